"""Calls of an operation with the generated clients, from the examples of the description.

All that shows a call takes it from here: api.md and the examples of the clients, which tests run, and the
reference.
"""

from __future__ import annotations

import json
import keyword
import re
from dataclasses import dataclass, field
from mimetypes import MimeTypes
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import MediaType, Operation, Parameter

SEVERAL: Final = "[]"
"""The end of the name of a form field that is sent once for each of its values."""
_TAKEN: Final = """
self page_size builtins paging Call Upload
encode_integer explode_values is_several join_values warn_of_deprecated
"""
"""Names that the body of a method in Python uses."""
_MIME_TYPES: Final = MimeTypes()


@dataclass(frozen=True)
class File:
    """A file that a multipart form sends.

    Attributes:
        name: the name of the file in a sample.
        media_type: its media type; empty if the description names none.
    """

    name: str
    media_type: str


@dataclass(frozen=True)
class Example:
    """The values of one call by name, and in a line what it shows; `body` is one that is no form.

    Files of a form are `File`s. Optional parameters of the query are left out, except the limit of a list.
    """

    summary: str
    path: Mapping[str, Any]
    query: Mapping[str, Any] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None

    @property
    def arguments(self) -> dict[str, Any]:
        """The values that are no part of the path, by the names of the clients' arguments.

        A field that takes one value and a field that takes several are one argument. The query parameter
        that has the name of a path parameter is called `query_<name>`.
        """
        arguments = {
            f"query_{name}" if name in self.path else name.removesuffix(SEVERAL): each
            for name, each in self.query.items()
        }
        for name, value in self.form.items():
            argument = name.removesuffix(SEVERAL)
            if argument in self.form and argument != name:
                value = [self.form[argument], *value]  # noqa: PLW2901 - both are sent
            arguments[argument] = value
        return arguments if self.body is None else arguments | {"body": self.body}


def examples(operation: Operation) -> list[Example]:
    """Return the calls that show an operation: one per example of its body, or one with what is required.

    The limit of a list in pages is sent as well.
    """
    limit = operation.paging.limit if operation.paging else None
    path = {each.name: _value(each) for each in operation.path_parameters}
    shown = (each for each in operation.query_parameters if each.required or each.name == limit)
    query = {each.name: _value(each) for each in shown}
    media = body_of(operation)
    if media is None or not media.examples:
        return [Example("", path, query)]
    if not operation.form:
        return [Example(each.summary, path, query, body=each.value) for each in media.examples]
    return [
        Example(each.summary, path, query, form=_with_files(media, each.value)) for each in media.examples
    ]


def body_of(operation: Operation) -> MediaType | None:
    """Return the request body in the media type that is shown: a form if there is one."""
    body = operation.body
    return (body.form or body.multipart or body.media) if body else None


def file_of(media: MediaType, field: str) -> File:
    """Return a file for a field of a multipart form, with the media type that its encoding names."""
    media_type = str(media.node.get("encoding", {}).get(field, {}).get("contentType", ""))
    return File(f"{field}{extension(media_type)}", media_type)


def extension(media_type: str) -> str:
    """Return the usual extension of files of a media type, such as `.eml`; empty if there is none."""
    return _MIME_TYPES.guess_extension(media_type) or ""


def python_call(called: str, example: Example, width: int) -> str:
    """Return a call with the generated Python client, in lines of at most `width` characters."""
    arguments = [_literal(value) for value in example.path.values()]
    arguments += [f"{identifier(name)}={_literal(value)}" for name, value in example.arguments.items()]
    return python_lines(called, arguments, width)


def python_lines(called: str, arguments: list[str], width: int) -> str:
    """Return a call in Python, on one line or with a line for each argument."""
    line = f"{called}({', '.join(arguments)})"
    if len(line) <= width:
        return line
    return "\n".join([f"{called}(", *(f"    {argument}," for argument in arguments), ")"])


def typescript_call(called: str, example: Example, width: int) -> str:
    """Return a call with the generated TypeScript client likewise."""
    arguments = list(map(_json, example.path.values()))
    params = [
        f"{name if name.isidentifier() else _json(name)}: {_typescript(value)}"
        for name, value in example.arguments.items()
    ]
    line = ", ".join([*arguments, f"{{ {', '.join(params)} }}"] if params else arguments)
    if params and len(f"{called}({line});") > width:
        fields = "".join(f"  {param},\n" for param in params)
        line = ", ".join([*arguments, f"{{\n{fields}}}"])
    return f"{called}({line});"


def result_name(operation: Operation) -> str:
    """Return the name of a variable for the body of a success: `accounts`, `connect_token`, `created`.

    A body whose schema has no name is called like the object of the operation: `source` of `get_source`.
    """
    schema = operation.success.schema
    element = schema.items if schema else None
    named = element or schema
    if named is None or not named.name:
        return operation.name.partition("_")[2] or operation.page or "answer"
    words = words_of(named.name)
    if words[-1].endswith("ed"):
        return words[-1]
    plural = "es" if words[-1].endswith("s") else "s"
    return "_".join(words) + (plural if element else "")


def words_of(name: str) -> list[str]:
    """Return the words of a name in PascalCase, in lower case."""
    return re.findall(r"[a-z][a-z0-9]*", re.sub(r"([A-Z])", r" \1", name).lower())


def identifier(name: str) -> str:
    """Return the name of an argument in the Python client."""
    usable = attribute(name)
    return f"{usable}_" if usable in _TAKEN.split() else usable


def attribute(name: str) -> str:
    """Return the name of a field in the models."""
    usable = re.sub(r"\W", "_", name.removesuffix(SEVERAL))
    usable = usable if usable.isidentifier() else f"_{usable}"
    return f"{usable}_" if keyword.iskeyword(usable) else usable


def camel(name: str) -> str:
    """Turn snake_case into camelCase, as the TypeScript client spells names."""
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def pascal(name: str) -> str:
    """Turn snake_case into PascalCase, as both clients spell the classes of pages."""
    return "".join(map(str.capitalize, name.split("_")))


def as_text(value: Any) -> str:
    """Return a JSON value as it is written on the wire, a string without quotes."""
    return value if isinstance(value, str) else _json(value)


def _with_files(media: MediaType, form: Mapping[str, Any]) -> dict[str, Any]:
    schemas = media.schema.properties
    return {
        name: file_of(media, name) if name in schemas and schemas[name].is_binary else value
        for name, value in form.items()
    }


def _value(parameter: Parameter) -> Any:
    return parameter.name if parameter.example is None else parameter.example


def _literal(value: Any) -> str:
    """Return a value in Python; a file as its path."""
    match value:
        case File():
            return f"Path({_json(value.name)})"
        case str():
            return _json(value)
        case list():
            return f"[{', '.join(map(_literal, value))}]"
        case dict():
            return f"{{{', '.join(f'{_json(name)}: {_literal(each)}' for name, each in value.items())}}}"
        case _:
            return repr(value)


def _typescript(value: Any) -> str:
    """Return a value in TypeScript; a file as a `Blob` of Node.js."""
    return f"await openAsBlob({_json(value.name)})" if isinstance(value, File) else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
