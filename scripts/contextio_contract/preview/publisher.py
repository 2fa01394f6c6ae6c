"""Publishing of each saved version: to the API server, the reference, open pages and the terminal."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from contextio_contract.codegen.docs.page import render
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract, ContractError
from contextio_contract.description.lint.formats import print_findings
from contextio_contract.description.source.bundler import bundle
from contextio_contract.errors import CannotRun
from contextio_contract.mock.app import replace_contract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.applications import Starlette

    from contextio_contract.description import Finding
    from contextio_contract.preview.checker import Checker
    from contextio_contract.preview.events import EventStream

_MAX_FINDINGS: Final = 100
"""Findings that a page shows; the terminal shows all."""
_SCRIPT: Final = Path(__file__).with_name("follow.js").read_text(encoding="utf-8")
_STYLE: Final = Path(__file__).with_name("follow.css").read_text(encoding="utf-8")


class Publisher:
    """Publishes each version that can be shown, and the findings of each that was saved.

    Attributes:
        page: the reference of the latest version that could be shown, as HTML.
    """

    def __init__(self, spec: Path, app: Starlette, events: EventStream, checker: Checker) -> None:
        """Publish the versions of a description, which the application of its mock follows."""
        self.page = ""
        self._spec = spec
        self._app = app
        self._events = events
        self._checker = checker
        self._version = ""

    def publish(self) -> None:
        """Publish what the description says now; a version that cannot be read leaves the last one up."""
        began = time.perf_counter()
        findings: list[Finding] = []
        read = bundle(self._spec, findings)
        if read is None or not read.whole:
            problem = "Not shown: this cannot be read. The last good version stays up."
            self._report(problem, sorted(set(findings)), began)
            return
        self._checker.start()
        problem = self._show(read.document)
        self._send(problem, None)
        try:
            findings = self._checker.findings()
        except CannotRun as error:
            findings, problem = [], f"{problem} There are no findings: {error.message}.".strip()
        self._report(problem, findings, began)

    def _show(self, document: dict[str, Any]) -> str:
        """Show a version in server and reference, and return a sentence about what cannot follow it."""
        try:
            contract = Contract(document, str(self._spec))
            replace_contract(self._app, contract)
        except ContractError as error:
            return f"Not shown: {error}. The last good version stays up."
        try:
            page = render(contract, self._spec, script=_SCRIPT, style=_STYLE)
        except (CannotGenerateError, ContractError) as error:
            return f"The server follows; the reference stays as it was: {error}."
        except Exception as error:  # noqa: BLE001 - a finding says what the renderer stumbled over
            return f"The server follows; the reference stays as it was ({type(error).__name__})."
        version = hashlib.sha256(page.encode()).hexdigest()[:16]
        if version != self._version:
            self.page = page.replace("<body ", f'<body data-version="{version}" ', 1)
            self._version = version
        return ""

    def _report(self, problem: str, findings: Sequence[Finding], began: float) -> None:
        self._send(problem, findings)
        print_findings(findings, self._spec)
        count = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        seconds = time.perf_counter() - began
        click.echo(f"preview: {time.strftime('%H:%M:%S')} {problem or 'Shown.'} {count}, {seconds:.2f} s")

    def _send(self, problem: str, findings: Sequence[Finding] | None) -> None:
        """Tell open pages which version is up; without findings, they keep those they show."""
        shown = [
            {"place": str(entry.position), "rule": entry.rule, "message": entry.message, "fix": entry.fix}
            for entry in (findings or ())[:_MAX_FINDINGS]
        ]
        event = {
            "version": self._version,
            "problem": problem,
            "findings": None if findings is None else shown,
            "count": len(findings or ()),
        }
        self._events.send(json.dumps(event))
