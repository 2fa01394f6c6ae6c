"""What a generator is given and how it says that it cannot go on."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from contextio_contract.codegen.targets import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES: Final = Path(__file__).with_name("templates")


class CannotGenerateError(Exception):
    """A trait of the bundle that the generator cannot turn into code, in one sentence."""


def templates(target: str) -> Environment:
    """Return the templates of a target; a name that a template misspells is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES / target),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is Python, not HTML
    )


def run(generate: Callable[[dict[str, Any], Path], None]) -> None:
    """Let a generator write the folder named on the command line, from the bundle named on standard input.

    A generator is started while the bundle is still being made, and has imported what it needs by the time
    the name arrives. Standard input that ends without a name means that there is nothing to do.
    """
    bundle = sys.stdin.readline().rstrip("\n")
    if not bundle:
        return
    try:
        generate(json.loads(Path(bundle).read_bytes()), Path(sys.argv[1]))
    except CannotGenerateError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(REFUSED)
