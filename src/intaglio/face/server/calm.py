"""A fault of ours in one ability: it is written to the log, the editor gets nothing for an answer, and all goes on."""

from __future__ import annotations

import logging
from types import TracebackType
from typing import Self

LOG = logging.getLogger("gen-lsp")


class Calm:
    """Takes in what nobody foresaw while an ability was at work. What is `said` to the artist passes through."""

    def __init__(self, ability: str, *said: type[Exception]) -> None:
        self._ability = ability
        self._said = said

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, self._said):
            return False
        LOG.error("%s failed; everything else goes on", self._ability, exc_info=error)
        return True
