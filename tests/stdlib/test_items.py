"""Pictures one by one: what is there is not made again, and nobody can tell from a result."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from intaglio.face.exporting import result_of
from intaglio.face.keeping import wanted
from intaglio.lang.ir import Input
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import ImageSet
from intaglio.runtime.artifacts.shards import name as shard_name
from intaglio.runtime.contract import Given
from intaglio.runtime.plan.planner import State
from intaglio.runtime.plan.settings import keyed_settings
from intaglio.runtime.run.crew import Crew
from intaglio.runtime.run.events import Progress
from intaglio.runtime.run.executor import LocalExecutor
from intaglio.runtime.store.store import Store
from intaglio.runtime.upkeep.collecting import collect
from intaglio.stdlib import registry
from tests.stdlib.conftest import AT_ONE_STROKE, FROM_CHANCE, photographs, pictures
from tests.stdlib.context import Bench
from tests.stdlib.studio import Studio

TRAINED = """dataset table from ./photos/

train dreamer from table
  model {model}
  steps 2
"""
QUICK = {model: "truncation 0.9" if model in AT_ONE_STROKE else "steps 2" for model in FROM_CHANCE}


def sampled(count: int, model: str = "gan", *lines: str) -> str:
    beneath = "\n".join(f"  {line}" for line in (f"count {count}", QUICK[model], *lines))
    return f"{TRAINED.format(model=model)}\nsample attempts with dreamer\n{beneath}\n"


def walked(*lines: str, model: str = "gan") -> str:
    beneath = "\n".join(f"  {line}" for line in ("pace 1 s", "rate 4 fps", QUICK[model], *lines))
    return f"{TRAINED.format(model=model)}\nwalk drift with dreamer\n{beneath}\n"


def rebuilt(folder: str) -> str:
    return f"""{TRAINED.format(model="autoencoder")}
dataset others from ./{folder}/

