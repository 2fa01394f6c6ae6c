// Signs and sends requests, and tries again where that does no harm. Generated from the description; not to be edited.

import { Answer, type Received } from "./answer.js";
import {
  APIConnectionError,
  APIError,
  APITimeoutError,
  AnswerError,
  IncompleteAnswerError,
  RedirectError,
  refusal,
} from "./errors.js";
import { Signer } from "./oauth1.js";
import { parsed, unsigned, type CallOptions, type Operation, type Unsigned } from "./operation.js";

/** Milliseconds of the first wait, which doubles with each try, and of the longest. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;
/** Milliseconds by which our clock may differ from the server's before it is put right. */
const SKEW = 5_000;

/** Milliseconds that a timer can count; of more it makes none. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What a client was told. */
export interface Settings {
  readonly baseUrl: URL;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: { debug(message: string): void } | undefined;
}

/** Begins a call. */
export type Send = <T>(
  operation: Operation,
  path: Readonly<Record<string, string>>,
  params: object,
  options: CallOptions,
) => Answer<T>;

/** An answer, read completely. */
interface Tried {
  readonly response: Response;
  readonly text: string;
}

/** Carries out the calls of one client. */
export class Transport {
  readonly #settings: Settings;
  readonly #signer: Signer;
  /** Milliseconds to add to our clock for the server's time. */
  #skew = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#signer = new Signer(settings.consumerKey, settings.consumerSecret);
  }

  readonly send: Send = (operation, path, params, options) => {
    const request = unsigned(operation, this.#settings.baseUrl, path, params, options);
    const timeout = options.timeout ?? this.#settings.timeout;
    if (!(timeout > 0)) {
      throw new TypeError(`timeout must be a positive number of milliseconds; it is ${timeout}`);
    }
    const maxRetries = options.maxRetries ?? this.#settings.maxRetries;
    if (!(maxRetries >= 0)) {
      throw new TypeError(`maxRetries must be 0 or more; it is ${maxRetries}`);
    }
    return Answer.of(this.#received(operation, request, options, timeout));
  };

  async #received<T>(
    operation: Operation,
    request: Unsigned,
    options: CallOptions,
    timeout: number,
  ): Promise<Received<T>> {
    const limit = new Limit(timeout, options.signal);
    try {
      const { response, text } = await this.#answered(operation, request, options, limit);
      return { data: parsed(operation, request, response, text) as T, response, text };
    } finally {
      limit.end();
    }
  }

  /** Send a request until it succeeds, or would not. */
  async #answered(operation: Operation, request: Unsigned, options: CallOptions, limit: Limit): Promise<Tried> {
    const retries = operation.isRead || options.retryWrites ? (options.maxRetries ?? this.#settings.maxRetries) : 0;
    let clockIsRight = false;
    for (let tries = 0; ; ) {
      const skew = this.#skew;
      const headers = await this.#headers(request, options, skew);
      try {
        return await this.#tried(request, headers, limit);
      } catch (error) {
        if (!clockIsRight && this.#hasCorrectedClock(error, skew)) {
          clockIsRight = true;
          continue;
        }
        const wait = waiting(error, tries++);
        if (wait === undefined || tries > retries || wait > limit.left) {
          throw error;
        }
        this.#log(request, `is tried again in ${Math.round(wait)} ms`);
        await limit.slept(wait);
      }
    }
  }

  /** Send a request once; everything but a success is thrown. */
  async #tried(request: Unsigned, headers: Headers, limit: Limit): Promise<Tried> {
    const began = performance.now();
    let response: Response | undefined;
    try {
      const { fetch } = this.#settings;
      const { method, body = null } = request;
      response = await fetch(request.address, { method, headers, body, redirect: "manual", signal: limit.signal });
      const text = await response.text();
      this.#log(request, `is answered with ${response.status} in ${Math.round(performance.now() - began)} ms`);
      refuse(request, response, text);
      return { response, text };
    } catch (error) {
      limit.throwIfAbortedByCaller();
      if (error instanceof AnswerError) {
        throw error;
      }
      if (limit.signal.aborted) {
        throw new APITimeoutError(request, `is not answered within ${limit.milliseconds} ms`, { cause: error });
      }
      const problem = response === undefined ? APIConnectionError : IncompleteAnswerError;
      throw new problem(request, `gets no complete answer: ${said(error)}`, { cause: error });
    }
  }

  async #headers(request: Unsigned, options: CallOptions, skew: number): Promise<Headers> {
    const headers = new Headers({ "User-Agent": "contextio-client-typescript/0.1.0" });
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      headers.set(name, value);
    }
    headers.set("Accept", "application/json");
    if (request.body !== undefined) {
      headers.set("Content-Type", "application/x-www-form-urlencoded");
    }
    const seconds = Math.floor((Date.now() + skew) / 1000);
    const { method, address, pairs } = request;
    headers.set("Authorization", await this.#signer.authorization(method, address, pairs, seconds));
    return headers;
  }

  /** Go by the server's clock from now on, where a signature may be refused for the time that it was made with. */
  #hasCorrectedClock(error: unknown, used: number): boolean {
    if (!(error instanceof APIError) || error.status !== 401) {
      return false;
    }
    const skew = Date.parse(error.headers.get("Date") ?? "") - Date.now();
    if (!(Math.abs(skew - used) > SKEW)) {
      return false;
    }
    this.#log(error, `shows that the clock is off by ${Math.round(-skew / 1000)} s`);
    this.#skew = skew;
    return true;
  }

  #log(request: { method: string; url: string }, happened: string): void {
    this.#settings.logger?.debug(`${request.method} ${request.url} ${happened}`);
  }
}

