import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { mock, test } from "node:test";

import { ContextIO, UnauthorizedError } from "contextio-client";

import { faulty, json } from "./support.mjs";

const NAMES = ["Ünï çødé 雪 🙂", "a+b c&d=e%20/~*'()!", "  ", "line\r\nbreak", '"quoted"', "=", "\u0000", "e\u0301"];

test("the signature is what RFC 5849 says, by other means", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, { success: true }));
  await client.accounts.update("a b", { first_name: NAMES[0], last_name: NAMES[1] }, { query: { z: "1", a: "ü", A: "" } });
  const [{ method, url, headers, body }] = requests;
  const oauth = [...headers.authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  const signature = decodeURIComponent(oauth.find(([name]) => name === "oauth_signature")[1]);
  const [path, query] = url.split("?");
  const sent = [...query.split("&"), ...body.split("&")].map((pair) => pair.split("="));
  const pairs = [...sent, ...oauth.filter(([name]) => name !== "oauth_signature")].map((pair) => pair.join("="));
  const base = [method, `http://${headers.host}${path}`, pairs.sort().join("&")].map(encodeURIComponent).join("&");
  assert.equal(signature, createHmac("sha1", "secret&").update(base).digest("base64"));
  assert.equal(headers["content-type"], "application/x-www-form-urlencoded");
});

test("the server accepts whatever can be written", async () => {
  const client = new ContextIO();
  const { id } = await client.accounts.create({ email: "ada@example.com" });
  for (const first_name of NAMES.filter((name) => name !== "\u0000")) {
    await client.accounts.update(id, { first_name });
    assert.equal((await client.accounts.get(id)).first_name, first_name);
    await client.accounts.list({ email: first_name });
  }
  await client.accounts.delete(id);
});

test("a wrong secret is refused in words", async () => {
  const client = new ContextIO({ consumerSecret: "wrong" });
  await assert.rejects(client.accounts.list(), (error) => error instanceof UnauthorizedError && error.body.value !== "");
});

test("a clock that is off is put right by the server's, once", async (t) => {
  const lines = [];
  const client = new ContextIO({ logger: { debug: (line) => lines.push(line) } });
  mock.timers.enable({ apis: ["Date"], now: Date.now() - 7_200_000 });
  t.after(() => mock.timers.reset());
  await client.accounts.list();
  assert.match(lines[1], /the clock is off by -7[12]\d\d s$/);
  assert.equal(lines.length, 3);
  await client.accounts.list();
  assert.equal(lines.length, 4);
});

test("calls at the same time all go by the right clock in the end", async (t) => {
  mock.timers.enable({ apis: ["Date"], now: Date.now() - 7_200_000 });
  t.after(() => mock.timers.reset());
  const client = new ContextIO();
  await Promise.all(Array.from({ length: 8 }, () => client.accounts.list()));
});

test("a clock that is off does not make a wrong secret right", async (t) => {
  mock.timers.enable({ apis: ["Date"], now: Date.now() + 7_200_000 });
  t.after(() => mock.timers.reset());
  const client = new ContextIO({ consumerSecret: "wrong" });
  await assert.rejects(client.accounts.list(), UnauthorizedError);
});
