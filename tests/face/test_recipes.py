"""Recipes, as commands show and notice them."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import intaglio
from intaglio.face.text import visible
from tests.face.conftest import Gen
from tests.face.test_watch import Watched

SOFTEN = """gen 1

recipe soften
  takes pictures as images
  takes side as 1 px to 64 px = 8 px
  takes list as path or nothing
  gives sheet, soft

  dataset soft from pictures
    pick list
    resize side

  print sheet from soft
"""
USE = """gen 1

use soften from ./recipes/ at v1

dataset colours from ./photos/

soften haze from colours
  save ./out/haze.png
"""
BY_HAND = """gen 1

dataset colours from ./photos/

group haze
  dataset soft from colours
    resize 8 px

  print sheet from soft
    save ./out/haze.png
"""


@pytest.fixture
def used(score: Path) -> Path:
    """A script that borrows a recipe from the folder beside it."""
    (score.parent / "recipes").mkdir()
    (score.parent / "recipes" / "soften.gen").write_text(SOFTEN, encoding="utf-8")
    score.write_text(USE, encoding="utf-8")
    return score


@pytest.fixture
def recipe(used: Path) -> Path:
    return used.parent / "recipes" / "soften.gen"


def keys(gen: Gen) -> dict[str, str | None]:
    return {each["name"]: each["key"] for each in json.loads(gen("plan", "colours.gen", "--json").stdout)["stages"]}


def test_a_use_is_run_as_the_stages_in_it_and_opened_by_its_own_name(gen: Gen, used: Path) -> None:
    ran = gen("run", "colours.gen", "haze")
    opened = json.loads(gen("open", "colours.gen", "haze", "--json").stdout)
    why = gen("why", "colours.gen", "haze.soft")
    status = json.loads(gen("status", "colours.gen", "--json").stdout)

    assert 0 == ran.returncode, ran.stderr
    assert "Made 3 stages" in ran.stdout
    assert ran.stdout.endswith("  haze.sheet  ./out/haze.png\n")
    assert "haze.sheet" == opened["stage"]
    assert "haze.soft is fresh" in why.stdout
    assert [("colours", "fresh"), ("haze.soft", "fresh"), ("haze.sheet", "fresh")] == [
        (each["name"], each["state"]) for each in status["stages"]
    ]


def test_a_use_and_its_lines_by_hand_have_the_same_keys(gen: Gen, used: Path) -> None:
    gen("run", "colours.gen")
    one = keys(gen)
    used.write_text(BY_HAND, encoding="utf-8")
    other, again = keys(gen), gen("run", "colours.gen")

    assert None not in one.values()
    assert one == other
    assert "Nothing to do: all 3 stages are fresh." in again.stdout


def test_the_layout_of_a_recipe_and_what_it_calls_things_change_no_key(gen: Gen, used: Path, recipe: Path) -> None:
    gen("run", "colours.gen")
    before = keys(gen)
    text = SOFTEN.replace("side", "edge-of-it").replace("pictures", "shots").replace("soft ", "tender ")
    recipe.write_text(f"-- Renamed.\n\n{text.replace(', soft', ', tender').replace('from soft', 'from   tender')}")
    assert 0 == gen("fmt", "recipes/soften.gen").returncode

    after = keys(gen)

    assert list(before.values()) == list(after.values())
    assert ["colours", "haze.tender", "haze.sheet"] == list(after)


def test_a_run_with_nothing_to_do_notices_a_changed_recipe(gen: Gen, used: Path, recipe: Path) -> None:
    time.sleep(0.1)
    first, second = gen("run", "colours.gen"), gen("run", "colours.gen")
    quick = list((used.parent / ".intaglio" / "unchanged").iterdir())
    recipe.write_text(SOFTEN.replace("= 8 px", "= 4 px"), encoding="utf-8")
    third = gen("run", "colours.gen")

    assert "Made 3 stages" in first.stdout
    assert "Nothing to do: all 3 stages are fresh." in second.stdout
    assert 1 == len(quick)
    assert "recipes/soften.gen" in quick[0].read_text("utf-8")
    assert "Made 2 stages" in third.stdout


def test_a_run_with_nothing_to_do_notices_a_recipe_that_comes_before_the_one_it_had(gen: Gen, used: Path) -> None:
    time.sleep(0.1)
    gen("run", "colours.gen")
    newer = used.parent / "recipes" / "v1" / "soften.gen"
    newer.parent.mkdir()
    newer.write_text(SOFTEN.replace("= 8 px", "= 4 px"), encoding="utf-8")

    assert "Made 2 stages" in gen("run", "colours.gen").stdout


def test_a_mistake_in_a_use_shows_the_line_of_the_use_and_then_the_line_of_the_recipe(
    gen: Gen, used: Path, recipe: Path
) -> None:
    recipe.write_text(SOFTEN.replace("64 px", "90000 px"), encoding="utf-8")
    used.write_text(USE.replace("  save", "  side 80000 px\n  save"), encoding="utf-8")
    told, data = gen("check", "colours.gen"), json.loads(gen("check", "colours.gen", "--json").stdout)

    assert 1 == told.returncode
    assert (
        """    8 │   side 80000 px
      │        ────────
      ┆
      ┆ ./recipes/soften.gen
   11 │     resize side
      │            ────

  `resize` goes from 1 px to 16,384 px; 80,000 px is past the end."""
        in told.stdout
    )
    (each,) = data["diagnostics"]
    assert ("colours.gen", 8) == (each["file"], each["span"]["line"])
    assert [{"file": "./recipes/soften.gen", "span": {"line": 11, "column": 12, "end": 16}}] == each["beyond"]


def test_a_stage_that_fails_shows_the_line_of_the_use_and_then_the_line_of_the_recipe(gen: Gen, used: Path) -> None:
    (used.parent / "list.txt").write_text("nobody.png\n", encoding="utf-8")
    used.write_text(USE.replace("  save", "  list ./list.txt\n  save"), encoding="utf-8")
    told = gen("run", "colours.gen")
    events = [json.loads(line) for line in gen("run", "colours.gen", "--json").stdout.splitlines()]

    assert 3 == told.returncode
    assert (
        """    7 │ soften haze from colours
      ┆
      ┆ ./recipes/soften.gen
    9 │   dataset soft from pictures
