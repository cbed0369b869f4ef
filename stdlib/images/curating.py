"""Curating: a dataset's steps, done in order over a stream of items. Decodes on all cores, and memory stays flat.

What happens to one image is in `steps.py`, what needs several in `selecting.py`; here they are strung together.
"""

from __future__ import annotations

import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeVar

from intaglio.lang import ir
from intaglio.lang.diagnostics.world import FilmBreaksOff, NamesNobody
from intaglio.runtime.contract import Context, Fault, Made, Source
from intaglio.runtime.images import ImageWriter
from intaglio.stdlib.images import captions, conditions, gathering, levels, losses, selecting, steps
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.gathering import Gathered, Part, Window
from intaglio.stdlib.images.items import Item

T = TypeVar("T")
Items = Iterator[Item]
Line = Sequence[ir.Step]

CORES = max(1, min(8, os.cpu_count() or 1))
AHEAD = 4 * CORES  # items under way at once: enough to keep the cores busy, few enough to hold in memory


def curate(context: Context[Any]) -> Made:
    """Do all steps and write the images. Raises `Fault` when none is left."""
    with ThreadPoolExecutor(CORES) as pool, tempfile.TemporaryFile(dir=context.seen) as file:
        try:
            return Curation(context, pool, selecting.Spool(file)).run()
        finally:
            pool.shutdown(cancel_futures=True)


# One image --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Journey:
    """What became of one item: the items after all steps, or the step that it was lost to, or why it is unreadable."""

    begun: Item
    items: tuple[Item, ...] = ()
    lost_to: ir.Step | None = None
    unreadable: str | None = None


def journey(item: Item, line: Line, develop: bool) -> Journey:
    """One item through steps on one image; to its pixels, where they are to be developed.

    Raises `Fault` where memory is too short for it: that is no fault of the file's.
    """
    reached: tuple[Item, ...] = (item,)
    try:
        for step in line:
            reached = tuple(chain.from_iterable(steps.ACTS[step.word](each, step.values) for each in reached))
            if not reached:
                return Journey(item, lost_to=step)
        if develop:
            reached = tuple(replace(each, photo=each.photo.done()) for each in reached)
        return Journey(item, reached)
    except Unreadable as reason:
        return Journey(item, unreadable=str(reason))
    except MemoryError as error:
        told = f"There was not enough memory to open {item.name}."
        raise Fault(told, "make the largest photographs smaller, or end other programs") from error


# All of them ------------------------------------------------------------------------------------------------------


