"""compose: put images together.

`compose NAME from IMAGES, IMAGES` makes images: the first of each together, then the second of each. `layout` says how:
`beside` or `above` each other, in a `grid`, as a `collage` (the first is the ground, and the others lie on it as chance
has it), or as a `blend`, the last over the others. With `mask` the last shows where the mask is white; there may be one
for all, or one for each.

Everything is fitted into the size of the first image, on black where its proportion is another. An input that is a
single image goes with all; otherwise the shortest says how many there are. Frames stay frames: a film of them has their
rate, and may have their sound.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train memory from fruit
      model autoencoder
      steps 20

    rebuild recollection from fruit with memory

    compose pairs from fruit, recollection
      gap 2 px
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Self, get_args

from intaglio.lang import ir
from intaglio.lang.vocabulary import Deaf, Number, Stages
from intaglio.lang.wording import listed, silent
from intaglio.runtime.contract import Context, Fault, Given, Items, Line, Made, Params, setting, stage

Layout = Literal["beside", "above", "grid", "collage", "blend"]
USUAL, MASKED = "beside", "blend"  # left out; left out beside a mask
ACTS: Mapping[str, tuple[Layout, ...]] = {"columns": ("grid",), "mix": ("blend",), "gap": ("beside", "above", "grid")}


def _deaf(key: str, acts: Sequence[str]) -> Deaf:
    """Of a setting that says something in these layouts: it says nothing in the others."""
    named = [f"`{each}`" for each in (f"layout {acts[0]}", *acts[1:])]
    why = f"; it is for {listed(named, 'and')}"
    others = tuple(each for each in get_args(Layout) if each not in acts)
    return Deaf(key, "in `layout {said}`", why, "layout", others, usual=USUAL, implied=(("mask", MASKED),))


DEAF = tuple(_deaf(key, acts) for key, acts in ACTS.items())


class Mask(Line):
    """Where the last of the images shows."""

    from_: Annotated[ir.Input, Stages(("images",))] = setting(doc="White is the last image; black is the first.")


class Compose(Params):
    """What may stand beneath `compose`."""

    layout: Layout | None = setting(None, "How they lie. Left out: beside each other; with a mask, as a blend.")
    columns: Annotated[int, Number(1, 1000, whole=True, usual=4)] | None = setting(
        None, "How many beside each other in a grid. Left out: about as many as above each other."
    )
    mix: Annotated[float, Number(0, 1, "share")] | None = setting(
        None, "How much of the last in a blend. Left out: half; with a mask, all."
    )
    gap: Annotated[int, Number(0, 1024, "size", whole=True, usual=8)] = setting(0, "The black between them.")
    mask: Mask | None = setting(None, "Where the last shows through the first.")

    def settled(self, *, swept: bool) -> Self:
        """With a layout, and how much of the last a blend has. Raises `Fault` for a mask elsewhere."""
        layout = self.layout or (MASKED if self.mask else USUAL)
        if self.mask is not None and layout != "blend":
            raise Fault(f"A mask shows one image through another, and `layout {layout}` does not.", "layout blend")
        if layout != "blend" or self.mix is not None:
            return self.model_copy(update={"layout": layout})
        return self.model_copy(update={"layout": layout, "mix": 1.0 if self.mask else 0.5})

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """Without what says nothing in this layout."""
        empty: dict[str, Any] = {"columns": None, "mix": None, "gap": 0}
        assert self.layout is not None, "settings that were settled say it"
        lost = [each.key for each in DEAF if self.layout in each.words]
        said = [each for each in DEAF if each.key in lost and getattr(self, each.key) != empty[each.key]]
        remarks = [silent(each, each.key, self.layout) for each in said]
        return self.model_copy(update={name: empty[name] for name in lost}), remarks


def items(params: Compose, sources: Sequence[Given], models: Sequence[Given]) -> Items[Compose]:
    """A picture is named by the images in it; where chance or a mask has a part in it, also by its number."""
    from intaglio.stdlib.images.abreast import abreast

    found = abreast(sources)
    numbered = params.layout == "collage" or params.mask is not None
    rows = ([found.digest(spot) for spot in found.row(number)] for number in range(len(found)))
    names = [[*row, number] if numbered else row for number, row in enumerate(rows)]
    return Items(params, names, of_sources=True)


@stage(
    "compose",
    version=1,
    makes="images",
    params=Compose,
    sources=("images",),
    sources_required=True,
    many_sources=True,
    deaf=DEAF,
    gathers=True,
    items=items,
    draws=lambda params: params.layout == "collage",
)
def compose(context: Context[Compose]) -> Made:
    """Put together what goes together."""
    from intaglio.stdlib.images import composing

    return composing.composed(context)
