"""Generator of the client package: openapi-python-client, with templates that speak the models package."""

from __future__ import annotations

import copy
import re
import shutil
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from contextio_contract.codegen.facts import callback_parameter, error_classes, stale_code
from contextio_contract.codegen.python.formatting import format_python
from contextio_contract.codegen.python.methods import Call
from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Contract

_TEMPLATES: Final = Path(__file__).with_name("templates") / "client"
# Taken from what the generator writes; its own classes and its file per operation are not.
_MODULES: Final = ("__init__.py", "client.py", "errors.py")
# Rendered beside them.
_ADDED: Final = (
    "README.md",
    "api.md",
    "auth.py",
    "deadline.py",
    "examples/operations.py",
    "exchange.py",
    "lenient.py",
    "operation.py",
    "paging.py",
    "pyproject.toml",
    "raw.py",
    "settings.py",
)
# Rendered where the description has the connect flow.
_CONNECT: Final = ("connect.py", "examples/connect_app.py")


def write_client(contract: Contract, folder: Path) -> None:
    """Write the package `contextio_client`.

    Args:
        contract: the bundled OpenAPI document.
        folder: where the package goes; it is made.

    Raises:
        CannotGenerateError: when a part of the document has no code.
    """
    with TemporaryDirectory() as scratch:
        package = Path(scratch, folder.name)
        project = _project(contract.bundle, package)
        with redirect_stdout(None):
            project.build()
        folder.mkdir()
        for name in _MODULES:
            shutil.move(package / name, folder / name)
        (folder / "api").mkdir()
        shutil.move(package / "api" / "__init__.py", folder / "api" / "__init__.py")
        for page in project.openapi.endpoint_collections_by_tag:
            shutil.move(package / "api" / page / "__init__.py", folder / "api" / f"{page}.py")
    (folder / "examples").mkdir()
    for name in (*_ADDED, *(_CONNECT if project.env.globals["callback_parameter"] else ())):
        (folder / name).write_text(project.env.get_template(f"{name}.jinja").render(), encoding="utf-8")
    (folder / "py.typed").touch()
    format_python(folder)


def _project(bundle: dict[str, Any], package: Path) -> Project:
    """Return the generator, holding the document and all that the templates ask for."""
    options = ConfigFile(literal_enums=True, post_hooks=[])
    config = Config.from_sources(
        options, MetaType.NONE, package, file_encoding="utf-8", overwrite=False, output_path=package
    )
    parsed = _parsed(bundle, config)
    pages = parsed.endpoint_collections_by_tag.values()
    calls = [Call(endpoint, bundle) for page in pages for endpoint in page.endpoints]
    error_models = sorted({model for call in calls for model in call.errors.values()})
    project = Project(openapi=parsed, config=config, custom_template_path=_TEMPLATES)
    project.env.globals.update(
        bundle=bundle,
        callback_parameter=callback_parameter(bundle),
        stale_code=stale_code(bundle),
        tags={tag["name"]: tag["description"].strip() for tag in bundle["tags"]},
        error_classes=error_classes({status for call in calls for status in call.errors if status}),
        error_models=error_models,
        default_error=next((call.errors[0] for call in calls if 0 in call.errors), error_models[0]),
    )
    project.env.filters.update(
        call=lambda endpoint: Call(endpoint, bundle),
        first_sentence=lambda text: re.split(r"(?<=\.)\s", text)[0],
    )
    return project


def _parsed(bundle: dict[str, Any], config: Config) -> GeneratorData:
    """Return the document as the generator reads it.

    Raises:
        CannotGenerateError: where the generator would leave something out, with a warning or without.
    """
    parsed = GeneratorData.from_dict(_reduced(bundle), config=config)
    if isinstance(parsed, GeneratorError):
        raise _refusal(parsed)
    pages = parsed.endpoint_collections_by_tag.values()
    for warning in (*parsed.errors, *(warning for page in pages for warning in page.parse_errors)):
        raise _refusal(warning)
    described, read = len(list(_operations(bundle))), sum(len(page.endpoints) for page in pages)
    if described != read:
        message = f"the client generator reads {read} of {described} operations"
        raise CannotGenerateError(message)
    parsed.models, parsed.enums = [], []  # they are in the models package
    return parsed


def _reduced(bundle: dict[str, Any]) -> dict[str, Any]:
    """Return the document without what is no part of a method, which the generator copies again and again.

    Of callbacks it also refuses every `$ref`.
    """
    document = copy.deepcopy(bundle)
    operations = list(_operations(document))
    for part in (document["components"], *operations):
        for name in ("callbacks", "examples", "links"):
            part.pop(name, None)
    responses = [*document["components"].get("responses", {}).values()]
    for operation in operations:
        responses += operation["responses"].values()
    for response in responses:
        response.pop("links", None)
        for content in response.get("content", {}).values():
            content.pop("examples", None)
    return document


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        yield from (part for part in item.values() if isinstance(part, dict) and "operationId" in part)


def _refusal(problem: GeneratorError) -> CannotGenerateError:
    """Turn a warning of the generator, which would go on, into the reason not to."""
    return CannotGenerateError(" ".join(f"{problem.header} {problem.detail or ''}".split()))
