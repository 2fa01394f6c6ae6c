"""Rules on paths, parameters, links and callbacks, and on the runtime expressions in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import JSON, PathTemplate
from contextio_contract.contract.links import Expression, embedded_expressions
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import VERY_NEAR, nearest, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.source.yaml import Pointer

_LOCATION: Final = re.compile(r"^(?:path|query|header|cookie)\.")
"""What may precede the name of a parameter."""
_FORMS: Final = "write $response.body#/<field> or $request.path.<name>"
_EXPRESSION: Final = re.compile(r"\{?\$?(?:request|response)\.[^{}]*\}?|\{?\$[^{}]*\}?")
"""An expression and nothing else, be it misspelt."""


@rule("document", bad="paths: {/things/: {}}", good="paths: {/things: {}}")
def path_form(document: Node) -> Problems:
    """A path is segments after slashes; a parameter is a whole segment; no two paths fit one address."""
    paths = document.map("paths")
    shapes: dict[str, str] = {}
    for path in paths:
        first = shapes.setdefault(re.sub(r"\{[^}]*\}", "{}", path), path)
        message = fix = ""
        bare = path.rstrip("/")
        if path.endswith("/"):
            message, fix = f"{path} ends with a slash", f"write {bare}"
        elif not path.startswith(("/", "x-")):
            message, fix = f"{path} does not begin with a slash", f"write /{path}"
        elif "?" in path or "#" in path:
            start = re.split(r"[?#]", path)[0]
            message, fix = f"{path} holds more than a path", f"write {start}, and describe parameters"
        elif re.search(r"[{}]", re.sub(r"(?<=/)\{[^{}]+\}(?=/|$)", "", path)):
            message, fix = f"a parameter of {path} is no whole segment", "write {name} between two slashes"
        elif re.search(r"//|[\s%]|/\.\.?(?=/|$)", path):
            message, fix = f"{path} is no address", "write letters, digits, - and _ between single slashes"
        elif first != path:
            message, fix = f"{path} is the same address as {first}", f"put its operations under {first}"
        if message:
            replace = (path, bare) if bare not in {"", path, *paths} else None
            yield document.problem(message, fix, "paths", path, replace=replace)


@rule(
    "operation",
    bad="parameters: [{$ref: '#/components/parameters/ThingId'}]",
    good="parameters: [{$ref: '#/components/parameters/Limit'}]",
)
def path_parameters(operation: Node) -> Problems:
    """The path parameters of an operation are those that its path names in braces, and required."""
    path, named = operation.pointer[-2], _in_path(operation)
    parameters = operation.description.parameters(operation)
    described = {name: node for (location, name), node in parameters.items() if location == "path"}
    for name in sorted(named - described.keys()):
        message, fix = f"{{{name}}} of {path} is no parameter here", f"refer to a path parameter {name}"
        yield operation.problem(message, fix)
    for name in sorted(described.keys() - named):
        is_shared = described[name].pointer[0] == "components"  # right elsewhere, so this path is to blame
        owner = operation.description.by_pointer.get(operation.pointer[:-1]) if is_shared else None
        fix = f"write {one_of(name, named)}" if named else f"add {{{name}}} to it"
        yield (owner or described[name]).problem(f"{path} has no {{{name}}}", fix)
    for name in sorted(named & described.keys()):
        if described[name].data.get("required") is not True:
            message = f"the path parameter {name} may be left out"
            yield described[name].problem(message, "write required: true")


@rule(
    "operation",
    "path-item",
    bad="parameters: [{$ref: '#/components/parameters/Limit'}, {$ref: '#/components/parameters/Limit'}]",
    good="parameters: [{$ref: '#/components/parameters/Limit'}]",
)
def parameter_twice(owner: Node) -> Problems:
    """No two parameters of an operation have the same name and location."""
    seen = set()
    for index, node in enumerate(owner.each("parameters")):
        location, name = node.text("in"), node.text("name")
        if (location, name) in seen:
            message = f"the {location} parameter {name} is there twice"
            yield owner.problem(message, "remove one", "parameters", index)
        seen.add((location, name))


@rule("link", bad="operationId: things_gett", good="operationId: things_get")
def link_target(link: Node) -> Problems:
    """A link names an operation of the description, by operationId or by operationRef."""
    if {"operationId", "operationRef"} <= link.data.keys():
        yield link.problem("operationId stands here as well", "remove operationRef", "operationRef")
    elif link.description.target(link) is None:
        key = "operationRef" if "operationRef" in link.data else "operationId"
        name, keys = link.text(key), (key,) if link.text(key) else ()
        operations = link.description.operations
        page, _, verb = name.partition("_")
        alike = [each for each in operations if each.startswith(f"{page}_")]
        alike = alike or [each for each in operations if each.endswith(f"_{verb}")]
        fix = (
            f"write operationId: {one_of(name, alike or operations, VERY_NEAR)}, or describe {name or 'one'}"
        )
        yield link.problem(f"there is no operation {name or 'named here'}", fix, *keys)


@rule("link", bad="parameters: {key: $response.body#/id}", good="parameters: {id: $response.body#/id}")
def link_parameters(link: Node) -> Problems:
    """A link gives parameters that its operation has, among them all of its path."""
    target = link.description.target(link)
    if target is None:
        return
    name = target.text("operationId")
    taken = {parameter: location for location, parameter in link.description.parameters(target)}
    if _in_path(target) != {parameter for parameter in taken if taken[parameter] == "path"}:
        return  # which path-parameters finds
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
def link_expression(operation: Node) -> Problems:
    """A link takes its values from what its operation takes and answers, by expressions that lead there."""
    for response in operation.each("responses"):
        for link in response.each("links"):
            places: dict[Pointer, Any] = {("requestBody",): link.data.get("requestBody")}
            places |= {("parameters", name): value for name, value in link.map("parameters").items()}
            for keys, value in places.items():
                for message, fix in _mistaken(value, operation, response) if isinstance(value, str) else ():
                    yield link.problem(message, fix, *keys)


@rule(
    "operation",
    bad="callbacks: {made: {'{$request.body#/cal}': {}}}",
    good="callbacks: {made: {'{$request.body#/callback_url}': {}}}",
)
def callback_expression(operation: Node) -> Problems:
    """The address of a callback is an expression that points at what its operation takes."""
    for callback in operation.each("callbacks"):
        for key in callback.data:
            expressions = re.findall(r"\{([^}]*)\}", key)
            if not expressions and not key.startswith("x-"):
                yield callback.problem(f"{key} names no field", "write '{$request.body#/<field>}'", key)
            for expression in expressions:
                for message, fix in _mistakes(expression, operation, None):
                    yield callback.problem(message, fix, key)


def _in_path(operation: Node) -> set[str]:
    """Return the parameters that the path of an operation names in braces."""
    return set(PathTemplate(str(operation.pointer[-2])).parameters)


def _mistaken(text: str, operation: Node, response: Node) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a value of a link, and what to write."""
    inner = text.removeprefix("{").removesuffix("}")
    if _EXPRESSION.fullmatch(text):
        found = list(_mistakes(inner, operation, response))
        yield from found
        if not found and inner != text:
            yield f"{text} is an expression alone, which has no braces", f"write {inner}"
        return
    for expression in embedded_expressions(text):
        yield from _mistakes(expression, operation, response)
    schema = response.under("content", JSON, "schema")
    if schema is not None and inner in operation.description.properties(schema):
        yield f"{text} is a constant text here", f"write $response.body#/{inner} for the value of the field"
    elif ("path", inner) in operation.description.parameters(operation):
        yield f"{text} is a constant text here", f"write $request.path.{inner} for the value of the parameter"
    elif text.count("{") != text.count("}") or re.search(r"\{[^$}]", text):
        yield f"the braces in {text} hold no expression", "write {$response.body#/<field>} inside the text"


