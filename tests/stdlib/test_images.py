"""Decoding and cutting one image."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from intaglio.runtime.artifacts.artifact import Origin
from intaglio.stdlib.images import decoding, steps
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.photo import FileBase, Photo
from tests.stdlib.pictures import encoded, picture, png_that_claims, shown

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
OPTIONS = {"JPEG": {"quality": 95}, "PNG": {}, "TIFF": {}, "WEBP": {"lossless": True}}


def photo(data: bytes) -> Photo:
    return Photo(FileBase(lambda: data))


def decoded(data: bytes) -> np.ndarray:
    return photo(data).pixels()


def assert_alike(expected: np.ndarray, actual: np.ndarray, by: float) -> None:
    assert expected.shape == actual.shape
    assert np.abs(expected.astype(int) - actual).mean() <= by


@pytest.mark.parametrize("format", OPTIONS)
@pytest.mark.parametrize("turn", TURNS)
def test_a_photograph_stands_the_way_its_camera_says_and_its_size_is_known_from_its_head(
    format: str, turn: int
) -> None:
    exif = Image.Exif()
    exif[decoding.UPSIDE] = turn
    shot = photo(encoded(picture(), format, exif=exif, **OPTIONS[format]))
    expected = picture().transpose(TURNS[turn])

    assert expected.size == shot.size
    assert_alike(np.asarray(expected), shot.pixels(), by=4)


def test_cmyk_becomes_the_colours_it_prints() -> None:
    colours = Image.new("CMYK", (8, 8), (0, 255, 255, 0))

    assert_alike(np.full((8, 8, 3), (255, 0, 0)), decoded(encoded(colours, "TIFF")), by=2)
    assert_alike(np.full((8, 8, 3), (255, 0, 0)), decoded(encoded(colours, "JPEG", quality=95)), by=4)


def test_grey_of_16_bits_keeps_its_tones_instead_of_clipping() -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16).reshape(1, 256).repeat(4, axis=0)
    expected = np.arange(256)[None, :, None].repeat(4, axis=0).repeat(3, axis=2)

    assert_alike(expected, decoded(encoded(Image.fromarray(ramp), "PNG")), by=0)
    assert_alike(expected, decoded(encoded(Image.fromarray(ramp), "TIFF")), by=0)


def test_floats_of_a_tiff_are_tones_from_0_to_1() -> None:
    ramp = Image.fromarray(np.linspace(0, 1, 256, dtype=np.float32).reshape(1, 256))

    assert_alike(np.arange(256)[None, :, None].repeat(3, axis=2), decoded(encoded(ramp, "TIFF")), by=0)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
@pytest.mark.parametrize("format", ["PNG", "WEBP", "TIFF"])
def test_what_is_see_through_lies_on_white(mode: str, format: str) -> None:
    glass = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    glass.paste((0, 0, 0, 255), (0, 0, 4, 8))
    options = {"lossless": True} if format == "WEBP" else {}
    actual = decoded(encoded(glass.convert(mode) if format != "WEBP" else glass, format, **options))

    assert [0, 0, 0] == actual[0, 0].tolist()
    assert [255, 255, 255] == actual[0, 7].tolist()


def test_a_palette_keeps_its_colours_and_its_holes_lie_on_white() -> None:
    painted = Image.new("P", (8, 8), 1)
    painted.putpalette([9, 9, 9, 200, 30, 40])
    painted.paste(0, (0, 0, 4, 8))

    assert [200, 30, 40] == decoded(encoded(painted, "PNG"))[0, 7].tolist()
    assert [255, 255, 255] == decoded(encoded(painted, "PNG", transparency=0))[0, 0].tolist()


@pytest.mark.parametrize("format", ["GIF", "TIFF", "WEBP", "PNG"])
def test_of_several_pictures_in_a_file_the_first_is_taken(format: str) -> None:
    first, second = Image.new("RGB", (8, 8), (250, 0, 0)), Image.new("RGB", (8, 8), (0, 0, 250))
    data = encoded(first, format, save_all=True, append_images=[second])

    assert_alike(np.full((8, 8, 3), (250, 0, 0)), decoded(data), by=6)


def test_one_bit_is_black_and_white() -> None:
    line = Image.new("1", (4, 1))
    line.putpixel((0, 0), 1)

    assert [[[255] * 3, [0] * 3, [0] * 3, [0] * 3]] == decoded(encoded(line, "PNG")).tolist()


def test_a_profile_is_heeded_and_a_broken_one_is_not() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = encoded(picture(), "PNG")

    np.testing.assert_array_equal(decoded(plain), decoded(encoded(picture(), "PNG", icc_profile=b"nonsense")))
    np.testing.assert_array_equal(decoded(plain), decoded(encoded(picture(), "PNG", icc_profile=lab)))


BROKEN: dict[str, Callable[[], bytes]] = {
    "empty: nothing": lambda: b"",
    "not an image: a text": lambda: b"a bowl of lemons, from memory",
    "not an image: a format that is not asked for": lambda: encoded(picture(), "TGA"),
    "broken off: without its end": lambda: encoded(picture(), "JPEG")[:-200],
    "broken off: in its head": lambda: encoded(picture(), "WEBP")[:70],
    "broken off: a PNG whose pixels end early": lambda: png_that_claims(64, 64),
    "damaged: noise in its pixels": lambda: encoded(picture(), "PNG").replace(b"IDAT", b"IDAT" + bytes(20), 1),
    "damaged: noise in its head": lambda: encoded(picture(), "PNG").replace(b"IHDR", b"IHDR!", 1),
    "too large: a bomb of 13,000 by 13,000": lambda: png_that_claims(13_000, 13_000),
    "too large: a bomb of 2,000,000,000 by 1,000,000": lambda: png_that_claims(2_000_000_000, 1_000_000),
    "damaged: no width": lambda: png_that_claims(0, 64),
}


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("what", BROKEN)
def test_what_is_no_whole_image_is_refused_with_a_reason(what: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decoded(BROKEN[what]())

    assert what.split(":")[0] == str(caught.value)


WHOLE = {format: encoded(picture(), format) for format in decoding.KNOWN if format in Image.SAVE}


@pytest.mark.filterwarnings("ignore")  # Pillow wonders at what it meets
@settings(deadline=None)
@given(format=st.sampled_from(sorted(WHOLE)), share=st.floats(0, 1, exclude_max=True))
def test_a_picture_that_is_cut_anywhere_is_still_one_unless_next_to_nothing_is_left(format: str, share: float) -> None:
    length = int(len(WHOLE[format]) * share)
    try:
        decoded(WHOLE[format][:length])
    except Unreadable as reason:
        told = str(reason)
    else:
        told = "read"

    left = ["broken off", "damaged", "read"] if length >= 16 else ["broken off", "not an image"]
    assert told in (left if length else ["empty"])


@pytest.mark.parametrize("format", sorted(WHOLE.keys() - {"JPEG2000"}))  # which may be seen by its beginning alone
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_picture_of_which_a_part_is_missing_is_told_to_be_broken_off(format: str, share: float) -> None:
    with pytest.raises(Unreadable, match="broken off"):
        decoded(WHOLE[format][: int(len(WHOLE[format]) * share)])


LITTLE_MEMORY = """
import resource, sys
from intaglio.stdlib.images import decoding

