"""The property tests: schemathesis, driven through its engine and its stream of events."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import hypothesis.configuration
import requests
import schemathesis
from requests.auth import AuthBase
from schemathesis import engine, hooks
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.engine import events
from schemathesis.engine.errors import ServerUnavailable
from schemathesis.engine.run import PhaseName

from contextio_contract.conformance.results import CheckResult, Exchange, Failure, Status
from contextio_contract.conformance.rulebook import Rulebook
from contextio_contract.conformance.safety import sandbox
from contextio_contract.conformance.wire.gateway import (
    BODY_KEPT,
    NOWHERE,
    SIGN,
    TIME_LIMIT,
    NoAnswer,
    only_way_out,
)
from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence

    from schemathesis import Case, HookContext, Response
    from schemathesis.engine.recorder import Interaction, ScenarioRecorder

    from contextio_contract.conformance.reports.progress import Progress
    from contextio_contract.conformance.wire.gateway import Gateway

BODY_SHOWN: Final = 1000
"""Characters of an answer that a failure shows beside the exchange."""
SENTENCES: Final = {
    "not_a_server_error": "The operation answers no 5xx but those that it documents.",
    "status_code_conformance": "The operation answers only statuses that it documents.",
    "content_type_conformance": "Answers have the media type that the operation documents.",
    "response_headers_conformance": "Documented headers of answers are as their schema says.",
    "response_schema_conformance": "Answers are as their schema says.",
    "negative_data_rejection": "What the schema does not allow is refused.",
    "positive_data_acceptance": "What the schema allows is not refused.",
    "use_after_free": "What was deleted is gone.",
    "ensure_resource_availability": "What was created is there.",
    "ignored_auth": "What is not signed is refused.",
    "answers": "The operation answers completely, in time and in bounds.",
    "engine": "The property tests of the operation can be made.",
}
"""The checks of schemathesis in one sentence each, and below them two of ours about its work."""
WITHOUT_OBJECT: Final = (
    "unsupported_method",  # the contract says nothing about methods that it does not describe
    "allow_header_conformance",
    "missing_required_header",  # it requires no headers
    "object_level_authorization",  # there is one identity
)
"""Checks of schemathesis that could not fail here, and so must not count as passed."""
ABOUT_ONE: Final = frozenset({"use_after_free", "ensure_resource_availability"})
"""Checks that are about operations on a single thing."""
OURS: Final = frozenset({"answers", "engine"})
"""Those of them that schemathesis does not know."""


def configuration(
    bundle: Mapping[str, Any],
    selected: Container[str],
    seed: int,
    max_examples: int,
    disabled: Collection[str] = (),
) -> dict[str, Any]:
    """Return the configuration of schemathesis, in the words of its own file format."""
    return {
        "seed": seed,
        "base-url": NOWHERE,
        "workers": 1,  # more of them would not repeat exactly
        "continue-on-failure": True,
        "max-redirects": 0,
        "request-timeout": TIME_LIMIT,
        "request-retries": 0,
        "suppress-health-check": ["all"],  # they judge the speed of this machine, not the deployment
        "cache": {"enabled": False},  # it would keep failing requests on disk
        "warnings": False,
        "generation": {"max-examples": max_examples, "database": "none"},
        "phases": {
            # The contract says nothing about methods that it does not describe.
            "coverage": {"unexpected-methods": []},
            "stateful": {"enabled": _are_linked(bundle, selected)},
        },
        "checks": {name: {"enabled": False} for name in (*WITHOUT_OBJECT, *disabled)},
        "operations": list(_operations(bundle, selected)),
    }


def _operations(bundle: Mapping[str, Any], selected: Container[str]) -> Iterator[dict[str, Any]]:
    """Yield, for each operation, whether it is selected, and that the 5xx that it documents is no fault.

    A 503 tells that the mail server does not answer, which is for the contract an answer like any other.
    """
    for definition in _definitions(bundle):
        documented = [status for status in definition["responses"] if status.startswith("5")]
        yield {
            "include-operation-id": definition["operationId"],
            "enabled": definition["operationId"] in selected,
            "checks": {"not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", *documented]}},
        }


def _are_linked(bundle: Mapping[str, Any], selected: Container[str]) -> bool:
    """Whether a link leads from a selected operation to another, without which there is no walk."""
    return any(
        link.get("operationId") in selected
        for definition in _definitions(bundle)
        if definition["operationId"] in selected
        for response in definition["responses"].values()
        for link in response.get("links", {}).values()
    )


def _definitions(bundle: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in bundle["paths"].values():
        yield from (definition for definition in item.values() if "operationId" in definition)


class AskForSignature(AuthBase):
    """Marks requests for the gateway to sign; the keys never come here."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Mark a request."""
        request.headers["Authorization"] = SIGN
        return request


