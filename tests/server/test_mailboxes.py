"""Mailboxes on mail servers as they can be: encrypted, odd, slow, hostile; and the callbacks."""

from __future__ import annotations

import hashlib
import hmac
import json
import queue
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.certificates import self_signed, server_side
from tests.conftest import running_server
from tests.server.mail_server import run_mail_server
from tests.sockets import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Client, Contract, LiveServer
    from tests.imap import Imap

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


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def server_tls(certificate: Path) -> ssl.SSLContext:
    return server_side(certificate)


@pytest.fixture(scope="module")
def hasty(contract: Contract) -> Iterator[Client]:
    """A client of a server that does not wait long for mail servers."""
    with running_server(contract, mailbox_timeout=0.2) as live:
        yield live.client()


def log_of(error: dict[str, Any]) -> list[str]:
    return str(error["connectionLog"]).splitlines()


def test_a_mailbox_opens_over_tls_if_the_certificate_is_trusted(
    new_server: Callable[..., LiveServer], imap: Imap, certificate: Path, server_tls: ssl.SSLContext
) -> None:
    trusting = new_server(mailbox_tls=ssl.create_default_context(cafile=certificate)).client()
    with run_mail_server(server_tls) as port:
        account = trusting.account(**imap.form(port=port, use_ssl=1))
    assert trusting.get(f"/accounts/{account}/sources/0")["use_ssl"] is True


def test_an_untrusted_certificate_is_refused(client: Client, imap: Imap, server_tls: ssl.SSLContext) -> None:
    with run_mail_server(server_tls) as port:
        error = client.post("/accounts", 400, **imap.form(port=port, use_ssl=1))
    assert error["feedback_code"] == "CONNECTION_IMPOSSIBLE"
    assert "TLS" in error["value"]
    assert log_of(error) == [
        f"connecting to 127.0.0.1:{port} with TLS",
        "TLS failed: self-signed certificate",
    ]


def test_tls_toward_a_plain_mail_server_is_refused(client: Client, imap: Imap) -> None:
    error = client.post("/accounts", 400, **imap.form(use_ssl=1))
    assert error["feedback_code"] == "CONNECTION_IMPOSSIBLE"


def test_a_closed_port_is_out_of_reach(client: Client, imap: Imap) -> None:
    port = free_port()
    error = client.post("/accounts", 503, **imap.form(port=port))
    assert error["feedback_code"] == "CONNECTION_IMPOSSIBLE"
    assert log_of(error) == [f"connecting to 127.0.0.1:{port}", "Connection refused"]


def test_impossible_hosts_are_out_of_reach(client: Client, imap: Imap) -> None:
    for server in ("a..b", "x" * 300, "☃" * 70):
        error = client.post("/accounts", 503, **imap.form(server=server))
        assert error["feedback_code"] == "CONNECTION_IMPOSSIBLE"


def test_a_silent_mail_server_is_given_up_in_time(new_server: Callable[..., LiveServer], imap: Imap) -> None:
    client = new_server(mailbox_timeout=0.1).client()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        error = client.post("/accounts", 503, **imap.form(port=silent.getsockname()[1]))
    assert error["feedback_code"] == "CONNECTION_IMPOSSIBLE"
    assert log_of(error)[1:] == ["no response in time"]


@pytest.mark.parametrize("operation", ["accounts_create", "sources_create", "sources_update"])
def test_other_calls_go_on_while_a_mail_server_is_awaited(
    new_server: Callable[..., LiveServer], imap: Imap, operation: str
) -> None:
    reached, may_answer = threading.Event(), threading.Event()
    may_answer.set()

    def wait() -> list[str]:
        reached.set()
        may_answer.wait(60)
        return []

    server = new_server(mailbox_timeout=60)
    client = server.client()
    with run_mail_server(LOGIN=wait) as port, ThreadPoolExecutor(1) as pool:
        form = imap.form(port=port)
        account = client.post("/accounts", 201, **form)["id"]
        server.settle()
        reached.clear()
        may_answer.clear()
        path, fields = {
            "accounts_create": ("/accounts", form),
            "sources_create": (f"/accounts/{account}/sources", form),
            "sources_update": (f"/accounts/{account}/sources/0", {"force_status_check": 1}),
        }[operation]
        waiting = pool.submit(client.send, "POST", path, data=fields)
        assert reached.wait(60)
        assert client.get(f"/accounts/{account}")["id"] == account
        assert not waiting.done()
        may_answer.set()
        assert waiting.result().ok


