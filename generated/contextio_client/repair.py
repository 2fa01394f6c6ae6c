"""Values that are not as described, read as far as they can be. Generated from the description; not to be edited."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, SchemaValidator, core_schema
from typing_extensions import TypeAliasType

from contextio_client.decoding import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOST_MESSAGES: Final = 3
_ADAPTERS: Final[dict[int, tuple[Any, TypeAdapter[Any]]]] = {}
"""Adapters by the identity of their type, which is kept beside; not every type has a hash."""


def read_by(
    check: Callable[[Any], Any], annotation: Any, value: Any, place: tuple[str, ...], problems: list[Problem]
) -> Any:
    """Return a value as it is checked; if it is wrong, with everything in it that can be read."""
    try:
        return _valid(check, value)
    except ValidationError as error:
        wrong = error.with_traceback(None)  # or its frames would hold it, and it them
    before = len(problems)
    read = _repair(annotation, value, place, problems) if isinstance(value, dict | list) else value
    if len(problems) > before:
        return read
    if read is not value:
        try:
            return check(read)
        except ValidationError as error:
            wrong = error.with_traceback(None)
    problems.append(Problem(".".join(place) or "the body", _message(wrong)))
    return read


def _repair(annotation: Any, value: Any, place: tuple[str, ...], problems: list[Problem]) -> Any:
    """Return a list or an object with everything in it that can be read; any other value itself."""
    best: tuple[Any, list[Problem]] = value, []
    for member in _members(annotation):
        found: list[Problem] = []
        read = _read_as(member, value, place, found)
        if read is not value and (best[0] is value or len(found) < len(best[1])):
            best = read, found
    problems += best[1]
    return best[0]


def _read_as(member: Any, value: Any, place: tuple[str, ...], problems: list[Problem]) -> Any:
    """Return a list or an object as a type that is one as well, element by element; any other value itself."""
    origin, arguments = get_origin(member), get_args(member)
    if isinstance(value, list) and origin is list:
        return [
            _read_element(arguments[0], each, (*place, str(at)), problems) for at, each in enumerate(value)
        ]
    if isinstance(value, dict) and origin is dict:
        return {
            key: _read_element(arguments[1], each, (*place, "*"), problems) for key, each in value.items()
        }
    if isinstance(value, dict) and isinstance(member, type) and issubclass(member, BaseModel):
        return _read_model(member, value, place, problems)
    return value


def _members(annotation: Any) -> Iterator[Any]:
    """Yield the members of a union, without names and metadata of types."""
    if isinstance(annotation, TypeAliasType):
        yield from _members(annotation.__value__)
    elif get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _read_element(annotation: Any, value: Any, place: tuple[str, ...], problems: list[Problem]) -> Any:
    """Return an element of a list or of a map."""
    return read_by(_adapter(annotation).validate_python, annotation, value, place, problems)


def _read_model(
    model: type[BaseModel], value: dict[str, Any], place: tuple[str, ...], problems: list[Problem]
) -> BaseModel:
    """Return an object, field by field."""
    values, others, sent = _fields_of(model).validate_python(value)
    read = model.__new__(model)
    for name, state in (
        ("__dict__", values),
        ("__pydantic_extra__", others),
        ("__pydantic_fields_set__", sent),
    ):
        object.__setattr__(read, name, state)
    object.__setattr__(read, "__pydantic_private__", None)
    fields = model.__pydantic_fields__
    for name, each in values.items():
        field = fields[name]
        if isinstance(each, _Wrong):
            check = _field_of(model, name).validate_python
            values[name] = read_by(
                check, field.annotation, each.value, (*place, field.alias or name), problems
            )
        elif name not in sent and field.is_required():
            problems.append(Problem(".".join((*place, field.alias or name)), "is missing"))
    return read


class _Wrong:
    """The value of a field that is not as described."""

    def __init__(self, value: Any) -> None:
        self.value = value


@cache
def _fields_of(model: type[BaseModel]) -> SchemaValidator:
    """Return what reads the fields of a model one by one, whatever they are, and requires none."""
    schema, definitions = _schema_of(model)
    fields = {
        name: {**field, "schema": _readable(field["schema"])}
        for name, field in schema["schema"]["fields"].items()
    }
    described: Any = {**schema["schema"], "fields": fields}
    return SchemaValidator(core_schema.definitions_schema(described, definitions), schema.get("config"))


@cache
def _field_of(model: type[BaseModel], name: str) -> SchemaValidator:
    """Return what checks a field of a model."""
    schema, definitions = _schema_of(model)
    described = schema["schema"]["fields"][name]["schema"]
    return SchemaValidator(core_schema.definitions_schema(described, definitions), schema.get("config"))


def _schema_of(model: type[BaseModel]) -> tuple[Any, list[CoreSchema]]:
    """Return the schema of a model, and the definitions that it refers to."""
    model.model_rebuild()
    schema: Any = model.__pydantic_core_schema__
    definitions = schema.get("definitions", [])
    # The schema of an object that holds others of its kind stands among the definitions.
    while schema["type"] != "model":
        reference = schema.get("schema_ref")
        schema = (
            next(each for each in definitions if each["ref"] == reference) if reference else schema["schema"]
        )
    return schema, definitions


def _readable(schema: Any) -> CoreSchema:
    """Return the schema of a field that may be missing, and marks a value that is not as described."""
    is_optional = schema["type"] == "default"
    wrong = core_schema.no_info_plain_validator_function(_Wrong)
    either = core_schema.union_schema(
        [schema["schema"] if is_optional else schema, wrong], mode="left_to_right"
    )
    optional: Any = {**schema, "schema": either}
    return optional if is_optional else core_schema.with_default_schema(either, default=None)


def _valid(check: Callable[[Any], Any], value: Any) -> Any:
    """Return a value as it is checked; `1.0` and `1e3` are integers in JSON Schema.

    Raises:
        ValidationError: if it is not as described.
    """
    try:
        return check(value)
    except ValidationError:
        if not (isinstance(value, float) and value.is_integer()):
            raise
    return check(int(value))


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    """Return the adapter of an element; types are parts of models and last as long as these."""
    kept = _ADAPTERS.get(id(annotation))
    if kept is None:
        kept = _ADAPTERS[id(annotation)] = (annotation, TypeAdapter(annotation))
    return kept[1]


def _message(error: ValidationError) -> str:
    """Return what should be there, without the value."""
    found = error.errors(include_url=False, include_input=False)
    first, *others = list(dict.fromkeys(each["msg"] for each in found))[:_MOST_MESSAGES]
    return f"is wrong: {' or '.join([first, *(text.removeprefix('Input should be ') for text in others)])}"
