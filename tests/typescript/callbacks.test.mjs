// Callbacks that are received: signed ones, and all others refused.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import {
  CALLBACK_CLOCK_SKEW,
  CallbackAgeError,
  CallbackError,
  CallbackSignatureError,
  ContextIOError,
  InvalidCallbackError,
  MAX_CALLBACK_BYTES,
  receiveStatusNotification,
  receiveWebhookCallback,
} from "contextio-client";

const NOW = 1_700_000_000;
const SECRET = "a secret & more ü";
const JSON_TYPE = { "content-type": "application/json" };
const RECEIVER = fileURLToPath(new URL("../built/examples/callback_receiver.js", import.meta.url));

/** Return a body with the signature of its timestamp and token. */
function signed(body, secret = SECRET) {
  return { ...body, signature: createHmac("sha256", secret).update(`${body.timestamp}${body.token}`).digest("hex") };
}

function notification(changes = {}) {
  return signed({ account_id: "1", server_label: "ada", token: "q7w2e9", timestamp: NOW, ...changes });
}

function webhook(changes = {}) {
  return signed({ account_id: "1", webhook_id: "2", token: "r4t1y6", timestamp: NOW, ...changes });
}

function receive(body, headers = JSON_TYPE, options = {}) {
  const given = typeof body === "object" && !ArrayBuffer.isView(body) ? JSON.stringify(body) : body;
  return receiveStatusNotification(given, headers, { consumerSecret: SECRET, now: NOW * 1000, ...options });
}

test("a signed callback becomes its object, with all its fields", async () => {
  const body = notification({ token: "\u00e9\u{1f600}", mood: { is: "fine" } });
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  for (const given of [JSON.stringify(body), bytes, Buffer.from(bytes), bytes.buffer, Buffer.from(`\ufeff${JSON.stringify(body)}`)]) {
    assert.deepEqual(await receiveStatusNotification(given, {}, { consumerSecret: SECRET, now: NOW * 1000 }), body);
  }
});

test("whatever is changed is refused", async () => {
  const body = notification();
  const changed = [
    ...[...body.signature].map((digit, at) => ({ signature: replaced(body.signature, at, digit === "0" ? "1" : "0") })),
    ...[...body.token].map((_, at) => ({ token: replaced(body.token, at, "_") })),
    ...[1, -1, 10, -100].map((seconds) => ({ timestamp: NOW + seconds })),
    ...["", "0", "é", body.signature.toUpperCase(), `${body.signature}0`, body.signature.slice(0, -1)].map((signature) => ({ signature })),
    { token: "" },
    { token: `${body.token} ` },
  ];
  for (const change of changed) {
    await assert.rejects(receive({ ...body, ...change }), CallbackSignatureError, JSON.stringify(change));
  }
});

function replaced(text, at, letter) {
  return text.slice(0, at) + letter + text.slice(at + 1);
}

test("digits do not move between time and token", async () => {
  const body = notification({ token: "0abc" });
  for (const digits of [9, 11]) {
    const text = `${NOW}0abc`;
    const moved = { ...body, timestamp: Number(text.slice(0, digits)), token: text.slice(digits) };
    await assert.rejects(receive(moved), CallbackAgeError);
  }
});

test("one of several secrets is enough, and an empty one is refused", async () => {
  assert.ok(await receive(notification(), JSON_TYPE, { consumerSecret: ["new", SECRET] }));
  await assert.rejects(receive(notification(), JSON_TYPE, { consumerSecret: ["new", "newer"] }), CallbackSignatureError);
  for (const consumerSecret of ["", [], [SECRET, ""], [SECRET, null], [undefined]]) {
    await assert.rejects(receive(notification(), JSON_TYPE, { consumerSecret }), { name: "ContextIOError", message: /secret is missing/ });
  }
});

test("the secret of the environment and the clock of the machine are the defaults", async (t) => {
  const body = webhook({ timestamp: Math.floor(Date.now() / 1000) });
  const kept = process.env.CONTEXTIO_CONSUMER_SECRET;
  t.after(() => (process.env.CONTEXTIO_CONSUMER_SECRET = kept));
  process.env.CONTEXTIO_CONSUMER_SECRET = SECRET;
  assert.deepEqual(await receiveWebhookCallback(JSON.stringify(body)), body);
  delete process.env.CONTEXTIO_CONSUMER_SECRET;
  await assert.rejects(receiveWebhookCallback(JSON.stringify(body)), ContextIOError);
});

test("a callback is received at some age", async () => {
  for (const [timestamp, options] of [
    [NOW - 300, {}],
    [NOW + CALLBACK_CLOCK_SKEW / 1000, {}],
    [NOW - 301, { maxAge: 301_000 }],
    [0, { maxAge: Infinity }],
  ]) {
    assert.equal((await receive(notification({ timestamp }), JSON_TYPE, options)).timestamp, timestamp);
  }
  for (const [timestamp, options] of [
    [NOW - 301, {}],
    [NOW + CALLBACK_CLOCK_SKEW / 1000 + 1, {}],
    [NOW - 1, { maxAge: 500 }],
    [NOW, { maxAge: NaN }],
  ]) {
    await assert.rejects(receive(notification({ timestamp }), JSON_TYPE, options), { name: "CallbackAgeError", status: 403 });
  }
  const day = { consumerSecret: SECRET, now: (NOW + 86_400) * 1000 };
  assert.ok(await receiveWebhookCallback(JSON.stringify(webhook()), JSON_TYPE, day));
  day.now += 1000;
  await assert.rejects(receiveWebhookCallback(JSON.stringify(webhook()), JSON_TYPE, day), CallbackAgeError);
});

