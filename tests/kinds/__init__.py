"""Kinds of operations and schemas, written out as a description with a page for each."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from contextio_contract.contract import FORM, JSON, METHODS
from contextio_contract.description.source.bundler import bundle
from tests import shapes
from tests.description.patched import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.description import Finding

HERE = Path(__file__).parent
VERBS = {"get": "get", "put": "replace", "post": "create", "delete": "delete", "patch": "update"}
"""The verb of the operationId by method; another method has `list`."""
FAILURES = {"401": "Unauthorized", "429": "TooManyRequests", "default": "UnexpectedError"}


@dataclass(frozen=True)
class Kind:
    """A kind, as kinds.yaml has it.

    Attributes:
        page: the name of its page.
        said: what kinds.yaml says of it.
    """

    page: str
    said: Mapping[str, Any]

    @property
    def refused(self) -> str | None:
        """The rule of lint that refuses it; None if every part works with it."""
        return self.said.get("refused")

    @property
    def methods(self) -> list[str]:
        """The methods of its operations."""
        return [method for method in METHODS if method in self.said]

    @property
    def file(self) -> dict[str, Any]:
        """The file of the page, with one path item called `item`."""
        operations = {method: self._operation(method, self.said[method]) for method in self.methods}
        item = {**copy.deepcopy(self.said.get("item", {})), **operations}
        for parameter in item.get("parameters", ()):
            parameter |= {"description": "Which one.", "schema": _described(parameter["schema"])}
        forms = {f"{_pascal(self.page)}Form": form for form in self._forms()}
        sections = {
            key: self.said[key] for key in ("responses", "examples", "parameters") if key in self.said
        }
        schemas = {
            name: _described(schema) for name, schema in {**self.said.get("schemas", {}), **forms}.items()
        }
        return {"pathItems": {"item": item}, **sections, **({"schemas": schemas} if schemas else {})}

    @property
    def path(self) -> str:
        """The path of its operations."""
        return f"/{self.page}{self.said.get('path', '')}"

    def _forms(self) -> Iterable[dict[str, Any]]:
        for method in METHODS:
            said = self.said.get(method, {})
            if "form" in said:
                is_required = not said.get("optional")
                required = {"required": list(said["form"])[:1]} if is_required else {}
                yield {"type": "object", **required, "properties": said["form"], **said.get("over", {})}

    def _operation(self, method: str, said: dict[str, Any]) -> dict[str, Any]:
        said = dict(said)
        short = {
            key: said.pop(key, None)
            for key in (
                "answer",
                "example",
                "form",
                "json",
                "sent",
                "as",
                "paged",
                "window",
                "optional",
                "over",
            )
        }
        places = {place: said.pop(place, {}) for place in ("query", "header")}
        parameters = [
            {
                "name": name,
                "in": place,
                "description": "What is wanted.",
                **parameter,
                **({"schema": _described(parameter["schema"])} if "schema" in parameter else {}),
            }
            for place, named in places.items()
            for name, parameter in named.items()
        ]
        schema = (
            _described(short["answer"])
            if short["answer"] is not None
            else {"$ref": "../common.yaml#/schemas/Done"}
        )
        value = {"success": True} if short["answer"] is None else short["example"]
        is_sent = short["form"] is not None or short["json"] is not None
        names = short["as"] or [JSON]
        answers = names if not is_sent else [JSON]
        operation: dict[str, Any] = {
            "operationId": f"{self.page}_{VERBS.get(method, 'list')}",
            "tags": [self.page],
            "summary": "Do what this kind is about.",
            "description": "Tries one kind of operation.",
            "x-impact": {"delete": "destructive", "put": "write", "post": "write", "patch": "write"}.get(
                method, "read"
            ),
            "x-source": ["design"],
            **({"parameters": parameters} if parameters else {}),
            "responses": {
                "200": {
                    "description": "It was done.",
                    "content": {name: _media(schema, value) for name in answers},
                },
                **{
                    status: {"$ref": f"../common.yaml#/responses/{name}"} for status, name in FAILURES.items()
                },
            },
        }
        if short["paged"]:
            limit, offset = short["window"] or ("limit", "offset")
            window = {"limit": limit, "offset": offset, "maximum": short["paged"]}
            operation["x-list"] = {"paging": window}
            operation["parameters"] = [
                {
                    "name": name,
                    "in": "query",
                    "description": "The window.",
                    "schema": {"type": "integer", "minimum": least},
                    "example": least,
                }
                for name, least in ((limit, 1), (offset, 0))
            ]
        if is_sent:
            form = {"$ref": f"#/schemas/{_pascal(self.page)}Form"}
            schema = form if short["form"] is not None else _described(short["json"])
            names = short["as"] or [FORM if short["form"] is not None else JSON]
            content = {name: _media(schema, short["sent"]) for name in names}
            operation["requestBody"] = {
                "required": not short["optional"],
                "description": "What is sent.",
                "content": content,
            }
        made: dict[str, Any] = merged(operation, said)
        return made


@cache
def kinds() -> tuple[Kind, ...]:
    """Return all kinds."""
    said = yaml.load((HERE / "kinds.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return tuple(Kind(each.get("page", name), each) for name, each in said.items())


def accepted() -> list[Kind]:
    """Return the kinds that every part works with."""
    return [kind for kind in kinds() if not kind.refused]


def write(folder: Path, chosen: Iterable[Kind]) -> Path:
    """Write a description of some kinds into a folder, and return it."""
    spec = shapes.copy_into(folder)
    chosen = [Kind("plain", {"get": {}}), *chosen]
    root = yaml.load((spec / "openapi.yaml").read_text("utf-8"), yaml.CSafeLoader)
    root["info"]["title"] = "Kinds"
    root["tags"] = [{"name": kind.page, "description": "A kind of its own."} for kind in chosen]
    root["paths"] = {kind.path: {"$ref": f"resources/{kind.page}.yaml#/pathItems/item"} for kind in chosen}
    key = {"type": "apiKey", "in": "header", "name": "X-Key", "description": "Another way in."}
    if any("key" in json.dumps(kind.said.get("get", {}).get("security", "")) for kind in chosen):
        root["components"]["securitySchemes"]["key"] = key
    common = yaml.load((spec / "common.yaml").read_text("utf-8"), yaml.CSafeLoader)
    common["schemas"].pop("Flag")
    common["responses"].pop("NotFound")
    _dump(root, spec / "openapi.yaml")
    _dump(common, spec / "common.yaml")
    for path in (spec / "resources").iterdir():
        path.unlink()
    for kind in chosen:
        _dump(kind.file, spec / "resources" / f"{kind.page}.yaml")
    return spec


def document(folder: Path, chosen: Iterable[Kind]) -> dict[str, Any]:
    """Return a description of some kinds as one OpenAPI document."""
    findings: list[Finding] = []
    made = bundle(write(folder, chosen), findings)
    assert made
    assert not findings, findings
    return made.document


def _dump(value: Any, path: Path) -> None:
    dumper = yaml.SafeDumper
    dumper.ignore_aliases = lambda *_: True  # type: ignore[method-assign]
    path.write_text(yaml.dump(value, Dumper=dumper, sort_keys=False, allow_unicode=True), "utf-8")


def _media(schema: dict[str, Any], value: Any) -> dict[str, Any]:
    return {"schema": schema, "examples": {"one": {"summary": "One", "value": value}}}


def _pascal(page: str) -> str:
    return "".join(map(str.capitalize, page.split("_")))


def _described(schema: Any) -> Any:
    """Return a schema in which each schema that readers look up has a description."""
    if not isinstance(schema, dict):
        return schema
    made = dict(schema)
    for key in ("properties", "patternProperties", "dependentSchemas"):
        if key in made:
            made[key] = {name: _described(each) for name, each in made[key].items()}
    for key in ("items", "additionalProperties", "not", "if", "then", "else", "propertyNames"):
        if key in made and key not in {"not", "if", "then", "else", "propertyNames"}:
            made[key] = _described(made[key])
    for key in ("oneOf", "anyOf", "allOf", "prefixItems"):
        if key in made:
            made[key] = [_described(each) for each in made[key]]
    return made if "$ref" in made else {"description": "Something of this kind.", **made}
