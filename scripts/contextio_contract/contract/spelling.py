"""Spelling of a document: objects rewritten, schemas renamed, hidden keywords put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from contextio_contract.contract import media_types
from contextio_contract.contract.document import NAMED, VALUES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SCHEMAS: Final = "#/components/schemas/"
_HIDDEN: Final = {"x-default": "default", "x-maxLength": "maxLength"}
"""Keywords that a published bundle hides from other tools, by the names that it gives them."""


def restored(document: dict[str, Any]) -> dict[str, Any]:
    """Return a bundle with what its publication hides from other tools (EXTENSIONS.md, "The bundle")."""
    document = rewrite(document, _restore)
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    names = {
        name: str(schema.pop("x-name"))
        for name, schema in (schemas.items() if isinstance(schemas, dict) else ())
        if isinstance(schema, dict) and "x-name" in schema
    }
    return rename_schemas(document, names) if names else document


def rewrite(node: Any, change: Callable[[dict[str, Any]], dict[str, Any]], *, names: bool = False) -> Any:
    """Return a part of a document with each of its objects changed, from the outermost inwards.

    Args:
        node: the part; it is not changed.
        change: returns what stands in place of an object.
        names: whether the keys of the part are names, not keywords.
    """
    if isinstance(node, list):
        return [rewrite(item, change) for item in node]
    if not isinstance(node, dict):
        return node
    if names:
        return {name: rewrite(value, change) for name, value in node.items()}
    return {
        key: value if _is_data(key, value) else rewrite(value, change, names=key in NAMED)
        for key, value in change(node).items()
    }


def rename_schemas(document: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Return a document whose schemas have other names, and are referred to by them.

    Args:
        document: the bundle; it is not changed.
        names: the new names by the old ones.
    """

    def renamed(reference: str) -> str:
        name, slash, rest = reference.removeprefix(_SCHEMAS).partition("/")
        is_one = reference.startswith(_SCHEMAS) and name in names
        return f"{_SCHEMAS}{names[name]}{slash}{rest}" if is_one else names.get(reference, reference)

    def rename(node: dict[str, Any]) -> dict[str, Any]:
        if isinstance(node.get("$ref"), str):
            node = {**node, "$ref": renamed(node["$ref"])}
        if isinstance(mapping := node.get("mapping"), dict):
            node = {**node, "mapping": {value: renamed(str(target)) for value, target in mapping.items()}}
        return node

    document = cast("dict[str, Any]", rewrite(document, rename))
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {names.get(name, name): each for name, each in schemas.items()}
    return document


def _restore(node: dict[str, Any]) -> dict[str, Any]:
    node = {_HIDDEN.get(key, key): value for key, value in node.items()}
    content = node.get("content")
    if node.pop("x-multipart", False) and isinstance(content, dict) and media_types.FORM in content:
        node["content"] = {**content, media_types.MULTIPART: content[media_types.FORM]}
    return node


def _is_data(key: str, value: Any) -> bool:
    """Return whether plain data stands below a keyword."""
    return key in VALUES or key.startswith("x-") or (key == "examples" and isinstance(value, list))
