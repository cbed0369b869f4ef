"""A glimpse: pictures side by side on one sheet, for previews."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

GAP, GROUND = 2, 32  # px between pictures, and the grey behind them


def grid(pictures: NDArray[np.uint8]) -> Image.Image:
    """uint8 K×H×W×3 in rows, as square as can be."""
    count, height, width, _ = pictures.shape
    columns = math.ceil(math.sqrt(count))
    columns += columns % 2 and count > 1  # pairs stay side by side
    rows = math.ceil(count / columns)
    sheet = np.full((rows * (height + GAP) + GAP, columns * (width + GAP) + GAP, 3), GROUND, np.uint8)
    for i, picture in enumerate(pictures):
        top, left = GAP + i // columns * (height + GAP), GAP + i % columns * (width + GAP)
        sheet[top : top + height, left : left + width] = picture
    return Image.fromarray(sheet)
