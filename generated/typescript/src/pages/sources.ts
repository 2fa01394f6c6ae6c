// The page sources. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Parameters of `sources.list`. */
export type SourcesListParams = NonNullable<operations["sources_list"]["parameters"]["query"]>;

/** Response of `sources.list`. */
export type SourcesListAnswer = operations["sources_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "sources_list",
  name: "sources.list",
  method: "GET",
  path: "/accounts/{id}/sources",
  query: ["status", "status_ok"],
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `sources.create`. */
export type SourcesCreateParams = NonNullable<NonNullable<operations["sources_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `sources.create`. */
export type SourcesCreateAnswer = operations["sources_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "sources_create",
  name: "sources.create",
  method: "POST",
  path: "/accounts/{id}/sources",
  form: ["email", "server", "username", "use_ssl", "port", "type", "origin_ip", "expunge_on_deleted_flag", "sync_all_folders", "sync_folders", "sync_flags", "raw_file_list", "password", "provider_refresh_token", "provider_consumer_key", "callback_url", "status_callback_url", "provider_token", "provider_token_secret", "sync_period", "service_level"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `sources.get`. */
export type SourcesGetAnswer = operations["sources_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "sources_get",
  name: "sources.get",
  method: "GET",
  path: "/accounts/{id}/sources/{label}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `sources.update`. */
export type SourcesUpdateParams = NonNullable<NonNullable<operations["sources_update"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `sources.update`. */
export type SourcesUpdateAnswer = operations["sources_update"]["responses"][200]["content"]["application/json"];

const UPDATE = {
  id: "sources_update",
  name: "sources.update",
  method: "POST",
  path: "/accounts/{id}/sources/{label}",
  form: ["status", "force_status_check", "sync_all_folders", "expunge_on_deleted_flag", "password", "provider_refresh_token", "provider_consumer_key", "status_callback_url", "provider_token", "provider_token_secret", "sync_period", "service_level"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `sources.delete`. */
export type SourcesDeleteAnswer = operations["sources_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "sources_delete",
  name: "sources.delete",
  method: "DELETE",
  path: "/accounts/{id}/sources/{label}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * The mailboxes of an account. All other data of the account is drawn from all of its sources
 * together, so two mailboxes that are to be searched apart need two accounts.
 */
export class Sources {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the sources of an account.
   *
   * Answers the sources of the account, oldest first, as a bare array that is not divided into pages.
   * Filters that are given together must both hold.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list(id: string, params: SourcesListParams = {}, options: CallOptions = {}): Answer<SourcesListAnswer> {
    return this.#send(LIST, { id }, params, options);
  }

  /**
   * Attach a mailbox to an account.
   *
   * Opens the mailbox with the settings sent and, where that works, makes a source of it. Either
   * `password` is needed, or a token of the mailbox's provider together with `provider_consumer_key`;
   * where both are sent, the password is not used. The service chooses the source's label and adds
   * `email` to the account's addresses. The first synchronisation runs after the answer.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError, ServiceUnavailableError.
   */
  create(id: string, params: SourcesCreateParams, options: CallOptions = {}): Answer<SourcesCreateAnswer> {
    return this.#send(CREATE, { id }, params, options);
  }

  /**
   * Read a source.
   *
   * Answers the settings of the source and the state of its connection, without any password.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, label: string, options: CallOptions = {}): Answer<SourcesGetAnswer> {
    return this.#send(GET, { id, label }, {}, options);
  }

  /**
   * Change a source, put it back to work, or test it now.
   *
   * Sets the options that are sent and keeps the others. `status` with 1 puts a disabled source back
   * to work. `force_status_check` with 1 must be the only field: the service then opens the mailbox
   * at once, records the state that it finds, and answers that state in place of `success`. The
   * server, port, user name, encryption and kind of a source cannot be changed. Some clients send the
   * same form with PUT, which the service took as this operation.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  update(id: string, label: string, params: SourcesUpdateParams = {}, options: CallOptions = {}): Answer<SourcesUpdateAnswer> {
    return this.#send(UPDATE, { id, label }, params, options);
  }

  /**
   * Detach a source from its account.
   *
   * Removes the source from the account. Afterwards it answers 404; the mailbox itself is not touched.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(id: string, label: string, options: CallOptions = {}): Answer<SourcesDeleteAnswer> {
    return this.#send(DELETE, { id, label }, {}, options);
  }
}
