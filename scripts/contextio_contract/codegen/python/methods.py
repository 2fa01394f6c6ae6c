"""Operations as methods of the Python client, with the types that openapi-python-client reads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty

from contextio_contract.codegen import samples
from contextio_contract.codegen.facts import error_statuses, refuse
from contextio_contract.contract import FORM

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint

    from contextio_contract.contract import Contract, Operation, Parameter, Schema

_WIDTH: Final = 110
"""Characters in a line of generated code."""
_TEXTS: Final = frozenset({"UUID", "datetime.date", "datetime.datetime", "File"})
"""Annotations of texts with a format; they are sent and read as they are."""


@dataclass(frozen=True)
class Argument:
    """An argument of a method: a parameter of the operation or a field of its form."""

    name: str
    wire: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, eq=False)
class Method:
    """An operation as a method of its page."""

    operation: Operation
    endpoint: Endpoint
    contract: Contract

    @cached_property
    def path(self) -> list[Argument]:
        """The arguments that fill the path."""
        pairs = zip(self.operation.path_parameters, self.endpoint.path_parameters, strict=True)
        return [self._argument(parameter, prop) for parameter, prop in pairs]

    @cached_property
    def query(self) -> list[Argument]:
        """The arguments that are query parameters."""
        pairs = zip(self.operation.query_parameters, self.endpoint.query_parameters, strict=True)
        return [self._argument(parameter, prop) for parameter, prop in pairs]

    @cached_property
    def form(self) -> list[Argument]:
        """The arguments that are fields of the form, the required ones first."""
        if self.operation.form is None:
            return []
        form = self.endpoint.bodies[0].prop
        if not isinstance(form, ModelProperty):
            refuse(self.operation, f"its body is no object in {FORM}")
        fields = {
            prop.name: prop for prop in (*(form.required_properties or ()), *(form.optional_properties or ()))
        }
        described = self.operation.form.properties
        return [self._argument(described[name], prop) for name, prop in fields.items()]

    @cached_property
    def arguments(self) -> list[Argument]:
        """All arguments in their order; no two may have one name."""
        arguments = [*self.path, *self.query, *self.form]
        for name, count in Counter(argument.name for argument in arguments).items():
            if count > 1:
                refuse(self.operation, f"two of its arguments are called {name}")
        return arguments

    @property
    def filters(self) -> list[Argument]:
        """The query parameters beside those of paging."""
        paging = self.operation.paging.parameters if self.operation.paging else ()
        return [argument for argument in self.query if argument.wire not in paging]

    @cached_property
    def answer(self) -> str:
        """The annotation of the body of a success; there must be exactly one."""
        bodies = {body for status, body in self._bodies.items() if status.startswith("2")}
        if len(bodies) != 1:
            refuse(self.operation, "its responses with a status of 2xx do not have one schema")
        if bodies == {"Any"}:
            refuse(self.operation, "the schema of its success names no type")
        return bodies.pop()

    @property
    def returns(self) -> str:
        """The annotation of the method's result; a method called `list` hides the built-in one."""
        return re.sub(r"\blist\[", "builtins.list[", self.answer)

    @cached_property
    def errors(self) -> dict[int, str]:
        """The class of the error object by status; 0 stands for every status that is not named."""
        errors = {status: body for status, body in self._bodies.items() if not status.startswith("2")}
        for status, body in errors.items():
            if body not in self.contract.schemas:
                refuse(self.operation, f"its error with status {status} has no schema with a name")
        return {int(status) if status.isdecimal() else 0: body for status, body in errors.items()}

    @property
    def error_statuses(self) -> list[int]:
        """The error statuses that the operation names."""
        return error_statuses(self.operation)

    @property
    def row(self) -> str | None:
        """The class of an element, if the answer is a list of one class."""
        match = re.fullmatch(r"list\[(\w+)\]", self.answer)
        return match[1] if match else None

    @property
    def key(self) -> str | None:
        """The property that tells elements apart; None if pages cannot be read as one list without gaps."""
        collection = self.contract.collection_of(self.operation)
        is_listed = collection and collection.lists is self.operation and self.row and self.operation.paging
        return collection.key if collection and is_listed else None

    @property
    def example(self) -> str:
        """A call with the examples of the description."""
        called = f"client.{self.operation.page}.{self.operation.name}"
        return samples.python_call(called, samples.examples(self.operation)[0], _WIDTH)

    @property
    def all_example(self) -> str:
        """The same for all pages of a list."""
        called = f"client.{self.operation.page}.{self.operation.name}_all"
        path = samples.examples(self.operation)[0].path
        return samples.python_call(called, samples.Example("", path), _WIDTH)

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """The annotation of each body by the key of its response."""
        return {
            response.status_code.pattern: self._annotation(response.prop)
            for response in self.endpoint.responses
        }

    def _argument(self, described: Parameter | Schema, prop: Any) -> Argument:
        wire = prop.name.get_untrusted_value()
        annotation = self._annotation(prop)
        if "dict[" in annotation:
            refuse(self.operation, f"{wire} is an object, which the client does not send")
        return Argument(
            name=samples.identifier(wire),
            wire=wire,
            type=annotation,
            required=prop.required,
            description=f"{described.description} Deprecated."
            if described.deprecated
            else described.description,
        )

    def _annotation(self, prop: Any) -> str:
        """Return the annotation of a value, which names the classes of the models package."""
        match prop:
            case LiteralEnumProperty() if prop.class_info.name not in self.contract.schemas:
                return f"Literal[{', '.join(sorted(map(repr, prop.values)))}]"
            case ListProperty():
                return f"list[{self._annotation(prop.inner_property)}]"
            case UnionProperty():
                members = dict.fromkeys(map(self._annotation, prop.inner_properties))
                return " | ".join(sorted(members, key=str.lower))
            case ModelProperty() if prop.class_info.name not in self.contract.schemas:
                return "dict[str, Any]"
            case _:
                annotation: str = prop.get_type_string(no_optional=True).as_unembedded_code()
                return "str" if annotation in _TEXTS else annotation
