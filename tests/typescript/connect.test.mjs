// The connect flow to its end, against the real server and a real mailbox.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CallbackError, ContextIO, ContextIOError, connection, tokenOfCallback } from "contextio-client";

const BACK = "https://app.example/back";
const SETTINGS = {
  email: "demo@example.com",
  server: "127.0.0.1",
  port: process.env.IMAP_PORT,
  username: "demouser",
  password: "demopass",
};

test("a mailbox is connected from either page", async () => {
  const client = new ContextIO();
  const { id } = await client.accounts.create({ email: "ada@example.com" });
  for (const [page, path] of [
    [client.connectTokens, []],
    [client.accountConnectTokens, [id]],
  ]) {
    const made = await page.create(...path, { callback_url: BACK });
    assert.equal(connection(await page.get(...path, made.token)), undefined);
    const body = new URLSearchParams(SETTINGS);
    const sent = await fetch(made.browser_redirect_url, { method: "POST", body, redirect: "manual" });
    const back = sent.headers.get("Location");
    assert.equal(tokenOfCallback(back, made.token), made.token);
    assert.equal(tokenOfCallback(back.replace("https://app.example", ""), made.token), made.token);
    const found = connection(await page.get(...path, made.token));
    assert.ok(found.label);
    assert.equal(found.accountId === id, path.length > 0);
    assert.ok(found.emailAddresses.includes(path.length ? "ada@example.com" : SETTINGS.email));
  }
});

test("another callback is refused", () => {
  for (const [query, reason] of [
    ["", /has no contextio_token/],
    ["?contextio_token=", /has 1 contextio_token; it needs one with a value/],
    ["?contextio_token=t&contextio_token=t", /has 2/],
    ["?contextio_token=%C3%BC", /has another/],
    ["?contextio_token=tt", /has another/],
  ]) {
    assert.throws(
      () => tokenOfCallback(BACK + query, "t"),
      (error) => error instanceof CallbackError && error instanceof ContextIOError && reason.test(error.message),
    );
  }
  for (const expected of ["", undefined, null]) {
    assert.throws(() => tokenOfCallback(`${BACK}?contextio_token=t`, expected), CallbackError);
  }
  assert.throws(() => tokenOfCallback("http://[/back#?contextio_token=t", "t"), CallbackError);
});

test("a callback is read whatever its host", () => {
  for (const url of ["http://[/back?a=b&contextio_token=t%20t#c", new URL(`${BACK}?contextio_token=t+t`), "?contextio_token=t t"]) {
    assert.equal(tokenOfCallback(url, "t t"), "t t");
  }
});
