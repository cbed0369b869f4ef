"""Recipes: what a use comes to. What is said of one that is mistaken stands in `tests/language/recipes.md`."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.lang import ir
from intaglio.lang.formatter import format_text
from intaglio.lang.script import Script, read
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import Nowhere
from intaglio.stdlib.registry import RECIPES
from tests.lang.pages import PAGES, STANDARD, Shelf, Studio, cases_of
from tests.lang.test_remedies import slipped

WORKS = Path(__file__).resolve().parent.parent / "works"

REMEMBER = """recipe remember
  takes pictures as images
  takes waist as 8 to 2048 = 200
  takes viewings as 1 to 100 = 6
  takes eye as pixels or features = features
  gives memory, recollection

  let twice = viewings * 2
  train memory from pictures
    model autoencoder
    latent waist
    loss eye
    epochs twice

  rebuild recollection from pictures with memory
"""
TABLE = "dataset table from ./photos/\n  resize 32 px\n"


def understood(text: str, words: Vocabulary, files: Mapping[str, str] | None = None) -> Script:
    script = read(f"gen 1\n{text}", words, Nowhere(), Shelf(files or {}))
    assert script.program is not None, [d.message() for d in script.diagnostics]
    return script


def program(text: str, words: Vocabulary, files: Mapping[str, str] | None = None) -> ir.Program:
    found = understood(text, words, files).program
    assert found is not None
    return found


# What a use comes to -----------------------------------------------------------------------------------------------


def test_a_use_comes_to_its_lines_written_out_by_hand(words: Vocabulary) -> None:
    used = f"{TABLE}{REMEMBER}remember dream from table\n  waist 16\nfilm night from dream.recollection\n"
    by_hand = f"""{TABLE}group dream
  train memory from table
    model autoencoder
    latent 16
    loss features
    epochs 12
  rebuild recollection from table with memory
film night from dream.recollection
"""

    assert program(by_hand, words) == program(used, words)


def test_a_sweep_of_a_use_comes_to_the_sweep_of_its_setting(words: Vocabulary) -> None:
    use = "remember dream from table\n  each viewings 2 to 6 by 2\n"
    used = f"{TABLE}{REMEMBER}{use}print wall from dream.recollection\n  rows viewings\n"
    by_hand = f"""{TABLE}group dream
  train memory from table
    model autoencoder
    latent 200
    loss features
    each epochs 4, 8, 12
  rebuild recollection from table with memory
print wall from dream.recollection
  rows epochs
"""

    assert program(by_hand, words) == program(used, words)


def test_settings_that_a_sweep_of_a_use_comes_to_are_one_family(words: Vocabulary) -> None:
    recipes = """recipe twins
  takes pictures as images
  takes a-waist as 8 to 99 = 10
  gives one, other

  train one from pictures
    model autoencoder
    latent a-waist
  train other from pictures
    model autoencoder
    latent a-waist * 2
    epochs a-waist
recipe kin
  takes pictures as images
  takes belt as 8 to 99 = 10
  gives drawn

  twins pair from pictures
    a-waist belt
  sample drawn with pair.one
"""
    found = program(f"{TABLE}{recipes}kin k from table\n  each belt 8, 16\nprint wall from k\n  rows belt\n", words)
    swept = {stage.name: stage.sweeps for stage in found.stages if stage.sweeps}

    kin = ir.Family(use="k.pair", takes="a-waist", values=(8, 16))
    twins = [("latent", (8, 16)), ("latent", (16, 32)), ("epochs", (8, 16))]
    one, *others = [ir.Sweep(setting=setting, values=values, family=kin, called="belt") for setting, values in twins]

    assert {"k.pair.one": (one,), "k.pair.other": tuple(others)} == swept
    assert ("a-waist",) == found.stages[-1].settings["rows"]


def test_its_seed_is_that_of_every_stage_in_it_that_has_none_and_its_copy_is_of_what_it_first_gives(
    words: Vocabulary,
) -> None:
    recipe = """recipe seeing
  takes pictures as images
  gives sheet, memory

  train memory from pictures
    model autoencoder
  sample one with memory
  sample two with memory
    seed 3
  print sheet from one, two
"""
    found = program(f"{TABLE}{recipe}seeing a from table\n  seed 9\n  save ./out/a.png\n", words)

    actual = {stage.name: (stage.seed, stage.save) for stage in found.stages}

    assert {
        "table": (None, None),
        "a.memory": (9, None),
        "a.one": (9, None),
        "a.two": (3, None),
        "a.sheet": (9, "./out/a.png"),
    } == actual


def test_recipes_in_recipes_are_named_through_both(words: Vocabulary) -> None:
    outer = """recipe outer
  takes pictures as images
  takes small as 8 to 64 = 8
  gives drawn, memory-of-it

  remember inner from pictures
    waist small * 2
  sample drawn with inner
  sample memory-of-it with inner.memory
