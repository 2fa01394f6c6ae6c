// The objects of the API by their names. Generated from the description; not to be edited.

import type { components } from "./types.js";

/**
 * A person whose mail the application works with.
 */
export type Account = components["schemas"]["Account"];

/**
 * What to create an account from. Any of `server`, `username`, `port`, `use_ssl`, `password` and the
 * fields whose names start with `provider_` asks for a source, and then everything that a source needs
 * must be there.
 */
export type AccountCreateForm = components["schemas"]["AccountCreateForm"];

/**
 * Confirms that an account was created.
 */
export type AccountCreated = components["schemas"]["AccountCreated"];

/**
 * The names to set on an account; one that is left out stays as it is.
 */
export type AccountUpdateForm = components["schemas"]["AccountUpdateForm"];

/**
 * Confirms that an account was changed.
 */
export type AccountUpdated = components["schemas"]["AccountUpdated"];

/**
 * An error that answers a write, and tells that nothing was changed.
 */
export type Failure = components["schemas"]["Failure"];

/**
 * Confirms that an account was deleted.
 */
export type AccountDeleted = components["schemas"]["AccountDeleted"];

/**
 * Leave for one person to connect one mailbox. While it is unused, `used` is 0, `account` is empty and
 * `expires` is a time; afterwards `used` is a time, `account` has an `id` and `expires` is false.
 */
export type ConnectToken = components["schemas"]["ConnectToken"];

/**
 * Where a person's browser returns to, and options for the source that will be made.
 */
export type ConnectTokenCreateForm = components["schemas"]["ConnectTokenCreateForm"];

/**
 * Confirms that a connect token was made, and says where to send the person's browser.
 */
export type ConnectTokenCreated = components["schemas"]["ConnectTokenCreated"];

/**
 * Confirms that a connect token was discarded.
 */
export type ConnectTokenDeleted = components["schemas"]["ConnectTokenDeleted"];

/**
 * Contacts that were found, and what was looked for.
 */
export type ContactSearch = components["schemas"]["ContactSearch"];

/**
 * What went wrong, in a sentence that says what to change.
 */
export type Error = components["schemas"]["Error"];

/**
 * Someone with whom the owner of the account exchanges mail.
 */
export type Contact = components["schemas"]["Contact"];

/**
 * An option in a request, off with 0 and on with 1.
 */
export type Flag = components["schemas"]["Flag"];

/**
 * A file that is attached to a message.
 */
export type File = components["schemas"]["File"];

/**
 * Files that are versions of one document.
 */
export type FileGroup = components["schemas"]["FileGroup"];

/**
 * A message of an account, wherever it lies.
 */
export type Message = components["schemas"]["Message"];

/**
 * A mail address of the person behind an account.
 */
export type EmailAddress = components["schemas"]["EmailAddress"];

/**
 * A mail address to add.
 */
export type EmailAddressCreateForm = components["schemas"]["EmailAddressCreateForm"];

/**
 * Confirms that an account has a mail address.
 */
export type EmailAddressCreated = components["schemas"]["EmailAddressCreated"];

/**
 * What to change about a mail address.
 */
export type EmailAddressUpdateForm = components["schemas"]["EmailAddressUpdateForm"];

/**
 * Confirms that a mail address was changed.
 */
export type EmailAddressUpdated = components["schemas"]["EmailAddressUpdated"];

/**
 * Confirms that a mail address was removed.
 */
export type EmailAddressDeleted = components["schemas"]["EmailAddressDeleted"];

/**
 * A message to store, and where.
 */
export type MessageCreateForm = components["schemas"]["MessageCreateForm"];

/**
 * Confirms that a message was stored.
 */
export type MessageCreated = components["schemas"]["MessageCreated"];

/**
 * Where a message is to go, and flags to set or clear.
 */
export type MessageUpdateForm = components["schemas"]["MessageUpdateForm"];

/**
 * Confirms that a message was copied or moved.
 */
export type MessageUpdated = components["schemas"]["MessageUpdated"];

/**
 * Confirms that a message was deleted.
 */
export type MessageDeleted = components["schemas"]["MessageDeleted"];

/**
 * A text part of a message.
 */
export type BodyPart = components["schemas"]["BodyPart"];

/**
 * Flags of a message on the mail server.
 */
export type FlagSet = components["schemas"]["FlagSet"];

/**
 * Flags to set or clear; one that is left out stays as it is.
 */
export type MessageFlagsForm = components["schemas"]["MessageFlagsForm"];

/**
 * Confirms that flags were changed, and tells all of them.
 */
export type MessageFlagsUpdated = components["schemas"]["MessageFlagsUpdated"];

/**
 * A folder that holds a message, or one that is to hold it.
 */
export type MessageFolder = components["schemas"]["MessageFolder"];

/**
 * Folders to add a message to and to take it out of.
 */
export type MessageFoldersForm = components["schemas"]["MessageFoldersForm"];

/**
 * Confirms that the folders of a message were changed.
 */
export type MessageFoldersUpdated = components["schemas"]["MessageFoldersUpdated"];

/**
 * Confirms that the folders of a message were replaced.
 */
