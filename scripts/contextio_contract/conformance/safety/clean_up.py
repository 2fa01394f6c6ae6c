"""Clean-up: what a run created is removed at its end, and later by its id if it was killed."""

from __future__ import annotations

import re
import shlex
from contextlib import contextmanager, suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import click
import requests

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.second_key import open_second
from contextio_contract.conformance.safety.survey import adopt
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.reach import reach
from contextio_contract.conformance.wire.target import named_target
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from contextio_contract.conformance.safety.ledger import Resource
    from contextio_contract.conformance.wire.connection import Connection
    from contextio_contract.contract import Contract

RUN_ID: Final = re.compile(r"cio-[0-9a-f]{12}")


def clean_up(
    contract: Contract, base_url: str | None, run_id: str, connection: Connection | None = None
) -> int:
    """Remove what bears the mark of an earlier run, and return how many resources that were.

    Args:
        contract: the operations of the deployment.
        base_url: the deployment.
        run_id: the id of the run, which its reports tell.
        connection: how to connect to it.

    Raises:
        CannotRun: when that cannot be done, or something is left.
    """
    if not base_url or not RUN_ID.fullmatch(run_id):
        message = "--clean-up needs the id of a run, such as cio-0123456789ab, and --base-url"
        raise CannotRun(message)
    target = named_target(base_url, connection)
    gateway = Gateway(target, Guard(contract, Mode.SANDBOX, run_id))
    open_second(gateway, target)
    reach(gateway)
    with cleaned_up(gateway):  # also if a list cannot be read, what the others show
        count = sum(map(adopt, _with_each_key(gateway)))
    if unsearched := [path_of(path) for path in gateway.guard.unlisted if may_hold(gateway, path)]:
        message = f"{', '.join(unsearched)} cannot be searched, as the list answers 501; {count} were removed"
        raise CannotRun(message)
    left = sum(len(each.guard.ledger.leftovers()) for each in _with_each_key(gateway))
    if left:
        message = f"{left} of {count} resources could not be removed"
        raise CannotRun(message)
    return count


def may_hold(gateway: Gateway, path: Resource) -> bool:
    """Return whether anything can be created where no list is; an empty form creates nothing and tells."""
    collection = gateway.contract.collection_at(path)
    creates = collection.creates if collection else None
    if creates is None or not (creates.form and creates.form.required):
        return True
    with suppress(requests.RequestException):
        gateway.ask(creates.method, path_of(path), data={})
    return not gateway.answers.lacks(creates.id)


@contextmanager
def cleaned_up(gateway: Gateway, spec: Path | None = None) -> Iterator[None]:
    """Delete at the end, however it comes about, what the run created; name what could not be deleted."""
    try:
        yield
    finally:
        try:
            gateway.throttle.clean_up()
            for each in _with_each_key(gateway) if gateway.is_answered() else ():
                if each.may_have_lost:
                    with suppress(CannotRun):
                        adopt(each)
                remove(each, each.guard.ledger.leftovers())
        finally:
            left = [path for each in _with_each_key(gateway) for path in each.guard.ledger.leftovers()]
            for resource in left:
                click.echo(f"conformance: left behind: {path_of(resource)}", err=True)
            if left:
                click.echo(f"conformance: to remove them: {removal(gateway, spec)}", err=True)


def _with_each_key(gateway: Gateway) -> list[Gateway]:
    return [gateway, gateway.second] if gateway.second else [gateway]


def remove(gateway: Gateway, resources: Sequence[Resource]) -> None:
    """Delete resources of the run in this order, as far as the deployment lets it."""
    ledger = gateway.guard.ledger
    for resource in resources:
        if not ledger.lives(resource):
            continue  # it went with what it lay in
        kept = gateway.trail.kept
        with suppress(requests.RequestException):
            response = gateway.ask("DELETE", path_of(resource))
            if response.status_code == HTTPStatus.NOT_FOUND and gateway.trail.kept == kept:
                ledger.add_deleted(resource)


def removal(gateway: Gateway, spec: Path | None = None) -> str:
    """Return the command that removes what a run left, by the description that `--spec` named."""
    command = ["contextio-contract", "conformance", *(["--spec", str(spec)] if spec else [])]
    command += ["--base-url", gateway.base_url, *gateway.connection.arguments]
    return shlex.join([*command, "--clean-up", gateway.guard.run_id])
