"""The guard sees names and fields in every kind of body, and own servers have addresses of their own."""

from __future__ import annotations

import json

import pytest
import requests
from tests import shapes

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.outgoing import Outgoing
from contextio_contract.conformance.safety.uploads import message
from contextio_contract.conformance.wire.addressing import NOWHERE
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.contract import Contract

CONTRACT = Contract(shapes.document())
RUN = "cio-0123456789ab"
FOREIGN = "4f0f1a2b3c4d"


@pytest.fixture
def guard() -> Guard:
    guard = Guard(CONTRACT, Mode.SANDBOX, RUN)
    guard.ledger.add_foreign(("shapes", FOREIGN))
    guard.ledger.add_created(("shapes", "ours"))
    return guard


def multipart(**fields: str) -> Outgoing:
    parts = {name: (None, value) for name, value in fields.items()}
    prepared = requests.Request("POST", f"{NOWHERE}/shapes/ours/labels", files=parts).prepare()
    assert isinstance(prepared.body, bytes)
    return Outgoing("POST", "/shapes/ours/labels", prepared.body.decode(), prepared.headers["Content-Type"])


@pytest.mark.parametrize(
    "request_out",
    [
        Outgoing("PUT", "/shapes/ours/labels", json.dumps([{"name": FOREIGN}]), "application/json"),
        Outgoing("PUT", "/shapes/ours/style", json.dumps({"of": {"shape": [FOREIGN]}}), "text/plain"),
        Outgoing("POST", "/shapes/ours/labels", f"add=new,{FOREIGN}"),
        multipart(add=FOREIGN),
    ],
    ids=["a JSON array", "a JSON object of another media type", "a value between commas", "a part"],
)
def test_names_of_others_are_seen_in_every_body(guard: Guard, request_out: Outgoing) -> None:
    assert guard.objection(request_out) == "it names something that this run did not create"


@pytest.mark.parametrize(
    "request_out",
    [
        multipart(_method="DELETE"),
        Outgoing("PUT", "/shapes/ours/style", '{"_method": "DELETE"}', "application/json"),
    ],
    ids=["a part", "a JSON object"],
)
def test_methods_are_overridden_in_no_body(guard: Guard, request_out: Outgoing) -> None:
    assert guard.objection(request_out) == "it asks to be taken for another method"


def test_a_message_in_a_form_is_seen_whole() -> None:
    marked, other = (
        requests.Request("POST", NOWHERE, files={"message": ("m", message(text), "message/rfc822")}).prepare()
        for text in (f"{RUN}.1", "others")
    )
    for prepared, fits in ((marked, True), (other, False)):
        assert isinstance(prepared.body, bytes)
        sent = Outgoing("POST", "/shapes", prepared.body.decode(), prepared.headers["Content-Type"])
        names = [value for name, value in sent.parameters if name == "message"]
        assert any(RUN in value for value in names) == fits


def test_what_all_users_share_is_not_written(guard: Guard) -> None:
    objection = guard.objection(Outgoing("POST", "/app/status", "active=1"))
    assert objection == "it changes something that every user of the deployment shares"
    assert guard.objection(Outgoing("GET", "/app/status", "")) is None


def test_an_upload_is_the_runs_by_the_mark_in_its_message_id(guard: Guard) -> None:
    marked = f"<{RUN}.7@conformance.example>"
    assert marked.encode() in message(f"{RUN}.7")
    assert guard.objection(Outgoing("DELETE", f"/shapes/{marked}", "")) is None
    assert guard.objection(Outgoing("DELETE", "/shapes/<others@example.com>", ""))


@pytest.mark.parametrize(
    ("base_url", "addresses"),
    [
        pytest.param(
            "http://127.0.0.1:1/2.0", ("http://127.0.0.1:1/2.0", "http://127.0.0.1:1"), marks=pytest.mark.slow
        ),
        ("http://127.0.0.1:1/mail/2.0", ("http://127.0.0.1:1/mail/2.0", "http://127.0.0.1:1/mail")),
        pytest.param(
            "http://127.0.0.1:1/v2", ("http://127.0.0.1:1/v2", "http://127.0.0.1:1"), marks=pytest.mark.slow
        ),
    ],
)
def test_operations_with_an_own_server_are_sent_to_the_deployment(
    base_url: str, addresses: tuple[str, str]
) -> None:
    gateway = Gateway(Target(base_url, "key", "secret"), Guard(CONTRACT, Mode.SANDBOX, RUN))
    for path, address in zip(("/shapes", "/app/status"), addresses, strict=True):
        with pytest.raises(requests.ConnectionError):
            gateway.ask("GET", path)
        assert gateway.recorder.history[-1].url == f"{address}{path}"