def _mistakes(text: str, operation: Node, response: Node | None) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a runtime expression, and what to write."""
    expression = Expression.parse(text)
    if expression is None:
        yield f"{text} is no runtime expression", _meant(text)
    elif expression.pointer:
        yield from _wrong_pointer(expression, operation, response)
    elif expression.name:
        names: list[str] = []
        if expression.source == "request":
            parameters = operation.description.parameters(operation)
            names = [name for location, name in parameters if location == expression.part]
            names += _in_path(operation) if expression.part == "path" else ()
        elif response is not None and expression.part == "header":
            names = list(response.map("headers"))
        fold = str.lower if expression.part == "header" else str
        if fold(expression.name) not in map(fold, names):
            message = f"{operation.text('operationId')} has no {expression.part} value {expression.name}"
            start = text.removesuffix(expression.name)
            yield message, f"write {start}{one_of(expression.name, names)}" if names else _FORMS


def _meant(text: str) -> str:
    """Return what to write in place of an expression such as `response.body.id`."""
    match = re.fullmatch(r"\$?(request|response)\.body[.#/]*([\w-]+(?:[./][\w-]+)*)", text)
    return f"write ${match[1]}.body#/{match[2].replace('.', '/')}" if match else _FORMS


def _wrong_pointer(
    expression: Expression, operation: Node, response: Node | None
) -> Iterator[tuple[str, str]]:
    """Yield where a pointer leaves the body of a request or response, and what to write."""
    if expression.source == "request":
        schema = operation.description.form(operation)
        schema = schema or operation.under("requestBody", "content", JSON, "schema")
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
                near = nearest(key, properties)
                fix = f"{passed}/{near}" if near else f"{passed}/<field> with {one_of(key, properties)}"
                yield f"{body} has no {pointer}", f"write {fix}"
                return
            schema = properties[key]
        passed = f"{passed}/{key}"
