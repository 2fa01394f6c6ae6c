// Transport: signs, sends and retries requests. Generated from the description; not to be edited.

import { Answer, type Received } from "./answer.js";
import { ByteStream, guard } from "./bytes.js";
import {
  APIConnectionError,
  APIError,
  APITimeoutError,
  AnswerError,
  IncompleteAnswerError,
  RedirectError,
  FileError,
  errorOf,
  reasonOf,
} from "./errors.js";
import { sendBy, type Fetch, type Sent } from "./fetch.js";
import { Signer } from "./oauth1.js";
import { buildRequest, type Body, type CallOptions, type Operation, type Unsigned } from "./operation.js";
import { accepted, parse, readingOf, type Reading } from "./reading.js";

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
  readonly fetch: Fetch;
  readonly logger: { debug(message: string): void } | undefined;
}

/** Starts a call. */
export type Send = <T>(
  operation: Operation,
  path: Readonly<Record<string, string | number>>,
  params: object,
  options: CallOptions,
) => Answer<T>;

/** A response, read completely unless it is bytes, and how it is read further. */
type Reply = Omit<Received<unknown>, "data"> & { readonly reading: Reading };

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
    let isOpen = false;
    try {
      const body = await this.#read(request, limit);
      const { response, text, reading } = await this.#sendWithRetries(operation, request, body, options, limit);
      if (reading !== "bytes") {
        return { data: parse(reading, request, response, text) as T, response, text };
      }
      isOpen = response.body !== null;
      const failure = (error: unknown): unknown => failureOf(error, request, limit, IncompleteAnswerError);
      const stream = response.body ? guard(response.body, () => limit.end(), failure) : new Blob().stream();
      return { data: new ByteStream(stream, response.headers) as T, response, text };
    } finally {
      if (!isOpen) {
        limit.end();
      }
    }
  }

  /** Return the body of a request, whose uploads are read within the limit. */
  async #read(request: Unsigned, limit: Limit): Promise<Body> {
    try {
      return await limit.within(request.body());
    } catch (error) {
      throw failureOf(error, request, limit, APIConnectionError);
    }
  }

  /** Send a request, and again while a retry may help. */
  async #sendWithRetries(
    operation: Operation,
    request: Unsigned,
    body: Body,
    options: CallOptions,
    limit: Limit,
  ): Promise<Reply> {
    const retries = operation.isRead || options.retryWrites ? (options.maxRetries ?? this.#settings.maxRetries) : 0;
    let isClockCorrected = false;
    for (let tries = 0; ; ) {
      const skew = this.#skew;
      const headers = await this.#headers(operation, request, skew);
      try {
        return await this.#sendOnce(operation, request, { headers, body }, limit);
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
  async #sendOnce(operation: Operation, request: Unsigned, init: Pick<Sent, "headers" | "body">, limit: Limit): Promise<Reply> {
    const began = performance.now();
    let response: Response | undefined;
    try {
      const { fetch } = this.#settings;
      const { method, address } = request;
      response = await sendBy(fetch, address, { method, ...init, signal: limit.signal });
      const reading = readingOf(operation, request, response);
      const text = reading === "bytes" ? "" : await response.text();
      this.#log(request, `is answered with ${response.status} in ${Math.round(performance.now() - began)} ms`);
      if (reading !== undefined) {
        return { response, text, reading };
      }
      if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
        throw new RedirectError(request, response, text, location(request, response));
      }
      throw errorOf(request, response, text);
    } catch (error) {
      throw failureOf(error, request, limit, response === undefined ? APIConnectionError : IncompleteAnswerError);
    }
  }

  async #headers(operation: Operation, request: Unsigned, skew: number): Promise<Headers> {
    const headers = new Headers({ "User-Agent": "contextio-client-typescript/0.3.0" });
    for (const [name, value] of request.headers) {
      headers.set(name, value);
    }
    headers.set("Accept", accepted(operation, request));
    if (request.contentType === null) {
      headers.delete("Content-Type");
    } else if (request.contentType !== undefined) {
      headers.set("Content-Type", request.contentType);
    }
    const seconds = Math.floor((Date.now() + skew) / 1000);
    const { method, address, signed } = request;
    headers.set("Authorization", await this.#signer.authorization(method, address, signed, seconds));
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

  /** Wait for a promise, or until the signal aborts; throw then. */
  async within<T>(promise: Promise<T>): Promise<T> {
    let abort = (): void => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(this.signal.reason);
      this.signal.addEventListener("abort", abort);
    });
    try {
      this.signal.throwIfAborted();
      return await Promise.race([promise, aborted]);
    } finally {
      this.signal.removeEventListener("abort", abort);
    }
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

/** Return the error of a call: that of the caller, one of ours as it is, or one that says what happened. */
function failureOf(error: unknown, request: Unsigned, limit: Limit, problem: typeof APIConnectionError): unknown {
  if (limit.caller?.aborted) {
    return limit.caller.reason;
  }
  if (error instanceof AnswerError || error instanceof FileError) {
    return error;
  }
  if (limit.signal.aborted) {
    return new APITimeoutError(request, `is not answered within ${limit.milliseconds} ms`, { cause: error });
  }
  return new problem(request, `gets no complete answer: ${reasonOf(error)}`, { cause: error });
}
