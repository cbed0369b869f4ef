"""The machine: where tensors live, and how this process asks for memory. Nothing here changes a result's bits."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from typing import TypeVar

import torch
from torch import nn

N = TypeVar("N", bound=nn.Module)

_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD = -1, -2, -3  # mallopt(3)


def device() -> torch.device:
    """A graphics card where there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


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
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
        torch.use_deterministic_algorithms(True, warn_only=True)


def fallback() -> str | None:
    """Why the processor computes, where somebody may think that a graphics card does. None where nobody would."""
    asked = os.environ.get("CUDA_VISIBLE_DEVICES", "")
    if device().type == "cuda" or asked in ("", "-1"):
        return None
    return (
        f"CUDA_VISIBLE_DEVICES asks for graphics card {asked}, and there is none that torch can use. The processor"
        " computes instead: more slowly, and in the same precision."
    )


def fingerprint(*libraries: str) -> str:
    """The arithmetic at work: what a training's last bits depend on besides what is in its key.

    The numbers of chance are numpy's; `libraries` are those that lent a network.
    """
    where = torch.cuda.get_device_name() if device().type == "cuda" else torch.backends.cpu.get_cpu_capability()
    versions = [f"{name} {sys.modules[name].__version__}" for name in ("torch", "numpy", *libraries)]
    return ", ".join([*versions, f"{device().type} {where}", f"{torch.get_num_threads()} threads"])


@cache
def keep_memory() -> None:
    """Let glibc keep freed memory for the next tensor, instead of giving it back to the system and asking again.

    A training frees and takes the same few megabytes hundreds of times a second, and each page that comes fresh from
    the system costs a fault: measured, a convolution's step at 64 px takes half the time without them.
    """
    if not sys.platform.startswith("linux"):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, 1 << 30)
        mallopt(_TRIM_THRESHOLD, (1 << 31) - 1)
        mallopt(_TOP_PAD, 64 << 20)
