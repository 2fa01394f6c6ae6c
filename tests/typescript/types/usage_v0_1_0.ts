// What programs wrote for release 0.1.0; it only needs to compile with each later one.

import {
  APIError,
  ContextIO,
  NotFoundError,
  type Account,
  type AccountsListParams,
  type CallOptions,
  type Failure,
  type SourceStatus,
} from "contextio-client";

export async function addresses(client: ContextIO): Promise<string[]> {
  const accounts: Account[] = await client.accounts.list({ status: "OK", status_ok: 1 });
  return accounts.flatMap((account) => account.email_addresses);
}

export async function everyId(client: ContextIO, params?: AccountsListParams): Promise<string[]> {
  const ids: string[] = [];
  for await (const account of client.accounts.listAll(params)) {
    ids.push(account.id);
  }
  return ids;
}

export async function redirect(client: ContextIO, id: string, options: CallOptions): Promise<string> {
  const created = await client.accountConnectTokens.create(id, { callback_url: "https://app.example/back" }, options);
  return created.browser_redirect_url;
}

export async function purged(client: ContextIO, token: string): Promise<Date | false> {
  const { expires } = await client.connectTokens.get(token);
  return expires === false ? false : new Date(expires * 1000);
}

export async function status(client: ContextIO, id: string): Promise<SourceStatus | "some other"> {
  const { status } = await client.sources.get(id, "0", { timeout: 1_000, signal: new AbortController().signal });
  const known: SourceStatus[] = ["OK", "DISABLED"];
  return known.find((each) => each === status) ?? "some other";
}

export async function raw(client: ContextIO): Promise<[number, string | null, string, Account[]]> {
  const { data, response, text } = await client.accounts.list().withResponse();
  return [response.status, response.headers.get("Date"), text, data];
}

export function explained(error: unknown): string {
  if (error instanceof NotFoundError) {
    return `${error.method} ${error.url}: ${error.status}`;
  }
  if (error instanceof APIError && error.body && "success" in error.body) {
    const failure: Failure = error.body;
    return failure.feedback_code ?? failure.value;
  }
  return String(error);
}
