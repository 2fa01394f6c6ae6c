"""What Chromium recorded, held against the contract."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import requests
from oauthlib.oauth1 import SIGNATURE_TYPE_QUERY
from requests_oauthlib import OAuth1
from tests.program import PROGRAM

from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

_AUTH = OAuth1(DEMO_KEY, DEMO_SECRET, signature_type=SIGNATURE_TYPE_QUERY)


def judge(recording: Path) -> tuple[int, str]:
    done = subprocess.run([PROGRAM, "traffic", recording], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def fetch(page: Page, method: str, url: str, **form: str) -> Any:
    """Send a signed request from a page, and return the answer."""
    signed = requests.Request(method, url, data=form, auth=_AUTH).prepare()
    read = "async ([url, options]) => (await fetch(url, options)).json()"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    options = {"method": method, **({"body": signed.body, "headers": headers} if form else {})}
    return page.evaluate(read, [signed.url, options])


@pytest.mark.parametrize("content", ["embed", "omit"])
def test_a_session_of_chromium_is_judged(
    open_page: Callable[..., Page], served: str, tmp_path: Path, content: str
) -> None:
    recording = tmp_path / "session.har"
    page = open_page(served, record_har_path=recording, record_har_content=content)
    accounts = f"{served}/2.0/accounts"
    created = fetch(page, "POST", accounts, email="zoe@example.com", first_name="Zoë")
    for method in ("GET", "DELETE", "GET"):
        fetch(page, method, f"{accounts}/{created['id']}")
    fetch(page, "GET", f"{accounts}?limit=ten")
    page.context.close()
    status, told = judge(recording)
    assert status == (0 if content == "embed" else 2), told
    assert f"{served}/2.0: 5 requests, 0 violations; exercised 4 of " in told
    assert ("not judged: the recording has no body (5 times" in told) == (content == "omit")
    assert "400 request: limit must be a whole number" in told
    assert re.search(rf"not of this API: {served} \(\d+ entr(y|ies)\)", told)
    assert "zoe" not in told


def test_what_breaks_in_a_session_of_chromium_is_found(
    open_page: Callable[..., Page], served: str, tmp_path: Path
) -> None:
    recording = tmp_path / "session.har"
    page = open_page(served, record_har_path=recording)

    def spoil(route: Any) -> None:
        answer = route.fetch()
        accounts = [{**account, "nb_messages": "s3cret"} for account in answer.json()]
        route.fulfill(response=answer, body=json.dumps(accounts))

    page.route(re.compile("/2.0/accounts"), spoil)
    fetch(page, "GET", f"{served}/2.0/accounts")
    page.context.close()
    status, told = judge(recording)
    assert status == 1, told
    assert '200 answer /*/nb_messages: the value is not of type "integer"' in told
    assert "s3cret" not in told
