from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intaglio.runtime.contract import Changed, Fault, Source
from intaglio.runtime.keys import digests
from intaglio.runtime.store.store import Store
from intaglio.runtime.world import listing, stats, unchanged
from intaglio.runtime.world.files import DiskFiles, read
from intaglio.runtime.world.listing import natural


def lay(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"content of {name}")


def names(folder: Path, path: str) -> list[str]:
    return [source.name for source in looking(folder).listed(path)]


def looking(folder: Path) -> DiskFiles:
    return DiskFiles(folder, Store(folder / ".intaglio"))


def age(path: Path, seconds: float = 10) -> None:
    """Let a file be older than the clock's grain: its ctime cannot be set, so wait for that."""
    then = time.time() - seconds
    os.utime(path, (then, then))
    time.sleep(0.06)


def test_what_several_processes_learn_of_files_is_kept_whoever_writes_last(tmp_path: Path) -> None:
    lay(tmp_path, "a/1", "b/1", "c/1")
    for folder in "abc":
        age(tmp_path / folder / "1")
    Store(tmp_path / ".intaglio").root.mkdir()
    one, other = looking(tmp_path), looking(tmp_path)
    one.listed("a")
    one.keep()
    other.listed("b")
    other.keep()
    one.listed("c")
    one.keep()
    known = Store(tmp_path / ".intaglio").notes.read(stats.NOTE)

    assert {str(tmp_path / folder / "1") for folder in "abc"} == known.keys()


# Which files ------------------------------------------------------------------------------------------------------


def test_a_folder_is_listed_recursively_in_natural_order(tmp_path: Path) -> None:
    lay(
        tmp_path,
        "photos/10.jpg",
        "photos/9.jpg",
        "photos/a/2.jpg",
        "photos/a/1.jpg",
        "photos/b10/x.jpg",
        "photos/b9/x.jpg",
    )

    assert ["9.jpg", "10.jpg", "a/1.jpg", "a/2.jpg", "b9/x.jpg", "b10/x.jpg"] == names(tmp_path, "./photos/")


@settings(deadline=None)
@given(st.lists(st.text("ab019é. -", min_size=1, max_size=6), min_size=2, max_size=6, unique=True), st.randoms())
def test_natural_order_is_one_order(texts: list[str], shuffle: random.Random) -> None:
    shuffled = list(texts)
    shuffle.shuffle(shuffled)

    assert sorted(texts, key=natural) == sorted(shuffled, key=natural)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.from_regex(r"[0-9]{1,3}[a_][0-9]{0,2}|x[0-9]{2}-[0-9]", fullmatch=True), min_size=1, unique=True))
def test_names_as_a_camera_gives_them_are_in_natural_order(tmp_path: Path, texts: list[str]) -> None:
    shutil.rmtree(tmp_path / "photos", ignore_errors=True)
    lay(tmp_path, *(f"photos/{text}" for text in texts))

    assert sorted(texts, key=natural) == names(tmp_path, "./photos/")


def test_a_single_file_is_called_by_its_name(tmp_path: Path) -> None:
    lay(tmp_path, "film/original.mp4")
    (source,) = looking(tmp_path).listed("./film/original.mp4")

    assert ("original.mp4", "./film/original.mp4", tmp_path / "film/original.mp4") == (
        source.name,
        source.origin,
        source.path,
    )
    assert digests.of_bytes(b"content of film/original.mp4") == source.digest


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("./p/*.jpg", ["1.jpg", "2.jpg"]),
        ("./p/?.png", ["3.png"]),
        ("./p/[12].*", ["1.jpg", "2.jpg"]),
        ("./p/**/*.jpg", ["1.jpg", "2.jpg", "deep/4.jpg", "deep/er/5.jpg"]),
        ("./p/*/*.jpg", ["deep/4.jpg"]),
        ("./p/d*/", ["deep/4.jpg", "deep/er/5.jpg"]),
        ("./p/**/", ["1.jpg", "2.jpg", "3.png", "deep/4.jpg", "deep/er/5.jpg"]),
        ("./*/3.png", ["p/3.png"]),
    ],
)
def test_a_glob_finds_what_it_matches(tmp_path: Path, pattern: str, found: list[str]) -> None:
    lay(tmp_path, "p/1.jpg", "p/2.jpg", "p/3.png", "p/deep/4.jpg", "p/deep/er/5.jpg", "p/.hidden.jpg")

    assert found == names(tmp_path, pattern)
    assert looking(tmp_path).exists(pattern)


