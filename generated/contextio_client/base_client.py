"""What both clients do with connections, keys and options. Generated from the description; not to be edited."""

from __future__ import annotations

import time
from contextlib import ExitStack, aclosing
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

import httpx

from contextio_client.content import Body, aiterate_body, iterate_body
from contextio_client.deadline import Deadline
from contextio_client.exchange import Tries, transport_errors
from contextio_client.headers import usual_headers
from contextio_client.network import awatch_connections, bound_thread, check_answer, watch_connections
from contextio_client.options import check_http_client, copy_without_cached, parse_base_url
from contextio_client.redirects import arefuse_bad_location, refuse_bad_location

if TYPE_CHECKING:
    from contextio_client.auth import OAuth1
    from contextio_client.call import Call
    from contextio_client.operation import Answer
    from contextio_client.options import Options

T = TypeVar("T")


class BaseClient:
    """Connections, keys and options of a client, and how calls are sent with them."""

    _auth: OAuth1
    _base_url: httpx.URL
    _options: Options

    def _set_http(self, http_client: httpx.Client | None, transport: httpx.BaseTransport | None) -> None:
        """Set what sends the requests: the HTTP client of a user, or one of our own.

        Raises:
            TypeError: if the HTTP client is of another kind.
            ValueError: if both are given.
        """
        check_http_client(http_client, transport, httpx.Client)
        self._closes_http = http_client is None
        self._http = http_client or httpx.Client(
            event_hooks={"response": [refuse_bad_location]}, transport=transport
        )

    def _copy(
        self, options: Options, base_url: str | httpx.URL | None, key: str | None, secret: str | None
    ) -> Self:
        """Return a client with other options and the same connections, which it does not close."""
        other = copy_without_cached(self)
        other._options = options
        other._closes_http = False
        if base_url is not None:
            other._base_url = parse_base_url(base_url)
        if key is not None or secret is not None:
            other._auth = self._auth.with_keys(key, secret)
        return other

    def _send(self, call: Call[T]) -> T:
        answer = self._answer(call)
        return answer.parse()

    def _send_raw(self, call: Call[Any]) -> Any:
        return self._answer(call)

    def _answer(self, call: Call[T]) -> Answer[T]:
        from contextio_client.operation import Answer
        from contextio_client.paging import page_of

        if self._http.is_closed:
            message = "this client is closed; make a new one"
            raise RuntimeError(message)
        paged = partial(page_of, call=call, options=self._options, send=self._send)
        return Answer(call.operation, self._exchange(call), self._options, paged)

    def _exchange(self, call: Call[Any]) -> httpx.Response:
        with ExitStack() as files:
            request = self._request(call, files)
            request.extensions["trace"] = watch_connections
            tries = Tries(call.operation, request, self._options, self._auth)
            with bound_thread(tries.deadline):
                return self._send_until_done(tries)

    def _request(self, call: Call[Any], files: ExitStack) -> httpx.Request:
        return call.request(self._options, self._base_url, usual_headers(), files)

    def _send_until_done(self, tries: Tries) -> httpx.Response:
        while True:
            with tries.attempt() as request:
                response = self._http.send(request, auth=self._auth, stream=True, follow_redirects=False)
                if not tries.is_left_unread(response):
                    body = self._read(response, tries.deadline)
                    response = body.response()
                tries.receive(response)
            if tries.response is not None:
                return tries.response
            time.sleep(tries.wait or 0.0)

    def _read(self, response: httpx.Response, deadline: Deadline) -> Body:
        try:
            check_answer(response)
            body = Body(response, self._options.max_answer_bytes, deadline)
            try:
                for data in iterate_body(response):
                    body.add(data)
                    if body.is_full:
                        break
                body.finish()
            except transport_errors() as error:
                if not body.is_enough_despite(error):
                    raise
        finally:
            response.close()
        return body

    def close(self) -> None:
        """Close the connections, unless they belong to an `http_client` or to another client."""
        if self._closes_http:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={str(self._base_url)!r})"


class AsyncBaseClient:
    """Connections, keys and options of a client, and how calls are sent with them."""

    _auth: OAuth1
    _base_url: httpx.URL
    _options: Options

    def _set_http(
        self, http_client: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None
    ) -> None:
        """Set what sends the requests: the HTTP client of a user, or one of our own.

        Raises:
            TypeError: if the HTTP client is of another kind.
            ValueError: if both are given.
        """
        check_http_client(http_client, transport, httpx.AsyncClient)
        self._closes_http = http_client is None
        self._http = http_client or httpx.AsyncClient(
            event_hooks={"response": [arefuse_bad_location]}, transport=transport
        )

    def _copy(
        self, options: Options, base_url: str | httpx.URL | None, key: str | None, secret: str | None
    ) -> Self:
        """Return a client with other options and the same connections, which it does not close."""
        other = copy_without_cached(self)
        other._options = options
        other._closes_http = False
        if base_url is not None:
            other._base_url = parse_base_url(base_url)
        if key is not None or secret is not None:
            other._auth = self._auth.with_keys(key, secret)
        return other

    async def _send(self, call: Call[T]) -> T:
        answer = await self._answer(call)
        return answer.parse()

    async def _send_raw(self, call: Call[Any]) -> Any:
        return await self._answer(call)

    async def _answer(self, call: Call[T]) -> Answer[T]:
        from contextio_client.operation import Answer
        from contextio_client.paging import async_page_of

        if self._http.is_closed:
            message = "this client is closed; make a new one"
            raise RuntimeError(message)
        paged = partial(async_page_of, call=call, options=self._options, send=self._send)
        return Answer(call.operation, await self._exchange(call), self._options, paged)

    async def _exchange(self, call: Call[Any]) -> httpx.Response:
        from anyio import fail_after, to_thread

        with ExitStack() as files:
            if call.file:
                from contextio_client.uploads import ThreadedBody

                request = await to_thread.run_sync(self._request, call, files)
                request.stream = ThreadedBody(request.stream)
            else:
                request = self._request(call, files)
            request.extensions["trace"] = awatch_connections
            tries = Tries(call.operation, request, self._options, self._auth)
            try:
                with fail_after(tries.deadline.left):
                    return await self._send_until_done(tries)
            except TimeoutError as error:
                raise tries.timed_out(error) from error

    def _request(self, call: Call[Any], files: ExitStack) -> httpx.Request:
        return call.request(self._options, self._base_url, usual_headers(), files)

    async def _send_until_done(self, tries: Tries) -> httpx.Response:
        from anyio import sleep

        while True:
            with tries.attempt() as request:
                response = await self._http.send(
                    request, auth=self._auth, stream=True, follow_redirects=False
                )
                if not tries.is_left_unread(response):
                    body = await self._read(response, tries.deadline)
                    response = body.response()
                tries.receive(response)
            if tries.response is not None:
                return tries.response
            await sleep(tries.wait or 0.0)

    async def _read(self, response: httpx.Response, deadline: Deadline) -> Body:
        try:
            check_answer(response)
            body = Body(response, self._options.max_answer_bytes, deadline)
            try:
                async with aclosing(aiterate_body(response)) as pieces:
                    async for data in pieces:
                        body.add(data)
                        if body.is_full:
                            break
                body.finish()
            except transport_errors() as error:
                if not body.is_enough_despite(error):
                    raise
        finally:
            await response.aclose()
        return body

    async def aclose(self) -> None:
        """Close the connections, unless they belong to an `http_client` or to another client."""
        if self._closes_http:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={str(self._base_url)!r})"
