"""Noise: every random number, from a generator of its own that is found by seed, purpose and indices.

So there is no random state to keep, and the order of work does not matter. The generator is Philox (Salmon et al.,
"Parallel random numbers: as easy as 1, 2, 3", 2011) with a key of 63 bits; torch's own takes only 32 bits of its seed,
and among 100,000 images two would be alike. Normals are drawn in float64 and cast: they are then the same whatever
vector instructions the processor has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from numpy.random.bit_generator import ISeedSequence
from numpy.typing import NDArray
from torch import Tensor

from intaglio.runtime.keys.digests import derive
from intaglio.stdlib.nn import machine


class Key(ISeedSequence):
    """A key that is Philox's own. Given one as such, numpy asks the system for chance first, and throws it away."""

    def __init__(self, key: int) -> None:
        self._key = key

    def generate_state(self, n_words: int, dtype: Any = np.uint64) -> NDArray[np.uint64]:
        """The two words of the key."""
        return np.array([self._key, 0], np.uint64)


def generator(seed: int, purpose: str, *indices: int) -> np.random.Generator:
    """The generator of one draw."""
    bits = np.random.Philox(Key(derive(seed, purpose, *indices)))  # type: ignore[arg-type]  # its stubs know of fewer
    return np.random.Generator(bits)


def normal(shape: Sequence[int], source: np.random.Generator) -> Tensor:
    """Standard normal numbers, float32."""
    return machine.moved(torch.from_numpy(source.standard_normal(shape)))


def uniform(shape: Sequence[int], source: np.random.Generator) -> Tensor:
    """Uniform numbers from 0 up to 1, float32."""
    return machine.moved(torch.from_numpy(source.random(shape)))


@contextmanager
def weights(seed: int) -> Iterator[None]:
    """Networks made inside start from weights that `seed` chose; torch's own state is as before afterwards."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(derive(seed, "weights"))
        yield


def between(a: Tensor, b: Tensor, t: float) -> Tensor:
    """The point `t` of the way from `a` to `b` along the arc (slerp; Shoemake, "Animating rotation", 1985).

    `a` and `b` are of one shape, each taken as one vector. Lengths are mixed straight, so the ends are exact; where
    the two lie in one line there is no arc, and the straight way is taken.
    """
    if t in (0.0, 1.0):
        return b if t else a
    p, q = a.cpu().double().flatten(), b.cpu().double().flatten()
    cosine = torch.dot(p, q) / (p.norm() * q.norm()).clamp_min(1e-12)
    angle = torch.arccos(cosine.clamp(-1, 1))
    if torch.sin(angle) < 1e-6:
        return a + (b - a) * t
    mixed: Tensor = torch.sin((1 - t) * angle) * p / p.norm() + torch.sin(t * angle) * q / q.norm()
    length = ((1 - t) * p.norm() + t * q.norm()) / torch.sin(angle)
    return mixed.mul(length).view(a.shape).to(a.dtype).to(a.device)
