"""The schema: what a kind's annotations mean to the checker."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

import pytest

from intaglio.lang import ir
from intaglio.lang import vocabulary as v
from intaglio.runtime.contract import Kind, Line, Params, setting
from intaglio.runtime.plan.schema import verb, vocabulary, word_of
from intaglio.stdlib import registry
from intaglio.stdlib.measures import MEASURES


class Twice(Line):
    """A line with several values."""

    count: Annotated[int, v.Number(1, 9, "images", whole=True)] = setting(doc="How many.")
    every: Annotated[ir.Every, v.Every(("steps",))] | None = setting(None, "How often.")
    from_: tuple[Annotated[ir.Input, v.Stages(("images",))], ...] = setting((), "Of what.")


class Below(Line):
    credit: str | None = setting(None, "Whose.")


class Origin(Line):
    """A step."""

    beneath: ClassVar[type[Line]] = Below

    paths: tuple[Annotated[str, v.Place()], ...] = setting((), "Where.")


class Everything(Params):
    """A setting of every sort."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("warm_up", "for_"),)

    choice: Literal["slow", "centre"] = setting(doc="Which way.", aliases={"center": "centre"})
    number: Annotated[float, v.Number(0, 1, "share")] = setting(0.5, "How much.")
    warm_up: Annotated[int, v.Number(0, 9, whole=True)] | None = setting(None, "How long.")
    for_: Annotated[float, v.Number(0, 9, "time")] | None = setting(None, "For how long.")
    words: tuple[Literal["a", "b"], ...] | None = setting(None, "Which.")
    flag: bool = setting(False, "Whether.")
    text: str | None = setting(None, "What.")
    seen: Annotated[int, v.Number(1, 2)] = setting(1, "Only watched.", keyed=False)
    fixed: Annotated[int, v.Number(1, 2)] = setting(1, "Never swept.", sweeps=False)
    either: Annotated[int | str, v.Either((v.Number(1, 2), v.Axes()))] | None = setting(None, "This or that.")
    condition: ir.Condition | None = setting(None, "If.")
    line: Twice | None = setting(None, "Several.")
    size: Annotated[tuple[int, ...], v.Size()] | None = setting(None, "How large.")


def kind(**facts: Any) -> Kind[Any]:
    return Kind("toy", 1, "images", Everything, "A toy.", **facts)


@pytest.fixture(scope="module")
def toy() -> v.Verb:
    return verb(kind(steps={"from": Origin}))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("choice", v.Choice(("slow", "centre"), (("center", "centre"),))),
        ("number", v.Number(0, 1, "share")),
        ("warm-up", v.Number(0, 9, whole=True)),
        ("for", v.Number(0, 9, "time")),
        ("words", v.Choice(("a", "b"))),
        ("flag", v.Flag()),
        ("text", v.Text()),
        ("either", v.Either((v.Number(1, 2), v.Axes()))),
        ("condition", v.Condition()),
        ("size", v.Size()),
        ("save", v.Place("any", must_exist=False)),
        ("seed", v.Number(0, 2**63 - 1, whole=True, usual=1)),
    ],
)
def test_an_annotation_says_what_a_value_may_be(toy: v.Verb, name: str, expected: v.ValueType) -> None:
    actual = toy.settings[name].slots[0].type

    assert expected == actual


def test_only_tuples_take_many_values(toy: v.Verb) -> None:
    actual = {name for name, setting in toy.settings.items() if setting.plain and setting.slots[0].many}

    assert {"words"} == actual


def test_a_setting_is_found_by_its_word_and_lowered_by_its_field(toy: v.Verb) -> None:
    actual = [(toy.settings[word].name, toy.settings[word].key) for word in ("warm-up", "for", "save")]

    assert [("warm-up", "warm_up"), ("for", "for_"), ("save", "save")] == actual


def test_what_has_no_default_is_required(toy: v.Verb) -> None:
    actual = {name for name, setting in toy.settings.items() if setting.required}

    assert {"choice"} == actual


