"""Handlers that store resources as they are sent, and fields that other handlers do not know."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import replace
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.http.parameters import accepts
from contextio_contract.server.http.responses import RefusedError, bad_request, unknown
from contextio_contract.server.mock.bodies import Body, body_of, element_body_of
from contextio_contract.server.mock.collection import CollectionHandlers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import RowMapping

    from contextio_contract.contract import Operation
    from contextio_contract.server.http.call import Call

# Until the description says them (x-resource): fields that hold times and addresses.
_CREATED: Final = ("created", "created_at", "date_created")
_UPDATED: Final = ("updated", "updated_at", "modified", "modified_at", "date_modified")
_ADDRESS: Final = "resource_url"

_UNUSABLE: Final = frozenset({"", ".", ".."})
"""Names that no path can have as a segment."""

_MAX_NUMBER: Final = 10**9
_MAX_PAGE: Final = 10_000


class ResourceHandlers(CollectionHandlers):
    """Handlers of a collection that nobody wrote handlers for.

    A resource has the fields that were sent with it, secret ones excepted. A response shows those that
    its schema has, and the name of the resource, its address and its times, if the schema has them. A
    name that is not sent is generated, and never changes.

    A list has the oldest first. Query parameters that are fields filter it; `x-paging` divides it.
    """

    def _list(self, operation: Operation, call: Call) -> Any:
        values = self._resolve(call)
        resources = self._store.list(call.consumer_key, self._collection.path.fill(values))
        shown = [self._fields(call, values, resource) for resource in resources]
        name, element = element_body_of(operation)
        paging = operation.paging.parameters if operation.paging else frozenset()
        filters = {key: call.query[key] for key in call.query.keys() & element.properties.keys() - paging}
        matching = [
            fields for fields in shown if all(fields.get(key) == value for key, value in filters.items())
        ]
        elements = [element.build(fields) for fields in matching[_window(operation, call)]]
        return elements if name is None else body_of(operation).build({name: elements})

    def _create(self, operation: Operation, call: Call) -> Any:
        values = self._resolve(call)
        name = self._collection.name_in(call.form)
        if name in _UNUSABLE:
            raise bad_request(value=f"the name of a {self._collection.kind} must not be empty or dots alone")
        return self._add(operation, call, values, self._new_name() if name is None else name)

    def _read(self, operation: Operation, call: Call) -> Any:
        values = self._resolve(call)
        return self._show(operation, call, values, self._store.get(*self._key(call, values)))

    def _update(self, operation: Operation, call: Call) -> Any:
        values = self._resolve(call)
        key = self._key(call, values)
        resource = self._store.update(*key, _readable(operation, call.form), self._clock())
        if resource is None and operation.method == "PUT" and self._collection.creates is None:
            return self._add(operation, call, values, key[-1])
        return self._show(operation, call, values, resource)

    def _delete(self, operation: Operation, call: Call) -> Any:
        values = self._resolve(call)
        path = self._collection.element.fill(values)
        return self._show(operation, call, values, self._store.delete(*self._key(call, values), path))

    def _add(self, operation: Operation, call: Call, values: Mapping[str, str], name: str) -> Any:
        defaults = {field: schema.get("default") for field, schema in operation.form_fields.items()}
        fields = {field: default for field, default in defaults.items() if default is not None}
        fields |= _readable(operation, call.form)
        path = self._collection.path.fill(values)
        resource = self._store.add(call.consumer_key, path, name, fields, self._clock())
        if resource is None:
            raise RefusedError(HTTPStatus.CONFLICT, f"{self._collection.kind} {name[:100]} is there already")
        return self._show(operation, call, values, resource)

    def _show(
        self, operation: Operation, call: Call, values: Mapping[str, str], resource: RowMapping | None
    ) -> Any:
        """Return the body of a response about a resource; 404 without one."""
        if resource is None:
            raise unknown(values[str(self._collection.parameter)], self._collection.kind)
        return body_of(operation).build(self._fields(call, values, resource))

    def _fields(self, call: Call, values: Mapping[str, str], resource: RowMapping) -> dict[str, Any]:
        """Return all that a response can show of a resource."""
        fields = {
            **dict.fromkeys(_CREATED, resource["created"]),
            **dict.fromkeys(_UPDATED, resource["updated"]),
            **resource["fields"],
            **dict.fromkeys(self._collection.name_fields, resource["name"]),
        }
        if self._collection.parameter:
            path = {**values, self._collection.parameter: resource["name"]}
            fields[_ADDRESS] = call.addresses.at(self._collection.element, path)
        return fields

    def _new_name(self) -> str:
        """Return a name that the path and the bodies can have, if one of the usual kinds is such."""
        candidates = (secrets.token_hex(12), str(uuid.uuid4()), str(secrets.randbelow(_MAX_NUMBER) + 1))
        return next(filter(self._is_usable, candidates), candidates[0])

    def _is_usable(self, name: str) -> bool:
        operations = self._collection.operations
        named = [operation for operation in operations if operation.path.names_resource]
        bodies = [body for each in operations for body in (body_of(each), element_body_of(each)[1])]
        return all(accepts(operation.path_parameters[-1].schema, name) for operation in named) and all(
            body.can_hold(field, name) for body in bodies for field in self._collection.name_fields
        )


class ExtraFields(CollectionHandlers):
    """Adds extra fields to the handlers of a collection that were written by hand.

    A field is extra if a form of the collection and the response that reads a resource describe it, and
    the handler does not return it. It is stored when it is sent, and deleted with the resource.
    Deprecated and secret fields are not stored.
    """

    @cached_property
    def _body(self) -> Body | None:
        return body_of(self._collection.reads) if self._collection.reads else None

    @cached_property
    def _names(self) -> set[str]:
        return {
            name
            for operation in self._collection.operations
            for name, schema in operation.form_fields.items()
            if self._body and name in self._body.properties
            if not schema.get("deprecated") and not schema.is_secret
        }

    def _list(self, operation: Operation, call: Call) -> Any:
        content = self._parents.handlers[operation](call)
        name, _ = element_body_of(operation)
        if name is None:
            return self._extend(content, call)
        return {**content, name: self._extend(content[name], call)}

    def _read(self, operation: Operation, call: Call) -> Any:
        return self._extend([self._parents.handlers[operation](call)], call)[0]

    def _create(self, operation: Operation, call: Call) -> Any:
        content = self._parents.handlers[operation](call)
        name = self._collection.name_in(content)
        if name is not None:
            self._store_extra(replace(call, path={**call.path, str(self._collection.parameter): name}))
        return content

    def _update(self, operation: Operation, call: Call) -> Any:
        content = self._parents.handlers[operation](call)
        self._store_extra(call)
        return content

    def _delete(self, operation: Operation, call: Call) -> Any:
        values, _ = self._parents.read(self._collection.element, call)
        content = self._parents.handlers[operation](call)
        self._store.delete(*self._key(call, values), self._collection.element.fill(values))
        return content

    def _store_extra(self, call: Call) -> None:
        sent = {name: call.form[name] for name in self._names & call.form.keys()}
        if not sent:
            return
        values, resource = self._parents.read(self._collection.element, call)
        extra = {name: value for name, value in sent.items() if name not in (resource or {})}
        if extra:
            changes = (*self._key(call, values), extra, self._clock())
            _ = self._store.update(*changes) or self._store.add(*changes)

    def _extend(self, resources: list[dict[str, Any]], call: Call) -> list[dict[str, Any]]:
        """Return resources with their extra fields; nothing is looked up if the handler returns them all."""
        if self._body is None or all(self._names <= resource.keys() for resource in resources):
            return resources
        path = self._collection.path.fill(self._resolve(call))
        stored = {row["name"]: row["fields"] for row in self._store.list(call.consumer_key, path)}
        extra = (stored.get(self._collection.name_in(resource) or "", {}) for resource in resources)
        return [
            {**self._body.coerce(fields), **resource}
            for fields, resource in zip(extra, resources, strict=True)
        ]


def _window(operation: Operation, call: Call) -> slice:
    """Return the page of a list that is asked for; the whole list without `x-paging`."""
    paging = operation.paging
    if paging is None:
        return slice(0, _MAX_PAGE)
    defaults = {parameter.name: parameter.schema.get("default") for parameter in operation.query_parameters}
    offset = call.query.get(paging.offset, defaults.get(paging.offset) or 0)
    limit = call.query.get(paging.limit, defaults.get(paging.limit) or paging.maximum)
    return slice(offset, offset + min(limit, paging.maximum))


def _readable(operation: Operation, form: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a form without those that must not be read back."""
    return {name: value for name, value in form.items() if not operation.form_fields[name].is_secret}
