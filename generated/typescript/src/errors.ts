// Errors of the client. Generated from the description; not to be edited.

import { isTransient } from "./retries.js";
import type { components } from "./types.js";

type ErrorBody = components["schemas"]["Error"] | components["schemas"]["Failure"];

/** Characters of a body that an error keeps, and those of an address or of what a server says in its message. */
const LONGEST_TEXT = 10_000;
const LONGEST_SAYING = 500;

/** Base of all errors of this client, except for arguments that cannot be sent (TypeError). */
export class ContextIOError extends Error {
  static { this.prototype.name = "ContextIOError"; }

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
  }
}

/** A request to an address of the application cannot be trusted, or is not as described. */
export class CallbackError extends ContextIOError {
  static { this.prototype.name = "CallbackError"; }

  /** The HTTP status with which to answer it. */
  readonly status: number = 400;
}

/** A request, without its query and its secrets. */
export interface RequestFacts {
  readonly method: string;
  readonly url: string;
  /** The header `X-Request-Id` of the response, or else that of the request. */
  readonly requestId: string;
  /** How often it was sent; 0 if it was not. */
  readonly attempts: number;
}

/** Base of the errors of requests. */
export class RequestError extends ContextIOError implements RequestFacts {
  static { this.prototype.name = "RequestError"; }

  readonly method: string;
  readonly url: string;
  readonly requestId: string;
  readonly attempts: number;

  constructor(request: RequestFacts, happened: string, options?: { cause?: unknown }) {
    super(`${request.method} ${request.url.slice(0, LONGEST_SAYING)} ${happened}`, options);
    this.method = request.method;
    this.url = request.url;
    this.requestId = request.requestId;
    this.attempts = request.attempts;
  }

  /** Whether the same request may succeed later. A write may have happened, whose response was lost. */
  get retryable(): boolean {
    return false;
  }
}

/** No complete response arrived; `cause` is the error of the network. */
export class APIConnectionError extends RequestError {
  static { this.prototype.name = "APIConnectionError"; }

  override get retryable(): boolean {
    return true;
  }
}

/** No complete response arrived in time. */
export class APITimeoutError extends APIConnectionError {
  static { this.prototype.name = "APITimeoutError"; }
}

/** The response breaks off. */
export class IncompleteAnswerError extends APIConnectionError {
  static { this.prototype.name = "IncompleteAnswerError"; }
}

/** Base of the errors of files and other bytes that are to be sent; nothing is sent then. */
export class FileError extends RequestError {
  static { this.prototype.name = "FileError"; }
}

/** There are more bytes than described. */
export class FileTooLargeError extends FileError {
  static { this.prototype.name = "FileTooLargeError"; }
}

/** A file cannot be read, such as one that is not there; `cause` says why. */
export class UnreadableFileError extends FileError {
  static { this.prototype.name = "UnreadableFileError"; }
}

/** A file or stream breaks off; `cause` says why. */
export class IncompleteFileError extends FileError {
  static { this.prototype.name = "IncompleteFileError"; }
}

/** Base of the errors of responses. */
export class AnswerError extends RequestError {
  static { this.prototype.name = "AnswerError"; }

  readonly status: number;
  readonly headers: Headers;
  /** The beginning of the body as text, up to 10,000 characters. */
  readonly text: string;

  constructor(request: RequestFacts, response: Response, text: string, happened: string) {
    super(request, happened);
    this.status = response.status;
    this.headers = response.headers;
    this.text = text.slice(0, LONGEST_TEXT);
  }

  override get retryable(): boolean {
    return isTransient(this.status, this.headers);
  }
}

/** The body of a response is not as described. */
export class InvalidAnswerError extends AnswerError {
  static { this.prototype.name = "InvalidAnswerError"; }
}

/** The response has another media type than described. */
export class ContentTypeError extends InvalidAnswerError {
  static { this.prototype.name = "ContentTypeError"; }
}

/** A success is not JSON, such as the HTML page of a proxy. */
export class NotJSONError extends ContentTypeError {
  static { this.prototype.name = "NotJSONError"; }

  constructor(request: RequestFacts, response: Response, text: string) {
    const happened = `is answered with ${response.status} and no JSON (${typeOf(response)})`;
    super(request, response, text, `${happened}; a proxy may have answered, or baseUrl is wrong`);
  }
}

/** A response has more bytes than `maxAnswerBytes`; it was not read to its end. */
export class AnswerTooLargeError extends AnswerError {
  static { this.prototype.name = "AnswerTooLargeError"; }
}

