// A server that receives the callbacks of the service, with the secret in CONTEXTIO_CONSUMER_SECRET.
// It takes POST at /status-notification and /webhook-callback of the port in PORT, or 8000.

import { Buffer } from "node:buffer";
import { createServer, type IncomingMessage } from "node:http";
import { env } from "node:process";
import {
  CALLBACK_CLOCK_SKEW,
  CallbackError,
  MAX_CALLBACK_BYTES,
  receiveStatusNotification,
  receiveWebhookCallback,
} from "contextio-client";

/** Milliseconds after which no callback is accepted any more, and its token can be forgotten. */
const KEPT = 86400 * 1000 + CALLBACK_CLOCK_SKEW;
/** When the callbacks were handled, by their tokens; a real application keeps them in its database. */
const handled = new Map<string, number>();

const receivers = {
  "/status-notification": async (body: Uint8Array, headers: IncomingMessage["headers"]) => {
    const callback = await receiveStatusNotification(body, headers);
    handleOnce("StatusNotification", String(callback.token));
  },
  "/webhook-callback": async (body: Uint8Array, headers: IncomingMessage["headers"]) => {
    const callback = await receiveWebhookCallback(body, headers);
    handleOnce("WebhookCallback", String(callback.token));
  },
};

const server = createServer(async (request, response) => {
  const receiver = receivers[request.url as keyof typeof receivers];
  if (receiver === undefined || request.method !== "POST") {
    response.writeHead(404).end();
    return;
  }
  try {
    await receiver(await readBody(request), request.headers);
    response.writeHead(204).end();
  } catch (error) {
    const [status, reason] = error instanceof CallbackError ? [error.status, error.message] : [500, "failed"];
    response.writeHead(status, { "Content-Type": "text/plain", Connection: "close" }).end(`${reason}\n`);
  }
});
server.listen(Number(env["PORT"] ?? 8000), "127.0.0.1", () => {
  console.log("listening on", server.address());
});

/** Handle a callback unless it was handled already, and forget tokens that are old. */
function handleOnce(name: string, token: string): void {
  for (const [old, when] of handled) {
    if (when > Date.now() - KEPT) break;
    handled.delete(old);
  }
  if (!handled.has(token)) {
    console.log("handling", name, token);
    handled.set(token, Date.now());
  }
}

/** Return a body, or its beginning if it is larger than the client takes. */
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size > MAX_CALLBACK_BYTES) break;
  }
  return Buffer.concat(pieces);
}
