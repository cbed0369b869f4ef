"""Repair: a line that does not follow the grammar is given the smallest change after which it does.

A line's text comes in; its sentence goes out, with a record of what was changed. At the first token that the parser
does not take, every single change (a token put in, left out, or read as another) is tried, and the one is kept that
lets most of the tokens after it through. It refuses to know what the changes are called: `complaint.py` words them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from intaglio.lang.automaton import END, Token, Unexpected
from intaglio.lang.automaton import Reading as Parser
from intaglio.lang.grammar import Sentence, begin, is_read, tokens, understand
from intaglio.lang.records import dataclass
from intaglio.lang.tree import Repair

if TYPE_CHECKING:
    from intaglio.lang.habits import Habit

LONGEST = 10_000  # characters of one line; nothing that a person writes comes near
CROWDED = 200  # operators and parentheses of one line, so that a value is never nested too deep to walk
MOST_REPAIRS = 6
AHEAD = 4  # tokens that a change is tried on

# What may be put in, and what that costs against tokens let through. An empty name is one that nobody wrote.
_INSERTED = {"COMMA": (",", 0.6), "EQUAL": ("=", 0.6), "AS": ("as", 0.6), "RIGHT": (")", 0.6), "NAME": ("", 1.0)}
_RENAME = 0.5  # what reading a joining word as a name costs
_DELETE = 1.2  # what leaving out something that was said costs
_DELETE_DOUBLED = 0.2
_DELETED = {
    "STRAY": 0.1,
    "FOREIGN_PATH": 0.1,
    **dict.fromkeys(("COMMA", "DOT", "EQUAL", "LEFT", "PERCENT", "RIGHT"), 0.4),
}
_WORDS = frozenset("LET TAKES EACH FROM WITH AT EVERY AS OR AND NOT IS TO BY".split())
_DELETED.update(dict.fromkeys(_WORDS, 0.6))
_NESTING = frozenset("SIGN SCALE AND OR NOT LEFT IS COMPARE".split())
_SIGNS = {
    "==": ("IS", "is"),
    "&&": ("AND", "and"),
    "||": ("OR", "or"),
    "=>": ("COMPARE", ">="),
    "=<": ("COMPARE", "<="),
    "<>": ("COMPARE", "!="),
    **dict.fromkeys("،，、", ("COMMA", ",")),
}


class Change(NamedTuple):
    """A change of the line's text: put `replacement` in the place of text[start:end]."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says, how it had to be changed to say it, and whether it was too much to read at all."""

    sentence: Sentence
    repairs: tuple[Repair, ...] = ()
    mended: str | None = None  # the line with all changes made, where that follows the grammar
    refused: bool = False
    habit: Habit | None = None  # it was written as elsewhere, and read as that says


BROKEN = Sentence("broken")
LEADS = frozenset(("from", "with", "each", "let", "takes"))  # words of gen's own that a line may begin with


@lru_cache(16384)
def read_line(text: str) -> Reading:
    """Read one logical line, whatever it holds."""
    if len(text) > CROWDED and _too_much(text):
        return Reading(BROKEN, refused=True)
    try:
        if text[:5].istitle() or text[:4].isupper():
            return _with_capitals(text) or Reading(understand(text))
        return Reading(understand(text))
    except Unexpected:
        from intaglio.lang.habits import recognise  # ten milliseconds, which a script without mistakes does without

        habit = recognise(text)
        return _Search(text).reading() if habit is None else _as_meant(text, habit)


def _with_capitals(text: str) -> Reading | None:
    """The reading of a line that begins with one of gen's own words in capitals, which would be taken for a name."""
    if text.partition(" ")[0].lower() not in LEADS:
        return None
    from intaglio.lang.habits import recognise

    habit = recognise(text)
    return None if habit is None else _as_meant(text, habit)


