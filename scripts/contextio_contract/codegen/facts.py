"""What the generators of both clients take from the bundle."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def resolved(bundle: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Follow references within the bundle."""
    while "$ref" in node:
        _, _, section, name = node["$ref"].split("/")
        node = bundle["components"][section][name]
    return node


def error_class(status: int) -> str:
    """Return the name of the class for an error status, after its reason phrase."""
    return f"{re.sub(r'[^A-Za-z]', '', HTTPStatus(status).phrase.title())}Error"


def error_classes(statuses: Iterable[int]) -> list[dict[str, Any]]:
    """Return name, status and reason phrase of the class of each error status."""
    return [
        {"name": error_class(status), "status": status, "phrase": HTTPStatus(status).phrase}
        for status in sorted(statuses)
    ]


def callback_parameter(bundle: dict[str, Any]) -> str | None:
    """Return the query parameter in which the connect flow brings the token back, if there is one."""
    found = bundle["components"].get("callbacks", {}).get("MailboxConnected", {})
    requests = [item["get"] for item in found.values()]
    return str(requests[0]["parameters"][0]["name"]) if requests else None


def stale_code(bundle: dict[str, Any]) -> int | None:
    """Return the code of the error that refuses the time of a signature (`x-codes`), if there is one."""
    properties = (
        described
        for schema in bundle["components"]["schemas"].values()
        for described in schema.get("properties", {}).values()
    )
    codes = [
        each["x-codes"]["stale-timestamp"]
        for each in properties
        if "stale-timestamp" in each.get("x-codes", ())
    ]
    return int(codes[0]) if codes else None
