// Options of clients, and what a client tells of its requests.

import assert from "node:assert/strict";
import { test } from "node:test";

import { BadRequestError, ContextIO, NotFoundError } from "contextio-client";

import { ACCOUNT, faulty, json, refuse } from "./support.mjs";

const answer = (response) => json(response, ACCOUNT);

test("another client has the options of the first, but for those given", async (t) => {
  const { client, requests, origin } = await faulty(t, answer, {
    defaultHeaders: { "X-Team": "a", "X-Kept": "yes" },
    defaultQuery: { debug: true, kept: 1 },
  });
  const other = client.withOptions({
    baseUrl: `${origin}/other`,
    consumerKey: "second",
    defaultHeaders: { "x-team": "b" },
    defaultQuery: { debug: false },
    timeout: undefined,
  });
  assert.ok(other instanceof ContextIO && other !== client);
  assert.deepEqual([client.baseUrl, other.baseUrl], [`${origin}/2.0`, `${origin}/other`]);
  await other.accounts.get("1");
  await client.accounts.get("1");
  assert.deepEqual(
    requests.map(({ url, headers }) => [url, headers["x-team"], headers["x-kept"], /key="(\w+)"/.exec(headers.authorization)[1]]),
    [
      ["/other/accounts/1?debug=0&kept=1", "b", "yes", "second"],
      ["/2.0/accounts/1?debug=1&kept=1", "a", "yes", "key"],
    ],
  );
});

test("another client shows no header that cannot be sent", async (t) => {
  const { client } = await faulty(t, answer);
  const hidden = { defaultHeaders: { "X-Key": "hid\nden" } };
  for (const make of [() => client.withOptions(hidden), () => new ContextIO({ consumerKey: "a", consumerSecret: "b", ...hidden }).withOptions({})]) {
    assert.throws(make, { name: "TypeError", message: 'the header "X-Key" has a name or a value that cannot be sent' });
  }
});

test("a class of one's own stays that class", async (t) => {
  class Mine extends ContextIO {
    hello() {
      return this.accounts.get("1");
    }
  }
  const { origin } = await faulty(t, answer);
  const mine = new Mine({ consumerKey: "key", consumerSecret: "secret", baseUrl: `${origin}/2.0` }).withOptions({ timeout: 5_000 });
  assert.deepEqual(await mine.hello(), ACCOUNT);
});

test("what a call is given replaces what is there already", async (t) => {
  const { client, requests } = await faulty(t, (response) => json(response, []), { defaultQuery: { limit: 1, status: "OK" } });
  await client.accounts.list({ limit: 5 }, { query: { limit: 7, more: true } });
  await client.accounts.list({ limit: 5 });
  await client.accounts.update("1", { first_name: "Ada" }, { form: { first_name: "Grace", force: true } }).catch(() => {});
  assert.deepEqual(requests.map(({ url, body }) => url + body), [
    "/2.0/accounts?status=OK&limit=7&more=1",
    "/2.0/accounts?status=OK&limit=5",
    "/2.0/accounts/1?limit=1&status=OKfirst_name=Grace&force=1",
  ]);
});

test("requests say who sends them, and have an identifier each", async (t) => {
  const { client, requests } = await faulty(t, (response, number) => (number === 1 ? refuse(response, 503) : answer(response)));
  await client.accounts.get("1");
  const { requestId, attempts } = await client.accounts.get("1").withResponse();
  await client.accounts.get("1", { headers: { "X-Request-Id": "mine", "User-Agent": "app/1" } });
  const ids = requests.map(({ headers }) => headers["x-request-id"]);
  assert.match(ids[0], /^[0-9a-f]{32}$/);
  assert.deepEqual([ids[1], attempts, ids[3]], [ids[2], 2, "mine"]);
  assert.notEqual(ids[0], ids[1]);
  assert.equal(requestId, ids[2]);
  const agents = requests.map(({ headers }) => headers["user-agent"]);
  assert.match(agents[0], new RegExp(`^contextio-client/\\d+\\.\\d+\\.\\d+ node/${process.versions.node}$`));
  assert.equal(agents[3], "app/1");
});

test("the identifier of the server comes first", async (t) => {
  const { client } = await faulty(t, (response, number) =>
    json(response, number ? { type: "error", value: "no" } : ACCOUNT, number ? 404 : 200, { "X-Request-Id": `s${number}` }),
  );
  assert.equal((await client.accounts.get("1").withResponse()).requestId, "s0");
  await assert.rejects(client.accounts.get("1"), { requestId: "s1" });
});