def _as_meant(text: str, habit: Habit) -> Reading:
    """The reading of a line that is written as elsewhere: what it is meant as, its words in their own places."""
    from difflib import SequenceMatcher  # see above

    meant, _, more = habit.meant[0].partition("\n")
    repair = Repair("rewrite", text[habit.start : habit.end], "", "", "", "", habit.start, habit.end)
    if meant.startswith("--"):
        return Reading(BROKEN, (repair,), habit=habit)
    theirs, ours = tokens(text), tokens(meant)
    same = SequenceMatcher(None, [*map(str, theirs)], [*map(str, ours)], autojunk=False)
    places = {block.b + i: theirs[block.a + i] for block in same.get_matching_blocks() for i in range(block.size)}
    placed, end = [], 0
    for number, token in enumerate(ours):
        at = places.get(number)
        start, end = (end, end) if at is None else (at.start_pos, at.end_pos)
        placed.append(Token(token.type, str(token), start, end))
    return Reading(_read(placed), (repair,), None if more else meant, habit=habit)


def _too_much(text: str) -> bool:
    return len(text) > LONGEST or sum(token.type in _NESTING for token in tokens(text)) > CROWDED


class _Search:
    """The repair of one line, token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.end = Token(END, "", len(text), len(text))
        self.taken: list[Token] = []  # what the parser took, read or put in
        self.repairs: list[Repair] = []
        self.changes: list[Change] = []

    def reading(self) -> Reading:
        """Repair the line."""
        self.tokens = list(self._translated())
        sentence = self._sentence()
        return Reading(sentence, tuple(self.repairs), _mended(self.text, self.changes))

    def _translated(self) -> Iterator[Token]:
        """The tokens, with marks from elsewhere read as ours."""
        before: Token | None = None
        for token in self.tokens:
            ours = _translate(token)
            if ours is not token:
                self._record("replace" if ours is not None else "delete", token, ours, before)
                self.changes.append(_change(token, str(ours or "")))
            if ours is not None:
                yield ours
            before = token

    def _sentence(self) -> Sentence:
        parser, position = begin(), 0
        while True:
            token = self.tokens[position] if position < len(self.tokens) else self.end
            if _takes(parser, token):
                if token is self.end:
                    return _read(self.taken)
                self.taken.append(token)
                position += 1
                continue
            parser = _fresh(self.taken)
            best = self._best(parser, position, token)
            if best is None or len(self.repairs) >= MOST_REPAIRS:
                return self._give_up(parser, token)
            self._apply(best, token)
            parser, position = best.parser, position + best.taken

    def _best(self, parser: Parser, position: int, token: Token) -> _Candidate | None:
        """The change that lets most through."""
        candidates = [*self._insertions(parser, position, token), *self._others(parser, position, token)]
        return max(candidates, key=lambda candidate: candidate.score, default=None)

    def _insertions(self, parser: Parser, position: int, token: Token) -> Iterator[_Candidate]:
        """Every token that can be put in here. At the line's end more than one may be needed."""
        for kind, (text, cost) in _INSERTED.items():
            inserted = Token(kind, text, token.start_pos, token.start_pos)
            filled = _fed(parser, inserted)
            following = _fed(filled, token) if filled is not None else None
            if filled is not None and following is not None:
                yield _Candidate(self._gain(following, position + 1) - cost, "insert", inserted, filled, 0)
            elif filled is not None and token is self.end:
                yield _Candidate(-cost, "insert", inserted, filled, 0)

    def _others(self, parser: Parser, position: int, token: Token) -> Iterator[_Candidate]:
        """Reading a joining word as a name, and leaving the token out."""
        if token is self.end:
            return
        if token.type in _WORDS:
            name = _retyped(token, "NAME", str(token))
            following = _fed(parser, name)
            if following is not None:
                yield _Candidate(self._gain(following, position + 1) - _RENAME, "replace", name, following, 1)
        cost = _DELETE_DOUBLED if token == self._before() else _DELETED.get(token.type, _DELETE)
        yield _Candidate(self._gain(parser, position + 1) - cost, "delete", None, parser, 1)

    def _gain(self, parser: Parser, position: int) -> int:
        """How many of the next tokens the parser takes; more where it comes to the line's end."""
        for count in range(AHEAD):
            if position + count >= len(self.tokens):
                return count + (2 if position + count > len(self.tokens) or _fed(parser, self.end) is not None else 0)
            following = _fed(parser, self.tokens[position + count])
            if following is None:
                return count
            parser = following
        return AHEAD

    def _apply(self, best: _Candidate, token: Token) -> None:
        before = self._before()
        self._record(best.action, token, best.token, before)
        if best.action == "insert":
            place = before.end_pos if before is not None else token.start_pos
            self.changes.append(Change(place, place, f" {best.token} "))
        else:
            self.changes.append(_change(token, f"my-{token}" if best.token is not None else ""))
        if best.token is not None:
            self.taken.append(best.token)

    def _give_up(self, parser: Parser, token: Token) -> Sentence:
        self._record("drop", token, None, self._before())
        self.changes.append(Change(token.start_pos, len(self.text), ""))
        return _read(self.taken) if _fed(parser, self.end) is not None else BROKEN

    def _before(self) -> Token | None:
        return self.taken[-1] if self.taken else None

    def _record(self, action: str, token: Token, ours: Token | None, before: Token | None) -> None:
        expected = ours.type if ours is not None else ""
        kind, text = (before.type, str(before)) if before is not None else ("", "")
        start, end = token.start_pos, token.end_pos
        self.repairs.append(Repair(action, str(token), token.type, expected, text, kind, start, end))


