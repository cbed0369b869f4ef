"""The library: a script's recipes, those that it borrows, those that these borrow, each read once and made a verb.

Pages are followed with a list, and recipes settled with those first that others use, so that no chain of them is too
long. A recipe that uses itself, directly or through others, is told of and is no verb.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from intaglio.lang import diagnostics as wrong
from intaglio.lang.borrowing import FIRST_VERSION, STANDARD, Absent, Lender, Page, is_address, is_library
from intaglio.lang.checker.definitions import Definition, names_used, place_of, version_of
from intaglio.lang.checker.desk import Desk, leave_out, mend
from intaglio.lang.checker.naming import head_span, name_of
from intaglio.lang.checker.order import in_order
from intaglio.lang.checker.paths import look_for, read_path
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.reading import settle
from intaglio.lang.checker.sheet import Borrowed, Sheet, about_recipes
from intaglio.lang.diagnostic import Diagnostic, Level
from intaglio.lang.layout import physical_lines
from intaglio.lang.parser import parse
from intaglio.lang.tree import Clause, Line, Text, Version
from intaglio.lang.vocabulary import OWN_VERBS, Vocabulary
from intaglio.lang.vocabulary import Place as PlaceType
from intaglio.lang.world import World

if TYPE_CHECKING:
    from intaglio.lang.checker.memory import Memory

DEEPEST = 32  # recipes in recipes
MOST_PAGES = 200  # read for one script


class Library:
    """Pages that were read, for one script and whatever is tried on it. `seen` is what lenders looked at for that."""

    def __init__(self, vocabulary: Vocabulary, world: World, lender: Lender, memory: Memory | None = None) -> None:
        self._vocabulary, self._world, self.lender, self._memory = vocabulary, world, lender, memory
        self._pages: dict[tuple[str, str, str | None], Page | Absent] = {}
        self._sheets: dict[tuple[str, str], Sheet] = {}
        self._waiting: list[Sheet] = []
        self.seen: dict[str, tuple[int, ...]] = {}

    def sheet(self, lines: Iterable[Line], desk: Desk) -> Sheet:
        """A script's sheet, every recipe of which is settled, given the lines that are about recipes."""
        sheet = Sheet(desk)
        self._collect(lines, sheet)
        while self._waiting:
            self._borrow_all(self._waiting.pop())
        first = [*sheet.own.values(), *(each.definition for each in sheet.borrowed.values() if each.definition)]
        for definition in in_order(first):
            self._settle(definition)
        self._tell_mistaken(sheet, sheet.borrowed.values())
        return sheet

    # Pages

    def _collect(self, lines: Iterable[Line], sheet: Sheet) -> None:
        """A text's own recipes. What it borrows comes once all that waits has its own."""
        first: dict[str, Line] = {}
        for line in lines:
            assert line.head is not None
            name = name_of(line, line.head.text, sheet.desk)
            if not _is_free(name, line, first, sheet.desk):
                continue
            first[name] = line
            if line.head.text == "recipe":
                page = sheet.desk.page
                version = version_of(line, sheet.desk) or (page.version if page else None) or FIRST_VERSION
                known = None if page or self._memory is None else self._memory.recipe(line, sheet, version)
                sheet.own[name] = known or Definition(name, line, sheet, version)
            else:
                sheet.borrowed[name] = Borrowed(line, None)
        if sheet.borrowed:
            self._waiting.append(sheet)

    def _borrow_all(self, sheet: Sheet) -> None:
        for name, borrowed in sheet.borrowed.items():
            borrowed.definition = self._borrowed(name, borrowed.line, sheet)

    def _borrowed(self, name: str, line: Line, sheet: Sheet) -> Definition | None:
        """What a `use` line leads to."""
        place = place_of(line, "use", sheet.desk)
        _tell_more(line, sheet.desk)
        clauses = {clause.word: clause for clause in reversed(line.clauses)}
        version = _version(clauses.get("at"), place)
        if "from" not in clauses:
            self._say_nowhere(name, line, place)
            return None
        where = place_of(line, "from", sheet.desk)
        source = read_path(PlaceType("folder", must_exist=False), clauses["from"].values[0], where)
        if source is None:
            return None
        page = self._lent(source, name, version)
        self.seen.update(page.seen)
        if isinstance(page, Absent):
            if version is None:
                self._say_no_version(line, FIRST_VERSION, sheet.desk)
            self._say_absent(name, source, version, page, clauses, place)
            return None
        return self._found(name, source, version, page, clauses, place)

    def _lent(self, source: str, name: str, version: str | None) -> Page | Absent:
        """What a lender has. Each is asked for once, whatever is tried on the script."""
        asked = source, name, version
        if asked not in self._pages:
            self._pages[asked] = self.lender.lend(source, name, version)
        return self._pages[asked]

    def _found(
        self, name: str, source: str, version: str | None, page: Page, clauses: Mapping[str, Clause], place: Place
    ) -> Definition | None:
        """The recipe on a page, if it has that, at that version."""
        sheet = self._loaded(page)
        definition = sheet.own.get(name)
        if definition is None:
            if version is None:
                self._say_no_version(place.line, FIRST_VERSION, place.desk)
            _say_not_among(name, page.name, None, tuple(sheet.own), place)
            return None
        if version is None:
            self._say_no_version(place.line, definition.version, place.desk)
        elif version != definition.version:
            there = (*self.lender.holds(source).get(name, ()), definition.version)
            absent = Absent({name: tuple(dict.fromkeys(there))})
            self._say_absent(name, source, version, absent, clauses, place)
        return definition

    def _loaded(self, page: Page) -> Sheet:
        """A page's sheet. Each is read once."""
        key = (page.folder, page.name)
        known = None if self._memory is None or key in self._sheets else self._memory.page(page)
        if known is not None:
            self._sheets[key] = known
        elif key not in self._sheets:
            parsed = parse(page.text)
            lines = physical_lines(page.text)
            faults = list(parsed.diagnostics)
            desk = Desk(self._vocabulary, self._world, faults, lines, lender=self.lender, page=page)
            self._sheets[key] = Sheet(desk)
            if len(self._sheets) <= MOST_PAGES:
                self._collect(about_recipes(parsed.tree.lines), self._sheets[key])
        return self._sheets[key]

    # Recipes

    def _settle(self, definition: Definition) -> None:
        """Make a verb of a recipe, if it is none yet. Those that it uses are settled."""
        if definition.verb is not None or definition.known:
            return
        sheet = definition.sheet
        used = [(name, line, sheet.recipe(name)) for name, line in names_used(definition)]
        self._tell_mistaken(sheet, [sheet.borrowed[name] for name, _, _ in used if name in sheet.borrowed])
        deep = [(line, each) for _, line, each in used if each is not None and each.depth >= DEEPEST]
        for line, each in deep[:1]:
            facts = leave_out(line) | {"span": head_span(line)}
            sheet.desk.say(wrong.recipes.TooDeep(recipe=each.name, most=DEEPEST, deep=True, **facts))
        definition.depth = 1 + max((each.depth for _, _, each in used if each is not None), default=0)
        definition.size = sum(1 if each is None else each.size for _, _, each in used)
        if deep:
            return
        watch = None if self._memory is None else self._memory.watch(sheet.desk)
        settle(definition)
        if self._memory is not None and watch is not None:
            self._memory.keep_recipe(definition, watch, alone=not any(each for _, _, each in used))

    def _tell_mistaken(self, sheet: Sheet, borrowed: Iterable[Borrowed]) -> None:
        """Tell of borrowed recipes that have mistakes in their own files."""
        for each in borrowed:
            if each.told or each.definition is None or each.definition.sheet is sheet:
                continue
            each.told = True
            there, mistake = each.definition.sheet.desk, _mistake_of(each.definition)
            if mistake is None and each.definition.circle is not None:
                there, mistake = each.definition.circle
            if mistake is None or there.page is None:
                continue
            line = each.line
            node = (*line.values, line.head)[0]
            assert node is not None
            sheet.desk.say(
                wrong.recipes.MistakenRecipe(
                    span=line.span(node.start, node.end),
                    beyond=(there.spot(mistake.span), *mistake.beyond),
                    recipe=each.definition.name,
                    file=there.page.name,
                    line=mistake.span.line,
                    mistake=mistake.message(),
                )
            )

    # What is not there

    def _say_nowhere(self, name: str, line: Line, place: Place) -> None:
        at = next((clause.start for clause in line.clauses if clause.word == "at"), len(line.text))
        source = STANDARD if name in self.lender.holds(STANDARD) else None
        joined = f"{line.text[:at].rstrip()} from {source} {line.text[at:] or f'at {FIRST_VERSION}'}"
        facts = mend(line, 0, len(line.text), joined) if source else {}
        place.desk.say(wrong.recipes.BorrowedFromNowhere(**facts | {"span": head_span(line)}))

    def _say_no_version(self, line: Line, version: str, desk: Desk) -> None:
        end = len(line.text)
        desk.say(wrong.recipes.NoVersion(**mend(line, end, end, f" at {version}") | {"span": line.span()}))

    def _say_absent(
        self, name: str, source: str, version: str | None, absent: Absent, clauses: Mapping[str, Clause], place: Place
    ) -> None:
        where = clauses["from"].values[0]
        if absent.because:
            place.say(wrong.recipes.NoSuchRecipe, where, name=name, source=source, because=absent.because)
        elif is_address(source):
            scheme = source.partition(":")[0]
            because = f"gen cannot borrow from `{scheme}:` yet. It borrows from folders and {STANDARD}."
            place.say(wrong.recipes.NoSuchRecipe, where, name=name, source=source, because=because)
        elif is_library(source) and source.rstrip("/") != STANDARD:
            because = f"What comes with gen lies in {STANDARD}."
            place.say(wrong.recipes.NoSuchRecipe, where, STANDARD, name=name, source=source, because=because)
        elif source.endswith(".gen"):
            because = f"{source} is a file. A recipe is borrowed from the folder that its file lies in."
            folder = posixpath.dirname(source) + "/"
            place.say(wrong.recipes.NoSuchRecipe, where, folder, name=name, source=source, because=because)
        elif not is_library(source) and not place.desk.world.exists(source):
            look_for(source, where, place)
        elif versions := absent.holds.get(name, ()):
            at = clauses["at"].values[0] if "at" in clauses else None
            if at is not None:
                said = version or FIRST_VERSION
                place.say(
                    wrong.recipes.NoSuchRecipe,
                    at,
                    versions[-1],
                    name=name,
                    source=source,
                    version=said,
                    versions=versions,
                )
        else:
            _say_not_among(name, source, version, tuple(absent.holds), place)


