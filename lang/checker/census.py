"""The census: the tree's lines at the margin come in, the names that they give go out.

Every line is gone through once, groups with a stack of their own, so that no depth is too deep. Lines that give no name
and should (`train from table`), or that stand where only verbs do, are reported here and read as far as can be.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.borrowing import FIRST_VERSION, STANDARD
from intaglio.lang.checker.bound import Bound
from intaglio.lang.checker.desk import MOST_STAGES, indent, leave_out, mend
from intaglio.lang.checker.finders import groups_beneath, is_empty_group, is_group
from intaglio.lang.checker.names import (
    Home,
    Let,
    Made,
    Names,
    Scope,
    Section,
    Thing,
    find,
    makes_one_of,
)
from intaglio.lang.checker.naming import Naming, at_making, free_name, head_span, name_of
from intaglio.lang.checker.sheet import Sheet
from intaglio.lang.diagnostic import Edit
from intaglio.lang.layout import STEP
from intaglio.lang.records import replace
from intaglio.lang.span import Span
from intaglio.lang.tree import Line, Node, Passage, Quantity, Reference, Tree
from intaglio.lang.vocabulary import OWN_VERBS, Choice, Verb, offered

if TYPE_CHECKING:
    from intaglio.lang.checker.definitions import Definition
    from intaglio.lang.checker.memory import Memory
    from intaglio.lang.checker.shares import Share

LANGUAGE = "1"

GIVES = "gives"  # of a recipe

DEEPEST = 16  # groups in groups


def count(tree: Tree, sheet: Sheet, memory: Memory | None = None) -> Names:
    """Every name that the script gives, each where it can be seen."""
    scope = Scope(Home(sheet.desk)) if memory is None else memory.part()
    census = _Census(sheet, scope, memory=memory)
    census.first_line(tree)
    census.stages(tree.lines)
    return census.names


def count_inside(definition: Definition, home: Home, prefix: str = "") -> Names:
    """Every name of one reading of a recipe: what it takes, not yet bound to anything, and what its lines give."""
    scope = Scope(home, prefix)
    scope.things.update({each.name: Bound(each.name, each.line) for each in definition.parameters})
    census = _Census(definition.sheet, scope, inside=True)
    census.stages(definition.body)
    return census.names


def outlets_of(definition: Definition, names: Names) -> dict[str, Made]:
    """What a reading gives, by the names that it is reached by. What leads to no stage is left out."""
    found = {node.parts[-1]: find(node.parts, names.root).made for _, node in definition.gives}
    return {name: made for name, made in found.items() if made is not None}


class _Census:
    """`inside` tells that a recipe is counted, where there are other things to say than at the margin of a script."""

    def __init__(self, sheet: Sheet, scope: Scope, *, inside: bool = False, memory: Memory | None = None) -> None:
        self.sheet = sheet
        self.desk = scope.home.desk
        self.names = Names(scope)
        self.language: Line | None = None
        self.recipe: Line | None = None  # the last one above
        self.inside = inside
        self.memory = memory
        self.registered: list[tuple[Thing, Scope]] = []  # what was given a name last, and where

    # What comes before the stages

    def first_line(self, tree: Tree) -> None:
        """The script says `gen 1`, first and once."""
        first = next(filter(_says_something, tree.lines), tree.lines[0])
        if first.head is None or first.head.text.lower() != "gen":
            span = first.span(0, len(first.head.text) if first.head else None)
            paste = f"gen {LANGUAGE}"
            above = Edit(Span(first.number, 1, 1), f"{paste}\n\n")
            self.desk.say(wrong.names.FirstLine(span=span, edit=above, paste=paste))

    def stages(self, lines: Sequence[Line]) -> None:
        """Everything else, part by part."""
        if self.memory is None:
            self._walk(lines)
        else:
            self._remembered(lines, self.memory)

    def _walk(self, lines: Sequence[Line], following: Line | None = None) -> None:
        walk = [(_with_next(lines, following), self.names.root)]
        while walk:
            each, scope = walk[-1]
            line, following = next(each, (None, None))
            if line is None:
                walk.pop()
                continue
            section = self._line(line, scope, following)
            if section is not None and len(walk) < DEEPEST:
                walk.append((_with_next(line.children), section.scope))
            elif section is not None:
                self._misplaced(line, "This group stands", f"in more than {DEEPEST} others, and nobody finds it there")

    # What is remembered

    def _remembered(self, lines: Sequence[Line], memory: Memory) -> None:
        """Lines that are what they were at the last reading give what they gave; the others are counted."""
        shares = [*memory.shares.of(lines), None]
        at = 0
        while at <= len(lines):
            unknown = shares.index(None, at)
            self._as_before([*filter(None, shares[at:unknown])], memory)
            for line, following in islice(_with_next(lines[unknown : unknown + 2]), 1):
                self._anew(line, memory, following)
            at = unknown + 1
        memory.shares.tidy(lines)

    def _as_before(self, shares: Sequence[Share], memory: Memory) -> None:
        """Count the lines of shares, all at once if they all hold, else each half for itself."""
        if not shares or self._give(shares, memory):
            return
        if len(shares) == 1:
            self._anew(shares[0].line, memory, None)  # whatever hangs on the line after it has no share
            return
        half = len(shares) // 2
        self._as_before(shares[:half], memory)
        self._as_before(shares[half:], memory)

    def _give(self, shares: Sequence[Share], memory: Memory) -> bool:
        """Count shares as they are, unless a name is given twice, or a recipe is not the one that it was."""
        names, total = self.names, memory.shares.total(shares)
        if len(total.things) < len(shares) or not total.things.keys().isdisjoint(names.root.things.keys()):
            return False
        if not self._take_uses(total.uses):
            return False
        names.root.things.update(total.things)
        names.made += total.made
        names.uses += total.uses
        names.lets += total.lets
        for section in total.groups:
            memory.keep_group(section)
        return True

    def _take_uses(self, uses: Sequence[Made]) -> bool:
        """Whether uses are of the very recipes still, and all that these make may be made; it counts as made."""
        if not uses:
            return True
        if any(use.recipe is None or self.sheet.recipe(use.word) is not use.recipe for use in uses):
            return False
        size = sum(use.recipe.size for use in uses if use.recipe is not None)
        return size <= self.desk.stages and self.desk.take_stages(size)

    def _anew(self, line: Line, memory: Memory, following: Line | None) -> None:
        """Count one line, and remember its share where nothing is wrong with it."""
        names, desk = self.names, self.desk
        before = desk.told
        made, uses, lets = len(names.made), len(names.uses), len(names.lets)
        self.registered.clear()
        self._walk((line,), following)
        given = self.registered
        memory.fresh.update(thing.name for thing, scope in given if scope is names.root)
        as_written = all(scope.things[each.name] is each and not each.line.repairs for each, scope in given)
        known = all(each.verb is not None for each in names.made[made:])  # else a `use` is told of
        stands_alone = not is_empty_group(line)  # what that is hangs on the line after it
        if given and as_written and known and stands_alone and before == desk.told:
            first, _ = given[0]
            groups = tuple(each for each, _ in given if isinstance(each, Section))
            more = tuple(names.uses[uses:]), tuple(names.lets[lets:])
            memory.shares.add(line, first, tuple(names.made[made:]), *more, groups)

    # One line at the margin

    def _line(self, line: Line, scope: Scope, following: Line | None) -> Section | None:
        if line.form == "broken" or (line.head is not None and not line.head.text):
            return None
        if line.form == "let" or (line.repairs and _is_bare_let(line)):
            self._let(line, scope)
            return None
        if line.form != "plain" or line.head is None:
            self._stray(line)
            return None
        word, known = line.head.text, self.desk.vocabulary
        if word in known.verbs and word not in known.work:
            self._stage(line, scope)
            return None
        if _is_called_a_group(word) and self._is_group_elsewhere(line):
            line, word = self._said_as_group(line), "group"
        match word:
            case "gen" | "work" | "use" | "recipe" if self.inside or scope is not self.names.root:
                self._misplaced(line, f"`{word}` stands", "at the margin of the whole script")
            case "group" if self.inside:
                self._misplaced(line, "`group` stands", "at the margin of a script; a recipe is a part already")
            case "gen":
                self._gen(line)
            case "work":
                self._work(line)
            case "group":
                if self._is_stray_group(line, scope, following) or self._is_dataset(line, scope):
                    return None
                return self._group(line, scope)
            case "recipe":
                self.recipe = line
            case "use":
                pass
            case "gives" if not self.inside:
                self._of_recipe(line)
            case word if word in known.work and self._is_of_work(line, word):
                pass
            case _:
                self._stage(line, scope)
        return None

    def _is_group_elsewhere(self, line: Line) -> bool:
        """Whether a line that other tools would begin a group with has a name, and holds something."""
        assert line.head is not None
        word = line.head.text
        known = word in self.desk.vocabulary.verbs or word in self.sheet.names
        return not known and bool(line.children) and len(line.values) == 1 and isinstance(line.values[0], Reference)

    def _said_as_group(self, line: Line) -> Line:
        """The line as that of a group, which is told."""
        assert line.head is not None
        head, word = line.head, line.head.text
        small = word.lower() == "group"
        facts = mend(line, head.start, head.end, "group")
        self.desk.say(wrong.names.UnknownVerb(word=word, ours="group", small=small, known=(), **facts))
        return replace(line, head=replace(head, text="group"))

    def _gen(self, line: Line) -> None:
        if self.language is not None:
            same = line.text.split() == self.language.text.split()
            self.desk.say(wrong.names.SaidTwice(word="gen", first=self.language.number, same=same, **leave_out(line)))
            return
        self.language = line
        said = line.values[0] if line.values else None
        if isinstance(said, Quantity) and (said.number, said.unit) == (LANGUAGE, None):
            return
        start, end = (said.start, line.values[-1].end) if said else (0, len(line.text))
        facts = mend(line, start, end, LANGUAGE if said else f"gen {LANGUAGE}")
        self.desk.say(wrong.names.AnotherLanguage(said=line.text, **facts))

    def _work(self, line: Line) -> None:
        if self.names.work is None:
            self.names.work = line
            return
        first = self.names.work
        self.desk.say(wrong.names.SaidTwice(word="work", first=first.number, also=(first.span(),), **leave_out(line)))

    def _let(self, line: Line, scope: Scope) -> None:
        assert line.head is not None
        unsure = len(line.repairs) > 1 or any(repair.expected == "COMMA" for repair in line.repairs)
        let = Let(line.head.text, line, scope, line.values[0] if line.values and not unsure else None)
        self._register(let, line.head, scope)
        self.names.lets.append(let)

    def _group(self, line: Line, scope: Scope) -> Section | None:
        name = name_of(line, "group", self.desk)
        if self.memory is None:
            inner = Scope(scope.home, f"{scope.prefix}{name}.", scope)
        else:
            inner = self.memory.group(line, name, scope)
        section = Section(name, line, inner)
        self._register(section, line.values[0] if line.values else line.head, scope)
        return section

    def _stage(self, line: Line, scope: Scope, *, is_moved: bool = False) -> None:
        assert line.head is not None
        said = line.head.text
        word = self._verb(line)
        if word is None and self._is_stray_setting(line):
            return
        word = word or said
        if word in OWN_VERBS or word == GIVES:
            return
        verb = self.desk.vocabulary.verbs.get(word)
        recipe = None if verb else self.sheet.recipe(word)
        line = self._with_settings_beneath(line, verb or (recipe.verb if recipe else None))
        line, slid = (line, ()) if is_moved else self._without_slid(line, verb)
        line = self._with_groups(line, verb)
        name = name_of(line, word, self.desk)
        if recipe is not None and self.inside and word != said:
            recipe = None  # it was only guessed, so nobody looked whether it leads back here
        verb = recipe.verb if recipe else verb
        groups = tuple(dict.fromkeys(groups_beneath(line, verb.steps))) if verb and verb.groups else ()
        parts = (*groups, *verb.outputs) if verb else ()
        made = Made(name, scope.prefix + name, line, scope, word, verb, recipe, parts)
        if verb is not None and verb.apiece is not None and made.says(verb.apiece.said_by) in verb.apiece.words:
            made.parts = verb.apiece.names
        if self.memory is not None and recipe is None:
            made = self.memory.count(made)
        self._register(made, line.values[0] if line.values else line.head, scope)
        for piece in name.split("-") if line.repairs else ():
            scope.pieces.setdefault(piece, made)
        self.names.made.append(made)
        if recipe is not None:
            self.names.uses.append(made)
        if recipe is not None and recipe.verb is not None:
            self._enter(made, recipe)
        for each in slid:
            self._stage(each, scope, is_moved=True)

    def _with_settings_beneath(self, line: Line, verb: Verb | None) -> Line:
        """A stage's line with the settings that stand on it, which are told of, as lines beneath it; of its groups
        the same.
        """
        if verb is None:
            return line
        crowded = [each for each in line.children if is_group(each) and each.repairs] if verb.groups else []
        if not crowded and not line.repairs:
            return line
        from intaglio.lang.checker.abreast import with_settings_beneath  # few scores need it

        if line.repairs:
            line = with_settings_beneath(line, {**verb.settings, **verb.steps}, self.desk, verb)
        if not crowded:
            return line
        parted = {id(each): with_settings_beneath(each, verb.steps, self.desk, verb) for each in crowded}
        return replace(line, _children=tuple(parted.get(id(each), each) for each in line.children))

    def _with_groups(self, line: Line, verb: Verb | None) -> Line:
        """The line of a dataset with the groups beneath it that are called otherwise, which is told."""
        if verb is None or not verb.groups:
            return line
        lost = [
            child
            for child in line.children
            if (child.clauses or child.children) and child.form == "plain" and child.head and child.values
        ]
        if not lost:
            return line
        known = {"group", *verb.settings, *verb.steps}
        lost = [child for child in lost if child.head and elsewhere.spelt(child.head.text) not in known]
        meant = {id(child): each for child in lost if (each := self._as_group(child, verb, known)) is not None}
        if not meant:
            return line
        return replace(line, _children=tuple(meant.get(id(child), child) for child in line.children))

    def _as_group(self, line: Line, verb: Verb, known: Collection[str]) -> Line | None:
        """A line as that of a group, where that was meant, which is told; else None."""
        assert line.head is not None
        word, head = line.head.text, line.head
        theirs = _is_called_a_group(word)
        if not theirs and self.desk.nearest(word, known) != "group":
            return None
        facts = mend(line, head.start, head.end, "group") | {"guessed": not theirs}
        ours = "group" if theirs else None
        self.desk.say(wrong.names.UnknownSetting(owner=verb.name, word=word, what="step", ours=ours, **facts))
        return replace(line, head=replace(head, text="group"))

    def _without_slid(self, line: Line, verb: Verb | None) -> tuple[Line, Sequence[Line]]:
        """A stage's line without the stages that stand beneath it, which are told of, and these."""
        verbs = self.desk.vocabulary.verbs
        if verb is None or not _speak_of(verbs, line.children):
            return line, ()
        from intaglio.lang.checker.slid import parted  # few scores need it

        line, slid = parted(line, verb, verbs)
        for each in slid:
            assert each.line.head is not None
            what, where = f"`{each.line.head.text}` is a verb, and stands", "at the margin"
            facts = each.moved(line.pieces[0].column)
            self.desk.say(wrong.names.OutOfPlace(what=what, where=where, span=head_span(each.line), **facts))
        return line, [stage for each in slid for stage in each.stages]

    def _enter(self, made: Made, recipe: Definition) -> None:
        """Count what a use of a recipe makes; in a recipe that is read for itself, only what can be reached of it."""
        home = made.scope.home
        if home.itself or not self._afford(made, recipe):
            made.outlets = {name: _standing_in(made, name, each) for name, each in recipe.outlets.items()}
            return
        line, end = made.line, made.line.values[0].end if made.line.values else len(made.line.text)
        inner = replace(recipe.sheet.desk, faults=[], outer=self.desk, use=Passage(line, 0, end), known=recipe.known)
        made.inside = count_inside(recipe, Home(inner, use=made), f"{made.path}.")
        made.outlets = outlets_of(recipe, made.inside)

    def _afford(self, made: Made, recipe: Definition) -> bool:
        """Whether the score may come to so many stages. Uses in uses were counted with these."""
        if made.scope.home.use is not None or self.desk.take_stages(recipe.size):
            return True

        facts = leave_out(made.line) | {"span": head_span(made.line)}
        self.desk.say(wrong.recipes.TooDeep(recipe=recipe.name, most=MOST_STAGES, deep=False, **facts))
        return False

    def _verb(self, line: Line) -> str | None:
        """The verb that a line begins with, or was meant to; None where nobody can tell."""
        assert line.head is not None
        word = line.head.text
        if word in self.desk.vocabulary.verbs or word in self.sheet.names:
            return word
        known = (*offered(self.desk.vocabulary.verbs), *self.sheet.names, *((GIVES,) if self.inside else OWN_VERBS))
        ours = word.lower() if word.lower() in known else elsewhere.VERBS.get(word.lower())
        later = ours not in known and ours in self.desk.vocabulary.verbs
        ours = ours if ours in known or later else None
        if ours == "use" and word.lower() != ours and not line.clauses:
            self._say_no_library(word, line)
            return None
        if word in self._standard and self.names.root.home.use is None:
            self._say_not_borrowed(word, line)
            return None
        if ours is None and self.names.made and (self._owner(word) is not None or self._misspells(line, known)):
            return None
        if ours is None and (because := elsewhere.PROGRAMMING.get(word.lower())):
            spare = leave_out(line) | {"span": head_span(line)}
            self.desk.say(wrong.names.UnknownVerb(word=word, because=because, **spare))
            return None
        small = ours is not None and ours == word.lower()
        meant = ours if later or small else self._plausible(ours or self._nearest(word, known), line)
        facts: dict[str, Any] = {"span": head_span(line)}
        if meant and not later:
            facts = mend(line, line.head.start, line.head.end, meant)
        if meant and not later and (said := self._said_by(word.lower(), meant)):
            facts |= {"paste": f"{facts['paste']}\n  {said}", "edit": None}
        if meant in self.sheet.own and ours is None:
            facts["at_making"] = self._at_writing(word, self.sheet.own[meant])
        self.desk.say(
            wrong.names.UnknownVerb(word=word, ours=ours, later=later, small=small, known=tuple(sorted(known)), **facts)
        )
        return meant

    def _at_writing(self, word: str, recipe: Definition) -> wrong.names.MisspeltWhereMade | None:
        """A verb that nobody knows, told where a recipe of this script is written that was probably meant."""
        line = recipe.line
        if not line.values:
            return None
        return at_making(word, recipe.name, Naming("recipe", line, line.values[0], recipe.sheet.desk), self.desk)

    @cached_property
    def _standard(self) -> Mapping[str, tuple[str, ...]]:
        """The recipes that ship with gen."""
        return self.desk.lender.holds(STANDARD)

    def _say_not_borrowed(self, word: str, line: Line) -> None:
        """Tell of a recipe that ships with gen and was not borrowed; the line that does so is put above this one."""
        paste = f"use {word} from {STANDARD} at {(*self._standard[word], FIRST_VERSION)[-1]}"
        facts: dict[str, Any] = {}
        if line.depth == 0:
            facts = {"edit": Edit(Span(line.number, 1, 1), f"{paste}\n\n"), "paste": paste}
        self.desk.say(wrong.names.UnknownVerb(word=word, standard=True, span=head_span(line), **facts))

    def _said_by(self, word: str, verb: str) -> str:
        """The setting that a word beneath its verb would be: `model gan`, for `gan` at the margin."""
        settings = self.desk.vocabulary.verbs[verb].settings.values() if verb in self.desk.vocabulary.verbs else ()
        word = elsewhere.choice(word)
        for setting in settings:
            kind = setting.slots[0].type if setting.required and setting.slots else None
            if isinstance(kind, Choice) and word in kind.offered:
                return f"{setting.name} {word}"
        return ""

    def _say_no_library(self, word: str, line: Line) -> None:
        """`import numpy`: there is nothing to import."""
        facts = leave_out(line) | {"span": head_span(line)}
        because = "gen has no libraries to import. A recipe is borrowed with `use`."
        self.desk.say(wrong.names.UnknownVerb(word=word, because=because, **facts))

    def _plausible(self, guess: str | None, line: Line) -> str | None:
        """The guess, if it knows what stands beneath; else the one verb that knows all of it."""
        beneath = {
            elsewhere.spelt(child.head.text.lower()) for child in line.children if child.head and child.head.text
        }
        verbs = self.desk.vocabulary.verbs

        def knows(name: str) -> int:
            return sum(word in verbs[name].settings or word in verbs[name].steps for word in beneath)

        if len(beneath) < 2 or (guess is not None and (guess not in verbs or 2 * knows(guess) >= len(beneath))):
            return guess
        able = [name for name in offered(verbs) if knows(name) == len(beneath)]
        return able[0] if len(able) == 1 else None

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
        if not self.names.made or line.head.text in self._standard:
            return False
        owner = self._owner(line.head.text)
        if owner is None and not self._misspells(line, (*offered(self.desk.vocabulary.verbs), *self.sheet.names)):
            return False
        self._strayed(line, self.names.made[-1], owner or "")
        return True

    def _misspells(self, line: Line, verbs: Sequence[str]) -> bool:
        """Whether a word at the margin is rather a setting of the stage above, mistyped, than one of these verbs: what
        follows it is no name, or other lines of that stage were not indented either.
        """
        made, word = self.names.made[-1], line.head.text if line.head is not None else ""
        if made.verb is None or line.clauses or line.children or not line.values:
            return False
        if not made.strays and isinstance(line.values[0], Reference):
            return False
        words = (*made.verb.settings, *made.verb.steps)
        return self.desk.nearest(word, words) is not None and self._nearest(word, tuple(verbs)) is None

    def _is_stray_group(self, line: Line, scope: Scope, following: Line | None) -> bool:
        """A group of a dataset that was not indented. What stands in it is material and steps, and no stage."""
        made = self.names.made[-1] if self.names.made else None
        if made is None or made.verb is None or not made.verb.groups or made.scope is not scope:
            return False
        first = next(iter((*line.children, following)), None)
        fed = bool(line.clauses) or (first is not None and first.form == "lead")
        if not fed or _speak_of({*self.desk.vocabulary.verbs, *self.sheet.names}, (line,)):
            return False
        name = name_of(line, "group", self.desk)
        if name not in made.parts:
            # Another than is remembered, which has no such part: whoever asked for it is asked again.
            apart = replace(made, parts=(*made.parts, name), strays=[*made.strays])
            scope.things.update({each: apart for each, thing in scope.things.items() if thing is made})
            self.names.made[-1] = made = apart
        self._strayed(line, made)
        return True

    def _stray(self, line: Line) -> None:
        """A line at the margin that begins with no verb: `from`, `each`, `takes`, a text."""
        if line.form == "takes":
            self._of_recipe(line)
            return
        if self.names.made and line.form in ("lead", "each"):
            self._strayed(line, self.names.made[-1])
            return
        what = {"lead": "`from` and `with` stand", "each": "`each` stands"}.get(line.form, "Values stand")
        self._misplaced(line, what, "beneath a verb, two spaces further in")
        if self.names.made:
            self.names.made[-1].strays += (line.alone(), *line.children)
            self.names.strayed.append(self.names.made[-1])

    def _is_dataset(self, line: Line, scope: Scope) -> bool:
        """A group at the margin that holds material and steps, and no stage: it is read as the dataset that it is."""
        verbs = self.desk.vocabulary.verbs
        verb = next((each for each in verbs.values() if each.groups), None)
        leads = any(child.form == "lead" for child in line.children) or bool(line.clauses)
        if verb is None or line.head is None or not leads or _speak_of({*verbs, *self.sheet.names}, (line,)):
            return False
        what, where = "A `group` at the margin holds stages. Material and steps stand", f"beneath a `{verb.name}`"
        facts = mend(line, line.head.start, line.head.end, verb.name)
        self.desk.say(wrong.names.OutOfPlace(what=what, where=where, **facts))
        self._stage(replace(line, head=replace(line.head, text=verb.name)), scope)
        return True

    def _of_recipe(self, line: Line) -> None:
        """`takes` or `gives` at the margin: it was not indented beneath its recipe."""
        word = line.form if line.form == "takes" else GIVES
        above = self.recipe
        if above is None or (self.names.made and self.names.made[-1].line.number > above.number):
            self.desk.say(wrong.names.OutOfPlace(what=f"`{word}` stands", where="inside a recipe", span=line.span()))
            return
        self._not_indented(line, above, word)

    def _is_of_work(self, line: Line, word: str) -> bool:
        """Whether a line says something of the work, and was not indented beneath it; it is read as if it had been.
        A recipe may be called by such a word, and then uses it.
        """
        work = self.names.work
        if work is None or self.names.made or line.children or word in self.sheet.names:
            return False
        self._not_indented(line, work, word, owner="work")
        self.names.work = replace(work, _children=(*work.children, line))
        return True

    def _not_indented(self, line: Line, above: Line, word: str, owner: str = "") -> None:
        from intaglio.lang.checker.strayed import indented  # few scores need it

        facts = indented((line.alone(),), above.pieces[0].column + STEP)
        facts |= {} if line.form == "takes" else {"span": head_span(line)}
        self.desk.say(wrong.names.NotIndented(word=word, owner=owner, stage=above.text, **facts))

    def _strayed(self, line: Line, made: Made, owner: str = "") -> None:
        """Tell of a line that was not indented, and read it as if it stood beneath a stage."""
        from intaglio.lang.checker.strayed import taken_in  # few scores need it

        verb = made.verb
        words = {**verb.settings, **verb.steps} if verb is not None else {}
        lines, facts = taken_in(line, made, words)
        word = line.head.text if line.head is not None and line.form == "plain" else ""
        what = "step" if verb is not None and elsewhere.spelt(word) in verb.steps else "setting"
        facts["span"] = head_span(line) if word else line.span()
        stage = f"{made.word} {made.name}"
        fault = wrong.names.NotIndented(word=word or line.form, owner=owner, called=what, stage=stage, **facts)
        self.desk.say(replace(fault, instead=tuple(_without_name(fault, line, made))))
        made.strays += lines
        self.names.strayed.append(made)

    def _misplaced(self, line: Line, what: str, where: str) -> None:
        counted = line.form == "item" and isinstance(line.values[0], Quantity)
        alone = line.form in ("plain", "takes") or counted
        further_in = {"span": line.span()} if alone else indent(line, STEP)
        self.desk.say(wrong.names.OutOfPlace(what=what, where=where, **further_in))

    # Names

    def _register(self, thing: Thing, place: Node | object, scope: Scope) -> None:
        """Put a thing where its name can be seen; the first of two keeps it."""
        first = scope.things.setdefault(thing.name, thing)
        self.registered.append((thing, scope))
        if first is thing:
            return
        line = thing.line
        if thing.name not in line.text or first.name not in first.line.text:
            return  # that is a name that nobody wrote; that it is none is told
        start, end = getattr(place, "start", 0), getattr(place, "end", len(line.text))
        facts = mend(line, start, end, f"{thing.name}-again")
        again = wrong.names.TwoThings(name=thing.name, first=first.line.number, also=(first.line.span(),), **facts)
        ways = [replace(again, edit=None, paste=paste) for paste in _made_of(thing, first, scope)]
        told, *rest = [*ways, again]
        self.desk.say(replace(told, instead=tuple(rest)))


