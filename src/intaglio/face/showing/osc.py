"""OSC: messages of Open Sound Control come in by UDP, from this machine only, and move a hand.

A message is an address and one number from 0 to 1; one without a number lets go. What is no such message is told once
and forgotten. Bundles are opened, and what is in them is done at once, whatever time they say.

Numbers are read by python-osc. Bundles and the types of arguments are read here first: a bundle that tells a size below
zero keeps python-osc 1.10 going for ever, types that it does not know it passes over, so that a message would let go,
and a number that was cut short is 0 to it.
"""

from __future__ import annotations

import math
import socket
import threading
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from intaglio.face.refusal import Refused
from intaglio.lang.nearest import nearest
from intaglio.stdlib.showing.hand import Hand

HERE = "127.0.0.1"
PORT = 9000  # that senders of OSC offer
LARGEST = 1 << 16  # bytes of one datagram
LONGEST = 256  # letters of an address
DEEPEST = 8  # bundles in bundles
BURST = 64  # messages after which what is shown has its turn
REST = 0.005  # s that it has
TICK = 0.25  # s after which it looks whether it is to stop
STRANGE = 8  # addresses of nothing that are told of
NUMBERS = {"i": 4, "h": 8, "f": 4, "d": 8, "T": 0, "F": 0}  # by their type: bytes of each
BUNDLE = b"#bundle\0"


class Garbage(Exception):
    """Bytes that are no message of OSC."""


class Listener:
    """Listens on a port, and lets a hand hear it, in a thread of its own. Raises `Refused` without python-osc, and
    OSError where the port is taken. `say` tells the artist something.
    """

    def __init__(self, hand: Hand, port: int, say: Callable[[str], None]) -> None:
        self._message = library().OscMessage
        self._hand, self._say = hand, say
        self._told: set[str] = set()  # what was said, and of which addresses
        self._closed = False
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            self._socket.bind((HERE, port))
        except OSError:
            self._socket.close()
            raise
        self._socket.settimeout(TICK)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._socket.getsockname()[1])

    def close(self) -> None:
        """Listen no more."""
        self._closed = True
        self._thread.join()
        self._socket.close()

    def _listen(self) -> None:
        begun, heard = 0.0, 0
        while not self._closed:
            try:
                data = self._socket.recv(LARGEST)
            except TimeoutError:
                continue
            except OSError:  # a sender that went away, on some systems
                continue
            self.hear(data)
            now = time.monotonic()
            begun, heard = (begun, heard + 1) if now - begun < REST else (now, 1)
            if heard > BURST:
                time.sleep(REST)  # what comes meanwhile and finds no room is lost, as UDP may lose it anywhere

    def hear(self, data: bytes) -> None:
        """Do what a datagram says."""
        try:
            for message in _messages(data, DEEPEST):
                self._do(*_read(self._message, message))
        except Garbage:
            self._once("garbage", "Something came in that is no message of OSC. It is passed over.")

    def _do(self, address: str, arguments: list[Any] | None) -> None:
        if arguments is None or len(arguments) > 1 or not all(math.isfinite(each) for each in arguments):
            what = f"`{address}` came with something else than one number from 0 to 1. It is passed over."
            self._once("number", what)
            return
        moment = float(arguments[0]) if arguments else None
        if moment is not None and not 0 <= moment <= 1:
            end = "0, where it begins" if moment < 0 else "1, where it ends"
            self._once("bounds", f"`{address}` came with {moment:g}: a line is held at {end}, and no further.")
            moment = min(1.0, max(0.0, moment))
        if not self._hand.put(address, moment) and sum(each[0] == "/" for each in self._told) < STRANGE:
            likely = nearest(address, self._hand.addresses) or self._hand.addresses[0]
            self._once(address, f"No line that moves is called `{address}`. One is called `{likely}`.")

    def _once(self, kind: str, said: str) -> None:
        if kind not in self._told:
            self._told.add(kind)
            self._say(said)


def library() -> Any:
    """What reads messages. Raises `Refused` where it is not installed."""
    try:
        return import_module("pythonosc.osc_message")
    except ImportError:
        message = "`--osc` listens with the library python-osc, which is not installed."
        raise Refused(message, "pip install 'intaglio[osc]'") from None


def _messages(data: bytes, deeper: int) -> Iterator[bytes]:
    """The messages of a datagram: itself, or those of a bundle. Raises `Garbage`."""
    if not data.startswith(BUNDLE):
        yield data
        return
    place = len(BUNDLE) + 8  # after the time
    if deeper == 0 or len(data) < place:
        raise Garbage
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        part = data[place + 4 : place + 4 + size]
        if size == 0 or len(part) < size:
            raise Garbage
        yield from _messages(part, deeper - 1)
        place += 4 + size


def _read(message: Callable[[bytes], Any], data: bytes) -> tuple[str, list[Any] | None]:
    """A message's address and its numbers; None where there are other things among them. Raises `Garbage`."""
    address, end, rest = data.partition(b"\0")
    if not (end and address.startswith(b"/") and address.isascii() and len(address) <= LONGEST and not len(data) % 4):
        raise Garbage
    rest = rest[3 - len(address) % 4 :]
    if not rest:
        return address.decode(), []
    types = rest.partition(b"\0")[0].decode("latin-1")
    if not types.startswith(","):
        raise Garbage
    if not set(types[1:]) <= set(NUMBERS):
        return address.decode(), None
    if len(rest) != len(types) // 4 * 4 + 4 + sum(NUMBERS[each] for each in types[1:]):
        raise Garbage
    try:
        return address.decode(), message(data).params
    except Exception as error:  # bytes from outside, read by a library
        raise Garbage from error
