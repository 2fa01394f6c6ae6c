"""What the README of the client says, and its samples."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.codegen.conftest import CONTRACT, ROOT
from tests.codegen.script import ERROR, Server, ok
from tests.telemetry import Span, telemetry

import contextio_client
from contextio_client import ContextIO
from contextio_client.options import Options
from contextio_contract.codegen.python.client import write_client
from contextio_contract.contract import Contract
from contextio_contract.contract.reduction import reduce

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


def answer_to(request: httpx.Request) -> httpx.Response:
    """Return the example of a described success, and an empty list for what is not described."""
    request.read()
    for operation in CONTRACT.operations.values():
        path = re.sub(r"\{\w+\}", "[^/]+", str(operation.path))
        if operation.method == request.method and re.fullmatch(f"/2.0{path}", request.url.path):
            media = operation.success.media
            assert media
            if media.kind == "json":
                return httpx.Response(operation.success_status, json=media.example)
            return httpx.Response(200, text=media.example, headers={"Content-Type": media.name})
    return httpx.Response(200, json=[])


def test_the_samples_run_as_pasted_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def client(*arguments: Any, **options: Any) -> ContextIO:
        if not {"transport", "http_client"} & options.keys():
            options["transport"] = httpx.MockTransport(answer_to)
        return ContextIO(*arguments, **options)

    monkeypatch.setattr(contextio_client, "ContextIO", client)
    monkeypatch.chdir(tmp_path)
    Path("message.eml").write_bytes(b"Subject: a\r\n\r\n")
    for name, module in telemetry([]).items():
        monkeypatch.setitem(sys.modules, name, module)
    codes = re.findall(r"```py(?:thon)?\n(.*?)```", README, re.DOTALL)
    names: dict[str, Any] = {}
    for code in codes:
        exec(code, names)  # noqa: S102 - as above
    assert names["client"].accounts.list()[0].id
    assert Path("content").read_bytes()


def test_the_sample_of_tests_stands_alone() -> None:
    exec(sample("Testing"), {})  # noqa: S102 - ours


@pytest.mark.parametrize(
    ("page", "sections"),
    [
        ("discovery", set[str]()),
        ("files", {"Pages", "Files"}),
        ("messages", {"Pages", "Files"}),
        ("connect_tokens", {"Connecting a mailbox", "Receiving callbacks"}),
    ],
)
def test_a_readme_tells_what_the_client_of_a_page_has(page: str, sections: set[str], tmp_path: Path) -> None:
    write_client(Contract(reduce(CONTRACT.bundle, [page])), tmp_path / "client")
    readme = (tmp_path / "client" / "README.md").read_text("utf-8")
    headings = {*re.findall(r"^## (.*)$", readme, re.MULTILINE)}
    assert headings & {"Pages", "Files", "Connecting a mailbox", "Receiving callbacks"} == sections
    assert ("`CallbackError`" in readme) == ("Receiving callbacks" in sections)
    assert readme.count("A file is sent") == (page == "messages")
    assert readme.count("Bytes are answered") == ("Files" in sections)
    for code in re.findall(r"```py(?:thon)?\n(.*?)```", readme, re.DOTALL):
        ast.parse(code)


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
