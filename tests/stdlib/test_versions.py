"""The guard of versions: what moves it, what does not, and what `make accept` refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from intaglio.stdlib.registry import kinds, module_of
from tests.stdlib import reaching, versions

RUNNING = [name for name, kind in kinds().items() if kind.run is not None]
DRAWING = [name for name, kind in kinds().items() if kind.run is not None and kind.draws]


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """A copy of the code, to be changed."""
    for room in ("stdlib", "runtime"):
        shutil.copytree(root / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def changed(checkout: Path, file: str, old: str, new: str) -> list[str]:
    """The kinds that move when a text in a file is replaced."""
    path = checkout / file
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    return versions.moved(versions.current(), versions.current(checkout))


def test_code_does_not_move_without_its_version() -> None:
    moved = versions.moved(versions.accepted(), versions.current())

    assert [] == moved, versions.BUMP


@pytest.mark.parametrize("name", RUNNING)
def test_a_kind_that_runs_has_a_version(name: str) -> None:
    assert kinds()[name].version >= 1


@pytest.mark.parametrize("name", DRAWING)
def test_what_is_drawn_flows_through_the_generator_of_every_draw(name: str) -> None:
    assert reaching.Place("intaglio.runtime.keys.digests", "derive") in reaching.reached(module_of(name))


def test_every_kind_of_images_flows_through_the_writer_of_images() -> None:
    makers = [name for name in RUNNING if kinds()[name].makes in ("images", "frames")]
    writer = reaching.Place("intaglio.runtime.artifacts.images", "ImageWriter")

    assert makers == [name for name in makers if writer in reaching.reached(module_of(name))]


def test_a_change_deep_in_the_runtime_moves_all_that_it_reaches(checkout: Path) -> None:
    moved = changed(checkout, "runtime/keys/digests.py", "2**63 - 1)", "2**62 - 1)")

    assert set(DRAWING) <= set(moved)
    assert "print" not in moved


def test_a_change_of_a_network_moves_what_uses_it_and_nothing_else(checkout: Path) -> None:
    moved = changed(checkout, "stdlib/parcels.py", "CHUNK = 8", "CHUNK = 4")

    assert {"rebuild", "sample", "walk"} <= set(moved)
    assert not {"dataset", "film", "print"} & set(moved)


def test_a_change_of_a_sort_of_model_moves_what_trains_and_draws(checkout: Path) -> None:
    network = changed(checkout, "stdlib/nn/gan.py", "stride=2", "stride=3")
    suits = changed(checkout, "stdlib/sorts/gan.py", '"batch": 16', '"batch": 8')

    assert {"train", "sample", "walk", "bend", "merge", "rebuild"} <= set(network)
    assert set(network) == set(suits)


QUIET: dict[str, Callable[[str], str]] = {
    "a comment": lambda text: text.replace("def redraw(", "# once more\ndef redraw("),
    "a docstring": lambda text: text.replace('"""Chunks:', '"""Parcels:'),
    "a blank line": lambda text: text.replace("def redraw(", "\n\ndef redraw("),
    "an annotation": lambda text: text.replace("beat: Callable[[], None]", "beat: object"),
    "a function that no kind uses": lambda text: text + "\n\ndef another() -> None:\n    return\n",
    "an import for types alone": lambda text: text + "\nif TYPE_CHECKING:\n    import ast\n",
}


@pytest.mark.parametrize("change", QUIET)
def test_what_changes_no_result_moves_nothing(checkout: Path, change: str) -> None:
    path = checkout / "stdlib" / "nn" / "chunks.py"
    before = path.read_text("utf-8")
    path.write_text(QUIET[change](before), "utf-8")

    assert before != path.read_text("utf-8")
    assert [] == versions.moved(versions.current(), versions.current(checkout))


def test_the_words_of_a_setting_move_nothing_and_its_default_does(checkout: Path) -> None:
    words = changed(checkout, "stdlib/stages/walk.py", "How many pictures the way leads through.", "How many.")
    default = changed(checkout, "stdlib/stages/walk.py", 'setting(6, "How many.")', 'setting(7, "How many.")')

    assert ([], ["walk"]) == (words, default)


# Accepting ---------------------------------------------------------------------------------------------------------


class Project:
    """A clone of the project with a release in it."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(listing, cwd=root, capture_output=True, check=True).stdout.decode()
        for name in filter(None, listed.split("\0")):
            if name.startswith(("lang/", "runtime/", "stdlib/", "src/", "tests/stdlib/", "tests/images/")):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(root / name, folder / name, follow_symlinks=False)
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "a release")

    def git(self, *words: str) -> None:
        who = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *words], cwd=self.folder, check=True, capture_output=True)

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        assert old in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    def accept(self) -> tuple[int, str]:
        """The exit code of `make accept`, and what it says."""
        done = subprocess.run(
            [sys.executable, "tests/stdlib/versions.py"],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder / "src")},
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Project:
    if not (root / ".git").exists() or shutil.which("git") is None:
        pytest.skip("there is no history here to compare with")
    return Project(tmp_path, root)


FILE = "stdlib/images/printing.py"
SAME = (FILE, "SEEN = 128", "SEEN = 2 * 64")
OTHER = (FILE, "SEEN = ", "SEEN = 4 * ")
RAISED = ("stdlib/stages/print.py", '"print",\n    version=1', '"print",\n    version=2')


@pytest.mark.slow
def test_accepting_wants_a_raised_version_or_the_results_of_the_release(project: Project) -> None:
    project.git("tag", "v0.1.0")
    project.edit(*SAME)
    same = project.accept()
    project.edit(*OTHER)
    other = project.accept()
    project.edit(*RAISED)
    raised = project.accept()
    project.edit(RAISED[0], RAISED[2], RAISED[1])
    lowered = project.accept()

    assert (0, "Accepted: print.\n") == same
    assert (1, "Nothing was accepted.\n  print: its results are not those of v0.1.0: raise its version.\n") == other
    assert (0, "Accepted: print.\n") == raised
    assert (1, True) == (lowered[0], "print: version 1 was left behind" in lowered[1])


@pytest.mark.slow
def test_before_the_first_release_a_version_may_come_to_mean_something_else(project: Project) -> None:
    project.edit(*OTHER)

    assert (0, "Accepted: print.\n") == project.accept()
