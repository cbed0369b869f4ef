"""`gen trust`: say that the Python which a script performs may run, after having seen it; list that; take it back."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from intaglio.face.examining import examined
from intaglio.face.loading import refusing, runnable
from intaglio.face.refusal import Exit, Refused
from intaglio.face.render import ruled, tried
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.text import cells, pasted, several, visible, wrap
from intaglio.face.usage import Arguments
from intaglio.lang.script import Script
from intaglio.lang.wording import thing
from intaglio.runtime.contract import Fault
from intaglio.runtime.store.disk import size
from intaglio.runtime.world import code as codes
from intaglio.runtime.world.code import Code
from intaglio.runtime.world.trust import Ledger, Trusted

SHOWN = 40  # rows of a file
SHORT = 12  # digits of a digest, where it only tells one line from another
MAY = (
    "It will run as you do: it may read, change and send whatever you may, and gen cannot hold it back. Trust what you"
    " wrote, or have read to the end. This holds for the file as it is now, where it lies now: once it is edited, it"
    " asks again."
)


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Show the files that a script performs, and trust those that the user says yes to."""
    with refusing():
        ledger = Ledger.of_user()
    if arguments.list:
        return _list(ledger)
    if arguments.script is None:
        raise Refused("Which script performs the code?", "gen trust SCRIPT")
    if arguments.revoke:
        return _revoke(ledger, arguments.script)
    if arguments.script.endswith(".py"):
        raise Refused(f"{visible(arguments.script)} is code. Name the script that performs it.", "gen trust SCRIPT")
    session = Session.at(arguments.script)
    script = runnable(session, sys.stderr)
    if script is None:
        return Exit.MISTAKES
    asking = _Asking(ledger, session, script, arguments.yes, terminal)
    with refusing():
        return Exit.DONE if asking.all() else Exit.FAILED


def _performed(session: Session, script: Script) -> Mapping[str, Sequence[str]]:
    """The files that the stages of a script perform, each with the names of those."""
    found: dict[str, list[str]] = {}
    for stage in script.program.stages if script.program is not None else ():
        own = session.kinds[stage.kind].own
        if own is not None:
            found.setdefault(str(stage.settings[own.code]), []).append(stage.name)
    return found


