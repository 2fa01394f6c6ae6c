// Every kind of operation against the mock of the description, which checks what it is sent.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ByteStream, ContextIO, NotFoundError, UnauthorizedError } from "contextio-client";

const client = new ContextIO();
const MESSAGE = "Subject: Ünï\r\nMessage-ID: <uni@example.com>\r\n\r\nbody\r\n";

/** Store a message and return its identifier. */
async function create() {
  return (await client.shapes.create({ message: new Blob([MESSAGE]), class: "line" })).id;
}

test("a message is stored and removed", async () => {
  const id = await create();
  assert.equal((await client.shapes.get(id)).class, "line");
  assert.equal(await client.shapes.delete(id, { "X-Reason": "It was wrong." }), undefined);
  await assert.rejects(client.shapes.get(id), NotFoundError);
});

test("bytes, a link to them, and header fields", async () => {
  const id = await create();
  const content = await client.shapes.getContent(id);
  assert.ok(content instanceof ByteStream);
  assert.match(await content.text(), /^Subject: /);
  assert.ok(URL.canParse(await client.shapes.getContent(id, { as_link: 1 })));
  assert.match(await client.shapes.getHeaders(id, { raw: 1 }), /^Subject: /);
  assert.ok("Subject" in (await client.shapes.getHeaders(id)));
});

test("bodies in JSON and forms with several values are taken", async () => {
  const id = await create();
  const labels = [{ name: "new" }, { name: "small" }];
  assert.deepEqual(await client.shapes.replaceLabels(id, { body: labels }), { success: true });
  assert.deepEqual(await client.shapes.updateLabels(id, { add: ["a", "b"], remove: "new" }), { success: true });
  assert.deepEqual(await client.shapes.startPrinting(id), { success: true });
});

test("lists, in pages and with several values", async () => {
  const made = [await create(), await create(), await create()];
  const ids = [];
  for await (const { id } of client.shapes.listAll({ class: "line", limit: 2 })) {
    ids.push(id);
  }
  assert.deepEqual(ids.filter((id) => made.includes(id)).sort(), made.sort());
  assert.ok(Array.isArray(await client.shapes.list({ from: ["ada@example.com", "grace@example.org"] })));
  for await (const url of client.shapes.listAlbumsAll()) {
    assert.ok(URL.canParse(url));
  }
});

test("an operation with a server of its own, and a stranger", async () => {
  assert.deepEqual(await client.status.update({ "callback-url": "https://app.example/status" }), { success: true });
  assert.equal(await client.status.delete(), undefined);
  await assert.rejects(new ContextIO({ consumerSecret: "wrong" }).shapes.create({ message: MESSAGE }), UnauthorizedError);
});
