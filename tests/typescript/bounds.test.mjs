// Bounds of answers in size and time, whatever the server sends.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createGzip, gzipSync } from "node:zlib";

import {
  APITimeoutError,
  AnswerTooLargeError,
  ContextIO,
  IncompleteAnswerError,
  NotFoundError,
  ServerError,
} from "contextio-client";

import { ACCOUNT, faulty, json } from "./support.mjs";

const MEBIBYTE = 1024 * 1024;
const JSON_TYPE = { "Content-Type": "application/json" };

/** Send blanks without end, as fast as they are taken. */
function flood(response, status = 200, headers = JSON_TYPE, through = (stream) => stream) {
  response.writeHead(status, headers);
  const stream = through(response);
  const chunk = Buffer.alloc(65_536, " ");
  const more = () => {
    while (!response.destroyed && stream.write(chunk));
  };
  stream.on("drain", more);
  response.on("close", () => stream.destroy());
  more();
}

function zipped(response) {
  const gzip = createGzip();
  gzip.pipe(response);
  return gzip;
}

for (const [kind, answer] of [
  ["without end", (response) => flood(response)],
  ["compressed and without end", (response) => flood(response, 200, { ...JSON_TYPE, "Content-Encoding": "gzip" }, zipped)],
]) {
  test(`an answer ${kind} is not read beyond its bound`, async (t) => {
    const { client, requests } = await faulty(t, answer);
    const before = process.memoryUsage().rss;
    const error = await client.accounts.list({}, { maxAnswerBytes: MEBIBYTE }).catch((each) => each);
    assert.ok(error instanceof AnswerTooLargeError, String(error));
    assert.match(error.message, /with 200 and more than 1048576 bytes; set maxAnswerBytes to read more$/);
    assert.deepEqual([error.status, error.text, error.retryable, requests.length], [200, "", false, 1]);
    assert.ok(process.memoryUsage().rss - before < 200 * MEBIBYTE);
  });
}

test("a short answer that stands for a long one is bounded", async (t) => {
  const bomb = gzipSync(Buffer.alloc(64 * MEBIBYTE, " "));
  const { client } = await faulty(t, (response) => response.writeHead(200, { ...JSON_TYPE, "Content-Encoding": "gzip" }).end(bomb), {
    maxAnswerBytes: 2 * MEBIBYTE,
  });
  await assert.rejects(client.accounts.list(), AnswerTooLargeError);
});

test("the bound is that of the body after decompression, to the byte", async (t) => {
  const text = JSON.stringify([{ ...ACCOUNT, note: "ü".repeat(1000) }]);
  const size = Buffer.byteLength(text);
  const { client } = await faulty(t, (response) =>
    response.writeHead(200, { ...JSON_TYPE, "Content-Encoding": "gzip" }).end(gzipSync(text)),
  );
  assert.equal((await client.accounts.list({}, { maxAnswerBytes: size })).length, 1);
  await assert.rejects(client.accounts.list({}, { maxAnswerBytes: size - 1 }), AnswerTooLargeError);
});

test("the status of an error counts, however its body goes on", async (t) => {
  const { client } = await faulty(
    t,
    (response, number) => {
      if (number === 0) return flood(response, 404);
      response.writeHead(500, JSON_TYPE).write('{"type": "error", ');
      return setTimeout(() => response.destroy(), 20);
    },
    { maxRetries: 0 },
  );
  const missing = await client.accounts.get("1").catch((each) => each);
  assert.ok(missing instanceof NotFoundError);
  assert.deepEqual([missing.text.length, missing.body], [10_000, undefined]);
  const failed = await client.accounts.get("1").catch((each) => each);
  assert.ok(failed instanceof ServerError && failed.text.startsWith('{"type"'));
});

test("a fast answer without end ends with the time of the call", async (t) => {
  const { client } = await faulty(t, (response) => flood(response));
  await assert.rejects(client.accounts.list({}, { maxAnswerBytes: Infinity, timeout: 200 }), APITimeoutError);
});

for (const [when, answer] of [
  ["before the answer", () => {}],
  ["amid the answer", (response) => response.writeHead(200).write("[")],
]) {
  test(`a server that is silent ${when} is given up, and tried again`, async (t) => {
    const { client, requests } = await faulty(t, (response, number) => (number ? json(response, []) : answer(response)));
    const client2 = client.withOptions({ readTimeout: 80 });
    assert.deepEqual([...(await client2.accounts.list())], []);
    assert.equal(requests.length, 2);
  });
}

test("a server that drips is not silent", async (t) => {
  const { client } = await faulty(t, async (response) => {
    response.writeHead(200, JSON_TYPE);
    for (const piece of ["[", "{}", ",", "{}", "]"]) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    response.end();
  });
  assert.equal((await client.accounts.list({}, { readTimeout: 3_000 })).length, 2);
});

test("silence has words of its own", async (t) => {
  const { client } = await faulty(t, () => {}, { readTimeout: 50, maxRetries: 0 });
  await assert.rejects(client.accounts.list(), { name: "APITimeoutError", message: /accounts gets nothing for 50 ms$/ });
});

test("a body that does not fit its compression", async (t) => {
  const { client } = await faulty(
    t,
    (response) => response.writeHead(200, { ...JSON_TYPE, "Content-Encoding": "gzip" }).end("no gzip at all"),
    { maxRetries: 0 },
  );
  await assert.rejects(client.accounts.list(), IncompleteAnswerError);
});

test("bounds that are none are refused, by the client and by a call", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, []));
  for (const options of [{ maxAnswerBytes: 0 }, { readTimeout: 0 }, { timeout: "5" }, { maxRetries: NaN }]) {
    const [name] = Object.keys(options);
    const refused = { name: "TypeError", message: new RegExp(`^${name} must be `) };
    assert.throws(() => new ContextIO(options), refused);
    assert.throws(() => client.withOptions(options), refused);
    await assert.rejects(client.accounts.list({}, options), refused);
  }
  assert.equal(requests.length, 0);
});
