"""Steps of checks: resources of a deployment that are created, read, updated and deleted."""

from __future__ import annotations

import itertools
import sys
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.responses import Response, expect
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.safety.ledger import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from contextio_contract.conformance.fixtures.mailbox import Mailbox
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.contract import Collection as DescribedCollection
    from contextio_contract.contract import Operation

PAGES_READ: Final = 30
"""How many pages of a list a check reads before it gives up."""


@dataclass(frozen=True)
class Resource:
    """A resource of the deployment, such as an account.

    Methods named after HTTP methods return whatever the deployment answers. Those named `read`, `update` and
    `remove` must succeed, and return the body of the response.

    Attributes:
        created: the body of the response to its creation.
    """

    deployment: Deployment
    path: ResourcePath
    created: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The last segment of its path."""
        return self.path[-1]

    @property
    def sources(self) -> Collection:
        """The sources of an account."""
        return Collection(self.deployment, (*self.path, "sources"))

    @property
    def connect_tokens(self) -> Collection:
        """The connect tokens of an account."""
        return Collection(self.deployment, (*self.path, "connect_tokens"))

    def get(self) -> Response:
        """Request the resource."""
        return self.deployment.send("GET", self.path)

    def post(self, **form: Any) -> Response:
        """Send the resource a form."""
        return self.deployment.send("POST", self.path, data=form)

    def delete(self) -> Response:
        """Request the deletion of the resource."""
        return self.deployment.send("DELETE", self.path)

    def read(self) -> dict[str, Any]:
        """Return the resource."""
        return self.get().must_be(HTTPStatus.OK).object

    def update(self, **form: Any) -> dict[str, Any]:
        """Change fields of the resource."""
        return self.post(**form).must_be(HTTPStatus.OK).object

    def remove(self) -> dict[str, Any]:
        """Delete the resource."""
        return self.delete().must_be(HTTPStatus.OK).object


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
        for collection in self.deployment.contract.collections:
            if collection.path.match(self.path) is not None:
                return collection
        message = f"the description has no {path_of(self.path)}"
        raise NotExercised(message)

    @property
    def key(self) -> str:
        """The property that names an element in the list."""
        return self.described.key or "id"

    @property
    def page_size(self) -> int:
        """How many elements a response has at most; without pages, any number."""
        paging = self.described.lists and self.described.lists.paging
        return paging.maximum if paging else sys.maxsize

    def get(self, **query: Any) -> Response:
        """Request the list."""
        return self.deployment.send("GET", self.path, params=query)

    def all(self, **query: Any) -> list[dict[str, Any]]:
        """Return the elements, which must be a bare array of objects."""
        body = self.get(**query).must_be(HTTPStatus.OK).body
        is_list = isinstance(body, list) and all(isinstance(element, dict) for element in body)
        expect(is_list, "a JSON array of objects", body)
        return list(body)

    def names(self, **query: Any) -> list[str]:
        """Return the names of the elements."""
        return [str(element.get(self.key)) for element in self.all(**query)]

    def every_name(self, **query: Any) -> list[str]:
        """Return the names of the elements of all pages, if there are not too many."""
        names: list[str] = []
        for _ in range(PAGES_READ):
            page = self.names(**query, limit=self.page_size, offset=len(names))
            again = sorted({*names} & {*page})
            expect(not again, "pages that hold no element twice", again)
            names += page
            if len(page) < self.page_size:
                return names
        message = f"{path_of(self.path)} has more than {len(names):,} elements, too many to read them all"
        raise NotExercised(message)

    def post(self, **form: Any) -> Response:
        """Send the collection a form."""
        return self.deployment.send("POST", self.path, data=form)

    def create(self, **form: Any) -> Resource:
        """Create an element, which must succeed."""
        created = self.post(**form).must_be(HTTPStatus.CREATED).object
        name = created.get(self.key)
        expect(isinstance(name, str) and bool(name), f"{self.key} of what was created", created)
        return Resource(self.deployment, (*self.path, str(name)), created)


class Deployment:
    """The deployment that a check is given.

    Attributes:
        mailbox: returns a mailbox that can become a source, or raises `NotExercised`.
    """

    def __init__(
        self, gateway: Gateway, mailbox: Callable[[], Mailbox], chosen: Container[str] | None = None
    ) -> None:
        self.gateway = gateway
        self.contract = gateway.contract
        self.mailbox = mailbox
        self.accounts = Collection(self, ("accounts",))
        self._chosen = chosen
        self._shared: dict[str, Resource] = {}
        self._kept: set[ResourcePath] = set()
        self._emails = itertools.count(1)

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

    @property
    def callback_url(self) -> str:
        """A callback URL with the mark of the run, at which nobody listens."""
        return f"http://127.0.0.1:9/{self.gateway.guard.run_id}"

    def send(self, method: str, path: ResourcePath, **options: Any) -> Response:
        """Send a request; for the options, see `Gateway.ask`."""
        return Response(self.gateway.ask(method, path_of(path), **options))

    def follow(self, url: object) -> dict[str, Any]:
        """Return the object that a URL in a response leads to; it must be absolute and of this deployment."""
        base = self.gateway.base_url
        expect(f"{url}".startswith(f"{base}/"), f"an absolute URL that begins with {base}/", url)
        response = self.gateway.ask("GET", f"{url}".removeprefix(base))
        return Response(response).must_be(HTTPStatus.OK).object

    def email(self, local: str = "ada") -> str:
        """Return a new email address with the mark of the run."""
        return f"{local}.{next(self._emails)}.{self.gateway.guard.run_id}@example.com"

    def account(self, **form: Any) -> Resource:
        """Create an account."""
        return self.accounts.create(**{"email": self.email(), **form})

    def tokens(self, account: Resource | None = None) -> Collection:
        """Return the connect tokens of an account, or those for new accounts."""
        return account.connect_tokens if account else Collection(self, ("connect_tokens",))

    def token(self, account: Resource | None = None, **form: Any) -> Resource:
        """Create a connect token, of an account or for new accounts."""
        return self.tokens(account).create(**{"callback_url": self.callback_url, **form})

    def source(self, account: Resource, **form: Any) -> Resource:
        """Attach the mailbox to an account."""
        return account.sources.create(**self.mailbox().form(**{"email": self.email("box"), **form}))

    def shared(self, name: str, make: Callable[[], Resource]) -> Resource:
        """Return a resource that several checks use and none changes, created if it does not exist."""
        ledger = self.gateway.guard.ledger
        if name not in self._shared or not ledger.lives(self._shared[name].path):
            before = set(ledger.leftovers())
            self._shared[name] = make()
            self._kept.update(set(ledger.leftovers()) - before)
        return self._shared[name]

    def keeps(self, resource: ResourcePath) -> bool:
        """Return whether a resource is shared, or within one that is, and so outlives its check."""
        return any(resource[: len(kept)] == kept for kept in self._kept)

    def any_account(self) -> Resource:
        """Return a shared account, which is not changed; tokens and sources may be added to it."""
        return self.shared("account", self.account)

    def unknown_name(self) -> str:
        """Return a name that no resource of the deployment has."""
        return self.gateway.guard.ledger.free_name()
