"""Callbacks that the generated Python client receives: signed ones, and all others refused."""

from __future__ import annotations

import hashlib
import hmac
import json
import pickle
import re
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.callbacks import SECRET, signed, status_notification, webhook_callback
from tests.codegen.conftest import CONTRACT

from contextio_client import CallbackError, ContextIOError, MissingKeysError
from contextio_client.callbacks import (
    CLOCK_SKEW,
    MAX_BYTES,
    CallbackAgeError,
    CallbackSignatureError,
    InvalidCallbackError,
    receive_status_notification,
    receive_webhook_callback,
)
from contextio_contract.codegen.python.client import write_client
from contextio_contract.contract import Contract
from contextio_contract.contract.reduction import reduce
from contextio_models import StatusNotification, WebhookCallback

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_700_000_000
JSON_TYPE = {"Content-Type": "application/json"}
TIMES = st.integers(NOW - 300, NOW + CLOCK_SKEW)
TOKENS = st.text(st.characters(exclude_categories=["Cs"]))
JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)


def receive(body: bytes | str, headers: Any = None, **settings: Any) -> StatusNotification:
    """Receive a status notification at a fixed time."""
    return receive_status_notification(body, headers, **{"consumer_secret": SECRET, "now": NOW, **settings})


def dumped(body: dict[str, Any]) -> bytes:
    return json.dumps(body).encode()


def test_a_signed_callback_becomes_its_model() -> None:
    body = webhook_callback(NOW)
    callback = receive_webhook_callback(dumped(body), JSON_TYPE, consumer_secret=SECRET, now=NOW)
    assert isinstance(callback, WebhookCallback)
    assert callback.token == body["token"]
    assert callback.message_data
    assert callback.message_data.subject == body["message_data"]["subject"]


def test_a_failure_notice_is_received_as_well() -> None:
    body = signed({**webhook_callback(NOW), "data": "gone.example.com did not answer"})
    del body["message_data"]
    callback = receive_webhook_callback(dumped(body), JSON_TYPE, consumer_secret=SECRET, now=NOW)
    assert (callback.message_data, callback.data) == (None, "gone.example.com did not answer")


def test_fields_that_are_not_described_are_kept() -> None:
    callback = receive(dumped(status_notification(NOW, mood={"is": "fine"})))
    assert callback.model_extra == {"mood": {"is": "fine"}}


@given(TOKENS, TIMES, st.dictionaries(st.text(max_size=9), JSON_VALUES))
def test_whatever_is_signed_is_received(token: str, sent: int, others: dict[str, Any]) -> None:
    body = status_notification(NOW, token=token, timestamp=sent)
    for text in (dumped({**others, **body}), json.dumps({**others, **body}, ensure_ascii=False).encode()):
        assert (receive(text).token, receive(text).timestamp) == (token, sent)


@given(
    TOKENS, st.integers(NOW - 200, NOW + 200), st.sampled_from(["token", "timestamp", "signature"]), st.data()
)
def test_whatever_is_changed_is_refused(token: str, sent: int, field: str, data: st.DataObject) -> None:
    body = status_notification(NOW, token=token, timestamp=sent)
    others = {"token": TOKENS, "timestamp": TIMES, "signature": st.text()}[field]
    changed = data.draw(others.filter(lambda value: value != body[field]))
    with pytest.raises(CallbackSignatureError):
        receive(dumped({**body, field: changed}))


@given(st.integers(0, 63), st.sampled_from("0123456789abcdefABCDEFg \u00e9"))
def test_no_digit_of_a_signature_may_differ(index: int, digit: str) -> None:
    body = status_notification(NOW)
    right = body["signature"]
    body["signature"] = right[:index] + digit + right[index + 1 :]
    if body["signature"] == right:
        assert receive(dumped(body)).signature == right
    else:
        with pytest.raises(CallbackSignatureError):
            receive(dumped(body))


@given(st.binary() | JSON_VALUES.map(json.dumps).map(str.encode))
def test_whatever_is_not_signed_is_refused(body: bytes) -> None:
    with pytest.raises(CallbackError):
        receive(body)


@pytest.mark.parametrize("digits", [9, 11])
def test_digits_do_not_move_between_time_and_token(digits: int) -> None:
    letters = "0abc"
    body, text = status_notification(NOW, token=letters), f"{NOW}{letters}"
    with pytest.raises(CallbackAgeError):
        receive(dumped({**body, "timestamp": int(text[:digits]), "token": text[digits:]}))


def test_one_of_several_secrets_is_enough() -> None:
    body = dumped(status_notification(NOW))
    assert receive(body, consumer_secret=["new", SECRET]).token
    with pytest.raises(CallbackSignatureError):
        receive(body, consumer_secret=["new", "newer"])


