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

from collections.abc import Mapping
from typing import Annotated, Any

from intaglio.lang.vocabulary import Number
from intaglio.runtime.contract import Context, Fault, Made, Params, setting, stage


class Rebuild(Params):
    """What may stand beneath `rebuild`."""

    step: Annotated[int, Number(1, 100_000_000, whole=True)] | None = setting(
        None, "Draw with the model as it was after so many steps of its training.", keyed=False
    )


@stage(
    "rebuild",
    version=1,
    makes="frames",
    params=Rebuild,
    sources=("images",),
    models=("model",),
    sources_required=True,
    models_required=True,
    compute=True,
)
def rebuild(context: Context[Rebuild]) -> Made:
    """Pass every image through the model, in order."""
    from intaglio.runtime.artifact import Origin
    from intaglio.runtime.images import ImageSet, ImageWriter
    from intaglio.stdlib.nn import chunks, weights
    from intaglio.stdlib.nn.facts import facts_of

    given = context.sources[0]
    images = ImageSet(given.artifact, given.part)
    pixels = images.uniform()
    model = context.models[0].artifact
    _check(facts_of(model), *pixels.shape[1:3])
    network, _ = weights.network_of(model)
    count, done = len(images), 0

    def beat() -> None:
        context.progress(done, count, "images")

    groups = {name: Origin(0, number) for number, name in enumerate(images.group_names)}
    with ImageWriter(context.result, context.seen, rate=images.rate, groups=groups) as writer:
        for picture in chunks.redraw(network, pixels, beat):
            writer.add(
                picture,
                name=images.names[done],
                group=images.groups[done],
                caption=images.captions[done],
                time=None if images.times is None else images.times[done],
                film=images.films[done],
                origin=Origin(0, images.places[done]),
            )
            done += 1
            beat()
    return Made(count)


def _check(facts: Mapping[str, Any], height: int, width: int) -> None:
    """Raises `Fault` for a model that cannot rebuild, and for images of another size than it learnt."""
    if facts["model"] != "autoencoder":
        raise Fault(
            f"`rebuild` asks a model what it kept of an image, and a {facts['model']} keeps nothing: it only draws."
            " An autoencoder does both.",
            "model autoencoder",
        )
    if (facts["height"], facts["width"]) != (height, width):
        raise Fault(
            f"These images are {width} px by {height} px, and the model learnt from images of {facts['width']} px by"
            f" {facts['height']} px.",
            f"resize {facts['width']} px by {facts['height']} px",
        )
