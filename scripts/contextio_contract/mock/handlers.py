"""Handlers of a mock: collections that keep what is sent to them, and examples for everything else."""

from __future__ import annotations

import re
import secrets
import uuid
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Listing
from contextio_contract.contract.resources import enclosing_element
from contextio_contract.mock.bodies import body_of, element_body_of
from contextio_contract.mock.store import Stored
from contextio_contract.server.http.parameters import accepts
from contextio_contract.server.http.responses import RefusedError, bad_request, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from contextio_contract.contract import Collection, Operation, PathTemplate
    from contextio_contract.mock.bodies import Body
    from contextio_contract.mock.store import State, Store
    from contextio_contract.server.http.call import Call, Handler

_UNUSABLE: Final = frozenset({"", ".", ".."})
"""Names that no path can have as a segment."""

_MAX_NUMBER: Final = 10**9


class Parents:
    """Resolves path parameters to the names under which resources are kept.

    A client may use another name, such as the label 0 of the first source. So each resource on the way
    is read, and its name is taken from what the handler returns.
    """

    def __init__(self, collections: Iterable[Collection], handlers: Mapping[Operation, Handler]) -> None:
        self._handlers = handlers
        self._readers = {
            collection.element.text: (collection, collection.reads)
            for collection in collections
            if collection.reads
        }

    def resolve(self, path: PathTemplate, call: Call) -> Mapping[str, str]:
        """Return the path parameters of a call, with the names of resources above a path, or raise a 404."""
        parent = enclosing_element(path)
        return self.resolve_element(parent, call) if parent else call.path

    def resolve_element(self, element: PathTemplate, call: Call) -> Mapping[str, str]:
        """Return the same with the name of the resource at a path, or raise a 404."""
        values = self.resolve(element, call)
        collection, reads = self._readers.get(element.text, (None, None))
        if collection is None or reads is None or reads not in self._handlers:
            return values  # nothing is kept there: any name will do
        resource = self._handlers[reads](replace(call, operation=reads, path=values, query={}, form={}))
        name = collection.name_in(resource)
        return values if name is None else {**values, str(collection.parameter): name}


