"""Intaglio: a score in a `.gen` file, and the runtime that makes its pictures.

work = intaglio.open("table.gen")
work.run("attempts")
work["attempts"].images

`parse`, `check` and `format` are the language alone: a text in, and nothing made.
"""

import os.path as _path

__version__ = "0.1.0"
__all__ = [
    "Diagnostic",
    "Mistakes",
    "NoStage",
    "Refused",
    "Result",
    "StageFailed",
    "Work",
    "__version__",
    "check",
    "format",
    "open",
    "parse",
]

_root = _path.dirname(_path.dirname(_path.dirname(_path.abspath(__file__))))
if _path.isfile(_path.join(_root, "lang", "__init__.py")):  # a checkout: lang, runtime and stdlib lie at its root
    __path__.append(_root)

TYPE_CHECKING = False  # as in typing, which would cost a third of the start of a run with nothing to do
if TYPE_CHECKING:
    from intaglio.face.api import Mistakes, NoStage, Refused, Result, StageFailed, Work, open
    from intaglio.face.language import Diagnostic, check, format, parse


def __dir__() -> list[str]:
    """What there is, with what is loaded when it is first asked for."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """The Python interface, loaded when it is first asked for."""
    if name in ("Diagnostic", "check", "format", "parse"):
        from intaglio.face import language

        return getattr(language, name)
    if name in __all__:
        from intaglio.face import api

        return getattr(api, name)
    raise AttributeError(f"module 'intaglio' has no attribute {name!r}")
