// A call of each operation of every kind, against the mock of the description, which checks what it is sent.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { ByteStream, ContextIO } from "contextio-client";

const client = new ContextIO();
const calls = JSON.parse(await readFile(process.env.CALLS, "utf8"));

for (const { name, page, method, path, params, answer } of calls) {
  test(`${name} returns what the mock answers`, async () => {
    const returned = await client[page][method](...path, ...(params ? [params] : []));
    const read = returned instanceof ByteStream ? await returned.text() : returned;
    assert.deepEqual(Array.isArray(read) ? [...read] : read, answer);
  });
}
