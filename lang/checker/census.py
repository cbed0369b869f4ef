"""The census: the tree's lines at the margin come in, the names that they give go out.

Every line is gone through once, groups with a stack of their own, so that no depth is too deep. Lines that give no name
and should (`train from table`), or that stand where only verbs do, are reported here and read as far as can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intaglio.lang import elsewhere, ir
from intaglio.lang.checker.desk import Desk, mend
from intaglio.lang.checker.names import Let, Made, Names, Scope, Section, Thing
from intaglio.lang.diagnostics.names import (
    AlreadyAWord,
    AnotherLanguage,
    FirstLine,
    NameInPieces,
    NameMissing,
    NoVersion,
    OutOfPlace,
    SaidTwice,
    TwoThings,
    UnknownVerb,
)
from intaglio.lang.span import Span
from intaglio.lang.tree import Clause, Line, Node, Path, Quantity, Reference, Text, Tree, Version

LANGUAGE = "1"
OWN_VERBS = ("gen", "work", "use", "recipe", "group", "let")
DEEPEST = 16  # groups in groups


def count(tree: Tree, desk: Desk) -> Names:
    """Every name that the script gives, each where it can be seen."""
    census = _Census(desk)
    census.first_line(tree)
    census.recipes(tree)
    census.stages(tree)
    return census.names


class _Census:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.names = Names()
        self.language: Line | None = None

    # What comes before the stages

    def first_line(self, tree: Tree) -> None:
        """The script says `gen 1`, first and once."""
        first = tree.lines[0]
        if first.head is None or first.head.text != "gen":
            span = first.span(0, len(first.head.text) if first.head else None)
            self.desk.say(FirstLine(span=span, paste="gen 1"))

    def recipes(self, tree: Tree) -> None:
        """Recipes are verbs from the first line on, wherever they are written."""
        for line in tree.lines:
            if line.head is not None and line.form == "plain" and line.head.text in ("recipe", "use"):
                self._recipe(line)

    def stages(self, tree: Tree) -> None:
        """Everything else, part by part."""
        walk: list[tuple[Iterator[Line], Scope]] = [(iter(tree.lines), self.names.root)]
        while walk:
            lines, scope = walk[-1]
            line = next(lines, None)
            if line is None:
                walk.pop()
                continue
            section = self._line(line, scope)
            if section is not None and len(walk) <= DEEPEST:
                walk.append((iter(line.children), section.scope))

    # One line at the margin

    def _line(self, line: Line, scope: Scope) -> Section | None:
        if line.form == "broken" or (line.head is not None and not line.head.text):
            return None
        if line.form == "let":
            self._let(line, scope)
            return None
        if line.form != "plain" or line.head is None:
            self._stray(line)
            return None
        match line.head.text:
            case "gen" | "work" | "use" | "recipe" if scope is not self.names.root:
                self._misplaced(line, f"`{line.head.text}` stands", "at the margin of the whole script")
            case "gen":
                self._gen(line)
            case "work":
                self._work(line)
            case "group":
                return self._group(line, scope)
            case "use" | "recipe":
                pass
            case _:
                self._stage(line, scope)
        return None

    def _gen(self, line: Line) -> None:
        if self.language is not None:
            self.desk.say(SaidTwice(word="gen", first=self.language.number, same=True, **_without(line)))
            return
        self.language = line
        said = line.values[0] if line.values else None
        if isinstance(said, Quantity) and (said.number, said.unit) == (LANGUAGE, None):
            return
        start, end = (said.start, line.values[-1].end) if said else (0, len(line.text))
        facts = mend(line, start, end, LANGUAGE if said else f"gen {LANGUAGE}")
        self.desk.say(AnotherLanguage(said=line.text, **facts))

    def _work(self, line: Line) -> None:
        if self.names.work is None:
            self.names.work = line
            return
        first = self.names.work
        self.desk.say(SaidTwice(word="work", first=first.number, also=(first.span(),), **_without(line)))

    def _let(self, line: Line, scope: Scope) -> None:
        assert line.head is not None
        let = Let(line.head.text, line, scope, line.values[0] if line.values else None)
        self._register(let, line.head, scope)
        self.names.lets.append(let)

    def _group(self, line: Line, scope: Scope) -> Section | None:
        name = self._name(line, "group")
        section = Section(name, line, Scope(f"{scope.prefix}{name}.", scope))
        self._register(section, line.values[0] if line.values else line.head, scope)
        return section

    def _stage(self, line: Line, scope: Scope) -> None:
        assert line.head is not None
        word = self._verb(line)
        if word is None and self._is_stray_setting(line):
            return
        word = word or line.head.text
        if word in OWN_VERBS:
            return
        name = self._name(line, word)
        verb = self.desk.vocabulary.verbs.get(word)
        recipe = self.names.recipes.get(word)
        groups = tuple(_groups(line)) if verb and verb.groups else ()
        made = Made(name, scope.prefix + name, line, scope, word, verb, recipe, groups)
        self._register(made, line.values[0] if line.values else line.head, scope)
        self.names.made.append(made)

    def _verb(self, line: Line) -> str | None:
        """The verb that a line begins with, or was meant to; None where nobody can tell."""
        assert line.head is not None
        word = line.head.text
        if word in self.desk.vocabulary.verbs or word in self.names.recipes:
            return word
        known = (*self.desk.vocabulary.verbs, *self.names.recipes, *OWN_VERBS)
        ours = elsewhere.VERBS.get(word)
        ours = ours if ours in known else None
        if ours is None and self._owner(word) is not None and self.names.made:
            return None
        meant = ours or self._nearest(word, known)
        facts = mend(line, line.head.start, line.head.end, meant) if meant else {"span": _head_span(line)}
        self.desk.say(UnknownVerb(word=word, ours=ours, known=tuple(sorted(known)), **facts))
        return meant

    def _nearest(self, word: str, known: tuple[str, ...]) -> str | None:
        """The verb that was mistyped, be it ours or another tool's."""
        theirs = {their: our for their, our in elsewhere.VERBS.items() if our in known}
        nearest = self.desk.nearest(word, (*known, *theirs))
        return theirs.get(nearest, nearest) if nearest else None

    def _owner(self, word: str) -> str | None:
        last = self.names.made[-1].verb if self.names.made else None
        word = elsewhere.spelt(word)
        if last and (word in last.settings or word in last.steps):
            return last.name
        verbs = self.desk.vocabulary.verbs.values()
        return next((verb.name for verb in verbs if word in verb.settings or word in verb.steps), None)

    def _is_stray_setting(self, line: Line) -> bool:
        """A setting that was not indented: it is read as if it had been, beneath the stage above."""
        assert line.head is not None
        owner = self._owner(line.head.text)
        if owner is None or not self.names.made:
            return False
        facts = mend(line, 0, 0, "") | {"paste": f"  {line.text}", "span": _head_span(line)}
        self.desk.say(UnknownVerb(word=line.head.text, owner=owner, **facts))
        self.names.made[-1].strays.append(line)
        return True

    def _stray(self, line: Line) -> None:
        """A line at the margin that begins with no verb: `from`, `each`, `takes`, a text."""
        what = {"lead": "`from` and `with` stand", "each": "`each` stands", "takes": "`takes` stands"}
        where = "inside a recipe" if line.form == "takes" else "beneath a verb, two spaces further in"
        self._misplaced(line, what.get(line.form, "Values stand"), where)
        if self.names.made and line.form != "takes":
            self.names.made[-1].strays.append(line)

    def _misplaced(self, line: Line, what: str, where: str) -> None:
        self.desk.say(OutOfPlace(span=line.span(), what=what, where=where, paste=f"  {line.text}"))

    # Names

    def _name(self, line: Line, word: str) -> str:
        """The name after a verb; one made up where there is none."""
        assert line.head is not None
        names = [value for value in line.values if isinstance(value, Reference)]
        first = line.values[0] if line.values else None
        if len(names) == len(line.values) == 1 and len(names[0].parts) == 1:
            return names[0].parts[0] or f"my-{word}"  # an empty name was put there by the parser, which told of it
        if len(names) > 1 and len(names) == len(line.values) and line.repairs:
            joined = "-".join(part for name in names for part in name.parts if part)
            self.desk.say(NameInPieces(joined=joined, **mend(line, names[0].start, names[-1].end, joined)))
            return joined
        named = _slug(first) or f"my-{word}"
        start, end = (first.start, line.values[-1].end) if first else (line.head.end, line.head.end)
        facts = mend(line, start, end, named if first else f" {named}")
        facts["span"] = line.span(start, end) if first else _head_span(line)
        self.desk.say(NameMissing(verb=word, **facts))
        return named

    def _register(self, thing: Thing, place: Node | object, scope: Scope) -> None:
        """Put a thing where its name can be seen; the first of two keeps it."""
        first = scope.things.setdefault(thing.name, thing)
        if first is thing:
            return
        line = thing.line
        start, end = getattr(place, "start", 0), getattr(place, "end", len(line.text))
        facts = mend(line, start, end, f"{thing.name}-again")
        self.desk.say(TwoThings(name=thing.name, first=first.line.number, also=(first.line.span(),), **facts))

    # Recipes

    def _recipe(self, line: Line) -> None:
        assert line.head is not None
        name = self._name(line, line.head.text)
        borrowed = line.head.text == "use"
        own = ir.Recipe(name=name, takes=_takes(line), gives=_gives(line))
        recipe = self._borrowed(name, line) if borrowed else own
        if name in self.desk.vocabulary.verbs or name in OWN_VERBS:
            place = line.values[0]
            self.desk.say(AlreadyAWord(name=name, **mend(line, place.start, place.end, f"my-{name}")))
            return
        self.names.recipes.setdefault(name, recipe)

    def _borrowed(self, name: str, line: Line) -> ir.Recipe:
        source, version = _said(line, "from"), _said(line, "at")
        if version is None and not line.repairs:
            self.desk.say(NoVersion(span=line.span(), paste=f"{line.text} at v1"))
        return ir.Recipe(name=name, source=source or "", version=version)


def _groups(line: Line) -> Iterator[str]:
    """The names of the groups beneath a dataset."""
    for child in line.children:
        if child.head is not None and child.head.text == "group" and child.values:
            name = child.values[0]
            if isinstance(name, Reference):
                yield "-".join(name.parts)


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
        if isinstance(value, Reference)
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


def _slug(node: Node | None) -> str:
    """A name made of whatever stands where a name should."""
    said = node.content if isinstance(node, Text) else "-".join(node.parts) if isinstance(node, Reference) else ""
    words = "".join(letter if letter.isalnum() else " " for letter in said.lower()).split()
    return "-".join(words[:4]).lstrip("0123456789-")


def _head_span(line: Line) -> Span:
    return line.span(line.head.start, line.head.end) if line.head else line.span()


def _without(line: Line) -> dict[str, Any]:
    """The facts of a line that one like it stands above: it may stay as a note."""
    return {"span": line.span(), "paste": f"-- {line.text}"}
