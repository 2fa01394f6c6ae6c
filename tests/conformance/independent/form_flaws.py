"""Flaws of forms: texts that change, fields that may be missing, and values that are not allowed."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.flaw import found_by, of_tokens
from tests.conformance.independent.requests import Parameters, Refused
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row


@found_by(
    "accounts_create.multipart",
    "accounts_update.multipart",
    "sources_create.multipart",
    "sources_update.multipart",
)
class MultipartIsNotRead(Parameters):
    def fields(self, request: Seen) -> list[tuple[str, str]]:
        return self.pairs(request.body.decode())


@found_by("accounts_create.any-text")
class NamesCutAtForty(Accounts):
    def set_names(self, account: Row, form: Row) -> None:
        super().set_names(account, {name: str(text)[:40] for name, text in form.items()})


@found_by("accounts_create.any-text")
class NamesInLatin1(Accounts):
    def set_names(self, account: Row, form: Row) -> None:
        latin = {
            name: str(text).encode("latin-1", "replace").decode("latin-1") for name, text in form.items()
        }
        super().set_names(account, latin)


@found_by("accounts_create.any-text")
class NamesInCapitals(Accounts):
    def set_names(self, account: Row, form: Row) -> None:
        super().set_names(account, {name: str(text).title() for name, text in form.items()})


@found_by("accounts_create.any-text")
class NamesOfThreeByteCharacters(Accounts):
    """As a table in `utf8` of MySQL keeps them: up to the first character that takes four bytes."""

    def set_names(self, account: Row, form: Row) -> None:
        def kept(text: str) -> str:
            return next((text[:at] for at, char in enumerate(text) if ord(char) > 0xFFFF), text)

        super().set_names(account, {name: kept(str(text)) for name, text in form.items()})


@found_by("accounts_create.any-text")
class NamesAreMarkup(Accounts):
    def set_names(self, account: Row, form: Row) -> None:
        super().set_names(account, {name: html.escape(str(text)) for name, text in form.items()})


@found_by("accounts_create.any-text")
class NameZeroIsEmpty(Accounts):
    def set_names(self, account: Row, form: Row) -> None:
        super().set_names(account, {name: "" if text == "0" else text for name, text in form.items()})


@found_by("accounts_create.any-text", *of_tokens("any-text"))
class FormIsDecodedTwice(Parameters):
    def pairs(self, text: str) -> list[tuple[str, str]]:
        return [(name, unquote_plus(value)) for name, value in super().pairs(text)]


@found_by("accounts_create.any-text", *of_tokens("any-text"))
class PlusStaysPlus(Parameters):
    def pairs(self, text: str) -> list[tuple[str, str]]:
        return super().pairs(text.replace("+", "%2B"))


@found_by(*of_tokens("any-text"))
class NamesWithoutJoiners(Tokens):
    """As a filter of invisible characters leaves them, which splits the emoji of a family."""

    def columns(self, form: Row) -> Row:
        columns = super().columns(form)
        return columns | {"last_name": columns["last_name"].replace("\N{ZERO WIDTH JOINER}", "")}


@found_by("accounts_create.required")
class NoAddressIsNeeded(Parameters):
    def expect_form(self, schema_name: str, form: Row) -> None:
        form.setdefault("email", "nobody@example.com")
        super().expect_form(schema_name, form)


@found_by("sources_create.required")
class NoPasswordIsNeeded(Parameters):
    def expect_form(self, schema_name: str, form: Row) -> None:
        if schema_name == "SourceCreateForm":
            form.setdefault("password", "none")
        super().expect_form(schema_name, form)


@found_by(*of_tokens("required"))
class NoCallbackIsNeeded(Parameters):
    def expect_form(self, schema_name: str, form: Row) -> None:
        if schema_name == "ConnectTokenCreateForm":
            form.setdefault("callback_url", "https://example.com/")
        super().expect_form(schema_name, form)


class RefusingLate(Parameters):
    """Leaves a refusal in the form for who works with it."""

    def expect_form(self, schema_name: str, form: Row) -> None:
        try:
            super().expect_form(schema_name, form)
        except Refused as refusal:
            form["refusal"] = refusal


@found_by("accounts_create.bad-form", beside=RefusingLate)
class RefusedOnceItIsThere(Accounts):
    def create(self, form: Row) -> Row:
        if "refusal" in form:
            self.add(form)
            raise form["refusal"]
        return super().create(form)


@found_by("accounts_create.bad-form")
class AnyAddressIsTaken(Parameters):
    def expect_form(self, schema_name: str, form: Row) -> None:
        super().expect_form(schema_name, form | ({"email": "ada@example.com"} if "email" in form else {}))


@found_by("sources_create.bad-form")
class AnyPortIsTaken(Parameters):
    def expect_form(self, schema_name: str, form: Row) -> None:
        super().expect_form(schema_name, form | ({"port": 143} if "port" in form else {}))


@found_by("sources_create.bad-form", *of_tokens("bad-form"))
class FlagsBeyondOneAreTaken(Parameters):
    def expect_form(self, schema_name: str, form: Row) -> None:
        flags = {name: 1 for name, value in form.items() if isinstance(value, int) and name != "port"}
        super().expect_form(schema_name, form | flags)


@found_by("src-create-use-ssl-strict-one")
class AnyValueEncrypts(Parameters):
    def cast_one(self, text: str, schema: Mapping[str, Any]) -> str | int:
        return int(text != "0") if "x-fallback" in schema else super().cast_one(text, schema)


@found_by(*of_tokens("bad-form"))
class CallbackWithoutHostIsTaken(Parameters):
    def expect_form(self, schema_name: str, form: Row) -> None:
        url = {"callback_url": "https://example.com/"} if "callback_url" in form else {}
        super().expect_form(schema_name, form | url)
