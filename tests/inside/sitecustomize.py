"""What a process of the project does while it is tried, seen from inside. Python loads this file by its name, at every
start of a process that has this folder on its PYTHONPATH; what it does is said by the environment.

`INTAGLIO_WRITES=FILE` notes in a file every path that Python opens for writing, makes, moves or removes, and every
connection: a line each, `what path`.
"""

import os
import sys

MAKES = frozenset({"os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate", "os.remove", "os.rmdir"})
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


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


if os.environ.get("INTAGLIO_WRITES"):
    note_writes(os.environ["INTAGLIO_WRITES"])