@dataclass(frozen=True)
class _Asking:
    """Asks of each file that a script performs. With `yes`, somebody has read it and says so."""

    ledger: Ledger
    session: Session
    script: Script
    yes: bool
    terminal: Terminal

    def all(self) -> bool:
        """Whether all of them are trusted in the end. Raises `Fault` and `Refused`."""
        performed = _performed(self.session, self.script)
        if not performed:
            print("This script performs no code: there is nothing to trust.")
        elif self.ledger.lies_in(self.session.folder):
            raise Refused(
                f"What you trust would be written down in {visible(str(self.ledger.folder))}, in the folder of this"
                " script, and would not be believed there. `XDG_CONFIG_HOME` says so; let it name a folder outside."
            )
        read = [(codes.read(self.session.folder, path), stages) for path, stages in performed.items()]
        settled = [self._is_settled(code, stages) for code, stages in read]  # each is asked for
        return all(settled)

    def _is_settled(self, code: Code, stages: Sequence[str]) -> bool:
        """Whether a file is trusted: it was, or is from now on."""
        if self.ledger.find(code, self.session.folder) is not None:
            print(f"{visible(code.said)} is trusted as it is now.")
            return True
        print("\n".join([*self._page(code, stages), ""]))
        if not self.yes and not self._agreed():
            print(f"{visible(code.said)} stays as it was: none of it runs.")
            return False
        verb, draws = examined(code)
        self.ledger.add(code, verb, draws=draws)
        words = ", ".join(f"`{word}`" for word in verb.settings) or "none"
        told = f"{visible(code.said)} may run. It makes {thing(verb.makes)}; its settings: {words}."
        print("\n".join([*wrap(told, self.terminal.page), "", *tried(self._run, self.terminal)]))
        return True

    @property
    def _run(self) -> str:
        return pasted("gen", "run", self.session.script)

    def _page(self, code: Code, stages: Sequence[str]) -> Iterator[str]:
        """A file as it would be trusted: its first lines, where it lies, how large it is, its digest, what it may."""
        wide, lines = self.terminal.page, code.data.decode("utf-8", "replace").splitlines()
        yield from (ruled(code.said, "", "remark", self.terminal).rstrip(), "", *_quoted(lines, code, wide), "")
        yield from wrap(visible(str(code.place)), wide)
        yield f"{several(len(lines), 'line')}, {size(len(code.data))}, sha256:"
        yield from (code.digest, "")
        makers = ", ".join(f"`{visible(name)}` on line {self.script.lines.get(name, 0)}" for name in stages)
        yield from wrap(f"{visible(self.session.script.name)} performs it: {makers}. {MAY}", wide)

    def _agreed(self) -> bool:
        """Whether somebody is here, and says yes."""
        if sys.stdin is None or not sys.stdin.isatty():
            again = pasted("gen", "trust", self.session.script, "--yes")
            raise Refused("Nobody is here to be asked. Who has read the code may say so:", again)
        print("May it run? [y/N] ", end="", flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes")


def _quoted(lines: Sequence[str], code: Code, wide: int) -> Iterator[str]:
    """The first lines of a file, each whole: what is cut off to the right is where one would hide something."""
    rows = 0
    for number, line in enumerate(lines, 1):
        pieces = list(_pieces(visible(line), wide - 8))
        if rows + len(pieces) > SHOWN:
            yield f"      ┆ and {several(len(lines) - number + 1, 'more line')}: {pasted('less', code.place)}"
            return
        rows += len(pieces)
        yield from (f"{number if not i else '':>5} │ {piece}".rstrip() for i, piece in enumerate(pieces))


def _pieces(line: str, wide: int) -> Iterator[str]:
    """A line in pieces that fit."""
    piece, taken = "", 0
    for letter in line:
        if taken + cells(letter) > wide:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + letter, taken + cells(letter)
    yield piece


def _list(ledger: Ledger) -> int:
    lines = [line for _, line in ledger.all() if line is not None]
    if not lines:
        print(f"You trust no code. What you will trust is written down in {visible(str(ledger.folder))}.")
    for line in sorted(lines, key=lambda line: (line.place, line.when)):
        when = time.strftime("%Y-%m-%d", time.localtime(line.when))
        print(f"{visible(line.place)}\n  {_state(line)}, since {when}, {size(line.size)}, sha256 {line.digest}")
    return Exit.DONE


def _state(line: Trusted) -> str:
    """Whether the file is still the one that is trusted."""
    place = Path(line.place)
    try:
        same = codes.read(place.parent, place.name).digest == line.digest
    except Fault:
        return "gone, and trusted if it is put back as it was"
    return "trusted" if same else "edited since, and trusted only as it was"


def _revoke(ledger: Ledger, named: str) -> int:
    """Forget what was trusted of a file, or of all files that a script performs, whatever they hold now."""
    path = Path(named)
    places = {str(path.resolve())}
    if path.suffix != ".py":
        session = Session.at(named)
        script = runnable(session, sys.stderr)
        if script is None:
            return Exit.MISTAKES
        places = {str((session.folder / said).resolve()) for said in _performed(session, script)}
    gone = [(file, line) for file, line in ledger.all() if line is not None and line.place in places]
    if not gone:
        raise Refused(f"Nothing of {visible(named)} is trusted.", "gen trust --list")
    for file, line in gone:
        with refusing():
            file.unlink(missing_ok=True)
        print(f"{visible(line.place)} is trusted no longer (sha256 {line.digest[:SHORT]}…).")
    return Exit.DONE
