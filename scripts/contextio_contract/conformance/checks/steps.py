"""The deployment as checks speak of it: accounts, sources and tokens that are created, read and deleted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from contextio_contract.conformance.fixtures.forms import form_to_send, needs_mailbox
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.safety.ledger import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    import requests

    from contextio_contract.conformance.fixtures.mailbox import Mailbox
    from contextio_contract.conformance.safety.ledger import Resource
    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.contract import Operation

OK, CREATED, REFUSED, UNAUTHORIZED, NOT_FOUND = 200, 201, 400, 401, 404
PAGE = 100
SHOWN = 600
"""Characters of an answer that a failure shows beside the exchange."""


def expect(holds: bool, expected: str, received: object) -> None:  # noqa: FBT001 - reads as a sentence
    """Go on if something holds.

    Raises:
        Unmet: if it does not.
    """
    if not holds:
        raise Unmet(expected, f"{received}"[:SHOWN])


def expect_equal(received: object, expected: object, of: str) -> None:
    """Go on if two values are equal and of one type.

    Raises:
        Unmet: if they are not.
    """
    same = received == expected and isinstance(received, bool) == isinstance(expected, bool)
    expect(same, f"{of} is {expected!r}"[:SHOWN], repr(received))


@dataclass(frozen=True)
class Answer:
    """An answer of the deployment."""

    response: requests.Response

    @property
    def status(self) -> int:
        """Its HTTP status."""
        return self.response.status_code

    @property
    def body(self) -> Any:
        """Its JSON body.

        Raises:
            Unmet: where there is none.
        """
        try:
            return self.response.json()
        except (ValueError, RecursionError):
            expected = "a body in JSON"
            raise Unmet(expected, self.response.text[:SHOWN]) from None

    @property
    def thing(self) -> dict[str, Any]:
        """Its JSON object.

        Raises:
            Unmet: where there is none.
        """
        body = self.body
        expect(isinstance(body, dict), "a JSON object", body)
        return dict(body)

    def must_be(self, *statuses: int) -> Answer:
        """Return itself if it has one of these statuses.

        Raises:
            Unmet: if it has another.
        """
        wanted = " or ".join(map(str, statuses))
        expect(self.status in statuses, f"status {wanted}", f"status {self.status}: {self.response.text}")
        return self

    def must_be_refused(self, *statuses: int) -> Answer:
        """Return itself if it is an error with one of these statuses, in the form that errors have.

        Raises:
            Unmet: if it is not.
        """
        error = self.must_be(*statuses).thing
        is_error = error.get("type") == "error" and isinstance(error.get("value"), str)
        expect(is_error, 'an error: {"type": "error", "value": "…"}', error)
        return self


@dataclass(frozen=True)
class Thing:
    """Something of the deployment, such as an account.

    Attributes:
        deployment: where it is.
        path: its decoded path segments.
        created: the answer to its creation.
    """

    deployment: Deployment
    path: Resource
    created: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The last segment of its path."""
        return self.path[-1]

    @property
    def sources(self) -> Collection:
        """The sources of an account."""
        return Collection(self.deployment, (*self.path, "sources"), "label")

    @property
    def connect_tokens(self) -> Collection:
        """The tokens of an account."""
        return Collection(self.deployment, (*self.path, "connect_tokens"), "token")

    def get(self) -> Answer:
        """Ask for it."""
        return self.deployment.send("GET", self.path)

    def read(self) -> dict[str, Any]:
        """Return what a reading answers, which must be 200."""
        return self.get().must_be(OK).thing

    def post(self, **form: Any) -> Answer:
        """Send it a form."""
        return self.deployment.send("POST", self.path, data=form)

    def update(self, **form: Any) -> dict[str, Any]:
        """Change it, which must work."""
        return self.post(**form).must_be(OK).thing

    def delete(self) -> dict[str, Any]:
        """Delete it, which must work."""
        return self.deployment.send("DELETE", self.path).must_be(OK).thing


