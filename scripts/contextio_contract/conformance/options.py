"""Options of a run, as the command line, the environment and the configuration file give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.conformance.known import KnownFailure
    from contextio_contract.conformance.results import CheckResult

PROPERTY: Final = "schemathesis."
"""The prefix of the ids of schemathesis' checks."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """The options of a run, which the options of the command declare and explain."""

    base_url: str | None
    mode: str | None
    seed: int
    max_examples: int
    rule: tuple[str, ...]
    operation: tuple[str, ...]
    since: str | None
    disable: tuple[str, ...]
    max_requests: int
    rate: float
    max_time: int
    report_dir: Path
    imap_host: str | None
    imap_port: int | None
    imap_username: str | None
    imap_ssl: bool
    spec: Path | None = None
    known_failures: tuple[KnownFailure, ...] = ()

    def again(self, check: CheckResult) -> list[str]:
        """Return the command that repeats a check.

        A failure that a walk along the links found needs the operations of the whole walk.
        """
        command = ["contextio-contract", "conformance"]
        for option, value in (("--base-url", self.base_url), ("--mode", self.mode), ("--spec", self.spec)):
            command += [option, str(value)] if value else []
        command += self._mailbox()
        command += ["--seed", str(self.seed), "--max-examples", str(self.max_examples)]
        if not check.id.startswith(PROPERTY):
            return [*command, "--rule", check.id]
        if any(failure.phase == "stateful" for failure in check.failures):
            return command
        return [*command, *(part for name in check.operations for part in ("--operation", name))]

    def _mailbox(self) -> list[str]:
        """Return the options that name the mailbox, without which its rules would not be exercised."""
        if not self.imap_host or not self.imap_username:
            return []
        named = ["--imap-host", self.imap_host, "--imap-username", self.imap_username]
        port = ["--imap-port", str(self.imap_port)] if self.imap_port else []
        return [*named, *port, *([] if self.imap_ssl else ["--no-imap-ssl"])]
