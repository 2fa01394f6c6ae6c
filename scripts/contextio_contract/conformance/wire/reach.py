"""The first request of a run: is there a deployment of the contract that takes our keys?"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

import requests

from contextio_contract.conformance.wire.gateway import entry_points
from contextio_contract.conformance.wire.target import KEY, SECRET
from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.conformance.wire.transport import Closed, NoAnswer, TooLate, cause_of
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.gateway import Gateway

LATE: Final = 2
"""How many operations may give no answer in time before none is asked."""
CLOCK_SKEW: Final = 60.0
"""Seconds from which on clocks that differ may be why a signature is refused."""
_SECONDS_SINCE_1970: Final = re.compile(r"(?<![0-9])[1-9][0-9]{9}(?![0-9])")
_CERTIFICATE_WANTED: Final = ("certificate required", "handshake failure", "required ssl certificate")
"""How TLS libraries and web servers say that they want a certificate of the client."""
_CERTIFICATE_REFUSED: Final = ("alert unknown ca", "alert bad certificate", "alert certificate")
"""How TLS libraries say that the deployment refuses the certificate it was given."""
_NOT_TRUSTED: Final = ("self-signed", "self signed", "unable to get")


def reach(gateway: Gateway) -> None:
    """Read what can be read without knowing a name, lists first, until something answers in JSON.

    Whether the answer is right is not judged here: a wrong one is a failure of its operation.

    Raises:
        CannotRun: when nothing does, with what the first one answers instead.
    """
    objections, late = [], 0
    base_path = gateway.contract.base_path
    for operation in (each for each in entry_points(gateway.contract) if each.base_path == base_path):
        where = f"{gateway.base_url}{operation.path}"
        try:
            objection = _objection(gateway.ask("GET", operation.path.text), where, operation.path.text)
        except (NoAnswer, requests.exceptions.InvalidURL) as error:
            late += isinstance(error, TooLate)
            closed = isinstance(error, Closed) and "https:" in where
            does = "may it not take the certificate of" if gateway.connection.cert else "does it want"
            wants = f" Or {does} --cert?" if closed else ""
            objection = f": {error}; is this the right address?{wants}"
        except requests.RequestException as error:
            message = f"{where}: {_no_connection(error, gateway)}"
            raise CannotRun(message) from error
        if objection is None:
            return
        objections.append(f"{where}{objection}")
        if late == LATE:
            break
    if objections:
        raise CannotRun(objections[0])
    message = "the description has no GET that can be sent without knowing a name; describe a list at the top"
    raise CannotRun(message)


def _no_connection(error: requests.RequestException, gateway: Gateway) -> str:
    """Return why there was no answer."""
    cause = cause_of(error)
    if isinstance(error, Stopped):
        return str(error)
    if isinstance(error, requests.exceptions.ProxyError):
        named = "of --proxy" if gateway.connection.proxy else "that your environment names"
        return f"the proxy {named} does not let the request through ({cause})"
    if isinstance(error, requests.exceptions.SSLError):
        return f"no TLS connection ({cause}){_advice(cause.lower().replace('_', ' '), gateway)}"
    return f"no connection ({cause}); is it running, and is this its address?"


def _advice(cause: str, gateway: Gateway) -> str:
    """Return what to do about an error of TLS."""
    connection, other = gateway.connection, ", or --insecure" if gateway.is_loopback else ""
    trust = f"give --ca FILE with the certificate of its authority{other}"
    trust = "the file of --ca lacks the certificate of its authority" if connection.ca else trust
    not_taken = "it may not take the certificate of --cert" if connection.cert else ""
    for signs, advice in (
        (_CERTIFICATE_WANTED, not_taken or "it wants a certificate of the client, so give --cert FILE"),
        (_CERTIFICATE_REFUSED, not_taken or "it refuses the certificate of the client"),
        (_NOT_TRUSTED, trust),
        (("eof occurred",), not_taken or "if it wants a certificate of the client, give --cert FILE"),
        (("wrong version number",), "give --base-url with http:// if it speaks no TLS there"),
        (("certificate verify failed",), "the deployment needs another certificate"),  # expired, other host
    ):
        if any(sign in cause for sign in signs):
            return f"; {advice}"
    return ""


def _objection(response: requests.Response, where: str, path: str) -> str | None:
    """Return why a response shows no usable Context.IO deployment; None if it is JSON."""
    status = response.status_code
    if response.is_redirect:
        return _redirection(urljoin(where, response.headers["Location"]), path)
    if status == HTTPStatus.UNAUTHORIZED:
        refused = f" refuses the keys (401); set {KEY} and {SECRET} to valid ones"
        return _clocks_apart(response) or refused
    if not _is_json(response):
        return _page(response)
    if status == HTTPStatus.NOT_FOUND:
        return (
            " does not exist (404); give --base-url the whole address, up to and with the version, as …/2.0"
        )
    return None


def _is_json(response: requests.Response) -> bool:
    try:
        response.json()
    except (ValueError, RecursionError):
        return False
    return "html" not in response.headers.get("Content-Type", "")


def _page(response: requests.Response) -> str:
    """Return what a response is that is not JSON."""
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    start, status = response.content.lstrip()[:4096].lower(), response.status_code
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return ": the proxy wants a name and a password (407); give --proxy http://NAME:PASSWORD@HOST:PORT"
    if "html" not in kind and not start.startswith(b"<"):
        return f" answers {status} in a way that no Context.IO API does"
    if any(sign.encode() in start for sign in _CERTIFICATE_WANTED):
        return f" answers {status}, as it wants a certificate of the client; give --cert FILE"
    if b"plain http request" in start:
        return f" answers {status}, as it speaks TLS there; give --base-url with https://"
    named = f"an HTML page ({kind})" if kind.isprintable() and kind.isascii() else "an HTML page"
    return f" answers {status} with {named}, not as a Context.IO API; is a proxy or a login in between?"


def _redirection(target: str, path: str) -> str:
    """Return where a redirect leads, without what may be secret, and the base address that follows."""
    there = urlsplit(target)
    host = (there.hostname or "").encode("ascii", "replace").decode()
    port = f":{there.port}" if there.port else ""
    address = f"{there.scheme}://{host}{port}{there.path}"
    if not address.isprintable() or not address.endswith(path):
        return f" redirects to {ascii(address)[1:-1]}; give --base-url the address that answers itself"
    return f" redirects to {address}; give --base-url {address.removesuffix(path)}"


def _clocks_apart(response: requests.Response) -> str:
    """Return that a signature is refused since clocks differ; empty if they do not."""
    now = time.time()
    theirs = [float(number) for number in _SECONDS_SINCE_1970.findall(response.text)]
    with suppress(ValueError, OverflowError):  # there is no date
        theirs.append(parsedate_to_datetime(response.headers.get("Date", "")).timestamp())
    away = max(theirs, key=lambda moment: abs(moment - now), default=now)
    if abs(away - now) < CLOCK_SKEW:
        return ""
    said, ours = (datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S") for moment in (away, now))
    return (
        f" refuses the signature (401), as its clock says {said} UTC and that of this machine {ours} UTC; "
        "set the wrong one right"
    )
