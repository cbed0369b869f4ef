"""A script that is read again and again with a memory, while it is written, is what it is when it is read at once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from intaglio.face.words import words
from intaglio.lang.checker.memory import Memory
from intaglio.lang.checker.roll import Roll
from intaglio.lang.parser import Manuscript, parse
from intaglio.lang.script import Script, read
from intaglio.lang.world import Nowhere
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib.registry import RECIPES

LENDER = DiskRecipes(None, RECIPES)
TESTS = Path(__file__).parents[1]
WORKS = sorted((TESTS / "works").glob("*.gen"))
WRITTEN = [*WORKS, *sorted((TESTS.parent / "examples").glob("*/*.gen")), *sorted((TESTS / "mistakes").glob("*/*.gen"))]
TYPED = (
    "let side = 64 px",
    "let side = 128 px",
    "let wide = side * 2",
    "let ddim = 3",
    "let aside = aside",
    "let tall = wide * 9 / 16",
    "let wide = tall",
    "dataset table from ./photos/",
    "dataset fresh from table",
    "dataset circle from circle",
    "dataset early from late",
    "dataset late from ./photos/",
    "dataset again from ./out/one/",
    "  resize side",
    "  resize wide",
    "  crop square, centre",
    "  keep width >= 400 px",
    "  group reds",
    "    from ./reds/",
    "train dreamer from table",
    "  model gan",
    "  modle gan",
    "  epochs 40",
    "  each epochs 10, 20, 30",
    "sample attempts with dreamer",
    "sample attempts-again with dremer",
    "  count 16",
    "  each truncation 0.2, 0.8",
    "  save ./out/one/",
    "  save ./photos/made/",
    "show passing with dreamer",
    "bend warped with dreamer",
    "  scale 1.5 at layer-9",
    "  preview 3 every 90 epochs",
    "print wall from attempts",
    "  rows epochs",
    "  rows truncation",
    "  columns group",
    "group atlas",
    "  dataset inner from ./photos/",
    "  sample drawn with dreamer",
    "  sample within with atlas.model",
    "recipe soft",
    "  takes pictures as images",
    "  takes size as 8 to 512 = 64",
    "  dataset small from pictures",
    "    resize size",
    "  gives small",
    "soft gentle from table",
    "soft gentler from gentle",
    "  size 32",
    "  each size 32, 64",
    "use contact-sheet from std/recipes at v1",
    "contact-sheet proofs from attempts",
    "-- a note",
    "",
    "  ",
    "\ttabbed",
    'work "A title"',
    "  seed 7",
    "  from ./gone/",
    "epochs 3",
    "warm up 500 steps",
    "  schedule cosine",
    "  sampler ddim",
    "  variation 20%",
)
HARDLY_MEANT = """gen 1

dataset table from ./photos/
  resize 64 px

train dreamer from table
  model gan
  epochs 40
  schedule cosine
  preview 3 every 90 epochs

bend warped with dreamer
  scale 0.5 to 1.5 at layer-1

sample attempts with warped
  count 4
  sampler ddim

train painter from attempts
  model autoencoder
  schedule cosine
  epochs 3

sample seen with painter
  sampler ddim
