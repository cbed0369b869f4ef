"""gan: one network draws, another tells drawings from pictures. See `nn/gan.py`."""

from __future__ import annotations

from intaglio.stdlib.sorts import _contests


def _networks() -> _contests.Networks:
    from intaglio.stdlib.nn.gan import Contest, Generator

    return Generator, Contest


SORT = _contests.sort("gan", _networks, {"batch": 16, "rate": 1e-3})
