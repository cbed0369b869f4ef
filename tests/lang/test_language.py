"""The language, as text that an artist could type. The cases stand in `tests/language/`, a page for each part of it.

Under a heading that states a rule stands a score in a block marked `gen`. A line that is mistaken says so in a margin
note: `--! G204`, or with the line that `Try` offers, `--! G204 -> truncation 0.8`. A line without a note is right. What
is written before each score, so that there is something to speak of, stands in `BEFORE`; a block marked `gen whole`
goes without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary

PAGES = Path(__file__).resolve().parent.parent / "language"
BLOCK = re.compile(r"^```gen( whole)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
NOTE = re.compile(r"\s*--! (.*)$")
BEFORE = """gen 1
dataset table from ./photos/
train dreamer from table
  model gan
write litany
  "a bowl"
  "a jug"
sample seen with dreamer
  each prompt from litany
"""


class Studio:
    """A small world."""

    FOLDERS: ClassVar = {
        "./": ("photos/", "sketches/", "sound.mp3", "chosen.txt"),
        "./photos/": ("one.jpg", "still-life/", "two.jpg"),
        "./photos/still-life/": ("pear.png",),
        "./sketches/": (),
    }

    def exists(self, path: str) -> bool:
        if path.rstrip("/") + "/" in self.FOLDERS or "*" in path:
            return True
        folder, _, name = path.rpartition("/")
        return name in self.FOLDERS.get(f"{folder}/", ())

    def listing(self, path: str) -> tuple[str, ...]:
        return self.FOLDERS.get(path, ())


@dataclass(frozen=True)
class Case:
    """A score and what should be said of it: for each line, codes and perhaps the lines to try."""

    page: str
    rule: str
    score: str
    first: int  # the line of the score's own first line
    expected: tuple[tuple[int, str], ...]

    @property
    def name(self) -> str:
        return f"{self.page}: {self.rule}"


def cases() -> list[Case]:
    return [case for page in sorted(PAGES.glob("*.md")) for case in cases_of(page)]


def cases_of(page: Path) -> list[Case]:
    found = []
    for section in re.split(r"^#+ ", page.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        rule = section.partition("\n")[0]
        found += [case_of(page.stem, rule, match) for match in BLOCK.finditer(section)]
    return found


def case_of(page: str, rule: str, block: re.Match[str]) -> Case:
    before = "" if block[1] else BEFORE
    lines = block[2].splitlines()
    first = before.count("\n") + 1
    expected = [
        (first + number, saying.strip())
        for number, line in enumerate(lines)
        if (note := NOTE.search(line))
        for saying in note[1].split(" and ")
    ]
    score = before + "".join(NOTE.sub("", line) + "\n" for line in lines)
    return Case(page, rule, score, first, tuple(expected))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_rule_of_the_language(case: Case, words: Vocabulary) -> None:
    script = read(case.score, words, Studio())
    said = [d for d in script.diagnostics if d.span.line >= case.first]
    wants_try = {(line, saying.split(" ")[0]) for line, saying in case.expected if "->" in saying}

    actual = [
        (d.span.line, f"{d.code} -> {(d.suggestion() or '').strip()}" if (d.span.line, d.code) in wants_try else d.code)
        for d in said
    ]

    assert sorted(case.expected) == sorted(actual)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_line_to_try_brings_the_fault_to_an_end(case: Case, words: Vocabulary) -> None:
    """What an edit mends is not told of again at its place."""
    script = read(case.score, words, Studio())
    for told in script.diagnostics:
        if told.edit is None or told.edit.span.line != told.span.line:
            continue
        lines = case.score.split("\n")
        line, place = lines[told.span.line - 1], told.edit.span
        lines[told.span.line - 1] = line[: place.column - 1] + told.edit.replacement + line[place.end - 1 :]

        again = read("\n".join(lines), words, Studio()).diagnostics

        assert (told.code, told.span) not in {(d.code, d.span) for d in again}


def test_every_page_has_cases() -> None:
    assert [] == [page.name for page in PAGES.glob("*.md") if not cases_of(page)]
