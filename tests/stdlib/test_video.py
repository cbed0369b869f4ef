"""Films, read: from the containers that are named, and from no list of other files, whatever it is called."""

from __future__ import annotations

import re
import time
from pathlib import Path

import numpy as np
import pytest

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Fault, Source
from intaglio.runtime.keys import digests
from intaglio.stdlib.images import video
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.stages.dataset import dataset
from intaglio.stdlib.stages.film import film
from tests.stdlib.context import Bench
from tests.stdlib.pictures import from_, step

av = pytest.importorskip("av")

CODECS = {
    "mp4": "libx264",
    "m4v": "libx264",
    "mov": "libx264",
    "mkv": "libx264",
    "ts": "libx264",
    "webm": "libvpx-vp9",
    "avi": "mpeg4",
    "3gp": "mpeg4",
    "mpg": "mpeg1video",
    "wmv": "wmv2",
    "gif": "gif",
}
LISTS = {
    "concat": "ffconcat version 1.0\nfile hidden.ts\n",
    "m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhidden.ts\n#EXT-X-ENDLIST\n",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n"
    "a=rtpmap:96 H264/90000\n",
    "idx": "# VobSub index file, v7\n",
    "mpd": "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'><BaseURL>hidden.ts</BaseURL></MPD>",
}


def filmed(path: Path, codec: str = "libx264", format: str | None = None) -> None:
    """Six frames of 64 by 48 px, each lighter than the one before, with a hum beneath where there is room for one."""
    with av.open(str(path), "w", format=format) as out:
        stream = out.add_stream(codec, rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "rgb8" if codec == "gif" else "yuv420p"
        for shade in range(40, 220, 30):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), shade, np.uint8), format="rgb24")
            out.mux(stream.encode(frame.reformat(format=stream.pix_fmt)))
        out.mux(stream.encode(None))


def listed(folder: Path, kind: str, name: str) -> Path:
    """A list of a film that nobody was told of, under another name."""
    filmed(folder / "hidden.ts", format="mpegts")
    path = folder / name
    path.write_text(LISTS[kind])
    return path


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.mark.parametrize("kind", ["mp4", "mov", "3gp", "mkv", "webm", "avi"])
def test_a_film_that_is_cut_short_says_how_much_of_it_is_there(tmp_path: Path, kind: str) -> None:
    whole, half = tmp_path / f"whole.{kind}", tmp_path / f"half.{kind}"
    filmed(whole, CODECS[kind])
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    told = video.broken_off(half)

    assert video.broken_off(whole) is None
    assert told is not None
    assert re.fullmatch(r"broken off: at most \d+% of it is there", told)


def test_a_film_that_was_never_finished_says_so_and_an_empty_one_that_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "power-cut.mp4").write_bytes(b"\0\0\0\x10ftypisom\0\0\0\0" + b"\0\0\0\x18mdat" + b"x" * 16)
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "note.mp4").write_text("no film")

    assert video.UNFINISHED == video.broken_off(tmp_path / "power-cut.mp4")
    assert "empty" == video.broken_off(tmp_path / "empty.mp4")
    assert video.broken_off(tmp_path / "note.mp4") is None


@pytest.mark.parametrize("length", [*range(0, 120, 7), 500])
def test_whatever_is_left_of_a_film_is_read_for_how_much_that_is(tmp_path: Path, length: int) -> None:
    for kind in ("mp4", "webm", "avi"):
        filmed(tmp_path / f"film.{kind}", CODECS[kind])
        cut = tmp_path / f"cut.{kind}"
        cut.write_bytes((tmp_path / f"film.{kind}").read_bytes()[:length])

        assert video.broken_off(cut) is None or length == 0 or "broken off" in str(video.broken_off(cut))


def test_a_film_is_looked_at_when_another_change_of_it_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    filmed(path)
    source = Source(str(path), path.name, "./", digests.of_file(path))
    path.write_bytes(path.read_bytes())
    with video.held(source) as held:
        aged = time.time() - path.stat().st_ctime
        began = time.monotonic()
        video.Held(source)
        waited = time.monotonic() - began
        held.check()

    assert aged >= video.GRAIN
    assert waited < video.GRAIN / 2


@pytest.mark.parametrize("suffix", CODECS)
def test_films_of_every_named_container_are_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    filmed(path, CODECS[suffix])
    with video.Film(path) as opened:
        shades = [int(frame.image().getpixel((32, 24))[0]) for frame in opened.frames()]

    assert list(range(40, 220, 30)) == pytest.approx(shades, abs=25)


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("suffix", ["mp4", "ts"])
def test_a_list_of_other_files_is_no_film(tmp_path: Path, kind: str, suffix: str) -> None:
    path = listed(tmp_path, kind, f"a.{suffix}")

    with pytest.raises(Unreadable):
        video.Film(path)


def test_a_list_that_calls_itself_a_film_is_left_out_in_plain_words(bench: Bench, tmp_path: Path) -> None:
    listed(tmp_path, "concat", "a.mp4")

    with pytest.raises(Fault, match=r"a\.mp4 \(a list of other files, or a kind of film that is not read here\)"):
        bench.make(dataset, steps=[from_("./a.mp4")])


@pytest.mark.parametrize("kind", ["concat", "m3u8", "sdp"])
def test_a_list_that_calls_itself_a_sound_is_not_heard(bench: Bench, tmp_path: Path, kind: str) -> None:
    listed(tmp_path, kind, "a.mp4")

    with pytest.raises(Fault, match=r"a\.mp4 cannot be heard"):
        bench.make(film, {"sound": "./a.mp4"}, sources=[bench.images([np.zeros((64, 64, 3), np.uint8)])])


def test_a_film_between_others_in_a_folder_is_read_alone(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    filmed(tmp_path / "a" / "x.mp4")
    listed(tmp_path, "concat", "a/y.mp4")

    assert 6 == len(ImageSet(bench.make(dataset, steps=[from_("./a/")])))


def test_a_film_of_which_skip_leaves_nothing_is_told_with_its_length_at_the_line_of_that(
    bench: Bench, tmp_path: Path
) -> None:
    filmed(tmp_path / "walk.mp4")
    filmed(tmp_path / "cut.mp4")
    (tmp_path / "cut.mp4").write_bytes((tmp_path / "cut.mp4").read_bytes()[:900])

    with pytest.raises(Fault, match=r"^walk\.mp4 is 0\.2 s long: `skip 10 min` leaves nothing of it\.$") as alone:
        bench.make(dataset, steps=[from_("./walk.mp4"), step("skip", time=600.0)])
    with pytest.raises(Fault, match=r"`skip 1 h` leaves nothing of it\. cut\.mp4 \(broken off.*\) could not"):
        bench.make(dataset, steps=[from_("./cut.mp4", "./walk.mp4"), step("skip", time=3600.0)])

    assert alone.value.path == "skip 1"


def test_a_film_of_which_nothing_is_left_beside_others_is_told_of(bench: Bench, tmp_path: Path) -> None:
    filmed(tmp_path / "walk.mp4")
    with av.open(str(tmp_path / "long.mp4"), "w") as out:
        stream = out.add_stream("libx264", rate=4)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for shade in range(40, 220, 30):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), shade, np.uint8), format="rgb24")
            out.mux(stream.encode(frame.reformat(format="yuv420p")))
        out.mux(stream.encode(None))

    made = bench.make(dataset, steps=[from_("./walk.mp4", "./long.mp4"), step("skip", time=1.0)])

    assert 2 == len(ImageSet(made))
    assert ("", "walk.mp4 is 0.2 s long: `skip 1 s` leaves nothing of it.") in bench.remarks
