"""Gans: ours beside lightweight-gan's, on the same photographs, each for as many seconds of the processor.

`python -m benchmarks gans` takes an hour and a half of two cores, and writes docs/gans.md and the picture in it.
`python -m benchmarks.gans --minutes 1 --seeds 1` is a look, and prints. With `--keep FOLDER` what a contestant drew is
kept there, and one that has drawn does not learn again; with `--write` the page is made of that.

The two contestants of a seed run side by side, each a process with one thread (`benchmarks.contestants`), so that
whatever else the machine does meets both. What they drew is measured here, in the same features.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import peers
from benchmarks.table import Grid, markdown

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

MINUTES, SEEDS, SIDE = 15.0, (1, 2, 3), 64
PHOTOGRAPHS = peers.ROOT / "examples" / "still-life" / "photographs"
OURS, THEIRS = "Intaglio", "lightweight-gan"
REACHED = "What ours has to reach"
FALL, COVERAGE, COPYING, DIVERSITY = 20, 0.3, 0.8, 0.6  # what ours has to reach
ACROSS = 12  # pictures of each in a row of the sheet

PAGE = peers.ROOT / "docs" / "gans.md"
SHEET = peers.ROOT / "docs" / "pictures" / "gans.webp"
SCORE = """gen 1

dataset table
  from {photographs}/
  crop square, centre
  resize {side} px
"""
HEAD = """# Gans on real photographs

`train … / model gan`, with nothing else said, beside lightweight-gan, on the {count} photographs of
[the still lifes](../examples/still-life/README.md) at {side} px: each seed for {minutes:g} minutes of the processor,
both at once, each a process with one thread. `python -m benchmarks gans` measures again and writes this page.

Of lightweight-gan it is its own networks, losses, augmentation, optimiser and training step, with the settings that its
`Trainer` has when none are said: batches of 4, a rate of 2e-4, hinge with reconstruction and a penalty on gradients at
every fourth step, cutout and translation for 30 % of batches. It is made for graphics cards, and
`benchmarks/lightweight.py` says which way round that was taken. Its command says batches of 40 in four parts instead,
so that a step sees ten times as many pictures.

On a processor its networks take many seconds for a step, so that in this time they have hardly begun. The table says
what each comes to without a graphics card, and nothing of what lightweight-gan comes to on one.

- **FD** is Fréchet's distance to all photographs, of the [432 traits](design/measures.md) each in its spread there, of
  {drawn} pictures; **falls** is how many times less it is than that of the untrained network
- **distance**, **KID**, **coverage**, **diversity** and **copying** are as `measure` tells them. For distance traits
  that go together are taken apart, and it is a ratio to halves of the photographs: about 1 is as far as one half from
  the other. It cannot fall twentyfold, whatever is drawn: other cuttings of the very photographs are about 7 times
  nearer by it than our untrained network, and 46 times by FD. So the bound is of FD, and both are told

{facts}

