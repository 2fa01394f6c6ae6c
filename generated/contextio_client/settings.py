"""Keys and base URL of a client, from arguments and the environment. Generated from the description; not to be edited."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

import httpx

from contextio_client.errors import MissingKeysError


@dataclass(frozen=True)
class Settings:
    """Keys and base URL of a client.

    Attributes:
        consumer_key: the OAuth consumer key.
        consumer_secret: the OAuth consumer secret.
        base_url: the URL of the deployment, up to and including the version segment.
    """

    consumer_key: str
    consumer_secret: str = field(repr=False)
    base_url: str

    @classmethod
    def of(cls, consumer_key: str | None, consumer_secret: str | None, base_url: str | None) -> Settings:
        """Return the given settings, and the others from the environment.

        Raises:
            MissingKeysError: if key or secret is in neither.
            ValueError: if paths cannot be appended to the base URL.
        """
        key = consumer_key or os.environ.get("CONTEXTIO_CONSUMER_KEY")
        secret = consumer_secret or os.environ.get("CONTEXTIO_CONSUMER_SECRET")
        if not key or not secret:
            missing = " and ".join(
                name for name, value in (("consumer_key", key), ("consumer_secret", secret)) if not value
            )
            message = f"{missing} missing: give it as an argument or as CONTEXTIO_CONSUMER_KEY/_SECRET"
            raise MissingKeysError(message)
        address = base_url or os.environ.get("CONTEXTIO_BASE_URL") or "https://api.context.io/2.0"
        if not _is_base_url(address):
            message = "base_url must be an http or https address with a path only, such as https://api.context.io/2.0"
            raise ValueError(message)
        return cls(key, secret, address)


def _is_base_url(address: str) -> bool:
    """Return whether paths can be appended to a URL."""
    try:
        url = httpx.URL(address)
        is_address = url.scheme in {"http", "https"} and bool(url.host)
    except (httpx.InvalidURL, ValueError):
        return False
    return is_address and not url.userinfo and not {"?", "#"} & {*address}
