"""The index of journeys: what was told of images, and in which shard each one's pixels lie. An SQLite file.

What is told at once is one row, and carries a seal: a flipped bit makes a row that is not there, and never one that
says something else. It is a memory and no more: lost, locked or damaged, it is as if nothing had been told. Knows no
images and no other file.
"""

from __future__ import annotations

import json
import sqlite3
import struct
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from intaglio.runtime.artifacts.shards import Place
from intaglio.runtime.keys import digests
from intaglio.runtime.store.blobs import set_aside

INDEX = "index"  # what it is called
FORMAT = 1
BOUND = 256 << 20  # bytes of the file; past that, what was of use longest ago goes
MANY = 64  # rows of one fact, which then become one
DAY = 86_400  # seconds for which what was of use need not be noted so again
PATIENCE = 0.5  # seconds to wait for another process that writes: once, and once more at the end
HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})  # by another process, for the moment
REFUSALS = (sqlite3.Error, UnicodeDecodeError)  # the latter where it cannot even say what is wrong
DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})  # the last: no such table
TABLES = f"""
PRAGMA user_version = {FORMAT};
CREATE TABLE told (number INTEGER PRIMARY KEY, fact TEXT, data BLOB, seal TEXT, used INTEGER);
CREATE INDEX told_of ON told (fact);
CREATE TABLE places (number INTEGER PRIMARY KEY, shard TEXT, data BLOB, seal TEXT);
CREATE TABLE shards (number INTEGER PRIMARY KEY, name TEXT UNIQUE, content TEXT, size INTEGER, seal TEXT);
"""
SEALED = {"told": ("fact", "data"), "places": ("shard", "data"), "shards": ("name", "content", "size")}
ENTRY = struct.Struct(">16sQII")  # a digest, where its pixels start, height, width

Row = tuple[Any, ...]


class Shard(NamedTuple):
    """A shard by its name. `content` is the digest of the finished file, of `size` bytes; None until then."""

    name: str
    content: str | None = None
    size: int = 0


@dataclass(slots=True)
class News:
    """What is to be written down at once."""

    told: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))  # by fact, by item
    places: dict[str, Place] = field(default_factory=dict)  # by digest
    shards: list[Shard] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)  # shards, by name

    def __bool__(self) -> bool:
        return bool(self.told or self.places or self.shards or self.gone)


