"""TextMate, tree-sitter and Pygments tell the same words apart, and as the language does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from intaglio.lang.tokens import KINDS, Mark, marks
from tests.editors.engines import by_pygments, by_textmate, by_treesitter, compiled
from tests.editors.test_tokens import SHREDS

ROOT = Path(__file__).resolve().parents[2]
SCORES = sorted(
    [
        *ROOT.glob("examples/**/*.gen"),
        *ROOT.glob("src/**/*.gen"),
        *ROOT.glob("stdlib/**/*.gen"),
        *(path for path in ROOT.glob("tests/**/*.gen") if ROOT / "tests" / "mistakes" not in path.parents),
    ]
)
PAGES = sorted(ROOT.glob("tests/language/*.md"))
BLOCK = re.compile(r"^```gen(?: whole)?\n(.*?)^```", re.MULTILINE | re.DOTALL)

# What none of the works says: every sort of word, in every place that it may stand.
EVERYTHING = """\
gen 1
-- prose
let größe = 1_000.5 px * 9 / 16 − 2 × (3 + .5)  -- a note -- and on
let night-blue = #1a2b3c, #FFF
use wall from std/recipes at v2.1
use other from git:example/recipes at v10

recipe remember
  takes pictures as images or frames
  takes waist as 8 to 2048 by 8 = 200
  gives memory, recollection
  -- prose beneath

  train memory from pictures
    model autoencoder  -- only a note
    latent waist

dataset 静物 from ./photos/, ~/more/, ../x, hf:owner/model-2, "./with spaces/"
  group колбы
    from ./a/b.png
  keep width ≥ 400 px and not blur > 40% or faces is 1
  keep ratio <= 4, height ≠ 3, x != 4, y >= 5, z < 6
  keep every 5 frames

sample سماء with remember.recollection, a.b.c
  each guidance 3 to 9 by 2
  each group from cabinet
  size 512px by 640 px
  prompt “a bowl, curly”, "a \\"straight\\" one -- not a note", „low”
  flip horizontal at layer-3
  rows seed,
    -- prose where a line goes on

    guidance,  -- note
    v1x, v1-x, v1
  forever
  write litany
  film both from x
  proof-wall wall from trials
  rate 1e-4
  steps 3, -2, +2
  "a line of its own"
  #ff0000
  12 s
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(tmp_path_factory.mktemp("parser"))


def scores() -> dict[str, str]:
    """Every score of the examples and the tests, and those on the pages of language tests."""
    found = {path.name: path.read_text(encoding="utf-8") for path in SCORES}
    for page in PAGES:
        blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
        found |= {f"{page.name}, score {number}": block for number, block in enumerate(blocks, 1)}
    return found | {"everything": EVERYTHING}


def shown(text: str, found: list[Mark]) -> list[tuple[int, int, str, str]]:
    """Marks with their words, so that a test that fails can be read."""
    lines = text.split("\n")
    return [(line, start, lines[line - 1][start - 1 : end - 1], kind) for line, start, end, kind in found]


def test_textmate_tells_the_same_words_apart_as_the_language() -> None:
    texts = scores()
    found = by_textmate(list(texts.values()))
    for (name, text), by_engine in zip(texts.items(), found, strict=True):
        assert (name, shown(text, marks(text))) == (name, shown(text, by_engine))


def test_tree_sitter_tells_the_same_words_apart_as_the_language(library: Path) -> None:
    texts = scores()
    found = by_treesitter(list(texts.values()), library)
    for (name, text), by_engine in zip(texts.items(), found, strict=True):
        assert (name, shown(text, marks(text))) == (name, shown(text, by_engine))


def test_pygments_tells_the_same_words_apart_as_the_language() -> None:
    texts = scores()
    found = by_pygments(list(texts.values()))
    for (name, text), by_engine in zip(texts.items(), found, strict=True):
        assert (name, shown(text, marks(text))) == (name, shown(text, by_engine))


@settings(max_examples=100, deadline=None)
@given(SHREDS)
def test_no_text_is_an_error_to_tree_sitter(library: Path, text: str) -> None:
    whole = text.replace("\0", "").encode(errors="replace").decode()  # there NUL ends a text, and no character is half
    by_treesitter([whole], library)


def test_every_sort_of_word_is_among_what_is_compared() -> None:
    found = {mark.kind for text in scores().values() for mark in marks(text)}

    assert set(KINDS) == found
