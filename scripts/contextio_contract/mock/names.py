"""Names that a mock gives to new resources."""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING, Final

from contextio_contract.mock.bodies import body_of, element_body_of
from contextio_contract.server.http.parameters import accepts

if TYPE_CHECKING:
    from contextio_contract.contract import Collection

UNUSABLE: Final = frozenset({"", ".", ".."})
"""Names that no path can have as a segment."""

_MAX_NUMBER: Final = 10**9


def new_name(collection: Collection) -> str:
    """Return a name that the path and the bodies can have, if one of the usual kinds is such."""
    candidates = (secrets.token_hex(12), str(uuid.uuid4()), str(secrets.randbelow(_MAX_NUMBER) + 1))
    usable = (name for name in candidates if _is_usable(collection, name))
    return collection.resource.prefix + next(usable, candidates[0])


def _is_usable(collection: Collection, name: str) -> bool:
    operations = collection.operations
    named = [operation for operation in operations if operation.path.names_resource]
    bodies = [body for each in operations for body in (body_of(each), element_body_of(each)[1])]
    return all(accepts(operation.path_parameters[-1].schema, name) for operation in named) and all(
        body.can_hold(field, name) for body in bodies for field in collection.name_fields
    )
