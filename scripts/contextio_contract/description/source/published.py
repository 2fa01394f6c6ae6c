"""The bundle in the spelling that other people's tools read: the same meaning in fewer keywords.

EXTENSIONS.md ("The bundle") lists the differences from `spec/`, with the tools that need them.
"""

from __future__ import annotations

import re
from typing import Any, Final

from contextio_contract.contract import media_types
from contextio_contract.contract.document import NAMED, VALUES, Document, references

_SCHEMAS: Final = "#/components/schemas/"
_CALLBACKS: Final = "#/components/callbacks/"
_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})
_ANNOTATIONS: Final = frozenset({"$ref", "description", "title", "deprecated", "readOnly", "writeOnly"})
_FORMS: Final = (media_types.FORM, media_types.MULTIPART)


def published(document: dict[str, Any]) -> dict[str, Any]:
    """Return a bundle as it is published; publishing it once more changes nothing.

    Args:
        document: the bundle as `spec/` spells it, valid OpenAPI 3.1. It is not changed.
    """
    return _Publication(document).made


class _Publication:
    def __init__(self, document: dict[str, Any]) -> None:
        components = document.get("components", {})
        self._schemas = components.get("schemas", {})
        self._in_place = {
            _SCHEMAS + name: schema
            for name, schema in components.get("schemas", {}).items()
            if _gives_no_class(schema)
        } | {_CALLBACKS + name: callback for name, callback in components.get("callbacks", {}).items()}
        self.made: dict[str, Any] = self._spell(document)
        self._leave_out_unused()
        for server in self.made.get("servers", ()):
            _tell_of_variables(server)
        for form in _forms(self.made):
            for name, field in form.get("properties", {}).items():
                if "default" in field and name not in form.get("required", ()):
                    _tell_default(field)

    def _spell(self, node: Any, *, are_names: bool = False) -> Any:
        """Return a part of the document in the spelling of the publication.

        Args:
            node: the part.
            are_names: whether the keys of the part are names, not keywords.
        """
        if isinstance(node, list):
            return [self._spell(item) for item in node]
        if not isinstance(node, dict):
            return node
        if are_names:
            return {name: self._spell(value) for name, value in node.items()}
        node = self._with_single_members(_with_one_form(_respelled(self._put_in_place(node))))
        return {
            key: value if _is_value(key, value) else self._spell(value, are_names=key in NAMED)
            for key, value in node.items()
        }

    def _put_in_place(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return an object with what its reference, or that of its `schema`, means in place of it."""
        target = self._in_place.get(str(node.get("$ref")))
        if target is not None and not _constraints(node) & target.keys():
            return self._put_in_place({**target, **{key: node[key] for key in node if key != "$ref"}})
        schema = node.get("schema")
        if "description" in node and isinstance(schema, dict) and str(schema.get("$ref")) in self._in_place:
            # The description of a parameter says more than that of the schema, and tools show one of them.
            schema = self._put_in_place(schema)
            return {**node, "schema": {key: schema[key] for key in schema if key != "description"}}
        return node

    def _with_single_members(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return a schema that takes one object or a list of them, with the one object written out."""
        for keyword in ("oneOf", "anyOf"):
            members = schema.get(keyword)
            if not isinstance(members, list):
                continue
            listed = [member.get("items") for member in members if isinstance(member, dict)]
            written_out = [
                self._schemas.get(str(member["$ref"]).removeprefix(_SCHEMAS), member)
                if isinstance(member, dict) and member.keys() == {"$ref"} and member in listed
                else member
                for member in members
            ]
            schema = {**schema, keyword: written_out}
        return schema

    def _leave_out_unused(self) -> None:
        """Remove the components that were put in place everywhere."""
        used = set(references(self.made))
        for section in ("schemas", "callbacks"):
            entries = self.made.get("components", {}).get(section, {})
            for name in list(entries):
                reference = f"#/components/{section}/{name}"
                if reference in self._in_place and reference not in used:
                    del entries[name]
            if section in self.made.get("components", {}) and not entries:
                del self.made["components"][section]


def _constraints(schema: dict[str, Any]) -> set[str]:
    return {key for key in schema.keys() - _ANNOTATIONS if not key.startswith("x-")}


def _is_value(key: str, value: Any) -> bool:
    """Return whether plain data stands below a key."""
    return key in VALUES or key.startswith("x-") or (key == "examples" and isinstance(value, list))


def _gives_no_class(schema: Any) -> bool:
    """Return whether generators make no class of a schema: a scalar that enumerates no texts."""
    if not isinstance(schema, dict) or schema.get("type") not in _SCALARS:
        return False
    return schema["type"] != "string" or "enum" not in schema


def _respelled(schema: dict[str, Any]) -> dict[str, Any]:
    constant = schema.get("const")
    if schema.get("type") == "boolean" and isinstance(constant, bool) and "not" not in schema:
        # Many generators make an enumeration of texts of it.
        return {
            key if key != "const" else "not": value if key != "const" else {"const": not constant}
            for key, value in schema.items()
        }
    values = schema.get("enum")
    if isinstance(values, list) and "x-enum-varnames" not in schema and (names := _names(values)):
        return {**schema, "x-enum-varnames": names}
    return schema


def _with_one_form(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request body that takes the same form in two encodings, with the multipart form in prose."""
    content = body.get("content")
    if not isinstance(content, dict) or not content.keys() >= set(_FORMS):
        return body
    if content[media_types.FORM] != content[media_types.MULTIPART]:
        return body
    others = {name: media for name, media in content.items() if name != media_types.MULTIPART}
    text = f"{body.get('description', '')} It may also be sent as {media_types.MULTIPART}.".strip()
    return {**body, "description": text, "content": others, "x-multipart": True}


def _names(values: list[Any]) -> list[str]:
    """Return names of the values of an enumeration; none unless values differ in nothing but case."""
    texts = [value for value in values if isinstance(value, str)]
    if len({text.upper() for text in texts}) == len(texts) or len(texts) < len(values):
        return []
    names: list[str] = []
    for text in texts:
        name = re.sub(r"\W", "_", text.upper())
        names.append(f"{name}_LOWER" if name in names and text.islower() else name)
    return names if len(set(names)) == len(names) else []


def _tell_of_variables(server: dict[str, Any]) -> None:
    """Move what is said of a server's variables into its own description."""
    texts = [server.get("description", "")]
    for name, variable in server.get("variables", {}).items():
        if text := variable.pop("description", ""):
            texts.append(f"`{name}`: {text}")
    if description := " ".join(filter(None, texts)):
        server["description"] = description


def _forms(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the schemas of all forms of requests, and the parts of them, each once."""
    whole = Document(document)
    waiting: list[Any] = [
        body["content"][form].get("schema", {})
        for item in document.get("paths", {}).values()
        for operation in item.values()
        if isinstance(operation, dict) and "requestBody" in operation
        for body in (whole.resolve(operation["requestBody"]),)
        for form in _FORMS
        if form in body.get("content", {})
    ]
    found: dict[int, dict[str, Any]] = {}
    while waiting:
        schema = waiting.pop()
        chain = list(whole.follow(schema))
        schema = chain[-1][1] if chain else schema
        if isinstance(schema, dict) and id(schema) not in found:
            found[id(schema)] = schema
            waiting += schema.get("allOf", ())
    return list(found.values())


def _tell_default(field: dict[str, Any]) -> None:
    """Say in prose what a form field is without a value; some generators require fields with a default."""
    field["x-default"] = value = field.pop("default")
    field["description"] = f"{field.get('description', '')} Default: {value}.".strip()
