"""measure: use a model as an instrument.

`measure NAME from IMAGES with MODEL` makes a table and its plots, with a column for each line beneath it. `against`
names the images to compare with; where a model is given, each image is compared with what the model makes of it.

Of each image: `error`, `psnr` and `ssim` against the other of its place; `motion`, how much changed since the image
before; `sharpness`. Where there are both, the table also says how error goes with motion: their correlation, 1 where
the model errs just where much moves.

Beside `psnr`, what a memory without a network comes to, in decibels too: `nearest` merely finds the likest other image
of `against`, and `components` keeps as many numbers of an image as the model does, of what `against` mostly varies in.

Of the whole set, against another, all by random features that nobody trained:

- `distance`: about 1 is a set like any other of that kind, more is further away, and well below 1 is the other set over
  again. Beside it stands the kernel distance (`kid`), about 0 for sets of one kind, with its standard error.
- `diversity`: how far its images are from one another, as a share of how far the others are.
- `coverage`: the share of the others that have a near likeness here.
- `copying`: how near its images come to the others, against how near those come to each other. About 1 is good; well
  below 1 is copying, and no excellence.

These numbers are for comparing with each other, at one size of images and one `seed`; they are no published score.
`save ./out/night.csv` puts night.csv, night.json, night.svg, night.png and night.html there.

    gen 1

    dataset frames from ./photos/
      crop square, centre
      resize 32 px

    train memory from frames
      model autoencoder
      steps 20

    measure surprise from frames with memory
      error
      motion
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Self

from intaglio.lang import ir
from intaglio.lang.vocabulary import Deaf, Stages
from intaglio.lang.wording import silent
from intaglio.runtime.contract import Context, Given, Line, Made, Params, setting, stage
from intaglio.stdlib import sorts

OF_SETS = ("distance", "diversity", "coverage", "copying")
PAIRED = ("error", "psnr", "ssim")
BESIDE = ("nearest", "components")
OTHERS = ("against",)  # what a comparison of sets has need of
OF_PAIRS = ("against", "with")
DEAF = (
    Deaf(
        "against",
        "",
        ": each image is compared with what the model makes of it",
        said_by="with",
        words=("with",),
        beside=(*OF_SETS, *BESIDE),
    ),
    Deaf("against", "", ": nothing here compares", beside=(*OF_SETS, *BESIDE, *PAIRED)),
)


class Against(Line):
    """What to compare with."""

    from_: Annotated[ir.Input, Stages(("images",))] = setting(doc="The images.")


class Measure(Params):
    """What may stand beneath `measure`."""

    asks: ClassVar[tuple[str, ...]] = ("sharpness", "motion", *PAIRED, *BESIDE, *OF_SETS)

    error: bool = setting(
        False, "How far each image is from the other, as a share: 0% is no difference.", beside=OF_PAIRS
    )
    motion: bool = setting(False, "How much changes from one image to the next, as a share.")
    sharpness: bool = setting(False, "How much fine detail there is.")
    distance: bool = setting(False, "How far the set is from the other, as a whole.", beside=OTHERS)
    diversity: bool = setting(False, "How far the images are from one another.")
    coverage: bool = setting(False, "How much of the other set has a near likeness here.", beside=OTHERS)
    copying: bool = setting(
        False, "How near to the other set; about 1 is good, well below 1 is copying.", beside=OTHERS
    )
    psnr: bool = setting(False, "Likeness to the other, image by image, in decibels.", beside=OF_PAIRS)
    ssim: bool = setting(False, "Likeness of structure to the other, image by image; 1 is equality.", beside=OF_PAIRS)
    nearest: bool = setting(False, "Likeness to the likest other image of `against`, in decibels.", beside=OTHERS)
    components: bool = setting(
        False,
        "Likeness to what as many principal components of `against` keep as the model has numbers, in decibels.",
        beside=OTHERS,
    )
    against: Against | None = setting(None, "The images to compare with.")

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """Without others that nothing is compared with."""
        if self.against is None:
            return self, ()
        values = {name: getattr(self, name) for name in Measure.model_fields} | ({"with": "with"} if models else {})
        told = [silent(each, "against", said) for each in DEAF if (said := each.said(values)) is not None]
        return self.model_copy(update={"against": None} if told else {}), told[:1]


@stage(
    "measure",
    version=1,
    makes="table",
    params=Measure,
    sources=("images",),
    models=("model",),
    sources_required=True,
    many_sources=True,
    many_models=True,
    able=sorts.able(lambda sort: sort.redraw, "keep anything of an image", lambda sort: True, by=PAIRED),
    deaf=DEAF,
    gathers=True,
    draws=lambda params: any(getattr(params, name) for name in OF_SETS),
    journeys=True,
    compute=True,
)
def measure(context: Context[Measure]) -> Made:
    """Measure everything that is asked for, and write the table."""
    from intaglio.stdlib.instruments import measuring

    return measuring.measured(context)
