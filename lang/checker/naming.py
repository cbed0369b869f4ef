"""Naming: the name that a line at the margin gives, whatever stands where it should."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import Desk, mend
from intaglio.lang.checker.names import Scope
from intaglio.lang.span import Span
from intaglio.lang.tree import Arithmetic, Comparison, Line, Node, Quantity, Reference, Text, Word

LOOKED_AT = 50  # lines that are looked at as fast as a guess at one name


def name_of(line: Line, word: str, desk: Desk) -> str:
    """The name after a verb; one made up where there is none."""
    assert line.head is not None
    names = [value for value in line.values if isinstance(value, Reference)]
    first = line.values[0] if line.values else None
    if len(names) == len(line.values) == 1 and len(names[0].parts) == 1:
        return names[0].parts[0] or f"my-{word}"  # an empty name was put there by the parser, which told of it
    if len(names) > 1 and len(names) == len(line.values) and line.repairs:
        joined = "-".join(part for name in names for part in name.parts if part)
        if not line.clauses and not _is_one_name(joined, line, desk):
            return "-".join(names[0].parts)  # the second is rather what it is made of, and the parser said so
        desk.say(wrong.names.NameInPieces(joined=joined, **mend(line, names[0].start, names[-1].end, joined)))
        return joined
    named = _slug(first, line) or f"my-{word}"
    start, end = (first.start, line.values[-1].end) if first else (line.head.end, line.head.end)
    facts = mend(line, start, end, named if first else f" {named}")
    if len(line.values) > 1 and not _says_all(named, line.text[start:end]):
        facts = {}  # what else stands there is more than a name, and nobody knows where it belongs
    facts["span"] = line.span(start, end) if first else head_span(line)
    figure = isinstance(first, Arithmetic | Quantity)
    desk.say(wrong.names.NameMissing(verb=word, figure=figure, **facts))
    return named


def _is_one_name(joined: str, line: Line, desk: Desk) -> bool:
    """Whether words that follow a verb alone are one name in pieces: what it is made of stands beneath, or another line
    speaks of it in one.
    """
    beneath = [*line.children, *(child for part in line.children for child in part.children)]  # and in its groups
    if any(clause.word == "from" for child in beneath for clause in child.clauses if child.form == "lead"):
        return True
    apart = r"\s+".join(map(re.escape, joined.split("-")))
    if not desk.afford(len(desk.text) // LOOKED_AT + 1):
        return False
    spoken = re.compile(rf"(?<![\w-]){re.escape(joined)}(?![\w-])|(?:\bfrom|\bwith|,)\s+{apart}(?![\w-])")
    return any(map(spoken.search, desk.text))


def free_name(name: str, scope: Scope) -> str:
    """The name, or one like it that nothing has that can be seen from here."""
    wanted, number = name, 2
    while scope.seen(name) is not None:
        name, number = f"{wanted}-{number}", number + 1
    return name


def name_for(path: str) -> str:
    """A name for the images of a place: `pear` for ./photos/pear.png."""
    last = path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return "-".join("".join(letter if letter.isalnum() else " " for letter in last).split()) or "images"


class Naming(NamedTuple):
    """Where a thing is given its name: the node of a line, in a text."""

    what: Literal["stage", "let", "recipe"]
    line: Line
    node: Node | Word
    desk: Desk


def at_making(name: str, made_as: str, there: Naming, here: Desk) -> wrong.names.MisspeltWhereMade | None:
    """The fault of a name that nothing has, told where what was probably meant is given its own: that may be the one
    that was mistyped. None where it is made in another text, or where its name does not stand as it is.
    """
    elsewhere = there.desk is not here or here.outer is not None or here.page is not None
    line, start, end = there.line, there.node.start, there.node.end
    if elsewhere or line.text[start:end] != made_as or "." in name:
        return None
    facts = mend(line, start, end, name)
    return wrong.names.MisspeltWhereMade(name=name, made_as=made_as, what=there.what, **facts)


def _slug(node: Node | None, line: Line) -> str:
    """A name made of whatever stands where a name should. Of `2024-fruit` it is what comes after the figures."""
    match node:
        case Text(content=said):
            pass
        case Comparison(left=Reference(parts=parts)) | Reference(parts=parts):  # `attempts <- dreamer`
            said = "-".join(parts)
        case Arithmetic() | Quantity():
            said = line.text[node.start : node.end]
        case _:
            said = ""
    words = "".join(letter if letter.isalnum() else " " for letter in said.lower()).split()
    return "-".join(words[:4]).lstrip("0123456789-")


def _says_all(named: str, said: str) -> bool:
    """Whether a name made of something has each word of it."""
    return {*re.findall(r"\w+", said.lower())} <= {*named.split("-")}


def head_span(line: Line) -> Span:
    """The place of a line's first word."""
    return line.span(line.head.start, line.head.end) if line.head else line.span()
