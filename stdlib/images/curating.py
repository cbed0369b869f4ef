"""Curating: a dataset's steps, done in order over a stream of items. Decodes on all cores, and memory stays flat.

What happens to one image is in `journey.py` and `steps.py`, what needs several in `selecting.py`; here they are strung
together.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import chain, groupby
from typing import Any, TypeVar

from intaglio.lang import ir
from intaglio.lang.diagnostics.world import FilmBreaksOff, NamesNobody
from intaglio.lang.vocabulary import Found, names_found
from intaglio.runtime.artifacts.images import ImageWriter
from intaglio.runtime.contract import Context, Made, Source
from intaglio.stdlib import finders
from intaglio.stdlib.finders import Finder
from intaglio.stdlib.images import captions, conditions, gathering, levels, losses, selecting, steps
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.gathering import Gathered, Opener, Part, Window
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.journey import LOST, UNREADABLE, Described, Journey, Leg, Traveller
from intaglio.stdlib.images.losses import Missed
from intaglio.stdlib.images.selecting import Seen
from intaglio.stdlib.images.tally import Passage, Tally
from intaglio.stdlib.measures import FLEETING

HELD = 10_000  # images that are held to be asked why they were left out

T = TypeVar("T")
Told = TypeVar("Told")
Items = Iterator[Item]
Line = Sequence[ir.Step]

CORES = max(1, min(8, os.cpu_count() or 1))
AHEAD = 4 * CORES  # items under way at once: enough to keep the cores busy, few enough to hold in memory
WAITING = 64 << 20  # bytes of pixels that may wait for their turn; where images are large, fewer are under way at once


def curate(context: Context[Any], drawing: Collection[str]) -> Made:
    """Do all steps and write the images. Raises `Fault` when none is left. In the steps `drawing` chance has a part."""
    traveller = Traveller(context.journeys)
    with ThreadPoolExecutor(CORES) as pool, Opener(context, traveller.facts) as opener:
        try:
            return Curation(context, drawing, pool, traveller, opener).run()
        finally:
            pool.shutdown(cancel_futures=True)


class Curation:
    """One run of a dataset."""

    def __init__(
        self,
        context: Context[Any],
        drawing: Collection[str],
        pool: ThreadPoolExecutor,
        traveller: Traveller,
        opener: Opener,
    ) -> None:
        self._context = context
        self._by_digest = frozenset(drawing) - finders.every().keys()  # chance goes by the digest of pixels in these
        self._pool = pool
        self._traveller = traveller
        self._opener = opener
        self._losses = losses.Losses([step for level in levels.levels(context.params) for step in level.steps])
        self._tally = Tally(context.params)
        self._found_last: dict[int, Found] = {}  # by the numbers of levels, see `vocabulary.found_last`
        self._found = 0
        self._expected = 0
        self._lost: list[tuple[Item, Leg, int]] = []  # those that are held to be asked why, and where it was

    def run(self) -> Made:
        """See `curate`."""
        gathered = gathering.gathered(self._context)
        for level in gathered:
            window = Window.of(level.level.steps)
            self._expected += sum(self._opener.length(part, window) for part in level.parts)
        everything = gathering.joined(gathered)
        own = everything.level.steps
        found = chain.from_iterable(self._found_by(level, own) for level in gathered)
        items = list(self._after(found, own, everything))
        made = self._write(items)
        self._tally.write(self._context.seen)
        self._losses.tell(self._context, self._found, len(items), self._measured, whole=len(self._lost) < HELD)
        self._context.progress(self._expected, self._expected, "images")
        return made

    def _write(self, items: Sequence[Item]) -> Made:
        groups = {
            **levels.classes(self._context.params, self._context.sources),
            **dict.fromkeys(names_found(self._found_last.values())),
        }
        images = [(item, str(item.photo.digest)) for item in items]
        places, shards = self._context.journeys.settled(digest for _, digest in images)
        with ImageWriter(self._context.result, self._context.seen, groups=groups, shards_of=shards) as writer:
            for item, digest in images:
                writer.refer(
                    digest,
                    places[digest],
                    name=item.name,
                    origin=item.origin,
                    line=item.line,
                    group=item.group,
                    caption=item.caption,
                    time=item.time,
                    film=item.taken,
                )
            writer.rate = self._rate(items)
        made = sum(item.made for item in items)
        return Made(made, len(items) - made)

    def _rate(self, items: Sequence[Item]) -> float | None:
        """The rate of all, where all are frames."""
        rates = {item.rate for item in items}
        if len(rates) > 1 and None not in rates:
            told = ", ".join(f"{rate:g} fps" for rate in sorted(r for r in rates if r))
            self._context.remark(f"These films have different rates ({told}); together they are taken at the highest.")
        return max(rate or 0 for rate in rates) if rates and None not in rates else None

    # Streams ------------------------------------------------------------------------------------------------------

    def _found_by(self, level: Gathered, then: Line) -> Items:
        """A level's items: as they are found for the dataset itself, after its own steps for a group."""
        group = level.level.name or None
        window = Window.of(level.level.steps)
        found = self._items(level.parts, group, window, [s for s in level.level.steps if s.word in ("skip", "until")])
        return found if group is None else self._after(found, level.level.steps, level, then)

    def _items(self, parts: Sequence[Part], group: str | None, window: Window, cuts: Sequence[ir.Step]) -> Items:
        for part in parts:
            before = self._found
            try:
                for item in self._opener.items(part, group, window):
                    self._found += 1
                    self._tally.bring(item.line)
                    self._expected = max(self._expected, self._found)
                    self._context.progress(self._found - 1, self._expected, "images")
                    yield item
                if part.film and cuts and self._found == before and isinstance(part.what, Source):
                    seconds = self._opener.seconds(part)
                    self._losses.empty(self._context.params, part.what.name, seconds, cuts)
            except Unreadable as reason:
                self._break_off(part, self._found - before, str(reason))

    def _break_off(self, part: Part, count: int, reason: str) -> None:
        """A film cannot be read after so many frames, or a file not at all."""
        assert isinstance(part.what, Source), "an artifact was verified"
        if count:
            losses.remark(self._context, FilmBreaksOff(name=part.what.name, frames=count))
            return
        self._found += 1
        self._losses.miss(Missed(part.line, part.origin.index, "", part.what.origin, part.what.name, reason))

    def _miss(self, item: Item, reason: str) -> None:
        self._tally.miss(item.line, (item.origin.index, item.time))
        self._losses.miss(_missed(item, reason))

    def _lose(self, item: Item, step: ir.Step) -> None:
        """An item was left out by a step. What is not there was meant to be, so that somebody wants to know where."""
        self._losses.lose(step)
        if step.values.get("around") in FLEETING:
            self._losses.seek(_missed(item))

    def _hold(self, item: Item, leg: Leg, number: int) -> None:
        """Keep an item that was lost to a comparison, without its pixels: where nothing is left, it is asked why."""
        if len(self._lost) < HELD and conditions.wants_more(leg.acts[number]) is not None:
            item.photo.base.forget()
            self._lost.append((item, leg, number))

    def _measured(self, step: ir.Step) -> Iterator[float]:
        """What the images that were lost to a comparison measured there, where nothing is left."""
        condition: Any = step.values["condition"]
        for item, leg, number in self._lost:
            if leg.acts[number] is step:
                for reached in self._traveller.reached(item, leg, number):
                    yield self._traveller.measure(condition.measure, reached.photo)

    def _after(self, items: Items, line: Line, scope: Gathered, then: Line = ()) -> Items:
        """The items after a level's steps, and those of the dataset itself with their pixels, which are kept.

        `scope` is what the names in lists may mean; `then` are steps that come after these.
        """
        single: list[ir.Step] = []
        for place, step in enumerate(line):
            if _is_single(step):
                single.append(step)
            elif step.word != "from":
                rest = (*line[place + 1 :], *then)
                keep = not any(later.word in steps.SHAPING for later in rest)
                develop = step.word in self._by_digest
                items = self._journeys(items, Leg(tuple(single), develop=develop), keep=keep)
                items = self._counted(items, step, scope)
                single = []
        return self._journeys(items, Leg(tuple(single), develop=not scope.level.number), wanted=True)

    def _journeys(self, items: Items, leg: Leg, *, wanted: bool = False, keep: bool = True) -> Items:
        """The items after their journeys. With `keep`, pixels that they end in are kept; `wanted` ones always are."""
        if not leg.acts and not leg.develop:
            return map(leg.captioned, items)
        travel = partial(self._traveller.travel, leg=leg, wanted=wanted)
        known = partial(self._traveller.known, leg=leg, wanted=wanted)
        passage = self._tally.passage(leg.acts, leg.copies, leg.last)
        arrived = _in_order(
            lambda coming: self._arrived(self._mapped(travel, known, coming), leg, passage, keep), items
        )
        return chain.from_iterable(arrived)

    def _arrived(self, journeys: Iterator[Journey], leg: Leg, passage: Passage, keep: bool) -> Iterator[Sequence[Item]]:
        """What each journey ended with."""
        for ended in journeys:
            arrived = self._traveller.arrived(ended, leg, keep)
            if ended.outcome[0] == LOST:
                self._lose(ended.begun, leg.acts[ended.outcome[1]])
                self._hold(ended.begun, leg, ended.outcome[1])
                passage.lost[ended.outcome[1]] += 1
            elif ended.outcome[0] == UNREADABLE:
                self._miss(ended.begun, ended.outcome[1])
            else:
                passage.arrive(len(arrived))
            yield arrived

    def _mapped(self, work: Callable[[Item], T], known: Callable[[Item], T | None], items: Items) -> Iterator[T]:
        """Work on items on all cores, up to `AHEAD` of them at a time, unless what comes of it is known; in order."""
        waiting: deque[Future[T] | T] = deque()
        sizes = deque([WAITING], maxlen=AHEAD)  # bytes of the last ones, which at first are taken to be large
        for item in items:
            told = known(item)
            if told is None:
                item.photo.base.ready()
                waiting.append(self._pool.submit(work, item))
            elif not waiting:
                yield told
                continue
            else:
                waiting.append(told)
            while len(waiting) >= _ahead(max(sizes)):
                came = _outcome(waiting.popleft())
                sizes.append(came.size if isinstance(came, Journey) else 0)
                yield came
                del came  # or it would stay until the next one comes
        while waiting:
            yield _outcome(waiting.popleft())

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
        self._tally.stay(step, stayed)

    def _whole(self, items: Items, step: ir.Step, scope: Gathered) -> Items:
        values: Any = step.values
        seed = self._context.seed
        match step.word:
            case "keep" | "drop" if values.get("every") is None:
                condition: ir.Condition = values["condition"]
                return selecting.unlike(self._seen(items, condition), condition, keep=step.word == "keep")
            case "keep":
                return selecting.thin(items, values["every"].amount)
            case "rate":
                return selecting.resampled(items, values["rate"])
            case "pick":
                return self._picked(items, step, scope)
            case "caption":
                return captions.captioned(items, self._captions(step, scope))
            case "take":
                return selecting.taken(items, values["count"], seed)
            case "balance":
                return selecting.balanced(items, values["count"], seed, self._context.remark)
            case "shuffle":
                return selecting.shuffled(items, seed)
            case word if word in finders.every():
                return self._grouped(items, finders.every()[word], values, scope)
        raise AssertionError(f"no step is called {step.word}")

    def _seen(self, items: Items, condition: ir.Condition) -> Iterator[Seen]:
        """The items with what a condition on likeness asks of them."""
        look = partial(self._traveller.look, condition=condition)
        known = partial(self._traveller.seen, condition=condition)
        for seen in _in_order(lambda coming: self._mapped(look, known, coming), items):
            if isinstance(seen, Seen):
                yield seen
            else:
                self._miss(seen.item, seen.why)

    def _grouped(self, items: Items, finder: Finder, said: Mapping[str, Any], scope: Gathered) -> Items:
        """The items in the groups that a step finds among them. Those of the dataset itself are in no other groups."""
        described = list(self._described(items))
        if not described:
            return
        sights = [finders.Sight(each.item.film, each.look) for each in described]
        numbers = finder.sort(sights, said, self._context.seed, self._context.remark)
        found = max((number + 1 for number in numbers if number is not None), default=0)
        names = self._named(finder, found, scope)
        for number, each in zip(numbers, described, strict=True):
            yield each.item._replace(group=None if number is None else names[number])

    def _named(self, finder: Finder, count: int, scope: Gathered) -> list[str]:
        """So many groups that were found on a level, by name: see `vocabulary.found_last` for whose place they take."""
        finds = finder.line.finds
        assert finds is not None, "that is what a finder does"
        level = scope.level.number
        before = [(number, found) for number, found in self._found_last.items() if level and number != level]
        self._found_last = dict([*before, (level, (finds, count))])
        return names_found(self._found_last.values())[len(names_found(found for _, found in before)) :]

    def _described(self, items: Items) -> Iterator[Described]:
        for each in _in_order(
            lambda coming: self._mapped(self._traveller.describe, self._traveller.described, coming), items
        ):
            each.item.photo.base.forget()  # all wait for the last one
            if isinstance(each, Described):
                yield each
            else:
                self._miss(each.item, each.why)

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


