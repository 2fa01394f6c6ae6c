"""The second consumer key of a run, to which everything of the first one must be unknown."""

from __future__ import annotations

import itertools
from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.safety.survey import ALL_PAGES, survey
from contextio_contract.conformance.wire.gateway import Gateway, entry_points
from contextio_contract.conformance.wire.target import SECOND_KEY, SECOND_SECRET
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Container

    from contextio_contract.conformance.wire.target import Target


def open_second(gateway: Gateway, target: Target) -> None:
    """Give a gateway its `second`, if there is a second key; both count and record together."""
    if target.second is None:
        return
    second = gateway.second = Gateway(target.second, gateway.guard.beside(), gateway.throttle)
    for secret in (target.second.consumer_key, target.second.consumer_secret):
        gateway.hide(secret)
    second.recorder, second.answers, second.retries = gateway.recorder, gateway.answers, gateway.retries


def survey_for_second(gateway: Gateway, left_out: Container[str]) -> None:
    """Look at what the second key has, if there is one, so that no run writes to it.

    If that cannot be listed, nothing is written with this key.

    Args:
        gateway: the way to the deployment with the first key.
        left_out: operationIds that are not called.

    Raises:
        CannotRun: when the deployment refuses the key.
    """
    second = gateway.second
    if second is None:
        return
    second.guard.mode, second.guard.ends_with_run = gateway.guard.mode, gateway.guard.ends_with_run
    for operation in itertools.islice(entry_points(gateway.contract), 1):
        if second.ask("GET", operation.path.text).status_code == HTTPStatus.UNAUTHORIZED:
            keys = f"{SECOND_KEY} and {SECOND_SECRET}"
            message = f"{gateway.base_url} refuses the second key (401); set {keys} to valid ones, or neither"
            raise CannotRun(message)
    pages = 1 if gateway.guard.mode is Mode.READ_ONLY else ALL_PAGES
    if not survey(second, pages, left_out):
        second.guard.mode = Mode.READ_ONLY
