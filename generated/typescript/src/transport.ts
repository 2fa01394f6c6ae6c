// Transport: signs, sends and retries requests. Generated from the description; not to be edited.

import { Answer, type Received } from "./answer.js";
import {
  APIConnectionError,
  APIError,
  APITimeoutError,
  AnswerError,
  IncompleteAnswerError,
  RedirectError,
  errorOf,
} from "./errors.js";
import { Signer } from "./oauth1.js";
import { buildRequest, parseBody, type CallOptions, type Operation, type Unsigned } from "./operation.js";

/** Milliseconds of the first wait, which doubles with each attempt, and of the longest. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;
/** Milliseconds by which the clock may differ from the server's before it is corrected. */
const SKEW = 5_000;
/** The longest timer, in milliseconds; a longer one would end at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The options of a client, with their defaults. */
export interface Settings {
  readonly baseUrl: URL;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: { debug(message: string): void } | undefined;
}

/** Starts a call. */
export type Send = <T>(
  operation: Operation,
  path: Readonly<Record<string, string>>,
  params: object,
  options: CallOptions,
) => Answer<T>;

/** A response, read completely. */
type Reply = Omit<Received<unknown>, "data">;

/** Sends the requests of one client. */
export class Transport {
  readonly #settings: Settings;
  readonly #signer: Signer;
  /** Milliseconds to add to the clock for the time of the server. */
  #skew = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#signer = new Signer(settings.consumerKey, settings.consumerSecret);
  }

  readonly send: Send = (operation, path, params, options) => {
    const request = buildRequest(operation, this.#settings.baseUrl, path, params, options);
    const timeout = options.timeout ?? this.#settings.timeout;
    if (!(timeout > 0)) {
      throw new TypeError(`timeout must be a positive number of milliseconds; it is ${timeout}`);
    }
    const maxRetries = options.maxRetries ?? this.#settings.maxRetries;
    if (!(maxRetries >= 0)) {
      throw new TypeError(`maxRetries must be 0 or more; it is ${maxRetries}`);
    }
    return Answer.of(this.#call(operation, request, options, timeout));
  };

  async #call<T>(
    operation: Operation,
    request: Unsigned,
    options: CallOptions,
    timeout: number,
  ): Promise<Received<T>> {
    const limit = new Limit(timeout, options.signal);
    try {
      const { response, text } = await this.#sendWithRetries(operation, request, options, limit);
      return { data: parseBody(operation, request, response, text) as T, response, text };
    } finally {
      limit.end();
    }
  }

  /** Send a request, and again while a retry may help. */
  async #sendWithRetries(operation: Operation, request: Unsigned, options: CallOptions, limit: Limit): Promise<Reply> {
    const retries = operation.isRead || options.retryWrites ? (options.maxRetries ?? this.#settings.maxRetries) : 0;
    let isClockCorrected = false;
    for (let tries = 0; ; ) {
      const skew = this.#skew;
      const headers = await this.#headers(request, options, skew);
      try {
        return await this.#sendOnce(request, headers, limit);
      } catch (error) {
        if (!isClockCorrected && this.#correctClock(error, skew)) {
          isClockCorrected = true;
          continue;
        }
        const wait = retryDelay(error, tries++);
        if (wait === undefined || tries > retries || performance.now() + wait > limit.ends) {
          throw error;
        }
        this.#log(request, `is tried again in ${Math.round(wait)} ms`);
        await limit.sleep(wait);
      }
    }
  }

  /** Send a request once; throw unless it succeeds. */
  async #sendOnce(request: Unsigned, headers: Headers, limit: Limit): Promise<Reply> {
    const began = performance.now();
    let response: Response | undefined;
    try {
      const { fetch } = this.#settings;
      const { method, body = null } = request;
      response = await fetch(request.address, { method, headers, body, redirect: "manual", signal: limit.signal });
      const text = await response.text();
      this.#log(request, `is answered with ${response.status} in ${Math.round(performance.now() - began)} ms`);
      if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
        throw new RedirectError(request, response, text, location(request, response));
      }
      if (!response.ok) {
        throw errorOf(request, response, text);
      }
      return { response, text };
    } catch (error) {
      limit.caller?.throwIfAborted();
      if (error instanceof AnswerError) {
        throw error;
      }
      if (limit.signal.aborted) {
        throw new APITimeoutError(request, `is not answered within ${limit.milliseconds} ms`, { cause: error });
      }
      const problem = response === undefined ? APIConnectionError : IncompleteAnswerError;
      throw new problem(request, `gets no complete answer: ${reasonOf(error)}`, { cause: error });
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

  /** Adopt the server's clock if it may be the reason why a signature was refused. */
  #correctClock(error: unknown, used: number): boolean {
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

/** The time that a call may take, which the signal of the caller may cut short; `end` clears its timer. */
class Limit {
  readonly ends: number;
  readonly #controller = new AbortController();
  /** Aborts when the time is up, or when the caller aborts. */
  readonly signal = this.#controller.signal;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #abort = (): void => this.#controller.abort(this.caller?.reason);

  constructor(
    readonly milliseconds: number,
    readonly caller: AbortSignal | undefined,
  ) {
    this.ends = performance.now() + milliseconds;
    this.#timer = setTimeout(this.#abort, Math.min(milliseconds, LONGEST_TIMER));
    caller?.addEventListener("abort", this.#abort);
    if (caller?.aborted) {
      this.#abort();
    }
  }

  /** Wait for some milliseconds, or until the signal aborts. */
  async sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.signal.addEventListener("abort", done);
    });
    this.caller?.throwIfAborted();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.caller?.removeEventListener("abort", this.#abort);
  }
}

/** Return the target of a redirect, without the query, which may hold signed parameters. */
function location(request: Unsigned, response: Response): string {
  const target = response.headers.get("Location");
  if (target === null || !URL.canParse(target, request.url)) {
    return "an unnamed place";
  }
  const { origin, pathname } = new URL(target, request.url);
  return origin + pathname;
}

/** Return the milliseconds to wait before a retry; undefined if a retry would not help. */
function retryDelay(error: unknown, tries: number): number | undefined {
  const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries) * (0.5 + Math.random() / 2);
  if (error instanceof APIConnectionError) {
    return backoff;
  }
  if (error instanceof AnswerError && (error.status === 429 || error.status >= 500)) {
    return retryAfter(error.headers) ?? backoff;
  }
  return undefined;
}

/** Return the header Retry-After, which holds seconds or a date, in milliseconds; undefined without it. */
function retryAfter(headers: Headers): number | undefined {
  const header = headers.get("Retry-After")?.trim() ?? "";
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Return the message of a network error, which fetch hides in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
