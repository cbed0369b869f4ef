"""Layers: what the layers of a network are called in a score, whatever the network. Loads no torch.

`layer-1` is the coarsest of those that draw; the next is finer, up to the picture. `inward-1` is the first through
which a network that looks at pictures sees them. `early`, `middle` and `late` are thirds of those that draw, `all` is
every one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, get_args

from intaglio.lang.vocabulary import Layers
from intaglio.runtime.contract import Fault
from intaglio.stdlib import sorts

Word = Literal[
    "all",
    "early",
    "middle",
    "late",
    "layer-1",
    "layer-2",
    "layer-3",
    "layer-4",
    "layer-5",
    "layer-6",
    "layer-7",
    "layer-8",
    "layer-9",
    "inward-1",
    "inward-2",
    "inward-3",
    "inward-4",
    "inward-5",
    "inward-6",
    "inward-7",
]
NAMES: tuple[str, ...] = get_args(Word)
Layer = Annotated[
    Word, Layers("model", tuple((name, sort.layers) for name, sort in sorts.every().items() if sort.layers))
]
THIRDS = ("early", "middle", "late")


def chosen(words: Sequence[str], there: Sequence[str], hint: str = "invert at") -> list[str]:
    """The layers that words name, in the order of `there`, a network's own.

    Raises `Fault` for one that it lacks; `hint` is how a line begins that names one.
    """
    drawing = [name for name in there if name.startswith("layer-")]
    found = {name for word in words for name in _named(word, drawing, there, hint)}
    return [name for name in there if name in found]


def _named(word: str, drawing: Sequence[str], there: Sequence[str], hint: str) -> Sequence[str]:
    if word == "all":
        return drawing
    if word in THIRDS:
        third, count = THIRDS.index(word), len(drawing)
        part = drawing[round(third * count / 3) : round((third + 1) * count / 3)]
        return part or drawing[min(third, count - 1) :][:1]
    if word not in there:
        raise Fault(f"This model has no layer `{word}`. It has {', '.join(there)}.", f"{hint} {there[-1]}")
    return [word]
