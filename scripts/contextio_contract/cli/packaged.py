"""Where the bundled description and its reference are found: in a checkout, or packaged with a wheel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from contextio_contract.errors import CannotRun

_PACKAGED = Path(__file__).parents[1].joinpath("openapi.json")
_CHECKOUT = Path(__file__).parents[3] / "generated" / "openapi.json"


def bundle_path() -> Path:
    """Return the path of the bundle that belongs to this code.

    Raises:
        CannotRun: when a checkout has no bundle yet.
    """
    for path in (_PACKAGED, _CHECKOUT):
        if path.is_file():
            return path
    message = f"{_CHECKOUT.name} is missing; run: make generate"
    raise CannotRun(message)


def reference_path() -> Path:
    """Return the path of the API reference that belongs to this code; it is beside the bundle, if it is.

    Raises:
        CannotRun: when a checkout has no bundle yet.
    """
    return bundle_path().with_name("docs") / "index.html"


def load_bundle(path: Path | None = None) -> dict[str, Any]:
    """Read the bundled OpenAPI document.

    Args:
        path: another bundle than the one that belongs to this code.

    Raises:
        CannotRun: when the file is missing or holds no JSON object.
    """
    path = path or bundle_path()
    try:
        document = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        message = f"{path} does not exist; run: make generate"
        raise CannotRun(message) from error
    except ValueError as error:
        message = f"{path} is not JSON ({error}); run: make generate"
        raise CannotRun(message) from error
    if not isinstance(document, dict):
        message = f"{path} holds no OpenAPI document; run: make generate"
        raise CannotRun(message)
    return document
