"""Ready JSON of accounts, which is cleared with every change of the rows that it is made of."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0005"
down_revision: Final = "0004"

_SEQUENCE: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_CLEAR: Final = "UPDATE account_documents SET content = NULL WHERE sequence ="
_ADD: Final = "INSERT INTO account_documents (sequence)"
_CHANGES: Final = (
    *(
        ("accounts", "INSERT", f"{_ADD} VALUES (NEW.sequence)"),
        ("accounts", "UPDATE", f"{_CLEAR} NEW.sequence"),
    ),
    *(
        (table, event, f"{_CLEAR} {'OLD' if event == 'DELETE' else 'NEW'}.account_sequence")
        for table in ("addresses", "sources")
        for event in ("INSERT", "UPDATE", "DELETE")
    ),
)
"""What is to be done after which change of a row."""


def upgrade() -> None:
    """Create the table with a row for each account, and the triggers."""
    op.create_table(
        "account_documents",
        sa.Column(
            "sequence",
            _SEQUENCE,
            sa.ForeignKey("accounts.sequence", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("edition", sa.String),
        sa.Column("content", sa.String),
    )
    op.execute(f"{_ADD} SELECT sequence FROM accounts")  # noqa: S608 - a constant
    for table, event, statement in _CHANGES:
        name = f"{table}_{event.lower()}_document"
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {statement}; END")
        else:
            body = f"BEGIN {statement}; RETURN NULL; END"
            op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
            trigger = f"CREATE TRIGGER {name} AFTER {event} ON {table}"
            op.execute(f"{trigger} FOR EACH ROW EXECUTE FUNCTION {name}()")