def test_the_secret_of_the_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTEXTIO_CONSUMER_SECRET", SECRET)
    assert receive(dumped(status_notification(NOW)), consumer_secret=None).token
    monkeypatch.delenv("CONTEXTIO_CONSUMER_SECRET")
    with pytest.raises(MissingKeysError, match="CONTEXTIO_CONSUMER_SECRET"):
        receive(dumped(status_notification(NOW)), consumer_secret=None)


@pytest.mark.parametrize("secret", ["", [], [SECRET, ""]])
def test_an_empty_secret_is_refused(secret: Any) -> None:
    forged = signed({**status_notification(NOW)}, "")
    with pytest.raises(MissingKeysError):
        receive(dumped(forged), consumer_secret=secret)


@pytest.mark.parametrize(
    ("sent", "settings"),
    [
        (NOW - 300, {}),
        (NOW + CLOCK_SKEW, {}),
        (NOW - 301, {"max_age": 301}),
        (0, {"max_age": float("inf")}),
    ],
)
def test_a_callback_of_some_age_is_received(sent: int, settings: dict[str, Any]) -> None:
    assert receive(dumped(status_notification(NOW, timestamp=sent)), **settings).timestamp == sent


@pytest.mark.parametrize(
    ("sent", "settings"),
    [
        (NOW - 301, {}),
        (NOW + CLOCK_SKEW + 1, {}),
        (NOW - 1, {"max_age": 0.5}),
        (NOW, {"max_age": float("nan")}),
        (10**400, {"max_age": float("inf")}),
        (-(10**400), {}),
    ],
)
def test_a_callback_of_another_age_is_refused(sent: int, settings: dict[str, Any]) -> None:
    with pytest.raises(CallbackAgeError) as raised:
        receive(dumped(status_notification(NOW, timestamp=sent)), **settings)
    assert raised.value.status == 403


def test_a_webhook_may_come_again_for_a_day() -> None:
    body = dumped(webhook_callback(NOW))
    assert receive_webhook_callback(body, consumer_secret=SECRET, now=NOW + 86_400).token
    with pytest.raises(CallbackAgeError, match="86400 seconds ago"):
        receive_webhook_callback(body, consumer_secret=SECRET, now=NOW + 86_401)


def test_the_clock_of_the_machine_is_the_default() -> None:
    with pytest.raises(CallbackAgeError):
        receive(dumped(status_notification(NOW)), now=None)


