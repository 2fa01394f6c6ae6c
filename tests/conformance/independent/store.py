"""What the independent deployment holds, in memory."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]


@dataclass
class Store:
    """Accounts and tokens by name, and sources with the id of their account as `owner`.

    The `owner` of a token is its account; None for a token that makes an account. Mail and files stand by
    account.

    Attributes:
        consumers: the consumer key of each account and token, by name.
        base_url: where all of it is served, as the URLs in responses begin.
    """

    base_url: str = ""
    accounts: dict[str, Row] = field(default_factory=dict)
    sources: list[Row] = field(default_factory=list)
    tokens: dict[str, Row] = field(default_factory=dict)
    consumers: dict[str, str] = field(default_factory=dict)
    mail: dict[str, list[Row]] = field(default_factory=dict)
    files: dict[str, list[Row]] = field(default_factory=dict)

    def snapshot(self) -> bytes:
        mail = {owner: rows for owner, rows in self.mail.items() if rows}
        return json.dumps(
            [self.accounts, self.sources, self.tokens, mail, self.files], sort_keys=True
        ).encode()
