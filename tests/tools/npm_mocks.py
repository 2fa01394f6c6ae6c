"""Prism, a mock on npm, which is asked for a few operations of its own."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import httpx
from tests.sockets import free_port
from tests.tools.npm_tools import pinned
from tests.tools.workbench import BUNDLE, READS, Tool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tools.workbench import Workbench

_PACKAGES: Final = "tools-documents"
_STARTED_WITHIN: Final = 60
_ACCOUNT: Final = "/accounts/4f0f1a2b3c4d5e6f70819203"
_URL: Final = "https://app.example.com/hook"
_READ: Final = (
    "/accounts",
    _ACCOUNT,
    "/connect_tokens/abc",
    f"{_ACCOUNT}/messages",
    f"{_ACCOUNT}/files/abc/content",
)
_WRITTEN: Final[dict[str, tuple[int, dict[str, str]]]] = {
    "/accounts": (201, {"email": "ada@example.com"}),
    _ACCOUNT: (200, {"first_name": "Jane"}),
    "/connect_tokens": (201, {"callback_url": _URL}),
    f"{_ACCOUNT}/webhooks": (201, {"callback_url": _URL}),
}


def _prism(bench: Workbench) -> None:
    bench.use_packages(_PACKAGES)
    with _mocking(bench) as client:
        for path in _READ:
            bench.observe(f"GET {path}", 200, _status(client, "GET", path))
        fields: Any = {"dst_folder": (None, "INBOX"), "message": ("message.eml", "Subject: Tools\r\n\r\n")}
        bench.observe(
            f"POST {_ACCOUNT}/messages", 201, _status(client, "POST", f"{_ACCOUNT}/messages", files=fields)
        )
    for path, (status, form) in _WRITTEN.items():
        # It may end with one of these, so each gets a process of its own.
        with _mocking(bench) as client:
            bench.observe(f"POST {path}", status, _status(client, "POST", path, data=form))


def _status(client: httpx.Client, method: str, path: str, **body: Any) -> dict[str, Any]:
    try:
        return {"value": client.request(method, path, **body).status_code}
    except httpx.TransportError as error:
        return {"error": f"error: {error}"}


@contextmanager
def _mocking(bench: Workbench) -> Iterator[httpx.Client]:
    """Run Prism, and note whether it reads the description and starts."""
    port = str(free_port())
    with (bench.folder / "prism.log").open("w") as log:
        prism = subprocess.Popen(
            [bench.command("prism"), "mock", "--port", port, BUNDLE], cwd=bench.folder, stdout=log, stderr=log
        )
    origin = f"http://127.0.0.1:{port}"
    signed = {"Authorization": 'OAuth oauth_consumer_key="demo-key"'}
    try:
        with httpx.Client(base_url=origin, headers=signed, trust_env=False, timeout=30) as client:
            bench.seen[READS] = None if _starts(client, prism) else "it does not start"
            yield client
    finally:
        prism.kill()
        prism.wait()


def _starts(client: httpx.Client, prism: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + _STARTED_WITHIN
    while prism.poll() is None and time.monotonic() < deadline:
        if "value" in _status(client, "GET", "/"):
            return True
        time.sleep(0.2)
    return False


TOOLS: Final = [
    Tool(
        "@stoplight/prism-cli mock",
        pinned(_PACKAGES, "@stoplight/prism-cli"),
        _prism,
        known=dict.fromkeys(
            ("POST /accounts", "POST /connect_tokens", f"POST {_ACCOUNT}/webhooks"), "disconnected"
        ),
        remark="is asked for ten operations; "
        "ends at a form of an operation with two callbacks (`target.split is not a function`)",
    ),
]
