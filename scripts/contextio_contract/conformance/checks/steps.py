"""Steps of checks: resources of a deployment that are created, read, updated and deleted."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from contextio_contract.conformance.checks.addresses import path_in
from contextio_contract.conformance.checks.paging import read_pages
from contextio_contract.conformance.checks.responses import Response, expect, need_implemented
from contextio_contract.conformance.fixtures.forms import (
    encoded,
    example_form,
    mailbox_form,
    minimal_form,
    needs_mailbox,
    query_of,
)
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.marks import mark
from contextio_contract.conformance.safety.uploads import name_of_upload
from contextio_contract.contract import Listing, Paging
from contextio_contract.contract.resources import list_in

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from contextio_contract.conformance.fixtures.mailbox import Mailbox
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.contract import Collection as DescribedCollection
    from contextio_contract.contract import Operation

ADDRESS: Final = "address of the element"
"""Where an element that is listed as an address has it."""
PAGES_READ: Final = 30
"""How many pages of a list a check reads before it gives up."""


@dataclass(frozen=True)
class Resource:
    """A resource of the deployment; `read`, `update` and `remove` must succeed.

    `sent` is the form of its creation, and `created` the body of the response.
    """

    deployment: Deployment
    path: ResourcePath
    sent: dict[str, Any] = field(default_factory=dict)
    created: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Collection:
        """Return a collection below it, by the last segment of its path."""
        return Collection(self.deployment, (*self.path, name))

    @property
    def name(self) -> str:
        """The last segment of its path."""
        return self.path[-1]

    @property
    def collection(self) -> Collection:
        """The collection that it is in."""
        return Collection(self.deployment, self.path[:-1])

    def get(self, **query: Any) -> Response:
        """Request the resource."""
        return self.deployment.send("GET", self.path, params=query)

    def post(self, **form: Any) -> Response:
        """Send the resource a form."""
        return self.deployment.send("POST", self.path, form=form)

    def delete(self) -> Response:
        """Request the deletion of the resource."""
        return self.deployment.send("DELETE", self.path)

    def read(self) -> dict[str, Any]:
        """Return the resource."""
        return self.get().must_be(HTTPStatus.OK).object

    def update(self, **form: Any) -> dict[str, Any]:
        """Change fields of the resource."""
        return self.post(**form).must_be(HTTPStatus.OK).object

    def remove(self) -> None:
        """Delete the resource."""
        deletes = self.collection.described.deletes
        self.delete().must_be(deletes.success_status if deletes else HTTPStatus.OK)


@dataclass(frozen=True)
class Collection:
    """A collection of the deployment."""

    deployment: Deployment
    path: ResourcePath

    def __getitem__(self, name: str) -> Resource:
        return Resource(self.deployment, (*self.path, name))

    @property
    def described(self) -> DescribedCollection:
        """The collection as the contract describes it."""
        if described := self.deployment.contract.collection_at(self.path):
            return described
        message = f"the description has no {path_of(self.path)}"
        raise NotExercised(message)

    @property
    def listing(self) -> Listing:
        """What is said about the list; nothing if nothing is."""
        return (self.described.lists and self.described.lists.listing) or Listing()

    @property
    def key(self) -> str:
        """The property that names an element in the list, or in the list that has the same elements."""
        contract, of = self.deployment.contract, self.listing.of
        same = contract.collection_of(contract.operations[of]) if of else None
        return self.described.key or (same and same.key) or "id"

    def name_of(self, element: Mapping[str, Any]) -> str:
        """Return what tells an element of the list from others: its name, or all of it."""
        return str(element[self.key]) if self.key in element else json.dumps(element, sort_keys=True)

    def whole(self, element: dict[str, Any]) -> dict[str, Any]:
        """Return an element as its filters see it: as it is shown, or what its address leads to."""
        return self.deployment.follow(element[ADDRESS]) if ADDRESS in element else element

    @property
    def paging(self) -> Paging:
        """How the list is divided into pages; a list without pages is one page of any length."""
        paging = self.described.lists and self.described.lists.paging
        return paging or Paging("", "", sys.maxsize, sys.maxsize)

    def get(self, **query: Any) -> Response:
        """Request the list."""
        return self.deployment.send("GET", self.path, params=query)

    def all(self, **query: Any) -> list[dict[str, Any]]:
        """Return the elements of one response."""
        return self.elements_in(self.get(**query).must_be(HTTPStatus.OK))

    def elements_in(self, response: Response) -> list[dict[str, Any]]:
        """Return the elements of a response: objects in an array where it is described, or addresses."""
        elements = response.body
        place = list_in(self.described.lists.success.schema) if self.described.lists else None
        if place and place[0]:
            elements = response.object.get(place[0])
        kind = str if self.listing.elements else dict
        is_list = isinstance(elements, list) and all(isinstance(element, kind) for element in elements)
        expect(is_list, f"a JSON array of {'texts' if kind is str else 'objects'}", response.body)
        if kind is dict:
            return list(elements)
        return [{self.key: unquote(url.rpartition("/")[2]), ADDRESS: url} for url in elements]

    def names(self, **query: Any) -> list[str]:
        """Return the names of the elements of one response."""
        return [self.name_of(element) for element in self.all(**query)]

    def leading(self, pages: int, **query: Any) -> tuple[list[dict[str, Any]], bool]:
        """Return the elements of the first pages, and whether these are all elements."""
        if not self.paging.limit:
            return self.all(**query), True
        return read_pages(partial(self.all, **query), self.paging, self.name_of, pages)

    def every(self, **query: Any) -> list[dict[str, Any]]:
        """Return the elements of all pages, if there are not too many."""
        elements, is_all = self.leading(PAGES_READ, **query)
        if is_all:
            return elements
        message = f"{path_of(self.path)} has more than {len(elements):,} elements, too many to read them all"
        raise NotExercised(message)

    def every_name(self, **query: Any) -> list[str]:
        """Return the names of the elements of all pages, if there are not too many."""
        return [self.name_of(element) for element in self.every(**query)]

    def post(self, **form: Any) -> Response:
        """Send the collection a form."""
        return self.deployment.send("POST", self.path, form=form)

    def form(self, **fields: Any) -> dict[str, Any]:
        """Return the least form that creates an element, marked, with the mailbox if it needs one.

        The given fields take the place of others. Raises `NotExercised` if nothing can be created.
        """
        creates = self.described.creates
        # The least form shows what fields start with; without `x-resource` nothing is known of that.
        least = minimal_form if self.described.has_resource else example_form
        example = least(creates) if creates else None
        if creates is None or example is None or not self.deployment.gateway.guard.can_remove(creates):
            message = f"nothing is created in {path_of(self.path)} that links lead to the deletion of"
            raise NotExercised(message)
        form = mark(example, self.described, self.deployment.new_mark())
        if needs_mailbox(creates):
            form |= mailbox_form(creates, self.deployment.mailbox())
        return form | fields

    def new(self, **fields: Any) -> Resource:
        """Create an element from the least form with these fields, which must succeed."""
        form, creates = self.form(**fields), self.described.creates
        named = self.deployment.new_mark() if creates and creates.path.names_resource else ""
        path = (*self.path, named) if named else self.path
        response = self.deployment.send(creates.method if creates else "POST", path, form=form)
        created = response.must_be(HTTPStatus.CREATED).object
        name = named or self.described.name_in(created) or name_of_upload(self.described, form)
        expect(bool(name), f"{self.key} of what was created", created)
        return Resource(self.deployment, (*self.path, f"{name}"), form, created)

    def any(self) -> Resource:
        """Return a shared element, which must not be changed; others may be created in it."""
        return self.deployment.shared(path_of(self.path), self.new)


class Deployment:
    """The deployment that a check is given.

    `mailbox` returns a mailbox that can become a source, or raises `NotExercised`. `existing` holds paths to
    what is listed, by the segments of their template, and `listed` elements of others, by the path of a list.
    `seed` decides what is left to chance; without `chosen`, checks of every operation are about all.
    """

    def __init__(
        self,
        gateway: Gateway,
        mailbox: Callable[[], Mailbox],
        chosen: Container[str] | None = None,
        seed: int = 0,
    ) -> None:
        self.gateway, self.contract = gateway, gateway.contract
        self.mailbox, self.seed, self._chosen = mailbox, seed, chosen
        self.existing: dict[ResourcePath, list[ResourcePath]] = {}
        self.listed: dict[ResourcePath, list[dict[str, Any]]] = {}
        self._shared: dict[str, Resource] = {}
        self._kept: set[ResourcePath] = set()

    def __getitem__(self, name: str) -> Collection:
        """Return a collection at the top level."""
        return Collection(self, (name,))

    @property
    def reads_only(self) -> bool:
        """Whether nothing may be written."""
        return self.gateway.guard.mode is Mode.READ_ONLY

    @property
    def operations(self) -> list[Operation]:
        """The operations for which checks of every operation are made, as far as the mode allows."""
        return [
            operation
            for operation in self.contract.operations.values()
            if (self._chosen is None or operation.id in self._chosen)
            and (operation.is_safe or not self.reads_only)
        ]

    def new_mark(self) -> str:
        """Return a text that marks one resource of the run, and no other."""
        return self.gateway.trail.new_mark()

    def send(self, method: str, path: ResourcePath, **options: Any) -> Response:
        """Send a request of an implemented operation, with options of `Gateway.ask` or with a `form`."""
        operation = self.contract.router.match(method, path[:-1] if path[-1:] == ("",) else path)
        if operation:
            need_implemented(operation.id, self.gateway.answers.is_known_to_lack(operation.id))
        if "form" in options:
            options |= encoded(operation, options.pop("form"))
        if operation and options.get("params"):
            options["params"] = query_of(operation, options["params"])
        response = self.gateway.ask(method, path_of(path), **options)
        if operation:
            need_implemented(operation.id, self.gateway.answers.lacks(operation.id))
        return Response(response)

    def follow(self, url: object) -> dict[str, Any]:
        """Return the object that a URL in a response leads to, which this deployment is asked for."""
        path = path_in(url, self.gateway)
        return Response(self.gateway.ask("GET", path)).must_be(HTTPStatus.OK).object

    def shared(self, name: str, make: Callable[[], Resource]) -> Resource:
        """Return a resource that several checks use and none changes, created if it does not exist."""
        ledger, trail = self.gateway.guard.ledger, self.gateway.trail
        if name not in self._shared or not ledger.lives(self._shared[name].path):
            before = len(trail.created)
            self._shared[name] = make()
            self._kept.update(trail.created[before:])
        return self._shared[name]

    def keeps(self, resource: ResourcePath) -> bool:
        """Return whether a resource is shared, or within one that is, and so outlives its check."""
        return any(resource[:end] in self._kept for end in range(1, len(resource) + 1))
