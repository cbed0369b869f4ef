"""The beginning that commands share: a script without mistakes, or its mistakes shown; faults of the store told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from intaglio.face.refusal import Refused
from intaglio.face.render import pages
from intaglio.face.session import Session, mistaken
from intaglio.face.terminal import look
from intaglio.lang.script import Script
from intaglio.runtime.contract import Fault
from intaglio.runtime.store import disk


def runnable(session: Session, stream: TextIO, plain: bool = False) -> Script | None:
    """The session's script; None after its mistakes were printed to `stream`. Remarks are not mistakes."""
    script = session.read()
    if mistaken(script):
        print(pages(script.diagnostics, script.text, session.script, look(stream, plain=plain)), file=stream)
        return None
    return script


@contextmanager
def refusing() -> Iterator[None]:
    """Turn a fault outside of any stage (a store that cannot be read or written) into a refusal."""
    try:
        with disk.refusals():
            yield
    except Fault as fault:
        raise Refused(fault.message, fault.hint) from fault
