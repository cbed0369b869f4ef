"""Twelve edits that engines get wrong, for everybody who is there: which of two stages runs after each.

Stage A keeps the lines of a text that begin with a number above its setting; B writes them under a title. Each is a
script of its own that its engine is told to look at, and each says that it ran in a file that no engine knows of.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import Peer
from benchmarks.projects import OURS, QUIET
from benchmarks.table import Grid

TEXT = "1 small\n5 large\n7 larger\n"  # of which A keeps the last two
PAINTED = "by hand\n"
RAN = "ran.txt"
BEGUN, HALF = "begun", "half"  # files that say that A has read its text, and that B has written half

A = """import os, sys, time
lines = open("in.txt").read().splitlines(True)
open("begun", "w").close()
time.sleep(float(os.environ.get("SLOW_A", 0)))
open("a.txt", "w").write("".join(line for line in lines if int(line[0]) > int(sys.argv[1])))
open("ran.txt", "a").write("A")
"""
B = """import os, sys, time
lines = open("a.txt").read()
with open("b.txt", "w") as out:
    out.write(sys.argv[1] + "\\n")
    out.flush()
    open("half", "w").close()
    time.sleep(float(os.environ.get("SLOW_B", 0)))
    out.write(lines)
open("ran.txt", "a").write("B")
"""


class Engine(ABC):
    """Two stages in a folder, as one engine has them. `named` is its name in the table."""

    named: str
    score: str  # its own file

    def __init__(self, folder: Path, command: list[str | Path]) -> None:
        self.folder = folder
        self.command = command
        self.env: dict[str, str] = {}
        folder.mkdir(parents=True)
        self.text.write_text(TEXT)
        self.lay_out()

    @abstractmethod
    def lay_out(self) -> None:
        """Write its own files, and have it begin."""

    @property
    def text(self) -> Path:
        """What A reads."""
        return self.folder / "in.txt"

    @property
    def saved(self) -> Path:
        """What B leaves for people to look at."""
        return self.folder / "b.txt"

    def run(self, **env: str) -> int:
        """Have it bring everything up to date. Its exit code."""
        return self.start(**env).wait()

    def start(self, **env: str) -> subprocess.Popen[bytes]:
        """Have it begin, in a process group of its own."""
        return subprocess.Popen(
            [str(word) for word in self.command],
            cwd=self.folder,
            env={**QUIET, "TOLD": str(self.folder), **self.env, **env},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def what_runs(self, **env: str) -> str:
        """Have it bring everything up to date, and tell which stages ran for it."""
        ran = self.folder / RAN
        ran.unlink(missing_ok=True)
        code = self.run(**env)
        told = "".join(sorted(ran.read_text())) if ran.exists() else ""
        return f"{told or 'nothing'}{'' if code == 0 else ', and it fails'}"

    def replace(self, old: str, new: str, file: str | None = None) -> None:
        """Edit one of its files."""
        path = self.folder / (file or self.score)
        text = path.read_text()
        assert old in text, f"{old} is not in {path.name} of {self.named}"
        path.write_text(text.replace(old, new))

    def note(self) -> None:
        """Put a note and a blank line where a person would."""
        self.replace("lines = ", "\n# a note\nlines = ", "a.py")

    def recode(self) -> None:
        """Write the code of A otherwise, so that the same comes out."""
        self.replace("int(line[0]) > int(sys.argv[1])", "int(sys.argv[1]) < int(line[0])", "a.py")

    def forget(self) -> None:
        """Delete what A made."""
        (self.folder / "a.txt").unlink()


class Scripted(Engine):
    """An engine whose stages are the two scripts."""

    def __init__(self, folder: Path, peer: Peer, *arguments: str) -> None:
        self.peer = peer
        super().__init__(folder, [peer.command, *arguments])

    def lay_out(self) -> None:
        """See `Engine`."""
        (self.folder / "a.py").write_text(A)
        (self.folder / "b.py").write_text(B)
        (self.folder / self.score).write_text(self.said().replace("PYTHON", sys.executable))

    @abstractmethod
    def said(self) -> str:
        """Its own file."""


class Doit(Scripted):
    """A dodo.py."""

    named, score = "doit", "dodo.py"

    def said(self) -> str:
        """See `Scripted`."""
        return """
