"""A show that plays for a while: in time, never twice the same, never frozen, as varied as at first, in flat memory."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from intaglio.runtime.keys import digests
from intaglio.stdlib.showing import looks
from intaglio.stdlib.showing.playing import Screen
from intaglio.stdlib.showing.watch import WINDOW
from tests.face.showing.conftest import Gallery, Player

RATE = 24  # frames a second that are put together, as a page does
DISSOLVE = 0.4  # s, as the score says
MB = 1_000_000


@dataclass
class Soak:
    """What was seen of a show on its two screens."""

    pictures: dict[int, list[Any]] = field(default_factory=lambda: {1: [], 2: []})
    frames: list[float] = field(default_factory=list)  # when each was there, in seconds
    late: list[float] = field(default_factory=list)  # by how many seconds
    memory: list[tuple[float, int]] = field(default_factory=list)  # seconds and bytes

    @property
    def rate(self) -> float:
        """Frames a second."""
        return (len(self.frames) - 1) / (self.frames[-1] - self.frames[0])

    @property
    def slope(self) -> float:
        """Bytes a second by which memory grew, after it had settled."""
        settled = self.memory[len(self.memory) // 3 :]
        times, sizes = zip(*settled, strict=True)
        return float(np.polyfit(times, sizes, 1)[0])

    def diversities(self, screen: int, window: int) -> list[float]:
        """How far apart the pictures of each window are."""
        copies = [looks.small(pixels) for pixels in self.pictures[screen]]
        return [looks.diversity(copies[place : place + window]) for place in range(len(copies) - window + 1)]


def soaked(player: Player, seconds: float) -> Soak:
    """Watch both screens for a while, as two pages do."""
    soak, screens = Soak(), {number: Screen(DISSOLVE) for number in (1, 2)}
    coming: dict[int, queue.Queue[Any]] = {number: queue.Queue() for number in screens}
    over = threading.Event()

    def listen(screen: int) -> None:
        after = ""
        while not over.is_set():
            passage = player.next(screen, after)
            after = passage["name"]
            coming[screen].put(player.pictures(passage))

    threads = [threading.Thread(target=listen, args=(screen,)) for screen in screens]
    for thread in threads:
        thread.start()
    for number, screen in screens.items():
        screen.begin(coming[number].get(timeout=60), time.monotonic())
    begun = due = time.monotonic()
    try:
        while due < begun + seconds:
            time.sleep(max(0.0, due - time.monotonic()))
            for number, screen in screens.items():
                while not coming[number].empty():
                    frames = coming[number].get()
                    soak.pictures[number].append(frames[-1])
                    screen.begin(frames, due)
                screen.frame(due)
            soak.frames.append(time.monotonic())
            soak.late.append(soak.frames[-1] - due)
            if len(soak.frames) % RATE == 0:
                soak.memory.append((due - begun, player.memory()))
            due += 1 / RATE
    finally:
        over.set()
        for thread in threads:
            thread.join()
    return soak


def assert_sound(soak: Soak, window: int) -> None:
    """That nothing is wrong with what was seen."""
    told = f"{soak.rate:.1f} fps, p99 {np.percentile(soak.late, 99) * 1000:.0f} ms late, {soak.slope:.0f} bytes/s"
    print(told, {screen: len(seen) for screen, seen in soak.pictures.items()})
    assert soak.rate > 0.9 * RATE, told
    assert np.percentile(soak.late, 99) < 0.25, told  # on a machine that others use as well
    for screen, pictures in soak.pictures.items():
        assert len(pictures) >= window, told
        assert len({digests.of_bytes(pixels.tobytes()) for pixels in pictures}) == len(pictures)
        diversities = soak.diversities(screen, window)
        print(f"screen {screen}: diversity {diversities[0]:.3f}, at least {min(diversities):.3f}")
        assert min(diversities) >= 0.5 * diversities[0]
        assert min(soak.diversities(screen, WINDOW)) > 0.01 * diversities[0]


SHOWS = ["gallery", "readers"]


@pytest.mark.parametrize("show", SHOWS)
def test_a_show_plays_for_ten_seconds(show: str, request: pytest.FixtureRequest) -> None:
    gallery: Gallery = request.getfixturevalue(show)
    with gallery.playing() as player:
        soak = soaked(player, 10)

    assert_sound(soak, 8)
    assert soak.slope < MB


@pytest.mark.slow
@pytest.mark.parametrize("show", SHOWS)
def test_a_show_plays_for_a_minute_in_flat_memory(show: str, request: pytest.FixtureRequest) -> None:
    gallery: Gallery = request.getfixturevalue(show)
    with gallery.playing() as player:
        soak = soaked(player, 60)

    assert_sound(soak, 16)
    assert soak.slope < MB / 10
