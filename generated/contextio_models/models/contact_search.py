"""Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_models.base import Model

from . import contact_match, contact_query


class ContactSearch(Model):
    """Contacts that were found, and what was looked for."""

    query: contact_query.ContactQuery
    """The filters in force."""

    matches: list[contact_match.ContactMatch]
    """The contacts."""
