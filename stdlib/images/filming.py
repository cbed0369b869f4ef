"""Filming: a `film` stage's run, from its inputs to a film in its result folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from intaglio.runtime.contract import Context, Made
from intaglio.stdlib.images import encoding, video
from intaglio.stdlib.images.encoding import Pixels, Sound
from intaglio.stdlib.images.screen import Reel, Screen, reels, screen

FASTEST_GIF = 50  # fps: two hundredths of a second a frame
USUAL = 24.0  # fps, of frames that know no rate


def film(context: Context[Any]) -> Made:
    """Make the film. Raises `Fault` where there is nothing to show or it cannot be written."""
    params = context.params
    found = reels(context.sources)
    shown = screen(found, params.layout, params.size)
    own = found[0].rate
    speed = params.speed or own or USUAL
    if any(len(reel) != len(shown) for reel in found):
        lengths = ", ".join(f"{len(reel):,}" for reel in found)
        context.remark(f"These films are of different lengths ({lengths} frames); the screen ends with the shortest.")
    if own is not None and abs(speed - own) > 1e-6:
        context.remark(f"At {speed:g} fps instead of {own:g} the film lasts {len(shown) / speed:.1f} s.")
    if params.format == "gif" and speed > FASTEST_GIF:
        context.remark(
            "A gif counts in hundredths of a second, and browsers make a tenth of a second of a single hundredth: at"
            f" {speed:g} fps it falters there. An mp4 or a webm does not.",
            hint=f"speed {FASTEST_GIF} fps",
        )
    with ExitStack() as stack:
        sound = _sound(context, stack, found[0], len(shown), speed)
        encoding.write(_counted(context, shown), len(shown), speed, params.format, context.result, sound)
    return Made(len(shown), unit="frames")


def _counted(context: Context[Any], shown: Screen) -> Iterator[Pixels]:
    for number, pixels in enumerate(shown, 1):
        yield pixels
        context.progress(number, len(shown), "frames")


def _sound(context: Context[Any], stack: ExitStack, reel: Reel, count: int, speed: float) -> Sound | None:
    """The sound beneath: of the film that the frames come from, their own stretch of it; of another, its beginning.

    Which it is, is told by content, for names are in no key. The file is held as it was digested until `stack` ends.
    """
    if not context.files.get("sound"):
        return None
    (source,) = context.files["sound"]
    if context.params.format not in encoding.CODECS:
        context.remark(f"A {context.params.format} has no sound, so {source.name} is not heard.")
        return None
    path = stack.enter_context(video.held(source)).path
    rate, films = reel.rate, {film for each in reel.sets for film in each.films}
    begin = next((time for each in reel.sets for time in each.times or ()), None)
    if rate is None or begin is None or films != {source.digest}:
        return Sound(path, 0.0, count / speed)
    return Sound(path, begin, count / rate, speed / rate)
