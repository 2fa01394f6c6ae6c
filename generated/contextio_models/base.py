"""Base class of the models, and metadata of their fields. Generated from the description; not to be edited."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from typing_extensions import TypeAliasType

_FORMS: Final = {"string": "'true' or 'false'", "integer": "0 or 1", "empty-array": "an empty list"}
_MASK: Final = "**********"


class Model(BaseModel):
    """An object of the API. Fields that are not described are kept.

    A field whose name Python does not allow, such as `from`, is called `from_`. It is given by either name, and
    written by that on the wire.
    """

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,  # validators are built on first use, so that importing all models is cheap
        validate_by_name=True,
        serialize_by_alias=True,
        hide_input_in_errors=True,  # which may be a password
        protected_namespaces=(),
    )

    def to_dict(self) -> dict[str, Any]:
        """Return the fields that were sent, by their names on the wire and with values as JSON has them."""
        return self.model_dump(mode="json", exclude_unset=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the same as JSON, on one line unless an indent is given."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)

    if not TYPE_CHECKING:  # type checkers shall see the signatures of pydantic

        def model_dump(self, *, warnings: Any = False, **options: Any) -> dict[str, Any]:
            """Return the fields, as pydantic does. Values that are not as described are no cause to warn."""
            return super().model_dump(warnings=warnings, **options)

        def model_dump_json(self, *, warnings: Any = False, **options: Any) -> str:
            """Return the fields as JSON, as pydantic does. Values that are not as described are no cause to warn."""
            return super().model_dump_json(warnings=warnings, **options)

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Yield what `repr()` shows: every field, but a mask in place of a secret."""
        fields = type(self).model_fields
        for name, value in super().__repr_args__():
            field = fields.get(name or "")
            is_secret = field is not None and any(isinstance(each, SecretText) for each in field.metadata)
            yield name, _MASK if is_secret and value else value


class SecretText:
    """Metadata of a field whose value `repr()` does not show."""


class AlsoReads:
    """Metadata of a field that comes in further forms: a boolean as text or number, an object as `[]`."""

    def __init__(self, *forms: Literal["string", "integer", "empty-array"]) -> None:
        self._forms = forms

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        described = handler(source)
        other = core_schema.no_info_before_validator_function(self._read, described)
        # The described form comes first, so that no Python runs for it.
        return core_schema.union_schema([described, other], mode="left_to_right")

    def _read(self, value: Any) -> Any:
        if "string" in self._forms and value in ("true", "false"):
            return value == "true"
        if "integer" in self._forms and isinstance(value, int) and value in (0, 1):
            return bool(value)
        if "empty-array" in self._forms and value == []:
            return {}
        forms = " or ".join(_FORMS[form] for form in self._forms)
        raise PydanticCustomError("other_form", "Input should be {forms}", {"forms": forms})


class OpenEnumeration:
    """Metadata of an enumeration that takes other values of its type: they are checked by type alone."""

    def __init__(self, choice: Any) -> None:
        self._choice = choice.__value__ if isinstance(choice, TypeAliasType) else choice

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        types = [each for each in get_args(source) if not _is_choice(each)]
        return handler(Union[tuple(types)])  # noqa: UP007 - of as many as there are

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"enum": list(get_args(self._choice))}, handler(schema)]}


def _is_choice(annotation: Any) -> bool:
    """Return whether an annotation names values."""
    return isinstance(annotation, TypeAliasType) or get_origin(annotation) is Literal
