"""Python annotations of schemas, as openapi-python-client reads them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import ParseError
from openapi_python_client.parser.properties import (
    LiteralEnumProperty,
    ModelProperty,
    Schemas,
    build_schemas,
    property_from_data,
)
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.schema import OpenAPI
from openapi_python_client.schema.untrusted_string import UntrustedString
from pydantic import ValidationError

from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from contextio_contract.contract import Contract, Schema

_CONFIG: Final = Config.from_sources(
    ConfigFile(literal_enums=True, post_hooks=[]),
    MetaType.NONE,
    Path(),
    file_encoding="utf-8",
    overwrite=False,
    output_path=None,
)
_TEXTS: Final = frozenset({"UUID", "datetime.date", "datetime.datetime", "File"})
"""Annotations of texts with a format; they are sent and read as they are."""


class Annotations:
    """Annotations that name the classes of the models package."""

    def __init__(self, contract: Contract) -> None:
        """Read the schemas that have a name.

        Raises:
            CannotGenerateError: if one of them cannot be read.
        """
        self._classes = contract.schemas.keys()
        components = _parsed({name: schema.node for name, schema in contract.schemas.items()})
        self._schemas = build_schemas(components=components, schemas=Schemas(), config=_CONFIG)
        for error in self._schemas.errors:
            raise _refusal(error)

    def of(self, schema: Schema) -> str:
        """Return the annotation of a value: `Any` for a schema without a type.

        Raises:
            CannotGenerateError: if the schema cannot be read.
        """
        node = schema.node if schema.name else schema.resolved
        prop, _ = property_from_data(
            name=UntrustedString("value"),
            required=True,
            data=_parsed({"Value": node})["Value"],
            schemas=self._schemas,
            parent_name="",
            config=_CONFIG,
        )
        return self._annotation(prop)

    def _annotation(self, prop: Any) -> str:
        match prop:
            case ParseError():
                raise _refusal(prop)
            case LiteralEnumProperty() if prop.class_info.name not in self._classes:
                return f"Literal[{', '.join(sorted(map(repr, prop.values)))}]"
            case ListProperty():
                return f"list[{self._annotation(prop.inner_property)}]"
            case UnionProperty():
                members = dict.fromkeys(map(self._annotation, prop.inner_properties))
                return " | ".join(sorted(members, key=str.lower))
            case ModelProperty() if prop.class_info.name not in self._classes:
                return "dict[str, Any]"
            case _:
                annotation: str = prop.get_type_string(no_optional=True).as_unembedded_code()
                return "str" if annotation in _TEXTS else annotation


def _parsed(schemas: dict[str, Any]) -> dict[Any, Any]:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": {"schemas": schemas},
    }
    try:
        components = OpenAPI.model_validate(document).components
    except ValidationError as error:
        message = f"openapi-python-client cannot read a schema: {error.errors()[0]['msg']}"
        raise CannotGenerateError(message) from error
    return (components and components.schemas) or {}


def _refusal(error: ParseError) -> CannotGenerateError:
    """Turn a warning of the generator, which would go on, into the reason not to."""
    return CannotGenerateError(" ".join(f"{error.header} {error.detail or ''}".split()))
