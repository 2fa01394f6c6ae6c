"""The page "accounts/sources" of the independent deployment."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conformance.independent import mailboxes
from tests.conformance.independent.requests import Refused, nothing_here

if TYPE_CHECKING:
    from tests.conformance.independent.pages import Pages
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row

SETTINGS = ("server", "username", "port", "use_ssl", "password")
FLAGS = ("sync_flags", "sync_all_folders", "expunge_on_deleted_flag", "raw_file_list")
SHOWN = (
    *("label", "server", "username", "port", "use_ssl", "status", "status_message", "callback_url"),
    *("status_callback_url", *FLAGS),
)
SENTENCES = {
    mailboxes.OK: None,
    mailboxes.REFUSED: "the mail server refused this username and password",
    mailboxes.UNREACHABLE: "the mail server does not answer",
}


def asks_for_mailbox(form: Row) -> bool:
    return any(name in SETTINGS or name.startswith("provider_") for name in form)


class Sources:
    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.store = pages.store

    def answer(self, account_name: str, path: list[str], request: Seen) -> tuple[int, Any]:
        account = self.pages.accounts.require(account_name)
        match path:
            case []:
                return self.answer_collection(account, request)
            case [label]:
                return HTTPStatus.OK, self.answer_one(self.require(account, label), request)
        raise nothing_here()

    def answer_collection(self, account: Row, request: Seen) -> tuple[int, Any]:
        parameters = self.pages.parameters
        match request.method:
            case "GET":
                return HTTPStatus.OK, self.search(
                    account, parameters.query("/accounts/{id}/sources", request)
                )
            case "POST":
                return HTTPStatus.CREATED, self.create(account, parameters.form("SourceCreateForm", request))
        raise nothing_here()

    def answer_one(self, source: Row, request: Seen) -> Row:
        match request.method:
            case "GET":
                return self.show(source)
            case "POST":
                return self.update(source, self.pages.parameters.form("SourceUpdateForm", request))
            case "DELETE":
                self.delete(source)
                return {"success": True}
        raise nothing_here()

    def require(self, account: Row, label: str) -> Row:
        sources = self.of(account)
        if label == "0" and sources:
            return sources[0]
        for source in sources:
            if source["label"] == label:
                return source
        raise Refused(HTTPStatus.NOT_FOUND, f"source {label} is invalid")

    def of(self, account: Row) -> list[Row]:
        return [source for source in self.store.sources if source["owner"] == account["id"]]

    def search(self, account: Row, query: Row) -> list[Row]:
        return [self.show(source) for source in self.of(account) if self.is_in(source, query)]

    def is_in(self, source: Row, query: Row) -> bool:
        """Whether a source is in the state that a query asks for."""
        status, is_ok = source["status"], source["status"] == "OK"
        return bool(query.get("status", status) == status and query.get("status_ok", is_ok) == is_ok)

    def show(self, source: Row) -> Row:
        kind = {"type": "imap", "authentication_type": "password", "resource_url": self.url(source)}
        return {name: source[name] for name in SHOWN} | kind

    def url(self, source: Row) -> str:
        owner, label = (quote(source[name], safe="") for name in ("owner", "label"))
        return self.pages.url(f"/accounts/{owner}/sources/{label}")

    def refer(self, source: Row) -> Row:
        return {"label": source["label"], "resource_url": self.url(source)}

    def create(self, account: Row, form: Row) -> Row:
        return {"success": True} | self.refer(self.add(account, self.open(form), form["email"]))

    def open(self, form: Row) -> Row:
        """Log in to the mailbox of a form, and return its columns; refuse a form that does not open it."""
        self.refuse_provider(form)
        status = mailboxes.state_of(form)
        if status != mailboxes.OK:
            code = (
                HTTPStatus.SERVICE_UNAVAILABLE if status == mailboxes.UNREACHABLE else HTTPStatus.BAD_REQUEST
            )
            log = f"connecting to {form['server']}:{form['port']} as {form['username']}"
            raise Refused(code, str(SENTENCES[status]), feedback_code=status, connectionLog=log)
        settings = {name: form[name] for name in SETTINGS}
        return settings | {"use_ssl": form["use_ssl"] == 1} | self.options(form)

    def refuse_provider(self, form: Row) -> None:
        if any(name.startswith("provider_") for name in form):
            raise Refused(HTTPStatus.BAD_REQUEST, "provider_consumer_key is not registered")

    def options(self, form: Row) -> Row:
        """The columns of the options in a form, and what they start with."""
        urls = {name: form.get(name) for name in ("callback_url", "status_callback_url")}
        return urls | {name: form.get(name, 0) == 1 for name in FLAGS}

    def add(self, account: Row, columns: Row, email: str) -> Row:
        label = self.new_label(account, f"{email}::{columns['server']}")
        state = {"status": mailboxes.OK, "status_message": None}
        source = {"owner": account["id"], "label": label, **columns, **state}
        self.store.sources.append(source)
        self.pages.accounts.add_address(account, email)
        self.pages.callbacks.synchronised(source)
        return source

    def new_label(self, account: Row, wanted: str) -> str:
        taken = {source["label"] for source in self.of(account)}
        labels = (wanted if number == 1 else f"{wanted}::{number}" for number in range(1, len(taken) + 2))
        return next(label for label in labels if label not in taken)

    def update(self, source: Row, form: Row) -> Row:
        if form.get("force_status_check") == 1:
            if len(form) > 1:
                raise Refused(HTTPStatus.BAD_REQUEST, "force_status_check must be the only field")
            return {"status": self.test(source)}
        self.refuse_provider(form)
        self.change(source, form)
        if "status" in form and source["status"] != mailboxes.OK:
            self.test(source)
        return {"success": True}

    def change(self, source: Row, form: Row) -> None:
        source.update({name: form[name] == 1 for name in FLAGS if name in form})
        source.update({name: form[name] for name in ("password", "status_callback_url") if name in form})

    def test(self, source: Row) -> str:
        status, before = mailboxes.state_of(source), source["status"]
        source.update(status=status, status_message=SENTENCES[status])
        if status != before:
            self.pages.callbacks.status_changed(source, status)
        return status

    def delete(self, source: Row) -> None:
        self.store.sources.remove(source)

    def delete_of(self, account: Row) -> None:
        self.store.sources[:] = [each for each in self.store.sources if each["owner"] != account["id"]]
