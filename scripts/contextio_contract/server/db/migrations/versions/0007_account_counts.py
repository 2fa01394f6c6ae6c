"""How many accounts there are in each block of sequence numbers, so that no list counts its offset."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0007"
down_revision: Final = "0006"

_COUNT: Final = """
    INSERT INTO account_counts (consumer_key, size, block, accounts)
    SELECT consumer_key, 1000, sequence / 1000, count(*) FROM accounts GROUP BY 1, 2, 3
"""
_ADD: Final = """
    INSERT INTO account_counts (consumer_key, size, block, accounts)
    VALUES
        (NEW.consumer_key, 50000, NEW.sequence / 50000, 1),
        (NEW.consumer_key, 1000, NEW.sequence / 1000, 1)
    ON CONFLICT (consumer_key, size, block) DO UPDATE SET accounts = account_counts.accounts + 1
"""
_SUBTRACT: Final = """
    UPDATE account_counts SET accounts = accounts - 1
        WHERE consumer_key = OLD.consumer_key AND size = 50000 AND block = OLD.sequence / 50000;
    UPDATE account_counts SET accounts = accounts - 1
        WHERE consumer_key = OLD.consumer_key AND size = 1000 AND block = OLD.sequence / 1000
"""
_COUNT_CHANGED: Final = """
    INSERT INTO account_counts (consumer_key, size, block, accounts)
    SELECT consumer_key, size, sequence / size, +count(*)
        FROM changed, (VALUES (50000), (1000)) AS sizes (size) GROUP BY 1, 2, 3 ORDER BY 1, 2 DESC, 3
    ON CONFLICT (consumer_key, size, block)
        DO UPDATE SET accounts = account_counts.accounts + EXCLUDED.accounts
"""
"""Once for each statement: PostgreSQL looks at all versions of a row that one transaction changes often."""


def upgrade() -> None:
    """Create the table, count what there is, and add the triggers that go on counting."""
    op.create_table(
        "account_counts",
        sa.Column("consumer_key", sa.String, primary_key=True),
        sa.Column("size", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("accounts", sa.BigInteger, nullable=False),
    )
    for size in ("50000", "1000"):
        op.execute(_COUNT.replace("1000", size))
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for event, rows, sign, statement in (("INSERT", "NEW", "+", _ADD), ("DELETE", "OLD", "-", _SUBTRACT)):
        name = f"accounts_{event.lower()}_count"
        if is_sqlite:
            op.execute(f"CREATE TRIGGER {name} AFTER {event} ON accounts BEGIN {statement}; END")
        else:
            body = f"BEGIN {_COUNT_CHANGED.replace('+count', f'{sign}count')}; RETURN NULL; END"
            op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
            trigger = f"CREATE TRIGGER {name} AFTER {event} ON accounts REFERENCING {rows} TABLE AS changed"
            op.execute(f"{trigger} FOR EACH STATEMENT EXECUTE FUNCTION {name}()")
