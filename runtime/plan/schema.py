"""The schema: stage kinds' pydantic models come in, the vocabulary that the checker reads by goes out.

A setting is written once, in its kind's `Params`: its annotation says what its values may be, `setting(...)` the rest.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from intaglio.lang import ir
from intaglio.lang import vocabulary as v
from intaglio.runtime.contract import Kind, Line
from intaglio.runtime.plan.wall import SEED, WORK

CLAUSES = frozenset({"from", "with", "at", "every"})


def vocabulary(kinds: Mapping[str, Kind[Any]], measures: Mapping[str, v.Measure]) -> v.Vocabulary:
    """All that the checker knows about meaning. Raises TypeError for an annotation that has no meaning in a script."""
    return v.Vocabulary(
        verbs={name: verb(kind) for name, kind in kinds.items()},
        measures=measures,
        work=WORK,
    )


ALIKE = {each.name for each in fields(Kind)} & {each.name for each in fields(v.Verb)}
"""What a kind and its verb call by one name: it is passed on as it is, but for the steps."""


def verb(kind: Kind[Any]) -> v.Verb:
    """A kind as the checker sees it."""
    alike = {name: getattr(kind, name) for name in ALIKE - {"steps"}}
    return v.Verb(
        **alike,
        settings=_settings(kind),
        steps={word: _line(word, model) for word, model in kind.steps.items()},
        bag=kind.unordered or kind.groups,
        alone=tuple(tuple(word_of(field) for field in alone) for alone in kind.params.alone),
        asks=tuple(word_of(field) for field in kind.params.asks),
        arrives_later=kind.run is None,
        code="" if kind.own is None else kind.own.code,
    )


def word_of(field: str) -> str:
    """The word that a field is said by: `warm_up` is `warm-up`, `from_` is `from`."""
    return field.rstrip("_").replace("_", "-")


# Settings ----------------------------------------------------------------------------------------------------------


def _settings(kind: Kind[Any]) -> dict[str, v.Setting]:
    """A kind's own settings, then everyone's."""
    sweepable = not (kind.gathers or kind.texts or kind.sources == ("path",))
    filled_in = _filled_in(kind)
    found = {
        word_of(field): _setting(field, info, sweepable)
        for field, info in kind.params.model_fields.items()
        if field not in filled_in
    }
    seed = v.Setting("seed", (v.Slot("seed", SEED),), "Where chance begins.", sweeps=sweepable, key="seed")
    place = v.Slot("save", v.Place("any", must_exist=False))
    save = v.Setting(
        "save", (place,), "Where to put a copy. It is never part of what is made.", keyed=False, key="save"
    )
    return {**found, "seed": seed, "save": save}


def _filled_in(kind: Kind[Any]) -> set[str]:
    """The fields that the runtime fills in, and no line says."""
    has = {"steps": kind.steps, "groups": kind.steps, "texts": kind.texts, "own": kind.own, "trust": kind.own}
    return {field for field in has if has[field]}


def _setting(field: str, info: FieldInfo, sweepable: bool) -> v.Setting:
    name, extra = word_of(field), _extra(info)
    keyed = bool(extra.get("keyed", True))
    model = _line_model(info.annotation)
    if model is not None:
        return _with(_line(name, model), info, keyed=keyed, sweeps=False)
    kind, many = _value_type(_annotation(info), name, extra)
    slot = v.Slot(field, kind, required=True, many=many, doc=info.description or "")
    single = not many and not isinstance(kind, v.Flag | v.Span | v.Stages | v.Condition | v.Every)
    sweeps = extra.get("sweeps")
    swept = sweepable and keyed and single if sweeps is None else bool(sweeps) and sweepable
    return _with(v.Setting(name, (slot,), "", key=field), info, keyed=keyed, sweeps=swept)


def _with(setting: v.Setting, info: FieldInfo, *, keyed: bool, sweeps: bool) -> v.Setting:
    """The setting with what its field says of it."""
    extra = _extra(info)
    return replace(
        setting,
        doc=info.description or "",
        required=info.is_required(),
        keyed=keyed,
        sweeps=sweeps,
        default=None if info.is_required() else info.default,
        arrives_later=extra.get("later") is True,
        **extra.get("facts", {}),
    )


def _line(word: str, model: type[Line]) -> v.Setting:
    """A line with several values, or a step: a slot for each field of its model."""
    slots = tuple(_slot(field, info, word) for field, info in model.model_fields.items())
    forms = {first: _form(slots, others) for first, others in model.forms.items()}
    below: type[Line] | None = getattr(model, "beneath", None)
    beneath = (
        {word_of(f): _setting(f, info, sweepable=False) for f, info in below.model_fields.items()} if below else {}
    )
    doc = model.__doc__ or ""
    return v.Setting(
        word,
        slots,
        doc.strip(),
        plain=False,
        beneath=beneath,
        key=word.replace("-", "_"),
        arrives_later=model.arrives_later,
        leaves=model.leaves,
        acts=model.acts,
        finds=model.finds,
        deaf=model.deaf,
        window=model.window,
        forms=forms,
        rising=model.rising,
    )


def _form(slots: Sequence[v.Slot], others: Mapping[str, tuple[v.Number, str]]) -> tuple[v.Slot, ...]:
    """The slots of a line whose first word wants these others."""
    by_name = {slot.name: slot for slot in slots}
    found = (replace(by_name[name], type=kind, doc=doc, required=True) for name, (kind, doc) in others.items())
    return (slots[0], *found)


def _slot(field: str, info: FieldInfo, word: str) -> v.Slot:
    name = word_of(field)
    kind, many = _value_type(_annotation(info), name, _extra(info))
    clause = name if name in CLAUSES else None
    least, doc = _extra(info).get("least", 1), info.description or ""
    return v.Slot(field, kind, required=info.is_required(), many=many, least=least, clause=clause, doc=doc)


def _extra(info: FieldInfo) -> Mapping[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}


# Annotations -------------------------------------------------------------------------------------------------------

MEANINGS = (
    v.Number,
    v.Choice,
    v.Text,
    v.Place,
    v.Flag,
    v.Size,
    v.Condition,
    v.Every,
    v.Span,
    v.Stages,
    v.Axes,
    v.Name,
    v.Hue,
    v.Either,
)


def _annotation(info: FieldInfo) -> Any:
    """A field's annotation with what pydantic has taken off it put back."""
    meanings = _unpacked(info)
    return Annotated[(info.annotation, *meanings)] if meanings else info.annotation