"""
    found = understood(f"{TABLE}{REMEMBER}{outer}outer a from table\n  small 16\nfilm f from a\n", words)
    assert found.program is not None

    latent = {stage.name: stage.settings.get("latent") for stage in found.program.stages}

    assert {
        "table": None,
        "a.inner.memory": 32,
        "a.inner.recollection": None,
        "a.drawn": None,
    }.items() <= latent.items()
    assert (ir.Input(stage="a.drawn"),) == found.program.stages[-1].sources
    assert {"a": ("a.drawn", "a.memory-of-it"), "a.inner": ("a.inner.memory", "a.inner.recollection")} == dict(
        found.uses
    )


def test_a_stage_in_a_recipe_is_on_the_line_of_the_use_and_inside_on_its_own(words: Vocabulary) -> None:
    files = {"recipes/remember.gen": REMEMBER}
    text = f"{TABLE}use remember from ./recipes/ at v1\nremember dream from table\n"
    script = understood(text, words, files)

    assert 5 == script.lines["dream.memory"]
    assert [("recipes/remember.gen", 9, "  train memory from pictures")] == [
        (spot.file, spot.span.line, spot.text) for spot in script.inside["dream.memory"]
    ]


def test_what_may_be_nothing_leaves_out_the_lines_that_speak_of_it(words: Vocabulary) -> None:
    recipe = """recipe framed
  takes pictures as images
  takes edge as 0% to 40% or nothing
  takes width as 8 px to 64 px or nothing
  takes twice as flag
  gives ready

  let double = width * 2
  dataset ready from pictures
    keep width >= double
    crop square, edge
    mirror twice
"""
    bare, full = (
        program(f"{TABLE}{recipe}framed a from table\n{said}", words).stages[-1].steps[1:]
        for said in ("  save ./out/\n", "  save ./out/\n  edge 10%\n  width 16 px\n  twice\n")
    )

    assert [("crop", {"around": "square"})] == [(step.word, dict(step.values)) for step in bare]
    assert ["keep", "crop", "mirror"] == [step.word for step in full]


def test_a_line_that_lacks_what_it_needs_is_left_out(words: Vocabulary) -> None:
    recipe = """recipe padded
  takes pictures as images
  takes area as size or nothing
  takes ground as colour = #fff
  takes gap as 1 epochs to 9 epochs or nothing
  gives ready, eye

  dataset ready from pictures
    pad area, ground
  train eye from ready
    model autoencoder
    preview 3 every gap
"""
    bare, full = (
        program(f"{TABLE}{recipe}padded a from table\n{said}", words).stages[1:]
        for said in ("", "  area 32 px by 16 px\n  gap 2 epochs\n")
    )

    assert (["from"], ["model"]) == ([step.word for step in bare[0].steps], list(bare[1].settings))
    assert (["from", "pad"], ["model", "preview"]) == ([step.word for step in full[0].steps], list(full[1].settings))


def test_words_texts_and_paths_may_be_given_by_one_name(words: Vocabulary) -> None:
    recipe = """recipe shown
  takes pictures as images
  takes columns as 1 to 100 or axes = 8
  takes title as text or path = "one two"
  gives sheet

  print sheet from pictures
    columns columns
    title title
"""
    seen = "train eye from table\n  model gan\nsample seen with eye\n  each seed 1 to 3\n"
    uses = 'shown a from table\nshown b from seen\n  columns seed\n  title "x/y"\nshown c from seen\n  columns 3\n'
    found = program(f"{TABLE}{recipe}{seen}{uses}", words).stages[-3:]

    assert [
        {"columns": (8,), "title": "one two"},
        {"columns": ("seed",), "title": "x/y"},
        {"columns": (3,), "title": "one two"},
    ] == [stage.settings for stage in found]


def test_paths_of_a_borrowed_recipe_are_seen_from_its_file_and_those_of_its_use_from_the_script(
    words: Vocabulary,
) -> None:
    recipe = """recipe picked
  takes pictures as images
  takes mine as path
  takes theirs as path = ./default.txt
  gives ready

  let own = ./let.txt
  dataset ready from pictures, ./more/, mine
    pick ./own.txt
    pick own
    pick mine
    pick theirs
