"""film: play frames one after the other.

`film NAME from FRAMES` makes a film: of what `walk` and `rebuild` made, of the frames of another film, or of any
images, in their order. `speed` says how many of them pass in a second; frames that know their own rate keep it where it
is left out. The format is that of the name after `save`: .mp4, .webm or .gif, and for a folder like `./frames/` a
.png picture each.

Small frames are enlarged by a whole number, so that 32 px can be seen from a chair; `size` says another size.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    film slides from fruit
      speed 4 fps
      save ./out/slides.mp4
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self, get_args

from intaglio.lang.vocabulary import Deaf, Number, Place, Size
from intaglio.runtime.contract import Context, Files, Made, Params, Source, setting, stage
from intaglio.stdlib.images import formats

Format = Literal["mp4", "webm", "gif", "png"]
FORMATS: tuple[Format, ...] = get_args(Format)


class Film(Params):
    """What may stand beneath `film`."""

    speed: Annotated[float, Number(0.1, 240, "rate", usual=24)] | None = setting(
        None, "Frames a second. Left out: the frames' own rate, else 24 fps."
    )
    sound: Annotated[str, Place("file")] | None = setting(
        None, "A file whose sound is laid beneath. If the frames come from it, it is cut to their times."
    )
    layout: Literal["beside", "above"] = setting("beside", "How several films lie on one screen.")
    size: Annotated[tuple[int, ...], Size(16, 8192)] | None = setting(
        None, "The size of each picture: the shorter side, or both. Left out: small ones are enlarged."
    )
    format: Format | None = setting(None, "What to make. Left out: as the name after `save` says, else mp4.")
    save: str | None = setting(None, "Where to put a copy.", keyed=False)

    def settled(self, *, swept: bool) -> Self:
        """With the format that the name after `save` asks for."""
        return self.model_copy(update={"format": formats.settled(self.format, self.save, FORMATS, folder="png")})


def reads(params: Film, files: Files) -> Mapping[str, Sequence[Source]]:
    """The file with the sound."""
    return {} if params.sound is None else {"sound": files.listed(params.sound)[:1]}


def keyed(params: Film) -> dict[str, Any]:
    """All but paths; the sound's content is a fact of its own."""
    return params.model_dump(mode="json", exclude={"sound", "save"})


@stage(
    "film",
    version=1,
    makes="film",
    params=Film,
    sources=("images",),
    sources_required=True,
    many_sources=True,
    gathers=True,
    reads=reads,
    keyed=keyed,
    deaf=(Deaf("layout", "to {said} film", ": it says how several lie on one screen", "from", ("one",)),),
)
def film(context: Context[Film]) -> Made:
    """Put frames on a screen and write them down."""
    from intaglio.stdlib.images import filming

    return filming.film(context)
