// Attempts of calls, for logs, tracing and metrics. Generated from the description; not to be edited.

import { reasonOf, type RequestFacts } from "./errors.js";
import type { Logger } from "./options.js";

/** A request and what became of it; it holds no query, form or header. */
export interface Attempt {
  /** The operationId of the description; empty for `request`. */
  readonly operation: string;
  readonly method: string;
  /** The path with the names of its parameters in braces. */
  readonly path: string;
  /** The URL without its query. */
  readonly url: string;
  /** Which attempt of the call it was, from 1 on. */
  readonly number: number;
  /** When it began, in milliseconds since 1970-01-01 UTC. */
  readonly started: number;
  /** Milliseconds that it took, until the last byte of the answer or, for a `ByteStream`, until the first. */
  readonly duration: number;
  /** The HTTP status; undefined without a response. */
  readonly status: number | undefined;
  /** What it failed with, also if it is retried; undefined for a success. */
  readonly error: unknown;
  /** Milliseconds before the next attempt; undefined if it was the last one. */
  readonly wait: number | undefined;
  /** The header `X-Request-Id` of the response, or else that of the request. */
  readonly requestId: string;
}

/** Reports the end of an attempt; `wait` is undefined if it was the last one. */
type Report = (end: { requestId?: string; status?: number; error?: unknown; wait?: number | undefined }) => void;

/** Tells a logger and a hook of attempts. */
export class Reporter {
  readonly #logger: Logger | undefined;
  readonly #hook: ((attempt: Attempt) => void) | undefined;

  constructor(logger: Logger | undefined, hook: ((attempt: Attempt) => void) | undefined) {
    this.#logger = logger;
    this.#hook = hook;
  }

  /** Log what happened to a request; a logger that throws changes nothing. */
  log({ method, url }: { readonly method: string; readonly url: string }, happened: string): void {
    try {
      this.#logger?.debug(`${method} ${url} ${happened}`);
    } catch {
      // there is nowhere else to say so
    }
  }

  /** Note that an attempt begins, and return what reports its end. */
  begin({ id, path }: { readonly id: string; readonly path: string }, facts: RequestFacts): Report {
    const { method, url, attempts: number } = facts;
    const started = Date.now();
    const began = performance.now();
    return ({ requestId = facts.requestId, status, error, wait }) => {
      const duration = performance.now() - began;
      this.log(facts, `${status === undefined ? "fails" : `is answered with ${status}`} in ${Math.round(duration)} ms`);
      this.#tell({ operation: id, method, path, url, number, started, duration, status, error, wait, requestId });
    };
  }

  #tell(attempt: Attempt): void {
    const failed = (error: unknown): void => this.log(attempt, `is reported to onAttempt, which fails: ${reasonOf(error)}`);
    try {
      Promise.resolve(this.#hook?.(attempt)).catch(failed);
    } catch (error) {
      failed(error);
    }
  }
}
