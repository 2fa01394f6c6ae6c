"""The page "accounts" of the independent deployment."""

from __future__ import annotations

import secrets
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tests.conformance.independent.requests import Refused, nothing_here
from tests.conformance.independent.sources import asks_for_mailbox

if TYPE_CHECKING:
    from tests.conformance.independent.pages import Pages
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row

MAXIMUM = 100
NAMES = ("first_name", "last_name")


class Accounts:
    created = HTTPStatus.CREATED

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.store = pages.store

    def answer_collection(self, request: Seen) -> tuple[int, Any]:
        parameters = self.pages.parameters
        match request.method:
            case "GET":
                return HTTPStatus.OK, self.search(parameters.query("/accounts", request))
            case "POST":
                return self.created, self.create(parameters.form("AccountCreateForm", request))
        raise nothing_here()

    def answer(self, name: str, request: Seen) -> tuple[int, Any]:
        account = self.require(name)
        match request.method:
            case "GET":
                return HTTPStatus.OK, self.show(account)
            case "POST":
                self.update(account, self.pages.parameters.form("AccountUpdateForm", request))
                return HTTPStatus.OK, {"success": True}
            case "DELETE":
                self.delete(account)
                return HTTPStatus.OK, {"success": True}
        raise nothing_here()

    def require(self, name: str) -> Row:
        if name not in self.store.accounts or not self.pages.is_own(name):
            raise Refused(HTTPStatus.NOT_FOUND, f"account {name} is invalid")
        return self.store.accounts[name]

    def search(self, query: Row) -> list[Row]:
        selected = (self.select(account, query) for account in self.ordered())
        return self.window([account for account in selected if account is not None], query)

    def ordered(self) -> list[Row]:
        return [account for account in self.store.accounts.values() if self.pages.is_own(account["id"])]

    def select(self, account: Row, query: Row) -> Row | None:
        """The account as a list shows it; None if the query leaves it out."""
        if "email" in query and not self.has_address(account, query["email"]):
            return None
        if "status" not in query and "status_ok" not in query:
            return self.show(account)
        counted = [
            source for source in self.pages.sources.of(account) if self.pages.sources.is_in(source, query)
        ]
        return self.show(account, counted) if counted else None

    def has_address(self, account: Row, email: str) -> bool:
        return email.lower() in map(str.lower, account["email_addresses"])

    def window(self, accounts: list[Row], query: Row) -> list[Row]:
        start = query.get("offset", 0)
        return accounts[start : start + min(query.get("limit", MAXIMUM), MAXIMUM)]

    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        """The account with some sources, by default with its own."""
        shown = self.pages.sources.of(account) if sources is None else sources
        return {
            **account,
            "sources": [self.pages.sources.show(source) for source in shown],
            "resource_url": self.url(account),
        }

    def url(self, account: Row) -> str:
        return self.pages.url(f"/accounts/{account['id']}")

    def create(self, form: Row) -> Row:
        settings = self.pages.sources.open(form) if asks_for_mailbox(form) else None
        account = self.add(form)
        created = self.confirm(account)
        if settings:
            source = self.pages.sources.add(account, settings, form["email"])
            created["source"] = self.pages.sources.refer(source)
        return created

    def confirm(self, account: Row) -> Row:
        return {"success": True, "id": account["id"], "resource_url": self.url(account)}

    def add(self, form: Row) -> Row:
        name = self.new_name()
        self.store.consumers[name] = self.pages.consumer
        account = self.store.accounts[name] = {
            "id": name,
            "username": f"{form['email'].replace('@', '.')}_{secrets.token_hex(8)}",
            "created": self.now(),
            "suspended": 0,
            "email_addresses": [form["email"]],
            "first_name": "",
            "last_name": "",
            "password_expired": 0,
            "nb_messages": 0,
            "nb_files": 0,
        }
        self.set_names(account, form)
        return account

    def new_name(self) -> str:
        return secrets.token_hex(12)

    def now(self) -> int:
        return int(time.time())

    def update(self, account: Row, form: Row) -> None:
        self.set_names(account, form)

    def set_names(self, account: Row, form: Row) -> None:
        account.update({name: form[name] for name in NAMES if name in form})

    def add_address(self, account: Row, email: str) -> None:
        if not self.has_address(account, email):
            account["email_addresses"].append(email)

    def delete(self, account: Row) -> None:
        del self.store.accounts[account["id"]]
        self.pages.sources.delete_of(account)
        self.pages.tokens.delete_of(account)
        self.store.mail.pop(account["id"], None)
