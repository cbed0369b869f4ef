"""The page behind a code: the docstring of a diagnostic's class comes in, its paragraphs and its two scores go out."""

from __future__ import annotations

import inspect
import re
import textwrap

from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.records import dataclass

_SECTION = re.compile(r"^(wrong|right)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """`paragraphs` in Markdown, each on one line; a score with the fault, and the same score without it."""

    paragraphs: tuple[str, ...]
    wrong: str
    right: str


def explanation(fault: type[Diagnostic]) -> Explanation:
    """The page of a diagnostic. Raises ValueError where it has not one wrong and one right score."""
    prose, *sections = _SECTION.split(inspect.getdoc(fault) or "")
    scores = dict(zip(sections[::2], sections[1::2], strict=True))
    if list(scores) != ["wrong", "right"]:
        raise ValueError(f"the page of {fault.__name__} wants a wrong and a right score")
    paragraphs = tuple(" ".join(each.split()) for each in prose.strip().split("\n\n"))
    return Explanation(paragraphs, *(textwrap.dedent(score).strip("\n") for score in scores.values()))
