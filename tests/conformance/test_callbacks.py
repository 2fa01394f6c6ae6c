"""Callbacks that a run receives itself: bounds of the receiver, and deployments that do not reach it."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import requests
from tests.conformance.conftest import CONTRACT

from contextio_contract.conformance.fixtures.callback_addresses import callback_fields, is_public
from contextio_contract.conformance.fixtures.receiver import DELIVERIES_KEPT, SIZE_LIMIT, receiving

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy

CHECKS = ("src-create-initial-sync-async", "cb-signature")
RULES = [f"--rule={check}" for check in CHECKS]
REFUSED = "the deployment refuses callbacks to this machine"


def post(url: str, body: bytes = b"{}") -> None:
    with requests.Session() as session:
        session.trust_env = False
        assert session.post(url, body, headers={"Content-Type": "application/json"}, timeout=60).ok


def test_what_is_sent_is_received_under_its_name() -> None:
    with receiving() as receiver:
        assert receiver.wait("one", 1, 0) == []
        post(receiver.url("one"), b'{"a": 1}')
        post(receiver.url("another?b=c"))
        [delivery] = receiver.wait("one", 1, 60)
        assert (delivery.method, delivery.content_type, delivery.body) == (
            "POST",
            "application/json",
            b'{"a": 1}',
        )
        assert len(receiver.wait("another", 1, 60)) == 1


def test_large_and_many_deliveries_are_cut() -> None:
    with receiving() as receiver:
        for _ in range(DELIVERIES_KEPT + 3):
            post(receiver.url("many"))
        assert len(receiver.deliveries("many")) == DELIVERIES_KEPT
    with receiving() as receiver, socket.create_connection(address_of(receiver.url(""))) as client:
        client.sendall(b"POST /large HTTP/1.0\r\nContent-Length: %d\r\n\r\n" % (2 * SIZE_LIMIT))
        client.sendall(b"x" * SIZE_LIMIT)
        [delivery] = receiver.wait("large", 1, 60)
        assert len(delivery.body) == SIZE_LIMIT


def test_it_ends_with_its_context_whoever_is_connected() -> None:
    with receiving() as receiver:
        address = address_of(receiver.url(""))
        client = socket.create_connection(address)
        client.sendall(b"POST /never HTTP/1.1\r\nContent-Length: 9\r\n\r\n")
    with client, socket.socket() as later:
        assert later.connect_ex(address) != 0


def address_of(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return str(parts.hostname), int(parts.port or 0)


@pytest.mark.parametrize(
    ("url", "is_wanted"),
    [
        ("https://app.example.com/told?a=b", True),
        ("HTTP://APP.EXAMPLE.COM:80/", True),
        ("http://0", False),
        ("http://127.0.0.1:8080/", False),
        ("http://[::1]/", False),
        ("http://localhost/", False),
        ("http://mail.internal/", False),
        ("http://app.example.com:9/", False),
        ("http://app.example.com:a/", False),
        ("http://a_b.example.com/", False),
    ],
)
def test_hosts_that_need_not_be_on_the_internet_are_told_apart(url: str, *, is_wanted: bool) -> None:
    assert is_public(url) == is_wanted


def test_the_fields_with_addresses_of_callbacks_are_those_of_the_description() -> None:
    fields = callback_fields(CONTRACT.operations["sources_create"])
    assert fields == {"callback_url", "status_callback_url"}


def test_callbacks_are_received_from_a_deployment_on_this_machine(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy().base_url, *RULES)
    assert outcome.status == 0, outcome.out + outcome.err
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    assert {each["id"]: each["status"] for each in results} == dict.fromkeys(CHECKS, "pass")


def test_a_deployment_may_refuse_callbacks_to_this_machine(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy("private callbacks refused").base_url, *RULES, "--rule=sources_create.reads-back")
    assert outcome.status == 0, outcome.out + outcome.err
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    reasons = {each["id"]: each["reason"] for each in results if each["status"] == "not exercised"}
    assert reasons == dict.fromkeys(CHECKS, REFUSED)


@pytest.mark.slow
@pytest.mark.timeout(900)  # a whole run, on a machine that may be busy
def test_nothing_else_is_lost_where_callbacks_to_this_machine_are_refused(
    deploy: Deploy, check: Check, core_spec: str
) -> None:
    outcome = check(deploy("private callbacks refused").base_url, core_spec, "--max-examples=10")
    assert outcome.status == 0, outcome.out + outcome.err
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    lost = {each["id"] for each in results if REFUSED in each["reason"]}
    assert lost == set(CHECKS)
