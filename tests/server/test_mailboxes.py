"""Mail servers as they can be: encrypted, odd, slow. And who is told what came of it."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import ipaddress
import json
import queue
import socketserver
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Client, Imap, LiveServer

_PLAIN = '("TEXT" "PLAIN" NIL NIL NIL "7BIT" 10 1 NIL NIL NIL)'
_ATTACHED = (
    '("APPLICATION" "PDF" ("NAME" "a.pdf") NIL NIL "BASE64" 10 NIL ("ATTACHMENT" ("FILENAME" "a.pdf")) NIL)'
)
_INLINE = (
    '("IMAGE" "PNG" ("NAME" "logo.png") "<1>" NIL "BASE64" 10 NIL ("INLINE" ("FILENAME" "logo.png")) NIL)'
)
_TNEF = (
    '("APPLICATION" "MS-TNEF" ("NAME" "winmail.dat") NIL NIL "BASE64" 10 NIL '
    '("ATTACHMENT" ("FILENAME" "winmail.dat")) NIL)'
)
_MESSAGE = f'({_PLAIN}{_ATTACHED}{_INLINE}{_TNEF} "MIXED" NIL NIL NIL)'


_WRONG = "not the one"


class Script(socketserver.StreamRequestHandler):
    """Says what a mail server of a certain kind says; which kind, the server's `replies` tell."""

    def handle(self) -> None:
        replies = self.server.replies  # type: ignore[attr-defined]
        self.wfile.write(replies.get("greeting", b"* OK hello\r\n"))
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(" ")
            name = command.replace("UID ", "").split()[0].upper()
            untagged_lines = replies.get(name, [])
            for untagged in untagged_lines() if callable(untagged_lines) else untagged_lines:
                self.wfile.write(f"* {untagged}\r\n".encode())
            decoded = ""
            if name == "AUTHENTICATE":
                self.wfile.write(b"+\r\n")
                command = self.rfile.readline().decode().strip()
                decoded = base64.b64decode(command).decode().replace("\0", " ")
            outcome = replies.get(f"{name} ends", "OK done")
            outcome = outcome.replace("{sent}", command).replace("{decoded}", decoded or command)
            self.wfile.write(f"{tag} {outcome}\r\n".encode())
            if name == "LOGOUT":
                return


@contextmanager
def mail_server(tls: ssl.SSLContext | None = None, **replies: Any) -> Iterator[int]:
    """Run a scripted mail server and give its port."""

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def get_request(self) -> Any:
            connection, address = super().get_request()
            return (tls.wrap_socket(connection, server_side=True) if tls else connection), address

        def handle_error(self, *_: object) -> None:
            pass  # a client that goes away is no error of this server

    said = {"CAPABILITY": ["CAPABILITY IMAP4REV1"], "LIST": ['LIST () "/" INBOX'], **replies}
    with Server(("127.0.0.1", 0), Script) as server:
        server.replies = said  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate for 127.0.0.1, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail")])
    loopback = ipaddress.ip_address("127.0.0.1")
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(loopback)]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path: Path = tmp_path_factory.mktemp("tls") / "both.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def server_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_an_encrypted_mailbox_opens_when_its_certificate_is_trusted(
    new_server: Callable[..., LiveServer], imap: Imap, certificate: Path, server_tls: ssl.SSLContext
) -> None:
    trusting = new_server(mailbox_tls=ssl.create_default_context(cafile=certificate)).client()
    with mail_server(server_tls) as port:
        account = trusting.account(**imap.form(port=port, use_ssl=1))
    assert trusting.get(f"/accounts/{account}/sources/0")["use_ssl"] is True


def test_a_certificate_that_nobody_vouches_for_is_refused(
    client: Client, imap: Imap, server_tls: ssl.SSLContext
) -> None:
    with mail_server(server_tls) as port:
        answer = client.post("/accounts", 400, **imap.form(port=port, use_ssl=1))
    assert answer["feedback_code"] == "CONNECTION_IMPOSSIBLE"
    assert "TLS" in answer["value"]


