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
""",
)
@click.option("--page", metavar="NAME", help="Only the rules of this documentation page.")
@spec_option
def rules(page: str | None, spec: Path | None) -> None:
    """List the documented rules and what enforces each.

    A rule is enforced by a place in the description's schemas, or by a check of the conformance suite. Of
    some rules this contract decides otherwise, and some cannot be observed over HTTP.
    """
    description = resolve(spec)
    every = description.rulebook.get("rules", ())
    if not every:
        message = f"there are no rules beside {description.path}; give --spec the folder of the description"
        raise CannotRun(message)
    selected = [rule for rule in every if page in {None, rule["page"]}]
    if not selected:
        pages = ", ".join(dict.fromkeys(rule["page"] for rule in every))
        message = f"--page {page}: the pages are {pages}"
        raise CannotRun(message)
    for rule in selected:
        by = rule["enforced_by"]
        where = ", ".join(by["where"]) if by["kind"] == "check" else by.get("where") or by["why"]
        click.echo(f"{rule['id']}  {rule['page']}, {rule['tier']}  ({rule['place']})")
        click.echo(f"    {rule['text']}")
        click.echo(f"    {by['kind']}: {where}")
    kinds = Counter(rule["enforced_by"]["kind"] for rule in selected)
    click.echo(
        f"rules: {len(selected)}, of which {kinds['check']} are checked, {kinds['schema']} are in the schema,"
        f" {kinds['decided']} are decided otherwise and {kinds['unobservable']} cannot be observed over HTTP"
    )
