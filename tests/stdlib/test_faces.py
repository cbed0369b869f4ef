"""Faces: how many there are in named pictures, and the square that is cut around the largest."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from intaglio.face.session import Session
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault
from intaglio.stdlib.images import faces, finding, steps
from intaglio.stdlib.images.finding import WHOLE, Place
from intaglio.stdlib.images.photo import FileBase, Photo
from intaglio.stdlib.stages.dataset import dataset
from tests.needs import needed
from tests.stdlib import inside
from tests.stdlib.context import Bench
from tests.stdlib.pictures import from_, picture, shown, step, when
from tests.stdlib.studio import Studio

KNOWN = {  # version 1: a change of these numbers is a new version
    "tests/portraits/astronaut.webp": 1,
    "tests/images/cc0/discus.webp": 0,
    "tests/images/cc0/pail.webp": 0,
    "tests/images/cc0/plate.webp": 0,
    "tests/images/cc0/puffer.webp": 0,
    "tests/images/public-domain/angelfish.webp": 0,
    "tests/images/public-domain/cup.webp": 0,
    "tests/images/public-domain/salmon.webp": 0,
    "examples/passersby/portraits/cc0/lorelei-000.png": 0,  # drawn in a line, as most faces of its kind
    "examples/passersby/portraits/cc0/lorelei-007.png": 1,
    "examples/passersby/portraits/cc0/notionists-001.png": 1,
    "examples/passersby/portraits/cc0/notionists-008.png": 1,
    "examples/passersby/portraits/cc0/open-peeps-000.png": 0,
    "examples/passersby/portraits/cc0/open-peeps-001.png": 1,
    "examples/passersby/portraits/cc0/open-peeps-015.png": 1,
}


@pytest.fixture(scope="module", autouse=True)
def opencv() -> None:
    needed("OpenCV (pip install 'intaglio[faces]')", find_spec("cv2"))


@pytest.fixture(scope="module")
def sitter(root: Path) -> Image.Image:
    return Image.open(root / "tests" / "portraits" / "astronaut.webp").convert("RGB")


@pytest.fixture
def photos(tmp_path: Path, sitter: Image.Image) -> Path:
    """A portrait, a portrait of two, and a picture of nobody."""
    folder = tmp_path / "photos"
    folder.mkdir()
    sitter.save(folder / "one.png")
    pair(sitter).save(folder / "two.png")
    picture(256, 256).save(folder / "nobody.png")
    return folder


def pair(sitter: Image.Image) -> Image.Image:
    """A sitter twice, small on the right."""
    both = Image.new("RGB", (400, 256), "#808080")
    both.paste(sitter, (0, 0))
    both.paste(sitter.resize((128, 128), Image.Resampling.LANCZOS), (264, 64))
    return both


@pytest.mark.parametrize("name", KNOWN)
def test_named_pictures_have_the_faces_that_they_had(root: Path, name: str) -> None:
    assert KNOWN[name] == len(faces.faces(Photo(FileBase((root / name).read_bytes))))


def test_the_largest_face_comes_first_and_is_where_it_is_seen(sitter: Image.Image) -> None:
    first, second = faces.faces(shown(pair(sitter)))

    assert first.side > second.side
    assert (112, 56) == pytest.approx((first.left + first.side / 2, first.top + first.side / 2), abs=6)
    assert (264 + 56, 64 + 28) == pytest.approx((second.left + second.side / 2, second.top + second.side / 2), abs=6)


def test_a_place_is_told_in_parts_of_the_whole() -> None:
    assert Place(2500, 1000, 5000, 6000, 3750, 3500) == finding.around(faces.Box(100, 20, 100, 400, 200))


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (19, 200), (500, 2)])
def test_nobody_is_in_what_is_too_small(size: tuple[int, int]) -> None:
    assert [] == faces.faces(shown(Image.new("RGB", size, "#996633")))


def test_threads_find_what_one_finds(sitter: Image.Image) -> None:
    photos = [shown(sitter.crop((0, 0, 256 - place, 256))) for place in range(12)]
    alone = [faces.faces(photo) for photo in photos]
    with ThreadPoolExecutor(4) as pool:
        together = [*pool.map(faces.faces, photos * 3)]

    assert alone * 3 == together


def test_a_margin_leaves_room_for_the_whole_head(sitter: Image.Image) -> None:
    place = finding.face(shown(sitter))
    assert place is not None
    left, top, side = steps.square(sitter.size, place, 0.35)

    assert side == pytest.approx(1.7 * (place.right - place.left) * 256 / WHOLE, abs=1)
    assert left <= 75
    assert top <= 16
    assert left + side >= 135


# In a dataset -----------------------------------------------------------------------------------------------------

AROUND = "dataset sitters from ./photos/\n  crop face, 35%\n  resize 16 px\n"


def test_who_has_no_face_is_left_out_and_named(photos: Path) -> None:
    bench = Bench(photos.parent)
    crop = step("crop", around="face", place=None, margin=0.35)
    made = ImageSet(bench.make(dataset, steps=[from_("./photos/"), crop]))

    assert ("one.png", "two.png") == made.names
    assert all(height == width for height, width in made.sizes)
    assert [("G413", "No face was found in 1 image of ./photos/: nobody.png. I left it out.")] == bench.remarks


def test_whoever_is_counted_out_before_is_not_named(photos: Path) -> None:
    bench = Bench(photos.parent)
    crop = step("crop", around="face", place=None, margin=0.35)
    made = bench.make(
        dataset, steps=[from_("./photos/"), step("keep", condition=when("faces", "is", 1), every=None), crop]
    )

    assert ("one.png",) == ImageSet(made).names
    assert [] == bench.remarks


def test_where_nobody_has_a_face_the_line_is_named_that_lost_them_all(photos: Path) -> None:
    for name in ("one.png", "two.png"):
        (photos / name).unlink()

    with pytest.raises(Fault, match=r"None of 1 images remain; they were lost to `crop face` \(1\)\."):
        Bench(photos.parent).make(
            dataset, steps=[from_("./photos/"), step("crop", around="face", place=None, margin=None)]
        )


def test_faces_are_found_once_whatever_comes_after(photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    real = finding.face

    def watched(photo: Photo) -> Place | None:
        looked.append(photo)
        return real(photo)

    monkeypatch.setitem(finding.FOUND, "face", watched)  # type: ignore[index]
    studio = Studio(photos.parent, inside.crew())
    studio.run(AROUND)
    first = len(looked)
    studio.run(AROUND.replace("35%", "20%"))

    assert (3, 3) == (first, len(looked))


# Without OpenCV ---------------------------------------------------------------------------------------------------


@pytest.fixture
def without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An OpenCV stands first on the path that has nothing in it and does not load."""
    (tmp_path / "nothing" / "cv2").mkdir(parents=True)
    (tmp_path / "nothing" / "cv2" / "__init__.py").write_text("raise ImportError('none')\n")
    monkeypatch.syspath_prepend(tmp_path / "nothing")
    monkeypatch.delitem(sys.modules, "cv2", raising=False)
    monkeypatch.setattr(faces, "_own", type(faces._own)())
    faces.version.cache_clear()
    yield
    faces.version.cache_clear()


