"""Ways to a place in the reference: the search, links and the menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Open = Callable[..., Page]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("feedback_code", "Failure.feedback_code"),
        ("accounts_update", "accounts_update"),
        ("status_ok", "accounts_list.status_ok"),
        ("browser redirect", "ConnectToken.browser_redirect_url"),
        ("act-unused-purged-24h", "rule-act-unused-purged-24h"),
        ("429", "error-TooManyRequests"),
        ("TooManyRequestsError", "error-TooManyRequests"),
        ("SourceStatus", "SourceStatus"),
        ("retries", "clients-retries"),
        ("changelog", "changelog"),
        ("conectionLog", "Failure.connectionLog"),
        ("acounts_updaet", "accounts_update"),
    ],
)
def test_search_leads_to_what_was_looked_for(open_page: Open, from_disk: str, words: str, place: str) -> None:
    page = open_page(from_disk)
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_function("(place) => location.hash === `#${place}`", arg=place)
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_search_says_when_there_is_nothing(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    page.get_by_role("combobox").first.fill("no such thing <b>")
    expect(page.get_by_role("status").first).to_have_text("Nothing found for “no such thing <b>”")


def test_search_says_what_it_looked_for_instead(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    page.get_by_role("combobox").first.fill("acounts_updaet")
    expect(page.get_by_role("status").first).to_contain_text("for “accounts_update”")


def test_search_shows_the_part_of_a_text_that_fits(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    page.get_by_role("combobox").first.fill("jitter")
    expect(page.get_by_role("option").first).to_contain_text("jitter")


@pytest.mark.parametrize(
    "place", ["SyncPeriod", "accounts_delete", "webhooks_delete_application", "sources", "Account"]
)
def test_the_menu_marks_where_a_link_led(open_page: Open, from_disk: str, place: str) -> None:
    page = open_page(f"{from_disk}#{place}")
    current = page.locator("#contents [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", f"#{place}")
    expect(current).to_be_in_viewport()


def test_the_menu_marks_what_is_scrolled_to(open_page: Open, from_disk: str) -> None:
    page = open_page(f"{from_disk}#sources_get")
    current = page.locator("#contents [aria-current]")
    expect(current).to_have_attribute("href", "#sources_get")
    for place in ("sources_get", "sources_list", "sources_update"):
        page.evaluate(
            """(place) => {
              const bottom = document.getElementById(place).getBoundingClientRect().bottom;
              const line = document.querySelector(".top").offsetHeight;
              scrollBy({ top: bottom - line - 60, behavior: "instant" });
            }""",
            place,
        )
        expect(current).to_have_attribute("href", f"#{place}")
    page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
    expect(current).to_have_attribute("href", "#sources")
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    expect(current).to_have_attribute("href", "#overview")


def test_menu_items_of_a_page_differ(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    labels = page.locator("#contents details a").evaluate_all(
        "(links) => links.map((link) => link.firstChild.data.trim())"
    )
    assert len(labels) == len(set(labels))
    assert "List accounts" in labels
    assert not [label for label in labels if re.fullmatch("List|Create|Get|Update|Delete", label)]


@pytest.mark.parametrize("place", ["SyncPeriod", "accounts_get"])
def test_a_link_jumps_at_once(open_page: Open, from_disk: str, place: str) -> None:
    """Also for readers who do not ask for reduced motion."""
    page = open_page("about:blank", reduced_motion="no-preference")
    page.add_init_script(
        """
        window.places = new Set();
        addEventListener("scroll", () => window.places.add(Math.round(scrollY / 2000)));
        """
    )
    page.goto(f"{from_disk}#{place}")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    assert page.evaluate("() => new Promise((done) => setTimeout(() => done(places.size), 300))") <= 2


def test_a_reader_who_scrolls_at_once_is_not_taken_back(open_page: Open, from_disk: str) -> None:
    page = open_page(from_disk)
    far = page.evaluate(
        """async () => {
          const frames = async (count) => {
            while (count--) await new Promise((done) => requestAnimationFrame(done));
          };
          location.hash = "#accounts_get";
          await frames(2);
          scrollBy({ top: 500, behavior: "instant" });
          const top = () => document.getElementById("accounts_get").getBoundingClientRect().top;
          const before = top();
          await frames(20);
          return Math.abs(top() - before);
        }"""
    )
    assert far < 2


def test_responses_stand_side_by_side(open_page: Open, from_disk: str) -> None:
    page = open_page(f"{from_disk}#accounts_create")
    responses = page.locator("#accounts_create .responses")
    expect(responses.get_by_role("tabpanel")).to_contain_text('"source"')
    responses.get_by_role("tab", name="201").focus()
    page.keyboard.press("ArrowRight")
    expect(responses.get_by_role("tab", name="400")).to_be_focused()
    expect(responses.get_by_role("tabpanel")).to_contain_text('"success": false')
    page.keyboard.press("End")
    expect(responses.get_by_role("tab", name="default")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    responses.get_by_role("tab", name="429").click()
    expect(responses.get_by_role("tabpanel")).to_have_count(1)
    expect(responses.get_by_role("tabpanel")).to_contain_text("application/json")
    expect(responses.get_by_role("tabpanel")).to_contain_text("Retry-After")
