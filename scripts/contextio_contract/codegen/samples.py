"""Calls of an operation in curl, Python and TypeScript, from the examples of the description.

All that shows a call takes it from here: api.md and the examples of the clients, which tests run, and the
reference.
"""

from __future__ import annotations

import json
import keyword
import re
import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from contextio_contract.contract import MediaType, Operation, Parameter

_NARROW: Final = 48
"""Characters that fit beside the reference's text without scrolling."""


@dataclass(frozen=True)
class Example:
    """The values of one call.

    Attributes:
        summary: what the call shows.
        path: the path parameters.
        query: the query parameters.
        form: the fields of the form.
        body: the request body, unless it is a form; None without one.
    """

    summary: str
    path: Mapping[str, Any]
    query: Mapping[str, Any] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None

    @property
    def values(self) -> Mapping[str, Any]:
        """The query parameters and the fields of the form."""
        return {**self.query, **self.form}


@dataclass(frozen=True)
class Sample:
    """Calls of one operation in one language."""

    language: str
    lexer: str
    code: str


def examples(operation: Operation) -> list[Example]:
    """Return the calls that show an operation: one per example of its body, or one with what is required.

    The limit of a list in pages is sent as well.
    """
    sent = {parameter.name for parameter in operation.query_parameters if parameter.required}
    sent |= {operation.paging.limit} if operation.paging else set()
    path = {parameter.name: _value(parameter) for parameter in operation.path_parameters}
    query = {
        parameter.name: _value(parameter)
        for parameter in operation.query_parameters
        if parameter.name in sent
    }
    media = body_of(operation)
    if media is None or not media.examples:
        return [Example("", path, query)]
    if operation.form:
        return [Example(example.summary, path, query, form=example.value) for example in media.examples]
    return [Example(example.summary, path, query, body=example.value) for example in media.examples]


def body_of(operation: Operation) -> MediaType | None:
    """Return the request body in the media type that is shown: a form if there is one."""
    body = operation.body
    return (body.form or body.multipart or body.media) if body else None


def samples(operation: Operation, base_url: str) -> list[Sample]:
    """Return calls of an operation in each language that can make them.

    The generated clients send forms and read JSON; other operations are shown with curl alone.
    """
    calls = examples(operation)
    curl = "\n\n".join(_curl(operation, base_url, call) for call in calls)
    shown = [Sample("curl", "bash", curl)]
    if operation.success.kind == "json" and (operation.body is None or operation.form):
        result = result_name(operation)
        shown += [
            Sample("Python", "python", _python(operation, result, base_url, calls)),
            Sample("TypeScript", "typescript", _typescript(operation, result, base_url, calls)),
        ]
    return shown


def python_call(called: str, example: Example, width: int) -> str:
    """Return a call with the generated Python client.

    Args:
        called: what stands before the parentheses, such as `accounts = client.accounts.list`.
        example: the values.
        width: how many characters fit into a line.
    """
    arguments = [_literal(value) for value in example.path.values()]
    arguments += [f"{identifier(name)}={_literal(value)}" for name, value in example.values.items()]
    return "\n".join(_call(called, arguments, width))


def typescript_call(called: str, example: Example, width: int) -> str:
    """Return a call with the generated TypeScript client.

    Args:
        called: what stands before the parentheses, such as `await client.accounts.list`.
        example: the values.
        width: how many characters fit into a line.
    """
    arguments = [json.dumps(value, ensure_ascii=False) for value in example.path.values()]
    if example.values:
        pairs = [
            f"{_key(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in example.values.items()
        ]
        line = f"{{ {', '.join(pairs)} }}"
        fields = "".join(f"  {pair},\n" for pair in pairs)
        fits = len(f"{called}({', '.join([*arguments, line])});") <= width
        arguments.append(line if fits else f"{{\n{fields}}}")
    return f"{called}({', '.join(arguments)});"


