"""A studio: a folder with pictures and a score, where the real command is run, killed, and looked after.

Everything is small: pictures of 24 by 20 px, and a score that knows no network and runs within a second or two.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.store import Store

INSIDE = Path(__file__).resolve().parents[1] / "inside"
PATIENCE = 120.0  # seconds after which a command is taken to hang

SCORE = """gen 1

dataset table from ./photos/
  crop square, centre
  resize 16 px
  save ./out/table/

dataset grey from table
  grey

print sheet from table
  columns 2
  save ./out/sheet.png

print strip from grey
  columns 6
  save ./out/strip.png
"""

TRAINING = """gen 1

dataset table from ./photos/
  resize 16 px by 16 px

train dreamer from table
  model autoencoder
  latent 8
  batch 4
  steps 12

sample attempts with dreamer
  count 10
  save ./out/attempts/

print sheet from attempts
  columns 5
  save ./out/sheet.png
"""

Environment = Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """What a run said: its exit code, its events in order (whole lines only), and all that it printed."""

    code: int
    events: list[dict[str, Any]]
    text: str

    def of(self, event: str) -> list[dict[str, Any]]:
        """The events of one sort."""
        return [each for each in self.events if each["event"] == event]

    @property
    def made(self) -> list[str]:
        """The stages that ran to their end."""
        return [each["stage"] for each in self.of("finished")]

    @property
    def keys(self) -> dict[str, str]:
        """The key of each stage that is there now."""
        return {each["stage"]: each["key"] for each in self.events if each.get("key")}

    @property
    def messages(self) -> str:
        """All that failed stages say."""
        return "\n".join(f"{each['message']} {each['hint'] or ''}" for each in self.of("failed"))


@dataclass(frozen=True)
class Studio:
    """A folder with `photos/` and `score.gen`. Its store lies in it, or where `store` says."""

    folder: Path
    store: Path

    @classmethod
    def at(cls, folder: Path, score: str = SCORE, pictures: int = 6, store: Path | None = None) -> Studio:
        """A new one."""
        studio = cls(folder, store or folder / ".intaglio")
        studio.photos.mkdir(parents=True)
        for number in range(pictures):
            picture(number).save(studio.photos / f"{number}.bmp")
        studio.write(score)
        return studio

    @property
    def photos(self) -> Path:
        """The folder of its pictures."""
        return self.folder / "photos"

    @property
    def out(self) -> Path:
        """The folder that scores save to."""
        return self.folder / "out"

    @property
    def score(self) -> Path:
        """Its score."""
        return self.folder / "score.gen"

    def write(self, text: str) -> None:
        """Save its score, in the way of most editors."""
        self.score.write_text(text, encoding="utf-8")

    # Running -------------------------------------------------------------------------------------------------------

    def start(self, *words: str, env: Environment | None = None, **how: Any) -> subprocess.Popen[bytes]:
        """Begin the command with these words, in a session of its own."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
        return subprocess.Popen(self.command(*words), cwd=self.folder, env=self.environment(env), **(pipes | how))

    def run(self, *words: str, script: str = "score.gen", env: Environment | None = None, **how: Any) -> Told:
        """Run the score to its end. Raises TimeoutExpired where it hangs."""
        return told(self.start("run", script, "--json", *words, env=env, **how))

    def gen(self, *words: str, env: Environment | None = None) -> Told:
        """Any other command."""
        return told(self.start(*words, env=env))

    @staticmethod
    def command(*words: str) -> list[str]:
        """The command line of `gen` with these words."""
        return [sys.executable, "-m", "intaglio", *words]

    def environment(self, more: Environment | None = None) -> dict[str, str]:
        """Ours, and what a process of the project shall do to itself (see `tests/inside`)."""
        inside = os.pathsep.join(filter(None, (str(INSIDE), os.environ.get("PYTHONPATH"))))
        return {**os.environ, "PYTHONPATH": inside, "INTAGLIO_STORE": str(self.store), **(more or {})}

    # What is there -------------------------------------------------------------------------------------------------

    def saved(self) -> dict[str, bytes]:
        """All that lies where scores save to, by its path there, with what is hidden."""
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in sorted(files(self.out))}

    def results(self) -> dict[str, str]:
        """The digest of every result in the store, by its key."""
        return {record.key: record.digest for record in Store(self.store).artifacts()}

    def holds(self, key: str) -> bool:
        """Whether the store has what a key names, whole and sound. Looks as a new process does."""
        store = Store(self.store)
        found = store.find(Key(key))
        return found is not None and store.verify(found)

    def damage(self) -> list[str]:
        """What in the store is not as it should be: records without their contents, contents that are others."""
        store = Store(self.store)
        names = [path.stem for path in self.store.glob("records/??/*.json")]
        damaged = [name for name in names if not self.holds(name)]
        set_aside = [f"quarantine/{path.name}" for path in self.store.glob("quarantine/*")]
        assert store.root == self.store.absolute()
        return damaged + set_aside

    def left_over(self) -> list[str]:
        """What a run should have taken away: in the store's `tmp`, and half-written copies.

        Notes on their way are left out. They live a moment, and one that a killed run left goes within the hour.
        """
        passing = [path for path in self.store.glob("tmp/*") if path.suffix != ".note"]
        return [path.name for path in (*passing, *files(self.out)) if path in passing or path.name.startswith(".")]


