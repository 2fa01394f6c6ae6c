// What sends requests: the global fetch, or another. Generated from the description; not to be edited.

import { ContextIOError } from "./errors.js";
import type { Body } from "./operation.js";

/** A request as a fetch is given it, in values that those of Node, undici and others take alike. */
export interface FetchInit {
  readonly method: string;
  /** The header fields, by their names in small letters. */
  readonly headers: Record<string, string>;
  readonly body: string | ArrayBuffer | null;
  readonly redirect: "manual";
  /** Aborts when the time of the call is up. */
  readonly signal: AbortSignal;
}

/** What the client reads of the response of a fetch. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: { get(name: string): string | null; has(name: string): boolean };
  /** A `ReadableStream` of bytes. */
  readonly body: { getReader(): object } | null;
}

/** Sends a request: the global `fetch`, that of undici with a proxy, or a function of your own. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** A request as the client sends it. */
export interface Sent {
  readonly method: string;
  readonly headers: Headers;
  readonly body: Body;
  readonly signal: AbortSignal;
}

/**
 * Send a request with a fetch.
 *
 * @throws ContextIOError if it gives no response that can be read.
 */
export async function sendBy(fetch: Fetch, url: URL, { method, headers, body, signal }: Sent): Promise<Response> {
  const fields = Object.fromEntries(headers);
  let content: FetchInit["body"];
  if (body === null || typeof body === "string") {
    content = body;
  } else {
    // A form is encoded here, since a fetch knows no FormData but its own.
    const encoded = new Response(body);
    content = await encoded.arrayBuffer();
    if (body instanceof FormData) {
      fields["content-type"] = encoded.headers.get("Content-Type") ?? "";
    }
  }
  const response: unknown = await fetch(url.href, { method, headers: fields, body: content, redirect: "manual", signal });
  if (!isReadable(response)) {
    throw new ContextIOError("fetch must give a Response that has not been read, whose body is a ReadableStream");
  }
  return response;
}

/** Return whether a value is a response whose body nobody reads yet; a function of one's own may give anything. */
function isReadable(response: unknown): response is Response {
  const { headers, body } = (response ?? {}) as Partial<Response>;
  return typeof headers?.get === "function" && (!body || (typeof body.getReader === "function" && !body.locked));
}
