"""Shots: frames of films sorted into groups by where the film was cut."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from intaglio.lang import ir
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Failed, Finished
from intaglio.stdlib.images import measuring, shots
from intaglio.stdlib.images.video import Film
from intaglio.stdlib.stages.dataset import dataset
from tests.stdlib import inside
from tests.stdlib.context import Bench
from tests.stdlib.pictures import from_, picture, shown, step
from tests.stdlib.studio import Studio
from tests.stdlib.test_dataset import film

av = pytest.importorskip("av")

FOOTAGE = Path(__file__).parents[2] / "examples" / "film" / "footage"
KALI = (0, 36, 101)  # with which its shots begin, of 196 frames: seen by eye
JOINED = (
    ("kali", 0, 36),
    ("bunny", 0, 30),
    ("kali", 101, 140),
    ("bunny", 60, 90),
    ("kali", 40, 101),
    ("bunny", 100, 132),
)


def footage(name: str) -> list[Image.Image]:
    path = {"kali": FOOTAGE / "cc-by-4.0" / "kali.mp4", "bunny": FOOTAGE / "cc-by-3.0" / "big-buck-bunny.mp4"}[name]
    with Film(path) as film:
        return [frame.image().resize((96, 64), Image.Resampling.BOX) for frame in film.frames()]


@pytest.fixture(scope="module")
def films() -> dict[str, list[Image.Image]]:
    return {name: footage(name) for name in ("kali", "bunny")}


def looks(frames: Sequence[Image.Image]) -> list[bytes]:
    return [measuring.look(shown(frame)) for frame in frames]


def cut_together(films: dict[str, list[Image.Image]]) -> tuple[list[Image.Image], list[int]]:
    """Pieces of both films, and the frames with which they begin."""
    pieces = [films[name][begin:end] for name, begin, end in JOINED]
    begins = np.cumsum([0, *map(len, pieces[:-1])]).tolist()
    return [frame for piece in pieces for frame in piece], begins


def written(path: Path, frames: Sequence[Image.Image]) -> None:
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=24)
        stream.width, stream.height = frames[0].size
        stream.pix_fmt = "yuv420p"
        for frame in frames:
            out.mux(stream.encode(av.VideoFrame.from_image(frame)))
        out.mux(stream.encode(None))


def begins(groups: Sequence[str | None]) -> list[int]:
    """The places at which another group begins."""
    return [0, *(place + 1 for place, (one, other) in enumerate(pairwise(groups)) if one != other)]


def every(frames: int) -> ir.Step:
    return step("keep", condition=None, every=ir.Every(amount=frames, unit="frames"))


def test_all_cuts_of_the_footage_are_found_and_none_too_many(films: dict[str, list[Image.Image]]) -> None:
    assert [set(KALI[1:]), set()] == [shots.cuts(looks(films[name])) for name in ("kali", "bunny")]


def test_all_cuts_of_films_that_were_joined_are_found_and_none_too_many(films: dict[str, list[Image.Image]]) -> None:
    frames, joints = cut_together(films)

    assert joints[1:] == sorted(shots.cuts(looks(frames)))


@pytest.mark.parametrize("thinned", [2, 3, 4, 6, 8])
def test_they_are_found_in_frames_that_were_thinned(films: dict[str, list[Image.Image]], thinned: int) -> None:
    frames, joints = cut_together(films)
    expected = sorted({-(-joint // thinned) for joint in joints[1:]})

    assert expected == sorted(shots.cuts(looks(frames[::thinned])))


def test_a_flash_a_pan_and_a_fade_are_no_cuts() -> None:
    wide = np.asarray(picture(400, 60))
    pan = [Image.fromarray(wide[:, place : place + 90]) for place in range(0, 300, 6)]
    flash = [*pan[:20], Image.new("RGB", (90, 60), "white"), *pan[21:]]
    fade = [Image.blend(picture(90, 60, 1), picture(90, 60, 2), share / 24) for share in range(25)]

    assert [set(), set(), set()] == [shots.cuts(looks(frames)) for frames in (pan, flash, fade)]


def test_short_films_and_black_ones_have_one_shot() -> None:
    black = [bytes(108)] * 5

    assert [set(), set(), set()] == [shots.cuts(frames) for frames in (black, black[:1], black[:2])]
    assert [None, 0, 0, 1, 1, None] == shots.numbered(
        [("", black[0]), ("a", black[0]), ("a", black[0]), ("b", black[0]), ("b", black[0]), ("", black[0])]
    )


# In a dataset -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def joined(films: dict[str, list[Image.Image]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("joined") / "joined.mp4"
    written(path, cut_together(films)[0])
    return path


@pytest.mark.parametrize("later", [[], [every(5)], [step("resize", size=(16,)), every(2)]])
def test_frames_are_in_groups_by_shot_whatever_comes_after(
    joined: Path, films: dict[str, list[Image.Image]], later: list[Any], tmp_path: Path
) -> None:
    frames, joints = cut_together(films)
    thinned = {0: 1, 1: 5, 2: 2}[len(later)]
    shutil.copy(joined, tmp_path)
    made = ImageSet(Bench(tmp_path).make(dataset, steps=[from_("./joined.mp4"), step("shots"), *later]))

    assert tuple(f"shot-{number + 1}" for number in range(len(JOINED))) == made.group_names
    assert [-(-joint // thinned) for joint in joints] == begins(made.groups)
    assert len(frames[::thinned]) == len(made)


def test_photographs_beside_a_film_are_in_no_group(joined: Path, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    picture().save(tmp_path / "a" / "1.png")
    written(tmp_path / "b.mp4", [picture(32, 32, 3)] * 4)
    made = ImageSet(Bench(tmp_path).make(dataset, steps=[from_("./a/", "./b.mp4", "./b.mp4"), step("shots")]))

    assert [None, *["shot-1"] * 8] == list(made.groups)


def test_photographs_alone_have_no_shots_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    picture().save(tmp_path / "a" / "1.png")
    bench = Bench(tmp_path)
    made = ImageSet(bench.make(dataset, steps=[from_("./a/"), step("shots")]))

    assert ((None,), ()) == (made.groups, made.group_names)
    assert [("", "There are no frames of a film here, so `shots` made no groups.")] == bench.remarks


def test_groups_go_on_counting_one_after_the_other(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 2)):
        written(tmp_path / f"{name}.mp4", [picture(32, 32, seed)] * 4 + [picture(32, 32, seed + 5)] * 4)
    groups = {name: [from_(f"./{name}.mp4"), step("shots")] for name in ("a", "b")}
    made = ImageSet(Bench(tmp_path).make(dataset, groups=groups))

    assert [*["shot-1"] * 4, *["shot-2"] * 4, *["shot-3"] * 4, *["shot-4"] * 4] == list(made.groups)


HELD = """dataset frames from ./joined.mp4
  shots
  resize 16 px

