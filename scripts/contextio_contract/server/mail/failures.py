"""Failures to open a mailbox: the source status that each amounts to, and a line for `connectionLog`.

Nothing that the mail server wrote gets through but a registered response code (RFC 3501, section 7.1;
RFC 5530). Free text may repeat the password in any spelling. It would also let callers read from
servers that are none of theirs.
"""

from __future__ import annotations

import re
import ssl
from imaplib import IMAP4
from typing import Final

from imapclient.exceptions import LoginError

INVALID_CREDENTIALS: Final = "INVALID_CREDENTIALS"
CONNECTION_IMPOSSIBLE: Final = "CONNECTION_IMPOSSIBLE"

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


def classify(error: Exception, address: str) -> tuple[str, str, bool, str]:
    """Return status, sentence, whether the mail server responded, and the line for `connectionLog`."""
    status, sentence, reachable = CONNECTION_IMPOSSIBLE, f"{address} does not speak IMAP", True
    match error:
        case CredentialsError():
            status, sentence, line = INVALID_CREDENTIALS, str(error), str(error)
        case LoginError():
            status, sentence = INVALID_CREDENTIALS, "the mail server refused this user name and password"
            line = _response(error)
        case ssl.SSLError():
            sentence = f"no TLS connection to {address} came about"
            line = f"TLS failed: {getattr(error, 'verify_message', None) or error.reason}"
        case OSError():
            sentence, reachable = f"{address} does not answer", False
            line = error.strerror or "no response in time"
        case UnicodeError():
            sentence, reachable, line = f"{address} does not answer", False, "no host can have this name"
        case IMAP4.error():
            line = _response(error)
        case _:
            line = "a response that is not IMAP"
    return status, sentence, reachable, line


def _response(error: IMAP4.error) -> str:
    if isinstance(error, IMAP4.abort) or isinstance(error.__context__, IMAP4.abort):
        return "the connection ended without a valid response"
    match = _RESPONSE.match(str(error))
    status = "BAD" if match and match["bad"] else "NO"
    return f"{status} [{match['code']}]" if match and match["code"] in _CODES else status
