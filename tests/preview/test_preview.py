"""The command `preview`: what is saved is served, validated and checked at once."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import requests
from requests_oauthlib import OAuth1
from tests.preview.running import PING, SPEC, preview
from tests.program import PROGRAM

from contextio_contract.preview.events import MAX_PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.preview.running import Preview

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),  # each save is linted, which takes a while on a busy machine
]

PAGE = "resources/accounts.yaml"
SIZE = """      parameters:
        - name: size
          in: query
          description: How many to count with.
          schema: {type: integer, minimum: 1}
"""


def call(previewed: Preview, method: str, path: str, **arguments: Any) -> requests.Response:
    url = f"{previewed.origin}/2.0{path}"
    return requests.request(method, url, auth=OAuth1("demo-key", "demo-secret"), timeout=20, **arguments)


def summary(text: str) -> str:
    """Return the text of an operation in a page of the description, changed."""
    assert "summary: " in text
    return text.replace("summary: ", "summary: Really ", 1)


def page(previewed: Preview) -> str:
    return requests.get(previewed.origin, timeout=20).text


def test_reference_follows(previewed: Preview) -> None:
    assert "Really " not in page(previewed)
    line = previewed.save(PAGE, summary)
    assert "Shown. 0 findings" in line
    assert "Really " in page(previewed)


def test_it_says_what_to_sign_calls_with(previewed: Preview) -> None:
    assert "preview: calls are signed with consumer key demo-key, secret demo-secret" in previewed.printed


def test_server_follows_and_keeps_its_data(previewed: Preview) -> None:
    created = call(previewed, "POST", "/accounts", data={"email": "mary@example.net"}).json()
    assert call(previewed, "GET", "/accounts", params={"size": 0}).status_code == 200
    assert call(previewed, "GET", "/accounts/-/ping").status_code == 404
    previewed.save(PAGE, lambda text: text.replace("\nschemas:", f"{PING}\nschemas:", 1))
    previewed.save(
        "openapi.yaml",
        lambda text: text.replace(
            "paths:\n", f'paths:\n  /accounts/-/ping: {{$ref: "{PAGE}#/pathItems/ping"}}\n'
        ),
    )
    previewed.save(PAGE, lambda text: text.replace("      parameters:\n", SIZE, 1))
    assert call(previewed, "GET", "/accounts/-/ping").json() == {"pong": "yes"}
    assert call(previewed, "GET", "/accounts", params={"size": 0}).status_code == 400
    assert call(previewed, "GET", f"/accounts/{created['id']}").json()["id"] == created["id"]


def test_findings_are_those_of_lint(previewed: Preview) -> None:
    start = len(previewed.printed)
    line = previewed.save(
        PAGE, lambda text: text.replace("operationId: accounts_get", "operationId: readAccount")
    )
    linted = subprocess.run(
        [PROGRAM, "lint", "--spec", previewed.spec], capture_output=True, text=True, check=False
    )
    findings = [text for text in linted.stdout.splitlines() if text.startswith("spec/")]
    assert findings
    assert [text for text in previewed.printed[start:] if text.startswith("spec/")] == findings
    assert f"Shown. {len(findings)} finding" in line
    told = next(previewed.news())
    assert told["count"] == len(findings)
    assert [
        f"{each['place']}: {each['rule']}: {each['message']}; {each['fix']}" for each in told["findings"]
    ] == findings


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (lambda text: text.replace("get:", "get: [", 1), "yaml"),
        (lambda text: text.replace("common.yaml#/parameters/", "common.yaml#/parameters/No", 1), "ref"),
        (lambda text: text.rpartition("summary: ")[0] + 'summary: "', "yaml"),
        (lambda _: "", "yaml"),
        (lambda text: f"<<<<<<< HEAD\n{text}", "yaml"),
    ],
    ids=["syntax", "reference", "half-written", "empty", "conflict"],
)
def test_a_broken_save_keeps_the_last_good_version(
    previewed: Preview, spoil: Callable[[str], str], rule: str
) -> None:
    previewed.save(PAGE, summary)
    shown = page(previewed)
    line = previewed.save(PAGE, spoil)
    assert "Not shown" in line
    assert "The last good version stays up" in line
    assert page(previewed) == shown
    assert call(previewed, "GET", "/accounts").status_code == 200
    told = next(previewed.news())
    assert "Not shown" in told["problem"]
    assert rule in {finding["rule"] for finding in told["findings"]}


def test_what_the_server_cannot_serve_is_not_shown(previewed: Preview) -> None:
    shown = page(previewed)
    line = previewed.save(PAGE, lambda text: text.replace("type: array", "type: list", 1))
    assert "Not shown" in line
    assert "stays up." in line
    assert page(previewed) == shown
    assert call(previewed, "GET", "/accounts").status_code == 200


def test_what_the_reference_cannot_show_keeps_it_and_not_the_server(previewed: Preview) -> None:
    shown = page(previewed)
    line = previewed.save("documented/accounts.yaml", lambda text: f"{text}\n[")
    assert "The server follows; the reference stays as it was" in line
    assert page(previewed) == shown
    places = [finding["place"] for finding in next(previewed.news())["findings"]]
    assert any(place.startswith("spec/documented/accounts.yaml:") for place in places)


def test_pages_are_told_of_each_version(previewed: Preview) -> None:
    news = previewed.news()
    first = next(news)
    previewed.save(PAGE, summary)
    told = next(each for each in news if each["findings"] is not None)
    assert told["version"] != first["version"]
    assert f'data-version="{told["version"]}"' in page(previewed)


def test_many_quick_saves_end_with_the_last_one(previewed: Preview) -> None:
    text = (previewed.spec / PAGE).read_text("utf-8")
    for number in range(20):
        (previewed.spec / PAGE).write_text(text.replace("summary: ", f"summary: Time {number} ", 1), "utf-8")
    (previewed.spec / PAGE).write_text(text.replace("summary: ", "summary: At last ", 1), "utf-8")
    for _ in previewed.news():
        if "At last" in page(previewed):
            break


def test_a_folder_that_is_replaced_is_followed(previewed: Preview) -> None:
    start = len(previewed.printed)
    aside = previewed.spec.with_name("aside")
    previewed.spec.rename(aside)
    previewed.printed_line(lambda line: "Not shown" in line, start)
    start = len(previewed.printed)
    aside.rename(previewed.spec)
    previewed.printed_line(lambda line: "Shown." in line, start)
    assert "Shown." in previewed.save(PAGE, summary)


def test_a_folder_in_it_that_is_renamed_is_missed(previewed: Preview) -> None:
    pages = previewed.spec / "resources"
    start = len(previewed.printed)
    pages.rename(previewed.spec / "pages")
    previewed.printed_line(lambda line: "Not shown: this cannot be read" in line, start)
    start = len(previewed.printed)
    (previewed.spec / "pages").rename(pages)
    previewed.printed_line(lambda line: "Shown. 0 findings" in line, start)
    assert "Shown. 0 findings" in previewed.save(PAGE, summary)
    assert "Really " in page(previewed)


def test_no_other_site_may_follow(previewed: Preview) -> None:
    for path in ("/", "/_preview/events"):
        headers = {"Host": "rebound.test"}
        assert requests.get(f"{previewed.origin}{path}", headers=headers, timeout=20).status_code == 421


def test_only_so_many_pages_may_follow(previewed: Preview) -> None:
    streams = [previewed.news() for _ in range(MAX_PAGES)]
    for stream in streams:
        next(stream)
    refused = requests.get(f"{previewed.origin}/_preview/events", timeout=20)
    assert refused.status_code == 503
    for stream in streams:
        stream.close()  # type: ignore[attr-defined]


def test_ends_tidily_and_has_written_nothing(tmp_path: Path) -> None:
    with preview(tmp_path) as running:
        stream = running.news()
        next(stream)
        running.stop()
        assert running.process.returncode == 0
    assert running.printed[-1].startswith("preview: stopped;")
    assert "make generate" in running.printed[-1]
    assert not any("Traceback" in line for line in running.printed)
    assert [path.name for path in tmp_path.iterdir()] == ["spec"]


def test_nothing_outlives_it(tmp_path: Path) -> None:
    with preview(tmp_path) as running:
        children = Path(f"/proc/{running.process.pid}/task/{running.process.pid}/children")
        started = [Path("/proc", number) for number in children.read_text().split()]
        assert started
        running.process.kill()
        until = time.monotonic() + 120
        while any(path.exists() for path in started) and time.monotonic() < until:
            time.sleep(0.05)
        assert not any(path.exists() for path in started)


def test_a_taken_port_is_a_sentence(previewed: Preview, tmp_path: Path) -> None:
    port = previewed.origin.rpartition(":")[2]
    done = subprocess.run(
        [PROGRAM, "preview", "--port", port, "--spec", SPEC],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "address already in use" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_good_version_it_says_why(tmp_path: Path) -> None:
    shutil.copytree(SPEC, tmp_path / "spec")
    (tmp_path / "spec" / PAGE).write_text("pathItems: [", "utf-8")
    done = subprocess.run(
        [PROGRAM, "preview", "--port", "0"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert f"spec/{PAGE}:" in done.stderr
    assert "correct what is named above" in done.stderr
