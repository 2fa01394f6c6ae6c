"""State of a mock in memory: the resources of each consumer key, by the paths of their collections."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MAX_SIZE: Final = 64 * 1024 * 1024
"""Bytes that the resources of a consumer key may take, about."""

_OVERHEAD: Final = 1024
_FULL: Final = "the mock holds no more for this consumer key; delete resources, or start the mock again"


@dataclass(frozen=True)
class Stored:
    """A resource.

    Attributes:
        name: its name in its collection.
        fields: the fields of the read that have been set.
        created: the time of its creation, in seconds since 1970-01-01 UTC.
        ends: the time at which it ends by itself; None without one.
        is_of_story: whether the mock started with it.
    """

    name: str
    fields: Mapping[str, Any]
    created: int
    ends: int | None = None
    is_of_story: bool = False

    @cached_property
    def size(self) -> int:
        """The bytes that it takes, about."""
        files = [value for value in self.fields.values() if isinstance(value, bytes)]
        plain = {name: value for name, value in self.fields.items() if not isinstance(value, bytes)}
        return _OVERHEAD + len(json.dumps(plain)) + sum(map(len, files))


class Store:
    """The resources of a consumer key in the order of their creation; safe for threads."""

    def __init__(self, clock: Callable[[], int], *, has_story: bool) -> None:
        """Keep nothing yet; with the story of the description, each collection starts with its part of it."""
        self._has_story = has_story
        self._clock = clock
        self._lock = threading.Lock()
        self._collections: dict[str, dict[str, Stored]] = {}
        self._started: set[str] = set()
        self._size = 0

    def start(self, path: str, story: Callable[[], Iterable[Stored]]) -> None:
        """Fill a collection with its story, unless that has been done since the resource above is there.

        Raises:
            RefusedError: 507 if the store is full.
        """
        if not self._has_story or path in self._started:
            return
        resources = list(story())
        with self._lock:
            if path not in self._started:
                self._started.add(path)
                for resource in resources:
                    self._keep(path, resource, 0)

    def list(self, path: str) -> list[Stored]:
        """Return the resources of a collection, oldest first."""
        with self._lock:
            return list(self._living(path).values())

    def get(self, path: str, name: str) -> Stored | None:
        """Return a resource; None if there is none of this name."""
        with self._lock:
            return self._living(path).get(name)

    def add(self, path: str, resource: Stored) -> bool:
        """Keep a new resource; return False if there is one of this name.

        Raises:
            RefusedError: 507 if the store is full.
        """
        with self._lock:
            if resource.name in self._living(path):
                return False
            self._keep(path, resource, 0)
        return True

    def update(self, path: str, name: str, fields: Mapping[str, Any]) -> Stored | None:
        """Set some fields of a resource and return it; None if there is none of this name.

        Raises:
            RefusedError: 507 if the store is full.
        """
        with self._lock:
            current = self._living(path).get(name)
            if current is None:
                return None
            changed = replace(current, fields={**current.fields, **fields})
            self._keep(path, changed, current.size)
            return changed

    def remove(self, path: str, name: str) -> Stored | None:
        """Remove a resource with everything below it; return it, or None if there is none of this name."""
        with self._lock:
            resource = self._living(path).get(name)
            if resource:
                self._drop(path, name)
            return resource

    def remove_below(self, element: str) -> None:
        """Remove everything below the path of a resource, which may itself be kept elsewhere."""
        with self._lock:
            self._drop_below(element)

    def _living(self, path: str) -> dict[str, Stored]:
        """Return the resources of a collection by name, without those that have ended."""
        now = self._clock()
        resources = self._collections.get(path, {})
        for name in [each.name for each in resources.values() if each.ends is not None and each.ends <= now]:
            self._drop(path, name)
        return resources

    def _keep(self, path: str, resource: Stored, freed: int) -> None:
        size = self._size + resource.size - freed
        if size > MAX_SIZE and resource.size > freed:
            raise RefusedError(HTTPStatus.INSUFFICIENT_STORAGE, _FULL)
        self._size = size
        self._collections.setdefault(path, {})[resource.name] = resource

    def _drop(self, path: str, name: str) -> None:
        self._size -= self._collections[path].pop(name).size
        self._drop_below(f"{path}/{quote(name, safe='')}")

    def _drop_below(self, element: str) -> None:
        self._started -= {each for each in self._started if each.startswith(f"{element}/")}
        for path in [each for each in self._collections if each.startswith(f"{element}/")]:
            self._size -= sum(each.size for each in self._collections.pop(path).values())


class State:
    """The stores of all consumer keys. It outlives a change of the contract.

    With the story, each key has it, or the one key that is named.
    """

    def __init__(self, clock: Callable[[], int], *, has_story: bool, storied_key: str | None = None) -> None:
        self.clock = clock
        self._has_story, self._storied_key = has_story, storied_key
        self._stores: dict[str, Store] = {}

    def store(self, consumer_key: str) -> Store:
        """Return the store of a consumer key."""
        has_story = self._has_story and self._storied_key in {None, consumer_key}
        return self._stores.setdefault(consumer_key, Store(self.clock, has_story=has_story))
