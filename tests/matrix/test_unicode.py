"""unicode: one name however its accents are written; what cannot be seen is refused with its place."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from intaglio.face.session import words
from intaglio.lang.script import read
from intaglio.lang.world import Nowhere
from tests.matrix.studio import Studio

SCORE = """gen 1

work "Café, again"

dataset café from ./photos/
  resize 16 px

print größe from café
  title "Über dem Café"
  save ./out/sheet.png
"""


def keys(studio: Studio, text: str) -> list[str]:
    studio.write(text)
    plan = json.loads(studio.gen("plan", "score.gen", "--json").text)
    return [stage["key"] for stage in plan["stages"]]


@pytest.mark.parametrize("form", ["NFD", "NFKC"])
def test_a_score_has_the_same_keys_however_its_accents_are_written(studio: Studio, form: str) -> None:
    studio.write(SCORE)
    first = studio.run()
    studio.write(unicodedata.normalize(form, SCORE))  # type: ignore[arg-type]
    again = studio.run()

    assert (0, 0, []) == (first.code, again.code, again.made), first.text + again.text


@pytest.mark.parametrize(
    "written", ["\ufeff" + SCORE, SCORE.replace("\n", "\r\n"), SCORE.replace("\n", "\r"), SCORE + "\n\n\n"]
)
def test_byte_order_marks_and_ends_of_lines_change_no_key(studio: Studio, written: str) -> None:
    studio.write(SCORE)
    studio.run()
    studio.score.write_bytes(written.encode())

    assert (0, []) == ((again := studio.run()).code, again.made)


HIDDEN = {"bidi": "\u202e", "isolate": "\u2066", "NUL": "\0", "escape": "\x1b[31m", "bell": "\a", "surrogate": "\ud800"}


@pytest.mark.parametrize("what", HIDDEN)
@pytest.mark.parametrize(
    ("line", "place"),
    [("-- a {}note", 6), ('work "A {}title"', 9), ("let a{} = 1", 6), ("dataset a from ./x{}/", 19)],
)
def test_what_cannot_be_seen_is_told_first_with_its_place(what: str, line: str, place: int) -> None:
    script = read(f"gen 1\n{line.format(HIDDEN[what])}\n", words(), Nowhere())
    told = [each for each in script.diagnostics if each.span.line == 2]

    assert ("G018", place) == (told[0].code, told[0].span.column)
    assert script.program is None
    assert HIDDEN[what][0] not in told[0].message()


def test_the_command_refuses_it_and_prints_none_of_it(tmp_path: Path) -> None:
    studio = Studio.at(tmp_path / "studio", SCORE.replace("again", "\u202eniaga\x1b[2J"))

    for command in ("check", "plan", "run"):
        done = studio.gen(command, "score.gen")

        assert 1 == done.code
        assert "G018" in done.text + done.messages
        assert not {"\u202e", "\x1b"} & set(done.text + done.messages)


def test_scripts_and_marks_that_join_letters_are_welcome() -> None:
    text = 'gen 1\nwork "می‌خواهم 👩‍🎨 देवनागरी"\n  seed 1\n-- \u200fعنوان\n'

    assert [] == [each.code for each in read(text, words(), Nowhere()).diagnostics]