def test_tls_towards_a_plain_server_is_refused(client: Client, imap: Imap) -> None:
    answer = client.post("/accounts", 400, **imap.form(use_ssl=1))
    assert answer["feedback_code"] == "CONNECTION_IMPOSSIBLE"


def test_something_that_is_no_mail_server_is_said_to_be_none(client: Client, imap: Imap) -> None:
    for greeting in (b"HTTP/1.1 400 Bad Request\r\n", b"\xff" * 100 + b"\r\n", b"* BYE full\r\n"):
        with mail_server(greeting=greeting) as port:
            answer = client.post("/accounts", 400, **imap.form(port=port))
        assert answer["feedback_code"] == "CONNECTION_IMPOSSIBLE"
        assert "does not speak IMAP" in answer["value"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["CAPABILITY", "LIST", "LOGIN"]),
    said=st.text(st.characters(codec="latin-1"), max_size=40),
)
def test_no_mail_server_brings_about_a_500(client: Client, imap: Imap, name: str, said: str) -> None:
    replies: dict[str, Any] = {"CAPABILITY": ["CAPABILITY IMAP4REV1 X-GM-EXT-1"]}
    replies[name] = [f"{name} {said}", said]
    with mail_server(**replies) as port:
        response = client.send("POST", "/accounts", data=imap.form(port=port))
    assert response.status_code in {201, 400, 503}


def test_a_name_that_the_mail_server_cannot_take_is_refused(client: Client, imap: Imap) -> None:
    with mail_server() as port:
        answer = client.post("/accounts", 400, **imap.form(port=port, username="ü"))
    assert answer["feedback_code"] == "INVALID_CREDENTIALS"


@pytest.mark.parametrize(
    "password",
    ["s3cret-word", 'wr"ong\\', "o", "s3", "pass word", "b'a\\x", "..", '""', "ß", "zażółć", "0" * 400],
)
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("says", ["NO wr{sent}ng", "NO [ALERT] cannot '{sent}'", "BAD {decoded}", "{sent}"])
def test_a_password_that_the_mail_server_repeats_is_left_out(
    client: Client, imap: Imap, password: str, says: str, *, plain: bool
) -> None:
    step = "AUTHENTICATE" if plain else "LOGIN"
    replies: dict[str, Any] = {f"{step} ends": says}
    if plain:
        replies["CAPABILITY"] = ["CAPABILITY IMAP4REV1 AUTH=PLAIN"]
    with mail_server(**replies) as port:
        answer = client.post("/accounts", 400, **imap.form(port=port, username="user", password=password))
    log = answer["connectionLog"].splitlines()[1:]
    assert len(log) == 1
    token = base64.b64encode(f"\0user\0{password}".encode()).decode()
    for form in (password, password.replace("\\", "\\\\").replace('"', '\\"'), token, token[8:-4] or token):
        assert not any(form in line for line in log if "left out" not in line)


def test_what_else_the_mail_server_says_of_a_login_is_kept(client: Client, imap: Imap) -> None:
    replies: dict[str, Any] = {"LOGIN ends": "NO [ALERT] Application-specific password required"}
    with mail_server(**replies) as port:
        answer = client.post("/accounts", 400, **imap.form(port=port, password="s3cret-word"))  # noqa: S106 - of nobody
    assert "[ALERT] Application-specific password required" in answer["connectionLog"]
    assert answer["feedback_code"] == "INVALID_CREDENTIALS"


def test_all_mail_that_is_hidden_is_said_so(client: Client, imap: Imap) -> None:
    gmail: dict[str, Any] = {"CAPABILITY": ["CAPABILITY IMAP4REV1 X-GM-EXT-1"]}
    with mail_server(**gmail) as port:
        answer = client.post("/accounts", 400, **imap.form(port=port))
    assert answer["feedback_code"] == "NO_ACCESS_TO_ALL_MAIL"
    with mail_server(**gmail, LIST=['LIST (\\All) "/" "All Mail"']) as port:
        client.account(**imap.form(port=port))


