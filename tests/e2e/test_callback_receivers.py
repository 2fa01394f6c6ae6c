"""The receiver of callbacks that comes with the Python client, started as its first lines say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.callbacks import SECRET, signed, status_notification, webhook_callback

from contextio_client.callbacks import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, LiveServer
    from tests.imap import Imap

EXAMPLES = Path(__file__).parents[2] / "generated" / "contextio_client" / "examples"
_ENDS_WITHIN = 60


class Receiver:
    """A running receiver, and what it printed."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process, self.log = process, log
        self.origin = self._origin()

    def post(self, path: str, body: dict[str, Any] | bytes, **headers: str) -> int:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        given = {"Content-Type": "application/json", **headers}
        return httpx.post(self.origin + path, content=content, headers=given, timeout=60).status_code

    def stop(self) -> list[str]:
        """End it, and return the lines about what it handled."""
        self.process.terminate()
        printed, _ = self.process.communicate(timeout=_ENDS_WITHIN)
        return [line for line in printed.splitlines() if line.startswith("handling")]

    def _origin(self) -> str:
        until = time.monotonic() + _ENDS_WITHIN
        while time.monotonic() < until and self.process.poll() is None:
            if ready := re.search(r"running on (http://127\.0\.0\.1:\d+)", self.log.read_text()):
                return ready[1]
            time.sleep(0.05)
        raise AssertionError(self.log.read_text())


@contextmanager
def receiving(tmp_path: Path, secret: str) -> Iterator[Receiver]:
    log = tmp_path / "receiver.log"
    command = [sys.executable, "-m", "uvicorn", "--factory", "callback_app:create_app", "--port", "0"]
    environment = {**os.environ, "CONTEXTIO_CONSUMER_SECRET": secret, "PYTHONPATH": str(EXAMPLES)}
    with log.open("w") as errors, subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, cwd=tmp_path
    ) as process:  # fmt: skip
        try:
            yield Receiver(process, log)
        finally:
            process.kill()


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiver]:
    with receiving(tmp_path, SECRET) as started:
        yield started


def test_a_receiver_takes_what_the_service_signed_and_nothing_else(receiver: Receiver) -> None:
    now = int(time.time())
    status, webhook = status_notification(now), webhook_callback(now - 3600)
    forged = signed({**webhook, "token": "forged"}, "another secret")
    huge = json.dumps(webhook).encode() + b" " * MAX_BYTES
    sent: list[tuple[str, dict[str, Any] | bytes, int]] = [
        ("/status-notification", status, 204),
        ("/webhook-callback", webhook, 204),
        ("/webhook-callback", webhook, 204),
        ("/webhook-callback", forged, 403),
        ("/webhook-callback", {**webhook, "token": "changed"}, 403),
        ("/webhook-callback", signed({**webhook, "timestamp": now - 90_000, "token": "stale"}), 403),
        ("/status-notification", signed({**status, "timestamp": now - 3600, "token": "stale"}), 403),
        ("/status-notification", signed({**status, "timestamp": now + 3600, "token": "early"}), 403),
        ("/webhook-callback", huge, 413),
        ("/webhook-callback", json.dumps(webhook).encode()[:-9], 400),
        ("/webhook-callback", b"", 400),
        ("/webhook-callback", {name: webhook[name] for name in webhook if name != "token"}, 400),
        ("/webhook-callback", status, 400),
    ]
    for path, body, expected in sent:
        assert receiver.post(path, body) == expected, (path, expected)
    assert receiver.post("/webhook-callback", webhook, **{"Content-Type": "text/plain"}) == 415
    assert httpx.get(f"{receiver.origin}/webhook-callback").status_code == 405
    assert receiver.stop() == [
        f"handling StatusNotification {status['token']}",
        f"handling WebhookCallback {webhook['token']}",
    ]
    assert SECRET not in receiver.log.read_text()


def test_a_receiver_takes_what_our_server_sends(
    client: Client, shared_server: LiveServer, imap: Imap, tmp_path: Path
) -> None:
    with receiving(tmp_path, client.secret) as receiver:
        account = client.account(**imap.form())
        path = f"/accounts/{account}/sources/0"
        client.post(path, 200, status_callback_url=f"{receiver.origin}/status-notification")
        client.post(path, 200, password="wrong")  # noqa: S106 - of no mailbox
        shared_server.settle()
        (handled,) = receiver.stop()
        assert handled.startswith("handling StatusNotification")
