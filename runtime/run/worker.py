"""The worker: a process that makes cells, kept warm so that torch is imported once.

Reads a `Job` a line from standard input, answers with `Message`s on standard output. A `cancel` line names a job that
is to stop at its next progress. The end of its input (its parent has died, however) ends it at once. What libraries
print goes to standard error, which the parent keeps in a log; nothing of theirs reaches an artist.
"""

from __future__ import annotations

import errno
import gc
import importlib
import json
import os
import queue
import re
import resource
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from intaglio.lang.ir import Value
from intaglio.runtime.artifacts.artifact import Artifact
from intaglio.runtime.contract import Given, Kind, Made, Params, Segment, Source
from intaglio.runtime.fault import Cancelled, Changed, Fault, Mistaken
from intaglio.runtime.keys import digests
from intaglio.runtime.run.messages import Job, Message, SentCell, SentItems, packed, readable, unpacked
from intaglio.runtime.store import disk
from intaglio.runtime.store.items import Finished, Loose
from intaglio.runtime.world import files

if TYPE_CHECKING:
    from intaglio.runtime.journeys.journeys import Journeys

CANCEL = "cancel"
SELDOM = (100_000, 20, 20)  # looking for circles among ten thousand images took a third of finding them again
FILES = 10_240  # that may be open at once, where the system lets us; many give 256, and a set of 64 GB is in as many
BREATH = 0.1  # seconds between progress messages


