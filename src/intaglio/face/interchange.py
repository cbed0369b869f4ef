"""The IR as other programs read it: a checked score in goes out as one JSON object, under a schema with a version.

The version is raised when a program that reads the old one would misread the new. Fields may be added without it.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import Field

from intaglio.lang.ir import Frozen, Program
from intaglio.runtime.keys import digests

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Score(Frozen):
    """A checked score: what `gen ir` prints."""

    ir: Literal[1] = Field(1, description="The version of this schema.")
    key: str = Field(description="The work's key: equal for scores that mean the same, however they are set or noted.")
    program: Program


def score_of(program: Program) -> Score:
    """A program with its version and key."""
    return Score(key=key_of(program), program=program)


def key_of(program: Program) -> str:
    """The work's key, 32 hex digits: the digest of what the score says, without notes, layout and spelling.

    What of it runs already is no part of it, nor what the artist calls a sweep, nor whether it is said in percent; and
    neither is that a sweep is of no family, so that a later version of Intaglio gives the same key.
    """
    worded = {"__all__": {"called", "percent"}}
    said = program.model_dump(mode="json", exclude={"stages": {"__all__": {"later": True, "sweeps": worded}}})
    for sweep in (sweep for stage in said["stages"] for sweep in stage["sweeps"]):
        if sweep["family"] is None:
            del sweep["family"]
    return digests.of_value(said)


def schema() -> dict[str, Any]:
    """The JSON schema of `Score`, as it is printed."""
    described = Score.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, **described, "title": "Intaglio IR"}


def schema_text() -> str:
    """The schema as `docs/reference/ir-schema.json` holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