class Curation:
    """One run of a dataset."""

    def __init__(self, context: Context[Any], pool: ThreadPoolExecutor, spool: selecting.Spool) -> None:
        self._context = context
        self._pool = pool
        self._spool = spool
        self._losses = losses.Losses()
        self._found = 0
        self._expected = 0

    def run(self) -> Made:
        """See `curate`."""
        gathered = gathering.gathered(self._context)
        self._expected = sum(gathering.length(part) for level in gathered for part in level.parts)
        everything = gathering.joined(gathered)
        found = chain.from_iterable(map(self._found_by, gathered))
        items = self._journeys(self._after(found, everything.level.steps, everything), (), develop=True)
        written = self._write(items)
        self._losses.tell(self._context, self._found, written)
        self._context.progress(self._expected, self._expected, "images")
        return Made(written)

    def _write(self, items: Items) -> int:
        rates: set[float | None] = set()
        groups = levels.classes(self._context.params, self._context.sources)
        with ImageWriter(self._context.result, self._context.seen, groups=groups) as writer:
            for item in items:
                rates.add(item.rate)
                known: dict[str, Any] = {"name": item.name, "origin": item.origin, "line": item.line}
                known |= {"time": item.time, "film": item.taken}
                writer.add(item.photo.pixels(), group=item.group, caption=item.caption, **known)
            writer.rate = max(rate or 0 for rate in rates) if rates and None not in rates else None
        if len(rates) > 1 and None not in rates:
            told = ", ".join(f"{rate:g} fps" for rate in sorted(r for r in rates if r))
            self._context.remark(f"These films have different rates ({told}); together they are taken at the highest.")
        return len(writer)

    # Streams ------------------------------------------------------------------------------------------------------

    def _found_by(self, level: Gathered) -> Items:
        """A level's items: as they are found for the dataset itself, after its own steps for a group."""
        group = level.level.name or None
        window = Window.of(level.level.steps)
        found = chain.from_iterable(self._items(part, group, window) for part in level.parts)
        return found if group is None else self._after(found, level.level.steps, level)

    def _items(self, part: Part, group: str | None, window: Window) -> Items:
        count = 0
        try:
            for item in gathering.items(part, group, self._context, window):
                count += 1
                self._found += 1
                self._expected = max(self._expected, self._found)
                self._context.progress(self._found - 1, self._expected, "images")
                yield item
        except Unreadable as reason:
            assert isinstance(part.what, Source)
            if count:
                losses.remark(self._context, FilmBreaksOff(name=part.what.name, frames=count))
                return
            self._found += 1
            self._losses.miss(part.what.origin, part.what.name, str(reason))

    def _after(self, items: Items, line: Line, scope: Gathered) -> Items:
        """The items after a level's steps. `scope` is what the names in lists may mean."""
        single: list[ir.Step] = []
        for step in line:
            if _is_single(step):
                single.append(step)
            elif step.word != "from":
                items = self._journeys(items, tuple(single), develop=_looks(step))
                items = self._counted(items, step, scope)
                single = []
        return self._journeys(items, tuple(single), develop=False)

    def _journeys(self, items: Items, line: Line, develop: bool) -> Items:
        if not line and not develop:
            return items
        return self._arrived(self._mapped(lambda item: journey(item, line, develop), items))

    def _arrived(self, journeys: Iterator[Journey]) -> Items:
        for ended in journeys:
            if ended.lost_to is not None:
                self._losses.lose(ended.lost_to)
            if ended.unreadable is not None:
                self._losses.miss(ended.begun.place, ended.begun.name, ended.unreadable)
            yield from ended.items

    def _mapped(self, work: Callable[[Item], T], items: Items) -> Iterator[T]:
        """Work on items on all cores, `AHEAD` of them at a time; the outcomes in order."""
        waiting: deque[Future[T]] = deque()
        for item in items:
            waiting.append(self._pool.submit(work, item))
            if len(waiting) >= AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    # Steps on several images --------------------------------------------------------------------------------------

    def _counted(self, items: Items, step: ir.Step, scope: Gathered) -> Items:
        came = stayed = 0

        def coming() -> Items:
            nonlocal came
            for item in items:
                came += 1
                yield item

        for item in self._whole(coming(), step, scope):
            stayed += 1
            yield item
        self._losses.lose(step, came - stayed)

    def _whole(self, items: Items, step: ir.Step, scope: Gathered) -> Items:
        values: Any = step.values
        seed = self._context.seed
        match step.word:
            case "keep" | "drop" if values.get("every") is None:
                condition: ir.Condition = values["condition"]
                seen = self._mapped(lambda item: selecting.seen(item, condition), items)
                return selecting.unlike(seen, condition, keep=step.word == "keep")
            case "keep":
                return selecting.thin(items, values["every"].amount)
            case "rate":
                return selecting.resampled(items, values["rate"])
            case "pick":
                return self._picked(items, step, scope)
            case "caption":
                return captions.captioned(items, self._captions(step, scope))
            case "take":
                return selecting.taken(items, values["count"], seed, self._spool)
            case "balance":
                return selecting.balanced(items, values["count"], seed, self._spool, self._context.remark)
            case "shuffle":
                return selecting.shuffled(items, seed, self._spool)
        raise AssertionError(f"no step is called {step.word}")

    def _picked(self, items: Items, step: ir.Step, scope: Gathered) -> Items:
        source = self._file(step, scope)
        wanted = captions.listed(captions.text(self._context.read(source), source))
        names = gathering.Names(scope.names)
        found = {name: names.meant(name) for name in wanted}
        self._unmatched(source, [name for name in wanted if not found[name]])
        picked = frozenset(chain.from_iterable(found.values()))
        return (item for item in items if item.name in picked)

    def _captions(self, step: ir.Step, scope: Gathered) -> dict[str, str]:
        if step.values["from_"] == "sidecars":
            files = {name: scope.sidecars.get(gathering.stem(name)) for name in scope.names}
            return {n: captions.text(self._context.read(f), f).strip() for n, f in files.items() if f is not None}
        source = self._file(step, scope)
        table = captions.table(captions.text(self._context.read(source), source), source.name)
        told, unmatched = captions.found(table, scope.names)
        self._unmatched(source, unmatched)
        return told

    def _file(self, step: ir.Step, scope: Gathered) -> Source:
        """The file that a line names."""
        role = next(role for role, each in scope.level.lines(step.word) if each is step)
        return self._context.files[role][0]

    def _unmatched(self, source: Source, names: Sequence[str]) -> None:
        if names:
            losses.remark(self._context, NamesNobody(list=source.origin, names=tuple(names)))


def _is_single(step: ir.Step) -> bool:
    """Whether a step is done on one image alone."""
    if step.word == "caption":
        return step.values["from_"] is None
    if step.values.get("every") is not None:
        return False
    condition: Any = step.values.get("condition")
    return step.word in steps.ACTS and (condition is None or "likeness" not in conditions.asks(condition))


def _looks(step: ir.Step) -> bool:
    """Whether a step on several images looks at their pixels."""
    return step.word in ("take", "balance", "shuffle") or step.values.get("condition") is not None
