"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model

from . import contact_match, contact_query


class ContactSearch(Model):
    """Contacts that were found, and what was looked for."""

    query: Annotated[contact_query.ContactQuery, Field(description="The filters in force.")]
    """The filters in force."""

    matches: Annotated[list[contact_match.ContactMatch], Field(description="The contacts.")]
    """The contacts."""
