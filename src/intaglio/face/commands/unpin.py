"""`gen unpin`: let `gen gc` decide again about what was pinned."""

from __future__ import annotations

from intaglio.face.loading import refusing
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible
from intaglio.face.usage import Arguments
from intaglio.lang.nearest import nearest
from intaglio.runtime.upkeep.pins import Pins


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Unpin a stage, or all of a script, which need not be there any more."""
    session = Session.at(arguments.script, arguments.store)
    with refusing():
        store = session.store()
        pins, script = Pins(store.notes), store.notes.spelled(session.script)
        there = {pin.stage: None for pin in pins.all() if pin.script == script}
        gone = {pin.stage: None for pin in pins.remove(script, arguments.stage)} if there else {}
    if not gone:
        likely = nearest(arguments.stage or "", there)
        listed = f" Pinned are {', '.join(there)}." if there else ""
        what = f"`{arguments.stage}`" if arguments.stage else "Nothing"
        is_not = "is not pinned" if arguments.stage else f"of {session.script} is pinned"
        raise Refused(f"{what} {is_not}.{listed}", likely and session.command("unpin", likely))
    print(f"Unpinned {', '.join(map(visible, gone))}.")
    return Exit.DONE
