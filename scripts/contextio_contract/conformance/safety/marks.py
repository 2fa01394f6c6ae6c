"""The mark of a run, in the resources that it creates.

The fields that can bear it wait for `x-resource` in the description (`bears-mark`). Until then they are named
here: an email address and a URL that an application chooses, and where they are read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def mark(form: Mapping[str, Any], run_id: str) -> dict[str, Any]:
    """Return a form with the mark of a run, by which clean-up finds what a killed run left behind.

    A form that breaks its schema still does, since the mark makes no address out of what is none.
    """
    changes = {}
    email, url = form.get("email"), form.get("callback_url")
    if isinstance(email, str):
        changes["email"] = f"{run_id}.{email}"
    if isinstance(url, str):
        address, hash_sign, fragment = url.partition("#")
        query = "&" if "?" in address else "?"
        changes["callback_url"] = f"{address}{query}run={run_id}{hash_sign}{fragment}"
    return {**form, **changes}


def marks_of(resource: object) -> list[str]:
    """Return the texts of a resource in which the mark of a run stands, if a run created it."""
    if not isinstance(resource, dict):
        return []
    addresses = resource.get("email_addresses")
    marks = [*addresses] if isinstance(addresses, list) else []
    return [str(text) for text in (*marks, resource.get("callback_url")) if text]
