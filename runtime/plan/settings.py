"""Settings: from what a script says to a kind's typed params, and from those to what enters a key."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from intaglio.lang.ir import Group, Input, Stage, Step, Value
from intaglio.runtime.contract import Given, Kind, Line, Params
from intaglio.runtime.keys.manifest import SHOWN
from intaglio.runtime.plan.order import named
from intaglio.runtime.plan.sweeps import Point


def settle(stage: Stage, kind: Kind[Any], point: Point, work_seed: int) -> tuple[Params, int]:
    """A stage's params at one point of its sweep, defaults filled in, and its seed."""
    said: dict[str, Any] = {**stage.settings, **point.own(stage)}
    swept_seed = said.pop("seed", None)
    if kind.steps:
        said["steps"] = settled_steps(stage.steps, kind, stage.sources)
        said["groups"] = tuple(
            Group(name=group.name, steps=settled_steps(group.steps, kind, stage.sources)) for group in stage.groups
        )
    if kind.texts:
        said["texts"] = stage.texts
    if kind.own is not None:
        said["own"] = {name: said.pop(name) for name in sorted(said.keys() - kind.params.model_fields.keys())}
    if "save" in kind.params.model_fields:
        said["save"] = stage.save
    seed = next(s for s in (swept_seed, stage.seed, work_seed) if s is not None)
    return kind.params.model_validate(said).settled(swept=bool(point.axes)), int(seed)


def beside(params: Params) -> dict[str, tuple[Input, ...]]:
    """The stages that settings name, by the settings' keys; of settings that name none, nothing.

    They are counted in the order of their keys, so that the order of lines is no fact.
    """
    found = ((key, tuple(named(getattr(params, key)))) for key in sorted(type(params).model_fields))
    return {key: inputs for key, inputs in found if inputs}


def keyed_settings(kind: Kind[Any], params: Params, sources: Sequence[Given]) -> dict[str, Any]:
    """What of the params enters the key: those that change the result. With them, what the result shows of `sources`.

    The names of files and groups are not content, and a kind that writes them on its result keys those that it writes.
    Those of stages are none either: a setting that names one has its number (see `beside`).
    """
    keyed = _of_params(kind, params)
    if beside(params):
        numbers = itertools.count()
        keyed = {key: _numbered(keyed[key], numbers) for key in sorted(keyed)}
    return keyed if kind.shows is None else keyed | {SHOWN: kind.shows(params, sources)}


def _of_params(kind: Kind[Any], params: Params) -> dict[str, Any]:
    if kind.keyed is not None:
        return dict(kind.keyed(params))
    fields = kind.params.model_fields
    return {name: value for name, value in params.model_dump(mode="json").items() if _is_keyed(fields[name])}


def _numbered(value: Any, numbers: Iterator[int]) -> Any:
    match value:
        case Mapping() if value.keys() == Input.model_fields.keys() and value["stage"]:
            return next(numbers)
        case Mapping():
            return {name: _numbered(inner, numbers) for name, inner in value.items()}
        case list() | tuple():
            return [_numbered(inner, numbers) for inner in value]
    return value


def _is_keyed(field: Any) -> bool:
    extra = field.json_schema_extra
    return not isinstance(extra, Mapping) or bool(extra.get("keyed", True))


def settled_steps(steps: Iterable[Step], kind: Kind[Any], sources: Sequence[Input]) -> tuple[Step, ...]:
    """Steps with their models' defaults filled in, and stages after `from` as their numbers among the sources."""
    return tuple(step.model_copy(update={"values": _filled(kind.steps[step.word], step, sources)}) for step in steps)


def _filled(model: type[Line], step: Step, sources: Sequence[Input]) -> dict[str, Value]:
    line = model.model_validate(step.values)
    values: dict[str, Any] = {name: getattr(line, name) for name in type(line).model_fields}
    if step.word == "from":
        values["stages"] = tuple(sources.index(Input.model_validate(each)) for each in values["stages"])
    return values
