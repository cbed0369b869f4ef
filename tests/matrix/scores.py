"""Scores that chance makes, and edits of one field at a time: for laws that hold whatever an artist writes.

Two families stand side by side in each score: numbers, of the toy kinds, which branch, sweep and gather; and pictures,
of real kinds that need no network. An edit says whether it may reach a result at all.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from intaglio.lang.formatter import format_text
from tests.matrix.studio import picture

STEPS = ["grey", "mirror", "crop square", "crop square, top", "drop width is 18 px", "resize 12 px", "pad 20 px"]
SHAPES = [(24, 20), (18, 20)]  # one of which a condition leaves out


@dataclass
class Stage:
    """A stage as it is written: settings and steps are lines by their first word, or in their order."""

    verb: str
    name: str
    sources: list[str]
    settings: dict[str, str] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Its lines."""
        head = f"{self.verb} {self.name}" + (f" from {', '.join(self.sources)}" if self.sources else "")
        lines = [*self.steps, *(f"{word} {value}".rstrip() for word, value in self.settings.items())]
        return "\n".join([head, *(f"  {line}" for line in lines)])


@dataclass
class Score:
    """A score and the pictures that it reads, each by its name: a number that says which, and its size."""

    stages: list[Stage]
    pictures: dict[str, tuple[int, tuple[int, int]]]
    notes: int = 0
    wide: bool = False  # whether it is written with much room

    def text(self) -> str:
        """The script."""
        between = "\n\n\n\n" if self.wide else "\n\n"
        text = "gen 1\n\n" + between.join(stage.text() for stage in self.stages) + "\n"
        if self.wide:
            text = text.replace(" from ", "  from   ").replace(", ", " ,")
        return text + "".join(f"\n-- note {number}\n" for number in range(self.notes))

    def lay_out(self, folder: Path) -> None:
        """Make a folder hold these pictures and no others. What is as it was is not touched."""
        folder.mkdir(exist_ok=True)
        marks = folder.parent / "marks"  # which picture lies under which name
        known = dict(line.rsplit(" ", 1) for line in marks.read_text().splitlines()) if marks.exists() else {}
        wanted = {name: f"{number}:{w}x{h}" for name, (number, (w, h)) in self.pictures.items()}
        for name in known.keys() - wanted.keys():
            (folder / name).unlink()
        for name, mark in wanted.items():
            if known.get(name) != mark:
                picture(*self.pictures[name]).save(folder / name)
        marks.write_text("".join(f"{name} {mark}\n" for name, mark in wanted.items()))

    def of(self, *verbs: str) -> list[Stage]:
        """The stages of some verbs."""
        return [stage for stage in self.stages if stage.verb in verbs]

    def uses(self, name: str) -> list[Stage]:
        """What is made of a stage."""
        return [stage for stage in self.stages if name in stage.sources]

    def fresh_name(self) -> str:
        """A name that no stage has."""
        taken = {stage.name for stage in self.stages}
        return next(f"s{number}" for number in range(10_000) if f"s{number}" not in taken)


def score(chance: Random) -> Score:
    """Any score."""
    numbers = [Stage("count", f"n{i}", [], {"value": str(chance.randrange(20))}) for i in range(chance.randint(1, 2))]
    if chance.random() < 0.5:
        numbers[0].settings = {"each": f"value {chance.randrange(9)}, {chance.randrange(10, 20)}"}
    made = Score([*numbers], {})
    for _ in range(chance.randint(1, 3)):
        add_a_number(made, chance)
    table = Stage("dataset", "table", ["./photos/"], steps=chance.sample(STEPS, chance.randint(0, 2)))
    made.stages += [table, Stage("print", "sheet", ["table"], {"columns": "2", "size": "16 px by 16 px"})]
    if chance.random() < 0.5:
        made.stages += [Stage("dataset", "others", ["table"], steps=[chance.choice(STEPS)])]
    made.pictures = {f"{n}.bmp": (n, chance.choice(SHAPES)) for n in range(chance.randint(2, 4))}
    made.pictures["kept.bmp"] = (99, SHAPES[0])
    return made


# Edits -------------------------------------------------------------------------------------------------------------


def add_a_number(it: Score, chance: Random) -> None:
    """A stage more, of numbers."""
    ungathered = [stage.name for stage in it.of("count", "halve", "pair")]
    verb = chance.choice(("halve", "pair", "gather"))
    settings = {"value": str(chance.randrange(20)), "seed": str(chance.randrange(5))} if verb == "pair" else {}
    it.stages.append(Stage(verb, it.fresh_name(), [chance.choice(ungathered)], settings))


def remove_a_stage(it: Score, chance: Random) -> None:
    ends = [stage for stage in it.of("halve", "pair", "gather") if not it.uses(stage.name)]
    if ends:
        it.stages.remove(chance.choice(ends))


