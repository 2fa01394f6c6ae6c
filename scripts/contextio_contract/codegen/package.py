"""Packages made of templates: the environment of the templates, and the files that they become."""

from __future__ import annotations

from http import HTTPStatus
from itertools import chain
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from contextio_contract.codegen.callbacks import signed_bodies, told_unsigned
from contextio_contract.codegen.facts import callback_parameter, error_classes, error_statuses, stale_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from contextio_contract.codegen.names import Names
    from contextio_contract.contract import Contract, Page


def environment(folder: Path, **filters: Callable[..., Any]) -> Environment:
    """Return the templates below a folder, with further filters; those of HTML escape what they show."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=select_autoescape(["html.jinja"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(filters)
    return templates


def write_client_package(
    templates: Environment,
    contract: Contract,
    pages: Mapping[Page, Sequence[Any]],
    folder: Path,
    names: Names,
) -> None:
    """Write a file into a new folder for each template of a client, given the methods of each page.

    A template called `page` makes a file for each page, and one called `example` one for each method.
    """
    methods = list(chain(*pages.values()))
    templates.globals.update(shared_variables(contract, names), pages=pages)
    for name in templates.list_templates():
        path = folder / name.removesuffix(".jinja")
        files: dict[str, dict[str, Any]] = {path.stem: {}}
        if path.stem == "page":
            files = {page.name: {"page": page, "methods": methods} for page, methods in pages.items()}
        elif path.stem == "example":
            files = {method.operation.id: {"method": method} for method in methods}
        elif not is_needed(path.stem, contract):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        for stem, variables in files.items():
            text = templates.get_template(name).render(variables)
            path.with_stem(stem).write_text(text, encoding="utf-8")


def is_needed(stem: str, contract: Contract) -> bool:
    """Return whether a client needs a file.

    One with `connect` in its name is about callbacks that bring a browser back. One with `callback` is about
    signed bodies.
    """
    if "connect" in stem:
        return callback_parameter(contract) is not None
    return "callback" not in stem or bool(signed_bodies(contract))


def shared_variables(contract: Contract, names: Names) -> dict[str, Any]:
    """Return the variables that the templates of all clients have."""
    described = {status for operation in contract.operations.values() for status in error_statuses(operation)}
    return {
        "packages": names,
        "title": contract.title,
        "version": contract.version,
        "base_url": contract.server_url,
        "base_path": contract.base_path,
        "callback_parameter": callback_parameter(contract),
        "signed_bodies": signed_bodies(contract),
        "unsigned_callbacks": told_unsigned(contract),
        "stale_code": stale_code(contract),
        "error_classes": error_classes(described | {HTTPStatus.FORBIDDEN, HTTPStatus.CONFLICT}),
    }
