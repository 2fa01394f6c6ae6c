"""Faults of signatures: ways in which our own server takes requests that are not signed as they are sent."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote, urlencode, urlsplit

from oauthlib.oauth1 import Client
from starlette.datastructures import Headers
from tests.conformance.changes import drop, hide
from tests.conformance.faulty_server import KEY, SECRET, Change, Exchange, Fault

from contextio_contract.contract import FORM
from contextio_contract.server.http.oauth1 import Verifier, secrets_from
from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

ANY = "/2.0/.*"
ONE, SOURCE = "/2.0/accounts/[^/]+/?", "/2.0/accounts/[^/]+/sources/[^/]+"
TOKENS, TOKEN = "/2.0/connect_tokens", "/2.0/connect_tokens/[^/]+"


def sign_if(condition: Callable[[Exchange], bool]) -> Change:
    def change(exchange: Exchange) -> None:
        exchange.resign = condition(exchange)

    return change


def always(exchange: Exchange) -> bool:
    del exchange
    return True


def ahead(exchange: Exchange) -> float:
    """By how many seconds the timestamp of a signature is ahead."""
    stamp = re.search(r'oauth_timestamp="(\d+)"', exchange.authorization)
    return int(stamp[1]) - time.time() if stamp else 0


def is_other_key(exchange: Exchange) -> bool:
    key = re.search(r'oauth_consumer_key="([^"]*)"', exchange.authorization)
    return key is not None and key[1] != KEY


def is_right_for(  # noqa: PLR0913 - what a signature covers
    exchange: Exchange,
    *,
    method: str = "",
    after_path: str = "",
    origin: str = "",
    without: str = "",
    otherwise: str = "",
    **query: str,
) -> bool:
    """Whether the signature fits a request that differs in these ways from the one that was sent.

    That is in its method, its path, its origin, in parameters that are added, in the last parameter of the
    query or the form that is left out, or in the end of the last value there.
    """
    sent_query, sent_form = ({**pairs} for pairs in (exchange.query | query, exchange.form))
    for place, pairs in (("query", sent_query), ("form", sent_form)):
        if place == without and pairs:
            pairs.popitem()
        if place == otherwise and pairs:
            pairs[[*pairs][-1]] += "0"
    url = f"{origin or exchange.origin}{exchange.path}{after_path}?{urlencode(sent_query)}"
    headers = {**exchange.headers, "host": urlsplit(url).netloc}
    try:
        Verifier(secrets_from({KEY: SECRET})).verify(
            method or exchange.method, url, Headers(headers), urlencode(sent_form).encode()
        )
    except RefusedError:
        return False
    return True


def parameter(exchange: Exchange, name: str) -> str:
    """A parameter of the protocol in the header; empty without one."""
    found = re.search(rf'oauth_{name}="([^"]*)"', exchange.authorization)
    return unquote(found[1]) if found else ""


def right_signature(exchange: Exchange) -> str:
    """The signature that a request should have, with its nonce and timestamp."""
    nonce, timestamp = parameter(exchange, "nonce"), parameter(exchange, "timestamp")
    client = Client(KEY, client_secret=SECRET, nonce=nonce, timestamp=timestamp)
    headers = {"Content-Type": FORM} if exchange.form else {}
    url = f"{exchange.origin}{exchange.path}" + (f"?{urlencode(exchange.query)}" if exchange.query else "")
    form = urlencode(exchange.form) if exchange.form else None
    _, signed, _ = client.sign(url, cast("Any", exchange.method), form, headers)
    found = re.search('oauth_signature="([^"]*)"', signed["Authorization"])
    return unquote(found[1]) if found else ""


def is_reused(exchange: Exchange) -> bool:
    """Whether the nonce came with another path before."""
    nonce = parameter(exchange, "nonce")
    return bool(exchange.memory.setdefault(nonce, exchange.path) != exchange.path)


def query_beside_header_unverified(exchange: Exchange) -> None:
    if exchange.authorization:
        query_unverified(exchange)


def is_replayed(exchange: Exchange) -> bool:
    seen = exchange.authorization in exchange.memory
    exchange.memory[exchange.authorization] = True
    return seen


def header_alone(exchange: Exchange) -> None:
    if "oauth_signature" in exchange.query:
        exchange.answer(401)


def query_unverified(exchange: Exchange) -> None:
    drop(*(name for name in exchange.query if name.startswith("oauth_")))(exchange)


LENIENT: tuple[tuple[str, str, Callable[[Exchange], bool]], ...] = (
    ("added-parameter", "added ones are not verified", lambda it: is_right_for(it, without="query")),
    ("changed-parameter", "values are not verified", lambda it: is_right_for(it, otherwise="query")),
    ("added-field", "added ones are not verified", lambda it: is_right_for(it, without="form")),
    ("changed-field", "values are not verified", lambda it: is_right_for(it, otherwise="form")),
    ("other-host", "any host will do", lambda it: is_right_for(it, origin="http://other.example.com")),
    ("no-timestamp", "none is needed", lambda it: bool(it.authorization and not parameter(it, "timestamp"))),
    ("no-nonce", "none is needed", lambda it: bool(it.authorization and not parameter(it, "nonce"))),
    ("double-nonce", "the first one counts", lambda it: it.authorization.count("oauth_nonce=") > 1),
    ("reused-nonce", "each path has nonces of its own", is_reused),
    ("other-version", "any version is taken", lambda it: parameter(it, "version") == "2.0"),
    (
        "other-algorithm",
        "what it is called does not count",
        lambda it: parameter(it, "signature_method") == "HMAC-SHA256",
    ),
    (
        "cut-signature",
        "its beginning is enough",
        lambda it: bool(
            (sent := parameter(it, "signature"))
            and right_signature(it).startswith(sent.partition("%")[0][:8])
        ),
    ),
    (
        "other-case",
        "letter case does not count",
        lambda it: bool(parameter(it, "signature").lower() == right_signature(it).lower()),
    ),
    (
        "empty-signature",
        "an empty one is none to verify",
        lambda it: bool(it.authorization and not parameter(it, "signature")),
    ),
)
"""For each flaw of a signature, how a deployment comes to take it, and for which requests it does."""

SIGNATURE_FAULTS = (
    Fault(
        "auth-unsigned",
        "unsigned requests are taken",
        "GET POST DELETE",
        ANY,
        sign_if(lambda it: not it.authorization),
    ),
    Fault("auth-wrong-secret", "any secret is taken", "GET POST DELETE", ANY, sign_if(always)),
    Fault("auth-form-params-signed", "forms are not verified", "POST", ANY, sign_if(always)),
    Fault("auth-tampered-query", "queries are not verified", "GET", ANY, sign_if(always)),
    Fault(
        "auth-tampered-query",
        "queries beside forms are not verified",
        "POST",
        SOURCE,
        sign_if(lambda it: is_right_for(it, signed="otherwise")),
    ),
    Fault("auth-wrong-secret", "deletions are not verified", "DELETE", TOKEN, sign_if(always)),
    Fault("auth-unknown-key", "any key is taken", "GET POST DELETE", ANY, sign_if(is_other_key)),
    Fault(
        "auth-plaintext",
        "the secret is taken for a signature",
        "GET POST DELETE",
        ANY,
        sign_if(lambda it: "PLAINTEXT" in it.authorization),
    ),
    Fault(
        "auth-other-method",
        "methods are not verified",
        "GET POST DELETE",
        ANY,
        sign_if(lambda it: is_right_for(it, method="PUT")),
    ),
    Fault(
        "auth-other-path",
        "the path is not verified in full",
        "GET POST DELETE",
        ANY,
        sign_if(lambda it: is_right_for(it, after_path="/otherwise")),
    ),
    Fault("auth-header-default", "only headers are taken", "GET POST DELETE", ANY, header_alone),
    Fault("auth-header-default", "queries hold any signature", "GET POST DELETE", ANY, query_unverified),
    Fault(
        "auth-timestamp-window",
        "stale timestamps are taken",
        "GET POST DELETE",
        ANY,
        sign_if(lambda it: ahead(it) < -1000),
    ),
    Fault(
        "auth-timestamp-window",
        "future timestamps are taken",
        "GET POST DELETE",
        ANY,
        sign_if(lambda it: ahead(it) > 1000),
    ),
    Fault("auth-timestamp-window", "the error has no number", "GET POST DELETE", ANY, None, hide("code")),
    Fault("auth-replayed-nonce", "nonces are taken twice", "GET POST DELETE", ANY, sign_if(is_replayed)),
    Fault("auth-replayed-nonce", "one operation forgets nonces", "POST", ONE, sign_if(is_replayed)),
    Fault(
        "auth-form-params-signed",
        "one operation does not verify forms",
        "POST",
        TOKENS,
        sign_if(lambda it: is_right_for(replace(it, form={**it.form, "signed": "otherwise"}))),
    ),
    *(
        Fault(f"auth-{check}", name, "GET POST DELETE", ANY, sign_if(condition))
        for check, name, condition in LENIENT
    ),
    Fault(
        "auth-signed-twice",
        "the header alone is verified",
        "GET POST DELETE",
        ANY,
        query_beside_header_unverified,
    ),
)
