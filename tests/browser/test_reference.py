"""The reference as it is read: from disk and from a server, on every screen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests import shapes
from tests.browser.conftest import REFERENCE
from tests.browser.forms import tried

from contextio_contract.codegen.docs.page import render
from contextio_contract.codegen.docs.programs import KEYS, signing
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
BUNDLE = Path(__file__).parents[2] / "generated" / "openapi.json"


def unfold(page: Page) -> None:
    """Lay the whole page out, with all that is folded; of the groups in the menu, one is open at a time.

    Forms and copies of fields are made as they unfold, with folds of their own.
    """
    page.evaluate(
        """async () => {
          for (const each of document.querySelectorAll("section")) each.style.contentVisibility = "visible";
          for (let folded; (folded = document.querySelectorAll("details:not([open])")).length;) {
            for (const each of folded) {
              each.removeAttribute("name");
              each.open = true;
            }
            await new Promise((done) => setTimeout(done, 50));
          }
        }"""
    )
    for form in page.locator("form.try").all():
        assert form.locator("button.send").count() == 1


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


def test_the_fields_of_an_object_unfold_where_it_is_answered(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(render(Contract(shapes.document()), tmp_path), "utf-8")
    page = open_page(path.as_uri())
    answer = page.locator("#shapes_get .answer").first
    answer.get_by_text("Fields of Shape").click()
    expect(answer.locator(".field .name")).to_have_count(9)
    expect(page.locator("[id='Shape.subject']")).to_have_count(1)


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


def test_each_curl_sample_is_copied_with_the_function_that_signs(open_page: Open, from_disk: str) -> None:
    """It stands once in the page."""
    page = open_page(from_disk, permissions=["clipboard-read", "clipboard-write"])
    samples = page.evaluate(
        """async () => {
          const copied = [];
          for (const code of document.querySelectorAll(".sample .code:has(.setup)")) {
            const before = code.querySelector("code").textContent;
            code.querySelector(".copy").click();
            copied.push([before, await navigator.clipboard.readText()]);
          }
          return copied;
        }"""
    )
    assert len(samples) == len(Contract.load(BUNDLE).operations)
    for shown, copied in samples:
        assert copied == shown.replace(KEYS, f"{KEYS}{signing()}")
    assert REFERENCE.read_text("utf-8").count("openssl dgst") == 1


def test_is_read_without_scripts(open_page: Open, from_disk: str) -> None:
    page = open_page(f"{from_disk}#accounts_list", java_script_enabled=False)
    operation = page.locator("#accounts_list")
    for language in ("--data-urlencode", "with ContextIO(", "new ContextIO("):
        expect(operation.locator(".sample").get_by_text(language).first).to_be_visible()
    for useless in ("Try it", "Show how it signs", "Copy"):
        expect(page.get_by_text(useless, exact=True).first).to_be_hidden()
    page.get_by_text("The function that signs for curl").click()
    expect(page.locator("#signing code")).to_contain_text("openssl dgst")


def test_prints_whole_examples(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    page.emulate_media(media="print")
    assert page.evaluate(
        """() => [...document.querySelectorAll(".code pre")]
            .filter((code) => code.checkVisibility() && code.scrollHeight > code.clientHeight + 1).length"""
    ) == 0  # fmt: skip


@pytest.mark.parametrize("width", [320, 390])
def test_what_is_touched_is_large_enough(open_page: Open, from_disk: str, width: int) -> None:
    """24 by 24 pixels (WCAG 2.2, 2.5.8), but for links within sentences."""
    page = open_page(from_disk, viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
    page.evaluate(
        "for (const each of document.querySelectorAll('#contents details, .try-it')) each.open = true"
    )
    expect(page.locator("button.send")).to_have_count(page.locator("form.try").count())
    page.get_by_role("button", name="Menu").tap()
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, input, select, textarea, nav a, .found a")]
            .filter((each) => each.checkVisibility())
            .map((each) => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 24 || height < 24).map(([html]) => html)"""
    )
    assert small == []
