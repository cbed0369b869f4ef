"""The graph: how stages hang together. Circles, axes that are not there, sweeps; and whatever the web has accounts of.

Nothing here recurses: a chain of ten thousand stages is walked with a stack of its own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from math import prod
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang import elsewhere
from intaglio.lang.checker.bound import Bound, bound_to, chain, family_of
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import Desk, leave_out, mend
from intaglio.lang.checker.examples import example
from intaglio.lang.checker.names import Made
from intaglio.lang.checker.place import Join
from intaglio.lang.checker.settings import say_not_swept_inside, sweeps_of
from intaglio.lang.checker.sweeps import size_of
from intaglio.lang.checker.web import Axis, Followed, Web
from intaglio.lang.patterns import pattern
from intaglio.lang.records import replace
from intaglio.lang.tree import Line, Reference
from intaglio.lang.vocabulary import FILES, PICTURES, Amount, Axes, Either, Number, Setting, ValueType, Verb
from intaglio.lang.wording import listed, ticked

LARGE = 5_000  # results past which a sweep gets a remark
MOST = 100_000  # and past which it is refused
PICTURED = ("images", "frames")  # what a copy of is a picture each
_IN_BRACES = pattern(r"\{([^{}]*)\}")
MOST_AXES = 100  # `each` lines followed through the graph; with two values a line, 17 are past `MOST`


def hang_together(stages: Sequence[Checked], desk: Desk, web: Web, given: Collection[Made] = ()) -> Sequence[Checked]:
    """Tell of every fault of the stages as a whole. `given` are those that a recipe gives.

    `web` may remember the last reading of the script. Returns the stages that were looked at now.
    """
    web.renew(stages)
    order, sound = (stages, True) if web.is_straight else _in_order(stages, desk)
    web.idle.tell(given, desk)
    web.copies.tell_same()
    web.copies.tell_among_sources()
    web.copies.tell_filled(desk)
    web.fitting.tell(order, desk)
    return _follow_axes(order, desk, web, sound=sound)


# Circles -----------------------------------------------------------------------------------------------------------


def _in_order(stages: Sequence[Checked], desk: Desk) -> tuple[list[Checked], bool]:
    """The stages, each after what it is made of, if that can be. Circles through one stage are told of once."""
    by_made = {stage.made: stage for stage in stages}
    under_way: dict[Made, None] = {}
    told: set[Made] = set()
    done: dict[Made, Checked] = {}
    for start in stages:
        if start.made in done:
            continue
        under_way[start.made] = None
        walk: list[tuple[Checked, Iterator[Join]]] = [(start, iter(start.joins))]
        while walk:
            stage, joins = walk[-1]
            join = next((join for join in joins if join.made not in done and not join.guessed), None)
            if join is None:
                walk.pop()
                del under_way[stage.made]
                done[stage.made] = stage
            elif join.made in under_way:
                if join.made not in told and (not told or desk.afford(len(under_way) + len(stages))):
                    _tell_circle(join, list(under_way), stages, stage.made.desk)
                told.add(join.made)
            elif join.made in by_made:
                under_way[join.made] = None
                following = by_made[join.made]
                walk.append((following, iter(following.joins)))
    return list(done.values()), not told


def _tell_circle(join: Join, under_way: list[Made], stages: Sequence[Checked], desk: Desk) -> None:
    """Tell of the circle that a stage's mention of another closes, at the desk where that was read."""
    ring = under_way[under_way.index(join.made) :]
    names = (*(made.path for made in ring), join.made.path)
    others = [
        stage.made.path
        for stage in stages
        if stage.is_stage and stage.made.makes == join.made.makes and stage.made not in ring and not stage.inputs.models
    ]
    elsewhere = others or [
        stage.made.path for stage in stages if stage.made.verb and stage.made.verb.groups and stage.made not in ring
    ]
    line, node = join.line, join.node
    facts = mend(line, node.start, node.end, elsewhere[0]) if elsewhere else {}
    facts["span"] = line.span(node.start, node.end)
    lines = (made.line_for(desk) for made in ring)
    others_of_it = {other.number: other for other in lines if other is not None and other.number != line.number}
    also = tuple(other.span() for other in others_of_it.values())[:4]
    desk.say(wrong.graph.Circle(names=names, also=also, **facts))


