"""Requests that were made to break a schema: whether they still do once they are written on the wire.

A form and a query carry text alone: an array of one element is the same as the element, a file takes any
content, and a number is a text, too. A field with a fallback takes any value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schemathesis.core.parameters import ParameterLocation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schemathesis import Case

    from contextio_contract.contract import Operation, Schema


def is_negative(case: Case[Any], location: ParameterLocation) -> bool:
    """Return whether a part of a request was made to break its schema."""
    return case.meta is not None and case.meta.is_negative_at(location)


def breaks_schema(operation: Operation, case: Case[Any]) -> bool:
    """Return whether a request does not fit its description as it is sent."""
    if is_negative(case, ParameterLocation.BODY) and not form_fits(operation, case.body):
        return True
    described = {each.name: each.schema for each in operation.query_parameters}
    if is_negative(case, ParameterLocation.QUERY) and not _fits(described, case.query or {}):
        return True
    return any(
        is_negative(case, location)
        for location in (ParameterLocation.PATH, ParameterLocation.HEADER, ParameterLocation.COOKIE)
    )


def form_fits(operation: Operation, body: Any) -> bool:
    """Return whether each field of a form is valid as it is sent, and none is missing."""
    form = operation.form
    return (
        form is not None
        and isinstance(body, dict)
        and {*form.required} <= body.keys()
        and _fits(form.properties, body)
    )


def _fits(described: Mapping[str, Schema], sent: Mapping[str, Any]) -> bool:
    return all(_fits_value(described[name], value) for name, value in sent.items() if name in described)


def _fits_value(schema: Schema, value: Any) -> bool:
    if schema.is_binary or schema.fallback is not None:
        return True
    if schema.items is not None:
        elements = value if isinstance(value, list) else [value]
        return all(_fits_value(schema.items, element) for element in elements)
    text = str(value)
    number = [int(text)] if text.removeprefix("-").isdecimal() else []
    return any(map(schema.is_valid, (value, text, *number)))
