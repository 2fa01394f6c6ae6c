"""Connect tokens, and the page on which a person connects a mailbox."""

from __future__ import annotations

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server.mail_server import run_mail_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Client, LiveServer
    from tests.imap import Imap

_PART = b'--b\r\nContent-Disposition: form-data; name="first_name"\r\n\r\n'
_DAY = 24 * 60 * 60
_FIELDS = st.fixed_dictionaries(
    {
        name: st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
        for name in ("email", "first_name", "username", "password", "use_ssl")
    }
    | {
        "server": st.sampled_from(["127.0.0.1", "a..b", "\0", ""]),
        "port": st.sampled_from(["9", "0", "x", "\u0663"]),
    }
)
_BACK = "https://app.example.com/mail/connected"


class Form(HTMLParser):
    """The fields of a page's form, as a browser would send them, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.labelled: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "label" and given.get("for"):
            self.labelled.add(str(given["for"]))
        if tag == "input" and (given.get("type") != "checkbox" or "checked" in given):
            self.fields[str(given["name"])] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def browser() -> Iterator[httpx.Client]:
    """A browser that follows no redirects."""
    with httpx.Client(follow_redirects=False, trust_env=False, timeout=60) as browser:
        yield browser


def mailbox_fields(imap: Imap, **changes: str) -> dict[str, str]:
    form = {
        name: str(value)
        for name, value in imap.form().items()
        if name in {"server", "port", "username", "password"}
    }
    return form | changes


def test_the_list_of_a_key_has_the_tokens_of_its_accounts(client: Client) -> None:
    own = client.post(f"/accounts/{client.account()}/connect_tokens", callback_url=_BACK)["token"]
    top = client.post("/connect_tokens", callback_url=_BACK)["token"]
    assert [token["token"] for token in client.get("/connect_tokens")] == [own, top]
    assert client.get(f"/connect_tokens/{own}")["token"] == own
    assert client.delete(f"/connect_tokens/{own}") == {"success": True}


def test_callback_url_cannot_run_code_in_the_browser(client: Client) -> None:
    for url in ("", "javascript:alert(1)", "DATA:text/html,x", "blob:x", "example.com/", "http://", "x:a b"):
        error = client.post("/connect_tokens", 400, callback_url=url)
        assert error["value"].startswith("callback_url ")


def test_an_unused_token_is_purged_after_a_day(
    new_server: Callable[..., LiveServer], imap: Imap, browser: httpx.Client
) -> None:
    live = new_server()
    client = live.client()
    unused, used = (
        client.post("/connect_tokens", callback_url=_BACK, email="ada@example.com") for _ in range(2)
    )
    assert browser.post(used["browser_redirect_url"], data=mailbox_fields(imap)).status_code == 303
    live.clock.now += _DAY - 1
    assert len(client.get("/connect_tokens")) == 2
    live.clock.now += 1
    assert client.send("GET", unused["resource_url"]).status_code == 404
    assert client.send("DELETE", unused["resource_url"]).status_code == 404
    assert browser.get(unused["browser_redirect_url"]).status_code == 404
    live.clock.now += 100 * _DAY
    assert [token["token"] for token in client.get("/connect_tokens")] == [used["token"]]


def test_a_person_becomes_an_account(
    client: Client, shared_server: LiveServer, imap: Imap, browser: httpx.Client
) -> None:
    created = client.post("/connect_tokens", callback_url=f"{_BACK}?user=7#top")
    page = browser.get(created["browser_redirect_url"])
    form = Form(page.text)
    assert form.fields.keys() == form.labelled
    assert form.fields.keys() == {
        "email", "first_name", "last_name", "server", "port", "use_ssl", "username", "password"
    }  # fmt: skip
    person = {"email": "ada@example.com", "first_name": "Ada", "last_name": "Lovelace"}
    answer = browser.post(created["browser_redirect_url"], data=person | mailbox_fields(imap))
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{_BACK}?user=7&contextio_token={created['token']}#top"
    token = client.get(created["resource_url"])
    assert (token["used"], token["expires"]) == (shared_server.clock(), False)
    assert token["email"] == ""
    shared_server.settle()
    account = client.get(f"/accounts/{token['account']['id']}")
    assert account.items() >= {"first_name": "Ada", "last_name": "Lovelace", "nb_messages": 6}.items()
    assert token["account"].items() <= account.items()
    assert [token["server_label"]] == [source["label"] for source in account["sources"]]
    assert client.get("/accounts") == [account]


def test_an_account_gets_one_more_source(client: Client, imap: Imap, browser: httpx.Client) -> None:
    account = client.account(email="ada@example.com")
    options: dict[str, Any] = {
        "source_sync_flags": 1,
        "source_raw_file_list": 1,
        "source_callback_url": "http://127.0.0.1:9/",
    }
    created = client.post(
        f"/accounts/{account}/connect_tokens", callback_url=_BACK, email="lovelace@example.org", **options
    )
    page = Form(browser.get(created["browser_redirect_url"]).text)
    assert page.fields == {
        "server": "imap.example.org",
        "port": "993",
        "use_ssl": "1",
        "username": "lovelace@example.org",
        "password": "",
    }
    assert "lovelace@example.org" in page.text
    assert browser.post(created["browser_redirect_url"], data=mailbox_fields(imap)).status_code == 303
    read = client.get(f"/accounts/{account}")
    assert read["email_addresses"] == ["ada@example.com", "lovelace@example.org"]
    assert (
        read["sources"][0].items()
        >= {"sync_flags": True, "raw_file_list": True, "sync_all_folders": False}.items()
    )
    token = client.get(created["resource_url"])
    assert token["account"]["id"] == account
    assert len(client.get("/accounts")) == 1
    client.delete(f"/accounts/{account}/sources/0")
    assert "server_label" not in client.get(created["resource_url"])


def test_a_domain_alone_leaves_the_address_to_be_asked(client: Client, browser: httpx.Client) -> None:
    created = client.post("/connect_tokens", callback_url=_BACK, email="@example.org")
    fields = Form(browser.get(created["browser_redirect_url"]).text).fields
    assert fields["email"] == ""
    assert fields["server"] == "imap.example.org"


@pytest.mark.parametrize(
    ("change", "status", "sentence"),
    [
        ({"password": "not the one"}, 400, "refused"),
        ({"password": ""}, 400, "password"),
        ({"server": " "}, 400, "mail server"),
        ({"port": "70000"}, 400, "port"),
        ({"port": "9" * 5000}, 400, "port"),
        ({"port": "0000000993999"}, 400, "port"),
        ({"email": "nobody"}, 400, "mail address"),
        ({"username": ""}, 400, "user name"),
        ({"port": "1"}, 503, "does not answer"),
    ],
)
def test_a_problem_is_explained_and_the_form_may_be_sent_again(  # noqa: PLR0913, PLR0917 - parts of a case
    client: Client, imap: Imap, browser: httpx.Client, change: dict[str, str], status: int, sentence: str
) -> None:
    created = client.post("/connect_tokens", callback_url=_BACK)
    sent = mailbox_fields(imap, email="ada@example.com", first_name='"><script>') | change
    answer = browser.post(created["browser_redirect_url"], data=sent)
    page = Form(answer.text)
    assert answer.status_code == status
    assert sentence in page.text
    assert page.fields["first_name"] == '"><script>'
    assert page.fields["password"] == ""
    assert not sent["password"] or sent["password"] not in answer.text
    assert client.get(created["resource_url"])["used"] == 0
    assert client.get("/accounts") == []
    good = mailbox_fields(imap, email="ada@example.com")
    assert browser.post(created["browser_redirect_url"], data=good).status_code == 303


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.one_of(st.binary(max_size=100), _FIELDS.map(lambda fields: urlencode(fields).encode())))
def test_whatever_is_posted_gets_a_page(client: Client, browser: httpx.Client, body: bytes) -> None:
    created = client.post("/connect_tokens", callback_url=_BACK, email="ada@example.com")
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = browser.post(created["browser_redirect_url"], content=body, headers=headers)
    assert answer.status_code in {400, 503}
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("multipart/form-data; boundary=b; charset=utf-7", _PART + b"+2AA-\r\n--b--\r\n", 400),
        ("multipart/form-data; boundary=b; charset=unicode_escape", _PART + b"\\ud800\r\n--b--\r\n", 400),
        ("multipart/form-data; boundary=b", _PART + b"Ada", 400),
        ("multipart/form-data", _PART + b"Ada\r\n--b--\r\n", 400),
        ("application/x-www-form-urlencoded", b"email=%ed%a0%80", 400),
        ("application/json", b"{}", 400),
        ("application/x-www-form-urlencoded", b"x" * 2_000_000, 413),
    ],
)
def test_an_unreadable_form_is_shown_again(  # noqa: PLR0913, PLR0917 - parts of a case
    client: Client, imap: Imap, browser: httpx.Client, kind: str, body: bytes, status: int
) -> None:
    url = client.post("/connect_tokens", callback_url=_BACK)["browser_redirect_url"]
    answer = browser.post(url, content=body, headers={"content-type": kind})
    assert answer.status_code == status
    page = Form(answer.text)
    assert "could not be read" in page.text
    assert "password" in page.fields
    good = mailbox_fields(imap, email="ada@example.com")
    assert browser.post(url, files={name: (None, value) for name, value in good.items()}).status_code == 303


@pytest.mark.parametrize("deleted", ["token", "account"])
def test_a_token_that_is_deleted_meanwhile_is_not_called_used(
    client: Client, imap: Imap, browser: httpx.Client, deleted: str
) -> None:
    account = client.account()
    created = client.post(f"/accounts/{account}/connect_tokens", callback_url=_BACK, email="a@example.com")

    def delete() -> list[str]:
        client.delete({"token": created["resource_url"], "account": f"/accounts/{account}"}[deleted])
        return []

    with run_mail_server(LOGIN=delete) as port:
        fields = mailbox_fields(imap, port=str(port))
        answer = browser.post(created["browser_redirect_url"], data=fields)
    assert answer.status_code == 404
    assert "not valid" in answer.text


def test_methods_and_trailing_slashes(client: Client, browser: httpx.Client) -> None:
    url = client.post("/connect_tokens", callback_url=_BACK)["browser_redirect_url"]
    for method, address, status in (
        ("GET", f"{url}/", 200),
        ("HEAD", url, 200),
        ("PUT", url, 405),
        ("DELETE", f"{url}/", 405),
        ("GET", f"{url}/x", 404),
    ):
        assert browser.request(method, address).status_code == status, (method, address)
    assert set(browser.patch(url).headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_a_token_that_is_sent_four_times_at_once_serves_once(
    client: Client, imap: Imap, browser: httpx.Client
) -> None:
    created = client.post("/connect_tokens", callback_url=_BACK, email="ada@example.com")
    logins = itertools.count()
    four_logins = threading.Barrier(4)

    def wait() -> list[str]:
        if next(logins) < four_logins.parties:  # the login of the synchronisation comes fifth
            four_logins.wait(60)
        return []

    with run_mail_server(LOGIN=wait) as port, ThreadPoolExecutor(4) as pool:
        fields = mailbox_fields(imap, port=str(port))
        url = created["browser_redirect_url"]
        posts = [pool.submit(browser.post, url, data=fields) for _ in range(4)]
        statuses = sorted(post.result().status_code for post in posts)
    assert statuses == [303, 410, 410, 410]
    (account,) = client.get("/accounts")
    assert len(account["sources"]) == 1


def test_a_used_token_goes_with_its_account(client: Client, imap: Imap, browser: httpx.Client) -> None:
    created = client.post("/connect_tokens", callback_url=_BACK, email="ada@example.com")
    browser.post(created["browser_redirect_url"], data=mailbox_fields(imap))
    client.delete(f"/accounts/{client.get(created['resource_url'])['account']['id']}")
    assert client.send("GET", created["resource_url"]).status_code == 404


def test_pages_are_neither_stored_nor_framed_nor_scripted(client: Client, browser: httpx.Client) -> None:
    created = client.post("/connect_tokens", callback_url=_BACK, email="<b>@example.com")
    for url in (created["browser_redirect_url"], created["browser_redirect_url"] + "x"):
        answer = browser.get(url)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "<script" not in answer.text
        assert "<b>" not in answer.text


@pytest.mark.parametrize(
    ("callback", "location"),
    [
        ("http://example.com", "http://example.com?contextio_token="),
        ("https://example.com/a?b=c%20d&b=e", "https://example.com/a?b=c%20d&b=e&contextio_token="),
        ("http://example.com:80/?#top", "http://example.com:80/?contextio_token="),
        ("HTTP://user@[::1]:8080/?q=a[]=1", "HTTP://user@[::1]:8080/?q=a[]=1&contextio_token="),
        ("cio-api-auth://", "cio-api-auth://?contextio_token="),
    ],
)
def test_the_browser_returns_to_callback_url_as_it_was_given(
    client: Client, imap: Imap, browser: httpx.Client, callback: str, location: str
) -> None:
    created: Any = client.post("/connect_tokens", callback_url=callback, email="ada@example.com")
    answer = browser.post(created["browser_redirect_url"], data=mailbox_fields(imap))
    assert answer.headers["location"].removesuffix("#top") == location + created["token"]
