"""The calls that every tool makes, and what each must come to."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import httpx
from tests.imap import running_imap
from tests.program import serving
from tests.tools.proxy import SIGNED_WITH, Proxy, running_proxy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STEPS: Final = {
    "create": "creates the account MARY and answers `success`",
    "create_with_source": "creates the account DEMO, first name Demo, with a mailbox at IMAP_PORT; its label",
    "list": "lists by email DEMO, status OK, status_ok 1 and limit 5; the first names",
    "read": "reads the account MARY; its first name",
    "update": "renames Mary to Jane and reads the account; its first name",
    "unused_token": "creates a connect token and reads it; `used`, and whether `expires` is after `created`",
    "used_token": "reads USED_TOKEN; `expires`",
    "list_messages": "lists messages of ACCOUNT of the mock, limit 2; their subjects",
    "read_message": "reads MESSAGE; its subject and the address that it is from",
    "file_content": "reads the content of FILE as text",
    "upload": "stores UPLOAD in the folder INBOX of ACCOUNT; `success`",
    "webhook": "creates a webhook of ACCOUNT and reads it; `callback_url` and `active`",
    "error_400": "creates DEMO's source with a wrong password; status and `value`",
    "error_401": "lists accounts at UNSIGNED; status and `value`",
    "error_404": "reads the account `nobody`; status and `value`",
    "error_429": "lists accounts at LIMITED; status and `value`",
    "error_503": "lists messages at DOWN; status and `value`",
    "delete": "deletes MARY and DEMO; `success` of both",
}
"""What a driver does for each step, and the value that it reports."""

CALLBACK_URL: Final = "https://app.example.com/hook"
UPLOAD: Final = (
    "From: ada@example.com\r\nSubject: Tools\r\nMessage-ID: <tools.1@example.com>\r\n\r\nUploaded.\r\n"
)


@dataclass(frozen=True)
class Deployment:
    """The server and the mock behind the signing proxy, and what drivers have to know of them.

    Attributes:
        proxy: the proxy.
        variables: the environment of every driver.
        expected: the value of every step that is the same for all drivers.
    """

    proxy: Proxy
    variables: dict[str, str]
    expected: dict[str, Any]

    def given(self, name: str) -> dict[str, str]:
        """Return the environment for the driver of a tool, which has accounts of its own."""
        return {**self.variables, "MARY": f"mary@{name}.example.net", "DEMO": f"demo@{name}.example.net"}

    def wanted(self, name: str) -> dict[str, Any]:
        """Return what the steps of a tool's driver must come to."""
        own = {"create_with_source": f"{self.given(name)['DEMO']}::127.0.0.1"}
        return {step: (own | self.expected)[step] for step in STEPS}


@contextmanager
def deployed(folder: Path) -> Iterator[Deployment]:
    """Start the server, the mock, a mailbox and the proxy, and make a used connect token."""
    with ExitStack() as stack:
        server = stack.enter_context(
            serving("--database", ":memory:", "--allow-private", log=folder / "server.log", **SIGNED_WITH)
        )
        mock = stack.enter_context(serving(command="mock", log=folder / "mock.log"))
        imap = stack.enter_context(running_imap(folder / "imap.log"))
        proxy = stack.enter_context(running_proxy({"server": server.origin, "mock": mock.origin}))
        client = stack.enter_context(httpx.Client(trust_env=False, timeout=60))
        account = client.get(f"{proxy.origin}/mock/2.0/accounts").json()[0]["id"]
        of_account = f"{proxy.origin}/mock/2.0/accounts/{account}"
        messages = client.get(f"{of_account}/messages").json()
        file = client.get(f"{of_account}/files").json()[0]["file_id"]
        variables = {
            "API": f"{proxy.origin}/server/2.0",
            "UNSIGNED": f"{proxy.origin}/unsigned/server/2.0",
            "MOCK": f"{proxy.origin}/mock/2.0",
            "LIMITED": f"{proxy.origin}/429/mock/2.0",
            "DOWN": f"{proxy.origin}/503/mock/2.0",
            "IMAP_PORT": str(imap.port),
            "USED_TOKEN": _used_token(client, f"{proxy.origin}/server/2.0", imap.form()),
            "ACCOUNT": account,
            "MESSAGE": messages[0]["message_id"],
            "FILE": file,
            "CALLBACK_URL": CALLBACK_URL,
            "UPLOAD": UPLOAD,
            "STEPS": ",".join(STEPS),
        }
        expected = {
            "create": True,
            "list": ["Demo"],
            "read": "Mary",
            "update": "Jane",
            "unused_token": [0, True],
            "used_token": False,
            "list_messages": [message["subject"] for message in messages[:2]],
            "read_message": [messages[0]["subject"], messages[0]["addresses"]["from"]["email"]],
            "file_content": client.get(f"{of_account}/files/{file}/content").text,
            "upload": True,
            "webhook": [CALLBACK_URL, True],
            "error_400": [400, "the mail server refused this user name and password"],
            "error_401": [401, client.get(f"{proxy.origin}/unsigned/server/2.0/accounts").json()["value"]],
            "error_404": [404, "account nobody is invalid"],
            "error_429": [429, client.get(f"{proxy.origin}/429/mock/2.0/accounts").json()["value"]],
            "error_503": [
                503,
                client.get(f"{proxy.origin}/503/mock/2.0/accounts/{account}/messages").json()["value"],
            ],
            "delete": [True, True],
        }
        yield Deployment(proxy, variables, expected)


def _used_token(client: httpx.Client, base_url: str, mailbox: dict[str, Any]) -> str:
    """Return a connect token that a person has used."""
    form = {"callback_url": CALLBACK_URL, "email": "used@example.net"}
    created = client.post(f"{base_url}/connect_tokens", data=form).json()
    fields = {name: mailbox[name] for name in ("server", "port", "username", "password")}
    assert client.post(created["browser_redirect_url"], data=fields).status_code == 303
    return str(created["token"])
