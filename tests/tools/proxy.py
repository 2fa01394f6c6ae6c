"""A proxy that signs, for the tools that cannot."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import httpx
from oauthlib.oauth1 import Client
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from tests.conformance.answering import running

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from starlette.requests import Request

_KEY: Final = "demo-key"
_SECRET: Final = "demo-secret"  # noqa: S105 - the demo's, of a server on the loopback
SIGNED_WITH: Final = {"CONTEXTIO_CONSUMER_KEY": _KEY, "CONTEXTIO_CONSUMER_SECRET": _SECRET}
"""The environment of a server that is called through the proxy."""

_FORM: Final = "application/x-www-form-urlencoded"
_OF_THE_CONNECTION: Final = {"host", "connection", "content-length", "transfer-encoding", "accept-encoding"}


@dataclass(frozen=True)
class Proxy:
    """A running proxy.

    It signs what is sent to `/server/…` and passes it on to the deployment of that name. Requests to
    `/unsigned/server/…` are passed on as they are. `/503/mock/…` asks the mock for that status.

    Attributes:
        origin: where it listens.
        uploads: the bodies of multipart requests, in the order of their arrival.
    """

    origin: str
    uploads: list[bytes]


@contextmanager
def running_proxy(origins: Mapping[str, str]) -> Iterator[Proxy]:
    """Run the proxy in front of deployments, given their origins by name."""
    uploads: list[bytes] = []

    async def forward(request: Request) -> Response:
        *modes, name, target = _split(request, origins)
        headers = {
            field: value for field, value in request.headers.items() if field not in _OF_THE_CONNECTION
        }
        kind = headers.get("content-type", "").partition(";")[0]
        body = await request.body()
        if kind == "multipart/form-data":
            uploads.append(body)
        url = origins[name] + target
        for status in filter(str.isdigit, modes):
            headers["prefer"] = f"code={status}"
        if "unsigned" not in modes:
            headers["authorization"] = _signature(request.method, url, body if kind == _FORM else None)
        async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
            answer = await client.request(request.method, url, content=body, headers=headers)
        return Response(answer.content, answer.status_code, media_type=answer.headers.get("content-type"))

    routes = [Route("/{path:path}", forward, methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])]
    with running(Starlette(routes=routes)) as origin:
        yield Proxy(origin, uploads)


def _split(request: Request, names: Collection[str]) -> list[str]:
    """Return the parts of a path before the deployment's name, the name, and the target below it."""
    query = f"?{request.url.query}" if request.url.query else ""
    parts = request.scope["raw_path"].decode("ascii").split("/")[1:]
    at = next(index for index, part in enumerate(parts) if part in names)
    return [*parts[: at + 1], "/" + "/".join(parts[at + 1 :]) + query]


def _signature(method: Any, url: str, form: bytes | None) -> str:
    """Return the Authorization header of a request."""
    headers = {} if form is None else {"Content-Type": _FORM}
    body = None if form is None else form.decode("ascii")
    _, signed, _ = Client(_KEY, client_secret=_SECRET).sign(url, method, body, headers)
    return str(signed["Authorization"])
