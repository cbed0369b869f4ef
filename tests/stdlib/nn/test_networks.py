"""The networks: shapes, and what their authors say of them."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from intaglio.stdlib.nn import autoencoder, diffusion, fast, features, gan, gaussian, style, vae, vae_gan
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.blocks import Double, grid, widths
from intaglio.stdlib.nn.glimpse import GAP
from intaglio.stdlib.nn.glimpse import grid as sheet
from intaglio.stdlib.nn.regimen import Regimen
from intaglio.stdlib.stages.train import HALF_LIFE, half_life

SIZES = [(8, 8), (16, 24), (40, 40), (72, 128)]


@pytest.mark.parametrize(("height", "width"), SIZES)
def test_every_multiple_of_eight_has_a_grid_that_doubles_up_to_it(height: int, width: int) -> None:
    h, w, doublings = grid(height, width)

    assert (h << doublings, w << doublings) == (height, width)
    assert min(h, w) >= 4
    assert len(widths(height, width)) == doublings + 1


def test_doubling_is_nearest_neighbours_and_a_convolution() -> None:
    double = Double(5, 7).eval()
    x = torch.randn(2, 5, 4, 6)

    plain = F.leaky_relu(double.norm(double.conv(F.interpolate(x, scale_factor=2, mode="nearest"))), 0.2)

    assert torch.allclose(double(x), plain, atol=1e-5)


@pytest.mark.parametrize("module", [gan, style, fast])
@pytest.mark.parametrize(("height", "width"), SIZES)
def test_generator_and_judge_agree_on_every_size(height: int, width: int, module: Any) -> None:
    generator, judge = module.Generator(height, width, 8), module.Judge(height, width)

    drawn = generator(torch.randn(2, 8))

    assert drawn.shape == (2, 3, height, width)
    assert judge(drawn).shape == ((2, judge(drawn).shape[-1]) if module is fast else (2,))


@pytest.mark.parametrize("module", [gan, style, fast])
def test_of_a_point_only_its_direction_counts_to_a_generator(module: Any) -> None:
    generator = module.Generator(16, 16, 8).eval()
    z = torch.randn(2, 8)

    assert torch.allclose(generator(z), generator(3 * z), atol=1e-4)


@pytest.mark.parametrize("double", [False, True])
def test_modulation_is_that_of_the_weights_of_each_picture(double: bool) -> None:
    conv = style.Modulated(4, 6, 3, 5, double=double)
    x, w = torch.randn(2, 4, 8, 8), torch.randn(2, 5)

    def plainly(x: torch.Tensor, w: torch.Tensor) -> torch.Tensor:
        """Equations 1 and 3 of the paper, for one picture."""
        weight = conv.weight * conv.scale * conv.style(w)[:, :, None, None]
        weight = weight / (weight.square().sum((1, 2, 3), keepdim=True) + 1e-8).sqrt()
        if not double:
            return F.conv2d(x, weight, padding=1)
        return style.blurred(F.conv_transpose2d(x, weight.transpose(0, 1), stride=2), padding=1, gain=4.0)

    expected = torch.cat([plainly(x[i : i + 1], w[i : i + 1]) for i in range(2)])
    assert torch.allclose(expected, conv(x, w), atol=1e-5)


def test_doubling_with_a_blur_is_bilinear_away_from_the_edge() -> None:
    x = torch.randn(2, 3, 6, 7)

    plain = F.interpolate(x, scale_factor=2, mode="bilinear")

    assert torch.allclose(plain[..., 1:-1, 1:-1], style.doubled(x)[..., 1:-1, 1:-1], atol=1e-5)


def test_styles_are_kept_near_their_mean() -> None:
    generator = style.Generator(16, 16, 8).eval()
    generator.describe()
    z = torch.randn(3, 8)

    with torch.no_grad():
        mean = generator.drawn(generator.mean.expand(3, -1))
        drawn = {t: generator(z, t) for t in (0.0, 0.5, 1.0)}

    assert torch.allclose(mean, drawn[0.0], atol=1e-5)
    assert torch.allclose(generator(z), drawn[1.0], atol=1e-5)
    assert (drawn[0.5] - mean).norm() < (drawn[1.0] - mean).norm()


@pytest.mark.parametrize("module", [style, fast])
def test_grain_falls_anew_where_it_is_given_and_is_fixed_where_not(module: Any) -> None:
    generator = module.Generator(16, 16, 8).eval()
    z = torch.randn(1, 8)
    with torch.no_grad():
        (generator.coarsest if module is style else generator.sizes[-1]).loud.fill_(1.0)
        fixed, again, anew = generator(z), generator(z), generator(z, grain=torch.randn(1, generator.grains.count))

    assert torch.equal(fixed, again)
    assert not torch.allclose(fixed, anew, atol=1e-3)


def test_a_coarse_size_says_how_loud_another_is_four_sizes_on() -> None:
    generator = fast.Generator(128, 192, 8).eval()

    assert [(128, 32), (96, 16)] == [(e.squeeze.in_channels, e.gate.out_channels) for e in generator.excites]


def test_gating_is_that_of_linear_units() -> None:
    x = torch.randn(2, 6, 3, 5)

    assert torch.allclose(F.glu(x, 1), fast.gated(x))


@pytest.mark.parametrize(("height", "width"), [*SIZES, (128, 128), (256, 384)])
def test_a_fast_judge_looks_at_patches_of_two_sizes_and_redraws_the_whole_and_any_quarter(
    height: int, width: int
) -> None:
    judge, x = fast.Judge(height, width).eval(), torch.randn(1, 3, height, width)

    with torch.no_grad():
        verdicts, seen = judge.looked(x)
        whole, part = judge.of_whole(seen[-1]), judge.of_part(fast._quarter(seen[-2], 3))
        missed = [float(judge.misdrawn(x, seen, quarter)) for quarter in range(4)]

    assert verdicts.shape[1] == 2 * (seen[-1].shape[2] - 3) * (seen[-1].shape[3] - 3) or min(seen[-1].shape[2:]) < 8
    assert whole.shape == part.shape
    assert height / whole.shape[2] == width / whole.shape[3] <= max(2, min(height, width) / 64)
    assert 4 == len(set(missed))


def test_what_a_fast_judge_must_redraw_teaches_it_and_not_what_draws() -> None:
    contest = fast.Contest(16, 24, 8, Regimen(1, 2, 1e-3, 0.9, 0))
    x = torch.rand(2, 3, 16, 24) * 2 - 1

    told = contest.judged(x, contest.drawn(2, None, 0, 0).detach(), None, 0, 0)
    told.total.backward()

    assert float(told.total) > float(told.loss)
    assert all(weight.grad is not None for weight in contest.D.parameters())
    assert [] == [weight for weight in contest.G.parameters() if weight.grad is not None]


def test_every_layer_of_a_style_gan_begins_as_loud_as_what_goes_in() -> None:
    torch.manual_seed(0)
    conv = style.Modulated(32, 32, 3, 8)

    y = style.active(conv(torch.randn(8, 32, 16, 16), torch.randn(8, 8)))

    assert float(y.detach().square().mean()) == pytest.approx(1.0, abs=0.15)


def test_a_judge_sees_whether_pictures_are_alike() -> None:
    x = torch.randn(1, 3, 4, 4)

    alike, unlike = style.variety(x.repeat(4, 1, 1, 1)), style.variety(torch.randn(4, 3, 4, 4))

    assert alike.shape == (4, 1, 4, 4)
    assert float(alike.max()) < 1e-3 < float(unlike.min())


def test_steepness_is_the_squared_length_of_the_gradient() -> None:
    x = torch.randn(5, 3, 4, 4, requires_grad=True)

    assert float(style.steepness((2 * x).sum((1, 2, 3)), x)) == pytest.approx(4 * 3 * 4 * 4)


@pytest.mark.parametrize(("height", "width"), SIZES)
def test_an_autoencoder_draws_at_the_size_it_sees(height: int, width: int) -> None:
    network = autoencoder.Autoencoder(height, width, 6).eval()
    x = torch.randn(2, 3, height, width)

    assert network.encode(x).shape == (2, 6)
    assert network(x).shape == x.shape


def test_chance_is_drawn_from_the_gaussian_of_the_pictures() -> None:
    torch.manual_seed(0)
    network = autoencoder.Autoencoder(8, 8, 5).eval()
    pictures = torch.randint(0, 256, (40, 3, 8, 8), dtype=torch.uint8)

    network.describe(pictures)

    with torch.no_grad():
        z = network.encode(pictures.float() / 127.5 - 1)
        drawn = network.mean + torch.randn(20_000, 5) @ network.spread
    assert torch.allclose(drawn.mean(0), z.mean(0), atol=0.05)
    assert torch.allclose(torch.cov(drawn.T), torch.cov(z.T, correction=0), atol=0.05 * float(z.var()) + 1e-3)


@pytest.mark.parametrize(("height", "width"), SIZES)
def test_a_vae_gan_draws_at_the_size_it_sees_and_its_judge_sees_it(height: int, width: int) -> None:
    network, judge = vae_gan.Memory(height, width, 6).eval(), vae_gan.Judge(height, width)
    x = torch.randn(2, 3, height, width)

    verdicts, seen = judge(network(x))

    assert network(x).shape == network.drawn(torch.randn(2, 6)).shape == x.shape
    assert (verdicts.shape, len(seen)) == ((2,), 2)


def test_a_vae_gan_draws_chance_from_all_distributions_of_the_pictures_together() -> None:
    torch.manual_seed(0)
    network = vae_gan.Memory(8, 8, 5).eval()
    pictures = torch.randint(0, 256, (40, 3, 8, 8), dtype=torch.uint8)

    network.describe(pictures)

    with torch.no_grad():
        mu, logvar = network.encoder(pictures.float() / 127.5 - 1)
        drawn = network.mean + torch.randn(20_000, 5) @ network.spread
        wanted = (mu + torch.randn(500, 40, 5) * torch.exp(0.5 * logvar)).view(-1, 5)
    assert torch.allclose(drawn.mean(0), mu.mean(0), atol=0.05)
    assert torch.allclose(torch.cov(drawn.T), torch.cov(wanted.T), atol=0.05)
    assert all(a >= b for a, b in itertools.pairwise(network.spread.norm(dim=1).tolist()))


def test_a_vae_draws_chance_from_all_clouds_of_the_pictures_together() -> None:
    torch.manual_seed(0)
    network = vae.VAE(8, 8, 5).eval()
    pictures = torch.randint(0, 256, (40, 3, 8, 8), dtype=torch.uint8)

    network.describe(pictures)

    with torch.no_grad():
        mu, logvar = network.cloud(pictures.float() / 127.5 - 1)
        wanted = (mu + torch.randn(500, 40, 5) * torch.exp(0.5 * logvar)).view(-1, 5)
    assert torch.equal(network.encode(pictures.float() / 127.5 - 1), mu)
    assert torch.allclose(network.mean, mu.mean(0), atol=1e-5)
    assert torch.allclose(network.spread.T @ network.spread, torch.cov(wanted.T), atol=0.05)


def test_the_prior_of_clouds_is_their_divergence_from_the_standard_normal() -> None:
    torch.manual_seed(0)
    mu, logvar = torch.randn(4, 5), torch.randn(4, 5)

    clouds, standard = torch.distributions.Normal(mu, (logvar / 2).exp()), torch.distributions.Normal(0.0, 1.0)

    wanted = torch.distributions.kl_divergence(clouds, standard).sum(1).mean()
    assert torch.allclose(gaussian.prior(mu, logvar), wanted)


def test_each_part_of_a_vae_gan_learns_from_its_own_loss() -> None:
    torch.manual_seed(0)
    network, judge = vae_gan.Memory(16, 24, 5), vae_gan.Judge(16, 24)
    x, chance = torch.rand(4, 3, 16, 24) * 2 - 1, torch.randn(2, 4, 5)

    llike, _, prior = vae_gan.gradients(network, judge, x, chance)

    mu, logvar = network.encoder(x)
    drawn = network.decoder(torch.cat([mu + chance[0] * (logvar / 2).exp(), chance[1]]))
    verdicts, seen = judge(torch.cat([x, drawn]))
    likeness = F.mse_loss(seen[4:8], seen[:4], reduction="sum") / 2 / 4
    distributions = [torch.distributions.Normal(mu, (logvar / 2).exp()), torch.distributions.Normal(0.0, 1.0)]
    distance = torch.distributions.kl_divergence(*distributions).sum() / 4
    judged = F.binary_cross_entropy_with_logits
    telling = judged(verdicts[:4], torch.ones(4)) + judged(verdicts[4:], torch.zeros(8))
    pleasing = judged(verdicts[4:], torch.ones(8))
    assert torch.allclose(torch.stack([likeness, distance]), torch.stack([llike, prior]), rtol=1e-4)
    for part, loss in (
        (network.encoder, distance + likeness),
        (network.decoder, vae_gan.GAMMA * likeness + pleasing),
        (judge, telling),
    ):
        wanted = torch.autograd.grad(loss, list(part.parameters()), retain_graph=True)
        for parameter, gradient in zip(part.parameters(), wanted, strict=True):
            assert parameter.grad is not None
            assert torch.allclose(parameter.grad, gradient, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize(
    ("real", "false", "judge", "decoder"),
    [
        (0.69, 0.69, 1, 1),
        (0.1, 0.69, 0, 1),
        (0.69, 0.1, 0, 1),
        (0.69, 2.0, 1, 0),
        (2.0, 0.69, 1, 0),
        (0.1, 2.0, 1, 1),
    ],
)
def test_a_judge_that_is_sure_waits_and_one_that_is_lost_is_not_led_on(
    real: float, false: float, judge: int, decoder: int
) -> None:
    may = vae_gan.balance(torch.tensor(real), torch.tensor(false))

    assert (judge, decoder) == tuple(map(int, may))


@pytest.mark.parametrize(
    ("height", "width", "expected"), [(8, 8, 1), (16, 24, 1), (32, 32, 2), (64, 64, 4), (72, 128, 2), (128, 128, 8)]
)
def test_patches_leave_a_grid_that_can_be_halved_twice(height: int, width: int, expected: int) -> None:
    patch = diffusion.patch(height, width)

    assert patch == expected
    assert (height // patch) % 4 == (width // patch) % 4 == 0


class Gaussian:
    """What a denoiser of pictures that are normal numbers of deviation 0.5 would say."""

    schedule = "flow"

    def __call__(self, x: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
        t = (t / diffusion.TIMES).view(-1, 1, 1, 1)
        return (t - (1 - t) * 0.25) / ((1 - t) ** 2 * 0.25 + t**2) * x


@pytest.mark.parametrize("sampler", ["euler", "heun", "ddim", "dpm", "unipc"])
def test_every_sampler_finds_the_pictures_of_a_perfect_denoiser(sampler: str) -> None:
    z = torch.ones(1, 3, 2, 2)

    drawn = diffusion.denoise(Gaussian(), z, sampler, 60, lambda: None)  # type: ignore[arg-type]

    assert torch.allclose(drawn, 0.5 * z, atol=0.03)


@pytest.mark.parametrize("schedule", ["cosine", "linear"])
@pytest.mark.parametrize("sampler", ["euler", "heun", "ddim", "dpm", "unipc"])
def test_the_older_schedules_have_every_sampler(schedule: str, sampler: str) -> None:
    class Still:
        def __init__(self) -> None:
            self.schedule = schedule

        def __call__(self, x: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
            return torch.zeros_like(x)

    drawn = diffusion.denoise(Still(), torch.randn(2, 3, 8, 8), sampler, 4, lambda: None)  # type: ignore[arg-type]

    assert torch.isfinite(drawn).all()


def test_features_see_an_edge_that_moved_and_no_change_where_there_is_none() -> None:
    eye = features.Features(0)
    x = torch.zeros(1, 3, 16, 16)
    x[..., 8:] = 1

    assert float(eye.distance(x, x)) == 0
    assert float(eye.distance(x.roll(1, 3), x)) > 0


def test_an_average_of_no_memory_is_the_network() -> None:
    network = torch.nn.Linear(2, 2)
    average = Average(network, 0.0)
    with torch.no_grad():
        network.weight.add_(1)

    average.update(5)

    assert torch.equal(average.network.weight, network.weight)


def test_what_batch_normalisation_knows_is_averaged_with_the_weights_and_counts_are_copied() -> None:
    network = torch.nn.BatchNorm2d(1)
    average = Average(network, 0.75)
    network(torch.full((2, 1, 1, 1), 40.0))  # a tenth of it comes in

    average.update(1_000)

    assert 4.0 == pytest.approx(float(network.running_mean))  # type: ignore[arg-type]
    assert 1.0 == pytest.approx(float(average.network.running_mean))  # type: ignore[arg-type]
    assert 1 == average.network.num_batches_tracked


def test_the_rate_rises_and_falls_as_it_is_told() -> None:
    regimen = Regimen(steps=10, batch=1, rate=1.0, average=0, seed=0, warm_up=3, decay="linear")

    rates = [round(regimen.rate_at(step), 3) for step in range(10)]

    assert rates == [0.25, 0.45, 0.6, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]


def test_a_kernel_that_was_summed_once_draws_the_same_bits() -> None:
    double, x = Double(6, 4).eval().requires_grad_(False), torch.randn(2, 6, 5, 7)
    before = double(x)
    double.settle()

    assert torch.equal(before, double(x))


def test_half_of_what_an_average_knows_is_gone_after_its_half_life() -> None:
    assert half_life(20) ** (HALF_LIFE / 20) == pytest.approx(0.5, rel=1e-4)


@pytest.mark.parametrize(("count", "columns", "rows"), [(1, 1, 1), (2, 2, 1), (9, 4, 3), (16, 4, 4)])
def test_a_sheet_of_previews_is_as_square_as_can_be(count: int, columns: int, rows: int) -> None:
    image = sheet(np.zeros((count, 8, 12, 3), np.uint8))

    assert image.size == (columns * (12 + GAP) + GAP, rows * (8 + GAP) + GAP)