def test_a_glob_goes_only_into_folders_that_it_could_match(tmp_path: Path) -> None:
    lay(tmp_path, "1.jpg", "deep/er/2.jpg")
    files = looking(tmp_path)
    files.listed("./*.jpg")

    assert {str(tmp_path), str(tmp_path / "1.jpg")} == set(files.looked)


def test_a_name_with_brackets_is_that_file_and_no_glob(tmp_path: Path) -> None:
    lay(tmp_path, "plate [1].jpg", "plate 1.jpg")

    assert ["plate [1].jpg"] == names(tmp_path, "./plate [1].jpg")


def test_hidden_files_and_the_store_are_left_out(tmp_path: Path) -> None:
    lay(tmp_path, "p/a.jpg", "p/.DS_Store", "p/.git/b.jpg", "p/store/objects/c")
    files = DiskFiles(tmp_path, Store(tmp_path / "p" / "store"))

    assert ["a.jpg"] == [source.name for source in files.listed("p")]


def test_links_that_lead_out_are_left_out_and_those_that_stay_are_followed_once(tmp_path: Path) -> None:
    lay(tmp_path, "p/a.jpg", "p/deep/b.jpg", "private/c.jpg", "p-neighbour/d.jpg")
    (tmp_path / "p/out").symlink_to(tmp_path / "private")
    (tmp_path / "p/neighbour").symlink_to(tmp_path / "p-neighbour")
    (tmp_path / "p/out.jpg").symlink_to(tmp_path / "private/c.jpg")
    (tmp_path / "p/in.jpg").symlink_to("a.jpg")
    (tmp_path / "p/circle").symlink_to(".")
    (tmp_path / "p/deep/up").symlink_to("..")

    assert ["a.jpg", "deep/b.jpg", "in.jpg"] == names(tmp_path, "p")


def test_links_that_lead_nowhere_are_listed_as_such_and_the_run_that_met_them_is_not_vouched_for(
    tmp_path: Path,
) -> None:
    lay(tmp_path, "p/a.jpg")
    (tmp_path / "p/gone.jpg").symlink_to("/media/unplugged/gone.jpg")
    (tmp_path / "p/self.jpg").symlink_to("self.jpg")
    files = DiskFiles(tmp_path, Store(tmp_path / "store"))

    assert [("a.jpg", True), ("gone.jpg", False), ("self.jpg", False)] == [
        (source.name, bool(source.digest)) for source in files.listed("p")
    ]
    assert not unchanged.is_settled(files.looked[str(tmp_path / "p/gone.jpg")])


def test_a_place_that_is_itself_a_link_is_followed(tmp_path: Path) -> None:
    lay(tmp_path, "elsewhere/a.jpg")
    (tmp_path / "photos").symlink_to("elsewhere")

    assert ["a.jpg"] == names(tmp_path, "./photos/")


def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    lay(tmp_path, "p/a.jpg")
    os.mkfifo(tmp_path / "p/pipe")

    assert ["a.jpg"] == names(tmp_path, "p")
    with pytest.raises(Fault, match="neither a file nor a folder"):
        names(tmp_path, "p/pipe")


def test_a_script_finds_a_name_in_whatever_form_the_disk_has_it(tmp_path: Path) -> None:
    lay(tmp_path, unicodedata.normalize("NFD", "café/été.jpg"))

    assert [unicodedata.normalize("NFC", "été.jpg")] == names(tmp_path, "./café/")
    assert ["été.jpg"] == names(tmp_path, "./café/été.jpg")
    assert looking(tmp_path).exists("./café/été.jpg")


def test_a_name_that_is_no_text_is_listed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/p/\xff.jpg")).write_text("x")
    (source,) = looking(tmp_path).listed("p")

    assert "�.jpg" == source.name
    assert b"x" == read(source)


def test_a_deep_folder_needs_no_recursion(tmp_path: Path) -> None:
    place = tmp_path
    for _ in range(600):
        place = place / "d"
        place.mkdir()
    (place / "a.jpg").write_text("x")

    assert 1 == len(names(tmp_path, "d"))


# Faults -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("./gone/", "There is nothing at ./gone/"),
        ("./p/*.tif", "Nothing matches ./p/*.tif"),
        ("./gone/*.tif", "Nothing matches ./gone/*.tif"),
        ("./empty/", "The folder ./empty/ is empty"),
        ("./p/a.jpg/b", "There is nothing at ./p/a.jpg/b"),
        ("./nul\0", "There is nothing at"),
        ("./" + "long" * 100, "There is nothing at"),
        ("./link.jpg", "./link.jpg is a link that leads nowhere"),
    ],
)
def test_what_is_not_there_is_told_kindly_and_with_the_path_that_it_is_about(
    tmp_path: Path, path: str, told: str
) -> None:
    lay(tmp_path, "p/a.jpg", "empty/.hidden")
    (tmp_path / "link.jpg").symlink_to("gone.jpg")
    with pytest.raises(Fault) as fault:
        names(tmp_path, path)

    assert told in fault.value.message
    assert path == fault.value.path