rebuild memory from others with dreamer
"""


def digests(made: Artifact) -> tuple[str, ...]:
    return ImageSet(made).digests


@pytest.fixture
def studio(tmp_path: Path, crew: Crew) -> Studio:
    photographs(tmp_path)
    return Studio(tmp_path, crew)


def afresh(studio: Studio, text: str, stage: str) -> Artifact:
    """What a run from nothing makes."""
    (made,) = studio.elsewhere("afresh").run(text)[stage]
    return made


# Samples ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_larger_count_makes_only_what_is_new_and_is_as_if_made_from_nothing(studio: Studio, model: str) -> None:
    (few,) = studio.run(sampled(5, model))["attempts"]
    (many,) = studio.run(sampled(19, model))["attempts"]

    assert studio.counts == {"attempts": (14, 5)}
    assert digests(few) == digests(many)[:5]
    assert many.digest == afresh(studio, sampled(19, model), "attempts").digest


def test_the_count_of_the_works_makes_48(studio: Studio) -> None:
    studio.run(sampled(16))
    studio.run(sampled(64))

    assert studio.counts == {"attempts": (48, 16)}


def test_a_smaller_count_makes_nothing_and_loads_no_torch(studio: Studio) -> None:
    (many,) = studio.run(sampled(19))["attempts"]
    cold = Crew.local(1, studio.folder)
    studio.crew, warm = cold, studio.crew
    (few,) = studio.run(sampled(5))["attempts"]
    studio.crew = warm
    cold.close()

    assert studio.counts == {"attempts": (0, 5)}
    assert digests(few) == digests(many)[:5]
    assert "torch" not in few.facts["made-with"]
    assert few.digest == afresh(studio, sampled(5), "attempts").digest


def test_whatever_was_made_of_a_stream_is_found(studio: Studio) -> None:
    for count, expected in ((3, (3, 0)), (9, (6, 3)), (6, (0, 6)), (12, (3, 9))):
        studio.run(sampled(count))

        assert studio.counts["attempts"] == expected


def test_the_pictures_that_a_larger_count_begins_with_outlast_a_collecting(studio: Studio) -> None:
    studio.run(sampled(4))
    (studio.folder / "score.gen").write_text(f"gen 1\n\n{sampled(7)}")
    collect(studio.store, lambda: wanted(studio.store), keep=0)
    studio.run(sampled(7))

    assert studio.counts == {"attempts": (3, 4)}


@pytest.mark.parametrize("line", ["seed 3", "truncation 0.5"])
def test_another_picture_is_never_taken_for_this_one(studio: Studio, line: str) -> None:
    studio.run(sampled(4))
    other = sampled(4).replace("  truncation 0.9\n", "") + f"  {line}\n"
    studio.run(other)

    assert studio.counts == {"attempts": (4, 0)}


def test_another_name_or_another_place_in_the_score_is_the_same_picture(studio: Studio) -> None:
    studio.run(sampled(4))
    studio.run(sampled(8).replace("attempts", "tries"))

    assert studio.counts == {"tries": (4, 4)}


def test_a_sweep_that_gains_a_value_or_a_count_makes_only_what_is_new(studio: Studio) -> None:
    for lines, expected in (
        (("each seed 1, 2",), (6, 0)),
        (("each seed 1, 2, 3",), (3, 6)),
        (("each seed 1, 2, 3", "count 5"), (6, 9)),
    ):
        text = sampled(3, "gan", *lines)
        text = text.replace("  count 3\n", "") if "count 5" in text else text
        cells = studio.run(text)["attempts"]

        assert studio.counts["attempts"] == expected
    assert [cell.digest for cell in cells] == [cell.digest for cell in studio.elsewhere("afresh").run(text)["attempts"]]


def test_cells_that_differ_in_count_are_right_each(studio: Studio) -> None:
    cells = studio.run(sampled(1).replace("  count 1\n", "") + "  each count 3, 10, 6\n")["attempts"]

    assert [len(digests(cell)) for cell in cells] == [3, 10, 6]
    assert digests(cells[0]) == digests(cells[1])[:3]
    assert digests(cells[2]) == digests(cells[1])[:6]


def test_progress_over_jobs_of_different_sizes_is_right_from_the_first(studio: Studio) -> None:
    studio.run(sampled(2, "gan", "each seed 1 to 70"))
    told = [
        (event.done, event.total) for event in studio.events if isinstance(event, Progress) and event.unit == "images"
    ]
    told = [each for each in told if each[1] != 6]  # the dataset's

    assert {total for _, total in told} == {140}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (140, 140)
    assert (128, 140) in told


# Walks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", FROM_CHANCE)
def test_a_walk_takes_the_frames_that_lie_where_others_did(studio: Studio, model: str) -> None:
    studio.run(walked("stops 3", model=model))  # 9 frames
    assert studio.counts["drift"] == (9, 0)

    studio.run(walked("stops 3", "loop", model=model))  # 12 frames, of which 9 lie on the way above
    assert studio.counts["drift"] == (3, 9)

    (long,) = studio.run(walked("stops 4", model=model))["drift"]  # 13, of which 9 lie on the way above
    assert studio.counts["drift"] == (4, 9)
    assert long.digest == afresh(studio, walked("stops 4", model=model), "drift").digest


def test_a_walk_at_twice_the_rate_has_every_other_frame_already(studio: Studio) -> None:
    studio.run(walked("stops 3"))
    fine = walked("stops 3").replace("rate 4 fps", "rate 8 fps")
    (made,) = studio.run(fine)["drift"]

    assert studio.counts["drift"] == (8, 9)
    assert made.digest == afresh(studio, fine, "drift").digest


# Rebuilding -------------------------------------------------------------------------------------------------------


def put(folder: Path, frames: list[Any]) -> None:
    folder.mkdir(exist_ok=True)
    for number, frame in enumerate(frames):
        Image.fromarray(frame).save(folder / f"{number:02d}.png")


def test_one_changed_frame_rebuilds_one_frame(studio: Studio) -> None:
    frames = pictures(20, seed=5)
    put(studio.folder / "film", frames)
    studio.run(rebuilt("film"))
    frames[11] = pictures(1, seed=6)[0]
    put(studio.folder / "film", frames)
    (made,) = studio.run(rebuilt("film"))["memory"]

    assert studio.counts == {"others": (1, 19), "memory": (1, 19)}
    assert made.digest == afresh(studio, rebuilt("film"), "memory").digest


def test_frames_that_are_left_out_moved_or_come_again_are_not_rebuilt(studio: Studio) -> None:
    frames = pictures(12, seed=5)
    put(studio.folder / "film", frames)
    studio.run(rebuilt("film"))
    put(studio.folder / "cut", [*frames[6:], *frames[:4], frames[0]])
    (made,) = studio.run(rebuilt("cut"))["memory"]

    assert studio.counts["memory"] == (0, 11)
    assert made.digest == afresh(studio, rebuilt("cut"), "memory").digest


# Interruptions and damage -----------------------------------------------------------------------------------------

BEGUN = TRAINED.format(model="diffusion")
SLOW = f"""{BEGUN}
sample attempts with dreamer
  count 24
  sampler euler
  steps 10
