"""Manifests: every fact that a result depends on, and nothing else. One definition of sameness, two readers.

`key` names the result; `differences` tells what moved between two manifests. No path, name, date, host or comment
ever enters one.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import zip_longest
from typing import Any, Literal, NewType, Protocol

from pydantic import BaseModel, ConfigDict, field_validator

from intaglio.runtime.keys import digests
from intaglio.runtime.keys.digests import Digest

Key = NewType("Key", str)
Role = Literal["source", "model", "beside"]
Place = tuple[Role, int] | str  # an input, by role and index; files, by their role

SHOWN = "shown"  # the setting that holds what of names a kind shows, or goes by
SCHEME = 1  # of keys as such: how manifests are built and encoded


class Fact(BaseModel):
    """A value."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class CellFact(Fact):
    """What one cell of an input holds. `at` is its place in the sweep, where the kind looks at it; else empty."""

    digest: Digest
    at: dict[str, Any] = {}

    @field_validator("at")
    @classmethod
    def _plain(cls, value: dict[str, Any]) -> dict[str, Any]:
        return {name: plain(inner) for name, inner in value.items()}


class InputFact(Fact):
    """An input: its place after `from` (source), `with` (model) or in settings (beside), and its content by cell.

    `part` is the number of the group or output that is meant, counted as declared; None for all of it.
    """

    role: Role
    index: int
    part: int | None = None
    cells: tuple[CellFact, ...]


class FileFact(Fact):
    """The content of a file that a stage reads from outside the store, under the name that its kind gives it."""

    role: str
    digest: Digest


class Manifest(Fact):
    """What a result depends on. `settings` have their defaults filled in; `seed` is None for kinds that do not draw."""

    scheme: int = SCHEME
    kind: str
    version: int
    settings: dict[str, Any] = {}
    inputs: tuple[InputFact, ...] = ()
    files: tuple[FileFact, ...] = ()
    seed: int | None = None

    @field_validator("settings")
    @classmethod
    def _plain(cls, value: dict[str, Any]) -> dict[str, Any]:
        return {name: plain(inner) for name, inner in value.items()}

    @classmethod
    def from_stored(cls, value: object) -> Manifest:
        """A manifest read back from JSON, where tuples have become lists. Raises ValueError."""
        return cls.model_validate_json(json.dumps(value))


def key(manifest: Manifest) -> Key:
    """The name of the result."""
    facts = {name: getattr(manifest, name) for name in Manifest.model_fields}
    by_role = itertools.groupby(manifest.files, key=lambda fact: fact.role)  # a dataset may have ten thousand
    facts["files"] = [(role, [fact.digest for fact in facts]) for role, facts in by_role]
    return Key(digests.of_value(facts))


