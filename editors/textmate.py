"""The TextMate grammar: what VS Code, Sublime Text and others colour a score by.

A rule for a logical line begins after its margin. The patterns for the words that it begins with hold on to that place
(`\\G`), so none of them applies where a line goes on after a comma. Such a comma takes the line's end with it: without
one in sight, the line does not end there.
"""

from __future__ import annotations

import json
import plistlib
from typing import Any

from editors.expressions import BLANK, PATTERNS, joining, not_before, oniguruma
from intaglio.lang.tokens import GIVES, KINDS, TERMINALS, VERBS

# In the order in which the language tries them; numbers take their unit along, and come apart from these.
_PLAIN = ("COLOUR", "STRING", "OPEN_STRING", "COMPARE", "SIGN", "SCALE")
_SIGNS = ("EQUAL", "COMMA", "DOT", "LEFT", "RIGHT", "PERCENT")
_STEP = rf"(?:{BLANK}?\t|{BLANK}{{2}})"
DEEPEST = 4  # lines that stand deeper are all of one depth
_FOREIGN = tuple(name for name in PATTERNS if name.startswith("FOREIGN"))


def grammar() -> str:
    """What `gen.tmLanguage.json` should hold."""
    return json.dumps(_grammar(), ensure_ascii=False, indent=2) + "\n"


def property_list() -> str:
    """The same grammar as TextMate itself and Sublime Text read it."""
    return plistlib.dumps(_grammar()).decode()


def _grammar() -> dict[str, Any]:
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "comment": "Written by `make editors` from lang/tokens.py and lang/grammar.lark: change those.",
        "name": "Gen",
        "scopeName": "source.gen",
        "fileTypes": ["gen"],
        "patterns": [{"include": "#prose"}, *(_line(depth) for depth in range(DEEPEST + 1))],
        "repository": {"prose": _prose(), "head": _head(), "token": _token()},
    }


def _prose() -> dict[str, Any]:
    return _rule(rf"^{BLANK}*(--.*)$", "prose")


def _line(depth: int) -> dict[str, Any]:
    """From the margin to the line's end, or to the first line that stands no deeper than its first.

    A rule for each depth: VS Code would build one that looks back at its own margin anew for every line.
    """
    margin = rf"{_STEP}{{{depth - 1}}}(?:{_STEP}|{BLANK})" if depth else ""
    deepest = depth == DEEPEST
    begin = rf"^{margin}{BLANK}*(?=\S)" if deepest else rf"^{margin}(?=\S)"
    deeper = rf"{_STEP}{{{depth - deepest}}}{BLANK}+\S"
    goes_on = _rule(rf"(,){BLANK}*((?<=\s)--.*)?\n", "punctuation", "note")
    prose_between = _rule(rf"^{BLANK}*(--.*)\n", "prose")
    note = _rule(r"((?<=\s)--.*)", "note")
    return {
        "begin": begin,
        "end": rf"(?<=\S){BLANK}*$|(?!\G)^(?!{deeper}|{BLANK}*$)",
        "patterns": [{"include": "#head"}, prose_between, goes_on, note, {"include": "#token"}],
    }


def _head() -> dict[str, Any]:
    """The words that a line begins with, at the margin and beneath something."""
    name, whole, verbs = _name(), not_before(), "|".join(sorted(VERBS))
    beneath = rf"\G(?<={BLANK})"
    return _patterns(
        _rule(rf"\G(let|takes){whole}{BLANK}+({name})", "joining", "term"),
        _rule(rf"\G(each){whole}{BLANK}+({name})", "joining", "setting"),
        _rule(rf"^\G({name})(?:{BLANK}+({name}))?", "verb", "made"),
        _rule(rf"{beneath}({GIVES}){whole}", "joining"),
        _rule(rf"{beneath}((?:{verbs}){whole}){BLANK}+({name})", "verb", "made"),
        _rule(rf"{beneath}({name}){BLANK}+({name})(?={BLANK}+(?:from|with){whole})", "verb", "made"),
        _rule(rf"{beneath}({name})", "setting"),
    )


def _token() -> dict[str, Any]:
    """Any word or sign of the rest of a line. One pattern, so that no engine looks through a line for each of many."""
    choices = [(f"({oniguruma(PATTERNS[name])})", TERMINALS[name]) for name in (*_FOREIGN, "VERSION", "PATH")]
    choices += [(f"({oniguruma(PATTERNS['NUMBER'])})(?:{BLANK}*(%|{_name()}))?", "number unit")]
    choices += [(f"({joining()})", "joining"), (f"({oniguruma(PATTERNS['NAME'])})", "word")]
    choices += [(f"({oniguruma(PATTERNS[name])})", TERMINALS[name]) for name in _PLAIN]
    choices += [(rf"(\{PATTERNS[name]})", TERMINALS[name]) for name in _SIGNS]
    choices += [(r"(\S)", "stray")]
    kinds = " ".join(kind for _, kind in choices).split()
    return _rule("|".join(pattern for pattern, _ in choices), *kinds)


def _name() -> str:
    """A name, and nothing that the language would rather take for something else."""
    rather = "|".join((joining(), *(oniguruma(PATTERNS[name]) for name in ("FOREIGN_PATH", "VERSION", "PATH"))))
    return f"(?!{rather}){oniguruma(PATTERNS['NAME'])}"


def _patterns(*rules: dict[str, Any]) -> dict[str, Any]:
    return {"patterns": list(rules)}


def _rule(pattern: str, *kinds: str) -> dict[str, Any]:
    """A rule whose groups are words of these kinds. Groups that the pattern has besides capture nothing."""
    captures = {str(number): {"name": f"{KINDS[kind].textmate}.gen"} for number, kind in enumerate(kinds, 1)}
    return {"match": pattern, "captures": captures}