@pytest.mark.parametrize(("raw_file_list", "files"), [(0, 1), (1, 3)])
def test_files_are_counted_as_asked_for(
    client: Client, shared_server: LiveServer, imap: Imap, raw_file_list: int, files: int
) -> None:
    replies: dict[str, Any] = {
        "LIST": ['LIST () "/" INBOX', 'LIST (\\Trash) "/" Bin', 'LIST (\\Noselect) "/" Box'],
        "EXAMINE": ["1 EXISTS"],
        "SEARCH": ["SEARCH 1"],
        "FETCH": [f"1 FETCH (UID 1 BODYSTRUCTURE {_MESSAGE})"],
    }
    with mail_server(**replies) as port:
        account = client.account(**imap.form(port=port, raw_file_list=raw_file_list))
        shared_server.settle()
    read = client.get(f"/accounts/{account}")
    assert (read["nb_messages"], read["nb_files"]) == (1, files)


class Inbox(BaseHTTPRequestHandler):
    """Keeps the notifications that arrive, in the server's `arrived`."""

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        self.server.arrived.put((self.path, json.loads(content)))  # type: ignore[attr-defined]
        status = 302 if self.path == "/elsewhere" else 500
        self.send_response(status)
        self.send_header("location", "/followed")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def application() -> Iterator[tuple[str, queue.Queue[tuple[str, dict[str, Any]]]]]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Inbox) as server:
        server.arrived = queue.Queue()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", server.arrived  # type: ignore[attr-defined]
        server.shutdown()


def check_signature(content: dict[str, Any], secret: str) -> None:
    message = f"{content['timestamp']}{content['token']}".encode()
    assert content["signature"] == hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def test_the_end_of_the_first_synchronisation_is_told_once(
    client: Client, shared_server: LiveServer, imap: Imap, application: Any
) -> None:
    url, arrived = application
    created = client.post("/accounts", **imap.form(callback_url=f"{url}/elsewhere"))
    path, content = arrived.get(timeout=20)
    assert path == "/elsewhere"
    assert (content["account_id"], content["server_label"]) == (created["id"], created["source"]["label"])
    check_signature(content, client.secret)
    assert client.get(f"/accounts/{created['id']}")["nb_messages"] == 6
    shared_server.settle()
    assert arrived.empty()


def test_a_change_of_state_is_told(
    client: Client, shared_server: LiveServer, imap: Imap, application: Any, contract: Any
) -> None:
    url, arrived = application
    account = client.account(**imap.form(status_callback_url=f"{url}/status?secret=1"))
    path = f"/accounts/{account}/sources/0"
    client.post(path, 200, force_status_check=1)
    client.post(path, 200, password=_WRONG)
    asked, content = arrived.get(timeout=20)
    assert asked == "/status?secret=1"
    assert content["failure"] == "INVALID_CREDENTIALS"
    assert content["account_id"] == account
    check_signature(content, client.secret)
    contract.validate(content, "/components/schemas/StatusNotification")
    client.post(path, 200, password=imap.password)
    assert "failure" not in arrived.get(timeout=20)[1]
    shared_server.settle()
    assert arrived.empty()


def test_secrets_stay_out_of_the_log(
    client: Client, shared_server: LiveServer, imap: Imap, application: Any, caplog: pytest.LogCaptureFixture
) -> None:
    url, arrived = application
    caplog.set_level("INFO")
    client.account(**imap.form(callback_url=f"{url}/?key=in-the-address"))
    arrived.get(timeout=20)
    client.send("GET", "/accounts?first=in-the-query")
    shared_server.settle()
    log = caplog.text
    assert "answered a notification with 500" in log
    assert "GET /2.0/accounts 200" in log
    for secret in (imap.password, client.secret, "in-the-address", "in-the-query", "oauth_"):
        assert secret not in log
