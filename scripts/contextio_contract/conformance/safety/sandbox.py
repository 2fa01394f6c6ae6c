"""What a run that writes does before and after: learn what is not its own, remove what is."""

from __future__ import annotations

import shlex
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import click
import requests

from contextio_contract.conformance.safety.guard import marks_of, things_of_list
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from contextio_contract.conformance.operations import Operation, Operations, Resource
    from contextio_contract.conformance.wire.gateway import Gateway

PAGE = 100
"""Elements to ask for at a time; servers list no more at once."""
ALL_PAGES = 1000
"""How many pages of a list are read before it counts as endless."""
NOT_FOUND = 404
NOWHERE_TO_LOG_IN: Final[dict[str, Any]] = {
    "server": "127.0.0.1",
    "port": 9,
    "username": "nobody",
    "password": "nothing",
    "use_ssl": 0,
    "type": "IMAP",
}
"""A mailbox for forms that shall open none: no stranger's, and one that refuses connections at once."""


def survey(gateway: Gateway, operations: Operations, pages: int) -> bool:
    """Enter in the ledger what the deployment already has.

    Should it ever answer a creation with one of these, the run will not take it for its own.

    Args:
        gateway: the way to the deployment.
        operations: those of the description.
        pages: how many pages of each list to read at most.

    Returns:
        Whether every list was read to its end. Otherwise nothing should be written.
    """
    complete = [_survey_list(gateway, listing, field, pages) for listing, field in operations.roots()]
    return all(complete)


def _survey_list(gateway: Gateway, listing: Operation, field: str, pages: int) -> bool:
    seen: set[Resource] = set()
    for page in range(pages):
        elements = _page(gateway, listing, page)
        if elements is None:
            return False
        things = set(things_of_list(listing, field, elements))
        if things <= seen:
            return True
        for thing in things:
            gateway.guard.ledger.foreign(thing)
        seen |= things
    return False


def supply(gateway: Gateway, operations: Operations) -> None:
    """Create one thing of each kind that needs nothing but the description's own example.

    So operations that need something to work on have it, even if they are run alone.
    """
    for operation in operations:
        if not operation.creates or operation.form is None or "password" in operation.form:
            continue  # what needs a password needs a mailbox
        parameters = {part[1:-1]: "" for part in operation.path if part.startswith("{")}
        filled = gateway.guard.aim(operation, parameters)
        path = tuple(filled.get(part[1:-1], part) for part in operation.path)
        try:
            gateway.ask("POST", path_of(path), data=marked(operation.form, gateway.guard.run_id))
        except requests.RequestException:
            return  # the phases will meet the same and report it


def marked(form: Mapping[str, Any], run_id: str) -> dict[str, Any]:
    """Return a form with the mark of the run, by which `adopt` finds what a killed run left behind.

    A form that breaks its schema still does, since the mark makes no address out of what is none.
    """
    changes = {}
    email, url = form.get("email"), form.get("callback_url")
    if isinstance(email, str):
        changes["email"] = f"{run_id}.{email}"
    if isinstance(url, str):
        address, hash_sign, fragment = url.partition("#")
        query = "&" if "?" in address else "?"
        changes["callback_url"] = f"{address}{query}run={run_id}{hash_sign}{fragment}"
    return {**form, **changes}


@contextmanager
def cleaned_up(gateway: Gateway) -> Iterator[None]:
    """Delete at the end, however it comes about, what the run created; name what could not be deleted."""
    try:
        yield
    finally:
        try:
            _clean_up(gateway)
        finally:
            left = gateway.guard.ledger.leftovers()
            for thing in left:
                click.echo(f"conformance: left behind: {path_of(thing)}", err=True)
            if left:
                click.echo(f"conformance: to remove them: {removal(gateway)}", err=True)


def _clean_up(gateway: Gateway) -> None:
    """Delete what the run created, newest first, as far as the deployment lets it."""
    gateway.throttle.clean_up()
    if gateway.may_have_lost:
        with suppress(CannotRun):
            adopt(gateway, gateway.guard.operations)
    remove(gateway, gateway.guard.ledger.leftovers())


def remove(gateway: Gateway, things: Sequence[Resource]) -> None:
    """Delete things of the run in this order, as far as the deployment lets it."""
    ledger = gateway.guard.ledger
    for thing in things:
        if not ledger.lives(thing):
            continue  # it went with what it lay in
        kept = gateway.kept
        with suppress(requests.RequestException):
            answer = gateway.ask("DELETE", path_of(thing))
            if answer.status_code == NOT_FOUND and gateway.kept == kept:
                ledger.deleted(thing)


def removal(gateway: Gateway) -> str:
    """Return the command that removes what the run left."""
    command = ["contextio-contract", "conformance", "--base-url", gateway.base_url]
    return shlex.join([*command, "--clean-up", gateway.guard.run_id])


def adopt(gateway: Gateway, operations: Operations) -> int:
    """Enter in the ledger what bears the mark of the run, and return how many things that are.

    Raises:
        CannotRun: when a list cannot be read.
    """
    for listing, field in operations.roots():
        seen: set[Resource] = set()
        for page in range(ALL_PAGES):
            things = _marked(gateway, listing, field, page)
            if things is None:
                message = f"{path_of(listing.path)} cannot be read as a list"
                raise CannotRun(message)
            if set(things) <= seen:
                break
            seen |= set(things)
            for thing, is_marked in things.items():
                if is_marked:
                    gateway.guard.ledger.created(thing)
    return len(gateway.guard.ledger.leftovers())


def _marked(gateway: Gateway, listing: Operation, field: str, page: int) -> dict[Resource, bool] | None:
    """Return the things of a page of a list, and whether each bears the mark of the run."""
    body = _page(gateway, listing, page)
    if body is None:
        return None
    mark = gateway.guard.run_id
    found = {}
    for element in body:
        for thing in things_of_list(listing, field, [element]):
            found[thing] = any(mark in text for text in marks_of(element))
    return found


def _page(gateway: Gateway, listing: Operation, page: int) -> list[Any] | None:
    """Return the elements of a page of a list; None where it cannot be read as one."""
    paging = listing.paging or {}
    query = {paging["limit"]: PAGE, paging["offset"]: page * PAGE} if paging else {}
    try:
        body = gateway.ask("GET", path_of(listing.path), params=query).json()
    except (requests.RequestException, ValueError, RecursionError):
        return None
    return body if isinstance(body, list) else None


def path_of(thing: Resource) -> str:
    """Return the path of a thing, each segment percent-encoded."""
    return "/" + "/".join(quote(segment, safe="") for segment in thing)
