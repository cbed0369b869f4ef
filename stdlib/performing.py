"""Performing: code of the artist's, as a stage. The bytes of a file come in, and what it made stands in the result.

The bytes that are run are those that were read, digested and trusted: no file is asked again, nothing that Python has
compiled and left beside it is looked at, and the folder that it lies in is none of those that modules are found in. So
one file runs, and no other that lies with it.
"""

from __future__ import annotations

import csv
import errno
import json
import math
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any

from intaglio.lang import vocabulary as v
from intaglio.lang.vocabulary import Setting, ValueType
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.artifacts.images import LISTING, ORIGINS, ImageSet
from intaglio.runtime.contract import Cancelled, Changed, Context, Fault, Kind, Made, Mistaken
from intaglio.stdlib.models import FACTS, WEIGHTS, pass_groups_on

MAKES = ("images", "model", "table")
TABLE = "table.csv"
LONGEST = 300  # characters of what an error says
OF_THE_MACHINE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO})
OF_MEMORY = ("out of memory", "can't allocate memory", "CUDA")  # in what torch says, which the worker tells better


def load(data: bytes, place: Path, said: str) -> Kind[Any]:
    """Run a file's bytes, and return the one stage that it holds. Raises `Mistaken`, or `Fault` where it holds none.

    `said` is what messages call it.
    """
    module = ModuleType(f"performed_{sha256(data).hexdigest()}")
    module.__file__ = str(place)
    known = sys.modules.get(module.__name__)
    if known is None:
        sys.modules[module.__name__] = known = module
        try:
            guarded(lambda: exec(_compiled(data, place, said), module.__dict__), place, said)
        except BaseException:
            del sys.modules[module.__name__]
            raise
    return _only_kind(known, said)


def _compiled(data: bytes, place: Path, said: str) -> Any:
    try:
        return compile(data, str(place), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        at = f", line {line}" if line else ""
        raise Mistaken(f"{said}{at}: Python cannot read it: {_told(error)}.", log=traceback.format_exc()) from error


def _only_kind(module: ModuleType, said: str) -> Kind[Any]:
    """The stage of a file: those that it imports from elsewhere are not its own."""
    kinds = {id(each): each for each in vars(module).values() if isinstance(each, Kind)}
    own = [each for each in kinds.values() if each.run is not None and each.run.__module__ == module.__name__]
    if len(own) != 1:
        count = "no function" if not own else f"{len(own)} functions"
        raise Fault(f"{said} holds {count} under `@stage(…)`. A performed file has one, which is what it makes.")
    return own[0]


def perform(context: Context[Any], data: bytes, place: Path, said: str) -> Made:
    """Let a file make what it makes. Raises `Mistaken` for what goes wrong in it, and for a result that is none."""
    params = context.params
    kind = load(data, place, said)
    run = kind.run
    assert run is not None, "it was looked for by that"
    if kind.makes != params.makes:
        raise Fault(f"{said} makes {kind.makes}, and the script says {params.makes}.", f"makes {kind.makes}")
    _require(kind, context, said)
    own = _Own(context, _settings(kind, params.own_as_json(), said))
    made = guarded(lambda: run(own), place, said)
    if not isinstance(made, Made):
        told = type(made).__name__
        raise Mistaken(f"{said} returned {told}. A stage returns what it did, as `Made(16)` says for 16 images.")
    _check(context.result, kind.makes, said)
    if kind.makes == "model" and context.models and not (context.seen / ORIGINS).exists():
        pass_groups_on(context.models[0].artifact, context.seen)
    return made


def _settings(kind: Kind[Any], own: str, said: str) -> Any:
    """What is said beneath, in the class that the code declares. Raises `Mistaken` where that does not hold it."""
    from pydantic import ValidationError

    try:
        return kind.params.model_validate_json(own)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(next(iter(first["loc"]), ""))
        raise Mistaken(_not_held(said, name, first["input"]), log=traceback.format_exc()) from error


def _not_held(said: str, name: str, value: Any) -> str:
    return (
        f"{said} declares its setting `{name.replace('_', '-')}` as a type that does not hold {value}, which its line,"
        " or its default, says. Whole numbers are declared `Annotated[int, Number(1, 50, whole=True)]`, others"
        " `Annotated[float, Number(0, 1)]`, with a default that lies between."
    )


# Types that hold what may be said ----------------------------------------------------------------------------------

OF_TYPES = frozenset({"int_from_float", "int_parsing", "float_parsing", "literal_error", "missing", "too_long"})


def check_types(kind: Kind[Any], settings: Iterable[Setting], said: str) -> None:
    """Raises `Fault` for a setting whose class does not hold its default, or what its line may say.

    What a class of the artist's refuses for reasons of its own is told when that is said.
    """
    for setting in settings:
        if setting.default is not None:
            _check_held(kind, setting, setting.default, said, any_error=True)
        for slot in setting.slots if setting.plain else ():
            for value in _sayable(slot.type):
                _check_held(kind, setting, [value] if slot.many else value, said)


def _check_held(kind: Kind[Any], setting: Setting, value: Any, said: str, *, any_error: bool = False) -> None:
    from pydantic import ValidationError

    try:
        kind.params.model_validate_json(json.dumps({setting.key: value}))
    except ValidationError as error:
        for each in error.errors():
            is_of_type = any_error or each["type"].endswith("_type") or each["type"] in OF_TYPES
            if is_of_type and each["loc"][:1] == (setting.key,) and each["input"] is not None:
                raise Fault(_not_held(said, setting.key, each["input"])) from error


def _sayable(kind: ValueType) -> Iterator[Any]:
    """Some of what a line may say, as it comes to a class."""
    match kind:
        case v.Number(low=low, high=high, whole=True):
            yield from (int(low), int(high))
        case v.Number(low=low, high=high):
            yield low + (high - low) / math.pi  # no whole number
        case v.Choice():
            yield from kind.offered
        case v.Text() | v.Name():
            yield "a"
        case v.Flag():
            yield True
        case v.Size(low=low):
            yield from ([low], [low, low])
        case v.Every(families=families):
            yield from ({"amount": 1, "unit": family} for family in families)
        case v.Span(number=number):
            yield [*_sayable(number)][:1] * 2
        case v.Hue():
            yield "#000000"
        case v.Either(options=options):
            for option in options:
                yield from _sayable(option)


def _require(kind: Kind[Any], context: Context[Any], said: str) -> None:
    for word, required, given in (
        ("from", kind.sources_required, context.sources),
        ("with", kind.models_required, context.models),
    ):
        if required and not given:
            raise Fault(f"{said} needs something after `{word}`, and nothing stands there.")


class _Own:
    """The context with the settings as the code knows them."""

    def __init__(self, context: Context[Any], params: Any) -> None:
        self._context = context
        self.params = params

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)


