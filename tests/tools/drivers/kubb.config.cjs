/** What kubb writes: types, and a client for axios. */

const { defineConfig } = require("@kubb/core");
const { pluginClient } = require("@kubb/plugin-client");
const { pluginOas } = require("@kubb/plugin-oas");
const { pluginTs } = require("@kubb/plugin-ts");

module.exports = defineConfig({
  root: ".",
  input: { path: "openapi.json" },
  output: { path: "generated", format: false },
  plugins: [pluginOas(), pluginTs(), pluginClient()],
});
