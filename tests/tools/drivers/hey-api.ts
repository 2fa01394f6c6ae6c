/** The scenario with what @hey-api/openapi-ts writes. */

import * as api from "./generated";
import { createClient } from "./generated/client";
import { environment, mailbox, run } from "./steps";

const at = (address: string) => createClient({ baseUrl: environment[address] });
const server = { client: at("API"), throwOnError: true } as const;
const mock = { client: at("MOCK"), throwOnError: true } as const;
const id = environment.ACCOUNT;
const callback_url = environment.CALLBACK_URL;
let mary = "";
let demo = "";

interface Refusal {
  error?: { value?: string };
  response?: Response;
}

async function refused(call: Promise<Refusal>): Promise<unknown> {
  const { error, response } = await call;
  return [response?.status, error?.value];
}

const read = async (account: string) => (await api.accountsGet({ ...server, path: { id: account } })).data;
const remove = async (account: string) =>
  (await api.accountsDelete({ ...server, path: { id: account } })).data.success;
const token = async (name: string) => (await api.connectTokensGet({ ...server, path: { token: name } })).data;

void run({
  create: async () => {
    const body = { email: environment.MARY, first_name: "Mary" };
    const { data } = await api.accountsCreate({ ...server, body });
    mary = data.id;
    return data.success;
  },
  create_with_source: async () => {
    const { data } = await api.accountsCreate({ ...server, body: mailbox({ first_name: "Demo" }) });
    demo = data.id;
    return data.source?.label;
  },
  list: async () => {
    const query = { email: environment.DEMO, status: "OK", status_ok: 1, limit: 5 } as const;
    const { data } = await api.accountsList({ ...server, query });
    return data.map((account) => account.first_name);
  },
  read: async () => (await read(mary)).first_name,
  update: async () => {
    await api.accountsUpdate({ ...server, path: { id: mary }, body: { first_name: "Jane" } });
    return (await read(mary)).first_name;
  },
  unused_token: async () => {
    const { data } = await api.connectTokensCreate({ ...server, body: { callback_url } });
    const { used, expires, created } = await token(data.token);
    return [used, Number(expires) > created];
  },
  used_token: async () => (await token(environment.USED_TOKEN)).expires,
  list_messages: async () => {
    const { data } = await api.messagesList({ ...mock, path: { id }, query: { limit: 2 } });
    return data.map((message) => message.subject);
  },
  read_message: async () => {
    const { data } = await api.messagesGet({ ...mock, path: { id, message_id: environment.MESSAGE } });
    return [data.subject, data.addresses?.from?.email];
  },
  file_content: async () => {
    const { data } = await api.filesGetContent({ ...mock, path: { id, file_id: environment.FILE } });
    return data instanceof Blob ? data.text() : data;
  },
  upload: async () => {
    const body = { dst_folder: "INBOX", message: new Blob([environment.UPLOAD]) };
    return (await api.messagesCreate({ ...mock, path: { id }, body })).data.success;
  },
  webhook: async () => {
    const created = await api.webhooksCreate({ ...mock, path: { id }, body: { callback_url } });
    const { data } = await api.webhooksGet({ ...mock, path: { id, webhook_id: created.data.webhook_id } });
    return [data.callback_url, data.active];
  },
  error_400: () => refused(api.accountsCreate({ client: server.client, body: mailbox({ password: "wrong" }) })),
  error_401: () => refused(api.accountsList({ client: at("UNSIGNED") })),
  error_404: () => refused(api.accountsGet({ client: server.client, path: { id: "nobody" } })),
  error_429: () => refused(api.accountsList({ client: at("LIMITED") })),
  error_503: () => refused(api.messagesList({ client: at("DOWN"), path: { id } })),
  delete: async () => [await remove(mary), await remove(demo)],
});
