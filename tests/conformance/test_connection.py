"""What stands between a run and a deployment: certificates and proxies. One sentence says what is wrong."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socketserver
import ssl
import threading
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy


def certified(folder: Path) -> ssl.SSLContext:
    """Return a server's side of TLS, with a certificate for 127.0.0.1 that it issued to itself."""
    loopback = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    until = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "contextio")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(until - dt.timedelta(days=1))
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([loopback]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "both.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.fixture
def tls_port(tmp_path: Path) -> Iterator[int]:
    """The port of a server whose certificate nobody vouches for."""
    tls = certified(tmp_path)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def get_request(self) -> tuple[ssl.SSLSocket, object]:
            connection, address = super().get_request()
            return tls.wrap_socket(connection, server_side=True), address

        def handle_error(self, *_: object) -> None:
            pass  # a client that goes away is no error of this server

    with Server(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()


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
