"""The report of a conformance run, opened from disk."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.conformance.results import EVERY_STATUS, EXCHANGE, FAILURE, again, check, run

from contextio_contract.conformance import reports
from contextio_contract.conformance.reports.tree import tree
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page


@pytest.fixture
def address(tmp_path: Path) -> str:
    reports.write(tree(EVERY_STATUS, again), (EXCHANGE,), tmp_path)
    return (tmp_path / "report.html").as_uri()


def test_verdict_and_failures_come_first(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, offline=True)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "NOT CONFORMANT, 2 of 4 operations exercised, 1 not implemented, 1 not exercised"
    )
    statuses = page.locator("details.check .status").all_inner_texts()
    assert statuses[:3] == ["fail", "error", "unexpected pass"]
    assert statuses[-1] == "pass"
    expect(page.get_by_text("at most 2 accounts").first).to_be_visible()
    expect(page.get_by_text("<script>alert(1)</script>", exact=False).first).to_be_visible()


def test_checks_can_be_filtered(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    shown = page.locator("details.check:visible")
    expect(shown).to_have_count(8)
    page.get_by_label("Status").select_option("not exercised")
    expect(shown).to_have_count(2)
    page.get_by_label("Text").fill("sources.sync")
    expect(shown).to_have_count(1)
    expect(page.locator("#shown")).to_have_text("1 of 8 shown")
    page.get_by_role("combobox", name="Page").select_option("connect_tokens")
    expect(shown).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_anybody_can_read_it(open_page: Callable[..., Page], address: str, scheme: str, width: int) -> None:
    page = open_page(address, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it does not scroll sideways"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_long_names_fit_a_narrow_window(open_page: Callable[..., Page], tmp_path: Path) -> None:
    names = "source_folders_list_messages.filter.of_a_name_that_nothing_breaks_anywhere_at_all"
    place = "spec/resources/a_page_with_a_name_that_is_as_long_as_some_are.yaml:1234"
    long = dataclasses.replace(check(names, Status.FAIL, failures=(FAILURE,)), described=place)
    other = check("a", Status.PASS, page="source_connect_tokens_with_a_long_name")
    reports.write(tree(run(long, *EVERY_STATUS.checks, other), again), (EXCHANGE,), tmp_path)
    page = open_page((tmp_path / "report.html").as_uri(), viewport={"width": 400, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    row = page.get_by_role("region", name="By page").locator("tr", has_text="long_name")
    expect(row.locator("td:visible")).to_have_count(1)
    assert page.evaluate("document.querySelector('.scroll').scrollWidth") <= 400, "nor does the table scroll"
