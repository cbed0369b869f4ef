"""The command line: finds the command, reads its arguments, runs it, and makes every way of ending an exit code."""

from __future__ import annotations

import importlib
import os
import shlex
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from intaglio import __version__
from intaglio.face import help as helping
from intaglio.face import usage
from intaglio.face.catalogue import COMMANDS
from intaglio.face.crash import Calm, is_output
from intaglio.face.refusal import Exit, Refused, told
from intaglio.face.terminal import Terminal, look
from intaglio.lang.nearest import nearest

CLOSED_PIPE = 141  # what a shell shows for a program whose reader has gone


def main(argv: Sequence[str]) -> int:
    """Run a command line to its end. Returns the exit code."""
    _prepare_streams()
    signal.signal(signal.SIGTERM, _terminated)
    terminal = look(sys.stdout, plain="--plain" in argv or "--json" in argv)
    try:
        with Calm(terminal, "gen " + shlex.join(argv)) as calm:
            code = _run(_in_order(argv), terminal)
            sys.stdout.flush()
            return code
        print(calm.page, file=sys.stderr)
        return Exit.BUG
    except Refused as refused:
        print(told(refused, look(sys.stderr, plain="--plain" in argv)), file=sys.stderr)
        return Exit.REFUSED
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        _forget_output()
        return CLOSED_PIPE
    except OSError as error:
        if not is_output(error):
            raise
        _forget_output()
        print(f"What gen says could not be written: {(error.strerror or str(error)).lower()}.", file=sys.stderr)
        return Exit.REFUSED


def _run(argv: Sequence[str], terminal: Terminal) -> int:
    if not argv or argv[0] in ("--help", "-h", "help"):
        print(helping.page(terminal))
        return Exit.DONE
    name, rest = argv[0], argv[1:]
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


def _unknown(name: str, rest: Sequence[str]) -> Refused:
    if name.startswith("-"):
        likely = nearest(name, ["--help", "--version", "--store", "--json", "--plain"])
        return Refused(f"gen has no option `{name}`.", f"gen {likely}" if likely else "gen --help")
    if name.endswith(".gen") or Path(name).is_file():
        return Refused(f"What shall I do with {name}?", f"gen run {name}")
    likely = nearest(name, COMMANDS)
    listed = f" It knows {', '.join(COMMANDS)}." if likely is None else ""
    return Refused(
        f"gen has no command `{name}`.{listed}", shlex.join(["gen", likely, *rest]) if likely else "gen --help"
    )


def _in_order(argv: Sequence[str]) -> list[str]:
    """Options that were said before the command, after it: `gen --plain run x` is `gen run x --plain`."""
    rest = list(argv)
    early: list[str] = []
    while rest and (rest[0] in ("--json", "--plain") or rest[0].startswith("--store")):
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


def _forget_output() -> None:
    """Nobody reads any more: what is still buffered goes nowhere, and Python says nothing about it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
