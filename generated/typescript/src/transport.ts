// Signs and sends requests, and tries again where that does no harm. Generated from the description; not to be edited.

import { Answer, type Received } from "./answer.js";
import { APIConnectionError, APIError, APITimeoutError, RedirectError, apiError } from "./errors.js";
import { Signer } from "./oauth1.js";
import { parsed, unsigned, type CallOptions, type Operation, type Unsigned } from "./operation.js";

/** Milliseconds after the start of a call when no further try begins. */
const RETRYING_ENDS = 60_000;
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
    return Answer.of(this.#received(operation, request, options));
  };

  async #received<T>(operation: Operation, request: Unsigned, options: CallOptions): Promise<Received<T>> {
    const retries = operation.isRead || options.retryWrites ? (options.maxRetries ?? this.#settings.maxRetries) : 0;
    const began = performance.now();
    let clockIsRight = false;
    for (let tries = 0; ; ) {
      const skew = this.#skew;
      const headers = await this.#headers(request, options, skew);
      try {
        const { response, text } = await this.#tried(request, headers, options);
        return { data: parsed(operation, request, response, text) as T, response, text };
      } catch (error) {
        if (!clockIsRight && this.#hasCorrectedClock(error, skew)) {
          clockIsRight = true;
          continue;
        }
        const wait = waiting(error, tries++);
        if (wait === undefined || tries > retries || performance.now() - began + wait > RETRYING_ENDS) {
          throw error;
        }
        this.#log(request, `is tried again in ${Math.round(wait)} ms`);
        await slept(wait, options.signal);
      }
    }
  }

  /** Send a request once; everything but a success is thrown. */
  async #tried(
    request: Unsigned,
    headers: Headers,
    options: CallOptions,
  ): Promise<{ response: Response; text: string }> {
    const began = performance.now();
    const timeout = options.timeout ?? this.#settings.timeout;
    const limit = new Limit(timeout, options.signal);
    try {
      const { fetch } = this.#settings;
      const { method, body = null } = request;
      const response = await fetch(request.address, { method, headers, body, redirect: "manual", signal: limit.signal });
      const text = await response.text();
      this.#log(request, `is answered with ${response.status} in ${Math.round(performance.now() - began)} ms`);
      refuse(request, response, text);
      return { response, text };
    } catch (error) {
      if (options.signal?.aborted) {
        throw options.signal.reason;
      }
      if (error instanceof APIError || error instanceof RedirectError) {
        throw error;
      }
      if (limit.signal.aborted) {
        throw new APITimeoutError(request, `is not answered within ${timeout} ms`, { cause: error });
      }
      throw new APIConnectionError(request, `gets no complete answer: ${said(error)}`, { cause: error });
    } finally {
      limit.end();
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

/** A signal that aborts after some time, or with another signal; to be ended, or it keeps a timer. */
class Limit {
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #other: AbortSignal | undefined;
  readonly #abort = (): void => this.#controller.abort(this.#other?.reason);

  constructor(milliseconds: number, other: AbortSignal | undefined) {
    this.#other = other;
    this.#timer = setTimeout(this.#abort, Math.min(milliseconds, LONGEST_TIMER));
    other?.addEventListener("abort", this.#abort);
    if (other?.aborted) {
      this.#abort();
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#other?.removeEventListener("abort", this.#abort);
  }
}

/** Throw what an answer means, unless it is a success. */
function refuse(request: Unsigned, response: Response, text: string): void {
  const isRedirect = response.status >= 300 && response.status < 400;
  if (isRedirect || response.type === "opaqueredirect") {
    throw new RedirectError(request, response, text, location(request, response));
  }
  if (!response.ok) {
    throw apiError(request, response, text);
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
  if (error instanceof APIError && (error.status === 429 || error.status >= 500)) {
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

async function slept(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const limit = new Limit(milliseconds, signal);
  await new Promise((resolve) => {
    limit.signal.addEventListener("abort", resolve);
    if (limit.signal.aborted) {
      resolve(undefined);
    }
  });
  limit.end();
  signal?.throwIfAborted();
}

/** Return what the network said; fetch hides it in the cause. */
function said(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
