"""A count of the answers of each operation, and how they break its description."""

from __future__ import annotations

import re
import threading
from collections import Counter, defaultdict
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.results import Failure
from contextio_contract.contract.conformity import violations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import requests

    from contextio_contract.conformance.results import Exchange
    from contextio_contract.contract import Operation

KEPT: Final = 10
"""How many distinct failures of an operation are kept."""
ASKED_ENOUGH: Final = 3
"""After how many answers an operation that gave nothing but its absence is taken for missing."""
SENTENCE: Final = "Every answer is one that the operation describes."
_INDEX: Final = re.compile(r"/[0-9]+(?=[/:])")
"""The position of an element, which makes a failure no other one."""


_APART: Final = frozenset({HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.SERVICE_UNAVAILABLE})
"""What tells no defect of the operation itself: it is not there, or not now."""


class Answers:
    """What the operations answered, by operationId.

    Attributes:
        succeeded: how many answers came with a 2xx.
        unimplemented: how many came with a 501.
        unknown: how many came with a 404 to a path without parameters.
        broken: how many came with another 5xx than 501 and 503.
        judged: how many were held against the description.
        failures: the first of each way in which an answer broke it.
    """

    def __init__(self, redact: Callable[[str], str], servers: Mapping[str, str]) -> None:
        """Count nothing yet.

        Args:
            redact: makes a text fit for any reader.
            servers: the base path of each operation that is not below that of the API, by operationId.
        """
        self.succeeded, self.unimplemented, self.judged = Counter[str](), Counter[str](), Counter[str]()
        self.broken, self.unknown = Counter[str](), Counter[str]()
        self._servers = servers
        self.failures: defaultdict[str, dict[str, Failure]] = defaultdict(dict)
        self._redact = redact
        self._counting = threading.Lock()

    def count(self, operation: Operation, status: int) -> None:
        """Count an answer."""
        name = operation.id
        with self._counting:
            self.succeeded[name] += HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
            self.unimplemented[name] += status == HTTPStatus.NOT_IMPLEMENTED
            self.unknown[name] += status == HTTPStatus.NOT_FOUND and not operation.path.parameters
            self.broken[name] += status >= HTTPStatus.INTERNAL_SERVER_ERROR and status not in _APART

    def lacks(self, operation: str) -> int:
        """Return the status that tells that an operation is not implemented; 0 if none does.

        That is 501; or 404, if the operation has a base path other than the API's and nothing is there. An
        operation that ever answers 2xx or another 5xx is implemented.
        """
        server = self._servers.get(operation)
        beside = [name for name, own in self._servers.items() if own == server]
        for status, names, told in (
            (HTTPStatus.NOT_IMPLEMENTED, [operation], self.unimplemented),
            (HTTPStatus.NOT_FOUND, beside, self.unknown),
        ):
            is_there = any(self.succeeded[name] or self.broken[name] for name in names)
            if not is_there and any(told[name] for name in names):
                return int(status)
        return 0

    def tells(self, operation: str) -> bool:
        """Return whether it is known that an operation is implemented, or that it is not."""
        return bool(self.succeeded[operation] or self.lacks(operation))

    def is_known_to_lack(self, operation: str) -> int:
        """Return what `lacks` does for an operation that was asked often enough to be asked no more."""
        return self.lacks(operation) if self.judged[operation] >= ASKED_ENOUGH else 0

    def has_shown_absence(self, operation: str) -> int:
        """Return what `lacks` does for an operation that was asked; 0 for one that may still be there."""
        return self.lacks(operation) if self.judged[operation] else 0

    def judge(self, operation: Operation, response: requests.Response, exchange: Exchange) -> Failure | None:
        """Hold an answer against the description of its operation, and return how it breaks that first."""
        with self._counting:
            self.judged[operation.id] += 1
        status, expected = response.status_code, f"an answer that {operation.id} describes"
        wrong = violations(operation, exchange.method, status, response.headers, response.content)
        if status == HTTPStatus.NOT_IMPLEMENTED and str(status) not in operation.responses:
            wrong = ["the operation is not implemented, although other answers are a success"]
        texts = [self._redact(f"status {status}: {violation}") for violation in wrong]
        found = [Failure(SENTENCE, expected, text, (exchange,), "rules") for text in texts]
        kept = self.failures[operation.id]
        for failure in found:
            if len(kept) < KEPT:
                kept.setdefault(_INDEX.sub("/*", failure.received), failure)
        return next(iter(found), None)
