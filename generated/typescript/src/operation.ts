// Requests of operations. Generated from the description; not to be edited.

import type { RequestFacts } from "./errors.js";
import { encode, percent, type Pairs } from "./oauth1.js";
import type { Answers } from "./reading.js";
import { isUpload, readUpload, type FileField, type Upload } from "./upload.js";

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";
/** Path of the base URL, which operations with a server of their own have not. */
const BASE_PATH = "/2.0";

/** An operation of the API. */
export interface Operation {
  /** The name of its method. */
  readonly name: string;
  readonly method: string;
  /** What stands in place of the path of the base URL; undefined for that. */
  readonly basePath?: string;
  /** Template of the path below that. */
  readonly path: string;
  readonly query?: readonly Field[];
  /** Names of the header parameters. */
  readonly headers?: readonly string[];
  readonly form?: readonly Field[];
  /** The arguments that take bytes. */
  readonly files?: Readonly<Record<string, FileField>>;
  /** Media type of the body; undefined without one. */
  readonly sends?: string;
  /** The arguments that decide the media type of the answer: name, value and media type. */
  readonly switches?: readonly (readonly [name: string, value: Value, media: string])[];
  /** Whether it changes nothing, so that it may be retried. */
  readonly isRead: boolean;
  /** How an answer is read; undefined for one that is not described. */
  readonly answers?: Answers;
}

/** A query parameter or form field; one that is only a name takes one value. */
export type Field =
  | string
  | {
      readonly argument: string;
      /** Its name on the wire, if that is another. */
      readonly name?: string;
      /** The name with which each of several values is sent, or `,` if they are joined by commas. */
      readonly several?: string;
    };

/**
 * Return an operation that is not described.
 *
 * @throws TypeError if the path does not begin with one slash, or has a query or a fragment.
 */
