"""What a process of the project does while it is tried, seen from inside. Python loads this file by its name, at every
start of a process that has this folder on its PYTHONPATH; what it does is said by the environment.

`INTAGLIO_WRITES=FILE`: note every path that Python opens for writing, makes, moves or removes, and every connection: a
line each, `what path`.

`INTAGLIO_RECORD=FOLDER`: in `gen` itself, not in its worker, record in `FOLDER/log` what the disk was asked to do:
which file was synced with which content, what was moved, made, removed, which folder was synced. Contents lie in
`FOLDER/contents`, by their digest.

`INTAGLIO_FAIL=WHO:CALL:NUMBER:ERROR:PART`: let a call of the system fail once, with an error's number: the NUMBERth of
those in WHO (`gen` or `worker`) that concern a path in which PART occurs; where NUMBER is `*`, each. `INTAGLIO_FAILED`
names a file that then tells it; as long as it has not failed, the file tells how many such calls there were.

`INTAGLIO_CARD=NUMBER`: in a worker, the NUMBERth time that a network learns from a loss fails as it does where the
driver of a graphics card fails.

`INTAGLIO_RANKS=FOLDER`: each process that shared a training, other than the worker, leaves the state that it came to in
`FOLDER/RANK.safetensors`.

`INTAGLIO_RANK=NUMBER`: in such a process, the NUMBERth time that a network learns from a loss fails as it does where
the memory of a graphics card is full.

`INTAGLIO_CLOCK=SECONDS`: what Python says of the time of day is so much later, or earlier, as when a clock is set.
"""

import os
import sys

MAKES = frozenset({"os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate", "os.remove", "os.rmdir"})
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
IN_RANK = "intaglio.stdlib.learning.rank" in sys.orig_argv
IN_WORKER = "intaglio.runtime.run.worker" in sys.orig_argv


def note_writes(log):
    """Note writes in a file from now on, for as long as the process lives."""
    notes = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def heard(event, arguments):
        if event == "open":
            path, _, flags = arguments
            paths = [path] if isinstance(path, (str, bytes)) and (flags or 0) & WRITES else []
        elif event in MAKES:
            paths = [each for each in arguments if isinstance(each, (str, bytes))]
        elif event == "socket.connect":
            paths = [repr(arguments[1])]
        else:
            return
        for each in paths:
            place = os.fsdecode(each)
            os.write(notes, f"{event} {place if event == 'socket.connect' else os.path.abspath(place)}\n".encode())

    sys.addaudithook(heard)


