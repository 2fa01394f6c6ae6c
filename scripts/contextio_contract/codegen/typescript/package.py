"""Generator of the TypeScript package: types by openapi-typescript, and a client from our templates."""

from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from contextio_contract.codegen.facts import callback_parameter, error_classes, stale_code
from contextio_contract.codegen.python.enumerations import open_enumerations
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.codegen.typescript import methods, node

if TYPE_CHECKING:
    from contextio_contract.contract import Contract

_TEMPLATES: Final = Path(__file__).with_name("templates")
PACKAGE: Final = "contextio-client"
# A template of these names is rendered once for each page or method, and not by itself.
_PAGE: Final = "src/pages/page.ts.jinja"
_EXAMPLE: Final = "examples/example.ts.jinja"
# Rendered where the description has the connect flow.
_CONNECT: Final = "src/connect.ts.jinja"


def write_typescript(contract: Contract, folder: Path) -> None:
    """Write the npm package.

    Args:
        contract: the bundled OpenAPI document.
        folder: where the package goes; it is made.

    Raises:
        CannotGenerateError: when a part of the document has no code.
        CannotRun: when Node or its tools cannot be had.
    """
    bundle = contract.bundle
    pages = methods.pages(bundle)
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is TypeScript, not HTML
    )
    environment.filters["comment"] = _comment
    environment.filters["code"] = "`{}`".format
    environment.globals.update(_facts(bundle, pages))
    for name in environment.list_templates():
        template = environment.get_template(name)
        if name == _PAGE:
            for page in pages:
                _write(folder / "src" / "pages" / f"{page.name}.ts", template.render(page=page))
        elif name == _CONNECT and not environment.globals["callback_parameter"]:
            continue
        elif name == _EXAMPLE:
            for page in pages:
                for method in page.methods:
                    text = template.render(page=page, method=method)
                    _write(folder / "examples" / f"{method.id}.ts", text)
        else:
            _write(folder / name.removesuffix(".jinja"), template.render())
    types = _types(bundle, node.tools())
    _write(folder / "src" / "types.ts", f"// Generated from the description; not to be edited.\n\n{types}")


def _facts(bundle: dict[str, Any], pages: list[methods.Page]) -> dict[str, Any]:
    """Return what every template may ask for."""
    calls = [method for page in pages for method in page.methods]
    statuses = {status for call in calls for status in call.error_statuses}
    schemas = {name for call in calls for name in call.error_schemas}
    return {
        "package": PACKAGE,
        "title": bundle["info"]["title"],
        "version": bundle["info"]["version"],
        "license": bundle["info"]["license"]["identifier"],
        "base_url": bundle["servers"][0]["url"],
        "callback_parameter": callback_parameter(bundle),
        "stale_code": stale_code(bundle),
        "oldest_node": node.OLDEST,
        "typescript": node.pinned("typescript"),
        "pages": pages,
        "models": {
            name: schema.get("description", name).strip()
            for name, schema in bundle["components"]["schemas"].items()
        },
        "errors": error_classes(statuses),
        "error_models": " | ".join(f'components["schemas"]["{name}"]' for name in sorted(schemas)),
    }


def _types(bundle: dict[str, Any], tools: Path) -> str:
    """Return the document's types in TypeScript.

    Raises:
        CannotGenerateError: when openapi-typescript refuses the document.
    """
    document = copy.deepcopy(bundle)
    document["components"]["schemas"] |= open_enumerations(document)
    done = subprocess.run(  # noqa: S603 - our own script
        ["node", str(tools / "types.mjs")],  # noqa: S607 - the one on PATH that `node.tools` has found fit
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
