"""The bundle taken apart: every object with its kind, its place and what it refers to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import jsonschema_rs

from contextio_contract.description.lint.grammar import FORM, FREE_KINDS, KINDS, SCHEMA_KINDS
from contextio_contract.description.source.conventions import Conventions, conventions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.yaml import Pointer

_ADDRESS: Final = "urn:contextio:description"


@dataclass(frozen=True)
class Node:
    """One object of the document.

    Its fields are read by type, so that a rule need not fear a list where a text belongs; that such a
    description is no OpenAPI document, the validator says.

    Attributes:
        kind: one of the kinds of the grammar; empty for an object that has none.
        pointer: where it stands in the bundle.
        data: its fields.
        whole: the description that it belongs to.
    """

    kind: str
    pointer: Pointer
    data: dict[str, Any]
    whole: Description = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """The key under which it stands."""
        return str(self.pointer[-1]) if self.pointer else ""

    def text(self, key: str) -> str:
        """Return a field that holds text, or the empty text."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def list(self, key: str) -> list[Any]:
        """Return a field that holds a list, or an empty one."""
        value = self.data.get(key)
        return value if isinstance(value, list) else []

    def map(self, key: str) -> dict[str, Any]:
        """Return a field that holds a mapping, or an empty one."""
        value = self.data.get(key)
        return value if isinstance(value, dict) else {}

    def children(self) -> Iterator[tuple[str, Pointer, Any]]:
        """Yield what stands directly below: its kind, the keys that lead there, and the value."""
        for key, value in self.data.items():
            kind = KINDS[self.kind].get(key, "") if self.kind in KINDS else FREE_KINDS[self.kind]
            if kind.startswith("{") and isinstance(value, dict):
                for name, entry in value.items():
                    yield kind[1:-1], (key, name), entry
            elif kind.startswith("[") and isinstance(value, list):
                for index, entry in enumerate(value):
                    yield kind[1:-1], (key, index), entry
            elif kind and kind[0] not in "[{":
                yield kind, (key,), value

    def under(self, *keys: str) -> Node | None:
        """Return the object that stands below, or that is referred to there; None if there is none.

        Args:
            keys: what leads there from this object.
        """
        node: Node | None = self
        for key in keys:
            if node is not None:
                node = self.whole.resolved((*node.pointer, key), node.data.get(key))
        return node

    def each(self, key: str) -> Iterator[Node]:
        """Yield the objects in a list or mapping directly below, or those that are referred to there."""
        values = self.data.get(key)
        entries = values.items() if isinstance(values, dict) else enumerate(self.list(key))
        for name, value in entries:
            found = self.whole.resolved((*self.pointer, key, name), value)
            if found is not None:
                yield found


class Description:
    """The bundle taken apart into its objects.

    Attributes:
        bundle: what it was made from.
        nodes: the objects by kind, in the order of the document.
    """

    def __init__(self, bundle: Bundle, spec: Path) -> None:
        """Take a bundle apart.

        Args:
            bundle: the description, all of whose references lead somewhere.
            spec: the folder of its files.
        """
        self.bundle = bundle
        self._spec = spec
        self.nodes: dict[str, list[Node]] = {kind: [] for kind in (*KINDS, *FREE_KINDS)}
        self._by_pointer: dict[Pointer, Node] = {}
        for node in self._walk("document", (), bundle.document):
            self.nodes[node.kind].append(node)
            self._by_pointer[node.pointer] = node

    @property
    def root(self) -> Node:
        """The document itself."""
        return self.nodes["document"][0]

    def validator(self, pointer: Pointer) -> jsonschema_rs.Draft202012Validator:
        """Return a validator, formats included, for the schema at a place.

        Raises:
            jsonschema_rs.ValidationError: the schema is none.
            jsonschema_rs.ReferencingError: a schema that it refers to is none.
        """
        fragment = "/".join(quote(str(key).replace("~", "~0").replace("/", "~1")) for key in ("", *pointer))
        return jsonschema_rs.Draft202012Validator(
            {"$ref": f"{_ADDRESS}#{fragment}"}, registry=self._registry, validate_formats=True, offline=True
        )

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        return jsonschema_rs.Registry([(_ADDRESS, self.bundle.document)])

    @cached_property
    def conventions(self) -> Conventions:
        """What the description's own texts lay down."""
        return conventions(self._spec)

    @cached_property
    def operations(self) -> dict[str, Node]:
        """The operations by `operationId`; of several with one id, the first."""
        found = {node.text("operationId"): node for node in reversed(self.nodes["operation"])}
        found.pop("", None)
        return found

    @cached_property
    def forms(self) -> set[Pointer]:
        """Where the schemas of form bodies stand."""
        bodies = (node.under("requestBody", "content", FORM, "schema") for node in self.nodes["operation"])
        return {body.pointer for body in bodies if body is not None}

    def at(self, pointer: Pointer) -> Node | None:
        """Return the object at a place; None if there is none, or one of no kind."""
        return self._by_pointer.get(pointer)

    def resolved(self, pointer: Pointer, value: Any) -> Node | None:
        """Return a value as an object; for a reference, the object that it names.

        Args:
            pointer: where the value stands.
            value: what stands there.
        """
        passed: set[Pointer] = set()
        while isinstance(value, dict) and isinstance(value.get("$ref"), str) and pointer not in passed:
            passed.add(pointer)
            pointer = tuple(value["$ref"].removeprefix("#/").split("/"))
            value = self.bundle.document
            for key in pointer:
                value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, dict) or pointer in passed:
            return None
        return self._by_pointer.get(pointer) or Node("", pointer, value, self)

    def parameters(self, operation: Node) -> dict[tuple[str, str], Node]:
        """Return the parameters of an operation, those of its path included, by place and name."""
        path_item = self._by_pointer[operation.pointer[:-1]]
        around = [*path_item.each("parameters"), *operation.each("parameters")]
        return {(node.text("in"), node.text("name")): node for node in around}

    def properties(self, schema: Node, passed: frozenset[Pointer] = frozenset()) -> dict[str, Node]:
        """Return the properties of a schema and of the parts that it is made of, by name.

        Args:
            schema: the schema.
            passed: schemas of which this one is part, which are not looked at again.
        """
        target = self.resolved(schema.pointer, schema.data)
        if target is None or target.pointer in passed:
            return {}
        found: dict[str, Node] = {}
        for keyword in ("allOf", "anyOf", "oneOf"):
            for part in target.each(keyword):
                found |= self.properties(part, passed | {target.pointer})
        for name, value in target.map("properties").items():
            pointer = (*target.pointer, "properties", name)
            found[name] = self.resolved(pointer, value) or Node("", pointer, {}, self)
        return found

    def _walk(self, kind: str, pointer: Pointer, value: Any) -> Iterator[Node]:
        if not isinstance(value, dict):
            return
        is_reference = "$ref" in value and kind not in SCHEMA_KINDS
        node = Node("reference" if is_reference else kind, pointer, value, self)
        yield node
        for child_kind, keys, child in node.children():
            yield from self._walk(child_kind, (*pointer, *keys), child)
