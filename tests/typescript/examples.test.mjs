// The examples that come with the package, against the answers of the description.

import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { OPERATIONS } from "./bundle.mjs";
import { faulty, json } from "./support.mjs";

for (const operation of OPERATIONS) {
  test(`the example of ${operation.id}`, async (t) => {
    const { origin, requests } = await faulty(t, (response) => json(response, operation.answer, operation.status));
    const kept = process.env.CONTEXTIO_BASE_URL;
    const log = mock.method(console, "log", () => {});
    process.env.CONTEXTIO_BASE_URL = `${origin}/2.0`;
    try {
      await import(`../built/examples/${operation.id}.js`);
    } finally {
      process.env.CONTEXTIO_BASE_URL = kept;
      log.mock.restore();
    }
    const [{ method, url, body }] = requests;
    const { pathname, searchParams } = new URL(url, origin);
    const filled = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(operation.pathExamples[name]));
    assert.deepEqual([method, pathname], [operation.method, `/2.0${filled}`]);
    const sent = { ...Object.fromEntries(searchParams), ...Object.fromEntries(new URLSearchParams(body)) };
    const expected = [...operation.shownQuery, ...Object.entries(operation.form ?? {})];
    assert.deepEqual(sent, Object.fromEntries(expected.map(([name, value]) => [name, String(value)])));
    assert.deepEqual(log.mock.calls[0].arguments, [operation.answer]);
  });
}
