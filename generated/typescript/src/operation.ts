// Requests of operations. Generated from the description; not to be edited.

import type { RequestFacts } from "./errors.js";
import { headersOf } from "./headers.js";
import { encode, percent, type Pairs } from "./oauth1.js";
import type { CallOptions, Value } from "./options.js";
import type { Paging } from "./paging.js";
import type { Answers } from "./reading.js";
import type { Settings } from "./settings.js";
import { isUpload, readUpload, type FileField, type Upload } from "./upload.js";

export const FORM = "application/x-www-form-urlencoded";
export const MULTIPART = "multipart/form-data";
/** The header by which logs of both sides find a request. */
export const REQUEST_ID = "X-Request-Id";
/** Path of the base URL, which operations with a server of their own have not. */
const BASE_PATH = "/2.0";

/** An operation of the API. */
export interface Operation {
  /** The operationId; empty for one that is not described. */
  readonly id: string;
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
  /** How its list is divided into pages. */
  readonly paging?: Paging;
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

/** What is sent as a body; null for nothing. */
export type Body = string | Blob | FormData | null;

/** A request before it is signed. */
export interface Unsigned extends RequestFacts {
  readonly address: URL;
  readonly query: Pairs;
  /** Parameters of the query, and of a urlencoded form. */
  readonly signed: Pairs;
  readonly headers: Headers;
  /** The media type of the body; null if fetch sets it, with the boundary of a form, and undefined without a body. */
  readonly contentType: string | null | undefined;
  /** The media type of the answer that is asked for; undefined for that by default. */
  readonly asked: string | undefined;
  /**
   * Read the uploads, and return the body.
   *
   * @param signal Ends the reading.
   * @throws FileError if an upload cannot be sent.
   */
  body(signal: AbortSignal): Promise<Body>;
}

/**
 * Return the request of a call. Parameters of the options replace arguments of the same name.
 *
 * @throws TypeError if an argument cannot be sent.
 */
export function buildRequest(
  operation: Operation,
  { baseUrl, defaultHeaders, defaultQuery }: Settings,
  path: Readonly<Record<string, string | number>>,
  params: object,
  options: CallOptions,
): Unsigned {
  const { sends, files = {} } = operation;
  const values = new Map<string, unknown>(Object.entries(params));
  const asked = operation.switches?.find(([name, value]) => String(values.get(name)) === String(value))?.[2];
  const query = replacePairs(replacePairs(toPairs(defaultQuery), take(operation.query, values)), toPairs(options.query));
  const headers = headersOf(defaultHeaders, Object.fromEntries(take(operation.headers, values)), options.headers);
  const uploads = takeUploads(Object.keys(files), values);
  const content = values.get("body");
  const fields = content instanceof URLSearchParams ? [...content] : take(operation.form, values);
  const form = replacePairs(fields, toPairs(options.form));
  const isForm = sends === FORM || (sends === MULTIPART && !(content instanceof FormData));
  for (const name of values.keys()) {
    if (sends === undefined || content === undefined || name !== "body") {
      throw new TypeError(`${operation.name} knows no ${name}; the options query and form send what is not described`);
    }
  }
  if (!isForm && form.length > 0) {
    throw new TypeError(`${operation.name} sends no form, so that it cannot send ${form[0]?.[0]} in one`);
  }
  const address = new URL(baseUrl);
  const below = operation.path.replace(/\{([^{}]+)\}/g, (braces, name: string) =>
    Object.hasOwn(path, name) ? encodeSegment(name, path[name]) : braces,
  );
  address.pathname = basePath(operation, baseUrl) + below;
  const requestId = headers.get(REQUEST_ID) ?? crypto.randomUUID().replaceAll("-", "");
  headers.set(REQUEST_ID, requestId);
  const request = { method: operation.method, url: address.href, requestId, attempts: 0 };
  const json = content === undefined || content instanceof FormData ? null : toJSON(content);
  address.search = encode(query);
  return {
    ...request,
    address,
    query,
    signed: sends === FORM ? [...query, ...form] : query,
    headers,
    contentType: sends === MULTIPART ? null : sends,
    asked: asked ?? headers.get("Accept") ?? undefined,
    async body(signal) {
      if (sends === FORM) {
        return encode(form);
      }
      const blobs = new Map<string, Blob>();
      for (const [name, upload] of uploads) {
        blobs.set(name, await readUpload(request, name, upload, files[name] ?? { type: "" }, signal));
      }
      if (sends !== MULTIPART) {
        return blobs.get("body") ?? json;
      }
      return content instanceof FormData ? content : buildForm(form, blobs, uploads);
    },
  };
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
function buildForm(pairs: Pairs, blobs: Map<string, Blob>, uploads: Map<string, Upload>): FormData {
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
      return toPair([name, value]);
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

/** Return pairs, and in place of those that have a name of others, these. */
function replacePairs(pairs: Pairs, others: Pairs): Pairs {
  const names = new Set(others.map(([name]) => name));
  return [...pairs.filter(([name]) => !names.has(name)), ...others];
}

function toPairs(values: Readonly<Record<string, Value>> | undefined): Pairs {
  return Object.entries(values ?? {}).flatMap(toPair);
}

/** Return a name with its value as text; nothing without a value. */
function toPair([name, value]: readonly [string, unknown]): Pairs {
  return value === null || value === undefined ? [] : [[name, toText(name, value)]];
}

/** Return a segment of the path; it must not lead to another path. */
function encodeSegment(name: string, value: string | number | undefined): string {
  if (value === undefined || value === "" || value === "." || value === "..") {
    throw new TypeError(`${name} must name something; it is ${JSON.stringify(value)}`);
  }
  return percent(toText(name, value));
}

function toJSON(content: unknown): string {
  const text: string | undefined = JSON.stringify(content);
  if (text === undefined) {
    throw new TypeError(`body must have a form in JSON; it is of type ${typeof content}`);
  }
  return text;
}

function toText(name: string, value: unknown): string {
  if (!["string", "number", "boolean", "bigint"].includes(typeof value)) {
    throw new TypeError(`${name} must be a text, a number or a boolean; it is of type ${typeof value}`);
  }
  const text = String(typeof value === "boolean" ? Number(value) : value);
  if (!text.isWellFormed()) {
    throw new TypeError(`${name} holds one half of a character (a lone surrogate), which cannot be sent`);
  }
  return text;
}
