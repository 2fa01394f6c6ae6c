"""Texts and numbers that SQLite or PostgreSQL cannot keep: refused alike, whichever keeps the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import requests
    from tests.conftest import Client
    from tests.imap import Imap

_NUL = "has a NUL character; leave it out"
_BACK = "https://a.example/"


def value_of(response: requests.Response) -> str:
    assert response.status_code == 400, response.text
    return str(response.json()["value"])


@pytest.mark.parametrize(
    "path",
    [
        *("/accounts/a%00b", "/accounts/%00/sources", "/connect_tokens/%00", "/accounts?email=%00"),
        *("/accounts/{id}/sources/a%00b", "/accounts/{id}/connect_tokens/%00"),
    ],
)
def test_a_nul_character_in_an_address_is_refused(client: Client, path: str) -> None:
    assert value_of(client.send("GET", path.format(id=client.account()))).endswith(_NUL)


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/accounts", {"email": "ada@example.com", "first_name": "\0"}),
        ("/accounts", {"email": "ada\0@example.com"}),
        ("/accounts/{id}", {"last_name": "Love\0lace"}),
        ("/connect_tokens", {"callback_url": _BACK, "first_name": "A\0"}),
        ("/accounts/{id}/connect_tokens", {"callback_url": _BACK, "email": "\0"}),
    ],
)
def test_a_nul_character_in_a_form_is_refused(client: Client, path: str, form: dict[str, str]) -> None:
    path = path.format(id=client.account())
    assert value_of(client.send("POST", path, data=form)).endswith(_NUL)
    fields: Any = {name: (None, value) for name, value in form.items()}
    assert value_of(client.send("POST", path, files=fields)).endswith(_NUL)


def test_fields_that_are_not_described_may_have_any_text(client: Client) -> None:
    client.post("/accounts", email="ada@example.com", colour="\0")


def test_half_a_character_is_refused(client: Client) -> None:
    for path in ("/accounts?email=%ED%A0%80", "/accounts?email=%FF"):
        assert "not in UTF-8" in value_of(client.send("GET", path))


@pytest.mark.parametrize("number", [2**31, 2**63, 2**64, 10**40])
def test_numbers_may_be_larger_than_those_of_a_database(client: Client, number: int) -> None:
    account = client.account()
    assert [each["id"] for each in client.get("/accounts", limit=number)] == [account]
    assert client.get("/accounts", offset=number) == []


@pytest.mark.parametrize("letter", ["a", "\N{SNOWMAN}"])
def test_an_address_that_is_too_long_for_an_index_is_refused(client: Client, imap: Imap, letter: str) -> None:
    longest, domain = letter * 308, "@example.com"
    account = client.account(email=longest + domain)
    assert [each["id"] for each in client.get("/accounts", email=longest + domain)] == [account]
    for length in (309, 5_000):
        form = {"email": letter * length + domain}
        for path, fields in (("/accounts", form), (f"/accounts/{account}/sources", imap.form(**form))):
            assert value_of(client.send("POST", path, data=fields)) == (
                "email must have 320 characters or less"
            )
    assert client.get("/accounts", email="a" * 5_000 + domain) == []


def test_a_mailbox_with_a_long_address_has_a_label_that_fits(client: Client, imap: Imap) -> None:
    account = client.account()
    form = imap.form(email="\N{SNOWMAN}" * 300 + "@example.com")
    first, second = (client.post(f"/accounts/{account}/sources", **form)["label"] for _ in range(2))
    assert {first, second} == {each["label"] for each in client.get(f"/accounts/{account}/sources")}


def test_the_page_of_a_token_refuses_a_nul_character(client: Client) -> None:
    token = client.post("/connect_tokens", callback_url=_BACK)
    url = token["browser_redirect_url"]
    form = {
        "email": "ada@example.com",
        "server": "a.example",
        "port": "143",
        "username": "\0",
        "password": "p",
    }
    answer = client.session.post(url, data=form, timeout=60)
    assert answer.status_code == 400
    assert "NUL character" in answer.text
    assert client.session.get(f"{client.origin}/connect/%00", timeout=60).status_code == 404