class Fields:
    """Header fields as frameworks have them: pairs of names and values, and no mapping."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self.pairs = pairs

    def items(self) -> tuple[tuple[str, str], ...]:
        return self.pairs


@pytest.mark.parametrize(
    "headers",
    [
        None,
        {},
        {"content-TYPE": "Application/JSON ; charset=utf-8"},
        {"Content-Type": "application/vnd.acme+json"},
        Fields(("Host", "app.example"), ("content-type", "application/json")),
    ],
)
def test_json_is_what_headers_may_name(headers: Any) -> None:
    assert receive(dumped(status_notification(NOW)), headers).token


INVALID: dict[str, tuple[bytes, Any, int, str]] = {
    "form": (b"a=b", {"Content-Type": "application/x-www-form-urlencoded"}, 415, "media type"),
    "text": (dumped(status_notification(NOW)), {"Content-Type": "text/json"}, 415, "media type"),
    "large": (b" " * (MAX_BYTES + 1), JSON_TYPE, 413, f"{MAX_BYTES + 1} bytes"),
    "nothing": (b"", JSON_TYPE, 400, "no object in JSON"),
    "half": (dumped(status_notification(NOW))[:-9], JSON_TYPE, 400, "no object in JSON"),
    "array": (b"[]", JSON_TYPE, 400, "no object in JSON"),
    "deep": (b'{"a":' + b"[" * 100_000, JSON_TYPE, 400, "no object in JSON"),
    "long": (b'{"timestamp":' + b"1" * 100_000 + b"}", JSON_TYPE, 400, "in its field signature"),
    **{
        f"{field} as {kind.__name__}": (
            dumped(status_notification(NOW) | {field: kind(1)}),
            JSON_TYPE,
            400,
            f"in its field {field}",
        )
        for field, kind in {"timestamp": str, "token": int, "signature": int}.items()
    },
    "time as a boolean": (
        dumped(status_notification(NOW) | {"timestamp": True}),
        JSON_TYPE,
        400,
        "timestamp",
    ),
    "time with a fraction": (
        dumped(status_notification(NOW) | {"timestamp": 1.5}),
        JSON_TYPE,
        400,
        "timestamp",
    ),
}


@pytest.mark.parametrize("name", INVALID)
def test_what_is_no_callback_is_refused(name: str) -> None:
    body, headers, status, message = INVALID[name]
    with pytest.raises(InvalidCallbackError, match=re.escape(message)) as raised:
        receive(body, headers)
    assert raised.value.status == status
    assert len(str(raised.value)) < 200


def test_a_required_field_is_missed_by_name() -> None:
    body = status_notification(NOW)
    del body["server_label"]
    with pytest.raises(InvalidCallbackError, match="has no server_label"):
        receive(dumped(body))


def test_what_is_not_as_described_is_kept_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    message = {"message_id": "1", "date": "yesterday", "subject": "a secret subject"}
    body = dumped(webhook_callback(NOW, message_data=message, data=7))
    callback = receive_webhook_callback(body, consumer_secret=SECRET, now=NOW)
    told: Any = callback.message_data
    assert (told.date, told.subject, callback.model_dump()["data"]) == ("yesterday", "a secret subject", 7)
    assert [(record.name, record.levelname, record.getMessage()) for record in caplog.records] == [
        (
            "contextio_client",
            "WARNING",
            "a callback is no WebhookCallback as described: message_data.date, data",
        )
    ]


def test_text_that_is_none_is_no_reason_to_lose_a_message() -> None:
    body = dumped(status_notification(NOW, mood="?"))
    for text in (b"\\ud83d", b"\xff"):
        assert receive(body.replace(b"?", text)).model_extra == {"mood": "\ufffd"}


def test_the_bound_of_a_body_can_be_set() -> None:
    body = dumped(status_notification(NOW))
    assert receive(body, max_bytes=len(body)).token
    with pytest.raises(InvalidCallbackError):
        receive(body, max_bytes=len(body) - 1)


def test_a_text_is_received_like_its_bytes() -> None:
    text = json.dumps(status_notification(NOW, mood="é"), ensure_ascii=False)
    for body in (text, text.encode(), b"\xef\xbb\xbf" + text.encode()):
        assert receive(body).model_extra == {"mood": "é"}


def test_errors_show_neither_secrets_nor_values() -> None:
    value = "a-value-of-mine"
    body = status_notification(NOW, token=value)
    spoilt_bodies = [
        body | {"signature": "0" * 64},
        signed(body | {"timestamp": 1}),
        body | {"timestamp": value},
    ]
    for spoilt in spoilt_bodies:
        with pytest.raises(CallbackError) as raised:
            receive(dumped(spoilt))
        copied = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - of our own making
        for error in (raised.value, copied):
            assert isinstance(error, CallbackError)
            assert isinstance(error, ContextIOError)
            assert error.status == raised.value.status
            for secret in (SECRET, value, body["signature"]):
                assert secret not in f"{error!r} {error}"


@pytest.mark.parametrize("secret", [b"new", ["new", b"new"], [5]])
def test_a_secret_that_is_no_text_is_refused(secret: Any) -> None:
    with pytest.raises(TypeError, match="consumer_secret must be a str, or a list of them"):
        receive(dumped(status_notification(NOW)), consumer_secret=secret)


@pytest.mark.parametrize("secret", [SECRET, [SECRET, "new"], [SECRET, ""], SECRET.encode(), [SECRET, b"new"]])
def test_no_frame_of_an_error_shows_a_secret(secret: Any) -> None:
    with pytest.raises((ContextIOError, TypeError)) as raised:
        receive_status_notification(dumped(status_notification(NOW, timestamp=1)), consumer_secret=secret)
    frames = [frame for frame, _ in traceback.walk_tb(raised.tb) if frame.f_globals["__name__"] != __name__]
    assert frames
    assert not [frame for frame in frames if SECRET in repr(frame.f_locals)]


def test_the_description_says_what_is_signed(shapes_packages: Path) -> None:
    sys.path.insert(0, str(shapes_packages))
    callbacks = import_module("shapes_client.callbacks")

    def receive_change(now: int, **changes: str) -> Any:
        given = dumped({"from": "a1", "sent-at": NOW, "proof": proof, "is-printing": True} | changes)
        return callbacks.receive_status_change(given, consumer_secret=SECRET, now=now)

    proof = hmac.new(SECRET.encode(), b"a1" + str(NOW).encode(), hashlib.sha256).hexdigest()
    change = receive_change(NOW + 60)
    assert (change.from_, change.model_extra) == ("a1", {})
    with pytest.raises(callbacks.CallbackAgeError):
        receive_change(NOW + 61)
    with pytest.raises(callbacks.CallbackSignatureError):
        receive_change(NOW, **{"from": "a2"})


def test_a_client_without_signed_callbacks_has_no_module_for_them(tmp_path: Path) -> None:
    write_client(Contract(reduce(CONTRACT.bundle, ["discovery"])), tmp_path / "client")
    assert not [*tmp_path.rglob("callback*")]
    assert "callbacks" not in (tmp_path / "client" / "README.md").read_text()
