"""Rules on links, callbacks and the runtime expressions in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from contextio_contract.contract import JSON
from contextio_contract.contract.links import Expression, embedded_expressions
from contextio_contract.description.lint.phrases import one_of
from contextio_contract.description.lint.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node, Problem

_BEGINNING: Final = re.compile(r"\$|(?:request|response)\.")
"""How an expression begins, be it a misspelt one; anything else is a constant."""
_LOCATION: Final = re.compile(r"^(?:path|query|header|cookie)\.")
"""What may precede the name of a parameter."""
_FORMS: Final = "write $response.body#/<field> or $request.path.<name>"


@rule("link", bad="operationId: things_gett", good="operationId: things_get")
def link_target(link: Node) -> Iterator[Problem]:
    """A link names an operation of the description, by operationId or by operationRef."""
    if {"operationId", "operationRef"} <= link.data.keys():
        yield link.problem("operationId stands here as well", "remove operationRef", "operationRef")
    elif link.description.target(link) is None:
        key = "operationRef" if "operationRef" in link.data else "operationId"
        name, keys = link.text(key), (key,) if link.text(key) else ()
        fix = f"write operationId: {one_of(name, link.description.operations)}"
        yield link.problem(f"there is no operation {name or 'named here'}", fix, *keys)


@rule("link", bad="parameters: {key: $response.body#/id}", good="parameters: {id: $response.body#/id}")
def link_parameters(link: Node) -> Iterator[Problem]:
    """A link gives parameters that its operation has, among them all of its path."""
    target = link.description.target(link)
    if target is None:
        return
    name = target.text("operationId")
    taken = {parameter: location for location, parameter in link.description.parameters(target)}
    given = {key: _LOCATION.sub("", key) for key in link.map("parameters")}
    for key, parameter in given.items():
        if parameter not in taken:
            message, fix = f"{name} has no parameter {parameter}", f"write {one_of(parameter, taken)}"
            yield link.problem(message, fix, "parameters", key)
    for parameter, location in taken.items():
        if location == "path" and parameter not in given.values():
            message, fix = f"the path of {name} needs {parameter}", f"add {parameter}: to parameters"
            yield link.problem(message, fix, *(("parameters",) if given else ()))


@rule(
    "operation",
    bad="responses: {'201': {links: {read: {parameters: {id: $response.body#/idd}}}}}",
    good="responses: {'201': {links: {read: {parameters: {id: $response.body#/id}}}}}",
)
def link_expression(operation: Node) -> Iterator[Problem]:
    """The expressions of a link point at what its operation takes and answers."""
    for response in operation.each("responses"):
        for link in response.each("links"):
            for name, value in link.map("parameters").items():
                text = value if isinstance(value, str) else ""
                for expression in [text] if _BEGINNING.match(text) else embedded_expressions(text):
                    for message, fix in _mistakes(expression, operation, response):
                        yield link.problem(message, fix, "parameters", name)


@rule(
    "operation",
    bad="callbacks: {made: {'{$request.body#/cal}': {}}}",
    good="callbacks: {made: {'{$request.body#/callback_url}': {}}}",
)
def callback_expression(operation: Node) -> Iterator[Problem]:
    """The address of a callback is an expression that points at what its operation takes."""
    for callback in operation.each("callbacks"):
        for key in callback.data:
            expressions = re.findall(r"\{([^}]*)\}", key)
            if not expressions and not key.startswith("x-"):
                yield callback.problem(f"{key} names no field", "write '{$request.body#/<field>}'", key)
            for expression in expressions:
                for message, fix in _mistakes(expression, operation, None):
                    yield callback.problem(message, fix, key)


def _mistakes(text: str, operation: Node, response: Node | None) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a runtime expression, and what to write."""
    expression = Expression.parse(text)
    if expression is None:
        yield f"{text} is no runtime expression", _FORMS
    elif expression.pointer:
        yield from _wrong_pointer(expression, operation, response)
    elif expression.name:
        names: list[str] = []
        if expression.source == "request":
            parameters = operation.description.parameters(operation)
            names = [name for location, name in parameters if location == expression.part]
        elif response is not None and expression.part == "header":
            names = list(response.map("headers"))
        fold = str.lower if expression.part == "header" else str
        if fold(expression.name) not in map(fold, names):
            message = f"{operation.text('operationId')} has no {expression.part} value {expression.name}"
            yield message, f"write {one_of(expression.name, names)}"


def _wrong_pointer(
    expression: Expression, operation: Node, response: Node | None
) -> Iterator[tuple[str, str]]:
    """Yield where a pointer leaves the body of a request or response, and what to write."""
    if expression.source == "request":
        schema = operation.description.form(operation)
    else:
        schema = response and response.under("content", JSON, "schema")
    pointer = "/".join(("", *expression.pointer))
    passed = f"${expression.source}.body#"
    for key in expression.pointer:
        if schema is None:
            yield f"the {expression.source} has no body to take {pointer} from", _FORMS
            return
        if key.isdigit() and "items" in schema.data:
            schema = schema.under("items")
        else:
            properties = operation.description.properties(schema)
            if key not in properties:
                body = f"the {expression.source} body of {operation.text('operationId')}"
                yield f"{body} has no {pointer}", f"write {passed}/<field> with {one_of(key, properties)}"
                return
            schema = properties[key]
        passed = f"{passed}/{key}"
