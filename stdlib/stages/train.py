"""train: teach a model from images.

`train NAME from IMAGES` makes a model. What sort is said by `model`:

- `autoencoder` learns to pass every image through a narrow place and draw it again. `rebuild` shows what it kept.
- `gan` is two networks in a contest: one draws, the other tells drawings from the images. Quick, vivid, restless.
- `diffusion` learns to take noise away, a little at a time. Slower to learn and to draw, and steady.

How long is said by `epochs` (times through all images) or `steps` (batches), not both. All other settings have
defaults that suit the size of the images and small sets made by hand, from about ten images up. Images must be of one
size, with sides that are multiples of 8, from 16 to 256 pixels: `resize 64 px` beneath the dataset sees to it.

The same images in another order, or under other names, are the same training. So is one with another `preview`.

    gen 1

    dataset fruit from ./photos/
      crop square, centre
      resize 32 px

    train dreamer from fruit
      model autoencoder
      steps 20
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from intaglio.lang import ir
from intaglio.lang.vocabulary import Every, Name, Number, Size
from intaglio.runtime.contract import Cancelled, Context, Fault, Line, Made, Params, Trajectory, setting, stage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from intaglio.stdlib.nn.course import Course, Step
    from intaglio.stdlib.nn.training import Training

Operation = Literal["flip", "shift", "colour", "rotate", "zoom", "cutout", "none"]


class Preview(Line):
    """How many pictures to draw, and how often, while training."""

    count: Annotated[int, Number(1, 256, "images", whole=True)] = setting(doc="How many pictures.")
    every: Annotated[ir.Every, Every(("epochs", "steps"))] = setting(doc="How often.")


class Watch(Line):
    """A measure to take, and how often, while training."""

    measure: Annotated[str, Name()] = setting(doc="What to measure.")
    every: Annotated[ir.Every, Every(("epochs", "steps"))] = setting(doc="How often.")


class Train(Params):
    """What may stand beneath `train`."""

    alone: ClassVar[tuple[tuple[str, ...], ...]] = (("epochs", "steps"),)

    model: Literal["autoencoder", "gan", "diffusion", "vae-gan", "translate", "enhance", "players"] = setting(
        doc="What sort of model.", later=("vae-gan", "translate", "enhance", "players")
    )
    latent: Annotated[int, Number(2, 8192, whole=True)] | None = setting(
        None, "How many numbers stand behind a picture. Fewer are broader strokes. Left out: as suits the model."
    )
    epochs: Annotated[int, Number(1, 1_000_000, "epochs", whole=True)] | None = setting(
        None, "How many times every image is seen."
    )
    steps: Annotated[int, Number(1, 100_000_000, "steps", whole=True)] | None = setting(
        None, "How many batches are seen."
    )
    batch: Annotated[int, Number(1, 4096, "images", whole=True)] | None = setting(
        None, "How many images are seen at once. Left out: it suits both."
    )
    rate: Annotated[float, Number(1e-7, 1)] | None = setting(
        None, "How far one step moves. Small is slow and steady. Left out: it suits the model."
    )
    augment: tuple[Operation, ...] | None = setting(
        None,
        "Changes made to images as they are seen, so that few do for many. Left out: a gan uses colour, shift and"
        " cutout as far as it needs them, others none.",
        aliases={"color": "colour"},
    )
    condition: Literal["group"] | None = setting(
        None, "Learn each group of the dataset as a kind of its own.", later=True
    )
    schedule: Literal["flow", "cosine", "linear"] = setting("flow", "How diffusion goes from picture to noise.")
    average: Annotated[float, Number(0, 0.999999)] | None = setting(
        None,
        "How much of the average of the weights each step keeps; 0 averages nothing. Left out: a half-life in images.",
    )
    loss: Literal["pixels", "features"] = setting("pixels", "What an autoencoder must get right.")
    decay: Literal["none", "cosine", "linear"] = setting("none", "How the rate falls towards the end.")
    warm_up: Annotated[int, Number(0, 1_000_000, "steps", whole=True)] = setting(
        0, "Steps over which the rate rises from nothing."
    )
    seam: bool = setting(
        False,
        "Go on from what another machine, or another version of torch, has kept of this training, though its last bits"
        " differ from what this one would have made.",
    )
    freeze: tuple[Annotated[str, Name()], ...] | None = setting(
        None, "Layers that stay as they were.", sweeps=False, later=True
    )
    stop_at: Annotated[float, Number(0, 1, "share")] | None = setting(None, "Stop this far along.", later=True)
    pairing: Literal["same-name", "same-place", "none"] | None = setting(
        None, "How two sets belong together.", later=True
    )
    size: Annotated[tuple[int, ...], Size(8, 1024)] | None = setting(
        None, "The size to draw at, for models that learn from no images.", later=True
    )
    preview: Preview | None = setting(None, "Pictures drawn on the way. Watching changes nothing.", keyed=False)
    watch: Watch | None = setting(
        None, "A measure taken on the way. Watching changes nothing.", keyed=False, later=True
    )


# What the settings come to -----------------------------------------------------------------------------------------

ONLY_FOR = {"latent": ("gan", "autoencoder"), "schedule": ("diffusion",), "loss": ("autoencoder",)}
STEPS = {"gan": 2000, "autoencoder": 1000, "diffusion": 3000}
RATES = {"gan": 1e-3, "autoencoder": 1e-3, "diffusion": 2e-3}
HALF_LIFE = 2000  # images after which the average has forgotten half
LOSSES = "losses.csv"
LOOK = 10  # steps between looks at the losses
KEEP = 5.0  # seconds between what is kept on the way, at least
SHARE = 0.02  # of the time, at most, that keeping may take


def _remark_what_says_nothing(context: Context[Train]) -> None:
    for name, models in ONLY_FOR.items():
        default = Train.model_fields[name].default
        if context.params.model not in models and getattr(context.params, name) != default:
            context.remark(
                f"`{name}` says nothing to `model {context.params.model}`; it is for {' and '.join(models)}."
            )


def _batch(params: Train, side: int) -> int:
    return params.batch or {"gan": 16 if side > 32 else 32, "autoencoder": 16, "diffusion": 8}[params.model]


def trajectory(params: Train) -> Trajectory[Train]:
    """All that a step depends on: the settings without their length, unless the rate falls towards the end."""
    course = params.model_copy(update={"seam": False})
    if params.decay == "none":
        course = course.model_copy(update={"epochs": None, "steps": None})
    if params.epochs is not None:
        return Trajectory(course, params.epochs, "epochs")
    return Trajectory(course, params.steps or STEPS.get(params.model, 1), "steps")


def cut(said: Mapping[str, Any], step: int) -> Mapping[str, Any]:
    """What a script says of a training, as it would of one that ends after `step` steps."""
    return {**{word: value for word, value in said.items() if word not in ("epochs", "preview")}, "steps": step}


def _steps(params: Train, batch: int, images: int) -> int:
    course = trajectory(params)
    return max(1, -(-course.length * images // batch)) if course.unit == "epochs" else course.length


def _operations(params: Train) -> tuple[str, ...] | None:
    return None if params.augment is None else tuple(name for name in params.augment if name != "none")


# Reading the images ------------------------------------------------------------------------------------------------


def _images(context: Context[Train]) -> tuple[NDArray[Any], list[str]]:
    """All images as one N×H×W×3, and their digests. Raises `Fault` where they cannot be learnt from together."""
    import numpy as np

    from intaglio.runtime.images import ImageSet

    sets = [ImageSet(given.artifact, given.part) for given in context.sources]
    filled = [images.uniform() for images in sets if len(images)]
    if not filled:
        raise Fault("There are no images to learn from.", "from ./photos/")
    sizes = sorted({f"{images.shape[2]} px by {images.shape[1]} px" for images in filled})
    if len(sizes) > 1:
        raise Fault(f"These images are of different sizes: {', '.join(sizes)}.", "crop square, centre")
    height, width = filled[0].shape[1:3]
    _check_size(height, width)
    return np.concatenate(filled), [digest for images in sets for digest in images.digests]


def _check_size(height: int, width: int) -> None:
    if height % 8 or width % 8 or not (8 <= min(height, width) and max(height, width) <= 512):
        fit = [min(512, max(8, (side + 4) // 8 * 8)) for side in (width, height)]
        raise Fault(
            f"These images are {width} px by {height} px. A model learns from sides that are multiples of 8,"
            " from 8 px to 512 px.",
            f"resize {fit[0]} px by {fit[1]} px",
        )


# Training ----------------------------------------------------------------------------------------------------------


@stage(
    "train",
    version=1,
    makes="model",
    params=Train,
    sources=("images",),
    models=("model",),
    sources_required=True,
    many_sources=True,
    unordered=True,
    draws=True,
    trajectory=trajectory,
    cut=cut,
    compute=True,
)
def train(context: Context[Train]) -> Made:
    """Train a model and write it, with a curve of its losses and its previews beside it."""
    _remark_what_says_nothing(context)
    images, digests = _images(context)

    from intaglio.stdlib.nn import batches, training
    from intaglio.stdlib.nn.course import Course, half_life

    params = context.params
    batch = _batch(params, max(images.shape[1:3]))
    course = Course(
        steps=_steps(params, batch, len(images)),
        batch=batch,
        rate=params.rate or RATES[params.model],
        average=half_life(HALF_LIFE, batch) if params.average is None else params.average,
        seed=context.seed,
        warm_up=params.warm_up,
        decay=params.decay,
    )
    lesson = training.Lesson(
        model=params.model,
        pictures=batches.pictures(images, digests),
        course=course,
        latent=params.latent or (64 if params.model == "gan" else 128),
        operations=_operations(params),
        schedule=params.schedule,
        features=params.loss == "features",
    )
    begun = training.Training(lesson)
    if context.models:
        begun.start_from(context.models[0].artifact)
    follower = Follower(begun, context, course, len(images) / batch)
    follower.follow()
    begun.save(context.result)
    return Made(course.steps - follower.began, follower.began, unit="steps")


class Follower:
    """Goes through a training's steps from where it was kept, and tells and keeps how far it is."""

    def __init__(self, begun: Training, context: Context[Train], course: Course, epoch: float) -> None:
        self._begun = begun
        self._context = context
        self._course = course
        self._epoch = epoch  # steps in one
        self._arithmetic, self.began = self._restored()
        self._curve = Curve(context.seen / LOSSES, begun.losses, course.rate, self._last_kept)
        self._kept = self.began
        self._pace = Pace()

    def follow(self) -> None:
        """Go to the end. Asked to stop, keeps what was reached."""
        started = time.monotonic()
        done = self.began
        try:
            for step in self._begun.loop(self.began):
                done = step.done
                self._curve.add(step, last=done == self._course.steps)
                facts: dict[str, float | str] = {"rate": (done - self.began) / max(1e-9, time.monotonic() - started)}
                if self._curve.loss is not None:
                    facts["loss"] = self._curve.loss
                shown = self._preview(done, facts)
                if shown or (self._curve.is_whole and self._pace.is_due()):
                    self._keep(done, marked=shown)
                self._context.progress(done, self._course.steps, "steps", **facts)
        except Cancelled:
            self._keep(done)
            raise
        self._keep(done, marked=True)

    def _restored(self) -> tuple[str, int]:
        """The arithmetic that this training is made by, and the step from which it goes on."""
        from intaglio.stdlib.nn import machine

        own, kept = machine.fingerprint(), [s for s in self._context.segments if s.step <= self._course.steps]
        alike = [s for s in kept if s.fingerprint == own or self._context.params.seam]
        for segment in reversed(alike):
            if self._context.is_sound(segment):
                self._begun.restore(segment.files)
                shutil.copyfile(segment.files[LOSSES], self._context.seen / LOSSES)
                return own if segment.fingerprint == own else f"{own}, after {segment.fingerprint}", segment.step
        if kept and not alike:
            self._context.remark(
                f"{kept[-1].step} steps of this training are kept, made by other arithmetic ({kept[-1].fingerprint};"
                f" here it is {own}). Their last bits would differ, so it began anew; what was kept stays.",
                hint="seam",
            )
        return own, 0

    def _preview(self, done: int, facts: dict[str, float | str]) -> bool:
        """Draw the preview that is due after this step. Whether one was."""
        due = _preview_due(self._context.params.preview, done, self._epoch)
        if due is not None:
            facts["preview"] = _write_preview(self._begun, self._context, due)
        return due is not None

    def _keep(self, done: int, *, marked: bool = False) -> None:
        """Keep the training as it is, with the curve of its losses until here."""
        if done == self._kept:
            return
        self._curve.look()

        def write(folder: Path) -> None:
            self._begun.keep(folder)
            shutil.copyfile(self._context.seen / LOSSES, folder / LOSSES)

        with self._pace.timed():
            self._context.keep(done, self._arithmetic, write, epoch=self._epoch, marked=marked)
        self._kept = done

    def _last_kept(self) -> int:
        return self._kept


