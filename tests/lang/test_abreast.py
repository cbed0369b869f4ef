"""Settings that were joined to the line of their verb are read as what they were, and the one `Try` puts them back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intaglio.face.session import words
from intaglio.lang.grammar import is_read
from intaglio.lang.script import Script, read
from intaglio.lang.tree import Line
from intaglio.lang.world import Nowhere
from intaglio.stdlib.registry import kinds
from tests.lang.pages import STANDARD
from tests.lang.pasting import applied, logical_line
from tests.stdlib.examples import score

ROOT = Path(__file__).parents[2]
SCORES = {
    **{str(path.relative_to(ROOT)): path.read_text("utf-8") for path in sorted(ROOT.glob("examples/*/*.gen"))},
    **{name: score(kind.doc) for name, kind in kinds().items()},
}

Join = Callable[[Line], str]


def _with_blanks(line: Line) -> str:
    return " ".join([line.text, *(each.text for each in line.children)])


def _with_commas(line: Line) -> str:
    return ", ".join([line.text, *(each.text for each in line.children)])


def _with_equals(line: Line) -> str:
    said = (each.text.replace(" ", "=", 1) if each.form == "plain" else each.text for each in line.children)
    return " ".join([line.text, *said])


def _understood(text: str) -> Script:
    return read(text, words(), Nowhere(), STANDARD)


def _stages(script: Script) -> Iterator[Line]:
    """The lines at the margin with nothing beneath them but settings."""
    for line in script.tree.lines:
        alone = (not each.children and each.form in ("plain", "each") for each in line.children)
        if line.children and all(alone) and line.head is not None and line.head.text != "recipe":
            yield line


@pytest.mark.parametrize("join", [_with_blanks, _with_commas, _with_equals])
@pytest.mark.parametrize("text", SCORES.values(), ids=SCORES)
def test_settings_that_were_joined_to_their_verb_come_apart_again(text: str, join: Join) -> None:
    whole = _understood(text)
    lines = text.split("\n")
    assert whole.program is not None

    for line in _stages(whole):
        if is_read(join(line)):
            continue  # `with memory, error, motion` are names, and told of as such
        last = line.children[-1].pieces[-1].line
        joined = "\n".join([*lines[: line.number - 1], join(line), *lines[last:]])
        script = _understood(joined)
        told = next(each for each in script.diagnostics if each.span.line == line.number)
        *_, mended = applied(joined, told, logical_line(script, line.number))

        assert whole.program == _understood(mended.text).program, joined


@pytest.mark.parametrize(
    "line",
    [
        "train m from fruit model gan batch 4 steps 20",
        "train m from fruit batch=4 steps=20 model=gan",
        "train m from fruit model gan preview 8 every 400 steps steps 1600",
    ],
)
def test_a_setting_that_is_called_like_a_unit_is_one(line: str) -> None:
    text = f"gen 1\ndataset fruit from ./photos/\n  resize 32 px\n{line}\n"
    (told,) = _understood(text).diagnostics

    assert (told.code, "\n  steps " in (told.to_paste() or "")) == ("G017", True)