DOIT_CONFIG = {"default_tasks": ["a", "b"], "verbosity": 0}

def task_a():
    return {"actions": ["PYTHON a.py 3"], "file_dep": ["a.py", "in.txt"], "targets": ["a.txt"]}

def task_b():
    return {"actions": ["PYTHON b.py Title"], "file_dep": ["b.py", "a.txt"], "targets": ["b.txt"]}
"""


class Dvc(Scripted):
    """A dvc.yaml."""

    named, score = "DVC", "dvc.yaml"

    def lay_out(self) -> None:
        """See `Engine`."""
        super().lay_out()
        subprocess.run([self.peer.command, "init", "--no-scm", "--quiet"], cwd=self.folder, env=QUIET, check=True)

    def said(self) -> str:
        """See `Scripted`."""
        return """stages:
  a:
    cmd: PYTHON a.py 3
    deps: [a.py, in.txt]
    outs: [a.txt]
  b:
    cmd: PYTHON b.py Title
    deps: [b.py, a.txt]
    outs: [b.txt]
"""


class Snakemake(Scripted):
    """A Snakefile."""

    named, score = "Snakemake", "Snakefile"

    def said(self) -> str:
        """See `Scripted`."""
        return """rule b:
    input: "a.txt", "b.py"
    output: "b.txt"
    shell: "PYTHON b.py Title"

rule a:
    input: "in.txt", "a.py"
    output: "a.txt"
    shell: "PYTHON a.py 3"
"""


class Ours(Engine):
    """A score with two kinds of the benchmark's own, that do what the scripts do."""

    named, score = "Intaglio", "score.gen"

    def lay_out(self) -> None:
        """See `Engine`."""
        said = "gen 1\n\nsieve a\n  file ./in.txt\n  above 3\n\nhead b from a\n  title Title\n  save ./b.txt\n"
        (self.folder / self.score).write_text(said)

    def replace(self, old: str, new: str, file: str | None = None) -> None:
        """See `Engine`."""
        said = [text.replace("a.py ", "above ").replace("b.py ", "title ") for text in (old, new)]
        super().replace(*said, file)

    def note(self) -> None:
        """See `Engine`."""
        self.replace("  above", "\n  -- a note\n  above")

    def recode(self) -> None:
        """See `Engine`: of a kind, its version says so."""
        self.env["SIEVE_VERSION"] = "2"

    def forget(self) -> None:
        """See `Engine`."""
        kept = next(path for path in self.folder.glob(".intaglio/objects/??/*") if path.read_text() == TEXT[8:])
        kept.unlink()


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: what is done to two stages that are up to date, and what is told of it."""

    named: str
    told: Callable[[Engine], str]


def _touched(engine: Engine) -> str:
    engine.text.touch()
    return engine.what_runs()


def _same_output(engine: Engine) -> str:
    engine.text.write_text(TEXT.replace("small", "SMALL"))
    return engine.what_runs()


def _note(engine: Engine) -> str:
    engine.note()
    return engine.what_runs()


def _code(engine: Engine) -> str:
    engine.recode()
    return engine.what_runs()


def _setting(engine: Engine) -> str:
    engine.replace("a.py 3", "a.py 5")
    return engine.what_runs()


def _back(engine: Engine) -> str:
    engine.text.write_text(TEXT + "8 more\n")
    engine.run()
    engine.text.write_text(TEXT)
    return engine.what_runs()


def _deleted(engine: Engine) -> str:
    engine.saved.unlink()
    told = engine.what_runs()
    return told if engine.saved.exists() else f"{told}, and it is not there"


def _painted(engine: Engine) -> str:
    engine.saved.unlink()  # DVC's may be a link into its cache
    engine.saved.write_text(PAINTED)
    told = engine.what_runs().replace("it fails", "it says so")
    return f"{told}; the file is {'kept' if engine.saved.read_text() == PAINTED else 'lost'}"


def _old_time(engine: Engine) -> str:
    before = engine.text.stat()
    with engine.text.open("r+") as file:
        file.write(TEXT.replace("large\n", "LARGE\n", 1))
    os.utime(engine.text, ns=(before.st_atime_ns, before.st_mtime_ns))
    return engine.what_runs()


def _forgotten(engine: Engine) -> str:
    engine.forget()
    return engine.what_runs()


def _killed(engine: Engine) -> str:
    before = engine.saved.read_text()
    engine.replace("b.py Title", "b.py Other")
    engine.text.write_text(TEXT + "9 last\n")
    (engine.folder / HALF).unlink(missing_ok=True)
    run = engine.start(SLOW_B="30")
    _wait_for(engine.folder / HALF)
    os.killpg(run.pid, signal.SIGKILL)
    _end_others(engine.folder)
    run.wait()
    half = not engine.saved.exists() or engine.saved.read_text() not in (before, "Other\n" + TEXT[8:] + "9 last\n")
    told = engine.what_runs()
    return f"{told}; {'the half is seen' if half else 'nothing half is seen'}"


def _end_others(folder: Path) -> None:
    """End what a killed engine has left running in its folder, as a power cut does."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.joinpath("cwd").resolve() == folder.resolve():
                os.kill(int(process.name), signal.SIGKILL)
        except OSError:  # another's, or gone
            continue


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, f"{path.name} never came"
        time.sleep(0.02)