![{across} photographs, then as many that Intaglio drew, then lightweight-gan's](pictures/gans.webp)

*From above: photographs ([credits](../examples/still-life/README.md)); drawn by Intaglio; drawn by
lightweight-gan. The first of seed {seed}, none left out.*

"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What one contestant came to with one seed."""

    steps: int
    fd: float
    fall: float
    sets: Mapping[str, float]  # as `instruments.compared` has them

    def row(self) -> list[str]:
        """Its cells of the table."""
        told = [f"{self.sets[name]:.2f}" for name in ("distance", "kid", "coverage", "copying", "diversity")]
        return [f"{self.steps:,}", f"{self.fd:.0f}", f"{self.fall:.1f} ×", *told]


Standings = Mapping[int, Mapping[str, Standing]]  # by seed, then by contestant


def written(folder: Path) -> Iterator[Grid]:
    """All of it, and the page."""
    yield from told(folder, MINUTES, SEEDS, write=True)


def told(
    folder: Path, minutes: float, seeds: Sequence[int], *, names: Sequence[str] = (OURS, THEIRS), write: bool = False
) -> list[Grid]:
    """What contestants came to in so many minutes with each seed, and what ours has to reach."""
    import numpy as np

    pictures = folder / "pictures.npy"
    if not pictures.exists():
        np.save(pictures, _photographs(folder))
    place = peers.alone(THEIRS, "einops", "tqdm") if THEIRS in names else None
    names = [name for name in names if name != THEIRS or place is not None]
    found: dict[int, Mapping[str, Standing]] = {}
    for seed in seeds:
        drawn = _drawn(pictures, folder, names, seed, minutes, place)
        found[seed] = {name: standing(np.load(pictures), path) for name, path in drawn.items()}
        print(markdown([_figures({seed: found[seed]})]), flush=True)
    grids = [_figures(found), bounds(found)]
    if write:
        _write(pictures, folder, place, seeds[0], minutes, grids)
    return grids


def _photographs(folder: Path) -> Pixels:
    """The photographs as a score has them, N×SIDE×SIDE×3."""
    import numpy as np

    import intaglio

    score = folder / "table.gen"
    score.write_text(SCORE.format(photographs=PHOTOGRAPHS, side=SIDE), encoding="utf-8")
    work = intaglio.open(score)
    work.run("table")
    return np.stack([np.asarray(image) for image in work["table"].images])


def _drawn(
    pictures: Path, folder: Path, names: Sequence[str], seed: int, minutes: float, place: Path | None
) -> dict[str, Path]:
    """What each contestant drew: those that have not drawn yet learn, all at once."""
    paths = {name: folder / f"{name}-{seed}.npz" for name in names}
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": f"{peers.ROOT}{os.pathsep}{peers.ROOT / 'src'}"}
    started = []
    for name, path in paths.items():
        if not path.exists():
            said = [name, pictures, str(seed), str(60 * minutes), path, *(["--place", place] if name == THEIRS else [])]
            command = [sys.executable, "-m", "benchmarks.contestants", *map(str, said)]
            started.append(subprocess.Popen(command, cwd=peers.ROOT, env=environment))
    ended = [process.wait() for process in started]
    if any(ended):
        raise RuntimeError("a contestant has failed; its last words stand above")
    return paths


# Measuring ---------------------------------------------------------------------------------------------------------


def standing(pictures: Pixels, path: Path) -> Standing:
    """What a contestant came to that has left at `path` what it drew, measured against the photographs."""
    import numpy as np

    from intaglio.stdlib import instruments
    from intaglio.stdlib.instruments import sets

    with np.load(path) as kept:
        steps, each = int(kept["steps"]), [pictures, kept["untrained"], kept["drawn"]]
    reference, untrained, drawn = (instruments.traits_of(some, some.shape[1:3], 0) for some in each)
    spread = np.maximum(reference.std(0), 1e-12)
    before, after = (sets.frechet(x / spread, reference / spread) for x in (untrained, drawn))
    return Standing(steps, after, before / after, instruments.compared(drawn, reference, 0, instruments.OF_SETS))


def _figures(found: Standings) -> Grid:
    head = ("seed, contestant", "steps", "FD", "falls", "distance", "KID", "coverage", "copying", "diversity")
    rows = [[f"{seed}, {name}", *one.row()] for seed, all_ in found.items() for name, one in all_.items()]
    return Grid("What they came to", head, rows)


def bounds(found: Standings) -> Grid:
    """What ours has to reach, and whether it does, with each seed."""
    head = ("bound", *(f"seed {seed}" for seed in found))
    ours = [standings[OURS] for standings in found.values()]
    least = {
        f"FD falls at least {FALL} ×": [(one.fall, one.fall >= FALL) for one in ours],
        f"coverage at least {COVERAGE:g}": [(one.sets["coverage"], one.sets["coverage"] >= COVERAGE) for one in ours],
        f"copying at least {COPYING:g}": [(one.sets["copying"], one.sets["copying"] >= COPYING) for one in ours],
        f"diversity at least {DIVERSITY:g}": [
            (one.sets["diversity"], one.sets["diversity"] >= DIVERSITY) for one in ours
        ],
    }
    rows = [[bound, *(f"{figure:.2f}, {_kept(kept)}" for figure, kept in figures)] for bound, figures in least.items()]
    pairs = [(standings[OURS], standings[THEIRS]) for standings in found.values() if THEIRS in standings]
    if len(pairs) == len(found):
        rows.append(["FD falls further than theirs", *(_kept(a.fall > b.fall) for a, b in pairs)])
        rows += [
            ["nearer by distance", *(_kept(a.sets["distance"] < b.sets["distance"]) for a, b in pairs)],
            ["more coverage than theirs", *(_kept(a.sets["coverage"] > b.sets["coverage"]) for a, b in pairs)],
        ]
    return Grid(REACHED, head, rows)


def _kept(kept: bool) -> str:
    return "kept" if kept else "**missed**"


# The page ----------------------------------------------------------------------------------------------------------


def _write(pictures: Path, folder: Path, place: Path | None, seed: int, minutes: float, grids: Sequence[Grid]) -> None:
    import numpy as np
    from PIL import Image

    from benchmarks.__main__ import facts
    from benchmarks.contestants import DRAWN

    photographs = np.load(pictures)
    rows = [
        photographs,
        *(np.load(folder / f"{name}-{seed}.npz")["drawn"] for name in (OURS, THEIRS) if place or name == OURS),
    ]
    sheet = np.concatenate([np.concatenate(list(row[:ACROSS]), 1) for row in rows])
    Image.fromarray(sheet).save(SHEET, quality=85)
    head = HEAD.format(
        count=len(photographs),
        side=SIDE,
        minutes=minutes,
        drawn=DRAWN,
        facts=facts({} if place is None else {THEIRS: peers.version_in(place, THEIRS)}),
        across=ACROSS,
        seed=seed,
    )
    PAGE.write_text(head + markdown(grids), encoding="utf-8")
    print(f"Written to {PAGE.relative_to(peers.ROOT)}.")


def main() -> int:
    """A look, or a part."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks.gans", description=__doc__)
    reader.add_argument("--minutes", type=float, default=MINUTES)
    reader.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    reader.add_argument("--keep", type=Path)
    reader.add_argument("--write", action="store_true")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="intaglio-gans-") as folder:
        kept = asked.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        print(markdown(told(kept, asked.minutes, asked.seeds, write=asked.write)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
