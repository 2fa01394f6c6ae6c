"""What pages can do to a server on the machine of whoever visits them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from oauthlib.oauth1 import SIGNATURE_TYPE_BODY
from oauthlib.oauth1 import Client as Signer
from playwright.sync_api import expect
from tests.conftest import Client

from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page
    from tests.conftest import Contract, LiveServer

    Open = Callable[..., Page]

_PAGE = """<form method=post action="{action}"><input name=all value=""></form>
<script>
  const form = document.forms[0];
  form.replaceChildren(...new URLSearchParams({fields!r}).entries().map(([name, value]) =>
    Object.assign(document.createElement("input"), {{name, value}})));
  form.submit();
</script>"""


@pytest.fixture
def client(new_server: Callable[..., LiveServer], contract: Contract) -> Client:
    return Client(new_server(keys={DEMO_KEY: DEMO_SECRET}).origin, DEMO_KEY, DEMO_SECRET, contract)


def test_no_page_of_another_site_changes_anything(browser: Browser, client: Client) -> None:
    action = f"{client.origin}/2.0/accounts"
    signer = Signer(DEMO_KEY, client_secret=DEMO_SECRET, signature_type=SIGNATURE_TYPE_BODY)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    _, _, fields = signer.sign(action, "POST", "email=eve%40example.com", kind)
    page = browser.new_context().new_page()
    text = _PAGE.format(action=action, fields=fields)
    page.route("http://evil.test/", lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto("http://evil.test/", wait_until="commit")
    expect(page.locator("body")).to_contain_text("the page of another site made this request")
    page.close()
    assert client.get("/accounts") == []
    response = client.send("POST", action, data=fields, headers=kind, auth=None)
    assert response.status_code == 201, "nothing else was wrong with it"


def test_the_page_to_connect_a_mailbox_sends_its_own_form(open_page: Open, client: Client) -> None:
    created = client.post("/connect_tokens", callback_url="https://app.example.com/")
    page = open_page(created["browser_redirect_url"])
    page.locator("[name=email]").fill("ada@example.com")
    page.locator("[name=server]").fill("127.0.0.1")
    page.locator("[name=port]").fill("9")
    page.locator("[name=username]").fill("ada")
    page.locator("[name=password]").fill("secret")
    page.locator("[type=submit], button").first.click()
    expect(page.locator("body")).to_contain_text("Your mailbox could not be opened")


def test_a_name_that_leads_here_reads_nothing(browser: Browser, client: Client) -> None:
    port = urlsplit(client.origin).port
    with browser.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--host-resolver-rules=MAP rebound.test 127.0.0.1"],
    ) as rebound:
        page = rebound.new_page()
        answer = page.goto(f"http://rebound.test:{port}/")
        assert answer
        assert answer.status == 421
