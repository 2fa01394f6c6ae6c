"""Exchanges with a deployment in bounded time and size, with the proxies and certificates of this machine."""

from __future__ import annotations

import time
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from typing import TYPE_CHECKING, Any, Final

import requests
import urllib3
from urllib3.exceptions import DecodeError, HTTPError, MaxRetryError, ReadTimeoutError

from contextio_contract.conformance.wire.deadline import BoundedAdapter, ending_in

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.target import Target

SIZE_LIMIT: Final = 64 * 2**20
"""Bytes of a response that are read, which more than 100,000 elements of a list without pages fit into."""
_CHUNK: Final = 2**16


class NoAnswer(requests.Timeout):
    """The deployment gave no complete response; the text says in what way."""


class TooLate(NoAnswer):
    """The response was not complete in time."""


class TooLarge(NoAnswer):
    """The response is larger than what is read."""


class Unreadable(NoAnswer):
    """The response cannot be read as HTTP, or is not encoded as it says."""


class Closed(NoAnswer):
    """The connection ended before the response did."""


class Transport:
    """Sends requests to a deployment as they are."""

    def __init__(self, target: Target) -> None:
        connection = target.connection
        verify = False if connection.insecure else str(connection.ca or "") or True
        cert = str(connection.cert) if connection.cert else None
        self._settings: Any = requests.Session().merge_environment_settings(
            target.base_url, {}, stream=True, verify=verify, cert=cert
        )
        # The environment's certificates count everywhere, its proxies not on the way to this very machine.
        if connection.proxy:
            self._settings["proxies"] = dict.fromkeys(("http", "https"), connection.proxy)
        elif target.is_loopback:
            self._settings["proxies"] = {}
        if connection.insecure:
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        self._adapter = BoundedAdapter()

    def send(self, request: requests.PreparedRequest, limit: float) -> requests.Response:
        """Send a request and read the whole response, even where single bytes keep arriving.

        Args:
            request: the request.
            limit: seconds in which the response must be complete.

        Raises:
            NoAnswer: when the response is not complete in time, or too large.
            requests.ConnectionError: when there is no connection.
        """
        try:
            with ending_in(limit):
                return self._exchange(request, limit)
        except Exception as error:
            if incomplete := _incomplete(error, limit):
                raise incomplete from error
            raise

    def _exchange(self, request: requests.PreparedRequest, limit: float) -> requests.Response:
        deadline = time.monotonic() + limit
        response = self._adapter.send(request, timeout=limit, **self._settings)
        content = bytearray()
        while chunk := response.raw.read1(_CHUNK, decode_content=True):
            content += chunk
            is_large = len(content) > SIZE_LIMIT
            if is_large or time.monotonic() > deadline:
                response.close()
                large = f"the answer has more than {SIZE_LIMIT // 2**20} MiB"
                raise TooLarge(large) if is_large else TooLate(_slow(limit))
        response.raw.release_conn()
        response._content = bytes(content)  # noqa: SLF001 - requests has no other way in
        return response


def cause_of(error: BaseException) -> str:
    """Return what is at the bottom of an error, in the words of the system."""
    error = _bottom(error)
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _bottom(error: BaseException) -> BaseException:
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return error


def _incomplete(error: Exception, limit: float) -> NoAnswer | None:
    """Return why a response is not complete; None if the error says so itself, or there was no connection."""
    if isinstance(error, NoAnswer):
        return None
    if isinstance(error, (requests.Timeout, ReadTimeoutError)):
        return TooLate(_slow(limit))
    is_refused = isinstance(error, requests.ConnectionError) and isinstance(error.args[0], MaxRetryError)
    if is_refused or not isinstance(error, (requests.RequestException, HTTPError)):
        return None
    if isinstance(error, DecodeError):
        return Unreadable("the answer is not encoded as its Content-Encoding says")
    bottom = _bottom(error)
    if isinstance(bottom, HTTPException) and not isinstance(bottom, (RemoteDisconnected, IncompleteRead)):
        return Unreadable("the answer cannot be read as HTTP")
    return Closed("the connection was closed before the answer was complete")


def _slow(limit: float) -> str:
    return f"no complete answer within {limit:g} s"
