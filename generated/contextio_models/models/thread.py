"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import AlsoReads, Model

from . import message, message_source
from . import person_info as person_info_1


class Thread(Model):
    """A conversation, the messages that answer one another."""

    gmail_thread_id: Annotated[
        str | None, Field(description="Gmail's identifier of the conversation; only for Gmail sources.")
    ] = None
    """Gmail's identifier of the conversation; only for Gmail sources."""

    email_message_ids: Annotated[
        list[str] | None, Field(description="Message-ID headers of the messages, in the order of `messages`.")
    ] = None
    """Message-ID headers of the messages, in the order of `messages`."""

    person_info: Annotated[
        person_info_1.PersonInfo | None,
        AlsoReads("empty-array"),
        Field(description="A picture for each address of the conversation."),
    ] = None
    """A picture for each address of the conversation."""

    messages: Annotated[list[message.Message] | None, Field(description="The messages, oldest first.")] = None
    """The messages, oldest first."""

    subject: Annotated[str | None, Field(description="Subject of the oldest message.")] = None
    """Subject of the oldest message."""

    folders: Annotated[
        list[str] | None, Field(description="Folders that the messages lie in, by name and by symbolic name.")
    ] = None
    """Folders that the messages lie in, by name and by symbolic name."""

    sources: Annotated[
        list[message_source.MessageSource] | None, Field(description="Sources that hold the messages.")
    ] = None
    """Sources that hold the messages."""
