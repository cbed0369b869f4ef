"""Journeys: one image through steps on one image. What became of it is kept, and found again whatever it is called.

A journey depends on the image's recipe and on the steps (a `Leg`), so it is made once. Beneath it, sizes and measures
are facts of the image as it is at that step, and pixels are a fact of what they are made of: where a step changes, what
was found out above it is still known, and only images that come out otherwise are decoded.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate, chain
from typing import Any, NamedTuple, TypeVar

import numpy as np
from PIL import Image

from intaglio.lang import ir
from intaglio.runtime.artifacts import images
from intaglio.runtime.contract import Fault, Journeys
from intaglio.runtime.keys import digests
from intaglio.stdlib.images import conditions, faces, finding, measuring, steps
from intaglio.stdlib.images.decoding import Unreadable
from intaglio.stdlib.images.facts import Facts
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.photo import KeptBase, Photo
from intaglio.stdlib.images.selecting import Seen
from intaglio.stdlib.measures import BY_OPENCV, LOOK, VERSIONS

T = TypeVar("T")
Told = TypeVar("Told")


@dataclass(frozen=True)
class Leg:
    """Steps on one image alone, one after the other, to its pixels where it is `developed`.

    Captions of the script may stand among them, and are given to what arrives: no step sees them.
    """

    steps: tuple[ir.Step, ...]
    develop: bool

    @cached_property
    def acts(self) -> tuple[ir.Step, ...]:
        """All but captions."""
        return tuple(step for step in self.steps if step.word != "caption")

    @cached_property
    def copies(self) -> tuple[int, ...]:
        """How many an image is after each act that does not leave it out."""
        return tuple(accumulate((1 + (step.word == "mirror") for step in self.acts), operator.mul))

    @cached_property
    def last(self) -> int:
        """The place of the last act that may leave images out; -1 where none does."""
        may = [i for i, step in enumerate(self.acts) if steps.may_leave_out(step)]
        return may[-1] if may else -1

    @cached_property
    def caption(self) -> str | None:
        """The last caption."""
        words: list[Any] = [step.values["text"] for step in self.steps if step.word == "caption"]
        return words[-1] if words else None

    def captioned(self, item: Item) -> Item:
        """An item that arrives, with its caption."""
        return item if self.caption is None else item._replace(caption=self.caption)

    @cached_property
    def key(self) -> str:
        """What tells its journeys from those of others."""
        asked = {name for step in self.acts for name in conditions.sought(step)}
        said = [step.model_dump(mode="json") for step in self.acts]
        told = (said, {name: VERSIONS[name] for name in asked}, self.develop)
        return digests.of_value(told if asked.isdisjoint(BY_OPENCV) else (*told, faces.version()))

    @cached_property
    def is_timed(self) -> bool:
        """Whether an item's time matters."""
        return any(step.word in steps.TIMED for step in self.acts)

    @cached_property
    def is_light(self) -> bool:
        """Whether its journeys need no look at any pixel."""
        return not self.develop and not any(map(conditions.sought, self.acts))

    @cached_property
    def is_kept(self) -> bool:
        """Whether its journeys can be: they end in pixels, or leave the image as it was, and are not too light."""
        shapes = any(step.word in steps.SHAPING for step in self.acts)
        return self.develop or not (self.is_light or shapes)

    def of(self, item: Item) -> str:
        """What an item goes by on it."""
        return f"{item.photo.recipe} at {item.time}" if self.is_timed else item.photo.recipe


def _fact(measure: str) -> str:
    return f"{measure} {VERSIONS[measure]}" + (f", {faces.version()}" if measure in BY_OPENCV else "")


LIKENESS, LOOKS = _fact("likeness"), _fact(LOOK)
Outcome = tuple[Any, ...]
LOST, UNREADABLE, STAYS, MADE = "lost", "unreadable", "stays", "made"


@dataclass(frozen=True)
class Unseen:
    """An item that is unreadable, and why."""

    item: Item
    why: str


class Described(NamedTuple):
    """An item, and what it looks like."""

    item: Item
    look: bytes


class Journey(NamedTuple):
    """What became of one item. The outcome is a plain value, and is what is kept:

    lost, to the step of that number; unreadable, and why; stays as it was; or made, each with the digest of its pixels,
    width, height, and what stands after the name. `items` are those that do not end in pixels, `decoded` the pixels
    that were not known.
    """

    begun: Item
    outcome: Outcome
    items: tuple[Item, ...] = ()
    decoded: tuple[Image.Image | None, ...] = ()
    is_known: bool = False

    @property
    def size(self) -> int:
        """Bytes of the pixels that it holds."""
        return sum(3 * image.width * image.height for image in self.decoded if image is not None)


