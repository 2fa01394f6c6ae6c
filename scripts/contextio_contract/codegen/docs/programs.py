"""Programs that call an operation: in curl, and with the generated clients in Python and TypeScript."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen import samples
from contextio_contract.codegen.names import OWN
from contextio_contract.codegen.samples import File, as_text, camel
from contextio_contract.contract import FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from contextio_contract.codegen.samples import Example
    from contextio_contract.contract import Operation

_CONTINUED: Final = " \\\n    "
KEYS: Final = "key='your-key' secret='your-secret'\n"
"""The line of a shell that sets the keys with which `sign` signs."""
_SIGNING: Final = Path(__file__).with_name("templates") / "sign.sh"
_NARROW: Final = 48
"""Characters that fit beside the reference's text without scrolling."""


@dataclass(frozen=True)
class Program:
    """A program with calls of one operation in one language.

    Attributes:
        language: what it is written in.
        code: its text.
        setup: the first line of what runs before it, and is nothing to read: the keys for curl. The function
            that signs follows it; the page has that once (`signing`).
    """

    language: str
    code: str
    setup: str = ""


def programs(operation: Operation, address: str, deployment: str) -> list[Program]:
    """Return calls of an operation in each language.

    Args:
        operation: the operation.
        address: the URL below which its paths lie.
        deployment: the URL of the deployment, which the clients take.
    """
    calls = samples.examples(operation)
    return [
        Program("curl", "\n\n".join(_curl(operation, address, call) for call in calls), KEYS),
        Program("Python", _python(operation, deployment, calls)),
        Program("TypeScript", _typescript(operation, deployment, calls)),
    ]


@cache
def signing() -> str:
    """Return the function of a shell that signs."""
    return _SIGNING.read_text("utf-8")


def _curl(operation: Operation, address: str, call: Example) -> str:
    """Return a call with curl, signed by the shell function."""
    media = samples.body_of(operation)
    query, form = (list(_pairs(operation, values)) for values in (call.query, call.form))
    headers = [
        f"{each.name}: {each.name if each.example is None else each.example}"
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
    signing = [f'sign {operation.method} "$url"']
    signing += [shlex.quote(pair) for pair in (query + form if is_signed else query)]
    fits = len(" ".join(signing)) <= _NARROW
    lines = [
        f'curl{" -G" if query and not has_body else ""}{method} "$url"',
        *_options("--url-query" if has_body else "--data-urlencode", query),
        *_options("--data-urlencode" if is_signed else "--form-string", form),
        *_options("-F", [_file(name, value) for name, value in call.form.items() if isinstance(value, File)]),
        *_options("-H", headers),
        *_options("--data-raw", data),
        *_options("-o", [saved_as(operation)] if operation.success.kind == "binary" else []),
        f'-H "$({(" " if fits else _CONTINUED).join(signing)})"',
    ]
    comment = f"# {call.summary}\n" if call.summary else ""
    url = f"{address}{operation.path.fill(call.path)}"
    return f'{comment}url="{url}"\n' + " \\\n  ".join(lines)


def saved_as(operation: Operation) -> str:
    """Return the name of a file for the bytes that an operation answers: `source.eml`."""
    media = operation.success.media
    return f"{samples.result_name(operation)}{samples.extension(media.name) if media else ''}"


def _pairs(operation: Operation, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield `name=value` as it is sent; an array is sent element by element or joined with commas."""
    joined = {parameter.name for parameter in operation.query_parameters if not parameter.explode}
    for name, value in values.items():
        if isinstance(value, File):
            continue
        texts = [as_text(element) for element in (value if isinstance(value, list) else [value])]
        yield from (f"{name}={text}" for text in ([",".join(texts)] if name in joined else texts))


def _file(name: str, file: File) -> str:
    return f"{name}=@{file.name}{f';type={file.media_type}' if file.media_type else ''}"


def _options(option: str, values: Sequence[str]) -> list[str]:
    return [f"{option} {shlex.quote(value)}" for value in values]


def _python(operation: Operation, deployment: str, calls: list[Example]) -> str:
    """Return a program with calls of the generated Python client."""
    result = samples.result_name(operation)
    shown = f'{result}.save("{saved_as(operation)}")' if operation.success.kind == "binary" else result
    is_nothing = operation.success.kind == "none"
    keys = ['"your-key"', '"your-secret"', f'base_url="{deployment}"']
    lines = [
        *(["from pathlib import Path", ""] if _sends_files(calls) else []),
        f"from {OWN.client} import ContextIO",
        "",
        f"{samples.python_lines('with ContextIO', keys, _NARROW)} as client:",
    ]
    for call in calls:
        called = f"client.{operation.page}.{operation.name}"
        code = samples.python_call(called if is_nothing else f"{result} = {called}", call, _NARROW)
        lines += [f"    # {call.summary}"] if call.summary else []
        lines += [f"    {line}" for line in code.splitlines()]
    return "\n".join([*lines, *([] if is_nothing else [f"    print({shown})"])])


def _typescript(operation: Operation, deployment: str, calls: list[Example]) -> str:
    """Return a program with calls of the generated TypeScript client."""
    kind = operation.success.kind
    result = camel(samples.result_name(operation))
    lines = [
        *(['import { openAsBlob } from "node:fs";'] if _sends_files(calls) else []),
        *(['import { writeFile } from "node:fs/promises";'] if kind == "binary" else []),
        f'import {{ ContextIO }} from "{OWN.distribution}";',
        "",
        "const client = new ContextIO({",
        '  consumerKey: "your-key",',
        '  consumerSecret: "your-secret",',
        f'  baseUrl: "{deployment}",',
        "});",
    ]
    called = f"client.{camel(operation.page)}.{camel(operation.name)}"
    for index, call in enumerate(calls):
        declared = "" if index else "let " if len(calls) > 1 else "const "
        assigned = "" if kind == "none" else f"{declared}{result} = "
        lines += [f"// {call.summary}"] if call.summary else []
        lines.append(samples.typescript_call(f"{assigned}await {called}", call, _NARROW))
    if kind != "none":
        shown = f'await writeFile("{saved_as(operation)}", {result});'
        lines.append(shown if kind == "binary" else f"console.log({result});")
    return "\n".join(lines)


def _sends_files(calls: list[Example]) -> bool:
    return any(isinstance(value, File) for call in calls for value in call.form.values())
