"""Samples of the client's README that need no server."""

from __future__ import annotations

import re
import sys
from typing import Any

import httpx
import pytest
from tests.codegen.conftest import ROOT
from tests.codegen.script import ERROR, Server, ok
from tests.telemetry import Span, telemetry

from contextio_client.options import Options

pytestmark = pytest.mark.usefixtures("waits")

README = (ROOT / "generated" / "contextio_client" / "README.md").read_text(encoding="utf-8")


def sample(heading: str) -> str:
    """Return the sample of a section."""
    found = re.search(rf"^## {heading}\n.*?```python\n(.*?)```", README, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTEXTIO_CONSUMER_KEY", "key")
    monkeypatch.setenv("CONTEXTIO_CONSUMER_SECRET", "secret")


def test_the_sample_of_tracing_makes_a_span_of_each_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    spans: list[Span] = []
    for name, module in telemetry(spans).items():
        monkeypatch.setitem(sys.modules, name, module)
    names: dict[str, Any] = {}
    exec(sample("Tracing"), names)  # noqa: S102 - ours
    server = Server(httpx.ConnectError("refused"), httpx.Response(503, json=ERROR), ok([]))
    with server.client(on_attempt=names["trace_attempt"]) as client:
        client.accounts.list(email="ada@example.com")
    assert [span.name for span in spans] == ["GET /accounts"] * 3
    assert [span.attributes.get("error.type") for span in spans] == [
        "APIConnectionError",
        "ServiceUnavailableError",
        None,
    ]
    assert [span.attributes.get("http.response.status_code") for span in spans] == [None, 503, 200]
    assert [span.attributes["http.request.resend_count"] for span in spans] == [0, 1, 2]
    assert [span.status for span in spans] == ["error", "error", None]
    assert all(span.end_time is not None and span.end_time >= span.start_time for span in spans)
    assert "ada" not in str([span.attributes for span in spans])


@pytest.mark.parametrize("heading", ["Testing", "Connections"])
def test_a_sample_runs(heading: str) -> None:
    exec(sample(heading), {})  # noqa: S102 - ours


def shown(value: object) -> str:
    """Return a default as the table has it."""
    known = {"False": "`False`", "104857600": "100 MiB"}
    return known.get(str(value), f"{value:g}" if isinstance(value, int | float) else "none")


def test_the_table_has_each_option_with_its_default() -> None:
    options = Options()
    table = README.partition("## Options")[2].partition("\n\n`with_options`")[0]
    rows = re.findall(r"^\| (`.*?) \| (.*?) \|", table, re.MULTILINE)
    documented = {name: default for names, default in rows for name in re.findall(r"`(\w+)`", names)}
    for name, value in vars(options).items():
        if not name.startswith("extra_"):
            assert documented[name] == shown(value), name
