"""Schemas (JSON Schema 2020-12), with what `allOf` and `$ref` put together seen as one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract.behaviour.signature import Signature, signature_of
from contextio_contract.contract.document import ContractError, Document, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import jsonschema_rs

COMPONENTS: Final = "#/components/schemas/"
_MAX_DEPTH: Final = 20


@dataclass(frozen=True, eq=False)
class Schema:
    """A schema of the document; its node may be a reference."""

    node: Any
    document: Document = field(repr=False)

    @property
    def name(self) -> str | None:
        """The name of the component that it refers to; None for a schema that is written in place."""
        reference = self.node.get("$ref", "") if isinstance(self.node, dict) else ""
        return reference.removeprefix(COMPONENTS) if reference.startswith(COMPONENTS) else None

    @cached_property
    def resolved(self) -> dict[str, Any]:
        """The schema with its own reference resolved."""
        return self.document.resolve(self.node)

    def get(self, keyword: str, default: Any = None) -> Any:
        """Return the value of a keyword, from the schema itself or the first of its parts that has it."""
        for part in self.parts:
            if keyword in part:
                return part[keyword]
        return default

    @property
    def description(self) -> str:
        """Its description in one line; empty without one."""
        return " ".join(str(self.get("description", "")).split())

    @cached_property
    def parts(self) -> tuple[dict[str, Any], ...]:
        """The schema and the schemas that it is put together from with `allOf`, outermost first."""
        return tuple(_flattened(self.document, self.node, _MAX_DEPTH))

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The JSON types that it names; empty if it names none."""
        stated = self.get("type", ())
        return (stated,) if isinstance(stated, str) else tuple(stated)

    @property
    def all_types(self) -> set[str]:
        """The JSON types that a value can have, in each alternative; empty if none is named."""
        return {*self.types, *(kind for member in self.alternatives for kind in member.all_types)}

    @cached_property
    def properties(self) -> Mapping[str, Schema]:
        """The properties by name; those of `allOf` come first, and its own take the place of theirs."""
        return {
            name: Schema(node, self.document)
            for part in (*self.parts[1:], self.parts[0])
            for name, node in part.get("properties", {}).items()
        }

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The names of the required properties, each once, in their order."""
        return tuple(dict.fromkeys(name for part in self.parts for name in part.get("required", ())))

    @cached_property
    def items(self) -> Schema | None:
        """The schema of the elements of an array; None if the schema describes no array."""
        node = self.get("items")
        return None if node is None and "array" not in self.types else Schema(node or {}, self.document)

    @property
    def map_values(self) -> Schema | None:
        """The schema of the values of a map, by `additionalProperties`; None if that describes none."""
        node = self.get("additionalProperties")
        return Schema(node, self.document) if isinstance(node, dict) and node else None

    @property
    def alternatives(self) -> tuple[Schema, ...]:
        """The schemas that it lets choose from with `oneOf` or `anyOf`."""
        nodes = (node for keyword in ("oneOf", "anyOf") for node in self.get(keyword, ()))
        return tuple(Schema(node, self.document) for node in nodes)

    def fields(self) -> Iterator[tuple[str, Schema]]:
        """Yield the properties at any depth, also of the elements of arrays, each schema once."""
        waiting, seen = [self], set()
        while waiting:
            schema = waiting.pop()
            if id(schema.node) in seen:
                continue
            seen.add(id(schema.node))
            yield from schema.properties.items()
            waiting += [*schema.properties.values(), *([schema.items] if schema.items else [])]

    @property
    def enum(self) -> tuple[Any, ...]:
        """The values that it lists; empty if it lists none."""
        return tuple(self.get("enum", ()))

    @property
    def fallback(self) -> Any:
        """What a value means that it does not allow (`x-fallback`); None if such a value is refused."""
        return self.get("x-fallback")

    @property
    def signature(self) -> Signature | None:
        """The signature that its objects carry (`x-signature`); None if they carry none."""
        return stated(signature_of, {"x-signature": self.get("x-signature")}, self.name or "a schema")

    @property
    def deprecated(self) -> bool:
        """Whether values of it should no longer be sent."""
        return bool(self.get("deprecated"))

    @property
    def is_secret(self) -> bool:
        """Whether a value must not be read back: `format: password` or `writeOnly`."""
        return self.get("format") == "password" or bool(self.get("writeOnly"))

    @property
    def is_binary(self) -> bool:
        """Whether a value is bytes: a body, or a file in a multipart form (`format: binary`)."""
        return bool(self.get("format") == "binary")

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        """The compiled schema; `format` counts, and its messages repeat no values.

        Raises:
            ContractError: if the schema is not valid.
        """
        return self.document.validator(self.node)

    def is_valid(self, value: Any) -> bool:
        """Return whether a value is valid against the schema."""
        return self.validator.is_valid(value)


def _flattened(document: Document, node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if not depth:
        message = "a schema has allOf nested too deeply, or in a circle"
        raise ContractError(message)
    resolved = document.resolve(node)
    yield resolved
    for part in resolved.get("allOf", ()):
        yield from _flattened(document, part, depth - 1)
