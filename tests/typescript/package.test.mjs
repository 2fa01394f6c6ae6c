// The package as such: its modules of both kinds, the names of its errors, and its maps.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import * as imported from "contextio-client";

const require = createRequire(import.meta.url);
const required = require("contextio-client");
const FOLDER = dirname(require.resolve("contextio-client/package.json"));
const OPTIONS = { consumerKey: "key", consumerSecret: "secret" };

test("import and require give the same classes", () => {
  assert.ok(Object.keys(required).length > 30);
  for (const [name, value] of Object.entries(required)) {
    assert.equal(imported[name], value, name);
  }
  assert.ok(new required.ContextIO(OPTIONS) instanceof imported.Client);
});

test("the modules for bundlers export the same names", async () => {
  const { exports } = require("contextio-client/package.json");
  const bundled = await import(new URL(exports["."].import.module, `file://${FOLDER}/`));
  assert.deepEqual(Object.keys(bundled).sort(), Object.keys(required).sort());
});

test("each error has the name of its class, also in its stack", () => {
  const errors = Object.entries(imported).filter(([name]) => name.endsWith("Error"));
  assert.ok(errors.length > 15);
  for (const [name, { prototype }] of errors) {
    assert.ok(Object.hasOwn(prototype, "name"), name);
    assert.equal(prototype.name, name);
  }
  assert.match(new imported.ContextIOError("no key").stack, /^ContextIOError: no key\n/);
});

test("a stack names lines of the sources", async () => {
  const program = 'new (require("contextio-client").ContextIO)({ consumerKey: "key", baseUrl: "none" })';
  const run = promisify(execFile)(process.execPath, ["--enable-source-maps", "--eval", program], {
    cwd: import.meta.dirname,
    env: {},
  });
  await assert.rejects(run, ({ stderr }) => {
    const [, file, line] = /\((\S+\/src\/core\.ts):(\d+):\d+\)/.exec(stderr);
    return resolve(file) === join(FOLDER, "src", "core.ts") && Number(line) > 1;
  });
});

test("maps lead to sources that are in the package", async () => {
  const files = (await readdir(FOLDER, { recursive: true })).map((file) => join(FOLDER, file));
  const maps = files.filter((file) => file.endsWith(".map"));
  const compiled = files.filter((file) => /\.m?js$|\.d\.m?ts$/.test(file));
  assert.equal(maps.length, compiled.length);
  for (const map of maps) {
    const { sources } = JSON.parse(await readFile(map, "utf8"));
    assert.equal(sources.length, 1);
    const source = resolve(dirname(map), sources[0]);
    assert.ok(files.includes(source), `${relative(FOLDER, map)} leads to ${relative(FOLDER, source)}`);
  }
});
