"""`python -m benchmarks [GROUP…]`: measure all and write docs/benchmarks.md, or measure some and print them.

With `--write`, those that are named are measured and written, and the rest of the page stays.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks import edits, engines, gans, language, learning, peers, pictures, watching
from benchmarks.table import Grid, Table, markdown

PAGE = peers.ROOT / "docs" / "benchmarks.md"
LIBRARIES = ("torch", "numpy", "pillow", "safetensors", "diffusers", "pydantic", "xxhash")
HEAD = """# Benchmarks

What Intaglio costs, measured side by side in one run with what an artist would use otherwise. *Processor* is the
seconds of user and system, of a command and all that it starts; *wall* what a clock on the wall shows. Subjects were
measured in turn, round after round; told is the median. The last two columns say how many times as much as ours it is.
Each part says when it was measured, and where. `make bench` measures again and writes this page.

A wall clock on a machine that others use too says little; the seconds of the processor say more.
"""
PEERS = ("edits", "engines")  # the groups that measure them
HEADINGS = {
    "edits": "What runs after an edit",
    "engines": "Many stages",
    "pictures": "Many images",
    "learning": "Learning and drawing",
    "language": "Reading a score",
    "watching": "While you work",
}


def main() -> int:
    """Measure."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # as workers do; read by torch when it is first imported
    groups: Mapping[str, Callable[[Path], Iterator[Table | Grid]]] = {
        "edits": lambda folder: edits.measured(folder, peers.installed()),
        "engines": lambda folder: engines.measured(folder, peers.installed()),
        "pictures": pictures.measured,
        "learning": learning.measured,
        "language": language.measured,
        "watching": watching.measured,
    }
    by_name: Mapping[str, Callable[[Path], Iterator[Table | Grid]]] = {"gans": gans.written}
    reader = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    usual, long = ", ".join(groups), ", ".join(by_name)
    reader.add_argument("group", nargs="*", help=f"some of {usual}; all of them without one. Only by name: {long}")
    reader.add_argument("--write", action="store_true", help="write what is measured to its part of the page")
    told = reader.parse_args()
    asked = told.group
    if unknown := set(asked) - {*groups, *by_name}:
        reader.error(f"there is no {', '.join(sorted(unknown))}; there are {usual}, {long}")
    parts: dict[str, str] = {}
    for name in asked or groups:
        tables: list[Table | Grid] = []
        with tempfile.TemporaryDirectory(prefix=f"intaglio-{name}-") as folder:
            for table in {**groups, **by_name}[name](Path(folder)):
                tables.append(table)
                print(markdown([table]), flush=True)
        if name in HEADINGS:
            parts[HEADINGS[name]] = f"{facts(_peers() if name in PEERS else {})}\n\n{markdown(tables)}"
    if told.write or not asked:
        PAGE.write_text(page({**parts_of(PAGE.read_text("utf-8")), **parts}), encoding="utf-8")
        print(f"Written to {PAGE.relative_to(peers.ROOT)}.")
    return 0


def _peers() -> dict[str, str]:
    return {name: peer.version for name, peer in peers.installed().items()}


def page(parts: Mapping[str, str]) -> str:
    """The page, of what stands beneath each of its headings."""
    known = [(heading, parts[heading]) for heading in HEADINGS.values() if heading in parts]
    return "\n".join([HEAD, *(f"## {heading}\n\n{part}" for heading, part in known)])


def parts_of(text: str) -> dict[str, str]:
    """What stands beneath the headings of a page."""
    found = (part.partition("\n\n") for part in text.split("\n## ")[1:])
    return {heading: rest.removesuffix("\n") + "\n" for heading, _, rest in found}


def facts(others: Mapping[str, str]) -> str:
    """The machine, and the versions of all that was measured; of `others` too."""
    found = [f"{name} {number}" for name, number in others.items()]
    libraries = [f"{name} {version(name)}" for name in LIBRARIES]
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return "\n".join(
        [
            f"- measured on {time.strftime('%d %B %Y')}, Intaglio {version('intaglio')}",
            f"- {_processor()}, {os.cpu_count()} cores, {_memory()}, load {load} at the end",
            f"- {platform.system()}, Python {platform.python_version()}",
            f"- {', '.join(libraries)}",
            *([f"- peers: {', '.join(found)}"] if found else []),
        ]
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"


if __name__ == "__main__":
    sys.exit(main())
