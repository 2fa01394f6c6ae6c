"""Flaws of sources: which one a label means, and what a change or a deletion takes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.conformance.independent.flaw import found_by
from tests.conformance.independent.requests import Refused
from tests.conformance.independent.sources import Sources

if TYPE_CHECKING:
    from tests.conformance.independent.requests import Seen
    from tests.conformance.independent.store import Row


@found_by("sources_create.new-name")
class SecondSourceOfAServerReplacesTheFirst(Sources):
    def new_label(self, account: Row, wanted: str) -> str:
        self.store.sources[:] = [
            each for each in self.store.sources if (each["owner"], each["label"]) != (account["id"], wanted)
        ]
        return wanted


@found_by("src-label-zero-alias")
class ZeroIsTheNewestSource(Sources):
    def require(self, account: Row, label: str) -> Row:
        return self.of(account)[-1] if label == "0" and self.of(account) else super().require(account, label)


@found_by("src-label-zero-alias")
class ZeroIsGoneWithTheFirstSource(Sources):
    def delete(self, source: Row) -> None:
        vars(self.pages).setdefault("without", set()).add(source["owner"])
        super().delete(source)

    def require(self, account: Row, label: str) -> Row:
        if label == "0" and account["id"] in vars(self.pages).get("without", ()):
            raise Refused(404, "source 0 is invalid")
        return super().require(account, label)


@found_by("sources_update.changes")
class ChangeOfOneUrlClearsTheOther(Sources):
    def change(self, source: Row, form: Row) -> None:
        super().change(source, form)
        if "status_callback_url" in form:
            source["callback_url"] = None


@found_by("sources_update.only-its-fields")
class ChangeReachesTheSiblings(Sources):
    def change(self, source: Row, form: Row) -> None:
        for each in self.store.sources:
            if each["owner"] == source["owner"]:
                super().change(each, form)


@found_by("sources_get.own-parent")
class SourcesAreDeletedThroughAnyAccount(Sources):
    def answer(self, account_name: str, path: list[str], request: Seen) -> tuple[int, Any]:
        account = self.pages.accounts.require(account_name)
        if request.method == "DELETE" and len(path) == 1:
            for source in self.store.sources:
                if source["label"] == path[0] and source["owner"] != account["id"]:
                    self.delete(source)
                    return 200, {"success": True}
        return super().answer(account_name, path, request)


@found_by("accounts_delete.takes-children")
class SourceOfADeletedAccountIsStillRead(Sources):
    def delete_of(self, account: Row) -> None:
        vars(self.pages).setdefault("old", {})[account["id"]] = self.of(account)
        super().delete_of(account)

    def answer(self, account_name: str, path: list[str], request: Seen) -> tuple[int, Any]:
        for source in vars(self.pages).get("old", {}).get(account_name, ()):
            if path == [source["label"]] and request.method == "GET":
                return 200, self.show(source)
        return super().answer(account_name, path, request)


@found_by("sources_create.multipart")
class PortIsIgnored(Sources):
    def show(self, source: Row) -> Row:
        return super().show(source) | {"port": 993 if source["use_ssl"] else 143}
