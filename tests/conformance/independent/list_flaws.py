"""Flaws of lists: their elements, order, pages and filters, as implementers get them wrong."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.conformance.independent.accounts import MAXIMUM, Accounts
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.requests import Parameters
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row


@found_by("accounts_list.elements")
class ListShowsFirstSourceAlone(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        shown = super().select(account, query)
        return shown and {**shown, "sources": shown["sources"][:1]}


@found_by("accounts_list.elements")
class ListEscapesNames(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        shown = super().select(account, query)
        return shown and {**shown, "first_name": html.escape(shown["first_name"])}


@found_by("sources_list.elements")
class ListLeavesLabelsUnquoted(Sources):
    def search(self, account: Row, query: Row) -> list[Row]:
        found = super().search(account, query)
        return [source | {"resource_url": unquote(source["resource_url"])} for source in found]


@found_by("connect_tokens_list.elements", "account_connect_tokens_list.elements")
class ListHidesAddresses(Tokens):
    def show_all(self, owner: str | None) -> Any:
        return [self.show(token) | {"email": ""} for token in self.of(owner)]


@found_by("accounts_list.order")
class OrderedByAddress(Accounts):
    def ordered(self) -> list[Row]:
        return sorted(super().ordered(), key=lambda account: str(account["email_addresses"]))


@found_by("accounts_list.order")
class OrderedByMinute(Accounts):
    """Those of one minute come the other way round, as without a second criterion they may."""

    def ordered(self) -> list[Row]:
        accounts = super().ordered()
        accounts.reverse()
        return sorted(accounts, key=lambda account: int(account["created"] // 60))


@found_by("accounts_list.order")
class ListChangesItsOrder(Accounts):
    turn = 1

    def ordered(self) -> list[Row]:
        self.turn = -self.turn
        return super().ordered()[:: self.turn]


@found_by("sources_list.order")
class NewestSourceFirst(Sources):
    def search(self, account: Row, query: Row) -> list[Row]:
        return super().search(account, query)[::-1]


@found_by("sources_list.order")
class OrderedByLabel(Sources):
    def search(self, account: Row, query: Row) -> list[Row]:
        return sorted(super().search(account, query), key=lambda source: str(source["label"]))


@found_by("connect_tokens_list.order", "account_connect_tokens_list.order")
class OrderedByCallback(Tokens):
    def of(self, owner: str | None) -> list[Row]:
        return sorted(super().of(owner), key=lambda token: str(token["callback_url"]))


@found_by("connect_tokens_list.order", "account_connect_tokens_list.order")
class OrderedByName(Tokens):
    def of(self, owner: str | None) -> list[Row]:
        return sorted(super().of(owner), key=lambda token: str(token["last_name"]))


@found_by("accounts_list.window")
class OffsetCountsPages(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        limit = min(query.get("limit", MAXIMUM), MAXIMUM)
        return super().window(accounts, {"offset": query.get("offset", 0) * limit, "limit": limit})


@found_by("accounts_list.window")
class OffsetCountsFromOne(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        return super().window(accounts, {**query, "offset": max(query.get("offset", 0) - 1, 0)})


@found_by("accounts_list.window")
class LimitIsTheEnd(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        return accounts[query.get("offset", 0) : min(query.get("limit", MAXIMUM), MAXIMUM)]


@found_by("accounts_list.window")
class PastTheEndIsTheLastPage(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        last = max(len(accounts) - query.get("limit", MAXIMUM), 0)
        return super().window(accounts, {**query, "offset": min(query.get("offset", 0), last)})


@found_by(
    "accounts_list.filtered-window.email",
    "accounts_list.filtered-window.status",
    "accounts_list.filtered-window.status_ok",
)
class FiltersThePage(Accounts):
    def search(self, query: Row) -> list[Row]:
        selected = (self.select(account, query) for account in self.window(self.ordered(), query))
        return [account for account in selected if account]


@found_by("accounts_list.filtered-window.status", "accounts_list.filtered-window.status_ok")
class PageCountsSources(Accounts):
    """As a join with the sources does, whose rows are limited."""

    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        joined = [account for account in accounts for _ in account["sources"] or [None]]
        return list({account["id"]: account for account in super().window(joined, query)}.values())


@found_by("accounts_list.maximum")
class MaximumIsThousand(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        start = query.get("offset", 0)
        return accounts[start : start + min(query.get("limit", MAXIMUM), 1000)]


@found_by("accounts_list.filter.email")
class PartOfAddressIsEnough(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        return any(email.lower() in address.lower() for address in account["email_addresses"])


@found_by("accounts_list.filter.email")
class CaseOfAddressMatters(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        return email in account["email_addresses"]


@found_by("accounts_list.filter.email")
class FirstAddressAlone(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        return bool(account["email_addresses"][0].lower() == email.lower())


@found_by("accounts_list.filter.email")
class AddressIsAPattern(Accounts):
    """As with LIKE and nothing escaped."""

    def has_address(self, account: Row, email: str) -> bool:
        pattern = re.escape(email).replace("%", ".*").replace("_", ".")
        return any(re.fullmatch(pattern, each, re.IGNORECASE) for each in account["email_addresses"])


@found_by("accounts_list.filter.email")
class EndOfAddressIsEnough(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        return any(address.lower().endswith(email.lower()) for address in account["email_addresses"])


@found_by("accounts_list.filter.email")
class LongerAddressIsTheSame(Accounts):
    """As where a column or an index keeps a part of each address."""

    def has_address(self, account: Row, email: str) -> bool:
        return any(email.lower().startswith(address.lower()) for address in account["email_addresses"])


@found_by("accounts_list.filter.email")
class QuoteInAddressIsDoubled(Accounts):
    def has_address(self, account: Row, email: str) -> bool:
        return super().has_address(account, email.replace("'", "''"))


@found_by("accounts_list.filter.email")
class QueryEndsAtAmpersand(Accounts):
    """As where a proxy decodes a query before it is split."""

    def has_address(self, account: Row, email: str) -> bool:
        return super().has_address(account, email.partition("&")[0])


@found_by("accounts_list.filter.status", "accounts_list.filter.status_ok")
class SelectedComeNewestFirst(Accounts):
    def search(self, query: Row) -> list[Row]:
        if not query.keys() & {"status", "status_ok"}:
            return super().search(query)
        selected = [shown for each in self.ordered() if (shown := self.select(each, query))]
        return self.window(selected[::-1], query)


@found_by("accounts_list.filters")
class TwoFiltersSelectFromThePage(Accounts):
    def search(self, query: Row) -> list[Row]:
        if len(query.keys() & {"email", "status", "status_ok"}) < 2:
            return super().search(query)
        selected = (self.select(account, query) for account in self.window(self.ordered(), query))
        return [account for account in selected if account]


@found_by("accounts_list.filter.email")
class QueryIsDecodedTwice(Parameters):
    def query(self, path: str, request: Seen) -> Row:
        return super().query(path, replace(request, target=unquote(request.target)))


@found_by("accounts_list.filter.status", "accounts_list.filter.status_ok")
class LooksAtFirstSource(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        shown = super().select(account, query)
        sources = self.pages.sources
        is_asked = "status" in query or "status_ok" in query
        if shown and is_asked and not sources.is_in(sources.of(account)[0], query):
            return None
        return shown


@found_by("accounts_list.filter.status_ok", "sources_list.filter.status_ok")
class ZeroIsNoFilter(Sources):
    def is_in(self, source: Row, query: Row) -> bool:
        return super().is_in(source, {name: value for name, value in query.items() if value})


@found_by("accounts_list.filter.status_ok")
class ZeroMeansThatNoneWorks(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        works = any(source["status"] == "OK" for source in self.pages.sources.of(account))
        return None if query.get("status_ok") == 0 and works else super().select(account, query)


@found_by("accounts_list.filter.status_ok")
class ZeroCountsAccountsWithoutSources(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        if query.get("status_ok") == 0 and not self.pages.sources.of(account):
            return self.show(account)
        return super().select(account, query)


@found_by("accounts_list.narrowing.status", "accounts_list.narrowing.status_ok")
class ShowsWholeAccounts(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        return super().select(account, query) and self.show(account)


@found_by("accounts_list.narrowing.status", "accounts_list.narrowing.status_ok")
class ShowsFirstMatchAlone(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        shown = super().select(account, query)
        is_asked = "status" in query or "status_ok" in query
        return {**shown, "sources": shown["sources"][:1]} if shown and is_asked else shown


def one_by_one(query: Row) -> list[Row]:
    """The filters of a query, each in a query of its own."""
    return [{name: value} for name, value in query.items() if name not in {"limit", "offset"}] or [{}]


@found_by("accounts_list.filters")
class AnyFilterIsEnough(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        hits = [Accounts.select(self, account, part) for part in one_by_one(query)]
        return next(filter(None, hits), None)


@found_by("accounts_list.filters")
class FiltersHoldForDifferentSources(Accounts):
    def select(self, account: Row, query: Row) -> Row | None:
        hits = [Accounts.select(self, account, part) for part in one_by_one(query)]
        return hits[-1] if all(hits) else None


@found_by("sources_list.filters")
class AnyStateIsEnough(Sources):
    def is_in(self, source: Row, query: Row) -> bool:
        return not query or any(Sources.is_in(self, source, {name: value}) for name, value in query.items())


@found_by("accounts_list.bad-query")
class NumbersAreGuessed(Parameters):
    def cast_one(self, text: str, schema: Mapping[str, Any]) -> str | int:
        if schema.get("type") == "integer":
            digits = re.match("[0-9]+", text)
            return max(int(digits[0]) if digits else 1, 1)
        return super().cast_one(text, schema)


@found_by("accounts_list.bad-query", "sources_list.bad-query")
class UnknownStateFindsNothing(Parameters):
    def expect_valid(self, name: str, value: object, schema: Mapping[str, Any]) -> None:
        if name != "status":
            super().expect_valid(name, value, schema)


@found_by("accounts_list.bad-query", "sources_list.bad-query")
class AnyFlagIsTaken(Parameters):
    def expect_valid(self, name: str, value: object, schema: Mapping[str, Any]) -> None:
        if name != "status_ok":
            super().expect_valid(name, value, schema)


@found_by("accounts_list.bad-query")
class NegativeOffsetCountsFromTheEnd(Parameters):
    def expect_valid(self, name: str, value: object, schema: Mapping[str, Any]) -> None:
        if name != "offset" or not isinstance(value, int):
            super().expect_valid(name, value, schema)


@found_by("accounts_list.bad-query")
class LimitZeroIsTaken(Parameters):
    def expect_valid(self, name: str, value: object, schema: Mapping[str, Any]) -> None:
        if (name, value) != ("limit", 0):
            super().expect_valid(name, value, schema)
