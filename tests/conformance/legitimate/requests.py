"""Variants of what is taken: names, addresses, URLs, limits, and what is looked at first."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.conformance.independent.accounts import NAMES, Accounts
from tests.conformance.independent.requests import Parameters, Refused, Seen
from tests.conformance.independent.tokens import TEXTS, Tokens
from tests.conformance.legitimate.variant import variant

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row

STRICT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+_-]*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
ADDRESS_FIELDS = ("email", "email_address")
URL_FIELDS = ("callback_url", "status_callback_url", "source_callback_url")


@variant(is_about_data=True, shows=("values",))
class NulIsRefused(Parameters):
    def cast_one(self, text: str, schema: Any) -> str | int:
        if "\0" in text:
            raise Refused(HTTPStatus.BAD_REQUEST, "a field holds U+0000")
        return super().cast_one(text, schema)


@variant(is_about_data=True, shows=("values",))
class ControlCharactersAreRefused(Parameters):
    def cast_one(self, text: str, schema: Any) -> str | int:
        if any(ord(char) < 32 or ord(char) == 127 for char in text):
            raise Refused(HTTPStatus.BAD_REQUEST, "a field holds a control character")
        return super().cast_one(text, schema)


@variant(is_about_data=True, shows=("values",))
class SurrogatesAndNoncharactersAreRefused(Parameters):
    def cast_one(self, text: str, schema: Any) -> str | int:
        if any(0xD800 <= ord(char) < 0xE000 or ord(char) & 0xFFFE == 0xFFFE for char in text):
            raise Refused(HTTPStatus.BAD_REQUEST, "a field holds what is no character")
        return super().cast_one(text, schema)


@variant(is_about_data=True, about="addresses")
class StrictAddresses(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        for name in ADDRESS_FIELDS:
            if form.get(name) and not STRICT.fullmatch(form[name]):
                raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is no address")


@variant(is_about_data=True, about="addresses")
class LowerCaseAddresses(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        form.update({name: form[name].lower() for name in ADDRESS_FIELDS if name in form})


@variant(is_about_data=True, about="addresses")
class LowerCaseDomains(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        for name in ADDRESS_FIELDS:
            if name in form:
                person, at, domain = form[name].rpartition("@")
                form[name] = f"{person}{at}{domain.lower()}"


@variant(is_about_data=True, about="names")
class NamesAreTrimmed(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        form.update({name: form[name].strip() for name in NAMES if name in form})


@variant(is_about_data=True, about="names")
class NamesOf255CharactersAtMost(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        for name in {*NAMES, *TEXTS} & form.keys():
            if len(form[name]) > 255:
                raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is too long")


@variant(is_about_data=True, about="callbacks")
class NoCallbacksToPrivateHosts(Parameters):
    """Refuses what leads to this machine or network, as guards against forged requests do."""

    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        for name in URL_FIELDS:
            if form.get(name) and self.is_private(form[name]):
                raise Refused(HTTPStatus.BAD_REQUEST, f"{name} leads to a private host")

    def is_private(self, url: str) -> bool:
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return True  # it has no host that could be looked at, as in http://[a
        try:
            return not ipaddress.ip_address(host).is_global
        except ValueError:
            return "." not in host or host.endswith((".local", ".internal", ".localhost"))


@variant(about="callbacks")
class CallbacksOverHttpsAlone(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        for name in URL_FIELDS:
            if form.get(name, "").startswith("http://"):
                raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is not https")


@variant(is_about_data=True, about="addresses")
class UnknownTopLevelDomainsAreRefused(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        super().expect_form(schema_name, form)
        for name in ADDRESS_FIELDS:
            if form.get(name) and not form[name].lower().endswith((".com", ".org", ".net", "127.0.0.1")):
                raise Refused(HTTPStatus.BAD_REQUEST, f"{name} has no known domain")


@variant()
class DefaultLimitOf5(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        return super().window(accounts, {"limit": 5} | query)


@variant()
class DefaultLimitOf25(Accounts):
    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        return super().window(accounts, {"limit": 25} | query)


@variant()
class OneAccountForEachAddress(Accounts):
    def create(self, form: Row) -> Row:
        if any(self.has_address(account, form["email"]) for account in self.store.accounts.values()):
            raise Refused(HTTPStatus.CONFLICT, "an account has this address")
        return super().create(form)


@variant()
class FirstOfDuplicatesCounts(Parameters):
    def cast(self, pairs: list[tuple[str, str]], schemas: Any) -> dict[str, Any]:
        kept = [pair for pair in reversed(pairs) if not pair[0].endswith("[]")]
        return super().cast([pair for pair in pairs if pair[0].endswith("[]")] + kept, schemas)


@variant()
class DuplicatesAreRefused(Parameters):
    def cast(self, pairs: list[tuple[str, str]], schemas: Any) -> dict[str, Any]:
        names = [name for name, _ in pairs if not name.endswith("[]")]
        if len(names) > len(set(names)):
            raise Refused(HTTPStatus.BAD_REQUEST, "a field is there twice")
        return super().cast(pairs, schemas)


@variant()
class FormsAreReadBeforeNames(Accounts):
    def answer(self, name: str, request: Seen) -> tuple[int, Any]:
        if request.method == "POST":
            self.pages.parameters.form("AccountUpdateForm", request)
        return super().answer(name, request)


@variant(shows=("put",))
class PutIsPost(Accounts):
    def answer(self, name: str, request: Seen) -> tuple[int, Any]:
        return super().answer(name, replace(request, method="POST") if request.method == "PUT" else request)


@variant()
class UnknownFieldsCountAsUnset(Tokens):
    def columns(self, form: Row) -> Row:
        return {name: value for name, value in super().columns(form).items() if value is not None}
