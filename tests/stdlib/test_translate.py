"""`model translate`: two sets, which of their images belong together, and what is learnt of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch

from intaglio.lang.ir import Every
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Fault
from intaglio.stdlib.nn import noise
from intaglio.stdlib.nn.translate import Pool
from intaglio.stdlib.stages.train import shows, train
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench

SMALL: dict[str, Any] = {"model": "translate", "steps": 2, "batch": 4}
NAMED = {**SMALL, "pairing": "same-name"}
PLACED = {**SMALL, "pairing": "same-place"}

FIRST, SECOND = pictures(4), pictures(4, seed=1)


def called(bench: Bench, images: Sequence[Any], *names: str) -> Artifact:
    return bench.images(images, name=names)


def pairs(bench: Bench, settings: dict[str, Any], sources: Sequence[Artifact]) -> Any:
    """What a key holds of which images belong together."""
    context = bench.context(train, settings, sources=sources)
    return shows(context.params, context.sources)


# Pairs ------------------------------------------------------------------------------------------------------------


def test_a_name_pairs_whatever_the_suffix_and_the_order(bench: Bench) -> None:
    first = called(bench, FIRST, "a.jpg", "b.jpg", "c.jpg (mirrored)", "in/d.jpg")
    second = called(bench, SECOND[::-1], "in/d.png", "c.png (mirrored)", "b.png", "a.webp")
    placed = [bench.images(FIRST), bench.images(SECOND)]

    by_name, by_place = bench.make(train, NAMED, sources=[first, second]), bench.make(train, PLACED, sources=placed)

    assert by_name.digest == by_place.digest
    assert pairs(bench, NAMED, [first, second]) == pairs(bench, PLACED, placed)


def test_other_pairs_are_another_training_and_other_names_or_places_of_the_same_are_not(bench: Bench) -> None:
    def known(first: list[Any], second: list[Any]) -> Any:
        return pairs(bench, PLACED, [bench.images(first), bench.images(second)])

    assert known(FIRST, SECOND) == known(FIRST[::-1], SECOND[::-1])
    assert known(FIRST, SECOND) != known(FIRST, SECOND[::-1])


def test_what_is_not_paired_keeps_no_names_in_its_key(bench: Bench) -> None:
    sources = [bench.images(FIRST), bench.images(SECOND)]

    assert [None, None] == [pairs(bench, {**SMALL, **each}, sources) for each in ({}, {"model": "gan"})]


def test_augmentation_changes_both_of_a_pair_alike(bench: Bench) -> None:
    """A translator of images to themselves has nothing to learn of where they lie."""
    images = [bench.images(pictures(1))] * 2
    settings = {**PLACED, "steps": 40, "rate": 3e-3}

    plain = bench.make(train, settings, sources=images)
    moved = bench.make(train, {**settings, "augment": ("flip", "rotate", "shift")}, sources=images)
    first, last = (float(made.seen["losses.csv"].read_text().split("\n")[-2].split(",")[1]) for made in (plain, moved))

    assert last < 1.5 * first


@pytest.mark.parametrize(
    ("settings", "first", "second", "told", "hint"),
    [
        (PLACED, "abc", "abcd", "here are 3 and 4", "pairing none"),
        (NAMED, "abc", "abd", "2 of 3 images have a partner.*`c`, `d`", "pairing none"),
        (NAMED, "abc", "def", "0 of 3 images.*`a`, `b`, `c` and 3 more", "pairing same-place"),
        (NAMED, "abb", "abc", "more than one is `b`", "pairing same-place"),
        (NAMED, "abbc", "abc", "more than one is `b`", "pairing none"),
    ],
)
def test_an_image_without_a_partner_is_told(
    settings: dict[str, Any], first: str, second: str, told: str, hint: str, bench: Bench
) -> None:
    sources = [called(bench, each[: len(names)], *names) for each, names in ((FIRST, first), (SECOND, second))]

    with pytest.raises(Fault, match=told) as caught:
        bench.make(train, settings, sources=sources)

    assert hint == caught.value.hint
    assert pairs(bench, settings, sources) is None


# Sets -------------------------------------------------------------------------------------------------------------


def test_one_set_is_too_few_and_its_groups_are_offered(bench: Bench) -> None:
    alone = bench.images(FIRST)
    grouped = bench.images(FIRST, group=["cups", "cups", "bowls", "bowls"])

    for images, hint in ((alone, "from stage-0, another-set"), (grouped, "from stage-0.cups, stage-0.bowls")):
        with pytest.raises(Fault, match=r"2 sets of images.*here is 1") as caught:
            bench.make(train, SMALL, sources=[images])

        assert hint == caught.value.hint


def test_both_sets_are_of_one_size(bench: Bench) -> None:
    with pytest.raises(Fault, match="first images are 24 px by 16 px, and the second 32 px by 32 px") as caught:
        bench.make(train, SMALL, sources=[bench.images(FIRST), bench.images(pictures(2, 32, 32))])

    assert "resize 24 px by 16 px" == caught.value.hint


def test_which_set_is_first_makes_another_model(bench: Bench) -> None:
    sets = [bench.images(FIRST), bench.images(SECOND)]

    there, back = (bench.make(train, SMALL, sources=sources) for sources in (sets, sets[::-1]))

    assert there.digest != back.digest


def test_an_epoch_shows_every_image_of_the_larger_set(bench: Bench) -> None:
    sources = [bench.images(pictures(3)), bench.images(pictures(9))]

    bench.make(train, {"model": "translate", "epochs": 1, "batch": 3}, sources=sources)

    assert bench.made is not None
    assert 3 == bench.made.made


# Learning ---------------------------------------------------------------------------------------------------------


def test_pools_go_on_as_they_were(bench: Bench) -> None:
    """So many drawings are made that some of before are shown again."""
    settings = {"model": "translate", "batch": 16, "augment": ("flip", "shift")}
    sources = [bench.images(FIRST), bench.images(SECOND)]

    whole = bench.make(train, {**settings, "steps": 8}, sources=sources)
    bench.make(train, {**settings, "steps": 5}, sources=sources)
    parts = bench.make(train, {**settings, "steps": 8}, sources=sources, segments=bench.kept)

    assert whole.digest == parts.digest


def test_a_pool_gives_back_what_it_is_given_until_it_is_full_and_then_half_the_time_what_was_before() -> None:
    pool = Pool(2, 2)
    shades = torch.linspace(-1, 1, 100)[:, None, None, None].expand(100, 3, 2, 2)

    out = [pool.exchange(shades[i * 10 : i * 10 + 10], i, noise.generator(0, "pool", i)) for i in range(10)]
    same = [(a[:, 0, 0, 0] - shades[i * 10 : i * 10 + 10, 0, 0, 0]).abs() < 0.01 for i, a in enumerate(out)]

    assert torch.cat(same[:5]).all()
    assert 10 < torch.cat(same[5:]).sum() < 40


@pytest.mark.parametrize("pairing", ["same-place", "none"])
def test_a_translator_that_learnt_otherwise_is_no_beginning(pairing: str, bench: Bench) -> None:
    other = {"same-place": "none", "none": "same-name"}[pairing]
    sources = [called(bench, each, *"abcd") for each in (FIRST, SECOND)]
    first = bench.make(train, {**SMALL, "pairing": pairing}, sources=sources)

    with pytest.raises(Fault, match="built alike") as caught:
        bench.make(train, {**SMALL, "pairing": other}, sources=sources, models=[first])

    assert {"same-place": "pairing same-name", "none": "pairing none"}[pairing] == caught.value.hint


def test_pairs_by_name_go_on_from_pairs_by_place(bench: Bench) -> None:
    sources = [called(bench, each, *"abcd") for each in (FIRST, SECOND)]
    first = bench.make(train, PLACED, sources=sources)

    bench.make(train, {**NAMED, "steps": 1}, sources=sources, models=[first])

    assert bench.made is not None
    assert 1 == bench.made.made


def test_a_preview_shows_images_beside_what_becomes_of_them(bench: Bench) -> None:
    from PIL import Image

    watched = {"preview": {"count": 2, "every": Every(amount=2, unit="steps")}}
    alike = pictures(1)

    made = bench.make(train, {**SMALL, **watched}, sources=[bench.images(alike), bench.images(SECOND)])
    with Image.open(made.seen["preview-000002.png"]) as sheet:
        shown = np.asarray(sheet.convert("RGB"))

    def holds(image: Any) -> bool:
        corners = [(y, x) for y in range(shown.shape[0] - 15) for x in range(shown.shape[1] - 23)]
        return any(np.array_equal(shown[y : y + 16, x : x + 24], image) for y, x in corners)

    assert holds(alike[0])
    assert not np.array_equal(shown[:, :24], shown[:, -24:])
