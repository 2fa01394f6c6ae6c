"""Findings of schemathesis, from its events to the results of checks."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

import requests

from contextio_contract.conformance.properties.settings import ABOUT_RESOURCE, SENTENCES
from contextio_contract.conformance.results import PROPERTY, CheckResult, Failure, Status
from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.conformance.wire.transport import NoAnswer, TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemathesis.engine import events
    from schemathesis.engine.recorder import ScenarioRecorder

    from contextio_contract.conformance.rulebook import Rulebook
    from contextio_contract.conformance.wire.gateway import Gateway

_HINT: Final = re.compile(r"\s*Hint: .*additionalProperties.*", re.DOTALL)
"""What schemathesis advises the author of a description, not the owner of a deployment."""
_SCHEMA: Final = re.compile(r"(?<=\n\nSchema at )([^\n:]+):\n\n    .*?(?=\n\nValue:\n|\Z)", re.DOTALL)
"""The text of a schema in what schemathesis says, after its place; the reference shows it better."""
_BODY_SHOWN: Final = 1000
"""Characters of a response that a failure shows beside the exchange."""


class Findings:
    """What the property tests found.

    Attributes:
        results: the result of each check of each operation, by check and operationId.
    """

    def __init__(self, gateway: Gateway, rulebook: Rulebook) -> None:
        self.results: dict[tuple[str, str], CheckResult] = {}
        self._gateway = gateway
        self._rulebook = rulebook
        self._counted = (0, 0.0)
        self._seen: set[tuple[str, str, object]] = set()

    def operation_of(self, label: str) -> str:
        """Return the operationId that schemathesis calls by a label such as GET /accounts/{id}."""
        contract = self._gateway.contract
        operation = contract.find(*label.split(" ", 1)) if " " in label else None
        return operation.id if operation else self._gateway.latest or next(iter(contract.operations))

    def result(self, check: str, operation: str) -> CheckResult:
        """Return the result of a check of an operation; it passes until something else is found."""
        key = (check, operation)
        if key not in self.results:
            described = self._gateway.contract.operations[operation]
            sentence = SENTENCES.get(check, check.replace("_", " ").capitalize() + ".")
            self.results[key] = self._rulebook.result_of(described, f"{PROPERTY}{check}", sentence)
        return self.results[key]

    @property
    def failures(self) -> int:
        """How many checks failed."""
        return sum(result.status is Status.FAIL for result in self.results.values())

    def add_scenario(self, event: events.ScenarioFinished) -> None:
        """Add what the checks of a scenario said, failures that were found before aside."""
        # Not at the top, as schemathesis takes its time to be imported.
        from contextio_contract.conformance.properties.negative import breaks_schema, is_always_taken

        recorder, redact = event.recorder, self._gateway.redact
        for case_id, checks in recorder.checks.items():
            for check in checks:
                failure = check.failure_info.failure if check.failure_info else None
                at_fault = failure.case_id if failure and failure.case_id in recorder.cases else case_id
                case = recorder.cases[at_fault].value
                operation = self.operation_of(case.operation.label)
                if failure is None and not self._is_about(check.name, operation):
                    continue
                described = self._gateway.contract.operations[operation]
                if failure and check.name == "negative_data_rejection" and not breaks_schema(described, case):
                    continue  # as it was sent, it breaks no schema
                if (
                    failure
                    and check.name == "positive_data_acceptance"
                    and not is_always_taken(described, case)
                ):
                    continue
                result = self.result(check.name, operation)
                self._count_once(result)
                result.answers += 1
                response = recorder.find_response(case_id=case.id)
                if failure is None or (operation, check.name, failure) in self._seen:
                    continue
                requests_of_case = tuple(self._requests(recorder, case.id))
                if not self._gateway.retries.uncertain.isdisjoint(requests_of_case):
                    continue  # a write that a gateway failed may have had its effect twice
                self._seen.add((operation, check.name, failure))
                body = response.content[:_BODY_SHOWN].decode(errors="replace") if response else ""
                received = redact(f"{response.status_code} {body}") if response else ""
                exchanges = tuple(map(self._gateway.recorder.of_requests.__getitem__, requests_of_case))
                result.status = Status.FAIL
                result.failures.append(
                    Failure(
                        failure.title,
                        redact(without_advice(failure.message)),
                        received,
                        exchanges,
                        event.phase.value,
                    )
                )

    def add_error(self, event: events.NonFatalError) -> None:
        """Add what the deployment did, such as not answering, apart from what the suite could not do."""
        from schemathesis.engine.errors import ServerUnavailable

        error, operation = event.value, self.operation_of(event.label)
        if isinstance(error, Stopped) or self._gateway.throttle.stopped:
            return  # the run ends anyway
        if not isinstance(error, (requests.RequestException, ServerUnavailable)):
            result = self.result("engine", operation)
            result.status = Status.ERROR
            result.reason = self._gateway.redact(f"{event.info.title}: {event.info.message}")
            return
        key = ("answers", operation, str(error))
        if key in self._seen:
            return
        self._seen.add(key)
        title, expected = "The deployment went away", "it took no more connections after this request"
        if isinstance(error, NoAnswer):
            title, expected = "No complete answer", str(error)
        result = self.result("answers", operation)
        if isinstance(error, TooLarge):
            result.status, result.reason = Status.NOT_EXERCISED, str(error)
            return
        latest = tuple(self._gateway.trail.exchanges)[-1:]
        phase = event.phase.value if event.phase else ""
        result.status = Status.FAIL
        result.failures.append(Failure(title, expected, "", latest, phase))

    def start_counting(self) -> None:
        """Leave out what was sent until now when requests and time are counted."""
        self._counted = (self._gateway.trail.sent, time.monotonic())

    def _count_once(self, result: CheckResult) -> None:
        """Add to a result the requests and the time that none has yet, which are those of its scenario."""
        now = (self._gateway.trail.sent, time.monotonic())
        result.requests += now[0] - self._counted[0]
        result.seconds += now[1] - self._counted[1]
        self._counted = now

    def _is_about(self, check: str, operation: str) -> bool:
        """Return whether a check says anything about an operation."""
        path = self._gateway.contract.operations[operation].path
        return check not in ABOUT_RESOURCE or path.names_resource

    def _requests(self, recorder: ScenarioRecorder, case_id: str) -> Iterator[requests.PreparedRequest]:
        """Yield the requests that led to a case, and that of the case itself last."""
        parent = recorder.cases[case_id].parent_id if case_id in recorder.cases else None
        if parent is not None and parent != case_id:
            yield from self._requests(recorder, parent)
        response = recorder.find_response(case_id=case_id)
        if response and response.request in self._gateway.recorder.of_requests:
            yield response.request


def without_advice(message: str) -> str:
    """Return what schemathesis says without texts of schemas and hints to the author of a description."""
    return _SCHEMA.sub(r"\1", _HINT.sub("", message))
