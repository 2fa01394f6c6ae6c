"""Operations as methods of a TypeScript class per page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from contextio_contract.codegen import samples
from contextio_contract.codegen.facts import check_operation, error_class, error_statuses, refuse
from contextio_contract.codegen.samples import camel, pascal
from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Contract, Operation, Page, Paging

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

    Raises:
        CannotGenerateError: if the client has no code for a part of the operation.
    """

    operation: Operation
    contract: Contract

    def __post_init__(self) -> None:
        check_operation(self.operation)
        query = {parameter.name: parameter.schema for parameter in self.operation.query_parameters}
        form = self.operation.form_fields
        if twice := query.keys() & form.keys():
            refuse(self.operation, f"{', '.join(sorted(twice))} is a query parameter and a field of the form")
        for name, schema in (*query.items(), *form.items()):
            if kinds := {"array", "object"} & set(schema.types):
                refuse(self.operation, f"{name} is an {kinds.pop()}, which the client cannot send")
        if sum(response.is_success for response in self.operation.responses.values()) != 1:
            refuse(self.operation, "it must have one response with a status of 2xx")

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

    @property
    def takes_params(self) -> bool:
        """Whether there are arguments beside those of the path."""
        return bool(self.operation.query_parameters or self.operation.form_fields)

    @property
    def needs_params(self) -> bool:
        """Whether a call without filters or fields is an error."""
        form, query = self.operation.form, self.operation.query_parameters
        return bool(form and form.required) or any(parameter.required for parameter in query)

    @property
    def answers(self) -> str:
        """Whether the body of a success is an array or an object."""
        types = self.operation.success.schema.types if self.operation.success.schema else ()
        if types not in {("array",), ("object",)}:
            refuse(self.operation, "its response is neither an array nor an object")
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
        return error_statuses(self.operation)

    @property
    def errors(self) -> list[str]:
        """The names of the classes of these errors."""
        return list(map(error_class, self.error_statuses))

    @property
    def error_schemas(self) -> Iterator[str]:
        """The names of the schemas of its errors."""
        for status, response in self.operation.responses.items():
            if not response.is_success:
                name = response.json.schema.name if response.json else None
                yield name or refuse(
                    self.operation, f"its response with status {status} has no schema with a name"
                )

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


def identifier(name: str) -> str:
    """Return a name for an argument."""
    spelled = camel(re.sub(r"\W", "_", name))
    return f"{spelled}_" if spelled in _TAKEN.split() else spelled
