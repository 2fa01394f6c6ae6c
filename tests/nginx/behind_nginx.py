"""The server behind nginx with scripts/deploy/nginx.conf: TLS, signatures, slow bodies, what is refused."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
import requests
from requests_oauthlib import OAuth1
from tests.certificates import self_signed
from tests.conftest import Client
from tests.program import serving
from tests.server.test_operation import read_metrics
from tests.sockets import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Contract

_ROOT = Path(__file__).parents[2]
_KEYS = {"CONTEXTIO_CONSUMER_KEY": "k", "CONTEXTIO_CONSUMER_SECRET": "s"}
_WAIT = 60.0


@dataclass
class Behind:
    """A server behind nginx."""

    origin: str
    ops: str
    certificate: Path
    log: Path
    client: Client

    def connect(self) -> ssl.SSLSocket:
        """Return a connection to nginx."""
        host, _, port = self.origin.removeprefix("https://").partition(":")
        context = ssl.create_default_context(cafile=self.certificate)
        return context.wrap_socket(socket.create_connection((host, int(port)), _WAIT), server_hostname=host)


@contextmanager
def running_nginx(folder: Path, certificate: Path, port: int, upstream: int) -> Iterator[None]:
    """Run nginx with the sample, changed where it says that it has to be."""
    text = (_ROOT / "scripts/deploy/nginx.conf").read_text()
    for before, after in (
        ("127.0.0.1:8080", f"127.0.0.1:{upstream}"),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("server_name api.example.com", "server_name 127.0.0.1"),
        ("/etc/ssl/certs/api.example.com.pem", str(certificate)),
        ("/etc/ssl/private/api.example.com.key", str(certificate)),
        ("http {", "http {\n" + "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in _TEMPORARY)),
    ):
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    configuration = folder / "nginx.conf"
    configuration.write_text(text)
    program = shutil.which("nginx") or str(_ROOT / ".cache/nginx/usr/sbin/nginx")
    user = "user root; " if os.geteuid() == 0 else ""  # its workers, who would have another one
    settings = f"{user}daemon off; pid {folder}/pid; error_log {folder}/errors warn;"
    arguments = [
        program,
        "-p",
        str(folder),
        "-c",
        str(configuration),
        "-g",
        settings,
        "-e",
        str(folder / "errors"),
    ]
    with subprocess.Popen(arguments) as process:
        try:
            until = time.monotonic() + _WAIT
            while time.monotonic() < until and process.poll() is None:
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            assert process.poll() is None, (folder / "errors").read_text()
            yield
        finally:
            process.terminate()


_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory, contract: Contract) -> Iterator[Behind]:
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    certificate, log = self_signed(folder), folder / "log"
    options = ("--public-url", f"https://127.0.0.1:{port}/", "--trusted-proxy", "127.0.0.1/32")
    database = ("--database", str(folder / "server.sqlite3"))
    with serving(
        *options, *database, "--ops", "127.0.0.1:0", "--log-format", "json", log=log, **_KEYS
    ) as served:
        ops = next(found[1] for line in served.before if (found := re.search(r"(http://\S+)/healthz", line)))
        with running_nginx(folder, certificate, port, int(served.origin.rpartition(":")[2])):
            client = Client(f"https://127.0.0.1:{port}", "k", "s", contract)
            client.session.verify = str(certificate)
            yield Behind(client.origin, ops, certificate, log, client)
            client.session.close()


def test_signatures_and_links_are_those_of_the_public_address(behind: Behind) -> None:
    client = behind.client
    account = client.account(first_name="Ünï & =+%")
    read = client.get(f"/accounts/{account}")
    assert (read["first_name"], read["resource_url"]) == (
        "Ünï & =+%",
        f"{behind.origin}/2.0/accounts/{account}",
    )
    assert client.send("GET", f"/accounts/a%2Fb%20c//{account}").status_code == 404
    token = client.post("/connect_tokens", callback_url="https://app.example.com/")
    assert token["browser_redirect_url"].startswith(f"{behind.origin}/connect/")
    page = client.session.get(token["browser_redirect_url"], timeout=_WAIT)
    assert "<form" in page.text
    sent = client.session.post(
        token["browser_redirect_url"], {"email": ""}, headers={"Origin": behind.origin}, timeout=_WAIT
    )
    assert sent.status_code == 400
    lines = [json.loads(line) for line in behind.log.read_text().splitlines()]
    assert {line["client"] for line in lines if "client" in line} == {"127.0.0.1"}


def test_what_the_server_refuses_is_refused_behind_it_as_well(behind: Behind) -> None:
    client = behind.client
    assert client.send("GET", "/accounts", auth=OAuth1("k", "wrong")).status_code == 401
    assert client.send("GET", "/accounts", headers={"Host": "evil.test"}, auth=None).status_code == 421
    spoofed = {"X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "http"}
    listed = client.send("GET", "/accounts", headers=spoofed)
    assert listed.status_code == 200
    assert all(each["resource_url"].startswith(behind.origin) for each in listed.json())
    cross = client.send(
        "POST", "/accounts", data={"email": "a@example.com"}, headers={"Origin": "https://evil.test"}
    )
    assert cross.status_code == 403
    assert client.send("POST", "/accounts", data={"email": "x" * 2_000_000}).status_code == 413
    long = requests.post(
        f"{behind.origin}/2.0/accounts", b"x" * 34_000_000, verify=str(behind.certificate), timeout=_WAIT
    )
    assert (long.status_code, long.json()["value"]) == (413, "the body is too long")


def test_slow_bodies_wait_at_the_proxy(behind: Behind) -> None:
    body = b"email=ada%40example.com&first_name=Slow"
    url = f"{behind.origin}/2.0/accounts"
    signed = requests.Request("POST", url, data=body, auth=OAuth1("k", "s"), headers={
        "Content-Type": "application/x-www-form-urlencoded"
    }).prepare()  # fmt: skip
    before = read_metrics(behind.ops)["contextio_requests_total", "accounts_create", "201"]
    connections = [behind.connect() for _ in range(40)]
    head = "".join(f"{name}: {_text(value)}\r\n" for name, value in signed.headers.items())
    for connection in connections:
        connection.sendall(f"POST /2.0/accounts HTTP/1.1\r\nHost: {behind.origin[8:]}\r\n{head}\r\n".encode())
    for index in range(len(body)):
        for connection in connections:
            connection.sendall(body[index : index + 1])
    held = read_metrics(behind.ops)
    answers = [connection.recv(65536)[:12] for connection in connections]
    for connection in connections:
        connection.close()
    assert answers.count(b"HTTP/1.1 201") == 1  # the others have used the nonce before
    assert answers.count(b"HTTP/1.1 401") == 39
    assert held["contextio_connections_ended_total", "expired"] == 0
    assert read_metrics(behind.ops)["contextio_requests_total", "accounts_create", "201"] == before + 1


def test_a_body_that_never_ends_does_not_reach_the_server(behind: Behind) -> None:
    def count() -> float:
        return sum(
            value for name, value in read_metrics(behind.ops).items() if "contextio_requests_total" in name
        )

    before = count()
    with behind.connect() as connection:
        head = f"POST /2.0/accounts HTTP/1.1\r\nHost: {behind.origin[8:]}\r\nContent-Length: 100\r\n\r\n"
        connection.sendall(head.encode())
        for _ in range(10):
            connection.sendall(b"x")
            time.sleep(0.1)
        assert httpx.get(f"{behind.ops}/readyz", trust_env=False, timeout=_WAIT).status_code == 200
    assert count() == before


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
