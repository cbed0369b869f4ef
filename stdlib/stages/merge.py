"""merge: make one model of several.

`merge NAME with MODELS` averages the weights of models that have one shape, in the shares that `weights` gives them, in
order; left out, all weigh the same. They need not come to 100%: `2, 1` is two parts to one. `layers` merges only the
layers that it names (`early`, `middle`, `late`, `layer-1` for the coarsest and so on); the rest is the first model's.

Models that began as one, one trained `with` the other, merge into pictures between theirs. Strangers seldom do.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train spring from fruit
      model gan
      steps 20

    train autumn from fruit with spring
      model gan
      steps 20

    merge year with spring, autumn
      weights 70%, 30%
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated, Self

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Context, Fault, Given, Made, Params, setting, stage
from intaglio.stdlib.layers import Layer
from intaglio.stdlib.models import pass_groups_on


class Merge(Params):
    """What may stand beneath `merge`."""

    weights: tuple[Annotated[float, Number(-2, 2, "share", usual=0.5)], ...] | None = setting(
        None, "The share of each model, in order. Left out: all alike.", sweeps=False, per="with", shares=True
    )
    layers: tuple[Layer, ...] | None = setting(
        None, "Merge only these layers; the rest is the first model's.", sweeps=False
    )

    def heard(self, models: Sequence[Given]) -> tuple[Self, Sequence[str]]:
        """With a share for each model, as it was said; left out, the same for all."""
        return self.model_copy(update={"weights": self.weights or (1.0,) * len(models)}), ()


@stage(
    "merge",
    version=1,
    makes="model",
    params=Merge,
    models=("model",),
    models_required=True,
    many_models=True,
    alike="model",
    compute=True,
)
def merge(context: Context[Merge]) -> Made:
    """Average the weights of the models."""
    models = [given.artifact for given in context.models]
    shares = _shares(context.params.weights or (), len(models))

    from intaglio.stdlib.nn import merging

    merging.merge(models, shares, context.params.layers, context.result)
    pass_groups_on(models[0], context.seen)
    return Made(1, unit="models")


def _shares(weights: Sequence[float], count: int) -> list[float]:
    """Shares that come to 1. Raises `Fault` where there are not as many as models, or they come to nothing."""
    total = math.fsum(weights)
    if len(weights) != count:
        raise Fault(
            f"`weights` says {len(weights)}, and `merge` is given {count} models. Each needs one.",
            f"weights {', '.join([f'{100 / count:.3g}%'] * count)}",
        )
    if abs(total) < 1e-6:
        raise Fault(
            "These shares come to nothing together, so nothing would be left of the models.", "weights 150%, -50%"
        )
    return [round(weight / total, 12) for weight in weights]
