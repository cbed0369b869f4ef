from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter
from intaglio.runtime.contract import Fault
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.manifest import Key, Manifest, key
from intaglio.runtime.place import copies
from intaglio.runtime.place.copies import Cell, Claims, spelled, targets
from intaglio.runtime.place.placing import place, placed_files
from intaglio.runtime.store.store import Store


class Studio:
    """A store with artifacts, and a folder where they are placed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.store = Store(folder / ".intaglio")
        self._count = 0

    def made(self, makes: str, fill: Callable[[Path, Path], None]) -> Artifact:
        self._count += 1
        manifest = Manifest(kind="sample", version=1, settings={"count": self._count})
        with self.store.working() as working:
            fill(working.result, working.seen)
            return self.store.commit(key(manifest), manifest, working, {}, makes=makes)

    def images(self, *shades: int) -> Artifact:
        def fill(result: Path, seen: Path) -> None:
            with ImageWriter(result, seen) as writer:
                for shade in shades:
                    writer.add(np.full((4, 5, 3), shade, np.uint8))

        return self.made("images", fill)

    def files(self, makes: str, *names: str, text: str = "made") -> Artifact:
        def fill(result: Path, seen: Path) -> None:
            for name in names:
                (result / name).parent.mkdir(exist_ok=True)
                (result / name).write_text(f"{text} {name}")

        return self.made(makes, fill)

    def place(self, artifact: Artifact, path: str = "", *, replace: bool = False) -> tuple[Path, ...]:
        return place(self.store, [({}, artifact)], self.out / path, replace=replace, allow="say so").cells

    def found(self, cells: list[Cell]) -> list[Cell]:
        """The same cells, as this store finds them."""
        found = [(labels, self.store.find(Key(artifact.key))) for labels, artifact in cells]
        return [(labels, artifact) for labels, artifact in found if artifact is not None]

    def lies(self, folder: str = "") -> list[str]:
        """Every file in the folder, hidden ones too."""
        return sorted(p.relative_to(self.out).as_posix() for p in (self.out / folder).rglob("*") if p.is_file())

    def shades(self, folder: str = "") -> list[int]:
        return [int(np.asarray(Image.open(p))[0, 0, 0]) for p in sorted((self.out / folder).glob("*.png"))]


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


def state(path: Path) -> tuple[int, int, int]:
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns


# What lies where --------------------------------------------------------------------------------------------------


def test_images_become_a_folder_of_numbered_pngs(studio: Studio) -> None:
    artifact = studio.images(3, 1, 2)
    told = studio.place(artifact)

    assert (studio.out,) == told
    assert ["0001.png", "0002.png", "0003.png"] == studio.lies()
    for path, pixels in zip(sorted(studio.out.iterdir()), ImageSet(artifact), strict=True):
        assert np.array_equal(pixels, np.asarray(Image.open(path)))


def test_a_single_image_may_be_a_file(studio: Studio) -> None:

    assert (studio.out / "one.png",) == studio.place(studio.images(3), "one.png")
    assert ["one.png"] == studio.lies()


def test_several_images_are_no_file(studio: Studio) -> None:
    with pytest.raises(Fault, match="there are 2 images") as fault:
        studio.place(studio.images(3, 4), "one.png")

    assert fault.value.hint is None  # it knows no script
    assert not studio.out.exists()


@pytest.mark.parametrize(
    ("makes", "names", "path", "lies", "told"),
    [
        ("film", ["film.mp4"], "night.mp4", ["night.mp4"], "night.mp4"),
        ("film", ["frames/0001.png", "frames/0002.png"], "night.png", ["night/0001.png", "night/0002.png"], "night"),
        ("film", ["film.mp4"], "v1.5", ["v1.5/film.mp4"], "v1.5/film.mp4"),
        ("sheet", ["sheet.pdf"], "plate.pdf", ["plate.pdf"], "plate.pdf"),
        ("sheet", ["sheet-1.png", "sheet-2.png"], "plate.png", ["plate-1.png", "plate-2.png"], "plate-1.png"),
        ("sheet", ["sheet-1.png", "sheet-2.png"], "plates", ["plates/sheet-1.png", "plates/sheet-2.png"], "plates"),
        ("model", ["model.json", "model.safetensors"], "d.safetensors", ["d.json", "d.safetensors"], "d.safetensors"),
        ("model", ["model.json", "model.safetensors"], "d", ["d/model.json", "d/model.safetensors"], "d"),
    ],
)
def test_files_go_where_their_path_says(
    studio: Studio, makes: str, names: list[str], path: str, lies: list[str], told: str
) -> None:

    assert (studio.out / told,) == studio.place(studio.files(makes, *names), path)
    assert lies == studio.lies()
    assert sorted(studio.out / each for each in lies) == sorted(placed_files(studio.store, studio.out / path))


def test_a_swept_stage_is_a_folder_with_one_entry_a_cell(studio: Studio) -> None:
    cells = [({"guidance": 3, "seed": seed}, studio.images(seed, seed)) for seed in (1, 2)]
    told = place(studio.store, cells, studio.out).cells

    assert (studio.out / "guidance-3_seed-1", studio.out / "guidance-3_seed-2") == told
    assert [1, 1] == studio.shades("guidance-3_seed-1")
    assert [2, 2] == studio.shades("guidance-3_seed-2")


def test_cells_of_one_image_or_one_file_are_files(studio: Studio) -> None:
    place(studio.store, [({"seed": seed}, studio.images(seed)) for seed in (1, 2)], studio.out / "a")
    films = [({"speed": speed}, studio.files("film", "film.mp4", text=f"{speed}")) for speed in (12.5, 24)]
    place(studio.store, films, studio.out / "night.mp4")

    assert ["a/seed-1.png", "a/seed-2.png", "night/speed-12.5.mp4", "night/speed-24.mp4"] == studio.lies()


def test_axes_in_braces_are_filled_in(studio: Studio) -> None:
    cells = [({"seed": seed, "prompt": "A reef, at {night}"}, studio.images(seed)) for seed in (1, 2)]
    place(studio.store, cells, studio.out / "{prompt}" / "s{seed}.png")

    assert ["A-reef-at-night/s1.png", "A-reef-at-night/s2.png"] == studio.lies()


def test_a_brace_that_names_no_axis_is_told(studio: Studio) -> None:
    with pytest.raises(Fault, match=r"`\{sed\}` in \{sed\} names no swept setting; here are seed"):
        place(studio.store, [({"seed": 1}, studio.images(1))], studio.out / "{sed}")


def test_cells_that_would_have_one_name_are_numbered(studio: Studio) -> None:
    cells = [({"prompt": text}, studio.images(i)) for i, text in enumerate(["a b", "a/b", "A B"])]
    place(studio.store, cells, studio.out)

    assert ["prompt-A-B-3.png", "prompt-a-b-2.png", "prompt-a-b.png"] == studio.lies()


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (3, "3"),
        (0.5, "0.5"),
        (-1, "minus-1"),
        (True, "yes"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "none"),
        (None, "None"),
        ("…", "none"),
        ("word " * 30, "word-word-word-word-word-word-word-word"),
        ({"stage": "cabinet", "part": "shells"}, "shells"),
        ((256, 512), "256-512"),
    ],
)
def test_a_value_is_spelled_as_a_part_of_a_name(value: object, name: str) -> None:

    assert name == spelled(value)


@pytest.mark.parametrize(
    ("save", "ours", "not_ours"),
    [
        ("out", ["out", "out/0001.png", "out/seed-1/0001.png"], ["outer", "photos/1.png", "out-2/0001.png", "out.png"]),
        (
            "plate.png",
            ["plate.png", "plate-2.png", "plate/seed-1.png"],
            ["plate-b.png", "plates/1.png", "photos/1.png"],
        ),
        ("d.safetensors", ["d.safetensors", "d.json"], ["d.jpeg2", "e.json", "deep/d.json"]),
        ("{seed}", ["1/0001.png", "2", "2/0001.png"], ["3/0001.png", "photos/0.png", "table.gen"]),
        ("{seed}/a.png", ["1/a.png", "2/a-2.png"], ["1/b.png", "3/a.png", "photos/a.png"]),
    ],
)
def test_a_save_claims_its_own_files_and_no_other(save: str, ours: list[str], not_ours: list[str]) -> None:
    claims = Claims(targets(Path("/work", save), [{"seed": 1}, {"seed": 2}]))

    assert [] == [path for path in ours if Path("/work", path) not in claims]
    assert [] == [path for path in not_ours if Path("/work", path) in claims]


@pytest.mark.parametrize("save", ["out", "plate.png", "{seed}", "{seed}/a.png", "a/{seed}.png", "night.mp4"])
def test_what_is_placed_was_claimed(studio: Studio, save: str) -> None:
    films = [({"seed": seed}, studio.files("film", "film.mp4", text=f"{seed}")) for seed in (1, 2)]
    pictures = [({"seed": seed}, studio.images(seed)) for seed in (1, 2)]
    cells = films if save == "night.mp4" else pictures
    claims = Claims(targets(studio.out / save, [labels for labels, _ in cells]))
    place(studio.store, cells, studio.out / save)

    assert 2 == len(studio.lies())
    assert [] == [path for path in studio.lies() if studio.out / path not in claims]


# Again ------------------------------------------------------------------------------------------------------------


def test_what_is_placed_is_left_alone(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    artifact = studio.images(1, 2)
    first = studio.place(artifact)
    before = [state(path) for path in studio.out.iterdir()]
    monkeypatch.setattr(copies, "write_png", None)  # nothing may be drawn

    assert first == studio.place(artifact)
    assert before == [state(path) for path in studio.out.iterdir()]


def test_a_deleted_copy_is_placed_again_and_no_other(studio: Studio) -> None:
    artifact = studio.images(1, 2)
    studio.place(artifact)
    (studio.out / "0001.png").unlink()
    before = state(studio.out / "0002.png")
    studio.place(artifact)

    assert [1, 2] == studio.shades()
    assert before == state(studio.out / "0002.png")


def test_only_images_that_changed_are_written(studio: Studio) -> None:
    studio.place(studio.images(1, 2, 3))
    before = state(studio.out / "0001.png")
    studio.place(studio.images(1, 9, 3))

    assert [1, 9, 3] == studio.shades()
    assert before == state(studio.out / "0001.png")


def test_images_that_are_no_longer_part_of_the_set_are_removed(studio: Studio) -> None:
    studio.place(studio.images(1, 2, 3))
    studio.place(studio.images(1))

    assert ["0001.png"] == studio.lies()


def test_cells_that_are_no_longer_swept_are_removed_with_their_folders(studio: Studio) -> None:
    place(studio.store, [({"seed": seed}, studio.images(seed, 7)) for seed in (1, 2)], studio.out)
    place(studio.store, [({"seed": 1}, studio.images(1, 7))], studio.out)

    assert [studio.out / "seed-1"] == list(studio.out.iterdir())


def test_what_the_artist_put_beside_the_copies_stays(studio: Studio) -> None:
    studio.place(studio.images(1, 2))
    (studio.out / "notes.txt").write_text("mine")
    (studio.out / "0003.png").write_text("mine too")
    studio.place(studio.images(1))

    assert ["0001.png", "0003.png", "notes.txt"] == studio.lies()


def test_an_edited_copy_that_is_no_longer_part_of_the_set_stays(studio: Studio) -> None:
    studio.place(studio.images(1, 2))
    (studio.out / "0002.png").write_text("painted over")
    studio.place(studio.images(1))

    assert ["0001.png", "0002.png"] == studio.lies()


# Never over what is not ours --------------------------------------------------------------------------------------


def test_a_file_that_was_not_placed_is_never_written_over(studio: Studio) -> None:
    studio.out.mkdir()
    (studio.out / "0002.png").write_text("mine")
    with pytest.raises(Fault) as fault:
        studio.place(studio.images(1, 2, 3))

    assert str(studio.out / "0002.png") in fault.value.message
    assert "say so" == fault.value.hint
    assert ["0002.png"] == studio.lies()
    assert "mine" == (studio.out / "0002.png").read_text()


def test_a_copy_that_was_edited_is_never_written_over(studio: Studio) -> None:
    artifact = studio.images(1, 2)
    studio.place(artifact)
    (studio.out / "0001.png").write_text("painted over")
    for wanted in (artifact, studio.images(5, 6)):
        with pytest.raises(Fault, match=r"0001\.png was edited or not made here"):
            studio.place(wanted)

    assert "painted over" == (studio.out / "0001.png").read_text()
    assert [2] == [int(np.asarray(Image.open(studio.out / "0002.png"))[0, 0, 0])]


def test_an_edit_of_the_same_size_with_its_old_time_put_back_is_noticed(studio: Studio) -> None:
    artifact = studio.files("film", "film.mp4")
    studio.place(artifact, "night.mp4")
    old = (studio.out / "night.mp4").stat()
    time.sleep(0.02)
    (studio.out / "night.mp4").write_text("MADE film.mp4")
    os.utime(studio.out / "night.mp4", ns=(old.st_atime_ns, old.st_mtime_ns))
    with pytest.raises(Fault, match="edited"):
        studio.place(artifact, "night.mp4")


def test_many_files_that_are_not_ours_are_counted(studio: Studio) -> None:
    studio.out.mkdir()
    for number in range(1, 6):
        (studio.out / f"000{number}.png").write_text("mine")
    with pytest.raises(Fault, match=r"0001\.png, .*0003\.png and 2 more were edited"):
        studio.place(studio.images(1, 2, 3, 4, 5))


def test_replace_says_so(studio: Studio) -> None:
    studio.out.mkdir()
    (studio.out / "0001.png").write_text("mine")
    artifact = studio.images(1, 2)
    studio.place(artifact, replace=True)

    assert [1, 2] == studio.shades()
    assert (studio.out,) == studio.place(artifact)


def test_a_folder_is_not_replaced_even_then(studio: Studio) -> None:
    (studio.out / "night.mp4" / "deep").mkdir(parents=True)
    with pytest.raises(Fault, match="is a folder"):
        studio.place(studio.files("film", "film.mp4"), "night.mp4", replace=True)

    assert (studio.out / "night.mp4" / "deep").is_dir()


def test_a_link_is_not_written_through(studio: Studio, tmp_path: Path) -> None:
    studio.out.mkdir()
    (tmp_path / "precious").write_text("mine")
    (studio.out / "night.mp4").symlink_to(tmp_path / "precious")
    artifact = studio.files("film", "film.mp4")
    with pytest.raises(Fault, match="not made here"):
        studio.place(artifact, "night.mp4")
    studio.place(artifact, "night.mp4", replace=True)

    assert "mine" == (tmp_path / "precious").read_text()
    assert "made film.mp4" == (studio.out / "night.mp4").read_text()


def test_copies_whose_store_is_gone_are_taken_as_ours_if_they_are_the_same(studio: Studio, tmp_path: Path) -> None:
    studio.place(studio.images(1, 2))
    before = [state(path) for path in sorted(studio.out.iterdir())]
    other = Studio(tmp_path / "other")
    other.out = studio.out
    other.place(other.images(1, 2))

    assert before == [state(path) for path in sorted(studio.out.iterdir())]

    other.place(other.images(3, 4))

    assert [3, 4] == studio.shades()


@pytest.mark.parametrize("of_before", [True, False])
def test_a_ledger_that_names_files_elsewhere_is_not_believed(
    studio: Studio, tmp_path_factory: pytest.TempPathFactory, of_before: bool
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "precious"
    elsewhere.write_text("mine")
    first, second = studio.images(1, 2), studio.images(1)
    studio.place(first)
    about = studio.store.notes.about("placed", studio.out)
    ledger = studio.store.notes.read(about)
    entry = {"origin": "x", "digests": [digests.of_file(elsewhere)], "stat": None}
    for path in (str(elsewhere), os.path.relpath(elsewhere, studio.folder), "out/../../precious"):
        ledger["copies"][path] = entry
    studio.store.notes.write(about, ledger | {"cells": [str(elsewhere)]})

    told = studio.place(first if of_before else second)

    assert "mine" == elsewhere.read_text()
    assert (studio.out,) == told
    assert {studio.out} == {path.parent for path in placed_files(studio.store, studio.out)}


def test_a_copy_that_was_only_touched_is_still_ours(studio: Studio) -> None:
    studio.place(studio.images(1))
    (studio.out / "0001.png").touch()
    studio.place(studio.images(2))

    assert [2] == studio.shades()


def test_an_artist_who_edits_a_copy_does_not_edit_the_store(studio: Studio) -> None:
    artifact = studio.files("film", "film.mp4")
    studio.place(artifact, "night.mp4")
    with (studio.out / "night.mp4").open("r+b") as file:
        file.write(b"XXXX")

    assert b"made film.mp4" == artifact.result["film.mp4"].read_bytes()
    assert os.access(studio.out / "night.mp4", os.W_OK)


# Moved -----------------------------------------------------------------------------------------------------------


def rename(studio: Studio, to: Path) -> None:
    studio.folder.rename(to)


def copy_anew(studio: Studio, to: Path) -> None:
    shutil.copytree(studio.folder, to)
    shutil.rmtree(studio.folder)


@pytest.mark.parametrize("move", [rename, copy_anew])
@pytest.mark.parametrize("path", ["", "deep", "{seed}/night", "../beside"])
def test_copies_are_known_where_their_folder_was_moved(
    tmp_path: Path, move: Callable[[Studio, Path], None], path: str
) -> None:
    here = Studio(tmp_path / "here" / "work")
    cells = [({"seed": 1}, here.images(1, 2)), ({"seed": 2}, here.images(3, 4))]
    changed = [({"seed": 1}, here.images(5, 6)), ({"seed": 3}, here.images(7, 8))]
    place(here.store, cells, here.out / path)

    move(here, tmp_path / "there")
    there = Studio(tmp_path / "there")
    again = place(there.store, there.found(cells), there.out / path)

    assert 0 == again.written
    assert 2 == len({folder for folder in again.cells if folder.is_dir() and tmp_path / "there" in folder.parents})

    place(there.store, there.found(changed), there.out / path)  # no Fault: all of it is known as ours

    assert sorted([5, 6, 7, 8]) == sorted(
        int(np.asarray(Image.open(each))[0, 0, 0]) for each in (tmp_path / "there").rglob("*.png")
    )


def test_copies_far_from_the_store_are_known_where_the_store_alone_was_moved(tmp_path: Path) -> None:
    studio = Studio(tmp_path / "a" / "b" / "c")
    studio.out = tmp_path / "far" / "away" / "out"
    artifact = studio.images(1, 2)
    studio.place(artifact)

    studio.folder.rename(tmp_path / "a" / "b" / "d")
    moved = Studio(tmp_path / "a" / "b" / "d")
    moved.out = studio.out

    assert 0 == place(moved.store, moved.found([({}, artifact)]), moved.out).written


def test_two_folders_that_share_a_store_by_a_link_do_not_take_each_other_s_copies_for_their_own(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    works = [Studio(tmp_path / "works" / name) for name in ("one", "two")]
    for work in works:
        work.folder.mkdir(parents=True)
        (work.folder / ".intaglio").symlink_to(tmp_path / "disk")
    one, two = works
    first, second = one.images(1), two.images(2)
    one.place(first, "a.png")
    two.place(second, "a.png")

    assert 0 == place(one.store, [({}, first)], one.out / "a.png").written
    assert ([1], [2]) == (one.shades(), two.shades())


def test_what_had_to_be_written_is_counted(studio: Studio) -> None:
    artifact = studio.images(1, 2, 3)
    counts = [place(studio.store, [({}, artifact)], studio.out).written for _ in range(2)]
    (studio.out / "0001.png").unlink()
    (studio.out / "0002.png").write_text("mine")
    counts.append(place(studio.store, [({}, artifact)], studio.out, replace=True).written)

    assert [3, 0, 2] == counts


# When it breaks ---------------------------------------------------------------------------------------------------


def test_a_disk_that_is_full_leaves_what_lay_there(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    studio.place(studio.images(1, 2, 3))

    def full(pixels: object, to: Path) -> None:
        to.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(copies, "write_png", full)
    with pytest.raises(Fault, match="disk is full"):
        studio.place(studio.images(4, 5))

    assert [1, 2, 3] == studio.shades()
    assert ["0001.png", "0002.png", "0003.png"] == studio.lies()


def test_a_folder_that_cannot_be_made_is_told(studio: Studio) -> None:
    studio.out.write_text("a file")
    with pytest.raises(Fault, match="is not a folder"):
        studio.place(studio.images(1, 2), "deep")


def test_a_damaged_artifact_is_never_placed(studio: Studio) -> None:
    artifact = studio.files("film", "film.mp4")
    artifact.result["film.mp4"].chmod(0o644)
    artifact.result["film.mp4"].write_text("mode film.mp4")
    again = Store(studio.store.root)
    with pytest.raises(Fault, match="damaged"):
        place(again, [({}, artifact)], studio.out / "night.mp4")

    assert not studio.out.exists()
    assert again.find(artifact.key) is None


PLACER = """
import sys
from pathlib import Path
from intaglio.runtime.place.placing import place
from intaglio.runtime.store.store import Store
store = Store(Path(sys.argv[1]))
artifacts = [store.find(key) for key in sys.argv[3:]]
print("ready", flush=True)
while True:
    for artifact in artifacts:
        place(store, [({}, artifact)], Path(sys.argv[2]))
