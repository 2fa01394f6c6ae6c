"""Signatures as another implementation of RFC 5849 writes and judges them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from oauthlib.oauth1 import (
    SIGNATURE_HMAC_SHA1,
    SIGNATURE_HMAC_SHA256,
    SIGNATURE_PLAINTEXT,
    SIGNATURE_TYPE_AUTH_HEADER,
    SIGNATURE_TYPE_BODY,
    SIGNATURE_TYPE_QUERY,
    Client,
    RequestValidator,
    SignatureOnlyEndpoint,
)
from starlette.datastructures import Headers

from contextio_contract.server.http.oauth1 import Verifier, secrets_from
from contextio_contract.server.http.responses import RefusedError
from contextio_contract.server.http.signature import sign, sign_query

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORM = "application/x-www-form-urlencoded"
_SECRETS = {"key": "secret", "ключ": "s&cr%t= ~"}
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_NAMES = _TEXT.filter(lambda name: not name.startswith("oauth_") and name != "realm")
_PAIRS = st.lists(st.tuples(_NAMES, _TEXT), max_size=4)
_ORIGINS = st.sampled_from(
    [
        *("http://api.example", "https://API.Example:443", "http://127.0.0.1:8080", "https://a.example:80"),
        *("http://[::1]:80", "http://[2001:DB8:0:0::1]:8443"),
    ]
)
_PATHS = st.text("ABCabc019-._~!$&'()*+,=:@/%2F", max_size=12).map("/2.0/".__add__)
_PLACES = st.sampled_from([SIGNATURE_TYPE_AUTH_HEADER, SIGNATURE_TYPE_BODY, SIGNATURE_TYPE_QUERY])


class _Keys(RequestValidator):
    """The keys, for the endpoint of oauthlib."""

    allowed_signature_methods = (SIGNATURE_HMAC_SHA1,)
    timestamp_lifetime = 300
    enforce_ssl = False
    dummy_client = ""

    def check_client_key(self, client_key: str) -> bool:
        return bool(client_key)

    def check_nonce(self, nonce: str) -> bool:
        return 0 < len(nonce) <= 128

    def validate_client_key(self, client_key: str, *_: object, **__: object) -> bool:
        return client_key in _SECRETS

    def get_client_secret(self, client_key: str, *_: object, **__: object) -> str:
        return _SECRETS.get(client_key, "nobody's")

    def get_access_token_secret(self, *_: object, **__: object) -> str:
        return ""

    def validate_timestamp_and_nonce(self, *_: object, **__: object) -> bool:
        return True


def _sign(method: Any, url: str, fields: str, key: str, secret: str, **options: Any) -> tuple[str, Any, str]:
    is_form = bool(fields) or options.get("signature_type") == SIGNATURE_TYPE_BODY
    headers = {"Content-Type": _FORM} if is_form else {}
    signer = Client(key, client_secret=secret, **options)
    signed_url, signed_headers, body = signer.sign(url, method, fields if is_form else None, headers)
    return signed_url, signed_headers, body or ""


def _verify(method: str, url: str, headers: Mapping[str, str], body: str) -> str:
    """Return the consumer key for which a request is accepted, or the sentence with which it is refused."""
    try:
        verifier = Verifier(secrets_from(_SECRETS))
        return verifier.verify(method, url, Headers(headers), body.encode()).consumer_key
    except RefusedError as refused:
        return f"{refused.status}: {refused.value}"


def _oauthlib_accepts(method: str, url: str, headers: Mapping[str, str], body: str) -> bool:
    endpoint = SignatureOnlyEndpoint(_Keys())
    try:
        valid, _ = endpoint.validate_request(url, method, body, dict(headers))
    except ValueError:
        return False
    return bool(valid)


@given(
    st.sampled_from(["POST", "PUT", "DELETE", "OPTIONS"]),
    st.builds(str.__add__, _ORIGINS, _PATHS),
    *(_PAIRS, _PAIRS, st.sampled_from(sorted(_SECRETS)), _PLACES, st.sampled_from([None, "", "a, b"])),
)
def test_what_oauthlib_signs_is_accepted(  # noqa: PLR0913, PLR0917 - the parts of a request
    method: str,
    address: str,
    query: list[tuple[str, str]],
    form: list[tuple[str, str]],
    key: str,
    place: str,
    realm: str | None,
) -> None:
    in_header = place == SIGNATURE_TYPE_AUTH_HEADER
    options = {"signature_type": place, "realm": realm if in_header else None}
    url = f"{address}?{urlencode(query)}" if query else address
    signed = _sign(method, url, urlencode(form), key, _SECRETS[key], **options)
    assert _verify(method, *signed) == key


_OPTIONAL: dict[str, st.SearchStrategy[Any]] = {
    "key": st.sampled_from(["key", "nobody", ""]),
    "secret": st.sampled_from(["secret", "Secret", "nobody's", "no key has this secret", ""]),
    "method": st.sampled_from(["GET", "POST", "DELETE"]),
    "address": st.builds(str.__add__, _ORIGINS, _PATHS),
    "query": _PAIRS.map(urlencode),
    "form": _PAIRS.map(urlencode),
    "signature_method": st.sampled_from([*(SIGNATURE_HMAC_SHA1, SIGNATURE_HMAC_SHA256, SIGNATURE_PLAINTEXT)]),
    "nonce": st.sampled_from(["", "n", "n" * 128, "n" * 129, "ñ"]),
    "version": st.sampled_from(["1.0", "1.0a", "2.0", ""]),
}
_CHANGES = st.fixed_dictionaries(
    {"shift": st.sampled_from([0, -290, 290, -310, 310, 10**9])}, optional=_OPTIONAL
)


@given(_PLACES, _CHANGES)
@example(SIGNATURE_TYPE_AUTH_HEADER, {"shift": 0, "key": "nobody", "secret": "no key has this secret"})
def test_a_changed_request_is_judged_as_oauthlib_judges_it(place: str, changes: dict[str, Any]) -> None:
    timestamp = str(int(time.time()) + changes["shift"])
    options = {name: changes[name] for name in ("signature_method", "nonce") if name in changes}
    url, headers, body = _sign(
        *("POST", "http://api.example/2.0/a?b=c", "d=e", changes.get("key", "key")),
        *(changes.get("secret", "secret"),),
        timestamp=timestamp,
        signature_type=place,
        **options,
    )
    sent = urlsplit(url)
    query = "&".join(filter(None, (sent.query, changes.get("query", ""))))
    body = "&".join(filter(None, (body, changes.get("form", ""))))
    url = f"{changes.get('address', 'http://api.example/2.0/a')}?{query}"
    if "version" in changes:
        url, body = (
            each.replace("oauth_version=1.0", f"oauth_version={changes['version']}") for each in (url, body)
        )
        headers = {
            name: text.replace('oauth_version="1.0"', f'oauth_version="{changes["version"]}"')
            for name, text in headers.items()
        }
    request = (changes.get("method", "POST"), url, headers, body)
    assert (_verify(*request) in _SECRETS) is _oauthlib_accepts(*request)


def _header(**changes: str) -> dict[str, str]:
    """Return a header that signs GET http://api.example/a, with changes of its text."""
    text = Client("key", client_secret=_SECRETS["key"]).sign("http://api.example/a")[1]["Authorization"]
    for old, new in changes.items():
        assert f"oauth_{old}=" in text
        text = text.replace(f"oauth_{old}=", new)
    return {"Authorization": text}