"""


def test_a_stopped_sample_goes_on_and_loses_at_most_what_was_being_drawn(studio: Studio) -> None:
    execution = studio.execution(SLOW)
    reached = 0
    for event in execution.events():
        if isinstance(event, Progress) and event.stage == "attempts":
            reached = max(reached, event.done)
            if event.done >= 9:
                execution.cancel()
    planned = studio.plan(SLOW)["attempts"]

    assert planned.state is State.PARTIAL
    assert 24 > planned.have >= reached >= 9
    assert planned.reason == f"{planned.have} of 24 images are kept"
    (studio.folder / "score.gen").write_text(f"gen 1\n\n{SLOW}")
    (loose,) = (studio.store.root / "items").glob("??/*/loose")
    os.utime(loose, (1, 1))
    collect(studio.store, lambda: wanted(studio.store))
    assert loose.exists()
    (made,) = studio.run(SLOW)["attempts"]
    assert studio.counts == {"attempts": (24 - planned.have, planned.have)}
    assert not list((studio.store.root / "items").glob("??/*/loose"))
    assert made.digest == afresh(studio, SLOW, "attempts").digest


def gen(studio: Studio, *words: str) -> subprocess.Popen[str]:
    whole = [sys.executable, "-m", "intaglio", *words]
    environment = {**os.environ, "INTAGLIO_STORE": ""}
    return subprocess.Popen(whole, cwd=studio.folder, stdout=subprocess.PIPE, text=True, env=environment)


def kept(studio: Studio) -> int:
    return studio.plan(SLOW)["attempts"].have


def test_a_killed_sample_goes_on_with_all_that_was_finished(studio: Studio) -> None:
    studio.run(BEGUN)
    seen: list[int] = []
    (studio.folder / "score.gen").write_text(f"gen 1\n\n{SLOW}")
    for enough in (1, 9):
        process = gen(studio, "run", "score.gen")
        while process.poll() is None and kept(studio) < enough:
            time.sleep(0.05)
        process.kill()
        process.communicate()
        studio.store = Store(studio.store.root)
        seen.append(kept(studio))
        assert seen[-1] % 8 == 0

    (made,) = studio.run(SLOW)["attempts"]
    assert 0 < seen[0] <= seen[1] < 24
    assert studio.counts == {"attempts": (24 - seen[1], seen[1])}
    assert made.digest == afresh(studio, SLOW, "attempts").digest


def test_a_sample_goes_on_after_its_worker_was_killed(studio: Studio) -> None:
    execution = studio.execution(SLOW)
    for event in execution.events():
        if isinstance(event, Progress) and event.stage == "attempts" and event.done >= 9:
            worker = studio.crew.lanes[0].executor
            assert isinstance(worker, LocalExecutor)
            assert worker._process is not None
            os.kill(worker._process.pid, signal.SIGKILL)
    have = kept(studio)
    (made,) = studio.run(SLOW)["attempts"]

    assert 9 <= have < 24
    assert studio.counts == {"attempts": (24 - have, have)}
    assert made.digest == afresh(studio, SLOW, "attempts").digest


def test_damaged_pictures_are_made_again(studio: Studio) -> None:
    (few,) = studio.run(sampled(6))["attempts"]
    shard = few.result[shard_name(0)]
    shard.chmod(0o644)
    data = np.frombuffer(shard.read_bytes(), np.uint8).copy()
    data[-1] ^= 1
    data[-16 * 24 * 3 * 2 - 5] ^= 128
    shard.write_bytes(data.tobytes())
    studio.store = Store(studio.store.root)
    (many,) = studio.run(sampled(9))["attempts"]

    assert studio.counts == {"attempts": (5, 4)}
    assert many.digest == afresh(studio, sampled(9), "attempts").digest


def test_without_what_the_store_notes_of_items_all_is_made_and_the_same(studio: Studio) -> None:
    studio.run(sampled(6))
    for path in (studio.store.root / "items").glob("??/*/*"):
        path.unlink()
    (many,) = studio.run(sampled(9))["attempts"]

    assert studio.counts == {"attempts": (9, 0)}
    assert many.digest == afresh(studio, sampled(9), "attempts").digest


def test_two_at_once_make_each_picture_once(studio: Studio) -> None:
    studio.run(BEGUN)
    counts = (16, 24)
    folders = [studio.folder / "one", studio.folder / "two"]
    running = []
    for folder, count in zip(folders, counts, strict=True):
        folder.mkdir()
        (folder / "photos").symlink_to(studio.folder / "photos")
        other = Studio(folder, studio.crew)
        (other.folder / "score.gen").write_text(f"gen 1\n\n{SLOW.replace('count 24', f'count {count}')}")
        running.append(gen(other, "run", "score.gen", "--store", str(studio.store.root)))
    told = [process.communicate()[0] for process in running]
    facts = [made_of(studio, count) for count in counts]

    assert all(process.returncode == 0 for process in running), told
    assert sum(made for made, _ in facts) == 24
    assert [made + reused for made, reused in facts] == list(counts)


def made_of(studio: Studio, count: int) -> tuple[int, int]:
    (made,) = studio.run(SLOW.replace("count 24", f"count {count}"))["attempts"]
    return made.facts["made"], made.facts["reused"]


# Plans ------------------------------------------------------------------------------------------------------------


def test_a_plan_counts_pictures(studio: Studio) -> None:
    studio.run(sampled(16))
    fresh, longer, shorter = (studio.plan(sampled(count))["attempts"] for count in (16, 64, 4))

    assert (fresh.state, fresh.have, fresh.want) == (State.FRESH, 16, 16)
    assert (longer.state, longer.have, longer.want) == (State.PARTIAL, 16, 64)
    assert longer.reason == "count: 16 -> 64; 16 of 64 images are kept"
    assert (shorter.state, shorter.have, shorter.want) == (State.PARTIAL, 4, 4)


def test_a_stage_whose_pictures_are_all_kept_is_still_to_be_made(studio: Studio) -> None:
    (made,) = studio.run(sampled(16))["attempts"]
    (studio.folder / "score.gen").write_text("gen 1\n\n" + sampled(4))
    found = result_of(studio.session, studio.store, studio.plan(sampled(4))["attempts"])

    assert not found.current
    assert [artifact.key for _, artifact in found.cells] == [made.key]


def test_a_stage_of_many_pictures_is_one_result(studio: Studio) -> None:
    studio.run(sampled(16))
    (studio.folder / "score.gen").write_text("gen 1\n\n" + sampled(16))
    told = gen(studio, "why", "score.gen", "attempts").communicate()[0]

    assert "attempts is fresh" in told
    assert "results" not in told


def test_a_plan_of_many_frames_is_quick(studio: Studio) -> None:
    slow = walked("stops 1000").replace("rate 4 fps", "rate 10 fps")
    studio.run(walked("stops 3"))
    began = time.monotonic()
    planned = studio.plan(slow)["drift"]

    assert planned.want == 9991
    assert time.monotonic() - began < 2


# Kinds ------------------------------------------------------------------------------------------------------------


OTHERWISE: dict[str, dict[str, Any]] = {  # another value for every setting, with those that only choose first
    "sample": {
        "count": 7,
        "truncation": 0.3,
        "steps": 9,
        "sampler": "heun",
        "guidance": 2.0,
        "prompt": "a bowl",
        "group": "bowls",
        "blend": {"from_": ()},
        "mix": 0.4,
        "size": (64,),
    },
    "walk": {
        "stops": 9,
        "pace": 3.0,
        "rate": 12.0,
        "ease": "slow",
        "loop": True,
        "truncation": 0.3,
        "steps": 9,
        "sampler": "heun",
    },
    "compose": {
        "layout": "above",
        "columns": 3,
        "mix": 0.4,
        "gap": 2,
        "mask": {"from_": Input(stage="shapes")},
    },
    "rebuild": {},
    "vary": {
        "reverse": True,
        "strength": 0.2,
        "prompt": "a bowl",
        "guidance": 2.0,
        "steps": 9,
        "sampler": "heun",
        "mask": {"from_": Input(stage="shapes")},
        "size": (64,),
    },
}
CHOOSING = {"compose": 0, "sample": 1, "walk": 5, "rebuild": 0, "vary": 0}


@pytest.mark.parametrize("name", OTHERWISE)
def test_of_all_settings_only_those_that_choose_are_left_out_of_a_picture(bench: Bench, name: str) -> None:
    kind = registry.kinds()[name]
    assert kind.items is not None
    sources = [Given(bench.images(pictures(1)))]

    def course(**settings: Any) -> dict[str, Any]:
        assert kind.items is not None
        params = kind.params.model_validate(settings).settled(swept=False)
        return keyed_settings(kind, kind.items(params, sources, ()).params, ())

    left_out = [word for word, value in OTHERWISE[name].items() if course(**{word: value}) == course()]

    assert list(OTHERWISE[name]) == list(keyed_settings(kind, kind.params(), ()))
    assert left_out == list(OTHERWISE[name])[: CHOOSING[name]]


def test_every_kind_with_items_is_tried() -> None:
    assert sorted(OTHERWISE) == sorted(kind.name for kind in registry.kinds().values() if kind.items is not None)
