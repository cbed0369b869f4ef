"""show: let a model run in a room, without end.

`show NAME with MODEL` makes an installation: `gen run` makes all that it needs, and `gen show` plays it. One model
drifts; two translators read each other. `linger` and `dissolve` are its tempo, `variation` how far it goes from what it
has just shown, and `repeat never` keeps it from showing one picture twice.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train dreamer from fruit
      model gan
      steps 20

    show passersby with dreamer
      screens 2
      linger 6 s
      dissolve 3 s
      variation 20% to 45%
      repeat never
      forever
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Number, Span, Stages
from intaglio.runtime.contract import Line, Params, later, setting


class Prompts(Line):
    """The words to draw from."""

    from_: Annotated[ir.Input, Stages(("texts",))] = setting(doc="Texts, made with `write`.")


class Show(Params):
    """What may stand beneath `show`."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("for_", "forever"),)

    prompts: Prompts | None = setting(None, "The words to draw from.")
    screens: Annotated[int, Number(1, 64, whole=True)] = setting(1, "How many screens there are.")
    linger: Annotated[float, Number(0, 86_400, "time")] = setting(6.0, "How long a picture stays.")
    dissolve: Annotated[float, Number(0, 86_400, "time")] = setting(
        3.0, "How long one picture takes to become the next."
    )
    variation: Annotated[tuple[float, float], Span(Number(0, 1, "share"))] | None = setting(
        None, "How far from one picture to the next, at least and at most."
    )
    repeat: Literal["never", "sometimes"] = setting("sometimes", "Whether a picture may come back.")
    drift: Annotated[float, Number(0, 1, "share", usual=0.1)] | None = setting(
        None, "How far its sense of things may wander."
    )
    guard: tuple[Literal["freezing", "collapse"], ...] | None = setting(None, "What to watch for, and wake it from.")
    for_: Annotated[float, Number(1, 31_536_000, "time", usual=3600)] | None = setting(None, "How long it runs.")
    forever: bool = setting(False, "It has no end.")


show = later(
    "show",
    __doc__ or "",
    makes="show",
    params=Show,
    models=("model",),
    models_required=True,
    many_models=True,
    gathers=True,
    draws=True,
)
