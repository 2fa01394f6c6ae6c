"""Flaws of what all operations have in common: signatures, errors and encodings."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

from oauthlib.oauth1.rfc5849 import signature
from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.pages import Pages
from tests.conformance.independent.requests import Parameters, Refused, Seen
from tests.conformance.independent.signatures import KEY, SECRET, Signatures
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row

Sent = dict[str, str]


@found_by("auth-unsigned")
class UnsignedIsTaken(Signatures):
    def verify(self, origin: str, request: Seen) -> None:
        if "authorization" in request.headers:
            super().verify(origin, request)


@found_by("auth-wrong-secret", "auth-tampered-query", "auth-form-params-signed", "auth-other-path")
class KeyAloneCounts(Signatures):
    def expect_signature(self, sent: Sent, text: str) -> None:
        if sent.get("oauth_consumer_key") != KEY:
            super().expect_signature(sent, text)


@found_by("auth-unknown-key")
class AnyKeyIsTaken(Signatures):
    def expect_signature(self, sent: Sent, text: str) -> None:
        super().expect_signature(sent | {"oauth_consumer_key": KEY}, text)


@found_by("auth-plaintext")
class PlaintextIsTaken(Signatures):
    def expect_signature(self, sent: Sent, text: str) -> None:
        if sent["oauth_signature"] != signature.sign_plaintext(SECRET, ""):
            super().expect_signature(sent, text)


@found_by("auth-form-params-signed")
class WritesAreNotVerified(Signatures):
    def verify(self, origin: str, request: Seen) -> None:
        if request.method == "GET":
            super().verify(origin, request)


@found_by("auth-other-method")
class EveryMethodIsTheSame(Signatures):
    def verify(self, origin: str, request: Seen) -> None:
        for method in ("PUT", "POST"):
            with suppress(Refused):
                return super().verify(origin, replace(request, method=method))
        return super().verify(origin, request)


@found_by("auth-replayed-nonce")
class NoncesAreForgotten(Signatures):
    def expect_new(self, *nonce: str) -> None:
        """Take every nonce."""


@found_by("auth-replayed-nonce")
class NoncesOfReadsAreForgotten(Signatures):
    def verify(self, origin: str, request: Seen) -> None:
        super().verify(origin, request)
        if request.method == "GET":
            self.nonces.clear()


@found_by("auth-timestamp-window")
class StaleIsTaken(Signatures):
    def expect_time(self, stamp: int) -> None:
        """Take any time."""


@found_by("auth-timestamp-window")
class FutureIsTaken(Signatures):
    def expect_time(self, stamp: int) -> None:
        super().expect_time(min(stamp, int(time.time())))


@found_by("auth-timestamp-window")
class StaleHasNoCode(Signatures):
    def expect_time(self, stamp: int) -> None:
        try:
            super().expect_time(stamp)
        except Refused as refusal:
            raise Refused(refusal.status, str(refusal)) from None


@found_by("auth-header-default")
class QueryIsNotReadForSignatures(Signatures):
    def verify(self, origin: str, request: Seen) -> None:
        if "authorization" not in request.headers:
            raise Refused(HTTPStatus.UNAUTHORIZED, "the request is not signed")
        super().verify(origin, request)


@found_by("auth-header-default")
class SignaturesInQueriesAreNotVerified(Signatures):
    def verify(self, origin: str, request: Seen) -> None:
        if "oauth_signature=" not in request.query:
            super().verify(origin, request)


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
