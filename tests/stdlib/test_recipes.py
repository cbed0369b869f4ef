"""The recipes that ship: each is set and documented, runs on real pictures, and stands on its page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from intaglio.face.recipes import standard
from intaglio.face.session import Session
from intaglio.lang.formatter import format_text
from intaglio.lang.vocabulary import Vocabulary
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib import instruments
from intaglio.stdlib.registry import RECIPES
from intaglio.stdlib.stages.sample import sample
from intaglio.stdlib.stages.train import train
from tests.stdlib import recipe_pages
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

FILES = sorted(RECIPES["std/recipes"].rglob("*.gen"))
IMAGES = Path(__file__).resolve().parent.parent / "images"

TABLE = "dataset table from ./images/\n  crop square, centre\n  resize 16 px\n\n"
MEMORY = "train memory from table\n  model autoencoder\n  latent 8\n  steps 2\n  batch 4\n\n"
DREAMER = "train dreamer from table\n  model gan\n  steps 2\n  batch 4\n\n"

SCORES = {
    "apprentice": f"{TABLE}apprentice it from table\n  model autoencoder\n  lessons 8\n  attempts 2\n",
    "contact-sheet": f'{TABLE}contact-sheet it from table\n  columns 3\n  paper a6\n  title "Seven"\n',
    "drift": f"{TABLE}{DREAMER}drift it with dreamer\n  stops 2\n  pace 0.2 s\n  speed 10 fps\n  home\n",
    "echo": f"{TABLE}{MEMORY}echo it from table with memory\n  columns 7\n",
    "haunt": f"{TABLE}{MEMORY}haunt it from table with memory\n",
    "heirs": f"{TABLE}heirs it from table\n  lessons 2\n  drawings 8\n",
    "herbarium": "dataset finds from ./images/\n\nherbarium it from finds\n  side 16 px\n  margin 5%\n",
    "proof-wall": (
        f"{TABLE}{MEMORY}sample many with memory\n  each truncation 0.5, 1\n  each seed 1 to 3\n\n"
        "proof-wall it from many\n  rows truncation\n  columns seed\n  paper a6\n"
    ),
    "remember": f"{TABLE}remember it from table\n  waist 8\n  viewings 1\n  eye pixels\n",
    "reverie": (f"{TABLE}reverie it from table\n  side 16 px\n  lessons 2\n  attempts 3\n  stops 2\n  pace 0.1 s\n"),
    "side-by-side": f"{TABLE}side-by-side it from table, table\n  layout above\n  speed 4 fps\n",
    "temperament": f"{TABLE}{MEMORY}temperament it with memory\n  attempts 2\n",
}
MAKES = {
    "apprentice": ["sheet", "images", "model"],
    "contact-sheet": ["sheet"],
    "drift": ["film", "frames"],
    "echo": ["sheet", "frames", "frames", "frames", "frames"],
    "haunt": ["film", "frames"],
    "heirs": ["sheet", "images", "images", "images"],
    "herbarium": ["images", "sheet"],
    "proof-wall": ["sheet"],
    "remember": ["frames", "model"],
    "reverie": ["film", "sheet", "model", "images"],
    "side-by-side": ["film"],
    "temperament": ["sheet", "images"],
}


@pytest.mark.parametrize("name", SCORES)
def test_a_recipe_runs_on_real_pictures_and_then_has_nothing_to_do(name: str, studio: Studio) -> None:
    shutil.copytree(IMAGES, studio.folder / "images")
    text = f"use {name} from std/recipes at v1\n\n{SCORES[name]}"
    script = studio.session.understand(f"gen 1\n\n{text}")

    made = studio.run(text)
    again = studio.ran(text)

    gives = script.uses["it"]
    assert [] == again
    assert MAKES[name] == [made[stage][0].makes for stage in gives]
    assert all(artifact.result for stage in gives for artifact in made[stage])


def test_every_recipe_that_ships_is_run() -> None:
    assert sorted(SCORES) == sorted(standard())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_recipe_that_ships_is_right_and_set_as_the_formatter_sets_it(file: Path) -> None:
    text = file.read_text("utf-8")

    assert text == format_text(text)
    assert () == Session.at(file).read().diagnostics


@pytest.mark.parametrize("name", SCORES)
def test_a_recipe_that_ships_says_what_it_is_for_and_what_it_takes(name: str) -> None:
    recipe = standard()[name]
    settings = [each for each in recipe.parameters if each.word is None]

    assert len(recipe.doc) > 60
    assert [] == [each.name for each in settings if not each.doc and not _speaks_for_itself(each.name)]


def _speaks_for_itself(name: str) -> bool:
    return name in {"speed", "model", "pace", "cautious", "bold"}


@pytest.mark.parametrize("name", SCORES)
def test_a_recipe_that_ships_asks_for_nothing_that_arrives_later(name: str, studio: Studio) -> None:
    (studio.folder / "images").mkdir()
    script = studio.session.understand(f"gen 1\n\nuse {name} from std/recipes at v1\n\n{SCORES[name]}")

    assert {} == script.later


def test_a_recipe_that_ships_has_no_name_of_a_verb(words: Vocabulary) -> None:
    assert set() == standard().keys() & words.verbs.keys()


def test_the_page_of_recipes_says_what_their_files_say() -> None:
    assert recipe_pages.written() == recipe_pages.PAGE.read_text("utf-8"), "make accept writes it"


def test_the_page_of_recipes_links_each_text() -> None:
    page = recipe_pages.PAGE.read_text("utf-8")

    assert sorted(standard()) == sorted(re.findall(r"stdlib/recipes/([\w-]+)\.gen", page))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
def test_models_that_learn_from_what_the_one_before_drew_lose_variety_and_drift_away(seed: int, bench: Bench) -> None:
    originals = pictures(24, 16, 16)
    taught, found = bench.images(originals), []
    for _ in range(3):
        said = {"model": "autoencoder", "latent": 8, "batch": 8, "steps": 120}
        model = bench.make(train, said, sources=[taught], seed=seed)
        taught = bench.make(sample, {"count": 24}, models=[model], seed=seed)
        drawn = list(ImageSet(taught).uniform())
        found.append(instruments.of_sets(drawn, originals, only=("distance", "diversity")))

    away, variety = ([each[name] for each in found] for name in ("kid", "diversity"))

    assert sorted(away) == away
    assert sorted(variety, reverse=True) == variety
    assert away[-1] - away[0] > found[-1]["kid-error"]
