"""Types of arguments and answers, as openapi-python-client reads them, in classes of the models package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty

from contextio_contract.codegen.arguments import arguments

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from openapi_python_client.parser.openapi import Endpoint

    from contextio_contract.codegen.arguments import Argument
    from contextio_contract.contract import Operation

_TEXTS: Final = frozenset({"UUID", "datetime.date", "datetime.datetime", "File"})
"""Annotations of texts with a format; they are read as they are."""
_TIMES: Final = {"date-time": "datetime", "date": "date"}
"""What a text with a format can be given as."""


def annotation(prop: Any, models: Collection[str]) -> str:
    """Return the annotation of a value that is read; `models` are the classes of the models package."""
    return " | ".join(members(prop, models))


def members(prop: Any, models: Collection[str]) -> list[str]:
    """Return the annotations of the types that a value may have."""
    match prop:
        case LiteralEnumProperty() if prop.class_info.name not in models:
            return [f"Literal[{', '.join(sorted(map(repr, prop.values)))}]"]
        case ListProperty():
            return [f"list[{annotation(prop.inner_property, models)}]"]
        case UnionProperty():
            inner = dict.fromkeys(each for one in prop.inner_properties for each in members(one, models))
            return sorted(inner, key=str.lower)
        case ModelProperty() if prop.class_info.name not in models:
            values = prop.additional_properties
            is_typed = not (prop.required_properties or prop.optional_properties) and hasattr(values, "name")
            return [f"dict[str, {annotation(values, models) if is_typed else 'Any'}]"]
        case _:
            text: str = prop.get_type_string(no_optional=True).as_unembedded_code()
            return ["str" if text in _TEXTS and text not in models else text]


def typed_arguments(operation: Operation, endpoint: Endpoint, models: Collection[str]) -> Iterator[Argument]:
    """Yield the arguments of an operation, each with the annotation of what it takes."""
    body = endpoint.bodies[0].prop if endpoint.bodies else None
    read = [*endpoint.path_parameters, *endpoint.query_parameters, *endpoint.header_parameters]
    if operation.form and isinstance(body, ModelProperty):
        read += [*(body.required_properties or ()), *(body.optional_properties or ())]
    props: dict[str, Any] = {str(prop.name.get_untrusted_value()): prop for prop in read}
    for argument in arguments(operation):
        if argument.location == "body":
            text = _body(body, models)
        elif argument.location == "file":
            text = "FileInput"
        else:
            text = annotation(props[argument.name], models)
            if text == "str" and (time := _TIMES.get(argument.schema.get("format"))):
                text = f"str | {time}"
            text = f"{text} | Sequence[{text}]" if argument.several else text
        yield replace(argument, annotation=text if argument.required else f"{text} | None = None")


def _body(prop: Any, models: Collection[str]) -> str:
    """Return the annotation of a body in JSON, which takes mappings in place of models."""
    match prop:
        case ListProperty():
            return f"Sequence[{_body(prop.inner_property, models)}]"
        case UnionProperty():
            return " | ".join(dict.fromkeys(_body(inner, models) for inner in prop.inner_properties))
        case ModelProperty() if prop.class_info.name in models:
            return f"{prop.class_info.name} | Mapping[str, Any]"
        case ModelProperty():
            return "Mapping[str, Any]"
        case _:
            return annotation(prop, models)
