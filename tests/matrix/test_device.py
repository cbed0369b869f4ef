"""device: a graphics card that is asked for and not there, one that fails on the way, and one that is there; and a
training that several processes share."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from intaglio.runtime.keys.manifest import Key
from intaglio.runtime.store.store import Store
from tests.matrix.studio import PATIENCE, TRAINING, Studio, Whole, assert_it_heals, children, copied, orphans, told

KEPT = TRAINING.replace("steps 12", "steps 12\n  preview 1 every 3 steps")


@pytest.mark.slow
def test_a_card_that_is_asked_for_and_not_there_is_told_of_and_the_processor_computes(academy: Studio) -> None:
    done = academy.run(env={"CUDA_VISIBLE_DEVICES": "7"})
    record = Store(academy.store).record(Key(done.keys["dreamer"]))
    (remark,) = done.of("remark")

    assert record is not None
    assert (0, "cpu") == (done.code, record.facts["made-with"]["device"])
    assert "asks for graphics card 7" in remark["message"]
    assert "same precision" in remark["message"]


@pytest.mark.slow
@pytest.mark.parametrize("asked", ["", "-1"])
def test_nobody_is_told_of_a_card_that_was_not_asked_for(academy: Studio, asked: str) -> None:
    assert [] == academy.run(env={"CUDA_VISIBLE_DEVICES": asked}).of("remark")


@pytest.mark.slow
def test_a_card_that_fails_on_the_way_is_told_of_and_what_was_reached_goes_on(academy: Studio, tmp_path: Path) -> None:
    academy.write(KEPT)
    whole = Whole.of(copied(academy, tmp_path / "whole"))
    failed = academy.run(env={"INTAGLIO_CARD": "8"})
    again = academy.run()
    (dreamer,) = [each for each in again.of("finished") if each["stage"] == "dreamer"]

    assert 3 == failed.code
    assert "The graphics card failed: CUDA error: unspecified launch failure." in failed.messages
    assert "CUDA_VISIBLE_DEVICES=-1" in failed.messages
    assert "Traceback" not in failed.text
    assert ["6 of 12 steps are kept."] == [each["kept"] for each in failed.of("failed")]
    assert (6, 6) == (dreamer["made"], dreamer["reused"])
    assert_it_heals(academy, whole)


SHARED = {"INTAGLIO_DEVICE": "cpu,cpu"}
FOURS = KEPT.replace("batch 4", "batch 8")


@pytest.mark.slow
def test_what_is_asked_for_in_words_of_our_own_is_told_of_too(academy: Studio) -> None:
    (remark,) = academy.run(env={"INTAGLIO_DEVICE": "mps:3"}).of("remark")

    assert "INTAGLIO_DEVICE asks for `mps:3`" in remark["message"]


@pytest.mark.slow
def test_a_run_whose_training_two_processes_share(academy: Studio, tmp_path: Path) -> None:
    academy.write(FOURS)
    other = copied(academy, tmp_path / "other")
    done, again = academy.run(env=SHARED), other.run(env=SHARED)
    record = Store(academy.store).record(Key(done.keys["dreamer"]))
    assert record is not None
    made = Store(academy.store).find(Key(done.keys["dreamer"]))
    assert made is not None

    assert (0, 0, [], []) == (done.code, again.code, done.of("remark"), academy.left_over())
    assert json.loads(made.seen["previews.json"].read_text())["arithmetic"].endswith(", shared by 2")
    assert academy.results() == other.results()
    assert academy.saved() == other.saved()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the system does not tell of the children of another process")
@pytest.mark.parametrize("seconds", [0.0, 6.0], ids=["while they begin", "while they learn"])
@pytest.mark.parametrize("whom", ["worker", "run"])
def test_who_shares_a_training_does_not_outlive_it(whom: str, seconds: float, academy: Studio) -> None:
    academy.write(FOURS.replace("steps 12", "steps 100000").replace("every 3 steps", "every 20000 steps"))
    run = academy.start("run", "score.gen", "--json", env=SHARED)
    until = time.monotonic() + PATIENCE
    while not (pairs := [(w, rank) for w in children(run.pid) for rank in children(w)]) and time.monotonic() < until:
        time.sleep(0.02)
    ((worker, rank),) = pairs
    time.sleep(seconds)
    os.kill(worker if whom == "worker" else run.pid, signal.SIGKILL)

    assert [] == orphans([rank, worker])

    done = told(run)

    assert "Traceback" not in done.text
    assert [] == academy.damage()


def card() -> None:
    """Go on where there is a graphics card."""
    import torch

    if not torch.cuda.is_available():
        pytest.skip("there is no graphics card here")


@pytest.mark.slow
@pytest.mark.parametrize("model", ["autoencoder", "vae", "gan", "vae-gan", "diffusion"])
def test_a_card_makes_the_same_bits_twice_and_split(model: str, tmp_path: Path) -> None:
    card()
    text = TRAINING.replace("autoencoder", model).replace(
        "  latent 8\n", "" if model == "diffusion" else "  latent 8\n"
    )
    one, other = (Studio.at(tmp_path / name, text) for name in ("one", "other"))
    other.write(text.replace("steps 12", "steps 5"))
    other.run()
    other.write(text)
    done, split = one.run(), other.run()

    assert (0, 0) == (done.code, split.code)
    assert one.results().items() <= other.results().items()


@pytest.mark.slow
def test_a_card_computes_in_full_precision() -> None:
    card()
    import torch

    from intaglio.stdlib.nn import machine

    layer, x = torch.nn.Conv2d(64, 64, 3), torch.randn(1, 64, 16, 16)
    exact = torch.nn.Conv2d(64, 64, 3).double()
    exact.load_state_dict(layer.state_dict())
    wanted = exact(x.double())
    found = machine.placed(layer)(x.to(machine.device())).cpu().double()

    assert float((found - wanted).abs().max()) < 1e-5


@pytest.mark.slow
def test_no_precision_is_given_up_anywhere() -> None:
    import torch

    from intaglio.stdlib.nn import machine

    machine.be_exact()

    assert (False, False) == (torch.backends.cudnn.allow_tf32, torch.backends.cuda.matmul.allow_tf32)
    assert (torch.float32, "highest") == (torch.get_default_dtype(), torch.get_float32_matmul_precision())
