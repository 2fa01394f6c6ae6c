"""What is said at a start about the keys that encrypt secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextio_contract.server.services import Services


def describe_vault(services: Services) -> list[str]:
    """Return, for an operator who changes the vault key, whether the former one is still needed."""
    from contextio_contract.server.db.encrypted import list_fingerprints
    from contextio_contract.server.db.vault_keys import VARIABLE

    with services.database.read() as connection:
        used = list_fingerprints(connection)
    if used - {services.vault.fingerprint}:
        return [f"  secrets under a former vault key are being encrypted anew; keep it in {VARIABLE}"]
    if len(services.vault.fingerprints) > 1:
        return [f"  all secrets are under the first vault key; {VARIABLE} needs no other any more"]
    return []
