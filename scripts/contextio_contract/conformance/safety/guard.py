"""The guard: reads may go anywhere, writes only to what this run created.

It judges requests as they are about to leave, after every tool has had its way with them, and knows no
tool. What the run created it learns from the 201 answers that pass through.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, unquote

from contextio_contract.conformance.operations import CREATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.conformance.operations import Operation, Operations, Resource

REFUSAL: Final = 400
"""The first status that tells of a failure."""
READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OVERRIDES: Final = frozenset(
    {"_method", "_httpmethod", "$method", "x-http-method", "x-http-method-override", "x-method-override"}
)
"""The parameters with which some frameworks let a request stand for another method, in small letters."""


class Mode(enum.Enum):
    """What a run may do to a deployment."""

    READ_ONLY = "read-only"
    """Nothing is written."""
    SANDBOX = "sandbox"
    """Things are created; only they are changed and deleted."""
    DISPOSABLE = "disposable"
    """Everything may be changed and deleted: the deployment can be thrown away."""


@dataclass(frozen=True)
class Outgoing:
    """A request as it would leave.

    Attributes:
        method: the HTTP method, in capitals.
        target: path and query as on the wire, from the slash that follows the deployment's base address;
            empty for a request that leads out of it.
        form: the body, where it is text.
    """

    method: str
    target: str
    form: str

    @property
    def path(self) -> Resource:
        """The decoded segments of the path; a slash at its end makes no difference."""
        raw = self.target.partition("?")[0].removeprefix("/").removesuffix("/")
        return tuple(unquote(segment, errors="surrogateescape") for segment in raw.split("/"))

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The parameters of query and form."""
        return [
            pair
            for text in (self.target.partition("?")[2], self.form)
            for separator in "&;"  # the second is an older way, which some frameworks still know
            for pair in parse_qsl(text, keep_blank_values=True, separator=separator)
        ]


