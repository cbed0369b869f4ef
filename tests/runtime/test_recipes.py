"""Recipes on a disk: where they are found, what is not followed, and what is noticed of a change."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from intaglio.lang.borrowing import Absent, Page
from intaglio.runtime.world.recipes import LARGEST, DiskRecipes

RECIPE = "recipe soften\n  takes pictures as images\n  gives soft\n\n  dataset soft from pictures\n"


def lay(folder: Path, *names: str, text: str = RECIPE) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def lender(folder: Path) -> DiskRecipes:
    return DiskRecipes(folder, {"std/recipes": folder / "library"})


def page(folder: Path, source: str, name: str = "soften", version: str | None = "v1") -> Page:
    found = lender(folder).lend(source, name, version)
    assert isinstance(found, Page), found
    return found


def absent(folder: Path, source: str, name: str = "soften", version: str | None = "v1") -> Absent:
    found = lender(folder).lend(source, name, version)
    assert isinstance(found, Absent), found
    return found


def test_a_recipe_is_found_in_the_folder_of_its_version_before_the_folder_itself(tmp_path: Path) -> None:
    lay(tmp_path, "mine/soften.gen", "mine/v2.1/soften.gen")

    places = [page(tmp_path, "./mine/", version=version) for version in ("v1", "v2.1", None)]

    assert [
        ("./mine/soften.gen", None, "./mine/"),
        ("./mine/v2.1/soften.gen", "v2.1", "./mine/v2.1/"),
        ("./mine/v2.1/soften.gen", "v2.1", "./mine/v2.1/"),
    ] == [(place.name, place.version, place.folder) for place in places]
    assert {"./mine/"} == {place.root for place in places}


def test_a_name_is_found_in_whatever_form_the_disk_has_it(tmp_path: Path) -> None:
    lay(tmp_path, unicodedata.normalize("NFD", "mine/größer.gen"))

    assert RECIPE == page(tmp_path, "./mine/", unicodedata.normalize("NFC", "größer")).text


def test_versions_are_ordered_as_numbers(tmp_path: Path) -> None:
    lay(tmp_path, *(f"mine/v{version}/soften.gen" for version in ("10", "9", "9.10", "9.9")), "mine/harden.gen")

    assert {"harden": (), "soften": ("v9", "v9.9", "v9.10", "v10")} == lender(tmp_path).holds("./mine/")
    assert "./mine/v10/soften.gen" == page(tmp_path, "./mine/", version=None).name


def test_what_ships_is_never_a_folder_beside_the_script(tmp_path: Path) -> None:
    lay(tmp_path, "std/recipes/soften.gen", "library/harden.gen")

    assert {"harden": ()} == absent(tmp_path, "std/recipes").holds
    assert "std/recipes/harden.gen" == page(tmp_path, "std/recipes", "harden").name
    assert {} == absent(tmp_path, "std/others", "harden").holds


@pytest.mark.parametrize("source", ["./nowhere/", "./mine/soften.gen", "./mine\0/", "./" + "m" * 5000 + "/"])
def test_a_place_that_is_no_folder_holds_nothing(tmp_path: Path, source: str) -> None:
    lay(tmp_path, "mine/soften.gen")

    assert Absent() == absent(tmp_path, source)


def test_a_text_without_a_folder_borrows_only_what_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "mine/soften.gen", "library/soften.gen")
    monkeypatch.chdir(tmp_path)
    alone = DiskRecipes(None, {"std/recipes": tmp_path / "library"})

    assert Absent() == alone.lend("./mine/", "soften", "v1")
    assert isinstance(alone.lend("std/recipes", "soften", "v1"), Page)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, "elsewhere/soften.gen", "mine/v2/inside.gen")
    (tmp_path / "mine" / "soften.gen").symlink_to(tmp_path / "elsewhere" / "soften.gen")
    (tmp_path / "mine" / "v3").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "mine" / "inside.gen").symlink_to("v2/inside.gen")

    assert "leads out of ./mine/, and is not followed" in absent(tmp_path, "./mine/").because
    assert "leads out of ./mine/" in absent(tmp_path, "./mine/", version="v3").because
    assert RECIPE == page(tmp_path, "./mine/", "inside").text


def test_whether_a_path_of_a_recipe_leads_out_is_asked_of_the_disk(tmp_path: Path) -> None:
    lay(tmp_path, "mine/list.txt", "elsewhere/list.txt")
    (tmp_path / "mine" / "out").symlink_to(tmp_path / "elsewhere")

    actual = {path: lender(tmp_path).leads_out(path, "./mine/") for path in ("./mine/list.txt", "./mine/out/*.txt")}

    assert {"./mine/list.txt": False, "./mine/out/*.txt": True} == actual


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe", "it is not text in utf-8"), (b"-" * (LARGEST + 1), f"it holds {LARGEST + 1:,} bytes")],
    ids=["no text", "too large"],
)
def test_a_file_that_is_no_text_says_so(tmp_path: Path, data: bytes, said: str) -> None:
    lay(tmp_path, "mine/soften.gen")
    (tmp_path / "mine" / "soften.gen").write_bytes(data)

    assert said in absent(tmp_path, "./mine/").because


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    os.mkfifo(tmp_path / "mine" / "soften.gen")

    assert "it is no file" in absent(tmp_path, "./mine/").because


def test_what_was_looked_at_is_told_with_what_was_found(tmp_path: Path) -> None:
    lay(tmp_path, "mine/soften.gen", "mine/v2/soften.gen")

    seen = {version: set(page(tmp_path, "./mine/", version=version).seen) for version in ("v1", "v2")}

    root = tmp_path / "mine"
    assert {str(root), str(root / "soften.gen")} == seen["v1"]
    assert {str(root), str(root / "v2"), str(root / "v2" / "soften.gen")} == seen["v2"]
    assert [str(tmp_path / "nowhere")] == list(absent(tmp_path, "./nowhere/").seen)
