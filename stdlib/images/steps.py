"""Steps on one image: pure functions from an item to the items that it becomes (none: it is left out).

Each depends on the item and its own values alone, and none decodes anything: what is to be done is said in the photo's
recipe, and done when its pixels are asked for. Conditions are in `journey.py`, steps that must see several images in
`selecting.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PIL import Image, ImageColor, ImageOps

from intaglio.lang import ir
from intaglio.stdlib.images import maps
from intaglio.stdlib.images.finding import WHOLE, Place
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.photo import Photo
from intaglio.stdlib.measures import FLEETING, VERSIONS

Values = Mapping[str, Any]
Act = Callable[[Item, Values], Sequence[Item]]

LEAST = 0.25  # of the shorter side: a square around something tiny shows some of what lies about it


def skip(item: Item, values: Values) -> Sequence[Item]:
    """The item, unless it is a frame before that time."""
    return () if item.time is not None and item.time < values["time"] else (item,)


def until(item: Item, values: Values) -> Sequence[Item]:
    """The item, unless it is a frame at that time or after."""
    return () if item.time is not None and item.time >= values["time"] else (item,)


def crop(item: Item, values: Values) -> Sequence[Item]:
    """The largest square, or one that leaves off a margin on each side, moved to the place that is named."""
    width, height = item.photo.size
    side = max(1, round(min(width, height) * (1 - 2 * (values["margin"] or 0))))
    across, down = PLACES[values["place"] or "centre"]
    return (_with(item, item.photo.cut(int((width - side) * across), int((height - side) * down), side, side)),)


def crop_around(item: Item, values: Values, place: Place) -> Sequence[Item]:
    """The square around a place that was found in the item, with a margin on each side."""
    left, top, side = square(item.photo.size, place, values["margin"] or 0)
    return (_with(item, item.photo.cut(left, top, side, side)),)


def square(size: tuple[int, int], place: Place, margin: float) -> tuple[int, int, int]:
    """Left, top and side, in px, of the square that holds a place, as far as the image goes.

    Its side is the place's longer one with a share of it added on each side, and at least `LEAST` of the image's
    shorter one. Where it has room to move it lies around the middle of the place's mass.
    """
    width, height = size
    edges = ((place.left, place.right, place.across, width), (place.top, place.bottom, place.down, height))
    longer = max((end - begin) * whole for begin, end, _, whole in edges) / WHOLE
    shortest = min(width, height)
    side = max(1, round(min(shortest, max(shortest * LEAST, longer * (1 + 2 * margin)))))
    left, top = (_begin(*edge, side, longer * margin) for edge in edges)
    return left, top, side


def _begin(begin: int, end: int, middle: int, whole: int, side: int, margin: float) -> int:
    """Where a square begins along one side of an image: around the middle, but so that all is in it if it can be."""
    first, last = begin * whole / WHOLE - margin, end * whole / WHOLE + margin
    wanted = middle * whole / WHOLE - side / 2
    if last - first <= side:
        wanted = min(max(wanted, last - side), first)
    return round(min(max(wanted, 0), whole - side))


PLACES = {"centre": (0.5, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0), "left": (0.0, 0.5), "right": (1.0, 0.5)}


def resize(item: Item, values: Values) -> Sequence[Item]:
    """One side: the shorter side becomes that, in proportion. Two: filled, and cut at the centre."""
    width, height = item.photo.size
    if len(values["size"]) == 1:
        (side,) = values["size"]
        shorter = min(width, height)
        return (_with(item, item.photo.sized(_half_up(width * side, shorter), _half_up(height * side, shorter))),)
    wide, high = values["size"]
    scale = min(width / wide, height / high)
    seen_wide, seen_high = wide * scale, high * scale
    left, top = (width - seen_wide) / 2, (height - seen_high) / 2
    whole = width * high == height * wide
    box = None if whole else (left, top, left + seen_wide, top + seen_high)
    return (_with(item, item.photo.sized(wide, high, box)),)


def _half_up(amount: int, divisor: int) -> int:
    return max(1, (2 * amount + divisor) // (2 * divisor))


def pad(item: Item, values: Values) -> Sequence[Item]:
    """The whole image as large as it fits, in the middle of a ground."""
    wide, high = values["size"] if len(values["size"]) == 2 else values["size"] * 2
    width, height = item.photo.size
    if width * high >= height * wide:
        inner = (wide, _half_up(height * wide, width))
    else:
        inner = (_half_up(width * high, height), high)
    ground = values["ground"] or "#ffffff"

    def make(image: Image.Image) -> Image.Image:
        whole = Image.new("RGB", (wide, high), ImageColor.getrgb(ground)[:3])
        whole.paste(image, ((wide - inner[0]) // 2, (high - inner[1]) // 2))
        return whole

    return (_with(item, item.photo.sized(*inner).altered(f"on {wide} by {high} {ground}", (wide, high), make)),)


def grey(item: Item, values: Values) -> Sequence[Item]:
    """Its lightness alone (ITU-R BT.601 luma)."""
    return (_with(item, item.photo.altered("grey", item.photo.size, lambda image: image.convert("L").convert("RGB"))),)


def mirror(item: Item, values: Values) -> Sequence[Item]:
    """Itself, and its mirror image."""
    photo = item.photo.done()
    turned = photo.altered("mirrored", photo.size, ImageOps.mirror)
    return (item._replace(photo=photo), item._replace(photo=turned, **called(item, " (mirrored)")))


def derive(item: Item, values: Values) -> Sequence[Item]:
    """A map of it, in its size."""
    name, count = values["map"], values["colours"] or maps.COLOURS
    how = f"{name} {VERSIONS[name]}" + (f" {count}" if name == "segment" else "")
    photo = item.photo.done()
    return (_with(item, photo.altered(how, photo.size, lambda image: maps.DRAWN[name](image, count))),)


def called(item: Item, then: str) -> dict[str, Any]:
    """The same name with something after it, and where that can be asked for."""
    return {"name": item.name and item.name + then, "origin": replace(item.origin, then=item.origin.then + then)}


def _with(item: Item, photo: Photo) -> Item:
    return item._replace(photo=photo)


TIMED = {"skip": skip, "until": until}  # they look at an item's time
SHAPING = {
    "crop": crop,
    "resize": resize,
    "pad": pad,
    "grey": grey,
    "mirror": mirror,
    "derive": derive,
}  # they make another photo
ACTS: Mapping[str, Act] = {**TIMED, **SHAPING}


def may_leave_out(step: ir.Step) -> bool:
    """Whether a step on one image may have it left out."""
    return step.word in TIMED or "condition" in step.values or step.values.get("around") in FLEETING