# Axes --------------------------------------------------------------------------------------------------------------


def _follow_axes(order: Sequence[Checked], desk: Desk, web: Web, *, sound: bool) -> Sequence[Checked]:
    """Which axes each stage has, from what it is made of and its own; checked where they are named and counted.

    Returns the stages that were looked at: those that nothing is remembered of.
    """
    if sound and not web.roll.doubles:
        return web.follow(order, _Axes(web.roll.by_path, desk))
    stages = [stage for stage in order if stage.is_stage]
    axes = _Axes({stage.made.path: stage for stage in stages}, desk)  # two may have one name, and one hides the other
    for stage in stages:
        axes.follow(stage)
    return stages


class _Axes:
    """The axes of stages, as far as they were followed."""

    def __init__(self, stages: Mapping[str, Checked], desk: Desk) -> None:
        self.stages = stages  # by path
        self.desk = desk
        self.lengths: dict[Axis, int] = {}
        self.followed: dict[Made, Followed] = {}
        self.called: dict[Axis, tuple[str, ...]] = {}  # what axes of recipes are called by those who use them
        self.naming: dict[str, tuple[Verb, list[Setting]]] = {}  # of each verb, the settings that name axes
        self.grouped: set[Made] = set()  # what a recipe may be given, and that may have groups

    def begin(self, found: Followed) -> None:
        """The axes that a stage begins, of which all was found out before."""
        self.lengths.update(found.lengths)
        for axis, names in found.called:
            self._call(axis, names)

    def follow(self, stage: Checked) -> Followed:
        """Find out about a stage; what it is made of was followed."""
        before, said = self.desk.told, stage.said
        inherited = None if stage.inputs.unsure else _inherited(stage, self.followed, self.stages)
        grouped = self._is_grouped(stage)
        if stage.made.verb is not None and inherited is not None:
            naming = self._naming(stage.made.verb)
            if any(setting.key in said.lines for setting in naming):
                _check_axes(stage, naming, inherited, self.called, grouped)
        lengths, called = self._begun(stage) if said.sweeps else ({}, ())
        own = [*lengths]
        axes = self._all(stage, inherited, own)
        if axes is not None and not stage.made.scope.home.itself:
            if "{" in str(said.values.get("save")):
                _check_braces(stage, axes)
            _check_one_file(stage, swept=bool(axes))
        if own and axes is not None:
            _count(stage, [self.lengths[axis] for axis in axes])
        is_sound = before == self.desk.told and stage.said is said
        everywhere = tuple([self.lengths.get(axis, 0) for axis in axes]) if axes else ()
        found = self.followed[stage.made] = Followed(axes, grouped, lengths, called, everywhere, is_sound)
        return found

    def _begun(self, stage: Checked) -> tuple[dict[Axis, int], tuple[tuple[Axis, tuple[str, ...]], ...]]:
        """The axes that a stage begins: how many results each makes, and what they are called by who uses recipes."""
        _tell_two_sweeps(stage)
        sweeps, came_by = sweeps_of(stage.said), dict(stage.said.called)
        called = tuple(
            (_axis_of(stage, setting, bound), tuple(each.name for each in chain(bound)))
            for setting, bound in came_by.items()
        )
        for axis, names in called:
            self._call(axis, names)
        lengths = {
            _axis_of(stage, sweep.setting, came_by.get(sweep.setting)): size_of(sweep, self.stages) for sweep in sweeps
        }
        self.lengths.update(lengths)
        return lengths, called

    def _all(self, stage: Checked, inherited: tuple[Axis, ...] | None, own: list[Axis]) -> tuple[Axis, ...] | None:
        if stage.made.verb is None or inherited is None or stage.said.unsure:
            return None
        if stage.made.verb.gathers:
            inherited = ()
        return tuple(dict.fromkeys((*inherited, *own)))[-MOST_AXES:] if own else inherited

    def _is_grouped(self, stage: Checked) -> bool:
        """Whether it has groups, or comes of something that has."""
        if stage.made.scope.home.itself:
            self.grouped.update(join.made for join in stage.joins if join.made.stands_in)
        if stage.made.groups or stage.made.sorts_itself:
            return True
        for made in stage.named:
            known = self.followed.get(made)
            if made in self.grouped or (known is not None and known.grouped):
                return True
        return False

    def _naming(self, verb: Verb) -> list[Setting]:
        known = self.naming.get(verb.name)
        if known is None or known[0] is not verb:
            known = verb, [setting for setting in verb.settings.values() if _may_be(Axes, setting)]
            self.naming[verb.name] = known
        return known[1]

    def _call(self, axis: Axis, names: tuple[str, ...]) -> None:
        self.called[axis] = tuple(dict.fromkeys((*self.called.get(axis, ()), *names)))


