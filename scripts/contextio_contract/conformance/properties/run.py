"""One run of schemathesis over a deployment, by way of the gateway."""

from __future__ import annotations

from contextlib import contextmanager
from copy import deepcopy
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import requests
import schemathesis
from requests.auth import AuthBase
from schemathesis import engine, hooks
from schemathesis.config import SchemathesisConfig
from schemathesis.core.parameters import ParameterLocation
from schemathesis.engine import events
from schemathesis.engine.run import PhaseName

from contextio_contract.conformance.fixtures.forms import without_mailbox
from contextio_contract.conformance.properties.negative import form_fits, is_negative
from contextio_contract.conformance.properties.settings import disabled_properties, settings
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.safety.marks import mark
from contextio_contract.conformance.wire.addressing import NOWHERE
from contextio_contract.conformance.wire.gateway import SIGN
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from schemathesis import Case, HookContext

    from contextio_contract.conformance.process.supervision import Supervisor
    from contextio_contract.conformance.properties.findings import Findings
    from contextio_contract.conformance.settings.options import Options
    from contextio_contract.conformance.wire.gateway import Gateway

_BY_OPERATION: Final = frozenset({PhaseName.EXAMPLES, PhaseName.COVERAGE, PhaseName.FUZZING})
"""The phases with one scenario for each operation; how many walks along the links there are, nobody knows."""


class _AskForSignature(AuthBase):
    """Marks requests for the gateway to sign; the keys never come here."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = SIGN
        return request


class PropertyTests:
    """One run of schemathesis over a deployment."""

    def __init__(
        self, gateway: Gateway, findings: Findings, selected: Sequence[str], options: Options
    ) -> None:
        """Prepare a run over the operationIds selected, whose findings are added to those given.

        The same seed on a deployment in the same state makes the same requests.
        """
        self._findings = findings
        self._selected = selected
        self._gateway = gateway
        config = SchemathesisConfig.from_dict(settings(gateway.contract, selected, options))
        # The addresses of the description are of no use here, and must not be. schemathesis adds links.
        bundle = {**deepcopy(gateway.contract.bundle), "servers": [{"url": NOWHERE}]}
        self._schema = schemathesis.openapi.from_dict(bundle, config=config)
        self._schema.auth.set_from_requests(_AskForSignature())
        for check, operation in product(disabled_properties(options), selected):
            result = self._findings.result(check, operation)
            result.status, result.reason = Status.DISABLED, "left out by --disable"

    def run(self, supervisor: Supervisor) -> None:
        """Run all phases.

        Raises:
            CannotRun: when the run is given up, or schemathesis breaks it off.
            KeyboardInterrupt: when the user stops the run.
        """
        self._findings.start_counting()
        with only_way_out(self._gateway), _hook(self._aim):
            stream = engine.from_schema(self._schema).execute()
            try:
                for event in stream:
                    self._take(event, supervisor)
                    supervisor.check()
            finally:
                stream.stop()
                stream.generator.close()

    def _take(self, event: events.EngineEvent, supervisor: Supervisor) -> None:
        match event:
            case events.PhaseStarted():
                steps = len(self._selected) if event.phase.name in _BY_OPERATION else None
                supervisor.phase(event.phase.name.value, steps)
            case events.ScenarioFinished():
                self._findings.add_scenario(event)
                supervisor.step(self._findings.failures)
            case events.NonFatalError():
                self._findings.add_error(event)
            case events.Interrupted():
                raise KeyboardInterrupt
            case events.FatalError():
                message = f"schemathesis broke off: {event.exception}"
                raise CannotRun(message) from event.exception

    def _aim(self, context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
        """Point a valid request at something that is there, and at no stranger's mail server.

        The description's examples name what does not exist, and the guard keeps writes to what the run did
        not create. So without this, few requests would be of use.
        """
        del context, kwargs
        guard = self._gateway.guard
        operation = self._gateway.contract.operations[self._findings.operation_of(case.operation.label)]
        if case.path_parameters and not is_negative(case, ParameterLocation.PATH):
            case.path_parameters = guard.aim(operation, case.path_parameters)
        # What a described header does with any text that its schema allows, no schema can tell.
        for parameter in operation.parameters:
            if parameter.location == "header" and case.headers:
                case.headers.pop(parameter.name, None)
        if isinstance(case.body, dict):
            is_valid = not is_negative(case, ParameterLocation.BODY) or form_fits(operation, case.body)
            body = without_mailbox(operation, case.body) if is_valid else case.body
            case.body = mark(body, guard.contract.collection_of(operation), guard.run_id)


@contextmanager
def only_way_out(gateway: Gateway) -> Iterator[None]:
    """Let every session of requests, whoever makes it, send through the gateway and nowhere else.

    schemathesis makes sessions in its engine, its probes and its checks, and takes none from outside. What
    they have in common is how they find the adapter to send with.
    """
    original = requests.Session.get_adapter
    requests.Session.get_adapter = lambda *_, **__: gateway  # type: ignore[method-assign] # see above
    try:
        yield
    finally:
        requests.Session.get_adapter = original  # type: ignore[method-assign] # see above


@contextmanager
def _hook(before_call: Callable[[HookContext, Case[Any], dict[str, Any]], None]) -> Iterator[None]:
    """Register a hook that schemathesis calls before each request; it knows such hooks only globally."""
    hooks.GLOBAL_HOOK_DISPATCHER.register_hook_with_name(before_call, "before_call")
    try:
        yield
    finally:
        hooks.unregister(before_call)
