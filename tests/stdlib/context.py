"""A bench to run a stage kind on, without scheduler, store or worker: its context, and artifacts made of its output.

`Bench(tmp_path).make(kind, {...}, sources=[...])` reads files as planning does, runs and returns the artifact; what it
told on the way is in `.told` and `.remarks`. Settings are given as the IR has them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from intaglio.lang.ir import Group, Input, Step
from intaglio.runtime.artifacts import images
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Changed, Fault, Given, Kind, Made, Params, Segment, Source
from intaglio.runtime.journeys.journeys import Journeys
from intaglio.runtime.keys import digests
from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.plan.settings import settled_steps
from intaglio.runtime.store import records
from intaglio.runtime.store.items import Finished, Loose, keys_of


@dataclass
class BenchContext:
    """`contract.Context`, remembering what it is told."""

    params: Any
    seed: int
    sources: Sequence[Given]
    models: Sequence[Given]
    beside: Mapping[str, Sequence[Given]]
    files: Mapping[str, Sequence[Source]]
    cell: Mapping[str, Any]
    result: Path
    seen: Path
    told: list[tuple[int, int, str, dict[str, Any]]] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    on_progress: Callable[[int, int], None] = lambda done, total: None  # may raise Cancelled
    journeys: Any = None
    segments: Sequence[Segment] = ()
    made: Artifact | None = None
    kept: list[Segment] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)
    items: Finished = field(init=False)
    loose: Loose = field(init=False)

    def read(self, source: Source) -> bytes:
        data = source.path.read_bytes()
        if digests.of_bytes(data) != source.digest:
            raise Changed(source.path)
        return data

    def progress(self, done: int, total: int, unit: str, **facts: float | str) -> None:
        self.told.append((done, total, unit, facts))
        self.on_progress(done, total)

    def remark(self, message: str, code: str = "", hint: str | None = None) -> None:
        self.remarks.append((code, message))

    def is_sound(self, segment: Segment) -> bool:
        return all(path.exists() for path in segment.files.values())

    def keep(
        self, step: int, fingerprint: str, write: Callable[[Path], None], *, epoch: float, marked: bool = False
    ) -> None:
        folder = self.result.parent / f"segment-{step}"
        folder.mkdir(exist_ok=True)
        write(folder)
        self.marked += [step] if marked else []
        self.kept.append(Segment(step, fingerprint, {path.name: path for path in folder.iterdir()}))


@dataclass
class Disk:
    """`contract.Files` over a folder."""

    root: Path

    def listed(self, path: str) -> Sequence[Source]:
        place = self.root / path
        if "*" in path:
            base = self.root / Path(path[: path.index("*")] + "x").parent
            found = [f for f in self.root.glob(path.removeprefix("./")) if f.is_file()]
        elif place.is_dir():
            base, found = place, [f for f in place.rglob("*") if f.is_file()]
        else:
            base, found = place.parent, [place] if place.is_file() else []
        if not found:
            raise Fault(f"Nothing lies at {path}.")
        found = [f for f in found if not any(part.startswith(".") for part in f.relative_to(base).parts)]
        found.sort(key=lambda f: natural(f.relative_to(base).as_posix()))
        return [Source(str(f), f.relative_to(base).as_posix(), path, digests.of_file(f)) for f in found]


def natural(name: str) -> list[tuple[int, int, str]]:
    """A key that sorts numbers inside names as numbers."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", name)]


