"""How long it takes from a save to the page, the server and the findings of the preview.

    python -m tests.bench.preview

Each round saves one change of one page: a text, the bound of a parameter, and every other time a mistake. It
is timed until the server judges by the new bound, until pages are told of the new version, until they are
told the findings, and until a page in Chromium has the new text. Other tools do what they can on the same
saves; these need Node 20.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import requests
from playwright.sync_api import sync_playwright
from requests_oauthlib import OAuth1
from tests.bench import page_peers as peers
from tests.bench.peers import install
from tests.preview.running import SPEC, Preview, preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROUNDS: Final = 25
PEER_ROUNDS: Final = 5
PAGE: Final = "resources/accounts.yaml"
STAGES: Final = ("server", "page told", "findings", "page shows")
_WITHIN: Final = 30.0
_PARAMETER: Final = """      parameters:
        - name: size
          in: query
          description: How many to count with.
          schema: {{type: integer, minimum: {minimum}}}
"""
_OBSERVE: Final = """() => {
    window.seen = [];
    const title = document.querySelector("#accounts_list h3");
    new MutationObserver(() => seen.push([title.textContent, Date.now()])).observe(title, {
        characterData: true, childList: true, subtree: true,
    });
}"""


@dataclass
class Round:
    """A change of the accounts page: no two are the same."""

    number: int
    text: str = field(repr=False)

    @property
    def summary(self) -> str:
        """What the page shows once it follows."""
        return f"List the accounts in round {self.number}"

    @property
    def changed(self) -> str:
        """The content of the file; every other time its summary is no full sentence."""
        end = "." if self.number % 2 else ""
        text = self.text.replace("List the accounts of the consumer key.", f"{self.summary}{end}", 1)
        return text.replace("      parameters:\n", _PARAMETER.format(minimum=self.number + 1), 1)


def main() -> None:
    """Print for each tool and stage the median and the 95th percentile, in seconds."""
    print(f"{'':36}" + "".join(f"{stage:>16}" for stage in STAGES))  # noqa: T201 - its result
    install()
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        program = shutil.which("chromium")
        if program is None:
            sys.exit("bench-preview: there is no chromium on PATH; run make test-browser first")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        times = measure(SPEC, Path(scratch, "ours"), browser)
        slowest = max(percentile(taken) for taken in times.values())
        _row("preview", times)
        for peer, stage, taken in measure_peers(SPEC, Path(scratch, "others")):
            _row(peer, {stage: taken})
    load = os.getloadavg()[0]
    rounds = f"{ROUNDS} saves, {PEER_ROUNDS} for others"
    told = f"medians / 95th percentiles of {rounds}; the slowest of ours {slowest:.2f} s; load {load:.1f}"
    print(f"bench-preview: {told}")  # noqa: T201 - its result


def _row(name: str, times: dict[str, list[float]]) -> None:
    cells = (
        f"{median(times[stage]):.2f} / {percentile(times[stage]):.2f} s" if stage in times else "-"
        for stage in STAGES
    )
    print(f"{name:36}" + "".join(f"{cell:>16}" for cell in cells), flush=True)  # noqa: T201 - its result


def percentile(taken: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(taken, n=20, method="inclusive")[-1]


def measure(spec: Path, folder: Path, browser: Browser) -> dict[str, list[float]]:
    """Return how many seconds each stage took after each save.

    Args:
        spec: the description.
        folder: where its copy is made.
        browser: shows the page.
    """
    times: dict[str, list[float]] = {stage: [] for stage in STAGES}
    folder.mkdir()
    with preview(folder, spec) as running:
        told = Told(running)
        page = browser.new_page()
        page.goto(running.origin)
        page.evaluate(_OBSERVE)
        text = (running.spec / PAGE).read_text("utf-8")
        for number in range(1, ROUNDS + 1):
            change = Round(number, text)
            told.forget()
            began = time.time()
            (running.spec / PAGE).write_text(change.changed, "utf-8")
            times["server"].append(_answered(running, number) - began)
            shown, found = told.wait()
            times["page told"].append(shown - began)
            times["findings"].append(found - began)
            page.wait_for_function(
                "(text) => seen.some(([shown]) => shown.includes(text))", arg=change.summary
            )
            seen = page.evaluate("(text) => seen.find(([shown]) => shown.includes(text))[1]", change.summary)
            times["page shows"].append(seen / 1000 - began)
        page.close()
    return times


def measure_peers(spec: Path, folder: Path) -> Iterator[tuple[str, str, list[float]]]:
    """Yield other tools by name, with the stage that they end with and how many seconds they took.

    Args:
        spec: the description.
        folder: where its copy is made.
    """
    document = shutil.copytree(spec, folder / "spec") / "openapi.yaml"
    page = document.parent / PAGE
    text = page.read_text("utf-8")
    for name, (stage, command) in peers.COMMANDS.items():
        times = []
        for number in range(PEER_ROUNDS):
            page.write_text(Round(number, text).changed, "utf-8")
            times.append(command(document))
        yield name, stage, times
    page.write_text(text, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with peers.prism(document, port) as refused:
        times = []
        for number in range(1, PEER_ROUNDS + 1):
            time.sleep(1)  # it misses what is saved while it reloads
            began = time.time()
            page.write_text(Round(number, text).changed, "utf-8")
            document.touch()  # the only file that it looks at
            refused(number)
            times.append(time.time() - began)
    yield "prism", "server", times


def _answered(running: Preview, bound: int) -> float:
    """Return when the server refuses a value that the new bound leaves out."""
    url = f"{running.origin}/2.0/accounts?size={bound}"
    until = time.time() + _WITHIN
    with requests.Session() as session:
        session.auth = OAuth1("demo-key", "demo-secret")
        while time.time() < until:
            if session.get(url, timeout=_WITHIN).status_code == 400:
                return time.time()
            time.sleep(0.02)
    message = "the server does not follow"
    raise TimeoutError(message)


class Told:
    """When pages are told of the version and of the findings after a save."""

    def __init__(self, running: Preview) -> None:
        """Begin to listen."""
        self._news = running.news()
        self._version = next(self._news)["version"]
        self._condition = threading.Condition()
        self._shown = self._found = 0.0
        threading.Thread(target=self._listen, args=(self._news,), daemon=True).start()

    def forget(self) -> None:
        """Wait for the next save."""
        with self._condition:
            self._shown = self._found = 0.0

    def wait(self) -> tuple[float, float]:
        """Return when a new version was told, and when its findings were."""
        with self._condition:
            if not self._condition.wait_for(lambda: self._found, _WITHIN):
                message = "pages are not told"
                raise TimeoutError(message)
            return self._shown, self._found

    def _listen(self, news: Iterator[dict[str, Any]]) -> None:
        for told in news:
            with self._condition:
                now = time.time()
                if told["version"] != self._version:
                    self._version = told["version"]
                    self._shown = now
                if self._shown and told["findings"] is not None:
                    self._found = now
                    self._condition.notify_all()


if __name__ == "__main__":
    main()
