"""The operations of the bundle as methods of a TypeScript class per page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NoReturn

from contextio_contract.codegen import samples
from contextio_contract.codegen.facts import error_class, resolved
from contextio_contract.codegen.samples import camel
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERBS: Final = ("get", "put", "post", "delete", "patch")
_FORM: Final = "application/x-www-form-urlencoded"
_JSON: Final = "application/json"
_WIDTH: Final = 110
# Names that TypeScript keeps for itself or that a method's body uses.
_TAKEN: Final = frozenset(
    [
        "arguments",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "import",
        "in",
        "instanceof",
        "interface",
        "new",
        "null",
        "options",
        "package",
        "params",
        "paging",
        "private",
        "protected",
        "public",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "var",
        "void",
        "while",
        "with",
        "yield",
    ]
)


@dataclass(frozen=True)
class Argument:
    """A part of the path."""

    name: str
    wire: str
    description: str


@dataclass(frozen=True)
class Method:
    """An operation as a method of its page."""

    bundle: dict[str, Any]
    path: str
    http: str

    @property
    def operation(self) -> dict[str, Any]:
        """The operation as it stands in the bundle."""
        operation: dict[str, Any] = self.bundle["paths"][self.path][self.http]
        return operation

    @property
    def id(self) -> str:
        """The operationId."""
        name: str = self.operation["operationId"]
        return name

    @property
    def page(self) -> str:
        """The page's name."""
        page: str = self.operation["tags"][0]
        return page

    @property
    def name(self) -> str:
        """The method's name: the operationId without the page."""
        return camel(self.id.removeprefix(f"{self.page}_"))

    @property
    def type_name(self) -> str:
        """How names of the method's types begin."""
        return pascal(self.id)

    @property
    def constant(self) -> str:
        """Name of the constant that describes the operation."""
        return self.id.removeprefix(f"{self.page}_").upper()

    @property
    def verb(self) -> str:
        """The HTTP method."""
        return self.http.upper()

    @property
    def summary(self) -> str:
        """What a call does, in a sentence."""
        summary: str = self.operation["summary"]
        return summary

    @property
    def description(self) -> str:
        """What else is to be known of it."""
        return str(self.operation.get("description", ""))

    @property
    def is_read(self) -> bool:
        """Whether a call changes nothing."""
        return bool(self.operation["x-impact"] == "read")

    @property
    def paging(self) -> dict[str, Any] | None:
        """Names of the paging parameters, if the list comes in pages."""
        return self.operation.get("x-paging")

    @cached_property
    def parameters(self) -> list[dict[str, Any]]:
        """Parameters of the operation, those of the path first.

        Raises:
            CannotGenerateError: when one is a header or a cookie.
        """
        both = (*self.bundle["paths"][self.path].get("parameters", []), *self.operation.get("parameters", []))
        found = [resolved(self.bundle, each) for each in both]
        if other := [each["name"] for each in found if each["in"] not in {"path", "query"}]:
            self._refuse(f"{other[0]} is neither in the path nor in the query")
        return found

    @cached_property
    def path_arguments(self) -> list[Argument]:
        """Arguments that are parts of the path, in their order there."""
        described = {each["name"]: each for each in self.parameters if each["in"] == "path"}
        return [
            Argument(identifier(wire), wire, " ".join(described[wire].get("description", "").split()))
            for wire in re.findall(r"\{(\w+)\}", self.path)
        ]

    @property
    def query(self) -> list[str]:
        """Names of the query parameters."""
        return [each["name"] for each in self.parameters if each["in"] == "query"]

    @property
    def has_form(self) -> bool:
        """Whether the operation takes a form, were it an empty one."""
        return "requestBody" in self.operation

    @cached_property
    def form(self) -> list[str]:
        """Names of the form's fields.

        Raises:
            CannotGenerateError: when a field is called as a parameter is.
        """
        names = list(self._form_schema.get("properties", {}))
        if twice := set(names) & set(self.query):
            self._refuse(f"{', '.join(sorted(twice))} is a query parameter and a field of the form")
        return names

    @property
    def takes_params(self) -> bool:
        """Whether there is anything to give beside the path."""
        return bool(self.query or self.form)

    @property
    def needs_params(self) -> bool:
        """Whether a call without filters or fields is an error."""
        if any(each.get("required") for each in self.parameters if each["in"] == "query"):
            return True
        return bool(self._form_schema.get("required"))

    @property
    def params_type(self) -> str:
        """TypeScript for filters and fields together."""
        types = []
        if self.query:
            types.append(f'NonNullable<operations["{self.id}"]["parameters"]["query"]>')
        if self.form:
            types.append(f'NonNullable<operations["{self.id}"]["requestBody"]>["content"]["{_FORM}"]')
        return " & ".join(types)

    @cached_property
    def success(self) -> tuple[str, dict[str, Any]]:
        """Status and schema of the answer to a success.

        Raises:
            CannotGenerateError: when there is not exactly one, or it is no JSON.
        """
        statuses = [status for status in self.operation["responses"] if status.startswith("2")]
        if len(statuses) != 1:
            self._refuse("it must have one answer with a status of 2xx")
        content = resolved(self.bundle, self.operation["responses"][statuses[0]]).get("content", {})
        if _JSON not in content:
            self._refuse(f"its answer with status {statuses[0]} is no {_JSON}")
        return statuses[0], resolved(self.bundle, content[_JSON]["schema"])

    @property
    def answer_type(self) -> str:
        """TypeScript for what a success answers."""
        return f'operations["{self.id}"]["responses"][{self.success[0]}]["content"]["{_JSON}"]'

    @property
    def answers(self) -> str:
        """Whether a success answers an array or an object.

        Raises:
            CannotGenerateError: when it is neither.
        """
        kind = self.success[1].get("type")
        if kind not in {"array", "object"}:
            self._refuse("its answer is neither an array nor an object")
        return str(kind)

    @property
    def key(self) -> str | None:
        """Field that tells the list's elements apart: the one with which an element's own path ends."""
        element = resolved(self.bundle, self.success[1]["items"])
        for other in self.bundle["paths"]:
            end = re.fullmatch(re.escape(self.path) + r"/\{(\w+)\}", other)
            if end and end[1] in element.get("properties", {}):
                return end[1]
        return None

    @property
    def errors(self) -> list[str]:
        """Names of the classes of the documented errors."""
        return [error_class(status) for status in self.error_statuses]

    @property
    def error_statuses(self) -> list[int]:
        """Error statuses that the operation names.

        Raises:
            CannotGenerateError: when one is a range.
        """
        named = {status for status in self.operation["responses"] if status[0] in "45"}
        if ranges := [status for status in named if not status.isdecimal()]:
            self._refuse(f"{ranges[0]} is a range of statuses; name them one by one")
        return sorted(map(int, named))

    @property
    def error_schemas(self) -> Iterator[str]:
        """Names of the schemas of its errors.

        Raises:
            CannotGenerateError: when one has no name.
        """
        for status, response in self.operation["responses"].items():
            if not status.startswith("2"):
                content = resolved(self.bundle, response).get("content", {})
                name = content.get(_JSON, {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
                yield name or self._refuse(f"its answer with status {status} has no schema with a name")

    @property
    def signature(self) -> str:
        """The method's parameters in TypeScript."""
        parts = [f"{argument.name}: string" for argument in self.path_arguments]
        if self.takes_params:
            parts.append(f"params: {self.type_name}Params{'' if self.needs_params else ' = {}'}")
        return ", ".join([*parts, "options: CallOptions = {}"])

    @property
    def path_object(self) -> str:
        """The arguments of the path as the inside of an object literal."""
        pairs = [
            each.name if each.name == each.wire else f"{each.wire}: {each.name}"
            for each in self.path_arguments
        ]
        return f" {', '.join(pairs)} " if pairs else ""

    @property
    def example(self) -> str:
        """A call with the description's examples, in TypeScript."""
        example = samples.examples(Contract(self.bundle).operations[self.id])[0]
        return samples.typescript_call(f"await client.{camel(self.page)}.{self.name}", example, _WIDTH)

    @cached_property
    def _form(self) -> dict[str, Any]:
        """The form's content in the description; empty where there is no form.

        Raises:
            CannotGenerateError: when the body is no urlencoded form.
        """
        if not self.has_form:
            return {}
        content = resolved(self.bundle, self.operation["requestBody"])["content"]
        if _FORM not in content:
            self._refuse("its body is no urlencoded form")
        form: dict[str, Any] = content[_FORM]
        return form

    @property
    def _form_schema(self) -> dict[str, Any]:
        return resolved(self.bundle, self._form.get("schema", {}))

    def _refuse(self, reason: str) -> NoReturn:
        message = f"{self.id} cannot become a method: {reason}"
        raise CannotGenerateError(message)


@dataclass(frozen=True)
class Page:
    """A page with its methods."""

    name: str
    description: str
    methods: list[Method]

    @property
    def attribute(self) -> str:
        """Name on the client."""
        return camel(self.name)

    @property
    def class_name(self) -> str:
        """Name of the class."""
        return pascal(self.name)


def pages(bundle: dict[str, Any]) -> list[Page]:
    """Return the pages in the order of their tags.

    Raises:
        CannotGenerateError: when two methods of a page have one name, or a page has no tag.
    """
    methods = [
        Method(bundle, path, verb)
        for path, item in bundle["paths"].items()
        for verb in _VERBS
        if verb in item
    ]
    names = [f"{method.page}.{method.name}" for method in methods]
    if twice := {name for name in names if names.count(name) > 1}:
        message = f"two operations become {', '.join(sorted(twice))}; change an operationId"
        raise CannotGenerateError(message)
    if strays := {method.page for method in methods} - {tag["name"] for tag in bundle["tags"]}:
        message = f"operations have the tag {', '.join(sorted(strays))}, which openapi.yaml does not describe"
        raise CannotGenerateError(message)
    return [
        Page(tag["name"], tag["description"].strip(), [each for each in methods if each.page == tag["name"]])
        for tag in bundle["tags"]
    ]


def pascal(name: str) -> str:
    """Turn snake_case into PascalCase."""
    return "".join(map(str.capitalize, name.split("_")))


def identifier(name: str) -> str:
    """Return a name for an argument."""
    spelled = camel(name)
    return f"{spelled}_" if spelled in _TAKEN else spelled
