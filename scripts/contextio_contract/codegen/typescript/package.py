"""Generator of the TypeScript package: types by openapi-typescript, and a client from our templates."""

from __future__ import annotations

import copy
import itertools
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from contextio_contract.codegen.facts import callback_parameter, error_classes, open_enumerations, stale_code
from contextio_contract.codegen.samples import camel
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.codegen.typescript import node
from contextio_contract.codegen.typescript.methods import identifier, methods_by_page, pascal

if TYPE_CHECKING:
    from contextio_contract.codegen.typescript.methods import Method
    from contextio_contract.contract import Contract, Page

_TEMPLATES: Final = Path(__file__).with_name("templates")
_PACKAGE: Final = "contextio-client"
_PAGE: Final = "src/pages/page.ts.jinja"
"""Rendered once for each page."""
_EXAMPLE: Final = "examples/example.ts.jinja"
"""Rendered once for each method."""
_CONNECT: Final = "src/connect.ts.jinja"
"""Rendered if the description has a callback that brings a browser back."""


def write_typescript(contract: Contract, folder: Path) -> None:
    """Write the npm package into a new folder.

    Raises:
        CannotGenerateError: if a part of the description has no code.
        CannotRun: if Node or its tools are missing.
    """
    pages = methods_by_page(contract)
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is TypeScript, not HTML
    )
    environment.filters.update(
        camel=camel, code="`{}`".format, comment=_comment, identifier=identifier, pascal=pascal
    )
    environment.globals.update(_globals(contract, pages))
    for name in environment.list_templates():
        template = environment.get_template(name)
        if name == _PAGE:
            for page, methods in pages.items():
                text = template.render(page=page, methods=methods)
                _write(folder / "src" / "pages" / f"{page.name}.ts", text)
        elif name == _EXAMPLE:
            for method in itertools.chain(*pages.values()):
                _write(folder / "examples" / f"{method.operation.id}.ts", template.render(method=method))
        elif name != _CONNECT or environment.globals["callback_parameter"]:
            _write(folder / name.removesuffix(".jinja"), template.render())
    types = _types(contract, node.tools())
    _write(folder / "src" / "types.ts", f"// Generated from the description; not to be edited.\n\n{types}")


def _globals(contract: Contract, pages: dict[Page, list[Method]]) -> dict[str, Any]:
    """Return the variables of every template."""
    methods = list(itertools.chain(*pages.values()))
    schemas = {name for method in methods for name in method.error_schemas}
    return {
        "package": _PACKAGE,
        "title": contract.title,
        "version": contract.version,
        "license": contract.bundle["info"]["license"]["identifier"],
        "base_url": contract.server_url,
        "callback_parameter": callback_parameter(contract),
        "stale_code": stale_code(contract),
        "oldest_node": node.OLDEST,
        "typescript": node.pinned("typescript"),
        "pages": pages,
        "models": {
            name: schema.resolved.get("description", name).strip()
            for name, schema in contract.schemas.items()
        },
        "errors": error_classes({status for method in methods for status in method.error_statuses}),
        "error_models": " | ".join(f'components["schemas"]["{name}"]' for name in sorted(schemas)),
    }


def _types(contract: Contract, tools: Path) -> str:
    """Return the types of the document in TypeScript.

    Raises:
        CannotGenerateError: if openapi-typescript refuses the document.
    """
    document = copy.deepcopy(contract.bundle)
    document["components"]["schemas"] |= open_enumerations(contract)
    done = subprocess.run(  # noqa: S603 - our own script
        ["node", str(tools / "types.mjs")],  # noqa: S607 - the one on PATH, which `node.tools` has checked
        input=json.dumps(document),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not done.stdout:
        lines = [line for line in done.stderr.splitlines() if "Error" in line] or ["no reason given"]
        message = f"openapi-typescript refuses the description: {lines[0].strip()}"
        raise CannotGenerateError(message)
    return done.stdout


def _comment(text: str, indent: int) -> str:
    """Return the lines of a text as lines of a comment block."""
    margin = " " * indent + "*"
    lines = text.strip().replace("*/", "*\\/").splitlines()
    return "\n".join(f"{margin} {line}".rstrip() for line in lines)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
