"""Callbacks of the independent deployment, which reaches nothing but this machine."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
from tests.conformance.independent.signatures import SECRETS

if TYPE_CHECKING:
    from tests.conformance.independent.pages import Pages
    from tests.conformance.independent.store import Row

__all__ = ["Callbacks", "base64"]
TIMEOUT = 5.0


class Callbacks:
    method, kind = "POST", "application/json"

    def __init__(self, pages: Pages) -> None:
        self.pages = pages

    def synchronised(self, source: Row) -> None:
        self.post(source["callback_url"], {"account_id": source["owner"], "server_label": source["label"]})

    def status_changed(self, source: Row, status: str) -> None:
        consumer = self.pages.store.consumers[source["owner"]]
        self.post(source["status_callback_url"], self.sign(self.status(source, status), consumer))

    def status(self, source: Row, status: str) -> Row:
        failure = {} if status == "OK" else {"failure": status}
        return {"account_id": source["owner"], "server_label": source["label"], **failure}

    def sign(self, body: Row, consumer: str) -> Row:
        timestamp, token = self.now(), self.new_token()
        message, secret = self.message(timestamp, token), self.secret_of(consumer)
        code = hmac.new(secret.encode(), message.encode(), hashlib.sha256).digest()
        return {**body, "timestamp": timestamp, "token": token, "signature": self.written(code)}

    def secret_of(self, consumer: str) -> str:
        return SECRETS[consumer]

    def message(self, timestamp: int, token: str) -> str:
        return f"{timestamp}{token}"

    def written(self, code: bytes) -> str:
        return code.hex()

    def now(self) -> int:
        return int(time.time())

    def new_token(self) -> str:
        return secrets.token_hex(16)

    def encode(self, body: Row) -> bytes:
        return json.dumps(body).encode()

    def post(self, url: str | None, body: Row) -> None:
        if urlsplit(url or "").hostname != "127.0.0.1":
            return
        headers = {"Content-Type": self.kind}
        with suppress(httpx.HTTPError), httpx.Client(trust_env=False, timeout=TIMEOUT) as client:
            client.request(self.method, str(url), content=self.encode(body), headers=headers)
