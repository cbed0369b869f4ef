"""A script: text comes in; its tree, its faults and, where it has no mistake, its program go out.

Total on any text, and free of any disk but what `World` tells. All mistakes are told at once; what merely follows from
another mistake on the same line is left out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from intaglio.lang import ir
from intaglio.lang.checker.census import count
from intaglio.lang.checker.desk import Desk
from intaglio.lang.checker.follow import telling
from intaglio.lang.checker.graph import hang_together
from intaglio.lang.checker.later import lines_of_later, tell_later
from intaglio.lang.checker.lets import Lets
from intaglio.lang.checker.names import Made, Names
from intaglio.lang.checker.stages import Checked, Reader, read_work
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.diagnostics.names import EmptyPage
from intaglio.lang.layout import physical_lines
from intaglio.lang.lower import lower
from intaglio.lang.parser import Parsed, parse
from intaglio.lang.remedy import tried
from intaglio.lang.span import Span
from intaglio.lang.tree import Path, Text, Tree
from intaglio.lang.vocabulary import Vocabulary
from intaglio.lang.world import World


@dataclass(frozen=True, slots=True)
class Script:
    """A script as read. `program` is None where there is a mistake.

    `lines` maps each stage to its line, from 1; `paths` each path that a stage names, as written, to the line of that;
    `later` a stage to what of it arrives later, and to the lines of that.
    """

    text: str
    tree: Tree
    program: ir.Program | None
    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[str, int]
    paths: Mapping[tuple[str, str], int]
    later: Mapping[str, Mapping[str, int]]


def read(text: str, vocabulary: Vocabulary, world: World) -> Script:
    """Read a script. What its diagnostics offer is tried first."""
    script = understand(text, vocabulary, world)
    return replace(script, diagnostics=tried(script, lambda mended: understand(mended, vocabulary, world)))


def understand(text: str, vocabulary: Vocabulary, world: World) -> Script:
    """A script as far as it can be understood, with all that anyone thought of against its faults."""
    parsed = parse(text)
    desk = Desk(vocabulary, world, list(parsed.diagnostics), physical_lines(text))
    names = read_names(parsed, desk)
    work, stages = read_values(names, desk)
    hang_together(stages, desk)
    if not has_mistake(desk.faults):  # what runs is asked once all is right
        tell_later(stages, desk)
    diagnostics = telling(desk.faults, text)
    program = None if has_mistake(diagnostics) else lower(work, names, stages)
    lines, paths = _lines(names.made), _paths(names.made)
    return Script(text, parsed.tree, program, diagnostics, lines, paths, lines_of_later(stages))


def read_names(parsed: Parsed, desk: Desk) -> Names:
    """What the script makes and names; of an empty one, a kind word."""
    if parsed.tree.lines:
        return count(parsed.tree, desk)
    folder = next(iter(desk.folders()), None)
    desk.say(EmptyPage(span=Span(1, 1, 2), paste=folder and f"dataset table from {folder}"))
    return Names()


def read_values(names: Names, desk: Desk) -> tuple[ir.Work, list[Checked]]:
    """What everything in the script says."""
    lets = Lets(names, desk)
    reader = Reader(names, lets, desk)
    return read_work(names, lets, desk), [reader.stage(made) for made in names.made]


def has_mistake(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything keeps the script from running."""
    return any(diagnostic.level is Level.MISTAKE for diagnostic in diagnostics)


def _lines(made: Iterable[Made]) -> dict[str, int]:
    lines: dict[str, int] = {}
    for stage in made:
        lines.setdefault(stage.path, stage.line.number)
    return lines


def _paths(made: Iterable[Made]) -> dict[tuple[str, str], int]:
    paths: dict[tuple[str, str], int] = {}
    for stage in made:
        waiting = deque((stage.line, *stage.strays))
        while waiting:
            line = waiting.popleft()
            for node in (*line.values, *(value for clause in line.clauses for value in clause.values)):
                if isinstance(node, Path | Text):
                    path = node.text if isinstance(node, Path) else node.content
                    paths.setdefault((stage.path, path), line.number)
            waiting.extend(line.children)
    return paths
