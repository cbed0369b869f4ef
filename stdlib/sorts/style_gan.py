"""style-gan: a gan whose picture grows out of one learnt grid, in a style. See `nn/style.py`."""

from __future__ import annotations

from intaglio.stdlib.sorts import _contests


def _networks() -> _contests.Networks:
    from intaglio.stdlib.nn.style import Contest, Generator

    return Generator, Contest


SORT = _contests.sort("style-gan", _networks, {"batch": 16, "rate": 2e-3})
