"""Naming: the name that a line at the margin gives, whatever stands where it should."""

from __future__ import annotations

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.desk import Desk, mend
from intaglio.lang.checker.names import Scope
from intaglio.lang.span import Span
from intaglio.lang.tree import Arithmetic, Comparison, Line, Node, Quantity, Reference, Text


def name_of(line: Line, word: str, desk: Desk) -> str:
    """The name after a verb; one made up where there is none."""
    assert line.head is not None
    names = [value for value in line.values if isinstance(value, Reference)]
    first = line.values[0] if line.values else None
    if len(names) == len(line.values) == 1 and len(names[0].parts) == 1:
        return names[0].parts[0] or f"my-{word}"  # an empty name was put there by the parser, which told of it
    if len(names) > 1 and len(names) == len(line.values) and line.repairs:
        if not line.clauses:
            return "-".join(names[0].parts)  # the second is rather what it is made of, and the parser said so
        joined = "-".join(part for name in names for part in name.parts if part)
        desk.say(wrong.names.NameInPieces(joined=joined, **mend(line, names[0].start, names[-1].end, joined)))
        return joined
    named = _slug(first, line) or f"my-{word}"
    start, end = (first.start, line.values[-1].end) if first else (line.head.end, line.head.end)
    facts = mend(line, start, end, named if first else f" {named}")
    facts["span"] = line.span(start, end) if first else head_span(line)
    figure = isinstance(first, Arithmetic | Quantity)
    desk.say(wrong.names.NameMissing(verb=word, figure=figure, **facts))
    return named


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


def head_span(line: Line) -> Span:
    """The place of a line's first word."""
    return line.span(line.head.start, line.head.end) if line.head else line.span()