export function undescribedOperation(method: string, path: string, options: RequestOptions): Operation {
  if (!/^\/(?!\/)/.test(path)) {
    throw new TypeError(`path must begin with one slash, below the base URL; it is ${JSON.stringify(path)}`);
  }
  if (/[?#\x00-\x1f\x7f]/.test(path)) {
    throw new TypeError(`path must be a path alone, without query and fragment; it is ${JSON.stringify(path)}`);
  }
  const verb = method.toUpperCase();
  const { body } = options;
  const sends = body === undefined ? options.form && FORM : bodyType(body, options);
  return {
    name: "request",
    method: verb,
    path,
    isRead: verb === "GET" || verb === "HEAD",
    ...(sends !== undefined && { sends }),
    ...(isUpload(body) && { files: { body: { type: sends ?? "" } } }),
  };
}

/** Return the media type of a body that is not described. */
function bodyType(body: unknown, options: RequestOptions): string {
  if (body instanceof FormData) {
    return MULTIPART;
  }
  const given = header(options, "content-type");
  const own = body instanceof Blob ? body.type : "";
  return given ?? (own || (isUpload(body) ? "application/octet-stream" : "application/json"));
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
  /** Additional headers; `Accept` may choose another described media type of the answer. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Settings of a call that is not described. */
export interface RequestOptions extends CallOptions {
  /** What to send: bytes or a text, whose media type is the header `Content-Type`; FormData; or a value as JSON. */
  body?: unknown;
}

/** What is sent as a body; null for nothing. */
export type Body = string | Blob | FormData | null;

/** A request before it is signed. */
export interface Unsigned extends RequestFacts {
  readonly address: URL;
  /** Parameters of the query, and of a urlencoded form. */
  readonly signed: Pairs;
  readonly headers: Pairs;
  /** The media type of the body; null if fetch sets it, with the boundary of a form, and undefined without a body. */
  readonly contentType: string | null | undefined;
  /** The media type of the answer that is asked for; undefined for that by default. */
  readonly asked: string | undefined;
  /**
   * Read the uploads, and return the body.
   *
   * @throws FileError if an upload cannot be sent.
   */
  body(): Promise<Body>;
}

/**
 * Return the request of a call.
 *
 * @throws TypeError if an argument cannot be sent.
 */
export function buildRequest(
  operation: Operation,
  baseUrl: URL,
  path: Readonly<Record<string, string | number>>,
  params: object,
  options: CallOptions,
): Unsigned {
  const { sends, files = {} } = operation;
  const values = new Map<string, unknown>(Object.entries(params));
  const asked = operation.switches?.find(([name, value]) => String(values.get(name)) === String(value))?.[2];
  const query = [...take(operation.query, values), ...extra(options.query)];
  const headers = [...Object.entries(options.headers ?? {}), ...take(operation.headers, values)];
  const uploads = takeUploads(Object.keys(files), values);
  const form = [...take(operation.form, values), ...extra(options.form)];
  const isForm = sends === FORM || sends === MULTIPART;
  const content = sends === FORM ? undefined : values.get("body");
  for (const name of values.keys()) {
    if (content === undefined || name !== "body") {
      throw new TypeError(`${operation.name} knows no ${name}; the options query and form send what is not described`);
    }
  }
  if (!isForm && form.length > 0) {
    throw new TypeError(`${operation.name} sends no form, so that it cannot send ${form[0]?.[0]} in one`);
  }
  const address = new URL(baseUrl);
  const below = operation.path.replace(/\{([^{}]+)\}/g, (braces, name: string) =>
    Object.hasOwn(path, name) ? segment(name, path[name]) : braces,
  );
  address.pathname = basePath(operation, baseUrl) + below;
  const request = { method: operation.method, url: address.href };
  address.search = encode(query);
  return {
    ...request,
    address,
    signed: sends === FORM ? [...query, ...form] : query,
    headers,
    contentType: sends === MULTIPART ? null : sends,
    asked: asked ?? header(options, "accept"),
    async body() {
      if (sends === FORM) {
        return encode(form);
      }
      const blobs = new Map<string, Blob>();
      for (const [name, upload] of uploads) {
        blobs.set(name, await readUpload(request, name, upload, files[name] ?? { type: "" }));
      }
      if (sends !== MULTIPART) {
        return blobs.get("body") ?? (content === undefined ? null : JSON.stringify(content));
      }
      return content instanceof FormData ? content : multipart(form, blobs, uploads);
    },
  };
}

/** Return the value of an additional header, given its name in small letters. */
function header({ headers = {} }: CallOptions, name: string): string | undefined {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
}

/** Return the path below which that of an operation lies. */
function basePath(operation: Operation, baseUrl: URL): string {
  const path = baseUrl.pathname.replace(/\/+$/, "");
  if (operation.basePath === undefined) {
    return path;
  }
  return (path.endsWith(BASE_PATH) ? path.slice(0, path.length - BASE_PATH.length) : "") + operation.basePath;
}

/** Return a multipart form; a file without a name is called like its field. */
function multipart(pairs: Pairs, blobs: Map<string, Blob>, uploads: Map<string, Upload>): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) {
    form.append(name, value);
  }
  for (const [name, blob] of blobs) {
    const upload = uploads.get(name);
    form.append(name, blob, upload instanceof File ? upload.name : name);
  }
  return form;
}

/** Take arguments out of a map, and return what is sent for them. */
function take(fields: readonly Field[] | undefined, values: Map<string, unknown>): Pairs {
  return (fields ?? []).flatMap((field) => {
    const { argument, name = argument, several } = typeof field === "string" ? { argument: field } : field;
    const value = values.get(argument);
    values.delete(argument);
    if (several === undefined || !Array.isArray(value)) {
      return pair([name, value]);
    }
    const texts = value.map((each) => toText(argument, each));
    if (several === ",") {
      return texts.length > 0 ? [[name, texts.join(",")] as const] : [];
    }
    return texts.map((text) => [several, text] as const);
  });
}

/** Take uploads out of a map by their names. */
function takeUploads(names: readonly string[], values: Map<string, unknown>): Map<string, Upload> {
  const uploads = new Map<string, Upload>();
  for (const name of names) {
    const value = values.get(name);
    values.delete(name);
    if (isUpload(value)) {
      uploads.set(name, value);
    } else if (value !== null && value !== undefined) {
      throw new TypeError(`${name} must be a Blob, bytes, a text or a stream; it is of type ${typeof value}`);
    }
  }
  return uploads;
}

function extra(values: Readonly<Record<string, Value>> | undefined): Pairs {
  return Object.entries(values ?? {}).flatMap(pair);
}

/** Return a name with its value as text; nothing without a value. */
function pair([name, value]: readonly [string, unknown]): Pairs {
  return value === null || value === undefined ? [] : [[name, toText(name, value)]];
}

/** Return a segment of the path; it must not lead to another path. */
function segment(name: string, value: string | number | undefined): string {
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
