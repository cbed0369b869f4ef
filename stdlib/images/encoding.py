"""Films, written: pictures of one size to mp4, webm, gif or a folder of png, and sound beneath them.

The same pictures give the same bytes with the same libraries: no dates, no names, one thread.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intaglio.runtime.contract import Fault
from intaglio.stdlib.images import video
from intaglio.stdlib.images.decoding import Unreadable

Pixels = NDArray[np.uint8]

BT709 = 1  # the number of ITU-R BT.709 among matrices, primaries and curves of H.273
LIMITED = 1  # the range of luma from 16 to 235
AUDIO_RATE = 48_000  # Hz

CODECS: dict[str, tuple[str, dict[str, str], str]] = {
    "mp4": ("libx264", {"crf": "18", "preset": "medium"}, "aac"),
    "webm": ("libvpx-vp9", {"crf": "24", "b": "0", "deadline": "good", "cpu-used": "3"}, "libopus"),
}


MUXING = {"mp4": {"fflags": "+bitexact", "movflags": "+faststart"}, "webm": {"fflags": "+bitexact"}}


@dataclass(frozen=True)
class Sound:
    """A stretch of a file's sound, in seconds of the file. `tempo` 2 plays it in half the time, at the same pitch."""

    path: Path
    begin: float
    seconds: float
    tempo: float = 1.0


def write(
    pictures: Iterator[Pixels], count: int, speed: float, format: str, folder: Path, sound: Sound | None = None
) -> Path:
    """Write a film of `count` pictures into a folder, and return its file, or the folder of pictures.

    `speed` is in frames a second.

    Raises `Fault` when PyAV is not installed, or cannot write the format or read the sound.
    """
    if format == "png":
        return _pictures(pictures, folder / "frames")
    if format == "gif":
        return _gif(pictures, count, speed, folder / "film.gif")
    return _film(pictures, speed, format, folder / f"film.{format}", sound)


def _pictures(pictures: Iterator[Pixels], folder: Path) -> Path:
    folder.mkdir()
    for number, pixels in enumerate(pictures, 1):
        Image.fromarray(pixels).save(folder / f"{number:06d}.png")
    return folder


def _gif(pictures: Iterator[Pixels], count: int, speed: float, path: Path) -> Path:
    """Each frame with colours of its own. A gif counts in hundredths of a second: frames round to them in turn."""
    frames = (_with_few_colours(Image.fromarray(pixels)) for pixels in pictures)
    ends = [round(number * 100 / speed) for number in range(count + 1)]
    lasts = [max(1, end - begin) * 10 for begin, end in pairwise(ends)]
    first = next(frames)
    first.save(path, save_all=True, append_images=frames, duration=lasts, loop=0, disposal=1, optimize=False)
    return path


