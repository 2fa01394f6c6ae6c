"""Requests and answers as they may be shown: printable, bounded, without secrets. Generated from the description; not to be edited."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST: Final = 500
"""Characters of what somebody else says."""
_ESCAPE: Final = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]?|\][^\x07\x1b]*\x07?|.)?|\x9b[0-?]*[ -/]*[@-~]?", re.DOTALL
)
"""Control sequences of terminals (ECMA-48)."""

_NOT_STORED: Final = frozenset({b"set-cookie", b"content-encoding", b"location"})


def printable(text: str) -> str:
    """Return a text as one line, without control sequences; what cannot be printed becomes U+FFFD."""
    line = " ".join(_ESCAPE.sub("\ufffd", text).split())
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


def shown(text: str) -> str:
    """Return what somebody else says as one printable line of at most 500 characters."""
    line = printable(text[: 2 * _MOST])
    return line if len(line) <= _MOST and len(text) <= 2 * _MOST else f"{line[: _MOST - 1]}…"


def shown_error(error: BaseException) -> str:
    """Return what an exception says, or else what its causes say, or else its class."""
    return next((said for each in _chain(error) if (said := shown(str(each)))), type(error).__name__)


def forget_frames(error: BaseException | None) -> None:
    """Remove the tracebacks of an exception and of its causes: their frames hold keys, forms and answers."""
    for each in _chain(error):
        each.__traceback__ = None


def without_query(url: httpx.URL) -> str:
    """Return a URL as it may be shown."""
    return str(url.copy_with(query=None, fragment=None, userinfo=b""))


def location_of(response: httpx.Response) -> str | None:
    """Return the absolute address in the header `Location`; None without one for http or https."""
    try:
        url = response.request.url.join(response.headers["Location"])
        return str(url) if url.scheme in {"http", "https"} and url.host else None
    except (KeyError, ValueError, httpx.InvalidURL):
        return None


def text_of(response: httpx.Response) -> str:
    """Return a body as text, whatever it is: in its charset if that is a text encoding, or else in UTF-8."""
    try:
        charset = codecs.lookup(response.charset_encoding or "utf-8").name
        return response.content.decode(charset, "replace")
    except (LookupError, ValueError, httpx.StreamError):
        return b"".join(_read(response)).decode("utf-8", "replace")


def without_secrets(
    request: httpx.Request, response: httpx.Response | None
) -> tuple[httpx.Request, httpx.Response | None]:
    """Return a request and its answer to store.

    The request keeps its method, its address without the query, and its id. The answer has no cookies, its
    `Location` has no query, and it has no body if it is a success.
    """
    ids = {name: request.headers[name] for name in ("X-Request-Id",) if name in request.headers}
    bare = httpx.Request(request.method, without_query(request.url), headers=ids)
    if response is None:
        return bare, None
    headers = [(name, value) for name, value in response.headers.raw if name.lower() not in _NOT_STORED]
    if (location := location_of(response)) is not None:
        headers.append((b"Location", without_query(httpx.URL(location)).encode()))
    content = b"" if response.is_success else b"".join(_read(response))
    return bare, httpx.Response(response.status_code, headers=headers, content=content, request=bare)


def _read(response: httpx.Response) -> Iterator[bytes]:
    """Yield the body as far as it was read."""
    if response.is_stream_consumed and hasattr(response, "_content"):
        yield response.content


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception, its causes, and those during whose handling it was raised, each once."""
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [each.__cause__, each.__context__]
