"""An independent deployment of the four pages: in memory, and without any vocabulary of behaviour.

What it does is written out in this folder. Of the description it reads the schemas of parameters and forms
alone. A flaw takes the place of one of its classes.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.addresses import Addresses
from tests.conformance.independent.callbacks import Callbacks
from tests.conformance.independent.mail import Mail
from tests.conformance.independent.requests import BASE, Parameters, Refused, Seen, nothing_here
from tests.conformance.independent.signatures import KEY, Signatures
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.conformance.independent.store import Row, Store

Part = TypeVar("Part")


def with_flaw(part: type[Part], flaws: Sequence[type]) -> type[Part]:
    """Return the flaw that takes the place of a class, or the class."""
    return next((flaw for flaw in flaws if issubclass(flaw, part)), part)


class Pages:
    """The deployment, but for its transport."""

    media_type = "application/json"

    def __init__(self, bundle: Mapping[str, Any], store: Store, *flaws: type) -> None:
        self.store, self.consumer = store, KEY
        self.signatures = with_flaw(Signatures, flaws)()
        self.parameters = with_flaw(Parameters, flaws)(bundle)
        self.accounts = with_flaw(Accounts, flaws)(self)
        self.sources = with_flaw(Sources, flaws)(self)
        self.tokens = with_flaw(Tokens, flaws)(self)
        self.addresses = with_flaw(Addresses, flaws)(self)
        self.mail = with_flaw(Mail, flaws)(self)
        self.callbacks = with_flaw(Callbacks, flaws)(self)

    def is_own(self, name: str) -> bool:
        """Whether an account or a token is of the consumer who asks."""
        return self.store.consumers.get(name) == self.consumer

    @property
    def origin(self) -> str:
        return self.store.base_url.removesuffix(BASE)

    def url(self, path: str) -> str:
        return f"{self.store.base_url}{path}"

    def answer(self, request: Seen) -> tuple[int, Any]:
        """Return status and content of a response, or raise `Refused`."""
        self.consumer = self.signatures.verify(self.origin, request)
        if request.target.startswith("/app/"):
            raise self.not_implemented()
        if not request.target.startswith(f"{BASE}/"):
            raise nothing_here()
        match self.segments(request):
            case ["accounts", *rest]:
                return self.answer_for_account(rest, request)
            case ["connect_tokens", *rest]:
                return self.tokens.answer(None, rest, request)
            case ["discovery"] if request.method == "GET":
                query = self.parameters.query("/discovery", request)
                if "email" not in query:
                    raise Refused(HTTPStatus.BAD_REQUEST, "email is missing")
                return HTTPStatus.OK, self.discover(query["email"])
        raise self.not_implemented()

    def discover(self, email: str) -> Row:
        """The settings of a mailbox, which are known of one domain alone."""
        if not email.lower().endswith("@example.com"):
            return {"email": email, "found": False}
        settings = {"server": "imap.example.com", "username": email, "port": 993, "use_ssl": True}
        return {"email": email, "found": True, "type": "example", "imap": {**settings, "oauth": False}}

    def not_implemented(self) -> Refused:
        """The answer of the pages that this deployment does not have."""
        return Refused(HTTPStatus.NOT_IMPLEMENTED, "this deployment does not have this page")

    def segments(self, request: Seen) -> list[str]:
        """The path below the base, in which a slash at the end makes no difference."""
        path = request.path[2:]
        return path[:-1] if path[-1] == "" else path

    def answer_for_account(self, path: list[str], request: Seen) -> tuple[int, Any]:
        match path:
            case []:
                return self.accounts.answer_collection(request)
            case [account]:
                return self.accounts.answer(account, request)
            case [_, "sources", _, _, *_]:
                raise self.not_implemented()
            case [account, "sources", *rest]:
                return self.sources.answer(account, rest, request)
            case [account, "email_addresses", *rest]:
                return self.addresses.answer(account, rest, request)
            case [account, "connect_tokens", *rest]:
                return self.tokens.answer(account, rest, request)
            case [account, "messages" | "threads" | "files" | "contacts", *_]:
                return self.mail.answer(account, path[1:], request)
        raise self.not_implemented()
