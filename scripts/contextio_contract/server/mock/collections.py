"""Which operations belong together as a collection of things and its elements.

The rules look at paths, methods and schemas, and know no page:

- `/things` is a collection when `/things/{thing}` is there too, or when GET on it answers a list, and when
  things can come into being: by POST on `/things`, or by PUT on `/things/{thing}`.
- GET on the collection lists, if it answers an array, or an object with one array of objects in it. POST
  creates. On an element GET reads, POST, PUT and PATCH change, DELETE deletes; PUT creates as well where
  the collection takes no POST.
- An element's name stands in the field to which a link of the creating operation points for the path's
  parameter, in the field that is called like this parameter, and in `id`; in as many of them as there are.
  Where the answer to creating has none of them, it stands in the one field that this answer and the form
  have in common.
- A collection below an element, as `/things/{thing}/parts`, belongs to this element.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.server.http.routing import Operation, Router

_ELEMENT: Final = re.compile(r"(?P<collection>/.*)/\{(?P<parameter>[^{}/]+)\}")
_POINTED_AT: Final = re.compile(r"\$(?:request|response)\.body#/(\w+)")


@dataclass(frozen=True)
class Collection:
    """Things of one kind, as the description has them.

    Attributes:
        path: the template of the collection's path.
        parameter: the parameter that names an element in its path; None where elements have no path.
        fields: the fields that may hold its name in bodies.
        lists: the operation that lists.
        creates: the one that creates.
        reads: the one that reads an element.
        changes: those that change it.
        deletes: the one that deletes it.
    """

    path: str
    parameter: str | None
    fields: tuple[str, ...]
    lists: Operation | None
    creates: Operation | None
    reads: Operation | None
    changes: tuple[Operation, ...]
    deletes: Operation | None

    @property
    def element(self) -> str:
        """The template of an element's path."""
        return f"{self.path}/{{{self.parameter}}}"

    @property
    def operations(self) -> list[Operation]:
        """All operations."""
        each = (self.lists, self.creates, self.reads, *self.changes, self.deletes)
        return [operation for operation in each if operation]

    @property
    def kind(self) -> str:
        """What an element is called in sentences."""
        last = self.path.rpartition("/")[2]
        name = last if self.parameter in {None, "id"} else str(self.parameter).removesuffix("_id")
        return name.replace("_", " ")


def collections(router: Router) -> Iterator[Collection]:
    """Find the collections among the operations of a description."""
    paths: dict[str, dict[str, Operation]] = {}
    for operation in router.operations.values():
        paths.setdefault(operation.path, {})[operation.method] = operation
    parameters = {
        match["collection"]: match["parameter"] for match in map(_ELEMENT.fullmatch, paths) if match
    }
    for path in sorted(paths.keys() | parameters.keys()):
        if path.endswith("}"):
            continue
        found = _collection(path, parameters.get(path), paths)
        creates = found.creates or any(operation.method == "PUT" for operation in found.changes)
        if creates and (found.reads or found.lists):
            yield found


def above(path: str) -> str | None:
    """Return the template of the nearest element below which a path lies."""
    while path := path.rpartition("/")[0]:
        if path.endswith("}"):
            return path
    return None


def _collection(path: str, parameter: str | None, paths: Mapping[str, Mapping[str, Operation]]) -> Collection:
    outer = paths.get(path, {})
    inner = paths.get(f"{path}/{{{parameter}}}", {})
    lists = outer.get("GET")
    return Collection(
        path=path,
        parameter=parameter,
        fields=tuple(_fields(parameter, outer.get("POST"))),
        lists=lists if lists and lists.answer.listed else None,
        creates=outer.get("POST"),
        reads=inner.get("GET"),
        changes=tuple(inner[method] for method in ("POST", "PUT", "PATCH") if method in inner),
        deletes=inner.get("DELETE"),
    )


def _fields(parameter: str | None, creates: Operation | None) -> Iterator[str]:
    usual = [parameter, "id"] if parameter else ["id"]
    if creates:
        for link in creates.answer.links:
            match = _POINTED_AT.fullmatch(str(link.get("parameters", {}).get(parameter, "")))
            if match:
                yield match[1]
        answered = creates.answer.body.properties
        shared = [name for name in creates.form.fields if name in answered]
        if len(shared) == 1 and answered.keys().isdisjoint(usual):
            yield shared[0]
    yield from usual
