"""The mark of a run, in the resources that it creates (`mark` of `x-resource`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.safety.uploads import header_fields, message
from contextio_contract.contract.behaviour.listing import values_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import Collection


def mark(form: Mapping[str, Any], collection: Collection | None, text: str) -> dict[str, Any]:
    """Return a form with a mark, by which clean-up finds what a killed run left behind.

    A form that breaks its schema still does, since the mark makes no address out of what is none.

    Args:
        form: the form of a creation.
        collection: the collection that is created in.
        text: the mark, which begins with the id of the run.
    """
    if (fields := header_fields(collection)) and isinstance(form.get(fields[0]), (str, bytes)):
        return {**form, fields[0]: message(text)}
    field = collection.resource.mark if collection else None
    value = form.get(field) if field else None
    if field is None or not isinstance(value, str):
        return dict(form)
    if "://" not in value:
        return {**form, field: f"{text}.{value}"}
    address, hash_sign, fragment = value.partition("#")
    query = "&" if "?" in address else "?"
    return {**form, field: f"{address}{query}run={text}{hash_sign}{fragment}"}


def marks_of(resource: object, collection: Collection | None) -> list[str]:
    """Return the texts of a resource in which the mark of a run stands, if a run created it."""
    field = collection.resource.mark if collection else None
    if collection is None or collection.creates is None or field is None:
        return []
    place = collection.reads_back(collection.creates).get(field, field)
    return [str(text) for text in values_at(resource, (place,)) if text]
