"""The one way out: everything that a run sends passes through here, whichever tool sends it.

Tools are given an address that leads nowhere and no keys. Only the gateway knows where the deployment is and
how to sign, so what goes around it reaches nothing. It asks the guard about each request in the form in
which it would leave, then signs it, sends it and reads the answer in bounded time and size.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, deque
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from unittest import mock
from urllib.parse import quote

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError, MaxRetryError, ReadTimeoutError

from contextio_contract.conformance.results import Exchange
from contextio_contract.conformance.safety.guard import Outgoing
from contextio_contract.conformance.wire.redaction import Redaction
from contextio_contract.conformance.wire.signing import Signer
from contextio_contract.conformance.wire.throttle import Throttle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from contextio_contract.conformance.operations import Resource
    from contextio_contract.conformance.safety.guard import Guard
    from contextio_contract.conformance.wire.target import Target

NOWHERE: Final = "http://deployment.invalid"
"""What tools take for the deployment's address; RFC 2606 keeps such names from ever being one."""
SIGN: Final = "OAuth to-be-signed"
"""The Authorization header with which a tool asks for its request to be signed."""
TIME_LIMIT: Final = 10.0
"""Seconds in which an answer must be complete."""
SILENCE: Final = 3
"""After how many requests in a row without a complete answer an operation is asked no more."""
SIZE_LIMIT: Final = 8 * 2**20
"""Bytes that an answer may have."""
FORWARDED: Final = ("Accept", "Authorization", "Content-Type", "User-Agent")
"""The headers that leave. Others could change what a request means, and no operation knows any."""
CHUNK: Final = 2**16
BODY_KEPT: Final = 10_000
"""Characters of a body that an exchange keeps."""
EXCHANGES_KEPT: Final = 100
HISTORY_KEPT: Final = 10_000


class NoAnswer(requests.Timeout):
    """The deployment gave no complete answer; the text says in what way."""


