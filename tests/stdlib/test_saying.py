"""What a manifest holds of a line is said as the line was written."""

from __future__ import annotations

import pytest

from intaglio.lang import ir
from intaglio.lang.script import read
from intaglio.lang.world import Nowhere
from intaglio.runtime.keys.manifest import plain
from intaglio.runtime.plan.saying import Sayer
from intaglio.runtime.plan.schema import vocabulary
from intaglio.stdlib import registry
from intaglio.stdlib.images.conditions import told
from intaglio.stdlib.measures import MEASURES

STEPS = """
keep width > 300 px
keep width >= 64 px and (height >= 64 px or not blur > 40%)
drop brightness < 5% or not (width > 3 px and height > 2 px)
drop likeness > 94.5%
keep every 5 frames
crop square
crop square, centre, 12.5%
resize 32 px
resize 512 px by 640 px
pad 30 px by 32 px, #102030
grey
mirror
skip 2 min
until 1.5 s
rate 12 fps
take 40
balance 3
caption "a cup; \\"blue\\""
"""
SETTINGS = """
train epochs 400
train batch 4
train rate 0.0002
train decay cosine
train average 0.999
train freeze early, late
train condition group
train seam
sample count 64
sample truncation 0.7
sample steps 30
sample sampler euler
walk stops 8
walk pace 2 s
walk rate 24 fps
walk ease slow
walk loop
film speed 12 fps
film format gif
film size 64 px by 32 px
print columns 4
print margin 12 mm
print title "Night, again"
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("line", lines(STEPS))
def test_a_step_is_said_as_it_was_written(line: str) -> None:
    step = stage(f"dataset table from ./photos/\n  {line}\n", "dataset").steps[-1]
    value = plain({"word": step.word, **step.values})

    assert line == Sayer(registry.kinds()["dataset"], told)("steps", value)


@pytest.mark.parametrize(
    "line", ["on all", "on share, 30%", "on cluster, 2, 5", "scale 2 at early", "swap 40% at late"]
)
def test_a_step_of_which_all_is_keyed_is_said_as_it_was_written(line: str) -> None:
    text = f"dataset table from ./photos/\n\ntrain t from table\n  model gan\n\nbend b with t\n  invert\n  {line}\n"
    step = stage(text, "bend").steps[-1]

    assert line == Sayer(registry.kinds()["bend"], told)("steps", step.model_dump(mode="json"))


@pytest.mark.parametrize("line", lines(SETTINGS))
def test_a_setting_is_said_as_it_was_written(line: str) -> None:
    verb, word, *rest = line.split(" ", 2)
    text = f"{GROUPED}\ntrain t from table\n  model gan\n\n{HEADS[verb]}\n  {word} {''.join(rest)}\n"
    made = stage(text, verb)
    name = word.replace("-", "_")

    assert (rest or ["yes"]) == [Sayer(registry.kinds()[verb], told)(name, plain(made.settings[name]))]


def test_what_was_not_said_is_left_out_and_what_no_line_says_is_told_as_it_is() -> None:
    say = Sayer(registry.kinds()["dataset"], told)

    assert "left out" == Sayer(registry.kinds()["print"], told)("margin", None)
    assert (False, "blur 1") == (say.knows("measures"), say("measures", {"blur": 1}))


GROUPED = """dataset table
  group fruit
    from ./fruit/
  group cups
    from ./cups/
"""

HEADS = {
    "train": "train u from table\n  model gan",
    "sample": "sample s with t",
    "walk": "walk w with t",
    "film": "film f from table",
    "print": "print p from table",
}


def stage(text: str, kind: str) -> ir.Stage:
    script = read(f"gen 1\n\n{text}", vocabulary(registry.kinds(), MEASURES), Nowhere())
    assert script.program is not None, [each.message() for each in script.diagnostics]
    return [made for made in script.program.stages if made.kind == kind][-1]
