"""Measuring: a `measure` stage's run, from its inputs to a table in its result folder.

Images are taken a few at a time, so that a long film needs no more memory than a short one. What was found of a pair is
kept from run to run: a film that gains a scene is measured where it is new.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.contract import Context, Fault, Given, Made
from intaglio.stdlib import instruments, models, sorts
from intaglio.stdlib.images import abreast
from intaglio.stdlib.instruments import pairs, tables, yardsticks
from intaglio.stdlib.instruments.tables import Reading
from intaglio.stdlib.parcels import CHUNK

if TYPE_CHECKING:
    from intaglio.runtime.artifacts.images import Pixels

OTHERS = ("distance", "coverage", "copying", *instruments.BESIDE)  # which are nothing without others
OF_EACH = (*instruments.PAIRED, *instruments.BESIDE, "motion", "sharpness")


class Row(Sequence["Pixels"]):
    """The images of several sets, one set after the other."""

    def __init__(self, sets: Sequence[ImageSet]) -> None:
        self._places = [(each, index) for each in sets for index in range(len(each))]
        self.sizes = tuple(itertools.chain.from_iterable(each.sizes for each in sets))

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: int) -> Pixels:  # type: ignore[override]  # a slice of images is not one array
        images, place = self._places[index]
        return images[place]


UNLIKE = "Images are compared pixel by pixel, and these are not as large as those that they stand against."


@dataclass(frozen=True)
class Subject:
    """What is measured: images, with a model to draw them again or others to stand beside them, or with neither."""

    labels: Mapping[str, object]
    images: ImageSet
    model: Given | None
    others: tuple[ImageSet, ...]

    @cached_property
    def other(self) -> Row:
        """The images to compare with."""
        return Row(self.others)

    @property
    def numbers(self) -> int | None:
        """How many numbers the model keeps of an image; None where it keeps none, and of no model."""
        return None if self.model is None else models.facts_of(self.model.artifact).get("latent")


def measured(context: Context[Any]) -> Made:
    """Measure, and write the table. Raises `Fault` where something to compare with is missing, or does not fit."""
    asked = [name for name, wanted in context.params.model_dump().items() if wanted is True]
    subjects = list(_subjects(context))
    for subject in subjects:
        _check(subject, asked)
    total, done, kept = sum(len(subject.images) for subject in subjects), 0, 0

    def beat(count: int = 0) -> None:
        nonlocal done
        done += count
        context.progress(done, total, "images")

    readings = []
    for subject in subjects:
        reading = Reading(subject.labels, len(subject.images), subject.images.times)
        kept += _each(context, subject, asked, reading, beat)
        _whole(context, subject, asked, reading)
        readings.append(reading)
    tables.write(readings, context.result)
    return Made(total - kept, kept)


# What is measured -------------------------------------------------------------------------------------------------


def _subjects(context: Context[Any]) -> Iterator[Subject]:
    """Every cell of every input with every model, where what they vary in agrees; in the order of the script."""
    others = context.beside.get("against", ())
    several = len(abreast.inputs(context.sources)) > 1
    for place, numbers in enumerate(abreast.inputs(context.sources), 1):
        for given in (context.sources[number] for number in numbers):
            for word, model in _models(context.models, given):
                labels = {**({"from": place} if several else {}), **word, **(model.cell if model else {}), **given.cell}
                fitting = [ImageSet(other.artifact, other.part) for other in others if _agree(other, labels)]
                yield Subject(labels, ImageSet(given.artifact, given.part), model, tuple(fitting))


def _models(models: Sequence[Given], source: Given) -> Iterator[tuple[dict[str, object], Given | None]]:
    if not models:
        yield {}, None
    several = len(abreast.inputs(models)) > 1
    for place, numbers in enumerate(abreast.inputs(models), 1):
        for number in numbers:
            if _agree(models[number], source.cell):
                yield {"with": place} if several else {}, models[number]


def _agree(given: Given, labels: Mapping[str, object]) -> bool:
    return all(labels.get(word, value) == value for word, value in given.cell.items())


def _check(subject: Subject, asked: Sequence[str]) -> None:
    if not asked:
        raise Fault("There is nothing to measure: each measure is a line of its own.", "sharpness")
    if not len(subject.images):
        raise Fault("There are no images to measure.")
    for name in asked:
        if name in OTHERS and not subject.other:
            raise Fault(f"`{name}` compares these images with others, and nothing says with which.", "against from …")
        if name in instruments.PAIRED and subject.model is None and not subject.other:
            raise Fault(f"`{name}` compares each image with another: what a model makes of it, or one of another set.")
    _check_beside(subject, asked)
    if not any(name in instruments.PAIRED for name in asked):
        return
    if subject.model is not None:
        _check_model(models.facts_of(subject.model.artifact), *subject.images.size)
    elif len(subject.other) != len(subject.images):
        here, there = len(subject.images), len(subject.other)
        raise Fault(f"Each image is compared with one of the others, and there are {here:,} here and {there:,} there.")
    elif subject.images.sizes != subject.other.sizes:
        raise Fault(UNLIKE)


def _check_beside(subject: Subject, asked: Sequence[str]) -> None:
    """Raises `Fault` where what stands beside a model cannot be found."""
    if not any(name in instruments.BESIDE for name in asked):
        return
    if "components" in asked and not subject.numbers:
        raise Fault("`components` is of as many numbers as a model keeps of an image, and there is no such model here.")
    if len({*subject.images.sizes, *subject.other.sizes}) > 1:
        raise Fault(UNLIKE)


def _check_model(facts: Mapping[str, Any], height: int, width: int) -> None:
    if sorts.of(facts["model"]).redraw is None:
        raise Fault(
            f"Images are compared with what a model makes of them, and a {facts['model']} keeps nothing of an image.",
            "model autoencoder",
        )
    if (facts["height"], facts["width"]) != (height, width):
        raise Fault(
            f"These images are {width} px by {height} px, and the model learnt from images of {facts['width']} px by"
            f" {facts['height']} px.",
            f"resize {facts['width']} px by {facts['height']} px",
        )


# Image by image ---------------------------------------------------------------------------------------------------


def _each(context: Context[Any], subject: Subject, asked: Sequence[str], reading: Reading, beat: Any) -> int:
    """Measure every image, alone and in its pair. How many pairs were known from before."""
    names = [name for name in asked if name in OF_EACH]
    reading.each.update((name, []) for name in names)
    paired = Paired(context, subject, beat) if any(name in instruments.PAIRED for name in names) else None
    alone = {name: _alone(name, subject) for name in names if name not in instruments.PAIRED}
    for start in range(0, len(subject.images) if names else 0, CHUNK):
        numbers = range(start, min(start + CHUNK, len(subject.images)))
        found = paired.of(numbers) if paired else itertools.repeat({})
        for number, values in zip(numbers, found, strict=False):
            for name in names:
                reading.each[name].append(alone[name](number) if name in alone else values[name])
            beat(1)
    return paired.known if paired else 0


def _alone(name: str, subject: Subject) -> Callable[[int], float | None]:
    """What takes a measure of the image of a number, which no image of its place stands beside."""
    images = subject.images
    match name:
        case "sharpness":
            return lambda number: pairs.sharpness(images[number])
        case "motion":
            return lambda number: _motion(images, number)
        case "nearest":
            nearest = yardsticks.Nearest(subject.other)
            return lambda number: nearest.psnr(images[number])
        case _:
            assert subject.numbers is not None, "it was checked"
            components = yardsticks.Components(subject.other, subject.numbers)
            return lambda number: components.psnr(images[number])


def _motion(images: ImageSet, number: int) -> float | None:
    """How much changed since the image before; None of the first, and where the size changed."""
    if number == 0 or images[number - 1].shape != images[number].shape:
        return None
    return pairs.error(images[number], images[number - 1])


class Paired:
    """Finds what pairs come to, and remembers it by what they hold."""

    def __init__(self, context: Context[Any], subject: Subject, beat: Any) -> None:
        self._context, self._subject, self._beat = context, subject, beat
        self._fact = "pair" if subject.model is None else f"pair {subject.model.artifact.digest}"
        self._told = context.journeys.told(self._fact)
        self._items = list(_items(subject))
        self.known = 0

    def of(self, numbers: Sequence[int]) -> list[dict[str, float]]:
        """`instruments.PAIRED` of some images, in order."""
        lacking = [number for number in numbers if self._items[number] not in self._told]
        self.known += len(numbers) - len(lacking)
        images = [self._subject.images[number] for number in lacking]
        found = instruments.of_pairs(images, self._others(lacking, images))
        fresh = [list(values) for values in zip(*(found[name] for name in instruments.PAIRED), strict=True)]
        for number, values in zip(lacking, fresh, strict=True):
            self._context.journeys.tell(self._fact, self._items[number], values)
        new = dict(zip(lacking, fresh, strict=True))
        taken = (new[number] if number in new else self._told[self._items[number]] for number in numbers)
        return [dict(zip(instruments.PAIRED, values, strict=True)) for values in taken]

    def _others(self, numbers: Sequence[int], images: Sequence[Pixels]) -> Iterator[Pixels]:
        if self._subject.model is None:
            return (self._subject.other[number] for number in numbers)
        from intaglio.stdlib.nn import chunks

        return chunks.redraw(self._network, ((image, 0.0) for image in images), self._beat)

    @cached_property
    def _network(self) -> Any:
        from intaglio.stdlib.nn import weights
        from intaglio.stdlib.nn.drawers import looking

        assert self._subject.model is not None
        network, facts = weights.network_of(self._subject.model.artifact)
        redraw = sorts.of(facts["model"]).redraw
        assert redraw is not None, "it was checked"
        return looking(redraw(network))


def _items(subject: Subject) -> Iterator[str]:
    """What each pair holds, as a name: with a model, its image."""
    if subject.model is not None:
        return iter(subject.images.digests)
    others = itertools.chain.from_iterable(each.digests for each in subject.others)
    return (f"{own} {other}" for own, other in zip(subject.images.digests, others, strict=True))


# The whole --------------------------------------------------------------------------------------------------------


def _whole(context: Context[Any], subject: Subject, asked: Sequence[str], reading: Reading) -> None:
    """What is said of all images: means, how error goes with motion, and how the set stands to the others."""
    reading.whole.update((name, instruments.mean(numbers)) for name, numbers in reading.each.items())
    if {"error", "motion"} <= reading.each.keys():
        reading.whole["error-with-motion"] = pairs.correlation(reading.each["error"], reading.each["motion"])
    of_sets = [name for name in asked if name in instruments.OF_SETS]
    if not of_sets:
        return
    reference = subject.other
    first = (reference or subject.images)[0]
    size = instruments.common_size(first.shape[:2])
    x = instruments.traits_of(subject.images, size, context.seed)
    if reference:
        reading.whole.update(
            instruments.compared(x, instruments.traits_of(reference, size, context.seed), context.seed, of_sets)
        )
    else:
        reading.whole["diversity"] = instruments.spread(x)
