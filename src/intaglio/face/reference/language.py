"""The words of the language itself, which no stage kind declares: what each says, in Markdown, and a score with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word: what it does in a few words, paragraphs, and a score that speaks of it."""

    summary: str
    text: str
    example: str


_FRUIT = """
dataset fruit from ./photos/
  crop square, centre
  resize 32 px
"""
_DREAMER = f"""{_FRUIT}
train dreamer from fruit
  model gan
  steps 20
"""

WORDS: Mapping[str, Word] = {
    "gen": Word(
        "say which language the score is written in",
        "`gen 1` is the first line. It says which words there are, so that a score means the same as long as there is a"
        " gen that reads it.",
        f"gen 1\n{_FRUIT}",
    ),
    "work": Word(
        "say what belongs on the wall",
        '`work "TITLE"` stands at the margin, once. What stands beneath it goes into every result, and its `seed` is'
        " that of every stage that says none of its own. All may be left out.",
        f'gen 1\n\nwork "Windfall"\n  artist "Anna Example"\n  year 2026\n  seed 7\n{_FRUIT}',
    ),
    "let": Word(
        "name a value",
        "`let NAME = VALUE` stands at the margin. The name may then stand wherever such a value may, above that line or"
        " beneath it, and may be reckoned with, with spaces around the sign: `side * 2`.",
        "gen 1\n\nlet side = 32 px\n\ndataset fruit from ./photos/\n  resize side by side\n",
    ),
    "group": Word(
        "name a part",
        "Beneath `dataset`, `group NAME` is a part of the collection: steps beneath it see its images only, and come"
        " first. It is reached with a dot, `cabinet.medusae`, and a model may learn each group as a kind of its own"
        " (`condition group`).\n\n"
        "At the margin, `group NAME` is a part of the score. Stages beneath it, two spaces in, keep their plain names"
        " inside; from outside they are reached as `group.stage`.",
        "gen 1\n\ndataset cabinet\n  group medusae\n    from ./medusae/\n  group corals\n    from ./corals/\n"
        "  resize 32 px\n\ngroup atlas\n  print plate from cabinet.medusae\n    columns 3\n",
    ),
    "use": Word(
        "borrow a recipe",
        "`use NAME from PLACE at VERSION` takes a recipe from elsewhere, and it becomes a verb. The place is"
        " `std/recipes`, those that ship with gen, or a folder; the version says which one is meant, so that a recipe"
        " that changes later does not change the score. `gen docs NAME` tells of those that ship.",
        f"gen 1\n\nuse contact-sheet from std/recipes at v1\n{_FRUIT}\ncontact-sheet plate from fruit\n  columns 4\n",
    ),
    "recipe": Word(
        "name a piece of score, so that it can be used again",
        "`recipe NAME` stands at the margin. Beneath it, `takes` says what it is given and `gives` what can be reached"
        " of it; the other lines are stages. It becomes a verb: a line that begins with its name is a use of it, and"
        " comes to these stages.",
        "gen 1\n\nrecipe soften\n  takes pictures as images\n  takes side as 8 px to 256 px = 32 px\n  gives soft\n\n"
        f"  dataset soft from pictures\n    resize side\n{_FRUIT}\nsoften haze from fruit\n  side 16 px\n",
    ),
    "takes": Word(
        "say what a recipe is given",
        "`takes NAME as TYPE`, or `takes NAME as TYPE = VALUE` for what it is where a use does not say it. `images` and"
        " `frames` are given after `from`, a `model` after `with`; everything else is said beneath the use: a range of"
        " numbers, words to choose from (`pixels or features`), `text`, `path`, `colour`, `size`, `texts`, `axes`, a"
        " `flag`. `text or nothing` may be left out.",
        "gen 1\n\nrecipe soften\n  takes pictures as images\n  takes side as 8 px to 256 px = 32 px\n  gives soft\n\n"
        f"  dataset soft from pictures\n    resize side\n{_FRUIT}\nsoften haze from fruit\n",
    ),
    "gives": Word(
        "say what can be reached of a recipe",
        "`gives NAME, NAME` lists stages of its recipe. A use's own name means the first of them; the others are"
        " reached with a dot.",
        "gen 1\n\nrecipe two\n  takes pictures as images\n  gives small, grey-one\n\n  dataset small from pictures\n"
        f"    resize 16 px\n\n  dataset grey-one from pictures\n    grey\n{_FRUIT}\ntwo pair from fruit\n\n"
        "print plate from pair.grey-one\n",
    ),
    "each": Word(
        "make one result for every value",
        "`each SETTING VALUES` stands beneath a stage. The values are listed, or a range (`1 to 6`, `20% to 80% by"
        " 20%`). Several such lines multiply. What is made from a swept stage is swept along, until `print`, `film`,"
        " `measure` or `compose` gathers it; `rows` and `columns` of a print name the settings that are swept.",
        f"gen 1\n{_DREAMER}\nsample attempts with dreamer\n  each truncation 0.4, 0.7, 1\n  each seed 1 to 4\n\n"
        "print plate from attempts\n  rows truncation\n  columns seed\n",
    ),
    "from": Word(
        "say what a stage is made of",
        "`from` names the material: what stages make, or for a dataset also places on the disk. Several stand with"
        " commas between them. Beneath `dataset` it may stand on a line of its own, above the steps.",
        f"gen 1\n{_FRUIT}\nprint plate from fruit\n",
    ),
    "with": Word(
        "say which model a stage is made with",
        "`with` names the model, where `from` names the material.",
        f"gen 1\n{_DREAMER}\nsample attempts with dreamer\n  count 4\n",
    ),
}