class PropertyTests:
    """One run of schemathesis over a deployment.

    Attributes:
        results: what was found so far, by check and operationId.
    """

    def __init__(  # noqa: PLR0913 - what a run has
        self,
        bundle: Mapping[str, Any],
        gateway: Gateway,
        selected: Sequence[str],
        *,
        seed: int,
        max_examples: int,
        disabled: Collection[str] = (),
    ) -> None:
        """Prepare a run over the selected operations.

        The same seed on a deployment in the same state makes the same requests.

        Args:
            bundle: the description.
            gateway: the way to the deployment.
            selected: the operationIds of what is to be tested.
            seed: decides what is drawn.
            max_examples: how many requests are drawn for an operation.
            disabled: the checks of schemathesis that are left out.
        """
        self.results: dict[tuple[str, str], CheckResult] = {}
        self._selected = selected
        self._rulebook = Rulebook.load()
        self._gateway = gateway
        self._seen: set[tuple[str, str, object]] = set()
        config = SchemathesisConfig.from_dict(configuration(bundle, selected, seed, max_examples, disabled))
        # The addresses of the description are of no use here, and must not be.
        self._schema = schemathesis.openapi.from_dict(
            {**bundle, "servers": [{"url": NOWHERE}]}, config=config
        )
        self._schema.auth.set_from_requests(AskForSignature())
        for check, operation in product(disabled, selected):
            result = self._result(check, operation)
            result.status, result.reason = Status.DISABLED, "left out by --disable"

    def run(self, time_limit: float, interrupted: threading.Event, progress: Progress) -> None:
        """Run all phases.

        Args:
            time_limit: seconds after which the run is given up.
            interrupted: set when the user stops the run.
            progress: told how far the run is.

        Raises:
            CannotRun: when the run could not be finished, for a reason that is not the deployment's.
            KeyboardInterrupt: when the user stops the run.
        """
        deadline = time.monotonic() + time_limit
        with only_way_out(self._gateway), _hook(self._aim), no_files():
            stream = engine.from_schema(self._schema).execute()
            try:
                for event in stream:
                    self._take(event, progress)
                    if interrupted.is_set():
                        raise KeyboardInterrupt
                    if self._gateway.throttle.stopped:
                        raise CannotRun(self._gateway.throttle.stopped)
                    if time.monotonic() > deadline:
                        message = (
                            f"the run was not finished within {time_limit:g} s; try fewer --max-examples"
                        )
                        raise CannotRun(message)
            finally:
                stream.stop()
                stream.generator.close()
                for name in self._selected:
                    if not self._gateway.answered[name]:
                        result = self._result("answers", name)
                        if result.status is Status.PASS:
                            result.status = Status.NOT_EXERCISED
                            result.reason = "no request of this operation was answered"

    def _take(self, event: events.EngineEvent, progress: Progress) -> None:
        match event:
            case events.PhaseStarted():
                progress.phase(event.phase.name.value, self._steps_of(event.phase.name))
            case events.ScenarioFinished():
                self._collect(event)
                failures = sum(result.status is Status.FAIL for result in self.results.values())
                progress.step(sum(self._gateway.answered.values()), failures)
            case events.NonFatalError():
                self._collect_error(event)
            case events.Interrupted():
                raise KeyboardInterrupt
            case events.FatalError():
                message = f"schemathesis broke off: {event.exception}"
                raise CannotRun(message) from event.exception

    def _steps_of(self, phase: PhaseName) -> int | None:
        """Return how many scenarios a phase has: one for each operation; how many walks, nobody knows."""
        by_operation = {PhaseName.EXAMPLES, PhaseName.COVERAGE, PhaseName.FUZZING}
        return len(self._selected) if phase in by_operation else None

    def _aim(self, context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
        """Point a valid request at something that is there, and at no stranger's mail server.

        This makes requests useful: the description's examples name what does not exist, and the guard lets
        no write leave that goes to what the run did not create.
        """
        del context, kwargs
        operation = self._gateway.guard.operations[_operation_id(case)]
        if case.path_parameters and not _is_negative(case, ParameterLocation.PATH):
            case.path_parameters = self._gateway.guard.aim(operation, case.path_parameters)
        body = case.body
        if isinstance(body, dict) and "server" in body and not _is_negative(case, ParameterLocation.BODY):
            # Whether a provider's key is registered is nothing that a schema can tell.
            body = {name: body[name] for name in body if not name.startswith("provider_")}
            body |= sandbox.NOWHERE_TO_LOG_IN
        if isinstance(body, dict):
            case.body = sandbox.marked(body, self._gateway.guard.run_id)

    def _collect(self, event: events.ScenarioFinished) -> None:
        """Add what the checks of a scenario said, failures that are known already aside."""
        recorder, redact = event.recorder, self._gateway.redact
        for case_id, checks in recorder.checks.items():
            for check in checks:
                failure = check.failure_info.failure if check.failure_info else None
                at_fault = failure.case_id if failure and failure.case_id in recorder.cases else case_id
                case = recorder.cases[at_fault].value
                name = _operation_id(case)
                if failure is None and not self._is_about(check.name, name):
                    continue
                result = self._result(check.name, name)
                result.requests += 1
                response = recorder.find_response(case_id=case.id)
                result.seconds += response.elapsed if response else 0.0
                if failure is None or (name, check.name, failure) in self._seen:
                    continue
                self._seen.add((name, check.name, failure))
                result.status = Status.FAIL
                result.failures.append(
                    Failure(
                        title=failure.title,
                        expected=redact(failure.message),
                        received=redact(f"{response.status_code} {_text(response, BODY_SHOWN)}")
                        if response
                        else "",
                        exchanges=tuple(self._exchanges(recorder, case.id)),
                        phase=event.phase.value,
                    )
                )

    def _is_about(self, check: str, operation: str) -> bool:
        """Whether a check says anything about an operation."""
        return check not in ABOUT_ONE or self._gateway.guard.operations[operation].path[-1].startswith("{")

    def _exchanges(self, recorder: ScenarioRecorder, case_id: str) -> Iterator[Exchange]:
        """Yield what led to a case, and the case itself last."""
        parent = recorder.cases[case_id].parent_id if case_id in recorder.cases else None
        if parent is not None and parent != case_id:
            yield from self._exchanges(recorder, parent)
        interaction = recorder.interactions.get(case_id)
        if interaction is not None:
            yield self._exchange(interaction, _operation_id(recorder.cases[case_id].value))

    def _exchange(self, interaction: Interaction, operation: str) -> Exchange:
        redact, request, response = self._gateway.redact, interaction.request, interaction.response
        return Exchange(
            method=request.method,
            url=redact(request.uri),
            request_headers={
                name: redact(", ".join(values))
                for name, values in request.headers.items()
                if name != "Authorization"
            },
            request_body=redact((request.body or b"")[:BODY_KEPT].decode(errors="replace")),
            status=response.status_code if response else None,
            response_headers={name: redact(", ".join(values)) for name, values in response.headers.items()}
            if response
            else {},
            response_body=redact(_text(response, BODY_KEPT)) if response else "",
            started=interaction.timestamp,
            seconds=response.elapsed if response else 0.0,
            operation=operation,
        )

    def _collect_error(self, event: events.NonFatalError) -> None:
        """Tell apart what the deployment did, such as not answering, from what the suite could not do."""
        error = event.value
        if isinstance(error, Stopped) or self._gateway.throttle.stopped:
            return  # the run ends anyway
        operation = self._operation_of(event.label)
        if not isinstance(error, (requests.RequestException, ServerUnavailable)):
            result = self._result("engine", operation)
            result.status = Status.ERROR
            result.reason = self._gateway.redact(f"{event.info.title}: {event.info.message}")
            return
        known = ("answers", operation, str(error))
        if known in self._seen:
            return
        self._seen.add(known)
        if isinstance(error, NoAnswer):
            title, expected = "No complete answer", str(error)
        else:
            title, expected = "The deployment went away", "it took no more connections after this request"
        result = self._result("answers", operation)
        result.status = Status.FAIL
        latest = tuple(self._gateway.exchanges)[-1:]
        phase = event.phase.value if event.phase else ""
        result.failures.append(Failure(title, expected, "", latest, phase))

    def _result(self, check: str, operation: str) -> CheckResult:
        key = (check, operation)
        if key not in self.results:
            self.results[key] = CheckResult(
                id=f"schemathesis.{check}",
                page=self._gateway.guard.operations[operation].tag,
                operations=(operation,),
                sentence=SENTENCES.get(check, check.replace("_", " ").capitalize() + "."),
                documented="",
                described=self._rulebook.described(operation),
            )
        return self.results[key]

    def _operation_of(self, label: str) -> str:
        """Return the operationId that schemathesis calls by a label such as GET /accounts/{id}."""
        for operation in self._gateway.guard.operations:
            if label == f"{operation.method} /{'/'.join(operation.path)}":
                return operation.id
        return self._gateway.latest or self._selected[0]


@contextmanager
def _hook(before_call: Callable[[HookContext, Case[Any], dict[str, Any]], None]) -> Iterator[None]:
    """Register a hook that schemathesis calls before each request; it knows such hooks only globally."""
    hooks.GLOBAL_HOOK_DISPATCHER.register_hook_with_name(before_call, "before_call")
    try:
        yield
    finally:
        hooks.unregister(before_call)


@contextmanager
def no_files() -> Iterator[None]:
    """Let hypothesis keep its caches in a folder that goes with the run, not in the user's."""
    with tempfile.TemporaryDirectory() as folder:
        hypothesis.configuration.set_hypothesis_home_dir(folder)
        try:
            yield
        finally:
            hypothesis.configuration.set_hypothesis_home_dir(None)


def _is_negative(case: Case[Any], location: ParameterLocation) -> bool:
    """Whether a part of a request was made to break its schema."""
    return case.meta is not None and case.meta.is_negative_at(location)


def _text(response: Response, length: int) -> str:
    """Return the first bytes of a body as text, whatever they are."""
    return response.content[:length].decode(errors="replace")


def _operation_id(case: Case[Any]) -> str:
    return str(case.operation.definition.raw["operationId"])
