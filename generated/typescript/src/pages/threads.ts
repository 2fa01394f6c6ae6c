// The page threads. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import { paginate, type Paginator, type Paged } from "../paging.js";
import type { operations } from "../types.js";
import type { Arguments, Exactly, If, WithIn } from "../typing.js";

/** Parameters of `threads.list`. */
export type ThreadsListParams = Arguments<NonNullable<operations["threads_list"]["parameters"]["query"]>>;

/** Response of `threads.list`. */
export type ThreadsListAnswer = Paged<operations["threads_list"]["responses"][200]["content"]["application/json"]>;

const LIST = {
  id: "threads_list",
  name: "threads.list",
  method: "GET",
  path: "/accounts/{id}/threads",
  query: ["subject", {"argument": "email", "several": ","}, {"argument": "to", "several": ","}, {"argument": "from", "several": ","}, {"argument": "cc", "several": ","}, {"argument": "bcc", "several": ","}, "folder", "indexed_before", "indexed_after", "active_before", "active_after", "started_before", "started_after", "limit", "offset"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 25, "key": ""},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `threads.get`. */
export type ThreadsGetParams = NonNullable<operations["threads_get"]["parameters"]["query"]>;

/** Response of `threads.get`, given the type of its parameters. */
export type ThreadsGetAnswer<P = unknown> = WithIn<operations["threads_get"]["responses"][200]["content"]["application/json"], "messages", If<P, { "include_body": 1 }, ["body", unknown]> | If<P, { "include_headers": 1 }, ["headers", object]> | If<P, { "include_headers": "raw" }, ["headers", string]> | If<P, { "include_flags": 1 }, ["flags", unknown]> | If<P, { "include_source": 1 }, ["source", unknown]>>;

const GET = {
  id: "threads_get",
  name: "threads.get",
  method: "GET",
  path: "/accounts/{id}/threads/{thread_id}",
  query: ["include_body", "include_headers", "include_flags", "body_type", "include_source", "limit", "offset"],
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `threads.delete`. */
export type ThreadsDeleteAnswer = operations["threads_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "threads_delete",
  name: "threads.delete",
  method: "DELETE",
  path: "/accounts/{id}/threads/{thread_id}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `threads.replaceFolders`. */
export type ThreadsReplaceFoldersParams = { body: NonNullable<operations["threads_replace_folders"]["requestBody"]>["content"]["application/json"] };

/** Response of `threads.replaceFolders`. */
export type ThreadsReplaceFoldersAnswer = operations["threads_replace_folders"]["responses"][200]["content"]["application/json"];

const REPLACE_FOLDERS = {
  id: "threads_replace_folders",
  name: "threads.replaceFolders",
  method: "PUT",
  path: "/accounts/{id}/threads/{thread_id}/folders",
  sends: "application/json",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `threads.updateFolders`. */
export type ThreadsUpdateFoldersParams = NonNullable<NonNullable<operations["threads_update_folders"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `threads.updateFolders`. */
export type ThreadsUpdateFoldersAnswer = operations["threads_update_folders"]["responses"][200]["content"]["application/json"];

const UPDATE_FOLDERS = {
  id: "threads_update_folders",
  name: "threads.updateFolders",
  method: "POST",
  path: "/accounts/{id}/threads/{thread_id}/folders",
  form: ["add", "remove"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Gmail's conversations. Lists of them hold their addresses, and each reads as an object with its messages.
 */
export class Threads {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the conversations of an account.
   *
   * Answers the addresses of Gmail's conversations, the one with the newest message first. Filters on messages
   * that are given together must all hold for one message of the conversation. An address filter takes
   * several addresses, separated by commas, and any of them will do.
   *
   * The conversations of other mail servers have no identifier. They are read with
   * `/messages/{message_id}/thread`.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list(id: string, params: ThreadsListParams = {}, options: CallOptions = {}): Answer<ThreadsListAnswer> {
    return this.#send(LIST, { id }, params, options);
  }

  /**
   * List the conversations of an account.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listAll(id: string, params: ThreadsListParams = {}, options: CallOptions = {}): Paginator<ThreadsListAnswer[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST.paging, given, (window) =>
      this.#send(LIST, { id }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }

  /**
   * Read a conversation with its messages.
   *
   * Answers the conversation and its messages, oldest first. `limit` and `offset` choose among the messages and
   * among `email_message_ids` alike.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param threadId A conversation, by `gm-` and its `gmail_thread_id`.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  get<P extends ThreadsGetParams = NonNullable<unknown>>(id: string, threadId: string, params: Exactly<P, ThreadsGetParams> = {} as Exactly<P, ThreadsGetParams>, options: CallOptions = {}): Answer<ThreadsGetAnswer<P>> {
    return this.#send(GET, { id, "thread_id": threadId }, params, options);
  }

  /**
   * Delete a conversation.
   *
   * Deletes every message of the conversation, as the deletion of a message does. Afterwards the conversation
   * answers 404.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param threadId A conversation, by `gm-` and its `gmail_thread_id`.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  delete(id: string, threadId: string, options: CallOptions = {}): Answer<ThreadsDeleteAnswer> {
    return this.#send(DELETE, { id, "thread_id": threadId }, {}, options);
  }

  /**
   * Replace the folders of a conversation.
   *
   * Puts all messages of the conversation into exactly the folders that are sent.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param threadId A conversation, by `gm-` and its `gmail_thread_id`.
   * @param params The body.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  replaceFolders(id: string, threadId: string, params: ThreadsReplaceFoldersParams, options: CallOptions = {}): Answer<ThreadsReplaceFoldersAnswer> {
    return this.#send(REPLACE_FOLDERS, { id, "thread_id": threadId }, params, options);
  }

  /**
   * Put a conversation into a folder or take it out of one.
   *
   * Adds all messages of the conversation to the folder in `add` and takes them out of the one in `remove`.
   * Their other folders stay.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param threadId A conversation, by `gm-` and its `gmail_thread_id`.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  updateFolders(id: string, threadId: string, params: ThreadsUpdateFoldersParams = {}, options: CallOptions = {}): Answer<ThreadsUpdateFoldersAnswer> {
    return this.#send(UPDATE_FOLDERS, { id, "thread_id": threadId }, params, options);
  }
}
