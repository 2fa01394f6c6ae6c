"""Options of a run, as the command line, the environment and the configuration file give them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contextio_contract.conformance.results import PROPERTY
from contextio_contract.conformance.wire.connection import TIMEOUT, Connection, headers_of

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.conformance.results import CheckResult
    from contextio_contract.conformance.verdict.comparison import EarlierRun
    from contextio_contract.conformance.verdict.known import KnownFailure


@dataclass(frozen=True, kw_only=True)
class Options:
    """The options of a run, which the options of the command declare and explain."""

    base_url: str | None
    mode: str | None
    seed: int
    max_examples: int
    rule: tuple[str, ...]
    operation: tuple[str, ...]
    pages: tuple[str, ...]
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
    ca: Path | None = None
    insecure: bool = False
    cert: Path | None = None
    header: tuple[str, ...] = field(default=(), repr=False)
    timeout: float = TIMEOUT
    proxy: str | None = field(default=None, repr=False)
    mock: bool = False
    show_data: bool = False
    quick: bool = False
    workers: int | None = None
    spec: Path | None = None
    compare: EarlierRun | None = None
    known_failures: tuple[KnownFailure, ...] = ()

    @property
    def connection(self) -> Connection:
        """How to connect to the deployment.

        Raises:
            CannotRun: if a header is none.
        """
        return Connection(
            ca=self.ca,
            insecure=self.insecure,
            cert=self.cert,
            headers=headers_of(self.header),
            timeout=self.timeout,
            proxy=self.proxy or "",
        )

    @property
    def is_partial(self) -> bool:
        """Whether the user chose some of all checks."""
        return bool(self.rule or self.operation or self.pages or self.since)

    def again(self, check: CheckResult) -> list[str]:
        """Return the command that repeats a check.

        A failure that a walk along the links found needs the operations of the whole walk.
        """
        named: dict[str, object] = {"--base-url": self.base_url, "--mode": self.mode, "--spec": self.spec}
        if self.imap_host and self.imap_username:  # without them, rules about sources are not exercised
            named |= {"--imap-host": self.imap_host, "--imap-username": self.imap_username}
            named |= {"--imap-port": self.imap_port}
        named |= {"--seed": str(self.seed), "--max-examples": self.max_examples}
        command = ["contextio-contract", "conformance", *([] if self.imap_ssl else ["--no-imap-ssl"])]
        command += ["--mock"] if self.mock else self.connection.arguments
        command += [str(part) for option, value in named.items() if value for part in (option, value)]
        command += [part for page in self.pages for part in ("--pages", page)]
        if not check.id.startswith(PROPERTY):
            return [*command, "--rule", check.id]
        if any(failure.phase == "stateful" for failure in check.failures):
            return command
        return [*command, *(part for name in check.operations for part in ("--operation", name))]
