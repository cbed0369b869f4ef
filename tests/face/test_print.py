"""`gen print`: the page says all that the script says, nothing of it is obeyed, and nobody's file is written over."""

from __future__ import annotations

import os
import re
import shutil
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intaglio.face.printing.folio import Folio, Prose, Said, direction, folio
from intaglio.face.printing.typesetting import PAPERS, Setting, typeset
from intaglio.face.printing.web import page
from intaglio.face.printing.writing import WRITINGS, writings
from intaglio.lang.formatter import format_text
from tests.face.conftest import Gen

ROOT = Path(__file__).resolve().parents[2]
SCORES = sorted([*(ROOT / "tests" / "works").glob("*.gen"), *(ROOT / "examples").rglob("*.gen")])
LABELS = {"work", "artist", "statement"}  # said by the place where their words stand
WORK = """gen 1

work "Table"
  artist "Ann O."
  after "Nobody"
  year 2026
  edition "1 of 3"
  seed 7

-- A table.

dataset table from ./photos/  -- of one winter
  resize 8 px

print plate from table
"""


def set_folio(text: str) -> Folio:
    return folio(text, "table", None, None)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def read_back(html: bytes) -> str:
    """The words of a page, without its markup."""
    body = html.decode("utf-8").split("<main>")[1]
    return unescape(re.sub(r"</?(?:b|i|bdi|code)>", "", re.sub(r"<(?!/?(?:b|i|bdi|code)>)[^>]*>", " ", body)))


# What stands there -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("score", SCORES, ids=lambda score: score.stem)
def test_every_word_of_a_score_is_on_its_page(score: Path) -> None:
    text = score.read_text("utf-8")

    missing = words_of(text) - words_of(read_back(page(set_folio(text)))) - LABELS

    assert set() == missing


MARKS = st.sampled_from(
    ["gen 1", "work ", "  artist ", '"', "--", "\n", "  ", "train ", "from ", ",", "#read(", "]", "$"]
)


@given(st.lists(MARKS | st.text(max_size=6), max_size=40).map("".join))
def test_every_word_of_any_text_is_on_its_page(text: str) -> None:
    missing = words_of(format_text(text)) - words_of(set_folio(text).text()) - LABELS

    assert set() == missing


def test_what_belongs_on_the_wall_stands_at_the_head_and_the_edition_at_the_foot() -> None:
    made = folio(WORK, "table", None, "0123456789abcdef0123456789abcdef")

    key = "key 0123 4567 89ab cdef 0123 4567 89ab cdef"
    assert ("Table", "Ann O.", ("after Nobody",)) == (made.title, made.artist, made.under)
    assert ("Table", "2026", "edition 1 of 3", "seed 7", key, "gen 1") == made.edition


def test_verbs_names_and_paths_are_told_apart() -> None:
    (line,) = [item for strophe in set_folio(WORK).strophes for item in strophe.items if getattr(item, "note", "")]

    assert isinstance(line, Said)
    roles = {run.text: run.role for run in line.runs if run.text.strip()}
    assert {"dataset": "verb", "table": "name", "from": "word", "./photos/": "path"} == roles


def test_notes_keep_the_lines_that_the_artist_gave_them() -> None:
    made = set_folio("-- one\n-- two\n--\n-- three\n")

    (strophe,) = made.strophes
    assert (Prose(0, ("one", "two", "", "three")),) == strophe.items


def test_what_is_not_understood_of_a_work_stays_where_it_was_written() -> None:
    made = set_folio('work "Table"\n  artist "Ann"\n  lens 50 mm, wide\n')

    assert ("Table", "Ann") == (made.title, made.artist)
    assert "lens 50\u00a0mm, wide" in "".join(run.text for s in made.strophes for item in s.items for run in item.runs)  # type: ignore[union-attr]


# Writing systems ---------------------------------------------------------------------------------------------------


