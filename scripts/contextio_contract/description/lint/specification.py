"""Validation of the bundle as an OpenAPI 3.1 document.

First the schemas that OpenAPI publishes are applied, which takes a millisecond and finds every error with its
place. A description without any finding is then given to openapi-spec-validator, the reference in Python.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.source.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import jsonschema_rs
    from jsonschema.exceptions import ValidationError
    from openapi_spec_validator import OpenAPIV31SpecValidator

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.yaml import Pointer

MAX_MESSAGE: Final = 200
"""Characters of a message to show; some hold whole documents."""
_DOCUMENT: Final = "https://spec.openapis.org/oas/3.1/schema/2022-10-07"
_DIALECT: Final = "https://spec.openapis.org/oas/3.1/dialect/base"
_SCHEMAS: Final = (
    ("openapi_spec_validator", "resources/schemas/v3.1"),
    ("openapi_schema_validator", "schemas/oas3.1"),
)
"""The packages and folders that hold them."""


def validate(bundle: Bundle, others: Collection[Finding] = ()) -> Iterator[Finding]:
    """Yield what keeps a bundle from being an OpenAPI 3.1 document.

    The rule of each finding is `openapi`; https://spec.openapis.org/oas/v3.1.1.html has the rules.

    Args:
        bundle: the description.
        others: the findings of our own rules, in better words; nothing more is said about the same lines.
    """
    lines = {(finding.position.file, finding.position.line) for finding in others}
    for error in _validator().iter_errors(bundle.document):
        if error.kind.name == "format" and "{" in str(error.instance):
            continue  # the schema takes the template of a server's URL for a URL (OpenAPI 3.1.1, 4.8.5)
        position = bundle.position(_pointer(bundle.document, error.instance_path))
        if (position.file, position.line) not in lines:
            message = _one_line(error.message)
            yield Finding(position, "openapi", message, "compare it with the OpenAPI 3.1 specification")


def validate_by_reference(bundle: Bundle) -> Iterator[Finding]:
    """Yield what openapi-spec-validator finds in a bundle without other findings."""
    try:
        errors = list(_reference_validator()(bundle.document).iter_errors())
    except Exception as failure:  # noqa: BLE001 - whatever it stumbles over, the description is the reason
        message = f"openapi-spec-validator gives up with {type(failure).__name__}"
        yield Finding(bundle.position(()), "openapi", message, "report it; no rule of ours knows this error")
        return
    for error in errors:
        position = bundle.position(_pointer(bundle.document, list(error.absolute_path)))
        yield Finding(position, "openapi", _one_line(error.message), "see the OpenAPI 3.1 specification")


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

    paths = [path for package, folder in _SCHEMAS for path in Path(str(files(package) / folder)).rglob("*")]
    documents = [json.loads(path.read_bytes()) for path in paths if path.is_file()]
    registry = jsonschema_rs.Registry([(document["$id"], document) for document in documents])
    # $dynamicAnchor has schemas inside the document checked by the dialect (JSON Schema 2020-12, 8.2.3.2)
    both = {"$ref": _DOCUMENT, "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": _DIALECT}}}
    return jsonschema_rs.Draft202012Validator(both, registry=registry, validate_formats=True, offline=True)


def _pointer(document: Any, path: Sequence[str | int]) -> Pointer:
    """Return the pointer of a path, in which the key "200" may be a number; empty if nothing is there."""
    pointer: Pointer = ()
    for part in path:
        key = str(part) if isinstance(document, dict) else part
        try:
            document = document[key]
        except (LookupError, TypeError):
            return ()
        pointer = (*pointer, key)
    return pointer


def _one_line(message: str) -> str:
    line = " ".join(message.partition("\n")[0].split())
    return line if len(line) <= MAX_MESSAGE else f"{line[:MAX_MESSAGE]}…"
