"""A score and the file that it borrows a recipe from, as tests of names across files have them."""

from __future__ import annotations

from pathlib import Path

# Letters of two UTF-16 units stand before the names that are looked for, so that a place in wrong units is found out.
RECIPE = """gen 1

-- 𝔄 What one who saw them keeps of pictures.
recipe remember
  takes pictures as images
  takes waist as 8 to 2048 = 200  -- 🍎 how many numbers it keeps
  gives recollection, memory

  train memory from pictures
    model autoencoder
    latent waist
    epochs 6

  rebuild recollection from pictures with memory
"""

SCORE = """gen 1

use remember from ./recipes/ at v1

dataset table𝔄 from ./photos/
  resize 64 px

remember dream from table𝔄
  waist 64

sample others with dream.memory

print 𝔄𝔄 from dream.recollection
"""


def lie(folder: Path) -> tuple[Path, Path]:
    """Put both into a folder: the score, and the recipe's file."""
    score, recipe = folder / "score.gen", folder / "recipes" / "remember.gen"
    recipe.parent.mkdir()
    (folder / "photos").mkdir()
    (folder / "photos" / "pear.png").touch()
    score.write_text(SCORE, "utf-8")
    recipe.write_text(RECIPE, "utf-8")
    return score, recipe
