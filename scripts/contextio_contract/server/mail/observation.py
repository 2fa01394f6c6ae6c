"""Outcomes of attempts to open a mailbox, and what may be told of them.

Nothing that a mail server wrote gets out but a registered response code (RFC 3501, section 7.1; RFC 5530).
Free text may repeat the password in any spelling. It would also let callers read from servers that are
none of theirs.
"""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from imaplib import IMAP4
from typing import Final

from imapclient.exceptions import LoginError

from contextio_contract.server.outbound.connection import LimitError
from contextio_contract.server.outbound.dialler import ForbiddenTargetError, HostError

OK: Final = "OK"
INVALID_CREDENTIALS: Final = "INVALID_CREDENTIALS"
CONNECTION_IMPOSSIBLE: Final = "CONNECTION_IMPOSSIBLE"
NO_ACCESS_TO_ALL_MAIL: Final = "NO_ACCESS_TO_ALL_MAIL"

_RESPONSE: Final = re.compile(
    r"(?P<bad>\w+ command error: BAD \[)?(?:\w+ failed: )?(?:b['\"])?(?:\[(?P<code>[A-Z]+)[] ])?"
)
"""Start of the messages in which imaplib and imapclient quote a tagged NO or BAD."""
_CODES: Final = frozenset(
    {
        *("ALERT", "AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "CANNOT", "CLIENTBUG", "CONTACTADMIN"),
        *("CORRUPTION", "EXPIRED", "INUSE", "LIMIT", "NOPERM", "OVERQUOTA", "PRIVACYREQUIRED"),
        *("SERVERBUG", "UNAVAILABLE", "WEBALERT"),
    }
)
"""Response codes that may be shown, without their arguments."""


class CredentialsError(Exception):
    """A user name or password that is not sent; one sentence says why."""


@dataclass(frozen=True)
class Observation:
    """Outcome of an attempt to open a mailbox.

    Attributes:
        status: the status of a source with this mailbox.
        message: one sentence on the problem; None if there is none.
        reachable: whether the mail server responded at all, or would not be called at another time either.
        log: our commands and the status of each response, a line each; nothing secret is in it.
    """

    status: str
    message: str | None
    reachable: bool
    log: str

    @property
    def http_status(self) -> HTTPStatus:
        """The HTTP status that tells of a mailbox which could not be opened."""
        return HTTPStatus.BAD_REQUEST if self.reachable else HTTPStatus.SERVICE_UNAVAILABLE


def observe_failure(error: Exception, address: str, log: list[str]) -> Observation:
    """Return the outcome of an attempt that an error ended.

    Args:
        error: anything that the dialler, imaplib, imapclient or their parsers raise.
        address: host and port of the mail server, printable.
        log: the lines so far.
    """
    status, reachable = CONNECTION_IMPOSSIBLE, True
    match error:
        case CredentialsError():
            status, message, line = INVALID_CREDENTIALS, str(error), str(error)
        case LoginError() if not isinstance(error.__context__, IMAP4.abort):
            status, message = INVALID_CREDENTIALS, "the mail server refused this user name and password"
            line = _response(error)
        case ssl.SSLError():
            message = f"no TLS connection to {address} came about"
            line = f"TLS failed: {getattr(error, 'verify_message', None) or error.reason}"
        case ForbiddenTargetError():
            message, line = f"{address} is not called: {error}", str(error)
        case LimitError():
            message, line = f"{address} does not speak IMAP", "a response that is too long"
        case TimeoutError():
            message, reachable, line = f"{address} does not answer in time", False, "no response in time"
        case HostError():
            message, reachable, line = f"{address} does not answer", False, str(error)
        case OSError():
            message, reachable = f"{address} does not answer", False
            line = error.strerror or "the connection failed"
        case IMAP4.error():
            message, line = f"{address} does not speak IMAP", _response(error)
        case _:
            message, line = f"{address} does not speak IMAP", "a response that is not IMAP"
    return Observation(status, message, reachable, "\n".join([*log, line]))


def _response(error: IMAP4.error) -> str:
    if isinstance(error, IMAP4.abort) or isinstance(error.__context__, IMAP4.abort):
        return "the connection ended without a valid response"
    match = _RESPONSE.match(str(error))
    status = "BAD" if match and match["bad"] else "NO"
    return f"{status} [{match['code']}]" if match and match["code"] in _CODES else status
