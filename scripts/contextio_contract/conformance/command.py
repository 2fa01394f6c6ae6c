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
) -> None:
    """Check whether a deployment keeps the contract.

    Property tests are run over every operation. On this machine (a loopback address) the run creates
    accounts and tokens, writes to nothing else and removes them at the end; anywhere else it only reads.
    The keys of a deployment are taken from CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET.

    Exit status: 0 conformant, 1 not conformant, 2 could not run.
    """
    from contextio_contract.conformance.run import Options, run

    options = Options(base_url, seed, max_examples, operations, max_time, junit)
    raise SystemExit(0 if run(options).is_conformant else 1)
