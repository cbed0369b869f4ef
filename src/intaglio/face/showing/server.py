"""The server of a show's pages: a page for each screen, the passages as they begin, and their pictures.

It listens on this machine only, and answers nobody who came by another name or from another site's page. It reads no
file that is asked for: all that it knows is a handful of addresses. What it holds is what is on the screens.
"""

from __future__ import annotations

import io
import json
import re
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from PIL import Image

from intaglio.stdlib.showing.looks import Pixels
from intaglio.stdlib.showing.playing import Passage

HERE = "127.0.0.1"
PORT = 7373
FOLDER = Path(__file__).parent
LONG = 15.0  # s that a page waits for the next passage before it asks again
MOST = 128  # connections at once
SLOW = 30.0  # s after which somebody who says nothing is let go
FILES = {"/show.css": "text/css; charset=utf-8", "/show.js": "text/javascript; charset=utf-8"}
RULES = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass
class Wall:
    """What hangs on the wall: of each screen the passage that began last, and the one before, for who is late."""

    title: str
    screens: int
    dissolve: float
    run: str = field(default_factory=lambda: uuid.uuid4().hex[:8])
    """Tells this process's pictures from those of one before it."""

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._told: dict[int, dict[str, Any]] = {}
        self._pictures: dict[int, tuple[bytes, ...]] = {}  # by number
        self._hung: dict[int, list[int]] = {}  # the last two numbers of a screen

    def prepare(self, passage: Passage) -> None:
        """Pack the pictures of a passage, before it begins: of large ones that takes a while."""
        pictures = tuple(map(_png, passage.frames))
        with self._changed:
            self._pictures[passage.number] = pictures

    def hang(self, passage: Passage) -> None:
        """Begin a passage that is prepared."""
        told = {
            "name": f"{self.run}-{passage.number}",
            "number": passage.number,
            "dissolve": self.dissolve if passage.seconds is None else passage.seconds,
            "frames": [f"/picture/{self.run}/{passage.number}/{place}.png" for place in range(len(passage.frames))],
        }
        with self._changed:
            hung = self._hung.setdefault(passage.screen, [])
            hung.append(passage.number)
            for number in hung[:-2]:
                self._pictures.pop(number, None)
            del hung[:-2]
            self._told[passage.screen] = told
            self._changed.notify_all()

    def next(self, screen: int, after: str, patience: float) -> Mapping[str, Any] | None:
        """The passage of a screen, once it is another than `after`; None where it is not within so many seconds."""
        until = time.monotonic() + patience
        with self._changed:
            while True:
                told = self._told.get(screen)
                if told is not None and told["name"] != after:
                    return told
                left = until - time.monotonic()
                if left <= 0:
                    return None
                self._changed.wait(left)

    def picture(self, run: str, number: int, place: int) -> bytes | None:
        """A picture of a passage that hangs, as PNG."""
        with self._changed:
            pictures = self._pictures.get(number, ()) if run == self.run else ()
        return pictures[place] if place < len(pictures) else None


def _png(pixels: Pixels) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "png", compress_level=1)
    return file.getvalue()


class Server(ThreadingHTTPServer):
    """Serves a wall until it is closed. Raises OSError where the port is taken."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, wall: Wall, port: int) -> None:
        self.wall = wall
        self._free = threading.BoundedSemaphore(MOST)
        super().__init__((HERE, port), Handler)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def address(self, screen: int | None = None) -> str:
        """The address of its list of screens, or of one of them, from 0."""
        return f"http://{HERE}:{self.port}/" + ("" if screen is None else f"screen/{screen + 1}")

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, if there are not too many."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer one connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no matter."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request. Knows GET, and this machine's names."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "intaglio", ""
    timeout = SLOW

    def do_GET(self) -> None:
        """Answer, if it is asked by one of our own pages or by somebody who typed the address."""
        if not self._is_ours():
            self._answer(HTTPStatus.FORBIDDEN, b"This is shown on this machine only.\n")
            return
        address = urlsplit(self.path)
        if address.path in FILES:
            self._answer(HTTPStatus.OK, (FOLDER / address.path[1:]).read_bytes(), FILES[address.path])
        elif address.path == "/":
            self._answer(HTTPStatus.OK, self._list(), "text/html; charset=utf-8")
        elif (asked := re.fullmatch(r"/screen/([1-9][0-9]?)(/next)?", address.path)) is not None:
            self._screen(int(asked[1]) - 1, asked[2] is not None, address.query)
        elif (
            asked := re.fullmatch(r"/picture/([0-9a-f]{8})/([0-9]{1,15})/([0-9]{1,4})\.png", address.path)
        ) is not None:
            found = self.server.wall.picture(asked[1], int(asked[2]), int(asked[3]))
            self._answer(HTTPStatus.OK, found, "image/png") if found is not None else self._missing()
        else:
            self._missing()

    def _screen(self, screen: int, next: bool, query: str) -> None:
        wall = self.server.wall
        if screen >= wall.screens:
            self._missing()
        elif not next:
            page = _filled("page.html", TITLE=escape(wall.title), SCREEN=str(screen + 1))
            self._answer(HTTPStatus.OK, page, "text/html; charset=utf-8")
        else:
            after = parse_qs(query).get("after", [""])[0]
            told = wall.next(screen, after, LONG)
            if told is None:
                self._answer(HTTPStatus.NO_CONTENT, b"")
            else:
                self._answer(HTTPStatus.OK, json.dumps(told).encode(), "application/json")

    def _list(self) -> bytes:
        wall = self.server.wall
        screens = "".join(f'<li><a href="/screen/{n}">Screen {n}</a></li>' for n in range(1, wall.screens + 1))
        return _filled("list.html", TITLE=escape(wall.title), SCREENS=screens)

    def _is_ours(self) -> bool:
        """Whether it is asked for by our own name, and not from a page of somebody else."""
        names = [f"{name}:{self.server.port}" for name in (HERE, "localhost")]
        hosts, origins = self.headers.get_all("Host", []), self.headers.get_all("Origin", [])
        site = self.headers.get("Sec-Fetch-Site", "none")
        own = len(hosts) == 1 and hosts[0] in names and site in ("none", "same-origin")
        return own and all(origin == f"http://{hosts[0]}" for origin in origins)

    def _missing(self) -> None:
        self._answer(HTTPStatus.NOT_FOUND, b"There is nothing here.\n")

    def _answer(self, status: HTTPStatus, body: bytes, kind: str = "text/plain; charset=utf-8") -> None:
        self.send_response(status)
        for name, value in RULES.items():
            self.send_header(name, value)
        if status is not HTTPStatus.NO_CONTENT:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads over days who asked for what."""


def _filled(name: str, **words: str) -> bytes:
    """A page with words in it, which are safe to stand there, each in its place and nowhere else."""
    text = (FOLDER / name).read_text("utf-8")
    return re.sub("@([A-Z]+)@", lambda found: words[found[1]], text).encode()
