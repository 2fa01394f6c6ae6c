"""The contract: the operations of a bundle, and the request paths that lead to them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from contextio_contract.contract.behaviour.expectations import expectations
from contextio_contract.contract.document import MALFORMED, ContractError, Document
from contextio_contract.contract.links import Link
from contextio_contract.contract.operation import METHODS, Operation, callbacks_of
from contextio_contract.contract.paths import PathTemplate, is_parameter
from contextio_contract.contract.resources import collections, enclosing_element
from contextio_contract.contract.routing import Router
from contextio_contract.contract.schema import Schema
from contextio_contract.contract.spelling import restored

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from contextio_contract.contract.behaviour.expectations import Expectation
    from contextio_contract.contract.links import Exchange
    from contextio_contract.contract.operation import Callback
from contextio_contract.contract.resources import Collection


@dataclass(frozen=True, eq=False)
class Page:
    """A documentation page, which is a tag, with the operations whose first tag it is."""

    name: str
    description: str
    operations: tuple[Operation, ...]
    node: Mapping[str, Any]


class Contract:
    """A bundled OpenAPI document, read.

    Attributes:
        document: the document.
        source: where it came from, in words for people; empty if that is of no interest.
        operations: the operations by operationId, in the order of the document. Of two with one operationId,
            the second is under its method and path.
    """

    def __init__(self, bundle: dict[str, Any], source: str = "") -> None:
        """Read the operations of a bundled document.

        Raises:
            ContractError: if the document is not OpenAPI, as far as operations go.
        """
        self.document = Document(bundle)
        self.source = source
        try:
            operations: dict[str, Operation] = {}
            for operation in self._operations():
                operations[str(operation) if operation.id in operations else operation.id] = operation
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            message = f"it is no OpenAPI document ({type(error).__name__}: {error})"
            raise ContractError(message) from error
        self.operations: Mapping[str, Operation] = operations

    @classmethod
    def load(cls, path: Path, source: str = "") -> Contract:
        """Read a bundle from a JSON file.

        Raises:
            ContractError: if the file holds no OpenAPI document.
            OSError: if the file cannot be read.
        """
        try:
            bundle = json.loads(path.read_bytes())
            if isinstance(bundle, dict):
                return cls(restored(bundle), source)
        except (ValueError, RecursionError) as error:
            message = f"it is not JSON ({error})"
            raise ContractError(message) from error
        message = "it holds no JSON object"
        raise ContractError(message)

    @property
    def bundle(self) -> dict[str, Any]:
        """The document as parsed JSON."""
        return self.document.data

    @property
    def title(self) -> str:
        """The title of the API."""
        return str(self.bundle["info"]["title"])

    @property
    def version(self) -> str:
        """The version of the description."""
        return str(self.bundle["info"]["version"])

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The documentation pages, in the order of the tags; a tag that is not described comes last."""
        described = {tag["name"]: tag for tag in self.bundle.get("tags", ())}
        used = dict.fromkeys(operation.page for operation in self.operations.values() if operation.page)
        return tuple(
            Page(
                name=name,
                description=str(described.get(name, {}).get("description", "")).strip(),
                operations=tuple(each for each in self.operations.values() if each.page == name),
                node=described.get(name, {"name": name}),
            )
            for name in (described | used)
        )

    @cached_property
    def schemas(self) -> Mapping[str, Schema]:
        """The schemas of `components` by name."""
        nodes = self.bundle.get("components", {}).get("schemas", {})
        return {name: Schema(node, self.document) for name, node in nodes.items()}

    @cached_property
    def webhooks(self) -> tuple[Callback, ...]:
        """The requests that the service sends of its own accord; their URL is described nowhere."""
        items = self.bundle.get("webhooks", {}).items()
        return callbacks_of(self.document, {name: {"": item} for name, item in items}, self._link)

    @property
    def server_url(self) -> str:
        """The URL of the first server.

        Raises:
            ContractError: if no server is described.
        """
        servers = self.bundle.get("servers")
        if not servers:
            message = "it describes no server; add one to `servers`"
            raise ContractError(message)
        return str(servers[0]["url"])

    @cached_property
    def base_path(self) -> str:
        """The path of the first server, without a slash at its end.

        Raises:
            ContractError: if no server is described.
        """
        return urlsplit(self.server_url).path.rstrip("/")

    @property
    def deployment_url(self) -> str:
        """The address that examples call: the default of the first server variable, or the first server.

        Raises:
            ContractError: if no server is described.
        """
        variables = (
            variable
            for server in self.bundle.get("servers", ())
            for variable in server.get("variables", {}).values()
        )
        return str(next((variable["default"] for variable in variables), self.server_url))

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """Every path that has elements below it, or a list at it, with the operations that belong to it."""
        return tuple(collections(self.paths))

    @cached_property
    def expectations(self) -> Mapping[str, Expectation]:
        """What the vocabulary of behaviour promises, by the ids of the expectations."""
        return {
            expectation.id: expectation
            for expectation in expectations(self.collections, self.operations.values())
        }

    def read_behaviour(self) -> None:
        """Read everything that extensions say of behaviour, so that nothing fails later.

        Raises:
            ContractError: if an extension is not as EXTENSIONS.md has it, or a schema is malformed.
        """
        for each in self.operations.values():
            _ = each.listing, each.part, each.switches, each.asynchronous, each.mailbox
        for schema in self.schemas.values():
            _ = schema.signature
        try:
            _ = self.expectations
        except ContractError:
            raise
        except MALFORMED as error:
            message = f"a schema is malformed ({type(error).__name__}: {error})"
            raise ContractError(message) from error

    def collection_of(self, operation: Operation) -> Collection | None:
        """Return the collection that an operation belongs to; None if it belongs to none."""
        return next((each for each in self.collections if operation in each.operations), None)

    def collection_above(self, collection: Collection) -> Collection | None:
        """Return the collection in whose elements a collection lies; None at the top level."""
        element = enclosing_element(collection.path)
        return self.collection_at(element.segments[:-1]) if element else None

    def collection_at(self, segments: Sequence[str]) -> Collection | None:
        """Return the collection whose path has these decoded segments; None if there is none."""
        return next((each for each in self.collections if each.path.match(segments) is not None), None)

    def deletions_linked(self, operation: Operation) -> tuple[Link, ...]:
        """Return the links from the 201 of an operation to the deletion of what it created."""
        created = operation.responses.get(str(HTTPStatus.CREATED))
        return tuple(
            link
            for link in (created.links.values() if created else ())
            if link.operation and self.operations[link.operation].method == "DELETE"
        )

    def created_resources(self, operation: Operation, exchange: Exchange) -> Iterator[tuple[str, ...]]:
        """Yield each resource that a 201 says was created, as the decoded segments of its path."""
        for link in self.deletions_linked(operation):
            path = self.operations[str(link.operation)].path
            values = link.values(exchange)
            names = {
                name: str(values.get(name, "")) for name in path.parameters if _is_name(values.get(name))
            }
            if len(names) == len(path.parameters):
                yield tuple(
                    names[segment[1:-1]] if is_parameter(segment) else segment for segment in path.segments
                )

    @cached_property
    def secret_names(self) -> frozenset[str]:
        """The names of the fields and parameters whose values must not be read back."""
        named = [
            (parameter.name, parameter.schema)
            for operation in self.operations.values()
            for parameter in operation.parameters
        ]
        named += [
            field
            for operation in self.operations.values()
            for message in (operation.body, *operation.responses.values())
            if message
            for media in message.content.values()
            for field in media.schema.fields()
        ]
        return frozenset(name for name, schema in named if schema.is_secret)

    @cached_property
    def paths(self) -> Mapping[str, Mapping[str, Operation]]:
        """The operations by path template and method, which is in capitals."""
        paths: dict[str, dict[str, Operation]] = {}
        for operation in self.operations.values():
            paths.setdefault(operation.path.text, {})[operation.method] = operation
        return paths

    def find(self, method: str, path: str) -> Operation | None:
        """Return the operation of a method, in capitals, and a path template; None if there is none."""
        return self.paths.get(path, {}).get(method)

    @cached_property
    def router(self) -> Router:
        """What finds the operation of a request."""
        return Router(self.paths)

    def _operations(self) -> Iterator[Operation]:
        for path, node in self.bundle["paths"].items():
            item = self.document.resolve(node)
            for method in METHODS:
                if method in item:
                    yield Operation(
                        method=method.upper(),
                        path=PathTemplate(path),
                        node=self.document.resolve(item[method]),
                        item=item,
                        document=self.document,
                        link=self._link,
                        server_url=self._server_url(item, self.document.resolve(item[method])),
                    )

    def _server_url(self, *nodes: Mapping[str, Any]) -> str:
        """Return the URL of the first server of an operation, which may be its own or that of its path."""
        own = [node["servers"] for node in (*reversed(nodes), self.bundle) if node.get("servers")]
        return str(own[0][0]["url"]) if own else ""

    def _link(self, name: str, node: Any) -> Link:
        link = self.document.resolve(node)
        operation = link.get("operationId")
        if operation is None and "operationRef" in link:
            target = self.document.at(str(link["operationRef"]))
            operation = target.get("operationId") if isinstance(target, dict) else None
        known = str(operation) if operation in self.operations else None
        return Link(name, known, link.get("parameters", {}), str(link.get("description", "")))


def _is_name(value: Any) -> bool:
    """Return whether a value can name a resource in a path."""
    return isinstance(value, (str, int)) and not isinstance(value, bool) and value != ""
