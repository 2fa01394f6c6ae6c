"""How large the API reference is, and how soon it is there when Chromium opens it from disk.

python -m tests.bench.reference
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import sync_playwright

from contextio_contract.contract import Contract

ROUNDS: Final = 9
_GENERATED: Final = Path(__file__).parents[2] / "generated"
_TIMES: Final = """() => {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const [load] = performance.getEntriesByType("navigation");
  return [paint.startTime, load.loadEventEnd];
}"""


def main() -> None:
    """Print the size of the page, and the medians of its first paint and of its load in milliseconds."""
    page = _GENERATED / "docs" / "index.html"
    operations = Contract.load(_GENERATED / "openapi.json").operations
    program = shutil.which("chromium")
    if program is None:
        sys.exit("bench-reference: there is no chromium on PATH; run make test-browser first")
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(ROUNDS):
            tab = browser.new_page()
            tab.goto(f"{page.as_uri()}#{list(operations)[-1]}")
            tab.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
            times.append(tab.evaluate(_TIMES))
            tab.close()
        browser.close()
    paint, load = (median(column) for column in zip(*times, strict=True))
    size = f"{len(operations)} operations, {page.stat().st_size:,} bytes"
    taken = f"first paint {paint:.0f} ms, loaded {load:.0f} ms (medians of {ROUNDS})"
    print(f"bench-reference: {size}: {taken}; load {os.getloadavg()[0]:.1f}")  # noqa: T201 - its result


if __name__ == "__main__":
    main()
