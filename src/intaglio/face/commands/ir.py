"""`gen ir`: a checked script as other programs read it. Makes nothing."""

from __future__ import annotations

import json
import sys

from intaglio.face.interchange import schema_text, score_of
from intaglio.face.loading import runnable
from intaglio.face.objects import spelled
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.usage import Arguments


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print the IR, over many lines or (`--json`) on one; or the schema that it keeps to."""
    if arguments.schema:
        print(schema_text(), end="")
        return Exit.DONE
    if arguments.script is None:
        raise Refused("`gen ir` needs a script, a file that ends in .gen, after it.", "gen ir SCRIPT")
    session = Session.at(arguments.script)
    script = runnable(session, sys.stderr)
    if script is None:
        return Exit.MISTAKES
    program = session.written(script.text).program
    assert program is not None
    data = score_of(program).model_dump(mode="json")
    print(spelled(data) if arguments.json else _over_lines(data))
    return Exit.DONE


def _over_lines(data: object) -> str:
    """JSON that a person can read, each of its lines fit for a terminal."""
    return json.dumps(data, indent=2, ensure_ascii=not json.dumps(data, ensure_ascii=False).isprintable())
