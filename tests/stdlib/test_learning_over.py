"""What models that draw over images come to: their pictures are measured against images that they never saw."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.stdlib.stages.train import train
from intaglio.stdlib.stages.vary import vary
from tests.stdlib.context import Bench

Pictures = NDArray[np.uint8]  # N×H×W×3

SIDE = 32
SEEN, HELD = 48, 24  # images to learn from, and others to be measured by
WARM, HATCHED = 0, 1

pytestmark = pytest.mark.slow


def shapes(kind: int, count: int, seed: int) -> Pictures:
    """Ellipses and boxes in places of chance: red and flat on sand, or pale and hatched on blue."""
    source = np.random.default_rng(seed)
    return np.stack([_shapes(kind, source) for _ in range(count)])


def _shapes(kind: int, source: np.random.Generator) -> NDArray[np.uint8]:
    y, x = np.mgrid[:SIDE, :SIDE] / SIDE
    ground, colour = (((0.85, 0.75, 0.55), (0.7, 0.25, 0.15)), ((0.15, 0.25, 0.45), (0.4, 0.75, 0.8)))[kind]
    picture = np.ones((SIDE, SIDE, 3)) * (ground + source.normal(0, 0.05, 3))
    hatched = (np.floor((x + y) * SIDE).astype(int) % 4 < 2) if kind == HATCHED else np.zeros_like(x, bool)
    for _ in range(source.integers(2, 4)):
        cx, cy, a, b = *source.uniform(0.2, 0.8, 2), *source.uniform(0.1, 0.3, 2)
        round_ = ((x - cx) / a) ** 2 + ((y - cy) / b) ** 2 < 1
        inside = round_ if source.random() < 0.5 else (abs(x - cx) < a) & (abs(y - cy) < b)
        tone = colour + source.normal(0, 0.08, 3)
        picture[inside] = tone
        picture[inside & hatched] = tone / 2
    return (picture.clip(0, 1) * 255).astype(np.uint8)


def edges(pictures: Pictures) -> NDArray[np.float64]:
    """How steep the lightness is at each place, smoothed over what a hatching needs: N×H×W."""
    grey = pictures.astype(float).mean(3)
    smooth = sum(np.roll(grey, (i, j), (1, 2)) for i in range(-2, 2) for j in range(-2, 2)) / 16
    steep: NDArray[np.float64] = np.hypot(*np.gradient(smooth, axis=(1, 2)))
    return steep


def drawn(pictures: Pictures) -> Pictures:
    """Their edges as a drawing, white on black."""
    lines = edges(pictures)
    return np.repeat((255 * lines / lines.max((1, 2), keepdims=True)).astype(np.uint8)[..., None], 3, 3)


def psnr(a: Pictures, b: Pictures) -> float:
    """Decibels, the mean over pictures."""
    squares = ((a.astype(float) - b.astype(float)) ** 2).mean((1, 2, 3))
    return float((10 * np.log10(255**2 / squares)).mean())


def learnt(bench: Bench, *sets: Pictures, **settings: Any) -> Artifact:
    return bench.make(train, settings, sources=[bench.images(list(each)) for each in sets])


def over(bench: Bench, pictures: Pictures, model: Artifact, **settings: Any) -> Pictures:
    return np.stack(list(ImageSet(bench.make(vary, settings, sources=[bench.images(list(pictures))], models=[model]))))


# Without pairs ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Pictures], list[Pictures]]:
    """Images of both kinds that nobody has seen, and each as the other kind."""
    bench = Bench(tmp_path_factory.mktemp("translated"))
    model = learnt(bench, shapes(WARM, SEEN, 1), shapes(HATCHED, SEEN, 2), model="translate", steps=180, average=0.98)
    fresh = [shapes(kind, HELD, 3 + kind) for kind in (WARM, HATCHED)]
    return fresh, [over(bench, fresh[kind], model, reverse=kind == HATCHED) for kind in (WARM, HATCHED)]


def classifier() -> Any:
    """Says of pictures which kind they are: a small network that has learnt from real ones."""
    import torch
    import torch.nn.functional as F
    from torch import nn

    torch.manual_seed(0)
    layers = [nn.Conv2d(3, 16, 4, 2, 1), nn.ReLU(), nn.Conv2d(16, 32, 4, 2, 1), nn.ReLU()]
    network = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 1))
    optimiser = torch.optim.Adam(network.parameters(), 3e-3)

    def verdicts(pictures: Pictures) -> Any:
        x = torch.from_numpy(pictures).permute(0, 3, 1, 2) / 127.5 - 1
        return network(x)[:, 0]

    real = np.concatenate([shapes(kind, 64, 5 + kind) for kind in (WARM, HATCHED)])
    wanted = torch.tensor([WARM] * 64 + [HATCHED] * 64, dtype=torch.float32)
    for _ in range(80):
        loss = F.binary_cross_entropy_with_logits(verdicts(real), wanted)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return lambda pictures: (verdicts(pictures) > 0).numpy().astype(int)


def test_a_classifier_takes_what_was_translated_for_the_other_kind(
    translated: tuple[list[Pictures], list[Pictures]],
) -> None:
    kinds = classifier()
    before, after = ([float((kinds(each) == kind).mean()) for kind, each in enumerate(sets)] for sets in translated)

    assert min(before) >= 0.95
    assert max(after) <= 0.2


def test_what_was_translated_keeps_its_structure(translated: tuple[list[Pictures], list[Pictures]]) -> None:
    def alike(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
        """The mean correlation of edges, picture by picture."""
        return float(np.mean([np.corrcoef(x.ravel(), y.ravel())[0, 1] for x, y in zip(a, b, strict=True)]))

    for before, after in zip(*translated, strict=True):
        own = alike(edges(before), edges(after))
        others = alike(edges(before), np.roll(edges(after), 1, 0))

        assert own > others + 0.3


# In pairs -----------------------------------------------------------------------------------------------------------


def test_pairs_teach_what_a_drawing_is_of(bench: Bench) -> None:
    seen, fresh = shapes(WARM, SEEN, 1), shapes(WARM, HELD, 3)

    model = learnt(bench, drawn(seen), seen, model="translate", pairing="same-place", steps=320, average=0.98)
    made = over(bench, drawn(fresh), model)
    mean = np.broadcast_to(seen.mean(0), fresh.shape)

    assert psnr(made, fresh) >= psnr(mean, fresh) + 4


# Enlarging ----------------------------------------------------------------------------------------------------------


def photographs(root: Path, side: int) -> Pictures:
    """The photographs of an example, square."""
    files = sorted(file for file in (root / "examples/still-life/photographs").rglob("*.*") if file.suffix != ".txt")
    return np.stack([_square(file, side) for file in files if file.suffix != ".tsv"])


def _square(file: Path, side: int) -> NDArray[np.uint8]:
    with Image.open(file) as image:
        short = min(image.size)
        left, top = (image.width - short) // 2, (image.height - short) // 2
        box = (left, top, left + short, top + short)
        return np.asarray(image.convert("RGB").resize((side, side), Image.Resampling.LANCZOS, box))


def scaled(pictures: Pictures, side: int) -> Pictures:
    made = [Image.fromarray(each).resize((side, side), Image.Resampling.BICUBIC) for each in pictures]
    return np.stack([np.asarray(each) for each in made])


def test_an_enhancer_is_nearer_to_what_was_made_small_than_a_smooth_enlargement(bench: Bench, root: Path) -> None:
    images = photographs(root, 64)
    fresh, seen = images[::4], np.delete(images, np.s_[::4], 0)
    small = scaled(fresh, 32)

    model = learnt(bench, seen, model="enhance", steps=200, average=0.98)
    made = over(bench, small, model)

    assert psnr(made, fresh) >= psnr(scaled(small, 64), fresh) + 0.5
