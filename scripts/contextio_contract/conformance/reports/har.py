"""The exchanges of a run as an HTTP archive (HAR 1.2), which browsers and proxies can open."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from contextio_contract.conformance.reports.tree import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.conformance.results import Exchange


def har(exchanges: Iterable[Exchange], version: str) -> dict[str, Any]:
    """Return an archive of exchanges, written by this version of the package."""
    creator = {"name": "contextio-contract", "version": version}
    entries = [_entry(printable(vars(exchange))) for exchange in exchanges]
    return {"log": {"version": "1.2", "creator": creator, "entries": entries}}


def _entry(exchange: Mapping[str, Any]) -> dict[str, Any]:
    started = datetime.fromtimestamp(exchange["started"], UTC)
    milliseconds = round(exchange["seconds"] * 1000, 3)
    return {
        "startedDateTime": started.isoformat(timespec="milliseconds"),
        "time": milliseconds,
        "request": _request(exchange),
        "response": _response(exchange),
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
        "comment": exchange["operation"],
    }


def _request(exchange: Mapping[str, Any]) -> dict[str, Any]:
    headers, body, url = exchange["request_headers"], exchange["request_body"], exchange["url"]
    posted = {"mimeType": _type(headers), "params": [], "text": body}
    return {
        **_message(headers, body),
        "method": exchange["method"],
        "url": url,
        "queryString": _pairs(parse_qsl(urlsplit(url).query, keep_blank_values=True)),
        **({"postData": posted} if body else {}),
    }


def _response(exchange: Mapping[str, Any]) -> dict[str, Any]:
    status, headers, body = exchange["status"] or 0, exchange["response_headers"], exchange["response_body"]
    return {
        **_message(headers, body),
        "status": status,
        "statusText": HTTPStatus(status).phrase if status in set(HTTPStatus) else "",
        "content": {
            "size": len(body.encode()) + exchange["bytes_left_out"],
            "mimeType": _type(headers),
            "text": body,
        },
        "redirectURL": "",
    }


def _message(headers: Mapping[str, str], body: str) -> dict[str, Any]:
    """Return what requests and responses have in common; the size of headers is not known."""
    return {
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": _pairs(headers.items()),
        "headersSize": -1,
        "bodySize": len(body.encode()),
    }


def _pairs(items: Any) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in items]


def _type(headers: Mapping[str, str]) -> str:
    return next((value for name, value in headers.items() if name.lower() == "content-type"), "")