""".split("\n")


class Shaky(Nowhere):
    """A world in which places come and go."""

    def __init__(self) -> None:
        self.gone: set[str] = set()

    def exists(self, path: str) -> bool:
        return path not in self.gone

    def listing(self, path: str) -> tuple[str, ...]:
        return ("photos/", "reds/")


def told(script: Script) -> tuple[object, ...]:
    """All that anyone can know of a script."""
    uses = {use: list(gives) for use, gives in script.uses.items()}
    return script.diagnostics, script.program, script.lines, script.paths, script.later, script.inside, uses


def edited(lines: list[str], chance: random.Random) -> list[str]:
    """The lines after something was typed, put in, taken out, moved, or called something else."""
    lines, at = [*lines], chance.randrange(len(lines) + 1)
    some = slice(at, at + chance.choice((1, 1, 2, 5)))
    match chance.randrange(8):
        case 0 | 1:
            lines.insert(at, chance.choice(TYPED))
        case 2:
            del lines[some]
        case 3 if lines[some]:
            lines[at] = chance.choice(TYPED)
        case 4 if lines[some] and lines[at]:
            where = chance.randrange(len(lines[at]))
            lines[at] = lines[at][:where] + chance.choice(("", "x", " ", "-", "3", ", ", '"')) + lines[at][where + 1 :]
        case 5:
            moved, lines[some] = lines[some], []
            where = chance.randrange(len(lines) + 1)
            lines[where:where] = moved
        case 6:
            lines[at:at] = [chance.choice(("", "-- a note", "  "))] * chance.randrange(1, 4)
        case 7:
            said = [word for line in lines for word in line.split() if word.isidentifier()]
            old, new = chance.choice(said or ["gen"]), chance.choice((*said, "renamed"))
            lines = [line.replace(old, new) for line in lines]
    return lines


def begun(number: int) -> list[str]:
    """A work, lines that say nothing where they stand, or such of every sort beneath each other by chance."""
    if number % 5 == 4:
        return HARDLY_MEANT
    if number % 3:
        return WORKS[number % len(WORKS)].read_text("utf-8").split("\n")
    return ["gen 1", *random.Random(number).choices(TYPED, k=40)]


@pytest.mark.parametrize("number", range(12))
def test_a_script_read_with_a_memory_is_what_it_is_without_one(number: int) -> None:
    chance, memory, world = random.Random(number), Memory(), Shaky()
    lines = begun(number)
    for step in range(30):
        if chance.random() < 0.2:
            world.gone ^= {chance.choice(("./photos/", "./reds/", "./out/table/"))}
        text = "\n".join(lines)

        assert told(read(text, words(), world, LENDER)) == told(read(text, words(), world, LENDER, memory)), step
        before, lines = lines, edited(lines, chance)
        lines = before if len(lines) > 150 else lines


def typed(text: str, chance: random.Random) -> str:
    """A text after one keystroke, or a few lines put in, taken out or pasted elsewhere; often near its last line."""
    at = chance.randrange(len(text) + 1)
    lines = text.split("\n")
    row = chance.choice((chance.randrange(len(lines)), len(lines) - 1))
    few = lines[row : row + chance.choice((1, 1, 5))]
    match chance.randrange(7):
        case 0:
            return text[:at] + chance.choice('aegmst 0,-:"') + text[at:]
        case 1:
            return text[:at] + text[at + 1 :]
        case 2:
            return text[:at] + chance.choice(("\n", "\n  ")) + text[at:]
        case 3:
            lines[row : row + len(few)] = []
        case 4:
            where = chance.randrange(len(lines) + 1)
            lines[where:where] = few
        case 5:
            lines[row] += chance.choice((" zzz", " -- a", ",", " from", "x"))
        case 6:
            lines.insert(row, chance.choice(TYPED))
    return "\n".join(lines)


@pytest.mark.parametrize("number", range(8))
def test_a_script_that_is_typed_in_and_undone_is_what_it_is_at_once(number: int) -> None:
    chance, memory, world = random.Random(number), Memory(), Shaky()
    written = [path for path in WRITTEN if path.stat().st_size < 3000]
    texts = [chance.choice(written).read_text("utf-8")]
    for step in range(40):
        text = texts[-1]

        assert told(read(text, words(), world, LENDER)) == told(read(text, words(), world, LENDER, memory)), step
        if len(texts) > 1 and chance.random() < 0.3:
            texts.pop()
        else:
            texts.append(typed(text, chance))


PUT_IN = ("\n", "-", "--", "\n-", "\n--", "\n- a", "\n\n", "\r", "\ufeff", " ", "\n  ", "\u200b", '"', "a", "\n-- a")


def scribbled(text: str, chance: random.Random) -> str:
    """A text in which something that may begin a block, or end one, was put in at one or two places."""
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(PUT_IN) + text[at + chance.choice((0, 0, 1, 4, 30)) :]
    return text


@pytest.mark.parametrize("number", range(20))
def test_a_text_that_is_typed_in_is_parsed_as_it_is_at_once(number: int) -> None:
    chance, manuscript = random.Random(number), Manuscript()
    texts = ["\n".join(begun(number)) if number % 2 else chance.choice(("", "\n", "-", "\n\n- ", "a\r\nb\rc"))]
    for step in range(60):
        text = texts[-1]

        assert parse(text) == manuscript.parse(text), (step, texts[-2:])
        if len(texts) > 1 and chance.random() < 0.3:
            texts.pop()
        else:
            texts.append(chance.choice((typed, scribbled))(text, chance))


@pytest.mark.parametrize("number", range(6))
def test_a_roll_that_heard_who_went_and_came_is_one_that_heard_of_all(number: int) -> None:
    chance, memory = random.Random(number), Memory()
    lines = begun(number)
    for step in range(20):
        read("\n".join(lines), words(), Shaky(), LENDER, memory)
        kept, fresh = memory.web.roll, Roll()
        fresh.call(kept.stages)

        assert called(fresh) == called(kept), step
        before, lines = lines, edited(lines, chance)
        lines = before if len(lines) > 60 else lines


def called(roll: Roll) -> tuple[object, ...]:
    """All that a roll has."""
    return roll.by_made, roll.by_path.keys(), len(roll.doubles), roll.naming, roll.places


def test_a_stage_of_a_recipe_stands_where_its_line_is_now_when_lines_above_have_moved() -> None:
    text = "\n".join(
        (
            "gen 1",
            "recipe soft",
            "  takes pictures as images",
            "  dataset small from pictures",
            "    resize 32 px",
            "  gives small",
            "dataset table from ./photos/",
            "soft gentle from table",
            "print wall from gentle",
        )
    )
    moved = text.replace("gen 1\n", "gen 1\n\n-- a note\n")
    memory = Memory()
    read(text, words(), Shaky(), LENDER, memory)
    (spot,) = read(moved, words(), Shaky(), LENDER, memory).inside["gentle.small"]

    assert (6, "  dataset small from pictures") == (spot.span.line, spot.text)


def test_a_verb_is_told_of_when_the_line_that_borrowed_it_from_nowhere_is_gone() -> None:
    text = "gen 1\nuse contact-sheet from ./gone/ at v1\ndataset table from ./photos/\ncontact-sheet wall from table\n"
    memory = Memory()
    read(text, words(), Shaky(), LENDER, memory)
    without = text.replace("use contact-sheet", "use sheets")

    assert told(read(without, words(), Shaky(), LENDER)) == told(read(without, words(), Shaky(), LENDER, memory))


def test_what_is_known_of_a_script_stays_when_its_memory_reads_on() -> None:
    text = WORKS[0].read_text("utf-8")
    memory = Memory()
    before = read(text, words(), Shaky(), LENDER, memory)
    read(f"gen 1\n\n\n{text.removeprefix('gen 1')}", words(), Shaky(), LENDER, memory)

    assert told(read(text, words(), Shaky(), LENDER)) == told(before)


FLAT = """gen 1
dataset cups
  group round
group round
from ./photos/
  from ./photos/
    from ./photos/
group tall
  from ./sketches/
  crop square
crop square
train dreamer from cups
  model gan
  condition group
  steps 20
train other from cups.round
  model gan
  steps 20
sample more with dreamer
  group tall
group tall""".split("\n")


@pytest.mark.parametrize("number", range(20))
def test_groups_that_are_not_indented_come_and_go(number: int) -> None:
    chance, memory = random.Random(number), Memory()

    for step in range(20):
        text = "\n".join(line for line in FLAT if chance.random() < 0.8)
        assert told(read(text, words(), Shaky(), LENDER)) == told(read(text, words(), Shaky(), LENDER, memory)), step
