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
         *
         * Answers the accounts that the consumer key created, oldest first, as a bare array. Filters that
         * are given together must all hold. The two filters on the state of sources also narrow `sources`
         * in the answer: an account is listed with just those of its sources that count, and an account
         * without any such source is left out. A server lists 100 accounts at most, however large `limit` is.
         */
        get: operations["accounts_list"];
        put?: never;
        /**
         * Create an account, with its first source if wanted.
         *
         * With `email` and the names alone, an account without sources comes into being. With the settings
         * of a mailbox as well, the service opens that mailbox and creates the account together with the
         * source, or, where the settings are incomplete or the mailbox cannot be opened, neither of them.
         * `type` by itself does not ask for a source.
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * Read an account.
         *
         * Answers the same fields as an element of the list, with all sources of the account.
         */
        get: operations["accounts_get"];
        put?: never;
        /**
         * Change the names on an account.
         *
         * Sets the names that are sent and keeps a name that is not. Nothing else on an account can be
         * changed. Some clients send the same form with PUT, which the service took as this operation.
         */
        post: operations["accounts_update"];
        /**
         * Delete an account.
         *
         * Removes the account with its sources and its connect tokens. Afterwards each of them answers 404.
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the connect tokens of an account.
         *
         * Answers the tokens that were made for this account, used and unused ones, oldest first, as a bare
         * array that is not divided into pages and knows no filters.
         */
        get: operations["account_connect_tokens_list"];
        put?: never;
        /**
         * Make a connect token for an account.
         *
         * Makes a token with which the person behind the account can connect one more mailbox. The person's
         * browser must be sent to the answer's `browser_redirect_url`; using the token adds a source to the
         * account and makes no other account. With a whole address in `email`, the page that asks for
         * address and names is left out. A token that stays unused is purged 24 hours after it was made.
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        /**
         * Read a connect token of an account.
         *
         * Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
         * `id`. A token of another account answers 404.
         */
        get: operations["account_connect_tokens_get"];
        put?: never;
        post?: never;
        /**
         * Discard a connect token of an account.
         *
         * Removes the token. Afterwards it answers 404; what was made through it stays.
         */
        delete: operations["account_connect_tokens_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * Search the people whom the owner of an account exchanges mail with.
         *
         * Answers the contacts under `matches`, those with the most messages first, and the filters in force under
         * `query`. Equal counts are ordered by address. The owner's own addresses are left out. Filters that are
         * given together must all hold; they choose contacts and do not change the counts.
         */
        get: operations["contacts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/contacts/{email}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        /**
         * Read a contact.
         *
         * Answers the contact with its addresses under `emails`, whereas an element of the list has one under `email`.
         * An address of the owner is no contact and answers 404.
         */
        get: operations["contacts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/contacts/{email}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        /**
         * List the files exchanged with a contact.
         *
         * Answers the files of mail from the contact, to the contact, and from others to both contact and owner. The
         * newest comes first.
         */
        get: operations["contacts_list_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/contacts/{email}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        /**
         * List the messages exchanged with a contact.
         *
         * Answers mail from the contact, to the contact, and from others to both contact and owner, newest first. The
         * list of the `messages` page selects more finely.
         */
        get: operations["contacts_list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/contacts/{email}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        /**
         * List the conversations that a contact takes part in.
         *
         * Answers addresses of Gmail's conversations, the one with the newest message first. The last segment of each
         * is the identifier of the conversation.
         */
        get: operations["contacts_list_threads"];
        put?: never;
        post?: never;
        delete?: never;
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the mail addresses of an account.
         *
         * Answers the addresses of the person behind the account as a bare array that is not divided into
         * pages. One of them is the primary address. Attaching a source adds the address of its mailbox.
         */
        get: operations["email_addresses_list"];
        put?: never;
        /**
         * Add a mail address to an account.
         *
         * Adds an alias of the person, mainly so that it does not count as a contact of theirs. No mailbox is
         * opened. The new address is not the primary one. An address that the account already has stays as it
         * is, and the answer is the same.
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        /**
         * Read a mail address of an account.
         *
         * Answers the same fields as an element of the list.
         */
        get: operations["email_addresses_get"];
        put?: never;
        /**
         * Make a mail address the primary one.
         *
         * With `primary`, the address becomes the primary one, and the former primary address an alias. Without
         * it nothing changes.
         */
        post: operations["email_addresses_update"];
        /**
         * Remove a mail address from an account.
         *
         * Removes the address. Afterwards it answers 404. A source that receives mail for the address stays.
         * The primary address and the last one of an account cannot be removed.
         */
        delete: operations["email_addresses_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the attachments in an account.
         *
         * Answers the files that are attached to messages, newest `date` first. Filters that are given together must
         * all hold. An address filter takes several addresses, separated by commas, and any of them will do.
         *
         * The filters on `date` look at when the sender says the mail was sent. Those on the indexing look at when
         * the service saw it first.
         */
        get: operations["files_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * Read the record of a file.
         *
         * Answers the same fields as an element of the list.
         */
        get: operations["files_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/files/{file_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * List files that a file can be compared with, or compare it with one.
         *
         * Answers the files that the file can be compared with. With `file_id` in the query and `generate`, it was a
         * comparison, which nothing describes. Dropped before the end.
         * @deprecated
         */
        get: operations["files_list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/files/{file_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * Download a file, or ask for a link to it.
         *
         * Answers the bytes of the file, fetched from the mail server during the call. With `as_link`, or with the
         * header `Accept: text/uri-list`, it answers a link instead. The link is valid for a short while and should
         * not be kept.
         */
        get: operations["files_get_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/files/{file_id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * List files that resemble a file.
         *
         * Answers files whose names resemble that of the file, the most similar first, each with its `similarity`.
         */
        get: operations["files_list_related"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/files/{file_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        /**
         * List other versions of a file.
         *
         * Answers files whose names differ from this one only in dates, initials, version numbers or words like draft
         * and final. Dropped before the end.
         * @deprecated
         */
        get: operations["files_list_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the messages of an account.
         *
         * Answers the messages of all sources together, newest `date` first. Filters that are given together
         * must all hold. An address filter takes several addresses, separated by commas, and any of them will
         * do. A message that lies in several folders or sources is listed once.
         *
         * The `include_` switches add what the service does not store. It then asks the mail server, which makes
         * the call slower.
         */
        get: operations["messages_list"];
        put?: never;
        /**
         * Store a message in a folder.
         *
         * Stores the raw text of a message in a folder of the mail server. It gets the flags that are sent as 1, and
         * nothing is sent to anyone. The answer does not name the new message, which can be read at once by its
         * Message-ID.
         */
        post: operations["messages_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages/{message_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /**
         * Read a message.
         *
         * Answers the same fields as an element of the list, with the same switches. The mail server is asked for
         * what a switch adds.
         */
        get: operations["messages_get"];
        put?: never;
        /**
         * Copy or move a message to a folder.
         *
         * Puts a copy of the message into `dst_folder`, with the flags that are sent. The original stays where it is;
         * with `move` the message leaves its other folders in that source. `dst_source` is needed only to take the
         * message to another source.
         */
        post: operations["messages_update"];
        /**
         * Delete a message.
         *
         * Removes the message from all of its folders. Afterwards it answers 404. In a mailbox of Gmail it goes to
         * the trash, where it may still be read.
         */
        delete: operations["messages_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages/{message_id}/body": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /**
         * Read the text of a message.
         *
         * Answers the text parts of the message, fetched from the mail server during the call. Attachments are not
         * among them and do not slow the call; they are read with the `files` page.
         */
        get: operations["messages_get_body"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages/{message_id}/flags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /**
         * Read the flags of a message.
         *
         * Answers the flags as they are on the mail server at this moment; they are not stored. A flag counts as
         * set if one copy of the message has it.
         */
        get: operations["messages_get_flags"];
        put?: never;
        /**
         * Set or clear flags of a message.
         *
         * Sets a flag that is sent as 1, clears one that is sent as 0, and keeps the others. The mail server has the
         * change before the answer comes, in every folder of the message.
         */
        post: operations["messages_update_flags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages/{message_id}/folders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /**
         * List the folders of a message.
         *
         * Answers the folders that hold the message; on Gmail these are its labels.
         */
        get: operations["messages_list_folders"];
        /**
         * Replace the folders of a message.
         *
         * Puts the message into exactly the folders that are sent. The body is laid out like the answer of the list.
         * Each folder is named by `name` or by `symbolic_name`; where both are there, `name` decides. In JSON the
         * backslash of a symbolic name is doubled.
         */
        put: operations["messages_replace_folders"];
        /**
         * Put a message into folders and take it out of others.
         *
         * Adds the message to the folders that `add` names and takes it out of those that `remove` names. Its other
         * folders stay. Several folders are sent by repeating the field with `[]` after its name.
         */
        post: operations["messages_update_folders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages/{message_id}/headers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /**
         * Read the headers of a message.
         *
         * Answers all headers of the message, as an object with a list of decoded values for each name. With `raw` it
         * answers the header as one text, as it was received.
         */
        get: operations["messages_get_headers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages/{message_id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /**
         * Read the raw text of a message.
         *
         * Answers the message as the mail server keeps it, byte for byte, with its headers and all attachments.
         * Large attachments make the answer slow.
         */
        get: operations["messages_get_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/messages/{message_id}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /**
         * Read the conversation of a message.
         *
         * Answers the conversation that the message belongs to, oldest message first. This works for the mail of any
         * server, whereas the `threads` page knows Gmail's conversations alone. Mail that is not in the account
         * is left out.
         */
        get: operations["messages_get_thread"];
        put?: never;
        post?: never;
        delete?: never;
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the sources of an account.
         *
         * Answers the sources of the account, oldest first, as a bare array that is not divided into pages.
         * Filters that are given together must both hold.
         */
        get: operations["sources_list"];
        put?: never;
        /**
         * Attach a mailbox to an account.
         *
         * Opens the mailbox with the settings sent and, where that works, makes a source of it. Either
         * `password` is needed, or a token of the mailbox's provider together with `provider_consumer_key`;
         * where both are sent, the password is not used. The service chooses the source's label and adds
         * `email` to the account's addresses. The first synchronisation runs after the answer.
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /**
         * Read a source.
         *
         * Answers the settings of the source and the state of its connection, without any password.
         */
        get: operations["sources_get"];
        put?: never;
        /**
         * Change a source, put it back to work, or test it now.
         *
         * Sets the options that are sent and keeps the others. `status` with 1 puts a disabled source back
         * to work. `force_status_check` with 1 must be the only field: the service then opens the mailbox
         * at once, records the state that it finds, and answers that state in place of `success`. The
         * server, port, user name, encryption and kind of a source cannot be changed. Some clients send the
         * same form with PUT, which the service took as this operation.
         */
        post: operations["sources_update"];
        /**
         * Detach a source from its account.
         *
         * Removes the source from the account. Afterwards it answers 404; the mailbox itself is not touched.
         */
        delete: operations["sources_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}/connect_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /**
         * List the connect tokens of a source.
         *
         * Answers the tokens that were made for this source, used and unused ones, oldest first, as a bare
         * array that is not divided into pages and knows no filters.
         */
        get: operations["source_connect_tokens_list"];
        put?: never;
        /**
         * Make a connect token for a source.
         *
         * Makes a token with which the person behind the account can connect this mailbox again, as after a
         * change of its password. The person's browser must be sent to the answer's `browser_redirect_url`.
         * A token that stays unused is purged 24 hours after it was made.
         */
        post: operations["source_connect_tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}/connect_tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        /**
         * Read a connect token of a source.
         *
         * Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
         * `id`. A token of another source answers 404.
         */
        get: operations["source_connect_tokens_get"];
        put?: never;
        post?: never;
        /**
         * Discard a connect token of a source.
         *
         * Removes the token. Afterwards it answers 404; the source stays as it is.
         */
        delete: operations["source_connect_tokens_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}/folders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /**
         * List the folders of a source.
         *
         * Answers the folders of the mailbox, at every level, as a bare array that is not divided into pages. The
         * list is the one stored at the latest synchronisation; `no_cache` reads it from the mail server. Both
         * options make the call slower.
         */
        get: operations["source_folders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}/folders/{folder}": {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        /**
         * Read a folder.
         *
         * Answers the same fields as an element of the list.
         */
        get: operations["source_folders_get"];
        /**
         * Create a folder.
         *
         * Creates the folder at this path on the mail server, with the folders above it that are missing. The mail
         * server's own separator need not be known. `a/b` names the same folder as `a.b` with `delim=.`. A folder
         * that is there already stays as it is, and the answer is the same.
         */
        put: operations["source_folders_create"];
        post?: never;
        /**
         * Delete a folder with all of its mail.
         *
         * Removes the folder and the folders below it from the mail server. Their messages are lost for good.
         * Afterwards the folder answers 404.
         */
        delete: operations["source_folders_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}/folders/{folder}/expunge": {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the deleted messages of a folder for good.
         *
         * Runs the IMAP command EXPUNGE, which removes every message of the folder that carries the flag
         * `\Deleted`. They cannot be restored.
         */
        post: operations["source_folders_expunge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}/folders/{folder}/messages": {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        /**
         * List the messages that a folder holds right now.
         *
         * Answers the messages of one folder, newest `date` first, as the `messages` page has them. The mail server
         * is asked first, so mail that arrived after the latest synchronisation is among them. What the service
         * knows is brought up to date on the way. The price is a slower answer and fewer filters.
         */
        get: operations["source_folders_list_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sources/{label}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /**
         * Read when a source was synchronised.
         *
         * Answers a map from the name of each folder of the source to the times of its latest synchronisation.
         * Before the first one it is empty.
         */
        get: operations["sync_get_source"];
        put?: never;
        /**
         * Synchronise a source now.
         *
         * Asks for a synchronisation of the source and answers without waiting for it. When it is done, the
         * times in the answer of `sync_get_source` have grown. While one is queued already, a further request
         * does not queue another.
         */
        post: operations["sync_start_source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * Read when the sources of an account were synchronised.
         *
         * Answers a map from the label of each source to its folders, and from the name of each folder to the
         * times of its latest synchronisation. A source of which nothing is known yet is null.
         */
        get: operations["sync_get"];
        put?: never;
        /**
         * Synchronise all sources of an account now.
         *
         * Asks for a synchronisation of every source and answers without waiting for it. When it is done, the
         * times in the answer of `sync_get` have grown. While one is queued already, a further request does
         * not queue another.
         */
        post: operations["sync_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/threads": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the conversations of an account.
         *
         * Answers the addresses of Gmail's conversations, the one with the newest message first. Filters on messages
         * that are given together must all hold for one message of the conversation. An address filter takes
         * several addresses, separated by commas, and any of them will do.
         *
         * The conversations of other mail servers have no identifier. They are read with
         * `/messages/{message_id}/thread`.
         */
        get: operations["threads_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/threads/{thread_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A conversation, by `gm-` and its `gmail_thread_id`.
                 * @example gm-134b3b2ee7b668a9
                 */
                thread_id: components["parameters"]["ThreadId"];
            };
            cookie?: never;
        };
        /**
         * Read a conversation with its messages.
         *
         * Answers the conversation and its messages, oldest first. `limit` and `offset` choose among the messages and
         * among `email_message_ids` alike.
         */
        get: operations["threads_get"];
        put?: never;
        post?: never;
        /**
         * Delete a conversation.
         *
         * Deletes every message of the conversation, as the deletion of a message does. Afterwards the conversation
         * answers 404.
         */
        delete: operations["threads_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/threads/{thread_id}/folders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A conversation, by `gm-` and its `gmail_thread_id`.
                 * @example gm-134b3b2ee7b668a9
                 */
                thread_id: components["parameters"]["ThreadId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the folders of a conversation.
         *
         * Puts all messages of the conversation into exactly the folders that are sent.
         */
        put: operations["threads_replace_folders"];
        /**
         * Put a conversation into a folder or take it out of one.
         *
         * Adds all messages of the conversation to the folder in `add` and takes them out of the one in `remove`.
         * Their other folders stay.
         */
        post: operations["threads_update_folders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List the webhooks of an account.
         *
         * Answers the webhooks that watch this account, active and stopped ones, as a bare array that is not
         * divided into pages and knows no filters.
         */
        get: operations["webhooks_list"];
        put?: never;
        /**
         * Create a webhook on an account.
         *
         * Creates a webhook, which is active at once. Each new message of the account that passes all of its filters
         * leads to a POST to `callback_url`. Without `receive_all_changes`, only the first event of a message is
         * told: that it was received, or sent. A webhook without filters tells of all mail.
         */
        post: operations["webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * Read a webhook of an account.
         *
         * Answers the same fields as an element of the list.
         */
        get: operations["webhooks_get"];
        put?: never;
        /**
         * Change, pause or resume a webhook of an account.
         *
         * Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
         * to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
         * field must be sent.
         */
        post: operations["webhooks_update"];
        /**
         * Cancel a webhook of an account.
         *
         * Removes the webhook. Afterwards it answers 404, and nothing more is told.
         */
        delete: operations["webhooks_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app/logs/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the calls that were made with the consumer key.
         *
         * Answers the requests that were signed with the consumer key, latest first and at most 100 of them. Filters
         * that are given together must all hold. Earlier calls are found with `timestamp_before`.
         */
        get: operations["app_list_call_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app/logs/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of webhooks.
         *
         * Answers what was sent for the webhooks of the consumer key, latest first and at most 100 of them. Filters
         * that are given together must all hold. Earlier deliveries are found with `timestamp_before`.
         */
        get: operations["app_list_webhook_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/app/status_callback_url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the status callback address of the consumer key.
         *
         * Answers the address that is told of each change in the state of any source of the consumer key. It is
         * null while none is set.
         */
        get: operations["app_get_status_callback_url"];
        put?: never;
        /**
         * Set the status callback address of the consumer key.
         *
         * Sets the address that is told of each change in the state of any source of the consumer key. It replaces
         * the former one. A source with an address of its own tells both.
         */
        post: operations["app_update_status_callback_url"];
        /**
         * Clear the status callback address of the consumer key.
         *
         * Afterwards no address is told of all sources; sources that have an address of their own keep it. Clearing
         * twice does no harm.
         */
        delete: operations["app_delete_status_callback_url"];
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
         *
         * Answers the tokens that were made with the consumer key, used and unused ones, oldest first, as a
         * bare array that is not divided into pages and knows no filters.
         */
        get: operations["connect_tokens_list"];
        put?: never;
        /**
         * Make a connect token.
         *
         * Makes a token with which a person can connect a mailbox, out of which come an account and a source.
         * The person's browser must be sent to the answer's `browser_redirect_url`. With a whole address
         * in `email`, the page that asks for address and names is left out. A token that stays unused is purged 24 hours after it
         * was made.
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
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        /**
         * Read a connect token.
         *
         * Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
         * `id`.
         */
        get: operations["connect_tokens_get"];
        put?: never;
        post?: never;
        /**
         * Discard a connect token.
         *
         * Removes the token. Afterwards it answers 404; what was made through it stays.
         */
        delete: operations["connect_tokens_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/discovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the settings of the mailbox behind a mail address.
         *
         * Looks for the IMAP server of a mail address, so that a form can be filled in for the person, and
         * tells whether tokens of the provider open the mailbox. Nothing is logged in to, and nothing is
         * stored. For an address without a known server the answer is 200, too, and `found` is false.
         */
        get: operations["discovery_get"];
        put?: never;
        post?: never;
        delete?: never;
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
         *
         * Answers the OAuth clients that were registered with the consumer key, as a bare array that is not
         * divided into pages. Their secrets are masked.
         */
        get: operations["oauth_providers_list"];
        put?: never;
        /**
         * Register an OAuth client.
         *
         * Registers an OAuth client that the application has at a mail provider. Sources can then be attached
         * with tokens that were issued to this client. They name it in their own `provider_consumer_key`. For a key
         * that is registered already, this replaces secret and type.
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
                 * The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
                 * @example 1234-app.apps.googleusercontent.com
                 */
                key: string;
            };
            cookie?: never;
        };
        /**
         * Read an OAuth provider.
         *
         * Answers the same fields as an element of the list, with the secret masked.
         */
        get: operations["oauth_providers_get"];
        put?: never;
        post?: never;
        /**
         * Remove an OAuth provider.
         *
         * Removes the registration. Afterwards it answers 404. Sources that were attached with tokens of this
         * client stay.
         */
        delete: operations["oauth_providers_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhooks of the consumer key.
         *
         * Answers the webhooks that watch all accounts of the consumer key, active and stopped ones, as a bare array that is not
         * divided into pages and knows no filters.
         */
        get: operations["webhooks_list_application"];
        put?: never;
        /**
         * Create a webhook on the consumer key.
         *
         * Creates a webhook that watches all accounts of the consumer key. It is active at once and covers accounts
         * that are created later. Accounts that are there already may follow within a day. With
         * `receive_historical`, it tells once of the mail that a new account brings along, newest first.
         */
        post: operations["webhooks_create_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /**
         * Read a webhook of the consumer key.
         *
         * Answers the same fields as an element of the list.
         */
        get: operations["webhooks_get_application"];
        put?: never;
        /**
         * Change, pause or resume a webhook of the consumer key.
         *
         * Sets what is sent and keeps the rest. A filter that is sent replaces the former value and is not added
         * to it. `active` with 0 pauses the webhook, and with 1 it works again, also after a failure. At least one
         * field must be sent.
         */
        post: operations["webhooks_update_application"];
        /**
         * Cancel a webhook of the consumer key.
         *
         * Removes the webhook. Afterwards it answers 404, and nothing more is told.
         */
        delete: operations["webhooks_delete_application"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** A person whose mail the application works with. */
        Account: {
            /** Identifier of the account. */
            id: string;
            /** Name that the service gave to the account. */
            username: string;
            /** Time of creation in seconds since 1970-01-01 UTC. */
            created: number;
            /** Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended. */
            suspended: number;
            /** Mail addresses of the person. */
            email_addresses: string[];
            /** Given name of the person; empty if none was sent. */
            first_name: string;
            /** Family name of the person; empty if none was sent. */
            last_name: string;
            /** Time at which the person's password expired, in seconds since 1970-01-01 UTC; 0 while it is valid. */
            password_expired: number;
            /** Mailboxes whose mail makes up the account. */
            sources: components["schemas"]["Source"][];
            /** How many messages the sources hold, taken together. */
            nb_messages: number;
            /** How many files are attached to those messages. */
            nb_files: number;
            /**
             * Absolute address of the account.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
            /**
             * OAuth token for calls on this account; only for consumer keys that are switched to three legs.
             *
             * Format: password
             */
            access_token?: string | undefined;
            /**
             * Secret of `access_token`; only for consumer keys that are switched to three legs.
             *
             * Format: password
             */
            access_token_secret?: string | undefined;
        };
        /**
         * What to create an account from. Any of `server`, `username`, `port`, `use_ssl`, `password` and the
         * fields whose names start with `provider_` asks for a source, and then everything that a source needs
         * must be there.
         */
        AccountCreateForm: {
            /** Main mail address of the person; also that of the first source. */
            email: components["schemas"]["MailAddress"];
            /** Given name of the person. */
            first_name?: string | undefined;
            /** Family name of the person. */
            last_name?: string | undefined;
            /**
             * Identifier of a user of the sibling interface Lite who is to become this account. `email` is
             * needed all the same.
             */
            migrate_account_id?: string | undefined;
            /** Host name or IP address of the mail server. */
            server?: string | undefined;
            /** Name with which to log in to the mail server. */
            username?: string | undefined;
            /** With 1 the connection to the mail server is encrypted with TLS, with any other value it is not. */
            use_ssl?: components["schemas"]["Flag"] | undefined;
            /** TCP port of the mail server, usually 993 with TLS and 143 without. */
            port?: number | undefined;
            /** Kind of the mailbox. */
            type?: components["schemas"]["SourceType"] | undefined;
            /** IP address from which the person uses the application. */
            origin_ip?: string | undefined;
            /**
             * With 1, messages that carry the IMAP flag `\Deleted` do not show.
             * @default 0
             */
            expunge_on_deleted_flag?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, folders for deleted mail, drafts and the like are synchronised as well.
             * @default 0
             */
            sync_all_folders?: components["schemas"]["Flag"] | undefined;
            /** Special-use folders to synchronise, separated by commas, such as `All,Trash`. */
            sync_folders?: string | undefined;
            /**
             * With 1, the flags for read and flagged messages are synchronised.
             * @default 0
             */
            sync_flags?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, lists of files also show pictures of signatures and the like.
             * @default 0
             */
            raw_file_list?: components["schemas"]["Flag"] | undefined;
            /**
             * Password of the mailbox; not used beside a `provider_` parameter.
             *
             * Format: password
             */
            password?: string | undefined;
            /**
             * OAuth 2.0 refresh token of the mailbox, in place of a password.
             *
             * Format: password
             */
            provider_refresh_token?: string | undefined;
            /** OAuth client to which the refresh token was issued, one that the application has registered. */
            provider_consumer_key?: string | undefined;
            /** Address that is told when the first synchronisation is finished. */
            callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /** Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /**
             * OAuth 1.0 access token of the mailbox, dropped in 2015.
             *
             * Format: password
             * @deprecated
             */
            provider_token?: string | undefined;
            /**
             * Secret of `provider_token`, dropped in 2015.
             *
             * Format: password
             * @deprecated
             */
            provider_token_secret?: string | undefined;
            /**
             * Time between two synchronisations, dropped before the end.
             * @deprecated
             * @default 24h
             */
            sync_period?: components["schemas"]["SyncPeriod"] | undefined;
            /**
             * Tier under which the source is billed, dropped before the end.
             * @deprecated
             */
            service_level?: components["schemas"]["ServiceLevel"] | undefined;
        };
        /** Confirms that an account was created. */
        AccountCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** Identifier of the new account. */
            id: string;
            /**
             * Absolute address of the new account.
             *
             * Format: uri
             */
            resource_url: string;
            /** The new source; only there if the request asked for one. */
            source?: components["schemas"]["SourceReference"] | undefined;
            /**
             * OAuth token for calls on this account; only for consumer keys that are switched to three legs.
             *
             * Format: password
             */
            access_token?: string | undefined;
            /**
             * Secret of `access_token`; only for consumer keys that are switched to three legs.
             *
             * Format: password
             */
            access_token_secret?: string | undefined;
        };
        /** The names to set on an account; one that is left out stays as it is. */
        AccountUpdateForm: {
            /** Given name of the person. */
            first_name?: string | undefined;
            /** Family name of the person. */
            last_name?: string | undefined;
        };
        /** Confirms that an account was changed. */
        AccountUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** An error that answers a write, and tells that nothing was changed. */
        Failure: components["schemas"]["Error"] & {
            /**
             * Always false in an error.
             * @constant
             */
            success: false;
            /** Cause for which a mailbox could not be opened, as a code for programs. */
            feedback_code?: string | undefined;
            /** What was said between service and mail server, without any password. */
            connectionLog?: string | undefined;
        };
        /** Confirms that an account was deleted. */
        AccountDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /**
         * Leave for one person to connect one mailbox. While it is unused, `used` is 0, `account` is empty and
         * `expires` is a time; afterwards `used` is a time, `account` has an `id` and `expires` is false.
         */
        ConnectToken: {
            /** Identifier of the token. */
            token: string;
            /** Mail address that the token was made with; empty if none was sent. */
            email: string;
            /** Time of creation in seconds since 1970-01-01 UTC. */
            created: number;
            /** Time of use in seconds since 1970-01-01 UTC; 0 while the token is unused. */
            used: number;
            /**
             * Time in seconds since 1970-01-01 UTC at which the unused token will be purged; false once it has
             * been used.
             */
            expires: number | false;
            /** Absolute address to which the person's browser is sent at the end. */
            callback_url: string;
            /** Given name that the token was made with; empty if none was sent. */
            first_name: string;
            /** Family name that the token was made with; empty if none was sent. */
            last_name: string;
            /**
             * Account that the token was used for; an empty object or an empty array while it is unused. Generated
             * clients read both as an object.
             */
            account: components["schemas"]["ConnectTokenAccount"];
            /**
             * Absolute address of the token.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
            /**
             * Address to which the person's browser is to be sent.
             *
             * Format: uri
             */
            browser_redirect_url?: string | undefined;
            /** Address that is told when the state of the source changes. */
            status_callback_url?: (string | null) | undefined;
            /** Address that is told when the first synchronisation is finished. */
            source_callback_url?: (string | null) | undefined;
            /** Whether lists of files will also show pictures of signatures and the like. */
            source_raw_file_list?: boolean | undefined;
            /** Label of the source that was made; only in a used token. */
            server_label?: string | undefined;
            /**
             * Tier under which the source is billed; dropped before the end.
             * @deprecated
             */
            service_level?: string | undefined;
        };
        /** Where a person's browser returns to, and options for the source that will be made. */
        ConnectTokenCreateForm: {
            /**
             * Address to which the person's browser is sent in the end, with the token
             * in the query parameter `contextio_token`.
             */
            callback_url: components["schemas"]["RedirectUrl"];
            /** Mail address of the mailbox to connect, or just @ and a domain as a hint at the provider. */
            email?: string | undefined;
            /** Given name of the person. */
            first_name?: string | undefined;
            /** Family name of the person. */
            last_name?: string | undefined;
            /** Address that is told when the first synchronisation is finished. */
            source_callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /**
             * With 1, folders for deleted mail, drafts and the like are synchronised as well.
             * @default 0
             */
            source_sync_all_folders?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, the flags for read and flagged messages are synchronised.
             * @default 0
             */
            source_sync_flags?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, lists of files also show pictures of signatures and the like.
             * @default 0
             */
            source_raw_file_list?: components["schemas"]["Flag"] | undefined;
            /** Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /**
             * With 1, messages that carry the IMAP flag `\Deleted` do not show.
             * @default 0
             */
            source_expunge_on_deleted_flag?: components["schemas"]["Flag"] | undefined;
            /** Special-use folders to synchronise, separated by commas, such as `All,Trash`. */
            source_sync_folders?: string | undefined;
            /**
             * Tier under which the source will be billed, dropped before the end.
             * @deprecated
             */
            service_level?: components["schemas"]["ServiceLevel"] | undefined;
        };
        /** Confirms that a connect token was made, and says where to send the person's browser. */
        ConnectTokenCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** Identifier of the new token. */
            token: string;
            /**
             * Absolute address of the new token.
             *
             * Format: uri
             */
            resource_url: string;
            /**
             * Address to which the person's browser is to be sent.
             *
             * Format: uri
             */
            browser_redirect_url: string;
            /**
             * Temporary OAuth token for reading the new token; only for keys that are switched to three legs.
             *
             * Format: password
             */
            access_token?: string | undefined;
            /**
             * Secret of `access_token`; only for consumer keys that are switched to three legs.
             *
             * Format: password
             */
            access_token_secret?: string | undefined;
        };
        /** Confirms that a connect token was discarded. */
        ConnectTokenDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Contacts that were found, and what was looked for. */
        ContactSearch: {
            /** The filters in force. */
            query: components["schemas"]["ContactQuery"];
            /** The contacts. */
            matches: components["schemas"]["ContactMatch"][];
        };
        /** What went wrong, in a sentence that says what to change. */
        Error: {
            /**
             * Marks the object as an error.
             * @constant
             */
            type: "error";
            /** The explanation, for a person to read. */
            value: string;
            /** Number of the error, where it has one; 105 is a stale timestamp. */
            code?: number | undefined;
        };
        /** Someone with whom the owner of the account exchanges mail. */
        Contact: {
            /** Addresses of the contact. */
            emails: string[];
            /** Latest name of the contact; may be absent. */
            name?: string | undefined;
            /**
             * Address of a picture at Gravatar.
             *
             * Format: uri
             */
            thumbnail?: string | undefined;
            /** Date of the latest message from the contact, in seconds since 1970-01-01 UTC. */
            last_received?: (number | null) | undefined;
            /** Date of the latest message to the contact, in seconds since 1970-01-01 UTC. */
            last_sent?: (number | null) | undefined;
            /** How many messages were exchanged, the sum of `sent_count` and `received_count`. */
            count?: number | undefined;
            /** How many messages have the contact among the recipients. */
            sent_count?: number | undefined;
            /** How many messages the contact sent. */
            received_count?: number | undefined;
            /** How many messages the owner sent to the contact. */
            sent_from_account_count?: number | undefined;
        };
        /**
         * An option in a request, off with 0 and on with 1.
         * @enum {integer}
         */
        Flag: 0 | 1;
        /** A file that is attached to a message. */
        File: {
            /** Lasting identifier of the file. */
            file_id: string;
            /** Name of the file. */
            file_name?: string | undefined;
            /** The name in pieces, each with what it is. */
            file_name_structure?: string[][] | undefined;
            /** Size in bytes. */
            size?: number | undefined;
            /** Media type as the message gives it. */
            type?: string | undefined;
            /** Subject of the message. */
            subject?: string | undefined;
            /** Date of the message in seconds since 1970-01-01 UTC. */
            date?: number | undefined;
            /** When the service saw the message first, in seconds since 1970-01-01 UTC. */
            date_indexed?: number | undefined;
            /** When the message was received, in seconds since 1970-01-01 UTC; null for sent mail. */
            date_received?: (number | null) | undefined;
            /** Sender and recipients of the message. */
            addresses?: components["schemas"]["AddressSet"] | undefined;
            /** A picture for each address of the message. */
            person_info?: components["schemas"]["PersonInfo"] | undefined;
            /** Number of the MIME section. */
            body_section?: (number | string) | undefined;
            /** Whether the preview function handles the file. */
            supports_preview?: boolean | undefined;
            /** Whether the text of the message shows the file inline. */
            is_embedded?: boolean | undefined;
            /** Disposition of the MIME part, mostly `attachment` or `inline`. */
            content_disposition?: string | undefined;
            /** Content-Id of an inline object. */
            content_id?: string | undefined;
            /** Identifier of the message. */
            message_id?: string | undefined;
            /** Message-ID header of the message. */
            email_message_id?: string | undefined;
            /** Gmail's identifier of the message; only for Gmail sources. */
            gmail_message_id?: string | undefined;
            /** Gmail's identifier of the conversation; only for Gmail sources. */
            gmail_thread_id?: string | undefined;
            /** Whether the file came out of a `winmail.dat`. */
            is_tnef_part?: boolean | undefined;
            /** Resemblance of the names, 1 for the same; only in the list of related files. */
            similarity?: number | undefined;
            /**
             * Absolute address of the file.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /**
         * Files that are versions of one document.
         * @deprecated
         */
        FileGroup: {
            /**
             * The versions; the name is spelled so.
             * @deprecated
             */
            occurences: components["schemas"]["File"][];
            /**
             * Name that the versions share.
             * @deprecated
             */
            file_name?: string | undefined;
            /**
             * Date of the newest version, in seconds since 1970-01-01 UTC.
             * @deprecated
             */
            latest_date?: number | undefined;
        };
        /** A message of an account, wherever it lies. */
        Message: {
            /** Lasting identifier of the message. */
            message_id: string;
            /** Message-ID header with its angle brackets; absent without one. */
            email_message_id?: string | undefined;
            /** Gmail's identifier of the message; only for Gmail sources. */
            gmail_message_id?: string | undefined;
            /** Gmail's identifier of the conversation; only for Gmail sources. */
            gmail_thread_id?: string | undefined;
            /** Subject line; absent without one. */
            subject?: string | undefined;
            /** Date header in seconds since 1970-01-01 UTC. Without one it is `date_received`, or else `date_indexed`. */
            date?: number | undefined;
            /** When the service saw the message first, in seconds since 1970-01-01 UTC. */
            date_indexed?: number | undefined;
            /** Newest Received header, in seconds since 1970-01-01 UTC; null for sent mail. */
            date_received?: (number | null) | undefined;
            /** Sender and recipients. */
            addresses?: components["schemas"]["AddressSet"] | undefined;
            /** A picture for each address of the message. */
            person_info?: components["schemas"]["PersonInfo"] | undefined;
            /** Attachments of the message; may be absent where there are none. */
            files?: components["schemas"]["MessageFile"][] | undefined;
            /** Folders or labels of the message, by name and by symbolic name. */
            folders?: string[] | undefined;
            /** Sources that hold the message. */
            sources?: components["schemas"]["MessageSource"][] | undefined;
            /** Identifiers of the References header; absent without one. */
            references?: string[] | undefined;
            /** Identifier of the In-Reply-To header; absent without one. */
            in_reply_to?: string | undefined;
            /** List-Unsubscribe header; absent without one. */
            "list-unsubscribe"?: string | undefined;
            /** List-Help header; absent without one. */
            "list-help"?: string | undefined;
            /** Text parts; only with `include_body`. */
            body?: components["schemas"]["BodyPart"][] | undefined;
            /** Flags on the mail server; only with `include_flags`. */
            flags?: components["schemas"]["FlagSet"] | undefined;
            /** Headers by name, or as one text; only with `include_headers`. */
            headers?: (components["schemas"]["HeaderMap"] | string) | undefined;
            /** How many messages the conversation has; only with `include_thread_size`. */
            thread_size?: number | undefined;
            /** Raw text of the message; only with `include_source`. */
            source?: string | undefined;
            /**
             * Absolute address of the message.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** A mail address of the person behind an account. */
        EmailAddress: {
            /** The address. */
            email: string;
            /** Time in seconds since 1970-01-01 UTC at which the address was confirmed; 0 if it was not. */
            validated: number;
            /** 1 for the primary address, 0 for the others. */
            primary: (0 | 1) | (string & {});
            /**
             * Absolute address of this resource, with the mail address percent-encoded.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** A mail address to add. */
        EmailAddressCreateForm: {
            /** The address; reads call it `email`. */
            email_address: components["schemas"]["MailAddress"];
        };
        /** Confirms that an account has a mail address. */
        EmailAddressCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** The address; reads call it `email`. */
            email_address: string;
            /**
             * Absolute address of the new resource.
             *
             * Format: uri
             */
            resource_url: string;
        };
        /** What to change about a mail address. */
        EmailAddressUpdateForm: {
            /**
             * With 1, the address becomes the primary one.
             * @enum {integer}
             */
            primary?: 1 | undefined;
        };
        /** Confirms that a mail address was changed. */
        EmailAddressUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Confirms that a mail address was removed. */
        EmailAddressDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** A message to store, and where. */
        MessageCreateForm: {
            /** Label of the source to store into; the first source of the account without it. */
            dst_source?: string | undefined;
            /** Full name of the folder to store into, levels separated as the mail server does. */
            dst_folder: string;
            /**
             * The raw message as RFC 5322 has it, 25 MiB at most.
             *
             * Format: binary
             */
            message: Blob;
            /** With 1 the message counts as read. */
            flag_seen?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message counts as answered. */
            flag_answered?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message is starred. */
            flag_flagged?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message is marked for removal. */
            flag_deleted?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message is a draft. */
            flag_draft?: components["schemas"]["Flag"] | undefined;
        };
        /** Confirms that a message was stored. */
        MessageCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Where a message is to go, and flags to set or clear. */
        MessageUpdateForm: {
            /** Full name of the folder to go to, levels separated as the mail server does. */
            dst_folder: string;
            /** Label of the source to go to; the source of the message without it. */
            dst_source?: string | undefined;
            /**
             * With 1 the message is moved rather than copied.
             * @default 0
             */
            move?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message counts as read. */
            flag_seen?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message counts as answered. */
            flag_answered?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message is starred. */
            flag_flagged?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message is marked for removal. */
            flag_deleted?: components["schemas"]["Flag"] | undefined;
            /** With 1 the message is a draft. */
            flag_draft?: components["schemas"]["Flag"] | undefined;
        };
        /** Confirms that a message was copied or moved. */
        MessageUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Confirms that a message was deleted. */
        MessageDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** A text part of a message. */
        BodyPart: {
            /** Media type of the part. */
            type?: string | undefined;
            /** Character set of the part in the message. */
            charset?: string | undefined;
            /** Text of the part, with the line ends of the message. */
            content?: string | undefined;
            /** Number of the MIME section. */
            body_section?: (number | string) | undefined;
            /** Format parameter of a `text/plain` part, `fixed` or `flowed`. */
            format?: string | undefined;
            /** DelSp parameter of a flowed part; absent without one. */
            delsp?: string | undefined;
        };
        /** Flags of a message on the mail server. */
        FlagSet: {
            /** Whether the message was read. */
            seen?: boolean | undefined;
            /** Whether the message was answered. */
            answered?: boolean | undefined;
            /** Whether the message is starred or urgent. */
            flagged?: boolean | undefined;
            /** Whether the message is to be removed. */
            deleted?: boolean | undefined;
            /** Whether the message is a draft. */
            draft?: boolean | undefined;
            /** Whether the message was marked as no junk; may be absent. */
            nonjunk?: boolean | undefined;
        };
        /** Flags to set or clear; one that is left out stays as it is. */
        MessageFlagsForm: {
            /** 1 marks the message as read, 0 as unread. */
            seen?: components["schemas"]["Flag"] | undefined;
            /** 1 marks the message as answered, 0 as not answered. */
            answered?: components["schemas"]["Flag"] | undefined;
            /** 1 stars the message, 0 takes the star away. */
            flagged?: components["schemas"]["Flag"] | undefined;
            /** 1 marks the message for removal, 0 keeps it. */
            deleted?: components["schemas"]["Flag"] | undefined;
            /** 1 marks the message as a draft, 0 as finished. */
            draft?: components["schemas"]["Flag"] | undefined;
        };
        /** Confirms that flags were changed, and tells all of them. */
        MessageFlagsUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** The flags as they are now. */
            flags?: components["schemas"]["FlagSet"] | undefined;
        };
        /** A folder that holds a message, or one that is to hold it. */
        MessageFolder: {
            /** Full name of the folder. */
            name?: string | undefined;
            /** Special use of the folder, such as `\Inbox`; absent without one. */
            symbolic_name?: string | undefined;
        } | unknown | unknown;
        /** Folders to add a message to and to take it out of. */
        MessageFoldersForm: {
            /** Name or symbolic name of a folder to add. */
            add?: string | undefined;
            /** Names or symbolic names of folders to add. */
            "add[]"?: string[] | undefined;
            /** Name or symbolic name of a folder to leave. */
            remove?: string | undefined;
            /** Names or symbolic names of folders to leave. */
            "remove[]"?: string[] | undefined;
        };
        /** Confirms that the folders of a message were changed. */
        MessageFoldersUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Confirms that the folders of a message were replaced. */
        MessageFoldersReplaced: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Headers of a message by name, each with all of its values. */
        HeaderMap: {
            [key: string]: string[];
        };
        /** A conversation, the messages that answer one another. */
        Thread: {
            /** Gmail's identifier of the conversation; only for Gmail sources. */
            gmail_thread_id?: string | undefined;
            /** Message-ID headers of the messages, in the order of `messages`. */
            email_message_ids?: string[] | undefined;
            /** A picture for each address of the conversation. */
            person_info?: components["schemas"]["PersonInfo"] | undefined;
            /** The messages, oldest first. */
            messages?: components["schemas"]["Message"][] | undefined;
            /** Subject of the oldest message. */
            subject?: string | undefined;
            /** Folders that the messages lie in, by name and by symbolic name. */
            folders?: string[] | undefined;
            /** Sources that hold the messages. */
            sources?: components["schemas"]["MessageSource"][] | undefined;
        };
        /** A mailbox of an account. */
        Source: {
            /** Name of the source, unique within its account. */
            label: string;
            /** Host name or IP address of the mail server. */
            server?: string | undefined;
            /** Name with which the service logs in to the mail server. */
            username?: string | undefined;
            /** TCP port of the mail server. */
            port?: number | undefined;
            /** Whether the connection to the mail server is encrypted with TLS. */
            use_ssl?: boolean | undefined;
            /** Kind of the mailbox. */
            type?: ("imap" | (string & {})) | undefined;
            /** How the service logs in to the mailbox. */
            authentication_type?: (components["schemas"]["AuthenticationType"] | (string & {})) | undefined;
            /** State of the connection as last seen. */
            status: components["schemas"]["SourceStatus"] | (string & {});
            /** Explanation of a state other than `OK`; null otherwise. */
            status_message?: (string | null) | undefined;
            /**
             * Absolute address of the source, with its label percent-encoded.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
            /** Address that is told when the first synchronisation is finished; null if none is set. */
            callback_url?: (string | null) | undefined;
            /** Address that is told when the state changes; null if none is set. */
            status_callback_url?: (string | null) | undefined;
            /** Whether the flags for read and flagged messages are synchronised. */
            sync_flags?: boolean | undefined;
            /** Whether folders for deleted mail, drafts and the like are synchronised as well. */
            sync_all_folders?: boolean | undefined;
            /** Whether messages that carry the IMAP flag `\Deleted` are hidden. */
            expunge_on_deleted_flag?: boolean | undefined;
            /** Whether lists of files also show pictures of signatures and the like. */
            raw_file_list?: boolean | undefined;
            /**
             * Time between two synchronisations, such as `1d`; dropped before the end.
             * @deprecated
             */
            sync_period?: string | undefined;
            /**
             * Tier under which the source is billed; dropped before the end.
             * @deprecated
             */
            service_level?: string | undefined;
        };
        /** Settings of a mailbox to attach. */
        SourceCreateForm: {
            /** Main mail address that the mailbox receives mail for. */
            email: components["schemas"]["MailAddress"];
            /** Host name or IP address of the mail server. */
            server: string;
            /** Name with which to log in to the mail server. */
            username: string;
            /** With 1 the connection to the mail server is encrypted with TLS, with any other value it is not. */
            use_ssl: components["schemas"]["Flag"];
            /** TCP port of the mail server, usually 993 with TLS and 143 without. */
            port: number;
            /** Kind of the mailbox. */
            type: components["schemas"]["SourceType"];
            /** IP address from which the person uses the application. */
            origin_ip?: string | undefined;
            /**
             * With 1, messages that carry the IMAP flag `\Deleted` do not show.
             * @default 0
             */
            expunge_on_deleted_flag?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, folders for deleted mail, drafts and the like are synchronised as well.
             * @default 0
             */
            sync_all_folders?: components["schemas"]["Flag"] | undefined;
            /** Special-use folders to synchronise, separated by commas, such as `All,Trash`. */
            sync_folders?: string | undefined;
            /**
             * With 1, the flags for read and flagged messages are synchronised.
             * @default 0
             */
            sync_flags?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, lists of files also show pictures of signatures and the like.
             * @default 0
             */
            raw_file_list?: components["schemas"]["Flag"] | undefined;
            /**
             * Password of the mailbox; not used beside a `provider_` parameter.
             *
             * Format: password
             */
            password?: string | undefined;
            /**
             * OAuth 2.0 refresh token of the mailbox, in place of a password.
             *
             * Format: password
             */
            provider_refresh_token?: string | undefined;
            /** OAuth client to which the refresh token was issued, one that the application has registered. */
            provider_consumer_key?: string | undefined;
            /** Address that is told when the first synchronisation is finished. */
            callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /** Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /**
             * OAuth 1.0 access token of the mailbox, dropped in 2015.
             *
             * Format: password
             * @deprecated
             */
            provider_token?: string | undefined;
            /**
             * Secret of `provider_token`, dropped in 2015.
             *
             * Format: password
             * @deprecated
             */
            provider_token_secret?: string | undefined;
            /**
             * Time between two synchronisations, dropped before the end.
             * @deprecated
             * @default 24h
             */
            sync_period?: components["schemas"]["SyncPeriod"] | undefined;
            /**
             * Tier under which the source is billed, dropped before the end.
             * @deprecated
             */
            service_level?: components["schemas"]["ServiceLevel"] | undefined;
        };
        /** Confirms that a source was attached. */
        SourceCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** Label that the service chose for the source. */
            label: string;
            /**
             * Absolute address of the new source.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** Options to set on a source; one that is left out stays as it is. */
        SourceUpdateForm: {
            /**
             * With 1, a source that is disabled is put back to work. A state cannot be chosen.
             * @enum {integer}
             */
            status?: 1 | undefined;
            /** With 1, the mailbox is opened at once to test it. No other field may be sent beside it. */
            force_status_check?: components["schemas"]["Flag"] | undefined;
            /** With 1, folders for deleted mail, drafts and the like are synchronised as well. */
            sync_all_folders?: components["schemas"]["Flag"] | undefined;
            /** With 1, messages that carry the IMAP flag `\Deleted` do not show. */
            expunge_on_deleted_flag?: components["schemas"]["Flag"] | undefined;
            /**
             * New password of the mailbox; not used beside a `provider_` parameter.
             *
             * Format: password
             */
            password?: string | undefined;
            /**
             * New OAuth 2.0 refresh token of the mailbox.
             *
             * Format: password
             */
            provider_refresh_token?: string | undefined;
            /** OAuth client to which the refresh token was issued, one that the application has registered. */
            provider_consumer_key?: string | undefined;
            /** Address that is told when the source's state changes. */
            status_callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /**
             * OAuth 1.0 access token of the mailbox, dropped in 2015.
             *
             * Format: password
             * @deprecated
             */
            provider_token?: string | undefined;
            /**
             * Secret of `provider_token`, dropped in 2015.
             *
             * Format: password
             * @deprecated
             */
            provider_token_secret?: string | undefined;
            /**
             * Time between two synchronisations, dropped before the end.
             * @deprecated
             */
            sync_period?: components["schemas"]["SyncPeriod"] | undefined;
            /**
             * Tier under which the source is billed, dropped before the end.
             * @deprecated
             */
            service_level?: components["schemas"]["ServiceLevel"] | undefined;
        };
        /** Confirms that a source was changed, or tells the state that a test found. */
        SourceUpdated: {
            /**
             * Always true where options were set; absent after a test.
             * @constant
             */
            success?: true | undefined;
            /** State that the test found; absent where options were set. */
            status?: (components["schemas"]["SourceStatus"] | (string & {})) | undefined;
        };
        /** Confirms that a source was detached. */
        SourceDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Where a person's browser returns to; the mailbox is known already. */
        SourceConnectTokenCreateForm: {
            /**
             * Address to which the person's browser is sent in the end, with the token
             * in the query parameter `contextio_token`.
             */
            callback_url: components["schemas"]["RedirectUrl"];
        };
        /** A folder of a mailbox. */
        Folder: {
            /** Full name of the folder, with the folders above it and the mail server's own separator. */
            name: string;
            /** Special use of the folder, such as `\Sent` or `\AllMail`; absent without one. */
            symbolic_name?: string | undefined;
            /** What the mail server says of the folder; may be absent. */
            attributes?: components["schemas"]["FolderAttributeSet"] | undefined;
            /** The mail server's own separator of levels. */
            delim: string;
            /** How many messages the folder has. */
            nb_messages: number | string;
            /** How many of them were not read; only with `include_extended_counts`. */
            nb_unseen_messages?: number | undefined;
            /** Whether the folder is synchronised; may be absent where it is not. */
            included_in_sync?: boolean | undefined;
            /** IMAP's UIDVALIDITY of the folder. */
            uidvalidity?: number | undefined;
            /**
             * Absolute address of the folder, with its path percent-encoded.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** Confirms that a folder is there. */
        FolderCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Confirms that a folder was deleted. */
        FolderDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Confirms that the deleted messages of a folder were removed. */
        FolderExpunged: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /**
         * When the folders of a source were synchronised, by name. The names are spelled as the mail server
         * spells them.
         */
        SourceSync: {
            [key: string]: components["schemas"]["FolderSync"];
        };
        /** Confirms that a synchronisation is queued. */
        SyncStarted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** What was queued. One client tells of a text for accounts and a list for sources. */
            syncs_queued?: (string | string[]) | undefined;
            /**
             * Absolute address at which the times are read.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
            /** Label of the source; absent where all sources are synchronised. */
            label?: string | undefined;
        };
        /** When the sources of an account were synchronised, by label. */
        AccountSync: {
            [key: string]: components["schemas"]["SourceSync"] | null;
        };
        /** Confirms that a conversation was deleted. */
        ThreadDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** A folder to add a conversation to, and one to take it out of. */
        ThreadFoldersForm: {
            /** Name or symbolic name of the folder to add. */
            add?: string | undefined;
            /** Name or symbolic name of the folder to leave. */
            remove?: string | undefined;
        };
        /** Confirms that the folders of a conversation were changed. */
        ThreadFoldersUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Confirms that the folders of a conversation were replaced. */
        ThreadFoldersReplaced: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Tells an application of mail as it arrives. A filter that was not set is absent. */
        Webhook: {
            /** Identifier of the webhook. */
            webhook_id: string;
            /**
             * Address that gets a POST for each message that passes the filters.
             *
             * Format: uri
             */
            callback_url: string;
            /** Whether new mail is told of. */
            active: boolean;
            /**
             * Whether the service gave up, since the mailbox or the receiver could not be reached. A failed webhook is
             * not active until it is resumed.
             */
            failure: boolean;
            /** Name or mail address that the mail is sent to. Several are separated by commas. */
            filter_to?: string | undefined;
            /** Name or mail address that the mail comes from. Several are separated by commas. */
            filter_from?: string | undefined;
            /** Name or mail address that the mail is copied to. */
            filter_cc?: string | undefined;
            /** Text in the subject, in any letter case, or between slashes a regular expression. */
            filter_subject?: string | undefined;
            /**
             * Conversation that the mail belongs to. It is Gmail's identifier, with or without `gm-`, or the
             * Message-ID of a message in it.
             */
            filter_thread?: string | undefined;
            /**
             * Name of an attachment, in any letter case, with the wildcards `*`, `?` and `[]`. A value between
             * slashes is a regular expression.
             */
            filter_file_name?: string | undefined;
            /**
             * Folder or Gmail label that the mail is put into, by its full name. `\Important` is Gmail's own mark,
             * and `Important` is a folder.
             */
            filter_folder_added?: string | undefined;
            /** Domain that the mail is sent to. Several are separated by commas. */
            filter_to_domain?: string | undefined;
            /** Domain that the mail comes from. Several are separated by commas. */
            filter_from_domain?: string | undefined;
            /** Whether the text of the message is in the callback. */
            include_body?: boolean | undefined;
            /** Media type of the text parts in the callback. */
            body_type?: string | undefined;
            /** Whether the headers are in the callback by name, or `raw` for one text. */
            include_header?: (boolean | "raw") | undefined;
            /** Whether drafts are told of; Gmail only. */
            receive_drafts?: boolean | undefined;
            /** Whether later changes to messages are told of. */
            receive_all_changes?: boolean | undefined;
            /** Whether mail that is older than its account is told of; webhooks of the consumer key only. */
            receive_historical?: boolean | undefined;
            /**
             * Whether mail must be what Gmail marks as important by itself; dropped before the end.
             * @deprecated
             */
            filter_new_important?: string | undefined;
            /**
             * Folder or Gmail label that the mail is taken out of; dropped before the end.
             * @deprecated
             */
            filter_folder_removed?: string | undefined;
            /**
             * File, by its `file_id`, of which the mail brings a new version; dropped before the end.
             * @deprecated
             */
            filter_file_revisions?: string | undefined;
            /**
             * Longest time between the arrival of a message and the callback; dropped before the end.
             * @deprecated
             */
            sync_period?: string | undefined;
            /**
             * Address that gets a POST when the webhook has failed; dropped before the end.
             * @deprecated
             */
            failure_notif_url?: string | undefined;
            /** Version of the API that the webhook belongs to; webhooks of the consumer key only. */
            version?: string | undefined;
            /**
             * Absolute address of the webhook.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** Where to tell of mail, and of which. All filters that are sent must hold. */
        WebhookCreateForm: {
            /** Address that gets a POST for each message that passes the filters. */
            callback_url: components["schemas"]["HttpUrl"];
            /** Name or mail address that the mail is sent to. Several are separated by commas. */
            filter_to?: string | undefined;
            /** Name or mail address that the mail comes from. Several are separated by commas. */
            filter_from?: string | undefined;
            /** Name or mail address that the mail is copied to. */
            filter_cc?: string | undefined;
            /** Text in the subject, in any letter case, or between slashes a regular expression. */
            filter_subject?: string | undefined;
            /**
             * Conversation that the mail belongs to. It is Gmail's identifier, with or without `gm-`, or the
             * Message-ID of a message in it.
             */
            filter_thread?: string | undefined;
            /**
             * Name of an attachment, in any letter case, with the wildcards `*`, `?` and `[]`. A value between
             * slashes is a regular expression.
             */
            filter_file_name?: string | undefined;
            /**
             * Folder or Gmail label that the mail is put into, by its full name. `\Important` is Gmail's own mark,
             * and `Important` is a folder.
             */
            filter_folder_added?: string | undefined;
            /** Domain that the mail is sent to. Several are separated by commas. */
            filter_to_domain?: string | undefined;
            /** Domain that the mail comes from. Several are separated by commas. */
            filter_from_domain?: string | undefined;
            /**
             * With 1, the text of the message is in the callback.
             * @default 0
             */
            include_body?: components["schemas"]["Flag"] | undefined;
            /** Media type that the text parts in the callback must have; used beside `include_body`. */
            body_type?: string | undefined;
            /**
             * With 1, the headers are in the callback by name; with `raw`, as one text.
             * @default 0
             */
            include_header?: ((0 | 1) | "raw") | undefined;
            /** With 1, drafts are told of as well; Gmail only. */
            receive_drafts?: components["schemas"]["Flag"] | undefined;
            /** With 1, later changes to messages are told of as well. */
            receive_all_changes?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, mail that is older than its account is told of as well. It works for webhooks of the consumer
             * key and is ignored for those of one account.
             */
            receive_historical?: components["schemas"]["Flag"] | undefined;
            /**
             * Mail that Gmail marks as important by itself; dropped before the end.
             * @deprecated
             */
            filter_new_important?: string | undefined;
            /**
             * Folder or Gmail label that the mail is taken out of; dropped before the end.
             * @deprecated
             */
            filter_folder_removed?: string | undefined;
            /**
             * File, by its `file_id`, of which the mail brings a new version; dropped before the end.
             * @deprecated
             */
            filter_file_revisions?: string | undefined;
            /**
             * Longest time between the arrival of a message and the callback; dropped before the end.
             * @deprecated
             * @default 24h
             */
            sync_period?: components["schemas"]["WebhookPeriod"] | undefined;
            /**
             * Address that gets a POST when the webhook has failed and stopped; dropped before the end.
             * @deprecated
             */
            failure_notif_url?: components["schemas"]["HttpUrl"] | undefined;
        };
        /** Confirms that a webhook was created. */
        WebhookCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** Identifier of the new webhook. */
            webhook_id: string;
            /**
             * Absolute address of the new webhook.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** What to change about a webhook; what is left out stays as it is. */
        WebhookUpdateForm: {
            /** With 0 the webhook pauses, with 1 it works again. */
            active?: components["schemas"]["Flag"] | undefined;
            /** Address that gets a POST for each message that passes the filters. */
            callback_url?: components["schemas"]["HttpUrl"] | undefined;
            /** Name or mail address that the mail is sent to. Several are separated by commas. */
            filter_to?: string | undefined;
            /** Name or mail address that the mail comes from. Several are separated by commas. */
            filter_from?: string | undefined;
            /** Name or mail address that the mail is copied to. */
            filter_cc?: string | undefined;
            /** Text in the subject, in any letter case, or between slashes a regular expression. */
            filter_subject?: string | undefined;
            /**
             * Conversation that the mail belongs to. It is Gmail's identifier, with or without `gm-`, or the
             * Message-ID of a message in it.
             */
            filter_thread?: string | undefined;
            /**
             * Name of an attachment, in any letter case, with the wildcards `*`, `?` and `[]`. A value between
             * slashes is a regular expression.
             */
            filter_file_name?: string | undefined;
            /**
             * Folder or Gmail label that the mail is put into, by its full name. `\Important` is Gmail's own mark,
             * and `Important` is a folder.
             */
            filter_folder_added?: string | undefined;
            /** Domain that the mail is sent to. Several are separated by commas. */
            filter_to_domain?: string | undefined;
            /** Domain that the mail comes from. Several are separated by commas. */
            filter_from_domain?: string | undefined;
            /** With 1, the text of the message is in the callback. */
            include_body?: components["schemas"]["Flag"] | undefined;
            /** Media type that the text parts in the callback must have; used beside `include_body`. */
            body_type?: string | undefined;
            /** With 1, the headers are in the callback by name; with `raw`, as one text. */
            include_header?: ((0 | 1) | "raw") | undefined;
            /** With 1, drafts are told of as well; Gmail only. */
            receive_drafts?: components["schemas"]["Flag"] | undefined;
            /** With 1, later changes to messages are told of as well. */
            receive_all_changes?: components["schemas"]["Flag"] | undefined;
            /**
             * With 1, mail that is older than its account is told of as well. It works for webhooks of the consumer
             * key and is ignored for those of one account.
             */
            receive_historical?: components["schemas"]["Flag"] | undefined;
            /**
             * Mail that Gmail marks as important by itself; dropped before the end.
             * @deprecated
             */
            filter_new_important?: string | undefined;
            /**
             * Folder or Gmail label that the mail is taken out of; dropped before the end.
             * @deprecated
             */
            filter_folder_removed?: string | undefined;
            /**
             * File, by its `file_id`, of which the mail brings a new version; dropped before the end.
             * @deprecated
             */
            filter_file_revisions?: string | undefined;
            /**
             * Longest time between the arrival of a message and the callback; dropped before the end.
             * @deprecated
             */
            sync_period?: components["schemas"]["WebhookPeriod"] | undefined;
            /**
             * Address that gets a POST when the webhook has failed and stopped; dropped before the end.
             * @deprecated
             */
            failure_notif_url?: components["schemas"]["HttpUrl"] | undefined;
        };
        /** Confirms that a webhook was changed. */
        WebhookUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /**
             * Absolute address of the webhook.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** Confirms that a webhook was cancelled. */
        WebhookDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** A request that was signed with the consumer key. */
        CallLogEntry: {
            /** Identifier of the account that the path names; null if it names none. */
            account: string | null;
            /** Identifier of the webhook that the path names; null if it names none. */
            webhook_id: string | null;
            /** Time of the request in seconds since 1970-01-01 UTC. */
            timestamp: number;
            /** Status code of the answer. */
            status_code: number;
            /** Method of the request, in capitals. */
            request_method: string;
            /** Path of the request, the version segment included. */
            request_path: string;
        };
        /** A delivery of a webhook. */
        WebhookLogEntry: {
            /** Identifier of the account with the message. */
            account: string;
            /** Identifier of the webhook. */
            webhook_id: string;
            /** Time of sending in seconds since 1970-01-01 UTC. */
            timestamp: number;
            /** Status code that the receiver answered; null without an answer. */
            status_code: number | null;
        };
        /** The address that is told of changes in the state of all sources of a consumer key. */
        AppStatusCallbackUrl: {
            /** The address; null while none is set. */
            status_callback_url: string | null;
            /**
             * Absolute address of this setting.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** The address to tell. */
        AppStatusCallbackUrlUpdateForm: {
            /** Address that gets a POST at each change in the state of any source. */
            status_callback_url: components["schemas"]["HttpUrl"];
        };
        /** Confirms that the address was set. */
        AppStatusCallbackUrlUpdated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Confirms that no address is set. */
        AppStatusCallbackUrlDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /** Address to which mail is sent, with one @ between two parts that have no blanks. */
        MailAddress: string;
        /**
         * What is known of the mailbox behind a mail address. Where nothing was found, `type`, `imap` and
         * `documentation` are absent.
         */
        DiscoveryResult: {
            /** Mail address that was looked for. */
            email: string;
            /** Whether settings were found. */
            found: boolean;
            /** The provider, such as `gmail`. */
            type?: string | undefined;
            /** Settings with which the mailbox can be attached. */
            imap?: components["schemas"]["DiscoveryImap"] | undefined;
            /** Pages on which the provider helps the persons who use it. */
            documentation?: components["schemas"]["DiscoveryDocument"][] | undefined;
        };
        /** An OAuth client that the application has at a mail provider. */
        OAuthProvider: {
            /** The provider, and the version of OAuth. */
            type: components["schemas"]["OAuthProviderType"] | (string & {});
            /** Identifier of the client at the provider, which names the registration here. */
            provider_consumer_key: string;
            /**
             * Secret of the client, masked: its first and last three characters around `[...]`. A secret of fewer
             * than seven characters is masked whole.
             */
            provider_consumer_secret: string;
            /**
             * Absolute address of the registration, with the key percent-encoded.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** An OAuth client to register. */
        OAuthProviderCreateForm: {
            /** The provider, and the version of OAuth. */
            type: components["schemas"]["OAuthProviderType"];
            /** Identifier of the client at the provider. It is not of dots alone, since it stands in paths. */
            provider_consumer_key: string;
            /**
             * Secret of the client.
             *
             * Format: password
             */
            provider_consumer_secret: string;
        };
        /** Confirms that an OAuth client was registered. */
        OAuthProviderCreated: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
            /** Key that names the registration. */
            provider_consumer_key: string;
            /**
             * Absolute address of the registration.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** Confirms that an OAuth client was removed. */
        OAuthProviderDeleted: {
            /**
             * Always true in this answer.
             * @constant
             */
            success: true;
        };
        /**
         * State of the connection to a mailbox. `OK` works. `INVALID_CREDENTIALS` tells that the mail server
         * refuses the login, `CONNECTION_IMPOSSIBLE` that it does not answer, `NO_ACCESS_TO_ALL_MAIL` that
         * the folder with all mail is hidden from IMAP. `TEMP_DISABLED` and `DISABLED` sources are not
         * synchronised until they are put back to work.
         * @enum {string}
         */
        SourceStatus: "INVALID_CREDENTIALS" | "CONNECTION_IMPOSSIBLE" | "NO_ACCESS_TO_ALL_MAIL" | "OK" | "TEMP_DISABLED" | "DISABLED";
        /**
         * Kind of a mailbox; IMAP is the only one, in capitals or small letters.
         * @enum {string}
         */
        SourceType: "IMAP" | "imap";
        /**
         * An absolute URL with the scheme http or https and a host. The service sends a POST to it. A user name
         * and a password before the host are sent with Basic authentication.
         */
        HttpUrl: string;
        /**
         * Time between two synchronisations of a mailbox.
         * @enum {string}
         */
        SyncPeriod: "1h" | "4h" | "12h" | "24h";
        /**
         * Tier under which a mailbox was billed, in capitals or small letters.
         * @enum {string}
         */
        ServiceLevel: "PRO" | "BASIC" | "pro" | "basic";
        /** Points to a source that was made along with its account. */
        SourceReference: {
            /** Label of the new source. */
            label: string;
            /**
             * Absolute address of the new source.
             *
             * Format: uri
             */
            resource_url: string;
        };
        /**
         * What the service sends when a mailbox has been synchronised for the first time. No source
         * describes its content, so nothing may be relied on.
         */
        SyncNotification: Record<string, never>;
        /** What the service sends when the state of a connection has changed. */
        StatusNotification: {
            /** Identifier of the account. */
            account_id: string;
            /** Label of the source. */
            server_label: string;
            /** Cause in short; absent when the mailbox works again. */
            failure?: string | undefined;
            /** Cause in a sentence. */
            failure_message?: string | undefined;
            /** Random text that goes into the signature. */
            token: string;
            /** Time of sending in seconds since 1970-01-01 UTC; goes into the signature. */
            timestamp: number;
            /**
             * HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed
             * with the consumer secret.
             */
            signature: string;
        };
        /**
         * The account behind a used connect token; without any field while the token is unused. On an account's
         * own tokens it is that account.
         */
        ConnectTokenAccount: {
            /** Identifier of the account. */
            id?: string | undefined;
            /** Time of the account's creation in seconds since 1970-01-01 UTC. */
            created?: number | undefined;
            /** Time of suspension in seconds since 1970-01-01 UTC; 0 if the account is not suspended. */
            suspended?: number | undefined;
            /** Mail addresses of the person, as bare strings. */
            email_addresses?: string[] | undefined;
            /** Given name of the person. */
            first_name?: string | undefined;
            /** Family name of the person. */
            last_name?: string | undefined;
            /** Mailboxes of the account. */
            sources?: components["schemas"]["Source"][] | undefined;
            /**
             * OAuth token for calls on the account; only for consumer keys that are switched to three legs.
             *
             * Format: password
             */
            access_token?: string | undefined;
            /**
             * Secret of `access_token`; only for consumer keys that are switched to three legs.
             *
             * Format: password
             */
            access_token_secret?: string | undefined;
        };
        /**
         * An absolute URL to which a browser is sent, with any scheme but javascript, data, vbscript, file and
         * blob. An app on a device can have a scheme of its own, such as `cio-api-auth://`. With http and https
         * there is a host; a user name and a password before it are kept.
         */
        RedirectUrl: string;
        /** Filters that a search was made with; null for those that were not sent. */
        ContactQuery: {
            /** How many contacts are listed at most. */
            limit?: number | undefined;
            /** How many contacts were left out at the start. */
            offset?: (number | null) | undefined;
            /** Lower bound of the dates. */
            active_after?: (number | null) | undefined;
            /** Upper bound of the dates. */
            active_before?: (number | null) | undefined;
            /** Text that was looked for. */
            search?: (string | null) | undefined;
        };
        /** A contact as the search shows it. */
        ContactMatch: {
            /** Address of the contact. */
            email: string;
            /** How many messages were exchanged, the sum of `sent_count` and `received_count`. */
            count?: number | undefined;
            /** Latest name of the contact; may be absent. */
            name?: string | undefined;
            /**
             * Address of a picture at Gravatar.
             *
             * Format: uri
             */
            thumbnail?: string | undefined;
            /** How many messages have the contact among the recipients. */
            sent_count?: number | undefined;
            /** How many messages the contact sent. */
            received_count?: number | undefined;
            /** How many messages the owner sent to the contact. */
            sent_from_account_count?: number | undefined;
            /** Date of the latest message to the contact, in seconds since 1970-01-01 UTC. */
            last_sent?: (number | null) | undefined;
            /** Date of the latest message from the contact, in seconds since 1970-01-01 UTC. */
            last_received?: (number | null) | undefined;
            /**
             * Absolute address of the contact.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** Sender and recipients of a message; a kind that the message does not have is absent. */
        AddressSet: {
            /** Sender. */
            from?: components["schemas"]["Person"] | undefined;
            /** Recipients. */
            to?: components["schemas"]["Person"][] | undefined;
            /** Recipients in copy. */
            cc?: components["schemas"]["Person"][] | undefined;
            /** Recipients in blind copy. */
            bcc?: components["schemas"]["Person"][] | undefined;
            /** Where answers go. */
            reply_to?: (components["schemas"]["Person"][] | components["schemas"]["Person"]) | undefined;
            /** Sender on behalf of others. */
            sender?: components["schemas"]["Person"][] | undefined;
            /** Where bounces go. */
            return_path?: components["schemas"]["Person"][] | undefined;
        };
        /** Pictures of people by their addresses. */
        PersonInfo: {
            [key: string]: components["schemas"]["PersonPicture"];
        };
        /** An attachment as its message shows it. */
        MessageFile: {
            /** Lasting identifier of the file. */
            file_id: string;
            /** Name of the file. */
            file_name?: string | undefined;
            /** Size in bytes. */
            size?: number | undefined;
            /** Media type as the message gives it. */
            type?: string | undefined;
            /** Number of the MIME section. */
            body_section?: (number | string) | undefined;
            /** Whether the text shows it inline. */
            is_embedded?: boolean | undefined;
            /** Mostly `attachment` or `inline`. */
            content_disposition?: string | undefined;
            /** Content-Id of an inline object. */
            content_id?: string | undefined;
            /**
             * Absolute address of the file.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /** A source that holds a message. */
        MessageSource: {
            /** Label of the source. */
            label: string;
            /**
             * Absolute address of the source.
             *
             * Format: uri
             */
            resource_url?: string | undefined;
        };
        /**
         * How the service logs in to a mailbox.
         * @enum {string}
         */
        AuthenticationType: "password" | "oauth" | "oauth2";
        /**
         * IMAP attributes of a folder by name, such as `Noselect`, `Noinferiors`, `Marked`, `HasChildren` and
         * `HasNoChildren`.
         */
        FolderAttributeSet: {
            [key: string]: boolean;
        };
        /** When a folder was synchronised, in seconds since 1970-01-01 UTC. */
        FolderSync: {
            /** Whether all mail that was there at the beginning has been read. */
            initial_import_finished: boolean;
            /** When the latest synchronisation began; 0 before the first. */
            last_sync_start: number;
            /** When the latest synchronisation ended; 0 before the first. */
            last_sync_stop: number;
            /** When mail that had vanished from the folder was last removed; 0 if it never was. */
            last_expunge: number;
        };
        /**
         * Time between the arrival of a message and the callback; `immediate` and 0 are about a minute.
         * @enum {string}
         */
        WebhookPeriod: "immediate" | "0" | "30m" | "1h" | "4h" | "12h" | "24h";
        /** What a webhook tells, a message or its own failure, signed with the consumer secret. */
        WebhookCallback: {
            /** Identifier of the account with the message. */
            account_id: string;
            /** Identifier of the webhook. */
            webhook_id: string;
            /** Time of sending in seconds since 1970-01-01 UTC; goes into the signature. */
            timestamp: number;
            /** Random text that goes into the signature. */
            token: string;
            /**
             * HMAC-SHA256, in hexadecimal digits, over the timestamp's digits followed by the token, keyed with the
             * consumer secret. It is the same in each attempt to deliver.
             */
            signature: string;
            /** The message; absent in a failure notice. */
            message_data?: components["schemas"]["CallbackMessage"] | undefined;
            /** Cause of the failure; only in a failure notice. */
            data?: string | undefined;
        };
        /** Settings of an IMAP server. */
        DiscoveryImap: {
            /** Host name of the server. */
            server: string;
            /** Name with which to log in. */
            username: string;
            /** TCP port of the server. */
            port: number;
            /** Whether the connection to this port is encrypted with TLS. */
            use_ssl: boolean;
            /** Whether tokens of the provider open the mailbox. */
            oauth: boolean;
        };
        /** A page of a provider. */
        DiscoveryDocument: {
            /** Title of the page. */
            description: string;
            /**
             * Address of the page.
             *
             * Format: uri
             */
            url: string;
        };
        /**
         * A mail provider and the version of its OAuth. `GMAIL_OAUTH2` and `MSLIVECONNECT` issue tokens of OAuth
         * 2.0. `GMAIL` and `GOOGLEAPPSMARKETPLACE` belong to OAuth 1.0, which no provider offers any more.
         * @enum {string}
         */
        OAuthProviderType: "GMAIL_OAUTH2" | "MSLIVECONNECT" | "GMAIL" | "GOOGLEAPPSMARKETPLACE";
        /** Someone who sends or receives mail. */
        Person: {
            /** Mail address. */
            email: string;
            /** Display name; absent without one. */
            name?: string | undefined;
        };
        /** The picture of a person. */
        PersonPicture: {
            /**
             * Address of the picture at Gravatar.
             *
             * Format: uri
             */
            thumbnail?: string | undefined;
        };
        /**
         * A message as a webhook tells of it. Unlike reads of the API, it has its text in `bodies`, and its sources
         * have no address.
         */
        CallbackMessage: {
            /** Lasting identifier of the message. */
            message_id: string;
            /** Message-ID header with its angle brackets; absent without one. */
            email_message_id?: string | undefined;
            /** Gmail's identifier of the message; only for Gmail sources. */
            gmail_message_id?: string | undefined;
            /** Gmail's identifier of the conversation; only for Gmail sources. */
            gmail_thread_id?: string | undefined;
            /** Subject line; absent without one. */
            subject?: string | undefined;
            /** Date header, in seconds since 1970-01-01 UTC. */
            date?: number | undefined;
            /** When the service saw the message first, in seconds since 1970-01-01 UTC. */
            date_indexed?: number | undefined;
            /** Newest Received header, in seconds since 1970-01-01 UTC; null for sent mail. */
            date_received?: (number | null) | undefined;
            /** Sender and recipients. */
            addresses?: components["schemas"]["AddressSet"] | undefined;
            /** A picture for each address of the message. */
            person_info?: components["schemas"]["PersonInfo"] | undefined;
            /** Attachments of the message. */
            files?: components["schemas"]["MessageFile"][] | undefined;
            /** Folders or labels of the message, by name and by symbolic name. */
            folders?: string[] | undefined;
            /** Sources that hold the message. */
            sources?: components["schemas"]["CallbackSource"][] | undefined;
            /** Identifiers of the References header; absent without one. */
            references?: string[] | undefined;
            /** List-Unsubscribe header; absent without one. */
            "list-unsubscribe"?: string | undefined;
            /** Text parts; only with `include_body`. */
            bodies?: components["schemas"]["BodyPart"][] | undefined;
            /** Headers by name, or as one text; only with `include_header`. */
            headers?: (components["schemas"]["HeaderMap"] | string) | undefined;
            /** Flags of the message; may be absent. */
            flags?: components["schemas"]["FlagSet"] | undefined;
        };
        /** A source that holds a message. */
        CallbackSource: {
            /** Label of the source. */
            label: string;
        };
    };
    responses: {
        /** A parameter has a value that the operation does not take. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The signature is missing, wrong, too old or was used before. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has sent more requests than it may for now. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The request could not be answered for a reason that has no status of its own here. */
        UnexpectedError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * A parameter is missing or has a value that the operation does not take, or the mailbox refused the
         * settings. Nothing was changed.
         */
        BadRequestOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The signature is missing, wrong, too old or was used before. Nothing was changed. */
        UnauthorizedOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The consumer key has sent more requests than it may for now. Nothing was changed. */
        TooManyRequestsOnWrite: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /**
         * The mailbox could not be opened: the mail server did not answer, or too many mailboxes are being opened at
         * once and `Retry-After` says when to try again. Nothing was changed.
         */
        MailServerUnreachable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The request could not be carried out for a reason that has no status of its own here. */
        UnexpectedErrorOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The consumer key has no such account. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such account. Nothing was changed. */
        NotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** A field has a value that it does not take, or `callback_url` is missing. Nothing was changed. */
        ConnectTokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The consumer key has no such account, or the account has no such connect token. */
        AccountConnectTokenNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such account, or the account has no such token. Nothing was changed. */
        AccountConnectTokenNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** No mail was exchanged with this address, or there is no such account. */
        ContactNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such account, or the account has no such address. */
        EmailAddressNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such account, or the account has no such address. Nothing was changed. */
        EmailAddressNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The account has no such file, or there is no such account. */
        FileNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The mail server did not answer, so that the mail could not be read. */
        MailboxUnreachable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The account has no such message, or there is no such account. */
        MessageNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The account has no such message, or there is no such account. Nothing was changed. */
        MessageNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The consumer key has no such account, or the account has no such source. */
        SourceNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such account, or the account has no such source. Nothing was changed. */
        SourceNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** There is no such account, the account has no such source, or the source has no such token. */
        SourceConnectTokenNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * There is no such account, the account has no such source, or the source has no such token. Nothing was
         * changed.
         */
        SourceConnectTokenNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** An option has a value that it does not take. */
        FolderOptionRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** There is no such account, the account has no such source, or the source has no such folder. */
        FolderNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /**
         * There is no such account, the account has no such source, or the source has no such folder. Nothing was
         * changed.
         */
        FolderNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The account has no such conversation, or there is no such account. */
        ThreadNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The account has no such conversation, or there is no such account. Nothing was changed. */
        ThreadNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** A field has a value that it does not take, or `callback_url` is missing. Nothing was created. */
        WebhookRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The consumer key has no such account, or the account has no such webhook. */
        WebhookNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such account, or the account has no such webhook. Nothing was changed. */
        WebhookNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** A filter has a value that it does not take. */
        LogFilterRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such connect token. */
        ConnectTokenNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such connect token. Nothing was changed. */
        ConnectTokenNotFoundOnWrite: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
            };
        };
        /** The consumer key has no such webhook. */
        ApplicationWebhookNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** The consumer key has no such webhook. Nothing was changed. */
        ApplicationWebhookNotFoundOnWrite: {
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
         * State that a source must be in to be counted.
         * @example OK
         */
        SourceStatusFilter: components["schemas"]["SourceStatus"];
        /**
         * With 1 a source counts when it works, which is the state `OK`; with 0 it counts when it is in any
         * other state.
         * @example 1
         */
        SourceStatusOkFilter: components["schemas"]["Flag"];
        /**
         * Identifier of an account that belongs to the consumer key.
         * @example 4f0f1a2b3c4d5e6f70819203
         */
        AccountId: string;
        /**
         * Identifier of a connect token that was made with the consumer key.
         * @example k3v9s2m8q1x7d4hz
         */
        ConnectTokenId: string;
        /**
         * How many elements to leave out at the start; 0 starts with the first.
         * @example 0
         */
        Offset: number;
        /**
         * Address of a contact, percent-encoded, in any letter case.
         * @example charles@example.net
         */
        ContactEmail: string;
        /**
         * Addresses, separated by commas, one of which the mail was sent to.
         * @example [
         *       "ada@example.com"
         *     ]
         */
        SentTo: string[];
        /**
         * Addresses, separated by commas, one of which the mail came from.
         * @example [
         *       "grace@example.org"
         *     ]
         */
        SentFrom: string[];
        /**
         * Addresses, separated by commas, one of which the mail was copied to.
         * @example [
         *       "charles@example.net"
         *     ]
         */
        CopiedTo: string[];
        /**
         * Addresses, separated by commas, one of which the mail was blindly copied to.
         * @example [
         *       "mary@example.net"
         *     ]
         */
        BlindCopiedTo: string[];
        /**
         * Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie before.
         * @example 1325808000
         */
        DateBefore: number;
        /**
         * Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie after.
         * @example 1325376000
         */
        DateAfter: number;
        /**
         * Time in seconds since 1970-01-01 UTC before which the service saw the mail first.
         * @example 1325808000
         */
        IndexedBefore: number;
        /**
         * Time in seconds since 1970-01-01 UTC after which the service saw the mail first.
         * @example 1325376000
         */
        IndexedAfter: number;
        /**
         * Order by date, `asc` for the oldest first and `desc` for the newest first.
         * @example asc
         */
        DateOrder: "asc" | "desc";
        /**
         * Identifier of a file in the account.
         * @example 4effa45d5a6b7c8d9e0f1001
         */
        FileId: string;
        /**
         * With 1, `thread_size` is added.
         * @example 1
         */
        IncludeThreadSize: components["schemas"]["Flag"];
        /**
         * With 1, `body` is added.
         * @example 1
         */
        IncludeBody: components["schemas"]["Flag"];
        /**
         * With 1, `headers` is added as an object, with `raw` as one text.
         * @example 1
         */
        IncludeHeaders: (0 | 1) | "raw";
        /**
         * With 1, `flags` is added.
         * @example 1
         */
        IncludeFlags: components["schemas"]["Flag"];
        /**
         * Media type that the parts in `body` must have; used beside `include_body`.
         * @example text/plain
         */
        BodyType: string;
        /**
         * With 1, `source` is added, the raw text of the message.
         * @example 1
         */
        IncludeSource: components["schemas"]["Flag"];
        /**
         * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
         * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
         * @example 4effa45c5a6b7c8d9e0f0003
         */
        MessageId: string;
        /**
         * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
         * first source.
         * @example ada@example.com::imap.example.com
         */
        SourceLabel: string;
        /**
         * With 1, `nb_unseen_messages` is added, for which the mail server is asked.
         * @example 1
         */
        IncludeExtendedCounts: components["schemas"]["Flag"];
        /**
         * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
         * says. It is percent-encoded as one segment, its slashes included.
         * @example Archive/Engine
         */
        FolderPath: string;
        /**
         * Character that separates the levels of the folder's path in this request.
         * @example /
         */
        Delimiter: string;
        /**
         * A conversation, by `gm-` and its `gmail_thread_id`.
         * @example gm-134b3b2ee7b668a9
         */
        ThreadId: string;
        /**
         * Identifier of a webhook.
         * @example 4f0f2b3c4d5e6f7081920304
         */
        WebhookId: string;
        /**
         * Identifier of the account that an entry must be about.
         * @example 4f0f1a2b3c4d5e6f70819203
         */
        LoggedAccount: string;
        /**
         * Identifier of the webhook that an entry must be about.
         * @example 4f0f2b3c4d5e6f7081920304
         */
        LoggedWebhook: string;
        /**
         * Time in seconds since 1970-01-01 UTC before which an entry must lie.
         * @example 1326060000
         */
        LoggedBefore: number;
        /**
         * Time in seconds since 1970-01-01 UTC after which an entry must lie.
         * @example 1326000000
         */
        LoggedAfter: number;
        /**
         * Lowest status code that the answer may have.
         * @example 200
         */
        LoggedStatusFrom: number;
        /**
         * Highest status code that the answer may have.
         * @example 299
         */
        LoggedStatusTo: number;
    };
    requestBodies: never;
    headers: {
        /**
         * How many seconds to wait before the next request.
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
                 * Mail address that must be among the account's addresses.
                 * @example ada@example.com
                 */
                email?: string | undefined;
                /**
                 * State that a source must be in to be counted.
                 * @example OK
                 */
                status?: components["parameters"]["SourceStatusFilter"] | undefined;
                /**
                 * With 1 a source counts when it works, which is the state `OK`; with 0 it counts when it is in any
                 * other state.
                 * @example 1
                 */
                status_ok?: components["parameters"]["SourceStatusOkFilter"] | undefined;
                /**
                 * How many accounts to list at most.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many accounts to leave out at the start of the list; 0 starts with the first.
                 * @example 0
                 */
                offset?: number | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The accounts that pass the filters. */
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
        /** The person, and the settings of the first mailbox if one is wanted. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccountCreateForm"];
                "multipart/form-data": components["schemas"]["AccountCreateForm"];
            };
        };
        responses: {
            /** The account was created, and the source if one was asked for. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The account. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** The names to set. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AccountUpdateForm"];
                "multipart/form-data": components["schemas"]["AccountUpdateForm"];
            };
        } | undefined;
        responses: {
            /** The names were set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountUpdated"];
                };
            };
            /** The body is no form that can be read. Nothing was changed. */
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
    accounts_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The account was deleted. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tokens. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** Where the browser returns to, and what is known of the mailbox. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConnectTokenCreateForm"];
            };
        };
        responses: {
            /** The token was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenCreated"];
                };
            };
            400: components["responses"]["ConnectTokenRefused"];
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AccountConnectTokenNotFound"];
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The token was discarded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["AccountConnectTokenNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    contacts_list: {
        parameters: {
            query?: {
                /**
                 * Text that the name or the address must contain, in any letter case.
                 * @example grace
                 */
                search?: string | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that some message of the contact must be dated before.
                 * @example 1325808000
                 */
                active_before?: number | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that some message of the contact must be dated after.
                 * @example 1325376000
                 */
                active_after?: number | undefined;
                /**
                 * Field that the contacts are ordered by.
                 * @example email
                 */
                sort_by?: ("email" | "count" | "received_count" | "sent_count") | undefined;
                /**
                 * Direction of the order; without `sort_by` the highest count comes first unless this is `asc`.
                 * @example asc
                 */
                sort_order?: ("asc" | "desc") | undefined;
                /**
                 * How many contacts to list at most; values over 250 are answered with 250 contacts.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The contacts that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactSearch"];
                };
            };
            /** A parameter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    contacts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ContactNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    contacts_list_files: {
        parameters: {
            query?: {
                /**
                 * How many elements to list at most; values over 100 are answered with 100 elements.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
                /**
                 * Early option that nothing describes.
                 * @deprecated
                 * @example all
                 */
                scope?: string | undefined;
                /**
                 * With 1, versions of one document are answered as a group; dropped early.
                 * @deprecated
                 * @example 1
                 */
                group_by_revisions?: components["schemas"]["Flag"] | undefined;
                /**
                 * Early switch for `person_info`, which is now always there.
                 * @deprecated
                 * @example 1
                 */
                include_person_info?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["File"] | components["schemas"]["FileGroup"])[];
                };
            };
            /** A parameter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ContactNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    contacts_list_messages: {
        parameters: {
            query?: {
                /**
                 * How many elements to list at most; values over 100 are answered with 100 elements.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
                /**
                 * Early option that nothing describes.
                 * @deprecated
                 * @example all
                 */
                scope?: string | undefined;
                /**
                 * Folder to keep to; dropped early.
                 * @deprecated
                 * @example INBOX
                 */
                folder?: string | undefined;
                /**
                 * Early switch for `person_info`, which is now always there.
                 * @deprecated
                 * @example 1
                 */
                include_person_info?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"][];
                };
            };
            /** A parameter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ContactNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    contacts_list_threads: {
        parameters: {
            query?: {
                /**
                 * How many elements to list at most; values over 100 are answered with 100 elements.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
                /**
                 * Early option that nothing describes.
                 * @deprecated
                 * @example all
                 */
                scope?: string | undefined;
                /**
                 * Folder to keep to; dropped early.
                 * @deprecated
                 * @example INBOX
                 */
                folder?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Address of a contact, percent-encoded, in any letter case.
                 * @example charles@example.net
                 */
                email: components["parameters"]["ContactEmail"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The conversations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** A parameter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ContactNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    email_addresses_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The addresses. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** The address to add. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["EmailAddressCreateForm"];
                "multipart/form-data": components["schemas"]["EmailAddressCreateForm"];
            };
        };
        responses: {
            /** The account has the address. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddressCreated"];
                };
            };
            /** The address is missing or is none. Nothing was changed. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The address. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        /** Whether the address is to be the primary one. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["EmailAddressUpdateForm"];
                "multipart/form-data": components["schemas"]["EmailAddressUpdateForm"];
            };
        } | undefined;
        responses: {
            /** The address was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddressUpdated"];
                };
            };
            /** The value of `primary` is not 1. Nothing was changed. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * One of the account's mail addresses, percent-encoded.
                 * @example lovelace@example.org
                 */
                email: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The address was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailAddressDeleted"];
                };
            };
            /** The address is the primary one. Nothing was changed. */
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
    files_list: {
        parameters: {
            query?: {
                /**
                 * Name of the file, in any letter case, with the wildcards `*`, `?` and `[]`. A value between slashes is
                 * a regular expression.
                 * @example *.pdf
                 */
                file_name?: string | undefined;
                /**
                 * Size in bytes that the file must have at least.
                 * @example 1000
                 */
                file_size_min?: number | undefined;
                /**
                 * Size in bytes that the file must have at most.
                 * @example 5000000
                 */
                file_size_max?: number | undefined;
                /**
                 * Addresses of contacts, separated by commas. Files in mail from one of them or to one of them, also in
                 * copy, are listed.
                 * @example [
                 *       "grace@example.org",
                 *       "charles@example.net"
                 *     ]
                 */
                email?: string[] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was sent to.
                 * @example [
                 *       "ada@example.com"
                 *     ]
                 */
                to?: components["parameters"]["SentTo"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail came from.
                 * @example [
                 *       "grace@example.org"
                 *     ]
                 */
                from?: components["parameters"]["SentFrom"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was copied to.
                 * @example [
                 *       "charles@example.net"
                 *     ]
                 */
                cc?: components["parameters"]["CopiedTo"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was blindly copied to.
                 * @example [
                 *       "mary@example.net"
                 *     ]
                 */
                bcc?: components["parameters"]["BlindCopiedTo"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie before.
                 * @example 1325808000
                 */
                date_before?: components["parameters"]["DateBefore"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie after.
                 * @example 1325376000
                 */
                date_after?: components["parameters"]["DateAfter"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC before which the service saw the mail first.
                 * @example 1325808000
                 */
                indexed_before?: components["parameters"]["IndexedBefore"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC after which the service saw the mail first.
                 * @example 1325376000
                 */
                indexed_after?: components["parameters"]["IndexedAfter"] | undefined;
                /**
                 * Label of a source that holds the message with the file.
                 * @example ada@example.com::imap.example.com
                 */
                source?: string | undefined;
                /**
                 * Order by date, `asc` for the oldest first and `desc` for the newest first.
                 * @example asc
                 */
                sort_order?: components["parameters"]["DateOrder"] | undefined;
                /**
                 * How many files to list at most; values over 100 are answered with 100 files.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
                /**
                 * With 1, versions of one document are answered as a group; dropped before the end.
                 * @deprecated
                 * @example 1
                 */
                group_by_revisions?: components["schemas"]["Flag"] | undefined;
                /**
                 * Early switch for `person_info`, which is now always there.
                 * @deprecated
                 * @example 1
                 */
                include_person_info?: components["schemas"]["Flag"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The files that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["File"] | components["schemas"]["FileGroup"])[];
                };
            };
            /** A filter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    files_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FileNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    files_list_changes: {
        parameters: {
            query?: {
                /**
                 * Identifier of the file to compare with.
                 * @deprecated
                 * @example 4effa45c5a6b7c8d9e0f1002
                 */
                file_id?: string | undefined;
                /**
                 * With 1 the comparison is made.
                 * @deprecated
                 * @example 1
                 */
                generate?: components["schemas"]["Flag"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Files to compare with, or a comparison. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"][];
                };
            };
            /** A parameter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FileNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    files_get_content: {
        parameters: {
            query?: {
                /**
                 * With 1 a link is answered in place of the bytes.
                 * @example 0
                 */
                as_link?: components["schemas"]["Flag"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The bytes of the file, or a link to them. */
            200: {
                headers: {
                    /**
                     * Name of the file; only with the bytes.
                     * @example attachment; filename="tables-2011-12-18.csv"
                     */
                    "Content-Disposition"?: string | undefined;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Blob;
                    "text/uri-list": string;
                };
            };
            /** The switch has a value other than 0 and 1. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FileNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    files_list_related: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Files with similar names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FileNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    files_list_revisions: {
        parameters: {
            query?: {
                /**
                 * Early switch for `person_info`, which is now always there.
                 * @deprecated
                 * @example 1
                 */
                include_person_info?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a file in the account.
                 * @example 4effa45d5a6b7c8d9e0f1001
                 */
                file_id: components["parameters"]["FileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Other versions of the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"][];
                };
            };
            /** A parameter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FileNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_list: {
        parameters: {
            query?: {
                /**
                 * Text that the subject must contain, in any letter case. A value between slashes is a regular
                 * expression, after which flags may follow.
                 * @example /invoice/i
                 */
                subject?: string | undefined;
                /**
                 * Addresses of contacts, separated by commas. Messages from one of them or to one of them, also in copy,
                 * are listed. Letter case makes no difference.
                 * @example [
                 *       "grace@example.org",
                 *       "charles@example.net"
                 *     ]
                 */
                email?: string[] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was sent to.
                 * @example [
                 *       "ada@example.com"
                 *     ]
                 */
                to?: components["parameters"]["SentTo"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail came from.
                 * @example [
                 *       "grace@example.org"
                 *     ]
                 */
                from?: components["parameters"]["SentFrom"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was copied to.
                 * @example [
                 *       "charles@example.net"
                 *     ]
                 */
                cc?: components["parameters"]["CopiedTo"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was blindly copied to.
                 * @example [
                 *       "mary@example.net"
                 *     ]
                 */
                bcc?: components["parameters"]["BlindCopiedTo"] | undefined;
                /**
                 * Folder or Gmail label that the message lies in. Either the full name with the mail server's own
                 * separator or a symbolic name such as `\Starred`.
                 * @example \Starred
                 */
                folder?: string | undefined;
                /**
                 * Label of a source that holds the message.
                 * @example ada@example.com::imap.example.com
                 */
                source?: string | undefined;
                /**
                 * Name of an attachment, in any letter case, with the wildcards `*`, `?` and `[]`. A value between
                 * slashes is a regular expression.
                 * @example *.pdf
                 */
                file_name?: string | undefined;
                /**
                 * Size in bytes that an attachment must have at least.
                 * @example 1000
                 */
                file_size_min?: number | undefined;
                /**
                 * Size in bytes that an attachment must have at most.
                 * @example 5000000
                 */
                file_size_max?: number | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie before.
                 * @example 1325808000
                 */
                date_before?: components["parameters"]["DateBefore"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that the Date header of the mail must lie after.
                 * @example 1325376000
                 */
                date_after?: components["parameters"]["DateAfter"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC before which the service saw the mail first.
                 * @example 1325808000
                 */
                indexed_before?: components["parameters"]["IndexedBefore"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC after which the service saw the mail first.
                 * @example 1325376000
                 */
                indexed_after?: components["parameters"]["IndexedAfter"] | undefined;
                /**
                 * With 1, `thread_size` is added.
                 * @example 1
                 */
                include_thread_size?: components["parameters"]["IncludeThreadSize"] | undefined;
                /**
                 * With 1, `body` is added.
                 * @example 1
                 */
                include_body?: components["parameters"]["IncludeBody"] | undefined;
                /**
                 * With 1, `headers` is added as an object, with `raw` as one text.
                 * @example 1
                 */
                include_headers?: components["parameters"]["IncludeHeaders"] | undefined;
                /**
                 * With 1, `flags` is added.
                 * @example 1
                 */
                include_flags?: components["parameters"]["IncludeFlags"] | undefined;
                /**
                 * Media type that the parts in `body` must have; used beside `include_body`.
                 * @example text/plain
                 */
                body_type?: components["parameters"]["BodyType"] | undefined;
                /**
                 * With 1, `source` is added, the raw text of the message.
                 * @example 1
                 */
                include_source?: components["parameters"]["IncludeSource"] | undefined;
                /**
                 * Order by date, `asc` for the oldest first and `desc` for the newest first.
                 * @example asc
                 */
                sort_order?: components["parameters"]["DateOrder"] | undefined;
                /**
                 * How many messages to list at most; values over 100 are answered with 100 messages.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
                /**
                 * Message-ID header of the message, angle brackets included; dropped early.
                 * @deprecated
                 * @example <20120105.4711@example.org>
                 */
                email_message_id?: string | undefined;
                /**
                 * Early name of `body_type`.
                 * @deprecated
                 * @example text/plain
                 */
                type?: string | undefined;
                /**
                 * Search expression as Gmail's own search field takes it; dropped early.
                 * @deprecated
                 * @example has:attachment
                 */
                gm_search?: string | undefined;
                /**
                 * Early switch for `person_info`, which is now always there.
                 * @deprecated
                 * @example 1
                 */
                include_person_info?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The messages that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"][];
                };
            };
            /** A filter or a switch has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** The message and the folder for it. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MessageCreateForm"];
            };
        };
        responses: {
            /** The message was stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageCreated"];
                };
            };
            /** A field is missing or has a value that it does not take. Nothing was stored. */
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
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    messages_get: {
        parameters: {
            query?: {
                /**
                 * With 1, `thread_size` is added.
                 * @example 1
                 */
                include_thread_size?: components["parameters"]["IncludeThreadSize"] | undefined;
                /**
                 * With 1, `body` is added.
                 * @example 1
                 */
                include_body?: components["parameters"]["IncludeBody"] | undefined;
                /**
                 * With 1, `headers` is added as an object, with `raw` as one text.
                 * @example 1
                 */
                include_headers?: components["parameters"]["IncludeHeaders"] | undefined;
                /**
                 * With 1, `flags` is added.
                 * @example 1
                 */
                include_flags?: components["parameters"]["IncludeFlags"] | undefined;
                /**
                 * Media type that the parts in `body` must have; used beside `include_body`.
                 * @example text/plain
                 */
                body_type?: components["parameters"]["BodyType"] | undefined;
                /**
                 * With 1, `source` is added, the raw text of the message.
                 * @example 1
                 */
                include_source?: components["parameters"]["IncludeSource"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** A switch has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /** The folder to go to, and flags to set. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MessageUpdateForm"];
            };
        };
        responses: {
            /** The message lies in the folder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageUpdated"];
                };
            };
            /** A field is missing or has a value that it does not take. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["MessageNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    messages_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The message was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["MessageNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    messages_get_body: {
        parameters: {
            query?: {
                /**
                 * Media type that the parts must have, `text/plain` or `text/html`.
                 * @example text/plain
                 */
                type?: string | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The text parts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodyPart"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_get_flags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The flags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagSet"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_update_flags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /** The flags to set or clear. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MessageFlagsForm"];
            };
        } | undefined;
        responses: {
            /** The flags were changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageFlagsUpdated"];
                };
            };
            /** A flag has a value other than 0 and 1. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["MessageNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    messages_list_folders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The folders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageFolder"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_replace_folders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /** All folders that the message is to lie in. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageFolder"][];
            };
        };
        responses: {
            /** The message lies in these folders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageFoldersReplaced"];
                };
            };
            /** The body is no list of folders, or a folder is not there. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["MessageNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    messages_update_folders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /** The folders to add and to leave. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["MessageFoldersForm"];
            };
        } | undefined;
        responses: {
            /** The folders were changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageFoldersUpdated"];
                };
            };
            /** A folder is not there. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["MessageNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    messages_get_headers: {
        parameters: {
            query?: {
                /**
                 * With 1 the headers are answered as they stand in the message, as one text.
                 * @example 0
                 */
                raw?: components["schemas"]["Flag"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The headers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeaderMap"];
                    "text/plain": string;
                };
            };
            /** The switch has a value other than 0 and 1. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_get_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The raw message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": Blob;
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    messages_get_thread: {
        parameters: {
            query?: {
                /**
                 * With 1, `body` is added.
                 * @example 1
                 */
                include_body?: components["parameters"]["IncludeBody"] | undefined;
                /**
                 * With 1, `headers` is added as an object, with `raw` as one text.
                 * @example 1
                 */
                include_headers?: components["parameters"]["IncludeHeaders"] | undefined;
                /**
                 * With 1, `flags` is added.
                 * @example 1
                 */
                include_flags?: components["parameters"]["IncludeFlags"] | undefined;
                /**
                 * Media type that the parts in `body` must have; used beside `include_body`.
                 * @example text/plain
                 */
                body_type?: components["parameters"]["BodyType"] | undefined;
                /**
                 * With 1, `source` is added, the raw text of the message.
                 * @example 1
                 */
                include_source?: components["parameters"]["IncludeSource"] | undefined;
                /**
                 * Order of the messages, `asc` for the oldest first and `desc` for the newest first.
                 * @example desc
                 */
                sort_order?: ("asc" | "desc") | undefined;
                /**
                 * How many messages to answer at most; values over 100 are answered with 100 messages.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier.
                 * A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
                 * @example 4effa45c5a6b7c8d9e0f0003
                 */
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** A switch has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["MessageNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    sources_list: {
        parameters: {
            query?: {
                /**
                 * State that a source must be in to be counted.
                 * @example OK
                 */
                status?: components["parameters"]["SourceStatusFilter"] | undefined;
                /**
                 * With 1 a source counts when it works, which is the state `OK`; with 0 it counts when it is in any
                 * other state.
                 * @example 1
                 */
                status_ok?: components["parameters"]["SourceStatusOkFilter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The sources that pass the filters. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** The settings of the mailbox. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SourceCreateForm"];
                "multipart/form-data": components["schemas"]["SourceCreateForm"];
            };
        };
        responses: {
            /** The mailbox was opened and attached. */
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The source. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SourceNotFound"];
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /** The options to set. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SourceUpdateForm"];
                "multipart/form-data": components["schemas"]["SourceUpdateForm"];
            };
        } | undefined;
        responses: {
            /** The options were set, or the mailbox was tested. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceUpdated"];
                };
            };
            /**
             * An option has a value that it does not take, or `force_status_check` is not the only field. Nothing
             * was changed.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["SourceNotFoundOnWrite"];
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
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The source was detached. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["SourceNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    source_connect_tokens_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SourceNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    source_connect_tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        /** Where the browser returns to. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SourceConnectTokenCreateForm"];
            };
        };
        responses: {
            /** The token was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenCreated"];
                };
            };
            400: components["responses"]["ConnectTokenRefused"];
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["SourceNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    source_connect_tokens_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SourceConnectTokenNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    source_connect_tokens_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The token was discarded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["SourceConnectTokenNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    source_folders_list: {
        parameters: {
            query?: {
                /**
                 * With 1, `nb_unseen_messages` is added, for which the mail server is asked.
                 * @example 1
                 */
                include_extended_counts?: components["parameters"]["IncludeExtendedCounts"] | undefined;
                /**
                 * With 1, the list is read from the mail server and not from the stored copy.
                 * @example 1
                 */
                no_cache?: components["schemas"]["Flag"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The folders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"][];
                };
            };
            400: components["responses"]["FolderOptionRefused"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SourceNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    source_folders_get: {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
                /**
                 * With 1, `nb_unseen_messages` is added, for which the mail server is asked.
                 * @example 1
                 */
                include_extended_counts?: components["parameters"]["IncludeExtendedCounts"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The folder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Folder"];
                };
            };
            400: components["responses"]["FolderOptionRefused"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FolderNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    source_folders_create: {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The folder is there. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderCreated"];
                };
            };
            /** The mail server takes no folder of this name. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["SourceNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    source_folders_delete: {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The folder was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["FolderNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    source_folders_expunge: {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The messages were removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderExpunged"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["FolderNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    source_folders_list_messages: {
        parameters: {
            query?: {
                /**
                 * Character that separates the levels of the folder's path in this request.
                 * @example /
                 */
                delim?: components["parameters"]["Delimiter"] | undefined;
                /**
                 * With 1, `thread_size` is added.
                 * @example 1
                 */
                include_thread_size?: components["parameters"]["IncludeThreadSize"] | undefined;
                /**
                 * With 1, `body` is added.
                 * @example 1
                 */
                include_body?: components["parameters"]["IncludeBody"] | undefined;
                /**
                 * Media type that the parts in `body` must have; used beside `include_body`.
                 * @example text/plain
                 */
                body_type?: components["parameters"]["BodyType"] | undefined;
                /**
                 * With 1, `headers` is added as an object, with `raw` as one text.
                 * @example 1
                 */
                include_headers?: components["parameters"]["IncludeHeaders"] | undefined;
                /**
                 * With 1, `flags` is added.
                 * @example 1
                 */
                include_flags?: components["parameters"]["IncludeFlags"] | undefined;
                /**
                 * With 1, only messages that were read; with 0, only those that were not.
                 * @example 0
                 */
                flag_seen?: components["schemas"]["Flag"] | undefined;
                /**
                 * How many messages to list at most; values over 100 are answered with 100 messages.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
                /**
                 * Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim`
                 * says. It is percent-encoded as one segment, its slashes included.
                 * @example Archive/Engine
                 */
                folder: components["parameters"]["FolderPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The messages of the folder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"][];
                };
            };
            /** An option has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FolderNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    sync_get_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The times, by folder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSync"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SourceNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    sync_start_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Label of a source of the account, percent-encoded. The single digit 0 stands for the account's
                 * first source.
                 * @example ada@example.com::imap.example.com
                 */
                label: components["parameters"]["SourceLabel"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The synchronisation is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncStarted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["SourceNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    sync_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The times, by source and folder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSync"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    sync_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The synchronisation is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncStarted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    threads_list: {
        parameters: {
            query?: {
                /**
                 * Text that the subject of a message must contain, in any letter case. A value between slashes is a
                 * regular expression, after which flags may follow.
                 * @example /invoice/i
                 */
                subject?: string | undefined;
                /**
                 * Addresses of contacts, separated by commas. Conversations with a message from or to one of them, also
                 * in copy, are listed.
                 * @example [
                 *       "grace@example.org",
                 *       "charles@example.net"
                 *     ]
                 */
                email?: string[] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was sent to.
                 * @example [
                 *       "ada@example.com"
                 *     ]
                 */
                to?: components["parameters"]["SentTo"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail came from.
                 * @example [
                 *       "grace@example.org"
                 *     ]
                 */
                from?: components["parameters"]["SentFrom"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was copied to.
                 * @example [
                 *       "charles@example.net"
                 *     ]
                 */
                cc?: components["parameters"]["CopiedTo"] | undefined;
                /**
                 * Addresses, separated by commas, one of which the mail was blindly copied to.
                 * @example [
                 *       "mary@example.net"
                 *     ]
                 */
                bcc?: components["parameters"]["BlindCopiedTo"] | undefined;
                /**
                 * Gmail label of a message in the conversation, by its full name or its symbolic name.
                 * @example \Starred
                 */
                folder?: string | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC before which the service saw the mail first.
                 * @example 1325808000
                 */
                indexed_before?: components["parameters"]["IndexedBefore"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC after which the service saw the mail first.
                 * @example 1325376000
                 */
                indexed_after?: components["parameters"]["IndexedAfter"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that some message must be dated before.
                 * @example 1325808000
                 */
                active_before?: number | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that some message must be dated after.
                 * @example 1325376000
                 */
                active_after?: number | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that the oldest message must be dated before.
                 * @example 1325808000
                 */
                started_before?: number | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC that the oldest message must be dated after.
                 * @example 1325376000
                 */
                started_after?: number | undefined;
                /**
                 * How many conversations to list at most; values over 100 are answered with 100.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The conversations that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** A filter has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    threads_get: {
        parameters: {
            query?: {
                /**
                 * With 1, `body` is added.
                 * @example 1
                 */
                include_body?: components["parameters"]["IncludeBody"] | undefined;
                /**
                 * With 1, `headers` is added as an object, with `raw` as one text.
                 * @example 1
                 */
                include_headers?: components["parameters"]["IncludeHeaders"] | undefined;
                /**
                 * With 1, `flags` is added.
                 * @example 1
                 */
                include_flags?: components["parameters"]["IncludeFlags"] | undefined;
                /**
                 * Media type that the parts in `body` must have; used beside `include_body`.
                 * @example text/plain
                 */
                body_type?: components["parameters"]["BodyType"] | undefined;
                /**
                 * With 1, `source` is added, the raw text of the message.
                 * @example 1
                 */
                include_source?: components["parameters"]["IncludeSource"] | undefined;
                /**
                 * How many messages to answer at most; values over 100 are answered with 100 messages.
                 * @example 25
                 */
                limit?: number | undefined;
                /**
                 * How many elements to leave out at the start; 0 starts with the first.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A conversation, by `gm-` and its `gmail_thread_id`.
                 * @example gm-134b3b2ee7b668a9
                 */
                thread_id: components["parameters"]["ThreadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** A switch has a value that it does not take. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ThreadNotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["MailboxUnreachable"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    threads_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A conversation, by `gm-` and its `gmail_thread_id`.
                 * @example gm-134b3b2ee7b668a9
                 */
                thread_id: components["parameters"]["ThreadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The conversation was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["ThreadNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    threads_replace_folders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A conversation, by `gm-` and its `gmail_thread_id`.
                 * @example gm-134b3b2ee7b668a9
                 */
                thread_id: components["parameters"]["ThreadId"];
            };
            cookie?: never;
        };
        /** All folders that the messages are to lie in. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageFolder"][];
            };
        };
        responses: {
            /** The messages lie in these folders. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadFoldersReplaced"];
                };
            };
            /** The body is no list of folders, or a folder is not there. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["ThreadNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    threads_update_folders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * A conversation, by `gm-` and its `gmail_thread_id`.
                 * @example gm-134b3b2ee7b668a9
                 */
                thread_id: components["parameters"]["ThreadId"];
            };
            cookie?: never;
        };
        /** The folders to add and to leave. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ThreadFoldersForm"];
            };
        } | undefined;
        responses: {
            /** The folders were changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadFoldersUpdated"];
                };
            };
            /** A folder is not there. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["ThreadNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            503: components["responses"]["MailServerUnreachable"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    webhooks_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    webhooks_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** Where to tell of mail, and of which. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["WebhookCreateForm"];
                "multipart/form-data": components["schemas"]["WebhookCreateForm"];
            };
        };
        responses: {
            /** The webhook was created and is active. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookCreated"];
                };
            };
            400: components["responses"]["WebhookRefused"];
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["NotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    webhooks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["WebhookNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    webhooks_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** What to change. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["WebhookUpdateForm"];
                "multipart/form-data": components["schemas"]["WebhookUpdateForm"];
            };
        };
        responses: {
            /** The webhook was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookUpdated"];
                };
            };
            /** Nothing was sent, or a field has a value that it does not take. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["WebhookNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    webhooks_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of an account that belongs to the consumer key.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                id: components["parameters"]["AccountId"];
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhook was cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["WebhookNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    app_list_call_logs: {
        parameters: {
            query?: {
                /**
                 * Identifier of the account that an entry must be about.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                account?: components["parameters"]["LoggedAccount"] | undefined;
                /**
                 * Identifier of the webhook that an entry must be about.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id?: components["parameters"]["LoggedWebhook"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC before which an entry must lie.
                 * @example 1326060000
                 */
                timestamp_before?: components["parameters"]["LoggedBefore"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC after which an entry must lie.
                 * @example 1326000000
                 */
                timestamp_after?: components["parameters"]["LoggedAfter"] | undefined;
                /**
                 * Lowest status code that the answer may have.
                 * @example 200
                 */
                status_code_from?: components["parameters"]["LoggedStatusFrom"] | undefined;
                /**
                 * Highest status code that the answer may have.
                 * @example 299
                 */
                status_code_to?: components["parameters"]["LoggedStatusTo"] | undefined;
                /**
                 * Method that the call must have, in capitals.
                 * @example GET
                 */
                request_method?: string | undefined;
                /**
                 * Whole path that the call must have, the version segment included.
                 * @example /2.0/accounts
                 */
                request_path?: string | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The calls that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLogEntry"][];
                };
            };
            400: components["responses"]["LogFilterRefused"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    app_list_webhook_logs: {
        parameters: {
            query?: {
                /**
                 * Identifier of the account that an entry must be about.
                 * @example 4f0f1a2b3c4d5e6f70819203
                 */
                account?: components["parameters"]["LoggedAccount"] | undefined;
                /**
                 * Identifier of the webhook that an entry must be about.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id?: components["parameters"]["LoggedWebhook"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC before which an entry must lie.
                 * @example 1326060000
                 */
                timestamp_before?: components["parameters"]["LoggedBefore"] | undefined;
                /**
                 * Time in seconds since 1970-01-01 UTC after which an entry must lie.
                 * @example 1326000000
                 */
                timestamp_after?: components["parameters"]["LoggedAfter"] | undefined;
                /**
                 * Lowest status code that the answer may have.
                 * @example 200
                 */
                status_code_from?: components["parameters"]["LoggedStatusFrom"] | undefined;
                /**
                 * Highest status code that the answer may have.
                 * @example 299
                 */
                status_code_to?: components["parameters"]["LoggedStatusTo"] | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The deliveries that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookLogEntry"][];
                };
            };
            400: components["responses"]["LogFilterRefused"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    app_get_status_callback_url: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppStatusCallbackUrl"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    app_update_status_callback_url: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address to tell. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["AppStatusCallbackUrlUpdateForm"];
            };
        };
        responses: {
            /** The address was set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppStatusCallbackUrlUpdated"];
                };
            };
            /** The address is missing, or is none to which the service can POST. Nothing was changed. */
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
    app_delete_status_callback_url: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** No address is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppStatusCallbackUrlDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
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
            /** The tokens. */
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
        /** Where the browser returns to, and what is known of the mailbox. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ConnectTokenCreateForm"];
            };
        };
        responses: {
            /** The token was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenCreated"];
                };
            };
            400: components["responses"]["ConnectTokenRefused"];
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
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectToken"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ConnectTokenNotFound"];
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
                 * Identifier of a connect token that was made with the consumer key.
                 * @example k3v9s2m8q1x7d4hz
                 */
                token: components["parameters"]["ConnectTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The token was discarded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectTokenDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["ConnectTokenNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    discovery_get: {
        parameters: {
            query: {
                /**
                 * Mail address whose mailbox is looked for.
                 * @example ada@example.com
                 */
                email: components["schemas"]["MailAddress"];
                /**
                 * Kind of the mailbox; IMAP is the only one.
                 * @example IMAP
                 */
                source_type?: "IMAP" | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The settings, or that none were found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryResult"];
                };
            };
            /** The address is missing or is none, or the kind of the mailbox is not IMAP. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
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
            /** The OAuth providers. */
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
        /** The provider, and what it issued to the application. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["OAuthProviderCreateForm"];
                "multipart/form-data": components["schemas"]["OAuthProviderCreateForm"];
            };
        };
        responses: {
            /** The OAuth client was registered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProviderCreated"];
                };
            };
            /** A field is missing, or the type is not one of those defined. Nothing was changed. */
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
                 * The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
                 * @example 1234-app.apps.googleusercontent.com
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The OAuth provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProvider"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** No OAuth client with this key was registered with the consumer key. */
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
                 * The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
                 * @example 1234-app.apps.googleusercontent.com
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The OAuth provider was removed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthProviderDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            /** No OAuth client with this key was registered with the consumer key. Nothing was changed. */
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
    webhooks_list_application: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"][];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    webhooks_create_application: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to tell of mail, and of which. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["WebhookCreateForm"];
                "multipart/form-data": components["schemas"]["WebhookCreateForm"];
            };
        };
        responses: {
            /** The webhook was created and is active. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookCreated"];
                };
            };
            400: components["responses"]["WebhookRefused"];
            401: components["responses"]["UnauthorizedOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    webhooks_get_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ApplicationWebhookNotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["UnexpectedError"];
        };
    };
    webhooks_update_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** What to change. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["WebhookUpdateForm"];
                "multipart/form-data": components["schemas"]["WebhookUpdateForm"];
            };
        };
        responses: {
            /** The webhook was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookUpdated"];
                };
            };
            /** Nothing was sent, or a field has a value that it does not take. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["ApplicationWebhookNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
    webhooks_delete_application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Identifier of a webhook.
                 * @example 4f0f2b3c4d5e6f7081920304
                 */
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The webhook was cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeleted"];
                };
            };
            401: components["responses"]["UnauthorizedOnWrite"];
            404: components["responses"]["ApplicationWebhookNotFoundOnWrite"];
            429: components["responses"]["TooManyRequestsOnWrite"];
            default: components["responses"]["UnexpectedErrorOnWrite"];
        };
    };
}
