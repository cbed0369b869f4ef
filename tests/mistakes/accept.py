"""Write down what `gen check` tells of every mistake, or of the families that are named, and say what became different.

    python -m tests.mistakes.accept
    python -m tests.mistakes.accept words marks

What it wrote is read before it is kept: is the place exact, the sentence true and plain, and is what stands after `Try`
what the author meant?
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.mistakes.table import mistakes


def main(families: Sequence[str]) -> None:
    """Write the pages that are not as they were."""
    for mistake in mistakes():
        if families and mistake.score.parent.name not in families:
            continue
        told = mistake.told()
        if not mistake.page.exists() or told != mistake.page.read_text("utf-8"):
            mistake.page.write_text(told, "utf-8")
            print(f"{mistake.name}\n\n{told}")


if __name__ == "__main__":
    main(sys.argv[1:])
