/** The scenario with what swagger-typescript-api writes for fetch. */

import { Api } from "./generated/Api";
import { environment, mailbox, run } from "./steps";

const at = (address: string) => new Api({ baseUrl: environment[address] });
const server = at("API");
const mock = at("MOCK");
const id = environment.ACCOUNT;
const callback_url = environment.CALLBACK_URL;
let mary = "";
let demo = "";

async function refused(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Response) || !("error" in error)) throw error;
    return [error.status, (error.error as { value: string }).value];
  }
  return [];
}

const read = async (account: string) => (await server.accounts.accountsGet(account)).data;
const token = async (name: string) => (await server.connectTokens.connectTokensGet(name)).data;

void run({
  create: async () => {
    const { data } = await server.accounts.accountsCreate({ email: environment.MARY, first_name: "Mary" });
    mary = data.id;
    return data.success;
  },
  create_with_source: async () => {
    const { data } = await server.accounts.accountsCreate(mailbox({ first_name: "Demo" }));
    demo = data.id;
    return data.source?.label;
  },
  list: async () => {
    const filters = { email: environment.DEMO, status: "OK", status_ok: 1, limit: 5 } as const;
    return (await server.accounts.accountsList(filters)).data.map((account) => account.first_name);
  },
  read: async () => (await read(mary)).first_name,
  update: async () => {
    await server.accounts.accountsUpdate(mary, { first_name: "Jane" });
    return (await read(mary)).first_name;
  },
  unused_token: async () => {
    const { data } = await server.connectTokens.connectTokensCreate({ callback_url });
    const { used, expires, created } = await token(data.token);
    return [used, Number(expires) > created];
  },
  used_token: async () => (await token(environment.USED_TOKEN)).expires,
  list_messages: async () =>
    (await mock.accounts.messagesList(id, { limit: 2 })).data.map((message) => message.subject),
  read_message: async () => {
    const { data } = await mock.accounts.messagesGet(id, environment.MESSAGE);
    return [data.subject, data.addresses?.from?.email];
  },
  file_content: async () => (await mock.accounts.filesGetContent(id, environment.FILE)).text(),
  upload: async () => {
    const message = new File([environment.UPLOAD], "message.eml");
    return (await mock.accounts.messagesCreate(id, { dst_folder: "INBOX", message })).data.success;
  },
  webhook: async () => {
    const created = await mock.accounts.webhooksCreate(id, { callback_url });
    const { data } = await mock.accounts.webhooksGet(id, created.data.webhook_id);
    return [data.callback_url, data.active];
  },
  error_400: () => refused(server.accounts.accountsCreate(mailbox({ password: "wrong" }))),
  error_401: () => refused(at("UNSIGNED").accounts.accountsList()),
  error_404: () => refused(server.accounts.accountsGet("nobody")),
  error_429: () => refused(at("LIMITED").accounts.accountsList()),
  error_503: () => refused(at("DOWN").accounts.messagesList(id)),
  delete: async () => [
    (await server.accounts.accountsDelete(mary)).data.success,
    (await server.accounts.accountsDelete(demo)).data.success,
  ],
});
