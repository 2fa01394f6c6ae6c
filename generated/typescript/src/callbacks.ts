// What the service sends to addresses of an application. Generated from the description; not to be edited.

import { environment } from "./settings.js";
import { CallbackError, ContextIOError } from "./errors.js";
import type { StatusNotification, WebhookCallback } from "./models.js";

/** Milliseconds by which the clock of the service may be ahead. */
export const CALLBACK_CLOCK_SKEW = 300_000;
/** How many bytes a body may have unless `maxBytes` says otherwise. */
export const MAX_CALLBACK_BYTES = 10 * 1024 * 1024;

/** The signature of a callback fits none of the secrets: somebody else sent it, or it was changed. */
export class CallbackSignatureError extends CallbackError {
  static { this.prototype.name = "CallbackSignatureError"; }

  override readonly status: number = 403;
}

/** The signature of a callback is right, but it was made too long ago, or in the future. */
export class CallbackAgeError extends CallbackError {
  static { this.prototype.name = "CallbackAgeError"; }

  override readonly status: number = 403;
}

/** The body of a callback is too large, no object in JSON, or lacks what is required. */
export class InvalidCallbackError extends CallbackError {
  static { this.prototype.name = "InvalidCallbackError"; }

  override readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

/** Header fields of a request: those of fetch, of `node:http`, or an object. */
export type CallbackHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** How a callback is checked. */
export interface CallbackOptions {
  /** The consumer secret, or several while a new one replaces another; in Node, CONTEXTIO_CONSUMER_SECRET is the default. */
  consumerSecret?: string | readonly string[] | undefined;
  /** How many milliseconds ago it may have been signed; each function has a default of its own. */
  maxAge?: number | undefined;
  /**
   * How many bytes the body may have.
   *
   * @defaultValue MAX_CALLBACK_BYTES
   */
  maxBytes?: number | undefined;
  /** The time in milliseconds since 1970-01-01 UTC; by default that of the machine. */
  now?: number | undefined;
}

/** How a body is signed, and what is described of it. */
interface Described {
  /** The signed fields in their order, each with the type of its value. */
  readonly over: readonly (readonly [name: string, type: "number" | "string"])[];
  /** The field with the signature. */
  readonly field: string;
  /** The field with the time of sending, in seconds since 1970-01-01 UTC. */
  readonly time: string;
  readonly required: readonly string[];
  /** Milliseconds. */
  readonly maxAge: number;
}

type Fields = Readonly<Record<string, unknown>>;

const utf8 = new TextEncoder();

/**
 * Return what a request of the service tells, after checking its signature and age.
 *
 * - Tell that the state of the connection to the mailbox has changed.
 *
 * A request that was not answered with success may come again, with the same `token`.
 *
 * @param body The body of the request, as it came.
 * @param headers Its header fields; the media type is checked if they name one.
 * @param options Secrets and bounds; `maxAge` is 300 seconds by default.
 * @throws CallbackSignatureError if the signature fits no secret.
 * @throws CallbackAgeError if it is older than `maxAge`, or more than CALLBACK_CLOCK_SKEW in the future.
 * @throws InvalidCallbackError if the body is too large, no object in JSON, or lacks a required field.
 * @throws ContextIOError if no secret is given, or an empty one.
 */
export async function receiveStatusNotification(
  body: string | ArrayBuffer | ArrayBufferView,
  headers: CallbackHeaders = {},
  options: CallbackOptions = {},
): Promise<StatusNotification> {
  const described: Described = {
    over: [["timestamp", "number"], ["token", "string"]],
    field: "signature",
    time: "timestamp",
    required: ["account_id", "server_label", "token", "timestamp", "signature"],
    maxAge: 300 * 1000,
  };
  return (await receive(described, body, headers, options)) as unknown as StatusNotification;
}

/**
 * Return what a request of the service tells, after checking its signature and age.
 *
 * - Tell of a message that passes the filters.
 * - Tell that the webhook has failed and stopped.
 *
 * A request that was not answered with success may come again, with the same `token`.
 *
 * @param body The body of the request, as it came.
 * @param headers Its header fields; the media type is checked if they name one.
 * @param options Secrets and bounds; `maxAge` is 86400 seconds by default.
 * @throws CallbackSignatureError if the signature fits no secret.
 * @throws CallbackAgeError if it is older than `maxAge`, or more than CALLBACK_CLOCK_SKEW in the future.
 * @throws InvalidCallbackError if the body is too large, no object in JSON, or lacks a required field.
 * @throws ContextIOError if no secret is given, or an empty one.
 */
export async function receiveWebhookCallback(
  body: string | ArrayBuffer | ArrayBufferView,
  headers: CallbackHeaders = {},
  options: CallbackOptions = {},
): Promise<WebhookCallback> {
  const described: Described = {
    over: [["timestamp", "number"], ["token", "string"]],
    field: "signature",
    time: "timestamp",
    required: ["account_id", "webhook_id", "timestamp", "token", "signature"],
    maxAge: 86400 * 1000,
  };
  return (await receive(described, body, headers, options)) as unknown as WebhookCallback;
}

async function receive(
  described: Described,
  body: string | ArrayBuffer | ArrayBufferView,
  headers: CallbackHeaders,
  options: CallbackOptions,
): Promise<Fields> {
  const secrets = secretsOf(options.consumerSecret);
  const content = typeof body === "string" ? utf8.encode(body) : body;
  if (typeof content?.byteLength !== "number") {
    throw new TypeError("body must be the text or the bytes of the request, as they came and not parsed");
  }
  const maxBytes = options.maxBytes ?? MAX_CALLBACK_BYTES;
  if (!(content.byteLength <= maxBytes)) {
    throw new InvalidCallbackError(`the callback has ${content.byteLength} bytes, and may have ${maxBytes}`, 413);
  }
  checkMediaType(headers);
  const fields = parse(content);
  const missing = described.required.find((name) => !Object.hasOwn(fields, name));
  if (missing !== undefined) {
    throw new InvalidCallbackError(`the callback has no ${missing}`);
  }
  await verify(described, fields, secrets);
  const sent = 1000 * Number(fieldOf(fields, described.time, "number"));
  checkAge(sent, options.maxAge ?? described.maxAge, options.now ?? Date.now());
  return fields;
}

function secretsOf(given: string | readonly string[] | undefined): readonly string[] {
  const stated = given ?? environment("CONTEXTIO_CONSUMER_SECRET") ?? "";
  const secrets = typeof stated === "string" ? [stated] : stated;
  // Everybody can sign with an empty secret, or with what a missing one is as text.
  if (secrets.length === 0 || !secrets.every((secret) => typeof secret === "string" && secret !== "")) {
    throw new ContextIOError("the consumer secret is missing; give consumerSecret or set CONTEXTIO_CONSUMER_SECRET");
  }
  return secrets;
}

function checkMediaType(headers: CallbackHeaders): void {
  const type = isGetter(headers) ? headers.get("Content-Type") : valueOf(headers);
  if (type && !/^\s*application\/([^;]+\+)?json\s*(;|$)/i.test(type)) {
    throw new InvalidCallbackError("the callback names another media type than JSON", 415);
  }
}

function isGetter(headers: CallbackHeaders): headers is { get(name: string): string | null } {
  return typeof headers["get" as keyof CallbackHeaders] === "function";
}

function valueOf(headers: Readonly<Record<string, string | readonly string[] | undefined>>): string | undefined {
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return entry?.[1]?.toString();
}

function parse(content: Uint8Array | ArrayBuffer | ArrayBufferView): Fields {
  let fields: unknown;
  try {
    fields = JSON.parse(new TextDecoder().decode(content));
  } catch {
    // what it says may show a value
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    throw new InvalidCallbackError("the body of the callback is no object in JSON");
  }
  return fields as Fields;
}

function fieldOf(fields: Fields, name: string, type: "number" | "string"): string {
  const value = fields[name];
  if (typeof value !== type || (type === "number" && !Number.isSafeInteger(value))) {
    throw new InvalidCallbackError(`the callback has no ${type === "string" ? "text" : "whole number"} in its field ${name}`);
  }
  return String(value);
}

/** Compare a signature with those of all secrets; Web Crypto does so in a time that does not tell where they differ. */
async function verify({ over, field }: Described, fields: Fields, secrets: readonly string[]): Promise<void> {
  const message = utf8.encode(over.map(([name, type]) => fieldOf(fields, name, type)).join(""));
  const digits = fieldOf(fields, field, "string");
  const bytes = new Uint8Array((/^[0-9a-f]{64}$/.exec(digits)?.[0].match(/../g) ?? []).map((pair) => parseInt(pair, 16)));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const fits = await Promise.all(
    secrets.map(async (secret) => {
      const key = await crypto.subtle.importKey("raw", utf8.encode(secret), algorithm, false, ["verify"]);
      return crypto.subtle.verify("HMAC", key, bytes, message);
    }),
  );
  if (!fits.includes(true)) {
    throw new CallbackSignatureError("the signature of the callback does not fit; check the consumer secret");
  }
}

function checkAge(sent: number, maxAge: number, now: number): void {
  if (sent > now + CALLBACK_CLOCK_SKEW) {
    throw new CallbackAgeError("the callback was signed in the future; check the clock of this machine");
  }
  if (!(sent >= now - maxAge)) {
    throw new CallbackAgeError(`the callback was signed more than ${maxAge / 1000} seconds ago`);
  }
}
