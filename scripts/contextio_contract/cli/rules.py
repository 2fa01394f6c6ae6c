"""The subcommand `rules`."""

from __future__ import annotations

import click


@click.command(
    epilog="""\b
Examples:
  contextio-contract rules
  contextio-contract rules --page accounts
""",
)
@click.option("--page", metavar="NAME", help="Only the rules of this documentation page.")
def rules(page: str | None) -> None:
    """Print the documented rules, and what holds a deployment to each of them.

    That is a place in the description's schemas, a check of the conformance suite, or nothing, where
    the rule cannot be seen over HTTP.
    """
    from collections import Counter

    from contextio_contract.cli.description import resolve
    from contextio_contract.errors import CannotRun

    every = resolve().rulebook.get("rules", ())
    if not every:
        message = "generated/rules.json is missing; run: make generate"
        raise CannotRun(message)
    shown = [rule for rule in every if page in {None, rule["page"]}]
    if not shown:
        message = f"--page {page}: there are {', '.join(dict.fromkeys(rule['page'] for rule in every))}"
        raise CannotRun(message)
    for rule in shown:
        by = rule["enforced_by"]
        where = by.get("why") or (by["where"] if by["kind"] == "schema" else ", ".join(by["where"]))
        click.echo(f"{rule['id']}  {rule['page']}, {rule['tier']}  ({rule['place']})")
        click.echo(f"    {rule['text']}")
        click.echo(f"    {by['kind']}: {where}")
    kinds = Counter(rule["enforced_by"]["kind"] for rule in shown)
    click.echo(
        f"rules: {len(shown)}, of which {kinds['check']} are checked, {kinds['schema']} are in the schema "
        f"and {kinds['unobservable']} cannot be seen over HTTP"
    )