def test_a_text_runs_the_way_of_its_first_letter() -> None:
    assert ["rtl", "ltr", "rtl", "ltr"] == [direction(text) for text in ("طاولة", "a طاولة", "12 שולחן", "写真")]


def test_writing_systems_are_known_by_their_letters() -> None:
    found = writings("Straße, стол, τραπέζι, طاولة, 机とテーブル, 책상")

    assert ["Arabic", "Japanese", "Korean"] == [writing.name for writing in found]
    assert ["symbols"] == [writing.name for writing in writings("a 🫖 ≥ → ×")]
    assert set("机とテーブル") - {"ー"} <= set(found[WRITINGS["HIRAGANA"]])


def test_cyrillic_is_set_without_a_font_of_the_system() -> None:
    pages = typeset(set_folio("-- Две зимы одного кухонного стола.\n"), Setting("svg"))

    assert () == pages.lacking


def test_where_there_is_no_font_a_remark_names_the_writing_and_what_to_install(gen: Gen, tmp_path: Path) -> None:
    (tmp_path / "a.gen").write_text("gen 1\n-- \U00016a70\U00016a71\n", encoding="utf-8")  # Tangsa, which few have

    done = gen("print", "a.gen")

    assert 0 == done.returncode
    if done.stderr:  # a system that has it says nothing
        assert "Tangsa" in done.stderr
        assert "sudo apt install fonts-noto-core" in done.stderr


# Nothing is obeyed -------------------------------------------------------------------------------------------------

TYPST = (
    '#panic("obeyed") #read("/etc/passwd") #include "x.typ" *b* _i_ $x$ `c` <l> @l \\ // no /* no */ [ ] { } ~ -- ---'
)
TITLE = TYPST.replace("\\", "").replace('"', "")
OBEYED = f'gen 1\nwork "{TITLE}"\n-- {TYPST}\ndataset a from ./x/  -- {TYPST}\n  resize {TYPST}\n'


@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_nothing_that_the_artist_writes_is_typst(form: str) -> None:
    pages = typeset(set_folio(OBEYED), Setting(form))

    assert 1 == len(pages.data)


@given(st.text(max_size=60))
def test_any_text_is_set(text: str) -> None:
    pages = typeset(set_folio(f"-- {text}\ntrain a from {text}  -- {text}"), Setting("svg"))

    assert all(data.startswith(b"<svg") for data in pages.data)


HTML = "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; \"' </title></style>"


def test_nothing_that_the_artist_writes_is_html() -> None:
    made = page(
        set_folio(f'work "{HTML.replace(chr(34), "")}"\n-- {HTML}\ndataset a from ./x/  -- {HTML}\n  crop {HTML}\n')
    )

    tags = set(re.findall(r"<(\w+)", made.decode("utf-8")))
    known = {"html", "head", "meta", "title", "style", "body", "main", "header", "h1", "section", "div", "p", "aside"}
    assert set() == tags - known - {"footer", "b", "i", "bdi", "code"}
    assert "<script>" in read_back(made)


def test_the_html_page_asks_nothing_of_anybody() -> None:
    made = page(set_folio(WORK)).decode("utf-8")

    assert [] == re.findall(r"(?:src=|href=|url\(|@import|https?:)", made)


# The command -------------------------------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.gen"
    path.write_text(WORK, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF"), ("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!doc")]
)
def test_each_format_is_what_it_says_and_the_same_bytes_twice(gen: Gen, table: Path, form: str, begins: bytes) -> None:
    first = gen("print", "table.gen", "--as", form)
    made = table.with_suffix(f".{form}").read_bytes()
    again = gen("print", "table.gen", "--to", f"again.{form}")

    assert (0, f"table.{form}\n", "") == (first.returncode, first.stdout, first.stderr)
    assert 0 == again.returncode
    assert made.startswith(begins)
    assert made == table.with_name(f"again.{form}").read_bytes()


