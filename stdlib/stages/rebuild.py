"""rebuild: draw images again from what a model kept of them.

`rebuild NAME from IMAGES with MODEL` passes every image, in order, through an autoencoder, a vae or a vae-gan, and
makes as many. Frames of a film stay frames: their rate, times and names go along.

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

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from intaglio.lang.wording import listed
from intaglio.runtime.contract import Context, Fault, Made, Params, stage
from intaglio.stdlib import redrawing, sorts
from intaglio.stdlib.stages import _drawing

if TYPE_CHECKING:
    from intaglio.stdlib.nn.drawers import Look


class Rebuild(Params):
    """What may stand beneath `rebuild`."""

    step: _drawing.Step = _drawing.step()


@stage(
    "rebuild",
    version=1,
    makes="frames",
    params=Rebuild,
    sources=("images",),
    models=("model",),
    sources_required=True,
    models_required=True,
    able=sorts.able(lambda sort: sort.redraw, "keep anything of an image", lambda sort: True),
    items=redrawing.items,
    compute=True,
)
def rebuild(context: Context[Rebuild]) -> Made:
    """Pass every image through the model, in order."""
    from intaglio.stdlib import models

    model = context.models[0].artifact
    _check(models.facts_of(model), redrawing.size(context.sources))

    def load() -> Look:
        from intaglio.stdlib.nn import clock, weights
        from intaglio.stdlib.nn.drawers import looking

        network, facts = weights.network_of(model)
        redraw = sorts.of(facts["model"]).redraw
        assert redraw is not None, "it was checked"
        return looking(redraw(network), clock.of(network))

    return redrawing.redraw(context, load)


def _check(facts: Mapping[str, Any], size: tuple[int, int]) -> None:
    """Raises `Fault` for a model that cannot rebuild, and for images of another size than it learnt."""
    if sorts.of(facts["model"]).redraw is None:
        first, *others = (name for name, sort in sorts.every().items() if sort.redraw is not None)
        so_do = listed((f"a {name}" for name in others), "and")
        raise Fault(
            f"`rebuild` asks a model what it kept of an image, and a {facts['model']} keeps nothing: it only draws."
            f" An {first} does both, and so do {so_do}.",
            f"model {first}",
        )
    redrawing.check_size(facts, size)
