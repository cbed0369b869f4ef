"""perform: run a Python file of one's own as a stage.

`perform NAME from … with …` calls the code that `code` names. It runs only once you have said that you trust it, by its
content: a changed file asks again. Checking or reading a score never runs it.

    gen 1

    dataset fruit from ./photos/
      resize 32 px

    perform solarised from fruit
      code ./solarise.py
      makes images
"""

from __future__ import annotations

from typing import Annotated, Literal

from intaglio.lang.vocabulary import Place
from intaglio.runtime.contract import Params, later, setting


class Perform(Params):
    """What may stand beneath `perform`."""

    code: Annotated[str, Place("file")] = setting(doc="The Python file.", sweeps=False)
    makes: Literal["images", "model", "table"] = setting("images", "What comes out of it.", sweeps=False)


perform = later(
    "perform",
    __doc__ or "",
    makes="images",
    params=Perform,
    sources=("images", "model", "texts"),
    models=("model",),
    many_sources=True,
    many_models=True,
    draws=True,
)
