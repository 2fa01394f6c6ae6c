"""Every tool that is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.tools import npm_mocks, npm_readers, npm_tools, openapi_generator, python_tools

if TYPE_CHECKING:
    from tests.tools.workbench import Tool

TOOLS: Final[list[Tool]] = [
    *openapi_generator.TOOLS,
    *python_tools.TOOLS,
    *npm_tools.TOOLS,
    *npm_readers.TOOLS,
    *npm_mocks.TOOLS,
]
