"""Mending: what is certain is put right, what is a guess is left, and all else of a text stays as it was."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intaglio.lang.borrowing import Lender
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.explanation import explanation
from intaglio.lang.layout import lay_out
from intaglio.lang.mending import Mended, mend
from intaglio.lang.script import Script, glance, read
from intaglio.lang.vocabulary import Vocabulary
from tests.lang.pages import STANDARD, Case, Studio, cases
from tests.lang.test_explanations import TOLD_BY_A_RUN, placed

BEFORE = "gen 1\ndataset table from ./photos/\ntrain dreamer from table\n  model gan\n"

CERTAIN = {
    "a margin of tabs": (
        "dataset a from table\n\tgrey\n\tmirror\n\tshuffle",
        "dataset a from table\n  grey\n  mirror\n  shuffle",
    ),
    "a crooked margin": ("dataset a from table\n   grey", "dataset a from table\n  grey"),
    "a crooked margin beside others": (
        "train a from table\n  model gan\n   batch 4\n  steps 4",
        "train a from table\n  model gan\n  batch 4\n  steps 4",
    ),
    "a crooked margin beside tabs": (
        "train a from table\n\tmodel gan\n\t batch 4\n\tsteps 4",
        "train a from table\n  model gan\n  batch 4\n  steps 4",
    ),
    "a verb that slid inward": (
        "dataset a from table\n  grey\n     train b from a\n  model gan",
        "dataset a from table\n  grey\ntrain b from a\n  model gan",
    ),
    "a name in pieces above its material": (
        "train my hand\n  from table\n  model gan\n  steps 4\nsample a with my-hand",
        "train my-hand\n  from table\n  model gan\n  steps 4\nsample a with my-hand",
    ),
    "names in pieces of a dataset and its groups": (
        "dataset my zoo\n  group small birds\n    from ./photos/\nprint a from my zoo",
        "dataset my-zoo\n  group small-birds\n    from ./photos/\nprint a from my-zoo",
    ),
    "commas": ("dataset a from table\n  crop square centre", "dataset a from table\n  crop square, centre"),
    "marks from elsewhere": ("sample a with dreamer\n  count: 4;", "sample a with dreamer\n  count 4"),
    "a decimal comma": ("sample a with dreamer\n  truncation 0,8", "sample a with dreamer\n  truncation 0.8"),
    "quotation marks": ("print a from table\n  title A bowl", 'print a from table\n  title "A bowl"'),
    "a quotation mark left open": ('print a from table\n  title "A bowl', 'print a from table\n  title "A bowl"'),
    "a let without its sign": ("let side 256 px", "let side = 256 px"),
    "units": ("dataset a from table\n  resize 64 pixels", "dataset a from table\n  resize 64 px"),
    "the one unit that fits": ("film a from table\n  speed 12", "film a from table\n  speed 12 fps"),
    "the sign of a share from ten up": (
        "dataset a from table\n  drop blur > 40",
        "dataset a from table\n  drop blur > 40%",
    ),
    "the signs of a range of shares": (
        "sample a with dreamer\n  each mix 0 to 100 by 25",
        "sample a with dreamer\n  each mix 0 to 100% by 25%",
    ),
    "a choice in two words": (
        "train a from table\n  model style gan\n  steps 4",
        "train a from table\n  model style-gan\n  steps 4",
    ),
    "words of other tools": ("sample a with dreamer\n  num_samples 4", "sample a with dreamer\n  count 4"),
    "a hyphen": ("train a from table\n  model gan\n  warm up 5", "train a from table\n  model gan\n  warm-up 5"),
    "capitals": ("print a from table\n  paper A4", "print a from table\n  paper a4"),
    "a verb and a setting with a capital": ("Sample a with dreamer\n  Count 4", "sample a with dreamer\n  count 4"),
    "from and with": ("sample a from dreamer", "sample a with dreamer"),
    "several on a line": ("film a from table\n  fps: 12  -- slow", "film a from table\n  speed 12 fps  -- slow"),
}
GUESSES = {
    "a word mistyped": "sample a with dreamer\n  cuont 4",
    "a name mistyped": "sample a with dreemer",
    "a verb": "smaple a with dreamer",
    "a verb of another tool": "generate a with dreamer",
    "a choice mistyped": "print a from table\n  paper a44",
    "a number past its end": "sample a with dreamer\n  truncation 8",
    "a range that runs backwards": "sample a with dreamer\n  each seed 9 to 1",
    "one thing said twice": "sample a with dreamer\n  count 4\n  count 5",
    "a value too many": "sample a with dreamer\n  truncation 0.5, 0.8",
    "a share that lost its sign or its point": "dataset a from table\n  drop blur > 4",
    "a unit that may be one of several": "walk a with dreamer\n  pace 24",
    "what may be one number": "sample a with dreamer\n  each seed 12 000",
    "marked thousands": "sample a with dreamer\n  count 12,000",
    "what may be two values": "sample a with dreamer\n  each truncation 0,8",
    "where a text ends": 'print a from table\n  title "A bowl, 4',
    "a name in the place of a setting": "side = 256 px",
    "a word that means several things": "sample a with dreamer\n  n 4",
    "prose": "The photographs keep the light and the sketches the hand.",
}


@dataclass(frozen=True)
class Reading:
    """How texts are read."""

    words: Vocabulary
    lender: Lender = STANDARD

    def __call__(self, text: str) -> Script:
        return read(text, self.words, Studio(), self.lender)

    def glance(self, text: str) -> Script:
        return glance(text, self.words, Studio(), self.lender)

    def mend(self, text: str) -> Mended:
        return mend(text, self.glance, self)


@pytest.fixture
def reading(words: Vocabulary) -> Reading:
    return Reading(words)


@pytest.mark.parametrize("name", CERTAIN)
def test_what_can_be_meant_in_one_way_only_is_mended(name: str, reading: Reading) -> None:
    wrong, right = CERTAIN[name]
    mended = reading.mend(BEFORE + wrong)

    assert BEFORE + right == mended.text
    assert [] == [each for each in mended.script.diagnostics if each.level is Level.MISTAKE]


@pytest.mark.parametrize("name", GUESSES)
def test_what_would_be_a_guess_is_left_and_told(name: str, reading: Reading) -> None:
    mended = reading.mend(BEFORE + GUESSES[name])

    assert (BEFORE + GUESSES[name], ()) == (mended.text, mended.changes)
    assert [] != [each for each in mended.script.diagnostics if each.level is Level.MISTAKE]


def test_ends_of_lines_marks_and_notes_stay_as_they_are(reading: Reading) -> None:
    text = "\ufeffgen 1\r\ndataset table from ./photos/  -- here\r\n\tresize: 64 pixels   -- there\n\r\n\tgrey\r"

    mended = reading.mend(text).text

    assert text.replace("\tresize: 64 pixels", "  resize 64 px").replace("\tgrey", "  grey") == mended


def test_a_change_tells_the_line_as_it_was_and_as_it_is_where_it_stands_now(reading: Reading) -> None:
    changes = reading.mend("dataset table from ./photos/\n  resize: 64 pixels\n  grey\n").changes

    assert [
        (1, None, "gen 1", ("G013",)),
        (2, None, "", ("G013",)),
        (4, "  resize: 64 pixels", "  resize 64 px", ("G005",)),
    ] == [(each.number, each.before, each.after, each.codes) for each in changes]


def test_edits_that_together_would_say_one_thing_twice_are_not_both_made(reading: Reading) -> None:
    mended = reading.mend(f"{BEFORE}sample a with dreamer\n  num_samples 4\n  num_images 4\n")

    assert mended.text.count("count 4") >= 1
    assert weight(mended.script) <= weight(reading(f"{BEFORE}sample a with dreamer\n  num_samples 4\n  num_images 4\n"))


NESTED = """gen 1
dataset table
  -- the kitchen
  from ./photos/
    credit "A. Baker"
  crop square,
    centre
  resize 64 px

