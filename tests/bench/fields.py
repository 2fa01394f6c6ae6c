"""Every documented field of a schema: functions that read each once, and classes of plain types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, Union, cast

from openapi_python_client.strings import PythonIdentifier
from pydantic import ConfigDict, Field, create_model

from contextio_contract.codegen.samples import attribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.contract import Contract, Schema

Style = Literal["attribute", "attribute of the generator", "attribute or item", "item"]
"""How a field is read; the third is for objects and dicts that lack what was not sent."""
_PLAIN: Final = {"string": str, "integer": int, "boolean": bool}


def make_reader(contract: Contract, name: str, style: Style) -> Callable[[Any], None]:
    """Return a function that reads each documented field of an object, and of the objects in it, once.

    Deprecated fields are left out: models warn about them.

    Args:
        contract: the contract.
        name: the schema of the object.
        style: how fields are read.
    """
    functions: dict[str, str] = {}
    _write(contract.schemas[name], f"read_{name}", style, functions)
    namespace: dict[str, Any] = {"look_up": _look_up}
    exec("\n".join(functions.values()), namespace)  # noqa: S102 - of our own making, as fast as if written by hand
    return cast("Callable[[Any], None]", namespace[f"read_{name}"])


def _write(schema: Schema, function: str, style: Style, functions: dict[str, str]) -> None:
    """Add the code that reads an object, and that of the objects in it."""
    functions[function] = ""  # so that an object in itself ends
    lines = [f"def {function}(o):"]
    for name, field in _fields(schema):
        code = {
            "attribute": f"o.{attribute(name)}",
            "attribute of the generator": f"o.{PythonIdentifier(name, 'field_')}",
            "attribute or item": f"look_up(o, {attribute(name)!r})",
            "item": f"o.get({name!r})",
        }[style]
        held = _held(field)
        if held is None:
            lines.append(f"    {code}")
            continue
        kind, schema_of_each = held
        reader = f"read_{schema_of_each.name}"
        if reader not in functions:
            _write(schema_of_each, reader, style, functions)
        lines.append(f"    v = {code}")
        if kind == "map":
            lines.append(
                "    v = v and list((v if isinstance(v, dict) else v.additional_properties).values())"
            )
        lines.append(f"    for each in (v if isinstance(v, list) else [v] if v else ()): {reader}(each)")
    functions[function] = "\n".join(lines)


def _look_up(found: Any, name: str) -> Any:
    return found.get(name) if isinstance(found, dict) else getattr(found, name, None)


def _fields(schema: Schema) -> Iterator[tuple[str, Schema]]:
    return ((name, field) for name, field in schema.properties.items() if not field.deprecated)


def _held(field: Schema) -> tuple[Literal["one", "map"], Schema] | None:
    """Return the objects that a field holds, as themselves, in a list or in a map; None if it holds none."""
    for each in field.alternatives or (field,):
        element = each.items or each
        if element.name and element.properties:
            return "one", element
        values = element.get("additionalProperties")
        if isinstance(values, dict) and "$ref" in values:
            held = type(field)(values, field.document)
            if held.properties:
                return "map", held
    return None


def pydantic_class(contract: Contract, name: str) -> Any:
    """Return a pydantic model of plain types: what no model of the same fields is faster than."""

    def make(name: str, fields: dict[str, Any]) -> Any:
        given: dict[str, Any] = {
            attribute(key): (annotation | None, Field(None, alias=key) if attribute(key) != key else None)
            for key, annotation in fields.items()
        }
        return create_model(name, __config__=ConfigDict(extra="allow", protected_namespaces=()), **given)

    return _plain_class(contract.schemas[name], name, make, {})


def msgspec_class(contract: Contract, name: str, msgspec: Any) -> Any:
    """Return a Struct of the module `msgspec`; it drops what is not described."""

    def make(name: str, fields: dict[str, Any]) -> Any:
        given = [(attribute(key), annotation | None, None) for key, annotation in fields.items()]
        return msgspec.defstruct(name, given, rename={attribute(key): key for key in fields})

    return _plain_class(contract.schemas[name], name, make, {})


def _plain_class(
    schema: Schema, name: str, make: Callable[[str, dict[str, Any]], Any], made: dict[str, Any]
) -> Any:
    """Return a class with the fields of a schema; all of them may be missing."""
    if name not in made:
        made[name] = make(
            name, {key: _plain_type(field, make, made) for key, field in schema.properties.items()}
        )
    return made[name]


def _plain_type(field: Schema, make: Callable[[str, dict[str, Any]], Any], made: dict[str, Any]) -> Any:
    """Return the plain type of a value; `Any` for several plain ones, of which none is faster."""
    others = [each for each in field.alternatives if each.get("maxItems") != 0]
    if len(others) > 1 and any(each.all_types & {"array", "object"} for each in others):
        return Union[tuple(_plain_type(each, make, made) for each in others)]  # noqa: UP007 - of as many as there are
    field = others[0] if len(others) == 1 else field
    kinds = field.all_types - {"null"}
    if len(kinds) != 1:
        return Any
    if field.items:
        return list[_plain_type(field.items, make, made)]  # type: ignore[misc]  # made as the program runs
    if field.properties:
        return _plain_class(field, field.name or "_".join(field.properties), make, made)
    values = field.get("additionalProperties")
    if isinstance(values, dict):
        return dict[str, _plain_type(type(field)(values, field.document), make, made)]  # type: ignore[misc]  # as above
    return _PLAIN.get(next(iter(kinds)), Any)
