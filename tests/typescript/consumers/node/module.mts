// An ES module that takes what a CommonJS module made; it only needs to compile.

import { type Account, ContextIO, NotFoundError } from "contextio-client";

import { client, first } from "./commonjs.cjs";

export const same: ContextIO = client;
export const account: Promise<Account | undefined> = first();

export function status(error: unknown): number | undefined {
  return error instanceof NotFoundError ? error.status : undefined;
}
