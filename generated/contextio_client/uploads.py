"""Files that are sent in multipart forms (RFC 7578). Generated from the description; not to be edited."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeAlias

import httpx

from contextio_client.errors import FileTooLargeError, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import ExitStack

FileInput: TypeAlias = bytes | os.PathLike[str] | IO[bytes]
"""What is sent as a file: its bytes, its path, or the file opened in binary mode, which is read in pieces."""


@dataclass(frozen=True)
class Upload:
    """A file of a form, with its media type and the number of bytes that it may have; None if unbounded."""

    file: FileInput | None = field(repr=False)
    media: str = "application/octet-stream"
    limit: int | None = None

    def open(self, name: str, files: ExitStack) -> tuple[str, Any, str]:
        """Return the file as httpx sends it: the name of the file, its content, and its media type.

        Args:
            name: the name of the form field.
            files: closes what is opened here.

        Raises:
            FileTooLargeError: if the file has too many bytes.
            TypeError: if it is no file.
            UnreadableFileError: if it is not there, or cannot be read.
        """
        file: Any = self.file
        if isinstance(file, bytes | bytearray | memoryview):
            self._check(name, len(file))
            return name, bytes(file), self.media
        if isinstance(file, os.PathLike):
            file = files.enter_context(_open(name, Path(file)))
        if isinstance(file, str) or not hasattr(file, "read") or hasattr(file, "encoding"):
            message = f"{name} must be bytes, a pathlib.Path or a file opened in binary mode; it is of type {type(file).__name__}"
            raise TypeError(message)
        file_name = Path(str(getattr(file, "name", name))).name or name
        try:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
        except (AttributeError, OSError):
            return file_name, _Counted(file, name, self), self.media
        self._check(name, size)
        return file_name, file, self.media

    def _check(self, name: str, size: int) -> None:
        if self.limit is not None and size > self.limit:
            message = f"{name} may have {self.limit} bytes; the file has {size} or more"
            raise FileTooLargeError(message)


class ThreadedBody(httpx.AsyncByteStream):
    """A form whose files are read in a worker thread, so that they do not block the event loop."""

    def __init__(self, form: Any) -> None:
        self._form = form

    async def __aiter__(self) -> AsyncIterator[bytes]:
        from anyio import to_thread

        chunks = iter(self._form)
        while (chunk := await to_thread.run_sync(next, chunks, None)) is not None:
            yield chunk


class _Counted:
    """A file without a known size, whose bytes are counted as they are read."""

    def __init__(self, file: IO[bytes], name: str, upload: Upload) -> None:
        self._file, self._name, self._upload = file, name, upload
        self._size = 0

    def seek(self, _: int) -> None:
        """Refuse to be sent again; httpx calls this at the beginning of each try."""
        if self._size:
            message = f"{self._name} is not sent again: its file cannot be read twice"
            raise UnreadableFileError(message)

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._size += len(data)
        self._upload._check(self._name, self._size)
        return data


def _open(name: str, path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        message = f"{name} cannot be read from {path}: {error.strerror}"
        raise UnreadableFileError(message) from error
