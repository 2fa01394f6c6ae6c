"""Flaws of isolation: what one consumer key comes to see or to change of another one."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.pages import Pages
from tests.conformance.independent.requests import Refused
from tests.conformance.independent.signatures import Signatures
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row


@found_by("key-lists")
class AccountsOfAllKeysAreListed(Accounts):
    def ordered(self) -> list[Row]:
        return list(self.store.accounts.values())


@found_by("key-lists")
class FilterSearchesAllKeys(Accounts):
    def search(self, query: Row) -> list[Row]:
        if "email" not in query:
            return super().search(query)
        every = (self.select(account, query) for account in self.store.accounts.values())
        return self.window([account for account in every if account is not None], query)


@found_by("key-lists")
class TokensOfAllKeysAreListed(Tokens):
    def of(self, owner: str | None) -> list[Row]:
        return [token for token in self.store.tokens.values() if token["owner"] == owner]


class EveryoneIsOwner(Pages):
    """For requests of a method, or of all."""

    method, last = "", ""
    request: Seen | None = None

    def answer(self, request: Seen) -> tuple[int, Any]:
        self.request = request
        return super().answer(request)

    def is_own(self, name: str) -> bool:
        request = self.request
        is_about = request and self.method in request.method and (not self.last or self.last in request.path)
        return name in self.store.consumers if is_about else super().is_own(name)


@found_by("key-unknown")
class AnyKeyReads(EveryoneIsOwner):
    method = "GET"


@found_by("key-unknown")
class AnyKeyChanges(EveryoneIsOwner):
    method = "POST"


@found_by("key-unknown")
class AnyKeyDeletes(EveryoneIsOwner):
    method = "DELETE"


@found_by("key-unknown")
class AnyKeyReadsSources(EveryoneIsOwner):
    last = "sources"


@found_by("key-unknown")
class AnyKeyReadsTokens(EveryoneIsOwner):
    last = "connect_tokens"


@found_by("key-unknown")
class SourcesAreFoundInAnyAccount(Sources):
    def of(self, account: Row) -> list[Row]:
        own = super().of(account)
        return own or self.store.sources


@found_by("key-unknown")
class OtherKeysAreForbidden(Accounts):
    def require(self, name: str) -> Row:
        if name in self.store.accounts and not self.pages.is_own(name):
            raise Refused(HTTPStatus.FORBIDDEN, f"account {name} is invalid")
        return super().require(name)


@found_by("key-unknown")
class OtherKeysHaveOtherWords(Accounts):
    def require(self, name: str) -> Row:
        if name in self.store.accounts and not self.pages.is_own(name):
            raise Refused(HTTPStatus.NOT_FOUND, f"account {name} belongs to another key")
        return super().require(name)


@found_by("key-unknown")
class RefusedButDeleted(Accounts):
    def answer(self, name: str, request: Seen) -> tuple[int, Any]:
        account = self.store.accounts.get(name)
        if request.method == "DELETE" and account and not self.pages.is_own(name):
            self.delete(account)
        return super().answer(name, request)


@found_by("key-names")
class AddressesAreUniqueForAllKeys(Accounts):
    def create(self, form: Row) -> Row:
        for account in self.store.accounts.values():
            if not self.pages.is_own(account["id"]) and self.has_address(account, form["email"]):
                raise Refused(HTTPStatus.CONFLICT, f"{form['email']} has an account already")
        return super().create(form)


@found_by("key-names")
class DeletesByAddress(Accounts):
    def delete(self, account: Row) -> None:
        for other in list(self.store.accounts.values()):
            if other["email_addresses"] == account["email_addresses"]:
                super().delete(other)


@found_by("key-names")
class NamesAreThoseOfTheLatest(Accounts):
    """A creation changes what has the same address, as an upsert without the key does."""

    def add(self, form: Row) -> Row:
        for account in self.store.accounts.values():
            if account["email_addresses"] == [form["email"]]:
                self.set_names(account, {"first_name": "Upserted"})
        return super().add(form)


@found_by("key-nonces")
class NoncesAreThoseOfAllKeys(Signatures):
    def expect_new(self, *nonce: str) -> None:
        super().expect_new(*nonce[1:])