/** The server redirects, which the client does not follow: credentials are for `baseUrl` alone. */
export class RedirectError extends AnswerError {
  static { this.prototype.name = "RedirectError"; }

  /** The target, without the query. */
  readonly location: string;

  constructor(request: RequestFacts, response: Response, text: string, location: string) {
    const happened = `is redirected to ${printable(location)}; set baseUrl to the address that answers itself`;
    super(request, response, text, happened);
    this.location = location;
  }
}

/** The server answers with an error status. */
export class APIError extends AnswerError {
  static { this.prototype.name = "APIError"; }

  /** The error object; undefined if the body is none. */
  readonly body: ErrorBody | undefined;

  constructor(request: RequestFacts, response: Response, text: string, body: ErrorBody | undefined) {
    const happened = `is answered with ${response.status}: ${reason(response, text, body)}`;
    super(request, response, text, happened + advice(response, body));
    this.body = body;
  }
}

/** The server answers with a status from 500 on. */
export class ServerError extends APIError {
  static { this.prototype.name = "ServerError"; }
}

/** The server answers with status 400, Bad Request. */
export class BadRequestError extends APIError {
  static { this.prototype.name = "BadRequestError"; }
}

/** The server answers with status 401, Unauthorized. */
export class UnauthorizedError extends APIError {
  static { this.prototype.name = "UnauthorizedError"; }
}

/** The server answers with status 403, Forbidden. */
export class ForbiddenError extends APIError {
  static { this.prototype.name = "ForbiddenError"; }
}

/** The server answers with status 404, Not Found. */
export class NotFoundError extends APIError {
  static { this.prototype.name = "NotFoundError"; }
}

/** The server answers with status 409, Conflict. */
export class ConflictError extends APIError {
  static { this.prototype.name = "ConflictError"; }
}

/** The server answers with status 429, Too Many Requests. */
export class TooManyRequestsError extends APIError {
  static { this.prototype.name = "TooManyRequestsError"; }
}

/** The server answers with status 503, Service Unavailable. */
export class ServiceUnavailableError extends ServerError {
  static { this.prototype.name = "ServiceUnavailableError"; }
}

/** The server refuses the time of a signature, even after the clock was corrected. */
export class ClockError extends UnauthorizedError {
  static { this.prototype.name = "ClockError"; }
}

/** Code of the error that refuses a timestamp. */
const STALE: number | undefined = 105;

/** The classes of statuses. */
const BY_STATUS: Readonly<Record<number, typeof APIError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  429: TooManyRequestsError,
  503: ServiceUnavailableError,
};

/** Return the error of a response with an error status. */
export function errorOf(request: RequestFacts, response: Response, text: string): APIError {
  const { status } = response;
  const body = errorBody(text);
  const error = isStale(response, body) ? ClockError : (BY_STATUS[status] ?? (status >= 500 ? ServerError : APIError));
  return new error(request, response, text, body);
}

/** Return the beginning of what a server says on one line, without marks that steer a terminal. */
export function printable(text: string): string {
  const line = text.slice(0, LONGEST_SAYING + 1).replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length > LONGEST_SAYING ? `${line.slice(0, LONGEST_SAYING - 1)}…` : line.trim();
}

/** Return the media type of a response in words. */
export function typeOf(response: Response): string {
  return printable(response.headers.get("Content-Type") ?? "") || "no type";
}

/** Return whether a response refuses the time of a signature. */
function isStale(response: Response, body: ErrorBody | undefined): boolean {
  const code = body && "code" in body ? body.code : undefined;
  return response.status === 401 && STALE !== undefined && String(code) === String(STALE);
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

function reason(response: Response, text: string, body: ErrorBody | undefined): string {
  const phrase = printable(response.statusText) || "no reason given";
  if (body === undefined) {
    return `${phrase}, no error object (${text.trim() === "" ? "an empty body" : typeOf(response)})`;
  }
  const code = "feedback_code" in body && body.feedback_code ? ` (${body.feedback_code})` : "";
  return printable(body.value + code).trim() || phrase;
}

/** Return what to do about a response; empty if that is unknown. */
function advice(response: Response, body: ErrorBody | undefined): string {
  if (isStale(response, body)) {
    return `; set the clock (the server's is ${printable(response.headers.get("Date") ?? "unknown")})`;
  }
  const isAdvised = response.status !== 401 || body?.value.includes("secret");
  return isAdvised ? "" : "; check consumerKey and consumerSecret";
}

/** Return the message of an error of the network or of a file, which fetch hides in the cause. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return printable(cause instanceof Error ? cause.message || cause.name : String(cause));
}
