"""Flaws of signatures: what a deployment takes though it is not signed as it was sent."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING

from oauthlib.oauth1.rfc5849 import signature
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.requests import Refused
from tests.conformance.independent.signatures import KEY, SECRET, SECRETS, Consumer, Signatures

if TYPE_CHECKING:
    from tests.conformance.independent.requests import Seen

Sent = dict[str, str]


@found_by("auth-unsigned")
class UnsignedIsTaken(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        return super().verify(origin, request) if "authorization" in request.headers else KEY


@found_by(
    *(f"auth-{name}" for name in ("wrong-secret", "tampered-query", "form-params-signed", "other-path")),
    *(f"auth-{part}-{change}" for part in ("added", "changed") for change in ("parameter", "field")),
    *(f"auth-{name}" for name in ("other-host", "cut-signature", "other-case", "empty-signature")),
)
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

    def expect_protocol(self, sent: Sent) -> None:
        if sent.get("oauth_signature_method") != "PLAINTEXT":
            super().expect_protocol(sent)


@found_by("auth-form-params-signed")
class WritesAreNotVerified(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        return super().verify(origin, request) if request.method == "GET" else KEY


@found_by("auth-other-method")
class EveryMethodIsTheSame(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
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
    def verify(self, origin: str, request: Seen) -> str:
        key = super().verify(origin, request)
        if request.method == "GET":
            self.nonces.clear()
        return key


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
    def verify(self, origin: str, request: Seen) -> str:
        if "authorization" not in request.headers:
            raise Refused(HTTPStatus.UNAUTHORIZED, "the request is not signed")
        return super().verify(origin, request)


@found_by("auth-header-default")
class SignaturesInQueriesAreNotVerified(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        return super().verify(origin, request) if "oauth_signature=" not in request.query else KEY


@found_by("auth-added-parameter", "auth-added-field")
class WhatWasSignedIsEnough(Signatures):
    """The last parameter may have come later."""

    def verify(self, origin: str, request: Seen) -> str:
        address, _, query = request.target.partition("?")
        shorter = (
            replace(request, target=f"{address}?{query.rpartition('&')[0]}".rstrip("?")),
            replace(request, body=request.body.rpartition(b"&")[0]),
        )
        for each in shorter:
            with suppress(Refused):
                return super().verify(origin, each)
        return super().verify(origin, request)


@found_by("auth-other-host")
class AnyHostIsSignedFor(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        with suppress(Refused):
            return super().verify("http://other.example.com", request)
        return super().verify(origin, request)


@found_by("auth-no-nonce", "auth-other-version", "auth-other-algorithm")
class ProtocolIsNotLookedAt(Signatures):
    def expect_protocol(self, sent: Sent) -> None:
        """Take any version, any method, and no nonce."""


@found_by("auth-no-timestamp")
class NoTimeIsNow(Signatures):
    def read(self, origin: str, request: Seen) -> tuple[Sent, str]:
        sent, text = super().read(origin, request)
        return {"oauth_timestamp": str(int(time.time())), **sent}, text


@found_by("auth-double-nonce")
class LastNonceIsVerifiedAlone(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        header = re.sub(', oauth_nonce="another"', "", request.headers.get("authorization", ""))
        headers = {**request.headers, **({"authorization": header} if header else {})}
        return super().verify(origin, replace(request, headers=headers))


@found_by("auth-reused-nonce")
class EachPathHasNonces(Signatures):
    path: tuple[str, ...] = ()

    def verify(self, origin: str, request: Seen) -> str:
        self.path = tuple(request.path)
        return super().verify(origin, request)

    def expect_new(self, *nonce: str) -> None:
        super().expect_new(*nonce, *self.path)


@found_by("auth-signed-twice")
class HeaderIsVerifiedAlone(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        if "authorization" in request.headers:
            target = re.sub("[?&]oauth_[^&]*", "", request.target)
            request = replace(request, target=target)
        return super().verify(origin, request)


@found_by("auth-other-case")
class LetterCaseIsFolded(Signatures):
    def expect_signature(self, sent: Sent, text: str) -> None:
        secret = SECRETS.get(sent.get("oauth_consumer_key", ""), "")
        right = signature.sign_hmac_sha1_with_client(text, Consumer(secret))
        is_alike = sent["oauth_signature"].lower() == right.lower()
        super().expect_signature({**sent, "oauth_signature": right} if is_alike else sent, text)


@found_by("auth-replayed-nonce")
class NoncesOfOnePathAreForgotten(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        before = {*self.nonces}
        key = super().verify(origin, request)
        if request.method == "POST" and len(request.path) == 4:
            self.nonces = before
        return key


@found_by("auth-form-params-signed")
class FormsOfTokensAreNotSigned(Signatures):
    """One operation collects the parameters of the query alone, for clients that do so."""

    def verify(self, origin: str, request: Seen) -> str:
        if request.method == "POST" and request.path[-1] == "connect_tokens":
            for body in (request.body + b"&signed=otherwise", request.body):
                with suppress(Refused):
                    return super().verify(origin, replace(request, body=body))
        return super().verify(origin, request)


@found_by("auth-added-parameter")
class QueryIsNotSignedBesideAPath(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        try:
            return super().verify(origin, request)
        except Refused:
            if len(request.path) < 4:
                raise
            return super().verify(origin, replace(request, target=request.target.partition("?")[0]))


@found_by("auth-replayed-nonce")
class NoncesOfWritesAreForgotten(Signatures):
    def verify(self, origin: str, request: Seen) -> str:
        key = super().verify(origin, request)
        if request.method == "DELETE":
            self.nonces.clear()
        return key


@found_by("auth-reused-nonce")
class LastNonceAloneIsKnown(Signatures):
    def expect_new(self, *nonce: str) -> None:
        super().expect_new(*nonce)
        self.nonces = {nonce}
