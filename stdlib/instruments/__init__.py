"""Instruments: measures of pictures, of pairs and of sets of them. What `measure` reads off, for Python too.

    from intaglio.stdlib import instruments

    instruments.of_pairs(frames, rebuilt)      # error, psnr, ssim: a list each, a number for each pair
    instruments.of_sets(samples, photographs)  # distance, kid, kid-error, diversity, coverage, copying

Pictures are uint8 H×W×3. Nothing is downloaded: sets are compared by random features that a seed decides
(`nn/traits.py`), so their numbers say more or less, and stand beside no number that somebody else published. Loads
numpy and torch when first asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from intaglio.runtime.contract import Fault

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Traits = NDArray[np.float64]

PAIRED = ("error", "psnr", "ssim")
BESIDE = ("nearest", "components")  # in decibels, as psnr is: what would be had without a network
OF_SETS = ("distance", "diversity", "coverage", "copying")
LARGEST = 256  # px: the shorter side at which sets are compared, where their pictures are larger


def of_pairs(pictures: Iterable[Pixels], others: Iterable[Pixels]) -> dict[str, list[float]]:
    """`PAIRED` of each picture and the other of its place. Raises ValueError where there are not as many, or a pair is
    of two sizes.
    """
    from intaglio.stdlib.instruments import pairs

    take = (pairs.error, pairs.psnr, pairs.ssim)
    found = [[measure(a, b) for measure in take] for a, b in zip(pictures, others, strict=True)]
    return {name: [numbers[place] for numbers in found] for place, name in enumerate(PAIRED)}


def of_sets(
    pictures: Sequence[Pixels], reference: Sequence[Pixels], *, seed: int = 0, only: Iterable[str] = OF_SETS
) -> dict[str, float]:
    """How a set stands to a reference: `only` of `OF_SETS`; `distance` also has `kid` and `kid-error`.

    See `sets` for what each means. Raises `Fault` where either has fewer than 8 pictures.
    """
    size = common_size(reference[0].shape[:2]) if len(reference) else (1, 1)
    x, r = (traits_of(each, size, seed) for each in (pictures, reference))
    return compared(x, r, seed, only)


def compared(x: Traits, reference: Traits, seed: int, only: Iterable[str]) -> dict[str, float]:
    """The same of traits (N × D each)."""
    from intaglio.stdlib.instruments import sets
    from intaglio.stdlib.nn import noise

    if min(len(x), len(reference)) < sets.LEAST:
        told = f"there are {len(x):,} here and {len(reference):,} that they stand against"
        raise Fault(f"Sets of fewer than {sets.LEAST} images cannot be compared, and {told}.")
    white = sets.whitening(reference)
    a, b = white(x), white(reference)
    found: dict[str, float] = {}
    for name in only:
        match name:
            case "distance":
                found[name] = sets.distance(a, b, noise.generator(seed, "measure", 0))
                found["kid"], found["kid-error"] = sets.kid(a, b, noise.generator(seed, "measure", 1))
            case "diversity":
                found[name] = sets.diversity(a) / max(sets.diversity(b), 1e-12)
            case "coverage":
                found[name] = sets.coverage(a, b)
            case "copying":
                found[name] = sets.copying(a, b)
    return found


def common_size(size: Sequence[int]) -> tuple[int, int]:
    """The height and width at which sets are compared, from those of a picture of the reference."""
    height, width = size
    scale = min(1.0, LARGEST / min(height, width))
    return max(1, round(height * scale)), max(1, round(width * scale))


def traits_of(pictures: Sequence[Pixels], size: tuple[int, int], seed: int) -> Traits:
    """The traits (N × D) of pictures that are brought to one height and width; of more than `sets.MOST`, of so many."""
    import numpy as np
    from PIL import Image

    from intaglio.stdlib.instruments import sets
    from intaglio.stdlib.nn import noise, traits

    chosen = range(len(pictures))
    if len(pictures) > sets.MOST:
        order = noise.generator(seed, "measure", 2).permutation(len(pictures))
        chosen = sorted(order[: sets.MOST].tolist())  # type: ignore[assignment]  # numbers, like the range

    def brought(pixels: Pixels) -> Pixels:
        if pixels.shape[:2] == size:
            return pixels
        image = Image.fromarray(pixels).resize(size[::-1], Image.Resampling.LANCZOS, reducing_gap=3.0)
        return np.asarray(image)

    found = list(traits.traits((brought(pictures[i]) for i in chosen), seed))
    return np.array(found).reshape(len(found), traits.COUNT)


def spread(x: Traits) -> float | None:
    """The diversity of a set that stands against no other: the mean distance of its traits, None of a single picture.

    It is more or less than that of another set at the same size and seed, and has no unit.
    """
    from intaglio.stdlib.instruments import sets

    return sets.diversity(x) if len(x) > 1 else None


def mean(numbers: Iterable[float | None]) -> float | None:
    """The mean of those that are numbers; None of none."""
    known = [number for number in numbers if number is not None]
    return sum(known) / len(known) if known else None
