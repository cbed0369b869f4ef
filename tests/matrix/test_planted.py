"""The classic bugs of engines of this sort, put in on purpose: each breaks a law that holds without it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pydantic import BaseModel

from intaglio.runtime.contract import Course
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.manifest import CellFact, Manifest
from intaglio.runtime.plan import planner
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.store import store
from intaglio.runtime.world import listing
from tests.matrix import laws
from tests.matrix.conftest import Found

Patch = pytest.MonkeyPatch


def incremental(folder: Path, crew: Crew) -> None:
    """The law of edits, over the same scores each time."""
    for number in range(4):
        laws.an_incremental_run_equals_one_from_nothing(folder / str(number), crew, Random(number), 10)


def drawing(folder: Path, crew: Crew) -> None:
    laws.a_picture_does_not_depend_on_how_many_are_drawn(folder)


def training(before: str, after: str) -> Callable[[Path, Crew], None]:
    """The law of edited trainings, for one edit."""
    return lambda folder, crew: laws.a_training_after_an_edit_is_that_of_a_run_from_nothing(folder, crew, before, after)


# The bugs ----------------------------------------------------------------------------------------------------------


def version_missing(patch: Patch) -> None:
    def unversioned(manifest: Manifest) -> Any:
        return real(manifest.model_copy(update={"version": 0}))

    real = planner.key
    patch.setattr(planner, "key", unversioned)
    patch.setattr(store, "key_of", unversioned)


def name_instead_of_content(patch: Patch) -> None:
    def named(given: Any, kind: Any, group: int | None) -> CellFact:
        fact = real(given, kind, group)
        return fact.model_copy(update={"digest": digests.of_value((given.stage, list(given.cell.values())))})

    real = planner._cell_fact
    patch.setattr(planner, "_cell_fact", named)


def concatenated(patch: Patch) -> None:
    def joined(value: object) -> bytes:
        match value:
            case Mapping():
                return b"".join(joined(value[name]) for name in sorted(value))
            case list() | tuple():
                return b"".join(map(joined, value))
            case BaseModel():
                return b"".join(joined(getattr(value, name)) for name in type(value).model_fields)
        return str(value).encode()

    patch.setattr(digests, "canonical", joined)


def listing_order(patch: Patch) -> None:
    def unsorted(place: Path, avoid: Path, enter: Any, wanted: Any = None) -> listing.Listing:
        folders: dict[str, Any] = {}
        found = list(listing._walk(place, avoid, enter, folders))
        return listing.Listing(tuple(found), folders)

    patch.setattr(listing, "_sorted", unsorted)


def raw_params(patch: Patch) -> None:
    real = planner.keyed_settings
    patch.setattr(
        planner,
        "keyed_settings",
        lambda kind, params, sources: {
            name: value for name, value in real(kind, params, sources).items() if name in params.model_fields_set
        },
    )


def forgotten(*names: str) -> Callable[[Patch], None]:
    """Settings that are not keyed."""

    def plant(patch: Patch) -> None:
        real = planner.keyed_settings
        patch.setattr(
            planner,
            "keyed_settings",
            lambda kind, params, sources: {n: v for n, v in real(kind, params, sources).items() if n not in names},
        )

    return plant


def total_missing(patch: Patch) -> None:
    def endless(params: Any) -> Course[Any]:
        return Course(params.model_copy(update={"steps": None, "seam": False}), params.steps, "steps")

    patch.setattr(laws, "REAL", {**laws.REAL, "train": replace(laws.REAL["train"], course=endless)})


def short_tail(patch: Patch) -> None:
    """A chunk is kept by its number, also where it was not full, and taken for whole by whoever wants more."""
    from intaglio.stdlib.nn import chunks

    kept: dict[int, list[Any]] = {}
    real = chunks.draw

    def draw(drawer: Any, wanted: Any, beat: Any) -> Any:
        rest = iter(wanted)
        for number in itertools.count():
            if not (chunk := list(itertools.islice(rest, chunks.CHUNK))):
                return
            full = chunk + [chunk[-1]] * (chunks.CHUNK - len(chunk))
            kept[number] = kept.get(number) or list(real(drawer, full, beat))
            yield from kept[number][: len(chunk)]

    patch.setattr(chunks, "draw", draw)


Bug = tuple[Callable[[Patch], None], Callable[[Path, Crew], None]]

BUGS: dict[str, Bug] = {
    "the version is missing from the key": (version_missing, laws.a_raised_version_runs_its_stage),
    "a name stands for the content": (name_instead_of_content, incremental),
    "a key of facts one after the other": (concatenated, laws.what_differs_has_another_key),
    "pictures in the order of the disk": (listing_order, laws.the_order_in_which_a_disk_lists_says_nothing),
    "settings as they are said": (raw_params, laws.a_default_that_is_said_changes_no_key),
    "a setting that is not keyed": (forgotten("value"), incremental),
}
SLOW_BUGS: dict[str, Bug] = {
    "the steps are not keyed": (forgotten("steps"), training("steps 4", "steps 8")),
    "the average is not keyed": (forgotten("average"), training("steps 4\n  average 0.1", "steps 4\n  average 0.9")),
    "the total is missing where the rate falls towards it": (
        total_missing,
        training("steps 4\n  decay cosine", "steps 8\n  decay cosine"),
    ),
    "a chunk with a short tail": (short_tail, drawing),
}


@pytest.mark.parametrize("bug", BUGS)
def test_a_bug_put_in_on_purpose_breaks_a_law_that_holds_without_it(
    bug: str, crew: Crew, tmp_path: Path, found: Found
) -> None:
    assert_it_is_caught(*BUGS[bug], crew, tmp_path)
    found("seeded bugs", f"{bug}: caught.")


@pytest.mark.slow
@pytest.mark.parametrize("bug", SLOW_BUGS)
def test_a_bug_of_trainings_put_in_on_purpose_breaks_a_law_that_holds_without_it(
    bug: str, crew: Crew, tmp_path: Path, found: Found
) -> None:
    assert_it_is_caught(*SLOW_BUGS[bug], crew, tmp_path)
    found("seeded bugs", f"{bug}: caught.")


def assert_it_is_caught(
    plant: Callable[[Patch], None], law: Callable[[Path, Crew], None], crew: Crew, folder: Path
) -> None:
    law(folder / "sound", crew)
    with pytest.MonkeyPatch.context() as patch:
        plant(patch)
        with pytest.raises(AssertionError):
            law(folder / "planted", crew)


@pytest.mark.slow
@pytest.mark.parametrize(("before", "after"), laws.EDITS)
def test_a_training_after_an_edit_is_that_of_a_run_from_nothing(
    before: str, after: str, crew: Crew, tmp_path: Path
) -> None:
    laws.a_training_after_an_edit_is_that_of_a_run_from_nothing(tmp_path, crew, before, after)