def _made_of(thing: Thing, first: Thing, scope: Scope) -> Iterator[str]:
    """`print attempts`, where there are attempts: the line that makes something of them, with a name of its own."""
    line, verb = thing.line, thing.verb if isinstance(thing, Made) else None
    if verb is None or not isinstance(first, Made) or line.head is None or line.clauses or len(line.values) != 1:
        return
    name = free_name(f"{verb.makes}-of-{first.name}", scope)
    for word, wanted in (("from", verb.sources), ("with", verb.models)):
        if wanted and makes_one_of(first, wanted):
            yield f"{line.head.text} {name} {word} {first.name}"


def _without_name(fault: wrong.names.NotIndented, line: Line, made: Made) -> Iterator[wrong.names.NotIndented]:
    """`save plate ./out/plate.png`: beneath its stage, a setting needs no name of it."""
    first = line.values[0] if line.values else None
    if first is None or line.text[first.start : first.end] != made.name or len(line.pieces) > 1 or line.children:
        return
    margin = " " * (made.line.pieces[0].column - 1 + STEP)
    paste = f"{margin}{line.text[: first.start]}{line.text[first.end :].lstrip(' ,')}"
    end = line.pieces[0].column + len(line.text)
    yield replace(fault, edit=Edit(Span(line.number, 1, end), paste), paste=paste)