def plain(value: object) -> Any:
    """A value as JSON has it: models are maps, tuples are lists."""
    match value:
        case BaseModel():
            return {name: plain(getattr(value, name)) for name in type(value).model_fields}
        case Mapping():
            return {name: plain(inner) for name, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
    return value


# What moved -------------------------------------------------------------------------------------------------------


class About(Enum):
    """What kind of fact moved."""

    KIND = "kind"
    VERSION = "version"
    SETTING = "setting"
    INPUT = "input"
    FILES = "files"
    SEED = "seed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that moved. `subject` is the setting's word, the input's name or where the files lie."""

    about: About
    subject: str
    words: str

    def __str__(self) -> str:
        return self.words


class Words(Protocol):
    """How the settings of a kind are said."""

    def knows(self, name: str) -> bool:
        """Whether a fact of the settings is what a line says."""
        ...

    def __call__(self, name: str, value: object) -> str:
        """The value of a setting, or one item of it where that is a list of maps."""
        ...


class Plainly:
    """Values as they are."""

    def knows(self, name: str) -> bool:
        """All alike."""
        return True

    def __call__(self, name: str, value: object) -> str:
        """See `shown`."""
        return shown(value)


def differences(
    old: Manifest, new: Manifest, names: Mapping[Place, str] | None = None, words: Words | None = None
) -> tuple[Difference, ...]:
    """What moved from `old` to `new`, in plain words; empty exactly when their keys are equal.

    `names` calls inputs and the places of files as the script does, and `words` says settings so: no manifest holds a
    name or a spelling. Without them they are `source 1`, `model 1`, `files under ROLE`, and values as they are.
    """
    return tuple(_differences(old, new, names or {}, words or Plainly()))


def moved(old: Mapping[str, Any], new: Mapping[str, Any], words: Words) -> tuple[Difference, ...]:
    """How settings moved that are in no manifest: those that only watch."""
    return tuple(each for name in old for each in _setting(name, old, new, words))


def _differences(old: Manifest, new: Manifest, names: Mapping[Place, str], words: Words) -> Iterator[Difference]:
    if old.kind != new.kind:
        yield Difference(About.KIND, new.kind, f"{old.kind} -> {new.kind}")
    if (old.scheme, old.version) != (new.scheme, new.version):
        moved = f"version {old.version} -> {new.version}" if old.version != new.version else "the way keys are made"
        yield Difference(About.VERSION, new.kind, f"the code of `{new.kind}` changed: {moved}")
    yield from _settings(old.settings, new.settings, words)
    yield from _inputs(old.inputs, new.inputs, names)
    yield from _files(old.files, new.files, names)
    if old.seed != new.seed:
        yield Difference(About.SEED, "seed", f"seed: {shown(old.seed)} -> {shown(new.seed)}")


def _settings(old: Mapping[str, Any], new: Mapping[str, Any], words: Words) -> Iterator[Difference]:
    """What no line says follows from what lines say, and is told only where none of those moved."""
    names = list(dict.fromkeys((*new, *old)))
    said = [each for name in names if words.knows(name) for each in _setting(name, old, new, words)]
    yield from said
    for name in names:
        if not words.knows(name) and (name == SHOWN or not said):
            yield from _setting(name, old, new, words)


def _setting(name: str, old: Mapping[str, Any], new: Mapping[str, Any], words: Words) -> Iterator[Difference]:
    word = name.rstrip("_").replace("_", "-")
    before, after = old.get(name), new.get(name)
    moved = _moved_names(word, before, after) if name == SHOWN else _moved(word, before, after, partial(words, name))
    for told in moved:
        yield Difference(About.SETTING, word, told)
    if (name in old) != (name in new) and before is None and after is None:
        yield Difference(About.SETTING, word, f"{word}: {'is new' if name in new else 'is gone'}")


def _moved(word: str, old: object, new: object, say: Callable[[object], str]) -> Iterator[str]:
    """How a setting's value moved: item by item where it is a list, so that one changed step is told alone."""
    if _same(old, new):
        return
    if not (isinstance(old, list) and isinstance(new, list)):
        yield f"{word}: {say(old)} -> {say(new)}"
    elif any(isinstance(each, list) for each in (*old, *new)):
        yield from _moved_lists(word.removesuffix("s"), old, new, say)
    elif any(isinstance(each, dict) for each in (*old, *new)):
        yield _moved_items(word, old, new, say)
    else:
        yield f"{word}: {say(old)} -> {say(new)}"


def _moved_lists(word: str, old: list[Any], new: list[Any], say: Callable[[object], str]) -> Iterator[str]:
    """How lists in a list moved: the steps of groups."""
    for place, (before, after) in enumerate(zip_longest(old, new), 1):
        if before is None or after is None:
            yield f"{word} {place}: {'is new' if before is None else 'is gone'}"
        else:
            yield from _moved(f"{word} {place}, line", before, after, say)


def _moved_items(word: str, old: list[Any], new: list[Any], say: Callable[[object], str]) -> str:
    first = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if not _same(a, b)), min(len(old), len(new))
    )
    last = 0
    while last < min(len(old), len(new)) - first and _same(old[-1 - last], new[-1 - last]):
        last += 1
    gone = "; ".join(map(say, old[first : len(old) - last]))
    come = "; ".join(map(say, new[first : len(new) - last]))
    moved = f"{gone} -> {come}" if gone and come else f"new: {come}" if come else f"gone: {gone}"
    return f"{word} {first + 1}: {moved}"


