"""`python -m benchmarks [GROUP…]`: measure all and write docs/benchmarks.md, or measure some and print them."""

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
`make bench` measures again and writes this page.

A wall clock on a machine that others use too says little; the seconds of the processor say more.

{facts}

"""


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
    asked = reader.parse_args().group
    if unknown := set(asked) - {*groups, *by_name}:
        reader.error(f"there is no {', '.join(sorted(unknown))}; there are {usual}, {long}")
    tables: list[Table | Grid] = []
    for name in asked or groups:
        with tempfile.TemporaryDirectory(prefix=f"intaglio-{name}-") as folder:
            for table in {**groups, **by_name}[name](Path(folder)):
                tables.append(table)
                print(markdown([table]), flush=True)
    if not asked:
        found = {name: peer.version for name, peer in peers.installed().items()}
        PAGE.write_text(HEAD.format(facts=facts(found)) + markdown(tables), encoding="utf-8")
        print(f"Written to {PAGE.relative_to(peers.ROOT)}.")
    return 0


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
            f"- peers: {', '.join(found) or 'none could be installed'}",
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
