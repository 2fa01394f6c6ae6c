import assert from "node:assert/strict";
import { test } from "node:test";

import {
  APIConnectionError,
  APITimeoutError,
  ContextIO,
  ServiceUnavailableError,
  TooManyRequestsError,
} from "contextio-client";

import { ACCOUNT, faulty, json, refuse } from "./support.mjs";

for (const status of [408, 429, 500, 502, 503]) {
  test(`a read is tried again after ${status}`, async (t) => {
    const { client, requests } = await faulty(t, (response, number) =>
      number < 2 ? refuse(response, status) : json(response, ACCOUNT),
    );
    assert.equal((await client.accounts.get("1")).id, "1");
    assert.equal(requests.length, 3);
    assert.equal(new Set(requests.map(({ headers }) => headers.authorization)).size, 3, "each try has a nonce");
  });
}

test("a read is tried again after a broken connection and half an answer", async (t) => {
  const { client } = await faulty(t, (response, number) => {
    if (number === 0) {
      response.destroy();
    } else if (number === 1) {
      response.writeHead(200, { "Content-Length": "100" }).write('{"id":');
      setTimeout(() => response.destroy(), 20);
    } else {
      json(response, ACCOUNT);
    }
  });
  assert.equal((await client.accounts.get("1")).id, "1");
});

test("the number of tries is bounded, for a client and for a call", async (t) => {
  const { client, requests } = await faulty(t, (response) => refuse(response, 503), { maxRetries: 1 });
  await assert.rejects(client.accounts.list(), ServiceUnavailableError);
  assert.equal(requests.length, 2);
  await assert.rejects(client.accounts.list({}, { maxRetries: 0 }), ServiceUnavailableError);
  assert.equal(requests.length, 3);
});

test("a write is sent once, unless the caller says otherwise", async (t) => {
  const { client, requests } = await faulty(t, (response) => refuse(response, 503));
  await assert.rejects(client.accounts.create({ email: "ada@example.com" }), ServiceUnavailableError);
  await assert.rejects(client.accounts.delete("1"), ServiceUnavailableError);
  assert.equal(requests.length, 2);
  await assert.rejects(client.accounts.create({ email: "ada@example.com" }, { retryWrites: true }));
  assert.equal(requests.length, 5);
});

test("a refusal is not tried again", async (t) => {
  for (const status of [400, 401, 404]) {
    const { client, requests } = await faulty(t, (response) => refuse(response, status));
    await assert.rejects(client.accounts.get("1"), { status });
    assert.equal(requests.length, 1);
  }
});

test("Retry-After in seconds is kept", async (t) => {
  const times = [];
  const { client } = await faulty(t, (response, number) => {
    times.push(performance.now());
    number ? json(response, ACCOUNT) : json(response, {}, 429, { "Retry-After": "1" });
  });
  await client.accounts.get("1");
  assert.ok(times[1] - times[0] > 950, `${times[1] - times[0]} ms`);
});

test("Retry-After as a date is kept", async (t) => {
  const { client, requests } = await faulty(t, (response, number) =>
    number ? json(response, ACCOUNT) : json(response, {}, 503, { "Retry-After": new Date(0).toUTCString() }),
  );
  await client.accounts.get("1");
  assert.equal(requests.length, 2);
});

/** Return the wait in milliseconds that a client plans after a refusal with some headers. */
async function plannedWait(t, headers, status = 503) {
  const controller = new AbortController();
  let wait;
  const onAttempt = (attempt) => {
    wait = attempt.wait;
    controller.abort();
  };
  const { client } = await faulty(t, (response) => json(response, {}, status, headers), { onAttempt, timeout: 1e9 });
  await client.accounts.get("1", { signal: controller.signal }).catch(() => {});
  return wait;
}

const inAnHour = new Date(Date.now() + 3_600_000);

