"""Objects of the bundle, each with its kind, its pointer and what it refers to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from contextio_contract.contract import FORM, MULTIPART, Contract, ContractError, Document
from contextio_contract.contract.document import pointer_of
from contextio_contract.description.lint.grammar import FREE_KINDS, KINDS, SCHEMA_KINDS, field_of
from contextio_contract.description.source.conventions import conventions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import jsonschema_rs

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.yaml import Pointer


class Problem(NamedTuple):
    """Where in the bundle an object breaks a rule.

    `replace` is the text there and what to write instead, where that needs no judgement.
    """

    pointer: Pointer
    message: str
    fix: str
    replace: tuple[str, str] | None = None


@dataclass(frozen=True)
class Node:
    """An object of the bundle; its kind is one of the grammar, or empty.

    Fields are read by type, so that no rule fails on a list where a text belongs; the validator finds that.
    """

    kind: str
    pointer: Pointer
    data: dict[str, Any]
    description: Description = field(repr=False, compare=False)

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

    def problem(
        self, message: str, fix: str, *keys: str | int, replace: tuple[str, str] | None = None
    ) -> Problem:
        """Return a problem of this object, or of the field to which keys lead."""
        return Problem((*self.pointer, *keys), message, fix, replace)

    def rename(self, key: str, name: str | None) -> tuple[str, str] | None:
        """Return the replacement of a key, unless there is no name for it or the name is taken."""
        return (key, name) if name and name not in self.data else None

    def children(self) -> Iterator[tuple[str, Pointer, Any]]:
        """Yield what stands directly below: its kind, the keys that lead there, and the value."""
        for key, value in self.data.items():
            field = field_of(self.kind, key)
            kind = field.child if field else ""
            if kind == "{names}":
                continue
            if kind.startswith("{") and isinstance(value, dict):
                for name, entry in value.items():
                    yield kind[1:-1], (key, name), entry
            elif kind.startswith("[") and isinstance(value, list):
                for index, entry in enumerate(value):
                    yield kind[1:-1], (key, index), entry
            elif kind and kind[0] not in "[{":
                yield kind, (key,), value

    def under(self, *keys: str) -> Node | None:
        """Return the object to which keys lead, through references; None if there is none."""
        node: Node | None = self
        for key in keys:
            if node is not None:
                node = self.description.resolved((*node.pointer, key), node.data.get(key))
        return node

    def each(self, *keys: str) -> Iterator[Node]:
        """Yield the objects in the lists or mappings of fields, through references."""
        for key in keys:
            entries = self.map(key).items() or enumerate(self.list(key))
            for name, value in entries:
                node = self.description.resolved((*self.pointer, key, name), value)
                if node is not None:
                    yield node


class Description:
    """A bundle, all of whose references lead somewhere, with its objects by kind, in their order."""

    def __init__(self, bundle: Bundle, spec: Path) -> None:
        self.bundle = bundle
        self.nodes: dict[str, list[Node]] = {kind: [] for kind in (*KINDS, *FREE_KINDS)}
        self.conventions = conventions(spec)
        self._document = Document(bundle.document)
        self.by_pointer: dict[Pointer, Node] = {}
        for node in self._walk("document", (), bundle.document):
            self.nodes[node.kind].append(node)
            self.by_pointer[node.pointer] = node
        self.root = self.nodes["document"][0]
        self.tags = [tag.text("name") for tag in self.nodes["tag"]]

    @cached_property
    def contract(self) -> Contract:
        """The bundle as a contract; ContractError if it is not OpenAPI, as far as operations go."""
        return Contract(self.bundle.document)

    @cached_property
    def operations(self) -> dict[str, Node]:
        """The operations by `operationId`; of several with one id, the first."""
        operations = {node.text("operationId"): node for node in reversed(self.nodes["operation"])}
        operations.pop("", None)
        return operations

    @cached_property
    def forms(self) -> set[Pointer]:
        """Where the schemas of forms stand."""
        return {form.pointer for form in map(self.form, self.nodes["operation"]) if form is not None}

    @cached_property
    def callback_bodies(self) -> set[Pointer]:
        """Where the bodies stand that the service sends to others."""
        bodies = (operation.under("requestBody") for operation in self.nodes["callback-operation"])
        return {body.pointer for body in bodies if body is not None}

    def validator(self, schema: Mapping[str, Any]) -> jsonschema_rs.Draft202012Validator:
        """Compile a schema; ContractError if it, or one that it refers to, is not valid."""
        return self._document.validator(schema, mask=None)

    def resolved(self, pointer: Pointer, value: Any) -> Node | None:
        """Return what stands at a pointer as an object; for a reference, the object that it leads to."""
        if isinstance(value, dict) and "$ref" in value:
            try:
                for reference, target in self._document.follow(value):
                    pointer, value = pointer_of(reference), target
            except ContractError:
                return None
        if not isinstance(value, dict):
            return None
        return self.by_pointer.get(pointer) or Node("", pointer, value, self)

    def parameters(self, operation: Node) -> dict[tuple[str, str], Node]:
        """Return the parameters of an operation, those of its path included, by location and name."""
        path_item = self.by_pointer[operation.pointer[:-1]]
        parameters = [*path_item.each("parameters"), *operation.each("parameters")]
        return {(node.text("in"), node.text("name")): node for node in parameters}

    def form(self, operation: Node) -> Node | None:
        """Return the schema of the form that an operation takes; None without a form."""
        schemas = (operation.under("requestBody", "content", name, "schema") for name in (FORM, MULTIPART))
        return next(filter(None, schemas), None)

    def target(self, link: Node) -> Node | None:
        """Return the operation that a link leads to; None if it leads to none."""
        if "operationRef" in link.data:
            node = self.by_pointer.get(pointer_of(link.text("operationRef")))
            return node if node is not None and node.kind == "operation" else None
        return self.operations.get(link.text("operationId"))

    def properties(self, schema: Node, passed: frozenset[Pointer] = frozenset()) -> dict[str, Node]:
        """Return the properties of a schema and of the schemas that it is composed of, by name.

        Schemas that this one is part of were `passed` already, and are not looked at again.
        """
        target = self.resolved(schema.pointer, schema.data)
        if target is None or target.pointer in passed:
            return {}
        properties: dict[str, Node] = {}
        for part in target.each("allOf", "anyOf", "oneOf"):
            properties |= self.properties(part, passed | {target.pointer})
        for name, value in target.map("properties").items():
            pointer = (*target.pointer, "properties", name)
            properties[name] = self.resolved(pointer, value) or Node("", pointer, {}, self)
        return properties

    def _walk(self, kind: str, pointer: Pointer, value: Any) -> Iterator[Node]:
        if not isinstance(value, dict):
            return
        is_reference = "$ref" in value and kind not in SCHEMA_KINDS
        node = Node("reference" if is_reference else kind, pointer, value, self)
        yield node
        for child_kind, keys, child in node.children():
            yield from self._walk(child_kind, (*pointer, *keys), child)
