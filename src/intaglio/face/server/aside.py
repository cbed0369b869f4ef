"""Aside: work that takes a while, beside the loop that answers the editor.

Threads are of no concern to the end of the process: whatever is still at work then has nothing to finish.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Value = TypeVar("Value")


async def aside(work: Callable[[], Value]) -> Value:
    """The value of some work, done in a thread. Raises what it raises."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Value] = loop.create_future()
    Thread(target=_do, args=(work, future, loop), daemon=True).start()
    return await future


def _do(work: Callable[[], Value], future: asyncio.Future[Value], loop: asyncio.AbstractEventLoop) -> None:
    def tell(value: Value | None, error: BaseException | None) -> None:
        if future.cancelled():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(value)  # type: ignore[arg-type]  # a value wherever there is no error

    try:
        value = work()
    except BaseException as error:  # noqa: BLE001  # it is raised where it is awaited
        outcome: tuple[Value | None, BaseException | None] = (None, error)
    else:
        outcome = (value, None)
    if not loop.is_closed():
        loop.call_soon_threadsafe(tell, *outcome)