def test_a_server_of_another_protocol_is_refused(client: Client, imap: Imap) -> None:
    for greeting in (b"HTTP/1.1 400 Bad Request\r\n", b"\xff" * 100 + b"\r\n", b"* BYE full\r\n"):
        with run_mail_server(greeting=greeting) as port:
            error = client.post("/accounts", 400, **imap.form(port=port))
        assert error["feedback_code"] == "CONNECTION_IMPOSSIBLE"
        assert "does not speak IMAP" in error["value"]
        assert log_of(error)[1:] == ["a response that is not IMAP"]


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["CAPABILITY", "LIST", "LOGIN"]),
    text=st.text(st.characters(codec="latin-1"), max_size=40),
)
def test_no_mail_server_causes_a_500(hasty: Client, imap: Imap, name: str, text: str) -> None:
    replies: dict[str, Any] = {"CAPABILITY": ["CAPABILITY IMAP4REV1 X-GM-EXT-1"]}
    replies[name] = [f"{name} {text}", text]
    with run_mail_server(**replies) as port:
        response = hasty.send("POST", "/accounts", data=imap.form(port=port))
    assert response.status_code in {201, 400, 503}


def test_odd_credentials_are_sent_as_they_are(client: Client, imap: Imap) -> None:
    for username, password in (("a\r\nX LOGOUT", "p"), ("ü", "ß"), ('"', "\\")):
        error = client.post("/accounts", 400, **imap.form(username=username, password=password))
        assert error["feedback_code"] == "INVALID_CREDENTIALS"


def test_credentials_beyond_ascii_need_a_mail_server_that_takes_them(client: Client, imap: Imap) -> None:
    with run_mail_server() as port:
        error = client.post("/accounts", 400, **imap.form(port=port, username="ü"))
    assert error["feedback_code"] == "INVALID_CREDENTIALS"
    assert "ASCII" in error["connectionLog"]


class Login:
    """A mail server that responds to every login in the same way, which may be changed."""

    def __init__(self) -> None:
        self.plain = False
        self.text = self.tagged = ""

    def replies(self) -> dict[str, Any]:
        plain, plain_login = "CAPABILITY IMAP4REV1", "CAPABILITY IMAP4REV1 AUTH=PLAIN"
        return {
            "greeting": lambda: b"* OK %s\r\n" % self.text.encode(),
            "CAPABILITY": lambda: [plain_login if self.plain else plain],
            **{name: lambda: [f"OK {self.text}"] for name in ("LOGIN", "AUTHENTICATE")},
            **{f"{name} ends": lambda: self.tagged for name in ("LOGIN", "AUTHENTICATE")},
        }


@pytest.fixture(scope="module")
def refusing() -> Iterator[tuple[int, Login]]:
    login = Login()
    with run_mail_server(**login.replies()) as port:
        yield port, login


_PRINTABLE = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="{[")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    password=st.text(_PRINTABLE, min_size=1, max_size=20),
    text=st.tuples(*[st.sampled_from(["", "{sent}", "{decoded}"]) | st.text(_PRINTABLE, max_size=20)] * 2),
    status=st.sampled_from(["NO", "BAD", "OH", "no"]),
    code=st.sampled_from(
        ["", "[AUTHENTICATIONFAILED] ", "[ALERT] ", "[WEBALERT https://x.test/] ", "[S3CRET] "]
    ),
)
def test_nothing_that_the_mail_server_says_reaches_the_answer(  # noqa: PLR0913, PLR0917 - parts of a case
    client: Client, imap: Imap, refusing: Any, password: str, text: tuple[str, str], status: str, code: str
) -> None:
    port, login = refusing
    login.plain, login.text = not password.isascii(), "".join(text)
    login.tagged = f"{status} {code}{login.text}"
    error = client.post("/accounts", 400, **imap.form(port=port, username="user", password=password))
    name = code.strip("[] ").partition(" ")[0]
    response = "BAD" if status == "BAD" else "NO"
    if name not in {"", "S3CRET"}:
        response += f" [{name}]"
    assert log_of(error) == [
        f"connecting to 127.0.0.1:{port}",
        "connected",
        "AUTHENTICATE PLAIN ***" if login.plain else "LOGIN ***",
        "the connection ended without a valid response" if status == "no" else response,
    ]
    refused = "the mail server refused this user name and password", "INVALID_CREDENTIALS"
    odd = f"127.0.0.1:{port} does not speak IMAP", "CONNECTION_IMPOSSIBLE"
    value, feedback_code = odd if status == "no" else refused
    assert error == {
        "type": "error",
        "value": value,
        "success": False,
        "feedback_code": feedback_code,
        "connectionLog": error["connectionLog"],
    }


