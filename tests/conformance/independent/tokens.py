"""The pages "connect_tokens" and "accounts/connect_tokens" of the independent deployment."""

from __future__ import annotations

import secrets
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conformance.independent.requests import Refused, nothing_here

if TYPE_CHECKING:
    from tests.conformance.independent.pages import Pages
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row

LIFETIME = 24 * 60 * 60
TEXTS = ("email", "first_name", "last_name")
URLS = ("status_callback_url", "source_callback_url")


class Tokens:
    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.store = pages.store

    def answer(self, owner: str | None, path: list[str], request: Seen) -> tuple[int, Any]:
        """Answer about the tokens of an account; without one, about those that make accounts."""
        if owner is not None:
            self.pages.accounts.require(owner)
        match request.method, path:
            case "GET", []:
                return HTTPStatus.OK, self.show_all(owner)
            case "POST", []:
                form = self.pages.parameters.form("ConnectTokenCreateForm", request)
                return HTTPStatus.CREATED, self.create(owner, form)
            case "GET", [name]:
                return HTTPStatus.OK, self.show(self.require(owner, name))
            case "DELETE", [name]:
                self.delete(self.require(owner, name))
                return HTTPStatus.OK, {"success": True}
        raise nothing_here()

    def require(self, owner: str | None, name: str) -> Row:
        token = self.store.tokens.get(name)
        if token is None or token["owner"] != owner or not self.pages.is_own(name):
            raise Refused(HTTPStatus.NOT_FOUND, f"connect token {name} is invalid")
        return token

    def show_all(self, owner: str | None) -> Any:
        return [self.show(token) for token in self.of(owner)]

    def of(self, owner: str | None) -> list[Row]:
        tokens = [token for token in self.store.tokens.values() if token["owner"] == owner]
        return [token for token in tokens if self.pages.is_own(token["token"])]

    def show(self, token: Row) -> Row:
        columns = {name: value for name, value in token.items() if name != "owner"}
        return columns | {"account": {}, "resource_url": self.url(token)}

    def url(self, token: Row) -> str:
        scope = f"/accounts/{quote(token['owner'], safe='')}" if token["owner"] else ""
        return self.pages.url(f"{scope}/connect_tokens/{token['token']}")

    def create(self, owner: str | None, form: Row) -> Row:
        return self.confirm(self.add(owner, form))

    def confirm(self, token: Row) -> Row:
        return {
            "success": True,
            "token": token["token"],
            "resource_url": self.url(token),
            "browser_redirect_url": f"{self.pages.origin}/connect/{token['token']}",
        }

    def add(self, owner: str | None, form: Row) -> Row:
        name, now = self.new_name(form), int(time.time())
        self.store.consumers[name] = self.pages.consumer
        token = self.store.tokens[name] = {
            "owner": owner,
            "token": name,
            "created": now,
            "used": 0,
            "expires": self.end(now),
            **self.columns(form),
        }
        return token

    def columns(self, form: Row) -> Row:
        return {
            "callback_url": form["callback_url"],
            **{name: form.get(name, "") for name in TEXTS},
            **{name: form.get(name) for name in URLS},
            "source_raw_file_list": form.get("source_raw_file_list") == 1,
        }

    def new_name(self, form: Row) -> str:
        del form
        return secrets.token_hex(8)

    def end(self, created: int) -> int:
        return created + LIFETIME

    def delete(self, token: Row) -> None:
        del self.store.tokens[token["token"]]

    def delete_of(self, account: Row) -> None:
        for token in self.of(account["id"]):
            self.delete(token)
