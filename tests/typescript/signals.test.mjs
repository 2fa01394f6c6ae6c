// Signals and timers of calls: what aborts them, and what is left of them.

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { Readable } from "node:stream";
import { mock, test } from "node:test";

import { ContextIO } from "contextio-client";

import { ACCOUNT, faulty, json } from "./support.mjs";

const KEYS = { consumerKey: "key", consumerSecret: "secret", baseUrl: "https://mail.example/2.0" };

/** Return the warnings of Node until the end of a test. */
function warningsOf(t) {
  const warnings = [];
  const warned = (warning) => warnings.push(warning.name);
  process.on("warning", warned);
  t.after(() => process.off("warning", warned));
  return warnings;
}

function timers() {
  return process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
}

test("a thousand calls with one signal add one listener, and leave none", async (t) => {
  const warnings = warningsOf(t);
  const controller = new AbortController();
  const { signal } = controller;
  let most = 0;
  const fetch = async () => {
    most = Math.max(most, getEventListeners(signal, "abort").length);
    await new Promise(setImmediate);
    return Response.json(ACCOUNT);
  };
  const client = new ContextIO({ ...KEYS, fetch });
  const before = timers();
  await Promise.all(Array.from({ length: 1000 }, () => client.accounts.get("1", { signal, readTimeout: 5_000 })));
  await new Promise(setImmediate);
  assert.deepEqual([most, getEventListeners(signal, "abort").length, timers() - before, warnings], [1, 0, 0, []]);
});

test("a thousand calls that one signal aborts all throw its reason, and leave nothing", async (t) => {
  const warnings = warningsOf(t);
  const controller = new AbortController();
  const { signal } = controller;
  const client = new ContextIO({ ...KEYS, fetch: () => new Promise(() => {}) });
  const before = timers();
  const calls = Array.from({ length: 1000 }, () => client.accounts.get("1", { signal }));
  setImmediate(() => controller.abort());
  for (const { status, reason } of await Promise.allSettled(calls)) {
    assert.deepEqual([status, reason], ["rejected", signal.reason]);
    assert.equal(reason.name, "AbortError");
  }
  assert.deepEqual([getEventListeners(signal, "abort").length, timers() - before, warnings], [0, 0, []]);
});

test("calls over the network leave no listener either", async (t) => {
  const warnings = warningsOf(t);
  const { client } = await faulty(t, (response) => json(response, ACCOUNT));
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 50 }, () => client.accounts.get("1", { signal })));
  assert.deepEqual([getEventListeners(signal, "abort").length, warnings], [0, []]);
});

test("an abort amid the body throws the reason, and closes the connection", async (t) => {
  const controller = new AbortController();
  let closed;
  const { client } = await faulty(t, (response) => {
    closed = new Promise((resolve) => response.on("close", resolve));
    response.writeHead(200).write("[", () => setTimeout(() => controller.abort(new Error("enough")), 20));
  });
  await assert.rejects(client.accounts.list({}, { signal: controller.signal }), { message: "enough" });
  await closed;
});

test("an abort after the end changes nothing", async (t) => {
  const { client } = await faulty(t, (response) => json(response, ACCOUNT));
  const controller = new AbortController();
  const answer = client.accounts.get("1", { signal: controller.signal });
  await answer;
  controller.abort();
  assert.deepEqual(await answer, ACCOUNT);
});

test("a signal that has aborted sends nothing", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, ACCOUNT));
  await assert.rejects(client.accounts.get("1", { signal: AbortSignal.abort() }), { name: "AbortError" });
  await assert.rejects(client.accounts.get("1", { signal: AbortSignal.timeout(1), timeout: 60_000 }).then(() =>
    client.accounts.get("1", { signal: AbortSignal.abort(new DOMException("late", "TimeoutError")) })), { name: "TimeoutError" });
  assert.ok(requests.length < 2);
});

test("what is no signal is an error, and leaves no timer", async () => {
  const client = new ContextIO({ ...KEYS, fetch: async () => Response.json(ACCOUNT) });
  const before = timers();
  for (const signal of [new AbortController(), 5, {}]) {
    await assert.rejects(client.accounts.get("1", { signal, timeout: 10 }), TypeError);
  }
  assert.equal(timers() - before, 0);
});

test("an abort ends the reading of a stream that is to be sent", async () => {
  const client = new ContextIO({ ...KEYS, fetch: async () => Response.json({}) });
  const controller = new AbortController();
  let isClosed = false;
  async function* endless() {
    try {
      for (;;) {
        yield "text";
        await new Promise(setImmediate);
        controller.abort();
      }
    } finally {
      isClosed = true;
    }
  }
  const call = client.messages.create("1", { dst_source: "0", dst_folder: "INBOX", message: endless() }, controller);
  await assert.rejects(call, { name: "AbortError" });
  await new Promise(setImmediate);
  assert.ok(isClosed);
});

test("a stream of what is no bytes is not sent", async () => {
  const fetch = mock.fn();
  const client = new ContextIO({ ...KEYS, fetch });
  for (const chunk of [3, { text: "a" }, [1, 2]]) {
    await assert.rejects(client.request("POST", "/files", { body: Readable.from([chunk]) }), { name: "UnreadableFileError", message: /must give bytes or texts/ });
  }
  assert.equal(fetch.mock.callCount(), 0);
});
