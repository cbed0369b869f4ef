"""Two trivial kinds, for which only the engine around them costs anything. Known to `benchmarks.command` alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from intaglio.lang.vocabulary import Place
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


@stage("mark", version=1, makes="table", params=Mark, sources=("table",), reads=_file, keyed=_nothing)
def mark(context: Context[Mark]) -> Made:
    """The file's bytes, after those of what it is made from."""
    before = b"".join(given.artifact.result["mark"].read_bytes() for given in context.sources)
    (context.result / "mark").write_bytes(before[-1000:] + context.read(context.files["file"][0]))
    return Made(1, unit="marks")


@stage("tally", version=1, makes="table", params=Tally, reads=_folder, keyed=_nothing)
def tally(context: Context[Tally]) -> Made:
    """How many files there are."""
    (context.result / "tally").write_text(str(len(context.files["folder"])))
    return Made(1, unit="tallies")