def record(folder):
    """Record what the disk is asked to do."""
    import hashlib
    import json

    log = os.open(os.path.join(folder, "log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    contents = os.path.join(folder, "contents")
    os.makedirs(contents, exist_ok=True)
    real = {name: getattr(os, name) for name in ("fsync", "rename", "replace", "mkdir", "unlink", "remove", "rmdir")}

    def say(op, **facts):
        os.write(log, (json.dumps({"op": op, **facts}) + "\n").encode())

    def content(path):
        with open(path, "rb") as file:
            data = file.read()
        name = hashlib.sha256(data).hexdigest()
        with open(os.path.join(contents, name), "wb") as file:
            file.write(data)
        return name

    def fsync(handle):
        real["fsync"](handle)
        path = path_of(handle)
        if os.path.isdir(path):
            say("sync folder", path=path)
        else:
            say("sync", path=path, content=content(path))

    def moving(name):
        def move(source, target, **how):
            is_file = not os.path.isdir(source)
            held = content(source) if is_file else None
            real[name](source, target, **how)
            say("move", path=os.path.abspath(source), to=os.path.abspath(target), content=held)

        return move

    def changing(name, op):
        def change(path, *rest, dir_fd=None, **how):
            base = path_of(dir_fd) if dir_fd is not None else os.getcwd()
            real[name](path, *rest, dir_fd=dir_fd, **how)
            say(op, path=os.path.abspath(os.path.join(base, os.fsdecode(path))))

        return change

    os.fsync = fsync
    for name in ("rename", "replace"):
        setattr(os, name, moving(name))
    for name, op in (("mkdir", "make"), ("unlink", "remove"), ("remove", "remove"), ("rmdir", "remove")):
        setattr(os, name, changing(name, op))


def path_of(handle):
    """The path of an open file or folder."""
    if sys.platform == "darwin":
        import fcntl

        return os.fsdecode(fcntl.fcntl(handle, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0"))
    return os.readlink(f"/proc/self/fd/{handle}")


def fail(call, number, error, part):
    """Let the `number`th call that concerns a path with `part` in it fail, once; with None, each of them."""
    import builtins
    import fcntl
    import io

    seen = 0

    def counted(what):
        nonlocal seen
        path = path_of(what) if isinstance(what, int) else os.path.abspath(os.fsdecode(what))
        if part not in path or (number is not None and seen >= number):
            return
        seen += 1
        fails = number in (None, seen)
        with opened(os.environ["INTAGLIO_FAILED"], "w") as file:
            file.write(f"{call} {path}" if fails else str(seen))
        if fails:
            raise OSError(error, os.strerror(error), *([] if isinstance(what, int) else [path]))  # as the system does

    def counting(real):
        def failing(what, *rest, **how):
            counted(what)
            return real(what, *rest, **how)

        return failing

    opened = builtins.open
    module = fcntl if call == "flock" else os
    setattr(module, call, counting(getattr(module, call)))
    if call == "open":
        builtins.open = io.open = counting(opened)


def leave_states(folder):
    """Leave the state in a folder that this process came to."""
    from safetensors.torch import save_file

    from intaglio.stdlib.nn import shares, state

    joined, left, mine = shares.join, shares.leave, []

    def join(place, rank, count, device, parts):
        mine.extend((rank, parts))
        joined(place, rank, count, device, parts)

    def leave():
        rank, parts = mine
        save_file(state.taken(parts), os.path.join(folder, f"{rank}.safetensors"))
        left()

    shares.join, shares.leave = join, leave


def break_card(number, said="CUDA error: unspecified launch failure\nCUDA kernel errors might be reported later."):
    """Let learning fail at the `number`th time."""
    import torch

    learnt, real = 0, torch.Tensor.backward

    def backward(*given, **how):
        nonlocal learnt
        learnt += 1
        if learnt == number:
            raise RuntimeError(said)
        return real(*given, **how)

    torch.Tensor.backward = backward


def set_clock(seconds):
    """Have the time of day be another. The disk's own clock goes on."""
    import time

    clock, precise = time.time, time.time_ns
    time.time = lambda: clock() + seconds
    time.time_ns = lambda: precise() + seconds * 10**9


if os.environ.get("INTAGLIO_WRITES"):
    note_writes(os.environ["INTAGLIO_WRITES"])
if os.environ.get("INTAGLIO_RECORD") and not IN_WORKER:
    record(os.environ["INTAGLIO_RECORD"])
if os.environ.get("INTAGLIO_FAIL"):
    who, call, number, error, part = os.environ["INTAGLIO_FAIL"].split(":", 4)
    if IN_WORKER == (who == "worker"):
        fail(call, None if number == "*" else int(number), int(error), part)
if os.environ.get("INTAGLIO_CARD") and IN_WORKER:
    break_card(int(os.environ["INTAGLIO_CARD"]))
if os.environ.get("INTAGLIO_RANKS") and IN_RANK:
    leave_states(os.environ["INTAGLIO_RANKS"])
if os.environ.get("INTAGLIO_RANK") and IN_RANK:
    break_card(int(os.environ["INTAGLIO_RANK"]), "CUDA out of memory. Tried to allocate 2.00 GiB.")
if os.environ.get("INTAGLIO_CLOCK"):
    set_clock(int(os.environ["INTAGLIO_CLOCK"]))
