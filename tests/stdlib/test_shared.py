"""A training that several processes share, on the processor: what it learns, what it keeps, and how it ends.

`cpu,cpu` are two processes, each with one thread. How far the moments of two trainings are apart tells how far their
gradients were, and nothing of a learning rate. Adam makes a whole step of the smallest gradient, so weights that
have none but the last bits of sums (a bias before a normalisation) go anywhere.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from intaglio.lang.ir import Every
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Cancelled, Fault, Made, Segment
from intaglio.stdlib.learning import ranks
from intaglio.stdlib.stages.train import train
from tests.stdlib.conftest import MODELS, learnt_from, pictures
from tests.stdlib.context import Bench

INSIDE = Path(__file__).resolve().parents[1] / "inside"
SMALL: dict[str, Any] = {"batch": 8, "latent": 8}
CASES: dict[str, dict[str, Any]] = {
    **{model: {"model": model} for model in MODELS},
    "pairs": {"model": "translate", "pairing": "same-place"},
    "players": {"model": "players", "size": (16,)},
    "features": {"model": "autoencoder", "loss": "features"},
    "frozen": {"model": "gan", "judge": ("frozen",)},
    "groups": {"model": "gan", "condition": "group"},
}
ALONE, SHARED = "cpu", "cpu,cpu"
MOMENT = ".exp_avg"  # of a gradient: after one step, a share of it
State = Mapping[str, Tensor]


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Two processes with a thread each, on as few cores as there may be."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """`on(SHARED)` has trainings be done there."""
    return lambda devices: monkeypatch.setenv("INTAGLIO_DEVICE", devices)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were begun."""
    found: list[subprocess.Popen[bytes]] = []
    real = ranks._begun

    def noted(*given: Any) -> subprocess.Popen[bytes]:
        found.append(real(*given))
        return found[-1]

    monkeypatch.setattr(ranks, "_begun", noted)
    return found


