"""The bundle against the OpenAPI specification itself, by openapi-spec-validator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.description.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.exceptions import ValidationError

    from contextio_contract.description.bundle import Bundle

MAX_MESSAGE = 200
"""Characters of a validator's message to show; some hold whole documents."""


def validate(bundle: Bundle) -> Iterator[Finding]:
    """Yield what keeps a bundle from being an OpenAPI 3.1 document.

    The rule of each finding is `openapi`; https://spec.openapis.org/oas/v3.1.1.html has the rules.
    """
    from openapi_spec_validator import OpenAPIV31SpecValidator

    try:
        errors = list(OpenAPIV31SpecValidator(bundle.document).iter_errors())
    except Exception as failure:  # noqa: BLE001 - whatever it stumbles over, the description is the reason
        yield Finding(
            bundle.position(()),
            "openapi",
            f"openapi-spec-validator gives up: {type(failure).__name__}",
            "compare what was changed last with the OpenAPI 3.1 specification",
        )
        return
    for error in errors:
        cause = _deepest(error)
        yield Finding(
            bundle.position(tuple(cause.absolute_path)),
            "openapi",
            _sentence(cause),
            "compare it with the OpenAPI 3.1 specification",
        )


def _deepest(error: ValidationError) -> ValidationError:
    """Return the cause that lies deepest in the document; it is what the author has to change."""
    while error.context:
        error = max(error.context, key=lambda cause: len(cause.absolute_path))
    return error


def _sentence(error: ValidationError) -> str:
    message = " ".join(str(error.message).split())
    return message if len(message) <= MAX_MESSAGE else f"{message[:MAX_MESSAGE]}…"
