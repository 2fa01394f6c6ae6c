"""The service's own Python client, contextio 1.12.8, unmodified."""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.conftest import running_mock
from tests.excerpt import SPEC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, Contract, LiveServer
    from tests.imap import Imap

_BACK = "https://app.example.com/mail/connected"


@contextmanager
def _client_of(client: Client) -> Iterator[Any]:
    """Give the class V2_0: the factory ContextIO() always returns the client of the Lite API."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pkg_resources, which it imports, announces its own end
        from contextio.lib.v2_0 import V2_0
    old = V2_0(client.key, client.secret, url_base=client.origin)
    old.session.trust_env = False
    yield old
    old.session.close()


@pytest.fixture
def old(client: Client) -> Iterator[Any]:
    with _client_of(client) as old:
        yield old


@pytest.fixture(scope="module")
def story(contract: Contract) -> Iterator[LiveServer]:
    """A mock that begins with the story."""
    with running_mock(contract.bundle, {"demo-key": "demo-secret"}, has_story=True) as mock:
        yield mock


@pytest.fixture(scope="module")
def ada(story: LiveServer) -> Iterator[Any]:
    """The first account of the story, as the client reads it."""
    with _client_of(story.client_for("demo-key")) as old:
        yield old.get_accounts(email="ada@example.com")[0]


def test_accounts(old: Any, imap: Imap) -> None:
    assert old.get_accounts() == []
    created = old.post_account(email="ada@example.com", first_name="Ada")
    assert created.id
    account = old.get_accounts(email="ada@example.com")[0]
    assert (account.first_name, account.email_addresses) == ("Ada", ["ada@example.com"])
    assert account.post(first_name="Augusta", last_name="King")
    assert account.get()
    assert (account.first_name, account.last_name) == ("Augusta", "King")
    old.post_account(**imap.form())
    assert len(old.get_accounts()) == 2
    assert len(old.get_accounts(limit=1, offset=1)) == 1
    assert len(old.get_accounts(status_ok=1)) == 1
    assert old.get_accounts(status="DISABLED") == []
    assert account.delete()
    assert account.id not in [other.id for other in old.get_accounts()]


def test_errors_carry_status_and_sentence(old: Any, imap: Imap) -> None:
    from contextio.lib.errors import RequestError
    from contextio.lib.resources.account import Account

    with pytest.raises(RequestError, match=r"404.*is invalid"):
        Account(old, {"id": "000000000000000000000000"}).get()
    with pytest.raises(RequestError, match=r"400.*INVALID_CREDENTIALS"):
        old.post_account(**{**imap.form(), "password": "wrong"})


def test_sources(old: Any, imap: Imap) -> None:
    account = old.post_account(email="ada@example.com")
    assert account.post_source(**imap.form()).label == "demo@example.com::127.0.0.1"
    assert account.get()
    source = account.get_sources()[0]
    assert (source.label, source.status, source.use_ssl) == ("demo@example.com::127.0.0.1", "OK", False)
    assert source.get()
    assert source.post(sync_all_folders=1)
    assert source.post(force_status_check=1)
    assert account.get_sources(status_ok=0) == []
    assert source.delete()
    assert account.get_sources() == []


def test_connect_tokens_of_the_key(old: Any, imap: Imap) -> None:
    created = old.post_connect_token(callback_url=_BACK, email="ada@example.com", source_sync_flags=1)
    assert created["success"] is True
    fields = {name: imap.form()[name] for name in ("server", "port", "username", "password")}
    assert (
        httpx.post(created["browser_redirect_url"], data=fields, trust_env=False, timeout=60).status_code
        == 303
    )
    read = old.get_connect_tokens(token=created["token"])
    assert read["account"]["email_addresses"] == ["ada@example.com"]
    token = old.get_connect_tokens()[0]
    assert token.expires is False
    assert token.account.get()
    assert [source["label"] for source in token.account.sources] == [read["server_label"]]
    assert token.delete()
    assert old.get_connect_tokens() == []


def test_connect_tokens_of_an_account(old: Any) -> None:
    account = old.post_account(email="ada@example.com")
    created = account.post_connect_token(callback_url=_BACK)
    token = account.get_connect_tokens()[0]
    assert (token.token, token.used, token.account) == (created["token"], 0, None)
    assert token.get()
    assert token.delete()
    assert account.get_connect_tokens() == []


def test_the_recipe_runs(story: LiveServer, capsys: pytest.CaptureFixture[str]) -> None:
    page = (SPEC / "OLD-CLIENTS.md").read_text("utf-8")
    recipe = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0]
    recipe = recipe.replace("https://mail.example.com", story.origin)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(recipe, "OLD-CLIENTS.md", "exec"), {"__name__": "recipe"})  # noqa: S102 - our own text
    assert capsys.readouterr().out.startswith("4f0f1a2b3c4d5e6f70819203 ['Stockholm in summer', ")


def _only(resources: list[Any]) -> Any:
    assert len(resources) == 1
    return resources[0]


def test_messages(ada: Any) -> None:
    newest = ada.get_messages(limit=2)
    assert [(message.subject, message.date) for message in newest] == [
        ("Stockholm in summer", 1326050400),
        ("Re: Привет из Стокгольма 🙂", 1326020700),
    ]
    message = _only(ada.get_messages(subject="Compiler notes", sender="grace@example.org", limit=1, offset=1))
    assert message.addresses["cc"] == [{"email": "charles@example.net", "name": "Charles Babbage"}]
    assert [file.file_name for file in message.files] == ["notes draft 1.txt"]
    assert message.get(include_body=1, include_flags=1)
    assert [part["type"] for part in message.body] == ["text/plain", "text/html"]
    assert message.flags["seen"] is True
    assert message.get_body(type="text/plain")[0]["content"] == "Notes on the compiler.\r\n"
    assert message.get_headers()["Message-ID"] == ["<compiler.1@example.org>"]
    source = message.get_source()
    assert source.startswith(message.get_headers(raw=1).rstrip("\r\n"))
    assert message.get_folders() == [{"name": "INBOX"}, {"name": "Archive"}]
    assert message.post_flag(seen=0)
    assert (message.flags["seen"], message.get_flags()["seen"]) == (False, False)


def test_threads(ada: Any) -> None:
    assert [thread.gmail_thread_id for thread in ada.get_threads(limit=2)] == [
        "gm-134df6086b7a8990",
        "gm-134ca364d7e8f9a0",
    ]
    message = _only(ada.get_messages(subject="Re: Привет из Стокгольма 🙂"))
    thread = message.get_thread(include_body=1)
    assert thread.gmail_thread_id == "gm-134ca364d7e8f9a0"
    assert thread.messages[-1].body[0]["content"] == "Хорошо!\r\n"


def test_files(ada: Any) -> None:
    file = _only(ada.get_files(file_name="tables-2011-12-18.csv"))
    assert (file.type, file.subject) == ("text/csv", "Tables for the engine")
    assert file.get()
    assert [related.file_name for related in file.get_related()] == ["tables-2011-12-21.csv"]
    assert file.get_content() == "n,B(n)\n0,1\n1,-1/2\n"
    assert file.get_content(download_link=True).startswith("https://")


def test_contacts(ada: Any) -> None:
    contact = ada.get_contacts(limit=1)[0]
    assert (contact.email, contact.name, contact.count) == ("mary@example.net", "Mary Somerville", 9)
    assert contact.get()
    assert contact.emails == ["mary@example.net"]
    assert contact.get_files(limit=1)[0].file_name == "programme.txt"
    assert contact.get_messages(limit=1)[0].subject == "Stockholm in summer"
    assert [thread.gmail_thread_id for thread in contact.get_threads(limit=1)] == ["gm-134df6086b7a8990"]
