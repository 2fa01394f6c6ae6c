// What editors offer while a call is written.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import ts from "typescript";

const FILE = join(import.meta.dirname, "edited.mts");
const MARK = "/* here */";

/** Return what an editor offers at the mark of a program: the texts of comments and the names of tags by name. */
function offered(call) {
  const text = `import { ContextIO } from "contextio-client";\nnew ContextIO().${call};\n`;
  const host = {
    directoryExists: ts.sys.directoryExists,
    fileExists: (path) => path === FILE || ts.sys.fileExists(path),
    getCompilationSettings: () => ({ module: ts.ModuleKind.NodeNext, strict: true, types: [] }),
    getCurrentDirectory: () => import.meta.dirname,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    readFile: ts.sys.readFile,
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const content = path === FILE ? text : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
  };
  const service = ts.createLanguageService(host);
  const position = text.indexOf(MARK);
  const { entries } = service.getCompletionsAtPosition(FILE, position, {});
  return Object.fromEntries(
    entries.map(({ name }) => {
      const { documentation, tags = [] } = service.getCompletionEntryDetails(FILE, position, name, {}, undefined, {}, undefined);
      return [name, { text: ts.displayPartsToString(documentation), tags: tags.map((tag) => tag.name) }];
    }),
  );
}

test("fields of a form come with their comments, and what is deprecated is marked", () => {
  const fields = offered(`accounts.create({ email: "ada@example.com", ${MARK} })`);
  assert.equal(fields.first_name.text, "Given name of the person.");
  assert.match(fields.provider_token.text, /dropped in 2015/);
  assert.ok(fields.provider_token.tags.includes("deprecated"));
  assert.ok(!("email" in fields));
});

test("parameters that decide the type of the answer come with their comments", () => {
  for (const call of [`messages.list("1", { ${MARK} })`, `messages.listAll("1", { limit: 5, ${MARK} })`]) {
    const parameters = offered(call);
    assert.match(parameters.include_body.text, /^With 1/);
    assert.match(parameters.date_after.text, /^Time in seconds/);
    assert.ok(!("ContextIO" in parameters));
  }
});

test("arguments that take one value or several", () => {
  assert.deepEqual(Object.keys(offered(`messages.updateFolders("1", "2", { ${MARK} })`)).sort(), ["add", "remove"]);
});
