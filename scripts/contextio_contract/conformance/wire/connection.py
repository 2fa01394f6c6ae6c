"""The way to a deployment as the user names it: certificates, headers, a timeout and a proxy."""

from __future__ import annotations

import re
import ssl
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

TIMEOUT: Final = 10.0
"""Seconds in which an answer must be complete, if the user names no others."""
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A field name (RFC 9110, section 5.1)."""
_OWN: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "expect",
        "host",
        "transfer-encoding",
        "user-agent",
        "x-conformance-run",
    }
)
"""The headers that the suite sends itself."""


@dataclass(frozen=True, kw_only=True)
class Connection:
    """How to connect to a deployment.

    Attributes:
        ca: the certificates of authorities to trust, as PEM; None for those of this machine.
        insecure: whether any certificate of the deployment will do.
        cert: a certificate of the client with its key, as PEM; None for none.
        headers: what every request has beside its own headers; the values are secrets.
        timeout: seconds in which an answer must be complete.
        proxy: the URL of a proxy, which may hold a password; empty for what the environment names.
    """

    ca: Path | None = None
    insecure: bool = False
    cert: Path | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    timeout: float = TIMEOUT
    proxy: str = field(default="", repr=False)

    @property
    def arguments(self) -> list[str]:
        """The same as options of the command, without the secrets."""
        files = {"--ca": self.ca, "--cert": self.cert}
        arguments = [part for name, path in files.items() if path for part in (name, str(path))]
        arguments += ["--insecure"] if self.insecure else []
        arguments += [part for name in self.headers for part in ("--header", f"{name}: ...")]
        arguments += ["--timeout", f"{self.timeout:g}"] if self.timeout != TIMEOUT else []
        return arguments + (["--proxy", self.proxy] if self.proxy and "@" not in self.proxy else [])

    def require_usable(self, *, is_loopback: bool) -> None:
        """Return if a deployment, on this machine or elsewhere, may be connected to in this way.

        Raises:
            CannotRun: if a file cannot be used, the proxy is none, or --insecure is for a remote deployment.
        """
        if self.insecure and not is_loopback:
            message = "--insecure is for a loopback address alone; give --ca the certificate of the authority"
            raise CannotRun(message)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if self.ca:
            with _readable("--ca", self.ca, "certificates in PEM"):
                context.load_verify_locations(self.ca)
        if self.cert:
            with _readable("--cert", self.cert, "a certificate and its key, without a passphrase, in PEM"):
                context.load_cert_chain(self.cert, password=str)
        _require_proxy(self.proxy)


def headers_of(lines: Sequence[str]) -> dict[str, str]:
    """Return headers from lines such as `X-Token: abc`.

    Raises:
        CannotRun: if a line is no header, or one of a header that the suite sends itself.
    """
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        is_header = _NAME.fullmatch(name) and colon and value.isascii() and value.strip().isprintable()
        if not is_header:
            message = "--header must be a name and a value, as 'X-Token: abc'"
            raise CannotRun(message)
        if name.lower() in _OWN:
            message = f"--header {name}: the suite sends this header itself; leave it out"
            raise CannotRun(message)
        headers[name] = value.strip()
    return headers


@contextmanager
def _readable(option: str, path: Path, what: str) -> Iterator[None]:
    """Raise `CannotRun` if the file of an option is not what it must be."""
    try:
        yield
    except (ssl.SSLError, ValueError) as error:  # the latter is of an empty passphrase
        message = f"{option} {path}: it must hold {what}"
        raise CannotRun(message) from error
    except OSError as error:
        message = f"{option} {path}: it cannot be read ({error.strerror})"
        raise CannotRun(message) from error


def _require_proxy(proxy: str) -> None:
    try:
        parts = urlsplit(proxy)
        is_proxy = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_proxy = False
    if proxy and not is_proxy:
        message = "--proxy must be the http or https address of a proxy, as http://proxy.example.com:3128"
        raise CannotRun(message)
