// What can stand in the place of fetch; it only needs to compile.

import { type Client, ContextIO, type Fetch } from "contextio-client";
import { ProxyAgent, fetch as fetchOfUndici } from "undici";

const dispatcher = new ProxyAgent("http://127.0.0.1:3128");

export const fetches: Fetch[] = [
  fetch,
  fetchOfUndici,
  (url, init) => fetch(url, init),
  (url, init) => fetchOfUndici(url, { ...init, dispatcher }),
  async () => new Response("{}"),
  async (url: string | URL, init?: RequestInit) => new Response(JSON.stringify([url, init?.method])),
];

export const clients: Client[] = [new ContextIO({ fetch }), new ContextIO({ fetch: fetchOfUndici })];

// @ts-expect-error: gives no response
export const none = new ContextIO({ fetch: async () => "text" });
