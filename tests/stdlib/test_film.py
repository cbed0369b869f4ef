"""`film`: the frames that go in come out, at their speed, with their sound, the same bytes each time."""

from __future__ import annotations

import os
import tracemalloc
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Changed, Fault, Given
from intaglio.runtime.keys.digests import of_file
from intaglio.stdlib.images import encoding, screen
from intaglio.stdlib.stages.dataset import dataset
from intaglio.stdlib.stages.film import film
from tests.stdlib.context import Bench
from tests.stdlib.pictures import from_, picture, step

av = pytest.importorskip("av")

COLOURS = [(200, 40, 40), (40, 200, 40), (40, 40, 200), (220, 220, 220), (30, 30, 30), (128, 128, 128)]
HZ = 48_000


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def frames(count: int = 6, width: int = 64, height: int = 48) -> list[np.ndarray]:
    return [np.full((height, width, 3), COLOURS[i % len(COLOURS)], np.uint8) for i in range(count)]


def only(made: Artifact) -> Path:
    (path,) = made.result.values()
    return path


def played(path: Path) -> tuple[list[np.ndarray], Fraction]:
    with av.open(str(path)) as container:
        return [f.to_ndarray(format="rgb24") for f in container.decode(video=0)], container.streams.video[
            0
        ].average_rate


def tone(path: Path, seconds: float = 4.0) -> None:
    """A sound that is silent but for its second second, beneath a black film of 8 fps."""
    with av.open(str(path), "w") as out:
        video, audio = out.add_stream("libx264", rate=8), out.add_stream("aac", rate=HZ)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        audio.layout = "mono"
        for i in range(int(seconds * 8)):
            shade = np.full((48, 64, 3), 10 + 7 * i, np.uint8)
            out.mux(video.encode(av.VideoFrame.from_ndarray(shade, format="rgb24")))
        out.mux(video.encode(None))
        times = np.arange(int(seconds * HZ)) / HZ
        wave = (np.sin(times * 2 * np.pi * 440) * 0.5 * ((times >= 1) & (times < 2))).astype(np.float32)
        for begin in range(0, len(wave), 1024):
            block = av.AudioFrame.from_ndarray(wave[None, begin : begin + 1024], format="fltp", layout="mono")
            block.sample_rate, block.pts = HZ, begin
            out.mux(audio.encode(block))
        out.mux(audio.encode(None))


def loudness(path: Path, seconds: float) -> list[float]:
    """The loudness of each quarter of a second."""
    with av.open(str(path)) as container:
        wave = np.concatenate([f.to_ndarray().mean(axis=0) for f in container.decode(audio=0)])
    step = HZ // 4
    return [float(np.sqrt(np.mean(wave[i : i + step] ** 2))) for i in range(0, int(seconds * HZ) - step + 1, step)]


# Pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["mp4", "webm", "gif"])
def test_every_frame_comes_out_in_its_colour_and_order(bench: Bench, format: str) -> None:
    made = bench.make(film, {"format": format, "speed": 10.0}, sources=[bench.images(frames())])
    shown, rate = played(only(made))

    assert f"film.{format}" in made.result
    assert 6 == len(shown)
    assert 10 == rate
    for colour, frame in zip(COLOURS, shown, strict=True):
        assert np.abs(frame.mean(axis=(0, 1)) - colour).max() <= 5


def test_a_folder_of_pictures_has_every_frame_exactly(bench: Bench) -> None:
    pixels = [np.asarray(picture(400, 400, seed=i)) for i in range(3)]
    made = bench.make(film, {"save": "./frames/"}, sources=[bench.images(pixels)])

    assert ["frames/000001.png", "frames/000002.png", "frames/000003.png"] == sorted(made.result)
    for expected, path in zip(pixels, made.result.values(), strict=True):
        np.testing.assert_array_equal(expected, np.asarray(Image.open(path)))


