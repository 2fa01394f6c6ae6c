"""Which operation a request asks for, as the bundle lays them out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote_to_bytes, urlsplit

from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.media import FORM
from contextio_contract.server.http.parameters import Contract, Parameters
from contextio_contract.server.http.responses import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

METHODS: Final = ("get", "post", "put", "patch", "delete")
_PARAMETER: Final = re.compile(r"\{([^}]+)\}")


@dataclass(frozen=True)
class Operation:
    """An operation of the bundle.

    Attributes:
        name: its operationId.
        method: in capitals.
        path: its template, without the base path.
        status: the status of its success.
        segments: the parameters of its path.
        query: its query parameters.
        form: the fields of its form.
        answers: its answers by status as the bundle names them, which may be `default`.
        answer: the one of its success.
        node: the operation object of the bundle.
    """

    name: str
    method: str
    path: str
    status: int
    segments: Parameters
    query: Parameters
    form: Parameters
    answers: Mapping[str, Answer]
    answer: Answer
    node: dict[str, Any]


@dataclass(frozen=True)
class Route:
    """What stands at a path: its operations by method, and the values of its parameters."""

    operations: Mapping[str, Operation]
    values: Mapping[str, str]

    def operation(self, method: str) -> Operation:
        """Return the operation that a method asks for.

        PUT on a single thing is served as POST: undocumented, yet three of the old clients send it
        (rules accounts-put-alias and src-put-alias).

        Raises:
            RefusedError: 405, with the methods that there are.
        """
        if method == "PUT" and method not in self.operations and self.values:
            single = next(iter(self.operations.values())).path.endswith("}")
            method = "POST" if single else method
        operation = self.operations.get(method)
        if operation is None:
            allowed = ", ".join(sorted(self.operations))
            raise RefusedError(405, f"this address takes {allowed}", headers={"allow": allowed})
        return operation


class Router:
    """All operations of a bundle."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        """Compile the routes and the validators of a bundled OpenAPI document."""
        self.contract = Contract(bundle)
        self.base = urlsplit(bundle["servers"][0]["url"]).path.rstrip("/")
        self.operations = {operation.name: operation for operation in _operations(self.contract)}
        paths: dict[str, dict[str, Operation]] = {}
        for operation in self.operations.values():
            paths.setdefault(operation.path, {})[operation.method] = operation
        self._paths = sorted(
            ((_segments(self.base + path), operations) for path, operations in paths.items()),
            key=lambda item: [segment.startswith("{") for segment in item[0]],
        )

    def route(self, raw_path: bytes) -> Route:
        """Return what stands at a path.

        Args:
            raw_path: the path as sent; an encoded slash does not end a segment, and one slash at the
                end is passed over.

        Raises:
            RefusedError: 404, when nothing stands there.
        """
        parts = [unquote_to_bytes(part).decode("utf-8", "replace") for part in raw_path.split(b"/")]
        if len(parts) > 1 and not parts[-1]:
            del parts[-1]
        for pattern, operations in self._paths:
            values = _match(pattern, parts)
            if values is not None:
                return Route(operations, values)
        raise RefusedError(404, f"there is nothing at this address; the API starts at {self.base}")

    def address(self, operation: str, **values: str) -> str:
        """Return the path of an operation, base path included, with values for its parameters."""
        return str(self.base) + filled(self.operations[operation].path, values)


def filled(path: str, values: Mapping[str, str]) -> str:
    """Return the path of a template with values for its parameters, each percent-encoded."""
    return _PARAMETER.sub(lambda match: quote(values[match[1]], safe=""), path)


def _segments(path: str) -> list[str]:
    return path.split("/")


def _match(pattern: list[str], parts: list[str]) -> dict[str, str] | None:
    if len(pattern) != len(parts):
        return None
    values = {}
    for wanted, part in zip(pattern, parts, strict=True):
        if wanted.startswith("{") and part:
            values[wanted[1:-1]] = part
        elif wanted != part:
            return None
    return values


def _operations(contract: Contract) -> Iterator[Operation]:
    for path, item in contract.document["paths"].items():
        for method in METHODS:
            if method not in item:
                continue
            node = item[method]
            answers = {code: Answer(contract, each) for code, each in node["responses"].items()}
            status = min((code for code in answers if code.startswith("2")), default="default")
            parameters = [*item.get("parameters", []), *node.get("parameters", [])]
            yield Operation(
                name=node["operationId"],
                method=method.upper(),
                path=path,
                status=int(status) if status.isdigit() else HTTPStatus.OK,
                segments=_parameters(contract, parameters, "path"),
                query=_parameters(contract, parameters, "query"),
                form=_form(contract, node.get("requestBody", {})),
                answers=answers,
                answer=answers[status],
                node=node,
            )


def _parameters(contract: Contract, nodes: list[dict[str, Any]], place: str) -> Parameters:
    # By name: what an operation says of a parameter holds over what its path says.
    parameters = {node["name"]: node for node in map(contract.resolved, nodes) if node["in"] == place}
    schema = {
        "type": "object",
        "properties": {
            name: {**node["schema"], "description": node.get("description", "")}
            for name, node in parameters.items()
        },
        "required": [name for name, node in parameters.items() if node.get("required")],
    }
    return Parameters(contract, schema, f"in the {place}")


def _form(contract: Contract, node: dict[str, Any]) -> Parameters:
    content = contract.resolved(node).get("content", {})
    return Parameters(contract, content.get(FORM, {}).get("schema", {}), "as a form field")
