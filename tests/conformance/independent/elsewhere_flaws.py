"""Flaws of writes that show only elsewhere than where something was written, or only in combination."""

from __future__ import annotations

import html
import time
from typing import TYPE_CHECKING, Any

from tests.conformance.independent.accounts import NAMES, Accounts
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.requests import Refused, Seen
from tests.conformance.independent.sources import FLAGS, Sources
from tests.conformance.independent.tokens import TEXTS, Tokens

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row


@found_by("accounts_update.only-its-fields")
class CreatedIsTheTimeOfTheChange(Accounts):
    def update(self, account: Row, form: Row) -> None:
        super().update(account, form)
        account["created"] = int(time.time())


@found_by("accounts_update.only-its-fields")
class ChangedAccountsMoveToTheEnd(Accounts):
    """As tables do that have no order of their own."""

    def update(self, account: Row, form: Row) -> None:
        super().update(account, form)
        self.store.accounts[account["id"]] = self.store.accounts.pop(account["id"])


@found_by("sources_update.only-its-fields")
class ChangedSourcesMoveToTheEnd(Sources):
    def change(self, source: Row, form: Row) -> None:
        super().change(source, form)
        self.store.sources.append(self.store.sources.pop(self.store.sources.index(source)))


@found_by("accounts_update.only-its-fields")
class SourcesGoWithAChangeOfTheirAccount(Accounts):
    """The row of the account is replaced, and the database deletes what refers to it."""

    def update(self, account: Row, form: Row) -> None:
        super().update(account, form)
        self.pages.sources.delete_of(account)


@found_by("accounts_update.only-its-fields")
class TokensTakeTheNamesOfTheirAccount(Accounts):
    def update(self, account: Row, form: Row) -> None:
        super().update(account, form)
        for token in self.pages.tokens.of(account["id"]):
            token.update({name: account[name] for name in NAMES})


@found_by("accounts_update.changes")
class NamesChangeOneByOne(Accounts):
    def update(self, account: Row, form: Row) -> None:
        super().update(account, dict([*form.items()][:1]))


@found_by("accounts_update.changes")
class NothingChangedIsRefused(Accounts):
    """The database says how many rows differ, and none counts as not there."""

    def update(self, account: Row, form: Row) -> None:
        if all(account[name] == form.get(name, account[name]) for name in NAMES):
            raise Refused(404, f"account {account['id']} is invalid")
        super().update(account, form)


@found_by("accounts_update.changes")
class SecondChangeIsForLater(Accounts):
    """One change of a name is taken; later ones of it wait for a job that never runs."""

    def update(self, account: Row, form: Row) -> None:
        done = self.__dict__.setdefault("done", set())
        fresh = {name: text for name, text in form.items() if (account["id"], name) not in done}
        super().update(account, fresh)
        done |= {(account["id"], name) for name in form}


@found_by("sources_update.changes")
class RefusalLocksTheSource(Sources):
    """What is refused leaves a lock behind, and later changes are dropped."""

    def answer_one(self, source: Row, request: Seen) -> Row:
        try:
            return super().answer_one(source, request)
        except Refused:
            source["is_locked"] = True
            raise

    def change(self, source: Row, form: Row) -> None:
        if not source.get("is_locked"):
            super().change(source, form)


@found_by("sources_update.changes")
class ListOfSourcesIsStale(Sources):
    def search(self, account: Row, query: Row) -> list[Row]:
        kept = self.__dict__.setdefault("kept", {})
        return [
            kept.setdefault((account["id"], each["label"]), each) for each in super().search(account, query)
        ]


class AccountsInAList(Accounts):
    """Shows accounts of lists otherwise than alone."""

    def select(self, account: Row, query: Row) -> Row | None:
        shown = super().select(account, query)
        return shown and {**shown, "sources": [self.source(each) for each in shown["sources"]]}

    def source(self, source: Row) -> Row:
        return source