"""


def test_a_kill_at_any_moment_leaves_whole_copies_that_are_known_as_ours(studio: Studio) -> None:
    moments = random.Random(3)
    sets = [studio.images(*range(12)), studio.images(*range(100, 120))]
    for _ in range(12):
        command = [sys.executable, "-c", PLACER, studio.store.root, studio.out, *(a.key for a in sets)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(moments.uniform(0.1, 0.5))
        child.send_signal(signal.SIGKILL)
        child.wait()

        assert all(shade in (*range(12), *range(100, 120)) for shade in studio.shades())

        studio.place(sets[0])  # no Fault: nothing of it is foreign

        assert [f"{number:04}.png" for number in range(1, 13)] == studio.lies()
        assert list(range(12)) == studio.shades()


def test_the_same_artifact_gives_the_same_bytes(studio: Studio) -> None:
    artifact = studio.images(1, 2)
    studio.place(artifact, "a")
    studio.place(artifact, "b")

    assert digests.of_file(studio.out / "a/0001.png") == digests.of_file(studio.out / "b/0001.png")


def moved_to_a_larger_disk(folder: Path) -> None:
    """As an artist does it: the folder is moved, and a link is put where it was."""
    folder.rename(folder.parent / "larger")
    folder.symlink_to("larger")


def moved_back(folder: Path) -> None:
    folder.unlink()
    (folder.parent / "larger").rename(folder)


def test_a_folder_that_is_moved_and_linked_to_still_holds_copies_of_ours(studio: Studio) -> None:
    shades = []
    for number, move in enumerate((lambda _: None, moved_to_a_larger_disk, moved_back, moved_to_a_larger_disk), 1):
        move(studio.out)
        studio.place(studio.images(number, number + 10), "set")
        shades.append(studio.shades("set"))

    assert [[1, 11], [2, 12], [3, 13], [4, 14]] == shades
    assert ["set/0001.png", "set/0002.png"] == studio.lies()


def test_a_link_that_leads_elsewhere_makes_nothing_there_ours(studio: Studio) -> None:
    studio.place(studio.images(1, 2), "set")
    studio.out.rename(studio.folder / "away")
    studio.out.symlink_to("precious")
    (studio.folder / "precious/set").mkdir(parents=True)
    (studio.folder / "precious/set/0001.png").write_bytes(b"mine")
    with pytest.raises(Fault, match="not made here"):
        studio.place(studio.images(3, 4), "set")

    assert ["set/0001.png"] == studio.lies()
    assert b"mine" == (studio.folder / "precious/set/0001.png").read_bytes()


def test_two_ways_to_one_folder_share_what_is_known_of_it(studio: Studio) -> None:
    studio.place(studio.images(1), "a.png")
    (studio.folder / "other").symlink_to("out")
    place(studio.store, [({}, studio.images(2))], studio.folder / "other" / "a.png")
    studio.place(studio.images(3), "a.png")

    assert [3] == studio.shades()