def seen_inside(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Have the processes that share a training do something to themselves: see `tests/inside`."""
    monkeypatch.setenv("PYTHONPATH", str(INSIDE), prepend=os.pathsep)
    monkeypatch.setenv(name, value)


def every(steps: int) -> dict[str, Any]:
    """A preview, so that what was reached is kept."""
    return {"preview": {"count": 1, "every": Every(amount=steps, unit="steps")}}


def given(case: str, bench: Bench) -> dict[str, Any]:
    """What a case learns from."""
    if case == "frozen":
        images = [bench.images(pictures(5))]
        return {"models": [bench.make(train, {"model": "gan", "steps": 1, **SMALL}, sources=images)]}
    if case == "groups":
        named = {"group": ["one", "two"] * 4}
        return {"sources": [bench.images(pictures(8), **named)]}
    return {"sources": learnt_from(CASES[case]["model"], bench.images(pictures(9)))}


def heard(case: str) -> dict[str, Any]:
    """The settings of a case."""
    from intaglio.stdlib import sorts

    settings = {**SMALL, **CASES[case]}
    return settings if "latent" in sorts.of(settings["model"]).speaks else {**settings, "latent": None}


def states(segments: list[Segment]) -> list[State]:
    """What was kept of a training."""
    return [load_file(segment.files["state.safetensors"]) for segment in segments]


def apart(one: State, other: State, begins: str = "", ends: str = "") -> float:
    """How far what is called so in two states is apart, beside how large it is."""
    names = [name for name in one if name.startswith(begins) and name.endswith(ends)]
    difference = sum(float((one[name].double() - other[name].double()).square().sum()) for name in names)
    size = sum(float(one[name].double().square().sum()) for name in names)
    return float((difference / size) ** 0.5)


@pytest.mark.parametrize(
    "case", [case if case == "gan" else pytest.param(case, marks=pytest.mark.slow) for case in CASES]
)
def test_two_processes_learn_what_one_does_and_stay_equal(
    case: str, bench: Bench, on: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt = given(case, bench)
    seen_inside(monkeypatch, "INTAGLIO_RANKS", str(tmp_path))
    on(ALONE)
    bench.make(train, {**heard(case), "steps": 1}, **learnt)
    alone = states(bench.kept)[-1]
    on(SHARED)
    bench.make(train, {**heard(case), "steps": 3, **every(1)}, **learnt)
    first, *_, last = states(bench.kept)
    other = load_file(tmp_path / "1.safetensors")
    gradients = {name.split(".")[0]: 0.0 for name in alone if name.endswith(MOMENT)}

    assert gradients == {optimiser: round(apart(alone, first, f"{optimiser}.", MOMENT), 4) for optimiser in gradients}
    assert last.keys() == other.keys()
    assert [] == [name for name in last if not torch.equal(last[name], other[name])]


@pytest.mark.slow
def test_three_stay_equal_though_a_third_is_no_whole_number(
    bench: Bench, on: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_inside(monkeypatch, "INTAGLIO_RANKS", str(tmp_path))
    on("cpu,cpu,cpu")
    bench.make(train, {"model": "gan", "steps": 4, "batch": 12}, sources=[bench.images(pictures(9))])
    first = states(bench.kept)[-1]
    others = [load_file(tmp_path / f"{rank}.safetensors") for rank in (1, 2)]

    assert [] == [name for name in first for other in others if not torch.equal(first[name], other[name])]


@pytest.mark.slow
@pytest.mark.parametrize("model", ["enhance", "style-gan"])
def test_dozens_of_steps_come_to_the_same_weights(model: str, bench: Bench, on: Callable[[str], None]) -> None:
    images, ended = learnt_from(model, bench.images(pictures(9))), []
    for devices in (ALONE, SHARED, SHARED):
        on(devices)
        ended.append(bench.make(train, {"model": model, "steps": 30, "batch": 8}, sources=images))
    one, two, again = (load_file(each.result["model.safetensors"]) for each in ended)

    assert apart(one, two) < 1e-4
    assert ended[1].digest == ended[2].digest
    assert [] == [name for name in two if not torch.equal(two[name], again[name])]


def stopped_at(step: int) -> Callable[[int, int], None]:
    """What is told of progress, and asks to stop."""

    def heard(done: int, total: int) -> None:
        if done == step:
            raise Cancelled

    return heard


def run(bench: Bench, on_progress: Callable[[int, int], None], settings: Mapping[str, Any], **rest: Any) -> None:
    """Run a training that may not come to its end."""
    assert train.run is not None
    bench.last = bench.context(train, settings, **rest)
    bench.last.on_progress = on_progress
    train.run(bench.last)


@pytest.mark.slow
def test_one_that_was_stopped_goes_on_with_the_same_bits_and_leaves_nobody(
    bench: Bench, on: Callable[[str], None], begun: list[subprocess.Popen[bytes]]
) -> None:
    images = [bench.images(pictures(9))]
    settings = {"model": "gan", "steps": 12, "batch": 8}
    on(SHARED)
    whole = bench.make(train, settings, sources=images)
    with pytest.raises(Cancelled):
        run(bench, stopped_at(5), settings, sources=images)
    kept, ended = bench.kept, [process.poll() for process in begun]
    parts = bench.make(train, settings, sources=images, segments=kept)

    assert [0, 0] == ended
    assert 5 == kept[-1].step
    assert Made(7, 5, "steps") == bench.made
    assert whole.digest == parts.digest
    assert [] == [path.name for path in bench.root.glob(".made-*/ranks-*")]


@pytest.mark.slow
def test_what_one_has_kept_is_not_gone_on_with_by_two_unless_a_seam_is_accepted(
    bench: Bench, on: Callable[[str], None]
) -> None:
    images, settings = [bench.images(pictures(9))], {"model": "autoencoder", "batch": 8}
    on(ALONE)
    bench.make(train, {**settings, "steps": 3}, sources=images)
    kept = bench.kept
    on(SHARED)
    bench.make(train, {**settings, "steps": 5}, sources=images, segments=kept)
    anew, ((_, told),) = bench.made, bench.remarks
    bench.make(train, {**settings, "steps": 5, "seam": True}, sources=images, segments=kept)

    assert Made(5, 0, "steps") == anew
    assert "3 steps of this training are kept, made by other arithmetic" in told
    assert "shared by 2" in told
    assert Made(2, 3, "steps") == bench.made


@pytest.mark.slow
def test_frozen_layers_stay_as_they_were(bench: Bench, on: Callable[[str], None]) -> None:
    images, settings = [bench.images(pictures(9))], {"model": "gan", "batch": 8, "average": 0.0}
    on(ALONE)
    before = bench.make(train, {**settings, "steps": 3}, sources=images)
    on(SHARED)
    after = bench.make(train, {**settings, "steps": 4, "freeze": ("early",)}, sources=images, models=[before])
    one, other = (load_file(each.result["model.safetensors"]) for each in (before, after))
    early = [name for name in one if name.startswith(("first.", "norm."))]

    assert len(early) == 7
    assert [] == [name for name in early if not torch.equal(one[name], other[name])]
    assert not torch.equal(one["last.weight"], other["last.weight"])


@pytest.mark.slow
def test_where_no_step_is_left_to_do_nobody_is_begun(
    bench: Bench, on: Callable[[str], None], begun: list[subprocess.Popen[bytes]]
) -> None:
    images, settings = [bench.images(pictures(9))], {"model": "autoencoder", "batch": 8, "steps": 2}
    on(SHARED)
    made = bench.make(train, settings, sources=images)
    again = bench.make(train, settings, sources=images, segments=bench.kept)

    assert 1 == len(begun)
    assert made.digest == again.digest


@pytest.mark.slow
def test_one_that_is_killed_is_told_of_and_what_was_kept_stays(
    bench: Bench, on: Callable[[str], None], begun: list[subprocess.Popen[bytes]]
) -> None:
    images: list[Artifact] = [bench.images(pictures(9))]
    settings = {"model": "gan", "steps": 4000, "batch": 8, **every(2)}

    def kill(done: int, total: int) -> None:
        if done == 5:
            begun[0].kill()

    on(SHARED)
    with pytest.raises(Fault) as caught:
        run(bench, kill, settings, sources=images)

    assert (
        "The process that shared this training on cpu ended before its time. It was ended from outside (signal 9)."
        in str(caught.value)
    )
    assert {2, 4} <= {segment.step for segment in bench.kept}
    assert bench.kept[-1].step < 10


@pytest.mark.slow
@pytest.mark.parametrize("when", [1, 5])
def test_what_one_says_before_it_ends_is_told(
    when: int, bench: Bench, on: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    images = [bench.images(pictures(9))]
    seen_inside(monkeypatch, "INTAGLIO_RANK", str(when))
    on(SHARED)
    with pytest.raises(Fault) as caught:
        bench.make(train, {"model": "autoencoder", "steps": 9, "batch": 8}, sources=images)
    again = bench.remarks

    assert "It said: CUDA out of memory. Tried to allocate 2.00 GiB." in caught.value.message
    assert caught.value.hint is not None
    assert "lower `batch`" in caught.value.hint
    assert [] == again


@pytest.mark.slow
def test_one_that_cannot_begin_is_told_of(
    bench: Bench, on: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    on(SHARED)
    with pytest.raises(Fault, match="could not be started"):
        bench.make(train, {"model": "autoencoder", "steps": 9, "batch": 8}, sources=[bench.images(pictures(9))])


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the system does not tell who listens")
def test_they_talk_on_this_machine_alone(bench: Bench, on: Callable[[str], None]) -> None:
    before, open_to = listening(), set()

    def look(done: int, total: int) -> None:
        open_to.update(listening() - before)

    on(SHARED)
    run(bench, look, {"model": "autoencoder", "steps": 3, "batch": 8}, sources=[bench.images(pictures(9))])
    addresses = {address for address, _ in open_to}

    assert addresses
    assert {"127.0.0.1"} == addresses


def listening() -> set[tuple[str, int]]:
    """The addresses and ports that this process listens at."""
    own = set()
    for each in Path("/proc/self/fd").iterdir():
        try:
            own.add(str(each.readlink()))
        except OSError:
            continue
    found = set()
    for table, family in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            words = line.split()
            if words[3] == "0A" and f"socket:[{words[9]}]" in own:
                raw, port = words[1].split(":")
                address = b"".join(bytes.fromhex(raw[i : i + 8])[::-1] for i in range(0, len(raw), 8))
                found.add((socket.inet_ntop(family, address), int(port, 16)))
    return found
