"""Flaws of what all operations have in common: errors and encodings."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.pages import Pages
from tests.conformance.independent.requests import Parameters, Refused, Seen
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row


@found_by("err-unknown-is-404")
class UnknownIsABadRequest(Accounts):
    def require(self, name: str) -> Row:
        try:
            return super().require(name)
        except Refused as refusal:
            raise Refused(HTTPStatus.BAD_REQUEST, str(refusal)) from None


@found_by("err-unknown-is-404")
class UnknownSourceIsAnEmptyObject(Sources):
    def answer(self, account_name: str, path: list[str], request: Seen) -> tuple[int, Any]:
        try:
            return super().answer(account_name, path, request)
        except Refused as refusal:
            if refusal.status == HTTPStatus.NOT_FOUND and request.method == "GET" and path:
                return HTTPStatus.OK, {}
            raise


@found_by("err-unknown-is-404")
class DeletionOfUnknownTokensSucceeds(Tokens):
    def answer(self, owner: str | None, path: list[str], request: Seen) -> tuple[int, Any]:
        if request.method == "DELETE" and path and path[0] not in self.store.tokens:
            return HTTPStatus.OK, {"success": True}
        return super().answer(owner, path, request)


@found_by("res-json")
class MediaTypeHasACharset(Pages):
    media_type = "application/json; charset=utf-8"


@found_by("req-accept-json")
class AnythingIsNotAcceptable(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        if "json" not in request.headers.get("accept", ""):
            raise Refused(HTTPStatus.NOT_ACCEPTABLE, "accept application/json")
        return super().answer(request)


@found_by("req-trailing-slash")
class SlashAtTheEndIsAName(Pages):
    def segments(self, request: Seen) -> list[str]:
        return request.path[2:]


@found_by("req-path-encoding")
class PathIsDecodedTwice(Pages):
    def segments(self, request: Seen) -> list[str]:
        return [unquote(part) for part in super().segments(request)]


@found_by("req-path-encoding")
class LabelsAreNotDecoded(Pages):
    def segments(self, request: Seen) -> list[str]:
        return request.target.partition("?")[0].strip("/").split("/")[1:]


@found_by(
    *(f"{page}_list.undivided" for page in ("connect_tokens", "account_connect_tokens", "sources")),
)
class EveryListIsDivided(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        status, body = super().answer(request)
        query = dict(parse_qsl(request.query))
        if isinstance(body, list) and "limit" in query:
            start = int(query.get("offset", "0"))
            body = body[start : start + int(query["limit"])]
        return status, body


@found_by("req-python-stray-body")
class UnknownFieldsAreRefused(Parameters):
    def cast(self, pairs: list[tuple[str, str]], schemas: Any) -> Row:
        if any(name not in schemas for name, _ in pairs):
            raise Refused(HTTPStatus.BAD_REQUEST, "there is a field that the form does not have")
        return super().cast(pairs, schemas)


@found_by("auth-replayed-nonce")
class StaleRequestsAreRefusedAfterTheWork(Pages):
    """Notices a replay once the request has had its effect."""

    def answer(self, request: Seen) -> tuple[int, Any]:
        try:
            return super().answer(request)
        except Refused as error:
            if "nonce" in str(error) and request.method == "DELETE":
                self.signatures.nonces.clear()
                super().answer(request)
            raise


@found_by("auth-wrong-secret")
class WrongKeysAreForbidden(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        try:
            return super().answer(request)
        except Refused as error:
            if "signature is wrong" in str(error) and request.method == "DELETE":
                raise Refused(HTTPStatus.NOT_FOUND, "there is nothing here") from None
            raise


@found_by("err-unknown-is-404")
class RefusedDeletionsSucceed(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        try:
            return super().answer(request)
        except Refused as error:
            if request.method == "DELETE" and error.status == HTTPStatus.NOT_FOUND:
                return HTTPStatus.OK, {"success": True}
            raise


@found_by("email_addresses_list.elements")
class PlusInAPathIsABlank(Pages):
    def segments(self, request: Seen) -> list[str]:
        return [part.replace("+", " ") for part in super().segments(request)]


@found_by("err-unknown-is-404")
class ErrorsOfUnknownNamesAreSuccesses(Pages):
    def answer(self, request: Seen) -> tuple[int, Any]:
        try:
            return super().answer(request)
        except Refused as error:
            if error.status == HTTPStatus.NOT_FOUND and request.method == "GET" and len(request.path) > 4:
                return HTTPStatus.OK, []
            raise


@found_by("accounts_list.bad-query")
class OffsetMayBeNegative(Parameters):
    def cast_one(self, text: str, schema: Any) -> str | int:
        value = super().cast_one(text, schema)
        return 0 if isinstance(value, int) and value < 0 else value


@found_by("accounts_list.bad-query")
class LimitMayBeAnything(Parameters):
    def query(self, path: str, request: Seen) -> dict[str, Any]:
        kept = "&".join(
            part for part in request.query.split("&") if not part.startswith("limit=") or part[6:].isdecimal()
        )
        return super().query(path, replace(request, target=f"{request.target.partition('?')[0]}?{kept}"))


@found_by("email_addresses_create.required")
class MissingIsTreatedAsEmpty(Parameters):
    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        if schema_name == "EmailAddressCreateForm":
            form.setdefault("email_address", "nobody@example.com")
        super().expect_form(schema_name, form)


@found_by("accounts_update.changes")
class EmptyFieldsOfAFormAreDropped(Parameters):
    def fields(self, request: Seen) -> list[tuple[str, str]]:
        return [(name, text) for name, text in super().fields(request) if text]
