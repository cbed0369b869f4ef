"""Engines: nothing to do, and one change, in chains and fans of trivial stages and in a folder of many files."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.clock import Figure, Subject, Unable, command, in_turn
from benchmarks.peers import Peer
from benchmarks.projects import GEN, OURS, QUIET, Graph, Project, change_one, clear, projects, up_to_date
from benchmarks.table import Table

SIZES = (10, 100, 1000)
FEW = 100  # stages up to which a peer is asked to make everything: past that some take minutes
FILES, BYTES = 10_000, 20_000
IDLE_BOUNDS = {10: 0.030, 100: 0.030, 1000: 0.045}
FIRST_BOUND = 0.005  # a stage
FOLDER_BOUND, FOLDER_CHANGE_BOUND = 0.080, 0.25


def measured(folder: Path, peers: Mapping[str, Peer]) -> Iterator[Table]:
    """All of it, table by table."""
    graphs = [Graph(count, chained) for count in SIZES for chained in (True, False)]
    for graph in graphs:
        yield from _graph(graph, folder / graph.title.replace(" ", "-"), peers)
        clear(folder / graph.title.replace(" ", "-"))
    yield _first_stage(folder / "first")
    clear(folder / "first")
    yield from _folder(folder / "folder", peers)
    clear(folder / "folder")


# Graphs ------------------------------------------------------------------------------------------------------------


def _graph(graph: Graph, folder: Path, peers: Mapping[str, Peer]) -> Iterator[Table]:
    everybody = projects(graph, folder, peers)
    if graph.count <= FEW:
        yield Table(f"{graph.title}: made for the first time", _first(everybody))
    unable = {each.name: reason for each in everybody if (reason := up_to_date(graph, each)) is not None}
    able = [each for each in everybody if each.name not in unable]
    rounds = 5 if graph.count < SIZES[-1] else 3

    idle = [Subject(each.name, _idle(each)) for each in able]
    yield Table(f"{graph.title}: nothing to do", in_turn(idle, rounds) | unable, bound=IDLE_BOUNDS[graph.count])
    numbers = iter(range(1_000_000))

    def change(project: Project) -> Callable[[], None]:
        return lambda: change_one(graph, project.folder, next(numbers))

    changed = [Subject(each.name, each.again, before=change(each)) for each in able]
    yield Table(f"{graph.title}: the file of one stage changed", in_turn(changed, rounds) | unable)


def _idle(project: Project) -> Callable[[], Figure]:
    """A run with nothing to do. Ours is that of the real command, which knows no benchmark."""
    if project.name == "Intaglio":
        return lambda: command([*GEN, *project.run[len(OURS) :]], project.folder, QUIET)
    return project.again


def _first(everybody: list[Project]) -> dict[str, Figure | Unable]:
    return in_turn([Subject(each.name, each.first) for each in everybody], 1)


def _first_stage(folder: Path) -> Table:
    """What one more stage costs: the difference between many and few, over their number."""
    few, many = 10, SIZES[-1]
    rows: dict[str, Figure | Unable] = {}
    for chained in (True, False):
        runs = {}
        for count in (few, many):
            place = folder / f"{count}-{chained}"
            project = projects(Graph(count, chained), place, {})[0]
            subject = Subject("ours", project.first, before=_forgetting(project.folder))
            runs[count] = in_turn([subject], 3)["ours"]
        less, more = runs[few], runs[many]
        assert isinstance(less, Figure)
        assert isinstance(more, Figure)
        each = Figure((more.cpu - less.cpu) / (many - few), (more.wall - less.wall) / (many - few))
        rows[f"Intaglio, one of a {'chain' if chained else 'fan'}"] = each
    return Table("One trivial stage, made for the first time: the engine's own cost", rows, bound=FIRST_BOUND)


def _forgetting(folder: Path) -> Callable[[], None]:
    return lambda: clear(folder / ".intaglio")


# A folder ----------------------------------------------------------------------------------------------------------


def _folder(folder: Path, peers: Mapping[str, Peer]) -> Iterator[Table]:
    """One stage that depends on every file of a large folder."""
    everybody = [_ours_of_a_folder(folder / "ours")]
    everybody += [WRITTEN[name](folder / name, peer) for name, peer in peers.items()]
    for each in everybody:
        _fill(each.folder / "in")
    unable: dict[str, Figure | Unable] = {}
    for each in everybody:
        try:
            each.settle()
        except Unable as reason:
            unable[each.name] = reason
    able = [each for each in everybody if each.name not in unable]
    title = f"A folder of {FILES:,} files of {BYTES // 1000} KB"
    yield Table(
        f"{title}: nothing to do",
        in_turn([Subject(each.name, _idle(each)) for each in able], 5) | unable,
        bound=FOLDER_BOUND,
    )

    def change(project: Project) -> Callable[[], None]:
        chance = random.Random(project.name)
        return lambda: _change(project.folder / "in", chance)

    changed = [Subject(each.name, each.again, before=change(each)) for each in able]
    yield Table(f"{title}: one file changed", in_turn(changed, 5) | unable, note="A worker has to start for it.")
    yield Table(
        f"{title}: one file changed, the engine's own cost",
        {"Intaglio": _without_start(everybody[0], folder / "trivial")},
        note="Without what a run of one trivial stage costs, measured in turn with it.",
        bound=FOLDER_CHANGE_BOUND,
    )


def _without_start(project: Project, folder: Path) -> Figure:
    """What a run with one changed file costs more than one that makes a trivial stage."""
    chance, trivial = random.Random("less"), projects(Graph(1, chained=True), folder, {})[0]
    changed = Subject("changed", project.again, before=lambda: _change(project.folder / "in", chance))
    begun = Subject("trivial", trivial.first, before=_forgetting(trivial.folder))
    found = in_turn([changed, begun], 9)
    more, less = found["changed"], found["trivial"]
    assert isinstance(more, Figure)
    assert isinstance(less, Figure)
    return Figure(max(0.0, more.cpu - less.cpu), max(0.0, more.wall - less.wall))


def _fill(folder: Path) -> None:
    chance = random.Random(folder.parent.name)
    folder.mkdir(parents=True)
    for number in range(FILES):
        (folder / f"{number:05d}.bin").write_bytes(chance.randbytes(BYTES))


def _change(folder: Path, chance: random.Random) -> None:
    (folder / f"{chance.randrange(FILES):05d}.bin").write_bytes(chance.randbytes(BYTES))


def _ours_of_a_folder(folder: Path) -> Project:
    folder.mkdir(parents=True)
    (folder / "score.gen").write_text("gen 1\n\ntally all\n  folder ./in/\n")
    return Project("Intaglio", folder, [*OURS, "run", "score.gen"], [])


def _doit_of_a_folder(folder: Path, peer: Peer) -> Project:
    folder.mkdir(parents=True)
    (folder / "dodo.py").write_text(
        """
