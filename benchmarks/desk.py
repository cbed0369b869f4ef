"""A desk for one stage of ours: its run function as a worker calls it, and artifacts for it. Nothing is committed."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.clock import Turns
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageWriter
from intaglio.runtime.contract import Given, Params
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.run.worker import CellContext, Wire
from intaglio.runtime.store.items import Finished, Loose, keys_of

if TYPE_CHECKING:
    from torch import Tensor


class Silent(Wire):
    """A wire to nobody."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open as long as the wire
        self.job = 1


class Turning(Silent):
    """A wire that lets others have their turn after every so many steps that it is asked to tell of."""

    def __init__(self, turns: Turns, steps: int) -> None:
        super().__init__()
        self._turns, self._steps, self._done = turns, steps, 0

    def due(self) -> bool:
        """See `Wire.due`."""
        due = super().due()
        self._done += 1
        if self._done % self._steps == 0:
            self._turns.turn()
        return due


def context(
    folder: Path,
    params: Params,
    wire: Wire,
    *,
    sources: Sequence[Artifact] = (),
    models: Sequence[Artifact] = (),
    pictures: int = 0,
) -> Any:
    """A context in a folder of its own, with nothing kept from before."""
    result, seen = folder / "result", folder / "seen"
    result.mkdir(parents=True)
    seen.mkdir()
    keys = keys_of(Key("0" * 32), range(pictures))
    items = Finished(keys, (), Loose(folder / "loose"), lambda said: None)
    given = [Given(each) for each in sources], [Given(each) for each in models]
    return CellContext(params, 1, *given, {}, {}, {}, result, seen, (), None, items, None, wire)


def noise_pictures(count: int, side: int) -> Tensor:
    """Pictures of nothing, uint8 (N, side, side, 3)."""
    import torch

    return torch.randint(0, 256, (count, side, side, 3), dtype=torch.uint8)


def images(folder: Path, pixels: Any) -> Artifact:
    """An artifact of images, uint8 N×H×W×3."""
    result, seen = folder / "result", folder / "seen"
    result.mkdir(parents=True)
    seen.mkdir()
    with ImageWriter(result, seen) as writer:
        for each in pixels:
            writer.add(each)
    return _artifact(folder, "images")


def model_in(folder: Path) -> Artifact:
    """The model that a training has left in its folder."""
    assert json.loads((folder / "result" / "model.json").read_bytes())
    return _artifact(folder, "model")


def _artifact(folder: Path, makes: str) -> Artifact:
    result, seen = ({path.name: path for path in (folder / part).iterdir()} for part in ("result", "seen"))
    return Artifact("train" if makes == "model" else "dataset", makes, "0" * 32, "0" * 32, None, result, seen)
