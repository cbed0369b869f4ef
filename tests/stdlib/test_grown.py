"""A dataset that grew is one made from nothing, whatever was edited, collected, lost or killed on the way to it."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from intaglio.runtime.artifacts import images as sets
from intaglio.runtime.artifacts import shards
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.journeys import journeys, shelf
from intaglio.runtime.run.events import Failed, Remarked
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.collecting import collect
from intaglio.stdlib.images import decoding
from tests.matrix.counts import count
from tests.stdlib import inside
from tests.stdlib.pictures import encoded, picture
from tests.stdlib.studio import Studio
from tests.stdlib.test_dataset import film

SINGLE = """keep width >= 18 px
keep height < 30 px
drop blur > 60%
drop brightness > 55%
keep colour > 20% or height > 24 px
keep contrast > 5% or width > 20 px
crop square
crop square, top, 10%
resize 9 px
resize 12 px by 8 px
pad 14 px
pad 10 px by 16 px, #204060
grey
mirror
skip 0.5 s
until 1.5 s
caption "a bowl"
""".splitlines()
WHOLE = """drop likeness > 80%
keep likeness < 70% or width < 20 px
keep every 2 images
keep every 3 frames
rate 3 fps
take 3
balance 2
shuffle
pick ./chosen.txt
caption from ./captions.csv
caption from sidecars
""".splitlines()
SOUND = ("png", "jpg", "bmp", "turned.jpg")
STRANGE = ("torn.png", "no.png", "empty.jpg", "walk.mkv", "torn.mkv", "note.txt")
STEPS = st.lists(st.sampled_from(SINGLE + WHOLE), max_size=4)
NAMES = st.sampled_from("abcdefgh")
FILES = st.dictionaries(
    st.tuples(NAMES, st.sampled_from(SOUND * 3 + STRANGE)), st.integers(0, 9), min_size=1, max_size=7
)
WORDS = "add change remove rename exchange insert drop move replace group ungroup seed collect forget kill".split()
EDITS = st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 10**6)), min_size=1, max_size=5)

Name = tuple[str, str]  # before and after the first dot


@dataclass
class Work:
    """A folder of files, each by its name with the number of its content; and the steps of a dataset."""

    files: dict[Name, int]
    own: list[str]
    groups: list[list[str]] = field(default_factory=list)
    seed: int = 0
    through: bool = False  # whether a dataset of its own stands between the folder and the one that is looked at

    def text(self) -> str:
        """The script."""
        lines = ["dataset base from ./photos/", "  mirror", ""] if self.through else []
        source = "base" if self.through else "./photos/"
        lines.append("dataset table")
        for number, steps in enumerate(self.groups):
            lines += [f"  group g{number}", f"    from {source}", *(f"    {step}" for step in steps)]
        lines += [] if self.groups else [f"  from {source}"]
        return "\n".join([*lines, *(f"  {step}" for step in self.own), f"  seed {self.seed}"]) + "\n"

    def lay_out(self, folder: Path, films: Films) -> None:
        """Make a folder hold these files and no others."""
        shutil.rmtree(folder / "photos", ignore_errors=True)
        (folder / "photos").mkdir(parents=True)
        for (stem, kind), number in self.files.items():
            (folder / "photos" / f"{stem}.{kind}").write_bytes(content(kind, number, films))
        (folder / "captions.csv").write_text("file,caption\na.png,one\nb.jpg,two\nnobody.png,three\n")
        (folder / "chosen.txt").write_text("a.png\nb.jpg\nc.bmp\nd.png\n-- a note\ne.turned.jpg\n")

    def edit(self, word: str, number: int) -> None:
        """Change one thing."""
        chance, names = random.Random(number), sorted(self.files)
        steps = chance.choice([self.own, *self.groups])
        match word:
            case "add":
                self.files[f"n{number}", chance.choice(SOUND + STRANGE)] = number % 10
            case "change":
                self.files[chance.choice(names)] = number % 12
            case "remove" if len(names) > 1:
                del self.files[chance.choice(names)]
            case "rename":
                stem, kind = chance.choice(names)
                self.files[f"r{number}", kind] = self.files.pop((stem, kind))
            case "exchange":
                one, other = chance.choice(names), chance.choice(names)
                self.files[one], self.files[other] = self.files[other], self.files[one]
            case "insert":
                steps.insert(chance.randint(0, len(steps)), chance.choice(SINGLE + WHOLE))
            case "drop" if steps:
                steps.pop(number % len(steps))
            case "move" if steps:
                steps.insert(chance.randrange(len(steps)), steps.pop())
            case "replace" if steps:
                steps[number % len(steps)] = chance.choice(SINGLE + WHOLE)
            case "seed":
                self.seed = number % 3
            case "group" if len(self.groups) < 2:
                self.groups.append(chance.sample(SINGLE + WHOLE, chance.randint(0, 2)))
            case "ungroup" if self.groups:
                self.groups.pop(number % len(self.groups))


def content(kind: str, number: int, films: Films) -> bytes:
    """A file: half of the numbers share a picture."""
    image = picture(16 + number, 14 + 2 * number, seed=number // 2)
    match kind:
        case "png" | "bmp":
            return encoded(image, kind)
        case "jpg":
            return encoded(image, "jpeg")
        case "turned.jpg":
            exif = Image.Exif()
            exif[decoding.UPSIDE] = 6
            return encoded(image, "jpeg", exif=exif)
        case "torn.png":
            return encoded(image, "png")[:-60]
        case "walk.mkv":
            return films[number % 3]
        case "torn.mkv":
            return films[number % 3][: -400 * (1 + number % 3)]
        case "empty.jpg":
            return b""
    return f"in words: {number}".encode()


class Films(dict[int, bytes]):
    """Films by number, which say little of themselves where a law is broken."""

    def __repr__(self) -> str:
        return f"{len(self)} films"


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    """Short ones, two of them of one rate."""
    made, folder = Films(), tmp_path_factory.mktemp("films")
    for number, (frames, rate) in enumerate([(5, 2), (9, 4), (7, 4)]):
        film(folder / f"{number}.mkv", frames=frames, rate=rate)
        made[number] = (folder / f"{number}.mkv").read_bytes()
    return made


@pytest.fixture(autouse=True)
def hurried() -> Iterator[None]:
    """What is new is written down at once, shards are soon full, and few of them become one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journeys, "BREATH", 0.0)
        patch.setattr(shards, "LIMIT", 6000)
        patch.setattr(shelf, "SMALL", 1500)
        patch.setattr(shelf, "MANY", 2)
        yield


