"""Mailboxes of other people's mail servers: opened, probed and counted.

Each is open for a total time and receives a number of bytes at most, whatever its mail server does.
"""

from __future__ import annotations

import re
import ssl
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from imapclient.exceptions import IMAPClientError

from contextio_contract.server.mail.observation import (
    NO_ACCESS_TO_ALL_MAIL,
    OK,
    CredentialsError,
    Observation,
    observe_failure,
)
from contextio_contract.server.mail.session import Session
from contextio_contract.server.mail.statistics import count_messages_and_files
from contextio_contract.server.outbound.connection import Deadline
from contextio_contract.server.outbound.limits import PROCESS, BusyError
from contextio_contract.server.outbound.policy import MAIL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from contextio_contract.server.mail.statistics import Selection
    from contextio_contract.server.outbound.dialler import Dialler
    from contextio_contract.server.outbound.limits import Limits

_MAX_HOST_LENGTH: Final = 300
_PROBE_BYTES: Final = 2_000_000
"""Enough for a list of some thousand folders."""
_COUNT_SECONDS: Final = 60.0
_COUNT_BYTES: Final = 16_000_000
"""Enough for the structures of the messages whose files are counted."""
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_BUSY: Final = "BUSY"
_GMAIL: Final = "X-GM-EXT-1"
_ALL_MAIL: Final = b"\\All"


def host_of(server: str) -> str:
    """Return the name or address of a mail server in one spelling, as limits count it."""
    return server.lower().rstrip(".")


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

    @property
    def host(self) -> str:
        """The host, in one spelling, as limits count it."""
        return host_of(self.server)


class Mailboxes:
    """Opens mailboxes.

    Attributes:
        probed: called with what came of each probe: a status, or `BUSY` without a free slot.
    """

    def __init__(
        self,
        dialler: Dialler,
        limits: Limits,
        timeout: float,
        tls: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set how mailboxes are opened.

        Args:
            dialler: connects to their mail servers.
            limits: how many may be probed at once, for each `host` and what else their callers name.
            timeout: seconds that a probe may take in all.
            tls: verifies certificates; None to trust those that the system trusts.
            clock: counts the seconds.
        """
        self._dialler = dialler
        self._limits = limits
        self._timeout = timeout
        self._tls = tls or ssl.create_default_context()
        self._clock = clock
        self.probed: Callable[[str], None] = lambda _: None

    def probe(self, login: Login, claims: Mapping[str, str]) -> Observation:
        """Open a mailbox and close it again, whatever the mail server does.

        Args:
            login: the mailbox.
            claims: for whom, by the kinds of the limits, such as `{"key": consumer_key}`.

        Raises:
            BusyError: if the limits or this machine have no room for it. That tells nothing of the mailbox.
        """
        try:
            observation = self._probe(login, claims)
        except BusyError:
            self.probed(_BUSY)
            raise
        self.probed(observation.status)
        return observation

    def _probe(self, login: Login, claims: Mapping[str, str]) -> Observation:
        log: list[str] = []
        with self._limits.slot({"host": login.host, **claims}):
            try:
                with self._open(login, self._timeout, _PROBE_BYTES, log) as session:
                    if session.has_capability(_GMAIL) and not _shows_all_mail(session, log):
                        message = "the folder with all mail is hidden from IMAP"
                        return Observation(NO_ACCESS_TO_ALL_MAIL, message, reachable=True, log="\n".join(log))
            except BusyError:
                raise
            except Exception as error:  # noqa: BLE001 - an odd mail server can make imapclient raise anything
                return observe_failure(error, login.address, log)
        return Observation(OK, None, reachable=True, log="\n".join(log))

    @property
    def slots(self) -> tuple[int, int]:
        """How many slots for probes are taken, and how many there are."""
        return self._limits.taken, self._limits.most[PROCESS]

    def count(self, login: Login, selection: Selection) -> tuple[int, int]:
        """Return how many messages and files a mailbox holds. The limits here do not count it.

        Raises:
            TimeoutError: if it takes too long.
            Exception: whatever imapclient raises about a response.
        """
        with self._open(login, _COUNT_SECONDS, _COUNT_BYTES, []) as session:
            return count_messages_and_files(session, selection)

    @contextmanager
    def _open(self, login: Login, seconds: float, max_bytes: int, log: list[str]) -> Iterator[Session]:
        log.append(f"connecting to {login.address}{' with TLS' if login.use_ssl else ''}")
        deadline = Deadline(seconds, self._clock)
        with closing(self._dialler.dial(login.server, login.port, MAIL, deadline, max_bytes)) as connection:
            if login.use_ssl:
                connection.start_tls(self._tls, login.server)
            try:
                session = Session(connection)
            except IMAPClientError as error:
                message = "no greeting of an IMAP server"
                raise ValueError(message) from error
            log.append("connected")
            with session:
                _log_in(session, login, log)
                yield session


def _shows_all_mail(session: Session, log: list[str]) -> bool:
    log.append("LIST")
    folders = session.list_folders()
    log.append("OK")
    return any(_ALL_MAIL in flags for flags, _delimiter, _name in folders)


def _log_in(session: Session, login: Login, log: list[str]) -> None:
    plain = session.has_capability("AUTH=PLAIN")
    credentials = login.username + login.password
    if _CONTROL.search(credentials):
        message = "user name and password may hold no control characters"
        raise CredentialsError(message)
    if not plain and not credentials.isascii():
        message = "this mail server takes user names and passwords in ASCII only"
        raise CredentialsError(message)
    log.append("AUTHENTICATE PLAIN ***" if plain else "LOGIN ***")
    if plain:
        session.plain_login(login.username, login.password)
    else:
        quoted = login.username.replace("\\", "\\\\").replace('"', '\\"')
        session.login(f'"{quoted}"', login.password)  # imaplib quotes the password, not the name
    log.append("OK")
