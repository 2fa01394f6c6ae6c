"""What the server takes from whom: hosts, pages of other sites, and request targets."""

from __future__ import annotations

import json
from ipaddress import ip_network
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

import pytest
from click.testing import CliRunner
from oauthlib.oauth1 import SIGNATURE_TYPE_BODY
from oauthlib.oauth1 import Client as Signer
from tests.program import KEYS, serving
from tests.server.test_requests import exchange, raw_request, signature

from contextio_contract.cli import main
from contextio_contract.server.http.forwarding import TrustedProxies

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Client

_FORM = "application/x-www-form-urlencoded"


def ask(client: Client, host: str, method: str = "GET", path: str = "/", **headers: str) -> int:
    """Send a request without a signature, and return the status of the answer."""
    sent = {"Host": host, "Connection": "close"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    return exchange(client.origin, raw_request(method, path, sent, b""))[0]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 401),
        ("LOCALHOST:8080", 401),
        ("localhost.", 401),
        ("127.0.0.1:1", 401),
        ("10.1.2.3", 401),
        ("[::1]:8080", 401),
        ("evil.test", 421),
        ("evil.test:8080", 421),
        ("localhost.evil.test", 421),
        ("127.0.0.1.evil.test", 421),
        ("2130706433", 421),
        ("[evil]", 400),
        ("a@localhost", 400),
        ("localhost/x", 400),
    ],
)
def test_a_name_that_leads_here_is_not_enough(client: Client, host: str, status: int) -> None:
    assert ask(client, host, path="/2.0/accounts") == status
    if status != 401:
        assert ask(client, host) == status
        assert ask(client, host, path="/connect/x") == status


def test_two_hosts_are_one_too_many(client: Client) -> None:
    request = b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert exchange(client.origin, request)[0] == 400


@pytest.mark.slow
def test_the_names_that_are_allowed_are_given_at_the_start(tmp_path: Path) -> None:
    options = ("--allowed-host", "Api.Example.com", "--allowed-host", "other.example")
    with serving(*options, "--database", ":memory:", log=tmp_path / "log") as served:

        def ask(host: str) -> tuple[int, bytes]:
            request = raw_request("GET", "/2.0/accounts", {"Host": host, "Connection": "close"}, b"")
            answered, headers, body = exchange(served.origin, request)
            assert headers["content-type"] == "application/json"
            return answered, body

        assert [ask(host)[0] for host in ("api.example.com", "other.example:80")] == [401, 401]
        status, body = ask("example.com")
        assert status == 421
        assert json.loads(body) == {
            "type": "error",
            "value": "this server is not example.com; start it with --allowed-host if it is",
        }


def signed_form(client: Client, headers: dict[str, str]) -> int:
    """Send a form that is signed in the form, as pages can, and return the status of the answer."""
    url = f"{client.origin}/2.0/accounts"
    signer = Signer(client.key, client_secret=client.secret, signature_type=SIGNATURE_TYPE_BODY)
    kind = {"Content-Type": _FORM}
    _, _, body = signer.sign(url, "POST", urlencode({"email": "eve@example.com"}), kind)
    assert body
    return client.send("POST", url, data=body, headers={**kind, **headers}, auth=None).status_code


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 201),
        ({"Origin": "{own}"}, 201),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 201),
        ({"Sec-Fetch-Site": "none"}, 201),
        ({"Origin": "http://evil.test"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost:1"}, 403),
        ({"Origin": "{own}", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_pages_of_other_sites_change_nothing(client: Client, headers: dict[str, str], status: int) -> None:
    sent = {name: value.format(own=client.origin) for name, value in headers.items()}
    assert signed_form(client, sent) == status
    assert len(client.get("/accounts")) == (status == 201)


def test_the_page_to_connect_a_mailbox_takes_its_own_form_alone(client: Client) -> None:
    token = client.post("/connect_tokens", callback_url="http://app.example.com/done")["token"]
    own = urlsplit(client.origin).netloc
    path = f"/connect/{token}"
    assert ask(client, own, path=path, Sec_Fetch_Site="cross-site") == 200  # a link in the application
    assert ask(client, own, "POST", path, Origin="http://evil.test") == 403
    assert ask(client, own, "POST", path, Origin=client.origin, Content_Length="0") == 400
    assert ask(client, own, "POST", path, Sec_Fetch_Site="same-origin", Content_Length="0") == 400


def test_the_address_may_be_absolute(client: Client) -> None:
    client.account()
    for host in (urlsplit(client.origin).netloc, "localhost:9"):
        url = f"http://{host}/2.0/accounts?limit=1"
        signed = signature(client, "GET", url, {}, b"")
        headers = {"Host": "evil.test", "Connection": "close", **signed}
        status, _, body = exchange(client.origin, raw_request("GET", url, headers, b""))
        assert status == 200, body
        assert json.loads(body)[0]["resource_url"].startswith(f"http://{host}/2.0/accounts/")
    for url, status in (
        ("http://evil.test/", 421),
        ("http://localhost", 404),
        ("http://a@localhost/", 400),
        ("ftp://localhost/", 400),
        ("accounts", 400),
        ("*", 400),
    ):
        assert ask(client, "localhost", path=url) == status, url


def test_what_the_signature_would_not_cover_is_refused(client: Client) -> None:
    account = client.account(first_name="Ada")
    target = f"/2.0/accounts/{account}"
    for added in ("#x?first_name=Eve", "?first_name=Eve#", "#", "?#"):
        headers = {"Host": urlsplit(client.origin).netloc, "Connection": "close"}
        headers |= signature(client, "PUT", client.origin + target, {}, b"")
        status, _, body = exchange(client.origin, raw_request("PUT", target + added, headers, b""))
        assert (status, json.loads(body)["value"]) == (400, "the address has a #; send it as %23")
    assert client.get(f"/accounts/{account}")["first_name"] == "Ada"
    assert client.send("GET", f"/accounts/{quote('#x')}").status_code == 404


@pytest.mark.parametrize(
    ("client", "sent", "expected"),
    [
        ("10.1.2.3", {}, ("http", b"inner", "10.1.2.3")),
        ("10.1.2.3", {"for": "192.0.2.7"}, ("http", b"inner", "192.0.2.7")),
        ("10.1.2.3", {"for": "6.6.6.6, 192.0.2.7, 10.9.9.9"}, ("http", b"inner", "192.0.2.7")),
        ("10.1.2.3", {"for": "evil"}, ("http", b"inner", "evil")),
        ("::ffff:10.1.2.3", {"proto": "https"}, ("https", b"inner", "::ffff:10.1.2.3")),
        ("10.1.2.3", {"proto": "http, HTTPS", "host": "a, outer:8"}, ("https", b"outer:8", "10.1.2.3")),
        ("10.1.2.3", {"proto": "ftp"}, ("http", b"inner", "10.1.2.3")),
        ("11.1.2.3", {"proto": "https", "host": "outer", "for": "1.1.1.1"}, ("http", b"inner", "11.1.2.3")),
    ],
)
def test_only_trusted_proxies_are_believed(
    client: str, sent: dict[str, str], expected: tuple[str, bytes, str]
) -> None:
    headers = [(f"x-forwarded-{name}".encode(), value.encode()) for name, value in sent.items()]
    scope = {"scheme": "http", "client": (client, 1), "headers": [(b"host", b"inner"), *headers]}
    read = TrustedProxies([ip_network("10.0.0.0/8")]).apply(scope)
    assert (read["scheme"], dict(read["headers"])[b"host"], read["client"][0]) == expected
    assert TrustedProxies().apply(scope) is scope


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://Api.Example.com:443/", "https://api.example.com"),
        pytest.param("http://a.example:8080/mail", "http://a.example:8080/mail", marks=pytest.mark.slow),
        ("api.example.com", None),
        ("ftp://api.example.com", None),
        ("https://a@api.example.com", None),
        ("https://api.example.com/?a=b", None),
        ("https://api.example.com:x", None),
        ("https://api.example.com/2.0", None),
        ("https://api.example.com/?", None),
        ("https://api.example.com:", None),
        ("https://api.example.com:0", None),
        ("https://api.example.com:99999", None),
        ("https://api example.com", None),
        ("https://api.example.com/a b", None),
        ("https://api.example.com/\n", None),
        ("https://api.example.com//", None),
        ("https://[::g]", None),
    ],
)
def test_the_public_url_is_what_clients_sign(url: str, shown: str | None, tmp_path: Path) -> None:
    options = ("serve", "--port", "0", "--database", str(tmp_path / "db"), "--public-url", url)
    if shown is None:
        done = CliRunner().invoke(main, list(options))
        assert done.exit_code == 2
        assert "--public-url" in done.output
        return
    with serving(*options[3:], log=tmp_path / "log", **dict(zip(KEYS, ("k", "s"), strict=True))) as served:
        assert any(f"GET    {shown}/2.0/accounts\n" in line for line in served.before)
        client = Signer("k", client_secret="s")  # noqa: S106 - of this test
        for signed, status in ((shown, 200), (served.origin, 401)):
            _, headers, _ = client.sign(f"{signed}/2.0/accounts")
            sent = {"Host": urlsplit(shown).netloc, "Connection": "close", **headers}
            assert exchange(served.origin, raw_request("GET", "/2.0/accounts", sent, b""))[0] == status
