"""fast-gan: a gan for few and large pictures, whose judge redraws them. See `nn/fast.py`."""

from __future__ import annotations

from intaglio.stdlib.sorts import _contests


def _networks() -> _contests.Networks:
    from intaglio.stdlib.nn.fast import Contest, Generator

    return Generator, Contest


SORT = _contests.sort("fast-gan", _networks, {"batch": 8, "rate": 5e-4})
