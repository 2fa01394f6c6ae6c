"""The result of a run that makes no check."""

from __future__ import annotations

import time
from importlib import metadata
from typing import TYPE_CHECKING

from contextio_contract.conformance.results import RunResult

if TYPE_CHECKING:
    from contextio_contract.conformance.settings.options import Options
    from contextio_contract.contract import Contract


def without_checks(
    options: Options, contract: Contract | None = None, *, gave_up: str = "", unchanged: str = ""
) -> RunResult:
    """Return the result of a run that made no check, for the reason that is given."""
    return RunResult(
        base_url=options.base_url or "",
        mode=options.mode or "read-only",
        seed=options.seed,
        run_id="",
        description_version=contract.version if contract else "",
        description_source=contract.source if contract else "",
        tool_version=metadata.version("contextio-contract"),
        started=time.time(),
        seconds=0.0,
        requests=0,
        checks=(),
        gave_up=gave_up,
        unchanged=unchanged,
    )