def _inherited(
    stage: Checked, followed: Mapping[Made, Followed], stages: Mapping[str, Checked]
) -> tuple[Axis, ...] | None:
    found: list[tuple[Axis, ...]] = []
    given = [each.stage for each in (*stage.inputs.sources, *stage.inputs.models)]
    for name in (*given, *_named(stage.said.values)):
        if name not in stages:
            return None
        known = followed.get(stages[name].made)
        carried = () if known is None else known.axes
        if carried is None:
            return None
        found.append(carried)
    if len(found) == 1:
        return found[0]
    return tuple(dict.fromkeys(axis for carried in found for axis in carried))


def _named(values: Mapping[str, Any]) -> Iterator[str]:
    """The stages that settings name (`mask from shapes`)."""
    for value in values.values():
        if not isinstance(value, dict | tuple):
            continue
        named = value if isinstance(value, tuple) else (value, *value.values())
        for each in named:
            if isinstance(each, dict) and each.keys() == {"stage", "part"}:
                yield each["stage"]


def _axis_of(stage: Checked, setting: str, bound: Bound | None) -> Axis:
    """The axis that a sweep is: its setting's own, or its family's. `bound` is what the use sweeps."""
    family = family_of(bound) if bound is not None else None
    if bound is None or family is None or family.use is None:
        return stage.made, setting
    return family.use, family.name


def _tell_two_sweeps(stage: Checked) -> None:
    """A line that is an `each` itself has other values for each value of the use, and cannot vary with other lines."""
    for setting, bound in stage.said.called:
        line, family = stage.said.lines[setting], family_of(bound)
        if line.form == "each" and family is not None and family.use is not None:
            verb = family.use.word
            because = f"`{family.name}` varies several lines of `{verb}`, and one of these is an `each` of its own."
            say_not_swept_inside(family, line, stage.made.scope, because)


def _count(stage: Checked, lengths: list[int]) -> None:
    total = prod(lengths)
    if total <= LARGE:
        return
    last = stage.said.sweeps[-1]
    line = stage.said.lines[last.setting]
    if total > MOST:
        stage.made.desk.say(wrong.values.SweepWithoutEnd(span=line.span(), total=total, most=MOST))
    else:
        stage.made.desk.say(wrong.values.LargeSweep(span=line.span(), factors=tuple(lengths), total=total))


def _check_axes(
    stage: Checked,
    naming: Sequence[Setting],
    inherited: tuple[Axis, ...],
    called: Mapping[Axis, tuple[str, ...]],
    grouped: bool,
) -> None:
    """Rows and columns, the settings `naming` axes, name those that the material has, and each of them once."""
    lines = [line for setting in naming if (line := stage.said.lines.get(setting.key)) is not None]
    taken = {".".join(node.parts) for line in lines for _, _, node in _axes_named(stage.made, line)}
    named: dict[str, Setting] = {}
    again: list[tuple[Setting, Setting, Desk, Line, Reference]] = []
    spoken = [setting for setting in naming if setting.key in stage.said.lines]
    for setting in sorted(spoken, key=lambda each: stage.said.lines[each.key].number):
        line = stage.said.lines[setting.key]
        _check_counted(stage, setting, line)
        known = tuple(dict.fromkeys(name.replace("_", "-") for _, name in inherited))
        known += ("group",) if grouped and "group" not in known else ()
        theirs: dict[str, str] = {}
        if called:
            names = ((name, _as_said(axis)) for axis in inherited for name in called.get(axis, ()))
            theirs = {name: own for name, own in names if name not in known}
        if isinstance(stage.said.values.get(setting.key), tuple | str):
            for desk, at, node in _axes_named(stage.made, line):
                offered = [*theirs, *(each for each in known if each not in theirs.values())]  # as the script calls it
                _check_axis(setting, desk, at, node, (*known, *theirs), inherited, taken, offered)
                first = named.setdefault(".".join(node.parts), setting)
                if first is not setting:
                    again.append((setting, first, desk, at, node))
            if theirs:
                _rename(stage, setting, theirs)
    for setting, first, desk, at, node in again:
        free = [_as_said(axis) for axis in inherited if _as_said(axis) not in named]
        _say_axis_twice(setting, first, desk, at, node, free)


