"""The command `conformance`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from contextio_contract.cli import counted
from contextio_contract.cli.connection import connection_options
from contextio_contract.cli.description import earlier, pages_option, resolve, spec_option, usable
from contextio_contract.cli.sections import SectionedCommand
from contextio_contract.cli.streams import lasting_streams
from contextio_contract.conformance.settings.configuration import NAME, PREFIX, configure
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.conformance.process.signals import Interruption
    from contextio_contract.conformance.settings.options import Options
    from contextio_contract.conformance.verdict.comparison import EarlierRun
    from contextio_contract.conformance.verdict.known import KnownFailure


def _read_earlier(context: click.Context, parameter: click.Parameter, path: Path | None) -> EarlierRun | None:
    """Read what is compared with at once, since the reports of this run may take its place."""
    del context, parameter
    from contextio_contract.conformance.verdict.comparison import EarlierRun

    return EarlierRun.read(path) if path else None


_SECTIONS: Final = {
    "The deployment": ("base_url", "mode", "mock", "spec", "known_failures"),
    "What is checked": (
        "quick", "pages", "operation", "rule", "disable", "since", "max_examples", "seed",
    ),
    "A mailbox for sources and mail": ("imap_host", "imap_port", "imap_username", "imap_ssl"),
    "Reports": ("report_dir", "compare", "show_data"),
    "Speed and limits": ("workers", "rate", "timeout", "max_requests", "max_time"),
    "The way to the deployment": ("ca", "insecure", "cert", "header", "proxy"),
    "After a run that was killed": ("clean_up",),
}  # fmt: skip
"""The options by what they are for."""


@click.command(
    cls=SectionedCommand,
    sections=_SECTIONS,
    context_settings={"auto_envvar_prefix": PREFIX, "show_default": True},
    epilog="""\b
Examples:
  CONTEXTIO_CONSUMER_KEY=… CONTEXTIO_CONSUMER_SECRET=… \\
    contextio-contract conformance --base-url https://api.example.com/2.0
  contextio-contract conformance
  contextio-contract conformance --seed 7 --max-examples 200
  contextio-contract conformance --operation accounts_get
  contextio-contract conformance --rule accounts-list-email-single
  contextio-contract conformance --base-url … --clean-up cio-0123456789ab
