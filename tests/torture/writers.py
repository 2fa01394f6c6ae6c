"""Clients that write to a server which is killed now and then, and remember what it acknowledged."""

from __future__ import annotations

import http.client
import json
import random
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from tests.torture.signing import Request

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WITHIN: Final = 30.0
_PAUSE: Final = 0.05
_PAGE: Final = 100


@dataclass
class Memory:
    """What was acknowledged, and what may have happened without an answer.

    Attributes:
        accounts: ids of accounts that were created, alone or through a connect link.
        gone: ids of accounts that were deleted.
        doubtful: ids of accounts whose deletion was asked for and not answered.
        links: connect tokens that were used, with how often that was acknowledged.
        replayed: how many signed requests were accepted a second time.
        writes: how many writes were acknowledged.
        faults: how many answers had the status 500.
    """

    accounts: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    links: dict[str, int] = field(default_factory=dict)
    replayed: int = 0
    writes: int = 0
    faults: int = 0

    @property
    def kept(self) -> set[str]:
        """The accounts that must be there."""
        return self.accounts - self.gone - self.doubtful


class Writers:
    """Threads that create accounts with mailboxes, use connect links twice at once, and delete accounts."""

    def __init__(self, origins: Sequence[str], mailbox: Mapping[str, str], callback_url: str) -> None:
        """Set where the servers are, the form of a mailbox, and who is told that it is synchronised."""
        self.memory = Memory()
        self._origins, self._mailbox, self._callback_url = origins, mailbox, callback_url
        self._lock, self._stopping = threading.Lock(), threading.Event()
        self._pool = ThreadPoolExecutor(4)
        self._threads = [threading.Thread(target=self._write, daemon=True) for _ in range(2)]

    def start(self) -> None:
        """Begin to write."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Write no more."""
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        self._pool.shutdown()

    def list_accounts(self) -> set[str]:
        """Return the ids of all accounts that are there."""
        found: set[str] = set()
        while True:
            query = [("limit", str(_PAGE)), ("offset", str(len(found)))]
            page = self._call(Request("GET", self._origins[0], "/2.0/accounts", query=query).sign())[1]
            found |= {account["id"] for account in page}
            if len(page) < _PAGE:
                return found

    def is_used(self, token: str) -> bool:
        """Return whether a connect token is marked as used."""
        request = Request("GET", self._origins[0], f"/2.0/connect_tokens/{token}").sign()
        return bool(self._call(request)[1].get("used"))

    def _write(self) -> None:
        steps = (self._create_account, self._create_account, self._use_link_twice, self._delete_account)
        while not self._stopping.wait(_PAUSE):
            with suppress(OSError, http.client.HTTPException):  # the server was killed before it answered
                random.choice(steps)(random.choice(self._origins))  # noqa: S311 - no secret comes of it

    def _create_account(self, origin: str) -> None:
        fields = {**self._mailbox, "callback_url": self._callback_url}
        request = Request("POST", origin, "/2.0/accounts", form=list(fields.items())).sign()
        status, body = self._call(request)
        if status == http.HTTPStatus.CREATED:
            with self._lock:
                self.memory.accounts.add(body["id"])
                self.memory.writes += 1
            again, _ = self._call(request)
            with self._lock:
                self.memory.replayed += again == http.HTTPStatus.CREATED

    def _use_link_twice(self, origin: str) -> None:
        fields = {"callback_url": "https://app.example.com/", "source_callback_url": self._callback_url}
        request = Request("POST", origin, "/2.0/connect_tokens", form=list(fields.items())).sign()
        status, body = self._call(request)
        if status != http.HTTPStatus.CREATED:
            return
        with self._lock:
            self.memory.writes += 1
        posts = [
            self._pool.submit(self._call, Request("POST", origin, f"/connect/{body['token']}", form=form))
            for form in [list(self._mailbox.items())] * 2
        ]
        used = 0
        for post in posts:
            try:
                used += post.result()[0] == http.HTTPStatus.SEE_OTHER
            except (OSError, http.client.HTTPException):
                continue
        if used:
            with self._lock:
                self.memory.links[body["token"]] = used
                self.memory.writes += 1

    def _delete_account(self, origin: str) -> None:
        with self._lock:
            left = self.memory.kept
            if len(left) < _PAGE // 5:
                return
            account = left.pop()
            self.memory.doubtful.add(account)
        status, _ = self._call(Request("DELETE", origin, f"/2.0/accounts/{account}").sign())
        if status == http.HTTPStatus.OK:
            with self._lock:
                self.memory.gone.add(account)
                self.memory.writes += 1

    def _call(self, request: Request) -> tuple[int, Any]:
        """Send a request; return the status, and the body if it is JSON.

        Raises:
            OSError: if the server does not answer.
            http.client.HTTPException: if the server ends in the middle of its answer.
        """
        address = urlsplit(request.origin).netloc
        with closing(http.client.HTTPConnection(address, timeout=_WITHIN)) as connection:
            fields = dict(request.fields)
            if request.form and not request.oauth:
                fields["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(request.method, request.target, request.body or None, fields)
            response = connection.getresponse()
            content = response.read()
            with self._lock:
                self.memory.faults += response.status == http.HTTPStatus.INTERNAL_SERVER_ERROR
            is_json = (response.getheader("Content-Type") or "").startswith("application/json")
            return response.status, json.loads(content) if is_json else None


def mailbox_at(port: int) -> dict[str, str]:
    """Return the form of a mailbox on the loopback."""
    return {
        "email": f"{secrets.token_hex(4)}@example.com",
        "server": "127.0.0.1",
        "port": str(port),
        "use_ssl": "0",
        "type": "IMAP",
        "username": "torture",
        "password": "torture",
    }
