"""What operators see: health, readiness, metrics and the log, without secrets."""

from __future__ import annotations

import json
import re
import signal
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from tests.conftest import Client
from tests.program import serving
from tests.server.test_requests import exchange, raw_request

from contextio_contract.server.ops.endpoint import serving_ops

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Contract
    from tests.imap import Imap

_KEYS = {"CONTEXTIO_CONSUMER_KEY": "the-key", "CONTEXTIO_CONSUMER_SECRET": "the-secret"}
_OPS = re.compile(r"for operators: (http://\S+)/healthz")


def read_metrics(origin: str) -> dict[tuple[str, ...], float]:
    """Return the values of all metrics by name and values of labels."""
    text = httpx.get(f"{origin}/metrics", trust_env=False, timeout=60).text
    samples = [each for family in text_string_to_metric_families(text) for each in family.samples]
    return {(each.name, *each.labels.values()): each.value for each in samples}


@pytest.mark.timeout(180)
def test_health_metrics_and_the_log_of_a_server(tmp_path: Path, contract: Contract, imap: Imap) -> None:
    database, log = tmp_path / "server.sqlite3", tmp_path / "log"
    options = ("--database", str(database), "--ops", "127.0.0.1:0", "--log-format", "json", "--allow-private")
    with serving(*options, log=log, **_KEYS) as served:
        ops = next(found[1] for line in served.before if (found := _OPS.search(line)))
        client = Client(served.origin, "the-key", "the-secret", contract)
        account = client.account(**imap.form())
        client.send("POST", "/accounts", data={**imap.form(), "password": "wrong"})
        token = client.post("/connect_tokens", callback_url="http://app.example.com/")["token"]
        client.send("GET", f"/connect_tokens/{token}", headers={"X-Request-Id": "mine-1"})
        client.send("GET", f"/connect_tokens/{token}", headers={"X-Request-Id": 'not "well-formed"'})
        client.session.get(f"{served.origin}/connect/{token}", timeout=60)
        client.send("GET", f"/accounts/{account}", auth=None)
        client.session.get(f"{served.origin}/2.0/nothing?oauth_signature=x", timeout=60)
        client.session.close()

        assert httpx.get(f"{ops}/healthz", trust_env=False, timeout=60).text == "ok\n"
        ready = httpx.get(f"{ops}/readyz", trust_env=False, timeout=60)
        assert (ready.status_code, ready.json()) == (
            200,
            {"ready": True, "process": "ok", "database": "ok", "jobs": "ok"},
        )
        metrics = read_metrics(ops)
        assert metrics["contextio_requests_total", "accounts_create", "201"] == 1
        assert metrics["contextio_requests_total", "accounts_get", "401"] == 1
        assert metrics["contextio_requests_total", "", "404"] == 1
        assert metrics["contextio_request_seconds_count", "connect_tokens_get"] == 2
        assert metrics["contextio_mailbox_probes_total", "OK"] == 1
        assert metrics["contextio_mailbox_probes_total", "INVALID_CREDENTIALS"] == 1
        assert metrics["contextio_mailbox_slots", "taken"] == 0
        assert metrics["contextio_connections_ended_total", "refused"] == 0
        assert metrics["contextio_connections", "open"] <= metrics["contextio_connections", "most"]
        assert any(name[0] == "contextio_jobs" for name in metrics)
        assert ("process_resident_memory_bytes",) in metrics or sys.platform != "linux"

        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        unready = httpx.get(f"{ops}/readyz", trust_env=False, timeout=60)
        assert (unready.status_code, unready.json()["ready"]) == (503, False)
        assert served.stop(signal.SIGTERM)[0] == 0

    lines = [json.loads(line) for line in log.read_text().splitlines()]
    calls = [line for line in lines if "operation" in line]
    assert [(call["operation"], call["status"]) for call in calls] == [
        ("accounts_create", 201),
        ("accounts_create", 400),
        ("connect_tokens_create", 201),
        ("connect_tokens_get", 200),
        ("connect_tokens_get", 200),
        ("connect page", 200),
        ("accounts_get", 401),
        ("-", 404),
    ]
    assert [call["request"] == "mine-1" for call in calls].count(True) == 1
    assert len({call["request"] for call in calls}) == len(calls)
    assert len({call["key"] for call in calls[:5]}) == 1
    text = log.read_text()
    for secret in ("the-key", "the-secret", token, account, imap.password, "oauth_signature", "well-formed"):
        assert secret not in text


def test_a_request_has_an_identifier(client: Client) -> None:
    answers = [client.send("GET", "/accounts", headers={"X-Request-Id": sent}) for sent in ("a.b-1", "", "é")]
    shown = [answer.headers["X-Request-Id"] for answer in answers]
    assert shown[0] == "a.b-1"
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in shown[1:])
    headers = {"Host": "elsewhere.example", "Connection": "close", "X-Request-Id": "r"}
    status, answered, _ = exchange(client.origin, raw_request("GET", "/", headers, b""))
    assert (status, answered["x-request-id"]) == (421, "r")


@pytest.mark.parametrize("reason", ["", pytest.param("broken", marks=pytest.mark.slow), None])
def test_a_check_that_fails_is_told(reason: str | None) -> None:
    def check() -> str:
        if reason is None:
            raise ValueError
        return reason

    with serving_ops(("127.0.0.1", 0), {"part": check}, lambda: b"metrics\n") as (host, port):
        answer = httpx.get(f"http://{host}:{port}/readyz", trust_env=False, timeout=60)
        told = {"": "ok", "broken": "broken", None: "it cannot be told (ValueError)"}[reason]
        assert (answer.status_code, answer.json()) == (
            503 if reason != "" else 200,
            {"ready": reason == "", "part": told},
        )
        assert httpx.get(f"http://{host}:{port}/", trust_env=False, timeout=60).status_code == 404
        assert httpx.head(f"http://{host}:{port}/metrics", trust_env=False, timeout=60).text == ""
