// Mistakes that the types catch; a line below a directive that compiles fails the build.

import { ContextIO } from "contextio-client";

export async function mistakes(client: ContextIO): Promise<void> {
  // @ts-expect-error: no such parameter
  await client.accounts.list({ stauts: "OK" });
  // @ts-expect-error: no such value
  await client.accounts.list({ status: "NOPE" });
  // @ts-expect-error: flags are 0 and 1
  await client.accounts.list({ status_ok: true });
  // @ts-expect-error: `email` is needed
  await client.accounts.create({});
  // @ts-expect-error: the form itself is needed
  await client.connectTokens.create();
  // @ts-expect-error: the label is needed
  await client.sources.get("id");
  // @ts-expect-error: an account has no such field
  (await client.accounts.get("id")).nickname;
  // @ts-expect-error: may be absent
  (await client.accounts.get("id")).resource_url.length;
  // @ts-expect-error: false once the token has been used
  (await client.connectTokens.get("token")).expires.toFixed();
  // @ts-expect-error: not divided into pages
  client.connectTokens.listAll();
  // @ts-expect-error: no such setting
  await client.accounts.get("id", { timeOut: 1 });
  // @ts-expect-error: no such setting
  new ContextIO({ consumer_key: "key" });
}
