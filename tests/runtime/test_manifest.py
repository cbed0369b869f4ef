from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intaglio.lang.ir import Compared, Every
from intaglio.runtime.keys.digests import Digest
from intaglio.runtime.keys.manifest import CellFact, FileFact, InputFact, Manifest, differences, key, shown

WORDS = st.sampled_from(["count", "truncation", "steps", "shown"])
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(0, 2),
    st.sampled_from([0.0, 1.0, 0.5, "a", "b"]),
    st.lists(st.integers(0, 2), max_size=2),
    st.lists(st.fixed_dictionaries({"word": st.sampled_from(["crop", "resize"])}), max_size=3),
    st.dictionaries(st.sampled_from(["names", "groups"]), st.none() | st.integers(0, 1), max_size=2),
)
DIGESTS = st.sampled_from([Digest("a" * 32), Digest("b" * 32), Digest("c" * 32)])
CELLS = st.builds(CellFact, digest=DIGESTS, at=st.dictionaries(WORDS, st.integers(0, 1), max_size=1))
INPUTS = st.builds(
    lambda role, part, cells: InputFact(role=role, index=0, part=part, cells=tuple(cells)),
    st.sampled_from(["source", "model"]),
    st.none() | st.integers(0, 1),
    st.lists(CELLS, min_size=1, max_size=2),
)
MANIFESTS = st.builds(
    Manifest,
    kind=st.sampled_from(["sample", "walk"]),
    version=st.integers(1, 2),
    settings=st.dictionaries(WORDS, VALUES, max_size=3),
    inputs=st.lists(INPUTS, max_size=2, unique_by=lambda fact: fact.role).map(tuple),
    files=st.lists(st.builds(FileFact, role=st.sampled_from(["a", "b"]), digest=DIGESTS), max_size=3).map(tuple),
    seed=st.none() | st.integers(0, 1),
)


def sample(**changes: Any) -> Manifest:
    facts: dict[str, Any] = {
        "kind": "sample",
        "version": 1,
        "settings": {"truncation": 0.8, "count": 16},
        "inputs": (InputFact(role="model", index=0, cells=(CellFact(digest=Digest("a")),)),),
        "seed": 1,
    }
    return Manifest(**facts | changes)


def told(old: Manifest, new: Manifest, model: str | None = None) -> list[str]:
    return [str(difference) for difference in differences(old, new, {("model", 0): model} if model else None)]


@settings(deadline=None)
@given(MANIFESTS, MANIFESTS)
def test_there_is_a_reason_exactly_when_the_key_moved(a: Manifest, b: Manifest) -> None:

    assert (key(a) != key(b)) == bool(differences(a, b))


@settings(deadline=None)
@given(MANIFESTS)
def test_a_manifest_read_back_from_json_has_its_key(manifest: Manifest) -> None:
    again = Manifest.from_stored(json.loads(json.dumps(manifest.model_dump(mode="json"))))

    assert (key(manifest), manifest) == (key(again), again)


@settings(deadline=None)
@given(MANIFESTS)
def test_the_order_of_settings_does_not_count(manifest: Manifest) -> None:
    backwards = manifest.model_copy(update={"settings": dict(reversed(manifest.settings.items()))})

    assert key(manifest) == key(backwards)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "walk"},
        {"version": 2},
        {"scheme": 2},
        {"seed": 2},
        {"seed": None},
        {"settings": {"truncation": 0.8, "count": 16.0}},
        {"settings": {"truncation": 0.8}},
        {"inputs": ()},
        {"inputs": (InputFact(role="source", index=0, cells=(CellFact(digest=Digest("a")),)),)},
        {"inputs": (InputFact(role="model", index=1, cells=(CellFact(digest=Digest("a")),)),)},
        {"inputs": (InputFact(role="model", index=0, part=0, cells=(CellFact(digest=Digest("a")),)),)},
        {"inputs": (InputFact(role="model", index=0, cells=(CellFact(digest=Digest("b")),)),)},
        {"inputs": (InputFact(role="model", index=0, cells=(CellFact(digest=Digest("a"), at={"seed": 1}),)),)},
        {"files": (FileFact(role="file", digest=Digest("a")),)},
    ],
)
def test_each_field_alone_moves_the_key(changes: dict[str, Any]) -> None:

    assert key(sample()) != key(sample(**changes))