def test_folders_are_made_beside_the_script_and_nowhere_else(gen: Gen, table: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    beside = gen("print", "table.gen", "--to", "walls/north/a.svg")
    refused = gen("print", "table.gen", "--to", str(elsewhere / "a.svg"))

    assert 0 == beside.returncode
    assert table.with_name("walls").is_dir()
    assert 2 == refused.returncode
    assert "mkdir -p" in refused.stderr
    assert not elsewhere.exists()


def test_a_pdf_carries_no_date_but_that_of_the_build(gen: Gen, table: Path) -> None:
    gen("print", "table.gen", env={"SOURCE_DATE_EPOCH": ""})
    undated = table.with_suffix(".pdf").read_bytes()
    gen("print", "table.gen", env={"SOURCE_DATE_EPOCH": "86400"})
    dated = table.with_suffix(".pdf").read_bytes()

    assert b"CreationDate" not in undated
    assert b"(D:19700102" in dated


def test_the_page_does_not_depend_on_whether_the_photographs_lie_here(gen: Gen, table: Path) -> None:
    gen("print", "table.gen", "--to", "without.html")
    (table.parent / "photos").mkdir()
    gen("print", "table.gen", "--to", "with.html")

    made = table.with_name("without.html").read_bytes()
    assert b"key " in made
    assert made == table.with_name("with.html").read_bytes()


def test_a_long_work_goes_on_over_several_pages_and_pages_that_are_no_more_are_taken_away(
    gen: Gen, table: Path
) -> None:
    lines = [f'  "a passerby, number {number}"' for number in range(200)]
    table.write_text("gen 1\n\nwrite litany\n" + "\n".join(lines) + "\n", "utf-8")
    several = gen("print", "table.gen", "--as", "png").stdout.split()
    table.write_text("gen 1\n\nwrite litany\n" + "\n".join(lines[:5]) + "\n", "utf-8")
    one = gen("print", "table.gen", "--as", "png").stdout.split()

    assert len(several) > 2
    assert "table-1.png" == several[0]
    assert ["table.png"] == one
    assert ["table.png"] == sorted(path.name for path in table.parent.glob("*.png"))


def test_a_word_that_is_longer_than_a_line_goes_on_in_the_next(table: Path) -> None:
    word = "./" + "photographs/" * 1500

    assert len(typeset(set_folio(f"dataset table from {word}\n"), Setting("svg")).data) > 1
    assert len(typeset(set_folio(f"-- {'x' * 20_000}\n"), Setting("svg")).data) > 1


def test_every_paper_is_set(table: Path) -> None:
    counts = {paper: len(typeset(set_folio(WORK), Setting("svg", paper)).data) for paper in PAPERS}

    assert dict.fromkeys(PAPERS, 1) == counts


def test_a_script_with_mistakes_is_printed_with_a_remark_and_without_a_key(gen: Gen, table: Path) -> None:
    table.write_text("gen 1\n\ntrian dreamer frm table #read(\n  epocs 4 00\n", "utf-8")

    done = gen("print", "table.gen", "--as", "html")

    made = read_back(table.with_suffix(".html").read_bytes())
    assert 0 == done.returncode
    assert "has no key" in " ".join(done.stderr.split())
    counted = gen("check", "table.gen").stdout.rstrip(".\n").rpartition("\n")[2]
    assert f" has {counted.partition(',')[0]}." in " ".join(done.stderr.split())
    assert {"trian", "dreamer", "frm", "table", "read", "epocs", "4", "00"} <= words_of(made)
    assert "key" not in words_of(made)


def test_notes_alone_are_printed(gen: Gen, table: Path) -> None:
    table.write_text("-- Two winters.\n-- One table.\n", "utf-8")

    done = gen("print", "table.gen")

    assert 0 == done.returncode
    assert table.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_gen_did_not_write_is_left_alone(gen: Gen, table: Path) -> None:
    table.with_suffix(".pdf").write_text("mine")

    refused = gen("print", "table.gen", "--paper", "a3")
    kept = table.with_suffix(".pdf").read_text()
    replaced = gen("print", "table.gen", "--replace")
    table.write_text(WORK + "-- more\n", "utf-8")
    again = gen("print", "table.gen")

    assert (2, "mine") == (refused.returncode, kept)
    assert "Try   gen print table.gen --paper a3 --replace" in refused.stderr
    assert [0, 0] == [replaced.returncode, again.returncode]


def test_a_page_that_came_with_a_clone_is_ours_once_it_is_what_would_be_printed(gen: Gen, table: Path) -> None:
    def cloned() -> None:
        shutil.rmtree(table.with_name(".intaglio"))

    before = table.read_text("utf-8")
    gen("print", "table.gen", "--as", "html")
    cloned()
    table.write_text(f"{before}\n-- once more\n", "utf-8")
    refused = gen("print", "table.gen", "--as", "html")
    table.write_text(before, "utf-8")
    gen("print", "table.gen", "--as", "html")
    table.write_text(f"{before}\n-- once more\n", "utf-8")
    printed = gen("print", "table.gen", "--as", "html")

    assert "table.html was edited, or not written by gen here, and is not written over." in refused.stderr
    assert "Try   gen print table.gen --as html --replace" in refused.stderr
    assert (0, True) == (printed.returncode, "once more" in table.with_suffix(".html").read_text("utf-8"))


def test_a_page_that_was_edited_since_is_left_alone(gen: Gen, table: Path) -> None:
    gen("print", "table.gen", "--as", "html")
    edited = table.with_suffix(".html").read_text("utf-8") + "<!-- by hand -->"
    table.with_suffix(".html").write_text(edited, "utf-8")

    done = gen("print", "table.gen", "--as", "html")

    assert 2 == done.returncode
    assert edited == table.with_suffix(".html").read_text("utf-8")


def test_a_new_page_may_be_read_by_whoever_the_artist_lets(gen: Gen, table: Path) -> None:
    before = os.umask(0o027)
    try:
        gen("print", "table.gen")
    finally:
        os.umask(before)

    assert 0o640 == table.with_suffix(".pdf").stat().st_mode & 0o777


def test_the_script_itself_is_never_written_over(gen: Gen, table: Path) -> None:
    done = gen("print", "table.gen", "--to", "table.gen", "--as", "html")

    assert 2 == done.returncode
    assert WORK == table.read_text("utf-8")


def test_without_typst_a_line_to_paste_says_what_is_missing(gen: Gen, table: Path) -> None:
    (table.parent / "none").mkdir()
    (table.parent / "none" / "typst.py").write_text("raise ImportError\n")
    path = ":".join([str(table.parent / "none"), *filter(None, sys.path)])

    done = gen("print", "table.gen", env={"PYTHONPATH": path})
    html = gen("print", "table.gen", "--as", "html", env={"PYTHONPATH": path})

    assert 2 == done.returncode
    assert "Try   pip install 'intaglio[print]'" in done.stderr
    assert 0 == html.returncode


@pytest.mark.parametrize(
    ("words", "paste"),
    [
        (["--paper", "a9"], "gen print table.gen --paper a0"),
        (["--paper", "letter"], "gen print table.gen --paper a4"),
        (["--as", "pfd"], "gen print table.gen --as pdf"),
        (["--to", "wall.docx"], "gen print table.gen --to wall.pdf"),
        (["--to", "wall.svg", "--as", "pdf"], "gen print table.gen --to wall.svg --as svg"),
    ],
)
def test_what_cannot_be_printed_gets_the_nearest_thing_that_can(
    gen: Gen, table: Path, words: list[str], paste: str
) -> None:
    done = gen("print", "table.gen", *words)

    assert 2 == done.returncode
    assert paste.rsplit(" ", 1)[0] in done.stderr
