"""The command line: finds the command, reads its arguments, runs it, and makes every way of ending an exit code."""

from __future__ import annotations

import gc
import importlib
import os
import shlex
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from intaglio import __version__
from intaglio.face import help as helping
from intaglio.face import quick, usage
from intaglio.face.catalogue import COMMANDS
from intaglio.face.crash import Calm, is_output
from intaglio.face.refusal import Exit, NoScript, Refused, told
from intaglio.face.terminal import Terminal, look
from intaglio.face.text import pasted
from intaglio.face.usage import JSON, PLAIN, STORE, Command
from intaglio.lang.nearest import nearest

SELDOM = (300_000, 20, 20)  # looking for circles among the facts of ten thousand files took a fifth of planning them
EARLY = (STORE.name, JSON.name, PLAIN.name)  # options that may be said before the command


def main(argv: Sequence[str]) -> int:
    """Run a command line to its end. Returns the exit code."""
    gc.set_threshold(*SELDOM)
    gc.enable()
    _prepare_streams()
    try:
        return _ended(argv)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except OSError as error:
        if not is_output(error):
            raise
        return quick.unheard(error)
    finally:
        gc.freeze()  # the process ends: Python need not look for circles among all that for a last time


def _ended(argv: Sequence[str]) -> int:
    """The exit code, after all that there is to say was said. Raises OSError where that could not be."""
    terminal = look(sys.stdout, plain="--plain" in argv or "--json" in argv)
    try:
        with Calm(terminal, "gen " + shlex.join(argv)) as calm:
            code = _run(_in_order(argv), terminal)
            sys.stdout.flush()
            return code
        print(calm.page, file=sys.stderr)
        return Exit.BUG
    except Refused as refused:
        sys.stdout.flush()
        if isinstance(refused, NoScript):
            refused.hint = _mended(argv, refused)
        print(told(refused, look(sys.stderr, plain="--plain" in argv)), file=sys.stderr)
        return Exit.REFUSED


def _run(argv: Sequence[str], terminal: Terminal) -> int:
    if not argv or argv[0] in ("--help", "-h", "--plain"):
        print(helping.page(terminal))
        return Exit.DONE
    name, rest = argv[0], argv[1:]
    if _is_early(name):
        raise Refused(f"`{name}` goes with a command, and there is none.", _with_value(["gen", "status", *argv]))
    if name == "help":
        print(helping.page(terminal) if not rest else usage.page(_asked(rest), terminal))
        return Exit.DONE
    if name in ("--version", "-V"):
        print(f"intaglio {__version__}")
        return Exit.DONE
    if name not in COMMANDS:
        raise _unknown(name, rest)
    try:
        arguments = usage.read(COMMANDS[name], rest)
    except usage.Help:
        print(usage.page(COMMANDS[name], terminal))
        return Exit.DONE
    module = importlib.import_module(f"intaglio.face.commands.{name}")
    return int(module.run(arguments, terminal))


def _mended(argv: Sequence[str], refused: NoScript) -> str:
    """The command line with the script that is likely meant."""
    return pasted("gen", *(str(refused.there) if Path(word) == refused.asked else word for word in argv))


def _asked(words: Sequence[str]) -> Command:
    """The command whose page is asked for."""
    asked = [word for word in words if word not in EARLY]
    if len(asked) > 1:
        raise Refused("`gen help` shows the page of one command at a time.", f"gen help {asked[0]}")
    name = asked[0] if asked else ""
    if name in COMMANDS:
        return COMMANDS[name]
    likely = nearest(name, COMMANDS)
    listed = f" There are {', '.join(COMMANDS)}." if likely is None else ""
    raise Refused(f"There is no command `{name}` to show the page of.{listed}", f"gen help {likely or ''}".rstrip())


def _unknown(name: str, rest: Sequence[str]) -> Refused:
    if name.startswith("-"):
        return Refused(f"gen has no option `{name}`.", f"gen {nearest(name, ['--help', '--version']) or '--help'}")
    if name.endswith(".gen") or Path(name).is_file():
        return Refused(f"What shall I do with {name}?", shlex.join(["gen", "run", name]))
    likely = nearest(name, COMMANDS)
    listed = f" It knows {', '.join(COMMANDS)}." if likely is None else ""
    return Refused(
        f"gen has no command `{name}`.{listed}", shlex.join(["gen", likely, *rest]) if likely else "gen --help"
    )


def _with_value(words: Sequence[str]) -> str:
    """A line to paste, where a last `--store` had no folder after it."""
    return shlex.join(words) + (f" {STORE.value}" if words[-1] == STORE.name else "")


def _is_early(word: str) -> bool:
    """Whether a word is an option that may also be said before the command."""
    return word in EARLY or word.startswith("--store=")


def _in_order(argv: Sequence[str]) -> list[str]:
    """Options that were said before the command, after it: `gen --plain run x` is `gen run x --plain`."""
    rest = list(argv)
    early: list[str] = []
    while rest and _is_early(rest[0]):
        early.append(rest.pop(0))
        if early[-1] == "--store" and rest:
            early.append(rest.pop(0))
    return rest + early if rest else early


def _prepare_streams() -> None:
    """No stream is missing, and none raises at a letter that the terminal's encoding does not have."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as the system's own
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