@dataclass(frozen=True)
class Collection:
    """A list of the deployment.

    Attributes:
        deployment: where it is.
        path: its decoded path segments.
        key: the field that names an element.
    """

    deployment: Deployment
    path: Resource
    key: str

    def __getitem__(self, name: str) -> Thing:
        """Return the element of a name, whether it is there or not."""
        return Thing(self.deployment, (*self.path, name))

    def get(self, **query: Any) -> Answer:
        """Ask for the list."""
        return self.deployment.send("GET", self.path, params=query)

    def all(self, **query: Any) -> list[dict[str, Any]]:
        """Return the elements, which must be a bare array of objects."""
        body = self.get(**query).must_be(OK).body
        is_list = isinstance(body, list) and all(isinstance(element, dict) for element in body)
        expect(is_list, "a JSON array of objects", body)
        return list(body)

    def names(self, **query: Any) -> list[str]:
        """Return the names of the elements."""
        return [str(element.get(self.key)) for element in self.all(**query)]

    def post(self, **form: Any) -> Answer:
        """Send the list a form."""
        return self.deployment.send("POST", self.path, data=form)

    def create(self, **form: Any) -> Thing:
        """Create an element, which must work."""
        answer = self.post(**form).must_be(CREATED).thing
        name = answer.get(self.key)
        expect(isinstance(name, str) and bool(name), f"{self.key} of what was created", answer)
        return Thing(self.deployment, (*self.path, str(name)), answer)


