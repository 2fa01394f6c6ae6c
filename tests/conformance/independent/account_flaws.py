"""Flaws of accounts and their addresses: what is kept, what is told to others, and what is cut off."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tests.conformance.independent.accounts import MAXIMUM, NAMES, Accounts
from tests.conformance.independent.addresses import Addresses
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.requests import Refused

if TYPE_CHECKING:
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row


@found_by("accounts_update.changes")
class ChangeMovesTheTimeOfCreation(Accounts):
    def update(self, account: Row, form: Row) -> None:
        super().update(account, form)
        account["created"] += 1


@found_by("accounts_update.changes")
class FirstReadIsKeptForever(Accounts):
    def answer(self, name: str, request: Seen) -> tuple[int, Any]:
        if request.method != "GET":
            return super().answer(name, request)
        kept = vars(self.pages).setdefault("kept", {})
        self.require(name)
        return kept.setdefault(name, copy.deepcopy(super().answer(name, request)))  # type: ignore[no-any-return]


@found_by("key-lists")
class FilteredListIsKeptForever(Accounts):
    def search(self, query: Row) -> list[Row]:
        if "email" not in query:
            return super().search(query)
        kept = vars(self.pages).setdefault("kept", {})
        return kept.setdefault(repr(sorted(query.items())), super().search(query))  # type: ignore[no-any-return]


@found_by("accounts_delete.others-stay")
class DeletionTakesNamesakesWithIt(Accounts):
    def delete(self, account: Row) -> None:
        super().delete(account)
        for other in [*self.store.accounts.values()]:
            if other["email_addresses"][:1] == account["email_addresses"][:1]:
                super().delete(other)


@found_by("accounts_delete.others-stay")
class DeletionHidesNamesakesFromTheFilter(Accounts):
    def delete(self, account: Row) -> None:
        super().delete(account)
        vars(self.pages).setdefault("hidden", set()).update(account["email_addresses"])

    def has_address(self, account: Row, email: str) -> bool:
        return email not in vars(self.pages).get("hidden", ()) and super().has_address(account, email)


@found_by("accounts_list.filter.email")
class FilterSeesTheLastAddressAlone(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        return super().has_address(account | {"email_addresses": account["email_addresses"][-1:]}, email)


@found_by("accounts_list.filtered-window.email")
class OffsetIsIgnoredBesideAFilter(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        return super().window(accounts, {**query, "offset": 0} if "email" in query else query)


@found_by("accounts_list.window")
class OffsetPastTheEndShowsTheLast(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        return super().window(accounts, query) or accounts[-1:]


@found_by("accounts_list.maximum")
class TooLargeALimitIsTheDefault(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        limit = query.get("limit", 25)
        return super().window(accounts, {**query, "limit": limit if limit <= MAXIMUM else 25})


@found_by("accounts_list.filters")
class AddressIsIgnoredBesideAStatus(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        kept = {name: value for name, value in query.items() if name != "email" or "status" not in query}
        return super().select(account, kept)


@found_by("accounts_create.any-text")
class DigitsInANameBecomeANumber(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        shown = super().show(account, sources)
        return shown | {name: int(shown[name]) for name in NAMES if shown[name].isdecimal()}


@found_by("accounts_create.reads-back")
class TagOfAnAddressIsCutOff(Accounts):
    def add(self, form: Row) -> Row:
        person, at, domain = form["email"].rpartition("@")
        return super().add(form | {"email": f"{person.partition('+')[0]}{at}{domain}"})


@found_by("accounts_update.changes")
class ChangeSuspendsAnAccount(Accounts):
    def update(self, account: Row, form: Row) -> None:
        super().update(account, form)
        account["suspended"] = 1


@found_by("accounts_create.new-name")
class CreationTellsNamesToNamesakes(Accounts):
    def create(self, form: Row) -> Row:
        created = super().create(form)
        for account in self.store.accounts.values():
            if form["email"] in account["email_addresses"]:
                self.set_names(account, form)
        return created


@found_by("accounts-create-with-source-atomic")
class RefusedMailboxLeavesAnAccount(Accounts):
    def create(self, form: Row) -> Row:
        try:
            return super().create(form)
        except Refused:
            self.add(form)
            raise


@found_by("ea-finds-account")
class DeletedAddressIsStillFound(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        ever = vars(self.pages).setdefault("ever", {}).setdefault(account["id"], set())
        ever.update(map(str.lower, account["email_addresses"]))
        return email.lower() in ever


@found_by("accounts_delete.gone")
class DeletedAccountIsListedOnTheNextPage(Accounts):
    def delete(self, account: Row) -> None:
        super().delete(account)
        vars(self.pages)["last"] = account

    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        last = vars(self.pages).get("last")
        shown = super().window(accounts, query)
        return [self.show(last, [])] if last and query.get("offset") and not shown else shown


@found_by("key-unknown")
class ChangeIsMadeBeforeItIsRefused(Accounts):
    def answer(self, name: str, request: Seen) -> tuple[int, Any]:
        fields = dict(self.pages.parameters.fields(request)) if request.method == "POST" else {}
        if name in self.store.accounts and "first_name" in fields:
            self.store.accounts[name]["first_name"] = fields["first_name"]
        return super().answer(name, request)


@found_by("ea-primary-exclusive")
class PrimaryTakesThePlaceOfTheFirst(Addresses):
    def answer_one(self, account: Row, email: str, request: Seen) -> Row:
        before = list(account["email_addresses"])
        answer = super().answer_one(account, email, request)
        if request.method == "POST" and account["email_addresses"] != before:
            account["email_addresses"].remove(before[0])
        return answer


@found_by("email_addresses_delete.others-stay")
class DeletedAddressTakesItsSources(Addresses):
    def answer_one(self, account: Row, email: str, request: Seen) -> Row:
        answer = super().answer_one(account, email, request)
        if request.method == "DELETE":
            self.pages.sources.delete_of(account)
        return answer
