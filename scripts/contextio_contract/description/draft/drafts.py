"""Drafts of operations, made of documented facts and of what the description does in like cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import FORM, JSON, Contract, Document, PathTemplate, Schema
from contextio_contract.contract.operation import SAFE
from contextio_contract.contract.resources import list_in
from contextio_contract.contract.schema import COMPONENTS
from contextio_contract.contract.values import can_equal, example_value
from contextio_contract.description.draft.parts import Precedents, SchemaDrafter, pascal, sentence, singular
from contextio_contract.description.evidence.facts import ARRAY, CLIENT_ONLY, Fact
from contextio_contract.description.source.yaml import SourceFile

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_IMPACTS: Final = {"GET": "read", "DELETE": "destructive"}
_LOCATIONS: Final = ("path", "query", "header", "form")
_RESPONSES: Final = "#/components/responses/"
_UNDOCUMENTED: Final = Fact(SourceFile("", {}, {}), (), {"provenance": ["design"]})
"""Stands for an operation that is not documented; `design` is the source of what this project decides."""


@dataclass
class Draft:
    """An operation, the parameters of its path, and the schemas that it needs and the description lacks."""

    path: str
    method: str
    operation: dict[str, Any]
    parameters: list[dict[str, Any]]
    schemas: dict[str, dict[str, Any]]


class Drafter:
    """Drafts the operations of one page, and lists in `omitted` the documented facts that no draft has."""

    def __init__(self, page: str, documentation: Mapping[str, Fact], contract: Contract) -> None:
        self.omitted: list[str] = []
        self._page = page
        self._contract = contract
        self._precedents = Precedents(contract, documentation)
        self._schemas = SchemaDrafter(page, documentation, contract)
        self._facts = {
            (fact.data["method"], fact.data["path"]): fact
            for fact in documentation.get(page, _UNDOCUMENTED).inner("operations")
            if fact.tier != CLIENT_ONLY and not contract.find(fact.data["method"], fact.data["path"])
        }

    def draft_documented(self) -> list[Draft]:
        """Return drafts of the documented operations that are not described yet."""
        paths = {path for _, path in self._facts}
        drafts: dict[str, Draft] = {}
        for (method, path), fact in self._facts.items():
            verb = _verb(path, fact, paths)
            verb = f"{verb}_{method.lower()}" if verb in drafts else verb
            drafts[verb] = self.draft(method, path, verb)
        return list(drafts.values())

    def draft(self, method: str, path: str, verb: str) -> Draft:
        """Return the draft of an operation, whose verb follows the page in its operationId."""
        fact, template = self._facts.get((method, path), _UNDOCUMENTED), PathTemplate(path)
        drafted_before = len(self._schemas.drafted)
        inputs: dict[str, dict[str, Fact]] = {location: {} for location in _LOCATIONS}
        for parameter in fact.parameters:
            if parameter.tier != CLIENT_ONLY and parameter.data["in"] in inputs:
                inputs[parameter.data["in"]][parameter.data["name"]] = parameter
        operation = self._head(method, verb, fact)
        paging = self._precedents.paging(inputs["query"])
        successes = self._successes(template, method, verb, fact)
        outside = [*inputs["query"].values(), *inputs["header"].values()]
        parameters = [self._parameter(parameter, paging) for parameter in outside]
        success = Schema(next(iter(successes.values()))["content"][JSON]["schema"], self._document())
        listed = list_in(success) if method == "GET" and not template.names_resource else None
        if paging or listed:
            operation["x-list"] = self._list(paging, parameters, listed and listed[1])
        if parameters:
            operation["parameters"] = parameters
        if inputs["form"] or (fact is _UNDOCUMENTED and method in {"POST", "PUT", "PATCH"}):
            operation["requestBody"] = self._body(list(inputs["form"].values()), verb)
        operation["responses"] = successes | self._errors(template, method, operation, fact)
        self._add_examples(operation)
        self._note_omitted(fact)
        own = inputs["path"]
        in_path = [self._path_parameter(template, name, own.get(name)) for name in template.parameters]
        schemas = dict(list(self._schemas.drafted.items())[drafted_before:])
        return Draft(path, method.lower(), operation, in_path, schemas)

    def resources(self, drafts: list[Draft]) -> dict[str, dict[str, Any]]:
        """Return an x-resource for each collection without one that drafts create and read, by its path."""
        paths = dict(self._contract.bundle["paths"])
        for draft in drafts:
            paths[draft.path] = {**paths.get(draft.path, {}), draft.method: draft.operation}
        return {
            collection.path.text: self._precedents.resource(collection)
            for collection in Contract({**self._document().data, "paths": paths}).collections
            if collection.creates and collection.reads and not collection.resource
        }

    def _head(self, method: str, verb: str, fact: Fact) -> dict[str, Any]:
        rules = [sentence(rule.data["text"]) for rule in fact.inner("rules")]
        plain = f"{verb.partition('_')[0].capitalize()} {self._page.replace('_', ' ')}."
        summary = sentence(fact.data.get("summary", plain))
        return {
            "operationId": f"{self._page}_{verb}",
            "tags": [self._page],
            "summary": summary,
            "description": " ".join(rules) or summary,
            **({"deprecated": True} if fact.tier == "legacy" else {}),
            "x-impact": _IMPACTS.get(method, "write"),
            "x-source": list(fact.data.get("provenance", ())),
        }

    def _path_parameter(self, path: PathTemplate, name: str, fact: Fact | None) -> dict[str, Any]:
        meaning = fact.data.get("meaning", "") if fact else f"Tells which {name} is meant."
        return self._precedents.path_parameter(path, name) or {
            "name": name,
            "in": "path",
            "required": True,
            "description": sentence(meaning),
            "schema": {"type": "string"},
            "example": name,
        }

    def _parameter(self, fact: Fact, paging: Mapping[str, Any] | None) -> dict[str, Any]:
        value = self._input(fact)
        if paging and fact.data["name"] == paging["limit"]:
            value.pop("maximum", None)  # x-list says it: larger limits are taken for the maximum
        parameter = {"name": fact.data["name"], "in": fact.data["in"]}
        if fact.data.get("required") is True:
            parameter["required"] = True
        parameter |= {key: value.pop(key) for key in ("deprecated", "description") if key in value}
        return parameter | {"schema": value}

    def _list(
        self, paging: Mapping[str, Any] | None, parameters: list[dict[str, Any]], elements: Schema | None
    ) -> dict[str, Any]:
        """Return an x-list, in which a parameter with the name of a field filters by it, as far as it can."""
        filters: dict[str, Any] = {}
        others: dict[str, str] = {}
        fields = elements.properties if elements else {}
        for name, node in ((each["name"], each["schema"]) for each in parameters if each["in"] == "query"):
            if name in fields and can_equal(fields[name], Schema(node, self._document())):
                filters[name] = {"field": name, "match": "equal"}
            elif name not in (paging or {}).values():
                others[name] = f"Decide which field {name} compares and how, or say what else it does."
        stated = {"paging": paging, "filters": filters, "others": others}
        return {key: value for key, value in stated.items() if value}

    def _input(self, fact: Fact) -> dict[str, Any]:
        component = self._precedents.component(fact)
        value = {"$ref": f"{COMPONENTS}{component}"} if component else self._schemas.value(fact)
        return self._schemas.described(value, fact)

    def _body(self, facts: list[Fact], verb: str) -> dict[str, Any]:
        name = f"{pascal(singular(self._page))}{pascal(verb)}Form"
        required = [fact.data["name"] for fact in facts if fact.data.get("required") is True]
        self._schemas.drafted[name] = {
            "type": "object",
            "description": "What is sent.",
            **({"required": required} if required else {}),
            "properties": {fact.data["name"]: self._input(fact) for fact in facts},
        }
        return {
            **({"required": True} if required else {}),
            "description": "The fields of the form.",
            "content": {FORM: {"schema": {"$ref": f"{COMPONENTS}{name}"}}},
        }

    def _successes(self, path: PathTemplate, method: str, verb: str, fact: Fact) -> dict[str, Any]:
        schemas: dict[str, dict[str, Any]] = {}
        for response in fact.responses:
            shape, status = str(response.data["shape"]), str(response.data["status"])
            if int(status) >= HTTPStatus.BAD_REQUEST:
                continue
            schema = self._schemas.shape(response) if status not in schemas else None
            if schema is None:
                self._omit(response, f"the response {status} with {shape}")
            prose = {"type": "object", "description": sentence(f"The documentation says: {shape}")}
            schemas.setdefault(status, schema or prose)
        if not schemas:
            status = "201" if method == "POST" and not path.names_resource else "200"
            plain: dict[str, Any] = {"type": "object", "description": "The answer."}
            elements = {"type": "array", "description": "The elements of the list.", "items": plain}
            schemas[status] = elements if verb.startswith("list") else plain
        return {
            status: {
                "description": "The list." if schema.get("type") == "array" else "The answer.",
                "content": {JSON: {"schema": schema}},
            }
            for status, schema in schemas.items()
        }

    def _errors(
        self, path: PathTemplate, method: str, operation: Mapping[str, Any], fact: Fact
    ) -> dict[str, Any]:
        usual = {str(HTTPStatus.NOT_FOUND)} if path.parameters else set()
        usual |= {str(HTTPStatus.BAD_REQUEST)} if operation.keys() & {"parameters", "requestBody"} else set()
        documented = (int(response.data["status"]) for response in fact.responses)
        errors = [str(status) for status in documented if status >= HTTPStatus.BAD_REQUEST]
        components = self._precedents.errors(usual, errors, is_safe=method in SAFE)
        return {status: {"$ref": f"{_RESPONSES}{name}"} for status, name in components.items()}

    def _add_examples(self, operation: dict[str, Any]) -> None:
        """Add examples, when all schemas are there to which bodies and parameters may refer."""
        document = self._document()
        for parameter in operation.get("parameters", ()):
            parameter["example"] = example_value(Schema(parameter["schema"], document), full=True)
        for body in (operation.get("requestBody", {}), *operation["responses"].values()):
            for media_type in body.get("content", {}).values():
                media_type["example"] = self._precedents.example(Schema(media_type["schema"], document))

    def _document(self) -> Document:
        """Return the description with the schemas that are drafted so far."""
        bundle = self._contract.bundle
        components = bundle.get("components", {})
        schemas = {**components.get("schemas", {}), **self._schemas.drafted}
        return Document({**bundle, "components": {**components, "schemas": schemas}})

    def _note_omitted(self, fact: Fact) -> None:
        for parameter in fact.parameters:
            if parameter.data["in"] not in _LOCATIONS:
                self._omit(parameter, f"the parameter {parameter.data['name']} in {parameter.data['in']}")
        for response in fact.inner("responses"):
            if not isinstance(response.data["status"], int):
                self._omit(response, f"the status {response.data['status']}")
            if "content_type" in response.data:
                self._omit(response, f"the media type ({response.data['content_type']})")
        for encoding in fact.data.get("request_encoding", ()):
            if encoding != FORM:
                self._omit(fact, f"the request body as {encoding}")

    def _omit(self, fact: Fact, what: str) -> None:
        self.omitted.append(f"{fact.location}: {what}")


def _verb(path: str, fact: Fact, paths: Collection[str]) -> str:
    """Return a verb, and as its object the words that the shortest of the page's paths lacks."""
    lists = any(response.data["shape"].startswith(ARRAY) for response in fact.inner("responses"))
    lists |= any(other.startswith(f"{path}/{{") for other in paths)
    creates = any(response.data["status"] == HTTPStatus.CREATED for response in fact.responses)
    verbs = {"DELETE": "delete", "GET": "list" if lists and not path.endswith("}") else "get"}
    verb = verbs.get(fact.data["method"], "create" if creates else "update")
    words = [word for word in re.findall(r"/(\w+)", path) if f"/{word}" not in min(paths, key=len)]
    return "_".join([verb, *words])
