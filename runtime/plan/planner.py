"""The planner: from a program to manifests and keys. Runs nothing.

A key needs the content of its inputs, so a stage has one only when all its inputs are fresh; the others wait, and the
planner is asked again as they are made. `plan` looks at every stage once; an execution looks at each when its turn
comes, with the same function, so that what is planned is what is done.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from typing import Any

from intaglio.lang.ir import Condition, Input, Program, Stage, Value
from intaglio.lang.vocabulary import Setting
from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Artifact, LetGo
from intaglio.runtime.contract import Files, Given, Kind, Params, Source
from intaglio.runtime.fault import Fault, Untrusted
from intaglio.runtime.keys.digests import Digest, of_value
from intaglio.runtime.keys.manifest import (
    CellFact,
    Difference,
    FileFact,
    InputFact,
    Key,
    Manifest,
    Place,
    Role,
    differences,
    key,
    moved,
)
from intaglio.runtime.plan import origins, picking
from intaglio.runtime.plan.later import arriving
from intaglio.runtime.plan.order import inputs, ordered
from intaglio.runtime.plan.saying import Sayer
from intaglio.runtime.plan.settings import beside, keyed_settings, settle
from intaglio.runtime.plan.sweeps import Point, axes_of, points
from intaglio.runtime.store import disk
from intaglio.runtime.store.chains import nearest
from intaglio.runtime.store.items import keys_of, sought
from intaglio.runtime.store.store import LastRun, Store


class State(Enum):
    """What a plan says of a stage. Drawn in docs/design/states.md."""

    FRESH = "fresh"  # the store has it
    NEW = "new"  # never made under this name
    STALE = "stale"  # made before, from other facts
    PARTIAL = "partial"  # some cells of its sweep are fresh, or the beginning of its course or some pictures are kept
    WAITS = "waits"  # for a stage that is not fresh; runs only if that comes out different
    LATER = "later"  # checked, and not run by this version


@dataclass(frozen=True, slots=True)
class Chain:
    """The course that a cell is a length of: its name, how much of that length was kept, and what it counts in.

    `steps` is how many steps a unit has; None where that is not known before anything of it was kept.
    """

    key: Key
    kept: int
    length: int
    unit: str
    steps: float | None


@dataclass(frozen=True, slots=True)
class Stream:
    """The pictures of a cell: the name of the stream that they are of (None: all are there), and how many are kept.

    `holders` are the results of others that some of those lie in.
    """

    key: Key | None
    kept: int
    length: int
    unit: str
    holders: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """A stage at one point of its sweep. `manifest` and `key` are None while an input is missing."""

    point: Point
    params: Params
    seed: int
    sources: tuple[Given, ...] = ()
    models: tuple[Given, ...] = ()
    beside: Mapping[str, tuple[Given, ...]] = field(default_factory=dict)  # what settings name, by their keys
    files: Mapping[str, Sequence[Source]] | None = None
    manifest: Manifest | None = None
    key: Key | None = None
    artifact: Artifact | None = None
    remembered: Artifact | None = None  # where that is None: what it was, whose files are gone
    chain: Chain | None = None
    stream: Stream | None = None
    remarks: tuple[str, ...] = ()  # on what its settings say
    unseen: Mapping[str, Any] = field(default_factory=dict)  # of what is there: see `Kind.unseen`

    @property
    def have(self) -> int:
        """How much of it the store has: all, or how far its course was kept, or how many of its pictures."""
        if self.artifact is not None:
            return self.want
        begun = self.chain or self.stream
        return 0 if begun is None else begun.kept

    @property
    def want(self) -> int:
        """How much of it there is: 1, or the length of its course, or the number of its pictures."""
        begun = self.chain or self.stream
        return 1 if begun is None else begun.length


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """What is known of a stage before it runs. `changes` are the facts that moved since it was made, where it is stale;
    `fault` is what keeps it from running at all.
    """

    name: str
    verb: str
    state: State
    reason: str
    cells: tuple[PlannedCell, ...]
    changes: tuple[Difference, ...] = ()
    fault: Fault | None = None

    @property
    def have(self) -> int:
        """How much of it the store has: in cells, in pictures, or of a course in what it counts in."""
        return sum(cell.have for cell in self.cells)

    @property
    def want(self) -> int:
        """How much of it there is, counted as `have`."""
        return sum(cell.want for cell in self.cells)

    @property
    def unit(self) -> str:
        """What `have` and `want` count."""
        begun = next((cell.chain or cell.stream for cell in self.cells if cell.chain or cell.stream), None)
        return "results" if begun is None else begun.unit

    @property
    def waits_for_trust(self) -> bool:
        """Whether it would run code that its user has not said to trust."""
        return isinstance(self.fault, Untrusted)

    @property
    def is_let_go(self) -> bool:
        """Whether something of it is gone that nothing needs."""
        return self.state is State.FRESH and bool(self.missing)

    @property
    def missing(self) -> tuple[PlannedCell, ...]:
        """The cells that the store does not have."""
        return tuple(cell for cell in self.cells if cell.artifact is None)

    @property
    def wanting(self) -> tuple[PlannedCell, ...]:
        """The cells that a run makes, or draws more of."""
        return (*self.missing, *(cell for cell in self.cells if cell.unseen))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be remarked on its settings."""
        return tuple(dict.fromkeys(remark for cell in self.cells for remark in cell.remarks))

    @property
    def key(self) -> Key | None:
        """The key of a stage with one cell; of a sweep, the key over its cells' keys; None while any waits."""
        keys = [cell.key for cell in self.cells]
        if not keys or None in keys:
            return None
        return keys[0] if len(keys) == 1 else Key(of_value(keys))


