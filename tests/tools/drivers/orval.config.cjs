/** What orval writes: a client for fetch, and schemas for zod. */

const input = "openapi.json";

module.exports = {
  client: { input, output: { target: "generated/client.ts", client: "fetch" } },
  zod: { input, output: { target: "generated/zod.ts", client: "zod" } },
};