@pytest.mark.parametrize("settings", [{"format": "mp4"}, {"format": "webm"}, {"format": "gif"}, {"format": "png"}])
def test_the_same_frames_give_the_same_bytes(bench: Bench, settings: dict[str, str]) -> None:
    pixels = [np.asarray(picture(seed=i)) for i in range(5)]
    first, second = (bench.make(film, settings, sources=[bench.images(pixels)]).digest for _ in range(2))

    assert first == second


def test_colours_are_told_to_players_as_those_of_bt_709(bench: Bench) -> None:
    with av.open(str(only(bench.make(film, sources=[bench.images(frames())])))) as container:
        frame = next(container.decode(video=0))

    assert (1, 1, "yuv420p") == (frame.colorspace, frame.color_range, frame.format.name)


def test_odd_sides_are_made_even_and_nothing_is_lost(bench: Bench) -> None:
    pixels = [np.asarray(picture(401, 385, seed=i)) for i in range(2)]
    shown, _ = played(only(bench.make(film, sources=[bench.images(pixels)])))

    assert (386, 402, 3) == shown[0].shape
    assert np.abs(shown[0][:385, :401].astype(int) - pixels[0]).mean() < 4


@pytest.mark.parametrize(
    ("width", "height", "size", "expected"),
    [
        (32, 32, None, (384, 384)),
        (64, 36, None, (704, 396)),
        (384, 400, None, (384, 400)),
        (64, 48, (96,), (128, 96)),
        (64, 48, (100, 100), (100, 100)),
    ],
)
def test_small_frames_are_enlarged_by_a_whole_number_or_as_told(
    bench: Bench, width: int, height: int, size: tuple[int, ...] | None, expected: tuple[int, int]
) -> None:
    settings = {} if size is None else {"size": size}
    made = bench.make(film, {**settings, "format": "png"}, sources=[bench.images(frames(1, width, height))])

    assert expected == Image.open(only(made)).size


def test_another_proportion_is_shown_whole_on_black(bench: Bench) -> None:
    made = bench.make(film, {"format": "png", "size": (100, 100)}, sources=[bench.images(frames(1, 400, 200))])
    shown = np.asarray(Image.open(only(made)))

    assert [0, 0, 0] == shown[10, 50].tolist()
    assert list(COLOURS[0]) == shown[50, 50].tolist()


# Speed ------------------------------------------------------------------------------------------------------------


def test_frames_keep_their_rate_and_another_speed_is_told_with_its_length(bench: Bench) -> None:
    given = bench.images(frames(), rate=12, time=[i / 12 for i in range(6)])

    assert 12 == played(only(bench.make(film, sources=[given])))[1]
    assert [] == bench.remarks
    assert 3 == played(only(bench.make(film, {"speed": 3.0}, sources=[given])))[1]
    assert ["At 3 fps instead of 12 the film lasts 2.0 s."] == [message for _, message in bench.remarks]
    assert 24 == played(only(bench.make(film, sources=[bench.images(frames())])))[1]


@pytest.mark.parametrize(("speed", "expected"), [(24000 / 1001, Fraction(24000, 1001)), (12.5, Fraction(25, 2))])
def test_broken_rates_are_kept_exactly(bench: Bench, speed: float, expected: Fraction) -> None:
    assert expected == encoding.fraction(speed)
    assert expected == played(only(bench.make(film, {"speed": speed}, sources=[bench.images(frames())])))[1]


# Screens ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("layout", "expected"), [("beside", (768, 384)), ("above", (384, 768))])
def test_two_films_share_a_screen_until_the_shorter_ends(bench: Bench, layout: str, expected: tuple[int, int]) -> None:
    long, short = bench.images(frames(6, 32, 32)), bench.images(frames(6, 32, 32)[1:5])
    made = bench.make(film, {"layout": layout, "format": "png"}, sources=[long, short])
    shown = Image.open(made.result["frames/000001.png"])

    assert 4 == len(made.result)
    assert expected == shown.size
    assert (COLOURS[0], COLOURS[1]) == (shown.getpixel((5, 5)), shown.getpixel((expected[0] - 5, expected[1] - 5)))
    assert "different lengths (6, 4 frames)" in bench.remarks[0][1]


