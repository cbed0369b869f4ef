"""perform: run a Python file of one's own as a stage.

`perform NAME from … with …` calls the function in the file that `code` names. That is written as the stages of gen
are: settings in a class, and a function under `@stage`, which reads what it is given and writes images, a model or a
table into an empty folder. Its settings are said beneath, as those of any verb are.

Nothing of the file runs before you have said that you trust it: `gen trust`, with the name of the script, shows it and
asks. That holds for the file as it is then and where it lies; one that was edited asks again. Checking, planning or
reading a score never runs any of it. Once it is trusted, it runs as you, and may do what you may.

What it makes is kept and made again as with any stage: when its code changes, what is said beneath it, the seed, or
what it is made from. It is one file, in the folder of the script or beneath it, and finds no other file beside it. The
Python of the example, and how such a file is written, stand in `docs/perform.md` of the project.

    gen 1

    dataset fruit from ./photos/
      resize 32 px

    perform solarised from fruit
      code ./solarise.py
      makes images
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Annotated, Any, Literal

from intaglio.lang.ir import Value
from intaglio.lang.vocabulary import Place
from intaglio.runtime.artifacts.images import ImageSet, ImageWriter
from intaglio.runtime.contract import Changed, Context, Files, Line, Made, Own, Params, Source, setting, stage
from intaglio.runtime.keys.digests import derive

FILE = "code"  # what `reads` calls the file
# What code of the artist's is written with: its results flow through this, so the version here speaks for it too.
WRITTEN_WITH = (ImageSet, ImageWriter, derive)


class Trust(Line):
    """What is known of the code that is trusted: the sha256 of what it holds, and what it says of itself."""

    digest: str
    draws: bool
    watching: tuple[str, ...]  # settings that change no byte of what it makes


class Perform(Params):
    """What may stand beneath `perform`; what only the code knows comes in `own`."""

    code: Annotated[str, Place("file")] = setting(doc="The Python file.", sweeps=False)
    makes: Literal["images", "model", "table"] = setting("images", "What comes out of it.", sweeps=False)
    own: dict[str, Value] = setting({}, "The settings that the code has, those that are left out with the rest.")
    trust: Trust | None = setting(None, "What is known of the code.")

    def own_as_json(self) -> str:
        """Its own settings, for the class that the code declares them in."""
        return json.dumps(self.model_dump(mode="json")["own"])


def _settle(params: Perform, files: Files) -> Perform:
    code = files.trusted(params.code)
    own = code.verb.settings.values()
    said = {each.key: each.default for each in own if not each.required} | params.own
    watching = tuple(each.key for each in own if not each.keyed)
    trust = Trust(digest=code.digest, draws=code.draws, watching=watching)
    return params.model_copy(update={"own": said, "trust": trust})


def _digest(params: Perform) -> str:
    return "" if params.trust is None else params.trust.digest


def _keyed(params: Perform) -> Mapping[str, Any]:
    watching = () if params.trust is None else params.trust.watching
    own = params.model_dump(mode="json")["own"]
    return {"makes": params.makes, **{name: value for name, value in own.items() if name not in watching}}


def _draws(params: Perform) -> bool:
    return params.trust is None or params.trust.draws


def _reads(params: Perform, files: Files) -> Mapping[str, Sequence[Source]]:
    return {FILE: files.listed(params.code)}


@stage(
    "perform",
    version=1,
    makes="images",
    makes_as="makes",
    params=Perform,
    sources=("images", "model", "texts", "table"),
    models=("model",),
    many_sources=True,
    many_models=True,
    draws=_draws,
    reads=_reads,
    keyed=_keyed,
    own=Own(code="code", settle=_settle, digest=_digest),
    compute=True,
)
def perform(context: Context[Perform]) -> Made:
    """Run the file, if it is what was trusted."""
    from intaglio.stdlib import performing

    (source,) = context.files[FILE]
    data = context.read(source)
    if sha256(data).hexdigest() != _digest(context.params):
        raise Changed(source.path)
    return performing.perform(context, data, source.path, context.params.code)
