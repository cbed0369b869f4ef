"""A worker inside the test's own process: what a stage does can be watched there, and a law tries a hundred runs."""

from __future__ import annotations

import io
import queue
from collections.abc import Iterator

from intaglio.runtime.run.crew import Crew, Lane
from intaglio.runtime.run.messages import Job, Message
from intaglio.runtime.run.worker import Wire, work


class Inside:
    """An executor that does a job at once, as the worker does, by the same messages."""

    stopping = False

    def run(self, job: Job) -> Iterator[Message]:
        jobs: queue.Queue[str] = queue.Queue()
        jobs.put(job.model_copy(update={"number": 1}).model_dump_json())
        jobs.put("")
        said = io.StringIO()
        work(jobs, Wire(said))
        yield from map(Message.model_validate_json, said.getvalue().splitlines())

    def cancel(self) -> None:
        pass

    def ready(self) -> None:
        pass

    def close(self) -> None:
        pass


def crew() -> Crew:
    """One lane, which computes nothing."""
    return Crew([Lane(Inside(), computes=False)])
