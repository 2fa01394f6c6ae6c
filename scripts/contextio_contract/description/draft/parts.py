"""Parts of drafts: what the description does in similar cases, and documented schemas."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema
from contextio_contract.contract.schema import COMPONENTS
from contextio_contract.contract.values import can_show, example_value
from contextio_contract.description.evidence.facts import ARRAY, CLIENT_ONLY, Fact, fields
from contextio_contract.description.evidence.shapes import TYPES
from contextio_contract.description.evidence.values import inputs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from contextio_contract.contract import Collection as Resources
    from contextio_contract.contract import Contract, PathTemplate

_STRING: Final = {"type": "string"}
_NULL: Final = {"type": "null"}
_PARTICIPLES: Final = {"create": "Created", "update": "Updated", "delete": "Deleted"}


class Precedents:
    """What the operations of a description have in common."""

    def __init__(self, contract: Contract, documentation: Mapping[str, Fact]) -> None:
        self._contract = contract
        self._documentation = documentation
        self._operations = list(contract.operations.values())

    def errors(self, usual: Collection[str], documented: Collection[str], *, is_safe: bool) -> dict[str, str]:
        """Return the component that most operations with a safe or unsafe method have, by error status.

        Beside the statuses of all operations, these are usual ones with a component, and documented ones.
        """
        alike = [operation.responses for operation in self._operations if operation.is_safe == is_safe]
        errors = [
            {status: each.name for status, each in responses.items() if each.name and not each.is_success}
            for responses in alike
        ]
        uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for status, name in (use for names in errors for use in names.items()):
            uses[status][name] += 1
        components = {status: names.most_common(1)[0][0] for status, names in uses.items()}
        common = set.intersection(*map(set, errors)) if errors else set()
        if "default" in components:
            components = {**dict.fromkeys(documented, components["default"]), **components}
        wanted = {*common, *usual, *documented}
        return {status: components[status] for status in sorted(components) if status in wanted}

    def path_parameter(self, path: PathTemplate, name: str) -> dict[str, Any] | None:
        """Return the parameter of an operation where the same segment stands before the same name."""
        pair = next(pair for pair in pairwise(("", *path.segments)) if pair[1] == f"{{{name}}}")
        for operation in self._operations:
            if pair in pairwise(operation.path.segments):
                for node in (*operation.item.get("parameters", ()), *operation.node.get("parameters", ())):
                    if self._contract.document.resolve(node).get("name") == name:
                        return dict(node)
        return None

    def paging(self, parameters: Mapping[str, Fact]) -> dict[str, Any] | None:
        """Return the paging of a list with these parameters; None for a list without pages."""
        for paging in filter(None, (operation.paging for operation in self._operations)):
            if paging.parameters <= parameters.keys():
                limit = parameters[paging.limit].data
                default = {"default": limit["default"]} if limit.get("default") is not None else {}
                maximum = limit.get("maximum", paging.maximum)
                return {"limit": paging.limit, "offset": paging.offset, "maximum": maximum, **default}
        return None

    def resource(self, collection: Resources) -> dict[str, Any]:
        """Return an x-resource for a collection that creates and reads, with fields that others have too."""
        roles = (collection.reads, collection.creates)
        answers = [each.success.schema if each else None for each in roles]
        read, created = (schema.properties if schema else {} for schema in answers)
        others = [each.resource for each in self._contract.collections]
        forms = [each.form_fields for each in collection.operations]
        hidden = {
            name: False
            for fields in forms
            for name, field in fields.items()
            if name in read and not can_show(read[name], field)
        }
        stated: dict[str, Any] = {
            "kind": singular(collection.path.segments[-1]).replace("_", " "),
            "key": next((name for name in collection.name_fields if name in read.keys() & created), None),
            "created": next((each.created for each in others if each.created in read), None),
            "url": next((each.url for each in others if each.url in read.keys() & created), None),
            "initial": {},
            "reads-back": hidden or None,
        }
        return {key: value for key, value in stated.items() if value is not None}

    def component(self, fact: Fact) -> str | None:
        """Return the schema that most described inputs of the same documented type and values refer to."""
        return next((name for name, _ in self._components[_kind(fact)].most_common(1)), None)

    @cached_property
    def _components(self) -> defaultdict[tuple[str, ...], Counter[str | None]]:
        components: defaultdict[tuple[str, ...], Counter[str | None]] = defaultdict(Counter)
        for operation in (fact for page in self._documentation.values() for fact in page.inner("operations")):
            described = self._contract.find(operation.data["method"], operation.data["path"])
            inputs = inputs_of(described) if described else {}
            for fact in operation.parameters:
                target = inputs.get((fact.data["in"], fact.data["name"]))
                if target and target.schema:
                    components[_kind(fact)][target.schema.name] += 1
        return components

    def example(self, schema: Schema) -> Any:
        """Return an example of a body: one that the description has for such a body, or else any value."""
        for operation in self._operations:
            for body in filter(None, (operation.body, *operation.responses.values())):
                for media_type in body.content.values():
                    if media_type.examples and _is_alike(media_type.schema, schema):
                        return media_type.example
        return example_value(schema, full=True)


def _kind(fact: Fact) -> tuple[str, ...]:
    return fact.data["in"], fact.data["type"], *map(str, fact.data.get("enum", ()))


def _is_alike(schema: Schema, other: Schema) -> bool:
    """Return whether two schemas refer to the same component, or are arrays of the same."""
    names, others = ([each.name, each.items and each.items.name] for each in (schema, other))
    return names == others != [None, None]


class SchemaDrafter:
    """Drafts the schemas of one page, and keeps those that are components in `drafted`, by name."""

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

    def undocumented(self, verb: str) -> dict[str, Any]:
        """Return a reference to what an operation of an own page answers: the object, or that it was done."""
        plain, _, part = verb.partition("_")
        done = {"success": {"type": "boolean", "description": "Whether it was done."}}
        name = f"{pascal(singular(self._page))}{pascal(part)}{_PARTICIPLES.get(plain, '')}"
        schema = {
            "type": "object",
            "description": f"What {verb.replace('_', ' ')} answers.",
            "x-source": ["design"],
            **(
                {"required": ["success"], "properties": done} if plain in _PARTICIPLES else {"properties": {}}
            ),
        }
        if name not in self._names:
            self._names.add(name)
            self.drafted[name] = schema
        return {"$ref": f"{COMPONENTS}{name}"}

    def complete_error(self, schema: Mapping[str, Any]) -> None:
        """Let the drafted component that a schema refers to have and require `value`, which clients read."""
        component = self.drafted.get(schema.get("$ref", "").rpartition("/")[2], {})
        if "properties" in component:
            component["required"] = list(dict.fromkeys([*component.get("required", ()), "value"]))
            value = {"type": "string", "description": "What went wrong.", "x-source": ["design"]}
            component["properties"].setdefault("value", value)

    def value(self, fact: Fact, home: str | None = None) -> dict[str, Any]:
        """Return a schema for the value of a parameter or a field, without a description."""
        documented, home = str(fact.data["type"]), home or self._page
        items = str(fact.data.get("items", ""))
        schema = dict(TYPES.get(documented, _STRING))
        if documented.startswith(ARRAY) or documented == "array":
            elements = items if documented == "array" else documented.removeprefix(ARRAY)
            schema = {"type": "array", "items": self._elements(home, elements)}
        elif schema.get("type") == "object":
            schema = self._object(home, items) or schema
        if fact.data.get("nullable"):
            null = (
                {"type": [schema["type"], "null"]} if "type" in schema else {"anyOf": [dict(schema), _NULL]}
            )
            schema = (schema if "type" in schema else {}) | null
        if "enum" in fact.data:
            schema["enum"] = [value for value in fact.data["enum"] if value is not None]
            if len(kinds := dict.fromkeys(map(type, schema["enum"]))) > 1:  # generators refuse several types
                schema = {"oneOf": [_enum(schema["enum"], kind) for kind in kinds]}
        bounds = {"minimum": "minimum", "maximum": "maxLength" if documented == "file" else "maximum"}
        return schema | {keyword: fact.data[key] for key, keyword in bounds.items() if key in fact.data}

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
        plain = TYPES.get(documented, _STRING)
        return self._object(home, documented) or {**plain, "description": "An element of the list."}

    def _object(self, home: str, name: str) -> dict[str, Any] | None:
        """Return a reference to the schema of a documented object; draft the schema if there is none."""
        documentation = self._documentation
        pages = (page for page in (home, *documentation) if page in documentation)
        page = next((page for page in pages if name in documentation[page].data["objects"]), None)
        if page is None:
            return None
        documented = f"{page}.{name}"
        if documented not in self._transcripts:
            component = singular(name)
            if component in self._names:
                component = f"{pascal(singular(self._page))}{component}"
            component = re.sub("(?<=.)Error$", "Problem", component)  # clients name their exceptions so
            self._names.add(component)
            self._transcripts[documented] = component
            self.drafted[component] = {}  # its place in the order, before those of its fields
            self.drafted[component] |= self._component(page, name)
        return {"$ref": f"{COMPONENTS}{self._transcripts[documented]}"}

    def _component(self, page: str, name: str) -> dict[str, Any]:
        facts = [fact for fact in fields(self._documentation[page], name) if fact.tier != CLIENT_ONLY]
        values = {str(fact.data["name"]): self.described(self.value(fact, page), fact) for fact in facts}
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
        further = [value for key, value in values.items() if key.startswith("<")]
        schema: dict[str, Any] = {
            "type": "object",
            "description": f"{words}, as it is answered.",
            "x-documents": [f"{page}.{name}"],
            "x-source": list(
                dict.fromkeys(code for fact in facts for code in fact.data.get("provenance", ()))
            ),
            "required": [fact.data["name"] for fact in facts if fact.tier == "seed"],
            "properties": {key: value for key, value in values.items() if not key.startswith("<")},
            "additionalProperties": further[-1] if further else None,
        }
        return {key: value for key, value in schema.items() if value}


def _enum(values: list[Any], kind: type) -> dict[str, Any]:
    types = {int: "integer", str: "string", bool: "boolean", float: "number"}
    return {"type": types[kind], "enum": [value for value in values if type(value) is kind]}


def sentence(text: object) -> str:
    """Return a text as a sentence, which begins with a capital letter, or with a name in its own spelling."""
    words = " ".join(str(text).split()) or "Not documented."
    first, _, rest = words.partition(" ")
    if first.isdecimal():
        words = f"The value {words}"
    elif first.rstrip(".,:;").isalpha():
        words = words[0].upper() + words[1:]
    else:
        words = f"`{first}` {rest}" if first[0].islower() else words
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
