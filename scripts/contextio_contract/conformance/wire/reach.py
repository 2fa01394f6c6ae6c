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
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.gateway import Gateway


def reach(gateway: Gateway) -> None:
    """Read what can be read without knowing a name, lists first, until something answers in JSON.

    Whether the answer is right is not judged here: a wrong one is a failure of its operation.

    Raises:
        CannotRun: when nothing does, with what the first one answers instead.
    """
    objections = []
    base_path = gateway.contract.base_path
    for operation in (each for each in entry_points(gateway.contract) if each.base_path == base_path):
        where = f"{gateway.base_url}{operation.path}"
        try:
            objection = _objection(gateway.ask("GET", operation.path.text), where)
        except (NoAnswer, requests.exceptions.InvalidURL) as error:
            objection = f": {error}; is this the right address?"
        except requests.RequestException as error:
            message = f"{where}: {_no_connection(error)}"
            raise CannotRun(message) from error
        if objection is None:
            return
        objections.append(f"{where}{objection}")
    if objections:
        raise CannotRun(objections[0])
    message = "the description has no GET that can be sent without knowing a name; describe a list at the top"
    raise CannotRun(message)


def _no_connection(error: requests.RequestException) -> str:
    """Return why there was no answer."""
    if isinstance(error, Stopped):
        return str(error)
    if isinstance(error, requests.exceptions.SSLError):
        return f"no TLS connection ({_root_cause(error)})"
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy that your environment names does not let the request through"
    return f"no connection ({_root_cause(error)})"


def _objection(response: requests.Response, where: str) -> str | None:
    """Return why a response shows no usable Context.IO deployment; None if it is JSON."""
    status = response.status_code
    if response.is_redirect:
        there = urlsplit(urljoin(where, response.headers["Location"]))
        is_here = there.netloc == urlsplit(where).netloc
        elsewhere = "another path" if is_here else f"another host ({there.hostname})"
        return f" redirects to {elsewhere}; give --base-url the address that answers itself"
    if status == HTTPStatus.UNAUTHORIZED:
        return f" refuses the keys (401); set {KEY} and {SECRET} to valid ones"
    if "html" in response.headers.get("Content-Type", "") or response.content.lstrip()[:1] == b"<":
        return f" answers {status} with an HTML page, not as a Context.IO API"
    try:
        response.json()
    except (ValueError, RecursionError):
        return f" answers {status} in a way that no Context.IO API does"
    if status == HTTPStatus.NOT_FOUND:
        return (
            " does not exist (404); give --base-url the whole address, up to and with the version, as …/2.0"
        )
    return None


def _root_cause(error: BaseException) -> str:
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