def _unpacked(info: FieldInfo) -> list[Any]:
    return [item for item in info.metadata if isinstance(item, (*MEANINGS, v.Layers))]


def _value_type(annotation: Any, name: str, extra: Mapping[str, Any]) -> tuple[v.ValueType, bool]:
    """What an annotation lets a value be, and whether there may be many."""
    if isinstance(annotation, TypeAliasType):
        annotation = annotation.__value__
    origin = get_origin(annotation)
    if origin is Annotated:
        return _annotated(annotation, name, extra)
    if origin in (Union, types.UnionType):
        return _union(annotation, name, extra)
    if origin is tuple and len(get_args(annotation)) == 2 and get_args(annotation)[1] is Ellipsis:
        return _value_type(get_args(annotation)[0], name, extra)[0], True
    if origin is Literal:
        return _choice(get_args(annotation), name, extra), False
    simple: dict[Any, v.ValueType] = {bool: v.Flag(), str: v.Text(), ir.Every: v.Every(get_args(ir.Count))}
    if isinstance(annotation, type) and annotation in simple:
        return (v.Place("any", must_exist=False) if name == "save" else simple[annotation]), False
    raise TypeError(f"a script has no way to say {name}: {annotation!r}")


def _choice(words: tuple[str, ...], name: str, extra: Mapping[str, Any]) -> v.Choice:
    """A choice of these words, some of them perhaps known by other spellings, or arriving later."""
    later: Any = extra.get("later")
    later = later if isinstance(later, tuple) else ()
    if not set(later) < set(words):
        raise TypeError(f"{name} can be {words}: of these, {later} cannot arrive later")
    aliases = tuple(dict(extra.get("aliases") or {}).items())
    return v.Choice(words, aliases, later, extras=tuple(extra.get("extras", ())))


def _annotated(annotation: Any, name: str, extra: Mapping[str, Any]) -> tuple[v.ValueType, bool]:
    meaning = next((item for item in annotation.__metadata__ if isinstance(item, MEANINGS)), None)
    if meaning is not None:
        return meaning, False
    if annotation == ir.Condition:
        return v.Condition(), False
    kind, many = _value_type(annotation.__origin__, name, extra)
    layers = next((item for item in annotation.__metadata__ if isinstance(item, v.Layers)), None)
    return (replace(kind, layers=layers) if layers and isinstance(kind, v.Choice) else kind), many


def _union(annotation: Any, name: str, extra: Mapping[str, Any]) -> tuple[v.ValueType, bool]:
    """`X | None` is X; the union that a condition is, is one; any other is either of its parts."""
    parts = [part for part in get_args(annotation) if part is not types.NoneType]
    if set(parts) == {ir.Compared, ir.Joined, ir.Negated}:
        return v.Condition(), False
    found = [_value_type(part, name, extra) for part in parts]
    if len(found) == 1:
        return found[0]
    return v.Either(tuple(kind for kind, _ in found)), any(many for _, many in found)


def _line_model(annotation: Any) -> type[Line] | None:
    """The `Line` that a field holds, if it holds one."""
    parts: Sequence[Any] = get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else [annotation]
    found = [part for part in parts if isinstance(part, type) and issubclass(part, Line)]
    return found[0] if found else None
