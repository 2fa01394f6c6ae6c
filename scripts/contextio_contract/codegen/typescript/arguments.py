"""Arguments of a method in TypeScript that are no part of the path, and what they become in a request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.arguments import arguments
from contextio_contract.codegen.samples import SEVERAL, body_of

if TYPE_CHECKING:
    from contextio_contract.codegen.arguments import Argument
    from contextio_contract.contract import MediaType, Operation, Schema

_OCTETS: Final = "application/octet-stream"


@dataclass(frozen=True)
class Arguments:
    """The arguments for the query, the headers and the body of an operation."""

    operation: Operation

    @cached_property
    def all(self) -> list[Argument]:
        """The arguments in their order."""
        return [each for each in arguments(self.operation) if each.location != "path"]

    @property
    def are_needed(self) -> bool:
        """Whether a call without them is an error."""
        return any(each.required for each in self.all)

    @cached_property
    def files(self) -> dict[str, dict[str, Any]]:
        """The arguments that take bytes, each with its media type and how many there may be."""
        media = self._media
        if media and media.kind != "json" and self._at("body"):
            return {"body": _file(media.name, media.schema)}
        encoding = media.node.get("encoding", {}) if media else {}
        types = {name: each.get("contentType", _OCTETS) for name, each in encoding.items()}
        return {each.wire: _file(types.get(each.wire, _OCTETS), each.schema) for each in self._at("file")}

    @property
    def type(self) -> str:
        """Their type."""
        operation = f'operations["{self.operation.id}"]'
        body = f'NonNullable<{operation}["requestBody"]>["content"]["{self._sends}"]'
        parts = [
            self._described(f'{operation}["parameters"]["query"]', self._at("query")),
            self._described(f'{operation}["parameters"]["header"]', self._at("header")),
            self._described(body, self._at("form", "file")),
        ]
        taken = "Upload" if self.files else body
        parts += [
            f"{{ body: {taken} }}" if each.required else f"{{ body?: {taken} | undefined }}"
            for each in self._at("body")
        ]
        return " & ".join(filter(None, parts))

    @property
    def record(self) -> dict[str, Any]:
        """What the transport needs to know; what is empty is left out."""
        fields = {
            "query": list(map(self._field, self._at("query"))),
            "headers": list(map(self._field, self._at("header"))),
            "form": list(map(self._field, self._at("form"))),
            "files": self.files,
            "sends": self._sends,
        }
        return {name: value for name, value in fields.items() if value}

    @property
    def _media(self) -> MediaType | None:
        return body_of(self.operation)

    @property
    def _sends(self) -> str | None:
        return self._media.name if self._media else None

    def _at(self, *locations: str) -> list[Argument]:
        return [each for each in self.all if each.location in locations]

    def _name(self, argument: Argument) -> str:
        """Return its name in TypeScript, which is that on the wire unless one of the path has it."""
        is_hidden = argument.location == "query" and argument.wire in self.operation.path.parameters
        return f"query_{argument.wire}" if is_hidden else argument.wire.removesuffix(SEVERAL)

    def _field(self, argument: Argument) -> Any:
        """Return what the transport needs to know of it: its name, if that is all."""
        name, several = self._name(argument), "," if argument.joined else argument.several
        renamed = {} if name == argument.wire else {"name": argument.wire}
        field = {"argument": name, **renamed, **({"several": several} if several else {})}
        return field if len(field) > 1 else name

    def _described(self, described: str, taken: list[Argument]) -> str:
        """Return the type of arguments, given the described type of what is sent; empty without any."""
        described = f"NonNullable<{described}>" if taken else ""
        if all(isinstance(self._field(each), str) and each.location != "file" for each in taken):
            return described
        hidden = [f'"{each.wire}"' for each in taken if each.wire in self.operation.path.parameters]
        return f"Arguments<{', '.join([described, ' | '.join(hidden)] if hidden else [described])}>"


def _file(media_type: str, schema: Schema) -> dict[str, Any]:
    maximum = schema.get("maxLength")
    return {"type": media_type, **({} if maximum is None else {"maximum": maximum})}
