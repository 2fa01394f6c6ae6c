"""The pictures in the README: the API reference, and the report of the last conformance run.

python -m tests.browser.pictures
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

_ROOT: Final = Path(__file__).parents[2]
_FOLDER: Final = Path(__file__).with_name("pictures")
_PAGES: Final = {
    "reference": (_ROOT / "generated/docs/index.html", "#messages_list"),
    "report": (_ROOT / "reports/conformance/report.html", ""),
}
"""Each page, and the place in it."""
_MAX_BYTES: Final = 150_000


def main() -> None:
    """Write each picture as WebP."""
    program = shutil.which("chromium")
    if program is None:
        sys.exit("pictures: there is no chromium on PATH; run make test-browser first")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        devtools = page.context.new_cdp_session(page)
        for name, (path, place) in _PAGES.items():
            if not path.exists():
                sys.exit(f"pictures: there is no {path.relative_to(_ROOT)}; run make conformance first")
            page.goto(f"{path.as_uri()}{place}")
            page.wait_for_load_state("networkidle")
            taken = devtools.send("Page.captureScreenshot", {"format": "webp", "quality": 80})
            picture = base64.b64decode(taken["data"])
            if len(picture) > _MAX_BYTES:
                sys.exit(
                    f"pictures: {name} has {len(picture):,} bytes; at most {_MAX_BYTES:,} fit the repository"
                )
            (_FOLDER / f"{name}.webp").write_bytes(picture)
            print(f"pictures: {name}.webp, {len(picture):,} bytes")  # noqa: T201 - its result
        browser.close()


if __name__ == "__main__":
    main()
