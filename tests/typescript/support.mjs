// Servers that answer as told, and clients for them.

import { once } from "node:events";
import { createServer } from "node:http";

import { ContextIO } from "contextio-client";

/** Answers of which a test needs no more than that they are right. */
export const ACCOUNT = { id: "1", email_addresses: [], sources: [] };

/**
 * Run a server for the length of a test; each request is handed to `answer` with its number, from 0.
 *
 * @returns The client, and the requests as they came.
 */
export async function faulty(t, answer, options = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    requests.push({ ...facts(request), body: Buffer.concat(chunks).toString() });
    await answer(response, requests.length - 1, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const client = new ContextIO({ consumerKey: "key", consumerSecret: "secret", baseUrl: `${origin}/2.0`, ...options });
  return { client, requests, origin };
}

function facts({ method, url, headers }) {
  return { method, url, headers };
}

/** Answer with JSON. */
export function json(response, body, status = 200, headers = {}) {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Answer with an error object, asking for another try at once. */
export function refuse(response, status, body = {}) {
  json(response, { type: "error", value: "not now", ...body }, status, { "Retry-After": "0" });
}
