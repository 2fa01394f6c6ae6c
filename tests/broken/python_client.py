"""The Python client facing broken answers: reads cases from its input, and prints what happened with each.

    python -m tests.broken.python_client sync|asyncio|trio

A line of input is a case with its URL; a line of output is what happened, both in JSON.
"""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import resource
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import anyio
import trio
from pydantic import BaseModel

from contextio_client import AsyncContextIO, ContextIO

if TYPE_CHECKING:
    from collections.abc import Callable

AT_ONCE: Final = 8
"""How many cases run at the same time."""
CALLS: Final[dict[str, Callable[..., Any]]] = {
    "get": lambda client, _: client.accounts.get("1"),
    "list": lambda client, _: client.accounts.list(),
    "all": lambda client, _: client.accounts.list_all(),
    "delete": lambda client, _: client.accounts.delete("1"),
    "create": lambda client, secret: client.accounts.create(email="ada@example.com", password=secret),
    "source": lambda client, _: client.messages.get_source("1", "1"),
    "content": lambda client, _: client.files.get_content("1", "1"),
    "link": lambda client, _: client.files.get_content("1", "1", as_link=1),
    "text": lambda client, _: client.messages.get_headers("1", "1", raw=1),
    "request": lambda client, _: client.request("GET", "/accounts/1"),
}
STREAMS: Final = ("source", "content")
ATTRIBUTES: Final = ("status", "body", "location", "retryable", "attempts", "feedback_code")

_logs: ContextVar[list[str] | None] = ContextVar("_logs", default=None)


class Collector(logging.Handler):
    """Keeps the records of the case that runs."""

    def emit(self, record: logging.LogRecord) -> None:
        logs = _logs.get()
        if logs is not None:
            logs.append(f"{record.levelname} {record.name} {self.format(record)}")


def try_sync(case: dict[str, Any]) -> dict[str, Any]:
    """Make the call of a case, and one that is answered well."""
    logs: list[str] = []
    _logs.set(logs)
    with ContextIO(case["key"], case["secret"], **_settings(case)) as client:
        began = time.monotonic()
        try:
            happened = {"value": _plain(_call(client, case))}
        except Exception as error:  # noqa: BLE001 - whatever it is, it is reported
            happened = _tell(error, logs, case)
        happened |= {"name": case["name"], "seconds": time.monotonic() - began, "logs": _ours(logs)}
        time.sleep(case["rest"])
        try:
            happened["next"] = client.with_options(**_good(case)).accounts.get("good").id
        except Exception as error:  # noqa: BLE001 - whatever it is, it is reported
            happened["next"] = repr(error)
    return happened


async def try_async(case: dict[str, Any]) -> dict[str, Any]:
    """Make the same calls, awaiting them."""
    logs: list[str] = []
    _logs.set(logs)
    async with AsyncContextIO(case["key"], case["secret"], **_settings(case)) as client:
        began = time.monotonic()
        try:
            happened = {"value": _plain(await _call_async(client, case))}
        except Exception as error:  # noqa: BLE001 - whatever it is, it is reported
            happened = _tell(error, logs, case)
        happened |= {"name": case["name"], "seconds": time.monotonic() - began, "logs": _ours(logs)}
        await anyio.sleep(case["rest"])
        try:
            happened["next"] = (await client.with_options(**_good(case)).accounts.get("good")).id
        except Exception as error:  # noqa: BLE001 - whatever it is, it is reported
            happened["next"] = repr(error)
    return happened


def _settings(case: dict[str, Any]) -> dict[str, Any]:
    return {
        "base_url": case["baseUrl"],
        "timeout": case["timeout"],
        "max_retries": case["retries"],
        "strict": case["strict"],
        "max_answer_bytes": case["most"],
    }


def _good(case: dict[str, Any]) -> dict[str, Any]:
    return {"base_url": case["goodUrl"], "timeout": 60, "max_retries": 2}


def _call(client: ContextIO, case: dict[str, Any]) -> Any:
    """Make a call, and read what it returns to its end."""
    value = CALLS[case["call"]](client, case["password"])
    if case["call"] in STREAMS:
        return {"filename": value.filename, "bytes": value.read().decode("latin-1")}
    if case["call"] == "all":
        return list(value)
    return value.parse() if case["call"] == "request" else value


async def _call_async(client: AsyncContextIO, case: dict[str, Any]) -> Any:
    value = CALLS[case["call"]](client, case["password"])
    if case["call"] == "all":
        return [row async for row in value]
    value = await value
    if case["call"] in STREAMS:
        return {"filename": value.filename, "bytes": (await value.read()).decode("latin-1")}
    return value.parse() if case["call"] == "request" else value


def _plain(value: Any) -> Any:
    """Return a value in what JSON has: of objects, the fields that were sent."""
    if isinstance(value, BaseModel):
        return {name: _plain(each) for name, each in value if name in value.model_fields_set}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _ours(logs: list[str]) -> list[str]:
    """Return the records of the client itself."""
    return [line for line in logs if " contextio_client " in line]


def _tell(error: Exception, logs: list[str], case: dict[str, Any]) -> dict[str, Any]:
    """Return what an error tells, and where it tells a secret."""
    texts = {
        "message": str(error),
        "repr": repr(error),
        "traceback": "".join(traceback.format_exception(error)),
        "logs": "\n".join(logs),
    }
    try:
        pickled = pickle.dumps(error)
        is_same = str(pickle.loads(pickled)) == str(error)  # noqa: S301 - our own
        texts["pickle"] = pickled.decode("latin-1")
    except Exception:  # noqa: BLE001 - whatever it is, it is reported
        is_same = False
    secrets = (case["secret"], case["password"], "oauth_signature")
    return {
        "error": type(error).__name__,
        "message": str(error),
        "attributes": {name: _plain(getattr(error, name, None)) for name in ATTRIBUTES},
        "leaks": [f"{what} ({place})" for place, text in texts.items() for what in secrets if what in text],
        "isPicklable": is_same,
    }


def _memory() -> float:
    """Return the most memory that this process has had, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage counts the process as well that started this one
        return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _report(happened: dict[str, Any]) -> None:
    print(json.dumps(happened, default=repr), flush=True)  # noqa: T201 - for the parent


def main(kind: str) -> None:
    """Try the heavy cases one by one, then the others at once."""
    logging.basicConfig(level=logging.DEBUG, handlers=[Collector()])
    ways: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
        "sync": try_sync,
        "asyncio": lambda case: asyncio.run(try_async(case)),
        "trio": lambda case: trio.run(partial(try_async, case)),
    }
    cases = [json.loads(line) for line in sys.stdin]
    ways[kind]({**cases[0], "baseUrl": cases[0]["goodUrl"]})  # imports what is needed
    for case in cases:
        if case["isHeavy"]:
            before = _memory()
            _report({**ways[kind](case), "megabytes": _memory() - before})
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for happened in pool.map(ways[kind], (case for case in cases if not case["isHeavy"])):
            _report(happened)


if __name__ == "__main__":
    main(sys.argv[1])
