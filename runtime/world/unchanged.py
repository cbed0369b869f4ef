"""Whether anything changed since a script's last run, told by stat alone. Comes before everything else loads.

After a run that left every stage fresh, `write` puts down the size, times and inode of all that the run read or made:
the script, its inputs and the folders they were listed from, the code of its stages, the store's records, the copies
that `save` placed. `unchanged` compares them with the disk. It imports what Python itself has loaded, and answers
None whenever it is not certain; then the whole of Intaglio looks properly.

A stat vouches for a content only if it was already old when the content was read: a file written again within the
same tick of the disk's clock keeps its times. So what was read too soon after it was written is not written down.
"""

import os
import sys
import time

from intaglio import __version__

FORMAT = "intaglio unchanged 2"
FOLDER = "unchanged"  # of a store
GRAIN = 50_000_000  # ns; the times of a Linux disk move in steps of 1 to 10 ms
COARSE = 2_100_000_000  # ns; where times are whole seconds, or steps of two as on a memory card

Stat = tuple[int, int, int, int]  # size, mtime_ns, ctime_ns, inode
Look = tuple[int, int, int, int, int]  # the same, and when it was taken: before what it vouches for was read


class Stage:
    """A fresh stage: its name, what `save` placed where, and the line that tells of it to programs."""

    __slots__ = ("name", "saved", "told")

    def __init__(self, name: str, told: str, saved: tuple[str, ...] = ()) -> None:
        self.name = name
        self.told = told
        self.saved = saved


class Fresh:
    """What there is to say of a script with nothing to do: its stages, and the line that ends it for programs."""

    __slots__ = ("done", "stages")

    def __init__(self, stages: list[Stage], done: str) -> None:
        self.stages = stages
        self.done = done


def unchanged(script: str, store: str, only: tuple[str, ...] = ()) -> Fresh | None:
    """What was put down of a script, if all is as its last run left it; None when anything moved, or it is not known.

    `store` is the store's folder; `only` names the stages that are asked for, which must be among them.
    """
    script = os.path.abspath(script)
    body = _read(_place(script, store))
    if body is None:
        return None
    version, python, path, done, count, *lines = body.split("\n")
    if version != __version__ or python != _python() or path != script:
        return None
    stages = [_parsed(line) for line in lines[: int(count)]]
    if not {stage.name for stage in stages}.issuperset(only):
        return None
    return Fresh(stages, done) if _all_as_written(lines[int(count) :]) else None


def _all_as_written(lines: list[str]) -> bool:
    """Whether every file is as its line says: size, mtime, ctime, inode, path."""
    stat = os.stat
    try:
        for line in lines:
            path = line.split(" ", 4)[4]
            now = stat(path)
            if f"{now.st_size} {now.st_mtime_ns} {now.st_ctime_ns} {now.st_ino} {path}" != line:
                return False
    except OSError:  # gone, or no longer ours to look at
        return False
    return True


def _read(path: str) -> str | None:
    """The body of a record, if it is whole."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            text = file.read()
    except OSError:
        return None
    head, _, rest = text.partition("\n")
    check, _, body = rest.partition("\n")
    return body if head == FORMAT and check == _check(body) else None


def is_whole(path: str) -> bool:
    """Whether a record is as it was written."""
    return _read(path) is not None


def _check(body: str) -> str:
    """A checksum that notices any flipped bit, with nothing imported: the bytes as one number.

    Python's hash of a number is its remainder by a Mersenne prime, the same in every process; that of text is not.
    """
    return str(hash(int.from_bytes(body.encode("utf-8", "surrogateescape"), "big")))


def _parsed(line: str) -> Stage:
    name, told, *saved = line.split("\t")
    return Stage(name, told, tuple(saved))


# Writing ----------------------------------------------------------------------------------------------------------


def look(path: str) -> Look:
    """The stat of a file or folder now. Take it before reading what it should vouch for. Raises OSError."""
    now = time.time_ns()
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, now


def is_settled(seen: Look) -> bool:
    """Whether whatever is written after this look must show in the times."""
    _, mtime, ctime, _, when = seen
    grain = COARSE if ctime % 10_000_000 == 0 else GRAIN
    return max(mtime, ctime) + grain < when


def write(script: str, store: str, fresh: Fresh, read: dict[str, Look], made: list[str] | tuple[str, ...] = ()) -> bool:
    """Put down that all of a script is fresh. Returns False, with nothing written, where a later stat could not tell.

    `read` has all that the run depends on by absolute path, the script among it, as it was before it was read; `made`
    the paths of what the run wrote: records of the store and placed copies. Call it only after a run of the whole
    script. Raises OSError.
    """
    script = os.path.abspath(script)
    if not all(map(is_settled, read.values())) or any(_stat(path) != seen[:4] for path, seen in read.items()):
        return False
    if not _settle(made):
        return False
    lines = ["\t".join((s.name, s.told, *s.saved)) for s in fresh.stages]
    stats = {path: seen[:4] for path, seen in read.items()} | {path: _stat(path) for path in made}
    lines += [f"{size} {mtime} {ctime} {inode} {path}" for path, (size, mtime, ctime, inode) in stats.items()]
    if any("\n" in line for line in (*lines, script)) or any("\t" in path for s in fresh.stages for path in s.saved):
        return False  # a path that this format cannot hold
    body = "\n".join((__version__, _python(), script, fresh.done, str(len(fresh.stages)), *lines))
    _replace(_place(script, store), f"{FORMAT}\n{_check(body)}\n{body}")
    return True


def _settle(made: list[str] | tuple[str, ...]) -> bool:
    """Wait until what the run just wrote is old enough; False where that would be long."""
    looks = {path: look(path) for path in made}
    if all(map(is_settled, looks.values())):
        return True
    time.sleep(1.1 * GRAIN / 1e9)
    again = {path: look(path) for path in made}
    return all(is_settled(seen) and seen[:4] == looks[path][:4] for path, seen in again.items())


def _replace(path: str, text: str) -> None:
    """Write a file whole. Nothing waits for the disk: a record lost or torn in a power cut is only not there."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    by = f"{path}.{os.getpid()}"
    try:
        with open(by, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write(text)
        os.replace(by, path)
    except OSError:
        if os.path.exists(by):
            os.unlink(by)
        raise


def _stat(path: str) -> Stat:
    now = os.stat(path)
    return now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino


def _place(script: str, store: str) -> str:
    """Where a script's record lies: named by a small digest (FNV-1a), for the real one would have to be imported."""
    digest = 0xCBF29CE484222325
    for byte in os.fsencode(script):
        digest = (digest ^ byte) * 0x100000001B3 % 2**64
    return os.path.join(store, FOLDER, f"{digest:016x}")


def _python() -> str:
    return f"{sys.implementation.name} {sys.hexversion:x}"
