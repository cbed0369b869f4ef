"""`gen fsck`: read everything in the store, say what is damaged, and set it aside."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from intaglio.face.keeping import called
from intaglio.face.loading import refusing
from intaglio.face.objects import spelled
from intaglio.face.quick import relative
from intaglio.face.refusal import Exit
from intaglio.face.session import store_of
from intaglio.face.terminal import Terminal
from intaglio.face.text import several, visible, wrap
from intaglio.face.usage import Arguments
from intaglio.runtime.store.disk import size
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.checking import Checked, Damage, What, check
from intaglio.runtime.upkeep.holdings import QUARANTINE

NAMED = 3  # stages of one damaged thing
WORDS = {  # of one, and of several
    What.CONTENT: ("a content was damaged", "{:,} contents were damaged"),
    What.MISSING: ("a content is missing", "{:,} contents are missing"),
    What.RECORD: ("what was written down of it was damaged", "what was written down of {:,} results was damaged"),
    What.NOTE: ("a note was damaged", "{:,} notes were damaged"),
}


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Check the store of this folder."""
    with refusing():
        store = store_of(arguments.script, arguments.store)
        checked = check(store, _progress(terminal if not arguments.json else Terminal()))
    if terminal.live:
        print("\r\x1b[K", end="")
    print(spelled(_data(checked)) if arguments.json else _shown(checked, store, terminal))
    return Exit.MISTAKES if checked.damages else Exit.DONE


def _progress(terminal: Terminal) -> Callable[[int, int], None]:
    """Tells how far the reading is where that can be drawn over."""
    shown = -1

    def tell(done: int, total: int) -> None:
        nonlocal shown
        percent = 100 * done // total if total else 100
        if terminal.live and percent != shown:
            shown = percent
            sys.stdout.write(f"\rReading {size(total)}: {percent}%")
            sys.stdout.flush()

    return tell


def _data(checked: Checked) -> dict[str, Any]:
    damages = [
        {
            "what": damage.what.value,
            "file": damage.file,
            "of": [{"script": str(title.script), "stage": title.stage} for title in damage.titles],
        }
        for damage in checked.damages
    ]
    return {"files": checked.files, "bytes": checked.size, "damages": damages}


def _shown(checked: Checked, store: Store, terminal: Terminal) -> str:
    read = f"Read {several(checked.files, 'file')}, {size(checked.size)}"
    if not store.root.is_dir():
        return f"Nothing is kept in {visible(relative(str(store.root)))} yet."
    if not checked.damages:
        return f"{read}: all is as it was written."
    aside = sum(damage.what is not What.MISSING for damage in checked.damages)
    where = visible(relative(str(store.root / QUARANTINE)))
    end = f"{several(aside, 'file')} {'was' if aside == 1 else 'were'} set aside in {where}. " if aside else ""
    end += "What is needed of it is made again by the next run."
    return "\n".join([f"{read}:", "", *_lines(checked.damages), "", *wrap(end, terminal.page)])


def _lines(damages: Sequence[Damage]) -> list[str]:
    """A line for each thing that is damaged, by the name that artists call it."""
    scripts = {title.script: None for damage in damages for title in damage.titles}
    counts = Counter((_whose(damage, scripts), damage.what) for damage in damages)
    lines = []
    for (whose, what), count in counts.items():
        one, several_ = WORDS[what]
        lines.append(f"  {whose}: {one if count == 1 else several_.format(count)}")
    return lines


def _whose(damage: Damage, scripts: dict[Path, None]) -> str:
    if damage.titles:
        return ", ".join(called(title, scripts) for title in damage.titles[:NAMED])
    return "the store's own" if damage.what is What.NOTE else "of an older run"
