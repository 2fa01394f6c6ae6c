"""What several suites need: a server whose every answer is held against the contract, and a mailbox."""

from __future__ import annotations

import gc
import os
import secrets
import threading
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import settings

from tests.databases import SERVER, migrate_at, new_postgresql
from tests.descriptions import read_once, resolve_once
from tests.imap import Imap, running_imap

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from contextlib import AbstractContextManager

    import requests


_STARTED_WITHIN = 60.0

# The time that an example takes depends on the machine. CI draws many examples, `make test` a few.
settings.register_profile("quick", max_examples=20, deadline=None)
settings.register_profile("ci", max_examples=300, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are collected: all of it is kept."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Look for garbage seldom from now on, and never among what was collected.

    Each look at all that the tests of a process keep takes a second, a third of their time with usual limits.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


class Contract:
    """Holds answers against a bundle, whoever gave them."""

    def __init__(self, bundle: dict[str, Any] | None = None) -> None:
        from contextio_contract.contract import Contract as Served

        self.served = Served(bundle) if bundle else resolve_once().contract
        self.bundle = self.served.bundle

    def check(self, response: requests.Response) -> None:
        """Assert that an answer is one that the contract allows for its request."""
        from contextio_contract.contract import conformity

        assert response.status_code != 500, response.text
        method, path = str(response.request.method), urlsplit(str(response.request.url)).path
        route = self.served.router.locate([unquote(part) for part in path[1:].removesuffix("/").split("/")])
        operations = route[0] if route else {}
        operation = operations.get({"HEAD": "GET"}.get(method, method))
        if operation is None and method == "PUT":
            operation = operations.get("POST")
        if operation:
            assert not conformity.violations(
                operation, method, response.status_code, response.headers, response.content
            )
        elif method != "HEAD":
            self.served.schemas["Error"].validator.validate(response.json())


@dataclass
class Clock:
    """The time that a server goes by."""

    now: int = field(default_factory=lambda: int(time.time()))

    def __call__(self) -> int:
        return self.now


class Client:
    """Sends signed requests for one consumer key and checks each answer against the contract."""

    def __init__(self, origin: str, key: str, secret: str, contract: Contract) -> None:
        import requests
        from requests_oauthlib import OAuth1

        self.origin, self.key, self.secret, self.contract = origin, key, secret, contract
        self.auth = OAuth1(key, secret)
        self.session = requests.Session()
        self.session.trust_env = False

    def send(self, method: str, path: str, **arguments: Any) -> requests.Response:
        """Send a request to a path below /2.0, or to an absolute address; see `requests.request`."""
        url = path if path.startswith("http") else f"{self.origin}/2.0{path}"
        arguments = {"auth": self.auth, "timeout": 60, "allow_redirects": False, **arguments}
        response = self.session.request(method, url, **arguments)
        self.contract.check(response)
        return response

    def get(self, path: str, **query: Any) -> Any:
        """Read something that must be there."""
        response = self.send("GET", path, params=query)
        assert response.status_code == 200, response.text
        return response.json()

    def post(self, path: str, expected: int = 201, **form: Any) -> Any:
        """Send a form and expect a status."""
        response = self.send("POST", path, data=form)
        assert response.status_code == expected, response.text
        return response.json()

    def delete(self, path: str) -> Any:
        """Delete something that must be there."""
        response = self.send("DELETE", path)
        assert response.status_code == 200, response.text
        return response.json()

    def account(self, **form: Any) -> str:
        """Make an account and return its identifier."""
        return str(self.post("/accounts", **{"email": "ada@example.com", **form})["id"])


@dataclass
class LiveServer:
    """A running server."""

    origin: str
    keys: dict[str, str]
    clock: Clock
    app: Any
    contract: Contract
    _clients: list[Client] = field(default_factory=list)

    def client(self) -> Client:
        """Return a client with a consumer key of its own, which has nothing yet."""
        key, secret = f"key-{secrets.token_hex(4)}", secrets.token_hex(8)
        self.keys[key] = secret
        return self.client_for(key)

    def client_for(self, key: str) -> Client:
        """Return a client with a consumer key that the server knows."""
        client = Client(self.origin, key, self.keys[key], self.contract)
        self._clients.append(client)
        return client

    def settle(self) -> None:
        """Return when all jobs that are due are done."""
        self.app.state.services.worker.wait_until_idle()

    def close(self) -> None:
        """Close the clients."""
        for client in self._clients:
            client.session.close()


@contextmanager
def running_server(contract: Contract, *, mock: bool = False, **settings: Any) -> Iterator[LiveServer]:
    """Run the real server on a free port of the loopback, in a thread, with a mock beside it if wanted.

    Its data are in memory, or in a database of its own where `make test-postgres` has started PostgreSQL.
    """
    from contextio_contract.mock.app import add_mock
    from contextio_contract.server.app import create_app
    from contextio_contract.server.db.vault import generate_key
    from contextio_contract.server.outbound.policy import DEVELOPMENT, Policy
    from contextio_contract.server.services import Settings

    keys = settings.pop("keys", {})
    served = Contract(settings.pop("bundle")).served if "bundle" in settings else contract.served
    reference = settings.pop("reference", lambda: None)
    clock = Clock()
    policy = Policy(DEVELOPMENT)  # mailboxes and receivers of tests are on the loopback
    with ExitStack() as stack:
        if SERVER and "database" not in settings:
            settings["database"] = stack.enter_context(new_postgresql())
            migrate_at(settings["database"])
            settings = {"vault_keys": generate_key(), "has_worker": True, **settings}
        configuration = Settings(**{"keys": keys, "mailbox_timeout": 30.0, "policy": policy, **settings})
        app = create_app(configuration, served, clock=clock, reference=reference)
        stack.callback(app.state.services.close)
        if mock:
            add_mock(app)
        yield stack.enter_context(_running(app, keys, clock, contract))


@contextmanager
def running_mock(
    bundle: dict[str, Any], keys: dict[str, str] | None = None, *, has_story: bool = False
) -> Iterator[LiveServer]:
    """Run the mock of a bundle on a free port of the loopback, in a thread; empty without its story."""
    from contextio_contract.mock.app import create_mock

    keys = {} if keys is None else keys
    clock, contract = Clock(), Contract(bundle)
    app = create_mock(keys, contract.served, clock=clock, has_story=has_story)
    with _running(app, keys, clock, contract) as live:
        yield live


@contextmanager
def _running(app: Any, keys: dict[str, str], clock: Clock, contract: Contract) -> Iterator[LiveServer]:
    from contextio_contract.server.http.entrance import Entrance
    from contextio_contract.server.http.guard import Guard
    from contextio_contract.server.http.runner import listen, server

    ready = threading.Event()
    listener = listen("127.0.0.1", 0)
    running = server(Entrance(app, Guard()), ready.set, grace=3)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    assert ready.wait(_STARTED_WITHIN)
    live = LiveServer(f"http://127.0.0.1:{listener.getsockname()[1]}", keys, clock, app, contract)
    try:
        yield live
    finally:
        live.close()
        running.should_exit = True
        thread.join(_STARTED_WITHIN)


@pytest.fixture(scope="session", autouse=True)
def descriptions() -> Iterator[None]:
    with read_once():
        yield


@pytest.fixture(scope="session")
def contract() -> Contract:
    return Contract()


@pytest.fixture(scope="session")
def run_server(contract: Contract) -> Callable[..., AbstractContextManager[LiveServer]]:
    """Give a function that runs a server with settings of its own for the time of a `with`."""
    return partial(running_server, contract)


@pytest.fixture(scope="session")
def shared_server(contract: Contract) -> Iterator[LiveServer]:
    with running_server(contract) as live:
        yield live


@pytest.fixture
def new_server(contract: Contract) -> Iterator[Callable[..., LiveServer]]:
    """Give a function that starts a server with settings of its own."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(running_server(contract, **settings))


@pytest.fixture
def client(shared_server: LiveServer) -> Client:
    return shared_server.client()


@pytest.fixture(scope="session")
def imap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imap]:
    with running_imap(tmp_path_factory.mktemp("imap") / "log") as running:
        yield running
