"""measure: use a model as an instrument.

`measure NAME from IMAGES with MODEL` makes a table and its plots, with a column for each line beneath it. `against`
names the images to compare with.

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

from typing import Annotated

from intaglio.lang import ir
from intaglio.lang.vocabulary import Stages
from intaglio.runtime.contract import Line, Params, later, setting


class Against(Line):
    """What to compare with."""

    from_: Annotated[ir.Input, Stages(("images",))] = setting(doc="The images.")


class Measure(Params):
    """What may stand beneath `measure`."""

    error: bool = setting(False, "How far what the model draws again is from what it saw.")
    motion: bool = setting(False, "How much changes from one image to the next.")
    sharpness: bool = setting(False, "How much fine detail there is.")
    distance: bool = setting(False, "How far one set is from the other, as a whole.")
    diversity: bool = setting(False, "How far the images are from one another.")
    coverage: bool = setting(False, "How much of the other set has a near likeness here.")
    copying: bool = setting(False, "How near to training images; about 1 is good, well below 1 is copying.")
    psnr: bool = setting(False, "Likeness to the other set, image by image, in decibels.")
    ssim: bool = setting(False, "Likeness of structure to the other set, image by image.")
    against: Against | None = setting(None, "The images to compare with.")


measure = later(
    "measure",
    __doc__ or "",
    makes="table",
    params=Measure,
    sources=("images",),
    models=("model",),
    sources_required=True,
    many_sources=True,
    many_models=True,
    gathers=True,
    draws=True,
    compute=True,
)
