"""Steps: the lines beneath a verb that are done in order, in groups and for all, from the places that they name."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker import draft, idle
from intaglio.lang.checker.bound import dealt_line, swept_by
from intaglio.lang.checker.desk import Desk, indent, leave_out, mend, moved_above
from intaglio.lang.checker.finders import is_empty_group, is_group
from intaglio.lang.checker.inputs import Inputs, read_inputs, say_nothing
from intaglio.lang.checker.lines import FAULTY, LEFT_OUT, UNHEARD, heard, read_line
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.naming import name_of
from intaglio.lang.checker.paths import are_photographs
from intaglio.lang.checker.place import Place
from intaglio.lang.checker.settings import (
    Known,
    Owner,
    Said,
    hear,
    read_settings,
    recognise,
    say_not_swept_inside,
    too_deep,
)
from intaglio.lang.layout import STEP
from intaglio.lang.records import dataclass, field
from intaglio.lang.tree import Clause, Line, Node, Quantity
from intaglio.lang.vocabulary import Setting, Verb
from intaglio.lang.wording import quantity


@dataclass(slots=True, eq=False)
class Steps:
    """What is done, in order: for all, and in each group before that; and the sizes that it leaves."""

    steps: list[draft.Step] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)  # of what is done for all: where each of it stands
    groups: list[draft.Group] = field(default_factory=list)
    size: idle.Size = idle.UNKNOWN
    sizes: list[idle.Size] = field(default_factory=list)  # of each group, before what is done for all


def read_steps(made: Made, verb: Verb, lines: Iterable[Line], owner: Owner, inputs: Inputs, said: Said) -> Steps:
    """Every step and group beneath a stage; settings among them go to `said`."""
    whole, groups = Level(), list[tuple[draft.Group, idle.Size]]()
    reader = _Reader(made, verb, owner, inputs, said)
    if made.line.clauses:
        reader.read(made.line.clauses, made.line, whole)
    first: dict[str, Line] = {}
    waiting = deque(lines)
    if verb.groups and any(map(is_empty_group, waiting)):
        from intaglio.lang.checker.strayed import with_groups_filled  # few scores need it

        waiting = deque(with_groups_filled(waiting, made))
    while waiting:
        line = waiting.popleft()
        if verb.groups and is_group(line):
            groups += reader.group(line, first)
        else:
            waiting.extendleft(reversed(reader.line(line, whole)))
    reader.tell_filmless(whole, [group for group, _ in groups])
    return Steps(whole.steps, whole.lines, [group for group, _ in groups], whole.size, [size for _, size in groups])


@dataclass(slots=True, eq=False)
class Level:
    """The steps of a dataset, or of one of its groups, and the line of each; the line of the first that is no `from`;
    the size they leave.
    """

    steps: list[draft.Step] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    begun: Line | None = None
    size: idle.Size = idle.UNKNOWN
    window: dict[str, tuple[float, Line]] = field(default_factory=dict)  # what is taken of films: see `Setting.window`
    of_films: list[Line] = field(default_factory=list)  # that say nothing to anything else

    def tell_window(self, setting: Setting, values: Mapping[str, Any], line: Line, desk: Desk) -> None:
        """Hear where what is taken of a film begins or ends, and tell where nothing is left between."""
        time, ends = values.get("time"), setting.window == "ends"
        if not isinstance(time, int | float):
            return
        before = self.window.get(setting.window)
        if before is None or (time < before[0] if ends else time > before[0]):
            self.window[setting.window] = time, line
        begin, end = self.window.get("begins"), self.window.get("ends")
        if begin is None or end is None or begin[0] < end[0] or line not in (begin[1], end[1]):
            return
        facts: dict[str, Any] = {}
        if ends and line.values:  # so long a part was meant, perhaps
            node = line.values[0]
            unit = node.unit if isinstance(node, Quantity) else None
            facts = mend(line, node.start, line.values[-1].end, quantity(begin[0] + time, "time", unit)) if time else {}
        facts |= {"span": line.span(), "also": ((begin if ends else end)[1].span(),)}
        first, second = begin[1].text, end[1].text
        told = f"`{first}` and `{second}` both count from the beginning of a film, so that nothing of it is left."
        desk.say(wrong.values.NothingLeft(told=told, **facts))


class _Reader:
    """Reads the lines of one stage; `owner.words` are its steps and settings together."""

    def __init__(self, made: Made, verb: Verb, owner: Owner, inputs: Inputs, said: Said) -> None:
        self.made, self.verb, self.owner, self.inputs, self.said = made, verb, owner, inputs, said

    def line(self, line: Line, level: Level) -> tuple[Line, ...]:
        """Read one line. What stands too deep beneath it comes back."""
        if line.form == "lead" and "from" in self.verb.steps:
            self._from_line(line, level)
            return ()
        known = recognise(line, self.owner)
        if known is None:
            return ()
        if known.setting.name in self.verb.steps and known.setting is self.verb.steps[known.setting.name]:
            self._step(known, level)
        else:
            hear(known, self.owner, self.said)
        return too_deep(known, self.owner)

    def group(self, line: Line, first: dict[str, Line]) -> list[tuple[draft.Group, idle.Size]]:
        """A named part, with steps of its own, and the size that they leave."""
        name = name_of(line, "group", self.owner.desk)
        if name in first:
            other, node = first[name], (*line.values, line.head)[0]
            assert node is not None
            facts = mend(line, node.start, node.end, f"{name}-again")
            self.owner.desk.say(wrong.names.TwoThings(name=name, first=other.number, also=(other.span(),), **facts))
            return []
        first[name] = line
        if is_empty_group(line) and "from" in self.verb.steps and not self.made.sorts_itself:
            place = Place(self.owner.desk, line, self.owner.scope, self.owner.lets, "group")
            say_nothing("from", self.verb.sources, (), self.made, place)
        level = Level()
        self.read(line.clauses, line, level)
        waiting = deque(line.children)
        inner: list[tuple[draft.Group, idle.Size]] = []
        while waiting:
            child = waiting.popleft()
            if is_group(child) and first[name] is line:
                self._say_group_in_group(child)
                inner += self.group(child.alone(), first)
                waiting.extendleft(reversed(child.children))
            else:
                waiting.extendleft(reversed(self.line(child, level)))
        self.tell_filmless(level)
        return [(draft.Group(name, tuple(level.steps)), level.size), *inner]

    def tell_filmless(self, level: Level, groups: Iterable[draft.Group] = ()) -> None:
        """Tell of what says something to films alone, where all that is there are photographs, as their names say."""
        if not level.of_films or self.inputs.unsure:
            return
        levels = (level.steps, *(group.steps for group in groups))
        values = [step.values for steps in levels for step in steps if step.word == "from"]
        paths = [path for each in values for path in each["paths"]]
        if not paths or any(each["stages"] for each in values):
            return
        if all(are_photographs(path, self.owner.desk.world, self.verb.passes) for path in paths):
            for line in level.of_films:
                word = line.head.text if line.head is not None else ""
                facts = {"word": word, "where": "to photographs", "why": ": only a film has moments"}
                self.owner.desk.say(wrong.graph.SaysNothing(**facts | leave_out(line)))

    def _say_group_in_group(self, line: Line) -> None:
        """A group that stands in another is read as if it stood beside it."""
        assert line.head is not None
        facts = indent(line, -STEP) | {"span": line.span(line.head.start, line.head.end)}
        where = "beneath the dataset, and not in another group"
        self.owner.desk.say(wrong.names.OutOfPlace(what="`group` stands", where=where, **facts))

    def read(self, clauses: tuple[Clause, ...], line: Line, level: Level) -> None:
        """`from` places and stages, as the step that they are."""
        if "from" not in self.verb.steps:
            read_inputs(self.made, clauses, self._place(line), self.inputs)
            return
        before = len(self.inputs.sources), len(self.inputs.paths)
        read_inputs(self.made, clauses, self._place(line), self.inputs)
        stages = self.inputs.sources[before[0] :]
        paths = self.inputs.paths[before[1] :]
        if stages or paths:
            given: tuple[Any, ...] = tuple({"stage": stage.stage, "part": stage.part} for stage in stages)
            said = self._beneath(line) if line.form == "lead" else {}
            values: dict[str, Any] = {"paths": tuple(paths), "stages": given}
            level.steps.append(draft.Step("from", values, said))
            level.lines.append(line)

    def _from_line(self, line: Line, level: Level) -> None:
        if level.begun is not None and level.begun.head is not None:
            step, number = level.begun.head.text, level.begun.number
            facts = moved_above(line, level.begun) if line.pieces[0].column == level.begun.pieces[0].column else {}
            fault = wrong.graph.FromComesFirst(step=step, first=number, **{"span": line.span(), **facts})
            self.owner.desk.say(fault)
        self.read(line.clauses, line, level)

    def _beneath(self, line: Line) -> dict[str, Any]:
        setting = self.verb.steps["from"]
        inner = Owner("from", setting.beneath, self.owner.desk, self.owner.scope, self.owner.lets, line)
        return dict(read_settings(line.children, inner).values)

    def _step(self, known: Known, level: Level) -> None:
        setting, line = known.setting, known.line
        said, clauses = known.values, line.clauses
        values = heard(setting, line, said, self.owner.scope, self.owner.desk)
        if values is UNHEARD and self.owner.scope.home.is_recipe:
            there = dealt_line(said, clauses, self.owner.scope)
            if there is None:
                return
            said, clauses = there
            for bound in swept_by(said, clauses, self.owner.scope):
                say_not_swept_inside(bound, line, self.owner.scope)
                return
        level.begun = level.begun or line
        if values is UNHEARD:
            values = self._values(known, said, clauses)
        if values is FAULTY or values is LEFT_OUT:
            return
        if not self.owner.scope.home.is_recipe:  # what it takes may be of any size
            idle.remark(values, line, level.size, self.owner.desk)
            if setting.window:
                level.tell_window(setting, values, line, self.owner.desk)
                level.of_films.append(line)
            if setting.deaf:
                from intaglio.lang.checker.deaf import tell_deaf_step  # few scores need it

                tell_deaf_step(setting, values, line, self.owner.desk)
        if not self.owner.scope.home.itself:
            after = idle.after(setting, values, line, level.size)
            level.size = idle.Size(is_given=True) if line.repairs and after is not level.size else after
        below = beneath_step(setting, line, self.owner) if setting.beneath else {}
        level.steps.append(draft.Step(setting.name, values, below))
        level.lines.append(line)

    def _values(self, known: Known, said: tuple[Node, ...], clauses: tuple[Clause, ...]) -> Any:
        """What the line of a step says, in its slots."""
        setting, line = known.setting, known.line
        place = self._place(line, setting)
        place.words = self.owner.words
        place.lost = len(said) < len(known.values) or len(clauses) < len(line.clauses)
        if setting.arrives_later and line.head is not None:
            place.arrives_later(setting.name, line.head.start, line.head.end)
        if line.form == "each":
            from intaglio.lang.checker.severally import say_severally  # few scores need it

            say_severally(self.made, self.verb, setting, line, self.owner.desk)
            return FAULTY
        return read_line(place, said, clauses)

    def _place(self, line: Line, setting: Setting | None = None) -> Place:
        word = setting.name if setting else self.verb.name
        owner, said = self.owner, self.said
        return Place(owner.desk, line, owner.scope, owner.lets, word, setting, joins=said.joins, later=said.later)


def beneath_step(setting: Setting, line: Line, owner: Owner) -> dict[str, Any]:
    """What is said beneath a step."""
    inner = Owner(setting.name, setting.beneath, owner.desk, owner.scope, owner.lets, line)
    return dict(read_settings(line.children, inner).values)
