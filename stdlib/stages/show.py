"""show: let models run in a room, without end.

`show NAME with MODEL` makes an installation: `gen run` makes all that it needs and leaves it ready, and `gen show`
plays it, in full-screen windows of a browser or into a film. A model that draws from chance drifts: every picture is
found on its way through what it can draw, and no picture is kept. Of several models each screen has its own, in order,
and around.

Translators read each other. `show NAME with THERE, BACK` begins with noise; from then on each screen shows what its
model makes of what the other showed, with a little chance mixed in. One that learnt without pairs knows both ways, and
reads itself. Of the pictures that are shown one in 128 is kept, from which those after it are made again.

`linger` is how long a picture stays, `dissolve` how long it takes to become the next. A gan, an autoencoder or a
translator draws what lies between them; the pictures of a diffusion model are laid over each other. `variation` says
how far it is from picture to picture, at least and at most: 100% is as far as two pictures of this model that have
nothing to do with each other. `drift` bounds how far the way goes on to find the next, and how much chance is mixed
into what is read: 0% stands still, 100% owes nothing to where it was.

`repeat never` shows none that looks like one of the last 65,536. `guard` watches over each screen, for `freezing`
(eight pictures that are one, or a few that come round and round) and `collapse` (pictures less than half as far apart
as its first ones were), wakes it with a leap to another place or with fresh noise, and says so in the journal. From a
line of the journal any picture can be made again: `gen show SCRIPT NAME --frame 1206 --to print.png`.

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
      guard freezing, collapse
      forever
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Number, Span, Stages, Voices
from intaglio.lang.wording import unseen
from intaglio.runtime.contract import Context, Fault, Given, Line, Made, Params, setting, stage
from intaglio.stdlib import sorts
from intaglio.stdlib.models import copy

if TYPE_CHECKING:
    from intaglio.stdlib.showing.piece import Piece, Voice


class Prompts(Line):
    """The words to draw from."""

    from_: Annotated[ir.Input, Stages(("texts",))] = setting(doc="Texts, made with `write`.")


class Show(Params):
    """What may stand beneath `show`."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("for_", "forever"),)

    prompts: Prompts | None = setting(None, "The words to draw from.", later=True)
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
        None,
        "How far it may wander for the next picture, or how much chance is mixed into what is read. Left out: as far as"
        " `variation` asks, else 50%, and 20% of what is read.",
    )
    guard: tuple[Literal["freezing", "collapse"], ...] | None = setting(None, "What to watch for, and wake it from.")
    for_: Annotated[float, Number(1, 31_536_000, "time", usual=3600)] | None = setting(
        None, "How long it runs. Left out: it has no end."
    )
    forever: bool = setting(False, "It has no end.")


def _voices() -> Voices:
    """The sorts that draw from chance, and those that read."""
    drawing = tuple(name for name, sort in sorts.every().items() if sort.drawer is not None)
    reading = {name: sort for name, sort in sorts.every().items() if sort.reads is not None}
    ((paired_by, one_way),) = {sort.one_way for sort in reading.values()}
    return Voices("model", drawing, tuple(reading), paired_by, one_way, screens="screens")


@stage(
    "show",
    version=1,
    makes="show",
    params=Show,
    models=("model",),
    models_required=True,
    many_models=True,
    voices=_voices(),
    gathers=True,
    draws=True,
    compute=True,
)
def show(context: Context[Show]) -> Made:
    """Put together all that a show needs, and find out how far its models' pictures are apart."""
    from intaglio.stdlib.showing import piece as pieces

    models, voices = _reading(context) or _drawing(context)
    for number, given in enumerate(models):
        place = context.result / pieces.place_of(number)
        place.mkdir()
        copy(given.artifact, place)
    pieces.write(_piece(context, voices), context.result)
    return Made(1, unit="shows")


Played = tuple[Sequence[Given], tuple["Voice", ...]]


