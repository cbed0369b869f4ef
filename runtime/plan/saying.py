"""Saying: a setting's value as an artist writes it. A value as manifests hold it goes in, the words of a line come out.

A manifest has no spelling: quantities are in base units, conditions are trees, lines with several values are maps. What
a kind's settings let a value be says how each of them is written. What no line says (the version of a measure) is told
as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from intaglio.lang import ir
from intaglio.lang import vocabulary as v
from intaglio.runtime.contract import Kind
from intaglio.runtime.keys.manifest import plain, shown
from intaglio.runtime.plan.schema import verb

SYMBOLS = {"size": " px", "rate": " fps", "length": " mm"}  # of base units; times are said in the largest that fits
TIMES = (("h", 3600), ("min", 60), ("s", 1))
CONDITION: TypeAdapter[ir.Condition] = TypeAdapter(ir.Condition)


class Sayer:
    """Says the values of one kind's settings and steps. `condition` says conditions: it knows the measures' units.

    `beside` are the names of the stages that settings name, as these are counted; `own` settings that code of the
    artist's has.
    """

    def __init__(
        self,
        kind: Kind[Any],
        condition: Callable[[ir.Condition], str],
        beside: Sequence[str] = (),
        own: Mapping[str, v.Setting] = MappingProxyType({}),
    ) -> None:
        said = verb(kind)
        self._settings = {setting.key: setting for setting in (*said.settings.values(), *own.values())}
        self._steps = said.steps
        self._condition = condition
        self._beside = beside

    def knows(self, name: str) -> bool:
        """Whether a fact of a manifest's settings is what a line says."""
        return name in self._settings or (name in ("steps", "groups") and bool(self._steps))

    def __call__(self, name: str, value: object) -> str:
        """The value of a setting, or one step of a list of them, on one line."""
        value = plain(value)
        setting = self._settings.get(name)
        if isinstance(value, dict) and value.get("word") in self._steps:
            step = self._steps[value["word"]]
            said = value.get("values", value)  # a kind that says itself what of its steps is keyed leaves out the rest
            return shown(f"{step.name} {self._line(step, said)}".rstrip())
        if setting is None:
            return shown(value)
        if value is None:
            return "left out"
        return shown(self._line(setting, value) if not setting.plain else self._slot(setting.slots[0], value))

    def _line(self, setting: v.Setting, value: object) -> str:
        if not isinstance(value, dict):
            return shown(value)
        slots = setting.forms[value[setting.slots[0].name]] if setting.forms else setting.slots
        told = ((slot, value.get(slot.name)) for slot in slots)
        said = [(slot.clause, self._slot(slot, each)) for slot, each in told if each not in (None, [])]
        clauses = [words if words.startswith(f"{clause} ") else f"{clause} {words}" for clause, words in said if clause]
        return " ".join([", ".join(words for clause, words in said if not clause), *clauses]).strip()

    def _slot(self, slot: v.Slot, value: object) -> str:
        if slot.many and isinstance(value, list):
            return ", ".join(self._value(slot.type, each) for each in value)
        return self._value(slot.type, value)

    def _value(self, kind: v.ValueType, value: Any) -> str:
        match kind, value:
            case v.Either(), _:
                return self._value(_option(kind, value), value)
            case v.Number(), int() | float() if not isinstance(value, bool):
                return _quantity(value, kind.family)
            case v.Size(), list():
                return " by ".join(f"{side} px" for side in value)
            case v.Span(), [low, high]:
                return f"{_quantity(low, kind.number.family)} to {_quantity(high, kind.number.family)}"
            case v.Every(), {"amount": amount, "unit": unit}:
                return f"every {amount} {unit}"
            case v.Condition(), dict():
                return self._condition(CONDITION.validate_python(value))
            case v.Text(), str():
                return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
            case v.Stages(), int():
                return self._beside[value] if value < len(self._beside) else f"source {value + 1}"
            case v.Stages(), {"stage": stage, "part": part}:
                return f"{stage}.{part}" if part else str(stage)
        return shown(value)


def _option(kind: v.Either, value: object) -> v.ValueType:
    """Which of several things a value is: what it may not be otherwise."""
    for option in kind.options:
        match option:
            case v.Number() if isinstance(value, int | float) and not isinstance(value, bool):
                return option
            case v.Size() | v.Span() if isinstance(value, list):
                return option
            case v.Choice() if value in option.words:
                return option
    return next((option for option in kind.options if not isinstance(option, v.Choice | v.Number)), kind.options[0])


def _quantity(value: float, family: str | None) -> str:
    """A number with its unit, where it must have one. Counts go without: they follow the word that counts."""
    if family == "share":
        return f"{_number(value * 100)}%"
    if family == "time":
        unit, size = next(((unit, size) for unit, size in TIMES if value and value % size == 0), TIMES[-1])
        return f"{_number(value / size)} {unit}"
    return _number(value) + SYMBOLS.get(family or "", "")


def _number(value: float) -> str:
    """No more digits than it takes: 40% is 0.4, and 0.4 times 100 is 40."""
    return str(value) if isinstance(value, int) else f"{value:.12g}" if abs(value) < 1e15 else repr(value)