def _translate(token: Token) -> Token | None:
    """A mark from elsewhere as one of ours, or None for one that only has to go; any other token as it is."""
    match token.type:
        case "FOREIGN_STRING":
            return _retyped(token, "STRING", '"' + token[1:-1].replace("\\", "\\\\") + '"')
        case "OPEN_STRING":
            inside = token[1:].rstrip()
            escaped = (len(inside) - len(inside.rstrip("\\"))) % 2
            return _retyped(token, "STRING", '"' + inside + "\\" * escaped + '"')
        case "FOREIGN_SIGN" if token in _SIGNS:
            return _retyped(token, *_SIGNS[token])
        case "FOREIGN_NUMBER":
            return _retyped(token, "NUMBER", token.replace(",", "."))
        case "FOREIGN_PATH" if len(token) > 1:
            return _retyped(token, "PATH", token.replace("\\", "/"))
        case "FOREIGN_NOTE":
            return None
        case _:
            return token


def _retyped(token: Token, kind: str, text: str) -> Token:
    return Token(kind, text, token.start_pos, token.end_pos)


def _change(token: Token, replacement: str) -> Change:
    # A space stands for what was left out, so that its neighbours do not become one word.
    return Change(token.start_pos, token.end_pos, replacement or " ")


def _mended(text: str, changes: list[Change]) -> str | None:
    """The text with all changes made, where it then follows the grammar."""
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.replacement + text[change.end :]
    return text if is_read(text) else None


class _Candidate(NamedTuple):
    score: float
    action: str
    token: Token | None  # what the parser was fed in its place
    parser: Parser
    taken: int  # tokens of the line that are done with


def _takes(parser: Parser, token: Token) -> bool:
    """Whether the parser takes `token`. One that does not is spoilt."""
    if not parser.may_take(token.type):
        return False
    try:
        parser.feed(token)
    except Unexpected:
        return False
    return True


def _fed(parser: Parser, token: Token) -> Parser | None:
    """A parser that has taken `token` too, or None. What the two make of tokens is shared, and so is worthless."""
    following = parser.copy()
    return following if _takes(following, token) else None


def _fresh(taken: list[Token]) -> Parser:
    parser = begin()
    for token in taken:
        parser.feed(token)
    return parser


def _read(taken: list[Token]) -> Sentence:
    """What tokens say that the grammar takes."""
    return cast("Sentence", _fresh(taken).said(taken[-1].end_pos if taken else 0))
