"""Parses generated files with the grammars of tree-sitter: python parse.py GRAMMAR FILE …"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from tree_sitter import Language, Parser


def main(grammar: str, *files: str) -> None:
    """Exit with a message if a file does not parse."""
    parser = Parser(Language(importlib.import_module(f"tree_sitter_{grammar}").language()))
    for file in files:
        if parser.parse(Path(file).read_bytes()).root_node.has_error:
            sys.exit(f"{file}: syntax error")


main(*sys.argv[1:])
