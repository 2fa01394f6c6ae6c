"""Requests that were made to break a schema, or to be allowed by it: what they are on the wire.

A form and a query carry text alone: an array of one element is the same as the element, a file takes any
content, and a number is a text, too. A field with a fallback takes any value.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from schemathesis.core.parameters import ParameterLocation

from contextio_contract.conformance.fixtures.callback_addresses import callback_fields, is_public
from contextio_contract.conformance.fixtures.mail_addresses import is_plain

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


def is_always_taken(operation: Operation, case: Case[Any]) -> bool:
    """Return whether no deployment may refuse a request that its description allows.

    It may refuse control characters, such as U+0000, which PostgreSQL does not keep, unusual mail addresses,
    callbacks to hosts that need not be on the internet, and fields that are there twice but are no lists.
    """
    filters = operation.listing.filters.values() if operation.listing else ()
    addresses = {each.parameter for each in filters if each.match == "address"}
    addresses |= {name for name, schema in operation.form_fields.items() if _is_address(schema)}
    body = case.body if isinstance(case.body, dict) else {}
    sent = {**(case.query or {}), **(case.path_parameters or {}), **body}
    texts = [(name, text) for name, value in sent.items() for text in _texts_in(value)]
    told = callback_fields(operation)
    lists = {name for name, schema in operation.form_fields.items() if schema.items is not None}
    if any(isinstance(value, list) and len(value) > 1 for name, value in body.items() if name not in lists):
        return False
    if not all(is_public(text) for name, text in texts if name in told):
        return False
    return all(
        is_plain(text) if name in addresses else not any(map(_is_control, text)) for name, text in texts
    )


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc"


def _is_address(schema: Schema) -> bool:
    schema = schema.items or schema
    return schema.is_valid("ada@example.com") and not schema.is_valid("ada")


def _texts_in(value: Any) -> list[str]:
    """Return the texts of a parameter: its own, or those of its elements."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