class Wire:
    """The way back to the parent, and whether it asked to stop."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out
        self.job = 0
        self.cancelled = 0  # the last job that was asked to stop; a number, so that a late cancel stops no later job
        self._spoke = 0.0

    def due(self) -> bool:
        """Whether it is time for another progress message; a step may take less time than telling of it."""
        now = time.monotonic()
        if now - self._spoke < BREATH:
            return False
        self._spoke = now
        return True

    def say(self, what: str, **facts: Any) -> None:
        """Send a message. What in it is no text (the name of a file may be none) is told as `�`."""
        told = {word: readable(fact) if isinstance(fact, str) else fact for word, fact in facts.items()}
        self._out.write(Message(what=what, facts=told).model_dump_json() + "\n")
        self._out.flush()


@dataclass(frozen=True, slots=True)
class CellContext:
    """`contract.Context` for one cell, told over the wire."""

    params: Params
    seed: int
    sources: Sequence[Given]
    models: Sequence[Given]
    beside: Mapping[str, Sequence[Given]]
    files: Mapping[str, Sequence[Source]]
    cell: Mapping[str, Value]
    result: Path
    seen: Path
    segments: Sequence[Segment]
    made: Artifact | None
    items: Finished
    journeys: Journeys | None  # None for a kind that keeps none
    wire: Wire = field(repr=False)

    def read(self, source: Source) -> bytes:
        """See `contract.Context.read`."""
        return files.read(source)

    def progress(self, done: int, total: int, unit: str, **facts: float | str) -> None:
        """See `contract.Context.progress`."""
        if done >= total or "preview" in facts or self.wire.due():
            self.wire.say("progress", done=done, total=total, unit=unit, facts=facts)
        if self.wire.cancelled >= self.wire.job:
            raise Cancelled

    def remark(self, message: str, code: str = "", hint: str | None = None) -> None:
        """See `contract.Context.remark`."""
        self.wire.say("remark", result=packed(self.result), message=message, code=code, hint=hint)

    def is_sound(self, segment: Segment) -> bool:
        """See `contract.Context.is_sound`. A content is called by its digest."""
        try:
            sound = all(digests.of_file(path) == path.name for path in segment.files.values())
        except OSError as error:  # let go by somebody else meanwhile, or on a disk that fails
            if error.errno in disk.EXHAUSTED:
                raise
            sound = False
        if not sound:
            self.wire.say("damaged", step=segment.step)
        return sound

    def keep(
        self, step: int, fingerprint: str, write: Callable[[Path], None], *, epoch: float, marked: bool = False
    ) -> None:
        """See `contract.Context.keep`. The parent takes the folder in while work goes on here."""
        folder = self.result.parent / f"segment-{step}"
        facts = {"step": step, "fingerprint": fingerprint, "epoch": epoch, "marked": marked}
        try:
            folder.mkdir(exist_ok=True)
            write(folder)
        except Exception as error:
            if not _is_full(error):
                raise
            self.remark(
                "What was reached could not be kept on the way: the disk is full.", hint="make room on that disk"
            )
        else:
            self.wire.say("segment", result=packed(self.result), folder=packed(folder), **facts)


def work(jobs: queue.SimpleQueue[str], wire: Wire) -> None:
    """Do jobs until there are no more."""
    while line := jobs.get():
        job = Job.model_validate_json(line)
        wire.job = job.number
        try:
            wire.say("made", cells=[[m.made, m.reused, m.unit] for m in _run(job, wire)], with_=_made_with())
        except Cancelled:
            wire.say("cancelled")
        except Changed as changed:
            wire.say("changed", path=readable(str(changed.path)))
        except Mistaken as fault:
            wire.say("fault", message=fault.message, hint=fault.hint, path=fault.path, traceback=fault.log)
        except Fault as fault:
            wire.say("fault", message=fault.message, hint=fault.hint, path=fault.path)
        except MemoryError as error:
            wire.say("fault", message=_memory(error), hint=LOWER)
        except OSError as error:
            _say_refused(wire, error, job)
        except Exception as error:  # noqa: BLE001 - the seam where a kind's own mistake becomes a message
            if "can't allocate memory" in str(error) or "out of memory" in str(error):
                wire.say("fault", message=_memory(error), hint=LOWER)
            elif _is_full(error):
                _say_refused(wire, OSError(errno.ENOSPC, str(error)), job)
            elif "CUDA" in str(error):
                _say_card_failed(wire, error)
            else:
                wire.say("broken", error=traceback.format_exc())


PROCESSOR = "set CUDA_VISIBLE_DEVICES=-1 to compute with the processor"
LOWER = "lower `batch`, or resize the images smaller"  # where memory ran out
UNITS = {"bytes": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}


def _run(job: Job, wire: Wire) -> list[Made]:
    kind = _kind(job)
    loose: dict[str, Loose] = {}  # one for each file: cells of a sweep may share a stream
    contexts = [_context(kind, cell, wire, loose) for cell in job.cells]
    assert kind.run is not None, f"{kind.name} arrives later and is never sent"
    try:
        if job.look:
            assert kind.look is not None, f"{kind.name} has nothing to look at"
            return [kind.look(context) for context in contexts]
        return list(kind.run(contexts)) if kind.together else [kind.run(context) for context in contexts]
    finally:
        for file in (*loose.values(), *(context.journeys for context in contexts)):
            if file is not None:
                file.close()


def _kind(job: Job) -> Kind[Any]:
    module = importlib.import_module(job.module)
    return next(v for v in vars(module).values() if isinstance(v, Kind) and v.name == job.kind)


def _context(kind: Kind[Any], cell: SentCell, wire: Wire, loose: dict[str, Loose]) -> CellContext:
    return CellContext(
        params=kind.params.model_validate_json(cell.params),
        seed=cell.seed,
        sources=[given.unpack() for given in cell.sources],
        models=[given.unpack() for given in cell.models],
        beside={setting: [each.unpack() for each in given] for setting, given in cell.beside.items()},
        files=cell.unpack_files(),
        cell=cell.cell,
        result=unpacked(cell.result),
        seen=unpacked(cell.seen),
        segments=tuple(segment.unpack() for segment in cell.segments),
        made=None if cell.made is None else cell.made.unpack(),
        items=_items(cell, wire, loose),
        journeys=_journeys(kind, cell),
        wire=wire,
    )


def _journeys(kind: Kind[Any], cell: SentCell) -> Journeys | None:
    """What a kind that keeps journeys knows of them. Other code of it may have found other facts."""
    if not kind.journeys:
        return None
    from intaglio.runtime.journeys.journeys import Journeys  # loads SQLite

    return Journeys(unpacked(cell.store), unpacked(cell.result).parent, f"{kind.name} {kind.version}")


def _items(cell: SentCell, wire: Wire, loose: dict[str, Loose]) -> Finished:
    sent = cell.items or SentItems(keys=(), holders=(), loose="")
    file = loose.setdefault(sent.loose, Loose(unpacked(sent.loose)))
    remark = partial(wire.say, "remark", result=cell.result, code="", hint="make room on that disk")
    return Finished(sent.keys, [holder.unpack() for holder in sent.holders], file, lambda said: remark(message=said))


def _made_with() -> dict[str, str]:
    """What the numbers may depend on, recorded and not keyed."""
    found = {"python": ".".join(map(str, sys.version_info[:3])), "threads": os.environ.get("OMP_NUM_THREADS", "")}
    for name in ("torch", "diffusers", "numpy", "PIL", "av"):
        if name in sys.modules:
            found[name] = str(getattr(sys.modules[name], "__version__", ""))
    if "torch" in sys.modules:
        found["device"] = _device()
    return found


def _device() -> str:
    """Where torch computed. What decides on it was loaded, if anything was computed at all."""
    machine = sys.modules.get("intaglio.stdlib.nn.machine")
    return "cpu" if machine is None else str(machine.device().type)


def _memory(error: Exception) -> str:
    """That memory ran out, with how much was asked for where the library tells: numpy and torch do."""
    asked = re.search(r"allocate (\d[\d.]*) ?(bytes|[KMGT]iB)", str(error))
    if asked is None:
        return "There was not enough memory for this stage."
    size = disk.size(int(float(asked[1]) * UNITS[asked[2]]))
    return f"There was not enough memory for this stage: {size} more were asked for."


def _say_card_failed(wire: Wire, error: Exception) -> None:
    """Tell what a graphics card said. After that a process can do nothing more with it, so this one ends."""
    said = str(error).strip().splitlines()[0].rstrip(".")
    wire.say("fault", message=f"The graphics card failed: {said}.", hint=PROCESSOR, leaves=True)
    os._exit(1)


def _is_full(error: Exception) -> bool:
    """Whether a disk is full, as the system or, in words of its own, safetensors tells of it."""
    return getattr(error, "errno", None) in disk.FULL or "No space left on device" in str(error)


def _say_refused(wire: Wire, error: OSError, job: Job) -> None:
    """Tell what the system refused, with the path: where the error names none, that of the folder being written."""
    told = Path(error.filename) if isinstance(error.filename, str) else unpacked(job.cells[0].result)
    fault = disk.fault(error, told)
    wire.say("fault", message=fault.message, hint=fault.hint)


def _listen(lines: IO[str], jobs: queue.SimpleQueue[str], wire: Wire) -> None:
    """Take lines as they come, so that a cancel reaches a running job; the end of input is the parent's end."""
    for line in lines:
        if CANCEL in (message := json.loads(line)):
            wire.cancelled = message[CANCEL]
        else:
            jobs.put(line)
    os._exit(0)


def _open_more() -> None:
    """Let more files be open at once than what programs are given that do not ask."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):  # then it stays at what it is, which is enough for most
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def main() -> None:
    """Run as `python -m intaglio.runtime.run.worker`."""
    gc.set_threshold(*SELDOM)
    _open_more()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not break the wire
    wire = Wire(out)
    jobs: queue.SimpleQueue[str] = queue.SimpleQueue()
    lines = os.fdopen(os.dup(0), encoding="utf-8")  # whatever letters the locale has
    threading.Thread(target=_listen, args=(lines, jobs, wire), daemon=True).start()
    work(jobs, wire)


if __name__ == "__main__":
    main()
