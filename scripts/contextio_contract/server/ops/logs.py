"""The log of a process on standard error, as text or as JSON, one line for each record."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from datetime import UTC, datetime

TEXT, JSON = "text", "json"
_encode = json.JSONEncoder(default=str).encode


def configure_logging(kind: str = TEXT) -> None:
    """Write the log in one of the formats."""
    handler = logging.StreamHandler()
    handler.setFormatter(_JsonFormatter() if kind == JSON else _TextFormatter())
    logging.basicConfig(handlers=[handler], force=True)
    logging.getLogger("contextio_contract").setLevel(logging.INFO)
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False  # no line has them


class _TextFormatter(logging.Formatter):
    """Writes the local time and the message."""

    _second = 0
    _shown = ""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, and those of an exception."""
        second = int(record.created)
        if second != self._second:
            self._second, self._shown = second, time.strftime("%H:%M:%S", time.localtime(second))
        line = f"{self._shown} {record.getMessage()}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class _JsonFormatter(logging.Formatter):
    """Writes time, level, logger and message, and by their names the values that the message shows."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **(record.args if isinstance(record.args, Mapping) else {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return _encode(line)
