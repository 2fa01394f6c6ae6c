"""Mailboxes over IMAP, in bounded time: whether one opens, and what is in it."""

from __future__ import annotations

import base64
import re
import ssl
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import LoginError

from contextio_contract.server.mail.statistics import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.server.mail.statistics import Selection

INVALID_CREDENTIALS: Final = "INVALID_CREDENTIALS"
CONNECTION_IMPOSSIBLE: Final = "CONNECTION_IMPOSSIBLE"
NO_ACCESS_TO_ALL_MAIL: Final = "NO_ACCESS_TO_ALL_MAIL"
OK: Final = "OK"

_AT_ONCE: Final = 16
_MAX_LINE: Final = 300
_COUNT_SECONDS: Final = 60.0
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_PUNCTUATION: Final = re.compile(r"[\W_]+")
_REPEATED: Final = "(left out: the mail server repeated the password)"
_GMAIL: Final = b"X-GM-EXT-1"
_ALL: Final = b"\\All"

_T = TypeVar("_T")


@dataclass(frozen=True)
class Login:
    """How to get into a mailbox."""

    server: str
    port: int
    use_ssl: bool
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Observation:
    """What came of opening a mailbox.

    Attributes:
        status: the source status that it amounts to.
        message: what is wrong, or None.
        reachable: whether the mail server answered at all.
        log: what was said, without the password.
    """

    status: str
    message: str | None
    reachable: bool
    log: str


class MailServerSilentError(Exception):
    """A mail server did not answer in time, or too many are being asked already."""


class Mailboxes:
    """Opens mailboxes, a bounded number at once and each in bounded time."""

    def __init__(self, timeout: float, tls: ssl.SSLContext | None = None) -> None:
        """Set the bounds.

        Args:
            timeout: seconds within which a mailbox must have been opened.
            tls: how certificates are verified; None for the system's way.
        """
        self._timeout = timeout
        self._tls = tls or ssl.create_default_context()
        self._places = threading.BoundedSemaphore(_AT_ONCE)

    def observe(self, login: Login) -> Observation:
        """Open a mailbox and tell what came of it; never raises for what a mail server does."""
        log = _Log(login)
        try:
            return self._bounded(self._timeout, lambda: self._try(login, log))
        except MailServerSilentError:
            return log.outcome(
                CONNECTION_IMPOSSIBLE, f"{log.address} does not answer in time", reachable=False
            )

    def count(self, login: Login, selection: Selection) -> tuple[int, int]:
        """Return how many messages and files a mailbox holds.

        Raises:
            MailServerSilentError: when it takes too long.
            Exception: whatever imapclient makes of what the mail server says.
        """

        def work() -> tuple[int, int]:
            with self._opened(login) as client:
                return counted(client, selection)

        return self._bounded(_COUNT_SECONDS, work)

    def _bounded(self, seconds: float, work: Callable[[], _T]) -> _T:
        """Run work on a thread of its own and wait: name lookups and dripping servers know no timeout."""
        if not self._places.acquire(timeout=seconds):
            raise MailServerSilentError
        results: list[_T] = []
        failures: list[BaseException] = []

        def run() -> None:
            try:
                results.append(work())
            except BaseException as error:  # noqa: BLE001 - raised again on the thread that waits
                failures.append(error)
            finally:
                self._places.release()

        thread = threading.Thread(target=run, daemon=True, name="mailbox")
        thread.start()
        thread.join(seconds)
        if failures:
            raise failures[0]
        if not results:
            raise MailServerSilentError
        return results[0]

    @contextmanager
    def _opened(self, login: Login) -> Iterator[IMAPClient]:
        client = IMAPClient(
            login.server,
            login.port,
            ssl=login.use_ssl,
            ssl_context=self._tls if login.use_ssl else None,
            timeout=SocketTimeout(self._timeout, self._timeout),
        )
        with client:
            _log_in(client, login)
            yield client

    def _try(self, login: Login, log: _Log) -> Observation:
        if _CONTROL.search(login.username + login.password):
            return log.outcome(INVALID_CREDENTIALS, "user name and password may hold no control characters")
        try:
            with self._opened(login) as client:
                log.add(f"* {client.welcome.decode('utf-8', 'replace')}")
                log.add("logged in")
                hidden = client.has_capability(_GMAIL) and not _has_all_mail(client)
        except Exception as error:  # noqa: BLE001 - an odd mail server can make imapclient raise anything
            log.add(str(error))
            return log.outcome(*_cause(error, log.address), reachable=_is_answer(error))
        if hidden:
            return log.outcome(NO_ACCESS_TO_ALL_MAIL, "the folder with all mail is hidden from IMAP")
        return log.outcome(OK, None)


