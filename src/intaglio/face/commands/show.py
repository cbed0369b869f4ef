"""`gen show`: play what `gen run` left ready, on screens or into a film; or make one of its pictures again."""

from __future__ import annotations

import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from intaglio.face.commands.open import shown_on_desktop
from intaglio.face.interruption import heeded
from intaglio.face.loading import refusing
from intaglio.face.refusal import Exit, Refused
from intaglio.face.session import Session
from intaglio.face.showing import filming, journal, live, remaking
from intaglio.face.showing.held import Held
from intaglio.face.showing.leading import Lead, led
from intaglio.face.showing.led import Led
from intaglio.face.showing.ready import Show, alone, ready, say
from intaglio.face.showing.server import PORT, Server, Wall
from intaglio.face.terminal import Terminal
from intaglio.face.text import visible
from intaglio.face.usage import Arguments
from intaglio.stdlib.showing.playing import Beginning, Passage, Playing
from intaglio.stdlib.showing.touching import Touched

LENGTH = re.compile(r"(\d+(?:\.\d+)?) ?(s|min|h)")
LIKELY = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]*)")
SECONDS = {"s": 1, "min": 60, "h": 3600}


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Play a show to its end, or until a signal; or make a picture again."""
    session = Session.at(arguments.script, arguments.store)
    lasts, port = _seconds(arguments), _number(arguments, "port", 65_535)
    osc = _led_at(arguments)
    frame, size = _number(arguments, "frame", 10**15), _number(arguments, "size", 20_000)
    with refusing():
        store = session.store()
        with store.using():
            show = ready(session, store, arguments.name, partial(arguments.said.with_word, 1))
            if frame is not None:
                allow = arguments.said.with_flag("--replace")
                made = remaking.made_again(show, frame, size, arguments.to, replace=arguments.replace, allow=allow)
                print(visible(str(made)))
                return Exit.DONE
            with alone(show):
                code, busy = _played(show, arguments, lasts, PORT if port is None else port, osc)
    if busy:
        sys.stdout.flush()
        os._exit(code)
    return code


def _played(show: Show, arguments: Arguments, lasts: float | None, port: int, osc: int | None) -> tuple[int, bool]:
    """Play, on screens or into a film. Returns the exit code, and whether something is still drawn."""
    stopped = threading.Event()
    begin, played = journal.beginning(show.folder, show.artifact.digest, show.piece)
    if lasts is None and show.piece.lasts is not None:
        lasts = max(0.0, show.piece.lasts - played)
    told = Told(show, played)
    with heeded(stopped.set, lambda: None) as came:
        if arguments.to is None:
            with led(show, begin, osc, arguments.said) as lead:
                busy = _on_screens(show, begin, told, stopped, lasts, port, lead, arguments)
        else:
            busy = False
            _filmed(show, begin, told, stopped, lasts, arguments)
    if came.code is None:
        told.end()
    return (Exit.DONE if came.code is None else came.code), busy


class Told:
    """Writes the journal of a show as it plays. `played` is how many seconds it had before."""

    def __init__(self, show: Show, played: float) -> None:
        self._show = show
        self._journal = journal.Journal(show.folder, say)
        self._held = Held(show.folder, show.artifact.digest)
        self._played = played
        self._begun: float | None = None

    def begins(self, passage: Passage) -> None:
        """A passage begins."""
        show, picture = self._show, passage.picture
        now = time.monotonic()
        self._begun = now if self._begun is None else self._begun
        entry = journal.entry_of(passage, show.artifact, show.piece, self._played + now - self._begun)
        self._journal.write(entry, lambda sync: self._held.keep(passage, sync=sync))
        if picture.woken is not None:
            say(f"Screen {passage.screen + 1} was woken from {picture.woken}.")

    def end(self) -> None:
        """It has come to its end: it begins to count anew."""
        self._journal.write({"ended": True, "of": self._show.artifact.digest})
        say(f"`{self._show.name}` has come to its end.")


def _playing(show: Show, begin: Beginning, *, in_time: bool) -> Iterator[Passage]:
    show.compute_alike()
    return Playing(show.artifact, show.piece, begin, in_time=in_time).passages()


# On screens --------------------------------------------------------------------------------------------------------


def _on_screens(
    show: Show,
    begin: Beginning,
    told: Told,
    stopped: threading.Event,
    lasts: float | None,
    port: int,
    lead: Lead | None,
    arguments: Arguments,
) -> bool:
    """Play on screens, led by a hand if there is one. Returns whether something is still drawn."""
    wall = Wall(show.title, show.piece.screens, show.piece.dissolve)
    with _served(wall, port, arguments) as server:
        _tell_where(show, server, lead, plain=arguments.plain)

        def begins(passage: Passage) -> None:
            wall.hang(passage)
            told.begins(passage)

        with closing(_ahead(show, begin, wall, lead)) as ahead:
            live.play(ahead, begins, stopped, lasts, say)
        return ahead.busy


def _ahead(show: Show, begin: Beginning, wall: Wall, lead: Lead | None) -> live.Ahead:
    """What draws ahead, and readies it for the wall."""
    if lead is not None:
        hand = lead.hand

        def playing() -> Touched:
            show.compute_alike()
            return Touched(show.artifact, show.piece, begin, hand)

        return Led(playing, wall.prepare, show.piece, hand)

    def prepared() -> Iterator[Passage]:
        for passage in _playing(show, begin, in_time=True):
            wall.prepare(passage)
            yield passage

    return live.Ahead(prepared, show.piece)


@contextmanager
def _served(wall: Wall, port: int, arguments: Arguments) -> Iterator[Server]:
    """A server at work. Raises `Refused` where its port is taken."""
    try:
        server = Server(wall, port)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = arguments.said.with_option("--port", str(port + 1 if 0 < port < 65_535 else PORT))
        raise Refused(f"Port {port} cannot be had ({reason}): another show may be playing there.", hint) from error
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _tell_where(show: Show, server: Server, lead: Lead | None, *, plain: bool) -> None:
    addresses = [server.address(screen) for screen in range(show.piece.screens)]
    for number, address in enumerate(addresses, 1):
        print(f"screen {number}  {address}")
    if lead is not None:
        lead.tell()
    if plain or not all(map(shown_on_desktop, addresses)):
        print("Open each in a browser on its screen; F there fills the screen. Ctrl-C ends it.", flush=True)
    else:
        print("F fills the screen. Ctrl-C ends it.", flush=True)


# Into a film -------------------------------------------------------------------------------------------------------


def _filmed(
    show: Show, begin: Beginning, told: Told, stopped: threading.Event, lasts: float | None, arguments: Arguments
) -> None:
    """Write a film, or pour frames into a pipe. A signal ends it with what there is."""

    def passages() -> Iterator[Passage]:
        for passage in _playing(show, begin, in_time=False):
            told.begins(passage)
            yield passage

    shown = filming.frames(passages(), show.piece, stopped)
    if arguments.to == "-":
        filming.pour(shown, lasts, sys.stdout.buffer)
        return
    if lasts is None:
        raise Refused(f"`{show.name}` has no end, and a film needs one.", arguments.said.with_option("--for", "60s"))
    if filming.write(shown, lasts, Path(arguments.to), replace=arguments.replace):
        print(visible(arguments.to))


# What was said -----------------------------------------------------------------------------------------------------


def _seconds(arguments: Arguments) -> float | None:
    """How long it is to play, in seconds, where that is said."""
    said = getattr(arguments, "for")
    if said is None:
        return None
    found = LENGTH.fullmatch(said.strip())
    if found is None or float(found[1]) == 0:
        raise Refused(
            f"`--for {said}` is no length of time. It is a number and a unit: 90s, 10min, 2h.",
            arguments.said.with_option("--for", _length(said)),
        )
    return float(found[1]) * SECONDS[found[2]]


def _length(said: str) -> str:
    """The length of time that is likely meant: a number alone is one of seconds."""
    found = LIKELY.fullmatch(said.strip().lower())
    if found is None or float(found[1]) == 0:
        return "60s"
    return f"{found[1]}{next((unit for unit in SECONDS if found[2][:1] == unit[0]), 's')}"


def _led_at(arguments: Arguments) -> int | None:
    """The port on which a hand is listened for, where that is said. It leads what plays on screens only."""
    port = _number(arguments, "osc", 65_535)
    for word, what in (("to", "a film is drawn as fast as it can be"), ("frame", "one picture is made again")):
        if port is not None and getattr(arguments, word) is not None:
            raise Refused(
                f"With `--{word}` {what}, and no hand can lead that. It leads a show on its screens.",
                arguments.said.without("--to", "--frame", "--size"),
            )
    return port


def _number(arguments: Arguments, name: str, most: int) -> int | None:
    """A whole number from 0 to `most` that was said."""
    said = getattr(arguments, name)
    if said is None:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < 16 and int(said) <= most):
        raise Refused(f"`--{name} {said}` is not a whole number from 0 to {most:,}.")
    return int(said)
