"""The Python client: a package by openapi-python-client, from templates that use the models package."""

from __future__ import annotations

import re
import shutil
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import StrictUndefined
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.strings import PythonIdentifier

from contextio_contract.codegen.facts import class_name
from contextio_contract.codegen.names import OWN
from contextio_contract.codegen.package import is_needed, shared_variables
from contextio_contract.codegen.publishing import has_changelog, python_metadata, write_texts
from contextio_contract.codegen.python.finish import finish
from contextio_contract.codegen.python.methods import Method
from contextio_contract.codegen.python.parsing import parse
from contextio_contract.codegen.samples import result_name
from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from contextio_contract.codegen.names import Names
    from contextio_contract.contract import Contract

_TEMPLATES: Final = Path(__file__).with_name("templates") / "client"
"""Templates in place of those of openapi-python-client; `added/` holds those of further files."""


def write_client(contract: Contract, folder: Path, names: Names = OWN, spec: Path | None = None) -> None:
    """Write the package of the client, which imports that of the models.

    Its changelog is that of the folder of the description.

    Raises:
        CannotGenerateError: if an operation cannot become a method.
    """
    project = _project(contract, folder, names)
    project.env.globals.update(metadata=python_metadata(contract), has_changelog=has_changelog(spec))
    with redirect_stdout(None):
        project.build()
    # Models are a package of their own, and the methods of a page stand in one module.
    (folder / "types.py").unlink()
    shutil.rmtree(folder / "models")
    for page in project.openapi.endpoint_collections_by_tag:
        (folder / "api" / page / "__init__.py").rename(folder / "api" / f"{page}.py")
        shutil.rmtree(folder / "api" / page)
    added = _TEMPLATES / "added"
    for path in added.rglob("*.jinja"):
        name = path.relative_to(added).as_posix().removesuffix(".jinja")
        if is_needed(path.stem, contract):
            output = folder / name
            output.parent.mkdir(exist_ok=True)
            output.write_text(project.env.get_template(f"added/{name}.jinja").render(), encoding="utf-8")
    write_texts(contract, folder, names, spec)
    finish(folder)


def _project(contract: Contract, folder: Path, names: Names) -> Project:
    """Return the generator, with all that the templates ask for."""
    options = ConfigFile(literal_enums=True, post_hooks=[])
    config = Config.from_sources(
        options, MetaType.NONE, folder, file_encoding="utf-8", overwrite=False, output_path=folder
    )
    data = parse(contract, config)
    endpoints = {
        endpoint.name: endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    methods = [
        Method(operation, endpoints[PythonIdentifier(operation.id, config.field_prefix)], contract)
        for page in contract.pages
        for operation in page.operations
    ]
    error_models = sorted({model for method in methods for model in method.errors.values()})
    if not error_models:
        message = "no operation describes the body of an error"
        raise CannotGenerateError(message)
    project = Project(openapi=data, config=config, custom_template_path=_TEMPLATES)
    project.env.undefined = StrictUndefined
    project.env.filters["first_sentence"] = lambda text: re.split(r"(?<=\.)\s", text)[0]
    project.env.filters["result_name"] = result_name
    project.env.filters["code"] = "`{}`".format
    project.env.globals.update(
        shared_variables(contract, names),
        pages={page.name: page for page in contract.pages if page.operations},
        classes={page.name: class_name(page, contract) for page in contract.pages},
        methods={method.operation.id: method for method in methods},
        paged=next((method for method in methods if method.pages), None),
        upload=next((method for method in methods if method.sent_in("file")), None),
        download=next((method for method in methods if method.answers[0].kind == "bytes"), None),
        models=sorted(contract.schemas),
        error_models=error_models,
        default_error=next((each.errors[0] for each in methods if 0 in each.errors), error_models[0]),
    )
    return project
