"""The command `serve`, as a person or another program starts it, and what it keeps between starts."""

from __future__ import annotations

import json
import shlex
import signal
import socket
import stat
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from click.testing import CliRunner
from requests_oauthlib import OAuth1
from tests.conftest import Client
from tests.program import KEYS, serving

from contextio_contract.cli import main
from contextio_contract.contract import Contract
from contextio_contract.mock.app import create_mock
from contextio_contract.server import demo
from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET
from contextio_contract.server.http.runner import listen, server
from contextio_contract.server.http.signature import sign_query

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.conftest import Contract as Oracle
    from tests.conftest import LiveServer
    from tests.imap import Imap

    from contextio_contract.server.http.call import Call

    Run = Callable[..., AbstractContextManager[LiveServer]]

_WAIT = 60


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param((), 400, marks=pytest.mark.slow),
        pytest.param(("--allow-private", "10.0.0.0/8"), 400, marks=pytest.mark.slow),
        (("--allow-private=10.0.0.0/8", "--allow-private"), 201),
    ],
)
def test_private_addresses_are_called_if_that_is_allowed(
    tmp_path: Path, imap: Imap, contract: Oracle, options: tuple[str, ...], status: int
) -> None:
    keys = {"CONTEXTIO_CONSUMER_KEY": "k", "CONTEXTIO_CONSUMER_SECRET": "s"}
    with serving(*options, "--database", ":memory:", log=tmp_path / "log", **keys) as served:
        client = Client(served.origin, "k", "s", contract)
        client.post("/accounts", status, **imap.form())
        client.session.close()


@pytest.mark.parametrize("name", ["10.0.0.1/8", "localhost", "10.0.0.0/99"])
def test_a_range_that_is_none_is_refused(name: str) -> None:
    assert "name a range such as 127.0.0.0/8" in refuse("--allow-private", name)


def refuse(*options: str, **environment: str) -> str:
    """Run the command, which must end with status 2 before it serves, and return its message."""
    unset: dict[str, str | None] = dict.fromkeys(KEYS)
    done = CliRunner().invoke(main, ["serve", *options], env=unset | environment)
    assert done.exit_code == 2, (options, done.output)
    assert len(done.output.strip().splitlines()) <= 4, done.output
    return done.output


@pytest.mark.timeout(180)
def test_it_starts_with_demo_data_and_a_call_to_paste(tmp_path: Path) -> None:
    with serving("--demo", "--database", ":memory:", log=tmp_path / "log") as served:
        call = next(line for line in served.before if "curl " in line)
        _curl, url = shlex.split(call)
        accounts = httpx.get(url, trust_env=False, timeout=_WAIT).json()
        assert max(len(account["sources"]) for account in accounts) > 1
        assert len({source["status"] for account in accounts for source in account["sources"]}) > 2
        assert "demo-key" in "".join(served.before)
        assert f"POST   {served.origin}/2.0/accounts\n" in "".join(served.before)
        page = httpx.get(served.origin, trust_env=False, timeout=_WAIT)
        assert 'data-base="/2.0" data-key="demo-key"' in page.text
        assert served.stop(signal.SIGTERM) == (0, "serve: stopped\n")
    assert "Traceback" not in (tmp_path / "log").read_text()
    assert list(tmp_path.iterdir()) == [tmp_path / "log"]


@pytest.fixture
def bundle(tmp_path: Path, contract: Oracle) -> str:
    """A file with the bundle, an operation that nobody wrote code for, and another base path."""
    ping = {"operationId": "ping_get", "responses": {"200": {"description": "Done."}}}
    paths = {**contract.bundle["paths"], "/ping": {"get": ping}}
    file = tmp_path / "bundle.json"
    file.write_text(json.dumps({**contract.bundle, "servers": [{"url": "/mail"}], "paths": paths}))
    return str(file)


def test_a_mock_starts_with_the_story_and_serves_every_operation(tmp_path: Path, bundle: str) -> None:
    with serving("--spec", bundle, command="mock", log=tmp_path / "log") as served:
        call = next(line for line in served.before if "curl " in line)
        assert httpx.get(shlex.split(call)[1], trust_env=False, timeout=_WAIT).json() != []
        assert any("/mail/ping" in line for line in served.before)
        assert served.stop(signal.SIGTERM) == (0, "mock: stopped\n")


