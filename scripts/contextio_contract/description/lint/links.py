"""Rules on links and callbacks, whose expressions no other tool checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.grammar import FORM, JSON
from contextio_contract.description.lint.phrases import one_of
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node

_EXPRESSION = re.compile(
    r"\$(?:url|method|statusCode|"
    r"(?P<side>request|response)\.(?:body(?:#(?P<pointer>/.*))?|(?P<place>path|query|header)\.(?P<name>[^\s#]+)))"
)
_MEANT: Final = re.compile(r"\$|(?:request|response)\.")
"""What begins like an expression; all else is a constant."""

_PLACE: Final = re.compile(r"^(?:path|query|header|cookie)\.")
"""What may precede a parameter's name to tell it from others."""

_FORMS: Final = "write $response.body#/<field> or $request.path.<name>"


@rule("link", bad="operationId: things_gett", good="operationId: things_get")
def link_target(link: Node) -> Iterator[Problem]:
    """A link names an operation of the description by its operationId."""
    name, known = link.text("operationId"), link.whole.operations
    if name not in known:
        pointer = (*link.pointer, "operationId") if name else link.pointer
        yield Problem(
            pointer, f"there is no operation {name or 'named here'}", f"write {one_of(name, known)}"
        )


@rule("link", bad="parameters: {key: $response.body#/id}", good="parameters: {id: $response.body#/id}")
def link_parameters(link: Node) -> Iterator[Problem]:
    """A link gives parameters that its operation has, among them all of its path."""
    target = link.whole.operations.get(link.text("operationId"))
    if target is None:
        return
    name = target.text("operationId")
    known = {parameter: place for place, parameter in link.whole.parameters(target)}
    given = {key: _PLACE.sub("", key) for key in link.map("parameters")}
    for key, parameter in given.items():
        if parameter not in known:
            pointer = (*link.pointer, "parameters", key)
            yield Problem(
                pointer, f"{name} has no parameter {parameter}", f"write {one_of(parameter, known)}"
            )
    for parameter, place in known.items():
        if place == "path" and parameter not in given.values():
            pointer = (*link.pointer, "parameters") if given else link.pointer
            yield Problem(pointer, f"the path of {name} needs {parameter}", f"add {parameter}: to parameters")


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
                if isinstance(value, str) and _MEANT.match(value):
                    pointer = (*link.pointer, "parameters", name)
                    for message, fix in _faults(value, operation, response):
                        yield Problem(pointer, message, fix)


@rule(
    "operation",
    bad="callbacks: {made: {'{$request.body#/cal}': {}}}",
    good="callbacks: {made: {'{$request.body#/callback_url}': {}}}",
)
def callback_expression(operation: Node) -> Iterator[Problem]:
    """The address of a callback is an expression that points at what its operation takes."""
    for callback in operation.each("callbacks"):
        for key in callback.data:
            inside = re.findall(r"\{([^}]*)\}", key)
            if not inside and not key.startswith("x-"):
                yield Problem(
                    (*callback.pointer, key), f"{key} names no field", "write '{$request.body#/<field>}'"
                )
            for expression in inside:
                for message, fix in _faults(expression, operation, None):
                    yield Problem((*callback.pointer, key), message, fix)


def _faults(expression: str, operation: Node, response: Node | None) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a runtime expression, and what to write."""
    parts = _EXPRESSION.fullmatch(expression)
    if parts is None:
        yield f"{expression} is no runtime expression", _FORMS
    elif parts["pointer"]:
        yield from _wrong_pointer(parts["pointer"], parts["side"], operation, response)
    elif parts["place"]:
        if parts["side"] == "request":
            parameters = operation.whole.parameters(operation)
            known = [name for place, name in parameters if place == parts["place"]]
        else:
            known = list(response.map("headers") if response else ())
        if parts["name"] not in known:
            message = f"{operation.text('operationId')} has no {parts['place']} value {parts['name']}"
            yield message, f"write {one_of(parts['name'], known)}"


def _wrong_pointer(
    pointer: str, side: str, operation: Node, response: Node | None
) -> Iterator[tuple[str, str]]:
    """Yield where a pointer leaves the body that a request or response has, and what to write."""
    if side == "request":
        schema = operation.under("requestBody", "content", FORM, "schema")
    else:
        schema = response and response.under("content", JSON, "schema")
    passed = f"${side}.body#"
    for part in pointer.removeprefix("/").split("/"):
        if schema is None:
            yield f"the {side} has no body to take {pointer} from", _FORMS
            return
        if part.isdigit() and "items" in schema.data:
            schema = schema.under("items")
        else:
            known = operation.whole.properties(schema)
            name = part.replace("~1", "/").replace("~0", "~")
            if name not in known:
                body = f"the {side} body of {operation.text('operationId')}"
                yield f"{body} has no {pointer}", f"write {passed}/<field> with {one_of(name, known)}"
                return
            schema = known[name]
        passed = f"{passed}/{part}"
