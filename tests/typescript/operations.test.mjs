// Each operation of the bundle against the real server: parsed, as it came, refused and unsigned.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ContextIO, NotFoundError, UnauthorizedError } from "contextio-client";

import { OPERATIONS } from "./bundle.mjs";

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
  const { query, form } = operation;
  const params = { ...query, ...(form?.server ? MAILBOX : form) };
  const given = Object.keys(params).length > 0 ? [params] : [];
  return by[operation.page][operation.name](...path, ...given);
}

for (const operation of OPERATIONS) {
  test(operation.id, async () => {
    const data = await call(client, operation, await create(operation));
    assert.equal(Array.isArray(data), Array.isArray(operation.answer));
    for (const name of operation.required) {
      assert.ok(name in data, name);
    }
    const raw = await call(client, operation, await create(operation)).withResponse();
    assert.equal(raw.response.status, operation.status);
    assert.deepEqual(JSON.parse(raw.text), raw.data);
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
