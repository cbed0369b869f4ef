"""The net: a program comes in; its stages, and what joins them, go out, as any way of drawing needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from intaglio.lang.ir import Input, Program, Stage, Sweep
from intaglio.lang.vocabulary import Vocabulary
from intaglio.runtime.plan.order import beside, named, ordered
from intaglio.runtime.plan.planner import State


class Join(Enum):
    """What joins two stages: material after `from`, a model after `with`, or a setting that names a stage."""

    FROM = "from"
    WITH = "with"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Node:
    """A stage. `group` is "" at the margin; `sweeps` say what it is made for each of; `state` is what a plan says."""

    name: str
    verb: str
    makes: str  # "" where that is not known: a recipe
    group: str
    sweeps: tuple[str, ...]
    state: State | None

    @property
    def own(self) -> str:
        """Its name within its group."""
        return self.name.rsplit(".", 1)[-1]


@dataclass(frozen=True, slots=True)
class Edge:
    """From a stage to one that is made of it. `label` is the part of it that is meant, or the setting that names it."""

    start: str
    end: str
    join: Join
    label: str = ""


@dataclass(frozen=True, slots=True)
class Net:
    """Nodes, each after those that it is made of, and edges."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups, in the order in which they come; the margin is none."""
        return tuple(dict.fromkeys(node.group for node in self.nodes if node.group))


def net(program: Program, vocabulary: Vocabulary, title: str, states: Mapping[str, State]) -> Net:
    """The net of a program. `states` are those of a plan; empty without one."""
    stages = ordered(program)
    nodes = tuple(_node(stage, vocabulary, states.get(stage.name)) for stage in stages)
    there = {node.name for node in nodes}
    edges = (edge for stage in stages for edge in _edges(stage) if edge.start in there)
    return Net(program.work.title or title, nodes, tuple(dict.fromkeys(edges)))


def _node(stage: Stage, vocabulary: Vocabulary, state: State | None) -> Node:
    verb = vocabulary.verbs.get(stage.kind)
    sweeps = tuple(map(_swept, stage.sweeps))
    makes = "" if verb is None else str(stage.settings.get(verb.makes_as, verb.makes))
    return Node(stage.name, stage.kind, makes, stage.name.rpartition(".")[0], sweeps, state)


def _swept(sweep: Sweep) -> str:
    """`each guidance × 3`, or `each prompt from litany`, by the words of the score."""
    own = sweep.setting.replace("_", "-") if sweep.family is None else sweep.family.takes
    word = sweep.called or own
    names = [_spelt(given) for given in named(sweep.values)]
    return f"each {word} from {', '.join(names)}" if names else f"each {word} × {len(sweep.values)}"


def _spelt(given: Input) -> str:
    return given.stage if given.part is None else f"{given.stage}.{given.part}"


def _edges(stage: Stage) -> Iterator[Edge]:
    for join, inputs in ((Join.FROM, stage.sources), (Join.WITH, stage.models)):
        for given in inputs:
            yield Edge(given.stage, stage.name, join, given.part or "")
    for key, given in beside(stage):
        yield Edge(given.stage, stage.name, Join.NAMED, key.rstrip("_").replace("_", "-"))
