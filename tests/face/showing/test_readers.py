"""`gen show` of translators that read each other: it goes on with what was seen, and any picture is made again."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from intaglio.face.commands.show import Told
from intaglio.face.refusal import Refused
from intaglio.face.session import Session
from intaglio.face.showing import held, journal, remaking
from intaglio.face.showing.journal import Journal
from intaglio.face.showing.ready import Show, ready
from intaglio.stdlib.showing.playing import Beginning, Passage, Playing
from tests.face.showing.conftest import Gallery, Soon

FEW = 8  # readings of which one stays, in these tests


@pytest.fixture
def show(readers: Gallery, monkeypatch: pytest.MonkeyPatch) -> Show:
    """The show, in this process."""
    monkeypatch.setattr(held, "EVERY", FEW)
    session = Session.at(str(readers.score), None)
    show = ready(session, session.store(), None)
    show.compute_alike()
    return show


def played(show: Show, count: int) -> list[Passage]:
    """So many pictures more, told of as they begin."""
    begin, before = journal.beginning(show.folder, show.artifact.digest, show.piece)
    told, playing = Told(show, before), Playing(show.artifact, show.piece, begin, in_time=False)
    shown = list(islice(playing.passages(), count))
    for passage in shown:
        told.begins(passage)
    return shown


def files(show: Show) -> list[Path]:
    return sorted(show.folder.glob("readings/*/*"))


def beginning(show: Show) -> Beginning:
    return journal.beginning(show.folder, show.artifact.digest, show.piece)[0]


# On the screens ----------------------------------------------------------------------------------------------------


def test_a_killed_show_goes_on_with_the_pictures_that_were_seen(readers: Gallery, soon: Soon) -> None:
    shutil.rmtree(readers.folder / "photos")
    with readers.playing() as player:
        soon(lambda: readers.journal.exists() and len(readers.entries()) > 6)
        player.kill()
    before = readers.entries()
    with readers.playing() as player:
        player.next()
        spent = player.cpu()
        soon(lambda: len(readers.entries()) > len(before) + 4)
    after = readers.entries()[len(before) :]
    last = {each["screen"]: each for each in before}
    same = ("reading", "place", "look")

    assert [[each[word] for word in same] for each in after[:2]] == [[last[s][word] for word in same] for s in (1, 2)]
    assert [each["reading"] for each in after[2:]] == [before[-1]["reading"] + n for n in range(1, len(after) - 1)]
    assert [each["screen"] for each in before + after[2:]] == [1 + n % 2 for n in range(len(before) + len(after) - 2)]
    assert spent < 5  # seconds of one processor, which nobody else may take from it: so it is back within that time


def test_what_was_on_a_screen_is_made_again_to_the_bit(readers: Gallery) -> None:
    with readers.playing() as player:
        passage = player.next(2)
        for _ in range(2):
            passage = player.next(2, after=passage["name"])
        shown = player.pictures(passage)[-1]
        player.end()
    readers.say("variation 20% to 60%", "variation 10% to 20%\n  seed 5")
    number = str(passage["number"])
    done = readers.gen("show", "score.gen", "--frame", number, "--size", "16", "--to", "out/again.png")

    assert done.returncode == 0, done.stderr
    assert np.array_equal(shown, np.asarray(Image.open(readers.folder / "out" / "again.png")))


# What is held ------------------------------------------------------------------------------------------------------


def test_every_picture_is_made_again_from_the_last_that_stayed(show: Show) -> None:
    shown = played(show, 3 * FEW)
    shown += played(show, 2 * FEW)  # begun again: the first two are those that were seen
    again = [remaking.drawn(show, passage.number) for passage in shown]

    assert [passage.number for passage in shown] == list(range(1, 5 * FEW + 1))
    assert [np.array_equal(a, p.picture.pixels) for a, p in zip(again, shown, strict=True)] == [True] * len(shown)


def test_a_picture_is_read_again_from_near(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    played(show, 3 * FEW)
    followed: list[int] = []
    follow = remaking.Ring.follow

    def counted(*given: object) -> object:
        followed.append(1)
        return follow(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(remaking.Ring, "follow", counted)
    remaking.drawn(show, 3 * FEW - 3)

    assert len(followed) == FEW - 3


def test_what_is_held_does_not_grow_with_the_pictures_that_were_shown(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "KEPT", 5)
    played(show, 9 * FEW)
    names = [int(path.stem) for path in files(show)]

    assert len(names) <= 5 + 2
    assert {9 * FEW - 1, 9 * FEW} <= set(names)
    assert 2 not in names


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(b""), lambda path: flip(path)])
def test_a_picture_that_is_damaged_is_gone_back_behind(show: Show, harm: Callable[[Path], object]) -> None:
    shown = played(show, FEW + 3)
    whole = beginning(show)
    harm(files(show)[-1])
    one = beginning(show)
    harm(files(show)[-2])
    stayed = beginning(show)

    assert {s: each.spot.reading for s, each in whole.held.items()} == {0: FEW + 3, 1: FEW + 2}
    assert {s: each.spot.reading for s, each in one.held.items()} == {1: FEW + 2}
    assert {s: each.spot.reading for s, each in stayed.held.items()} == {1: FEW}
    assert np.array_equal(stayed.held[1].pixels, shown[FEW - 1].picture.pixels)


def flip(path: Path) -> None:
    """Turn one bit of the last picture's."""
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def test_a_picture_whose_way_was_lost_is_refused_and_not_made_up(show: Show) -> None:
    played(show, FEW - 1)
    lines = (show.folder / journal.NAME).read_text().splitlines(keepends=True)
    (show.folder / journal.NAME).write_text("".join(lines[:3] + lines[4:]))

    with pytest.raises(Refused, match="has lost the way"):
        remaking.drawn(show, 5)


def test_a_picture_that_comes_out_otherwise_is_refused(show: Show) -> None:
    played(show, 6)
    text = (show.folder / journal.NAME).read_text().splitlines()
    entry = json.loads(text[2])
    text[2] = json.dumps(entry | {"look": f"{int(entry['look'], 16) ^ (1 << 64) - 1:064x}"})
    (show.folder / journal.NAME).write_text("\n".join(text) + "\n")

    with pytest.raises(Refused, match="does not come out as it was shown"):
        remaking.drawn(show, 3)


def test_another_show_of_the_same_name_begins_anew(show: Show) -> None:
    played(show, 4)
    begin, _ = journal.beginning(show.folder, "another", show.piece)

    assert begin.held == {}
    assert begin.number == 4


def test_where_the_disk_holds_no_picture_the_show_goes_on_and_says_so_once(tmp_path: Path) -> None:
    said: list[str] = []
    book = Journal(tmp_path, said.append, clock=lambda: 0.0)

    def full(sync: bool) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for number in (1, 2):
        book.write({"number": number, "place": 0.1}, full)

    assert len(said) == 1
    assert "The disk is full" in said[0]
    assert list(journal.entries(tmp_path)) == []
