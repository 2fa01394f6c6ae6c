"""Flaws of creations: what a new resource reads back, starts with and is called."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.flaw import found_by, of_tokens
from tests.conformance.independent.sources import FLAGS, Sources
from tests.conformance.independent.tokens import LIFETIME, Tokens

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row


@found_by("accounts_create.reads-back")
class AddressWithoutTag(Accounts):
    def add(self, form: Row) -> Row:
        return super().add(form | {"email": re.sub("[+].*@", "@", form["email"])})


@found_by("sources_create.reads-back")
class FlagCountsIfItIsThere(Sources):
    def options(self, form: Row) -> Row:
        return super().options(form) | {name: name in form for name in FLAGS}


@found_by("sources_create.reads-back")
class FirstCallbackForBoth(Sources):
    def options(self, form: Row) -> Row:
        return super().options(form) | {"status_callback_url": form.get("callback_url")}


@found_by("sources_create.reads-back")
class CallbackLosesItsQuery(Sources):
    def options(self, form: Row) -> Row:
        columns = super().options(form)
        return columns | {"callback_url": (columns["callback_url"] or "").partition("?")[0] or None}


@found_by(*of_tokens("reads-back"))
class CallbackIsDecoded(Tokens):
    def columns(self, form: Row) -> Row:
        return super().columns(form) | {"callback_url": unquote(form["callback_url"])}


@found_by(*of_tokens("reads-back"))
class AddressOfTokenIsForgotten(Tokens):
    def columns(self, form: Row) -> Row:
        return super().columns(form) | {"email": ""}


@found_by("accounts_create.initial")
class SuspendedIsFalse(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        return super().show(account, sources) | {"suspended": False}


@found_by("accounts_create.initial")
class NameOutOfTheAddress(Accounts):
    def add(self, form: Row) -> Row:
        return super().add({"first_name": form["email"].partition("@")[0]} | form)


@found_by("sources_create.initial")
class FlagsAreSyncedByDefault(Sources):
    def options(self, form: Row) -> Row:
        return super().options({"sync_flags": 1} | form)


@found_by("sources_create.initial")
class NoCallbackIsEmptyText(Sources):
    def options(self, form: Row) -> Row:
        return super().options({"callback_url": ""} | form)


@found_by(*of_tokens("initial"))
class UnusedIsFalse(Tokens):
    def show(self, token: Row) -> Row:
        return super().show(token) | {"used": False}


@found_by(*of_tokens("initial"))
class NoAddressIsNull(Tokens):
    def show(self, token: Row) -> Row:
        return super().show(token) | {"email": token["email"] or None}


@found_by("accounts_create.new-name")
class NamedByTheNumberOfAccounts(Accounts):
    def new_name(self) -> str:
        return str(len(self.store.accounts) + 1)


@found_by("sources_create.new-name")
class LabelIsTheServer(Sources):
    def new_label(self, account: Row, wanted: str) -> str:
        del account
        return wanted.partition("::")[2]


@found_by(*of_tokens("new-name"))
class NamedByTheNumberOfTokens(Tokens):
    def new_name(self, form: Row) -> str:
        del form
        return str(len(self.store.tokens) + 1)


@found_by(*of_tokens("new-name"))
class NamedByTheHost(Tokens):
    def new_name(self, form: Row) -> str:
        return str(form["callback_url"].split("/")[2])


@found_by("accounts_create.url")
class UrlIsAPath(Accounts):
    def url(self, account: Row) -> str:
        return f"/2.0/accounts/{account['id']}"


@found_by("accounts_create.url")
class UrlOfAnotherVersion(Accounts):
    def url(self, account: Row) -> str:
        return f"{self.pages.origin}/1.1/accounts/{account['id']}"


@found_by("sources_create.url")
class UrlIsQuotedTwice(Sources):
    def url(self, source: Row) -> str:
        return f"{self.pages.url('/accounts')}/{source['owner']}/sources/{quote(quote(source['label']))}"


@found_by("account_connect_tokens_create.url")
class UrlWithoutAccount(Tokens):
    def url(self, token: Row) -> str:
        return self.pages.url(f"/connect_tokens/{token['token']}")


@found_by("accounts_create.created")
class CreatedInMilliseconds(Accounts):
    def now(self) -> int:
        return int(time.time() * 1000)


@found_by("accounts_create.created")
class CreatedWithFractions(Accounts):
    def now(self) -> Any:
        return time.time()


@found_by("accounts_create.created")
class CreatedInLocalTime(Accounts):
    def now(self) -> int:
        return super().now() + 5 * 60 * 60


@found_by("accounts_create.created")
class CreatedByTheZone(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(account["created"]))
        return super().show(account, sources) | {"created": stamp}


@found_by(*of_tokens("created"))
class TokenCreatedInMilliseconds(Tokens):
    def show(self, token: Row) -> Row:
        return super().show(token) | {"created": token["created"] * 1000}


@found_by(*of_tokens("lifetime"))
class EndIsALifetime(Tokens):
    def end(self, created: int) -> int:
        del created
        return LIFETIME


@found_by(*of_tokens("lifetime"))
class EndAfterAnHour(Tokens):
    def end(self, created: int) -> int:
        return created + 60 * 60


@found_by(*of_tokens("lifetime"))
class EndInMilliseconds(Tokens):
    def end(self, created: int) -> int:
        return super().end(created) * 1000


@found_by("sources_create.embedded")
class AccountShowsSourcesInShort(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        shown = super().show(account, sources)
        short = [{name: source[name] for name in ("label", "status")} for source in shown["sources"]]
        return shown | {"sources": short}


@found_by("sources_create.embedded")
class AccountLacksNewestSource(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        return super().show(account, self.pages.sources.of(account)[:-1] if sources is None else sources)
