"""The service's own Python client, contextio 1.12.8, unmodified."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client
    from tests.imap import Imap

_BACK = "https://app.example.com/mail/connected"


@pytest.fixture
def old(client: Client) -> Iterator[Any]:
    """The class V2_0: the factory ContextIO() always returns the client of the Lite API."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pkg_resources, which it imports, announces its own end
        from contextio.lib.v2_0 import V2_0
    old = V2_0(client.key, client.secret, url_base=client.origin)
    old.session.trust_env = False
    yield old
    old.session.close()


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
