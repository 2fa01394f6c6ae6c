"""Which requests of recorded traffic are of an API, whose base address may be any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes, urlsplit

from contextio_contract.contract.paths import is_parameter
from contextio_contract.errors import CannotRun
from contextio_contract.proxy.recorded.entry import UnreadableEntryError, split_url
from contextio_contract.proxy.recorded.masks import MASK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.contract import Contract

_MOST_PARTS: Final = 20
"""Segments of a path that reports show."""


@dataclass(frozen=True)
class Address:
    """Where a request belongs in the API.

    Attributes:
        base: the base address of the deployment, such as `https://mail.example.com/2.0`.
        path: the path that the request has below the described server; None if no operation has it.
        is_certain: whether the base address is the one that was asked for, or ends with the described path.
    """

    base: str
    path: bytes | None
    is_certain: bool


class Locator:
    """Finds the base addresses of requests by their paths."""

    def __init__(self, contract: Contract, base_url: str | None = None) -> None:
        """Look for paths of a contract below one base address; anywhere, without one.

        Raises:
            CannotRun: if the base address is none.
        """
        self._contract = contract
        self._base = _split_base(base_url) if base_url else None
        paths = [path.split("/") for path in contract.paths]
        self._main = [part for part in contract.base_path.split("/") if part]
        self._words = {segment for path in paths for segment in path if not is_parameter(segment)}

    def locate(self, origin: str, path: bytes) -> Address | None:
        """Return where a request belongs; None if its address is none of the API."""
        parts = path.split(b"/")[1:]
        segments = [unquote_to_bytes(part).decode("utf-8", "replace") for part in parts]
        if len(segments) > 1 and not segments[-1]:
            del segments[-1]
        if self._base:
            return self._below_base(origin, parts, segments)
        main = self._contract.base_path
        for start in range(len(segments)):
            route = self._contract.router.locate(segments[start:])
            if route:
                base_path = next(iter(route[0].values())).base_path
                return Address(_joined(origin, parts[:start]) + main, _path(parts[start:]), bool(base_path))
        for start in range(len(segments)):
            if self._is_described(segments[start:]):
                base = _joined(origin, parts[:start])
                return Address(base, main.encode() + _path(parts[start:]), is_certain=False)
        names = self._main
        for start in range(len(segments) - len(names) if names else 0):
            if segments[start : start + len(names)] == names:
                return Address(_joined(origin, parts[:start]) + main, None, is_certain=True)
        return None

    def hide(self, path: bytes) -> str:
        """Return a path for reports: what is no word of described paths may be somebody's data."""
        words = {*self._words, *self._main, ""}
        parts = path.decode("utf-8", "replace").split("/")
        return "/".join(part if part in words else MASK for part in parts[:_MOST_PARTS])

    def _below_base(self, origin: str, parts: Sequence[bytes], segments: Sequence[str]) -> Address | None:
        own, base = self._base or ("", [])
        if origin != own:
            return None
        address = _joined(origin, [part.encode() for part in base])
        if [*segments[: len(base)]] == base:
            fits = self._is_described(segments[len(base) :])
            path = self._contract.base_path.encode() + _path(parts[len(base) :])
            return Address(address, path if fits else None, is_certain=True)
        # Operations outside of the base path are where the description has them.
        is_there = self._contract.router.locate(segments) is not None
        return Address(address, _path(parts), is_certain=True) if is_there else None

    def _is_described(self, segments: Sequence[str]) -> bool:
        """Return whether an operation below the base path has a path."""
        route = self._contract.router.route(segments)
        return route is not None and next(iter(route[0].values())).base_path == self._contract.base_path


def _split_base(base_url: str) -> tuple[str, list[str]]:
    try:
        origin, path, query = split_url(base_url)
    except UnreadableEntryError as error:
        message = "--base-url must be an address such as https://mail.example.com/2.0"
        raise CannotRun(message) from error
    if query or "@" in urlsplit(base_url).netloc:
        message = "--base-url must be an address without user and query"
        raise CannotRun(message)
    return origin, [part for part in path.decode().split("/") if part]


def _joined(origin: str, parts: Sequence[bytes]) -> str:
    return origin + "".join(f"/{part.decode('utf-8', 'replace')}" for part in parts)


def _path(parts: Sequence[bytes]) -> bytes:
    return b"/" + b"/".join(parts)