""",
)
@spec_option
@click.option("--base-url", metavar="URL", help="The deployment; without it, our own server is started.")
@click.option("--mock", is_flag=True, help="Check the mock of the description, which is started for it.")
@click.option(
    "--mode",
    type=click.Choice(["read-only", "sandbox", "disposable"]),
    help="What may be written; without it, sandbox on a loopback address and read-only elsewhere.",
)
@click.option("--seed", type=click.IntRange(0), metavar="N", default=42, help="Repeats a run exactly.")
@click.option(
    "--max-examples",
    type=click.IntRange(1),
    metavar="N",
    default=25,
    help="Generated requests per operation, valid and invalid, and walks along the links.",
)
@click.option("--quick", is_flag=True, help="Draw no data: only rules, and the examples of the description.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many checks are made at once; the verdict is the same. Without it, 2 on our own server.",
)
@click.option("--rule", multiple=True, metavar="ID", help="Only this check, no property tests; repeatable.")
@click.option("--operation", multiple=True, metavar="ID", help="Check only this operation; repeatable.")
@pages_option("Check only these pages, with commas between them.")
@click.option("--since", metavar="REF", help="Check only what changed since a revision or bundle.")
@click.option("--disable", multiple=True, metavar="ID", help="Leave out this check; repeatable.")
@click.option(
    "--max-requests",
    type=click.IntRange(0),
    metavar="N",
    default=0,
    help="Give up after this many; 0 for no limit.",
)
@click.option(
    "--rate", type=click.FloatRange(0), metavar="N", default=0.0, help="Requests per second; 0 for no limit."
)
@click.option(
    "--max-time", type=click.IntRange(1), default=1800, metavar="SECONDS", help="Give up after this time."
)
@click.option(
    "--report-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports/conformance"),
    help="Folder for report.html, junit.xml, results.json, exchanges.har and summary.md.",
)
@click.option(
    "--compare",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    callback=_read_earlier,
    help="Say what has changed since the run of this results.json.",
)
@click.option("--show-data", is_flag=True, help="Show in reports what the run did not create, unmasked.")
@connection_options
@click.option("--imap-host", metavar="HOST", help="Mail server of a mailbox that becomes a source.")
@click.option("--imap-port", type=click.IntRange(1, 65535), help="Its port; 993 with TLS and 143 without.")
@click.option("--imap-username", metavar="NAME", help="User name of the mailbox.")
@click.option("--imap-ssl/--no-imap-ssl", default=True, help="Use TLS from the start.")
@click.option(
    "--clean-up", metavar="RUN", allow_from_autoenv=False, help="Only remove what a run left behind."
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

    Keys and passwords are read from the environment alone: CONTEXTIO_CONSUMER_KEY and
    CONTEXTIO_CONSUMER_SECRET of the deployment; CONFORMANCE_SECOND_KEY and CONFORMANCE_SECOND_SECRET of a
    second consumer, if there is one; CONFORMANCE_IMAP_PASSWORD of the mailbox. On a loopback address, a
    mailbox is started for the run.

    An option that is not given is read from the environment (CONFORMANCE_SEED for --seed), then from the
    file of --config (the key seed).

    Exit status: 0 conformant, 1 not conformant, 2 no verdict.
    """
    from contextio_contract.conformance.process.signals import interruptible

    # Those that happen to be installed, such as trio's, which imports pytest, are of no use here.
    os.environ.setdefault("HYPOTHESIS_NO_PLUGINS", "1")
    with lasting_streams(), interruptible() as interruption:
        try:
            from contextio_contract.conformance.settings.options import Options

            options = Options(**settings, known_failures=known_failures)
            if clean_up is not None:
                _clean_up(clean_up, options)
                status = 0
            else:
                status = 0 if _check(options, interruption) else 1
        except CannotRun as error:
            error.show()
            status = error.exit_code
    raise SystemExit(status)


def _clean_up(run_id: str, options: Options) -> None:
    from contextio_contract.conformance.safety.clean_up import clean_up

    contract = resolve(options.spec).contract
    try:
        with usable(contract):
            count = clean_up(contract, options.base_url, run_id, options.connection)
    except KeyboardInterrupt:
        message = "interrupted; the same command removes the rest"
        raise CannotRun(message) from None
    click.echo(f"conformance: removed {counted(count, 'resource')} that run {run_id} had left")


def _check(options: Options, interruption: Interruption) -> bool:
    """Make a run and its reports, however it ends, and return whether the deployment is conformant."""
    interruption.hold()
    from contextio_contract.conformance.process.signals import INTERRUPTED
    from contextio_contract.conformance.verdict.conclusion import begin, conclude
    from contextio_contract.conformance.verdict.empty_run import without_checks

    begin(options)
    contract = None
    try:
        interruption.release()
        from contextio_contract.conformance.wire.target import open_target

        description = resolve(options.spec)
        contract = description.contract
        before = earlier(options.since, description.path) if options.since else None
        with usable(contract), open_target(options, contract) as find_target:
            # Only now, so that our own server starts while this takes its time.
            from contextio_contract.conformance.rulebook import Rulebook
            from contextio_contract.conformance.run import run

            page, has_files = description.reference_page, description.path.is_dir()
            reference = page.resolve().as_uri() if page else ""
            rulebook = Rulebook.read(description.rulebook, reference, with_places=has_files)
            result = run(
                options,
                contract,
                rulebook,
                interruption=interruption,
                find_target=find_target,
                earlier=before,
            )
    except CannotRun as reason:
        result = without_checks(options, contract, gave_up=reason.message)
    except KeyboardInterrupt:
        result = without_checks(options, contract, gave_up=INTERRUPTED)
    interruption.hold()
    return conclude(options, result)
