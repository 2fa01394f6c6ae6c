"""The tools that `lint` and `diff` are compared with, run as from a terminal, their reports in one form."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from contextio_contract.codegen.typescript import node
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.description.source.yaml import Pointer

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = Path(__file__).with_name("bench-peers")
INSTALLED: Final = ROOT / ".cache" / PACKAGES.name
_BIN: Final = INSTALLED / "node_modules" / ".bin"
_QUIET: Final = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1"}
_TIMEOUT: Final = 60.0
_VALIDATOR: Final = """
import json, sys
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.readers import read_from_filename
try:
    content, base = read_from_filename(sys.argv[1])
    errors = [(error.message, list(error.absolute_path)) for error in
              OpenAPIV31SpecValidator(content, base_uri=base).iter_errors()]
except Exception as failure:
    mark = getattr(failure, "problem_mark", None)
    print(json.dumps([[f"{type(failure).__name__}: {failure}", mark.line + 1 if mark else []]]))
else:
    print(json.dumps(errors))
"""
"""The command of openapi-spec-validator names no places, so its library is asked."""


class Report(NamedTuple):
    """What a tool says.

    Attributes:
        text: its words, with the name of the rule if there is one.
        file: the file that it names; empty for the one that it was given.
        line: counted from 1; None where it names only a pointer.
        pointer: the place in that file.
    """

    text: str
    file: str
    line: int | None
    pointer: Pointer


def install() -> None:
    """Install the tools as the committed lock has them, unless they are there."""
    try:
        node.tools(PACKAGES)
    except CannotRun as error:
        sys.exit(str(error))


def run(command: list[str], folder: Path, **environment: str) -> tuple[float, str, str]:
    """Return how many seconds a command took, from start to end, and its output and errors."""
    began = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=_TIMEOUT,
        env={**os.environ, **_QUIET, **environment},
    )
    return time.perf_counter() - began, done.stdout, done.stderr


def redocly(document: Path) -> tuple[float, list[Report]]:
    """Return the seconds that `redocly lint` with all its rules takes, and what it says."""
    command = [str(_BIN / "redocly"), "lint", document.name, "--format=json", "--extends=all"]
    taken, output, errors = run([*command, "--max-problems=99999"], document.parent)
    failure = re.search(r'- (.+) in "(.+)" \((\d+):\d+\)', errors)
    if failure:
        return taken, [Report(failure[1], _name(failure[2], document), int(failure[3]), ())]
    reports = []
    for problem in json.loads(output)["problems"]:
        place = problem["location"][0]
        reports.append(
            Report(
                f"{problem['ruleId']}: {problem['message']}",
                _name(place["source"]["ref"], document),
                place.get("start", {}).get("line"),
                _pointer(place.get("pointer") or ""),
            )
        )
    return taken, reports


def spectral(document: Path) -> tuple[float, list[Report]]:
    """Return the seconds that `spectral lint` with all its rules for OpenAPI takes, and what it says."""
    rules = str(PACKAGES / "spectral.yaml")
    command = [str(_BIN / "spectral"), "lint", document.name, "--ruleset", rules, "--format=json", "--quiet"]
    taken, output, errors = run(command, document.parent)
    if not output.strip():
        return taken, [Report(errors.strip(), "", None, ())] if errors.strip() else []
    return taken, [
        Report(
            f"{problem['code']}: {problem['message']}",
            _name(problem.get("source") or "", document),
            problem["range"]["start"]["line"] + 1,
            tuple(problem["path"]),
        )
        for problem in json.loads(output)
    ]


def validator(document: Path) -> tuple[float, list[Report]]:
    """Return the seconds that openapi-spec-validator takes, and what it says."""
    taken, output, _ = run([sys.executable, "-c", _VALIDATOR, document.name], document.parent)
    return taken, [
        Report(message, "", place, ()) if isinstance(place, int) else Report(message, "", None, tuple(place))
        for message, place in json.loads(output)
    ]


PEERS: Final[dict[str, Callable[[Path], tuple[float, list[Report]]]]] = {
    "redocly": redocly,
    "spectral": spectral,
    "validator": validator,
}


def _name(file: str, document: Path) -> str:
    """Return the path of a file relative to the folder of the description; empty for the document itself."""
    path = (document.parent / file).resolve()
    inside = path.is_relative_to(document.parent.resolve()) and path != document.resolve()
    return str(path.relative_to(document.parent.resolve())) if inside else ""


def _pointer(text: str) -> Pointer:
    parts: list[Any] = [
        part.replace("~1", "/").replace("~0", "~") for part in text.removeprefix("#").split("/")[1:]
    ]
    return tuple(int(part) if part.isdigit() else part for part in parts)
