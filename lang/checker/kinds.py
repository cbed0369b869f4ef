"""Kinds: whether the groups that stages speak of are there, and whether a model learnt them as kinds of their own.

Stages come in, in the order of work, and faults go out. Groups are those that datasets name or find; of what a recipe
is given, and of what other verbs make of images, nobody can tell. Which settings speak of groups is declared by the
vocabulary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from intaglio.lang import diagnostics as wrong
from intaglio.lang.checker import draft
from intaglio.lang.checker.checked import Checked
from intaglio.lang.checker.desk import leave_out, mend
from intaglio.lang.checker.naming import head_span
from intaglio.lang.records import dataclass
from intaglio.lang.tree import Line, Node, Reference
from intaglio.lang.vocabulary import Kinds, Setting, Verb

MOST = 24  # folders that may be meant as groups
DEEPEST = 64  # stages, one made of the other, that are gone through


@dataclass(frozen=True, slots=True)
class _Groups:
    """What a dataset's groups are called, and whether some of its images are in none of them."""

    names: tuple[str, ...]
    loose: bool


class Grouping:
    """The groups of the stages of a script. `at` finds a stage by its name; nothing is remembered of it."""

    def __init__(self, at: Callable[[str], Checked | None]) -> None:
        self._at = at

    def tell(self, stage: Checked, verb: Verb, of_kinds: Sequence[Setting]) -> None:
        """Tell of groups that are not there."""
        if stage.inputs.unsure:
            return
        if verb.kinds is not None and _hears(stage, verb.kinds) and verb.kinds.said_by in stage.said.values:
            self._tell_ungrouped(stage, verb.kinds)
        for setting in of_kinds:
            line = stage.said.lines.get(setting.key)
            training = self._training(stage) if line is not None else None
            if line is not None and training is not None:
                self._tell_not_learnt(stage, line, setting, training)

    # What there is

    def _counted(self, stage: Checked, deep: int) -> _Groups | None:
        """The groups of a dataset: its own, and those that came along; None where nobody can tell."""
        made, steps = stage.made, stage.steps
        if made.verb is None or made.opaque or stage.inputs.unsure or _sorts_a_part(made.verb, steps.groups):
            return None
        own = made.parts[: made.groups]
        if made.sorts_itself:
            return _Groups(own, False)
        names, loose = dict.fromkeys(own), False
        for step in steps.steps:
            if step.word != "from":
                continue
            loose = loose or bool(step.values.get("paths"))
            for given in step.values.get("stages", ()):
                come = self.of(given["stage"], given["part"], deep + 1)
                if come is None:
                    return None
                names |= dict.fromkeys(come.names)
                loose = loose or come.loose
        return _Groups(tuple(names), loose)

    def of(self, path: str, part: str | None, deep: int = 0) -> _Groups | None:
        """The groups of a stage, or of a part of it; None where nobody can tell, or it is too deep a question."""
        stage = self._at(path) if deep < DEEPEST else None
        is_grouped = stage is not None and stage.made.verb is not None and stage.made.verb.groups
        groups = self._counted(stage, deep) if stage is not None and is_grouped else None
        if groups is None or part is None:
            return groups
        return _Groups((part,), False) if part in groups.names else None

    # What is learnt of it

    def _training(self, stage: Checked) -> Checked | None:
        """The training that a stage's first model comes of."""
        for _ in range(DEEPEST):
            given = next(iter(stage.inputs.models), None)
            found = self._at(given.stage) if given is not None and not stage.inputs.unsure else None
            if found is None or found.made.verb is None:
                return None
            if found.made.verb.kinds is not None and not _learns_none(found):
                return found
            stage = found
        return None

    def _tell_ungrouped(self, stage: Checked, kinds: Kinds) -> None:
        """A training that is to learn groups, of images that have none."""
        line, sources = stage.said.lines[kinds.said_by], stage.inputs.sources
        if not sources:
            return
        first = sources[0]
        whole = self.of(first.stage, None)
        groups = self.of(first.stage, first.part)
        called = ".".join(filter(None, (first.stage, first.part)))
        facts: dict[str, Any] = {"asked": line.text, "name": called} | leave_out(line)
        if len(sources) > 1 or first.part is not None:
            because = f"`{line.text}` learns the groups of one dataset, all of them, so that their order is plain."
            ways = _with_all(stage) if whole is not None and len({given.stage for given in sources}) == 1 else {}
            stage.made.desk.say(wrong.graph.GroupsMissing(**facts | ways | {"because": because}))
            return
        if groups is None:
            return
        source = self._at(first.stage)
        there = source.made.line_for(stage.made.desk) if source is not None else None
        facts["also"] = (head_span(there),) if there is not None else ()
        if len(groups.names) < 2:
            facts |= {"only": "".join(groups.names), "folders": () if source is None else _folders(source)}
        elif groups.loose:
            facts["because"] = (
                f"`{line.text}` learns each group as a kind, and some images of `{called}` belong to no group: all"
                " `from` of it stand beneath a `group`, or none."
            )
        else:
            return
        stage.made.desk.say(wrong.graph.GroupsMissing(**facts))

    def _tell_not_learnt(self, stage: Checked, line: Line, setting: Setting, training: Checked) -> None:
        """A group that is asked for, and that the model did not learn."""
        verb = training.made.verb
        kinds = verb.kinds if verb is not None else None
        if kinds is None or training.inputs.unsure or training.said.unsure:
            return
        asked = [*_asked(stage, line, setting, self)]
        learnt = self._learnt(training, kinds)
        if learnt is None or not asked:
            return
        facts: dict[str, Any] = {"name": training.made.path, "condition": f"{kinds.said_by} group"}
        there = training.made.line_for(stage.made.desk)
        facts["also"] = (head_span(there),) if there is not None else ()
        for name, node in asked:
            if name in learnt:
                continue
            facts |= {"group": name, "learnt": learnt} | leave_out(line)
            near = stage.made.desk.nearest(name, learnt) or next(iter(learnt), None)
            if node is not None and near is not None:
                facts |= mend(line, node.start, node.end, _renamed(line, node, near))
            elif node is not None:
                facts["span"] = line.span(node.start, node.end)
            if not learnt:
                facts |= self._how(stage, training, kinds)
            stage.made.desk.say(wrong.graph.NotLearnt(**facts))
            return

    def _learnt(self, training: Checked, kinds: Kinds) -> tuple[str, ...] | None:
        """The groups that a training learns; None where nobody can tell, or where that is told already."""
        if kinds.said_by not in training.said.values:
            return () if kinds.said_by not in training.said.lines else None
        sources = training.inputs.sources
        groups = self.of(sources[0].stage, sources[0].part) if len(sources) == 1 and _hears(training, kinds) else None
        return None if groups is None or len(groups.names) < 2 else groups.names

    def _how(self, stage: Checked, training: Checked, kinds: Kinds) -> dict[str, Any]:
        """How a training would learn groups: with the line that says so, if its images have any."""
        sources = training.inputs.sources
        groups = self.of(sources[0].stage, sources[0].part) if len(sources) == 1 else None
        beside = training.made.desk.page is stage.made.desk.page and training.made.scope.home.use is None
        if not beside or not _hears(training, kinds) or groups is None or len(groups.names) < 2 or groups.loose:
            return {}
        return training.made.desk.add(training.made.line, f"  {kinds.said_by} group")


