"""The header `Prefer` (RFC 7240), with which a client steers the response to one request.

`code=404` and `example=NAME` ask for a response out of the description, and nothing is carried out;
`delay=SECONDS` holds the response back. Several preferences stand between commas or in headers of their own.
Others are ignored; `Preference-Applied` names those that were applied.
"""

from __future__ import annotations

import math
import re
from asyncio import sleep
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.request import parse_http_list

from starlette import responses

from contextio_contract.server.http.responses import (
    RefusedError,
    bad_request,
    described_response,
    error_response,
    example_headers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.datastructures import Headers
    from starlette.types import Receive, Scope, Send

    from contextio_contract.contract import Operation, Response
    from contextio_contract.server.http.call import Call, Handler

MAX_DELAY: Final = 30
"""Seconds by which a response can be held back at most."""

_NAMES: Final = ("code", "example", "delay")
_SECONDS: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{1,6})?", re.ASCII)
_ERROR: Final = re.compile(r"[45][0-9]{2}", re.ASCII)
_MAX_SHOWN: Final = 100


def steered(operation: Operation, handler: Handler) -> Handler:
    """Return a handler of an operation that follows the preferences of each request."""

    def respond(call: Call) -> responses.Response:
        preferences = parse_preferences(call.headers)
        example = preferences.response(operation)
        try:
            response = example or _respond(operation, call, handler(call))
        except RefusedError as error:
            response = error_response(error, operation.method)
        if applied := preferences.applied(from_description=example is not None):
            response.headers["preference-applied"] = applied
        return _DelayedResponse(response, preferences.delay) if preferences.delay else response

    return respond


def _respond(operation: Operation, call: Call, content: object) -> responses.Response:
    described, status = operation.success, operation.success_status
    response = described_response(described, status, content, call.headers.get("accept", ""))
    for name, value in example_headers(described, status).items():
        response.headers.setdefault(name, value)
    return response


class _DelayedResponse(responses.Response):
    """A response that is held back; meanwhile other requests are answered."""

    def __init__(self, response: responses.Response, seconds: float) -> None:
        super().__init__(response.body, response.status_code)
        self.raw_headers = response.raw_headers
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await sleep(self._seconds)
        await super().__call__(scope, receive, send)


@dataclass(frozen=True)
class Preferences:
    """The preferences of a request, as they were sent; the delay is in seconds."""

    delay: float
    code: str | None
    example: str | None

    def response(self, operation: Operation) -> responses.Response | None:
        """Return the response that is preferred, or raise a 400 without such; None to carry the call out."""
        if self.code is None and self.example is None:
            return None
        described = list(_all(operation) if self.code is None else [_of_code(operation, self.code)])
        if self.example is None:
            status, response = described[0]
            return _example_response(response, status, response.media.sample if response.media else None)
        examples: dict[str, tuple[Response, int, object]] = {}
        for status, response in described:
            for example in response.media.examples if response.media else ():
                if example.name:
                    examples.setdefault(example.name, (response, status, example.value))
        if self.example in examples:
            return _example_response(*examples[self.example])
        named = ", ".join(examples) or "none here, send code alone"
        shown = self.example[:_MAX_SHOWN]
        raise bad_request(value=f"there is no example {shown}; the header Prefer can name {named}")

    def applied(self, *, from_description: bool) -> str:
        """Return the value of the header `Preference-Applied` of a response."""
        values = {"code": self.code, "example": self.example} if from_description else {}
        values["delay"] = f"{self.delay:g}" if self.delay else None
        return ", ".join(f"{name}={value}" for name, value in values.items() if value is not None)


def parse_preferences(headers: Headers) -> Preferences:
    """Return the preferences in the `Prefer` headers of a request.

    Raises:
        RefusedError: 400, about the delay or a preference that follows a semicolon.
    """
    values: dict[str, str] = {}
    for preference in parse_http_list(",".join(headers.getlist("prefer"))):
        first, *parameters = preference.split(";")
        name, _, value = first.partition("=")
        values.setdefault(name.strip().lower(), value.strip().strip('"'))
        for parameter in parameters:
            if (name := parameter.partition("=")[0].strip().lower()) in _NAMES:
                sentence = f"put a comma before {name} in the header Prefer; a semicolon begins a parameter"
                raise bad_request(value=sentence)
    text = values.get("delay", "0")
    delay = float(text) if _SECONDS.fullmatch(text) else math.inf
    if delay > MAX_DELAY:
        raise bad_request(
            value=f"delay in the header Prefer must be a number of seconds from 0 to {MAX_DELAY}"
        )
    return Preferences(delay, values.get("code"), values.get("example"))


def _all(operation: Operation) -> Iterator[tuple[int, Response]]:
    """Yield the responses of an operation with a status for each, its success first."""
    yield operation.success_status, operation.success
    for key, described in operation.responses.items():
        if described is not operation.success:
            yield int(key) if key.isdecimal() else HTTPStatus.INTERNAL_SERVER_ERROR, described


def _of_code(operation: Operation, code: str) -> tuple[int, Response]:
    responses = operation.responses
    described = operation.response(code) if _ERROR.fullmatch(code) else responses.get(code)
    if described is None or not code.isdecimal():
        named = ", ".join(key for key in responses if key.isdecimal())
        others = " and any other from 400 to 599" if "default" in responses else ""
        shown = code[:_MAX_SHOWN]
        raise bad_request(value=f"there is no response {shown}; the header Prefer can name {named}{others}")
    return int(code), described


def _example_response(described: Response, status: int, body: object) -> responses.Response:
    response = described_response(described, status, body)
    response.headers.update(example_headers(described, status))
    return response
