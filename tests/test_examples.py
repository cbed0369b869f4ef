"""The examples: they check clean, are set as `gen fmt` sets them, run, and credit every picture."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from intaglio.lang.formatter import format_text
from intaglio.lang.script import read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.runtime.store.store import Store
from intaglio.runtime.world.files import DiskFiles
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib.registry import RECIPES
from intaglio.stdlib.stages.train import Model

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SCORES = sorted(EXAMPLES.rglob("*.gen"))
CREDITS = sorted(EXAMPLES.rglob("CREDITS.tsv"))
MOST = 8_000_000  # bytes of pictures that every clone carries


def score_name(score: Path) -> str:
    return score.stem


def folder_name(credits: Path) -> str:
    return credits.parent.relative_to(EXAMPLES).as_posix()


def test_there_is_an_example_of_each_sort_of_model() -> None:
    models = {model for score in SCORES for model in re.findall(r"^ +model (\S+)", score.read_text("utf-8"), re.M)}

    assert {*get_args(Model)} - models == set()


@pytest.mark.parametrize("score", SCORES, ids=score_name)
def test_an_example_checks_without_a_mistake_or_remark(score: Path, words: Vocabulary, tmp_path: Path) -> None:
    files, lender = DiskFiles(score.parent, Store(tmp_path)), DiskRecipes(score.parent, RECIPES)
    script = read(score.read_text("utf-8"), words, files, lender)

    assert [] == [diagnostic.message() for diagnostic in script.diagnostics]
    assert script.program is not None


@pytest.mark.parametrize("score", SCORES, ids=score_name)
def test_an_example_is_set_as_the_formatter_sets_it(score: Path) -> None:
    text = score.read_text("utf-8")

    assert text == format_text(text)


def shortened(text: str) -> str:
    """The same score with little training and few pictures, at the smallest size."""
    shorter = re.sub(r"^( +steps) \d+$", r"\1 12", text, flags=re.M)
    shorter = re.sub(r"^( +preview \d+) every \d+ steps$", r"\1 every 6 steps", shorter, flags=re.M)
    shorter = re.sub(r"^( +preview \d+) every \d+ epochs$", r"\1 every 1 epochs", shorter, flags=re.M)
    shorter = re.sub(r"^(  viewings) \d+$", r"\1 1", shorter, flags=re.M)
    shorter = re.sub(r"^(  step) \d+$", r"\1 6", shorter, flags=re.M)
    shorter = re.sub(r"^(  count) \d+$", r"\1 8", shorter, flags=re.M)
    shorter = re.sub(r"^let (side|wide|high) = .*$", r"let \1 = 32 px", shorter, flags=re.M)
    shorter = re.sub(r"^(  stops) \d+$", r"\1 2", shorter, flags=re.M)
    shorter = re.sub(r"^(  resize) \d+ px$", r"\1 16 px", shorter, flags=re.M)
    shorter = re.sub(r"^(  each steps) .*$", r"\1 2, 3", shorter, flags=re.M)
    return re.sub(r"^( +each seed) .*$", r"\1 1 to 2", shorter, flags=re.M)


def events_of(score: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "intaglio", "run", str(score), "--json"], capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize("score", SCORES, ids=score_name)
def test_an_example_runs_and_then_has_nothing_to_do(score: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    shutil.copytree(score.parent, folder, ignore=shutil.ignore_patterns("out", ".intaglio"))
    copy = folder / score.name
    copy.write_text(shortened(copy.read_text("utf-8")), "utf-8")
    wanted = [folder / place for place in re.findall(r"^ +save \./(\S+)$", copy.read_text("utf-8"), re.M)]

    first = events_of(copy)
    again = events_of(copy)

    assert [] == [str(place) for place in wanted if not (place.is_file() and place.stat().st_size > 1000)]
    assert 0 < len([event for event in first if event["event"] == "finished"])
    assert [] == [event for event in again if event["event"] in ("started", "finished", "failed")]


@pytest.mark.parametrize("credits", CREDITS, ids=folder_name)
def test_every_picture_of_an_example_is_credited_and_nothing_else_is(credits: Path) -> None:
    with credits.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    pictures = {path.name for path in credits.parent.iterdir()} - {"CREDITS.tsv", "LICENCE.txt"}

    assert pictures == {row["file"] for row in rows}
    assert all(row["author"] and row["source page"] and row["licence"] for row in rows)
    assert 1 == len({row["licence"] for row in rows})


@pytest.mark.parametrize("credits", CREDITS, ids=folder_name)
def test_the_licence_of_pictures_lies_beside_them(credits: Path) -> None:
    first_words = {
        "cc0": "Creative Commons Legal Code",
        "public-domain": "The pictures in this folder are in the public domain.",
        "gpl-2": "GNU GENERAL PUBLIC LICENSE",
        "cc-by-3.0": "Creative Commons Attribution 3.0",
        "cc-by-4.0": "Attribution 4.0 International",
        "cc-by-sa-4.0": "Attribution-ShareAlike 4.0",
    }
    text = (credits.parent / "LICENCE.txt").read_text("utf-8")

    assert text.lstrip().startswith(first_words[credits.parent.name])


def test_every_picture_lies_in_a_folder_with_its_credits() -> None:
    media = {".webp", ".png", ".jpg", ".mp4"}
    files = [path for path in EXAMPLES.rglob("*") if path.suffix in media and "out" not in path.parts]
    pictures = [path for path in files if ".intaglio" not in path.parts]

    uncredited = [str(path) for path in pictures if not (path.parent / "CREDITS.tsv").exists()]

    assert [] == uncredited
    assert MOST > sum(path.stat().st_size for path in pictures)
