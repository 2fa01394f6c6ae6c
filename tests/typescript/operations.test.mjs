// Each operation of the bundle that the real server implements: parsed, as it came, refused and unsigned.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Client, ContextIO, NotFoundError, UnauthorizedError } from "contextio-client";

import { OPERATIONS, filledPath } from "./bundle.mjs";

const MAILBOX = {
  email: "demo@example.com",
  server: "127.0.0.1",
  port: Number(process.env.IMAP_PORT),
  use_ssl: 0,
  type: "IMAP",
  username: "demouser",
  password: "demopass",
};

const client = new ContextIO();

const root = new Client({ baseUrl: new URL("/", client.baseUrl).href });

/** Return whether the server has code for an operation. */
async function isImplemented(operation) {
  const call = root.request(operation.method, operation.basePath + filledPath(operation));
  return call.then(() => true, ({ status }) => status !== 501);
}

/** Create the resources that an operation is called on, and return the values of its path. */
async function create({ page, names }) {
  const id = (await client.accounts.create({ email: "ada@example.com" })).id;
  const values = { id };
  if (names.includes("label")) {
    values.label = (await client.sources.create(id, MAILBOX)).label;
  }
  if (names.includes("token")) {
    const form = { callback_url: "https://app.example/back" };
    const made = page === "connectTokens" ? client.connectTokens.create(form) : client.accountConnectTokens.create(id, form);
    values.token = (await made).token;
  }
  return names.map((name) => values[name]);
}

/** Call an operation with the description's examples; a mailbox must be one that is there. */
function call(by, operation, path) {
  const { query, body: { value: form } } = operation;
  const params = { ...query, ...(form?.server ? MAILBOX : form) };
  const given = Object.keys(params).length > 0 ? [params] : [];
  return by[operation.page][operation.name](...path, ...given);
}

for (const operation of OPERATIONS) {
  if (!(await isImplemented(operation))) {
    continue;
  }

  test(operation.id, async () => {
    const data = await call(client, operation, await create(operation));
    assert.equal(Array.isArray(data), Array.isArray(operation.answer.value));
    for (const name of operation.answer.required) {
      assert.ok(name in data, name);
    }
    const raw = await call(client, operation, await create(operation)).withResponse();
    assert.equal(raw.response.status, operation.answer.status);
    assert.equal(JSON.stringify(JSON.parse(raw.text)), JSON.stringify(raw.data));
  });

  test(`${operation.id} of a stranger`, async () => {
    const stranger = new ContextIO({ consumerKey: "stranger" });
    await assert.rejects(call(stranger, operation, operation.names), UnauthorizedError);
  });

  if (operation.statuses.includes(404)) {
    test(`${operation.id} of nothing`, async () => {
      await assert.rejects(call(client, operation, operation.names), NotFoundError);
    });
  }
}
