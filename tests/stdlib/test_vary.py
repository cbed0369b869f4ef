"""`vary`: as many images as there were, each drawn over by a model, in their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Given
from intaglio.stdlib.stages.rebuild import rebuild
from intaglio.stdlib.stages.sample import sample
from intaglio.stdlib.stages.train import train
from intaglio.stdlib.stages.vary import vary
from tests.stdlib.conftest import photographs, pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

Trained = Callable[[str], Artifact]


def varied(bench: Bench, model: Artifact, *images: Artifact | Given, **settings: Any) -> ImageSet:
    return ImageSet(bench.make(vary, settings, sources=images, models=[model]))


def test_frames_keep_their_order_rate_times_and_names(bench: Bench, trained: Trained) -> None:
    times = [0.5 + i / 12 for i in range(11)]
    names = [f"frame {i}" for i in range(11)]
    film = bench.images(pictures(11), rate=12.0, time=times, name=names, film=["a film's digest"] * 11)

    made = varied(bench, trained("translate"), film)

    assert (len(made), made.rate, made.times, made.names) == (11, 12.0, tuple(times), tuple(names))
    assert made.films == ("a film's digest",) * 11


def test_an_image_is_varied_alike_whatever_stands_around_it(bench: Bench, trained: Trained) -> None:
    images = pictures(11)

    together = varied(bench, trained("translate"), bench.images(images))
    alone = [varied(bench, trained("translate"), bench.images([image])) for image in images[:3]]

    assert [each.digests[0] for each in alone] == list(together.digests[:3])


def test_several_sets_are_joined_in_order_and_keep_their_groups(bench: Bench, trained: Trained) -> None:
    one = bench.images(pictures(3), group=["cups", "bowls", "cups"], name=list("abc"))
    other = bench.images(pictures(2, seed=1), group=["pans", "cups"], name=list("de"))

    made = varied(bench, trained("translate"), Given(one, "cups"), other)

    assert ("a", "c", "d", "e") == made.names
    assert ("cups", "cups", "pans", "cups") == made.groups


def test_frames_beside_images_are_images(bench: Bench, trained: Trained) -> None:
    film = bench.images(pictures(2), rate=12.0, time=[0.0, 0.1])

    assert varied(bench, trained("translate"), film, bench.images(pictures(1))).rate is None


def test_reverse_is_the_other_way(bench: Bench, trained: Trained) -> None:
    images = bench.images(pictures(2))

    there, back = (varied(bench, trained("translate"), images, reverse=way) for way in (False, True))

    assert set() == set(there.digests) & set(back.digests)


def test_there_is_no_way_back_where_pairs_were_learnt(bench: Bench) -> None:
    images = bench.images(pictures(2))
    settings = {"model": "translate", "pairing": "same-place", "steps": 1, "batch": 2}
    paired = bench.make(train, settings, sources=[images, images])

    with pytest.raises(Fault, match="only one way") as caught:
        varied(bench, paired, images, reverse=True)

    assert "pairing none" == caught.value.hint


def test_an_autoencoder_draws_what_it_kept_and_has_no_other_way(bench: Bench, trained: Trained) -> None:
    images, model = bench.images(pictures(2)), trained("autoencoder")

    made = varied(bench, model, images, reverse=True)

    assert made.digests == ImageSet(bench.make(rebuild, sources=[images], models=[model])).digests
    context = bench.context(vary, {"reverse": True}, sources=[images], models=[model])
    assert not context.params.reverse
    assert ["`reverse` says nothing to a model of the sort autoencoder: it draws one way only."] == [
        message for _, message in context.remarks
    ]


@pytest.mark.parametrize("model", ["gan", "diffusion"])
def test_a_model_that_looks_at_no_images_is_refused(model: str, bench: Bench, trained: Trained) -> None:
    with pytest.raises(Fault, match="looks at no images") as caught:
        varied(bench, trained(model), bench.images(pictures(1)))

    assert "model translate" == caught.value.hint


@pytest.mark.parametrize(
    ("model", "height", "width", "hint"),
    [
        ("translate", 15, 25, "resize 24 px by 16 px"),
        ("translate", 4, 64, "resize 64 px by 8 px"),
        ("autoencoder", 32, 48, "resize 24 px by 16 px"),
    ],
)
def test_images_of_a_size_that_cannot_be_taken_are_refused_with_one_that_can(
    model: str, height: int, width: int, hint: str, bench: Bench, trained: Trained
) -> None:
    with pytest.raises(Fault) as caught:
        varied(bench, trained(model), bench.images(pictures(1, height, width)))

    assert hint == caught.value.hint


def test_a_translator_takes_larger_images_than_it_learnt_from(bench: Bench, trained: Trained) -> None:
    made = varied(bench, trained("translate"), bench.images(pictures(1, 48, 64)))

    assert (48, 64) == made.size


def test_an_enhancer_doubles_images_of_any_size(bench: Bench, trained: Trained) -> None:
    model = trained("enhance")

    sizes = [varied(bench, model, bench.images(pictures(2, *size))).size for size in ((16, 24), (13, 7))]

    assert [(32, 48), (26, 14)] == sizes


@pytest.mark.parametrize("model", ["translate", "enhance"])
def test_what_draws_over_images_does_not_draw_from_chance_and_says_so(
    model: str, bench: Bench, trained: Trained
) -> None:
    with pytest.raises(Fault, match="draws over images; `vary` asks it to"):
        bench.make(sample, {"count": 1}, models=[trained(model)])


def test_images_of_several_sizes_are_refused(bench: Bench, trained: Trained) -> None:
    with pytest.raises(Fault, match="of one size") as caught:
        varied(bench, trained("translate"), bench.images(pictures(1)), bench.images(pictures(1, 32, 32)))

    assert "resize 24 px by 16 px" == caught.value.hint


def test_a_chain_differs_from_either_link(bench: Bench, trained: Trained) -> None:
    images = bench.images(pictures(3))
    there = bench.make(vary, sources=[images], models=[trained("translate")])

    again = varied(bench, trained("autoencoder"), there)
    alone = varied(bench, trained("autoencoder"), images)

    assert set() == set(again.digests) & {*ImageSet(there).digests, *alone.digests}


# In a score -------------------------------------------------------------------------------------------------------

SCORE = """\
dataset table from ./learnt/

