"""Following: a training goes from where it was kept to its end, is told of, and is kept and shown on the way.

Nothing here changes a bit of what is learnt: when something is kept or shown is decided by the clock and by settings
that only watch.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from intaglio.runtime.contract import Cancelled, Context, Segment
from intaglio.stdlib.learning.curve import FILE, Curve
from intaglio.stdlib.learning.seeing import Book, catch_up
from intaglio.stdlib.nn import machine
from intaglio.stdlib.nn.regimen import Regimen
from intaglio.stdlib.nn.training import STATE, Training

KEEP = 5.0  # seconds between what is kept on the way, at least
ROUND = 50  # steps: a multiple is best kept, since previews that are asked for later are likely to be due there
SHARE = 0.02  # of the time, at most, that keeping may take


class Follower:
    """Goes through a training's steps from where it was kept, and tells and keeps how far it is."""

    def __init__(
        self,
        begun: Training,
        context: Context[Any],
        regimen: Regimen,
        books: Sequence[Book],
        *,
        seam: bool,
        count: int = 1,
    ) -> None:
        """`count` processes share the training."""
        self._begun = begun
        self._context = context
        self._regimen = regimen
        self._books = books
        self._seam = seam
        self._own = machine.fingerprint(*begun.libraries, count=count)
        self.began, self._arithmetic = self._restored()
        self._curve = Curve(context.seen / FILE, begun.losses, regimen.rate, self._last_kept)
        self._kept = self.began
        self._marked = False  # whether that is sure to be kept longest
        self._pace = Pace()

    def follow(self) -> None:
        """Go to the end. Asked to stop, keeps what was reached."""
        started = time.monotonic()
        done = self.began
        try:
            for step in self._begun.loop(self.began):
                done = step.done
                self._curve.add(step, last=done == self._regimen.steps)
                facts: dict[str, float | str] = {"rate": (done - self.began) / max(1e-9, time.monotonic() - started)}
                if self._curve.loss is not None:
                    facts["loss"] = self._curve.loss
                marked = self._see(done, facts)
                if marked or (done < self._regimen.steps and self._pace.is_due(done % ROUND == 0)):
                    self._keep(done, marked=marked)
                self._context.progress(done, self._regimen.steps, "steps", **facts)
        except Cancelled:
            self._keep(done)
            raise
        self._keep(done, marked=True)
        for book in self._books:
            book.write(self._arithmetic)
            book.end()

    def _restored(self) -> tuple[int, str]:
        """The step from which this training goes on, with what was seen until then, and the arithmetic that made it."""
        own = self._own
        kept = [s for s in self._context.segments if s.step <= self._regimen.steps]
        alike = [s for s in kept if s.fingerprint == own or self._seam]
        for segment in reversed(alike):
            if self._context.is_sound(segment):
                return segment.step, self._from(segment, own)
        if kept and not alike:
            self._context.remark(
                f"{kept[-1].step} steps of this training are kept, made by other arithmetic ({kept[-1].fingerprint};"
                f" here it is {own}). Their last bits would differ, so it began anew; what was kept stays.",
                hint="seam",
            )
        return 0, own

    def _from(self, segment: Segment, own: str) -> str:
        """Go on from a segment. What was seen comes along, and what is new to the script is drawn and measured."""
        for name, path in segment.files.items():
            if name != STATE:
                shutil.copyfile(path, self._context.seen / name)
        for book in self._books:
            catch_up(book, self._begun, self._context, segment.step, segment.fingerprint)
        self._begun.restore(segment.files)
        return own if segment.fingerprint == own else f"{own}, after {segment.fingerprint}"

    def _see(self, done: int, facts: dict[str, float | str]) -> bool:
        """Draw and measure what is due after this step. Whether it is to be kept for that."""
        marked = False
        for book in self._books:
            told = book.see(done, self._begun)
            if told is not None:
                facts.update(told)
                marked = marked or book.marks
        return marked

    def _keep(self, done: int, *, marked: bool = False) -> None:
        """Keep the training as it is, with the curve of its losses and its previews until here."""
        if done == self._kept and (self._marked or not marked):
            return
        self._curve.look()
        for book in self._books:
            book.write(self._arithmetic)

        def write(folder: Path) -> None:
            self._begun.keep(folder)
            for path in (self._context.seen / FILE, *(file for book in self._books for file in book.files)):
                shutil.copyfile(path, folder / path.name)

        with self._pace.timed():
            self._context.keep(done, self._arithmetic, write, epoch=self._regimen.epoch, marked=marked)
        self._kept, self._marked = done, marked

    def _last_kept(self) -> int:
        return self._kept


class Pace:
    """When it is time to keep something on the way: now and then, and never for more than a share of the time."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._cost = 0.0

    def is_due(self, convenient: bool) -> bool:
        """Whether it is: at a convenient moment, or long after the last."""
        wait = max(KEEP, self._cost / SHARE) * (1 if convenient else 2)
        return time.monotonic() - self._last > wait

    @contextmanager
    def timed(self) -> Iterator[None]:
        """What is done inside is keeping."""
        began = time.monotonic()
        yield
        self._last = time.monotonic()
        self._cost = self._last - began