"""
    use = "use picked from ./recipes/ at v1\npicked a from table\n  mine ./list.txt\n  save ./out/\n"
    found = program(f"{TABLE}{use}", words, {"recipes/picked.gen": recipe}).stages[-1]

    assert ("./recipes/more/", "./list.txt") == found.steps[0].values["paths"]
    assert ["./recipes/own.txt", "./recipes/let.txt", "./list.txt", "./recipes/default.txt"] == [
        step.values["path"] for step in found.steps[1:]
    ]


def test_each_use_is_its_own(words: Vocabulary) -> None:
    found = program(f"{TABLE}{REMEMBER}remember a from table\nremember b from a.recollection\n  waist 9\n", words)

    actual = [(stage.name, stage.settings.get("latent"), stage.sources) for stage in found.stages[1:]]

    assert [
        ("a.memory", 200, (ir.Input(stage="table"),)),
        ("a.recollection", None, (ir.Input(stage="table"),)),
        ("b.memory", 9, (ir.Input(stage="a.recollection"),)),
        ("b.recollection", None, (ir.Input(stage="a.recollection"),)),
    ] == actual


def test_parts_of_what_is_given_go_through_a_recipe(words: Vocabulary) -> None:
    groups = "dataset pair\n  group left\n    from ./a/\n  group right\n    from ./b/\n"
    recipe = """recipe halves
  takes both as images
  gives one, whole

  rebuild one from both.left with eye
  dataset whole from both
  train eye from both
    model autoencoder