def test_what_may_not_be_read_is_told_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "p/a.jpg")

    def refuses(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(digests, "of_file", refuses)  # root may read everything, so the system is spoken for
    with pytest.raises(Fault) as fault:
        names(tmp_path, "p")

    assert str(tmp_path / "p/a.jpg") in fault.value.message
    assert "may not be read" in fault.value.message


def test_a_file_that_will_not_hold_still_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "p/a.jpg")
    of_file = digests.of_file

    def grows(path: Path) -> str:
        with path.open("a") as file:
            file.write("more")
        return of_file(path)

    monkeypatch.setattr(digests, "of_file", grows)
    with pytest.raises(Fault, match="keeps changing"):
        names(tmp_path, "p")


def test_the_checker_sees_the_same_disk(tmp_path: Path) -> None:
    lay(tmp_path, "photos/a.jpg", "score.gen", ".hidden")
    world = looking(tmp_path)

    assert (True, True, True) == (world.exists("./photos/"), world.exists("photos/a.jpg"), world.exists("photos/*.jpg"))
    assert (False, False, False) == (world.exists("./gone"), world.exists("photos/*.png"), world.exists("nul\0"))
    assert ("photos/", "score.gen") == world.listing(".")
    assert () == world.listing("gone")


# Reading and remembering ------------------------------------------------------------------------------------------


def test_only_the_bytes_that_were_digested_are_read(tmp_path: Path) -> None:
    lay(tmp_path, "a.jpg")
    (source,) = looking(tmp_path).listed("a.jpg")

    assert b"content of a.jpg" == read(source)

    source.path.write_text("Content of a.jpg")
    with pytest.raises(Changed):
        read(source)

    source.path.unlink()
    with pytest.raises(Changed):
        read(source)


