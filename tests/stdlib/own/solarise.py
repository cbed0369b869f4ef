"""solarise: turn what is brighter than a threshold into its negative, as light in the darkroom does."""

from typing import Annotated

from intaglio.lang.vocabulary import Number
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter
from intaglio.runtime.contract import Context, Made, Params, setting, stage


class Solarise(Params):
    """What may be said beneath it."""

    above: Annotated[float, Number(0, 1, "share")] = setting(0.5, "From which brightness on.")


@stage("solarise", version=1, makes="images", params=Solarise, sources=("images",), sources_required=True)
def solarise(context: Context[Solarise]) -> Made:
    """Solarise each image."""
    import numpy as np

    images = ImageSet(context.sources[0].artifact, context.sources[0].part)
    with ImageWriter(context.result, context.seen) as out:
        for number, image in enumerate(images):
            bright = image > context.params.above * 255
            out.add(np.where(bright, 255 - image, image), name=images.names[number])
            context.progress(number + 1, len(images), "images")
    return Made(len(images))