def test_single_keyed_values_can_be_swept_and_nothing_else(toy: v.Verb) -> None:
    actual = {name for name, setting in toy.settings.items() if setting.sweeps}

    expected = {"choice", "number", "warm-up", "for", "text", "either", "size", "seed"}
    assert expected == actual


def test_nothing_of_a_kind_that_gathers_can_be_swept() -> None:
    actual = {name for name, setting in verb(kind(gathers=True)).settings.items() if setting.sweeps}

    assert set() == actual


def test_settings_that_exclude_each_other_are_told_by_their_words(toy: v.Verb) -> None:
    assert (("warm-up", "for"),) == toy.alone


def test_a_line_has_a_slot_for_each_field_and_joining_words_are_clauses(toy: v.Verb) -> None:
    line = toy.settings["line"]

    actual = [(slot.name, slot.clause, slot.required, slot.many) for slot in line.slots]

    assert not line.plain
    assert [("count", None, True, False), ("every", "every", False, False), ("from_", "from", False, True)] == actual


def test_what_stands_beneath_a_step_is_said_by_its_model(toy: v.Verb) -> None:
    actual = toy.steps["from"].beneath

    assert ["credit"] == list(actual)


def test_a_word_is_its_field_with_hyphens() -> None:
    assert ["warm-up", "from", "seed"] == [word_of(field) for field in ("warm_up", "from_", "seed")]


def test_an_annotation_without_meaning_is_refused() -> None:
    class Odd(Params):
        bytes_: bytes = setting(b"", "What?")

    with pytest.raises(TypeError, match="no way to say bytes"):
        verb(Kind("odd", 1, "images", Odd, ""))


def test_every_kind_has_a_verb_with_seed_and_save() -> None:
    words = vocabulary(registry.kinds(), MEASURES)

    assert set(registry.kinds()) == set(words.verbs)
    assert all({"seed", "save"} <= set(verb.settings) for verb in words.verbs.values())


def test_every_setting_of_every_kind_is_documented() -> None:
    words = vocabulary(registry.kinds(), MEASURES)

    undocumented = [
        f"{verb.name} {setting.name}"
        for verb in words.verbs.values()
        for setting in (*verb.settings.values(), *verb.steps.values())
        if not setting.doc
    ]

    assert [] == undocumented


class Later(Line):
    """A step that is not run yet."""

    arrives_later: ClassVar[bool] = True


class Partly(Params):
    """Settings of which some are not run yet."""

    model: Literal["gan", "oracle"] = setting(doc="Which.", later=("oracle",))
    whole: str | None = setting(None, "All of it.", later=True)
    now: str | None = setting(None, "None of it.")


def test_what_arrives_later_is_declared_with_the_kind_the_step_the_setting_and_the_choice() -> None:
    partly = verb(Kind("toy", 1, "images", Partly, "", steps={"later": Later, "from": Origin}))
    choice = partly.settings["model"].slots[0].type

    assert partly.arrives_later
    assert ("model", "now", "seed", "save") == v.offered(partly.settings)
    assert ("from",) == v.offered(partly.steps)
    assert isinstance(choice, v.Choice)
    assert (("gan", "oracle"), ("gan",)) == (choice.words, choice.offered)


@pytest.mark.parametrize("later", [("orcale",), ("gan", "oracle")])
def test_choices_arrive_later_only_if_they_are_among_the_choices_and_not_all_of_them(later: tuple[str, ...]) -> None:
    class Odd(Params):
        model: Literal["gan", "oracle"] = setting(doc="Which.", later=later)

    with pytest.raises(TypeError, match="cannot arrive later"):
        verb(Kind("odd", 1, "images", Odd, ""))


def test_what_the_runtime_fills_in_is_no_setting() -> None:
    words = vocabulary(registry.kinds(), MEASURES)

    assert set() == {"steps", "groups"} & set(words.verbs["dataset"].settings)
