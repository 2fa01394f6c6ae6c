import * as library from "contextio-client";
import { expect, test } from "vitest";

import { call } from "./call.cjs";

test("a package that is imported", async () => {
  expect(await call(library)).toEqual(["", "NotFoundError", true, true]);
});