Ended = tuple[list[str], dict[str, Artifact]]


def ended(studio: Studio, text: str) -> Ended:
    """How a run of a text ends: what failed stages say, and the results of the others."""
    execution = studio.execution(text)
    studio.events = list(execution.events())
    failed = [event.message for event in studio.events if isinstance(event, Failed)]
    cells = {name: stage.cells for name, stage in execution.planned.items()}
    return failed, {name: made[0].artifact for name, made in cells.items() if made and made[0].artifact is not None}


def the_same(one: Artifact, other: Artifact) -> None:
    """Two results say and show the same, wherever their pixels lie."""
    ours, theirs = ImageSet(one), ImageSet(other)

    assert one.digest == other.digest
    assert one.bag == other.bag
    assert listed(one) == listed(other)
    assert (ours.names, ours.groups, ours.films) == (theirs.names, theirs.groups, theirs.films)
    assert [sets.digest_of(pixels) for pixels in ours] == list(theirs.digests)
    for mine, its in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(mine, its)


def listed(made: Artifact) -> object:
    """What a list of images says, but for where pixels lie."""
    listing = json.loads(made.result[sets.LISTING].read_bytes())
    images = [sets.Listed(*image)._replace(shard=0, start=0) for image in listing["images"]]
    return {**listing, "images": images}


def killed(studio: Studio, text: str, after: int) -> None:
    """Begin to run a text in a process that dies once it has decoded so many images, with nothing tidied up."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    left, real = iter(range(after)), decoding.developed

    def developed(data: bytes, share: float = 1.0) -> Image.Image:
        if next(left, None) is None:
            os._exit(9)
        return real(data, share)

    decoding.developed = developed
    try:
        ended(Studio(studio.folder, inside.crew()), text)
    finally:
        os._exit(0)


@settings(max_examples=count(10, 150, 2000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files=FILES, own=STEPS, groups=st.lists(STEPS, max_size=2), edits=EDITS, through=st.booleans())
def test_a_dataset_that_grew_is_one_made_from_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    films: Films,
    files: dict[Name, int],
    own: list[str],
    groups: list[list[str]],
    edits: list[tuple[str, int]],
    through: bool,
) -> None:
    work = Work(dict(files), list(own), [list(steps) for steps in groups], through=through)
    studio = Studio(tmp_path_factory.mktemp("law"), inside.crew())
    for word, number in [("", 0), *edits]:
        work.edit(word, number)
        work.lay_out(studio.folder, films)
        text = work.text()
        if word == "collect":
            collect(Store(studio.store.root), keep=number % 2)
        elif word == "forget":
            shutil.rmtree(studio.store.root / "journeys", ignore_errors=True)
        elif word == "kill":
            killed(studio, text, after=number % 6)
        assert_as_from_nothing(studio, text)
    shutil.rmtree(studio.folder)


def assert_as_from_nothing(studio: Studio, text: str) -> None:
    """A run here, and one where nothing was ever made, say and make the same."""
    fresh = studio.elsewhere("fresh")
    expected, found = ended(fresh, text), ended(studio, text)

    assert expected[0] == found[0]
    assert expected[1].keys() == found[1].keys()
    ran = list(studio.counts)
    for name, made in expected[1].items():
        the_same(found[1][name], made)
        if name in ran:  # else it keeps the names that files had when it was made
            assert made.seen[sets.ORIGINS].read_bytes() == found[1][name].seen[sets.ORIGINS].read_bytes()
    assert [said for said in remarks(fresh) if said[0] in ran] == [said for said in remarks(studio) if said[0] in ran]
    shutil.rmtree(fresh.folder)


def remarks(studio: Studio) -> list[tuple[str, str, str, str | None]]:
    """What the stages of the last run remarked on, in order."""
    told = [event for event in studio.events if isinstance(event, Remarked)]
    return [(event.stage, event.code, event.message, event.hint) for event in told]
