"""A rank: one of the processes that share a training, other than the worker which began it.

Run as `python -m intaglio.stdlib.learning.rank FOLDER RANK`. The folder holds the handover. It says `ready` on standard
output when its networks stand, meets the others, and goes through the same steps. It writes nothing but why it could
not go on, and ends with the end of its input, however that comes about.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from intaglio.stdlib.learning.ranks import told_by


def share(folder: Path, rank: int, ready: int) -> None:
    """Go through a training's steps beside others. `ready` is a file to say so in, when all is built."""
    from intaglio.stdlib import sorts
    from intaglio.stdlib.nn import machine, shares
    from intaglio.stdlib.nn.handover import Handover
    from intaglio.stdlib.nn.training import STATE, Training
    from intaglio.stdlib.stages.train import Train

    machine.keep_memory()
    given = Handover.read(folder)
    params = Train.model_validate_json(given.params)
    sort = sorts.of(params.model)
    begun = Training(sort, given.lesson, sort.learn(given.lesson, params))
    if given.freeze:
        begun.freeze(given.freeze)
    os.write(ready, b"ready\n")
    try:
        shares.join(folder, rank, given.count, machine.device(), begun.parts)
        begun.restore({STATE: folder / STATE})
        for _ in begun.loop(given.begin):
            pass
    except shares.Lost:  # another has ended, and why is for that one to say
        sys.exit(1)
    shares.leave()


def _leave_with_parent() -> None:
    while os.read(0, 1 << 10):
        pass
    os._exit(0)


def main() -> None:
    """See above. Torch is loaded when somebody listens for the end, since that takes seconds."""
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    folder, rank = Path(sys.argv[1]), int(sys.argv[2])
    ready = os.dup(1)
    os.dup2(2, 1)  # what libraries print is no message
    try:
        share(folder, rank, ready)
    except Exception as error:
        (folder / told_by(rank)).write_text(str(error), encoding="utf-8", errors="replace")
        raise


if __name__ == "__main__":
    main()
