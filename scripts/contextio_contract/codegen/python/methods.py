"""Operations as methods of the Python client."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NoReturn

from contextio_contract.codegen import samples
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import FORM

if TYPE_CHECKING:
    from contextio_contract.codegen.python.annotations import Annotations
    from contextio_contract.contract import Contract, Operation, Parameter, Response, Schema

_WIDTH: Final = 110
"""Characters in a line of generated code."""


@dataclass(frozen=True)
class Argument:
    """An argument of a method: a parameter of the operation or a field of its form."""

    name: str
    wire: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True)
class Page:
    """A documentation page as a class of the client."""

    name: str
    description: str
    methods: list[Method]

    @property
    def models(self) -> list[str]:
        """The classes that its methods need from the models package."""
        return sorted({name for method in self.methods for name in method.models})


@dataclass(frozen=True, eq=False)
class Method:
    """An operation as a method of its page."""

    operation: Operation
    contract: Contract
    annotations: Annotations

    @cached_property
    def path(self) -> list[Argument]:
        """The arguments that fill the path."""
        return [self._parameter(each) for each in self.operation.path_parameters]

    @cached_property
    def query(self) -> list[Argument]:
        """The arguments that are query parameters."""
        return [self._parameter(each) for each in self.operation.query_parameters]

    @cached_property
    def form(self) -> list[Argument]:
        """The arguments that are fields of the form, the required ones first.

        Raises:
            CannotGenerateError: if the body is no urlencoded form.
        """
        if self.operation.body is None:
            return []
        form = self.operation.body.form
        if form is None or not (form.schema.properties or "object" in form.schema.types):
            self._refuse(f"its body is no object in {FORM}")
        required = form.schema.required
        fields = [
            self._argument(name, schema, required=name in required, description=schema.description)
            for name, schema in form.schema.properties.items()
        ]
        return sorted(fields, key=lambda field: not field.required)

    @cached_property
    def arguments(self) -> list[Argument]:
        """All arguments in their order.

        Raises:
            CannotGenerateError: if two have one name, or a parameter is a header or a cookie.
        """
        for parameter in self.operation.parameters:
            if parameter.location not in {"path", "query"}:
                self._refuse(f"the client sends no {parameter.location} parameter, as {parameter.name} is")
        arguments = [*self.path, *self.query, *self.form]
        for name, count in Counter(argument.name for argument in arguments).items():
            if count > 1:
                self._refuse(f"two of its arguments are called {name}")
        return arguments

    @property
    def filters(self) -> list[Argument]:
        """The query parameters beside those of paging."""
        paging = self.operation.paging.parameters if self.operation.paging else ()
        return [argument for argument in self.query if argument.wire not in paging]

    @cached_property
    def answer(self) -> str:
        """The annotation of the body of a success.

        Raises:
            CannotGenerateError: if there is not exactly one.
        """
        bodies = {self._body(response) for response in self._responses if response.is_success}
        if len(bodies) != 1:
            self._refuse("its responses with a status of 2xx do not have one schema")
        if bodies == {"Any"}:
            self._refuse("the schema of its success names no type")
        return bodies.pop()

    @property
    def returns(self) -> str:
        """The annotation of the method's result; a method called `list` hides the built-in one."""
        return re.sub(r"\blist\[", "builtins.list[", self.answer)

    @cached_property
    def errors(self) -> dict[int, str]:
        """The class of the error object by status; 0 stands for every status that is not named.

        Raises:
            CannotGenerateError: if an error object has no class.
        """
        errors = {
            _number(response): self._body(response)
            for response in self._responses
            if not response.is_success and response.content
        }
        for status, body in errors.items():
            if body not in self.contract.schemas:
                self._refuse(f"its error with status {status or 'default'} has no schema with a name")
        return errors

    @property
    def error_statuses(self) -> set[int]:
        """The error statuses that the operation names, those without a body included."""
        return {status for status in map(_number, self._responses) if status >= 400}  # noqa: PLR2004 - RFC 9110

    @property
    def row(self) -> str | None:
        """The class of an element, if the answer is a list of one class."""
        match = re.fullmatch(r"list\[(\w+)\]", self.answer)
        return match[1] if match else None

    @property
    def key(self) -> str | None:
        """The property that tells elements of the list apart."""
        collection = self.contract.collection_of(self.operation)
        return collection.key if collection and collection.lists is self.operation else None

    @property
    def is_iterable(self) -> bool:
        """Whether all pages can be read as one list, in which no element repeats or is missed."""
        return bool(self.operation.paging and self.row and self.key)

    @property
    def models(self) -> set[str]:
        """The classes that the method needs from the models package."""
        types = " ".join([self.answer, *self.errors.values(), *(each.type for each in self.arguments)])
        return {name for name in re.findall(r"\w+", types) if name in self.contract.schemas}

    @property
    def example(self) -> str:
        """A call with the examples of the description, whose result has a name."""
        schema = self.operation.success.schema
        element = schema.items if schema else None
        named = element or schema
        result = samples.result_name((named and named.name) or "", many=element is not None)
        return samples.python_call(f"{result} = {self._call}", self._example, _WIDTH)

    @property
    def example_call(self) -> str:
        """The same without the name."""
        return samples.python_call(self._call, self._example, _WIDTH)

    @property
    def all_example(self) -> str:
        """The same for all pages of a list."""
        only_path = samples.Example("", self._example.path)
        return samples.python_call(f"{self._call}_all", only_path, _WIDTH)

    @property
    def _call(self) -> str:
        return f"client.{self.operation.page}.{self.operation.name}"

    @property
    def _example(self) -> samples.Example:
        return samples.examples(self.operation)[0]

    @property
    def _responses(self) -> list[Response]:
        responses = list(self.operation.responses.values())
        if ranges := [each.status for each in responses if each.status.endswith("XX")]:
            self._refuse(f"{ranges[0]} is a range of statuses; name them one by one")
        return responses

    def _body(self, response: Response) -> str:
        if response.json is None:
            self._refuse(f"its response with status {response.status} has no JSON body")
        return self._annotation(response.json.schema, f"its response with status {response.status}")

    def _parameter(self, parameter: Parameter) -> Argument:
        return self._argument(
            parameter.name,
            parameter.schema,
            required=parameter.required,
            description=parameter.description,
            deprecated=parameter.deprecated,
        )

    def _argument(
        self, wire: str, schema: Schema, *, required: bool, description: str, deprecated: bool = False
    ) -> Argument:
        is_deprecated = deprecated or bool(schema.get("deprecated"))
        annotation = self._annotation(schema, wire)
        if "dict[" in annotation:
            self._refuse(f"{wire} is an object, which the client does not send")
        return Argument(
            name=samples.identifier(wire),
            wire=wire,
            type=annotation,
            required=required,
            description=f"{description} Deprecated." if is_deprecated else description,
        )

    def _annotation(self, schema: Schema, owner: str) -> str:
        try:
            return self.annotations.of(schema)
        except CannotGenerateError as error:
            self._refuse(f"{owner}: {error}")

    def _refuse(self, reason: str) -> NoReturn:
        message = f"{self.operation.id} cannot become a method: {reason}"
        raise CannotGenerateError(message)


def _number(response: Response) -> int:
    return int(response.status) if response.status.isdecimal() else 0
