// The page accounts. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import { paginate, type Paginator, type Paged } from "../paging.js";
import type { operations } from "../types.js";

/** Parameters of `accounts.list`. */
export type AccountsListParams = NonNullable<operations["accounts_list"]["parameters"]["query"]>;

/** Response of `accounts.list`. */
export type AccountsListAnswer = Paged<operations["accounts_list"]["responses"][200]["content"]["application/json"]>;

const LIST = {
  id: "accounts_list",
  name: "accounts.list",
  method: "GET",
  path: "/accounts",
  query: ["email", "status", "status_ok", "limit", "offset"],
  isRead: true,
  paging: {"limit": "limit", "offset": "offset", "maximum": 100, "default": 100, "key": "id"},
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `accounts.create`. */
export type AccountsCreateParams = NonNullable<NonNullable<operations["accounts_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `accounts.create`. */
export type AccountsCreateAnswer = operations["accounts_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "accounts_create",
  name: "accounts.create",
  method: "POST",
  path: "/accounts",
  form: ["email", "first_name", "last_name", "migrate_account_id", "server", "username", "use_ssl", "port", "type", "origin_ip", "expunge_on_deleted_flag", "sync_all_folders", "sync_folders", "sync_flags", "raw_file_list", "password", "provider_refresh_token", "provider_consumer_key", "callback_url", "status_callback_url", "provider_token", "provider_token_secret", "sync_period", "service_level"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `accounts.get`. */
export type AccountsGetAnswer = operations["accounts_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "accounts_get",
  name: "accounts.get",
  method: "GET",
  path: "/accounts/{id}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Parameters of `accounts.update`. */
export type AccountsUpdateParams = NonNullable<NonNullable<operations["accounts_update"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `accounts.update`. */
export type AccountsUpdateAnswer = operations["accounts_update"]["responses"][200]["content"]["application/json"];

const UPDATE = {
  id: "accounts_update",
  name: "accounts.update",
  method: "POST",
  path: "/accounts/{id}",
  form: ["first_name", "last_name"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `accounts.delete`. */
export type AccountsDeleteAnswer = operations["accounts_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "accounts_delete",
  name: "accounts.delete",
  method: "DELETE",
  path: "/accounts/{id}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * People whose mail an application works with. An account belongs to the consumer key that created
 * it and is invisible to every other key.
 */
export class Accounts {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the accounts of the consumer key.
   *
   * Answers the accounts that the consumer key created, oldest first, as a bare array. Filters that
   * are given together must all hold. The two filters on the state of sources also narrow `sources`
   * in the answer: an account is listed with just those of its sources that count, and an account
   * without any such source is left out. A server lists 100 accounts at most, however large `limit` is.
   *
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  list(params: AccountsListParams = {}, options: CallOptions = {}): Answer<AccountsListAnswer> {
    return this.#send(LIST, {}, params, options);
  }

  /**
   * List the accounts of the consumer key.
   *
   * Reads page after page on demand, and yields each element once, even if others are added meanwhile.
   *
   * @param params Filters; `limit` is the size of a page, and `offset` where to begin.
   * @param options Settings of each call.
   */
  listAll(params: AccountsListParams = {}, options: CallOptions = {}): Paginator<AccountsListAnswer[number]> {
    const given = { ...params, ...options.query };
    return paginate(LIST.paging, given, (window) =>
      this.#send(LIST, {}, params, { ...options, query: { ...options.query, ...window } }),
    );
  }

  /**
   * Create an account, with its first source if wanted.
   *
   * With `email` and the names alone, an account without sources comes into being. With the settings
   * of a mailbox as well, the service opens that mailbox and creates the account together with the
   * source, or, where the settings are incomplete or the mailbox cannot be opened, neither of them.
   * `type` by itself does not ask for a source.
   *
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError, ServiceUnavailableError.
   */
  create(params: AccountsCreateParams, options: CallOptions = {}): Answer<AccountsCreateAnswer> {
    return this.#send(CREATE, {}, params, options);
  }

  /**
   * Read an account.
   *
   * Answers the same fields as an element of the list, with all sources of the account.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, options: CallOptions = {}): Answer<AccountsGetAnswer> {
    return this.#send(GET, { id }, {}, options);
  }

  /**
   * Change the names on an account.
   *
   * Sets the names that are sent and keeps a name that is not. Nothing else on an account can be
   * changed. Some clients send the same form with PUT, which the service took as this operation.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  update(id: string, params: AccountsUpdateParams = {}, options: CallOptions = {}): Answer<AccountsUpdateAnswer> {
    return this.#send(UPDATE, { id }, params, options);
  }

  /**
   * Delete an account.
   *
   * Removes the account with its sources and its connect tokens. Afterwards each of them answers 404.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(id: string, options: CallOptions = {}): Answer<AccountsDeleteAnswer> {
    return this.#send(DELETE, { id }, {}, options);
  }
}
