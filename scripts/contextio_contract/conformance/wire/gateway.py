"""The gateway: the one way from the tools of a run to the deployment, which signs, guards and records.

Tools are given an address that leads nowhere and no keys. Only the gateway knows the address and the keys of
the deployment, so what goes around it reaches nothing. It asks the guard about each request as it would
leave. Then it signs the request, sends it when the throttle allows, and records the exchange.
"""

from __future__ import annotations

import json
import threading
import time
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse

from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.outgoing import Outgoing, json_or_none
from contextio_contract.conformance.wire.addressing import NOWHERE, Addressing
from contextio_contract.conformance.wire.answers import Answers
from contextio_contract.conformance.wire.recorder import Recorder
from contextio_contract.conformance.wire.retries import Retries
from contextio_contract.conformance.wire.signing import RIGHT, UNSIGNED, Signer
from contextio_contract.conformance.wire.throttle import Throttle
from contextio_contract.conformance.wire.trail import Trail, current_trail
from contextio_contract.conformance.wire.transport import NoAnswer, TooLarge, Transport
from contextio_contract.contract import media_types

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.conformance.results import Exchange
    from contextio_contract.conformance.safety.guard import Guard
    from contextio_contract.conformance.wire.connection import Connection
    from contextio_contract.conformance.wire.target import Target
    from contextio_contract.contract import Contract, Operation

SIGN: Final = "OAuth to-be-signed"
"""The Authorization header with which a tool asks for its request to be signed."""
SOON: Final = 5.0
"""Seconds in which a deployment must answer that gave no answer before, so that cleaning up is tried."""


