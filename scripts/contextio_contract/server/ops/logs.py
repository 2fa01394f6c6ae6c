"""The log of a process on standard error, as text or as JSON, one line for each record."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Final

TEXT, JSON = "text", "json"
FORMATS: Final = (TEXT, JSON)

_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


def configure_logging(kind: str = TEXT) -> None:
    """Write the log in one of the formats."""
    text = logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S")
    handler = logging.StreamHandler()
    handler.setFormatter(_JsonFormatter() if kind == JSON else text)
    logging.basicConfig(handlers=[handler], force=True)
    logging.getLogger("contextio_contract").setLevel(logging.INFO)


class _JsonFormatter(logging.Formatter):
    """Writes a record as JSON: time, level, logger, message, and the fields that were given as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in _STANDARD},
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)