class Traveller:
    """Sends items on journeys, and tells what came of those that were made before. Threads may share one."""

    def __init__(self, journeys: Journeys) -> None:
        self._journeys = journeys
        self._place = journeys.place
        self.facts = Facts(journeys)

    def known(self, item: Item, leg: Leg, wanted: bool) -> Journey | None:
        """What came of a journey, if it is known; and, where they are `wanted`, its pixels are kept."""
        if leg.is_light:
            return self.travel(item, leg, wanted)
        outcome: Outcome | None = None
        if not leg.acts and item.photo.digest is not None:
            outcome = (MADE, (item.photo.digest, *item.photo.size, ""))
        elif leg.is_kept:
            outcome = self.facts.known(leg.key, leg.of(item))
        if outcome is None or (wanted and not self._are_kept(outcome)):
            return None
        return Journey(item, outcome, (), (), True)

    def _are_kept(self, outcome: Outcome) -> bool:
        """Whether the pixels are kept that a journey ended in, if any."""
        if outcome[0] == MADE:
            for made in outcome[1:]:
                if self._place(made[0]) is None:
                    return False
        return True

    def travel(self, item: Item, leg: Leg, wanted: bool) -> Journey:
        """One item on its journey. Raises `Fault` where memory is too short for it: that is no fault of the file's."""
        return guarded(item, lambda: self._travel(item, leg, wanted), lambda why: Journey(item, (UNREADABLE, why)))

    def _travel(self, item: Item, leg: Leg, wanted: bool) -> Journey:
        reached: tuple[Item, ...] = (item,)
        for number, step in enumerate(leg.acts):
            reached = tuple(chain.from_iterable(self._after(step, each) for each in reached))
            if not reached:
                return Journey(item, (LOST, number))
        if not leg.develop:
            return Journey(item, (STAYS,), items=reached)
        developed = [self._developed(each, item, wanted) for each in reached]
        return Journey(item, (MADE, *(made for made, _ in developed)), decoded=tuple(image for _, image in developed))

    def reached(self, item: Item, leg: Leg, number: int) -> tuple[Item, ...]:
        """What an item has become before a step of a leg, to be asked why it was lost there."""
        reached: tuple[Item, ...] = (item,)
        for step in leg.acts[:number]:
            reached = tuple(chain.from_iterable(self._after(step, each) for each in reached))
        return reached

    def _after(self, step: ir.Step, item: Item) -> tuple[Item, ...]:
        condition: Any = step.values.get("condition")
        if step.values.get("around") in finding.FOUND:
            place = self._place_of(step.values["around"], item.photo)
            return () if place is None else tuple(steps.crop_around(item, step.values, place))
        if condition is None:
            return tuple(steps.ACTS[step.word](item, step.values))
        holds = conditions.holds(condition, lambda name: self.measure(name, item.photo))
        return (item,) if holds is (step.word == "keep") else ()

    def _developed(self, item: Item, begun: Item, wanted: bool) -> tuple[Outcome, Image.Image | None]:
        """An item's digest, size and suffix; and its pixels, where they had to be decoded."""
        recipe, then = item.photo.recipe, item.origin.then.removeprefix(begun.origin.then)
        known = self.facts.known("pixels", recipe)
        if known is not None and not (wanted and self._place(known[0]) is None):
            return (*known, then), None
        image = item.photo.image()
        known = (images.digest_of(np.asarray(image)), *image.size)
        self.facts.tell("pixels", recipe, known)
        return (*known, then), image

    def measure(self, name: str, photo: Photo) -> float:
        """See `measuring.measure`. Sizes are known to the photo."""
        if name in ("width", "height"):
            return measuring.measure(name, photo)
        found: float = self.facts.fact(_fact(name), photo.recipe, lambda: measuring.measure(name, photo))
        return found

    def _place_of(self, sought: Any, photo: Photo) -> finding.Place | None:
        """Where in a photo that lies; None where it does not."""
        found = self.facts.fact(_fact(sought), photo.recipe, lambda: finding.FOUND[sought](photo) or ())
        return finding.Place(*found) if found else None

    # Looking -------------------------------------------------------------------------------------------------------

    def look(self, item: Item, condition: ir.Condition) -> Seen | Unseen:
        """Find out what a condition on likeness asks of an item. Raises `Fault` where memory is too short."""
        return guarded(item, lambda: self._look(item, condition), lambda why: self._unseen(item, why))

    def _look(self, item: Item, condition: ir.Condition) -> Seen | Unseen:
        digest = self.facts.fact(LIKENESS, item.photo.recipe, lambda: measuring.perceptual(item.photo).tobytes().hex())
        names = conditions.asks(condition) - {"likeness"}
        measures = {name: self.measure(name, item.photo) for name in names}
        return Seen(item, np.frombuffer(bytes.fromhex(digest), np.uint8), measures)

    def _unseen(self, item: Item, why: str) -> Unseen:
        self.facts.tell(UNREADABLE, item.photo.recipe, why)
        return Unseen(item, why)

    def seen(self, item: Item, condition: ir.Condition) -> Seen | Unseen | None:
        """What a condition on likeness asks of an item, where all of it is known."""
        recipe = item.photo.recipe
        why = self.facts.known(UNREADABLE, recipe)
        if why is not None:
            return Unseen(item, why)
        asked = [LIKENESS, *(_fact(name) for name in conditions.asks(condition) - {"likeness", "width", "height"})]
        return None if any(self.facts.known(fact, recipe) is None for fact in asked) else self._look(item, condition)

    def describe(self, item: Item) -> Described | Unseen:
        """Find out what an item looks like. Raises `Fault` where memory is too short."""
        return guarded(item, lambda: self._describe(item), lambda why: self._unseen(item, why))

    def _describe(self, item: Item) -> Described:
        found = self.facts.fact(LOOKS, item.photo.recipe, lambda: measuring.look(item.photo).hex())
        return Described(item, bytes.fromhex(found))

    def described(self, item: Item) -> Described | Unseen | None:
        """What an item looks like, where that is known."""
        why = self.facts.known(UNREADABLE, item.photo.recipe)
        if why is not None:
            return Unseen(item, why)
        return None if self.facts.known(LOOKS, item.photo.recipe) is None else self._describe(item)

    # Arriving ------------------------------------------------------------------------------------------------------

    def arrived(self, journey: Journey, leg: Leg, keep: bool) -> Sequence[Item]:
        """The items that a journey ended with, their pixels (with `keep`) on the shelf and out of memory.

        Called in the order of the items, by one thread.
        """
        begun, outcome = journey.begun, journey.outcome
        items: Sequence[Item] = ()
        if outcome[0] == MADE:
            decoded = [image is not None for image in journey.decoded] or [False] * len(outcome)
            items = [self._kept(begun, leg, i, decoded[i], *made) for i, made in enumerate(outcome[1:])]
        elif outcome[0] == STAYS:
            items = journey.items or (begun,)
        if not journey.is_known:
            self._settle(journey, leg, keep)
        if outcome[0] == MADE:
            begun.photo.base.forget()
        return items if leg.caption is None else [*map(leg.captioned, items)]

    def _settle(self, journey: Journey, leg: Leg, keep: bool) -> None:
        for made, image in zip(journey.outcome[1:], journey.decoded, strict=False):
            if image is not None and keep:
                self._journeys.keep(made[0], np.asarray(image))
        if leg.is_kept:
            self.facts.tell(leg.key, leg.of(journey.begun), journey.outcome)

    def _kept(
        self, begun: Item, leg: Leg, place: int, decoded: bool, digest: str, width: int, height: int, then: str
    ) -> Item:
        """An item that ended in pixels."""
        fetch, is_kept = partial(self._fetched, digest, begun, leg, place), partial(self._is_kept, digest)
        photo = Photo(KeptBase(digest, (width, height), fetch, begun.photo.base, is_kept))
        item = begun.showing(photo, made=begun.made or decoded)
        return item._replace(**steps.called(begun, then)) if then else item

    def _is_kept(self, digest: str) -> bool:
        return self._place(digest) is not None

    def _fetched(self, digest: str, begun: Item, leg: Leg, place: int) -> Image.Image:
        """Pixels from the shelf; where they are not there, the journey is made again for them."""
        pixels = self._journeys.pixels(digest)
        if pixels is not None:
            return Image.fromarray(pixels)
        image = self._travel(begun, leg, wanted=True).decoded[place]
        return self._fetched(digest, begun, leg, place) if image is None else image  # somebody has kept them meanwhile


def guarded(item: Item, work: Callable[[], T], unreadable: Callable[[str], Told]) -> T | Told:
    """Work on an item, or what is to be said of one that is unreadable. Raises `Fault` where memory is too short."""
    try:
        return work()
    except Unreadable as reason:
        return unreadable(str(reason))
    except MemoryError as error:
        told = f"There was not enough memory to open {item.name}."
        raise Fault(told, "make the largest photographs smaller, or end other programs") from error
