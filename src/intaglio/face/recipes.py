"""The recipes that ship with gen, as pages: what their notes say, what they take and give, and how they are used."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from intaglio.face.render import ruled
from intaglio.face.session import words
from intaglio.face.terminal import Terminal
from intaglio.face.text import pad, wrap
from intaglio.lang.borrowing import STANDARD, Page
from intaglio.lang.checker.definitions import Definition, Parameter
from intaglio.lang.checker.library import recipes_of
from intaglio.lang.world import Nowhere
from intaglio.runtime.world.recipes import DiskRecipes
from intaglio.stdlib.registry import RECIPES


@cache
def standard() -> Mapping[str, Definition]:
    """Every recipe that ships, by name, as those see it who use it."""
    lender = DiskRecipes(None, RECIPES)
    pages = {name: lender.lend(STANDARD, name, None) for name in lender.holds(STANDARD)}
    read = {
        name: recipes_of(page, words(), Nowhere(), lender) for name, page in pages.items() if isinstance(page, Page)
    }
    return {name: recipes[name] for name, recipes in read.items()}


def names() -> tuple[str, ...]:
    """What they are called."""
    return tuple(DiskRecipes(None, RECIPES).holds(STANDARD))


def summary(name: str) -> str:
    """The first sentence of its notes."""
    first, stop, _ = standard()[name].doc.partition(". ")
    return first + stop.strip()


def page(name: str, terminal: Terminal) -> str:
    """All that is worth knowing before using it."""
    recipe = standard()[name]
    lines = [ruled(name, f"{STANDARD} at {recipe.version}", "word", terminal), ""]
    lines += wrap(recipe.doc, terminal.page)
    lines += ["", f"use {name} from {STANDARD} at {recipe.version}", usage(recipe), ""]
    told = [(each.name, said(each), each.doc) for each in recipe.parameters]
    width = max((len(name) for name, _, _ in told), default=0)
    for name, kind, doc in told:
        lines.append(f"  {pad(name, width)}  {kind}")
        lines += [f"  {'':<{width}}  {line}" for line in wrap(doc, terminal.page - width - 4)] if doc else []
    gives = ", ".join(node.parts[-1] for _, node in recipe.gives)
    return "\n".join([*lines, "", f"  It gives {gives}."])


def usage(recipe: Definition) -> str:
    """The line that uses it."""
    given = recipe.given_after
    joined = [f"{word} {', '.join(each.name.upper() for each in many)}" for word, many in given.items() if many]
    return " ".join([recipe.name, "NAME", *joined])


def said(parameter: Parameter) -> str:
    """What may be given, as the recipe says it."""
    return parameter.line.text.partition(" as ")[2]