class Index:
    """The index at a path. It is opened when it is first asked, and takes no heed of threads."""

    def __init__(self, path: Path, quarantine: Path) -> None:
        self._path = path
        self._quarantine = quarantine
        self._opened: sqlite3.Connection | None = None
        self._hopeless = False
        self._patience = PATIENCE  # seconds that there are left to wait

    def told(self, fact: str) -> dict[str, Any]:
        """All that was told by the name of a fact, by item."""
        rows = self._ask("SELECT number, data, seal, used FROM told WHERE fact = ? ORDER BY number", (fact,))
        sound = [(number, data, used) for number, data, seal, used in rows if seal == _seal(fact, data)]
        found: dict[str, Any] = {}
        for _, data, _ in sound:
            found.update(json.loads(data))
        if len(rows) > MANY:
            self._merge(fact, found, [row[0] for row in rows])
        elif any(not isinstance(used, int) or used < time.time() - DAY for _, _, used in sound):
            self._change(("UPDATE told SET used = ? WHERE fact = ?", [(int(time.time()), fact)]))
        return found

    def _merge(self, fact: str, found: dict[str, Any], rows: Sequence[int]) -> None:
        """Make one row of all that was read; what others add meanwhile stays."""
        self._change(_telling({fact: found}), ("DELETE FROM told WHERE number = ?", [(number,) for number in rows]))

    def shards(self) -> dict[str, Shard] | None:
        """All shards that pixels were put into, by name; None where that cannot be asked."""
        rows = self._rows("SELECT name, content, size, seal FROM shards")
        if rows is None:
            return None
        return {row[0]: Shard(*row[:3]) for row in rows if row[3] == _seal(*row[:3])}

    def places(self) -> dict[str, Place]:
        """Where the pixels of images lie, by their digest: where they were put last."""
        found: dict[str, Place] = {}
        for shard, data, seal in self._ask("SELECT shard, data, seal FROM places ORDER BY number"):
            if seal == _seal(shard, data):
                found.update({digest.hex(): Place(shard, *at) for digest, *at in ENTRY.iter_unpack(data)})
        return found

    def write(self, news: News, *, last: bool = False) -> bool:
        """Write down what is new, all of it or nothing, and for the `last` time wait a little if need be.

        False where another process has the file for the moment; where it cannot be at all, it is forgotten.
        """
        if last:
            self._wait(PATIENCE)
        lying: dict[str, bytearray] = defaultdict(bytearray)
        for digest, it in news.places.items():
            lying[it.shard] += ENTRY.pack(bytes.fromhex(digest), it.start, it.height, it.width)
        return self._change(
            _telling(news.told),
            (
                "INSERT INTO places (shard, data, seal) VALUES (?, ?, ?)",
                [(shard, bytes(data), _seal(shard, bytes(data))) for shard, data in lying.items()],
            ),
            (
                "INSERT OR REPLACE INTO shards (name, content, size, seal) VALUES (?, ?, ?, ?)",
                [(*shard, _seal(*shard)) for shard in news.shards],
            ),
            ("DELETE FROM places WHERE shard = ?", [(name,) for name in news.gone]),
            ("DELETE FROM shards WHERE name = ?", [(name,) for name in news.gone]),
        )

    def close(self, bound: int = BOUND) -> None:
        """Let go of what is too much, and of the file."""
        if self._opened is not None:
            sizes = [self._ask(f"PRAGMA {of}") for of in ("page_count", "freelist_count", "page_size")]
            if all(sizes):
                (((pages,),), ((free,),), ((page,),)) = sizes
                self._shrink((pages - free) * page - bound)
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _shrink(self, excess: int) -> None:
        """Let so many bytes go, if any: what was of use longest ago, and of that what was told first."""
        going = []
        for number, size in self._ask("SELECT number, length(data) FROM told ORDER BY used, number"):
            if excess <= 0:
                break
            going.append((number,))
            excess -= size
        if going:
            self._change(("DELETE FROM told WHERE number = ?", going))

    # SQLite --------------------------------------------------------------------------------------------------------

    def _ask(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query; none where it cannot be asked."""
        return self._rows(query, values) or []

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[Row] | None:
        db = self._connection()
        try:
            return None if db is None else db.execute(query, values).fetchall()
        except REFUSALS as error:
            self._refused(error)
            return None

    def _change(self, *changes: tuple[str, Iterable[Row]]) -> bool:
        """Change something, all of it or nothing; False where that may be tried again."""
        db = self._connection()
        try:
            if db is not None:
                with db:
                    for query, rows in changes:
                        db.executemany(query, rows)
        except REFUSALS as error:
            self._refused(error)
            return self._hopeless
        return db is not None or self._hopeless

    def _connection(self) -> sqlite3.Connection | None:
        if self._opened is None and not self._hopeless:
            try:
                self._opened = self._connected()
            except REFUSALS as error:
                self._refused(error)
            except OSError:  # a folder that cannot be made: whoever needs it more will say so
                self._hopeless = True
        return self._opened

    def _connected(self) -> sqlite3.Connection:
        """The file opened, or made."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self._path, timeout=self._patience, check_same_thread=False)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")  # a power cut may take the last rows, and damages none
            if (version := _version(db)) == 0:
                version = _begin(db)
            if version != FORMAT:
                raise sqlite3.DatabaseError("another version's")
        except REFUSALS:
            db.close()
            raise
        return db

    def _wait(self, patience: float) -> None:
        """Wait from now on for so many seconds where another process has the file."""
        self._patience = patience
        if self._opened is not None:
            self._opened.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")

    def _refused(self, error: Exception) -> None:
        """Go on without: until another process has done with the file, which is not waited for again, or for good."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in HELD:
            self._wait(0.0)
        else:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Go on without for good. A file that is damaged, or of another version, is set aside: the next begins anew."""
        if isinstance(error, sqlite3.ProgrammingError):
            raise error  # a mistake of ours
        self._hopeless = True
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        if _is_damage(error):
            remove(self._path, self._quarantine)


def remove(path: Path, quarantine: Path) -> None:
    """Set an index aside."""
    set_aside(path, quarantine)
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)


def _telling(told: dict[str, dict[str, Any]]) -> tuple[str, list[Row]]:
    now = int(time.time())
    rows = [(fact, json.dumps(items, separators=(",", ":")).encode()) for fact, items in told.items()]
    query = "INSERT INTO told (fact, data, seal, used) VALUES (?, ?, ?, ?)"
    return query, [(fact, data, _seal(fact, data), now) for fact, data in rows]


def _version(db: sqlite3.Connection) -> int:
    ((version,),) = db.execute("PRAGMA user_version").fetchall()
    return int(version)


def _begin(db: sqlite3.Connection) -> int:
    """Make the tables, unless somebody else does at the same time."""
    db.execute("BEGIN IMMEDIATE")
    if _version(db) == 0:
        for statement in filter(str.strip, TABLES.split(";")):
            db.execute(statement)
    db.commit()
    return _version(db)


def is_sound(path: Path) -> bool:
    """Whether an index is as it was written, as far as can be told: it has bytes that are of no use."""
    try:
        with closing(sqlite3.connect(path)) as db:
            return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)] and all(
                row[-1] == _seal(*row[:-1])
                for table, columns in SEALED.items()
                for row in db.execute(f"SELECT {', '.join(columns)}, seal FROM {table}")
            )
    except REFUSALS as error:
        return not _is_damage(error)


def _is_damage(error: Exception) -> bool:
    """Whether an error says that the file is damaged. One without a code is of text that is no text, or our own."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF in DAMAGED


def _seal(*values: object) -> str:
    parts = [value if isinstance(value, bytes) else str(value).encode("utf-8", "replace") for value in values]
    return digests.of_bytes(b"\n".join(parts))
