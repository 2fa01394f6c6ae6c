// Programs that esbuild makes of the package: minified, and without the pages that they do not use.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";

import { build } from "esbuild";

const FAILING = `
  const options = { consumerKey: "key", consumerSecret: "secret", baseUrl: "http://127.0.0.1:1", maxRetries: 0 };
  new ContextIO(options).accounts.list().catch((error) => {
    console.log(error.name, error instanceof APIConnectionError, error instanceof ContextIOError);
    console.log(error.stack.split(":")[0]);
  });`;
const NAMES = "{ APIConnectionError, ContextIO, ContextIOError }";
const IMPORTS = { esm: `import ${NAMES} from "contextio-client";`, cjs: `const ${NAMES} = require("contextio-client");` };

/** Bundle a program; return what esbuild gives. */
async function bundle(contents, options) {
  return await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    metafile: true,
    write: false,
    ...options,
  });
}

function modules({ metafile }) {
  return Object.keys(metafile.inputs).filter((path) => path.includes("contextio-client/"));
}

for (const [source, imports] of Object.entries(IMPORTS)) {
  for (const format of ["cjs", "esm"]) {
    test(`errors keep their names in a minified program: ${source} as ${format}`, async (t) => {
      const folder = await mkdtemp(join(import.meta.dirname, "bundle-"));
      t.after(() => rm(folder, { recursive: true }));
      const program = join(folder, format === "cjs" ? "program.cjs" : "program.mjs");
      const { outputFiles } = await bundle(imports + FAILING, { format });
      await writeFile(program, outputFiles[0].contents);
      const { stdout } = await promisify(execFile)(process.execPath, [program]);
      assert.equal(stdout, "APIConnectionError true true\nAPIConnectionError\n");
    });
  }
}

test("a program that imports and requires has one copy of each class", async () => {
  const both = `import { ContextIO } from "contextio-client";
    console.log(require("contextio-client").ContextIO === ContextIO);`;
  const made = await bundle(both, { format: "cjs" });
  assert.ok(modules(made).length > 0);
  assert.deepEqual(modules(made).filter((path) => !path.includes("contextio-client/esm/")), []);
});

test("a program that needs one page has no other", async () => {
  const whole = await bundle(`import { ContextIO } from "contextio-client"; console.log(new ContextIO());`);
  const part = await bundle(
    `import { Client, Discovery } from "contextio-client"; console.log(new Discovery(new Client()));`,
  );
  const [{ inputs }] = Object.values(part.metafile.outputs);
  const pages = Object.entries(inputs).filter(([path, { bytesInOutput }]) => path.includes("/pages/") && bytesInOutput > 0);
  assert.deepEqual(pages.map(([path]) => path.split("/").at(-1)), ["discovery.js"]);
  assert.ok(part.outputFiles[0].contents.length < whole.outputFiles[0].contents.length);
});

test("a browser is refused before anything is signed", async () => {
  const options = '{ consumerKey: "key", consumerSecret: "secret" }';
  const program = `import { ContextIO } from "contextio-client"; globalThis.create = () => new ContextIO(${options}).baseUrl;`;
  const { outputFiles } = await bundle(program, { platform: "browser", format: "iife" });
  const agents = { browser: "Mozilla/5.0 (X11; Linux x86_64)", worker: "Cloudflare-Workers", none: undefined };
  const outcomes = Object.entries(agents).map(([name, userAgent]) => {
    const context = createContext({ URL, TextEncoder, crypto, navigator: { userAgent } });
    runInContext(outputFiles[0].text, context);
    try {
      return [name, context.create()];
    } catch (error) {
      return [name, error.message];
    }
  });
  assert.deepEqual(outcomes, [
    ["browser", "the client must not run in a browser, where everyone can read the secret; call it on a server"],
    ["worker", "https://api.context.io/2.0"],
    ["none", "https://api.context.io/2.0"],
  ]);
});
