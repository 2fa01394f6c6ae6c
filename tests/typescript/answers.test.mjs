import assert from "node:assert/strict";
import { test } from "node:test";

import {
  APIConnectionError,
  APIError,
  APITimeoutError,
  BadRequestError,
  ClockError,
  ContextIOError,
  IncompleteAnswerError,
  InvalidAnswerError,
  NotFoundError,
  NotJSONError,
  RedirectError,
  ServerError,
  ServiceUnavailableError,
  UnauthorizedError,
} from "contextio-client";

import { ACCOUNT, faulty, json } from "./support.mjs";

const NO_RETRIES = { maxRetries: 0 };

/** Return what a call throws. */
async function thrown(call) {
  return call.then(
    () => assert.fail("nothing was thrown"),
    (error) => error,
  );
}

test("a page of a proxy in place of an answer", async (t) => {
  const { client } = await faulty(t, (response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<html>Please log in</html>"),
  );
  const error = await thrown(client.accounts.list());
  assert.ok(error instanceof NotJSONError && error instanceof InvalidAnswerError);
  assert.match(error.message, /with 200 and no JSON \(text\/html\); a proxy may have answered, or baseUrl is wrong$/);
  assert.equal(error.text, "<html>Please log in</html>");
});

for (const [status, type] of [
  [401, UnauthorizedError],
  [404, NotFoundError],
  [418, APIError],
  [502, ServerError],
  [503, ServiceUnavailableError],
]) {
  test(`a page of a proxy with ${status} has the class of the status`, async (t) => {
    const { client } = await faulty(
      t,
      (response) => response.writeHead(status, { "Content-Type": "text/html" }).end("<html>Down</html>"),
      NO_RETRIES,
    );
    const error = await thrown(client.accounts.list());
    assert.equal(error.constructor, type);
    assert.deepEqual([error.body, error.text, error instanceof ServerError], [undefined, "<html>Down</html>", status >= 500]);
    assert.match(error.message, new RegExp(`with ${status}: .+, no error object \\(text/html\\)`));
  });
}

test("an error that explains itself is not explained twice, and one that does not has the meaning of its status", async (t) => {
  for (const [status, value, message] of [
    [401, "check key and secret", /with 401: check key and secret$/],
    [401, "no", /with 401: no; check consumerKey and consumerSecret$/],
    [400, "", /with 400: Bad Request$/],
  ]) {
    const { client } = await faulty(t, (response) => json(response, { type: "error", value }, status));
    assert.match((await thrown(client.accounts.get("1"))).message, message);
  }
});

test("a page of a proxy with 502 is asked for again", async (t) => {
  const { client, requests } = await faulty(t, (response, number) =>
    number ? json(response, ACCOUNT) : response.writeHead(502, { "Content-Type": "text/html" }).end("<html>Bad</html>"),
  );
  assert.deepEqual(await client.accounts.get("1"), ACCOUNT);
  assert.equal(requests.length, 2);
});

test("an error without an error object", async (t) => {
  for (const body of ["", "[]", '{"type"']) {
    const { client } = await faulty(t, (response) => response.writeHead(404).end(body));
    const error = await thrown(client.accounts.get("1"));
    assert.ok(error instanceof NotFoundError);
    assert.match(error.message, /with 404: Not Found, no error object \((an empty body|no type)\)$/);
  }
});

test("wrong keys and a clock that is off are told apart", async (t) => {
  const { client } = await faulty(t, (response, number) =>
    json(response, { type: "error", value: "no", ...(number && { code: 105 }) }, 401, { Date: "yesterday" }),
  );
  const keys = await thrown(client.accounts.list());
  assert.equal(keys.constructor, UnauthorizedError);
  assert.match(keys.message, /with 401: no; check consumerKey and consumerSecret$/);
  const clock = await thrown(client.accounts.list());
  assert.ok(clock instanceof ClockError && clock instanceof UnauthorizedError);
  assert.match(clock.message, /with 401: no; set the clock \(the server's is yesterday\)$/);
});

for (const [name, body, type, sentence] of [
  ["half of JSON", '[{"id": ', IncompleteAnswerError, /with 200 and half a body$/],
  ["half a text", '[{"id": "a\\"]}', IncompleteAnswerError, /with 200 and half a body$/],
  ["a number that is none", '[{"id": NaN}]', NotJSONError, /with 200 and no JSON \(no type\); a proxy/],
  ["a text", "OK", NotJSONError, /with 200 and no JSON \(no type\); a proxy may have answered, or baseUrl is wrong$/],
  ["nothing", "", IncompleteAnswerError, /with 200 and an empty body$/],
  ["null", "null", InvalidAnswerError, /with 200 and JSON of type null in place of array$/],
  ["an object in place of an array", "{}", InvalidAnswerError, /with 200 and JSON of type object in place of array$/],
]) {
  test(`${name} in place of an answer`, async (t) => {
    const { client } = await faulty(t, (response) => response.end(body));
    const error = await thrown(client.accounts.list());
    assert.equal(error.constructor, type);
    assert.match(error.message, sentence);
  });
}

test("an answer that breaks off", async (t) => {
  const { client } = await faulty(
    t,
    (response) => {
      response.writeHead(200, { "Content-Type": "application/json" }).write('[{"id": ');
      setTimeout(() => response.destroy(), 20);
    },
    NO_RETRIES,
  );
  const error = await thrown(client.accounts.list());
  assert.ok(error instanceof IncompleteAnswerError && error instanceof APIConnectionError);
  assert.match(error.message, /\/accounts gets no complete answer: /);
});

/** Send a byte every few milliseconds, without end. */
function drip(response) {
  response.writeHead(200).write("[");
  const timer = setInterval(() => response.write(" "), 10);
  response.on("close", () => clearInterval(timer));
}

function dripHead(socket) {
  socket.write("HTTP/1.1 200 OK\r\nX-Long: ");
  const timer = setInterval(() => socket.write("a"), 10);
  socket.on("close", () => clearInterval(timer));
}

for (const [when, slow] of [
  ["before the answer", () => {}],
  ["amid the answer", (response) => response.writeHead(200).write("[")],
  ["while the answer drips", drip],
  ["while the head drips", ({ socket }) => dripHead(socket)],
]) {
  test(`time is up ${when}`, async (t) => {
    const { client } = await faulty(t, slow, { timeout: 60 });
    const error = await thrown(client.accounts.list());
    assert.ok(error instanceof APITimeoutError && error instanceof APIConnectionError);
    assert.match(error.message, /is not answered within 60 ms$/);
    assert.match((await thrown(client.accounts.list({}, { timeout: 30 }))).message, /within 30 ms$/);
  });
}

test("a timeout without end is no timeout", async (t) => {
  const { client } = await faulty(t, (response) => setTimeout(() => json(response, ACCOUNT), 30), { timeout: Infinity });
  assert.deepEqual(await client.accounts.get("1"), ACCOUNT);
});

test("a call that is aborted throws the reason", async (t) => {
  const { client } = await faulty(t, () => {});
  const reason = new Error("no longer needed");
  assert.equal(await thrown(client.accounts.list({}, { signal: AbortSignal.abort(reason) })), reason);
  const controller = new AbortController();
  const call = client.accounts.list({}, { signal: controller.signal });
  setTimeout(() => controller.abort(reason), 30);
  assert.equal(await thrown(call), reason);
});

for (const status of [301, 302, 303, 307, 308]) {
  test(`a redirect with ${status} gets no credentials`, async (t) => {
    const other = await faulty(t, (response) => json(response, ACCOUNT));
    const { client } = await faulty(t, (response) =>
      response.writeHead(status, { Location: `${other.origin}/elsewhere?oauth_token=x` }).end(),
    );
    const error = await thrown(client.accounts.get("1"));
    assert.ok(error instanceof RedirectError);
    assert.equal(error.location, `${other.origin}/elsewhere`);
    assert.match(error.message, /set baseUrl/);
    assert.equal(other.requests.length, 0);
  });
}

test("an error says what was called and why it was refused", async (t) => {
  const body = { type: "error", value: "wrong password", success: false, feedback_code: "INVALID_CREDENTIALS" };
  const { client, origin } = await faulty(t, (response) => json(response, body, 400));
  const error = await thrown(client.sources.create("1", { email: "ada@example.com", password: "s3cret" }));
  assert.ok(error instanceof BadRequestError && error instanceof APIError && error instanceof ContextIOError);
  assert.deepEqual([error.status, error.method], [400, "POST"]);
  assert.equal(error.url, `${origin}/2.0/accounts/1/sources`);
  assert.deepEqual(error.body, body);
  assert.match(error.message, /answered with 400: wrong password \(INVALID_CREDENTIALS\)$/);
});

test("the headers of a refusal", async (t) => {
  const { client } = await faulty(t, (response) => json(response, { type: "error", value: "no" }, 404, { "X-Request": "7" }));
  assert.equal((await thrown(client.accounts.get("1"))).headers.get("X-Request"), "7");
});

test("a status of which nobody has heard is an error too", async (t) => {
  const { client } = await faulty(t, (response) => json(response, { type: "error", value: "tea" }, 418));
  const error = await thrown(client.accounts.get("1"));
  assert.equal(error.constructor, APIError);
  assert.equal(error.body.value, "tea");
});

test("unknown fields and values are handed on, missing ones are no error", async (t) => {
  const answer = { id: "1", status: "BRAND_NEW", more: { a: 1 }, created: null };
  const { client } = await faulty(t, (response) => json(response, answer));
  assert.deepEqual(await client.accounts.get("1"), answer);
});

test("an answer as it came", async (t) => {
  const { client } = await faulty(t, (response) => json(response, ACCOUNT, 200, { "X-More": "yes" }));
  const { data, response, text } = await client.accounts.get("1").withResponse();
  assert.deepEqual(data, ACCOUNT);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("X-More"), "yes");
  assert.equal(text, JSON.stringify(ACCOUNT));
});

test("a call is a promise like any other", async (t) => {
  const { client } = await faulty(t, (response, number) => json(response, number ? {} : ACCOUNT, number ? 404 : 200));
  assert.equal(await client.accounts.get("1").then(({ id }) => id), "1");
  assert.equal(await client.accounts.get("2").catch(({ status }) => status), 404);
  assert.equal((await thrown(client.accounts.get("2").withResponse())).status, 404);
});
