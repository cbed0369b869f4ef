"""`gen explain`: the page behind a message, which is the docstring of its class; of a recipe that ships, its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intaglio.face.refusal import Exit, Refused
from intaglio.face.render import ruled
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible, wrap
from intaglio.face.usage import Arguments, table
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics import CATALOGUE
from intaglio.lang.explanation import explanation
from intaglio.lang.nearest import nearest

_EMPHASIS = re.compile(r"\*([^*`]+)\*")  # of Markdown, which the reference is written in
FAMILIES: Mapping[str, str] = {
    "G0": "How a line is written",
    "G1": "Words and names",
    "G2": "Values",
    "G3": "How stages hang together",
    "G4": "What lies on the disk",
    "G5": "Recipes",
}


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Print a page, or the list of all codes and recipes."""
    asked = arguments.code
    fault = None if asked is None else _fault(asked)
    if fault is not None:
        print(page(fault, terminal))
        return Exit.DONE
    from intaglio.face import recipes  # loads all kinds, which the page of a message can do without

    if asked is None:
        print("\n\n".join([*_families(terminal), _recipes(terminal)]))
    elif asked in recipes.names():
        print(recipes.page(asked, terminal))
    else:
        raise _unknown(asked, recipes.names())
    return Exit.DONE


def page(fault: type[Diagnostic], terminal: Terminal) -> str:
    """The page of a message: its paragraphs, a score with the fault, and one without."""
    told = explanation(fault)
    parts = [ruled(fault.title, f"{fault.code} · {fault.level.value}", fault.level.value, terminal)]
    parts += ["\n".join(wrap(_EMPHASIS.sub(r"\1", paragraph), terminal.page)) for paragraph in told.paragraphs]
    for label, style, score in (("Wrong", "place", told.wrong), ("Right", "good", told.right)):
        parts += [terminal.paint(label, style), "\n".join(f"  {visible(line)}".rstrip() for line in score.split("\n"))]
    return "\n\n".join(parts)


def _fault(asked: str) -> type[Diagnostic] | None:
    """The message of a code, however it is written (`G204`, `g204`, `204`), or of a title."""
    code = asked.upper()
    titles = {fault.title.lower(): fault for fault in CATALOGUE.values()}
    return CATALOGUE.get(code) or CATALOGUE.get(f"G{code}") or titles.get(asked.lower())


def _families(terminal: Terminal) -> list[str]:
    return [
        table(title, [(code, _titled(fault)) for code, fault in CATALOGUE.items() if code.startswith(family)], terminal)
        for family, title in FAMILIES.items()
    ]


def _titled(fault: type[Diagnostic]) -> str:
    return f"{fault.title} (a remark)" if fault.level is Level.REMARK else fault.title


def _recipes(terminal: Terminal) -> str:
    from intaglio.face import recipes

    return table("Recipes of std/recipes", [(name, recipes.summary(name)) for name in recipes.names()], terminal)


def _unknown(asked: str, recipes: tuple[str, ...]) -> Refused:
    """What was probably meant: a code, a recipe, or a word that is explained elsewhere."""
    from intaglio.face.reference.language import WORDS
    from intaglio.face.reference.senses import senses, told
    from intaglio.face.session import words

    if asked in words().verbs:
        return Refused(f"`{asked}` is a verb, and the reference tells of it.", f"gen docs {asked}")
    if asked in WORDS:
        return Refused(f"`{asked}` is a word of the language, and the reference tells of it.", f"gen docs {asked}")
    beneath = senses(words())
    if asked in beneath:
        return Refused(f"{told(asked, words())}. The reference tells of it.", f"gen docs {asked}")
    elsewhere = (*words().verbs, *WORDS, *beneath)
    likely = nearest(asked.upper(), CATALOGUE) or nearest(asked, (*recipes, *elsewhere))
    unknown = f"There is no message with the code {asked}, and no recipe of that name."
    if likely in elsewhere:
        return Refused(unknown, f"gen docs {likely}")
    return Refused(unknown, f"gen explain {likely or ''}".rstrip())
