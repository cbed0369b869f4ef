"""Shares: several processes teach the same networks, each with its share of every batch, as if one did.

A batch is what a script says, however many share it. Of what belongs to its pictures (themselves, and the numbers of
chance that fall to each) a process has every so-manyth, so that a share of a multiple of four holds whole groups of
those that `style.variety` compares. Gradients are averaged before every step of an optimiser, and statistics of a
batch are those of the whole of it. All else is computed by each alone, from the same numbers to the same bits, so the
networks stay equal without being compared. What they learn is what one process would, up to the order of sums.

Alone, which is usual, nothing here costs anything or changes a bit.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.utils.hooks import RemovableHandle

from intaglio.stdlib.nn.regimen import Step
from intaglio.stdlib.nn.state import Parts

Norm = nn.BatchNorm2d
T = TypeVar("T", Tensor, "np.ndarray[Any, Any]")

PATIENCE = timedelta(days=1)  # the others wait while one keeps, draws or measures; who ended is found out otherwise
RENDEZVOUS = "rendezvous"
BACKENDS = {"cuda": "nccl", "cpu": "gloo"}


class Lost(Exception):
    """A process that shared the work is not there any more."""


@dataclass(slots=True)
class _Group:
    """This process among those that share the work."""

    rank: int
    count: int
    norms: list[Norm]
    hooks: list[RemovableHandle] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)  # optimisers whose next step takes gradients that are averaged
    broken: bool = False


_group: _Group | None = None  # None: alone. As torch has it too, there is one for a process


def several() -> bool:
    """Whether others share the work."""
    return _group is not None


# Shares of a batch ---------------------------------------------------------------------------------------------------


def part(whole: T, dim: int = 0) -> T:
    """What is this process's of something of a whole batch, whose pictures lie along `dim`."""
    if _group is None:
        return whole
    return whole[(slice(None),) * dim + (slice(_group.rank, None, _group.count),)]


def size(batch: int) -> int:
    """How many pictures of a batch are this process's."""
    return batch if _group is None else batch // _group.count


def draw(
    numbers: Callable[[Sequence[int], np.random.Generator], Tensor],
    shape: Sequence[int],
    source: np.random.Generator,
    dim: int = 0,
) -> Tensor:
    """Numbers of chance for this process's pictures, which lie along `dim` of `shape`.

    They are drawn for the whole batch, so that each picture's are the same however many share it.
    """
    if _group is None:
        return numbers(shape, source)
    whole = [*shape]
    whole[dim] *= _group.count
    return part(numbers(whole, source), dim)


# Together ------------------------------------------------------------------------------------------------------------


def mean(t: Tensor) -> Tensor:
    """The mean over all processes of what each has of a tensor; differentiable. Raises `Lost`."""
    return t if _group is None else _each(t).mean(0)


def variance(x: Tensor) -> Tensor:
    """The variance along the pictures of a whole batch, of which each process has a share (B, …). Raises `Lost`."""
    if _group is None:
        return x.var(0, correction=0)
    own, middle = torch.var_mean(x, 0, correction=0)
    return mean(own + (middle - mean(middle)).square())


def whole(own: Tensor) -> Tensor:
    """A whole batch (B, …) of the shares that each process has. Raises `Lost`."""
    return own if _group is None else _each(own).transpose(0, 1).flatten(0, 1)


@torch.no_grad()
def settle(optimiser: Optimizer) -> None:
    """Average the gradients that an optimiser is about to take, over all processes. Raises `Lost`.

    Its step does so by itself. Said before, it is for what looks at gradients in between, and done once.
    """
    if _group is None or id(optimiser) in _group.settled:
        return
    grads = [p.grad for group in optimiser.param_groups for p in group["params"] if p.grad is not None]
    _average(grads, _group.count)
    _group.settled.add(id(optimiser))


