"""Requests as they arrive, and their queries and forms as the schemas of the description want them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = "/2.0"
INTEGER = re.compile(r"-?[0-9]{1,400}")


@dataclass(frozen=True)
class Seen:
    """A request as it arrived."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> list[str]:
        return [unquote(part) for part in self.target.partition("?")[0].split("/")]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]


class Refused(Exception):  # noqa: N818 - named for what it answers
    def __init__(self, status: int, value: str, **details: Any) -> None:
        super().__init__(value)
        self.status, self.details = status, details


def nothing_here() -> Refused:
    return Refused(HTTPStatus.NOT_FOUND, "there is nothing here")


def parts(kind: str, body: bytes) -> list[tuple[str, str]]:
    """The names and texts of a multipart form."""
    boundary, pairs = kind.partition("boundary=")[2].encode(), []
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = re.search(rb'name="([^"]*)"', head)
        pairs.append((name[1].decode() if name else "", content.decode()))
    return pairs


class Parameters:
    """Reads queries and forms; of the description it knows the schemas alone."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        self.bundle = bundle
        self.validator = functools.cache(self._validator)

    def form(self, schema_name: str, request: Seen) -> dict[str, Any]:
        """The fields that a form has in its schema, or 400."""
        schema = self.bundle["components"]["schemas"][schema_name]
        form = self.cast(self.fields(request), schema["properties"])
        self.expect_form(schema_name, form)
        return form

    def expect_form(self, schema_name: str, form: dict[str, Any]) -> None:
        for error in self.validator(schema_name).iter_errors(form):
            raise Refused(HTTPStatus.BAD_REQUEST, f"a form field is wrong: {error.message}")

    def query(self, path: str, request: Seen) -> dict[str, Any]:
        """The declared parameters of a query, or 400."""
        declared = (self.resolve(each) for each in self.bundle["paths"][path]["get"].get("parameters", ()))
        schemas = {parameter["name"]: parameter["schema"] for parameter in declared}
        query = self.cast(self.pairs(request.query), schemas)
        for name, value in query.items():
            self.expect_valid(name, value, schemas[name])
        return query

    def fields(self, request: Seen) -> list[tuple[str, str]]:
        """The fields of an urlencoded or a multipart form."""
        kind = request.headers.get("content-type", "")
        return (
            parts(kind, request.body) if kind.startswith("multipart/") else self.pairs(request.body.decode())
        )

    def pairs(self, text: str) -> list[tuple[str, str]]:
        try:
            return parse_qsl(text, keep_blank_values=True, errors="strict")
        except ValueError:
            raise Refused(HTTPStatus.BAD_REQUEST, "the parameters are not text in UTF-8") from None

    def cast(self, pairs: list[tuple[str, str]], schemas: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, text in pairs:
            if name not in schemas:
                continue
            if (
                self.resolve(schemas[name]).get("type") == "array"
            ):  # in a query its values stand between commas
                values.setdefault(name, []).extend([text] if name.endswith("[]") else text.split(","))
            else:
                values[name] = self.cast_one(text, schemas[name])
        return values

    def cast_one(self, text: str, schema: Mapping[str, Any]) -> str | int:
        if "x-fallback" in schema and text not in {"0", "1"}:
            return int(schema["x-fallback"])
        resolved = self.resolve(schema)
        kinds = [resolved.get("type"), *(each.get("type") for each in resolved.get("oneOf", ()))]
        return int(text) if "integer" in kinds and INTEGER.fullmatch(text) else text

    def expect_valid(self, name: str, value: object, schema: Mapping[str, Any]) -> None:
        whole = {**schema, "components": self.bundle["components"]}
        if not jsonschema_rs.Draft202012Validator(whole).is_valid(value):
            raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is wrong")

    def resolve(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in node:
            node = functools.reduce(lambda at, key: at[key], node["$ref"].split("/")[1:], self.bundle)
        return node

    def _validator(self, schema_name: str) -> jsonschema_rs.Draft202012Validator:
        components = self.bundle["components"]
        return jsonschema_rs.Draft202012Validator(
            {**components["schemas"][schema_name], "components": components}
        )
