"""The version of the description that is up: in the server, in the reference, in the pages that are open."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from starlette.routing import Route

from contextio_contract.cli.lint import print_findings
from contextio_contract.codegen.docs.page import render
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract, ContractError
from contextio_contract.description.source.bundler import bundle
from contextio_contract.errors import CannotRun
from contextio_contract.server.app import replace_contract
from contextio_contract.server.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

    from contextio_contract.description import Finding
    from contextio_contract.preview.checker import Checker
    from contextio_contract.preview.events import Feed
    from contextio_contract.server.settings import Settings

EVENTS: Final = "/_preview/events"
MAX_SHOWN: Final = 100
"""Findings that a page shows; the terminal has all."""
MAX_CHANGES: Final = 500_000
"""Characters of a page that are sent with the news; pages fetch what is more."""

_SECTION: Final = "<section "
_SCRIPT: Final = Path(__file__).with_name("follow.js").read_text(encoding="utf-8")
_STYLE: Final = Path(__file__).with_name("follow.css").read_text(encoding="utf-8")


class Versions:
    """Puts up each version that can be shown, and says what is wrong with each that was saved."""

    def __init__(self, spec: Path, app: Starlette, settings: Settings, feed: Feed, checker: Checker) -> None:
        """Take the place of the server's own reference.

        Args:
            spec: the folder of the description.
            app: the server.
            settings: what it was made with.
            feed: tells the pages.
            checker: looks for findings.
        """
        self._spec = spec
        self._app = app
        self._settings = settings
        self._feed = feed
        self._checker = checker
        self._version = ""
        self._pieces: list[str] = []
        self._changes: dict[str, Any] = {"since": "", "pieces": {}}
        self._known: dict[tuple[str, ...], Markup] = {}
        self._reference = Reference(settings, lambda: None, "")
        app.router.routes[:0] = [
            Route("/", self._respond, methods=["GET"]),
            Route(EVENTS, feed),
        ]

    def renew(self) -> None:
        """Put up what the description says now, or leave up what is there; tell pages and terminal."""
        began = time.perf_counter()
        found: list[Finding] = []
        read = bundle(self._spec, found)
        if read is None or not read.whole:
            self._tell(
                "Not shown: this cannot be read. The last good version stays up.", sorted(set(found)), began
            )
            return
        self._checker.begin()
        problem = self._show(read.document)
        self._publish(problem, None)
        try:
            findings = self._checker.findings()
        except CannotRun as error:
            findings, problem = [], f"{problem} There are no findings: {error.message}.".strip()
        self._tell(problem, findings, began)

    def _show(self, document: dict[str, Any]) -> str:
        """Put a description up, and return in a sentence what cannot follow it."""
        try:
            contract = Contract(document, str(self._spec))
            replace_contract(self._app, contract)
        except ContractError as error:
            return f"Not shown: {error}. The last good version stays up."
        try:
            page = render(contract, self._spec, script=_SCRIPT, style=_STYLE, known=self._known)
        except CannotGenerateError as error:
            return f"The server follows; the reference stays as it was: {error}."
        except Exception as error:  # noqa: BLE001 - whatever it stumbles over, a finding says why
            return f"The server follows; the reference stays as it was ({type(error).__name__})."
        version = hashlib.sha256(page.encode()).hexdigest()[:16]
        if version != self._version:
            marked = page.replace("<body ", f'<body data-version="{version}" ', 1)
            self._reference = Reference(self._settings, lambda: marked, contract.base_path)
            pieces = page.split(_SECTION)
            self._changes = {"since": self._version, "pieces": _differing(self._pieces, pieces)}
            self._version, self._pieces = version, pieces
        return ""

    def _tell(self, problem: str, findings: Sequence[Finding], began: float) -> None:
        self._publish(problem, findings)
        print_findings(findings, self._spec)
        count = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        taken = time.perf_counter() - began
        click.echo(f"preview: {time.strftime('%H:%M:%S')} {problem or 'Shown.'} {count}, {taken:.2f} s")

    def _publish(self, problem: str, findings: Sequence[Finding] | None) -> None:
        """Tell the pages which version is up; without findings, they keep those they have."""
        shown = None if findings is None else [_fields(finding) for finding in findings[:MAX_SHOWN]]
        news = {
            "version": self._version,
            "changes": self._changes,
            "problem": problem,
            "findings": shown,
            "count": len(findings or ()),
        }
        self._feed.publish(json.dumps(news))

    async def _respond(self, request: Request) -> Response:
        return await self._reference.respond(request)


def _differing(before: list[str], after: list[str]) -> dict[int, str] | None:
    """Return the pieces of a page that changed, by number; None where the whole page is to be fetched."""
    if len(before) != len(after):
        return None
    differing = {
        number: new for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new
    }
    return differing if sum(map(len, differing.values())) <= MAX_CHANGES else None


def _fields(finding: Finding) -> dict[str, Any]:
    position = finding.position
    return {
        "place": str(position),
        "rule": finding.rule,
        "message": finding.message,
        "fix": finding.fix,
    }
