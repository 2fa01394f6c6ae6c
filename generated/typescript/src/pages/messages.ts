// The page messages. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { ByteStream } from "../bytes.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import { paginate, type Paginator, type Paged } from "../paging.js";
import type { operations } from "../types.js";
import type { Arguments, Case, Exactly, If, With, WithIn } from "../typing.js";

/** Parameters of `messages.list`. */
export type MessagesListParams = Arguments<NonNullable<operations["messages_list"]["parameters"]["query"]>>;

/** Response of `messages.list`, given the type of its parameters. */
export type MessagesListAnswer<P = unknown> = Paged<With<operations["messages_list"]["responses"][200]["content"]["application/json"], If<P, { "include_thread_size": 1 }, ["thread_size", unknown]> | If<P, { "include_body": 1 }, ["body", unknown]> | If<P, { "include_headers": 1 }, ["headers", object]> | If<P, { "include_headers": "raw" }, ["headers", string]> | If<P, { "include_flags": 1 }, ["flags", unknown]> | If<P, { "include_source": 1 }, ["source", unknown]>>>;

const LIST = {
  id: "messages_list",
  name: "messages.list",
  method: "GET",
  path: "/accounts/{id}/messages",
  query: ["subject", {"argument": "email", "several": ","}, {"argument": "to", "several": ","}, {"argument": "from", "several": ","}, {"argument": "cc", "several": ","}, {"argument": "bcc", "several": ","}, "folder", "source", "file_name", "file_size_min", "file_size_max", "date_before", "date_after", "indexed_before", "indexed_after", "include_thread_size", "include_body", "include_headers", "include_flags", "body_type", "include_source", "sort_order", "limit", "offset", "email_message_id", "type", "gm_search", "include_person_info"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 25, "key": "message_id"},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `messages.create`. */
export type MessagesCreateParams = Arguments<NonNullable<NonNullable<operations["messages_create"]["requestBody"]>["content"]["multipart/form-data"]>>;

/** Response of `messages.create`. */
export type MessagesCreateAnswer = operations["messages_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "messages_create",
  name: "messages.create",
  method: "POST",
  path: "/accounts/{id}/messages",
  form: ["dst_folder", "dst_source", "flag_seen", "flag_answered", "flag_flagged", "flag_deleted", "flag_draft"],
  files: {"message": {"type": "message/rfc822", "maximum": 26214400}},
  sends: "multipart/form-data",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `messages.get`. */
export type MessagesGetParams = NonNullable<operations["messages_get"]["parameters"]["query"]>;

/** Response of `messages.get`, given the type of its parameters. */
export type MessagesGetAnswer<P = unknown> = With<operations["messages_get"]["responses"][200]["content"]["application/json"], If<P, { "include_thread_size": 1 }, ["thread_size", unknown]> | If<P, { "include_body": 1 }, ["body", unknown]> | If<P, { "include_headers": 1 }, ["headers", object]> | If<P, { "include_headers": "raw" }, ["headers", string]> | If<P, { "include_flags": 1 }, ["flags", unknown]> | If<P, { "include_source": 1 }, ["source", unknown]>>;

const GET = {
  id: "messages_get",
  name: "messages.get",
  method: "GET",
  path: "/accounts/{id}/messages/{message_id}",
  query: ["include_thread_size", "include_body", "include_headers", "include_flags", "body_type", "include_source"],
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `messages.update`. */
export type MessagesUpdateParams = NonNullable<NonNullable<operations["messages_update"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `messages.update`. */
export type MessagesUpdateAnswer = operations["messages_update"]["responses"][200]["content"]["application/json"];

const UPDATE = {
  id: "messages_update",
  name: "messages.update",
  method: "POST",
  path: "/accounts/{id}/messages/{message_id}",
  form: ["dst_folder", "dst_source", "move", "flag_seen", "flag_answered", "flag_flagged", "flag_deleted", "flag_draft"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `messages.delete`. */
export type MessagesDeleteAnswer = operations["messages_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "messages_delete",
  name: "messages.delete",
  method: "DELETE",
  path: "/accounts/{id}/messages/{message_id}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `messages.getBody`. */
export type MessagesGetBodyParams = NonNullable<operations["messages_get_body"]["parameters"]["query"]>;

/** Response of `messages.getBody`. */
export type MessagesGetBodyAnswer = operations["messages_get_body"]["responses"][200]["content"]["application/json"];

const GET_BODY = {
  id: "messages_get_body",
  name: "messages.getBody",
  method: "GET",
  path: "/accounts/{id}/messages/{message_id}/body",
  query: ["type"],
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Response of `messages.getFlags`. */
export type MessagesGetFlagsAnswer = operations["messages_get_flags"]["responses"][200]["content"]["application/json"];

const GET_FLAGS = {
  id: "messages_get_flags",
  name: "messages.getFlags",
  method: "GET",
  path: "/accounts/{id}/messages/{message_id}/flags",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `messages.updateFlags`. */
export type MessagesUpdateFlagsParams = NonNullable<NonNullable<operations["messages_update_flags"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `messages.updateFlags`. */
export type MessagesUpdateFlagsAnswer = operations["messages_update_flags"]["responses"][200]["content"]["application/json"];

const UPDATE_FLAGS = {
  id: "messages_update_flags",
  name: "messages.updateFlags",
  method: "POST",
  path: "/accounts/{id}/messages/{message_id}/flags",
  form: ["seen", "answered", "flagged", "deleted", "draft"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `messages.listFolders`. */
export type MessagesListFoldersAnswer = operations["messages_list_folders"]["responses"][200]["content"]["application/json"];

const LIST_FOLDERS = {
  id: "messages_list_folders",
  name: "messages.listFolders",
  method: "GET",
  path: "/accounts/{id}/messages/{message_id}/folders",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `messages.replaceFolders`. */
export type MessagesReplaceFoldersParams = { body: NonNullable<operations["messages_replace_folders"]["requestBody"]>["content"]["application/json"] };

/** Response of `messages.replaceFolders`. */
export type MessagesReplaceFoldersAnswer = operations["messages_replace_folders"]["responses"][200]["content"]["application/json"];

const REPLACE_FOLDERS = {
  id: "messages_replace_folders",
  name: "messages.replaceFolders",
  method: "PUT",
  path: "/accounts/{id}/messages/{message_id}/folders",
  sends: "application/json",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `messages.updateFolders`. */
export type MessagesUpdateFoldersParams = Arguments<NonNullable<NonNullable<operations["messages_update_folders"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>>;

/** Response of `messages.updateFolders`. */
export type MessagesUpdateFoldersAnswer = operations["messages_update_folders"]["responses"][200]["content"]["application/json"];

const UPDATE_FOLDERS = {
  id: "messages_update_folders",
  name: "messages.updateFolders",
  method: "POST",
  path: "/accounts/{id}/messages/{message_id}/folders",
  form: [{"argument": "add", "several": "add[]"}, {"argument": "remove", "several": "remove[]"}],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `messages.getHeaders`. */
export type MessagesGetHeadersParams = NonNullable<operations["messages_get_headers"]["parameters"]["query"]>;

/** Response of `messages.getHeaders`, given the type of its parameters. */
export type MessagesGetHeadersAnswer<P = unknown> = Case<P, { "raw": 1 }, string, operations["messages_get_headers"]["responses"][200]["content"]["application/json"]>;

const GET_HEADERS = {
  id: "messages_get_headers",
  name: "messages.getHeaders",
  method: "GET",
  path: "/accounts/{id}/messages/{message_id}/headers",
  query: ["raw"],
  switches: [["raw", 1, "text/plain"]],
  isRead: true,
  answers: {"200": {"application/json": "object", "text/plain": "text"}},
} as const satisfies Operation;

/** Response of `messages.getSource`. */
export type MessagesGetSourceAnswer = ByteStream;

const GET_SOURCE = {
  id: "messages_get_source",
  name: "messages.getSource",
  method: "GET",
  path: "/accounts/{id}/messages/{message_id}/source",
  isRead: true,
  answers: {"200": {"message/rfc822": "bytes"}},
} as const satisfies Operation;

/** Parameters of `messages.getThread`. */
export type MessagesGetThreadParams = NonNullable<operations["messages_get_thread"]["parameters"]["query"]>;

/** Response of `messages.getThread`, given the type of its parameters. */
export type MessagesGetThreadAnswer<P = unknown> = WithIn<operations["messages_get_thread"]["responses"][200]["content"]["application/json"], "messages", If<P, { "include_body": 1 }, ["body", unknown]> | If<P, { "include_headers": 1 }, ["headers", object]> | If<P, { "include_headers": "raw" }, ["headers", string]> | If<P, { "include_flags": 1 }, ["flags", unknown]> | If<P, { "include_source": 1 }, ["source", unknown]>>;

const GET_THREAD = {
  id: "messages_get_thread",
  name: "messages.getThread",
  method: "GET",
  path: "/accounts/{id}/messages/{message_id}/thread",
  query: ["include_body", "include_headers", "include_flags", "body_type", "include_source", "sort_order", "limit", "offset"],
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * The mail of an account. A message that lies in several folders or sources is one message. What describes it
 * is stored; its text, flags, headers and source are fetched from the mail server when they are asked for.
 */
export class Messages {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the messages of an account.
   *
   * Answers the messages of all sources together, newest `date` first. Filters that are given together
   * must all hold. An address filter takes several addresses, separated by commas, and any of them will
   * do. A message that lies in several folders or sources is listed once.
   *
   * The `include_` switches add what the service does not store. It then asks the mail server, which makes
   * the call slower.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  list<P extends MessagesListParams = NonNullable<unknown>>(id: string, params: Exactly<P, MessagesListParams> = {} as Exactly<P, MessagesListParams>, options: CallOptions = {}): Answer<MessagesListAnswer<P>> {
    return this.#send(LIST, { id }, params, options);
  }

  /**
   * List the messages of an account.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listAll<P extends MessagesListParams = NonNullable<unknown>>(id: string, params: Exactly<P, MessagesListParams> = {} as Exactly<P, MessagesListParams>, options: CallOptions = {}): Paginator<MessagesListAnswer<P>[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST.paging, given, (window) =>
      this.#send(LIST, { id }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }

  /**
   * Store a message in a folder.
   *
   * Stores the raw text of a message in a folder of the mail server. It gets the flags that are sent as 1, and
   * nothing is sent to anyone. The answer does not name the new message, which can be read at once by its
   * Message-ID.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   * @throws FileError if message cannot be read, or is too large.
   */
  create(id: string, params: MessagesCreateParams, options: CallOptions = {}): Answer<MessagesCreateAnswer> {
    return this.#send(CREATE, { id }, params, options);
  }

  /**
   * Read a message.
   *
   * Answers the same fields as an element of the list, with the same switches. The mail server is asked for
   * what a switch adds.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  get<P extends MessagesGetParams = NonNullable<unknown>>(id: string, messageId: string, params: Exactly<P, MessagesGetParams> = {} as Exactly<P, MessagesGetParams>, options: CallOptions = {}): Answer<MessagesGetAnswer<P>> {
    return this.#send(GET, { id, "message_id": messageId }, params, options);
  }

  /**
   * Copy or move a message to a folder.
   *
   * Puts a copy of the message into `dst_folder`, with the flags that are sent. The original stays where it is;
   * with `move` the message leaves its other folders in that source. `dst_source` is needed only to take the
   * message to another source.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  update(id: string, messageId: string, params: MessagesUpdateParams, options: CallOptions = {}): Answer<MessagesUpdateAnswer> {
    return this.#send(UPDATE, { id, "message_id": messageId }, params, options);
  }

  /**
   * Delete a message.
   *
   * Removes the message from all of its folders. Afterwards it answers 404. In a mailbox of Gmail it goes to
   * the trash, where it may still be read.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  delete(id: string, messageId: string, options: CallOptions = {}): Answer<MessagesDeleteAnswer> {
    return this.#send(DELETE, { id, "message_id": messageId }, {}, options);
  }

  /**
   * Read the text of a message.
   *
   * Answers the text parts of the message, fetched from the mail server during the call. Attachments are not
   * among them and do not slow the call; they are read with the `files` page.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  getBody(id: string, messageId: string, params: MessagesGetBodyParams = {}, options: CallOptions = {}): Answer<MessagesGetBodyAnswer> {
    return this.#send(GET_BODY, { id, "message_id": messageId }, params, options);
  }

  /**
   * Read the flags of a message.
   *
   * Answers the flags as they are on the mail server at this moment; they are not stored. A flag counts as
   * set if one copy of the message has it.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  getFlags(id: string, messageId: string, options: CallOptions = {}): Answer<MessagesGetFlagsAnswer> {
    return this.#send(GET_FLAGS, { id, "message_id": messageId }, {}, options);
  }

  /**
   * Set or clear flags of a message.
   *
   * Sets a flag that is sent as 1, clears one that is sent as 0, and keeps the others. The mail server has the
   * change before the answer comes, in every folder of the message.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  updateFlags(id: string, messageId: string, params: MessagesUpdateFlagsParams = {}, options: CallOptions = {}): Answer<MessagesUpdateFlagsAnswer> {
    return this.#send(UPDATE_FLAGS, { id, "message_id": messageId }, params, options);
  }

  /**
   * List the folders of a message.
   *
   * Answers the folders that hold the message; on Gmail these are its labels.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  listFolders(id: string, messageId: string, options: CallOptions = {}): Answer<MessagesListFoldersAnswer> {
    return this.#send(LIST_FOLDERS, { id, "message_id": messageId }, {}, options);
  }

  /**
   * Replace the folders of a message.
   *
   * Puts the message into exactly the folders that are sent. The body is laid out like the answer of the list.
   * Each folder is named by `name` or by `symbolic_name`; where both are there, `name` decides. In JSON the
   * backslash of a symbolic name is doubled.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params The body.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  replaceFolders(id: string, messageId: string, params: MessagesReplaceFoldersParams, options: CallOptions = {}): Answer<MessagesReplaceFoldersAnswer> {
    return this.#send(REPLACE_FOLDERS, { id, "message_id": messageId }, params, options);
  }

  /**
   * Put a message into folders and take it out of others.
   *
   * Adds the message to the folders that `add` names and takes it out of those that `remove` names. Its other
   * folders stay. Several folders are sent by repeating the field with `[]` after its name.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  updateFolders(id: string, messageId: string, params: MessagesUpdateFoldersParams = {}, options: CallOptions = {}): Answer<MessagesUpdateFoldersAnswer> {
    return this.#send(UPDATE_FOLDERS, { id, "message_id": messageId }, params, options);
  }

  /**
   * Read the headers of a message.
   *
   * Answers all headers of the message, as an object with a list of decoded values for each name. With `raw` it
   * answers the header as one text, as it was received.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  getHeaders<P extends MessagesGetHeadersParams = NonNullable<unknown>>(id: string, messageId: string, params: Exactly<P, MessagesGetHeadersParams> = {} as Exactly<P, MessagesGetHeadersParams>, options: CallOptions = {}): Answer<MessagesGetHeadersAnswer<P>> {
    return this.#send(GET_HEADERS, { id, "message_id": messageId }, params, options);
  }

  /**
   * Read the raw text of a message.
   *
   * Answers the message as the mail server keeps it, byte for byte, with its headers and all attachments.
   * Large attachments make the answer slow.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  getSource(id: string, messageId: string, options: CallOptions = {}): Answer<MessagesGetSourceAnswer> {
    return this.#send(GET_SOURCE, { id, "message_id": messageId }, {}, options);
  }

  /**
   * Read the conversation of a message.
   *
   * Answers the conversation that the message belongs to, oldest message first. This works for the mail of any
   * server, whereas the `threads` page knows Gmail's conversations alone. Mail that is not in the account
   * is left out.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param messageId A message: its `message_id`, its Message-ID header with the angle brackets, or `gm-` and its Gmail identifier. A Message-ID is percent-encoded. Where several messages have it, the newest one is meant.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  getThread<P extends MessagesGetThreadParams = NonNullable<unknown>>(id: string, messageId: string, params: Exactly<P, MessagesGetThreadParams> = {} as Exactly<P, MessagesGetThreadParams>, options: CallOptions = {}): Answer<MessagesGetThreadAnswer<P>> {
    return this.#send(GET_THREAD, { id, "message_id": messageId }, params, options);
  }
}