def _moved_names(word: str, old: object, new: object) -> Iterator[str]:
    """How names moved that are shown, or, by what they are names of, those that are only gone by."""
    if isinstance(old, dict) and isinstance(new, dict):
        for each in dict.fromkeys((*new, *old)):
            if (each in old) != (each in new) or not _same(old.get(each), new.get(each)):
                yield f"other {each}"
    else:
        yield from _moved(word, old, new, shown)


def _inputs(old: tuple[InputFact, ...], new: tuple[InputFact, ...], names: Mapping[Place, str]) -> Iterator[Difference]:
    before = {(fact.role, fact.index): fact for fact in old}
    after = {(fact.role, fact.index): fact for fact in new}
    for place in dict.fromkeys((*after, *before)):
        name = names.get(place, f"{place[0]} {place[1] + 1}")
        a, b = before.get(place), after.get(place)
        if a is None or b is None:
            yield Difference(About.INPUT, name, f"input from {name} is {'new' if a is None else 'gone'}")
        elif a.part != b.part:
            yield Difference(About.INPUT, name, f"input from {name} is another part of it")
        elif not _same(plain(a), plain(b)):
            yield Difference(About.INPUT, name, f"input from {name} {_cells(a.cells, b.cells)}")


def _cells(old: tuple[CellFact, ...], new: tuple[CellFact, ...]) -> str:
    if len(old) != len(new):
        return f"has {len(new)} cells, not {len(old)}"
    moved = sum(not _same(plain(a), plain(b)) for a, b in zip(old, new, strict=True))
    return "came out different" if len(new) == 1 else f"came out different in {moved} of {len(new)} cells"


def _files(old: tuple[FileFact, ...], new: tuple[FileFact, ...], names: Mapping[Place, str]) -> Iterator[Difference]:
    was, now = _by_role(old), _by_role(new)
    for role in {**now, **was}:
        before, after = was.get(role, []), now.get(role, [])
        if before == after:
            continue
        come, gone = (Counter(after) - Counter(before)).total(), (Counter(before) - Counter(after)).total()
        changed = min(come, gone)
        counts = ((changed, "changed"), (come - changed, "new"), (gone - changed, "gone"))
        told = [f"{count} {word}" for count, word in counts if count] or ["the same ones in another order"]
        # What the script names no longer has no name here, nor in any manifest.
        name = names.get(role, f"files under {role}" if role in now else "files that the script named before")
        yield Difference(About.FILES, name, f"{name}: {', '.join(told)}")
    if was == now and [fact.role for fact in old] != [fact.role for fact in new]:
        yield Difference(About.FILES, "files", "files: the same ones in another order")


def _by_role(files: tuple[FileFact, ...]) -> dict[str, list[Digest]]:
    """The digests of each role, in order: a dataset may have ten thousand."""
    found: dict[str, list[Digest]] = {}
    for fact in files:
        found.setdefault(fact.role, []).append(fact.digest)
    return found


def _same(a: object, b: object) -> bool:
    return digests.canonical(a) == digests.canonical(b)  # 1, 1.0 and True are equal to Python, and not to a key


def shown(value: object, width: int = 72) -> str:
    """A setting's value for people, on one line of at most `width` characters."""
    text = _text(value)
    return text if len(text) <= width else text[: width - 1] + "…"


def _text(value: object) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case dict():
            return " ".join(_named(name, inner) for name, inner in value.items() if inner not in (None, {}, []))
        case list() | tuple():
            return ", ".join(map(_text, value))
    return str(value)


def _named(name: str, value: object) -> str:
    """A slot's name and value; a step's word says itself."""
    return _text(value) if name == "word" else f"{name.rstrip('_')} {_text(value)}"
