// The page connect_tokens. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Response of `connectTokens.list`. */
export type ConnectTokensListAnswer = operations["connect_tokens_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "connect_tokens_list",
  name: "connectTokens.list",
  method: "GET",
  path: "/connect_tokens",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `connectTokens.create`. */
export type ConnectTokensCreateParams = NonNullable<NonNullable<operations["connect_tokens_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `connectTokens.create`. */
export type ConnectTokensCreateAnswer = operations["connect_tokens_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "connect_tokens_create",
  name: "connectTokens.create",
  method: "POST",
  path: "/connect_tokens",
  form: ["callback_url", "email", "first_name", "last_name", "source_callback_url", "source_sync_all_folders", "source_sync_flags", "source_raw_file_list", "status_callback_url", "source_expunge_on_deleted_flag", "source_sync_folders", "service_level"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `connectTokens.get`. */
export type ConnectTokensGetAnswer = operations["connect_tokens_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "connect_tokens_get",
  name: "connectTokens.get",
  method: "GET",
  path: "/connect_tokens/{token}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `connectTokens.delete`. */
export type ConnectTokensDeleteAnswer = operations["connect_tokens_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "connect_tokens_delete",
  name: "connectTokens.delete",
  method: "DELETE",
  path: "/connect_tokens/{token}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Connect tokens that make a new account with its first source.
 *
 * The connect flow has five steps. The application creates a token and gives a `callback_url`. It
 * sends the person's browser to the `browser_redirect_url` of the answer. There the person enters the
 * mailbox's settings, and the service opens the mailbox to test them. The browser is then sent on to
 * `callback_url` with the token in the query parameter `contextio_token`. Last, the application reads
 * the token and finds in `account` what was made. A token that nobody uses is purged 24 hours after
 * its creation; a used one never expires.
 */
export class ConnectTokens {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the connect tokens of the consumer key.
   *
   * Answers the tokens that were made with the consumer key, used and unused ones, oldest first, as a
   * bare array that is not divided into pages and knows no filters.
   *
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, TooManyRequestsError.
   */
  list(options: CallOptions = {}): Answer<ConnectTokensListAnswer> {
    return this.#send(LIST, {}, {}, options);
  }

  /**
   * Make a connect token.
   *
   * Makes a token with which a person can connect a mailbox, out of which come an account and a source.
   * The person's browser must be sent to the answer's `browser_redirect_url`. With a whole address
   * in `email`, the page that asks for address and names is left out. A token that stays unused is purged 24 hours after it
   * was made.
   *
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  create(params: ConnectTokensCreateParams, options: CallOptions = {}): Answer<ConnectTokensCreateAnswer> {
    return this.#send(CREATE, {}, params, options);
  }

  /**
   * Read a connect token.
   *
   * Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
   * `id`.
   *
   * @param token Identifier of a connect token that was made with the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(token: string, options: CallOptions = {}): Answer<ConnectTokensGetAnswer> {
    return this.#send(GET, { token }, {}, options);
  }

  /**
   * Discard a connect token.
   *
   * Removes the token. Afterwards it answers 404; what was made through it stays.
   *
   * @param token Identifier of a connect token that was made with the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(token: string, options: CallOptions = {}): Answer<ConnectTokensDeleteAnswer> {
    return this.#send(DELETE, { token }, {}, options);
  }
}
