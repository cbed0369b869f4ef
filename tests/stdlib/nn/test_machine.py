"""Machine: which devices are found by what is asked for, and that no doubles are moved to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from torch.overrides import TorchFunctionMode

from intaglio.stdlib.nn import batches, features, machine, noise, traits


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that says that it has three cards, the last of another kind."""
    names = ["one kind", "one kind", "another"]
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: len(names))
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda device=None: names[torch.device(device).index])
    monkeypatch.setattr(torch.distributed, "is_nccl_available", lambda: True)
    machine._found.cache_clear()
    yield
    machine._found.cache_clear()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["cuda:0", "cuda:1"]),
        ("cuda", ["cuda:0", "cuda:1"]),
        ("cuda:1", ["cuda:1"]),
        ("cuda:2,cuda:0", ["cuda:2"]),
        ("cuda:0, cuda:1", ["cuda:0", "cuda:1"]),
        ("cpu", ["cpu"]),
        ("cpu,cpu", ["cpu", "cpu"]),
    ],
)
def test_a_training_is_shared_by_cards_of_one_kind_that_are_asked_for(
    asked: str, found: list[str], cards: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAGLIO_DEVICE", asked)

    assert found == [str(device) for device in machine.devices()]
    assert found[0] == str(machine.device())
    assert machine.fallback() is None


def test_where_torch_cannot_let_them_talk_one_computes(cards: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.distributed, "is_nccl_available", lambda: False)

    assert ["cuda:0"] == [str(device) for device in machine.devices()]


@pytest.mark.parametrize(("asked", "lacking"), [("cuda:7", "cuda:7"), ("gpu", "gpu"), ("cpu:1", "cpu:1")])
def test_what_is_not_there_is_told_of_and_a_card_computes(
    asked: str, lacking: str, cards: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAGLIO_DEVICE", asked)
    told = machine.fallback()

    assert "cuda" == machine.device().type
    assert told is not None
    assert f"INTAGLIO_DEVICE asks for `{lacking}`" in told
    assert "A graphics card computes" in told


@pytest.mark.parametrize("asked", ["cuda", "cuda:0", "mps"])
def test_without_any_the_processor_computes_and_that_is_told(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if torch.cuda.is_available() or torch.backends.mps.is_available():
        pytest.skip("there is one here")
    monkeypatch.setenv("INTAGLIO_DEVICE", asked)
    told = machine.fallback()

    assert "cpu" == machine.device().type
    assert told is not None
    assert f"asks for `{asked}`" in told
    assert "The processor computes instead, in the same precision" in told


def test_mps_is_taken_where_it_is_asked_for_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    machine._found.cache_clear()
    usual = machine.device().type
    monkeypatch.setenv("INTAGLIO_DEVICE", "mps")
    asked = machine.device().type
    machine._found.cache_clear()

    assert ("cpu", "mps") == (usual, asked)


class NoDoubles(TorchFunctionMode):
    """Notes every call that has a float64 tensor come to be on a device like `mps`, which holds none."""

    def __init__(self, device: str) -> None:
        super().__init__()
        self.device = device
        self.refused: list[str] = []

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        made = func(*args, **(kwargs or {}))
        given = [each for each in args if isinstance(each, torch.Tensor)]
        lies = isinstance(made, torch.Tensor) and made.device.type == self.device
        if lies and any(each.dtype == torch.float64 for each in (made, *given)):
            self.refused.append(getattr(func, "__name__", str(func)))
        return made


def test_no_doubles_are_moved_to_a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "device", lambda: torch.device("meta"))  # it holds doubles, but nothing else

    with NoDoubles("meta") as watched:
        found = [
            noise.normal((4, 3), noise.generator(1, "try")),
            noise.uniform((4, 3), noise.generator(1, "try")),
            batches.as_numbers(torch.zeros(2, 3, 8, 8, dtype=torch.uint8)),
            machine.moved(torch.from_numpy(np.zeros(3))),
        ]
        monkeypatch.setattr(
            noise, "normal", lambda shape, source: torch.from_numpy(source.standard_normal(shape)).float()
        )
        found += [traits._filters(1), features.Features(1)._w]

    assert [("meta", torch.float32)] * 6 == [(each.device.type, each.dtype) for each in found]
    assert [] == watched.refused
