"""Projects: the same small graph, written for Intaglio and for each peer, in a folder of its own.

A chain is made link by link: each stage of what the one before it made, and of a small file of its own. In a fan every
stage has only its file. What a stage does is next to nothing, so that what is measured is the engine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clock import Figure, Unable, command
from benchmarks.peers import ROOT, Peer

# Compiled modules are kept, as after an installation, whatever is said here.
QUIET = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "DVC_NO_ANALYTICS": "1",
    "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
}
OURS = [sys.executable, "-m", "benchmarks.command"]
GEN = [sys.executable, "-m", "intaglio"]


@dataclass(frozen=True, slots=True)
class Project:
    """A graph for one engine. `run` is its command; `mark_done` tells it that what lies there is up to date."""

    name: str
    folder: Path
    run: list[str | Path]
    mark_done: list[list[str | Path]]

    def first(self) -> Figure:
        """From nothing."""
        return command(self.run, self.folder, QUIET)

    def settle(self) -> None:
        """Bring it up to date the cheapest way that the engine has."""
        for each in self.mark_done or [self.run]:
            command(each, self.folder, QUIET)

    def again(self) -> Figure:
        """Once more, with nothing to do or with what was changed."""
        return command(self.run, self.folder, QUIET)


@dataclass(frozen=True, slots=True)
class Graph:
    """What is to be made: `count` stages, one after the other or side by side."""

    count: int
    chained: bool

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{'chain' if self.chained else 'fan'} of {self.count:,}"

    def inputs(self, number: int) -> list[str]:
        """The files that a stage is made of."""
        return [f"out/{number - 1}.txt"] * (self.chained and number > 0) + [f"in/{number}.txt"]

    def lay_out(self, folder: Path) -> None:
        """Write the stages' own files."""
        (folder / "in").mkdir(parents=True)
        for number in range(self.count):
            (folder / "in" / f"{number}.txt").write_text(f"{number}\n")

    def finish(self, folder: Path) -> None:
        """Write what the stages would make, in their order."""
        (folder / "out").mkdir(exist_ok=True)
        for number in range(self.count):
            said = b"".join((folder / name).read_bytes() for name in self.inputs(number))
            (folder / "out" / f"{number}.txt").write_bytes(said)


def change_one(graph: Graph, folder: Path, number: int) -> None:
    """Change the file of the last stage."""
    (folder / "in" / f"{graph.count - 1}.txt").write_text(f"changed {number}\n")


# Each engine's way -------------------------------------------------------------------------------------------------


def ours(graph: Graph, folder: Path) -> Project:
    """A score."""
    graph.lay_out(folder)
    lines = ["gen 1", ""]
    for number in range(graph.count):
        source = f" from s{number - 1}" if graph.chained and number else ""
        lines += [f"mark s{number}{source}", f"  file ./in/{number}.txt", ""]
    (folder / "score.gen").write_text("\n".join(lines))
    return Project("Intaglio", folder, [*OURS, "run", "score.gen"], [])


def doit(graph: Graph, folder: Path, peer: Peer) -> Project:
    """A dodo.py, whose actions are functions in doit's own process."""
    graph.lay_out(folder)
    (folder / "out").mkdir()
    (folder / "dodo.py").write_text(
        f"""
DOIT_CONFIG = {{"default_tasks": ["mark"], "verbosity": 0}}

def mark(inputs, output):
    said = b"".join(open(name, "rb").read() for name in inputs)
    open(output, "wb").write(said)

def task_mark():
    for number in range({graph.count}):
        inputs = ["out/%d.txt" % (number - 1)] * ({graph.chained} and number > 0) + ["in/%d.txt" % number]
        output = "out/%d.txt" % number
        yield {{"name": str(number), "actions": [(mark, [inputs, output])], "file_dep": inputs, "targets": [output]}}
"""
    )
    return Project("doit", folder, [peer.command], [])


def dvc(graph: Graph, folder: Path, peer: Peer) -> Project:
    """A dvc.yaml, whose commands are the shell's."""
    graph.lay_out(folder)
    lines = ["stages:"]
    for number in range(graph.count):
        inputs = graph.inputs(number)
        lines += [f"  s{number}:", f"    cmd: cat {' '.join(inputs)} > out/{number}.txt", "    deps:"]
        lines += [*(f"    - {name}" for name in inputs), "    outs:", f"    - out/{number}.txt"]
    (folder / "out").mkdir()
    (folder / "dvc.yaml").write_text("\n".join(lines) + "\n")
    subprocess.run([peer.command, "init", "--no-scm", "--quiet"], cwd=folder, env=QUIET, check=True)
    return Project("DVC", folder, [peer.command, "repro", "--quiet"], [[peer.command, "commit", "-f", "--quiet"]])


def snakemake(graph: Graph, folder: Path, peer: Peer) -> Project:
    """A Snakefile, whose commands are the shell's."""
    graph.lay_out(folder)
    lines = ["rule all:", f"    input: {', '.join(repr(f'out/{number}.txt') for number in range(graph.count))}", ""]
    for number in range(graph.count):
        inputs = ", ".join(map(repr, graph.inputs(number)))
        lines += [f"rule s{number}:", f"    input: {inputs}", f"    output: 'out/{number}.txt'"]
        lines += ["    shell: 'cat {input} > {output}'", ""]
    (folder / "Snakefile").write_text("\n".join(lines))
    run: list[str | Path] = [peer.command, "--cores", "1", "--quiet", "all"]
    return Project("Snakemake", folder, run, [[*run, "--touch"]])


WRITTEN: Mapping[str, Callable[[Graph, Path, Peer], Project]] = {"doit": doit, "dvc": dvc, "snakemake": snakemake}


def projects(graph: Graph, folder: Path, peers: Mapping[str, Peer]) -> list[Project]:
    """The graph for everybody who is there; ours first."""
    return [
        ours(graph, folder / "ours"),
        *(WRITTEN[name](graph, folder / name, peer) for name, peer in peers.items()),
    ]


def up_to_date(graph: Graph, project: Project) -> Unable | None:
    """Have a project up to date; what kept it from that, where something did."""
    try:
        if project.mark_done:
            graph.finish(project.folder)
        project.settle()
    except Unable as reason:
        return reason
    return None


def clear(folder: Path) -> None:
    """Take away what was measured in."""
    shutil.rmtree(folder, ignore_errors=True)
