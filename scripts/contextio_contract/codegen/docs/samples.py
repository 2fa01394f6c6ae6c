"""Calls of an operation in curl, Python and TypeScript, from the examples of the description."""

from __future__ import annotations

import json
import keyword
import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.codegen.docs.document import Field

_WIDTH: Final = 48
"""Characters that fit beside the text without scrolling."""


@dataclass(frozen=True)
class Example:
    """One call: what it shows, and the values that it sends."""

    summary: str
    path: Mapping[str, Any]
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Sample:
    """Examples of one operation in one language."""

    language: str
    lexer: str
    code: str


def examples(
    fields: list[Field], paging: Mapping[str, Any] | None, bodies: Mapping[str, Any]
) -> list[Example]:
    """Return the calls that show an operation: one for each example of its form, or one with what it needs.

    Args:
        fields: its parameters and the fields of its form.
        paging: its `x-paging`, so that a list is asked for in pages.
        bodies: the examples of its form by name, references followed.
    """
    given = {field.name: field.described["example"] for field in fields if "example" in field.described}
    path = {field.name: given.get(field.name, field.name) for field in fields if field.place == "path"}
    wanted = {field.name for field in fields if field.place == "query" and field.required}
    wanted |= {paging["limit"]} if paging else set()
    query = {name: given[name] for name in given if name in wanted}
    return [
        Example(" ".join(body.get("summary", "").split()), path, query | body["value"])
        for body in bodies.values()
    ] or [Example("", path, query)]


def curl(method: str, template: str, base_url: str, calls: list[Example]) -> Sample:
    """Return calls with curl, signed by the shell function that the reference shows."""
    return Sample("curl", "bash", "\n\n".join(_curl(method, template, base_url, call) for call in calls))


def _curl(method: str, template: str, base_url: str, call: Example) -> str:
    path = template
    for name, value in call.path.items():
        path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    pairs = [shlex.quote(f"{name}={_text(value)}") for name, value in call.values.items()]
    flags = {"GET": " -G" if pairs else "", "POST": "" if pairs else " -X POST"}.get(method, f" -X {method}")
    signing = _fitted(f'contextio_sign {method} "$url"', pairs)
    lines = [
        f'curl{flags} "$url"',
        *(f"--data-urlencode {pair}" for pair in pairs),
        f'-H "$({signing})"',
    ]
    comment = f"# {call.summary}\n" if call.summary else ""
    return f'{comment}url="{base_url}{path}"\n' + " \\\n  ".join(lines)


def _fitted(command: str, words: list[str]) -> str:
    """Return a shell command, on several lines where it would not fit on one."""
    line = " ".join([command, *words])
    return line if len(line) <= _WIDTH else " \\\n    ".join([command, *words])


def python(page: str, method: str, result: str, base_url: str, calls: list[Example]) -> Sample:
    """Return calls with the generated Python client."""
    opened = _call(
        "with ContextIO", ['"your-key"', '"your-secret"', f'base_url="{base_url}"'], end=" as client:"
    )
    lines = ["from contextio_client import ContextIO", "", *opened]
    for call in calls:
        lines += [f"    # {call.summary}"] if call.summary else []
        arguments = [_literal(value) for value in call.path.values()]
        arguments += [f"{_identifier(name)}={_literal(value)}" for name, value in call.values.items()]
        lines += [f"    {line}" for line in _call(f"{result} = client.{page}.{method}", arguments)]
    return Sample("Python", "python", "\n".join([*lines, f"    print({result})"]))


def typescript(page: str, method: str, result: str, base_url: str, calls: list[Example]) -> Sample:
    """Return calls with the generated TypeScript client."""
    lines = [
        'import { ContextIO } from "contextio-client";',
        "",
        "const client = new ContextIO({",
        '  consumerKey: "your-key",',
        '  consumerSecret: "your-secret",',
        f'  baseUrl: "{base_url}",',
        "});",
    ]
    called, result = f"client.{_camel(page)}.{_camel(method)}", _camel(result)
    for index, call in enumerate(calls):
        lines += [f"// {call.summary}"] if call.summary else []
        arguments = [json.dumps(value) for value in call.path.values()]
        if call.values:
            pairs = ", ".join(f"{_key(name)}: {json.dumps(value)}" for name, value in call.values.items())
            arguments.append(f"{{ {pairs} }}")
        declared = "" if index else "let " if len(calls) > 1 else "const "
        lines += _call(f"{declared}{result} = await {called}", arguments, end=";", indent="  ")
    return Sample("TypeScript", "typescript", "\n".join([*lines, f"console.log({result});"]))


def _call(called: str, arguments: list[str], end: str = "", indent: str = "    ") -> Iterator[str]:
    """Yield the lines of a call: one, or one for each argument where they would not fit."""
    line = f"{called}({', '.join(arguments)}){end}"
    if len(line) <= _WIDTH:
        yield line
    else:
        yield f"{called}("
        yield from (f"{indent}{argument}," for argument in arguments)
        yield f"){end}"


def result_name(schema: str, *, many: bool) -> str:
    """Return what a sample calls its answer: `accounts`, `connect_token`, `created`."""
    words: list[str] = re.findall(r"[A-Z][a-z0-9]*", schema) or ["Answer"]
    if words[-1].endswith("ed"):
        return words[-1].lower()
    return "_".join(words).lower() + ("s" if many else "")


def _identifier(name: str) -> str:
    usable = re.sub(r"\W", "_", name)
    return f"{usable}_" if keyword.iskeyword(usable) else usable


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
