"""The command `rules`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from contextio_contract.cli.description import resolve, spec_option
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    epilog="""\b
Examples:
  contextio-contract rules
  contextio-contract rules --page accounts
  contextio-contract rules accounts-list-email-single
""",
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--page", metavar="NAME", help="Only the rules of this documentation page.")
@spec_option
def rules(ids: tuple[str, ...], page: str | None, spec: Path | None) -> None:
    """List the documented rules, all or those named by their ids, and what enforces each.

    A rule is enforced by the description's schemas, or by checks of the conformance suite. What is open, no
    check proves yet. Of some rules this contract decides otherwise, and some cannot be observed over HTTP.
    """
    description = resolve(spec)
    every = description.rulebook.get("rules", ())
    if not every:
        message = f"there are no rules beside {description.path}; give --spec the folder of the description"
        raise CannotRun(message)
    selected = [rule for rule in every if page in {None, rule["page"]}]
    if unknown := set(ids) - {rule["id"] for rule in every}:
        message = f"{min(unknown)}: no documented rule has this id; contextio-contract rules lists them"
        raise CannotRun(message)
    selected = [rule for rule in selected if not ids or rule["id"] in ids]
    if not selected and ids:
        message = f"--page {page}: it has none of these rules"
        raise CannotRun(message)
    if not selected:
        pages = ", ".join(dict.fromkeys(rule["page"] for rule in every))
        message = f"--page {page}: no page has this name; the pages are {pages}"
        raise CannotRun(message)
    for rule in selected:
        by = rule["enforced_by"]
        click.echo(f"{rule['id']}  {rule['page']}, {rule['tier']}  ({rule['place']})")
        click.echo(f"    {rule['text']}")
        click.echo(f"    {by['kind']}: {', '.join(by['where']) if 'where' in by else by['why']}")
        if "open" in by:
            click.echo(f"    open: {by['open']}")
    enforced = [rule["enforced_by"] for rule in selected]
    kinds = Counter(by["kind"] for by in enforced)
    click.echo(
        f"rules: {len(selected)}, of which {kinds['check']} are checked and {kinds['schema']} are in the"
        f" schema, {sum('open' in by for by in enforced)} of these in part; {kinds['open']} are open,"
        f" {kinds['decided']} are decided otherwise and {kinds['unobservable']} cannot be observed over HTTP"
    )
