"""Names and values that both generated clients take from the contract."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.contract import Contract


def error_class(status: int) -> str:
    """Return the name of the class for an error status, after its reason phrase."""
    return f"{re.sub(r'[^A-Za-z]', '', HTTPStatus(status).phrase.title())}Error"


def error_classes(statuses: Iterable[int]) -> list[dict[str, Any]]:
    """Return name, status and reason phrase of the class of each error status."""
    return [
        {"name": error_class(status), "status": status, "phrase": HTTPStatus(status).phrase}
        for status in sorted(statuses)
    ]


def callback_parameter(contract: Contract) -> str | None:
    """Return the query parameter with which a callback brings a browser back by GET; None without one."""
    parameters = (
        parameter.name
        for operation in contract.operations.values()
        for callback in operation.callbacks
        if callback.method == "GET"
        for parameter in callback.parameters
        if parameter.location == "query"
    )
    return next(parameters, None)


def stale_code(contract: Contract) -> int | None:
    """Return the code of errors about a timestamp (`x-codes` in EXTENSIONS.md); None without one."""
    codes = (
        described.get("x-codes", {}).get("stale-timestamp")
        for schema in contract.schemas.values()
        for described in schema.properties.values()
    )
    return next((int(code) for code in codes if code is not None), None)
