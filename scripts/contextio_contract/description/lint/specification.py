"""Validation of the bundle as an OpenAPI 3.1 document.

The schemas that OpenAPI publishes take milliseconds and find every error with its place. Then `make lint` and
`make generate` give a description without any finding to openapi-spec-validator, the reference in Python.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.source.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import jsonschema_rs
    from jsonschema.exceptions import ValidationError
    from openapi_spec_validator import OpenAPIV31SpecValidator

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.yaml import Pointer

MAX_MESSAGE: Final = 200
"""Characters of a message to show; some hold whole documents."""
_SCHEMAS: Final = (
    ("openapi-spec-validator", "openapi_spec_validator/resources/schemas/v3.1"),
    ("openapi-schema-validator", "openapi_schema_validator/schemas/oas3.1"),
)
"""The distributions and folders that hold them; to import them takes a third of a second."""
_COMPOSED: Final = frozenset(
    {
        *("additionalProperties", "unevaluatedProperties", "anyOf", "oneOf", "not", "if", "contains"),
        *("falseSchema", "uniqueItems", "required"),
    }
)
"""Keywords whose errors are about an object as a whole, and follow from errors further in."""
_FORMATS: Final = {
    "uri": "https://example.com",
    "uri-reference": "https://example.com",
    "email": "ada@example.com",
    "media-range": "application/json",
}
"""Values to write where a format is broken."""


def validate(bundle: Bundle, others: Collection[Finding] = ()) -> Iterator[Finding]:
    """Yield what keeps a bundle from being an OpenAPI 3.1 document, except what other findings explain.

    Those stand on the same line, or further in where the error is about the whole object.
    """
    errors = [
        (error, _pointer(bundle, error.instance_path)) for error in _validator().iter_errors(bundle.document)
    ]
    lines = {finding.position[:2] for finding in others}
    explained = [
        pointer for pointer, position in bundle.positions.items() if errors and position[:2] in lines
    ]
    around = {pointer[:length] for pointer in explained for length in range(len(pointer))}
    for error, pointer in errors:
        if error.kind.name == "format" and "{" in str(error.instance):
            continue  # the schema takes the template of a server's URL for a URL (OpenAPI 3.1.1, 4.8.5)
        is_composed = error.kind.name in _COMPOSED and pointer in around
        if not is_composed and bundle.position(pointer)[:2] not in lines:
            yield _finding(bundle, pointer, error.message, _advice(error, pointer))


def validate_by_reference(bundle: Bundle) -> Iterator[Finding]:
    """Yield what openapi-spec-validator finds in a bundle without other findings."""
    try:
        errors = list(_reference_validator()(bundle.document).iter_errors())
    except Exception as failure:  # noqa: BLE001 - whatever it stumbles over, the description is the reason
        message = f"openapi-spec-validator gives up with {type(failure).__name__}"
        yield Finding(bundle.position(()), "openapi", message, "report it; no rule of ours knows this error")
        return
    for found in errors:
        pointer = _pointer(bundle, found.absolute_path)
        yield _finding(bundle, pointer, found.message, f"change {_named(pointer)}")


@cache
def _reference_validator() -> type[OpenAPIV31SpecValidator]:
    """Return openapi-spec-validator without its check of each schema, which `validate` has made."""
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from openapi_spec_validator.validation.keywords import OpenAPIV31SchemaValidator

    class SchemaValidator(OpenAPIV31SchemaValidator):
        def __call__(self, *arguments: Any, **options: Any) -> Iterator[ValidationError]:
            return super().__call__(*arguments, **{**options, "meta_checked": True})

    class Validator(OpenAPIV31SpecValidator):
        keyword_validators = OpenAPIV31SpecValidator.keyword_validators | {"schema": SchemaValidator}

    return Validator


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    import jsonschema_rs

    folders = [Path(str(distribution(name).locate_file(folder))) for name, folder in _SCHEMAS]
    paths = [path for folder in folders for path in folder.rglob("*")]
    documents = [json.loads(path.read_bytes()) for path in paths if path.is_file()]
    registry = jsonschema_rs.Registry([(document["$id"], document) for document in documents])
    # $dynamicAnchor has schemas inside the document checked by the dialect (JSON Schema 2020-12, 8.2.3.2)
    dialect = {"$dynamicAnchor": "meta", "$ref": "https://spec.openapis.org/oas/3.1/dialect/base"}
    both = {"$ref": "https://spec.openapis.org/oas/3.1/schema/2022-10-07", "$defs": {"schema": dialect}}
    return jsonschema_rs.Draft202012Validator(both, registry=registry, validate_formats=True, offline=True)


def _pointer(bundle: Bundle, path: Iterable[str | int]) -> Pointer:
    """Return the path of an error, in which the key "200" may be a number, as a pointer."""
    pointer: Pointer = ()
    for part in path:
        pointer = (*pointer, part if (*pointer, part) in bundle.positions else str(part))
    return pointer


def _finding(bundle: Bundle, pointer: Pointer, message: str, fix: str) -> Finding:
    line = " ".join(message.partition("\n")[0].split())
    line = line if len(line) <= MAX_MESSAGE else f"{line[:MAX_MESSAGE]}…"
    return Finding(bundle.position(pointer), "openapi", line, fix)


def _advice(error: jsonschema_rs.ValidationError, pointer: Pointer) -> str:
    """Return what to write where only the schemas that OpenAPI publishes refuse a value."""
    facts, name = error.kind.as_dict(), _named(pointer)
    example = _FORMATS.get(facts.get("format", ""))
    return f"write {name}: {example}" if example else f"change {name} so that {error.kind.name} holds"


def _named(pointer: Pointer) -> str:
    return next((str(key) for key in reversed(pointer) if isinstance(key, str)), "the document")
