"""Variants of what answers say: which fields they have, how they are written, where links lead."""

from __future__ import annotations

import secrets
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.addresses import Addresses
from tests.conformance.independent.pages import Pages
from tests.conformance.independent.requests import BASE, Refused, Seen
from tests.conformance.independent.signatures import Signatures
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.tokens import TEXTS, Tokens
from tests.conformance.legitimate.variant import variant

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row


@variant(hides=("urls", "values"))
class SourcesShowLabelAndStatusAlone(Sources):
    def show(self, source: Row) -> Row:
        return {name: source[name] for name in ("label", "status")}


@variant()
class SourcesLeaveOutWhatIsUnset(Sources):
    def show(self, source: Row) -> Row:
        return {name: value for name, value in super().show(source).items() if value is not None}


@variant(hides=("urls", "values"))
class TokensShowTheirRequiredFieldsAlone(Tokens):
    def show(self, token: Row) -> Row:
        names = ("token", "created", "used", "expires", "callback_url", *TEXTS, "account")
        shown = super().show(token)
        return {name: shown[name] for name in names}


class AddressesWithoutUrl(Addresses):
    def show(self, account: Row, email: str) -> Row:
        shown = super().show(account, email)
        del shown["resource_url"]
        return shown


@variant(AddressesWithoutUrl, hides=("urls",))
class AccountsLeaveOutTheirUrl(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        shown = super().show(account, sources)
        del shown["resource_url"]
        return shown


@variant(hides=("urls",))
class CreatedSourcesAreConfirmedByLabelAlone(Sources):
    def create(self, account: Row, form: Row) -> Row:
        return {"success": True, "label": super().create(account, form)["label"]}


@variant()
class UnusedTokensHaveAnEmptyArrayForAccount(Tokens):
    def show(self, token: Row) -> Row:
        return super().show(token) | {"account": []}


@variant(shows=("urls",))
class UrlsHaveTheCanonicalHost(Pages):
    def url(self, path: str) -> str:
        return f"https://api.example.com{BASE}{path}"


@variant(shows=("urls",))
class EscapesInSmallLetters(Sources):
    def url(self, source: Row) -> str:
        return super().url(source).replace("%3A", "%3a")


@variant(shows=("urls",))
class UrlsEndInASlash(Pages):
    def url(self, path: str) -> str:
        return f"{super().url(path)}/"


@variant()
class MoreFieldsThanDescribed(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        return super().show(account, sources) | {"plan": "gold", "x_internal": {"shard": 3, "flags": []}}


@variant()
class TokensSayMore(Tokens):
    def show(self, token: Row) -> Row:
        return super().show(token) | {"remaining": token["created"] + 5, "links": []}


@variant()
class ConfirmationsSayMore(Accounts):
    def confirm(self, account: Row) -> Row:
        return super().confirm(account) | {"email_addresses": account["email_addresses"], "took_ms": 3}


@variant()
class ShortDecimalIds(Accounts):
    def new_name(self) -> str:
        return str(len(self.store.accounts) + secrets.randbelow(10**6) * 10**4)


@variant()
class IdsWithDashes(Accounts):
    def new_name(self) -> str:
        return f"{secrets.token_hex(4)}-{secrets.token_hex(2)}-{secrets.token_hex(6)}"


@variant()
class LongIds(Accounts):
    def new_name(self) -> str:
        return secrets.token_hex(60)


@variant(shows=("urls",))
class IdsThatNeedEscapes(Accounts):
    def new_name(self) -> str:
        return f"acct:{secrets.token_hex(6)}+é~"

    def url(self, account: Row) -> str:
        return self.pages.url(f"/accounts/{quote(account['id'], safe='')}")


@variant()
class TokensWithCapitals(Tokens):
    def new_name(self, form: Row) -> str:
        del form
        return f"Tok_{secrets.token_urlsafe(24)}"


@variant()
class OtherUserNames(Accounts):
    def add(self, form: Row) -> Row:
        account = super().add(form)
        account["username"] = account["id"]
        return account


@variant()
class OneSentenceForEveryBadRequest(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        try:
            return super().answer(request)
        except Refused as error:
            if error.status != HTTPStatus.BAD_REQUEST:
                raise  # errors about what is unknown, or stale, have documented texts
            raise Refused(error.status, "That did not work.", **error.details) from None


@variant()
class EveryErrorHasACode(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        try:
            return super().answer(request)
        except Refused as error:
            raise Refused(error.status, str(error), **{"code": 100} | error.details) from None


@variant(hides=("put",))
class OtherMethodsGet405(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        if request.method not in {"GET", "POST", "DELETE"}:
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "this method is not allowed")
        return super().answer(request)


class SignaturesOfASlowClock(Signatures):
    def expect_time(self, stamp: int) -> None:
        super().expect_time(stamp - 120)


class TokensOfASlowClock(Tokens):
    def add(self, owner: str | None, form: Row) -> Row:
        token = super().add(owner, form)
        token.update(created=token["created"] - 120, expires=token["expires"] - 120)
        return token


@variant(SignaturesOfASlowClock, TokensOfASlowClock)
class ClockTwoMinutesSlow(Accounts):
    def now(self) -> int:
        return int(time.time()) - 120


@variant()
class ClockWindowOfAnHour(Signatures):
    def expect_time(self, stamp: int) -> None:
        if abs(stamp - time.time()) > 3600:
            super().expect_time(stamp)
