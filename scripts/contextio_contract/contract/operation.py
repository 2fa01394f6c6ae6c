"""Operations, with everything that an Operation Object and its Path Item Object say about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from contextio_contract.contract.behaviour.answers import asynchronous_of, part_of, switches_of
from contextio_contract.contract.behaviour.listing import listing_of
from contextio_contract.contract.behaviour.resource import mailbox_fields_of
from contextio_contract.contract.document import ContractError, stated
from contextio_contract.contract.messages import RequestBody, Response
from contextio_contract.contract.parameters import parameters_of
from contextio_contract.contract.paths import PathTemplate, is_parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.contract.behaviour.answers import Asynchronous, Effect, Part
    from contextio_contract.contract.behaviour.listing import Listing, Paging
    from contextio_contract.contract.behaviour.resource import MailboxFields
    from contextio_contract.contract.document import Document
    from contextio_contract.contract.links import Link
    from contextio_contract.contract.parameters import Parameter
    from contextio_contract.contract.schema import Schema

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The fields of a Path Item Object that hold operations."""
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""The safe methods (RFC 9110, section 9.2.1)."""


@dataclass(frozen=True, eq=False)
class Callback:
    """A request that the service sends because of an operation.

    Attributes:
        name: the key of the Callback Object in the operation.
        expression: the runtime expression of the URL.
        method: the HTTP method.
        node: the Operation Object of the request.
        parameters: its parameters.
        body: its body; None without one.
        responses: the responses that the service takes, by their key.
    """

    name: str
    expression: str
    method: str
    node: Mapping[str, Any]
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: Mapping[str, Response]


@dataclass(frozen=True, eq=False)
class Operation:
    """An operation.

    Attributes:
        method: the HTTP method, in capitals.
        path: the path template, without the base path.
        node: the Operation Object.
        item: the Path Item Object.
        document: the document that holds it.
        link: makes a link of its name and its Link Object.
        server_url: the URL of its first server; empty if none is described.
    """

    method: str
    path: PathTemplate
    node: Mapping[str, Any] = field(repr=False)
    item: Mapping[str, Any] = field(repr=False)
    document: Document = field(repr=False)
    link: Callable[[str, Any], Link] = field(repr=False)
    server_url: str = ""

    @property
    def base_path(self) -> str:
        """The path of its first server, without a slash at its end."""
        return urlsplit(self.server_url).path.rstrip("/")

    @property
    def id(self) -> str:
        """The operationId; without one, the method and the path."""
        return str(self.node.get("operationId", self))

    @property
    def page(self) -> str:
        """The documentation page, which is its first tag; empty without one."""
        return str(next(iter(self.node.get("tags", ())), ""))

    @property
    def name(self) -> str:
        """The operationId without the page, as the clients call it."""
        return self.id.removeprefix(f"{self.page}_")

    @property
    def summary(self) -> str:
        """What it does, in a sentence; empty without one."""
        return str(self.node.get("summary", ""))

    @property
    def description(self) -> str:
        """What else is to be known, as written; empty without one."""
        return str(self.node.get("description", ""))

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be called."""
        return bool(self.node.get("deprecated"))

    @property
    def is_safe(self) -> bool:
        """Whether its method is a safe one (RFC 9110, section 9.2.1)."""
        return self.method in SAFE

    @property
    def impact(self) -> str:
        """What a call may do to stored data: `read`, `write` or `destructive` (`x-impact`)."""
        return str(self.node.get("x-impact", "read" if self.is_safe else "write"))

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters; those of the operation take the place of those of its path item."""
        return _parameters_of(self.document, self.item, self.node)

    @cached_property
    def path_parameters(self) -> tuple[Parameter, ...]:
        """The parameters in the path, in their order there.

        Raises:
            ContractError: if the template has a parameter that is not described.
        """
        described = {each.name: each for each in self.parameters if each.location == "path"}
        if missing := set(self.path.parameters) - described.keys():
            message = f"{self.id}: the path parameter {min(missing)} is not described"
            raise ContractError(message)
        return tuple(described[name] for name in self.path.parameters)

    @cached_property
    def query_parameters(self) -> tuple[Parameter, ...]:
        """The query parameters."""
        return tuple(each for each in self.parameters if each.location == "query")

    @cached_property
    def body(self) -> RequestBody | None:
        """The request body; None for an operation without one."""
        node = self.node.get("requestBody")
        return RequestBody(self.document, node) if node else None

    @cached_property
    def form(self) -> Schema | None:
        """The schema of its form; None for an operation without a form."""
        media = self.body and (self.body.form or self.body.multipart)
        return media.schema if media else None

    @property
    def form_fields(self) -> Mapping[str, Schema]:
        """The fields of its form by name; none for an operation without a form."""
        return self.form.properties if self.form else {}

    @cached_property
    def responses(self) -> Mapping[str, Response]:
        """The responses by their key: a status, a range or `default`."""
        return _responses_of(self.document, self.node, self.link)

    @cached_property
    def success(self) -> Response:
        """The response of its success: the lowest 2xx, the lowest 3xx, `default` or the first.

        Raises:
            ContractError: if it describes no response.
        """
        keys = sorted(key for key in self.responses if key.startswith(("2", "3")))
        for key in (*keys, "default", *self.responses):
            if key in self.responses:
                return self.responses[key]
        message = f"{self.id} describes no response"
        raise ContractError(message)

    @cached_property
    def success_status(self) -> int:
        """The HTTP status of its success."""
        status = self.success.status.replace("XX", "00")
        return int(status) if status.isdecimal() else HTTPStatus.OK

    def response(self, status: int | str) -> Response | None:
        """Return the response that describes a status: its own, that of its range, or `default`."""
        keys = (str(status), f"{str(status)[:1]}XX", "default")
        return next((self.responses[key] for key in keys if key in self.responses), None)

    @cached_property
    def listing(self) -> Listing | None:
        """What is said about its list (`x-list`); None for an operation that lists nothing."""
        return stated(listing_of, self.node, self.id)

    @property
    def paging(self) -> Paging | None:
        """How its list is divided into pages; None for an operation without pages."""
        return self.listing.paging if self.listing else None

    @cached_property
    def mailbox(self) -> MailboxFields | None:
        """The form fields with which it opens a mailbox (`x-mailbox`); None if it opens none."""
        return stated(mailbox_fields_of, self.node, self.id)

    @cached_property
    def part(self) -> Part | None:
        """The part of a resource that its path is (`x-part`); None if the path is a resource of its own."""
        return stated(part_of, self.item, self.id)

    @cached_property
    def switches(self) -> Mapping[str, tuple[Effect, ...]]:
        """What parameters add to its answer or make of it (`x-switches`), by their names."""
        return stated(switches_of, self.node, self.id)

    def query_for(self, *fields: tuple[str, ...]) -> dict[str, Any]:
        """Return the query whose switches add fields, or what they lie in, to the answer."""
        return {
            name: 1 if effects[0].value is None else effects[0].value
            for name, effects in self.switches.items()
            if (adds := effects[0].adds) and any(field[: len(adds)] == adds for field in fields)
        }

    @cached_property
    def asynchronous(self) -> Asynchronous | None:
        """Where the work shows that goes on after its answer (`x-async`); None if none does."""
        return stated(asynchronous_of, self.node, self.id)

    @cached_property
    def callbacks(self) -> tuple[Callback, ...]:
        """The requests that the service sends because of it."""
        return callbacks_of(self.document, self.node.get("callbacks", {}), self.link)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links of all its responses."""
        return tuple(link for response in self.responses.values() for link in response.links.values())

    def resources_in(self, segments: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Return each resource that a path of this operation lies in or names, outermost first."""
        return [segments[: end + 1] for end, part in enumerate(self.path.segments) if is_parameter(part)]

    def reaches(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return what the operation consists of, and everything that this refers to."""
        said = {
            "path": self.path.text,
            "method": self.method,
            "parameters": self.item.get("parameters", []),
            "operation": self.node,
        }
        return said, self.document.closure([said["parameters"], self.node])

    def __str__(self) -> str:
        """Return its method and path."""
        return f"{self.method} {self.path}"


def callbacks_of(
    document: Document, nodes: Mapping[str, Any], link: Callable[[str, Any], Link]
) -> tuple[Callback, ...]:
    """Return the requests that Callback Objects describe, given by name."""
    return tuple(
        Callback(
            name=name,
            expression=expression,
            method=method.upper(),
            node=node,
            parameters=_parameters_of(document, item, node),
            body=RequestBody(document, node["requestBody"]) if "requestBody" in node else None,
            responses=_responses_of(document, node, link),
        )
        for name, callback in nodes.items()
        for expression, path_item in document.resolve(callback).items()
        if not expression.startswith("x-")
        for item in [document.resolve(path_item)]
        for method, node in item.items()
        if method in METHODS
    )


def _parameters_of(
    document: Document, item: Mapping[str, Any], node: Mapping[str, Any]
) -> tuple[Parameter, ...]:
    return parameters_of(document, [*item.get("parameters", ()), *node.get("parameters", ())])


def _responses_of(
    document: Document, node: Mapping[str, Any], link: Callable[[str, Any], Link]
) -> dict[str, Response]:
    return {
        str(status): Response(document, str(status), response, link)
        for status, response in node.get("responses", {}).items()
    }
