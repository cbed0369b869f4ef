"""Words that people bring from other tools, and what gen calls them. Messages understand them; scripts do not."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

# Beneath a verb: what gen calls it, and what PyTorch, Keras, diffusers, kohya, ComfyUI, Automatic1111, StyleGAN, ffmpeg
# and ImageMagick do. A word that stands beneath several is the first of them that the verb knows.
_SETTINGS: Mapping[str, str] = {
    "model": "architecture arch network net backbone model-type",
    "latent": "z z-dim nz latent-dim latent-size latent-channels latents bottleneck code-size hidden-dim "
    "embedding-dim encoding-dim",
    "epochs": "epoch num-epochs num-train-epochs n-epochs nb-epoch max-epochs total-epochs passes",
    "steps": "iterations iters iter num-iterations num-iter n-iter max-iter inference-steps num-inference-steps "
    "sampling-steps num-steps n-steps max-steps train-steps num-train-steps max-train-steps total-steps ddim-steps "
    "timesteps num-timesteps diffusion-steps updates",
    "batch": "bs batch-size batch-gpu train-batch-size mini-batch mini-batch-size batches",
    "rate": "lr learning-rate base-lr init-lr g-lr d-lr unet-lr speed fps framerate frame-rate frames-per-second r",
    "decay": "lr-schedule lr-scheduler lr-scheduler-type lr-decay scheduler-type",
    "warm-up": "warmup-steps lr-warmup-steps num-warmup-steps lr-warmup",
    "augment": "augmentation augmentations aug data-augmentation diffaugment diff-augment ada augpipe transforms "
    "transform",
    "schedule": "noise-schedule noise-scheduler beta-schedule betas",
    "average": "ema ema-decay use-ema ema-rate ema-beta polyak",
    "beta": "kl kl-weight kld-weight kl-beta kl-coeff kl-coefficient kl-scale kl-lambda beta-kl beta-vae",
    "loss": "criterion objective loss-fn loss-function",
    "seam": "tileable tiling tile seamless circular-padding",
    "condition": "conditional cond class-cond class-conditional labels num-classes",
    "stop-at": "early-stopping early-stop patience",
    "preview": "snap snapshot sample-every sample-interval sample-freq save-images-every validation-epochs "
    "validation-steps log-images image-snapshot-ticks visualise visualize",
    "count": "num-samples n-samples num-images num-images-per-prompt images-per-prompt n-images num-outputs number "
    "samples amount quantity batch-count n",
    "truncation": "psi trunc truncation-psi temperature temp",
    "sampler": "scheduler sampler-name sampling-method solver noise-sampler",
    "guidance": "cfg cfg-scale guidance-scale scale classifier-free-guidance unconditional-guidance-scale "
    "guidance-strength",
    "prompt": "text positive positive-prompt prompts caption text-prompt",
    "strength": "denoise denoising-strength denoising image-strength prompt-strength init-strength",
    "mask": "mask-image inpaint-mask",
    "blend": "interpolate mixing",
    "group": "class label class-label category class-idx classes",
    "step": "checkpoint ckpt at-step snapshot-step",
    "trigger": "instance-prompt caption-prefix token placeholder-token keyword class-prompt",
    "rank": "lora-rank network-dim network-rank lora-dim lora-r r dim",
    "seed": "random-seed manual-seed random-state rng noise-seed torch-seed np-seed",
    "speed": "fps framerate frame-rate frames-per-second r rate",
    "sound": "audio music soundtrack audio-file track",
    "pace": "seconds-per-stop step-duration hold",
    "stops": "keyframes key-frames waypoints num-keyframes",
    "ease": "easing interpolation smoothing tween",
    "loop": "looping cycle closed wrap",
    "save": "output out outfile output-file outdir output-dir output-path out-dir results-dir save-dir save-path "
    "save-to save-as export filename to-file filename-prefix logdir log-dir write-to",
    "format": "extension filetype file-type file-format ext codec image-format",
    "size": "resolution res dimensions dims image-size img-size imgsz img-res image-resolution target-size "
    "output-size pixels width height",
    "columns": "cols ncols n-cols ncol nrow n-columns tile montage",
    "rows": "nrows n-rows",
    "margin": "border padding spacing gap gutter pad",
    "paper": "page-size papersize sheet-size",
    "title": "titre titel caption heading label text suptitle",
    "layout": "arrangement stack hstack vstack",
    "licence": "license rights copyright terms",
    "credit": "credits attribution source",
    "consent": "consented permission",
    "artist": "autor auteur künstler author creator by-line name",
    "year": "date",
    "statement": "description about abstract",
    "from": "path folder input dir directory root data-dir data-root dataroot data-path train-data-dir dataset-path "
    "image-dir img-dir source src image-folder instance-data-dir load",
    "resize": "resolution res scale size image-size img-size target-size scale-to rescale resize-to thumbnail "
    "geometry resized width height",
    "crop": "centre-crop center-crop square crop-size",
    "pad": "letterbox padding extent fit",
    "grey": "grayscale greyscale monochrome desaturate black-and-white bw to-gray",
    "mirror": "hflip flip horizontal-flip random-horizontal-flip random-flip flop fliplr mirrored xflip",
    "keep": "filter where only select",
    "drop": "exclude remove without dedupe deduplicate reject",
    "skip": "start ss start-time begin trim-start seek offset",
    "until": "end stop end-time trim-end",
    "take": "limit max-images max-samples subset first max-count sample",
    "shuffle": "randomise randomize random-order permute",
    "for": "duration length runtime play-time",
    "balance": "class-balance oversample undersample rebalance",
    "caption": "captions caption-column",
    "rotate": "rotation",
    "distance": "fid",
}

# Other tools have to be told, and gen sees to it.
_BY_ITSELF: Mapping[str, str] = {
    "gen uses the graphics card where there is one, and the processor where there is none.": "device gpu gpus "
    "num-gpus cuda cpu mps use-cuda accelerator",
    "How many pictures are read at a time is nothing that a result depends on, and gen sees to it.": "workers "
    "num-workers dataloader-workers data-loader-workers threads num-threads prefetch pin-memory",
    "gen reckons in full precision, on every machine.": "precision mixed-precision fp16 bf16 half amp dtype float16 "
    "bfloat16 xformers",
    "How a model learns is a part of the model in gen.": "optimizer optimiser optim adam adamw sgd weight-decay "
    "momentum beta1 beta2 betas gradient-clipping grad-clip max-grad-norm dropout",
    "gen keeps a training on its way by itself, and goes on from there.": "resume resume-from "
    "resume-from-checkpoint save-every save-steps save-epochs checkpointing-steps checkpoint-every save-interval "
    "save-freq",
    "gen brings colours to the range that a model learns from, and back, by itself.": "normalize normalise "
    "normalization normalisation rescale standardize standardise",
    "gen shuffles what a model learns from by itself, by the `seed`.": "shuffle",
    "With `paper` a page has 300 dots an inch; without it, pictures keep their own pixels.": "dpi ppi",
    "gen shows how far it is while it runs.": "verbose log-every logging log-interval tensorboard wandb report-to",
}

# Beneath a setting of gen's: words for what it sees to.
_NEEDLESS: Mapping[str, Mapping[str, str]] = {
    "paper": {
        "gen turns the paper upright or across, as suits the pictures.": "landscape portrait horizontal vertical "
        "upright across sideways"
    },
}

# How several conditions of a setting are joined that stand side by side; of all others, `and`.
JOINED: Mapping[str, str] = {"drop": "or"}

# Other tools are told what follows in gen from a setting of the verb: that, why, and what they call it.
_FOLLOWING: tuple[tuple[str, str, str], ...] = (
    (
        "pace",
        "A walk lasts one `pace` from each stop to the next: 6 stops at `pace 2 s` last 10 s, and with `loop` 12 s.",
        "duration length total-time total-duration total-length run-time seconds",
    ),
    (
        "pace",
        "A walk has as many frames as its way takes: `rate` of them a second, and a `pace` from each stop to the next.",
        "frames num-frames n-frames frame-count total-frames",
    ),
    (
        "speed",
        "A film lasts as long as its frames do at this `speed`.",
        "duration length total-time total-duration total-length run-time seconds",
    ),
    (
        "batch",
        "gen counts `steps`, in each of which one `batch` of images is seen. A kimg is 1000 images.",
        "kimg total-kimg ticks",
    ),
    (
        "screens",
        "The key F fills a screen, in the browser that a show plays in.",
        "fullscreen full-screen maximized kiosk",
    ),
)

# What other tools measure by a word of its own is a condition here, of what stands after the word.
_CONDITIONS: Mapping[str, str] = {
    **dict.fromkeys(("min-size", "min-resolution", "min-res"), "width >= {0} and height >= {0}"),
    **dict.fromkeys(("max-size", "max-resolution", "max-res"), "width <= {0} and height <= {0}"),
    "min-width": "width >= {0}",
    "min-height": "height >= {0}",
    "max-width": "width <= {0}",
    "max-height": "height <= {0}",
}

# These mean several things elsewhere, or in everyday speech: they are offered, and never put in unasked.
VAGUE = frozenset(
    "scale n r number amount size text path name label class tile load data start end stop temperature temp width "
    "height source src sample first where only select date token dim gap pad fit transform transforms "
    "checkpoint ckpt snap scheduler interpolation without remove m patience early-stopping "
    "early-stop num-classes labels batches crop-size flip flop hflip fliplr xflip horizontal-flip mirrored hold "
    "border updates passes "
    "kl kl-weight kld-weight kl-beta kl-coeff kl-coefficient kl-scale kl-lambda beta-kl".split()
)


def _squeezed(word: str) -> str:
    """A word without capitals and whatever joins its parts: `batchSize`, `batch_size`, `batch-size` are one."""
    return word.lower().replace("-", "").replace("_", "")


def _turned(table: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for ours, theirs in table.items():
        for word in theirs.split():
            found[_squeezed(word)] = (*found.get(_squeezed(word), ()), ours)
    return found


SETTINGS = _turned(_SETTINGS)
BY_ITSELF = _turned(_BY_ITSELF)
_VAGUE = frozenset(map(_squeezed, VAGUE))


def setting(word: str, known: Container[str]) -> str | None:
    """What a verb that knows some settings calls a word of another tool."""
    return next((ours for ours in SETTINGS.get(_squeezed(word), ()) if ours in known), None)


def by_itself(word: str) -> str:
    """Why gen need not be told what a word of another tool says; empty where that is not so."""
    return next(iter(BY_ITSELF.get(_squeezed(word), ())), "")


def following(word: str, known: Container[str]) -> str:
    """Why a verb that knows some settings need not be told what a word of another tool says; empty where it is."""
    return next(
        (why for by, why, words in _FOLLOWING if by in known and _squeezed(word) in _squeezed(words).split()), ""
    )


def condition(word: str, value: str) -> str | None:
    """The condition that a word of another tool says of a value: `min-size 400 px`."""
    said = _CONDITIONS.get(word.lower().replace("_", "-"))
    return said.format(value) if said else None


def needless(setting: str, word: str) -> str:
    """Why a value need not be said beside the one of a setting; empty where that is not so."""
    whys = _NEEDLESS.get(setting, {}).items()
    return next((why for why, words in whys if _squeezed(word) in words.split()), "")


def choice(word: str) -> str:
    """What gen calls a word of another tool among the choices of a setting; the word where it has none for it."""
    same = _squeezed(word)
    return next((ours for theirs, ours in CHOICES.items() if theirs == word or _squeezed(theirs) == same), word)


def instead(word: str) -> str:
    """What gen has for a word of another tool, where that is not all of it; empty where nothing is to be said."""
    same = _squeezed(word)
    return next((why for why, words in _INSTEAD.items() if same in map(_squeezed, words.split())), "")


def beside(word: str) -> str:
    """A further line that such a word stands for; empty where it stands for none."""
    return _BESIDE.get(_squeezed(word), "")


def lacking(setting: str, word: str) -> str:
    """Why gen has nothing for a word of another tool beneath a setting; empty where that is not so."""
    same = _squeezed(word)
    whys = _LACKING.get(setting, {}).items()
    return next((why for why, words in whys if same in map(_squeezed, words.split())), "")


def numeral(said: str) -> str | None:
    """A number in words, in figures: `two hundred`, `twenty-five`; None where that is none."""
    words = said.lower().replace("-", " ").split()
    if re.fullmatch(_NUMERAL, "".join(_SORT_OF_NUMERAL.get(word, "?") for word in words)) is None:
        return None
    total = part = 0
    for word in words:
        value = int(NUMERALS.get(word, 0))  # nothing, of `and`
        if value == 1000:
            total, part = max(1, part) * value, 0
        else:
            part = max(1, part) * value if value == 100 else part + value
    return str(total + part)


def is_vague(word: str) -> bool:
    """Whether a word of another tool may be meant in more than one way."""
    return _squeezed(word) in _VAGUE


# Words of programming languages that begin no line of a score, and why.
_PROGRAMMING: Mapping[str, str] = {
    "gen has no conditions: every stage that a score names is made. Beneath `dataset`, `keep` and `drop` say which "
    "images stay.": "if else elif elseif unless switch case when endif fi",
    "gen has no loops. `each` makes one result for every value of a setting: `each seed 1 to 6`.": "while foreach "
    "endfor endwhile done",
    "A score says what is made, and the order of its lines is no order of work. gen needs no such line.": "return "
    "exit quit end begin start run execute main pass try except finally await async",
    "gen has no packages to install. A recipe is borrowed with `use`, and those that come with gen are there.": "pip "
    "pip3 install npm conda brew apt",
}
PROGRAMMING: Mapping[str, str] = {word: why for why, words in _PROGRAMMING.items() for word in words.split()}

# Beneath a dataset, before the name of a part of it.
GROUPS = frozenset("class classes category categories label part subset section folder groups".split())

# At the margin.
VERBS: Mapping[str, str] = {
    "load": "dataset",
    "data": "dataset",
    "images": "dataset",
    "collect": "dataset",
    "gather": "dataset",
    "import": "use",
    "require": "use",
    "include": "use",
    "fit": "train",
    "learn": "train",
    "teach": "train",
    "finetune": "tune",
    "fine-tune": "tune",
    "generate": "sample",
    "draw": "sample",
    "dream": "sample",
    "interpolate": "walk",
    "travel": "walk",
    "reconstruct": "rebuild",
    "video": "film",
    "movie": "film",
    "animate": "film",
    "render": "film",
    "grid": "print",
    "plot": "print",
    "sheet": "print",
    "download": "borrow",
    "pretrained": "borrow",
    "checkpoint": "borrow",
    "blend": "merge",
    "img2img": "vary",
    "inpaint": "vary",
    "exhibit": "show",
    "install": "show",
    "evaluate": "measure",
    "function": "recipe",
    "def": "recipe",
    "macro": "recipe",
    "set": "let",
    "var": "let",
    "const": "let",
    "title": "work",
    "project": "work",
    "gan": "train",
    "autoencoder": "train",
    "diffusion": "train",
    "loadimage": "dataset",
    "ksampler": "sample",
    "saveimage": "print",
    "return": "gives",
    "returns": "gives",
    "output": "gives",
    "outputs": "gives",
}

# Among the choices of a setting.
CHOICES: Mapping[str, str] = {
    "ae": "autoencoder",
    "variational": "vae",
    "variational-autoencoder": "vae",
    "beta-vae": "vae",
    "fastgan": "fast-gan",
    "lightweight-gan": "fast-gan",
    "stylegan": "style-gan",
    "stylegan2": "style-gan",
    "stylegan3": "style-gan",
    "dcgan": "gan",
    "wgan": "gan",
    "wgan-gp": "gan",
    "cyclegan": "translate",
    "pix2pix": "translate",
    "pix2pix-hd": "translate",
    "vqgan": "vae-gan",
    "vq-gan": "vae-gan",
    **dict.fromkeys(("vq-vae", "vqvae"), "vae"),
    **dict.fromkeys(("stable-diffusion", "sd", "sdxl", "sd-xl", "latent-diffusion", "ldm", "flux"), "diffusion"),
    "ddpm": "diffusion",
    "unet": "diffusion",
    "flow": "diffusion",
    "middle": "centre",
    "letter": "a4",
    "us-letter": "a4",
    "legal": "a4",
    "us-legal": "a4",
    "tabloid": "a3",
    "ledger": "a3",
    "smooth": "slow",
    **dict.fromkeys(("ease-in-out", "in-out", "inout", "ease-in", "ease-out"), "slow"),
    "eased": "slow",
    **dict.fromkeys(("linear", "slerp", "lerp"), "straight"),
    "horizontal": "beside",
    "side-by-side": "beside",
    "row": "beside",
    "vertical": "above",
    "stacked": "above",
    "column": "above",
    "mse": "pixels",
    "l2": "pixels",
    "lpips": "features",
    "perceptual": "features",
    "rotation": "rotate",
    **dict.fromkeys(("hflip", "horizontal-flip", "random-horizontal-flip", "random-flip", "fliplr", "mirror"), "flip"),
    "translate": "shift",
    "translation": "shift",
    "scale": "zoom",
    "colorjitter": "colour",
    "color-jitter": "colour",
}

# What is told of some of these: what stands here for what they mean elsewhere.
_INSTEAD: Mapping[str, str] = {
    "gen has no gan with Wasserstein's loss. Its `gan` is kept steady by spectral normalisation, and its loss is the "
    "hinge.": "wgan wgan-gp",
    "What CycleGAN does is `translate` here: it learns from two sets of images, `from A, B`, and both ways at once.": (
        "cyclegan cycle-gan"
    ),
    "What pix2pix does is `translate` here: it learns from two sets of images that belong together, `from A, B`; "
    "`pairing` says how.": "pix2pix pix2pix-hd",
    "gen has no codebook, which the VQ stands for. Its `vae-gan` has a judge, as a VQGAN has.": "vqgan vq-gan",
    "gen has no codebook, which the VQ stands for. Its `vae` goes without.": "vqvae vq-vae",
    "gen brings no model that others have trained. Its `diffusion` learns from your images alone, and without words.": (
        "stable-diffusion sd sdxl sd-xl latent-diffusion ldm flux"
    ),
    "Paper is of the A series: `a4` is 6 mm narrower than letter, and 18 mm taller.": "letter us-letter",
    "Paper is of the A series: `a4` is 6 mm narrower than legal, and 59 mm shorter.": "legal us-legal",
    "Paper is of the A series: `a3` is 18 mm wider than tabloid, and 12 mm shorter.": "tabloid ledger",
}

# What has to stand beside one of them, on a line of its own.
_BESIDE: Mapping[str, str] = {"pix2pix": "pairing same-name", "pix2pixhd": "pairing same-name"}

# Beneath a setting: what gen has nothing for, and why.
_LACKING: Mapping[str, Mapping[str, str]] = {
    "augment": {
        "gen turns no picture upside down as it is learnt from: `flip` mirrors left and right, `rotate` turns by up to "
        "15 degrees.": "vertical-flip random-vertical-flip vflip flipud upside-down",
        "`resize` and `crop`, beneath the dataset, say what of a picture is seen. `zoom` and `shift` change that as it "
        "is learnt from.": "crop random-crop random-resized-crop center-crop centre-crop",
    },
}

# What people call images, and a measure by which gen can tell.
QUALITIES: Mapping[str, str] = {
    **dict.fromkeys(("blurry", "blurred", "unsharp"), "blur > 40%"),
    **dict.fromkeys(("sharp", "crisp"), "blur < 40%"),
    "dark": "brightness < 20%",
    "bright": "brightness > 90%",
    **dict.fromkeys(("small", "tiny"), "width < 256 px"),
    **dict.fromkeys(("large", "big"), "width >= 1024 px"),
    **dict.fromkeys(("double", "duplicate", "similar"), "likeness > 95%"),
}

# How images are mostly compared by a measure, beneath `keep` and beneath `drop`: those that have much of it are wanted,
# but for what spoils them.
SIGNS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("width", "height", "brightness", "contrast", "colour", "color", "faces"), (">=", "<")),
    **dict.fromkeys(("blur", "lettering", "likeness"), ("<", ">")),
}

# Where a number is wanted: what leaves it to gen, or to chance.
TO_GEN = frozenset("auto automatic default last latest final end".split())
TO_CHANCE = frozenset("random rand randomise randomize any".split())

# Where a number is wanted.
NUMERALS: Mapping[str, str] = {
    word: str(value)
    for value, word in (
        *enumerate("zero one two three four five six seven eight nine ten eleven twelve".split()),
        *enumerate("thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 13),
        *(
            (10 * tens, word)
            for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
        ),
        (100, "hundred"),
        (1000, "thousand"),
    )
}

# How they stand together: only tens from twenty on take ones, a thousand comes once, zero stands alone.
_SORT_OF_NUMERAL: Mapping[str, str] = {
    "and": "&",
    "zero": "0",
    **dict.fromkeys("one two three four five six seven eight nine".split(), "1"),
    **{word: "d" for word, figures in NUMERALS.items() if 10 <= int(figures) < 20},
    **{word: "t" for word, figures in NUMERALS.items() if 20 <= int(figures) < 100},
    "hundred": "h",
    "thousand": "k",
}
_BELOW_100 = "(?:t1?|d|1)"
_BELOW_1000 = f"(?:1h(?:&?{_BELOW_100})?|{_BELOW_100})"
_FIRST = f"(?:h(?:&?{_BELOW_100})?|{_BELOW_1000})"  # `hundred` is one hundred, where it comes first
_NUMERAL = f"0|{_FIRST}|{_FIRST}?k(?:&?{_BELOW_1000})?"

# Names of colours, as HTML 4.01 (1999) has them.
COLOURS: Mapping[str, str] = {
    "black": "#000000",
    "silver": "#c0c0c0",
    "grey": "#808080",
    "gray": "#808080",
    "white": "#ffffff",
    "maroon": "#800000",
    "red": "#ff0000",
    "purple": "#800080",
    "fuchsia": "#ff00ff",
    "green": "#008000",
    "lime": "#00ff00",
    "olive": "#808000",
    "yellow": "#ffff00",
    "navy": "#000080",
    "blue": "#0000ff",
    "teal": "#008080",
    "aqua": "#00ffff",
}

# After a number.
UNITS: Mapping[str, str] = {
    "pixel": "px",
    "pixels": "px",
    "pix": "px",
    "percent": "%",
    "pct": "%",
    "sec": "s",
    "secs": "s",
    "second": "s",
    "seconds": "s",
    "msec": "ms",
    "millisecond": "ms",
    "milliseconds": "ms",
    "m": "min",
    "mins": "min",
    "minute": "min",
    "minutes": "min",
    "hr": "h",
    "hrs": "h",
    "hour": "h",
    "hours": "h",
    "millimetre": "mm",
    "millimetres": "mm",
    "millimeter": "mm",
    "millimeters": "mm",
    "centimetre": "cm",
    "centimetres": "cm",
    "centimeter": "cm",
    "centimeters": "cm",
    "epoch": "epochs",
    "step": "steps",
    "iterations": "steps",
    "image": "images",
    "img": "images",
    "imgs": "images",
    "pictures": "images",
    "samples": "images",
    "frame": "frames",
    "sekunde": "s",
    "sekunden": "s",
    "sek": "s",
    "seconde": "s",
    "secondes": "s",
    "segundo": "s",
    "segundos": "s",
    "secondo": "s",
    "secondi": "s",
    "秒": "s",
    "minuten": "min",
    "minuto": "min",
    "minutos": "min",
    "minuti": "min",
    "stunde": "h",
    "stunden": "h",
    "heure": "h",
    "heures": "h",
    "hora": "h",
    "horas": "h",
    "prozent": "%",
    "pourcent": "%",
    "bilder": "images",
    "bps": "fps",
    "ips": "fps",
    "hz": "fps",
    "hertz": "fps",
    **dict.fromkeys("píxel píxeles pixeles пикс пиксель пикселя пикселей пкс 像素 ピクセル 픽셀".split(), "px"),
    **dict.fromkeys("с сек секунда секунды секунд 秒钟 초".split(), "s"),
    **dict.fromkeys("мин минута минуты минут 分 分钟 분".split(), "min"),
    **dict.fromkeys("ч час часа часов 小时 時間 시간".split(), "h"),
    **dict.fromkeys("мм 毫米 ミリ 밀리미터".split(), "mm"),
    **dict.fromkeys("см 厘米 センチ 센티미터".split(), "cm"),
    **dict.fromkeys("процент процента процентов".split(), "%"),
    **dict.fromkeys("кадр кадра кадров 帧 フレーム 프레임".split(), "frames"),
    **dict.fromkeys("эпоха эпохи эпох 轮 エポック".split(), "epochs"),
    **dict.fromkeys("шаг шага шагов 步 ステップ".split(), "steps"),
}

# A unit that gen does not have: how much it is of one that it has.
CONVERTED: Mapping[str, tuple[str, str]] = {
    "in": ("25.4", "mm"),
    "inch": ("25.4", "mm"),
    "inches": ("25.4", "mm"),
    **dict.fromkeys(("pt", "pts", "point", "points"), ("127/360", "mm")),  # of desktop publishing: 72 to an inch
    "k": ("1000", ""),
    **dict.fromkeys(("deg", "degs", "degree", "degrees", "grad", "times", "x", "×"), ("1", "")),
}

# Both are accepted everywhere; the author's is kept.
SPELLINGS: Mapping[str, str] = {"center": "centre", "color": "colour", "gray": "grey"}


def spelt(word: str) -> str:
    """The word as the vocabulary spells it: each of its parts in British spelling."""
    if "r" not in word:  # none of the spellings is without one, and most words are asked
        return word
    return "-".join(SPELLINGS.get(part, part) for part in word.split("-"))
