"""The Python client: a package of methods by page, with the classes of the models package."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from openapi_python_client import TEMPLATE_FILTERS

from contextio_contract.codegen.facts import callback_parameter, error_classes, stale_code
from contextio_contract.codegen.python.annotations import Annotations
from contextio_contract.codegen.python.methods import Method, Page
from contextio_contract.codegen.python.package import environment, finish, write
from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from contextio_contract.contract import Contract

_TEMPLATES: Final = Path(__file__).with_name("templates") / "client"
_PAGE: Final = "api/page.py.jinja"
"""Rendered once for each page."""
_CONNECT: Final = ("connect.py.jinja", "examples/connect_app.py.jinja")
"""Rendered if the description has a callback that brings a browser back."""


def write_client(contract: Contract, folder: Path) -> None:
    """Write the package `contextio_client`.

    Raises:
        CannotGenerateError: if an operation cannot become a method.
    """
    pages = _pages(contract)
    methods = [method for page in pages for method in page.methods]
    error_models = sorted({model for method in methods for model in method.errors.values()})
    if not error_models:
        message = "no operation describes the body of an error"
        raise CannotGenerateError(message)
    statuses = {status for method in methods for status in method.error_statuses}
    templates = environment(_TEMPLATES)
    templates.filters.update(TEMPLATE_FILTERS, first_sentence=lambda text: re.split(r"(?<=\.)\s", text)[0])
    templates.globals.update(
        title=contract.title,
        version=contract.version,
        base_url=contract.server_url,
        pages=pages,
        models=sorted({name for page in pages for name in page.models}),
        callback_parameter=callback_parameter(contract),
        stale_code=stale_code(contract),
        error_classes=error_classes(statuses),
        error_models=error_models,
        default_error=next((each.errors[0] for each in methods if 0 in each.errors), error_models[0]),
    )
    for name in templates.list_templates():
        template = templates.get_template(name)
        if name == _PAGE:
            for page in pages:
                write(folder / "api" / f"{page.name}.py", template, page=page)
        elif name not in _CONNECT or callback_parameter(contract):
            write(folder / name.removesuffix(".jinja"), template)
    finish(folder)


def _pages(contract: Contract) -> list[Page]:
    """Return the pages that have operations.

    Raises:
        CannotGenerateError: if an operation belongs to no page.
    """
    for operation in contract.operations.values():
        if not operation.page:
            message = f"{operation.id} has no tag, and so no page"
            raise CannotGenerateError(message)
    annotations = Annotations(contract)
    return [
        Page(
            page.name,
            page.description,
            [Method(operation, contract, annotations) for operation in page.operations],
        )
        for page in contract.pages
        if page.operations
    ]
