"""Responses in the media type that the contract describes, and errors in the shape that it gives them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import Response

from contextio_contract.contract import JSON
from contextio_contract.contract.media_types import ANY, essence, includes, is_json
from contextio_contract.contract.operation import SAFE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract import contract

OCTETS: Final = "application/octet-stream"
"""The media type of bytes of which nothing else is known."""
_QUALITY: Final = re.compile(r";\s*q=([01](?:\.[0-9]{0,3})?)\s*(?:;|$)", re.ASCII | re.IGNORECASE)
_RANGE: Final = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})", re.ASCII)
CHALLENGE: Final = {"www-authenticate": "OAuth"}
"""The header of every 401."""


@dataclass(eq=False)
class RefusedError(Exception):
    """A request that is answered with an error.

    Attributes:
        status: the HTTP status.
        value: a sentence that says what to change.
        details: further fields of the body, such as `code` or `feedback_code`.
        headers: further headers of the response.
    """

    status: int
    value: str
    details: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


def bad_request(*, value: str) -> RefusedError:
    """Return the error for a request that has to be changed, as a sentence says."""
    return RefusedError(HTTPStatus.BAD_REQUEST, value)


def unknown(name: str, kind: str) -> RefusedError:
    """Return the error for a resource that does not exist for the consumer key."""
    return RefusedError(HTTPStatus.NOT_FOUND, f"{kind} {name[:100]} is invalid")


def error_response(error: RefusedError, method: str) -> Response:
    """Return the response that an error is; a failed write also has `success` (contract decision 7)."""
    success = {} if method in SAFE else {"success": False}
    body = {"type": "error", "value": error.value, **success, **error.details}
    return Response(_dump(body), error.status, error.headers, media_type=JSON)


@dataclass(frozen=True)
class ReadyJson:
    """Content that is JSON already.

    Attributes:
        text: the JSON, as `dump_json` writes it.
    """

    text: str

    def parse(self) -> Any:
        """Return what the JSON says."""
        return json.loads(self.text)


@dataclass(frozen=True)
class Content:
    """The content of a success in a media type that the handler chose.

    Attributes:
        body: bytes, text, or what becomes JSON.
        media_type: the media type, or a range of them for bytes of any kind.
        headers: further headers of the response.
    """

    body: Any
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


def described_response(described: contract.Response, status: int, content: Any, accept: str = "") -> Response:
    """Return a response in a media type that is described; text is written in UTF-8.

    Args:
        described: the response.
        status: its status.
        content: its content; the media type of a `Content` comes before what the client accepts.
        accept: the header `Accept` of the request.
    """
    headers = example_headers(described, status) if described.kind == "redirect" else {}
    media = preferred_media(described, accept)
    if media is None:
        return Response(b"", status, headers)
    if not isinstance(content, Content):
        content = Content(content, media.name)
    body = content.body
    if is_json(content.media_type):
        body = _dump(body)
    elif not isinstance(body, bytes):
        body = str(body).encode()
    sent = OCTETS if content.media_type.endswith("/*") else content.media_type
    return Response(body, status, headers | dict(content.headers), media_type=sent)


def preferred_media(described: contract.Response, accept: str) -> contract.MediaType | None:
    """Return the described media type that a client accepts most (RFC 9110, section 12.5.1).

    Of equals, JSON comes first and then what is described first. If the client accepts none of them, that is
    what it gets all the same. None for a response without content.
    """
    if not accept or len(described.content) < 2:  # noqa: PLR2004 - there is no choice
        return described.media
    others = described.content.keys() - {ANY}
    ranges = {essence(each): _quality(each) for each in accept.split(",") if each.strip()}

    def quality(media: contract.MediaType) -> float:
        if media.name == ANY:  # it stands for what is not described on its own
            return max((ranges[name] for name in ranges.keys() - others), default=0.0)
        matching = [name for name in ranges if includes(name, media.name)]
        return ranges[min(matching, key=lambda name: name.count("*"))] if matching else 0.0

    ordered = sorted(described.content.values(), key=lambda media: media is not described.media)
    return max(ordered, key=quality)


def partial_response(response: Response, wanted: str) -> Response:
    """Return a part of a response for a header `Range` with one range of bytes (RFC 9110, section 14.2).

    Other ranges are ignored.

    Raises:
        RefusedError: 416 if the range lies behind the end.
    """
    named = _RANGE.fullmatch(wanted.strip())
    if named is None or response.status_code != HTTPStatus.OK or not any(named.groups()):
        return response
    first, last = named.groups()
    size = len(response.body)
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last) + 1, size) if first and last else size
    if start >= size:
        sentence = f"the range begins behind the last of {size} bytes"
        raise RefusedError(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, sentence, headers={"content-range": f"bytes */{size}"}
        )
    if start >= end:
        return response
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
    return Response(bytes(response.body)[start:end], HTTPStatus.PARTIAL_CONTENT, headers)


def example_headers(described: contract.Response, status: int) -> dict[str, str]:
    """Return the headers of a response with the values of their examples."""
    examples = {name: header.example for name, header in described.headers.items()}
    challenge = CHALLENGE if status == HTTPStatus.UNAUTHORIZED else {}
    return {name: str(value) for name, value in examples.items() if value is not None} | challenge


def _quality(accepted: str) -> float:
    weight = _QUALITY.search(accepted)
    return float(weight[1]) if weight else 1.0


def dump_json(content: Any) -> str:
    """Return content as JSON, as short as it can be and in ASCII."""
    return content.text if isinstance(content, ReadyJson) else json.dumps(content, separators=(",", ":"))


def _dump(content: Any) -> bytes:
    return dump_json(content).encode("ascii")