class Gateway(HTTPAdapter):
    """Sends requests to a deployment, as far as the guard lets them.

    Attributes:
        contract: the operations of the deployment.
        base_url: its address.
        guard: decides what may leave.
        throttle: how fast requests may leave, and how many.
        retries: what got no answer of the deployment.
        recorder: what left and what came.
        latest: the operationId of the latest request; empty before the first.
        answers: what the operations answered, and how it breaks the description.
        second: the way to the same deployment with a second consumer key; None without one.
        kept: how many requests the guard kept from leaving in the whole run.
        may_have_lost: whether a creation was not answered, so that the ledger may not know what it made.
    """

    def __init__(self, target: Target, guard: Guard, throttle: Throttle | None = None) -> None:
        """Lead to a deployment; without a throttle, as fast and as often as it gets."""
        super().__init__()
        self.contract, self.base_url = guard.contract, target.base_url
        self.guard, self.throttle = guard, throttle or Throttle()
        self.retries = Retries(self.throttle)
        self.recorder = Recorder(target, guard)
        self.latest = ""
        base_paths = {each.id: each.base_path for each in self.contract.operations.values()}
        main = self.contract.base_path if len(set(base_paths.values())) > 1 else None
        own = {name: path for name, path in base_paths.items() if main not in {None, path}}
        self.answers = Answers(self.redact, own)
        self.kept, self.may_have_lost = 0, False
        self._counting, self._trail = threading.Lock(), Trail(f"{guard.run_id}.")
        self._target = target
        self._addressing = Addressing(guard.contract, target, guard.run_id)
        self.signer = Signer(target.consumer_key, target.consumer_secret)
        self.second: Gateway | None = None
        self._transport = Transport(target)

    def ask(
        self, method: str, path: str, signature: str = RIGHT, timeout: float | None = None, **options: Any
    ) -> requests.Response:
        """Send a request, and hold the answer against the description of its operation.

        Args:
            method: its HTTP method.
            path: what follows the deployment's address.
            signature: one of those in `signing`.
            timeout: seconds in which the answer must be complete, if not those of the transport.
            options: those of `requests.Request`, such as `params` and `data`.

        Raises:
            requests.exceptions.InvalidURL: when it redirects to what is no address.
        """
        signed = {} if signature == UNSIGNED else {"Authorization": f"{SIGN} {signature}".strip()}
        named = {"Accept": media_types.JSON} | signed | options.pop("headers", {})
        headers = {name: value for name, value in named.items() if value is not None}
        # Not by a session of requests, which would take as long again to look for cookies and redirects.
        request = requests.Request(method, NOWHERE + path, headers, **options).prepare()
        response = self.send(request, timeout=timeout)
        try:
            urlsplit(response.headers.get("Location", ""))
        except ValueError as error:
            message = "a redirect to what is no address"
            raise requests.exceptions.InvalidURL(message) from error
        exchange = self.recorder.of_requests[response.request]
        if exchange.operation:
            self._judge(self.contract.operations[exchange.operation], response, exchange)
        return response

    def send(  # noqa: PLR0913, PLR0917 - the signature of requests
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002 - the signature of requests
        timeout: Any = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002 - the signature of requests
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Answer a request that was prepared for `NOWHERE`, from the deployment or, if refused, from here.

        Raises:
            NoAnswer: when the deployment does not answer completely, in time and in bounds; `TooLarge` where
                the contract sets no bounds, as it does not divide the list into pages.
            Stopped: when no more may leave, as when the deployment stopped answering.
            requests.ConnectionError: when there never was a connection to it.
        """
        del stream, verify, cert, proxies  # what leaves is decided here
        prepared, outgoing = self._addressing.address(request)
        if objection := self._objection(outgoing):
            self.trail.kept += 1
            with self._counting:
                self.kept += 1
            response = self._respond(request, objection)
            self.recorder.of_requests[request] = self.recorder.exchange(prepared, response, time.time(), "")
            return response
        limit = min(self.connection.timeout, timeout if isinstance(timeout, (int, float)) else float("inf"))
        operation = self.contract.router.match(outgoing.method, outgoing.path)
        try:
            response = self._throttled(request, prepared, operation, limit)
        except requests.RequestException as error:
            error.request = request
            raise
        body = json_or_none(response.content)
        self.trail.created += self.guard.learn(outgoing, response.status_code, response.headers, body)
        self.recorder.privacy.learn(outgoing.path, response, body)
        # The tool keeps seeing its own request: no address, no signature.
        response.request, response.url = request, str(request.url)
        return response

    @property
    def trail(self) -> Trail:
        """What the check that is made in this thread did; beside checks, what the tools did."""
        return current_trail(self._trail)

    @property
    def connection(self) -> Connection:
        """How the deployment is connected to."""
        return self._target.connection

    @property
    def is_loopback(self) -> bool:
        """Whether the deployment is on this machine."""
        return self._target.is_loopback

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way to the deployment can read requests."""
        return self.is_loopback or self.base_url.startswith("https:")

    def is_answered(self) -> bool:
        """Return whether the deployment answers; if it just did not, one read that waits little tells."""
        return self.retries.is_answered(lambda: self._ask_another(None, SOON))

    def hide(self, secret: str) -> None:
        """Let a secret appear in no text that is fit for any reader."""
        self.recorder.redaction.hide(secret)

    def redact(self, text: str) -> str:
        """Return a text of tools or of the deployment fit for any reader, with the deployment's address."""
        return self.recorder.redaction.of(text.replace(NOWHERE, self.base_url))

    def _judge(self, operation: Operation, response: requests.Response, exchange: Exchange) -> None:
        self.trail.violation = self.answers.judge(operation, response, exchange) or self.trail.violation

    def _objection(self, outgoing: Outgoing) -> str | None:
        """Return why a request must not leave, having read whose resources it writes to."""
        objection = self.guard.objection(outgoing)
        if objection is None and (unseen := self.guard.unseen(outgoing)):
            for resource in unseen:
                try:
                    response = self.ask("GET", path_of(resource))
                except NoAnswer:
                    continue
                self.guard.see(resource, json_or_none(response.content) if response.ok else None)
            objection = self.guard.objection(outgoing)
        return objection

    def _throttled(
        self,
        request: requests.PreparedRequest,
        prepared: requests.PreparedRequest,
        operation: Operation | None,
        limit: float,
    ) -> requests.Response:
        """Send what was prepared for a request, and count the responses of its operation."""
        name = operation.id if operation else ""
        self.latest = name or self.latest

        def send() -> requests.Response:
            signed, started, response = self._signed(prepared), time.time(), None
            try:
                response = self._transport.send(signed, limit)
            finally:
                exchange = self.recorder.exchange(signed, response, started, name)
                self.trail.sent += 1
                self.trail.exchanges.append(exchange)
                self.recorder.history.append(exchange)
                self.recorder.of_requests[request] = exchange
            if operation and response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
                self._judge(operation, response, exchange)  # who asked never sees it
            return response

        def read_another() -> requests.Response | None:
            return self._ask_another(operation)

        def send_in_turn() -> requests.Response:
            return self.throttle.send(send, operation, read_another)

        try:
            response = self.retries.send(send_in_turn, request, name, read_another)
        except requests.RequestException as error:
            is_lost = True
            if isinstance(error, TooLarge) and not _lists_without_pages(self.contract, operation):
                raise NoAnswer(str(error)) from error
            raise
        else:
            is_lost = request in self.retries.uncertain
        finally:
            self.trail.is_uncertain |= request in self.retries.uncertain
            self.may_have_lost |= is_lost and bool(operation and self.contract.deletions_linked(operation))
        if operation:
            self.answers.count(operation, response.status_code)
        return response

    def _signed(self, prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        """Return a request as it leaves; each attempt has its own signature, as no nonce may come twice."""
        signed = prepared.copy()
        authorization = prepared.headers.get("Authorization", "")
        if authorization.startswith(SIGN):
            self.signer.sign(signed, authorization.removeprefix(SIGN).strip())
        return signed

    def _ask_another(
        self, operation: Operation | None, timeout: float | None = None
    ) -> requests.Response | None:
        """Read something by another operation, to see whether all of the deployment is in trouble."""
        others = (entry for entry in entry_points(self.contract) if entry is not operation)
        other = next(others, None)
        return self.ask("GET", other.path.text, timeout=timeout) if other else None

    def _respond(self, request: requests.PreparedRequest, objection: str) -> requests.Response:
        """Answer a request that is kept as the deployment would if there were no such resource."""
        value = f"not sent by the conformance run: {objection}"
        body = json.dumps({"type": "error", "value": value, "success": False}).encode()
        headers = {"Content-Type": media_types.JSON, "Content-Length": str(len(body))}
        status = HTTPStatus.NOT_FOUND
        raw = HTTPResponse(BytesIO(body), headers, status=status, reason=status.phrase, preload_content=False)
        return self.build_response(request, raw)


def _lists_without_pages(contract: Contract, operation: Operation | None) -> bool:
    collection = contract.collection_of(operation) if operation and not operation.paging else None
    return bool(collection and collection.lists is operation)


def entry_points(contract: Contract) -> Iterator[Operation]:
    """Yield the operations that can be read without knowing a name, lists of resources first."""
    lists = {collection.lists for collection in contract.collections}
    reads = [
        operation
        for operation in contract.operations.values()
        if operation.method == "GET"
        and not operation.path.parameters
        and not any(parameter.required for parameter in operation.query_parameters)
    ]
    yield from sorted(reads, key=lambda operation: operation not in lists)
