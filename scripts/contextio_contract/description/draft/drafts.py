"""Drafts of operations, from documented facts and from what the description does in similar cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import FORM, JSON, MULTIPART, Contract, Document, PathTemplate, Schema
from contextio_contract.contract.resources import list_in
from contextio_contract.contract.schema import COMPONENTS
from contextio_contract.contract.values import can_equal, example_value
from contextio_contract.description.draft.answers import AnswerDrafter, refusal_of
from contextio_contract.description.draft.parts import Precedents, SchemaDrafter, pascal, sentence, singular
from contextio_contract.description.evidence.facts import ARRAY, CLIENT_ONLY, Fact
from contextio_contract.description.source.yaml import SourceFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_IMPACTS: Final = {"list": "read", "get": "read", "delete": "destructive", "expunge": "destructive"}
_LOCATIONS: Final = ("path", "query", "header", "form", "body")
_BOUNDS: Final = {"before": "before", "after": "after", "min": "at-least", "max": "at-most"}
"""Matches of a filter by the end of its name, as `date_before` bounds `date`."""
_ACCEPT: Final = "Accept"
_URL: Final = "^[A-Za-z][A-Za-z0-9+.-]*:"
_UNDOCUMENTED: Final = Fact(SourceFile("", {}, {}), (), {"provenance": ["design"]})
"""Stands for an operation that is not documented; `design` is the source of what this project decides."""


@dataclass
class Draft:
    """An operation, what its path has for all operations, and the schemas that the description lacks."""

    path: str
    method: str
    operation: dict[str, Any]
    shared: dict[str, Any]
    schemas: dict[str, dict[str, Any]]


class Drafter:
    """Drafts the operations of one page, and lists in `omitted` the documented facts that no draft has."""

    def __init__(
        self, page: str, documentation: Mapping[str, Fact], contract: Contract, verbs: Collection[str] = ()
    ) -> None:
        self.omitted: list[str] = []
        self._verbs = verbs
        self._page = page
        self._contract = contract
        self._precedents = Precedents(contract, documentation)
        self._schemas = SchemaDrafter(page, documentation, contract)
        self._answers = AnswerDrafter(contract, self._precedents, self._schemas, self._omit)
        self._top = documentation.get(page, _UNDOCUMENTED)
        self._facts = {
            (fact.data["method"], fact.data["path"]): fact
            for fact in self._top.inner("operations")
            if fact.tier != CLIENT_ONLY and not contract.find(fact.data["method"], fact.data["path"])
        }

    def draft_documented(self) -> list[Draft]:
        """Return drafts of the documented operations that are not described yet."""
        paths = {path for _, path in self._facts}
        drafts: dict[str, Draft] = {}
        for (method, path), fact in self._facts.items():
            verb = _verb(path, fact, paths, self._verbs)
            verb = f"{verb}_{method.lower()}" if verb in drafts else verb
            drafts[verb] = self.draft(method, path, verb)
        operations = self._drafted(drafts.values()).operations.values()
        for draft in drafts.values():
            creates = next(each for each in operations if each.id == draft.operation["operationId"])
            if creates.success.status == str(HTTPStatus.CREATED.value):
                response = draft.operation["responses"][creates.success.status]
                links = self._answers.links(self._page, creates, operations)
                response |= {"links": links} if links else {}
        return list(drafts.values())

    def draft(self, method: str, path: str, verb: str) -> Draft:
        """Return the draft of an operation, whose verb follows the page in its operationId."""
        fact, template = self._facts.get((method, path), _UNDOCUMENTED), PathTemplate(path)
        drafted_before = len(self._schemas.drafted)
        inputs: dict[str, dict[str, Fact]] = {location: {} for location in _LOCATIONS}
        for parameter in fact.parameters:
            if parameter.tier != CLIENT_ONLY and parameter.data["in"] in inputs:
                inputs[parameter.data["in"]][parameter.data["name"]] = parameter
        operation = self._head(verb, fact)
        paging = self._precedents.paging(inputs["query"])
        successes = self._answers.successes(template, method, verb, fact)
        headers = [each for name, each in inputs["header"].items() if name != _ACCEPT]  # content says it
        parameters = [self._parameter(each, paging) for each in (*inputs["query"].values(), *headers)]
        operation |= {"x-switches": switches} if (switches := self._answers.switches(fact)) else {}
        json = next(iter(successes.values()))["content"].get(JSON)
        listed = json and list_in(Schema(json["schema"], self._document()))
        if paging or (listed and method == "GET" and not template.names_resource):
            operation["x-list"] = self._list(paging, parameters, switches, listed and listed[1])
        if parameters:
            operation["parameters"] = parameters
        if body := self._body(method, verb, fact, inputs):
            operation["requestBody"] = body
        location = "query" if inputs["query"] and not inputs["form"] else "form"
        fields = {name: each.data for name, each in inputs[location].items()}
        refusal = refusal_of(fields, location) or ("a parameter is wrong" if body else None)
        operation["responses"] = successes | self._answers.errors(template, method, fact, refusal)
        if callbacks := self._answers.callbacks(fact, inputs["form"]):
            operation["callbacks"] = callbacks
        self._add_examples(operation)
        self._note_omitted(fact)
        own = inputs["path"]
        in_path = [self._path_parameter(template, name, own.get(name)) for name in template.parameters]
        shared = {"servers": self._servers(), "parameters": in_path}
        schemas = dict(list(self._schemas.drafted.items())[drafted_before:])
        return Draft(
            path, method.lower(), operation, {key: each for key, each in shared.items() if each}, schemas
        )

    def resources(self, drafts: list[Draft]) -> dict[str, dict[str, Any]]:
        """Return an x-resource for each collection without one that drafts create and read, by its path."""
        return {
            collection.path.text: self._precedents.resource(collection)
            for collection in self._drafted(drafts).collections
            if collection.creates and collection.reads and not collection.has_resource
        }

    def _drafted(self, drafts: Iterable[Draft]) -> Contract:
        """Return the description with drafts in it."""
        paths = dict(self._contract.bundle["paths"])
        for draft in drafts:
            item = paths.get(draft.path, draft.shared)
            paths[draft.path] = {**item, draft.method: draft.operation}
        return Contract({**self._document().data, "paths": paths})

    def _servers(self) -> list[dict[str, Any]]:
        """Return the servers of a page outside the base path of the others; none for other pages."""
        base = self._contract.base_path
        if self._top.data.get("base_path", base) == base:
            return []
        return [
            {**server, "url": str(server["url"]).removesuffix(base)}
            for server in self._contract.bundle["servers"]
        ]

    def _head(self, verb: str, fact: Fact) -> dict[str, Any]:
        rules = [sentence(rule.data["text"]) for rule in fact.inner("rules")]
        plain = f"{verb.partition('_')[0].capitalize()} {self._page.replace('_', ' ')}."
        summary = sentence(fact.data.get("summary", plain))
        return {
            "operationId": f"{self._page}_{verb}",
            "tags": [self._page],
            "summary": summary,
            "description": " ".join(rules) or summary,
            **({"deprecated": True} if fact.tier == "legacy" else {}),
            "x-impact": _IMPACTS.get(verb.partition("_")[0], "write"),
            "x-source": list(fact.data.get("provenance", ())),
        }

    def _path_parameter(self, path: PathTemplate, name: str, fact: Fact | None) -> dict[str, Any]:
        meaning = (
            fact.data.get("meaning", "") if fact else f"Tells which {name.removesuffix('_id')} is meant."
        )
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
        self,
        paging: Mapping[str, Any] | None,
        parameters: list[dict[str, Any]],
        switches: Collection[str],
        elements: Schema | None,
    ) -> dict[str, Any]:
        """Return an x-list, in which a parameter with the name of a field filters by it, as far as it can."""
        filters: dict[str, Any] = {}
        others: dict[str, str] = {}
        fields = elements.properties if elements else {}
        for name, node in ((each["name"], each["schema"]) for each in parameters if each["in"] == "query"):
            stem, _, end = name.rpartition("_")
            if name in fields and can_equal(fields[name], Schema(node, self._document())):
                filters[name] = {"field": name, "match": "equal"}
            elif end in _BOUNDS and stem in fields and {"integer", "number"} & set(fields[stem].types):
                filters[name] = {"field": stem, "match": _BOUNDS[end]}
            elif name not in (paging or {}).values() and name not in switches:
                others[name] = f"Decide which field {name} compares and how, or say what else it does."
        stated = {"paging": paging, "filters": filters, "others": others}
        return {key: value for key, value in stated.items() if value}

    def _input(self, fact: Fact) -> dict[str, Any]:
        component = self._precedents.component(fact)
        value = {"$ref": f"{COMPONENTS}{component}"} if component else self._schemas.value(fact)
        return self._schemas.described(value, fact)

    def _body(
        self, method: str, verb: str, fact: Fact, inputs: Mapping[str, Mapping[str, Fact]]
    ) -> dict[str, Any] | None:
        for whole in inputs["body"].values():
            return {
                **({"required": True} if whole.data.get("required") is True else {}),
                "description": sentence(whole.data.get("meaning", "")),
                "content": {JSON: {"schema": self._input(whole)}},
            }
        facts = inputs["form"].values()
        if not facts and not (fact is _UNDOCUMENTED and method in {"POST", "PUT", "PATCH"}):
            return None
        name = f"{pascal(singular(self._page))}{pascal(verb)}Form"
        required = [each.data["name"] for each in facts if each.data.get("required") is True]
        self._schemas.drafted[name] = {
            "type": "object",
            "description": "What is sent.",
            **({"required": required} if required else {}),
            "properties": {each.data["name"]: _form_field(self._input(each)) for each in facts},
        }
        has_file = any(each.data["type"] == "file" for each in facts)
        encodings = [each.data["encoding"] for each in fact.encodings] or [FORM]
        schema = {"schema": {"$ref": f"{COMPONENTS}{name}"}}
        return {
            **({"required": True} if required else {}),
            "description": "The fields of the form.",
            "content": {each: dict(schema) for each in ([MULTIPART] if has_file else encodings)},
        }

    def _add_examples(self, operation: dict[str, Any]) -> None:
        """Add examples, when all schemas are there to which bodies and parameters may refer."""
        document = self._document()
        for parameter in operation.get("parameters", ()):
            parameter["example"] = example_value(Schema(parameter["schema"], document), full=True)
        bodies = {"request": operation.get("requestBody", {}), "answer": {}} | operation["responses"]
        for key, body in bodies.items():
            for media_type in body.get("content", {}).values():
                name, what = (
                    ("request", "What is sent") if key == "request" else ("answer", "What is answered")
                )
                value = self._precedents.example(Schema(media_type["schema"], document))
                media_type.setdefault("examples", {name: {"summary": what, "value": value}})

    def _document(self) -> Document:
        """Return the description with the schemas that are drafted so far."""
        bundle = self._contract.bundle
        components = bundle.get("components", {})
        schemas = {**components.get("schemas", {}), **self._schemas.drafted}
        return Document({**bundle, "components": {**components, "schemas": schemas}})

    def _note_omitted(self, fact: Fact) -> None:
        for response in fact.inner("responses"):
            if not isinstance(response.data["status"], int):
                self._omit(response, f"the status {response.data['status']}")

    def _omit(self, fact: Fact, what: str) -> None:
        self.omitted.append(f"{fact.location}: {what}")


def _form_field(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field, with a pattern for a URL: tools disagree on what `format: uri` takes."""
    return schema | {"pattern": _URL} if schema.get("format") == "uri" else schema


def _verb(path: str, fact: Fact, paths: Collection[str], verbs: Collection[str]) -> str:
    """Return a verb, and as its object the words that not all paths of the page have.

    The verb is the last word of the path if that is one, otherwise what the method and the answers tell.
    """
    lists = any(response.data["shape"].startswith(ARRAY) for response in fact.inner("responses"))
    lists |= any(other.startswith(f"{path}/{{") for other in paths)
    statuses = {response.data["status"] for response in fact.responses}
    common = set.intersection(*(set(re.findall(r"/(\w+)", each)) for each in paths))
    words = [word for word in re.findall(r"/(\w+)", path) if word not in common]
    if words and words[-1] in verbs:
        return "_".join([words.pop(), *words])
    usual = {
        "DELETE": "delete",
        "PUT": "replace",
        "GET": "list" if lists and not path.endswith("}") else "get",
    }
    verb = usual.get(fact.data["method"], "update")
    verb = (
        "create" if HTTPStatus.CREATED in statuses else "start" if HTTPStatus.ACCEPTED in statuses else verb
    )
    return "_".join([verb, *words])