class Table:
    """A folder with one old photograph and a store, and how often its files were read whole."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.photo = folder / "p" / "a.jpg"
        self.store = Store(folder / ".intaglio")
        self.store.threads()  # from here on there is a store
        self.reads = 0
        self._folder = folder
        of_file = digests.of_file

        def counted(path: Path) -> str:
            self.reads += 1
            return of_file(path)

        monkeypatch.setattr(digests, "of_file", counted)

    def look(self) -> Source:
        files = DiskFiles(self._folder, self.store)
        (source,) = files.listed("p")
        files.keep()
        return source


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Table:
    lay(tmp_path, "p/a.jpg")
    age(tmp_path / "p/a.jpg")
    return Table(tmp_path, monkeypatch)


def test_a_file_is_read_once_and_never_again_while_it_stays(table: Table) -> None:

    assert table.look() == table.look() == table.look()
    assert 1 == table.reads


def test_a_touched_file_is_read_again_and_is_the_same(table: Table) -> None:
    before = table.look()
    table.photo.touch()

    assert before == table.look()
    assert 2 == table.reads


def test_an_edit_of_the_same_size_with_its_old_time_put_back_is_seen(table: Table) -> None:
    before, old = table.look(), table.photo.stat()
    table.photo.write_bytes(table.photo.read_bytes().swapcase())
    os.utime(table.photo, ns=(old.st_atime_ns, old.st_mtime_ns))

    assert before.digest != table.look().digest


def test_a_file_swapped_for_another_of_its_size_and_times_is_seen(table: Table, tmp_path: Path) -> None:
    before, old = table.look(), table.photo.stat()
    other = tmp_path / "other"
    other.write_bytes(table.photo.read_bytes().swapcase())
    os.utime(other, ns=(old.st_atime_ns, old.st_mtime_ns))
    other.replace(table.photo)

    assert before.digest != table.look().digest


def test_a_file_read_too_soon_after_it_was_written_is_not_trusted(table: Table) -> None:
    table.photo.write_text("new")
    table.look()
    first = table.reads
    table.look()

    assert first + 1 == table.reads


def test_edits_as_fast_as_they_come_are_all_seen(table: Table) -> None:
    for number in range(200):
        table.photo.write_text(f"{number:04}")

        assert digests.of_bytes(f"{number:04}".encode()) == table.look().digest


def test_a_clock_that_ran_ahead_is_not_trusted(table: Table) -> None:
    ahead = time.time() + 3600
    os.utime(table.photo, (ahead, ahead))
    table.look()
    first = table.reads
    table.look()

    assert first + 1 == table.reads


def test_times_in_whole_seconds_are_trusted_only_after_two() -> None:
    second = 1_000_000_000
    fine = (1, 5 * second + 1, 5 * second + 123_456_789, 7)
    whole = (1, 5 * second, 5 * second, 7)

    assert unchanged.is_settled((*fine, 6 * second))
    assert not unchanged.is_settled((*fine, 5 * second + 150_000_000))
    assert not unchanged.is_settled((*whole, 6 * second))
    assert unchanged.is_settled((*whole, 8 * second))


def test_two_processes_learn_without_forgetting_each_other(tmp_path: Path) -> None:
    lay(tmp_path, "p/a.jpg", "q/b.jpg")
    age(tmp_path / "p/a.jpg")
    age(tmp_path / "q/b.jpg")
    store = Store(tmp_path / ".intaglio")
    store.threads()
    one, two = DiskFiles(tmp_path, store), DiskFiles(tmp_path, Store(store.root))
    two.listed("q")
    one.listed("p")
    two.keep()
    one.keep()

    assert {str(tmp_path / "p/a.jpg"), str(tmp_path / "q/b.jpg")} == set(store.notes.read(stats.NOTE))


def test_what_is_learnt_of_many_files_is_written_down_now_and_then_and_all_of_it_at_the_end(tmp_path: Path) -> None:
    paths = [f"p/{number}.jpg" for number in range(500)]
    lay(tmp_path, *paths)
    time.sleep(0.1)  # old enough for their times to be trusted
    store = Store(tmp_path / ".intaglio")
    store.threads()
    files = DiskFiles(tmp_path, store)
    written = []
    for path in paths:
        files.listed(path)
        written.append(len(store.notes.read(stats.NOTE) or {}))
    files.keep()

    assert 0 == written[100]  # a write that is synced takes longer than to read so few small files again
    assert 2 <= len(set(written) - {0}) < 10
    assert {str(tmp_path / path) for path in paths} == set(store.notes.read(stats.NOTE))


def test_looking_at_files_makes_no_store(tmp_path: Path) -> None:
    lay(tmp_path, "p/a.jpg")
    names(tmp_path, "p")

    assert not (tmp_path / ".intaglio").exists()


def test_the_disk_is_looked_at_once_until_it_is_forgotten(tmp_path: Path) -> None:
    lay(tmp_path, "p/a.jpg")
    files = looking(tmp_path)
    before = files.listed("p")
    lay(tmp_path, "p/b.jpg")

    assert before == files.listed("p")

    files.forget()

    assert 2 == len(files.listed("p"))


def test_all_that_was_looked_at_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "p/a.jpg", "p/deep/b.jpg")
    files = looking(tmp_path)
    files.listed("p")
    seen = {str(Path(path).relative_to(tmp_path)) for path in files.looked}

    assert {"p", "p/a.jpg", "p/deep", "p/deep/b.jpg"} == seen
    assert all(unchanged.look(path)[:4] == look[:4] for path, look in files.looked.items())


def test_a_home_folder_and_an_absolute_path_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "home/p/a.jpg")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    assert ["a.jpg"] == names(tmp_path, "~/p") == names(tmp_path, str(tmp_path / "home/p"))


def test_patterns_do_not_blow_up(tmp_path: Path) -> None:
    lay(tmp_path, "/".join("a" * 30) + "/x.jpg")
    began = time.process_time()
    looking(tmp_path).exists("./" + "**/" * 40 + "y.jpg")
    looking(tmp_path).exists("./" + "**/a/" * 8 + "y.jpg")

    assert time.process_time() - began < 5


def test_a_full_path_is_split_before_its_first_wildcard() -> None:

    assert ("a/b", ("*.jpg",)) == listing.split("./a/b/*.jpg")
    assert (".", ("*", "b.jpg")) == listing.split("*/b.jpg")


def test_a_disk_that_can_only_be_read_is_planned_from(tmp_path: Path) -> None:
    lay(tmp_path, "disk/keep")
    disk = tmp_path / "disk"
    if subprocess.run(["mount", "-t", "tmpfs", "none", disk], capture_output=True, check=False).returncode:
        pytest.skip("a disk can be mounted only by root")
    try:
        lay(disk, "p/a.jpg")
        Store(disk / ".intaglio").threads()
        age(disk / "p/a.jpg")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)

        assert ["a.jpg"] == names(disk, "p")
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
