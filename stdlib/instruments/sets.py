"""Sets: how a set of pictures stands to another, by what all pictures are like. Traits come in, numbers go out.

Everything is measured in the traits of the other set, the *reference*: each trait in its spread there, and what goes
together there taken apart (whitening). What goes together is believed only as far as the number of pictures carries:
with fewer pictures than traits, taking apart all that seems to go together would set any other picture far away.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Traits = NDArray[np.float64]  # N × D

NEIGHBOURS = 5  # of coverage: how many others a neighbourhood holds
HALVINGS = 3  # of the reference, for the distance
HALVES = 40  # drawn for the error of KID
MOST = 2000  # pictures of a set that are compared; of more, as many are drawn by chance
LEAST = 8  # pictures that a reference takes, and a set


@dataclass(frozen=True, slots=True)
class Whitening:
    """What brings traits to where the reference's are spread alike in every direction."""

    mean: Traits
    matrix: Traits

    def __call__(self, x: Traits) -> Traits:
        """Traits, whitened."""
        return (x - self.mean) @ self.matrix


def whitening(x: Traits) -> Whitening:
    """That of a reference: of N pictures with D traits, D / (D + N) of each trait's company is not believed."""
    mean, spread = x.mean(0), x.std(0)
    scale = 1 / np.maximum(spread, 1e-6 + 1e-3 * spread.mean())  # a trait that never moves weighs nothing
    z = (x - mean) * scale
    n, d = z.shape
    share = d / (d + n)
    s = (1 - share) * (z.T @ z) / n + share * np.eye(d)
    values, vectors = np.linalg.eigh(s)
    return Whitening(mean, scale[:, None] * ((vectors / np.sqrt(values)) @ vectors.T))


def frechet(a: Traits, b: Traits) -> float:
    """The Fréchet distance of two sets of traits taken as normal (Dowson and Landau, 1982), whatever made the traits.

    The trace of the root of the product of covariances is the sum of singular values of A Bᵀ, for which no matrix of
    traits by traits is needed.
    """
    p, q = (a - a.mean(0)) / np.sqrt(len(a)), (b - b.mean(0)) / np.sqrt(len(b))
    common = np.linalg.svd(p @ q.T, compute_uv=False).sum()
    return float(((a.mean(0) - b.mean(0)) ** 2).sum() + (p**2).sum() + (q**2).sum() - 2 * common)


def distance(x: Traits, reference: Traits, chance: np.random.Generator) -> float:
    """How far a set is from halves of the reference, against how far these are from each other.

    About 1 is a set like any other of the reference's kind. The reference itself has about a half: half of each half is
    in it. All are drawn to one size, since this distance grows as sets shrink.
    """
    half = len(reference) // 2
    far = apart = 0.0
    for _ in range(HALVINGS):
        order = chance.permutation(len(reference))
        a, b = reference[order[:half]], reference[order[half : 2 * half]]
        size = min(half, len(x))
        some = x[chance.permutation(len(x))[:size]]
        far += frechet(some, a) + frechet(some, b)
        apart += frechet(b[:size], a) + frechet(a[:size], b)
    return far / apart


def kid(x: Traits, reference: Traits, chance: np.random.Generator) -> tuple[float, float]:
    """The kernel distance (Bińkowski et al., "Demystifying MMD GANs", 2018), and its standard error.

    The kernel is (x · y / D + 1)³ and the estimate has no bias: sets of one kind have about 0, on either side. The
    error is the spread of estimates from halves of both sets (Shao and Wu, the delete-half jackknife, 1989).
    """
    aa, bb, ab = (_kernel(a, b) for a, b in ((x, x), (reference, reference), (x, reference)))
    found = []
    for _ in range(HALVES):
        i, j = (chance.permutation(len(k))[: len(k) // 2] for k in (aa, bb))
        found.append(_discrepancy(aa[np.ix_(i, i)], bb[np.ix_(j, j)], ab[np.ix_(i, j)]))
    return _discrepancy(aa, bb, ab), float(np.std(found))


def _kernel(a: Traits, b: Traits) -> Traits:
    return np.asarray((a @ b.T / a.shape[1] + 1) ** 3)


def _discrepancy(aa: Traits, bb: Traits, ab: Traits) -> float:
    own = sum((k.sum() - np.trace(k)) / (len(k) * (len(k) - 1)) for k in (aa, bb))
    return float(own - 2 * ab.mean())


def coverage(x: Traits, reference: Traits) -> float:
    """The share of the reference in whose neighbourhood, to the fifth of the others, there is one of the set.

    Naeem et al., "Reliable fidelity and diversity metrics for generative models", 2020.
    """
    near = min(NEIGHBOURS, len(reference) - 1)
    reach = np.partition(_apart(reference, reference, own=True), near - 1, axis=1)[:, near - 1]
    return float((_apart(reference, x).min(1) <= reach).mean())


def copying(x: Traits, reference: Traits) -> float:
    """How near the set comes to the reference, against how near each of the reference comes to the others of it.

    Medians of distances to the nearest. About 1 is as near as a picture that was held out; 0 is a copy.
    """
    held_out = float(np.median(_apart(reference, reference, own=True).min(1)))
    return float(np.median(_apart(x, reference).min(1))) / max(held_out, 1e-12)


def diversity(x: Traits) -> float:
    """The mean distance of two pictures of a set."""
    return float(_apart(x, x).sum() / (len(x) * (len(x) - 1)))


def _apart(a: Traits, b: Traits, *, own: bool = False) -> Traits:
    """The distance of each to each; with `own`, of none to itself."""
    squares = (a * a).sum(1)[:, None] + (b * b).sum(1)[None] - 2 * a @ b.T
    if a is b:
        np.fill_diagonal(squares, np.inf if own else 0.0)
    return np.asarray(np.sqrt(np.maximum(squares, 0)))
