// Transport: signs, sends and retries requests. Generated from the description; not to be edited.

import { Answer, type Received } from "./answer.js";
import { Reporter } from "./attempts.js";
import { ResponseBody, decode } from "./body.js";
import { ByteStream } from "./bytes.js";
import {
  APIConnectionError,
  APIError,
  AnswerError,
  RedirectError,
  RequestError,
  errorOf,
  type RequestFacts,
} from "./errors.js";
import { failureOf } from "./failures.js";
import { sendBy } from "./fetch.js";
import { Limit, Watch, untilAborted } from "./limit.js";
import { Signer } from "./oauth1.js";
import { REQUEST_ID, buildRequest, type Body, type Operation, type Unsigned } from "./operation.js";
import type { CallOptions } from "./options.js";
import { pageOf } from "./paging.js";
import { acceptOf, parse, readingOf, type Reading } from "./reading.js";
import { backoff, waitAskedFor } from "./retries.js";
import { limitsOf, type Limits, type Settings } from "./settings.js";

/** Milliseconds by which the clock may differ from the server's before it is corrected. */
const SKEW = 5_000;
/** Milliseconds that no wait exceeds: a day. */
const LONGEST_WAIT = 86_400_000;
/** Bytes that are read of a response that is no success. */
const EXPLANATION = 1024 * 1024;

/** Writes the stack of an error anew; not every engine has it. */
const { captureStackTrace } = Error as { captureStackTrace?: (error: Error) => void };

/** Starts a call. */
export type Send = <T>(
  operation: Operation,
  path: Readonly<Record<string, string | number>>,
  params: object,
  options: CallOptions,
) => Answer<T>;

/** A call under way. */
interface Call {
  readonly operation: Operation;
  readonly request: Unsigned;
  readonly limits: Limits;
  readonly limit: Limit;
  /** Makes the same call with other parameters of the query. */
  readonly read: (query: CallOptions["query"]) => Promise<unknown>;
}

/** A success: read completely unless it is bytes, and how it is read further. */
interface Reply {
  readonly facts: RequestFacts;
  readonly response: Response;
  readonly reading: Reading;
  readonly body: Uint8Array | ResponseBody;
}

