"""The server of a show's pages: whom it answers, with what, and that it holds no more than what is on the screens."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from threading import Thread

import numpy as np
import pytest

from intaglio.face.showing import server as serving
from intaglio.face.showing.server import Server, Wall
from intaglio.stdlib.showing.playing import Passage
from intaglio.stdlib.showing.stream import Picture


def passage(number: int, screen: int = 0, frames: int = 2) -> Passage:
    pixels = np.full((4, 6, 3), number % 256, np.uint8)
    return Passage(number, screen, Picture(0.0, pixels, 0.0, bytes(32)), (pixels,) * frames, None)


@pytest.fixture
def server() -> Iterator[Server]:
    wall = Wall("<script>alert(1)</script> @SCREENS@", 2, 3.0)
    served = Server(wall, 0)
    Thread(target=served.serve_forever, daemon=True).start()
    yield served
    served.shutdown()
    served.server_close()


def hang(server: Server, number: int, screen: int = 0) -> None:
    server.wall.prepare(passage(number, screen))
    server.wall.hang(passage(number, screen))


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1.evil.example:{port}"},
        {"Host": ""},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/", "/screen/1", "/screen/1/next?after=", "/show.js"])
def test_whoever_comes_by_another_name_or_from_another_page_is_shown_nothing(
    server: Server, path: str, headers: dict[str, str]
) -> None:
    hang(server, 1)
    filled = {name: value.replace("{port}", str(server.port)) for name, value in headers.items()}

    assert ask(server, path, **filled)[::2] == (403, b"This is shown on this machine only.\n")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_our_own_pages_are_answered(server: Server, name: str) -> None:
    host = f"{name}:{server.port}"

    assert ask(server, "/show.js", Host=host, Origin=f"http://{host}", Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../server.py",
        "/server.py",
        "/show.js/../server.py",
        "/%2e%2e/server.py",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "//etc/passwd",
        "/screen/0",
        "/screen/3",
        "/screen/1/../../show.css",
        "/screen/100000000000000000000",
        "/picture/00000000/1/0.png",
        "/picture/../1/0.png",
        "/show.css%00.png",
    ],
)
def test_what_it_does_not_know_is_not_there_wherever_it_leads(server: Server, path: str) -> None:
    assert ask(server, path)[::2] == (404, b"There is nothing here.\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
def test_it_may_only_be_asked(server: Server, method: str) -> None:
    assert ask(server, "/", method)[0] == 501


@pytest.mark.parametrize("path", ["/", "/screen/1", "/show.js", "/show.css", "/nowhere", "/screen/1/next?after="])
def test_every_answer_forbids_what_is_not_its_own(server: Server, path: str) -> None:
    hang(server, 1)
    _, headers, body = ask(server, path)
    policy = headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert b"http://" not in body
    assert b"https://" not in body


@pytest.mark.parametrize("path", ["/", "/screen/1"])
def test_a_title_is_text_whatever_it_says(server: Server, path: str) -> None:
    body = ask(server, path)[2].decode()

    assert "<script>alert" not in body
    assert "<title>&lt;script&gt;alert(1)&lt;/script&gt; @SCREENS@</title>" in body


def test_a_page_is_told_of_the_passage_that_hangs_and_then_waits_for_the_next(server: Server) -> None:
    hang(server, 1)
    first = server.wall.next(0, "", 0)
    assert first is not None
    none = server.wall.next(0, first["name"], 0.05)
    hang(server, 2)
    second = server.wall.next(0, first["name"], 0)

    assert none is None
    assert second is not None
    assert (first["number"], second["number"]) == (1, 2)
    assert server.wall.next(1, "", 0.05) is None
    assert [ask(server, path)[0] for path in second["frames"]] == [200, 200]


def test_only_the_last_two_passages_of_a_screen_are_held(server: Server) -> None:
    for number in range(1, 9):
        hang(server, number, screen=number % 2)
    run = server.wall.run
    there = [number for number in range(1, 9) if server.wall.picture(run, number, 0) is not None]

    assert there == [5, 6, 7, 8]


def test_many_connections_at_once_are_not_all_held(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    held = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(serving.MOST + 8)]
    closed = 0
    for each in reversed(held):
        each.settimeout(0.3)
        try:
            closed += each.recv(1) == b""
        except TimeoutError:
            break
    for each in held:
        each.close()

    assert closed >= 8