@dataclass(frozen=True, slots=True)
class Plan:
    """Every stage, in the order of work."""

    stages: tuple[PlannedStage, ...]


def plan(
    program: Program,
    kinds: Mapping[str, Kind[Any]],
    store: Store,
    files: Files,
    last: LastRun,
    condition: Callable[[Condition], str] = str,
) -> Plan:
    """Look at every stage once. `condition` says a condition as an artist would write it."""
    planner = Planner(program, kinds, store, files, last, condition)
    looked = {stage.name: planner.look(stage) for stage in planner.order}
    for stage in reversed(planner.order):
        if looked[stage.name].state not in (State.FRESH, State.LATER):
            gone = [name for name in inputs(stage) if looked[name].is_let_go]
            planner.want(gone)
            looked |= {other.name: planner.look(other) for other in planner.order if other.name in gone}
    files.keep()
    return Plan(tuple(looked.values()))


class Planner:
    """Remembers what it has looked at, so that a stage can be planned from its inputs."""

    def __init__(
        self,
        program: Program,
        kinds: Mapping[str, Kind[Any]],
        store: Store,
        files: Files,
        last: LastRun,
        condition: Callable[[Condition], str] = str,
    ) -> None:
        self._condition = condition
        self.order = ordered(program)
        self._program = program
        self._kinds = kinds
        self._store = store
        self._files = files
        self._last = last
        self._verbs = {stage.name: stage.kind for stage in program.stages}
        self._axes = axes_of(program, self.order, kinds)
        self._looked: dict[str, dict[Point, PlannedCell]] = {}
        followed = {name for stage in self.order for name in inputs(stage)}
        self._passing = {stage.name for stage in self.order if stage.name in followed and stage.save is None}

    def want(self, names: Iterable[str]) -> None:
        """Say that stages are needed themselves. Of others that lie between, it is enough to know what they were."""
        self._passing.difference_update(names)

    def look(self, stage: Stage) -> PlannedStage:
        """Plan a stage; look at it again after its inputs were made. One that was not looked at counts as not made."""
        if later := arriving(stage, self._kinds):
            self._looked[stage.name] = {}
            return PlannedStage(stage.name, stage.kind, State.LATER, _arrives(later), ())
        kind = self._kinds[stage.kind]
        try:
            with disk.refusals(self._store.root):
                cells = tuple(self._cell(stage, kind, point) for point in points(self._axes[stage.name]))
        except Fault as fault:
            self._looked[stage.name] = {}
            if isinstance(fault, Untrusted):
                told = f"waits for you to trust {fault.path}: {fault.message}"
                return PlannedStage(stage.name, stage.kind, State.WAITS, told, (), fault=fault)
            return PlannedStage(stage.name, stage.kind, State.NEW, fault.message, (), fault=fault)
        self._looked[stage.name] = {cell.point: cell for cell in cells}
        lost = self._lost(stage, kind, cells)
        if lost is not None:
            return PlannedStage(stage.name, stage.kind, State.NEW, lost.message, cells, fault=lost)
        state, reason, changes = self._state(stage, cells)
        return PlannedStage(stage.name, stage.kind, state, reason, cells, changes)

    def look_again(self, stage: Stage, planned: PlannedStage) -> PlannedStage:
        """A plan, now that its stage has been made: nothing has moved but what the store has."""
        kind = self._kinds[stage.kind]
        if kind.course is not None or kind.items is not None:
            return self.look(stage)  # what was kept of its course, or of its pictures, has moved too
        cells = tuple(
            cell if cell.key is None else replace(cell, artifact=self._store.find(cell.key)) for cell in planned.cells
        )
        self._looked[stage.name] = {cell.point: cell for cell in cells}
        state, reason, changes = self._state(stage, cells)
        return PlannedStage(stage.name, stage.kind, state, reason, cells, changes)

    def _lost(self, stage: Stage, kind: Kind[Any], cells: Sequence[PlannedCell]) -> Fault | None:
        """Why a picked step (see `picking`) cannot be had: it is no step of its training, or was not kept."""
        name = picking.origin(stage.name)
        chains = {cell.chain.key: cell.chain for cell in cells if cell.chain is not None}
        if name is None or not chains or all(cell.artifact for cell in cells):
            return None
        training = next(other for other in self._program.stages if other.name == name)
        whole = [self._cell(training, kind, point) for point in points(self._axes[name])]
        step = next(iter(chains.values())).length
        ends = [cell.chain.length * cell.chain.steps for cell in whole if cell.chain and cell.chain.steps is not None]
        if ends and step > max(ends):
            return Fault(f"`{name}` ends at step {max(ends):,.0f}; there is no step {step:,}.", f"step {max(ends):.0f}")
        if not chains.keys() <= {cell.chain.key for cell in whole if cell.chain is not None}:
            return Fault(f"The rate of `{name}` falls until its end: a training that ends at step {step:,} is another.")
        if not all(cell.artifact for cell in whole):
            return None  # it runs that far first, and goes on from there
        kept = set.intersection(*({s.step for s in self._store.chains.segments(key)} for key in chains))
        return None if step in kept else _not_kept(name, step, kept)

    def _cell(self, stage: Stage, kind: Kind[Any], point: Point) -> PlannedCell:
        params, seed = settle(stage, kind, point, self._program.work.seed)
        if kind.own is not None:
            params = kind.own.settle(params, self._files)
        try:
            return self._planned(stage, kind, point, params, seed)
        except LetGo:  # more is to be known of an input than what it was
            return PlannedCell(point, params, seed)

    def _planned(self, stage: Stage, kind: Kind[Any], point: Point, params: Params, seed: int) -> PlannedCell:
        sources = self._given(stage.sources, kind, point)
        models = self._given(stage.models, kind, point)
        if sources is None or models is None:
            return PlannedCell(point, params, seed)
        params, remarks = params.heard(_flat(models))
        beside = self._beside(params, kind, point)
        if beside is None:
            return PlannedCell(point, params, seed)
        files = kind.reads(params, self._files) if kind.reads else {}
        manifest = Manifest(
            kind=kind.name,
            version=kind.version,
            settings=keyed_settings(kind, params, _flat(sources)),
            inputs=(
                *self._facts("source", sources, kind),
                *self._facts("model", models, kind),
                *self._facts("beside", [cells for each in beside.values() for cells in each], kind),
            ),
            files=tuple(FileFact(role=role, digest=Digest(f.digest)) for role, found in files.items() for f in found),
            seed=seed if kind.draws is True or (callable(kind.draws) and kind.draws(params)) else None,
        )
        name = key(manifest)
        found = self._found(name)
        if found is not None:
            groups = [group.name for group in stage.groups]
            given = _flat(sources) or _flat(models)  # a model made of a model knows the groups of that
            present = origins.Present(files, given, groups, kind.credits(params) if kind.credits else ())
            found = origins.named(found, present, partial(self._store.verify, found, images.ORIGINS))
        return PlannedCell(
            point,
            params,
            seed,
            sources=_flat(sources),
            models=_flat(models),
            beside={setting: _flat(given) for setting, given in beside.items()},
            files=files,
            manifest=manifest,
            key=name,
            artifact=found,
            remembered=self._store.remembered(name) if found is None else None,
            chain=self._chain(kind, params, manifest, _flat(sources)),
            stream=self._stream(kind, params, _flat(sources), _flat(models), manifest, found),
            remarks=tuple(remarks),
            unseen={} if found is None or kind.unseen is None else kind.unseen(params, found),
        )

    def _found(self, name: Key) -> Artifact | None:
        """The artifact of a key, if its lists are what they were: plans go by them."""
        found = self._store.find(name)
        lists = (images.LISTING, images.ORIGINS)
        return found if found is None or all(self._store.verify(found, each) for each in lists) else None

    def _chain(self, kind: Kind[Any], params: Params, manifest: Manifest, sources: Sequence[Given]) -> Chain | None:
        """The course that this is a length of, and how far it was kept."""
        if kind.course is None:
            return None
        course = kind.course(params)
        facts = {**dict(manifest), "settings": keyed_settings(kind, course.params, sources)}
        chain = key(Manifest.model_validate(facts))
        segments = self._store.chains.segments(chain)
        steps = 1.0 if course.unit == "steps" else segments[0].epoch if segments else None
        reached = nearest(segments, math.ceil(course.length * (steps or 0) - 1e-9))
        kept = 0 if reached is None or steps is None else min(course.length, int(reached.step / steps + 1e-9))
        return Chain(chain, kept, course.length, course.unit, steps)

    def _stream(
        self,
        kind: Kind[Any],
        params: Params,
        sources: Sequence[Given],
        models: Sequence[Given],
        manifest: Manifest,
        found: Artifact | None,
    ) -> Stream | None:
        """The pictures that this has, and how many of them are kept. Of a finished cell they are only counted."""
        if kind.items is None:
            return None
        if found is not None:
            count = found.facts["made"] + found.facts["reused"]
            return Stream(None, count, count, found.facts["unit"])
        items = kind.items(params, sources, models)
        facts = dict(manifest) | {"settings": keyed_settings(kind, items.params, sources)}
        if items.of_sources:
            facts["inputs"] = tuple(fact for fact in manifest.inputs if fact.role != "source")
        stream = key(Manifest.model_validate(facts))
        if not self._store.streams.known(stream):
            return Stream(stream, 0, len(items.names), items.unit)
        keys = keys_of(stream, items.names)
        there = sought(keys, self._store.holders(stream), self._store.streams.loose(stream))
        holders = tuple(Key(artifact.key) for artifact in there.artifacts)
        return Stream(stream, there.count, len(items.names), items.unit, holders)

    def _given(self, inputs: tuple[Input, ...], kind: Kind[Any], point: Point) -> list[list[Given]] | None:
        """For each input, its cell here (all of them, for a kind that gathers); None while one is not made.

        Raises `Fault` where one is made, and has no part of the name that is asked for: that waits for no others.
        """
        given = []
        for each in inputs:
            looked = self._looked.get(each.stage, {})  # a stage may be looked at before all that it is made of
            here = point.within(self._axes[each.stage]) if not kind.gathers else None
            cells = list(looked.values()) if here is None else [looked[here]] if here in looked else []
            known = [(cell, self._known(each.stage, cell)) for cell in cells]
            made = [Given(known, each.part, _told(cell.point, kind), each.stage) for cell, known in known if known]
            given.append(made if cells and len(made) == len(cells) else [])
            if given[-1]:
                self._part(given[-1][0])
        return given if all(given) else None

    def _beside(self, params: Params, kind: Kind[Any], point: Point) -> dict[str, list[list[Given]]] | None:
        """What each setting names, as `_given` has it; None while one is not made."""
        given = {setting: self._given(inputs, kind, point) for setting, inputs in beside(params).items()}
        made = {setting: cells for setting, cells in given.items() if cells is not None}
        return made if len(made) == len(given) else None

    def _known(self, name: str, cell: PlannedCell) -> Artifact | None:
        """What a stage made, or what that was, where it is not needed itself."""
        return cell.artifact or (cell.remembered if name in self._passing else None)

    def _facts(self, role: Role, inputs: list[list[Given]], kind: Kind[Any]) -> list[InputFact]:
        return [self._fact(role, i, cells, kind) for i, cells in enumerate(inputs)]

    def _fact(self, role: Role, index: int, cells: list[Given], kind: Kind[Any]) -> InputFact:
        part = self._part(cells[0])
        group = part if kind.unordered and images.LISTING in cells[0].artifact.result else None
        facts = tuple(_cell_fact(each, kind, group) for each in cells)
        return InputFact(role=role, index=index, part=part if group is None else None, cells=facts)

    def _part(self, given: Given) -> int | None:
        """The number of the part that is meant: what it is called is no fact. Raises `Fault` where there is none."""
        if given.part is None:
            return None
        apiece = self._kinds[self._verbs[given.stage]].apiece
        names = images.called(given.artifact).groups or (apiece.names if apiece is not None else ())
        return images.number_of(given.part, names)

    def lacking(self, stage: Stage, name: str) -> Fault | None:
        """Why a stage can never be made from one that was looked at: that has no part of the name that is asked for."""
        for cell in self._looked.get(name, {}).values():
            artifact = self._known(name, cell)
            for each in stage.sources if artifact is not None else ():
                if artifact is not None and each.stage == name:
                    try:
                        self._part(Given(artifact, each.part, cell.point.labels(), name))
                    except Fault as fault:
                        return fault
        return None

    def _state(self, stage: Stage, cells: tuple[PlannedCell, ...]) -> tuple[State, str, tuple[Difference, ...]]:
        missing = [cell for cell in cells if cell.artifact is None]
        if missing and all(self._known(stage.name, cell) for cell in cells):
            return State.FRESH, "nothing needs it, and it is no longer in the store", ()
        named = [_name(given) for inputs in beside(cells[0].params).values() for given in inputs]
        words = Sayer(self._kinds[stage.kind], self._condition, named, self._own(stage))
        if not missing and (watched := next((cell for cell in cells if cell.unseen), None)) is not None:
            changes = moved(watched.unseen, watched.params.model_dump(), words)
            told = "; ".join([*map(str, changes), "what is to be seen of it is yet to be made"])
            return State.PARTIAL, told, changes
        if not missing:
            return State.FRESH, "nothing that it depends on has changed", ()
        if len(missing) < len(cells):
            return State.PARTIAL, f"{len(cells) - len(missing)} of {len(cells)} results are there", ()
        if missing[0].manifest is None:
            return State.WAITS, "waits for " + ", ".join(self._unmade(stage)), ()
        before = self._before(stage.name, missing[0].point)
        names = _names(stage, missing[0].files or {}) | {("beside", i): name for i, name in enumerate(named)}
        if self._kinds[stage.kind].own is not None:
            names = {place: f"the code {name}" if isinstance(place, str) else name for place, name in names.items()}
        changes = () if before is None else differences(before, missing[0].manifest, names, words)
        told = "; ".join(map(str, changes))
        begun = max((c.chain for c in missing if c.chain is not None), key=lambda chain: chain.kept, default=None)
        if begun is not None and begun.kept:
            kept = f"{begun.kept:,} of {begun.length:,} {begun.unit} are kept"
            return State.PARTIAL, f"{told}; {kept}" if told else kept, changes
        streams = [cell.stream for cell in missing if cell.stream is not None]
        if count := sum(stream.kept for stream in streams):
            kept = f"{count:,} of {sum(stream.length for stream in streams):,} {streams[0].unit} are kept"
            return State.PARTIAL, f"{told}; {kept}" if told else kept, changes
        if before is None:
            return State.NEW, "never made", ()
        return State.STALE, told or "its result is no longer in the store", changes

    def _own(self, stage: Stage) -> Mapping[str, Setting]:
        """The settings that a stage has from code of the artist's."""
        own = self._kinds[stage.kind].own
        path = None if own is None else stage.settings[own.code]
        return self._files.trusted(path).verb.settings if isinstance(path, str) else {}

    def _unmade(self, stage: Stage) -> list[str]:
        return [name for name in inputs(stage) if not _is_made(self._looked[name])]

    def _before(self, name: str, point: Point) -> Manifest | None:
        """The manifest that this stage had when its script last ran."""
        keys = self._last.get(name, ())
        index = list(self._looked[name]).index(point)
        return self._store.manifest(keys[min(index, len(keys) - 1)]) if keys else None


