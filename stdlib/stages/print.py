"""print: lay images out on paper.

`print NAME from IMAGES` makes a sheet. Of plain images it is a contact sheet: `columns` and `rows` are counts. Of a
sweep it is a plate: `rows guidance` and `columns seed` put each result where its values cross, and name them at the
edges; `page group` begins a new page for each value. Axes that are named nowhere follow each other in the rows.

With `paper` the sheet has that size, at 300 dots an inch, and a `margin`. Without it the pictures keep their own size,
and small ones are enlarged by a whole number. The format is that of the name after `save`: .png, or .pdf with as many
pages as it takes.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 64 px

    print plate from fruit
      columns 4
      save ./out/plate.png
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, Self, get_args

from intaglio.lang.vocabulary import Axes, Deaf, Either, Number, Room, Size
from intaglio.runtime.contract import Context, Given, Made, Params, setting, stage
from intaglio.stdlib.images import formats, papers

Format = Literal["png", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
Count = Number(1, 1000, whole=True, usual=4)
CountOrAxes = Annotated[int | str, Either((Count, Axes()))]


class Print(Params):
    """What may stand beneath `print`."""

    columns: tuple[CountOrAxes, ...] | None = setting(
        None, "How many beside each other, or the swept settings that run across. Left out: as fits best."
    )
    rows: tuple[CountOrAxes, ...] | None = setting(
        None, "How many above each other, or the swept settings that run down."
    )
    page: tuple[Annotated[str, Axes()], ...] | None = setting(None, "Swept settings, or `group`: a page for each.")
    paper: Literal["a0", "a1", "a2", "a3", "a4", "a5", "a6"] | None = setting(
        None, "The size of the paper, upright or across as suits the pictures. Left out: as large as they are."
    )
    margin: Annotated[float, Number(0, 400, "length", usual=papers.USUAL_MARGIN)] | None = setting(
        None, "The white around everything. Left out: as suits the paper."
    )
    size: Annotated[tuple[int, ...], Size(8, 4096)] | None = setting(
        None, "How large each picture stands, where there is no `paper`. Left out: small ones are enlarged."
    )
    title: str | None = setting(None, "A line beneath the pictures.")
    format: Format | None = setting(None, "What to make. Left out: as the name after `save` says.")
    save: str | None = setting(None, "Where to put a copy.", keyed=False)

    def settled(self, *, swept: bool) -> Self:
        """With the format that the name after `save` asks for."""
        return self.model_copy(update={"format": formats.settled(self.format, self.save, FORMATS, folder="png")})


def shows(params: Print, sources: Sequence[Given]) -> list[list[str]] | None:
    """The groups of each source's pictures, as they are first met, where a plate is laid out by group and names them.

    None also where the images are damaged: they are made anew before anything is drawn.
    """
    if "group" not in (*(params.rows or ()), *(params.columns or ()), *(params.page or ())):
        return None
    try:
        return [_groups(given) for given in sources if "group" not in given.cell]
    except (ValueError, LookupError, TypeError, AttributeError):  # whatever flipped bits make of a list of images
        return None


def _groups(given: Given) -> list[str]:
    from intaglio.runtime.artifacts.images import ImageSet

    groups = ImageSet(given.artifact, given.part).groups
    return [group for group in dict.fromkeys(groups) if group is not None]


@stage(
    "print",
    version=1,
    makes="sheet",
    params=Print,
    sources=("images",),
    sources_required=True,
    many_sources=True,
    gathers=True,
    worded=True,
    shows=shows,
    room=Room(
        "margin",
        "paper",
        tuple((word, short / 2) for word, (short, _) in papers.PAPERS.items()),
        " on each side leaves no room on {said} paper",
    ),
    deaf=(Deaf("size", "beside `paper {said}`", ", where pictures are as large as fits", "paper", (*papers.PAPERS,)),),
)
def print(context: Context[Print]) -> Made:
    """Lay the images out."""
    from intaglio.stdlib.images import printing

    return printing.printed(context)