def _say_not_among(name: str, source: str, version: str | None, holds: tuple[str, ...], place: Place) -> None:
    """Tell of a name that no recipe there has."""
    if place.line.values:
        meant = place.desk.nearest(name, holds)
        node = place.line.values[0]
        place.say(wrong.recipes.NoSuchRecipe, node, meant, name=name, source=source, version=version, holds=holds)


def _is_free(name: str, line: Line, first: Mapping[str, Line], desk: Desk) -> bool:
    if not line.values:
        return True
    start, end = line.values[0].start, line.values[0].end
    if name in desk.vocabulary.verbs or name in OWN_VERBS:
        desk.say(wrong.names.AlreadyAWord(name=name, **mend(line, start, end, f"my-{name}")))
        return False
    if name in first:
        before = first[name]
        facts = mend(line, start, end, f"{name}-again")
        desk.say(wrong.names.TwoThings(name=name, first=before.number, also=(before.span(),), **facts))
        return False
    return True


def _version(clause: Clause | None, place: Place) -> str | None:
    """The version after `at`; something else there is told of, and read as the first."""
    if clause is None:
        return None
    node = clause.values[0]
    if isinstance(node, Version):
        return node.text
    said = node.content if isinstance(node, Text) else place.line.text[node.start : node.end]
    number = said.strip("v ")
    meant = f"v{number}" if number.replace(".", "").isdecimal() else FIRST_VERSION
    given = "A version is a `v` and its number: `v1`, `v2.1`."
    place.say(wrong.values.OtherValue, node, meant, word="at", wanted="version", given=given)
    return meant


