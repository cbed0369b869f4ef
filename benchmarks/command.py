"""`gen` with the benchmark's own kinds beside those of the folder: `python -m benchmarks.command run score.gen`."""

from __future__ import annotations

import sys
from types import MappingProxyType

from benchmarks import kinds as own
from intaglio.stdlib import registry


def main() -> int:
    """Run `gen` with these arguments."""
    added = {kind.name: kind for kind in (own.mark, own.tally, own.sieve, own.head)}
    every = MappingProxyType({**registry.kinds(), **added})
    registry.kinds = lambda: every  # type: ignore[assignment]  # before the face asks for them
    from intaglio.face import words
    from intaglio.face.command import main as command

    words.written = lambda: None  # what is written down of the verbs knows nothing of these

    return command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
