// Requests and response bodies of an operation. Generated from the description; not to be edited.

import { IncompleteAnswerError, InvalidAnswerError, NotJSONError, mayBeJSON, type RequestFacts } from "./errors.js";
import { encode, percent, type Pairs } from "./oauth1.js";

/** An operation of the API. */
export interface Operation {
  /** The name of its method. */
  readonly name: string;
  readonly method: string;
  /** Template of the path below the base URL. */
  readonly path: string;
  /** Names of the query parameters. */
  readonly query: readonly string[];
  /** Names of the form fields; undefined without a form. */
  readonly form: readonly string[] | undefined;
  /** Whether it changes nothing, so that it may be retried. */
  readonly isRead: boolean;
  /** The JSON type of the body of a success. */
  readonly answers: "array" | "object" | "anything";
}

/**
 * Return an operation that is not described.
 *
 * @throws TypeError if the path does not begin with one slash, or has a query or a fragment.
 */
export function undescribedOperation(method: string, path: string, options: CallOptions): Operation {
  if (!/^\/(?!\/)/.test(path)) {
    throw new TypeError(`path must begin with one slash, below the base URL; it is ${JSON.stringify(path)}`);
  }
  if (/[?#\x00-\x1f\x7f]/.test(path)) {
    throw new TypeError(`path must be a path alone, without query and fragment; it is ${JSON.stringify(path)}`);
  }
  const verb = method.toUpperCase();
  const form = options.form && [];
  return { name: "request", method: verb, path, query: [], form, isRead: verb === "GET", answers: "anything" };
}

/** A value that can be sent; null and undefined are not sent. */
export type Value = string | number | boolean | bigint | null | undefined;

/** Settings of one call. */
export interface CallOptions {
  /** Milliseconds that the call may take, retries included. */
  timeout?: number | undefined;
  /** How often a read is retried. */
  maxRetries?: number | undefined;
  /** Retry a write as well, at the risk of writing twice. */
  retryWrites?: boolean | undefined;
  /** Aborts the call, which then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** Query parameters that are not described. */
  query?: Readonly<Record<string, Value>> | undefined;
  /** Form fields that are not described. */
  form?: Readonly<Record<string, Value>> | undefined;
  /** Additional headers. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A request before it is signed. */
export interface Unsigned extends RequestFacts {
  readonly address: URL;
  /** Parameters of the query and the form. */
  readonly pairs: Pairs;
  readonly body: string | undefined;
}

/**
 * Return the request of a call.
 *
 * @throws TypeError if an argument cannot be sent.
 */
export function buildRequest(
  operation: Operation,
  baseUrl: URL,
  path: Readonly<Record<string, string>>,
  params: object,
  options: CallOptions,
): Unsigned {
  const values = new Map<string, Value>(Object.entries(params));
  const query = [...take(operation.query, values), ...Object.entries(options.query ?? {})].flatMap(pair);
  const form = [...take(operation.form ?? [], values), ...Object.entries(options.form ?? {})].flatMap(pair);
  for (const name of values.keys()) {
    throw new TypeError(`${operation.name} knows no ${name}; the options query and form send what is not described`);
  }
  if (operation.form === undefined && form.length > 0) {
    throw new TypeError(`${operation.name} sends no form, so that it cannot send ${form[0]?.[0]} in one`);
  }
  const address = new URL(baseUrl);
  const below = operation.path.replace(/\{([^{}]+)\}/g, (braces, name: string) =>
    Object.hasOwn(path, name) ? segment(name, path[name]) : braces,
  );
  address.pathname = address.pathname.replace(/\/+$/, "") + below;
  const url = address.href;
  address.search = encode(query);
  const body = operation.form && encode(form);
  return { method: operation.method, url, address, pairs: [...query, ...form], body };
}

/**
 * Return the parsed body of a success.
 *
 * @throws InvalidAnswerError if it has another type than described.
 * @throws IncompleteAnswerError if it breaks off.
 */
export function parseBody(operation: Operation, request: RequestFacts, response: Response, text: string): unknown {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    if (mayBeJSON(text)) {
      throw new IncompleteAnswerError(request, `is answered with ${response.status} and half a body`, { cause });
    }
    throw new NotJSONError(request, response, text);
  }
  const type = data === null ? "null" : Array.isArray(data) ? "array" : typeof data;
  if (operation.answers !== "anything" && type !== operation.answers) {
    const happened = `is answered with ${response.status} and JSON of type ${type} in place of ${operation.answers}`;
    throw new InvalidAnswerError(request, response, text, happened);
  }
  return data;
}

/** Take values out of a map by their names. */
function take(names: readonly string[], values: Map<string, Value>): [string, Value][] {
  return names.flatMap((name) => {
    const value = values.get(name);
    return values.delete(name) ? [[name, value]] : [];
  });
}

/** Return a name with its value as text; nothing without a value. */
function pair([name, value]: readonly [string, Value]): Pairs {
  return value === null || value === undefined ? [] : [[name, toText(name, value)]];
}

/** Return a segment of the path; it must not lead to another path. */
function segment(name: string, value: string | undefined): string {
  if (value === undefined || value === "" || value === "." || value === "..") {
    throw new TypeError(`${name} must name something; it is ${JSON.stringify(value)}`);
  }
  return percent(toText(name, value));
}

function toText(name: string, value: unknown): string {
  if (!["string", "number", "boolean", "bigint"].includes(typeof value)) {
    throw new TypeError(`${name} must be a text or a number; it is of type ${typeof value}`);
  }
  const text = String(value);
  if (!text.isWellFormed()) {
    throw new TypeError(`${name} holds one half of a character (a lone surrogate), which cannot be sent`);
  }
  return text;
}
