"""The proxy, between real clients and real deployments."""

from __future__ import annotations

import asyncio
import http.client
import re
import signal
import threading
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import requests
from click.testing import CliRunner
from oauthlib.oauth1 import SIGNATURE_TYPE_AUTH_HEADER, SIGNATURE_TYPE_BODY, SIGNATURE_TYPE_QUERY
from requests_oauthlib import OAuth1
from starlette.responses import Response
from tests.descriptions import resolve_once
from tests.program import serving
from tests.sockets import free_port, listening

from contextio_contract.cli import main
from contextio_contract.proxy import app as proxy_app
from contextio_contract.proxy import exchange
from contextio_contract.proxy.app import create_proxy
from contextio_contract.proxy.violations import CheckedRequest
from contextio_contract.server.http.runner import listen, server

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from starlette.types import Receive, Scope, Send
    from tests.conftest import LiveServer

    from contextio_contract.contract import Contract
    from contextio_contract.proxy.app import Proxy
    from contextio_contract.proxy.violations import Coverage

_HEADER = "Contextio-Contract-Violations"
_AUTH = OAuth1("some-key", "some-secret")
_WAIT = 60


@dataclass
class Deployment:
    """Answers whatever the test says, and keeps what it was asked."""

    answer: Response = field(default_factory=lambda: Response(b"[]", 200, media_type="application/json"))
    asked: list[tuple[str, bytes, dict[bytes, bytes]]] = field(default_factory=list)
    origin: str = ""
    silent: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        target = scope["raw_path"] + b"?" + scope["query_string"]
        self.asked.append((scope["method"], target, dict(scope["headers"])))
        while self.silent and (await receive())["type"] != "http.disconnect":
            pass
        await self.answer(scope, receive, send)


@contextmanager
def served(app: Any, client: Any = None) -> Iterator[str]:
    """Serve an application in a thread, with an HTTP client open if it has one, and yield its origin."""
    ready = threading.Event()
    listener = listen("127.0.0.1", 0)
    running = server(app, ready.set)

    async def serve() -> None:
        async with client or nullcontext():
            await running.serve(sockets=[listener])

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(_WAIT)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(_WAIT)
        listener.close()


@cache
def described() -> Contract:
    return resolve_once().contract


@dataclass
class Running:
    """A proxy, running in this process."""

    base: str
    coverage: Coverage


@contextmanager
def proxying(upstream: str, *keys: str) -> Iterator[Running]:
    credentials = (keys[0], keys[1]) if keys else None
    proxy = create_proxy(described(), upstream, credentials)
    with served(proxy, proxy.client) as origin:
        yield Running(origin + proxy.base_path, proxy.coverage)


@pytest.fixture(scope="module")
def deployment() -> Iterator[Deployment]:
    app = Deployment()
    with served(app) as app.origin:
        yield app


@pytest.fixture(scope="module")
def before_it(deployment: Deployment) -> Iterator[Running]:
    with proxying(deployment.origin) as running:
        yield running


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


def test_a_conformant_deployment_and_client_pass_unremarked(
    shared_server: LiveServer, session: requests.Session
) -> None:
    client = shared_server.client()
    with proxying(shared_server.origin) as running:
        created = session.post(
            f"{running.base}/accounts", {"email": "ä@example.com"}, auth=client.auth, timeout=_WAIT
        )
        assert created.status_code == 201
        path = f"/accounts/{created.json()['id']}"
        for method, status in (("GET", 200), ("HEAD", 200), ("DELETE", 200), ("GET", 404)):
            answer = session.request(method, running.base + path, auth=client.auth, timeout=_WAIT)
            assert (answer.status_code, answer.headers.get(_HEADER)) == (status, None)
        # As their HTTP proxy, for clients that sign for the deployment's own address.
        answer = session.get(
            f"{shared_server.origin}/2.0/accounts",
            params={"limit": 1},
            auth=client.auth,
            proxies={"http": running.base},
            timeout=_WAIT,
        )
        assert (answer.status_code, answer.json(), answer.headers.get(_HEADER)) == (200, [], None)
    rows = {line.split()[0]: line.split()[1:] for line in running.coverage.table().splitlines()}
    assert rows["accounts_get"] == ["3", "2/4", "200", "404", "0/0"]
    assert rows["accounts_list"][:4] == ["1", "1/4", "200", "1/5"]
    assert rows["sources_list"][:2] == ["0", "0/5"]
    assert re.fullmatch(
        r"6 requests, 0 violations; exercised 4 of \d+ operations, 5 of \d+ statuses, 2 of \d+ parameters",
        running.coverage.summary(),
    )


