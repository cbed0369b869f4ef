"""An automaton: the tables that Lark makes of a grammar, followed without Lark.

Text comes in, tokens go out; tokens come in, and what the grammar's rules make of them goes out. It refuses to know
what any rule means. Lark itself takes a hundred milliseconds of the processor to load, half of what a check of a short
script may cost; its tables are made once (see `tables.py`), and to follow them is the textbook's loop (Aho, Lam, Sethi
and Ullman, "Compilers", 2nd edition, algorithm 4.44). A text whose tokens are of the same types as another's is read
in the same steps, which are kept: of ten thousand lines, forty differ in that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

END = "$END"  # the type of what stands after the last token
PLAIN = "PLAIN"  # the group of what is surely a name
KEPT = 4096  # texts of different types, whose steps are kept
SHORT = 64  # tokens of such a text: the types of a long one hardly come twice


class Token(str):
    """A token: its text, its `type`, and where it stands in the line that it was read from."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int

    def __new__(cls, type: str, text: str, start_pos: int = 0, end_pos: int = 0) -> Token:
        """A token of a type."""
        token = str.__new__(cls, text)
        token.type, token.start_pos, token.end_pos = type, start_pos, end_pos
        return token

    def __eq__(self, other: object) -> bool:
        """Tokens are equal where their types are too; to any other string, the text is what counts."""
        return str.__eq__(self, other) is True and (not isinstance(other, Token) or self.type == other.type)

    def __ne__(self, other: object) -> bool:
        """Whether they are not equal."""
        return not self == other

    __hash__ = str.__hash__


class Unexpected(Exception):
    """The grammar takes no such `token` here."""

    def __init__(self, token: Token) -> None:
        super().__init__(f"{token.type} {token!r} at {token.start_pos}")
        self.token = token


class Rule(NamedTuple):
    """A rule of the grammar, as it is followed: `size` symbols become one `symbol`.

    `name` says what makes a value of theirs; None where nothing does, and the values lie `open`, to be put in among
    those of the rule around. `opens` are the places of its symbols whose values lie open; `alone` says that a single
    value stays what it is.
    """

    symbol: str
    size: int
    name: str | None
    opens: tuple[int, ...]
    alone: bool


class Tables(NamedTuple):
    """What Lark makes of a grammar, as `grammar.json` holds it.

    `pattern` is of any token, each type a group. `plain` is of what is surely a name: looked for first, it finds three
    of four tokens without a look at what else might stand there. `states` has for each state what follows on a symbol:
    a state that is gone to, or with numbers below 0 a rule, -1 for the first. `words` are the names that are words of
    the language, and the types that they are then.
    """

    pattern: str
    plain: str
    blank: str  # what may lie between tokens
    names: str  # the type of names, of which some are words
    words: Mapping[str, str]
    rules: Sequence[Rule]
    states: Sequence[Mapping[str, int]]
    start: int
    end: int


Step = tuple[int, Callable[[list[Any]], Any] | None]  # so many values become one; or so many tokens become values


