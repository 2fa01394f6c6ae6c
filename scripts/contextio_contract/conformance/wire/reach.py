"""The first request of a run: is there a deployment of the contract that takes our keys?"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import requests

from contextio_contract.conformance.wire.gateway import entry_points
from contextio_contract.conformance.wire.target import KEY, SECRET
from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.conformance.wire.transport import NoAnswer
from contextio_contract.contract.resources import list_in
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.contract import Operation


def reach(gateway: Gateway) -> None:
    """Read something of a deployment that can be read without knowing a name, a list if there is one.

    Whether the response is right is not judged here: an error of a deployment is a response like any other.

    Raises:
        CannotRun: when there is no such deployment, with what there is instead.
    """
    operation = next(entry_points(gateway.contract), None)
    if operation is None:
        message = (
            "the description has no GET that can be sent without knowing a name, so nothing tells whether "
            "a deployment is there; describe a list at the top level"
        )
        raise CannotRun(message)
    where = f"{gateway.base_url}{operation.path}"
    try:
        response = gateway.ask("GET", operation.path.text)
    except requests.RequestException as error:
        message = f"{where}: {_no_connection(error)}"
        raise CannotRun(message) from error
    objection = _objection(response, operation, where)
    if objection:
        message = f"{where} {objection}"
        raise CannotRun(message)


def _no_connection(error: requests.RequestException) -> str:
    """Return why there was no answer."""
    if isinstance(error, NoAnswer):
        return f"{error}; is this the right address?"
    if isinstance(error, (Stopped, requests.exceptions.InvalidURL)):
        return str(error)
    if isinstance(error, requests.exceptions.SSLError):
        return f"no TLS connection ({_root_cause(error)})"
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy that your environment names does not let the request through"
    return f"no connection ({_root_cause(error)})"


def _objection(response: requests.Response, operation: Operation, where: str) -> str | None:
    """Return why a response is not that of a usable Context.IO deployment, or None if it is."""
    status = response.status_code
    if response.is_redirect:
        there = urlsplit(urljoin(where, response.headers["Location"]))
        is_here = there.netloc == urlsplit(where).netloc
        elsewhere = "another path" if is_here else f"another host ({there.hostname})"
        return f"redirects to {elsewhere}; give --base-url the address that answers itself"
    if status == HTTPStatus.UNAUTHORIZED:
        return f"refuses the keys (401); set {KEY} and {SECRET} to valid ones"
    if "html" in response.headers.get("Content-Type", "") or response.content.lstrip()[:1] == b"<":
        return f"answers {status} with an HTML page, not as a Context.IO API"
    if not _is_contextio(response, operation):
        return f"answers {status} in a way that no Context.IO API does"
    if status == HTTPStatus.NOT_FOUND:
        return "does not exist (404); give --base-url the whole address, up to and with the version, as …/2.0"
    return None


def _is_contextio(response: requests.Response, operation: Operation) -> bool:
    """Return whether a response has the outer form that is described, or is an error object."""
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return False
    listed = list_in(operation.success.schema)
    if isinstance(body, dict):
        is_described = listed[0] in body if listed else response.ok
        return is_described or body.get("type") == "error"
    return isinstance(body, list)


def _root_cause(error: BaseException) -> str:
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
