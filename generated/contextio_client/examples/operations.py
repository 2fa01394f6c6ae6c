"""Every operation, called once. Generated from the description; not to be edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextio_client import ByteStream, ContextIO
    from contextio_models import (
        Account,
        AccountCreated,
        AccountDeleted,
        AccountSync,
        AccountUpdated,
        AppStatusCallbackUrl,
        AppStatusCallbackUrlDeleted,
        AppStatusCallbackUrlUpdated,
        BodyPart,
        CallLogEntry,
        ConnectToken,
        ConnectTokenCreated,
        ConnectTokenDeleted,
        Contact,
        ContactMatch,
        ContactSearch,
        DiscoveryResult,
        EmailAddress,
        EmailAddressCreated,
        EmailAddressDeleted,
        EmailAddressUpdated,
        File,
        FlagSet,
        Folder,
        FolderCreated,
        FolderDeleted,
        FolderExpunged,
        HeaderMap,
        Message,
        MessageCreated,
        MessageDeleted,
        MessageFlagsUpdated,
        MessageFolder,
        MessageFoldersReplaced,
        MessageFoldersUpdated,
        MessageUpdated,
        OAuthProvider,
        OAuthProviderCreated,
        OAuthProviderDeleted,
        Source,
        SourceCreated,
        SourceDeleted,
        SourceSync,
        SourceUpdated,
        SyncStarted,
        Thread,
        ThreadDeleted,
        ThreadFoldersReplaced,
        ThreadFoldersUpdated,
        Webhook,
        WebhookCreated,
        WebhookDeleted,
        WebhookLogEntry,
        WebhookUpdated,
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


def email_addresses_list(client: ContextIO) -> list[EmailAddress]:
    """List the mail addresses of an account."""
    return client.email_addresses.list("4f0f1a2b3c4d5e6f70819203")


def email_addresses_create(client: ContextIO) -> EmailAddressCreated:
    """Add a mail address to an account."""
    return client.email_addresses.create("4f0f1a2b3c4d5e6f70819203", email_address="countess@example.com")


def email_addresses_get(client: ContextIO) -> EmailAddress:
    """Read a mail address of an account."""
    return client.email_addresses.get("4f0f1a2b3c4d5e6f70819203", "lovelace@example.org")


def email_addresses_update(client: ContextIO) -> EmailAddressUpdated:
    """Make a mail address the primary one."""
    return client.email_addresses.update("4f0f1a2b3c4d5e6f70819203", "lovelace@example.org", primary=1)


def email_addresses_delete(client: ContextIO) -> EmailAddressDeleted:
    """Remove a mail address from an account."""
    return client.email_addresses.delete("4f0f1a2b3c4d5e6f70819203", "lovelace@example.org")


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
        password="a password",
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


def source_folders_list(client: ContextIO) -> list[Folder]:
    """List the folders of a source."""
    return client.source_folders.list("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")


def source_folders_get(client: ContextIO) -> Folder:
    """Read a folder."""
    return client.source_folders.get(
        "4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com", "Archive/Engine"
    )


def source_folders_create(client: ContextIO) -> FolderCreated:
    """Create a folder."""
    return client.source_folders.create(
        "4f0f1a2b3c4d5e6f70819203",
        "ada@example.com::imap.example.com",
        "Archive/Engine",
    )


def source_folders_delete(client: ContextIO) -> FolderDeleted:
    """Delete a folder with all of its mail."""
    return client.source_folders.delete(
        "4f0f1a2b3c4d5e6f70819203",
        "ada@example.com::imap.example.com",
        "Archive/Engine",
    )


def source_folders_expunge(client: ContextIO) -> FolderExpunged:
    """Remove the deleted messages of a folder for good."""
    return client.source_folders.expunge(
        "4f0f1a2b3c4d5e6f70819203",
        "ada@example.com::imap.example.com",
        "Archive/Engine",
    )


def source_folders_list_messages(client: ContextIO) -> list[Message]:
    """List the messages that a folder holds right now."""
    return client.source_folders.list_messages(
        "4f0f1a2b3c4d5e6f70819203",
        "ada@example.com::imap.example.com",
        "Archive/Engine",
        limit=25,
    )


def source_folders_list_messages_all(client: ContextIO) -> list[Message]:
    """List the messages that a folder holds right now. All pages."""
    return list(
        client.source_folders.list_messages_all(
            "4f0f1a2b3c4d5e6f70819203",
            "ada@example.com::imap.example.com",
            "Archive/Engine",
        )
    )


def source_connect_tokens_list(client: ContextIO) -> list[ConnectToken]:
    """List the connect tokens of a source."""
    return client.source_connect_tokens.list("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")


def source_connect_tokens_create(client: ContextIO) -> ConnectTokenCreated:
    """Make a connect token for a source."""
    return client.source_connect_tokens.create(
        "4f0f1a2b3c4d5e6f70819203",
        "ada@example.com::imap.example.com",
        callback_url="https://app.example.com/mail/connected",
    )


def source_connect_tokens_get(client: ContextIO) -> ConnectToken:
    """Read a connect token of a source."""
    return client.source_connect_tokens.get(
        "4f0f1a2b3c4d5e6f70819203",
        "ada@example.com::imap.example.com",
        "k3v9s2m8q1x7d4hz",
    )


def source_connect_tokens_delete(client: ContextIO) -> ConnectTokenDeleted:
    """Discard a connect token of a source."""
    return client.source_connect_tokens.delete(
        "4f0f1a2b3c4d5e6f70819203",
        "ada@example.com::imap.example.com",
        "k3v9s2m8q1x7d4hz",
    )


def sync_get_source(client: ContextIO) -> SourceSync:
    """Read when a source was synchronised."""
    return client.sync.get_source("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")


def sync_start_source(client: ContextIO) -> SyncStarted:
    """Synchronise a source now."""
    return client.sync.start_source("4f0f1a2b3c4d5e6f70819203", "ada@example.com::imap.example.com")


def sync_get(client: ContextIO) -> AccountSync:
    """Read when the sources of an account were synchronised."""
    return client.sync.get("4f0f1a2b3c4d5e6f70819203")


def sync_start(client: ContextIO) -> SyncStarted:
    """Synchronise all sources of an account now."""
    return client.sync.start("4f0f1a2b3c4d5e6f70819203")


def messages_list(client: ContextIO) -> list[Message]:
    """List the messages of an account."""
    return client.messages.list("4f0f1a2b3c4d5e6f70819203", limit=25)


def messages_list_all(client: ContextIO) -> list[Message]:
    """List the messages of an account. All pages."""
    return list(client.messages.list_all("4f0f1a2b3c4d5e6f70819203"))


def messages_create(client: ContextIO) -> MessageCreated:
    """Store a message in a folder."""
    return client.messages.create(
        "4f0f1a2b3c4d5e6f70819203",
        dst_source="ada@example.com::imap.example.com",
        dst_folder="INBOX",
        message=Path("message.eml"),
        flag_seen=1,
    )


def messages_get(client: ContextIO) -> Message:
    """Read a message."""
    return client.messages.get("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def messages_update(client: ContextIO) -> MessageUpdated:
    """Copy or move a message to a folder."""
    return client.messages.update(
        "4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003", dst_folder="Archive", move=1
    )


def messages_delete(client: ContextIO) -> MessageDeleted:
    """Delete a message."""
    return client.messages.delete("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def messages_get_body(client: ContextIO) -> list[BodyPart]:
    """Read the text of a message."""
    return client.messages.get_body("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def messages_get_flags(client: ContextIO) -> FlagSet:
    """Read the flags of a message."""
    return client.messages.get_flags("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def messages_update_flags(client: ContextIO) -> MessageFlagsUpdated:
    """Set or clear flags of a message."""
    return client.messages.update_flags("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003", seen=1)


def messages_list_folders(client: ContextIO) -> list[MessageFolder]:
    """List the folders of a message."""
    return client.messages.list_folders("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def messages_replace_folders(client: ContextIO) -> MessageFoldersReplaced:
    """Replace the folders of a message."""
    return client.messages.replace_folders(
        "4f0f1a2b3c4d5e6f70819203",
        "4effa45c5a6b7c8d9e0f0003",
        body=[{"symbolic_name": "\\Starred"}, {"name": "Engine"}],
    )


def messages_update_folders(client: ContextIO) -> MessageFoldersUpdated:
    """Put a message into folders and take it out of others."""
    return client.messages.update_folders(
        "4f0f1a2b3c4d5e6f70819203",
        "4effa45c5a6b7c8d9e0f0003",
        add=["Archive", "Engine"],
        remove="INBOX",
    )


def messages_get_headers(client: ContextIO) -> HeaderMap:
    """Read the headers of a message."""
    return client.messages.get_headers("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def messages_get_source(client: ContextIO) -> ByteStream:
    """Read the raw text of a message."""
    return client.messages.get_source("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def messages_get_thread(client: ContextIO) -> Thread:
    """Read the conversation of a message."""
    return client.messages.get_thread("4f0f1a2b3c4d5e6f70819203", "4effa45c5a6b7c8d9e0f0003")


def threads_list(client: ContextIO) -> list[str]:
    """List the conversations of an account."""
    return client.threads.list("4f0f1a2b3c4d5e6f70819203", limit=25)


def threads_list_all(client: ContextIO) -> list[str]:
    """List the conversations of an account. All pages."""
    return list(client.threads.list_all("4f0f1a2b3c4d5e6f70819203"))


def threads_get(client: ContextIO) -> Thread:
    """Read a conversation with its messages."""
    return client.threads.get("4f0f1a2b3c4d5e6f70819203", "gm-134b3b2ee7b668a9")


def threads_delete(client: ContextIO) -> ThreadDeleted:
    """Delete a conversation."""
    return client.threads.delete("4f0f1a2b3c4d5e6f70819203", "gm-134b3b2ee7b668a9")


def threads_replace_folders(client: ContextIO) -> ThreadFoldersReplaced:
    """Replace the folders of a conversation."""
    return client.threads.replace_folders(
        "4f0f1a2b3c4d5e6f70819203",
        "gm-134b3b2ee7b668a9",
        body=[{"symbolic_name": "\\Starred"}, {"name": "Engine"}],
    )


def threads_update_folders(client: ContextIO) -> ThreadFoldersUpdated:
    """Put a conversation into a folder or take it out of one."""
    return client.threads.update_folders(
        "4f0f1a2b3c4d5e6f70819203", "gm-134b3b2ee7b668a9", add="Engine", remove="INBOX"
    )


def files_list(client: ContextIO) -> list[File]:
    """List the attachments in an account."""
    return client.files.list("4f0f1a2b3c4d5e6f70819203", limit=25)


def files_list_all(client: ContextIO) -> list[File]:
    """List the attachments in an account. All pages."""
    return list(client.files.list_all("4f0f1a2b3c4d5e6f70819203"))


def files_get(client: ContextIO) -> File:
    """Read the record of a file."""
    return client.files.get("4f0f1a2b3c4d5e6f70819203", "4effa45d5a6b7c8d9e0f1001")


def files_list_changes(client: ContextIO) -> list[File]:
    """List files that a file can be compared with, or compare it with one."""
    return client.files.list_changes("4f0f1a2b3c4d5e6f70819203", "4effa45d5a6b7c8d9e0f1001")


def files_get_content(client: ContextIO) -> ByteStream:
    """Download a file, or ask for a link to it."""
    return client.files.get_content("4f0f1a2b3c4d5e6f70819203", "4effa45d5a6b7c8d9e0f1001")


def files_list_related(client: ContextIO) -> list[File]:
    """List files that resemble a file."""
    return client.files.list_related("4f0f1a2b3c4d5e6f70819203", "4effa45d5a6b7c8d9e0f1001")


def files_list_revisions(client: ContextIO) -> list[File]:
    """List other versions of a file."""
    return client.files.list_revisions("4f0f1a2b3c4d5e6f70819203", "4effa45d5a6b7c8d9e0f1001")


def contacts_list(client: ContextIO) -> ContactSearch:
    """Search the people whom the owner of an account exchanges mail with."""
    return client.contacts.list("4f0f1a2b3c4d5e6f70819203", limit=25)


def contacts_list_all(client: ContextIO) -> list[ContactMatch]:
    """Search the people whom the owner of an account exchanges mail with. All pages."""
    return list(client.contacts.list_all("4f0f1a2b3c4d5e6f70819203"))


def contacts_get(client: ContextIO) -> Contact:
    """Read a contact."""
    return client.contacts.get("4f0f1a2b3c4d5e6f70819203", "charles@example.net")


def contacts_list_files(client: ContextIO) -> list[File]:
    """List the files exchanged with a contact."""
    return client.contacts.list_files("4f0f1a2b3c4d5e6f70819203", "charles@example.net", limit=25)


def contacts_list_files_all(client: ContextIO) -> list[File]:
    """List the files exchanged with a contact. All pages."""
    return list(client.contacts.list_files_all("4f0f1a2b3c4d5e6f70819203", "charles@example.net"))


def contacts_list_messages(client: ContextIO) -> list[Message]:
    """List the messages exchanged with a contact."""
    return client.contacts.list_messages("4f0f1a2b3c4d5e6f70819203", "charles@example.net", limit=25)


def contacts_list_messages_all(client: ContextIO) -> list[Message]:
    """List the messages exchanged with a contact. All pages."""
    return list(client.contacts.list_messages_all("4f0f1a2b3c4d5e6f70819203", "charles@example.net"))


def contacts_list_threads(client: ContextIO) -> list[str]:
    """List the conversations that a contact takes part in."""
    return client.contacts.list_threads("4f0f1a2b3c4d5e6f70819203", "charles@example.net", limit=25)


def contacts_list_threads_all(client: ContextIO) -> list[str]:
    """List the conversations that a contact takes part in. All pages."""
    return list(client.contacts.list_threads_all("4f0f1a2b3c4d5e6f70819203", "charles@example.net"))


def webhooks_list(client: ContextIO) -> list[Webhook]:
    """List the webhooks of an account."""
    return client.webhooks.list("4f0f1a2b3c4d5e6f70819203")


def webhooks_create(client: ContextIO) -> WebhookCreated:
    """Create a webhook on an account."""
    return client.webhooks.create(
        "4f0f1a2b3c4d5e6f70819203",
        callback_url="https://app.example.com/mail/arrived",
        filter_from="grace@example.org",
        include_body=1,
        body_type="text/plain",
    )


def webhooks_get(client: ContextIO) -> Webhook:
    """Read a webhook of an account."""
    return client.webhooks.get("4f0f1a2b3c4d5e6f70819203", "4f0f2b3c4d5e6f7081920304")


def webhooks_update(client: ContextIO) -> WebhookUpdated:
    """Change, pause or resume a webhook of an account."""
    return client.webhooks.update("4f0f1a2b3c4d5e6f70819203", "4f0f2b3c4d5e6f7081920304", active=0)


def webhooks_delete(client: ContextIO) -> WebhookDeleted:
    """Cancel a webhook of an account."""
    return client.webhooks.delete("4f0f1a2b3c4d5e6f70819203", "4f0f2b3c4d5e6f7081920304")


def webhooks_list_application(client: ContextIO) -> list[Webhook]:
    """List the webhooks of the consumer key."""
    return client.webhooks.list_application()


def webhooks_create_application(client: ContextIO) -> WebhookCreated:
    """Create a webhook on the consumer key."""
    return client.webhooks.create_application(
        callback_url="https://app.example.com/mail/invoices",
        filter_subject="/invoice/i",
        receive_historical=1,
    )


def webhooks_get_application(client: ContextIO) -> Webhook:
    """Read a webhook of the consumer key."""
    return client.webhooks.get_application("4f0f2b3c4d5e6f7081920304")


def webhooks_update_application(client: ContextIO) -> WebhookUpdated:
    """Change, pause or resume a webhook of the consumer key."""
    return client.webhooks.update_application("4f0f2b3c4d5e6f7081920304", active=0)


def webhooks_delete_application(client: ContextIO) -> WebhookDeleted:
    """Cancel a webhook of the consumer key."""
    return client.webhooks.delete_application("4f0f2b3c4d5e6f7081920304")


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


def discovery_get(client: ContextIO) -> DiscoveryResult:
    """Find the settings of the mailbox behind a mail address."""
    return client.discovery.get(email="ada@example.com")


def oauth_providers_list(client: ContextIO) -> list[OAuthProvider]:
    """List the OAuth providers of the consumer key."""
    return client.oauth_providers.list()


def oauth_providers_create(client: ContextIO) -> OAuthProviderCreated:
    """Register an OAuth client."""
    return client.oauth_providers.create(
        type="MSLIVECONNECT",
        provider_consumer_key="00000000480c12ab",
        provider_consumer_secret="a client secret",
    )


def oauth_providers_get(client: ContextIO) -> OAuthProvider:
    """Read an OAuth provider."""
    return client.oauth_providers.get("1234-app.apps.googleusercontent.com")


def oauth_providers_delete(client: ContextIO) -> OAuthProviderDeleted:
    """Remove an OAuth provider."""
    return client.oauth_providers.delete("1234-app.apps.googleusercontent.com")


def app_list_call_logs(client: ContextIO) -> list[CallLogEntry]:
    """List the calls that were made with the consumer key."""
    return client.app.list_call_logs()


def app_list_webhook_logs(client: ContextIO) -> list[WebhookLogEntry]:
    """List the deliveries of webhooks."""
    return client.app.list_webhook_logs()


def app_get_status_callback_url(client: ContextIO) -> AppStatusCallbackUrl:
    """Read the status callback address of the consumer key."""
    return client.app.get_status_callback_url()


def app_update_status_callback_url(client: ContextIO) -> AppStatusCallbackUrlUpdated:
    """Set the status callback address of the consumer key."""
    return client.app.update_status_callback_url(status_callback_url="https://app.example.com/mail/status")


def app_delete_status_callback_url(client: ContextIO) -> AppStatusCallbackUrlDeleted:
    """Clear the status callback address of the consumer key."""
    return client.app.delete_status_callback_url()
