"""Every operation, called once. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextio_client import ContextIO
    from contextio_models import (
        Account,
        AccountCreated,
        AccountDeleted,
        AccountUpdated,
        ConnectToken,
        ConnectTokenCreated,
        ConnectTokenDeleted,
        Source,
        SourceCreated,
        SourceDeleted,
        SourceUpdated,
    )


def accounts_list(client: ContextIO) -> list[Account]:
    """List the accounts of the consumer key."""
    return client.accounts.list(limit=25)


def accounts_list_all(client: ContextIO) -> list[Account]:
    """List the accounts of the consumer key. All pages."""
    return list(client.accounts.list_all())


def accounts_create(client: ContextIO) -> AccountCreated:
    """Create an account, with its first source if wanted."""
    return client.accounts.create(email="ada@example.com", first_name="Ada", last_name="Lovelace")


def accounts_get(client: ContextIO) -> Account:
    """Read an account."""
    return client.accounts.get("4f0f1a2b3c4d5e6f70819203")


def accounts_update(client: ContextIO) -> AccountUpdated:
    """Change the names on an account."""
    return client.accounts.update("4f0f1a2b3c4d5e6f70819203", first_name="Augusta")


def accounts_delete(client: ContextIO) -> AccountDeleted:
    """Delete an account."""
    return client.accounts.delete("4f0f1a2b3c4d5e6f70819203")


def account_connect_tokens_list(client: ContextIO) -> list[ConnectToken]:
    """List the connect tokens of an account."""
    return client.account_connect_tokens.list("4f0f1a2b3c4d5e6f70819203")


def account_connect_tokens_create(client: ContextIO) -> ConnectTokenCreated:
    """Make a connect token for an account."""
    return client.account_connect_tokens.create(
        "4f0f1a2b3c4d5e6f70819203",
        callback_url="https://app.example.com/mail/connected",
        email="ada@example.com",
    )


def account_connect_tokens_get(client: ContextIO) -> ConnectToken:
    """Read a connect token of an account."""
    return client.account_connect_tokens.get("4f0f1a2b3c4d5e6f70819203", "k3v9s2m8q1x7d4hz")


def account_connect_tokens_delete(client: ContextIO) -> ConnectTokenDeleted:
    """Discard a connect token of an account."""
    return client.account_connect_tokens.delete("4f0f1a2b3c4d5e6f70819203", "k3v9s2m8q1x7d4hz")


def sources_list(client: ContextIO) -> list[Source]:
    """List the sources of an account."""
    return client.sources.list("4f0f1a2b3c4d5e6f70819203")


def sources_create(client: ContextIO) -> SourceCreated:
    """Attach a mailbox to an account."""
    return client.sources.create(
        "4f0f1a2b3c4d5e6f70819203",
        email="ada@example.com",
        server="imap.example.com",
        username="ada@example.com",
        use_ssl=1,
        port=993,
        type="IMAP",
        password="a password",  # noqa: S106 - of an example
    )


def sources_get(client: ContextIO) -> Source:
    """Read a source."""
    return client.sources.get("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")


def sources_update(client: ContextIO) -> SourceUpdated:
    """Change a source, put it back to work, or test it now."""
    return client.sources.update(
        "4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com", sync_all_folders=1
    )


def sources_delete(client: ContextIO) -> SourceDeleted:
    """Detach a source from its account."""
    return client.sources.delete("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")


def connect_tokens_list(client: ContextIO) -> list[ConnectToken]:
    """List the connect tokens of the consumer key."""
    return client.connect_tokens.list()


def connect_tokens_create(client: ContextIO) -> ConnectTokenCreated:
    """Make a connect token."""
    return client.connect_tokens.create(
        callback_url="https://app.example.com/mail/connected", email="ada@example.com"
    )


def connect_tokens_get(client: ContextIO) -> ConnectToken:
    """Read a connect token."""
    return client.connect_tokens.get("k3v9s2m8q1x7d4hz")


def connect_tokens_delete(client: ContextIO) -> ConnectTokenDeleted:
    """Discard a connect token."""
    return client.connect_tokens.delete("k3v9s2m8q1x7d4hz")