def _judge(url: str, headers: Mapping[str, str]) -> str:
    return _verify("GET", url, headers, "")


@pytest.mark.parametrize(
    "text",
    [
        "OAuth a",
        'OAuth oauth_nonce="a" b',
        'OAuth oauth_nonce="a',
        "OAuth ,",
        "OAuth oauth_nonce=",
        "Basic YTpi",
    ],
)
def test_headers_that_cannot_be_parsed_are_no_signature(text: str) -> None:
    assert "not signed" in _judge("http://api.example/a", {"Authorization": text})


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ("oauth_nonce=", True),
        (' realm="a, \\"b\\"", oauth_nonce=', True),
        ("oauth_%6Eonce=", True),
        ('oauth_nonce="another", oauth_nonce=', False),
        ('oauth_signature="wrong", oauth_nonce=', False),
        ('oauth_extra="1", oauth_nonce=', False),
        ('extra="1", oauth_nonce=', False),
    ],
)
def test_each_parameter_of_the_header_counts_once(written: str, *, accepted: bool) -> None:
    assert (_judge("http://api.example/a", _header(nonce=written)) == "key") is accepted


def test_a_nonce_that_no_database_keeps_is_refused() -> None:
    url, headers, _ = _sign("GET", "http://api.example/a", "", "key", _SECRETS["key"], nonce="a\0b")
    assert "does not fit" in _judge(url, headers)


def test_the_letter_case_of_the_scheme_and_blanks_mean_nothing() -> None:
    text = _header()["Authorization"].replace("OAuth ", "oAUTH   ").replace(", ", " ,\t")
    assert _judge("http://api.example/a", {"Authorization": f"{text} ,"}) == "key"


@pytest.mark.parametrize("end", ["#", "#b", "%23", ";", ";b", "/", "?b", "?realm=b"])
def test_the_whole_address_is_signed(end: str) -> None:
    assert "does not fit" in _judge(f"http://api.example/a{end}", _header())


@pytest.mark.parametrize("host", ["", ":80", "api.example:0", "api.example:65536", "[::g]", "[::1"])
def test_addresses_without_a_host_are_not_signed(host: str) -> None:
    assert "not signed" in _judge(f"http://{host}/a", _header())


def test_a_percent_sign_in_a_nonce_is_decoded_once() -> None:
    url = "http://api.example/a"
    protocol = {
        "oauth_consumer_key": "key",
        "oauth_nonce": "%41",
        "oauth_signature_method": "HMAC-SHA1",
        "oauth_timestamp": str(int(time.time())),
    }
    signature = sign("GET", url, protocol.items(), _SECRETS["key"])
    assert _judge(f"{url}?{urlencode(protocol | {'oauth_signature': signature})}", {}) == "key"
    once = {**protocol, "oauth_nonce": "A"}
    signature = sign("GET", url, once.items(), _SECRETS["key"])
    assert "does not fit" in _judge(f"{url}?{urlencode(protocol | {'oauth_signature': signature})}", {})


@pytest.mark.parametrize("key", _SECRETS)
def test_a_query_that_we_sign_is_accepted(key: str) -> None:
    url = sign_query("GET", "http://api.example:8080/a", key, _SECRETS[key])
    assert _judge(url, {}) == key
    assert _oauthlib_accepts("GET", url, {}, "")


@pytest.mark.parametrize(("secret", "accepted"), [("newer", True), ("older", True), ("former", False)])
def test_each_live_secret_of_a_key_is_accepted(secret: str, *, accepted: bool) -> None:
    url, headers, body = _sign("GET", "https://example.com/2.0/accounts", "", "k", secret)
    verifier = Verifier({"k": ("newer", "older"), "": ()}.__getitem__)
    if accepted:
        assert verifier.verify("GET", url, Headers(headers), body.encode()).consumer_key == "k"
    else:
        with pytest.raises(RefusedError, match="the signature does not fit"):
            verifier.verify("GET", url, Headers(headers), body.encode())
