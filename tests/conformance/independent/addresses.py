"""The page "email_addresses" of the independent deployment."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conformance.independent.requests import Refused, nothing_here

if TYPE_CHECKING:
    from tests.conformance.independent.pages import Pages
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row


class Addresses:
    """The addresses of an account, of which the first is the primary one."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages

    def answer(self, owner: str, path: list[str], request: Seen) -> tuple[int, Any]:
        account = self.pages.accounts.require(owner)
        match [request.method, *path]:
            case ["GET"]:
                return HTTPStatus.OK, [self.show(account, each) for each in self.listed(account)]
            case ["POST"]:
                return HTTPStatus.CREATED, self.add(
                    account, self.pages.parameters.form("EmailAddressCreateForm", request)
                )
            case [_, email]:
                if email not in account["email_addresses"]:
                    raise Refused(HTTPStatus.NOT_FOUND, f"email address {email} is invalid")
                return HTTPStatus.OK, self.answer_one(account, email, request)
        raise nothing_here()

    def listed(self, account: Row) -> list[str]:
        return list(account["email_addresses"])

    def answer_one(self, account: Row, email: str, request: Seen) -> Row:
        match request.method:
            case "GET":
                return self.show(account, email)
            case "POST":
                if self.pages.parameters.form("EmailAddressUpdateForm", request).get("primary") == 1:
                    account["email_addresses"].sort(key=lambda each: each != email)
            case "DELETE":
                if email == account["email_addresses"][0]:
                    raise Refused(HTTPStatus.BAD_REQUEST, f"{email} is the primary address")
                account["email_addresses"].remove(email)
            case _:
                raise nothing_here()
        return {"success": True}

    def add(self, account: Row, form: Row) -> Row:
        email = form["email_address"]
        self.pages.accounts.add_address(account, email)
        return {"success": True, "email_address": email, "resource_url": self.url(account, email)}

    def show(self, account: Row, email: str) -> Row:
        primary = int(self.is_primary(account, email))
        return {
            "email": email,
            "validated": 0,
            "primary": primary,
            "resource_url": self.url(account, email),
        }

    def is_primary(self, account: Row, email: str) -> bool:
        return bool(email == account["email_addresses"][0])

    def url(self, account: Row, email: str) -> str:
        return f"{self.pages.accounts.url(account)}/email_addresses/{quote(email, safe='')}"
