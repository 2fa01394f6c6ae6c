"""The command `work`."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Final

import click

from contextio_contract.cli import counted
from contextio_contract.cli.database import database_option, refuse_missing, usable_database
from contextio_contract.cli.deployment import allow_private_option, retention_option
from contextio_contract.cli.listening import given_credentials, second_credentials
from contextio_contract.cli.operation import configure_log, log_format_option, operating, ops_option
from contextio_contract.cli.vault import describe_vault

if TYPE_CHECKING:
    from contextio_contract.cli.operation import Address
    from contextio_contract.server.outbound.policy import Networks

_GRACE: Final = 20.0
"""Seconds that jobs have to end: more than a callback takes, less than containers are given to stop."""


@click.command(
    epilog="""\b
Examples:
  contextio-contract work --database postgresql://contextio@db.example.com/contextio
  CONTEXTIO_DATABASE=postgresql://contextio:password@db/contextio contextio-contract work
  contextio-contract work --database /var/lib/contextio/server.sqlite3 --allow-private 10.1.0.0/16
"""
)
@database_option
@allow_private_option
@retention_option
@ops_option
@log_format_option
def work(
    database: str, allow_private: Networks, retention: int, ops: Address | None, log_format: str
) -> None:
    """Do the jobs that servers leave: synchronise mailboxes, deliver callbacks, purge what is old.

    Any number of workers share a database. What one of them was doing when it ended is done by another after
    a minute, or at once if it ended by SIGTERM or SIGINT. It then has 20 seconds to finish what it does.

    Consumer keys and the key that encrypts secrets come from where `serve` has them. `serve` does the jobs
    of a SQLite file itself, unless it is told --no-work.
    """
    from contextio_contract.server.db.vault_keys import VARIABLE
    from contextio_contract.server.outbound.policy import Policy
    from contextio_contract.server.services import Settings
    from contextio_contract.server.start import open_services, start_worker

    refuse_missing(database)
    keys = {**dict(filter(None, [given_credentials()])), **second_credentials()}
    policy = Policy(allow_private)
    settings = Settings(keys, database, os.environ.get(VARIABLE, ""), policy=policy, retention_days=retention)
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    configure_log(log_format)
    with usable_database(database):
        services = open_services(settings)
        notes = describe_vault(services)
        start_worker(services)
    with operating(services, ops, stopping.is_set) as lines:
        click.echo("\n".join([*notes, *lines, "work: ready"]))
        sys.stdout.flush()
        stopping.wait()
    left = services.worker.stop(_GRACE)
    services.close()
    given_back = f"; {counted(left, 'job')} given back for others to do" if left else ""
    click.echo(f"work: stopped{given_back}")
