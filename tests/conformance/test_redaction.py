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

from contextio_contract.conformance.wire.redaction import Redaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.conftest import Check, Deploy

SECRETS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=6, max_size=20)
PASSWORD = 'pa55 wörd&"<%+/é='  # noqa: S105 - it opens nothing
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


def test_password_of_the_mailbox_is_in_no_report(
    deploy: Deploy, check: Check, environment: dict[str, str]
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
