"""Checks that a deployment in trouble leaves undecided, and notes on flaky, limited and slow requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.results import Status
from contextio_contract.conformance.wire.retries import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from contextio_contract.conformance.results import CheckResult
    from contextio_contract.conformance.wire.answers import Answers
    from contextio_contract.conformance.wire.gateway import Gateway

IN_TROUBLE: Final = "undecided: the deployment was in trouble by then"
RESENT: Final = "undecided: a write got no answer of the deployment and was sent again"
NO_SUCCESS: Final = "undecided: no operation answered with success (2xx)"
SLOW: Final = 0.5
"""Seconds from which on the average answer is called slow."""


def leave_undecided(results: Sequence[CheckResult], since: float) -> None:
    """Take back failures with a request of a time or later, in seconds since 1970; earlier ones stay."""
    for result in results:
        if result.status is not Status.FAIL:
            continue
        result.failures = [
            failure
            for failure in result.failures
            if not any(exchange.started >= since for exchange in failure.exchanges)
        ]
        if not result.failures:
            result.status, result.reason = Status.NOT_EXERCISED, IN_TROUBLE


def leave_unjudged(results: Sequence[CheckResult], answers: Answers) -> None:
    """Take back all that was found where no operation ever answered with success, as it has one cause."""
    if not answers.succeeded.total():
        for result in results:
            if result.status in {Status.PASS, Status.FAIL}:
                result.not_exercised(NO_SUCCESS)


def notes_on_requests(gateway: Gateway) -> Iterator[str]:
    """Yield what the requests of a run met beside the contract: what was flaky, limited or slow."""
    throttle, retries = gateway.throttle, gateway.retries
    flaky = retries.failed - retries.in_a_row if throttle.trouble else retries.failed
    if number := flaky.total():
        yield (
            f"flaky: {_part(number, throttle.sent)} got no answer of the deployment "
            f"({listed(flaky)}), and were sent again"
        )
    if throttle.turned_away:
        yield (
            f"limited: the deployment turned {_part(throttle.turned_away, throttle.sent)} away (429); "
            f"--rate {throttle.accepted_rate:.1f} keeps below its limit"
        )
    times = [exchange.seconds for exchange in gateway.recorder.history]
    if times and (average := sum(times) / len(times)) >= SLOW:
        yield (
            f"slow: a request took {average:.1f} s on average and {max(times):.1f} s at most; "
            "a larger --max-time or fewer --max-examples let such a run finish"
        )


def _part(number: int, total: int) -> str:
    return f"{number:,} of {total:,} requests ({number / total:.1%})"
