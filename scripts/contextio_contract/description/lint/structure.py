"""Rules on what an object has to have, and may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contextio_contract.description.lint.grammar import FORM, JSON, KINDS, SCHEMA_KINDS
from contextio_contract.description.lint.phrases import article, nearest, one_of
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node


@rule(*KINDS, bad="tag: [{name: things}]", good="tags: [{name: things, description: What there is.}]")
def unknown_field(node: Node) -> Iterator[Problem]:
    """An object has only fields that OpenAPI 3.1 defines for it; other keys start with x-."""
    fields = KINDS[node.kind]
    for key in node.data:
        if key not in fields and not key.startswith("x-"):
            near = nearest(key, fields)
            kind = "schema" if node.kind in SCHEMA_KINDS else node.kind
            fix = f"write {near}" if near else "remove it, or start its name with x-"
            replace = (key, near) if near and near not in node.data else None
            yield Problem((*node.pointer, key), f"{key} is no field of {article(kind)}", fix, replace)


@rule("operation", bad="responses: {default: null}", good="responses: {default: {description: It failed.}}")
def answers(operation: Node) -> Iterator[Problem]:
    """An operation describes success, 401 if it is secured, 429, and default for all other failures."""
    known = operation.map("responses")
    pointer = (*operation.pointer, "responses") if known else operation.pointer
    if not any(status.startswith("2") for status in known):
        yield Problem(pointer, "no answer stands for success", 'describe "200" or "201"')
    if operation.data.get("security", operation.whole.root.list("security")) and "401" not in known:
        yield Problem(pointer, "a refused signature has no answer", 'refer to Unauthorized at "401"')
    if "429" not in known:
        yield Problem(pointer, "a spent allowance has no answer", 'refer to TooManyRequests at "429"')
    if "default" not in known:
        yield Problem(pointer, "failures without a status of their own have no answer", "describe default")


@rule(
    "operation",
    bad="responses: {'2000': {description: It was done.}}",
    good="responses: {2XX: {description: It was done.}}",
)
def answer_status(operation: Node) -> Iterator[Problem]:
    """An answer stands under a status from 100 to 599, a class of them such as 4XX, or default."""
    for status in operation.map("responses"):
        if not re.fullmatch(r"default|[1-5]([0-9]{2}|XX)|x-.*", status):
            pointer = (*operation.pointer, "responses", status)
            yield Problem(pointer, f"{status} is no status of HTTP", "write one from 100 to 599, or default")


@rule("media-type", bad="schema: null", good="schema: {$ref: '#/components/schemas/Error'}")
def body_schema(media_type: Node) -> Iterator[Problem]:
    """A body has a schema."""
    if "schema" not in media_type.data:
        yield Problem(media_type.pointer, "this body has no schema", "describe it in schema")


@rule("parameter", "header", bad="schema: null", good="schema: {type: integer}")
def value_schema(value: Node) -> Iterator[Problem]:
    """A parameter or header has a schema."""
    if "schema" not in value.data:
        name = value.text("name") or value.name
        yield Problem(value.pointer, f"the {value.kind} {name} has no schema", "write schema: {type: …}")


@rule(
    "request-body",
    "response",
    bad="content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}, example: {name: spade}}}",
    good="required: true",
)
def media_types(body: Node) -> Iterator[Problem]:
    """Forms are urlencoded; answers, and what the service sends to others, are JSON: exactly these types."""
    wanted = JSON if body.kind == "response" or "callbacks" in body.pointer else FORM
    for name in body.map("content"):
        if name != wanted:
            pointer = (*body.pointer, "content", name)
            yield Problem(pointer, f"the content type here is {wanted}, not {name}", f"write {wanted}")


@rule(
    "path-item",
    bad="get: {requestBody: {description: What to list.}}",
    good="post: {requestBody: {required: true}}",
)
def body_method(path_item: Node) -> Iterator[Problem]:
    """Only POST, PUT and PATCH have a body."""
    for method in ("get", "head", "delete", "options", "trace"):
        if "requestBody" in path_item.map(method):
            pointer = (*path_item.pointer, method, "requestBody")
            yield Problem(pointer, f"{method.upper()} has no body", "describe query parameters")


@rule(
    "server",
    bad="url: https://{host}/",
    good="{url: 'https://{host}/', variables: {host: {default: things, description: Name of the host.}}}",
)
def server_variables(server: Node) -> Iterator[Problem]:
    """The names in braces of a server's address are those of its variables."""
    named, described = set(re.findall(r"\{([^}]*)\}", server.text("url"))), server.map("variables").keys()
    for name in sorted(named - described):
        fix = f"write {one_of(name, described)}, or describe it in variables"
        yield Problem((*server.pointer, "url"), f"the address has no variable {name}", fix)
    for name in sorted(described - named):
        pointer = (*server.pointer, "variables", name)
        yield Problem(pointer, f"the address does not name {name}", "put it in braces in url, or remove it")


@rule("security-requirement", bad="oauth: []", good="oauth1: []")
def security_scheme(requirement: Node) -> Iterator[Problem]:
    """A security requirement names a security scheme of the description."""
    known = [scheme.name for scheme in requirement.whole.nodes["security-scheme"]]
    for name in requirement.data:
        if name not in known:
            pointer = (*requirement.pointer, name)
            near = nearest(name, known)
            replace = (name, near) if near and near not in requirement.data else None
            fix = f"write {one_of(name, known)}"
            yield Problem(pointer, f"there is no security scheme {name}", fix, replace)
