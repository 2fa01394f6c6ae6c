"""Secrets of a running server: none in what it prints, none in the clear in its database."""

from __future__ import annotations

import re
import signal
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlsplit

import httpx
import pytest
from click.testing import CliRunner
from requests_oauthlib import OAuth1
from sqlalchemy import MetaData, select
from tests.conftest import Client
from tests.databases import migrate_at
from tests.program import KEYS, Served, serving
from tests.server.mail_server import run_mail_server
from tests.server.receivers import receiving

from contextio_contract.cli import main
from contextio_contract.server.db.database import open_store
from contextio_contract.server.db.vault import generate_key
from contextio_contract.server.http.logged_path import describe_path, list_words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Contract
    from tests.imap import Imap

GIVEN: Final = ("key-in-the-environment", "secret-in-the-environment")
KEPT: Final = ("key-in-the-database", "secret-in-the-database")
ADDRESS: Final = "lovelace@example.com"
IN_URL: Final = "secret-in-a-callback-url"
WRONG: Final = "secret-that-is-wrong"
_WAIT = 60


def call_in_every_way(served: Served, contract: Contract, imap: Imap) -> set[str]:
    """Make calls that succeed and calls that fail; return the secrets that they had or got."""
    secrets = {*GIVEN, *KEPT, imap.password, ADDRESS, IN_URL, WRONG}

    def note(response: Any, *_: Any, **__: Any) -> None:
        sent = response.request
        signed = f"{sent.headers.get('Authorization', '')}&{urlsplit(sent.url).query}"
        secrets.update(
            part.partition("=")[2].strip('", ')
            for part in signed.replace(", ", "&").split("&")
            if part.startswith(("oauth_signature=", "oauth_nonce="))
        )

    for key, secret in (KEPT, GIVEN):
        client = Client(served.origin, key, secret, contract)
        client.session.hooks["response"].append(note)
        with closing(client.session), receiving() as receiver:
            told = f"{receiver.url}?key={IN_URL}"
            account = client.account(**imap.form(email=ADDRESS, callback_url=told))
            receiver.take()
            receiver.status = 500
            source = f"/accounts/{account}/sources/{quote(f'{ADDRESS}::127.0.0.1', safe='')}"
            client.get(source)
            client.post(source, 200, password=WRONG, status_callback_url=told)
            nowhere = f"http://127.0.0.1:9/?key={IN_URL}"
            client.post(source, 200, password=imap.password, status_callback_url=nowhere)
            client.post(source, 200, force_status_check=1)
            for path in ("/connect_tokens", f"/accounts/{account}/connect_tokens"):
                created = client.post(path, callback_url="https://app.example.com/connected", email=ADDRESS)
                secrets.add(created["token"])
                client.get(f"{path}/{created['token']}")
                client.get(path)
                for odd in ("/more", "/", "?callback_url=x", "#x"):
                    client.send("GET", f"{path}/{created['token']}{odd}")
                connect(created["browser_redirect_url"], imap)
                client.send("POST", f"{path}/{created['token']}")
                client.delete(f"{path}/{created['token']}")
            fail_in_every_way(client, imap)
    return secrets


def connect(page: str, imap: Imap) -> None:
    """Open the page of a connect token, and connect a mailbox there, at first with a wrong password."""
    fields = {"email": ADDRESS, "server": "127.0.0.1", "port": str(imap.port), "username": imap.username}
    with httpx.Client(trust_env=False, timeout=_WAIT) as browser:
        for path in ("", "/", "/more", "?x=1"):
            browser.get(page + path)
        browser.put(page)
        for password, status in ((WRONG, 400), (imap.password, 303), (imap.password, 410)):
            assert browser.post(page, data={**fields, "password": password}).status_code == status


