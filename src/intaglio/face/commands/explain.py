"""`gen explain`: the page behind a message, which is the docstring of its class; of a recipe that ships, its own."""

from __future__ import annotations

import inspect

from intaglio.face.refusal import Exit, Refused
from intaglio.face.render import ruled
from intaglio.face.terminal import Terminal
from intaglio.face.usage import Arguments, table
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.nearest import nearest


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print a page, or the list of all codes and recipes."""
    fault = CATALOGUE.get((arguments.code or "").upper())
    if fault is not None:
        print(f"{ruled(fault.title, fault.code, fault.level.value, terminal)}\n\n{inspect.getdoc(fault)}")
        return Exit.DONE
    from intaglio.face import recipes  # loads all kinds, which the page of a message can do without

    if arguments.code is None:
        print(table("Messages", [(code, fault.title) for code, fault in sorted(CATALOGUE.items())], terminal))
        print()
        print(table("Recipes of std/recipes", [(name, recipes.summary(name)) for name in recipes.names()], terminal))
    elif arguments.code in recipes.names():
        print(recipes.page(arguments.code, terminal))
    else:
        likely = nearest(arguments.code.upper(), CATALOGUE) or nearest(arguments.code, recipes.names())
        asked = f"There is no message with the code {arguments.code}, and no recipe of that name."
        raise Refused(asked, f"gen explain {likely or ''}".rstrip())
    return Exit.DONE
