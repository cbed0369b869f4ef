"""parser: whatever a text holds, it has a tree, messages with a place in it, and a layout; refused by limit at once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from intaglio.face.session import words
from intaglio.lang import remedy
from intaglio.lang.formatter import format_text
from intaglio.lang.layout import physical_lines
from intaglio.lang.script import Script, glance, read
from intaglio.lang.world import Nowhere
from tests.lang.pages import STANDARD
from tests.lang.test_repair import SLIPS, TOKENS, WORKS
from tests.matrix.conftest import Found
from tests.matrix.counts import count

TEXTS = [path.read_text(encoding="utf-8") for path in WORKS]
ODD = "\0\x1b\u200b\u202e\u2028\ufeff\ud800é́𝔸🎞٣²ⅷ﷽\x85\x0c\x0b\r\t \n"


def understood(text: str, read: Callable[..., Script] = read) -> Script:
    """Read a text; every message has a place inside it, and its layout is settled at once."""
    script = read(text, words(), Nowhere(), STANDARD)
    lines = physical_lines(text)
    for each in script.diagnostics:
        span = each.span
        assert 1 <= span.line <= len(lines) + 1, each
        assert 1 <= span.column <= span.end, each
        assert span.column <= len(lines[span.line - 1] if span.line <= len(lines) else "") + 1, each
        assert each.title
        assert each.message()
    once = format_text(text)
    assert once == format_text(once)
    return script


# What is fuzzed ------------------------------------------------------------------------------------------------------


def noise(chance: random.Random) -> str:
    """Bytes."""
    return chance.randbytes(chance.randint(0, 400)).decode("utf-8", chance.choice(["replace", "surrogateescape"]))


def letters(chance: random.Random) -> str:
    """Characters of all sorts, with words of the language among them."""
    found = [
        chance.choice((chance.choice(ODD), chr(chance.randrange(0x11000)), f" {chance.choice(SLIPS)} "))
        for _ in range(80)
    ]
    return "".join(found)


def mutated(chance: random.Random) -> str:
    """A work with some of its tokens changed, moved, or doubled."""
    text = chance.choice(TEXTS)
    for _ in range(chance.randint(1, 12)):
        tokens = list(TOKENS.finditer(text)) or [None]
        one, other = chance.choice(tokens), chance.choice(tokens)
        if one is None or other is None:
            break
        put = chance.choice(["", other[0], chance.choice(SLIPS), chance.choice(ODD), f"{one[0]}\n", one[0] * 2])
        text = text[: one.start()] + put + text[one.end() :]
    return text


def shuffled(chance: random.Random) -> str:
    """Lines of all works in any order, at any depth."""
    lines = [line.strip() for text in TEXTS for line in text.split("\n")]
    return "\n".join(" " * chance.randint(0, 9) + chance.choice(lines) for _ in range(chance.randint(1, 40)))


def nested(chance: random.Random) -> str:
    """One thing in another, and in another."""
    depth, word = chance.randint(1, 300), chance.choice(["group", "recipe", "dataset", "each", "keep", "let"])
    step = chance.choice([1, 2, 3])
    marks = chance.choice("(-") * chance.randint(0, 300)
    return "".join(f"{' ' * (step * n)}{word} x{n}\n" for n in range(depth)) + f"let a = {marks}1\n"


def long(chance: random.Random) -> str:
    """A line of very many values."""
    between = chance.choice([", ", " ", " and ", " or ", " to ", " by ", " * ", "."])
    return f"{chance.choice(['let a =', 'train a from', '  keep', 'each x'])} " + between.join(
        ["b1"] * chance.randint(1, 3000)
    )


FUZZED: tuple[Callable[[random.Random], str], ...] = (noise, letters, mutated, mutated, shuffled, nested, long)


def test_whatever_a_text_holds_it_is_understood_as_far_as_it_can_be(found: Found) -> None:
    times = count(100, 400, 20_000)
    for seed in range(times):
        chance = random.Random(seed)
        text = FUZZED[seed % len(FUZZED)](chance)
        try:
            understood(text)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {text[:400]!r}") from error

    found("parser", f"{times:,} fuzzed texts: no traceback, every message has a place, every layout is settled.")


# Work ----------------------------------------------------------------------------------------------------------------

GROWING: dict[str, Callable[[int], str]] = {
    "stages": lambda n: "gen 1\n" + "".join(f"dataset d{i} from ./x/\n  resize 64 px\n\n" for i in range(n)),
    "a chain": lambda n: "gen 1\ndataset d0 from ./x/\n" + "".join(f"dataset d{i + 1} from d{i}\n" for i in range(n)),
    "mistakes": lambda n: "".join(f"gathr d{i} from d{i + 1}\n  resiz 64 pixels\n" for i in range(n)),
    "names": lambda n: "train a from " + ", ".join(f"b{i}" for i in range(n // 2)),
    "lets": lambda n: "let a0 = 1\n" + "".join(f"let a{i + 1} = a{i} + 1\n" for i in range(n)),
    "quotation marks": lambda n: 'write a\n  "' + '" "' * n,
    "parentheses": lambda n: "let a = " + "(" * n,
    "stray marks": lambda n: "train a {} ;; " * (n // 4),
    "crooked lines": lambda n: "".join(f"{' ' * (1 + i % 3)}mirror\n" for i in range(n)),
    "notes": lambda n: "-- a note\n" * n,
    "recipes": lambda n: "".join(f"recipe r{i}\n  takes a as images\n\n  rebuild b from a\n\n" for i in range(n)),
}


@pytest.mark.parametrize("family", GROWING)
def test_a_text_twice_as_long_takes_about_twice_as_much(family: str) -> None:
    def read_once(size: int) -> None:
        understood(GROWING[family](size), glance)  # to try what is offered comes to an end by itself

    read_once(50)  # what is worked out once
    short, long = calls_of(lambda: read_once(800)), calls_of(lambda: read_once(1600))

    assert long < 2.2 * short


def test_what_is_offered_is_tried_on_so_many_lines_and_no_more() -> None:
    script = glance(GROWING["mistakes"](150), words(), Nowhere(), STANDARD)
    lines_read: list[int] = []

    def read_again(text: str) -> Script:
        lines_read.append(len(physical_lines(text)))
        return script  # what is told stays what it was, so that everything there is to try is tried

    remedy.tried(script, read_again)

    assert 0 < sum(lines_read) <= remedy.ENOUGH + max(lines_read)


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called by it, Python's and those in C: the same on any machine, however busy."""
    calls = 0

    def heard(frame: FrameType, event: str, given: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(heard)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


# Limits --------------------------------------------------------------------------------------------------------------

VAST: dict[str, tuple[str, str]] = {
    "a depth of 100,000": ("".join(f"{' ' * min(2 * n, 4000)}group g\n" for n in range(2_500)), "G"),
    "100,000 parentheses": ("gen 1\nlet a = " + "(" * 100_000 + "\n", "G012"),
    "a line of a megabyte": ("gen 1\nlet a = " + "1" * 1_000_000 + "\n", "G"),
    "a sweep of a thousand million": (
        "gen 1\ndataset a from ./photos/\ntrain b from a\n  model gan\nsample c with b\n  each seed 1 to 1000000000\n",
        "G214",
    ),
}


def gen(folder: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """The real command, and the seconds that it took beyond an empty Python."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "intaglio", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    return done, time.monotonic() - began


@pytest.mark.parametrize("what", VAST)
@pytest.mark.parametrize("command", ["check", "plan", "fmt", "run"])
def test_what_is_too_much_is_told_by_every_command(what: str, command: str, tmp_path: Path) -> None:
    text, code = VAST[what]
    (tmp_path / "photos").mkdir()
    (tmp_path / "score.gen").write_text(text)

    done, seconds = gen(tmp_path, command, "score.gen")

    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode in ((0, 1) if command == "fmt" else (1,)), done.stderr
    assert command == "fmt" or code in done.stdout + done.stderr
    assert seconds < 20


def test_a_file_of_100_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    with (tmp_path / "score.gen").open("wb") as file:
        file.truncate(100 << 20)

    for command in ("check", "plan", "fmt", "run"):
        done, seconds = gen(tmp_path, command, "score.gen")

        assert 2 == done.returncode, done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        assert seconds < 5


def test_recipes_that_use_each_other_are_refused_with_the_place(tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    (tmp_path / "photos").mkdir()
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / "kit" / f"{one}.gen").write_text(
            f"gen 1\n\nuse {other} from ./ at v1\n\nrecipe {one}\n"
            f"  takes seen as images\n  gives out\n\n  {other} out from seen\n"
        )
    (tmp_path / "score.gen").write_text("gen 1\n\nuse a from ./kit/ at v1\n\ndataset d from ./photos/\n\na x from d\n")

    done, _ = gen(tmp_path, "check", "score.gen")

    assert 1 == done.returncode
    assert "Traceback" not in done.stderr
    assert "score.gen:" in done.stdout
