"""What the client's templates say about an operation, from the generator's reading and the bundle."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty

from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties import Property


@dataclass(frozen=True)
class Argument:
    """An argument of a method: a parameter of the operation or a field of its form."""

    name: str
    wire: str
    type: str
    required: bool
    description: str
    example: Any


@dataclass(frozen=True)
class Call:
    """An operation as a method of its page."""

    endpoint: Endpoint
    bundle: dict[str, Any]

    @cached_property
    def operation(self) -> dict[str, Any]:
        """The operation as it stands in the bundle."""
        operation: dict[str, Any] = self.bundle["paths"][self.url][self.endpoint.method]
        return operation

    @property
    def url(self) -> str:
        """The path template."""
        return self.endpoint.path.get_untrusted_value()

    @property
    def name(self) -> str:
        """The method's name: the operationId without the page."""
        name: str = self.operation["operationId"]
        return name.removeprefix(f"{self.endpoint.tags[0]}_")

    @cached_property
    def path(self) -> list[Argument]:
        """Arguments that are parts of the path."""
        return [self._parameter("path", each) for each in self.endpoint.path_parameters]

    @cached_property
    def query(self) -> list[Argument]:
        """Arguments that are query parameters."""
        return [self._parameter("query", each) for each in self.endpoint.query_parameters]

    @cached_property
    def form(self) -> list[Argument]:
        """Arguments that are fields of the form, the required ones first.

        Raises:
            CannotGenerateError: when the body is no urlencoded form that is an object by itself.
        """
        if not self.has_form:
            return []
        (body, *others) = self.endpoint.bodies
        if others or body.body_type != "data" or not isinstance(body.prop, ModelProperty):
            self._refuse("its body is no urlencoded form with one object schema")
        described = self._resolved(self._form_content["schema"])["properties"]
        properties = [*(body.prop.required_properties or []), *(body.prop.optional_properties or [])]
        return [self._argument(each, described[each.name.get_untrusted_value()]) for each in properties]

    @property
    def has_form(self) -> bool:
        """Whether the operation takes a form, were it an empty one."""
        return bool(self.endpoint.bodies)

    @property
    def is_read(self) -> bool:
        """Whether a call changes nothing."""
        default = "read" if self.endpoint.method == "get" else "write"
        return bool(self.operation.get("x-impact", default) == "read")

    @property
    def paging(self) -> dict[str, Any] | None:
        """Names of the paging parameters and the longest page, if the list comes in pages."""
        return self.operation.get("x-paging")

    @property
    def filters(self) -> list[Argument]:
        """Query parameters beside those of paging."""
        paging = self.paging or {}
        return [each for each in self.query if each.wire not in {paging.get("limit"), paging.get("offset")}]

    @property
    def row(self) -> str:
        """Type of a row of a list.

        Raises:
            CannotGenerateError: when the answer is no list.
        """
        listed = re.fullmatch(r"list\[(\w+)\]", self.answer)
        return (
            listed[1] if listed else self._refuse("it has x-paging, and its answer is no list of one schema")
        )

    @property
    def key(self) -> str:
        """Field that tells the rows of a list apart: the one with which a row's own path ends.

        Raises:
            CannotGenerateError: when there is none.
        """
        row = self._resolved(self.bundle["components"]["schemas"][self.row])
        for other in self.bundle["paths"]:
            end = re.fullmatch(re.escape(self.url) + r"/\{(\w+)\}", other)
            if end and end[1] in row.get("properties", {}):
                return end[1]
        return self._refuse("it has x-paging, and no path leads to one of its rows by a field of the row")

    @cached_property
    def arguments(self) -> list[Argument]:
        """All arguments in their order.

        Raises:
            CannotGenerateError: when two have one name, or a parameter is a header or a cookie.
        """
        if self.endpoint.header_parameters or self.endpoint.cookie_parameters:
            self._refuse("it has a header or cookie parameter, which the client does not send")
        arguments = [*self.path, *self.query, *self.form]
        names = [argument.name for argument in arguments]
        if twice := {name for name in names if names.count(name) > 1}:
            self._refuse(f"two of its arguments are called {', '.join(sorted(twice))}")
        return arguments

    @cached_property
    def answer(self) -> str:
        """Type of the answer to a success.

        Raises:
            CannotGenerateError: when there is not exactly one.
        """
        types = set(self._types(success=True).values())
        if len(types) != 1:
            self._refuse("its answers with a status of 2xx do not have one schema")
        return types.pop()

    @property
    def returns(self) -> str:
        """Annotation of the method's result; a method called `list` hides the built-in one."""
        return re.sub(r"\blist\[", "builtins.list[", self.answer)

    @cached_property
    def errors(self) -> dict[int, str]:
        """Class of the error object by status; 0 stands for every status not named."""
        return self._types(success=False)

    @property
    def path_example(self) -> str:
        """The arguments for the path with the description's examples."""
        return ", ".join(repr(argument.example) for argument in self.path)

    @property
    def result(self) -> str:
        """What an example calls the answer."""
        one = re.sub(r"^list\[(.*)\]$", r"\1", self.answer)
        words: list[str] = re.findall(r"[A-Z][a-z0-9]*", one) or ["Answer"]
        if words[-1].endswith("ed"):
            return words[-1].lower()
        return "_".join(words).lower() + ("" if one == self.answer else "s")

    @property
    def example_call(self) -> str:
        """A call with the description's examples: those of its first form, or a page of a list."""
        wanted = {(self.paging or {}).get("limit")}
        query = {each.name: each.example for each in self.query if each.required or each.wire in wanted}
        first: dict[str, Any] = next((each["value"] for each in self._form_examples), {})
        form = {each.name: first[each.wire] for each in self.form if each.wire in first}
        given = [repr(each.example) for each in self.path]
        given += [f"{name}={value!r}" for name, value in (query | form).items()]
        return f"client.{self.endpoint.tags[0]}.{self.name}({', '.join(given)})"

    @property
    def models(self) -> set[str]:
        """Names that the call needs from the models package."""
        types = " ".join([self.answer, *self.errors.values(), *(each.type for each in self.arguments)])
        return {name for name in re.findall(r"\w+", types) if name in self.bundle["components"]["schemas"]}

    @property
    def _form_content(self) -> dict[str, Any]:
        content = self._resolved(self.operation["requestBody"])["content"]
        form: dict[str, Any] = content["application/x-www-form-urlencoded"]
        return form

    @property
    def _form_examples(self) -> list[dict[str, Any]]:
        examples = self._form_content.get("examples", {}) if self.has_form else {}
        return [self._resolved(example) for example in examples.values()]

    def _types(self, *, success: bool) -> dict[int, str]:
        types = {}
        for response in self.endpoint.responses:
            first, last = response.status_code.range or (0, 0)
            if first != last:
                self._refuse("it names a range of statuses; name them one by one")
            if (200 <= first < 300) is success:  # noqa: PLR2004 - as RFC 9110 divides them
                types[first] = response.prop.get_type_string().as_unembedded_code()
        return types

    def _parameter(self, place: str, each: Property) -> Argument:
        item = self.bundle["paths"][self.url]
        found = map(self._resolved, (*self.operation.get("parameters", []), *item.get("parameters", [])))
        key = (place, each.name.get_untrusted_value())
        return self._argument(each, next(which for which in found if (which["in"], which["name"]) == key))

    def _argument(self, each: Property, described: dict[str, Any]) -> Argument:
        wire = each.name.get_untrusted_value()
        usable = wire.isidentifier() and not keyword.iskeyword(wire)
        text = " ".join(described.get("description", "").split())
        return Argument(
            name=wire if usable else str(each.python_name),
            wire=wire,
            type=self._type(each),
            required=each.required,
            description=f"{text} Deprecated." if described.get("deprecated") else text,
            example=described.get("example", wire),
        )

    def _type(self, each: Property) -> str:
        schemas = self.bundle["components"]["schemas"]
        if isinstance(each, LiteralEnumProperty) and each.class_info.name not in schemas:
            return f"Literal[{', '.join(sorted(map(repr, each.values)))}]"
        return each.get_type_string(no_optional=True).as_unembedded_code()

    def _resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            _, _, section, name = node["$ref"].split("/")
            node = self.bundle["components"][section][name]
        return node

    def _refuse(self, reason: str) -> NoReturn:
        message = f"{self.operation['operationId']} cannot become a method: {reason}"
        raise CannotGenerateError(message)
