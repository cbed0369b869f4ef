"""The language: scripts checked by the command, and ten thousand lines after each keystroke in them."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
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

Measure = Callable[[], Figure]
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
        image = path / "a.png" if place.endswith("/") else path  # a folder without one is a mistake
        image.parent.mkdir(parents=True, exist_ok=True)
        image.touch()
    (folder / "score.gen").write_text(text, "utf-8")
    subjects = [
        Subject("Intaglio", lambda: command([*GEN, "check", "score.gen"], folder, QUIET)),
        Subject("of it, to read the text and find all that is said of it", lambda: _first_reading(folder)),
        Subject("Python that does nothing", lambda: command([sys.executable, "-c", "pass"], folder, QUIET)),
    ]
    return Table(title, in_turn(subjects, ROUNDS), bound=bound)


READ = """
import gc, time
gc.disable()  # as the command has it until 300,000 things are made
from intaglio.face.session import Session
session = Session.at("score.gen")
wall, cpu = time.perf_counter(), time.process_time()
session.read().diagnostics
print(time.process_time() - cpu, time.perf_counter() - wall)
"""


def _first_reading(folder: Path) -> Figure:
    """A process that has started reads a text for the first time."""
    said = subprocess.run(
        [GEN[0], "-c", READ], cwd=folder, env=QUIET, capture_output=True, text=True, check=True
    ).stdout
    return Figure(*map(float, said.split()))


def _keystroke(title: str, text: str) -> Table:
    memory = Memory()

    def check(text: str) -> Script:
        return read(text, words(), Nowhere(), LENDER, memory)

    return _typed(title, text, check)


def _served(title: str, text: str) -> Table:
    documents, versions = Documents(), count(2)
    uri = "untitled:score.gen"
    documents.put(uri, text, 1)

    def typed(edited: str) -> list[lsp.Diagnostic]:
        change = lsp.TextDocumentContentChangeWholeDocument(edited)
        documents.change(uri, [change], next(versions))
        return diagnostics.published(documents.pages[uri])

    return _typed(title, text, typed)


def _typed(title: str, text: str, check: Callable[[str], object]) -> Table:
    """Each sort of keystroke, at places all over a text that was read before."""
    lines = text.split("\n")
    everywhere = range(len(lines))
    beneath = [number for number in everywhere if lines[number].startswith("  ") and "--" not in lines[number]]
    heads = [number for number in everywhere if re.match(r"(?:dataset|sample|train) ", lines[number])]

    def keystroke(places: Sequence[int], change: Callable[[str], list[str]], *, mends: bool = False) -> Measure:
        """What a change of one line costs, made or taken back, each time at another place."""
        at = (places[round(number * len(places) / 7 + 3) % len(places)] for number in count(1))

        def typed() -> Figure:
            place = next(at)
            edited = "\n".join([*lines[:place], *change(lines[place]), *lines[place + 1 :]])
            before, after = (edited, text) if mends else (text, edited)
            check(before)
            return function(lambda: check(after))

        return typed

    kinds: dict[str, Measure] = {
        "a letter": keystroke(everywhere, lambda line: [f"{line} -- a"]),
        "a new line": keystroke(everywhere, lambda line: [line, ""]),
        "a line taken out": keystroke(everywhere, lambda line: []),
        "five lines put in": keystroke(heads, lambda line: ["dataset more from ./photos/", *["  mirror"] * 4, line]),
        "a new `let`": keystroke(heads, lambda line: ["let broad = 64 px", line]),
        "a letter of a name": keystroke(heads, lambda line: [re.sub(r"^(\w+ [\w-]+)", r"\1x", line)]),
        "a mistake": keystroke(beneath, lambda line: [f"{line} zzz"]),
        "a mistake mended": keystroke(beneath, lambda line: [f"{line} zzz"], mends=True),
    }
    subjects = [Subject(name, measure) for name, measure in kinds.items()]
    return Table(title, in_turn(subjects, ROUNDS), bound=KEY_BOUND, all_of_them=True)
