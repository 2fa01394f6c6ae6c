// A CommonJS module of a project that has modules of both kinds; it only needs to compile.

import { ContextIO, type Account } from "contextio-client";
import required = require("contextio-client");

export const client: required.ContextIO = new ContextIO();

export async function first(): Promise<Account | undefined> {
  const [account] = await client.accounts.list({ limit: 1 });
  return account;
}
