"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

MailAddress = TypeAliasType("MailAddress", Annotated[str, Field(pattern="^[^@\\s]+@[^@\\s]+$")])
"""Address to which mail is sent, with one @ between two parts that have no blanks."""
