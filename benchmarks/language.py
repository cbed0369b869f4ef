"""The language: scripts checked by the command, and ten thousand lines after each keystroke in them."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

from lsprotocol import types as lsp

from benchmarks.clock import Figure, Subject, command, function, in_turn
from benchmarks.peers import ROOT
from benchmarks.projects import GEN, QUIET
from benchmarks.table import Table
from intaglio.face.command import SELDOM
from intaglio.face.server import diagnostics
from intaglio.face.server.documents import Documents
from intaglio.face.session import words
from intaglio.lang.checker.memory import Memory
from intaglio.lang.script import Script, read
from intaglio.lang.world import Nowhere
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib.registry import RECIPES

LINES = 10_000
COLD_BOUND = 0.20
FIRST_BOUND = LINES / 15_000
KEY_BOUND = 0.040
ROUNDS = 9
WORKS = sorted((ROOT / "tests" / "works").glob("*.gen"))
LENDER = DiskRecipes(None, RECIPES)
PLACE = re.compile(r"(?<=\s)\./[\w./-]+")
RECIPE = re.compile(r"^(?:use|recipe) ([\w-]+)", re.MULTILINE)
ABOUT_ALL = re.compile(r"^(?:gen|work|use|recipe)\b.*\n(?:(?: {2}.*)?\n)*", re.MULTILINE)


def measured(folder: Path) -> Iterator[Table]:
    """All of it, table by table."""
    gc.set_threshold(*SELDOM)  # as the command and the server have it
    long, chain = of_works(), of_one_sort()
    yield _command("`gen check` of 59 lines", folder / "cold", WORKS[0].read_text("utf-8"), COLD_BOUND)
    yield _command(f"`gen check` of {LINES:,} lines of works", folder / "long", long, FIRST_BOUND)
    yield _command(f"`gen check` of {LINES:,} lines, one stage after another", folder / "chain", chain, FIRST_BOUND)
    for told, text in (("of works", long), ("one stage after another", chain)):
        yield _keystroke(f"A keystroke in {LINES:,} lines, {told}: from the text to all that is said of it", text)
        yield _served(f"A keystroke in {LINES:,} lines, {told}: from what is typed to what the editor shows", text)


# Texts -------------------------------------------------------------------------------------------------------------


def of_works() -> str:
    """The works one after another, each with names of its own; the recipes that they use stand once, at the top."""
    texts = [path.read_text("utf-8") for path in WORKS]
    said = ["gen 1\n", *(match[0] for text in texts for match in ABOUT_ALL.finditer(text) if match[0][0] in "ru")]
    verbs = [*words().verbs, "group", "let", *(name for text in texts for name in RECIPE.findall(text))]
    for number in count():
        if sum(text.count("\n") for text in said) >= LINES:
            return "\n".join(said)
        said.append(_renamed(ABOUT_ALL.sub("", texts[number % len(texts)]), number, verbs))
    raise AssertionError


def _renamed(text: str, number: int, verbs: Iterable[str]) -> str:
    """A work whose names, and the places where it saves, are no other's."""
    given = re.compile(rf"^(?: {{2}})?(?:{'|'.join(verbs)}) ([\w-]+)", re.MULTILINE)
    names = set(given.findall(text))
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", f"{name}-v{number}", text)
    return re.sub(r"(?<=save \./)", f"v{number}/", text)


def of_one_sort() -> str:
    """One stage after another, each made of the one before."""
    stages = range(LINES // 3 - 1)
    said = [
        f"dataset a{number} from {f'a{number - 1}' if number else './photos/'}\n  resize 64 px\n" for number in stages
    ]
    return "\n".join(["gen 1\n", *said, f"print all from a{stages[-1]}\n"])


# What is measured --------------------------------------------------------------------------------------------------


def _command(title: str, folder: Path, text: str, bound: float) -> Table:
    """The command itself, beside a Python that does nothing."""
    for place in PLACE.findall(text):
        path = folder / place
        (path if place.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        path.touch()
    (folder / "score.gen").write_text(text, "utf-8")
    subjects = [
        Subject("Intaglio", lambda: command([*GEN, "check", "score.gen"], folder, QUIET)),
        Subject("Python that does nothing", lambda: command([sys.executable, "-c", "pass"], folder, QUIET)),
    ]
    return Table(title, in_turn(subjects, ROUNDS), bound=bound)


def _keystroke(title: str, text: str) -> Table:
    memory = Memory()

    def check(text: str) -> Script:
        return read(text, words(), Nowhere(), LENDER, memory)

    return _typed(title, text, lambda edited: function(lambda: check(edited)), check)


def _served(title: str, text: str) -> Table:
    documents, versions = Documents(), count(2)
    uri = "untitled:score.gen"
    documents.put(uri, text, 1)

    def typed(edited: str) -> list[lsp.Diagnostic]:
        change = lsp.TextDocumentContentChangeWholeDocument(edited)
        documents.change(uri, [change], next(versions))
        return diagnostics.published(documents.pages[uri])

    return _typed(title, text, lambda edited: function(lambda: typed(edited)), typed)


def _typed(title: str, text: str, measure: Callable[[str], Figure], prepare: Callable[[str], object]) -> Table:
    """Each sort of keystroke, at places all over a text that was read before."""
    lines = text.split("\n")
    places = (round(number * len(lines) / 7) + 3 for number in count(1))
    kinds: dict[str, Callable[[str], str]] = {
        "a letter": lambda line: f"{line} -- a",
        "a mistake": lambda line: f"{line} zzz",
        "a new line": lambda line: f"{line}\n",
    }

    def subject(name: str, change: Callable[[str], str]) -> Subject:
        def typed() -> Figure:
            at = next(places) % len(lines)
            return measure("\n".join([*lines[:at], change(lines[at]), *lines[at + 1 :]]))

        return Subject(name, typed, before=lambda: prepare(text))

    return Table(title, in_turn([subject(*kind) for kind in kinds.items()], ROUNDS), bound=KEY_BOUND)
