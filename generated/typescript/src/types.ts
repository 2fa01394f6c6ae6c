// Generated from the description; not to be edited.

export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts of the consumer key.
         * @description Answers the accounts that the consumer key created, oldest first, as a bare array. Filters that
         *     are given together must all hold. The two filters on the state of sources also narrow `sources`
         *     in the answer: an account is listed with just those of its sources that count, and an account
         *     without any such source is left out. A server lists 100 accounts at most, however large `limit` is.
         */
        get: operations["accounts_list"];
        put?: never;
        /**
         * Create an account, with its first source if wanted.
         * @description With `email` and the names alone, an account without sources comes into being. With the settings
         *     of a mailbox as well, the service opens that mailbox and creates the account together with the
         *     source, or, where the settings are incomplete or the mailbox cannot be opened, neither of them.
         *     `type` by itself does not ask for a source.
         */
        post: operations["accounts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * Read an account.
         * @description Answers the same fields as an element of the list, with all sources of the account.
         */
        get: operations["accounts_get"];
        put?: never;
        /**
         * Change the names on an account.
         * @description Sets the names that are sent and keeps a name that is not. Nothing else on an account can be
         *     changed. Some clients send the same form with PUT, which the service took as this operation.
         */
        post: operations["accounts_update"];
        /**
         * Delete an account.
         * @description Removes the account with its sources and its connect tokens. Afterwards each of them answers 404.
         */
        delete: operations["accounts_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/connect_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the connect tokens of an account.
         * @description Answers the tokens that were made for this account, used and unused ones, oldest first, as a bare
         *     array that is not divided into pages and knows no filters.
         */
        get: operations["account_connect_tokens_list"];
        put?: never;
        /**
         * Make a connect token for an account.
         * @description Makes a token with which the person behind the account can connect one more mailbox. The person's
         *     browser must be sent to the answer's `browser_redirect_url`; using the token adds a source to the
         *     account and makes no other account. With `email`, the page that asks for address and names is left
         *     out. A token that stays unused is purged 24 hours after it was made.
         */
        post: operations["account_connect_tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/connect_tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        /**
         * Read a connect token of an account.
         * @description Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
         *     `id`. A token of another account answers 404.
         */
        get: operations["account_connect_tokens_get"];
        put?: never;
        post?: never;
        /**
         * Discard a connect token of an account.
         * @description Removes the token. Afterwards it answers 404; what was made through it stays.
         */
        delete: operations["account_connect_tokens_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/email_addresses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the mail addresses of an account.
         * @description Answers the addresses of the person behind the account as a bare array that is not divided into
         *     pages. One of them is the primary address. Attaching a source adds the address of its mailbox.
         */
        get: operations["email_addresses_list"];
        put?: never;
        /**
         * Add a mail address to an account.
         * @description Adds an alias of the person, mainly so that it does not count as a contact of theirs. No mailbox is
         *     opened. The new address is not the primary one. An address that the account already has stays as it
         *     is, and the answer is the same.
         */
        post: operations["email_addresses_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/email_addresses/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        /**
         * Read a mail address of an account.
         * @description Answers the same fields as an element of the list.
         */
        get: operations["email_addresses_get"];
        put?: never;
        /**
         * Make a mail address the primary one.
         * @description With `primary`, the address becomes the primary one, and the former primary address an alias. Without
         *     it nothing changes.
         */
        post: operations["email_addresses_update"];
        /**
         * Remove a mail address from an account.
         * @description Removes the address. Afterwards it answers 404. A source that receives mail for the address stays.
         *     The primary address and the last one of an account cannot be removed.
         */
        delete: operations["email_addresses_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the sources of an account.
         * @description Answers the sources of the account, oldest first, as a bare array that is not divided into pages.
         *     Filters that are given together must both hold.
         */
        get: operations["sources_list"];
        put?: never;
        /**
         * Attach a mailbox to an account.
         * @description Opens the mailbox with the settings sent and, where that works, makes a source of it. Either
         *     `password` is needed, or a token of the mailbox's provider; where both are sent, the password is
         *     not used. The service chooses the source's label and adds `email` to the account's addresses. The
         *     first synchronisation runs after the answer.
         */
        post: operations["sources_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 *     first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /**
         * Read a source.
         * @description Answers the settings of the source and the state of its connection, without any password.
         */
        get: operations["sources_get"];
        put?: never;
        /**
         * Change a source, put it back to work, or test it now.
         * @description Sets the options that are sent and keeps the others. `status` with 1 puts a disabled source back
         *     to work. `force_status_check` with 1 must be the only field: the service then opens the mailbox
         *     at once, records the state that it finds, and answers that state in place of `success`. The
         *     server, port, user name, encryption and kind of a source cannot be changed. Some clients send the
         *     same form with PUT, which the service took as this operation.
         */
        post: operations["sources_update"];
        /**
         * Detach a source from its account.
         * @description Removes the source from the account. Afterwards it answers 404; the mailbox itself is not touched.
         */
        delete: operations["sources_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the connect tokens of the consumer key.
         * @description Answers the tokens that were made with the consumer key, used and unused ones, oldest first, as a
         *     bare array that is not divided into pages and knows no filters.
         */
        get: operations["connect_tokens_list"];
        put?: never;
        /**
         * Make a connect token.
         * @description Makes a token with which a person can connect a mailbox, out of which come an account and a source.
         *     The person's browser must be sent to the answer's `browser_redirect_url`. With `email`, the page
         *     that asks for address and names is left out. A token that stays unused is purged 24 hours after it
         *     was made.
         */
        post: operations["connect_tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect_tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        /**
         * Read a connect token.
         * @description Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
         *     `id`.
         */
        get: operations["connect_tokens_get"];
        put?: never;
        post?: never;
        /**
         * Discard a connect token.
         * @description Removes the token. Afterwards it answers 404; what was made through it stays.
         */
        delete: operations["connect_tokens_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth_providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the OAuth providers of the consumer key.
         * @description Answers the OAuth clients that were registered with the consumer key, oldest first, as a bare array
         *     that is not divided into pages. Their secrets are masked.
         */
        get: operations["oauth_providers_list"];
        put?: never;
        /**
         * Register an OAuth client.
         * @description Registers an OAuth client that the application has at a mail provider. Sources can then be attached
         *     with tokens that were issued to this client. They name it in their own `provider_consumer_key`. For a key
         *     that is registered already, this replaces secret and type.
         */
        post: operations["oauth_providers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth_providers/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
                 * @example 1234-app.apps.googleusercontent.com
                 */
                key: string;
            };
            cookie?: never;
        };
        /**
         * Read an OAuth provider.
         * @description Answers the same fields as an element of the list, with the secret masked.
         */
        get: operations["oauth_providers_get"];
        put?: never;
        post?: never;
        /**
         * Remove an OAuth provider.
         * @description Removes the registration. Afterwards it answers 404. Sources that were attached with tokens of this
         *     client stay.
         */
        delete: operations["oauth_providers_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A person whose mail the application works with. */
        Account: {
            /** @description Identifier of the account. */
            id: string;
            /** @description Name that the service gave to the account. */
            username: string;
            /** @description Time of creation in seconds since 1970-01-01 UTC. */
            created: number;
            /** @description Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended. */
            suspended: number;
            /** @description Mail addresses of the person. */
            email_addresses: string[];
            /** @description Given name of the person; empty if none was sent. */
            first_name: string;
            /** @description Family name of the person; empty if none was sent. */
            last_name: string;
            /** @description Time at which the person's password expired, in seconds since 1970-01-01 UTC; 0 while it is valid. */
            password_expired: number;
            /** @description Mailboxes whose mail makes up the account. */
            sources: components["schemas"]["Source"][];
            /** @description How many messages the sources hold, taken together. */
            nb_messages: number;
            /** @description How many files are attached to those messages. */
            nb_files: number;
            /**
             * Format: uri
             * @description Absolute address of the account.
             */
            resource_url?: string;
            /** @description OAuth token for calls on this account; only for consumer keys that are switched to three legs. */
            access_token?: string;
            /** @description Secret of `access_token`; only for consumer keys that are switched to three legs. */
            access_token_secret?: string;
        };
        /**
         * @description What to create an account from. Any of `server`, `username`, `port`, `use_ssl`, `password` and the
         *     fields whose names start with `provider_` asks for a source, and then everything that a source needs
         *     must be there.
         */
        AccountCreateForm: {
            /** @description Main mail address of the person; also that of the first source. */
            email: components["schemas"]["MailAddress"];
            /** @description Given name of the person. */
            first_name?: string;
            /** @description Family name of the person. */
            last_name?: string;
            /**
             * @description Identifier of a user of the sibling interface Lite who is to become this account. `email` is
             *     needed all the same.
             */
            migrate_account_id?: string;
            /** @description Host name or IP address of the mail server. */
            server?: string;
            /** @description Name with which to log in to the mail server. */
            username?: string;
            /** @description With 1 the connection to the mail server is encrypted with TLS. */
            use_ssl?: components["schemas"]["Flag"];
            /** @description TCP port of the mail server, usually 993 with TLS and 143 without. */
            port?: number;
            /** @description Kind of the mailbox. */
            type?: components["schemas"]["SourceType"];
            /** @description IP address from which the person uses the application. */
            origin_ip?: string;
            /**
             * @description With 1, messages that carry the IMAP flag `\Deleted` do not show.
             * @default 0
             */
            expunge_on_deleted_flag?: components["schemas"]["Flag"];
            /**
             * @description With 1, folders for deleted mail, drafts and the like are synchronised as well.
             * @default 0
             */
            sync_all_folders?: components["schemas"]["Flag"];
            /** @description Special-use folders to synchronise, separated by commas, such as `All,Trash`. */
            sync_folders?: string;
            /**
             * @description With 1, the flags for read and flagged messages are synchronised.
             * @default 0
             */
            sync_flags?: components["schemas"]["Flag"];
            /**
             * @description With 1, lists of files also show pictures of signatures and the like.
             * @default 0
             */
            raw_file_list?: components["schemas"]["Flag"];
            /**
             * Format: password
             * @description Password of the mailbox; not used beside a `provider_` parameter.
             */
            password?: string;
            /**
             * Format: password
             * @description OAuth 2.0 refresh token of the mailbox, in place of a password.
             */
            provider_refresh_token?: string;
            /** @description OAuth client to which the refresh token was issued, one that the application has registered. */
            provider_consumer_key?: string;
            /** @description Address that is told when the first synchronisation is finished. */
            callback_url?: components["schemas"]["HttpUrl"];
            /** @description Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"];
            /**
             * Format: password
             * @deprecated
             * @description OAuth 1.0 access token of the mailbox, dropped in 2015.
             */
            provider_token?: string;
            /**
             * Format: password
             * @deprecated
             * @description Secret of `provider_token`, dropped in 2015.
             */
            provider_token_secret?: string;
            /**
             * @deprecated
             * @description Time between two synchronisations, dropped before the end.
             * @default 24h
             */
            sync_period?: components["schemas"]["SyncPeriod"];
            /**
             * @deprecated
             * @description Tier under which the source is billed, dropped before the end.
             */
            service_level?: components["schemas"]["ServiceLevel"];
        };
        /** @description Confirms that an account was created. */
        AccountCreated: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
            /** @description Identifier of the new account. */
            id: string;
            /**
             * Format: uri
             * @description Absolute address of the new account.
             */
            resource_url: string;
            /** @description The new source; only there if the request asked for one. */
            source?: components["schemas"]["SourceReference"];
            /** @description OAuth token for calls on this account; only for consumer keys that are switched to three legs. */
            access_token?: string;
            /** @description Secret of `access_token`; only for consumer keys that are switched to three legs. */
            access_token_secret?: string;
        };
        /** @description The names to set on an account; one that is left out stays as it is. */
        AccountUpdateForm: {
            /** @description Given name of the person. */
            first_name?: string;
            /** @description Family name of the person. */
            last_name?: string;
        };
        /** @description Confirms that an account was changed. */
        AccountUpdated: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** @description Confirms that an account was deleted. */
        AccountDeleted: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
        };
        /**
         * @description Leave for one person to connect one mailbox. While it is unused, `used` is 0, `account` is empty and
         *     `expires` is a time; afterwards `used` is a time, `account` has an `id` and `expires` is false.
         */
        ConnectToken: {
            /** @description Identifier of the token. */
            token: string;
            /** @description Mail address that the token was made with; empty if none was sent. */
            email: string;
            /** @description Time of creation in seconds since 1970-01-01 UTC. */
            created: number;
            /** @description Time of use in seconds since 1970-01-01 UTC; 0 while the token is unused. */
            used: number;
            /**
             * @description Time in seconds since 1970-01-01 UTC at which the unused token will be purged; false once it has
             *     been used.
             */
            expires: number | false;
            /**
             * Format: uri
             * @description Absolute address to which the person's browser is sent at the end.
             */
            callback_url: string;
            /** @description Given name that the token was made with; empty if none was sent. */
            first_name: string;
            /** @description Family name that the token was made with; empty if none was sent. */
            last_name: string;
            /** @description Account that the token was used for; an empty object while it is unused. */
            account: components["schemas"]["ConnectTokenAccount"];
            /**
             * Format: uri
             * @description Absolute address of the token.
             */
            resource_url?: string;
            /**
             * Format: uri
             * @description Address to which the person's browser is to be sent.
             */
            browser_redirect_url?: string;
            /** @description Address that is told when the state of the source changes. */
            status_callback_url?: string | null;
            /** @description Address that is told when the first synchronisation is finished. */
            source_callback_url?: string | null;
            /** @description Whether lists of files will also show pictures of signatures and the like. */
            source_raw_file_list?: boolean;
            /** @description Label of the source that was made; only in a used token. */
            server_label?: string;
            /**
             * @deprecated
             * @description Tier under which the source is billed; dropped before the end.
             */
            service_level?: string;
        };
        /** @description Where a person's browser returns to, and options for the source that will be made. */
        ConnectTokenCreateForm: {
            /**
             * @description Address to which the person's browser is sent in the end, with the token
             *     in the query parameter `contextio_token`.
             */
            callback_url: components["schemas"]["HttpUrl"];
            /** @description Mail address of the mailbox to connect, or just @ and a domain as a hint at the provider. */
            email?: string;
            /** @description Given name of the person. */
            first_name?: string;
            /** @description Family name of the person. */
            last_name?: string;
            /** @description Address that is told when the first synchronisation is finished. */
            source_callback_url?: components["schemas"]["HttpUrl"];
            /**
             * @description With 1, folders for deleted mail, drafts and the like are synchronised as well.
             * @default 0
             */
            source_sync_all_folders?: components["schemas"]["Flag"];
            /**
             * @description With 1, the flags for read and flagged messages are synchronised.
             * @default 0
             */
            source_sync_flags?: components["schemas"]["Flag"];
            /**
             * @description With 1, lists of files also show pictures of signatures and the like.
             * @default 0
             */
            source_raw_file_list?: components["schemas"]["Flag"];
            /** @description Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"];
            /**
             * @description With 1, messages that carry the IMAP flag `\Deleted` do not show.
             * @default 0
             */
            source_expunge_on_deleted_flag?: components["schemas"]["Flag"];
            /** @description Special-use folders to synchronise, separated by commas, such as `All,Trash`. */
            source_sync_folders?: string;
            /**
             * @deprecated
             * @description Tier under which the source will be billed, dropped before the end.
             */
            service_level?: components["schemas"]["ServiceLevel"];
        };
        /** @description Confirms that a connect token was made, and says where to send the person's browser. */
        ConnectTokenCreated: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
            /** @description Identifier of the new token. */
            token: string;
            /**
             * Format: uri
             * @description Absolute address of the new token.
             */
            resource_url: string;
            /**
             * Format: uri
             * @description Address to which the person's browser is to be sent.
             */
            browser_redirect_url: string;
            /** @description Temporary OAuth token for reading the new token; only for keys that are switched to three legs. */
            access_token?: string;
            /** @description Secret of `access_token`; only for consumer keys that are switched to three legs. */
            access_token_secret?: string;
        };
        /** @description Confirms that a connect token was discarded. */
        ConnectTokenDeleted: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** @description A mail address of the person behind an account. */
        EmailAddress: {
            /** @description The address. */
            email: string;
            /** @description Time in seconds since 1970-01-01 UTC at which the address was confirmed; 0 if it was not. */
            validated: number;
            /** @description 1 for the primary address, 0 for the others. */
            primary: (0 | 1) | (string & {});
            /**
             * Format: uri
             * @description Absolute address of this resource, with the mail address percent-encoded.
             */
            resource_url?: string;
        };
        /** @description A mail address to add. */
        EmailAddressCreateForm: {
            /** @description The address; reads call it `email`. */
            email_address: components["schemas"]["MailAddress"];
        };
        /** @description Confirms that an account has a mail address. */
        EmailAddressCreated: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
            /** @description The address; reads call it `email`. */
            email_address: string;
            /**
             * Format: uri
             * @description Absolute address of the new resource.
             */
            resource_url: string;
        };
        /** @description An error that answers a write, and tells that nothing was changed. */
        Failure: components["schemas"]["Error"] & {
            /**
             * @description Always false in an error.
             * @constant
             */
            success: false;
            /** @description Cause for which a mailbox could not be opened, as a code for programs. */
            feedback_code?: string;
            /** @description What was said between service and mail server, without any password. */
            connectionLog?: string;
        };
        /** @description What to change about a mail address. */
        EmailAddressUpdateForm: {
            /**
             * @description With 1, the address becomes the primary one.
             * @enum {integer}
             */
            primary?: 1;
        };
        /** @description Confirms that a mail address was changed. */
        EmailAddressUpdated: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** @description Confirms that a mail address was removed. */
        EmailAddressDeleted: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** @description A mailbox of an account. */
        Source: {
            /** @description Name of the source, unique within its account. */
            label: string;
            /** @description Host name or IP address of the mail server. */
            server?: string;
            /** @description Name with which the service logs in to the mail server. */
            username?: string;
            /** @description TCP port of the mail server. */
            port?: number;
            /** @description Whether the connection to the mail server is encrypted with TLS. */
            use_ssl?: boolean;
            /**
             * @description Kind of the mailbox.
             * @constant
             */
            type?: "imap";
            /** @description How the service logs in to the mailbox. */
            authentication_type?: components["schemas"]["AuthenticationType"] | (string & {});
            /** @description State of the connection as last seen. */
            status: components["schemas"]["SourceStatus"] | (string & {});
            /** @description Explanation of a state other than `OK`; null otherwise. */
            status_message?: string | null;
            /**
             * Format: uri
             * @description Absolute address of the source, with its label percent-encoded.
             */
            resource_url?: string;
            /** @description Address that is told when the first synchronisation is finished; null if none is set. */
            callback_url?: string | null;
            /** @description Address that is told when the state changes; null if none is set. */
            status_callback_url?: string | null;
            /** @description Whether the flags for read and flagged messages are synchronised. */
            sync_flags?: boolean;
            /** @description Whether folders for deleted mail, drafts and the like are synchronised as well. */
            sync_all_folders?: boolean;
            /** @description Whether messages that carry the IMAP flag `\Deleted` are hidden. */
            expunge_on_deleted_flag?: boolean;
            /** @description Whether lists of files also show pictures of signatures and the like. */
            raw_file_list?: boolean;
            /**
             * @deprecated
             * @description Time between two synchronisations, such as `1d`; dropped before the end.
             */
            sync_period?: string;
            /**
             * @deprecated
             * @description Tier under which the source is billed; dropped before the end.
             */
            service_level?: string;
        };
        /** @description Settings of a mailbox to attach. */
        SourceCreateForm: {
            /** @description Main mail address that the mailbox receives mail for. */
            email: components["schemas"]["MailAddress"];
            /** @description Host name or IP address of the mail server. */
            server: string;
            /** @description Name with which to log in to the mail server. */
            username: string;
            /** @description With 1 the connection to the mail server is encrypted with TLS. */
            use_ssl: components["schemas"]["Flag"];
            /** @description TCP port of the mail server, usually 993 with TLS and 143 without. */
            port: number;
            /** @description Kind of the mailbox. */
            type: components["schemas"]["SourceType"];
            /** @description IP address from which the person uses the application. */
            origin_ip?: string;
            /**
             * @description With 1, messages that carry the IMAP flag `\Deleted` do not show.
             * @default 0
             */
            expunge_on_deleted_flag?: components["schemas"]["Flag"];
            /**
             * @description With 1, folders for deleted mail, drafts and the like are synchronised as well.
             * @default 0
             */
            sync_all_folders?: components["schemas"]["Flag"];
            /** @description Special-use folders to synchronise, separated by commas, such as `All,Trash`. */
            sync_folders?: string;
            /**
             * @description With 1, the flags for read and flagged messages are synchronised.
             * @default 0
             */
            sync_flags?: components["schemas"]["Flag"];
            /**
             * @description With 1, lists of files also show pictures of signatures and the like.
             * @default 0
             */
            raw_file_list?: components["schemas"]["Flag"];
            /**
             * Format: password
             * @description Password of the mailbox; not used beside a `provider_` parameter.
             */
            password?: string;
            /**
             * Format: password
             * @description OAuth 2.0 refresh token of the mailbox, in place of a password.
             */
            provider_refresh_token?: string;
            /** @description OAuth client to which the refresh token was issued, one that the application has registered. */
            provider_consumer_key?: string;
            /** @description Address that is told when the first synchronisation is finished. */
            callback_url?: components["schemas"]["HttpUrl"];
            /** @description Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"];
            /**
             * Format: password
             * @deprecated
             * @description OAuth 1.0 access token of the mailbox, dropped in 2015.
             */
            provider_token?: string;
            /**
             * Format: password
             * @deprecated
             * @description Secret of `provider_token`, dropped in 2015.
             */
            provider_token_secret?: string;
            /**
             * @deprecated
             * @description Time between two synchronisations, dropped before the end.
             * @default 24h
             */
            sync_period?: components["schemas"]["SyncPeriod"];
            /**
             * @deprecated
             * @description Tier under which the source is billed, dropped before the end.
             */
            service_level?: components["schemas"]["ServiceLevel"];
        };
        /** @description Confirms that a source was attached. */
        SourceCreated: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
            /** @description Label that the service chose for the source. */
            label: string;
            /**
             * Format: uri
             * @description Absolute address of the new source.
             */
            resource_url?: string;
        };
        /** @description Options to set on a source; one that is left out stays as it is. */
        SourceUpdateForm: {
            /**
             * @description With 1, a source that is disabled is put back to work. A state cannot be chosen.
             * @enum {integer}
             */
            status?: 1;
            /** @description With 1, the mailbox is opened at once to test it. No other field may be sent beside it. */
            force_status_check?: components["schemas"]["Flag"];
            /** @description With 1, folders for deleted mail, drafts and the like are synchronised as well. */
            sync_all_folders?: components["schemas"]["Flag"];
            /** @description With 1, messages that carry the IMAP flag `\Deleted` do not show. */
            expunge_on_deleted_flag?: components["schemas"]["Flag"];
            /**
             * Format: password
             * @description New password of the mailbox; not used beside a `provider_` parameter.
             */
            password?: string;
            /**
             * Format: password
             * @description New OAuth 2.0 refresh token of the mailbox.
             */
            provider_refresh_token?: string;
            /** @description OAuth client to which the refresh token was issued, one that the application has registered. */
            provider_consumer_key?: string;
            /** @description Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"];
            /**
             * Format: password
             * @deprecated
             * @description OAuth 1.0 access token of the mailbox, dropped in 2015.
             */
            provider_token?: string;
            /**
             * Format: password
             * @deprecated
             * @description Secret of `provider_token`, dropped in 2015.
             */
            provider_token_secret?: string;
            /**
             * @deprecated
             * @description Time between two synchronisations, dropped before the end.
             */
            sync_period?: components["schemas"]["SyncPeriod"];
            /**
             * @deprecated
             * @description Tier under which the source is billed, dropped before the end.
             */
            service_level?: components["schemas"]["ServiceLevel"];
        };
        /** @description Confirms that a source was changed, or tells the state that a test found. */
        SourceUpdated: {
            /**
             * @description Always true where options were set; absent after a test.
             * @constant
             */
            success?: true;
            /** @description State that the test found; absent where options were set. */
            status?: components["schemas"]["SourceStatus"] | (string & {});
        };
        /** @description Confirms that a source was detached. */
        SourceDeleted: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** @description An OAuth client that the application has at a mail provider. */
        OAuthProvider: {
            /** @description The provider, and the version of OAuth. */
            type: components["schemas"]["OAuthProviderType"] | (string & {});
            /** @description Identifier of the client at the provider, which names the registration here. */
            provider_consumer_key: string;
            /**
             * @description Secret of the client, masked: its first and last three characters around `[...]`. A secret of fewer
             *     than seven characters is masked whole.
             */
            provider_consumer_secret: string;
            /**
             * Format: uri
             * @description Absolute address of the registration, with the key percent-encoded.
             */
            resource_url?: string;
        };
        /** @description An OAuth client to register. */
        OAuthProviderCreateForm: {
            /** @description The provider, and the version of OAuth. */
            type: components["schemas"]["OAuthProviderType"];
            /** @description Identifier of the client at the provider. It is not of dots alone, since it stands in paths. */
            provider_consumer_key: string;
            /**
             * Format: password
             * @description Secret of the client.
             */
            provider_consumer_secret: string;
        };
        /** @description Confirms that an OAuth client was registered. */
        OAuthProviderCreated: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
            /** @description Key that names the registration. */
            provider_consumer_key: string;
            /**
             * Format: uri
             * @description Absolute address of the registration.
             */
            resource_url?: string;
        };
        /** @description What went wrong, in a sentence that says what to change. */
        Error: {
            /**
             * @description Marks the object as an error.
             * @constant
             */
            type: "error";
            /** @description The explanation, for a person to read. */
            value: string;
            /** @description Number of the error, where it has one; 105 is a stale timestamp. */
            code?: number;
        };
        /** @description Confirms that an OAuth client was removed. */
        OAuthProviderDeleted: {
            /**
             * @description Always true in this answer.
             * @constant
             */
            success: true;
        };
        /**
         * @description State of the connection to a mailbox. `OK` works. `INVALID_CREDENTIALS` tells that the mail server
         *     refuses the login, `CONNECTION_IMPOSSIBLE` that it does not answer, `NO_ACCESS_TO_ALL_MAIL` that
         *     the folder with all mail is hidden from IMAP. `TEMP_DISABLED` and `DISABLED` sources are not
         *     synchronised until they are put back to work.
         * @enum {string}
         */
        SourceStatus: "INVALID_CREDENTIALS" | "CONNECTION_IMPOSSIBLE" | "NO_ACCESS_TO_ALL_MAIL" | "OK" | "TEMP_DISABLED" | "DISABLED";
        /**
         * @description An option in a request, off with 0 and on with 1.
         * @enum {integer}
         */
        Flag: 0 | 1;
        /** @description Address to which mail is sent, with one @ between two parts that have no blanks. */
        MailAddress: string;
        /**
         * @description Kind of a mailbox; IMAP is the only one, in capitals or small letters.
         * @enum {string}
         */
        SourceType: "IMAP" | "imap";
        /**
         * @description An absolute URL: the scheme http or https in small letters, a host name or IPv4 address, then port,
         *     path, query and fragment as wanted, in ASCII with everything else percent-encoded.
         */
        HttpUrl: string;
        /**
         * @description Time between two synchronisations of a mailbox.
         * @enum {string}
         */
        SyncPeriod: "1h" | "4h" | "12h" | "24h";
        /**
         * @description Tier under which a mailbox was billed, in capitals or small letters.
         * @enum {string}
         */
        ServiceLevel: "PRO" | "BASIC" | "pro" | "basic";
        /** @description Points to a source that was made along with its account. */
        SourceReference: {
            /** @description Label of the new source. */
            label: string;
            /**
             * Format: uri
             * @description Absolute address of the new source.
             */
            resource_url: string;
        };
        /**
         * @description What the service sends when a mailbox has been synchronised for the first time. No source
         *     describes its content, so nothing may be relied on.
         */
        SyncNotification: Record<string, never>;
        /** @description What the service sends when the state of a connection has changed. */
        StatusNotification: {
            /** @description Identifier of the account. */
            account_id: string;
            /** @description Label of the source. */
            server_label: string;
            /** @description Cause in short; absent when the mailbox works again. */
            failure?: string;
            /** @description Cause in a sentence. */
            failure_message?: string;
            /** @description Random text that goes into the signature. */
            token: string;
            /** @description Time of sending in seconds since 1970-01-01 UTC; goes into the signature. */
            timestamp: number;
            /**
             * @description HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed
             *     with the consumer secret.
             */
            signature: string;
        };
        /**
         * @description The account behind a used connect token; without any field while the token is unused. On an account's
         *     own tokens it is that account.
         */
        ConnectTokenAccount: {
            /** @description Identifier of the account. */
            id?: string;
            /** @description Time of the account's creation in seconds since 1970-01-01 UTC. */
            created?: number;
            /** @description Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended. */
            suspended?: number;
            /** @description Mail addresses of the person, as bare strings. */
            email_addresses?: string[];
            /** @description Given name of the person. */
            first_name?: string;
            /** @description Family name of the person. */
            last_name?: string;
            /** @description Mailboxes of the account. */
            sources?: components["schemas"]["Source"][];
            /** @description OAuth token for calls on the account; only for consumer keys that are switched to three legs. */
            access_token?: string;
            /** @description Secret of `access_token`; only for consumer keys that are switched to three legs. */
            access_token_secret?: string;
        };
        /**
         * @description How the service logs in to a mailbox.
         * @enum {string}
         */
        AuthenticationType: "password" | "oauth" | "oauth2";
        /**
         * @description A mail provider and the version of its OAuth. `GMAIL_OAUTH2` and `MSLIVECONNECT` issue tokens of OAuth
         *     2.0. `GMAIL` and `GOOGLEAPPSMARKETPLACE` belong to OAuth 1.0, which no provider offers any more.
         * @enum {string}
         */
        OAuthProviderType: "GMAIL_OAUTH2" | "MSLIVECONNECT" | "GMAIL" | "GOOGLEAPPSMARKETPLACE";
    };
    responses: {
        /** @description A parameter is missing or has a value that the operation does not take. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The signature is missing, wrong, too old or was used before. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The consumer key has sent more requests than it may for now. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request could not be answered for a reason that has no status of its own here. */
        UnexpectedError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * @description A parameter is missing or has a value that the operation does not take, or the mailbox refused the
         *     settings. Nothing was changed.
         */
        BadRequestOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The signature is missing, wrong, too old or was used before. Nothing was changed. */
        UnauthorizedOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The consumer key has sent more requests than it may for now. Nothing was changed. */
        TooManyRequestsOnWrite: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The mail server did not answer, so that the mailbox could not be opened. Nothing was changed. */
        MailServerUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The request could not be carried out for a reason that has no status of its own here. */
        UnexpectedErrorOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description Nothing of that name exists for this consumer key. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Nothing of that name exists for this consumer key. Nothing was changed. */
        NotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** @description The consumer key has no such account, or the account has no such address. */
        EmailAddressNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The consumer key has no such account, or the account has no such address. Nothing was changed. */
        EmailAddressNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
    };
    parameters: {
        /**
         * @description State that a source must be in to be counted.
         * @example OK
         */
        SourceStatusFilter: components["schemas"]["SourceStatus"];
        /**
         * @description With 1 a source counts when it works, which is the state `OK`; with 0 it counts when it is in any
         *     other state.
         * @example 1
         */
        SourceStatusOkFilter: components["schemas"]["Flag"];
        /**
         * @description Identifier of an account that belongs to the consumer key.
         * @example 4f0f1a2b3c4d5e6f70819203
         */
        AccountId: string;
        /**
         * @description Identifier of a connect token that was made with the consumer key.
         * @example k3v9s2m8q1x7d4hz
         */
        ConnectTokenId: string;
        /**
         * @description Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
         *     first source.
         * @example ada@example.com::imap.example.com
         */
        SourceLabel: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many seconds to wait before the next request.
         * @example 30
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accounts_list: {
        parameters: {
            query?: {
                /**
                 * @description Mail address that must be among the account's addresses.
                 * @example ada@example.com
                 */
                email?: string;
                /**
                 * @description State that a source must be in to be counted.
                 * @example OK
                 */
                status?: components["parameters"]["SourceStatusFilter"];
                /**
                 * @description With 1 a source counts when it works, which is the state `OK`; with 0 it counts when it is in any
                 *     other state.
                 * @example 1
                 */
                status_ok?: components["parameters"]["SourceStatusOkFilter"];
                /**
                 * @description How many accounts to list at most.
                 * @example 25
                 */
                limit?: number;
                /**
                 * @description How many accounts to leave out at the start of the list; 0 starts with the first.
                 * @example 0
                 */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    accounts_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The person, and the settings of the first mailbox if one is wanted. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccountCreateForm"];
                "multipart/form-data": components["schemas"]["AccountCreateForm"];
            };
        };
        responses: {
            /** @description The account was created, and the source if one was asked for. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountCreated"];
                };
            };
            400: components["responses"]["BadRequestOnWrite"];
            401: components["responses"]["UnauthorizedOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    accounts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    accounts_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description The names to set. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccountUpdateForm"];
                "multipart/form-data": components["schemas"]["AccountUpdateForm"];
            };
        };
        responses: {
            /** @description The names were set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountUpdated"];
                };
            };
            400: components["responses"]["BadRequestOnWrite"];
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    accounts_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    account_connect_tokens_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    account_connect_tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description Where the browser returns to, and what is known of the mailbox. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConnectTokenCreateForm"];
            };
        };
        responses: {
            /** @description The token was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenCreated"];
                };
            };
            400: components["responses"]["BadRequestOnWrite"];
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    account_connect_tokens_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    account_connect_tokens_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token was discarded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    email_addresses_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddress"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    email_addresses_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description The address to add. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["EmailAddressCreateForm"];
                "multipart/form-data": components["schemas"]["EmailAddressCreateForm"];
            };
        };
        responses: {
            /** @description The account has the address. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddressCreated"];
                };
            };
            /** @description The address is missing or is none. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    email_addresses_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddress"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["EmailAddressNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    email_addresses_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        /** @description Whether the address is to be the primary one. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["EmailAddressUpdateForm"];
                "multipart/form-data": components["schemas"]["EmailAddressUpdateForm"];
            };
        };
        responses: {
            /** @description The address was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddressUpdated"];
                };
            };
            /** @description The value of `primary` is not 1. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["EmailAddressNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    email_addresses_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddressDeleted"];
                };
            };
            /** @description The address is the primary one. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["EmailAddressNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    sources_list: {
        parameters: {
            query?: {
                /**
                 * @description State that a source must be in to be counted.
                 * @example OK
                 */
                status?: components["parameters"]["SourceStatusFilter"];
                /**
                 * @description With 1 a source counts when it works, which is the state `OK`; with 0 it counts when it is in any
                 *     other state.
                 * @example 1
                 */
                status_ok?: components["parameters"]["SourceStatusOkFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sources that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    sources_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description The settings of the mailbox. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SourceCreateForm"];
                "multipart/form-data": components["schemas"]["SourceCreateForm"];
            };
        };
        responses: {
            /** @description The mailbox was opened and attached. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceCreated"];
                };
            };
            400: components["responses"]["BadRequestOnWrite"];
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 *     first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    sources_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 *     first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /** @description The options to set. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SourceUpdateForm"];
                "multipart/form-data": components["schemas"]["SourceUpdateForm"];
            };
        };
        responses: {
            /** @description The options were set, or the mailbox was tested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceUpdated"];
                };
            };
            400: components["responses"]["BadRequestOnWrite"];
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    sources_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * @description Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 *     first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source was detached. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    connect_tokens_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    connect_tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where the browser returns to, and what is known of the mailbox. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConnectTokenCreateForm"];
            };
        };
        responses: {
            /** @description The token was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenCreated"];
                };
            };
            400: components["responses"]["BadRequestOnWrite"];
            401: components["responses"]["UnauthorizedOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    connect_tokens_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    connect_tokens_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token was discarded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    oauth_providers_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OAuth providers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProvider"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    oauth_providers_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The provider, and what it issued to the application. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["OAuthProviderCreateForm"];
                "multipart/form-data": components["schemas"]["OAuthProviderCreateForm"];
            };
        };
        responses: {
            /** @description The OAuth client was registered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProviderCreated"];
                };
            };
            /** @description A field is missing, or the type is not one of those defined. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    oauth_providers_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
                 * @example 1234-app.apps.googleusercontent.com
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OAuth provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProvider"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description No OAuth client with this key was registered with the consumer key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    oauth_providers_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
                 * @example 1234-app.apps.googleusercontent.com
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OAuth provider was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProviderDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            /** @description No OAuth client with this key was registered with the consumer key. Nothing was changed. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
}
