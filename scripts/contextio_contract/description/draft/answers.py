"""Drafts of answers, of callbacks, and of links to what an answer lets a client do next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import JSON, Contract, Operation, PathTemplate, Schema
from contextio_contract.contract.media_types import TEXT
from contextio_contract.contract.operation import SAFE
from contextio_contract.description.draft.parts import Precedents, SchemaDrafter, pascal, sentence, singular
from contextio_contract.description.evidence.facts import Fact
from contextio_contract.description.evidence.shapes import ANY_MEDIA_TYPE, forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_RESPONSES: Final = "#/components/responses/"
_BAD_REQUEST: Final = str(HTTPStatus.BAD_REQUEST)
_SWITCH: Final = re.compile(r"(\w+)=(\w+)")
"""A documented case: the parameter and its value with which a shape is answered."""


@dataclass(frozen=True)
class AnswerDrafter:
    """Drafts what the operations of one page answer, and says through `omit` which facts it leaves out."""

    contract: Contract
    precedents: Precedents
    schemas: SchemaDrafter
    omit: Callable[[Fact, str], None]

    def successes(self, path: PathTemplate, method: str, verb: str, fact: Fact) -> dict[str, Any]:
        """Return the responses with a status below 400, with all documented shapes of each."""
        content: dict[str, dict[str, list[dict[str, Any]]]] = {}
        for response in fact.responses:
            if int(response.data["status"]) < HTTPStatus.BAD_REQUEST:
                shapes = content.setdefault(str(response.data["status"]), {})
                shapes.setdefault(_media_type(response), []).append(self._shape(response))
        if not content:
            status = "201" if method == "POST" and not path.names_resource else "200"
            plain = self.schemas.undocumented(verb)
            elements = {"type": "array", "description": "The elements of the list.", "items": plain}
            content[status] = {JSON: [elements if verb.startswith("list") else plain]}
        responses: dict[str, Any] = {}
        for status, shapes in content.items():
            is_list = any("items" in schema for schema in shapes.get(JSON, ()))
            bodies = {name: {"schema": _any_of(schemas)} for name, schemas in shapes.items()}
            responses[status] = {"description": "The list." if is_list else "The answer.", "content": bodies}
        return responses

    def switches(self, fact: Fact) -> dict[str, Any]:
        """Return an x-switches for the shapes that a documented parameter asks for."""
        switches: dict[str, Any] = {}
        names = {each.data["name"] for each in fact.parameters}
        for response in fact.responses:
            when = str(response.data.get("when", ""))
            match, media_type = _SWITCH.fullmatch(when), _media_type(response)
            if int(response.data["status"]) >= HTTPStatus.BAD_REQUEST or not when:
                continue
            elements = self._shape(response).get("items", {}).get("$ref", "").rpartition("/")[2]
            if not match or match[1] not in names or (media_type == JSON and not elements):
                self.omit(response, f"when it answers {response.data['shape']} ({when})")
                continue
            value = int(match[2]) if match[2].isdecimal() else match[2]
            effect = {"answers": media_type} if media_type != JSON else {"elements": elements}
            switches.setdefault(match[1], []).append({"value": value, **effect})
        return switches

    def errors(self, path: PathTemplate, method: str, fact: Fact, refusal: str | None) -> dict[str, Any]:
        """Return the responses for errors; a refusal is the text of the example of 400."""
        usual = {str(HTTPStatus.NOT_FOUND)} if path.parameters else set()
        usual |= {_BAD_REQUEST} if refusal else set()
        failures = [each for each in fact.responses if int(each.data["status"]) >= HTTPStatus.BAD_REQUEST]
        documented = {str(each.data["status"]): each for each in failures}
        components = self.precedents.errors(usual, documented, is_safe=method in SAFE)
        responses: dict[str, Any] = {
            status: {"$ref": f"{_RESPONSES}{name}"} for status, name in components.items()
        }
        for status, response in documented.items():
            shape, name = self._shape(response), components.get(status)
            if name is None or not self._has_shape(name, shape):
                what = sentence(response.data.get("when", "The request failed"))
                self.schemas.complete_error(shape)
                responses[status] = {"description": what, "content": {JSON: {"schema": shape}}}
        if refusal and "$ref" in responses.get(_BAD_REQUEST, {}):
            unchanged = "" if method in SAFE else " Nothing was changed."
            what = f"A parameter is missing or wrong.{unchanged}"
            responses[_BAD_REQUEST] = self._refused(components[_BAD_REQUEST], what, refusal)
        return responses

    def _has_shape(self, component: str, shape: Mapping[str, Any]) -> bool:
        """Return whether a response that is a component has the shape in one of its forms."""
        document = self.contract.document
        schema = document.resolve({"$ref": f"{_RESPONSES}{component}"})["content"][JSON]["schema"]
        return "$ref" not in shape or any(
            form.node.get("$ref") == shape["$ref"] for form in forms(Schema(schema, document))
        )

    def callbacks(self, fact: Fact, fields: Iterable[str]) -> dict[str, Any]:
        """Return the callbacks of an operation that creates something, to addresses in its form."""
        is_creation = any(response.data["status"] == HTTPStatus.CREATED for response in fact.responses)
        page = Fact(fact.file, (), fact.file.data if is_creation else {})
        callbacks: dict[str, Any] = {}
        for callback in page.inner("callbacks"):
            told = sentence(callback.data["trigger"])
            content = {JSON: {"schema": self._shape(callback)}}
            request = {
                "summary": told,
                "description": told,
                **({"deprecated": True} if callback.tier == "legacy" else {}),
                "requestBody": {"required": True, "description": told, "content": content},
                "responses": {"default": {"description": "Ignored by the service."}},
            }
            name = pascal(callback.data["id"].replace("-", "_"))
            for target in set(fields) & set(callback.data["target"]):
                expression, method = f"{{$request.body#/{target}}}", callback.data["method"].lower()
                callbacks[name[0].lower() + name[1:]] = {expression: {method: request}}
        return callbacks

    def links(self, page: str, creates: Operation, others: Iterable[Operation]) -> dict[str, Any]:
        """Return links from the answer to a creation to the operations on what was created."""
        path, answer = creates.path, creates.success.schema
        answered = answer.properties if answer else {}
        names = {name: f"$request.path.{name}" for name in path.parameters}
        links: dict[str, Any] = {}
        for operation in others:
            name = operation.path.parameters[-1] if operation.path.parameters else ""
            keys = [field for field in (name, "id", *creates.form_fields) if field in answered]
            parameters = names | ({name: f"$response.body#/{keys[0]}"} if keys else {})
            created = path.text if path.names_resource else f"{path.text}/{{{name}}}"
            if operation is creates or operation.path.text != created or name not in parameters:
                continue
            verb = "read" if operation.method == "GET" else operation.name.partition("_")[0]
            thing = singular(page)
            links[f"{verb}{pascal(thing)}"] = {
                "operationId": operation.id,
                "description": f"{verb.capitalize()} the new {thing.replace('_', ' ')}.",
                "parameters": names if path.names_resource else parameters,
            }
        return links

    def _shape(self, response: Fact) -> dict[str, Any]:
        if schema := self.schemas.shape(response):
            return schema
        shape = response.data["shape"]
        self.omit(response, f"the shape {shape}")
        return {"type": "object", "description": sentence(f"The documentation says: {shape}")}

    def _refused(self, component: str, description: str, refusal: str) -> dict[str, Any]:
        """Return a response of its own in place of a component, with the refusal in its example."""
        response = self.contract.document.resolve({"$ref": f"{_RESPONSES}{component}"})
        media = response["content"][JSON]
        schema = Schema(media["schema"], self.contract.document)
        value = {
            name: each for name, each in self.precedents.example(schema).items() if name in schema.required
        }
        value |= {name: refusal for name in value if schema.properties[name].is_valid(refusal)}
        example = {"refused": {"summary": "A parameter is missing or wrong", "value": value}}
        content = {JSON: {"schema": media["schema"], "examples": example}}
        return {"description": description, "content": content}


def refusal_of(fields: Mapping[str, Mapping[str, Any]], location: str) -> str | None:
    """Return what an operation says of a parameter that is missing or wrong; None without parameters."""
    for name, fact in fields.items():
        if fact.get("required") is True:
            return f"{name} is missing; send it in the {location}"
    for name, fact in fields.items():
        if fact.get("enum"):
            return f"{name} must be one of {', '.join(map(str, fact['enum']))}"
        if str(fact["type"]).startswith("integer"):
            return f"{name} must be an integer"
    return next((f"{name} has a value that cannot be used" for name in fields), None)


def _media_type(response: Fact) -> str:
    """Return the media type of a documented response; text that is known not to be JSON is plain text."""
    stated = str(response.data.get("content_type", JSON))
    is_text = str(response.data["shape"]).startswith("string")
    return TEXT if stated == ANY_MEDIA_TYPE and is_text else stated


def _any_of(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    return schemas[0] if len(schemas) == 1 else {"description": "One of several forms.", "anyOf": schemas}
