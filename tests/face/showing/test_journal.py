"""The journal: what it keeps, for how long, and on a disk that is full."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from intaglio.face.showing import journal
from intaglio.face.showing.journal import Journal
from intaglio.stdlib.showing.piece import Piece, Voice

PIECE = Piece(2, 6.0, 3.0, None, False, None, (), None, 0, (Voice("model", 0.2),))


def line(number: int, screen: int = 1, **facts: object) -> dict[str, object]:
    told = {"number": number, "screen": screen, "place": number / 4, "look": f"{number:064x}", "of": "this"}
    return told | {"played": number * 1.0, "show": "key"} | facts


def test_days_do_not_fill_a_disk_and_the_last_pictures_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "FULL", 2_000)
    book = Journal(tmp_path, pytest.fail)
    for number in range(1, 401):
        book.write(line(number))
    kept = [each["number"] for each in journal.entries(tmp_path)]
    size = sum(path.stat().st_size for path in tmp_path.iterdir())

    assert kept == list(range(400, 400 - len(kept), -1))
    assert len(kept) > 60
    assert size < (journal.KEPT + 1) * (2_000 + 400)


def test_a_show_goes_on_from_the_last_line_of_each_screen(tmp_path: Path) -> None:
    book = Journal(tmp_path, pytest.fail)
    for number in range(1, 6):
        book.write(line(number, screen=1 + number % 2, first=0.5))
    book.write(line(6, screen=1, of="another"))
    begin, played = journal.beginning(tmp_path, "this", PIECE)

    assert (begin.number, played) == (6, 5.0)
    assert begin.places == {0: 1.0, 1: 1.25}
    assert begin.firsts == {0: 0.5, 1: 0.5}
    assert [int.from_bytes(look) for look in begin.looks] == [1, 2, 3, 4, 5, 6]


def test_on_a_full_disk_the_show_goes_on_says_so_once_and_writes_again_when_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    now = 0.0
    book = Journal(tmp_path, said.append, clock=lambda: now)
    book.write(line(1))
    write = os.write

    def full(handle: int, data: bytes) -> int:
        write(handle, data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    for number in (2, 3):
        book.write(line(number))
    now = 61.0
    book.write(line(4))
    monkeypatch.undo()
    now = 122.0
    book.write(line(5))

    assert len(said) == 2
    assert "The disk is full" in said[0]
    assert "goes on without its journal" in said[0]
    assert said[1] == "The journal is written again."
    assert [each["number"] for each in journal.entries(tmp_path)] == [5, 1]
