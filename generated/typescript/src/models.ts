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
 * An error that answers a write, and tells that nothing was changed.
 */
export type Failure = components["schemas"]["Failure"];

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
 * What went wrong, in a sentence that says what to change.
 */
export type Error = components["schemas"]["Error"];

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
 * An option in a request, off with 0 and on with 1.
 */
export type Flag = components["schemas"]["Flag"];

/**
 * Address to which mail is sent, with one @ between two parts that have no blanks.
 */
export type MailAddress = components["schemas"]["MailAddress"];

/**
 * Kind of a mailbox; IMAP is the only one, in capitals or small letters.
 */
export type SourceType = components["schemas"]["SourceType"];

/**
 * An absolute URL: the scheme http or https in small letters, a host name or IPv4 address, then port,
 * path, query and fragment as wanted, in ASCII with everything else percent-encoded.
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
 * How the service logs in to a mailbox.
 */
export type AuthenticationType = components["schemas"]["AuthenticationType"];

/**
 * A mail provider and the version of its OAuth. `GMAIL_OAUTH2` and `MSLIVECONNECT` issue tokens of OAuth
 * 2.0. `GMAIL` and `GOOGLEAPPSMARKETPLACE` belong to OAuth 1.0, which no provider offers any more.
 */
export type OAuthProviderType = components["schemas"]["OAuthProviderType"];
