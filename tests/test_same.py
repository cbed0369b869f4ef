"""What a change to a score or its files runs again, what it does not, and that names are always those of today."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import intaglio
from intaglio.runtime.artifacts.images import ImageSet

CUPS, BOWLS = 200, 60  # shades of grey

WIRED = """
dataset cups from ./cups/
dataset bowls from ./bowls/
dataset all
"""
GROUP_LAST = "  from bowls\n  group special from cups\n"
GROUP_FIRST = "  group special from bowls\n  from cups\n"

GROUPED = """
dataset cabinet
  group {cups} from ./cups/
  group {bowls} from ./bowls/
dataset shelf from cabinet.{bowls}
  caption "on a shelf"
dataset all from shelf, cabinet
"""

CREDITED = """
dataset cups
  from ./cups/
    credit "{anna}"
    licence "{licence}"
dataset all
  credit "{bela}"
  consent "all of them"
  group cups from cups
  from ./bowls/
"""


class Studio:
    """A folder with photographs of cups and bowls, and a score that is written and run again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, shade in (("cups", CUPS), ("bowls", BOWLS)):
            (folder / name).mkdir()
            for i in range(2):
                Image.new("RGB", (8, 8), (shade + i,) * 3).save(folder / name / f"{name}-{i}.png")

    def write(self, score: str, **words: str) -> intaglio.Work:
        path = self.folder / "score.gen"
        path.write_text("gen 1\n" + score.format(**words), "utf-8")
        return intaglio.open(path)

    def ran(self, score: str, **words: str) -> list[str]:
        """The stages that run for a score."""
        started: list[str] = []
        self.write(score, **words).run(listen=lambda e: started.append(e.stage) if e.event == "started" else None)
        return started

    def made(self, score: str, stage: str, **words: str) -> ImageSet:
        """What a stage of a score makes."""
        return ImageSet(self.write(score, **words).run()[stage].artifact)


def shades(images: ImageSet) -> list[tuple[int, str | None]]:
    return [(int(pixels[0, 0, 0]), group) for pixels, group in zip(images, images.groups, strict=True)]


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


# Wiring -----------------------------------------------------------------------------------------------------------


def test_inputs_that_change_places_are_not_served_what_was_made_of_the_first(studio: Studio) -> None:
    last, first = studio.made(WIRED + GROUP_LAST, "all"), studio.made(WIRED + GROUP_FIRST, "all")

    assert [(BOWLS, None), (BOWLS + 1, None), (CUPS, "special"), (CUPS + 1, "special")] == shades(last)
    assert [(CUPS, None), (CUPS + 1, None), (BOWLS, "special"), (BOWLS + 1, "special")] == shades(first)


# Names of groups --------------------------------------------------------------------------------------------------


def test_renaming_a_group_runs_nothing_and_is_seen_everywhere(studio: Studio) -> None:
    now = {"cups": "mugs", "bowls": "dishes"}
    assert ["cabinet", "shelf", "all"] == studio.ran(GROUPED, cups="cups", bowls="bowls")
    assert [] == studio.ran(GROUPED, **now)

    assert ("mugs", "dishes") == studio.made(GROUPED, "cabinet", **now).group_names
    assert ("dishes",) * 2 == studio.made(GROUPED, "shelf", **now).groups
    assert ("dishes",) * 2 + ("mugs",) * 2 + ("dishes",) * 2 == studio.made(GROUPED, "all", **now).groups


def test_groups_that_change_places_run_again(studio: Studio) -> None:
    studio.ran(GROUPED, cups="cups", bowls="bowls")

    assert "shelf" in studio.ran(GROUPED.replace("cabinet.{bowls}", "cabinet.{cups}"), cups="cups", bowls="bowls")


MERGED = """
dataset old
  group {one} from ./cups/
dataset young
  group {other} from ./bowls/
dataset all from old, young
"""


def test_two_groups_of_stages_that_are_called_alike_are_one_until_one_is_renamed(studio: Studio) -> None:
    alike = studio.made(MERGED, "all", one="clay", other="clay")
    assert ["all"] == studio.ran(MERGED, one="clay", other="tin")
    assert [] == studio.ran(MERGED, one="wood", other="glass")
    apart = studio.made(MERGED, "all", one="wood", other="glass")

    assert (("clay",), (0, 0, 0, 0)) == (alike.group_names, alike.classes)
    assert (("wood", "glass"), (0, 0, 1, 1)) == (apart.group_names, apart.classes)


# Names of files ---------------------------------------------------------------------------------------------------

FILED = """
dataset cups
  from ./cups/
  mirror
dataset all from cups
"""


def test_renaming_a_photograph_runs_nothing_and_is_seen_everywhere(studio: Studio) -> None:
    studio.ran(FILED)
    (studio.folder / "cups" / "cups-1.png").rename(studio.folder / "cups" / "the-one.png")

    assert [] == studio.ran(FILED)
    assert ("cups-0.png", "cups-0.png (mirrored)", "the-one.png", "the-one.png (mirrored)") == (
        studio.made(FILED, "all").names
    )


