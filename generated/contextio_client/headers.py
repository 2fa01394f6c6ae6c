"""Header fields of every request. Generated from the description; not to be edited."""

from __future__ import annotations

import sys
from typing import Final
from uuid import uuid4

import httpx

from contextio_client.content import CODINGS

REQUEST_ID: Final = "X-Request-Id"
_PYTHON: Final = ".".join(map(str, sys.version_info[:3]))
_USER_AGENT: Final = f"contextio-client/0.3.0 python/{_PYTHON} httpx/{httpx.__version__}"


def usual_headers() -> dict[str, str]:
    """Return the header fields of a new request, which options and arguments may replace."""
    return {
        "Accept": "application/json",
        "Accept-Encoding": CODINGS,
        "User-Agent": _USER_AGENT,
        REQUEST_ID: uuid4().hex,
    }


def request_id_of(headers: httpx.Headers, request: httpx.Request) -> str:
    """Return the id of an exchange: that of the answer's headers, or else that of the request."""
    return str(headers.get(REQUEST_ID) or request.headers[REQUEST_ID])
