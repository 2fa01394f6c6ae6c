import assert from "node:assert/strict";
import { test } from "node:test";

import { ContextIO } from "contextio-client";

import { faulty, json } from "./support.mjs";

/** Answer pages out of an array, as the contract says. */
function pages(accounts) {
  return (response, _, { url }) => {
    const { searchParams } = new URL(url, "http://any");
    const offset = Number(searchParams.get("offset"));
    json(response, accounts.slice(offset, offset + Number(searchParams.get("limit"))));
  };
}

async function ids(accounts) {
  const found = [];
  for await (const { id } of accounts) {
    found.push(id);
  }
  return found;
}

const many = (count) => Array.from({ length: count }, (_, number) => ({ id: `${number}` }));

for (const [count, requestsNeeded] of [
  [0, 1],
  [99, 1],
  [100, 2],
  [250, 3],
]) {
  test(`${count} accounts take ${requestsNeeded} requests`, async (t) => {
    const { client, requests } = await faulty(t, pages(many(count)));
    assert.equal((await ids(client.accounts.listAll())).length, count);
    assert.equal(requests.length, requestsNeeded);
  });
}

test("rows that cannot be told apart are not dropped", async (t) => {
  for (const row of [{ name: "Ada" }, { id: null }, null]) {
    const { client } = await faulty(t, pages([row, row]));
    const found = [];
    for await (const account of client.accounts.listAll()) {
      found.push(account);
    }
    assert.deepEqual(found, [row, row]);
  }
});

test("a row without a key costs no other row, and ends where a server ignores the offset", async (t) => {
  const accounts = [{ id: "0" }, { id: "1" }, { name: "Ada" }, { id: "3" }, null];
  for (const [answer, limit] of [
    [pages(accounts), 3],
    [(response) => json(response, accounts), accounts.length],
  ]) {
    const { client, requests } = await faulty(t, answer);
    const found = [];
    for await (const account of client.accounts.listAll({ limit })) {
      found.push(account);
      assert.ok(found.length < 20);
    }
    assert.deepEqual(found, accounts);
    assert.ok(requests.length < 5);
  }
});

test("filters, size of a page and beginning are kept", async (t) => {
  const { client, requests } = await faulty(t, pages(many(7)));
  assert.deepEqual(await ids(client.accounts.listAll({ status: "OK", limit: 3, offset: 2 })), ["2", "3", "4", "5", "6"]);
  assert.deepEqual(
    requests.map(({ url }) => url),
    [2, 4, 6].map((offset) => `/2.0/accounts?status=OK&limit=3&offset=${offset}`),
  );
});

test("an account comes once, also where others are added before it meanwhile", async (t) => {
  const accounts = many(6);
  const { client } = await faulty(t, pages(accounts));
  const found = [];
  for await (const { id } of client.accounts.listAll({ limit: 2 })) {
    found.push(id);
    if (id === "1") {
      accounts.unshift({ id: "new" });
    }
  }
  assert.deepEqual(found, ["0", "1", "2", "3", "4", "5"]);
});

test("no account is missed or repeated, whatever is removed and added meanwhile", async (t) => {
  for (let seed = 1; seed <= 60; seed++) {
    let state = seed;
    const drawn = (below) => (state = (state * 48271) % 2147483647) % below;
    const accounts = many(drawn(12));
    const before = accounts.map(({ id }) => id);
    let added = 100;
    const { client } = await faulty(t, (...request) => {
      pages(accounts)(...request);
      drawn(2) ? accounts.splice(drawn(accounts.length || 1), 1) : accounts.push({ id: `${added++}` });
    }, { timeout: 5_000 });
    const found = [];
    for await (const { id } of client.accounts.listAll({ limit: 1 + drawn(4) })) {
      found.push(id);
      if (found.length > 30) break;
    }
    assert.equal(new Set(found).size, found.length, `seed ${seed}`);
    const still = accounts.map(({ id }) => id);
    if (found.length <= 30) assert.deepEqual(before.filter((id) => still.includes(id) && !found.includes(id)), [], `seed ${seed}`);
  }
});

test("a server that ignores the offset does not hold the client for ever", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, many(100)));
  assert.equal((await ids(client.accounts.listAll())).length, 100);
  assert.ok(requests.length < 5);
});

test("a list that is empty from a page on ends", async (t) => {
  const { client, requests } = await faulty(t, (response, _, { url }) => json(response, url.endsWith("offset=0") ? many(100) : []));
  const found = [];
  for await (const { id } of client.accounts.listAll({}, { signal: AbortSignal.timeout(5_000) })) {
    found.push(id);
  }
  assert.equal(found.length, 100);
  assert.ok(requests.length < 10);
});

test("no page is asked for before it is needed", async (t) => {
  const { client, requests } = await faulty(t, pages(many(9)));
  for await (const { id } of client.accounts.listAll({ limit: 3 })) {
    if (id === "2") {
      break;
    }
  }
  assert.equal(requests.length, 1);
});

test("pages of the real server, by hand and all together", async () => {
  const client = new ContextIO();
  const made = [];
  for (let number = 0; number < 5; number++) {
    made.push((await client.accounts.create({ email: `paging${number}@example.com` })).id);
  }
  const all = await ids(client.accounts.listAll({ limit: 2 }));
  assert.deepEqual(all.slice(-5), made);
  const page = await client.accounts.list({ limit: 2, offset: all.length - 3 });
  assert.deepEqual(page.map(({ id }) => id), made.slice(2, 4));
  await Promise.all(made.map((id) => client.accounts.delete(id)));
});
