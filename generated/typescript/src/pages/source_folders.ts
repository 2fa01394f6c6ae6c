// The page source_folders. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import { paginate, type Paginator, type Paged } from "../paging.js";
import type { operations } from "../types.js";
import type { Exactly, If, With } from "../typing.js";

/** Parameters of `sourceFolders.list`. */
export type SourceFoldersListParams = NonNullable<operations["source_folders_list"]["parameters"]["query"]>;

/** Response of `sourceFolders.list`, given the type of its parameters. */
export type SourceFoldersListAnswer<P = unknown> = With<operations["source_folders_list"]["responses"][200]["content"]["application/json"], If<P, { "include_extended_counts": 1 }, ["nb_unseen_messages", unknown]>>;

const LIST = {
  id: "source_folders_list",
  name: "sourceFolders.list",
  method: "GET",
  path: "/accounts/{id}/sources/{label}/folders",
  query: ["include_extended_counts", "no_cache"],
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `sourceFolders.get`. */
export type SourceFoldersGetParams = NonNullable<operations["source_folders_get"]["parameters"]["query"]>;

/** Response of `sourceFolders.get`, given the type of its parameters. */
export type SourceFoldersGetAnswer<P = unknown> = With<operations["source_folders_get"]["responses"][200]["content"]["application/json"], If<P, { "include_extended_counts": 1 }, ["nb_unseen_messages", unknown]>>;

const GET = {
  id: "source_folders_get",
  name: "sourceFolders.get",
  method: "GET",
  path: "/accounts/{id}/sources/{label}/folders/{folder}",
  query: ["delim", "include_extended_counts"],
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `sourceFolders.create`. */
export type SourceFoldersCreateParams = NonNullable<operations["source_folders_create"]["parameters"]["query"]>;

/** Response of `sourceFolders.create`. */
export type SourceFoldersCreateAnswer = operations["source_folders_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "source_folders_create",
  name: "sourceFolders.create",
  method: "PUT",
  path: "/accounts/{id}/sources/{label}/folders/{folder}",
  query: ["delim"],
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `sourceFolders.delete`. */
export type SourceFoldersDeleteParams = NonNullable<operations["source_folders_delete"]["parameters"]["query"]>;

/** Response of `sourceFolders.delete`. */
export type SourceFoldersDeleteAnswer = operations["source_folders_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "source_folders_delete",
  name: "sourceFolders.delete",
  method: "DELETE",
  path: "/accounts/{id}/sources/{label}/folders/{folder}",
  query: ["delim"],
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `sourceFolders.expunge`. */
export type SourceFoldersExpungeParams = NonNullable<operations["source_folders_expunge"]["parameters"]["query"]>;

/** Response of `sourceFolders.expunge`. */
export type SourceFoldersExpungeAnswer = operations["source_folders_expunge"]["responses"][200]["content"]["application/json"];

const EXPUNGE = {
  id: "source_folders_expunge",
  name: "sourceFolders.expunge",
  method: "POST",
  path: "/accounts/{id}/sources/{label}/folders/{folder}/expunge",
  query: ["delim"],
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `sourceFolders.listMessages`. */
export type SourceFoldersListMessagesParams = NonNullable<operations["source_folders_list_messages"]["parameters"]["query"]>;

/** Response of `sourceFolders.listMessages`, given the type of its parameters. */
export type SourceFoldersListMessagesAnswer<P = unknown> = Paged<With<operations["source_folders_list_messages"]["responses"][200]["content"]["application/json"], If<P, { "include_thread_size": 1 }, ["thread_size", unknown]> | If<P, { "include_body": 1 }, ["body", unknown]> | If<P, { "include_headers": 1 }, ["headers", object]> | If<P, { "include_headers": "raw" }, ["headers", string]> | If<P, { "include_flags": 1 }, ["flags", unknown]>>>;

const LIST_MESSAGES = {
  id: "source_folders_list_messages",
  name: "sourceFolders.listMessages",
  method: "GET",
  path: "/accounts/{id}/sources/{label}/folders/{folder}/messages",
  query: ["delim", "include_thread_size", "include_body", "body_type", "include_headers", "include_flags", "flag_seen", "limit", "offset"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 25, "key": "message_id"},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/**
 * The folders of a mailbox on its mail server. They are created and deleted there, and their mail can be
 * listed as it is at this moment.
 */
export class SourceFolders {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the folders of a source.
   *
   * Answers the folders of the mailbox, at every level, as a bare array that is not divided into pages. The
   * list is the one stored at the latest synchronisation; `no_cache` reads it from the mail server. Both
   * options make the call slower.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  list<P extends SourceFoldersListParams = NonNullable<unknown>>(id: string, label: string, params: Exactly<P, SourceFoldersListParams> = {} as Exactly<P, SourceFoldersListParams>, options: CallOptions = {}): Answer<SourceFoldersListAnswer<P>> {
    return this.#send(LIST, { id, label }, params, options);
  }

  /**
   * Read a folder.
   *
   * Answers the same fields as an element of the list.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param folder Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes included.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  get<P extends SourceFoldersGetParams = NonNullable<unknown>>(id: string, label: string, folder: string, params: Exactly<P, SourceFoldersGetParams> = {} as Exactly<P, SourceFoldersGetParams>, options: CallOptions = {}): Answer<SourceFoldersGetAnswer<P>> {
    return this.#send(GET, { id, label, folder }, params, options);
  }

  /**
   * Create a folder.
   *
   * Creates the folder at this path on the mail server, with the folders above it that are missing. The mail
   * server's own separator need not be known. `a/b` names the same folder as `a.b` with `delim=.`. A folder
   * that is there already stays as it is, and the answer is the same.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param folder Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes included.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  create(id: string, label: string, folder: string, params: SourceFoldersCreateParams = {}, options: CallOptions = {}): Answer<SourceFoldersCreateAnswer> {
    return this.#send(CREATE, { id, label, folder }, params, options);
  }

  /**
   * Delete a folder with all of its mail.
   *
   * Removes the folder and the folders below it from the mail server. Their messages are lost for good.
   * Afterwards the folder answers 404.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param folder Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes included.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  delete(id: string, label: string, folder: string, params: SourceFoldersDeleteParams = {}, options: CallOptions = {}): Answer<SourceFoldersDeleteAnswer> {
    return this.#send(DELETE, { id, label, folder }, params, options);
  }

  /**
   * Remove the deleted messages of a folder for good.
   *
   * Runs the IMAP command EXPUNGE, which removes every message of the folder that carries the flag
   * `\Deleted`. They cannot be restored.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param folder Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes included.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  expunge(id: string, label: string, folder: string, params: SourceFoldersExpungeParams = {}, options: CallOptions = {}): Answer<SourceFoldersExpungeAnswer> {
    return this.#send(EXPUNGE, { id, label, folder }, params, options);
  }

  /**
   * List the messages that a folder holds right now.
   *
   * Answers the messages of one folder, newest `date` first, as the `messages` page has them. The mail server
   * is asked first, so mail that arrived after the latest synchronisation is among them. What the service
   * knows is brought up to date on the way. The price is a slower answer and fewer filters.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param folder Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes included.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  listMessages<P extends SourceFoldersListMessagesParams = NonNullable<unknown>>(id: string, label: string, folder: string, params: Exactly<P, SourceFoldersListMessagesParams> = {} as Exactly<P, SourceFoldersListMessagesParams>, options: CallOptions = {}): Answer<SourceFoldersListMessagesAnswer<P>> {
    return this.#send(LIST_MESSAGES, { id, label, folder }, params, options);
  }

  /**
   * List the messages that a folder holds right now.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param folder Full path of the folder in UTF-8, with the folders above it. Levels are separated by `/`, or by what `delim` says. It is percent-encoded as one segment, its slashes included.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listMessagesAll<P extends SourceFoldersListMessagesParams = NonNullable<unknown>>(id: string, label: string, folder: string, params: Exactly<P, SourceFoldersListMessagesParams> = {} as Exactly<P, SourceFoldersListMessagesParams>, options: CallOptions = {}): Paginator<SourceFoldersListMessagesAnswer<P>[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST_MESSAGES.paging, given, (window) =>
      this.#send(LIST_MESSAGES, { id, label, folder }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }
}
