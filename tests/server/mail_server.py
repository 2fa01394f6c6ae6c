"""A scripted IMAP server, for mail servers as they can be: odd, hostile, encrypted."""

from __future__ import annotations

import base64
import socketserver
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator


class Script(socketserver.StreamRequestHandler):
    """Responds as the server's `replies` say."""

    def handle(self) -> None:
        replies = self.server.replies  # type: ignore[attr-defined]
        self.wfile.write(value_of(replies.get("greeting", b"* OK hello\r\n")))
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(" ")
            replies.get("commands", []).append(command)
            name = command.replace("UID ", "").split()[0].upper()
            for untagged in value_of(replies.get(name, [])):
                self.wfile.write(f"* {untagged}\r\n".encode())
            decoded = ""
            if name == "AUTHENTICATE":
                self.wfile.write(b"+\r\n")
                command = self.rfile.readline().decode().strip()
                decoded = base64.b64decode(command).decode().replace("\0", " ")
            tagged = value_of(replies.get(f"{name} ends", "OK done"))
            tagged = tagged.replace("{sent}", command).replace("{decoded}", decoded or command)
            self.wfile.write(f"{tag} {tagged}\r\n".encode())
            if name == "LOGOUT":
                return


def value_of(reply: Any) -> Any:
    return reply() if callable(reply) else reply


@contextmanager
def run_mail_server(tls: ssl.SSLContext | None = None, **replies: Any) -> Iterator[int]:
    """Run a scripted mail server and yield its port.

    Args:
        tls: the server's side of TLS; None for plain text.
        **replies: by the name of a command: its untagged responses; by the name and `ends`: the tagged
            response, in which `{sent}` is the command or the credentials as the client sent them, and
            `{decoded}` the credentials; by `greeting`: the greeting. Functions are called for each use. By
            `commands`: a list, which gets the commands.
    """

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def get_request(self) -> Any:
            connection, address = super().get_request()
            return (tls.wrap_socket(connection, server_side=True) if tls else connection), address

        def handle_error(self, *_: object) -> None:
            pass  # a client that goes away is no error of this server

    responses = {"CAPABILITY": ["CAPABILITY IMAP4REV1"], "LIST": ['LIST () "/" INBOX'], **replies}
    with Server(("127.0.0.1", 0), Script) as server:
        server.replies = responses  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
