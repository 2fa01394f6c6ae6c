"""Request targets: a path, or an absolute address as for a proxy (RFC 9112, section 3.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from contextio_contract.server.http.responses import bad_request

if TYPE_CHECKING:
    from starlette.types import Scope

_ABSOLUTE: Final = re.compile(rb"(https?)://([^/?#@]+)(/.*)?", re.DOTALL | re.IGNORECASE)


def read_target(scope: Scope) -> Scope:
    """Return the scope of a request whose target is a path.

    Scheme and host of an absolute address take the place of the connection's and of the header `Host`
    (section 3.2.2).

    Raises:
        RefusedError: 400 if the target is neither, or has a `#`, which no target has.
    """
    path: bytes = scope["raw_path"]
    if b"#" in path or b"#" in scope["query_string"]:
        raise bad_request(value="the address has a #; send it as %23")
    if path.startswith(b"/"):
        return scope
    absolute = _ABSOLUTE.fullmatch(path)
    if absolute is None:
        raise bad_request(value="the request target must be a path such as /2.0/accounts")
    scheme, host, path = absolute[1], absolute[2], absolute[3] or b"/"
    others = [header for header in scope["headers"] if header[0] != b"host"]
    return {
        **scope,
        "scheme": scheme.decode("ascii").lower(),
        "path": unquote(path.decode("latin-1")),
        "raw_path": path,
        "headers": [(b"host", host), *others],
    }