def _during(engine: Engine) -> str:
    engine.text.write_text(TEXT + "6 new\n")
    (engine.folder / BEGUN).unlink(missing_ok=True)
    run = engine.start(SLOW_A="1.5")
    _wait_for(engine.folder / BEGUN)
    engine.text.write_text(TEXT + "6 newer\n")
    run.wait()
    engine.what_runs()
    return "right" if "newer" in engine.saved.read_text() else "the edit is lost"


EDITS = (
    Edit("an input is touched", _touched),
    Edit("an input changes, and A's output stays the same", _same_output),
    Edit("a note and a blank line", _note),
    Edit("A's code changes, and its output stays the same", _code),
    Edit("a setting of A really changes", _setting),
    Edit("an input changes and changes back", _back),
    Edit("the saved output is deleted", _deleted),
    Edit("the saved output is edited by hand", _painted),
    Edit("an input is overwritten, size and time as before", _old_time),
    Edit("what lies between is deleted", _forgotten),
    Edit("SIGKILL while B writes", _killed),
    Edit("an input is edited while A runs", _during),
)
NOTE = (
    "Two stages, A and then B, that are up to date; then the edit, and a run. What runs is told, and where there is"
    " more to see, that: whether the artist's file is kept, whether half a file is seen, whether the last edit counts."
)


def measured(folder: Path, peers: Mapping[str, Peer], edits: Sequence[Edit] = EDITS) -> Iterator[Grid]:
    """The table. Each edit begins in a folder of its own."""
    engines: dict[str, Callable[[Path], Engine]] = {"Intaglio": lambda place: Ours(place, [*OURS, "run", "score.gen"])}
    if "doit" in peers:
        engines["doit"] = lambda place: Doit(place, peers["doit"])
    if "dvc" in peers:
        engines["DVC"] = lambda place: Dvc(place, peers["dvc"], "repro", "--quiet")
    if "snakemake" in peers:
        engines["Snakemake"] = lambda place: Snakemake(place, peers["snakemake"], "--cores", "1", "--quiet", "all")
    rows = []
    for number, edit in enumerate(edits):
        told = [_told(edit, begin, folder / f"{number}-{name}") for name, begin in engines.items()]
        rows.append((edit.named, *told))
    yield Grid("Twelve edits: what runs after each", ("edit", *engines), tuple(rows), NOTE)


def _told(edit: Edit, begin: Callable[[Path], Engine], folder: Path) -> str:
    engine = begin(folder)
    first = engine.what_runs()
    time.sleep(1.1)  # so that times of files differ for those that count in seconds
    settled = engine.what_runs()
    assert (first, settled) == ("AB", "nothing"), f"{engine.named} does not settle: {first}, {settled}"
    told = edit.told(engine)
    shutil.rmtree(folder, ignore_errors=True)
    return told
