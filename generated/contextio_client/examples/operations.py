"""Every operation, called once. Generated from the description; not to be edited."""

from __future__ import annotations

from contextio_client import ContextIO


def accounts_list(client: ContextIO) -> None:
    """List the accounts of the consumer key."""
    accounts = client.accounts.list(limit=25)
    print(accounts)


def accounts_list_all(client: ContextIO) -> None:
    """List the accounts of the consumer key. All pages."""
    for row in client.accounts.list_all():
        print(row)


def accounts_create(client: ContextIO) -> None:
    """Create an account, with its first source if wanted."""
    created = client.accounts.create(email="ada@example.com", first_name="Ada", last_name="Lovelace")
    print(created)


def accounts_get(client: ContextIO) -> None:
    """Read an account."""
    account = client.accounts.get("4f0f1a2b3c4d5e6f70819203")
    print(account)


def accounts_update(client: ContextIO) -> None:
    """Change the names on an account."""
    updated = client.accounts.update("4f0f1a2b3c4d5e6f70819203", first_name="Augusta")
    print(updated)


def accounts_delete(client: ContextIO) -> None:
    """Delete an account."""
    deleted = client.accounts.delete("4f0f1a2b3c4d5e6f70819203")
    print(deleted)


def account_connect_tokens_list(client: ContextIO) -> None:
    """List the connect tokens of an account."""
    connect_tokens = client.account_connect_tokens.list("4f0f1a2b3c4d5e6f70819203")
    print(connect_tokens)


def account_connect_tokens_create(client: ContextIO) -> None:
    """Make a connect token for an account."""
    created = client.account_connect_tokens.create(
        "4f0f1a2b3c4d5e6f70819203",
        callback_url="https://app.example.com/mail/connected",
        email="ada@example.com",
    )
    print(created)


def account_connect_tokens_get(client: ContextIO) -> None:
    """Read a connect token of an account."""
    connect_token = client.account_connect_tokens.get("4f0f1a2b3c4d5e6f70819203", "k3v9s2m8q1x7d4hz")
    print(connect_token)


def account_connect_tokens_delete(client: ContextIO) -> None:
    """Discard a connect token of an account."""
    deleted = client.account_connect_tokens.delete("4f0f1a2b3c4d5e6f70819203", "k3v9s2m8q1x7d4hz")
    print(deleted)


def sources_list(client: ContextIO) -> None:
    """List the sources of an account."""
    sources = client.sources.list("4f0f1a2b3c4d5e6f70819203")
    print(sources)


def sources_create(client: ContextIO) -> None:
    """Attach a mailbox to an account."""
    created = client.sources.create(
        "4f0f1a2b3c4d5e6f70819203",
        email="ada@example.com",
        server="imap.example.com",
        username="ada@example.com",
        use_ssl=1,
        port=993,
        type="IMAP",
        password="a password",
    )
    print(created)


def sources_get(client: ContextIO) -> None:
    """Read a source."""
    source = client.sources.get("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")
    print(source)


def sources_update(client: ContextIO) -> None:
    """Change a source, put it back to work, or test it now."""
    updated = client.sources.update(
        "4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com", sync_all_folders=1
    )
    print(updated)


def sources_delete(client: ContextIO) -> None:
    """Detach a source from its account."""
    deleted = client.sources.delete("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")
    print(deleted)


def connect_tokens_list(client: ContextIO) -> None:
    """List the connect tokens of the consumer key."""
    connect_tokens = client.connect_tokens.list()
    print(connect_tokens)


def connect_tokens_create(client: ContextIO) -> None:
    """Make a connect token."""
    created = client.connect_tokens.create(
        callback_url="https://app.example.com/mail/connected", email="ada@example.com"
    )
    print(created)


def connect_tokens_get(client: ContextIO) -> None:
    """Read a connect token."""
    connect_token = client.connect_tokens.get("k3v9s2m8q1x7d4hz")
    print(connect_token)


def connect_tokens_delete(client: ContextIO) -> None:
    """Discard a connect token."""
    deleted = client.connect_tokens.delete("k3v9s2m8q1x7d4hz")
    print(deleted)
