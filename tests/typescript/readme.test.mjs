// The programs of the README, against the answers of the description, and its links.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { transform } from "esbuild";

import { OPERATIONS, answerAs } from "./bundle.mjs";
import { faulty } from "./support.mjs";

const FOLDER = dirname(createRequire(import.meta.url).resolve("contextio-client/package.json"));
const README = await readFile(join(FOLDER, "README.md"), "utf8");
const PROGRAMS = [...README.matchAll(/^```(ts|js)\n(.*?)^```$/gms)].map(([, loader, text]) => ({ loader, text }));

/** Answer like the operation that is asked for. */
async function answer(response, number, { method, url }) {
  const { pathname } = new URL(url, "http://127.0.0.1");
  const operation = OPERATIONS.find((each) => {
    const template = (each.basePath + each.path).replace(/\{[^{}]+\}/g, "[^/]+");
    return each.method === method && new RegExp(`^${template}$`).test(pathname);
  });
  await answerAs(operation.answer)(response);
}

// That of the proxy runs in fetch.test.mjs.
for (const [number, { loader, text }] of PROGRAMS.filter((program) => !program.text.includes("undici")).entries()) {
  test(`program ${number} of the README, in ${loader}`, async (t) => {
    const { origin, requests } = await faulty(t, answer);
    const folder = await mkdtemp(join(import.meta.dirname, "readme-"));
    t.after(() => rm(folder, { recursive: true }));
    const { code } = await transform(text.replace("http://127.0.0.1:8080", origin), { loader });
    const program = join(folder, loader === "js" ? "program.cjs" : "program.mjs");
    await writeFile(program, code);
    await writeFile(join(folder, "message.eml"), "Subject: a\r\n\r\n");
    const env = { ...process.env, CONTEXTIO_BASE_URL: `${origin}/2.0` };
    await promisify(execFile)(process.execPath, [program], { cwd: folder, env });
    assert.equal(requests.length > 0, !text.includes("\nexport "));
  });
}

test("the README links to what is in the package", async () => {
  const links = [...README.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path);
  assert.ok(links.includes("api.md"));
  await Promise.all(links.map((path) => access(join(FOLDER, path))));
});
