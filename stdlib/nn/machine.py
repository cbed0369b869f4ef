"""The machine: where tensors live, and how this process asks for memory. Nothing here changes a result's bits."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from functools import cache
from typing import TypeVar

import torch
import torch.distributed as dist
from torch import Tensor, nn

N = TypeVar("N", bound=nn.Module)

_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -2, -3, -8  # mallopt(3)


ASKED = "INTAGLIO_DEVICE"  # `cpu`, `cuda`, `cuda:1`, `mps`; or several that share a training, with commas between
_SORTS = ("cpu", "cuda", "mps")


def device() -> torch.device:
    """Where tensors live: what is asked for; else a graphics card where there is one, or the processor.

    Apple's `mps` is taken only where it is asked for, since nothing here was ever tried on one.
    """
    return devices()[0]


def devices() -> tuple[torch.device, ...]:
    """All that a training may be shared by, which are of one kind: the first, and those that compute as it does."""
    return _found(os.environ.get(ASKED, ""))[0]


def moved(numbers: Tensor) -> Tensor:
    """Numbers on the device, in float32. Doubles are made so before they move: `mps` holds none."""
    return numbers.to(torch.float32).to(device())


@cache
def _found(asked: str) -> tuple[tuple[torch.device, ...], tuple[str, ...]]:
    """The devices that are there, and the words of `asked` for those that are not."""
    words = [word.strip() for word in asked.split(",") if word.strip()]
    each = {word: _named(word) for word in words}
    there = [device for word in words for device in each[word]] or _named("cuda") or _named("cpu")
    alike = [device for device in there if _kind(device) == _kind(there[0])]
    return tuple(alike if _may_share(there[0]) else alike[:1]), tuple(word for word in words if not each[word])


def _named(word: str) -> list[torch.device]:
    """The devices that a word means. `cuda` is every card that torch may use; none where it may use none."""
    sort, _, number = word.partition(":")
    if sort not in _SORTS or (number and not (sort == "cuda" and number.isdecimal())):
        return []
    if sort == "mps":
        return [torch.device("mps")] if torch.backends.mps.is_available() else []
    if sort == "cpu":
        return [torch.device("cpu")]
    cards = range(torch.cuda.device_count()) if torch.cuda.is_available() else ()
    return [torch.device("cuda", card) for card in cards if number in ("", str(card))]


def _may_share(device: torch.device) -> bool:
    """Whether this build of torch lets processes that compute there talk."""
    if not dist.is_available():
        return False
    return dist.is_nccl_available() if device.type == "cuda" else dist.is_gloo_available()


def _kind(device: torch.device) -> str:
    """What devices must have in common to compute the same bits."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else device.type


def placed(network: N) -> N:
    """A network on the device, its kernels laid out for pictures whose colours lie side by side."""
    be_exact()
    network.to(device())
    return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


@cache
def be_exact() -> None:
    """Have a graphics card compute in full precision, and the same bits each time, as far as it can.

    Left to itself it would round pictures to 10 bits on the way into a convolution (TF32), and add up in any order.
    """
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    if device().type == "cuda":
        torch.cuda.set_device(device())
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
        torch.use_deterministic_algorithms(True, warn_only=True)


def fallback() -> str | None:
    """Why something else computes than somebody may think. None where nobody would."""
    there, lacking = _found(os.environ.get(ASKED, ""))
    if lacking:
        return (
            f"{ASKED} asks for `{lacking[0]}`, and there is nothing by that name that torch can use. It may be"
            f" {', '.join(_SORTS)}, or one card of several, as `cuda:1`. {_TOLD[there[0].type]}, in the same precision."
        )
    asked = os.environ.get("CUDA_VISIBLE_DEVICES", "")
    if device().type == "cuda" or asked in ("", "-1") or os.environ.get(ASKED):
        return None
    return (
        f"CUDA_VISIBLE_DEVICES asks for graphics card {asked}, and there is none that torch can use. The processor"
        " computes instead: more slowly, and in the same precision."
    )


_TOLD = {"cpu": "The processor computes instead", "cuda": "A graphics card computes", "mps": "`mps` computes"}


def fingerprint(*libraries: str, count: int = 1) -> str:
    """The arithmetic at work: what a training's last bits depend on besides what is in its key.

    The numbers of chance are numpy's; `libraries` are those that lent a network; `count` processes share the work.
    """
    where = {"cuda": torch.cuda.get_device_name, "cpu": torch.backends.cpu.get_cpu_capability, "mps": platform.machine}
    versions = [f"{name} {sys.modules[name].__version__}" for name in ("torch", "numpy", *libraries)]
    shared = [f"shared by {count}"] if count > 1 else []
    kind = device().type
    return ", ".join([*versions, f"{kind} {where[kind]()}", f"{torch.get_num_threads()} threads", *shared])


@cache
def keep_memory() -> None:
    """Let glibc keep freed memory for the next tensor, instead of giving it back to the system and asking again.

    A training frees and takes the same few megabytes hundreds of times a second, and each page that comes fresh from
    the system costs a fault: measured, a convolution's step at 64 px takes half the time without them. Threads
    share what is kept: of a show that serves each page in a thread, every one would keep megabytes for itself.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, 1 << 30)
        mallopt(_TRIM_THRESHOLD, (1 << 31) - 1)
        mallopt(_TOP_PAD, 64 << 20)
        mallopt(_ARENA_MAX, 2)
