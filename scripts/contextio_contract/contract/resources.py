"""Resources: which operations belong together as a collection and its elements.

The paths, methods and schemas decide; no page is known by name.

- `/notes` is a collection if elements can be created, by POST on `/notes` or by PUT on `/notes/{note}`,
  and can be listed or read. A PUT that answers 201 creates; another one updates.
- GET on the collection lists, if it answers an array, or an object with one array of objects. POST creates.
  On an element GET reads, POST, PUT and PATCH update, and DELETE deletes.
- The name of an element is in the property to which a link of the creation points for the path parameter,
  in the property called like that parameter, or in `id`. If the answer to a creation has none of these,
  the name is in the one property that the answer and the form share.
- A collection below an element, such as `/notes/{note}/parts`, belongs to that element.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.behaviour.resource import Resource, resource_of
from contextio_contract.contract.document import stated
from contextio_contract.contract.links import response_field
from contextio_contract.contract.paths import PathTemplate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract.operation import Operation
    from contextio_contract.contract.schema import Schema


@dataclass(frozen=True, eq=False)
class Collection:
    """A collection of resources of one kind.

    Attributes:
        path: the path template of the collection.
        resource: what `x-resource` says about the elements; without it, no more than what they are called.
        has_resource: whether the path has `x-resource`.
        parameter: the path parameter that names an element; None if elements have no path.
        name_fields: the properties that may hold the name of an element.
        lists: the operation that lists the elements.
        creates: the operation that creates one, by POST on the collection or by PUT on the element.
        reads: the operation that reads one.
        updates: the operations that change one.
        deletes: the operation that deletes one.
    """

    path: PathTemplate
    resource: Resource
    has_resource: bool
    parameter: str | None
    name_fields: tuple[str, ...]
    lists: Operation | None
    creates: Operation | None
    reads: Operation | None
    updates: tuple[Operation, ...]
    deletes: Operation | None

    @property
    def element(self) -> PathTemplate:
        """The path template of an element."""
        return PathTemplate(f"{self.path}/{{{self.parameter}}}")

    @property
    def roles(self) -> list[tuple[str, Operation]]:
        """The operations, each with what it does: `list`, `create`, `read`, `update` or `delete`."""
        every = (
            *(("list", self.lists), ("create", self.creates), ("read", self.reads)),
            *(("update", operation) for operation in self.updates),
            ("delete", self.deletes),
        )
        return [(role, operation) for role, operation in every if operation]

    @property
    def operations(self) -> list[Operation]:
        """All operations."""
        return [operation for _, operation in self.roles]

    @property
    def is_writable(self) -> bool:
        """Whether elements can be created, and then listed or read."""
        creates = self.creates or any(operation.method == "PUT" for operation in self.updates)
        return bool(creates and (self.reads or self.lists))

    @property
    def schema(self) -> Schema | None:
        """The schema of an element as it reads alone, or else in the list; None if it is nowhere shown."""
        return self.reads.success.schema if self.reads else self._listed

    def reads_back(self, operation: Operation) -> dict[str, str]:
        """Return for each form field of an operation the field of the read that shows its value.

        These are the fields that have one name in form and read, and those that `x-resource` maps. Deprecated
        and secret fields are left out.
        """
        shown = self.schema
        return {
            name: target
            for name, schema in operation.form_fields.items()
            if (target := self.resource.reads_back.get(name, name)) and shown and target in shown.properties
            if not schema.deprecated and not schema.is_secret
        }

    def name_in(self, body: Any) -> str | None:
        """Return the name of the element that a body shows; None if it shows none.

        In a field with a list, it is the first value.
        """
        fields = body if isinstance(body, dict) else {}
        values = (fields[name] for name in self.name_fields if name in fields)
        plain = (value[0] if isinstance(value, list) else value for value in values if value != [])
        return next(map(str, plain), None)

    @property
    def key(self) -> str | None:
        """The property that names an element in the list; None if none does."""
        listed = self._listed.properties if self._listed else {}
        return next((name for name in self.name_fields if name in listed), None)

    @property
    def reads_as_listed(self) -> bool:
        """Whether an element of the list is described as it reads alone."""
        return bool(self.schema and self._listed and self.schema.resolved == self._listed.resolved)

    @property
    def _listed(self) -> Schema | None:
        found = list_in(self.lists.success.schema) if self.lists else None
        return found[1] if found else None


def collections(paths: Mapping[str, Mapping[str, Operation]]) -> Iterator[Collection]:
    """Yield every path that has elements below it, or a list at it, with the operations that belong to it."""
    parameters = {
        template.parent.text: template.parameters[-1]
        for template in map(PathTemplate, paths)
        if template.names_resource
    }
    for path in sorted(paths.keys() | parameters.keys()):
        if not path.endswith("}"):
            yield _collection(path, parameters.get(path), paths)


def enclosing_element(path: PathTemplate) -> PathTemplate | None:
    """Return the template of the nearest element that a path lies below; None at the top level."""
    text = path.text
    while text := text.rpartition("/")[0]:
        if text.endswith("}"):
            return PathTemplate(text)
    return None


def list_in(schema: Schema | None) -> tuple[str | None, Schema] | None:
    """Return where a response body holds a list, and the schema of its elements; None if it holds none.

    Returns:
        The property that is the list, or None if the body itself is; and the schema of an element. Of several
        shapes, the first counts.
    """
    if schema is None:
        return None
    if schema.get("oneOf"):
        return list_in(schema.alternatives[0])
    if elements := schema.items:
        return None, elements.alternatives[0] if elements.get("oneOf") else elements
    arrays = [
        (name, node.items) for name, node in schema.properties.items() if node.items and node.items.properties
    ]
    return arrays[0] if len(arrays) == 1 else None


def _collection(path: str, parameter: str | None, paths: Mapping[str, Mapping[str, Operation]]) -> Collection:
    outer = paths.get(path, {})
    inner = paths.get(f"{path}/{{{parameter}}}", {})
    lists = outer.get("GET")
    stated_resource = next((stated(resource_of, each.item, path) for each in outer.values()), None)
    resource = stated_resource or Resource(_usual_kind(path, parameter))
    names = [resource.key] if resource.key else []
    put = inner.get("PUT")
    is_part = any(each.part for each in outer.values())
    post = None if is_part else outer.get("POST")
    creates = post or (put if put and put.success_status == HTTPStatus.CREATED else None)
    return Collection(
        path=PathTemplate(path),
        resource=resource,
        has_resource=stated_resource is not None,
        parameter=parameter,
        name_fields=tuple(dict.fromkeys([*names, *_name_fields(parameter, outer.get("POST"))])),
        lists=lists if lists and list_in(lists.success.schema) else None,
        creates=creates,
        reads=inner.get("GET"),
        updates=tuple(
            inner[method]
            for method in ("POST", "PUT", "PATCH")
            if method in inner and inner[method] is not creates
        ),
        deletes=inner.get("DELETE"),
    )


def _usual_kind(path: str, parameter: str | None) -> str:
    """Return what elements are called by the path parameter, or else by the path."""
    last = path.rpartition("/")[2]
    return (last if parameter in {None, "id"} else str(parameter).removesuffix("_id")).replace("_", " ")


def _name_fields(parameter: str | None, creates: Operation | None) -> Iterator[str]:
    usual = [parameter, "id"] if parameter else ["id"]
    if creates:
        for link in creates.success.links.values():
            expression = str(link.expression(parameter or ""))
            pointed_at = response_field(expression.replace("$request.", "$response.", 1))
            if pointed_at:
                yield pointed_at
        answered = creates.success.schema.properties if creates.success.schema else {}
        shared = [name for name in creates.form_fields if name in answered]
        if len(shared) == 1 and answered.keys().isdisjoint(usual):
            yield shared[0]
    yield from usual