def _not_kept(name: str, step: int, kept: set[int]) -> Fault:
    near = sorted(kept, key=lambda other: abs(other - step))[:3]
    told = ", ".join(f"{other:,}" for other in sorted(near))
    have = (
        "A `preview` that is said before a training begins keeps every step that it shows, and a training of its own "
        f"that ends there, with `steps {step}`, makes it anew."
    )
    if not near:
        return Fault(f"Step {step:,} of `{name}` was not kept, and neither was any other. {have}")
    return Fault(f"Step {step:,} of `{name}` was not kept. Nearest to it are {told}. {have}", f"step {near[0]}")


def _arrives(words: Sequence[str]) -> str:
    return f"{', '.join(f'`{word}`' for word in words)} {'arrives' if len(words) == 1 else 'arrive'} later"


def _is_made(cells: Mapping[Point, PlannedCell]) -> bool:
    return bool(cells) and all(cell.artifact is not None for cell in cells.values())


def _cell_fact(given: Given, kind: Kind[Any], group: int | None) -> CellFact:
    """What a cell holds. To a kind that takes a bag the images of a `group` are all there is: others may change."""
    artifact = given.artifact
    if group is not None:
        digest = images.bag_of(artifact.result[images.LISTING], group)
    else:
        digest = Digest(artifact.bag if kind.unordered and artifact.bag is not None else artifact.digest)
    return CellFact(digest=digest, at=dict(given.cell) if kind.gathers else {})


def _told(point: Point, kind: Kind[Any]) -> dict[str, Value]:
    """Where a cell stands in its sweep, as a kind is told it."""
    return point.words() if kind.worded else point.labels()


def _names(stage: Stage, files: Mapping[str, Sequence[Source]]) -> dict[Place, str]:
    """What the script calls a stage's inputs, and the places that its files come from."""
    inputs: tuple[tuple[Role, tuple[Input, ...]], ...] = (("source", stage.sources), ("model", stage.models))
    names: dict[Place, str] = {(role, i): _name(given) for role, all_of in inputs for i, given in enumerate(all_of)}
    return names | {role: ", ".join(dict.fromkeys(f.origin for f in found)) for role, found in files.items() if found}


def _name(given: Input) -> str:
    return given.stage if given.part is None else f"{given.stage}.{given.part}"


def _flat(inputs: list[list[Given]]) -> tuple[Given, ...]:
    return tuple(given for cells in inputs for given in cells)