for (const [headers, least, most = least] of [
  [{ "Retry-After": "7" }, 7_000],
  [{ "Retry-After": "007" }, 7_000],
  [{ "Retry-After-Ms": "1234", "Retry-After": "7" }, 1_234],
  [{ "Retry-After-Ms": "soon", "Retry-After": "7" }, 7_000],
  [{ "Retry-After": inAnHour.toUTCString() }, 3_000_000, 3_600_000],
  [{ "Retry-After": inAnHour.toUTCString().replace(/^(...), (..) (...) ..(..)/, "Wednesday, $2-$3-$4") }, 3_000_000, 3_600_000],
  [{ "Retry-After": inAnHour.toUTCString().replace(/^(...), (..) (...) (....) (\S+) GMT/, "$1 $3 $2 $5 $4") }, 3_000_000, 3_600_000],
  [{ "Retry-After": new Date(0).toUTCString() }, 0],
  ...["-5", "0.5", "1.5", "10.25", "1, 2", "+1", "", "soon", "1e3", "0x10", "٣", "Mon"].map((value) => [
    { "Retry-After": Buffer.from(value).toString("latin1") },
    250,
    500,
  ]),
]) {
  test(`the wait after ${JSON.stringify(headers)}`, async (t) => {
    const wait = await plannedWait(t, headers);
    assert.ok(wait >= least && wait <= most, `${wait} ms`);
  });
}

test("a wait of more than a day, or that does not fit the call, is none", async (t) => {
  assert.equal(await plannedWait(t, { "Retry-After": "86401" }), undefined);
  assert.equal(await plannedWait(t, { "Retry-After": "9".repeat(400) }), undefined);
});

test("the server says whether to try again", async (t) => {
  assert.equal(await plannedWait(t, { "X-Should-Retry": "false" }), undefined);
  assert.ok((await plannedWait(t, { "X-Should-Retry": "true" }, 400)) >= 250);
});

test("nobody waits longer than the call may take", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, {}, 429, { "Retry-After": "61" }));
  await assert.rejects(client.accounts.get("1"), TooManyRequestsError);
  assert.equal(requests.length, 1);
});

test("all tries share the time of a call", async (t) => {
  const { client } = await faulty(t, (response) => refuse(response, 503), { timeout: 300, maxRetries: 1_000_000 });
  const began = performance.now();
  await assert.rejects(client.accounts.get("1"), (error) => {
    return error instanceof ServiceUnavailableError || error instanceof APITimeoutError;
  });
  assert.ok(performance.now() - began < 5_000);
});

test("many tries leave nothing behind that Node would warn of", async (t) => {
  const warnings = [];
  const warned = (warning) => warnings.push(warning.name);
  process.on("warning", warned);
  t.after(() => process.off("warning", warned));
  const fetch = async () => new Response("", { status: 503, headers: { "Retry-After": "0" } });
  const client = new ContextIO({ consumerKey: "key", consumerSecret: "secret", fetch, maxRetries: 20 });
  await assert.rejects(client.accounts.get("1"), ServiceUnavailableError);
  await new Promise(setImmediate);
  assert.deepEqual(warnings, []);
});

test("a number of tries that is none is refused", async (t) => {
  const { client, requests } = await faulty(t, (response) => refuse(response, 503));
  for (const maxRetries of [-1, NaN]) {
    await assert.rejects(client.accounts.get("1", { maxRetries }), { name: "TypeError", message: /^maxRetries must be 0/ });
  }
  assert.equal(requests.length, 0);
});

test("a wait can be aborted", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, {}, 503, { "Retry-After": "30" }));
  const controller = new AbortController();
  const call = client.accounts.get("1", { signal: controller.signal });
  setTimeout(() => controller.abort(new Error("enough")), 50);
  await assert.rejects(call, { message: "enough" });
  assert.equal(requests.length, 1);
});

test("a server that is not there", async (t) => {
  const { client, origin } = await faulty(t, () => {}, { baseUrl: "http://127.0.0.1:1/2.0", maxRetries: 0 });
  assert.ok(origin);
  await assert.rejects(client.accounts.get("1"), (error) => {
    assert.ok(error instanceof APIConnectionError);
    assert.ok(error.cause);
    assert.equal(error.name, "APIConnectionError");
    assert.match(error.message, /^GET http:\/\/127.0.0.1:1\/2.0\/accounts\/1 gets no complete answer: /);
    return true;
  });
});
