"""Draws `icon.png`: a plate's edge, pressed into paper, and in it the lines of a score."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

SIDE, FINER = 128, 8  # drawn larger, and made small
PAPER, PRESSED, INK, COPPER = "#f4efe6", "#e3dac9", "#2b2622", "#b4653a"
# Each line of the score: how far in, how long, and its colour.
LINES = ((0, 46, INK), (1, 34, COPPER), (1, 24, COPPER), (0, 38, INK), (1, 30, COPPER), (0, 52, INK))


def icon() -> Image.Image:
    """The icon, 128 pixels square."""
    image = Image.new("RGBA", (SIDE * FINER, SIDE * FINER), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    _box(draw, (4, 4, 124, 124), 14, PAPER)
    _box(draw, (18, 18, 110, 110), 5, PRESSED)
    _box(draw, (20, 20, 110, 110), 5, PAPER)
    for row, (depth, length, colour) in enumerate(LINES):
        left, top = 31 + 13 * depth, 31 + 12 * row
        _box(draw, (left, top, left + length, top + 6), 3, colour)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _box(draw: ImageDraw.ImageDraw, corners: tuple[int, int, int, int], radius: int, colour: str) -> None:
    left, top, right, bottom = (each * FINER for each in corners)
    draw.rounded_rectangle((left, top, right, bottom), radius * FINER, colour)


if __name__ == "__main__":
    icon().save(Path(__file__).with_name("icon.png"), optimize=True)
