"""Right signatures fit in header and query; each wrong one is refused, and for nothing else than it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from oauthlib.oauth1 import Client
from starlette.datastructures import Headers
from tests.conformance.conftest import CONTRACT

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire import signing
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.oauth import authorization
from contextio_contract.conformance.wire.signing import Signer
from contextio_contract.conformance.wire.target import Target
from contextio_contract.contract.media_types import FORM
from contextio_contract.server.http.nonces import MemoryNonceStore
from contextio_contract.server.http.oauth1 import Verifier, secrets_from
from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY, SECRET = "a key", "a&secret"
TEXTS = st.dictionaries(
    st.text("abc é+&=%", min_size=1, max_size=5),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
)
METHODS = st.sampled_from(["GET", "POST", "PUT", "DELETE"])


class Receiver:
    """Takes each request that is signed with one of some keys once."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._verifier, self._nonces = Verifier(secrets_from(keys)), MemoryNonceStore()

    def takes(self, request: requests.PreparedRequest) -> bool:
        body = request.body or ""
        content = body if isinstance(body, bytes) else body.encode()
        method, headers = str(request.method), Headers(dict(request.headers))
        try:
            nonce = self._verifier.verify(method, str(request.url), headers, content)
        except RefusedError:
            return False
        return self._nonces.add(nonce)


def prepared(method: str, query: Mapping[str, str], form: Mapping[str, str]) -> requests.PreparedRequest:
    url = "http://127.0.0.1:8080/2.0/accounts/a%40b"
    return requests.Request(method, url, params=dict(query), data=dict(form)).prepare()


@pytest.mark.parametrize("signature", [signing.RIGHT, signing.IN_QUERY])
@given(method=METHODS, query=TEXTS, form=TEXTS)
def test_right_signatures_are_taken_once(
    signature: str, method: str, query: Mapping[str, str], form: Mapping[str, str]
) -> None:
    receiver = Receiver({KEY: SECRET})
    request = prepared(method, query, form if method != "GET" else {})
    Signer(KEY, SECRET).sign(request, signature)
    assert ("Authorization" in request.headers) == (signature == signing.RIGHT)
    assert receiver.takes(request)
    assert not receiver.takes(request), "a nonce counts once"


WRONG = {
    signing.WRONG_SECRET: {KEY: f"not {SECRET}"},
    signing.WRONG_IN_QUERY: {KEY: f"not {SECRET}"},
    signing.UNKNOWN_KEY: {f"not {KEY}": SECRET},
    signing.PLAINTEXT: None,
    signing.OTHER_METHOD: None,
    signing.OTHER_PATH: None,
    signing.OTHER_HOST: None,
    signing.ADDED_PARAMETER: None,
    signing.CHANGED_PARAMETER: None,
    signing.ADDED_FIELD: None,
    signing.CHANGED_FIELD: None,
    signing.NO_TIMESTAMP: None,
    signing.NO_NONCE: None,
    signing.DOUBLE_NONCE: None,
    signing.OTHER_VERSION: None,
    signing.OTHER_ALGORITHM: None,
    signing.SIGNED_TWICE: None,
    signing.CUT: None,
    signing.OTHER_CASE: None,
    signing.EMPTY: None,
    signing.TAMPERED_QUERY: None,
    signing.TAMPERED_FORM: None,
    signing.STALE: None,
    signing.FUTURE: None,
}
"""Wrong signatures, each with the keys for which it is right; None if there are none."""


@pytest.mark.parametrize("signature", WRONG)
@given(method=METHODS.filter(lambda method: method != "GET"), query=TEXTS)
def test_wrong_signatures_are_refused(signature: str, method: str, query: Mapping[str, str]) -> None:
    request = prepared(method, {**query, "z": "last"}, {"name": "value"})
    Signer(KEY, SECRET).sign(request, signature)
    assert not Receiver({KEY: SECRET}).takes(request)
    if keys := WRONG[signature]:
        assert Receiver(keys).takes(request), "nothing else is wrong with it"


def test_the_nonce_of_another_request_is_refused() -> None:
    receiver, signer = Receiver({KEY: SECRET}), Signer(KEY, SECRET)
    first, second = prepared("GET", {}, {}), prepared("DELETE", {"a": "b"}, {})
    signer.sign(first)
    signer.sign(second, signing.REUSED_NONCE)
    assert Receiver({KEY: SECRET}).takes(second), "nothing else is wrong with it"
    assert receiver.takes(first)
    assert not receiver.takes(second)


@pytest.mark.parametrize(
    ("base_url", "is_private"),
    [
        ("https://mail.example.com/2.0", True),
        ("http://localhost:8080/2.0", True),
        ("http://mail.example.com/2.0", False),
    ],
)
def test_whether_others_can_read_on_the_way(base_url: str, *, is_private: bool) -> None:
    gateway = Gateway(Target(base_url, KEY, SECRET), Guard(CONTRACT, Mode.READ_ONLY, "cio-000000000000"))
    assert gateway.is_private == is_private


@pytest.mark.parametrize(
    "origin", ["http://127.0.0.1:8080", "https://api.example.com:443", "http://[::1]:80"]
)
@given(method=METHODS, query=TEXTS, form=TEXTS, path=st.text("aé /%+", max_size=5))
def test_usual_signatures_are_those_of_oauthlib(
    origin: str, method: Any, query: Mapping[str, str], form: Mapping[str, str], path: str
) -> None:
    data = dict(form) if method != "GET" else None
    request = requests.Request(method, f"{origin}/2.0/{quote(path)}", params=dict(query), data=data).prepare()
    ours = authorization(request, KEY, SECRET, nonce="once", timestamp="1700000000")
    client = Client(KEY, client_secret=SECRET, nonce="once", timestamp="1700000000")
    sent = {"Content-Type": FORM} if request.body else {}
    _, headers, _ = client.sign(str(request.url), method, str(request.body or "") or None, sent)
    assert ours == headers["Authorization"]


def test_odd_spellings_are_left_to_oauthlib() -> None:
    request = requests.Request("GET", "http://127.0.0.1:8080/2.0/accounts?name=a/b").prepare()
    assert authorization(request, KEY, SECRET) is None