@found_by("sources_update.changes")
class ListOfAccountsShowsSourcesAsTheyWere(AccountsInAList):
    def source(self, source: Row) -> Row:
        kept: dict[str, Row] = self.__dict__.setdefault("kept", {})
        return kept.setdefault(source["resource_url"], source)


@found_by("sources_delete.gone")
class ListOfAccountsCountsDeletedSources(Accounts):
    """By the states of sources, accounts are found that had such a source."""

    def select(self, account: Row, query: Row) -> Row | None:
        shown = super().select(account, query)
        kept: set[str] = self.__dict__.setdefault("kept", set())
        if shown and query.keys() & {"status", "status_ok"}:
            kept.add(account["id"])
        elif account["id"] in kept and query.keys() & {"status", "status_ok"}:
            return self.show(account, [])
        return shown


@found_by("accounts_delete.gone")
class DeletedAccountsAreFoundByAddress(Accounts):
    def delete(self, account: Row) -> None:
        super().delete(account)
        self.__dict__.setdefault("deleted", []).append(account)

    def search(self, query: Row) -> list[Row]:
        deleted = self.__dict__.get("deleted", ()) if "email" in query else ()
        found = [self.select(account, query) for account in deleted]
        return super().search(query) + [each for each in found if each]


@found_by("accounts_delete.gone")
class DeletedAccountsLeaveGaps(Accounts):
    """They are left out of a page that was cut before."""

    def delete(self, account: Row) -> None:
        account["is_deleted"] = True
        self.pages.sources.delete_of(account)
        self.pages.tokens.delete_of(account)

    def require(self, name: str) -> Row:
        account = super().require(name)
        if account.get("is_deleted"):
            raise Refused(404, f"account {name} is invalid")
        return account

    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        return [each for each in super().window(accounts, query) if not each.get("is_deleted")]


@found_by("accounts_delete.gone")
class AddressesOfDeletedAccountsAreTaken(Accounts):
    def add(self, form: Row) -> Row:
        taken: set[str] = self.__dict__.setdefault("taken", set())
        if form["email"] in taken:
            raise Refused(409, "there is an account with this address")
        taken.add(form["email"])
        return super().add(form)


@found_by("accounts_delete.gone")
class NamesOfDeletedAccountsComeBack(Accounts):
    def delete(self, account: Row) -> None:
        super().delete(account)
        [email, *_] = account["email_addresses"]
        self.__dict__.setdefault("kept", {})[email] = {name: account[name] for name in NAMES}

    def add(self, form: Row) -> Row:
        return super().add({**self.__dict__.get("kept", {}).get(form["email"], {}), **form})


@found_by("sources_delete.gone")
class OptionsOfDeletedSourcesComeBack(Sources):
    """A source with a label that was there before has its options again."""

    def delete(self, source: Row) -> None:
        super().delete(source)
        kept = self.__dict__.setdefault("kept", {})
        kept[source["owner"], source["label"]] = {name: source[name] for name in FLAGS}

    def add(self, account: Row, columns: Row, email: str) -> Row:
        source = super().add(account, columns, email)
        source.update(self.__dict__.get("kept", {}).get((account["id"], source["label"]), {}))
        return source


@found_by("account_connect_tokens_delete.gone")
class AccountTakesTheNamesOfItsTokens(Tokens):
    def add(self, owner: str | None, form: Row) -> Row:
        token = super().add(owner, form)
        if owner:
            names = {name: form[name] for name in TEXTS if name in form and name in NAMES}
            self.store.accounts[owner].update(names)
        return token


@found_by("sources_delete.gone")
class AccountIsCalledLikeItsSource(Sources):
    """Attaching a mailbox gives an account without names one."""

    def add(self, account: Row, columns: Row, email: str) -> Row:
        account["first_name"] = account["first_name"] or email.partition("@")[0]
        return super().add(account, columns, email)