def test_all_mail_that_is_hidden_is_reported(client: Client, imap: Imap) -> None:
    gmail: dict[str, Any] = {"CAPABILITY": ["CAPABILITY IMAP4REV1 X-GM-EXT-1"]}
    with run_mail_server(**gmail) as port:
        error = client.post("/accounts", 400, **imap.form(port=port))
    assert error["feedback_code"] == "NO_ACCESS_TO_ALL_MAIL"
    assert log_of(error)[2:] == ["LOGIN ***", "OK", "LIST", "OK"]
    with run_mail_server(**gmail, LIST=['LIST (\\All) "/" "All Mail"']) as port:
        client.account(**imap.form(port=port))


@pytest.mark.parametrize(("raw_file_list", "files"), [(0, 1), (1, 3)])
def test_files_are_counted_with_or_without_noise(
    client: Client, shared_server: LiveServer, imap: Imap, raw_file_list: int, files: int
) -> None:
    replies: dict[str, Any] = {
        "LIST": ['LIST () "/" INBOX', 'LIST (\\Trash) "/" Bin', 'LIST (\\Noselect) "/" Box'],
        "EXAMINE": ["1 EXISTS"],
        "SEARCH": ["SEARCH 1"],
        "FETCH": [f"1 FETCH (UID 1 BODYSTRUCTURE {_MESSAGE})"],
    }
    with run_mail_server(**replies) as port:
        account = client.account(**imap.form(port=port, raw_file_list=raw_file_list))
        shared_server.settle()
    read = client.get(f"/accounts/{account}")
    assert (read["nb_messages"], read["nb_files"]) == (1, files)


class Inbox(BaseHTTPRequestHandler):
    """Puts the callbacks that arrive into the server's `arrived`."""

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


def test_callback_url_is_called_once_after_the_first_synchronisation(
    client: Client, shared_server: LiveServer, imap: Imap, application: Any
) -> None:
    url, arrived = application
    created = client.post("/accounts", **imap.form(callback_url=f"{url}/elsewhere"))
    path, content = arrived.get(timeout=60)
    assert path == "/elsewhere"
    assert (content["account_id"], content["server_label"]) == (created["id"], created["source"]["label"])
    check_signature(content, client.secret)
    assert client.get(f"/accounts/{created['id']}")["nb_messages"] == 6
    shared_server.settle()
    assert arrived.empty()


def test_status_callback_url_is_called_when_the_status_changes(
    client: Client, shared_server: LiveServer, imap: Imap, application: Any, contract: Any
) -> None:
    url, arrived = application
    account = client.account(**imap.form())
    path = f"/accounts/{account}/sources/0"
    client.post(path, 200, status_callback_url=f"{url}/status?secret=1")
    client.post(path, 200, force_status_check=1)
    client.post(path, 200, password=_WRONG)
    asked, content = arrived.get(timeout=60)
    assert asked == "/status?secret=1"
    assert content["failure"] == client.get(path)["status"] == "INVALID_CREDENTIALS"
    assert content["failure_message"] == client.get(path)["status_message"]
    assert content["account_id"] == account
    check_signature(content, client.secret)
    contract.served.schemas["StatusNotification"].validator.validate(content)
    client.post(path, 200, password=imap.password)
    assert "failure" not in arrived.get(timeout=60)[1]
    shared_server.settle()
    assert arrived.empty()


def test_secrets_stay_out_of_the_log(
    client: Client, shared_server: LiveServer, imap: Imap, application: Any, caplog: pytest.LogCaptureFixture
) -> None:
    url, arrived = application
    caplog.set_level("INFO")
    client.account(**imap.form(callback_url=f"{url}/?key=in-the-address"))
    arrived.get(timeout=60)
    client.send("GET", "/accounts?first=in-the-query")
    shared_server.settle()
    log = caplog.text
    assert "it answered with 500" in log
    assert "GET /2.0/accounts 200" in log
    for secret in (imap.password, client.secret, "in-the-address", "in-the-query", "oauth_"):
        assert secret not in log
