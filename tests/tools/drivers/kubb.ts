/** The scenario with what kubb writes for axios. */

import { AxiosError } from "axios";
import * as api from "./generated";
import { environment, mailbox, run } from "./steps";

const at = (address: string) => ({ baseURL: environment[address] });
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
    if (!(error instanceof AxiosError)) throw error;
    return [error.response?.status, error.response?.data.value];
  }
  return [];
}

void run({
  create: async () => {
    const created = await api.accountsCreate({ email: environment.MARY, first_name: "Mary" }, server);
    mary = created.id;
    return created.success;
  },
  create_with_source: async () => {
    const created = await api.accountsCreate(mailbox({ first_name: "Demo" }), server);
    demo = created.id;
    return created.source?.label;
  },
  list: async () => {
    const filters = { email: environment.DEMO, status: "OK", status_ok: 1, limit: 5 } as const;
    return (await api.accountsList(filters, server)).map((account) => account.first_name);
  },
  read: async () => (await api.accountsGet(mary, server)).first_name,
  update: async () => {
    await api.accountsUpdate(mary, { first_name: "Jane" }, server);
    return (await api.accountsGet(mary, server)).first_name;
  },
  unused_token: async () => {
    const unused = await api.connectTokensCreate({ callback_url }, server);
    const { used, expires, created } = await api.connectTokensGet(unused.token, server);
    return [used, Number(expires) > created];
  },
  used_token: async () => (await api.connectTokensGet(environment.USED_TOKEN, server)).expires,
  list_messages: async () =>
    (await api.messagesList(id, { limit: 2 }, mock)).map((message) => message.subject),
  read_message: async () => {
    const message = await api.messagesGet(id, environment.MESSAGE, {}, mock);
    return [message.subject, message.addresses?.from?.email];
  },
  file_content: () => api.filesGetContent(id, environment.FILE, {}, mock),
  upload: async () => {
    const message = new Blob([environment.UPLOAD]);
    return (await api.messagesCreate(id, { dst_folder: "INBOX", message }, mock)).success;
  },
  webhook: async () => {
    const { webhook_id } = await api.webhooksCreate(id, { callback_url }, mock);
    const found = await api.webhooksGet(id, webhook_id, mock);
    return [found.callback_url, found.active];
  },
  error_400: () => refused(api.accountsCreate(mailbox({ password: "wrong" }), server)),
  error_401: () => refused(api.accountsList({}, at("UNSIGNED"))),
  error_404: () => refused(api.accountsGet("nobody", server)),
  error_429: () => refused(api.accountsList({}, at("LIMITED"))),
  error_503: () => refused(api.messagesList(id, {}, at("DOWN"))),
  delete: async () => [
    (await api.accountsDelete(mary, server)).success,
    (await api.accountsDelete(demo, server)).success,
  ],
});