def fail_in_every_way(client: Client, imap: Imap) -> None:
    """Send what is refused: signatures, keys, fields, methods, paths, mailboxes that answer oddly."""
    for auth in (OAuth1(client.key, WRONG), OAuth1(WRONG, client.secret), None):
        assert client.send("GET", "/accounts", auth=auth).status_code == 401
    for placement in ("query", "body"):
        auth = OAuth1(client.key, client.secret, signature_type=placement)
        client.send("POST", "/accounts", data={"email": ADDRESS}, auth=auth)
        client.send("POST", "/accounts", data={"email": ADDRESS, "password": WRONG}, auth=auth)
    client.send("PATCH", "/accounts")
    client.send("GET", f"/nothing/{WRONG}?password={WRONG}")
    client.send("GET", f"http://{urlsplit(client.origin).netloc}/{WRONG}/connect/{WRONG}")
    client.post("/accounts", 400, **imap.form(email=ADDRESS, password=WRONG))
    replies: dict[str, Any] = {"LOGIN ends": "NO {decoded}", "AUTHENTICATE ends": "NO {decoded}"}
    with run_mail_server(**replies) as port:
        client.post("/accounts", 400, **imap.form(email=ADDRESS, port=port))
    replies = {"LIST": [f"{{{WRONG}"], "STATUS": [WRONG], "SELECT ends": f"BAD {WRONG}"}
    with run_mail_server(**replies) as port:
        client.send("POST", "/accounts", data=imap.form(email=ADDRESS, port=port))


def in_database(location: str) -> str:
    """Return all values in a database as text."""
    store, _name = open_store(location)
    with closing(store), store.read() as connection:
        tables = MetaData()
        tables.reflect(connection)
        rows = [row for table in tables.sorted_tables for row in connection.execute(select(table))]
    return "\n".join(map(str, rows))


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("options", [("--log-format", "text"), ("--log-format", "json", "--mock")])
def test_no_secret_is_printed_or_kept_in_the_clear(
    location: str, tmp_path: Path, contract: Contract, imap: Imap, options: tuple[str, ...]
) -> None:
    migrate_at(location)
    vault = generate_key()
    given = dict(zip(KEYS, GIVEN, strict=True))
    environment = {**given, "CONTEXTIO_VAULT_KEY": vault, "CONTEXTIO_DATABASE": location}

    def run(*command: str) -> str:
        done = CliRunner().invoke(main, command, input=",".join(KEPT), env=environment)
        assert done.exit_code == 0, done.output
        return done.output

    options += ("--allow-private", "--work", "--ops", "127.0.0.1:0")
    printed = run("keys", "import", "-")
    with serving(*options, log=tmp_path / "log", **environment) as served:
        secrets = call_in_every_way(served, contract, imap)
        (ops,) = re.findall(r"http://\S+(?=/healthz)", "".join(served.before))
        for path in ("healthz", "readyz", "metrics"):
            printed += httpx.get(f"{ops}/{path}", trust_env=False, timeout=_WAIT).text
        printed += run("jobs") + run("deliveries")
        status, rest = served.stop(signal.SIGTERM)
        assert status == 0
        printed += "".join(served.before) + rest + (tmp_path / "log").read_text()
    assert "/2.0/accounts/*/sources/*" in printed
    assert "/2.0/connect_tokens/*" in printed
    assert {secret for secret in secrets | {vault} if secret in printed} == set()
    kept = in_database(location)
    encrypted = {KEPT[1], GIVEN[1], imap.password, WRONG, vault}
    assert ADDRESS in kept
    assert {secret for secret in encrypted if secret in kept} == set()
    files = b"".join(file.read_bytes() for file in tmp_path.glob("server.sqlite3*"))
    assert {secret for secret in encrypted if secret.encode() in files} == set()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (b"/2.0/accounts/ada%40example.com", "/2.0/accounts/*"),
        (b"/connect/t23fayj9l82lbluc/", "/*/*/"),
        (b"/2.0/connect_tokens/t23f/%0d%0a\xff", "/2.0/connect_tokens/*/*"),
        (b"/x" * 21, "/*" * 19 + "/…"),
    ],
)
def test_a_path_is_logged_without_what_clients_chose(contract: Contract, path: bytes, shown: str) -> None:
    assert describe_path(path, list_words(contract.served)) == shown
