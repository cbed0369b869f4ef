"""rebuild: draw images again from what a model kept of them.

`rebuild NAME from IMAGES with MODEL` passes every image, in order, through an autoencoder, and makes as many. Frames of
a film stay frames: their rate, times and names go along.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train memory from fruit
      model autoencoder
      steps 20

    rebuild recollection from fruit with memory
"""

from __future__ import annotations

from intaglio.runtime.contract import Params, later


class Rebuild(Params):
    """`rebuild` has no settings of its own."""


rebuild = later(
    "rebuild",
    __doc__ or "",
    makes="frames",
    params=Rebuild,
    sources=("images",),
    models=("model",),
    sources_required=True,
    models_required=True,
    compute=True,
)