class Bench:
    """Runs kinds in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.last: BenchContext | None = None
        self.made: Made | None = None
        self._counter = itertools.count()

    @property
    def remarks(self) -> list[tuple[str, str]]:
        """Code and message of each remark of the last run."""
        assert self.last is not None
        return self.last.remarks

    @property
    def kept(self) -> list[Segment]:
        """What the last run kept of its course."""
        assert self.last is not None
        return self.last.kept

    @property
    def told(self) -> list[tuple[int, int, str, dict[str, Any]]]:
        """Each progress of the last run."""
        assert self.last is not None
        return self.last.told

    def context(
        self,
        kind: Kind,
        settings: Mapping[str, Any] | None = None,
        *,
        steps: Sequence[Step] = (),
        groups: Mapping[str, Sequence[Step]] | None = None,
        sources: Sequence[Artifact | Given] = (),
        models: Sequence[Artifact | Given] = (),
        beside: Mapping[str, Artifact | Given] | None = None,
        seed: int = 0,
        cell: Mapping[str, Any] | None = None,
        swept: bool = False,
        segments: Sequence[Segment] = (),
    ) -> BenchContext:
        """A context with empty folders, its files read. `beside` are what settings name, each one stage."""
        named_beside = {key: [as_given(each)] for key, each in (beside or {}).items()}
        said = {**(settings or {}), **{key: {"from_": {"stage": key, "part": None}} for key in named_beside}}
        given = [named(as_given(source), index) for index, source in enumerate(sources)]
        if kind.steps:
            inputs = [Input(stage=each.stage, part=each.part) for each in given]
            said["steps"] = settled_steps(steps, kind, inputs)
            said["groups"] = tuple(
                Group(name=name, steps=settled_steps(inner, kind, inputs)) for name, inner in (groups or {}).items()
            )
        params: Params = kind.params.model_validate(said).settled(swept=swept)
        number = next(self._counter)
        result, seen = self.root / f".made-{number}" / "result", self.root / f".made-{number}" / "seen"
        result.mkdir(parents=True)
        seen.mkdir()
        made = [as_given(model) for model in models]
        params, remarks = params.heard(made)
        files = {} if kind.reads is None else kind.reads(params, Disk(self.root))
        context = BenchContext(
            params, seed, given, made, named_beside, files, cell or {}, result, seen, segments=segments
        )
        context.remarks += [("", remark) for remark in remarks]
        keys = [] if kind.items is None else keys_of(Key("bench"), kind.items(params, given, made).names)
        context.loose = Loose(result.parent / "loose")
        context.items = Finished(keys, (), context.loose, context.remark)
        context.journeys = Journeys(result.parent / "store", result.parent, kind.name)
        return context

    def make(self, kind: Kind, settings: Mapping[str, Any] | None = None, **rest: Any) -> Artifact:
        """Run a kind once, on one cell, and return what it made."""
        assert kind.run is not None
        self.last = self.context(kind, settings, **rest)
        outcome = kind.run([self.last])[0] if kind.together else kind.run(self.last)
        self.last.loose.close()
        self.last.journeys.close()
        assert isinstance(outcome, Made)
        self.made = outcome
        return artifact(self.last.result, self.last.seen, kind.name, kind.makes)

    def images(self, pixels: Sequence[Any], *, rate: float | None = None, **each: Sequence[Any]) -> Artifact:
        """An artifact of images (frames, with a rate). `each` has `name=[…]`, `group=[…]`, one an image."""
        context = self.root / f".made-{next(self._counter)}"
        result, seen = context / "result", context / "seen"
        result.mkdir(parents=True)
        seen.mkdir()
        with images.ImageWriter(result, seen, rate=rate) as writer:
            for i, image in enumerate(pixels):
                writer.add(image, **{word: values[i] for word, values in each.items()})
        return artifact(result, seen, "dataset", "images" if rate is None else "frames")


def as_given(source: Artifact | Given) -> Given:
    return source if isinstance(source, Given) else Given(source)


def named(given: Given, index: int) -> Given:
    """An input with a stage's name: cells of a sweep are of one stage."""
    return given if given.stage or given.cell else replace(given, stage=f"stage-{index}")


def artifact(result: Path, seen: Path, kind: str, makes: str) -> Artifact:
    """An artifact of two folders, digested as the store does."""
    files = {path.relative_to(result).as_posix(): path for path in sorted(result.rglob("*")) if path.is_file()}
    glimpses = {path.relative_to(seen).as_posix(): path for path in sorted(seen.rglob("*")) if path.is_file()}
    contents = {name: digests.of_file(path) for name, path in files.items()}
    told = images.told(files[images.LISTING]) if images.LISTING in files else None
    digest = records.digest_of(contents if told is None else images.contents(contents, told))
    return Artifact(kind, makes, digest, digest, told and told.bag, files, glimpses)
