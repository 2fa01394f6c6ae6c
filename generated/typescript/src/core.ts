// The client without pages. Generated from the description; not to be edited.

import { Answer, type Received } from "./answer.js";
import { refuseBrowsers } from "./browser.js";
import type { ClientOptions, RequestOptions } from "./options.js";
import { mergeOptions, settingsOf, type Settings } from "./settings.js";
import { Transport, type Send } from "./transport.js";
import { undescribedOperation } from "./undescribed.js";

/** A client without pages: `new Accounts(client)` has the methods of one page, so that others are not bundled. */
export class Client {
  /** Address of the deployment. */
  readonly baseUrl: string;
  /** Starts the calls of pages. */
  readonly send: Send;
  readonly #settings: Settings;

  /**
   * Create a client; nothing is sent yet.
   *
   * @throws ContextIOError if a key is missing, if the base URL is not valid, or in a browser.
   * @throws TypeError if a limit is out of its range.
   */
  constructor(options: ClientOptions = {}) {
    refuseBrowsers();
    this.#settings = settingsOf(options);
    this.send = new Transport(this.#settings).send;
    this.baseUrl = this.#settings.baseUrl.href;
  }

  /**
   * Return another client of the same class with other options.
   *
   * @param options What differs; `defaultHeaders` and `defaultQuery` are added to those of this client.
   * @throws ContextIOError if the base URL is not valid.
   * @throws TypeError if a limit is out of its range.
   */
  withOptions(options: ClientOptions): this {
    const create = this.constructor as new (options: ClientOptions) => this;
    return new create(mergeOptions(this.#settings, options));
  }

  /**
   * Call an operation that is not described, signed and retried like all others.
   *
   * The answer is the value of JSON, the text of a text, undefined without a body, or else the bytes as `ByteStream`.
   *
   * @param method HTTP method; GET and HEAD count as reads.
   * @param path Path below the base URL, from its slash on.
   * @param options Settings of this call, among them its query, and its form or body.
   * @throws APIError if the server refuses.
   */
  request<T = unknown>(method: string, path: string, options: RequestOptions = {}): Answer<T> {
    return new Answer(this.#request<T>(method, path, options));
  }

  async #request<T>(method: string, path: string, options: RequestOptions): Promise<Received<T>> {
    const { body } = options;
    const params = body === undefined ? {} : { body };
    return await this.send<T>(undescribedOperation(method, path, options), {}, params, options).withResponse();
  }
}
