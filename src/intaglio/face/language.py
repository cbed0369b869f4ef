"""The language for Python programs: a text comes in; its tree, its mistakes or its usual layout go out.

tree = intaglio.parse(text)
for each in intaglio.check(text, folder="."):
    print(each.span.line, each.title, each.message)
text = intaglio.format(text)

None of these makes anything, and none raises for what a text holds: every string has a tree, a list of mistakes that
may be empty, and a layout. What is no string is a TypeError.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from intaglio.lang.diagnostic import Edit, Spot
from intaglio.lang.span import Span
from intaglio.lang.tree import Tree

if TYPE_CHECKING:
    from intaglio.lang import diagnostic
    from intaglio.lang.script import Script

__all__ = ["Diagnostic", "Edit", "Span", "Tree", "check", "format", "parse"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A mistake, or a remark, as `gen check --json` tells it.

    `code` is its page in `gen explain`; `level` is `mistake` or `remark`; `span` the place, with `line` and `column`
    from 1 and `end`, the column after it; `also` other places that the message speaks of, and `beyond`
    those in other files: of a use, the lines of its recipe (`file`, `span`, `text`). `suggestion` is what to paste
    in the line's place, with its note, and `edit` a change that mends it: `edit.replacement` in the place of
    `edit.span`. Either may be None. Where `edit.adds_lines`, the suggestion is the lines that it adds, above the line
    of its span (`edit.is_above`) or beneath it; where the edit is of another line, it takes that one's place. `certain`
    tells whether the edit is one that `gen check --fix` makes.
    """

    code: str
    level: str
    title: str
    message: str
    span: Span
    also: tuple[Span, ...]
    beyond: tuple[Spot, ...]
    suggestion: str | None
    edit: Edit | None
    certain: bool

    @classmethod
    def told(cls, found: diagnostic.Diagnostic) -> Diagnostic:
        """What the checker found, in words."""
        return cls(
            code=found.code,
            level=found.level.value,
            title=found.title,
            message=found.message(),
            span=found.span,
            also=found.also,
            beyond=found.beyond,
            suggestion=found.suggestion(),
            edit=found.edit,
            certain=found.edit is not None and found.is_certain,
        )


def parse(text: str) -> Tree:
    """The syntax tree of a script: its lines as written, each with what is indented beneath it, notes and blank lines.

    Total: a line that cannot be understood has the form `broken`, and its text.
    """
    from intaglio.lang.parser import parse as read

    return read(_text(text)).tree


def check(text: str, folder: str | Path | None = None) -> list[Diagnostic]:
    """Every mistake and remark of a script, in the order of its lines; an empty list where there is nothing to correct.

    `folder` is where the script lies, or would: paths in it are looked for from there. Without it every path is taken
    to lead somewhere.
    """
    said = _text(text)
    _, understand = _readers(folder)
    return [Diagnostic.told(each) for each in understand(said).diagnostics]


def format(text: str, folder: str | Path | None = None) -> str:
    """A script in its usual layout, as `gen fmt` sets it. What it makes never changes.

    A line with a crooked margin goes where `check` with this `folder` tells. Lines that are not understood keep their
    text, and ends of lines are `\\r\\n` where most of them were; formatting what is formatted changes nothing.
    """
    from intaglio.lang.mending import usual

    return usual(_text(text), *_readers(folder))


def _text(text: object) -> str:
    """The text of a script. Raises TypeError for what is none."""
    if isinstance(text, str):
        return text
    what = f"a script is a text, and this is of the type {type(text).__name__}"
    hint = ": read the file first, Path(…).read_text()" if isinstance(text, Path) else ""
    hint = ": decode the bytes first" if isinstance(text, bytes) else hint
    raise TypeError(f"{what}{hint}")


def _readers(folder: str | Path | None) -> tuple[Callable[[str], Script], Callable[[str], Script]]:
    """What reads a text at a glance, and what tries all that its diagnostics offer, as if it lay in a folder."""
    from intaglio.face.session import Session, words
    from intaglio.lang.script import glance, read
    from intaglio.lang.world import Nowhere
    from intaglio.runtime.world.recipes import DiskRecipes
    from intaglio.stdlib.registry import RECIPES

    if folder is not None:
        session = Session.at(Path(folder) / "script.gen")
        return session.glance, session.understand
    lender = DiskRecipes(None, RECIPES)
    return (
        lambda text: glance(text, words(), Nowhere(), lender),
        lambda text: read(text, words(), Nowhere(), lender),
    )
