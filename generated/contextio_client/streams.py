"""Streams of answers that are bytes. Generated from the description; not to be edited."""

from __future__ import annotations

import math
import os
from email.message import Message
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Self

import httpx

from contextio_client.content import aiterate_body, decoder_of, iterate_body
from contextio_client.deadline import Deadline
from contextio_client.errors import AnswerTooLargeError, APITimeoutError, IncompleteAnswerError, RequestError
from contextio_client.exchange import transport_errors
from contextio_client.network import bound_thread
from contextio_client.shown import forget_frames, shown_error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from contextio_client.options import Options


class _Received:
    """An answer whose body has not been read."""

    def __init__(self, response: httpx.Response, options: Options) -> None:
        self._response = response
        self._options = options
        self._size = 0
        self._is_used = False
        # The deadline was for the beginning of the answer. From here on it bounds each read.
        limits = Deadline(math.inf).timeouts(options.connect_timeout, options.read_seconds)
        response.request.extensions["timeout"] = limits

    @property
    def status(self) -> int:
        """The HTTP status, such as 206 for a range."""
        return self._response.status_code

    @property
    def headers(self) -> httpx.Headers:
        """The headers; names are case-insensitive."""
        return self._response.headers

    @property
    def filename(self) -> str | None:
        """The name of the file as the server gives it, without folders; None if it gives none."""
        given = _file_name(self.headers.get("Content-Disposition", ""))
        name = given.replace("\\", "/").rpartition("/")[2]
        name = "".join(character for character in name if character.isprintable())
        return None if name in {"", ".", ".."} else name

    def _begin(self) -> None:
        """Note that the bytes are read.

        Raises:
            RuntimeError: if they were read before, or the stream is closed.
        """
        if self._is_used:
            message = (
                "the bytes of a stream can be read once, before it is closed; call the method again for them"
            )
            raise RuntimeError(message)
        self._is_used = True

    def _check(self) -> None:
        most = self._options.max_answer_bytes
        if self._size > most:
            happened = f"is answered with more than {most} bytes; iterate or save the stream, or set max_answer_bytes"
            raise AnswerTooLargeError(happened, self._response.request, self._response)

    def _broken(self, error: Exception) -> RequestError:
        forget_frames(error)
        request = self._response.request
        if isinstance(error, httpx.TimeoutException | TimeoutError):
            happened = f"sends nothing for {self._options.read_seconds:g} s, after {self._size} bytes"
            return APITimeoutError(happened, request)
        return IncompleteAnswerError(f"breaks off after {self._size} bytes: {shown_error(error)}", request)


class ByteStream(_Received):
    """The bytes of an answer, read as they arrive: iterate, `read` or `save` them, once.

    It closes itself after the last byte and on errors. Use it with `with` if not all may be read.
    """

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes in pieces.

        Raises:
            APIConnectionError: if the connection fails.
            APITimeoutError: if no bytes arrive for as long as a call may take.
            IncompleteAnswerError: if the answer is cut off.
            InvalidAnswerError: if it has a content coding that was not asked for.
            RuntimeError: if the bytes were read before, or the stream is closed.
        """
        self._begin()
        arriving = iterate_body(self._response)
        data = piece = None
        try:
            decoder = decoder_of(self._response)
            data = self._next(arriving)
            while data is not None:
                for piece in decoder.pieces(data):
                    self._size += len(piece)
                    yield piece
                data = self._next(arriving)
            decoder.finish()
        except transport_errors() as error:
            data = piece = None  # which the frame of the error would show
            raise self._broken(error) from error
        finally:
            self.close()

    def _next(self, arriving: Iterator[bytes]) -> bytes | None:
        """Return the next bytes as they were sent; None at the end."""
        with bound_thread(Deadline(self._options.read_seconds)):
            return next(arriving, None)

    def read(self) -> bytes:
        """Return all bytes.

        Raises:
            AnswerTooLargeError: if there are more than `max_answer_bytes`, an option of the client.
            RequestError: if they do not arrive; see iteration.
        """
        chunks: list[bytes] = []
        chunk = b""
        try:
            for chunk in self:
                self._check()
                chunks.append(chunk)
        except BaseException:
            chunks, chunk = [], b""  # which the frame of the error would show
            raise
        finally:
            self.close()
        return b"".join(chunks)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write all bytes to a file, and return its path; the file is there only once it is whole.

        Raises:
            OSError: if the file cannot be written.
            RequestError: if the bytes do not arrive; see iteration.
        """
        target = Path(path)
        part = target.with_name(f".{token_hex(8)}.part")
        try:
            with part.open("xb") as file:
                for chunk in self:
                    file.write(chunk)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        finally:
            self.close()
        return target

    def close(self) -> None:
        """Close the connection; what was not read is lost."""
        self._is_used = True
        self._response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncByteStream(_Received):
    """The bytes of an answer, read as they arrive: iterate, `read` or `save` them, once.

    It closes itself after the last byte and on errors. Use it with `async with` if not all may be read.
    """

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the bytes in pieces.

        Raises:
            APIConnectionError: if the connection fails.
            APITimeoutError: if no bytes arrive for as long as a call may take.
            IncompleteAnswerError: if the answer is cut off.
            InvalidAnswerError: if it has a content coding that was not asked for.
            RuntimeError: if the bytes were read before, or the stream is closed.
        """
        self._begin()
        arriving = aiterate_body(self._response)
        data = piece = None
        try:
            decoder = decoder_of(self._response)
            data = await self._next(arriving)
            while data is not None:
                for piece in decoder.pieces(data):
                    self._size += len(piece)
                    yield piece
                data = await self._next(arriving)
            decoder.finish()
        except transport_errors() as error:
            data = piece = None  # which the frame of the error would show
            raise self._broken(error) from error
        finally:
            await arriving.aclose()
            await self.aclose()

    async def _next(self, arriving: AsyncIterator[bytes]) -> bytes | None:
        """Return the next bytes as they were sent; None at the end."""
        from anyio import fail_after

        with fail_after(self._options.read_seconds):
            return await anext(arriving, None)

    async def read(self) -> bytes:
        """Return all bytes.

        Raises:
            AnswerTooLargeError: if there are more than `max_answer_bytes`, an option of the client.
            RequestError: if they do not arrive; see iteration.
        """
        chunks: list[bytes] = []
        chunk = b""
        try:
            async for chunk in self:
                self._check()
                chunks.append(chunk)
        except BaseException:
            chunks, chunk = [], b""  # which the frame of the error would show
            raise
        finally:
            await self.aclose()
        return b"".join(chunks)

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Write all bytes to a file, and return its path; the file is there only once it is whole.

        Raises:
            OSError: if the file cannot be written.
            RequestError: if the bytes do not arrive; see iteration.
        """
        from anyio import to_thread

        target = Path(path)
        part = target.with_name(f".{token_hex(8)}.part")
        try:
            with part.open("xb") as file:
                async for chunk in self:
                    await to_thread.run_sync(file.write, chunk)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        finally:
            await self.aclose()
        return target

    async def aclose(self) -> None:
        """Close the connection; what was not read is lost."""
        self._is_used = True
        await self._response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


def _file_name(disposition: str) -> str:
    """Return the name in a header `Content-Disposition` (RFC 6266), in UTF-8 if it is in an unknown charset."""
    message = Message()
    message["Content-Disposition"] = disposition
    given = message.get_param("filename", "", header="Content-Disposition")
    if not isinstance(given, tuple):
        return str(given).removeprefix('"')
    charset, _, text = given
    data = text.encode("raw-unicode-escape")
    try:
        return "" if charset is None else data.decode(charset, "replace")
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")
