// The stack of an error names the function that called, whatever failed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { faulty, json, refuse } from "./support.mjs";

const ONCE = { maxRetries: 0 };
const JSON_TYPE = { "Content-Type": "application/json" };

/** What a server does, and the options of the call. */
const FAILURES = {
  "a refusal": [(response) => refuse(response, 404)],
  "a page of a proxy": [(response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<html>")],
  "half a body": [(response) => response.writeHead(200, JSON_TYPE).end("[")],
  "another type": [(response) => response.writeHead(200, JSON_TYPE).end("7")],
  "a redirect": [(response) => response.writeHead(302, { Location: "/" }).end()],
  "a closed connection": [(response) => response.destroy()],
  "a body that breaks off": [
    (response) => {
      response.writeHead(200, JSON_TYPE).write("[");
      setTimeout(() => response.destroy(), 20);
    },
  ],
  "a body that is too large": [(response) => response.writeHead(200, JSON_TYPE).end(`[${" ".repeat(2000)}]`), { maxAnswerBytes: 1000 }],
  "time that is up": [() => {}, { timeout: 50 }],
  "a silent server": [(response) => response.writeHead(200, JSON_TYPE).write("["), { readTimeout: 50 }],
  "a retry in vain": [(response) => refuse(response, 503), { maxRetries: 1 }],
  "an argument that cannot be sent": [() => {}, { query: { a: {} } }],
};

for (const [failure, [answer, options]] of Object.entries(FAILURES)) {
  for (const [way, call] of [
    ["a method", async (client, settings) => await client.accounts.list({}, settings)],
    ["withResponse", async (client, settings) => await client.accounts.list({}, settings).withResponse()],
    ["request", async (client, settings) => await client.request("GET", "/accounts", settings)],
    ["Promise.all", async (client, settings) => await Promise.all([client.accounts.list({}, settings)])],
    ["listAll", async (client, settings) => { for await (const _ of client.accounts.listAll({}, settings)); }],
    ["pages", async (client, settings) => { for await (const _ of client.accounts.listAll({}, settings).pages()); }],
  ]) {
    if (way === "request" && ["a page of a proxy", "another type"].includes(failure)) {
      continue; // what is not described may be anything
    }
    test(`the caller of ${way} is in the stack after ${failure}`, async (t) => {
      const { client } = await faulty(t, answer);
      async function mine() {
        await call(client, { ...ONCE, ...options });
      }
      const error = await mine().then(() => assert.fail("nothing was thrown"), (thrown) => thrown);
      assert.match(error.stack, /\n    at (async )?mine \(/);
    });
  }
}

test("the caller of nextPage is in the stack", async (t) => {
  const { client } = await faulty(t, (response, number) => (number ? refuse(response, 404) : json(response, [{ id: "1" }])));
  const page = await client.accounts.list({ limit: 1 });
  async function mine() {
    await page.nextPage();
  }
  await assert.rejects(mine(), ({ stack }) => /\n    at async mine \(/.test(stack));
});
