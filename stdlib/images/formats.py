"""Formats: which one a stage makes, from its `format` and the name after `save`. Loads no library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from intaglio.runtime.contract import Fault

F = TypeVar("F", bound=str)


def settled(said: F | None, save: str | None, formats: Sequence[F], folder: F) -> F:
    """The format to make: what `format` says, else what the name after `save` ends in, else the first of `formats`.

    A name that ends in no suffix, or in `/`, is a folder, and holds `folder`. Raises `Fault` where the name asks for a
    format that is not made, or for another than `format` says.
    """
    named = None if save is None else _named(save, formats, folder)
    if said is not None and named is not None and said != named:
        raise Fault(f"`format {said}` and `save {save}` ask for two different things.", f"format {named}")
    return said or named or formats[0]


def _named(save: str, formats: Sequence[F], folder: F) -> F:
    suffix = PurePosixPath(save).suffix.lower().removeprefix(".")
    if not suffix or save.endswith("/"):
        return folder
    for format in formats:
        if format == suffix:
            return format
    known = ", ".join(f".{format}" for format in formats)
    raise Fault(f"`save {save}` ends in .{suffix}, and this can be made: {known}.")
