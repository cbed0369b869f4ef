"""Names: where they are given and said, and what becomes of a script when one is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from intaglio.face.server import places, renaming
from intaglio.face.server.page import Page
from intaglio.face.server.text import Place
from tests.face.server.pages import STRANGE, WORKS, marked, page

TEXTS = {path.stem: path.read_text("utf-8") for path in WORKS} | {"strange": STRANGE}
ALL = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)

SCORE = """gen 1

let side = 256 px

-- Two winters of one table.
dataset table from ./photos/
  group plums
    from ./plums/
  resize side

train dreamer from table
  model gan

group proofs
  sample trials with dreamer

print plate from proofs.trials
"""


def renamed(of: Page, place: Place, new: str) -> Page:
    changes = renaming.renamed(of, place, new).changes
    assert changes is not None
    return page(of.sheet.with_edits(changes[of.uri]).text)


def renameable(of: Page) -> list[Place]:
    named = [each for each in of.outline.names if not each.is_borrowed]
    return [Place(each.span.line, each.span.column) for each in named]


@ALL
def test_renaming_changes_no_diagnostic_and_renaming_back_no_letter(text: str) -> None:
    here = page(text)

    for place in renameable(here):
        mention = here.mention(place)
        assert mention is not None
        after = renamed(here, place, "a-name-that-nobody-has")
        at = after.outline.names[[each.span.line for each in after.outline.names].index(place.line)]
        back = renamed(after, Place(at.span.line, at.span.column), mention.named.name)

        assert [(each.code, each.span.line) for each in here.script.diagnostics] == [
            (each.code, each.span.line) for each in after.script.diagnostics
        ]
        assert text.replace("cafe\u0301", "café") == back.sheet.text.replace("cafe\u0301", "café")


@ALL
def test_every_mention_of_a_name_leads_to_all_of_them(text: str) -> None:
    here = page(text)

    for named, mentions in here.outline.mentions.items():
        for mention in mentions:
            place = Place(mention.span.line, mention.span.column)

            found = places.definition(here, place)

            assert mentions == places.mentions(here, place)
            assert found is not None
            assert (here.home(named).uri, named.given.span.line - 1) == (found.uri, found.range.start.line)


def test_a_name_in_a_group_is_found_from_outside_it() -> None:
    here, place = marked(SCORE.replace("proofs.trials", "proofs.tri|als"))

    found = places.definition(here, place)

    assert found is not None
    assert 14 == found.range.start.line
    assert [14, 16] == [each.range.start.line for each in places.references(here, place)]
    assert [16] == [each.range.start.line for each in places.references(here, place, declaration=False)]


def test_a_choice_is_no_name_even_where_a_value_is_called_so() -> None:
    here, place = marked("gen 1\n\nlet shift = 3\n\ntrain a from b\n  model gan\n  augment sh|ift\n")

    assert None is places.definition(here, place)


def test_inside_a_recipe_only_its_own_names_are_seen() -> None:
    text = "gen 1\n\nlet waist = 3\n\nrecipe r\n  takes waist as 8 to 9 = 8\n\n  train t from p\n    latent wai|st\n"
    here, place = marked(text)

    found = places.definition(here, place)

    assert found is not None
    assert 5 == found.range.start.line


def test_a_parameter_is_renamed_in_the_uses_of_its_recipe() -> None:
    film = (Path(WORKS[1])).read_text("utf-8")
    assert "takes viewings" in film
    here, place = marked(film.replace("takes viewings", "takes view|ings"))

    after = renamed(here, place, "showings").sheet.text

    assert film.replace("viewings", "showings") == after


def refusal(text: str, new: str) -> str:
    here, place = marked(text)
    with pytest.raises(renaming.CannotRename) as refused:
        renaming.renamed(here, place, new)
    return str(refused.value)


def test_what_the_language_calls_things_is_not_renamed() -> None:
    assert "`resize` is a setting of the language" in refusal(SCORE.replace("resize", "res|ize"), "x")
    assert "`train` is a verb of the language" in refusal(SCORE.replace("train", "tr|ain"), "x")
    assert "There is no name here" in refusal(SCORE.replace("-- Two", "-- T|wo"), "x")


@pytest.mark.parametrize("line", ["contact-|sheet plate from table", "contact-sheet plate from table\n  colu|mns 2"])
def test_what_comes_with_gen_keeps_its_names(line: str) -> None:
    text = f"gen 1\n\nuse contact-sheet from std/recipes at v1\n\n{line}\n"

    assert "comes with gen, and keeps its name" in refusal(text, "x")


def test_what_is_borrowed_from_nowhere_keeps_its_name() -> None:
    text = "gen 1\n\nuse contact-sheat from std/recipes at v1\n\ncontact-|sheat plate from table\n"

    assert "what it is borrowed from was not found" in refusal(text, "x")


def test_what_a_recipe_takes_is_not_called_as_what_every_use_may_say() -> None:
    text = "gen 1\n\nrecipe r\n  takes wai|st as 8 to 9 = 8\n  gives t\n\n  train t from p\n    latent waist\n"

    assert "can be said beneath every use" in refusal(text, "seed")


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("table", "Line 6 makes `table` already."),
        ("by", "`by` joins things together"),
        ("two words", "is no name"),
        ("3d", "is no name"),
        ("", "is no name"),
    ],
)
def test_a_name_that_will_not_do_is_refused(new: str, why: str) -> None:
    assert why in refusal(SCORE.replace("train dreamer", "train dre|amer"), new)


def test_a_name_that_would_change_what_another_means_is_refused() -> None:
    """`trials` in the group would be taken for the one outside, or the other way round."""
    text = SCORE + "\nprint other from dreamer-again\n\nsample dreamer-again with dreamer\n"

    assert "makes `dreamer` already" in refusal(text.replace("sample trials", "sample tri|als"), "dreamer")
    assert "makes `trials` already" in refusal(text.replace("train dreamer", "train dre|amer"), "trials")


def test_a_value_does_not_get_the_name_of_a_choice_where_it_is_said() -> None:
    text = "gen 1\n\nlet lat|er = 3\n\nwalk w with m\n  ease later\n"

    assert "one of the choices of `ease`" in refusal(text, "slow")


def test_two_groups_of_one_dataset_do_not_get_one_name() -> None:
    text = SCORE.replace("  group plums", "  group pears\n    from ./pears/\n  group pl|ums")

    assert "has a group `pears` already" in refusal(text, "pears")


def test_the_second_of_two_groups_with_one_name_gets_another() -> None:
    here, place = marked(SCORE.replace("  resize side", "  group pl|ums\n    from ./plums-again/\n  resize side"))

    after = renamed(here, place, "later")

    assert ["G104"] == [each.code for each in here.script.diagnostics]
    assert [] == [each.code for each in after.script.diagnostics]
    assert "  group later\n    from ./plums-again/" in after.sheet.text


def test_a_name_in_a_setting_is_renamed_with_its_stage() -> None:
    here = page(
        "gen 1\n\ndataset film from ./film/\n\ndataset shots from ./shots/\n\n"
        "measure nearness from shots\n  psnr\n  against from film\n"
    )
    place = here.sheet.text.split("\n")[8].index("film") + 1

    after = renamed(here, Place(9, place), "reel")

    assert ["dataset reel from ./film/", "  against from reel"] == [after.sheet.text.split("\n")[i] for i in (2, 8)]
