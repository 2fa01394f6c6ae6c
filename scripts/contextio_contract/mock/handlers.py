"""Handlers of a mock for collections: they start with the story and keep what is sent to them."""

from __future__ import annotations

import re
from functools import cached_property, partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Listing
from contextio_contract.contract.resources import enclosing_element
from contextio_contract.mock.bodies import body_of, element_body_of, fitting
from contextio_contract.mock.lists import echo, select
from contextio_contract.mock.names import UNUSABLE, new_name
from contextio_contract.mock.store import Stored
from contextio_contract.mock.story import path_name
from contextio_contract.mock.switches import Switches
from contextio_contract.mock.uploads import header_fields, part_fields
from contextio_contract.server.http.responses import RefusedError, bad_request, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from contextio_contract.contract import Collection, Operation
    from contextio_contract.mock.bodies import Body
    from contextio_contract.mock.parents import Parents
    from contextio_contract.mock.store import State, Store
    from contextio_contract.mock.story import Story
    from contextio_contract.server.http.call import Call, Handler


class CollectionHandlers:
    """Handlers of a collection, as the vocabulary of behaviour describes it.

    A resource has the fields that were sent with it and read back, and those that the description gives
    every new one. Its name is generated unless it is sent, and never changes. Other required fields have the
    values of the examples.

    A change shows in the collection and in the lists of its elements. What other resources show because of
    it, such as counts, stays as the story has it.
    """

    def __init__(
        self,
        collection: Collection,
        embedded: Sequence[CollectionHandlers],
        parents: Parents,
        state: State,
        story: Story,
    ) -> None:
        """Make the handlers; `embedded` are those of the collections that the resources show."""
        self.collection = collection
        self._kind = collection.resource.kind
        self._embedded = embedded
        self._parents = parents
        self._state = state
        self._story = story

    def handlers(self) -> dict[Operation, Handler]:
        """Return the operations of the collection with their handlers."""
        roles = self.collection.roles
        return {operation: partial(getattr(self, f"_{role}"), operation) for role, operation in roles}

    def is_embedded_in(self, above: Collection) -> bool:
        """Return whether the resources of another collection show those of this one."""
        is_shown = self.collection.resource.embedded_at is not None
        return is_shown and enclosing_element(self.collection.path) == above.element

    def elements(self, call: Call, values: Mapping[str, str], body: Body | None = None) -> list[Any]:
        """Return the resources of the collection at a path, each in the form of a body or as it reads."""
        resources = self._open(call, values).list(self.collection.path.fill(values))
        shown = body or self._read_body
        return [self._build(shown, self._fields(call, values, resource)) for resource in resources]

    def page(self, operation: Operation, call: Call, values: Mapping[str, str]) -> Any:
        """Return the page of the resources that a call of an operation which lists them asks for.

        The operation may be one of another path. The values are path parameters with the names of
        resources.
        """
        listing = operation.listing or Listing()
        switches = Switches(operation, self.collection.operations)
        if shape := switches.shape(call):
            media = [each.success.media for each in (operation, self.collection.lists) if each]
            examples = [example.value for each in media if each for example in each.examples]
            groups: Any = next((value for value in examples if value and shape.is_valid(value)), [])
            return self._story.at(call.addresses, groups)
        is_of_addresses = listing.elements is not None and self.collection.reads is not None
        name, element = element_body_of(operation)
        shown = None if is_of_addresses else element
        page = select(listing, self.elements(call, values, shown), {**values, **call.query})
        if is_of_addresses:
            names = [path_name(self.collection, each) for each in page]
            return [self._address(call, values, str(each)) for each in names]
        page = [switches.show(call, each) for each in page]
        if name is None:
            return page
        return body_of(operation).build({name: page, **echo(operation, call)})

    def key(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Return where a resource is kept: the path of the collection, and its name."""
        return self.collection.path.fill(values), values[str(self.collection.parameter)]

    def find(self, call: Call, values: Mapping[str, str]) -> tuple[Store, Stored]:
        """Return the store and the resource that the path of a call names, or raise a 404."""
        store = self._open(call, values)
        path, name = self.key(values)
        resource = store.get(path, name) or next(self._also_named(store, path, name), None)
        if resource is None:
            raise unknown(name, self._kind)
        return store, resource

    def whole(self, call: Call, values: Mapping[str, str], resource: Stored) -> dict[str, Any]:
        """Return all that is known of a resource, as values of the types that its read has."""
        fields = self._fields(call, values, resource)
        files = {name: value for name, value in fields.items() if isinstance(value, bytes)}
        return self._read_body.coerce(fields) | files

    def change(self, call: Call, values: Mapping[str, str], fields: Mapping[str, Any]) -> Stored:
        """Set fields of the resource that the path of a call names and return it, or raise a 404."""
        store, resource = self.find(call, values)
        changed = store.update(self.collection.path.fill(values), resource.name, fields)
        if changed is None:
            raise unknown(resource.name, self._kind)
        return changed

    def fitting(self, field: str, value: Any) -> Any:
        """Return a value in the types that a field of the read has, if it fits at all."""
        schema = self._read_body.properties.get(field)
        return fitting(value, schema) if schema else value

    def _list(self, operation: Operation, call: Call) -> Any:
        return self.page(operation, call, self._parents.resolve(self.collection.path, call))

    def _create(self, operation: Operation, call: Call) -> Any:
        if operation.path.names_resource:  # a PUT, which also replaces what is there
            return self._update(operation, call)
        values = self._parents.resolve(self.collection.path, call)
        read = self._readable(operation, call.form)
        name = path_name(self.collection, {**call.form, **read})
        if name in UNUSABLE:
            raise bad_request(value=f"the name of a {self._kind} must not be empty or dots alone")
        return self._add(operation, call, values, new_name(self.collection) if name is None else name)

    def _read(self, operation: Operation, call: Call) -> Any:
        values = self._parents.resolve(self.collection.path, call)
        _, resource = self.find(call, values)
        switches = Switches(operation, self.collection.operations)
        return switches.show(call, self._show(operation, call, values, resource))

    def _update(self, operation: Operation, call: Call) -> Any:
        values = self._parents.resolve(self.collection.path, call)
        try:
            fields = self._readable(operation, call.form)
            if operation.method != "PUT":
                fields = self._joined(self.find(call, values)[1], fields)
            resource = self.change(call, values, fields)
        except RefusedError:
            if operation.method == "PUT" and self.collection.creates in {None, operation}:
                return self._add(operation, call, values, values[str(self.collection.parameter)])
            raise
        return self._show(operation, call, values, resource)

    def _delete(self, operation: Operation, call: Call) -> Any:
        values = self._parents.resolve(self.collection.path, call)
        store, resource = self.find(call, values)
        if store.remove(self.collection.path.fill(values), resource.name) is None:
            raise unknown(resource.name, self._kind)
        return self._show(operation, call, values, resource)

    def _add(self, operation: Operation, call: Call, values: Mapping[str, str], name: str) -> Any:
        described = self.collection.resource
        defaults = {field: schema.get("default") for field, schema in operation.form_fields.items()}
        form = {field: default for field, default in defaults.items() if default is not None}
        files = {field: upload.file.read() for field, upload in call.files.items()}
        fields = self._readable(operation, {**form, **call.form, **files})
        if self.collection.reads:
            shown = part_fields(self._story.contract, operation, self.collection.reads)
            fields |= {shown[field]: file for field, file in files.items() if field in shown}
        for field, names in described.headers.items():
            fields |= header_fields(files.get(field, b""), names, self._read_body.properties)
        now = self._state.clock()
        resource = Stored(name, fields, now, now + described.lifetime[1] if described.lifetime else None)
        if not self._open(call, values).add(self.collection.path.fill(values), resource):
            raise RefusedError(HTTPStatus.CONFLICT, f"{self._kind} {name[:100]} is there already")
        return self._show(operation, call, values, resource)

    def _show(self, operation: Operation, call: Call, values: Mapping[str, str], resource: Stored) -> Any:
        """Return the body of a response about a resource."""
        return self._build(body_of(operation), self._fields(call, values, resource))

    def _build(self, body: Body, fields: Mapping[str, Any]) -> Any:
        """Return a body of fields; texts of the example that name its resource name this one instead."""
        content = body.build(fields)
        example, name = map(self.collection.name_in, (body.media.sample, content))
        if not example or not name or example == name:
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
        key = stored.name.removeprefix(described.prefix)
        fields: dict[str, Any] = dict(described.initial)
        if described.created:
            fields[described.created] = stored.created
        if described.lifetime:
            fields[described.lifetime[0]] = stored.created + described.lifetime[1]
        fields |= {**stored.fields, **dict.fromkeys(collection.name_fields, key)}
        if described.url and collection.parameter:
            fields[described.url] = self._address(call, values, stored.name)
        for child in self._embedded:
            fields[str(child.collection.resource.embedded_at)] = child.elements(call, path)
        return fields

    def _address(self, call: Call, values: Mapping[str, str], name: str) -> str:
        collection = self.collection
        return call.addresses.at(collection.element, {**values, str(collection.parameter): name})

    def _readable(self, operation: Operation, form: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields of the read that a form sets."""
        reads_back = self.collection.reads_back(operation)
        return {reads_back[name]: value for name, value in form.items() if name in reads_back}

    def _joined(self, resource: Stored, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields in which a value that a list shows has joined those before it."""
        lists = {name for name, schema in self._read_body.properties.items() if schema.items is not None}
        return {
            name: [*dict.fromkeys([*self.fitting(name, resource.fields.get(name, [])), value])]
            if name in lists and not isinstance(value, list)
            else value
            for name, value in fields.items()
        }

    def _open(self, call: Call, values: Mapping[str, str]) -> Store:
        """Return the store of a call, in which the collection at a path has started with its story."""
        store = self._state.store(call.consumer_key)
        store.start(self.collection.path.fill(values), lambda: self._told(store, call, values))
        return store

    def _told(self, store: Store, call: Call, values: Mapping[str, str]) -> Iterator[Stored]:
        """Yield the resources that the story has below the resource above."""
        place = self._parents.place(self.collection.path, values)
        above = store.get(*place) if place else None
        if above is not None and not above.is_of_story:
            return
        told = self._story_elements
        described = self.collection.resource
        if above is not None and described.embedded_at:
            shown = above.fields.get(described.embedded_at, ())
            names = [(path_name(self.collection, each), each) for each in shown]
            told = [(name, dict(told).get(name, {}) | each) for name, each in names if name is not None]
        now = self._state.clock()
        for name, fields in told:
            if not self._story.is_elsewhere(self.collection, fields, values):
                yield Stored(name, self._story.at(call.addresses, fields), now, is_of_story=True)

    def _also_named(self, store: Store, path: str, name: str) -> Iterator[Stored]:
        """Yield the resources that have a name in another field, newest first."""
        also_named = self.collection.resource.also_named
        for resource in reversed(store.list(path)) if also_named else ():
            for field, prefix in also_named:
                if name.startswith(prefix) and resource.fields.get(field) == name.removeprefix(prefix):
                    yield resource

    @cached_property
    def _story_elements(self) -> list[tuple[str, dict[str, Any]]]:
        return self._story.elements(self.collection)

    @cached_property
    def _read_body(self) -> Body:
        """The body of a read, or else of an element of the list."""
        if self.collection.reads:
            return body_of(self.collection.reads)
        return element_body_of(self.collection.operations[0])[1]
