"""Keys and base URL of a client, from arguments and the environment. Generated; not to be edited."""

from __future__ import annotations

import os

import httpx

from contextio_client.errors import MissingKeysError


def read_settings(key: str | None, secret: str | None, base_url: str | None) -> tuple[str, str, str]:
    """Return consumer key, consumer secret and base URL, those that are not given from the environment.

    Raises:
        MissingKeysError: if key or secret is in neither.
        ValueError: if paths cannot be appended to the base URL.
    """
    key = key or os.environ.get("CONTEXTIO_CONSUMER_KEY")
    secret = secret or os.environ.get("CONTEXTIO_CONSUMER_SECRET")
    if not key or not secret:
        missing = " and ".join(
            name for name, value in (("consumer_key", key), ("consumer_secret", secret)) if not value
        )
        message = f"{missing} missing: give it as an argument or as CONTEXTIO_CONSUMER_KEY/_SECRET"
        raise MissingKeysError(message)
    url = base_url or os.environ.get("CONTEXTIO_BASE_URL") or "https://api.context.io/2.0"
    if not _is_base_url(url):
        message = (
            "base_url must be an http or https address with a path only, such as https://api.context.io/2.0"
        )
        raise ValueError(message)
    return key, secret, url


def _is_base_url(address: str) -> bool:
    """Return whether paths can be appended to a URL."""
    try:
        url = httpx.URL(address)
        is_address = url.scheme in {"http", "https"} and bool(url.host)
    except (httpx.InvalidURL, ValueError):
        return False
    return is_address and not url.userinfo and not {"?", "#"} & {*address}
