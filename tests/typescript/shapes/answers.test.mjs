// Answers of every kind: bytes, texts, links, nothing, lists in pages.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import {
  APIError,
  APITimeoutError,
  ByteStream,
  Client,
  ContentTypeError,
  GoneError,
  IncompleteAnswerError,
  InvalidAnswerError,
  RedirectError,
  Shapes,
} from "contextio-client";

import { faulty, json } from "./support.mjs";

const BYTES = Uint8Array.from({ length: 256 }, (_, number) => number);

function bytes(response, headers = {}) {
  response.writeHead(200, { "Content-Type": "image/png", "Content-Length": BYTES.length, ...headers }).end(BYTES);
}

/** Send a part of the bytes, and go on as told. */
function part(response) {
  response.writeHead(200, { "Content-Type": "image/png" }).write(BYTES);
}

async function thrown(call) {
  return call.then(
    () => assert.fail("nothing was thrown"),
    (error) => error,
  );
}

const READERS = {
  arrayBuffer: async (content) => new Uint8Array(await content.arrayBuffer()),
  blob: async (content) => {
    const blob = await content.blob();
    assert.equal(blob.type, "image/png");
    return new Uint8Array(await blob.arrayBuffer());
  },
  stream: async (content) => new Uint8Array(await new Response(content.stream()).arrayBuffer()),
  loop: async (content) => {
    const chunks = [];
    for await (const chunk of content) {
      chunks.push(chunk);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  },
  pipeTo: async (content) => {
    const { readable, writable } = new TransformStream();
    const [read] = await Promise.all([new Response(readable).arrayBuffer(), content.stream().pipeTo(writable)]);
    return new Uint8Array(read);
  },
  file: async (content) => {
    const path = join(tmpdir(), `content-${process.pid}`);
    await writeFile(path, content);
    const read = new Uint8Array(await readFile(path));
    await rm(path);
    return read;
  },
};

for (const [reader, read] of Object.entries(READERS)) {
  test(`bytes are read by: ${reader}`, async (t) => {
    const { client, requests } = await faulty(t, (response) => bytes(response));
    const content = await client.shapes.getContent("s1");
    assert.ok(content instanceof ByteStream);
    assert.deepEqual([content.type, content.size], ["image/png", BYTES.length]);
    assert.deepEqual(await read(content), BYTES);
    assert.equal(requests[0].headers.accept, "*/*");
  });

  test(`bytes that break off are an error when read by: ${reader}`, async (t) => {
    const { client } = await faulty(t, (response) => {
      part(response);
      setTimeout(() => response.destroy(), 20);
    });
    const error = await thrown(read(await client.shapes.getContent("s1")));
    assert.ok(error instanceof IncompleteAnswerError, String(error));
    assert.match(error.message, /\/content gets no complete answer: ./);
  });
}

test("time is up while bytes arrive, also if nobody reads them", async (t) => {
  const { client } = await faulty(t, part);
  const content = await client.shapes.getContent("s1", {}, { timeout: 1000 });
  const error = await thrown(content.text());
  assert.ok(error instanceof APITimeoutError, String(error));
  const closed = new Promise((resolve) => {
    faulty(t, (response, _, request) => {
      request.socket.on("close", resolve);
      part(response);
    }).then(({ client: other }) => other.shapes.getContent("s1", {}, { timeout: 1000 }));
  });
  await closed;
});

test("a caller who aborts while bytes arrive gets the reason", async (t) => {
  const { client } = await faulty(t, part);
  const controller = new AbortController();
  const content = await client.shapes.getContent("s1", {}, { signal: controller.signal });
  const reason = new Error("no longer needed");
  controller.abort(reason);
  assert.equal(await thrown(content.text()), reason);
});

for (const [how, leave] of [
  ["leaving the loop", async (content) => { for await (const _ of content) break; }],
  ["cancel", (content) => content.cancel()],
]) {
  test(`${how} closes the connection`, async (t) => {
    let closed;
    const { client } = await faulty(t, (response, _, request) => {
      closed = new Promise((resolve) => request.socket.on("close", resolve));
      part(response);
    });
    await leave(await client.shapes.getContent("s1"));
    await closed;
  });
}

test("a part of the bytes, and a link in their place", async (t) => {
  const link = "https://files.shapes.example/s1?signature=a%2Fb";
  const { client, requests } = await faulty(t, (response, number) => {
    if (number === 0) return response.writeHead(206, { "Content-Type": "image/png" }).end(BYTES.subarray(0, 10));
    if (number === 1) return response.writeHead(200, { "Content-Type": "text/uri-list; charset=utf-8" }).end(`${link}\r\n`);
    return response.writeHead(302, { Location: link }).end();
  });
  assert.equal((await (await client.shapes.getContent("s1", { Range: "bytes=0-9" })).arrayBuffer()).byteLength, 10);
  assert.equal(await client.shapes.getContent("s1", { as_link: 1 }), link);
  assert.equal(await client.shapes.getContent("s1"), link);
  assert.deepEqual(requests.map(({ headers }) => [headers.range, headers.accept]), [
    ["bytes=0-9", "*/*"],
    [undefined, "text/uri-list"],
    [undefined, "*/*"],
  ]);
});

test("the header Accept chooses a described media type", async (t) => {
  const { client, requests } = await faulty(t, (response) => response.writeHead(200, { "Content-Type": "text/uri-list" }).end("https://a.example/"));
  assert.equal(await client.shapes.getContent("s1", {}, { headers: { Accept: "text/uri-list" } }), "https://a.example/");
  assert.equal(requests[0].headers.accept, "text/uri-list");
});

test("a redirect that is not described, or leads nowhere, is an error", async (t) => {
  const { client } = await faulty(t, (response) => response.writeHead(302).end());
  assert.ok((await thrown(client.shapes.getContent("s1"))) instanceof InvalidAnswerError);
  assert.ok((await thrown(client.shapes.get("s1"))) instanceof RedirectError);
});

test("another media type than described is an error, with what came", async (t) => {
  const { client, origin } = await faulty(t, (response) => bytes(response, { "Content-Type": "text/html" }));
  const error = await thrown(client.shapes.getHeaders("s1", { raw: 1 }));
  assert.ok(error instanceof ContentTypeError && error instanceof InvalidAnswerError);
  const happened = "is answered with 200 and text/html, which is not described";
  assert.equal(error.message, `GET ${origin}/2.0/shapes/s1/headers ${happened}`);
  assert.equal(error.text.length, BYTES.length);
  assert.ok((await thrown(client.shapes.getContent("s1", { as_link: 1 }))) instanceof ContentTypeError);
});

test("a text, and JSON in its place", async (t) => {
  const { client, requests } = await faulty(t, (response, number) =>
    number ? json(response, { Subject: ["A"] }) : response.writeHead(200, { "Content-Type": "text/plain" }).end("Subject: A\r\n"),
  );
  assert.equal(await client.shapes.getHeaders("s1", { raw: 1 }), "Subject: A\r\n");
  assert.deepEqual(await client.shapes.getHeaders("s1"), { Subject: ["A"] });
  assert.deepEqual(requests.map(({ headers }) => headers.accept), ["text/plain", "application/json"]);
});

test("the whole response of a text, of bytes and of nothing", async (t) => {
  const { client } = await faulty(t, (response, number) =>
    [
      () => response.writeHead(200, { "Content-Type": "text/plain" }).end("a"),
      () => bytes(response),
      () => response.writeHead(204, { "X-More": "yes" }).end(),
    ][number](),
  );
  const { data, text } = await client.shapes.getHeaders("s1", { raw: 1 }).withResponse();
  assert.deepEqual([data, text], ["a", "a"]);
  const content = await client.shapes.getContent("s1").withResponse();
  assert.equal(content.text, "");
  assert.equal((await content.data.arrayBuffer()).byteLength, BYTES.length);
  const nothing = await client.shapes.delete("s1").withResponse();
  assert.deepEqual([nothing.data, nothing.response.headers.get("X-More")], [undefined, "yes"]);
});

test("errors without a body, of a range, and of bytes", async (t) => {
  const statuses = [410, 418, 404];
  const { client } = await faulty(t, (response, number) => response.writeHead(statuses[number]).end());
  assert.ok((await thrown(client.shapes.get("s1"))) instanceof GoneError);
  assert.equal((await thrown(client.shapes.list())).constructor, APIError);
  assert.equal((await thrown(client.shapes.getContent("s1"))).status, 404);
});

test("anything can be read of what is not described", async (t) => {
  const { client } = await faulty(t, (response, number) =>
    [
      () => bytes(response),
      () => response.writeHead(200, { "Content-Type": "text/uri-list" }).end("https://a.example/\r\n"),
      () => response.writeHead(204).end(),
      () => response.writeHead(200, { "X-More": "yes" }).end(),
      () => json(response, { any: 1 }),
      () => response.writeHead(201, { "Content-Length": 0 }).end(),
      () => response.writeHead(302, { Location: "https://a.example/" }).end(),
    ][number](),
  );
  assert.equal((await (await client.request("GET", "/any")).arrayBuffer()).byteLength, BYTES.length);
  assert.equal(await client.request("GET", "/any"), "https://a.example/\r\n");
  assert.equal(await client.request("DELETE", "/any"), undefined);
  const { data, response } = await client.request("HEAD", "/any").withResponse();
  assert.deepEqual([data, response.headers.get("X-More")], [undefined, "yes"]);
  assert.deepEqual(await client.request("GET", "/any"), { any: 1 });
  assert.equal(await client.request("POST", "/any"), undefined);
  assert.ok((await thrown(client.request("GET", "/any"))) instanceof RedirectError);
});

/** Answer pages out of an array. */
function pages(rows, wrap = (page) => page) {
  return (response, _, { url }) => {
    const { searchParams } = new URL(url, "http://any");
    const offset = Number(searchParams.get("offset"));
    json(response, wrap(rows.slice(offset, offset + Number(searchParams.get("limit")))));
  };
}

async function collected(rows) {
  const found = [];
  for await (const row of rows) {
    found.push(row);
  }
  return found;
}

test("pages of texts, of a list in an object, and of another list's elements", async (t) => {
  const urls = Array.from({ length: 7 }, (_, number) => `https://a.example/${number}`);
  const { client } = await faulty(t, pages(urls));
  const found = [];
  for await (const url of client.shapes.listAlbumsAll({ limit: 3 })) {
    found.push(url);
    if (found.length === 2) urls.unshift("https://a.example/new");
  }
  assert.deepEqual(found, urls.slice(1));

  const people = urls.map((email) => ({ email }));
  const envelope = await faulty(t, pages(people, (matches) => ({ query: {}, matches })));
  assert.deepEqual(await collected(envelope.client.shapes.listPeopleAll({ limit: 3 })), people);

  const shapes = urls.map((id) => ({ id }));
  const drawn = await faulty(t, (response, number, request) => {
    pages(shapes)(response, number, request);
    if (number === 0) shapes.unshift({ id: "new" });
  });
  assert.deepEqual(await collected(drawn.client.shapes.listDrawnAll("ada@example.com", { limit: 3 })), shapes.slice(1));
});

test("a page alone has a client without pages", async () => {
  const fetch = async () => Response.json({ id: "s1" });
  const client = new Client({ consumerKey: "key", consumerSecret: "secret", baseUrl: "https://mail.example", fetch });
  assert.deepEqual(await new Shapes(client).get("s1"), { id: "s1" });
});
