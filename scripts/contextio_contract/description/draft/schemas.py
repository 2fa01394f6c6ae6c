"""Drafts of schemas: documented types, values and objects as JSON Schema."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Schema
from contextio_contract.contract.schema import COMPONENTS
from contextio_contract.description.evidence.facts import ARRAY, CLIENT_ONLY, Fact
from contextio_contract.description.evidence.values import TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import Contract


class SchemaDrafter:
    """Drafts the schemas of one page.

    Attributes:
        drafted: the components that were drafted, by name.
    """

    def __init__(self, page: str, documentation: Mapping[str, Fact], contract: Contract) -> None:
        self.drafted: dict[str, dict[str, Any]] = {}
        self._page = page
        self._documentation = documentation
        self._document = contract.document
        self._names = set(contract.schemas)
        self._transcripts = {
            documented: name
            for name, schema in contract.schemas.items()
            for documented in schema.get("x-documents", ())
        }

    def shape(self, response: Fact) -> dict[str, Any] | None:
        """Return a schema for the documented shape of a response; None for a shape in prose."""
        shape = str(response.data["shape"])
        home = PurePath(str(response.data.get("see", f"{self._page}.yaml"))).stem
        if shape.startswith(ARRAY):
            items = self._elements(home, shape.removeprefix(ARRAY))
            return {"type": "array", "description": "The elements of the list.", "items": items}
        plain = {**TYPES[shape], "description": "The answer."} if shape in TYPES else None
        return self._object(home, shape) or plain

    def value(self, fact: Fact, home: str | None = None) -> dict[str, Any]:
        """Return a schema for the value of a parameter or a field, without a description."""
        documented, home = str(fact.data["type"]), home or self._page
        schema: dict[str, Any] = dict(TYPES.get(documented, {"type": "string"}))
        if documented.startswith(ARRAY) or documented == "array":
            elements = documented.removeprefix(ARRAY) if documented != "array" else fact.data.get("items", "")
            schema = {"type": "array", "items": self._elements(home, str(elements))}
        elif schema.get("type") == "object":
            schema = self._object(home, str(fact.data.get("items", ""))) or schema
        if fact.data.get("nullable") and "type" in schema:
            schema["type"] = [schema["type"], "null"]
        if "enum" in fact.data:
            schema["enum"] = [value for value in fact.data["enum"] if value is not None]
            if len(set(map(type, schema["enum"]))) > 1:  # generators refuse several types
                schema |= {"type": "string", "enum": list(map(str, schema["enum"]))}
        bounds = {key: fact.data[key] for key in ("minimum", "maximum") if key in fact.data}
        return schema | bounds

    def described(self, schema: Mapping[str, Any], fact: Fact) -> dict[str, Any]:
        """Return a schema with the default of a fact, its deprecation and its meaning."""
        default = fact.data.get("default")
        is_valid = default is not None and Schema(dict(schema), self._document).is_valid(default)
        return {
            **schema,
            **({"default": default} if is_valid else {}),
            **({"deprecated": True} if fact.tier == "legacy" else {}),
            "description": sentence(fact.data.get("meaning", "")),
        }

    def _elements(self, home: str, documented: str) -> dict[str, Any]:
        plain = TYPES.get(documented, {"type": "string"})
        return self._object(home, documented) or {**plain, "description": "An element of the list."}

    def _object(self, home: str, name: str) -> dict[str, Any] | None:
        """Return a reference to the schema of a documented object; draft the schema if there is none."""
        pages = [page for page in (home, *self._documentation) if name in self._objects(page)]
        if not pages:
            return None
        documented = f"{pages[0]}.{name}"
        if documented not in self._transcripts:
            component = singular(name)
            if component in self._names:
                component = f"{pascal(singular(self._page))}{component}"
            self._names.add(component)
            self._transcripts[documented] = component
            self.drafted[component] = {}  # its place in the order, before those of its fields
            self.drafted[component] |= self._component(pages[0], name, documented)
        return {"$ref": f"{COMPONENTS}{self._transcripts[documented]}"}

    def _component(self, home: str, name: str, documented: str) -> dict[str, Any]:
        fields = [
            fact for fact in self._documentation[home].inner("objects", name) if fact.tier != CLIENT_ONLY
        ]
        sources = dict.fromkeys(code for fact in fields for code in fact.data.get("provenance", ()))
        values = {str(fact.data["name"]): self.described(self.value(fact, home), fact) for fact in fields}
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
        schema: dict[str, Any] = {
            "type": "object",
            "description": f"{words}, as it is answered.",
            "x-documents": [documented],
            "x-source": list(sources),
            "required": [fact.data["name"] for fact in fields if fact.tier == "seed"],
            "properties": {key: value for key, value in values.items() if key[0] != "<"},
        }
        schema = {key: value for key, value in schema.items() if value}
        further = [value for key, value in values.items() if key[0] == "<"]
        return schema | ({"additionalProperties": further[-1]} if further else {})

    def _objects(self, page: str) -> Mapping[str, Any]:
        fact = self._documentation.get(page)
        return {} if fact is None else fact.data["objects"]


def sentence(text: object) -> str:
    """Return a text as a sentence, which begins with a capital letter."""
    words = " ".join(str(text).split()) or "Not documented."
    words = words[0].upper() + words[1:] if words.split()[0].isalpha() else f"That is: {words}"
    return words if words.endswith((".", "!", "?")) else f"{words}."


def pascal(name: str) -> str:
    """Return a name in small letters in PascalCase."""
    return "".join(word.capitalize() for word in name.split("_"))


def singular(name: str) -> str:
    """Return a name in the singular."""
    for ending, single in (("ies", "y"), ("sses", "ss")):
        if name.endswith(ending):
            return name.removesuffix(ending) + single
    return re.sub(r"([^sui])s$", r"\1", name)
