"""Generator of the models package: datamodel-code-generator, told about the forms that old answers show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import datamodel_code_generator.parser.openapi  # noqa: F401 - or `generate` imports it, once the bundle is here
from datamodel_code_generator import LiteralType, generate
from datamodel_code_generator.enums import DataModelType, InputFileType, StrictTypes
from datamodel_code_generator.format import PythonVersion
from datamodel_code_generator.validators import ModelValidators, ValidatorDefinition, ValidatorMode

from contextio_contract.codegen import source
from contextio_contract.codegen.formatting import format_python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The forms that `x-also-reads` may name (spec/EXTENSIONS.md), and what reads them in base.py.
_READERS: Final = {
    "string": "contextio_models.base.also_read_string",
    "integer": "contextio_models.base.also_read_integer",
    "empty-array": "contextio_models.base.also_read_empty_array",
}


def write_models(bundle: dict[str, Any], folder: Path) -> None:
    """Write the package `contextio_models`.

    Args:
        bundle: the bundled OpenAPI document.
        folder: where the package goes; it is made.

    Raises:
        source.CannotGenerateError: when a schema cannot become a model.
    """
    schemas = bundle["components"]["schemas"]
    validators = {
        name: ModelValidators(validators=readers)
        for name, schema in schemas.items()
        if (readers := list(_also_reads(name, schema)))
    }
    for name in _answered(bundle):
        schemas[name] = _opened(schemas[name], schemas)
    code = generate(
        _without_final_newlines({"openapi": bundle["openapi"], "components": {"schemas": schemas}}),
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class="contextio_models.base.Model",
        custom_file_header='"""Generated from the description; not to be edited."""',
        validators=validators,
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
    )
    if not isinstance(code, str):
        message = "the models came out as several modules; name no schema with a dot"
        raise source.CannotGenerateError(message)
    names = re.findall(r"^(?:class )?(\w+)(?=\(| = TypeAliasType)", code, flags=re.MULTILINE)
    if missing := schemas.keys() - set(names):
        message = f"no model came out for {', '.join(sorted(missing))}; spell names of schemas in PascalCase"
        raise source.CannotGenerateError(message)
    facts = {"title": bundle["info"]["title"], "version": bundle["info"]["version"], "names": sorted(names)}
    folder.mkdir()
    (folder / "models.py").write_text(code, encoding="utf-8")
    (folder / "py.typed").touch()
    for name in ("__init__.py", "base.py", "pyproject.toml"):
        text = source.templates("models").get_template(f"{name}.jinja").render(facts)
        (folder / name).write_text(text, encoding="utf-8")
    format_python(folder)


def _also_reads(name: str, schema: dict[str, Any]) -> Iterator[ValidatorDefinition]:
    """Yield a validator for each further form that a property of the schema is read in."""
    for part in (schema, *schema.get("allOf", [])):
        for field, described in part.get("properties", {}).items():
            for form in described.get("x-also-reads", []):
                if form not in _READERS:
                    message = f"{name}.{field} has x-also-reads {form}; known are {', '.join(_READERS)}"
                    raise source.CannotGenerateError(message)
                yield ValidatorDefinition(field=field, function=_READERS[form], mode=ValidatorMode.BEFORE)


def _answered(bundle: dict[str, Any]) -> set[str]:
    """Return the names of the schemas that answers are made of."""
    responses = [
        response
        for item in bundle["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict)
        for response in operation.get("responses", {}).values()
    ]
    found: set[str] = set()
    waiting = list(_references([responses, bundle["components"].get("responses", {})]))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_references(bundle["components"]["schemas"][name]))
    return found


def _references(node: Any) -> Iterator[str]:
    """Yield the name of each schema that a part of the document refers to."""
    if isinstance(node, dict):
        section, _, name = str(node.get("$ref", "")).rpartition("/")
        if section == "#/components/schemas":
            yield name
    if isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _references(child)


def _opened(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with its properties' enumerations open: a server may add values to them."""
    opened = dict(schema)
    if "allOf" in schema:
        opened["allOf"] = [_opened(part, schemas) for part in schema["allOf"]]
    if "properties" in schema:
        opened["properties"] = {
            name: _open_enumeration(described, schemas) for name, described in schema["properties"].items()
        }
    return opened


def _open_enumeration(described: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return a property that also takes other values of its enumeration's type, if it has one."""
    if "items" in described:
        return {**described, "items": _open_enumeration(described["items"], schemas)}
    named = schemas.get(described.get("$ref", "").removeprefix("#/components/schemas/"), described)
    if "enum" not in named:
        return described
    choice = {key: described[key] for key in ("$ref", "type", "enum") if key in described}
    others = {key: value for key, value in described.items() if key not in choice}
    return {"anyOf": [choice, {"type": named["type"]}], **others}


def _without_final_newlines(node: Any) -> Any:
    """Return the document with texts that end where their last line ends, as docstrings should."""
    if isinstance(node, dict):
        return {key: _without_final_newlines(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_without_final_newlines(value) for value in node]
    return node.rstrip("\n") if isinstance(node, str) else node


if __name__ == "__main__":
    source.run(write_models)
