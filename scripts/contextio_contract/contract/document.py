"""The bundled OpenAPI document: JSON pointers, `$ref`, and what a part of it refers to."""

from __future__ import annotations

import json
import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import quote, unquote

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_BASE: Final = "urn:contract"
_LOCAL: Final = re.compile("#(/|%2F|$)", re.IGNORECASE)
NAMED: Final = frozenset(
    {
        *("properties", "patternProperties", "$defs", "dependentSchemas"),
        *("schemas", "responses", "examples", "requestBodies", "headers", "securitySchemes", "links"),
        *("callbacks", "pathItems", "content", "encoding", "variables", "paths", "webhooks"),
    }
)
"""Keys of mappings whose own keys are names, not OpenAPI keywords."""
VALUES: Final = frozenset({"example", "value", "default", "const", "enum"})
"""Keys below which plain values stand, where `$ref` means nothing."""


class ContractError(Exception):
    """The document cannot be read as OpenAPI; one sentence says where and why."""


MALFORMED: Final = (ContractError, AttributeError, KeyError, TypeError, ValueError, RecursionError)
"""What reading a document that is not valid OpenAPI may raise."""


T = TypeVar("T")


def stated(read: Callable[[Mapping[str, Any]], T], node: Mapping[str, Any], name: str) -> T:
    """Return what an object says of behaviour.

    Args:
        read: reads the extension of the object.
        node: the object.
        name: how messages call the object.

    Raises:
        ContractError: if the extension does not have the form that EXTENSIONS.md gives it.
    """
    try:
        return read(node)
    except MALFORMED as error:
        message = f"an extension of {name} is not as EXTENSIONS.md has it ({type(error).__name__}: {error})"
        raise ContractError(message) from error


