"""train: teach a model from images.

`train NAME from IMAGES` makes a model. What sort is said by `model`:

- `autoencoder` learns to pass every image through a narrow place and draw it again. `rebuild` shows what it kept.
- `gan` is two networks in a contest: one draws, the other tells drawings from the images. Quick, vivid, restless.
- `diffusion` learns to take noise away, a little at a time. Slower to learn and to draw, and steady.

How long is said by `epochs` (times through all images) or `steps` (batches), not both. All other settings have
defaults that suit the size of the images and small sets made by hand, from about ten images up. Images must be of one
size, with sides that are multiples of 8, from 16 to 256 pixels: `resize 64 px` beneath the dataset sees to it.

The same images in another order, or under other names, are the same training. So is one with another `preview`.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train dreamer from fruit
      model autoencoder
      steps 20
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Every, Name, Number, Size
from intaglio.runtime.contract import Line, Params, later, setting

Operation = Literal["flip", "shift", "colour", "rotate", "zoom", "cutout", "none"]


class Preview(Line):
    """How many pictures to draw, and how often, while training."""

    count: Annotated[int, Number(1, 256, "images", whole=True)] = setting(doc="How many pictures.")
    every: Annotated[ir.Every, Every(("epochs", "steps"))] = setting(doc="How often.")


class Watch(Line):
    """A measure to take, and how often, while training."""

    measure: Annotated[str, Name()] = setting(doc="What to measure.")
    every: Annotated[ir.Every, Every(("epochs", "steps"))] = setting(doc="How often.")


class Train(Params):
    """What may stand beneath `train`."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("epochs", "steps"),)

    model: Literal["autoencoder", "gan", "diffusion", "vae-gan", "translate", "enhance", "players"] = setting(
        doc="What sort of model."
    )
    latent: Annotated[int, Number(2, 8192, whole=True)] | None = setting(
        None, "How many numbers stand behind a picture. Fewer are broader strokes. Left out: as suits the model."
    )
    epochs: Annotated[int, Number(1, 1_000_000, "epochs", whole=True)] | None = setting(
        None, "How many times every image is seen."
    )
    steps: Annotated[int, Number(1, 100_000_000, "steps", whole=True)] | None = setting(
        None, "How many batches are seen."
    )
    batch: Annotated[int, Number(1, 4096, "images", whole=True)] | None = setting(
        None, "How many images are seen at once. Left out: it suits both."
    )
    rate: Annotated[float, Number(1e-7, 1)] | None = setting(
        None, "How far one step moves. Small is slow and steady. Left out: it suits the model."
    )
    augment: tuple[Operation, ...] | None = setting(
        None,
        "Changes made to images as they are seen, so that few do for many. Left out: a gan uses colour, shift and"
        " cutout as far as it needs them, others none.",
        aliases={"color": "colour"},
    )
    condition: Literal["group"] | None = setting(None, "Learn each group of the dataset as a kind of its own.")
    schedule: Literal["flow", "cosine", "linear"] = setting("flow", "How diffusion goes from picture to noise.")
    average: Annotated[float, Number(0, 0.999999)] | None = setting(
        None,
        "How much of the average of the weights each step keeps; 0 averages nothing. Left out: a half-life in images.",
    )
    loss: Literal["pixels", "features"] = setting("pixels", "What an autoencoder must get right.")
    decay: Literal["none", "cosine", "linear"] = setting("none", "How the rate falls towards the end.")
    warm_up: Annotated[int, Number(0, 1_000_000, "steps", whole=True)] = setting(
        0, "Steps over which the rate rises from nothing."
    )
    freeze: tuple[Annotated[str, Name()], ...] | None = setting(None, "Layers that stay as they were.", sweeps=False)
    stop_at: Annotated[float, Number(0, 1, "share")] | None = setting(None, "Stop this far along.")
    pairing: Literal["same-name", "same-place", "none"] | None = setting(None, "How two sets belong together.")
    size: Annotated[tuple[int, ...], Size(8, 1024)] | None = setting(
        None, "The size to draw at, for models that learn from no images."
    )
    preview: Preview | None = setting(None, "Pictures drawn on the way. Watching changes nothing.", keyed=False)
    watch: Watch | None = setting(None, "A measure taken on the way. Watching changes nothing.", keyed=False)


train = later(
    "train",
    __doc__ or "",
    makes="model",
    params=Train,
    sources=("images",),
    models=("model",),
    sources_required=True,
    many_sources=True,
    unordered=True,
    draws=True,
    compute=True,
)