def _check_counted(stage: Checked, setting: Setting, line: Line) -> None:
    """A setting that is one number, or names of what is swept, is not several numbers, nor both."""
    value = stage.said.values.get(setting.key)
    if not isinstance(value, tuple) or len(value) < 2 or len(value) != len(line.values):
        return
    counts = [node for node, each in zip(line.values, value, strict=True) if isinstance(each, int)]
    if not counts:
        return
    texts = [line.text[node.start : node.end] for node in line.values]
    names = [text for text, each in zip(texts, value, strict=True) if not isinstance(each, int)]
    kept = ", ".join(names) or texts[0]
    facts = mend(line, line.values[0].start, line.values[-1].end, kept)
    facts["span"] = line.span(counts[0 if names else 1].start, counts[0 if names else 1].end)
    stage.made.desk.say(wrong.values.TooManyValues(word=setting.name, sweeps=False, either=True, **facts))


def _axes_named(made: Made, line: Line) -> Iterator[tuple[Desk, Line, Reference]]:
    """The names on a line, each where it is said: in a recipe, perhaps by a use of it."""
    waiting = [(made.scope, line, node) for node in reversed(line.values)]
    while waiting:
        scope, line, node = waiting.pop()
        bound = bound_to(node, scope) if scope.home.is_recipe else None
        if bound is not None and bound.at is not None:
            waiting += [(bound.at.scope, bound.at.line, each) for each in reversed(bound.at.line.values)]
        elif bound is None and isinstance(node, Reference):
            yield scope.home.desk, line, node


def _as_said(axis: Axis) -> str:
    return axis[1].replace("_", "-")


def _rename(stage: Checked, setting: Setting, theirs: Mapping[str, str]) -> None:
    """Put the names of settings in the place of what a use of a recipe calls them."""
    value = stage.said.values[setting.key]
    named = tuple(theirs.get(each, each) for each in (value if isinstance(value, tuple) else (value,)))
    values = {**stage.said.values, setting.key: named if isinstance(value, tuple) else named[0]}
    stage.said = replace(stage.said, values=values)  # the other one is remembered as it was read


def _check_axis(
    setting: Setting,
    desk: Desk,
    line: Line,
    node: Reference,
    known: tuple[str, ...],
    inherited: tuple[Axis, ...],
    taken: Container[str],
    offered: Sequence[str],
) -> None:
    name = node.parts[-1]
    full = ".".join(node.parts)
    if not name or name in known or full in {f"{made.path}.{axis}".replace("_", "-") for made, axis in inherited}:
        return
    count = elsewhere.numeral(name) if _may_be(Number, setting) else None
    free = [each for each in offered if each not in taken]  # what another line names is not offered again
    meant = count or desk.nearest(name, free) or next(iter(free), None)
    if meant is None and known and _may_be(Number, setting):
        meant = example(setting.slots[0].type)
    facts = mend(line, node.start, node.end, meant) if meant else {}
    facts["span"] = line.span(node.start, node.end)
    because = "" if known else f"`{setting.name}` names something that is swept, and here nothing is."
    if _may_be(Number, setting):
        swept = f"something that is swept: {ticked(free)}" if free else "something that is swept, and here nothing is"
        spent = f"something that is swept, and another line names {ticked(offered, 'and')} already"
        because = f"`{setting.name}` is a number, or the name of {spent if known and not free else swept}."
        if known:
            because = f"Nothing sweeps `{full}` here. {because}"
    desk.say(wrong.values.NotAChoice(word=setting.name, choices=tuple(offered), given=full, because=because, **facts))


