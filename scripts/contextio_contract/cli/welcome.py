"""What a person is told when the server starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oauthlib.oauth1 import SIGNATURE_TYPE_QUERY, Client

from contextio_contract.server.http.oauth1 import WINDOW
from contextio_contract.server.settings import DEMO_KEY

if TYPE_CHECKING:
    from contextio_contract.server.http.routing import Router


def welcome(router: Router, origin: str, key: str, secret: str) -> str:
    """Return the operations, the key and a first call to paste.

    Args:
        router: knows the operations.
        origin: scheme, host and port of the server.
        key: the consumer key.
        secret: its secret; shown for the demo key only.
    """
    operations = sorted(router.operations.values(), key=lambda operation: operation.path)
    lines = [f"  {operation.method:6} {origin}{router.base}{operation.path}" for operation in operations]
    first = next(op for op in operations if op.method == "GET" and "{" not in op.path)
    url, _headers, _body = Client(key, client_secret=secret, signature_type=SIGNATURE_TYPE_QUERY).sign(
        origin + router.address(first.name)
    )
    return "\n".join(
        [
            *lines,
            f"  the API reference, to read and to try: {origin}/",
            f"  {told(key, secret)}",
            f"  a first call, signed for one use in the next {WINDOW // 60} minutes:",
            f"  curl '{url}'",
        ]
    )


def told(key: str, secret: str) -> str:
    """Return what to sign calls with; the secret is shown for the demo key only."""
    return f"consumer key {key}, secret {secret if key == DEMO_KEY else 'as set'}"
