"""What the rows of the matrix share: studios, and a place to write down what was found."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intaglio.runtime.run.crew import Crew
from tests.matrix import counts
from tests.matrix.studio import SCORE, TRAINING, Studio, Whole

Found = Callable[[str, str], None]


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A studio with the cheap score."""
    return Studio.at(tmp_path / "studio", SCORE)


@pytest.fixture
def academy(tmp_path: Path) -> Studio:
    """A studio whose score has a small training in it."""
    return Studio.at(tmp_path / "academy", TRAINING)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """What the cheap score makes when nobody disturbs it."""
    return Whole.of(Studio.at(tmp_path_factory.mktemp("whole") / "studio", SCORE))


@pytest.fixture(scope="session", autouse=True)
def heard() -> None:
    """Every signal is heard, also where the tests were begun with `nohup`: what they start takes after them."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="module")
def crew(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    """Workers that stay warm, and find the toys."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(root), prepend=os.pathsep)
        crew = Crew.local(1, tmp_path_factory.mktemp("crew"), light=1)
        yield crew
        crew.close()


@pytest.fixture
def found() -> Found:
    """`found(row, words)` writes down what a row of the matrix has shown, for docs/evidence.md."""
    notes = os.environ.get("INTAGLIO_FOUND")

    def write(row: str, words: str) -> None:
        if notes:
            with Path(notes).open("a", encoding="utf-8") as file:
                file.write(json.dumps({"row": row, "words": words, "scale": counts.scale()}) + "\n")

    return write