dataset ashes from table
  grey

dataset fruit from ./photos/

train fading from table, ashes
  model translate
  steps 2
  batch 2

vary faded from fruit with fading
"""


@pytest.fixture
def table(studio: Studio) -> Studio:
    """Photographs, and others to learn from."""
    photographs(studio.folder)
    (studio.folder / "learnt").mkdir()
    for number, pixels in enumerate(pictures(3, seed=7)):
        Image.fromarray(pixels).save(studio.folder / "learnt" / f"{number}.png")
    return studio


def test_an_edit_of_one_image_varies_one_anew(table: Studio) -> None:
    table.run(SCORE)
    first = table.counts["faded"]
    Image.fromarray(np.full((16, 24, 3), 99, np.uint8)).save(table.folder / "photos" / "3.png")
    table.run(SCORE)

    assert [(6, 0), (1, 5)] == [first, table.counts["faded"]]


def test_the_way_back_is_made_of_the_same_training(table: Studio) -> None:
    table.run(SCORE)

    assert ["faded"] == table.ran(SCORE + "  reverse\n")


def test_a_step_of_a_translator_is_picked(table: Studio) -> None:
    (early,) = table.run(SCORE + "  step 1\n")["faded"]
    (last,) = table.run(SCORE)["faded"]

    assert set() == set(ImageSet(last).digests) & set(ImageSet(early).digests)


def test_a_film_goes_through_a_translator(table: Studio) -> None:
    made = table.run(SCORE + "\nfilm passing from faded\n  speed 6 fps\n")

    assert 1 == len(made["passing"])
