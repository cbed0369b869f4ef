"""The end of a run: what was made, where to look, what failed and why. A board and a script go in, text goes out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from intaglio.face.display.board import FOR_TRUST, Board, Row
from intaglio.face.quick import all_fresh, nothing_to_do, relative
from intaglio.face.render import GUTTER, beyond, ruled, tried
from intaglio.face.terminal import Terminal
from intaglio.face.text import cells, fit, pasted, seconds, several, visible, wrap
from intaglio.lang.diagnostic import Spot
from intaglio.lang.layout import physical_lines
from intaglio.runtime.run.events import Failed, Remarked
from intaglio.runtime.run.scheduler import Status

MOST = 12  # places to look that are worth a line each


Inside = Mapping[str, Sequence[Spot]]  # the lines of recipes that stages are made by


def text(
    board: Board,
    script: Path,
    source: str,
    ends: Collection[str],
    terminal: Terminal,
    inside: Inside | None = None,
    command: Callable[[str, str], str] | None = None,
) -> str:
    """All that is said after a run. `ends` are the stages that nothing else is made of; `command` makes a line to paste
    of a verb and a stage.
    """
    parts = ["\n".join(_remark(remark, terminal)) for remark in board.remarks]
    parts += ["\n".join(failure(failed, script, source, terminal, inside or {})) for failed in board.failures]
    if is_idle(board):
        stages = [(visible(row.name), tuple(map(visible, row.saved))) for row in board.rows.values()]
        return "\n\n".join([*parts, nothing_to_do(visible(str(script)), stages)])
    parts.append("\n".join(wrap(outcome(board), terminal.page)))
    places = where(board.rows, ends, command or (lambda verb, name: pasted("gen", verb, script, name)))
    if places:
        parts.append("\n".join(_aligned(places)))
    return "\n\n".join(parts)


def is_idle(board: Board) -> bool:
    """Whether a run found all fresh, and every copy in its place."""
    done = board.done
    if not board.rows or done is None or any(row.placed for row in board.rows.values()):
        return False
    return not (done.made or done.failed or done.waiting or done.cancelled)


def outcome(board: Board) -> str:
    """`Made 3 stages in 12 s; 2 were fresh.`"""
    done = board.done
    if done is None:
        return "Stopped."
    if not board.rows:
        return "This script makes nothing yet."
    if done.cancelled:
        return "Stopped. What was finished is kept, and of a training how far it came: the next run goes on from there."
    unplaced = sum(failed.unplaced for failed in board.failures)
    placed = sum(row.placed for row in board.rows.values())
    parts = [f"Made {several(done.made, 'stage')} in {seconds(done.seconds)}"] if done.made else []
    if done.fresh == len(board.rows):
        parts.append(f"Nothing to make: {all_fresh(done.fresh)}")
    elif done.fresh:
        parts.append(f"{done.fresh} {'was' if done.fresh == 1 else 'were'} fresh")
    if placed:
        parts.append(f"{several(placed, 'file')} {'was' if placed == 1 else 'were'} saved")
    untrusted = sum(failed.untrusted for failed in board.failures)
    if done.failed - unplaced - untrusted:
        parts.append(f"{done.failed - unplaced - untrusted} could not be made")
    if untrusted:
        parts.append(f"{untrusted} {'waits' if untrusted == 1 else 'wait'} for your trust")
    if unplaced:
        parts.append(f"{unplaced} {'is' if unplaced == 1 else 'are'} made and could not be placed")
    if done.waiting:
        what = "that" if done.failed == untrusted else "what failed"
        what = what if done.failed else "Enter"
        parts.append(f"{done.waiting} {'waits' if done.waiting == 1 else 'wait'} for {what}")
    return "; ".join(parts) + "."


def where(rows: Mapping[str, Row], ends: Collection[str], command: Callable[[str, str], str]) -> list[tuple[str, str]]:
    """Each result worth looking at, and where it lies or how to see it."""
    places: list[tuple[str, str]] = []
    for row in rows.values():
        if row.status not in (Status.MADE, Status.FRESH):
            continue
        if row.saved:
            places += [(row.name, relative(path)) for path in row.saved]
        elif row.name in ends:
            places.append((row.name, command("show" if row.verb == "show" else "open", row.name)))
    return places[:MOST]


def _aligned(places: list[tuple[str, str]]) -> list[str]:
    width = max(cells(visible(name)) for name, _ in places)
    return [f"  {visible(name)}{' ' * (width - cells(visible(name)))}  {visible(place)}" for name, place in places]


def failure(failed: Failed, script: Path, source: str, terminal: Terminal, inside: Inside) -> list[str]:
    """A failed stage: its line in the script, and in a recipe, what is wrong, what was kept, what to do."""
    place = f"{script}:{failed.line}" if failed.line else str(script)
    what = "is made, and could not be placed" if failed.unplaced else "could not be made"
    what = FOR_TRUST if failed.untrusted else what
    shown = [ruled(f"`{failed.stage}` {what}", place, "remark" if failed.untrusted else "mistake", terminal), ""]
    lines = physical_lines(source)
    if 0 < failed.line <= len(lines):
        quote = fit(visible(lines[failed.line - 1]), terminal.page - GUTTER - 2)
        shown += [f"{failed.line:>{GUTTER - 1}} │ {quote}"]
        shown += [*beyond(inside.get(failed.stage, ()), terminal, script.name), ""]
    shown += ["  " + each for each in wrap(failed.message, terminal.page - 2)]
    if failed.kept:
        shown += ["  " + each for each in wrap(failed.kept, terminal.page - 2)]
    if failed.hint:
        shown += ["", *_offer(failed, failed.hint, terminal)]
    return shown


def _offer(failed: Failed, hint: str, terminal: Terminal) -> list[str]:
    """What to paste, and the words that lead to it."""
    if failed.offers and failed.inside:
        return tried(hint, terminal, f"Try, in the recipe at {visible(failed.inside[-1])}:")
    if failed.beneath:
        where = "it" if failed.beneath == failed.line else f"line {failed.beneath}"
        return tried(f"  {hint}", terminal, f"Try, beneath {where}:")
    return tried(hint, terminal)


def _remark(remark: Remarked, terminal: Terminal) -> list[str]:
    place = f"{remark.code} · {remark.stage}" if remark.code else remark.stage
    shown = [ruled("Remark", place, "remark", terminal), ""]
    shown += ["  " + each for each in wrap(remark.message, terminal.page - 2)]
    if remark.hint:
        shown += ["", *tried(remark.hint, terminal)]
    return shown