def told(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps of a loop, with losses that are the mean of what each process lost. Raises `Lost`."""
    for step in steps:
        losses = mean(step.losses.detach())
        if _group is not None and _group.broken:
            raise Lost
        yield replace(step, losses=losses)


class _Each(torch.autograd.Function):
    """What each process has of a tensor (…), by rank: (R, …). What is lost by it anywhere, each learns its own of."""

    @staticmethod
    def forward(ctx: Any, own: Tensor, rank: int, count: int) -> Tensor:
        ctx.rank = rank
        found = [torch.empty_like(own, memory_format=torch.contiguous_format) for _ in range(count)]
        _meet(lambda: dist.all_gather(found, own.contiguous()))
        return torch.stack(found)

    @staticmethod
    def backward(ctx: Any, lost: Tensor) -> tuple[Tensor, None, None]:
        total = lost.clone(memory_format=torch.contiguous_format)
        _meet(lambda: dist.all_reduce(total))
        return total[ctx.rank], None, None


def _each(own: Tensor) -> Tensor:
    assert _group is not None, "there are others"
    found: Tensor = _Each.apply(own, _group.rank, _group.count)  # type: ignore[no-untyped-call]
    return found


def _normalised(norm: Norm, x: Tensor) -> Tensor:
    """What batch normalisation makes of a share (B, C, H, W), by the mean and variance of the whole batch.

    Torch's own `SyncBatchNorm` does so on graphics cards only.
    """
    if not norm.training and norm.running_mean is not None:
        return norm.__class__.forward(norm, x)
    own = torch.stack(torch.var_mean(x, (0, 2, 3), correction=0))  # (2, C)
    variances, means = _each(own).unbind(1)  # (R, C), (R, C)
    middle = means.mean(0)
    spread = (variances + (means - middle).square()).mean(0)
    if norm.training and norm.running_mean is not None:
        _remember(norm, middle.detach(), spread.detach(), x.numel() // x.shape[1] * len(means))
    scale = torch.rsqrt(spread + norm.eps)
    if norm.affine:
        scale = scale * norm.weight
    shift = -middle * scale + (norm.bias if norm.affine else 0.0)
    return torch.addcmul(shift[:, None, None], x, scale[:, None, None])


@torch.no_grad()
def _remember(norm: Norm, middle: Tensor, spread: Tensor, count: int) -> None:
    """Take in the statistics of a batch that gave so many numbers for each channel, as torch's own does."""
    assert norm.running_mean is not None
    assert norm.running_var is not None
    assert norm.momentum is not None
    norm.running_mean.lerp_(middle, norm.momentum)
    norm.running_var.lerp_(spread * (count / (count - 1)), norm.momentum)
    if norm.num_batches_tracked is not None:
        norm.num_batches_tracked += 1


def _average(tensors: Sequence[Tensor], count: int) -> None:
    """Average tensors in place, all in one message."""
    if not tensors:  # all layers are frozen
        return
    flat = torch.cat([t.reshape(-1) for t in tensors])
    _meet(lambda: dist.all_reduce(flat))
    flat.div_(count)
    means = torch.split(flat, [t.numel() for t in tensors])
    torch._foreach_copy_(list(tensors), [mean.view(t.shape) for mean, t in zip(means, tensors, strict=True)])


def _meet(with_others: Callable[[], object]) -> None:
    try:
        with_others()
    except torch.OutOfMemoryError:  # this one's own
        raise
    except (RuntimeError, ValueError) as error:  # torch says so in words alone: an end of the line, or none any more
        raise Lost(str(error)) from error


# Coming and going ----------------------------------------------------------------------------------------------------


def join(folder: Path, rank: int, count: int, device: torch.device, parts: Parts) -> None:
    """Be one of `count` processes from now on, which meet in a folder; waits for the others. Raises `Lost`.

    They talk on this machine alone.
    """
    global _group
    loopback = next((name for _, name in socket.if_nameindex() if name.startswith("lo")), "lo")
    os.environ["GLOO_SOCKET_IFNAME"] = os.environ["NCCL_SOCKET_IFNAME"] = loopback
    store = dist.FileStore(str(folder / RENDEZVOUS), count)  # type: ignore[attr-defined]
    how: dict[str, Any] = {"device_id": device} if device.type == "cuda" else {}
    backend = BACKENDS[device.type]
    _meet(lambda: dist.init_process_group(backend, store=store, rank=rank, world_size=count, timeout=PATIENCE, **how))
    modules = [module for network in parts.networks.values() for module in network.modules()]
    _group = _Group(rank, count, [module for module in modules if isinstance(module, Norm)])
    for norm in _group.norms:
        norm.forward = partial(_normalised, norm)  # type: ignore[method-assign]
    for optimiser in parts.optimisers.values():
        _group.hooks += [
            optimiser.register_step_pre_hook(lambda optimiser, *_: settle(optimiser)),
            optimiser.register_step_post_hook(lambda optimiser, *_: _moved(optimiser)),
        ]


def _moved(optimiser: Optimizer) -> None:
    if _group is not None:
        _group.settled.discard(id(optimiser))


def leave() -> None:
    """Be alone again."""
    global _group
    if _group is None:
        return
    for hook in _group.hooks:
        hook.remove()
    for norm in _group.norms:
        del norm.forward
    _group = None
    if dist.is_initialized():
        dist.destroy_process_group()


def give_up() -> None:
    """Let nobody wait for one that has ended. May be called from any thread.

    Where processes talk by sockets they hear of an end by themselves. Cards would wait for each other for ever.
    """
    if _group is None:
        return
    _group.broken = True
    if dist.is_initialized() and dist.get_backend() == "nccl":
        with suppress(RuntimeError, ValueError):
            dist.distributed_c10d._abort_process_group()
