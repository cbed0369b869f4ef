"""Diffusion: a network learns to say, of a picture under noise, which way the picture lies.

With the schedule `flow`, pictures and noise lie on straight lines, x_t = (1 - t) x + t z, and the velocity z - x is
followed (Lipman et al., "Flow matching for generative modeling", 2023; Liu et al., "Flow straight and fast", 2023), t
from a logit-normal (Esser et al., "Scaling rectified flow transformers", 2024, section 3.1). `cosine` (Nichol and
Dhariwal, 2021) and `linear` (Ho et al., 2020) are the older ways, learnt as v (Salimans and Ho, 2022, appendix D).

The network is diffusers' UNet. It works on square patches of pixels taken as channels (Luhman and Luhman, "Improving
diffusion model efficiency through patching", 2022), which costs a quarter of the work for each doubling of the patch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.unets.unet_2d import UNet2DModel  # narrowly: the whole of diffusers takes seconds to import
from diffusers.schedulers.scheduling_ddim import DDIMScheduler
from diffusers.schedulers.scheduling_ddpm import DDPMScheduler
from diffusers.schedulers.scheduling_dpmsolver_multistep import DPMSolverMultistepScheduler
from diffusers.schedulers.scheduling_euler_discrete import EulerDiscreteScheduler
from diffusers.schedulers.scheduling_flow_match_euler_discrete import FlowMatchEulerDiscreteScheduler
from diffusers.schedulers.scheduling_flow_match_heun_discrete import FlowMatchHeunDiscreteScheduler
from diffusers.schedulers.scheduling_heun_discrete import HeunDiscreteScheduler
from diffusers.schedulers.scheduling_unipc_multistep import UniPCMultistepScheduler
from torch import Tensor, nn

from intaglio.stdlib.nn import augment, machine, noise, shares
from intaglio.stdlib.nn.average import Average
from intaglio.stdlib.nn.batches import Batches, deviation
from intaglio.stdlib.nn.drawers import Manner
from intaglio.stdlib.nn.parts import Part, drawing, seeing
from intaglio.stdlib.nn.regimen import Regimen, Step
from intaglio.stdlib.nn.state import Parts
from intaglio.stdlib.sorts.diffusion import SAMPLER, usual_steps

TIMES = 1000  # in which diffusers counts time
EARLIEST = 1e-3  # the time nearest to a picture at which a velocity is asked
WIDTHS = (32, 64, 96)
_HALVINGS = len(WIDTHS) - 1


def patch(height: int, width: int) -> int:
    """The side of a patch: the largest that leaves a grid of at least 12 that can be halved as often as need be."""
    fits = [p for p in (8, 4, 2) if not (height % (p << _HALVINGS) or width % (p << _HALVINGS))]
    return next((p for p in fits if min(height, width) // p >= 12), 1)


class Denoiser(nn.Module):
    """A UNet on patches. `std` is the standard deviation of the training's pictures, for the flow's scaling."""

    def __init__(self, height: int, width: int, schedule: str, std: float) -> None:
        super().__init__()
        self.height, self.width, self.schedule, self.std = height, width, schedule, std
        self.patch = patch(height, width)
        channels = 3 * self.patch**2
        self.unet = UNet2DModel(
            sample_size=(height // self.patch, width // self.patch),
            in_channels=channels,
            out_channels=channels,
            block_out_channels=WIDTHS,
            layers_per_block=1,
            norm_num_groups=8,
            attention_head_dim=32,
            down_block_types=("DownBlock2D", "DownBlock2D", "AttnDownBlock2D"),
            up_block_types=("AttnUpBlock2D", "UpBlock2D", "UpBlock2D"),
        )

    def forward(self, x: Tensor, t: Tensor) -> Tensor:
        """(B, 3, height, width) and times (B,) from 0 to 1000, to the velocity or v: (B, 3, height, width)."""
        if self.schedule != "flow":
            return self._unet(x, t)
        t = (t / TIMES).clamp_min(EARLIEST)[:, None, None, None]
        return (x - self.picture(x, t)) / t

    def picture(self, x_t: Tensor, t: Tensor) -> Tensor:
        """The picture that the flow's x_t (B, 3, height, width) most likely came from, at times (B, 1, 1, 1) in (0, 1].

        The UNet says the picture, not the noise, which is as large as a patch and has no shape that a small network
        could learn (Li and He, "Back to basics: let denoising generative models denoise", 2025). Its input is scaled
        to variance 1: with pictures of variance s², x_t has (1 - t)² s² + t².
        """
        w_2 = (1 - t) ** 2 * self.std**2 + t**2
        return self._unet(x_t * w_2.rsqrt(), t.flatten() * TIMES)

    def layers(self) -> dict[str, Part]:
        """See `parts.layers_of`. Those that halve see; the middle and those that double draw."""
        unet = self.unet
        inward = [Part(module, (f"unet.down_blocks.{i}",)) for i, module in enumerate(unet.down_blocks)]
        outward = [Part(module, (f"unet.up_blocks.{i}",)) for i, module in enumerate(unet.up_blocks)]
        return seeing(inward) | drawing([Part(unet.mid_block, ("unet.mid_block",)), *outward])

    def _unet(self, x: Tensor, t: Tensor) -> Tensor:
        x = F.pixel_unshuffle(x, self.patch).contiguous(memory_format=torch.channels_last)
        y: Tensor = self.unet(x, t, return_dict=False)[0]
        return F.pixel_shuffle(y, self.patch)


class Lesson:
    """A denoiser, its optimiser and its average."""

    def __init__(self, height: int, width: int, schedule: str, pictures: Tensor, regimen: Regimen) -> None:
        std = deviation(pictures)
        with noise.weights(regimen.seed):
            network = Denoiser(height, width, schedule, round(max(std, 0.05), 4))
        self.network = machine.placed(network)
        self.average = Average(self.network, regimen.average)
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), regimen.rate, (0.9, 0.99), weight_decay=0.01, fused=True
        )
        self.parts = Parts({"network": self.network, "average": self.average.network}, {"adam": self.optimiser})


LOSSES = ("loss",)


def train(
    lesson: Lesson, batches: Batches, regimen: Regimen, operations: Sequence[str], begin: int = 0
) -> Iterator[Step]:
    """Train a denoiser in place from step `begin` on, yielding after each step."""
    network = lesson.network.train()
    loss_of = _flow_loss if network.schedule == "flow" else _v_loss
    for step in range(begin, regimen.steps):
        regimen.guide(lesson.optimiser, step)
        x = augment.apply(batches.at(step), operations, 1.0, regimen.seed, step)  # (B, 3, H, W)
        source = noise.generator(regimen.seed, "diffuse", step)
        z = shares.draw(noise.normal, x.shape, source)  # (B, 3, H, W)
        loss = loss_of(network, x, z, shares.draw(noise.normal, (len(x),), source))
        lesson.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        shares.settle(lesson.optimiser)  # what is clipped is the gradient of the whole batch
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        lesson.optimiser.step()
        lesson.average.update(step)
        yield Step(step + 1, loss.detach()[None])


def _flow_loss(network: Denoiser, x: Tensor, z: Tensor, chance: Tensor) -> Tensor:
    """How far the pictures are from those that were guessed, at logit-normal times made of `chance` (B,).

    Times lean towards noise, and the weight 1 / t of the velocity's own 1 / t²: what a picture is as a whole is
    decided there, and a short training has no more to give than that.
    """
    t = torch.sigmoid(0.4 + 1.2 * chance)[:, None, None, None]  # (B, 1, 1, 1)
    x_t = (1 - t) * x + t * z
    loss: Tensor = ((network.picture(x_t, t) - x).square() / (t + 0.1)).mean()
    return loss


def _v_loss(network: Denoiser, x: Tensor, z: Tensor, chance: Tensor) -> Tensor:
    """The same for v, at times made even by the normal distribution's own function."""
    scheduler = DDPMScheduler(**_betas(network.schedule))
    t = (torch.special.ndtr(chance) * TIMES).long().clamp(0, TIMES - 1)  # (B,)
    x_t = scheduler.add_noise(x, z, t)
    v = scheduler.get_velocity(x, z, t)
    return F.mse_loss(network(x_t, t), v)


