"""What the documents say is so: commands exist, links lead somewhere, scores check clean."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from intaglio.face.catalogue import COMMANDS
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Nowhere
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib import registry
from intaglio.stdlib.registry import RECIPES

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
ELSEWHERE = re.compile(r"^[a-z]+:")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def code_in(text: str) -> list[str]:
    """What stands between backticks or is indented by four: what a reader would type."""
    fenced = re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}(?! )(.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return [*fenced, *indented, *re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))]


def scores_in(text: str) -> Iterator[str]:
    """The scores of a page: whole ones only, which begin with `gen 1`."""
    yield from re.findall(r"^```gen\n(gen 1\n.*?)^```", text, re.MULTILINE | re.DOTALL)


def example_of(doc: str) -> str:
    """The score at the end of a kind's page."""
    start = doc.index("\n    gen 1\n")
    return textwrap.dedent(doc[start:]).strip() + "\n"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_that_a_page_shows_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    shown = {
        word for code in code_in(text) for word in re.findall(r"(?:^|&& )gen ([a-z][a-z-]*)\b", code, re.MULTILINE)
    }

    later = {page.stem} if "*Arrives later:*" in text else set()  # a kind may come with a command
    unknown = shown - {*COMMANDS, "help"} - later

    assert set() == unknown


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_make_that_a_page_shows_is_a_target(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    shown = {word for code in code_in(page.read_text("utf-8")) for word in re.findall(r"^make ([a-z]+)", code)}

    unknown = shown - targets

    assert set() == unknown


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))

    broken = [link for link in links if not ELSEWHERE.match(link) and not (page.parent / link).exists()]

    assert [] == broken


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_whole_score_on_a_page_checks_clean(page: Path, words: Vocabulary) -> None:
    lender = DiskRecipes(None, RECIPES)
    found = [read(score, words, Nowhere(), lender).diagnostics for score in scores_in(page.read_text("utf-8"))]

    assert [] == [diagnostic.message() for diagnostics in found for diagnostic in diagnostics]


@pytest.mark.parametrize("name", sorted(registry.kinds()))
def test_the_example_of_every_kind_checks_clean(name: str, words: Vocabulary) -> None:
    script = read(example_of(registry.kinds()[name].doc), words, Nowhere())

    mistakes = [d.message() for d in script.diagnostics if d.level.value == "mistake"]

    assert [] == mistakes
    assert script.program is not None


def test_every_code_of_a_message_that_anything_speaks_of_has_a_page() -> None:
    """Codes are told by the checker and by runs; `gen explain` knows all of them."""
    sources = [path for room in ("lang", "runtime", "stdlib", "src") for path in (ROOT / room).rglob("*.py")]
    spoken = {code: name_of(path) for path in sources for code in re.findall(r"\bG\d{3}\b", path.read_text("utf-8"))}

    unknown = {code: where for code, where in spoken.items() if code not in CATALOGUE}

    assert {} == unknown


def test_the_readme_lists_every_command() -> None:
    listed = set(re.findall(r"^\| `gen ([a-z]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))

    assert set(COMMANDS) == listed


def test_the_readme_shows_the_score_that_the_demo_runs() -> None:
    score = (ROOT / "examples" / "still-life" / "table.gen").read_text("utf-8")

    assert [score] == list(scores_in((ROOT / "README.md").read_text("utf-8")))


def test_the_language_page_names_every_verb() -> None:
    page = (ROOT / "docs" / "language.md").read_text("utf-8")

    missing = [name for name in registry.kinds() if f"[`{name}`](../stdlib/stages/{name}.py)" not in page]

    assert [] == missing


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_page_names_a_place_on_the_machine_where_it_was_written(page: Path) -> None:
    found = re.findall(r"(?:^|[\s`(])(/(?:home|root|tmp|work|Users)/\S*)", page.read_text("utf-8"))

    assert [] == found
