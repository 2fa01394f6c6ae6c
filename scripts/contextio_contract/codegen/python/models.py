"""The models package: pydantic models by datamodel-code-generator, which also read forms of old responses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import datamodel_code_generator.parser.openapi  # noqa: F401 - or `generate` imports it, once the bundle is here
from datamodel_code_generator import LiteralType, generate
from datamodel_code_generator.enums import DataModelType, InputFileType, ModuleSplitMode, StrictTypes
from datamodel_code_generator.format import PythonVersion

from contextio_contract.codegen.facts import schemas_to_read
from contextio_contract.codegen.names import OWN
from contextio_contract.codegen.package import environment
from contextio_contract.codegen.publishing import has_changelog, python_metadata, write_texts
from contextio_contract.codegen.python.fields import add_metadata
from contextio_contract.codegen.python.finish import finish
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Schema
from contextio_contract.contract.values import example_value

if TYPE_CHECKING:
    from contextio_contract.codegen.names import Names
    from contextio_contract.contract import Contract

_TEMPLATES: Final = Path(__file__).with_name("templates") / "models"
_CONDITIONS: Final = frozenset({"required", "not", "minProperties", "maxProperties", "title", "description"})
"""Keywords of a part of a union that describes no other class."""


def write_models(contract: Contract, folder: Path, names: Names = OWN, spec: Path | None = None) -> None:
    """Write the package of the models; its changelog is that of the folder of the description.

    Raises:
        CannotGenerateError: if a schema cannot become a model.
    """
    schemas = {name: schema.node for name, schema in contract.schemas.items()}
    opened = {name: _without_conditions(node) for name, node in (schemas | schemas_to_read(contract)).items()}
    document = {
        "openapi": contract.bundle["openapi"],
        "components": {"schemas": opened},
    }
    files: Any = generate(
        document,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class=f"{names.models}.base.Model",
        custom_file_header='"""Generated from the description; not to be edited."""',
        use_annotated=True,
        use_type_alias=True,
        enum_field_as_literal=LiteralType.All,
        use_schema_description=True,
        use_field_description=True,
        use_inline_field_description=True,
        use_single_line_docstring=True,
        use_type_checking_imports=False,
        strict_types=[StrictTypes.bool, StrictTypes.int],
        type_mappings=["string+uri=string", "string+email=string", "string+password=string"],
        strict_refs=True,
        disable_timestamp=True,
        formatters=[],
        module_split_mode=ModuleSplitMode.Single,
    )
    modules = {
        name: Path(*path).stem
        for path, code in files.items()
        for name in re.findall(r"^(?:class )?(\w+)(?=\(| = TypeAliasType)", code, flags=re.MULTILINE)
        if name in schemas  # the generator also names bounded members of unions
    }
    if missing := schemas.keys() - modules.keys():
        message = f"no model came out for {', '.join(sorted(missing))}; spell names of schemas in PascalCase"
        raise CannotGenerateError(message)
    (folder / "models").mkdir(parents=True)
    read = {name: Schema(node, contract.document) for name, node in opened.items()}
    for path, code in files.items():
        # A docstring ends where the last line of its description does.
        text = re.sub(r'\n+(\n *""")', r"\1", add_metadata(code, contract.schemas, read, names.models))
        (folder / "models").joinpath(*path).write_text(text, encoding="utf-8")
    templates = environment(_TEMPLATES)
    for name in templates.list_templates():
        text = templates.get_template(name).render(
            packages=names,
            title=contract.title,
            version=contract.version,
            modules=dict(sorted(modules.items())),
            metadata=python_metadata(contract),
            has_changelog=has_changelog(spec),
            example=_example(contract),
        )
        (folder / name.removesuffix(".jinja")).write_text(text, encoding="utf-8")
    write_texts(contract, folder, names, spec)
    finish(folder)


def _example(contract: Contract) -> dict[str, str]:
    """Return an object for the README: its class, its JSON, and the name of a variable for it."""
    answers = (operation.success.json for operation in contract.operations.values())
    named = [media for media in answers if media and media.schema.name and media.examples]
    name, value = (
        (str(named[0].schema.name), named[0].example)
        if named
        else next((name, example_value(schema)) for name, schema in contract.schemas.items())
    )
    variable = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return {"name": name, "variable": variable, "text": json.dumps(value, indent=2, ensure_ascii=False)}


def _without_conditions(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without unions that say which fields go together; classes would come of them.

    A union beside properties does no more than that, as lint sees to.
    """
    return {
        key: value
        for key, value in node.items()
        if key not in {"anyOf", "oneOf"}
        or ("properties" not in node and any(part.keys() - _CONDITIONS for part in value))
    }