def _betas(schedule: str) -> dict[str, Any]:
    curve = {"cosine": "squaredcos_cap_v2", "linear": "linear"}[schedule]
    return {"num_train_timesteps": TIMES, "beta_schedule": curve, "prediction_type": "v_prediction"}


def sampler_for(schedule: str, sampler: str, steps: int) -> Any:
    """diffusers' scheduler of a sampler. Along straight lines `ddim` and `euler` are the same (Gao et al., 2025).

    The two made for flows count time in as many parts as there are steps: their steps are then even, and the last one
    ends in a picture. In thousandths they would look a last time just before it, where a velocity says nothing.
    """
    if schedule == "flow":
        flow = {"use_flow_sigmas": True, "prediction_type": "flow_prediction", "num_train_timesteps": TIMES}
        return {
            "euler": lambda: FlowMatchEulerDiscreteScheduler(num_train_timesteps=steps),
            "ddim": lambda: FlowMatchEulerDiscreteScheduler(num_train_timesteps=steps),
            "heun": lambda: FlowMatchHeunDiscreteScheduler(num_train_timesteps=steps),
            "dpm": lambda: DPMSolverMultistepScheduler(**flow),
            "unipc": lambda: UniPCMultistepScheduler(**flow),
        }[sampler]()
    spaced = _betas(schedule) | {"timestep_spacing": "trailing"}
    return {
        "euler": EulerDiscreteScheduler,
        "ddim": DDIMScheduler,
        "heun": HeunDiscreteScheduler,
        "dpm": DPMSolverMultistepScheduler,
        "unipc": UniPCMultistepScheduler,
    }[sampler](**spaced)


@torch.no_grad()
def denoise(network: Denoiser, z: Tensor, sampler: str, steps: int, beat: Callable[[], None]) -> Tensor:
    """Noise (B, 3, height, width) to pictures of the same shape, from -1 to 1. `beat` is called at every look."""
    scheduler = sampler_for(network.schedule, sampler, steps)
    unit = TIMES / scheduler.config.num_train_timesteps
    scheduler.set_timesteps(steps)
    x = z * float(getattr(scheduler, "init_noise_sigma", 1.0))
    scaled = getattr(scheduler, "scale_model_input", lambda x, t: x)
    for t in scheduler.timesteps:
        beat()
        v = network(scaled(x, t), (t * unit).expand(len(x)).to(x.device, torch.float32))
        x = scheduler.step(v, t, x, return_dict=False)[0]
    return x.clamp(-1, 1)


class Diffusing:
    """A denoiser that draws: noise is as large as the picture, and drawing is many looks."""

    def __init__(self, network: Denoiser, facts: Mapping[str, Any]) -> None:
        self.network = network
        self.height: int = facts["height"]
        self.width: int = facts["width"]
        self.shape: tuple[int, ...] = (3, self.height, self.width)
        self.groups = 0

    def draw(self, z: Tensor, manners: list[Manner], beat: Callable[[], None]) -> Tensor:
        """See `Drawer.draw`."""
        sampler = manners[0].sampler or SAMPLER
        steps = manners[0].steps or usual_steps(sampler)
        return denoise(self.network, z, sampler, steps, beat)
