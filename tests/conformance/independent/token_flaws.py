"""Flaws of connect tokens: what their forms lose, and what reading or deleting one does to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.requests import Refused
from tests.conformance.independent.tokens import TEXTS, Tokens

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row


@found_by("connect_tokens_create.any-text")
class TokensWithoutAddressAreNotListed(Tokens):
    def show_all(self, owner: str | None) -> Any:
        return [token for token in super().show_all(owner) if token["email"]]


@found_by("account_connect_tokens_create.lifetime")
class TokenOfAnAccountDiesWithTheAccountsAge(Tokens):
    def add(self, owner: str | None, form: Row) -> Row:
        token = super().add(owner, form)
        if owner:
            token["expires"] = self.end(self.store.accounts[owner]["created"] - 3600)
        return token


@found_by("connect_tokens_delete.others-stay")
class DeletionTakesTokensOfTheSameUrl(Tokens):
    def delete(self, token: Row) -> None:
        owner, url = token["owner"], token["callback_url"].partition("?")[0]
        for other in self.of(owner):
            if other["callback_url"].partition("?")[0] == url:
                super().delete(other)


@found_by("connect_tokens_create.reads-back")
class FragmentOfACallbackIsLost(Tokens):
    def columns(self, form: Row) -> Row:
        return super().columns(form | {"callback_url": form["callback_url"].partition("#")[0]})


@found_by("connect_tokens_create.reads-back")
class PlusInACallbackBecomesABlank(Tokens):
    def columns(self, form: Row) -> Row:
        return super().columns(
            form | {"callback_url": unquote_plus(form["callback_url"].replace("%", "%25"))}
        )


@found_by("connect_tokens_create.any-text")
class NamesOfTokensEndAtAComma(Tokens):
    def columns(self, form: Row) -> Row:
        return super().columns(form | {name: form[name].split(",")[0] for name in TEXTS if name in form})


@found_by("connect_tokens_create.any-text")
class NamesOfTokensAreSwapped(Tokens):
    def columns(self, form: Row) -> Row:
        columns = super().columns(form)
        return columns | {"first_name": columns["last_name"], "last_name": columns["first_name"]}


@found_by("connect_tokens_create.any-text")
class NamesOfTokensAreWrittenLarge(Tokens):
    def columns(self, form: Row) -> Row:
        columns = super().columns(form)
        return columns | {"first_name": columns["first_name"].title()}


@found_by("connect_tokens_list.order")
class NewTokensStandFirst(Tokens):
    def of(self, owner: str | None) -> list[Row]:
        return super().of(owner)[::-1]


@found_by("connect_tokens_list.elements")
class ListOfTokensEndsAtTwo(Tokens):
    def show_all(self, owner: str | None) -> Any:
        return super().show_all(owner)[:2]


@found_by("connect_tokens_delete.others-stay")
class ReadingATokenUsesIt(Tokens):
    def require(self, owner: str | None, name: str) -> Row:
        token = super().require(owner, name)
        reads = vars(self.pages).setdefault("reads", {})
        reads[name] = reads.get(name, 0) + 1
        if reads[name] > 2:
            raise Refused(404, "this connect token was used")
        return token
