"""Chunks: drawing in parcels of one fixed size, so that a picture does not depend on which others are drawn.

A network's last bits depend on the size of its batch (measured: in 7 to 8 of 100 pixels), not on what else is in it.
So every batch holds `CHUNK` pictures; the last is filled up, and what was filled up is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from intaglio.stdlib.nn.batches import as_numbers, as_pixels
from intaglio.stdlib.nn.drawers import Drawer, Look, Manner, looking
from intaglio.stdlib.parcels import CHUNK


def draw(
    drawer: Drawer, wanted: Iterable[tuple[Tensor, Manner]], beat: Callable[[], None]
) -> Iterator[NDArray[np.uint8]]:
    """A picture (uint8 H×W×3) for each noise (`drawer.shape`) and manner, in order."""
    rest = iter(wanted)
    while chunk := list(islice(rest, CHUNK)):
        full = chunk + [chunk[-1]] * (CHUNK - len(chunk))
        z = torch.stack([z for z, _ in full])
        yield from as_pixels(drawer.draw(z, [manner for _, manner in full], beat))[: len(chunk)]


def redraw(
    look: Look, wanted: Iterable[tuple[NDArray[np.uint8], float]], beat: Callable[[], None]
) -> Iterator[NDArray[np.uint8]]:
    """Each image (uint8 H×W×3), at its moment, through a network of pictures, in order."""
    rest = iter(wanted)
    while chunk := list(islice(rest, CHUNK)):
        beat()
        full = chunk + [chunk[-1]] * (CHUNK - len(chunk))
        pictures = torch.from_numpy(np.stack([image for image, _ in full])).permute(0, 3, 1, 2)
        with torch.no_grad():
            x = look(as_numbers(pictures), [moment for _, moment in full])
        yield from as_pixels(x)[: len(chunk)]


def beside(network: Callable[[Tensor], Tensor], pictures: Tensor, count: int) -> NDArray[np.uint8]:
    """The first of some pictures (uint8 (N, 3, H, W)), each before what a network makes of it: uint8 K×H×W×3."""
    shown = pictures[: max(1, count // 2)].permute(0, 2, 3, 1).numpy()
    redrawn = np.stack(list(redraw(looking(network), ((image, 0.0) for image in shown), quietly)))
    return np.stack([shown, redrawn], 1).reshape(-1, *shown.shape[1:])


def quietly() -> None:
    """A beat that nobody hears."""
