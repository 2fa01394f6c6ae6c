// Pages of lists as objects.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Page } from "contextio-client";

import { faulty, json } from "./support.mjs";

const many = (count) => Array.from({ length: count }, (_, number) => ({ id: `${number}` }));

/** Answer pages out of an array; without a limit they have 100 elements. */
function pages(rows) {
  return (response, _, { url }) => {
    const { searchParams } = new URL(url, "http://any");
    const offset = Number(searchParams.get("offset"));
    json(response, rows.slice(offset, offset + Number(searchParams.get("limit") ?? 100)));
  };
}

const ids = (page) => Array.from(page, ({ id }) => Number(id));

async function collected(all) {
  const found = [];
  for await (const each of all) {
    found.push(each);
  }
  return found;
}

test("a page is an array that reads the next one", async (t) => {
  const { client, requests } = await faulty(t, pages(many(5)));
  const page = await client.accounts.list({ status: "OK", limit: 2 }, { headers: { "X-Kept": "yes" } });
  assert.ok(page instanceof Page && Array.isArray(page));
  assert.deepEqual([ids(page), page.hasNextPage(), requests.length], [[0, 1], true, 1]);
  assert.equal(page.map(({ id }) => id).constructor, Array);
  assert.equal(JSON.stringify(page), '[{"id":"0"},{"id":"1"}]');
  const second = await page.nextPage();
  const third = await second.nextPage();
  assert.deepEqual([ids(second), ids(third), third.hasNextPage(), await third.nextPage()], [[2, 3], [4], false, undefined]);
  assert.deepEqual(
    requests.map(({ url, headers }) => [url, headers["x-kept"]]),
    ["", "&offset=2", "&offset=4"].map((offset) => [`/2.0/accounts?status=OK&limit=2${offset}`, "yes"]),
  );
});

test("a page is the first of its pages", async (t) => {
  const { client, requests } = await faulty(t, pages(many(5)));
  const first = await client.accounts.list({ limit: 2, offset: 1 });
  assert.deepEqual((await collected(first.pages())).map(ids), [[1, 2], [3, 4]]);
  assert.equal(requests.length, 3);
});

test("pages of listAll, whose size is the largest one unless it is given", async (t) => {
  const { client, requests } = await faulty(t, pages(many(150)));
  assert.deepEqual((await collected(client.accounts.listAll().pages())).map(({ length }) => length), [100, 50]);
  const [, second] = await collected(client.accounts.listAll({ limit: 90, offset: 10 }).pages());
  assert.deepEqual([second instanceof Page, second.length, second.hasNextPage()], [true, 50, false]);
  assert.equal(requests.length, 4);
});

test("a page without a limit is full as described", async (t) => {
  const { client } = await faulty(t, pages(many(150)));
  const page = await client.accounts.list();
  assert.deepEqual([page.length, page.hasNextPage(), (await page.nextPage()).length], [100, true, 50]);
});

test("a limit that the option query gives counts", async (t) => {
  const { client, requests } = await faulty(t, pages(many(5)));
  const page = await client.accounts.list({ limit: 5 }, { query: { limit: 2, offset: 1 } });
  assert.deepEqual([ids(page), ids(await page.nextPage())], [[1, 2], [3, 4]]);
  assert.deepEqual((await collected(client.accounts.listAll({}, { query: { limit: 3 } }))).length, 5);
  assert.ok(requests.length < 6);
});

test("a server that ignores the offset does not hold the client for ever", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, many(2)));
  assert.equal((await collected(client.accounts.listAll({ limit: 2 }).pages())).length, 1);
  assert.equal(requests.length, 2);
});

test("no page is asked for before it is needed", async (t) => {
  const { client, requests } = await faulty(t, pages(many(9)));
  for await (const page of client.accounts.listAll({ limit: 3 }).pages()) {
    if (ids(page).includes(4)) {
      break;
    }
  }
  assert.equal(requests.length, 2);
});
