"""A small show, made once; and the real command, playing it."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image

PATIENCE = 120.0  # seconds after which a show is taken to hang
SCORE = """gen 1

work "Nobody <b>& Co</b>"

dataset faces from ./photos/
  resize 16 px by 24 px

train stranger from faces
  model autoencoder
  latent 8
  steps 60

show passersby with stranger
  screens 2
  linger 0.2 s
  dissolve 0.4 s
  variation 20% to 60%
  repeat never
  guard freezing, collapse
"""

READERS = """gen 1

dataset faces from ./photos/
  resize 16 px by 24 px

dataset lines from faces
  derive edges

train hand from faces, lines
  model translate
  pairing same-name
  steps 40
  batch 4

train seer from lines, faces
  model translate
  pairing same-name
  steps 40
  batch 4

show passersby with hand, seer
  screens 2
  linger 0.2 s
  dissolve 0.4 s
  variation 20% to 60%
  repeat never
  guard freezing, collapse
"""


LED = SCORE.replace(
    "show passersby with stranger",
    """bend mirage with stranger
  scale 1 to 3 at layer-2
  rotate 0 to 90 at layer-1

show passersby with mirage""",
)


@dataclass
class Gallery:
    """A folder with a show in it."""

    folder: Path

    @property
    def score(self) -> Path:
        return self.folder / "score.gen"

    def gen(self, *words: str, **how: Any) -> subprocess.CompletedProcess[Any]:
        """Run `gen` there to its end."""
        command = [sys.executable, "-m", "intaglio", *words]
        return subprocess.run(command, cwd=self.folder, capture_output=True, timeout=PATIENCE, **({"text": True} | how))

    def say(self, old: str, new: str) -> None:
        """Change the score, and run it."""
        text = self.score.read_text("utf-8")
        assert old in text
        self.score.write_text(text.replace(old, new), "utf-8")
        done = self.gen("run", "score.gen")
        assert done.returncode == 0, done.stdout + done.stderr

    @property
    def journal(self) -> Path:
        return self.folder / ".intaglio" / "shows" / "score" / "passersby" / "journal.jsonl"

    def entries(self) -> list[dict[str, Any]]:
        """The pictures in the journal."""
        return [entry for line in self.journal.read_text().splitlines() if "place" in (entry := json.loads(line))]

    @contextmanager
    def playing(self, *words: str) -> Iterator[Player]:
        """The show, playing on its screens, until the end."""
        command = [sys.executable, "-m", "intaglio", "show", "score.gen", "--plain", *(words or ("--port", "0"))]
        with subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            player = Player(process)
            try:
                yield player
            finally:
                player.end()


class Player:
    """A show that plays in a process, and what it serves."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        assert process.stdout is not None
        self.lines = [process.stdout.readline() for _ in range(2)]
        found = re.search(r"http://127.0.0.1:(\d+)/", self.lines[0])
        assert found is not None, self.lines + ([process.stderr.read()] if process.stderr else [])
        self.port = int(found[1])
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        self.said += iter(self.process.stderr.readline, "")

    def ask(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """A GET, with headers as they are given: status, headers and body of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest("GET", path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def next(self, screen: int = 1, after: str = "") -> dict[str, Any]:
        """The next passage of a screen, which is waited for."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            status, _, body = self.ask(f"/screen/{screen}/next?after={after}")
            if status == 200:
                told: dict[str, Any] = json.loads(body)
                return told
        raise AssertionError("no passage came")

    def pictures(self, passage: dict[str, Any]) -> tuple[Any, ...]:
        """The frames of a passage, as pixels."""
        import io

        return tuple(np.asarray(Image.open(io.BytesIO(self.ask(urlsplit(path).path)[2]))) for path in passage["frames"])

    def cpu(self) -> float:
        """Seconds that processors have worked for it."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Bytes of memory that it holds."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def kill(self) -> None:
        """As a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def end(self) -> int:
        """As Ctrl-C does. Returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def begun(folder: Path, score: str) -> Path:
    """A folder in which a show was made."""
    (folder / "photos").mkdir()
    source = np.random.default_rng(4)
    for number in range(12):
        rough = (source.random((3, 3, 3)) * 255).astype(np.uint8)
        Image.fromarray(rough).resize((16, 24), Image.Resampling.BICUBIC).save(folder / "photos" / f"{number}.png")
    (folder / "score.gen").write_text(score, "utf-8")
    done = Gallery(folder).gen("run", "score.gen")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the show was made."""
    return begun(tmp_path_factory.mktemp("gallery"), SCORE)


@pytest.fixture(scope="session")
def made_to_move(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a show was made in whose model something moves."""
    return begun(tmp_path_factory.mktemp("moving"), LED)


@pytest.fixture(scope="session")
def made_of_readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a show of two translators was made."""
    return begun(tmp_path_factory.mktemp("readers"), READERS)


def copied(made: Path, place: Path) -> Gallery:
    """A copy of a folder, as it is after `gen run`."""
    shutil.copytree(made, place, symlinks=True)
    return Gallery(place)


@pytest.fixture
def gallery(made: Path, tmp_path: Path) -> Gallery:
    """A copy of it, as it is after `gen run`."""
    return copied(made, tmp_path / "work")


@pytest.fixture
def moving(made_to_move: Path, tmp_path: Path) -> Gallery:
    """A copy of that in which something moves."""
    return copied(made_to_move, tmp_path / "moving")


@pytest.fixture
def readers(made_of_readers: Path, tmp_path: Path) -> Gallery:
    """A copy of that of two translators."""
    return copied(made_of_readers, tmp_path / "readers")


Soon = Callable[[Callable[[], bool]], None]


@pytest.fixture
def soon() -> Soon:
    """`soon(condition)` waits until something is so."""

    def wait(condition: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < until, "it did not come to be so"
            time.sleep(0.05)

    return wait