class Pace:
    """When it is time to keep something on the way: now and then, and never for more than a share of the time."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._cost = 0.0

    def is_due(self) -> bool:
        """Whether it is."""
        return time.monotonic() - self._last > max(KEEP, self._cost / SHARE)

    @contextmanager
    def timed(self) -> Iterator[None]:
        """What is done inside is keeping."""
        began = time.monotonic()
        yield
        self._last = time.monotonic()
        self._cost = self._last - began


class Curve:
    """The losses of a training, on disk. Looked at every `LOOK` steps, since looking waits for the machine.

    One that begins where another was kept finds the losses until there in its file.
    """

    def __init__(self, path: Path, names: Sequence[str], rate: float, kept: Callable[[], int]) -> None:
        self.loss: float | None = None
        """The last one that was looked at."""
        self._path = path
        self._rate = rate
        self._kept = kept
        self._waiting: list[Step] = []
        if not path.exists():
            self._path.write_text(",".join(("step", *names)) + "\n")

    @property
    def is_whole(self) -> bool:
        """Whether all losses were looked at."""
        return not self._waiting

    def add(self, step: Step, *, last: bool) -> None:
        """Take in a step. Raises `Fault` at the first loss that is no number: at once where looking costs nothing."""
        self._waiting.append(step)
        if last or step.done % LOOK == 0 or (step.losses.is_cpu and not step.losses.isfinite().all()):
            self.look()

    def look(self) -> None:
        """Look at what was not looked at yet. Raises `Fault` as `add` does."""
        import torch

        if not self._waiting:
            return
        losses = torch.stack([step.losses for step in self._waiting]).tolist()  # (LOOK, L)
        for step, values in zip(self._waiting, losses, strict=True):
            if not all(abs(value) < float("inf") for value in values):
                raise self._fault(step.done)
        with self._path.open("a") as file:
            means = [sum(column) / len(losses) for column in zip(*losses, strict=True)]
            file.write(",".join([str(self._waiting[-1].done), *(f"{value:.6g}" for value in means)]) + "\n")
        self.loss = means[0]
        self._waiting.clear()

    def _fault(self, step: int) -> Fault:
        kept = self._kept()
        told = f" What it was after {kept} steps is kept: `steps {kept}` takes it as it was." if kept else ""
        return Fault(
            f"The loss went out of all bounds at step {step}, and nothing can be learnt after that.{told}",
            f"rate {self._rate / 4:.2g}",
        )


def _preview_due(preview: Preview | None, done: int, epoch: float) -> int | None:
    """The number of the preview that is due after this step, in its own unit; None where none is."""
    if preview is None:
        return None
    stride = preview.every.amount * (epoch if preview.every.unit == "epochs" else 1.0)
    count = int(done / stride + 1e-9)
    return count * preview.every.amount if count > int((done - 1) / stride + 1e-9) else None


def _write_preview(begun: Training, context: Context[Train], number: int) -> str:
    assert context.params.preview is not None
    from intaglio.stdlib.nn.glimpse import grid

    name = f"preview-{number:06d}.png"
    grid(begun.glimpse(context.params.preview.count)).save(context.seen / name)
    return name
