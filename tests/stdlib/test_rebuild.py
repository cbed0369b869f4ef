"""`rebuild`: as many images as there were, in their order, with their names and times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib.stages.rebuild import rebuild
from tests.stdlib.conftest import pictures
from tests.stdlib.context import Bench

Trained = Callable[[str], Artifact]


def test_frames_keep_their_order_rate_times_and_names(bench: Bench, trained: Trained) -> None:
    times = [0.5 + i / 12 for i in range(11)]
    names = [f"frame {i}" for i in range(11)]
    film = bench.images(pictures(11), rate=12.0, time=times, name=names, film=["a film's digest"] * 11)

    rebuilt = ImageSet(bench.make(rebuild, sources=[film], models=[trained("autoencoder")]))

    assert (len(rebuilt), rebuilt.rate, rebuilt.times, rebuilt.names) == (11, 12.0, tuple(times), tuple(names))
    assert rebuilt.films == ("a film's digest",) * 11


def test_images_without_a_rate_stay_without(bench: Bench, trained: Trained) -> None:
    rebuilt = ImageSet(bench.make(rebuild, sources=[bench.images(pictures(2))], models=[trained("autoencoder")]))

    assert rebuilt.rate is None


def test_an_image_is_rebuilt_alike_whatever_stands_around_it(bench: Bench, trained: Trained) -> None:
    images = pictures(11)

    together = ImageSet(bench.make(rebuild, sources=[bench.images(images)], models=[trained("autoencoder")]))
    alone = [
        ImageSet(bench.make(rebuild, sources=[bench.images([image])], models=[trained("autoencoder")]))
        for image in images[:3]
    ]

    assert [a.digests[0] for a in alone] == list(together.digests[:3])


def test_a_group_is_rebuilt_by_itself(bench: Bench, trained: Trained) -> None:
    images = bench.images(pictures(3), group=["cups", "bowls", "cups"])

    rebuilt = ImageSet(bench.make(rebuild, sources=[Given(images, "cups")], models=[trained("autoencoder")]))

    assert rebuilt.groups == ("cups", "cups")


def test_a_model_that_keeps_nothing_is_refused(bench: Bench, trained: Trained) -> None:
    with pytest.raises(Fault, match="only draws") as caught:
        bench.make(rebuild, sources=[bench.images(pictures(1))], models=[trained("gan")])

    assert caught.value.hint == "model autoencoder"


def test_images_of_another_size_are_refused_with_the_right_one(bench: Bench, trained: Trained) -> None:
    with pytest.raises(Fault) as caught:
        bench.make(rebuild, sources=[bench.images(pictures(1, 32, 32))], models=[trained("autoencoder")])

    assert caught.value.hint == "resize 24 px by 16 px"
