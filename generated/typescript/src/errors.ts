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

/** The server reports success with a body that is not what the description says, such as a page of a proxy. */
export class InvalidAnswerError extends AnswerError {}

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

  constructor(request: RequestFacts, response: Response, text: string) {
    const body = errorBody(text);
    super(request, response, text, `is answered with ${response.status}: ${reason(response, body)}`);
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

/** Class by status, for the statuses that the description names. */
const BY_STATUS: Readonly<Record<number, typeof APIError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  404: NotFoundError,
  429: TooManyRequestsError,
  503: ServiceUnavailableError,
};

/** Return the error for an answer with an error status. */
export function apiError(request: RequestFacts, response: Response, text: string): APIError {
  return new (BY_STATUS[response.status] ?? APIError)(request, response, text);
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
    const type = response.headers.get("Content-Type") ?? "nothing";
    return `${response.statusText || "no reason given"} (${type} in place of an error object; did a proxy answer?)`;
  }
  const code = "feedback_code" in body ? body.feedback_code : undefined;
  return code ? `${body.value} (${code})` : body.value;
}
