"""Recipes: those that a script writes and borrows become verbs. What is written in them waits unexpanded."""

from __future__ import annotations

from intaglio.lang import ir
from intaglio.lang.checker.desk import Desk, mend
from intaglio.lang.checker.naming import name_of
from intaglio.lang.diagnostics.names import AlreadyAWord, NoVersion, TwoThings
from intaglio.lang.tree import Clause, Line, Node, Path, Reference, Text, Tree, Version

OWN_VERBS = ("gen", "work", "use", "recipe", "group", "let")


def read_recipes(tree: Tree, desk: Desk) -> dict[str, ir.Recipe]:
    """The recipes by name. They are verbs from the first line on, wherever they stand."""
    found: dict[str, ir.Recipe] = {}
    lines: dict[str, Line] = {}
    for line in tree.lines:
        if line.head is not None and line.form == "plain" and line.head.text in ("recipe", "use"):
            recipe = _recipe(line, line.head.text, desk)
            if _is_free(recipe.name, line, lines, desk):
                found[recipe.name], lines[recipe.name] = recipe, line
    return found


def _recipe(line: Line, word: str, desk: Desk) -> ir.Recipe:
    name = name_of(line, word, desk)
    if word == "recipe":
        return ir.Recipe(name=name, takes=_takes(line), gives=_gives(line))
    source, version = _said(line, "from"), _said(line, "at")
    if version is None:
        desk.say(NoVersion(span=line.span(), paste=f"{line.text} at v1"))
    return ir.Recipe(name=name, source=source or "", version=version)


def _is_free(name: str, line: Line, lines: dict[str, Line], desk: Desk) -> bool:
    if not line.values:
        return True
    start, end = line.values[0].start, line.values[0].end
    if name in desk.vocabulary.verbs or name in OWN_VERBS:
        desk.say(AlreadyAWord(name=name, **mend(line, start, end, f"my-{name}")))
        return False
    if name in lines:
        first = lines[name]
        facts = mend(line, start, end, f"{name}-again")
        desk.say(TwoThings(name=name, first=first.number, also=(first.span(),), **facts))
        return False
    return True


def _takes(line: Line) -> tuple[ir.Parameter, ...]:
    def words(node: Node, child: Line) -> str:
        return child.text[node.start : node.end]

    return tuple(
        ir.Parameter(
            name=child.head.text,
            type=words(child.values[0], child),
            default=words(child.default, child) if child.default else None,
        )
        for child in line.children
        if child.form == "takes" and child.head is not None and child.values
    )


def _gives(line: Line) -> tuple[str, ...]:
    return tuple(
        value.parts[0]
        for child in line.children
        if child.head is not None and child.head.text == "gives"
        for value in child.values
        if isinstance(value, Reference) and value.parts[0]
    )


def _said(line: Line, word: str) -> str | None:
    """What stands after `from` or `at`, as text."""
    clause: Clause | None = next((clause for clause in line.clauses if clause.word == word), None)
    if clause is None:
        return None
    value = clause.values[0]
    if isinstance(value, Path | Version):
        return value.text
    return value.content if isinstance(value, Text) else line.text[value.start : value.end]
