"""Learning: training, drawing and keeping weights, beside loops written by hand around the same networks.

Ours is what a worker does: the stage's own run function, which tells of its progress and keeps what it reached. The
loops by hand stand in `benchmarks/by_hand.py`, with all that an artist would write for oneself, the same number of
threads, the same memory settings (`machine.keep_memory`) and everything warm. The two take turns in short slices in one
process, so that whatever else the machine does meets both.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.clock import Figure, Turns
from benchmarks.table import Table

SIDE, IMAGES = 64, 64
SLICE, SLICES = 16, 15  # steps in a turn, of which one holds a style GAN's judge; and turns
PICTURES, ROUNDS = 64, 15
MEGABYTES = 100
PAIRED = ", in pairs"  # of what translates: the other of its two ways to learn
# A vae draws with an autoencoder's network, and others do not draw from chance.
DRAWN = ("autoencoder", "gan", "style-gan", "fast-gan", "vae-gan", "diffusion", "players")


def measured(folder: Path) -> Iterator[Table]:
    """All of it. torch computes with as many threads as a worker would have."""
    import torch

    from benchmarks import by_hand
    from intaglio.runtime.store import cores
    from intaglio.stdlib.nn import machine

    torch.set_num_threads(cores.threads())
    machine.keep_memory()
    for name in by_hand.LOOPS:
        yield _training(folder / f"training-{name}", name)
    for model in DRAWN:
        yield _drawing(folder / f"training-{model}", model)
    yield _keeping(folder / "keeping")


# Training ----------------------------------------------------------------------------------------------------------


def _training(folder: Path, name: str) -> Table:
    from benchmarks import by_hand
    from benchmarks.desk import Turning, context, images, noise_pictures
    from intaglio.stdlib import sorts
    from intaglio.stdlib.nn.batches import as_numbers
    from intaglio.stdlib.stages.train import Train, train

    model = name.removesuffix(PAIRED)
    said: dict[str, Any] = {"model": model, "steps": SLICE * SLICES}
    said |= {"pairing": "same-place"} if name != model else {}
    apart = sorts.of(model).apart
    pixels = noise_pictures(IMAGES, SIDE)
    params, _ = Train(**said, **({} if apart else {"size": (SIDE,)})).heard(())
    assert params.batch is not None, "settings that were heard say all of these"
    assert params.rate is not None
    x = as_numbers(pixels.permute(0, 3, 1, 2))
    hand = by_hand.LOOPS[name](x, params.batch, params.latent or 0, params.rate, params.average or 0.0)
    parts = pixels.chunk(apart) if apart else ()
    sets = [images(folder / f"images-{number}", each.numpy()) for number, each in enumerate(parts)]
    turns = Turns("Intaglio", {"a loop by hand": lambda: list(islice(hand, SLICE))})
    assert train.run is not None
    train.run(context(folder, params, Turning(turns, SLICE), sources=sets))
    rows = {name: Figure(each.cpu / SLICE, each.wall / SLICE) for name, each in turns.middle().items()}
    return Table(
        f"Training: a step of the {name}, {params.batch} pictures of {SIDE} px",
        rows,
        note="Ours draws batches that it could draw again, and tells how far it is. What it keeps now and then, for a"
        " fiftieth of the time at most, falls into turns that are not the median.",
        least=0.97,
    )


# Drawing -----------------------------------------------------------------------------------------------------------


def _drawing(folder: Path, model: str) -> Table:
    import numpy as np

    from benchmarks import by_hand
    from benchmarks.desk import Silent, context, model_in
    from intaglio.stdlib.models import facts_of
    from intaglio.stdlib.stages.sample import Sample, sample

    artifact = model_in(folder)
    params, _ = Sample(count=PICTURES).settled(swept=False).heard(())
    latent = facts_of(artifact).get("latent", 0)
    numbers = iter(range(1_000_000))

    def ours() -> None:
        place = folder / f"sample-{next(numbers)}"
        assert sample.run is not None
        sample.run([context(place, params, Silent(), models=[artifact], pictures=PICTURES)])

    def hand() -> None:
        drawn = by_hand.drawn(artifact.result["model.safetensors"], model, SIDE, latent, PICTURES)
        np.save(folder / "drawn.npy", drawn)

    turns = Turns("Intaglio", {"batches of 8 in a loop": hand})
    for _ in range(ROUNDS if model != "diffusion" else 5):
        turns.turn(ours)
    return Table(
        f"Drawing: {PICTURES} pictures of {SIDE} px, {model}",
        turns.middle(),
        note="Both begin with the file of weights and end with pixels on the disk. Ours draws each picture from a"
        " chance of its own, so that it does not depend on how many are asked for, and keeps each by its digest.",
        least=0.95,
    )


# Keeping -----------------------------------------------------------------------------------------------------------


def _keeping(folder: Path) -> Table:
    """A checkpoint goes to the disk to last, and comes back in a process that has not seen it: every number is read."""
    import torch
    from safetensors.torch import load_file, save_file

    from intaglio.runtime.keys import digests
    from intaglio.runtime.keys.manifest import Key
    from intaglio.runtime.store.store import Store

    folder.mkdir(parents=True)
    tensors = {f"layer-{number}": torch.randn(MEGABYTES * 25_000) for number in range(10)}  # of four bytes each
    chain = Key("c" * 32)
    store = Store(folder / ".intaglio")

    def touch(path: Path) -> None:
        """Read every number: a file that is only mapped costs nothing yet."""
        for tensor in load_file(path).values():
            tensor.sum()

    def ours() -> None:
        tensors["layer-0"][0] += 1  # another content each time, as a training's is
        with store.working() as working:
            save_file(tensors, working.result / "state.safetensors")
            store.chains.keep(chain, working.result, 1, "bench", epoch=1.0, marked=False)
        path = store.chains.path(store.chains.segments(chain)[-1].files["state.safetensors"])
        assert digests.of_file(path) == path.name, "as a worker does before it relies on it"
        touch(path)

    def by_hand() -> None:
        part = folder / "state.part"
        save_file(tensors, part)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        touch(part.replace(folder / "state.safetensors"))

    turns = Turns("Intaglio", {"safetensors, fsync, rename": by_hand})
    for _ in range(9):
        turns.turn(ours)
    return Table(
        f"A checkpoint of {MEGABYTES} MB: saved and loaded",
        turns.middle(),
        note="Each takes the place of the last. Ours digests it, writes a note beside it, and verifies it when it is"
        " read. It is the disk that both wait for.",
        least=1 / 1.2,
        wall=True,
    )