data = open(sys.argv[1], "rb").read()
have = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmSize")) << 10
resource.setrlimit(resource.RLIMIT_AS, (have + (100 << 20),) * 2)
decoding.developed(data)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process has")
@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_a_whole_picture_that_memory_is_too_short_for_is_not_told_to_be_damaged(format: str, tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(encoded(Image.new("RGB", (9000, 9000)), format))
    ended = subprocess.run([sys.executable, "-c", LITTLE_MEMORY, path], capture_output=True, text=True, check=False)

    assert "MemoryError" == ended.stderr.splitlines()[-1]


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_refused_from_its_head() -> None:
    with pytest.raises(Unreadable, match="too large"):
        decoding.opened(png_that_claims(13_000, 13_000))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Pillow wonders at what it meets
def test_nothing_but_unreadable_comes_out_of_3000_mutated_files() -> None:
    rng = np.random.default_rng(7)
    exif = Image.Exif()
    exif[decoding.UPSIDE] = 6
    shots = [encoded(picture(), format, exif=exif, **OPTIONS[format]) for format in OPTIONS]
    shots += [encoded(picture(), format) for format in ("GIF", "BMP", "PPM", "JPEG2000")]
    for _ in range(3000):
        data = bytearray(shots[rng.integers(len(shots))])
        for _ in range(rng.integers(1, 6)):
            data[rng.integers(min(len(data), 400))] = rng.integers(256)
        try:
            assert 3 == photo(bytes(data)).pixels().shape[2]
        except Unreadable:
            continue


# Cutting ----------------------------------------------------------------------------------------------------------


def after(width: int, height: int, word: str, **values: object) -> Photo:
    item = Item(shown(picture(width, height)), False, "", Origin("from 1", 0), 0)
    (done,) = steps.ACTS[word](item, values)
    assert done.photo.pixels().shape == (done.photo.size[1], done.photo.size[0], 3)
    return done.photo


sides = st.integers(1, 70)


@given(width=sides, height=sides, side=sides)
def test_resizing_to_one_side_makes_the_shorter_one_that_long(width: int, height: int, side: int) -> None:
    assert side == min(after(width, height, "resize", size=(side,)).size)


@example(width=1, height=7, size=(1, 41))  # the cut begins a hair before the edge, in floats
@given(width=sides, height=sides, size=st.tuples(sides, sides))
def test_resizing_and_padding_to_two_sides_make_exactly_those(width: int, height: int, size: tuple[int, int]) -> None:
    assert size == after(width, height, "resize", size=size).size
    assert size == after(width, height, "pad", size=size, ground=None).size


@given(width=sides, height=sides)
def test_a_square_is_as_large_as_the_shorter_side(width: int, height: int) -> None:
    assert (min(width, height),) * 2 == after(width, height, "crop", place=None, margin=None).size


def test_pixels_round_half_up() -> None:
    assert (2, 3) == after(4, 5, "resize", size=(2,)).size  # 5 × 2 / 4 = 2.5


@pytest.mark.parametrize(("place", "left"), [(None, 8), ("centre", 8), ("left", 0), ("right", 16)])
def test_a_square_lies_where_it_is_told(place: str | None, left: int) -> None:
    expected = np.asarray(picture(64, 48))[:, left : left + 48]

    np.testing.assert_array_equal(expected, after(64, 48, "crop", place=place, margin=None).pixels())


def test_a_margin_is_left_off_on_each_side() -> None:
    expected = np.asarray(picture(100, 100))[10:90, 10:90]

    np.testing.assert_array_equal(expected, after(100, 100, "crop", place=None, margin=0.1).pixels())


def test_padding_shows_the_whole_image_on_its_ground() -> None:
    padded = after(20, 10, "pad", size=(20, 20), ground="#102030").pixels()

    assert [16, 32, 48] == padded[0, 0].tolist()
    np.testing.assert_array_equal(np.asarray(picture(20, 10)), padded[5:15])


def test_filling_two_sides_cuts_at_the_centre() -> None:
    expected = np.asarray(picture(64, 32))[:, 16:48]

    np.testing.assert_array_equal(expected, after(64, 32, "resize", size=(32, 32)).pixels())


def test_mirroring_adds_a_copy_and_grey_has_no_colour() -> None:
    item = Item(shown(picture()), False, "a.png", Origin("from 1", 0), 0)
    itself, turned = steps.mirror(item, {})
    (grey,) = steps.grey(item, {})

    np.testing.assert_array_equal(itself.photo.pixels()[:, ::-1], turned.photo.pixels())
    assert 0 == np.ptp(grey.photo.pixels(), axis=2).max()


def test_a_jpeg_made_small_the_quick_way_looks_like_one_made_small_the_long_way() -> None:
    big = picture(1600, 1200)
    data = encoded(big, "JPEG", quality=95)
    quick = photo(data).cut(200, 0, 1200, 1200).sized(64, 64).pixels()
    whole = Image.fromarray(decoded(data)).crop((200, 0, 1400, 1200)).resize((64, 64), Image.Resampling.LANCZOS)

    assert_alike(np.asarray(whole), quick, by=1)


def test_cutting_and_sizing_in_turn_is_the_same_as_doing_each_at_once() -> None:
    data = encoded(picture(90, 70), "PNG")
    lazy = photo(data).cut(10, 5, 60, 60).sized(30, 30).cut(3, 4, 20, 20)
    eager = photo(data).done().cut(10, 5, 60, 60).done().sized(30, 30).done().cut(3, 4, 20, 20).done()

    assert_alike(eager.pixels(), lazy.pixels(), by=1)