def change_a_value(it: Score, chance: Random) -> None:
    stage = chance.choice([stage for stage in it.of("count", "pair") if "value" in stage.settings] or it.of("print"))
    if stage.verb == "print":
        stage.settings["columns"] = str(chance.randint(1, 5))
    else:
        stage.settings["value"] = str(chance.randrange(20))


def change_a_seed(it: Score, chance: Random) -> None:
    for stage in it.of("pair")[:1]:
        stage.settings["seed"] = str(chance.randrange(5))


def sweep_further(it: Score, chance: Random) -> None:
    for stage in it.of("count")[:1]:
        if "each" in stage.settings:
            stage.settings["each"] += f", {chance.randrange(20, 90)}"


def take_another_source(it: Score, chance: Random) -> None:
    stages = it.of("halve", "pair", "gather")
    if stages:
        stage = chance.choice(stages)
        before = it.stages[: it.stages.index(stage)]
        earlier = [each.name for each in before if each.verb in ("count", "halve", "pair")]
        stage.sources = [chance.choice(earlier)] if earlier else stage.sources


def change_a_column(it: Score, chance: Random) -> None:
    it.of("print")[0].settings["columns"] = str(chance.randint(1, 5))


def title_the_sheet(it: Score, chance: Random) -> None:
    it.of("print")[0].settings["title"] = f'"{chance.randrange(5)}"'


def add_a_step(it: Score, chance: Random) -> None:
    stage = chance.choice(it.of("dataset"))
    if len(stage.steps) < 3:
        stage.steps.insert(chance.randint(0, len(stage.steps)), chance.choice(STEPS))


def remove_a_step(it: Score, chance: Random) -> None:
    stage = chance.choice(it.of("dataset"))
    if stage.steps:
        stage.steps.pop(chance.randrange(len(stage.steps)))


def paint_another(it: Score, chance: Random) -> None:
    name = chance.choice([*it.pictures])
    it.pictures[name] = (chance.randrange(50), it.pictures[name][1])


def add_a_picture(it: Score, chance: Random) -> None:
    if len(it.pictures) < 8:
        it.pictures[f"more-{chance.randrange(100)}.bmp"] = (chance.randrange(50), chance.choice(SHAPES))


def remove_a_picture(it: Score, chance: Random) -> None:
    if len(it.pictures) > 2:
        it.pictures.pop(chance.choice([name for name in it.pictures if name != "kept.bmp"]))


def rename_a_picture(it: Score, chance: Random) -> None:
    name = chance.choice([name for name in it.pictures if name != "kept.bmp"])
    it.pictures[f"renamed-{chance.randrange(100)}.bmp"] = it.pictures.pop(name)


def note(it: Score, chance: Random) -> None:
    it.notes = (it.notes + 1) % 4


def write_with_room(it: Score, chance: Random) -> None:
    it.wide = not it.wide


def rename_a_stage(it: Score, chance: Random) -> None:
    stage = chance.choice(it.stages)
    old, stage.name = stage.name, it.fresh_name()
    for other in it.stages:
        other.sources = [stage.name if source == old else source for source in other.sources]


def reorder(it: Score, chance: Random) -> None:
    it.stages.append(it.stages.pop(chance.randrange(len(it.stages))))


def watch(it: Score, chance: Random) -> None:
    chance.choice(it.of("count")).settings["watch"] = str(chance.randrange(100))


def save_elsewhere(it: Score, chance: Random) -> None:
    it.of("print")[0].settings["save"] = f"./out/{chance.randrange(5)}.png"


def credit(it: Score, chance: Random) -> None:
    it.of("dataset")[0].settings["credit"] = f'"{chance.randrange(5)}"'


Edit = Callable[[Score, Random], object]

REACHING: list[Edit] = [
    add_a_number,
    remove_a_stage,
    change_a_value,
    change_a_seed,
    sweep_further,
    take_another_source,
    change_a_column,
    title_the_sheet,
    add_a_step,
    remove_a_step,
    paint_another,
    add_a_picture,
    remove_a_picture,
    rename_a_picture,
]
REACHING_NOTHING: list[Edit] = [note, write_with_room, rename_a_stage, reorder, watch, save_elsewhere, credit]


def history(chance: Random, length: int) -> Iterator[tuple[Score, str]]:
    """A score, and so many edits of it; each with what was done. Now and then an edit is undone."""
    now = score(chance)
    before = [now]
    yield now, "begin"
    for _ in range(length):
        if chance.random() < 0.15:
            now, done = chance.choice(before), "undo"
        else:
            now, edit = copy.deepcopy(now), chance.choice([*REACHING, *REACHING_NOTHING])
            edit(now, chance)
            done = edit.__name__
        before.append(now)
        yield now, done


def formatted(it: Score) -> str:
    """Its script as `gen fmt` sets it."""
    return format_text(it.text())