@found_by("sources_create.embedded")
class FlagsOfEmbeddedSourcesAreNumbers(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        shown = super().show(account, sources)
        for source in shown["sources"]:
            source.update({name: int(source[name]) for name in FLAGS})
        return shown


@found_by("src-update-status-shows-everywhere")
class ListOfAccountsKnowsFirstStatesAlone(AccountsInAList):
    """Its filters look at the states that sources had when they were first listed."""

    def select(self, account: Row, query: Row) -> Row | None:
        kept: dict[str, str] = self.__dict__.setdefault("states", {})
        for source in self.pages.sources.of(account):
            kept.setdefault(f"{source['owner']} {source['label']}", source["status"])
        states = [kept[f"{each['owner']} {each['label']}"] for each in self.pages.sources.of(account)]
        if query.get("status", "OK") not in {*states, "OK"}:
            return None
        return super().select(account, query)


@found_by("src-label-zero-alias")
class LabelZeroOnlyReads(Sources):
    def answer(self, account_name: str, path: list[str], request: Seen) -> tuple[int, Any]:
        if path == ["0"] and request.method != "GET":
            raise Refused(404, "source 0 is invalid")
        return super().answer(account_name, path, request)


@found_by("src-label-zero-alias")
class LabelZeroStaysTheFirst(Sources):
    """Its number is kept with a source, and nobody moves up."""

    def add(self, account: Row, columns: Row, email: str) -> Row:
        source = super().add(account, columns, email)
        source["number"] = len(self.of(account)) - 1
        return source

    def require(self, account: Row, label: str) -> Row:
        if label == "0" and all(source["number"] for source in self.of(account)):
            raise Refused(404, "source 0 is invalid")
        return super().require(account, label)


@found_by("src-create-validates-mailbox")
class AddressesOfRefusedMailboxesStay(Sources):
    def answer_collection(self, account: Row, request: Seen) -> tuple[int, Any]:
        if request.method == "POST":
            form = self.pages.parameters.form("SourceCreateForm", request)
            self.pages.accounts.add_address(account, form["email"])
        return super().answer_collection(account, request)


@found_by("src-create-populates-addresses")
class AccountsAreFoundByTheirFirstAddress(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        return bool(account["email_addresses"][0].lower() == email.lower())


@found_by("accounts_create.new-name")
class OneAccountForAnAddress(Accounts):
    """Whoever creates an account a second time gets the first one."""

    def add(self, form: Row) -> Row:
        same = (each for each in self.store.accounts.values() if self.has_address(each, form["email"]))
        return next(same, None) or super().add(form)


@found_by("sources_create.required")
class RefusedSourcesNameTheirAccount(Sources):
    def answer_collection(self, account: Row, request: Seen) -> tuple[int, Any]:
        try:
            return super().answer_collection(account, request)
        except Refused:
            account["first_name"] = "Nobody"
            raise


@found_by("sources_update.bad-form")
class RefusedChangesShowInTheList(Sources):
    def answer_one(self, source: Row, request: Seen) -> Row:
        try:
            return super().answer_one(source, request)
        except Refused:
            source["is_refused"] = True
            raise

    def search(self, account: Row, query: Row) -> list[Row]:
        refused = {each["label"] for each in self.of(account) if each.get("is_refused")}
        shown = super().search(account, query)
        return [each | {"sync_flags": True} if each["label"] in refused else each for each in shown]


@found_by("accounts_create.any-text")
class ListsEscapeTexts(Accounts):
    """As for a page in HTML."""

    def select(self, account: Row, query: Row) -> Row | None:
        shown = super().select(account, query)
        return shown and {**shown, **{name: html.escape(shown[name]) for name in NAMES}}


@found_by("sources_delete.others-stay")
class FlagsOfSourcesAreSwapped(Sources):
    def options(self, form: Row) -> Row:
        columns = super().options(form)
        swapped = {FLAGS[1]: columns[FLAGS[3]], FLAGS[3]: columns[FLAGS[1]]}
        return columns | swapped
