// What may be left out may also be undefined, with exactOptionalPropertyTypes; it only needs to compile.

import { Client, ContextIO } from "contextio-client";
import type { Account, AccountsListParams, CallOptions, ClientOptions, ConnectToken, RequestOptions } from "contextio-client";

interface Maybe {
  readonly text: string | undefined;
  readonly number: number | undefined;
  readonly flag: 0 | 1 | undefined;
  readonly values: string[] | undefined;
  readonly signal: AbortSignal | undefined;
}

export async function filters(client: ContextIO, { text, number, flag, values }: Maybe): Promise<Account[]> {
  const params: AccountsListParams = { email: text, status: undefined, status_ok: flag, limit: number };
  for await (const message of client.messages.listAll("id", { from: values, include_body: flag, limit: number })) {
    console.log(message.body);
  }
  await client.messages.get("id", "message", { include_headers: undefined, include_body: undefined });
  return client.accounts.list(params);
}

export async function forms(client: ContextIO, { text, number, flag, values }: Maybe): Promise<void> {
  await client.accounts.create({ email: "ada@example.com", first_name: text, use_ssl: flag, port: number });
  await client.accounts.update("id", { first_name: text });
  await client.messages.updateFolders("id", "message", { add: values, remove: values });
  await client.messages.create("id", { dst_source: "0", dst_folder: "INBOX", message: "text", flag_seen: flag });
  // @ts-expect-error: what is needed may not be undefined
  await client.accounts.create({ email: text });
}

export function settings({ text, number, signal }: Maybe): Client {
  const options: ClientOptions = { consumerKey: text, baseUrl: text, timeout: number, fetch: undefined, logger: undefined };
  const call: CallOptions = { timeout: number, signal, query: undefined, headers: undefined, retryWrites: undefined };
  const request: RequestOptions = { ...call, body: undefined, form: { a: text } };
  const client = new Client(options);
  void client.request("GET", "/any", request);
  return client;
}

export function fixtures({ text }: Maybe, account: Account, token: ConnectToken): [Account, ConnectToken] {
  return [
    { ...account, resource_url: text },
    { ...token, server_label: text },
  ];
}
