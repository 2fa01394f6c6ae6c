"""Documented facts as OpenAPI: an operation, its form, and the schemas that its answers need."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import FORM, JSON
from contextio_contract.description.draft.examples import sample
from contextio_contract.description.evidence.facts import CLIENT_ONLY, Fact

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from contextio_contract.description.source.bundler import Bundle

_SHARED: Final = {"400": "BadRequest", "401": "Unauthorized", "404": "NotFound", "429": "TooManyRequests"}
_TYPES: Final[Mapping[str, Mapping[str, Any]]] = {
    "string (url)": {"type": "string", "format": "uri"},
    "integer (unix time)": {"type": "integer"},
    "number": {"type": "integer"},
    "map": {"type": "object"},
    "mixed": {},
    "file": {"type": "string"},
}
_IMPACTS: Final = {"get": "read", "delete": "destructive"}
_URL: Final = "../common.yaml#/schemas/HttpUrl"


@dataclass
class Draft:
    """What an operation needs.

    Attributes:
        path: its path.
        method: its method, in small letters.
        operation: the Operation Object.
        parameters: those of its path.
        schemas: the components of the page that it refers to, by name, those that exist left out.
    """

    path: str
    method: str
    operation: dict[str, Any]
    parameters: list[dict[str, Any]]
    schemas: dict[str, dict[str, Any]] = field(default_factory=dict)


class Drafter:
    """Drafts the operations of one page."""

    def __init__(self, page: str, documentation: Mapping[str, Fact], bundle: Bundle) -> None:
        """Take what is known.

        Args:
            page: the page's name.
            documentation: the documented pages by name.
            bundle: the description so far.
        """
        self._page = page
        self._documentation = documentation
        self._document = bundle.document
        components = bundle.document.get("components", {})
        self._parameters = components.get("parameters", {})
        self._homes = {
            name: bundle.positions["components", "schemas", name].file.partition("/")[2]
            for name in components.get("schemas", {})
        }
        self._transcribed = {
            documented: name
            for name, schema in components.get("schemas", {}).items()
            for documented in schema.get("x-documents", ())
        }
        self._known = dict(components.get("schemas", {}))
        self._schemas: dict[str, dict[str, Any]] = {}

    def documented(self) -> dict[tuple[str, str], Fact]:
        """Return the documented operations that are not described yet, by path and method."""
        page = self._documentation.get(self._page)
        facts = [] if page is None else page.inner("operations")
        found = {(fact.data["path"], fact.data["method"].lower()): fact for fact in facts}
        paths = self._document.get("paths", {})
        return {
            (path, method): fact
            for (path, method), fact in found.items()
            if fact.tier != CLIENT_ONLY and method not in paths.get(path, {})
        }

    def all(self) -> list[Draft]:
        """Return the drafts of these operations."""
        known = self.documented()
        paths = {path for path, _ in known}
        drafts: dict[str, Draft] = {}
        for (path, method), fact in known.items():
            verb = verb_of(path, method, fact, paths)
            verb = f"{verb}_{method}" if verb in drafts else verb
            drafts[verb] = self.draft(path, method, verb, fact)
        return list(drafts.values())

    def draft(self, path: str, method: str, verb: str, fact: Fact | None) -> Draft:
        """Return the draft of an operation.

        Args:
            path: its path.
            method: its method, in small letters.
            verb: what follows the page in its operationId, such as `list` or `get_body`.
            fact: its documentation, if there is any.
        """
        self._schemas = {}
        operation: dict[str, Any] = {"operationId": f"{self._page}_{verb}", "tags": [self._page]}
        sentence = f"{verb.partition('_')[0].capitalize()} {self._page.replace('_', ' ')}."
        rules = [] if fact is None else [str(rule.data["text"]) for rule in fact.inner("rules")]
        operation["summary"] = _sentence(fact.data["summary"] if fact else sentence)
        operation["description"] = " ".join(map(_sentence, rules)) or operation["summary"]
        if fact is not None and fact.tier == "legacy":
            operation["deprecated"] = True
        operation["x-impact"] = _IMPACTS.get(method, "write")
        operation["x-source"] = list(fact.data.get("provenance", ())) if fact else ["design"]
        known = () if fact is None else fact.parameters
        given = [one for one in known if one.tier != CLIENT_ONLY]
        query = [one for one in given if one.data["in"] in {"query", "header"}]
        form = [one for one in given if one.data["in"] == "form"]
        if {"limit", "offset"} <= {one.data["name"] for one in query}:
            operation["x-paging"] = {"limit": "limit", "offset": "offset", "maximum": 100}
        if query:
            operation["parameters"] = [self._parameter(one) for one in query]
        if form or (fact is None and method in {"post", "put", "patch"}):
            operation["requestBody"] = self._body(form, verb)
        operation["responses"] = self._responses(path, method, bool(query or form), fact)
        inside = {one.data["name"]: one for one in given if one.data["in"] == "path"}
        parameters = [self._path_parameter(path, name, inside) for name in re.findall(r"\{([^}]*)\}", path)]
        self._known |= self._schemas
        return Draft(path, method, operation, parameters, self._schemas)

    def _path_parameter(self, path: str, name: str, facts: Mapping[str, Fact]) -> dict[str, Any]:
        for component, parameter in self._parameters.items():
            shared = (parameter.get("in"), parameter.get("name")) == ("path", name)
            if shared and (name != "id" or path.startswith("/accounts/{id}")):
                return {"$ref": f"../common.yaml#/parameters/{component}"}
        meaning = facts[name].data.get("meaning", "") if name in facts else f"Tells which {name} is meant."
        return {
            "name": name,
            "in": "path",
            "required": True,
            "description": _sentence(meaning),
            "schema": {"type": "string"},
            "example": name,
        }

    def _parameter(self, fact: Fact) -> dict[str, Any]:
        parameter: dict[str, Any] = {"name": fact.data["name"], "in": fact.data["in"]}
        if fact.data.get("required") is True:
            parameter["required"] = True
        if fact.tier == "legacy":
            parameter["deprecated"] = True
        schema = self._value(fact, described=False)
        parameter |= {"description": _sentence(fact.data.get("meaning", "")), "schema": schema}
        return parameter | {"example": self._sample(schema, fact.data["name"])}

    def _sample(self, schema: dict[str, Any], name: str = "text") -> Any:
        return sample(schema, self._known | self._schemas, name)

    def _media_type(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {"schema": schema, "example": self._sample(schema)}

    def _body(self, facts: list[Fact], verb: str) -> dict[str, Any]:
        name = f"{_pascal(_singular(self._page))}{_pascal(verb)}Form"
        required = [fact.data["name"] for fact in facts if fact.data.get("required") is True]
        form: dict[str, Any] = {"type": "object", "description": "What is sent."}
        if required:
            form["required"] = required
        form["properties"] = {fact.data["name"]: self._field(fact) for fact in facts}
        self._schemas[name] = form
        body = {"description": "The fields of the form.", "content": {FORM: self._media_type(_local(name))}}
        return {"required": True, **body} if required else body

    def _field(self, fact: Fact) -> dict[str, Any]:
        if fact.data["type"] == "string (url)":
            return {"$ref": _URL, **self._remarks(fact)}
        return self._value(fact)

    def _responses(self, path: str, method: str, checked: bool, fact: Fact | None) -> dict[str, Any]:  # noqa: FBT001 - one caller
        ending = "" if method == "get" else "OnWrite"
        wanted = {"401", "429", *(["404"] if "{" in path else []), *(["400"] if checked else [])}
        found: dict[str, Any] = {}
        for answer in () if fact is None else fact.inner("responses"):
            status = str(answer.data["status"])
            if isinstance(answer.data["status"], int) and answer.data["status"] < 400:  # noqa: PLR2004 - success
                found[status] = found.get(status) or self._success(answer)
            elif isinstance(answer.data["status"], int):
                wanted.add(status)
        if not any(status.startswith("2") for status in found):
            found["201" if method == "post" and "{" not in path[-1:] else "200"] = {
                "description": "It was done.",
                "content": {JSON: self._media_type({"type": "object", "description": "The answer."})},
            }
        for status in sorted(wanted):
            name = _SHARED.get(status, "UnexpectedError")
            found[status] = {"$ref": f"../common.yaml#/responses/{name}{ending}"}
        return found | {"default": {"$ref": f"../common.yaml#/responses/UnexpectedError{ending}"}}

    def _success(self, answer: Fact) -> dict[str, Any]:
        shape = str(answer.data["shape"])
        several = shape.startswith("array of ")
        name = shape.removeprefix("array of ")
        home = PurePath(str(answer.data.get("see", f"{self._page}.yaml"))).stem
        element = self._object(home, name) or {"description": _sentence(f"The documentation says: {shape}")}
        schema = {"type": "array", "description": "The elements of the list.", "items": element}
        description = "The list." if several else "The answer."
        return {
            "description": description,
            "content": {JSON: self._media_type(schema if several else element)},
        }

    def _object(self, home: str, name: str) -> dict[str, Any] | None:
        """Return a reference to the schema of a documented object; draft the schema if there is none."""
        owners = [home, *(one for one in self._documentation if one != home)]
        page = next((self._documentation[one] for one in owners if name in self._objects(one)), None)
        if page is None:
            return None
        home = PurePath(page.file.name).stem
        if (documented := f"{home}.{name}") in self._transcribed:
            return self._reference(self._transcribed[documented])
        single = _singular(name)
        component = single if single not in self._homes else f"{_pascal(_singular(self._page))}{single}"
        self._transcribed[documented] = component
        self._homes[component] = f"resources/{self._page}.yaml"
        schema: dict[str, Any] = {"type": "object", "description": f"{_spaced(name)}, as it is answered."}
        inner = Fact(page.file, ("objects",), page.data["objects"]).inner(name)
        fields = {fact.data["name"]: fact for fact in inner if fact.tier != CLIENT_ONLY}
        codes = [code for fact in fields.values() for code in fact.data.get("provenance", ())]
        remarks = {"x-documents": [documented], "x-source": list(dict.fromkeys(codes))}
        self._schemas[component] = schema | {key: value for key, value in remarks.items() if value}
        required = [key for key, fact in fields.items() if fact.tier == "seed"]
        if required:
            self._schemas[component]["required"] = required
        properties = {key: self._value(fact, home) for key, fact in fields.items() if key[0] != "<"}
        if properties:
            self._schemas[component]["properties"] = properties
        for key, fact in fields.items():
            if key[0] == "<":
                self._schemas[component]["additionalProperties"] = self._value(fact, home)
        return self._reference(component)

    def _objects(self, page: str) -> Mapping[str, Any]:
        fact = self._documentation.get(page)
        return {} if fact is None else fact.data["objects"]

    def _reference(self, component: str) -> dict[str, Any]:
        home = self._homes[component]
        if home == f"resources/{self._page}.yaml":
            return _local(component)
        relative = PurePath(home).name if home.startswith("resources/") else f"../{home}"
        return {"$ref": f"{relative}#/schemas/{component}"}

    def _value(self, fact: Fact, home: str | None = None, *, described: bool = True) -> dict[str, Any]:
        stated, elements = str(fact.data["type"]), str(fact.data.get("items", ""))
        remarks = self._remarks(fact) if described else {}
        named = self._object(home or self._page, elements) if elements else None
        if stated in {"object", "map"} and named is not None:
            return {**named, **remarks}
        value: dict[str, Any] = dict(_TYPES.get(stated, {"type": stated.split(" ", maxsplit=1)[0]}))
        if fact.data.get("nullable") and "type" in value:
            value["type"] = [value["type"], "null"]
        if "enum" in fact.data:
            value["enum"] = [one for one in fact.data["enum"] if one is not None]
            if len(set(map(type, value["enum"]))) > 1:  # generators refuse several types
                value |= {"type": "string", "enum": list(map(str, value["enum"]))}
        if stated.startswith("array"):
            kind = _TYPES.get(elements, {"type": elements if elements.islower() else "string"})
            value["items"] = named or {**kind, "description": "An element of the list."}
        return {**value, **remarks}

    def _remarks(self, fact: Fact) -> dict[str, Any]:
        legacy = {"deprecated": True} if fact.tier == "legacy" else {}
        return {**legacy, "description": _sentence(fact.data.get("meaning", ""))}


def verb_of(path: str, method: str, fact: Fact, paths: Collection[str]) -> str:
    """Return what follows the page in the operationId of a documented operation.

    Args:
        path: its path.
        method: its method, in small letters.
        fact: its documentation.
        paths: the paths of the page; words that the shortest one lacks tell the operation's object.
    """
    base = min(paths, key=len)
    answers = [answer.data for answer in fact.inner("responses")]
    several = any(str(answer["shape"]).startswith("array of ") for answer in answers)
    several |= any(other.startswith(f"{path}/{{") for other in paths)
    created = any(answer["status"] == 201 for answer in answers)  # noqa: PLR2004 - Created
    verb = {"delete": "delete", "get": "list" if several and path[-1] != "}" else "get"}.get(
        method, "create" if created else "update"
    )
    extra = [word for word in re.findall(r"/(\w+)", path) if f"/{word}" not in base]
    return "_".join([verb, *extra])


def _local(name: str) -> dict[str, Any]:
    return {"$ref": f"#/schemas/{name}"}


def _sentence(text: object) -> str:
    words = " ".join(str(text).split()) or "Not documented."
    words = words[0].upper() + words[1:] if words.split()[0].isalpha() else f"That is: {words}"
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def _singular(name: str) -> str:
    for ending, single in (("ies", "y"), ("sses", "ss")):
        if name.endswith(ending):
            return name.removesuffix(ending) + single
    return re.sub(r"([^sui])s$", r"\1", name)
