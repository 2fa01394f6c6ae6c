// The examples that come with the package, against the answers of the description.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { mock, test } from "node:test";

import { OPERATIONS, answerAs, filledPath } from "./bundle.mjs";
import { faulty } from "./support.mjs";

/** What is logged of an answer: its body, or the address to which it redirects. */
function logged({ type, value, location }) {
  return type || location ? [[type ? value : location]] : [];
}

/** A page of a list as the array that it is. */
function plain(value) {
  return Array.isArray(value) ? [...value] : value;
}

/** The names and values of a query or a form as they are sent. */
function sentAs(values) {
  return Object.entries(values).flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)])).sort();
}

async function contentOf({ headers, body }) {
  const form = await new Response(body, { headers: { "Content-Type": headers["content-type"] } }).formData();
  const values = await Promise.all([...form].map(async ([name, value]) => [name, value.text ? await value.text() : value]));
  return values.sort();
}

for (const operation of OPERATIONS) {
  test(`the example of ${operation.id}`, async (t) => {
    const { origin, requests } = await faulty(t, answerAs(operation.answer));
    const program = new URL(`../built/examples/${operation.id}.js`, import.meta.url);
    const [, file, field] = /openAsBlob\("((\w+)[^"]*)"\)/.exec(await readFile(program, "utf8")) ?? [];
    if (file) {
      await writeFile(file, operation.body.value[field]);
      t.after(() => rm(file));
    }
    const kept = process.env.CONTEXTIO_BASE_URL;
    const log = mock.method(console, "log", () => {});
    process.env.CONTEXTIO_BASE_URL = `${origin}/2.0`;
    try {
      await import(program);
    } finally {
      process.env.CONTEXTIO_BASE_URL = kept;
      log.mock.restore();
    }
    const [request] = requests;
    const { pathname, searchParams } = new URL(request.url, origin);
    assert.deepEqual([request.method, pathname], [operation.method, operation.basePath + filledPath(operation)]);
    assert.deepEqual([...searchParams].sort(), sentAs(operation.shownQuery));
    const { type, value } = operation.body;
    if (type === "application/json") {
      assert.deepEqual(JSON.parse(request.body), value);
    } else if (type) {
      assert.deepEqual(await contentOf(request), sentAs(value));
    }
    assert.deepEqual(log.mock.calls.map((call) => call.arguments.map(plain)), logged(operation.answer));
  });
}