def test_renaming_a_photograph_runs_what_goes_by_its_name_through_a_stage(studio: Studio) -> None:
    score = FILED + "  pick ./list.txt\n"
    (studio.folder / "list.txt").write_text("cups-1.png\n")
    assert ("cups-1.png",) == studio.made(score, "all").names
    (studio.folder / "cups" / "cups-0.png").rename(studio.folder / "cups" / "cup.png")
    (studio.folder / "cups" / "cups-1.png").rename(studio.folder / "cups" / "cups-0.png")
    (studio.folder / "list.txt").write_text("cup.png\n")

    assert ["all"] == studio.ran(score)
    assert [CUPS] == [shade for shade, _ in shades(studio.made(score, "all"))]


def test_a_list_that_is_renamed_runs_nothing(studio: Studio) -> None:
    score = "dataset cups\n  from ./cups/\n  pick ./{list}\n"
    for name in ("one.txt", "other.txt"):
        (studio.folder / name).write_text("cups-1.png\n")
    studio.ran(score, list="one.txt")

    assert [] == studio.ran(score, list="other.txt")


def test_a_note_beside_the_photographs_is_read_only_where_captions_come_from_there(studio: Studio) -> None:
    score, captioned = "dataset cups from ./cups/\n", "dataset cups\n  from ./cups/\n  caption from sidecars\n"
    note = studio.folder / "cups" / "cups-0.txt"
    note.write_text("a cup")
    studio.ran(score)
    assert ("a cup", None) == studio.made(captioned, "cups").captions
    note.write_text("my cup")

    assert [] == studio.ran(score)
    assert ("my cup", None) == studio.made(captioned, "cups").captions


def test_a_note_that_turns_out_to_be_a_photograph_is_taken_in(studio: Studio) -> None:
    score = "dataset cups from ./cups/\n"
    picture = studio.folder / "cups" / "cups-0.png"
    picture.rename(picture.with_suffix(".txt"))
    assert ("cups-1.png",) == studio.made(score, "cups").names
    picture.with_suffix(".txt").rename(picture)

    assert ("cups-0.png", "cups-1.png") == studio.made(score, "cups").names


def test_what_is_taken_for_a_film_by_its_name_is_looked_at_again_when_that_changes(studio: Studio) -> None:
    score = "dataset cups from ./cups/\n"
    studio.ran(score)
    picture = studio.folder / "cups" / "cups-0.png"
    picture.rename(picture.with_suffix(".avi"))

    assert ["cups"] == studio.ran(score)


# Credits ----------------------------------------------------------------------------------------------------------


def test_a_credit_that_is_edited_runs_nothing_and_is_the_one_that_is_told(studio: Studio) -> None:
    studio.ran(CREDITED, anna="Anna", bela="Bela", licence="CC0-1.0")
    now = {"anna": "Anna Maria", "bela": "Béla", "licence": "CC-BY-4.0"}

    assert [] == studio.ran(CREDITED, **now)
    assert ({"credit": "Anna Maria", "licence": "CC-BY-4.0"},) * 2 == studio.made(CREDITED, "cups", **now).credits
    bowls, cups = studio.made(CREDITED, "all", **now).credits[::2]
    assert {"credit": "Béla", "consent": "all of them"} == bowls
    assert {"credit": "Béla", "licence": "CC-BY-4.0", "consent": "all of them"} == cups


# Why --------------------------------------------------------------------------------------------------------------


def test_what_moved_is_told_in_the_words_of_the_script(studio: Studio) -> None:
    score = """
dataset cups from ./cups/
dataset all
  group special from cups
    pick ./list.txt
  from ./bowls/
  resize {size}
"""
    (studio.folder / "list.txt").write_text("cups-0.png\n")
    studio.ran(score, size="8 px")
    (studio.folder / "list.txt").write_text("cup.png; 2.png\n")
    (studio.folder / "bowls" / "bowls-0.png").unlink()
    (studio.folder / "cups" / "cups-0.png").rename(studio.folder / "cups" / "cup.png; 2.png")
    work = studio.write(score, size="4 px")

    (all_,) = [stage for stage in work.plan().stages if stage.name == "all"]

    assert [
        "steps 2: resize 8 px -> resize 4 px",
        "other names in what it is made from",
        "./bowls/: 1 gone",
        "./list.txt: 1 changed",
    ] == [str(change) for change in all_.changes]
    assert all_.reason == "; ".join(map(str, all_.changes))


# Damage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("flipped", [b"{", b"cups"])
def test_names_that_are_damaged_in_the_store_are_made_anew_before_they_are_gone_by(
    studio: Studio, flipped: bytes
) -> None:
    names = {"cups": "cups", "bowls": "bowls"}
    names_of = studio.write(GROUPED, **names).run()["cabinet"].artifact.seen["origins.json"]
    names_of.chmod(0o644)
    names_of.write_bytes(names_of.read_bytes().replace(flipped, b"?" * len(flipped), 1))

    assert ["cabinet"] == studio.ran(GROUPED, **names)
    assert ("bowls",) * 2 == studio.made(GROUPED, "shelf", **names).groups
