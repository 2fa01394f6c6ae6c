"""Names in TypeScript."""

from __future__ import annotations

import re
from typing import Final

from contextio_contract.codegen.samples import camel

_TAKEN: Final = (
    "arguments await break case catch class const continue debugger default delete do else enum export "
    "extends false finally for function if import in instanceof interface new null options package params "
    "paging private protected public return static super switch this throw true try typeof var void while "
    "with yield"
)
"""Names that TypeScript reserves or that the body of a method uses."""


def pascal(name: str) -> str:
    """Turn snake_case into PascalCase."""
    return "".join(map(str.capitalize, name.split("_")))


def identifier(name: str) -> str:
    """Return a name for an argument."""
    spelled = camel(re.sub(r"\W", "_", name))
    return f"{spelled}_" if spelled in _TAKEN.split() else spelled