export type MessageFoldersReplaced = components["schemas"]["MessageFoldersReplaced"];

/**
 * Headers of a message by name, each with all of its values.
 */
export type HeaderMap = components["schemas"]["HeaderMap"];

/**
 * A conversation, the messages that answer one another.
 */
export type Thread = components["schemas"]["Thread"];

/**
 * A mailbox of an account.
 */
export type Source = components["schemas"]["Source"];

/**
 * Settings of a mailbox to attach.
 */
export type SourceCreateForm = components["schemas"]["SourceCreateForm"];

/**
 * Confirms that a source was attached.
 */
export type SourceCreated = components["schemas"]["SourceCreated"];

/**
 * Options to set on a source; one that is left out stays as it is.
 */
export type SourceUpdateForm = components["schemas"]["SourceUpdateForm"];

/**
 * Confirms that a source was changed, or tells the state that a test found.
 */
export type SourceUpdated = components["schemas"]["SourceUpdated"];

/**
 * Confirms that a source was detached.
 */
export type SourceDeleted = components["schemas"]["SourceDeleted"];

/**
 * Where a person's browser returns to; the mailbox is known already.
 */
export type SourceConnectTokenCreateForm = components["schemas"]["SourceConnectTokenCreateForm"];

/**
 * A folder of a mailbox.
 */
export type Folder = components["schemas"]["Folder"];

/**
 * Confirms that a folder is there.
 */
export type FolderCreated = components["schemas"]["FolderCreated"];

/**
 * Confirms that a folder was deleted.
 */
export type FolderDeleted = components["schemas"]["FolderDeleted"];

/**
 * Confirms that the deleted messages of a folder were removed.
 */
export type FolderExpunged = components["schemas"]["FolderExpunged"];

/**
 * When the folders of a source were synchronised, by name. The names are spelled as the mail server
 * spells them.
 */
export type SourceSync = components["schemas"]["SourceSync"];

/**
 * Confirms that a synchronisation is queued.
 */
export type SyncStarted = components["schemas"]["SyncStarted"];

/**
 * When the sources of an account were synchronised, by label.
 */
export type AccountSync = components["schemas"]["AccountSync"];

/**
 * Confirms that a conversation was deleted.
 */
export type ThreadDeleted = components["schemas"]["ThreadDeleted"];

/**
 * A folder to add a conversation to, and one to take it out of.
 */
export type ThreadFoldersForm = components["schemas"]["ThreadFoldersForm"];

/**
 * Confirms that the folders of a conversation were changed.
 */
export type ThreadFoldersUpdated = components["schemas"]["ThreadFoldersUpdated"];

/**
 * Confirms that the folders of a conversation were replaced.
 */
export type ThreadFoldersReplaced = components["schemas"]["ThreadFoldersReplaced"];

/**
 * Tells an application of mail as it arrives. A filter that was not set is absent.
 */
export type Webhook = components["schemas"]["Webhook"];

/**
 * Where to tell of mail, and of which. All filters that are sent must hold.
 */
export type WebhookCreateForm = components["schemas"]["WebhookCreateForm"];

/**
 * Confirms that a webhook was created.
 */
export type WebhookCreated = components["schemas"]["WebhookCreated"];

/**
 * What to change about a webhook; what is left out stays as it is.
 */
export type WebhookUpdateForm = components["schemas"]["WebhookUpdateForm"];

/**
 * Confirms that a webhook was changed.
 */
export type WebhookUpdated = components["schemas"]["WebhookUpdated"];

/**
 * Confirms that a webhook was cancelled.
 */
export type WebhookDeleted = components["schemas"]["WebhookDeleted"];

/**
 * A request that was signed with the consumer key.
 */
export type CallLogEntry = components["schemas"]["CallLogEntry"];

/**
 * A delivery of a webhook.
 */
export type WebhookLogEntry = components["schemas"]["WebhookLogEntry"];

/**
 * The address that is told of changes in the state of all sources of a consumer key.
 */
export type AppStatusCallbackUrl = components["schemas"]["AppStatusCallbackUrl"];

/**
 * The address to tell.
 */
export type AppStatusCallbackUrlUpdateForm = components["schemas"]["AppStatusCallbackUrlUpdateForm"];

/**
 * Confirms that the address was set.
 */
export type AppStatusCallbackUrlUpdated = components["schemas"]["AppStatusCallbackUrlUpdated"];

/**
 * Confirms that no address is set.
 */
export type AppStatusCallbackUrlDeleted = components["schemas"]["AppStatusCallbackUrlDeleted"];

/**
 * Address to which mail is sent, with one @ between two parts that have no blanks.
 */
export type MailAddress = components["schemas"]["MailAddress"];

/**
 * What is known of the mailbox behind a mail address. Where nothing was found, `type`, `imap` and
 * `documentation` are absent.
 */
export type DiscoveryResult = components["schemas"]["DiscoveryResult"];

/**
 * An OAuth client that the application has at a mail provider.
 */
export type OAuthProvider = components["schemas"]["OAuthProvider"];

/**
 * An OAuth client to register.
 */
export type OAuthProviderCreateForm = components["schemas"]["OAuthProviderCreateForm"];

