"""Mailboxes over IMAP: whether one opens, and how much is in it. All of it in bounded time."""

from __future__ import annotations

import re
import ssl
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from imapclient import IMAPClient, SocketTimeout  # type: ignore[import-untyped]
from imapclient.exceptions import IMAPClientError, LoginError  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

INVALID_CREDENTIALS: Final = "INVALID_CREDENTIALS"
CONNECTION_IMPOSSIBLE: Final = "CONNECTION_IMPOSSIBLE"
NO_ACCESS_TO_ALL_MAIL: Final = "NO_ACCESS_TO_ALL_MAIL"
OK: Final = "OK"

_AT_ONCE: Final = 16
_MAX_LINE: Final = 300
_MAX_MESSAGES: Final = 5000
_BATCH: Final = 200
_COUNT_SECONDS: Final = 60.0
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_GMAIL: Final = b"X-GM-EXT-1"
_ALL: Final = b"\\All"
_UNSELECTABLE: Final = frozenset({b"\\noselect", b"\\nonexistent"})
_SKIPPED_FLAGS: Final = frozenset({b"\\trash", b"\\drafts", b"\\junk"})
_SKIPPED_NAMES: Final = frozenset(
    {"trash", "deleted items", "deleted messages", "drafts", "junk", "junk e-mail", "spam"}
)

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
class Selection:
    """What of a mailbox counts.

    Attributes:
        all_folders: whether folders for deleted mail, drafts and the like count.
        folders: special-use folders that count all the same, such as `Trash`; commas between them.
        all_files: whether pictures inside of messages and winmail.dat count as files.
    """

    all_folders: bool
    folders: str
    all_files: bool


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

        Files are counted in the first messages only, a few thousand, so that the work is bounded.

        Raises:
            MailServerSilentError: when it takes too long.
            OSError: when the mail server goes away.
            IMAPClientError: when it refuses or cannot be understood.
        """
        until = time.monotonic() + _COUNT_SECONDS

        def work() -> tuple[int, int]:
            with self._opened(login) as client:
                return _count(client, selection, until)

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
        except (OSError, ValueError, IMAPClientError) as error:
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
    """What was said during one attempt."""

    def __init__(self, login: Login) -> None:
        self.address = f"{_printable(login.server)} port {login.port}"
        self._password = login.password
        self._lines = [f"connecting to {self.address}{' with TLS' if login.use_ssl else ''}"]

    def add(self, line: str) -> None:
        # Servers have been seen to repeat what they were sent.
        self._lines.append(_printable(line.replace(self._password, "***")))

    def outcome(self, status: str, message: str | None, *, reachable: bool = True) -> Observation:
        return Observation(status, message, reachable, "\n".join(self._lines))


def _printable(text: str) -> str:
    return _CONTROL.sub(" ", text)[:_MAX_LINE]


def _log_in(client: IMAPClient, login: Login) -> None:
    if client.has_capability("AUTH=PLAIN"):
        client.plain_login(login.username, login.password)
    else:
        quoted = login.username.replace("\\", "\\\\").replace('"', '\\"')
        client.login(f'"{quoted}"', login.password)  # imaplib quotes the password, not the name


def _has_all_mail(client: IMAPClient) -> bool:
    return any(_ALL in flags for flags, _delimiter, _name in client.list_folders())


def _count(client: IMAPClient, selection: Selection, until: float) -> tuple[int, int]:
    messages = files = looked_at = 0
    for folder in _folders(client, selection):
        in_folder = int(client.select_folder(folder, readonly=True).get(b"EXISTS", 0))
        messages += in_folder
        numbers = client.search() if in_folder else []
        numbers = numbers[: _MAX_MESSAGES - looked_at]
        looked_at += len(numbers)
        for start in range(0, len(numbers), _BATCH):
            if time.monotonic() > until:
                return messages, files
            answers = client.fetch(numbers[start : start + _BATCH], ["BODYSTRUCTURE"])
            files += sum(
                _files_in(answer[b"BODYSTRUCTURE"], all_files=selection.all_files)
                for answer in answers.values()
                if b"BODYSTRUCTURE" in answer
            )
    return messages, files


def _folders(client: IMAPClient, selection: Selection) -> Iterable[str]:
    wanted = {name.strip().lower() for name in selection.folders.split(",")}
    for flags, delimiter, name in client.list_folders():
        lowered = {flag.lower() for flag in flags}
        if lowered & _UNSELECTABLE:
            continue
        last = str(name).rsplit((delimiter or b"/").decode("ascii", "replace"), 1)[-1].lower()
        special = lowered & _SKIPPED_FLAGS or last in _SKIPPED_NAMES
        asked_for = last in wanted or {f"\\{each}".encode() for each in wanted} & lowered
        if selection.all_folders or not special or asked_for:
            yield name


def _files_in(part: Any, *, all_files: bool) -> int:
    if part.is_multipart:
        return sum(_files_in(each, all_files=all_files) for each in part[0])
    kind = _text(part[0])
    names = [_text(value) for value in _pairs(part[2]).values()]
    disposition, parameters = _disposition(part)
    names += [_text(value) for value in parameters.values()]
    if (
        disposition != "attachment"
        and not (disposition == "inline" and parameters)
        and not _pairs(part[2]).get("name")
    ):
        return 0
    if all_files:
        return 1
    noise = (kind == "image" and disposition != "attachment") or "winmail.dat" in names
    return 0 if noise else 1


def _disposition(part: Any) -> tuple[str, dict[str, Any]]:
    for item in part[7:]:
        if isinstance(item, tuple) and item and isinstance(item[0], bytes):
            name = _text(item[0])
            if name in {"attachment", "inline"}:
                return name, _pairs(item[1] if len(item) > 1 else None)
    return "", {}


def _pairs(items: Any) -> dict[str, Any]:
    items = items if isinstance(items, tuple) else ()
    return {_text(name): value for name, value in zip(items[::2], items[1::2], strict=False)}


def _text(value: object) -> str:
    return value.decode("utf-8", "replace").lower() if isinstance(value, bytes) else str(value).lower()
