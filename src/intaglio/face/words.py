"""Words: the vocabulary of the kinds that ship.

It is made of their schemas, and written down in `stdlib/vocabulary.py`, so that checking a script need load neither the
kinds nor the library that their settings are written with: that took longer than all the rest. What was written down
is heard only where the files that it was made of are what they were; a new kind, or a changed one, is read itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from zlib import crc32

from intaglio.lang.vocabulary import Verb, Vocabulary
from intaglio.runtime.plan.wall import WORK
from intaglio.stdlib import registry
from intaglio.stdlib.measures import MEASURES

# Beside the kinds' files.
SOURCES = ("lang/vocabulary", "runtime/contract", "runtime/plan/schema", "stdlib/layers", "stdlib/measures")


@cache
def words() -> Vocabulary:
    """The vocabulary of the built-in kinds."""
    verbs = written()
    return read() if verbs is None else Vocabulary(verbs, MEASURES, WORK)


def read() -> Vocabulary:
    """The vocabulary as the kinds have it now."""
    from intaglio.runtime.plan.schema import vocabulary

    return vocabulary(registry.kinds(), MEASURES)


def written() -> Mapping[str, Verb] | None:
    """What is written down of the verbs; None where it was made of other files than there are."""
    try:
        from intaglio.stdlib import vocabulary
    except ImportError:
        return None

    return vocabulary.VERBS if dict(vocabulary.OF) == _digests() else None


def freeze() -> str:
    """What `stdlib/vocabulary.py` should hold."""
    of = "".join(f"    {name!r}: {digest!r},\n" for name, digest in _digests().items())
    verbs = "".join(f"    {name!r}: {_spelt(verb)},\n" for name, verb in read().verbs.items())
    return (
        '"""The verbs of the kinds that ship, written down by `make accept`: see `intaglio.face.words`."""\n\n'
        "from intaglio.lang.vocabulary import *\n\n"
        f"OF = {{\n{of}}}\nVERBS = {{\n{verbs}}}\n"
    )


def _digests() -> dict[str, str]:
    """What the vocabulary is made of: each file, and the digest of what it holds."""
    rooms = registry.STAGES.parent.parent
    alike = (sorted(folder.glob("*.py")) for folder in (registry.STAGES, registry.SORTS, registry.FINDERS))
    files = (*chain.from_iterable(alike), *(rooms / f"{name}.py" for name in SOURCES))
    return {str(file.relative_to(rooms).with_suffix("")): _digest(file) for file in files}


def _digest(file: Path) -> str:
    """A checksum and a length: it tells of an edit, which nobody hides. A library of better ones takes longer to load
    than all files to read."""
    held = file.read_bytes()
    return f"{crc32(held):08x} {len(held)}"


def _spelt(value: Any) -> str:
    """A value as Python writes it, without the fields that are as they are left out."""
    from dataclasses import MISSING, fields, is_dataclass  # which no check needs

    if isinstance(value, tuple):
        return f"({''.join(f'{_spelt(each)}, ' for each in value)})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name!r}: {_spelt(each)}' for name, each in value.items())}}}"
    if not is_dataclass(value):
        return repr(value)
    told = {each.name: getattr(value, each.name) for each in fields(value)}
    left_out = {
        each.name: each.default if each.default_factory is MISSING else each.default_factory() for each in fields(value)
    }
    said = (f"{name}={_spelt(each)}" for name, each in told.items() if each != left_out[name])
    return f"{type(value).__name__}({', '.join(said)})"
