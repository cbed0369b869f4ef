"""The folio: a script's text comes in, what stands on its page goes out, as a value that knows no format.

Every word of the script is there, mistakes and all. Each piece of it has a role (a verb, a made name, a path …), and a
text's direction is that of its first letter. It refuses to know of fonts, paper and colours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from intaglio.lang.formatter import format_text
from intaglio.lang.grammar import content, tokens
from intaglio.lang.ir import Program
from intaglio.lang.parser import parse
from intaglio.lang.tree import Line, Quantity, Reference, Text, Tree

VERB, NAME, PATH, WORD, QUOTED, SIGN = "verb", "name", "path", "word", "quoted", "sign"
SIGNS = {">=": "≥", "<=": "≤", "!=": "≠", "*": "×", "/": "÷", "-": "−"}
HOLDS_STAGES = frozenset({"group", "recipe"})  # at the margin: what is indented beneath them are verbs again
NAMES_SOMETHING = frozenset({"let", "takes"})
LABELS = {"after": "after", "edition": "edition", "licence": "licence"}
WALL = frozenset("artist after year edition licence statement seed".split())  # said at the head and foot of the page
RIGHT_TO_LEFT = frozenset({"R", "AL"})
LETTERS = frozenset({"L", "R", "AL"})


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, and its role."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Notes on lines of their own, one below the other as the artist broke them; an empty one parts paragraphs."""

    depth: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the score, and the note in its margin, or ""."""

    depth: int
    runs: tuple[Run, ...]
    note: str


Item = Prose | Said


@dataclass(frozen=True, slots=True)
class Strophe:
    """What stands together: the script's lines between two blank ones."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Folio:
    """What stands on the page. `edition` is the line at its foot, in parts."""

    title: str
    artist: str
    under: tuple[str, ...]  # below the title, each on its line
    statement: str
    strophes: tuple[Strophe, ...]
    edition: tuple[str, ...]

    def text(self) -> str:
        """All that stands there, to find out which letters it takes."""
        said = [self.title, self.artist, *self.under, self.statement, *self.edition]
        for item in (item for strophe in self.strophes for item in strophe.items):
            said += item.lines if isinstance(item, Prose) else ["".join(run.text for run in item.runs), item.note]
        return "\n".join(said)


def folio(text: str, name: str, program: Program | None, key: str | None) -> Folio:
    """The page of a script called `name`. Without a program (it has mistakes) the edition has no key."""
    tree = parse(format_text(text)).tree
    wall = _wall(tree)
    seed = wall.get("seed") or (str(program.work.seed) if program is not None else "")
    foot: list[str | None] = [
        wall.get("title", ""),
        wall.get("year", ""),
        _labelled(wall, "edition"),
        seed and f"seed {seed}",
    ]
    foot += [_labelled(wall, "licence"), key and f"key {' '.join(_fours(key))}", wall.get("gen", "")]
    return Folio(
        title=wall.get("title", "") or name,
        artist=wall.get("artist", ""),
        under=tuple(filter(None, (_labelled(wall, "after"),))),
        statement=wall.get("statement", ""),
        strophes=tuple(_strophes(tree)),
        edition=tuple(part for part in foot if part),
    )


def direction(text: str) -> str:
    """`rtl` for a text whose first letter is written from right to left, else `ltr`."""
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in LETTERS), "L")
    return "rtl" if first in RIGHT_TO_LEFT else "ltr"


def _fours(key: str) -> list[str]:
    return [key[i : i + 4] for i in range(0, len(key), 4)]


# The wall ----------------------------------------------------------------------------------------------------------


def _wall(tree: Tree) -> Mapping[str, str]:
    """What `gen` and `work` say, by word, so far as it is said at the head and foot."""
    said: dict[str, str] = {}
    for line in tree.lines:
        if _is_version(line):
            said.setdefault("gen", line.text)
        elif _is_work(line):
            said.setdefault("title", _value(line))
            for below in _on_the_wall(line):
                assert below.head is not None
                said[below.head.text] = _value(below)
    return said


def _is_version(line: Line) -> bool:
    """Whether a line is `gen 1`, and no more."""
    plain = line.head is not None and line.head.text == "gen" and not (line.children or line.clauses or line.repairs)
    return plain and len(line.values) == 1 and isinstance(line.values[0], Quantity)


def _is_work(line: Line) -> bool:
    """Whether a line is `work "Title"`."""
    plain = line.head is not None and line.head.text == "work" and not (line.clauses or line.repairs)
    return plain and len(line.values) == 1 and isinstance(line.values[0], Text)


def _on_the_wall(work: Line) -> Sequence[Line]:
    """Of what stands beneath a title, what is understood; the rest stays where the artist wrote it."""
    found: dict[str, Line] = {}
    for below in work.children:
        whole = (
            below.form == "plain" and len(below.values) == 1 and not (below.clauses or below.repairs or below.children)
        )
        if whole and below.head is not None and below.head.text in WALL:
            found.setdefault(below.head.text, below)
    return tuple(found.values())


