"""Rules on paths and their parameters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contextio_contract.contract import PathTemplate
from contextio_contract.description.lint.phrases import one_of
from contextio_contract.description.lint.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node, Problem


@rule("document", bad="paths: {/things/: {}}", good="paths: {/things: {}}")
def path_form(document: Node) -> Iterator[Problem]:
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
def path_parameters(operation: Node) -> Iterator[Problem]:
    """The path parameters of an operation are those that its path names in braces, and required."""
    path = str(operation.pointer[-2])
    named = set(PathTemplate(path).parameters)
    parameters = operation.description.parameters(operation)
    described = {name: node for (location, name), node in parameters.items() if location == "path"}
    for name in sorted(named - described.keys()):
        message, fix = f"{{{name}}} of {path} is no parameter here", f"refer to a path parameter {name}"
        yield operation.problem(message, fix)
    for name in sorted(described.keys() - named):
        is_shared = described[name].pointer[0] == "components"  # right elsewhere, so this path is to blame
        owner = operation.description.at(operation.pointer[:-1]) if is_shared else None
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
def parameter_twice(owner: Node) -> Iterator[Problem]:
    """No two parameters of an operation have the same name and location."""
    seen = set()
    for index, node in enumerate(owner.each("parameters")):
        location, name = node.text("in"), node.text("name")
        if (location, name) in seen:
            message = f"the {location} parameter {name} is there twice"
            yield owner.problem(message, "remove one", "parameters", index)
        seen.add((location, name))
