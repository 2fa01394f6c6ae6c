// Texts of errors: one printable line, bounded, and without secrets.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { ContextIO } from "contextio-client";

import { faulty, json } from "./support.mjs";

const ONCE = { maxRetries: 0 };
const SECRETS = /s3cret|p4ssword|t0ken|oauth_|OAuth /;

/** Return everything that may be shown of a value. */
function shown(value) {
  return inspect(value, { depth: 10, showHidden: true, getters: true }) + JSON.stringify(value) + String(value) + value.stack;
}

async function thrown(call) {
  return call.then(
    () => assert.fail("nothing was thrown"),
    (error) => error,
  );
}

test("what a server says is one line, without marks that steer a terminal", async (t) => {
  const value = "first\r\nsecond \u001b[31mred\u0007 \u2028third\u202e \ud83d fourth\u009b";
  const { client } = await faulty(t, (response) => json(response, { type: "error", value }, 400));
  const error = await thrown(client.accounts.get("1"));
  assert.match(error.message, /with 400: first second \[31mred third fourth$/);
  assert.equal(error.body.value, JSON.parse(JSON.stringify(value)));
});

test("what a server says is bounded", async (t) => {
  const value = "a".repeat(5_000_000);
  const { client } = await faulty(t, (response) => json(response, { type: "error", value: value.slice(0, 600_000), feedback_code: value.slice(0, 1000) }, 400));
  const error = await thrown(client.accounts.get("1"));
  assert.ok(error.message.length < 700, error.message.length);
  assert.match(error.message, /a…$/);
  assert.deepEqual([error.body.value.length, error.text.length], [600_000, 10_000]);
});

test("an address is bounded in a message too", async (t) => {
  const { client } = await faulty(t, (response) => json(response, {}, 404));
  assert.ok((await thrown(client.accounts.get("a".repeat(8_000)))).message.length < 1000);
});

for (const [kind, answer] of [
  ["a media type", (response) => response.writeHead(200, { "Content-Type": "text/html; a=\u009b31m" }).end("<html>")],
  ["a reason phrase", ({ socket }) => socket.end("HTTP/1.1 404 Not\u001b[31m Found\r\nContent-Length: 0\r\n\r\n")],
  ["the address of a redirect", (response) => response.writeHead(302, { Location: "/a\u009b31m" }).end()],
]) {
  test(`${kind} cannot steer a terminal`, async (t) => {
    const { client } = await faulty(t, answer, ONCE);
    assert.match((await thrown(client.accounts.get("1"))).message, /^[\x20-\x7e…]+$/);
  });
}

test("no error shows what was sent in secret", async (t) => {
  const answers = [
    (response) => json(response, { type: "error", value: "no" }, 400),
    (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<html>"),
    (response) => response.end("["),
    (response) => response.writeHead(302, { Location: "/x" }).end(),
    (response) => response.destroy(),
    (response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end("none"),
    () => {},
  ];
  const { client } = await faulty(t, (response, number) => answers[number % answers.length](response), {
    consumerSecret: "s3cret",
    timeout: 300,
    defaultHeaders: { "X-Token": "t0ken" },
    defaultQuery: { token: "t0ken" },
  });
  const form = { email: "ada@example.com", password: "p4ssword" };
  for (const _ of answers) {
    assert.doesNotMatch(shown(await thrown(client.accounts.create(form, { query: { key: "t0ken" }, headers: { "X-Key": "t0ken" } }))), SECRETS);
  }
  const header = await thrown(client.accounts.get("1", { headers: { "X-Key": "t0\nken" } }));
  assert.equal(header.message, 'the header "X-Key" has a name or a value that cannot be sent');
  assert.doesNotMatch(shown(header), SECRETS);
});

test("what a fetch says of the address is shown without its query", async () => {
  const fetch = async (url) => {
    const cause = Object.assign(new Error(`cannot connect to "${url}"`), { path: url });
    throw new TypeError(`error sending request for url (${url}): refused`, { cause });
  };
  const client = new ContextIO({ consumerKey: "key", consumerSecret: "s3cret", baseUrl: "https://mail.example/2.0", fetch });
  const error = await thrown(client.accounts.list({ email: "t0ken" }, ONCE));
  assert.match(error.message, /cannot connect to "https:\/\/mail.example\/2.0\/accounts"$/);
  assert.match(error.cause.message, /\(https:\/\/mail.example\/2.0\/accounts\): refused$/);
  assert.doesNotMatch(shown(error), SECRETS);
});

test("no client and no answer shows a secret", async (t) => {
  const attempts = [];
  const { client } = await faulty(t, (response) => json(response, []), {
    consumerSecret: "s3cret",
    defaultHeaders: { "X-Token": "t0ken" },
    onAttempt: (attempt) => attempts.push(attempt),
  });
  const answer = client.accounts.list({}, { query: { token: "t0ken" } });
  const received = await answer.withResponse();
  const { response: _, ...rest } = received;
  for (const value of [client, client.accounts, client.withOptions({ timeout: 1_000 }), answer, await answer, rest, attempts]) {
    assert.doesNotMatch(shown(value), SECRETS);
  }
});

test("a client of the environment shows no secret either", () => {
  const client = new ContextIO({ consumerKey: "key", consumerSecret: "s3cret", baseUrl: "https://mail.example/2.0" });
  assert.doesNotMatch(shown(client), SECRETS);
});
