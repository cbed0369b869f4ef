"""The command `gen-lsp`: a language server on standard input and output. An editor starts it, and ends it."""

from __future__ import annotations

import gc
import logging
import sys

WITHOUT = 'gen-lsp needs the library pygls, which is not installed.\n\n  Try   pip install "intaglio[lsp]"'
HELP = """gen-lsp: what an editor asks about a score.

An editor starts it, and speaks with it over standard input and output. See docs/server.md for what it offers.

  gen-lsp            serve until the editor ends it
  gen-lsp --version  say which version this is"""


def main() -> int:
    """Serve. Returns the exit code."""
    said = [argument for argument in sys.argv[1:] if argument != "--stdio"]  # which many editors add
    if said:
        return _told(said)
    try:
        import pygls  # noqa: F401  # what is asked is whether it is there
    except ImportError:
        print(WITHOUT, file=sys.stderr)
        return 2
    from intaglio.face.command import SELDOM
    from intaglio.face.server.wiring import is_refusal, served

    gc.set_threshold(*SELDOM)  # looking for circles among all that is known of a long script takes longer than typing
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(name)s: %(message)s")
    logging.getLogger("pygls.protocol.json_rpc").addFilter(lambda record: not is_refusal(record))
    served().start_io()
    return 0


def _told(said: list[str]) -> int:
    if said == ["--version"]:
        from intaglio import __version__

        print(f"gen-lsp {__version__}")
        return 0
    print(HELP, file=sys.stdout if said in (["--help"], ["-h"]) else sys.stderr)
    return 0 if said in (["--help"], ["-h"]) else 2


if __name__ == "__main__":
    sys.exit(main())