def _cause(error: Exception, address: str) -> tuple[str, str]:
    if isinstance(error, LoginError):
        return INVALID_CREDENTIALS, "the mail server refused this user name and password"
    if isinstance(error, ssl.SSLError):
        return CONNECTION_IMPOSSIBLE, f"no TLS connection to {address} came about"
    if not _is_answer(error):
        return CONNECTION_IMPOSSIBLE, f"{address} does not answer"
    return CONNECTION_IMPOSSIBLE, f"{address} does not speak IMAP"


def _is_answer(error: Exception) -> bool:
    """Tell whether a mail server said something that was not understood, rather than nothing."""
    if isinstance(error, UnicodeError):  # the name of the host cannot be that of any
        return False
    return isinstance(error, ssl.SSLError) or not isinstance(error, OSError)


class _Log:
    """What was said during one attempt, without the lines in which a mail server repeats the password."""

    def __init__(self, login: Login) -> None:
        self.address = f"{_printable(login.server)} port {login.port}"
        self._forms = _forms(login.password)
        self._lines = [f"connecting to {self.address}{' with TLS' if login.use_ssl else ''}"]

    def add(self, line: str) -> None:
        # Left out whole: a mask inside it would show where the password was, and how much of it.
        repeats = any(form in kind(line) for kind, form in self._forms)
        self._lines.append(_REPEATED if repeats else _printable(line))

    def outcome(self, status: str, message: str | None, *, reachable: bool = True) -> Observation:
        return Observation(status, message, reachable, "\n".join(self._lines))


def _forms(password: str) -> list[tuple[Callable[[str], str], str]]:
    """Return how a server may repeat a password, each form with what to make of a line to find it there.

    Without punctuation it is the same whether it was quoted, escaped or neither. In base64 it has one of
    three forms, as the bytes before it move it along; PLAIN sends it behind the user name.
    """
    octets = password.encode()
    quoted = password.replace("\\", "\\\\").replace('"', '\\"')
    escaped = octets.decode("ascii", "backslashreplace")
    moved = [base64.b64encode(bytes(before) + octets).decode("ascii") for before in range(3)]
    ends = [-(-before * 8 // 6) for before in range(3)]
    whole = [
        text[start : (before + len(octets)) * 8 // 6]
        for before, (text, start) in enumerate(zip(moved, ends, strict=True))
    ]
    bare = [_bare(form) for form in (password, escaped)]
    forms = [(_same, form) for form in (password, quoted, *whole)] + [(_bare, form) for form in bare]
    return [(kind, form) for kind, form in forms if form]


def _same(text: str) -> str:
    return text


def _bare(text: str) -> str:
    return _PUNCTUATION.sub("", text).casefold()


def _printable(text: str) -> str:
    return _CONTROL.sub(" ", text)[:_MAX_LINE]


def _log_in(client: IMAPClient, login: Login) -> None:
    if client.has_capability("AUTH=PLAIN"):
        client.plain_login(login.username, login.password)
    elif not (login.username + login.password).isascii():
        message = "this mail server takes user names and passwords in ASCII only"
        raise LoginError(message)
    else:
        quoted = login.username.replace("\\", "\\\\").replace('"', '\\"')
        client.login(f'"{quoted}"', login.password)  # imaplib quotes the password, not the name


def _has_all_mail(client: IMAPClient) -> bool:
    return any(_ALL in flags for flags, _delimiter, _name in client.list_folders())