class Ledger:
    """What the run created, in order, and what it knows to belong to others."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._created: dict[Resource, bool] = {}
        self._foreign: dict[Resource, None] = {}
        self._foreign_names: set[str] = set()
        self._free: set[str] = set()

    def created(self, thing: Resource) -> None:
        """Enter what an answer says was created, unless it was there before."""
        if thing not in self._foreign:
            self._created[thing] = True

    def deleted(self, thing: Resource) -> None:
        """Note that something is gone, and with it all that lay within."""
        for other in self._created:
            if other[: len(thing)] == thing:
                self._created[other] = False

    def foreign(self, thing: Resource) -> None:
        """Enter something that was there before the run."""
        self._foreign[thing] = None
        self._foreign_names.add(thing[-1])

    def disowned(self, thing: Resource) -> None:
        """Enter something as foreign that an answer said was created."""
        self._created = {each: lives for each, lives in self._created.items() if each[: len(thing)] != thing}
        self.foreign(thing)

    def of_others(self, collection: Resource) -> Resource | None:
        """Return something of a collection that was there before the run."""
        return next((thing for thing in self._foreign if thing[:-1] == collection), None)

    def owns(self, thing: Resource) -> bool:
        """Return whether the run created it, even if it is gone, or invented its name.

        So is, in an account that the run created, whatever bears the name of something else that it
        created: a request for it that a deployment takes for that other thing harms nobody.
        """
        within = thing[:2] in self._created and thing[-1] in {other[-1] for other in self._created}
        return thing in self._created or thing[-1] in self._free or (len(thing) > 2 and within)  # noqa: PLR2004 - longer than what lies at the top

    def names_foreign(self, value: str) -> bool:
        """Return whether a value is the name of something that was there before the run."""
        return value in self._foreign_names

    def living(self, collection: Resource) -> Resource | None:
        """Return the newest living thing of a collection."""
        for thing, lives in reversed(self._created.items()):
            if lives and thing[:-1] == collection:
                return thing
        return None

    def lives(self, thing: Resource) -> bool:
        """Return whether the run created it and it is not gone."""
        return self._created.get(thing, False)

    def leftovers(self) -> list[Resource]:
        """Return what still lives, in the order in which it has to be removed."""
        return [thing for thing, lives in reversed(self._created.items()) if lives]

    def free_name(self) -> str:
        """Return a name that nothing of the deployment can have."""
        name = f"conformance-nothing-{len(self._free)}"
        self._free.add(name)
        return name


class Guard:
    """Decides which requests may leave and keeps the ledger that it decides by."""

    def __init__(self, operations: Operations, mode: Mode, run_id: str) -> None:
        """Guard a deployment of these operations.

        Args:
            operations: those of the description.
            mode: what may be done.
            run_id: the mark that everything bears which the run creates.
        """
        self.operations = operations
        self.mode = mode
        self.run_id = run_id
        self.ledger = Ledger()
        self._seen: set[Resource] = set()

    def objection(self, request: Outgoing) -> str | None:
        """Return why a request must not leave, or None if it may."""
        if not request.target or ".." in "/".join(request.path).split("/"):
            return "it leads out of the deployment"
        if any(name.lower() in OVERRIDES for name, _ in request.parameters):
            return "it asks to be taken for another method"
        return None if request.method in READS else self._objection_to_write(request)

    def _objection_to_write(self, request: Outgoing) -> str | None:
        if self.mode is Mode.READ_ONLY:
            return "this run only reads"
        if self.mode is Mode.DISPOSABLE:
            return None
        path = request.path
        operation = self.operations.match(request.method, path)
        if operation is None or not all(map(_is_plain, path)):
            return "it is no operation of the description"
        if not all(map(self.ledger.owns, operation.things_of(path))):
            return "it writes to something that this run did not create"
        if any(self.ledger.names_foreign(value) for _, value in request.parameters):
            return "it names something that this run did not create"
        return None

    def unseen(self, request: Outgoing) -> list[Resource]:
        """Return what a write would go to of that which answers say was created, but nobody has looked at."""
        if request.method in READS or self.mode is not Mode.SANDBOX:
            return []
        operation = self.operations.match(request.method, request.path)
        things = operation.things_of(request.path) if operation else []
        return [thing for thing in things if self.ledger.lives(thing) and thing not in self._seen]

    def see(self, thing: Resource, body: object) -> None:
        """Judge by its content whether something is the run's; it is not if it bears another mark than its.

        A deployment may answer a creation with what somebody else made after the run began.
        """
        self._seen.add(thing)
        marks = marks_of(body)
        if marks and not any(self.run_id in mark for mark in marks):
            self.ledger.disowned(thing)

    def learn(self, request: Outgoing, status: int, body: object) -> None:
        """Enter what an answer says was created or deleted, and whose it is that it shows."""
        operation = self.operations.match(request.method, request.path)
        if operation is None:
            return
        if status == CREATED:
            for thing in operation.things_created(request.path, body):
                self.ledger.created(thing)
        elif operation.method == "DELETE" and status < REFUSAL:
            self.ledger.deleted(request.path)
        elif operation.is_read and status < REFUSAL and self.ledger.lives(request.path):
            self.see(request.path, body)

    def aim(self, operation: Operation, parameters: dict[str, str]) -> dict[str, str]:
        """Return path parameters that lead to something, and with which a write may leave.

        A write goes to what is the run's, or else to a name that nothing has, so that the deployment answers
        for an unknown thing. A read goes where it was meant to, as does a write where all may be written;
        but the names of the description's examples stand for something that is there: the run's, or else
        something of others.
        """
        is_free = operation.is_read or self.mode is Mode.DISPOSABLE
        path: Resource = ()
        aimed = {}
        for part in operation.path:
            name = part[1:-1]
            if name not in parameters:
                path = (*path, part)
                continue
            thing = (*path, parameters[name])
            known = self.ledger.living(path)
            if not is_free and not self.ledger.owns(thing):
                thing = known or (*path, self.ledger.free_name())
            elif is_free and parameters[name] == operation.examples.get(name):
                thing = known or self.ledger.of_others(path) or thing
            aimed[name] = thing[-1]
            path = thing
        return aimed


def _is_plain(segment: str) -> bool:
    return segment not in {"", ".", ".."} and not any(
        char in "/\\" or not char.isprintable() for char in segment
    )


def marks_of(thing: object) -> list[str]:
    """Return the texts of a thing in which the mark of the run stands, if it is the run's."""
    if not isinstance(thing, dict):
        return []
    addresses = thing.get("email_addresses")
    marks = [*addresses] if isinstance(addresses, list) else []
    return [str(mark) for mark in (*marks, thing.get("callback_url")) if mark]


def things_of_list(operation: Operation, field: str, body: object) -> Iterator[Resource]:
    """Yield the things that a list names in a field of its elements."""
    for element in body if isinstance(body, list) else ():
        value = element.get(field) if isinstance(element, dict) else None
        if isinstance(value, str):
            yield (*operation.path, value)
