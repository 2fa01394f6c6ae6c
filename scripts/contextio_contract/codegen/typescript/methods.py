"""Operations as methods of a TypeScript class per page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen import samples
from contextio_contract.codegen.facts import error_class, error_statuses, key_of, refuse
from contextio_contract.codegen.samples import camel, pascal
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.codegen.typescript import answers
from contextio_contract.codegen.typescript.arguments import Arguments
from contextio_contract.contract.resources import list_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Contract, Operation, Page, Paging, Parameter, Schema

_WIDTH: Final = 110
"""Characters in a line of an example."""
_TAKEN: Final = (
    "arguments await break case catch class const continue debugger default delete do else enum export "
    "extends false finally for function if import in instanceof interface new null options package page "
    "params paging private protected public return static super switch this throw true try typeof var void "
    "while with yield"
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
        if not answers.successes(self.operation):
            refuse(self.operation, "it must have a response with a status of 2xx or 3xx")

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
    def arguments(self) -> Arguments:
        """The arguments that are no part of the path."""
        return Arguments(self.operation)

    @property
    def record(self) -> dict[str, Any]:
        """What the transport needs to know; what is empty is left out."""
        is_elsewhere = self.operation.base_path != self.contract.base_path
        switches = [
            [name, effect.value, effect.answers] for name, effect in answers.media_switches(self.operation)
        ]
        return {
            "id": self.operation.id,
            "name": self.call,
            "method": self.operation.method,
            **({"basePath": self.operation.base_path} if is_elsewhere else {}),
            "path": self.operation.path.text,
            **self.arguments.record,
            **({"switches": switches} if switches else {}),
            "isRead": self.operation.impact == "read",
            **({"paging": self._paging_record} if self.paging else {}),
            "answers": answers.readings(self.operation),
        }

    @property
    def is_switched(self) -> bool:
        """Whether parameters decide the type of the answer."""
        return answers.is_switched(self.operation)

    @property
    def answer_type(self) -> str:
        """The type of the answer, in which a list that is divided into pages is one of them."""
        answer = answers.answer_type(self.operation)
        return f"Paged<{answer}>" if self.paging and self.list_field is None else answer

    @property
    def types(self) -> str:
        """The types that its declaration names."""
        return f"{self.arguments.type}; {self.answer_type}; {self.signature}"

    @property
    def paging(self) -> Paging | None:
        """How its list is divided into pages; None if it has none."""
        return self.operation.paging if self._list else None

    @property
    def _paging_record(self) -> dict[str, Any]:
        """What the client needs to know to read page after page; what is empty is left out."""
        record = {**vars(self.paging), "key": self.key, "field": self.list_field}
        return {name: value for name, value in record.items() if value is not None}

    @property
    def list_field(self) -> str | None:
        """The field of the answer that is the list; None if the answer itself is."""
        return self._list[0] if self._list else None

    @property
    def key(self) -> str | None:
        """The field that tells elements of a list apart; empty for texts, and None without one."""
        return key_of(self._list[1], self.operation, self.contract) if self._list else None

    @cached_property
    def _list(self) -> tuple[str | None, Schema] | None:
        """The field that is a list, and the schema of the elements that it has without switches."""
        others = {effect.elements for _, effect in answers.element_switches(self.operation)}
        body = self.operation.success.schema
        lists = filter(None, map(list_in, (body.alternatives or (body,)) if body else ()))
        rows = ((field, row) for field, element in lists for row in element.alternatives or (element,))
        return next(((field, row) for field, row in rows if row.name not in others), None)

    @property
    def errors(self) -> list[str]:
        """The names of the classes of the errors that the operation names."""
        return list(map(error_class, error_statuses(self.operation)))

    @property
    def error_schemas(self) -> Iterator[str]:
        """The names of the schemas of its errors."""
        for status, response in self.operation.responses.items():
            if not status.startswith(("2", "3")) and response.json and response.json.schema.name:
                yield response.json.schema.name

    @property
    def signature(self) -> str:
        """The parameters of the method in TypeScript."""
        return self._signature(f"{self.type_name}Params")

    @property
    def all_params(self) -> str:
        """The type of the arguments for all pages, without those that ask for other elements."""
        names = {f'"{name}"' for name, _ in answers.element_switches(self.operation)}
        params = f"{self.type_name}Params"
        return f"Omit<{params}, {' | '.join(sorted(names))}>" if names else params

    @property
    def all_signature(self) -> str:
        """The parameters of the method for all pages."""
        return self._signature(self.all_params)

    def _signature(self, params: str) -> str:
        parts = [
            f"{identifier(parameter.name)}: {_path_type(parameter)}"
            for parameter in self.operation.path_parameters
        ]
        if self.arguments.all:
            given = f"Exactly<P, {params}>" if self.is_switched else params
            empty = f" = {{}} as {given}" if self.is_switched else " = {}"
            parts.append(f"params: {given}{'' if self.arguments.are_needed else empty}")
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


def _path_type(parameter: Parameter) -> str:
    return "number" if parameter.schema.types == ("integer",) else "string"
