const library = require("contextio-client");

const { call } = require("./call.cjs");

test("a package that is required", async () => {
  expect(await call(library)).toEqual(["", "NotFoundError", true, true]);
});