"""
    found = program(f"{groups}{recipe}halves a from pair\nfilm f from a.whole\n", words)

    assert (ir.Input(stage="pair", part="left"),) == found.stages[1].sources


# Laws --------------------------------------------------------------------------------------------------------------


def with_names(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"(?<![\w-])(" + "|".join(names) + r")(?![\w-])", lambda word: names[word[0]], text)


@settings(max_examples=25, deadline=None)
@given(st.permutations(["one", "two", "three", "four", "größe", "seed-of-all", "x"]))
def test_what_a_recipe_calls_things_is_no_part_of_what_a_use_comes_to(words: Vocabulary, names: list[str]) -> None:
    own = dict(zip(["pictures", "waist", "viewings", "twice", "remember"], names, strict=False))
    use = "remember dream from table\n  waist 16\n  viewings 3\n"
    plain, renamed = f"{TABLE}{REMEMBER}{use}", TABLE + with_names(REMEMBER + use, own)

    assert program(plain, words) == program(renamed, words)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_notes_blank_lines_and_the_layout_of_a_recipe_are_no_part_of_it(words: Vocabulary, data: st.DataObject) -> None:
    text = f"{TABLE}use remember from ./recipes/ at v1\nremember dream from table\n  waist 16\n"
    plain = program(text, words, {"recipes/remember.gen": REMEMBER})
    extra = st.sampled_from(["", "-- A note.", "  -- Another.", "    -- A third."])
    lines = [each for line in REMEMBER.split("\n") for each in (*data.draw(st.lists(extra, max_size=1)), line)]
    noted = "\n".join(lines).replace("latent waist", "latent   waist  -- narrow")

    assert plain == program(text, words, {"recipes/remember.gen": noted})
    assert plain == program(text, words, {"recipes/remember.gen": format_text(noted)})


def test_where_a_recipe_lies_is_no_part_of_what_a_use_comes_to(words: Vocabulary) -> None:
    use = "remember dream from table\n"
    here = program(f"{TABLE}{REMEMBER}{use}", words)
    borrowed = [("recipes", "v1", REMEMBER), ("other", "v2", REMEMBER.replace("remember\n", "remember at v2\n", 1))]

    for folder, version, text in borrowed:
        line = f"use remember from ./{folder}/ at {version}\n"
        assert here == program(f"{TABLE}{line}{use}", words, {f"{folder}/remember.gen": text})


def test_the_order_of_recipes_and_uses_is_no_part_of_it(words: Vocabulary) -> None:
    use = "remember dream from table\n"

    assert sorted(program(f"{TABLE}{use}{REMEMBER}", words).stages, key=lambda s: s.name) == sorted(
        program(f"{REMEMBER}{use}{TABLE}", words).stages, key=lambda s: s.name
    )


def test_the_film_comes_to_the_same_with_the_recipe_that_ships(words: Vocabulary) -> None:
    """The work writes its own `remember`; the one that ships differs only in what it gives first."""
    text = (WORKS / "film.gen").read_text("utf-8")
    start, end = text.index("recipe remember"), text.index("let wide")
    borrowed = f"{text[:start]}use remember from std/recipes at v1\n\n{text[end:]}"

    own, theirs = (read(each, words, Nowhere(), STANDARD).program for each in (text, borrowed))

    assert own is not None
    assert own == theirs


# Size --------------------------------------------------------------------------------------------------------------


def tower(height: int, width: int = 1) -> str:
    """A recipe that uses a recipe, and so on, each `width` times."""
    floors = ["recipe r0\n  takes p as images\n  gives s\n\n  dataset s from p\n    resize 8 px\n"]
    for level in range(1, height):
        uses = "".join(f"  r{level - 1} s{i} from p\n" for i in range(width))
        floors.append(f"recipe r{level}\n  takes p as images\n  gives s0\n\n{uses}")
    return "".join(floors)


def codes(text: str, words: Vocabulary) -> set[str]:
    return {diagnostic.code for diagnostic in read(f"gen 1\n{text}", words, Nowhere()).diagnostics}


def test_recipes_in_recipes_end_somewhere(words: Vocabulary) -> None:
    assert "G508" not in codes(f"{TABLE}{tower(32)}r31 a from table\n  save ./out/\n", words)
    assert "G508" in codes(f"{TABLE}{tower(34)}r33 a from table\n  save ./out/\n", words)


def test_a_tower_of_a_thousand_recipes_is_told_of_and_not_climbed(words: Vocabulary) -> None:
    began = time.perf_counter()

    for text in (tower(1000), "".join(reversed(re.split(r"(?=^recipe )", tower(1000), flags=re.MULTILINE)))):
        assert "G508" in codes(f"{TABLE}{text}r999 a from table\n", words)

    assert time.perf_counter() - began < 30


def test_a_few_lines_do_not_come_to_a_million_stages(words: Vocabulary) -> None:
    began = time.perf_counter()
    found = codes(f"{TABLE}{tower(20, width=4)}r19 a from table\n  save ./out/\n", words)

    assert {"G508"} == found - {"G305"}
    assert time.perf_counter() - began < 10


def test_a_circle_of_a_thousand_recipes_is_told_of_once(words: Vocabulary) -> None:
    ring = "".join(
        f"recipe r{i}\n  takes p as images\n  gives s\n\n  r{(i + 1) % 1000} s from p\n" for i in range(1000)
    )

    assert ["G303"] == [d.code for d in read(f"gen 1\n{TABLE}{ring}r5 a from table\n", words, Nowhere()).diagnostics]


def test_a_thousand_uses_are_read_in_time(words: Vocabulary) -> None:
    uses = "".join(f"remember d{i} from table\n  waist {8 + i}\n" for i in range(1000))
    began = time.perf_counter()

    found = program(f"{TABLE}{REMEMBER}{uses}", words)

    assert 2001 == len(found.stages)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("work", sorted(WORKS.glob("*.gen")), ids=lambda work: work.stem)
def test_no_stage_of_a_work_is_of_a_kind_that_the_runtime_does_not_know(work: Path, words: Vocabulary) -> None:
    script = read(work.read_text("utf-8"), words, Nowhere(), STANDARD)
    assert script.program is not None

    assert {stage.kind for stage in script.program.stages} <= words.verbs.keys()


# Any text ----------------------------------------------------------------------------------------------------------

PAGE = cases_of(PAGES / "recipes.md")
SHIPPED = {file.stem: file.read_text("utf-8") for file in RECIPES["std/recipes"].glob("*.gen")}


@pytest.mark.parametrize("seed", range(150))
def test_slips_of_the_hand_in_recipes_and_uses_are_told_of_in_their_places(words: Vocabulary, seed: int) -> None:
    chance = random.Random(f"recipes {seed}")
    case = chance.choice(PAGE)
    text, files = case.score, dict(case.shelf.files)
    if chance.random() < 0.3:
        name = chance.choice(sorted(SHIPPED))
        text = f"{SHIPPED[name]}\ndataset table from ./photos/\n{name} it from table\n"
    for _ in range(chance.choice([1, 1, 2, 3])):
        slipping = chance.choice([*files, ""])
        if slipping:
            files[slipping] = slipped(files[slipping], chance)
        else:
            text = slipped(text, chance)

    script = read(text, words, Studio(), Shelf(files))

    lines = text.split("\n")
    for told in script.diagnostics:
        assert told.message()
        assert all(1 <= span.line <= len(lines) for span in (told.span, *told.also)), told
        assert all(spot.file in files or spot.file.startswith("std/") for spot in told.beyond), told
    if script.program is not None:
        stages = {stage.name for stage in script.program.stages}
        used = {given.stage for stage in script.program.stages for given in (*stage.sources, *stage.models)}
        assert used <= stages
        assert {stage.kind for stage in script.program.stages} <= words.verbs.keys()
