// Written by `make editors` from lang/tokens.py and lang/grammar.lark: change those.
/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const STARTERS = ['let', 'takes'];
const MATERIAL = ['from', 'with'];
const OTHERS = ['and', 'as', 'at', 'by', 'every', 'is', 'not', 'or', 'to'];
const VERBS = ['bend', 'borrow', 'compose', 'dataset', 'film', 'group', 'measure', 'merge', 'perform', 'print', 'rebuild', 'sample', 'show', 'train', 'tune', 'vary', 'walk', 'write'];

// A line end with the blank lines after it, and the margin of the next line, for each depth. A margin of an odd width
// belongs to the next depth.
const DEPTHS = [0, 1, 2, 3, 4];
const BREAKS = [
  /\n(?:[ \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\n)*/,
  /\n(?:[ \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\n)*(?: ?\t|  ?)/,
  /\n(?:[ \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\n)*(?: ?\t|  )(?: ?\t|  ?)/,
  /\n(?:[ \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\n)*(?: ?\t|  ){2}(?: ?\t|  ?)/,
  /\n(?:[ \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\n)*(?: ?\t|  ){3}[ \t]+/,
];

module.exports = grammar({
  name: 'gen',

  word: $ => $._name,

  extras: _ => [/[ \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/],

  rules: {
    score: $ => seq(
      optional(choice($.prose, alias($._line_0, $.line))),
      repeat(choice(...DEPTHS.map(depth => seq(
        $[`_break_${depth}`],
        optional(choice($.prose, alias($[`_line_${depth}`], $.line))),
      )))),
    ),

    ...atEachDepth('_line', depth => $ => choice(...lines($, depth))),
    ...atEachDepth('_rest', depth => $ => repeat1(choice($._word, plain($, depth, true), tooClose($)))),
    ...atEachDepth('_goes_on', depth => $ => goesOn($, depth)),
    ...atEachDepth('_break', depth => _ => BREAKS[depth]),

    // In `dream.5` the point joins; apart from a name it would begin a number.
    _word: $ => prec.right(seq(
      alias($._name, $.word),
      optional(alias(token.immediate(prec(2, '.')), $.punctuation)),
    )),
    _quantity: $ => prec.right(seq($.number, optional(alias(choice($._name, '%'), $.unit)))),
    version: _ => /v[\p{Nd}]+(?:\.[\p{Nd}]+)*/u,
    _name: _ => /[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{Nl}\p{No}](?:[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711-\u0963\u0981-\u0e4e\u0eb1-\u109d\u135d-\u135f\u1712-\u1734\u1752-\u17d3\u17dd\u180b-\u1dff\u200c\u200d\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ua66f-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f]|-[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}])*/u,
    number: _ => /(?:[\p{Nd}][\p{Nd}_]*(?:\.[\p{Nd}]+)?|\.[\p{Nd}]+)(?:[eE][+-]?[\p{Nd}]+)?/u,
    path: _ => /(?:(?:[A-Za-z][\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_+-]*:){1,2}(?:\/\/)?)?(?:~|\.{1,2}|[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_][\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_.+-]*)?\/[^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000,;"“”„\/][^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000,;"“”„]*|(?:(?:[A-Za-z][\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_+-]*:){1,2}(?:\/\/)?)?(?:~|\.{1,2}|[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_][\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_.+-]*)\//u,
    colour: _ => /#[0-9a-fA-F]{3,8}/u,
    text: _ => choice(/"(?:[^\n"\\]|\\.)*"|[“”„][^\n“”"]*[“”"]/u, token(prec(-1, /["“”„](?:[^\n]*[^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?/u))),
    operator: _ => token(choice('=', />=|<=|!=|>|<|≥|≤|≠/u, /[+\-−]/u, /[*\/×÷]/u)),
    stray: _ => choice(/'[^\n'"]*'|[‘‚][^\n‘’"]*[‘’]|[«][^\n«»"]*[»]/u, /==|&&|\|\||=>|=<|<>|[\u060c\uff0c\u3001]/u, /(?:[A-Za-z]:)?(?:~|\.{1,2}|[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_][\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_.+-]*)?\\(?:[^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000,;"“”„]*[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{18d1e}\u{20000}-\u{323af}\p{N}_*])?\\?/u, /(?:#|\/\/|[—–])[ \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000](?:[^\n]*[^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?/u, token(prec(-2, /[^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u))),
    // The same two dashes; where a line begins they are prose, and nothing else.
    prose: _ => token(prec(3, /--(?:[^\n]*[^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?/)),
    note: _ => /--(?:[^\n]*[^\n \t\u000b\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?/,
  },
});

function atEachDepth(name, rule) {
  return Object.fromEntries(DEPTHS.map(depth => [`${name}_${depth}`, rule(depth)]));
}

// What a line may begin with, and the rest. Verbs and settings are told by their place.
function lines($, depth) {
  const rest = optional($[`_rest_${depth}`]);
  const unnamed = optional(seq(plain($, depth, true), rest));
  const verbs = () => choice(...VERBS);
  return [
    seq(alias(choice(...STARTERS), $.joining), alias($._name, $.term), rest),
    seq(alias('each', $.joining), alias($._name, $.setting), rest),
    seq(alias(choice(...STARTERS, 'each'), $.joining), unnamed),
    seq(alias(choice(...MATERIAL, ...OTHERS), $.joining), rest),
    seq(value($, depth), rest),
    ...(depth === 0 ? [
      seq(alias($._name, $.verb), alias($._name, $.made), rest),
      seq(alias($._name, $.verb), unnamed),
    ] : [
      seq(alias('gives', $.joining), rest),
      seq(alias(verbs(), $.verb), alias($._name, $.made), rest),
      seq(alias(verbs(), $.setting), unnamed),
      seq(alias($._name, $.verb), alias($._name, $.made), alias(choice(...MATERIAL), $.joining), rest),
      seq(alias($._name, $.setting), $._word, optional(seq(choice($._word, plain($, depth, false)), rest))),
      seq(alias($._name, $.setting), unnamed),
    ]),
  ];
}

// Anything but a name. Without material, `from` and `with` are left out.
function plain($, depth, material) {
  const words = [...STARTERS, 'each', ...(material ? MATERIAL : []), ...OTHERS];
  return choice(value($, depth), alias(choice(...words), $.joining), $.note);
}

function value($, depth) {
  return choice(
    $._quantity,
    alias('%', $.unit),
    $.version, $.path, $.colour, $.text, $.operator, $.stray,
    alias(choice('.', '(', ')'), $.punctuation),
    $[`_goes_on_${depth}`],
  );
}

// The first of two dashes that stand too close to a word to begin a note.
function tooClose($) {
  return alias(token.immediate(prec(2, '-')), $.operator);
}

// A comma, and the deeper lines that a line goes on with if it ends there.
function goesOn($, depth) {
  const deeper = choice(...DEPTHS.filter(each => each > depth || each === 4).map(each => $[`_break_${each}`]));
  return prec.right(seq(
    alias(',', $.punctuation),
    optional($.note),
    repeat(seq(deeper, optional($.prose))),
  ));
}
