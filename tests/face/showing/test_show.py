"""`gen show`: what it plays and what it refuses, films, pictures made again, and a show that goes on where it was."""

from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from intaglio.stdlib.images import scaling
from tests.face.showing.conftest import Gallery, Soon


def test_a_run_ends_with_how_the_show_is_played(made: Path, gallery: Gallery) -> None:
    gallery.score.write_text(gallery.score.read_text().replace("linger 0.2 s", "linger 0.3 s"))

    assert "gen show score.gen passersby" in gallery.gen("run", "score.gen").stdout


def test_screens_change_in_turn_and_every_picture_is_in_the_journal(gallery: Gallery) -> None:
    with gallery.playing() as player:
        passage = player.next()
        for _ in range(4):
            passage = player.next(after=passage["name"])
        code = player.end()
    entries = gallery.entries()

    assert code == 130
    assert [each["number"] for each in entries] == list(range(1, len(entries) + 1))
    assert [each["screen"] for each in entries] == [1 + place % 2 for place in range(len(entries))]
    assert {each["seed"] for each in entries} == {0}
    assert all(0.2 <= each["step"] <= 0.6 for each in entries[2:])


def test_a_killed_show_goes_on_with_the_picture_that_was_seen(gallery: Gallery, soon: Soon) -> None:
    with gallery.playing() as player:
        soon(lambda: gallery.journal.exists() and len(gallery.entries()) > 6)
        player.kill()
    before = gallery.entries()
    with gallery.playing() as player:
        player.next()
        spent = player.cpu()
        soon(lambda: len(gallery.entries()) > len(before) + 4)
    after = gallery.entries()[len(before) :]
    last = {each["screen"]: each for each in before}

    assert [each["place"] for each in after[:2]] == [last[screen]["place"] for screen in (1, 2)]
    assert [each["look"] for each in after[:2]] == [last[screen]["look"] for screen in (1, 2)]
    assert after[0]["number"] == before[-1]["number"] + 1
    assert len({each["look"] for each in after[2:]} & {each["look"] for each in before}) == 0
    assert spent < 5  # seconds of one processor, which nobody else may take from it: so it is back within that time


def test_a_line_that_was_cut_short_is_left_out_and_spoils_none(gallery: Gallery, soon: Soon) -> None:
    gallery.journal.parent.mkdir(parents=True)
    gallery.journal.write_bytes(b'{"number": 7, "pla')
    with gallery.playing():
        soon(lambda: len(gallery.journal.read_bytes().splitlines()) > 3)
    first, *rest = gallery.journal.read_bytes().splitlines()

    assert first == b'{"number": 7, "pla'
    assert all(json.loads(line)["place"] is not None for line in rest)


def test_it_needs_no_images_and_no_network_and_a_script_with_mistakes_does_not_stop_it(gallery: Gallery) -> None:
    shutil.rmtree(gallery.folder / "photos")
    with gallery.playing() as player:
        passage = player.next()
        player.end()

    assert passage["number"] == 1
    assert any("The script has mistakes" in line for line in player.said)


# Made again --------------------------------------------------------------------------------------------------------


def test_any_picture_is_made_again_to_the_bit_also_when_the_score_has_gone_on(gallery: Gallery) -> None:
    with gallery.playing() as player:
        passage = player.next(2)
        shown = player.pictures(player.next(2, after=passage["name"]))[-1]
        player.end()
    number = next(each["number"] for each in gallery.entries()[2:] if each["screen"] == 2)
    gallery.say("variation 20% to 60%", "variation 10% to 20%\n  seed 5")
    done = gallery.gen("show", "score.gen", "--frame", str(number), "--size", "16", "--to", "out/again.png")

    assert done.returncode == 0, done.stderr
    assert np.array_equal(shown, np.asarray(Image.open(gallery.folder / "out" / "again.png")))


