// The page contacts. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import { paginate, type Paginator, type Paged } from "../paging.js";
import type { components, operations } from "../types.js";
import type { Case, Exactly } from "../typing.js";

/** Parameters of `contacts.list`. */
export type ContactsListParams = NonNullable<operations["contacts_list"]["parameters"]["query"]>;

/** Response of `contacts.list`. */
export type ContactsListAnswer = operations["contacts_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "contacts_list",
  name: "contacts.list",
  method: "GET",
  path: "/accounts/{id}/contacts",
  query: ["search", "active_before", "active_after", "sort_by", "sort_order", "limit", "offset"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 250, "default": 25, "key": "email", "field": "matches"},
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `contacts.get`. */
export type ContactsGetAnswer = operations["contacts_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "contacts_get",
  name: "contacts.get",
  method: "GET",
  path: "/accounts/{id}/contacts/{email}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `contacts.listFiles`. */
export type ContactsListFilesParams = NonNullable<operations["contacts_list_files"]["parameters"]["query"]>;

/** Response of `contacts.listFiles`, given the type of its parameters. */
export type ContactsListFilesAnswer<P = unknown> = Paged<Case<P, { "group_by_revisions": 1 }, components["schemas"]["FileGroup"][], Exclude<operations["contacts_list_files"]["responses"][200]["content"]["application/json"][number], components["schemas"]["FileGroup"]>[]>>;

const LIST_FILES = {
  id: "contacts_list_files",
  name: "contacts.listFiles",
  method: "GET",
  path: "/accounts/{id}/contacts/{email}/files",
  query: ["limit", "offset", "scope", "group_by_revisions", "include_person_info"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 25, "key": "file_id"},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `contacts.listMessages`. */
export type ContactsListMessagesParams = NonNullable<operations["contacts_list_messages"]["parameters"]["query"]>;

/** Response of `contacts.listMessages`. */
export type ContactsListMessagesAnswer = Paged<operations["contacts_list_messages"]["responses"][200]["content"]["application/json"]>;

const LIST_MESSAGES = {
  id: "contacts_list_messages",
  name: "contacts.listMessages",
  method: "GET",
  path: "/accounts/{id}/contacts/{email}/messages",
  query: ["limit", "offset", "scope", "folder", "include_person_info"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 25, "key": "message_id"},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `contacts.listThreads`. */
export type ContactsListThreadsParams = NonNullable<operations["contacts_list_threads"]["parameters"]["query"]>;

/** Response of `contacts.listThreads`. */
export type ContactsListThreadsAnswer = Paged<operations["contacts_list_threads"]["responses"][200]["content"]["application/json"]>;

const LIST_THREADS = {
  id: "contacts_list_threads",
  name: "contacts.listThreads",
  method: "GET",
  path: "/accounts/{id}/contacts/{email}/threads",
  query: ["limit", "offset", "scope", "folder"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 25, "key": ""},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/**
 * People whom the owner of an account exchanges mail with, counted over all of its sources. Nobody enters
 * them: the addresses of the mail make them.
 */
export class Contacts {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * Search the people whom the owner of an account exchanges mail with.
   *
   * Answers the contacts under `matches`, those with the most messages first, and the filters in force under
   * `query`. Equal counts are ordered by address. The owner's own addresses are left out. Filters that are
   * given together must all hold; they choose contacts and do not change the counts.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list(id: string, params: ContactsListParams = {}, options: CallOptions = {}): Answer<ContactsListAnswer> {
    return this.#send(LIST, { id }, params, options);
  }

  /**
   * Search the people whom the owner of an account exchanges mail with.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listAll(id: string, params: ContactsListParams = {}, options: CallOptions = {}): Paginator<NonNullable<ContactsListAnswer["matches"]>[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST.paging, given, (window) =>
      this.#send(LIST, { id }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }

  /**
   * Read a contact.
   *
   * Answers the contact with its addresses under `emails`, whereas an element of the list has one under `email`.
   * An address of the owner is no contact and answers 404.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email Address of a contact, percent-encoded, in any letter case.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, email: string, options: CallOptions = {}): Answer<ContactsGetAnswer> {
    return this.#send(GET, { id, email }, {}, options);
  }

  /**
   * List the files exchanged with a contact.
   *
   * Answers the files of mail from the contact, to the contact, and from others to both contact and owner. The
   * newest comes first.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email Address of a contact, percent-encoded, in any letter case.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  listFiles<P extends ContactsListFilesParams = NonNullable<unknown>>(id: string, email: string, params: Exactly<P, ContactsListFilesParams> = {} as Exactly<P, ContactsListFilesParams>, options: CallOptions = {}): Answer<ContactsListFilesAnswer<P>> {
    return this.#send(LIST_FILES, { id, email }, params, options);
  }

  /**
   * List the files exchanged with a contact.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email Address of a contact, percent-encoded, in any letter case.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listFilesAll<P extends Omit<ContactsListFilesParams, "group_by_revisions"> = NonNullable<unknown>>(id: string, email: string, params: Exactly<P, Omit<ContactsListFilesParams, "group_by_revisions">> = {} as Exactly<P, Omit<ContactsListFilesParams, "group_by_revisions">>, options: CallOptions = {}): Paginator<ContactsListFilesAnswer<P>[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST_FILES.paging, given, (window) =>
      this.#send(LIST_FILES, { id, email }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }

  /**
   * List the messages exchanged with a contact.
   *
   * Answers mail from the contact, to the contact, and from others to both contact and owner, newest first. The
   * list of the `messages` page selects more finely.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email Address of a contact, percent-encoded, in any letter case.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  listMessages(id: string, email: string, params: ContactsListMessagesParams = {}, options: CallOptions = {}): Answer<ContactsListMessagesAnswer> {
    return this.#send(LIST_MESSAGES, { id, email }, params, options);
  }

  /**
   * List the messages exchanged with a contact.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email Address of a contact, percent-encoded, in any letter case.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listMessagesAll(id: string, email: string, params: ContactsListMessagesParams = {}, options: CallOptions = {}): Paginator<ContactsListMessagesAnswer[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST_MESSAGES.paging, given, (window) =>
      this.#send(LIST_MESSAGES, { id, email }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }

  /**
   * List the conversations that a contact takes part in.
   *
   * Answers addresses of Gmail's conversations, the one with the newest message first. The last segment of each
   * is the identifier of the conversation.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email Address of a contact, percent-encoded, in any letter case.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  listThreads(id: string, email: string, params: ContactsListThreadsParams = {}, options: CallOptions = {}): Answer<ContactsListThreadsAnswer> {
    return this.#send(LIST_THREADS, { id, email }, params, options);
  }

  /**
   * List the conversations that a contact takes part in.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param email Address of a contact, percent-encoded, in any letter case.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listThreadsAll(id: string, email: string, params: ContactsListThreadsParams = {}, options: CallOptions = {}): Paginator<ContactsListThreadsAnswer[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST_THREADS.paging, given, (window) =>
      this.#send(LIST_THREADS, { id, email }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }
}