@pytest.mark.parametrize("violations", [0, 1])
def test_the_exit_status_tells_whether_there_were_violations(
    monkeypatch: pytest.MonkeyPatch, violations: int
) -> None:
    def run(proxy: Proxy, listener: socket.socket, ready: Callable[[], None]) -> None:
        del listener
        ready()
        proxy.coverage.record(CheckedRequest(), 200, violations)

    monkeypatch.setattr(proxy_app, "run", run)
    done = CliRunner().invoke(main, ["proxy", "--port", "0", "--upstream", "http://127.0.0.1:1/mail"])
    assert done.exit_code == violations
    ready, *table, summary = done.output.splitlines()
    assert re.fullmatch(r"proxy: ready at http://127\.0\.0\.1:\d+/mail; end it with Ctrl-C", ready)
    assert table
    assert summary.startswith(
        f"proxy: 1 request, {violations} violation{'s' * (violations != 1)}; exercised 0 of "
    )


@pytest.mark.parametrize("placement", [SIGNATURE_TYPE_AUTH_HEADER, SIGNATURE_TYPE_QUERY, SIGNATURE_TYPE_BODY])
def test_with_the_key_requests_are_verified_and_signed_anew(
    shared_server: LiveServer, session: requests.Session, capsys: pytest.CaptureFixture[str], placement: str
) -> None:
    client = shared_server.client()
    seen: list[dict[bytes, bytes]] = []

    async def strict(scope: Scope, receive: Receive, send: Send) -> None:
        """Stand for a deployment that goes by its own name, whatever the Host header says."""
        headers = dict(scope["headers"])
        seen.append(headers)
        own = urlsplit(origin).netloc.encode()
        await shared_server.app({**scope, "headers": [*({**headers, b"host": own}).items()]}, receive, send)

    auth = OAuth1(client.key, client.secret, signature_type=placement)
    with served(strict) as origin, proxying(origin, client.key, client.secret) as running:
        form = {"email": "ada@example.com", "first_name": "Ü &=|"}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        created = session.post(f"{running.base}/accounts", form, auth=auth, headers=headers, timeout=_WAIT)
        assert (created.status_code, created.headers.get(_HEADER)) == (201, None), created.text
        if placement != SIGNATURE_TYPE_BODY:
            listed = session.get(
                f"{running.base}/accounts?email=ada%40example.com&x=|a+b", auth=auth, timeout=_WAIT
            )
            assert (listed.json()[0]["first_name"], listed.headers.get(_HEADER)) == ("Ü &=|", None)
        requested = len(seen) + 2
        assert {headers[b"host"].decode() for headers in seen} == {urlsplit(origin).netloc}

        wrong = OAuth1(client.key, "not the secret")
        refused = session.get(f"{running.base}/accounts", auth=wrong, timeout=_WAIT)
        assert refused.status_code == 401
        assert refused.headers[_HEADER].startswith('"request: the signature does not fit')
        unsigned = session.get(f"{running.base}/accounts", timeout=_WAIT)
        assert (unsigned.status_code, unsigned.headers[_HEADER].count("request:")) == (401, 1)
    assert (running.coverage.requests, running.coverage.violations) == (requested, 2)
    assert client.secret not in capsys.readouterr().out


