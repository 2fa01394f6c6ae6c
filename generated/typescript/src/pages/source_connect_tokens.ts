// The page source_connect_tokens. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Response of `sourceConnectTokens.list`. */
export type SourceConnectTokensListAnswer = operations["source_connect_tokens_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "source_connect_tokens_list",
  name: "sourceConnectTokens.list",
  method: "GET",
  path: "/accounts/{id}/sources/{label}/connect_tokens",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `sourceConnectTokens.create`. */
export type SourceConnectTokensCreateParams = NonNullable<NonNullable<operations["source_connect_tokens_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `sourceConnectTokens.create`. */
export type SourceConnectTokensCreateAnswer = operations["source_connect_tokens_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "source_connect_tokens_create",
  name: "sourceConnectTokens.create",
  method: "POST",
  path: "/accounts/{id}/sources/{label}/connect_tokens",
  form: ["callback_url"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `sourceConnectTokens.get`. */
export type SourceConnectTokensGetAnswer = operations["source_connect_tokens_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "source_connect_tokens_get",
  name: "sourceConnectTokens.get",
  method: "GET",
  path: "/accounts/{id}/sources/{label}/connect_tokens/{token}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `sourceConnectTokens.delete`. */
export type SourceConnectTokensDeleteAnswer = operations["source_connect_tokens_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "source_connect_tokens_delete",
  name: "sourceConnectTokens.delete",
  method: "DELETE",
  path: "/accounts/{id}/sources/{label}/connect_tokens/{token}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Connect tokens that connect a mailbox again, such as after its password has changed. They follow the
 * connect flow of the `connect_tokens` page; completing it changes the source and makes no other one.
 */
export class SourceConnectTokens {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the connect tokens of a source.
   *
   * Answers the tokens that were made for this source, used and unused ones, oldest first, as a bare
   * array that is not divided into pages and knows no filters.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  list(id: string, label: string, options: CallOptions = {}): Answer<SourceConnectTokensListAnswer> {
    return this.#send(LIST, { id, label }, {}, options);
  }

  /**
   * Make a connect token for a source.
   *
   * Makes a token with which the person behind the account can connect this mailbox again, as after a
   * change of its password. The person's browser must be sent to the answer's `browser_redirect_url`.
   * A token that stays unused is purged 24 hours after it was made.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  create(id: string, label: string, params: SourceConnectTokensCreateParams, options: CallOptions = {}): Answer<SourceConnectTokensCreateAnswer> {
    return this.#send(CREATE, { id, label }, params, options);
  }

  /**
   * Read a connect token of a source.
   *
   * Answers the token. It has been used once `used` is a time, `expires` is false and `account` has an
   * `id`. A token of another source answers 404.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param token Identifier of a connect token that was made with the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(id: string, label: string, token: string, options: CallOptions = {}): Answer<SourceConnectTokensGetAnswer> {
    return this.#send(GET, { id, label, token }, {}, options);
  }

  /**
   * Discard a connect token of a source.
   *
   * Removes the token. Afterwards it answers 404; the source stays as it is.
   *
   * @param id Identifier of an account that belongs to the consumer key.
   * @param label Label of a source of the account, percent-encoded. The single digit 0 stands for the account's first source.
   * @param token Identifier of a connect token that was made with the consumer key.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(id: string, label: string, token: string, options: CallOptions = {}): Answer<SourceConnectTokensDeleteAnswer> {
    return this.#send(DELETE, { id, label, token }, {}, options);
  }
}