def _with_next(lines: Sequence[Line], last: Line | None = None) -> Iterator[tuple[Line, Line | None]]:
    """Each line, with the one that follows it."""
    return zip(lines, (*lines[1:], last), strict=True) if lines else iter(())


def _is_called_a_group(word: str) -> bool:
    """Whether that is what other tools call a group, or `group` in capitals."""
    small = word.lower()
    return small in elsewhere.GROUPS or (small == "group" and word != small)


def _speak_of(verbs: Container[str], lines: Sequence[Line]) -> bool:
    """Whether the first word of a line, or of any beneath them, is one of these."""
    waiting = [*lines]
    for each in waiting:
        if each.head is not None and each.head.text in verbs:
            return True
        waiting += each.children  # the list grows while it is gone through
    return False


def _says_something(line: Line) -> bool:
    """Whether a line is none that was only a mark or a note of another language."""
    return line.form != "broken" and not (line.head is not None and not line.head.text)


def _is_bare_let(line: Line) -> bool:
    """`side = 256 px`, of which the parser told that `let` is missing."""
    equals = any(repair.token == "=" for repair in line.repairs)
    bare = line.form == "plain" and line.head is not None and len(line.values) == 1 and not line.clauses
    return equals and bare and line.head is not None and line.head.text not in OWN_VERBS


def _standing_in(made: Made, name: str, given: Made) -> Made:
    """What a use gives, for a reading that does not go into it."""
    verb, parts = given.verb, given.parts
    return Made(name, f"{made.path}.{name}", made.line, made.scope, made.word, verb, None, parts, stands_in=True)
