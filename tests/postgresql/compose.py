"""The steps of compose.yaml, without containers: its commands as programs of this machine, on PostgreSQL."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import string
import subprocess
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml
from tests.databases import new_postgresql
from tests.program import PROGRAM
from tests.sockets import free_port, serving
from tests.torture.signing import Request

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Mapping

    from tests.imap import Imap

_DEPLOY: Final = Path(__file__).parents[2] / "scripts" / "deploy"
COMPOSE: Final = yaml.safe_load((_DEPLOY / "compose.yaml").read_text("utf-8"))
PUBLIC: Final = "https://api.example.com"
WITHIN: Final = 60.0
"""Seconds for anything to come about, on a machine that may be busy."""


def fill(text: str, variables: Mapping[str, str]) -> str:
    """Return a text with `${NAME:?}` replaced by values, as compose does."""
    return string.Template(text.replace(":?}", "}")).substitute(variables)


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    """Give the environment of the services, with a database of this machine in place of the container's."""
    made = subprocess.run([PROGRAM, "keys", "new-vault-key"], capture_output=True, text=True, check=True)
    variables = {
        "POSTGRES_PASSWORD": "p",
        "CONTEXTIO_VAULT_KEY": made.stdout.strip(),
        "CONTEXTIO_PUBLIC_URL": PUBLIC,
    }
    described = COMPOSE["services"]["serve"]["environment"]
    filled = {name: fill(value, variables) for name, value in described.items()}
    assert filled["CONTEXTIO_DATABASE"] == "postgresql://contextio:p@postgres/contextio"
    with new_postgresql() as location:
        yield {**os.environ, **variables, **filled, "CONTEXTIO_DATABASE": location}


class Service:
    """A service that runs as a program, with ports of its own on the loopback."""

    def __init__(self, name: str, environment: Mapping[str, str], log: Path) -> None:
        service = COMPOSE["services"][name]
        self.port, self.log = free_port(), log
        self._ops = free_port()
        self._grace = float(service["stop_grace_period"].removesuffix("s"))
        of_containers = {
            "0.0.0.0": "127.0.0.1",  # noqa: S104 - of the container
            "8080": str(self.port),
            "0.0.0.0:9090": f"127.0.0.1:{self._ops}",
        }
        command = [of_containers.get(word, fill(word, environment)) for word in service["command"]]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [PROGRAM, *command, "--allow-private", "127.0.0.0/8"],
                env=dict(environment),
                stdout=output,
                stderr=output,
            )

    def await_ready(self) -> None:
        """Wait until the address for operators says that the service is ready."""
        end = time.monotonic() + WITHIN
        while self._ask("/readyz") != 200:
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.1)

    def _ask(self, path: str) -> int:
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", self._ops, timeout=WITHIN)) as connection:
                connection.request("GET", path)
                return connection.getresponse().status
        except OSError:
            return 0

    def call(
        self, key: tuple[str, str], method: str, path: str, form: Mapping[str, Any] | None = None
    ) -> Any:
        """Send a call as a proxy that ends TLS passes it on, and return the JSON of its answer."""
        pairs = [(name, str(value)) for name, value in (form or {}).items()]
        request = Request(method, PUBLIC, f"/2.0{path}", form=pairs).sign(key[1], consumer_key=key[0])
        headers = {**dict(request.fields), "Host": PUBLIC.partition("//")[2]}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)) as connection:
            connection.request(method, request.target, request.body or None, headers)
            response = connection.getresponse()
            answer = response.read()
        assert response.status < 300, answer
        return json.loads(answer)

    def stop(self) -> int:
        """End the service as an engine does, and return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(self._grace)


@contextmanager
def started(name: str, environment: Mapping[str, str], folder: Path, count: int) -> Iterator[list[Service]]:
    """Start some of a service, and end those that still run."""
    services = [Service(name, environment, folder / f"{name}-{number}.log") for number in range(count)]
    try:
        for service in services:
            service.await_ready()
        yield services
    finally:
        for service in services:
            service.process.kill()
            service.process.wait()


def test_the_services_of_compose_work_together(
    environment: dict[str, str], tmp_path: Path, imap: Imap
) -> None:
    run = [PROGRAM, *COMPOSE["services"]["migrate"]["command"]]
    assert subprocess.run(run, env=environment, check=False).returncode == 0
    added = subprocess.run(
        [PROGRAM, "keys", "add", "acme"], env=environment, capture_output=True, text=True, check=True
    )
    secret = re.search(r"SECRET=(\S+)", added.stdout)
    assert secret, added.stdout
    key = ("acme", secret[1])
    received: Queue[bytes] = Queue()

    def receive(connection: socket.socket) -> None:
        received.put(connection.recv(65536))
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    with ExitStack() as stack:
        receiver = stack.enter_context(serving(receive))
        servers = stack.enter_context(started("serve", environment, tmp_path, 2))
        workers = stack.enter_context(started("work", environment, tmp_path, 2))
        created = servers[0].call(key, "POST", "/accounts", imap.form(callback_url=f"{receiver}/done"))
        assert created["resource_url"].startswith(f"{PUBLIC}/2.0/accounts/")
        assert received.get(timeout=WITHIN).startswith(b"POST /done ")
        account = servers[1].call(key, "GET", f"/accounts/{created['id']}")
        assert account["nb_messages"] > 0
        assert [service.stop() for service in [*servers, *workers]] == [0, 0, 0, 0]
