// The page files. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { ByteStream } from "../bytes.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import { paginate, type Paginator, type Paged } from "../paging.js";
import type { components, operations } from "../types.js";
import type { Arguments, Case, Exactly } from "../typing.js";

/** Parameters of `files.list`. */
export type FilesListParams = Arguments<NonNullable<operations["files_list"]["parameters"]["query"]>>;

/** Response of `files.list`, given the type of its parameters. */
export type FilesListAnswer<P = unknown> = Paged<Case<P, { "group_by_revisions": 1 }, components["schemas"]["FileGroup"][], Exclude<operations["files_list"]["responses"][200]["content"]["application/json"][number], components["schemas"]["FileGroup"]>[]>>;

const LIST = {
  id: "files_list",
  name: "files.list",
  method: "GET",
  path: "/accounts/{id}/files",
  query: ["file_name", "file_size_min", "file_size_max", {"argument": "email", "several": ","}, {"argument": "to", "several": ","}, {"argument": "from", "several": ","}, {"argument": "cc", "several": ","}, {"argument": "bcc", "several": ","}, "date_before", "date_after", "indexed_before", "indexed_after", "source", "sort_order", "limit", "offset", "group_by_revisions", "include_person_info"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 25, "key": "file_id"},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Response of `files.get`. */
export type FilesGetAnswer = operations["files_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "files_get",
  name: "files.get",
  method: "GET",
  path: "/accounts/{id}/files/{file_id}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `files.listChanges`. */
export type FilesListChangesParams = Arguments<NonNullable<operations["files_list_changes"]["parameters"]["query"]>, "file_id">;

/** Response of `files.listChanges`. */
export type FilesListChangesAnswer = operations["files_list_changes"]["responses"][200]["content"]["application/json"];

const LIST_CHANGES = {
  id: "files_list_changes",
  name: "files.listChanges",
  method: "GET",
  path: "/accounts/{id}/files/{file_id}/changes",
  query: [{"argument": "query_file_id", "name": "file_id"}, "generate"],
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `files.getContent`. */
export type FilesGetContentParams = NonNullable<operations["files_get_content"]["parameters"]["query"]>;

/** Response of `files.getContent`, given the type of its parameters. */
export type FilesGetContentAnswer<P = unknown> = Case<P, { "as_link": 1 }, string, ByteStream>;

const GET_CONTENT = {
  id: "files_get_content",
  name: "files.getContent",
  method: "GET",
  path: "/accounts/{id}/files/{file_id}/content",
  query: ["as_link"],
  switches: [["as_link", 1, "text/uri-list"]],
  isRead: true,
  answers: {"200": {"*/*": "bytes", "text/uri-list": "link"}},
} as const satisfies Operation;

/** Response of `files.listRelated`. */
export type FilesListRelatedAnswer = operations["files_list_related"]["responses"][200]["content"]["application/json"];

const LIST_RELATED = {
  id: "files_list_related",
  name: "files.listRelated",
  method: "GET",
  path: "/accounts/{id}/files/{file_id}/related",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `files.listRevisions`. */
export type FilesListRevisionsParams = NonNullable<operations["files_list_revisions"]["parameters"]["query"]>;

/** Response of `files.listRevisions`. */
export type FilesListRevisionsAnswer = operations["files_list_revisions"]["responses"][200]["content"]["application/json"];

const LIST_REVISIONS = {
  id: "files_list_revisions",
  name: "files.listRevisions",
  method: "GET",
  path: "/accounts/{id}/files/{file_id}/revisions",
  query: ["include_person_info"],
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/**
 * Files that are attached to the mail of an account. Their records are stored; their content is fetched from
 * the mail server when it is asked for.
 */
export class Files {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the attachments in an account.
   *
   * Answers the files that are attached to messages, newest `date` first. Filters that are given together must
   * all hold. An address filter takes several addresses, separated by commas, and any of them will do.
   *
   * The filters on `date` look at when the sender says the mail was sent. Those on the indexing look at when
   * the service saw it first.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list<P extends FilesListParams = NonNullable<unknown>>(id: string, params: Exactly<P, FilesListParams> = {} as Exactly<P, FilesListParams>, options: CallOptions = {}): Answer<FilesListAnswer<P>> {
    return this.#send(LIST, { id }, params, options);
  }

  /**
   * List the attachments in an account.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listAll<P extends Omit<FilesListParams, "group_by_revisions"> = NonNullable<unknown>>(id: string, params: Exactly<P, Omit<FilesListParams, "group_by_revisions">> = {} as Exactly<P, Omit<FilesListParams, "group_by_revisions">>, options: CallOptions = {}): Paginator<FilesListAnswer<P>[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST.paging, given, (window) =>
      this.#send(LIST, { id }, params, { ...options, query: { ...options.query, ...window } }),
    );
  }

  /**
   * Read the record of a file.
   *
   * Answers the same fields as an element of the list.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param fileId Identifier of a file in the account.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, fileId: string, options: CallOptions = {}): Answer<FilesGetAnswer> {
    return this.#send(GET, { id, "file_id": fileId }, {}, options);
  }

  /**
   * List files that a file can be compared with, or compare it with one.
   *
   * Answers the files that the file can be compared with. With `file_id` in the query and `generate`, it was a
   * comparison, which nothing describes. Dropped before the end.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param fileId Identifier of a file in the account.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   * @deprecated
   */
  listChanges(id: string, fileId: string, params: FilesListChangesParams = {}, options: CallOptions = {}): Answer<FilesListChangesAnswer> {
    return this.#send(LIST_CHANGES, { id, "file_id": fileId }, params, options);
  }

  /**
   * Download a file, or ask for a link to it.
   *
   * Answers the bytes of the file, fetched from the mail server during the call. With `as_link`, or with the
   * header `Accept: text/uri-list`, it answers a link instead. The link is valid for a short while and should
   * not be kept.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param fileId Identifier of a file in the account.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  getContent<P extends FilesGetContentParams = NonNullable<unknown>>(id: string, fileId: string, params: Exactly<P, FilesGetContentParams> = {} as Exactly<P, FilesGetContentParams>, options: CallOptions = {}): Answer<FilesGetContentAnswer<P>> {
    return this.#send(GET_CONTENT, { id, "file_id": fileId }, params, options);
  }

  /**
   * List files that resemble a file.
   *
   * Answers files whose names resemble that of the file, the most similar first, each with its `similarity`.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param fileId Identifier of a file in the account.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  listRelated(id: string, fileId: string, options: CallOptions = {}): Answer<FilesListRelatedAnswer> {
    return this.#send(LIST_RELATED, { id, "file_id": fileId }, {}, options);
  }

  /**
   * List other versions of a file.
   *
   * Answers files whose names differ from this one only in dates, initials, version numbers or words like draft
   * and final. Dropped before the end.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param fileId Identifier of a file in the account.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   * @deprecated
   */
  listRevisions(id: string, fileId: string, params: FilesListRevisionsParams = {}, options: CallOptions = {}): Answer<FilesListRevisionsAnswer> {
    return this.#send(LIST_REVISIONS, { id, "file_id": fileId }, params, options);
  }
}