/**
 * Confirms that an OAuth client was registered.
 */
export type OAuthProviderCreated = components["schemas"]["OAuthProviderCreated"];

/**
 * Confirms that an OAuth client was removed.
 */
export type OAuthProviderDeleted = components["schemas"]["OAuthProviderDeleted"];

/**
 * State of the connection to a mailbox. `OK` works. `INVALID_CREDENTIALS` tells that the mail server
 * refuses the login, `CONNECTION_IMPOSSIBLE` that it does not answer, `NO_ACCESS_TO_ALL_MAIL` that
 * the folder with all mail is hidden from IMAP. `TEMP_DISABLED` and `DISABLED` sources are not
 * synchronised until they are put back to work.
 */
export type SourceStatus = components["schemas"]["SourceStatus"];

/**
 * Kind of a mailbox; IMAP is the only one, in capitals or small letters.
 */
export type SourceType = components["schemas"]["SourceType"];

/**
 * An absolute URL with the scheme http or https and a host. The service sends a POST to it. A user name
 * and a password before the host are sent with Basic authentication.
 */
export type HttpUrl = components["schemas"]["HttpUrl"];

/**
 * Time between two synchronisations of a mailbox.
 */
export type SyncPeriod = components["schemas"]["SyncPeriod"];

/**
 * Tier under which a mailbox was billed, in capitals or small letters.
 */
export type ServiceLevel = components["schemas"]["ServiceLevel"];

/**
 * Points to a source that was made along with its account.
 */
export type SourceReference = components["schemas"]["SourceReference"];

/**
 * What the service sends when a mailbox has been synchronised for the first time. No source
 * describes its content, so nothing may be relied on.
 */
export type SyncNotification = components["schemas"]["SyncNotification"];

/**
 * What the service sends when the state of a connection has changed.
 */
export type StatusNotification = components["schemas"]["StatusNotification"];

/**
 * The account behind a used connect token; without any field while the token is unused. On an account's
 * own tokens it is that account.
 */
export type ConnectTokenAccount = components["schemas"]["ConnectTokenAccount"];

/**
 * An absolute URL to which a browser is sent, with any scheme but javascript, data, vbscript, file and
 * blob. An app on a device can have a scheme of its own, such as `cio-api-auth://`. With http and https
 * there is a host; a user name and a password before it are kept.
 */
export type RedirectUrl = components["schemas"]["RedirectUrl"];

/**
 * Filters that a search was made with; null for those that were not sent.
 */
export type ContactQuery = components["schemas"]["ContactQuery"];

/**
 * A contact as the search shows it.
 */
export type ContactMatch = components["schemas"]["ContactMatch"];

/**
 * Sender and recipients of a message; a kind that the message does not have is absent.
 */
export type AddressSet = components["schemas"]["AddressSet"];

/**
 * Pictures of people by their addresses.
 */
export type PersonInfo = components["schemas"]["PersonInfo"];

/**
 * An attachment as its message shows it.
 */
export type MessageFile = components["schemas"]["MessageFile"];

/**
 * A source that holds a message.
 */
export type MessageSource = components["schemas"]["MessageSource"];

/**
 * How the service logs in to a mailbox.
 */
export type AuthenticationType = components["schemas"]["AuthenticationType"];

/**
 * IMAP attributes of a folder by name, such as `Noselect`, `Noinferiors`, `Marked`, `HasChildren` and
 * `HasNoChildren`.
 */
export type FolderAttributeSet = components["schemas"]["FolderAttributeSet"];

/**
 * When a folder was synchronised, in seconds since 1970-01-01 UTC.
 */
export type FolderSync = components["schemas"]["FolderSync"];

/**
 * Time between the arrival of a message and the callback; `immediate` and 0 are about a minute.
 */
export type WebhookPeriod = components["schemas"]["WebhookPeriod"];

/**
 * What a webhook tells, a message or its own failure, signed with the consumer secret.
 */
export type WebhookCallback = components["schemas"]["WebhookCallback"];

/**
 * Settings of an IMAP server.
 */
export type DiscoveryImap = components["schemas"]["DiscoveryImap"];

/**
 * A page of a provider.
 */
export type DiscoveryDocument = components["schemas"]["DiscoveryDocument"];

/**
 * A mail provider and the version of its OAuth. `GMAIL_OAUTH2` and `MSLIVECONNECT` issue tokens of OAuth
 * 2.0. `GMAIL` and `GOOGLEAPPSMARKETPLACE` belong to OAuth 1.0, which no provider offers any more.
 */
export type OAuthProviderType = components["schemas"]["OAuthProviderType"];

/**
 * Someone who sends or receives mail.
 */
export type Person = components["schemas"]["Person"];

/**
 * The picture of a person.
 */
export type PersonPicture = components["schemas"]["PersonPicture"];

/**
 * A message as a webhook tells of it. Unlike reads of the API, it has its text in `bodies`, and its sources
 * have no address.
 */
export type CallbackMessage = components["schemas"]["CallbackMessage"];

/**
 * A source that holds a message.
 */
export type CallbackSource = components["schemas"]["CallbackSource"];