class Deployment:
    """What a check is given."""

    def __init__(
        self, gateway: Gateway, mailbox: Callable[[], Mailbox], chosen: Container[str] | None = None
    ) -> None:
        """Speak through a gateway.

        Args:
            gateway: the way to the deployment.
            mailbox: returns a mailbox to open, or raises `NotExercised`.
            chosen: the operationIds that checks of every operation are made for; None for all.
        """
        self._chosen = chosen
        self.gateway = gateway
        self.accounts = Collection(self, ("accounts",), "id")
        self.connect_tokens = Collection(self, ("connect_tokens",), "token")
        self.mailbox = mailbox
        self._shared: dict[str, Thing] = {}
        self._kept: set[Resource] = set()
        self._count = 0

    @property
    def reads_only(self) -> bool:
        """Whether nothing may be written."""
        return self.gateway.guard.mode is Mode.READ_ONLY

    @property
    def operations(self) -> list[Operation]:
        """What checks of every operation are made for: those that were chosen and that the mode allows."""
        return [
            operation
            for operation in self.gateway.contract.operations.values()
            if (self._chosen is None or operation.id in self._chosen)
            and (operation.is_safe or not self.reads_only)
        ]

    @property
    def callback_url(self) -> str:
        """An address for callbacks that bears the mark of the run; nobody listens there."""
        return f"http://127.0.0.1:9/{self.gateway.guard.run_id}"

    def send(self, method: str, path: Resource, **options: Any) -> Answer:
        """Send a request; for the options, see `Gateway.ask`."""
        return Answer(self.gateway.ask(method, path_of(path), **options))

    def follow(self, url: object) -> Answer:
        """Read what an address in an answer leads to.

        Raises:
            Unmet: when it is not an absolute address of this deployment.
        """
        address = str(url)
        base = self.gateway.base_url
        leads_here = isinstance(url, str) and address.startswith(f"{base}/")
        expect(leads_here, f"an absolute address that begins with {base}/", url)
        return Answer(self.gateway.ask("GET", address.removeprefix(base)))

    def form_of(self, operation: Operation) -> dict[str, Any] | None:
        """Return a form that an operation takes and that opens no mailbox; None where it takes none.

        Raises:
            NotExercised: when the description has no example of the form.
        """
        form = form_to_send(operation, self.gateway.guard.run_id)
        if form is None:
            message = f"the form of {operation.id} has no example"
            raise NotExercised(message)
        return {**form, "email": self.email()} if "email" in form else form or None

    def email(self, local: str = "ada") -> str:
        """Return a new mail address that bears the mark of the run."""
        self._count += 1
        return f"{local}.{self._count}.{self.gateway.guard.run_id}@example.com"

    def account(self, **form: Any) -> Thing:
        """Create an account of the run."""
        return self.accounts.create(**{"email": self.email(), **form})

    def token(self, of: Thing | None = None, **form: Any) -> Thing:
        """Create a token of the run, for an account or for new ones."""
        collection = of.connect_tokens if of else self.connect_tokens
        return collection.create(**{"callback_url": self.callback_url, **form})

    def source(self, of: Thing, **form: Any) -> Thing:
        """Attach the mailbox to an account of the run."""
        return of.sources.create(**self.mailbox().form(**{"email": self.email("box"), **form}))

    def shared(self, name: str, make: Callable[[], Thing]) -> Thing:
        """Return something of the run that several checks look at and none changes.

        It is made when it is first asked for, and anew when it is gone.
        """
        if name not in self._shared or not self.gateway.guard.ledger.lives(self._shared[name].path):
            before = set(self.gateway.guard.ledger.leftovers())
            self._shared[name] = make()
            self._kept.update(set(self.gateway.guard.ledger.leftovers()) - before)
        return self._shared[name]

    def keeps(self, thing: Resource) -> bool:
        """Return whether something is shared, or lies in what is, and so stays when its check is done."""
        return any(thing[: len(kept)] == kept for kept in self._kept)

    def any_account(self) -> Thing:
        """Return an account of the run that is not changed; tokens and sources may be added."""
        return self.shared("account", self.account)

    def every_account(self) -> list[dict[str, Any]]:
        """Return all accounts, page by page.

        Raises:
            NotExercised: when there are too many to read.
        """
        found: list[dict[str, Any]] = []
        for _ in range(30):
            page = self.accounts.all(limit=PAGE, offset=len(found))
            known = {account.get("id") for account in found}
            again = [account.get("id") for account in page if account.get("id") in known]
            expect(not again, "pages that hold no account twice", again)
            found += page
            if len(page) < PAGE:
                return found
        message = f"there are more than {len(found):,} accounts, too many to read them all"
        raise NotExercised(message)

    def nothing(self) -> str:
        """Return a name that nothing of the deployment has."""
        return self.gateway.guard.ledger.free_name()

    def path_to(self, operation: Operation) -> Resource:
        """Return a path of an operation that leads to something that is there.

        Raises:
            NotExercised: when there is nothing that the run may use.
        """
        path: Resource = ()
        for part in operation.path.segments:
            if not part.startswith("{"):
                path = (*path, part)
                continue
            ledger = self.gateway.guard.ledger
            thing = ledger.living(path) or (ledger.of_others(path) if operation.is_safe else None)
            thing = thing or self._supplied(path)
            path = thing
        return path

    def _supplied(self, collection: Resource) -> Resource:
        if self.reads_only:
            message = f"there is nothing in {path_of(collection)}"
            raise NotExercised(message)
        creation = self.gateway.contract.match("POST", collection)
        if creation is None or not self.gateway.contract.deletions_linked(creation):
            message = f"there is nothing in {path_of(collection)}, and nothing says how to create it"
            raise NotExercised(message)
        if needs_mailbox(creation):
            return self.shared("/".join(collection), partial(self.source, Thing(self, collection[:-1]))).path
        return self.shared("/".join(collection), partial(self._created, collection, creation)).path

    def _created(self, collection: Resource, creation: Operation) -> Thing:
        before = set(self.gateway.guard.ledger.leftovers())
        answer = self.send("POST", collection, data=self.form_of(creation)).must_be(CREATED).thing
        made = [each for each in self.gateway.guard.ledger.leftovers() if each not in before]
        expect(bool(made), "the name of what was created", answer)
        return Thing(self, made[0], answer)


def path_in(url: str) -> list[str]:
    """Return the decoded path segments of an address."""
    return [unquote(part) for part in urlsplit(url).path.split("/")]
