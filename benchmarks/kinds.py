"""Kinds for which only the engine around them costs anything. Known to `benchmarks.command` alone.

`mark` and `tally` do next to nothing; `sieve` and `head` are the two stages of the twelve edits (`edits`), and say in
files of their own that they ran, as the scripts of the others do.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from intaglio.lang.vocabulary import Name, Number, Place
from intaglio.runtime.contract import Context, Files, Made, Params, Source, setting, stage


class Mark(Params):
    """What may stand beneath `mark`."""

    file: Annotated[str, Place("file")] = setting(doc="A small file.", sweeps=False)


class Tally(Params):
    """What may stand beneath `tally`."""

    folder: Annotated[str, Place("folder")] = setting(doc="A folder.", sweeps=False)


def _nothing(params: Params) -> Mapping[str, Any]:
    """What is read is known by its content; the path is no fact."""
    return {}


def _file(params: Mark, files: Files) -> Mapping[str, Sequence[Source]]:
    return {"file": files.listed(params.file)}


def _folder(params: Tally, files: Files) -> Mapping[str, Sequence[Source]]:
    return {"folder": files.listed(params.folder)}


@stage("mark", version=1, makes="lines", params=Mark, sources=("lines",), reads=_file, keyed=_nothing)
def mark(context: Context[Mark]) -> Made:
    """The file's bytes, after those of what it is made from."""
    before = b"".join(given.artifact.result["mark"].read_bytes() for given in context.sources)
    (context.result / "mark").write_bytes(before[-1000:] + context.read(context.files["file"][0]))
    return Made(1, unit="marks")


@stage("tally", version=1, makes="lines", params=Tally, reads=_folder, keyed=_nothing)
def tally(context: Context[Tally]) -> Made:
    """How many files there are."""
    (context.result / "tally").write_text(str(len(context.files["folder"])))
    return Made(1, unit="tallies")


# The two stages of the twelve edits ----------------------------------------------------------------------------------

BEGUN, HALF, RAN = "begun", "half", "ran.txt"  # files: A has read its text, B has written half, which of them ran


class Sieve(Params):
    """What may stand beneath `sieve`."""

    file: Annotated[str, Place("file")] = setting(doc="A text.", sweeps=False)
    above: Annotated[int, Number(0, 9, whole=True)] = setting(doc="Lines with a larger number are kept.")


class Head(Params):
    """What may stand beneath `head`."""

    title: Annotated[str, Name()] = setting(doc="What stands above.", sweeps=False)


def _above(params: Sieve) -> Mapping[str, Any]:
    return {"above": params.above}


def _text(params: Sieve, files: Files) -> Mapping[str, Sequence[Source]]:
    return {"file": files.listed(params.file)}


@stage(
    "sieve",
    version=int(os.environ.get("SIEVE_VERSION", "1")),
    makes="lines",
    params=Sieve,
    reads=_text,
    keyed=_above,
)
def sieve(context: Context[Sieve]) -> Made:
    """The lines whose number is large enough."""
    lines = context.read(context.files["file"][0]).decode().splitlines(True)
    _say(BEGUN)
    time.sleep(float(os.environ.get("SLOW_A", "0")))
    kept = "".join(line for line in lines if int(line[0]) > context.params.above)
    (context.result / "table.csv").write_text(kept)
    _say(RAN, "A")
    return Made(1, unit="texts")


@stage("head", version=1, makes="lines", params=Head, sources=("lines",), sources_required=True)
def head(context: Context[Head]) -> Made:
    """A text under a title."""
    out = context.result / "table.csv"
    out.write_text(f"{context.params.title}\n")
    _say(HALF)
    time.sleep(float(os.environ.get("SLOW_B", "0")))
    with out.open("a") as file:
        file.write(context.sources[0].artifact.result["table.csv"].read_text())
    _say(RAN, "B")
    return Made(1, unit="texts")


def _say(name: str, what: str = "") -> None:
    with Path(os.environ["TOLD"], name).open("a") as file:
        file.write(what)
