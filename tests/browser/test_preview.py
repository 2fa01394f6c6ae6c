from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.browser.forms import unfold_form
from tests.preview.running import PING, Preview, preview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    Open = Callable[..., Page]

PAGE = "resources/accounts.yaml"
TOKENS = "resources/account_connect_tokens.yaml"
MAIN = """() => {
    const main = document.querySelector("#main").cloneNode(true);
    for (const each of main.querySelectorAll("details")) each.open = false;
    return document.querySelector("#contents").textContent + main.innerHTML;
}"""


@pytest.fixture(scope="session")
def shared_preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview(tmp_path_factory.mktemp("preview")) as running:
        yield running


@pytest.fixture
def previewed(shared_preview: Preview) -> Iterator[Preview]:
    yield shared_preview
    shared_preview.restore()


def replaced(old: str, new: str) -> Callable[[str], str]:
    """Return a change of a file; what it replaces must be there."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def top(page: Page, place: str) -> float:
    return float(page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", place))


def test_the_page_follows_and_everything_else_stays(open_page: Open, previewed: Preview) -> None:
    page = open_page(f"{previewed.origin}/#account_connect_tokens_create")
    page.get_by_role("combobox").first.fill("token")
    operation = page.locator("#account_connect_tokens_create")
    operation.locator("details.answer summary").first.click()
    operation.locator("details.try-it > summary").click()
    operation.locator("details.more > summary").click()
    email = operation.locator("form.try [name='email']")
    email.fill("mary@example.net")
    sent = operation.locator("form.try")
    sent.locator("[name='callback_url']").fill("https://app.example.com/")
    sent.locator("button.send").click()
    expect(sent.locator("output .line")).to_contain_text("201")
    answered = sent.locator("output").inner_text()
    email.focus()
    unfolded = page.locator("details[open]").count()
    before = top(page, "account_connect_tokens_create")

    long = " ".join(["This text is longer than the one before, so that what follows moves down."] * 9)
    previewed.save(TOKENS, replaced("Answers the tokens that", f"{long} It answers the tokens that"))
    previewed.save(TOKENS, replaced("Makes a token with which", "Makes at last a token with which"))

    expect(operation).to_contain_text("Makes at last a token with which")
    expect(page.locator("#account_connect_tokens_list")).to_contain_text("This text is longer")
    assert abs(top(page, "account_connect_tokens_create") - before) < 2
    assert page.locator("details[open]").count() == unfolded
    assert page.get_by_role("combobox").first.input_value() == "token"
    expect(email).to_have_value("mary@example.net")
    expect(email).to_be_focused()
    assert sent.locator("output").inner_text() == answered


def test_what_is_followed_is_what_a_fresh_page_has(open_page: Open, previewed: Preview) -> None:
    page = open_page(previewed.origin)
    expect(page.locator("#findings")).to_have_attribute("data-state", "")
    ping = f"  /accounts/-/ping: {{$ref: '{PAGE}#/pathItems/ping'}}"
    changes = [
        (PAGE, replaced("        - name: email", "        - name: mail")),
        (PAGE, replaced("    delete:\n", "    x-gone:\n")),
        (PAGE, replaced("\nschemas:", f"{PING}\nschemas:")),
        ("openapi.yaml", replaced("paths:\n", f"paths:\n{ping}\n")),
        ("openapi.yaml", replaced(ping, "")),
        ("openapi.yaml", replaced("title: Context.IO API", "title: Another API")),
        (PAGE, replaced("        - name: mail", "        - name: another")),
        (PAGE, replaced("    x-gone:\n", "    delete:\n")),
        ("openapi.yaml", replaced("default: http://127.0.0.1:8080", "default: http://127.0.0.1:8081")),
    ]
    for name, change in changes:
        previewed.save(name, change)
        version = page.request.get(previewed.origin).text().partition('data-version="')[2][:16]
        page.wait_for_function("(version) => document.body.dataset.version === version", arg=version)
        fresh = open_page(previewed.origin)
        assert page.evaluate(MAIN) == fresh.evaluate(MAIN), name
        assert page.title() == fresh.title()
        fresh.close()


def test_what_is_typed_stays_when_the_fields_of_a_form_change(open_page: Open, previewed: Preview) -> None:
    page = open_page(f"{previewed.origin}/#accounts_list")
    form = page.locator("#accounts_list form.try")
    unfold_form(page, "accounts_list")
    limit = form.locator("[name='limit']")
    limit.fill("7")
    previewed.save(PAGE, replaced("        - name: email", "        - name: mail"))
    expect(form.locator("[name='mail']")).to_be_visible()
    expect(form.locator("[name='email']")).to_have_count(0)
    expect(limit).to_have_value("7")
    expect(limit).to_be_visible()
    expect(limit).to_be_focused()


def test_findings_come_and_go(open_page: Open, previewed: Preview) -> None:
    page = open_page(previewed.origin)
    panel = page.get_by_role("complementary", name="Findings")
    expect(panel.get_by_role("listitem")).to_have_count(0)
    previewed.save(PAGE, replaced("List the accounts of", "list the accounts of"))
    expect(panel.get_by_role("status")).to_contain_text("finding")
    expect(panel).to_contain_text(f"spec/{PAGE}:")
    expect(panel).to_contain_text("sentence")
    expect(panel).to_contain_text("→ begin with a capital")
    panel.get_by_role("button", name="Hide").click()
    expect(panel.get_by_role("list")).to_be_hidden()
    panel.get_by_role("button", name="Show").click()
    expect(panel.get_by_role("listitem").first).to_be_visible()
    previewed.restore()
    expect(panel.get_by_role("status")).to_have_text("")
    expect(panel.get_by_role("listitem")).to_have_count(0)


def test_a_broken_save_is_told_and_changes_nothing(open_page: Open, previewed: Preview) -> None:
    page = open_page(previewed.origin)
    panel = page.get_by_role("complementary", name="Findings")
    expect(panel).to_have_attribute("data-state", "")
    shown = page.evaluate(MAIN)
    previewed.save(PAGE, replaced("get:", "get: ["))
    expect(panel.get_by_role("status")).to_contain_text("The last good version stays up. 1 finding")
    assert page.evaluate(MAIN) == shown
    previewed.restore()
    expect(panel.get_by_role("status")).to_have_text("")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_panel_is_accessible_and_fits(
    open_page: Open, previewed: Preview, width: int, colours: str
) -> None:
    page = open_page(previewed.origin, color_scheme=colours, viewport={"width": width, "height": 700})
    previewed.save(PAGE, replaced("get:", "get: ["))
    expect(page.locator("#findings li")).to_be_visible()
    found = Axe().run(page, context="#findings")
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_says_when_the_preview_has_ended(
    browser: object, open_page: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    del browser
    with preview(tmp_path_factory.mktemp("ended")) as running:
        page = open_page(running.origin)
        expect(page.locator("#findings")).to_have_attribute("data-state", "")
        running.stop()
        expect(page.get_by_role("complementary", name="Findings")).to_contain_text("make preview")
        page.goto("about:blank")
