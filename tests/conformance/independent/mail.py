"""The pages about mail of the independent deployment: messages, threads, files and contacts.

What mail there is comes from the story of the description's examples. What is done with it is written out
here, from the documented sentences.
"""

from __future__ import annotations

import fnmatch
import json
import re
import secrets
import time
from email import message_from_string
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.conformance.independent.requests import Refused, nothing_here, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.conformance.independent.pages import Pages
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row

SERVICE = "https://api.context.io/2.0"
SWITCHES = {
    "include_body": "body",
    "include_flags": "flags",
    "include_source": "source",
    "include_thread_size": "thread_size",
}
ROLES = ("from", "to", "cc", "bcc")
FLAGS = ("seen", "answered", "flagged", "deleted", "draft")
DEFAULT, MAXIMUM, MOST_CONTACTS = 25, 100, 250


class Mail:
    """Answers about the mail of an account."""

    def __init__(self, pages: Pages) -> None:
        self.pages, self.store = pages, pages.store

    def tell(self, bundle: Mapping[str, Any]) -> None:
        """Let the account of the story have its mail, at the addresses of this deployment."""
        examples = bundle["components"]["examples"]
        text = json.dumps([examples[name]["value"] for name in ("StoryMessages", "StoryFiles")])
        messages, files = json.loads(text.replace(SERVICE, self.store.base_url))
        account = self.pages.accounts.add({"email": "ada@example.com", "first_name": "Ada"})
        owner = str(messages[0]["resource_url"]).split("/accounts/")[1].split("/")[0]
        del self.store.accounts[account["id"]]
        self.store.consumers[owner] = self.store.consumers.pop(account["id"])
        self.store.accounts[owner] = account | {
            "id": owner,
            "email_addresses": ["ada@example.com", "lovelace@example.org"],
        }
        self.store.mail[owner] = messages
        self.store.files[owner] = files

    def answer(self, owner: str, path: list[str], request: Seen) -> tuple[int, Any]:
        self.pages.accounts.require(owner)
        if [request.method, *path] == ["POST", "messages"]:
            return HTTPStatus.CREATED, self.upload(owner, request)
        match path:
            case ["messages", name, *rest]:
                row = self.require(owner, name)
                shown = self.show_part(row, rest, request) if request.method == "GET" else None
                return HTTPStatus.OK, self.change(owner, row, rest, request) if shown is None else shown
            case [_, *_] if request.method == "GET":
                return HTTPStatus.OK, self.read(owner, path, request)
        raise self.pages.not_implemented()

    def read(self, owner: str, path: list[str], request: Seen) -> Any:
        shown: Any = None
        match path:
            case ["messages"]:
                shown = self.list_messages(owner, request)
            case ["files"]:
                shown = self.list_files(owner, self.query("/files", request))
            case ["files", name, "content"]:
                row = self.found(self.store.files.get(owner, []), "file_id", name)
                is_link = self.query("/files/{file_id}/content", request).get("as_link") == 1
                shown = Text("text/uri-list", row["resource_url"]) if is_link else self.content(row)
            case ["files", name]:
                shown = self.found(self.store.files.get(owner, []), "file_id", name)
            case ["contacts"]:
                shown = self.search(owner, self.query("/contacts", request))
            case ["contacts", email]:
                shown = self.show_contact(self.contact(owner, email))
            case ["contacts", email, "messages" | "files" as kind]:
                self.contact(owner, email)
                shown = self.exchanged(owner, email, kind, request)
            case ["threads"]:
                shown = self.list_threads(owner, self.query("/threads", request))
            case ["threads", name]:
                shown = self.show_thread(owner, name, self.query("/threads/{thread_id}", request))
            case _:
                raise self.pages.not_implemented()
        return shown

    def query(self, path: str, request: Seen) -> Row:
        return self.pages.parameters.query(f"/accounts/{{id}}{path}", request)

    def found(self, rows: Iterable[Row], key: str, name: str) -> Row:
        for row in rows:
            if row[key] == name:
                return row
        raise Refused(HTTPStatus.NOT_FOUND, f"{name} is invalid")

    def messages(self, owner: str) -> list[Row]:
        return self.store.mail.setdefault(owner, [])

    def require(self, owner: str, name: str) -> Row:
        """The message of a message_id, a Message-ID in angle brackets, or a Gmail identifier after gm-."""
        for row in self.messages(owner):
            if name in self.names(row):
                return row
        raise Refused(HTTPStatus.NOT_FOUND, f"message {name} is invalid")

    def names(self, row: Row) -> set[str]:
        return {row["message_id"], row.get("email_message_id"), f"gm-{row.get('gmail_message_id')}"}

    # Lists

    def list_messages(self, owner: str, request: Seen) -> list[Row]:
        query = self.query("/messages", request)
        rows = [row for row in self.messages(owner) if self.selects(row, query)]
        return [self.show(row, query) for row in self.window(self.ordered(rows, query), query)]

    def ordered(self, rows: Iterable[Row], query: Row) -> list[Row]:
        return sorted(rows, key=lambda row: int(row["date"]), reverse=query.get("sort_order") != "asc")

    def window(self, rows: list[Any], query: Row, maximum: int = MAXIMUM) -> list[Any]:
        start = query.get("offset", 0)
        return rows[start : start + min(query.get("limit", DEFAULT), maximum)]

    def selects(self, row: Row, query: Row) -> bool:
        files = row.get("files", [row])
        tests = {
            "subject": lambda value: self.has_text(row.get("subject", ""), value),
            "email": lambda value: self.is_from_any(row, value, *ROLES),
            **{role: self.role_test(row, role) for role in ROLES},
            "folder": lambda value: value in row.get("folders", ()),
            "source": lambda value: value in [each["label"] for each in row.get("sources", ())],
            "file_name": lambda value: any(
                self.fits(each["file_name"], value) for each in files if "file_name" in each
            ),
            "file_size_min": lambda value: any(each["size"] >= value for each in files if "size" in each),
            "file_size_max": lambda value: any(each["size"] <= value for each in files if "size" in each),
            "date_before": lambda value: row["date"] < value,
            "date_after": lambda value: row["date"] > value,
            "indexed_before": lambda value: row["date_indexed"] < value,
            "indexed_after": lambda value: row["date_indexed"] > value,
            "active_before": lambda value: row["date"] < value,
            "active_after": lambda value: row["date"] > value,
            "email_message_id": lambda value: row.get("email_message_id") == value,
        }
        return all(test(query[name]) for name, test in tests.items() if name in query)

    def role_test(self, row: Row, role: str) -> Any:
        return lambda value: self.is_from_any(row, value, role)

    def is_from_any(self, row: Row, emails: list[str], *roles: str) -> bool:
        """Whether one of some addresses is in one of some roles, in any letter case."""
        wanted = [email.lower() for email in emails]
        return any(email.lower() in wanted for role in roles for email in self.emails(row, role))

    def emails(self, row: Row, role: str) -> list[str]:
        people = row.get("addresses", {}).get(role, [])
        return [
            each["email"] for each in (people if isinstance(people, list) else [people]) if "email" in each
        ]

    def has_text(self, text: str, wanted: str) -> bool:
        expression = self.expression(wanted)
        return bool(expression.search(text)) if expression else wanted.casefold() in text.casefold()

    def fits(self, name: str, wanted: str) -> bool:
        expression = self.expression(wanted)
        if expression:
            return bool(expression.search(name))
        return fnmatch.fnmatchcase(name.casefold(), wanted.casefold())

    def expression(self, wanted: str) -> re.Pattern[str] | None:
        """The expression between slashes; None for plain text."""
        match = re.fullmatch("/(.+)/([a-z]*)", wanted, re.DOTALL)
        return re.compile(match[1], re.IGNORECASE if "i" in match[2] else 0) if match else None

    def show(self, row: Row, query: Row) -> Row:
        shown = {name: value for name, value in row.items() if name not in {*SWITCHES.values(), "headers"}}
        shown |= {
            field: row[field] for name, field in SWITCHES.items() if query.get(name) == 1 and field in row
        }
        if query.get("include_headers") in {1, "raw"}:
            raw = query["include_headers"] == "raw"
            shown["headers"] = self.header(row) if raw else row["headers"]
        if "body" in shown and "body_type" in query:
            shown["body"] = [each for each in shown["body"] if each["type"] == query["body_type"]]
        return shown

    def header(self, row: Row) -> str:
        return str(row["source"]).partition("\r\n\r\n")[0] + "\r\n"

    # One message

    def show_part(self, row: Row, rest: list[str], request: Seen) -> Any:
        shown: Any = None
        match rest:
            case []:
                shown = self.show(row, self.query("/messages/{message_id}", request))
            case ["body"]:
                kind = self.query("/messages/{message_id}/body", request).get("type")
                shown = [each for each in row["body"] if kind in {None, each["type"]}]
            case ["flags"]:
                shown = row["flags"]
            case ["folders"]:
                shown = [{"name": name} for name in row["folders"]]
            case ["headers"]:
                raw = self.query("/messages/{message_id}/headers", request).get("raw") == 1
                shown = Text("text/plain", self.header(row)) if raw else row["headers"]
            case ["source"]:
                shown = Text("message/rfc822", row["source"])
        return shown

    def change(self, owner: str, row: Row, rest: list[str], request: Seen) -> Row:
        parameters = self.pages.parameters
        match [request.method, *rest]:
            case ["POST"]:
                form = parameters.form("MessageUpdateForm", request)
                self.copy(row, form["dst_folder"], move=form.get("move") == 1)
            case ["DELETE"]:
                self.remove(owner, row)
            case ["POST", "flags"]:
                self.set_flags(row, parameters.form("MessageFlagsForm", request))
            case ["POST", "folders"]:
                self.change_folders(row, parameters.form("MessageFoldersForm", request))
            case ["PUT", "folders"]:
                self.replace_folders(row, self.json(request))
            case _:
                raise self.pages.not_implemented()
        return {"success": True}

    def copy(self, row: Row, folder: str, *, move: bool) -> None:
        row["folders"] = [folder] if move else list(dict.fromkeys([*row["folders"], folder]))

    def remove(self, owner: str, row: Row) -> None:
        self.messages(owner).remove(row)

    def set_flags(self, row: Row, form: Row) -> None:
        row["flags"] |= {name: form[name] == 1 for name in FLAGS if name in form}

    def change_folders(self, row: Row, form: Row) -> None:
        added = [*([form["add"]] if "add" in form else []), *form.get("add[]", [])]
        removed = [*([form["remove"]] if "remove" in form else []), *form.get("remove[]", [])]
        row["folders"] = [name for name in dict.fromkeys([*row["folders"], *added]) if name not in removed]

    def json(self, request: Seen) -> Any:
        try:
            return json.loads(request.body)
        except ValueError:
            raise Refused(HTTPStatus.BAD_REQUEST, "the body is no JSON") from None

    def replace_folders(self, row: Row, folders: Any) -> None:
        if not isinstance(folders, list) or not all(map(self.is_folder, folders)):
            raise Refused(HTTPStatus.BAD_REQUEST, "the body is no list of folders with a name")
        row["folders"] = list(map(self.folder, folders))

    def is_folder(self, each: Any) -> bool:
        named = {"name", "symbolic_name"}.intersection(each) if isinstance(each, dict) else set()
        return bool(named) and all(isinstance(each[name], str) for name in named)

    def folder(self, each: Row) -> Any:
        return each.get("name", each.get("symbolic_name"))

    def upload(self, owner: str, request: Seen) -> Row:
        form = self.pages.parameters.form("MessageCreateForm", request)
        fields = dict(parts(request.headers.get("content-type", ""), request.body))
        self.messages(owner).insert(0, self.made_of(owner, fields["message"], form["dst_folder"]))
        return {"success": True}

    def made_of(self, owner: str, source: str, folder: str) -> Row:
        message, name, now = message_from_string(source), secrets.token_hex(12), int(time.time())
        return {
            "message_id": name,
            "email_message_id": message.get("Message-ID", ""),
            "subject": message.get("Subject", ""),
            "date": now,
            "date_indexed": now,
            "date_received": now,
            "addresses": {},
            "person_info": {},
            "files": [],
            "folders": [folder],
            "sources": [],
            "flags": dict.fromkeys(FLAGS, False),
            "thread_size": 1,
            "body": [{"type": "text/plain", "content": source.partition("\r\n\r\n")[2]}],
            "headers": {header: message.get_all(header) for header in message},
            "source": source,
            "resource_url": self.pages.url(f"/accounts/{owner}/messages/{name}"),
        }

    # Files, contacts and threads

    def list_files(self, owner: str, query: Row) -> list[Row]:
        rows = [row for row in self.store.files.get(owner, []) if self.selects(row, query)]
        return self.grouped(self.window(self.ordered(rows, query), query), query)

    def grouped(self, rows: list[Row], query: Row) -> list[Row]:
        """Files, or with `group_by_revisions` those of one name together."""
        if query.get("group_by_revisions") != 1:
            return rows
        names = dict.fromkeys(row["file_name"] for row in rows)
        return [{"occurences": [row for row in rows if row["file_name"] == name]} for name in names]

    def contacts(self, owner: str) -> list[Row]:
        """Whoever the owner's mail comes from or goes to, but for the owner."""
        own = self.own_addresses(owner)
        found: dict[str, Row] = {}
        for row in reversed(self.ordered(self.messages(owner), {})):
            for role in ROLES:
                people = row["addresses"].get(role, [])
                for person in people if isinstance(people, list) else [people]:
                    if person.get("email") not in {*own, None}:
                        self.count(found.setdefault(person["email"], self.nobody(owner, person)), row, role)
        return list(found.values())

    def own_addresses(self, owner: str) -> list[str]:
        return list(self.store.accounts[owner]["email_addresses"])

    def nobody(self, owner: str, person: Row) -> Row:
        url = self.pages.url(f"/accounts/{owner}/contacts/{person['email']}")
        counts = dict.fromkeys(("count", "sent_count", "received_count", "sent_from_account_count"), 0)
        times = dict.fromkeys(("last_sent", "last_received"))
        return {
            "name": "",
            **person,
            **counts,
            **times,
            "thumbnail": "https://secure.gravatar.com/avatar/0",
            "resource_url": url,
        }

    def count(self, contact: Row, row: Row, role: str) -> None:
        kind = "received" if role == "from" else "sent"
        contact[f"{kind}_count"] += 1
        contact["count"] += 1
        contact[f"last_{kind}"] = row["date"]

    def contact(self, owner: str, email: str) -> Row:
        return self.found(self.contacts(owner), "email", email)

    def show_contact(self, contact: Row) -> Row:
        return {
            **{name: value for name, value in contact.items() if name not in {"email", "resource_url"}},
            "emails": [contact["email"]],
        }

    def search(self, owner: str, query: Row) -> Row:
        text, after = query.get("search", "").casefold(), query.get("active_after")
        rows = [
            row
            for row in self.contacts(owner)
            if text in row["email"].casefold() or text in str(row["name"]).casefold()
            if after is None
            or any(row[name] is not None and row[name] > after for name in ("last_sent", "last_received"))
        ]
        rows.sort(key=lambda row: str(row["email"]))
        rows.sort(key=lambda row: row[query.get("sort_by", "count")], reverse=self.is_descending(query))
        names = ("limit", "offset", "active_after", "active_before", "search")
        return {
            "query": {name: query.get(name) for name in names} | {"limit": query.get("limit", DEFAULT)},
            "matches": self.window(rows, query, MOST_CONTACTS),
        }

    def is_descending(self, query: Row) -> bool:
        return bool(query.get("sort_order", "asc" if "sort_by" in query else "desc") == "desc")

    def content(self, row: Row) -> Text:
        disposition = f"attachment; filename*=UTF-8''{quote(row['file_name'])}"
        return Text("application/octet-stream", "x" * row["size"], {"content-disposition": disposition})

    def exchanged(self, owner: str, email: str, kind: str, request: Seen) -> list[Row]:
        query = self.query(f"/contacts/{{email}}/{kind}", request)
        rows = self.messages(owner) if kind == "messages" else self.store.files.get(owner, [])
        mine = [row for row in rows if self.is_from_any(row, [email], *ROLES)]
        return self.grouped([self.show(row, {}) for row in self.window(self.ordered(mine, {}), query)], query)

    def threads(self, owner: str) -> dict[str, list[Row]]:
        """The messages of Gmail's conversations, oldest first, the newest conversation first."""
        found: dict[str, list[Row]] = {}
        for row in self.ordered(self.messages(owner), {}):
            if "gmail_thread_id" in row:
                found.setdefault(f"gm-{row['gmail_thread_id']}", []).insert(0, row)
        return found

    def list_threads(self, owner: str, query: Row) -> list[str]:
        urls = [
            self.pages.url(f"/accounts/{owner}/threads/{name}")
            for name, rows in self.threads(owner).items()
            if any(self.selects(row, query) for row in rows)
        ]
        return self.window(urls, query)

    def show_thread(self, owner: str, name: str, query: Row) -> Row:
        if name not in self.threads(owner):
            raise nothing_here()
        rows = self.threads(owner)[name]
        return {
            "gmail_thread_id": name.removeprefix("gm-"),
            "messages": [self.show(row, query) for row in rows],
        }


class Text:
    """An answer that is no JSON.

    Attributes:
        kind: its media type.
        text: its content.
        headers: its further headers.
    """

    def __init__(self, kind: str, text: str, headers: Mapping[str, str] | None = None) -> None:
        self.kind, self.text, self.headers = kind, text, headers or {}