def _say_axis_twice(
    setting: Setting, first: Setting, desk: Desk, line: Line, node: Reference, free: Sequence[str]
) -> None:
    """What is swept runs one way across a sheet; another that is `free` may be meant, else the line is spare."""
    given = ".".join(node.parts)
    others = len(line.values) > 1
    facts = mend(line, node.start, node.end, free[0]) if free else {} if others else leave_out(line)
    facts["span"] = line.span(node.start, node.end)
    because = f"`{first.name}` names `{given}` already, and what is swept runs one way only."
    desk.say(wrong.values.NotAChoice(word=setting.name, choices=tuple(free), given=given, because=because, **facts))


def _is_to_vary(made: Made, name: str) -> bool:
    """Whether an `each` of the stage, or of a use that it is made in, speaks of it: what is wrong with that is told."""
    around: Made | None = made
    while around is not None:
        if any(line.form == "each" and line.head and line.head.text == name for line in around.line.children):
            return True
        around = around.scope.home.use
    return False


def _check_braces(stage: Checked, axes: Sequence[Axis]) -> None:
    """What stands in braces in the path of a copy stands for the value that something swept has there."""
    words = [_as_said(axis) for axis in axes]
    known = [
        word if words.count(word) == 1 else f"{axis[0].path}.{word}" for word, axis in zip(words, axes, strict=True)
    ]
    desk, line = stage.saved_at or stage.made.desk, stage.said.lines["save"]
    for name in _IN_BRACES.findall(stage.said.values["save"]):
        start = line.text.find(f"{{{name}}}")
        if name in known or start < 0 or _is_to_vary(stage.made, name):
            continue
        swept = desk.nearest(name, known) or next(iter(known), None)
        facts = mend(line, start, start + len(name) + 2, f"{{{swept}}}" if swept else name)
        here = f": here {listed(known, 'and')}." if known else ". Here nothing is."
        because = f"Braces in the path of `save` stand for something that is swept{here}"
        desk.say(wrong.values.NotAChoice(word="save", choices=tuple(known), given=name, because=because, **facts))


def _check_one_file(stage: Checked, *, swept: bool) -> None:
    """A copy of pictures whose path is one file's: it holds one picture, as a png."""
    path, verb, line = stage.said.values.get("save"), stage.made.verb, stage.said.lines.get("save")
    if not isinstance(path, str) or verb is None or stage.made.makes not in PICTURED or line is None:
        return
    stem, suffix = posixpath.splitext(path)
    if suffix.lower() not in FILES or (swept and not _IN_BRACES.search(path)):
        return  # cells of a sweep that is not in braces lie in a folder that is called so
    many = 0 if verb.amount is None else _most_pictures(stage, verb.amount, swept=swept)
    if many < 2 and suffix.lower() == ".png":
        return
    desk, shown = stage.saved_at or stage.made.desk, line.values[0]
    fitting = f"{stem}.png" if many == 1 and suffix.lower() in PICTURES else f"{stem}/"
    facts = mend(line, shown.start, shown.end, fitting)
    desk.say(wrong.world.OneFile(file=posixpath.basename(path), many=many, **facts))


def _most_pictures(stage: Checked, amount: Amount, *, swept: bool) -> int:
    """How many pictures a stage makes, or in one cell of a sweep at most."""
    counts = (value for each in stage.said.sweeps if each.setting == amount.said_by for value in each.values)
    said = [value for value in (stage.said.values.get(amount.said_by), *counts) if isinstance(value, int)]
    return max(said, default=amount.cell if swept else amount.alone)


def _may_be(wanted: type[ValueType], setting: Setting) -> bool:
    """Whether a setting may have a value of this kind."""

    def is_wanted(kind: ValueType) -> bool:
        return isinstance(kind, wanted) or (isinstance(kind, Either) and any(map(is_wanted, kind.options)))

    return any(is_wanted(slot.type) for slot in setting.slots)