"""
        in told.stdout
    )
    (failed,) = [event for event in events if event["event"] == "failed"]
    assert ("haze.soft", 7, ["./recipes/soften.gen:9"]) == (failed["stage"], failed["line"], failed["inside"])


def test_a_recipe_file_is_checked_and_set_like_any_script(gen: Gen, used: Path, recipe: Path) -> None:
    recipe.write_text(SOFTEN.replace("    resize side", "     resize   side\n    resze 3 px"), encoding="utf-8")
    checked, set_, diff = (
        gen("check", "recipes/soften.gen"),
        gen("fmt", "recipes/soften.gen"),
        gen("check", "colours.gen"),
    )

    assert "G102" in checked.stdout
    assert 0 == set_.returncode
    assert "    resize side\n" in recipe.read_text("utf-8")
    assert "G506" in diff.stdout


def test_a_link_in_a_borrowed_folder_is_not_followed_out_of_it(gen: Gen, used: Path, recipe: Path) -> None:
    (used.parent / "private").mkdir()
    (used.parent / "private" / "list.txt").write_text("0.png\n", encoding="utf-8")
    (recipe.parent / "inside").symlink_to(used.parent / "private")
    recipe.write_text(SOFTEN.replace("pick list", "pick ./inside/list.txt"), encoding="utf-8")
    told = gen("check", "colours.gen", "--brief")

    assert 1 == told.returncode
    assert "./inside/list.txt leads out of the folder that this recipe is borrowed from" in told.stdout


def test_from_python_a_use_is_what_it_first_gives(used: Path) -> None:
    work = intaglio.open(used).run("haze")

    assert "haze.sheet" == work["haze"].found.stage
    assert work["haze"].path == work["haze.sheet"].path
    with pytest.raises(intaglio.Refused, match="hazy"):
        work["hazy"]


def test_a_recipe_that_ships_has_a_page(gen: Gen) -> None:
    page, known, unknown = gen("explain", "contact-sheet"), gen("explain"), gen("explain", "contact-shet")

    assert "use contact-sheet from std/recipes at v1\ncontact-sheet NAME from PICTURES" in page.stdout
    assert "  columns   1 to 100 = 8\n            How many stand beside each other.\n" in page.stdout
    assert "contact-sheet  Pictures side by side on paper" in known.stdout
    assert "gen explain contact-sheet" in unknown.stderr
    assert 2 == unknown.returncode


# Watching ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def watched(used: Path) -> Iterator[Watched]:
    watched = Watched(used)
    yield watched
    watched.close()


def test_a_saved_recipe_is_watched_as_the_script_is(recipe: Path, watched: Watched) -> None:
    watched.until("Made 3 stages")

    recipe.write_text(SOFTEN.replace("= 8 px", "= 4 px"), encoding="utf-8")
    made = watched.until(r"Made \d stages")
    recipe.write_text(SOFTEN.replace("resize", "resiez"), encoding="utf-8")
    mistaken = watched.until(r"\d mistake")
    recipe.write_text(SOFTEN.replace("= 8 px", "= 2 px"), encoding="utf-8")
    mended = watched.until(r"Made \d stages")

    assert "2 stages to make" in made
    assert "G506" in mistaken
    assert visible("haze.soft") in mended


def test_a_recipe_that_was_not_there_is_waited_for(used: Path, recipe: Path, watched: Watched) -> None:
    watched.until("Made 3 stages")

    used.write_text(USE.replace("soften", "harden"), encoding="utf-8")
    missing = watched.until(r"\d mistake")
    (recipe.parent / "harden.gen").write_text(SOFTEN.replace("soften", "harden"), encoding="utf-8")
    found = watched.until("nothing to make|Nothing to do|stages? to make")

    assert "G501" in missing
    assert "mistake" not in found
