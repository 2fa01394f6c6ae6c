"""`contextio-contract new-operation`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from contextio_contract.description.draft.drafts import Draft, Drafter
    from contextio_contract.description.source.bundler import Bundle

SPEC = click.Path(file_okay=False, path_type=Path)
_PARTS: Final = 3
_FORMS: Final = (
    (r"GET|PUT|POST|DELETE|PATCH", "no method; write GET, PUT, POST, DELETE or PATCH"),
    (r"(/([\w-]+|\{\w+\}))+", "no path; write it such as /accounts/{id}/notes"),
)


@click.command(
    epilog="""\b
Examples:
  contextio-contract new-operation sync
  contextio-contract new-operation discovery GET /discovery get
  contextio-contract new-operation notes POST /accounts/{id}/notes create
"""
)
@click.argument("page")
@click.argument("operation", nargs=-1, metavar="[METHOD PATH VERB]")
@click.option("--spec", type=SPEC, default="spec", show_default=True, help="Folder with openapi.yaml.")
@click.pass_context
def new_operation(context: click.Context, page: str, operation: tuple[str, ...], spec: Path) -> None:
    """Draft an operation: its path, form, answers and schemas, in the files where they belong.

    VERB is what follows PAGE in the operationId: a verb of EXTENSIONS.md, with an object if need be
    (get_body). What documented/ knows of the operation is filled in. With PAGE alone, everything that is
    documented of it and not described yet. Exit status: 1 when lint has findings afterwards.
    """
    from contextio_contract.description import read
    from contextio_contract.description.draft.drafts import Drafter
    from contextio_contract.description.draft.insertion import place
    from contextio_contract.description.evidence.facts import pages
    from contextio_contract.description.lint.fix import write
    from contextio_contract.description.source.conventions import conventions

    _check(page, operation, conventions(spec).verbs)
    bundle = _sound(spec)
    spec = spec.resolve()
    drafter = Drafter(page, pages(spec, []), bundle)
    root = bundle.files[f"{spec.name}/openapi.yaml"].data
    drafts = [_one(drafter, bundle, operation)] if operation else drafter.all()
    for path in {draft.path for draft in drafts} & root["paths"].keys():
        home = str(root["paths"][path].get("$ref", "openapi.yaml")).partition("#")[0]
        if home != f"resources/{page}.yaml":
            message = f"{path} stands in {home}; its operations belong there"
            raise CannotRun(message)
    if not drafts:
        message = f"documented/ has nothing of {page} that is not described; name METHOD, PATH and VERB"
        raise CannotRun(message)
    for name, text in place(spec, page, drafts, root).items():
        write(spec / name, text.encode())
        click.echo(f"wrote {spec.name}/{name}")
    findings = read(spec).findings
    for finding in findings:
        click.echo(str(finding))
    made = ", ".join(draft.operation["operationId"] for draft in drafts)
    count = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
    then = f"{count} to correct" if findings else "put it into words, then run make generate"
    click.echo(f"new-operation: drafted {made}; {then}")
    context.exit(1 if findings else 0)


def _check(page: str, operation: tuple[str, ...], verbs: list[str]) -> None:
    """Refuse what would make no sound description."""
    from contextio_contract.description.lint.phrases import one_of

    if not page:
        message = "name a page in small letters, such as sync"
        raise CannotRun(message)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", page):
        message = f"{page} is no name for a page; write it in small letters, such as email_addresses"
        raise CannotRun(message)
    if len(operation) not in {0, _PARTS}:
        message = "METHOD, PATH and VERB belong together; name all of them, or PAGE alone"
        raise CannotRun(message)
    verb = rf"({'|'.join(verbs) or '[a-z]+'})(_[a-z0-9_]+)?"
    forms = (*_FORMS, (verb, f"no verb; it begins with {one_of('', verbs)}"))
    for given, (form, fix) in zip(operation, forms, strict=False):
        if not re.fullmatch(form, given):
            message = f"{given} is {fix}"
            raise CannotRun(message)


def _sound(spec: Path) -> Bundle:
    """Return the description as it is, which must have no findings: a draft is to be judged by its own."""
    from contextio_contract.description import read

    if not (spec / "openapi.yaml").exists():
        message = f"{spec} has no openapi.yaml; run it where spec/ is, or name the folder with --spec"
        raise CannotRun(message)
    reading = read(spec.resolve())
    if reading.bundle is None or reading.findings:
        message = f"the description has {len(reading.findings)} findings; correct them first: make lint"
        raise CannotRun(message)
    return reading.bundle


def _one(drafter: Drafter, bundle: Bundle, operation: tuple[str, ...]) -> Draft:
    method, path, verb = operation
    if method.lower() in bundle.document["paths"].get(path, {}):
        message = f"{method} {path} is described already"
        raise CannotRun(message)
    return drafter.draft(path, method.lower(), verb, drafter.documented().get((path, method.lower())))