class Automaton:
    """Reads texts by tables. `makes` has what each named rule makes of the values of its symbols."""

    def __init__(self, tables: Tables, makes: Callable[[str], Callable[[list[Any]], Any]]) -> None:
        self._tables = tables
        self.states, self.end = tables.states, tables.end
        self.rules = [(rule.symbol, rule.size, _value(rule, makes)) for rule in tables.rules]
        self._steps: dict[str, list[Step]] = {}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        pattern, plain, blank, *_ = self._tables
        return re.compile(f"(?:{blank})?+(?:(?P<{PLAIN}>{plain})|{pattern})")

    @cached_property
    def _kinds(self) -> list[str]:
        """What each group of the pattern is a token of; the first is the whole of it."""
        groups = {number: kind for kind, number in self._pattern.groupindex.items()}
        return ["", *(self._tables.names if groups[number] == PLAIN else groups[number] for number in sorted(groups))]

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text. Raises ValueError where it holds what is none, which a grammar may rule out."""
        names, words, kinds = self._tables.names, self._tables.words, self._kinds
        tokens, place, made = [], 0, str.__new__
        for found in self._pattern.finditer(text):
            number = found.lastindex
            if number is None or found.start() != place:
                break
            begun, place = found.span(number)
            said, kind = found[number], kinds[number]
            if kind == names:
                kind = words.get(said, names)
            token = made(Token, said)
            token.type, token.start_pos, token.end_pos = kind, begun, place
            tokens.append(token)
        if text[place:].strip():
            raise ValueError(f"no token begins with {text[place:].lstrip()[0]!r}")
        return tokens

    def reading(self) -> Reading:
        """The beginning of a text."""
        return Reading(self, [self._tables.start], [])

    def read(self, text: str) -> Any:
        """What a text says. Raises `Unexpected` where it does not follow the grammar."""
        tokens = self.tokens(text)
        types = " ".join([token.type for token in tokens])
        if types in self._steps:
            return _made(self._steps[types], tokens)
        reading = Reading(self, [self._tables.start], [], [])
        for token in tokens:
            reading.feed(token)
        said = reading.said(len(text))
        if len(self._steps) < KEPT and len(tokens) <= SHORT:
            self._steps[types] = reading.steps or []
        return said


def _made(steps: list[Step], tokens: list[Token]) -> Any:
    """What steps make of the tokens of a text."""
    values: list[Any] = []
    taken = 0
    for size, value in steps:
        if value is None:
            values += tokens[taken : taken + size]
            taken += size
        else:
            values[-size:] = (value(values[-size:]),)  # no rule is empty, see `tables.made`
    return values[-1]


class Reading:
    """A text that is being read: where the automaton stands, and the values that it has made so far; in which steps,
    where somebody wants to know.
    """

    __slots__ = ("_automaton", "_stack", "_values", "steps")

    def __init__(
        self, automaton: Automaton, stack: list[int], values: list[Any], steps: list[Step] | None = None
    ) -> None:
        self._automaton, self._stack, self._values, self.steps = automaton, stack, values, steps

    def copy(self) -> Reading:
        """Another reading that stands here."""
        return Reading(self._automaton, self._stack.copy(), self._values.copy())

    def may_take(self, kind: str) -> bool:
        """Whether tokens of a type may follow. One that may is sometimes not taken all the same: see `feed`."""
        return kind in self._automaton.states[self._stack[-1]]

    def feed(self, token: Token) -> None:
        """Take a token; at last perhaps one of the type `END`. Raises `Unexpected` for one that the grammar does not
        take here, and is spoilt then.
        """
        if token.type == END:
            self.said(token.start_pos)
            return
        state = self._reduced(token.type)
        if state is None:
            raise Unexpected(token)
        self._stack.append(state)
        self._values.append(token)
        if self.steps is not None:
            size = self.steps.pop()[0] if self.steps and self.steps[-1][1] is None else 0
            self.steps.append((size + 1, None))

    def said(self, end: int) -> Any:
        """What was said, where the text ends here. Raises `Unexpected` where more is wanted."""
        if self._reduced(END) is not None or self._stack[-1] != self._automaton.end:
            raise Unexpected(Token(END, "", end, end))
        return self._values[-1]

    def _reduced(self, kind: str) -> int | None:
        """Make values by rules until a token of a type follows. The state that it leads to; None where none follows."""
        stack, values = self._stack, self._values
        states, rules = self._automaton.states, self._automaton.rules
        while (what := states[stack[-1]].get(kind)) is not None and what < 0:
            symbol, size, value = rules[-1 - what]
            if value is None:
                stack[-1] = states[stack[-2]][symbol]
                continue
            cut = len(stack) - size
            made = value(values[cut - 1 :])  # the first state has no value
            del stack[cut:], values[cut - 1 :]
            stack.append(states[stack[-1]][symbol])
            values.append(made)
            if self.steps is not None:
                self.steps.append((size, value))
        return what


def _value(rule: Rule, makes: Callable[[str], Callable[[list[Any]], Any]]) -> Callable[[list[Any]], Any] | None:
    """What a rule makes of the values of its symbols; None where their only one stays what it is, as most do."""
    if rule.alone and rule.size == 1 and not rule.opens:
        return None
    make = None if rule.name is None else makes(rule.name)
    if not rule.opens and not rule.alone:
        return make or list

    def value(values: list[Any]) -> Any:
        for place in reversed(rule.opens):
            values[place : place + 1] = values[place]
        if rule.alone and len(values) == 1:
            return values[0]
        return values if make is None else make(values)

    return value