def test_cells_of_a_sweep_play_in_turn(bench: Bench) -> None:
    cells = [Given(bench.images(frames()[i : i + 1]), None, {"seed": i}) for i in range(3)]
    shown, _ = played(only(bench.make(film, sources=cells)))

    assert 3 == len(shown)
    assert np.abs(shown[2].mean(axis=(0, 1)) - COLOURS[2]).max() <= 5


def test_two_swept_films_play_beside_each_other(bench: Bench) -> None:
    cells = [Given(bench.images(frames()[i : i + 1]), None, {"seed": i}) for i in range(3)]

    assert [3, 3] == [len(reel) for reel in screen.reels([*cells, *cells])]
    assert [3, 1] == [len(reel) for reel in screen.reels([*cells, Given(bench.images(frames(1)))])]


def test_nothing_to_show_is_a_fault(bench: Bench) -> None:
    with pytest.raises(Fault, match="no images to show"):
        bench.make(film, sources=[bench.images([])])


def test_progress_counts_every_frame(bench: Bench) -> None:
    bench.make(film, sources=[bench.images(frames())])

    assert [(i, 6, "frames", {}) for i in range(1, 7)] == bench.told


# Sound ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["mp4", "webm"])
def test_sound_of_another_file_begins_at_its_beginning_and_ends_with_the_film(
    bench: Bench, tmp_path: Path, format: str
) -> None:
    tone(tmp_path / "tone.mp4")
    given = bench.images(frames(20))
    made = bench.make(film, {"sound": "./tone.mp4", "speed": 8.0, "format": format}, sources=[given])
    loud = [level > 0.05 for level in loudness(only(made), 2.5)]

    assert [False] * 4 + [True] * 4 + [False] * 2 == loud


