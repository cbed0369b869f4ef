#include "tree_sitter/parser.h"

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif

#define LANGUAGE_VERSION 14
#define STATE_COUNT 142
#define LARGE_STATE_COUNT 74
#define SYMBOL_COUNT 86
#define ALIAS_COUNT 4
#define TOKEN_COUNT 61
#define EXTERNAL_TOKEN_COUNT 0
#define FIELD_COUNT 0
#define MAX_ALIAS_SEQUENCE_LENGTH 4
#define PRODUCTION_ID_COUNT 6

enum ts_symbol_identifiers {
  sym__name = 1,
  anon_sym_let = 2,
  anon_sym_takes = 3,
  anon_sym_each = 4,
  anon_sym_PERCENT = 5,
  anon_sym_DOT = 6,
  anon_sym_LPAREN = 7,
  anon_sym_RPAREN = 8,
  anon_sym_from = 9,
  anon_sym_with = 10,
  anon_sym_and = 11,
  anon_sym_as = 12,
  anon_sym_at = 13,
  anon_sym_by = 14,
  anon_sym_every = 15,
  anon_sym_is = 16,
  anon_sym_not = 17,
  anon_sym_or = 18,
  anon_sym_to = 19,
  anon_sym_gives = 20,
  anon_sym_bend = 21,
  anon_sym_borrow = 22,
  anon_sym_compose = 23,
  anon_sym_dataset = 24,
  anon_sym_film = 25,
  anon_sym_group = 26,
  anon_sym_measure = 27,
  anon_sym_merge = 28,
  anon_sym_perform = 29,
  anon_sym_print = 30,
  anon_sym_rebuild = 31,
  anon_sym_sample = 32,
  anon_sym_show = 33,
  anon_sym_train = 34,
  anon_sym_tune = 35,
  anon_sym_vary = 36,
  anon_sym_walk = 37,
  anon_sym_write = 38,
  anon_sym_DASH = 39,
  anon_sym_COMMA = 40,
  sym__break_0 = 41,
  sym__break_1 = 42,
  sym__break_2 = 43,
  sym__break_3 = 44,
  sym__break_4 = 45,
  anon_sym_DOT2 = 46,
  sym_version = 47,
  sym_number = 48,
  sym_path = 49,
  sym_colour = 50,
  aux_sym_text_token1 = 51,
  aux_sym_text_token2 = 52,
  sym_operator = 53,
  aux_sym_stray_token1 = 54,
  aux_sym_stray_token2 = 55,
  aux_sym_stray_token3 = 56,
  aux_sym_stray_token4 = 57,
  aux_sym_stray_token5 = 58,
  sym_prose = 59,
  sym_note = 60,
  sym_score = 61,
  sym__line_0 = 62,
  sym__line_1 = 63,
  sym__line_2 = 64,
  sym__line_3 = 65,
  sym__line_4 = 66,
  aux_sym__rest_0 = 67,
  aux_sym__rest_1 = 68,
  aux_sym__rest_2 = 69,
  aux_sym__rest_3 = 70,
  aux_sym__rest_4 = 71,
  sym__goes_on_0 = 72,
  sym__goes_on_1 = 73,
  sym__goes_on_2 = 74,
  sym__goes_on_3 = 75,
  sym__goes_on_4 = 76,
  sym__word = 77,
  sym__quantity = 78,
  sym_text = 79,
  sym_stray = 80,
  aux_sym_score_repeat1 = 81,
  aux_sym__goes_on_0_repeat1 = 82,
  aux_sym__goes_on_1_repeat1 = 83,
  aux_sym__goes_on_2_repeat1 = 84,
  aux_sym__goes_on_3_repeat1 = 85,
  alias_sym_made = 86,
  alias_sym_term = 87,
  alias_sym_verb = 88,
  alias_sym_word = 89,
};

static const char * const ts_symbol_names[] = {
  [ts_builtin_sym_end] = "end",
  [sym__name] = "setting",
  [anon_sym_let] = "joining",
  [anon_sym_takes] = "joining",
  [anon_sym_each] = "joining",
  [anon_sym_PERCENT] = "unit",
  [anon_sym_DOT] = "punctuation",
  [anon_sym_LPAREN] = "punctuation",
  [anon_sym_RPAREN] = "punctuation",
  [anon_sym_from] = "joining",
  [anon_sym_with] = "joining",
  [anon_sym_and] = "joining",
  [anon_sym_as] = "joining",
  [anon_sym_at] = "joining",
  [anon_sym_by] = "joining",
  [anon_sym_every] = "joining",
  [anon_sym_is] = "joining",
  [anon_sym_not] = "joining",
  [anon_sym_or] = "joining",
  [anon_sym_to] = "joining",
  [anon_sym_gives] = "joining",
  [anon_sym_bend] = "setting",
  [anon_sym_borrow] = "setting",
  [anon_sym_compose] = "setting",
  [anon_sym_dataset] = "setting",
  [anon_sym_film] = "setting",
  [anon_sym_group] = "setting",
  [anon_sym_measure] = "setting",
  [anon_sym_merge] = "setting",
  [anon_sym_perform] = "setting",
  [anon_sym_print] = "setting",
  [anon_sym_rebuild] = "setting",
  [anon_sym_sample] = "setting",
  [anon_sym_show] = "setting",
  [anon_sym_train] = "setting",
  [anon_sym_tune] = "setting",
  [anon_sym_vary] = "setting",
  [anon_sym_walk] = "setting",
  [anon_sym_write] = "setting",
  [anon_sym_DASH] = "operator",
  [anon_sym_COMMA] = "punctuation",
  [sym__break_0] = "_break_0",
  [sym__break_1] = "_break_1",
  [sym__break_2] = "_break_2",
  [sym__break_3] = "_break_3",
  [sym__break_4] = "_break_4",
  [anon_sym_DOT2] = "punctuation",
  [sym_version] = "version",
  [sym_number] = "number",
  [sym_path] = "path",
  [sym_colour] = "colour",
  [aux_sym_text_token1] = "text_token1",
  [aux_sym_text_token2] = "text_token2",
  [sym_operator] = "operator",
  [aux_sym_stray_token1] = "stray_token1",
  [aux_sym_stray_token2] = "stray_token2",
  [aux_sym_stray_token3] = "stray_token3",
  [aux_sym_stray_token4] = "stray_token4",
  [aux_sym_stray_token5] = "stray_token5",
  [sym_prose] = "prose",
  [sym_note] = "note",
  [sym_score] = "score",
  [sym__line_0] = "line",
  [sym__line_1] = "line",
  [sym__line_2] = "line",
  [sym__line_3] = "line",
  [sym__line_4] = "line",
  [aux_sym__rest_0] = "_rest_0",
  [aux_sym__rest_1] = "_rest_1",
  [aux_sym__rest_2] = "_rest_2",
  [aux_sym__rest_3] = "_rest_3",
  [aux_sym__rest_4] = "_rest_4",
  [sym__goes_on_0] = "_goes_on_0",
  [sym__goes_on_1] = "_goes_on_1",
  [sym__goes_on_2] = "_goes_on_2",
  [sym__goes_on_3] = "_goes_on_3",
  [sym__goes_on_4] = "_goes_on_4",
  [sym__word] = "_word",
  [sym__quantity] = "_quantity",
  [sym_text] = "text",
  [sym_stray] = "stray",
  [aux_sym_score_repeat1] = "score_repeat1",
  [aux_sym__goes_on_0_repeat1] = "_goes_on_0_repeat1",
  [aux_sym__goes_on_1_repeat1] = "_goes_on_1_repeat1",
  [aux_sym__goes_on_2_repeat1] = "_goes_on_2_repeat1",
  [aux_sym__goes_on_3_repeat1] = "_goes_on_3_repeat1",
  [alias_sym_made] = "made",
  [alias_sym_term] = "term",
  [alias_sym_verb] = "verb",
  [alias_sym_word] = "word",
};

static const TSSymbol ts_symbol_map[] = {
  [ts_builtin_sym_end] = ts_builtin_sym_end,
  [sym__name] = anon_sym_bend,
  [anon_sym_let] = anon_sym_let,
  [anon_sym_takes] = anon_sym_let,
  [anon_sym_each] = anon_sym_let,
  [anon_sym_PERCENT] = anon_sym_PERCENT,
  [anon_sym_DOT] = anon_sym_DOT,
  [anon_sym_LPAREN] = anon_sym_DOT,
  [anon_sym_RPAREN] = anon_sym_DOT,
  [anon_sym_from] = anon_sym_let,
  [anon_sym_with] = anon_sym_let,
  [anon_sym_and] = anon_sym_let,
  [anon_sym_as] = anon_sym_let,
  [anon_sym_at] = anon_sym_let,
  [anon_sym_by] = anon_sym_let,
  [anon_sym_every] = anon_sym_let,
  [anon_sym_is] = anon_sym_let,
  [anon_sym_not] = anon_sym_let,
  [anon_sym_or] = anon_sym_let,
  [anon_sym_to] = anon_sym_let,
  [anon_sym_gives] = anon_sym_let,
  [anon_sym_bend] = anon_sym_bend,
  [anon_sym_borrow] = anon_sym_bend,
  [anon_sym_compose] = anon_sym_bend,
  [anon_sym_dataset] = anon_sym_bend,
  [anon_sym_film] = anon_sym_bend,
  [anon_sym_group] = anon_sym_bend,
  [anon_sym_measure] = anon_sym_bend,
  [anon_sym_merge] = anon_sym_bend,
  [anon_sym_perform] = anon_sym_bend,
  [anon_sym_print] = anon_sym_bend,
  [anon_sym_rebuild] = anon_sym_bend,
  [anon_sym_sample] = anon_sym_bend,
  [anon_sym_show] = anon_sym_bend,
  [anon_sym_train] = anon_sym_bend,
  [anon_sym_tune] = anon_sym_bend,
  [anon_sym_vary] = anon_sym_bend,
  [anon_sym_walk] = anon_sym_bend,
  [anon_sym_write] = anon_sym_bend,
  [anon_sym_DASH] = sym_operator,
  [anon_sym_COMMA] = anon_sym_DOT,
  [sym__break_0] = sym__break_0,
  [sym__break_1] = sym__break_1,
  [sym__break_2] = sym__break_2,
  [sym__break_3] = sym__break_3,
  [sym__break_4] = sym__break_4,
  [anon_sym_DOT2] = anon_sym_DOT,
  [sym_version] = sym_version,
  [sym_number] = sym_number,
  [sym_path] = sym_path,
  [sym_colour] = sym_colour,
  [aux_sym_text_token1] = aux_sym_text_token1,
  [aux_sym_text_token2] = aux_sym_text_token2,
  [sym_operator] = sym_operator,
  [aux_sym_stray_token1] = aux_sym_stray_token1,
  [aux_sym_stray_token2] = aux_sym_stray_token2,
  [aux_sym_stray_token3] = aux_sym_stray_token3,
  [aux_sym_stray_token4] = aux_sym_stray_token4,
  [aux_sym_stray_token5] = aux_sym_stray_token5,
  [sym_prose] = sym_prose,
  [sym_note] = sym_note,
  [sym_score] = sym_score,
  [sym__line_0] = sym__line_0,
  [sym__line_1] = sym__line_0,
  [sym__line_2] = sym__line_0,
  [sym__line_3] = sym__line_0,
  [sym__line_4] = sym__line_0,
  [aux_sym__rest_0] = aux_sym__rest_0,
  [aux_sym__rest_1] = aux_sym__rest_1,
  [aux_sym__rest_2] = aux_sym__rest_2,
  [aux_sym__rest_3] = aux_sym__rest_3,
  [aux_sym__rest_4] = aux_sym__rest_4,
  [sym__goes_on_0] = sym__goes_on_0,
  [sym__goes_on_1] = sym__goes_on_1,
  [sym__goes_on_2] = sym__goes_on_2,
  [sym__goes_on_3] = sym__goes_on_3,
  [sym__goes_on_4] = sym__goes_on_4,
  [sym__word] = sym__word,
  [sym__quantity] = sym__quantity,
  [sym_text] = sym_text,
  [sym_stray] = sym_stray,
  [aux_sym_score_repeat1] = aux_sym_score_repeat1,
  [aux_sym__goes_on_0_repeat1] = aux_sym__goes_on_0_repeat1,
  [aux_sym__goes_on_1_repeat1] = aux_sym__goes_on_1_repeat1,
  [aux_sym__goes_on_2_repeat1] = aux_sym__goes_on_2_repeat1,
  [aux_sym__goes_on_3_repeat1] = aux_sym__goes_on_3_repeat1,
  [alias_sym_made] = alias_sym_made,
  [alias_sym_term] = alias_sym_term,
  [alias_sym_verb] = alias_sym_verb,
  [alias_sym_word] = alias_sym_word,
};

static const TSSymbolMetadata ts_symbol_metadata[] = {
  [ts_builtin_sym_end] = {
    .visible = false,
    .named = true,
  },
  [sym__name] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_let] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_takes] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_each] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_PERCENT] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_DOT] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_LPAREN] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_RPAREN] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_from] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_with] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_and] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_as] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_at] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_by] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_every] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_is] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_not] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_or] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_to] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_gives] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_bend] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_borrow] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_compose] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_dataset] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_film] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_group] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_measure] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_merge] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_perform] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_print] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_rebuild] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_sample] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_show] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_train] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_tune] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_vary] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_walk] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_write] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_DASH] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_COMMA] = {
    .visible = true,
    .named = true,
  },
  [sym__break_0] = {
    .visible = false,
    .named = true,
  },
  [sym__break_1] = {
    .visible = false,
    .named = true,
  },
  [sym__break_2] = {
    .visible = false,
    .named = true,
  },
  [sym__break_3] = {
    .visible = false,
    .named = true,
  },
  [sym__break_4] = {
    .visible = false,
    .named = true,
  },
  [anon_sym_DOT2] = {
    .visible = true,
    .named = true,
  },
  [sym_version] = {
    .visible = true,
    .named = true,
  },
  [sym_number] = {
    .visible = true,
    .named = true,
  },
  [sym_path] = {
    .visible = true,
    .named = true,
  },
  [sym_colour] = {
    .visible = true,
    .named = true,
  },
  [aux_sym_text_token1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_text_token2] = {
    .visible = false,
    .named = false,
  },
  [sym_operator] = {
    .visible = true,
    .named = true,
  },
  [aux_sym_stray_token1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_stray_token2] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_stray_token3] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_stray_token4] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_stray_token5] = {
    .visible = false,
    .named = false,
  },
  [sym_prose] = {
    .visible = true,
    .named = true,
  },
  [sym_note] = {
    .visible = true,
    .named = true,
  },
  [sym_score] = {
    .visible = true,
    .named = true,
  },
  [sym__line_0] = {
    .visible = true,
    .named = true,
  },
  [sym__line_1] = {
    .visible = true,
    .named = true,
  },
  [sym__line_2] = {
    .visible = true,
    .named = true,
  },
  [sym__line_3] = {
    .visible = true,
    .named = true,
  },
  [sym__line_4] = {
    .visible = true,
    .named = true,
  },
  [aux_sym__rest_0] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__rest_1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__rest_2] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__rest_3] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__rest_4] = {
    .visible = false,
    .named = false,
  },
  [sym__goes_on_0] = {
    .visible = false,
    .named = true,
  },
  [sym__goes_on_1] = {
    .visible = false,
    .named = true,
  },
  [sym__goes_on_2] = {
    .visible = false,
    .named = true,
  },
  [sym__goes_on_3] = {
    .visible = false,
    .named = true,
  },
  [sym__goes_on_4] = {
    .visible = false,
    .named = true,
  },
  [sym__word] = {
    .visible = false,
    .named = true,
  },
  [sym__quantity] = {
    .visible = false,
    .named = true,
  },
  [sym_text] = {
    .visible = true,
    .named = true,
  },
  [sym_stray] = {
    .visible = true,
    .named = true,
  },
  [aux_sym_score_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__goes_on_0_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__goes_on_1_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__goes_on_2_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__goes_on_3_repeat1] = {
    .visible = false,
    .named = false,
  },
  [alias_sym_made] = {
    .visible = true,
    .named = true,
  },
  [alias_sym_term] = {
    .visible = true,
    .named = true,
  },
  [alias_sym_verb] = {
    .visible = true,
    .named = true,
  },
  [alias_sym_word] = {
    .visible = true,
    .named = true,
  },
};

static const TSSymbol ts_alias_sequences[PRODUCTION_ID_COUNT][MAX_ALIAS_SEQUENCE_LENGTH] = {
  [0] = {0},
  [1] = {
    [0] = alias_sym_verb,
  },
  [2] = {
    [1] = alias_sym_term,
  },
  [3] = {
    [0] = alias_sym_word,
  },
  [4] = {
    [0] = alias_sym_verb,
    [1] = alias_sym_made,
  },
  [5] = {
    [1] = anon_sym_PERCENT,
  },
};

static const uint16_t ts_non_terminal_alias_map[] = {
  0,
};

static const TSStateId ts_primary_state_ids[STATE_COUNT] = {
  [0] = 0,
  [1] = 1,
  [2] = 2,
  [3] = 3,
  [4] = 4,
  [5] = 5,
  [6] = 6,
  [7] = 7,
  [8] = 8,
  [9] = 9,
  [10] = 10,
  [11] = 11,
  [12] = 12,
  [13] = 13,
  [14] = 14,
  [15] = 15,
  [16] = 16,
  [17] = 17,
  [18] = 18,
  [19] = 19,
  [20] = 20,
  [21] = 21,
  [22] = 22,
  [23] = 23,
  [24] = 24,
  [25] = 25,
  [26] = 26,
  [27] = 27,
  [28] = 28,
  [29] = 29,
  [30] = 30,
  [31] = 31,
  [32] = 32,
  [33] = 33,
  [34] = 34,
  [35] = 35,
  [36] = 36,
  [37] = 37,
  [38] = 38,
  [39] = 39,
  [40] = 40,
  [41] = 41,
  [42] = 42,
  [43] = 43,
  [44] = 44,
  [45] = 45,
  [46] = 46,
  [47] = 47,
  [48] = 48,
  [49] = 49,
  [50] = 50,
  [51] = 51,
  [52] = 52,
  [53] = 53,
  [54] = 54,
  [55] = 55,
  [56] = 56,
  [57] = 57,
  [58] = 58,
  [59] = 59,
  [60] = 60,
  [61] = 61,
  [62] = 62,
  [63] = 63,
  [64] = 64,
  [65] = 65,
  [66] = 66,
  [67] = 67,
  [68] = 68,
  [69] = 69,
  [70] = 70,
  [71] = 71,
  [72] = 72,
  [73] = 73,
  [74] = 74,
  [75] = 75,
  [76] = 76,
  [77] = 77,
  [78] = 78,
  [79] = 79,
  [80] = 80,
  [81] = 81,
  [82] = 82,
  [83] = 83,
  [84] = 84,
  [85] = 85,
  [86] = 86,
  [87] = 87,
  [88] = 88,
  [89] = 89,
  [90] = 90,
  [91] = 91,
  [92] = 92,
  [93] = 93,
  [94] = 94,
  [95] = 95,
  [96] = 96,
  [97] = 97,
  [98] = 98,
  [99] = 99,
  [100] = 100,
  [101] = 101,
  [102] = 102,
  [103] = 103,
  [104] = 104,
  [105] = 105,
  [106] = 106,
  [107] = 107,
  [108] = 108,
  [109] = 109,
  [110] = 110,
  [111] = 111,
  [112] = 112,
  [113] = 113,
  [114] = 114,
  [115] = 115,
  [116] = 116,
  [117] = 117,
  [118] = 118,
  [119] = 119,
  [120] = 120,
  [121] = 121,
  [122] = 122,
  [123] = 123,
  [124] = 124,
  [125] = 125,
  [126] = 126,
  [127] = 127,
  [128] = 128,
  [129] = 129,
  [130] = 130,
  [131] = 131,
  [132] = 132,
  [133] = 133,
  [134] = 134,
  [135] = 122,
  [136] = 136,
  [137] = 137,
  [138] = 138,
  [139] = 139,
  [140] = 140,
  [141] = 141,
};

static TSCharacterRange extras_character_set_1[] = {
  {'\t', '\t'}, {0x0b, '\r'}, {0x1c, ' '}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a}, {0x2028, 0x2029},
  {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000},
};

static TSCharacterRange sym__break_0_character_set_1[] = {
  {'\t', '\r'}, {0x1c, ' '}, {0x85, 0x85}, {0xa0, 0xa0}, {0x1680, 0x1680}, {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f},
  {0x205f, 0x205f}, {0x3000, 0x3000},
};

static TSCharacterRange sym_version_character_set_1[] = {
  {'0', '9'}, {0x660, 0x669}, {0x6f0, 0x6f9}, {0x7c0, 0x7c9}, {0x966, 0x96f}, {0x9e6, 0x9ef}, {0xa66, 0xa6f}, {0xae6, 0xaef},
  {0xb66, 0xb6f}, {0xbe6, 0xbef}, {0xc66, 0xc6f}, {0xce6, 0xcef}, {0xd66, 0xd6f}, {0xde6, 0xdef}, {0xe50, 0xe59}, {0xed0, 0xed9},
  {0xf20, 0xf29}, {0x1040, 0x1049}, {0x1090, 0x1099}, {0x17e0, 0x17e9}, {0x1810, 0x1819}, {0x1946, 0x194f}, {0x19d0, 0x19d9}, {0x1a80, 0x1a89},
  {0x1a90, 0x1a99}, {0x1b50, 0x1b59}, {0x1bb0, 0x1bb9}, {0x1c40, 0x1c49}, {0x1c50, 0x1c59}, {0xa620, 0xa629}, {0xa8d0, 0xa8d9}, {0xa900, 0xa909},
  {0xa9d0, 0xa9d9}, {0xa9f0, 0xa9f9}, {0xaa50, 0xaa59}, {0xabf0, 0xabf9}, {0xff10, 0xff19}, {0x104a0, 0x104a9},
};

static TSCharacterRange sym_version_character_set_2[] = {
  {'.', '.'}, {'0', '9'}, {0x660, 0x669}, {0x6f0, 0x6f9}, {0x7c0, 0x7c9}, {0x966, 0x96f}, {0x9e6, 0x9ef}, {0xa66, 0xa6f},
  {0xae6, 0xaef}, {0xb66, 0xb6f}, {0xbe6, 0xbef}, {0xc66, 0xc6f}, {0xce6, 0xcef}, {0xd66, 0xd6f}, {0xde6, 0xdef}, {0xe50, 0xe59},
  {0xed0, 0xed9}, {0xf20, 0xf29}, {0x1040, 0x1049}, {0x1090, 0x1099}, {0x17e0, 0x17e9}, {0x1810, 0x1819}, {0x1946, 0x194f}, {0x19d0, 0x19d9},
  {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1b50, 0x1b59}, {0x1bb0, 0x1bb9}, {0x1c40, 0x1c49}, {0x1c50, 0x1c59}, {0xa620, 0xa629}, {0xa8d0, 0xa8d9},
  {0xa900, 0xa909}, {0xa9d0, 0xa9d9}, {0xa9f0, 0xa9f9}, {0xaa50, 0xaa59}, {0xabf0, 0xabf9}, {0xff10, 0xff19}, {0x104a0, 0x104a9},
};

static TSCharacterRange sym__name_character_set_2[] = {
  {'-', '-'}, {'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xaa, 0xaa}, {0xb2, 0xb3}, {0xb5, 0xb5},
  {0xb9, 0xba}, {0xbc, 0xbe}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2c1}, {0x2c6, 0x2d1}, {0x2e0, 0x2e4}, {0x2ec, 0x2ec},
  {0x2ee, 0x2ee}, {0x300, 0x374}, {0x376, 0x377}, {0x37a, 0x37d}, {0x37f, 0x37f}, {0x386, 0x386}, {0x388, 0x38a}, {0x38c, 0x38c},
  {0x38e, 0x3a1}, {0x3a3, 0x3f5}, {0x3f7, 0x481}, {0x483, 0x487}, {0x48a, 0x52f}, {0x531, 0x556}, {0x559, 0x559}, {0x560, 0x588},
  {0x591, 0x5c7}, {0x5d0, 0x5ea}, {0x5ef, 0x5f2}, {0x610, 0x61a}, {0x620, 0x669}, {0x66e, 0x6d3}, {0x6d5, 0x6fc}, {0x6ff, 0x6ff},
  {0x710, 0x963}, {0x966, 0x96f}, {0x971, 0xe4e}, {0xe50, 0xe59}, {0xe81, 0xe82}, {0xe84, 0xe84}, {0xe86, 0xe8a}, {0xe8c, 0xea3},
  {0xea5, 0xea5}, {0xea7, 0x109d}, {0x10a0, 0x10c5}, {0x10c7, 0x10c7}, {0x10cd, 0x10cd}, {0x10d0, 0x10fa}, {0x10fc, 0x1248}, {0x124a, 0x124d},
  {0x1250, 0x1256}, {0x1258, 0x1258}, {0x125a, 0x125d}, {0x1260, 0x1288}, {0x128a, 0x128d}, {0x1290, 0x12b0}, {0x12b2, 0x12b5}, {0x12b8, 0x12be},
  {0x12c0, 0x12c0}, {0x12c2, 0x12c5}, {0x12c8, 0x12d6}, {0x12d8, 0x1310}, {0x1312, 0x1315}, {0x1318, 0x135a}, {0x135d, 0x135f}, {0x1369, 0x137c},
  {0x1380, 0x138f}, {0x13a0, 0x13f5}, {0x13f8, 0x13fd}, {0x1401, 0x166c}, {0x166f, 0x167f}, {0x1681, 0x169a}, {0x16a0, 0x16ea}, {0x16ee, 0x16f8},
  {0x1700, 0x1734}, {0x1740, 0x17d3}, {0x17d7, 0x17d7}, {0x17dc, 0x17dd}, {0x17e0, 0x17e9}, {0x17f0, 0x17f9}, {0x180b, 0x1f15}, {0x1f18, 0x1f1d},
  {0x1f20, 0x1f45}, {0x1f48, 0x1f4d}, {0x1f50, 0x1f57}, {0x1f59, 0x1f59}, {0x1f5b, 0x1f5b}, {0x1f5d, 0x1f5d}, {0x1f5f, 0x1f7d}, {0x1f80, 0x1fb4},
  {0x1fb6, 0x1fbc}, {0x1fbe, 0x1fbe}, {0x1fc2, 0x1fc4}, {0x1fc6, 0x1fcc}, {0x1fd0, 0x1fd3}, {0x1fd6, 0x1fdb}, {0x1fe0, 0x1fec}, {0x1ff2, 0x1ff4},
  {0x1ff6, 0x1ffc}, {0x200c, 0x200d}, {0x2070, 0x2071}, {0x2074, 0x2079}, {0x207f, 0x2089}, {0x2090, 0x209c}, {0x20d0, 0x20f0}, {0x2102, 0x2102},
  {0x2107, 0x2107}, {0x210a, 0x2113}, {0x2115, 0x2115}, {0x2119, 0x211d}, {0x2124, 0x2124}, {0x2126, 0x2126}, {0x2128, 0x2128}, {0x212a, 0x212d},
  {0x212f, 0x2139}, {0x213c, 0x213f}, {0x2145, 0x2149}, {0x214e, 0x214e}, {0x2150, 0x2189}, {0x2460, 0x249b}, {0x24ea, 0x24ff}, {0x2776, 0x2793},
  {0x2c00, 0x2ce4}, {0x2ceb, 0x2cee}, {0x2cf2, 0x2cf3}, {0x2cfd, 0x2cfd}, {0x2d00, 0x2d25}, {0x2d27, 0x2d27}, {0x2d2d, 0x2d2d}, {0x2d30, 0x2d67},
  {0x2d6f, 0x2d6f}, {0x2d80, 0x2d96}, {0x2da0, 0x2da6}, {0x2da8, 0x2dae}, {0x2db0, 0x2db6}, {0x2db8, 0x2dbe}, {0x2dc0, 0x2dc6}, {0x2dc8, 0x2dce},
  {0x2dd0, 0x2dd6}, {0x2dd8, 0x2dde}, {0x2e2f, 0x2e2f}, {0x3005, 0x3007}, {0x3021, 0x302f}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x3096},
  {0x3099, 0x309a}, {0x309d, 0x309f}, {0x30a1, 0x30fa}, {0x30fc, 0x30ff}, {0x3105, 0x312f}, {0x3131, 0x318e}, {0x3192, 0x3195}, {0x31a0, 0x31bf},
  {0x31f0, 0x31ff}, {0x3220, 0x3229}, {0x3248, 0x324f}, {0x3251, 0x325f}, {0x3280, 0x3289}, {0x32b1, 0x32bf}, {0x3400, 0x4dbf}, {0x4e00, 0xa48c},
  {0xa4d0, 0xa4fd}, {0xa500, 0xa60c}, {0xa610, 0xa62b}, {0xa640, 0xabed}, {0xabf0, 0xabf9}, {0xac00, 0xd7a3}, {0xd7b0, 0xd7c6}, {0xd7cb, 0xd7fb},
  {0xf900, 0xfa6d}, {0xfa70, 0xfad9}, {0xfb00, 0xfb06}, {0xfb13, 0xfb17}, {0xfb1d, 0xfb28}, {0xfb2a, 0xfb36}, {0xfb38, 0xfb3c}, {0xfb3e, 0xfb3e},
  {0xfb40, 0xfb41}, {0xfb43, 0xfb44}, {0xfb46, 0xfbb1}, {0xfbd3, 0xfd3d}, {0xfd50, 0xfd8f}, {0xfd92, 0xfdc7}, {0xfdf0, 0xfdfb}, {0xfe00, 0xfe0f},
  {0xfe20, 0xfe2f}, {0xfe70, 0xfe74}, {0xfe76, 0xfefc}, {0xff10, 0xff19}, {0xff21, 0xff3a}, {0xff41, 0xff5a}, {0xff66, 0xffbe}, {0xffc2, 0xffc7},
  {0xffca, 0xffcf}, {0xffd2, 0xffd7}, {0xffda, 0xffdc}, {0x10000, 0x1000b}, {0x1000d, 0x10026}, {0x10028, 0x1003a}, {0x1003c, 0x1003d}, {0x1003f, 0x1004d},
  {0x10050, 0x1005d}, {0x10080, 0x100fa}, {0x10107, 0x10133}, {0x10140, 0x10178}, {0x1018a, 0x1018b}, {0x10280, 0x1029c}, {0x102a0, 0x102d0}, {0x102e1, 0x102fb},
  {0x10300, 0x10323}, {0x1032d, 0x1034a}, {0x10350, 0x10375}, {0x10380, 0x1039d}, {0x103a0, 0x103c3}, {0x103c8, 0x103cf}, {0x103d1, 0x103d5}, {0x10400, 0x1049d},
  {0x104a0, 0x104a9}, {0x104b0, 0x104d3}, {0x104d8, 0x104fb}, {0x10500, 0x10527}, {0x10530, 0x10563}, {0x10570, 0x1057a}, {0x1057c, 0x1058a}, {0x1058c, 0x10592},
  {0x10594, 0x10595}, {0x10597, 0x105a1}, {0x105a3, 0x105b1}, {0x105b3, 0x105b9}, {0x105bb, 0x105bc}, {0x10600, 0x10736}, {0x10740, 0x10755}, {0x10760, 0x10767},
  {0x10780, 0x10785}, {0x10787, 0x107b0}, {0x107b2, 0x107ba}, {0x10800, 0x10805}, {0x10808, 0x10808}, {0x1080a, 0x10835}, {0x10837, 0x10838}, {0x1083c, 0x1083c},
  {0x1083f, 0x10855}, {0x10858, 0x10876}, {0x10879, 0x1089e}, {0x108a7, 0x108af}, {0x108e0, 0x108f2}, {0x108f4, 0x108f5}, {0x108fb, 0x1091b}, {0x10920, 0x1092b},
  {0x17000, 0x18d1e}, {0x20000, 0x323af},
};

static TSCharacterRange sym__name_character_set_3[] = {
  {'0', '9'}, {'A', 'Z'}, {'a', 'z'}, {0xaa, 0xaa}, {0xb2, 0xb3}, {0xb5, 0xb5}, {0xb9, 0xba}, {0xbc, 0xbe},
  {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2c1}, {0x2c6, 0x2d1}, {0x2e0, 0x2e4}, {0x2ec, 0x2ec}, {0x2ee, 0x2ee}, {0x370, 0x374},
  {0x376, 0x377}, {0x37a, 0x37d}, {0x37f, 0x37f}, {0x386, 0x386}, {0x388, 0x38a}, {0x38c, 0x38c}, {0x38e, 0x3a1}, {0x3a3, 0x3f5},
  {0x3f7, 0x481}, {0x48a, 0x52f}, {0x531, 0x556}, {0x559, 0x559}, {0x560, 0x588}, {0x5d0, 0x5ea}, {0x5ef, 0x5f2}, {0x620, 0x64a},
  {0x660, 0x669}, {0x66e, 0x66f}, {0x671, 0x6d3}, {0x6d5, 0x6d5}, {0x6e5, 0x6e6}, {0x6ee, 0x6fc}, {0x6ff, 0x6ff}, {0x710, 0x710},
  {0x712, 0x72f}, {0x74d, 0x7a5}, {0x7b1, 0x7b1}, {0x7c0, 0x7ea}, {0x7f4, 0x7f5}, {0x7fa, 0x7fa}, {0x800, 0x815}, {0x81a, 0x81a},
  {0x824, 0x824}, {0x828, 0x828}, {0x840, 0x858}, {0x860, 0x86a}, {0x870, 0x887}, {0x889, 0x88e}, {0x8a0, 0x8c9}, {0x904, 0x939},
  {0x93d, 0x93d}, {0x950, 0x950}, {0x958, 0x961}, {0x966, 0x96f}, {0x971, 0x980}, {0x985, 0x98c}, {0x98f, 0x990}, {0x993, 0x9a8},
  {0x9aa, 0x9b0}, {0x9b2, 0x9b2}, {0x9b6, 0x9b9}, {0x9bd, 0x9bd}, {0x9ce, 0x9ce}, {0x9dc, 0x9dd}, {0x9df, 0x9e1}, {0x9e6, 0x9f1},
  {0x9f4, 0x9f9}, {0x9fc, 0x9fc}, {0xa05, 0xa0a}, {0xa0f, 0xa10}, {0xa13, 0xa28}, {0xa2a, 0xa30}, {0xa32, 0xa33}, {0xa35, 0xa36},
  {0xa38, 0xa39}, {0xa59, 0xa5c}, {0xa5e, 0xa5e}, {0xa66, 0xa6f}, {0xa72, 0xa74}, {0xa85, 0xa8d}, {0xa8f, 0xa91}, {0xa93, 0xaa8},
  {0xaaa, 0xab0}, {0xab2, 0xab3}, {0xab5, 0xab9}, {0xabd, 0xabd}, {0xad0, 0xad0}, {0xae0, 0xae1}, {0xae6, 0xaef}, {0xaf9, 0xaf9},
  {0xb05, 0xb0c}, {0xb0f, 0xb10}, {0xb13, 0xb28}, {0xb2a, 0xb30}, {0xb32, 0xb33}, {0xb35, 0xb39}, {0xb3d, 0xb3d}, {0xb5c, 0xb5d},
  {0xb5f, 0xb61}, {0xb66, 0xb6f}, {0xb71, 0xb77}, {0xb83, 0xb83}, {0xb85, 0xb8a}, {0xb8e, 0xb90}, {0xb92, 0xb95}, {0xb99, 0xb9a},
  {0xb9c, 0xb9c}, {0xb9e, 0xb9f}, {0xba3, 0xba4}, {0xba8, 0xbaa}, {0xbae, 0xbb9}, {0xbd0, 0xbd0}, {0xbe6, 0xbf2}, {0xc05, 0xc0c},
  {0xc0e, 0xc10}, {0xc12, 0xc28}, {0xc2a, 0xc39}, {0xc3d, 0xc3d}, {0xc58, 0xc5a}, {0xc5d, 0xc5d}, {0xc60, 0xc61}, {0xc66, 0xc6f},
  {0xc78, 0xc7e}, {0xc80, 0xc80}, {0xc85, 0xc8c}, {0xc8e, 0xc90}, {0xc92, 0xca8}, {0xcaa, 0xcb3}, {0xcb5, 0xcb9}, {0xcbd, 0xcbd},
  {0xcdd, 0xcde}, {0xce0, 0xce1}, {0xce6, 0xcef}, {0xcf1, 0xcf2}, {0xd04, 0xd0c}, {0xd0e, 0xd10}, {0xd12, 0xd3a}, {0xd3d, 0xd3d},
  {0xd4e, 0xd4e}, {0xd54, 0xd56}, {0xd58, 0xd61}, {0xd66, 0xd78}, {0xd7a, 0xd7f}, {0xd85, 0xd96}, {0xd9a, 0xdb1}, {0xdb3, 0xdbb},
  {0xdbd, 0xdbd}, {0xdc0, 0xdc6}, {0xde6, 0xdef}, {0xe01, 0xe30}, {0xe32, 0xe33}, {0xe40, 0xe46}, {0xe50, 0xe59}, {0xe81, 0xe82},
  {0xe84, 0xe84}, {0xe86, 0xe8a}, {0xe8c, 0xea3}, {0xea5, 0xea5}, {0xea7, 0xeb0}, {0xeb2, 0xeb3}, {0xebd, 0xebd}, {0xec0, 0xec4},
  {0xec6, 0xec6}, {0xed0, 0xed9}, {0xedc, 0xedf}, {0xf00, 0xf00}, {0xf20, 0xf33}, {0xf40, 0xf47}, {0xf49, 0xf6c}, {0xf88, 0xf8c},
  {0x1000, 0x102a}, {0x103f, 0x1049}, {0x1050, 0x1055}, {0x105a, 0x105d}, {0x1061, 0x1061}, {0x1065, 0x1066}, {0x106e, 0x1070}, {0x1075, 0x1081},
  {0x108e, 0x108e}, {0x1090, 0x1099}, {0x10a0, 0x10c5}, {0x10c7, 0x10c7}, {0x10cd, 0x10cd}, {0x10d0, 0x10fa}, {0x10fc, 0x1248}, {0x124a, 0x124d},
  {0x1250, 0x1256}, {0x1258, 0x1258}, {0x125a, 0x125d}, {0x1260, 0x1288}, {0x128a, 0x128d}, {0x1290, 0x12b0}, {0x12b2, 0x12b5}, {0x12b8, 0x12be},
  {0x12c0, 0x12c0}, {0x12c2, 0x12c5}, {0x12c8, 0x12d6}, {0x12d8, 0x1310}, {0x1312, 0x1315}, {0x1318, 0x135a}, {0x1369, 0x137c}, {0x1380, 0x138f},
  {0x13a0, 0x13f5}, {0x13f8, 0x13fd}, {0x1401, 0x166c}, {0x166f, 0x167f}, {0x1681, 0x169a}, {0x16a0, 0x16ea}, {0x16ee, 0x16f8}, {0x1700, 0x1711},
  {0x171f, 0x1731}, {0x1740, 0x1751}, {0x1760, 0x176c}, {0x176e, 0x1770}, {0x1780, 0x17b3}, {0x17d7, 0x17d7}, {0x17dc, 0x17dc}, {0x17e0, 0x17e9},
  {0x17f0, 0x17f9}, {0x1810, 0x1819}, {0x1820, 0x1878}, {0x1880, 0x1884}, {0x1887, 0x18a8}, {0x18aa, 0x18aa}, {0x18b0, 0x18f5}, {0x1900, 0x191e},
  {0x1946, 0x196d}, {0x1970, 0x1974}, {0x1980, 0x19ab}, {0x19b0, 0x19c9}, {0x19d0, 0x19da}, {0x1a00, 0x1a16}, {0x1a20, 0x1a54}, {0x1a80, 0x1a89},
  {0x1a90, 0x1a99}, {0x1aa7, 0x1aa7}, {0x1b05, 0x1b33}, {0x1b45, 0x1b4c}, {0x1b50, 0x1b59}, {0x1b83, 0x1ba0}, {0x1bae, 0x1be5}, {0x1c00, 0x1c23},
  {0x1c40, 0x1c49}, {0x1c4d, 0x1c7d}, {0x1c80, 0x1c88}, {0x1c90, 0x1cba}, {0x1cbd, 0x1cbf}, {0x1ce9, 0x1cec}, {0x1cee, 0x1cf3}, {0x1cf5, 0x1cf6},
  {0x1cfa, 0x1cfa}, {0x1d00, 0x1dbf}, {0x1e00, 0x1f15}, {0x1f18, 0x1f1d}, {0x1f20, 0x1f45}, {0x1f48, 0x1f4d}, {0x1f50, 0x1f57}, {0x1f59, 0x1f59},
  {0x1f5b, 0x1f5b}, {0x1f5d, 0x1f5d}, {0x1f5f, 0x1f7d}, {0x1f80, 0x1fb4}, {0x1fb6, 0x1fbc}, {0x1fbe, 0x1fbe}, {0x1fc2, 0x1fc4}, {0x1fc6, 0x1fcc},
  {0x1fd0, 0x1fd3}, {0x1fd6, 0x1fdb}, {0x1fe0, 0x1fec}, {0x1ff2, 0x1ff4}, {0x1ff6, 0x1ffc}, {0x2070, 0x2071}, {0x2074, 0x2079}, {0x207f, 0x2089},
  {0x2090, 0x209c}, {0x2102, 0x2102}, {0x2107, 0x2107}, {0x210a, 0x2113}, {0x2115, 0x2115}, {0x2119, 0x211d}, {0x2124, 0x2124}, {0x2126, 0x2126},
  {0x2128, 0x2128}, {0x212a, 0x212d}, {0x212f, 0x2139}, {0x213c, 0x213f}, {0x2145, 0x2149}, {0x214e, 0x214e}, {0x2150, 0x2189}, {0x2460, 0x249b},
  {0x24ea, 0x24ff}, {0x2776, 0x2793}, {0x2c00, 0x2ce4}, {0x2ceb, 0x2cee}, {0x2cf2, 0x2cf3}, {0x2cfd, 0x2cfd}, {0x2d00, 0x2d25}, {0x2d27, 0x2d27},
  {0x2d2d, 0x2d2d}, {0x2d30, 0x2d67}, {0x2d6f, 0x2d6f}, {0x2d80, 0x2d96}, {0x2da0, 0x2da6}, {0x2da8, 0x2dae}, {0x2db0, 0x2db6}, {0x2db8, 0x2dbe},
  {0x2dc0, 0x2dc6}, {0x2dc8, 0x2dce}, {0x2dd0, 0x2dd6}, {0x2dd8, 0x2dde}, {0x2e2f, 0x2e2f}, {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035},
  {0x3038, 0x303c}, {0x3041, 0x3096}, {0x309d, 0x309f}, {0x30a1, 0x30fa}, {0x30fc, 0x30ff}, {0x3105, 0x312f}, {0x3131, 0x318e}, {0x3192, 0x3195},
  {0x31a0, 0x31bf}, {0x31f0, 0x31ff}, {0x3220, 0x3229}, {0x3248, 0x324f}, {0x3251, 0x325f}, {0x3280, 0x3289}, {0x32b1, 0x32bf}, {0x3400, 0x4dbf},
  {0x4e00, 0xa48c}, {0xa4d0, 0xa4fd}, {0xa500, 0xa60c}, {0xa610, 0xa62b}, {0xa640, 0xa66e}, {0xa67f, 0xa69d}, {0xa6a0, 0xa6ef}, {0xa717, 0xa71f},
  {0xa722, 0xa788}, {0xa78b, 0xa7ca}, {0xa7d0, 0xa7d1}, {0xa7d3, 0xa7d3}, {0xa7d5, 0xa7d9}, {0xa7f2, 0xa801}, {0xa803, 0xa805}, {0xa807, 0xa80a},
  {0xa80c, 0xa822}, {0xa830, 0xa835}, {0xa840, 0xa873}, {0xa882, 0xa8b3}, {0xa8d0, 0xa8d9}, {0xa8f2, 0xa8f7}, {0xa8fb, 0xa8fb}, {0xa8fd, 0xa8fe},
  {0xa900, 0xa925}, {0xa930, 0xa946}, {0xa960, 0xa97c}, {0xa984, 0xa9b2}, {0xa9cf, 0xa9d9}, {0xa9e0, 0xa9e4}, {0xa9e6, 0xa9fe}, {0xaa00, 0xaa28},
  {0xaa40, 0xaa42}, {0xaa44, 0xaa4b}, {0xaa50, 0xaa59}, {0xaa60, 0xaa76}, {0xaa7a, 0xaa7a}, {0xaa7e, 0xaaaf}, {0xaab1, 0xaab1}, {0xaab5, 0xaab6},
  {0xaab9, 0xaabd}, {0xaac0, 0xaac0}, {0xaac2, 0xaac2}, {0xaadb, 0xaadd}, {0xaae0, 0xaaea}, {0xaaf2, 0xaaf4}, {0xab01, 0xab06}, {0xab09, 0xab0e},
  {0xab11, 0xab16}, {0xab20, 0xab26}, {0xab28, 0xab2e}, {0xab30, 0xab5a}, {0xab5c, 0xab69}, {0xab70, 0xabe2}, {0xabf0, 0xabf9}, {0xac00, 0xd7a3},
  {0xd7b0, 0xd7c6}, {0xd7cb, 0xd7fb}, {0xf900, 0xfa6d}, {0xfa70, 0xfad9}, {0xfb00, 0xfb06}, {0xfb13, 0xfb17}, {0xfb1d, 0xfb1d}, {0xfb1f, 0xfb28},
  {0xfb2a, 0xfb36}, {0xfb38, 0xfb3c}, {0xfb3e, 0xfb3e}, {0xfb40, 0xfb41}, {0xfb43, 0xfb44}, {0xfb46, 0xfbb1}, {0xfbd3, 0xfd3d}, {0xfd50, 0xfd8f},
  {0xfd92, 0xfdc7}, {0xfdf0, 0xfdfb}, {0xfe70, 0xfe74}, {0xfe76, 0xfefc}, {0xff10, 0xff19}, {0xff21, 0xff3a}, {0xff41, 0xff5a}, {0xff66, 0xffbe},
  {0xffc2, 0xffc7}, {0xffca, 0xffcf}, {0xffd2, 0xffd7}, {0xffda, 0xffdc}, {0x10000, 0x1000b}, {0x1000d, 0x10026}, {0x10028, 0x1003a}, {0x1003c, 0x1003d},
  {0x1003f, 0x1004d}, {0x10050, 0x1005d}, {0x10080, 0x100fa}, {0x10107, 0x10133}, {0x10140, 0x10178}, {0x1018a, 0x1018b}, {0x10280, 0x1029c}, {0x102a0, 0x102d0},
  {0x102e1, 0x102fb}, {0x10300, 0x10323}, {0x1032d, 0x1034a}, {0x10350, 0x10375}, {0x10380, 0x1039d}, {0x103a0, 0x103c3}, {0x103c8, 0x103cf}, {0x103d1, 0x103d5},
  {0x10400, 0x1049d}, {0x104a0, 0x104a9}, {0x104b0, 0x104d3}, {0x104d8, 0x104fb}, {0x10500, 0x10527}, {0x10530, 0x10563}, {0x10570, 0x1057a}, {0x1057c, 0x1058a},
  {0x1058c, 0x10592}, {0x10594, 0x10595}, {0x10597, 0x105a1}, {0x105a3, 0x105b1}, {0x105b3, 0x105b9}, {0x105bb, 0x105bc}, {0x10600, 0x10736}, {0x10740, 0x10755},
  {0x10760, 0x10767}, {0x10780, 0x10785}, {0x10787, 0x107b0}, {0x107b2, 0x107ba}, {0x10800, 0x10805}, {0x10808, 0x10808}, {0x1080a, 0x10835}, {0x10837, 0x10838},
  {0x1083c, 0x1083c}, {0x1083f, 0x10855}, {0x10858, 0x10876}, {0x10879, 0x1089e}, {0x108a7, 0x108af}, {0x108e0, 0x108f2}, {0x108f4, 0x108f5}, {0x108fb, 0x1091b},
  {0x10920, 0x1092b}, {0x17000, 0x18d1e}, {0x20000, 0x323af},
};

static TSCharacterRange sym_number_character_set_1[] = {
  {'.', '.'}, {'0', '9'}, {'E', 'E'}, {'_', '_'}, {'e', 'e'}, {0x660, 0x669}, {0x6f0, 0x6f9}, {0x7c0, 0x7c9},
  {0x966, 0x96f}, {0x9e6, 0x9ef}, {0xa66, 0xa6f}, {0xae6, 0xaef}, {0xb66, 0xb6f}, {0xbe6, 0xbef}, {0xc66, 0xc6f}, {0xce6, 0xcef},
  {0xd66, 0xd6f}, {0xde6, 0xdef}, {0xe50, 0xe59}, {0xed0, 0xed9}, {0xf20, 0xf29}, {0x1040, 0x1049}, {0x1090, 0x1099}, {0x17e0, 0x17e9},
  {0x1810, 0x1819}, {0x1946, 0x194f}, {0x19d0, 0x19d9}, {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1b50, 0x1b59}, {0x1bb0, 0x1bb9}, {0x1c40, 0x1c49},
  {0x1c50, 0x1c59}, {0xa620, 0xa629}, {0xa8d0, 0xa8d9}, {0xa900, 0xa909}, {0xa9d0, 0xa9d9}, {0xa9f0, 0xa9f9}, {0xaa50, 0xaa59}, {0xabf0, 0xabf9},
  {0xff10, 0xff19}, {0x104a0, 0x104a9},
};

static TSCharacterRange sym_number_character_set_2[] = {
  {'0', '9'}, {'E', 'E'}, {'e', 'e'}, {0x660, 0x669}, {0x6f0, 0x6f9}, {0x7c0, 0x7c9}, {0x966, 0x96f}, {0x9e6, 0x9ef},
  {0xa66, 0xa6f}, {0xae6, 0xaef}, {0xb66, 0xb6f}, {0xbe6, 0xbef}, {0xc66, 0xc6f}, {0xce6, 0xcef}, {0xd66, 0xd6f}, {0xde6, 0xdef},
  {0xe50, 0xe59}, {0xed0, 0xed9}, {0xf20, 0xf29}, {0x1040, 0x1049}, {0x1090, 0x1099}, {0x17e0, 0x17e9}, {0x1810, 0x1819}, {0x1946, 0x194f},
  {0x19d0, 0x19d9}, {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1b50, 0x1b59}, {0x1bb0, 0x1bb9}, {0x1c40, 0x1c49}, {0x1c50, 0x1c59}, {0xa620, 0xa629},
  {0xa8d0, 0xa8d9}, {0xa900, 0xa909}, {0xa9d0, 0xa9d9}, {0xa9f0, 0xa9f9}, {0xaa50, 0xaa59}, {0xabf0, 0xabf9}, {0xff10, 0xff19}, {0x104a0, 0x104a9},
};

static TSCharacterRange sym_number_character_set_3[] = {
  {'+', '+'}, {'-', '-'}, {'0', '9'}, {0x660, 0x669}, {0x6f0, 0x6f9}, {0x7c0, 0x7c9}, {0x966, 0x96f}, {0x9e6, 0x9ef},
  {0xa66, 0xa6f}, {0xae6, 0xaef}, {0xb66, 0xb6f}, {0xbe6, 0xbef}, {0xc66, 0xc6f}, {0xce6, 0xcef}, {0xd66, 0xd6f}, {0xde6, 0xdef},
  {0xe50, 0xe59}, {0xed0, 0xed9}, {0xf20, 0xf29}, {0x1040, 0x1049}, {0x1090, 0x1099}, {0x17e0, 0x17e9}, {0x1810, 0x1819}, {0x1946, 0x194f},
  {0x19d0, 0x19d9}, {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1b50, 0x1b59}, {0x1bb0, 0x1bb9}, {0x1c40, 0x1c49}, {0x1c50, 0x1c59}, {0xa620, 0xa629},
  {0xa8d0, 0xa8d9}, {0xa900, 0xa909}, {0xa9d0, 0xa9d9}, {0xa9f0, 0xa9f9}, {0xaa50, 0xaa59}, {0xabf0, 0xabf9}, {0xff10, 0xff19}, {0x104a0, 0x104a9},
};

static TSCharacterRange sym_path_character_set_1[] = {
  {'.', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {'~', '~'}, {0xaa, 0xaa}, {0xb2, 0xb3}, {0xb5, 0xb5},
  {0xb9, 0xba}, {0xbc, 0xbe}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2c1}, {0x2c6, 0x2d1}, {0x2e0, 0x2e4}, {0x2ec, 0x2ec},
  {0x2ee, 0x2ee}, {0x370, 0x374}, {0x376, 0x377}, {0x37a, 0x37d}, {0x37f, 0x37f}, {0x386, 0x386}, {0x388, 0x38a}, {0x38c, 0x38c},
  {0x38e, 0x3a1}, {0x3a3, 0x3f5}, {0x3f7, 0x481}, {0x48a, 0x52f}, {0x531, 0x556}, {0x559, 0x559}, {0x560, 0x588}, {0x5d0, 0x5ea},
  {0x5ef, 0x5f2}, {0x620, 0x64a}, {0x660, 0x669}, {0x66e, 0x66f}, {0x671, 0x6d3}, {0x6d5, 0x6d5}, {0x6e5, 0x6e6}, {0x6ee, 0x6fc},
  {0x6ff, 0x6ff}, {0x710, 0x710}, {0x712, 0x72f}, {0x74d, 0x7a5}, {0x7b1, 0x7b1}, {0x7c0, 0x7ea}, {0x7f4, 0x7f5}, {0x7fa, 0x7fa},
  {0x800, 0x815}, {0x81a, 0x81a}, {0x824, 0x824}, {0x828, 0x828}, {0x840, 0x858}, {0x860, 0x86a}, {0x870, 0x887}, {0x889, 0x88e},
  {0x8a0, 0x8c9}, {0x904, 0x939}, {0x93d, 0x93d}, {0x950, 0x950}, {0x958, 0x961}, {0x966, 0x96f}, {0x971, 0x980}, {0x985, 0x98c},
  {0x98f, 0x990}, {0x993, 0x9a8}, {0x9aa, 0x9b0}, {0x9b2, 0x9b2}, {0x9b6, 0x9b9}, {0x9bd, 0x9bd}, {0x9ce, 0x9ce}, {0x9dc, 0x9dd},
  {0x9df, 0x9e1}, {0x9e6, 0x9f1}, {0x9f4, 0x9f9}, {0x9fc, 0x9fc}, {0xa05, 0xa0a}, {0xa0f, 0xa10}, {0xa13, 0xa28}, {0xa2a, 0xa30},
  {0xa32, 0xa33}, {0xa35, 0xa36}, {0xa38, 0xa39}, {0xa59, 0xa5c}, {0xa5e, 0xa5e}, {0xa66, 0xa6f}, {0xa72, 0xa74}, {0xa85, 0xa8d},
  {0xa8f, 0xa91}, {0xa93, 0xaa8}, {0xaaa, 0xab0}, {0xab2, 0xab3}, {0xab5, 0xab9}, {0xabd, 0xabd}, {0xad0, 0xad0}, {0xae0, 0xae1},
  {0xae6, 0xaef}, {0xaf9, 0xaf9}, {0xb05, 0xb0c}, {0xb0f, 0xb10}, {0xb13, 0xb28}, {0xb2a, 0xb30}, {0xb32, 0xb33}, {0xb35, 0xb39},
  {0xb3d, 0xb3d}, {0xb5c, 0xb5d}, {0xb5f, 0xb61}, {0xb66, 0xb6f}, {0xb71, 0xb77}, {0xb83, 0xb83}, {0xb85, 0xb8a}, {0xb8e, 0xb90},
  {0xb92, 0xb95}, {0xb99, 0xb9a}, {0xb9c, 0xb9c}, {0xb9e, 0xb9f}, {0xba3, 0xba4}, {0xba8, 0xbaa}, {0xbae, 0xbb9}, {0xbd0, 0xbd0},
  {0xbe6, 0xbf2}, {0xc05, 0xc0c}, {0xc0e, 0xc10}, {0xc12, 0xc28}, {0xc2a, 0xc39}, {0xc3d, 0xc3d}, {0xc58, 0xc5a}, {0xc5d, 0xc5d},
  {0xc60, 0xc61}, {0xc66, 0xc6f}, {0xc78, 0xc7e}, {0xc80, 0xc80}, {0xc85, 0xc8c}, {0xc8e, 0xc90}, {0xc92, 0xca8}, {0xcaa, 0xcb3},
  {0xcb5, 0xcb9}, {0xcbd, 0xcbd}, {0xcdd, 0xcde}, {0xce0, 0xce1}, {0xce6, 0xcef}, {0xcf1, 0xcf2}, {0xd04, 0xd0c}, {0xd0e, 0xd10},
  {0xd12, 0xd3a}, {0xd3d, 0xd3d}, {0xd4e, 0xd4e}, {0xd54, 0xd56}, {0xd58, 0xd61}, {0xd66, 0xd78}, {0xd7a, 0xd7f}, {0xd85, 0xd96},
  {0xd9a, 0xdb1}, {0xdb3, 0xdbb}, {0xdbd, 0xdbd}, {0xdc0, 0xdc6}, {0xde6, 0xdef}, {0xe01, 0xe30}, {0xe32, 0xe33}, {0xe40, 0xe46},
  {0xe50, 0xe59}, {0xe81, 0xe82}, {0xe84, 0xe84}, {0xe86, 0xe8a}, {0xe8c, 0xea3}, {0xea5, 0xea5}, {0xea7, 0xeb0}, {0xeb2, 0xeb3},
  {0xebd, 0xebd}, {0xec0, 0xec4}, {0xec6, 0xec6}, {0xed0, 0xed9}, {0xedc, 0xedf}, {0xf00, 0xf00}, {0xf20, 0xf33}, {0xf40, 0xf47},
  {0xf49, 0xf6c}, {0xf88, 0xf8c}, {0x1000, 0x102a}, {0x103f, 0x1049}, {0x1050, 0x1055}, {0x105a, 0x105d}, {0x1061, 0x1061}, {0x1065, 0x1066},
  {0x106e, 0x1070}, {0x1075, 0x1081}, {0x108e, 0x108e}, {0x1090, 0x1099}, {0x10a0, 0x10c5}, {0x10c7, 0x10c7}, {0x10cd, 0x10cd}, {0x10d0, 0x10fa},
  {0x10fc, 0x1248}, {0x124a, 0x124d}, {0x1250, 0x1256}, {0x1258, 0x1258}, {0x125a, 0x125d}, {0x1260, 0x1288}, {0x128a, 0x128d}, {0x1290, 0x12b0},
  {0x12b2, 0x12b5}, {0x12b8, 0x12be}, {0x12c0, 0x12c0}, {0x12c2, 0x12c5}, {0x12c8, 0x12d6}, {0x12d8, 0x1310}, {0x1312, 0x1315}, {0x1318, 0x135a},
  {0x1369, 0x137c}, {0x1380, 0x138f}, {0x13a0, 0x13f5}, {0x13f8, 0x13fd}, {0x1401, 0x166c}, {0x166f, 0x167f}, {0x1681, 0x169a}, {0x16a0, 0x16ea},
  {0x16ee, 0x16f8}, {0x1700, 0x1711}, {0x171f, 0x1731}, {0x1740, 0x1751}, {0x1760, 0x176c}, {0x176e, 0x1770}, {0x1780, 0x17b3}, {0x17d7, 0x17d7},
  {0x17dc, 0x17dc}, {0x17e0, 0x17e9}, {0x17f0, 0x17f9}, {0x1810, 0x1819}, {0x1820, 0x1878}, {0x1880, 0x1884}, {0x1887, 0x18a8}, {0x18aa, 0x18aa},
  {0x18b0, 0x18f5}, {0x1900, 0x191e}, {0x1946, 0x196d}, {0x1970, 0x1974}, {0x1980, 0x19ab}, {0x19b0, 0x19c9}, {0x19d0, 0x19da}, {0x1a00, 0x1a16},
  {0x1a20, 0x1a54}, {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1aa7, 0x1aa7}, {0x1b05, 0x1b33}, {0x1b45, 0x1b4c}, {0x1b50, 0x1b59}, {0x1b83, 0x1ba0},
  {0x1bae, 0x1be5}, {0x1c00, 0x1c23}, {0x1c40, 0x1c49}, {0x1c4d, 0x1c7d}, {0x1c80, 0x1c88}, {0x1c90, 0x1cba}, {0x1cbd, 0x1cbf}, {0x1ce9, 0x1cec},
  {0x1cee, 0x1cf3}, {0x1cf5, 0x1cf6}, {0x1cfa, 0x1cfa}, {0x1d00, 0x1dbf}, {0x1e00, 0x1f15}, {0x1f18, 0x1f1d}, {0x1f20, 0x1f45}, {0x1f48, 0x1f4d},
  {0x1f50, 0x1f57}, {0x1f59, 0x1f59}, {0x1f5b, 0x1f5b}, {0x1f5d, 0x1f5d}, {0x1f5f, 0x1f7d}, {0x1f80, 0x1fb4}, {0x1fb6, 0x1fbc}, {0x1fbe, 0x1fbe},
  {0x1fc2, 0x1fc4}, {0x1fc6, 0x1fcc}, {0x1fd0, 0x1fd3}, {0x1fd6, 0x1fdb}, {0x1fe0, 0x1fec}, {0x1ff2, 0x1ff4}, {0x1ff6, 0x1ffc}, {0x2070, 0x2071},
  {0x2074, 0x2079}, {0x207f, 0x2089}, {0x2090, 0x209c}, {0x2102, 0x2102}, {0x2107, 0x2107}, {0x210a, 0x2113}, {0x2115, 0x2115}, {0x2119, 0x211d},
  {0x2124, 0x2124}, {0x2126, 0x2126}, {0x2128, 0x2128}, {0x212a, 0x212d}, {0x212f, 0x2139}, {0x213c, 0x213f}, {0x2145, 0x2149}, {0x214e, 0x214e},
  {0x2150, 0x2189}, {0x2460, 0x249b}, {0x24ea, 0x24ff}, {0x2776, 0x2793}, {0x2c00, 0x2ce4}, {0x2ceb, 0x2cee}, {0x2cf2, 0x2cf3}, {0x2cfd, 0x2cfd},
  {0x2d00, 0x2d25}, {0x2d27, 0x2d27}, {0x2d2d, 0x2d2d}, {0x2d30, 0x2d67}, {0x2d6f, 0x2d6f}, {0x2d80, 0x2d96}, {0x2da0, 0x2da6}, {0x2da8, 0x2dae},
  {0x2db0, 0x2db6}, {0x2db8, 0x2dbe}, {0x2dc0, 0x2dc6}, {0x2dc8, 0x2dce}, {0x2dd0, 0x2dd6}, {0x2dd8, 0x2dde}, {0x2e2f, 0x2e2f}, {0x3005, 0x3007},
  {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x3096}, {0x309d, 0x309f}, {0x30a1, 0x30fa}, {0x30fc, 0x30ff}, {0x3105, 0x312f},
  {0x3131, 0x318e}, {0x3192, 0x3195}, {0x31a0, 0x31bf}, {0x31f0, 0x31ff}, {0x3220, 0x3229}, {0x3248, 0x324f}, {0x3251, 0x325f}, {0x3280, 0x3289},
  {0x32b1, 0x32bf}, {0x3400, 0x4dbf}, {0x4e00, 0xa48c}, {0xa4d0, 0xa4fd}, {0xa500, 0xa60c}, {0xa610, 0xa62b}, {0xa640, 0xa66e}, {0xa67f, 0xa69d},
  {0xa6a0, 0xa6ef}, {0xa717, 0xa71f}, {0xa722, 0xa788}, {0xa78b, 0xa7ca}, {0xa7d0, 0xa7d1}, {0xa7d3, 0xa7d3}, {0xa7d5, 0xa7d9}, {0xa7f2, 0xa801},
  {0xa803, 0xa805}, {0xa807, 0xa80a}, {0xa80c, 0xa822}, {0xa830, 0xa835}, {0xa840, 0xa873}, {0xa882, 0xa8b3}, {0xa8d0, 0xa8d9}, {0xa8f2, 0xa8f7},
  {0xa8fb, 0xa8fb}, {0xa8fd, 0xa8fe}, {0xa900, 0xa925}, {0xa930, 0xa946}, {0xa960, 0xa97c}, {0xa984, 0xa9b2}, {0xa9cf, 0xa9d9}, {0xa9e0, 0xa9e4},
  {0xa9e6, 0xa9fe}, {0xaa00, 0xaa28}, {0xaa40, 0xaa42}, {0xaa44, 0xaa4b}, {0xaa50, 0xaa59}, {0xaa60, 0xaa76}, {0xaa7a, 0xaa7a}, {0xaa7e, 0xaaaf},
  {0xaab1, 0xaab1}, {0xaab5, 0xaab6}, {0xaab9, 0xaabd}, {0xaac0, 0xaac0}, {0xaac2, 0xaac2}, {0xaadb, 0xaadd}, {0xaae0, 0xaaea}, {0xaaf2, 0xaaf4},
  {0xab01, 0xab06}, {0xab09, 0xab0e}, {0xab11, 0xab16}, {0xab20, 0xab26}, {0xab28, 0xab2e}, {0xab30, 0xab5a}, {0xab5c, 0xab69}, {0xab70, 0xabe2},
  {0xabf0, 0xabf9}, {0xac00, 0xd7a3}, {0xd7b0, 0xd7c6}, {0xd7cb, 0xd7fb}, {0xf900, 0xfa6d}, {0xfa70, 0xfad9}, {0xfb00, 0xfb06}, {0xfb13, 0xfb17},
  {0xfb1d, 0xfb1d}, {0xfb1f, 0xfb28}, {0xfb2a, 0xfb36}, {0xfb38, 0xfb3c}, {0xfb3e, 0xfb3e}, {0xfb40, 0xfb41}, {0xfb43, 0xfb44}, {0xfb46, 0xfbb1},
  {0xfbd3, 0xfd3d}, {0xfd50, 0xfd8f}, {0xfd92, 0xfdc7}, {0xfdf0, 0xfdfb}, {0xfe70, 0xfe74}, {0xfe76, 0xfefc}, {0xff10, 0xff19}, {0xff21, 0xff3a},
  {0xff41, 0xff5a}, {0xff66, 0xffbe}, {0xffc2, 0xffc7}, {0xffca, 0xffcf}, {0xffd2, 0xffd7}, {0xffda, 0xffdc}, {0x10000, 0x1000b}, {0x1000d, 0x10026},
  {0x10028, 0x1003a}, {0x1003c, 0x1003d}, {0x1003f, 0x1004d}, {0x10050, 0x1005d}, {0x10080, 0x100fa}, {0x10107, 0x10133}, {0x10140, 0x10178}, {0x1018a, 0x1018b},
  {0x10280, 0x1029c}, {0x102a0, 0x102d0}, {0x102e1, 0x102fb}, {0x10300, 0x10323}, {0x1032d, 0x1034a}, {0x10350, 0x10375}, {0x10380, 0x1039d}, {0x103a0, 0x103c3},
  {0x103c8, 0x103cf}, {0x103d1, 0x103d5}, {0x10400, 0x1049d}, {0x104a0, 0x104a9}, {0x104b0, 0x104d3}, {0x104d8, 0x104fb}, {0x10500, 0x10527}, {0x10530, 0x10563},
  {0x10570, 0x1057a}, {0x1057c, 0x1058a}, {0x1058c, 0x10592}, {0x10594, 0x10595}, {0x10597, 0x105a1}, {0x105a3, 0x105b1}, {0x105b3, 0x105b9}, {0x105bb, 0x105bc},
  {0x10600, 0x10736}, {0x10740, 0x10755}, {0x10760, 0x10767}, {0x10780, 0x10785}, {0x10787, 0x107b0}, {0x107b2, 0x107ba}, {0x10800, 0x10805}, {0x10808, 0x10808},
  {0x1080a, 0x10835}, {0x10837, 0x10838}, {0x1083c, 0x1083c}, {0x1083f, 0x10855}, {0x10858, 0x10876}, {0x10879, 0x1089e}, {0x108a7, 0x108af}, {0x108e0, 0x108f2},
  {0x108f4, 0x108f5}, {0x108fb, 0x1091b}, {0x10920, 0x1092b}, {0x17000, 0x18d1e}, {0x20000, 0x323af},
};

static TSCharacterRange sym_path_character_set_2[] = {
  {0, 0x08}, {0x0e, 0x1b}, {'!', '!'}, {'#', '+'}, {'-', '.'}, {'0', ':'}, {'<', 0x84}, {0x86, 0x9f},
  {0xa1, 0x167f}, {0x1681, 0x1fff}, {0x200b, 0x201b}, {0x201f, 0x2027}, {0x202a, 0x202e}, {0x2030, 0x205e}, {0x2060, 0x2fff}, {0x3001, 0x10ffff},
};

static TSCharacterRange sym_path_character_set_4[] = {
  {'+', '+'}, {'-', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xaa, 0xaa}, {0xb2, 0xb3}, {0xb5, 0xb5},
  {0xb9, 0xba}, {0xbc, 0xbe}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2c1}, {0x2c6, 0x2d1}, {0x2e0, 0x2e4}, {0x2ec, 0x2ec},
  {0x2ee, 0x2ee}, {0x370, 0x374}, {0x376, 0x377}, {0x37a, 0x37d}, {0x37f, 0x37f}, {0x386, 0x386}, {0x388, 0x38a}, {0x38c, 0x38c},
  {0x38e, 0x3a1}, {0x3a3, 0x3f5}, {0x3f7, 0x481}, {0x48a, 0x52f}, {0x531, 0x556}, {0x559, 0x559}, {0x560, 0x588}, {0x5d0, 0x5ea},
  {0x5ef, 0x5f2}, {0x620, 0x64a}, {0x660, 0x669}, {0x66e, 0x66f}, {0x671, 0x6d3}, {0x6d5, 0x6d5}, {0x6e5, 0x6e6}, {0x6ee, 0x6fc},
  {0x6ff, 0x6ff}, {0x710, 0x710}, {0x712, 0x72f}, {0x74d, 0x7a5}, {0x7b1, 0x7b1}, {0x7c0, 0x7ea}, {0x7f4, 0x7f5}, {0x7fa, 0x7fa},
  {0x800, 0x815}, {0x81a, 0x81a}, {0x824, 0x824}, {0x828, 0x828}, {0x840, 0x858}, {0x860, 0x86a}, {0x870, 0x887}, {0x889, 0x88e},
  {0x8a0, 0x8c9}, {0x904, 0x939}, {0x93d, 0x93d}, {0x950, 0x950}, {0x958, 0x961}, {0x966, 0x96f}, {0x971, 0x980}, {0x985, 0x98c},
  {0x98f, 0x990}, {0x993, 0x9a8}, {0x9aa, 0x9b0}, {0x9b2, 0x9b2}, {0x9b6, 0x9b9}, {0x9bd, 0x9bd}, {0x9ce, 0x9ce}, {0x9dc, 0x9dd},
  {0x9df, 0x9e1}, {0x9e6, 0x9f1}, {0x9f4, 0x9f9}, {0x9fc, 0x9fc}, {0xa05, 0xa0a}, {0xa0f, 0xa10}, {0xa13, 0xa28}, {0xa2a, 0xa30},
  {0xa32, 0xa33}, {0xa35, 0xa36}, {0xa38, 0xa39}, {0xa59, 0xa5c}, {0xa5e, 0xa5e}, {0xa66, 0xa6f}, {0xa72, 0xa74}, {0xa85, 0xa8d},
  {0xa8f, 0xa91}, {0xa93, 0xaa8}, {0xaaa, 0xab0}, {0xab2, 0xab3}, {0xab5, 0xab9}, {0xabd, 0xabd}, {0xad0, 0xad0}, {0xae0, 0xae1},
  {0xae6, 0xaef}, {0xaf9, 0xaf9}, {0xb05, 0xb0c}, {0xb0f, 0xb10}, {0xb13, 0xb28}, {0xb2a, 0xb30}, {0xb32, 0xb33}, {0xb35, 0xb39},
  {0xb3d, 0xb3d}, {0xb5c, 0xb5d}, {0xb5f, 0xb61}, {0xb66, 0xb6f}, {0xb71, 0xb77}, {0xb83, 0xb83}, {0xb85, 0xb8a}, {0xb8e, 0xb90},
  {0xb92, 0xb95}, {0xb99, 0xb9a}, {0xb9c, 0xb9c}, {0xb9e, 0xb9f}, {0xba3, 0xba4}, {0xba8, 0xbaa}, {0xbae, 0xbb9}, {0xbd0, 0xbd0},
  {0xbe6, 0xbf2}, {0xc05, 0xc0c}, {0xc0e, 0xc10}, {0xc12, 0xc28}, {0xc2a, 0xc39}, {0xc3d, 0xc3d}, {0xc58, 0xc5a}, {0xc5d, 0xc5d},
  {0xc60, 0xc61}, {0xc66, 0xc6f}, {0xc78, 0xc7e}, {0xc80, 0xc80}, {0xc85, 0xc8c}, {0xc8e, 0xc90}, {0xc92, 0xca8}, {0xcaa, 0xcb3},
  {0xcb5, 0xcb9}, {0xcbd, 0xcbd}, {0xcdd, 0xcde}, {0xce0, 0xce1}, {0xce6, 0xcef}, {0xcf1, 0xcf2}, {0xd04, 0xd0c}, {0xd0e, 0xd10},
  {0xd12, 0xd3a}, {0xd3d, 0xd3d}, {0xd4e, 0xd4e}, {0xd54, 0xd56}, {0xd58, 0xd61}, {0xd66, 0xd78}, {0xd7a, 0xd7f}, {0xd85, 0xd96},
  {0xd9a, 0xdb1}, {0xdb3, 0xdbb}, {0xdbd, 0xdbd}, {0xdc0, 0xdc6}, {0xde6, 0xdef}, {0xe01, 0xe30}, {0xe32, 0xe33}, {0xe40, 0xe46},
  {0xe50, 0xe59}, {0xe81, 0xe82}, {0xe84, 0xe84}, {0xe86, 0xe8a}, {0xe8c, 0xea3}, {0xea5, 0xea5}, {0xea7, 0xeb0}, {0xeb2, 0xeb3},
  {0xebd, 0xebd}, {0xec0, 0xec4}, {0xec6, 0xec6}, {0xed0, 0xed9}, {0xedc, 0xedf}, {0xf00, 0xf00}, {0xf20, 0xf33}, {0xf40, 0xf47},
  {0xf49, 0xf6c}, {0xf88, 0xf8c}, {0x1000, 0x102a}, {0x103f, 0x1049}, {0x1050, 0x1055}, {0x105a, 0x105d}, {0x1061, 0x1061}, {0x1065, 0x1066},
  {0x106e, 0x1070}, {0x1075, 0x1081}, {0x108e, 0x108e}, {0x1090, 0x1099}, {0x10a0, 0x10c5}, {0x10c7, 0x10c7}, {0x10cd, 0x10cd}, {0x10d0, 0x10fa},
  {0x10fc, 0x1248}, {0x124a, 0x124d}, {0x1250, 0x1256}, {0x1258, 0x1258}, {0x125a, 0x125d}, {0x1260, 0x1288}, {0x128a, 0x128d}, {0x1290, 0x12b0},
  {0x12b2, 0x12b5}, {0x12b8, 0x12be}, {0x12c0, 0x12c0}, {0x12c2, 0x12c5}, {0x12c8, 0x12d6}, {0x12d8, 0x1310}, {0x1312, 0x1315}, {0x1318, 0x135a},
  {0x1369, 0x137c}, {0x1380, 0x138f}, {0x13a0, 0x13f5}, {0x13f8, 0x13fd}, {0x1401, 0x166c}, {0x166f, 0x167f}, {0x1681, 0x169a}, {0x16a0, 0x16ea},
  {0x16ee, 0x16f8}, {0x1700, 0x1711}, {0x171f, 0x1731}, {0x1740, 0x1751}, {0x1760, 0x176c}, {0x176e, 0x1770}, {0x1780, 0x17b3}, {0x17d7, 0x17d7},
  {0x17dc, 0x17dc}, {0x17e0, 0x17e9}, {0x17f0, 0x17f9}, {0x1810, 0x1819}, {0x1820, 0x1878}, {0x1880, 0x1884}, {0x1887, 0x18a8}, {0x18aa, 0x18aa},
  {0x18b0, 0x18f5}, {0x1900, 0x191e}, {0x1946, 0x196d}, {0x1970, 0x1974}, {0x1980, 0x19ab}, {0x19b0, 0x19c9}, {0x19d0, 0x19da}, {0x1a00, 0x1a16},
  {0x1a20, 0x1a54}, {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1aa7, 0x1aa7}, {0x1b05, 0x1b33}, {0x1b45, 0x1b4c}, {0x1b50, 0x1b59}, {0x1b83, 0x1ba0},
  {0x1bae, 0x1be5}, {0x1c00, 0x1c23}, {0x1c40, 0x1c49}, {0x1c4d, 0x1c7d}, {0x1c80, 0x1c88}, {0x1c90, 0x1cba}, {0x1cbd, 0x1cbf}, {0x1ce9, 0x1cec},
  {0x1cee, 0x1cf3}, {0x1cf5, 0x1cf6}, {0x1cfa, 0x1cfa}, {0x1d00, 0x1dbf}, {0x1e00, 0x1f15}, {0x1f18, 0x1f1d}, {0x1f20, 0x1f45}, {0x1f48, 0x1f4d},
  {0x1f50, 0x1f57}, {0x1f59, 0x1f59}, {0x1f5b, 0x1f5b}, {0x1f5d, 0x1f5d}, {0x1f5f, 0x1f7d}, {0x1f80, 0x1fb4}, {0x1fb6, 0x1fbc}, {0x1fbe, 0x1fbe},
  {0x1fc2, 0x1fc4}, {0x1fc6, 0x1fcc}, {0x1fd0, 0x1fd3}, {0x1fd6, 0x1fdb}, {0x1fe0, 0x1fec}, {0x1ff2, 0x1ff4}, {0x1ff6, 0x1ffc}, {0x2070, 0x2071},
  {0x2074, 0x2079}, {0x207f, 0x2089}, {0x2090, 0x209c}, {0x2102, 0x2102}, {0x2107, 0x2107}, {0x210a, 0x2113}, {0x2115, 0x2115}, {0x2119, 0x211d},
  {0x2124, 0x2124}, {0x2126, 0x2126}, {0x2128, 0x2128}, {0x212a, 0x212d}, {0x212f, 0x2139}, {0x213c, 0x213f}, {0x2145, 0x2149}, {0x214e, 0x214e},
  {0x2150, 0x2189}, {0x2460, 0x249b}, {0x24ea, 0x24ff}, {0x2776, 0x2793}, {0x2c00, 0x2ce4}, {0x2ceb, 0x2cee}, {0x2cf2, 0x2cf3}, {0x2cfd, 0x2cfd},
  {0x2d00, 0x2d25}, {0x2d27, 0x2d27}, {0x2d2d, 0x2d2d}, {0x2d30, 0x2d67}, {0x2d6f, 0x2d6f}, {0x2d80, 0x2d96}, {0x2da0, 0x2da6}, {0x2da8, 0x2dae},
  {0x2db0, 0x2db6}, {0x2db8, 0x2dbe}, {0x2dc0, 0x2dc6}, {0x2dc8, 0x2dce}, {0x2dd0, 0x2dd6}, {0x2dd8, 0x2dde}, {0x2e2f, 0x2e2f}, {0x3005, 0x3007},
  {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x3096}, {0x309d, 0x309f}, {0x30a1, 0x30fa}, {0x30fc, 0x30ff}, {0x3105, 0x312f},
  {0x3131, 0x318e}, {0x3192, 0x3195}, {0x31a0, 0x31bf}, {0x31f0, 0x31ff}, {0x3220, 0x3229}, {0x3248, 0x324f}, {0x3251, 0x325f}, {0x3280, 0x3289},
  {0x32b1, 0x32bf}, {0x3400, 0x4dbf}, {0x4e00, 0xa48c}, {0xa4d0, 0xa4fd}, {0xa500, 0xa60c}, {0xa610, 0xa62b}, {0xa640, 0xa66e}, {0xa67f, 0xa69d},
  {0xa6a0, 0xa6ef}, {0xa717, 0xa71f}, {0xa722, 0xa788}, {0xa78b, 0xa7ca}, {0xa7d0, 0xa7d1}, {0xa7d3, 0xa7d3}, {0xa7d5, 0xa7d9}, {0xa7f2, 0xa801},
  {0xa803, 0xa805}, {0xa807, 0xa80a}, {0xa80c, 0xa822}, {0xa830, 0xa835}, {0xa840, 0xa873}, {0xa882, 0xa8b3}, {0xa8d0, 0xa8d9}, {0xa8f2, 0xa8f7},
  {0xa8fb, 0xa8fb}, {0xa8fd, 0xa8fe}, {0xa900, 0xa925}, {0xa930, 0xa946}, {0xa960, 0xa97c}, {0xa984, 0xa9b2}, {0xa9cf, 0xa9d9}, {0xa9e0, 0xa9e4},
  {0xa9e6, 0xa9fe}, {0xaa00, 0xaa28}, {0xaa40, 0xaa42}, {0xaa44, 0xaa4b}, {0xaa50, 0xaa59}, {0xaa60, 0xaa76}, {0xaa7a, 0xaa7a}, {0xaa7e, 0xaaaf},
  {0xaab1, 0xaab1}, {0xaab5, 0xaab6}, {0xaab9, 0xaabd}, {0xaac0, 0xaac0}, {0xaac2, 0xaac2}, {0xaadb, 0xaadd}, {0xaae0, 0xaaea}, {0xaaf2, 0xaaf4},
  {0xab01, 0xab06}, {0xab09, 0xab0e}, {0xab11, 0xab16}, {0xab20, 0xab26}, {0xab28, 0xab2e}, {0xab30, 0xab5a}, {0xab5c, 0xab69}, {0xab70, 0xabe2},
  {0xabf0, 0xabf9}, {0xac00, 0xd7a3}, {0xd7b0, 0xd7c6}, {0xd7cb, 0xd7fb}, {0xf900, 0xfa6d}, {0xfa70, 0xfad9}, {0xfb00, 0xfb06}, {0xfb13, 0xfb17},
  {0xfb1d, 0xfb1d}, {0xfb1f, 0xfb28}, {0xfb2a, 0xfb36}, {0xfb38, 0xfb3c}, {0xfb3e, 0xfb3e}, {0xfb40, 0xfb41}, {0xfb43, 0xfb44}, {0xfb46, 0xfbb1},
  {0xfbd3, 0xfd3d}, {0xfd50, 0xfd8f}, {0xfd92, 0xfdc7}, {0xfdf0, 0xfdfb}, {0xfe70, 0xfe74}, {0xfe76, 0xfefc}, {0xff10, 0xff19}, {0xff21, 0xff3a},
  {0xff41, 0xff5a}, {0xff66, 0xffbe}, {0xffc2, 0xffc7}, {0xffca, 0xffcf}, {0xffd2, 0xffd7}, {0xffda, 0xffdc}, {0x10000, 0x1000b}, {0x1000d, 0x10026},
  {0x10028, 0x1003a}, {0x1003c, 0x1003d}, {0x1003f, 0x1004d}, {0x10050, 0x1005d}, {0x10080, 0x100fa}, {0x10107, 0x10133}, {0x10140, 0x10178}, {0x1018a, 0x1018b},
  {0x10280, 0x1029c}, {0x102a0, 0x102d0}, {0x102e1, 0x102fb}, {0x10300, 0x10323}, {0x1032d, 0x1034a}, {0x10350, 0x10375}, {0x10380, 0x1039d}, {0x103a0, 0x103c3},
  {0x103c8, 0x103cf}, {0x103d1, 0x103d5}, {0x10400, 0x1049d}, {0x104a0, 0x104a9}, {0x104b0, 0x104d3}, {0x104d8, 0x104fb}, {0x10500, 0x10527}, {0x10530, 0x10563},
  {0x10570, 0x1057a}, {0x1057c, 0x1058a}, {0x1058c, 0x10592}, {0x10594, 0x10595}, {0x10597, 0x105a1}, {0x105a3, 0x105b1}, {0x105b3, 0x105b9}, {0x105bb, 0x105bc},
  {0x10600, 0x10736}, {0x10740, 0x10755}, {0x10760, 0x10767}, {0x10780, 0x10785}, {0x10787, 0x107b0}, {0x107b2, 0x107ba}, {0x10800, 0x10805}, {0x10808, 0x10808},
  {0x1080a, 0x10835}, {0x10837, 0x10838}, {0x1083c, 0x1083c}, {0x1083f, 0x10855}, {0x10858, 0x10876}, {0x10879, 0x1089e}, {0x108a7, 0x108af}, {0x108e0, 0x108f2},
  {0x108f4, 0x108f5}, {0x108fb, 0x1091b}, {0x10920, 0x1092b}, {0x17000, 0x18d1e}, {0x20000, 0x323af},
};

static TSCharacterRange sym_path_character_set_5[] = {
  {0, 0x08}, {0x0e, 0x1b}, {'!', '!'}, {'#', '+'}, {'-', ':'}, {'<', 0x84}, {0x86, 0x9f}, {0xa1, 0x167f},
  {0x1681, 0x1fff}, {0x200b, 0x201b}, {0x201f, 0x2027}, {0x202a, 0x202e}, {0x2030, 0x205e}, {0x2060, 0x2fff}, {0x3001, 0x10ffff},
};

static TSCharacterRange aux_sym_stray_token3_character_set_1[] = {
  {'.', '.'}, {'0', '9'}, {'A', 'Z'}, {'\\', '\\'}, {'_', '_'}, {'a', 'z'}, {'~', '~'}, {0xaa, 0xaa},
  {0xb2, 0xb3}, {0xb5, 0xb5}, {0xb9, 0xba}, {0xbc, 0xbe}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2c1}, {0x2c6, 0x2d1},
  {0x2e0, 0x2e4}, {0x2ec, 0x2ec}, {0x2ee, 0x2ee}, {0x370, 0x374}, {0x376, 0x377}, {0x37a, 0x37d}, {0x37f, 0x37f}, {0x386, 0x386},
  {0x388, 0x38a}, {0x38c, 0x38c}, {0x38e, 0x3a1}, {0x3a3, 0x3f5}, {0x3f7, 0x481}, {0x48a, 0x52f}, {0x531, 0x556}, {0x559, 0x559},
  {0x560, 0x588}, {0x5d0, 0x5ea}, {0x5ef, 0x5f2}, {0x620, 0x64a}, {0x660, 0x669}, {0x66e, 0x66f}, {0x671, 0x6d3}, {0x6d5, 0x6d5},
  {0x6e5, 0x6e6}, {0x6ee, 0x6fc}, {0x6ff, 0x6ff}, {0x710, 0x710}, {0x712, 0x72f}, {0x74d, 0x7a5}, {0x7b1, 0x7b1}, {0x7c0, 0x7ea},
  {0x7f4, 0x7f5}, {0x7fa, 0x7fa}, {0x800, 0x815}, {0x81a, 0x81a}, {0x824, 0x824}, {0x828, 0x828}, {0x840, 0x858}, {0x860, 0x86a},
  {0x870, 0x887}, {0x889, 0x88e}, {0x8a0, 0x8c9}, {0x904, 0x939}, {0x93d, 0x93d}, {0x950, 0x950}, {0x958, 0x961}, {0x966, 0x96f},
  {0x971, 0x980}, {0x985, 0x98c}, {0x98f, 0x990}, {0x993, 0x9a8}, {0x9aa, 0x9b0}, {0x9b2, 0x9b2}, {0x9b6, 0x9b9}, {0x9bd, 0x9bd},
  {0x9ce, 0x9ce}, {0x9dc, 0x9dd}, {0x9df, 0x9e1}, {0x9e6, 0x9f1}, {0x9f4, 0x9f9}, {0x9fc, 0x9fc}, {0xa05, 0xa0a}, {0xa0f, 0xa10},
  {0xa13, 0xa28}, {0xa2a, 0xa30}, {0xa32, 0xa33}, {0xa35, 0xa36}, {0xa38, 0xa39}, {0xa59, 0xa5c}, {0xa5e, 0xa5e}, {0xa66, 0xa6f},
  {0xa72, 0xa74}, {0xa85, 0xa8d}, {0xa8f, 0xa91}, {0xa93, 0xaa8}, {0xaaa, 0xab0}, {0xab2, 0xab3}, {0xab5, 0xab9}, {0xabd, 0xabd},
  {0xad0, 0xad0}, {0xae0, 0xae1}, {0xae6, 0xaef}, {0xaf9, 0xaf9}, {0xb05, 0xb0c}, {0xb0f, 0xb10}, {0xb13, 0xb28}, {0xb2a, 0xb30},
  {0xb32, 0xb33}, {0xb35, 0xb39}, {0xb3d, 0xb3d}, {0xb5c, 0xb5d}, {0xb5f, 0xb61}, {0xb66, 0xb6f}, {0xb71, 0xb77}, {0xb83, 0xb83},
  {0xb85, 0xb8a}, {0xb8e, 0xb90}, {0xb92, 0xb95}, {0xb99, 0xb9a}, {0xb9c, 0xb9c}, {0xb9e, 0xb9f}, {0xba3, 0xba4}, {0xba8, 0xbaa},
  {0xbae, 0xbb9}, {0xbd0, 0xbd0}, {0xbe6, 0xbf2}, {0xc05, 0xc0c}, {0xc0e, 0xc10}, {0xc12, 0xc28}, {0xc2a, 0xc39}, {0xc3d, 0xc3d},
  {0xc58, 0xc5a}, {0xc5d, 0xc5d}, {0xc60, 0xc61}, {0xc66, 0xc6f}, {0xc78, 0xc7e}, {0xc80, 0xc80}, {0xc85, 0xc8c}, {0xc8e, 0xc90},
  {0xc92, 0xca8}, {0xcaa, 0xcb3}, {0xcb5, 0xcb9}, {0xcbd, 0xcbd}, {0xcdd, 0xcde}, {0xce0, 0xce1}, {0xce6, 0xcef}, {0xcf1, 0xcf2},
  {0xd04, 0xd0c}, {0xd0e, 0xd10}, {0xd12, 0xd3a}, {0xd3d, 0xd3d}, {0xd4e, 0xd4e}, {0xd54, 0xd56}, {0xd58, 0xd61}, {0xd66, 0xd78},
  {0xd7a, 0xd7f}, {0xd85, 0xd96}, {0xd9a, 0xdb1}, {0xdb3, 0xdbb}, {0xdbd, 0xdbd}, {0xdc0, 0xdc6}, {0xde6, 0xdef}, {0xe01, 0xe30},
  {0xe32, 0xe33}, {0xe40, 0xe46}, {0xe50, 0xe59}, {0xe81, 0xe82}, {0xe84, 0xe84}, {0xe86, 0xe8a}, {0xe8c, 0xea3}, {0xea5, 0xea5},
  {0xea7, 0xeb0}, {0xeb2, 0xeb3}, {0xebd, 0xebd}, {0xec0, 0xec4}, {0xec6, 0xec6}, {0xed0, 0xed9}, {0xedc, 0xedf}, {0xf00, 0xf00},
  {0xf20, 0xf33}, {0xf40, 0xf47}, {0xf49, 0xf6c}, {0xf88, 0xf8c}, {0x1000, 0x102a}, {0x103f, 0x1049}, {0x1050, 0x1055}, {0x105a, 0x105d},
  {0x1061, 0x1061}, {0x1065, 0x1066}, {0x106e, 0x1070}, {0x1075, 0x1081}, {0x108e, 0x108e}, {0x1090, 0x1099}, {0x10a0, 0x10c5}, {0x10c7, 0x10c7},
  {0x10cd, 0x10cd}, {0x10d0, 0x10fa}, {0x10fc, 0x1248}, {0x124a, 0x124d}, {0x1250, 0x1256}, {0x1258, 0x1258}, {0x125a, 0x125d}, {0x1260, 0x1288},
  {0x128a, 0x128d}, {0x1290, 0x12b0}, {0x12b2, 0x12b5}, {0x12b8, 0x12be}, {0x12c0, 0x12c0}, {0x12c2, 0x12c5}, {0x12c8, 0x12d6}, {0x12d8, 0x1310},
  {0x1312, 0x1315}, {0x1318, 0x135a}, {0x1369, 0x137c}, {0x1380, 0x138f}, {0x13a0, 0x13f5}, {0x13f8, 0x13fd}, {0x1401, 0x166c}, {0x166f, 0x167f},
  {0x1681, 0x169a}, {0x16a0, 0x16ea}, {0x16ee, 0x16f8}, {0x1700, 0x1711}, {0x171f, 0x1731}, {0x1740, 0x1751}, {0x1760, 0x176c}, {0x176e, 0x1770},
  {0x1780, 0x17b3}, {0x17d7, 0x17d7}, {0x17dc, 0x17dc}, {0x17e0, 0x17e9}, {0x17f0, 0x17f9}, {0x1810, 0x1819}, {0x1820, 0x1878}, {0x1880, 0x1884},
  {0x1887, 0x18a8}, {0x18aa, 0x18aa}, {0x18b0, 0x18f5}, {0x1900, 0x191e}, {0x1946, 0x196d}, {0x1970, 0x1974}, {0x1980, 0x19ab}, {0x19b0, 0x19c9},
  {0x19d0, 0x19da}, {0x1a00, 0x1a16}, {0x1a20, 0x1a54}, {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1aa7, 0x1aa7}, {0x1b05, 0x1b33}, {0x1b45, 0x1b4c},
  {0x1b50, 0x1b59}, {0x1b83, 0x1ba0}, {0x1bae, 0x1be5}, {0x1c00, 0x1c23}, {0x1c40, 0x1c49}, {0x1c4d, 0x1c7d}, {0x1c80, 0x1c88}, {0x1c90, 0x1cba},
  {0x1cbd, 0x1cbf}, {0x1ce9, 0x1cec}, {0x1cee, 0x1cf3}, {0x1cf5, 0x1cf6}, {0x1cfa, 0x1cfa}, {0x1d00, 0x1dbf}, {0x1e00, 0x1f15}, {0x1f18, 0x1f1d},
  {0x1f20, 0x1f45}, {0x1f48, 0x1f4d}, {0x1f50, 0x1f57}, {0x1f59, 0x1f59}, {0x1f5b, 0x1f5b}, {0x1f5d, 0x1f5d}, {0x1f5f, 0x1f7d}, {0x1f80, 0x1fb4},
  {0x1fb6, 0x1fbc}, {0x1fbe, 0x1fbe}, {0x1fc2, 0x1fc4}, {0x1fc6, 0x1fcc}, {0x1fd0, 0x1fd3}, {0x1fd6, 0x1fdb}, {0x1fe0, 0x1fec}, {0x1ff2, 0x1ff4},
  {0x1ff6, 0x1ffc}, {0x2070, 0x2071}, {0x2074, 0x2079}, {0x207f, 0x2089}, {0x2090, 0x209c}, {0x2102, 0x2102}, {0x2107, 0x2107}, {0x210a, 0x2113},
  {0x2115, 0x2115}, {0x2119, 0x211d}, {0x2124, 0x2124}, {0x2126, 0x2126}, {0x2128, 0x2128}, {0x212a, 0x212d}, {0x212f, 0x2139}, {0x213c, 0x213f},
  {0x2145, 0x2149}, {0x214e, 0x214e}, {0x2150, 0x2189}, {0x2460, 0x249b}, {0x24ea, 0x24ff}, {0x2776, 0x2793}, {0x2c00, 0x2ce4}, {0x2ceb, 0x2cee},
  {0x2cf2, 0x2cf3}, {0x2cfd, 0x2cfd}, {0x2d00, 0x2d25}, {0x2d27, 0x2d27}, {0x2d2d, 0x2d2d}, {0x2d30, 0x2d67}, {0x2d6f, 0x2d6f}, {0x2d80, 0x2d96},
  {0x2da0, 0x2da6}, {0x2da8, 0x2dae}, {0x2db0, 0x2db6}, {0x2db8, 0x2dbe}, {0x2dc0, 0x2dc6}, {0x2dc8, 0x2dce}, {0x2dd0, 0x2dd6}, {0x2dd8, 0x2dde},
  {0x2e2f, 0x2e2f}, {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x3096}, {0x309d, 0x309f}, {0x30a1, 0x30fa},
  {0x30fc, 0x30ff}, {0x3105, 0x312f}, {0x3131, 0x318e}, {0x3192, 0x3195}, {0x31a0, 0x31bf}, {0x31f0, 0x31ff}, {0x3220, 0x3229}, {0x3248, 0x324f},
  {0x3251, 0x325f}, {0x3280, 0x3289}, {0x32b1, 0x32bf}, {0x3400, 0x4dbf}, {0x4e00, 0xa48c}, {0xa4d0, 0xa4fd}, {0xa500, 0xa60c}, {0xa610, 0xa62b},
  {0xa640, 0xa66e}, {0xa67f, 0xa69d}, {0xa6a0, 0xa6ef}, {0xa717, 0xa71f}, {0xa722, 0xa788}, {0xa78b, 0xa7ca}, {0xa7d0, 0xa7d1}, {0xa7d3, 0xa7d3},
  {0xa7d5, 0xa7d9}, {0xa7f2, 0xa801}, {0xa803, 0xa805}, {0xa807, 0xa80a}, {0xa80c, 0xa822}, {0xa830, 0xa835}, {0xa840, 0xa873}, {0xa882, 0xa8b3},
  {0xa8d0, 0xa8d9}, {0xa8f2, 0xa8f7}, {0xa8fb, 0xa8fb}, {0xa8fd, 0xa8fe}, {0xa900, 0xa925}, {0xa930, 0xa946}, {0xa960, 0xa97c}, {0xa984, 0xa9b2},
  {0xa9cf, 0xa9d9}, {0xa9e0, 0xa9e4}, {0xa9e6, 0xa9fe}, {0xaa00, 0xaa28}, {0xaa40, 0xaa42}, {0xaa44, 0xaa4b}, {0xaa50, 0xaa59}, {0xaa60, 0xaa76},
  {0xaa7a, 0xaa7a}, {0xaa7e, 0xaaaf}, {0xaab1, 0xaab1}, {0xaab5, 0xaab6}, {0xaab9, 0xaabd}, {0xaac0, 0xaac0}, {0xaac2, 0xaac2}, {0xaadb, 0xaadd},
  {0xaae0, 0xaaea}, {0xaaf2, 0xaaf4}, {0xab01, 0xab06}, {0xab09, 0xab0e}, {0xab11, 0xab16}, {0xab20, 0xab26}, {0xab28, 0xab2e}, {0xab30, 0xab5a},
  {0xab5c, 0xab69}, {0xab70, 0xabe2}, {0xabf0, 0xabf9}, {0xac00, 0xd7a3}, {0xd7b0, 0xd7c6}, {0xd7cb, 0xd7fb}, {0xf900, 0xfa6d}, {0xfa70, 0xfad9},
  {0xfb00, 0xfb06}, {0xfb13, 0xfb17}, {0xfb1d, 0xfb1d}, {0xfb1f, 0xfb28}, {0xfb2a, 0xfb36}, {0xfb38, 0xfb3c}, {0xfb3e, 0xfb3e}, {0xfb40, 0xfb41},
  {0xfb43, 0xfb44}, {0xfb46, 0xfbb1}, {0xfbd3, 0xfd3d}, {0xfd50, 0xfd8f}, {0xfd92, 0xfdc7}, {0xfdf0, 0xfdfb}, {0xfe70, 0xfe74}, {0xfe76, 0xfefc},
  {0xff10, 0xff19}, {0xff21, 0xff3a}, {0xff41, 0xff5a}, {0xff66, 0xffbe}, {0xffc2, 0xffc7}, {0xffca, 0xffcf}, {0xffd2, 0xffd7}, {0xffda, 0xffdc},
  {0x10000, 0x1000b}, {0x1000d, 0x10026}, {0x10028, 0x1003a}, {0x1003c, 0x1003d}, {0x1003f, 0x1004d}, {0x10050, 0x1005d}, {0x10080, 0x100fa}, {0x10107, 0x10133},
  {0x10140, 0x10178}, {0x1018a, 0x1018b}, {0x10280, 0x1029c}, {0x102a0, 0x102d0}, {0x102e1, 0x102fb}, {0x10300, 0x10323}, {0x1032d, 0x1034a}, {0x10350, 0x10375},
  {0x10380, 0x1039d}, {0x103a0, 0x103c3}, {0x103c8, 0x103cf}, {0x103d1, 0x103d5}, {0x10400, 0x1049d}, {0x104a0, 0x104a9}, {0x104b0, 0x104d3}, {0x104d8, 0x104fb},
  {0x10500, 0x10527}, {0x10530, 0x10563}, {0x10570, 0x1057a}, {0x1057c, 0x1058a}, {0x1058c, 0x10592}, {0x10594, 0x10595}, {0x10597, 0x105a1}, {0x105a3, 0x105b1},
  {0x105b3, 0x105b9}, {0x105bb, 0x105bc}, {0x10600, 0x10736}, {0x10740, 0x10755}, {0x10760, 0x10767}, {0x10780, 0x10785}, {0x10787, 0x107b0}, {0x107b2, 0x107ba},
  {0x10800, 0x10805}, {0x10808, 0x10808}, {0x1080a, 0x10835}, {0x10837, 0x10838}, {0x1083c, 0x1083c}, {0x1083f, 0x10855}, {0x10858, 0x10876}, {0x10879, 0x1089e},
  {0x108a7, 0x108af}, {0x108e0, 0x108f2}, {0x108f4, 0x108f5}, {0x108fb, 0x1091b}, {0x10920, 0x1092b}, {0x17000, 0x18d1e}, {0x20000, 0x323af},
};

static TSCharacterRange aux_sym_stray_token3_character_set_3[] = {
  {'+', '+'}, {'-', '.'}, {'0', '9'}, {'A', 'Z'}, {'\\', '\\'}, {'_', '_'}, {'a', 'z'}, {0xaa, 0xaa},
  {0xb2, 0xb3}, {0xb5, 0xb5}, {0xb9, 0xba}, {0xbc, 0xbe}, {0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2c1}, {0x2c6, 0x2d1},
  {0x2e0, 0x2e4}, {0x2ec, 0x2ec}, {0x2ee, 0x2ee}, {0x370, 0x374}, {0x376, 0x377}, {0x37a, 0x37d}, {0x37f, 0x37f}, {0x386, 0x386},
  {0x388, 0x38a}, {0x38c, 0x38c}, {0x38e, 0x3a1}, {0x3a3, 0x3f5}, {0x3f7, 0x481}, {0x48a, 0x52f}, {0x531, 0x556}, {0x559, 0x559},
  {0x560, 0x588}, {0x5d0, 0x5ea}, {0x5ef, 0x5f2}, {0x620, 0x64a}, {0x660, 0x669}, {0x66e, 0x66f}, {0x671, 0x6d3}, {0x6d5, 0x6d5},
  {0x6e5, 0x6e6}, {0x6ee, 0x6fc}, {0x6ff, 0x6ff}, {0x710, 0x710}, {0x712, 0x72f}, {0x74d, 0x7a5}, {0x7b1, 0x7b1}, {0x7c0, 0x7ea},
  {0x7f4, 0x7f5}, {0x7fa, 0x7fa}, {0x800, 0x815}, {0x81a, 0x81a}, {0x824, 0x824}, {0x828, 0x828}, {0x840, 0x858}, {0x860, 0x86a},
  {0x870, 0x887}, {0x889, 0x88e}, {0x8a0, 0x8c9}, {0x904, 0x939}, {0x93d, 0x93d}, {0x950, 0x950}, {0x958, 0x961}, {0x966, 0x96f},
  {0x971, 0x980}, {0x985, 0x98c}, {0x98f, 0x990}, {0x993, 0x9a8}, {0x9aa, 0x9b0}, {0x9b2, 0x9b2}, {0x9b6, 0x9b9}, {0x9bd, 0x9bd},
  {0x9ce, 0x9ce}, {0x9dc, 0x9dd}, {0x9df, 0x9e1}, {0x9e6, 0x9f1}, {0x9f4, 0x9f9}, {0x9fc, 0x9fc}, {0xa05, 0xa0a}, {0xa0f, 0xa10},
  {0xa13, 0xa28}, {0xa2a, 0xa30}, {0xa32, 0xa33}, {0xa35, 0xa36}, {0xa38, 0xa39}, {0xa59, 0xa5c}, {0xa5e, 0xa5e}, {0xa66, 0xa6f},
  {0xa72, 0xa74}, {0xa85, 0xa8d}, {0xa8f, 0xa91}, {0xa93, 0xaa8}, {0xaaa, 0xab0}, {0xab2, 0xab3}, {0xab5, 0xab9}, {0xabd, 0xabd},
  {0xad0, 0xad0}, {0xae0, 0xae1}, {0xae6, 0xaef}, {0xaf9, 0xaf9}, {0xb05, 0xb0c}, {0xb0f, 0xb10}, {0xb13, 0xb28}, {0xb2a, 0xb30},
  {0xb32, 0xb33}, {0xb35, 0xb39}, {0xb3d, 0xb3d}, {0xb5c, 0xb5d}, {0xb5f, 0xb61}, {0xb66, 0xb6f}, {0xb71, 0xb77}, {0xb83, 0xb83},
  {0xb85, 0xb8a}, {0xb8e, 0xb90}, {0xb92, 0xb95}, {0xb99, 0xb9a}, {0xb9c, 0xb9c}, {0xb9e, 0xb9f}, {0xba3, 0xba4}, {0xba8, 0xbaa},
  {0xbae, 0xbb9}, {0xbd0, 0xbd0}, {0xbe6, 0xbf2}, {0xc05, 0xc0c}, {0xc0e, 0xc10}, {0xc12, 0xc28}, {0xc2a, 0xc39}, {0xc3d, 0xc3d},
  {0xc58, 0xc5a}, {0xc5d, 0xc5d}, {0xc60, 0xc61}, {0xc66, 0xc6f}, {0xc78, 0xc7e}, {0xc80, 0xc80}, {0xc85, 0xc8c}, {0xc8e, 0xc90},
  {0xc92, 0xca8}, {0xcaa, 0xcb3}, {0xcb5, 0xcb9}, {0xcbd, 0xcbd}, {0xcdd, 0xcde}, {0xce0, 0xce1}, {0xce6, 0xcef}, {0xcf1, 0xcf2},
  {0xd04, 0xd0c}, {0xd0e, 0xd10}, {0xd12, 0xd3a}, {0xd3d, 0xd3d}, {0xd4e, 0xd4e}, {0xd54, 0xd56}, {0xd58, 0xd61}, {0xd66, 0xd78},
  {0xd7a, 0xd7f}, {0xd85, 0xd96}, {0xd9a, 0xdb1}, {0xdb3, 0xdbb}, {0xdbd, 0xdbd}, {0xdc0, 0xdc6}, {0xde6, 0xdef}, {0xe01, 0xe30},
  {0xe32, 0xe33}, {0xe40, 0xe46}, {0xe50, 0xe59}, {0xe81, 0xe82}, {0xe84, 0xe84}, {0xe86, 0xe8a}, {0xe8c, 0xea3}, {0xea5, 0xea5},
  {0xea7, 0xeb0}, {0xeb2, 0xeb3}, {0xebd, 0xebd}, {0xec0, 0xec4}, {0xec6, 0xec6}, {0xed0, 0xed9}, {0xedc, 0xedf}, {0xf00, 0xf00},
  {0xf20, 0xf33}, {0xf40, 0xf47}, {0xf49, 0xf6c}, {0xf88, 0xf8c}, {0x1000, 0x102a}, {0x103f, 0x1049}, {0x1050, 0x1055}, {0x105a, 0x105d},
  {0x1061, 0x1061}, {0x1065, 0x1066}, {0x106e, 0x1070}, {0x1075, 0x1081}, {0x108e, 0x108e}, {0x1090, 0x1099}, {0x10a0, 0x10c5}, {0x10c7, 0x10c7},
  {0x10cd, 0x10cd}, {0x10d0, 0x10fa}, {0x10fc, 0x1248}, {0x124a, 0x124d}, {0x1250, 0x1256}, {0x1258, 0x1258}, {0x125a, 0x125d}, {0x1260, 0x1288},
  {0x128a, 0x128d}, {0x1290, 0x12b0}, {0x12b2, 0x12b5}, {0x12b8, 0x12be}, {0x12c0, 0x12c0}, {0x12c2, 0x12c5}, {0x12c8, 0x12d6}, {0x12d8, 0x1310},
  {0x1312, 0x1315}, {0x1318, 0x135a}, {0x1369, 0x137c}, {0x1380, 0x138f}, {0x13a0, 0x13f5}, {0x13f8, 0x13fd}, {0x1401, 0x166c}, {0x166f, 0x167f},
  {0x1681, 0x169a}, {0x16a0, 0x16ea}, {0x16ee, 0x16f8}, {0x1700, 0x1711}, {0x171f, 0x1731}, {0x1740, 0x1751}, {0x1760, 0x176c}, {0x176e, 0x1770},
  {0x1780, 0x17b3}, {0x17d7, 0x17d7}, {0x17dc, 0x17dc}, {0x17e0, 0x17e9}, {0x17f0, 0x17f9}, {0x1810, 0x1819}, {0x1820, 0x1878}, {0x1880, 0x1884},
  {0x1887, 0x18a8}, {0x18aa, 0x18aa}, {0x18b0, 0x18f5}, {0x1900, 0x191e}, {0x1946, 0x196d}, {0x1970, 0x1974}, {0x1980, 0x19ab}, {0x19b0, 0x19c9},
  {0x19d0, 0x19da}, {0x1a00, 0x1a16}, {0x1a20, 0x1a54}, {0x1a80, 0x1a89}, {0x1a90, 0x1a99}, {0x1aa7, 0x1aa7}, {0x1b05, 0x1b33}, {0x1b45, 0x1b4c},
  {0x1b50, 0x1b59}, {0x1b83, 0x1ba0}, {0x1bae, 0x1be5}, {0x1c00, 0x1c23}, {0x1c40, 0x1c49}, {0x1c4d, 0x1c7d}, {0x1c80, 0x1c88}, {0x1c90, 0x1cba},
  {0x1cbd, 0x1cbf}, {0x1ce9, 0x1cec}, {0x1cee, 0x1cf3}, {0x1cf5, 0x1cf6}, {0x1cfa, 0x1cfa}, {0x1d00, 0x1dbf}, {0x1e00, 0x1f15}, {0x1f18, 0x1f1d},
  {0x1f20, 0x1f45}, {0x1f48, 0x1f4d}, {0x1f50, 0x1f57}, {0x1f59, 0x1f59}, {0x1f5b, 0x1f5b}, {0x1f5d, 0x1f5d}, {0x1f5f, 0x1f7d}, {0x1f80, 0x1fb4},
  {0x1fb6, 0x1fbc}, {0x1fbe, 0x1fbe}, {0x1fc2, 0x1fc4}, {0x1fc6, 0x1fcc}, {0x1fd0, 0x1fd3}, {0x1fd6, 0x1fdb}, {0x1fe0, 0x1fec}, {0x1ff2, 0x1ff4},
  {0x1ff6, 0x1ffc}, {0x2070, 0x2071}, {0x2074, 0x2079}, {0x207f, 0x2089}, {0x2090, 0x209c}, {0x2102, 0x2102}, {0x2107, 0x2107}, {0x210a, 0x2113},
  {0x2115, 0x2115}, {0x2119, 0x211d}, {0x2124, 0x2124}, {0x2126, 0x2126}, {0x2128, 0x2128}, {0x212a, 0x212d}, {0x212f, 0x2139}, {0x213c, 0x213f},
  {0x2145, 0x2149}, {0x214e, 0x214e}, {0x2150, 0x2189}, {0x2460, 0x249b}, {0x24ea, 0x24ff}, {0x2776, 0x2793}, {0x2c00, 0x2ce4}, {0x2ceb, 0x2cee},
  {0x2cf2, 0x2cf3}, {0x2cfd, 0x2cfd}, {0x2d00, 0x2d25}, {0x2d27, 0x2d27}, {0x2d2d, 0x2d2d}, {0x2d30, 0x2d67}, {0x2d6f, 0x2d6f}, {0x2d80, 0x2d96},
  {0x2da0, 0x2da6}, {0x2da8, 0x2dae}, {0x2db0, 0x2db6}, {0x2db8, 0x2dbe}, {0x2dc0, 0x2dc6}, {0x2dc8, 0x2dce}, {0x2dd0, 0x2dd6}, {0x2dd8, 0x2dde},
  {0x2e2f, 0x2e2f}, {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035}, {0x3038, 0x303c}, {0x3041, 0x3096}, {0x309d, 0x309f}, {0x30a1, 0x30fa},
  {0x30fc, 0x30ff}, {0x3105, 0x312f}, {0x3131, 0x318e}, {0x3192, 0x3195}, {0x31a0, 0x31bf}, {0x31f0, 0x31ff}, {0x3220, 0x3229}, {0x3248, 0x324f},
  {0x3251, 0x325f}, {0x3280, 0x3289}, {0x32b1, 0x32bf}, {0x3400, 0x4dbf}, {0x4e00, 0xa48c}, {0xa4d0, 0xa4fd}, {0xa500, 0xa60c}, {0xa610, 0xa62b},
  {0xa640, 0xa66e}, {0xa67f, 0xa69d}, {0xa6a0, 0xa6ef}, {0xa717, 0xa71f}, {0xa722, 0xa788}, {0xa78b, 0xa7ca}, {0xa7d0, 0xa7d1}, {0xa7d3, 0xa7d3},
  {0xa7d5, 0xa7d9}, {0xa7f2, 0xa801}, {0xa803, 0xa805}, {0xa807, 0xa80a}, {0xa80c, 0xa822}, {0xa830, 0xa835}, {0xa840, 0xa873}, {0xa882, 0xa8b3},
  {0xa8d0, 0xa8d9}, {0xa8f2, 0xa8f7}, {0xa8fb, 0xa8fb}, {0xa8fd, 0xa8fe}, {0xa900, 0xa925}, {0xa930, 0xa946}, {0xa960, 0xa97c}, {0xa984, 0xa9b2},
  {0xa9cf, 0xa9d9}, {0xa9e0, 0xa9e4}, {0xa9e6, 0xa9fe}, {0xaa00, 0xaa28}, {0xaa40, 0xaa42}, {0xaa44, 0xaa4b}, {0xaa50, 0xaa59}, {0xaa60, 0xaa76},
  {0xaa7a, 0xaa7a}, {0xaa7e, 0xaaaf}, {0xaab1, 0xaab1}, {0xaab5, 0xaab6}, {0xaab9, 0xaabd}, {0xaac0, 0xaac0}, {0xaac2, 0xaac2}, {0xaadb, 0xaadd},
  {0xaae0, 0xaaea}, {0xaaf2, 0xaaf4}, {0xab01, 0xab06}, {0xab09, 0xab0e}, {0xab11, 0xab16}, {0xab20, 0xab26}, {0xab28, 0xab2e}, {0xab30, 0xab5a},
  {0xab5c, 0xab69}, {0xab70, 0xabe2}, {0xabf0, 0xabf9}, {0xac00, 0xd7a3}, {0xd7b0, 0xd7c6}, {0xd7cb, 0xd7fb}, {0xf900, 0xfa6d}, {0xfa70, 0xfad9},
  {0xfb00, 0xfb06}, {0xfb13, 0xfb17}, {0xfb1d, 0xfb1d}, {0xfb1f, 0xfb28}, {0xfb2a, 0xfb36}, {0xfb38, 0xfb3c}, {0xfb3e, 0xfb3e}, {0xfb40, 0xfb41},
  {0xfb43, 0xfb44}, {0xfb46, 0xfbb1}, {0xfbd3, 0xfd3d}, {0xfd50, 0xfd8f}, {0xfd92, 0xfdc7}, {0xfdf0, 0xfdfb}, {0xfe70, 0xfe74}, {0xfe76, 0xfefc},
  {0xff10, 0xff19}, {0xff21, 0xff3a}, {0xff41, 0xff5a}, {0xff66, 0xffbe}, {0xffc2, 0xffc7}, {0xffca, 0xffcf}, {0xffd2, 0xffd7}, {0xffda, 0xffdc},
  {0x10000, 0x1000b}, {0x1000d, 0x10026}, {0x10028, 0x1003a}, {0x1003c, 0x1003d}, {0x1003f, 0x1004d}, {0x10050, 0x1005d}, {0x10080, 0x100fa}, {0x10107, 0x10133},
  {0x10140, 0x10178}, {0x1018a, 0x1018b}, {0x10280, 0x1029c}, {0x102a0, 0x102d0}, {0x102e1, 0x102fb}, {0x10300, 0x10323}, {0x1032d, 0x1034a}, {0x10350, 0x10375},
  {0x10380, 0x1039d}, {0x103a0, 0x103c3}, {0x103c8, 0x103cf}, {0x103d1, 0x103d5}, {0x10400, 0x1049d}, {0x104a0, 0x104a9}, {0x104b0, 0x104d3}, {0x104d8, 0x104fb},
  {0x10500, 0x10527}, {0x10530, 0x10563}, {0x10570, 0x1057a}, {0x1057c, 0x1058a}, {0x1058c, 0x10592}, {0x10594, 0x10595}, {0x10597, 0x105a1}, {0x105a3, 0x105b1},
  {0x105b3, 0x105b9}, {0x105bb, 0x105bc}, {0x10600, 0x10736}, {0x10740, 0x10755}, {0x10760, 0x10767}, {0x10780, 0x10785}, {0x10787, 0x107b0}, {0x107b2, 0x107ba},
  {0x10800, 0x10805}, {0x10808, 0x10808}, {0x1080a, 0x10835}, {0x10837, 0x10838}, {0x1083c, 0x1083c}, {0x1083f, 0x10855}, {0x10858, 0x10876}, {0x10879, 0x1089e},
  {0x108a7, 0x108af}, {0x108e0, 0x108f2}, {0x108f4, 0x108f5}, {0x108fb, 0x1091b}, {0x10920, 0x1092b}, {0x17000, 0x18d1e}, {0x20000, 0x323af},
};

static bool ts_lex(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      if (eof) ADVANCE(44);
      ADVANCE_MAP(
        '\n', 52,
        '!', 102,
        '"', 82,
        '#', 106,
        '%', 45,
        '&', 98,
        '\'', 99,
        '(', 47,
        ')', 48,
        ',', 51,
        '-', 50,
        '.', 60,
        '/', 88,
        '<', 90,
        '=', 91,
        '>', 89,
        '\\', 94,
        '_', 101,
        'v', 63,
        '|', 103,
        '~', 100,
        0xab, 104,
        0x2018, 105,
        0x201a, 105,
        0x2013, 107,
        0x2014, 107,
        0x60c, 93,
        0x3001, 93,
        0xff0c, 93,
      );
      if ((0x201c <= lookahead && lookahead <= 0x201e)) ADVANCE(83);
      if (lookahead == '*' ||
          lookahead == '+' ||
          lookahead == 0xd7 ||
          lookahead == 0xf7 ||
          lookahead == 0x2212 ||
          lookahead == 0x2260 ||
          lookahead == 0x2264 ||
          lookahead == 0x2265) ADVANCE(85);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) SKIP(39);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(64);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      if (lookahead != 0) ADVANCE(97);
      END_STATE();
    case 1:
      if (lookahead == '\n') ADVANCE(52);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 2:
      if (lookahead == '"') ADVANCE(81);
      if (lookahead == '\\') ADVANCE(84);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(2);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(82);
      END_STATE();
    case 3:
      if (lookahead == '\'') ADVANCE(92);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '"') ADVANCE(3);
      END_STATE();
    case 4:
      if (lookahead == '.') ADVANCE(21);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(9);
      if (lookahead == '\\') ADVANCE(94);
      if (lookahead == '+' ||
          lookahead == '-' ||
          lookahead == '_') ADVANCE(5);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(65);
      END_STATE();
    case 5:
      if (lookahead == '.') ADVANCE(21);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(9);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(5);
      END_STATE();
    case 6:
      if (lookahead == '.') ADVANCE(21);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(10);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(6);
      END_STATE();
    case 7:
      if (lookahead == '.') ADVANCE(8);
      if (lookahead == '/') ADVANCE(23);
      if (lookahead == '\\') ADVANCE(94);
      if (lookahead == '~') ADVANCE(15);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(6);
      if (set_contains(aux_sym_stray_token3_character_set_1, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 8:
      if (lookahead == '.') ADVANCE(15);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      END_STATE();
    case 9:
      if (lookahead == '.') ADVANCE(12);
      if (lookahead == '/') ADVANCE(23);
      if (lookahead == '~') ADVANCE(14);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(13);
      if (set_contains(sym_path_character_set_1, 477, lookahead)) ADVANCE(22);
      END_STATE();
    case 10:
      if (lookahead == '.') ADVANCE(12);
      if (lookahead == '/') ADVANCE(23);
      if (lookahead == '~') ADVANCE(14);
      if (set_contains(sym_path_character_set_1, 477, lookahead)) ADVANCE(22);
      END_STATE();
    case 11:
      if (lookahead == '.') ADVANCE(12);
      if (lookahead == '/') ADVANCE(37);
      if (lookahead == '~') ADVANCE(14);
      if (set_contains(sym_path_character_set_1, 477, lookahead)) ADVANCE(22);
      END_STATE();
    case 12:
      if (lookahead == '.') ADVANCE(14);
      if (lookahead == '/') ADVANCE(73);
      END_STATE();
    case 13:
      if (lookahead == '.') ADVANCE(22);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(10);
      if (set_contains(sym_path_character_set_4, 477, lookahead)) ADVANCE(13);
      END_STATE();
    case 14:
      if (lookahead == '/') ADVANCE(73);
      END_STATE();
    case 15:
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      END_STATE();
    case 16:
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(19);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(70);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 17:
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (lookahead == '+' ||
          lookahead == '-' ||
          lookahead == '.' ||
          lookahead == '_') ADVANCE(21);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      END_STATE();
    case 18:
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_version_character_set_1, 38, lookahead)) ADVANCE(69);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 19:
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_version_character_set_1, 38, lookahead)) ADVANCE(70);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 20:
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_version_character_set_1, 38, lookahead)) ADVANCE(62);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 21:
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 22:
      if (lookahead == '/') ADVANCE(73);
      if (set_contains(sym_path_character_set_4, 477, lookahead)) ADVANCE(22);
      END_STATE();
    case 23:
      if (lookahead == '/') ADVANCE(11);
      if ((!eof && set_contains(sym_path_character_set_5, 15, lookahead))) ADVANCE(74);
      END_STATE();
    case 24:
      if (lookahead == 0xbb) ADVANCE(92);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '"' &&
          lookahead != 0xab) ADVANCE(24);
      END_STATE();
    case 25:
      if (lookahead == '+' ||
          lookahead == '-') ADVANCE(34);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(72);
      END_STATE();
    case 26:
      if (lookahead == 0x2018 ||
          lookahead == 0x2019) ADVANCE(92);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '"') ADVANCE(26);
      END_STATE();
    case 27:
      if (lookahead == '"' ||
          lookahead == 0x201c ||
          lookahead == 0x201d) ADVANCE(81);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(27);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(83);
      END_STATE();
    case 28:
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(80);
      END_STATE();
    case 29:
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(28);
      END_STATE();
    case 30:
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(96);
      END_STATE();
    case 31:
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(31);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(96);
      END_STATE();
    case 32:
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(32);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(108);
      END_STATE();
    case 33:
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(33);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(109);
      END_STATE();
    case 34:
      if (set_contains(sym_version_character_set_1, 38, lookahead)) ADVANCE(72);
      END_STATE();
    case 35:
      if (set_contains(sym__name_character_set_3, 475, lookahead)) ADVANCE(67);
      END_STATE();
    case 36:
      if (set_contains(sym__name_character_set_3, 475, lookahead) ||
          lookahead == '*' ||
          lookahead == '_') ADVANCE(94);
      if ((!eof && set_contains(sym_path_character_set_5, 15, lookahead))) ADVANCE(36);
      END_STATE();
    case 37:
      if ((!eof && set_contains(sym_path_character_set_2, 16, lookahead))) ADVANCE(74);
      END_STATE();
    case 38:
      if (eof) ADVANCE(44);
      ADVANCE_MAP(
        '\n', 52,
        '!', 102,
        '"', 82,
        '#', 106,
        '%', 45,
        '&', 98,
        '\'', 99,
        '(', 47,
        ')', 48,
        ',', 51,
        '-', 50,
        '.', 46,
        '/', 88,
        '<', 90,
        '=', 91,
        '>', 89,
        '\\', 94,
        '_', 101,
        'v', 63,
        '|', 103,
        '~', 100,
        0xab, 104,
        0x2018, 105,
        0x201a, 105,
        0x2013, 107,
        0x2014, 107,
        0x60c, 93,
        0x3001, 93,
        0xff0c, 93,
      );
      if ((0x201c <= lookahead && lookahead <= 0x201e)) ADVANCE(83);
      if (lookahead == '*' ||
          lookahead == '+' ||
          lookahead == 0xd7 ||
          lookahead == 0xf7 ||
          lookahead == 0x2212 ||
          lookahead == 0x2260 ||
          lookahead == 0x2264 ||
          lookahead == 0x2265) ADVANCE(85);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) SKIP(39);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(64);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      if (lookahead != 0) ADVANCE(97);
      END_STATE();
    case 39:
      if (eof) ADVANCE(44);
      ADVANCE_MAP(
        '\n', 52,
        '!', 102,
        '"', 82,
        '#', 106,
        '%', 45,
        '&', 98,
        '\'', 99,
        '(', 47,
        ')', 48,
        ',', 51,
        '-', 86,
        '.', 46,
        '/', 88,
        '<', 90,
        '=', 91,
        '>', 89,
        '\\', 94,
        '_', 101,
        'v', 63,
        '|', 103,
        '~', 100,
        0xab, 104,
        0x2018, 105,
        0x201a, 105,
        0x2013, 107,
        0x2014, 107,
        0x60c, 93,
        0x3001, 93,
        0xff0c, 93,
      );
      if ((0x201c <= lookahead && lookahead <= 0x201e)) ADVANCE(83);
      if (lookahead == '*' ||
          lookahead == '+' ||
          lookahead == 0xd7 ||
          lookahead == 0xf7 ||
          lookahead == 0x2212 ||
          lookahead == 0x2260 ||
          lookahead == 0x2264 ||
          lookahead == 0x2265) ADVANCE(85);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) SKIP(39);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(64);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      if (lookahead != 0) ADVANCE(97);
      END_STATE();
    case 40:
      if (eof) ADVANCE(44);
      ADVANCE_MAP(
        '\n', 52,
        '!', 102,
        '"', 82,
        '#', 106,
        '%', 45,
        '&', 98,
        '\'', 99,
        '(', 47,
        ')', 48,
        ',', 51,
        '-', 49,
        '.', 60,
        '/', 88,
        '<', 90,
        '=', 91,
        '>', 89,
        '\\', 94,
        '_', 101,
        'v', 63,
        '|', 103,
        '~', 100,
        0xab, 104,
        0x2018, 105,
        0x201a, 105,
        0x2013, 107,
        0x2014, 107,
        0x60c, 93,
        0x3001, 93,
        0xff0c, 93,
      );
      if ((0x201c <= lookahead && lookahead <= 0x201e)) ADVANCE(83);
      if (lookahead == '*' ||
          lookahead == '+' ||
          lookahead == 0xd7 ||
          lookahead == 0xf7 ||
          lookahead == 0x2212 ||
          lookahead == 0x2260 ||
          lookahead == 0x2264 ||
          lookahead == 0x2265) ADVANCE(85);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) SKIP(43);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(64);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      if (lookahead != 0) ADVANCE(97);
      END_STATE();
    case 41:
      if (eof) ADVANCE(44);
      ADVANCE_MAP(
        '\n', 52,
        '!', 102,
        '"', 82,
        '#', 106,
        '%', 45,
        '&', 98,
        '\'', 99,
        '(', 47,
        ')', 48,
        ',', 51,
        '-', 49,
        '.', 46,
        '/', 88,
        '<', 90,
        '=', 91,
        '>', 89,
        '\\', 94,
        '_', 101,
        'v', 63,
        '|', 103,
        '~', 100,
        0xab, 104,
        0x2018, 105,
        0x201a, 105,
        0x2013, 107,
        0x2014, 107,
        0x60c, 93,
        0x3001, 93,
        0xff0c, 93,
      );
      if ((0x201c <= lookahead && lookahead <= 0x201e)) ADVANCE(83);
      if (lookahead == '*' ||
          lookahead == '+' ||
          lookahead == 0xd7 ||
          lookahead == 0xf7 ||
          lookahead == 0x2212 ||
          lookahead == 0x2260 ||
          lookahead == 0x2264 ||
          lookahead == 0x2265) ADVANCE(85);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) SKIP(43);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(64);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      if (lookahead != 0) ADVANCE(97);
      END_STATE();
    case 42:
      if (eof) ADVANCE(44);
      ADVANCE_MAP(
        '\n', 52,
        '!', 102,
        '"', 82,
        '#', 106,
        '%', 45,
        '&', 98,
        '\'', 99,
        '(', 47,
        ')', 48,
        ',', 51,
        '-', 87,
        '.', 60,
        '/', 88,
        '<', 90,
        '=', 91,
        '>', 89,
        '\\', 94,
        '_', 101,
        'v', 63,
        '|', 103,
        '~', 100,
        0xab, 104,
        0x2018, 105,
        0x201a, 105,
        0x2013, 107,
        0x2014, 107,
        0x60c, 93,
        0x3001, 93,
        0xff0c, 93,
      );
      if ((0x201c <= lookahead && lookahead <= 0x201e)) ADVANCE(83);
      if (lookahead == '*' ||
          lookahead == '+' ||
          lookahead == 0xd7 ||
          lookahead == 0xf7 ||
          lookahead == 0x2212 ||
          lookahead == 0x2260 ||
          lookahead == 0x2264 ||
          lookahead == 0x2265) ADVANCE(85);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) SKIP(43);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(64);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      if (lookahead != 0) ADVANCE(97);
      END_STATE();
    case 43:
      if (eof) ADVANCE(44);
      ADVANCE_MAP(
        '\n', 52,
        '!', 102,
        '"', 82,
        '#', 106,
        '%', 45,
        '&', 98,
        '\'', 99,
        '(', 47,
        ')', 48,
        ',', 51,
        '-', 87,
        '.', 46,
        '/', 88,
        '<', 90,
        '=', 91,
        '>', 89,
        '\\', 94,
        '_', 101,
        'v', 63,
        '|', 103,
        '~', 100,
        0xab, 104,
        0x2018, 105,
        0x201a, 105,
        0x2013, 107,
        0x2014, 107,
        0x60c, 93,
        0x3001, 93,
        0xff0c, 93,
      );
      if ((0x201c <= lookahead && lookahead <= 0x201e)) ADVANCE(83);
      if (lookahead == '*' ||
          lookahead == '+' ||
          lookahead == 0xd7 ||
          lookahead == 0xf7 ||
          lookahead == 0x2212 ||
          lookahead == 0x2260 ||
          lookahead == 0x2264 ||
          lookahead == 0x2265) ADVANCE(85);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) SKIP(43);
      if (('A' <= lookahead && lookahead <= 'Z') ||
          ('a' <= lookahead && lookahead <= 'z')) ADVANCE(64);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      if (lookahead != 0) ADVANCE(97);
      END_STATE();
    case 44:
      ACCEPT_TOKEN(ts_builtin_sym_end);
      END_STATE();
    case 45:
      ACCEPT_TOKEN(anon_sym_PERCENT);
      END_STATE();
    case 46:
      ACCEPT_TOKEN(anon_sym_DOT);
      if (lookahead == '.') ADVANCE(15);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_version_character_set_2, 39, lookahead)) ADVANCE(71);
      END_STATE();
    case 47:
      ACCEPT_TOKEN(anon_sym_LPAREN);
      END_STATE();
    case 48:
      ACCEPT_TOKEN(anon_sym_RPAREN);
      END_STATE();
    case 49:
      ACCEPT_TOKEN(anon_sym_DASH);
      END_STATE();
    case 50:
      ACCEPT_TOKEN(anon_sym_DASH);
      if (lookahead == '-') ADVANCE(108);
      END_STATE();
    case 51:
      ACCEPT_TOKEN(anon_sym_COMMA);
      END_STATE();
    case 52:
      ACCEPT_TOKEN(sym__break_0);
      if (lookahead == '\t') ADVANCE(53);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == ' ') ADVANCE(54);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 53:
      ACCEPT_TOKEN(sym__break_1);
      if (lookahead == '\t') ADVANCE(55);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == ' ') ADVANCE(56);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 54:
      ACCEPT_TOKEN(sym__break_1);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(53);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 55:
      ACCEPT_TOKEN(sym__break_2);
      if (lookahead == '\t') ADVANCE(58);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == ' ') ADVANCE(57);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 56:
      ACCEPT_TOKEN(sym__break_2);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(55);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 57:
      ACCEPT_TOKEN(sym__break_3);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(58);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 58:
      ACCEPT_TOKEN(sym__break_3);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(59);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 59:
      ACCEPT_TOKEN(sym__break_4);
      if (lookahead == '\n') ADVANCE(52);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(59);
      if (set_contains(sym__break_0_character_set_1, 10, lookahead)) ADVANCE(1);
      END_STATE();
    case 60:
      ACCEPT_TOKEN(anon_sym_DOT2);
      END_STATE();
    case 61:
      ACCEPT_TOKEN(sym_version);
      if (lookahead == '+') ADVANCE(5);
      if (lookahead == '-') ADVANCE(4);
      if (lookahead == '.') ADVANCE(20);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(9);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(61);
      if ((0x300 <= lookahead && lookahead <= 0x36f) ||
          (0x483 <= lookahead && lookahead <= 0x487) ||
          (0x591 <= lookahead && lookahead <= 0x5c7) ||
          (0x610 <= lookahead && lookahead <= 0x61a) ||
          (0x64b <= lookahead && lookahead <= 0x65f) ||
          lookahead == 0x670 ||
          (0x6d6 <= lookahead && lookahead <= 0x6e4) ||
          (0x6e7 <= lookahead && lookahead <= 0x6ed) ||
          lookahead == 0x711 ||
          (0x730 <= lookahead && lookahead <= 0x74c) ||
          (0x7a6 <= lookahead && lookahead <= 0x7b0) ||
          (0x7b2 <= lookahead && lookahead <= 0x7bf) ||
          (0x7eb <= lookahead && lookahead <= 0x7f3) ||
          (0x7f6 <= lookahead && lookahead <= 0x7f9) ||
          (0x7fb <= lookahead && lookahead <= 0x7ff) ||
          (0x816 <= lookahead && lookahead <= 0x819) ||
          (0x81b <= lookahead && lookahead <= 0x823) ||
          (0x825 <= lookahead && lookahead <= 0x827) ||
          (0x829 <= lookahead && lookahead <= 0x83f) ||
          (0x859 <= lookahead && lookahead <= 0x85f) ||
          (0x86b <= lookahead && lookahead <= 0x86f) ||
          lookahead == 0x888 ||
          (0x88f <= lookahead && lookahead <= 0x89f) ||
          (0x8ca <= lookahead && lookahead <= 0x903) ||
          (0x93a <= lookahead && lookahead <= 0x93c) ||
          (0x93e <= lookahead && lookahead <= 0x94f) ||
          (0x951 <= lookahead && lookahead <= 0x957) ||
          lookahead == 0x962 ||
          lookahead == 0x963 ||
          (0x981 <= lookahead && lookahead <= 0x984) ||
          lookahead == 0x98d ||
          lookahead == 0x98e ||
          lookahead == 0x991 ||
          lookahead == 0x992 ||
          lookahead == 0x9a9 ||
          lookahead == 0x9b1 ||
          (0x9b3 <= lookahead && lookahead <= 0x9b5) ||
          (0x9ba <= lookahead && lookahead <= 0x9bc) ||
          (0x9be <= lookahead && lookahead <= 0x9cd) ||
          (0x9cf <= lookahead && lookahead <= 0x9db) ||
          lookahead == 0x9de ||
          (0x9e2 <= lookahead && lookahead <= 0x9e5) ||
          lookahead == 0x9f2 ||
          lookahead == 0x9f3 ||
          lookahead == 0x9fa ||
          lookahead == 0x9fb ||
          (0x9fd <= lookahead && lookahead <= 0xa04) ||
          (0xa0b <= lookahead && lookahead <= 0xa0e) ||
          lookahead == 0xa11 ||
          lookahead == 0xa12 ||
          lookahead == 0xa29 ||
          lookahead == 0xa31 ||
          lookahead == 0xa34 ||
          lookahead == 0xa37 ||
          (0xa3a <= lookahead && lookahead <= 0xa58) ||
          lookahead == 0xa5d ||
          (0xa5f <= lookahead && lookahead <= 0xa71) ||
          (0xa75 <= lookahead && lookahead <= 0xa84) ||
          lookahead == 0xa8e ||
          lookahead == 0xa92 ||
          lookahead == 0xaa9 ||
          lookahead == 0xab1 ||
          lookahead == 0xab4 ||
          (0xaba <= lookahead && lookahead <= 0xabc) ||
          (0xabe <= lookahead && lookahead <= 0xacf) ||
          (0xad1 <= lookahead && lookahead <= 0xadf) ||
          (0xae2 <= lookahead && lookahead <= 0xaf8) ||
          (0xafa <= lookahead && lookahead <= 0xb04) ||
          lookahead == 0xb0d ||
          lookahead == 0xb0e ||
          lookahead == 0xb11 ||
          lookahead == 0xb12 ||
          lookahead == 0xb29 ||
          lookahead == 0xb31 ||
          lookahead == 0xb34 ||
          (0xb3a <= lookahead && lookahead <= 0xb3c) ||
          (0xb3e <= lookahead && lookahead <= 0xb5b) ||
          lookahead == 0xb5e ||
          (0xb62 <= lookahead && lookahead <= 0xb70) ||
          (0xb78 <= lookahead && lookahead <= 0xb82) ||
          lookahead == 0xb84 ||
          (0xb8b <= lookahead && lookahead <= 0xb8d) ||
          lookahead == 0xb91 ||
          (0xb96 <= lookahead && lookahead <= 0xb98) ||
          lookahead == 0xb9b ||
          lookahead == 0xb9d ||
          (0xba0 <= lookahead && lookahead <= 0xba2) ||
          (0xba5 <= lookahead && lookahead <= 0xba7) ||
          (0xbab <= lookahead && lookahead <= 0xbad) ||
          (0xbba <= lookahead && lookahead <= 0xbcf) ||
          (0xbd1 <= lookahead && lookahead <= 0xbe5) ||
          (0xbf3 <= lookahead && lookahead <= 0xc04) ||
          lookahead == 0xc0d ||
          lookahead == 0xc11 ||
          lookahead == 0xc29 ||
          (0xc3a <= lookahead && lookahead <= 0xc3c) ||
          (0xc3e <= lookahead && lookahead <= 0xc57) ||
          lookahead == 0xc5b ||
          lookahead == 0xc5c ||
          lookahead == 0xc5e ||
          lookahead == 0xc5f ||
          (0xc62 <= lookahead && lookahead <= 0xc77) ||
          lookahead == 0xc7f ||
          (0xc81 <= lookahead && lookahead <= 0xc84) ||
          lookahead == 0xc8d ||
          lookahead == 0xc91 ||
          lookahead == 0xca9 ||
          lookahead == 0xcb4 ||
          (0xcba <= lookahead && lookahead <= 0xcbc) ||
          (0xcbe <= lookahead && lookahead <= 0xcdc) ||
          lookahead == 0xcdf ||
          (0xce2 <= lookahead && lookahead <= 0xcf0) ||
          (0xcf3 <= lookahead && lookahead <= 0xd03) ||
          lookahead == 0xd0d ||
          lookahead == 0xd11 ||
          lookahead == 0xd3b ||
          lookahead == 0xd3c ||
          (0xd3e <= lookahead && lookahead <= 0xd4d) ||
          (0xd4f <= lookahead && lookahead <= 0xd53) ||
          lookahead == 0xd57 ||
          (0xd62 <= lookahead && lookahead <= 0xd65) ||
          lookahead == 0xd79 ||
          (0xd80 <= lookahead && lookahead <= 0xd84) ||
          (0xd97 <= lookahead && lookahead <= 0xd99) ||
          lookahead == 0xdb2 ||
          lookahead == 0xdbc ||
          lookahead == 0xdbe ||
          lookahead == 0xdbf ||
          (0xdc7 <= lookahead && lookahead <= 0xe00) ||
          lookahead == 0xe31 ||
          (0xe34 <= lookahead && lookahead <= 0xe3f) ||
          (0xe47 <= lookahead && lookahead <= 0xe4e) ||
          lookahead == 0xeb1 ||
          (0xeb4 <= lookahead && lookahead <= 0xebc) ||
          lookahead == 0xebe ||
          lookahead == 0xebf ||
          lookahead == 0xec5 ||
          (0xec7 <= lookahead && lookahead <= 0xedb) ||
          (0xee0 <= lookahead && lookahead <= 0xeff) ||
          (0xf01 <= lookahead && lookahead <= 0xf1f) ||
          (0xf34 <= lookahead && lookahead <= 0xf3f) ||
          lookahead == 0xf48 ||
          (0xf6d <= lookahead && lookahead <= 0xf87) ||
          (0xf8d <= lookahead && lookahead <= 0xfff) ||
          (0x102b <= lookahead && lookahead <= 0x103e) ||
          (0x104a <= lookahead && lookahead <= 0x104f) ||
          (0x1056 <= lookahead && lookahead <= 0x1059) ||
          (0x105e <= lookahead && lookahead <= 0x1060) ||
          (0x1062 <= lookahead && lookahead <= 0x1064) ||
          (0x1067 <= lookahead && lookahead <= 0x106d) ||
          (0x1071 <= lookahead && lookahead <= 0x1074) ||
          (0x1082 <= lookahead && lookahead <= 0x108d) ||
          (0x108f <= lookahead && lookahead <= 0x109d) ||
          (0x135d <= lookahead && lookahead <= 0x135f) ||
          (0x1712 <= lookahead && lookahead <= 0x171e) ||
          (0x1732 <= lookahead && lookahead <= 0x1734) ||
          (0x1752 <= lookahead && lookahead <= 0x175f) ||
          lookahead == 0x176d ||
          (0x1771 <= lookahead && lookahead <= 0x177f) ||
          (0x17b4 <= lookahead && lookahead <= 0x17d3) ||
          lookahead == 0x17dd ||
          (0x180b <= lookahead && lookahead <= 0x181f) ||
          (0x1879 <= lookahead && lookahead <= 0x187f) ||
          lookahead == 0x1885 ||
          lookahead == 0x1886 ||
          lookahead == 0x18a9 ||
          (0x18ab <= lookahead && lookahead <= 0x18af) ||
          (0x18f6 <= lookahead && lookahead <= 0x18ff) ||
          (0x191f <= lookahead && lookahead <= 0x1945) ||
          lookahead == 0x196e ||
          lookahead == 0x196f ||
          (0x1975 <= lookahead && lookahead <= 0x197f) ||
          (0x19ac <= lookahead && lookahead <= 0x19af) ||
          (0x19ca <= lookahead && lookahead <= 0x19cf) ||
          (0x19db <= lookahead && lookahead <= 0x19ff) ||
          (0x1a17 <= lookahead && lookahead <= 0x1a1f) ||
          (0x1a55 <= lookahead && lookahead <= 0x1aa6) ||
          (0x1aa8 <= lookahead && lookahead <= 0x1b04) ||
          (0x1b34 <= lookahead && lookahead <= 0x1b44) ||
          (0x1b4d <= lookahead && lookahead <= 0x1b82) ||
          (0x1ba1 <= lookahead && lookahead <= 0x1bad) ||
          (0x1be6 <= lookahead && lookahead <= 0x1bff) ||
          (0x1c24 <= lookahead && lookahead <= 0x1c4c) ||
          lookahead == 0x1c7e ||
          lookahead == 0x1c7f ||
          (0x1c89 <= lookahead && lookahead <= 0x1c8f) ||
          lookahead == 0x1cbb ||
          lookahead == 0x1cbc ||
          (0x1cc0 <= lookahead && lookahead <= 0x1ce8) ||
          lookahead == 0x1ced ||
          lookahead == 0x1cf4 ||
          (0x1cf7 <= lookahead && lookahead <= 0x1cf9) ||
          (0x1cfb <= lookahead && lookahead <= 0x1cff) ||
          (0x1dc0 <= lookahead && lookahead <= 0x1dff) ||
          lookahead == 0x200c ||
          lookahead == 0x200d ||
          (0x20d0 <= lookahead && lookahead <= 0x20f0) ||
          (0x302a <= lookahead && lookahead <= 0x302f) ||
          lookahead == 0x3099 ||
          lookahead == 0x309a ||
          (0xa66f <= lookahead && lookahead <= 0xa67e) ||
          lookahead == 0xa69e ||
          lookahead == 0xa69f ||
          (0xa6f0 <= lookahead && lookahead <= 0xa716) ||
          lookahead == 0xa720 ||
          lookahead == 0xa721 ||
          lookahead == 0xa789 ||
          lookahead == 0xa78a ||
          (0xa7cb <= lookahead && lookahead <= 0xa7cf) ||
          lookahead == 0xa7d2 ||
          lookahead == 0xa7d4 ||
          (0xa7da <= lookahead && lookahead <= 0xa7f1) ||
          lookahead == 0xa802 ||
          lookahead == 0xa806 ||
          lookahead == 0xa80b ||
          (0xa823 <= lookahead && lookahead <= 0xa82f) ||
          (0xa836 <= lookahead && lookahead <= 0xa83f) ||
          (0xa874 <= lookahead && lookahead <= 0xa881) ||
          (0xa8b4 <= lookahead && lookahead <= 0xa8f1) ||
          (0xa8f8 <= lookahead && lookahead <= 0xa8fa) ||
          lookahead == 0xa8fc ||
          lookahead == 0xa8ff ||
          (0xa926 <= lookahead && lookahead <= 0xa92f) ||
          (0xa947 <= lookahead && lookahead <= 0xa95f) ||
          (0xa97d <= lookahead && lookahead <= 0xa983) ||
          (0xa9b3 <= lookahead && lookahead <= 0xa9ce) ||
          (0xa9da <= lookahead && lookahead <= 0xa9df) ||
          lookahead == 0xa9e5 ||
          lookahead == 0xa9ff ||
          (0xaa29 <= lookahead && lookahead <= 0xaa3f) ||
          lookahead == 0xaa43 ||
          (0xaa4c <= lookahead && lookahead <= 0xaa5f) ||
          (0xaa77 <= lookahead && lookahead <= 0xaa79) ||
          (0xaa7b <= lookahead && lookahead <= 0xaa7d) ||
          lookahead == 0xaab0 ||
          (0xaab2 <= lookahead && lookahead <= 0xaab4) ||
          lookahead == 0xaab7 ||
          lookahead == 0xaab8 ||
          lookahead == 0xaabe ||
          lookahead == 0xaabf ||
          lookahead == 0xaac1 ||
          (0xaac3 <= lookahead && lookahead <= 0xaada) ||
          lookahead == 0xaade ||
          lookahead == 0xaadf ||
          (0xaaeb <= lookahead && lookahead <= 0xaaf1) ||
          (0xaaf5 <= lookahead && lookahead <= 0xab00) ||
          lookahead == 0xab07 ||
          lookahead == 0xab08 ||
          lookahead == 0xab0f ||
          lookahead == 0xab10 ||
          (0xab17 <= lookahead && lookahead <= 0xab1f) ||
          lookahead == 0xab27 ||
          lookahead == 0xab2f ||
          lookahead == 0xab5b ||
          (0xab6a <= lookahead && lookahead <= 0xab6f) ||
          (0xabe3 <= lookahead && lookahead <= 0xabed) ||
          lookahead == 0xfb1e ||
          (0xfe00 <= lookahead && lookahead <= 0xfe0f) ||
          (0xfe20 <= lookahead && lookahead <= 0xfe2f)) ADVANCE(67);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(65);
      END_STATE();
    case 62:
      ACCEPT_TOKEN(sym_version);
      if (lookahead == '.') ADVANCE(20);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_version_character_set_2, 39, lookahead)) ADVANCE(62);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 63:
      ACCEPT_TOKEN(sym__name);
      if (lookahead == '+') ADVANCE(5);
      if (lookahead == '-') ADVANCE(4);
      if (lookahead == '.') ADVANCE(21);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(7);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_number_character_set_3, 40, lookahead)) ADVANCE(61);
      if ((0x300 <= lookahead && lookahead <= 0x36f) ||
          (0x483 <= lookahead && lookahead <= 0x487) ||
          (0x591 <= lookahead && lookahead <= 0x5c7) ||
          (0x610 <= lookahead && lookahead <= 0x61a) ||
          (0x64b <= lookahead && lookahead <= 0x65f) ||
          lookahead == 0x670 ||
          (0x6d6 <= lookahead && lookahead <= 0x6e4) ||
          (0x6e7 <= lookahead && lookahead <= 0x6ed) ||
          lookahead == 0x711 ||
          (0x730 <= lookahead && lookahead <= 0x74c) ||
          (0x7a6 <= lookahead && lookahead <= 0x7b0) ||
          (0x7b2 <= lookahead && lookahead <= 0x7bf) ||
          (0x7eb <= lookahead && lookahead <= 0x7f3) ||
          (0x7f6 <= lookahead && lookahead <= 0x7f9) ||
          (0x7fb <= lookahead && lookahead <= 0x7ff) ||
          (0x816 <= lookahead && lookahead <= 0x819) ||
          (0x81b <= lookahead && lookahead <= 0x823) ||
          (0x825 <= lookahead && lookahead <= 0x827) ||
          (0x829 <= lookahead && lookahead <= 0x83f) ||
          (0x859 <= lookahead && lookahead <= 0x85f) ||
          (0x86b <= lookahead && lookahead <= 0x86f) ||
          lookahead == 0x888 ||
          (0x88f <= lookahead && lookahead <= 0x89f) ||
          (0x8ca <= lookahead && lookahead <= 0x903) ||
          (0x93a <= lookahead && lookahead <= 0x93c) ||
          (0x93e <= lookahead && lookahead <= 0x94f) ||
          (0x951 <= lookahead && lookahead <= 0x957) ||
          lookahead == 0x962 ||
          lookahead == 0x963 ||
          (0x981 <= lookahead && lookahead <= 0x984) ||
          lookahead == 0x98d ||
          lookahead == 0x98e ||
          lookahead == 0x991 ||
          lookahead == 0x992 ||
          lookahead == 0x9a9 ||
          lookahead == 0x9b1 ||
          (0x9b3 <= lookahead && lookahead <= 0x9b5) ||
          (0x9ba <= lookahead && lookahead <= 0x9bc) ||
          (0x9be <= lookahead && lookahead <= 0x9cd) ||
          (0x9cf <= lookahead && lookahead <= 0x9db) ||
          lookahead == 0x9de ||
          (0x9e2 <= lookahead && lookahead <= 0x9e5) ||
          lookahead == 0x9f2 ||
          lookahead == 0x9f3 ||
          lookahead == 0x9fa ||
          lookahead == 0x9fb ||
          (0x9fd <= lookahead && lookahead <= 0xa04) ||
          (0xa0b <= lookahead && lookahead <= 0xa0e) ||
          lookahead == 0xa11 ||
          lookahead == 0xa12 ||
          lookahead == 0xa29 ||
          lookahead == 0xa31 ||
          lookahead == 0xa34 ||
          lookahead == 0xa37 ||
          (0xa3a <= lookahead && lookahead <= 0xa58) ||
          lookahead == 0xa5d ||
          (0xa5f <= lookahead && lookahead <= 0xa71) ||
          (0xa75 <= lookahead && lookahead <= 0xa84) ||
          lookahead == 0xa8e ||
          lookahead == 0xa92 ||
          lookahead == 0xaa9 ||
          lookahead == 0xab1 ||
          lookahead == 0xab4 ||
          (0xaba <= lookahead && lookahead <= 0xabc) ||
          (0xabe <= lookahead && lookahead <= 0xacf) ||
          (0xad1 <= lookahead && lookahead <= 0xadf) ||
          (0xae2 <= lookahead && lookahead <= 0xaf8) ||
          (0xafa <= lookahead && lookahead <= 0xb04) ||
          lookahead == 0xb0d ||
          lookahead == 0xb0e ||
          lookahead == 0xb11 ||
          lookahead == 0xb12 ||
          lookahead == 0xb29 ||
          lookahead == 0xb31 ||
          lookahead == 0xb34 ||
          (0xb3a <= lookahead && lookahead <= 0xb3c) ||
          (0xb3e <= lookahead && lookahead <= 0xb5b) ||
          lookahead == 0xb5e ||
          (0xb62 <= lookahead && lookahead <= 0xb70) ||
          (0xb78 <= lookahead && lookahead <= 0xb82) ||
          lookahead == 0xb84 ||
          (0xb8b <= lookahead && lookahead <= 0xb8d) ||
          lookahead == 0xb91 ||
          (0xb96 <= lookahead && lookahead <= 0xb98) ||
          lookahead == 0xb9b ||
          lookahead == 0xb9d ||
          (0xba0 <= lookahead && lookahead <= 0xba2) ||
          (0xba5 <= lookahead && lookahead <= 0xba7) ||
          (0xbab <= lookahead && lookahead <= 0xbad) ||
          (0xbba <= lookahead && lookahead <= 0xbcf) ||
          (0xbd1 <= lookahead && lookahead <= 0xbe5) ||
          (0xbf3 <= lookahead && lookahead <= 0xc04) ||
          lookahead == 0xc0d ||
          lookahead == 0xc11 ||
          lookahead == 0xc29 ||
          (0xc3a <= lookahead && lookahead <= 0xc3c) ||
          (0xc3e <= lookahead && lookahead <= 0xc57) ||
          lookahead == 0xc5b ||
          lookahead == 0xc5c ||
          lookahead == 0xc5e ||
          lookahead == 0xc5f ||
          (0xc62 <= lookahead && lookahead <= 0xc77) ||
          lookahead == 0xc7f ||
          (0xc81 <= lookahead && lookahead <= 0xc84) ||
          lookahead == 0xc8d ||
          lookahead == 0xc91 ||
          lookahead == 0xca9 ||
          lookahead == 0xcb4 ||
          (0xcba <= lookahead && lookahead <= 0xcbc) ||
          (0xcbe <= lookahead && lookahead <= 0xcdc) ||
          lookahead == 0xcdf ||
          (0xce2 <= lookahead && lookahead <= 0xcf0) ||
          (0xcf3 <= lookahead && lookahead <= 0xd03) ||
          lookahead == 0xd0d ||
          lookahead == 0xd11 ||
          lookahead == 0xd3b ||
          lookahead == 0xd3c ||
          (0xd3e <= lookahead && lookahead <= 0xd4d) ||
          (0xd4f <= lookahead && lookahead <= 0xd53) ||
          lookahead == 0xd57 ||
          (0xd62 <= lookahead && lookahead <= 0xd65) ||
          lookahead == 0xd79 ||
          (0xd80 <= lookahead && lookahead <= 0xd84) ||
          (0xd97 <= lookahead && lookahead <= 0xd99) ||
          lookahead == 0xdb2 ||
          lookahead == 0xdbc ||
          lookahead == 0xdbe ||
          lookahead == 0xdbf ||
          (0xdc7 <= lookahead && lookahead <= 0xe00) ||
          lookahead == 0xe31 ||
          (0xe34 <= lookahead && lookahead <= 0xe3f) ||
          (0xe47 <= lookahead && lookahead <= 0xe4e) ||
          lookahead == 0xeb1 ||
          (0xeb4 <= lookahead && lookahead <= 0xebc) ||
          lookahead == 0xebe ||
          lookahead == 0xebf ||
          lookahead == 0xec5 ||
          (0xec7 <= lookahead && lookahead <= 0xedb) ||
          (0xee0 <= lookahead && lookahead <= 0xeff) ||
          (0xf01 <= lookahead && lookahead <= 0xf1f) ||
          (0xf34 <= lookahead && lookahead <= 0xf3f) ||
          lookahead == 0xf48 ||
          (0xf6d <= lookahead && lookahead <= 0xf87) ||
          (0xf8d <= lookahead && lookahead <= 0xfff) ||
          (0x102b <= lookahead && lookahead <= 0x103e) ||
          (0x104a <= lookahead && lookahead <= 0x104f) ||
          (0x1056 <= lookahead && lookahead <= 0x1059) ||
          (0x105e <= lookahead && lookahead <= 0x1060) ||
          (0x1062 <= lookahead && lookahead <= 0x1064) ||
          (0x1067 <= lookahead && lookahead <= 0x106d) ||
          (0x1071 <= lookahead && lookahead <= 0x1074) ||
          (0x1082 <= lookahead && lookahead <= 0x108d) ||
          (0x108f <= lookahead && lookahead <= 0x109d) ||
          (0x135d <= lookahead && lookahead <= 0x135f) ||
          (0x1712 <= lookahead && lookahead <= 0x171e) ||
          (0x1732 <= lookahead && lookahead <= 0x1734) ||
          (0x1752 <= lookahead && lookahead <= 0x175f) ||
          lookahead == 0x176d ||
          (0x1771 <= lookahead && lookahead <= 0x177f) ||
          (0x17b4 <= lookahead && lookahead <= 0x17d3) ||
          lookahead == 0x17dd ||
          (0x180b <= lookahead && lookahead <= 0x181f) ||
          (0x1879 <= lookahead && lookahead <= 0x187f) ||
          lookahead == 0x1885 ||
          lookahead == 0x1886 ||
          lookahead == 0x18a9 ||
          (0x18ab <= lookahead && lookahead <= 0x18af) ||
          (0x18f6 <= lookahead && lookahead <= 0x18ff) ||
          (0x191f <= lookahead && lookahead <= 0x1945) ||
          lookahead == 0x196e ||
          lookahead == 0x196f ||
          (0x1975 <= lookahead && lookahead <= 0x197f) ||
          (0x19ac <= lookahead && lookahead <= 0x19af) ||
          (0x19ca <= lookahead && lookahead <= 0x19cf) ||
          (0x19db <= lookahead && lookahead <= 0x19ff) ||
          (0x1a17 <= lookahead && lookahead <= 0x1a1f) ||
          (0x1a55 <= lookahead && lookahead <= 0x1aa6) ||
          (0x1aa8 <= lookahead && lookahead <= 0x1b04) ||
          (0x1b34 <= lookahead && lookahead <= 0x1b44) ||
          (0x1b4d <= lookahead && lookahead <= 0x1b82) ||
          (0x1ba1 <= lookahead && lookahead <= 0x1bad) ||
          (0x1be6 <= lookahead && lookahead <= 0x1bff) ||
          (0x1c24 <= lookahead && lookahead <= 0x1c4c) ||
          lookahead == 0x1c7e ||
          lookahead == 0x1c7f ||
          (0x1c89 <= lookahead && lookahead <= 0x1c8f) ||
          lookahead == 0x1cbb ||
          lookahead == 0x1cbc ||
          (0x1cc0 <= lookahead && lookahead <= 0x1ce8) ||
          lookahead == 0x1ced ||
          lookahead == 0x1cf4 ||
          (0x1cf7 <= lookahead && lookahead <= 0x1cf9) ||
          (0x1cfb <= lookahead && lookahead <= 0x1cff) ||
          (0x1dc0 <= lookahead && lookahead <= 0x1dff) ||
          lookahead == 0x200c ||
          lookahead == 0x200d ||
          (0x20d0 <= lookahead && lookahead <= 0x20f0) ||
          (0x302a <= lookahead && lookahead <= 0x302f) ||
          lookahead == 0x3099 ||
          lookahead == 0x309a ||
          (0xa66f <= lookahead && lookahead <= 0xa67e) ||
          lookahead == 0xa69e ||
          lookahead == 0xa69f ||
          (0xa6f0 <= lookahead && lookahead <= 0xa716) ||
          lookahead == 0xa720 ||
          lookahead == 0xa721 ||
          lookahead == 0xa789 ||
          lookahead == 0xa78a ||
          (0xa7cb <= lookahead && lookahead <= 0xa7cf) ||
          lookahead == 0xa7d2 ||
          lookahead == 0xa7d4 ||
          (0xa7da <= lookahead && lookahead <= 0xa7f1) ||
          lookahead == 0xa802 ||
          lookahead == 0xa806 ||
          lookahead == 0xa80b ||
          (0xa823 <= lookahead && lookahead <= 0xa82f) ||
          (0xa836 <= lookahead && lookahead <= 0xa83f) ||
          (0xa874 <= lookahead && lookahead <= 0xa881) ||
          (0xa8b4 <= lookahead && lookahead <= 0xa8f1) ||
          (0xa8f8 <= lookahead && lookahead <= 0xa8fa) ||
          lookahead == 0xa8fc ||
          lookahead == 0xa8ff ||
          (0xa926 <= lookahead && lookahead <= 0xa92f) ||
          (0xa947 <= lookahead && lookahead <= 0xa95f) ||
          (0xa97d <= lookahead && lookahead <= 0xa983) ||
          (0xa9b3 <= lookahead && lookahead <= 0xa9ce) ||
          (0xa9da <= lookahead && lookahead <= 0xa9df) ||
          lookahead == 0xa9e5 ||
          lookahead == 0xa9ff ||
          (0xaa29 <= lookahead && lookahead <= 0xaa3f) ||
          lookahead == 0xaa43 ||
          (0xaa4c <= lookahead && lookahead <= 0xaa5f) ||
          (0xaa77 <= lookahead && lookahead <= 0xaa79) ||
          (0xaa7b <= lookahead && lookahead <= 0xaa7d) ||
          lookahead == 0xaab0 ||
          (0xaab2 <= lookahead && lookahead <= 0xaab4) ||
          lookahead == 0xaab7 ||
          lookahead == 0xaab8 ||
          lookahead == 0xaabe ||
          lookahead == 0xaabf ||
          lookahead == 0xaac1 ||
          (0xaac3 <= lookahead && lookahead <= 0xaada) ||
          lookahead == 0xaade ||
          lookahead == 0xaadf ||
          (0xaaeb <= lookahead && lookahead <= 0xaaf1) ||
          (0xaaf5 <= lookahead && lookahead <= 0xab00) ||
          lookahead == 0xab07 ||
          lookahead == 0xab08 ||
          lookahead == 0xab0f ||
          lookahead == 0xab10 ||
          (0xab17 <= lookahead && lookahead <= 0xab1f) ||
          lookahead == 0xab27 ||
          lookahead == 0xab2f ||
          lookahead == 0xab5b ||
          (0xab6a <= lookahead && lookahead <= 0xab6f) ||
          (0xabe3 <= lookahead && lookahead <= 0xabed) ||
          lookahead == 0xfb1e ||
          (0xfe00 <= lookahead && lookahead <= 0xfe0f) ||
          (0xfe20 <= lookahead && lookahead <= 0xfe2f)) ADVANCE(67);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(65);
      END_STATE();
    case 64:
      ACCEPT_TOKEN(sym__name);
      if (lookahead == '+') ADVANCE(5);
      if (lookahead == '-') ADVANCE(4);
      if (lookahead == '.') ADVANCE(21);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(7);
      if (lookahead == '\\') ADVANCE(94);
      if ((0x300 <= lookahead && lookahead <= 0x36f) ||
          (0x483 <= lookahead && lookahead <= 0x487) ||
          (0x591 <= lookahead && lookahead <= 0x5c7) ||
          (0x610 <= lookahead && lookahead <= 0x61a) ||
          (0x64b <= lookahead && lookahead <= 0x65f) ||
          lookahead == 0x670 ||
          (0x6d6 <= lookahead && lookahead <= 0x6e4) ||
          (0x6e7 <= lookahead && lookahead <= 0x6ed) ||
          lookahead == 0x711 ||
          (0x730 <= lookahead && lookahead <= 0x74c) ||
          (0x7a6 <= lookahead && lookahead <= 0x7b0) ||
          (0x7b2 <= lookahead && lookahead <= 0x7bf) ||
          (0x7eb <= lookahead && lookahead <= 0x7f3) ||
          (0x7f6 <= lookahead && lookahead <= 0x7f9) ||
          (0x7fb <= lookahead && lookahead <= 0x7ff) ||
          (0x816 <= lookahead && lookahead <= 0x819) ||
          (0x81b <= lookahead && lookahead <= 0x823) ||
          (0x825 <= lookahead && lookahead <= 0x827) ||
          (0x829 <= lookahead && lookahead <= 0x83f) ||
          (0x859 <= lookahead && lookahead <= 0x85f) ||
          (0x86b <= lookahead && lookahead <= 0x86f) ||
          lookahead == 0x888 ||
          (0x88f <= lookahead && lookahead <= 0x89f) ||
          (0x8ca <= lookahead && lookahead <= 0x903) ||
          (0x93a <= lookahead && lookahead <= 0x93c) ||
          (0x93e <= lookahead && lookahead <= 0x94f) ||
          (0x951 <= lookahead && lookahead <= 0x957) ||
          lookahead == 0x962 ||
          lookahead == 0x963 ||
          (0x981 <= lookahead && lookahead <= 0x984) ||
          lookahead == 0x98d ||
          lookahead == 0x98e ||
          lookahead == 0x991 ||
          lookahead == 0x992 ||
          lookahead == 0x9a9 ||
          lookahead == 0x9b1 ||
          (0x9b3 <= lookahead && lookahead <= 0x9b5) ||
          (0x9ba <= lookahead && lookahead <= 0x9bc) ||
          (0x9be <= lookahead && lookahead <= 0x9cd) ||
          (0x9cf <= lookahead && lookahead <= 0x9db) ||
          lookahead == 0x9de ||
          (0x9e2 <= lookahead && lookahead <= 0x9e5) ||
          lookahead == 0x9f2 ||
          lookahead == 0x9f3 ||
          lookahead == 0x9fa ||
          lookahead == 0x9fb ||
          (0x9fd <= lookahead && lookahead <= 0xa04) ||
          (0xa0b <= lookahead && lookahead <= 0xa0e) ||
          lookahead == 0xa11 ||
          lookahead == 0xa12 ||
          lookahead == 0xa29 ||
          lookahead == 0xa31 ||
          lookahead == 0xa34 ||
          lookahead == 0xa37 ||
          (0xa3a <= lookahead && lookahead <= 0xa58) ||
          lookahead == 0xa5d ||
          (0xa5f <= lookahead && lookahead <= 0xa65) ||
          lookahead == 0xa70 ||
          lookahead == 0xa71 ||
          (0xa75 <= lookahead && lookahead <= 0xa84) ||
          lookahead == 0xa8e ||
          lookahead == 0xa92 ||
          lookahead == 0xaa9 ||
          lookahead == 0xab1 ||
          lookahead == 0xab4 ||
          (0xaba <= lookahead && lookahead <= 0xabc) ||
          (0xabe <= lookahead && lookahead <= 0xacf) ||
          (0xad1 <= lookahead && lookahead <= 0xadf) ||
          (0xae2 <= lookahead && lookahead <= 0xae5) ||
          (0xaf0 <= lookahead && lookahead <= 0xaf8) ||
          (0xafa <= lookahead && lookahead <= 0xb04) ||
          lookahead == 0xb0d ||
          lookahead == 0xb0e ||
          lookahead == 0xb11 ||
          lookahead == 0xb12 ||
          lookahead == 0xb29 ||
          lookahead == 0xb31 ||
          lookahead == 0xb34 ||
          (0xb3a <= lookahead && lookahead <= 0xb3c) ||
          (0xb3e <= lookahead && lookahead <= 0xb5b) ||
          lookahead == 0xb5e ||
          (0xb62 <= lookahead && lookahead <= 0xb65) ||
          lookahead == 0xb70 ||
          (0xb78 <= lookahead && lookahead <= 0xb82) ||
          lookahead == 0xb84 ||
          (0xb8b <= lookahead && lookahead <= 0xb8d) ||
          lookahead == 0xb91 ||
          (0xb96 <= lookahead && lookahead <= 0xb98) ||
          lookahead == 0xb9b ||
          lookahead == 0xb9d ||
          (0xba0 <= lookahead && lookahead <= 0xba2) ||
          (0xba5 <= lookahead && lookahead <= 0xba7) ||
          (0xbab <= lookahead && lookahead <= 0xbad) ||
          (0xbba <= lookahead && lookahead <= 0xbcf) ||
          (0xbd1 <= lookahead && lookahead <= 0xbe5) ||
          (0xbf3 <= lookahead && lookahead <= 0xc04) ||
          lookahead == 0xc0d ||
          lookahead == 0xc11 ||
          lookahead == 0xc29 ||
          (0xc3a <= lookahead && lookahead <= 0xc3c) ||
          (0xc3e <= lookahead && lookahead <= 0xc57) ||
          lookahead == 0xc5b ||
          lookahead == 0xc5c ||
          lookahead == 0xc5e ||
          lookahead == 0xc5f ||
          (0xc62 <= lookahead && lookahead <= 0xc65) ||
          (0xc70 <= lookahead && lookahead <= 0xc77) ||
          lookahead == 0xc7f ||
          (0xc81 <= lookahead && lookahead <= 0xc84) ||
          lookahead == 0xc8d ||
          lookahead == 0xc91 ||
          lookahead == 0xca9 ||
          lookahead == 0xcb4 ||
          (0xcba <= lookahead && lookahead <= 0xcbc) ||
          (0xcbe <= lookahead && lookahead <= 0xcdc) ||
          lookahead == 0xcdf ||
          (0xce2 <= lookahead && lookahead <= 0xce5) ||
          lookahead == 0xcf0 ||
          (0xcf3 <= lookahead && lookahead <= 0xd03) ||
          lookahead == 0xd0d ||
          lookahead == 0xd11 ||
          lookahead == 0xd3b ||
          lookahead == 0xd3c ||
          (0xd3e <= lookahead && lookahead <= 0xd4d) ||
          (0xd4f <= lookahead && lookahead <= 0xd53) ||
          lookahead == 0xd57 ||
          (0xd62 <= lookahead && lookahead <= 0xd65) ||
          lookahead == 0xd79 ||
          (0xd80 <= lookahead && lookahead <= 0xd84) ||
          (0xd97 <= lookahead && lookahead <= 0xd99) ||
          lookahead == 0xdb2 ||
          lookahead == 0xdbc ||
          lookahead == 0xdbe ||
          lookahead == 0xdbf ||
          (0xdc7 <= lookahead && lookahead <= 0xde5) ||
          (0xdf0 <= lookahead && lookahead <= 0xe00) ||
          lookahead == 0xe31 ||
          (0xe34 <= lookahead && lookahead <= 0xe3f) ||
          (0xe47 <= lookahead && lookahead <= 0xe4e) ||
          lookahead == 0xeb1 ||
          (0xeb4 <= lookahead && lookahead <= 0xebc) ||
          lookahead == 0xebe ||
          lookahead == 0xebf ||
          lookahead == 0xec5 ||
          (0xec7 <= lookahead && lookahead <= 0xecf) ||
          lookahead == 0xeda ||
          lookahead == 0xedb ||
          (0xee0 <= lookahead && lookahead <= 0xeff) ||
          (0xf01 <= lookahead && lookahead <= 0xf1f) ||
          (0xf34 <= lookahead && lookahead <= 0xf3f) ||
          lookahead == 0xf48 ||
          (0xf6d <= lookahead && lookahead <= 0xf87) ||
          (0xf8d <= lookahead && lookahead <= 0xfff) ||
          (0x102b <= lookahead && lookahead <= 0x103e) ||
          (0x104a <= lookahead && lookahead <= 0x104f) ||
          (0x1056 <= lookahead && lookahead <= 0x1059) ||
          (0x105e <= lookahead && lookahead <= 0x1060) ||
          (0x1062 <= lookahead && lookahead <= 0x1064) ||
          (0x1067 <= lookahead && lookahead <= 0x106d) ||
          (0x1071 <= lookahead && lookahead <= 0x1074) ||
          (0x1082 <= lookahead && lookahead <= 0x108d) ||
          lookahead == 0x108f ||
          (0x109a <= lookahead && lookahead <= 0x109d) ||
          (0x135d <= lookahead && lookahead <= 0x135f) ||
          (0x1712 <= lookahead && lookahead <= 0x171e) ||
          (0x1732 <= lookahead && lookahead <= 0x1734) ||
          (0x1752 <= lookahead && lookahead <= 0x175f) ||
          lookahead == 0x176d ||
          (0x1771 <= lookahead && lookahead <= 0x177f) ||
          (0x17b4 <= lookahead && lookahead <= 0x17d3) ||
          lookahead == 0x17dd ||
          (0x180b <= lookahead && lookahead <= 0x180f) ||
          (0x181a <= lookahead && lookahead <= 0x181f) ||
          (0x1879 <= lookahead && lookahead <= 0x187f) ||
          lookahead == 0x1885 ||
          lookahead == 0x1886 ||
          lookahead == 0x18a9 ||
          (0x18ab <= lookahead && lookahead <= 0x18af) ||
          (0x18f6 <= lookahead && lookahead <= 0x18ff) ||
          (0x191f <= lookahead && lookahead <= 0x1945) ||
          lookahead == 0x196e ||
          lookahead == 0x196f ||
          (0x1975 <= lookahead && lookahead <= 0x197f) ||
          (0x19ac <= lookahead && lookahead <= 0x19af) ||
          (0x19ca <= lookahead && lookahead <= 0x19cf) ||
          (0x19db <= lookahead && lookahead <= 0x19ff) ||
          (0x1a17 <= lookahead && lookahead <= 0x1a1f) ||
          (0x1a55 <= lookahead && lookahead <= 0x1a7f) ||
          (0x1a8a <= lookahead && lookahead <= 0x1a8f) ||
          (0x1a9a <= lookahead && lookahead <= 0x1aa6) ||
          (0x1aa8 <= lookahead && lookahead <= 0x1b04) ||
          (0x1b34 <= lookahead && lookahead <= 0x1b44) ||
          (0x1b4d <= lookahead && lookahead <= 0x1b4f) ||
          (0x1b5a <= lookahead && lookahead <= 0x1b82) ||
          (0x1ba1 <= lookahead && lookahead <= 0x1bad) ||
          (0x1be6 <= lookahead && lookahead <= 0x1bff) ||
          (0x1c24 <= lookahead && lookahead <= 0x1c3f) ||
          (0x1c4a <= lookahead && lookahead <= 0x1c4c) ||
          lookahead == 0x1c7e ||
          lookahead == 0x1c7f ||
          (0x1c89 <= lookahead && lookahead <= 0x1c8f) ||
          lookahead == 0x1cbb ||
          lookahead == 0x1cbc ||
          (0x1cc0 <= lookahead && lookahead <= 0x1ce8) ||
          lookahead == 0x1ced ||
          lookahead == 0x1cf4 ||
          (0x1cf7 <= lookahead && lookahead <= 0x1cf9) ||
          (0x1cfb <= lookahead && lookahead <= 0x1cff) ||
          (0x1dc0 <= lookahead && lookahead <= 0x1dff) ||
          lookahead == 0x200c ||
          lookahead == 0x200d ||
          (0x20d0 <= lookahead && lookahead <= 0x20f0) ||
          (0x302a <= lookahead && lookahead <= 0x302f) ||
          lookahead == 0x3099 ||
          lookahead == 0x309a ||
          (0xa66f <= lookahead && lookahead <= 0xa67e) ||
          lookahead == 0xa69e ||
          lookahead == 0xa69f ||
          (0xa6f0 <= lookahead && lookahead <= 0xa716) ||
          lookahead == 0xa720 ||
          lookahead == 0xa721 ||
          lookahead == 0xa789 ||
          lookahead == 0xa78a ||
          (0xa7cb <= lookahead && lookahead <= 0xa7cf) ||
          lookahead == 0xa7d2 ||
          lookahead == 0xa7d4 ||
          (0xa7da <= lookahead && lookahead <= 0xa7f1) ||
          lookahead == 0xa802 ||
          lookahead == 0xa806 ||
          lookahead == 0xa80b ||
          (0xa823 <= lookahead && lookahead <= 0xa82f) ||
          (0xa836 <= lookahead && lookahead <= 0xa83f) ||
          (0xa874 <= lookahead && lookahead <= 0xa881) ||
          (0xa8b4 <= lookahead && lookahead <= 0xa8cf) ||
          (0xa8da <= lookahead && lookahead <= 0xa8f1) ||
          (0xa8f8 <= lookahead && lookahead <= 0xa8fa) ||
          lookahead == 0xa8fc ||
          lookahead == 0xa8ff ||
          (0xa926 <= lookahead && lookahead <= 0xa92f) ||
          (0xa947 <= lookahead && lookahead <= 0xa95f) ||
          (0xa97d <= lookahead && lookahead <= 0xa983) ||
          (0xa9b3 <= lookahead && lookahead <= 0xa9ce) ||
          (0xa9da <= lookahead && lookahead <= 0xa9df) ||
          lookahead == 0xa9e5 ||
          lookahead == 0xa9ff ||
          (0xaa29 <= lookahead && lookahead <= 0xaa3f) ||
          lookahead == 0xaa43 ||
          (0xaa4c <= lookahead && lookahead <= 0xaa4f) ||
          (0xaa5a <= lookahead && lookahead <= 0xaa5f) ||
          (0xaa77 <= lookahead && lookahead <= 0xaa79) ||
          (0xaa7b <= lookahead && lookahead <= 0xaa7d) ||
          lookahead == 0xaab0 ||
          (0xaab2 <= lookahead && lookahead <= 0xaab4) ||
          lookahead == 0xaab7 ||
          lookahead == 0xaab8 ||
          lookahead == 0xaabe ||
          lookahead == 0xaabf ||
          lookahead == 0xaac1 ||
          (0xaac3 <= lookahead && lookahead <= 0xaada) ||
          lookahead == 0xaade ||
          lookahead == 0xaadf ||
          (0xaaeb <= lookahead && lookahead <= 0xaaf1) ||
          (0xaaf5 <= lookahead && lookahead <= 0xab00) ||
          lookahead == 0xab07 ||
          lookahead == 0xab08 ||
          lookahead == 0xab0f ||
          lookahead == 0xab10 ||
          (0xab17 <= lookahead && lookahead <= 0xab1f) ||
          lookahead == 0xab27 ||
          lookahead == 0xab2f ||
          lookahead == 0xab5b ||
          (0xab6a <= lookahead && lookahead <= 0xab6f) ||
          (0xabe3 <= lookahead && lookahead <= 0xabed) ||
          lookahead == 0xfb1e ||
          (0xfe00 <= lookahead && lookahead <= 0xfe0f) ||
          (0xfe20 <= lookahead && lookahead <= 0xfe2f)) ADVANCE(67);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(65);
      END_STATE();
    case 65:
      ACCEPT_TOKEN(sym__name);
      if (lookahead == '+') ADVANCE(5);
      if (lookahead == '-') ADVANCE(4);
      if (lookahead == '.') ADVANCE(21);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == ':') ADVANCE(9);
      if (lookahead == '\\') ADVANCE(94);
      if ((0x300 <= lookahead && lookahead <= 0x36f) ||
          (0x483 <= lookahead && lookahead <= 0x487) ||
          (0x591 <= lookahead && lookahead <= 0x5c7) ||
          (0x610 <= lookahead && lookahead <= 0x61a) ||
          (0x64b <= lookahead && lookahead <= 0x65f) ||
          lookahead == 0x670 ||
          (0x6d6 <= lookahead && lookahead <= 0x6e4) ||
          (0x6e7 <= lookahead && lookahead <= 0x6ed) ||
          lookahead == 0x711 ||
          (0x730 <= lookahead && lookahead <= 0x74c) ||
          (0x7a6 <= lookahead && lookahead <= 0x7b0) ||
          (0x7b2 <= lookahead && lookahead <= 0x7bf) ||
          (0x7eb <= lookahead && lookahead <= 0x7f3) ||
          (0x7f6 <= lookahead && lookahead <= 0x7f9) ||
          (0x7fb <= lookahead && lookahead <= 0x7ff) ||
          (0x816 <= lookahead && lookahead <= 0x819) ||
          (0x81b <= lookahead && lookahead <= 0x823) ||
          (0x825 <= lookahead && lookahead <= 0x827) ||
          (0x829 <= lookahead && lookahead <= 0x83f) ||
          (0x859 <= lookahead && lookahead <= 0x85f) ||
          (0x86b <= lookahead && lookahead <= 0x86f) ||
          lookahead == 0x888 ||
          (0x88f <= lookahead && lookahead <= 0x89f) ||
          (0x8ca <= lookahead && lookahead <= 0x903) ||
          (0x93a <= lookahead && lookahead <= 0x93c) ||
          (0x93e <= lookahead && lookahead <= 0x94f) ||
          (0x951 <= lookahead && lookahead <= 0x957) ||
          lookahead == 0x962 ||
          lookahead == 0x963 ||
          (0x981 <= lookahead && lookahead <= 0x984) ||
          lookahead == 0x98d ||
          lookahead == 0x98e ||
          lookahead == 0x991 ||
          lookahead == 0x992 ||
          lookahead == 0x9a9 ||
          lookahead == 0x9b1 ||
          (0x9b3 <= lookahead && lookahead <= 0x9b5) ||
          (0x9ba <= lookahead && lookahead <= 0x9bc) ||
          (0x9be <= lookahead && lookahead <= 0x9cd) ||
          (0x9cf <= lookahead && lookahead <= 0x9db) ||
          lookahead == 0x9de ||
          (0x9e2 <= lookahead && lookahead <= 0x9e5) ||
          lookahead == 0x9f2 ||
          lookahead == 0x9f3 ||
          lookahead == 0x9fa ||
          lookahead == 0x9fb ||
          (0x9fd <= lookahead && lookahead <= 0xa04) ||
          (0xa0b <= lookahead && lookahead <= 0xa0e) ||
          lookahead == 0xa11 ||
          lookahead == 0xa12 ||
          lookahead == 0xa29 ||
          lookahead == 0xa31 ||
          lookahead == 0xa34 ||
          lookahead == 0xa37 ||
          (0xa3a <= lookahead && lookahead <= 0xa58) ||
          lookahead == 0xa5d ||
          (0xa5f <= lookahead && lookahead <= 0xa65) ||
          lookahead == 0xa70 ||
          lookahead == 0xa71 ||
          (0xa75 <= lookahead && lookahead <= 0xa84) ||
          lookahead == 0xa8e ||
          lookahead == 0xa92 ||
          lookahead == 0xaa9 ||
          lookahead == 0xab1 ||
          lookahead == 0xab4 ||
          (0xaba <= lookahead && lookahead <= 0xabc) ||
          (0xabe <= lookahead && lookahead <= 0xacf) ||
          (0xad1 <= lookahead && lookahead <= 0xadf) ||
          (0xae2 <= lookahead && lookahead <= 0xae5) ||
          (0xaf0 <= lookahead && lookahead <= 0xaf8) ||
          (0xafa <= lookahead && lookahead <= 0xb04) ||
          lookahead == 0xb0d ||
          lookahead == 0xb0e ||
          lookahead == 0xb11 ||
          lookahead == 0xb12 ||
          lookahead == 0xb29 ||
          lookahead == 0xb31 ||
          lookahead == 0xb34 ||
          (0xb3a <= lookahead && lookahead <= 0xb3c) ||
          (0xb3e <= lookahead && lookahead <= 0xb5b) ||
          lookahead == 0xb5e ||
          (0xb62 <= lookahead && lookahead <= 0xb65) ||
          lookahead == 0xb70 ||
          (0xb78 <= lookahead && lookahead <= 0xb82) ||
          lookahead == 0xb84 ||
          (0xb8b <= lookahead && lookahead <= 0xb8d) ||
          lookahead == 0xb91 ||
          (0xb96 <= lookahead && lookahead <= 0xb98) ||
          lookahead == 0xb9b ||
          lookahead == 0xb9d ||
          (0xba0 <= lookahead && lookahead <= 0xba2) ||
          (0xba5 <= lookahead && lookahead <= 0xba7) ||
          (0xbab <= lookahead && lookahead <= 0xbad) ||
          (0xbba <= lookahead && lookahead <= 0xbcf) ||
          (0xbd1 <= lookahead && lookahead <= 0xbe5) ||
          (0xbf3 <= lookahead && lookahead <= 0xc04) ||
          lookahead == 0xc0d ||
          lookahead == 0xc11 ||
          lookahead == 0xc29 ||
          (0xc3a <= lookahead && lookahead <= 0xc3c) ||
          (0xc3e <= lookahead && lookahead <= 0xc57) ||
          lookahead == 0xc5b ||
          lookahead == 0xc5c ||
          lookahead == 0xc5e ||
          lookahead == 0xc5f ||
          (0xc62 <= lookahead && lookahead <= 0xc65) ||
          (0xc70 <= lookahead && lookahead <= 0xc77) ||
          lookahead == 0xc7f ||
          (0xc81 <= lookahead && lookahead <= 0xc84) ||
          lookahead == 0xc8d ||
          lookahead == 0xc91 ||
          lookahead == 0xca9 ||
          lookahead == 0xcb4 ||
          (0xcba <= lookahead && lookahead <= 0xcbc) ||
          (0xcbe <= lookahead && lookahead <= 0xcdc) ||
          lookahead == 0xcdf ||
          (0xce2 <= lookahead && lookahead <= 0xce5) ||
          lookahead == 0xcf0 ||
          (0xcf3 <= lookahead && lookahead <= 0xd03) ||
          lookahead == 0xd0d ||
          lookahead == 0xd11 ||
          lookahead == 0xd3b ||
          lookahead == 0xd3c ||
          (0xd3e <= lookahead && lookahead <= 0xd4d) ||
          (0xd4f <= lookahead && lookahead <= 0xd53) ||
          lookahead == 0xd57 ||
          (0xd62 <= lookahead && lookahead <= 0xd65) ||
          lookahead == 0xd79 ||
          (0xd80 <= lookahead && lookahead <= 0xd84) ||
          (0xd97 <= lookahead && lookahead <= 0xd99) ||
          lookahead == 0xdb2 ||
          lookahead == 0xdbc ||
          lookahead == 0xdbe ||
          lookahead == 0xdbf ||
          (0xdc7 <= lookahead && lookahead <= 0xde5) ||
          (0xdf0 <= lookahead && lookahead <= 0xe00) ||
          lookahead == 0xe31 ||
          (0xe34 <= lookahead && lookahead <= 0xe3f) ||
          (0xe47 <= lookahead && lookahead <= 0xe4e) ||
          lookahead == 0xeb1 ||
          (0xeb4 <= lookahead && lookahead <= 0xebc) ||
          lookahead == 0xebe ||
          lookahead == 0xebf ||
          lookahead == 0xec5 ||
          (0xec7 <= lookahead && lookahead <= 0xecf) ||
          lookahead == 0xeda ||
          lookahead == 0xedb ||
          (0xee0 <= lookahead && lookahead <= 0xeff) ||
          (0xf01 <= lookahead && lookahead <= 0xf1f) ||
          (0xf34 <= lookahead && lookahead <= 0xf3f) ||
          lookahead == 0xf48 ||
          (0xf6d <= lookahead && lookahead <= 0xf87) ||
          (0xf8d <= lookahead && lookahead <= 0xfff) ||
          (0x102b <= lookahead && lookahead <= 0x103e) ||
          (0x104a <= lookahead && lookahead <= 0x104f) ||
          (0x1056 <= lookahead && lookahead <= 0x1059) ||
          (0x105e <= lookahead && lookahead <= 0x1060) ||
          (0x1062 <= lookahead && lookahead <= 0x1064) ||
          (0x1067 <= lookahead && lookahead <= 0x106d) ||
          (0x1071 <= lookahead && lookahead <= 0x1074) ||
          (0x1082 <= lookahead && lookahead <= 0x108d) ||
          lookahead == 0x108f ||
          (0x109a <= lookahead && lookahead <= 0x109d) ||
          (0x135d <= lookahead && lookahead <= 0x135f) ||
          (0x1712 <= lookahead && lookahead <= 0x171e) ||
          (0x1732 <= lookahead && lookahead <= 0x1734) ||
          (0x1752 <= lookahead && lookahead <= 0x175f) ||
          lookahead == 0x176d ||
          (0x1771 <= lookahead && lookahead <= 0x177f) ||
          (0x17b4 <= lookahead && lookahead <= 0x17d3) ||
          lookahead == 0x17dd ||
          (0x180b <= lookahead && lookahead <= 0x180f) ||
          (0x181a <= lookahead && lookahead <= 0x181f) ||
          (0x1879 <= lookahead && lookahead <= 0x187f) ||
          lookahead == 0x1885 ||
          lookahead == 0x1886 ||
          lookahead == 0x18a9 ||
          (0x18ab <= lookahead && lookahead <= 0x18af) ||
          (0x18f6 <= lookahead && lookahead <= 0x18ff) ||
          (0x191f <= lookahead && lookahead <= 0x1945) ||
          lookahead == 0x196e ||
          lookahead == 0x196f ||
          (0x1975 <= lookahead && lookahead <= 0x197f) ||
          (0x19ac <= lookahead && lookahead <= 0x19af) ||
          (0x19ca <= lookahead && lookahead <= 0x19cf) ||
          (0x19db <= lookahead && lookahead <= 0x19ff) ||
          (0x1a17 <= lookahead && lookahead <= 0x1a1f) ||
          (0x1a55 <= lookahead && lookahead <= 0x1a7f) ||
          (0x1a8a <= lookahead && lookahead <= 0x1a8f) ||
          (0x1a9a <= lookahead && lookahead <= 0x1aa6) ||
          (0x1aa8 <= lookahead && lookahead <= 0x1b04) ||
          (0x1b34 <= lookahead && lookahead <= 0x1b44) ||
          (0x1b4d <= lookahead && lookahead <= 0x1b4f) ||
          (0x1b5a <= lookahead && lookahead <= 0x1b82) ||
          (0x1ba1 <= lookahead && lookahead <= 0x1bad) ||
          (0x1be6 <= lookahead && lookahead <= 0x1bff) ||
          (0x1c24 <= lookahead && lookahead <= 0x1c3f) ||
          (0x1c4a <= lookahead && lookahead <= 0x1c4c) ||
          lookahead == 0x1c7e ||
          lookahead == 0x1c7f ||
          (0x1c89 <= lookahead && lookahead <= 0x1c8f) ||
          lookahead == 0x1cbb ||
          lookahead == 0x1cbc ||
          (0x1cc0 <= lookahead && lookahead <= 0x1ce8) ||
          lookahead == 0x1ced ||
          lookahead == 0x1cf4 ||
          (0x1cf7 <= lookahead && lookahead <= 0x1cf9) ||
          (0x1cfb <= lookahead && lookahead <= 0x1cff) ||
          (0x1dc0 <= lookahead && lookahead <= 0x1dff) ||
          lookahead == 0x200c ||
          lookahead == 0x200d ||
          (0x20d0 <= lookahead && lookahead <= 0x20f0) ||
          (0x302a <= lookahead && lookahead <= 0x302f) ||
          lookahead == 0x3099 ||
          lookahead == 0x309a ||
          (0xa66f <= lookahead && lookahead <= 0xa67e) ||
          lookahead == 0xa69e ||
          lookahead == 0xa69f ||
          (0xa6f0 <= lookahead && lookahead <= 0xa716) ||
          lookahead == 0xa720 ||
          lookahead == 0xa721 ||
          lookahead == 0xa789 ||
          lookahead == 0xa78a ||
          (0xa7cb <= lookahead && lookahead <= 0xa7cf) ||
          lookahead == 0xa7d2 ||
          lookahead == 0xa7d4 ||
          (0xa7da <= lookahead && lookahead <= 0xa7f1) ||
          lookahead == 0xa802 ||
          lookahead == 0xa806 ||
          lookahead == 0xa80b ||
          (0xa823 <= lookahead && lookahead <= 0xa82f) ||
          (0xa836 <= lookahead && lookahead <= 0xa83f) ||
          (0xa874 <= lookahead && lookahead <= 0xa881) ||
          (0xa8b4 <= lookahead && lookahead <= 0xa8cf) ||
          (0xa8da <= lookahead && lookahead <= 0xa8f1) ||
          (0xa8f8 <= lookahead && lookahead <= 0xa8fa) ||
          lookahead == 0xa8fc ||
          lookahead == 0xa8ff ||
          (0xa926 <= lookahead && lookahead <= 0xa92f) ||
          (0xa947 <= lookahead && lookahead <= 0xa95f) ||
          (0xa97d <= lookahead && lookahead <= 0xa983) ||
          (0xa9b3 <= lookahead && lookahead <= 0xa9ce) ||
          (0xa9da <= lookahead && lookahead <= 0xa9df) ||
          lookahead == 0xa9e5 ||
          lookahead == 0xa9ff ||
          (0xaa29 <= lookahead && lookahead <= 0xaa3f) ||
          lookahead == 0xaa43 ||
          (0xaa4c <= lookahead && lookahead <= 0xaa4f) ||
          (0xaa5a <= lookahead && lookahead <= 0xaa5f) ||
          (0xaa77 <= lookahead && lookahead <= 0xaa79) ||
          (0xaa7b <= lookahead && lookahead <= 0xaa7d) ||
          lookahead == 0xaab0 ||
          (0xaab2 <= lookahead && lookahead <= 0xaab4) ||
          lookahead == 0xaab7 ||
          lookahead == 0xaab8 ||
          lookahead == 0xaabe ||
          lookahead == 0xaabf ||
          lookahead == 0xaac1 ||
          (0xaac3 <= lookahead && lookahead <= 0xaada) ||
          lookahead == 0xaade ||
          lookahead == 0xaadf ||
          (0xaaeb <= lookahead && lookahead <= 0xaaf1) ||
          (0xaaf5 <= lookahead && lookahead <= 0xab00) ||
          lookahead == 0xab07 ||
          lookahead == 0xab08 ||
          lookahead == 0xab0f ||
          lookahead == 0xab10 ||
          (0xab17 <= lookahead && lookahead <= 0xab1f) ||
          lookahead == 0xab27 ||
          lookahead == 0xab2f ||
          lookahead == 0xab5b ||
          (0xab6a <= lookahead && lookahead <= 0xab6f) ||
          (0xabe3 <= lookahead && lookahead <= 0xabed) ||
          lookahead == 0xfb1e ||
          (0xfe00 <= lookahead && lookahead <= 0xfe0f) ||
          (0xfe20 <= lookahead && lookahead <= 0xfe2f)) ADVANCE(67);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(65);
      END_STATE();
    case 66:
      ACCEPT_TOKEN(sym__name);
      if (lookahead == '-') ADVANCE(17);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (lookahead == '+' ||
          lookahead == '.') ADVANCE(21);
      if ((0x300 <= lookahead && lookahead <= 0x36f) ||
          (0x483 <= lookahead && lookahead <= 0x487) ||
          (0x591 <= lookahead && lookahead <= 0x5c7) ||
          (0x610 <= lookahead && lookahead <= 0x61a) ||
          (0x64b <= lookahead && lookahead <= 0x65f) ||
          lookahead == 0x670 ||
          (0x6d6 <= lookahead && lookahead <= 0x6e4) ||
          (0x6e7 <= lookahead && lookahead <= 0x6ed) ||
          lookahead == 0x711 ||
          (0x730 <= lookahead && lookahead <= 0x74c) ||
          (0x7a6 <= lookahead && lookahead <= 0x7b0) ||
          (0x7b2 <= lookahead && lookahead <= 0x7bf) ||
          (0x7eb <= lookahead && lookahead <= 0x7f3) ||
          (0x7f6 <= lookahead && lookahead <= 0x7f9) ||
          (0x7fb <= lookahead && lookahead <= 0x7ff) ||
          (0x816 <= lookahead && lookahead <= 0x819) ||
          (0x81b <= lookahead && lookahead <= 0x823) ||
          (0x825 <= lookahead && lookahead <= 0x827) ||
          (0x829 <= lookahead && lookahead <= 0x83f) ||
          (0x859 <= lookahead && lookahead <= 0x85f) ||
          (0x86b <= lookahead && lookahead <= 0x86f) ||
          lookahead == 0x888 ||
          (0x88f <= lookahead && lookahead <= 0x89f) ||
          (0x8ca <= lookahead && lookahead <= 0x903) ||
          (0x93a <= lookahead && lookahead <= 0x93c) ||
          (0x93e <= lookahead && lookahead <= 0x94f) ||
          (0x951 <= lookahead && lookahead <= 0x957) ||
          lookahead == 0x962 ||
          lookahead == 0x963 ||
          (0x981 <= lookahead && lookahead <= 0x984) ||
          lookahead == 0x98d ||
          lookahead == 0x98e ||
          lookahead == 0x991 ||
          lookahead == 0x992 ||
          lookahead == 0x9a9 ||
          lookahead == 0x9b1 ||
          (0x9b3 <= lookahead && lookahead <= 0x9b5) ||
          (0x9ba <= lookahead && lookahead <= 0x9bc) ||
          (0x9be <= lookahead && lookahead <= 0x9cd) ||
          (0x9cf <= lookahead && lookahead <= 0x9db) ||
          lookahead == 0x9de ||
          (0x9e2 <= lookahead && lookahead <= 0x9e5) ||
          lookahead == 0x9f2 ||
          lookahead == 0x9f3 ||
          lookahead == 0x9fa ||
          lookahead == 0x9fb ||
          (0x9fd <= lookahead && lookahead <= 0xa04) ||
          (0xa0b <= lookahead && lookahead <= 0xa0e) ||
          lookahead == 0xa11 ||
          lookahead == 0xa12 ||
          lookahead == 0xa29 ||
          lookahead == 0xa31 ||
          lookahead == 0xa34 ||
          lookahead == 0xa37 ||
          (0xa3a <= lookahead && lookahead <= 0xa58) ||
          lookahead == 0xa5d ||
          (0xa5f <= lookahead && lookahead <= 0xa65) ||
          lookahead == 0xa70 ||
          lookahead == 0xa71 ||
          (0xa75 <= lookahead && lookahead <= 0xa84) ||
          lookahead == 0xa8e ||
          lookahead == 0xa92 ||
          lookahead == 0xaa9 ||
          lookahead == 0xab1 ||
          lookahead == 0xab4 ||
          (0xaba <= lookahead && lookahead <= 0xabc) ||
          (0xabe <= lookahead && lookahead <= 0xacf) ||
          (0xad1 <= lookahead && lookahead <= 0xadf) ||
          (0xae2 <= lookahead && lookahead <= 0xae5) ||
          (0xaf0 <= lookahead && lookahead <= 0xaf8) ||
          (0xafa <= lookahead && lookahead <= 0xb04) ||
          lookahead == 0xb0d ||
          lookahead == 0xb0e ||
          lookahead == 0xb11 ||
          lookahead == 0xb12 ||
          lookahead == 0xb29 ||
          lookahead == 0xb31 ||
          lookahead == 0xb34 ||
          (0xb3a <= lookahead && lookahead <= 0xb3c) ||
          (0xb3e <= lookahead && lookahead <= 0xb5b) ||
          lookahead == 0xb5e ||
          (0xb62 <= lookahead && lookahead <= 0xb65) ||
          lookahead == 0xb70 ||
          (0xb78 <= lookahead && lookahead <= 0xb82) ||
          lookahead == 0xb84 ||
          (0xb8b <= lookahead && lookahead <= 0xb8d) ||
          lookahead == 0xb91 ||
          (0xb96 <= lookahead && lookahead <= 0xb98) ||
          lookahead == 0xb9b ||
          lookahead == 0xb9d ||
          (0xba0 <= lookahead && lookahead <= 0xba2) ||
          (0xba5 <= lookahead && lookahead <= 0xba7) ||
          (0xbab <= lookahead && lookahead <= 0xbad) ||
          (0xbba <= lookahead && lookahead <= 0xbcf) ||
          (0xbd1 <= lookahead && lookahead <= 0xbe5) ||
          (0xbf3 <= lookahead && lookahead <= 0xc04) ||
          lookahead == 0xc0d ||
          lookahead == 0xc11 ||
          lookahead == 0xc29 ||
          (0xc3a <= lookahead && lookahead <= 0xc3c) ||
          (0xc3e <= lookahead && lookahead <= 0xc57) ||
          lookahead == 0xc5b ||
          lookahead == 0xc5c ||
          lookahead == 0xc5e ||
          lookahead == 0xc5f ||
          (0xc62 <= lookahead && lookahead <= 0xc65) ||
          (0xc70 <= lookahead && lookahead <= 0xc77) ||
          lookahead == 0xc7f ||
          (0xc81 <= lookahead && lookahead <= 0xc84) ||
          lookahead == 0xc8d ||
          lookahead == 0xc91 ||
          lookahead == 0xca9 ||
          lookahead == 0xcb4 ||
          (0xcba <= lookahead && lookahead <= 0xcbc) ||
          (0xcbe <= lookahead && lookahead <= 0xcdc) ||
          lookahead == 0xcdf ||
          (0xce2 <= lookahead && lookahead <= 0xce5) ||
          lookahead == 0xcf0 ||
          (0xcf3 <= lookahead && lookahead <= 0xd03) ||
          lookahead == 0xd0d ||
          lookahead == 0xd11 ||
          lookahead == 0xd3b ||
          lookahead == 0xd3c ||
          (0xd3e <= lookahead && lookahead <= 0xd4d) ||
          (0xd4f <= lookahead && lookahead <= 0xd53) ||
          lookahead == 0xd57 ||
          (0xd62 <= lookahead && lookahead <= 0xd65) ||
          lookahead == 0xd79 ||
          (0xd80 <= lookahead && lookahead <= 0xd84) ||
          (0xd97 <= lookahead && lookahead <= 0xd99) ||
          lookahead == 0xdb2 ||
          lookahead == 0xdbc ||
          lookahead == 0xdbe ||
          lookahead == 0xdbf ||
          (0xdc7 <= lookahead && lookahead <= 0xde5) ||
          (0xdf0 <= lookahead && lookahead <= 0xe00) ||
          lookahead == 0xe31 ||
          (0xe34 <= lookahead && lookahead <= 0xe3f) ||
          (0xe47 <= lookahead && lookahead <= 0xe4e) ||
          lookahead == 0xeb1 ||
          (0xeb4 <= lookahead && lookahead <= 0xebc) ||
          lookahead == 0xebe ||
          lookahead == 0xebf ||
          lookahead == 0xec5 ||
          (0xec7 <= lookahead && lookahead <= 0xecf) ||
          lookahead == 0xeda ||
          lookahead == 0xedb ||
          (0xee0 <= lookahead && lookahead <= 0xeff) ||
          (0xf01 <= lookahead && lookahead <= 0xf1f) ||
          (0xf34 <= lookahead && lookahead <= 0xf3f) ||
          lookahead == 0xf48 ||
          (0xf6d <= lookahead && lookahead <= 0xf87) ||
          (0xf8d <= lookahead && lookahead <= 0xfff) ||
          (0x102b <= lookahead && lookahead <= 0x103e) ||
          (0x104a <= lookahead && lookahead <= 0x104f) ||
          (0x1056 <= lookahead && lookahead <= 0x1059) ||
          (0x105e <= lookahead && lookahead <= 0x1060) ||
          (0x1062 <= lookahead && lookahead <= 0x1064) ||
          (0x1067 <= lookahead && lookahead <= 0x106d) ||
          (0x1071 <= lookahead && lookahead <= 0x1074) ||
          (0x1082 <= lookahead && lookahead <= 0x108d) ||
          lookahead == 0x108f ||
          (0x109a <= lookahead && lookahead <= 0x109d) ||
          (0x135d <= lookahead && lookahead <= 0x135f) ||
          (0x1712 <= lookahead && lookahead <= 0x171e) ||
          (0x1732 <= lookahead && lookahead <= 0x1734) ||
          (0x1752 <= lookahead && lookahead <= 0x175f) ||
          lookahead == 0x176d ||
          (0x1771 <= lookahead && lookahead <= 0x177f) ||
          (0x17b4 <= lookahead && lookahead <= 0x17d3) ||
          lookahead == 0x17dd ||
          (0x180b <= lookahead && lookahead <= 0x180f) ||
          (0x181a <= lookahead && lookahead <= 0x181f) ||
          (0x1879 <= lookahead && lookahead <= 0x187f) ||
          lookahead == 0x1885 ||
          lookahead == 0x1886 ||
          lookahead == 0x18a9 ||
          (0x18ab <= lookahead && lookahead <= 0x18af) ||
          (0x18f6 <= lookahead && lookahead <= 0x18ff) ||
          (0x191f <= lookahead && lookahead <= 0x1945) ||
          lookahead == 0x196e ||
          lookahead == 0x196f ||
          (0x1975 <= lookahead && lookahead <= 0x197f) ||
          (0x19ac <= lookahead && lookahead <= 0x19af) ||
          (0x19ca <= lookahead && lookahead <= 0x19cf) ||
          (0x19db <= lookahead && lookahead <= 0x19ff) ||
          (0x1a17 <= lookahead && lookahead <= 0x1a1f) ||
          (0x1a55 <= lookahead && lookahead <= 0x1a7f) ||
          (0x1a8a <= lookahead && lookahead <= 0x1a8f) ||
          (0x1a9a <= lookahead && lookahead <= 0x1aa6) ||
          (0x1aa8 <= lookahead && lookahead <= 0x1b04) ||
          (0x1b34 <= lookahead && lookahead <= 0x1b44) ||
          (0x1b4d <= lookahead && lookahead <= 0x1b4f) ||
          (0x1b5a <= lookahead && lookahead <= 0x1b82) ||
          (0x1ba1 <= lookahead && lookahead <= 0x1bad) ||
          (0x1be6 <= lookahead && lookahead <= 0x1bff) ||
          (0x1c24 <= lookahead && lookahead <= 0x1c3f) ||
          (0x1c4a <= lookahead && lookahead <= 0x1c4c) ||
          lookahead == 0x1c7e ||
          lookahead == 0x1c7f ||
          (0x1c89 <= lookahead && lookahead <= 0x1c8f) ||
          lookahead == 0x1cbb ||
          lookahead == 0x1cbc ||
          (0x1cc0 <= lookahead && lookahead <= 0x1ce8) ||
          lookahead == 0x1ced ||
          lookahead == 0x1cf4 ||
          (0x1cf7 <= lookahead && lookahead <= 0x1cf9) ||
          (0x1cfb <= lookahead && lookahead <= 0x1cff) ||
          (0x1dc0 <= lookahead && lookahead <= 0x1dff) ||
          lookahead == 0x200c ||
          lookahead == 0x200d ||
          (0x20d0 <= lookahead && lookahead <= 0x20f0) ||
          (0x302a <= lookahead && lookahead <= 0x302f) ||
          lookahead == 0x3099 ||
          lookahead == 0x309a ||
          (0xa66f <= lookahead && lookahead <= 0xa67e) ||
          lookahead == 0xa69e ||
          lookahead == 0xa69f ||
          (0xa6f0 <= lookahead && lookahead <= 0xa716) ||
          lookahead == 0xa720 ||
          lookahead == 0xa721 ||
          lookahead == 0xa789 ||
          lookahead == 0xa78a ||
          (0xa7cb <= lookahead && lookahead <= 0xa7cf) ||
          lookahead == 0xa7d2 ||
          lookahead == 0xa7d4 ||
          (0xa7da <= lookahead && lookahead <= 0xa7f1) ||
          lookahead == 0xa802 ||
          lookahead == 0xa806 ||
          lookahead == 0xa80b ||
          (0xa823 <= lookahead && lookahead <= 0xa82f) ||
          (0xa836 <= lookahead && lookahead <= 0xa83f) ||
          (0xa874 <= lookahead && lookahead <= 0xa881) ||
          (0xa8b4 <= lookahead && lookahead <= 0xa8cf) ||
          (0xa8da <= lookahead && lookahead <= 0xa8f1) ||
          (0xa8f8 <= lookahead && lookahead <= 0xa8fa) ||
          lookahead == 0xa8fc ||
          lookahead == 0xa8ff ||
          (0xa926 <= lookahead && lookahead <= 0xa92f) ||
          (0xa947 <= lookahead && lookahead <= 0xa95f) ||
          (0xa97d <= lookahead && lookahead <= 0xa983) ||
          (0xa9b3 <= lookahead && lookahead <= 0xa9ce) ||
          (0xa9da <= lookahead && lookahead <= 0xa9df) ||
          lookahead == 0xa9e5 ||
          lookahead == 0xa9ff ||
          (0xaa29 <= lookahead && lookahead <= 0xaa3f) ||
          lookahead == 0xaa43 ||
          (0xaa4c <= lookahead && lookahead <= 0xaa4f) ||
          (0xaa5a <= lookahead && lookahead <= 0xaa5f) ||
          (0xaa77 <= lookahead && lookahead <= 0xaa79) ||
          (0xaa7b <= lookahead && lookahead <= 0xaa7d) ||
          lookahead == 0xaab0 ||
          (0xaab2 <= lookahead && lookahead <= 0xaab4) ||
          lookahead == 0xaab7 ||
          lookahead == 0xaab8 ||
          lookahead == 0xaabe ||
          lookahead == 0xaabf ||
          lookahead == 0xaac1 ||
          (0xaac3 <= lookahead && lookahead <= 0xaada) ||
          lookahead == 0xaade ||
          lookahead == 0xaadf ||
          (0xaaeb <= lookahead && lookahead <= 0xaaf1) ||
          (0xaaf5 <= lookahead && lookahead <= 0xab00) ||
          lookahead == 0xab07 ||
          lookahead == 0xab08 ||
          lookahead == 0xab0f ||
          lookahead == 0xab10 ||
          (0xab17 <= lookahead && lookahead <= 0xab1f) ||
          lookahead == 0xab27 ||
          lookahead == 0xab2f ||
          lookahead == 0xab5b ||
          (0xab6a <= lookahead && lookahead <= 0xab6f) ||
          (0xabe3 <= lookahead && lookahead <= 0xabed) ||
          lookahead == 0xfb1e ||
          (0xfe00 <= lookahead && lookahead <= 0xfe0f) ||
          (0xfe20 <= lookahead && lookahead <= 0xfe2f)) ADVANCE(67);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(66);
      END_STATE();
    case 67:
      ACCEPT_TOKEN(sym__name);
      if (lookahead == '-') ADVANCE(35);
      if (set_contains(sym__name_character_set_2, 258, lookahead)) ADVANCE(67);
      END_STATE();
    case 68:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '.') ADVANCE(18);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(16);
      if (set_contains(sym_number_character_set_1, 42, lookahead)) ADVANCE(68);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 69:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(16);
      if (set_contains(sym_number_character_set_2, 40, lookahead)) ADVANCE(69);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 70:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(sym_version_character_set_1, 38, lookahead)) ADVANCE(70);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 71:
      ACCEPT_TOKEN(sym_number);
      if (lookahead == 'E' ||
          lookahead == 'e') ADVANCE(25);
      if (set_contains(sym_number_character_set_2, 40, lookahead)) ADVANCE(71);
      END_STATE();
    case 72:
      ACCEPT_TOKEN(sym_number);
      if (set_contains(sym_version_character_set_1, 38, lookahead)) ADVANCE(72);
      END_STATE();
    case 73:
      ACCEPT_TOKEN(sym_path);
      if ((!eof && set_contains(sym_path_character_set_2, 16, lookahead))) ADVANCE(74);
      END_STATE();
    case 74:
      ACCEPT_TOKEN(sym_path);
      if ((!eof && set_contains(sym_path_character_set_5, 15, lookahead))) ADVANCE(74);
      END_STATE();
    case 75:
      ACCEPT_TOKEN(sym_colour);
      END_STATE();
    case 76:
      ACCEPT_TOKEN(sym_colour);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(75);
      END_STATE();
    case 77:
      ACCEPT_TOKEN(sym_colour);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(76);
      END_STATE();
    case 78:
      ACCEPT_TOKEN(sym_colour);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(77);
      END_STATE();
    case 79:
      ACCEPT_TOKEN(sym_colour);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(78);
      END_STATE();
    case 80:
      ACCEPT_TOKEN(sym_colour);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(79);
      END_STATE();
    case 81:
      ACCEPT_TOKEN(aux_sym_text_token1);
      END_STATE();
    case 82:
      ACCEPT_TOKEN(aux_sym_text_token2);
      if (lookahead == '"') ADVANCE(81);
      if (lookahead == '\\') ADVANCE(84);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(2);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(82);
      END_STATE();
    case 83:
      ACCEPT_TOKEN(aux_sym_text_token2);
      if (lookahead == '"' ||
          lookahead == 0x201c ||
          lookahead == 0x201d) ADVANCE(81);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(27);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(83);
      END_STATE();
    case 84:
      ACCEPT_TOKEN(aux_sym_text_token2);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(2);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(82);
      END_STATE();
    case 85:
      ACCEPT_TOKEN(sym_operator);
      END_STATE();
    case 86:
      ACCEPT_TOKEN(sym_operator);
      if (lookahead == '-') ADVANCE(108);
      END_STATE();
    case 87:
      ACCEPT_TOKEN(sym_operator);
      if (lookahead == '-') ADVANCE(109);
      END_STATE();
    case 88:
      ACCEPT_TOKEN(sym_operator);
      if (lookahead == '/') ADVANCE(30);
      if ((!eof && set_contains(sym_path_character_set_5, 15, lookahead))) ADVANCE(74);
      END_STATE();
    case 89:
      ACCEPT_TOKEN(sym_operator);
      if (lookahead == '=') ADVANCE(85);
      END_STATE();
    case 90:
      ACCEPT_TOKEN(sym_operator);
      if (lookahead == '=') ADVANCE(85);
      if (lookahead == '>') ADVANCE(93);
      END_STATE();
    case 91:
      ACCEPT_TOKEN(sym_operator);
      if (('<' <= lookahead && lookahead <= '>')) ADVANCE(93);
      END_STATE();
    case 92:
      ACCEPT_TOKEN(aux_sym_stray_token1);
      END_STATE();
    case 93:
      ACCEPT_TOKEN(aux_sym_stray_token2);
      END_STATE();
    case 94:
      ACCEPT_TOKEN(aux_sym_stray_token3);
      if (lookahead == '\\') ADVANCE(95);
      if (set_contains(sym__name_character_set_3, 475, lookahead) ||
          lookahead == '*' ||
          lookahead == '_') ADVANCE(94);
      if ((!eof && set_contains(sym_path_character_set_5, 15, lookahead))) ADVANCE(36);
      END_STATE();
    case 95:
      ACCEPT_TOKEN(aux_sym_stray_token3);
      if (set_contains(sym__name_character_set_3, 475, lookahead) ||
          lookahead == '*' ||
          lookahead == '_') ADVANCE(94);
      if ((!eof && set_contains(sym_path_character_set_5, 15, lookahead))) ADVANCE(36);
      END_STATE();
    case 96:
      ACCEPT_TOKEN(aux_sym_stray_token4);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(31);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(96);
      END_STATE();
    case 97:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      END_STATE();
    case 98:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == '&') ADVANCE(93);
      END_STATE();
    case 99:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == '\'') ADVANCE(92);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '"') ADVANCE(3);
      END_STATE();
    case 100:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      END_STATE();
    case 101:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == '/') ADVANCE(73);
      if (lookahead == '\\') ADVANCE(94);
      if (set_contains(aux_sym_stray_token3_character_set_3, 479, lookahead)) ADVANCE(21);
      END_STATE();
    case 102:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == '=') ADVANCE(85);
      END_STATE();
    case 103:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == '|') ADVANCE(93);
      END_STATE();
    case 104:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == 0xbb) ADVANCE(92);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '"' &&
          lookahead != 0xab) ADVANCE(24);
      END_STATE();
    case 105:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (lookahead == 0x2018 ||
          lookahead == 0x2019) ADVANCE(92);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != '"') ADVANCE(26);
      END_STATE();
    case 106:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (('0' <= lookahead && lookahead <= '9') ||
          ('A' <= lookahead && lookahead <= 'F') ||
          ('a' <= lookahead && lookahead <= 'f')) ADVANCE(29);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(96);
      END_STATE();
    case 107:
      ACCEPT_TOKEN(aux_sym_stray_token5);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(96);
      END_STATE();
    case 108:
      ACCEPT_TOKEN(sym_prose);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(32);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(108);
      END_STATE();
    case 109:
      ACCEPT_TOKEN(sym_note);
      if (set_contains(extras_character_set_1, 11, lookahead)) ADVANCE(33);
      if (lookahead != 0 &&
          (lookahead < '\t' || '\r' < lookahead)) ADVANCE(109);
      END_STATE();
    default:
      return false;
  }
}

static bool ts_lex_keywords(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      ADVANCE_MAP(
        'a', 1,
        'b', 2,
        'c', 3,
        'd', 4,
        'e', 5,
        'f', 6,
        'g', 7,
        'i', 8,
        'l', 9,
        'm', 10,
        'n', 11,
        'o', 12,
        'p', 13,
        'r', 14,
        's', 15,
        't', 16,
        'v', 17,
        'w', 18,
      );
      if (set_contains(extras_character_set_1, 11, lookahead)) SKIP(0);
      END_STATE();
    case 1:
      if (lookahead == 'n') ADVANCE(19);
      if (lookahead == 's') ADVANCE(20);
      if (lookahead == 't') ADVANCE(21);
      END_STATE();
    case 2:
      if (lookahead == 'e') ADVANCE(22);
      if (lookahead == 'o') ADVANCE(23);
      if (lookahead == 'y') ADVANCE(24);
      END_STATE();
    case 3:
      if (lookahead == 'o') ADVANCE(25);
      END_STATE();
    case 4:
      if (lookahead == 'a') ADVANCE(26);
      END_STATE();
    case 5:
      if (lookahead == 'a') ADVANCE(27);
      if (lookahead == 'v') ADVANCE(28);
      END_STATE();
    case 6:
      if (lookahead == 'i') ADVANCE(29);
      if (lookahead == 'r') ADVANCE(30);
      END_STATE();
    case 7:
      if (lookahead == 'i') ADVANCE(31);
      if (lookahead == 'r') ADVANCE(32);
      END_STATE();
    case 8:
      if (lookahead == 's') ADVANCE(33);
      END_STATE();
    case 9:
      if (lookahead == 'e') ADVANCE(34);
      END_STATE();
    case 10:
      if (lookahead == 'e') ADVANCE(35);
      END_STATE();
    case 11:
      if (lookahead == 'o') ADVANCE(36);
      END_STATE();
    case 12:
      if (lookahead == 'r') ADVANCE(37);
      END_STATE();
    case 13:
      if (lookahead == 'e') ADVANCE(38);
      if (lookahead == 'r') ADVANCE(39);
      END_STATE();
    case 14:
      if (lookahead == 'e') ADVANCE(40);
      END_STATE();
    case 15:
      if (lookahead == 'a') ADVANCE(41);
      if (lookahead == 'h') ADVANCE(42);
      END_STATE();
    case 16:
      if (lookahead == 'a') ADVANCE(43);
      if (lookahead == 'o') ADVANCE(44);
      if (lookahead == 'r') ADVANCE(45);
      if (lookahead == 'u') ADVANCE(46);
      END_STATE();
    case 17:
      if (lookahead == 'a') ADVANCE(47);
      END_STATE();
    case 18:
      if (lookahead == 'a') ADVANCE(48);
      if (lookahead == 'i') ADVANCE(49);
      if (lookahead == 'r') ADVANCE(50);
      END_STATE();
    case 19:
      if (lookahead == 'd') ADVANCE(51);
      END_STATE();
    case 20:
      ACCEPT_TOKEN(anon_sym_as);
      END_STATE();
    case 21:
      ACCEPT_TOKEN(anon_sym_at);
      END_STATE();
    case 22:
      if (lookahead == 'n') ADVANCE(52);
      END_STATE();
    case 23:
      if (lookahead == 'r') ADVANCE(53);
      END_STATE();
    case 24:
      ACCEPT_TOKEN(anon_sym_by);
      END_STATE();
    case 25:
      if (lookahead == 'm') ADVANCE(54);
      END_STATE();
    case 26:
      if (lookahead == 't') ADVANCE(55);
      END_STATE();
    case 27:
      if (lookahead == 'c') ADVANCE(56);
      END_STATE();
    case 28:
      if (lookahead == 'e') ADVANCE(57);
      END_STATE();
    case 29:
      if (lookahead == 'l') ADVANCE(58);
      END_STATE();
    case 30:
      if (lookahead == 'o') ADVANCE(59);
      END_STATE();
    case 31:
      if (lookahead == 'v') ADVANCE(60);
      END_STATE();
    case 32:
      if (lookahead == 'o') ADVANCE(61);
      END_STATE();
    case 33:
      ACCEPT_TOKEN(anon_sym_is);
      END_STATE();
    case 34:
      if (lookahead == 't') ADVANCE(62);
      END_STATE();
    case 35:
      if (lookahead == 'a') ADVANCE(63);
      if (lookahead == 'r') ADVANCE(64);
      END_STATE();
    case 36:
      if (lookahead == 't') ADVANCE(65);
      END_STATE();
    case 37:
      ACCEPT_TOKEN(anon_sym_or);
      END_STATE();
    case 38:
      if (lookahead == 'r') ADVANCE(66);
      END_STATE();
    case 39:
      if (lookahead == 'i') ADVANCE(67);
      END_STATE();
    case 40:
      if (lookahead == 'b') ADVANCE(68);
      END_STATE();
    case 41:
      if (lookahead == 'm') ADVANCE(69);
      END_STATE();
    case 42:
      if (lookahead == 'o') ADVANCE(70);
      END_STATE();
    case 43:
      if (lookahead == 'k') ADVANCE(71);
      END_STATE();
    case 44:
      ACCEPT_TOKEN(anon_sym_to);
      END_STATE();
    case 45:
      if (lookahead == 'a') ADVANCE(72);
      END_STATE();
    case 46:
      if (lookahead == 'n') ADVANCE(73);
      END_STATE();
    case 47:
      if (lookahead == 'r') ADVANCE(74);
      END_STATE();
    case 48:
      if (lookahead == 'l') ADVANCE(75);
      END_STATE();
    case 49:
      if (lookahead == 't') ADVANCE(76);
      END_STATE();
    case 50:
      if (lookahead == 'i') ADVANCE(77);
      END_STATE();
    case 51:
      ACCEPT_TOKEN(anon_sym_and);
      END_STATE();
    case 52:
      if (lookahead == 'd') ADVANCE(78);
      END_STATE();
    case 53:
      if (lookahead == 'r') ADVANCE(79);
      END_STATE();
    case 54:
      if (lookahead == 'p') ADVANCE(80);
      END_STATE();
    case 55:
      if (lookahead == 'a') ADVANCE(81);
      END_STATE();
    case 56:
      if (lookahead == 'h') ADVANCE(82);
      END_STATE();
    case 57:
      if (lookahead == 'r') ADVANCE(83);
      END_STATE();
    case 58:
      if (lookahead == 'm') ADVANCE(84);
      END_STATE();
    case 59:
      if (lookahead == 'm') ADVANCE(85);
      END_STATE();
    case 60:
      if (lookahead == 'e') ADVANCE(86);
      END_STATE();
    case 61:
      if (lookahead == 'u') ADVANCE(87);
      END_STATE();
    case 62:
      ACCEPT_TOKEN(anon_sym_let);
      END_STATE();
    case 63:
      if (lookahead == 's') ADVANCE(88);
      END_STATE();
    case 64:
      if (lookahead == 'g') ADVANCE(89);
      END_STATE();
    case 65:
      ACCEPT_TOKEN(anon_sym_not);
      END_STATE();
    case 66:
      if (lookahead == 'f') ADVANCE(90);
      END_STATE();
    case 67:
      if (lookahead == 'n') ADVANCE(91);
      END_STATE();
    case 68:
      if (lookahead == 'u') ADVANCE(92);
      END_STATE();
    case 69:
      if (lookahead == 'p') ADVANCE(93);
      END_STATE();
    case 70:
      if (lookahead == 'w') ADVANCE(94);
      END_STATE();
    case 71:
      if (lookahead == 'e') ADVANCE(95);
      END_STATE();
    case 72:
      if (lookahead == 'i') ADVANCE(96);
      END_STATE();
    case 73:
      if (lookahead == 'e') ADVANCE(97);
      END_STATE();
    case 74:
      if (lookahead == 'y') ADVANCE(98);
      END_STATE();
    case 75:
      if (lookahead == 'k') ADVANCE(99);
      END_STATE();
    case 76:
      if (lookahead == 'h') ADVANCE(100);
      END_STATE();
    case 77:
      if (lookahead == 't') ADVANCE(101);
      END_STATE();
    case 78:
      ACCEPT_TOKEN(anon_sym_bend);
      END_STATE();
    case 79:
      if (lookahead == 'o') ADVANCE(102);
      END_STATE();
    case 80:
      if (lookahead == 'o') ADVANCE(103);
      END_STATE();
    case 81:
      if (lookahead == 's') ADVANCE(104);
      END_STATE();
    case 82:
      ACCEPT_TOKEN(anon_sym_each);
      END_STATE();
    case 83:
      if (lookahead == 'y') ADVANCE(105);
      END_STATE();
    case 84:
      ACCEPT_TOKEN(anon_sym_film);
      END_STATE();
    case 85:
      ACCEPT_TOKEN(anon_sym_from);
      END_STATE();
    case 86:
      if (lookahead == 's') ADVANCE(106);
      END_STATE();
    case 87:
      if (lookahead == 'p') ADVANCE(107);
      END_STATE();
    case 88:
      if (lookahead == 'u') ADVANCE(108);
      END_STATE();
    case 89:
      if (lookahead == 'e') ADVANCE(109);
      END_STATE();
    case 90:
      if (lookahead == 'o') ADVANCE(110);
      END_STATE();
    case 91:
      if (lookahead == 't') ADVANCE(111);
      END_STATE();
    case 92:
      if (lookahead == 'i') ADVANCE(112);
      END_STATE();
    case 93:
      if (lookahead == 'l') ADVANCE(113);
      END_STATE();
    case 94:
      ACCEPT_TOKEN(anon_sym_show);
      END_STATE();
    case 95:
      if (lookahead == 's') ADVANCE(114);
      END_STATE();
    case 96:
      if (lookahead == 'n') ADVANCE(115);
      END_STATE();
    case 97:
      ACCEPT_TOKEN(anon_sym_tune);
      END_STATE();
    case 98:
      ACCEPT_TOKEN(anon_sym_vary);
      END_STATE();
    case 99:
      ACCEPT_TOKEN(anon_sym_walk);
      END_STATE();
    case 100:
      ACCEPT_TOKEN(anon_sym_with);
      END_STATE();
    case 101:
      if (lookahead == 'e') ADVANCE(116);
      END_STATE();
    case 102:
      if (lookahead == 'w') ADVANCE(117);
      END_STATE();
    case 103:
      if (lookahead == 's') ADVANCE(118);
      END_STATE();
    case 104:
      if (lookahead == 'e') ADVANCE(119);
      END_STATE();
    case 105:
      ACCEPT_TOKEN(anon_sym_every);
      END_STATE();
    case 106:
      ACCEPT_TOKEN(anon_sym_gives);
      END_STATE();
    case 107:
      ACCEPT_TOKEN(anon_sym_group);
      END_STATE();
    case 108:
      if (lookahead == 'r') ADVANCE(120);
      END_STATE();
    case 109:
      ACCEPT_TOKEN(anon_sym_merge);
      END_STATE();
    case 110:
      if (lookahead == 'r') ADVANCE(121);
      END_STATE();
    case 111:
      ACCEPT_TOKEN(anon_sym_print);
      END_STATE();
    case 112:
      if (lookahead == 'l') ADVANCE(122);
      END_STATE();
    case 113:
      if (lookahead == 'e') ADVANCE(123);
      END_STATE();
    case 114:
      ACCEPT_TOKEN(anon_sym_takes);
      END_STATE();
    case 115:
      ACCEPT_TOKEN(anon_sym_train);
      END_STATE();
    case 116:
      ACCEPT_TOKEN(anon_sym_write);
      END_STATE();
    case 117:
      ACCEPT_TOKEN(anon_sym_borrow);
      END_STATE();
    case 118:
      if (lookahead == 'e') ADVANCE(124);
      END_STATE();
    case 119:
      if (lookahead == 't') ADVANCE(125);
      END_STATE();
    case 120:
      if (lookahead == 'e') ADVANCE(126);
      END_STATE();
    case 121:
      if (lookahead == 'm') ADVANCE(127);
      END_STATE();
    case 122:
      if (lookahead == 'd') ADVANCE(128);
      END_STATE();
    case 123:
      ACCEPT_TOKEN(anon_sym_sample);
      END_STATE();
    case 124:
      ACCEPT_TOKEN(anon_sym_compose);
      END_STATE();
    case 125:
      ACCEPT_TOKEN(anon_sym_dataset);
      END_STATE();
    case 126:
      ACCEPT_TOKEN(anon_sym_measure);
      END_STATE();
    case 127:
      ACCEPT_TOKEN(anon_sym_perform);
      END_STATE();
    case 128:
      ACCEPT_TOKEN(anon_sym_rebuild);
      END_STATE();
    default:
      return false;
  }
}

static const TSLexMode ts_lex_modes[STATE_COUNT] = {
  [0] = {.lex_state = 0},
  [1] = {.lex_state = 39},
  [2] = {.lex_state = 39},
  [3] = {.lex_state = 39},
  [4] = {.lex_state = 39},
  [5] = {.lex_state = 39},
  [6] = {.lex_state = 41},
  [7] = {.lex_state = 41},
  [8] = {.lex_state = 41},
  [9] = {.lex_state = 41},
  [10] = {.lex_state = 41},
  [11] = {.lex_state = 41},
  [12] = {.lex_state = 41},
  [13] = {.lex_state = 41},
  [14] = {.lex_state = 41},
  [15] = {.lex_state = 41},
  [16] = {.lex_state = 41},
  [17] = {.lex_state = 41},
  [18] = {.lex_state = 41},
  [19] = {.lex_state = 41},
  [20] = {.lex_state = 41},
  [21] = {.lex_state = 41},
  [22] = {.lex_state = 41},
  [23] = {.lex_state = 41},
  [24] = {.lex_state = 41},
  [25] = {.lex_state = 41},
  [26] = {.lex_state = 41},
  [27] = {.lex_state = 41},
  [28] = {.lex_state = 41},
  [29] = {.lex_state = 41},
  [30] = {.lex_state = 41},
  [31] = {.lex_state = 41},
  [32] = {.lex_state = 41},
  [33] = {.lex_state = 41},
  [34] = {.lex_state = 41},
  [35] = {.lex_state = 41},
  [36] = {.lex_state = 41},
  [37] = {.lex_state = 41},
  [38] = {.lex_state = 41},
  [39] = {.lex_state = 41},
  [40] = {.lex_state = 41},
  [41] = {.lex_state = 41},
  [42] = {.lex_state = 41},
  [43] = {.lex_state = 41},
  [44] = {.lex_state = 41},
  [45] = {.lex_state = 41},
  [46] = {.lex_state = 41},
  [47] = {.lex_state = 41},
  [48] = {.lex_state = 41},
  [49] = {.lex_state = 41},
  [50] = {.lex_state = 41},
  [51] = {.lex_state = 41},
  [52] = {.lex_state = 41},
  [53] = {.lex_state = 41},
  [54] = {.lex_state = 41},
  [55] = {.lex_state = 41},
  [56] = {.lex_state = 41},
  [57] = {.lex_state = 41},
  [58] = {.lex_state = 41},
  [59] = {.lex_state = 41},
  [60] = {.lex_state = 41},
  [61] = {.lex_state = 41},
  [62] = {.lex_state = 41},
  [63] = {.lex_state = 41},
  [64] = {.lex_state = 41},
  [65] = {.lex_state = 41},
  [66] = {.lex_state = 41},
  [67] = {.lex_state = 41},
  [68] = {.lex_state = 41},
  [69] = {.lex_state = 43},
  [70] = {.lex_state = 43},
  [71] = {.lex_state = 43},
  [72] = {.lex_state = 39},
  [73] = {.lex_state = 43},
  [74] = {.lex_state = 43},
  [75] = {.lex_state = 43},
  [76] = {.lex_state = 43},
  [77] = {.lex_state = 43},
  [78] = {.lex_state = 43},
  [79] = {.lex_state = 43},
  [80] = {.lex_state = 43},
  [81] = {.lex_state = 43},
  [82] = {.lex_state = 43},
  [83] = {.lex_state = 43},
  [84] = {.lex_state = 43},
  [85] = {.lex_state = 43},
  [86] = {.lex_state = 43},
  [87] = {.lex_state = 43},
  [88] = {.lex_state = 43},
  [89] = {.lex_state = 43},
  [90] = {.lex_state = 43},
  [91] = {.lex_state = 43},
  [92] = {.lex_state = 43},
  [93] = {.lex_state = 41},
  [94] = {.lex_state = 38},
  [95] = {.lex_state = 41},
  [96] = {.lex_state = 41},
  [97] = {.lex_state = 41},
  [98] = {.lex_state = 38},
  [99] = {.lex_state = 41},
  [100] = {.lex_state = 41},
  [101] = {.lex_state = 41},
  [102] = {.lex_state = 41},
  [103] = {.lex_state = 40},
  [104] = {.lex_state = 38},
  [105] = {.lex_state = 41},
  [106] = {.lex_state = 41},
  [107] = {.lex_state = 41},
  [108] = {.lex_state = 41},
  [109] = {.lex_state = 41},
  [110] = {.lex_state = 41},
  [111] = {.lex_state = 41},
  [112] = {.lex_state = 41},
  [113] = {.lex_state = 41},
  [114] = {.lex_state = 41},
  [115] = {.lex_state = 41},
  [116] = {.lex_state = 38},
  [117] = {.lex_state = 41},
  [118] = {.lex_state = 41},
  [119] = {.lex_state = 41},
  [120] = {.lex_state = 41},
  [121] = {.lex_state = 41},
  [122] = {.lex_state = 41},
  [123] = {.lex_state = 42},
  [124] = {.lex_state = 41},
  [125] = {.lex_state = 41},
  [126] = {.lex_state = 42},
  [127] = {.lex_state = 42},
  [128] = {.lex_state = 41},
  [129] = {.lex_state = 41},
  [130] = {.lex_state = 41},
  [131] = {.lex_state = 41},
  [132] = {.lex_state = 42},
  [133] = {.lex_state = 41},
  [134] = {.lex_state = 41},
  [135] = {.lex_state = 43},
  [136] = {.lex_state = 0},
  [137] = {.lex_state = 0},
  [138] = {.lex_state = 0},
  [139] = {.lex_state = 0},
  [140] = {.lex_state = 0},
  [141] = {.lex_state = 0},
};

static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {
  [0] = {
    [ts_builtin_sym_end] = ACTIONS(1),
    [sym__name] = ACTIONS(1),
    [anon_sym_let] = ACTIONS(1),
    [anon_sym_takes] = ACTIONS(1),
    [anon_sym_each] = ACTIONS(1),
    [anon_sym_PERCENT] = ACTIONS(1),
    [anon_sym_DOT] = ACTIONS(1),
    [anon_sym_LPAREN] = ACTIONS(1),
    [anon_sym_RPAREN] = ACTIONS(1),
    [anon_sym_from] = ACTIONS(1),
    [anon_sym_with] = ACTIONS(1),
    [anon_sym_and] = ACTIONS(1),
    [anon_sym_as] = ACTIONS(1),
    [anon_sym_at] = ACTIONS(1),
    [anon_sym_by] = ACTIONS(1),
    [anon_sym_every] = ACTIONS(1),
    [anon_sym_is] = ACTIONS(1),
    [anon_sym_not] = ACTIONS(1),
    [anon_sym_or] = ACTIONS(1),
    [anon_sym_to] = ACTIONS(1),
    [anon_sym_gives] = ACTIONS(1),
    [anon_sym_bend] = ACTIONS(1),
    [anon_sym_borrow] = ACTIONS(1),
    [anon_sym_compose] = ACTIONS(1),
    [anon_sym_dataset] = ACTIONS(1),
    [anon_sym_film] = ACTIONS(1),
    [anon_sym_group] = ACTIONS(1),
    [anon_sym_measure] = ACTIONS(1),
    [anon_sym_merge] = ACTIONS(1),
    [anon_sym_perform] = ACTIONS(1),
    [anon_sym_print] = ACTIONS(1),
    [anon_sym_rebuild] = ACTIONS(1),
    [anon_sym_sample] = ACTIONS(1),
    [anon_sym_show] = ACTIONS(1),
    [anon_sym_train] = ACTIONS(1),
    [anon_sym_tune] = ACTIONS(1),
    [anon_sym_vary] = ACTIONS(1),
    [anon_sym_walk] = ACTIONS(1),
    [anon_sym_write] = ACTIONS(1),
    [anon_sym_DASH] = ACTIONS(1),
    [anon_sym_COMMA] = ACTIONS(1),
    [sym__break_0] = ACTIONS(1),
    [sym__break_1] = ACTIONS(1),
    [sym__break_2] = ACTIONS(1),
    [sym__break_3] = ACTIONS(1),
    [sym__break_4] = ACTIONS(1),
    [anon_sym_DOT2] = ACTIONS(1),
    [sym_version] = ACTIONS(1),
    [sym_number] = ACTIONS(1),
    [sym_path] = ACTIONS(1),
    [sym_colour] = ACTIONS(1),
    [aux_sym_text_token1] = ACTIONS(1),
    [aux_sym_text_token2] = ACTIONS(1),
    [sym_operator] = ACTIONS(1),
    [aux_sym_stray_token1] = ACTIONS(1),
    [aux_sym_stray_token2] = ACTIONS(1),
    [aux_sym_stray_token3] = ACTIONS(1),
    [aux_sym_stray_token4] = ACTIONS(1),
    [aux_sym_stray_token5] = ACTIONS(1),
    [sym_prose] = ACTIONS(1),
    [sym_note] = ACTIONS(1),
  },
  [1] = {
    [sym_score] = STATE(141),
    [sym__line_0] = STATE(137),
    [sym__goes_on_0] = STATE(7),
    [sym__quantity] = STATE(7),
    [sym_text] = STATE(7),
    [sym_stray] = STATE(7),
    [aux_sym_score_repeat1] = STATE(138),
    [ts_builtin_sym_end] = ACTIONS(3),
    [sym__name] = ACTIONS(5),
    [anon_sym_let] = ACTIONS(7),
    [anon_sym_takes] = ACTIONS(7),
    [anon_sym_each] = ACTIONS(9),
    [anon_sym_PERCENT] = ACTIONS(11),
    [anon_sym_DOT] = ACTIONS(13),
    [anon_sym_LPAREN] = ACTIONS(11),
    [anon_sym_RPAREN] = ACTIONS(11),
    [anon_sym_from] = ACTIONS(13),
    [anon_sym_with] = ACTIONS(13),
    [anon_sym_and] = ACTIONS(13),
    [anon_sym_as] = ACTIONS(13),
    [anon_sym_at] = ACTIONS(13),
    [anon_sym_by] = ACTIONS(13),
    [anon_sym_every] = ACTIONS(13),
    [anon_sym_is] = ACTIONS(13),
    [anon_sym_not] = ACTIONS(13),
    [anon_sym_or] = ACTIONS(13),
    [anon_sym_to] = ACTIONS(13),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(17),
    [sym__break_1] = ACTIONS(19),
    [sym__break_2] = ACTIONS(21),
    [sym__break_3] = ACTIONS(23),
    [sym__break_4] = ACTIONS(25),
    [sym_version] = ACTIONS(13),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(11),
    [sym_colour] = ACTIONS(11),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(13),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_prose] = ACTIONS(37),
  },
  [2] = {
    [sym__line_1] = STATE(140),
    [sym__goes_on_1] = STATE(11),
    [sym__quantity] = STATE(11),
    [sym_text] = STATE(11),
    [sym_stray] = STATE(11),
    [ts_builtin_sym_end] = ACTIONS(39),
    [sym__name] = ACTIONS(41),
    [anon_sym_let] = ACTIONS(43),
    [anon_sym_takes] = ACTIONS(43),
    [anon_sym_each] = ACTIONS(45),
    [anon_sym_PERCENT] = ACTIONS(47),
    [anon_sym_DOT] = ACTIONS(49),
    [anon_sym_LPAREN] = ACTIONS(47),
    [anon_sym_RPAREN] = ACTIONS(47),
    [anon_sym_from] = ACTIONS(49),
    [anon_sym_with] = ACTIONS(49),
    [anon_sym_and] = ACTIONS(49),
    [anon_sym_as] = ACTIONS(49),
    [anon_sym_at] = ACTIONS(49),
    [anon_sym_by] = ACTIONS(49),
    [anon_sym_every] = ACTIONS(49),
    [anon_sym_is] = ACTIONS(49),
    [anon_sym_not] = ACTIONS(49),
    [anon_sym_or] = ACTIONS(49),
    [anon_sym_to] = ACTIONS(49),
    [anon_sym_gives] = ACTIONS(49),
    [anon_sym_bend] = ACTIONS(51),
    [anon_sym_borrow] = ACTIONS(51),
    [anon_sym_compose] = ACTIONS(51),
    [anon_sym_dataset] = ACTIONS(51),
    [anon_sym_film] = ACTIONS(51),
    [anon_sym_group] = ACTIONS(51),
    [anon_sym_measure] = ACTIONS(51),
    [anon_sym_merge] = ACTIONS(51),
    [anon_sym_perform] = ACTIONS(51),
    [anon_sym_print] = ACTIONS(51),
    [anon_sym_rebuild] = ACTIONS(51),
    [anon_sym_sample] = ACTIONS(51),
    [anon_sym_show] = ACTIONS(51),
    [anon_sym_train] = ACTIONS(51),
    [anon_sym_tune] = ACTIONS(51),
    [anon_sym_vary] = ACTIONS(51),
    [anon_sym_walk] = ACTIONS(51),
    [anon_sym_write] = ACTIONS(51),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(39),
    [sym__break_1] = ACTIONS(39),
    [sym__break_2] = ACTIONS(39),
    [sym__break_3] = ACTIONS(39),
    [sym__break_4] = ACTIONS(39),
    [sym_version] = ACTIONS(49),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(47),
    [sym_colour] = ACTIONS(47),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(49),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_prose] = ACTIONS(55),
  },
  [3] = {
    [sym__line_2] = STATE(140),
    [sym__goes_on_2] = STATE(12),
    [sym__quantity] = STATE(12),
    [sym_text] = STATE(12),
    [sym_stray] = STATE(12),
    [ts_builtin_sym_end] = ACTIONS(39),
    [sym__name] = ACTIONS(57),
    [anon_sym_let] = ACTIONS(59),
    [anon_sym_takes] = ACTIONS(59),
    [anon_sym_each] = ACTIONS(61),
    [anon_sym_PERCENT] = ACTIONS(63),
    [anon_sym_DOT] = ACTIONS(65),
    [anon_sym_LPAREN] = ACTIONS(63),
    [anon_sym_RPAREN] = ACTIONS(63),
    [anon_sym_from] = ACTIONS(65),
    [anon_sym_with] = ACTIONS(65),
    [anon_sym_and] = ACTIONS(65),
    [anon_sym_as] = ACTIONS(65),
    [anon_sym_at] = ACTIONS(65),
    [anon_sym_by] = ACTIONS(65),
    [anon_sym_every] = ACTIONS(65),
    [anon_sym_is] = ACTIONS(65),
    [anon_sym_not] = ACTIONS(65),
    [anon_sym_or] = ACTIONS(65),
    [anon_sym_to] = ACTIONS(65),
    [anon_sym_gives] = ACTIONS(65),
    [anon_sym_bend] = ACTIONS(67),
    [anon_sym_borrow] = ACTIONS(67),
    [anon_sym_compose] = ACTIONS(67),
    [anon_sym_dataset] = ACTIONS(67),
    [anon_sym_film] = ACTIONS(67),
    [anon_sym_group] = ACTIONS(67),
    [anon_sym_measure] = ACTIONS(67),
    [anon_sym_merge] = ACTIONS(67),
    [anon_sym_perform] = ACTIONS(67),
    [anon_sym_print] = ACTIONS(67),
    [anon_sym_rebuild] = ACTIONS(67),
    [anon_sym_sample] = ACTIONS(67),
    [anon_sym_show] = ACTIONS(67),
    [anon_sym_train] = ACTIONS(67),
    [anon_sym_tune] = ACTIONS(67),
    [anon_sym_vary] = ACTIONS(67),
    [anon_sym_walk] = ACTIONS(67),
    [anon_sym_write] = ACTIONS(67),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(39),
    [sym__break_1] = ACTIONS(39),
    [sym__break_2] = ACTIONS(39),
    [sym__break_3] = ACTIONS(39),
    [sym__break_4] = ACTIONS(39),
    [sym_version] = ACTIONS(65),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(63),
    [sym_colour] = ACTIONS(63),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(65),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_prose] = ACTIONS(55),
  },
  [4] = {
    [sym__line_3] = STATE(140),
    [sym__goes_on_3] = STATE(13),
    [sym__quantity] = STATE(13),
    [sym_text] = STATE(13),
    [sym_stray] = STATE(13),
    [ts_builtin_sym_end] = ACTIONS(39),
    [sym__name] = ACTIONS(71),
    [anon_sym_let] = ACTIONS(73),
    [anon_sym_takes] = ACTIONS(73),
    [anon_sym_each] = ACTIONS(75),
    [anon_sym_PERCENT] = ACTIONS(77),
    [anon_sym_DOT] = ACTIONS(79),
    [anon_sym_LPAREN] = ACTIONS(77),
    [anon_sym_RPAREN] = ACTIONS(77),
    [anon_sym_from] = ACTIONS(79),
    [anon_sym_with] = ACTIONS(79),
    [anon_sym_and] = ACTIONS(79),
    [anon_sym_as] = ACTIONS(79),
    [anon_sym_at] = ACTIONS(79),
    [anon_sym_by] = ACTIONS(79),
    [anon_sym_every] = ACTIONS(79),
    [anon_sym_is] = ACTIONS(79),
    [anon_sym_not] = ACTIONS(79),
    [anon_sym_or] = ACTIONS(79),
    [anon_sym_to] = ACTIONS(79),
    [anon_sym_gives] = ACTIONS(79),
    [anon_sym_bend] = ACTIONS(81),
    [anon_sym_borrow] = ACTIONS(81),
    [anon_sym_compose] = ACTIONS(81),
    [anon_sym_dataset] = ACTIONS(81),
    [anon_sym_film] = ACTIONS(81),
    [anon_sym_group] = ACTIONS(81),
    [anon_sym_measure] = ACTIONS(81),
    [anon_sym_merge] = ACTIONS(81),
    [anon_sym_perform] = ACTIONS(81),
    [anon_sym_print] = ACTIONS(81),
    [anon_sym_rebuild] = ACTIONS(81),
    [anon_sym_sample] = ACTIONS(81),
    [anon_sym_show] = ACTIONS(81),
    [anon_sym_train] = ACTIONS(81),
    [anon_sym_tune] = ACTIONS(81),
    [anon_sym_vary] = ACTIONS(81),
    [anon_sym_walk] = ACTIONS(81),
    [anon_sym_write] = ACTIONS(81),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(39),
    [sym__break_1] = ACTIONS(39),
    [sym__break_2] = ACTIONS(39),
    [sym__break_3] = ACTIONS(39),
    [sym__break_4] = ACTIONS(39),
    [sym_version] = ACTIONS(79),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(77),
    [sym_colour] = ACTIONS(77),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(79),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_prose] = ACTIONS(55),
  },
  [5] = {
    [sym__line_4] = STATE(140),
    [sym__goes_on_4] = STATE(14),
    [sym__quantity] = STATE(14),
    [sym_text] = STATE(14),
    [sym_stray] = STATE(14),
    [ts_builtin_sym_end] = ACTIONS(39),
    [sym__name] = ACTIONS(85),
    [anon_sym_let] = ACTIONS(87),
    [anon_sym_takes] = ACTIONS(87),
    [anon_sym_each] = ACTIONS(89),
    [anon_sym_PERCENT] = ACTIONS(91),
    [anon_sym_DOT] = ACTIONS(93),
    [anon_sym_LPAREN] = ACTIONS(91),
    [anon_sym_RPAREN] = ACTIONS(91),
    [anon_sym_from] = ACTIONS(93),
    [anon_sym_with] = ACTIONS(93),
    [anon_sym_and] = ACTIONS(93),
    [anon_sym_as] = ACTIONS(93),
    [anon_sym_at] = ACTIONS(93),
    [anon_sym_by] = ACTIONS(93),
    [anon_sym_every] = ACTIONS(93),
    [anon_sym_is] = ACTIONS(93),
    [anon_sym_not] = ACTIONS(93),
    [anon_sym_or] = ACTIONS(93),
    [anon_sym_to] = ACTIONS(93),
    [anon_sym_gives] = ACTIONS(93),
    [anon_sym_bend] = ACTIONS(95),
    [anon_sym_borrow] = ACTIONS(95),
    [anon_sym_compose] = ACTIONS(95),
    [anon_sym_dataset] = ACTIONS(95),
    [anon_sym_film] = ACTIONS(95),
    [anon_sym_group] = ACTIONS(95),
    [anon_sym_measure] = ACTIONS(95),
    [anon_sym_merge] = ACTIONS(95),
    [anon_sym_perform] = ACTIONS(95),
    [anon_sym_print] = ACTIONS(95),
    [anon_sym_rebuild] = ACTIONS(95),
    [anon_sym_sample] = ACTIONS(95),
    [anon_sym_show] = ACTIONS(95),
    [anon_sym_train] = ACTIONS(95),
    [anon_sym_tune] = ACTIONS(95),
    [anon_sym_vary] = ACTIONS(95),
    [anon_sym_walk] = ACTIONS(95),
    [anon_sym_write] = ACTIONS(95),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(39),
    [sym__break_1] = ACTIONS(39),
    [sym__break_2] = ACTIONS(39),
    [sym__break_3] = ACTIONS(39),
    [sym__break_4] = ACTIONS(39),
    [sym_version] = ACTIONS(93),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(91),
    [sym_colour] = ACTIONS(91),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(93),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_prose] = ACTIONS(55),
  },
  [6] = {
    [aux_sym__rest_4] = STATE(57),
    [sym__goes_on_4] = STATE(57),
    [sym__word] = STATE(57),
    [sym__quantity] = STATE(57),
    [sym_text] = STATE(57),
    [sym_stray] = STATE(57),
    [ts_builtin_sym_end] = ACTIONS(99),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(103),
    [anon_sym_takes] = ACTIONS(103),
    [anon_sym_each] = ACTIONS(103),
    [anon_sym_PERCENT] = ACTIONS(105),
    [anon_sym_DOT] = ACTIONS(103),
    [anon_sym_LPAREN] = ACTIONS(105),
    [anon_sym_RPAREN] = ACTIONS(105),
    [anon_sym_from] = ACTIONS(103),
    [anon_sym_with] = ACTIONS(103),
    [anon_sym_and] = ACTIONS(103),
    [anon_sym_as] = ACTIONS(103),
    [anon_sym_at] = ACTIONS(103),
    [anon_sym_by] = ACTIONS(103),
    [anon_sym_every] = ACTIONS(103),
    [anon_sym_is] = ACTIONS(103),
    [anon_sym_not] = ACTIONS(103),
    [anon_sym_or] = ACTIONS(103),
    [anon_sym_to] = ACTIONS(103),
    [anon_sym_DASH] = ACTIONS(105),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(99),
    [sym__break_1] = ACTIONS(99),
    [sym__break_2] = ACTIONS(99),
    [sym__break_3] = ACTIONS(99),
    [sym__break_4] = ACTIONS(99),
    [sym_version] = ACTIONS(103),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(105),
    [sym_colour] = ACTIONS(105),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(103),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(103),
  },
  [7] = {
    [aux_sym__rest_0] = STATE(10),
    [sym__goes_on_0] = STATE(10),
    [sym__word] = STATE(10),
    [sym__quantity] = STATE(10),
    [sym_text] = STATE(10),
    [sym_stray] = STATE(10),
    [ts_builtin_sym_end] = ACTIONS(107),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(109),
    [anon_sym_takes] = ACTIONS(109),
    [anon_sym_each] = ACTIONS(109),
    [anon_sym_PERCENT] = ACTIONS(111),
    [anon_sym_DOT] = ACTIONS(109),
    [anon_sym_LPAREN] = ACTIONS(111),
    [anon_sym_RPAREN] = ACTIONS(111),
    [anon_sym_from] = ACTIONS(109),
    [anon_sym_with] = ACTIONS(109),
    [anon_sym_and] = ACTIONS(109),
    [anon_sym_as] = ACTIONS(109),
    [anon_sym_at] = ACTIONS(109),
    [anon_sym_by] = ACTIONS(109),
    [anon_sym_every] = ACTIONS(109),
    [anon_sym_is] = ACTIONS(109),
    [anon_sym_not] = ACTIONS(109),
    [anon_sym_or] = ACTIONS(109),
    [anon_sym_to] = ACTIONS(109),
    [anon_sym_DASH] = ACTIONS(111),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(107),
    [sym__break_1] = ACTIONS(107),
    [sym__break_2] = ACTIONS(107),
    [sym__break_3] = ACTIONS(107),
    [sym__break_4] = ACTIONS(107),
    [sym_version] = ACTIONS(109),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(111),
    [sym_colour] = ACTIONS(111),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(109),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(109),
  },
  [8] = {
    [aux_sym__rest_0] = STATE(17),
    [sym__goes_on_0] = STATE(17),
    [sym__word] = STATE(17),
    [sym__quantity] = STATE(17),
    [sym_text] = STATE(17),
    [sym_stray] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(113),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(115),
    [anon_sym_takes] = ACTIONS(115),
    [anon_sym_each] = ACTIONS(115),
    [anon_sym_PERCENT] = ACTIONS(117),
    [anon_sym_DOT] = ACTIONS(115),
    [anon_sym_LPAREN] = ACTIONS(117),
    [anon_sym_RPAREN] = ACTIONS(117),
    [anon_sym_from] = ACTIONS(115),
    [anon_sym_with] = ACTIONS(115),
    [anon_sym_and] = ACTIONS(115),
    [anon_sym_as] = ACTIONS(115),
    [anon_sym_at] = ACTIONS(115),
    [anon_sym_by] = ACTIONS(115),
    [anon_sym_every] = ACTIONS(115),
    [anon_sym_is] = ACTIONS(115),
    [anon_sym_not] = ACTIONS(115),
    [anon_sym_or] = ACTIONS(115),
    [anon_sym_to] = ACTIONS(115),
    [anon_sym_DASH] = ACTIONS(117),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(113),
    [sym__break_1] = ACTIONS(113),
    [sym__break_2] = ACTIONS(113),
    [sym__break_3] = ACTIONS(113),
    [sym__break_4] = ACTIONS(113),
    [sym_version] = ACTIONS(115),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(117),
    [sym_colour] = ACTIONS(117),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(115),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(115),
  },
  [9] = {
    [aux_sym__rest_0] = STATE(18),
    [sym__goes_on_0] = STATE(18),
    [sym__word] = STATE(18),
    [sym__quantity] = STATE(18),
    [sym_text] = STATE(18),
    [sym_stray] = STATE(18),
    [ts_builtin_sym_end] = ACTIONS(119),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(121),
    [anon_sym_takes] = ACTIONS(121),
    [anon_sym_each] = ACTIONS(121),
    [anon_sym_PERCENT] = ACTIONS(123),
    [anon_sym_DOT] = ACTIONS(121),
    [anon_sym_LPAREN] = ACTIONS(123),
    [anon_sym_RPAREN] = ACTIONS(123),
    [anon_sym_from] = ACTIONS(121),
    [anon_sym_with] = ACTIONS(121),
    [anon_sym_and] = ACTIONS(121),
    [anon_sym_as] = ACTIONS(121),
    [anon_sym_at] = ACTIONS(121),
    [anon_sym_by] = ACTIONS(121),
    [anon_sym_every] = ACTIONS(121),
    [anon_sym_is] = ACTIONS(121),
    [anon_sym_not] = ACTIONS(121),
    [anon_sym_or] = ACTIONS(121),
    [anon_sym_to] = ACTIONS(121),
    [anon_sym_DASH] = ACTIONS(123),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(119),
    [sym__break_1] = ACTIONS(119),
    [sym__break_2] = ACTIONS(119),
    [sym__break_3] = ACTIONS(119),
    [sym__break_4] = ACTIONS(119),
    [sym_version] = ACTIONS(121),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(123),
    [sym_colour] = ACTIONS(123),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(121),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(121),
  },
  [10] = {
    [aux_sym__rest_0] = STATE(19),
    [sym__goes_on_0] = STATE(19),
    [sym__word] = STATE(19),
    [sym__quantity] = STATE(19),
    [sym_text] = STATE(19),
    [sym_stray] = STATE(19),
    [ts_builtin_sym_end] = ACTIONS(113),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(125),
    [anon_sym_takes] = ACTIONS(125),
    [anon_sym_each] = ACTIONS(125),
    [anon_sym_PERCENT] = ACTIONS(127),
    [anon_sym_DOT] = ACTIONS(125),
    [anon_sym_LPAREN] = ACTIONS(127),
    [anon_sym_RPAREN] = ACTIONS(127),
    [anon_sym_from] = ACTIONS(125),
    [anon_sym_with] = ACTIONS(125),
    [anon_sym_and] = ACTIONS(125),
    [anon_sym_as] = ACTIONS(125),
    [anon_sym_at] = ACTIONS(125),
    [anon_sym_by] = ACTIONS(125),
    [anon_sym_every] = ACTIONS(125),
    [anon_sym_is] = ACTIONS(125),
    [anon_sym_not] = ACTIONS(125),
    [anon_sym_or] = ACTIONS(125),
    [anon_sym_to] = ACTIONS(125),
    [anon_sym_DASH] = ACTIONS(127),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(113),
    [sym__break_1] = ACTIONS(113),
    [sym__break_2] = ACTIONS(113),
    [sym__break_3] = ACTIONS(113),
    [sym__break_4] = ACTIONS(113),
    [sym_version] = ACTIONS(125),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(127),
    [sym_colour] = ACTIONS(127),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(125),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(125),
  },
  [11] = {
    [aux_sym__rest_1] = STATE(22),
    [sym__goes_on_1] = STATE(22),
    [sym__word] = STATE(22),
    [sym__quantity] = STATE(22),
    [sym_text] = STATE(22),
    [sym_stray] = STATE(22),
    [ts_builtin_sym_end] = ACTIONS(129),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(131),
    [anon_sym_takes] = ACTIONS(131),
    [anon_sym_each] = ACTIONS(131),
    [anon_sym_PERCENT] = ACTIONS(133),
    [anon_sym_DOT] = ACTIONS(131),
    [anon_sym_LPAREN] = ACTIONS(133),
    [anon_sym_RPAREN] = ACTIONS(133),
    [anon_sym_from] = ACTIONS(131),
    [anon_sym_with] = ACTIONS(131),
    [anon_sym_and] = ACTIONS(131),
    [anon_sym_as] = ACTIONS(131),
    [anon_sym_at] = ACTIONS(131),
    [anon_sym_by] = ACTIONS(131),
    [anon_sym_every] = ACTIONS(131),
    [anon_sym_is] = ACTIONS(131),
    [anon_sym_not] = ACTIONS(131),
    [anon_sym_or] = ACTIONS(131),
    [anon_sym_to] = ACTIONS(131),
    [anon_sym_DASH] = ACTIONS(133),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(129),
    [sym__break_1] = ACTIONS(129),
    [sym__break_2] = ACTIONS(129),
    [sym__break_3] = ACTIONS(129),
    [sym__break_4] = ACTIONS(129),
    [sym_version] = ACTIONS(131),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(133),
    [sym_colour] = ACTIONS(133),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(131),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(131),
  },
  [12] = {
    [aux_sym__rest_2] = STATE(26),
    [sym__goes_on_2] = STATE(26),
    [sym__word] = STATE(26),
    [sym__quantity] = STATE(26),
    [sym_text] = STATE(26),
    [sym_stray] = STATE(26),
    [ts_builtin_sym_end] = ACTIONS(135),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(137),
    [anon_sym_takes] = ACTIONS(137),
    [anon_sym_each] = ACTIONS(137),
    [anon_sym_PERCENT] = ACTIONS(139),
    [anon_sym_DOT] = ACTIONS(137),
    [anon_sym_LPAREN] = ACTIONS(139),
    [anon_sym_RPAREN] = ACTIONS(139),
    [anon_sym_from] = ACTIONS(137),
    [anon_sym_with] = ACTIONS(137),
    [anon_sym_and] = ACTIONS(137),
    [anon_sym_as] = ACTIONS(137),
    [anon_sym_at] = ACTIONS(137),
    [anon_sym_by] = ACTIONS(137),
    [anon_sym_every] = ACTIONS(137),
    [anon_sym_is] = ACTIONS(137),
    [anon_sym_not] = ACTIONS(137),
    [anon_sym_or] = ACTIONS(137),
    [anon_sym_to] = ACTIONS(137),
    [anon_sym_DASH] = ACTIONS(139),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(135),
    [sym__break_1] = ACTIONS(135),
    [sym__break_2] = ACTIONS(135),
    [sym__break_3] = ACTIONS(135),
    [sym__break_4] = ACTIONS(135),
    [sym_version] = ACTIONS(137),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(139),
    [sym_colour] = ACTIONS(139),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(137),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(137),
  },
  [13] = {
    [aux_sym__rest_3] = STATE(30),
    [sym__goes_on_3] = STATE(30),
    [sym__word] = STATE(30),
    [sym__quantity] = STATE(30),
    [sym_text] = STATE(30),
    [sym_stray] = STATE(30),
    [ts_builtin_sym_end] = ACTIONS(141),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(143),
    [anon_sym_takes] = ACTIONS(143),
    [anon_sym_each] = ACTIONS(143),
    [anon_sym_PERCENT] = ACTIONS(145),
    [anon_sym_DOT] = ACTIONS(143),
    [anon_sym_LPAREN] = ACTIONS(145),
    [anon_sym_RPAREN] = ACTIONS(145),
    [anon_sym_from] = ACTIONS(143),
    [anon_sym_with] = ACTIONS(143),
    [anon_sym_and] = ACTIONS(143),
    [anon_sym_as] = ACTIONS(143),
    [anon_sym_at] = ACTIONS(143),
    [anon_sym_by] = ACTIONS(143),
    [anon_sym_every] = ACTIONS(143),
    [anon_sym_is] = ACTIONS(143),
    [anon_sym_not] = ACTIONS(143),
    [anon_sym_or] = ACTIONS(143),
    [anon_sym_to] = ACTIONS(143),
    [anon_sym_DASH] = ACTIONS(145),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(141),
    [sym__break_1] = ACTIONS(141),
    [sym__break_2] = ACTIONS(141),
    [sym__break_3] = ACTIONS(141),
    [sym__break_4] = ACTIONS(141),
    [sym_version] = ACTIONS(143),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(145),
    [sym_colour] = ACTIONS(145),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(143),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(143),
  },
  [14] = {
    [aux_sym__rest_4] = STATE(34),
    [sym__goes_on_4] = STATE(34),
    [sym__word] = STATE(34),
    [sym__quantity] = STATE(34),
    [sym_text] = STATE(34),
    [sym_stray] = STATE(34),
    [ts_builtin_sym_end] = ACTIONS(147),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(149),
    [anon_sym_takes] = ACTIONS(149),
    [anon_sym_each] = ACTIONS(149),
    [anon_sym_PERCENT] = ACTIONS(151),
    [anon_sym_DOT] = ACTIONS(149),
    [anon_sym_LPAREN] = ACTIONS(151),
    [anon_sym_RPAREN] = ACTIONS(151),
    [anon_sym_from] = ACTIONS(149),
    [anon_sym_with] = ACTIONS(149),
    [anon_sym_and] = ACTIONS(149),
    [anon_sym_as] = ACTIONS(149),
    [anon_sym_at] = ACTIONS(149),
    [anon_sym_by] = ACTIONS(149),
    [anon_sym_every] = ACTIONS(149),
    [anon_sym_is] = ACTIONS(149),
    [anon_sym_not] = ACTIONS(149),
    [anon_sym_or] = ACTIONS(149),
    [anon_sym_to] = ACTIONS(149),
    [anon_sym_DASH] = ACTIONS(151),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(147),
    [sym__break_1] = ACTIONS(147),
    [sym__break_2] = ACTIONS(147),
    [sym__break_3] = ACTIONS(147),
    [sym__break_4] = ACTIONS(147),
    [sym_version] = ACTIONS(149),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(151),
    [sym_colour] = ACTIONS(151),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(149),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(149),
  },
  [15] = {
    [aux_sym__rest_0] = STATE(36),
    [sym__goes_on_0] = STATE(36),
    [sym__word] = STATE(36),
    [sym__quantity] = STATE(36),
    [sym_text] = STATE(36),
    [sym_stray] = STATE(36),
    [ts_builtin_sym_end] = ACTIONS(153),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(155),
    [anon_sym_takes] = ACTIONS(155),
    [anon_sym_each] = ACTIONS(155),
    [anon_sym_PERCENT] = ACTIONS(157),
    [anon_sym_DOT] = ACTIONS(155),
    [anon_sym_LPAREN] = ACTIONS(157),
    [anon_sym_RPAREN] = ACTIONS(157),
    [anon_sym_from] = ACTIONS(155),
    [anon_sym_with] = ACTIONS(155),
    [anon_sym_and] = ACTIONS(155),
    [anon_sym_as] = ACTIONS(155),
    [anon_sym_at] = ACTIONS(155),
    [anon_sym_by] = ACTIONS(155),
    [anon_sym_every] = ACTIONS(155),
    [anon_sym_is] = ACTIONS(155),
    [anon_sym_not] = ACTIONS(155),
    [anon_sym_or] = ACTIONS(155),
    [anon_sym_to] = ACTIONS(155),
    [anon_sym_DASH] = ACTIONS(157),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(153),
    [sym__break_1] = ACTIONS(153),
    [sym__break_2] = ACTIONS(153),
    [sym__break_3] = ACTIONS(153),
    [sym__break_4] = ACTIONS(153),
    [sym_version] = ACTIONS(155),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(157),
    [sym_colour] = ACTIONS(157),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(155),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(155),
  },
  [16] = {
    [aux_sym__rest_0] = STATE(37),
    [sym__goes_on_0] = STATE(37),
    [sym__word] = STATE(37),
    [sym__quantity] = STATE(37),
    [sym_text] = STATE(37),
    [sym_stray] = STATE(37),
    [ts_builtin_sym_end] = ACTIONS(159),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(161),
    [anon_sym_takes] = ACTIONS(161),
    [anon_sym_each] = ACTIONS(161),
    [anon_sym_PERCENT] = ACTIONS(163),
    [anon_sym_DOT] = ACTIONS(161),
    [anon_sym_LPAREN] = ACTIONS(163),
    [anon_sym_RPAREN] = ACTIONS(163),
    [anon_sym_from] = ACTIONS(161),
    [anon_sym_with] = ACTIONS(161),
    [anon_sym_and] = ACTIONS(161),
    [anon_sym_as] = ACTIONS(161),
    [anon_sym_at] = ACTIONS(161),
    [anon_sym_by] = ACTIONS(161),
    [anon_sym_every] = ACTIONS(161),
    [anon_sym_is] = ACTIONS(161),
    [anon_sym_not] = ACTIONS(161),
    [anon_sym_or] = ACTIONS(161),
    [anon_sym_to] = ACTIONS(161),
    [anon_sym_DASH] = ACTIONS(163),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(159),
    [sym__break_1] = ACTIONS(159),
    [sym__break_2] = ACTIONS(159),
    [sym__break_3] = ACTIONS(159),
    [sym__break_4] = ACTIONS(159),
    [sym_version] = ACTIONS(161),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(163),
    [sym_colour] = ACTIONS(163),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(161),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(161),
  },
  [17] = {
    [aux_sym__rest_0] = STATE(19),
    [sym__goes_on_0] = STATE(19),
    [sym__word] = STATE(19),
    [sym__quantity] = STATE(19),
    [sym_text] = STATE(19),
    [sym_stray] = STATE(19),
    [ts_builtin_sym_end] = ACTIONS(165),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(125),
    [anon_sym_takes] = ACTIONS(125),
    [anon_sym_each] = ACTIONS(125),
    [anon_sym_PERCENT] = ACTIONS(127),
    [anon_sym_DOT] = ACTIONS(125),
    [anon_sym_LPAREN] = ACTIONS(127),
    [anon_sym_RPAREN] = ACTIONS(127),
    [anon_sym_from] = ACTIONS(125),
    [anon_sym_with] = ACTIONS(125),
    [anon_sym_and] = ACTIONS(125),
    [anon_sym_as] = ACTIONS(125),
    [anon_sym_at] = ACTIONS(125),
    [anon_sym_by] = ACTIONS(125),
    [anon_sym_every] = ACTIONS(125),
    [anon_sym_is] = ACTIONS(125),
    [anon_sym_not] = ACTIONS(125),
    [anon_sym_or] = ACTIONS(125),
    [anon_sym_to] = ACTIONS(125),
    [anon_sym_DASH] = ACTIONS(127),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(165),
    [sym__break_1] = ACTIONS(165),
    [sym__break_2] = ACTIONS(165),
    [sym__break_3] = ACTIONS(165),
    [sym__break_4] = ACTIONS(165),
    [sym_version] = ACTIONS(125),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(127),
    [sym_colour] = ACTIONS(127),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(125),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(125),
  },
  [18] = {
    [aux_sym__rest_0] = STATE(19),
    [sym__goes_on_0] = STATE(19),
    [sym__word] = STATE(19),
    [sym__quantity] = STATE(19),
    [sym_text] = STATE(19),
    [sym_stray] = STATE(19),
    [ts_builtin_sym_end] = ACTIONS(167),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(125),
    [anon_sym_takes] = ACTIONS(125),
    [anon_sym_each] = ACTIONS(125),
    [anon_sym_PERCENT] = ACTIONS(127),
    [anon_sym_DOT] = ACTIONS(125),
    [anon_sym_LPAREN] = ACTIONS(127),
    [anon_sym_RPAREN] = ACTIONS(127),
    [anon_sym_from] = ACTIONS(125),
    [anon_sym_with] = ACTIONS(125),
    [anon_sym_and] = ACTIONS(125),
    [anon_sym_as] = ACTIONS(125),
    [anon_sym_at] = ACTIONS(125),
    [anon_sym_by] = ACTIONS(125),
    [anon_sym_every] = ACTIONS(125),
    [anon_sym_is] = ACTIONS(125),
    [anon_sym_not] = ACTIONS(125),
    [anon_sym_or] = ACTIONS(125),
    [anon_sym_to] = ACTIONS(125),
    [anon_sym_DASH] = ACTIONS(127),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(167),
    [sym__break_1] = ACTIONS(167),
    [sym__break_2] = ACTIONS(167),
    [sym__break_3] = ACTIONS(167),
    [sym__break_4] = ACTIONS(167),
    [sym_version] = ACTIONS(125),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(127),
    [sym_colour] = ACTIONS(127),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(125),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(125),
  },
  [19] = {
    [aux_sym__rest_0] = STATE(19),
    [sym__goes_on_0] = STATE(19),
    [sym__word] = STATE(19),
    [sym__quantity] = STATE(19),
    [sym_text] = STATE(19),
    [sym_stray] = STATE(19),
    [ts_builtin_sym_end] = ACTIONS(169),
    [sym__name] = ACTIONS(171),
    [anon_sym_let] = ACTIONS(174),
    [anon_sym_takes] = ACTIONS(174),
    [anon_sym_each] = ACTIONS(174),
    [anon_sym_PERCENT] = ACTIONS(177),
    [anon_sym_DOT] = ACTIONS(174),
    [anon_sym_LPAREN] = ACTIONS(177),
    [anon_sym_RPAREN] = ACTIONS(177),
    [anon_sym_from] = ACTIONS(174),
    [anon_sym_with] = ACTIONS(174),
    [anon_sym_and] = ACTIONS(174),
    [anon_sym_as] = ACTIONS(174),
    [anon_sym_at] = ACTIONS(174),
    [anon_sym_by] = ACTIONS(174),
    [anon_sym_every] = ACTIONS(174),
    [anon_sym_is] = ACTIONS(174),
    [anon_sym_not] = ACTIONS(174),
    [anon_sym_or] = ACTIONS(174),
    [anon_sym_to] = ACTIONS(174),
    [anon_sym_DASH] = ACTIONS(177),
    [anon_sym_COMMA] = ACTIONS(180),
    [sym__break_0] = ACTIONS(169),
    [sym__break_1] = ACTIONS(169),
    [sym__break_2] = ACTIONS(169),
    [sym__break_3] = ACTIONS(169),
    [sym__break_4] = ACTIONS(169),
    [sym_version] = ACTIONS(174),
    [sym_number] = ACTIONS(183),
    [sym_path] = ACTIONS(177),
    [sym_colour] = ACTIONS(177),
    [aux_sym_text_token1] = ACTIONS(186),
    [aux_sym_text_token2] = ACTIONS(189),
    [sym_operator] = ACTIONS(174),
    [aux_sym_stray_token1] = ACTIONS(192),
    [aux_sym_stray_token2] = ACTIONS(192),
    [aux_sym_stray_token3] = ACTIONS(192),
    [aux_sym_stray_token4] = ACTIONS(192),
    [aux_sym_stray_token5] = ACTIONS(195),
    [sym_note] = ACTIONS(174),
  },
  [20] = {
    [aux_sym__rest_1] = STATE(68),
    [sym__goes_on_1] = STATE(68),
    [sym__word] = STATE(68),
    [sym__quantity] = STATE(68),
    [sym_text] = STATE(68),
    [sym_stray] = STATE(68),
    [ts_builtin_sym_end] = ACTIONS(198),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(200),
    [anon_sym_takes] = ACTIONS(200),
    [anon_sym_each] = ACTIONS(200),
    [anon_sym_PERCENT] = ACTIONS(202),
    [anon_sym_DOT] = ACTIONS(200),
    [anon_sym_LPAREN] = ACTIONS(202),
    [anon_sym_RPAREN] = ACTIONS(202),
    [anon_sym_from] = ACTIONS(200),
    [anon_sym_with] = ACTIONS(200),
    [anon_sym_and] = ACTIONS(200),
    [anon_sym_as] = ACTIONS(200),
    [anon_sym_at] = ACTIONS(200),
    [anon_sym_by] = ACTIONS(200),
    [anon_sym_every] = ACTIONS(200),
    [anon_sym_is] = ACTIONS(200),
    [anon_sym_not] = ACTIONS(200),
    [anon_sym_or] = ACTIONS(200),
    [anon_sym_to] = ACTIONS(200),
    [anon_sym_DASH] = ACTIONS(202),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(198),
    [sym__break_1] = ACTIONS(198),
    [sym__break_2] = ACTIONS(198),
    [sym__break_3] = ACTIONS(198),
    [sym__break_4] = ACTIONS(198),
    [sym_version] = ACTIONS(200),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(202),
    [sym_colour] = ACTIONS(202),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(200),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(200),
  },
  [21] = {
    [aux_sym__rest_1] = STATE(39),
    [sym__goes_on_1] = STATE(39),
    [sym__word] = STATE(39),
    [sym__quantity] = STATE(39),
    [sym_text] = STATE(39),
    [sym_stray] = STATE(39),
    [ts_builtin_sym_end] = ACTIONS(204),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(206),
    [anon_sym_takes] = ACTIONS(206),
    [anon_sym_each] = ACTIONS(206),
    [anon_sym_PERCENT] = ACTIONS(208),
    [anon_sym_DOT] = ACTIONS(206),
    [anon_sym_LPAREN] = ACTIONS(208),
    [anon_sym_RPAREN] = ACTIONS(208),
    [anon_sym_from] = ACTIONS(206),
    [anon_sym_with] = ACTIONS(206),
    [anon_sym_and] = ACTIONS(206),
    [anon_sym_as] = ACTIONS(206),
    [anon_sym_at] = ACTIONS(206),
    [anon_sym_by] = ACTIONS(206),
    [anon_sym_every] = ACTIONS(206),
    [anon_sym_is] = ACTIONS(206),
    [anon_sym_not] = ACTIONS(206),
    [anon_sym_or] = ACTIONS(206),
    [anon_sym_to] = ACTIONS(206),
    [anon_sym_DASH] = ACTIONS(208),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(204),
    [sym__break_1] = ACTIONS(204),
    [sym__break_2] = ACTIONS(204),
    [sym__break_3] = ACTIONS(204),
    [sym__break_4] = ACTIONS(204),
    [sym_version] = ACTIONS(206),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(208),
    [sym_colour] = ACTIONS(208),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(206),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(206),
  },
  [22] = {
    [aux_sym__rest_1] = STATE(40),
    [sym__goes_on_1] = STATE(40),
    [sym__word] = STATE(40),
    [sym__quantity] = STATE(40),
    [sym_text] = STATE(40),
    [sym_stray] = STATE(40),
    [ts_builtin_sym_end] = ACTIONS(198),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(210),
    [anon_sym_takes] = ACTIONS(210),
    [anon_sym_each] = ACTIONS(210),
    [anon_sym_PERCENT] = ACTIONS(212),
    [anon_sym_DOT] = ACTIONS(210),
    [anon_sym_LPAREN] = ACTIONS(212),
    [anon_sym_RPAREN] = ACTIONS(212),
    [anon_sym_from] = ACTIONS(210),
    [anon_sym_with] = ACTIONS(210),
    [anon_sym_and] = ACTIONS(210),
    [anon_sym_as] = ACTIONS(210),
    [anon_sym_at] = ACTIONS(210),
    [anon_sym_by] = ACTIONS(210),
    [anon_sym_every] = ACTIONS(210),
    [anon_sym_is] = ACTIONS(210),
    [anon_sym_not] = ACTIONS(210),
    [anon_sym_or] = ACTIONS(210),
    [anon_sym_to] = ACTIONS(210),
    [anon_sym_DASH] = ACTIONS(212),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(198),
    [sym__break_1] = ACTIONS(198),
    [sym__break_2] = ACTIONS(198),
    [sym__break_3] = ACTIONS(198),
    [sym__break_4] = ACTIONS(198),
    [sym_version] = ACTIONS(210),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(212),
    [sym_colour] = ACTIONS(212),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(210),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(210),
  },
  [23] = {
    [aux_sym__rest_1] = STATE(41),
    [sym__goes_on_1] = STATE(41),
    [sym__word] = STATE(41),
    [sym__quantity] = STATE(41),
    [sym_text] = STATE(41),
    [sym_stray] = STATE(41),
    [ts_builtin_sym_end] = ACTIONS(214),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(216),
    [anon_sym_takes] = ACTIONS(216),
    [anon_sym_each] = ACTIONS(216),
    [anon_sym_PERCENT] = ACTIONS(218),
    [anon_sym_DOT] = ACTIONS(216),
    [anon_sym_LPAREN] = ACTIONS(218),
    [anon_sym_RPAREN] = ACTIONS(218),
    [anon_sym_from] = ACTIONS(216),
    [anon_sym_with] = ACTIONS(216),
    [anon_sym_and] = ACTIONS(216),
    [anon_sym_as] = ACTIONS(216),
    [anon_sym_at] = ACTIONS(216),
    [anon_sym_by] = ACTIONS(216),
    [anon_sym_every] = ACTIONS(216),
    [anon_sym_is] = ACTIONS(216),
    [anon_sym_not] = ACTIONS(216),
    [anon_sym_or] = ACTIONS(216),
    [anon_sym_to] = ACTIONS(216),
    [anon_sym_DASH] = ACTIONS(218),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(214),
    [sym__break_1] = ACTIONS(214),
    [sym__break_2] = ACTIONS(214),
    [sym__break_3] = ACTIONS(214),
    [sym__break_4] = ACTIONS(214),
    [sym_version] = ACTIONS(216),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(218),
    [sym_colour] = ACTIONS(218),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(216),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(216),
  },
  [24] = {
    [aux_sym__rest_2] = STATE(44),
    [sym__goes_on_2] = STATE(44),
    [sym__word] = STATE(44),
    [sym__quantity] = STATE(44),
    [sym_text] = STATE(44),
    [sym_stray] = STATE(44),
    [ts_builtin_sym_end] = ACTIONS(220),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(222),
    [anon_sym_takes] = ACTIONS(222),
    [anon_sym_each] = ACTIONS(222),
    [anon_sym_PERCENT] = ACTIONS(224),
    [anon_sym_DOT] = ACTIONS(222),
    [anon_sym_LPAREN] = ACTIONS(224),
    [anon_sym_RPAREN] = ACTIONS(224),
    [anon_sym_from] = ACTIONS(222),
    [anon_sym_with] = ACTIONS(222),
    [anon_sym_and] = ACTIONS(222),
    [anon_sym_as] = ACTIONS(222),
    [anon_sym_at] = ACTIONS(222),
    [anon_sym_by] = ACTIONS(222),
    [anon_sym_every] = ACTIONS(222),
    [anon_sym_is] = ACTIONS(222),
    [anon_sym_not] = ACTIONS(222),
    [anon_sym_or] = ACTIONS(222),
    [anon_sym_to] = ACTIONS(222),
    [anon_sym_DASH] = ACTIONS(224),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(220),
    [sym__break_1] = ACTIONS(220),
    [sym__break_2] = ACTIONS(220),
    [sym__break_3] = ACTIONS(220),
    [sym__break_4] = ACTIONS(220),
    [sym_version] = ACTIONS(222),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(224),
    [sym_colour] = ACTIONS(224),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(222),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(222),
  },
  [25] = {
    [aux_sym__rest_2] = STATE(45),
    [sym__goes_on_2] = STATE(45),
    [sym__word] = STATE(45),
    [sym__quantity] = STATE(45),
    [sym_text] = STATE(45),
    [sym_stray] = STATE(45),
    [ts_builtin_sym_end] = ACTIONS(226),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(228),
    [anon_sym_takes] = ACTIONS(228),
    [anon_sym_each] = ACTIONS(228),
    [anon_sym_PERCENT] = ACTIONS(230),
    [anon_sym_DOT] = ACTIONS(228),
    [anon_sym_LPAREN] = ACTIONS(230),
    [anon_sym_RPAREN] = ACTIONS(230),
    [anon_sym_from] = ACTIONS(228),
    [anon_sym_with] = ACTIONS(228),
    [anon_sym_and] = ACTIONS(228),
    [anon_sym_as] = ACTIONS(228),
    [anon_sym_at] = ACTIONS(228),
    [anon_sym_by] = ACTIONS(228),
    [anon_sym_every] = ACTIONS(228),
    [anon_sym_is] = ACTIONS(228),
    [anon_sym_not] = ACTIONS(228),
    [anon_sym_or] = ACTIONS(228),
    [anon_sym_to] = ACTIONS(228),
    [anon_sym_DASH] = ACTIONS(230),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(226),
    [sym__break_1] = ACTIONS(226),
    [sym__break_2] = ACTIONS(226),
    [sym__break_3] = ACTIONS(226),
    [sym__break_4] = ACTIONS(226),
    [sym_version] = ACTIONS(228),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(230),
    [sym_colour] = ACTIONS(230),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(228),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(228),
  },
  [26] = {
    [aux_sym__rest_2] = STATE(46),
    [sym__goes_on_2] = STATE(46),
    [sym__word] = STATE(46),
    [sym__quantity] = STATE(46),
    [sym_text] = STATE(46),
    [sym_stray] = STATE(46),
    [ts_builtin_sym_end] = ACTIONS(220),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(232),
    [anon_sym_takes] = ACTIONS(232),
    [anon_sym_each] = ACTIONS(232),
    [anon_sym_PERCENT] = ACTIONS(234),
    [anon_sym_DOT] = ACTIONS(232),
    [anon_sym_LPAREN] = ACTIONS(234),
    [anon_sym_RPAREN] = ACTIONS(234),
    [anon_sym_from] = ACTIONS(232),
    [anon_sym_with] = ACTIONS(232),
    [anon_sym_and] = ACTIONS(232),
    [anon_sym_as] = ACTIONS(232),
    [anon_sym_at] = ACTIONS(232),
    [anon_sym_by] = ACTIONS(232),
    [anon_sym_every] = ACTIONS(232),
    [anon_sym_is] = ACTIONS(232),
    [anon_sym_not] = ACTIONS(232),
    [anon_sym_or] = ACTIONS(232),
    [anon_sym_to] = ACTIONS(232),
    [anon_sym_DASH] = ACTIONS(234),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(220),
    [sym__break_1] = ACTIONS(220),
    [sym__break_2] = ACTIONS(220),
    [sym__break_3] = ACTIONS(220),
    [sym__break_4] = ACTIONS(220),
    [sym_version] = ACTIONS(232),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(234),
    [sym_colour] = ACTIONS(234),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(232),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(232),
  },
  [27] = {
    [aux_sym__rest_2] = STATE(47),
    [sym__goes_on_2] = STATE(47),
    [sym__word] = STATE(47),
    [sym__quantity] = STATE(47),
    [sym_text] = STATE(47),
    [sym_stray] = STATE(47),
    [ts_builtin_sym_end] = ACTIONS(236),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(238),
    [anon_sym_takes] = ACTIONS(238),
    [anon_sym_each] = ACTIONS(238),
    [anon_sym_PERCENT] = ACTIONS(240),
    [anon_sym_DOT] = ACTIONS(238),
    [anon_sym_LPAREN] = ACTIONS(240),
    [anon_sym_RPAREN] = ACTIONS(240),
    [anon_sym_from] = ACTIONS(238),
    [anon_sym_with] = ACTIONS(238),
    [anon_sym_and] = ACTIONS(238),
    [anon_sym_as] = ACTIONS(238),
    [anon_sym_at] = ACTIONS(238),
    [anon_sym_by] = ACTIONS(238),
    [anon_sym_every] = ACTIONS(238),
    [anon_sym_is] = ACTIONS(238),
    [anon_sym_not] = ACTIONS(238),
    [anon_sym_or] = ACTIONS(238),
    [anon_sym_to] = ACTIONS(238),
    [anon_sym_DASH] = ACTIONS(240),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(236),
    [sym__break_1] = ACTIONS(236),
    [sym__break_2] = ACTIONS(236),
    [sym__break_3] = ACTIONS(236),
    [sym__break_4] = ACTIONS(236),
    [sym_version] = ACTIONS(238),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(240),
    [sym_colour] = ACTIONS(240),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(238),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(238),
  },
  [28] = {
    [aux_sym__rest_3] = STATE(50),
    [sym__goes_on_3] = STATE(50),
    [sym__word] = STATE(50),
    [sym__quantity] = STATE(50),
    [sym_text] = STATE(50),
    [sym_stray] = STATE(50),
    [ts_builtin_sym_end] = ACTIONS(242),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(244),
    [anon_sym_takes] = ACTIONS(244),
    [anon_sym_each] = ACTIONS(244),
    [anon_sym_PERCENT] = ACTIONS(246),
    [anon_sym_DOT] = ACTIONS(244),
    [anon_sym_LPAREN] = ACTIONS(246),
    [anon_sym_RPAREN] = ACTIONS(246),
    [anon_sym_from] = ACTIONS(244),
    [anon_sym_with] = ACTIONS(244),
    [anon_sym_and] = ACTIONS(244),
    [anon_sym_as] = ACTIONS(244),
    [anon_sym_at] = ACTIONS(244),
    [anon_sym_by] = ACTIONS(244),
    [anon_sym_every] = ACTIONS(244),
    [anon_sym_is] = ACTIONS(244),
    [anon_sym_not] = ACTIONS(244),
    [anon_sym_or] = ACTIONS(244),
    [anon_sym_to] = ACTIONS(244),
    [anon_sym_DASH] = ACTIONS(246),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(242),
    [sym__break_1] = ACTIONS(242),
    [sym__break_2] = ACTIONS(242),
    [sym__break_3] = ACTIONS(242),
    [sym__break_4] = ACTIONS(242),
    [sym_version] = ACTIONS(244),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(246),
    [sym_colour] = ACTIONS(246),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(244),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(244),
  },
  [29] = {
    [aux_sym__rest_3] = STATE(51),
    [sym__goes_on_3] = STATE(51),
    [sym__word] = STATE(51),
    [sym__quantity] = STATE(51),
    [sym_text] = STATE(51),
    [sym_stray] = STATE(51),
    [ts_builtin_sym_end] = ACTIONS(248),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(250),
    [anon_sym_takes] = ACTIONS(250),
    [anon_sym_each] = ACTIONS(250),
    [anon_sym_PERCENT] = ACTIONS(252),
    [anon_sym_DOT] = ACTIONS(250),
    [anon_sym_LPAREN] = ACTIONS(252),
    [anon_sym_RPAREN] = ACTIONS(252),
    [anon_sym_from] = ACTIONS(250),
    [anon_sym_with] = ACTIONS(250),
    [anon_sym_and] = ACTIONS(250),
    [anon_sym_as] = ACTIONS(250),
    [anon_sym_at] = ACTIONS(250),
    [anon_sym_by] = ACTIONS(250),
    [anon_sym_every] = ACTIONS(250),
    [anon_sym_is] = ACTIONS(250),
    [anon_sym_not] = ACTIONS(250),
    [anon_sym_or] = ACTIONS(250),
    [anon_sym_to] = ACTIONS(250),
    [anon_sym_DASH] = ACTIONS(252),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(248),
    [sym__break_1] = ACTIONS(248),
    [sym__break_2] = ACTIONS(248),
    [sym__break_3] = ACTIONS(248),
    [sym__break_4] = ACTIONS(248),
    [sym_version] = ACTIONS(250),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(252),
    [sym_colour] = ACTIONS(252),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(250),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(250),
  },
  [30] = {
    [aux_sym__rest_3] = STATE(52),
    [sym__goes_on_3] = STATE(52),
    [sym__word] = STATE(52),
    [sym__quantity] = STATE(52),
    [sym_text] = STATE(52),
    [sym_stray] = STATE(52),
    [ts_builtin_sym_end] = ACTIONS(242),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(254),
    [anon_sym_takes] = ACTIONS(254),
    [anon_sym_each] = ACTIONS(254),
    [anon_sym_PERCENT] = ACTIONS(256),
    [anon_sym_DOT] = ACTIONS(254),
    [anon_sym_LPAREN] = ACTIONS(256),
    [anon_sym_RPAREN] = ACTIONS(256),
    [anon_sym_from] = ACTIONS(254),
    [anon_sym_with] = ACTIONS(254),
    [anon_sym_and] = ACTIONS(254),
    [anon_sym_as] = ACTIONS(254),
    [anon_sym_at] = ACTIONS(254),
    [anon_sym_by] = ACTIONS(254),
    [anon_sym_every] = ACTIONS(254),
    [anon_sym_is] = ACTIONS(254),
    [anon_sym_not] = ACTIONS(254),
    [anon_sym_or] = ACTIONS(254),
    [anon_sym_to] = ACTIONS(254),
    [anon_sym_DASH] = ACTIONS(256),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(242),
    [sym__break_1] = ACTIONS(242),
    [sym__break_2] = ACTIONS(242),
    [sym__break_3] = ACTIONS(242),
    [sym__break_4] = ACTIONS(242),
    [sym_version] = ACTIONS(254),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(256),
    [sym_colour] = ACTIONS(256),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(254),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(254),
  },
  [31] = {
    [aux_sym__rest_3] = STATE(53),
    [sym__goes_on_3] = STATE(53),
    [sym__word] = STATE(53),
    [sym__quantity] = STATE(53),
    [sym_text] = STATE(53),
    [sym_stray] = STATE(53),
    [ts_builtin_sym_end] = ACTIONS(258),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(260),
    [anon_sym_takes] = ACTIONS(260),
    [anon_sym_each] = ACTIONS(260),
    [anon_sym_PERCENT] = ACTIONS(262),
    [anon_sym_DOT] = ACTIONS(260),
    [anon_sym_LPAREN] = ACTIONS(262),
    [anon_sym_RPAREN] = ACTIONS(262),
    [anon_sym_from] = ACTIONS(260),
    [anon_sym_with] = ACTIONS(260),
    [anon_sym_and] = ACTIONS(260),
    [anon_sym_as] = ACTIONS(260),
    [anon_sym_at] = ACTIONS(260),
    [anon_sym_by] = ACTIONS(260),
    [anon_sym_every] = ACTIONS(260),
    [anon_sym_is] = ACTIONS(260),
    [anon_sym_not] = ACTIONS(260),
    [anon_sym_or] = ACTIONS(260),
    [anon_sym_to] = ACTIONS(260),
    [anon_sym_DASH] = ACTIONS(262),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(258),
    [sym__break_1] = ACTIONS(258),
    [sym__break_2] = ACTIONS(258),
    [sym__break_3] = ACTIONS(258),
    [sym__break_4] = ACTIONS(258),
    [sym_version] = ACTIONS(260),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(262),
    [sym_colour] = ACTIONS(262),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(260),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(260),
  },
  [32] = {
    [aux_sym__rest_4] = STATE(56),
    [sym__goes_on_4] = STATE(56),
    [sym__word] = STATE(56),
    [sym__quantity] = STATE(56),
    [sym_text] = STATE(56),
    [sym_stray] = STATE(56),
    [ts_builtin_sym_end] = ACTIONS(264),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(266),
    [anon_sym_takes] = ACTIONS(266),
    [anon_sym_each] = ACTIONS(266),
    [anon_sym_PERCENT] = ACTIONS(268),
    [anon_sym_DOT] = ACTIONS(266),
    [anon_sym_LPAREN] = ACTIONS(268),
    [anon_sym_RPAREN] = ACTIONS(268),
    [anon_sym_from] = ACTIONS(266),
    [anon_sym_with] = ACTIONS(266),
    [anon_sym_and] = ACTIONS(266),
    [anon_sym_as] = ACTIONS(266),
    [anon_sym_at] = ACTIONS(266),
    [anon_sym_by] = ACTIONS(266),
    [anon_sym_every] = ACTIONS(266),
    [anon_sym_is] = ACTIONS(266),
    [anon_sym_not] = ACTIONS(266),
    [anon_sym_or] = ACTIONS(266),
    [anon_sym_to] = ACTIONS(266),
    [anon_sym_DASH] = ACTIONS(268),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(264),
    [sym__break_1] = ACTIONS(264),
    [sym__break_2] = ACTIONS(264),
    [sym__break_3] = ACTIONS(264),
    [sym__break_4] = ACTIONS(264),
    [sym_version] = ACTIONS(266),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(268),
    [sym_colour] = ACTIONS(268),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(266),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(266),
  },
  [33] = {
    [aux_sym__rest_4] = STATE(6),
    [sym__goes_on_4] = STATE(6),
    [sym__word] = STATE(6),
    [sym__quantity] = STATE(6),
    [sym_text] = STATE(6),
    [sym_stray] = STATE(6),
    [ts_builtin_sym_end] = ACTIONS(270),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(272),
    [anon_sym_takes] = ACTIONS(272),
    [anon_sym_each] = ACTIONS(272),
    [anon_sym_PERCENT] = ACTIONS(274),
    [anon_sym_DOT] = ACTIONS(272),
    [anon_sym_LPAREN] = ACTIONS(274),
    [anon_sym_RPAREN] = ACTIONS(274),
    [anon_sym_from] = ACTIONS(272),
    [anon_sym_with] = ACTIONS(272),
    [anon_sym_and] = ACTIONS(272),
    [anon_sym_as] = ACTIONS(272),
    [anon_sym_at] = ACTIONS(272),
    [anon_sym_by] = ACTIONS(272),
    [anon_sym_every] = ACTIONS(272),
    [anon_sym_is] = ACTIONS(272),
    [anon_sym_not] = ACTIONS(272),
    [anon_sym_or] = ACTIONS(272),
    [anon_sym_to] = ACTIONS(272),
    [anon_sym_DASH] = ACTIONS(274),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(270),
    [sym__break_1] = ACTIONS(270),
    [sym__break_2] = ACTIONS(270),
    [sym__break_3] = ACTIONS(270),
    [sym__break_4] = ACTIONS(270),
    [sym_version] = ACTIONS(272),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(274),
    [sym_colour] = ACTIONS(274),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(272),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(272),
  },
  [34] = {
    [aux_sym__rest_4] = STATE(57),
    [sym__goes_on_4] = STATE(57),
    [sym__word] = STATE(57),
    [sym__quantity] = STATE(57),
    [sym_text] = STATE(57),
    [sym_stray] = STATE(57),
    [ts_builtin_sym_end] = ACTIONS(264),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(103),
    [anon_sym_takes] = ACTIONS(103),
    [anon_sym_each] = ACTIONS(103),
    [anon_sym_PERCENT] = ACTIONS(105),
    [anon_sym_DOT] = ACTIONS(103),
    [anon_sym_LPAREN] = ACTIONS(105),
    [anon_sym_RPAREN] = ACTIONS(105),
    [anon_sym_from] = ACTIONS(103),
    [anon_sym_with] = ACTIONS(103),
    [anon_sym_and] = ACTIONS(103),
    [anon_sym_as] = ACTIONS(103),
    [anon_sym_at] = ACTIONS(103),
    [anon_sym_by] = ACTIONS(103),
    [anon_sym_every] = ACTIONS(103),
    [anon_sym_is] = ACTIONS(103),
    [anon_sym_not] = ACTIONS(103),
    [anon_sym_or] = ACTIONS(103),
    [anon_sym_to] = ACTIONS(103),
    [anon_sym_DASH] = ACTIONS(105),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(264),
    [sym__break_1] = ACTIONS(264),
    [sym__break_2] = ACTIONS(264),
    [sym__break_3] = ACTIONS(264),
    [sym__break_4] = ACTIONS(264),
    [sym_version] = ACTIONS(103),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(105),
    [sym_colour] = ACTIONS(105),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(103),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(103),
  },
  [35] = {
    [aux_sym__rest_4] = STATE(58),
    [sym__goes_on_4] = STATE(58),
    [sym__word] = STATE(58),
    [sym__quantity] = STATE(58),
    [sym_text] = STATE(58),
    [sym_stray] = STATE(58),
    [ts_builtin_sym_end] = ACTIONS(276),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(278),
    [anon_sym_takes] = ACTIONS(278),
    [anon_sym_each] = ACTIONS(278),
    [anon_sym_PERCENT] = ACTIONS(280),
    [anon_sym_DOT] = ACTIONS(278),
    [anon_sym_LPAREN] = ACTIONS(280),
    [anon_sym_RPAREN] = ACTIONS(280),
    [anon_sym_from] = ACTIONS(278),
    [anon_sym_with] = ACTIONS(278),
    [anon_sym_and] = ACTIONS(278),
    [anon_sym_as] = ACTIONS(278),
    [anon_sym_at] = ACTIONS(278),
    [anon_sym_by] = ACTIONS(278),
    [anon_sym_every] = ACTIONS(278),
    [anon_sym_is] = ACTIONS(278),
    [anon_sym_not] = ACTIONS(278),
    [anon_sym_or] = ACTIONS(278),
    [anon_sym_to] = ACTIONS(278),
    [anon_sym_DASH] = ACTIONS(280),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(276),
    [sym__break_1] = ACTIONS(276),
    [sym__break_2] = ACTIONS(276),
    [sym__break_3] = ACTIONS(276),
    [sym__break_4] = ACTIONS(276),
    [sym_version] = ACTIONS(278),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(280),
    [sym_colour] = ACTIONS(280),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(278),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(278),
  },
  [36] = {
    [aux_sym__rest_0] = STATE(19),
    [sym__goes_on_0] = STATE(19),
    [sym__word] = STATE(19),
    [sym__quantity] = STATE(19),
    [sym_text] = STATE(19),
    [sym_stray] = STATE(19),
    [ts_builtin_sym_end] = ACTIONS(282),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(125),
    [anon_sym_takes] = ACTIONS(125),
    [anon_sym_each] = ACTIONS(125),
    [anon_sym_PERCENT] = ACTIONS(127),
    [anon_sym_DOT] = ACTIONS(125),
    [anon_sym_LPAREN] = ACTIONS(127),
    [anon_sym_RPAREN] = ACTIONS(127),
    [anon_sym_from] = ACTIONS(125),
    [anon_sym_with] = ACTIONS(125),
    [anon_sym_and] = ACTIONS(125),
    [anon_sym_as] = ACTIONS(125),
    [anon_sym_at] = ACTIONS(125),
    [anon_sym_by] = ACTIONS(125),
    [anon_sym_every] = ACTIONS(125),
    [anon_sym_is] = ACTIONS(125),
    [anon_sym_not] = ACTIONS(125),
    [anon_sym_or] = ACTIONS(125),
    [anon_sym_to] = ACTIONS(125),
    [anon_sym_DASH] = ACTIONS(127),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(282),
    [sym__break_1] = ACTIONS(282),
    [sym__break_2] = ACTIONS(282),
    [sym__break_3] = ACTIONS(282),
    [sym__break_4] = ACTIONS(282),
    [sym_version] = ACTIONS(125),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(127),
    [sym_colour] = ACTIONS(127),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(125),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(125),
  },
  [37] = {
    [aux_sym__rest_0] = STATE(19),
    [sym__goes_on_0] = STATE(19),
    [sym__word] = STATE(19),
    [sym__quantity] = STATE(19),
    [sym_text] = STATE(19),
    [sym_stray] = STATE(19),
    [ts_builtin_sym_end] = ACTIONS(284),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(125),
    [anon_sym_takes] = ACTIONS(125),
    [anon_sym_each] = ACTIONS(125),
    [anon_sym_PERCENT] = ACTIONS(127),
    [anon_sym_DOT] = ACTIONS(125),
    [anon_sym_LPAREN] = ACTIONS(127),
    [anon_sym_RPAREN] = ACTIONS(127),
    [anon_sym_from] = ACTIONS(125),
    [anon_sym_with] = ACTIONS(125),
    [anon_sym_and] = ACTIONS(125),
    [anon_sym_as] = ACTIONS(125),
    [anon_sym_at] = ACTIONS(125),
    [anon_sym_by] = ACTIONS(125),
    [anon_sym_every] = ACTIONS(125),
    [anon_sym_is] = ACTIONS(125),
    [anon_sym_not] = ACTIONS(125),
    [anon_sym_or] = ACTIONS(125),
    [anon_sym_to] = ACTIONS(125),
    [anon_sym_DASH] = ACTIONS(127),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(284),
    [sym__break_1] = ACTIONS(284),
    [sym__break_2] = ACTIONS(284),
    [sym__break_3] = ACTIONS(284),
    [sym__break_4] = ACTIONS(284),
    [sym_version] = ACTIONS(125),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(127),
    [sym_colour] = ACTIONS(127),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(125),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(125),
  },
  [38] = {
    [aux_sym__rest_4] = STATE(57),
    [sym__goes_on_4] = STATE(57),
    [sym__word] = STATE(57),
    [sym__quantity] = STATE(57),
    [sym_text] = STATE(57),
    [sym_stray] = STATE(57),
    [ts_builtin_sym_end] = ACTIONS(286),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(103),
    [anon_sym_takes] = ACTIONS(103),
    [anon_sym_each] = ACTIONS(103),
    [anon_sym_PERCENT] = ACTIONS(105),
    [anon_sym_DOT] = ACTIONS(103),
    [anon_sym_LPAREN] = ACTIONS(105),
    [anon_sym_RPAREN] = ACTIONS(105),
    [anon_sym_from] = ACTIONS(103),
    [anon_sym_with] = ACTIONS(103),
    [anon_sym_and] = ACTIONS(103),
    [anon_sym_as] = ACTIONS(103),
    [anon_sym_at] = ACTIONS(103),
    [anon_sym_by] = ACTIONS(103),
    [anon_sym_every] = ACTIONS(103),
    [anon_sym_is] = ACTIONS(103),
    [anon_sym_not] = ACTIONS(103),
    [anon_sym_or] = ACTIONS(103),
    [anon_sym_to] = ACTIONS(103),
    [anon_sym_DASH] = ACTIONS(105),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(286),
    [sym__break_1] = ACTIONS(286),
    [sym__break_2] = ACTIONS(286),
    [sym__break_3] = ACTIONS(286),
    [sym__break_4] = ACTIONS(286),
    [sym_version] = ACTIONS(103),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(105),
    [sym_colour] = ACTIONS(105),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(103),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(103),
  },
  [39] = {
    [aux_sym__rest_1] = STATE(40),
    [sym__goes_on_1] = STATE(40),
    [sym__word] = STATE(40),
    [sym__quantity] = STATE(40),
    [sym_text] = STATE(40),
    [sym_stray] = STATE(40),
    [ts_builtin_sym_end] = ACTIONS(288),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(210),
    [anon_sym_takes] = ACTIONS(210),
    [anon_sym_each] = ACTIONS(210),
    [anon_sym_PERCENT] = ACTIONS(212),
    [anon_sym_DOT] = ACTIONS(210),
    [anon_sym_LPAREN] = ACTIONS(212),
    [anon_sym_RPAREN] = ACTIONS(212),
    [anon_sym_from] = ACTIONS(210),
    [anon_sym_with] = ACTIONS(210),
    [anon_sym_and] = ACTIONS(210),
    [anon_sym_as] = ACTIONS(210),
    [anon_sym_at] = ACTIONS(210),
    [anon_sym_by] = ACTIONS(210),
    [anon_sym_every] = ACTIONS(210),
    [anon_sym_is] = ACTIONS(210),
    [anon_sym_not] = ACTIONS(210),
    [anon_sym_or] = ACTIONS(210),
    [anon_sym_to] = ACTIONS(210),
    [anon_sym_DASH] = ACTIONS(212),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(288),
    [sym__break_1] = ACTIONS(288),
    [sym__break_2] = ACTIONS(288),
    [sym__break_3] = ACTIONS(288),
    [sym__break_4] = ACTIONS(288),
    [sym_version] = ACTIONS(210),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(212),
    [sym_colour] = ACTIONS(212),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(210),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(210),
  },
  [40] = {
    [aux_sym__rest_1] = STATE(40),
    [sym__goes_on_1] = STATE(40),
    [sym__word] = STATE(40),
    [sym__quantity] = STATE(40),
    [sym_text] = STATE(40),
    [sym_stray] = STATE(40),
    [ts_builtin_sym_end] = ACTIONS(290),
    [sym__name] = ACTIONS(292),
    [anon_sym_let] = ACTIONS(295),
    [anon_sym_takes] = ACTIONS(295),
    [anon_sym_each] = ACTIONS(295),
    [anon_sym_PERCENT] = ACTIONS(298),
    [anon_sym_DOT] = ACTIONS(295),
    [anon_sym_LPAREN] = ACTIONS(298),
    [anon_sym_RPAREN] = ACTIONS(298),
    [anon_sym_from] = ACTIONS(295),
    [anon_sym_with] = ACTIONS(295),
    [anon_sym_and] = ACTIONS(295),
    [anon_sym_as] = ACTIONS(295),
    [anon_sym_at] = ACTIONS(295),
    [anon_sym_by] = ACTIONS(295),
    [anon_sym_every] = ACTIONS(295),
    [anon_sym_is] = ACTIONS(295),
    [anon_sym_not] = ACTIONS(295),
    [anon_sym_or] = ACTIONS(295),
    [anon_sym_to] = ACTIONS(295),
    [anon_sym_DASH] = ACTIONS(298),
    [anon_sym_COMMA] = ACTIONS(301),
    [sym__break_0] = ACTIONS(290),
    [sym__break_1] = ACTIONS(290),
    [sym__break_2] = ACTIONS(290),
    [sym__break_3] = ACTIONS(290),
    [sym__break_4] = ACTIONS(290),
    [sym_version] = ACTIONS(295),
    [sym_number] = ACTIONS(304),
    [sym_path] = ACTIONS(298),
    [sym_colour] = ACTIONS(298),
    [aux_sym_text_token1] = ACTIONS(307),
    [aux_sym_text_token2] = ACTIONS(310),
    [sym_operator] = ACTIONS(295),
    [aux_sym_stray_token1] = ACTIONS(313),
    [aux_sym_stray_token2] = ACTIONS(313),
    [aux_sym_stray_token3] = ACTIONS(313),
    [aux_sym_stray_token4] = ACTIONS(313),
    [aux_sym_stray_token5] = ACTIONS(316),
    [sym_note] = ACTIONS(295),
  },
  [41] = {
    [aux_sym__rest_1] = STATE(40),
    [sym__goes_on_1] = STATE(40),
    [sym__word] = STATE(40),
    [sym__quantity] = STATE(40),
    [sym_text] = STATE(40),
    [sym_stray] = STATE(40),
    [ts_builtin_sym_end] = ACTIONS(319),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(210),
    [anon_sym_takes] = ACTIONS(210),
    [anon_sym_each] = ACTIONS(210),
    [anon_sym_PERCENT] = ACTIONS(212),
    [anon_sym_DOT] = ACTIONS(210),
    [anon_sym_LPAREN] = ACTIONS(212),
    [anon_sym_RPAREN] = ACTIONS(212),
    [anon_sym_from] = ACTIONS(210),
    [anon_sym_with] = ACTIONS(210),
    [anon_sym_and] = ACTIONS(210),
    [anon_sym_as] = ACTIONS(210),
    [anon_sym_at] = ACTIONS(210),
    [anon_sym_by] = ACTIONS(210),
    [anon_sym_every] = ACTIONS(210),
    [anon_sym_is] = ACTIONS(210),
    [anon_sym_not] = ACTIONS(210),
    [anon_sym_or] = ACTIONS(210),
    [anon_sym_to] = ACTIONS(210),
    [anon_sym_DASH] = ACTIONS(212),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(319),
    [sym__break_1] = ACTIONS(319),
    [sym__break_2] = ACTIONS(319),
    [sym__break_3] = ACTIONS(319),
    [sym__break_4] = ACTIONS(319),
    [sym_version] = ACTIONS(210),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(212),
    [sym_colour] = ACTIONS(212),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(210),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(210),
  },
  [42] = {
    [aux_sym__rest_1] = STATE(61),
    [sym__goes_on_1] = STATE(61),
    [sym__word] = STATE(61),
    [sym__quantity] = STATE(61),
    [sym_text] = STATE(61),
    [sym_stray] = STATE(61),
    [ts_builtin_sym_end] = ACTIONS(319),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(321),
    [anon_sym_takes] = ACTIONS(321),
    [anon_sym_each] = ACTIONS(321),
    [anon_sym_PERCENT] = ACTIONS(323),
    [anon_sym_DOT] = ACTIONS(321),
    [anon_sym_LPAREN] = ACTIONS(323),
    [anon_sym_RPAREN] = ACTIONS(323),
    [anon_sym_from] = ACTIONS(321),
    [anon_sym_with] = ACTIONS(321),
    [anon_sym_and] = ACTIONS(321),
    [anon_sym_as] = ACTIONS(321),
    [anon_sym_at] = ACTIONS(321),
    [anon_sym_by] = ACTIONS(321),
    [anon_sym_every] = ACTIONS(321),
    [anon_sym_is] = ACTIONS(321),
    [anon_sym_not] = ACTIONS(321),
    [anon_sym_or] = ACTIONS(321),
    [anon_sym_to] = ACTIONS(321),
    [anon_sym_DASH] = ACTIONS(323),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(319),
    [sym__break_1] = ACTIONS(319),
    [sym__break_2] = ACTIONS(319),
    [sym__break_3] = ACTIONS(319),
    [sym__break_4] = ACTIONS(319),
    [sym_version] = ACTIONS(321),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(323),
    [sym_colour] = ACTIONS(323),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(321),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(321),
  },
  [43] = {
    [aux_sym__rest_1] = STATE(62),
    [sym__goes_on_1] = STATE(62),
    [sym__word] = STATE(62),
    [sym__quantity] = STATE(62),
    [sym_text] = STATE(62),
    [sym_stray] = STATE(62),
    [ts_builtin_sym_end] = ACTIONS(325),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(327),
    [anon_sym_takes] = ACTIONS(327),
    [anon_sym_each] = ACTIONS(327),
    [anon_sym_PERCENT] = ACTIONS(329),
    [anon_sym_DOT] = ACTIONS(327),
    [anon_sym_LPAREN] = ACTIONS(329),
    [anon_sym_RPAREN] = ACTIONS(329),
    [anon_sym_from] = ACTIONS(327),
    [anon_sym_with] = ACTIONS(327),
    [anon_sym_and] = ACTIONS(327),
    [anon_sym_as] = ACTIONS(327),
    [anon_sym_at] = ACTIONS(327),
    [anon_sym_by] = ACTIONS(327),
    [anon_sym_every] = ACTIONS(327),
    [anon_sym_is] = ACTIONS(327),
    [anon_sym_not] = ACTIONS(327),
    [anon_sym_or] = ACTIONS(327),
    [anon_sym_to] = ACTIONS(327),
    [anon_sym_DASH] = ACTIONS(329),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(325),
    [sym__break_1] = ACTIONS(325),
    [sym__break_2] = ACTIONS(325),
    [sym__break_3] = ACTIONS(325),
    [sym__break_4] = ACTIONS(325),
    [sym_version] = ACTIONS(327),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(329),
    [sym_colour] = ACTIONS(329),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(327),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(327),
  },
  [44] = {
    [aux_sym__rest_2] = STATE(46),
    [sym__goes_on_2] = STATE(46),
    [sym__word] = STATE(46),
    [sym__quantity] = STATE(46),
    [sym_text] = STATE(46),
    [sym_stray] = STATE(46),
    [ts_builtin_sym_end] = ACTIONS(331),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(232),
    [anon_sym_takes] = ACTIONS(232),
    [anon_sym_each] = ACTIONS(232),
    [anon_sym_PERCENT] = ACTIONS(234),
    [anon_sym_DOT] = ACTIONS(232),
    [anon_sym_LPAREN] = ACTIONS(234),
    [anon_sym_RPAREN] = ACTIONS(234),
    [anon_sym_from] = ACTIONS(232),
    [anon_sym_with] = ACTIONS(232),
    [anon_sym_and] = ACTIONS(232),
    [anon_sym_as] = ACTIONS(232),
    [anon_sym_at] = ACTIONS(232),
    [anon_sym_by] = ACTIONS(232),
    [anon_sym_every] = ACTIONS(232),
    [anon_sym_is] = ACTIONS(232),
    [anon_sym_not] = ACTIONS(232),
    [anon_sym_or] = ACTIONS(232),
    [anon_sym_to] = ACTIONS(232),
    [anon_sym_DASH] = ACTIONS(234),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(331),
    [sym__break_1] = ACTIONS(331),
    [sym__break_2] = ACTIONS(331),
    [sym__break_3] = ACTIONS(331),
    [sym__break_4] = ACTIONS(331),
    [sym_version] = ACTIONS(232),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(234),
    [sym_colour] = ACTIONS(234),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(232),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(232),
  },
  [45] = {
    [aux_sym__rest_2] = STATE(46),
    [sym__goes_on_2] = STATE(46),
    [sym__word] = STATE(46),
    [sym__quantity] = STATE(46),
    [sym_text] = STATE(46),
    [sym_stray] = STATE(46),
    [ts_builtin_sym_end] = ACTIONS(333),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(232),
    [anon_sym_takes] = ACTIONS(232),
    [anon_sym_each] = ACTIONS(232),
    [anon_sym_PERCENT] = ACTIONS(234),
    [anon_sym_DOT] = ACTIONS(232),
    [anon_sym_LPAREN] = ACTIONS(234),
    [anon_sym_RPAREN] = ACTIONS(234),
    [anon_sym_from] = ACTIONS(232),
    [anon_sym_with] = ACTIONS(232),
    [anon_sym_and] = ACTIONS(232),
    [anon_sym_as] = ACTIONS(232),
    [anon_sym_at] = ACTIONS(232),
    [anon_sym_by] = ACTIONS(232),
    [anon_sym_every] = ACTIONS(232),
    [anon_sym_is] = ACTIONS(232),
    [anon_sym_not] = ACTIONS(232),
    [anon_sym_or] = ACTIONS(232),
    [anon_sym_to] = ACTIONS(232),
    [anon_sym_DASH] = ACTIONS(234),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(333),
    [sym__break_1] = ACTIONS(333),
    [sym__break_2] = ACTIONS(333),
    [sym__break_3] = ACTIONS(333),
    [sym__break_4] = ACTIONS(333),
    [sym_version] = ACTIONS(232),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(234),
    [sym_colour] = ACTIONS(234),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(232),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(232),
  },
  [46] = {
    [aux_sym__rest_2] = STATE(46),
    [sym__goes_on_2] = STATE(46),
    [sym__word] = STATE(46),
    [sym__quantity] = STATE(46),
    [sym_text] = STATE(46),
    [sym_stray] = STATE(46),
    [ts_builtin_sym_end] = ACTIONS(335),
    [sym__name] = ACTIONS(337),
    [anon_sym_let] = ACTIONS(340),
    [anon_sym_takes] = ACTIONS(340),
    [anon_sym_each] = ACTIONS(340),
    [anon_sym_PERCENT] = ACTIONS(343),
    [anon_sym_DOT] = ACTIONS(340),
    [anon_sym_LPAREN] = ACTIONS(343),
    [anon_sym_RPAREN] = ACTIONS(343),
    [anon_sym_from] = ACTIONS(340),
    [anon_sym_with] = ACTIONS(340),
    [anon_sym_and] = ACTIONS(340),
    [anon_sym_as] = ACTIONS(340),
    [anon_sym_at] = ACTIONS(340),
    [anon_sym_by] = ACTIONS(340),
    [anon_sym_every] = ACTIONS(340),
    [anon_sym_is] = ACTIONS(340),
    [anon_sym_not] = ACTIONS(340),
    [anon_sym_or] = ACTIONS(340),
    [anon_sym_to] = ACTIONS(340),
    [anon_sym_DASH] = ACTIONS(343),
    [anon_sym_COMMA] = ACTIONS(346),
    [sym__break_0] = ACTIONS(335),
    [sym__break_1] = ACTIONS(335),
    [sym__break_2] = ACTIONS(335),
    [sym__break_3] = ACTIONS(335),
    [sym__break_4] = ACTIONS(335),
    [sym_version] = ACTIONS(340),
    [sym_number] = ACTIONS(349),
    [sym_path] = ACTIONS(343),
    [sym_colour] = ACTIONS(343),
    [aux_sym_text_token1] = ACTIONS(352),
    [aux_sym_text_token2] = ACTIONS(355),
    [sym_operator] = ACTIONS(340),
    [aux_sym_stray_token1] = ACTIONS(358),
    [aux_sym_stray_token2] = ACTIONS(358),
    [aux_sym_stray_token3] = ACTIONS(358),
    [aux_sym_stray_token4] = ACTIONS(358),
    [aux_sym_stray_token5] = ACTIONS(361),
    [sym_note] = ACTIONS(340),
  },
  [47] = {
    [aux_sym__rest_2] = STATE(46),
    [sym__goes_on_2] = STATE(46),
    [sym__word] = STATE(46),
    [sym__quantity] = STATE(46),
    [sym_text] = STATE(46),
    [sym_stray] = STATE(46),
    [ts_builtin_sym_end] = ACTIONS(364),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(232),
    [anon_sym_takes] = ACTIONS(232),
    [anon_sym_each] = ACTIONS(232),
    [anon_sym_PERCENT] = ACTIONS(234),
    [anon_sym_DOT] = ACTIONS(232),
    [anon_sym_LPAREN] = ACTIONS(234),
    [anon_sym_RPAREN] = ACTIONS(234),
    [anon_sym_from] = ACTIONS(232),
    [anon_sym_with] = ACTIONS(232),
    [anon_sym_and] = ACTIONS(232),
    [anon_sym_as] = ACTIONS(232),
    [anon_sym_at] = ACTIONS(232),
    [anon_sym_by] = ACTIONS(232),
    [anon_sym_every] = ACTIONS(232),
    [anon_sym_is] = ACTIONS(232),
    [anon_sym_not] = ACTIONS(232),
    [anon_sym_or] = ACTIONS(232),
    [anon_sym_to] = ACTIONS(232),
    [anon_sym_DASH] = ACTIONS(234),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(364),
    [sym__break_1] = ACTIONS(364),
    [sym__break_2] = ACTIONS(364),
    [sym__break_3] = ACTIONS(364),
    [sym__break_4] = ACTIONS(364),
    [sym_version] = ACTIONS(232),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(234),
    [sym_colour] = ACTIONS(234),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(232),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(232),
  },
  [48] = {
    [aux_sym__rest_2] = STATE(63),
    [sym__goes_on_2] = STATE(63),
    [sym__word] = STATE(63),
    [sym__quantity] = STATE(63),
    [sym_text] = STATE(63),
    [sym_stray] = STATE(63),
    [ts_builtin_sym_end] = ACTIONS(364),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(366),
    [anon_sym_takes] = ACTIONS(366),
    [anon_sym_each] = ACTIONS(366),
    [anon_sym_PERCENT] = ACTIONS(368),
    [anon_sym_DOT] = ACTIONS(366),
    [anon_sym_LPAREN] = ACTIONS(368),
    [anon_sym_RPAREN] = ACTIONS(368),
    [anon_sym_from] = ACTIONS(366),
    [anon_sym_with] = ACTIONS(366),
    [anon_sym_and] = ACTIONS(366),
    [anon_sym_as] = ACTIONS(366),
    [anon_sym_at] = ACTIONS(366),
    [anon_sym_by] = ACTIONS(366),
    [anon_sym_every] = ACTIONS(366),
    [anon_sym_is] = ACTIONS(366),
    [anon_sym_not] = ACTIONS(366),
    [anon_sym_or] = ACTIONS(366),
    [anon_sym_to] = ACTIONS(366),
    [anon_sym_DASH] = ACTIONS(368),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(364),
    [sym__break_1] = ACTIONS(364),
    [sym__break_2] = ACTIONS(364),
    [sym__break_3] = ACTIONS(364),
    [sym__break_4] = ACTIONS(364),
    [sym_version] = ACTIONS(366),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(368),
    [sym_colour] = ACTIONS(368),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(366),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(366),
  },
  [49] = {
    [aux_sym__rest_2] = STATE(64),
    [sym__goes_on_2] = STATE(64),
    [sym__word] = STATE(64),
    [sym__quantity] = STATE(64),
    [sym_text] = STATE(64),
    [sym_stray] = STATE(64),
    [ts_builtin_sym_end] = ACTIONS(331),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(370),
    [anon_sym_takes] = ACTIONS(370),
    [anon_sym_each] = ACTIONS(370),
    [anon_sym_PERCENT] = ACTIONS(372),
    [anon_sym_DOT] = ACTIONS(370),
    [anon_sym_LPAREN] = ACTIONS(372),
    [anon_sym_RPAREN] = ACTIONS(372),
    [anon_sym_from] = ACTIONS(370),
    [anon_sym_with] = ACTIONS(370),
    [anon_sym_and] = ACTIONS(370),
    [anon_sym_as] = ACTIONS(370),
    [anon_sym_at] = ACTIONS(370),
    [anon_sym_by] = ACTIONS(370),
    [anon_sym_every] = ACTIONS(370),
    [anon_sym_is] = ACTIONS(370),
    [anon_sym_not] = ACTIONS(370),
    [anon_sym_or] = ACTIONS(370),
    [anon_sym_to] = ACTIONS(370),
    [anon_sym_DASH] = ACTIONS(372),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(331),
    [sym__break_1] = ACTIONS(331),
    [sym__break_2] = ACTIONS(331),
    [sym__break_3] = ACTIONS(331),
    [sym__break_4] = ACTIONS(331),
    [sym_version] = ACTIONS(370),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(372),
    [sym_colour] = ACTIONS(372),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(370),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(370),
  },
  [50] = {
    [aux_sym__rest_3] = STATE(52),
    [sym__goes_on_3] = STATE(52),
    [sym__word] = STATE(52),
    [sym__quantity] = STATE(52),
    [sym_text] = STATE(52),
    [sym_stray] = STATE(52),
    [ts_builtin_sym_end] = ACTIONS(374),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(254),
    [anon_sym_takes] = ACTIONS(254),
    [anon_sym_each] = ACTIONS(254),
    [anon_sym_PERCENT] = ACTIONS(256),
    [anon_sym_DOT] = ACTIONS(254),
    [anon_sym_LPAREN] = ACTIONS(256),
    [anon_sym_RPAREN] = ACTIONS(256),
    [anon_sym_from] = ACTIONS(254),
    [anon_sym_with] = ACTIONS(254),
    [anon_sym_and] = ACTIONS(254),
    [anon_sym_as] = ACTIONS(254),
    [anon_sym_at] = ACTIONS(254),
    [anon_sym_by] = ACTIONS(254),
    [anon_sym_every] = ACTIONS(254),
    [anon_sym_is] = ACTIONS(254),
    [anon_sym_not] = ACTIONS(254),
    [anon_sym_or] = ACTIONS(254),
    [anon_sym_to] = ACTIONS(254),
    [anon_sym_DASH] = ACTIONS(256),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(374),
    [sym__break_1] = ACTIONS(374),
    [sym__break_2] = ACTIONS(374),
    [sym__break_3] = ACTIONS(374),
    [sym__break_4] = ACTIONS(374),
    [sym_version] = ACTIONS(254),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(256),
    [sym_colour] = ACTIONS(256),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(254),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(254),
  },
  [51] = {
    [aux_sym__rest_3] = STATE(52),
    [sym__goes_on_3] = STATE(52),
    [sym__word] = STATE(52),
    [sym__quantity] = STATE(52),
    [sym_text] = STATE(52),
    [sym_stray] = STATE(52),
    [ts_builtin_sym_end] = ACTIONS(376),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(254),
    [anon_sym_takes] = ACTIONS(254),
    [anon_sym_each] = ACTIONS(254),
    [anon_sym_PERCENT] = ACTIONS(256),
    [anon_sym_DOT] = ACTIONS(254),
    [anon_sym_LPAREN] = ACTIONS(256),
    [anon_sym_RPAREN] = ACTIONS(256),
    [anon_sym_from] = ACTIONS(254),
    [anon_sym_with] = ACTIONS(254),
    [anon_sym_and] = ACTIONS(254),
    [anon_sym_as] = ACTIONS(254),
    [anon_sym_at] = ACTIONS(254),
    [anon_sym_by] = ACTIONS(254),
    [anon_sym_every] = ACTIONS(254),
    [anon_sym_is] = ACTIONS(254),
    [anon_sym_not] = ACTIONS(254),
    [anon_sym_or] = ACTIONS(254),
    [anon_sym_to] = ACTIONS(254),
    [anon_sym_DASH] = ACTIONS(256),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(376),
    [sym__break_1] = ACTIONS(376),
    [sym__break_2] = ACTIONS(376),
    [sym__break_3] = ACTIONS(376),
    [sym__break_4] = ACTIONS(376),
    [sym_version] = ACTIONS(254),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(256),
    [sym_colour] = ACTIONS(256),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(254),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(254),
  },
  [52] = {
    [aux_sym__rest_3] = STATE(52),
    [sym__goes_on_3] = STATE(52),
    [sym__word] = STATE(52),
    [sym__quantity] = STATE(52),
    [sym_text] = STATE(52),
    [sym_stray] = STATE(52),
    [ts_builtin_sym_end] = ACTIONS(378),
    [sym__name] = ACTIONS(380),
    [anon_sym_let] = ACTIONS(383),
    [anon_sym_takes] = ACTIONS(383),
    [anon_sym_each] = ACTIONS(383),
    [anon_sym_PERCENT] = ACTIONS(386),
    [anon_sym_DOT] = ACTIONS(383),
    [anon_sym_LPAREN] = ACTIONS(386),
    [anon_sym_RPAREN] = ACTIONS(386),
    [anon_sym_from] = ACTIONS(383),
    [anon_sym_with] = ACTIONS(383),
    [anon_sym_and] = ACTIONS(383),
    [anon_sym_as] = ACTIONS(383),
    [anon_sym_at] = ACTIONS(383),
    [anon_sym_by] = ACTIONS(383),
    [anon_sym_every] = ACTIONS(383),
    [anon_sym_is] = ACTIONS(383),
    [anon_sym_not] = ACTIONS(383),
    [anon_sym_or] = ACTIONS(383),
    [anon_sym_to] = ACTIONS(383),
    [anon_sym_DASH] = ACTIONS(386),
    [anon_sym_COMMA] = ACTIONS(389),
    [sym__break_0] = ACTIONS(378),
    [sym__break_1] = ACTIONS(378),
    [sym__break_2] = ACTIONS(378),
    [sym__break_3] = ACTIONS(378),
    [sym__break_4] = ACTIONS(378),
    [sym_version] = ACTIONS(383),
    [sym_number] = ACTIONS(392),
    [sym_path] = ACTIONS(386),
    [sym_colour] = ACTIONS(386),
    [aux_sym_text_token1] = ACTIONS(395),
    [aux_sym_text_token2] = ACTIONS(398),
    [sym_operator] = ACTIONS(383),
    [aux_sym_stray_token1] = ACTIONS(401),
    [aux_sym_stray_token2] = ACTIONS(401),
    [aux_sym_stray_token3] = ACTIONS(401),
    [aux_sym_stray_token4] = ACTIONS(401),
    [aux_sym_stray_token5] = ACTIONS(404),
    [sym_note] = ACTIONS(383),
  },
  [53] = {
    [aux_sym__rest_3] = STATE(52),
    [sym__goes_on_3] = STATE(52),
    [sym__word] = STATE(52),
    [sym__quantity] = STATE(52),
    [sym_text] = STATE(52),
    [sym_stray] = STATE(52),
    [ts_builtin_sym_end] = ACTIONS(407),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(254),
    [anon_sym_takes] = ACTIONS(254),
    [anon_sym_each] = ACTIONS(254),
    [anon_sym_PERCENT] = ACTIONS(256),
    [anon_sym_DOT] = ACTIONS(254),
    [anon_sym_LPAREN] = ACTIONS(256),
    [anon_sym_RPAREN] = ACTIONS(256),
    [anon_sym_from] = ACTIONS(254),
    [anon_sym_with] = ACTIONS(254),
    [anon_sym_and] = ACTIONS(254),
    [anon_sym_as] = ACTIONS(254),
    [anon_sym_at] = ACTIONS(254),
    [anon_sym_by] = ACTIONS(254),
    [anon_sym_every] = ACTIONS(254),
    [anon_sym_is] = ACTIONS(254),
    [anon_sym_not] = ACTIONS(254),
    [anon_sym_or] = ACTIONS(254),
    [anon_sym_to] = ACTIONS(254),
    [anon_sym_DASH] = ACTIONS(256),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(407),
    [sym__break_1] = ACTIONS(407),
    [sym__break_2] = ACTIONS(407),
    [sym__break_3] = ACTIONS(407),
    [sym__break_4] = ACTIONS(407),
    [sym_version] = ACTIONS(254),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(256),
    [sym_colour] = ACTIONS(256),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(254),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(254),
  },
  [54] = {
    [aux_sym__rest_3] = STATE(65),
    [sym__goes_on_3] = STATE(65),
    [sym__word] = STATE(65),
    [sym__quantity] = STATE(65),
    [sym_text] = STATE(65),
    [sym_stray] = STATE(65),
    [ts_builtin_sym_end] = ACTIONS(407),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(409),
    [anon_sym_takes] = ACTIONS(409),
    [anon_sym_each] = ACTIONS(409),
    [anon_sym_PERCENT] = ACTIONS(411),
    [anon_sym_DOT] = ACTIONS(409),
    [anon_sym_LPAREN] = ACTIONS(411),
    [anon_sym_RPAREN] = ACTIONS(411),
    [anon_sym_from] = ACTIONS(409),
    [anon_sym_with] = ACTIONS(409),
    [anon_sym_and] = ACTIONS(409),
    [anon_sym_as] = ACTIONS(409),
    [anon_sym_at] = ACTIONS(409),
    [anon_sym_by] = ACTIONS(409),
    [anon_sym_every] = ACTIONS(409),
    [anon_sym_is] = ACTIONS(409),
    [anon_sym_not] = ACTIONS(409),
    [anon_sym_or] = ACTIONS(409),
    [anon_sym_to] = ACTIONS(409),
    [anon_sym_DASH] = ACTIONS(411),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(407),
    [sym__break_1] = ACTIONS(407),
    [sym__break_2] = ACTIONS(407),
    [sym__break_3] = ACTIONS(407),
    [sym__break_4] = ACTIONS(407),
    [sym_version] = ACTIONS(409),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(411),
    [sym_colour] = ACTIONS(411),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(409),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(409),
  },
  [55] = {
    [aux_sym__rest_3] = STATE(66),
    [sym__goes_on_3] = STATE(66),
    [sym__word] = STATE(66),
    [sym__quantity] = STATE(66),
    [sym_text] = STATE(66),
    [sym_stray] = STATE(66),
    [ts_builtin_sym_end] = ACTIONS(374),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(413),
    [anon_sym_takes] = ACTIONS(413),
    [anon_sym_each] = ACTIONS(413),
    [anon_sym_PERCENT] = ACTIONS(415),
    [anon_sym_DOT] = ACTIONS(413),
    [anon_sym_LPAREN] = ACTIONS(415),
    [anon_sym_RPAREN] = ACTIONS(415),
    [anon_sym_from] = ACTIONS(413),
    [anon_sym_with] = ACTIONS(413),
    [anon_sym_and] = ACTIONS(413),
    [anon_sym_as] = ACTIONS(413),
    [anon_sym_at] = ACTIONS(413),
    [anon_sym_by] = ACTIONS(413),
    [anon_sym_every] = ACTIONS(413),
    [anon_sym_is] = ACTIONS(413),
    [anon_sym_not] = ACTIONS(413),
    [anon_sym_or] = ACTIONS(413),
    [anon_sym_to] = ACTIONS(413),
    [anon_sym_DASH] = ACTIONS(415),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(374),
    [sym__break_1] = ACTIONS(374),
    [sym__break_2] = ACTIONS(374),
    [sym__break_3] = ACTIONS(374),
    [sym__break_4] = ACTIONS(374),
    [sym_version] = ACTIONS(413),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(415),
    [sym_colour] = ACTIONS(415),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(413),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(413),
  },
  [56] = {
    [aux_sym__rest_4] = STATE(57),
    [sym__goes_on_4] = STATE(57),
    [sym__word] = STATE(57),
    [sym__quantity] = STATE(57),
    [sym_text] = STATE(57),
    [sym_stray] = STATE(57),
    [ts_builtin_sym_end] = ACTIONS(417),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(103),
    [anon_sym_takes] = ACTIONS(103),
    [anon_sym_each] = ACTIONS(103),
    [anon_sym_PERCENT] = ACTIONS(105),
    [anon_sym_DOT] = ACTIONS(103),
    [anon_sym_LPAREN] = ACTIONS(105),
    [anon_sym_RPAREN] = ACTIONS(105),
    [anon_sym_from] = ACTIONS(103),
    [anon_sym_with] = ACTIONS(103),
    [anon_sym_and] = ACTIONS(103),
    [anon_sym_as] = ACTIONS(103),
    [anon_sym_at] = ACTIONS(103),
    [anon_sym_by] = ACTIONS(103),
    [anon_sym_every] = ACTIONS(103),
    [anon_sym_is] = ACTIONS(103),
    [anon_sym_not] = ACTIONS(103),
    [anon_sym_or] = ACTIONS(103),
    [anon_sym_to] = ACTIONS(103),
    [anon_sym_DASH] = ACTIONS(105),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(417),
    [sym__break_1] = ACTIONS(417),
    [sym__break_2] = ACTIONS(417),
    [sym__break_3] = ACTIONS(417),
    [sym__break_4] = ACTIONS(417),
    [sym_version] = ACTIONS(103),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(105),
    [sym_colour] = ACTIONS(105),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(103),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(103),
  },
  [57] = {
    [aux_sym__rest_4] = STATE(57),
    [sym__goes_on_4] = STATE(57),
    [sym__word] = STATE(57),
    [sym__quantity] = STATE(57),
    [sym_text] = STATE(57),
    [sym_stray] = STATE(57),
    [ts_builtin_sym_end] = ACTIONS(419),
    [sym__name] = ACTIONS(421),
    [anon_sym_let] = ACTIONS(424),
    [anon_sym_takes] = ACTIONS(424),
    [anon_sym_each] = ACTIONS(424),
    [anon_sym_PERCENT] = ACTIONS(427),
    [anon_sym_DOT] = ACTIONS(424),
    [anon_sym_LPAREN] = ACTIONS(427),
    [anon_sym_RPAREN] = ACTIONS(427),
    [anon_sym_from] = ACTIONS(424),
    [anon_sym_with] = ACTIONS(424),
    [anon_sym_and] = ACTIONS(424),
    [anon_sym_as] = ACTIONS(424),
    [anon_sym_at] = ACTIONS(424),
    [anon_sym_by] = ACTIONS(424),
    [anon_sym_every] = ACTIONS(424),
    [anon_sym_is] = ACTIONS(424),
    [anon_sym_not] = ACTIONS(424),
    [anon_sym_or] = ACTIONS(424),
    [anon_sym_to] = ACTIONS(424),
    [anon_sym_DASH] = ACTIONS(427),
    [anon_sym_COMMA] = ACTIONS(430),
    [sym__break_0] = ACTIONS(419),
    [sym__break_1] = ACTIONS(419),
    [sym__break_2] = ACTIONS(419),
    [sym__break_3] = ACTIONS(419),
    [sym__break_4] = ACTIONS(419),
    [sym_version] = ACTIONS(424),
    [sym_number] = ACTIONS(433),
    [sym_path] = ACTIONS(427),
    [sym_colour] = ACTIONS(427),
    [aux_sym_text_token1] = ACTIONS(436),
    [aux_sym_text_token2] = ACTIONS(439),
    [sym_operator] = ACTIONS(424),
    [aux_sym_stray_token1] = ACTIONS(442),
    [aux_sym_stray_token2] = ACTIONS(442),
    [aux_sym_stray_token3] = ACTIONS(442),
    [aux_sym_stray_token4] = ACTIONS(442),
    [aux_sym_stray_token5] = ACTIONS(445),
    [sym_note] = ACTIONS(424),
  },
  [58] = {
    [aux_sym__rest_4] = STATE(57),
    [sym__goes_on_4] = STATE(57),
    [sym__word] = STATE(57),
    [sym__quantity] = STATE(57),
    [sym_text] = STATE(57),
    [sym_stray] = STATE(57),
    [ts_builtin_sym_end] = ACTIONS(448),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(103),
    [anon_sym_takes] = ACTIONS(103),
    [anon_sym_each] = ACTIONS(103),
    [anon_sym_PERCENT] = ACTIONS(105),
    [anon_sym_DOT] = ACTIONS(103),
    [anon_sym_LPAREN] = ACTIONS(105),
    [anon_sym_RPAREN] = ACTIONS(105),
    [anon_sym_from] = ACTIONS(103),
    [anon_sym_with] = ACTIONS(103),
    [anon_sym_and] = ACTIONS(103),
    [anon_sym_as] = ACTIONS(103),
    [anon_sym_at] = ACTIONS(103),
    [anon_sym_by] = ACTIONS(103),
    [anon_sym_every] = ACTIONS(103),
    [anon_sym_is] = ACTIONS(103),
    [anon_sym_not] = ACTIONS(103),
    [anon_sym_or] = ACTIONS(103),
    [anon_sym_to] = ACTIONS(103),
    [anon_sym_DASH] = ACTIONS(105),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(448),
    [sym__break_1] = ACTIONS(448),
    [sym__break_2] = ACTIONS(448),
    [sym__break_3] = ACTIONS(448),
    [sym__break_4] = ACTIONS(448),
    [sym_version] = ACTIONS(103),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(105),
    [sym_colour] = ACTIONS(105),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(103),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(103),
  },
  [59] = {
    [aux_sym__rest_4] = STATE(67),
    [sym__goes_on_4] = STATE(67),
    [sym__word] = STATE(67),
    [sym__quantity] = STATE(67),
    [sym_text] = STATE(67),
    [sym_stray] = STATE(67),
    [ts_builtin_sym_end] = ACTIONS(448),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(450),
    [anon_sym_takes] = ACTIONS(450),
    [anon_sym_each] = ACTIONS(450),
    [anon_sym_PERCENT] = ACTIONS(452),
    [anon_sym_DOT] = ACTIONS(450),
    [anon_sym_LPAREN] = ACTIONS(452),
    [anon_sym_RPAREN] = ACTIONS(452),
    [anon_sym_from] = ACTIONS(450),
    [anon_sym_with] = ACTIONS(450),
    [anon_sym_and] = ACTIONS(450),
    [anon_sym_as] = ACTIONS(450),
    [anon_sym_at] = ACTIONS(450),
    [anon_sym_by] = ACTIONS(450),
    [anon_sym_every] = ACTIONS(450),
    [anon_sym_is] = ACTIONS(450),
    [anon_sym_not] = ACTIONS(450),
    [anon_sym_or] = ACTIONS(450),
    [anon_sym_to] = ACTIONS(450),
    [anon_sym_DASH] = ACTIONS(452),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(448),
    [sym__break_1] = ACTIONS(448),
    [sym__break_2] = ACTIONS(448),
    [sym__break_3] = ACTIONS(448),
    [sym__break_4] = ACTIONS(448),
    [sym_version] = ACTIONS(450),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(452),
    [sym_colour] = ACTIONS(452),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(450),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(450),
  },
  [60] = {
    [aux_sym__rest_4] = STATE(38),
    [sym__goes_on_4] = STATE(38),
    [sym__word] = STATE(38),
    [sym__quantity] = STATE(38),
    [sym_text] = STATE(38),
    [sym_stray] = STATE(38),
    [ts_builtin_sym_end] = ACTIONS(417),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(454),
    [anon_sym_takes] = ACTIONS(454),
    [anon_sym_each] = ACTIONS(454),
    [anon_sym_PERCENT] = ACTIONS(456),
    [anon_sym_DOT] = ACTIONS(454),
    [anon_sym_LPAREN] = ACTIONS(456),
    [anon_sym_RPAREN] = ACTIONS(456),
    [anon_sym_from] = ACTIONS(454),
    [anon_sym_with] = ACTIONS(454),
    [anon_sym_and] = ACTIONS(454),
    [anon_sym_as] = ACTIONS(454),
    [anon_sym_at] = ACTIONS(454),
    [anon_sym_by] = ACTIONS(454),
    [anon_sym_every] = ACTIONS(454),
    [anon_sym_is] = ACTIONS(454),
    [anon_sym_not] = ACTIONS(454),
    [anon_sym_or] = ACTIONS(454),
    [anon_sym_to] = ACTIONS(454),
    [anon_sym_DASH] = ACTIONS(456),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(417),
    [sym__break_1] = ACTIONS(417),
    [sym__break_2] = ACTIONS(417),
    [sym__break_3] = ACTIONS(417),
    [sym__break_4] = ACTIONS(417),
    [sym_version] = ACTIONS(454),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(456),
    [sym_colour] = ACTIONS(456),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(454),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(454),
  },
  [61] = {
    [aux_sym__rest_1] = STATE(40),
    [sym__goes_on_1] = STATE(40),
    [sym__word] = STATE(40),
    [sym__quantity] = STATE(40),
    [sym_text] = STATE(40),
    [sym_stray] = STATE(40),
    [ts_builtin_sym_end] = ACTIONS(458),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(210),
    [anon_sym_takes] = ACTIONS(210),
    [anon_sym_each] = ACTIONS(210),
    [anon_sym_PERCENT] = ACTIONS(212),
    [anon_sym_DOT] = ACTIONS(210),
    [anon_sym_LPAREN] = ACTIONS(212),
    [anon_sym_RPAREN] = ACTIONS(212),
    [anon_sym_from] = ACTIONS(210),
    [anon_sym_with] = ACTIONS(210),
    [anon_sym_and] = ACTIONS(210),
    [anon_sym_as] = ACTIONS(210),
    [anon_sym_at] = ACTIONS(210),
    [anon_sym_by] = ACTIONS(210),
    [anon_sym_every] = ACTIONS(210),
    [anon_sym_is] = ACTIONS(210),
    [anon_sym_not] = ACTIONS(210),
    [anon_sym_or] = ACTIONS(210),
    [anon_sym_to] = ACTIONS(210),
    [anon_sym_DASH] = ACTIONS(212),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(458),
    [sym__break_1] = ACTIONS(458),
    [sym__break_2] = ACTIONS(458),
    [sym__break_3] = ACTIONS(458),
    [sym__break_4] = ACTIONS(458),
    [sym_version] = ACTIONS(210),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(212),
    [sym_colour] = ACTIONS(212),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(210),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(210),
  },
  [62] = {
    [aux_sym__rest_1] = STATE(40),
    [sym__goes_on_1] = STATE(40),
    [sym__word] = STATE(40),
    [sym__quantity] = STATE(40),
    [sym_text] = STATE(40),
    [sym_stray] = STATE(40),
    [ts_builtin_sym_end] = ACTIONS(460),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(210),
    [anon_sym_takes] = ACTIONS(210),
    [anon_sym_each] = ACTIONS(210),
    [anon_sym_PERCENT] = ACTIONS(212),
    [anon_sym_DOT] = ACTIONS(210),
    [anon_sym_LPAREN] = ACTIONS(212),
    [anon_sym_RPAREN] = ACTIONS(212),
    [anon_sym_from] = ACTIONS(210),
    [anon_sym_with] = ACTIONS(210),
    [anon_sym_and] = ACTIONS(210),
    [anon_sym_as] = ACTIONS(210),
    [anon_sym_at] = ACTIONS(210),
    [anon_sym_by] = ACTIONS(210),
    [anon_sym_every] = ACTIONS(210),
    [anon_sym_is] = ACTIONS(210),
    [anon_sym_not] = ACTIONS(210),
    [anon_sym_or] = ACTIONS(210),
    [anon_sym_to] = ACTIONS(210),
    [anon_sym_DASH] = ACTIONS(212),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(460),
    [sym__break_1] = ACTIONS(460),
    [sym__break_2] = ACTIONS(460),
    [sym__break_3] = ACTIONS(460),
    [sym__break_4] = ACTIONS(460),
    [sym_version] = ACTIONS(210),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(212),
    [sym_colour] = ACTIONS(212),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(210),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(210),
  },
  [63] = {
    [aux_sym__rest_2] = STATE(46),
    [sym__goes_on_2] = STATE(46),
    [sym__word] = STATE(46),
    [sym__quantity] = STATE(46),
    [sym_text] = STATE(46),
    [sym_stray] = STATE(46),
    [ts_builtin_sym_end] = ACTIONS(462),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(232),
    [anon_sym_takes] = ACTIONS(232),
    [anon_sym_each] = ACTIONS(232),
    [anon_sym_PERCENT] = ACTIONS(234),
    [anon_sym_DOT] = ACTIONS(232),
    [anon_sym_LPAREN] = ACTIONS(234),
    [anon_sym_RPAREN] = ACTIONS(234),
    [anon_sym_from] = ACTIONS(232),
    [anon_sym_with] = ACTIONS(232),
    [anon_sym_and] = ACTIONS(232),
    [anon_sym_as] = ACTIONS(232),
    [anon_sym_at] = ACTIONS(232),
    [anon_sym_by] = ACTIONS(232),
    [anon_sym_every] = ACTIONS(232),
    [anon_sym_is] = ACTIONS(232),
    [anon_sym_not] = ACTIONS(232),
    [anon_sym_or] = ACTIONS(232),
    [anon_sym_to] = ACTIONS(232),
    [anon_sym_DASH] = ACTIONS(234),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(462),
    [sym__break_1] = ACTIONS(462),
    [sym__break_2] = ACTIONS(462),
    [sym__break_3] = ACTIONS(462),
    [sym__break_4] = ACTIONS(462),
    [sym_version] = ACTIONS(232),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(234),
    [sym_colour] = ACTIONS(234),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(232),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(232),
  },
  [64] = {
    [aux_sym__rest_2] = STATE(46),
    [sym__goes_on_2] = STATE(46),
    [sym__word] = STATE(46),
    [sym__quantity] = STATE(46),
    [sym_text] = STATE(46),
    [sym_stray] = STATE(46),
    [ts_builtin_sym_end] = ACTIONS(464),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(232),
    [anon_sym_takes] = ACTIONS(232),
    [anon_sym_each] = ACTIONS(232),
    [anon_sym_PERCENT] = ACTIONS(234),
    [anon_sym_DOT] = ACTIONS(232),
    [anon_sym_LPAREN] = ACTIONS(234),
    [anon_sym_RPAREN] = ACTIONS(234),
    [anon_sym_from] = ACTIONS(232),
    [anon_sym_with] = ACTIONS(232),
    [anon_sym_and] = ACTIONS(232),
    [anon_sym_as] = ACTIONS(232),
    [anon_sym_at] = ACTIONS(232),
    [anon_sym_by] = ACTIONS(232),
    [anon_sym_every] = ACTIONS(232),
    [anon_sym_is] = ACTIONS(232),
    [anon_sym_not] = ACTIONS(232),
    [anon_sym_or] = ACTIONS(232),
    [anon_sym_to] = ACTIONS(232),
    [anon_sym_DASH] = ACTIONS(234),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(464),
    [sym__break_1] = ACTIONS(464),
    [sym__break_2] = ACTIONS(464),
    [sym__break_3] = ACTIONS(464),
    [sym__break_4] = ACTIONS(464),
    [sym_version] = ACTIONS(232),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(234),
    [sym_colour] = ACTIONS(234),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(232),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(232),
  },
  [65] = {
    [aux_sym__rest_3] = STATE(52),
    [sym__goes_on_3] = STATE(52),
    [sym__word] = STATE(52),
    [sym__quantity] = STATE(52),
    [sym_text] = STATE(52),
    [sym_stray] = STATE(52),
    [ts_builtin_sym_end] = ACTIONS(466),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(254),
    [anon_sym_takes] = ACTIONS(254),
    [anon_sym_each] = ACTIONS(254),
    [anon_sym_PERCENT] = ACTIONS(256),
    [anon_sym_DOT] = ACTIONS(254),
    [anon_sym_LPAREN] = ACTIONS(256),
    [anon_sym_RPAREN] = ACTIONS(256),
    [anon_sym_from] = ACTIONS(254),
    [anon_sym_with] = ACTIONS(254),
    [anon_sym_and] = ACTIONS(254),
    [anon_sym_as] = ACTIONS(254),
    [anon_sym_at] = ACTIONS(254),
    [anon_sym_by] = ACTIONS(254),
    [anon_sym_every] = ACTIONS(254),
    [anon_sym_is] = ACTIONS(254),
    [anon_sym_not] = ACTIONS(254),
    [anon_sym_or] = ACTIONS(254),
    [anon_sym_to] = ACTIONS(254),
    [anon_sym_DASH] = ACTIONS(256),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(466),
    [sym__break_1] = ACTIONS(466),
    [sym__break_2] = ACTIONS(466),
    [sym__break_3] = ACTIONS(466),
    [sym__break_4] = ACTIONS(466),
    [sym_version] = ACTIONS(254),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(256),
    [sym_colour] = ACTIONS(256),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(254),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(254),
  },
  [66] = {
    [aux_sym__rest_3] = STATE(52),
    [sym__goes_on_3] = STATE(52),
    [sym__word] = STATE(52),
    [sym__quantity] = STATE(52),
    [sym_text] = STATE(52),
    [sym_stray] = STATE(52),
    [ts_builtin_sym_end] = ACTIONS(468),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(254),
    [anon_sym_takes] = ACTIONS(254),
    [anon_sym_each] = ACTIONS(254),
    [anon_sym_PERCENT] = ACTIONS(256),
    [anon_sym_DOT] = ACTIONS(254),
    [anon_sym_LPAREN] = ACTIONS(256),
    [anon_sym_RPAREN] = ACTIONS(256),
    [anon_sym_from] = ACTIONS(254),
    [anon_sym_with] = ACTIONS(254),
    [anon_sym_and] = ACTIONS(254),
    [anon_sym_as] = ACTIONS(254),
    [anon_sym_at] = ACTIONS(254),
    [anon_sym_by] = ACTIONS(254),
    [anon_sym_every] = ACTIONS(254),
    [anon_sym_is] = ACTIONS(254),
    [anon_sym_not] = ACTIONS(254),
    [anon_sym_or] = ACTIONS(254),
    [anon_sym_to] = ACTIONS(254),
    [anon_sym_DASH] = ACTIONS(256),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(468),
    [sym__break_1] = ACTIONS(468),
    [sym__break_2] = ACTIONS(468),
    [sym__break_3] = ACTIONS(468),
    [sym__break_4] = ACTIONS(468),
    [sym_version] = ACTIONS(254),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(256),
    [sym_colour] = ACTIONS(256),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(254),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(254),
  },
  [67] = {
    [aux_sym__rest_4] = STATE(57),
    [sym__goes_on_4] = STATE(57),
    [sym__word] = STATE(57),
    [sym__quantity] = STATE(57),
    [sym_text] = STATE(57),
    [sym_stray] = STATE(57),
    [ts_builtin_sym_end] = ACTIONS(470),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(103),
    [anon_sym_takes] = ACTIONS(103),
    [anon_sym_each] = ACTIONS(103),
    [anon_sym_PERCENT] = ACTIONS(105),
    [anon_sym_DOT] = ACTIONS(103),
    [anon_sym_LPAREN] = ACTIONS(105),
    [anon_sym_RPAREN] = ACTIONS(105),
    [anon_sym_from] = ACTIONS(103),
    [anon_sym_with] = ACTIONS(103),
    [anon_sym_and] = ACTIONS(103),
    [anon_sym_as] = ACTIONS(103),
    [anon_sym_at] = ACTIONS(103),
    [anon_sym_by] = ACTIONS(103),
    [anon_sym_every] = ACTIONS(103),
    [anon_sym_is] = ACTIONS(103),
    [anon_sym_not] = ACTIONS(103),
    [anon_sym_or] = ACTIONS(103),
    [anon_sym_to] = ACTIONS(103),
    [anon_sym_DASH] = ACTIONS(105),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(470),
    [sym__break_1] = ACTIONS(470),
    [sym__break_2] = ACTIONS(470),
    [sym__break_3] = ACTIONS(470),
    [sym__break_4] = ACTIONS(470),
    [sym_version] = ACTIONS(103),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(105),
    [sym_colour] = ACTIONS(105),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(103),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(103),
  },
  [68] = {
    [aux_sym__rest_1] = STATE(40),
    [sym__goes_on_1] = STATE(40),
    [sym__word] = STATE(40),
    [sym__quantity] = STATE(40),
    [sym_text] = STATE(40),
    [sym_stray] = STATE(40),
    [ts_builtin_sym_end] = ACTIONS(325),
    [sym__name] = ACTIONS(101),
    [anon_sym_let] = ACTIONS(210),
    [anon_sym_takes] = ACTIONS(210),
    [anon_sym_each] = ACTIONS(210),
    [anon_sym_PERCENT] = ACTIONS(212),
    [anon_sym_DOT] = ACTIONS(210),
    [anon_sym_LPAREN] = ACTIONS(212),
    [anon_sym_RPAREN] = ACTIONS(212),
    [anon_sym_from] = ACTIONS(210),
    [anon_sym_with] = ACTIONS(210),
    [anon_sym_and] = ACTIONS(210),
    [anon_sym_as] = ACTIONS(210),
    [anon_sym_at] = ACTIONS(210),
    [anon_sym_by] = ACTIONS(210),
    [anon_sym_every] = ACTIONS(210),
    [anon_sym_is] = ACTIONS(210),
    [anon_sym_not] = ACTIONS(210),
    [anon_sym_or] = ACTIONS(210),
    [anon_sym_to] = ACTIONS(210),
    [anon_sym_DASH] = ACTIONS(212),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(325),
    [sym__break_1] = ACTIONS(325),
    [sym__break_2] = ACTIONS(325),
    [sym__break_3] = ACTIONS(325),
    [sym__break_4] = ACTIONS(325),
    [sym_version] = ACTIONS(210),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(212),
    [sym_colour] = ACTIONS(212),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(210),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(210),
  },
  [69] = {
    [sym__goes_on_4] = STATE(32),
    [sym__word] = STATE(91),
    [sym__quantity] = STATE(32),
    [sym_text] = STATE(32),
    [sym_stray] = STATE(32),
    [ts_builtin_sym_end] = ACTIONS(147),
    [sym__name] = ACTIONS(472),
    [anon_sym_let] = ACTIONS(474),
    [anon_sym_takes] = ACTIONS(474),
    [anon_sym_each] = ACTIONS(474),
    [anon_sym_PERCENT] = ACTIONS(476),
    [anon_sym_DOT] = ACTIONS(474),
    [anon_sym_LPAREN] = ACTIONS(476),
    [anon_sym_RPAREN] = ACTIONS(476),
    [anon_sym_from] = ACTIONS(474),
    [anon_sym_with] = ACTIONS(474),
    [anon_sym_and] = ACTIONS(474),
    [anon_sym_as] = ACTIONS(474),
    [anon_sym_at] = ACTIONS(474),
    [anon_sym_by] = ACTIONS(474),
    [anon_sym_every] = ACTIONS(474),
    [anon_sym_is] = ACTIONS(474),
    [anon_sym_not] = ACTIONS(474),
    [anon_sym_or] = ACTIONS(474),
    [anon_sym_to] = ACTIONS(474),
    [anon_sym_COMMA] = ACTIONS(97),
    [sym__break_0] = ACTIONS(147),
    [sym__break_1] = ACTIONS(147),
    [sym__break_2] = ACTIONS(147),
    [sym__break_3] = ACTIONS(147),
    [sym__break_4] = ACTIONS(147),
    [sym_version] = ACTIONS(474),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(476),
    [sym_colour] = ACTIONS(476),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(474),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(476),
  },
  [70] = {
    [sym__goes_on_1] = STATE(20),
    [sym__word] = STATE(90),
    [sym__quantity] = STATE(20),
    [sym_text] = STATE(20),
    [sym_stray] = STATE(20),
    [ts_builtin_sym_end] = ACTIONS(129),
    [sym__name] = ACTIONS(478),
    [anon_sym_let] = ACTIONS(480),
    [anon_sym_takes] = ACTIONS(480),
    [anon_sym_each] = ACTIONS(480),
    [anon_sym_PERCENT] = ACTIONS(482),
    [anon_sym_DOT] = ACTIONS(480),
    [anon_sym_LPAREN] = ACTIONS(482),
    [anon_sym_RPAREN] = ACTIONS(482),
    [anon_sym_from] = ACTIONS(480),
    [anon_sym_with] = ACTIONS(480),
    [anon_sym_and] = ACTIONS(480),
    [anon_sym_as] = ACTIONS(480),
    [anon_sym_at] = ACTIONS(480),
    [anon_sym_by] = ACTIONS(480),
    [anon_sym_every] = ACTIONS(480),
    [anon_sym_is] = ACTIONS(480),
    [anon_sym_not] = ACTIONS(480),
    [anon_sym_or] = ACTIONS(480),
    [anon_sym_to] = ACTIONS(480),
    [anon_sym_COMMA] = ACTIONS(53),
    [sym__break_0] = ACTIONS(129),
    [sym__break_1] = ACTIONS(129),
    [sym__break_2] = ACTIONS(129),
    [sym__break_3] = ACTIONS(129),
    [sym__break_4] = ACTIONS(129),
    [sym_version] = ACTIONS(480),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(482),
    [sym_colour] = ACTIONS(482),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(480),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(482),
  },
  [71] = {
    [sym__goes_on_3] = STATE(28),
    [sym__word] = STATE(92),
    [sym__quantity] = STATE(28),
    [sym_text] = STATE(28),
    [sym_stray] = STATE(28),
    [ts_builtin_sym_end] = ACTIONS(141),
    [sym__name] = ACTIONS(484),
    [anon_sym_let] = ACTIONS(486),
    [anon_sym_takes] = ACTIONS(486),
    [anon_sym_each] = ACTIONS(486),
    [anon_sym_PERCENT] = ACTIONS(488),
    [anon_sym_DOT] = ACTIONS(486),
    [anon_sym_LPAREN] = ACTIONS(488),
    [anon_sym_RPAREN] = ACTIONS(488),
    [anon_sym_from] = ACTIONS(486),
    [anon_sym_with] = ACTIONS(486),
    [anon_sym_and] = ACTIONS(486),
    [anon_sym_as] = ACTIONS(486),
    [anon_sym_at] = ACTIONS(486),
    [anon_sym_by] = ACTIONS(486),
    [anon_sym_every] = ACTIONS(486),
    [anon_sym_is] = ACTIONS(486),
    [anon_sym_not] = ACTIONS(486),
    [anon_sym_or] = ACTIONS(486),
    [anon_sym_to] = ACTIONS(486),
    [anon_sym_COMMA] = ACTIONS(83),
    [sym__break_0] = ACTIONS(141),
    [sym__break_1] = ACTIONS(141),
    [sym__break_2] = ACTIONS(141),
    [sym__break_3] = ACTIONS(141),
    [sym__break_4] = ACTIONS(141),
    [sym_version] = ACTIONS(486),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(488),
    [sym_colour] = ACTIONS(488),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(486),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(488),
  },
  [72] = {
    [sym__line_0] = STATE(140),
    [sym__goes_on_0] = STATE(7),
    [sym__quantity] = STATE(7),
    [sym_text] = STATE(7),
    [sym_stray] = STATE(7),
    [ts_builtin_sym_end] = ACTIONS(39),
    [sym__name] = ACTIONS(5),
    [anon_sym_let] = ACTIONS(7),
    [anon_sym_takes] = ACTIONS(7),
    [anon_sym_each] = ACTIONS(9),
    [anon_sym_PERCENT] = ACTIONS(11),
    [anon_sym_DOT] = ACTIONS(13),
    [anon_sym_LPAREN] = ACTIONS(11),
    [anon_sym_RPAREN] = ACTIONS(11),
    [anon_sym_from] = ACTIONS(13),
    [anon_sym_with] = ACTIONS(13),
    [anon_sym_and] = ACTIONS(13),
    [anon_sym_as] = ACTIONS(13),
    [anon_sym_at] = ACTIONS(13),
    [anon_sym_by] = ACTIONS(13),
    [anon_sym_every] = ACTIONS(13),
    [anon_sym_is] = ACTIONS(13),
    [anon_sym_not] = ACTIONS(13),
    [anon_sym_or] = ACTIONS(13),
    [anon_sym_to] = ACTIONS(13),
    [anon_sym_COMMA] = ACTIONS(15),
    [sym__break_0] = ACTIONS(39),
    [sym__break_1] = ACTIONS(39),
    [sym__break_2] = ACTIONS(39),
    [sym__break_3] = ACTIONS(39),
    [sym__break_4] = ACTIONS(39),
    [sym_version] = ACTIONS(13),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(11),
    [sym_colour] = ACTIONS(11),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(13),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_prose] = ACTIONS(55),
  },
  [73] = {
    [sym__goes_on_2] = STATE(24),
    [sym__word] = STATE(89),
    [sym__quantity] = STATE(24),
    [sym_text] = STATE(24),
    [sym_stray] = STATE(24),
    [ts_builtin_sym_end] = ACTIONS(135),
    [sym__name] = ACTIONS(490),
    [anon_sym_let] = ACTIONS(492),
    [anon_sym_takes] = ACTIONS(492),
    [anon_sym_each] = ACTIONS(492),
    [anon_sym_PERCENT] = ACTIONS(494),
    [anon_sym_DOT] = ACTIONS(492),
    [anon_sym_LPAREN] = ACTIONS(494),
    [anon_sym_RPAREN] = ACTIONS(494),
    [anon_sym_from] = ACTIONS(492),
    [anon_sym_with] = ACTIONS(492),
    [anon_sym_and] = ACTIONS(492),
    [anon_sym_as] = ACTIONS(492),
    [anon_sym_at] = ACTIONS(492),
    [anon_sym_by] = ACTIONS(492),
    [anon_sym_every] = ACTIONS(492),
    [anon_sym_is] = ACTIONS(492),
    [anon_sym_not] = ACTIONS(492),
    [anon_sym_or] = ACTIONS(492),
    [anon_sym_to] = ACTIONS(492),
    [anon_sym_COMMA] = ACTIONS(69),
    [sym__break_0] = ACTIONS(135),
    [sym__break_1] = ACTIONS(135),
    [sym__break_2] = ACTIONS(135),
    [sym__break_3] = ACTIONS(135),
    [sym__break_4] = ACTIONS(135),
    [sym_version] = ACTIONS(492),
    [sym_number] = ACTIONS(27),
    [sym_path] = ACTIONS(494),
    [sym_colour] = ACTIONS(494),
    [aux_sym_text_token1] = ACTIONS(29),
    [aux_sym_text_token2] = ACTIONS(31),
    [sym_operator] = ACTIONS(492),
    [aux_sym_stray_token1] = ACTIONS(33),
    [aux_sym_stray_token2] = ACTIONS(33),
    [aux_sym_stray_token3] = ACTIONS(33),
    [aux_sym_stray_token4] = ACTIONS(33),
    [aux_sym_stray_token5] = ACTIONS(35),
    [sym_note] = ACTIONS(494),
  },
};

static const uint16_t ts_small_parse_table[] = {
  [0] = 11,
    ACTIONS(15), 1,
      anon_sym_COMMA,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(496), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(8), 4,
      sym__goes_on_0,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(107), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(500), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(498), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [66] = 10,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(69), 1,
      anon_sym_COMMA,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(24), 4,
      sym__goes_on_2,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(135), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(494), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(492), 18,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_operator,
  [130] = 10,
    ACTIONS(15), 1,
      anon_sym_COMMA,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(8), 4,
      sym__goes_on_0,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(107), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(500), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(498), 18,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_operator,
  [194] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(69), 1,
      anon_sym_COMMA,
    ACTIONS(502), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(24), 4,
      sym__goes_on_2,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(135), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(494), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(492), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [260] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(83), 1,
      anon_sym_COMMA,
    ACTIONS(504), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(28), 4,
      sym__goes_on_3,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(141), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(488), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(486), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [326] = 10,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(83), 1,
      anon_sym_COMMA,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(28), 4,
      sym__goes_on_3,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(141), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(488), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(486), 18,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_operator,
  [390] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(83), 1,
      anon_sym_COMMA,
    ACTIONS(506), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(28), 4,
      sym__goes_on_3,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(141), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(488), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(486), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [456] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(97), 1,
      anon_sym_COMMA,
    ACTIONS(508), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(32), 4,
      sym__goes_on_4,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(147), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(476), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(474), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [522] = 10,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(97), 1,
      anon_sym_COMMA,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(32), 4,
      sym__goes_on_4,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(147), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(476), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(474), 18,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_operator,
  [586] = 11,
    ACTIONS(15), 1,
      anon_sym_COMMA,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(512), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(15), 4,
      sym__goes_on_0,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(510), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(516), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(514), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [652] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(97), 1,
      anon_sym_COMMA,
    ACTIONS(518), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(32), 4,
      sym__goes_on_4,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(147), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(476), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(474), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [718] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(53), 1,
      anon_sym_COMMA,
    ACTIONS(520), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(20), 4,
      sym__goes_on_1,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(129), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(482), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(480), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [784] = 10,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(53), 1,
      anon_sym_COMMA,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(20), 4,
      sym__goes_on_1,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(129), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(482), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(480), 18,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_operator,
  [848] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(53), 1,
      anon_sym_COMMA,
    ACTIONS(522), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(20), 4,
      sym__goes_on_1,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(129), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(482), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(480), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [914] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(69), 1,
      anon_sym_COMMA,
    ACTIONS(524), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(24), 4,
      sym__goes_on_2,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(135), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(494), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(492), 17,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [980] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(69), 1,
      anon_sym_COMMA,
    ACTIONS(101), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(49), 5,
      sym__goes_on_2,
      sym__word,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(220), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(528), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(526), 15,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [1045] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(53), 1,
      anon_sym_COMMA,
    ACTIONS(101), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(43), 5,
      sym__goes_on_1,
      sym__word,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(198), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(532), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(530), 15,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [1110] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(97), 1,
      anon_sym_COMMA,
    ACTIONS(101), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(60), 5,
      sym__goes_on_4,
      sym__word,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(264), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(536), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(534), 15,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [1175] = 11,
    ACTIONS(27), 1,
      sym_number,
    ACTIONS(29), 1,
      aux_sym_text_token1,
    ACTIONS(31), 1,
      aux_sym_text_token2,
    ACTIONS(35), 1,
      aux_sym_stray_token5,
    ACTIONS(83), 1,
      anon_sym_COMMA,
    ACTIONS(101), 1,
      sym__name,
    ACTIONS(33), 4,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    STATE(55), 5,
      sym__goes_on_3,
      sym__word,
      sym__quantity,
      sym_text,
      sym_stray,
    ACTIONS(242), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(540), 6,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      sym_path,
      sym_colour,
      sym_note,
    ACTIONS(538), 15,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_operator,
  [1240] = 4,
    STATE(93), 1,
      aux_sym__goes_on_2_repeat1,
    ACTIONS(546), 2,
      sym__break_3,
      sym__break_4,
    ACTIONS(542), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(544), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1290] = 3,
    ACTIONS(553), 1,
      sym_prose,
    ACTIONS(549), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(551), 23,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      anon_sym_DASH,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1338] = 5,
    ACTIONS(559), 1,
      sym__break_4,
    ACTIONS(561), 1,
      sym_note,
    STATE(113), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(555), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(557), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
  [1390] = 5,
    ACTIONS(569), 1,
      sym_note,
    STATE(108), 1,
      aux_sym__goes_on_0_repeat1,
    ACTIONS(567), 4,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(563), 14,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(565), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
  [1442] = 5,
    ACTIONS(577), 1,
      sym_note,
    STATE(121), 1,
      aux_sym__goes_on_2_repeat1,
    ACTIONS(575), 2,
      sym__break_3,
      sym__break_4,
    ACTIONS(571), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(573), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
  [1494] = 3,
    ACTIONS(583), 1,
      sym_prose,
    ACTIONS(579), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(581), 23,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      anon_sym_DASH,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1542] = 4,
    ACTIONS(559), 1,
      sym__break_4,
    STATE(109), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(585), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(587), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1592] = 4,
    STATE(101), 1,
      aux_sym__goes_on_1_repeat1,
    ACTIONS(593), 3,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(589), 15,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(591), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1642] = 4,
    STATE(101), 1,
      aux_sym__goes_on_1_repeat1,
    ACTIONS(599), 3,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(595), 15,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(597), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1692] = 5,
    ACTIONS(559), 1,
      sym__break_4,
    ACTIONS(606), 1,
      sym_note,
    STATE(119), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(602), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(604), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
  [1744] = 3,
    ACTIONS(612), 1,
      anon_sym_DOT2,
    ACTIONS(608), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token4,
    ACTIONS(610), 24,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      sym_path,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token3,
      aux_sym_stray_token5,
      sym_note,
  [1792] = 3,
    ACTIONS(618), 1,
      sym_prose,
    ACTIONS(614), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(616), 23,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      anon_sym_DASH,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1840] = 4,
    STATE(93), 1,
      aux_sym__goes_on_2_repeat1,
    ACTIONS(575), 2,
      sym__break_3,
      sym__break_4,
    ACTIONS(620), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(622), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1890] = 4,
    STATE(105), 1,
      aux_sym__goes_on_2_repeat1,
    ACTIONS(575), 2,
      sym__break_3,
      sym__break_4,
    ACTIONS(624), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(626), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1940] = 4,
    STATE(111), 1,
      aux_sym__goes_on_0_repeat1,
    ACTIONS(567), 4,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(628), 14,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(630), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [1990] = 4,
    STATE(112), 1,
      aux_sym__goes_on_0_repeat1,
    ACTIONS(567), 4,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(628), 14,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(630), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2040] = 4,
    ACTIONS(559), 1,
      sym__break_4,
    STATE(110), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(632), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(634), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2090] = 4,
    ACTIONS(640), 1,
      sym__break_4,
    STATE(110), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(636), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(638), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2140] = 4,
    STATE(112), 1,
      aux_sym__goes_on_0_repeat1,
    ACTIONS(567), 4,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(643), 14,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(645), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2190] = 4,
    STATE(112), 1,
      aux_sym__goes_on_0_repeat1,
    ACTIONS(651), 4,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(647), 14,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(649), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2240] = 4,
    ACTIONS(559), 1,
      sym__break_4,
    STATE(110), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(585), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(587), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2290] = 4,
    ACTIONS(559), 1,
      sym__break_4,
    STATE(115), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(654), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(656), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2340] = 4,
    ACTIONS(559), 1,
      sym__break_4,
    STATE(110), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(658), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(660), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2390] = 3,
    ACTIONS(666), 1,
      sym_prose,
    ACTIONS(662), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(664), 23,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      anon_sym_DASH,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2438] = 4,
    STATE(100), 1,
      aux_sym__goes_on_1_repeat1,
    ACTIONS(593), 3,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(668), 15,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(670), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2488] = 4,
    STATE(101), 1,
      aux_sym__goes_on_1_repeat1,
    ACTIONS(593), 3,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(668), 15,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(670), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2538] = 4,
    ACTIONS(559), 1,
      sym__break_4,
    STATE(110), 1,
      aux_sym__goes_on_3_repeat1,
    ACTIONS(654), 17,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(656), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2588] = 5,
    ACTIONS(676), 1,
      sym_note,
    STATE(118), 1,
      aux_sym__goes_on_1_repeat1,
    ACTIONS(593), 3,
      sym__break_2,
      sym__break_3,
      sym__break_4,
    ACTIONS(672), 15,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(674), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
  [2640] = 4,
    STATE(93), 1,
      aux_sym__goes_on_2_repeat1,
    ACTIONS(575), 2,
      sym__break_3,
      sym__break_4,
    ACTIONS(624), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(626), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2690] = 2,
    ACTIONS(678), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(680), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2735] = 4,
    ACTIONS(684), 1,
      anon_sym_DOT2,
    ACTIONS(682), 2,
      anon_sym_from,
      anon_sym_with,
    ACTIONS(608), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token4,
      sym_note,
    ACTIONS(610), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      sym_path,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token3,
      aux_sym_stray_token5,
  [2784] = 2,
    ACTIONS(542), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(544), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2829] = 2,
    ACTIONS(595), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(597), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [2874] = 4,
    ACTIONS(684), 1,
      anon_sym_DOT2,
    ACTIONS(686), 2,
      anon_sym_from,
      anon_sym_with,
    ACTIONS(608), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token4,
      sym_note,
    ACTIONS(610), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      sym_path,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token3,
      aux_sym_stray_token5,
  [2923] = 4,
    ACTIONS(684), 1,
      anon_sym_DOT2,
    ACTIONS(688), 2,
      anon_sym_from,
      anon_sym_with,
    ACTIONS(608), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token4,
      sym_note,
    ACTIONS(610), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      sym_path,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token3,
      aux_sym_stray_token5,
  [2972] = 2,
    ACTIONS(690), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(692), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [3017] = 4,
    ACTIONS(696), 1,
      sym__name,
    ACTIONS(700), 1,
      anon_sym_PERCENT,
    ACTIONS(694), 17,
      ts_builtin_sym_end,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(698), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [3066] = 2,
    ACTIONS(647), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(649), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [3111] = 2,
    ACTIONS(636), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(638), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [3156] = 4,
    ACTIONS(684), 1,
      anon_sym_DOT2,
    ACTIONS(702), 2,
      anon_sym_from,
      anon_sym_with,
    ACTIONS(608), 16,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token4,
      sym_note,
    ACTIONS(610), 21,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      sym_path,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token3,
      aux_sym_stray_token5,
  [3205] = 2,
    ACTIONS(704), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(706), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [3250] = 2,
    ACTIONS(708), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_DASH,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
    ACTIONS(710), 22,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_from,
      anon_sym_with,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
      sym_note,
  [3295] = 2,
    ACTIONS(678), 18,
      ts_builtin_sym_end,
      anon_sym_PERCENT,
      anon_sym_LPAREN,
      anon_sym_RPAREN,
      anon_sym_COMMA,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
      sym_path,
      sym_colour,
      aux_sym_text_token1,
      aux_sym_stray_token1,
      aux_sym_stray_token2,
      aux_sym_stray_token3,
      aux_sym_stray_token4,
      sym_note,
    ACTIONS(680), 19,
      anon_sym_let,
      anon_sym_takes,
      anon_sym_each,
      anon_sym_DOT,
      anon_sym_and,
      anon_sym_as,
      anon_sym_at,
      anon_sym_by,
      anon_sym_every,
      anon_sym_is,
      anon_sym_not,
      anon_sym_or,
      anon_sym_to,
      sym_version,
      sym__name,
      sym_number,
      aux_sym_text_token2,
      sym_operator,
      aux_sym_stray_token5,
  [3337] = 7,
    ACTIONS(712), 1,
      ts_builtin_sym_end,
    ACTIONS(714), 1,
      sym__break_0,
    ACTIONS(717), 1,
      sym__break_1,
    ACTIONS(720), 1,
      sym__break_2,
    ACTIONS(723), 1,
      sym__break_3,
    ACTIONS(726), 1,
      sym__break_4,
    STATE(136), 1,
      aux_sym_score_repeat1,
  [3359] = 7,
    ACTIONS(17), 1,
      sym__break_0,
    ACTIONS(19), 1,
      sym__break_1,
    ACTIONS(21), 1,
      sym__break_2,
    ACTIONS(23), 1,
      sym__break_3,
    ACTIONS(25), 1,
      sym__break_4,
    ACTIONS(729), 1,
      ts_builtin_sym_end,
    STATE(139), 1,
      aux_sym_score_repeat1,
  [3381] = 7,
    ACTIONS(17), 1,
      sym__break_0,
    ACTIONS(19), 1,
      sym__break_1,
    ACTIONS(21), 1,
      sym__break_2,
    ACTIONS(23), 1,
      sym__break_3,
    ACTIONS(25), 1,
      sym__break_4,
    ACTIONS(729), 1,
      ts_builtin_sym_end,
    STATE(136), 1,
      aux_sym_score_repeat1,
  [3403] = 7,
    ACTIONS(17), 1,
      sym__break_0,
    ACTIONS(19), 1,
      sym__break_1,
    ACTIONS(21), 1,
      sym__break_2,
    ACTIONS(23), 1,
      sym__break_3,
    ACTIONS(25), 1,
      sym__break_4,
    ACTIONS(731), 1,
      ts_builtin_sym_end,
    STATE(136), 1,
      aux_sym_score_repeat1,
  [3425] = 1,
    ACTIONS(712), 6,
      ts_builtin_sym_end,
      sym__break_0,
      sym__break_1,
      sym__break_2,
      sym__break_3,
      sym__break_4,
  [3434] = 1,
    ACTIONS(733), 1,
      ts_builtin_sym_end,
};

static const uint32_t ts_small_parse_table_map[] = {
  [SMALL_STATE(74)] = 0,
  [SMALL_STATE(75)] = 66,
  [SMALL_STATE(76)] = 130,
  [SMALL_STATE(77)] = 194,
  [SMALL_STATE(78)] = 260,
  [SMALL_STATE(79)] = 326,
  [SMALL_STATE(80)] = 390,
  [SMALL_STATE(81)] = 456,
  [SMALL_STATE(82)] = 522,
  [SMALL_STATE(83)] = 586,
  [SMALL_STATE(84)] = 652,
  [SMALL_STATE(85)] = 718,
  [SMALL_STATE(86)] = 784,
  [SMALL_STATE(87)] = 848,
  [SMALL_STATE(88)] = 914,
  [SMALL_STATE(89)] = 980,
  [SMALL_STATE(90)] = 1045,
  [SMALL_STATE(91)] = 1110,
  [SMALL_STATE(92)] = 1175,
  [SMALL_STATE(93)] = 1240,
  [SMALL_STATE(94)] = 1290,
  [SMALL_STATE(95)] = 1338,
  [SMALL_STATE(96)] = 1390,
  [SMALL_STATE(97)] = 1442,
  [SMALL_STATE(98)] = 1494,
  [SMALL_STATE(99)] = 1542,
  [SMALL_STATE(100)] = 1592,
  [SMALL_STATE(101)] = 1642,
  [SMALL_STATE(102)] = 1692,
  [SMALL_STATE(103)] = 1744,
  [SMALL_STATE(104)] = 1792,
  [SMALL_STATE(105)] = 1840,
  [SMALL_STATE(106)] = 1890,
  [SMALL_STATE(107)] = 1940,
  [SMALL_STATE(108)] = 1990,
  [SMALL_STATE(109)] = 2040,
  [SMALL_STATE(110)] = 2090,
  [SMALL_STATE(111)] = 2140,
  [SMALL_STATE(112)] = 2190,
  [SMALL_STATE(113)] = 2240,
  [SMALL_STATE(114)] = 2290,
  [SMALL_STATE(115)] = 2340,
  [SMALL_STATE(116)] = 2390,
  [SMALL_STATE(117)] = 2438,
  [SMALL_STATE(118)] = 2488,
  [SMALL_STATE(119)] = 2538,
  [SMALL_STATE(120)] = 2588,
  [SMALL_STATE(121)] = 2640,
  [SMALL_STATE(122)] = 2690,
  [SMALL_STATE(123)] = 2735,
  [SMALL_STATE(124)] = 2784,
  [SMALL_STATE(125)] = 2829,
  [SMALL_STATE(126)] = 2874,
  [SMALL_STATE(127)] = 2923,
  [SMALL_STATE(128)] = 2972,
  [SMALL_STATE(129)] = 3017,
  [SMALL_STATE(130)] = 3066,
  [SMALL_STATE(131)] = 3111,
  [SMALL_STATE(132)] = 3156,
  [SMALL_STATE(133)] = 3205,
  [SMALL_STATE(134)] = 3250,
  [SMALL_STATE(135)] = 3295,
  [SMALL_STATE(136)] = 3337,
  [SMALL_STATE(137)] = 3359,
  [SMALL_STATE(138)] = 3381,
  [SMALL_STATE(139)] = 3403,
  [SMALL_STATE(140)] = 3425,
  [SMALL_STATE(141)] = 3434,
};

static const TSParseActionEntry ts_parse_actions[] = {
  [0] = {.entry = {.count = 0, .reusable = false}},
  [1] = {.entry = {.count = 1, .reusable = false}}, RECOVER(),
  [3] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_score, 0, 0, 0),
  [5] = {.entry = {.count = 1, .reusable = false}}, SHIFT(83),
  [7] = {.entry = {.count = 1, .reusable = false}}, SHIFT(74),
  [9] = {.entry = {.count = 1, .reusable = false}}, SHIFT(76),
  [11] = {.entry = {.count = 1, .reusable = true}}, SHIFT(7),
  [13] = {.entry = {.count = 1, .reusable = false}}, SHIFT(7),
  [15] = {.entry = {.count = 1, .reusable = true}}, SHIFT(96),
  [17] = {.entry = {.count = 1, .reusable = true}}, SHIFT(72),
  [19] = {.entry = {.count = 1, .reusable = true}}, SHIFT(2),
  [21] = {.entry = {.count = 1, .reusable = true}}, SHIFT(3),
  [23] = {.entry = {.count = 1, .reusable = true}}, SHIFT(4),
  [25] = {.entry = {.count = 1, .reusable = true}}, SHIFT(5),
  [27] = {.entry = {.count = 1, .reusable = false}}, SHIFT(129),
  [29] = {.entry = {.count = 1, .reusable = true}}, SHIFT(128),
  [31] = {.entry = {.count = 1, .reusable = false}}, SHIFT(128),
  [33] = {.entry = {.count = 1, .reusable = true}}, SHIFT(134),
  [35] = {.entry = {.count = 1, .reusable = false}}, SHIFT(134),
  [37] = {.entry = {.count = 1, .reusable = true}}, SHIFT(137),
  [39] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_score_repeat1, 1, 0, 0),
  [41] = {.entry = {.count = 1, .reusable = false}}, SHIFT(70),
  [43] = {.entry = {.count = 1, .reusable = false}}, SHIFT(85),
  [45] = {.entry = {.count = 1, .reusable = false}}, SHIFT(86),
  [47] = {.entry = {.count = 1, .reusable = true}}, SHIFT(11),
  [49] = {.entry = {.count = 1, .reusable = false}}, SHIFT(11),
  [51] = {.entry = {.count = 1, .reusable = false}}, SHIFT(87),
  [53] = {.entry = {.count = 1, .reusable = true}}, SHIFT(120),
  [55] = {.entry = {.count = 1, .reusable = true}}, SHIFT(140),
  [57] = {.entry = {.count = 1, .reusable = false}}, SHIFT(73),
  [59] = {.entry = {.count = 1, .reusable = false}}, SHIFT(88),
  [61] = {.entry = {.count = 1, .reusable = false}}, SHIFT(75),
  [63] = {.entry = {.count = 1, .reusable = true}}, SHIFT(12),
  [65] = {.entry = {.count = 1, .reusable = false}}, SHIFT(12),
  [67] = {.entry = {.count = 1, .reusable = false}}, SHIFT(77),
  [69] = {.entry = {.count = 1, .reusable = true}}, SHIFT(97),
  [71] = {.entry = {.count = 1, .reusable = false}}, SHIFT(71),
  [73] = {.entry = {.count = 1, .reusable = false}}, SHIFT(78),
  [75] = {.entry = {.count = 1, .reusable = false}}, SHIFT(79),
  [77] = {.entry = {.count = 1, .reusable = true}}, SHIFT(13),
  [79] = {.entry = {.count = 1, .reusable = false}}, SHIFT(13),
  [81] = {.entry = {.count = 1, .reusable = false}}, SHIFT(80),
  [83] = {.entry = {.count = 1, .reusable = true}}, SHIFT(95),
  [85] = {.entry = {.count = 1, .reusable = false}}, SHIFT(69),
  [87] = {.entry = {.count = 1, .reusable = false}}, SHIFT(81),
  [89] = {.entry = {.count = 1, .reusable = false}}, SHIFT(82),
  [91] = {.entry = {.count = 1, .reusable = true}}, SHIFT(14),
  [93] = {.entry = {.count = 1, .reusable = false}}, SHIFT(14),
  [95] = {.entry = {.count = 1, .reusable = false}}, SHIFT(84),
  [97] = {.entry = {.count = 1, .reusable = true}}, SHIFT(102),
  [99] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 3, 0, 2),
  [101] = {.entry = {.count = 1, .reusable = false}}, SHIFT(103),
  [103] = {.entry = {.count = 1, .reusable = false}}, SHIFT(57),
  [105] = {.entry = {.count = 1, .reusable = true}}, SHIFT(57),
  [107] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 1, 0, 0),
  [109] = {.entry = {.count = 1, .reusable = false}}, SHIFT(10),
  [111] = {.entry = {.count = 1, .reusable = true}}, SHIFT(10),
  [113] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 2, 0, 0),
  [115] = {.entry = {.count = 1, .reusable = false}}, SHIFT(17),
  [117] = {.entry = {.count = 1, .reusable = true}}, SHIFT(17),
  [119] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 2, 0, 2),
  [121] = {.entry = {.count = 1, .reusable = false}}, SHIFT(18),
  [123] = {.entry = {.count = 1, .reusable = true}}, SHIFT(18),
  [125] = {.entry = {.count = 1, .reusable = false}}, SHIFT(19),
  [127] = {.entry = {.count = 1, .reusable = true}}, SHIFT(19),
  [129] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 1, 0, 0),
  [131] = {.entry = {.count = 1, .reusable = false}}, SHIFT(22),
  [133] = {.entry = {.count = 1, .reusable = true}}, SHIFT(22),
  [135] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 1, 0, 0),
  [137] = {.entry = {.count = 1, .reusable = false}}, SHIFT(26),
  [139] = {.entry = {.count = 1, .reusable = true}}, SHIFT(26),
  [141] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 1, 0, 0),
  [143] = {.entry = {.count = 1, .reusable = false}}, SHIFT(30),
  [145] = {.entry = {.count = 1, .reusable = true}}, SHIFT(30),
  [147] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 1, 0, 0),
  [149] = {.entry = {.count = 1, .reusable = false}}, SHIFT(34),
  [151] = {.entry = {.count = 1, .reusable = true}}, SHIFT(34),
  [153] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 2, 0, 1),
  [155] = {.entry = {.count = 1, .reusable = false}}, SHIFT(36),
  [157] = {.entry = {.count = 1, .reusable = true}}, SHIFT(36),
  [159] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 2, 0, 4),
  [161] = {.entry = {.count = 1, .reusable = false}}, SHIFT(37),
  [163] = {.entry = {.count = 1, .reusable = true}}, SHIFT(37),
  [165] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 3, 0, 0),
  [167] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 3, 0, 2),
  [169] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__rest_0, 2, 0, 0),
  [171] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(103),
  [174] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(19),
  [177] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(19),
  [180] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(96),
  [183] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(129),
  [186] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(128),
  [189] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(128),
  [192] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(134),
  [195] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_0, 2, 0, 0), SHIFT_REPEAT(134),
  [198] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 2, 0, 0),
  [200] = {.entry = {.count = 1, .reusable = false}}, SHIFT(68),
  [202] = {.entry = {.count = 1, .reusable = true}}, SHIFT(68),
  [204] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 2, 0, 2),
  [206] = {.entry = {.count = 1, .reusable = false}}, SHIFT(39),
  [208] = {.entry = {.count = 1, .reusable = true}}, SHIFT(39),
  [210] = {.entry = {.count = 1, .reusable = false}}, SHIFT(40),
  [212] = {.entry = {.count = 1, .reusable = true}}, SHIFT(40),
  [214] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 2, 0, 4),
  [216] = {.entry = {.count = 1, .reusable = false}}, SHIFT(41),
  [218] = {.entry = {.count = 1, .reusable = true}}, SHIFT(41),
  [220] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 2, 0, 0),
  [222] = {.entry = {.count = 1, .reusable = false}}, SHIFT(44),
  [224] = {.entry = {.count = 1, .reusable = true}}, SHIFT(44),
  [226] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 2, 0, 2),
  [228] = {.entry = {.count = 1, .reusable = false}}, SHIFT(45),
  [230] = {.entry = {.count = 1, .reusable = true}}, SHIFT(45),
  [232] = {.entry = {.count = 1, .reusable = false}}, SHIFT(46),
  [234] = {.entry = {.count = 1, .reusable = true}}, SHIFT(46),
  [236] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 2, 0, 4),
  [238] = {.entry = {.count = 1, .reusable = false}}, SHIFT(47),
  [240] = {.entry = {.count = 1, .reusable = true}}, SHIFT(47),
  [242] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 2, 0, 0),
  [244] = {.entry = {.count = 1, .reusable = false}}, SHIFT(50),
  [246] = {.entry = {.count = 1, .reusable = true}}, SHIFT(50),
  [248] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 2, 0, 2),
  [250] = {.entry = {.count = 1, .reusable = false}}, SHIFT(51),
  [252] = {.entry = {.count = 1, .reusable = true}}, SHIFT(51),
  [254] = {.entry = {.count = 1, .reusable = false}}, SHIFT(52),
  [256] = {.entry = {.count = 1, .reusable = true}}, SHIFT(52),
  [258] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 2, 0, 4),
  [260] = {.entry = {.count = 1, .reusable = false}}, SHIFT(53),
  [262] = {.entry = {.count = 1, .reusable = true}}, SHIFT(53),
  [264] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 2, 0, 0),
  [266] = {.entry = {.count = 1, .reusable = false}}, SHIFT(56),
  [268] = {.entry = {.count = 1, .reusable = true}}, SHIFT(56),
  [270] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 2, 0, 2),
  [272] = {.entry = {.count = 1, .reusable = false}}, SHIFT(6),
  [274] = {.entry = {.count = 1, .reusable = true}}, SHIFT(6),
  [276] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 2, 0, 4),
  [278] = {.entry = {.count = 1, .reusable = false}}, SHIFT(58),
  [280] = {.entry = {.count = 1, .reusable = true}}, SHIFT(58),
  [282] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 3, 0, 1),
  [284] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 3, 0, 4),
  [286] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 4, 0, 0),
  [288] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 3, 0, 2),
  [290] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__rest_1, 2, 0, 0),
  [292] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(103),
  [295] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(40),
  [298] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(40),
  [301] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(120),
  [304] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(129),
  [307] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(128),
  [310] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(128),
  [313] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(134),
  [316] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_1, 2, 0, 0), SHIFT_REPEAT(134),
  [319] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 3, 0, 4),
  [321] = {.entry = {.count = 1, .reusable = false}}, SHIFT(61),
  [323] = {.entry = {.count = 1, .reusable = true}}, SHIFT(61),
  [325] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 3, 0, 0),
  [327] = {.entry = {.count = 1, .reusable = false}}, SHIFT(62),
  [329] = {.entry = {.count = 1, .reusable = true}}, SHIFT(62),
  [331] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 3, 0, 0),
  [333] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 3, 0, 2),
  [335] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__rest_2, 2, 0, 0),
  [337] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(103),
  [340] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(46),
  [343] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(46),
  [346] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(97),
  [349] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(129),
  [352] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(128),
  [355] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(128),
  [358] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(134),
  [361] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_2, 2, 0, 0), SHIFT_REPEAT(134),
  [364] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 3, 0, 4),
  [366] = {.entry = {.count = 1, .reusable = false}}, SHIFT(63),
  [368] = {.entry = {.count = 1, .reusable = true}}, SHIFT(63),
  [370] = {.entry = {.count = 1, .reusable = false}}, SHIFT(64),
  [372] = {.entry = {.count = 1, .reusable = true}}, SHIFT(64),
  [374] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 3, 0, 0),
  [376] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 3, 0, 2),
  [378] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__rest_3, 2, 0, 0),
  [380] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(103),
  [383] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(52),
  [386] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(52),
  [389] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(95),
  [392] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(129),
  [395] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(128),
  [398] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(128),
  [401] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(134),
  [404] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_3, 2, 0, 0), SHIFT_REPEAT(134),
  [407] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 3, 0, 4),
  [409] = {.entry = {.count = 1, .reusable = false}}, SHIFT(65),
  [411] = {.entry = {.count = 1, .reusable = true}}, SHIFT(65),
  [413] = {.entry = {.count = 1, .reusable = false}}, SHIFT(66),
  [415] = {.entry = {.count = 1, .reusable = true}}, SHIFT(66),
  [417] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 3, 0, 0),
  [419] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__rest_4, 2, 0, 0),
  [421] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(103),
  [424] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(57),
  [427] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(57),
  [430] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(102),
  [433] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(129),
  [436] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(128),
  [439] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(128),
  [442] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(134),
  [445] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__rest_4, 2, 0, 0), SHIFT_REPEAT(134),
  [448] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 3, 0, 4),
  [450] = {.entry = {.count = 1, .reusable = false}}, SHIFT(67),
  [452] = {.entry = {.count = 1, .reusable = true}}, SHIFT(67),
  [454] = {.entry = {.count = 1, .reusable = false}}, SHIFT(38),
  [456] = {.entry = {.count = 1, .reusable = true}}, SHIFT(38),
  [458] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 4, 0, 4),
  [460] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_1, 4, 0, 0),
  [462] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 4, 0, 4),
  [464] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_2, 4, 0, 0),
  [466] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 4, 0, 4),
  [468] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_3, 4, 0, 0),
  [470] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_4, 4, 0, 4),
  [472] = {.entry = {.count = 1, .reusable = false}}, SHIFT(123),
  [474] = {.entry = {.count = 1, .reusable = false}}, SHIFT(32),
  [476] = {.entry = {.count = 1, .reusable = true}}, SHIFT(32),
  [478] = {.entry = {.count = 1, .reusable = false}}, SHIFT(132),
  [480] = {.entry = {.count = 1, .reusable = false}}, SHIFT(20),
  [482] = {.entry = {.count = 1, .reusable = true}}, SHIFT(20),
  [484] = {.entry = {.count = 1, .reusable = false}}, SHIFT(127),
  [486] = {.entry = {.count = 1, .reusable = false}}, SHIFT(28),
  [488] = {.entry = {.count = 1, .reusable = true}}, SHIFT(28),
  [490] = {.entry = {.count = 1, .reusable = false}}, SHIFT(126),
  [492] = {.entry = {.count = 1, .reusable = false}}, SHIFT(24),
  [494] = {.entry = {.count = 1, .reusable = true}}, SHIFT(24),
  [496] = {.entry = {.count = 1, .reusable = false}}, SHIFT(9),
  [498] = {.entry = {.count = 1, .reusable = false}}, SHIFT(8),
  [500] = {.entry = {.count = 1, .reusable = true}}, SHIFT(8),
  [502] = {.entry = {.count = 1, .reusable = false}}, SHIFT(27),
  [504] = {.entry = {.count = 1, .reusable = false}}, SHIFT(29),
  [506] = {.entry = {.count = 1, .reusable = false}}, SHIFT(31),
  [508] = {.entry = {.count = 1, .reusable = false}}, SHIFT(33),
  [510] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line_0, 1, 0, 1),
  [512] = {.entry = {.count = 1, .reusable = false}}, SHIFT(16),
  [514] = {.entry = {.count = 1, .reusable = false}}, SHIFT(15),
  [516] = {.entry = {.count = 1, .reusable = true}}, SHIFT(15),
  [518] = {.entry = {.count = 1, .reusable = false}}, SHIFT(35),
  [520] = {.entry = {.count = 1, .reusable = false}}, SHIFT(21),
  [522] = {.entry = {.count = 1, .reusable = false}}, SHIFT(23),
  [524] = {.entry = {.count = 1, .reusable = false}}, SHIFT(25),
  [526] = {.entry = {.count = 1, .reusable = false}}, SHIFT(49),
  [528] = {.entry = {.count = 1, .reusable = true}}, SHIFT(49),
  [530] = {.entry = {.count = 1, .reusable = false}}, SHIFT(43),
  [532] = {.entry = {.count = 1, .reusable = true}}, SHIFT(43),
  [534] = {.entry = {.count = 1, .reusable = false}}, SHIFT(60),
  [536] = {.entry = {.count = 1, .reusable = true}}, SHIFT(60),
  [538] = {.entry = {.count = 1, .reusable = false}}, SHIFT(55),
  [540] = {.entry = {.count = 1, .reusable = true}}, SHIFT(55),
  [542] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_2_repeat1, 2, 0, 0),
  [544] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_2_repeat1, 2, 0, 0),
  [546] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__goes_on_2_repeat1, 2, 0, 0), SHIFT_REPEAT(94),
  [549] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_2_repeat1, 1, 0, 0),
  [551] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_2_repeat1, 1, 0, 0),
  [553] = {.entry = {.count = 1, .reusable = true}}, SHIFT(124),
  [555] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_3, 1, 0, 0),
  [557] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_3, 1, 0, 0),
  [559] = {.entry = {.count = 1, .reusable = true}}, SHIFT(98),
  [561] = {.entry = {.count = 1, .reusable = false}}, SHIFT(99),
  [563] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_0, 1, 0, 0),
  [565] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_0, 1, 0, 0),
  [567] = {.entry = {.count = 1, .reusable = true}}, SHIFT(104),
  [569] = {.entry = {.count = 1, .reusable = false}}, SHIFT(107),
  [571] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_2, 1, 0, 0),
  [573] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_2, 1, 0, 0),
  [575] = {.entry = {.count = 1, .reusable = true}}, SHIFT(94),
  [577] = {.entry = {.count = 1, .reusable = false}}, SHIFT(106),
  [579] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_3_repeat1, 1, 0, 0),
  [581] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_3_repeat1, 1, 0, 0),
  [583] = {.entry = {.count = 1, .reusable = true}}, SHIFT(131),
  [585] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_3, 2, 0, 0),
  [587] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_3, 2, 0, 0),
  [589] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_1, 3, 0, 0),
  [591] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_1, 3, 0, 0),
  [593] = {.entry = {.count = 1, .reusable = true}}, SHIFT(116),
  [595] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_1_repeat1, 2, 0, 0),
  [597] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_1_repeat1, 2, 0, 0),
  [599] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__goes_on_1_repeat1, 2, 0, 0), SHIFT_REPEAT(116),
  [602] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_4, 1, 0, 0),
  [604] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_4, 1, 0, 0),
  [606] = {.entry = {.count = 1, .reusable = false}}, SHIFT(114),
  [608] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__word, 1, 0, 3),
  [610] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__word, 1, 0, 3),
  [612] = {.entry = {.count = 1, .reusable = true}}, SHIFT(122),
  [614] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_0_repeat1, 1, 0, 0),
  [616] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_0_repeat1, 1, 0, 0),
  [618] = {.entry = {.count = 1, .reusable = true}}, SHIFT(130),
  [620] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_2, 3, 0, 0),
  [622] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_2, 3, 0, 0),
  [624] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_2, 2, 0, 0),
  [626] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_2, 2, 0, 0),
  [628] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_0, 2, 0, 0),
  [630] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_0, 2, 0, 0),
  [632] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_3, 3, 0, 0),
  [634] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_3, 3, 0, 0),
  [636] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_3_repeat1, 2, 0, 0),
  [638] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_3_repeat1, 2, 0, 0),
  [640] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__goes_on_3_repeat1, 2, 0, 0), SHIFT_REPEAT(98),
  [643] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_0, 3, 0, 0),
  [645] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_0, 3, 0, 0),
  [647] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_0_repeat1, 2, 0, 0),
  [649] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_0_repeat1, 2, 0, 0),
  [651] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__goes_on_0_repeat1, 2, 0, 0), SHIFT_REPEAT(104),
  [654] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_4, 2, 0, 0),
  [656] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_4, 2, 0, 0),
  [658] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_4, 3, 0, 0),
  [660] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_4, 3, 0, 0),
  [662] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__goes_on_1_repeat1, 1, 0, 0),
  [664] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym__goes_on_1_repeat1, 1, 0, 0),
  [666] = {.entry = {.count = 1, .reusable = true}}, SHIFT(125),
  [668] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_1, 2, 0, 0),
  [670] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_1, 2, 0, 0),
  [672] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__goes_on_1, 1, 0, 0),
  [674] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__goes_on_1, 1, 0, 0),
  [676] = {.entry = {.count = 1, .reusable = false}}, SHIFT(117),
  [678] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__word, 2, 0, 3),
  [680] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__word, 2, 0, 3),
  [682] = {.entry = {.count = 1, .reusable = false}}, SHIFT(59),
  [684] = {.entry = {.count = 1, .reusable = true}}, SHIFT(135),
  [686] = {.entry = {.count = 1, .reusable = false}}, SHIFT(48),
  [688] = {.entry = {.count = 1, .reusable = false}}, SHIFT(54),
  [690] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_text, 1, 0, 0),
  [692] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_text, 1, 0, 0),
  [694] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__quantity, 1, 0, 0),
  [696] = {.entry = {.count = 1, .reusable = false}}, SHIFT(133),
  [698] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__quantity, 1, 0, 0),
  [700] = {.entry = {.count = 1, .reusable = true}}, SHIFT(133),
  [702] = {.entry = {.count = 1, .reusable = false}}, SHIFT(42),
  [704] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__quantity, 2, 0, 5),
  [706] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym__quantity, 2, 0, 5),
  [708] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_stray, 1, 0, 0),
  [710] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_stray, 1, 0, 0),
  [712] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_score_repeat1, 2, 0, 0),
  [714] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_score_repeat1, 2, 0, 0), SHIFT_REPEAT(72),
  [717] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_score_repeat1, 2, 0, 0), SHIFT_REPEAT(2),
  [720] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_score_repeat1, 2, 0, 0), SHIFT_REPEAT(3),
  [723] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_score_repeat1, 2, 0, 0), SHIFT_REPEAT(4),
  [726] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_score_repeat1, 2, 0, 0), SHIFT_REPEAT(5),
  [729] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_score, 1, 0, 0),
  [731] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_score, 2, 0, 0),
  [733] = {.entry = {.count = 1, .reusable = true}},  ACCEPT_INPUT(),
};

#ifdef __cplusplus
extern "C" {
#endif
#ifdef TREE_SITTER_HIDE_SYMBOLS
#define TS_PUBLIC
#elif defined(_WIN32)
#define TS_PUBLIC __declspec(dllexport)
#else
#define TS_PUBLIC __attribute__((visibility("default")))
#endif

TS_PUBLIC const TSLanguage *tree_sitter_gen(void) {
  static const TSLanguage language = {
    .version = LANGUAGE_VERSION,
    .symbol_count = SYMBOL_COUNT,
    .alias_count = ALIAS_COUNT,
    .token_count = TOKEN_COUNT,
    .external_token_count = EXTERNAL_TOKEN_COUNT,
    .state_count = STATE_COUNT,
    .large_state_count = LARGE_STATE_COUNT,
    .production_id_count = PRODUCTION_ID_COUNT,
    .field_count = FIELD_COUNT,
    .max_alias_sequence_length = MAX_ALIAS_SEQUENCE_LENGTH,
    .parse_table = &ts_parse_table[0][0],
    .small_parse_table = ts_small_parse_table,
    .small_parse_table_map = ts_small_parse_table_map,
    .parse_actions = ts_parse_actions,
    .symbol_names = ts_symbol_names,
    .symbol_metadata = ts_symbol_metadata,
    .public_symbol_map = ts_symbol_map,
    .alias_map = ts_non_terminal_alias_map,
    .alias_sequences = &ts_alias_sequences[0][0],
    .lex_modes = ts_lex_modes,
    .lex_fn = ts_lex,
    .keyword_lex_fn = ts_lex_keywords,
    .keyword_capture_token = sym__name,
    .primary_state_ids = ts_primary_state_ids,
  };
  return &language;
}
#ifdef __cplusplus
}
#endif
