// What one operation sends and how its answer is read. Generated from the description; not to be edited.

import { IncompleteAnswerError, InvalidAnswerError, NotJSONError, mayBeJSON, type RequestFacts } from "./errors.js";
import { encoded, percent, type Pairs } from "./oauth1.js";

/** An operation of the API. */
export interface Operation {
  /** How the client calls it. */
  readonly name: string;
  readonly method: string;
  /** Template of the path below the base URL. */
  readonly path: string;
  /** Names of the query parameters. */
  readonly query: readonly string[];
  /** Names of the form's fields; undefined where no form is sent. */
  readonly form: readonly string[] | undefined;
  /** Whether it changes nothing, so that sending it twice does no harm. */
  readonly isRead: boolean;
  /** What the body of a success is. */
  readonly answers: "array" | "object" | "anything";
}

/**
 * Return an operation that the description does not know.
 *
 * @throws TypeError when the path does not begin with one slash, or holds what is no part of a path.
 */
export function undescribed(method: string, path: string, options: CallOptions): Operation {
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
  /** Milliseconds that the call may take in all. */
  timeout?: number | undefined;
  /** How often a read is tried again. */
  maxRetries?: number | undefined;
  /** Try again although the operation writes, and may then have written twice. */
  retryWrites?: boolean | undefined;
  /** Ends the call when it is aborted; the call then throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Query parameters that the description does not know. */
  query?: Readonly<Record<string, Value>> | undefined;
  /** Form fields that the description does not know. */
  form?: Readonly<Record<string, Value>> | undefined;
  /** Further headers. */
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
 * Return what is to be sent.
 *
 * @throws TypeError when an argument cannot be sent.
 */
export function unsigned(
  operation: Operation,
  baseUrl: URL,
  path: Readonly<Record<string, string>>,
  params: object,
  options: CallOptions,
): Unsigned {
  const known = new Map<string, Value>(Object.entries(params));
  const query = [...taken(operation.query, known), ...Object.entries(options.query ?? {})].flatMap(pair);
  const form = [...taken(operation.form ?? [], known), ...Object.entries(options.form ?? {})].flatMap(pair);
  for (const name of known.keys()) {
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
  address.search = encoded(query);
  const body = operation.form && encoded(form);
  return { method: operation.method, url, address, pairs: [...query, ...form], body };
}

/**
 * Return what the body of a success holds.
 *
 * @throws InvalidAnswerError when it is not what the description says.
 * @throws IncompleteAnswerError when it breaks off.
 */
export function parsed(operation: Operation, request: RequestFacts, response: Response, text: string): unknown {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    if (mayBeJSON(text)) {
      throw new IncompleteAnswerError(request, `is answered with ${response.status} and half a body`, { cause });
    }
    throw new NotJSONError(request, response, text);
  }
  const found = data === null ? "null" : Array.isArray(data) ? "array" : typeof data;
  if (operation.answers !== "anything" && found !== operation.answers) {
    const happened = `is answered with ${response.status} and JSON of type ${found} in place of ${operation.answers}`;
    throw new InvalidAnswerError(request, response, text, happened);
  }
  return data;
}

/** Take the values of names out of a map. */
function taken(names: readonly string[], values: Map<string, Value>): [string, Value][] {
  return names.flatMap((name) => {
    const value = values.get(name);
    return values.delete(name) ? [[name, value]] : [];
  });
}

/** Return a name with its value as text; nothing where there is no value. */
function pair([name, value]: readonly [string, Value]): Pairs {
  return value === null || value === undefined ? [] : [[name, sendable(name, value)]];
}

/** Return a part of the path, which must not lead to another path. */
function segment(name: string, value: string | undefined): string {
  if (value === undefined || value === "" || value === "." || value === "..") {
    throw new TypeError(`${name} must name something; it is ${JSON.stringify(value)}`);
  }
  return percent(sendable(name, value));
}

function sendable(name: string, value: unknown): string {
  if (!["string", "number", "boolean", "bigint"].includes(typeof value)) {
    throw new TypeError(`${name} must be a text or a number; it is of type ${typeof value}`);
  }
  const text = String(value);
  if (!text.isWellFormed()) {
    throw new TypeError(`${name} holds one half of a character (a lone surrogate), which cannot be sent`);
  }
  return text;
}
