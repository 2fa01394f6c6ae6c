"""Options of calls, and where they are sent. Generated from the description; not to be edited."""

from __future__ import annotations

import inspect
import math
import os
import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

import httpx

from contextio_client.arguments import encode_headers
from contextio_client.errors import MissingKeysError

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_client.attempts import Attempt

T = TypeVar("T")
DEFAULT_BASE_URL: Final = "https://api.context.io/2.0"


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of calls, as `ContextIO` and its `with_options` describe them."""

    timeout: float = 60.0
    connect_timeout: float = 10.0
    read_timeout: float | None = None
    max_retries: int = 2
    retry_writes: bool = False
    strict: bool = False
    max_answer_bytes: int = 100 * 1024 * 1024
    default_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    default_query: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"], repr=False)
    on_attempt: Callable[[Attempt], object] | None = None
    extra_query: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"], repr=False)
    extra_form: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"], repr=False)
    extra_headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    def __post_init__(self) -> None:
        """Refuse values that cannot be used.

        Raises:
            TypeError: if one has another type.
            ValueError: if one is out of its range.
        """
        _check_seconds("timeout", self.timeout)
        _check_seconds("connect_timeout", self.connect_timeout)
        if self.read_timeout is not None:
            _check_seconds("read_timeout", self.read_timeout)
        _check_count("max_retries", self.max_retries, 0)
        _check_count("max_answer_bytes", self.max_answer_bytes, 1)
        for name in ("default_headers", "default_query", "extra_query", "extra_form", "extra_headers"):
            _check_mapping(name, getattr(self, name))
        _check_headers("default_headers", self.default_headers)
        _check_headers("extra_headers", self.extra_headers)
        _check_hook(self.on_attempt)

    @property
    def read_seconds(self) -> float:
        """How many seconds may pass without a byte of an answer."""
        return min(self.timeout, math.inf if self.read_timeout is None else self.read_timeout)

    def merge(self, **given: Any) -> Options:
        """Return other options: None keeps a value, and defaults are added to those that are there.

        Raises:
            TypeError: if a value has another type.
            ValueError: if one is out of its range.
        """
        values = {name: value for name, value in given.items() if value is not None}
        for name, merge in (("default_headers", _merge_headers), ("default_query", _merge)):
            if name in values:
                _check_mapping(name, values[name])
                values[name] = merge(getattr(self, name), values[name])
        return replace(self, **values)


def read_keys(key: str | None, secret: str | None) -> tuple[str, str]:
    """Return consumer key and consumer secret, from the environment if they are not given.

    Raises:
        MissingKeysError: if one is in neither.
    """
    key = key or os.environ.get("CONTEXTIO_CONSUMER_KEY")
    secret = secret or os.environ.get("CONTEXTIO_CONSUMER_SECRET")
    if not key or not secret:
        missing = " and ".join(
            name for name, value in (("consumer_key", key), ("consumer_secret", secret)) if not value
        )
        message = f"{missing} missing: give it as an argument or as CONTEXTIO_CONSUMER_KEY/_SECRET"
        raise MissingKeysError(message)
    return key, secret


def read_base_url(base_url: str | httpx.URL | None) -> httpx.URL:
    """Return the URL of the deployment, from the environment if it is not given.

    Raises:
        ValueError: if paths cannot be appended to it.
    """
    return parse_base_url(base_url or os.environ.get("CONTEXTIO_BASE_URL") or DEFAULT_BASE_URL)


def parse_base_url(base_url: str | httpx.URL) -> httpx.URL:
    """Return a URL to which paths can be appended.

    Raises:
        ValueError: if they cannot.
    """
    url = str(base_url)
    try:
        parsed = httpx.URL(url.rstrip("/"))
        is_address = parsed.scheme in {"http", "https"} and parsed.host and not parsed.userinfo
        if is_address and not {"?", "#"} & {*url}:
            return parsed
    except (httpx.InvalidURL, ValueError):
        pass
    message = f"base_url must be an http or https address with a path only, such as {DEFAULT_BASE_URL}"
    raise ValueError(message)


def check_http_client(
    http_client: object, transport: object, kind: type[httpx.Client | httpx.AsyncClient]
) -> None:
    """Refuse an HTTP client of another kind than one is needed.

    Raises:
        TypeError: if it is of another kind.
        ValueError: if a transport is given beside it.
    """
    if http_client is None:
        return
    if not isinstance(http_client, kind):
        message = f"http_client must be an httpx.{kind.__name__}; it is of type {type(http_client).__name__}"
        raise TypeError(message)
    if transport is not None:
        message = "give http_client or transport, not both; an http_client has a transport of its own"
        raise ValueError(message)


def copy_without_cached(client: T) -> T:
    """Return a shallow copy of an object without the values of its cached properties."""
    other = copy(client)
    for name in [*vars(other)]:
        if isinstance(getattr(type(other), name, None), cached_property):
            del vars(other)[name]
    return other


def _check_seconds(name: str, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        message = f"{name} must be a number of seconds, or math.inf; it is of type {type(value).__name__}"
        if isinstance(value, httpx.Timeout):
            message += "; give connect_timeout and read_timeout for its parts"
        raise TypeError(message)
    if not value > 0:
        message = f"{name} must be a positive number of seconds; it is {value}"
        raise ValueError(message)


def _check_count(name: str, value: object, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        message = f"{name} must be an int; it is of type {type(value).__name__}"
        raise TypeError(message)
    if value < least:
        message = f"{name} must be {least} or more; it is {value}"
        raise ValueError(message)


def _check_mapping(name: str, value: object) -> None:
    if not isinstance(value, Mapping):
        message = f"{name} must be a mapping, such as a dict; it is of type {type(value).__name__}"
        raise TypeError(message)


def _check_hook(hook: object) -> None:
    if hook is None:
        return
    if not callable(hook) or any(map(inspect.iscoroutinefunction, (hook, type(hook).__call__))):
        message = "on_attempt must be a function that is not async; it takes an Attempt"
        raise TypeError(message)


def _check_headers(option: str, headers: Mapping[Any, Any]) -> None:
    """Refuse header fields that are no texts; the message names no value, which may be a secret."""
    for name, value in headers.items():
        if not isinstance(name, str) or not isinstance(value, str):
            message = f"{option} must map texts to texts; {name!r} maps to {type(value).__name__}"
            raise TypeError(message)
        if re.search(r"[\x00-\x08\x0a-\x1f\x7f]", name + value):
            message = f"{option} must not have control characters; {name!r} has"
            raise ValueError(message)
    encode_headers(headers)


def _merge(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    return {**first, **second}


def _merge_headers(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """Return the header fields of both; those of the second replace others of any capitalization."""
    replaced = {name.lower() for name in second}
    return {**{name: value for name, value in first.items() if name.lower() not in replaced}, **second}
