"""Whether there is a Context.IO deployment that takes our keys, before anything else is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import requests

from contextio_contract.conformance.wire.gateway import NoAnswer
from contextio_contract.conformance.wire.target import KEY, SECRET
from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.conformance.operations import Operations
    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.conformance.wire.target import Target

UNAUTHORIZED = 401
NOT_FOUND = 404


def reach(gateway: Gateway, target: Target, operations: Operations) -> None:
    """Ask a deployment for a list.

    What is wrong with an answer that comes from a Context.IO deployment is not judged here: an error of
    its own is an answer like any other.

    Raises:
        CannotRun: when there is no such deployment, with what there is instead.
    """
    listing, _ = next(operations.roots())
    path = "/" + "/".join(listing.path)
    where = f"{target.base_url}{path}"
    try:
        answer = gateway.ask("GET", path)
    except requests.RequestException as error:
        message = f"{where}: {_no_connection(error)}"
        raise CannotRun(message) from error
    objection = _objection(answer, where)
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


def _objection(answer: requests.Response, where: str) -> str | None:
    """Return why an answer is not that of a usable Context.IO deployment, or None if it is."""
    if answer.is_redirect:
        there = urlsplit(urljoin(where, answer.headers["Location"]))
        place = (
            "another path" if there.netloc == urlsplit(where).netloc else f"another host ({there.hostname})"
        )
        return f"redirects to {place}; give --base-url the address that answers itself"
    if answer.status_code == UNAUTHORIZED:
        return f"refuses the keys (401); set {KEY} and {SECRET} to valid ones"
    if "html" in answer.headers.get("Content-Type", "") or answer.content.lstrip()[:1] == b"<":
        return f"answers {answer.status_code} with an HTML page, not as a Context.IO API"
    if not _is_contextio(answer):
        return f"answers {answer.status_code} in a way that no Context.IO API does"
    if answer.status_code == NOT_FOUND:
        return "does not exist (404); give --base-url the whole address, up to and with the version, as …/2.0"
    return None


def _is_contextio(answer: requests.Response) -> bool:
    """Whether an answer is a list or an error object, whatever else may be wrong with it."""
    try:
        body = answer.json()
    except (ValueError, RecursionError):
        return False
    return isinstance(body, list) or (isinstance(body, dict) and body.get("type") == "error")


def _root_cause(error: BaseException) -> str:
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
