"""`gen gc`: let go of what nothing needs any more. What goes is told by names."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable
from typing import Any

from intaglio.face.keeping import Wanted, called
from intaglio.face.loading import refusing
from intaglio.face.objects import spelled
from intaglio.face.quick import relative
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import store_of
from intaglio.face.terminal import Terminal
from intaglio.face.text import cells, pad, pasted, several, visible
from intaglio.face.usage import Arguments
from intaglio.runtime.store.disk import size
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.collecting import KEEP, Collected, Freed, collect

MOST = 20  # lines of what goes
UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
WORDS = {
    "course": "what it could go on from",
    "journeys": "what became of each image",
    "copies": "copies that gen open laid out",
    "damaged": "found damaged",
}


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Collect in the store of this folder, or say what that would do."""
    keep = KEEP if arguments.keep is None else _count(arguments.keep)
    bound = None if arguments.to is None else _bytes(arguments.to)
    with refusing():
        store = store_of(arguments.script, arguments.store)
        wanted = Wanted(store)
        told = collect(store, wanted, keep=keep, bound=bound, dry=arguments.dry_run)
    if wanted.unread:
        print(wanted.told(), file=sys.stderr)
    if arguments.json:
        print(spelled(_data(told, wanted, arguments.dry_run)))
    else:
        print(_shown(told, bound, arguments, store))
    return Exit.DONE


def _count(text: str) -> int:
    if not text.isdigit():
        raise Refused(f"`--keep {text}` is no number of runs.", f"gen gc --keep {KEEP}")
    return int(text)


def _bytes(text: str) -> int:
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)\s*([KMGT]?)B?", text.strip().upper())
    if found is None:
        raise Refused(f"`--to {text}` is no size.", "gen gc --to 2GB")
    return int(float(found[1]) * UNITS[found[2]])


def _data(told: Collected, wanted: Wanted, dry: bool) -> dict[str, Any]:
    things = [
        {
            "what": each.what,
            "of": [{"script": str(title.script), "stage": title.stage} for title in each.titles],
            "used": each.used,
            "bytes": each.size,
        }
        for each in told.freed
    ]
    unread = [str(script) for script in wanted.unread]
    whole = {"dry": dry, "freed": told.size, "kept": told.kept, "loose": told.loose}
    return {**whole, "things": things, "unread": unread}


def _shown(told: Collected, bound: int | None, arguments: Arguments, store: Store) -> str:
    dry = arguments.dry_run
    would = "would be" if dry and told.freed else "are"
    kept = f"{size(told.kept)} {would} kept in {visible(relative(str(store.root)))}"
    if bound is not None and told.kept > bound:
        kept += f", more than {size(bound)}: that is pinned, in use, or what scripts make as they stand"
    if not told.size and not told.freed:
        return f"There is nothing to free: {kept}." if store.root.is_dir() else "Nothing is kept here yet."
    head = f"Would free {size(told.size)}:" if dry else f"Freed {size(told.size)}:"
    lines = [head, "", *_lines(told), "", f"{kept}."]
    return "\n".join([*lines, "", f"Nothing was removed. To do it: {_for_good(arguments)}"] if dry else lines)


def _for_good(arguments: Arguments) -> str:
    """The same command, without its `--dry-run`."""
    options = {"--keep": arguments.keep, "--to": arguments.to, "--store": arguments.store}
    said = [word for name, value in options.items() if value for word in (name, value)]
    return pasted("gen", "gc", *([arguments.script] if arguments.script else []), *said)


def _lines(told: Collected) -> list[str]:
    """What goes, the largest first: a line for each stage and sort of thing."""
    rows = sorted(_rows(told.freed), key=lambda row: (-row[2], row[:2]))
    if told.loose:
        rows.append(("left over from work that was cut off", "", told.loose))
    shown = rows[:MOST]
    name, what = max(cells(row[0]) for row in shown), max(cells(row[1]) for row in shown)
    lines = [f"  {pad(row[0], name)}  {pad(row[1], what)}  {size(row[2]):>9}" for row in shown]
    if len(shown) < len(rows):
        rest = rows[MOST:]
        lines.append(f"  and {several(len(rest), 'more line')}, {size(sum(row[2] for row in rest))}")
    return lines


def _rows(freed: Iterable[Freed]) -> list[tuple[str, str, int]]:
    """What things are called, what they are, and how many bytes they free."""
    scripts = {title.script: None for each in freed for title in each.titles}
    groups: dict[tuple[str, str], list[Freed]] = {}
    for each in freed:
        name = called(each.titles[0], scripts) if each.titles else ""
        groups.setdefault((name, WORDS.get(each.what, each.what if not name else "")), []).append(each)
    return [_row(name, what, group) for (name, what), group in groups.items()]


def _row(name: str, what: str, group: list[Freed]) -> tuple[str, str, int]:
    amount = sum(each.size for each in group)
    newest = time.strftime("%-d %B %Y, %H:%M", time.localtime(max(each.used for each in group)))
    if name:
        return name, what or f"{several(len(group), 'earlier result')}, the last of {newest}", amount
    if what in WORDS.values():
        return what, "" if len(group) == 1 else f"{len(group):,}", amount
    return f"{what} that no run names any more", several(len(group), "result"), amount
