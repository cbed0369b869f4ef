"""Steps on one image: pure functions from an item to the items that it becomes (none: it is left out).

Each depends on the item and its own values alone, so that the journey of one image can be kept and found again.
Steps that must see several images are in `selecting.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PIL import Image, ImageColor, ImageOps

from intaglio.lang import ir
from intaglio.stdlib.images import conditions, measuring
from intaglio.stdlib.images.items import Item
from intaglio.stdlib.images.photo import ImageBase, Photo

Values = Mapping[str, Any]
Act = Callable[[Item, Values], Sequence[Item]]


def keep(item: Item, values: Values) -> Sequence[Item]:
    """The item, where the condition is true of it."""
    return (item,) if _holds(values["condition"], item) else ()


def drop(item: Item, values: Values) -> Sequence[Item]:
    """The item, where the condition is not true of it."""
    return () if _holds(values["condition"], item) else (item,)


def _holds(condition: ir.Condition, item: Item) -> bool:
    return conditions.holds(condition, lambda name: measuring.measure(name, item.photo))


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
    ground = Image.new("RGB", (wide, high), ImageColor.getrgb(values["ground"] or "#ffffff")[:3])
    ground.paste(item.photo.sized(*inner).image(), ((wide - inner[0]) // 2, (high - inner[1]) // 2))
    return (_with(item, Photo(ImageBase(ground))),)


def grey(item: Item, values: Values) -> Sequence[Item]:
    """Its lightness alone (ITU-R BT.601 luma)."""
    return (_with(item, Photo(ImageBase(item.photo.image().convert("L").convert("RGB")))),)


def mirror(item: Item, values: Values) -> Sequence[Item]:
    """Itself, and its mirror image."""
    photo = item.photo.done()
    turned = Photo(ImageBase(ImageOps.mirror(photo.image())))
    return (replace(item, photo=photo), replace(item, photo=turned, **_called(item, " (mirrored)")))


def _called(item: Item, then: str) -> dict[str, Any]:
    """The same name with something after it, and where that can be asked for."""
    return {"name": item.name and item.name + then, "origin": replace(item.origin, then=item.origin.then + then)}


def caption(item: Item, values: Values) -> Sequence[Item]:
    """With the words of the script. Captions from files are told to each item where it is found."""
    return (replace(item, caption=values["text"]),)


def _with(item: Item, photo: Photo) -> Item:
    return replace(item, photo=photo)


ACTS: Mapping[str, Act] = {
    "keep": keep,
    "drop": drop,
    "skip": skip,
    "until": until,
    "crop": crop,
    "resize": resize,
    "pad": pad,
    "grey": grey,
    "mirror": mirror,
    "caption": caption,
}
