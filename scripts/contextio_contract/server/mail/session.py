"""IMAP sessions over the dialler: bounded in time, bytes, lines and literals."""

from __future__ import annotations

from imaplib import IMAP4
from typing import TYPE_CHECKING, Any, Final

from imapclient import IMAPClient

from contextio_contract.server.outbound.connection import LimitError

if TYPE_CHECKING:
    from contextio_contract.server.outbound.connection import Connection

_MAX_LINE: Final = 1_000_000
_MAX_LITERAL: Final = 65_536
"""Nothing longer than a name, or a value in a structure, comes as a literal in what is asked for."""
_MAX_COMMAND_BYTES: Final = 4_194_304
_MAX_COMMAND_LINES: Final = 5_000
"""Enough for a list of folders. Lines cost much CPU time, and memory of many times their size."""
_MAX_LOGIN_LINES: Final = 100
"""For each command before the mailbox is open: a mail server may be anybody's until then."""


class Session(IMAPClient):  # type: ignore[misc]  # imapclient ships no types
    """An IMAP client over a connection that is open, from the greeting on.

    Everything that it does raises TimeoutError past the connection's deadline, and LimitError if the mail
    server sends more than the commands here can need.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        super().__init__("", ssl=False, timeout=None)
        self._imap.debug = 0  # imapclient sets 5, so that imaplib formats every line for its log

    def _create_IMAP4(self) -> IMAP4:  # noqa: N802 - a name of imapclient, which subclasses of its own override
        return _Protocol(self._connection)

    def __exit__(self, *_: object) -> None:
        """Send LOGOUT, and close the connection without waiting for a response."""
        self._connection.send_last(b"END LOGOUT\r\n")


class _Protocol(IMAP4):
    """The client of imaplib, with the methods overridden that it documents for other kinds of connections."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._buffer = bytearray()
        self._bytes_left, self._lines_left = _MAX_COMMAND_BYTES, _MAX_LOGIN_LINES
        super().__init__()

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        """Take over the connection."""
        del timeout
        self.host, self.port = host, port
        self.sock = self._connection.sock

    def send(self, data: Any) -> None:
        """Send a command, whose responses count anew."""
        is_open = self.state in {"AUTH", "SELECTED"}
        self._bytes_left = _MAX_COMMAND_BYTES
        self._lines_left = _MAX_COMMAND_LINES if is_open else _MAX_LOGIN_LINES
        self._connection.send(data)

    def readline(self) -> bytes:
        """Return the next line, or what there is of it at the end."""
        self._lines_left -= 1
        if self._lines_left < 0:
            message = "too many lines"
            raise LimitError(message)
        searched = 0
        while not (end := self._buffer.find(b"\n", searched) + 1):
            searched = len(self._buffer)
            if searched > _MAX_LINE:
                message = "a line that is too long"
                raise LimitError(message)
            if not self._fill():
                end = searched
                break
        return self._take(end)

    def read(self, size: int) -> bytes:
        """Return the bytes of a literal."""
        if size > _MAX_LITERAL:
            message = "a literal that is too long"
            raise LimitError(message)
        while len(self._buffer) < size and self._fill():
            pass
        return self._take(size)

    def shutdown(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _fill(self) -> bool:
        """Receive what comes next; return False at the end."""
        data = self._connection.receive()
        self._bytes_left -= len(data)
        if self._bytes_left < 0:
            message = "too many bytes"
            raise LimitError(message)
        self._buffer += data
        return bool(data)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken
