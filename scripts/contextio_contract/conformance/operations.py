"""What the description says about a request: which operation it is, and what its answer created."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Resource: TypeAlias = tuple[str, ...]
"""The decoded path segments of one thing of the deployment, such as ("accounts", "4f0f")."""

METHODS: Final = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
CREATED: Final = 201


@dataclass(frozen=True)
class Operation:
    """One operation of the description.

    Attributes:
        id: its operationId.
        method: its HTTP method, in capitals.
        path: its path template, split at the slashes; parameters are in braces.
        creates: for each thing that a 201 answer stands for, the path template of that thing and the
            runtime expressions that fill it.
        examples: the example of each path parameter.
        takes_any_name: whether its path parameters are texts of any form.
        form: the first example of its form body; empty without a body, None for a body without example.
        paging: the names of its limit and offset parameters.
        statuses: the statuses that it documents.
        tag: its documentation page.
    """

    id: str
    method: str
    path: Resource
    creates: tuple[tuple[Resource, Mapping[str, str]], ...]
    examples: Mapping[str, str]
    takes_any_name: bool
    form: Mapping[str, Any] | None
    paging: Mapping[str, Any] | None
    statuses: frozenset[str]
    tag: str

    @property
    def is_read(self) -> bool:
        """Whether it changes nothing."""
        return self.method == "GET"

    def parameters_of(self, path: Resource) -> dict[str, str] | None:
        """Return the path parameters of a path that this operation's template covers, otherwise None."""
        if len(path) != len(self.path):
            return None
        parameters = {}
        for template, segment in zip(self.path, path, strict=True):
            if is_parameter(template):
                parameters[template[1:-1]] = segment
            elif template != segment:
                return None
        return parameters

    def things_of(self, path: Resource) -> list[Resource]:
        """Return each thing that a path of this operation lies in or names, outermost first."""
        return [path[: end + 1] for end, template in enumerate(self.path) if is_parameter(template)]

    def things_created(self, path: Resource, body: object) -> Iterator[Resource]:
        """Yield what a 201 answer to this path created, as the links of the description tell."""
        sent = self.parameters_of(path) or {}
        for template, expressions in self.creates:
            values = {name: _evaluate(expression, sent, body) for name, expression in expressions.items()}
            if all(isinstance(value, str) and value for value in values.values()):
                yield tuple(str(values[part[1:-1]]) if is_parameter(part) else part for part in template)


class Operations:
    """All operations of a description."""

    def __init__(self, bundle: Mapping[str, Any]) -> None:
        """Read the operations of a bundled OpenAPI document."""
        raw = {
            definition["operationId"]: (method.upper(), split_path(path), item, definition)
            for path, item in bundle["paths"].items()
            for method, definition in item.items()
            if method in METHODS
        }
        deletions = {name: path for name, (method, path, _, _) in raw.items() if method == "DELETE"}
        self._all = {
            name: Operation(
                id=name,
                method=method,
                path=path,
                creates=tuple(_created_things(definition, deletions)),
                examples=dict(_path_examples(bundle, item, definition)),
                takes_any_name=all(map(_is_any_text, _path_parameters(bundle, item, definition))),
                form=_form_example(definition),
                paging=definition.get("x-paging"),
                statuses=frozenset(definition["responses"]),
                tag=next(iter(definition.get("tags", ())), ""),
            )
            for name, (method, path, item, definition) in raw.items()
        }

    def __iter__(self) -> Iterator[Operation]:
        """Iterate over the operations in the order of the description."""
        return iter(self._all.values())

    def __len__(self) -> int:
        """Return how many operations there are."""
        return len(self._all)

    def __getitem__(self, name: str) -> Operation:
        """Return the operation of an operationId."""
        return self._all[name]

    def __contains__(self, name: object) -> bool:
        """Return whether there is an operation of this operationId."""
        return name in self._all

    def match(self, method: str, path: Resource) -> Operation | None:
        """Return the operation that a request belongs to, or None for a request that belongs to none."""
        for operation in self._all.values():
            if operation.method == method and operation.parameters_of(path) is not None:
                return operation
        return None

    def roots(self) -> Iterator[tuple[Operation, str]]:
        """Yield each list that needs no other thing, with the field that names its elements."""
        for operation in self._all.values():
            for other in self._all.values():
                if (
                    operation.is_read
                    and other.method == "DELETE"
                    and other.path[:-1] == operation.path
                    and not operation.things_of(operation.path)
                ):
                    yield operation, other.path[-1][1:-1]


def split_path(path: str) -> Resource:
    """Split a path template at its slashes."""
    return tuple(path.strip("/").split("/"))


def is_parameter(segment: str) -> bool:
    """Return whether a segment of a path template stands for a value."""
    return segment.startswith("{")


def _created_things(
    definition: Mapping[str, Any], deletions: Mapping[str, Resource]
) -> Iterator[tuple[Resource, Mapping[str, str]]]:
    """Yield what an operation creates: whatever its 201 answer links to the deletion of."""
    links = definition["responses"].get(str(CREATED), {}).get("links", {})
    for link in links.values():
        path = deletions.get(link.get("operationId"))
        if path is not None:
            yield path, link.get("parameters", {})


def _path_examples(
    bundle: Mapping[str, Any], item: Mapping[str, Any], definition: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield name and example of each path parameter of an operation."""
    for parameter in _path_parameters(bundle, item, definition):
        if "example" in parameter:
            yield parameter["name"], parameter["example"]


def _path_parameters(
    bundle: Mapping[str, Any], item: Mapping[str, Any], definition: Mapping[str, Any]
) -> Iterator[Mapping[str, Any]]:
    for entry in [*item.get("parameters", ()), *definition.get("parameters", ())]:
        name = entry.get("$ref", "").rpartition("/")[2]
        parameter = bundle["components"]["parameters"][name] if name else entry
        if parameter["in"] == "path":
            yield parameter


def _is_any_text(parameter: Mapping[str, Any]) -> bool:
    schema = parameter.get("schema", {})
    return schema.get("type") == "string" and not {"pattern", "format", "enum", "$ref"} & schema.keys()


def _form_example(definition: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if "requestBody" not in definition:
        return {}
    for media in definition.get("requestBody", {}).get("content", {}).values():
        examples = [media["example"]] if "example" in media else []
        examples += [example["value"] for example in media.get("examples", {}).values()]
        if examples:
            first: Mapping[str, Any] = examples[0]
            return first
    return None


def _evaluate(expression: str, sent: Mapping[str, str], body: object) -> object:
    """Return the value of a runtime expression of the two forms that the description uses."""
    if expression.startswith("$request.path."):
        return sent.get(expression.removeprefix("$request.path."))
    if expression.startswith("$response.body#/"):
        return _at(body, expression.removeprefix("$response.body#/").split("/"))
    return None


def _at(value: object, keys: Sequence[str]) -> object:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value
