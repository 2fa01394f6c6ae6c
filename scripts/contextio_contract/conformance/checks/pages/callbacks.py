"""Checks of the callbacks of sources, which the run receives itself where the deployment can reach it."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, need
from contextio_contract.conformance.fixtures.callback_addresses import PUBLIC
from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD
from contextio_contract.conformance.fixtures.receiver import receiving
from contextio_contract.conformance.wire.target import is_loopback
from contextio_contract.contract.media_types import essence, is_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource
    from contextio_contract.conformance.fixtures.receiver import Delivery, Receiver
    from contextio_contract.contract import Signature

WITHIN: Final = 30.0
"""Seconds within which a callback must have come."""
QUIET: Final = 0.5
"""Seconds for which nothing more may come."""
OFTEN: Final = 3
"""How often one thing may be told, as a delivery may be repeated."""


@check("sources_create", page="sources")
def src_create_initial_sync_async(deployment: Deployment) -> None:
    """A POST to callback_url tells that the first synchronisation has ended, about once."""
    with _receiver(deployment) as receiver:
        _new_source(deployment, receiver, "callback_url")
        deliveries = _told(receiver, "callback_url", 1)
        time.sleep(QUIET)
        number = len(receiver.deliveries("callback_url"))
        expect(number <= OFTEN, f"at most {OFTEN} requests to callback_url", f"{number} requests")
        for delivery in deliveries:
            _body_of(deployment, delivery, "callback_url")


@check("sources_create", "sources_update", page="sources")
def cb_signature(deployment: Deployment) -> None:
    """Each change of status is told to status_callback_url, signed; nothing is told of a deleted source."""
    with _receiver(deployment) as receiver:
        field, password = "status_callback_url", deployment.mailbox().password
        source = _new_source(deployment, receiver, field)
        nonces = set()
        for number, sent in enumerate((WRONG_PASSWORD, password), 1):
            before = len(receiver.deliveries(field))
            source.update(password=sent)
            status = source.update(force_status_check=1).get("status")
            need((status == "OK") == (sent == password), f"the status is {status} with this password")
            delivery = _told(receiver, field, before + 1)[-1]
            body = _body_of(deployment, delivery, field)
            expect_equal(body.get("account_id"), source.path[1], "account_id")
            expect_equal(body.get("server_label"), source.name, "server_label")
            if status == "OK":
                expect("failure" not in body, "no failure, as the mailbox works again", body)
            nonces.add(body.get("token"))
            expect_equal(len(nonces), number, "the number of different tokens")
        told = len(receiver.deliveries(field))
        source.remove()
        expect(told <= 2 * OFTEN, f"at most {2 * OFTEN} requests for two changes", f"{told} requests")
        time.sleep(QUIET)
        expect_equal(len(receiver.deliveries(field)), told, "the number of requests after the deletion")


@contextmanager
def _receiver(deployment: Deployment) -> Iterator[Receiver]:
    """Yield a receiver that the deployment can reach.

    Raises:
        NotExercised: if it can reach none, as far as is known.
    """
    can_reach = deployment.gateway.is_loopback and is_loopback(deployment.mailbox().host)
    need(can_reach, "it needs a deployment that reaches this machine, to which callbacks can be sent")
    with receiving() as receiver:
        yield receiver


def _new_source(deployment: Deployment, receiver: Receiver, field: str) -> Resource:
    """Return a new source whose callbacks of a kind lead to the receiver."""
    sources: Collection = deployment["accounts"].any()["sources"]
    response = sources.post(**sources.form(**{field: receiver.url(field)}))
    if response.status == HTTPStatus.BAD_REQUEST:
        sources.new(**{field: PUBLIC})
        need(response.status != HTTPStatus.BAD_REQUEST, "the deployment refuses callbacks to this machine")
    created = response.must_be(HTTPStatus.CREATED).object
    name = sources.described.name_in(created)
    expect(bool(name), "the label of what was created", created)
    return sources[str(name)]


def _told(receiver: Receiver, field: str, number: int) -> list[Delivery]:
    deliveries = receiver.wait(field, number, WITHIN)
    expect(
        len(deliveries) >= number, f"a request to {field} within {WITHIN:g} s", f"{len(deliveries)} requests"
    )
    return deliveries


def _body_of(deployment: Deployment, delivery: Delivery, field: str) -> dict[str, Any]:
    """Return the body of a callback, which must be as the creation describes it."""
    creates = deployment.contract.operations["sources_create"]
    callback = next(each for each in creates.callbacks if each.expression.endswith(f"#/{field}}}"))
    media = callback.body and callback.body.json
    expect_equal(delivery.method, callback.method, f"the method of the request to {field}")
    expect(is_json(essence(delivery.content_type)), f"{field} told in JSON", delivery.content_type)
    try:
        body = json.loads(delivery.body)
    except ValueError:
        body = None
    expect(isinstance(body, dict), "a JSON object", delivery.body.decode(errors="replace"))
    if media:
        wrong = [error.message for error in media.schema.validator.iter_errors(body)]
        expect(not wrong, f"a body that is described for {field}", "; ".join(wrong))
        if media.schema.signature:
            _expect_signed(deployment, body, media.schema.signature)
    return dict(body)


def _expect_signed(deployment: Deployment, body: dict[str, Any], signature: Signature) -> None:
    """Expect a body to be of now, and signed with the secret of the consumer key."""
    age = time.time() - body[signature.time]
    expect(abs(age) <= signature.max_age, f"{signature.time} of now", f"{age:.0f} s ago")
    expect(body[signature.nonce] not in {"", None}, f"a {signature.nonce} that is not empty", body)
    message = "".join(str(body[name]) for name in signature.over)
    is_right = deployment.gateway.signer.code_of(message) == body[signature.field]
    expect(
        is_right, f"{signature.field} over {' and '.join(signature.over)}, with the secret of the key", body
    )
