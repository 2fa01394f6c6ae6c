"""Flaws of mail and what is about it: lists, switches, parts, names and counts."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tests.conformance.independent.addresses import Addresses
from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.mail import DEFAULT, Mail, Text
from tests.conformance.independent.pages import Pages
from tests.conformance.independent.requests import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row


@found_by("messages_list.sorted", "files_list.sorted", "contacts_list_messages.sorted")
class OldestFirst(Mail):
    def ordered(self, rows: Iterable[Row], query: Row) -> list[Row]:
        return super().ordered(rows, query)[::-1]


@found_by("contacts_list.sorted")
class ContactsByAddress(Mail):
    def search(self, owner: str, query: Row) -> Row:
        found = super().search(owner, query)
        return found | {"matches": sorted(found["matches"], key=lambda row: str(row["email"]))}


@found_by("messages_list.default", "files_list.default")
class TenWithoutLimit(Mail):
    def window(self, rows: list[Any], query: Row, maximum: int = DEFAULT) -> list[Any]:
        return super().window(rows, {"limit": 10, **query}, maximum)


@found_by("messages_list.filter.from", "threads_list.filter.from", "files_list.filter.from")
class AddressesInTheirOwnLetters(Mail):
    def is_from_any(self, row: Row, emails: list[str], *roles: str) -> bool:
        return any(email in emails for role in roles for email in self.emails(row, role))


@found_by("messages_list.filter.email", "files_list.filter.to")
class FirstAddressAlone(Mail):
    def is_from_any(self, row: Row, emails: list[str], *roles: str) -> bool:
        return super().is_from_any(row, emails[:1], *roles)


@found_by("messages_list.filter.subject", "threads_list.filter.subject", "files_list.filter.file_name")
class ExpressionsAreTexts(Mail):
    def expression(self, wanted: str) -> None:
        del wanted


@found_by("messages_list.switch.include_body", "messages_get.switch.include_body")
class BodyIsAlwaysThere(Mail):
    def show(self, row: Row, query: Row) -> Row:
        return super().show(row, query | {"include_body": 1})


@found_by("messages_list.switch.include_headers")
class HeadersAreNeverRaw(Mail):
    def show(self, row: Row, query: Row) -> Row:
        raw = query.get("include_headers") == "raw"
        return super().show(row, query | ({"include_headers": 1} if raw else {}))


@found_by("threads_list.elements")
class ThreadsWithoutPrefix(Mail):
    def list_threads(self, owner: str, query: Row) -> list[str]:
        return [url.replace("/gm-", "/") for url in super().list_threads(owner, query)]


@found_by("contacts_list_messages.of")
class SentByContactAlone(Mail):
    def emails(self, row: Row, role: str) -> list[str]:
        return super().emails(row, role) if role == "from" else []


@found_by("messages_get_flags.part", "messages_update_flags.part-changes")
class FlagsOfNobody(Mail):
    def show_part(self, row: Row, rest: list[str], request: Seen) -> Any:
        shown = super().show_part(row, rest, request)
        return dict.fromkeys(shown, False) | {"draft": not shown["draft"]} if rest == ["flags"] else shown


@found_by("messages_update_folders.part-changes")
class NothingIsRemovedFromFolders(Mail):
    def change_folders(self, row: Row, form: Row) -> None:
        super().change_folders(row, {name: form[name] for name in form if name.startswith("add")})


@found_by("messages_replace_folders.part-replaced")
class ReplacingAdds(Mail):
    def replace_folders(self, row: Row, folders: Any) -> None:
        before = row["folders"]
        super().replace_folders(row, folders)
        row["folders"] = list(dict.fromkeys([*before, *row["folders"]]))


@found_by("messages_replace_folders.bad-body")
class AnyBodyIsTaken(Mail):
    def replace_folders(self, row: Row, folders: Any) -> None:
        if isinstance(folders, list) and all(isinstance(each, dict) for each in folders):
            super().replace_folders(row, folders)


@found_by("messages_get.also-named")
class IdentifiersAlone(Mail):
    def names(self, row: Row) -> set[str]:
        is_upload = str(row.get("email_message_id")).startswith("<cio-")
        return super().names(row) if is_upload else {row["message_id"]}


@found_by("messages_create.upload")
class LineEndsOfUploadsChange(Mail):
    def made_of(self, owner: str, source: str, folder: str) -> Row:
        return super().made_of(owner, source.replace("\r\n", "\n"), folder)


@found_by("messages_update.changes")
class CopiesMove(Mail):
    def copy(self, row: Row, folder: str, *, move: bool) -> None:
        del move
        super().copy(row, folder, move=True)


@found_by("con-list-own-addresses-hidden")
class OwnersAreTheirContacts(Mail):
    def own_addresses(self, owner: str) -> list[str]:
        del owner
        return []


@found_by("con-get-emails-not-email")
class ContactsHaveEmail(Mail):
    def show_contact(self, contact: Row) -> Row:
        return super().show_contact(contact) | {"email": contact["email"]}


@found_by("con-count-is-sum")
class SentMessagesAreNotCounted(Mail):
    def count(self, contact: Row, row: Row, role: str) -> None:
        super().count(contact, row, role)
        contact["count"] = contact["received_count"]


@found_by("con-count-is-sum")
class OwnersSendMoreThanIsSent(Mail):
    def count(self, contact: Row, row: Row, role: str) -> None:
        super().count(contact, row, role)
        contact["sent_from_account_count"] = contact["sent_count"] + 1


@found_by("msg-body-text-only")
class FilesAreText(Mail):
    def show_part(self, row: Row, rest: list[str], request: Seen) -> Any:
        shown = super().show_part(row, rest, request)
        files = [{"type": file["type"], "body_section": file["body_section"]} for file in row["files"]]
        return [*shown, *files] if rest == ["body"] else shown


@found_by("msg-source-includes-attachments")
class SourceEndsWithItsHeader(Mail):
    def show_part(self, row: Row, rest: list[str], request: Seen) -> Any:
        return (
            Text("message/rfc822", self.header(row))
            if rest == ["source"]
            else super().show_part(row, rest, request)
        )


@found_by("fil-content-disposition")
class FilesWithoutName(Mail):
    def content(self, row: Row) -> Text:
        return Text("application/octet-stream", super().content(row).text)


@found_by("ea-auto-populated")
class AddressesOfSourcesAreMissing(Addresses):
    def listed(self, account: Row) -> list[str]:
        return super().listed(account)[:1]


@found_by("ea-list-one-primary")
class NoAddressIsPrimary(Addresses):
    def is_primary(self, account: Row, email: str) -> bool:
        del account, email
        return False


@found_by("ea-list-one-primary", "ea-primary-exclusive")
class FormerPrimaryStays(Addresses):
    def is_primary(self, account: Row, email: str) -> bool:
        return email in account["email_addresses"][:2]


@found_by("dis-not-found-200")
class UnknownDomainIs404(Pages):
    def discover(self, email: str) -> Row:
        found = super().discover(email)
        if not found["found"]:
            raise Refused(HTTPStatus.NOT_FOUND, f"nothing is known of {email}")
        return found


@found_by("dis-not-found-200")
class EverythingIsFound(Pages):
    def discover(self, email: str) -> Row:
        return super().discover("somebody@example.com") | {"email": email}
