"""By hand: the loops that an artist would write around the same networks, for the others to be measured against.

They have all that one would write for oneself, and nothing that is only ours. All pictures lie in memory as numbers,
channels last; a batch is drawn with `torch.randint`; the optimisers are the same, fused; the running average is one
`_foreach_lerp_`, of what batch normalisation knows too, and other buffers are copied; gradients are set to none, and
clipped for diffusion; a gan's judge keeps its spectral norms for a step, and sees pictures through the same three
augmentations, as likely as need be, drawn with `torch.rand`. A loss is looked at every ten steps. Nothing is kept,
shown or told of, and no batch could be found again.
"""

from __future__ import annotations

import copy
import itertools
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.utils import parametrize

from intaglio.stdlib.nn import (
    augment,
    autoencoder,
    diffusion,
    enhance,
    fast,
    gan,
    players,
    style,
    translate,
    vae,
    vae_gan,
)

LOOK = 10


def train_autoencoder(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train an autoencoder on pictures (N, 3, H, W) from -1 to 1, yielding the loss of each step."""
    network = _laid_out(autoencoder.Autoencoder(*x.shape[2:], latent))
    optimiser = torch.optim.Adam(network.parameters(), rate, (0.9, 0.99), fused=True)

    def step(real: Tensor) -> Tensor:
        loss = F.l1_loss(network(real), real)
        _follow(optimiser, loss)
        return loss

    return _trained(x, batch, network, decay, step)


def train_vae(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a vae on the same."""
    network = _laid_out(vae.VAE(*x.shape[2:], latent))
    optimiser = torch.optim.Adam(network.parameters(), rate, (0.9, 0.99), fused=True)

    def step(real: Tensor) -> Tensor:
        mu, logvar = network.cloud(real)
        mse = F.mse_loss(network.decode(mu + torch.randn_like(mu) * (logvar / 2).exp()), real)
        prior = (mu.square() + logvar.exp() - 1 - logvar).sum(1).mean() / 2
        loss: Tensor = real[0].numel() / 2 * (mse + vae.LEAST).log() + prior
        _follow(optimiser, loss)
        return loss

    return _trained(x, batch, network, decay, step)


def train_vae_gan(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a vae-gan on the same. Whose gradient is of which loss is the network's own affair (`gradients`)."""
    network, judge = _laid_out(vae_gan.Memory(*x.shape[2:], latent)), _laid_out(vae_gan.Judge(*x.shape[2:]))
    optimiser = torch.optim.Adam([*network.parameters(), *judge.parameters()], rate, (0.5, 0.999), fused=True)

    def step(real: Tensor) -> Tensor:
        optimiser.zero_grad()
        losses = vae_gan.gradients(network, judge, real, torch.randn(2, batch, latent))
        optimiser.step()
        return losses[0]

    return _trained(x, batch, network, decay, step)


def train_enhancer(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train an enhancer on the same; it has no latent numbers."""
    network = _laid_out(enhance.Enhancer())
    optimiser = torch.optim.Adam(network.parameters(), rate, (0.9, 0.99), fused=True)

    def step(real: Tensor) -> Tensor:
        loss = F.l1_loss(network(enhance.smaller(real)), real)
        _follow(optimiser, loss)
        return loss

    return _trained(x, batch, network, decay, step)


def train_translator(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a translator of two ways on the two halves of the same, with pools of what it drew before."""
    G, D = _laid_out(translate.Translator(*x.shape[2:], 2)), _judges(x, "AB", 3)
    optimisers = [torch.optim.Adam(network.parameters(), rate, (0.5, 0.999), fused=True) for network in (G, D)]
    pools: dict[str, list[Tensor]] = {"A": [], "B": []}
    second = x[len(x) // 2 :]

    def pooled(k: str, drawn: Tensor) -> Tensor:
        pool, out = pools[k], []
        for each in drawn.detach():
            place = random.randrange(translate.Pool.SIZE)
            if len(pool) < translate.Pool.SIZE:
                pool.append(each)
            elif random.random() < 0.5:
                each, pool[place] = pool[place], each
            out.append(each)
        return torch.stack(out)

    def step(a: Tensor) -> Tensor:
        b = second[torch.randint(len(second), (batch,))]
        to_b, same_b = G.forth(torch.cat([a, b])).chunk(2)
        to_a, same_a = G.back(torch.cat([b, a])).chunk(2)
        D.requires_grad_(False)
        loss: Tensor = (D["B"](to_b) - 1).square().mean() + (D["A"](to_a) - 1).square().mean()
        D.requires_grad_(True)
        loss = loss + translate.LAMBDA_CYCLE * (F.l1_loss(G.back(to_b), a) + F.l1_loss(G.forth(to_a), b))
        loss = loss + translate.LAMBDA_IDENTITY * (F.l1_loss(same_b, b) + F.l1_loss(same_a, a))
        both = [("A", a, pooled("A", to_a)), ("B", b, pooled("B", to_b))]
        told = [(D[k](real) - 1).square().mean() + D[k](false).square().mean() for k, real, false in both]
        _follow(optimisers[0], loss)
        _follow(optimisers[1], 0.5 * (told[0] + told[1]))
        return loss

    return _trained(x[: len(x) // 2], batch, G, decay, step)


def train_paired_translator(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a translator of one way on the same: the first half of the pictures with the second, in pairs."""
    G, D = _laid_out(translate.Translator(*x.shape[2:], 1)), _judges(x, ["pairs"], 6)["pairs"]
    optimisers = [torch.optim.Adam(network.parameters(), rate, (0.5, 0.999), fused=True) for network in (G, D)]

    def step(pair: Tensor) -> Tensor:
        a, b = (each.contiguous(memory_format=torch.channels_last) for each in pair.chunk(2, 1))
        drawn = G(a)
        D.requires_grad_(False)
        loss: Tensor = (D(torch.cat([a, drawn], 1)) - 1).square().mean() + translate.LAMBDA_L1 * F.l1_loss(drawn, b)
        D.requires_grad_(True)
        on_b, on_drawn = D(torch.cat([a, b], 1)), D(torch.cat([a, drawn.detach()], 1))
        _follow(optimisers[0], loss)
        _follow(optimisers[1], 0.5 * ((on_b - 1).square().mean() + on_drawn.square().mean()))
        return loss

    return _trained(torch.cat(x.chunk(2), 1), batch, G, decay, step)


def _judges(x: Tensor, names: Iterable[str], channels: int) -> Any:
    return _laid_out(nn.ModuleDict({name: translate.Judge(*x.shape[2:], channels) for name in names}))


def train_players(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train players, who look at no pictures: of these they have the size alone."""
    G, D = _laid_out(players.Pair(*x.shape[2:], latent)), _laid_out(players.Judge(*x.shape[2:]))
    optimisers = [torch.optim.Adam(network.parameters(), rate, (0.0, 0.9), fused=True) for network in (G, D)]

    def step(_: Tensor) -> Tensor:
        both = G.both(torch.randn(batch, latent))
        drawn = torch.cat(both.unbind(1))
        with parametrize.cached():
            first, second = D(drawn.detach()).chunk(2)
            _follow(optimisers[1], F.relu(1 - first).mean() + F.relu(1 + second).mean())
        D.requires_grad_(False)
        with parametrize.cached():
            first, second = D(drawn).chunk(2)
            glare = F.relu(drawn.abs() - players.EDGE).square().mean()
            loss: Tensor = (
                first.mean() - second.mean() + players.COMPETES * players.contended(both) + players.BOUND * glare
            )
            _follow(optimisers[0], loss)
        G.grown += 1 / players.GROWS
        D.requires_grad_(True)
        return loss

    return _trained(x[:1], batch, G, decay, step)


def train_denoiser(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a diffusion model on the same; it has no latent numbers."""
    network = _laid_out(diffusion.Denoiser(*x.shape[2:], "flow", float(x.std())))
    optimiser = torch.optim.AdamW(network.parameters(), rate, (0.9, 0.99), weight_decay=0.01, fused=True)

    def step(real: Tensor) -> Tensor:
        z, t = torch.randn_like(real), torch.sigmoid(0.4 + 1.2 * torch.randn(batch))[:, None, None, None]
        loss: Tensor = ((network.picture((1 - t) * real + t * z, t) - real).square() / (t + 0.1)).mean()
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        return loss

    return _trained(x, batch, network, decay, step)


def train_gan(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a gan on the same."""
    G, D = _laid_out(gan.Generator(*x.shape[2:], latent)), _laid_out(gan.Judge(*x.shape[2:]))
    optimisers = [torch.optim.Adam(network.parameters(), rate, (0.0, 0.9), fused=True) for network in (G, D)]
    adaptive = augment.Adaptive(batch)

    def step(real: Tensor) -> Tensor:
        drawn = G(torch.randn(batch, latent))
        with parametrize.cached():
            on_real, on_drawn = D(
                torch.cat([_seen(_mirrored(real), adaptive.p), _seen(drawn.detach(), adaptive.p)])
            ).chunk(2)
            _follow(optimisers[1], F.relu(1 - on_real).mean() + F.relu(1 + on_drawn).mean())
        adaptive.hear(on_real)
        D.requires_grad_(False)
        with parametrize.cached():
            loss: Tensor = -D(_seen(drawn, adaptive.p)).mean()
            _follow(optimisers[0], loss)
        D.requires_grad_(True)
        return loss

    return _trained(x, batch, G, decay, step)


def train_style_gan(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a style GAN on the same, its judge's gradient held small at every sixteenth step."""
    G, D = _laid_out(style.Generator(*x.shape[2:], latent)), _laid_out(style.Judge(*x.shape[2:]))
    optimisers = [torch.optim.Adam(network.parameters(), rate, (0.0, 0.99), fused=True) for network in (G, D)]
    adaptive = augment.Adaptive(batch)
    gamma, number = 0.0002 * x.shape[2] * x.shape[3] / batch, itertools.count()

    def step(real: Tensor) -> Tensor:
        drawn = G(torch.randn(batch, latent), grain=torch.randn(batch, G.grains.count))
        held = next(number) % 16 == 0
        real = _seen(_mirrored(real), adaptive.p).requires_grad_(held)
        on_real = D(real)
        loss_D = F.softplus(-on_real).mean() + F.softplus(D(_seen(drawn.detach(), adaptive.p))).mean()
        if held:
            (gradient,) = torch.autograd.grad(on_real.sum(), real, create_graph=True)
            loss_D = loss_D + gradient.square().sum((1, 2, 3)).mean() * (gamma / 2 * 16)
        _follow(optimisers[1], loss_D)
        adaptive.hear(on_real)
        D.requires_grad_(False)
        loss: Tensor = F.softplus(-D(_seen(drawn, adaptive.p))).mean()
        _follow(optimisers[0], loss)
        D.requires_grad_(True)
        return loss

    return _trained(x, batch, G, decay, step)


def train_fast_gan(x: Tensor, batch: int, latent: int, rate: float, decay: float) -> Iterator[Tensor]:
    """Train a fast GAN on the same, whose judge redraws what it sees."""
    G, D = _laid_out(fast.Generator(*x.shape[2:], latent)), _laid_out(fast.Judge(*x.shape[2:]))
    optimisers = [torch.optim.Adam(network.parameters(), rate, (0.5, 0.999), fused=True) for network in (G, D)]
    adaptive = augment.Adaptive(batch)

    def step(real: Tensor) -> Tensor:
        drawn = G(torch.randn(batch, latent), grain=torch.randn(batch, G.grains.count))
        real = _seen(_mirrored(real), adaptive.p)
        with parametrize.cached():
            on_real, features = D.looked(real)
            on_drawn = D(_seen(drawn.detach(), adaptive.p))
            margin = 1 - 0.2 * torch.rand(2, *on_real.shape)
            loss_D = F.relu(margin[0] - on_real).mean() + F.relu(margin[1] + on_drawn).mean()
            _follow(optimisers[1], loss_D + D.misdrawn(real, features, random.randrange(4)))
        adaptive.hear(on_real)
        D.requires_grad_(False)
        with parametrize.cached():
            loss: Tensor = -D(_seen(drawn, adaptive.p)).mean()
            _follow(optimisers[0], loss)
        D.requires_grad_(True)
        return loss

    return _trained(x, batch, G, decay, step)


def _mirrored(x: Tensor) -> Tensor:
    return torch.where((torch.rand(len(x)) < 0.5)[:, None, None, None], x.flip(3), x)


def _seen(x: Tensor, p: Tensor) -> Tensor:
    for name in ("shift", "zoom", "cutout"):
        u = torch.rand(4, len(x))
        x = augment.OPERATIONS[name](x, (u[0] < p).to(x.dtype), u[1:])
    return x


def _trained(
    x: Tensor, batch: int, network: nn.Module, decay: float, step: Callable[[Tensor], Tensor]
) -> Iterator[Tensor]:
    average = copy.deepcopy(network).eval().requires_grad_(False)
    (mine, copied), (theirs, others) = _apart(average), _apart(network)
    number = 0
    while True:
        loss = step(x[torch.randint(len(x), (batch,))])
        with torch.no_grad():
            torch._foreach_lerp_(mine, theirs, 1 - decay)
            for own, other in zip(copied, others, strict=True):
                own.copy_(other)
        number += 1
        if number % LOOK == 0:
            loss.item()
        yield loss.detach()


def _apart(network: nn.Module) -> tuple[list[Tensor], list[Tensor]]:
    """What is averaged of a network, and what is copied."""
    known = {name: buffer for name, buffer in network.named_buffers() if "running" in name}
    return [*network.parameters(), *known.values()], [b for name, b in network.named_buffers() if name not in known]


def _follow(optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()


def _laid_out(network: Any) -> Any:
    return network.to(memory_format=torch.channels_last).train()


LOOPS = {
    "autoencoder": train_autoencoder,
    "vae": train_vae,
    "gan": train_gan,
    "style-gan": train_style_gan,
    "fast-gan": train_fast_gan,
    "vae-gan": train_vae_gan,
    "diffusion": train_denoiser,
    "translate": train_translator,
    "translate, in pairs": train_paired_translator,
    "enhance": train_enhancer,
    "players": train_players,
}


def drawn(weights: Path, model: str, side: int, latent: int, count: int) -> NDArray[np.uint8]:
    """Pictures of a model whose weights lie in a file, uint8 N×H×W×3, in batches of 8."""
    network: Any = {
        "autoencoder": lambda: autoencoder.Autoencoder(side, side, latent),
        "gan": lambda: gan.Generator(side, side, latent),
        "style-gan": lambda: style.Generator(side, side, latent),
        "fast-gan": lambda: fast.Generator(side, side, latent),
        "vae-gan": lambda: vae_gan.Memory(side, side, latent),
        "diffusion": lambda: diffusion.Denoiser(side, side, "flow", 0.5),
        "players": lambda: players.Pair(side, side, latent),
    }[model]()
    network.load_state_dict(load_file(weights))
    network = network.to(memory_format=torch.channels_last).eval().requires_grad_(False)
    return np.concatenate([_pixels(_one_batch(network, model, latent)) for _ in range(count // 8)])


@torch.no_grad()
def _one_batch(network: Any, model: str, latent: int) -> Tensor:
    if model == "diffusion":
        return diffusion.denoise(network, torch.randn(8, 3, network.height, network.width), "heun", 10, lambda: None)
    z = torch.randn(8, latent)
    drawn: Tensor = network.drawn(z) if model in ("autoencoder", "vae-gan") else network(z)
    return drawn


def _pixels(x: Tensor) -> NDArray[np.uint8]:
    return ((x + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).permute(0, 2, 3, 1).numpy()
