"""Answers as models, also where they are not as described. Generated from the description; not to be edited."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from contextio_client.decoding import TOO_DEEP, Problem, UnreadableError, decode
from contextio_client.repair import read_by

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


class Reader(Generic[T]):
    """Reads JSON as a type of the models.

    What is not as described keeps the value that was sent, and a required field that is missing is None.
    """

    def __init__(self, answer: Any) -> None:
        self._answer = answer

    @cached_property
    def _adapter(self) -> TypeAdapter[T]:
        return TypeAdapter(self._answer)

    def read(self, content: bytes, charset: str | None = None) -> tuple[T, list[Problem]]:
        """Return what JSON says, and what in it is not as described.

        Args:
            content: the JSON.
            charset: its encoding if that is named, such as `iso-8859-1`.

        Raises:
            UnreadableError: if it is no JSON, or is cut off (`CutOffError`). Also if it is of another type
                altogether, such as an object in place of a list.
        """
        check = self._adapter.validate_json
        try:
            with _without_collections():
                return check(content), []
        except ValidationError:
            value, problems = decode(content, charset)
        try:
            read, others = self.read_value(value)
        except RecursionError:
            message = TOO_DEEP
            raise UnreadableError(message) from None
        return read, [*problems, *others]

    def read_value(self, value: Any) -> tuple[T, list[Problem]]:
        """Return the same of JSON that is decoded already.

        Raises:
            UnreadableError: if it is of another type altogether.
        """
        problems: list[Problem] = []
        read = read_by(self._adapter.validate_python, self._answer, value, (), problems)
        if read is value and problems:
            raise UnreadableError(problems[0].what)
        return cast("T", read), problems


@contextmanager
def _without_collections() -> Generator[None]:
    """Put off garbage collections, which walk all objects again and again while thousands are made at once."""
    if not gc.isenabled():  # whoever put them off, such as another thread, lets them go on
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def read_error(models: Sequence[type[M]], content: bytes, charset: str | None = None) -> M | None:
    """Return the object that explains an error, of the model that fits best.

    An explanation is worth more than its form: one required field as described is enough.

    Returns:
        None if the content is no such object.
    """
    found: list[tuple[int, M]] = []
    for model in models:
        try:
            read, problems = get_reader(model).read(content, charset)
        except UnreadableError:
            continue
        wrong = {problem.place for problem in problems}
        required = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
        if required - wrong or not problems:
            found.append((len(problems), read))
    return min(found, key=lambda each: each[0])[1] if found else None


@cache
def get_reader(model: type[BaseModel]) -> Reader[Any]:
    """Return the reader of a model, which takes milliseconds to make."""
    return Reader(model)
