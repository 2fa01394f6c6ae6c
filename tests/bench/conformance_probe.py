"""One conformance run that says where its CPU goes, for any revision of the suite.

    python -m tests.bench.conformance_probe FIGURES [OPTION]…

The figures, in JSON, are written to the file that is named first; seconds of CPU are those of the suite
alone, without the server and the mail server that it starts.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_FIGURES: defaultdict[str, float] = defaultdict(float)
_OPEN = Counter[str]()
_BEGIN = time.monotonic()


def _measured(owner: Any, name: str, part: str) -> None:
    """Add the CPU and the time of the outermost calls of a function to a part."""
    original: Callable[..., Any] = getattr(owner, name)

    @wraps(original)
    def measure(*arguments: Any, **options: Any) -> Any:
        cpu, wall = time.process_time(), time.monotonic()
        _OPEN[part] += 1
        try:
            return original(*arguments, **options)
        finally:
            _OPEN[part] -= 1
            if not _OPEN[part]:
                _FIGURES[part] += time.process_time() - cpu
                _FIGURES[f"{part} wall"] += time.monotonic() - wall

    setattr(owner, name, measure)


def _probe() -> None:
    from contextio_contract.conformance import reports
    from contextio_contract.conformance.wire import answers, gateway, transport

    send = transport.Transport.send

    def counted(*arguments: Any, **options: Any) -> Any:
        if not _FIGURES["requests"]:
            _FIGURES["start"], _FIGURES["start wall"] = time.process_time(), time.monotonic() - _BEGIN
        _FIGURES["requests"] += 1
        return send(*arguments, **options)

    transport.Transport.send = counted  # type: ignore[method-assign] # a probe
    _measured(transport.Transport, "send", "exchange")
    _measured(gateway.Gateway, "send", "wire")
    _measured(answers.Answers, "judge", "judging")
    _measured(reports, "write", "reports")


def main() -> None:
    """Run the command and write its figures."""
    figures, *options = sys.argv[1:]
    sys.argv = ["contextio-contract", "conformance", *options]
    _probe()
    from contextio_contract.cli import main as command

    try:
        command()
    finally:
        _FIGURES["cpu"], _FIGURES["wall"] = time.process_time(), time.monotonic() - _BEGIN
        Path(figures).write_text(json.dumps(_FIGURES), encoding="utf-8")


if __name__ == "__main__":
    main()