def test_a_check_tells_what_is_missing_and_how_it_is_had(photos: Path, without: None) -> None:
    score = photos.parent / "a.gen"
    score.write_text(f"gen 1\n{AROUND}dataset alone from ./photos/\n  drop faces > 1\n")
    told = [(each.code, each.span.line, each.message()) for each in Session.at(str(score)).read().diagnostics]
    line = "This line in a terminal installs it:\npip install 'intaglio[faces]'"

    assert [
        ("G412", 3, f"`crop face` needs OpenCV, which is not installed. {line}"),
        ("G412", 6, f"`faces` needs OpenCV, which is not installed. {line}"),
    ] == [each for each in told if each[0] == "G412"]


def test_a_check_with_opencv_tells_nothing_of_it_and_loads_nothing(photos: Path) -> None:
    score = photos.parent / "a.gen"
    score.write_text(f"gen 1\n{AROUND}")
    program = (
        "import sys; from intaglio.face.session import Session;"
        f"told = Session.at({str(score)!r}).read().diagnostics;"
        "print('G412' in [each.code for each in told], 'cv2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "False False\n" == done.stdout


def test_a_run_without_it_ends_in_words(photos: Path, without: None) -> None:
    with pytest.raises(Fault) as caught:
        Bench(photos.parent).make(
            dataset, steps=[from_("./photos/"), step("crop", around="face", place=None, margin=None)]
        )

    assert ("Faces are found with OpenCV, which is not installed.", "pip install 'intaglio[faces]'") == (
        caught.value.message,
        caught.value.hint,
    )