test("header fields of fetch, of node:http and of an object may name JSON", async () => {
  for (const headers of [
    undefined,
    {},
    { "CONTENT-type": "Application/JSON ; charset=utf-8" },
    { "content-type": ["application/vnd.acme+json"] },
    new Headers(JSON_TYPE),
    new Headers(),
  ]) {
    assert.ok(await receive(notification(), headers));
  }
  for (const type of ["text/json", "application/x-www-form-urlencoded", "application/jsonp", "json"]) {
    await assert.rejects(receive(notification(), { "Content-Type": type }), { name: "InvalidCallbackError", status: 415 });
    await assert.rejects(receive(notification(), new Headers({ "Content-Type": type })), { status: 415 });
  }
});

test("what is no callback is refused", async () => {
  const { server_label: _, ...unnamed } = notification();
  for (const [body, status, reason] of [
    [" ".repeat(MAX_CALLBACK_BYTES + 1), 413, /has \d+ bytes/],
    ["", 400, /no object in JSON/],
    [JSON.stringify(notification()).slice(0, -9), 400, /no object in JSON/],
    ["[]", 400, /no object in JSON/],
    ["null", 400, /no object in JSON/],
    [Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 400, /has no account_id/],
    [`{"a":${"[".repeat(100_000)}`, 400, /no object in JSON/],
    [unnamed, 400, /server_label/],
    [{ ...notification(), timestamp: String(NOW) }, 400, /whole number in its field timestamp/],
    [{ ...notification(), timestamp: 1.5 }, 400, /whole number in its field timestamp/],
    [{ ...notification(), timestamp: 2 ** 53 }, 400, /whole number in its field timestamp/],
    [{ ...notification(), timestamp: null }, 400, /whole number in its field timestamp/],
    [{ ...notification(), token: 1 }, 400, /text in its field token/],
    [{ ...notification(), signature: 1 }, 400, /text in its field signature/],
  ]) {
    await assert.rejects(receive(body), (error) => {
      assert.ok(error instanceof InvalidCallbackError && error instanceof CallbackError);
      assert.equal(error.status, status);
      assert.match(error.message, reason);
      return true;
    });
  }
  const text = JSON.stringify(notification());
  assert.ok(await receive(text, JSON_TYPE, { maxBytes: text.length }));
  for (const maxBytes of [text.length - 1, NaN]) {
    await assert.rejects(receive(text, JSON_TYPE, { maxBytes }), { status: 413 });
  }
});

test("a body that was parsed already is a mistake of the program, not of the sender", async () => {
  for (const body of [notification(), undefined, null]) {
    const given = receiveStatusNotification(body, JSON_TYPE, { consumerSecret: SECRET });
    await assert.rejects(given, { name: "TypeError", message: /^body must be the text or the bytes/ });
  }
});

test("errors show neither secrets nor values", async () => {
  const token = "a-value-of-mine";
  for (const change of [{ signature: "0".repeat(64) }, signed({ timestamp: 1, token }), { timestamp: token }]) {
    await assert.rejects(receive({ ...notification({ token }), ...change }), (error) => {
      assert.ok(error instanceof CallbackError);
      return ![SECRET, token].some((value) => `${error.stack}${JSON.stringify(error)}`.includes(value));
    });
  }
});

test("the receiver of the examples takes what is signed and nothing else", async (t) => {
  const receiver = spawn(process.execPath, [RECEIVER], { env: { ...process.env, CONTEXTIO_CONSUMER_SECRET: SECRET, PORT: "0" } });
  t.after(() => receiver.kill());
  const lines = createInterface(receiver.stdout)[Symbol.asyncIterator]();
  let port;
  while (!port) {
    port = /port: (\d+)/.exec((await lines.next()).value)?.[1];
  }
  const post = async (path, body, headers = JSON_TYPE) => {
    const content = typeof body === "string" ? body : JSON.stringify(body);
    return (await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers, body: content })).status;
  };
  const now = Math.floor(Date.now() / 1000);
  const status = notification({ timestamp: now });
  const message = webhook({ timestamp: now - 3600 });
  for (const [path, body, expected] of [
    ["/status-notification", status, 204],
    ["/webhook-callback", message, 204],
    ["/webhook-callback", message, 204],
    ["/webhook-callback", signed({ ...message, token: "forged" }, "another secret"), 403],
    ["/webhook-callback", { ...message, token: "changed" }, 403],
    ["/webhook-callback", signed({ ...message, timestamp: now - 90_000, token: "stale" }), 403],
    ["/status-notification", signed({ ...status, timestamp: now - 3600, token: "stale" }), 403],
    ["/webhook-callback", JSON.stringify(message) + " ".repeat(MAX_CALLBACK_BYTES), 413],
    ["/webhook-callback", JSON.stringify(message).slice(0, -9), 400],
    ["/webhook-callback", "", 400],
    ["/webhook-callback", status, 400],
    ["/elsewhere", status, 404],
  ]) {
    assert.equal(await post(path, body), expected, `${path} ${expected}`);
  }
  assert.equal(await post("/webhook-callback", message, { "Content-Type": "text/plain" }), 415);
  receiver.kill();
  const handled = [];
  for await (const line of lines) {
    if (line.startsWith("handling")) handled.push(line);
  }
  assert.deepEqual(handled, [`handling StatusNotification ${status.token}`, `handling WebhookCallback ${message.token}`]);
});
