// What programs write with options, pages, hooks and whole responses; a line below a directive that compiles fails the build.

import {
  AnswerTooLargeError,
  ContextIO,
  Page,
  RequestError,
  ServerError,
  type Account,
  type Attempt,
  type CallOptions,
  type ClientOptions,
  type Paginator,
} from "contextio-client";

class Mine extends ContextIO {
  readonly tag = "mine";
}

export function clients(options: ClientOptions, maybe: number | undefined): string {
  const mine: Mine = new Mine(options).withOptions({ timeout: maybe, maxAnswerBytes: 1_000, readTimeout: maybe });
  const defaults: ClientOptions = { defaultHeaders: { "X-Team": "a" }, defaultQuery: { debug: true, more: null } };
  new ContextIO(defaults).withOptions({ baseUrl: "https://mail.example/2.0", consumerKey: "key", retryWrites: true });
  // @ts-expect-error: headers are texts
  new ContextIO({ defaultHeaders: { "X-Team": 1 } });
  // @ts-expect-error: no option of a client
  mine.withOptions({ signal: new AbortController().signal });
  return mine.tag;
}

export function told(attempt: Attempt): [string, number | undefined, number | undefined] {
  // @ts-expect-error: anything may have been thrown
  attempt.error.message;
  return [attempt.operation, attempt.status, attempt.wait];
}

export async function pages(client: ContextIO, options: CallOptions): Promise<number> {
  const page: Page<Account> = await client.accounts.list({ limit: 5 }, options);
  const names: string[] = page.map((account) => account.first_name);
  const accounts: Account[] = page;
  const next: Page<Account> | undefined = page.hasNextPage() ? await page.nextPage() : undefined;
  const all: Paginator<Account> = client.accounts.listAll();
  let count = names.length + accounts.length + (next?.length ?? 0);
  for await (const { length } of all.pages()) {
    count += length;
  }
  const generator: AsyncGenerator<Account, void, undefined> = client.accounts.listAll();
  await generator.return();
  // @ts-expect-error: its list is in an object
  (await client.contacts.list("id")).nextPage();
  for await (const contacts of client.contacts.listAll("id").pages()) {
    count += contacts.filter(({ email }) => email !== "").length;
  }
  return count;
}

export async function received(client: ContextIO): Promise<[Uint8Array, string, number, unknown]> {
  const { bytes, requestId, attempts, json } = await client.accounts.get("id").withResponse();
  return [bytes, requestId, attempts, json()];
}

export function failed(error: unknown): string | undefined {
  if (error instanceof AnswerTooLargeError || error instanceof ServerError) {
    return `${error.status} ${error.text} ${error.retryable}`;
  }
  return error instanceof RequestError ? `${error.requestId} after ${error.attempts}` : undefined;
}
