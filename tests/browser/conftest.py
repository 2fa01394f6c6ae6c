"""Pages of a headless Chromium that has nothing to complain about."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright

from contextio_contract.server import demo
from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

REFERENCE = Path(__file__).parents[2] / "generated" / "docs" / "index.html"
PATIENCE = 30_000
"""Milliseconds to wait for what a page is expected to show."""
expect.set_options(timeout=PATIENCE)
_ARGUMENTS = [
    "--no-sandbox",  # which root cannot have
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("there is no chromium on PATH; run: make test-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address, with options of the context; errors of any page fail the test.

    Statuses that a test asks for are no errors: Chromium logs every answer of 400 and above.
    """
    pages: list[Page] = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        refused = "Failed to load resource: the server responded with a status of"
        if message.type in {"error", "warning"} and not message.text.startswith(refused):
            complaints.append(message.text)

    def opened(address: str, **options: Any) -> Page:
        context = browser.new_context(**{"reduced_motion": "reduce", **options})
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        pages.append(page)
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for page in pages:
        page.close()  # not its context, which ends with the browser: Chromium 156 hangs in that now and then
    assert complaints == []


@pytest.fixture(scope="session")
def from_disk() -> str:
    """The address of the page as a file."""
    return REFERENCE.as_uri()


@pytest.fixture
def served(new_server: Callable[..., Any]) -> str:
    """The address of a server with demo data."""
    server = new_server(keys={DEMO_KEY: DEMO_SECRET}, reference=partial(REFERENCE.read_text, "utf-8"))
    demo.fill(server.app.state.services, DEMO_KEY)
    return str(server.origin)