def test_a_server_says_what_a_mock_answers_for_it(tmp_path: Path, bundle: str) -> None:
    options = ("--mock", "--database", ":memory:", "--spec", bundle)
    with serving(*options, log=tmp_path / "log") as served:
        assert any("  the mock answers " in line and "without code" in line for line in served.before)
        assert any("/mail/ping" in line for line in served.before)


@pytest.mark.timeout(180)
def test_keys_come_from_the_environment_and_the_contract_from_a_file(tmp_path: Path, bundle: str) -> None:
    options = ("--database", ":memory:", "--spec", bundle)
    environment = dict(zip(KEYS, ("my-key", "my-secret"), strict=True))
    with serving(*options, log=tmp_path / "log", **environment) as served:
        assert served.base == "/mail"
        assert not any("ping" in line or "mock" in line for line in served.before)
        call = sign_query("GET", f"{served.base_url}/accounts", "my-key", "my-secret")
        assert httpx.get(call, trust_env=False, timeout=_WAIT).json() == []
        assert httpx.get(served.origin, trust_env=False, timeout=_WAIT).status_code == 404
        assert "the consumer key in CONTEXTIO_CONSUMER_KEY" in "".join(served.before)
        assert served.stop(signal.SIGINT) == (0, "serve: stopped\n")
        printed = "".join(served.before) + (tmp_path / "log").read_text()
    assert not any(text in printed for text in ("my-key", "my-secret", "oauth_signature"))


@pytest.mark.timeout(180)
def test_the_demo_key_is_accepted_in_the_demo_alone(tmp_path: Path) -> None:
    with serving("--database", ":memory:", log=tmp_path / "log") as served:
        assert any("keys that `contextio-contract keys list` shows" in line for line in served.before)
        call = sign_query("GET", f"{served.base_url}/accounts", DEMO_KEY, DEMO_SECRET)
        assert httpx.get(call, trust_env=False, timeout=_WAIT).status_code == 401


@pytest.mark.parametrize(
    ("option", "environment"),
    [("--demo", {}), ("--no-demo", dict(zip(KEYS, (DEMO_KEY, DEMO_SECRET), strict=True)))],
)
@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 - refused
def test_the_demo_key_is_kept_on_the_loopback(host: str, option: str, environment: dict[str, str]) -> None:
    refused = refuse(option, "--host", host, "--port", "0", "--database", ":memory:", **environment)
    assert refused.count("\n") == 1
    assert "everyone knows the demo key" in refused


@pytest.mark.parametrize(
    ("delay", "grace", "force"),
    [(1, 60, False), pytest.param(30, 1, False, marks=pytest.mark.slow), (30, 60, True)],
)
def test_requests_under_way_are_finished_or_told_that_they_are_not(
    contract: Oracle, monkeypatch: pytest.MonkeyPatch, delay: int, grace: int, *, force: bool
) -> None:
    app = create_mock({"k": "s"}, Contract(contract.bundle))
    served, entered, ready = app.state.api.served, threading.Event(), threading.Event()
    operation = served.contract.operations["accounts_list"]
    handler = served.handlers[operation]

    def note(call: Call) -> Any:
        entered.set()
        return handler(call)

    monkeypatch.setitem(served.handlers, operation, note)
    running = server(app, ready.set, grace=grace)
    listener = listen("127.0.0.1", 0)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listener]})
    thread.start()
    with ThreadPoolExecutor() as pool:
        assert ready.wait(_WAIT)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/2.0/accounts"
        signed = httpx.Request("GET", url, headers={"Prefer": f"delay={delay}"})
        signed.headers["Authorization"] = _authorization(url)
        client = httpx.Client(trust_env=False, timeout=_WAIT)
        request = pool.submit(client.send, signed)
        assert entered.wait(_WAIT)
        running.force_exit = force
        running.should_exit = True
        response = request.result(_WAIT)
        thread.join(_WAIT)
        with pytest.raises(httpx.ConnectError):
            client.get(url)
        client.close()
    is_finished = delay < grace and not force
    assert response.status_code == (200 if is_finished else 503)
    assert is_finished or response.json()["value"] == "the server has stopped"


def _authorization(url: str) -> str:
    from oauthlib.oauth1 import Client as Signer

    return str(Signer("k", client_secret="s").sign(url)[1]["Authorization"])  # noqa: S106 - of this test