class Document:
    """A bundled OpenAPI document, as parsed JSON."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def at(self, reference: str) -> Any:
        """Return what a reference into this document points to, such as `#/components/schemas/Account`.

        Raises:
            ContractError: if the reference leads nowhere, or out of the document.
        """
        if not _LOCAL.match(reference):
            message = f"$ref {reference} leads out of the document"
            raise ContractError(message)
        node: Any = self.data
        for key in pointer_of(reference):
            try:
                node = node[int(key) if isinstance(node, list) else key]
            except (LookupError, TypeError, ValueError):
                message = f"$ref {reference} leads nowhere"
                raise ContractError(message) from None
        return node

    def follow(self, node: Any) -> Iterator[tuple[str, Any]]:
        """Yield each reference on the way from a node to what it stands for, with what it leads to.

        Raises:
            ContractError: if one leads nowhere, or back to itself.
        """
        passed: set[str] = set()
        while isinstance(node, dict) and isinstance(reference := node.get("$ref"), str):
            if reference in passed:
                message = f"$ref {reference} leads back to itself"
                raise ContractError(message)
            passed.add(reference)
            node = self.at(reference)
            yield reference, node

    def resolve(self, node: Any) -> dict[str, Any]:
        """Return an object, or what its `$ref` leads to, also by way of other references.

        Fields beside a `$ref` take the place of those of the target, as `summary` and `description` of a
        Reference Object do. The schemas `true` and `false` become `{}` and `{"not": {}}`.

        Raises:
            ContractError: if there is no object there, or the references form a circle.
        """
        if isinstance(node, dict) and "$ref" not in node:
            return node
        chain = [("an object of the document", node)]
        chain += [(f"$ref {reference}", target) for reference, target in self.follow(node)]
        beside: dict[str, Any] = {}
        for _, alias in reversed(chain[:-1]):
            beside |= {key: value for key, value in alias.items() if key != "$ref"}
        node = chain[-1][1]
        if isinstance(node, bool):
            node = {} if node else {"not": {}}
        if not isinstance(node, dict):
            message = f"{chain[-1][0]} should be a mapping; it is {json.dumps(node)[:80]}"
            raise ContractError(message)
        return {**node, **beside} if beside else node

    def locate(self, node: Any) -> tuple[str | int, ...] | None:
        """Return the keys that lead to an object; None for one that is not in the document as it is.

        What `resolve` returns for a reference with fields beside it is such a one.
        """
        return self._pointers.get(id(node))

    def closure(self, node: Any) -> dict[str, Any]:
        """Return everything that a node refers to, directly or not, by reference."""
        found: dict[str, Any] = {}
        waiting = list(references(node))
        while waiting:
            reference = waiting.pop()
            if reference not in found:
                found[reference] = self.at(reference)
                waiting.extend(references(found[reference]))
        return found

    def validator(self, schema: Any, *, mask: str | None = "the value") -> jsonschema_rs.Draft202012Validator:
        """Compile a schema of the document; `format` counts, and nothing is fetched.

        Args:
            schema: the schema.
            mask: what error messages say in place of values, which may be secret; None for the values.

        Raises:
            ContractError: if the schema is not valid, or has a reference that leads nowhere.
        """
        try:
            return jsonschema_rs.Draft202012Validator(
                _absolute(schema), registry=self._registry, validate_formats=True, mask=mask, offline=True
            )
        except (ValueError, jsonschema_rs.ReferencingError) as error:
            reason = str(error).partition("\n")[0] or "no reason given"
            message = f"a schema cannot be compiled: {reason}"
            raise ContractError(message) from error

    @cached_property
    def _pointers(self) -> dict[int, tuple[str | int, ...]]:
        pointers: dict[int, tuple[str | int, ...]] = {}
        waiting: list[tuple[tuple[str | int, ...], Any]] = [((), self.data)]
        while waiting:
            pointer, node = waiting.pop()
            if isinstance(node, dict):
                pointers[id(node)] = pointer
            entries = node.items() if isinstance(node, dict) else enumerate(node)
            waiting += [((*pointer, key), entry) for key, entry in entries if isinstance(entry, dict | list)]
        return pointers

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        return jsonschema_rs.Registry([(_BASE, self.data)])


def split_pointer(pointer: str) -> tuple[str, ...]:
    """Return the keys of a JSON pointer (RFC 6901)."""
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


@lru_cache(10_000)
def pointer_of(reference: str) -> tuple[str, ...]:
    """Return the keys that the fragment of a reference leads through (RFC 6901, section 6)."""
    return split_pointer(unquote(reference.partition("#")[2]))


def reference_to(pointer: Iterable[str | int]) -> str:
    """Return the reference to a place in the document, such as `#/paths/~1accounts`."""
    keys = (str(key).replace("~", "~0").replace("/", "~1") for key in pointer)
    return "#" + "".join(f"/{quote(key, safe='~')}" for key in keys)


def references(node: Any, *, names: bool = False) -> Iterator[str]:
    """Yield every reference in a part of a document, those of discriminator mappings and links included.

    Args:
        node: the part.
        names: whether the keys of the part are names, not keywords.
    """
    if isinstance(node, list):
        for item in node:
            yield from references(item)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if names:
            yield from references(value)
        elif key in {"$ref", "operationRef"} and isinstance(value, str):
            yield value
        elif key == "discriminator" and isinstance(value, dict):
            mapping = value.get("mapping")
            targets = mapping.values() if isinstance(mapping, dict) else ()
            yield from (_reference_of(target) for target in targets if isinstance(target, str))
        elif key not in VALUES and not (key == "examples" and isinstance(value, list)):
            yield from references(value, names=key in NAMED)


def _reference_of(target: str) -> str:
    """Return the reference that a target of a discriminator mapping stands for: it may be a schema's name."""
    return target if target.startswith("#") else f"#/components/schemas/{target}"


def _absolute(node: Any) -> Any:
    """Return a schema whose references into the document hold outside of it as well."""
    if isinstance(node, list):
        return [_absolute(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _BASE + value
        if key == "$ref" and isinstance(value, str) and value.startswith("#")
        else _absolute(value)
        for key, value in node.items()
    }