def test_sound_of_the_film_that_frames_come_from_is_cut_to_their_times(bench: Bench, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp4")
    taken = bench.make(dataset, steps=[from_("./tone.mp4"), step("skip", time=0.5), step("until", time=2.5)])
    made = bench.make(film, {"sound": "./tone.mp4"}, sources=[taken])

    assert 16 == len(ImageSet(taken))
    assert [False] * 2 + [True] * 4 + [False] * 2 == [level > 0.05 for level in loudness(only(made), 2.0)]


@pytest.mark.parametrize("renamed", ["scene.mp4", "tone.mp4 000000.mp4"])
def test_whose_sound_it_is_is_told_by_content_and_not_by_names(bench: Bench, tmp_path: Path, renamed: str) -> None:
    tone(tmp_path / "tone.mp4")
    taken = bench.make(dataset, steps=[from_("./tone.mp4"), step("skip", time=0.5), step("until", time=2.5)])
    (tmp_path / "tone.mp4").rename(tmp_path / renamed)
    own = bench.make(film, {"sound": f"./{renamed}"}, sources=[taken])
    tone(tmp_path / "tone.mp4", seconds=3.5)  # another film under the old name
    other = bench.make(film, {"sound": "./tone.mp4"}, sources=[taken])

    assert [False] * 2 + [True] * 4 + [False] * 2 == [level > 0.05 for level in loudness(only(own), 2.0)]
    assert [False] * 4 + [True] * 4 == [level > 0.05 for level in loudness(only(other), 2.0)]


def test_frames_know_their_film_wherever_they_go(bench: Bench, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp4")
    digest = of_file(tmp_path / "tone.mp4")
    taken = bench.make(dataset, steps=[from_("./tone.mp4"), step("until", time=0.5)])
    again = bench.make(dataset, steps=[from_(stages=["stage-0"])], sources=[taken])

    assert (digest,) * 4 == ImageSet(taken).films == ImageSet(again).films


def test_a_long_film_is_never_held_in_memory(bench: Bench, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp4")
    size = (tmp_path / "tone.mp4").stat().st_size
    with (tmp_path / "tone.mp4").open("ab") as file:
        file.truncate(size + (256 << 20))  # a film that goes on for long, as a file that takes no room
    given = bench.images(frames(8))
    tracemalloc.start()
    bench.make(film, {"sound": "./tone.mp4", "speed": 8.0}, sources=[given])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 64 << 20


def test_a_sound_that_changes_while_it_is_read_is_noticed(bench: Bench, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp4")
    context = bench.context(film, {"sound": "./tone.mp4", "speed": 8.0}, sources=[bench.images(frames(8))])
    before = bench.context(film, {"sound": "./tone.mp4", "speed": 8.0}, sources=[bench.images(frames(8))])
    context.on_progress = lambda done, total: os.utime(tmp_path / "tone.mp4", ns=(1, done))

    with pytest.raises(Changed):
        film.run(context)
    tone(tmp_path / "tone.mp4", seconds=2)
    with pytest.raises(Changed):
        film.run(before)


def test_sound_is_stretched_with_its_film_and_keeps_its_pitch(bench: Bench, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp4")
    taken = bench.make(dataset, steps=[from_("./tone.mp4")])
    made = bench.make(film, {"sound": "./tone.mp4", "speed": 4.0}, sources=[taken])
    with av.open(str(only(made))) as container:
        wave = np.concatenate([f.to_ndarray().mean(axis=0) for f in container.decode(audio=0)])
    spectrum = np.abs(np.fft.rfft(wave[int(2.5 * HZ) : int(3.5 * HZ)]))

    assert 8 == pytest.approx(len(wave) / HZ, abs=0.1)
    assert 440 == pytest.approx(int(spectrum.argmax()), abs=5)


def test_the_same_film_with_sound_is_the_same_bytes(bench: Bench, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp4")
    given = bench.images(frames(12))
    first, second = (bench.make(film, {"sound": "./tone.mp4"}, sources=[given]).digest for _ in range(2))

    assert first == second


def test_a_gif_has_no_sound_and_says_so(bench: Bench, tmp_path: Path) -> None:
    tone(tmp_path / "tone.mp4")
    bench.make(film, {"sound": "./tone.mp4", "save": "./x.gif"}, sources=[bench.images(frames())])

    assert ["A gif has no sound, so tone.mp4 is not heard."] == [message for _, message in bench.remarks]


@pytest.mark.parametrize(("speed", "told"), [(50.0, 0), (60.0, 1)])
def test_a_gif_that_browsers_slow_down_says_so(bench: Bench, speed: float, told: int) -> None:
    bench.make(film, {"save": "./x.gif", "speed": speed}, sources=[bench.images(frames())])

    assert told == sum(f"at {speed:g} fps it falters there" in message for _, message in bench.remarks)


def test_a_film_without_sound_lends_none(bench: Bench, tmp_path: Path) -> None:
    silent = only(bench.make(film, sources=[bench.images(frames())]))
    (tmp_path / "silent.mp4").write_bytes(silent.read_bytes())

    with pytest.raises(Fault, match=r"silent\.mp4 has no sound"):
        bench.make(film, {"sound": "./silent.mp4"}, sources=[bench.images(frames())])


def test_a_file_that_is_no_sound_is_a_fault(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "sound.mp4").write_text("hum")

    with pytest.raises(Fault, match=r"sound\.mp4 cannot be heard"):
        bench.make(film, {"sound": "./sound.mp4"}, sources=[bench.images(frames())])


# Formats ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "expected"),
    [({}, "mp4"), ({"save": "./a.webm"}, "webm"), ({"save": "./a.GIF"}, "gif"), ({"save": "./a/"}, "png")],
)
def test_the_format_is_that_of_the_name_after_save(bench: Bench, said: dict[str, str], expected: str) -> None:
    assert expected == bench.context(film, said).params.format


@pytest.mark.parametrize("said", [{"save": "./a.mov"}, {"save": "./a.webm", "format": "mp4"}])
def test_a_name_that_asks_for_another_format_is_a_fault(bench: Bench, said: dict[str, str]) -> None:
    with pytest.raises(Fault, match="save"):
        bench.context(film, said)
