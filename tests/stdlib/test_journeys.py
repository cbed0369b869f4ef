"""Datasets image by image: what has not changed is not looked at again, and nobody can tell from the result."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from weakref import WeakSet

import numpy as np
import pytest
from PIL import Image

from intaglio.runtime.artifacts import images as sets
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.journeys import index, shelf
from intaglio.runtime.run.events import Remarked
from intaglio.runtime.store.store import Store
from intaglio.stdlib import measures
from intaglio.stdlib.images import curating, decoding, journey, measuring, reel, selecting, video
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.journey import Journey, Leg, Traveller
from intaglio.stdlib.stages import dataset
from tests.matrix.counts import count
from tests.stdlib import inside
from tests.stdlib.pictures import picture
from tests.stdlib.studio import Studio
from tests.stdlib.test_dataset import film

PREPARED = "dataset table from ./photos/\n  keep width >= 16 px\n  drop blur > 99%\n  crop square\n  resize 8 px\n"


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path, inside.crew())


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """What images are looked at for, each time, from here on."""
    counted: Counter[str] = Counter()

    def watch(module: Any, name: str, called: str) -> None:
        real = getattr(module, name)

        def watched(*given: Any, **how: Any) -> Any:
            counted[called] += 1
            return real(*given, **how)

        monkeypatch.setattr(module, name, watched)

    watch(decoding, "developed", "decoded")
    watch(decoding, "upright_size", "size")
    watch(measuring, "perceptual", "likeness")
    watch(measuring, "measure", "measure")
    watch(video, "opened", "film")
    return counted


def photos(folder: Path, numbers: range | list[int], size: tuple[int, int] = (24, 20)) -> None:
    (folder / "photos").mkdir(exist_ok=True)
    for number in numbers:
        picture(*size, seed=number).save(folder / "photos" / f"{number}.png")


def made(studio: Studio, text: str, taken: Counter[str] | None = None) -> tuple[int, int]:
    """How many images a run of a text makes, and takes from before. Counts what is looked at from here on."""
    if taken is not None:
        taken.clear()
    studio.run(text)
    return studio.counts["table"]


# One image ---------------------------------------------------------------------------------------------------------


def test_an_image_that_is_added_is_the_only_one_that_is_decoded(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(9))
    made(studio, PREPARED)
    photos(studio.folder, [100])

    assert (1, 9) == made(studio, PREPARED, taken)
    assert 2 == taken["decoded"]  # for its blur, and for its pixels
    assert 1 == taken["size"]


def test_an_image_that_is_changed_is_the_only_one_that_is_decoded(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(9))
    made(studio, PREPARED)
    picture(24, 20, seed=50).save(studio.folder / "photos" / "4.png")

    assert (1, 8) == made(studio, PREPARED, taken)
    assert 2 == taken["decoded"]


def test_nothing_is_decoded_where_images_go_or_are_renamed_or_copied(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(9))
    made(studio, PREPARED)
    (studio.folder / "photos" / "4.png").unlink()
    (studio.folder / "photos" / "5.png").rename(studio.folder / "photos" / "0.0.png")
    shutil.copy(studio.folder / "photos" / "6.png", studio.folder / "photos" / "again.png")

    assert (0, 9) == made(studio, PREPARED, taken)
    assert not taken
    assert ImageSet(studio.run(PREPARED)["table"][0]).names[:2] == ("0.0.png", "0.png")


def test_an_image_that_comes_back_is_known(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(4))
    made(studio, PREPARED)
    (studio.folder / "photos" / "3.png").rename(studio.folder / "3.png")
    made(studio, PREPARED)
    (studio.folder / "3.png").rename(studio.folder / "photos" / "3.png")
    photos(studio.folder, [100])

    assert (1, 4) == made(studio, PREPARED, taken)


def test_what_cannot_be_read_is_named_again_and_not_opened_again(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(3))
    for text in (PREPARED, "dataset table from ./photos/\n  drop likeness > 99%\n  resize 8 px\n"):
        (studio.folder / "photos" / "torn.png").write_bytes((studio.folder / "photos" / "1.png").read_bytes()[:-60])
        made(studio, text)
        photos(studio.folder, [random.randrange(10**6)])
        made(studio, text, taken)
        said = [event.message for event in studio.events if isinstance(event, Remarked)]

        assert any("torn.png (broken off)" in message for message in said)
        assert taken["size"] == 1


def test_group_caption_and_name_are_none_of_a_journey_s_business(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(4))
    made(studio, "dataset table from ./photos/\n  resize 8 px\n  mirror\n")
    moved = 'dataset table\n  group one\n    from ./photos/\n  resize 8 px\n  caption "a bowl"\n  mirror\n'
    studio.run(moved)
    images = ImageSet(studio.run(moved)["table"][0])

    assert ("0.png", "0.png (mirrored)") == images.names[:2]
    assert {"one"} == set(images.groups)
    assert {"a bowl"} == set(images.captions)
    np.testing.assert_array_equal(images[0], images[1][:, ::-1])


def many(folder: Path) -> int:
    """Ten thousand photographs, or some hundreds where there is little time."""
    number = count(300, 10_000, 10_000)
    photos(folder, range(number))
    return number


PLAIN = "dataset table from ./photos/\n  crop square\n  resize 8 px\n"


def test_of_ten_thousand_images_one_that_is_added_or_changed_is_decoded_once_and_nothing_else(
    studio: Studio, taken: Counter[str]
) -> None:
    number = many(studio.folder)
    assert (number, 0) == made(studio, PLAIN, taken)
    assert Counter(decoded=number, size=number) == taken

    photos(studio.folder, [10**6])
    assert (1, number) == made(studio, PLAIN, taken)
    assert Counter(decoded=1, size=1) == taken

    picture(24, 20, seed=10**7).save(studio.folder / "photos" / "7.png")
    assert (1, number) == made(studio, PLAIN, taken)
    assert Counter(decoded=1, size=1) == taken

    studio.run(PLAIN.replace("table", "other") + "  shuffle\n")
    assert Counter(decoded=1, size=1) == taken  # as it was: of what is known nothing is decoded


def test_images_are_decoded_on_two_cores_at_once(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    both, real = threading.Barrier(2), decoding.developed

    def developed(data: bytes, share: float = 1.0) -> Image.Image:
        both.wait(timeout=20)
        return real(data, share)

    monkeypatch.setattr(curating, "CORES", 2)
    monkeypatch.setattr(decoding, "developed", developed)
    photos(studio.folder, range(6))

    assert (6, 0) == made(studio, PLAIN)


def test_where_pixels_are_many_few_of_them_wait_for_their_turn(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    held: set[int] = set()
    most = 0
    travelled, arrived = Traveller.travel, Traveller.arrived

    def travel(self: Traveller, item: Item, leg: Leg, wanted: bool) -> Journey:
        nonlocal most
        ended = travelled(self, item, leg, wanted)
        held.add(id(ended))
        most = max(most, len(held))
        return ended

    def arrive(self: Traveller, journey: Journey, leg: Leg, keep: bool) -> Sequence[Item]:
        held.discard(id(journey))
        return arrived(self, journey, leg, keep)

    monkeypatch.setattr(Traveller, "travel", travel)
    monkeypatch.setattr(Traveller, "arrived", arrive)
    monkeypatch.setattr(curating, "CORES", 2)
    monkeypatch.setattr(curating, "AHEAD", 8)
    monkeypatch.setattr(curating, "WAITING", 3 * 24 * 20 * 3)
    photos(studio.folder, range(40))
    assert (40, 0) == made(studio, "dataset table from ./photos/\n  grey\n")

    assert most <= 3


# A step ------------------------------------------------------------------------------------------------------------


def test_a_step_that_changes_leaves_what_was_found_out_above_it(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(6))
    Image.new("RGB", (24, 20), "grey").save(studio.folder / "photos" / "fog.png")
    photos(studio.folder, [200, 201], size=(12, 20))
    made(studio, PREPARED)

    assert (6, 0) == made(studio, PREPARED.replace("8 px", "10 px"), taken)
    assert Counter(decoded=6, measure=9) == taken  # the widths, which are known


@pytest.mark.parametrize("edit", [("99%", "98%"), (">= 16", ">= 24"), ("  drop blur > 99%\n", "")])
def test_a_condition_that_changes_decodes_nothing(studio: Studio, taken: Counter[str], edit: tuple[str, str]) -> None:
    photos(studio.folder, range(6))
    made(studio, PREPARED)

    assert (0, 6) == made(studio, PREPARED.replace(*edit), taken)
    assert 0 == taken["decoded"] == taken["size"]


def test_a_measure_of_another_version_is_taken_anew_and_nothing_else(
    studio: Studio, taken: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = PREPARED.replace("blur > 99%", "blur > 99% or contrast < 0.1%")
    photos(studio.folder, range(6))
    made(studio, text)
    for module in (journey, dataset):
        monkeypatch.setattr(module, "VERSIONS", {**measures.VERSIONS, "blur": 2})

    assert (0, 6) == made(studio, text, taken)
    assert Counter(decoded=6, measure=12) == taken  # blur, and the widths, which are known


WHOLE = "dataset table from ./photos/\n  drop likeness > 90%\n  crop square\n  resize 8 px\n  balance 5\n"


@pytest.mark.parametrize(
    "edit",
    [
        ("90%", "94%"),
        ("likeness > 90%", "likeness > 90% and width > 10 px"),
        ("balance 5", "balance 4"),
        ("balance 5", "take 3"),
        ("balance 5", "shuffle"),
        ("  drop likeness > 90%\n", ""),
        ("  crop", "  keep every 2 images\n  crop"),
        ("resize 8 px\n", 'resize 8 px\n  caption "a bowl"\n'),
    ],
    ids="\n".join,
)
def test_a_step_on_the_whole_set_that_changes_decodes_nothing(
    studio: Studio, taken: Counter[str], edit: tuple[str, str]
) -> None:
    photos(studio.folder, range(7))
    made(studio, WHOLE.replace("  balance 5\n", ""))
    made(studio, WHOLE)
    text = WHOLE.replace(*edit)
    assert text != WHOLE

    assert 0 == made(studio, text, taken)[0]
    assert 0 == taken["decoded"] == taken["size"] == taken["likeness"]


def test_pixels_that_a_draw_went_by_are_decoded_again_only_where_they_are_chosen(
    studio: Studio, taken: Counter[str]
) -> None:
    photos(studio.folder, range(8))
    made(studio, "dataset table from ./photos/\n  take 2\n  resize 8 px\n", taken)
    assert (1, 2) == made(studio, "dataset table from ./photos/\n  take 3\n  resize 8 px\n", taken)

    assert 1 == taken["decoded"]


def test_another_dataset_finds_the_same_images(studio: Studio, taken: Counter[str]) -> None:
    photos(studio.folder, range(5))
    made(studio, PREPARED)
    studio.run(PREPARED.replace("table", "other") + "  shuffle\n")

    assert (0, 5) == studio.counts["other"]


# Films -------------------------------------------------------------------------------------------------------------


def test_a_film_whose_frames_are_known_is_not_opened(studio: Studio, taken: Counter[str]) -> None:
    film(studio.folder / "walk.mp4", frames=12)
    text = "dataset table from ./walk.mp4\n  resize 8 px\n"
    made(studio, text)

    assert (0, 6) == made(studio, text + "  keep every 2 frames\n", taken)
    assert not taken["film"]
    assert (0, 9) == made(studio, "dataset table from ./walk.mp4\n  rate 3 fps\n  resize 8 px\n", taken)
    assert taken["film"] == 0


def test_frames_that_are_not_known_are_read_from_the_film(studio: Studio, taken: Counter[str]) -> None:
    film(studio.folder / "walk.mp4", frames=12)
    made(studio, "dataset table from ./walk.mp4\n  keep every 3 frames\n  resize 8 px\n")
    text = "dataset table from ./walk.mp4\n  resize 8 px\n"

    assert (8, 4) == made(studio, text, taken)
    assert_as_from_nothing(studio, text)


@pytest.mark.parametrize(
    "steps",
    [
        "take 60\n  resize 8 px",
        "balance 60\n  resize 8 px",
        "shuffle\n  resize 8 px",
        "mirror\n  take 100\n  keep blur < 100%\n  resize 8 px",
        "take 70\n  keep blur < 0%\n  resize 8 px",
        "resize 30 px\n  shuffle\n  take 70\n  mirror\n  resize 8 px",
        "shuffle\n  keep blur < 100%\n  drop likeness > 100%\n  resize 8 px",
        "shuffle\n  shuffle\n  keep every 2 images\n  resize 8 px",
    ],
)
def test_a_film_is_read_from_its_beginning_a_few_times_and_not_for_each_frame(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, steps: str
) -> None:
    noisy(studio.folder / "walk.mkv", frames=90)
    alive: WeakSet[video.Frame] = WeakSet()
    read, most, real = 0, 0, video.Film.frames

    def frames(film: video.Film, begin: float = 0, end: float | None = None) -> Iterator[video.Frame]:
        nonlocal read, most
        for frame in real(film, begin, end):
            alive.add(frame)
            read, most = read + 1, max(most, len(alive))
            yield frame

    monkeypatch.setattr(video.Film, "frames", frames)
    ended = list(studio.execution(f"dataset table from ./walk.mkv\n  {steps}\n").events())

    assert ended
    assert read <= 4 * 90
    assert most <= 2 * curating.AHEAD + reel.LAST


def noisy(path: Path, frames: int) -> None:
    """A film of which no two frames are alike."""
    av = pytest.importorskip("av")
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=4)
        stream.width, stream.height, stream.pix_fmt = 48, 40, "yuv420p"
        for number in range(frames):
            pixels = np.asarray(picture(48, 40, seed=number))
            out.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        out.mux(stream.encode(None))


def test_a_film_of_which_nothing_is_left_is_named_again_and_not_opened_again(
    studio: Studio, taken: Counter[str]
) -> None:
    film(studio.folder / "whole.mkv", frames=16, size=(160, 120))
    photos(studio.folder, range(2))
    (studio.folder / "photos" / "torn.mkv").write_bytes((studio.folder / "whole.mkv").read_bytes()[:900])
    made(studio, "dataset table from ./photos/\n  resize 8 px\n")
    told = remarks(studio)

    assert (2, 0) == made(studio, "dataset table from ./photos/\n  resize 10 px\n", taken)
    assert ["torn.mkv (broken off: at most " in message for message in told] == [True]
    assert (told, 0) == (remarks(studio), taken["film"])


def test_a_film_that_is_saved_over_while_it_is_read_is_itself_again_once_it_is_put_back(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk, text = studio.folder / "walk.avi", "dataset table from ./walk.avi\n  resize 8 px\n"
    plain(walk, 200)
    other = walk.read_bytes()
    plain(walk, 20)
    own, real = walk.read_bytes(), video.Film.frames

    def frames(self: video.Film, begin: float = 0, end: float | None = None) -> Iterator[video.Frame]:
        for number, frame in enumerate(real(self, begin, end)):
            if number == 2:
                walk.write_bytes(other)
            yield frame

    with monkeypatch.context() as patch:
        patch.setattr(video.Film, "frames", frames)
        studio.attempt(text)
    walk.write_bytes(own)

    assert_as_from_nothing(studio, text)


def plain(path: Path, shade: int) -> None:
    """A film of 24 grey frames that are not compressed: two of them differ in nothing but their pixels."""
    av = pytest.importorskip("av")
    with av.open(str(path), "w") as out:
        stream = out.add_stream("rawvideo", rate=4)
        stream.width, stream.height, stream.pix_fmt = 640, 480, "yuv420p"
        for _ in range(24):
            grey = np.full((480, 640, 3), shade, np.uint8)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        out.mux(stream.encode(None))


# The result --------------------------------------------------------------------------------------------------------


def the_same(one: Artifact, other: Artifact) -> None:
    """Two results hold the same, bit by bit, wherever their pixels lie."""
    ours, theirs = ImageSet(one), ImageSet(other)

    assert one.digest == other.digest
    assert one.bag == other.bag
    assert ours.names == theirs.names
    assert (ours.groups, ours.captions, ours.rate, ours.times) == (
        theirs.groups,
        theirs.captions,
        theirs.rate,
        theirs.times,
    )
    assert [sets.digest_of(pixels) for pixels in ours] == list(theirs.digests)
    for mine, its in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(mine, its)


def assert_as_from_nothing(studio: Studio, text: str) -> None:
    fresh = studio.elsewhere(f"fresh-{random.randrange(10**9)}")
    the_same(studio.run(text)["table"][0], fresh.run(text)["table"][0])
    shutil.rmtree(fresh.folder)


def remarks(studio: Studio) -> list[str]:
    return [event.message for event in studio.events if isinstance(event, Remarked)]


# Where pixels lie --------------------------------------------------------------------------------------------------


def shards(made: Artifact) -> set[str]:
    return {path.name for name, path in made.result.items() if name.startswith("pixels-")}


def test_a_set_shares_the_pixels_of_the_one_before_it(studio: Studio) -> None:
    photos(studio.folder, range(9))
    before = studio.run(PREPARED)["table"][0]
    photos(studio.folder, [100])
    after = studio.run(PREPARED)["table"][0]

    assert shards(before) < shards(after)
    assert 2 == len(shards(after))
    assert [] == list((studio.store.root / "journeys").glob("?" * 16))
    assert_as_from_nothing(studio, PREPARED)


def test_a_shard_of_which_more_than_a_third_is_dead_is_left_behind(studio: Studio) -> None:
    photos(studio.folder, range(9))
    before = studio.run(PREPARED)["table"][0]
    for number in range(3):
        (studio.folder / "photos" / f"{number}.png").unlink()
    few = studio.run(PREPARED)["table"][0]
    (studio.folder / "photos" / "3.png").unlink()
    fewer = studio.run(PREPARED)["table"][0]

    assert shards(before) == shards(few)
    assert not shards(few) & shards(fewer)
    assert (0, 5) == studio.counts["table"]
    assert_as_from_nothing(studio, PREPARED)


def test_many_small_shards_become_one(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MANY", 3)
    counts = []
    for number in range(6):
        photos(studio.folder, [number])
        counts.append(len(shards(studio.run(PREPARED)["table"][0])))

    assert [1, 2, 3, 1, 2, 3] == counts
    assert_as_from_nothing(studio, PREPARED)


def test_an_older_set_may_be_let_go_and_what_it_shared_stays(studio: Studio) -> None:
    photos(studio.folder, range(9))
    before = studio.run(PREPARED)["table"][0]
    photos(studio.folder, [100])
    after = studio.run(PREPARED)["table"][0]
    store = Store(studio.store.root)
    from intaglio.runtime.upkeep.collecting import collect

    collect(store, wanted=lambda: [after.key], keep=0)

    assert store.find(before.key) is None
    assert store.verify(after)
    photos(studio.folder, [101])
    assert (1, 10) == made(studio, PREPARED)


# What is lost or damaged -------------------------------------------------------------------------------------------


def test_all_that_is_known_of_images_may_be_deleted(studio: Studio) -> None:
    photos(studio.folder, range(5))
    made(studio, PREPARED)
    shutil.rmtree(studio.store.root / "journeys")
    photos(studio.folder, [100])

    assert (6, 0) == made(studio, PREPARED)
    assert_as_from_nothing(studio, PREPARED)


def test_results_may_be_gone_and_their_pixels_are_made_again(studio: Studio) -> None:
    photos(studio.folder, range(5))
    made(studio, PREPARED)
    shutil.rmtree(studio.store.root / "objects")
    shutil.rmtree(studio.store.root / "records")

    assert (5, 0) == made(studio, PREPARED)
    assert_as_from_nothing(studio, PREPARED)


def flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.chmod(0o644)
    path.write_bytes(data)


def test_a_shard_that_is_damaged_is_made_again_and_never_shown(studio: Studio) -> None:
    photos(studio.folder, range(5))
    before = studio.run(PREPARED)["table"][0]
    flip(next(path for name, path in before.result.items() if name.startswith("pixels-")), random.Random(1))
    photos(studio.folder, [100])

    assert (6, 0) == made(studio, PREPARED)
    assert_as_from_nothing(studio, PREPARED)


def test_pixels_that_are_damaged_while_a_set_is_prepared_are_made_again(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos(studio.folder, range(8))
    text, real = "dataset table from ./photos/\n  resize 12 px\n  shuffle\n  keep blur < 100%\n", selecting.shuffled

    def shuffled(items: Iterator[Item], seed: int) -> Iterator[Item]:
        found = list(real(items, seed))
        (lying,) = (studio.store.root / "journeys").glob("?" * 16)
        os.truncate(lying, 300)
        return iter(found)

    with monkeypatch.context() as patch:
        patch.setattr(selecting, "shuffled", shuffled)
        studio.run(text)

    assert_as_from_nothing(studio, text)


def test_a_photograph_that_is_edited_while_others_are_prepared_is_prepared_as_it_is(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos(studio.folder, range(30))
    real, edits = decoding.developed, iter([lambda: picture(24, 20, seed=99).save(studio.folder / "photos" / "29.png")])

    def developed(data: bytes, share: float = 1.0) -> Image.Image:
        next(edits, lambda: None)()
        return real(data, share)

    with monkeypatch.context() as patch:
        patch.setattr(decoding, "developed", developed)
        studio.run(PREPARED)

    assert_as_from_nothing(studio, PREPARED)


def test_an_index_that_somebody_holds_costs_no_more_than_what_is_known(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "PATIENCE", 0.05)
    photos(studio.folder, range(5))
    made(studio, PREPARED)
    photos(studio.folder, [100])
    with closing(sqlite3.connect(studio.store.root / "journeys" / "index")) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert 6 == sum(made(studio, PREPARED))
        assert_as_from_nothing(studio, PREPARED)
    photos(studio.folder, [101])

    assert 7 == sum(made(studio, PREPARED))
    assert_as_from_nothing(studio, PREPARED)


def test_a_bit_that_flips_in_what_is_known_of_images_makes_no_wrong_picture(studio: Studio) -> None:
    photos(studio.folder, range(5))
    made(studio, WHOLE)
    made(studio, PREPARED)
    photos(studio.folder, [100])
    text = PREPARED.replace("99%", "97%")
    fresh = studio.elsewhere("fresh").run(text)["table"][0]
    sound, chance = studio.folder / "sound", random.Random(3)
    shutil.copytree(studio.store.root, sound)
    for _ in range(count(25, 150, 1500)):
        shutil.rmtree(studio.store.root)
        shutil.copytree(sound, studio.store.root)
        flip(studio.store.root / "journeys" / "index", chance)
        studio.store = Store(studio.store.root)

        the_same(studio.run(text)["table"][0], fresh)
        photos(studio.folder, [101])
        assert 1 <= made(studio, text)[0] <= 7
        (studio.folder / "photos" / "101.png").unlink()
