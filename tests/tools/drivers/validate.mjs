/** Validate a description with a package: node validate.mjs PACKAGE FILE. */

import { readFile } from "node:fs/promises";

const validators = {
  "@apidevtools/swagger-parser": async (module, file) => {
    await module.default.validate(file);
  },
  "@readme/openapi-parser": async (module, file) => {
    const result = await module.validate(file);
    return result.valid ? result.warnings : result.errors;
  },
  "@scalar/openapi-parser": async (module, file) => (await module.validate(await readFile(file, "utf8"))).errors,
  "openapi-backend": async (module, file) => {
    await new module.OpenAPIBackend({ definition: file, strict: true }).init();
  },
};

const [name, file] = process.argv.slice(2);
const module = await import(name);
try {
  for (const { message } of (await validators[name](module, file)) ?? []) fail(message);
} catch (error) {
  fail(error.message);
}

function fail(message) {
  console.error(`error: ${message.replaceAll("\n", " ")}`);
  process.exitCode = 1;
}
