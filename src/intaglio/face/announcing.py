"""What `gen watch` says: a line for each save, mistakes as pages, and how the runs go. Any thread may call it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from intaglio.face.display.choice import Display, display
from intaglio.face.display.summary import is_idle
from intaglio.face.refusal import Refused, told
from intaglio.face.render import pages
from intaglio.face.running import Run
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.text import fit, several, visible
from intaglio.lang.script import Script
from intaglio.runtime.plan.planner import Plan, State


class Announcer:
    """Prints, above what is drawn while a run is shown."""

    def __init__(self, session: Session, terminal: Terminal) -> None:
        self._session = session
        self.terminal = terminal
        self._shown: Display | None = None
        self._lock = threading.RLock()

    def planned(self, plan: Plan, seconds: float) -> None:
        """A save was understood. `seconds` is the time from its reading to its plan."""
        todo = [stage.name for stage in plan.stages if stage.state is not State.FRESH]
        what = f"{several(len(todo), 'stage')} to make" if todo else "nothing to make"
        names = f" · {visible(', '.join(todo))}" if todo else ""
        self._line(what, f" · planned in {seconds * 1000:.0f} ms{names}")

    def mistakes(self, script: Script) -> None:
        """A save has mistakes; whatever runs goes on."""
        self._line("not run: there are mistakes", " · what was running goes on" if self._shown is not None else "")
        self.say("\n" + pages(script.diagnostics, script.text, self._session.script, self.terminal))

    def refused(self, message: str, hint: str | None) -> None:
        """A save could not even be read, or planned."""
        self._line("not run", "")
        self.say(told(Refused(message, hint), self.terminal))

    def lost(self) -> None:
        """The system did not tell all that happened."""
        self._line("much changed at once, or a folder was made again: I look at everything anew", "")

    def polling(self) -> None:
        """The system does not tell what happens."""
        self._line("the system has no watches left: I look at the folders every second instead", "")

    @contextmanager
    def showing(self, run: Run, todo: frozenset[str]) -> Iterator[Display]:
        """Show a run, only the stages that are to be made."""
        run.board.shown = todo
        with display(run.board, self.terminal, as_json=False) as shown:
            with self._lock:
                self._shown = shown
            try:
                yield shown
            finally:
                with self._lock:
                    self._shown = None

    def stopping(self) -> None:
        """The watch comes to its end while a run goes on."""
        with self._lock:
            if self._shown is not None:
                self._shown.stopping()

    def ended(self, run: Run) -> None:
        """A run came to its end, by itself or with the watch."""
        if run.board.done is not None and not is_idle(run.board):
            self.say(f"\n{run.summary(self.terminal)}\n")

    def say(self, text: str) -> None:
        """Print what is fit to be printed."""
        with self._lock:
            if self._shown is not None:
                self._shown.say(text)
            else:
                print(text, flush=True)

    def _line(self, what: str, rest: str) -> None:
        clock = time.strftime("%H:%M:%S")
        name = visible(self._session.script.name)
        line = f"{clock}  {name}  {visible(what)}{rest}"
        self.say(fit(line, max(self.terminal.width - 1, 40)) if self.terminal.live else line)
