"""`contextio-contract new-operation`."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

import click

from contextio_contract.cli import counted
from contextio_contract.cli.description import folder_option
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.description.draft.drafts import Draft
    from contextio_contract.description.source.bundler import Bundle


@click.command(
    epilog="""\b
Examples:
  contextio-contract new-operation notes POST /accounts/{id}/notes create
  contextio-contract new-operation notes GET /accounts/{id}/notes list
  contextio-contract new-operation sync
"""
)
@click.argument("page")
@click.argument("operation", nargs=-1, metavar="[METHOD ENDPOINT VERB]")
@folder_option
@click.pass_context
def new_operation(context: click.Context, page: str, operation: tuple[str, ...], spec: Path) -> None:
    """Draft an operation: its path, form, responses and schemas, in the files where they belong.

    VERB is what follows PAGE in the operationId: list, get, create, update or delete, with an object if need
    be (get_body). What documented/ knows of the operation is filled in. With PAGE alone, everything that is
    documented of it and not described yet.

    Exit status: 0 drafted, 1 lint has findings afterwards, 2 could not run.
    """
    from contextio_contract.contract import Contract
    from contextio_contract.description import read
    from contextio_contract.description.draft.drafts import Drafter
    from contextio_contract.description.draft.insertion import insert
    from contextio_contract.description.evidence.facts import pages
    from contextio_contract.description.lint.fix import write
    from contextio_contract.description.source.conventions import conventions

    if reason := next(_refusals(page, operation, spec), None):
        raise CannotRun(reason)
    reading = read(spec)
    bundle, count = reading.bundle, len(reading.findings)
    if bundle is None or count:  # a draft is to be judged by its own findings
        message = f"the description has {counted(count, 'finding')}; correct them first: make lint"
        raise CannotRun(message)
    drafter = Drafter(page, pages(spec, []), Contract(bundle.document), conventions(spec).verbs)
    drafts = [drafter.draft(*operation)] if operation else drafter.draft_documented()
    if reason := next(_conflicts(page, drafts, bundle), None):
        raise CannotRun(reason)
    for name, text in insert(spec, page, drafts, drafter.resources(drafts), bundle).items():
        (spec / name).parent.mkdir(exist_ok=True)
        write(spec / name, text.encode())
        click.echo(f"wrote {spec.name}/{name}")
    for omitted in drafter.omitted:
        click.echo(f"not drafted: {omitted}")
    findings = read(spec).findings
    for finding in findings:
        click.echo(str(finding))
    names = ", ".join(draft.operation["operationId"] for draft in drafts)
    then = "put it into words, then run make generate"
    if findings:
        then = f"{counted(len(findings), 'finding')} to correct"
    left = f", without the facts that are named above ({len(drafter.omitted)})" if drafter.omitted else ""
    click.echo(f"new-operation: drafted {names}{left}; {then}")
    context.exit(1 if findings else 0)


def _refusals(page: str, operation: tuple[str, ...], spec: Path) -> Iterator[str]:
    """Yield why arguments would make no sound description."""
    from contextio_contract.contract import METHODS
    from contextio_contract.description.source.conventions import conventions
    from contextio_contract.description.source.finding import one_of

    if not page:
        yield "name a page in small letters, such as notes"
    if len(operation) not in {0, 3} or not all(operation):
        names = zip_longest(("METHOD", "ENDPOINT", "VERB"), operation)
        missing = " and ".join(str(name) for name, argument in names if not argument)
        yield f"without {missing} there is no operation; name METHOD, ENDPOINT and VERB, or PAGE alone"
    verbs = conventions(spec).verbs
    verb = rf"({'|'.join(verbs) or '[a-z0-9]+'})(_[a-z0-9_]+)?"
    forms = (
        (r"[a-z][a-z0-9_]*", "no name for a page; write it in small letters, such as email_addresses"),
        ("|".join(METHODS).upper(), "no method; write one such as GET or POST"),
        (r"(/([\w-]+|\{\w+\}))+", "no path; write it such as /accounts/{id}/notes"),
        (verb, f"no verb; it begins with {one_of('', verbs)}"),
    )
    for argument, (form, fix) in zip((page, *operation), forms, strict=False):
        if not re.fullmatch(form, argument):
            yield f"{argument} is {fix}"


def _conflicts(page: str, drafts: list[Draft], bundle: Bundle) -> Iterator[str]:
    """Yield why drafts conflict with what is described: an operation, or a path in another file."""
    if not drafts:
        yield f"documented/ has nothing of {page} that is not described; name METHOD, ENDPOINT and VERB"
    for draft in drafts:
        item = bundle.document["paths"].get(draft.path, {})
        homes = (bundle.position(("paths", draft.path, key)).file.partition("/")[2] for key in item)
        home = next(homes, f"resources/{page}.yaml")
        if draft.method in item:
            yield f"{draft.method.upper()} {draft.path} is described already"
        if home != f"resources/{page}.yaml":
            yield f"{draft.path} stands in {home}; its operations belong there"
