"""The pages of `gen explain`: what each calls wrong is told under its code, and what it calls right is not.

Scores on pages are short: they speak of stages that anyone would know from the page. Those are written before them,
in the folder of the language pages. `⇥` stands for a tab, and `…` for much more of the same. What a run tells is tried
by running it, in `tests/stdlib/test_explanations.py`.
"""

from __future__ import annotations

import re

import pytest

from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.diagnostics.recipes import LeadsOut, MistakenRecipe, TooDeep
from intaglio.lang.diagnostics.world import NotInstalled
from intaglio.lang.explanation import explanation
from intaglio.lang.script import read
from intaglio.lang.span import Span
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import World
from tests.lang.pages import Bare, Shelf, Studio

KNOWN = {
    "table": "dataset table from ./photos/",
    "dreamer": "train dreamer from table\n  model gan",
    "drift": "walk drift with dreamer",
    "attempts": "sample attempts with dreamer",
}
RECIPES = {
    "recipes/soften.gen": "recipe soften at v2\n  takes pictures as images\n  gives soft\n\n"
    "  dataset soft from pictures\n    resize 8 px\n",
    "recipes/v1/soften.gen": "recipe soften\n  takes pictures as images\n  gives soft\n\n"
    "  dataset soft from pictures\n    resze 8 px\n",
}
MUCH_MORE = {"G012": " + 1" * 200}
TOLD_BY_A_RUN = {"G402", "G404", "G405", "G406", "G413"}
OF_A_BORROWED_FILE = {"G509"}  # told of where it is borrowed, as the mistake that it has
TOO_MUCH = {"G508"}  # its score is shown in part
BESIDE = {"G110", "G305"}  # remarks on what a short score leaves out


def placed(score: str, whole: bool) -> tuple[str, int]:
    """A score with what it speaks of before it, and the number of its own first line."""
    if whole:
        return score, 1
    made = set(re.findall(r"^\w+ ([\w-]+)", score, re.MULTILINE))
    spoken = set(re.findall(r"[\w-]+", score))
    needed: list[str] = []
    for name, line in reversed(KNOWN.items()):
        if name in spoken - made:
            needed.insert(0, line)
            spoken |= set(re.findall(r"[\w-]+", line))
    before = "\n".join(["gen 1", *needed, ""])
    return before + score, before.count("\n") + 1


def codes(score: str, whole: bool, words: Vocabulary, but: set[str], world: World) -> list[str]:
    """What is told of a score, but for some remarks that every short one earns."""
    text, first = placed(score.replace("⇥", "\t"), whole)
    told = read(text, words, world, Shelf(RECIPES)).diagnostics
    return [each.code for each in told if each.span.line >= first and each.code not in but]


def told(code: str, words: Vocabulary) -> tuple[list[str], list[str]]:
    """What is told of a page's wrong score, and of its right one."""
    page = explanation(CATALOGUE[code])
    whole = page.right.startswith("gen ")
    wrong = page.wrong.replace(" + …", MUCH_MORE.get(code, ""))
    but, world = BESIDE - {code}, Bare() if code == NotInstalled.code else Studio()
    return codes(wrong, whole, words, but, world), codes(page.right, whole, words, but, world)


@pytest.mark.parametrize("code", sorted(set(CATALOGUE) - TOLD_BY_A_RUN - OF_A_BORROWED_FILE - TOO_MUCH))
def test_what_a_page_calls_wrong_is_told_under_its_code_and_what_it_calls_right_is_not(
    code: str, words: Vocabulary
) -> None:
    wrong, right = told(code, words)

    assert ([code], []) == (sorted(set(wrong)), right)


def test_what_the_page_of_a_borrowed_file_calls_wrong_is_told_where_it_is_borrowed(words: Vocabulary) -> None:
    page = explanation(LeadsOut)
    used = f"gen 1\n{KNOWN['table']}\nuse haze from ./lent/ at v1\nhaze plate from table\n"
    wrong = read(used, words, Studio(), Shelf({"lent/haze.gen": page.wrong})).diagnostics
    right = read(f"{used}  list ./chosen.txt\n", words, Studio(), Shelf({"lent/haze.gen": page.right})).diagnostics

    why = LeadsOut(span=Span(1, 1, 1), path="../../private/chosen.txt").message()
    assert ([why], ()) == ([each.mistake for each in wrong if isinstance(each, MistakenRecipe)], right)


def test_what_the_page_of_too_many_stages_shows_in_part_is_told_of_when_it_is_whole(words: Vocabulary) -> None:
    page = explanation(TooDeep)
    tides = [recipe("drop", "  dataset s0 from p\n    resize 8 px\n")]
    for name, inner in (("ripple", "drop"), ("wave", "ripple"), ("tide", "wave")):
        tides.append(recipe(name, "".join(f"  {inner} s{number} from p\n" for number in range(22))))
    wrong, right = (
        codes("".join(tides) + score.replace("  …", ""), False, words, BESIDE, Studio())
        for score in (page.wrong, page.right)
    )

    assert (["G508"], []) == (wrong, right)


def recipe(name: str, lines: str) -> str:
    return f"recipe {name}\n  takes p as images\n  gives s0\n\n{lines}"


def test_a_page_without_both_scores_is_refused() -> None:
    class Bare(Diagnostic):
        """Only prose.

        wrong
            model gann
        """

    with pytest.raises(ValueError, match="the page of Bare wants a wrong and a right score"):
        explanation(Bare)
