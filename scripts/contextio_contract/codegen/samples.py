"""Calls of an operation in curl, Python and TypeScript, from the examples of the description.

All that shows a call takes it from here: api.md and the examples of the clients, which tests run, and the
reference.
"""

from __future__ import annotations

import json
import keyword
import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_NARROW: Final = 48
"""Characters that fit beside the reference's text without scrolling."""


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
    template: str,
    parameters: Sequence[Mapping[str, Any]],
    paging: Mapping[str, Any] | None,
    bodies: Sequence[Mapping[str, Any]],
) -> list[Example]:
    """Return the calls that show an operation: one for each example of its form, or one with what it needs.

    Args:
        template: its path.
        parameters: what the bundle says of its parameters, references followed.
        paging: its `x-paging`, so that a list is asked for in pages.
        bodies: the examples of its form, references followed.
    """
    given = {each["name"]: each.get("example", each["name"]) for each in parameters}
    path = {name: given[name] for name in re.findall(r"\{(\w+)\}", template)}
    wanted = {each["name"] for each in parameters if each["in"] == "query" and each.get("required")}
    wanted |= {paging["limit"]} if paging else set()
    query = {name: given[name] for name in given if name in wanted}
    return [
        Example(" ".join(body.get("summary", "").split()), path, query | body["value"]) for body in bodies
    ] or [Example("", path, query)]


def bodies_of(
    media: Mapping[str, Any], resolved: Callable[[dict[str, Any]], dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the examples of a body, from whichever of the two fields has them.

    Args:
        media: what the bundle says of the body.
        resolved: follows a reference.
    """
    if "example" in media:
        return [{"value": media["example"]}]
    return [resolved(each) for each in media.get("examples", {}).values()]


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
    return line if len(line) <= _NARROW else " \\\n    ".join([command, *words])


def python(page: str, method: str, result: str, base_url: str, calls: list[Example]) -> Sample:
    """Return a program with calls of the generated Python client."""
    keys = ['"your-key"', '"your-secret"', f'base_url="{base_url}"']
    lines = ["from contextio_client import ContextIO", "", *_call("with ContextIO", keys, _NARROW)]
    lines[-1] += " as client:"
    for call in calls:
        code = python_call(f"{result} = client.{page}.{method}", call, _NARROW)
        lines += [f"    # {call.summary}"] if call.summary else []
        lines += [f"    {line}" for line in code.splitlines()]
    return Sample("Python", "python", "\n".join([*lines, f"    print({result})"]))


def typescript(page: str, method: str, result: str, base_url: str, calls: list[Example]) -> Sample:
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
    called, result = f"client.{camel(page)}.{camel(method)}", camel(result)
    for index, call in enumerate(calls):
        declared = "" if index else "let " if len(calls) > 1 else "const "
        lines += [f"// {call.summary}"] if call.summary else []
        lines.append(typescript_call(f"{declared}{result} = await {called}", call, _NARROW))
    return Sample("TypeScript", "typescript", "\n".join([*lines, f"console.log({result});"]))


def _call(called: str, arguments: list[str], width: int) -> Iterator[str]:
    """Yield the lines of a call in Python: one, or one for each argument where they would not fit."""
    line = f"{called}({', '.join(arguments)})"
    if len(line) <= width:
        yield line
    else:
        yield f"{called}("
        yield from (f"    {argument}," for argument in arguments)
        yield ")"


def result_name(schema: str, *, many: bool) -> str:
    """Return what a sample calls its answer: `accounts`, `connect_token`, `created`."""
    words: list[str] = re.findall(r"[A-Z][a-z0-9]*", schema) or ["Answer"]
    if words[-1].endswith("ed"):
        return words[-1].lower()
    return "_".join(words).lower() + ("s" if many else "")


def identifier(name: str) -> str:
    """Return what the Python client calls a parameter."""
    usable = re.sub(r"\W", "_", name)
    return f"{usable}_" if keyword.iskeyword(usable) else usable


def camel(name: str) -> str:
    """Turn snake_case into camelCase, as the TypeScript client spells names."""
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _key(name: str) -> str:
    return name if name.isidentifier() else json.dumps(name)


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
