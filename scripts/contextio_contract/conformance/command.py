"""The subcommand `conformance`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    epilog="""\b
Examples:
  contextio-contract conformance
  contextio-contract conformance --seed 7 --max-examples 200
  contextio-contract conformance --operation accounts_get
  CONTEXTIO_CONSUMER_KEY=… CONTEXTIO_CONSUMER_SECRET=… \\
    contextio-contract conformance --base-url https://api.example.com/2.0
""",
)
@click.option("--base-url", metavar="URL", help="A deployment; without it our own server is started.")
@click.option("--seed", type=click.IntRange(0), default=42, show_default=True, help="Repeats a run exactly.")
@click.option(
    "--max-examples",
    type=click.IntRange(1),
    default=25,
    show_default=True,
    help="Drawn requests per operation, valid and invalid ones, and walks along the links.",
)
@click.option(
    "--operation", "operations", multiple=True, metavar="ID", help="Check only this one; repeatable."
)
@click.option("--rule", "rules", multiple=True, metavar="ID", help="Check only this rule; repeatable.")
@click.option("--since", metavar="REF", help="Check what the description changed since a revision or bundle.")
@click.option(
    "--mode",
    type=click.Choice(["read-only", "sandbox", "disposable"]),
    help="What may be written; sandbox on a loopback address, read-only anywhere else.",
)
@click.option("--max-requests", type=click.IntRange(0), default=0, help="Give up after as many; 0: no limit.")
@click.option("--rate", type=click.FloatRange(0), default=0.0, help="Requests per second; 0: no limit.")
@click.option("--clean-up", metavar="RUN_ID", help="Remove what a run left behind, and do nothing else.")
@click.option(
    "--max-time",
    type=click.IntRange(1),
    default=1800,
    show_default=True,
    metavar="SECONDS",
    help="Give up after this time.",
)
@click.option(
    "--junit",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("reports/conformance/junit.xml"),
    show_default=True,
    help="Where to write the JUnit XML report.",
)
def conformance(  # noqa: PLR0913, PLR0917 - one argument per option
    base_url: str | None,
    seed: int,
    max_examples: int,
    operations: tuple[str, ...],
    max_time: int,
    junit: Path,
    rules: tuple[str, ...],
    since: str | None,
    mode: str | None,
    max_requests: int,
    rate: float,
    clean_up: str | None,
) -> None:
    """Check whether a deployment keeps the contract.

    First the rules of the documentation are checked, then property tests are run over every operation. On
    this machine (a loopback address) the run creates accounts and tokens, writes to nothing else and
    removes them at the end; anywhere else it only reads, unless --mode says otherwise. Rules about sources
    need a mailbox: the one that CONFORMANCE_IMAP_HOST, _PORT, _USERNAME, _PASSWORD and _SSL name, or, on
    this machine, one that is started for the run.
    The keys of a deployment are taken from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET.

    Exit status: 0 conformant, 1 not conformant, 2 could not run.
    """
    from contextio_contract.conformance.run import Options, run, show_clean_up

    options = Options(
        base_url,
        seed,
        max_examples,
        operations,
        max_time,
        junit,
        rules,
        since,
        mode,
        max_requests,
        rate,
        clean_up,
    )
    if clean_up:
        show_clean_up(options)
        return
    raise SystemExit(0 if run(options).is_conformant else 1)
