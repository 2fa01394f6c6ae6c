"""Operations as methods of a TypeScript class per page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NoReturn

from contextio_contract.codegen import samples
from contextio_contract.codegen.facts import error_class
from contextio_contract.codegen.samples import camel
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Contract, MediaType, Operation, Page, Paging, Response, Schema

_WIDTH: Final = 110
"""Characters in a line of an example."""
_TAKEN: Final = (
    "arguments await break case catch class const continue debugger default delete do else enum export "
    "extends false finally for function if import in instanceof interface new null options package params "
    "paging private protected public return static super switch this throw true try typeof var void while "
    "with yield"
)
"""Names that TypeScript reserves or that the body of a method uses."""


@dataclass(frozen=True)
class Method:
    """An operation as a method.

    Its properties raise `CannotGenerateError` where the client has no code for a part of the operation.
    """

    operation: Operation
    contract: Contract

    @property
    def name(self) -> str:
        """The name of the method: the operationId without the page."""
        return camel(self.operation.name)

    @property
    def call(self) -> str:
        """The name of the method behind that of its page, as on the client."""
        return f"{camel(self.operation.page)}.{self.name}"

    @property
    def type_name(self) -> str:
        """The beginning of the names of its types."""
        return pascal(self.operation.id)

    @cached_property
    def query(self) -> list[str]:
        """The names of the query parameters."""
        for parameter in self.operation.parameters:
            if parameter.location not in {"path", "query"}:
                self._refuse(f"{parameter.name} is neither in the path nor in the query")
            self._refuse_structure(parameter.name, parameter.schema)
        return [parameter.name for parameter in self.operation.query_parameters]

    @cached_property
    def form(self) -> list[str]:
        """The names of the fields of the form."""
        fields: Mapping[str, Schema] = self._form.schema.properties if self._form else {}
        if twice := fields.keys() & set(self.query):
            self._refuse(f"{', '.join(sorted(twice))} is a query parameter and a field of the form")
        for name, schema in fields.items():
            self._refuse_structure(name, schema)
        return list(fields)

    @property
    def takes_params(self) -> bool:
        """Whether there are arguments beside those of the path."""
        return bool(self.query or self.form)

    @property
    def needs_params(self) -> bool:
        """Whether a call without filters or fields is an error."""
        is_filtered = any(parameter.required for parameter in self.operation.query_parameters)
        return is_filtered or bool(self._form and self._form.schema.required)

    @property
    def params_type(self) -> str:
        """The type of filters and fields together."""
        types = []
        if self.query:
            types.append(f'NonNullable<{self._type}["parameters"]["query"]>')
        if self.form:
            types.append(f'NonNullable<{self._type}["requestBody"]>["content"]["{FORM}"]')
        return " & ".join(types)

    @cached_property
    def success(self) -> Response:
        """The one response of a success, which is JSON."""
        responses = [response for response in self.operation.responses.values() if response.is_success]
        if len(responses) != 1 or not responses[0].status.isdecimal():
            self._refuse("it must have one response with a status of 2xx")
        if responses[0].kind != "json":
            self._refuse(f"its response with status {responses[0].status} is not JSON")
        return responses[0]

    @property
    def answer_type(self) -> str:
        """The type of the body of a success."""
        media_type = self.success.media.name if self.success.media else ""
        return f'{self._type}["responses"][{self.success.status}]["content"]["{media_type}"]'

    @property
    def answers(self) -> str:
        """Whether the body of a success is an array or an object."""
        types = self.success.schema.types if self.success.schema else ()
        if types not in {("array",), ("object",)}:
            self._refuse("its response is neither an array nor an object")
        return types[0]

    @property
    def paging(self) -> Paging | None:
        """How its list is divided into pages; None unless the body of a success is that list."""
        return self.operation.paging if self.answers == "array" else None

    @property
    def key(self) -> str | None:
        """The property that tells the elements of a list apart; None without one."""
        collection = self.contract.collection_of(self.operation)
        return collection.key if collection else None

    @property
    def error_statuses(self) -> list[int]:
        """The error statuses that the operation names."""
        named = {status for status in self.operation.responses if status[0] in "45"}
        if ranges := [status for status in named if not status.isdecimal()]:
            self._refuse(f"{ranges[0]} is a range of statuses; name them one by one")
        return sorted(map(int, named))

    @property
    def errors(self) -> list[str]:
        """The names of the classes of these errors."""
        return [error_class(status) for status in self.error_statuses]

    @property
    def error_schemas(self) -> Iterator[str]:
        """The names of the schemas of its errors."""
        for status, response in self.operation.responses.items():
            if not response.is_success:
                name = response.json.schema.name if response.json else None
                yield name or self._refuse(f"its response with status {status} has no schema with a name")

    @property
    def signature(self) -> str:
        """The parameters of the method in TypeScript."""
        parts = [f"{identifier(parameter.name)}: string" for parameter in self.operation.path_parameters]
        if self.takes_params:
            parts.append(f"params: {self.type_name}Params{'' if self.needs_params else ' = {}'}")
        return ", ".join([*parts, "options: CallOptions = {}"])

    @property
    def path_object(self) -> str:
        """The arguments of the path as the inside of an object literal."""
        names = {parameter.name: identifier(parameter.name) for parameter in self.operation.path_parameters}
        pairs = [
            name if name == spelled else f"{json.dumps(name)}: {spelled}" for name, spelled in names.items()
        ]
        return f" {', '.join(pairs)} " if pairs else ""

    @property
    def example(self) -> str:
        """A call with the examples of the description."""
        example = samples.examples(self.operation)[0]
        return samples.typescript_call(f"await client.{self.call}", example, _WIDTH)

    @property
    def _type(self) -> str:
        return f'operations["{self.operation.id}"]'

    @cached_property
    def _form(self) -> MediaType | None:
        """The body as a form; None without a body."""
        body = self.operation.body
        if body and not body.form:
            self._refuse("its body is no urlencoded form")
        return body.form if body else None

    def _refuse_structure(self, name: str, schema: Schema) -> None:
        if kinds := {"array", "object"} & set(schema.types):
            self._refuse(f"{name} is an {kinds.pop()}, which the client cannot send")

    def _refuse(self, reason: str) -> NoReturn:
        message = f"{self.operation.id} cannot become a method: {reason}"
        raise CannotGenerateError(message)


def methods_by_page(contract: Contract) -> dict[Page, list[Method]]:
    """Return the methods of each page, in the order of the tags.

    Raises:
        CannotGenerateError: if two methods of a page have one name, or if the tag of a page is not described.
    """
    pages = {page: [Method(operation, contract) for operation in page.operations] for page in contract.pages}
    names = [method.call for methods in pages.values() for method in methods]
    if twice := {name for name in names if names.count(name) > 1}:
        message = f"two operations become {', '.join(sorted(twice))}; change an operationId"
        raise CannotGenerateError(message)
    if strays := [page.name for page in pages if not page.description]:
        message = f"operations have the tag {', '.join(strays)}, which openapi.yaml does not describe"
        raise CannotGenerateError(message)
    return pages


def pascal(name: str) -> str:
    """Turn snake_case into PascalCase."""
    return "".join(map(str.capitalize, name.split("_")))


def identifier(name: str) -> str:
    """Return a name for an argument."""
    spelled = camel(re.sub(r"\W", "_", name))
    return f"{spelled}_" if spelled in _TAKEN.split() else spelled
