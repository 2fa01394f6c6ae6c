"""No report holds a secret, however it is written."""

from __future__ import annotations

import base64
import html
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conformance.conftest import CONTRACT, RULEBOOK
from tests.conformance.independent.flaw import Flaw
from tests.conformance.independent.sources import Sources

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.fixtures.mailbox import Mailbox
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.redaction import Redaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.conftest import Check, Deploy
    from tests.conformance.independent.store import Row

SECRETS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=6, max_size=20)
PASSWORD = "pa55 wörd&\"<%+/é=\\'x"  # noqa: S105 - it opens nothing
WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in a path": lambda secret: quote(secret, safe=""),
    "in a form": quote_plus,
    "in a form, small letters": lambda secret: re.sub(
        "%..", lambda code: code[0].lower(), quote_plus(secret)
    ),
    "in JSON": json.dumps,
    "in JSON with its own letters": lambda secret: json.dumps(secret, ensure_ascii=False),
    "in JSON as PHP writes it": lambda secret: json.dumps(secret).replace("/", "\\/"),
    "in HTML": html.escape,
    "in Python": repr,
}


@pytest.mark.parametrize("way", WAYS)
@given(secret=SECRETS)
def test_no_spelling_of_a_secret_stays(way: str, secret: str) -> None:
    written = WAYS[way](secret)
    first, *redacted, last = Redaction(secret).of(f"to\n{written}\nby").splitlines()
    assert (first, last) == ("to", "by")
    assert "***" in "\n".join(redacted)
    if len(secret) > 8:
        assert secret not in "\n".join(redacted)


@given(secret=SECRETS, user=st.text("abcdefgh", max_size=5))
def test_nothing_of_a_secret_stays_in_base64(secret: str, user: str) -> None:
    login = base64.b64encode(f"\0{user}\0{secret}".encode()).decode()
    assert "***" in Redaction(secret).of(f"AUTHENTICATE PLAIN {login}")


class PasswordIsAValue(Sources):
    """It takes every mailbox, and shows the password."""

    def open(self, form: Row) -> Row:
        settings = {name: form[name] for name in ("server", "username", "password", "port")}
        return settings | {"use_ssl": form["use_ssl"] == 1} | self.options(form)

    def show(self, source: Row) -> Row:
        return super().show(source) | {"note": f"opened with {source['password']}"}


class PasswordIsKept(PasswordIsAValue):
    """It takes every mailbox, and shows no password."""

    def show(self, source: Row) -> Row:
        return Sources.show(self, source)


class PasswordIsAName(PasswordIsAValue):
    """It takes every mailbox, and shows the password as the name of a field."""

    def show(self, source: Row) -> Row:
        return Sources.show(self, source) | {source["password"]: "opened"}


@pytest.mark.parametrize("flaw", [PasswordIsKept, PasswordIsAValue, PasswordIsAName])
def test_password_that_is_shown_is_found_whatever_it_is_made_of(deploy: Deploy, flaw: type[Sources]) -> None:
    deployment = deploy()
    deployment.break_by(Flaw("src-create-keeps-password", flaw.__name__, (flaw,)))
    gateway = Gateway(deployment.target, Guard(CONTRACT, Mode.SANDBOX, "cio-0123456789ab"))
    gateway.hide(PASSWORD)
    mailbox = Mailbox("127.0.0.1", 143, "ada", PASSWORD, ssl=False)
    checks = [check for check in all_checks(CONTRACT) if check.id == "src-create-keeps-password"]
    [result] = run_checks(checks, gateway, lambda: mailbox, RULEBOOK, seed=1)
    assert result.status is (Status.PASS if flaw is PasswordIsKept else Status.FAIL), result
    assert "pa55" not in repr(result)


@pytest.mark.parametrize("data", [[], ["--show-data"]], ids=["masked", "with data"])
def test_password_of_the_mailbox_is_in_no_report(
    deploy: Deploy, check: Check, environment: dict[str, str], data: list[str]
) -> None:
    deployment = deploy("echo")  # it repeats what it is sent, in several ways
    outcome = check(
        deployment.base_url,
        "--imap-host=127.0.0.1",
        "--imap-port=9",
        "--imap-username=ada",
        "--no-imap-ssl",
        "--rule=accounts-create-accepts-source-params",
        "--rule=accounts-create-email-only-ok",
        "--rule=src-create-validates-mailbox",
        *data,
        env=environment | {"CONFORMANCE_IMAP_PASSWORD": PASSWORD},
    )
    assert outcome.status == 1, outcome.err
    sent = [seen.body for seen in deployment.seen if b"password" in seen.body]
    assert sent, "it was sent"
    texts = [outcome.out, outcome.err, *(path.read_text() for path in outcome.reports.iterdir())]
    assert any("***" in text for text in texts)
    spelled = {write(PASSWORD).strip("\"'") for write in WAYS.values()}
    spelled |= {base64.b64encode(f"AB{PASSWORD}".encode()).decode()}
    for text in texts:
        assert not [each for each in spelled if each in text]
