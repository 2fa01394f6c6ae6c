// What sends requests: the global fetch, or another. Generated from the description; not to be edited.

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

/** Send a request with a fetch. */
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
  const response = await fetch(url.href, { method, headers: fields, body: content, redirect: "manual", signal });
  return response as Response;
}
