"""Rules on paths and the parameters that they share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contextio_contract.description.lint.phrases import one_of
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node


@rule("document", bad="paths: {/things/: {}}", good="paths: {/things: {}}")
def path_form(document: Node) -> Iterator[Problem]:
    """A path begins with a slash, ends with none, has no query, and is unlike others also without names."""
    shapes: dict[str, str] = {}
    for path in document.map("paths"):
        first = shapes.setdefault(re.sub(r"\{[^}]*\}", "{}", path), path)
        if path.endswith("/"):
            bare = path.rstrip("/")
            replace = (path, bare) if bare and bare not in document.map("paths") else None
            yield Problem(("paths", path), f"{path} ends with a slash", f"write {bare}", replace)
        elif not path.startswith("/"):
            if not path.startswith("x-"):
                yield Problem(("paths", path), f"{path} does not begin with a slash", f"write /{path}")
        elif "?" in path or "#" in path:
            bare = re.split(r"[?#]", path)[0]
            yield Problem(
                ("paths", path), f"{path} holds more than a path", f"write {bare}, and describe parameters"
            )
        elif first != path:
            pointer = ("paths", path)
            yield Problem(
                pointer, f"{path} is the same address as {first}", f"put its operations under {first}"
            )


@rule(
    "operation",
    bad="parameters: [{$ref: '#/components/parameters/ThingId'}]",
    good="parameters: [{$ref: '#/components/parameters/Limit'}]",
)
def path_parameters(operation: Node) -> Iterator[Problem]:
    """The path parameters of an operation are those that its path names in braces, and required."""
    path = str(operation.pointer[-2])
    named = set(re.findall(r"\{([^}]*)\}", path))
    parameters = operation.whole.parameters(operation)
    given = {name: node for (place, name), node in parameters.items() if place == "path"}
    for name in sorted(named - given.keys()):
        message, fix = f"{{{name}}} of {path} is no parameter here", f"refer to a path parameter {name}"
        yield Problem(operation.pointer, message, fix)
    for name in sorted(given.keys() - named):
        shared = given[name].pointer[0] == "components"  # right elsewhere, so this path is to blame
        pointer = operation.pointer[:-1] if shared else given[name].pointer
        fix = f"write {one_of(name, named)}" if named else f"add {{{name}}} to it"
        yield Problem(pointer, f"{path} has no {{{name}}}", fix)
    for name in sorted(named & given.keys()):
        if given[name].data.get("required") is not True:
            message = f"the path parameter {name} may be left out"
            yield Problem(given[name].pointer, message, "write required: true")


@rule(
    "operation",
    "path-item",
    bad="parameters: [{$ref: '#/components/parameters/Limit'}, {$ref: '#/components/parameters/Limit'}]",
    good="parameters: [{$ref: '#/components/parameters/Limit'}]",
)
def parameter_twice(owner: Node) -> Iterator[Problem]:
    """No two parameters of an operation have the same name and place."""
    seen = set()
    for index, node in enumerate(owner.each("parameters")):
        place, name = node.text("in"), node.text("name")
        if (place, name) in seen:
            pointer = (*owner.pointer, "parameters", index)
            yield Problem(pointer, f"the {place} parameter {name} is there twice", "remove one")
        seen.add((place, name))
