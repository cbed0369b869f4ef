"""lightweight-gan on a processor: its own networks, losses, defaults and training step, and the way round what it asks.

Its `Trainer.train` does each step, as it was written, with the settings that `Trainer` has when none are said. It
refuses to be imported where there is no graphics card, and imports packages that its defaults never call. So here:

- `torch.cuda.is_available` says yes while it is imported, and tells the truth again afterwards
- `torchvision` (reads and writes files of images), `kornia` (blurs, where `antialias` is asked for) and
  `adabelief_pytorch` (another optimiser, where that is asked for) are empty stand-ins, unless they are installed
- `.cuda()` leaves networks and tensors where they are, and the device that it names is the processor
- its reader of a folder of files is one of pictures that are decoded already, and has nothing to do on the way
- it writes no checkpoints and no previews, which would be counted as its time

What draws at the end is its `G`, in eval mode, as in its own previews: its average `GE` begins after 20,000 steps.
"""

from __future__ import annotations

import importlib
import importlib.util
import random
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

UNUSED = {"torchvision": ("transforms",), "kornia": ("filters",), "adabelief_pytorch": ()}
NAMES = {"kornia.filters": ("filter2d",), "adabelief_pytorch": ("AdaBelief",)}


def trainer(pictures: NDArray[np.uint8], seed: int, place: Path, folder: Path) -> Any:
    """Its `Trainer`, before the first step, of pictures (N×H×W×3) that are square; the package lies in `place`.

    `folder` is where it makes folders that stay empty.
    """
    module = _imported(place)
    torch.manual_seed(seed)
    random.seed(seed)
    made = module.Trainer(
        base_dir=folder, image_size=pictures.shape[1], use_aim=False, num_workers=0, save_every=sys.maxsize
    )
    module.ImageDataset = lambda folder, size, **rest: Decoded(pictures)
    made.set_data_src("")
    made.init_GAN()
    return made


def steps(trainer: Any) -> Iterator[int]:
    """Its steps, without end; each yields how many are done."""
    while True:
        trainer.train()
        yield trainer.steps


@torch.no_grad()
def drawn(trainer: Any, count: int, seed: int, chunk: int = 16) -> NDArray[np.uint8]:
    """Pictures, count×H×W×3."""
    network = trainer.GAN.G
    was = network.training
    network.eval()
    z = torch.randn(count, trainer.latent_dim, generator=torch.Generator().manual_seed(seed))
    x = torch.cat([network(each) for each in z.split(chunk)]).clamp(0, 1)
    network.train(was)
    return np.asarray((x * 255).round().to(torch.uint8).permute(0, 2, 3, 1).numpy())


class Decoded(torch.utils.data.Dataset[Tensor]):
    """Pictures as it reads them: float32 (3, H, W) from 0 to 1."""

    def __init__(self, pictures: NDArray[np.uint8]) -> None:
        self._x = torch.from_numpy(pictures).permute(0, 3, 1, 2).float().div_(255).contiguous()

    def __len__(self) -> int:
        return len(self._x)

    def __getitem__(self, place: int) -> Tensor:
        return self._x[place]


# The way round ------------------------------------------------------------------------------------------------------


def _imported(place: Path) -> ModuleType:
    sys.path.append(str(place))
    for name, parts in UNUSED.items():
        if importlib.util.find_spec(name) is None:
            _stand_in(name, parts)
    there, torch.cuda.is_available = torch.cuda.is_available, lambda: True
    try:
        module = importlib.import_module("lightweight_gan.lightweight_gan")
    finally:
        torch.cuda.is_available = there
    for kind in (Tensor, nn.Module):
        kind.cuda = _stays  # type: ignore[method-assign, assignment]
    module.torch = OnProcessor()  # type: ignore[attr-defined]
    module.Trainer.save = module.Trainer.evaluate = _nothing  # type: ignore[attr-defined]
    return module


def _stand_in(name: str, parts: tuple[str, ...]) -> None:
    for full in (name, *(f"{name}.{part}" for part in parts)):
        module = ModuleType(full)
        for word in NAMES.get(full, ()):
            setattr(module, word, partial(_absent, full, word))
        sys.modules[full] = module
        if full != name:
            setattr(sys.modules[name], full.rpartition(".")[2], module)


def _absent(package: str, word: str, *given: object, **named: object) -> None:
    raise NotImplementedError(f"{package} is a stand-in here, and {word} was called: that is not of the defaults")


def _stays(self: Any, *where: object) -> Any:
    return self


def _nothing(*given: object, **named: object) -> None:
    return None


class OnProcessor:
    """`torch` for its module, but that every device is the processor."""

    def __getattr__(self, name: str) -> Any:
        return getattr(torch, name)

    @property
    def device(self) -> Callable[..., torch.device]:
        """Whatever is asked for, the processor."""
        return lambda *asked: torch.device("cpu")
