"""Gaussians: what is known of where the pictures of a training lie, so that others can be drawn near them."""

from __future__ import annotations

import torch
from torch import Tensor


def of_all(mu: Tensor, logvar: Tensor) -> tuple[Tensor, Tensor]:
    """The mean (Z,), and the spread (Z, Z), of normal distributions (N, Z) taken together.

    The spread maps standard normal numbers to their covariance: its rows are the principal directions, the longest
    first, each as long as the standard deviation along it.
    """
    mu, logvar = mu.cpu().double(), logvar.cpu().double()  # not every device has them
    covariance = torch.cov(mu.T, correction=0).view(mu.shape[1], -1) + torch.diag(logvar.exp().mean(0))
    values, columns = torch.linalg.eigh(covariance)  # (Z,) rising, (Z, Z)
    v = signed(columns.T.flip(0))
    return mu.mean(0).float(), (v * values.flip(0).clamp_min(0).sqrt()[:, None]).float()


def signed(v: Tensor) -> Tensor:
    """Principal directions (K, Z), each with its largest entry positive: the decomposition leaves signs open."""
    return torch.where(v.gather(1, v.abs().argmax(1, keepdim=True)) < 0, -1.0, 1.0) * v


def prior(mu: Tensor, logvar: Tensor) -> Tensor:
    """How far normal distributions (B, Z) are from the standard one: nats a picture (Kullback-Leibler).

    Kingma and Welling, "Auto-encoding variational Bayes" (2014), appendix B.
    """
    return 0.5 * (mu.square() + logvar.exp() - 1 - logvar).sum(1).mean()
