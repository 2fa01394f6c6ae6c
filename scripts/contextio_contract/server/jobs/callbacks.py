"""Callbacks about sources: each is sent until its receiver accepts it, for a day."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import deliveries, jobs
from contextio_contract.server.jobs.kind import Kind, Result, Retries
from contextio_contract.server.outbound.callbacks import host_of, sign
from contextio_contract.server.outbound.limits import CALLBACKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.services import Services

SYNCHRONISED: Final = "first synchronisation"
STATUS_CHANGED: Final = "status"

_NAME: Final = "callback"
_DAY: Final = 24 * 60 * 60
_log = logging.getLogger(__name__)


def enqueue_callback(
    services: Services, connection: Connection, source: Mapping[Any, Any], event: str, fields: dict[str, Any]
) -> None:
    """Enqueue a callback about a source, if it has a URL for the event.

    It is signed here, so that each try has the same token. None is sent for a consumer key that is
    revoked or unknown: nothing could be signed.

    Args:
        services: the services.
        connection: the transaction that causes it.
        source: the columns of the source, and `consumer_key`.
        event: `SYNCHRONISED` or `STATUS_CHANGED`.
        fields: what it tells beside the account and the source.
    """
    url, key = source[_COLUMNS[event]], source["consumer_key"]
    if not url:
        return
    secret = services.keys.signing_secret(key)
    if secret is None:
        _log.warning("source=%d: no callback is sent, as no secret is known to sign it", source["sequence"])
        return
    now, of_source = services.clock(), {"source": source["sequence"]}
    body = {"account_id": source["account_id"], "server_label": source["label"], **fields}
    signed = sign(body, secret, services.clock)
    columns = {**of_source, "event": event, "url": url, "body": signed, "created": now}
    delivery = deliveries.add(connection, columns)
    of_job = {**of_source, "host": host_of(url), "consumer_key": key, "payload": {"delivery": delivery}}
    jobs.enqueue(connection, _NAME, deliveries.job_key(delivery), now, **of_job)


_COLUMNS: Final = {SYNCHRONISED: "callback_url", STATUS_CHANGED: "status_callback_url"}


def deliver(services: Services, job: Job) -> Result:
    """Send a callback, unless there is nothing left to send."""
    sequence = job.payload["delivery"]
    with services.database.read() as connection:
        delivery = deliveries.get(connection, sequence)
    if delivery is None or delivery["body"] is None:
        return Result()
    outcome = services.callbacks.deliver(delivery["url"], delivery["body"])

    def store(connection: Connection) -> None:
        deliveries.add_try(connection, sequence, services.clock(), outcome.status, outcome.problem)

    return Result(outcome.problem, store)


KIND: Final = Kind(_NAME, CALLBACKS, Retries(first=15, longest=4 * 60 * 60, within=_DAY))
