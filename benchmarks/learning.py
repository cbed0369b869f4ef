"""Learning: training, drawing and keeping weights, beside loops written by hand around the same networks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.clock import Figure, Subject, function, in_turn
from benchmarks.table import Table

SIDE, IMAGES, BATCH, STEPS = 64, 64, 16, 60
PICTURES, STROKES = 64, 10
MEGABYTES = 100


def measured(folder: Path) -> Iterator[Table]:
    """All three. torch computes with as many threads as a worker would have."""
    import torch

    from intaglio.runtime import cores

    torch.set_num_threads(cores.threads())
    yield _training()
    yield _drawing()
    yield from _keeping(folder / "keeping")


# Training ----------------------------------------------------------------------------------------------------------


def _training() -> Table:
    import numpy as np
    import torch

    from intaglio.stdlib.nn import batches, training
    from intaglio.stdlib.nn.course import Course

    images = np.random.default_rng(1).integers(0, 256, (IMAGES, SIDE, SIDE, 3), dtype=np.uint8)
    pictures = batches.pictures(images, [f"{number:04d}" for number in range(IMAGES)])
    course = Course(STEPS, BATCH, 1e-3, 0.994, seed=1)

    def ours(model: str) -> Callable[[], Figure]:
        lesson = training.Lesson(model, pictures, course, latent=128, operations=())
        begun = training.Training(lesson)
        return lambda: function(lambda: list(begun.loop(0)))

    def by_hand() -> Figure:
        from intaglio.stdlib.nn.autoencoder import Autoencoder

        network = Autoencoder(SIDE, SIDE, 128).to(memory_format=torch.channels_last).train()
        optimiser = torch.optim.Adam(network.parameters(), 1e-3, (0.9, 0.99), fused=True)
        x = batches.as_numbers(pictures)
        return function(lambda: _learn(network, optimiser, x))

    rows = in_turn([Subject("Intaglio", ours("autoencoder")), Subject("a loop by hand", by_hand)], 5)
    return Table(
        f"Training: {STEPS} steps of an autoencoder, batches of {BATCH} at {SIDE} px",
        rows,
        note="Ours draws the same batches whenever it is stopped, and averages the weights besides; the loop has all"
        f" pictures as numbers in memory, and does neither. {_rates(rows)}",
    )


def _rates(rows: dict[str, Any]) -> str:
    told = [f"{name} {STEPS / figure.wall:.1f}" for name, figure in rows.items() if isinstance(figure, Figure)]
    return f"Steps a second: {', '.join(told)}."


def _learn(network: Any, optimiser: Any, x: Any) -> None:
    import torch
    import torch.nn.functional as F

    for _ in range(STEPS):
        batch = x[torch.randint(len(x), (BATCH,))]
        loss = F.l1_loss(network(batch), batch)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


# Drawing -----------------------------------------------------------------------------------------------------------


def _drawing() -> Table:
    import torch

    from intaglio.stdlib.nn import chunks, diffusion, machine, noise, weights
    from intaglio.stdlib.nn.batches import as_pixels

    network = machine.placed(diffusion.Denoiser(SIDE, SIDE, "flow", 0.5)).eval().requires_grad_(False)
    facts = {"model": "diffusion", "height": SIDE, "width": SIDE, "schedule": "flow", "std": 0.5}
    drawer, manner = weights.drawer_for(network, facts), weights.Manner(steps=STROKES)

    def ours() -> None:
        noises = (noise.normal(drawer.shape, noise.generator(1, "sample", index)) for index in range(PICTURES))
        for _ in chunks.draw(drawer, ((z, manner) for z in noises), lambda: None):
            pass

    def by_hand() -> None:
        for _ in range(PICTURES // chunks.CHUNK):
            z = torch.randn(chunks.CHUNK, *drawer.shape)
            as_pixels(diffusion.denoise(network, z, "heun", STROKES, lambda: None))

    rows = in_turn(
        [
            Subject("Intaglio, picture by picture", lambda: function(ours)),
            Subject("batches of 8 in a loop", lambda: function(by_hand)),
        ],
        5,
    )
    return Table(
        f"Drawing: {PICTURES} pictures of a diffusion model at {SIDE} px, {STROKES} strokes",
        rows,
        note="Ours draws each picture from a chance of its own, so that it does not depend on how many are asked for.",
    )


# Keeping -----------------------------------------------------------------------------------------------------------


def _keeping(folder: Path) -> Iterator[Table]:
    import torch
    from safetensors.torch import load_file, save_file

    from intaglio.runtime.manifest import Manifest
    from intaglio.runtime.manifest import key as key_of
    from intaglio.runtime.store import Store

    folder.mkdir(parents=True)
    tensors = {f"layer-{number}": torch.randn(MEGABYTES * 25_000) for number in range(10)}  # of four bytes each
    store, numbers = Store(folder / ".intaglio"), iter(range(1_000_000))
    kept: list[Any] = []

    def ours() -> None:
        manifest = Manifest(kind="train", version=1, seed=next(numbers))
        tensors["layer-0"][0] += 1  # another content each time, as a training's is
        with store.working() as working:
            save_file(tensors, working.result / "model.safetensors")
            kept.append(store.commit(key_of(manifest), manifest, working, {}, makes="model"))

    def by_hand() -> None:
        part = folder / "model.part"
        save_file(tensors, part)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(folder / "model.safetensors")

    rows = in_turn(
        [
            Subject("Intaglio", lambda: function(ours)),
            Subject("safetensors, fsync, rename", lambda: function(by_hand)),
        ],
        5,
    )
    yield Table(f"Keeping a model of {MEGABYTES} MB", rows, note="Ours digests it, and writes a record beside it.")

    def read_ours() -> None:
        fresh = Store(folder / ".intaglio")  # as in a process of its own, which has verified nothing yet
        artifact = fresh.find(kept[-1].key)
        assert artifact is not None
        assert fresh.verify(artifact)
        touch(artifact.result["model.safetensors"])

    def touch(path: Path) -> None:
        """Read every number: a file that is only mapped costs nothing yet."""
        for tensor in load_file(path).values():
            tensor.sum()

    rows = in_turn(
        [
            Subject("Intaglio", lambda: function(read_ours)),
            Subject("safetensors", lambda: function(lambda: touch(folder / "model.safetensors"))),
        ],
        5,
    )
    yield Table(f"Reading a model of {MEGABYTES} MB", rows, note="Ours verifies it, the first time in a process.")
