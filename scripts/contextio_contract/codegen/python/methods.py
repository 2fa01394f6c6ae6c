"""What the client's templates say about an operation, from the generator's reading and the bundle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NoReturn

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty

from contextio_contract.codegen import samples
from contextio_contract.codegen.facts import resolved
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties import Property


_WIDTH: Final = 110
"""Characters in a line of generated code."""


@dataclass(frozen=True)
class Argument:
    """An argument of a method: a parameter of the operation or a field of its form."""

    name: str
    wire: str
    type: str
    required: bool
    description: str


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
        described = resolved(self.bundle, self._form_content["schema"])["properties"]
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
    def row(self) -> str | None:
        """Type of a row of a list; None where the answer is no list of one schema."""
        listed = re.fullmatch(r"list\[(\w+)\]", self.answer)
        return listed[1] if listed else None

    @property
    def key(self) -> str | None:
        """Field that tells the rows of a list apart: the one with which a row's own path ends, if any."""
        schemas = self.bundle["components"]["schemas"]
        row = resolved(self.bundle, schemas[self.row]) if self.row in schemas else {}
        for other in self.bundle["paths"]:
            end = re.fullmatch(re.escape(self.url) + r"/\{(\w+)\}", other)
            if end and end[1] in row.get("properties", {}):
                return end[1]
        return None

    @property
    def is_iterable(self) -> bool:
        """Whether all pages can be had as one, without a row twice or missed."""
        return self.paging is not None and self.key is not None

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
    def example(self) -> str:
        """A call with the description's examples whose answer has a name."""
        many = self.answer.startswith("list[")
        result = samples.result_name(self.answer.removeprefix("list[").removesuffix("]"), many=many)
        return samples.python_call(f"{result} = {self._called}", self._example, _WIDTH)

    @property
    def example_call(self) -> str:
        """The same without the name."""
        return samples.python_call(self._called, self._example, _WIDTH)

    @property
    def all_example(self) -> str:
        """The same for all pages of a list."""
        only_path = samples.Example("", self._example.path)
        return samples.python_call(f"{self._called}_all", only_path, _WIDTH)

    @property
    def models(self) -> set[str]:
        """Names that the call needs from the models package."""
        types = " ".join([self.answer, *self.errors.values(), *(each.type for each in self.arguments)])
        return {name for name in re.findall(r"\w+", types) if name in self.bundle["components"]["schemas"]}

    @property
    def _form_content(self) -> dict[str, Any]:
        content = resolved(self.bundle, self.operation["requestBody"])["content"]
        form: dict[str, Any] = content["application/x-www-form-urlencoded"]
        return form

    @property
    def _called(self) -> str:
        return f"client.{self.endpoint.tags[0]}.{self.name}"

    @property
    def _example(self) -> samples.Example:
        return samples.examples(Contract(self.bundle).operations[self.operation["operationId"]])[0]

    @property
    def _parameters(self) -> list[dict[str, Any]]:
        item = self.bundle["paths"][self.url]
        return [
            resolved(self.bundle, each)
            for each in (*item.get("parameters", []), *self.operation.get("parameters", []))
        ]

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
        key = (place, each.name.get_untrusted_value())
        found = (which for which in self._parameters if (which["in"], which["name"]) == key)
        return self._argument(each, next(found))

    def _argument(self, each: Property, described: dict[str, Any]) -> Argument:
        wire = each.name.get_untrusted_value()
        text = " ".join(described.get("description", "").split())
        return Argument(
            name=samples.identifier(wire),
            wire=wire,
            type=self._type(each),
            required=each.required,
            description=f"{text} Deprecated." if described.get("deprecated") else text,
        )

    def _type(self, each: Property) -> str:
        schemas = self.bundle["components"]["schemas"]
        if isinstance(each, LiteralEnumProperty) and each.class_info.name not in schemas:
            return f"Literal[{', '.join(sorted(map(repr, each.values)))}]"
        return each.get_type_string(no_optional=True).as_unembedded_code()

    def _refuse(self, reason: str) -> NoReturn:
        message = f"{self.operation['operationId']} cannot become a method: {reason}"
        raise CannotGenerateError(message)
