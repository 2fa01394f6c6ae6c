"""Operations as methods of the Python client: arguments, answers, errors, pages and examples."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from contextio_contract.codegen import samples
from contextio_contract.codegen.facts import error_class, error_statuses, key_of
from contextio_contract.codegen.python.answers import Answer, answers
from contextio_contract.codegen.python.types import typed_arguments
from contextio_contract.contract.resources import list_in

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint

    from contextio_contract.codegen.arguments import Argument
    from contextio_contract.contract import Contract, Operation

_WIDTH: Final = 110
"""Characters in a line of generated code."""


@dataclass(frozen=True)
class Pages:
    """How all pages of a list are read.

    Attributes:
        row: the annotation of an element.
        key: the attribute that tells elements apart, empty if their value does, None if nothing does.
        field: the attribute of the answer that is the list; None if the answer itself is.
        limit: the argument for the size of a page.
        offset: the argument for where it begins.
    """

    row: str
    key: str | None
    field: str | None
    limit: str
    offset: str


@dataclass(frozen=True, eq=False)
class Method:
    """An operation as a method of its page."""

    operation: Operation
    endpoint: Endpoint
    contract: Contract

    @cached_property
    def arguments(self) -> list[Argument]:
        """All arguments in their order."""
        return list(typed_arguments(self.operation, self.endpoint, self.contract.schemas))

    def sent_in(self, *locations: str) -> list[Argument]:
        """Return the arguments that are sent in some locations."""
        return [argument for argument in self.arguments if argument.location in locations]

    @property
    def deprecated(self) -> list[Argument]:
        """The arguments that should no longer be given."""
        return [argument for argument in self.arguments if argument.deprecated]

    @property
    def places(self) -> list[str]:
        """The locations in which something is sent, as `Call` names them; a form may be empty."""
        used = {argument.location for argument in self.arguments} | (
            {"form"} if self.operation.form else set()
        )
        return [place for place in ("path", "query", "header", "form", "file", "body") if place in used]

    def sent(self, argument: Argument) -> str:
        """Return an argument as it is sent: its key and its value, in Python."""
        key, name = f'"{argument.wire}"', argument.name
        media = self.operation.body and self.operation.body.multipart
        if argument.location == "file" and media:
            kind = samples.file_of(media, argument.wire).media_type or "application/octet-stream"
            return f'{key}: Upload({name}, "{kind}", {argument.schema.get("maxLength")})'
        if argument.location == "path" and argument.schema.types == ("integer",):
            return f'{key}: encode_integer("{name}", {name})'
        if argument.joined:
            return f"{key}: join_values({name})"
        if argument.several and argument.several != argument.wire:
            return f'"{argument.several}" if is_several({name}) else {key}: explode_values({name})'
        if argument.several:
            return f"{key}: explode_values({name})"
        return f"{key}: {name}"

    @cached_property
    def answers(self) -> list[Answer]:
        """The types of a success; what a call without switches gets comes first."""
        return answers(self.operation, self.endpoint, self.contract.schemas)

    @property
    def answer(self) -> str:
        """The annotation of a success, whatever was asked for."""
        return " | ".join(dict.fromkeys(self.result(answer) for answer in self.answers))

    def is_page(self, answer: Answer) -> bool:
        """Return whether an answer is a page of a list, and not an object that has one."""
        return self.pages is not None and self.pages.field is None and answer is self.answers[0]

    def result(self, answer: Answer) -> str:
        """Return the annotation of what is returned for an answer."""
        return answer.type.replace("list[", "Page[", 1) if self.is_page(answer) else answer.type

    @property
    def signatures(self) -> list[tuple[list[Argument], str]]:
        """The arguments and the annotation of the result: of each overload, and last of the method itself."""
        whole = (self.arguments, self.answer)
        if len(self.answers) == 1:
            return [whole]
        usual, *others = self.answers
        overloads = [
            (self._with({other.switch: f"Literal[{other.value!r}]"}), self.result(other)) for other in others
        ]
        without = {other.switch: self._others(other.switch) for other in others}
        return [*overloads, (self._with(without), self.result(usual)), whole, whole]

    def switch(self, answer: Answer) -> str:
        """Return the name of the argument that asks for an answer."""
        return next(each.name for each in self.arguments if each.wire == answer.switch)

    def _with(self, annotations: dict[str | None, str]) -> list[Argument]:
        """Return the arguments, some with another annotation."""
        return [
            each
            if each.location == "path"
            else replace(each, annotation=annotations.get(each.wire, each.annotation))
            for each in self.arguments
        ]

    def _others(self, switch: str | None) -> str:
        """Return the annotation of an argument that asks for no other answer."""
        asking = {str(answer.value) for answer in self.answers if answer.switch == switch}
        schema = next(each.schema for each in self.operation.parameters if each.name == switch)
        values = [repr(value) for value in schema.enum if str(value) not in asking]
        return f"Literal[{', '.join(values)}] | None = None" if values else "None = None"

    @cached_property
    def errors(self) -> dict[int, str]:
        """The class of the error object by status; 4 stands for 4XX, and 0 for all that are not named."""
        found = {}
        for status, response in self.operation.responses.items():
            if status.startswith(("1", "2", "3")) or response.json is None:
                continue
            name = str(response.json.schema.name)
            found[int(status.removesuffix("XX")) if status != "default" else 0] = name
        return found

    @property
    def error_classes(self) -> list[str]:
        """The names of the classes of the errors that the operation names."""
        return list(map(error_class, error_statuses(self.operation)))

    @cached_property
    def pages(self) -> Pages | None:
        """How all pages of its list are read; None for an operation without pages."""
        paging = self.operation.paging
        if not paging:
            return None
        found = list_in(self.operation.success.schema)
        field = found[0] if found else None
        row = re.fullmatch(r"list\[(.+)\]", self.answers[0].type)
        element = found[1].name if found and field else row and row[1]
        if element is None:
            return None
        is_one = found and element in {"str", found[1].name}
        key = key_of(found[1], self.operation, self.contract) if found and is_one else None
        limit, offset = samples.identifier(paging.limit), samples.identifier(paging.offset)
        return Pages(
            element, key and samples.attribute(key), field and samples.attribute(field), limit, offset
        )

    @property
    def filters(self) -> list[Argument]:
        """The arguments of all pages, beside those of the path: without the window, and without switches."""
        paging = self.operation.paging.parameters if self.operation.paging else frozenset()
        left_out = {*paging, *(answer.switch for answer in self.answers)}
        return [each for each in self.sent_in("query", "header") if each.wire not in left_out]

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
