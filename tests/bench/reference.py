"""How large the API reference is, and how soon Chromium has opened it from disk at a link into it.

python -m tests.bench.reference [FILE]
"""

from __future__ import annotations

import gzip
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
_WATCH: Final = """
window.tops = [];
(function note() {
  const target = document.getElementById(location.hash.slice(1));
  if (target) tops.push([performance.now(), target.getBoundingClientRect().top]);
  requestAnimationFrame(note);
})();
"""
"""Notes in each frame how far the target of the link is from the top of the window."""
_TIMES: Final = """() => {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const [load] = performance.getEntriesByType("navigation");
  const [, last] = tops.at(-1);
  const moved = tops.findLastIndex(([, top]) => Math.abs(top - last) > 1);
  return [paint.startTime, load.loadEventEnd, tops[moved + 1][0]];
}"""


def main() -> None:
    """Print the size of the page, and medians in milliseconds: first paint, load, target at its place."""
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else _GENERATED / "docs" / "index.html"
    operations = Contract.load(_GENERATED / "openapi.json").operations
    program = shutil.which("chromium")
    if program is None:
        sys.exit("bench-reference: there is no chromium on PATH; run make test-browser first")
    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(ROUNDS):
            tab = browser.new_page()
            tab.add_init_script(_WATCH)
            tab.goto(f"{page.resolve().as_uri()}#{list(operations)[-1]}")
            tab.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
            tab.wait_for_function("() => tops.length > 60")
            times.append(tab.evaluate(_TIMES))
            tab.close()
        browser.close()
    paint, load, placed = (median(column) for column in zip(*times, strict=True))
    content = page.read_bytes()
    size = f"{len(operations)} operations, {len(content):,} bytes, {len(gzip.compress(content)):,} by gzip"
    taken = f"first paint {paint:.0f} ms, loaded {load:.0f} ms, link at its place {placed:.0f} ms"
    print(f"bench-reference: {size}: {taken} (medians of {ROUNDS}); load {os.getloadavg()[0]:.1f}")  # noqa: T201 - its result


if __name__ == "__main__":
    main()
