"""Notifications of PostgreSQL that a job was enqueued, in whatever process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.server.db.jobs import CHANNEL

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from sqlalchemy.engine import URL

_CHECK_SECONDS: Final = 1.0
_PAUSE_SECONDS: Final = 5.0
_CONNECT_SECONDS: Final = 10


def listen(url: URL, notify: Callable[[], None], stopping: threading.Event) -> None:
    """Call a function at each notification until an event is set; a connection that is lost is made again.

    What happens while there is none goes unnoticed: callers have to look for jobs now and then all the same.
    """
    import psycopg

    arguments = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    arguments["connect_timeout"] = _CONNECT_SECONDS
    while not stopping.is_set():
        try:
            with psycopg.connect(**arguments, autocommit=True) as connection:
                connection.execute(f"LISTEN {CHANNEL}")
                notify()  # of what was enqueued before
                while not stopping.is_set():
                    for _notification in connection.notifies(timeout=_CHECK_SECONDS, stop_after=1):
                        notify()
        except psycopg.Error:
            stopping.wait(_PAUSE_SECONDS)
