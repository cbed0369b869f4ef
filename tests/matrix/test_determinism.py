"""determinism, device: another folder, user, locale, zone, mask, hash seed, order of files; the same keys and bits."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.store import Store
from tests.matrix.conftest import Found
from tests.matrix.studio import TRAINING, Studio, Told, picture

NAMES = ["b.bmp", "ä.bmp", "10.bmp", "9.bmp", "Z.bmp", "a/c.bmp"]


@dataclass(frozen=True)
class Other:
    """Another place to run in: what of its surroundings differs."""

    name: str
    env: dict[str, str]
    how: dict[str, Any]
    backwards: bool = False  # whether its pictures were put there in another order
    only_root: bool = False


OTHERS = [
    Other("locale", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, {}),
    Other("locale without letters", {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}, {}),
    Other("zone", {"TZ": "Pacific/Kiritimati"}, {}),
    Other("hash seed", {"PYTHONHASHSEED": "12345"}, {}),
    Other("mask", {}, {"umask": 0o077}),
    Other("order of files", {}, {}, backwards=True),
    Other("no such device", {"CUDA_VISIBLE_DEVICES": "7"}, {}),
    Other("user", {"HOME": "/"}, {"user": "nobody", "group": "nogroup", "extra_groups": []}, only_root=True),
]


def laid_out(folder: Path, score: str, backwards: bool = False) -> Studio:
    studio = Studio.at(folder, score, pictures=0)
    for number, name in sorted(enumerate(NAMES), reverse=backwards):
        (studio.photos / name).parent.mkdir(exist_ok=True)
        picture(number).save(studio.photos / name)
    return studio


@dataclass(frozen=True)
class Made:
    """What a run made: keys and digests of its stages, and what it saved."""

    told: Told
    results: dict[str, str]
    saved: dict[str, bytes]

    @classmethod
    def of(cls, studio: Studio, env: dict[str, str] | None = None, **how: Any) -> Made:
        done = studio.run(env=env, **how)
        assert done.code == 0, done.text
        return cls(done, studio.results(), studio.saved())


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made.of(laid_out(tmp_path_factory.mktemp("here") / "studio", TRAINING))


@pytest.mark.slow
@pytest.mark.parametrize("other", OTHERS, ids=lambda other: other.name)
def test_elsewhere_keys_and_bits_are_the_same(here: Made, other: Other, tmp_path: Path, found: Found) -> None:
    if other.only_root and (not hasattr(os, "geteuid") or os.geteuid() != 0):
        pytest.skip("only root can be somebody else")
    studio = laid_out(tmp_path / "another place", TRAINING, other.backwards)
    if other.only_root:
        opened(studio.folder, tmp_path)
    try:
        there = Made.of(studio, other.env, **other.how)
    except PermissionError:
        pytest.skip("this Python lies where nobody else may look")

    assert here.told.keys == there.told.keys
    assert here.results == there.results
    assert here.saved == there.saved
    found("determinism", f"another {other.name}: the same keys, the same bits.")


def opened(folder: Path, base: Path) -> None:
    """Let somebody else read and write in a folder."""
    for path in (folder, *folder.rglob("*")):
        shutil.chown(path, "nobody", "nogroup")
    for path in (base, *base.parents):
        if path.stat().st_uid == os.geteuid() and path != Path("/"):
            path.chmod(path.stat().st_mode | 0o011)


@pytest.mark.slow
def test_a_record_says_on_what_it_was_made(here: Made, tmp_path: Path) -> None:
    studio = laid_out(tmp_path / "studio", TRAINING)
    done = studio.run()
    record = Store(studio.store).record(Key(done.keys["dreamer"]))

    assert record is not None
    assert {"device", "python", "threads", "torch"} <= set(record.facts["made-with"])
