"""Accounts as ready JSON: what is stored, or made from the rows where it is missing."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts, documents
from contextio_contract.server.http.call import Addresses
from contextio_contract.server.http.responses import ReadyJson, dump_json
from contextio_contract.server.lists.selection import select_elements, select_window
from contextio_contract.server.pages.columns import ACCOUNTS
from contextio_contract.server.pages.representations import ACCOUNT, SOURCE, render_account

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.db.accounts import Account
    from contextio_contract.server.db.documents import Document, Pages
    from contextio_contract.server.db.selection import Conditions, Selection
    from contextio_contract.server.http.call import Call
    from contextio_contract.server.services import Services

_URL: Final = '"resource_url":"'
"""Where addresses begin, which are stored without the origin that the client uses. No string holds this."""
_SAMPLE: Final[Account] = {
    **dict.fromkeys(ACCOUNT, ""),
    "sources": [dict.fromkeys((*SOURCE, "account_id", "label"), "")],
}


def read_account(services: Services, call: Call) -> ReadyJson | None:
    """Return the account in the path of a call; None if the consumer key has no such account."""
    edition = edition_of(call.addresses.contract)
    document = documents.read(services.database, call.consumer_key, call.path["id"], edition)
    if document is None:
        return None
    contents = _complete(services, call, [document], edition)
    return _with_origin(contents[0], call) if contents else None


def read_accounts(services: Services, call: Call) -> ReadyJson:
    """Return the list of the accounts that a call selects."""
    edition, listing = edition_of(call.addresses.contract), call.operation.listing
    filters = tuple(
        (name, call.query[name]) for name in (listing.filters if listing else ()) if name in call.query
    )
    selection, pages = _select(call.operation, filters)
    window = select_window(listing, call.query)
    page = documents.read_page(services.database, call.consumer_key, pages, window, edition)
    contents = _complete(services, call, page, edition, selection.narrowing.get("sources", ()))
    return _with_origin(f"[{','.join(contents)}]", call)


@lru_cache(maxsize=256)
def _select(operation: Operation, filters: tuple[tuple[str, Any], ...]) -> tuple[Selection, Pages]:
    """Return what filters select; kept, since to build and compile a statement takes a millisecond."""
    selection = select_elements(operation.listing, dict(filters), ACCOUNTS)
    return selection, documents.select_pages(selection)


def _complete(
    services: Services, call: Call, page: list[Document], edition: str, shown_sources: Conditions = ()
) -> list[str]:
    """Return the JSON of the accounts of a page, without those that are gone meanwhile."""
    contract = call.addresses.contract
    contents = {each.sequence: each.content for each in page if each.content and not each.is_narrowed}
    narrowed = [each.sequence for each in page if each.is_narrowed]
    if narrowed:
        with services.database.read() as connection:
            found = accounts.get_many(connection, call.consumer_key, narrowed, shown_sources)
        contents |= render_documents(found.values(), contract)
    if missing := [each.sequence for each in page if not each.content and not each.is_narrowed]:
        with services.database.transaction() as connection:
            documents.lock(connection, missing)
            found = accounts.get_many(connection, call.consumer_key, missing)
            made = render_documents(found.values(), contract)
            documents.store(connection, edition, made)
        contents |= made
    return [text for each in page if (text := contents.get(each.sequence))]


def render_documents(found: Iterable[Account], contract: Contract) -> dict[int, str]:
    """Return accounts as JSON with addresses that lack the origin, by sequence number."""
    addresses = Addresses("", contract)
    return {account["sequence"]: dump_json(render_account(account, addresses)) for account in found}


def _with_origin(content: str, call: Call) -> ReadyJson:
    return ReadyJson(content.replace(_URL, _URL + call.addresses.origin))


@lru_cache(maxsize=8)
def edition_of(contract: Contract) -> str:
    """Return what tells documents apart that another version of server or description has made."""
    sample = json.dumps(render_account(_SAMPLE, Addresses("", contract)))
    return sha256(sample.encode()).hexdigest()[:16]