dataset learnt from frames.shot-1, frames.shot-3
  balance 10

dataset held from frames.shot-5
"""


def test_a_film_is_split_by_shot_and_a_changed_step_after_it_looks_for_none(
    joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(joined, tmp_path)
    looked: list[object] = []
    real = measuring.look
    monkeypatch.setattr(measuring, "look", lambda photo: looked.append(photo) or real(photo))
    studio = Studio(tmp_path, inside.crew())
    made = studio.run(HELD)
    counts = [len(looked)]
    studio.run(HELD.replace("16 px", "24 px").replace("balance 10", "balance 12"))
    counts.append(len(looked))

    assert {"shot-1": 10, "shot-3": 10} == {
        group: list(ImageSet(made["learnt"][0]).groups).count(group) for group in ("shot-1", "shot-3")
    }
    assert {"shot-5"} == set(ImageSet(made["held"][0]).groups)
    assert counts[0] == counts[1] == sum(end - begin for _, begin, end in JOINED)


WAITING = """dataset frames from ./a.mkv
  resize 32 px by 32 px
  shots

dataset still from ./photos/
  resize 32 px by 32 px

train dreamer from still
  model gan
  steps 80

train second from frames.shot-9 with dreamer
  model gan
  steps 2

sample attempts with second
"""


@pytest.mark.parametrize("already", ["", "frames", "still"])
def test_a_shot_that_is_not_there_is_told_as_soon_as_that_is_known_and_once(
    tmp_path: Path, crew: Crew, already: str
) -> None:
    (tmp_path / "photos").mkdir()
    for seed in range(3):
        picture(32, 32, seed=seed).save(tmp_path / "photos" / f"{seed}.png")
    film(tmp_path / "a.mkv")
    studio = Studio(tmp_path, crew)
    if already:
        studio.run(next(part for part in WAITING.split("\n\n") if part.startswith(f"dataset {already}")) + "\n")
    events = list(studio.execution(WAITING).events())
    told = [number for number, event in enumerate(events) if isinstance(event, Failed)]
    trained = [number for number, event in enumerate(events) if isinstance(event, Finished) and event.made == 80]

    assert ["second"] == [events[number].stage for number in told]
    assert "There is no group `shot-9` among these images. Groups: shot-1." == events[told[0]].message
    assert told < trained
    assert "There is no group `shot-9`" in studio.plan(WAITING)["second"].reason
