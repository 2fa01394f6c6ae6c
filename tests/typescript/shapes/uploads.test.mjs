// Files and bodies that are sent, of every kind.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { APITimeoutError, FileError, FileTooLargeError, IncompleteFileError, UnreadableFileError } from "contextio-client";

import { faulty, json, refuse } from "./support.mjs";

const LIMIT = 2000;
const DONE = { success: true, id: "s4" };
const BYTES = new TextEncoder().encode("Subject: Ünï\r\n\r\nbody\r\n");

const folder = await mkdtemp(join(tmpdir(), "uploads-"));
test.after(() => rm(folder, { recursive: true }));

const done = (response) => json(response, DONE, 201);

async function path(bytes, name) {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** Each kind of thing that can be sent, made of bytes. */
const KINDS = {
  bytes: (bytes) => bytes,
  text: (bytes) => new TextDecoder().decode(bytes),
  Blob: (bytes) => new Blob([bytes], { type: "text/html" }),
  File: (bytes) => new File([bytes], "ünï.eml"),
  "file on disk": async (bytes) => openAsBlob(await path(bytes, "blob.eml")),
  "stream of the web": (bytes) => new Blob([bytes]).stream(),
  "stream of Node": async (bytes) => createReadStream(await path(bytes, "stream.eml"), { highWaterMark: 7 }),
  generator: async function* (bytes) {
    yield bytes.subarray(0, 5);
    yield bytes.subarray(5);
  },
};

async function thrown(call) {
  return call.then(
    () => assert.fail("nothing was thrown"),
    (error) => error,
  );
}

async function formOf({ headers, body }) {
  return new Response(body, { headers: { "Content-Type": headers["content-type"] } }).formData();
}

for (const [kind, make] of Object.entries(KINDS)) {
  test(`a file is sent from: ${kind}`, async (t) => {
    const { client, requests } = await faulty(t, done);
    assert.deepEqual(await client.shapes.create({ message: await make(BYTES), class: "line" }), DONE);
    const form = await formOf(requests[0]);
    assert.deepEqual([...form.keys()], ["class", "message"]);
    assert.equal(form.get("class"), "line");
    const file = form.get("message");
    assert.deepEqual([file.name, file.type], [kind === "File" ? "ünï.eml" : "message", "message/rfc822"]);
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), BYTES);
  });

  test(`a file over the limit is not sent from: ${kind}`, async (t) => {
    const { client, requests, origin } = await faulty(t, done);
    await client.shapes.create({ message: await make(new Uint8Array(LIMIT).fill(97)) });
    const error = await thrown(client.shapes.create({ message: await make(new Uint8Array(LIMIT + 1).fill(97)) }));
    assert.ok(error instanceof FileTooLargeError && error instanceof FileError);
    assert.equal(error.message, `POST ${origin}/2.0/shapes is not sent: message has more than 2000 bytes`);
    assert.equal(requests.length, 1);
  });
}

test("the fields of a form with files are not signed", async (t) => {
  const { client, requests } = await faulty(t, done);
  await client.shapes.create({ message: "text", class: "line" }, { query: { z: "1" } });
  const [{ headers, url }] = requests;
  const oauth = [...headers.authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`);
  const signature = oauth.find((pair) => pair.startsWith("oauth_signature=")).slice("oauth_signature=".length);
  const pairs = ["z=1", ...oauth.filter((pair) => !pair.startsWith("oauth_signature="))];
  const base = ["POST", `http://${headers.host}${url.split("?")[0]}`, pairs.sort().join("&")].map(encodeURIComponent).join("&");
  assert.equal(decodeURIComponent(signature), createHmac("sha1", "secret&").update(base).digest("base64"));
});

test("a file is read once, and sent again where that is asked for", async (t) => {
  const { client, requests } = await faulty(t, (response, number) => (number ? done(response) : refuse(response, 503)));
  await client.shapes.create({ message: KINDS.generator(BYTES) }, { retryWrites: true });
  assert.equal(requests.length, 2);
  for (const request of requests) {
    assert.equal((await formOf(request)).get("message").size, BYTES.length);
  }
});

test("a file that is not there has an error of its own, and nothing is sent", async (t) => {
  const { client, requests } = await faulty(t, done);
  const gone = await path(BYTES, "gone.eml");
  const blob = await openAsBlob(gone);
  await rm(gone);
  for (const message of [createReadStream(gone), blob]) {
    const error = await thrown(client.shapes.create({ message }));
    assert.ok(error instanceof UnreadableFileError && error instanceof FileError);
    assert.match(error.message, /is not sent: message cannot be read: ./);
    assert.ok(error.cause instanceof Error);
  }
  assert.equal(requests.length, 0);
});

test("a stream that breaks off has an error of its own, and nothing is sent", async (t) => {
  const { client, requests } = await faulty(t, done);
  const reason = new Error("the disk is on fire");
  const generated = async function* () {
    yield BYTES;
    throw reason;
  };
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(BYTES);
      controller.error(reason);
    },
  });
  const error = await thrown(client.shapes.create({ message: generated() }));
  assert.ok(error instanceof IncompleteFileError && error instanceof FileError);
  assert.match(error.message, new RegExp(`message breaks off after ${BYTES.length} bytes: the disk is on fire$`));
  assert.equal(error.cause, reason);
  assert.ok((await thrown(client.shapes.create({ message: stream }))) instanceof FileError);
  assert.equal(requests.length, 0);
});