def _with_few_colours(image: Image.Image) -> Image.Image:
    """The 256 colours that a smaller copy is best shown with (median cut, Heckbert 1982), dithered."""
    small = image.reduce(max(1, min(image.size) // 96))
    return image.quantize(palette=small.quantize(256), dither=Image.Dither.FLOYDSTEINBERG)


def _film(pictures: Iterator[Pixels], speed: float, format: str, path: Path, sound: Sound | None) -> Path:
    av = video.library()
    codec, options, audio_codec = CODECS[format]
    first = next(pictures)
    try:
        with av.open(str(path), "w", format=format, options=MUXING[format]) as out:
            stream = out.add_stream(codec, rate=fraction(speed), options=options)
            _describe(av, stream, first)
            track = None if sound is None else Track(av, out, audio_codec, sound)
            for number, pixels in enumerate(_with_first(first, pictures)):
                out.mux(stream.encode(_frame(av, pixels, number, stream)))
                if track is not None:
                    track.advance((number + 1) / speed)
            out.mux(stream.encode(None))
            if track is not None:
                track.close()
    except av.error.FFmpegError as error:
        raise Fault(f"The film could not be written: {error.strerror or error}.") from error
    return path


def _with_first(first: Pixels, others: Iterator[Pixels]) -> Iterator[Pixels]:
    yield first
    yield from others


def fraction(speed: float) -> Fraction:
    """A rate as films count: 23.976 is 24000/1001."""
    exact = Fraction(speed).limit_denominator(1001)
    return exact if abs(float(exact) - speed) < 1e-6 else Fraction(speed).limit_denominator(100_000)


def _describe(av: Any, stream: Any, first: Pixels) -> None:
    """Size, colour and steadiness of a stream. Sides are even, as the codecs want them."""
    stream.height, stream.width = (side + side % 2 for side in first.shape[:2])
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.thread_count = 1
    context.flags |= av.codec.context.Flags.bitexact
    context.colorspace = context.color_primaries = context.color_trc = BT709
    context.color_range = LIMITED


def _frame(av: Any, pixels: Pixels, number: int, stream: Any) -> Any:
    height, width = pixels.shape[:2]
    if height % 2 or width % 2:
        pixels = np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
    rgb = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")
    frame = rgb.reformat(format="yuv420p", dst_colorspace="ITU709", threads=1)
    frame.pts, frame.time_base = number, 1 / stream.codec_context.rate
    return frame


class Track:
    """Sound, read from one file and written beside the pictures as they advance."""

    def __init__(self, av: Any, out: Any, codec: str, sound: Sound) -> None:
        self._av = av
        self._out = out
        self._stream = out.add_stream(codec, rate=AUDIO_RATE)
        self._stream.codec_context.layout = "stereo"
        self._stream.codec_context.flags |= av.codec.context.Flags.bitexact
        self._frames = self._read(sound)
        self._time = 0.0

    def advance(self, until: float) -> None:
        """Write sound up to a time, in seconds of the film."""
        while self._time < until and (frame := next(self._frames, None)) is not None:
            self._time = frame.pts * float(frame.time_base)
            self._out.mux(self._stream.encode(frame))

    def close(self) -> None:
        """Write the rest."""
        for frame in self._frames:
            self._out.mux(self._stream.encode(frame))
        self._out.mux(self._stream.encode(None))

    def _read(self, sound: Sound) -> Iterator[Any]:
        """The sound's frames, cut and timed as `sound` says. Raises `Fault` where there are none to hear."""
        try:
            with video.opened(sound.path, video.SOUNDS) as container:
                if not container.streams.audio:
                    raise Fault(f"{sound.path.name} has no sound.")
                yield from self._stretch(container, container.streams.audio[0], sound)
        except (Unreadable, self._av.error.FFmpegError) as error:
            told = f"{sound.path.name} cannot be heard: it is no sound or film of its own, or damaged."
            raise Fault(told) from error

    def _stretch(self, container: Any, source: Any, sound: Sound) -> Iterator[Any]:
        graph = self._graph(source, sound)
        if sound.begin > 1:
            container.seek(int((sound.begin - 1) / source.time_base), stream=source)
        for frame in container.decode(source):
            if frame.time is not None and frame.time > sound.begin + sound.seconds:
                break
            self._push(graph, frame)
            yield from self._pulled(graph)
        self._push(graph, None)
        yield from self._pulled(graph)

    def _push(self, graph: Any, frame: Any) -> None:
        """Hand a frame on; what comes after the end of the stretch is not taken any more."""
        with contextlib.suppress(self._av.error.EOFError):
            graph.push(frame)

    def _pulled(self, graph: Any) -> Iterator[Any]:
        while True:
            try:
                yield graph.pull()
            except (self._av.error.BlockingIOError, self._av.error.EOFError):
                return

    def _graph(self, source: Any, sound: Sound) -> Any:
        graph = self._av.filter.Graph()
        end = sound.begin + sound.seconds
        steps = [
            graph.add_abuffer(template=source),
            graph.add("atrim", f"start={sound.begin:.6f}:end={end:.6f}"),
            graph.add("asetpts", "PTS-STARTPTS"),
            *(graph.add("atempo", f"{factor:.9g}") for factor in _tempos(sound.tempo)),
            graph.add("aresample", str(AUDIO_RATE)),
            graph.add("aformat", f"sample_fmts={self._stream.codec_context.format.name}:channel_layouts=stereo"),
            graph.add("asetnsamples", f"n={self._stream.codec_context.frame_size or 960}:p=0"),
            graph.add("abuffersink"),
        ]
        graph.link_nodes(*steps).configure()
        return graph


def _tempos(tempo: float) -> list[float]:
    """A change of tempo as the filter takes it: not slower than a half at a time."""
    factors = []
    while tempo < 0.5:
        factors.append(0.5)
        tempo /= 0.5
    return factors if abs(tempo - 1) < 1e-9 else [*factors, tempo]
