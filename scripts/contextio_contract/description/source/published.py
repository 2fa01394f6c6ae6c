"""The bundle in the spelling that other people's tools read: the same meaning in fewer keywords.

EXTENSIONS.md ("The bundle") lists the differences from `spec/`, with the tools that need them.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

from contextio_contract.contract import media_types
from contextio_contract.contract.document import Document, references
from contextio_contract.contract.spelling import rename_schemas, rewrite

_SCHEMAS: Final = "#/components/schemas/"
_CALLBACKS: Final = "#/components/callbacks/"
_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})
_ANNOTATIONS: Final = frozenset({"$ref", "description", "title", "deprecated", "readOnly", "writeOnly"})
_CLASSES: Final = frozenset(
    {"Blob", "Date", "Error", "Event", "File", "Headers", "Map", "Request", "Response", "URL"}
)
_UNIONS: Final = ("oneOf", "anyOf")
_FORMS: Final = (media_types.FORM, media_types.MULTIPART)


def published(document: dict[str, Any]) -> dict[str, Any]:
    """Return a bundle as it is published; publishing it once more changes nothing.

    `contract.spelling.restored` puts back what is hidden in extensions; so restored, it publishes the same.

    Args:
        document: the bundle as `spec/` spells it, valid OpenAPI 3.1. It is not changed.
    """
    return _Publication(document).made


class _Publication:
    def __init__(self, document: dict[str, Any]) -> None:
        components = document.get("components", {})
        self._schemas = components.get("schemas", {})
        self._in_place = {
            _SCHEMAS + name: schema for name, schema in self._schemas.items() if gives_no_class(schema)
        } | {_CALLBACKS + name: callback for name, callback in components.get("callbacks", {}).items()}
        self.made = cast("dict[str, Any]", rewrite(document, self._respell))
        self._leave_out_unused()
        self._rename_classes()
        self._name_unions()
        for form in _forms(self.made):
            for name, field in form.get("properties", {}).items():
                if "default" in field and name not in form.get("required", ()):
                    _tell_default(field, field)

    def _respell(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return an object of the document in the spelling of the publication."""
        node = _without_length(_without_constant(self._put_in_place(node)))
        for keyword in _UNIONS:
            if isinstance(node.get(keyword), list):
                node = self._respell_union(node, keyword)
        return _without_described_variables(_with_one_form(_with_names(node)))

    def _put_in_place(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return an object with what its reference, or that of its `schema`, means in place of it."""
        target = self._in_place.get(str(node.get("$ref")))
        if target is not None and not _constraints(node) & target.keys():
            return self._put_in_place({**target, **{key: node[key] for key in node if key != "$ref"}})
        schema = node.get("schema")
        if "description" not in node or not isinstance(schema, dict):
            return node
        if str(schema.get("$ref")) in self._in_place:
            # The description of a parameter says more than that of the schema, and tools show one of them.
            schema = self._put_in_place(schema)
            node = {**node, "schema": {key: schema[key] for key in schema if key != "description"}}
        elif "default" in schema and any(keyword in schema for keyword in _UNIONS):
            schema = dict(schema)
            node = {**node, "schema": schema}
            _tell_default(schema, node)
        return node

    def _respell_union(self, schema: dict[str, Any], keyword: str) -> dict[str, Any]:
        """Return a schema with members that generators make one class of, each in its own way."""
        members = schema[keyword]
        listed = [member.get("items") for member in members if isinstance(member, dict)]
        respelled = []
        for member in members:
            if not isinstance(member, dict):
                respelled.append(member)
                continue
            target = self._schemas.get(str(member.get("$ref")).removeprefix(_SCHEMAS), {})
            if len(members) > 1 and {"type": "null"} in members and _is_map(target):
                others = {key: schema[key] for key in schema if key != keyword}
                return {**target, **others, "type": [target["type"], "null"]}
            if member.keys() == {"$ref"} and member in listed:
                respelled.append(target or member)
            elif member.get("type") == "string" and "const" in member:
                respelled.append({("enum" if k == "const" else k): _value(k, v) for k, v in member.items()})
            else:
                respelled.append(member)
        return {**schema, keyword: respelled}

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

    def _rename_classes(self) -> None:
        """Rename schemas whose classes would hide those of JavaScript, such as the file of an upload."""
        schemas = self.made.get("components", {}).get("schemas", {})
        names = {
            name: f"{name}Object" for name in schemas if name in _CLASSES and f"{name}Object" not in schemas
        }
        if names:
            self.made = rename_schemas(self.made, names)
            for old, new in names.items():
                self.made["components"]["schemas"][new]["x-name"] = old

    def _name_unions(self) -> None:
        """Give a title to unions that generators would call by the name of a component."""
        schemas = self.made.get("components", {}).get("schemas", {})
        for name, schema in schemas.items():
            for field, described in schema.get("properties", {}).items():
                given = name + field[:1].upper() + field[1:]
                if given in schemas and any(keyword in described for keyword in _UNIONS):
                    described.setdefault("title", f"{given}Value")


def _value(key: str, value: Any) -> Any:
    return [value] if key == "const" else value


def _constraints(schema: dict[str, Any]) -> set[str]:
    return {key for key in schema.keys() - _ANNOTATIONS if not key.startswith("x-")}


def gives_no_class(schema: Any) -> bool:
    """Return whether generators make no class of a schema: a scalar that enumerates no texts."""
    if not isinstance(schema, dict) or schema.get("type") not in _SCALARS:
        return False
    return schema["type"] != "string" or "enum" not in schema


def _is_map(schema: dict[str, Any]) -> bool:
    return schema.get("type") == "object" and "properties" not in schema and "additionalProperties" in schema


def _without_constant(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a constant boolean without `const`, of which generators make texts."""
    constant = schema.get("const")
    if schema.get("type") != "boolean" or not isinstance(constant, bool) or "not" in schema:
        return schema
    opposite = {"const": not constant}
    return {
        ("not" if key == "const" else key): opposite if key == "const" else value
        for key, value in schema.items()
    }


def _without_length(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a file with its greatest length hidden; Go measures it as a text."""
    if schema.get("format") != "binary" or "maxLength" not in schema:
        return schema
    return {("x-maxLength" if key == "maxLength" else key): value for key, value in schema.items()}


def _with_names(schema: dict[str, Any]) -> dict[str, Any]:
    """Return an enumeration with names for its values if some differ in nothing but case."""
    values = schema.get("enum")
    if not isinstance(values, list) or "x-enum-varnames" in schema:
        return schema
    texts = [value for value in values if isinstance(value, str)]
    if len({text.upper() for text in texts}) == len(texts) or len(texts) < len(values):
        return schema
    names: list[str] = []
    for text in texts:
        name = re.sub(r"\W", "_", text.upper())
        names.append(f"{name}_LOWER" if name in names and text.islower() else name)
    return {**schema, "x-enum-varnames": names} if len(set(names)) == len(names) else schema


def _with_one_form(body: dict[str, Any]) -> dict[str, Any]:
    """Return a request body that takes the same form in two encodings, with the multipart form in prose."""
    content = body.get("content")
    if not isinstance(content, dict) or not content.keys() >= set(_FORMS):
        return body
    if content[media_types.FORM] != content[media_types.MULTIPART]:
        return body
    others = {name: media for name, media in content.items() if name != media_types.MULTIPART}
    text = _with_sentence(body, f"It may also be sent as {media_types.MULTIPART}.")
    return {**body, "description": text, "content": others, "x-multipart": True}


def _without_described_variables(server: dict[str, Any]) -> dict[str, Any]:
    """Return a server with what is said of its variables in its own description."""
    variables = server.get("variables")
    if "url" not in server or not isinstance(variables, dict):
        return server
    texts = [server.get("description", "")]
    texts += [f"`{name}`: {each['description']}" for name, each in variables.items() if "description" in each]
    return {
        **server,
        **({"description": text} if (text := " ".join(filter(None, texts))) else {}),
        "variables": {
            name: {key: value for key, value in each.items() if key != "description"}
            for name, each in variables.items()
        },
    }


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


def _tell_default(schema: dict[str, Any], described: dict[str, Any]) -> None:
    """Say in prose what a value is if it is left out; some generators fail at the keyword.

    Args:
        schema: the schema with the default, which gets `x-default` in its place.
        described: the object whose description says it: the schema, or the parameter around it.
    """
    schema["x-default"] = value = schema.pop("default")
    described["description"] = _with_sentence(described, f"Default: {value}.")


def _with_sentence(described: dict[str, Any], sentence: str) -> str:
    """Return the description of an object with a sentence at its end, unless it is there."""
    text = str(described.get("description", ""))
    return text if text.endswith(sentence) else f"{text} {sentence}".strip()
