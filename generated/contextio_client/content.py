"""Bodies of answers, bounded in time and size. Generated from the description; not to be edited."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final, cast

import httpx

from contextio_client.errors import AnswerTooLargeError, InvalidAnswerError
from contextio_client.network import get_watched
from contextio_client.shown import shown

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Iterable, Iterator

    from contextio_client.deadline import Deadline

CODINGS: Final = "gzip, deflate"
"""The content codings that are asked for (RFC 9110, section 12.5.3), and read."""
_PIECE: Final = 64 * 1024
_EXPLANATION: Final = 1024 * 1024
"""Bytes that are read of an answer that is no success."""


class Decoder:
    """An answer without a content coding."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what some received bytes stand for.

        Raises:
            httpx.DecodingError: if they do not have the content coding.
        """
        yield data

    def finish(self) -> None:
        """Check that all has arrived.

        Raises:
            httpx.DecodingError: if the end is missing.
        """


class Inflater(Decoder):
    """The content codings gzip and deflate, in pieces of bounded size: few bytes may stand for very many."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._inflate = zlib.decompressobj(window)
        self._has_begun = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        piece = b""
        while data or len(piece) == _PIECE:
            if self._inflate.eof and not self._next_member(data):
                return
            piece = self._decompress(data)
            yield piece
            data = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail

    def finish(self) -> None:
        if self._has_begun and not self._inflate.eof:
            message = "the compressed body is cut off"
            raise httpx.DecodingError(message)

    def _decompress(self, data: bytes) -> bytes:
        try:
            piece = self._inflate.decompress(data, _PIECE)
        except zlib.error as error:
            if self._has_begun or self._window != zlib.MAX_WBITS:
                raise httpx.DecodingError(str(error)) from None
            # Some servers send deflate without the header of zlib.
            self._inflate = zlib.decompressobj(-self._window)
            self._has_begun = True
            return self._decompress(data)
        self._has_begun = True
        return piece

    def _next_member(self, data: bytes) -> bool:
        """Begin the next member of a gzip file (RFC 1952, section 2.2), and return whether there is one."""
        is_member = self._window > zlib.MAX_WBITS and data[:1] == b"\x1f"
        if is_member:
            self._inflate = zlib.decompressobj(self._window)
        return is_member


def decoder_of(response: httpx.Response) -> Decoder:
    """Return the decoder for the body of an answer, of which nothing has been read.

    Raises:
        InvalidAnswerError: if a success has a content coding that was not asked for.
    """
    given = response.headers.get("Content-Encoding", "")
    names = [name for each in given.split(",") if (name := each.strip().lower()) not in {"", "identity"}]
    # A transport or an event hook that reads a response decodes it as well.
    if not names or response.is_stream_consumed:
        return Decoder()
    if names in (["gzip"], ["x-gzip"]):
        return Inflater(zlib.MAX_WBITS | 16)
    if names == ["deflate"]:
        return Inflater(zlib.MAX_WBITS)
    if not response.is_success:
        return Decoder()
    happened = (
        f"is answered with {response.status_code} in the content coding {shown(given)}, not in {CODINGS}"
    )
    raise InvalidAnswerError(happened, response.request, response)


def iterate_body(response: httpx.Response) -> Iterator[bytes]:
    """Yield the body of an answer as it arrives, or as a transport or an event hook has read it.

    The answer stays open at its end: `Response.iter_raw` closes it, and another thread then uses the connection.
    """
    if response.is_stream_consumed:
        yield response.content
    else:
        yield from cast("Iterable[bytes]", response.stream)


async def aiterate_body(response: httpx.Response) -> AsyncGenerator[bytes]:
    """Yield the body of an answer as `iterate_body` does, for the asynchronous client.

    The generators of httpx are ended from within if this one is closed: trio warns of those that are left
    to the garbage collector.
    """
    from anyio import move_on_after

    if response.is_stream_consumed:
        yield response.content
        return
    arriving = aiter(cast("AsyncIterable[bytes]", response.stream))
    try:
        async for data in arriving:
            yield data
    finally:
        with move_on_after(0):
            await anext(arriving, None)


class Body:
    """The body of an answer as it arrives, bounded in time and size, which httpx does not do.

    Its size counts after decompression, so that a short answer cannot become an endless one. Of an answer
    that is no success, the beginning is enough: its status says what happened.
    """

    def __init__(self, response: httpx.Response, max_bytes: int, deadline: Deadline) -> None:
        """Prepare to read.

        Raises:
            InvalidAnswerError: if a success has a content coding that was not asked for.
        """
        self._response = response
        self._max_bytes = max_bytes if response.is_success else min(max_bytes, _EXPLANATION)
        self._deadline = deadline
        self._decoder = decoder_of(response)
        self._pieces: list[bytes] = []
        self._last = b""
        self._received = 0
        self._size = 0
        self._connection = None if response.is_stream_consumed else get_watched(response)

    @property
    def is_full(self) -> bool:
        """Whether there are more bytes than are read."""
        return max(self._size, self._received) > self._max_bytes

    def add(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            httpx.DecodingError: if they do not have the content coding of the answer.
            httpx.ReadTimeout: if the time is up.
        """
        self._last = data or self._last
        self._received += len(data)
        for piece in self._decoder.pieces(data):
            if self._deadline.is_over:
                message = "the time of the call is up"
                raise httpx.ReadTimeout(message)
            self._pieces.append(piece)
            self._size += len(piece)
            if self.is_full:
                break

    def finish(self) -> None:
        """Check that the body has arrived to its end.

        Raises:
            httpx.DecodingError: if the end is missing.
        """
        if not self.is_full:
            self._decoder.finish()
        if self._connection:
            self._connection.settle(self._response, self._last)

    def is_enough_despite(self, error: Exception) -> bool:
        """Return whether what has arrived will do, although the rest cannot be read: for all but successes."""
        return not self._response.is_success and not isinstance(error, httpx.TimeoutException | TimeoutError)

    def response(self) -> httpx.Response:
        """Return the answer with what has arrived of its body.

        Raises:
            AnswerTooLargeError: if a success has too many bytes.
        """
        if self.is_full and self._response.is_success:
            happened = (
                f"is answered with more than {self._max_bytes} bytes; set max_answer_bytes to read more"
            )
            raise AnswerTooLargeError(happened, self._response.request, self._with(b""))
        return self._with(b"".join(self._pieces)[: self._max_bytes])

    def _with(self, content: bytes) -> httpx.Response:
        headers = self._response.headers.copy()
        headers.pop("Content-Encoding", None)  # the content is decoded
        return httpx.Response(
            self._response.status_code,
            headers=headers,
            content=content,
            request=self._response.request,
            extensions=self._response.extensions,
        )
