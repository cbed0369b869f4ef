"""`gen explain`: the page behind a message, which is the docstring of its class."""

from __future__ import annotations

import inspect

from intaglio.face.refusal import Exit, Refused
from intaglio.face.render import ruled
from intaglio.face.terminal import Terminal
from intaglio.face.usage import Arguments, table
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.nearest import nearest


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print a page, or the list of all codes."""
    if arguments.code is None:
        print(table("Messages", [(code, fault.title) for code, fault in sorted(CATALOGUE.items())], terminal))
        return Exit.DONE
    code = arguments.code.upper()
    if code not in CATALOGUE:
        likely = nearest(code, CATALOGUE)
        raise Refused(f"There is no message with the code {arguments.code}.", f"gen explain {likely or ''}".rstrip())
    fault = CATALOGUE[code]
    print(f"{ruled(fault.title, fault.code, fault.level.value, terminal)}\n\n{inspect.getdoc(fault)}")
    return Exit.DONE
