"""paths: what pictures, scores and folders may be called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.matrix.studio import Studio, picture

NAMES = [
    "two words.bmp",
    "it's.bmp",
    "--help.bmp",
    "$HOME.bmp",
    "100%.bmp",
    "ä.bmp",
    "Ａ★😀.bmp",
    "a\nb.bmp",
    "a\tb.bmp",
    "x" * 200 + ".bmp",
    os.fsdecode(b"\xff\xfe.bmp"),
]


@pytest.fixture
def named(tmp_path: Path) -> Studio:
    """A studio in a folder of a difficult name, with pictures of difficult names."""
    studio = Studio.at(tmp_path / "it's 100% ä", pictures=0)
    for number, name in enumerate(NAMES):
        try:
            picture(number).save(studio.photos / name)
        except OSError:
            pytest.skip("this disk cannot hold such names")
    return studio


def test_whatever_pictures_are_called_they_are_read_and_the_second_run_makes_nothing(named: Studio) -> None:
    first, second = named.run(), named.run()

    assert (0, len(NAMES)) == (first.code, first.of("finished")[0]["made"]), first.text
    assert (0, []) == (second.code, second.made)


@pytest.mark.parametrize("store", ["it's a store", os.fsdecode(b"st\xffre")])
def test_a_store_may_be_called_anything(tmp_path: Path, store: str) -> None:
    studio = Studio.at(tmp_path / "studio", store=tmp_path / store)

    first, second = studio.run(), studio.run()

    assert (0, 0, []) == (first.code, second.code, second.made), first.text + second.text
    assert [] == studio.damage()