/** The time that a call may take, which the caller's signal may cut short; to be ended, or it keeps a timer. */
class Limit {
  readonly milliseconds: number;
  readonly #ends: number;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #callers: AbortSignal | undefined;
  readonly #abort = (): void => this.#controller.abort(this.#callers?.reason);

  constructor(milliseconds: number, callers: AbortSignal | undefined) {
    this.milliseconds = milliseconds;
    this.#ends = performance.now() + milliseconds;
    this.#callers = callers;
    this.#timer = setTimeout(this.#abort, Math.min(milliseconds, LONGEST_TIMER));
    callers?.addEventListener("abort", this.#abort);
    if (callers?.aborted) {
      this.#abort();
    }
  }

  /** Aborts when the time is up, or the caller no longer wants the answer. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds that are left. */
  get left(): number {
    return this.#ends - performance.now();
  }

  /** Throw the caller's reason, where the caller has aborted. */
  throwIfAbortedByCaller(): void {
    this.#callers?.throwIfAborted();
  }

  /** Wait for some milliseconds, or until the signal aborts. */
  async slept(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.signal.addEventListener("abort", done);
    });
    this.throwIfAbortedByCaller();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#callers?.removeEventListener("abort", this.#abort);
  }
}

/** Throw what an answer means, unless it is a success. */
function refuse(request: Unsigned, response: Response, text: string): void {
  const isRedirect = response.status >= 300 && response.status < 400;
  if (isRedirect || response.type === "opaqueredirect") {
    throw new RedirectError(request, response, text, location(request, response));
  }
  if (!response.ok) {
    throw refusal(request, response, text);
  }
}

/** Return where a redirect leads, without the query, which may hold what was signed. */
function location(request: Unsigned, response: Response): string {
  const target = response.headers.get("Location");
  if (target === null || !URL.canParse(target, request.url)) {
    return "an unnamed place";
  }
  const { origin, pathname } = new URL(target, request.url);
  return origin + pathname;
}

/** Return for how many milliseconds to wait before the next try; undefined where another try would not help. */
function waiting(error: unknown, tries: number): number | undefined {
  const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries) * (0.5 + Math.random() / 2);
  if (error instanceof APIConnectionError) {
    return backoff;
  }
  if (error instanceof AnswerError && (error.status === 429 || error.status >= 500)) {
    return retryAfter(error.headers) ?? backoff;
  }
  return undefined;
}

/** Return the header Retry-After in milliseconds, be it seconds or a date; undefined where there is none. */
function retryAfter(headers: Headers): number | undefined {
  const header = headers.get("Retry-After")?.trim() ?? "";
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Return what the network said; fetch hides it in the cause. */
function said(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
