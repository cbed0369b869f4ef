"""Fixing a script on disk: every edit that is certain is made, and what was done is told. `gen check --fix` does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from intaglio.face.reading import text_of
from intaglio.face.refusal import Refused
from intaglio.face.render import GUTTER, MOST, ruled
from intaglio.face.session import Session
from intaglio.face.terminal import Terminal
from intaglio.face.text import fit, several, visible
from intaglio.face.writing import replace
from intaglio.lang.mending import Change, Mended, mend


def fixed(session: Session, *, write: bool) -> Mended:
    """A script after its certain edits, which are written down where `write`. Raises `Refused`.

    Nothing is written where nothing changes, nor over what an editor has written meanwhile.
    """
    path = session.script
    before = text_of(path)
    mended = mend(before, session.glance, session.understand)
    if write and mended.text != before:
        if text_of(path) != before:
            raise Refused(f"{path} was changed while it was read, and nothing was written.")
        replace(path, mended.text.encode("utf-8"))
    return mended


def page(changes: Sequence[Change], path: Path, terminal: Terminal) -> str:
    """What was done: each line as it was, and as it is. Lines are numbered as they stand now."""
    shown = [ruled("Mended", f"{several(len(changes), 'line')} · {path}", "good", terminal)]
    put_in = False
    for change in changes[:MOST]:
        shown += [] if put_in and change.before is None else [""]
        shown += _lines(change, terminal.page - GUTTER - 3, terminal)
        put_in = change.before is None
    if len(changes) > MOST:
        shown += ["", f"and {len(changes) - MOST:,} more."]
    return "\n".join([*shown, ""])


def _lines(change: Change, room: int, terminal: Terminal) -> list[str]:
    new = terminal.paint(f"+ {fit(visible(change.after), room)}".rstrip(), "good")
    shown = [f"{change.number:>{GUTTER - 1}} {new}"]
    if change.before is not None:
        old = terminal.paint(f"- {fit(visible(change.before), room)}".rstrip(), "place")
        shown.insert(0, f"{'':>{GUTTER - 1}} {old}")
    return shown


def brief(change: Change, file: str, *, written: bool = True) -> str:
    """A change on one line: ``table.gen:5:1: G005 Mended: `model: gan` is now `model gan`.``; else what would be."""
    codes = ", ".join(change.codes)
    before, after = change.before, change.after.rstrip()
    if before is None or _margin(before) == _margin(after):
        before, after = before and before.strip(), after.strip()  # else its margin is a part of what changed
    if before is None:
        told = f"`{after}` {'was' if written else 'would be'} put in"
    else:
        told = f"`{before.rstrip()}` {'is now' if written else 'would be'} `{after}`"
    return visible(f"{file}:{change.number}:1: {codes} {'Mended' if written else 'To mend'}: {told}.")


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def as_data(change: Change) -> dict[str, Any]:
    """A change as `--json` prints it."""
    return {"line": change.number, "before": change.before, "after": change.after, "codes": list(change.codes)}
