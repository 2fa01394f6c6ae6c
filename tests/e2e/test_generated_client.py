"""The generated Python client against our server: the examples of its documentation, and the connect flow."""

from __future__ import annotations

import ast
import asyncio
import logging
import re
import socket
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from pydantic import BaseModel
from tests.telemetry import telemetry

from contextio_client import (
    Answer,
    AsyncContextIO,
    BadRequestError,
    CallbackError,
    ContextIO,
    NotFoundError,
    UnauthorizedError,
)
from contextio_client.connect import Connection, connection, token_of_callback
from contextio_client.examples.connect_app import create_app
from contextio_contract.server.pages import page_handlers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, LiveServer
    from tests.imap import Imap

_PACKAGE = Path(__file__).parents[2] / "generated" / "contextio_client"
_BACK = "https://app.example.com/mail/connected"
_CODE = re.compile(r"^### (\S+)\n.*?```python\n(.*?)```", re.DOTALL | re.MULTILINE)
EXAMPLES: dict[str, str] = dict(_CODE.findall((_PACKAGE / "api.md").read_text(encoding="utf-8")))
SERVED = [
    name
    for name in EXAMPLES
    if name.removesuffix("_all").replace(".", "_") in page_handlers(None)  # type: ignore[arg-type]
]
"""Those of the operations that the server implements; the others run in tests/codegen."""


