"""What stands between a run and a deployment: certificates and proxies. One sentence says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.certificates import self_signed, server_side
from tests.server.mail_server import run_mail_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy


@pytest.fixture
def tls_port(tmp_path: Path) -> Iterator[int]:
    """The port of a server whose certificate nobody vouches for."""
    with run_mail_server(server_side(self_signed(tmp_path))) as port:
        yield port


def test_certificate_that_nobody_vouches_for(check: Check, tls_port: int) -> None:
    url = f"https://127.0.0.1:{tls_port}/2.0"
    outcome = check(url)
    assert outcome.status == 2
    [line] = outcome.err.splitlines()
    assert line.startswith(f"Error: {url}/accounts: no TLS connection (")
    assert "self-signed certificate" in line or "self signed certificate" in line


def test_page_of_a_proxy(deploy: Deploy, check: Check, environment: dict[str, str]) -> None:
    proxy = deploy("proxy in trouble").base_url.removesuffix("/2.0")
    outcome = check("http://contextio.test/2.0", env=environment | {"HTTP_PROXY": proxy})
    assert outcome.status == 2
    assert outcome.err == (
        "Error: http://contextio.test/2.0/accounts answers 502 with an HTML page, not as a Context.IO API\n"
    )


def test_proxy_that_lets_nothing_through(deploy: Deploy, check: Check, environment: dict[str, str]) -> None:
    proxy = deploy("proxy in trouble").base_url.removesuffix("/2.0")
    outcome = check("https://contextio.test/2.0", env=environment | {"HTTPS_PROXY": proxy})
    assert outcome.status == 2
    [line] = outcome.err.splitlines()
    assert line.endswith("the proxy that your environment names does not let the request through")
