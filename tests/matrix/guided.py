"""The reader under a fuzzer that sees which code a text reaches and goes on from what reached more.

By hand, where atheris is installed, since it has no wheels for every Python:

    python -m tests.matrix.guided --corpus .corpus --seconds 3600

Texts begin from the four works. The first that breaks a law of `test_parser` ends it, and lies in the folder it ran in.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["intaglio"]):
    from tests.matrix.test_parser import TEXTS, understood

LONGEST = 4096  # bytes of a text: longer ones are tried by number, in `test_parser`


def one(data: bytes) -> None:
    """What is read must be understood as far as it can be."""
    understood(data.decode("utf-8", "replace"))


def main() -> None:
    """Fuzz for as long as is told."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--corpus", type=Path, required=True, help="a folder for texts that reached something new")
    told.add_argument("--seconds", type=int, default=3600)
    asked = told.parse_args()
    asked.corpus.mkdir(parents=True, exist_ok=True)
    for place, text in enumerate(TEXTS):
        # Stages alone as well: a whole work is long, and little of it fits twice into a text.
        for part, block in enumerate([text, *text.split("\n\n")]):
            (asked.corpus / f"work-{place}-{part}").write_text(block, encoding="utf-8")
    limits = [f"-max_total_time={asked.seconds}", f"-max_len={LONGEST}", "-timeout=60", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *limits, str(asked.corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
