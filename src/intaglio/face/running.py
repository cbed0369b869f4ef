"""A run: an execution with its board, from a checked script to the summary, for `gen run`, `gen watch` and the API."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intaglio.face import sealing
from intaglio.face.display.board import Board
from intaglio.face.display.summary import text
from intaglio.face.session import Session, ends
from intaglio.face.terminal import Terminal
from intaglio.face.text import pasted, several
from intaglio.lang.ir import Program
from intaglio.lang.script import Script
from intaglio.runtime.place.placing import placed_files
from intaglio.runtime.plan.planner import State
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.scheduler import DONE, Execution
from intaglio.runtime.store.store import Store
from intaglio.runtime.world.files import DiskFiles


@dataclass(frozen=True)
class Run:
    """One run of a script. `seen` are the looks at what it depends on, taken before that was read."""

    session: Session
    script: Script
    program: Program
    store: Store
    files: DiskFiles
    execution: Execution
    board: Board
    only: tuple[str, ...]
    seen: sealing.Looks

    @classmethod
    def of(
        cls,
        session: Session,
        script: Script,
        store: Store,
        crew: Crew,
        seen: sealing.Looks,
        only: Sequence[str] = (),
        *,
        replace: bool = False,
        live: bool = False,
    ) -> Run:
        """A run that has not begun. The script has no mistakes. Raises `contract.Fault`."""
        assert script.program is not None
        seen = seen | sealing.code_of(session, script.program) | sealing.borrowed(script)
        files = session.files(store)
        execution = session.execution(script, store, files, crew, only, replace=replace, live=live)
        verbs = {stage.name: stage.kind for stage in script.program.stages}
        board = Board.of({name: verbs[name] for name in execution.status})
        return cls(session, script, script.program, store, files, execution, board, tuple(only), seen)

    def revised(self, script: Script, files: DiskFiles, seen: sealing.Looks) -> Run:
        """The same execution, which has gone over to another version of the script."""
        assert script.program is not None
        verbs = {stage.name: stage.kind for stage in script.program.stages}
        seen = seen | sealing.code_of(self.session, script.program) | sealing.borrowed(script)
        board = Board.of({name: verbs[name] for name in self.execution.status})
        for name, status in self.execution.status.items():
            board.rows[name].status = status
        return replace(self, script=script, program=script.program, files=files, board=board, seen=seen)

    def summary(self, terminal: Terminal) -> str:
        """What is said at the end."""
        shown = ends(self.program) | set(self.only)
        told = text(
            self.board, self.session.script, self.script.text, shown, terminal, self.script.inside, self.session.command
        )
        heard = {each.message for each in self.board.remarks}  # some are known before anything runs, and told in full
        left = [each for each in self.script.diagnostics if each.message() not in heard]
        if not left:
            return told
        remarks = several(len(left), "remark")
        return f"{told}\n\n{remarks} on the script: {pasted('gen', 'check', self.session.script)}"

    def seal(self) -> None:
        """Where the whole script is fresh now, put down what that depended on."""
        if self.only or not all(status in DONE for status in self.execution.status.values()):
            return
        if any(stage.state is State.PARTIAL for stage in self.execution.planned.values()):  # more is to be seen of it
            return
        saved = {name: row.saved for name, row in self.board.rows.items()}
        copies = [placed_files(self.store, self.session.folder / s.save) for s in self.program.stages if s.save]
        placed = [str(path) for each in copies for path in each]
        sealing.seal(self.session, self.store, self.execution.planned, saved, placed, self.seen | self.files.looked)