/** Sends the requests of one client. */
export class Transport {
  readonly #settings: Settings;
  readonly #signer: Signer;
  readonly #reporter: Reporter;
  /** Milliseconds to add to the clock for the time of the server. */
  #skew = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#signer = new Signer(settings.consumerKey, settings.consumerSecret);
    this.#reporter = new Reporter(settings.logger, settings.onAttempt);
  }

  readonly send: Send = <T>(...call: Parameters<Send>) => new Answer<T>(this.#call(...call));

  /** Make a call. The stack of an error begins here, or its ten lines would not reach the caller. */
  async #call<T>(...[operation, path, params, options]: Parameters<Send>): Promise<Received<T>> {
    try {
      const limits = limitsOf(options, this.#settings);
      const request = buildRequest(operation, this.#settings, path, params, options);
      const read = (query: CallOptions["query"]): Promise<unknown> =>
        this.send(operation, path, params, { ...options, query: { ...options.query, ...query } });
      const limit = new Limit(limits.timeout, options.signal);
      return (await this.#exchange({ operation, request, limits, limit, read })) as Received<T>;
    } catch (error) {
      if (error instanceof Error && error !== options.signal?.reason) {
        captureStackTrace?.(error);
      }
      throw error;
    }
  }

  async #exchange(call: Call): Promise<Received<unknown>> {
    const { operation, request, limits, limit } = call;
    let isOpen = false;
    try {
      const { facts, response, reading, body } = await this.#sendWithRetries(call, await readUploads(call));
      isOpen = body instanceof ResponseBody;
      const bytes = body instanceof ResponseBody ? new Uint8Array() : body;
      const text = decode(bytes, response.headers.get("Content-Type") ?? "");
      const data =
        body instanceof ResponseBody
          ? new ByteStream(body, limits.maxAnswerBytes)
          : pageOf(operation.paging, request.query, parse(reading, facts, response, text), call.read);
      const { requestId, attempts } = facts;
      return { data, response, bytes, text, requestId, attempts, json: () => JSON.parse(text) as unknown };
    } finally {
      if (!isOpen) {
        limit.end();
      }
    }
  }

  /** Send a request, and again while a retry may help. */
  async #sendWithRetries(call: Call, body: Body): Promise<Reply> {
    const { operation, request, limits, limit } = call;
    const { method, url, requestId } = request;
    const most = operation.isRead || limits.retryWrites ? limits.maxRetries : 0;
    let isClockCorrected = false;
    for (let attempts = 1, retries = 0; ; attempts++) {
      const facts = { method, url, requestId, attempts };
      const report = this.#reporter.begin(operation, facts);
      const skew = this.#skew;
      try {
        const reply = await this.#sendOnce(call, facts, body, skew);
        report({ requestId: reply.facts.requestId, status: reply.response.status });
        return reply;
      } catch (error) {
        const ahead: number | undefined = isClockCorrected ? undefined : this.#correctClock(error, skew);
        isClockCorrected ||= ahead !== undefined;
        const wait: number | undefined = ahead !== undefined ? 0 : retries < most ? retryDelay(error, retries++, limit) : undefined;
        report({ ...endOf(error), error, wait });
        if (wait === undefined) {
          throw error;
        }
        this.#reporter.log(
          facts,
          ahead === undefined ? `is tried again in ${Math.round(wait)} ms` : `shows that the clock is off by ${ahead} s`,
        );
        await limit.sleep(wait);
      }
    }
  }

  /** Send a request once; throw unless it succeeds. */
  async #sendOnce(call: Call, facts: RequestFacts, content: Body, skew: number): Promise<Reply> {
    const { operation, request, limits, limit } = call;
    const headers = await this.#headers(operation, request, skew);
    const watch = new Watch(limit, limits.readTimeout);
    let response: Response;
    try {
      const { method, address } = request;
      const sent = { method, headers, body: content, signal: watch.signal };
      response = await watch.next(sendBy(this.#settings.fetch, address, sent));
    } catch (error) {
      const failure = failureOf(error, facts, watch, APIConnectionError);
      watch.end();
      throw failure;
    }
    const answered = { ...facts, requestId: response.headers.get(REQUEST_ID) ?? facts.requestId };
    const reading = readingOf(operation, request, response);
    const body = new ResponseBody(answered, response, watch, () => {
      watch.end();
      if (reading === "bytes") {
        limit.end();
      }
    });
    if (reading === "bytes") {
      return { facts: answered, response, reading, body };
    }
    if (reading !== undefined) {
      return { facts: answered, response, reading, body: await body.read(limits.maxAnswerBytes) };
    }
    const explanation = await body.readSome(Math.min(EXPLANATION, limits.maxAnswerBytes));
    const text = decode(explanation, response.headers.get("Content-Type") ?? "");
    if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
      throw new RedirectError(answered, response, text, targetOf(request, response));
    }
    throw errorOf(answered, response, text);
  }

  async #headers(operation: Operation, request: Unsigned, skew: number): Promise<Headers> {
    const headers = new Headers(request.headers);
    if (!headers.has("User-Agent")) {
      headers.set("User-Agent", userAgent());
    }
    headers.set("Accept", acceptOf(operation, request));
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

  /**
   * Adopt the server's clock if it may be the reason why a signature was refused.
   *
   * @returns The seconds by which ours is ahead of it; undefined if it is not the reason.
   */
  #correctClock(error: unknown, used: number): number | undefined {
    if (!(error instanceof APIError) || error.status !== 401) {
      return undefined;
    }
    const skew = Date.parse(error.headers.get("Date") ?? "") - Date.now();
    if (!(Math.abs(skew - used) > SKEW)) {
      return undefined;
    }
    this.#skew = skew;
    return Math.round(-skew / 1000);
  }
}

/** Return the body of a request, whose uploads are read within the limit. */
async function readUploads({ request, limit }: Call): Promise<Body> {
  try {
    return await untilAborted(limit.signal, request.body(limit.signal));
  } catch (error) {
    throw failureOf(error, request, limit, APIConnectionError);
  }
}

/** Return the target of a redirect, without the query, which may hold signed parameters. */
function targetOf(request: Unsigned, response: Response): string {
  const target = response.headers.get("Location");
  if (target === null || !URL.canParse(target, request.url)) {
    return "an unnamed place";
  }
  const { origin, pathname } = new URL(target, request.url);
  return origin + pathname;
}

/** Return what an error says of the response. */
function endOf(error: unknown): { requestId?: string; status?: number } {
  if (error instanceof AnswerError) {
    return { requestId: error.requestId, status: error.status };
  }
  return error instanceof RequestError ? { requestId: error.requestId } : {};
}

/** Return the milliseconds to wait before a retry; undefined if it would not help, or would come too late. */
function retryDelay(error: unknown, retries: number, limit: Limit): number | undefined {
  if (!(error instanceof RequestError) || !error.retryable) {
    return undefined;
  }
  const wait = (error instanceof AnswerError ? waitAskedFor(error.headers) : undefined) ?? backoff(retries);
  return wait > Math.min(limit.ends - performance.now(), LONGEST_WAIT) ? undefined : wait;
}

/** Return the name and version of the client and of the program that runs it, if that has some. */
function userAgent(): string {
  const { process } = globalThis as { process?: { versions?: Record<string, string | undefined> } };
  const node = process?.versions?.["node"];
  return "contextio-client/0.3.0" + (node ? ` node/${node}` : "");
}
