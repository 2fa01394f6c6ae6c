// The page account_connect_tokens. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Response of `accountConnectTokens.list`. */
export type AccountConnectTokensListAnswer = operations["account_connect_tokens_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "account_connect_tokens_list",
  name: "accountConnectTokens.list",
  method: "GET",
  path: "/accounts/{id}/connect_tokens",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `accountConnectTokens.create`. */
export type AccountConnectTokensCreateParams = NonNullable<NonNullable<operations["account_connect_tokens_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `accountConnectTokens.create`. */
export type AccountConnectTokensCreateAnswer = operations["account_connect_tokens_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "account_connect_tokens_create",
  name: "accountConnectTokens.create",
  method: "POST",
  path: "/accounts/{id}/connect_tokens",
  form: ["callback_url", "email", "first_name", "last_name", "source_callback_url", "source_sync_all_folders", "source_sync_flags", "source_raw_file_list", "status_callback_url", "source_expunge_on_deleted_flag", "source_sync_folders", "service_level"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `accountConnectTokens.get`. */
export type AccountConnectTokensGetAnswer = operations["account_connect_tokens_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "account_connect_tokens_get",
  name: "accountConnectTokens.get",
  method: "GET",
  path: "/accounts/{id}/connect_tokens/{token}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `accountConnectTokens.delete`. */
export type AccountConnectTokensDeleteAnswer = operations["account_connect_tokens_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "account_connect_tokens_delete",
  name: "accountConnectTokens.delete",
  method: "DELETE",
  path: "/accounts/{id}/connect_tokens/{token}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
 * of the `connect_tokens` page; completing it makes a source and no account.
 */
export class AccountConnectTokens {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the connect tokens of an account.
   *
   * Answers the tokens that were made for this account, used and unused ones, oldest first, as a bare
   * array that is not divided into pages and knows no filters.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list(id: string, options: CallOptions = {}): Answer<AccountConnectTokensListAnswer> {
    return this.#send(LIST, { id }, {}, options);
  }

  /**
   * Make a connect token for an account.
   *
   * Makes a token with which the person behind the account can connect one more mailbox. The person's
   * browser must be sent to the answer's `browser_redirect_url`; using the token adds a source to the
   * account and makes no other account. With a whole address in `email`, the page that asks for
   * address and names is left out. A token that stays unused is purged 24 hours after it was made.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  create(id: string, params: AccountConnectTokensCreateParams, options: CallOptions = {}): Answer<AccountConnectTokensCreateAnswer> {
    return this.#send(CREATE, { id }, params, options);
  }

  /**
   * Read a connect token of an account.
   *
   * Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
   * `id`. A token of another account answers 404.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param token Identifier of a connect token that was made with the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, token: string, options: CallOptions = {}): Answer<AccountConnectTokensGetAnswer> {
    return this.#send(GET, { id, token }, {}, options);
  }

  /**
   * Discard a connect token of an account.
   *
   * Removes the token. Afterwards it answers 404; what was made through it stays.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param token Identifier of a connect token that was made with the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(id: string, token: string, options: CallOptions = {}): Answer<AccountConnectTokensDeleteAnswer> {
    return this.#send(DELETE, { id, token }, {}, options);
  }
}
