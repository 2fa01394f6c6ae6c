// The client without pages. Generated from the description; not to be edited.

import { refuseBrowsers } from "./browser.js";
import { ContextIOError } from "./errors.js";
import type { Fetch } from "./fetch.js";
import { undescribedOperation, type RequestOptions } from "./operation.js";
import type { Answer } from "./answer.js";
import { Transport, type Send } from "./transport.js";

/** Options of a client. */
export interface ClientOptions {
  /** The consumer key; in Node, CONTEXTIO_CONSUMER_KEY is the default. */
  consumerKey?: string | undefined;
  /** Signs requests and is never sent; in Node, CONTEXTIO_CONSUMER_SECRET is the default. */
  consumerSecret?: string | undefined;
  /**
   * Address of the deployment, up to the version segment. In Node, CONTEXTIO_BASE_URL comes before the default.
   *
   * @defaultValue `https://api.context.io/2.0`
   */
  baseUrl?: string | undefined;
  /**
   * Milliseconds that a call may take, with its retries and the whole response.
   *
   * @defaultValue 60000
   */
  timeout?: number | undefined;
  /**
   * How often a read is retried after a connection error, a 429 or a 5xx. The option `retryWrites` of a call
   * retries writes as well.
   *
   * @defaultValue 2
   */
  maxRetries?: number | undefined;
  /** Sends the requests, in place of the global fetch. */
  fetch?: Fetch | undefined;
  /** Receives a line per attempt, without credentials, queries and bodies; `console` is one. */
  logger?: { debug(message: string): void } | undefined;
}

/** A client without pages: `new Accounts(client)` has the methods of one page, so that others are not bundled. */
export class Client {
  /** Address of the deployment. */
  readonly baseUrl: string;
  /** Starts the calls of pages. */
  readonly send: Send;

  /**
   * Create a client; nothing is sent yet.
   *
   * @throws ContextIOError if a key is missing, if the base URL is not valid, or in a browser.
   */
  constructor(options: ClientOptions = {}) {
    refuseBrowsers();
    const baseUrl = parseBaseUrl(options.baseUrl || environment("CONTEXTIO_BASE_URL") || "https://api.context.io/2.0");
    this.send = new Transport({
      baseUrl,
      consumerKey: requireOption(options.consumerKey, "consumerKey", "CONTEXTIO_CONSUMER_KEY"),
      consumerSecret: requireOption(options.consumerSecret, "consumerSecret", "CONTEXTIO_CONSUMER_SECRET"),
      timeout: options.timeout ?? 60_000,
      maxRetries: options.maxRetries ?? 2,
      fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
      logger: options.logger,
    }).send;
    this.baseUrl = baseUrl.href;
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
    const { body } = options;
    return this.send(undescribedOperation(method, path, options), {}, body === undefined ? {} : { body }, options);
  }
}

function requireOption(value: string | undefined, name: string, variable: string): string {
  const text = value || environment(variable);
  if (!text) {
    throw new ContextIOError(`${name} is missing; give it to the client or set ${variable}`);
  }
  return text;
}

function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new ContextIOError("baseUrl must be an http or https address without credentials, query and fragment");
  }
  return url;
}

/** Return a variable of the environment, where there is one. */
export function environment(variable: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[variable];
}
