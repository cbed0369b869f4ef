"""The pages of `tests/language/`: their scores, and what is expected of each. `test_language.py` says how they read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from intaglio.lang.borrowing import Absent, Page, is_library
from intaglio.lang.vocabulary import Number, Setting, Slot, Verb
from intaglio.lang.world import Counted, Knowledge
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib.registry import RECIPES

PAGES = Path(__file__).resolve().parent.parent / "language"
BLOCK = re.compile(r"^```gen( whole)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^```gen at (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
STANDARD = DiskRecipes(None, RECIPES)  # what ships with gen, and nothing else
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


PERFORMED = Verb(
    "solarise",
    makes="images",
    doc="",
    settings={"above": Setting("above", (Slot("above", Number(0, 1, "share")),), "", sweeps=True, key="above")},
)


class Studio:
    """A small world. Its `trusted.py` says what it takes; `solarise.py` is somebody's whom nobody trusts yet."""

    FOLDERS: ClassVar = {
        "../": ("elsewhere.py",),
        "./": (
            "photos/",
            "recipes/",
            "sketches/",
            "sound.mp3",
            "chosen.txt",
            "chosen.rtf",
            "solarise.py",
            "trusted.py",
        ),
        "./recipes/": (),
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

    def is_empty(self, path: str) -> bool:
        return False

    def passed_over(self, path: str, endings: tuple[str, ...]) -> Counted | None:
        return ((".txt", 2),) if path == "./recipes/" else None

    def known(self, path: str) -> Knowledge:
        if path.startswith("../"):
            return Knowledge(trusted=False, because=f"{path} leads out of the folder that the script lies in.")
        return Knowledge(trusted=True, verb=PERFORMED) if path == "./trusted.py" else Knowledge(trusted=False)

    def is_installed(self, file: str) -> bool:
        return True


class Bare(Studio):
    """The same, with nothing installed but what comes with gen."""

    def is_installed(self, file: str) -> bool:
        return False


@dataclass(frozen=True)
class Shelf:
    """Recipes that lie beside a score: files by their path, as `runtime.world.recipes` finds them on a disk."""

    files: Mapping[str, str] = field(default_factory=dict)

    def lend(self, source: str, name: str, version: str | None) -> Page | Absent:
        if is_library(source):
            return STANDARD.lend(source, name, version)
        root = source.removeprefix("./").rstrip("/") + "/"
        for inside, said in ((f"{version}/", version), ("", None)):
            text = self.files.get(f"{root}{inside}{name}.gen")
            if text is not None:
                return Page(f"{root}{inside}{name}.gen", text, f"./{root}{inside}", f"./{root}", said)
        return Absent(self.holds(source))

    def holds(self, source: str) -> Mapping[str, tuple[str, ...]]:
        if is_library(source):
            return STANDARD.holds(source)
        root = source.removeprefix("./").rstrip("/") + "/"
        found: dict[str, tuple[str, ...]] = {}
        for path in sorted(self.files):
            if path.startswith(root):
                version, _, name = path.removeprefix(root).removesuffix(".gen").rpartition("/")
                found[name] = (*found.get(name, ()), *([version] if version else ()))
        return found

    def leads_out(self, path: str, root: str) -> bool:
        return False


@dataclass(frozen=True)
class Case:
    """A score and what should be said of it: for each line, codes and perhaps the lines to try."""

    page: str
    rule: str
    score: str
    first: int  # the line of the score's own first line
    expected: tuple[tuple[int, str], ...]
    shelf: Shelf = Shelf()

    @property
    def name(self) -> str:
        return f"{self.page}: {self.rule}"


def cases() -> list[Case]:
    return [case for page in sorted(PAGES.glob("*.md")) for case in cases_of(page)]


def cases_of(page: Path) -> list[Case]:
    found = []
    for section in re.split(r"^#+ ", page.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        rule = section.partition("\n")[0]
        shelf = Shelf(dict(FILE.findall(section)))
        found += [case_of(page.stem, rule, match, shelf) for match in BLOCK.finditer(section)]
    return found


def case_of(page: str, rule: str, block: re.Match[str], shelf: Shelf) -> Case:
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
    return Case(page, rule, score, first, tuple(expected), shelf)