def _learns_none(training: Checked) -> bool:
    """Whether a training knows the groups of the model that it goes on from, since it is given no images."""
    assert training.made.verb is not None
    unfed, _ = training.made.verb.unfed_by(training.said.values) or (None, "")
    return unfed is not None and not unfed.size


def _sorts_a_part(verb: Verb, groups: Sequence[draft.Group]) -> bool:
    """Whether a step of one of these groups finds others in it."""
    return any(verb.steps[step.word].finds is not None for group in groups for step in group.steps)


def _hears(training: Checked, kinds: Kinds) -> bool:
    """Whether every model of a training, one or several in a sweep, learns groups where it is told to."""
    swept = (value for each in training.said.sweeps if each.setting == kinds.sort for value in each.values)
    said = [value for value in (training.said.values.get(kinds.sort), *swept) if value is not None]
    return bool(said) and all(sort in kinds.sorts for sort in said)


def _asked(stage: Checked, line: Line, setting: Setting, there: Grouping) -> Iterator[tuple[str, Node | None]]:
    """The groups that a line asks for, each where it stands, as far as it stands there."""
    nodes = [*line.values, *(node for clause in line.clauses for node in clause.values)]
    swept = (value for each in stage.said.sweeps if each.setting == setting.key for value in each.values)
    for value in (stage.said.values.get(setting.key), *swept):
        if isinstance(value, str):
            yield value, _named(value, nodes)
        elif isinstance(value, dict) and value.keys() == {"stage", "part"}:
            groups = there.of(value["stage"], value["part"])
            yield from ((name, None) for name in (groups.names if groups is not None else ()))
        elif isinstance(value, dict):
            given = next(iter(value.values()), ())
            for each in given if isinstance(given, tuple) else ():
                name = each["part"] or each["stage"]
                yield name, _named(name, nodes)


def _named(name: str, nodes: Sequence[Node]) -> Reference | None:
    return next((node for node in nodes if isinstance(node, Reference) and node.parts[-1] == name), None)


def _renamed(line: Line, node: Node, name: str) -> str:
    """Another group of the same dataset: `cabinet.birds` for `cabinet.bird`."""
    said = line.text[node.start : node.end]
    return said[: said.rfind(".") + 1] + name


def _with_all(stage: Checked) -> dict[str, Any]:
    """The line that names parts of a dataset, with the whole in their place."""
    line = stage.made.line
    clause = next((each for each in line.clauses if each.word == "from"), None)
    if clause is None or not all(isinstance(node, Reference) for node in clause.values):
        return {}
    first = clause.values[0]
    whole = line.text[first.start : first.end].rpartition(".")[0]
    return mend(line, first.start, clause.values[-1].end, whole) if whole else {}


def _folders(source: Checked) -> tuple[str, ...]:
    """The folders in the one folder that a dataset is made from: they may have been meant as groups."""
    paths = source.inputs.paths
    if len(paths) != 1 or not paths[0].endswith("/") or source.inputs.sources:
        return ()
    inside = [name for name in source.made.desk.world.listing(paths[0]) if name.endswith("/")]
    return tuple(f"{paths[0]}{name}" for name in inside) if 2 <= len(inside) <= MOST else ()
