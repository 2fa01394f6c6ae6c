"""The privacy of a run: it learns what the run meets, and masks what others than the run will read.

Masked are texts of others: neither the run sent or created them, nor does the description name them. All
other data stay: numbers, booleans, statuses, and the form of answers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.privacy.masking import Masking
from contextio_contract.conformance.privacy.origins import Origins

if TYPE_CHECKING:
    import requests

    from contextio_contract.conformance.results import CheckResult, Exchange, Failure, RunResult
    from contextio_contract.conformance.safety.guard import Guard
    from contextio_contract.conformance.safety.ledger import Resource
    from contextio_contract.conformance.safety.outgoing import Outgoing

_READ: Final = 100_000
"""Bytes that are read of a body that is not JSON; reports show fewer."""
_PROTOCOL: Final = frozenset(
    {
        "age",
        "connection",
        "content-encoding",
        "content-length",
        "date",
        "expires",
        "keep-alive",
        "last-modified",
        "retry-after",
        "transfer-encoding",
        "vary",
    }
)
"""Headers of answers that are about the exchange alone, in small letters."""
_OF_SUITE: Final = frozenset({"accept", "accept-encoding", "user-agent"})
"""Headers of requests that the suite itself sets, in small letters."""
_ORIGIN: Final = re.compile("^[a-z]+://[^/?#]*")
_MEDIA_TYPE: Final = re.compile(r"[\w.+-]+/[\w.+-]+(?:; *charset=[\w-]+)?")


class Privacy:
    """What a run knows of where texts come from, and the masks that follow from it."""

    def __init__(self, guard: Guard, base_url: str) -> None:
        self._origins = Origins(guard, base_url)
        self._masking = Masking(self._origins)
        self._masked: dict[int, tuple[Exchange, Exchange]] = {}

    def meet(self, request: Outgoing, response: requests.Response | None) -> None:
        """Learn what the run sends, and what an answer says in its headers or as an error."""
        self._origins.learn_request(request)
        if response is None:
            return
        for name, text in response.headers.items():
            if not _is_protocol(name, text):
                # Where a deployment redirects to is a host of its own, which errors name.
                self._origins.learn_message(_ORIGIN.sub("", text) if name.lower() == "location" else text)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            self._hear(response)

    def learn(self, path: Resource, response: requests.Response, body: Any) -> None:
        """Learn what a success shows, once the ledger knows what it created.

        Args:
            path: the decoded segments of the path that was asked for.
            response: the answer.
            body: its parsed body; None if it is no JSON.
        """
        if response.status_code < HTTPStatus.BAD_REQUEST:
            self._origins.learn(path, body)
            if body is None:
                self._hear(response)

    def of_run(self, result: RunResult) -> RunResult:
        """Return a result without texts of others."""
        return replace(
            result,
            checks=[self._of_check(check) for check in result.checks],
            exchanges=[self._of_exchange(exchange) for exchange in result.exchanges],
            notes=[*map(self._masking.mask_message, result.notes)],
            gave_up=self._masking.mask_message(result.gave_up),
            trouble=self._masking.mask_message(result.trouble),
        )

    def _hear(self, response: requests.Response) -> None:
        self._origins.learn_message(response.content[:_READ].decode(errors="replace"))

    def _of_check(self, check: CheckResult) -> CheckResult:
        failures = [self._of_failure(failure) for failure in check.failures]
        return replace(check, reason=self._masking.mask_message(check.reason), failures=failures)

    def _of_failure(self, failure: Failure) -> Failure:
        return replace(
            failure,
            title=self._masking.mask_message(failure.title),
            expected=self._masking.mask_message(failure.expected),
            received=self._masking.mask_message(failure.received),
            exchanges=tuple(map(self._of_exchange, failure.exchanges)),
        )

    def _of_exchange(self, exchange: Exchange) -> Exchange:
        """Return an exchange without texts of others, and always the same one for the same one."""
        if id(exchange) not in self._masked:
            self._masked[id(exchange)] = exchange, self._masked_exchange(exchange)
        return self._masked[id(exchange)][1]

    def _masked_exchange(self, exchange: Exchange) -> Exchange:
        masking, status = self._masking, exchange.status or 0
        return replace(
            exchange,
            url=masking.mask_request(exchange.url),
            request_headers={
                name: text if name.lower() in _OF_SUITE else masking.mask_request(text)
                for name, text in exchange.request_headers.items()
            },
            request_body=masking.mask_request(exchange.request_body),
            response_headers={
                name: text if _is_protocol(name, text) else masking.mask_header(text)
                for name, text in exchange.response_headers.items()
            },
            response_body=masking.mask_body(
                exchange.response_body, is_error=status >= HTTPStatus.BAD_REQUEST
            ),
        )


def _is_protocol(name: str, text: str) -> bool:
    """Return whether a header of an answer tells nothing but how it was sent."""
    is_type = name.lower() == "content-type" and _MEDIA_TYPE.fullmatch(text)
    return bool(is_type) or name.lower() in _PROTOCOL
