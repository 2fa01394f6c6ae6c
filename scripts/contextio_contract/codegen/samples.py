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

_CONTINUED: Final = " \\\n    "
_NARROW: Final = 48
"""Characters that fit beside the reference's text without scrolling."""


@dataclass(frozen=True)
class Example:
    """The values of one call by name, and in a line what it shows; `body` is one that is no form."""

    summary: str
    path: Mapping[str, Any]
    query: Mapping[str, Any] = field(default_factory=dict)
    form: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None


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
    limit = operation.paging.limit if operation.paging else None
    path = {each.name: _value(each) for each in operation.path_parameters}
    shown = (each for each in operation.query_parameters if each.required or each.name == limit)
    query = {each.name: _value(each) for each in shown}
    media = body_of(operation)
    kind = "form" if operation.form else "body"
    bodies = media.examples if media else ()
    return [Example(each.summary, path, query, **{kind: each.value}) for each in bodies] or [
        Example("", path, query)
    ]


def body_of(operation: Operation) -> MediaType | None:
    """Return the request body in the media type that is shown: a form if there is one."""
    body = operation.body
    return (body.form or body.multipart or body.media) if body else None


def samples(operation: Operation, base_url: str) -> list[Sample]:
    """Return calls of an operation in each language that can make them.

    The generated clients send forms and read JSON; other operations are shown with curl alone.
    """
    calls = examples(operation)
    curl = Sample("curl", "bash", "\n\n".join(_curl(operation, base_url, call) for call in calls))
    if operation.success.kind != "json" or (operation.body and not operation.form):
        return [curl]
    return [
        curl,
        Sample("Python", "python", _python(operation, base_url, calls)),
        Sample("TypeScript", "typescript", _typescript(operation, base_url, calls)),
    ]


def python_call(called: str, example: Example, width: int) -> str:
    """Return a call with the generated Python client, in lines of at most `width` characters."""
    arguments = [_literal(value) for value in example.path.values()]
    arguments += [
        f"{identifier(name)}={_literal(value)}" for name, value in {**example.query, **example.form}.items()
    ]
    return _call(called, arguments, width)


def typescript_call(called: str, example: Example, width: int) -> str:
    """Return a call with the generated TypeScript client likewise."""
    arguments = list(map(_json, example.path.values()))
    params = [
        f"{name if name.isidentifier() else _json(name)}: {_json(value)}"
        for name, value in {**example.query, **example.form}.items()
    ]
    line = ", ".join([*arguments, f"{{ {', '.join(params)} }}"] if params else arguments)
    if params and len(f"{called}({line});") > width:
        fields = "".join(f"  {param},\n" for param in params)
        line = ", ".join([*arguments, f"{{\n{fields}}}"])
    return f"{called}({line});"


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


def pascal(name: str) -> str:
    """Turn snake_case into PascalCase, as both clients spell the classes of pages."""
    return "".join(map(str.capitalize, name.split("_")))


def _curl(operation: Operation, base_url: str, call: Example) -> str:
    """Return a call with curl, signed by the shell function that the reference shows."""
    media = body_of(operation)
    query, form = (list(_pairs(operation, values)) for values in (call.query, call.form))
    headers = [
        f"{each.name}: {_value(each)}"
        for each in operation.parameters
        if each.location == "header" and each.required
    ]
    data = []
    if media and call.body is not None:
        headers.append(f"Content-Type: {media.name}")
        data = [as_text(call.body)]
    has_body = bool(form or data)
    is_signed = media is not None and media.name == FORM
    method = "" if operation.method == ("POST" if has_body else "GET") else f" -X {operation.method}"
    signing = [f'contextio_sign {operation.method} "$url"']
    signing += [shlex.quote(pair) for pair in (query + form if is_signed else query)]
    fits = len(" ".join(signing)) <= _NARROW
    lines = [
        f'curl{" -G" if query and not has_body else ""}{method} "$url"',
        *_options("--url-query" if has_body else "--data-urlencode", query),
        *_options("--data-urlencode" if is_signed else "--form-string", form),
        *_options("-H", headers),
        *_options("--data-raw", data),
        f'-H "$({(" " if fits else _CONTINUED).join(signing)})"',
    ]
    comment = f"# {call.summary}\n" if call.summary else ""
    url = f"{base_url}{operation.path.fill(call.path)}"
    return f'{comment}url="{url}"\n' + " \\\n  ".join(lines)


def _pairs(operation: Operation, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield `name=value` as it is sent; an array is sent element by element or joined with commas."""
    joined = {parameter.name for parameter in operation.query_parameters if not parameter.explode}
    for name, value in values.items():
        texts = [as_text(element) for element in (value if isinstance(value, list) else [value])]
        yield from (f"{name}={text}" for text in ([",".join(texts)] if name in joined else texts))


def _options(option: str, values: Sequence[str]) -> list[str]:
    return [f"{option} {shlex.quote(value)}" for value in values]


def _python(operation: Operation, base_url: str, calls: list[Example]) -> str:
    """Return a program with calls of the generated Python client."""
    result = result_name(operation)
    keys = ['"your-key"', '"your-secret"', f'base_url="{base_url}"']
    lines = [
        "from contextio_client import ContextIO",
        "",
        f"{_call('with ContextIO', keys, _NARROW)} as client:",
    ]
    for call in calls:
        code = python_call(f"{result} = client.{operation.page}.{operation.name}", call, _NARROW)
        lines += [f"    # {call.summary}"] if call.summary else []
        lines += [f"    {line}" for line in code.splitlines()]
    return "\n".join([*lines, f"    print({result})"])


def _typescript(operation: Operation, base_url: str, calls: list[Example]) -> str:
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
    called, result = f"client.{camel(operation.page)}.{camel(operation.name)}", camel(result_name(operation))
    for index, call in enumerate(calls):
        declared = "" if index else "let " if len(calls) > 1 else "const "
        lines += [f"// {call.summary}"] if call.summary else []
        lines.append(typescript_call(f"{declared}{result} = await {called}", call, _NARROW))
    return "\n".join([*lines, f"console.log({result});"])


def _call(called: str, arguments: list[str], width: int) -> str:
    """Return a call in Python, on one line or with a line for each argument."""
    line = f"{called}({', '.join(arguments)})"
    if len(line) <= width:
        return line
    return "\n".join([f"{called}(", *(f"    {argument}," for argument in arguments), ")"])


def _value(parameter: Parameter) -> Any:
    return parameter.name if parameter.example is None else parameter.example


def _literal(value: Any) -> str:
    return _json(value) if isinstance(value, str) else repr(value)


def as_text(value: Any) -> str:
    """Return a JSON value as it is written on the wire, a string without quotes."""
    return value if isinstance(value, str) else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