class CollectionHandlers:
    """Handlers of a collection, as the vocabulary of behaviour describes it.

    A resource has the fields that were sent with it and read back, and those that the description gives
    every new one. Its name is generated unless it is sent, and never changes. Of everything else, answers
    have what their examples have, where the schema requires it.
    """

    def __init__(
        self, collection: Collection, embedded: Sequence[CollectionHandlers], parents: Parents, state: State
    ) -> None:
        """Make the handlers; `embedded` are those of the collections that the resources show."""
        self.collection = collection
        self._embedded = embedded
        self._parents = parents
        self._state = state

    def handlers(self) -> dict[Operation, Handler]:
        """Return the operations of the collection with their handlers."""
        roles = self.collection.roles
        return {operation: partial(getattr(self, f"_{role}"), operation) for role, operation in roles}

    def is_embedded_in(self, above: Collection) -> bool:
        """Return whether the resources of another collection show those of this one."""
        described = self.collection.resource
        is_shown = described is not None and described.embedded_at is not None
        return is_shown and enclosing_element(self.collection.path) == above.element

    def embed(self, call: Call, values: Mapping[str, str]) -> dict[str, Any]:
        """Return the field of the resource above that shows the resources, each as it reads alone."""
        described, reads, lists = self.collection.resource, self.collection.reads, self.collection.lists
        body = body_of(reads) if reads else element_body_of(lists)[1] if lists else None
        if described is None or described.embedded_at is None or body is None:
            return {}
        return {described.embedded_at: self._elements(call, values, body)}

    def _list(self, operation: Operation, call: Call) -> Any:
        values = self._parents.resolve(self.collection.path, call)
        name, element = element_body_of(operation)
        page = (operation.listing or Listing()).page(self._elements(call, values, element), call.query)
        return page if name is None else body_of(operation).build({name: page})

    def _create(self, operation: Operation, call: Call) -> Any:
        if operation.path.names_resource:  # a PUT, which also replaces what is there
            return self._update(operation, call)
        values = self._parents.resolve(self.collection.path, call)
        read = self._readable(operation, call.form)
        name = self.collection.name_in({**call.form, **read})
        if name in _UNUSABLE:
            raise bad_request(value=f"the name of a {self.collection.kind} must not be empty or dots alone")
        return self._add(operation, call, values, self._new_name() if name is None else name)

    def _read(self, operation: Operation, call: Call) -> Any:
        values = self._parents.resolve(self.collection.path, call)
        return self._show(operation, call, values, self._store(call).get(*self._key(values)))

    def _update(self, operation: Operation, call: Call) -> Any:
        values = self._parents.resolve(self.collection.path, call)
        changes = self._readable(operation, call.form)
        resource = self._store(call).update(*self._key(values), changes)
        if resource is None and operation.method == "PUT" and self.collection.creates in {None, operation}:
            return self._add(operation, call, values, self._key(values)[1])
        return self._show(operation, call, values, resource)

    def _delete(self, operation: Operation, call: Call) -> Any:
        values = self._parents.resolve(self.collection.path, call)
        return self._show(operation, call, values, self._store(call).remove(*self._key(values)))

    def _add(self, operation: Operation, call: Call, values: Mapping[str, str], name: str) -> Any:
        defaults = {field: schema.get("default") for field, schema in operation.form_fields.items()}
        form = {field: default for field, default in defaults.items() if default is not None}
        form |= call.form
        lifetime = self.collection.resource.lifetime if self.collection.resource else None
        now = self._state.clock()
        resource = Stored(name, self._readable(operation, form), now, now + lifetime[1] if lifetime else None)
        if not self._store(call).add(self.collection.path.fill(values), resource):
            raise RefusedError(HTTPStatus.CONFLICT, f"{self.collection.kind} {name[:100]} is there already")
        return self._show(operation, call, values, resource)

    def _show(
        self, operation: Operation, call: Call, values: Mapping[str, str], resource: Stored | None
    ) -> Any:
        """Return the body of a response about a resource, or raise a 404 without one."""
        if resource is None:
            raise unknown(self._key(values)[1], self.collection.kind)
        return self._build(body_of(operation), self._fields(call, values, resource))

    def _elements(self, call: Call, values: Mapping[str, str], body: Body) -> list[Any]:
        """Return the resources of the collection at a path, each in the form of a body."""
        resources = self._store(call).list(self.collection.path.fill(values))
        return [self._build(body, self._fields(call, values, resource)) for resource in resources]

    def _build(self, body: Body, fields: Mapping[str, Any]) -> Any:
        """Return a body of fields; texts of the example that name its resource name this one instead."""
        content = body.build(fields)
        example, name = map(self.collection.name_in, (body.media.sample, content))
        if not example or not name:
            return content
        whole = re.compile(rf"(?<!\w){re.escape(example)}(?!\w)")
        named = {
            field: whole.sub(lambda _: name, value)
            if isinstance(value, str) and field not in fields
            else value
            for field, value in content.items()
        }
        return named if body.media.schema.is_valid(named) else content

    def _fields(self, call: Call, values: Mapping[str, str], stored: Stored) -> dict[str, Any]:
        """Return all that a response can show of a resource."""
        collection, described = self.collection, self.collection.resource
        path = {**values, str(collection.parameter): stored.name}
        fields: dict[str, Any] = {}
        if described:
            fields |= described.initial
            if described.created:
                fields[described.created] = stored.created
            if described.lifetime:
                fields[described.lifetime[0]] = stored.created + described.lifetime[1]
        fields |= {**stored.fields, **dict.fromkeys(collection.name_fields, stored.name)}
        if described and described.url and collection.parameter:
            fields[described.url] = call.addresses.at(collection.element, path)
        for child in self._embedded:
            fields |= child.embed(call, path)
        return fields

    def _readable(self, operation: Operation, form: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of the read that a form sets."""
        reads_back = self.collection.reads_back(operation)
        return {reads_back[name]: value for name, value in form.items() if name in reads_back}

    def _store(self, call: Call) -> Store:
        return self._state.store(call.consumer_key)

    def _key(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Return where a resource is kept: the path of the collection, and its name."""
        return self.collection.path.fill(values), values[str(self.collection.parameter)]

    def _new_name(self) -> str:
        """Return a name that the path and the bodies can have, if one of the usual kinds is such."""
        candidates = (secrets.token_hex(12), str(uuid.uuid4()), str(secrets.randbelow(_MAX_NUMBER) + 1))
        return next(filter(self._is_usable, candidates), candidates[0])

    def _is_usable(self, name: str) -> bool:
        operations = self.collection.operations
        named = [operation for operation in operations if operation.path.names_resource]
        bodies = [body for each in operations for body in (body_of(each), element_body_of(each)[1])]
        return all(accepts(operation.path_parameters[-1].schema, name) for operation in named) and all(
            body.can_hold(field, name) for body in bodies for field in self.collection.name_fields
        )
