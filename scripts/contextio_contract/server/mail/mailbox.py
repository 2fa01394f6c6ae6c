"""IMAP client with bounds: probes mailboxes and counts what is in them.

Nothing that a mail server wrote gets out but a registered response code (RFC 3501, section 7.1; RFC 5530).
Free text may repeat the password in any spelling. It would also let callers read from servers that are
none of theirs.
"""

from __future__ import annotations

import re
import ssl
import threading
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from imaplib import IMAP4
from typing import TYPE_CHECKING, Final, TypeVar

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from contextio_contract.server.mail.statistics import count_messages_and_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.server.mail.statistics import Selection

OK: Final = "OK"
INVALID_CREDENTIALS: Final = "INVALID_CREDENTIALS"
CONNECTION_IMPOSSIBLE: Final = "CONNECTION_IMPOSSIBLE"
NO_ACCESS_TO_ALL_MAIL: Final = "NO_ACCESS_TO_ALL_MAIL"

_MAX_CONCURRENT: Final = 16
_MAX_HOST_LENGTH: Final = 300
_COUNT_SECONDS: Final = 60.0
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_GMAIL: Final = "X-GM-EXT-1"
_ALL_MAIL: Final = b"\\All"
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

_T = TypeVar("_T")


class CredentialsError(Exception):
    """A user name or password that is not sent; one sentence says why."""


@dataclass(frozen=True)
class Login:
    """Mail server and credentials of a mailbox."""

    server: str
    port: int
    use_ssl: bool
    username: str
    password: str = field(repr=False)

    @property
    def address(self) -> str:
        """Host and port, printable."""
        return f"{_CONTROL.sub(' ', self.server)[:_MAX_HOST_LENGTH]}:{self.port}"


@dataclass(frozen=True)
class Observation:
    """Outcome of an attempt to open a mailbox.

    Attributes:
        status: the status of a source with this mailbox.
        message: one sentence on the problem; None if there is none.
        reachable: whether the mail server responded at all.
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


class Mailboxes:
    """Opens mailboxes, a bounded number at once and each in bounded time."""

    def __init__(self, timeout: float, tls: ssl.SSLContext | None = None) -> None:
        """Set how long opening a mailbox may take (in seconds), and what verifies certificates."""
        self._timeout = timeout
        self._tls = tls or ssl.create_default_context()
        self._slots = threading.BoundedSemaphore(_MAX_CONCURRENT)

    def probe(self, login: Login) -> Observation:
        """Open a mailbox and close it again; whatever the mail server does, nothing is raised."""
        log: list[str] = []
        try:
            return self._run(self._timeout, lambda: self._probe(login, log))
        except TimeoutError:
            message = f"{login.address} does not answer in time"
            lines = "\n".join([*log, "no response in time"])
            return Observation(CONNECTION_IMPOSSIBLE, message, reachable=False, log=lines)

    def count(self, login: Login, selection: Selection) -> tuple[int, int]:
        """Return how many messages and files a mailbox holds.

        Raises:
            TimeoutError: if it takes too long, or too many mail servers are busy with our requests.
            Exception: whatever imapclient raises about a response.
        """

        def count() -> tuple[int, int]:
            with self._open(login, []) as client:
                return count_messages_and_files(client, selection)

        return self._run(_COUNT_SECONDS, count)

    def _run(self, seconds: float, work: Callable[[], _T]) -> _T:
        """Run work in a thread and wait; no timeout covers name lookups and servers that drip."""
        if not self._slots.acquire(timeout=seconds):
            raise TimeoutError
        future: Future[_T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
                future.set_exception(error)
            finally:
                self._slots.release()

        threading.Thread(target=run, daemon=True, name="mailbox").start()
        return future.result(seconds)

    def _probe(self, login: Login, log: list[str]) -> Observation:
        status, message, reachable = OK, None, True
        try:
            with self._open(login, log) as client:
                if client.has_capability(_GMAIL):
                    log.append("LIST")
                    folders = client.list_folders()
                    log.append("OK")
                    if not any(_ALL_MAIL in flags for flags, _delimiter, _name in folders):
                        status = NO_ACCESS_TO_ALL_MAIL
                        message = "the folder with all mail is hidden from IMAP"
        except Exception as error:  # noqa: BLE001 - an odd mail server can make imapclient raise anything
            status, message, reachable, line = _classify(error, login.address)
            log.append(line)
        return Observation(status, message, reachable, "\n".join(log))

    @contextmanager
    def _open(self, login: Login, log: list[str]) -> Iterator[IMAPClient]:
        log.append(f"connecting to {login.address}{' with TLS' if login.use_ssl else ''}")
        try:
            client = IMAPClient(
                login.server,
                login.port,
                ssl=login.use_ssl,
                ssl_context=self._tls if login.use_ssl else None,
                timeout=SocketTimeout(self._timeout, self._timeout),
            )
        except IMAPClientError as error:
            message = "no greeting of an IMAP server"
            raise ValueError(message) from error
        log.append("connected")
        with client:
            _log_in(client, login, log)
            yield client


def _log_in(client: IMAPClient, login: Login, log: list[str]) -> None:
    plain = client.has_capability("AUTH=PLAIN")
    credentials = login.username + login.password
    if _CONTROL.search(credentials):
        message = "user name and password may hold no control characters"
        raise CredentialsError(message)
    if not plain and not credentials.isascii():
        message = "this mail server takes user names and passwords in ASCII only"
        raise CredentialsError(message)
    log.append("AUTHENTICATE PLAIN ***" if plain else "LOGIN ***")
    if plain:
        client.plain_login(login.username, login.password)
    else:
        quoted = login.username.replace("\\", "\\\\").replace('"', '\\"')
        client.login(f'"{quoted}"', login.password)  # imaplib quotes the password, not the name
    log.append("OK")


def _classify(error: Exception, address: str) -> tuple[str, str, bool, str]:
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
