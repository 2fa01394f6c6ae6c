"""Generator of the TypeScript package: types by openapi-typescript, and a client from our templates."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contextio_contract.codegen.facts import class_name, schemas_to_read
from contextio_contract.codegen.names import OWN
from contextio_contract.codegen.package import environment, write_client_package
from contextio_contract.codegen.publishing import (
    addresses_of,
    authors_of,
    has_changelog,
    license_of,
    write_texts,
)
from contextio_contract.codegen.samples import camel
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.codegen.typescript import node
from contextio_contract.codegen.typescript.methods import identifier, methods_by_page

if TYPE_CHECKING:
    from contextio_contract.codegen.names import Names
    from contextio_contract.codegen.typescript.methods import Method
    from contextio_contract.contract import Contract

_TEMPLATES: Final = Path(__file__).with_name("templates")


def write_typescript(contract: Contract, folder: Path, names: Names = OWN, spec: Path | None = None) -> None:
    """Write the npm package into a new folder; its changelog is that of the folder of the description.

    Raises:
        CannotGenerateError: if a part of the description has no code.
        CannotRun: if Node or its tools are missing.
    """
    pages = methods_by_page(contract)
    methods = [method for methods in pages.values() for method in methods]
    schemas = sorted({name for method in methods for name in method.error_schemas})
    templates = environment(
        _TEMPLATES,
        camel=camel,
        class_name=lambda page: class_name(page, contract),
        code="`{}`".format,
        comment=_comment,
        identifier=identifier,
        literal=json.dumps,
        member=lambda name: f".{name}" if name.isidentifier() else f"[{json.dumps(name)}]",
    )
    templates.tests["used_by"] = _is_used
    templates.globals.update(
        package=names.distribution,
        about={
            "license": license_of(contract),
            **({"author": author} if (author := authors_of(contract)) else {}),
            **{name.lower(): url for name, url in addresses_of(contract).items() if name == "Homepage"},
        },
        has_changelog=has_changelog(spec),
        oldest_node=node.OLDEST,
        typescript=node.pinned("typescript"),
        schemas=contract.schemas,
        error_models=" | ".join(f'components["schemas"]["{name}"]' for name in schemas)
        or "{ type: string; value: string }",
    )
    write_client_package(templates, contract, pages, folder, names)
    types = f"// Generated from the description; not to be edited.\n\n{_types(contract, node.tools())}"
    (folder / "src" / "types.ts").write_text(types, encoding="utf-8")
    write_texts(contract, folder, names, spec)


def _types(contract: Contract, tools: Path) -> str:
    """Return the types of the document in TypeScript.

    Raises:
        CannotGenerateError: if openapi-typescript refuses the document.
    """
    components = contract.bundle["components"]
    schemas = {**components["schemas"], **schemas_to_read(contract)}
    done = subprocess.run(  # noqa: S603 - our own script
        ["node", str(tools / "types.mjs")],  # noqa: S607 - the one on PATH, which `node.tools` has checked
        input=json.dumps({**contract.bundle, "components": {**components, "schemas": schemas}}),
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


def _is_used(name: str, methods: list[Method]) -> bool:
    """Return whether the types of methods name a type of the package."""
    return any(re.search(rf'(?<![\w"]){name}(?![\w"])', method.types) for method in methods)
