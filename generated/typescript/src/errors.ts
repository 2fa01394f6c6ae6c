// What the client throws. Generated from the description; not to be edited.

import type { components } from "./types.js";

type ErrorBody = components["schemas"]["Error"] | components["schemas"]["Failure"];

/** Base of everything that this client throws by itself, except for arguments that cannot be sent (TypeError). */
export class ContextIOError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A browser comes back with no connect token, with several, or with another one than it was sent off with. */
export class CallbackError extends ContextIOError {}

/** What a request was, without its query and anything secret. */
export interface RequestFacts {
  /** HTTP method. */
  readonly method: string;
  /** Address without the query. */
  readonly url: string;
}

/** Base of what goes wrong with a request that was sent. */
export class RequestError extends ContextIOError implements RequestFacts {
  readonly method: string;
  readonly url: string;

  constructor(request: RequestFacts, happened: string, options?: ErrorOptions) {
    super(`${request.method} ${request.url} ${happened}`, options);
    this.method = request.method;
    this.url = request.url;
  }
}

/** No complete answer arrived. What the network said is in `cause`. */
export class APIConnectionError extends RequestError {}

/** No complete answer arrived in time. */
export class APITimeoutError extends APIConnectionError {}

/** The answer breaks off. */
export class IncompleteAnswerError extends APIConnectionError {}

/** Base of what is wrong with an answer that arrived. */
export class AnswerError extends RequestError {
  /** HTTP status. */
  readonly status: number;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** Body as it came. */
  readonly text: string;

  constructor(request: RequestFacts, response: Response, text: string, happened: string) {
    super(request, happened);
    this.status = response.status;
    this.headers = response.headers;
    this.text = text;
  }
}

/** The body of an answer is not what the description says. */
export class InvalidAnswerError extends AnswerError {}

/** The answer is no JSON, whatever its status, such as a proxy's page in HTML: the API has not answered. */
export class NotJSONError extends InvalidAnswerError {
  constructor(request: RequestFacts, response: Response, text: string) {
    const type = response.headers.get("Content-Type") ?? "no type";
    const happened = `is answered with ${response.status} and no JSON (${type})`;
    super(request, response, text, `${happened}; a proxy may have answered, or baseUrl is wrong`);
  }
}

/** The server sends the client elsewhere. It does not go there, since credentials are for `baseUrl` alone. */
export class RedirectError extends AnswerError {
  /** Where to, without the query. */
  readonly location: string;

  constructor(request: RequestFacts, response: Response, text: string, location: string) {
    super(request, response, text, `is redirected to ${location}; set baseUrl to the address that answers itself`);
    this.location = location;
  }
}

/** The server answers with an error status. */
export class APIError extends AnswerError {
  /** The error object, or undefined where the body is no such object. */
  readonly body: ErrorBody | undefined;

  constructor(request: RequestFacts, response: Response, text: string, body: ErrorBody | undefined) {
    const happened = `is answered with ${response.status}: ${reason(response, body)}`;
    super(request, response, text, happened + advice(response, body));
    this.body = body;
  }
}

/** The server answers with status 400, Bad Request. */
export class BadRequestError extends APIError {}

/** The server answers with status 401, Unauthorized. */
export class UnauthorizedError extends APIError {}

/** The server answers with status 404, Not Found. */
export class NotFoundError extends APIError {}

/** The server answers with status 429, Too Many Requests. */
export class TooManyRequestsError extends APIError {}

/** The server answers with status 503, Service Unavailable. */
export class ServiceUnavailableError extends APIError {}

/** The server refuses the time of a signature, even after the clock was corrected by the server's. */
export class ClockError extends UnauthorizedError {}

/** Code of the error that refuses a timestamp. */
const STALE: number | undefined = 105;

/** Class by status, for the statuses that the description names. */
const BY_STATUS: Readonly<Record<number, typeof APIError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  404: NotFoundError,
  429: TooManyRequestsError,
  503: ServiceUnavailableError,
};

/** Return what an answer with an error status means. */
export function refusal(request: RequestFacts, response: Response, text: string): AnswerError {
  const body = errorBody(text);
  if (body === undefined && !mayBeJSON(text)) {
    return new NotJSONError(request, response, text);
  }
  const error = isStale(response, body) ? ClockError : (BY_STATUS[response.status] ?? APIError);
  return new error(request, response, text, body);
}

/** Say whether a text begins as an answer of the API does, so that it may be one that breaks off. */
export function mayBeJSON(text: string): boolean {
  return /^\s*([[{]|$)/.test(text);
}

/** Say whether an answer refuses the time of a signature. */
function isStale(response: Response, body: ErrorBody | undefined): boolean {
  return response.status === 401 && body !== undefined && "code" in body && body.code === STALE;
}

function errorBody(text: string): ErrorBody | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const isError = typeof body === "object" && body !== null && "value" in body && typeof body.value === "string";
    return isError ? (body as ErrorBody) : undefined;
  } catch {
    return undefined;
  }
}

function reason(response: Response, body: ErrorBody | undefined): string {
  if (body === undefined) {
    return `${response.statusText || "no reason given"} (without an error object)`;
  }
  const code = "feedback_code" in body ? body.feedback_code : undefined;
  return code ? `${body.value} (${code})` : body.value;
}

/** Return what to do about an answer, where that is known. */
function advice(response: Response, body: ErrorBody | undefined): string {
  if (isStale(response, body)) {
    return `; set the clock (the server's is ${response.headers.get("Date") ?? "unknown"})`;
  }
  return response.status === 401 ? "; check consumerKey and consumerSecret" : "";
}
