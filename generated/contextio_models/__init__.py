"""Objects of the Context.IO API, as pydantic models. Generated from the description; not to be edited.

Models check types, bounds and patterns. Conditions between fields, which the schemas state with `if`, `then` and
`else`, they leave to the server.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from contextio_models.base import Model

__version__ = "0.3.0"

__all__ = [
    "Account",
    "AccountCreated",
    "AccountCreateForm",
    "AccountDeleted",
    "AccountSync",
    "AccountUpdated",
    "AccountUpdateForm",
    "AddressSet",
    "AppStatusCallbackUrl",
    "AppStatusCallbackUrlDeleted",
    "AppStatusCallbackUrlUpdated",
    "AppStatusCallbackUrlUpdateForm",
    "AuthenticationType",
    "BodyPart",
    "CallbackMessage",
    "CallbackSource",
    "CallLogEntry",
    "ConnectToken",
    "ConnectTokenAccount",
    "ConnectTokenCreated",
    "ConnectTokenCreateForm",
    "ConnectTokenDeleted",
    "Contact",
    "ContactMatch",
    "ContactQuery",
    "ContactSearch",
    "DiscoveryDocument",
    "DiscoveryImap",
    "DiscoveryResult",
    "EmailAddress",
    "EmailAddressCreated",
    "EmailAddressCreateForm",
    "EmailAddressDeleted",
    "EmailAddressUpdated",
    "EmailAddressUpdateForm",
    "Error",
    "Failure",
    "File",
    "FileGroup",
    "Flag",
    "FlagSet",
    "Folder",
    "FolderAttributeSet",
    "FolderCreated",
    "FolderDeleted",
    "FolderExpunged",
    "FolderSync",
    "HeaderMap",
    "HttpUrl",
    "MailAddress",
    "Message",
    "MessageCreated",
    "MessageCreateForm",
    "MessageDeleted",
    "MessageFile",
    "MessageFlagsForm",
    "MessageFlagsUpdated",
    "MessageFolder",
    "MessageFoldersForm",
    "MessageFoldersReplaced",
    "MessageFoldersUpdated",
    "MessageSource",
    "MessageUpdated",
    "MessageUpdateForm",
    "Model",
    "OAuthProvider",
    "OAuthProviderCreated",
    "OAuthProviderCreateForm",
    "OAuthProviderDeleted",
    "OAuthProviderType",
    "Person",
    "PersonInfo",
    "PersonPicture",
    "RedirectUrl",
    "ServiceLevel",
    "Source",
    "SourceConnectTokenCreateForm",
    "SourceCreated",
    "SourceCreateForm",
    "SourceDeleted",
    "SourceReference",
    "SourceStatus",
    "SourceSync",
    "SourceType",
    "SourceUpdated",
    "SourceUpdateForm",
    "StatusNotification",
    "SyncNotification",
    "SyncPeriod",
    "SyncStarted",
    "Thread",
    "ThreadDeleted",
    "ThreadFoldersForm",
    "ThreadFoldersReplaced",
    "ThreadFoldersUpdated",
    "Webhook",
    "WebhookCallback",
    "WebhookCreated",
    "WebhookCreateForm",
    "WebhookDeleted",
    "WebhookLogEntry",
    "WebhookPeriod",
    "WebhookUpdated",
    "WebhookUpdateForm",
]

_MODULES = {
    "Account": "account",
    "AccountCreateForm": "account_create_form",
    "AccountCreated": "account_created",
    "AccountDeleted": "account_deleted",
    "AccountSync": "account_sync",
    "AccountUpdateForm": "account_update_form",
    "AccountUpdated": "account_updated",
    "AddressSet": "address_set",
    "AppStatusCallbackUrl": "app_status_callback_url",
    "AppStatusCallbackUrlDeleted": "app_status_callback_url_deleted",
    "AppStatusCallbackUrlUpdateForm": "app_status_callback_url_update_form",
    "AppStatusCallbackUrlUpdated": "app_status_callback_url_updated",
    "AuthenticationType": "authentication_type",
    "BodyPart": "body_part",
    "CallLogEntry": "call_log_entry",
    "CallbackMessage": "callback_message",
    "CallbackSource": "callback_source",
    "ConnectToken": "connect_token",
    "ConnectTokenAccount": "connect_token_account",
    "ConnectTokenCreateForm": "connect_token_create_form",
    "ConnectTokenCreated": "connect_token_created",
    "ConnectTokenDeleted": "connect_token_deleted",
    "Contact": "contact",
    "ContactMatch": "contact_match",
    "ContactQuery": "contact_query",
    "ContactSearch": "contact_search",
    "DiscoveryDocument": "discovery_document",
    "DiscoveryImap": "discovery_imap",
    "DiscoveryResult": "discovery_result",
    "EmailAddress": "email_address",
    "EmailAddressCreateForm": "email_address_create_form",
    "EmailAddressCreated": "email_address_created",
    "EmailAddressDeleted": "email_address_deleted",
    "EmailAddressUpdateForm": "email_address_update_form",
    "EmailAddressUpdated": "email_address_updated",
    "Error": "error",
    "Failure": "failure",
    "File": "file",
    "FileGroup": "file_group",
    "Flag": "flag",
    "FlagSet": "flag_set",
    "Folder": "folder",
    "FolderAttributeSet": "folder_attribute_set",
    "FolderCreated": "folder_created",
    "FolderDeleted": "folder_deleted",
    "FolderExpunged": "folder_expunged",
    "FolderSync": "folder_sync",
    "HeaderMap": "header_map",
    "HttpUrl": "http_url",
    "MailAddress": "mail_address",
    "Message": "message",
    "MessageCreateForm": "message_create_form",
    "MessageCreated": "message_created",
    "MessageDeleted": "message_deleted",
    "MessageFile": "message_file",
    "MessageFlagsForm": "message_flags_form",
    "MessageFlagsUpdated": "message_flags_updated",
    "MessageFolder": "message_folder",
    "MessageFoldersForm": "message_folders_form",
    "MessageFoldersReplaced": "message_folders_replaced",
    "MessageFoldersUpdated": "message_folders_updated",
    "MessageSource": "message_source",
    "MessageUpdateForm": "message_update_form",
    "MessageUpdated": "message_updated",
    "OAuthProvider": "o_auth_provider",
    "OAuthProviderCreateForm": "o_auth_provider_create_form",
    "OAuthProviderCreated": "o_auth_provider_created",
    "OAuthProviderDeleted": "o_auth_provider_deleted",
    "OAuthProviderType": "o_auth_provider_type",
    "Person": "person",
    "PersonInfo": "person_info",
    "PersonPicture": "person_picture",
    "RedirectUrl": "redirect_url",
    "ServiceLevel": "service_level",
    "Source": "source",
    "SourceConnectTokenCreateForm": "source_connect_token_create_form",
    "SourceCreateForm": "source_create_form",
    "SourceCreated": "source_created",
    "SourceDeleted": "source_deleted",
    "SourceReference": "source_reference",
    "SourceStatus": "source_status",
    "SourceSync": "source_sync",
    "SourceType": "source_type",
    "SourceUpdateForm": "source_update_form",
    "SourceUpdated": "source_updated",
    "StatusNotification": "status_notification",
    "SyncNotification": "sync_notification",
    "SyncPeriod": "sync_period",
    "SyncStarted": "sync_started",
    "Thread": "thread",
    "ThreadDeleted": "thread_deleted",
    "ThreadFoldersForm": "thread_folders_form",
    "ThreadFoldersReplaced": "thread_folders_replaced",
    "ThreadFoldersUpdated": "thread_folders_updated",
    "Webhook": "webhook",
    "WebhookCallback": "webhook_callback",
    "WebhookCreateForm": "webhook_create_form",
    "WebhookCreated": "webhook_created",
    "WebhookDeleted": "webhook_deleted",
    "WebhookLogEntry": "webhook_log_entry",
    "WebhookPeriod": "webhook_period",
    "WebhookUpdateForm": "webhook_update_form",
    "WebhookUpdated": "webhook_updated",
}

if TYPE_CHECKING:
    from contextio_models.models.account import Account
    from contextio_models.models.account_create_form import AccountCreateForm
    from contextio_models.models.account_created import AccountCreated
    from contextio_models.models.account_deleted import AccountDeleted
    from contextio_models.models.account_sync import AccountSync
    from contextio_models.models.account_update_form import AccountUpdateForm
    from contextio_models.models.account_updated import AccountUpdated
    from contextio_models.models.address_set import AddressSet
    from contextio_models.models.app_status_callback_url import AppStatusCallbackUrl
    from contextio_models.models.app_status_callback_url_deleted import AppStatusCallbackUrlDeleted
    from contextio_models.models.app_status_callback_url_update_form import AppStatusCallbackUrlUpdateForm
    from contextio_models.models.app_status_callback_url_updated import AppStatusCallbackUrlUpdated
    from contextio_models.models.authentication_type import AuthenticationType
    from contextio_models.models.body_part import BodyPart
    from contextio_models.models.call_log_entry import CallLogEntry
    from contextio_models.models.callback_message import CallbackMessage
    from contextio_models.models.callback_source import CallbackSource
    from contextio_models.models.connect_token import ConnectToken
    from contextio_models.models.connect_token_account import ConnectTokenAccount
    from contextio_models.models.connect_token_create_form import ConnectTokenCreateForm
    from contextio_models.models.connect_token_created import ConnectTokenCreated
    from contextio_models.models.connect_token_deleted import ConnectTokenDeleted
    from contextio_models.models.contact import Contact
    from contextio_models.models.contact_match import ContactMatch
    from contextio_models.models.contact_query import ContactQuery
    from contextio_models.models.contact_search import ContactSearch
    from contextio_models.models.discovery_document import DiscoveryDocument
    from contextio_models.models.discovery_imap import DiscoveryImap
    from contextio_models.models.discovery_result import DiscoveryResult
    from contextio_models.models.email_address import EmailAddress
    from contextio_models.models.email_address_create_form import EmailAddressCreateForm
    from contextio_models.models.email_address_created import EmailAddressCreated
    from contextio_models.models.email_address_deleted import EmailAddressDeleted
    from contextio_models.models.email_address_update_form import EmailAddressUpdateForm
    from contextio_models.models.email_address_updated import EmailAddressUpdated
    from contextio_models.models.error import Error
    from contextio_models.models.failure import Failure
    from contextio_models.models.file import File
    from contextio_models.models.file_group import FileGroup
    from contextio_models.models.flag import Flag
    from contextio_models.models.flag_set import FlagSet
    from contextio_models.models.folder import Folder
    from contextio_models.models.folder_attribute_set import FolderAttributeSet
    from contextio_models.models.folder_created import FolderCreated
    from contextio_models.models.folder_deleted import FolderDeleted
    from contextio_models.models.folder_expunged import FolderExpunged
    from contextio_models.models.folder_sync import FolderSync
    from contextio_models.models.header_map import HeaderMap
    from contextio_models.models.http_url import HttpUrl
    from contextio_models.models.mail_address import MailAddress
    from contextio_models.models.message import Message
    from contextio_models.models.message_create_form import MessageCreateForm
    from contextio_models.models.message_created import MessageCreated
    from contextio_models.models.message_deleted import MessageDeleted
    from contextio_models.models.message_file import MessageFile
    from contextio_models.models.message_flags_form import MessageFlagsForm
    from contextio_models.models.message_flags_updated import MessageFlagsUpdated
    from contextio_models.models.message_folder import MessageFolder
    from contextio_models.models.message_folders_form import MessageFoldersForm
    from contextio_models.models.message_folders_replaced import MessageFoldersReplaced
    from contextio_models.models.message_folders_updated import MessageFoldersUpdated
    from contextio_models.models.message_source import MessageSource
    from contextio_models.models.message_update_form import MessageUpdateForm
    from contextio_models.models.message_updated import MessageUpdated
    from contextio_models.models.o_auth_provider import OAuthProvider
    from contextio_models.models.o_auth_provider_create_form import OAuthProviderCreateForm
    from contextio_models.models.o_auth_provider_created import OAuthProviderCreated
    from contextio_models.models.o_auth_provider_deleted import OAuthProviderDeleted
    from contextio_models.models.o_auth_provider_type import OAuthProviderType
    from contextio_models.models.person import Person
    from contextio_models.models.person_info import PersonInfo
    from contextio_models.models.person_picture import PersonPicture
    from contextio_models.models.redirect_url import RedirectUrl
    from contextio_models.models.service_level import ServiceLevel
    from contextio_models.models.source import Source
    from contextio_models.models.source_connect_token_create_form import SourceConnectTokenCreateForm
    from contextio_models.models.source_create_form import SourceCreateForm
    from contextio_models.models.source_created import SourceCreated
    from contextio_models.models.source_deleted import SourceDeleted
    from contextio_models.models.source_reference import SourceReference
    from contextio_models.models.source_status import SourceStatus
    from contextio_models.models.source_sync import SourceSync
    from contextio_models.models.source_type import SourceType
    from contextio_models.models.source_update_form import SourceUpdateForm
    from contextio_models.models.source_updated import SourceUpdated
    from contextio_models.models.status_notification import StatusNotification
    from contextio_models.models.sync_notification import SyncNotification
    from contextio_models.models.sync_period import SyncPeriod
    from contextio_models.models.sync_started import SyncStarted
    from contextio_models.models.thread import Thread
    from contextio_models.models.thread_deleted import ThreadDeleted
    from contextio_models.models.thread_folders_form import ThreadFoldersForm
    from contextio_models.models.thread_folders_replaced import ThreadFoldersReplaced
    from contextio_models.models.thread_folders_updated import ThreadFoldersUpdated
    from contextio_models.models.webhook import Webhook
    from contextio_models.models.webhook_callback import WebhookCallback
    from contextio_models.models.webhook_create_form import WebhookCreateForm
    from contextio_models.models.webhook_created import WebhookCreated
    from contextio_models.models.webhook_deleted import WebhookDeleted
    from contextio_models.models.webhook_log_entry import WebhookLogEntry
    from contextio_models.models.webhook_period import WebhookPeriod
    from contextio_models.models.webhook_update_form import WebhookUpdateForm
    from contextio_models.models.webhook_updated import WebhookUpdated
else:  # type checkers shall report names that do not exist

    def __getattr__(name: str) -> Any:
        """Import a model when it is first asked for; a program uses few of them."""
        if name not in _MODULES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        model = getattr(import_module(f"contextio_models.models.{_MODULES[name]}"), name)
        globals()[name] = model
        return model

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
