"""tune: teach a borrowed model a few images more.

`tune NAME from IMAGES with MODEL` makes a model; the one it started from stays as it was. `method` says how deep the
lesson goes:

- `lora` writes it on a thin sheet laid over the model (Hu and others 2021). `rank` is the sheet's thickness.
- `dreambooth` teaches one subject from three to five images, without forgetting the others (Ruiz and others 2022).
- `textual-inversion` finds a word for it and leaves the model alone (Gal and others 2022).
- `full` moves every weight.

`trigger` is the phrase that calls it up afterwards, in a prompt.

    gen 1

    borrow diffusion from hf:someone/small-model at v1.5
      licence openrail-m

    dataset portraits from ./photos/
      resize 512 px

    tune stranger from portraits with diffusion
      method lora
      rank 16
      steps 1800
      trigger "a passerby"

    sample attempts with stranger
      prompt "a passerby, seen once"
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Params, later, setting


class Tune(Params):
    """What may stand beneath `tune`."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("epochs", "steps"),)

    method: Literal["lora", "full", "dreambooth", "textual-inversion"] = setting("lora", "How deep the lesson goes.")
    rank: Annotated[int, Number(1, 512, whole=True)] = setting(16, "How much a lora can hold. Few is a light touch.")
    epochs: Annotated[int, Number(1, 1_000_000, "epochs", whole=True, usual=100)] | None = setting(
        None, "How many times every image is seen."
    )
    steps: Annotated[int, Number(1, 100_000_000, "steps", whole=True, usual=2000)] | None = setting(
        None, "How many batches are seen. Left out: 2000."
    )
    batch: Annotated[int, Number(1, 4096, "images", whole=True, usual=16)] = setting(
        1, "How many images are seen at once."
    )
    rate: Annotated[float, Number(1e-7, 1, usual=0.0002)] = setting(
        0.0001, "How far one step moves. Small is slow and steady."
    )
    trigger: str | None = setting(None, "The phrase that calls up what was learnt.")


tune = later(
    "tune",
    __doc__ or "",
    makes="model",
    params=Tune,
    sources=("images",),
    models=("model",),
    sources_required=True,
    models_required=True,
    many_sources=True,
    unordered=True,
    draws=True,
    compute=True,
)
