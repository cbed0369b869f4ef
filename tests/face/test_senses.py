"""`gen docs` of a word that stands beneath verbs: what it is, where it stands, and what it may be."""

from __future__ import annotations

import json

import pytest

from intaglio.face.command import main
from intaglio.face.reference.senses import senses
from intaglio.lang.vocabulary import Vocabulary

Output = pytest.CaptureFixture[str]


def docs(word: str, capsys: Output) -> str:
    assert main(["docs", word]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_a_setting_is_told_with_its_verbs_its_range_and_its_default(capsys: Output) -> None:
    told = docs("truncation", capsys)

    assert told.startswith("truncation: a setting beneath `sample` and `walk`. truncation NUMBER Small numbers stay")
    assert "0 to 1; where nothing is said, 1." in told
    assert "gen docs sample" in told
    assert "gen docs walk" in told


def test_a_step_a_measure_and_a_line_beneath_the_work_are_told(capsys: Output) -> None:
    assert "resize: a step beneath `dataset`. resize SIZE" in docs("resize", capsys)
    assert "width: a measure, in conditions beneath `dataset`." in docs("width", capsys)
    assert "edition: a line beneath `work`." in docs("edition", capsys)
    assert "credit: a line of `from` beneath `dataset`." in docs("credit", capsys)
    assert "save: a setting beneath every verb." in docs("save", capsys)


def test_a_choice_is_told_with_its_line_and_with_what_the_page_of_the_verb_says_of_it(capsys: Output) -> None:
    told = docs("vae", capsys)

    assert told.startswith("vae: a choice of `model` beneath `train`. model WORD")
    assert "; must be said." in told
    assert "`vae` is an autoencoder for which a picture is not a point but a cloud" in told


def test_a_word_that_is_several_things_is_told_as_each_of_them(capsys: Output) -> None:
    told = docs("rate", capsys)

    for sense in ("a step beneath `dataset`", "a setting beneath `train`", "a setting beneath `walk`"):
        assert f"rate: {sense}." in told


def test_a_word_beneath_a_verb_that_is_also_a_recipe_or_of_the_language_is_told_as_both(capsys: Output) -> None:
    recipe, word = docs("drift", capsys), docs("group", capsys)

    assert "use drift from std/recipes at v1" in recipe
    assert "drift: a setting beneath `show`." in recipe
    assert word.startswith("group: ")
    assert "group: a setting beneath `sample`." in word


def test_of_a_choice_of_very_many_lines_only_these_are_named(capsys: Output) -> None:
    told = docs("layer-3", capsys)

    assert "`swap` and `glitch` beneath `bend`, a choice of `layers` beneath `merge` and" in told
    assert "AMOUNT" not in told


def test_every_word_that_may_be_said_beneath_a_verb_has_a_page_that_fits(words: Vocabulary, capsys: Output) -> None:
    said = {word for verb in words.verbs.values() for word in (*verb.settings, *verb.steps)}
    said |= {*words.work, *words.measures}

    assert said <= set(senses(words))
    for word in senses(words):
        assert main(["docs", word]) == 0
        page = capsys.readouterr().out
        assert f"\n{word}: a" in f"\n{page}"
        assert [line for line in page.split("\n") if len(line) > 80 or line != line.rstrip()] == []


def test_for_programs_it_is_data(capsys: Output) -> None:
    assert main(["docs", "truncation", "--json"]) == 0

    (sense,) = json.loads(capsys.readouterr().out)["senses"]
    assert ["sample", "walk"] == sense["verbs"]
    assert "a setting" == sense["line"]["what"]
    assert "1" == sense["line"]["entry"]["default"]
