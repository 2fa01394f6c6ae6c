"""An index by which old deliveries are found, and given up jobs behind those that are due."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: Final = "0006"
down_revision: Final = "0005"

_NEVER: Final = 1 << 62


def upgrade() -> None:
    """Create the index; a job that is given up is due never, so that nobody looks at it."""
    op.create_index("ix_deliveries_created", "deliveries", ["created"])
    op.execute(f"UPDATE jobs SET run_at = {_NEVER} WHERE given_up_at IS NOT NULL")  # noqa: S608 - a constant
