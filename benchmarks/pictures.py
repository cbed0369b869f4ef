"""Pictures: a dataset made from photographs, beside plain loops that only decode, cut and scale."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.clock import Figure, Subject, command, function, in_turn
from benchmarks.projects import GEN, QUIET, clear
from benchmarks.table import Table
from tests.stdlib import inside
from tests.stdlib.studio import Studio

PHOTOGRAPHS, WIDTH, HEIGHT, SIDE = 300, 1024, 768, 64
MANY, SMALL = 10_000, 160  # small photographs, about 20 KB each
IDLE_BOUND = 0.080
DATASET = "dataset photographs from ./in/\n  crop square, centre\n  resize {side} px\n"
SCORE = f"gen 1\n\n{DATASET}"


def measured(folder: Path) -> Iterator[Table]:
    """Preparing 300 large photographs; then ten thousand small ones: nothing to do, and one of them changed."""
    yield _prepared(folder / "prepared")
    clear(folder / "prepared")
    yield from _many(folder / "many")
    clear(folder / "many")


def _prepared(folder: Path) -> Table:
    photographs(folder / "in", PHOTOGRAPHS, WIDTH, HEIGHT)
    (folder / "score.gen").write_text(SCORE.format(side=SIDE))
    files = sorted((folder / "in").iterdir())
    forget = _forgetting(folder)
    warm = Subject("Intaglio, in a process that is warm", lambda: _warm(folder), before=forget)
    cold = Subject("Intaglio, the whole command", lambda: _gen(folder), before=forget)
    plain = Subject("Pillow in a loop, decoding whole", lambda: function(lambda: _loop(files, folder, draft=False)))
    draft = Subject("Pillow in a loop, with draft", lambda: function(lambda: _loop(files, folder, draft=True)))
    return Table(
        f"{PHOTOGRAPHS} photographs of {WIDTH} × {HEIGHT} to {SIDE} px",
        in_turn([warm, cold, plain, draft], 5),
        note="All from nothing. Ours plans, digests every file and every picture, and commits the result with its"
        " record; in the first row in this very process, as the loops, which run on one core and write one array at the"
        " end; in the second it starts Python and a worker first, which is paid once in a session.",
    )


def _forgetting(folder: Path) -> Callable[[], None]:
    return lambda: clear(folder / ".intaglio")


def _warm(folder: Path) -> Figure:
    """A run by the same code and messages, but with its worker inside this process."""
    return function(lambda: Studio(folder, inside.crew()).run(DATASET.format(side=SIDE)))


def _many(folder: Path) -> Iterator[Table]:
    photographs(folder / "in", MANY, SMALL, SMALL, noise=True)
    (folder / "score.gen").write_text(SCORE.format(side=16))
    rows: dict[str, Figure] = {"Intaglio, from nothing": _gen(folder)}
    _gen(folder)  # what was read too soon after it was written is looked at once more
    idle = Subject("Intaglio", lambda: _gen(folder))
    yield Table(f"{MANY:,} small photographs: nothing to do", in_turn([idle], 5), bound=IDLE_BOUND)
    chance = random.Random(2)
    changed = Subject(
        "Intaglio, one of them changed",
        lambda: _gen(folder),
        before=lambda: _photograph(folder / "in" / f"{chance.randrange(MANY):05d}.jpg", SMALL, SMALL, chance, True),
    )
    files = sorted((folder / "in").iterdir())
    loop = Subject("Pillow in a loop over all", lambda: function(lambda: _loop(files, folder, draft=True, side=16)))
    found = in_turn([changed, loop], 3)
    yield Table(f"{MANY:,} small photographs: one of them changed", {**found, **rows})


def _gen(folder: Path) -> Figure:
    return command([*GEN, "run", "score.gen", "--plain"], folder, QUIET)


def _loop(files: list[Path], folder: Path, *, draft: bool, side: int = SIDE) -> None:
    import numpy as np
    from PIL import Image

    made = []
    for file in files:
        with Image.open(file) as image:
            if draft:
                image.draft("RGB", (2 * side, 2 * side))
            whole = image.convert("RGB")
        edge = min(whole.size)
        left, top = (whole.width - edge) // 2, (whole.height - edge) // 2
        cut = whole.crop((left, top, left + edge, top + edge))
        made.append(np.asarray(cut.resize((side, side), Image.Resampling.LANCZOS)))
    np.save(folder / "loop.npy", np.stack(made))


def photographs(folder: Path, count: int, width: int, height: int, *, noise: bool = False) -> None:
    """Write so many JPEGs to a new folder, each another."""
    folder.mkdir(parents=True)
    chance = random.Random(1)
    for number in range(count):
        _photograph(folder / f"{number:05d}.jpg", width, height, chance, noise)


def _photograph(path: Path, width: int, height: int, chance: random.Random, noise: bool) -> None:
    """A JPEG of soft colours, or, for one that is small and yet 20 KB, of grain."""
    from PIL import Image

    coarse = (width, height) if noise else (24, 18)
    grain = Image.frombytes("RGB", coarse, chance.randbytes(3 * coarse[0] * coarse[1]))
    data = io.BytesIO()
    grain.resize((width, height), Image.Resampling.BICUBIC).save(data, "JPEG", quality=85)
    path.write_bytes(data.getvalue())
