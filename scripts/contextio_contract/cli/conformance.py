"""The command `conformance`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contextio_contract.cli.description import earlier, resolve, spec_option
from contextio_contract.conformance.configuration import NAME, PREFIX, configure
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.conformance.known import KnownFailure


@click.command(
    context_settings={"auto_envvar_prefix": PREFIX},
    epilog="""\b
Examples:
  contextio-contract conformance
  contextio-contract conformance --seed 7 --max-examples 200
  contextio-contract conformance --operation accounts_get
  contextio-contract conformance --rule accounts-list-email-single
  CONTEXTIO_CONSUMER_KEY=… CONTEXTIO_CONSUMER_SECRET=… \\
    contextio-contract conformance --base-url https://api.example.com/2.0
  contextio-contract conformance --base-url … --clean-up cio-0123456789ab
""",
)
@spec_option
@click.option("--base-url", metavar="URL", help="The deployment; without it, our own server is started.")
@click.option(
    "--mode",
    type=click.Choice(["read-only", "sandbox", "disposable"]),
    help="What may be written; without it, sandbox on a loopback address and read-only elsewhere.",
)
@click.option("--seed", type=click.IntRange(0), default=42, show_default=True, help="Repeats a run exactly.")
@click.option(
    "--max-examples",
    type=click.IntRange(1),
    default=25,
    show_default=True,
    help="Generated requests per operation, valid and invalid, and walks along the links.",
)
@click.option(
    "--rule", multiple=True, metavar="ID", help="Make only this check, and no property tests; repeatable."
)
@click.option("--operation", multiple=True, metavar="ID", help="Check only this operation; repeatable.")
@click.option(
    "--since",
    metavar="REF",
    help="Check only what has changed in the description since a revision or bundle.",
)
@click.option("--disable", multiple=True, metavar="ID", help="Leave out this check; repeatable.")
@click.option(
    "--max-requests",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="Give up after this many requests; 0 for no limit.",
)
@click.option(
    "--rate",
    type=click.FloatRange(0),
    default=0.0,
    show_default=True,
    help="Requests per second; 0 for no limit.",
)
@click.option(
    "--max-time",
    type=click.IntRange(1),
    default=1800,
    show_default=True,
    metavar="SECONDS",
    help="Give up after this time.",
)
@click.option(
    "--report-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports/conformance"),
    show_default=True,
    help="Folder for report.html, junit.xml, results.json, exchanges.har and summary.md.",
)
@click.option("--imap-host", metavar="HOST", help="Mail server of a mailbox that becomes a source.")
@click.option("--imap-port", type=click.IntRange(1, 65535), help="Its port; 993 with TLS and 143 without.")
@click.option("--imap-username", metavar="NAME", help="User name of the mailbox.")
@click.option("--imap-ssl/--no-imap-ssl", default=True, show_default=True, help="Use TLS from the start.")
@click.option(
    "--clean-up",
    metavar="RUN",
    allow_from_autoenv=False,
    help="Remove what a run left behind, and do nothing else.",
)
@click.option(
    "--config",
    "known_failures",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    envvar=f"{PREFIX}_CONFIG",
    is_eager=True,
    callback=configure,
    help=f"Settings in TOML; without it, {NAME} if that exists.",
)
def conformance(clean_up: str | None, known_failures: tuple[KnownFailure, ...], **settings: Any) -> None:
    """Check whether a deployment keeps the contract.

    A run checks the documented rules, then tests properties of every operation. On a loopback address it
    creates accounts and tokens, writes to nothing else and removes them at the end. Elsewhere it only reads,
    unless --mode allows more.

    The keys of the deployment are taken from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET. Rules
    about sources need a mailbox: the one that the --imap options name, with its password in
    CONFORMANCE_IMAP_PASSWORD, or, on a loopback address, one that is started for the run.

    An option that is not given is read from the environment (CONFORMANCE_SEED for --seed), then from the
    file of --config (the key seed).

    Exit status: 0 conformant, 1 not conformant, 2 no verdict.
    """
    try:
        if clean_up is not None:
            _remove(settings["spec"], settings["base_url"], clean_up)
            return
        from contextio_contract.conformance.options import Options
        from contextio_contract.conformance.rulebook import Rulebook
        from contextio_contract.conformance.run import run

        options = Options(**settings, known_failures=known_failures)
        description = resolve(options.spec)
        before = earlier(options.since, description.path) if options.since else None
        is_conformant = run(options, description.contract, Rulebook.read(description.rulebook), before)
    except KeyboardInterrupt:  # click would exit with 1, which means not conformant
        rest = "there is no verdict" if clean_up is None else "the same command removes the rest"
        message = f"interrupted; {rest}"
        raise CannotRun(message) from None
    raise SystemExit(0 if is_conformant else 1)


def _remove(spec: Path | None, base_url: str | None, run_id: str) -> None:
    from contextio_contract.conformance.safety.clean_up import clean_up

    count = clean_up(resolve(spec).contract, base_url, run_id)
    click.echo(f"conformance: removed {count} resource{'s' * (count != 1)} that run {run_id} had left")
