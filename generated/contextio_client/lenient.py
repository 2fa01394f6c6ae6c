"""Models without required fields, for `strict=False`. Generated from the description; not to be edited."""

from __future__ import annotations

from copy import copy
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel, create_model

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


def lenient(answer: Any) -> Any:
    """Return a subtype in which required fields may be missing, and are None then."""
    if get_origin(answer) is list:
        return list[lenient(get_args(answer)[0])]  # type: ignore[misc]  # known at run time only
    if get_origin(answer) in (Union, UnionType):
        return Union[tuple(map(lenient, get_args(answer)))]  # noqa: UP007 - of as many as there are
    if not (isinstance(answer, type) and issubclass(answer, BaseModel)):
        return answer
    answer.model_rebuild()
    fields: dict[str, Any] = {
        name: (lenient(field.annotation), _optional(field)) for name, field in answer.model_fields.items()
    }
    return create_model(answer.__name__, __base__=answer, __module__=answer.__module__, **fields)


def _optional(field: FieldInfo) -> FieldInfo:
    optional = copy(field)
    if field.is_required():
        optional.default = None
    return optional
