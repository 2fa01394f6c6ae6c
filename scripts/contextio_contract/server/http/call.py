"""Calls of operations as handlers see them: verified and validated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from starlette.datastructures import Headers

    from contextio_contract.contract import Contract, Operation, PathTemplate
    from contextio_contract.server.http.content import Upload


@dataclass(frozen=True)
class Addresses:
    """Absolute addresses under the origin that the client used, such as `http://127.0.0.1:8080`."""

    origin: str
    contract: Contract

    def of(self, operation: str, **values: str) -> str:
        """Return the address of an operation, with values for its path; 501 if it is not described."""
        described = self.contract.operations.get(operation)
        if described is None:
            sentence = f"the response refers to the operation {operation}, which is not described"
            raise RefusedError(HTTPStatus.NOT_IMPLEMENTED, sentence)
        return self.at(described.path, values)

    def at(self, path: PathTemplate, values: Mapping[str, str]) -> str:
        """Return the address of a path template with values for its parameters."""
        base_path = self.contract.router.base_paths.get(path.text, self.contract.base_path)
        return f"{self.origin}{base_path}{path.fill(values)}"


@dataclass(frozen=True)
class Call:
    """One call of one operation, with the described parameters that were sent, as their described types.

    Attributes:
        operation: the operation.
        consumer_key: the key that signed the request.
        path: the decoded values of the path parameters, as they were sent.
        query: the query parameters.
        form: the form fields, without those that take files.
        headers: the headers of the request, those that are described as parameters are valid.
        addresses: makes absolute addresses.
        files: the uploaded files by form field.
        body: the content of a body in JSON; None without one.
    """

    operation: Operation
    consumer_key: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    form: Mapping[str, Any]
    headers: Headers
    addresses: Addresses
    files: Mapping[str, Upload] = field(default_factory=dict)
    body: Any = None


Handler = Callable[[Call], Any]
"""Carries out a call, and returns what the response contains or the whole of it, or raises RefusedError.

Bytes are sent as they are. A `Content` has a media type of its own.
"""
