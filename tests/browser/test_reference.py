from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests import shapes

from contextio_contract.codegen.docs.page import render
from contextio_contract.contract import FORM, JSON, MULTIPART, Contract

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, Request, Route

    Open = Callable[..., Page]

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
BUNDLE = Path(__file__).parents[2] / "generated" / "openapi.json"


def unfold(page: Page) -> None:
    """Lay the whole page out, with all that is folded; of the groups in the menu, one is open at a time."""
    page.evaluate(
        """() => {
          for (const each of document.querySelectorAll("section")) each.style.contentVisibility = "visible";
          for (const each of document.querySelectorAll("details")) {
            each.removeAttribute("name");
            each.open = true;
          }
        }"""
    )


def unfold_form(page: Page, operation: str) -> None:
    page.evaluate(
        """(id) => {
          for (const each of document.querySelectorAll(`#${id} :is(.try-it, .more)`)) each.open = true;
        }""",
        operation,
    )


def tried(page: Page, operation: str, **values: str) -> Locator:
    """Fill in the form of an operation, send it, and return what is shown of the answer."""
    form = page.locator(f"#{operation} form.try")
    unfold_form(page, operation)
    for name, value in values.items():
        field = form.locator(f"[name='{name}']")
        if field.evaluate("(field) => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("button.send").click()
    return form.locator("output")


def answer_of(shown: Locator, status: int) -> Any:
    expect(shown.locator(".line")).to_contain_text(f"{status} ")
    return json.loads(shown.locator("pre").inner_text())


def test_opens_from_disk_and_asks_for_nothing_else(open_page: Open, from_disk: str) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(from_disk)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for operation in Contract.load(BUNDLE).operations:
        expect(page.locator(f"#{operation} h3")).to_have_count(1)
    assert [url for url in asked if not url.startswith("data:")] == [from_disk]


@pytest.mark.parametrize(
    "place", ["accounts_update", "sources_create.port", "rule-act-get-used-zero", "Source"]
)
def test_a_link_into_the_page_leads_there(open_page: Open, from_disk: str, place: str) -> None:
    page = open_page(f"{from_disk}#{place}")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    assert page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", place) < 400


def test_links_within_the_page_lead_somewhere(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    assert page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
            .map((link) => decodeURIComponent(link.hash.slice(1)))
            .filter((id) => !document.getElementById(id))"""
    ) == []  # fmt: skip
    assert page.evaluate(
        """() => [...document.querySelectorAll('[id]')].map((each) => each.id)
            .filter((id, index, all) => all.indexOf(id) !== index)"""
    ) == []  # fmt: skip


def test_colours_follow_the_system(open_page: Open, from_disk: str) -> None:
    def darkness(page: Page) -> bool:
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, colour.removeprefix("rgb(").removesuffix(")").split(","))) < 200

    page = open_page(from_disk, color_scheme="dark")
    assert darkness(page)
    page.emulate_media(color_scheme="light")
    assert not darkness(page)


def test_on_a_phone_no_code_is_below_the_button_that_copies_it(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk, **PHONE)
    covered = page.evaluate(
        """() => [...document.querySelectorAll(".code")].filter((code) => {
          const button = code.querySelector(".copy").getBoundingClientRect();
          const text = code.querySelector("code").getBoundingClientRect();
          return code.checkVisibility() && text.top < button.bottom;
        }).length"""
    )
    assert covered == 0


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(open_page: Open, from_disk: str, width: int) -> None:
    page = open_page(from_disk, viewport={"width": width, "height": 800})
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_of_a_phone(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk, **PHONE)
    contents = page.get_by_role("navigation")
    expect(contents).to_be_hidden()
    page.get_by_role("button", name="Menu").tap()
    contents.get_by_text("Accounts", exact=True).tap()
    contents.get_by_role("link", name="Update account").tap()
    expect(contents).to_be_hidden()
    expect(page.locator("#accounts_update")).to_be_in_viewport()


@pytest.mark.timeout(300)  # axe reads the whole unfolded page, which takes a while on a busy machine
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_accessible_to_everyone(open_page: Open, from_disk: str, colours: str) -> None:
    page = open_page(from_disk, color_scheme=colours)
    unfold(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_samples_in_the_language_that_was_chosen(open_page: Open, from_disk: str) -> None:
    page = open_page(f"{from_disk}#accounts_create")
    page.locator("#accounts_create").get_by_role("tab", name="curl").focus()
    page.keyboard.press("ArrowRight")
    for operation in ("accounts_create", "sources_list"):
        sample = page.locator(f"#{operation}").locator(".sample").get_by_role("tabpanel")
        expect(sample).to_have_count(1)
        expect(sample).to_contain_text("with ContextIO(")
    page.reload()
    expect(page.locator("#sources_list").locator(".sample").get_by_role("tabpanel")).to_contain_text(
        "with ContextIO("
    )


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


def test_the_fields_of_an_object_unfold_where_it_is_answered(shapes_page: Page) -> None:
    answer = shapes_page.locator("#shapes_get .answer").first
    answer.get_by_text("Fields of Shape").click()
    expect(answer.locator(".field .name")).to_have_count(9)
    expect(shapes_page.locator("[id='Shape.subject']")).to_have_count(1)


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


def test_from_disk_the_deployment_is_named(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    page.get_by_label("Deployment").fill("http://127.0.0.1:9/2.0/")
    page.get_by_label("Deployment").blur()
    expect(page.locator("#accounts_list").locator(".sample").get_by_role("tabpanel")).to_contain_text(
        "http://127.0.0.1:9/2.0/accounts"
    )
    shown = tried(page, "accounts_list")
    expect(shown.locator(".line")).to_contain_text("Enter the consumer key")


def test_half_an_address_spoils_no_sample(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    sample = page.locator("#accounts_list").locator(".sample").get_by_role("tabpanel")
    before = sample.inner_text()
    deployment = page.get_by_label("Deployment")
    for address in ("", "h", "http:", deployment.input_value()):
        deployment.fill(address)
        deployment.blur()
        assert sample.inner_text() == before


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


@pytest.mark.parametrize("place", ["%E0%A4%A", "nothing", "a%22%5D"])
def test_a_link_to_nothing_opens_the_page(open_page: Open, from_disk: str, place: str) -> None:
    page = open_page(f"{from_disk}#{place}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate("location.hash = '%E0'")
    page.get_by_role("combobox").first.fill("feedback_code")
    expect(page.get_by_role("option").first).to_be_visible()


def test_the_samples_have_the_keys_that_were_entered(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    page.locator("#key").fill("k'1")
    page.locator("#secret").fill('s"2')
    page.locator("#secret").blur()
    for place in ("accounts_list", "clients-first"):
        sample = page.locator(f"#{place} .sample")
        texts = sample.locator("code").all_text_contents()
        assert not [text for text in texts if "your-" in text]
        assert [text for text in texts if '"k\'1"' in text and '"s\\"2"' in text]
    curl = page.locator("#accounts_list .sample code").first.text_content() or ""
    assert curl.startswith("key='k'\\''1' secret='s\"2'\n")
    assert "k'1" not in page.url
    page.locator("#key").fill("")
    page.locator("#key").blur()
    expect(page.locator("#accounts_list .sample code").first).to_contain_text("key='your-key'")


def test_a_copied_curl_sample_runs(open_page: Open, served: str) -> None:
    """With the function that signs, of which only the first line is shown."""
    page = open_page(f"{served}/#accounts_list", permissions=["clipboard-read", "clipboard-write"])
    sample = page.locator("#accounts_list .sample")
    sample.locator(".code").first.hover()
    sample.get_by_role("button", name="Copy sample").first.click()
    expect(sample.get_by_role("button", name="Copied").or_(sample.get_by_text("Copied"))).to_be_visible()
    command = page.evaluate("navigator.clipboard.readText()")
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert {"Ada", "Grace"} <= {account["first_name"] for account in json.loads(done.stdout)}
    expect(page.locator("#clients-install .about code").filter(has_text="api.md").first).to_be_visible()
    assert page.request.get(f"{served}/openapi.json").json()["info"]["title"] == "Context.IO API"


@pytest.mark.parametrize("width", [320, 390])
def test_what_is_touched_is_large_enough(open_page: Open, from_disk: str, width: int) -> None:
    """24 by 24 pixels (WCAG 2.2, 2.5.8), but for links within sentences."""
    page = open_page(from_disk, viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
    page.evaluate(
        "for (const each of document.querySelectorAll('#contents details, .try-it')) each.open = true"
    )
    page.get_by_role("button", name="Menu").tap()
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, input, select, textarea, nav a, .found a")]
            .filter((each) => each.checkVisibility())
            .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 24 || height < 24).map(([html]) => html)"""
    )
    assert small == []
