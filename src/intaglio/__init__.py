"""Intaglio: a score in a `.gen` file, and the runtime that makes its pictures."""

import os.path as _path

__version__ = "0.1.0"

_root = _path.dirname(_path.dirname(_path.dirname(_path.abspath(__file__))))
if _path.isfile(_path.join(_root, "lang", "__init__.py")):  # a checkout: lang, runtime and stdlib lie at its root
    __path__.append(_root)
