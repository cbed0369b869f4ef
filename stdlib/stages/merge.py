"""merge: make one model of several.

`merge NAME with MODELS` averages the weights of models that have one shape, in the shares that `weights` gives them, in
order. Left out, all weigh the same. `layers` merges only the layers that it names; the rest is the first model's.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train spring from fruit
      model gan
      steps 20

    train autumn from fruit
      model gan
      steps 40

    merge year with spring, autumn
      weights 70%, 30%

    sample attempts with year
"""

from __future__ import annotations

from typing import Annotated

from intaglio.lang.vocabulary import Name, Number
from intaglio.runtime.contract import Params, later, setting


class Merge(Params):
    """What may stand beneath `merge`."""

    weights: tuple[Annotated[float, Number(-2, 2, "share")], ...] | None = setting(
        None, "The share of each model, in order.", sweeps=False
    )
    layers: tuple[Annotated[str, Name()], ...] | None = setting(
        None, "Merge only these layers; the rest is the first model's.", sweeps=False
    )


merge = later(
    "merge",
    __doc__ or "",
    makes="model",
    params=Merge,
    models=("model",),
    models_required=True,
    many_models=True,
    compute=True,
)