@dataclass(frozen=True)
class Whole:
    """What a run that nobody disturbs makes, and how long it takes."""

    results: dict[str, str]
    saved: dict[str, bytes]
    seconds: float

    @classmethod
    def of(cls, studio: Studio) -> Whole:
        """Of one run in a studio that is new."""
        began = time.monotonic()
        done = studio.run()
        assert done.code == 0, done.text
        return cls(studio.results(), studio.saved(), time.monotonic() - began)


def assert_it_heals(studio: Studio, whole: Whole, kept: Mapping[str, str] | None = None) -> None:
    """Nothing is damaged, and a run that nobody disturbs comes to the end that it should have come to.

    `kept` are the keys of stages that had been told to be made: they are there, and are not made again.
    """
    held = dict(kept or {})

    assert [] == studio.damage()
    assert [] == [stage for stage, key in held.items() if not studio.holds(key)]

    again = studio.run()

    assert (0, []) == (again.code, again.of("failed")), again.text
    assert not set(held) & set(again.made)
    assert whole.results.items() <= studio.results().items()
    assert whole.saved == studio.saved()
    assert [] == studio.damage()
    assert not again.made or [] == studio.left_over()  # whoever makes something sweeps up first


def picture(number: int, size: tuple[int, int] = (24, 20)) -> Image.Image:
    """Soft patches of colour; another number is another picture."""
    small = np.random.default_rng(number).integers(0, 256, (3, 4, 3), np.uint8)
    return Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder."""
    return (path for path in folder.rglob("*") if path.is_file())


def told(process: subprocess.Popen[bytes], patience: float = PATIENCE) -> Told:
    """What a process says to its end."""
    try:
        out, error = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        kill_all(process)
        raise
    return heard(process.returncode, out or b"", error or b"")


def heard(code: int, out: bytes, error: bytes = b"") -> Told:
    """What was said, with the events among it. A line that was cut off is none."""
    lines = [line for line in out.split(b"\n")[:-1] if line.startswith(b"{")]
    events = [json.loads(line) for line in lines]
    return Told(code, [each for each in events if "event" in each], (out + error).decode("utf-8", "replace"))


# Processes ---------------------------------------------------------------------------------------------------------


def children(pid: int) -> list[int]:
    """The processes that one has started and that live. Empty where the system does not tell."""
    try:
        listed = [(task / "children").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return []
    return [int(child) for line in listed for child in line.split()]


def lives(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def orphans(pids: list[int], patience: float = 2.0) -> list[int]:
    """Those of some processes that still live after a while."""
    until = time.monotonic() + patience
    while (alive := [pid for pid in pids if lives(pid)]) and time.monotonic() < until:
        time.sleep(0.02)
    return alive


def kill_all(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and what it started."""
    for pid in (process.pid, *children(process.pid)):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.wait()


def copied(studio: Studio, folder: Path) -> Studio:
    """A studio with the same pictures and scores in another folder, and an empty store."""
    folder.mkdir()
    shutil.copytree(studio.photos, folder / "photos")
    for score in studio.folder.glob("*.gen"):
        shutil.copy(score, folder)
    return Studio(folder, folder / ".intaglio")