class Gateway(HTTPAdapter):
    """Sends requests to a deployment, as far as the guard lets them.

    Attributes:
        latest: the operationId of the latest request; empty before the first.
        answered: how many requests of each operationId were answered.
        succeeded: how many of them with a status below 400.
        kept: how many requests the guard kept from leaving.
        may_have_lost: whether a creation was not answered, so that the ledger may not know what it made.
        exchanges: the latest requests that left, with their answers; who uses them may clear them.
        history: the same of the whole run, up to the latest 10,000.
        throttle: how fast requests may leave, and how many.
    """

    def __init__(self, target: Target, guard: Guard, throttle: Throttle | None = None) -> None:
        """Open the gateway to a deployment; without a throttle, as fast and as often as it gets."""
        super().__init__()
        self.guard = guard
        self.throttle = throttle or Throttle()
        self.exchanges: deque[Exchange] = deque(maxlen=EXCHANGES_KEPT)
        self.history: deque[Exchange] = deque(maxlen=HISTORY_KEPT)
        self.latest = ""
        self.answered: Counter[str] = Counter()
        self.succeeded: Counter[str] = Counter()
        self.kept = 0
        self.may_have_lost = False
        self._unanswered: Counter[str] = Counter()
        self._target = target
        self._redaction = Redaction(target.consumer_secret, target.consumer_key)
        self.base_url = target.base_url
        self._signer = Signer(target.consumer_key, target.consumer_secret)
        # The environment's proxies and certificates count, except on the way to this very machine.
        settings = requests.Session()
        settings.trust_env = not target.is_loopback
        self._settings: Any = settings.merge_environment_settings(
            target.base_url, {}, stream=True, verify=True, cert=None
        )
        self._way_out = HTTPAdapter()
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.mount(NOWHERE, self)

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
            NoAnswer: when the deployment does not answer completely, in time and in bounds.
            requests.ConnectionError: when there is no connection to it.
        """
        del stream, verify, cert, proxies  # what leaves is decided here
        outgoing = self._addressed(request)
        judged = self._as_it_leaves(outgoing)
        objection = self.guard.objection(judged)
        if objection is None and (unseen := self.guard.unseen(judged)):
            self._look_at(unseen)
            objection = self.guard.objection(judged)
        if objection is not None:
            self.kept += 1
            value = f"not sent by the conformance run: {objection}"
            return self._respond(request, {"type": "error", "value": value, "success": False})
        authorization = outgoing.headers.get("Authorization", "")
        if authorization.startswith(SIGN):
            flaw = authorization.removeprefix(SIGN).strip()
            outgoing.headers["Authorization"] = self._signer.authorization(outgoing, flaw)
        limit = min(TIME_LIMIT, timeout if isinstance(timeout, (int, float)) else TIME_LIMIT)
        operation = self.guard.operations.match(judged.method, judged.path)
        if operation is not None:
            self.latest = operation.id
        name = operation.id if operation else ""
        if name and self._unanswered[name] >= SILENCE:
            message = f"it was asked no more, after {SILENCE} requests in a row without a complete answer"
            raise NoAnswer(message, request=request)
        try:
            answer = self.throttle.kept(
                lambda: self._recorded(limit, outgoing, request, name, (self.exchanges, self.history)),
                name,
                operation.statuses if operation else frozenset(),
                lambda: self._ask_another(name),
            )
        except NoAnswer:
            self._unanswered[name] += 1
            self.may_have_lost |= operation is not None and bool(operation.creates)
            raise
        self._unanswered[name] = 0
        if operation is not None:
            self.answered[operation.id] += 1
            self.succeeded[operation.id] += answer.ok
        self.guard.learn(judged, answer.status_code, _json_or_none(answer.content))
        # The tool keeps seeing its own request: no address, no signature.
        answer.request, answer.url = request, str(request.url)
        return answer

    def ask(self, method: str, path: str, flaw: str | None = "", **options: Any) -> requests.Response:
        """Send a request.

        Args:
            method: its HTTP method.
            path: what follows the deployment's address.
            flaw: what is to be wrong with its signature, see `signing`; None for no signature at all.
            options: those of `requests.Session.request`.
        """
        signed = {} if flaw is None else {"Authorization": f"{SIGN} {flaw}".strip()}
        headers = {"Accept": "application/json"} | signed | options.pop("headers", {})
        try:
            return self._session.request(
                method, NOWHERE + path, headers=headers, allow_redirects=False, **options
            )
        except ValueError as error:  # requests looks where a redirect leads even if it is not to follow it
            if isinstance(error, requests.RequestException):
                raise
            message = "a redirect to what is no address"
            raise requests.exceptions.InvalidURL(message) from error

    def hide(self, secret: str) -> None:
        """Let a secret appear in no text that is fit for any reader."""
        self._redaction.hide(secret)

    def redact(self, text: str) -> str:
        """Return a text of tools or of the deployment fit for any reader.

        It has no keys or signatures, the deployment's address, and no characters of control.
        """
        return self._redaction.of(text.replace(NOWHERE, self._target.base_url))

    def _respond(self, request: requests.PreparedRequest, answer: Mapping[str, object]) -> requests.Response:
        """Answer a request that is kept as the deployment would if there were no such thing."""
        body = json.dumps(answer).encode()
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        raw = HTTPResponse(
            BytesIO(body), headers=headers, status=404, reason="Not Found", preload_content=False
        )
        return self.build_response(request, raw)

    def exchange(
        self,
        request: requests.PreparedRequest,
        answer: requests.Response | None,
        started: float,
        operation: str,
    ) -> Exchange:
        """Return a request that left and its answer in a form fit for any reader.

        Args:
            request: what left.
            answer: what came; None where nothing did.
            started: when it left, in seconds since 1970.
            operation: its operationId.
        """

        def fit(headers: Mapping[str, str]) -> dict[str, str]:
            return {name: self.redact(value) for name, value in headers.items() if name != "Authorization"}

        body = request.body or ""
        text = body if isinstance(body, str) else bytes(body).decode(errors="replace")
        return Exchange(
            method=str(request.method),
            url=self.redact(str(request.url)),
            request_headers=fit(request.headers),
            request_body=self.redact(text[:BODY_KEPT]),
            status=None if answer is None else answer.status_code,
            response_headers={} if answer is None else fit(answer.headers),
            response_body=""
            if answer is None
            else self.redact(answer.content[:BODY_KEPT].decode(errors="replace")),
            started=started,
            seconds=time.time() - started,
            operation=operation,
        )

    def _look_at(self, things: Iterable[Resource]) -> None:
        """Read what is to be written to for the first time, so that the guard sees whose it is."""
        for thing in things:
            try:
                answer = self.ask("GET", "/" + "/".join(quote(part, safe="") for part in thing))
            except NoAnswer:
                continue
            self.guard.see(thing, _json_or_none(answer.content) if answer.ok else None)

    def _ask_another(self, operation: str) -> requests.Response:
        """Read a list by another operation than this, to see whether all of the deployment is in trouble."""
        listing = next(each for each, _ in self.guard.operations.roots() if each.id != operation)
        headers = {"Accept": "application/json"}
        request = requests.Request("GET", f"{NOWHERE}/{'/'.join(listing.path)}", headers=headers).prepare()
        outgoing = self._addressed(request)
        outgoing.headers["Authorization"] = self._signer.authorization(outgoing)
        return self._recorded(TIME_LIMIT, outgoing, request, listing.id, (self.history,))

    def _recorded(
        self,
        limit: float,
        outgoing: requests.PreparedRequest,
        request: requests.PreparedRequest,
        operation: str,
        records: Iterable[deque[Exchange]],
    ) -> requests.Response:
        started = time.time()
        answer = None
        try:
            answer = self._within(limit, lambda: self._exchange(outgoing, limit), request)
        finally:
            exchange = self.exchange(outgoing, answer, started, operation)
            for record in records:
                record.append(exchange)
        return answer

    def _addressed(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Return the request with the deployment's address and nothing that is not forwarded."""
        url = str(request.url)
        if not url.startswith(NOWHERE + "/") and url != NOWHERE:
            message = "a request was made for an address outside the run"
            raise requests.exceptions.InvalidURL(message, request=request)
        headers = {name: request.headers[name] for name in FORWARDED if name in request.headers}
        headers["Accept-Encoding"] = "identity"
        return requests.Request(
            request.method,
            self._target.base_url + url.removeprefix(NOWHERE),
            headers=headers,
            data=request.body,
        ).prepare()

    def _as_it_leaves(self, outgoing: requests.PreparedRequest) -> Outgoing:
        body = outgoing.body or ""
        if not isinstance(body, str):
            body = bytes(body).decode(errors="surrogateescape")
        base, target = self._target.base_path, outgoing.path_url
        # Encoded dots are decoded and resolved on the way to this point, so it may lead out of the base.
        target = target.removeprefix(base) if target.startswith(base + "/") else ""
        return Outgoing(method=str(outgoing.method), target=target, form=body)

    def _exchange(self, outgoing: requests.PreparedRequest, limit: float) -> requests.Response:
        deadline = time.monotonic() + limit
        answer = self._way_out.send(outgoing, timeout=limit, **self._settings)
        content = bytearray()
        while chunk := answer.raw.read1(CHUNK, decode_content=True):
            content += chunk
            if len(content) > SIZE_LIMIT:
                answer.close()
                message = f"the answer has more than {SIZE_LIMIT // 2**20} MiB"
                raise NoAnswer(message)
            if time.monotonic() > deadline:
                answer.close()
                raise NoAnswer(_slow(limit))
        answer.raw.release_conn()
        answer._content = bytes(content)  # noqa: SLF001 - requests has no other way in
        return answer

    def _within(
        self, limit: float, exchange: Callable[[], requests.Response], request: requests.PreparedRequest
    ) -> requests.Response:
        """Do an exchange in bounded time, even where single bytes keep arriving.

        The timeouts of sockets start anew with every byte, so the exchange has a thread of its own, which
        is left behind when its time is over.
        """
        outcome: list[requests.Response | Exception] = []

        def run() -> None:
            try:
                outcome.append(exchange())
            except Exception as error:  # noqa: BLE001 - it is raised again where the caller is
                outcome.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(limit + 0.5)
        if not outcome:
            self._way_out = HTTPAdapter()
            raise NoAnswer(_slow(limit), request=request)
        [result] = outcome
        if isinstance(result, requests.Response):
            return result
        if not isinstance(result, (requests.RequestException, HTTPError)):
            raise result
        if isinstance(result, NoAnswer):
            raise NoAnswer(str(result), request=request) from result
        if isinstance(result, (requests.Timeout, ReadTimeoutError)):
            raise NoAnswer(_slow(limit), request=request) from result
        if isinstance(result, requests.ConnectionError) and isinstance(result.args[0], MaxRetryError):
            raise type(result)(*result.args, request=request) from result
        message = "the connection was closed before the answer was complete"
        raise NoAnswer(message, request=request) from result


@contextmanager
def only_way_out(gateway: Gateway) -> Iterator[None]:
    """Let every session of requests, whoever makes it, send through the gateway and nowhere else.

    schemathesis makes sessions in several places (its engine, its probes, the requests that its checks
    send) and takes none from outside; what they have in common is how they find the adapter to send with.
    """
    with mock.patch.object(requests.Session, "get_adapter", return_value=gateway):
        yield


def _slow(limit: float) -> str:
    return f"no complete answer within {limit:g} s"


def _json_or_none(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
