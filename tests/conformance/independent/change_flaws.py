"""Flaws of updates and deletions: what they change, and what they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.conformance.independent.accounts import NAMES, Accounts
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.form_flaws import RefusingLate
from tests.conformance.independent.requests import Parameters, Refused, Seen
from tests.conformance.independent.sources import FLAGS, Sources
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conformance.independent.store import Row


@found_by("accounts_update.changes")
class NamesLeftOutAreEmptied(Accounts):
    def update(self, account: Row, form: Row) -> None:
        super().update(account, dict.fromkeys(NAMES, "") | form)


@found_by("accounts_update.changes")
class EmptyNamesAreIgnored(Accounts):
    def update(self, account: Row, form: Row) -> None:
        super().update(account, {name: text for name, text in form.items() if text})


@found_by("accounts_update.changes")
class ListIsStale(Accounts):
    """The list shows accounts as they were when it first did."""

    def select(self, account: Row, query: Row) -> Row | None:
        kept: dict[str, Row | None] = self.__dict__.setdefault("kept", {})
        return kept.setdefault(f"{account['id']} {query}", super().select(account, query))


@found_by("sources_update.changes")
class ZeroIsNoChange(Sources):
    def change(self, source: Row, form: Row) -> None:
        super().change(source, {name: value for name, value in form.items() if value})


@found_by("sources_update.changes")
class OptionsLeftOutAreReset(Sources):
    def change(self, source: Row, form: Row) -> None:
        super().change(source, dict.fromkeys(FLAGS, 0) | form)


class Copying(Sources):
    def add(self, account: Row, columns: Row, email: str) -> Row:
        source = super().add(account, columns, email)
        source["copy"] = self.show(source)
        return source


@found_by("sources_update.changes", beside=Copying)
class AccountShowsSourcesAsTheyWere(Accounts):
    """It keeps copies of its sources, which no change reaches."""

    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        shown = self.pages.sources.of(account) if sources is None else sources
        return super().show(account, sources) | {"sources": [source["copy"] for source in shown]}


class EveryField(Parameters):
    """Keeps fields that no schema has."""

    def cast(self, pairs: list[tuple[str, str]], schemas: Mapping[str, Any]) -> dict[str, Any]:
        return dict(pairs) | super().cast(pairs, schemas)


@found_by("accounts_create.stray-fields", beside=EveryField)
class EveryFieldOfAnAccountIsTaken(Accounts):
    def add(self, form: Row) -> Row:
        account = super().add(form)
        account["suspended"] = int(form.get("suspended", 0))
        return account


@found_by("accounts_update.only-its-fields", beside=EveryField)
class EveryFieldOfAnAccountChanges(Accounts):
    def update(self, account: Row, form: Row) -> None:
        account.update({name: value for name, value in form.items() if name in account and name != "id"})


@found_by("sources_update.only-its-fields", beside=EveryField)
class EveryFieldOfASourceChanges(Sources):
    def change(self, source: Row, form: Row) -> None:
        super().change(source, form)
        source.update({name: form[name] for name in ("server", "username") if name in form})


@found_by("accounts_update.only-its-fields")
class EveryAccountChanges(Accounts):
    def update(self, account: Row, form: Row) -> None:
        del account
        for each in self.store.accounts.values():
            super().update(each, form)


@found_by("sources_update.only-its-fields")
class EverySourceOfTheMailboxChanges(Sources):
    def change(self, source: Row, form: Row) -> None:
        for each in self.store.sources:
            if (each["server"], each["username"]) == (source["server"], source["username"]):
                super().change(each, form)


@found_by("sources_update.bad-form", beside=RefusingLate)
class HalfOfAFormIsTaken(Sources):
    """What is right in a form is done before the rest of it is refused."""

    def update(self, source: Row, form: Row) -> Row:
        if "refusal" in form:
            self.change(source, form)
            raise form["refusal"]
        return super().update(source, form)


class HidesWhatIsMarked(Accounts):
    def require(self, name: str) -> Row:
        account = super().require(name)
        if account.get("is_deleted"):
            raise Refused(404, f"account {name} is invalid")
        return account


@found_by("accounts_delete.gone")
class MarkedAsDeletedAndListed(HidesWhatIsMarked):
    def delete(self, account: Row) -> None:
        account["is_deleted"] = True


@found_by("accounts_delete.gone")
class DeletedAgainWithSuccess(Accounts):
    def answer(self, name: str, request: Seen) -> tuple[int, Any]:
        if request.method == "DELETE" and name not in self.store.accounts:
            return 200, {"success": True}
        return super().answer(name, request)


@found_by("accounts_delete.gone")
class DeletionIsForLater(Accounts):
    def delete(self, account: Row) -> None:
        """Leave it to a job that never runs."""


@found_by("sources_delete.gone")
class AccountShowsDeletedSources(Sources):
    def delete(self, source: Row) -> None:
        source["is_deleted"] = True

    def require(self, account: Row, label: str) -> Row:
        source = super().require(account, label)
        if source.get("is_deleted"):
            raise Refused(404, f"source {label} is invalid")
        return source

    def search(self, account: Row, query: Row) -> list[Row]:
        deleted = {source["label"] for source in self.of(account) if source.get("is_deleted")}
        return [source for source in super().search(account, query) if source["label"] not in deleted]


@found_by("connect_tokens_delete.gone", "account_connect_tokens_delete.gone")
class DeletedTokensAreListed(Tokens):
    """As if the list came out of a cache."""

    def delete(self, token: Row) -> None:
        super().delete(token)
        self.__dict__.setdefault("deleted", []).append(token)

    def of(self, owner: str | None) -> list[Row]:
        deleted = [token for token in self.__dict__.get("deleted", []) if token["owner"] == owner]
        return super().of(owner) + deleted


@found_by("accounts_delete.others-stay")
class TokensOfNobodyGoWithAnAccount(Accounts):
    def delete(self, account: Row) -> None:
        super().delete(account)
        for token in self.pages.tokens.of(None):
            self.pages.tokens.delete(token)


@found_by("accounts_delete.gone")
class AccountBeforeGoes(Accounts):
    def delete(self, account: Row) -> None:
        names = [*self.store.accounts]
        super().delete(self.store.accounts[names[names.index(account["id"]) - 1]])


@found_by("sources_delete.others-stay")
class EverySourceOfTheMailboxGoes(Sources):
    def delete(self, source: Row) -> None:
        mailbox = (source["server"], source["username"])
        self.store.sources[:] = [
            each for each in self.store.sources if (each["server"], each["username"]) != mailbox
        ]


@found_by("sources_delete.others-stay")
class LabelsAreDeletedInEveryAccount(Sources):
    def delete(self, source: Row) -> None:
        label = source["label"]
        self.store.sources[:] = [each for each in self.store.sources if each["label"] != label]


@found_by("connect_tokens_delete.others-stay", "account_connect_tokens_delete.others-stay")
class EveryTokenOfTheOwnerGoes(Tokens):
    def delete(self, token: Row) -> None:
        for each in self.of(token["owner"]):
            super().delete(each)


@found_by("accounts_delete.takes-children")
class TokensStay(Tokens):
    """Finds tokens by the id of an account, and never asks whether the account is there."""

    def answer(self, owner: str | None, path: list[str], request: Seen) -> tuple[int, Any]:
        if owner is not None and request.method == "GET":
            return 200, self.show(self.require(owner, path[0])) if path else self.show_all(owner)
        return super().answer(owner, path, request)

    def delete_of(self, account: Row) -> None:
        """Keep them."""


@found_by("accounts_delete.takes-children")
class SourcesStay(Sources):
    def answer(self, account_name: str, path: list[str], request: Seen) -> tuple[int, Any]:
        if request.method == "GET" and account_name not in self.store.accounts:
            account = {"id": account_name}
            return 200, self.show(self.require(account, path[0])) if path else self.search(account, {})
        return super().answer(account_name, path, request)

    def delete_of(self, account: Row) -> None:
        """Keep them."""


@found_by("accounts_delete.takes-children")
class ListsOfDeletedAccountsAreEmpty(Tokens):
    def answer(self, owner: str | None, path: list[str], request: Seen) -> tuple[int, Any]:
        if owner not in self.store.accounts and owner is not None and not path and request.method == "GET":
            return 200, []
        return super().answer(owner, path, request)


@found_by("account_connect_tokens_get.own-parent")
class TokensOfAnyAccount(Tokens):
    def require(self, owner: str | None, name: str) -> Row:
        token = self.store.tokens.get(name)
        return super().require(token["owner"] if token else owner, name)


@found_by("account_connect_tokens_get.own-parent")
class TokensDeletedInAnyAccount(TokensOfAnyAccount):
    def answer(self, owner: str | None, path: list[str], request: Seen) -> tuple[int, Any]:
        if request.method == "GET" and path:
            return 200, self.show(Tokens.require(self, owner, path[0]))
        return super().answer(owner, path, request)


@found_by("account_connect_tokens_get.own-parent")
class AccountsListEveryToken(Tokens):
    def show_all(self, owner: str | None) -> Any:
        return [
            self.show(token) for token in self.store.tokens.values() if bool(token["owner"]) == bool(owner)
        ]


@found_by("sources_get.own-parent")
class SourcesOfAnyAccount(Sources):
    def require(self, account: Row, label: str) -> Row:
        of_others = (source for source in self.store.sources if source["label"] == label)
        return next(of_others, None) or super().require(account, label)


@found_by("sources_get.own-parent")
class SourcesChangedInAnyAccount(Sources):
    def answer(self, account_name: str, path: list[str], request: Seen) -> tuple[int, Any]:
        if request.method == "POST" and path:
            owners = [source["owner"] for source in self.store.sources if source["label"] == path[0]]
            account_name = next(iter(owners), account_name)
        return super().answer(account_name, path, request)
