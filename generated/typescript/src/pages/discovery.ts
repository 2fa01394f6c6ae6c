// The page discovery. Generated from the description; not to be edited.

import type { Answer } from "../answer.js";
import type { Send } from "../transport.js";
import type { Operation } from "../operation.js";
import type { CallOptions } from "../options.js";
import type { operations } from "../types.js";

/** Parameters of `discovery.get`. */
export type DiscoveryGetParams = NonNullable<operations["discovery_get"]["parameters"]["query"]>;

/** Response of `discovery.get`. */
export type DiscoveryGetAnswer = operations["discovery_get"]["responses"][200]["content"]["application/json"];

const GET = {
  id: "discovery_get",
  name: "discovery.get",
  method: "GET",
  path: "/discovery",
  query: ["email", "source_type"],
  isRead: true,
  answers: {"200": {"application/json": "object"}},
} as const satisfies Operation;

/**
 * Settings of the mailbox behind a mail address, so that a person need not know them.
 */
export class Discovery {
  readonly #send: Send;

  /** @param client A client, such as `new Client()`. */
  constructor(client: { readonly send: Send }) {
    this.#send = client.send;
  }

  /**
   * Find the settings of the mailbox behind a mail address.
   *
   * Looks for the IMAP server of a mail address, so that a form can be filled in for the person, and
   * tells whether tokens of the provider open the mailbox. Nothing is logged in to, and nothing is
   * stored. For an address without a known server the answer is 200, too, and `found` is false.
   *
   * @param params Query parameters.
   * @param options Settings of this call alone.
   * @throws APIError if the server refuses; each documented status has a class: BadRequestError, UnauthorizedError, TooManyRequestsError.
   */
  get(params: DiscoveryGetParams, options: CallOptions = {}): Answer<DiscoveryGetAnswer> {
    return this.#send(GET, {}, params, options);
  }
}
