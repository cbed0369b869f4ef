"""The frontier: which stages of a run have all their inputs at an end, and which still wait for what."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from intaglio.lang.ir import Stage
from intaglio.runtime.plan.order import inputs


class Frontier:
    """Stages in the order of work. Take the ripe ones, and tell which have come to an end."""

    def __init__(self, order: Sequence[Stage]) -> None:
        self._stages = {stage.name: stage for stage in order}
        self._pending = {stage.name: set(inputs(stage)) for stage in order}
        self._followers = _followers(order)
        self._ripe = deque(stage for stage in order if not inputs(stage))

    def take(self) -> Stage | None:
        """The next stage whose inputs have all come to an end; None while there is none."""
        return self._ripe.popleft() if self._ripe else None

    def is_ripe(self, stage: Stage) -> bool:
        """Whether all inputs of a stage have come to an end, taken or not."""
        return not self._pending[stage.name]

    def put_back(self, *names: str) -> None:
        """Let stages be taken once more."""
        self._ripe.extend(self._stages[name] for name in names)

    def wait(self, stage: Stage, names: Iterable[str]) -> None:
        """Let a stage wait until these inputs of it have come to an end once more."""
        self._pending[stage.name] = set(names)

    def end(self, stage: Stage) -> None:
        """A stage has come to an end: those that waited for nothing else are ripe."""
        for follower in self._followers.get(stage.name, ()):
            pending = self._pending[follower.name]
            if stage.name in pending:
                pending.remove(stage.name)
                if not pending:
                    self._ripe.append(follower)


def _followers(order: Sequence[Stage]) -> Mapping[str, list[Stage]]:
    """The stages that are made of each, in the order of work."""
    followers: dict[str, list[Stage]] = {}
    for stage in order:
        for name in inputs(stage):
            followers.setdefault(name, []).append(stage)
    return followers
