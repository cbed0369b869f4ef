"""The curve of a training's losses: looked at now and then, written down, and ended by the first that is no number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from intaglio.runtime.contract import Fault
from intaglio.stdlib.nn.regimen import Step, losses_of

FILE = "losses.csv"
LOOK = 10  # steps between looks


class Curve:
    """The losses of a training, on disk. Looked at every `LOOK` steps, since looking waits for the machine.

    One that begins where another was kept finds the losses until there in its file.
    """

    def __init__(self, path: Path, names: Sequence[str], rate: float, kept: Callable[[], int]) -> None:
        self.loss: float | None = None
        """The last one that was looked at."""
        self._path = path
        self._rate = rate
        self._kept = kept
        self._waiting: list[Step] = []
        if not path.exists():
            self._path.write_text(",".join(("step", *names)) + "\n")

    def add(self, step: Step, *, last: bool) -> None:
        """Take in a step. Raises `Fault` at the first loss that is no number: at once where looking costs nothing."""
        self._waiting.append(step)
        if last or step.done % LOOK == 0 or (step.losses.is_cpu and not step.losses.isfinite().all()):
            self.look()

    def look(self) -> None:
        """Look at what was not looked at yet. Raises `Fault` as `add` does."""
        if not self._waiting:
            return
        losses = losses_of(self._waiting)
        for step, values in zip(self._waiting, losses, strict=True):
            if not all(abs(value) < float("inf") for value in values):
                raise self._fault(step.done)
        with self._path.open("a") as file:
            means = [sum(column) / len(losses) for column in zip(*losses, strict=True)]
            file.write(",".join([str(self._waiting[-1].done), *(f"{value:.6g}" for value in means)]) + "\n")
        self.loss = means[0]
        self._waiting.clear()

    def _fault(self, step: int) -> Fault:
        kept = self._kept()
        told = f" What it was after {kept} steps is kept: `steps {kept}` takes it as it was." if kept else ""
        return Fault(
            f"The loss went out of all bounds at step {step}, and nothing can be learnt after that.{told}",
            f"rate {self._rate / 4:.2g}",
        )
