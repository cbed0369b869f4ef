"""Decoding: from a file's bytes to 8-bit colour, the right way up, on white. Refuses what is broken, strange or huge.

Knows no steps. `opened` reads a file's head and decodes nothing, so that a bomb is refused before it goes off.
"""

from __future__ import annotations

import io
import struct
import zlib
from functools import lru_cache
from typing import Literal

import numpy as np
from PIL import Image, ImageCms, ImageOps

KNOWN = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "PPM", "JPEG2000", "AVIF")  # what Pillow decodes well and safely
MOST = 128 << 20  # pixels: above the largest cameras (102 million), below what a few kilobytes can be made to claim

Order = Literal["little", "big"]

Image.init()
Image.MAX_IMAGE_PIXELS = MOST
_FORMATS = tuple(name for name in KNOWN if name in Image.OPEN)

# What Pillow and its codecs raise for files that are broken in one way or another: the first six were met in 100,000
# mutations of ten formats, the others are in its source. Anything else is a mistake of ours.
REFUSALS = (
    OSError,
    SyntaxError,
    ValueError,
    RuntimeError,
    struct.error,
    Image.DecompressionBombError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    zlib.error,
)

UPSIDE = 0x0112  # the EXIF tag of orientation; from 5 on the sides change places
TIFF_TURNED = "TIFF"  # Pillow turns TIFFs itself, and tells the turned size


class Unreadable(Exception):
    """A file that is no image known here, is empty, broken off or damaged, or is too large to open."""


def opened(data: bytes) -> Image.Image:
    """An image of which only the head has been read. Raises `Unreadable`, and MemoryError where that is short."""
    if not data:
        raise Unreadable("empty")
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
        width, height = image.size
    except Image.DecompressionBombError as bomb:
        raise Unreadable("too large") from bomb
    except REFUSALS as error:
        raise _refused(error, data) from error
    if width * height > MOST:
        raise Unreadable("too large")
    if width < 1 or height < 1:
        raise Unreadable("damaged")
    return image


def upright_size(data: bytes) -> tuple[int, int]:
    """Width and height of an image once it is the right way up, from its head alone. Raises `Unreadable`."""
    image = opened(data)
    width, height = image.size
    try:
        turned = image.format != TIFF_TURNED and image.getexif().get(UPSIDE, 1) in (5, 6, 7, 8)
    except REFUSALS as error:
        raise _refused(error, data) from error
    return (height, width) if turned else (width, height)


def developed(data: bytes, share: float = 1.0) -> Image.Image:
    """The pixels of an image: mode RGB, the right way up, laid on white.

    `share` is how much of its size is needed: a JPEG may come as a half, a quarter or an eighth, never below that
    share, which saves most of the work where a photograph becomes a thumbnail. Raises `Unreadable`, and MemoryError
    where that is short.
    """
    image = opened(data)
    try:
        if share < 1:
            width, height = image.size
            image.draft(None, (max(1, int(width * share)), max(1, int(height * share))))
        image.load()
        return _flat(ImageOps.exif_transpose(image))
    except REFUSALS as error:
        raise _refused(error, data) from error


# Why a file was refused -------------------------------------------------------------------------------------------

ENDED = ("truncated", "eof", "but only got", "not enough image data")  # what Pillow says of files that end too early
LEAST = 64  # bytes: no picture is in fewer


def _refused(error: Exception, data: bytes) -> Exception:
    """What to raise for a file that Pillow refused: by what it says, and where that is little, by the file's head."""
    said = str(error).lower()
    if "out of memory" in said:
        return MemoryError(str(error))
    if any(sign in said for sign in ENDED):
        return Unreadable("broken off")
    if not any(_begins(data, name) for name in _FORMATS):
        return Unreadable("not an image")
    return Unreadable("broken off" if _ends_early(data) else "damaged")


def _begins(data: bytes, name: str) -> bool:
    """Whether a file begins as those of a format do."""
    accept = Image.OPEN[name][1]
    return accept is not None and accept(data[:16]) is True


def _ends_early(data: bytes) -> bool:
    """Whether a file is shorter than its head says, in formats of which Pillow does not always tell."""
    if len(data) < LEAST:
        return True
    if data.startswith(b"\xff\xd8"):
        return data.rfind(b"\xff\xd9") <= data.rfind(b"\xff\xda")  # no end after the last beginning of a scan
    match data[:4]:
        case b"RIFF":
            return _number(data, 4, "little") + 8 > len(data)
        case b"GIF8":
            return not data.rstrip(b"\0").endswith(b";")
        case b"II*\0" | b"MM\0*":
            order: Order = "little" if data[:1] == b"I" else "big"
            table = _number(data, 4, order)
            return table + 2 + 12 * _number(data, table, order, 2) > len(data)
    return data[4:8] in (b"ftyp", b"jP  ") and _boxes_end(data) > len(data)


def _boxes_end(data: bytes) -> int:
    """Where the last box of an AVIF or a JPEG 2000 ends, as it says itself (ISO 14496-12, 4.2)."""
    end = 0
    while end < len(data) and (size := _number(data, end, "big")) > 1:
        end += size
    return end


def _number(data: bytes, at: int, order: Order, length: int = 4) -> int:
    return int.from_bytes(data[at : at + length], order)


# Colour -----------------------------------------------------------------------------------------------------------


def _flat(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") or image.mode == "F":
        return _toned(image)
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        image = _in_srgb(image, profile)
    return image if image.mode == "RGB" else image.convert("RGB")


def _toned(image: Image.Image) -> Image.Image:
    """Grey of more than 8 bits. White is 65,535 (2**32 - 1 where numbers go past it); of floats also 1 or 255."""
    values = np.nan_to_num(np.asarray(image).astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    tops = (1.0, 255.0, 65535.0) if image.mode == "F" else (65535.0,)
    top = next((top for top in tops if values.max() <= top), 2.0**32 - 1)
    grey = np.clip(np.floor(values * (255 / top) + 0.5), 0, 255).astype(np.uint8)
    return Image.fromarray(grey).convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The image as its own colour profile means it, in sRGB; a profile that is broken is not heeded."""
    transform = _transform(profile, image.mode)
    if transform is None:
        return image
    try:
        return ImageCms.applyTransform(image, transform) or image
    except (ImageCms.PyCMSError, ValueError):
        return image


@lru_cache(maxsize=32)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """How to bring colours to sRGB; None where they are in it already, or the profile cannot be read."""
    try:
        own = ImageCms.getOpenProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(own):
            return None
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(own, srgb, mode, "RGB", ImageCms.Intent.PERCEPTUAL)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