def test_data_and_mailboxes_survive_a_restart(tmp_path: Path, imap: Imap, run_server: Run) -> None:
    database = tmp_path / "kept" / "server.sqlite3"
    seen = []
    for start in range(2):
        with run_server(database=str(database), keys={"k": "s"}) as live:
            assert demo.fill(live.app.state.services, "k") is (start == 0)
            client = live.client_for("k")
            if start == 0:
                client.account(**imap.form(first_name="Ünï"))
            accounts = client.get("/accounts")
            source = f"/accounts/{accounts[-1]['id']}/sources/0"
            assert client.post(source, 200, force_status_check=1) == {"status": "OK"}
            seen.append([(each["id"], each["first_name"], each["created"]) for each in accounts])
    assert seen[0] == seen[1]
    assert imap.password.encode() not in b"".join(file.read_bytes() for file in database.parent.iterdir())
    assert stat.S_IMODE(database.with_name("server.sqlite3.key").stat().st_mode) == 0o600


def test_two_servers_share_one_file(tmp_path: Path, run_server: Run) -> None:
    settings = {"database": str(tmp_path / "server.sqlite3"), "keys": {"k": "s"}}
    once = OAuth1("k", "s", nonce="once", timestamp=str(int(time.time())))
    with run_server(**settings) as first, run_server(**settings) as second:
        account = first.client_for("k").account()
        assert second.client_for("k").get(f"/accounts/{account}")["id"] == account
        assert first.client_for("k").send("GET", "/accounts", auth=once).status_code == 200
        # The signature covers the port: the nonce alone must be known to the other server.
        assert (
            second.client_for("k").send("GET", "/accounts", auth=once).json()["value"].startswith("the nonce")
        )


def test_a_first_synchronisation_is_finished_after_a_restart(
    tmp_path: Path, imap: Imap, run_server: Run
) -> None:
    database = str(tmp_path / "server.sqlite3")
    keys = {"k": "s"}
    with run_server(database=database, keys=keys) as live:
        live.app.state.services.worker.stop(0)
        account = live.client_for("k").account(**imap.form())
        assert live.client_for("k").get(f"/accounts/{account}")["nb_messages"] == 0
    with run_server(database=database, keys=keys) as live:
        live.settle()
        assert live.client_for("k").get(f"/accounts/{account}")["nb_messages"] == 6


def test_an_address_that_is_taken_or_none_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "already in use" in refuse("--port", str(taken.getsockname()[1]), "--database", ":memory:")
    for options in (["--host", "no.such.host.invalid"], ["--host", "x" * 300]):
        assert "name another port or host" in refuse(*options)
    refuse("--port", "70000")


def test_a_key_without_its_secret_is_refused() -> None:
    assert "CONTEXTIO_CONSUMER_SECRET" in refuse("--port", "0", CONTEXTIO_CONSUMER_KEY="alone")


@pytest.mark.parametrize("text", [" ", "s\n", " s"])
@pytest.mark.parametrize(
    "name", ["CONTEXTIO_CONSUMER_KEY", "CONTEXTIO_CONSUMER_SECRET", "CONTEXTIO_DATABASE"]
)
def test_a_setting_with_blanks_around_it_is_refused(name: str, text: str) -> None:
    environment = {**dict.fromkeys(KEYS, "k"), "CONTEXTIO_DATABASE": ":memory:", name: text}
    message = refuse("--port", "0", **environment)
    assert name in message
    assert "blanks or line breaks around it" in message


def test_a_database_without_a_name_is_refused() -> None:
    assert "name a SQLite file or a URL" in refuse("--port", "0", "--database", "")


def test_a_contract_that_cannot_be_served_is_named(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.json"
    for content, reason in (
        ("{", "it is not JSON"),
        ("[]", "it holds no JSON object"),
        ('{"paths": {}}', "it describes no server"),
    ):
        bundle.write_text(content)
        message = refuse("--port", "0", "--database", ":memory:", "--spec", str(bundle))
        assert f"the description {bundle} cannot be used: {reason}" in message
        assert "run: make lint" in message


def test_a_database_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("this is no database, but long enough to be taken for one" * 99)
    for database in (str(tmp_path / "text"), str(tmp_path), "nonsense://x"):
        assert "name another --database" in refuse("--port", "0", "--database", database)
