"""Links and the runtime expressions in them (OpenAPI 3.1.1, section 4.8.20.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_EXPRESSION: Final = re.compile(
    r"\$(?:(?P<whole>url|method|statusCode)"
    r"|(?P<message>request|response)\."
    r"(?:(?P<place>header|query|path)\.(?P<name>.+)|body(?:#(?P<pointer>(?:/[^{}]*)?))?))",
    re.DOTALL,
)
_EMBEDDED: Final = re.compile(r"\{(\$[^{}]+)\}")


@dataclass(frozen=True)
class Exchange:
    """A request and its response, as runtime expressions see them.

    Attributes:
        path: the values of the path parameters, decoded.
        query: the query parameters.
        headers: the request headers; names are in small letters.
        body: the parsed request body.
        status: the HTTP status of the response.
        response_headers: the response headers; names are in small letters.
        response_body: the parsed response body.
        url: the request URL.
        method: the HTTP method.
    """

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    status: int = 0
    response_headers: Mapping[str, str] = field(default_factory=dict)
    response_body: Any = None
    url: str = ""
    method: str = ""


@dataclass(frozen=True)
class Link:
    """A link of a response to an operation.

    Attributes:
        name: its key in the response.
        operation: the operationId that it leads to; None if the document has no such operation.
        parameters: a runtime expression, or a plain value, for each parameter; a name may begin with its
            place, as in `path.id`.
        description: what it is for.
    """

    name: str
    operation: str | None
    parameters: Mapping[str, Any]
    description: str = ""

    def expression(self, parameter: str) -> Any:
        """Return the expression for a path parameter; None if the link has none."""
        return self.parameters.get(parameter, self.parameters.get(f"path.{parameter}"))

    def values(self, exchange: Exchange) -> dict[str, Any]:
        """Return the parameters of the request that the link describes; None for what is not there."""
        return {
            name.rpartition(".")[2] if name.startswith(("path.", "query.", "header.")) else name: evaluate(
                expression, exchange
            )
            for name, expression in self.parameters.items()
        }


def is_expression(value: Any) -> bool:
    """Return whether a value is a runtime expression, and no plain value."""
    return isinstance(value, str) and _EXPRESSION.fullmatch(value) is not None


def evaluate(expression: Any, exchange: Exchange) -> Any:
    """Return the value of a runtime expression; None if it names what is not there.

    A plain value is returned as it is, and expressions in braces inside a text are replaced.
    """
    if not isinstance(expression, str):
        return expression
    match = _EXPRESSION.fullmatch(expression)
    if match is None:
        return _EMBEDDED.sub(lambda part: _text(evaluate(part[1], exchange)), expression)
    if match["whole"]:
        return {"url": exchange.url, "method": exchange.method, "statusCode": exchange.status}[match["whole"]]
    is_request = match["message"] == "request"
    if match["place"] == "header":
        headers = exchange.headers if is_request else exchange.response_headers
        return headers.get(match["name"].lower())
    if match["place"]:
        return (exchange.path if match["place"] == "path" else exchange.query).get(match["name"])
    return _at(exchange.body if is_request else exchange.response_body, match["pointer"] or "")


def response_field(expression: Any) -> str | None:
    """Return the property of the response body that an expression reads; None for any other expression.

    Only properties of the body itself count, as in `$response.body#/id`.
    """
    match = _EXPRESSION.fullmatch(expression) if isinstance(expression, str) else None
    pointer = (match["pointer"] or "") if match and match["message"] == "response" else ""
    return _unescaped(pointer[1:]) if pointer.count("/") == 1 else None


def _at(value: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        key = _unescaped(token)
        if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value


def _unescaped(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def _text(value: Any) -> str:
    return "" if value is None else str(value)