test("a hook is told of each attempt", async (t) => {
  const seen = [];
  const { client, origin, requests } = await faulty(
    t,
    (response, number) => (number === 0 ? refuse(response, 503) : answer(response)),
    { onAttempt: (attempt) => seen.push(attempt) },
  );
  const before = Date.now();
  await client.accounts.get("1", { query: { secret: "x" } });
  await client.request("GET", "/any");
  const [first, second, third] = seen;
  const { started, duration, error, ...rest } = first;
  assert.deepEqual(rest, {
    operation: "accounts_get",
    method: "GET",
    path: "/accounts/{id}",
    url: `${origin}/2.0/accounts/1`,
    number: 1,
    status: 503,
    wait: 0,
    requestId: requests[0].headers["x-request-id"],
  });
  assert.ok(started >= before && started <= Date.now() && duration >= 0);
  assert.equal(error.name, "ServiceUnavailableError");
  assert.deepEqual([second.number, second.status, second.error, second.wait], [2, 200, undefined, undefined]);
  assert.deepEqual([third.operation, third.path, third.number], ["", "/any", 1]);
});

test("a hook is told of attempts without a response", async (t) => {
  const seen = [];
  const options = { onAttempt: (attempt) => seen.push(attempt), maxRetries: 0, timeout: 200 };
  const { client } = await faulty(t, (response, number) => (number ? undefined : response.destroy()), options);
  await assert.rejects(client.accounts.get("1"));
  await assert.rejects(client.accounts.get("1"));
  assert.deepEqual(seen.map(({ status, error, wait }) => [status, error.name, wait]), [
    [undefined, "APIConnectionError", undefined],
    [undefined, "APITimeoutError", undefined],
  ]);
});

for (const [kind, onAttempt] of [
  ["throws", () => { throw new Error("hook"); }],
  ["rejects", async () => { throw new Error("hook"); }],
]) {
  test(`a hook that ${kind} is logged, and changes nothing`, async (t) => {
    const lines = [];
    const { client } = await faulty(t, answer, { onAttempt, logger: { debug: (line) => lines.push(line) } });
    assert.deepEqual(await client.accounts.get("1"), ACCOUNT);
    await new Promise(setImmediate);
    assert.match(lines.join("\n"), /onAttempt, which fails: hook/);
  });
}

test("a logger that throws changes nothing", async (t) => {
  const unhandled = t.mock.fn();
  process.on("unhandledRejection", unhandled);
  t.after(() => process.off("unhandledRejection", unhandled));
  const fail = () => { throw new Error("full"); };
  const { client } = await faulty(t, answer, { logger: { debug: fail }, onAttempt: async () => fail() });
  assert.deepEqual(await client.accounts.get("1"), ACCOUNT);
  await new Promise(setImmediate);
  assert.equal(unhandled.mock.callCount(), 0);
});

test("a correction of the clock is an attempt", async (t) => {
  const seen = [];
  const { client } = await faulty(
    t,
    (response, number) =>
      number ? answer(response) : json(response, { type: "error", value: "no" }, 401, { Date: new Date(Date.now() + 1e6).toUTCString() }),
    { onAttempt: ({ number, status, wait }) => seen.push([number, status, wait]) },
  );
  assert.equal((await client.accounts.get("1").withResponse()).attempts, 2);
  assert.deepEqual(seen, [[1, 401, 0], [2, 200, undefined]]);
});

test("writes are retried by a client that says so", async (t) => {
  const { client, requests } = await faulty(t, (response, number) => (number ? answer(response) : refuse(response, 503)));
  await client.withOptions({ retryWrites: true }).accounts.create({ email: "ada@example.com" });
  assert.equal(requests.length, 2);
});

test("an error knows how often was asked, and whether to ask again", async (t) => {
  const { client } = await faulty(t, (response, number) =>
    [() => refuse(response, 503), () => refuse(response, 503), () => refuse(response, 404), () => json(response, {}, 400, { "X-Should-Retry": "true" })][number](),
  );
  const unavailable = await client.accounts.get("1", { maxRetries: 1 }).catch((error) => error);
  assert.deepEqual([unavailable.attempts, unavailable.retryable], [2, true]);
  const missing = await client.accounts.get("1").catch((error) => error);
  assert.ok(missing instanceof NotFoundError);
  assert.deepEqual([missing.attempts, missing.retryable], [1, false]);
  const told = await client.accounts.get("1", { maxRetries: 0 }).catch((error) => error);
  assert.ok(told instanceof BadRequestError && told.retryable);
});

test("a key with more than the key is refused", () => {
  const keys = { consumerKey: "key", consumerSecret: "secret" };
  const refused = { name: "ContextIOError", message: /^consumer(Key|Secret) has blanks or line breaks around it/ };
  for (const wrong of ["key\n", " key", "k\ney", "k\0ey", "key\ufeff"]) {
    assert.throws(() => new ContextIO({ ...keys, consumerKey: wrong }), refused);
    assert.throws(() => new ContextIO(keys).withOptions({ consumerSecret: wrong }), refused);
  }
});
