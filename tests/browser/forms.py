"""Forms of the reference that try an operation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def unfold_form(page: Page, operation: str) -> None:
    """Unfold a form with all of its fields; it is built as it unfolds."""
    page.evaluate("(id) => { document.querySelector(`#${id} .try-it`).open = true; }", operation)
    expect(page.locator(f"#{operation} form.try button.send")).to_be_visible()
    page.evaluate(
        "(id) => { for (const each of document.querySelectorAll(`#${id} .more`)) each.open = true; }",
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
