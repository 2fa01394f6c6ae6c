"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationInfo, field_validator

from contextio_models.base import Model, also_read_empty_array

from . import message, message_source
from . import person_info as person_info_1


class Thread(Model):
    """A conversation, the messages that answer one another."""

    gmail_thread_id: str | None = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    email_message_ids: list[str] | None = None
    """Message-ID headers of the messages, in the order of `messages`."""

    person_info: person_info_1.PersonInfo | None = None
    """A picture for each address of the conversation."""

    messages: list[message.Message] | None = None
    """The messages, oldest first."""

    subject: str | None = None
    """Subject of the oldest message."""

    folders: list[str] | None = None
    """Folders that the messages lie in, by name and by symbolic name."""

    sources: list[message_source.MessageSource] | None = None
    """Sources that hold the messages."""

    @field_validator("person_info", mode="before")
    @classmethod
    def also_read_empty_array_validator(cls, v: Any, info: ValidationInfo) -> Any:
        return also_read_empty_array(v, info)
