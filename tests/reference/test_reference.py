"""The reference says all that may be written, is what the code says now, and needs nothing from anywhere."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from intaglio.face.interchange import Score, schema_text, score_of
from intaglio.face.printing.folio import folio
from intaglio.face.printing.typesetting import Setting, typeset
from intaglio.face.reference import web
from intaglio.face.reference.entries import entries
from intaglio.face.reference.language import WORDS
from intaglio.face.reference.pages import doc_of, pages, picture_of
from intaglio.lang.diagnostic import Level
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.ir import Program
from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Nowhere
from tests.face.conftest import Gen
from tests.lang.pages import STANDARD

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
SCHEMA = REFERENCE / "ir-schema.json"
SCORES = sorted([*(ROOT / "tests" / "works").glob("*.gen"), *(ROOT / "examples").rglob("*.gen")])
EXAMPLES = sorted((ROOT / "examples").rglob("*.gen"))
AGAIN = "make reference"  # makes all of this anew


def program_of(score: Path, words: Vocabulary) -> Program:
    program = read(score.read_text("utf-8"), words, Nowhere(), STANDARD).program
    assert program is not None
    return program


# The pages ---------------------------------------------------------------------------------------------------------


def test_the_committed_reference_is_what_the_code_says_now(words: Vocabulary) -> None:
    committed = {path.name: path.read_text("utf-8") for path in REFERENCE.glob("*.md")}

    assert committed == pages(words), AGAIN


def test_every_verb_setting_and_step_is_on_its_page(words: Vocabulary) -> None:
    made = pages(words)
    missing = [
        f"{name} {setting.name}"
        for name, verb in words.verbs.items()
        for setting in [*verb.settings.values(), *verb.steps.values()]
        if not re.search(rf"^\| `{re.escape(setting.name)}[ `\[,]", made[f"{name}.md"], re.M)
    ]

    assert [] == missing


def test_every_choice_that_a_setting_has_is_on_its_page(words: Vocabulary) -> None:
    told = {entry.name: " ".join(entry.values) for entry in entries(words.verbs["train"].settings)}

    assert "`translate`, `enhance` or `players`" in told["model"]
    assert "1 to 256 images" in told["preview"]
    assert "`colour` (or `color`)" in told["augment"]


def test_every_measure_and_every_message_is_told(words: Vocabulary) -> None:
    made = pages(words)

    assert [name for name in words.measures if f"| `{name}` |" not in made["images.md"]] == []
    assert [name for name in words.work if f"| `{name} " not in made["work.md"]] == []
    assert [code for code, fault in CATALOGUE.items() if f"## {code} {fault.title}\n" not in made["messages.md"]] == []


def test_every_message_with_a_wrong_and_a_right_score_shows_both(words: Vocabulary) -> None:
    made = pages(words)["messages.md"]
    both = sum("\nwrong\n" in (fault.__doc__ or "").replace("    wrong", "wrong") for fault in CATALOGUE.values())

    assert both > 0
    assert both == made.count("**wrong**") == made.count("**right**")


def test_what_the_example_of_every_kind_that_runs_makes_is_shown(words: Vocabulary) -> None:
    running = {name for name, verb in words.verbs.items() if not verb.arrives_later}
    shown = {name for name in words.verbs if picture_of(name) is not None}
    made = pages(words)

    assert running == shown, AGAIN
    for name in running:
        picture = picture_of(name)
        assert picture is not None
        with Image.open(io.BytesIO(picture.read_bytes())) as image:
            assert min(image.size) >= 64
            assert len(set(image.convert("L").resize((16, 16)).tobytes())) > 8  # not of one colour
        assert f"/{name}.webp)" in made[f"{name}.md"]


def test_every_page_of_a_verb_begins_with_what_it_is_for(words: Vocabulary) -> None:
    docs = {name: doc_of(verb) for name, verb in words.verbs.items()}

    assert [name for name, doc in docs.items() if not (doc.summary and doc.text and doc.example)] == []
    assert [name for name, doc in docs.items() if not doc.example.startswith("gen 1\n")] == []


# In the browser ----------------------------------------------------------------------------------------------------


def test_the_page_for_a_browser_holds_all_and_asks_nothing_of_anybody(words: Vocabulary) -> None:
    made = web.page(pages(words), words).decode("utf-8")
    links = re.findall(r'(?:href|src)="([^"]*)"', made)
    anchors = set(re.findall(r'id="([^"]*)"', made))

    assert [] == [link for link in links if not link.startswith(("#", "data:image/webp;base64,"))]
    assert set() == {link[1:] for link in links if link.startswith("#")} - anchors
    assert "<script" not in made
    assert set(words.verbs) <= anchors
    assert sum(not verb.arrives_later for verb in words.verbs.values()) == made.count("data:image/webp")


# The command -------------------------------------------------------------------------------------------------------


def test_a_verb_is_told_in_the_terminal(gen: Gen) -> None:
    done = gen("docs", "sample")

    assert 0 == done.returncode
    assert "truncation NUMBER" in done.stdout
    assert "sample attempts with dreamer" in done.stdout
    assert max(map(len, done.stdout.split("\n"))) <= 80


def test_without_a_verb_all_are_listed(gen: Gen, words: Vocabulary) -> None:
    listed = gen("docs").stdout

    assert [name for name in words.verbs if f"\n  {name} " not in listed] == []


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_language_has_a_page_with_a_score_that_speaks_of_it_and_is_right(
    word: str, gen: Gen, words: Vocabulary
) -> None:
    page, score = gen("docs", word).stdout, WORDS[word].example
    told = read(score, words, Nowhere(), STANDARD).diagnostics

    assert page.startswith(f"{word}: ")
    assert re.search(rf"\b{word}\b", score)
    assert [] == [each.code for each in told if each.level is Level.MISTAKE]


def test_a_recipe_that_ships_has_the_page_that_its_notes_make(gen: Gen) -> None:
    page = gen("docs", "contact-sheet").stdout

    assert "use contact-sheet from std/recipes at v1\ncontact-sheet NAME from PICTURES" in page
    assert "It gives sheet." in page


def test_items_of_a_list_go_on_beneath_their_first_word_in_a_narrow_terminal(gen: Gen) -> None:
    page = gen("docs", "measure", env={"COLUMNS": "50"}).stdout
    lines = page.splitlines()
    items = [number for number, line in enumerate(lines) if line.startswith("- ")]

    assert 4 == len(items)
    assert all(lines[number + 1].startswith("  ") for number in items)
    assert 50 >= max(map(len, lines[: items[-1] + 3]))


def test_a_verb_that_there_is_not_gets_the_nearest(gen: Gen) -> None:
    done = gen("docs", "sampel")

    assert 2 == done.returncode
    assert "Try   gen docs sample" in done.stderr


def test_for_programs_every_verb_is_data(gen: Gen, words: Vocabulary) -> None:
    told = json.loads(gen("docs", "--json").stdout)["verbs"]

    assert list(words.verbs) == [verb["name"] for verb in told]
    assert [list(verb.settings) for verb in words.verbs.values()] == [[s["name"] for s in v["settings"]] for v in told]


def test_the_reference_is_written_where_it_is_asked_for_and_over_nothing_else(gen: Gen, tmp_path: Path) -> None:
    page = gen("docs", "--to", "all.html")
    folder = gen("docs", "--to", "all")
    (tmp_path / "all.html").write_text("mine")
    refused = gen("docs", "--to", "all.html")

    assert [0, 0, 2] == [page.returncode, folder.returncode, refused.returncode]
    assert (REFERENCE / "train.md").read_text("utf-8") == (tmp_path / "all" / "train.md").read_text("utf-8")
    assert "mine" == (tmp_path / "all.html").read_text()


def test_it_is_opened_from_a_file_of_this_version(gen: Gen, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = gen("docs", "--open", env=cache)

    place = Path(done.stdout.strip())
    assert place.is_relative_to(tmp_path)
    assert place.read_text("utf-8").startswith("<!doctype html>")


# The IR ------------------------------------------------------------------------------------------------------------


def test_the_committed_schema_is_what_the_code_says_now() -> None:
    assert SCHEMA.read_text("utf-8") == schema_text(), AGAIN


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.stem)
def test_the_ir_of_every_score_keeps_to_the_schema_and_can_be_read_back(score: Path, words: Vocabulary) -> None:
    made = score_of(program_of(score, words))
    told = made.model_dump_json()

    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(json.loads(told))
    assert made == Score.model_validate_json(told)


def test_the_schema_refuses_what_is_no_ir() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

    assert not validator.is_valid({"ir": 1, "key": "0"})
    assert not validator.is_valid({"ir": 2, "key": "0", "program": {}})


def key(text: str, words: Vocabulary) -> str:
    script = read(f"gen 1\n{text}", words, Nowhere(), STANDARD)
    assert script.program is not None, [told.message() for told in script.diagnostics]
    return score_of(script.program).key


SWEPT = "let near = {near}\nborrow m from hf:a/b\nsample s with m\n  each mix {said}\n"


@given(
    said=st.lists(st.integers(0, 100), min_size=2, max_size=6, unique=True), spelt=st.lists(st.booleans(), min_size=6)
)
def test_a_sweep_in_percent_is_the_same_work_as_in_numbers(
    words: Vocabulary, said: list[int], spelt: list[bool]
) -> None:
    shares = [f"{share / 100:g}" for share in said]
    percent = [f"{share}%" if some else number for share, number, some in zip(said, shares, spelt, strict=False)]
    before = key(SWEPT.format(near=shares[0], said=", ".join(shares)), words)

    assert before == key(SWEPT.format(near=shares[0], said=", ".join(percent)), words)
    assert before == key(SWEPT.format(near=shares[0], said=", ".join(f"{share}%" for share in said)), words)
    assert before == key(SWEPT.format(near=f"{said[0]}%", said=", ".join(["near", *shares[1:]])), words)


@given(low=st.integers(0, 40), step=st.integers(5, 30), count=st.integers(1, 2))
def test_a_range_in_percent_is_the_same_work_as_in_numbers(words: Vocabulary, low: int, step: int, count: int) -> None:
    ends = (low, low + step * count, step)
    percent, number = (
        "{} to {} by {}".format(*(form.format(end, end / 100) for end in ends)) for form in ("{0}%", "{1:g}")
    )

    assert key(SWEPT.format(near=1, said=number), words) == key(SWEPT.format(near=1, said=percent), words)


USED = """recipe dreaming
  takes model as model
  takes {word} as 0% to 100% = 50%
  gives dream

  sample dream with model
    mix {word}

borrow m from hf:a/b
dreaming d with m
  each {word} {said}
"""


def test_what_a_recipe_calls_a_sweep_and_how_it_is_said_leave_the_work_the_same(words: Vocabulary) -> None:
    keys = {
        key(USED.format(word=word, said=said), words) for word in ("mix", "blur") for said in ("0.25, 0.5", "25%, 0.5")
    }

    assert 1 == len(keys)


def test_another_value_of_a_sweep_is_another_work(words: Vocabulary) -> None:
    assert key(SWEPT.format(near=1, said="0%, 25%"), words) != key(SWEPT.format(near=1, said="0%, 26%"), words)


# The printed examples ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("score", EXAMPLES, ids=lambda score: score.stem)
def test_the_printed_page_beside_every_example_is_of_the_score_as_it_stands(score: Path, words: Vocabulary) -> None:
    made = score_of(program_of(score, words))
    page = typeset(folio(score.read_text("utf-8"), score.stem, made.program, made.key), Setting())

    assert page.data == (score.with_suffix(".pdf").read_bytes(),), AGAIN
