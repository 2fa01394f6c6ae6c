"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

SourceStatus = TypeAliasType(
    "SourceStatus",
    Literal[
        "INVALID_CREDENTIALS",
        "CONNECTION_IMPOSSIBLE",
        "NO_ACCESS_TO_ALL_MAIL",
        "OK",
        "TEMP_DISABLED",
        "DISABLED",
    ],
)
"""
State of the connection to a mailbox. `OK` works. `INVALID_CREDENTIALS` tells that the mail server
refuses the login, `CONNECTION_IMPOSSIBLE` that it does not answer, `NO_ACCESS_TO_ALL_MAIL` that
the folder with all mail is hidden from IMAP. `TEMP_DISABLED` and `DISABLED` sources are not
synchronised until they are put back to work.
"""