# What goes wrong in it --------------------------------------------------------------------------------------------


def guarded(run: Callable[[], Any], place: Path, said: str) -> Any:
    """What a call into the artist's code returns. Raises `Mistaken` for what it raised that is its own."""
    try:
        return run()
    except (Fault, Cancelled, Changed, MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:
        if _is_of_the_machine(error):
            raise
        line = _line(error.__traceback__, place)
        at = f", line {line}" if line else ""
        raise Mistaken(f"{said}{at}: {_what(error, place)}", log=traceback.format_exc()) from error


def _is_of_the_machine(error: BaseException) -> bool:
    """Whether what is wrong is the disk, memory or card, whoever asked for them."""
    if isinstance(error, OSError):
        return error.errno in OF_THE_MACHINE
    return isinstance(error, Exception) and any(words in str(error) for words in OF_MEMORY)


def _line(trace: TracebackType | None, place: Path) -> int | None:
    """The innermost line of the artist's file on the way to an error."""
    lines = [line for frame, line in traceback.walk_tb(trace) if frame.f_code.co_filename == str(place)]
    return lines[-1] if lines else None


def _what(error: BaseException, place: Path) -> str:
    if isinstance(error, SystemExit):
        return "it left by itself (SystemExit). A stage returns `Made`, or raises `Fault` with a sentence."
    told = f"{type(error).__name__}: {_told(error)}".removesuffix(": ").rstrip(".")
    if isinstance(error, ModuleNotFoundError) and error.name and _lies_beside(error.name, place):
        return (
            f"{told}. {error.name}.py lies beside it, and is not found there: a performed file is one file, since only"
            " that one was shown and trusted. Put what it needs into it."
        )
    return f"{told}."


def _lies_beside(name: str, place: Path) -> bool:
    first = name.partition(".")[0]
    return (place.parent / f"{first}.py").exists() or (place.parent / first).is_dir()


def _told(error: BaseException) -> str:
    """What an error says, on one line."""
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    first = next(iter(said.strip().splitlines()), "")
    return first if len(first) <= LONGEST else first[: LONGEST - 1] + "…"


# What comes out of it ---------------------------------------------------------------------------------------------


def _check(result: Path, makes: str, said: str) -> None:
    """Raises `Mistaken` where the result is not what it should be, in a sentence that says what is missing."""
    files = {str(path.relative_to(result)): path for path in sorted(result.rglob("*")) if not path.is_dir()}
    for name, path in files.items():
        if path.is_symlink() or not path.is_file():
            raise Mistaken(f"{said} left {name} in its result, which is a link or no file at all.")
    checks: Mapping[str, Callable[[Mapping[str, Path]], str]] = {"images": _images, "model": _model, "table": _table}
    try:
        wrong = checks[makes](files)
    except (Fault, OSError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        wrong = f"what lies there is damaged: {_told(error)}"
    if wrong:
        raise Mistaken(f"{said} should make {makes}, and did not: {wrong.rstrip('.')}.")


def _images(files: Mapping[str, Path]) -> str:
    if LISTING not in files:
        return "its result holds none. `ImageWriter(context.result, context.seen)` writes them"
    images = ImageSet(_artifact("images", files))
    if not images:
        return "its result holds none"
    for image in images:  # each is where the list says, and of the size that it says
        assert image.ndim == 3
    return ""


def _table(files: Mapping[str, Path]) -> str:
    if TABLE not in files:
        return f"its result holds no {TABLE}"
    odd = next((name for name in files if not name.startswith("table")), None)
    if odd is not None:
        return f"its result holds {odd}, and the names of a table's files begin with `table`"
    with files[TABLE].open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    if not rows or not rows[0] or not all(rows[0]):
        return f"the first row of {TABLE} has no head for each column"
    short = next((number for number, row in enumerate(rows, 1) if len(row) != len(rows[0])), None)
    return "" if short is None else f"row {short} of {TABLE} has not as many values as the first has heads"


def _model(files: Mapping[str, Path]) -> str:
    if FACTS not in files or WEIGHTS not in files:
        return f"its result needs {FACTS} and {WEIGHTS}, the facts of a sort that gen knows and its weights"
    from intaglio.stdlib.nn import weights

    network, _ = weights.network_of(_artifact("model", files))
    sound = all(bool(each.isfinite().all()) for each in network.state_dict().values() if each.is_floating_point())
    return "" if sound else "some of its weights are no numbers"


def _artifact(makes: str, files: Mapping[str, Path]) -> Artifact:
    return Artifact("perform", makes, "", "", None, files, {})
