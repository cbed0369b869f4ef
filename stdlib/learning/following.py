"""Following: a training goes from where it was kept to its end, is told of, and is kept and shown on the way.

Nothing here changes a bit of what is learnt: when something is kept or shown is decided by the clock and by settings
that only watch.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from intaglio.runtime.contract import Cancelled, Context, Segment
from intaglio.stdlib.learning.curve import FILE, Curve
from intaglio.stdlib.learning.previews import Album, Moment, Previews, catch_up
from intaglio.stdlib.learning.watching import Ledger, Watching
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
        epoch: float,
        previews: Previews | None,
        watching: Watching | None,
        *,
        seam: bool,
    ) -> None:
        self._begun = begun
        self._context = context
        self._regimen = regimen
        self._epoch = epoch  # steps in one
        self._previews = previews
        self._watching = watching
        self._seam = seam
        self._album, self._ledger, self.began = self._restored()
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
                shown = self._show(done, facts)
                self._measure(done)
                if shown or (done < self._regimen.steps and self._pace.is_due(done % ROUND == 0)):
                    self._keep(done, marked=shown)
                self._context.progress(done, self._regimen.steps, "steps", **facts)
        except Cancelled:
            self._keep(done)
            raise
        self._keep(done, marked=True)
        self._album.note(self._previews)
        self._ledger.note(self._watching)
        self._ledger.plot()

    def _restored(self) -> tuple[Album, Ledger, int]:
        """The previews and measures until the step from which this training goes on, and that step."""
        own = machine.fingerprint(*self._begun.libraries)
        kept = [s for s in self._context.segments if s.step <= self._regimen.steps]
        alike = [s for s in kept if s.fingerprint == own or self._seam]
        for segment in reversed(alike):
            if self._context.is_sound(segment):
                return *self._from(segment, own), segment.step
        if kept and not alike:
            self._context.remark(
                f"{kept[-1].step} steps of this training are kept, made by other arithmetic ({kept[-1].fingerprint};"
                f" here it is {own}). Their last bits would differ, so it began anew; what was kept stays.",
                hint="seam",
            )
        return Album(self._context.seen, arithmetic=own), Ledger(self._context.seen, self._context.seed, own), 0

    def _from(self, segment: Segment, own: str) -> tuple[Album, Ledger]:
        """Go on from a segment. What was seen comes along, and what is new to the script is drawn and measured."""
        files = {name: path for name, path in segment.files.items() if name != STATE}
        album = Album(self._context.seen, files, arithmetic=segment.fingerprint)
        if self._previews is not None:
            catch_up(album, self._previews, self._begun, self._context, segment.step)
        ledger = Ledger(self._context.seen, self._context.seed, segment.fingerprint)
        if self._watching is not None:
            catch_up(ledger, self._watching, self._begun, self._context, segment.step)
        self._begun.restore(segment.files)
        if segment.fingerprint != own:
            album.arithmetic = ledger.arithmetic = f"{own}, after {segment.fingerprint}"
        return album, ledger

    def _show(self, done: int, facts: dict[str, float | str]) -> bool:
        """Draw the preview that is due after this step. Whether one was."""
        number = None if self._previews is None else self._previews.due(done)
        if self._previews is None or number is None:
            return False
        moment = Moment(done, number)
        facts.update(self._album.draw(moment, self._begun, self._previews))
        return True

    def _measure(self, done: int) -> None:
        """Take the measure that is due after this step."""
        number = None if self._watching is None else self._watching.due(done)
        if self._watching is not None and number is not None:
            self._ledger.draw(Moment(done, number), self._begun, self._watching)

    def _keep(self, done: int, *, marked: bool = False) -> None:
        """Keep the training as it is, with the curve of its losses and its previews until here."""
        if done == self._kept and (self._marked or not marked):
            return
        self._curve.look()
        self._album.note(self._previews)
        self._ledger.note(self._watching)

        def write(folder: Path) -> None:
            self._begun.keep(folder)
            for path in (self._context.seen / FILE, *self._album.files, *self._ledger.files):
                shutil.copyfile(path, folder / path.name)

        with self._pace.timed():
            self._context.keep(done, self._album.arithmetic, write, epoch=self._epoch, marked=marked)
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
