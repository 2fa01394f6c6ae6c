// Options of clients and of calls. Generated from the description; not to be edited.

import type { Attempt } from "./attempts.js";
import type { Fetch } from "./fetch.js";

/** A value that can be sent; null and undefined are not sent, and a boolean is sent as 1 or 0. */
export type Value = string | number | boolean | bigint | null | undefined;

/** Receives lines of text. */
export interface Logger {
  debug(message: string): void;
}

/** Options that a client and a single call have. */
export interface SharedOptions {
  /**
   * Milliseconds that a call may take, with its retries and the whole response.
   *
   * @defaultValue 60000
   */
  timeout?: number | undefined;
  /**
   * Milliseconds that may pass without a byte of a response: before it begins, and between its parts.
   *
   * @defaultValue Infinity, so that `timeout` alone counts
   */
  readTimeout?: number | undefined;
  /**
   * How often a read is retried after a connection error, a 408, a 429 or a 5xx.
   *
   * @defaultValue 2
   */
  maxRetries?: number | undefined;
  /**
   * Retry writes as well, at the risk of writing twice.
   *
   * @defaultValue false
   */
  retryWrites?: boolean | undefined;
  /**
   * Bytes that a response may have after decompression; a `ByteStream` may have more.
   *
   * @defaultValue 104857600 (100 MiB)
   */
  maxAnswerBytes?: number | undefined;
}

/** Options of a client. */
export interface ClientOptions extends SharedOptions {
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
  /** Headers of every request; those of a call replace them. */
  defaultHeaders?: Readonly<Record<string, string>> | undefined;
  /** Query parameters of every request; those of a call replace them. */
  defaultQuery?: Readonly<Record<string, Value>> | undefined;
  /** Sends the requests, in place of the global fetch. */
  fetch?: Fetch | undefined;
  /** Receives a line per attempt, without credentials, queries and bodies; `console` is one. */
  logger?: Logger | undefined;
  /** Is called after each attempt, for tracing and metrics; what it throws is logged, and changes nothing. */
  onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** Settings of one call. */
export interface CallOptions extends SharedOptions {
  /** Aborts the call, which then throws the reason of the signal: an AbortError, unless `abort` was given another. */
  signal?: AbortSignal | undefined;
  /** Further query parameters; they replace arguments of the same name. */
  query?: Readonly<Record<string, Value>> | undefined;
  /** Further form fields; they replace arguments of the same name. */
  form?: Readonly<Record<string, Value>> | undefined;
  /** Additional headers; `Accept` may choose another described media type of the answer. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Settings of a call that is not described. */
export interface RequestOptions extends CallOptions {
  /**
   * What to send: bytes or a text, whose media type is the header `Content-Type`; FormData or URLSearchParams as a
   * form; or a value as JSON.
   */
  body?: unknown;
}