def test_models_of_the_language_are_settings_like_their_fields() -> None:
    every = Every(amount=25, unit="epochs")
    with_models = sample(settings={"preview": every, "keep": (Compared(measure="blur", operator="<", value=0.5),)})
    without = sample(
        settings={
            "preview": {"amount": 25, "unit": "epochs"},
            "keep": [{"kind": "compared", "measure": "blur", "operator": "<", "value": 0.5}],
        }
    )

    assert (key(without), without) == (key(with_models), with_models)


def test_a_moved_setting_is_told_with_both_values() -> None:

    assert ["truncation: 0.8 -> 0.5"] == told(sample(), sample(settings={"truncation": 0.5, "count": 16}))


def test_a_moved_seed_is_told() -> None:

    assert ["seed: 1 -> 7"] == told(sample(), sample(seed=7))


def test_a_moved_input_is_told_by_the_name_that_the_script_gives_it() -> None:
    moved = sample(inputs=(InputFact(role="model", index=0, cells=(CellFact(digest=Digest("b")),)),))

    assert ["input from dreamer came out different"] == told(sample(), moved, model="dreamer")
    assert ["input from model 1 came out different"] == told(sample(), moved)


def test_the_cells_that_moved_are_counted() -> None:
    def cells(*digests: str) -> Manifest:
        held = tuple(CellFact(digest=Digest(digest), at={"seed": i}) for i, digest in enumerate(digests))
        return sample(inputs=(InputFact(role="model", index=0, cells=held),))

    assert ["input from dreamer came out different in 2 of 3 cells"] == told(
        cells("a", "b", "c"), cells("a", "x", "y"), model="dreamer"
    )
    assert ["input from dreamer has 3 cells, not 2"] == told(cells("a", "b"), cells("a", "b", "c"), model="dreamer")


def files(*digests: str) -> Manifest:
    return sample(files=tuple(FileFact(role="source 1", digest=Digest(digest)) for digest in digests))


def test_files_are_told_by_the_place_that_the_script_names() -> None:
    told = differences(files("a", "b"), files("a", "x"), {"source 1": "./photos/"})

    assert ["./photos/: 1 changed"] == [str(difference) for difference in told]
    assert ["./photos/"] == [difference.subject for difference in told]


def test_files_of_a_place_that_the_script_names_no_longer_are_told_as_that() -> None:
    told = differences(files("a", "b"), files(), {"model 1": "dreamer"})

    assert ["files that the script named before: 2 gone"] == [str(difference) for difference in told]


def test_files_are_counted_and_not_named() -> None:
    assert ["files under source 1: 2 changed, 1 new"] == told(files("a", "b", "c"), files("a", "x", "y", "z"))
    assert ["files under source 1: 1 gone"] == told(files("a", "b"), files("a"))
    assert ["files under source 1: the same ones in another order"] == told(files("a", "b"), files("b", "a"))


def test_of_many_steps_only_the_changed_one_is_told() -> None:
    def steps(*sizes: int) -> Manifest:
        return sample(settings={"steps": [{"word": "resize", "values": {"size": [size]}} for size in sizes]})

    assert ["steps 2: resize values size 64 -> resize values size 32"] == told(steps(8, 64, 9), steps(8, 32, 9))
    assert ["steps 2: new: resize values size 64"] == told(steps(8, 9), steps(8, 64, 9))
    assert ["steps 2: gone: resize values size 64"] == told(steps(8, 64, 9), steps(8, 9))


def test_names_are_told_where_they_are_shown_and_spared_where_they_are_only_gone_by() -> None:
    def shown(value: Any) -> Manifest:
        return sample(settings={"shown": value})

    assert ["shown: cups, bowls -> cups, dishes"] == told(shown(["cups", "bowls"]), shown(["cups", "dishes"]))
    assert ["other names of images"] == told(
        shown({"groups": [], "names of images": "3f2a"}), shown({"groups": [], "names of images": "99ab"})
    )


def test_a_new_version_of_a_kind_is_told() -> None:

    assert ["the code of `sample` changed: version 1 -> 2"] == told(sample(), sample(version=2))


def test_a_long_value_is_cut_to_a_line() -> None:

    assert 72 == len(shown("a very long prompt " * 20))
