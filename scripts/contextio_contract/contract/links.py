"""Links and the runtime expressions in them (OpenAPI 3.1.1, section 4.8.20.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from contextio_contract.contract.document import split_pointer

if TYPE_CHECKING:
    from collections.abc import Mapping

_EXPRESSION: Final = re.compile(
    r"\$(?:(?P<whole>url|method|statusCode)"
    r"|(?P<message>request|response)\."
    r"(?:(?P<place>header|query|path)\.(?P<name>.+)|body(?:#(?P<pointer>(?:/[^{}]*)?))?))",
    re.DOTALL,
)
_EMBEDDED: Final = re.compile(r"\{(\$[^{}]+)\}")


class Expression(NamedTuple):
    """A runtime expression.

    Attributes:
        source: `request` or `response`, or a whole value: `url`, `method` or `statusCode`.
        part: `header`, `query`, `path` or `body`; empty for a whole value.
        name: the name of the header or parameter; empty for others.
        pointer: the keys that lead into the body; empty for the whole body and for others.
    """

    source: str
    part: str = ""
    name: str = ""
    pointer: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: Any) -> Expression | None:
        """Read an expression such as `$response.body#/id`; None for any other value."""
        match = _EXPRESSION.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            return None
        if match["whole"]:
            return cls(match["whole"])
        part = match["place"] or "body"
        return cls(match["message"], part, match["name"] or "", split_pointer(match["pointer"] or ""))


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


def embedded_expressions(text: str) -> list[str]:
    """Return the expressions in braces inside a text, without the braces."""
    return _EMBEDDED.findall(text)


def evaluate(text: Any, exchange: Exchange) -> Any:
    """Return the value of a runtime expression; None if it names what is not there.

    A plain value is returned as it is, and expressions in braces inside a text are replaced.
    """
    if not isinstance(text, str):
        return text
    expression = Expression.parse(text)
    if expression is None:
        return _EMBEDDED.sub(lambda part: _text(evaluate(part[1], exchange)), text)
    if not expression.part:
        return {"url": exchange.url, "method": exchange.method, "statusCode": exchange.status}[
            expression.source
        ]
    is_request = expression.source == "request"
    if expression.part == "header":
        headers = exchange.headers if is_request else exchange.response_headers
        return headers.get(expression.name.lower())
    if expression.part in {"path", "query"}:
        return (exchange.path if expression.part == "path" else exchange.query).get(expression.name)
    return _at(exchange.body if is_request else exchange.response_body, expression.pointer)


def response_field(text: Any) -> str | None:
    """Return the property of the response body that an expression reads; None for any other expression.

    Only properties of the body itself count, as in `$response.body#/id`.
    """
    expression = Expression.parse(text)
    if expression is None or expression.source != "response" or len(expression.pointer) != 1:
        return None
    return expression.pointer[0]


def _at(value: Any, pointer: tuple[str, ...]) -> Any:
    for key in pointer:
        if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value


def _text(value: Any) -> str:
    return "" if value is None else str(value)
