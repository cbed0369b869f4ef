"""The tree-sitter grammar and its queries: what Neovim, Helix and Zed colour a score by.

The grammar is flat: a score is a list of lines, a line is a list of words. It has no scanner of its own, and no text is
an error to it. A line end and the margin after it are one token, and there is one such token for each depth; so the
grammar knows whether a line that ends in a comma goes on.
"""

from __future__ import annotations

from collections.abc import Iterable

from editors.expressions import SPACES, treesitter
from intaglio.lang.tokens import GIVES, KINDS, VERBS
from intaglio.lang.vocabulary import RESERVED

_STRAY = ("FOREIGN_STRING", "FOREIGN_SIGN", "FOREIGN_PATH", "FOREIGN_NOTE")
_TERMINALS = (
    "VERSION",
    "NAME",
    "NUMBER",
    "PATH",
    "COLOUR",
    "STRING",
    "OPEN_STRING",
    "COMPARE",
    "SIGN",
    "SCALE",
    "STRAY",
)
_TEMPLATE = r"""// Written by `make editors` from lang/tokens.py and lang/grammar.lark: change those.
/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

const STARTERS = ['let', 'takes'];
const MATERIAL = ['from', 'with'];
const OTHERS = [«others»];
const VERBS = [«verbs»];

// A line end with the blank lines after it, and the margin of the next line, for each depth. A margin of an odd width
// belongs to the next depth.
const DEPTHS = [0, 1, 2, 3, 4];
const BREAKS = [
  /\n(?:[«SPACES»]*\n)*/,
  /\n(?:[«SPACES»]*\n)*(?: ?\t|  ?)/,
  /\n(?:[«SPACES»]*\n)*(?: ?\t|  )(?: ?\t|  ?)/,
  /\n(?:[«SPACES»]*\n)*(?: ?\t|  ){2}(?: ?\t|  ?)/,
  /\n(?:[«SPACES»]*\n)*(?: ?\t|  ){3}[ \t]+/,
];

module.exports = grammar({
  name: 'gen',

  word: $ => $._name,

  extras: _ => [/[«SPACES»]/],

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
    version: _ => /«VERSION»/u,
    _name: _ => /«NAME»/u,
    number: _ => /«NUMBER»/u,
    path: _ => /«PATH»/u,
    colour: _ => /«COLOUR»/u,
    text: _ => choice(/«STRING»/u, token(prec(-1, /«OPEN_STRING»/u))),
    operator: _ => token(choice('=', /«COMPARE»/u, /«SIGN»/u, /«SCALE»/u)),
    stray: _ => choice(«stray», token(prec(-2, /«STRAY»/u))),
    // The same two dashes; where a line begins they are prose, and nothing else.
    prose: _ => token(prec(3, /--(?:[^\n]*[^\n«SPACES»])?/)),
    note: _ => /--(?:[^\n]*[^\n«SPACES»])?/,
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
      seq(alias('«gives»', $.joining), rest),
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
"""


def grammar() -> str:
    """What `grammar.js` should hold."""
    text = _TEMPLATE
    words = RESERVED - {"let", "takes", "each", "from", "with"}
    blanks = {
        "others": _listed(words),
        "verbs": _listed(VERBS),
        "gives": GIVES,
        "stray": ", ".join(f"/{treesitter(name)}/u" for name in _STRAY),
        "SPACES": SPACES,
    }
    for name in _TERMINALS:
        blanks[name] = treesitter(name)
    for name, filling in blanks.items():
        text = text.replace(f"«{name}»", filling)
    return text


def highlights() -> str:
    """What `queries/highlights.scm` should hold."""
    lines = [f"({kind.name}) @{kind.treesitter}" for kind in KINDS.values()]
    return "\n".join(["; Written by `make editors` from lang/tokens.py: change that.", "", *lines]) + "\n"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))