def _value(line: Line) -> str:
    if line.values and isinstance(line.values[0], Text):
        return line.values[0].content
    assert line.head is not None
    return line.text[line.head.end :].strip()


def _labelled(wall: Mapping[str, str], word: str) -> str:
    return f"{LABELS[word]} {wall[word]}" if wall.get(word) else ""


# The text ----------------------------------------------------------------------------------------------------------


def _strophes(tree: Tree) -> Iterator[Strophe]:
    """The lines in their order, parted where the artist left a blank one."""
    names = frozenset(_named(tree))
    items = [*_items(tree.lines, names, stages=True), *_prose(tree.tail, 0)]
    for is_blank, together in groupby(items, key=lambda item: item is None):
        if not is_blank:
            yield Strophe(tuple(item for item in together if item is not None))


def _items(lines: Sequence[Line], names: frozenset[str], *, stages: bool) -> Iterator[Item | None]:
    """Lines and prose, and None for each blank line. `stages` tells whether these lines begin with verbs."""
    waiting = [(line, stages) for line in reversed(lines)]
    while waiting:
        line, is_stage = waiting.pop()
        yield from _prose(line.above, line.depth)
        if is_stage and line.depth == 0 and _is_version(line):
            yield from _prose([line.note], 0) if line.note else ()
            continue
        if is_stage and line.depth == 0 and _is_work(line):
            yield from _beside(line)
            left = [below for below in line.children if below not in _on_the_wall(line)]
            waiting += [(below, False) for below in reversed(left)]
            continue
        yield Said(line.depth, tuple(_runs(line, names, is_stage)), _bare(line.note))
        holds = is_stage and line.head is not None and line.head.text in HOLDS_STAGES
        waiting += [(below, holds) for below in reversed(line.children)]


def _beside(work: Line) -> Iterator[Item | None]:
    """The notes of lines that stand at the head or foot: they are the artist's, and stay in their place."""
    notes = [work.note, *(note for below in _on_the_wall(work) for note in (*below.above, below.note))]
    yield from _prose([note for note in notes if note], 0)


def _prose(above: Sequence[str], depth: int) -> Iterator[Item | None]:
    for is_note, together in groupby(above, key=bool):
        notes = list(together)
        if is_note:
            yield Prose(depth, tuple(map(_bare, notes)))
        else:
            yield from [None] * len(notes)


def _bare(note: str) -> str:
    """A note without its dashes."""
    return note.removeprefix("--").strip()


def _named(tree: Tree) -> Iterator[str]:
    """The names of values: what `let` and `takes` name. Others are names only after `from` and `with`."""
    waiting = list(tree.lines)
    while waiting:
        line = waiting.pop()
        if line.form in NAMES_SOMETHING and line.head is not None:
            yield line.head.text
        waiting += line.children


# Runs --------------------------------------------------------------------------------------------------------------


def _runs(line: Line, names: frozenset[str], is_stage: bool) -> Iterator[Run]:
    """The pieces of a line, spaces among them, so that joined they are what was written, but for its signs."""
    italic = _italic(line, names, is_stage)
    end, before = 0, ""
    for token in tokens(line.text):
        start, kind, word = token.start_pos or 0, token.type, str(token)
        gap = line.text[end:start]
        if gap:
            yield Run(WORD, "\u00a0" if before == "NUMBER" and kind == "NAME" else " ")
        end, before = start + len(word), kind
        yield _run(kind, word, is_italic=start in italic, is_verb=is_stage and start == 0, spaced=bool(gap))


def _run(kind: str, word: str, *, is_italic: bool, is_verb: bool, spaced: bool) -> Run:
    if kind == "STRING":
        return Run(QUOTED, f"“{content(word)}”")
    if kind in ("PATH", "COLOUR", "VERSION"):
        return Run(PATH, word)
    if kind in ("COMPARE", "SCALE") or (kind == "SIGN" and spaced):
        return Run(SIGN, SIGNS.get(word, word))
    if is_italic:
        return Run(NAME, word)
    is_word = kind == "NAME" or word.isalpha()
    return Run(VERB if is_verb and is_word else WORD, word)


def _italic(line: Line, names: frozenset[str], is_stage: bool) -> frozenset[int]:
    """Where in a line names of made things begin."""
    found = {at for clause in line.clauses for at in _references(line.text, clause.start, clause.end, clause.word)}
    if line.form in NAMES_SOMETHING and line.head is not None:
        found.add(line.head.start)
    named = is_stage or (line.head is not None and line.head.text in ("group", "gives"))
    for node in line.values:
        if isinstance(node, Reference) and named:
            found |= _within(line.text, node.start, node.end)
    return frozenset(found | {token.start_pos or 0 for token in tokens(line.text) if str(token) in names})


def _references(text: str, start: int, end: int, word: str) -> set[int]:
    return _within(text, start + len(word), end) if word in ("from", "with") else set()


def _within(text: str, start: int, end: int) -> set[int]:
    """Where names begin in a stretch of a line, and the dots that join them."""
    found = [token for token in tokens(text) if start <= (token.start_pos or 0) < end]
    return {token.start_pos or 0 for token in found if token.type in ("NAME", "DOT")}
