"""OAuth 1.0a signatures (RFC 5849, section 3.4), made apart from what the server verifies with."""

from __future__ import annotations

import base64
import hmac
import secrets
import time
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from tests.torture.deployment import KEY, SECRET

Pairs = list[tuple[str, str]]


def escape(text: str) -> str:
    """Return a text in percent-encoding (RFC 5849, section 3.6)."""
    return quote(text, safe="-._~")


@dataclass
class Request:
    """A request that is signed when it is made, and may be changed before it is sent."""

    method: str
    origin: str
    path: str
    query: Pairs = field(default_factory=list)
    form: Pairs = field(default_factory=list)
    oauth: Pairs = field(default_factory=list)
    headers: Pairs = field(default_factory=list)

    def sign(self, secret: str = SECRET, digest: str = "sha1", **values: str) -> Request:
        """Sign the request with values for some of the parameters `oauth_…`, and return it."""
        usual = {
            "consumer_key": KEY,
            "nonce": secrets.token_hex(8),
            "signature_method": "HMAC-SHA1",
            "timestamp": str(int(time.time())),
            "version": "1.0",
        }
        self.oauth = [(f"oauth_{name}", value) for name, value in {**usual, **values}.items()]
        pairs = sorted(
            (escape(name), escape(value)) for name, value in [*self.query, *self.form, *self.oauth]
        )
        parameters = "&".join(f"{name}={value}" for name, value in pairs)
        base = "&".join(map(escape, (self.method, self.origin + self.path, parameters)))
        code = hmac.new(f"{escape(secret)}&".encode(), base.encode(), digest)
        self.oauth.append(("oauth_signature", base64.b64encode(code.digest()).decode()))
        return self

    def set(self, name: str, value: str) -> Request:
        """Replace a parameter `oauth_…` without signing anew, and return the request."""
        self.oauth = [(each, value if each == name else old) for each, old in self.oauth]
        return self

    def drop(self, name: str) -> Request:
        """Leave a parameter `oauth_…` out, and return the request."""
        self.oauth = [(each, value) for each, value in self.oauth if each != name]
        return self

    @property
    def target(self) -> str:
        """The request target, with the query."""
        return self.path + (f"?{urlencode(self.query, quote_via=quote, safe='-._~')}" if self.query else "")

    @property
    def body(self) -> bytes:
        """The form as it is sent."""
        return urlencode(self.form, quote_via=quote, safe="-._~").encode()

    @property
    def fields(self) -> Pairs:
        """The header fields."""
        fields = list(self.headers)
        if self.oauth:
            value = ", ".join(f'{name}="{escape(value)}"' for name, value in self.oauth)
            fields.append(("Authorization", f"OAuth {value}"))
        if self.form:
            fields.append(("Content-Type", "application/x-www-form-urlencoded"))
        return fields