def _drawing(context: Context[Show]) -> Played:
    """Models that draw from chance: each that has a screen, and what it is known by."""
    from intaglio.stdlib.showing import looks
    from intaglio.stdlib.showing import piece as pieces
    from intaglio.stdlib.showing.painter import SAMPLED, Painter

    models, voices = _played(context), []
    for number, given in enumerate(models):
        context.progress(number * SAMPLED, len(models) * SAMPLED, "images")
        unlike = looks.unlike(Painter(given.artifact, context.seed).known_by())
        if unlike <= looks.LEAST:
            context.remark(f"`{given.stage}` draws one and the same picture, whatever it begins with: it stands still.")
        voices.append(pieces.Voice(given.artifact.digest, unlike))
    return models, tuple(voices)


def _played(context: Context[Show]) -> Sequence[Given]:
    """The models that have a screen."""
    screens = context.params.screens
    if len(context.models) > screens:
        count = len(context.models)
        context.remark(unseen(count, screens, reading=False), hint=f"screens {count}")
    return context.models[:screens]


def _reading(context: Context[Show]) -> Played | None:
    """Translators, each of which reads the one before, and what they are known by; None where there are none.

    One alone that learnt both ways is both. Raises `Fault` for one that nobody reads, and for others among them.
    """
    ways = [_ways(given) for given in context.models]
    if not any(ways):
        return None
    if not all(ways):
        reads, draws = (context.models[place].stage for place in (ways.index(max(ways)), ways.index(0)))
        raise Fault(
            f"`{reads}` reads what others draw, and `{draws}` draws from chance. A show is of translators that read"
            " each other, or of models that draw by themselves."
        )
    models, reverse = context.models, [False] * len(ways)
    if len(ways) == 1:
        if ways[0] == 1:
            raise Fault(
                f"`{models[0].stage}` learnt from pairs, and only one way, so that nobody reads what it draws. Train"
                " another with the two sets changed round for the way back, or one without pairs, which learns both.",
                "pairing none",
            )
        models, reverse = [models[0], models[0]], [False, True]
    return models, _known(context, models, reverse)


def _ways(given: Given) -> int:
    """How many ways a model reads: 0 for one that draws from chance."""
    from intaglio.stdlib import models

    facts = models.facts_of(given.artifact)
    reads = sorts.of(facts["model"]).reads
    return 0 if reads is None else reads(facts)


def _known(context: Context[Show], models: Sequence[Given], reverse: Sequence[bool]) -> tuple[Voice, ...]:
    from intaglio.stdlib.showing import looks
    from intaglio.stdlib.showing import piece as pieces
    from intaglio.stdlib.showing.ring import ROUNDS, SAMPLED, Ring, scale

    if context.params.screens < len(models):
        context.remark(unseen(len(models), context.params.screens, reading=True), hint=f"screens {len(models)}")
    context.progress(0, ROUNDS * len(models) * SAMPLED, "images")
    even = [pieces.Reads(back, *pieces.UNMEASURED) for back in reverse]
    voices = []
    ring = Ring([given.artifact for given in models], even, context.seed)
    for given, back, pictures in zip(models, reverse, ring.known_by(), strict=True):
        unlike = looks.unlike(pictures)
        if unlike <= looks.LEAST:
            context.remark(f"`{given.stage}` draws one and the same picture, whatever it reads: it stands still.")
        voices.append(pieces.Voice(given.artifact.digest, unlike, pieces.Reads(back, *scale(pictures))))
    return tuple(voices)


def _piece(context: Context[Show], voices: tuple[Voice, ...]) -> Piece:
    from intaglio.stdlib.showing.piece import Piece

    params = context.params
    return Piece(
        screens=params.screens,
        linger=params.linger,
        dissolve=params.dissolve,
        variation=params.variation,
        never_twice=params.repeat == "never",
        drift=params.drift,
        guard=params.guard or (),
        lasts=params.for_,
        seed=context.seed,
        voices=voices,
    )
