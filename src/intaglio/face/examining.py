"""Examining: what code of the artist's says of itself, asked in a process of its own, once it may run.

The process is told the code's bytes on its standard input, and answers with one JSON object on what was its standard
output: what the code prints goes elsewhere. Whatever it does to that process, this one is as it was.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from intaglio.lang import vocabulary as v
from intaglio.lang.vocabulary import Setting, ValueType, Verb
from intaglio.runtime.contract import Fault, Mistaken
from intaglio.runtime.world.code import Code
from intaglio.runtime.world.trust import decoded, encoded

PATIENCE = 120.0  # seconds: a library may take long to load
TAKEN = frozenset({"code", "makes", "own", "trust", "seed", "save"})  # what stands beneath `perform` already
SAYABLE = (v.Number, v.Choice, v.Text, v.Flag, v.Size, v.Every, v.Span, v.Name, v.Hue)
COMES_WITH_GEN = (  # what only stages that come with gen may say of themselves
    *("steps", "apiece", "reads", "course", "items", "unseen", "shows", "credits", "own"),
    *("groups", "texts", "gathers", "unordered", "together", "journeys"),
)


def examined(code: Code) -> tuple[Verb, bool]:
    """A trusted file as a verb, and whether it draws. Raises `Fault` for one that cannot be performed."""
    command = [sys.executable, "-P", "-m", "intaglio.face.examining", str(code.place), code.said]
    try:
        done = subprocess.run(command, input=code.data, capture_output=True, timeout=PATIENCE, start_new_session=True)
    except subprocess.TimeoutExpired:
        raise Fault(
            f"{code.said} was still busy with itself after {PATIENCE:.0f} s. What stands outside of its function runs"
            " whenever it is loaded, and should be done at once."
        ) from None
    try:
        told = json.loads(done.stdout)
    except ValueError:
        raise Fault(f"{code.said} ended the process that asked it for its settings (code {done.returncode}).") from None
    if "fault" in told:
        raise Mistaken(told["fault"], told["hint"], log=told["log"])
    verb = decoded(told["verb"])
    assert isinstance(verb, Verb)
    return verb, told["draws"]


def main() -> None:
    """Run as `python -m intaglio.face.examining PLACE SAID`."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    place, said = sys.argv[1:]
    try:
        told = _asked(sys.stdin.buffer.read(), Path(place), said)
    except Fault as fault:
        told = {"fault": fault.message, "hint": fault.hint, "log": getattr(fault, "log", "")}
    out.write(json.dumps(told))
    out.flush()
    os._exit(0)  # whatever threads it has begun


def _asked(data: bytes, place: Path, said: str) -> dict[str, Any]:
    from intaglio.runtime.plan.schema import verb
    from intaglio.stdlib.performing import MAKES, check_types, load

    kind = load(data, place, said)
    odd = next((name for name in COMES_WITH_GEN if getattr(kind, name)), None)
    if odd is not None:
        raise Fault(f"{said} says `{odd}=` of its stage, which only stages that come with gen may say.")
    if kind.makes not in MAKES:
        raise Fault(f"{said} makes {kind.makes}. What is performed makes images, a model or a table.")
    try:
        found = verb(kind)
    except TypeError as error:
        raise Fault(f"{said} has a setting that no line of a script could say: {error}.") from error
    own = {name: setting for name, setting in found.settings.items() if name not in ("seed", "save")}
    settings = {name: _settled(setting, said) for name, setting in own.items()}
    check_types(kind, settings.values(), said)
    told = Verb(found.name, found.makes, found.doc, settings=settings)
    return {"verb": encoded(told), "draws": kind.draws is not False}


def _settled(setting: Setting, said: str) -> Setting:
    """A setting, if a line may say it. Raises `Fault` for one that is taken, or that would name what no key knows."""
    from pydantic_core import PydanticSerializationError, PydanticUndefined, to_jsonable_python

    if setting.key in TAKEN or setting.name in v.RESERVED:
        raise Fault(f"{said} has a setting `{setting.name}`, and `perform` has one of that name, or needs the word.")
    odd = next((slot for slot in setting.slots if not _is_sayable(slot.type)), None)
    if odd is not None:
        raise Fault(
            f"{said} has a setting `{setting.name}` that is a {type(odd.type).__name__.lower()}. What it is made from"
            " comes after `from` and `with`, so that it is seen to have changed; settings are numbers, words, texts,"
            " sizes, times and colours."
        )
    try:
        default = None if setting.default is PydanticUndefined else to_jsonable_python(setting.default)
    except PydanticSerializationError as error:
        raise Fault(f"{said} has a setting `{setting.name}` whose default no line could say.") from error
    if setting.default is PydanticUndefined and not setting.required:
        raise Fault(f"{said} has a setting `{setting.name}` whose default is made anew each time: say it plainly.")
    return replace(setting, default=default)


def _is_sayable(kind: ValueType) -> bool:
    if isinstance(kind, v.Either):
        return all(map(_is_sayable, kind.options))
    return isinstance(kind, SAYABLE) and getattr(kind, "layers", None) is None


if __name__ == "__main__":
    main()
