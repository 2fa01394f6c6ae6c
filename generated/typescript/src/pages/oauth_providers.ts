// The page oauth_providers. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Response of `oauthProviders.list`. */
export type OauthProvidersListAnswer = operations["oauth_providers_list"]["responses"][200]["content"]["application/json"];

const LIST = {
  id: "oauth_providers_list",
  name: "oauthProviders.list",
  method: "GET",
  path: "/oauth_providers",
  isRead: true,
  answers: {"200": {"application/json": "array"}},
} as const satisfies Operation;

/** Parameters of `oauthProviders.create`. */
export type OauthProvidersCreateParams = NonNullable<NonNullable<operations["oauth_providers_create"]["requestBody"]>["content"]["application/x-www-form-urlencoded"]>;

/** Response of `oauthProviders.create`. */
export type OauthProvidersCreateAnswer = operations["oauth_providers_create"]["responses"][201]["content"]["application/json"];

const CREATE = {
  id: "oauth_providers_create",
  name: "oauthProviders.create",
  method: "POST",
  path: "/oauth_providers",
  form: ["type", "provider_consumer_key", "provider_consumer_secret"],
  sends: "application/x-www-form-urlencoded",
  isRead: false,
  answers: {"201": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `oauthProviders.get`. */
export type OauthProvidersGetAnswer = operations["oauth_providers_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "oauth_providers_get",
  name: "oauthProviders.get",
  method: "GET",
  path: "/oauth_providers/{key}",
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/** Response of `oauthProviders.delete`. */
export type OauthProvidersDeleteAnswer = operations["oauth_providers_delete"]["responses"][200]["content"]["application/json"];

const DELETE = {
  id: "oauth_providers_delete",
  name: "oauthProviders.delete",
  method: "DELETE",
  path: "/oauth_providers/{key}",
  isRead: false,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * OAuth clients that the application itself has at mail providers. Registered here, they let sources be
 * attached with tokens of such a client in place of a mail password.
 */
export class OauthProviders {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * List the OAuth providers of the consumer key.
   *
   * Answers the OAuth clients that were registered with the consumer key, as a bare array that is not
   * divided into pages. Their secrets are masked.
   *
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, TooManyRequestsError.
   */
  list(options: CallOptions = {}): Answer<OauthProvidersListAnswer> {
    return this.#send(LIST, {}, {}, options);
  }

  /**
   * Register an OAuth client.
   *
   * Registers an OAuth client that the application has at a mail provider. Sources can then be attached
   * with tokens that were issued to this client. They name it in their own `provider_consumer_key`. For a key
   * that is registered already, this replaces secret and type.
   *
   * @param params Form fields.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  create(params: OauthProvidersCreateParams, options: CallOptions = {}): Answer<OauthProvidersCreateAnswer> {
    return this.#send(CREATE, {}, params, options);
  }

  /**
   * Read an OAuth provider.
   *
   * Answers the same fields as an element of the list, with the secret masked.
   *
   * @param key The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  get(key: string, options: CallOptions = {}): Answer<OauthProvidersGetAnswer> {
    return this.#send(GET, { key }, {}, options);
  }

  /**
   * Remove an OAuth provider.
   *
   * Removes the registration. Afterwards it answers 404. Sources that were attached with tokens of this
   * client stay.
   *
   * @param key The `provider_consumer_key` of an OAuth client that was registered with the consumer key, percent-encoded.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: UnauthorizedError, NotFoundError, TooManyRequestsError.
   */
  delete(key: string, options: CallOptions = {}): Answer<OauthProvidersDeleteAnswer> {
    return this.#send(DELETE, { key }, {}, options);
  }
}
