"""The tables of the grammar, made by Lark and kept in `grammar.json`, so that nobody who reads a script loads Lark.

`make accept` writes them anew after a change of `grammar.lark`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lark import Lark
from lark.grammar import Rule as Written
from lark.lexer import UnlessCallback
from lark.parsers.lalr_analysis import Shift

from intaglio.lang import grammar
from intaglio.lang.automaton import Rule, Tables

# A name that no other terminal of the grammar begins like: small letters, figures after one (but no `v2`, which is a
# version) and single hyphens, before a blank or a comma.
PLAIN_NAME = r"(?:[a-uw-z]|v(?!\d))[a-z0-9]*(?:-[a-z0-9]+)*(?=[\s,]|$)"


def built(source: str, rules: object | None = None) -> Lark:
    """Lark's own parser of a line. `rules` has a method for each rule: its children in, what it makes of them out."""
    return Lark(
        source,
        start=["line", "never"],
        parser="lalr",
        lexer="basic",
        transformer=rules,
        maybe_placeholders=False,
        propagate_positions=False,
    )


def patterns() -> dict[str, str]:
    """Each terminal's name, and the regular expression or word that it is; those that are tried first come first."""
    terminals = sorted(built(grammar.source()).terminals, key=lambda terminal: -terminal.priority)
    return {terminal.name: terminal.pattern.value for terminal in terminals if not terminal.name.startswith("__")}


def made(source: str) -> Tables:
    """The tables of a grammar. Raises what Lark raises for one with conflicts, and ValueError for what is not followed:
    tokens that a rule leaves out of its values, rules of nothing, and words that are not names.
    """
    lark = built(source)
    front: Any = lark.parser
    scanner, table = front.lexer.scanner, front.parser._parse_table
    ((names, unless),) = front.lexer.callback.items()
    if not isinstance(unless, UnlessCallback):
        raise ValueError(f"words other than names: {unless}")
    words = {terminal.pattern.value: terminal.name for terminal in unless.scanner.terminals}
    terminals = {terminal.name: terminal.pattern.to_regexp() for terminal in scanner.terminals}
    (blank,) = (terminals.pop(name) for name in front.lexer.ignore_types)
    numbers = {rule: number for number, rule in enumerate(lark.rules)}
    reached = _reached(table.states, table.start_states["line"])
    places = {state: place for place, state in enumerate(reached)}

    def what(action: object, to: Any) -> int:
        return places[to] if action is Shift else -1 - numbers[to]

    return Tables(
        pattern="|".join(f"(?P<{name}>{pattern})" for name, pattern in terminals.items()),
        plain=PLAIN_NAME,
        blank=blank,
        names=names,
        words=dict(sorted(words.items())),
        rules=[_rule(rule) for rule in lark.rules],
        states=[{symbol: what(*to) for symbol, to in sorted(table.states[state].items())} for state in reached],
        start=places[table.start_states["line"]],
        end=places[table.end_states["line"]],
    )


def _reached(states: Mapping[int, Mapping[str, tuple[object, Any]]], start: int) -> list[int]:
    """The states that are reached from one, in an order that is the grammar's alone; Lark's own goes by chance."""
    found = [start]
    for state in found:
        following = [to for _, (action, to) in sorted(states[state].items()) if action is Shift]
        found += [to for to in dict.fromkeys(following) if to not in found]
    return found


def _rule(rule: Written) -> Rule:
    """A rule as it is followed. Lark's own reading of its options: `parse_tree_builder.ParseTreeBuilder`."""
    if any(symbol.is_term and symbol.filter_out for symbol in rule.expansion):
        raise ValueError(f"{rule} leaves tokens out")
    if not rule.expansion:
        raise ValueError(f"{rule} is made of nothing")
    origin = str(rule.origin.name)
    opens = tuple(place for place, symbol in enumerate(rule.expansion) if _lies_open(symbol))
    name = None if origin.startswith("_") else rule.alias or origin
    return Rule(origin, len(rule.expansion), name, opens, bool(rule.options.expand1 and not rule.alias))


def _lies_open(symbol: Any) -> bool:
    return not symbol.is_term and symbol.name.startswith("_")


def written(source: str) -> str:
    """What `grammar.json` holds."""
    return json.dumps({"source": source, **made(source)._asdict()}, ensure_ascii=False, separators=(",", ":"))
