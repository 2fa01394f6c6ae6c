"""HTTP archives for tests: entries as browsers and proxies write them, and the command that reads them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from contextio_contract.cli import main

if TYPE_CHECKING:
    import requests
    from click.testing import Result

BASE = "https://mail.example.com/2.0"
_SPEC = ("--spec", str(Path(__file__).parents[2] / "generated" / "openapi.json"))  # read fastest
ERROR = json.dumps({"type": "error", "value": "s3cret"})


def entry(
    url: str = f"{BASE}/accounts", status: int = 200, text: str | None = "[]", **members: Any
) -> dict[str, Any]:
    """Return an entry.

    Args:
        url: the address of the request.
        status: the status of the answer.
        text: the body of the answer; None leaves it out.
        members: `method`, `kind` (the media type of the answer), further members of `request` and
            `response`; all others are members of `content`.
    """
    method, kind = members.pop("method", "GET"), members.pop("kind", "application/json")
    request, response = members.pop("request", {}), members.pop("response", {})
    held = {} if text is None else {"text": text}
    content = {"size": len(text or ""), "mimeType": kind, **held, **members}
    headers = [{"name": "Content-Type", "value": kind}]
    return {
        "request": {"method": method, "url": url, "headers": [], **request},
        "response": {"status": status, "headers": headers, "content": content, **response},
    }


def form(text: str) -> dict[str, Any]:
    """Return the members of a request that has a form as its body."""
    return {"postData": {"mimeType": "application/x-www-form-urlencoded", "text": text}}


def recorded(response: requests.Response) -> dict[str, Any]:
    """Return the entry of an exchange that took place."""
    request = response.request
    text = request.body.decode() if isinstance(request.body, bytes) else request.body
    posted = {"mimeType": "application/x-www-form-urlencoded", "text": text}
    return entry(
        str(request.url),
        response.status_code,
        response.text,
        method=str(request.method),
        kind=response.headers.get("Content-Type", ""),
        request={"postData": posted} if text else {},
    )


def archive(*entries: Any) -> bytes:
    return json.dumps({"log": {"version": "1.2", "pages": [], "entries": entries}}).encode()


def write(folder: Path, *entries: Any, name: str = "session.har") -> str:
    path = folder / name
    path.write_bytes(archive(*entries))
    return str(path)


def run(*arguments: str) -> Result:
    """Run the command; it ends by itself, with one closing line, and no value of a recording is printed."""
    done = CliRunner().invoke(main, ["traffic", *_SPEC, *arguments])
    assert isinstance(done.exception, SystemExit | None), done.exception
    assert "s3cret" not in done.output
    assert len(re.findall("^traffic: ", done.output, re.MULTILINE)) == 1
    return done
