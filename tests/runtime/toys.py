"""Small kinds that make numbers, so that planning and scheduling can be tried without pictures."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, NoReturn

from intaglio.lang import ir
from intaglio.lang.vocabulary import Number, Stages
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import (
    Cancelled,
    Context,
    Course,
    Fault,
    Given,
    Items,
    Line,
    Made,
    Params,
    setting,
    stage,
)


class Count(Params):
    value: Annotated[int, Number(0, 100, whole=True)] = setting(1)
    watch: Annotated[int, Number(0, 100, whole=True)] = setting(0, keyed=False)
    mood: str = setting("calm")
    file: str | None = setting(None, keyed=False)


class Nothing(Params):
    pass


def _number(given: Given) -> int:
    return int(given.artifact.result["number"].read_text())


def _slowly(leave: Callable[[int], NoReturn], code: int) -> NoReturn:
    time.sleep(0.5)
    leave(code)


@stage(
    "count",
    version=1,
    params=Count,
    makes="images",
    reads=lambda params, files: {"file": files.listed(params.file)} if params.file else {},
)
def count(context: Context[Count]) -> Made:
    """Write `value`, plus the size of a file, after whatever the mood demands."""
    mood = context.params.mood
    if mood == "failing":
        raise Fault("It does not want to.", "mood calm")
    if mood == "dying":
        os.kill(os.getpid(), signal.SIGKILL)
    if mood == "starving":
        raise MemoryError
    if mood == "burning":
        os._exit = partial(_slowly, os._exit)  # a driver takes its time to let go
        raise RuntimeError("CUDA error: unspecified launch failure")
    if mood == "broken":
        raise ZeroDivisionError("a mistake of ours")
    if mood == "filling":
        raise RuntimeError("I/O error: No space left on device (os error 28)")
    if mood == "chatty":
        print("a library that prints")
        context.remark("I have something to say.", code="G404", hint="listen")
    for step in range(2000 if mood == "slow" else 2):
        context.progress(step + 1, 2000, "steps")
        if mood == "deaf":
            time.sleep(30)
        time.sleep(0.01 if mood == "slow" else 0)
    size = sum(len(context.read(source)) for source in context.files.get("file", ()))
    (context.result / "number").write_text(str(context.params.value + size))
    (context.seen / "log").write_text(str(time.time()))
    return Made(1, unit="numbers")


@stage("halve", version=1, params=Nothing, makes="images", sources=("images",))
def halve(context: Context[Nothing]) -> Made:
    """Half, rounded down, so that different inputs may come out the same."""
    (context.result / "number").write_text(str(_number(context.sources[0]) // 2))
    return Made(1, unit="numbers")


@stage("pair", version=1, params=Count, makes="images", sources=("images",), together=True, draws=True)
def pair(contexts: Sequence[Context[Count]]) -> list[Made]:
    """Inputs and value side by side, many cells at once."""
    for context in contexts:
        numbers = [*map(_number, context.sources), context.params.value, context.seed]
        (context.result / "number").write_text("".join(map(str, numbers)))
    return [Made(1, unit="numbers") for _ in contexts]


@stage("gather", version=1, params=Nothing, makes="sheet", sources=("images",), gathers=True)
def gather(context: Context[Nothing]) -> Made:
    """All cells with their places."""
    lines = [f"{dict(given.cell)} {_number(given)}" for given in context.sources]
    (context.result / "number").write_text("\n".join(lines))
    return Made(len(lines), unit="numbers")


class Grow(Params):
    steps: Annotated[int, Number(1, 10_000, whole=True)] = setting(4)
    rate: Annotated[int, Number(0, 100, whole=True)] = setting(1)
    pause: Annotated[float, Number(0, 1)] = setting(0.0, keyed=False)
    motto: Annotated[int, Number(0, 100, whole=True)] = setting(0, keyed=False)  # to be seen beside it


def _unseen(params: Grow, artifact: Artifact) -> dict[str, int]:
    was = int(artifact.seen["motto"].read_text())
    return {} if was == params.motto else {"motto": was}


def _look(context: Context[Grow]) -> Made:
    (context.seen / "motto").write_text(str(context.params.motto))
    return Made(1, unit="mottos")


def _course(params: Grow) -> Course[Grow]:
    return Course(params.model_copy(update={"steps": 1}), params.steps, "steps")


@stage("grow", version=1, params=Grow, makes="model", course=_course, unseen=_unseen, look=_look, compute=True)
def grow(context: Context[Grow]) -> Made:
    """Add `rate` at every step, from where it was kept."""
    params = context.params
    begun = next((s for s in reversed(context.segments) if s.step <= params.steps and context.is_sound(s)), None)
    done = begun.step if begun else 0
    number = int(begun.files["number"].read_text()) if begun else 0
    first = done

    def keep() -> None:
        context.keep(done, "toy", lambda folder: (folder / "number").write_text(str(number)) and None, epoch=1.0)

    try:
        while done < params.steps:
            number, done = number + params.rate, done + 1
            time.sleep(params.pause)
            context.progress(done, params.steps, "steps")
    except Cancelled:
        keep()
        raise
    keep()
    (context.result / "number").write_text(str(number))
    _look(context)
    return Made(params.steps - first, first, "steps")


@stage("look", version=1, params=Count, makes="images", models=("model",), models_required=True, compute=True)
def look(context: Context[Count]) -> Made:
    """What a model came to, and more."""
    (context.result / "number").write_text(str(_number(context.models[0]) + context.params.value))
    return Made(1, unit="numbers")


@stage(
    "sign",
    version=1,
    params=Nothing,
    makes="sheet",
    sources=("images",),
    shows=lambda params, sources: [given.stage for given in sources],
)
def sign(context: Context[Nothing]) -> Made:
    """The name of its input, and its number."""
    (given,) = context.sources
    (context.result / "number").write_text(f"{given.stage} {_number(given)}")
    return Made(1, unit="numbers")


class March(Params):
    length: Annotated[int, Number(1, 1000, "steps", whole=True)] = setting(1)
    unsure: bool = setting(False)


@stage(
    "march",
    version=1,
    params=March,
    makes="images",
    course=lambda params: Course(March(), params.length, "steps"),
)
def march(context: Context[March]) -> Made:
    """Tell of the last step; where it is unsure, first of half as many and of twice as many."""
    length = context.params.length
    for total in (length // 2, 2 * length) if context.params.unsure else ():
        context.progress(total, total, "steps")
    context.progress(length, length, "steps")
    (context.result / "number").write_text(str(length))
    return Made(length, unit="steps")


class Dots(Params):
    count: Annotated[int, Number(1, 1000, whole=True)] = setting(4)
    shade: Annotated[int, Number(0, 255, whole=True)] = setting(0)
    poison: Annotated[int, Number(-1, 1_000_000, whole=True)] = setting(-1, keyed=False)


def _dots(params: Dots, sources: Sequence[Given], models: Sequence[Given]) -> Items[Dots]:
    return Items(params.model_copy(update={"count": 1}), range(params.count))


@stage("dots", version=1, params=Dots, makes="images", items=_dots, together=True)
def dots(contexts: Sequence[Context[Dots]]) -> list[Made]:
    """Pictures of one pixel, of which one may be poisonous."""
    import numpy as np

    from intaglio.runtime.artifacts.images import ImageWriter

    counts = []
    for context in contexts:
        made = 0
        with ImageWriter(context.result, context.seen) as writer:
            for number in range(context.params.count):
                pixels = context.items.found(number)
                if pixels is None:
                    if number == context.params.poison:
                        raise Fault("This one is poisonous.")
                    pixels = np.full((1, 1, 3), (context.params.shade, number, 0), np.uint8)
                    context.items.keep(number, pixels)
                    made += 1
                writer.add(pixels)
                context.progress(number + 1, context.params.count, "images")
        counts.append(Made(made, context.params.count - made))
    return counts


class Ballast(Line):
    from_: tuple[Annotated[ir.Input, Stages(("images",))], ...] = setting(doc="What else is weighed.")


class Weigh(Params):
    ballast: Ballast | None = setting(None)
    against: Ballast | None = setting(None)


def _weighed(context: Context[Weigh]) -> str:
    told = {key: [_number(given) for given in context.beside[key]] for key in sorted(context.beside)}
    return f"{[_number(given) for given in context.sources]} {told}"


@stage("weigh", version=1, params=Weigh, makes="images", sources=("images",))
def weigh(context: Context[Weigh]) -> Made:
    """Its input, and what its settings name besides."""
    (context.result / "number").write_text(_weighed(context))
    return Made(1, unit="numbers")


@stage("weigh-all", version=1, params=Weigh, makes="images", sources=("images",), gathers=True)
def weigh_all(context: Context[Weigh]) -> Made:
    """The same of all cells."""
    (context.result / "number").write_text(_weighed(context))
    return Made(1, unit="numbers")


KINDS = {kind.name: kind for kind in (count, halve, pair, gather, grow, look, sign, march, dots, weigh, weigh_all)}
