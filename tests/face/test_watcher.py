from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from intaglio.runtime.world import watcher as watching
from intaglio.runtime.world.watcher import Changes, Folder, Watcher

SOON = 2.0  # seconds in which a change must be told
NEVER = 0.6  # seconds of silence that are taken for never


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "table.gen"
    path.write_text("gen 1\n")
    (tmp_path / "photos").mkdir()
    return path


@pytest.fixture
def watcher(script: Path) -> Iterator[Watcher]:
    watcher = Watcher(lambda path: "store" in path.parts)
    watcher.know(script, script.read_bytes())
    watcher.watch([Folder(script.parent, deep=False), Folder(script.parent / "photos")])
    yield watcher
    watcher.close()


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def renamed_over(path: Path, text: str) -> None:
    path.with_suffix(".tmp").write_text(text)
    path.with_suffix(".tmp").replace(path)


def with_backup(path: Path, text: str) -> None:
    path.rename(path.with_name(path.name + "~"))
    path.write_text(text)


def deleted_and_created(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.01)
    path.write_text(text)


def slowly(path: Path, text: str) -> None:
    with path.open("w") as file:
        for letter in text:
            file.write(letter)
            file.flush()
            time.sleep(0.01)


STYLES = (in_place, renamed_over, with_backup, deleted_and_created, slowly)


@pytest.mark.parametrize("save", STYLES)
def test_however_an_editor_saves_the_change_is_told_once_and_whole(
    save: Callable[[Path, str], None], script: Path, watcher: Watcher
) -> None:
    saving = threading.Thread(target=save, args=(script, "gen 1\n-- a note\n"))
    saving.start()

    told = watcher.changes(SOON)

    read = script.read_text()
    saving.join()
    assert told is not None
    assert script in told.paths
    assert read == "gen 1\n-- a note\n"
    assert watcher.changes(NEVER) is None


@pytest.mark.parametrize("save", STYLES)
def test_a_save_that_leaves_the_content_as_it_was_is_no_change_of_the_script(
    save: Callable[[Path, str], None], script: Path, watcher: Watcher
) -> None:
    save(script, "gen 1\n")

    told = watcher.changes(NEVER)
    assert told is None or script not in told.paths


def test_a_touch_is_no_change(script: Path, watcher: Watcher) -> None:
    os.utime(script)

    assert watcher.changes(NEVER) is None


def test_what_is_ours_is_never_told(script: Path, watcher: Watcher) -> None:
    (script.parent / "store").mkdir()
    (script.parent / "photos" / "store").mkdir()
    (script.parent / "photos" / "store" / "out.png").write_bytes(b"1")

    assert watcher.changes(NEVER) is None


def test_images_are_told_when_they_come_change_and_go(script: Path, watcher: Watcher) -> None:
    image = script.parent / "photos" / "deep" / "one.png"
    for act in (
        lambda: (image.parent.mkdir(), image.write_bytes(b"1")),
        lambda: image.write_bytes(b"2"),
        lambda: image.unlink(),
    ):
        act()
        told = watcher.changes(SOON)
        assert told is not None
        assert {image, image.parent} & told.paths
        while watcher.changes(0.3) is not None:
            pass


def test_a_folder_that_is_deleted_and_made_again_is_watched_again(script: Path, watcher: Watcher) -> None:
    photos = script.parent / "photos"
    shutil.rmtree(photos)
    assert watcher.changes(SOON) is not None
    photos.mkdir()
    told = watcher.changes(SOON)
    while watcher.changes(NEVER) is not None:
        pass

    (photos / "new.png").write_bytes(b"1")

    assert told is not None
    assert told.lost
    assert watcher.changes(SOON) == Changes(frozenset({photos / "new.png"}))


def test_a_folder_that_does_not_exist_yet_is_waited_for(script: Path, watcher: Watcher) -> None:
    later = script.parent / "a" / "b"
    watcher.watch([Folder(script.parent, deep=False), Folder(later)])
    later.mkdir(parents=True)
    assert watcher.changes(SOON) is not None
    while watcher.changes(NEVER) is not None:
        pass

    (later / "x.png").write_bytes(b"1")

    told = watcher.changes(SOON)
    assert told is not None
    assert later / "x.png" in told.paths


def test_a_thousand_saves_end_on_the_final_bytes(script: Path, watcher: Watcher) -> None:
    def save() -> None:
        for number in range(1000):
            STYLES[number % 3](script, f"gen 1\n-- {number}\n")

    saving = threading.Thread(target=save)
    saving.start()
    read, rounds = b"", 0
    while (told := watcher.changes(NEVER)) is not None or saving.is_alive():
        rounds += told is not None
        with suppress(FileNotFoundError):
            read = script.read_bytes()
    saving.join()

    assert read == b"gen 1\n-- 999\n"
    assert rounds < 300


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the queue is inotify's")
def test_lost_events_are_said_to_be_lost(script: Path, watcher: Watcher) -> None:
    import logging

    logging.getLogger("watchdog.observers.inotify_c").warning("Inotify queue overflowed; filesystem events were lost")

    told = watcher.changes(SOON)
    assert told is not None
    assert told.lost


def test_where_the_system_has_no_watches_left_it_looks_again_and_again(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from watchdog.observers.api import BaseObserver

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "POLL", 0.1)
    told = Watcher()
    told.know(script, script.read_bytes())
    observer = told._observer
    monkeypatch.setattr(observer, "schedule", full)
    assert isinstance(observer, BaseObserver)

    told.watch([Folder(script.parent)])
    time.sleep(0.3)
    script.write_text("gen 1\n-- seen\n")
    changes = told.changes(5.0)
    told.close()

    assert told.polls
    assert changes is not None
    assert script in changes.paths
