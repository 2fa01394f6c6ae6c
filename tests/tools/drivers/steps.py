"""What drivers in Python share; it runs where only a tool is installed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WRONG = {"password": "wrong"}
"""What to change in a mailbox for the server to refuse it."""


def run(functions: Mapping[str, Callable[[], Any]]) -> None:
    """Call the function of each step, in order, and print what it returns or raises."""
    for step in os.environ["STEPS"].split(","):
        if step not in functions:
            continue
        report = {"step": step}
        try:
            report["value"] = functions[step]()
        except Exception as error:  # noqa: BLE001 - whatever a tool raises is what it gets wrong
            report["error"] = f"{type(error).__name__}: {error}"
        print(json.dumps(report), flush=True)  # noqa: T201 - for the harness


def mailbox(**changes: Any) -> dict[str, Any]:
    """Return the fields of a source, with those that are given in place of their own."""
    return {
        "email": os.environ["DEMO"],
        "server": "127.0.0.1",
        "port": int(os.environ["IMAP_PORT"]),
        "use_ssl": 0,
        "username": "demouser",
        "password": "demopass",
        "type": "IMAP",
        **changes,
    }
