"""The bundle against the OpenAPI specification and JSON Schema themselves."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.source.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import jsonschema_rs
    from jsonschema.exceptions import ValidationError
    from openapi_spec_validator import OpenAPIV31SpecValidator

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.yaml import Pointer

MAX_MESSAGE: Final = 200
"""Characters of a validator's message to show; some hold whole documents."""

_META_SCHEMA: Final = "https://spec.openapis.org/oas/3.1/dialect/base"
_DATA: Final = frozenset({"example", "examples", "value", "default", "const", "enum"})
"""Keys below which there are no schemas."""


def validate(bundle: Bundle, known: Collection[Finding] = ()) -> Iterator[Finding]:
    """Yield what keeps a bundle from being an OpenAPI 3.1 document.

    The rule of each finding is `openapi`; https://spec.openapis.org/oas/v3.1.1.html has the rules.

    Args:
        bundle: the description.
        known: what rules of our own found, in better words; nothing more is said about the same lines, and
            nothing without a line.
    """
    lines = {(finding.position.file, finding.position.line) for finding in known}
    problems = [*_wrong_schemas(bundle), *_wrong_objects(bundle)]
    anything = bool(known) or any(pointer for pointer, _ in problems)
    for pointer, message in problems:
        position = bundle.position(pointer)
        if (position.file, position.line) not in lines if pointer else not anything:
            yield Finding(position, "openapi", message, "compare it with the OpenAPI 3.1 specification")


def _wrong_schemas(bundle: Bundle) -> Iterator[tuple[Pointer, str]]:
    """Yield where a schema is none, as the meta-schema of OpenAPI 3.1 has it."""
    for pointer, schema in _schemas(bundle.document, ()):
        for error in _meta_schema().iter_errors(schema):
            yield (*pointer, *error.instance_path), _sentence(error.message)


@cache
def _meta_schema() -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs

    folder = files("openapi_schema_validator") / "schemas" / "oas3.1"
    documents = [json.loads(path.read_bytes()) for path in Path(str(folder)).rglob("*") if path.is_file()]
    registry = jsonschema_rs.Registry([(document["$id"], document) for document in documents])
    return jsonschema_rs.Draft202012Validator(
        {"$ref": _META_SCHEMA}, registry=registry, validate_formats=True
    )


def _schemas(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """Yield the outermost schemas, each with its place."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _schemas(item, (*pointer, index))
    for key, value in node.items() if isinstance(node, dict) else ():
        if key == "schema" or pointer == ("components", "schemas"):
            yield (*pointer, key), value
        elif key not in _DATA and not key.startswith("x-"):
            yield from _schemas(value, (*pointer, key))


def _wrong_objects(bundle: Bundle) -> Iterator[tuple[Pointer, str]]:
    """Yield what openapi-spec-validator finds; a path of its that leads to no node becomes an empty one."""
    try:
        errors = list(_validator()(bundle.document).iter_errors())
    except Exception as failure:  # noqa: BLE001 - whatever it stumbles over, the description is the reason
        yield (), f"openapi-spec-validator gives up with {type(failure).__name__}"
        return
    for error in errors:
        cause = _deepest(error)
        yield _existing(bundle.document, list(cause.absolute_path)), _sentence(cause.message)


@cache
def _validator() -> type[OpenAPIV31SpecValidator]:
    """Return openapi-spec-validator, which leaves schemas to `_wrong_schemas`: that takes a hundredth."""
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from openapi_spec_validator.validation.keywords import OpenAPIV31SchemaValidator

    class SchemaValidator(OpenAPIV31SchemaValidator):
        def __call__(self, *arguments: Any, **options: Any) -> Iterator[ValidationError]:
            return super().__call__(*arguments, **{**options, "meta_checked": True})

    class Validator(OpenAPIV31SpecValidator):
        keyword_validators = OpenAPIV31SpecValidator.keyword_validators | {"schema": SchemaValidator}

    return Validator


def _deepest(error: ValidationError) -> ValidationError:
    """Return the cause that lies deepest in the document; it is what the author has to change."""
    while error.context:
        error = max(error.context, key=lambda cause: len(cause.absolute_path))
    return error


def _existing(document: Any, path: list[str | int]) -> Pointer:
    """Return a path as a pointer, or an empty one if nothing is there; "200" may be written as 200 in it."""
    pointer: Pointer = ()
    for part in path:
        key = str(part) if isinstance(document, dict) else part
        try:
            document = document[key]
        except (KeyError, IndexError, TypeError):
            return ()
        pointer = (*pointer, key)
    return pointer


def _sentence(message: str) -> str:
    line = " ".join(message.partition("\n")[0].split())
    return line if len(line) <= MAX_MESSAGE else f"{line[:MAX_MESSAGE]}…"
