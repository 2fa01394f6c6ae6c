// What stands in the place of fetch, and what forms become there.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { mock, test } from "node:test";

import { fetch as fetchOfUndici } from "undici";

import { ACCOUNT, faulty, json } from "./support.mjs";

/** Run a proxy for the length of a test; return its address, and the hosts to which it led. */
async function proxy(t) {
  const hosts = [];
  const server = createServer();
  server.on("connect", (request, client, head) => {
    hosts.push(request.url);
    const [, host, port] = /^(.+):(\d+)$/.exec(request.url);
    const target = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.write(head);
      target.pipe(client).pipe(target);
    });
    for (const [socket, other] of [[client, target], [target, client]]) {
      socket.on("error", () => other.destroy()).on("close", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  return { address: `http://127.0.0.1:${server.address().port}`, hosts };
}

test("the program of the README goes through a proxy", async (t) => {
  const { origin, requests } = await faulty(t, (response) => json(response, [ACCOUNT]));
  const { address, hosts } = await proxy(t);
  const program = await readFile(new URL("../built/fetches/readme.js", import.meta.url), "utf8");
  const changed = new URL("changed-readme.mjs", import.meta.url);
  await writeFile(changed, program.replace("http://proxy.example:3128", address));
  const log = mock.method(console, "log", () => {});
  const kept = process.env.CONTEXTIO_BASE_URL;
  process.env.CONTEXTIO_BASE_URL = `${origin}/2.0`;
  t.after(async () => {
    process.env.CONTEXTIO_BASE_URL = kept;
    log.mock.restore();
    await rm(changed);
  });
  await import(changed);
  assert.deepEqual(hosts, [new URL(origin).host]);
  assert.equal(requests.length, 1);
  assert.match(requests[0].headers.authorization, /^OAuth /);
});

test("another fetch than the global one sends files and forms", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, { success: true }, 201), { fetch: fetchOfUndici });
  await client.messages.create("1", { dst_source: "0", dst_folder: "INBOX", message: "Subject: ünï\r\n\r\n" });
  await client.accounts.update("1", { first_name: "ü" });
  const [file, form] = requests;
  const sent = await new Response(file.body, { headers: { "Content-Type": file.headers["content-type"] } }).formData();
  assert.equal(sent.get("dst_folder"), "INBOX");
  assert.equal(await sent.get("message").text(), "Subject: ünï\r\n\r\n");
  assert.equal(form.body, "first_name=%C3%BC");
  assert.equal(form.headers["content-type"], "application/x-www-form-urlencoded");
});

test("a fetch receives plain values", async () => {
  const { ContextIO } = await import("contextio-client");
  const calls = [];
  const fetch = async (...call) => {
    calls.push(call);
    return Response.json(ACCOUNT);
  };
  const client = new ContextIO({ consumerKey: "key", consumerSecret: "secret", baseUrl: "https://mail.example", fetch });
  await client.accounts.get("1");
  const [[url, { method, headers, body, redirect, signal }]] = calls;
  assert.deepEqual([url, method, body, redirect], ["https://mail.example/accounts/1", "GET", null, "manual"]);
  assert.match(headers.authorization, /^OAuth /);
  assert.ok(signal instanceof AbortSignal);
});

test("a fetch that gives no response to read is named, and not called again", async () => {
  const { ContextIO } = await import("contextio-client");
  const read = Response.json(ACCOUNT);
  await read.text();
  for (const given of [undefined, null, "text", {}, read, { status: 200, headers: new Headers(), body: "{}" }]) {
    const fetch = mock.fn(async () => given);
    const client = new ContextIO({ consumerKey: "key", consumerSecret: "secret", fetch });
    const named = { name: "ContextIOError", message: /^fetch must give a Response/ };
    await assert.rejects(client.accounts.get("1"), named);
    assert.equal(fetch.mock.callCount(), 1);
  }
});

test("an error that is its own cause is shown like others", async () => {
  const { ContextIO, APIConnectionError } = await import("contextio-client");
  const error = new Error("no way");
  error.cause = error;
  const client = new ContextIO({ consumerKey: "key", consumerSecret: "secret", maxRetries: 0, fetch: () => Promise.reject(error) });
  await assert.rejects(client.accounts.get("1"), (thrown) => thrown instanceof APIConnectionError && thrown.cause === error);
});
