import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { ContextIO, ContextIOError } from "contextio-client";

import { ACCOUNT, faulty, json } from "./support.mjs";

const answer = (response) => json(response, ACCOUNT);

test("what is not described can be sent along", async (t) => {
  const { client, requests } = await faulty(t, answer);
  const extra = { query: { q: "a b", none: null }, form: { more: 1 }, headers: { "X-Trace": "7", Authorization: "no" } };
  await client.accounts.update("1", { first_name: "Ada", last_name: undefined }, extra);
  const [{ url, body, headers }] = requests;
  assert.equal(url, "/2.0/accounts/1?q=a%20b");
  assert.equal(body, "first_name=Ada&more=1");
  assert.equal(headers["x-trace"], "7");
  assert.match(headers.authorization, /^OAuth oauth_consumer_key="key"/);
});

test("a call that is not described", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, ["any"]));
  assert.deepEqual(await client.request("get", "/accounts/a%2Fb/messages", { query: { limit: 5 } }), ["any"]);
  await client.request("POST", "/accounts/a/messages", { form: { dst_label: "ü" } });
  assert.deepEqual(
    requests.map(({ method, url, body }) => [method, url, body]),
    [
      ["GET", "/2.0/accounts/a%2Fb/messages?limit=5", ""],
      ["POST", "/2.0/accounts/a/messages", "dst_label=%C3%BC"],
    ],
  );
  for (const path of ["accounts", "//elsewhere.example/", "https://elsewhere.example/", ""]) {
    await assert.rejects(client.request("GET", path), { name: "TypeError", message: /one slash/ });
  }
  for (const path of ["/accounts?limit=5", "/accounts#a", "/acc\nounts"]) {
    await assert.rejects(client.request("GET", path), { name: "TypeError", message: /without query and fragment/ });
  }
  for (const body of [() => 1, Symbol("1"), { toJSON: () => undefined }]) {
    await assert.rejects(client.request("POST", "/accounts", { body }), { name: "TypeError", message: /^body must have a form in JSON/ });
  }
  await client.request("GET", "/accounts/{toString}");
  assert.equal(requests.at(-1).url, "/2.0/accounts/%7BtoString%7D");
});

test("a call that is not described may be answered without a body, whatever its media type", async (t) => {
  const { client } = await faulty(t, (response) =>
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "0" }).end());
  assert.equal(await client.request("DELETE", "/accounts/a/calendar"), undefined);
});

test("an unknown argument is an error, not silence", async (t) => {
  const { client, requests } = await faulty(t, answer);
  await assert.rejects(client.accounts.list({ stauts: "OK" }), { name: "TypeError", message: /accounts.list knows no stauts/ });
  await assert.rejects(client.accounts.get("1", { form: { a: 1 } }), { name: "TypeError", message: /sends no form/ });
  assert.equal(requests.length, 0);
});

test("an unknown value is sent as it is", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, []));
  await client.accounts.list({ status: "ON_HOLIDAY" });
  assert.equal(requests[0].url, "/2.0/accounts?status=ON_HOLIDAY");
});

test("what cannot be sent is an error", async (t) => {
  const { client, requests } = await faulty(t, answer);
  for (const id of ["", ".", "..", undefined, null]) {
    await assert.rejects(client.accounts.get(id), { name: "TypeError", message: /^id must/ });
  }
  for (const email of [["a"], { a: 1 }, "\ud83d"]) {
    await assert.rejects(client.accounts.list({ email }), { name: "TypeError", message: /^email / });
  }
  for (const timeout of [0, -1, NaN]) {
    await assert.rejects(client.accounts.list({}, { timeout }), { name: "TypeError", message: /^timeout must be/ });
  }
  await assert.rejects(client.accounts.list({}, { headers: { "X-Trace": "a\nb" } }), TypeError);
  assert.equal(requests.length, 0);
});

test("a part of the path stays one part", async (t) => {
  const { client, requests } = await faulty(t, answer);
  await client.sources.get("a/b", "ada@example.com::imap.example.com?x=1#y%2F");
  assert.equal(requests[0].url, "/2.0/accounts/a%2Fb/sources/ada%40example.com%3A%3Aimap.example.com%3Fx%3D1%23y%252F");
});

test("keys and address come from the environment, where they are not given", () => {
  assert.equal(new ContextIO().baseUrl, process.env.CONTEXTIO_BASE_URL);
  assert.equal(new ContextIO({ baseUrl: "https://mail.example/2.0" }).baseUrl, "https://mail.example/2.0");
  const kept = { ...process.env };
  try {
    delete process.env.CONTEXTIO_CONSUMER_SECRET;
    assert.throws(() => new ContextIO(), { name: "ContextIOError", message: /set CONTEXTIO_CONSUMER_SECRET$/ });
  } finally {
    Object.assign(process.env, kept);
  }
});

test("an address that is none is refused", () => {
  for (const baseUrl of ["mail.example", "ftp://mail.example", "https://ada:pw@mail.example", "https://mail.example?x"]) {
    assert.throws(() => new ContextIO({ baseUrl }), ContextIOError);
  }
});

test("an address with and without a final slash, or without a path", async (t) => {
  const { client, requests, origin } = await faulty(t, answer);
  await client.accounts.get("1");
  for (const path of ["/2.0/", "/", ""]) {
    const other = new ContextIO({ consumerKey: "key", consumerSecret: "secret", baseUrl: origin + path });
    await other.accounts.get("1");
  }
  assert.deepEqual(
    requests.map(({ url }) => url),
    ["/2.0/accounts/1", "/2.0/accounts/1", "/accounts/1", "/accounts/1"],
  );
});

test("fetch can be replaced", async () => {
  const seen = [];
  const fetch = async (url, init) => {
    seen.push([String(url), init.method, init.redirect]);
    return Response.json(ACCOUNT);
  };
  const client = new ContextIO({ consumerKey: "key", consumerSecret: "secret", baseUrl: "https://mail.example", fetch });
  await client.accounts.get("1");
  assert.deepEqual(seen, [["https://mail.example/accounts/1", "GET", "manual"]]);
});

test("nothing secret is logged, shown or thrown", async (t) => {
  const lines = [];
  const logger = { debug: (line) => lines.push(line) };
  const { client } = await faulty(t, (response) => json(response, { type: "error", value: "no" }, 400), { logger });
  const form = { email: "ada@example.com", password: "p4ssword" };
  const error = await client.accounts.create(form, { query: { token: "t0ken" } }).catch((each) => each);
  assert.equal(lines.length, 1);
  assert.match(lines[0], /^POST http:\S+\/2.0\/accounts is answered with 400 in \d+ ms$/);
  for (const text of [lines.join(), inspect(client, { depth: 9, showHidden: true }), inspect(error, { depth: 9 })]) {
    assert.doesNotMatch(text, /secret|p4ssword|t0ken|oauth_/);
  }
});