def set_keys(patch: pytest.MonkeyPatch, client: Client) -> None:
    """Put the key of a client of our server into the environment, where generated clients look for it."""
    patch.setenv("CONTEXTIO_CONSUMER_KEY", client.key)
    patch.setenv("CONTEXTIO_CONSUMER_SECRET", client.secret)
    patch.setenv("CONTEXTIO_BASE_URL", f"{client.origin}/2.0")
    patch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def keys(client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    set_keys(monkeypatch, client)
    return client


@pytest.fixture
def contextio(keys: Client) -> Iterator[ContextIO]:  # noqa: ARG001 - they are in the environment
    with ContextIO() as client:
        yield client


@dataclass(frozen=True)
class Clients:
    """Both clients with one consumer key, and an account."""

    sync: ContextIO
    asynchronous: AsyncContextIO
    runner: asyncio.Runner
    account: str


@pytest.fixture(scope="module")
def clients(shared_server: LiveServer) -> Iterator[Clients]:
    with pytest.MonkeyPatch.context() as patch, asyncio.Runner() as runner:
        set_keys(patch, shared_server.client())
        with ContextIO() as sync:
            account = sync.accounts.create(email="ada@example.com").id
            asynchronous = AsyncContextIO()
            yield Clients(sync, asynchronous, runner, account)
            runner.run(asynchronous.__aexit__(None, None, None))


def prepare(code: str, name: str, clients: Clients, imap: Imap) -> str:
    """Return an example with identifiers of resources that exist, and a mailbox that opens."""
    contextio, account = clients.sync, clients.account
    page, _, method = name.partition(".")
    if name == "accounts.delete":
        account = contextio.accounts.create(email="ada@example.com").id
    changes = {"4f0f1a2b3c4d5e6f70819203": account}
    if page == "sources" and method != "create":
        changes["ada@example.com::imap.example.com"] = contextio.sources.create(account, **imap.form()).label
    if page == "sources":
        changes |= {
            "imap.example.com": "127.0.0.1",
            "port=993": f"port={imap.port}",
            "use_ssl=1": "use_ssl=0",
        }
        changes |= {'username="ada@example.com"': f'username="{imap.username}"', "a password": imap.password}
    if page == "connect_tokens":
        changes["k3v9s2m8q1x7d4hz"] = contextio.connect_tokens.create(callback_url=_BACK).token
    if page == "account_connect_tokens":
        token = contextio.account_connect_tokens.create(account, callback_url=_BACK).token
        changes["k3v9s2m8q1x7d4hz"] = token
    for old, new in changes.items():
        code = code.replace(old, new)
    return code


def run(code: str, client: Any) -> tuple[dict[str, Any], Any]:
    """Run an example, and return its names, and what is to be awaited."""
    names: dict[str, Any] = {"client": client, "print": lambda *_: None}
    running = eval(compile(code, "example", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names)  # noqa: S307 - ours
    return names, running


def result_of(names: dict[str, Any]) -> Any:
    (result,) = (value for name, value in names.items() if name not in {"client", "print", "__builtins__"})
    return result


def is_typed(result: Any) -> bool:
    return all(isinstance(value, BaseModel) for value in (result if isinstance(result, list) else [result]))


def test_every_operation_has_an_example(contract: Any) -> None:
    described = {
        f"{operation['tags'][0]}.{operation['operationId'].removeprefix(operation['tags'][0] + '_')}"
        for item in contract.bundle["paths"].values()
        for operation in item.values()
        if "operationId" in operation
    }
    assert {name for name in EXAMPLES if not name.endswith("_all")} == described


@pytest.mark.parametrize("name", SERVED)
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_each_example_runs(clients: Clients, imap: Imap, name: str, *, is_async: bool) -> None:
    page = name.partition(".")[0]
    kinds = ["parsed", "raw"]
    if name.endswith("_all"):
        kinds.remove("raw")  # an iterator over pages has no response of its own
    for kind in kinds:
        code = prepare(EXAMPLES[name], name, clients, imap)
        if kind == "raw":
            code = code.replace(f"client.{page}.", f"client.{page}.with_raw_response.")
        if is_async:
            code = f"async {code}" if code.startswith("for ") else code.replace("client.", "await client.")
            names, coroutine = run(code, clients.asynchronous)
            clients.runner.run(coroutine)
        else:
            names, _ = run(code, clients.sync)
        result = result_of(names)
        if kind == "raw":
            assert isinstance(result, Answer)
            assert result.status in {200, 201}
            assert result.response.json() is not None
            result = result.parse()
        assert is_typed(result)


def test_the_readme_runs(
    contextio: ContextIO, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, module in telemetry([]).items():
        monkeypatch.setitem(sys.modules, name, module)
    account = contextio.accounts.create(email="ada@example.com").id
    readme = (_PACKAGE / "README.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    for code in re.findall(r"```python\n(.*?)```", readme, re.DOTALL):
        exec(code.replace("4f0f1a2b3c4d5e6f70819203", account), names)  # noqa: S102 - ours
    names["client"].close()
    output = capsys.readouterr().out
    assert f"{account} ['ada@example.com']" in output
    assert "is answered with 404: account 000000000000000000000000 is invalid" in output
    assert "200 application/json b'{" in output


def test_each_error_has_its_class(contextio: ContextIO, imap: Imap, keys: Client) -> None:
    with ContextIO(keys.key, "wrong") as wrong, pytest.raises(UnauthorizedError, match="consumer key"):
        wrong.accounts.list()
    with pytest.raises(BadRequestError) as refused:
        contextio.accounts.create(**{**imap.form(), "password": "wrong"})
    assert refused.value.feedback_code == "INVALID_CREDENTIALS"
    with pytest.raises(NotFoundError):
        contextio.accounts.get("ünbekannt")


def test_a_clock_that_is_off_is_corrected(contextio: ContextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = time.time

    class Late:
        time = staticmethod(lambda: clock() - 7200)

    monkeypatch.setattr("contextio_client.auth.time", Late)
    assert contextio.accounts.create(email="ada@example.com", first_name="Zoë & 愛").success
    assert [account.first_name for account in contextio.accounts.list_all()] == ["Zoë & 愛"]


def test_nothing_secret_is_logged(contextio: ContextIO, imap: Imap, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    contextio.accounts.create(**imap.form())
    assert "contextio_client" in {record.name for record in caplog.records}
    for secret in (imap.password, "oauth_signature", "OAuth "):
        assert secret not in caplog.text


# The connect flow


@pytest.fixture
def browser(keys: Client) -> Iterator[httpx.Client]:  # noqa: ARG001 - they are in the environment
    """A visitor's browser, which follows no redirect by itself, before the running example application."""
    import uvicorn

    with socket.create_server(("127.0.0.1", 0)) as listener:
        running = uvicorn.Server(uvicorn.Config(create_app(), log_config=None))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with httpx.Client(base_url=address, trust_env=False, timeout=20) as visitor:
            yield visitor
        running.should_exit = True
        thread.join(20)


def settings(imap: Imap) -> dict[str, Any]:
    form = imap.form()
    return {name: form[name] for name in ("email", "server", "port", "username", "password")}


def test_the_example_application_connects_a_mailbox(
    browser: httpx.Client, contextio: ContextIO, imap: Imap
) -> None:
    page = browser.get("/").headers["location"]
    (token,) = contextio.connect_tokens.list()
    early = browser.get(f"/connected?contextio_token={token.token}")
    assert (early.status_code, early.text) == (409, "The mailbox is not connected yet.\n")
    back = httpx.post(page, data=settings(imap), trust_env=False, timeout=60).headers["location"]
    done = browser.get(back)
    (account,) = contextio.accounts.list()
    label = account.sources[0].label
    assert (done.status_code, done.text) == (200, f"Connected {label} to account {account.id}.\n")


@pytest.mark.parametrize("query", ["", "?contextio_token=", "?contextio_token=of-somebody-else"])
def test_the_example_application_refuses_other_callbacks(browser: httpx.Client, query: str) -> None:
    browser.get("/")
    refused = browser.get(f"/connected{query}")
    assert refused.status_code == 400
    assert "contextio_token" in refused.text
    browser.cookies.clear()
    assert browser.get("/connected?contextio_token=a").status_code == 400


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "has no"),
        ("?contextio_token=", "has 1"),
        ("?contextio_token=t&contextio_token=t", "has 2"),
        ("?contextio_token=%C3%BC", "has another"),
    ],
)
def test_a_callback_without_the_token_is_refused(query: str, reason: str) -> None:
    with pytest.raises(CallbackError, match=reason):
        token_of_callback(_BACK + query, "t")


def test_connection_reads_a_token_of_either_page(contextio: ContextIO, imap: Imap) -> None:
    account = contextio.accounts.create(email="ada@example.com").id
    pages: list[tuple[Any, tuple[str, ...]]] = [
        (contextio.connect_tokens, ()),
        (contextio.account_connect_tokens, (account,)),
    ]
    for page, path in pages:
        created = page.create(*path, callback_url=_BACK, email="ada@example.com")
        assert connection(page.get(*path, created.token)) is None
        sent = httpx.post(created.browser_redirect_url, data=settings(imap), trust_env=False, timeout=60)
        assert token_of_callback(sent.headers["location"], created.token) == created.token
        result = connection(page.get(*path, created.token))
        assert isinstance(result, Connection)
        assert (result.account_id == account) == bool(path)
        assert result.email_addresses == ("ada@example.com",)
        assert result.label