def _in_order(work: Callable[[Items], Iterator[Told]], items: Items) -> Iterator[Told]:
    """What work tells of each item. Those that were shuffled go through it in the order of their source, since a film
    is read from its beginning; nothing is held for them, and what is told of them is in their own order again.
    """
    for shuffled, run in groupby(items, lambda item: item.shuffled):
        yield from (partial(_unshuffled, work) if shuffled else work)(run)


def _unshuffled(work: Callable[[Items], Iterator[Told]], shuffled: Items) -> Iterator[Told]:
    items = list(shuffled)
    places = sorted(range(len(items)), key=lambda place: items[place].source_order)
    told: dict[int, Told] = {}
    for place, each in zip(places, work(items[place] for place in places), strict=True):
        told[place] = each
        items[place].photo.base.forget()
    return (told[place] for place in range(len(items)))


def _ahead(size: int) -> int:
    """How many items are under way at once, where each may leave so many bytes."""
    return max(CORES, min(AHEAD, WAITING // max(1, size)))


def _outcome(waiting: Future[T] | T) -> T:
    return waiting.result() if isinstance(waiting, Future) else waiting


def _missed(item: Item, reason: str = "") -> Missed:
    return Missed(item.line, item.origin.index, item.origin.then, item.place, item.name, reason)


def _is_single(step: ir.Step) -> bool:
    """Whether a step is done on one image alone."""
    if step.word == "caption":
        return step.values["from_"] is None
    if step.values.get("every") is not None:
        return False
    condition: Any = step.values.get("condition")
    return step.word in steps.ACTS or (condition is not None and "likeness" not in conditions.asks(condition))