@pytest.mark.timeout(180)
def test_the_command_names_violations_until_it_is_stopped(
    shared_server: LiveServer, session: requests.Session, tmp_path: Path
) -> None:
    client = shared_server.client()
    log = tmp_path / "log"
    with serving("--upstream", shared_server.origin, command="proxy", log=log) as running:
        for method, path, data, told in (
            (
                "POST",
                "/accounts",
                {"first_name": "s3cret"},
                "request: email is missing; send it as a form field",
            ),
            ("GET", "/accounts?limit=s3cret", None, "request: limit must be a whole number"),
            ("GET", "/nothing", None, "request: there is nothing at this address; the API starts at /2.0"),
            ("PATCH", "/accounts", None, "request: this address takes GET, HEAD, POST"),
        ):
            answer = session.request(
                method, running.base_url + path, data=data, auth=client.auth, timeout=_WAIT
            )
            assert answer.headers[_HEADER] == f'"{told}"'
            assert 400 <= answer.status_code < 500
        unsigned = session.get(f"{running.base_url}/accounts", timeout=_WAIT)
        assert (unsigned.status_code, unsigned.headers[_HEADER]) == (
            401,
            '"request: the request is not signed"',
        )
        status, printed = running.stop(signal.SIGINT)
    lines = printed.splitlines()
    assert status == 1
    assert "POST /2.0/accounts 400: request: email is missing; send it as a form field" in lines
    assert "5 requests, 5 violations" in lines[-1]
    printed += log.read_text()
    assert "s3cret" not in printed
    assert "oauth_signature" not in printed


_JSON = "application/json"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Response(b"[]", 200, media_type="text/html"), "the content type must be application/json"),
        (Response(b"[", 200, media_type=_JSON), "the body is no JSON"),
        (Response(b"[NaN]", 200, media_type=_JSON), "the body is no JSON"),
        (Response(b"[" * 100_000, 200, media_type=_JSON), "the body is no JSON"),
        (Response(b'{"s3cret": 1}', 200, media_type=_JSON), '/: the value is not of type \\"array\\"'),
        (Response(b'[{"id": "s3cret"}]', 200, media_type=_JSON), '/0: \\"username\\" is a required property'),
        (Response(b"{}", 418, media_type=_JSON), '/: \\"type\\" is a required property'),
        (
            Response(b"", 200, {"content-encoding": "gzip"}, _JSON),
            "the body is encoded, which was not asked for",
        ),
        (Response(b"[]" + b" " * 2**24, 200, media_type=_JSON), "more than 16777216 bytes"),
    ],
)
def test_violations_of_answers_are_named_without_their_values(
    deployment: Deployment, before_it: Running, session: requests.Session, answer: Response, told: str
) -> None:
    deployment.answer = answer
    received = session.get(f"{before_it.base}/accounts", auth=_AUTH, timeout=_WAIT, stream=True)
    assert told in received.headers[_HEADER]
    assert received.headers[_HEADER].startswith('"answer: ')
    assert "s3cret" not in received.headers[_HEADER]
    assert received.status_code == (502 if len(answer.body) > 2**24 else answer.status_code)
    if received.status_code != 502:
        assert received.raw.read() == answer.body
    received.close()


def test_the_header_is_bounded(deployment: Deployment, before_it: Running, session: requests.Session) -> None:
    names = ",".join(f'"{"é" * 300}{number}": 1' for number in range(30))
    deployment.answer = Response(f"[{{{names}}}]".encode(), 200, media_type=_JSON)
    header = session.get(f"{before_it.base}/accounts", auth=_AUTH, timeout=_WAIT).headers[_HEADER]
    assert len(header) < 3000
    assert header.isascii()


