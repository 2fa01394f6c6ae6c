"""Flaws of callbacks: what applications are told, how, and how often."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.conformance.independent import callbacks
from tests.conformance.independent.callbacks import Callbacks
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.sources import Sources

if TYPE_CHECKING:
    from tests.conformance.independent.store import Row

SYNC, STATUS = "src-create-initial-sync-async", "cb-signature"
UNTOLD = {"Nothing is told", "Repair is not told"}
"""The names of the flaws by which a callback never comes."""


@found_by(SYNC, STATUS)
class NothingIsTold(Callbacks):
    def post(self, url: str | None, body: Row) -> None:
        """Tell nobody."""


@found_by(SYNC, STATUS)
class IsToldAsAForm(Callbacks):
    kind = "application/x-www-form-urlencoded"


@found_by(SYNC, STATUS)
class IsToldByPut(Callbacks):
    method = "PUT"


@found_by(SYNC, STATUS)
class IsToldTenTimes(Callbacks):
    def post(self, url: str | None, body: Row) -> None:
        for _ in range(10):
            super().post(url, body)


@found_by(SYNC)
class BodyIsAList(Callbacks):
    def encode(self, body: Row) -> bytes:
        return b"[" + super().encode(body) + b"]"


@found_by(STATUS)
class SignedWithTheKey(Callbacks):
    def secret_of(self, consumer: str) -> str:
        return consumer


@found_by(STATUS)
class TokenIsSignedFirst(Callbacks):
    def message(self, timestamp: int, token: str) -> str:
        return f"{token}{timestamp}"


@found_by(STATUS)
class SignedInBase64(Callbacks):
    def written(self, code: bytes) -> str:
        return callbacks.base64.b64encode(code).decode()


@found_by(STATUS)
class TimeIsThatOfTheCreation(Callbacks):
    def now(self) -> int:
        return int(time.time()) - 86_400


@found_by(STATUS)
class TokenIsAlwaysTheSame(Callbacks):
    def new_token(self) -> str:
        return "0123456789abcdef"


@found_by(STATUS)
class LabelIsMissing(Callbacks):
    def sign(self, body: Row, consumer: str) -> Row:
        signed = super().sign(body, consumer)
        return {name: value for name, value in signed.items() if name != "server_label"}


@found_by(STATUS)
class FailureStays(Callbacks):
    def status(self, source: Row, status: str) -> Row:
        return {**super().status(source, status), "failure": "INVALID_CREDENTIALS"}


@found_by(STATUS)
class RepairIsNotTold(Callbacks):
    def status_changed(self, source: Row, status: str) -> None:
        if status != "OK":
            super().status_changed(source, status)


@found_by(STATUS)
class DeletionIsTold(Sources):
    def delete(self, source: Row) -> None:
        super().delete(source)
        self.pages.callbacks.status_changed(source, "DISABLED")