import glob

def tally():
    open("tally", "w").write(str(len(glob.glob("in/*"))))

def task_tally():
    return {"actions": [tally], "file_dep": sorted(glob.glob("in/*")), "targets": ["tally"], "verbosity": 0}
"""
    )
    return Project("doit", folder, [peer.command], [])


def _dvc_of_a_folder(folder: Path, peer: Peer) -> Project:
    folder.mkdir(parents=True)
    (folder / "dvc.yaml").write_text(
        "stages:\n  tally:\n    cmd: ls in | wc -l > tally\n    deps:\n    - in\n    outs:\n    - tally\n"
    )
    command([peer.command, "init", "--no-scm", "--quiet"], folder, QUIET)
    return Project("DVC", folder, [peer.command, "repro", "--quiet"], [])


def _snakemake_of_a_folder(folder: Path, peer: Peer) -> Project:
    folder.mkdir(parents=True)
    (folder / "Snakefile").write_text(
        "import glob\n\nrule tally:\n    input: sorted(glob.glob('in/*'))\n    output: 'tally'\n"
        "    shell: 'ls in | wc -l > {output}'\n"
    )
    return Project("Snakemake", folder, [peer.command, "--cores", "1", "--quiet", "all"], [])


WRITTEN: Mapping[str, Callable[[Path, Peer], Project]] = {
    "doit": _doit_of_a_folder,
    "dvc": _dvc_of_a_folder,
    "snakemake": _snakemake_of_a_folder,
}

assert os.name == "posix", "the clock asks wait4"
