"""edits: pictures are edited while they are hashed and while stages run; a record names the bytes really consumed.

The pictures are BMPs, so that the bytes of a file can be made again from the pixels that a stage has taken from it.
"""

from __future__ import annotations

import io
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.keys import digests
from intaglio.runtime.store.store import Store
from tests.matrix.conftest import Found
from tests.matrix.counts import count
from tests.matrix.studio import Studio

SIDE = 160
SCORE = """gen 1

dataset table from ./photos/

print sheet from table
  columns 4
  save ./out/sheet.png
"""


def painted(number: int) -> bytes:
    """The bytes of a picture; another number is another one, in as many bytes."""
    shades = np.random.default_rng(number).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    return bitmap(shades)


def bitmap(pixels: np.ndarray) -> bytes:
    Image.fromarray(pixels).save(stream := io.BytesIO(), "BMP")
    return stream.getvalue()


def in_place(path: Path, data: bytes) -> None:
    """Written over where it lies, a piece at a time: who reads meanwhile finds some of each."""
    with path.open("r+b", buffering=0) as file:
        for begin in range(0, len(data), 16_384):
            file.write(data[begin : begin + 16_384])


def renamed_over(path: Path, data: bytes) -> None:
    path.with_suffix(".tmp").write_bytes(data)
    path.with_suffix(".tmp").replace(path)


@contextmanager
def restless(paths: list[Path], save: Callable[[Path, bytes], None], pause: float) -> Iterator[None]:
    """Somebody edits these pictures again and again."""
    over, chance = threading.Event(), random.Random(10)

    def edit() -> None:
        number = 1000
        while not over.wait(pause * chance.random()):
            number += 1
            save(chance.choice(paths), painted(number))

    editing = threading.Thread(target=edit)
    editing.start()
    try:
        yield
    finally:
        over.set()
        editing.join()


@pytest.mark.parametrize("save", [in_place, renamed_over])
def test_a_record_names_the_bytes_that_were_really_consumed(
    save: Callable[[Path, bytes], None], tmp_path: Path, found: Found
) -> None:
    studio = Studio.at(tmp_path / "studio", SCORE, pictures=0)
    paths = [studio.photos / f"{number}.bmp" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_bytes(painted(number))
    codes, chance = [], random.Random(13)
    for _ in range(count(2, 12, 100)):
        with restless(paths, save, pause=chance.choice((0.5, 2, 8))):
            codes.append(studio.run().code)
    last = studio.run()
    records = [record for record in Store(studio.store).artifacts() if record.kind == "dataset"]

    assert set(codes) <= {0, 3}  # 3 where the pictures never held still
    assert (0, []) == (last.code, last.of("failed")), last.text
    for record in records:
        artifact = Store(studio.store).find(record.key)
        assert artifact is not None
        taken = [digests.of_bytes(bitmap(np.asarray(pixels))) for pixels in ImageSet(artifact)]
        assert [fact["digest"] for fact in record.manifest["files"]] == taken
    assert [digests.of_file(path) for path in paths] == taken_last(studio, last.keys["table"])

    found(
        "edits",
        f"{len(codes)} runs while pictures were edited: {len(records)} datasets, each record names what it holds;"
        f" {codes.count(3)} runs refused pictures that never held still.",
    )


def taken_last(studio: Studio, key: str) -> list[str]:
    record = Store(studio.store).record(key)  # type: ignore[arg-type]
    assert record is not None
    return [fact["digest"] for fact in record.manifest["files"]]
