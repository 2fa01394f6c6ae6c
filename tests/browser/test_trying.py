"""Calls from the reference: signed in the browser, sent, and shown."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests import shapes
from tests.browser.forms import answer_of, tried, unfold_form

from contextio_contract.codegen.docs.page import render
from contextio_contract.contract import FORM, JSON, MULTIPART, Contract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page, Request, Route

    Open = Callable[..., Page]


def test_calls_the_server_that_serves_it(open_page: Open, served: str) -> None:
    page = open_page(f"{served}/#accounts_list")
    listed = answer_of(tried(page, "accounts_list", status_ok="1"), 200)
    assert {account["first_name"] for account in listed} == {"Ada", "Grace"}
    read = answer_of(tried(page, "accounts_get"), 200)
    assert read["id"] == listed[0]["id"], "the identifier is taken over from what was listed"


def test_signs_whatever_is_typed(open_page: Open, served: str) -> None:
    page = open_page(served)
    name = "Zoë & Søn = (1+1)% * ~'\"日本"
    created = answer_of(tried(page, "accounts_create", email="zoe+x@example.com", first_name=name), 201)
    assert created["success"] is True
    assert answer_of(tried(page, "accounts_get", id=created["id"]), 200)["first_name"] == name
    assert len(answer_of(tried(page, "accounts_list", email="zoe+x@example.com"), 200)) == 1
    assert answer_of(tried(page, "accounts_delete", id=created["id"]), 200) == {"success": True}
    assert answer_of(tried(page, "accounts_get", id=created["id"]), 404)["type"] == "error"


def shelf(content: dict[str, Any]) -> dict[str, Any]:
    """Return a description of one operation that takes a body and a header."""
    hint = {"name": "X-Hint", "in": "header", "schema": {"type": "string"}}
    operation = {
        "operationId": "books_put",
        "tags": ["books"],
        "summary": "Put books up.",
        "parameters": [hint, {"name": "limit", "in": "query", "schema": {"type": "integer"}}],
        "requestBody": {"content": content},
        "responses": {"200": {"description": "Done.", "content": {JSON: {}}}},
    }
    return {
        "info": {"title": "Shelf", "version": "1"},
        "servers": [{"url": "https://shelf.example/v1"}],
        "paths": {"/books": {"put": operation}},
    }


TITLE = {"schema": {"type": "object", "properties": {"title": {"type": "string"}}}}


@pytest.mark.parametrize(
    ("body", "values", "sent"),
    [
        ({JSON: {"example": {"add": ["a", "b"]}}}, {}, '{"add": ["a", "b"]}'),
        ({"text/plain": {}}, {"body": "a & b"}, "a & b"),
        ({FORM: TITLE}, {"title": "a & b"}, "title=a%20%26%20b"),
        ({MULTIPART: TITLE}, {"title": "a & b"}, 'name="title"\r\n\r\na & b\r\n'),
    ],
    ids=["json", "text", "form", "multipart"],
)
def test_sends_bodies_of_every_media_type(
    open_page: Open, tmp_path: Path, body: dict[str, Any], values: dict[str, str], sent: str
) -> None:
    path = tmp_path / "index.html"
    path.write_text(render(Contract(shelf(body)), tmp_path), "utf-8")
    requests: list[Request] = []

    def answer(route: Route) -> None:
        requests.append(route.request)
        route.fulfill(json={"done": True}, headers={"Access-Control-Allow-Origin": "*"})

    page = open_page(path.as_uri())
    page.route("https://shelf.example/**", answer)
    page.get_by_label("Consumer key").fill("key")
    page.get_by_label("Consumer secret").fill("secret")
    shown = tried(page, "books_put", **{"X-Hint": "quietly", "limit": "5"}, **values)
    assert answer_of(shown, 200) == {"done": True}
    (request,) = requests
    assert (request.method, request.url) == ("PUT", "https://shelf.example/v1/books?limit=5")
    assert request.headers["x-hint"] == "quietly"
    assert request.headers["content-type"].partition(";")[0] in body
    assert sent in (request.post_data or "")


@pytest.fixture
def shapes_page(open_page: Open, tmp_path: Path) -> Page:
    """The reference of the small description, with keys filled in."""
    path = tmp_path / "index.html"
    path.write_text(render(Contract(shapes.document()), tmp_path), "utf-8")
    page = open_page(path.as_uri())
    page.get_by_label("Consumer key").fill("key")
    page.get_by_label("Consumer secret").fill("secret")
    return page


def answering(page: Page, **answer: Any) -> list[Request]:
    """Let every call from a page have this answer, and return what is called."""
    requests: list[Request] = []

    def respond(route: Route) -> None:
        requests.append(route.request)
        headers = {"Access-Control-Allow-Origin": "*", **answer.get("headers", {})}
        route.fulfill(**{**answer, "headers": headers})

    page.route("http://127.0.0.1:8080/**", respond)
    return requests


def test_uploads_a_file(shapes_page: Page, tmp_path: Path) -> None:
    mail = tmp_path / "mail.eml"
    mail.write_bytes(b"Subject: \xe9\r\n\r\n")
    requests = answering(shapes_page, status=201, json={"success": True})
    form = shapes_page.locator("#shapes_create form.try")
    unfold_form(shapes_page, "shapes_create")
    form.locator("[type='file']").set_input_files(mail)
    assert answer_of(tried(shapes_page, "shapes_create"), 201) == {"success": True}
    sent = requests[0].post_data_buffer or b""
    assert b'name="message"; filename="mail.eml"\r\nContent-Type: message/rfc822\r\n\r\n' in sent
    assert mail.read_bytes() in sent


def test_sends_the_values_of_an_array_one_by_one(shapes_page: Page) -> None:
    requests = answering(shapes_page, json={"success": True})
    tried(shapes_page, "shapes_update_labels", **{"add[]": "a, b\nc"})
    answer_of(shapes_page.locator("#shapes_update_labels form.try output"), 200)
    assert requests[0].post_data == "add%5B%5D=a%2C%20b&add%5B%5D=c"


@pytest.mark.parametrize(("deployment", "address"), [("/2.0", ""), ("/cio/2.0", "/cio"), ("/other", "")])
def test_calls_an_operation_outside_the_base_path(shapes_page: Page, deployment: str, address: str) -> None:
    requests = answering(shapes_page, json={"success": True})
    field = shapes_page.get_by_label("Deployment")
    field.fill(f"http://127.0.0.1:8080{deployment}")
    field.blur()
    answer_of(tried(shapes_page, "status_get"), 200)
    called = f"http://127.0.0.1:8080{address}/app/status"
    assert requests[0].url == called
    expect(shapes_page.locator("#status_get").locator(".sample").get_by_role("tabpanel")).to_contain_text(
        f'url="{called}"'
    )


def test_offers_bytes_as_a_download(shapes_page: Page, tmp_path: Path) -> None:
    content = bytes(range(256)) * 5
    answering(shapes_page, body=content, headers={"Content-Type": "image/png"})
    shown = tried(shapes_page, "shapes_get_content")
    expect(shown.locator(".line")).to_contain_text("1,280 bytes of image/png")
    expect(shown.locator("pre")).to_be_hidden()
    with shapes_page.expect_download() as download:
        shown.get_by_role("link", name="Download").click()
    download.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == content


@pytest.mark.parametrize("status", [202, 204])
def test_says_that_there_is_nothing_but_a_status(shapes_page: Page, status: int) -> None:
    answering(shapes_page, status=status)
    shown = tried(shapes_page, "shapes_delete")
    expect(shown.locator(".line")).to_contain_text(f"{status} ")
    expect(shown.locator("pre")).to_be_hidden()
    expect(shown.get_by_role("link", name="Download")).to_be_hidden()


def test_says_that_it_is_redirected(shapes_page: Page) -> None:
    answering(shapes_page, status=302, headers={"Location": "https://elsewhere.example/"})
    shown = tried(shapes_page, "shapes_get_content")
    expect(shown.locator(".line")).to_contain_text("It redirects.")


def test_the_secret_stays_in_the_tab(open_page: Open, served: str) -> None:
    page = open_page(served)
    page.get_by_label("Consumer secret").fill("wrong-secret")
    assert answer_of(tried(page, "accounts_list"), 401)["type"] == "error"
    assert "wrong-secret" not in page.evaluate("JSON.stringify(localStorage) + document.cookie + location")
    page.reload()
    expect(page.get_by_label("Consumer secret")).to_have_value("wrong-secret")
    other = page.context.new_page()
    other.goto(served)
    expect(other.get_by_label("Consumer secret")).to_have_value("demo-secret")


def test_copies_a_call_that_is_signed(open_page: Open, served: str) -> None:
    page = open_page(served, permissions=["clipboard-read", "clipboard-write"])
    unfold_form(page, "accounts_create")
    form = page.locator("#accounts_create form.try")
    form.locator("[name='email']").fill("o'hara@example.com")
    form.get_by_role("button", name="Copy as signed curl").click()
    expect(form.get_by_role("button", name="Copied")).to_be_visible()
    command = page.evaluate("navigator.clipboard.readText()")
    done = subprocess.run(["bash", "-c", f"{command} --silent"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["success"] is True


def test_no_path_leads_to_another_operation(open_page: Open, served: str) -> None:
    page = open_page(served)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for part in ("", ".", ".."):
        tried(page, "accounts_delete", id=part)
    assert answer_of(tried(page, "accounts_get", id="..."), 404)["type"] == "error"
    assert asked == [f"{served}/2.0/accounts/..."]


def test_where_the_browser_cannot_sign_it_is_said(open_page: Open, served: str) -> None:
    """A page over http is secure in the eyes of a browser on localhost alone."""
    page = open_page("about:blank")
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page.goto(served)
    shown = tried(page, "accounts_list").locator(".line")
    expect(shown).to_contain_text("over https or from localhost")
    tried(page, "accounts_get")
    page.locator("#accounts_get").get_by_role("button", name="Copy as signed curl").click()
    expect(page.locator("#accounts_get output .line")).to_contain_text("over https or from localhost")
