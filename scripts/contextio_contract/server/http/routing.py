"""Routes of requests: the operation that a method and a path name."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote_to_bytes

from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import Contract, Operation

Route: TypeAlias = "tuple[Operation, Mapping[str, str]]"
"""An operation, and the decoded values of its path parameters."""


def find_route(contract: Contract, method: str, raw_path: bytes) -> Route:
    """Return the route that a request takes.

    In the path as it was sent, an encoded slash does not end a segment; one slash at the end is ignored.

    Raises:
        RefusedError: 404 if nothing is described at the path; 405 if the method is not.
    """
    segments = [unquote_to_bytes(part).decode("utf-8", "replace") for part in raw_path.split(b"/")]
    if len(segments) > 1 and not segments[-1]:
        del segments[-1]
    route = contract.router.locate(segments[1:])
    if route is None:
        sentence = f"there is nothing at this address; the API starts at {contract.base_path}"
        raise RefusedError(HTTPStatus.NOT_FOUND, sentence)
    operations, values = route
    operation = operations.get(_described_method(method, operations))
    if operation is None:
        methods = {*operations, "HEAD"} if "GET" in operations else operations
        allowed = ", ".join(sorted(methods))
        raise RefusedError(
            HTTPStatus.METHOD_NOT_ALLOWED, f"this address takes {allowed}", headers={"allow": allowed}
        )
    return operation, values


def _described_method(method: str, operations: Mapping[str, Operation]) -> str:
    """Return the method under which a request is described.

    HEAD is served as GET (RFC 9110, section 9.3.2). PUT on a single resource is served as POST: this is
    not described, but three of the old clients send it (contract decision 11; rules accounts-put-alias
    and src-put-alias).
    """
    if method in operations:
        return method
    if method == "PUT" and next(iter(operations.values())).path.names_resource:
        return "POST"
    return "GET" if method == "HEAD" else method