def _tell_more(line: Line, desk: Desk) -> None:
    """What stands on a `use` line, or beneath it, and has no meaning there."""
    for clause in line.clauses:
        if clause.word in ("with", "every"):
            facts = mend(line, clause.start, clause.end, "")
            facts["paste"] = " ".join(facts["paste"].split())
            desk.say(wrong.graph.TooMuchMaterial(owner="use", word=clause.word, only_one=False, **facts))
    for child in line.children[:1]:
        where = "beneath a line that uses the recipe, not where it is borrowed"
        desk.say(wrong.names.OutOfPlace(what="Settings of a recipe stand", where=where, **leave_out(child)))


def _mistake_of(definition: Definition) -> Diagnostic | None:
    """The first mistake on its page that is not another recipe's alone."""
    sheet, needed, waiting = definition.sheet, set[str](), [definition]
    while waiting:
        each = waiting.pop()
        needed.add(each.name)
        used = {name for name, _ in names_used(each)} - needed
        waiting += [sheet.own[name] for name in used if name in sheet.own]
        needed |= used
    lines = [(name, each.line) for name, each in sheet.own.items()]
    lines += [(name, each.line) for name, each in sheet.borrowed.items()]
    apart = [(line.number, line.end) for name, line in lines if name not in needed]
    mistakes = [
        fault
        for fault in sheet.desk.faults
        if fault.level is Level.MISTAKE and not any(first <= fault.span.line <= last for first, last in apart)
    ]
    return min(mistakes, key=lambda fault: fault.span, default=None)


def recipes_of(page: Page, vocabulary: Vocabulary, world: World, lender: Lender) -> Mapping[str, Definition]:
    """The recipes of a page by name, each settled: for whoever wants to show them."""
    parsed = parse(page.text)
    desk = Desk(vocabulary, world, list(parsed.diagnostics), physical_lines(page.text), lender=lender, page=page)
    return Library(vocabulary, world, lender).sheet(about_recipes(parsed.tree.lines), desk).own