-- who dreams
train dreamer from table
  model gan
"""


@pytest.mark.parametrize("step", [" ", "   ", "    ", "     ", "\t", "  \t"])
def test_a_script_of_another_step_throughout_is_moved_as_a_whole(step: str, reading: Reading) -> None:
    assert NESTED == reading.mend(NESTED.replace("  ", step)).text


MARGINS = st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["grey", "shuffle", "crop square,", "-- a note", ""])))


@given(MARGINS.filter(bool))
def test_margins_are_mended_to_the_depths_that_lines_were_read_at_or_less(
    margins: list[tuple[int, str]],
) -> None:
    from intaglio.face.session import words

    text = "\n".join(["gen 1", "dataset table from ./photos/", *(" " * width + said for width, said in margins)])
    mended = Reading(words()).mend(text).text
    was, is_ = ([row.depth for row in lay_out(each).rows] for each in (text, mended))

    assert all(after <= before for before, after in zip(was, is_, strict=True))
    assert [] == [each for each in lay_out(mended).diagnostics if each.code == "G003"]


def test_a_margin_is_mended_though_its_line_is_a_mistake_besides(reading: Reading) -> None:
    mended = reading.mend(f"{BEFORE}dataset a from table\n    crp: square\n    grey\n")

    assert mended.text.endswith("\n  crp: square\n  grey\n")


def test_a_line_that_stays_a_mistake_is_not_mended_by_halves(reading: Reading) -> None:
    text = f"{BEFORE}def r(x):\ndataset a from table\n  resize: 64 pixels, dreemer\n"

    assert (text, ()) == (reading.mend(text).text, reading.mend(text).changes)


def weight(script: Script) -> int:
    return sum(each.level is Level.MISTAKE for each in script.diagnostics)


def laws(text: str, mended: Mended, reading: Reading) -> None:
    assert weight(mended.script) <= weight(reading(text))
    assert mended.script.diagnostics == reading(mended.text).diagnostics
    assert reading.mend(mended.text).text == mended.text
    assert (mended.text == text) == (not mended.changes)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_mending_never_adds_a_mistake_and_mending_again_changes_nothing(case: Case, words: Vocabulary) -> None:
    reading = Reading(words, case.shelf)

    laws(case.score, reading.mend(case.score), reading)


WORDS = st.sampled_from(
    [
        "\t",
        '"',
        *"dataset a table from with ./photos/ resize 64 pixels : = , ; 0,8 each let side lr rate GAN".split(),
    ]
)


@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=6).map("\n".join))
def test_of_any_text_mending_keeps_its_laws(text: str) -> None:
    from intaglio.face.session import words

    reading = Reading(words())

    laws(text, reading.mend(text), reading)


PAGES = sorted(set(CATALOGUE) - TOLD_BY_A_RUN - {"G012", "G508", "G509"})


@pytest.mark.parametrize("code", PAGES)
def test_a_page_says_whether_its_fault_can_be_mended_unasked(code: str, reading: Reading) -> None:
    page = explanation(CATALOGUE[code])
    text, _ = placed(page.wrong.replace("⇥", "\t"), whole=page.right.startswith("gen "))
    mended = code in {each for change in reading.mend(text).changes for each in change.codes}
    some = CATALOGUE[code].is_certain is not Diagnostic.is_certain

    assert some == any("`gen check --fix`" in paragraph for paragraph in page.paragraphs)
    assert mended <= some
