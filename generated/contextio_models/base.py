"""Base class of the models, and readers of old forms. Generated from the description; not to be edited."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo


class Model(BaseModel):
    """An object of the API. Fields that are not described are kept.

    A field whose name on the wire is no name in Python, such as `from`, has one like it, such as `from_`. It is
    given by either name, and written by that on the wire.
    """

    # Validators are built on first use, so that importing all models is cheap.
    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        validate_by_name=True,
        serialize_by_alias=True,
        protected_namespaces=(),
    )


def also_read_string(value: Any, _info: ValidationInfo) -> Any:
    """Read a boolean that is sent as the text `true` or `false`."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def also_read_integer(value: Any, _info: ValidationInfo) -> Any:
    """Read a boolean that is sent as 0 or 1."""
    return {0: False, 1: True}.get(value, value) if isinstance(value, int) else value


def also_read_empty_array(value: Any, _info: ValidationInfo) -> Any:
    """Read an empty object that is sent as an empty array."""
    return {} if value == [] else value