def test_a_picture_is_made_again_at_the_size_of_a_print(gallery: Gallery) -> None:
    gallery.gen("show", "score.gen", "--to", "short.gif", "--for", "2s")
    done = gallery.gen("show", "score.gen", "passersby", "--frame", "3")
    with Image.open(gallery.folder / "passersby-3.png") as picture:
        size = picture.size

    assert "passersby-3.png" in done.stdout
    assert size == (2400, 3600)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--frame", "99"], "has no picture 99"),
        (["--frame", "one"], "is not a whole number"),
        (["--frame", "1", "--to", "a.jpg"], "Try   a.png"),
        (["--to", "a.mp4"], "has no end, and a film needs one"),
        (["--to", "a.mp4", "--replace"], "Try   gen show score.gen --to a.mp4 --replace --for 60s"),
        (["--to", "a.avi", "--for", "2s"], "Try   a.mp4"),
        (["--for", "soon"], "is no length of time"),
        (["--to", "a.gif", "--for", "soon"], "Try   gen show score.gen --to a.gif --for 60s"),
        (["--to", "a.gif", "--for", "3"], "Try   gen show score.gen --to a.gif --for 3s"),
        (
            ["passersby", "--for=1.5 minutes", "--to", "a.gif"],
            "Try   gen show score.gen passersby --for 1.5min --to a.gif",
        ),
        (["--for", "2hours"], "Try   gen show score.gen --for 2h"),
        (["--for", "0s", "--plain"], "Try   gen show score.gen --for 60s --plain"),
        (["--port", "70000"], "is not a whole number from 0 to 65,535"),
        (["pasersby"], "Try   gen show score.gen passersby"),
        (["--to", "a.gif", "pasersby", "--for", "2s"], "Try   gen show score.gen --to a.gif passersby --for 2s"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_line_that_can(gallery: Gallery, words: list[str], told: str) -> None:
    done = gallery.gen("show", "score.gen", *words)

    assert done.returncode == 2
    assert told in " ".join(done.stderr.split("\n")).replace("\n", " ")


def test_a_show_that_was_not_made_is_refused_with_the_run_that_makes_it(gallery: Gallery) -> None:
    shutil.rmtree(gallery.folder / ".intaglio")
    done = gallery.gen("show", "score.gen")

    assert done.returncode == 2
    assert "Try   gen run score.gen passersby" in done.stderr


def test_a_show_whose_model_is_damaged_is_refused_with_the_run_that_makes_it_again(gallery: Gallery) -> None:
    for file in (gallery.folder / ".intaglio" / "objects").glob("*/*"):
        if b'"linger"' not in file.read_bytes():
            file.chmod(0o644)
            file.write_bytes(b"!" * file.stat().st_size)
    done = gallery.gen("show", "score.gen")

    assert done.returncode == 2
    assert "is gone or damaged" in done.stderr
    assert "gen run score.gen passersby" in done.stderr


def test_a_taken_port_and_a_show_that_plays_already_are_told(gallery: Gallery, soon: Soon) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        other = gallery.gen("show", "score.gen", "--port", port, "--for", "2s")
    with gallery.playing():
        twice = gallery.gen("show", "score.gen", "--port", "0")

    assert (2, 2) == (other.returncode, twice.returncode)
    assert f"Port {port} cannot be had" in other.stderr
    assert re.search(r"gen show score\.gen --port \d+ --for 2s", other.stderr.partition("Try")[2])
    assert "is playing already" in twice.stderr


# Films -------------------------------------------------------------------------------------------------------------


def test_a_film_of_a_show_lasts_as_long_as_was_asked_and_has_its_screens_beside_each_other(gallery: Gallery) -> None:
    import av

    done = gallery.gen("show", "score.gen", "--to", "film.mp4", "--for", "2s")
    with av.open(str(gallery.folder / "film.mp4")) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    again = gallery.gen("show", "score.gen", "--to", "film.mp4", "--for", "2s")
    wide = 16 * scaling.whole_factor(16, 384)

    assert done.returncode == 0, done.stderr
    assert (48, (wide * 24 // 16, wide * 2, 3)) == (len(frames), frames[0].shape)
    assert int(frames[0].max()) < 20  # it begins in the dark
    assert not np.array_equal(frames[-1][:, :wide], frames[-1][:, wide:])
    assert (again.returncode, "not written over" in again.stderr) == (2, True)


def test_a_show_is_poured_into_a_pipe_as_raw_video(gallery: Gallery) -> None:
    done = gallery.gen("show", "score.gen", "--to", "-", "--for", "0.5 s", text=False)
    head, _, rest = done.stdout.partition(b"\n")
    size = {word[:1]: word[1:] for word in head.decode().split()[1:]}
    frame = len(b"FRAME\n") + int(size["W"]) * int(size["H"]) * 3

    assert head.startswith(b"YUV4MPEG2 W")
    assert len(rest) == 12 * frame
    assert rest[frame:].startswith(b"FRAME\n")


def test_a_show_with_an_end_comes_to_it_and_begins_to_count_anew(gallery: Gallery) -> None:
    gallery.say("  repeat never\n", "  repeat never\n  for 2 s\n")
    first = gallery.gen("show", "score.gen", "--port", "0", "--plain")
    lines = [json.loads(line) for line in gallery.journal.read_text().splitlines()]
    with gallery.playing() as player:
        player.next()
        player.end()

    assert first.returncode == 0
    assert "`passersby` has come to its end." in first.stderr
    assert lines[-1]["ended"]
    assert gallery.entries()[len(lines) - 1]["played"] < 1
