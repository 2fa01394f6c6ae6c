"""The command `serve`."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import click

from contextio_contract.cli import counted
from contextio_contract.cli.database import database_option, describe_migration, usable_database
from contextio_contract.cli.deployment import (
    allow_private_option,
    public_url_option,
    rate_option,
    retention_option,
    trusted_proxy_option,
)
from contextio_contract.cli.description import resolve, spec_option, usable
from contextio_contract.cli.listening import (
    DEMO,
    allowed_host_option,
    certificate_option,
    given_credentials,
    host_option,
    keep_demo_on_loopback,
    open_listener,
    port_option,
    refuse_other_secret,
    run,
    second_credentials,
)
from contextio_contract.cli.operation import configure_log, log_format_option, operating, ops_option
from contextio_contract.cli.vault import describe_vault
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.applications import Starlette

    from contextio_contract.cli.operation import Address
    from contextio_contract.server.http.entrance import Answered
    from contextio_contract.server.http.runner import Server
    from contextio_contract.server.ops.metrics import Metrics
    from contextio_contract.server.outbound.policy import Networks
    from contextio_contract.server.services import Services


@click.command(
    epilog="""\b
Examples:
  contextio-contract serve --demo --mock --allow-private
  contextio-contract serve --demo --port 0 --database :memory:
  contextio-contract serve --allow-private 127.0.0.0/8 --allow-private 10.1.0.0/16
  contextio-contract serve --database postgresql://contextio@db.example.com/contextio
  contextio-contract serve --public-url https://api.example.com --trusted-proxy 10.0.0.0/8
  contextio-contract serve --ops 127.0.0.1:9090 --log-format json
  CONTEXTIO_CONSUMER_KEY=key CONTEXTIO_CONSUMER_SECRET=secret contextio-contract serve
"""
)
@host_option
@port_option(8080)
@database_option
@click.option(
    "--demo/--no-demo",
    help="Fill an empty database with demo data, and accept the demo key if none is set.",
)
@click.option(
    "--mock", "with_mock", is_flag=True, help="Let a mock answer what this server does not implement."
)
@allow_private_option
@click.option("--work/--no-work", "has_worker", default=None, help="Do jobs as well, as it does with SQLite.")
@retention_option
@rate_option(
    "--calls-per-hour", "5000", "Calls that a consumer key may make in an hour, unless it has its own number."
)
@rate_option(
    "--mailbox-calls-per-minute",
    "240",
    "Calls that a key may make in a minute which open a mailbox of one user.",
)
@public_url_option
@trusted_proxy_option
@allowed_host_option
@certificate_option
@ops_option
@log_format_option
@spec_option
def serve(  # noqa: PLR0913, PLR0917 - one for each option
    host: str,
    port: int,
    database: str,
    allow_private: Networks,
    retention: int,
    calls_per_hour: int | None,
    mailbox_calls_per_minute: int | None,
    public_url: str,
    trusted_proxies: Networks,
    allowed_hosts: tuple[str, ...],
    certificate: Path | None,
    ops: Address | None,
    log_format: str,
    spec: Path | None,
    *,
    demo: bool,
    has_worker: bool | None,
    with_mock: bool,
) -> None:
    """Serve the API, with accounts, mailboxes and tokens that are kept.

    Operations that this server does not implement are answered with 501. With --mock, a mock answers them
    as the description says, completes answers that lack described fields, and follows the header Prefer.

    Calls are signed with the consumer keys that `contextio-contract keys` keeps in the database, and with
    the one in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET. With --demo, on a loopback address, a
    demo key does as well if that one is not set.

    Passwords of mailboxes and secrets of consumer keys are encrypted with the key in CONTEXTIO_VAULT_KEY.
    Without it a SQLite file has a key in a file beside it. Several keys stand between commas: the first
    encrypts, all decrypt.

    Mailboxes are synchronised and callbacks delivered by this process as well if the database is SQLite, and
    otherwise by those of `contextio-contract work`, unless --work or --no-work says which.

    Clients sign the address that they call. Behind a proxy that ends TLS, --public-url says what that is. Of
    requests that a --trusted-proxy passes on, X-Forwarded-Proto and -Host are believed in its place.

    Mail servers are called on the ports 143 and 993, callbacks on 80, 443, and from 1024 on, and all of them
    at public addresses alone. --allow-private adds private addresses, on any port.
    """
    from contextio_contract.server.app import create_app
    from contextio_contract.server.db.migrate import HEAD
    from contextio_contract.server.db.vault_keys import VARIABLE
    from contextio_contract.server.demo import fill
    from contextio_contract.server.http.entrance import Entrance
    from contextio_contract.server.http.forwarding import TrustedProxies
    from contextio_contract.server.http.guard import Guard
    from contextio_contract.server.outbound.policy import Policy
    from contextio_contract.server.services import Settings

    configure_log(log_format)
    given = given_credentials() or (DEMO if demo else None)
    description = resolve(spec)
    with open_listener(host, port) as listener:
        keep_demo_on_loopback(listener, given)
        keys = {**dict([given] if given else []), **second_credentials()}
        settings = Settings(
            keys,
            database,
            os.environ.get(VARIABLE, ""),
            policy=Policy(allow_private),
            has_worker=has_worker,
            calls_per_hour=calls_per_hour,
            mailbox_calls_per_minute=mailbox_calls_per_minute,
            retention_days=retention,
        )
        with usable(description.contract), usable_database(database):
            app = create_app(settings, description.contract, reference=lambda: description.reference)
            if public_url.endswith(description.contract.base_path):
                message = f"leave {description.contract.base_path} out of --public-url; it is added to it"
                raise CannotRun(message)
            refuse_other_secret(app.state.services.keys.secrets_of, given)
            if demo and given:
                fill(app.state.services, given[0])
        notes = _mock_the_rest(app) if with_mock else []
        notes += describe_vault(app.state.services)
        migration = app.state.services.database.migration
        if migration and migration.before:
            notes.append(f"  the database was {describe_migration(migration, HEAD)}")
        entrance = Entrance(
            app,
            Guard(allowed_hosts, public_url),
            proxies=TrustedProxies(trusted_proxies),
            public_url=public_url,
            note=partial(_count, app.state.services.metrics),
        )
        watch = partial(_watch, app.state.services, ops)
        run(
            "serve", app, entrance, listener, given, *notes,
            certificate=certificate, public_url=public_url, watch=watch,
        )  # fmt: skip
        app.state.services.close()
    click.echo("serve: stopped")


def _count(metrics: Metrics, answered: Answered) -> None:
    metrics.count_request(answered.operation, answered.status, answered.seconds)


@contextmanager
def _watch(services: Services, ops: Address | None, running: Server) -> Iterator[list[str]]:
    from contextio_contract.server.monitoring import add_connections

    add_connections(services.metrics, running.connections)
    with operating(services, ops, lambda: running.should_exit) as lines:
        yield lines


def _mock_the_rest(app: Starlette) -> list[str]:
    """Let a mock answer what an application does not implement, and return what to print about it."""
    from contextio_contract.mock.app import add_mock

    mocked = len(add_mock(app))
    return [f"  the mock answers {counted(mocked, 'operation')} without code"] if mocked else []
