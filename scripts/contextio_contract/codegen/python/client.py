"""The Python client: a package from our templates, with the types that openapi-python-client reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from openapi_python_client.strings import safe_for_docstring

from contextio_contract.codegen.package import environment, write_client_package
from contextio_contract.codegen.python.finish import finish
from contextio_contract.codegen.python.methods import Method
from contextio_contract.codegen.python.parsing import endpoints
from contextio_contract.codegen.samples import pascal, result_name
from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from contextio_contract.contract import Contract

_TEMPLATES: Final = Path(__file__).with_name("templates") / "client"


def write_client(contract: Contract, folder: Path) -> None:
    """Write the package `contextio_client`.

    Raises:
        CannotGenerateError: if an operation cannot become a method.
    """
    read = endpoints(contract)
    pages = {
        page: [Method(operation, read[operation.id], contract) for operation in page.operations]
        for page in contract.pages
        if page.operations
    }
    errors = [method.errors for methods in pages.values() for method in methods]
    error_models = sorted({model for models in errors for model in models.values()})
    if not error_models:
        message = "no operation describes the body of an error"
        raise CannotGenerateError(message)
    templates = environment(
        _TEMPLATES,
        docstring=safe_for_docstring,
        first_sentence=lambda text: re.split(r"(?<=\.)\s", text)[0],
        literal=json.dumps,
        pascal=pascal,
        result_name=result_name,
    )
    templates.globals.update(
        models=sorted(contract.schemas),
        error_models=error_models,
        default_error=next((models[0] for models in errors if 0 in models), error_models[0]),
    )
    write_client_package(templates, contract, pages, folder)
    finish(folder)
