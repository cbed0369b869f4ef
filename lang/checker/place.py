"""A place: the line and the word that a value stands beneath, which decide how it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker.bound import Bound, bound_to, comes_from_use
from intaglio.lang.checker.desk import Desk, mend
from intaglio.lang.checker.examples import example_in
from intaglio.lang.checker.names import Let, Made, Scope, makes_one_of, reachable
from intaglio.lang.diagnostic import Diagnostic
from intaglio.lang.elsewhere import spelt
from intaglio.lang.records import dataclass, field
from intaglio.lang.span import Span
from intaglio.lang.tree import Line, Node, Passage, Reference
from intaglio.lang.vocabulary import Extra, Setting, Size, Slot

if TYPE_CHECKING:
    from intaglio.lang.checker.lets import Lets, Value


@dataclass(frozen=True, slots=True)
class Join:
    """One stage's mention of another: what it leads to, and where it stands."""

    made: Made
    part: str | None
    line: Line
    node: Node
    guessed: bool = False  # what was written has no such name, and this was probably meant


@dataclass(frozen=True, slots=True)
class Later:
    """Something said that is checked and not run yet: as it is called, and where it stands."""

    what: str
    said: Passage

    @property
    def span(self) -> Span:
        """Its place now."""
        return self.said.span


@dataclass(slots=True, eq=False)
class Place:
    """Where a value stands. `joins` gathers the stages that values here speak of, `later` what arrives later."""

    desk: Desk
    line: Line
    scope: Scope
    lets: Lets
    word: str
    setting: Setting | None = None
    slot: Slot | None = None
    joins: list[Join] = field(default_factory=list)
    later: list[Later] = field(default_factory=list)
    beneath: Line | None = None  # what the line stands beneath
    lost: bool = False  # whether something on the line is nothing, in this reading of a recipe
    words: Mapping[str, Setting] = field(default_factory=dict)  # all that may stand where the line stands
    each_time: bool = False  # whether it has to be read wherever it is said: it arrives later, or needs a library

    @property
    def doc(self) -> str:
        """What the setting, or this value of it, does in words."""
        if self.setting is None:
            return ""
        return self.setting.sense if self.setting.plain or self.slot is None else self.slot.sense

    @property
    def sweeps(self) -> bool:
        """Whether `each` could make a sweep of this line."""
        return self.setting is not None and self.setting.sweeps and self.line.form == "plain"

    @property
    def sizing(self) -> list[str]:
        """The words for a size that may stand where the line stands, with nothing else."""
        return [word for word, each in self.words.items() if each.slots and isinstance(each.slots[0].type, Size)]

    def value_of(self, node: Reference) -> Value | None:
        """What a bare name stands for: a `let`'s value, else itself. None where its `let` has no value."""
        if len(node.parts) == 1:
            thing = self.scope.seen(node.parts[0])
            if isinstance(thing, Let):
                return self.lets.value(thing)
            if isinstance(thing, Bound):
                return thing.value
        return node

    def located(self, path: str, node: Node) -> str | None:
        """A path that stands here, as seen from the script's folder; None where it leads where it may not, told.

        What a use of the recipe says was seen from there when it was read.
        """
        located = self.seen(path, node)
        if located is None:
            self.say(wrong.recipes.LeadsOut, node, path=path)
        return located

    def seen(self, path: str, node: Node) -> str | None:
        """As `located`, and nothing is told."""
        outside = self.desk.page is None or comes_from_use(node, self.scope)
        return path if outside else self.desk.located(path)

    def also(self, made: Made) -> tuple[Span, ...]:
        """Where a stage is made, as far as that is in this text."""
        line = made.line_for(self.desk)
        return (line.span(),) if line is not None else ()

    def example(self) -> str | None:
        """Something that could stand here."""
        return example_in(self.setting, self.slot, self.names) if self.slot and self.setting else None

    def names(self, makes: tuple[str, ...]) -> list[str]:
        """What the stages are called that make one of these, the likeliest first: above, prepared not drawn, near."""
        if not self.desk.afford(self.scope.reach):
            return []
        here = self.line.number

        def unlikely(named: tuple[str, Made]) -> tuple[bool, bool, int]:
            line, verb = named[1].line.number, named[1].verb
            return line > here, not (verb and verb.groups), abs(here - line)

        stages = reachable(self.scope).items()
        found = [(name, made) for name, made in stages if made.is_written and makes_one_of(made, makes)]
        return [name for name, made in sorted(found, key=unlikely) if made.line_for(self.desk) is not self.line]

    def arrives_later(self, what: str, start: int, end: int) -> None:
        """Keep in mind that what is said at text[start:end] arrives later."""
        self.each_time = True
        self.later.append(Later(what, self.desk.outermost(Passage(self.line, start, end))))

    def say_own_lines(self, value: Node | None) -> bool:
        """Whether a value that does not suit is another word that may stand where its line stands, which is told.

        `error, motion`, `crop square, grey`: each has a line of its own.
        """
        line = self.line
        if value is None or line.clauses or line.head is None or not self._is_word(value):
            return False
        starts = [
            value.start,
            *(each.start for each in line.values if each.start > value.start and self._is_word(each)),
        ]
        parts = [line.text[a:b] for a, b in pairwise([line.head.start, *starts, len(line.text)])]
        lines = [re.sub(r"(?:\s*[,，、،]|\s+and|\s+or)?\s*$", "", part) for part in parts]
        lines = [re.sub(r"^([^\s,，、،]+)\s*[,，、،]", r"\1", each) for each in lines]
        why = wrong.syntax.SETTINGS_APART
        at = line.span(value.start, value.end)
        self.desk.say(wrong.syntax.HabitFromElsewhere(span=at, why=why, paste="\n".join(lines)))
        return True

    def _is_word(self, value: Node | None) -> bool:
        return isinstance(value, Reference) and len(value.parts) == 1 and spelt(value.parts[0]) in self.words

    def needs(self, extra: Extra | None, what: str, node: Node) -> None:
        """What is said by this node needs a library; where it is not installed, that is told."""
        self.each_time = self.each_time or extra is not None
        if extra is not None and not self.desk.world.is_installed(extra.file):
            self.say(wrong.world.NotInstalled, node, what=what, library=extra.library, install=extra.paste)

    def join(self, made: Made, part: str | None, node: Node, *, guessed: bool = False) -> None:
        """Keep in mind that what stands here speaks of a stage."""
        self.joins.append(Join(made, part, self.line, node, guessed))

    def say(
        self, fault: type[Diagnostic], node: Node, fitting: str | None = None, *, start: int = -1, **facts: Any
    ) -> None:
        """Report a fault of a value, at the value (or from `start` on); `fitting` is what could stand in its place.

        Of one that a use of the recipe says it is told there, with this line beside it.
        """
        line = self.line
        bound = bound_to(node, self.scope)
        if bound is not None and bound.at is not None and bound.node is not None:
            here = line.span(node.start, node.end)
            if (fault.code, here) not in self.desk.known:
                beside = {"also": facts.pop("also", ()), "beyond": facts.pop("beyond", ())}
                beside = self.desk.beside(bound.at.desk, here, **beside)
                facts.pop("paste", None)
                bound.at.say(fault, bound.node, fitting, **(facts | beside))
            return
        mending = mend(line, node.start, node.end, fitting) if fitting is not None else {}
        mending["span"] = line.span(node.start if start < 0 else start, node.end)
        self.desk.say(fault(**(mending | facts)))