def _curl(operation: Operation, base_url: str, call: Example) -> str:
    """Return a call with curl, signed by the shell function that the reference shows."""
    media = body_of(operation)
    query = [f"{name}={text}" for name, text in _pairs(operation, call.query)]
    form = [f"{name}={text}" for name, text in _pairs(operation, call.form)]
    has_body = bool(form) or call.body is not None
    is_signed = media is not None and media.name == FORM
    signing = _fitted(f'contextio_sign {operation.method} "$url"', query + (form if is_signed else []))
    method = "" if operation.method == ("POST" if has_body else "GET") else f" -X {operation.method}"
    lines = [
        f'curl{" -G" if query and not has_body else ""}{method} "$url"',
        *_options("--url-query" if has_body else "--data-urlencode", query),
        *_options("--data-urlencode" if is_signed else "--form-string", form),
        *_options(
            "-H", [f"{parameter.name}: {_value(parameter)}" for parameter in _required_headers(operation)]
        ),
    ]
    if media and call.body is not None:
        lines += _options("-H", [f"Content-Type: {media.name}"])
        lines += _options("--data-raw", [as_text(call.body)])
    comment = f"# {call.summary}\n" if call.summary else ""
    url = f"{base_url}{operation.path.fill(call.path)}"
    return f'{comment}url="{url}"\n' + " \\\n  ".join([*lines, f'-H "$({signing})"'])


def _pairs(operation: Operation, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield names and values as they are sent; an array is sent element by element or joined with commas."""
    joined = {parameter.name for parameter in operation.query_parameters if not parameter.explode}
    for name, value in values.items():
        texts = [as_text(element) for element in (value if isinstance(value, list) else [value])]
        yield from ((name, text) for text in ([",".join(texts)] if name in joined else texts))


def _required_headers(operation: Operation) -> list[Parameter]:
    return [
        parameter
        for parameter in operation.parameters
        if parameter.location == "header" and parameter.required
    ]


def _options(option: str, values: Sequence[str]) -> list[str]:
    return [f"{option} {shlex.quote(value)}" for value in values]


def _fitted(command: str, words: Sequence[str]) -> str:
    """Return a shell command, on several lines if it does not fit on one."""
    quoted = [shlex.quote(word) for word in words]
    line = " ".join([command, *quoted])
    return line if len(line) <= _NARROW else " \\\n    ".join([command, *quoted])


def _python(operation: Operation, result: str, base_url: str, calls: list[Example]) -> str:
    """Return a program with calls of the generated Python client."""
    keys = ['"your-key"', '"your-secret"', f'base_url="{base_url}"']
    lines = ["from contextio_client import ContextIO", "", *_call("with ContextIO", keys, _NARROW)]
    lines[-1] += " as client:"
    for call in calls:
        code = python_call(f"{result} = client.{operation.page}.{operation.name}", call, _NARROW)
        lines += [f"    # {call.summary}"] if call.summary else []
        lines += [f"    {line}" for line in code.splitlines()]
    return "\n".join([*lines, f"    print({result})"])


def _typescript(operation: Operation, result: str, base_url: str, calls: list[Example]) -> str:
    """Return a program with calls of the generated TypeScript client."""
    lines = [
        'import { ContextIO } from "contextio-client";',
        "",
        "const client = new ContextIO({",
        '  consumerKey: "your-key",',
        '  consumerSecret: "your-secret",',
        f'  baseUrl: "{base_url}",',
        "});",
    ]
    called, result = f"client.{camel(operation.page)}.{camel(operation.name)}", camel(result)
    for index, call in enumerate(calls):
        declared = "" if index else "let " if len(calls) > 1 else "const "
        lines += [f"// {call.summary}"] if call.summary else []
        lines.append(typescript_call(f"{declared}{result} = await {called}", call, _NARROW))
    return "\n".join([*lines, f"console.log({result});"])


def _call(called: str, arguments: list[str], width: int) -> Iterator[str]:
    """Yield the lines of a call in Python: one, or one for each argument if they do not fit on it."""
    line = f"{called}({', '.join(arguments)})"
    if len(line) <= width:
        yield line
    else:
        yield f"{called}("
        yield from (f"    {argument}," for argument in arguments)
        yield ")"


def result_name(operation: Operation) -> str:
    """Return the name of a variable for the body of a success: `accounts`, `connect_token`, `created`."""
    schema = operation.success.schema
    element = schema.items if schema else None
    named = element or schema
    words: list[str] = re.findall(r"[A-Z][a-z0-9]*", (named and named.name) or "Answer")
    if words[-1].endswith("ed"):
        return words[-1].lower()
    return "_".join(words).lower() + ("s" if element else "")


def identifier(name: str) -> str:
    """Return the name of a parameter in the Python client."""
    usable = re.sub(r"\W", "_", name)
    return f"{usable}_" if keyword.iskeyword(usable) else usable


def camel(name: str) -> str:
    """Turn snake_case into camelCase, as the TypeScript client spells names."""
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _value(parameter: Parameter) -> Any:
    return parameter.name if parameter.example is None else parameter.example


def _key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def as_text(value: Any) -> str:
    """Return a JSON value as it is written on the wire, a string without quotes."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