test("a stream that gives nothing ends with the call", async (t) => {
  const { client, requests } = await faulty(t, done);
  const stuck = () => new ReadableStream({ pull: () => new Promise(() => {}) });
  assert.ok((await thrown(client.shapes.create({ message: stuck() }, { timeout: 30 }))) instanceof APITimeoutError);
  const controller = new AbortController();
  const call = client.shapes.create({ message: stuck() }, { signal: controller.signal });
  const reason = new Error("no longer needed");
  controller.abort(reason);
  assert.equal(await thrown(call), reason);
  assert.equal(requests.length, 0);
});

test("what is no file is refused at once", async (t) => {
  const { client } = await faulty(t, done);
  for (const message of [1, {}, true, [BYTES]]) {
    await assert.rejects(client.shapes.create({ message }), { name: "TypeError", message: /^message must be a Blob, / });
  }
});

test("a body in JSON is sent as it is", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, { success: true }));
  const body = [{ name: "\\Inbox" }, { name: "ünï" }];
  await client.shapes.replaceLabels("s1", { body });
  await client.shapes.replaceStyle("s1", { body: { colour: "green" } });
  assert.deepEqual(requests.map((each) => JSON.parse(each.body)), [body, { colour: "green" }]);
  assert.deepEqual(requests.map(({ headers }) => headers["content-type"]), ["application/json", "application/json"]);
});

test("one value and several", async (t) => {
  const { client, requests } = await faulty(t, (response, number) => json(response, number < 4 ? { success: true } : []));
  await client.shapes.updateLabels("s1", { add: "a,b", remove: ["c", "d"] });
  await client.shapes.updateLabels("s1", { add: ["e"], remove: [] });
  await client.shapes.updateLabels("s1", {});
  await client.shapes.updateLabels("s1");
  await client.shapes.list({ from: ["ada@example.com", "grace@example.org"] });
  await client.shapes.list({ from: "ada@example.com,grace@example.org" });
  assert.deepEqual(
    requests.slice(0, 4).map(({ body }) => body),
    ["add=a%2Cb&remove%5B%5D=c&remove%5B%5D=d", "add%5B%5D=e", "", ""],
  );
  assert.deepEqual(new Set(requests.slice(4).map(({ url }) => url)), new Set(["/2.0/shapes?from=ada%40example.com%2Cgrace%40example.org"]));
  for (const from of [[{}], {}]) {
    await assert.rejects(client.shapes.list({ from }), { name: "TypeError", message: /^from must be a text, a number or a boolean/ });
  }
});

test("headers, numbers in the path, and awkward names", async (t) => {
  const { client, requests } = await faulty(t, (response, number) =>
    number ? json(response, number > 1 ? [] : "the ground") : response.writeHead(204).end(),
  );
  assert.equal(await client.shapes.delete("s1", { "X-Reason": "It was wrong." }), undefined);
  assert.equal(await client.shapes.getLayer("<a/b@c>", 7), "the ground");
  await client.shapes.list({ class: "circle", "drawn-after": 5, async: 1 });
  assert.equal(requests[0].headers["x-reason"], "It was wrong.");
  assert.equal(requests[1].url, "/2.0/shapes/%3Ca%2Fb%40c%3E/layers/7");
  assert.equal(requests[2].url, "/2.0/shapes?class=circle&drawn-after=5&async=1");
});

test("a parameter of the query that is called like one of the path", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, []));
  await client.shapes.listChanges("s1", { "query_shape-id": "s2" });
  assert.equal(requests[0].url, "/2.0/shapes/s1/changes?shape-id=s2");
});

test("an operation with a server of its own is called at the deployment, and nowhere else", async () => {
  const { ContextIO } = await import("contextio-client");
  const seen = [];
  const fetch = async (url) => {
    seen.push(url);
    return new Response(null, { status: 204 });
  };
  for (const baseUrl of ["https://mail.example/2.0", "https://mail.example/tenant/2.0/", "https://mail.example/elsewhere", "https://mail.example"]) {
    await new ContextIO({ consumerKey: "key", consumerSecret: "secret", baseUrl, fetch }).status.delete();
  }
  assert.deepEqual(seen, [
    "https://mail.example/app/status",
    "https://mail.example/tenant/app/status",
    "https://mail.example/app/status",
    "https://mail.example/app/status",
  ]);
});

test("any body can be sent to what is not described", async (t) => {
  const { client, requests } = await faulty(t, (response) => response.writeHead(204).end());
  const form = new FormData();
  form.append("file", new Blob([BYTES]), "a.eml");
  const csv = { "Content-Type": "text/csv" };
  await client.request("PUT", "/any", { body: [{ name: "a" }] });
  await client.request("PUT", "/any", { body: "a;b", headers: csv });
  await client.request("PUT", "/any", { body: BYTES });
  await client.request("PUT", "/any", { body: new Blob([BYTES], { type: "message/rfc822" }) });
  await client.request("PUT", "/any", { body: KINDS.generator(BYTES) });
  await client.request("PUT", "/any", { body: form });
  const types = requests.map(({ headers }) => headers["content-type"].split(";")[0]);
  const octets = "application/octet-stream";
  assert.deepEqual(types, ["application/json", "text/csv", octets, "message/rfc822", octets, "multipart/form-data"]);
  assert.equal(requests[0].body, '[{"name":"a"}]');
  assert.equal(requests[1].body, "a;b");
  assert.deepEqual(requests.slice(2, 5).map(({ body }) => body), Array(3).fill(new TextDecoder().decode(BYTES)));
  assert.equal((await formOf(requests[5])).get("file").name, "a.eml");
});
