"""Threads for the parts of calls that block."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

_Arguments = ParamSpec("_Arguments")
_T = TypeVar("_T")


async def run_in_executor(
    executor: Executor | None,
    function: Callable[_Arguments, _T],
    /,
    *arguments: _Arguments.args,
    **named: _Arguments.kwargs,
) -> _T:
    """Return what a function returns on a thread of an executor; without one, of those that all calls share.

    What waits for other hosts needs an executor of its own: no other call may wait with it.
    """
    if executor is None:
        return await run_in_threadpool(function, *arguments, **named)
    return await asyncio.get_running_loop().run_in_executor(executor, partial(function, *arguments, **named))
