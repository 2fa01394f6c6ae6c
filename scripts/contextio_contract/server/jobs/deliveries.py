"""Callbacks about sources, sent in the background."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from contextio_contract.server.outbound.callbacks import host_of, sign

if TYPE_CHECKING:
    from sqlalchemy.engine import RowMapping

    from contextio_contract.server.services import Services

_log = logging.getLogger(__name__)


def enqueue_callback(services: Services, source: RowMapping, url: str, fields: dict[str, Any]) -> None:
    """Enqueue a signed callback about a source, which has the column `consumer_key`.

    None is sent for a consumer key that this server does not know: nothing could be signed.
    """
    key = source["consumer_key"]
    if key not in services.settings.keys:
        return
    body = {"account_id": source["account_id"], "server_label": source["label"], **fields}
    signed = sign(body, services.settings.keys[key], services.clock)
    claims = {"host": host_of(url), "key": key, "source": str(source["sequence"])}
    services.deliveries.enqueue(lambda: _deliver(services, url, signed), claims)


def _deliver(services: Services, url: str, body: dict[str, Any]) -> None:
    """Send a callback; a failure is logged with the host alone, since URLs may hold secrets."""
    outcome = services.callbacks.deliver(url, body)
    if outcome.status is not None and not outcome.is_delivered:
        _log.warning("%s answered a callback with %d", host_of(url), outcome.status)
    elif not outcome.is_delivered:
        _log.warning("a callback to %s failed: %s", host_of(url), outcome.problem)