def test_a_request_goes_on_as_it_came(deployment: Deployment, before_it: Running) -> None:
    deployment.answer = Response(b"[]", 200, {"x-kept": "yes", "connection": "x-gone", "x-gone": "1"}, _JSON)
    host = before_it.base.split("/")[2]
    path = "/2.0/accounts/%7eada%2F?email=a%20b&email=a+b&q=|^\"'"
    # Not with a library that would put the address in order.
    connection = http.client.HTTPConnection(host, timeout=_WAIT)
    with closing(connection):
        connection.request("DELETE", path, headers={"Authorization": "OAuth x", "X-Mine": "1"})
        received = connection.getresponse()
        assert received.read() == b"[]"
    assert received.headers["x-kept"] == "yes"
    assert "x-gone" not in received.headers
    method, target, headers = deployment.asked[-1]
    assert (method, target) == ("DELETE", path.encode())
    assert {b"host": host.encode(), b"authorization": b"OAuth x", b"x-mine": b"1"}.items() <= headers.items()


def test_an_api_elsewhere_is_known_by_the_path_of_its_address(
    deployment: Deployment, session: requests.Session
) -> None:
    deployment.answer = Response(b"[]", 200, media_type=_JSON)
    with proxying(f"{deployment.origin}/mail/v2") as running:
        assert running.base.endswith("/mail/v2")
        assert _HEADER not in session.get(f"{running.base}/accounts", auth=_AUTH, timeout=_WAIT).headers
    assert running.coverage.violations == 0


def test_a_deployment_that_is_not_there_is_told_in_the_contracts_shape(
    session: requests.Session, caplog: pytest.LogCaptureFixture
) -> None:
    with proxying(f"http://127.0.0.1:{free_port()}") as running:
        answer = session.get(f"{running.base}/accounts", auth=_AUTH, timeout=_WAIT)
        assert answer.status_code == 502
        assert answer.json()["value"] == "the deployment could not be reached (ConnectError)"
    assert running.coverage.violations == 1
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n", "answered 999, which is no status"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[", "gave no answer that can be read"),
        (b"\0 garbage\r\n\r\n", "gave no answer that can be read"),
        (b"", "gave no answer that can be read"),
    ],
)
def test_an_answer_that_is_no_http_is_named(
    session: requests.Session, caplog: pytest.LogCaptureFixture, sent: bytes, told: str
) -> None:
    def answer(listener: socket.socket) -> None:
        accepted, _ = listener.accept()
        with accepted:
            accepted.recv(65536)
            accepted.sendall(sent)

    with listening(answer) as origin, proxying(origin) as running:
        received = session.get(f"{running.base}/accounts", auth=_AUTH, timeout=_WAIT)
        assert received.status_code == 502
        assert told in received.json()["value"]
        assert told in received.headers[_HEADER]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_a_body_that_is_too_long_is_not_passed_on(
    deployment: Deployment, before_it: Running, session: requests.Session
) -> None:
    before = len(deployment.asked)
    answer = session.post(f"{before_it.base}/accounts", data=b"x" * (2**20 + 1), auth=_AUTH, timeout=_WAIT)
    assert answer.status_code == 413
    assert "the body is too long" in answer.headers[_HEADER]
    assert len(deployment.asked) == before


def test_a_deployment_that_is_silent_is_given_up(
    deployment: Deployment, before_it: Running, session: requests.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "TIMEOUT", 0.3)
    monkeypatch.setattr(deployment, "silent", True)
    answer = session.get(f"{before_it.base}/accounts", auth=_AUTH, timeout=_WAIT)
    assert answer.status_code == 504
    assert "did not answer within 0.3 seconds" in answer.headers[_HEADER]


@pytest.mark.parametrize(
    "upstream",
    [
        "",
        "nowhere",
        "ftp://127.0.0.1",
        "http://",
        "http://127.0.0.1:99999",
        "http://[::1",
        "http://u:s3cret@host",
    ],
)
def test_an_address_that_is_none_is_told_at_once(upstream: str) -> None:
    done = CliRunner().invoke(main, ["proxy", "--port", "0", "--upstream", upstream])
    assert done.exit_code == 2
    assert "--upstream must be an address such as" in done.output
    assert "s3cret" not in done.output
