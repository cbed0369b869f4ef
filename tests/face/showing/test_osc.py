"""What comes in by OSC: which messages move the hand, and that nothing else that comes does any harm."""

from __future__ import annotations

import random
import socket
import struct
import sys
import time
from collections.abc import Iterator

import pytest

from intaglio.face.refusal import Refused
from intaglio.face.showing.osc import Listener
from intaglio.stdlib.showing.hand import Hand
from tests.face.showing.conftest import Soon

LINES = [["scale/layer-2", "rotate/layer-1"], ["scale/layer-2"]]


class Heard:
    """A listener, its hand, and what it said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.hand = Hand(LINES, {})
        self.listener = Listener(self.hand, 0, self.said.append)

    def hear(self, *datagrams: bytes) -> list[dict[str, float]]:
        for each in datagrams:
            self.listener.hear(each)
        return [dict(self.hand.held(screen)) for screen in range(2)]

    def send(self, *datagrams: bytes) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            for each in datagrams:
                sender.sendto(each, ("127.0.0.1", self.listener.port))


@pytest.fixture
def heard() -> Iterator[Heard]:
    pytest.importorskip("pythonosc")
    heard = Heard()
    yield heard
    heard.listener.close()


def padded(text: str) -> bytes:
    return text.encode() + b"\0" * (4 - len(text) % 4)


def message(address: str, types: str = "", arguments: bytes = b"") -> bytes:
    return padded(address) + padded("," + types) + arguments


def number(address: str, value: float) -> bytes:
    return message(address, "f", struct.pack(">f", value))


def bundle(*parts: bytes, time: bytes = b"\0\0\0\0\0\0\0\1") -> bytes:
    return b"#bundle\0" + time + b"".join(struct.pack(">i", len(part)) + part for part in parts)


NOWHERE = [{}, {}]


@pytest.mark.parametrize(
    ("datagram", "expected"),
    [
        (number("/2/scale/layer-2", 0.5), 0.5),
        (message("/2/scale", "d", struct.pack(">d", 0.1)), 0.1),
        (message("/2/scale", "i", struct.pack(">i", 1)), 1.0),
        (message("/2/scale", "h", struct.pack(">q", 0)), 0.0),
        (message("/2/scale", "T"), 1.0),
        (message("/2/scale", "F"), 0.0),
        (bundle(number("/2", 0.25), number("/2", 0.75)), 0.75),
        (bundle(bundle(number("/2", 0.5)), time=b"\xff" * 8), 0.5),  # due in a hundred years
    ],
)
def test_a_number_holds_a_line(heard: Heard, datagram: bytes, expected: float) -> None:
    assert [{}, {"scale/layer-2": expected}] == heard.hear(datagram)
    assert [] == heard.said


@pytest.mark.parametrize("datagram", [message("/1"), padded("/1"), bundle(message("/1"))])
def test_no_number_lets_go(heard: Heard, datagram: bytes) -> None:
    assert NOWHERE == heard.hear(number("/1", 0.5), datagram)
    assert [] == heard.said


@pytest.mark.parametrize(("given", "expected"), [(7.0, 1.0), (-0.5, 0.0), (1e30, 1.0)])
def test_a_number_past_the_ends_is_held_at_them_and_that_is_told_once(
    heard: Heard, given: float, expected: float
) -> None:
    held = heard.hear(number("/2", given), number("/1/scale", given), number("/2", given))

    assert [{"scale/layer-2": expected}] * 2 == held
    assert len(heard.said) == 1
    assert f"held at {expected:g}" in heard.said[0]


@pytest.mark.parametrize(
    "datagram",
    [
        message("/1", "s", padded("loud")),
        message("/1", "ff", struct.pack(">ff", 0.1, 0.2)),
        message("/1", "N"),
        message("/1", "I"),
        message("/1", "b", struct.pack(">i", 4) + b"abcd"),
        message("/1", "[f]", struct.pack(">f", 0.1)),
        message("/1", "x"),
        number("/1", float("nan")),
        number("/1", float("inf")),
        message("/1", "f" * 200, bytes(800)),
    ],
)
def test_what_is_no_one_number_is_told_once_and_holds_nothing(heard: Heard, datagram: bytes) -> None:
    assert NOWHERE == heard.hear(datagram, datagram)
    assert ["`/1` came with something else than one number from 0 to 1. It is passed over."] == heard.said


GARBAGE = [
    b"",
    b"abc",
    b"abcd",
    b"/1",
    b"/1\0",
    b"/\xff\xff\0",
    b"/1\0\0fff\0",
    message("/1", "f"),
    message("/1", "f", b"\0\0"),
    message("/1", "d", bytes(4)),
    number("/" + "a" * 400, 0.5),
    b"#bundle\0",
    b"#bundle\0" + bytes(6),
    bundle() + struct.pack(">i", -4) + b"/1\0\0",
    bundle() + struct.pack(">i", 0),
    bundle() + struct.pack(">i", 1 << 30) + b"/1\0\0",
    bundle() + b"\0\0",
]


def nested(depth: int) -> bytes:
    data = number("/1", 0.5)
    for _ in range(depth):
        data = bundle(data)
    return data


@pytest.mark.parametrize("datagram", [*GARBAGE, nested(2000)], ids=range(len(GARBAGE) + 1))
def test_what_is_no_osc_is_told_once_and_holds_nothing(heard: Heard, datagram: bytes) -> None:
    assert NOWHERE == heard.hear(datagram, datagram)
    assert ["Something came in that is no message of OSC. It is passed over."] == heard.said


def test_no_bytes_do_any_harm(heard: Heard) -> None:
    source = random.Random(5)
    whole = [*GARBAGE, number("/1/scale", 0.5), bundle(number("/all", 0.5), message("/2"))]
    for _ in range(3000):
        data = bytearray(source.choice(whole) + source.randbytes(source.choice((0, 0, 0, 4, 40))))
        for _ in range(source.randrange(1, 4)):
            if data:
                data[source.randrange(len(data))] = source.choice((0, 44, 47, 102, 255, source.randrange(256)))
        heard.listener.hear(bytes(data))

    assert [{"scale/layer-2": 0.25}] == heard.hear(number("/2", 0.25))[1:]
    assert len(heard.said) <= 12


def test_an_address_of_nothing_is_told_once_with_one_that_there_is(heard: Heard) -> None:
    heard.hear(*[number(address, 0.5) for address in ("/1/scal/layer-2", "/2/rotate", "/1/scal/layer-2")])
    two = [*heard.said]
    heard.hear(*[number(f"/no/{each}", 0.5) for each in range(100)])

    assert "`/1/scal/layer-2`. One is called `/1/scale/layer-2`" in two[0]
    assert "/2/rotate" in two[1]
    assert len(two) == 2
    assert len(heard.said) == 8


# On the wire -------------------------------------------------------------------------------------------------------


def test_it_listens_on_this_machine_only_and_hears_the_last_of_a_flood(heard: Heard, soon: Soon) -> None:
    there = heard.listener._socket.getsockname()[0]
    begun = time.process_time()
    heard.send(*[number("/scale", each / 20_000) for each in range(20_000)])
    time.sleep(0.3)
    heard.send(number("/scale", 0.75))
    soon(lambda: heard.hand.held(1) == {"scale/layer-2": 0.75})

    assert there == "127.0.0.1"
    assert [] == heard.said
    assert time.process_time() - begun < 10


def test_without_the_library_it_is_refused_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pythonosc.osc_message", None)

    with pytest.raises(Refused) as caught:
        Listener(Hand(LINES, {}), 0, print)
    assert "python-osc, which is not installed" in str(caught.value)
    assert "pip install 'intaglio[osc]'" == caught.value.hint
